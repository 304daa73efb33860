#include <pyviz/base/buffer.h>
#include <pyviz/base/memcheck.h>
#include <pyviz/timeline/checkpoint.h>

#include <stdlib.h>
#include <string.h>

/* Of four bytes: the upper half of an address, or of a count, seldom changes. */
typedef uint32_t __attribute__((may_alias)) word;

enum {
    PAGE = CHECKPOINT_PAGE,
    WORDS = PAGE / sizeof(word),
    BITS = 32,               /* of a word */
    MAP = WORDS / BITS,      /* words of a map with a bit for each word of a page */
    CHANGED_MOST = WORDS / 2 /* where more has changed, the page is kept whole */
};

static const word zeros[WORDS];

/* A page as it was at a checkpoint: whole, or what differs from a whole one.
 * Invariant: base->base is NULL, so that two pages at most are read for one. */
struct page {
    struct page *base; /* NULL: whole */
    uint32_t refs;     /* of checkpoints, and of differences from it */
    uint32_t words;    /* that follow */
    word at[];         /* whole: its words; else a map of those that differ, then these */
};

struct page_store {
    size_t bytes; /* of pages and of checkpoints */
};

struct checkpoint {
    struct region_span spans[2];
    size_t pages[2];     /* of each span */
    struct page *page[]; /* those of spans[0], then those of spans[1]; NULL: zeros */
};

struct page_store *page_store_new(void)
{
    return base_calloc(1, sizeof(struct page_store));
}

void page_store_free(struct page_store *store)
{
    free(store);
}

size_t page_store_bytes(const struct page_store *store)
{
    return store->bytes;
}

/* ---- pages ----------------------------------------------------------------------------------- */

static size_t page_size(const struct page *page)
{
    return sizeof *page + page->words * sizeof(word);
}

static struct page *page_new(struct page_store *store, struct page *base, const word *from,
                             size_t words)
{
    struct page *page = base_alloc(sizeof *page + words * sizeof(word));
    *page = (struct page){.base = base, .refs = 1, .words = (uint32_t)words};
    memcpy(page->at, from, words * sizeof(word));
    if (base)
        base->refs++;
    store->bytes += page_size(page);
    return page;
}

static void page_drop(struct page_store *store, struct page *page)
{
    while (page && --page->refs == 0) {
        struct page *base = page->base;
        store->bytes -= page_size(page);
        free(page);
        page = base;
    }
}

/* The words of a page; `room` is where those of a difference are put together. */
static const word *page_words(const struct page *page, word room[WORDS])
{
    if (!page || !page->base)
        return page ? page->at : zeros;
    const word *next = page->at + MAP;
    memcpy(room, page->base->at, PAGE);
    for (size_t i = 0; i < MAP; i++)
        for (word map = page->at[i]; map; map &= map - 1)
            room[i * BITS + (size_t)__builtin_ctz(map)] = *next++;
    return room;
}

/* Writes the map of the words that differ, and these.  Returns how many words it has written, 0
 * where too many differ. */
static size_t difference(const word *now, const word *base, word to[MAP + CHANGED_MOST])
{
    size_t n = MAP;
    for (size_t i = 0; i < MAP; i++) {
        word map = 0;
        for (size_t k = 0; k < BITS; k++)
            map |= (word)(now[i * BITS + k] != base[i * BITS + k]) << k;
        if (n + (size_t)__builtin_popcount(map) > MAP + CHANGED_MOST)
            return 0;
        to[i] = map;
        for (; map; map &= map - 1)
            to[n++] = now[i * BITS + (size_t)__builtin_ctz(map)];
    }
    return n;
}

static struct page *page_again(struct page *page)
{
    if (page)
        page->refs++;
    return page;
}

/* A page that holds these bytes; `old` is what lay at this place before. */
static struct page *page_share(struct page_store *store, const char *bytes, struct page *old)
{
    word room[WORDS], changed[MAP + CHANGED_MOST];
    const word *now = (const word *)(const void *)bytes;
    if (memcmp(now, page_words(old, room), PAGE) == 0)
        return page_again(old);
    if (memcmp(now, zeros, PAGE) == 0)
        return NULL;
    struct page *base = old && old->base ? old->base : old;
    size_t n = base ? difference(now, base->at, changed) : 0;
    if (n == MAP)
        return page_again(base); /* all is as it was */
    return n ? page_new(store, base, changed, n) : page_new(store, NULL, now, WORDS);
}

/* ---- checkpoints ----------------------------------------------------------------------------- */

/* Pages are compared and kept whole, with the holes between the values on the machine's stack. */
static void page_is_all_meant(const char *bytes)
{
    VALGRIND_MAKE_MEM_DEFINED(bytes, PAGE);
}

static size_t checkpoint_size(const struct checkpoint *c)
{
    return sizeof *c + (c->pages[0] + c->pages[1]) * sizeof(struct page *);
}

/* What `like` has at an address of this span, or NULL where it has nothing. */
static struct page *page_at(const struct checkpoint *like, int span, const char *address)
{
    if (!like)
        return NULL;
    const struct region_span *s = &like->spans[span];
    if (address < s->start || address >= s->start + s->size)
        return NULL;
    size_t i = (size_t)(address - s->start) / PAGE;
    return like->page[span == 0 ? i : like->pages[0] + i];
}

struct checkpoint *checkpoint_take(struct page_store *store, const struct region_span spans[2],
                                   const struct checkpoint *like)
{
    size_t n = (spans[0].size + spans[1].size) / PAGE;
    struct checkpoint *c = base_alloc(sizeof *c + n * sizeof(struct page *));
    struct page **to = c->page;
    for (int s = 0; s < 2; s++) {
        c->spans[s] = spans[s];
        c->pages[s] = spans[s].size / PAGE;
        for (size_t i = 0; i < c->pages[s]; i++) {
            const char *bytes = spans[s].start + i * PAGE;
            page_is_all_meant(bytes);
            *to++ = page_share(store, bytes, page_at(like, s, bytes));
        }
    }
    store->bytes += checkpoint_size(c);
    return c;
}

void checkpoint_spans(const struct checkpoint *c, struct region_span spans[2])
{
    spans[0] = c->spans[0];
    spans[1] = c->spans[1];
}

void checkpoint_restore(const struct checkpoint *c)
{
    word room[WORDS];
    struct page *const *from = c->page;
    for (int s = 0; s < 2; s++) {
        for (size_t i = 0; i < c->pages[s]; i++) {
            char *to = c->spans[s].start + i * PAGE;
            const word *words = page_words(*from++, room);
            page_is_all_meant(to);
            if (memcmp(to, words, PAGE) != 0)
                memcpy(to, words, PAGE);
        }
    }
}

void checkpoint_drop(struct page_store *store, struct checkpoint *c)
{
    if (!c)
        return;
    for (size_t i = 0; i < c->pages[0] + c->pages[1]; i++)
        page_drop(store, c->page[i]);
    store->bytes -= checkpoint_size(c);
    free(c);
}
