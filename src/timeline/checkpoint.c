#include <pyviz/base/buffer.h>
#include <pyviz/timeline/checkpoint.h>

#include <stdlib.h>
#include <string.h>

enum { PAGE = CHECKPOINT_PAGE, SLAB_PAGES = 256, ZERO_PAGE = 0 };

static const char zeros[PAGE];

struct page {
    char bytes[PAGE];
};

/* Pages are numbered from 1; number n lies in slab n / SLAB_PAGES.  refs[n] == 0: the page is free,
 * and next[n] is the free page after it. */
struct page_store {
    struct page **slab;
    size_t slabs;
    uint32_t *refs, *next;
    uint32_t first_free;
    size_t used;   /* pages with references */
    size_t tables; /* bytes of checkpoints */
};

struct checkpoint {
    struct region_span spans[2];
    size_t pages[2]; /* of each span */
    uint32_t page[]; /* those of spans[0], then those of spans[1] */
};

struct page_store *page_store_new(void)
{
    return base_calloc(1, sizeof(struct page_store));
}

void page_store_free(struct page_store *store)
{
    if (!store)
        return;
    for (size_t i = 0; i < store->slabs; i++)
        free(store->slab[i]);
    free(store->slab);
    free(store->refs);
    free(store->next);
    free(store);
}

size_t page_store_bytes(const struct page_store *store)
{
    return store->used * PAGE + store->tables;
}

static char *page_bytes(const struct page_store *store, uint32_t n)
{
    return store->slab[n / SLAB_PAGES][n % SLAB_PAGES].bytes;
}

/* One more slab, all of it free.  Page 0 is never handed out. */
static void store_grow(struct page_store *store)
{
    size_t n = store->slabs++;
    size_t pages = store->slabs * SLAB_PAGES;
    store->slab = base_realloc(store->slab, store->slabs * sizeof *store->slab);
    store->refs = base_realloc(store->refs, pages * sizeof *store->refs);
    store->next = base_realloc(store->next, pages * sizeof *store->next);
    store->slab[n] = base_alloc(SLAB_PAGES * sizeof(struct page));
    for (size_t i = pages; i-- > n * SLAB_PAGES;) {
        store->refs[i] = 0;
        store->next[i] = store->first_free;
        if (i != ZERO_PAGE)
            store->first_free = (uint32_t)i;
    }
}

static uint32_t page_keep(struct page_store *store, const char *bytes)
{
    if (!store->first_free)
        store_grow(store);
    uint32_t n = store->first_free;
    store->first_free = store->next[n];
    store->refs[n] = 1;
    store->used++;
    memcpy(page_bytes(store, n), bytes, PAGE);
    return n;
}

static void page_drop(struct page_store *store, uint32_t n)
{
    if (n == ZERO_PAGE || --store->refs[n] > 0)
        return;
    store->next[n] = store->first_free;
    store->first_free = n;
    store->used--;
}

/* The number of a page that holds these bytes; `old` is what lay at this place before. */
static uint32_t page_share(struct page_store *store, const char *bytes, uint32_t old)
{
    if (old != ZERO_PAGE && memcmp(bytes, page_bytes(store, old), PAGE) == 0) {
        store->refs[old]++;
        return old;
    }
    return memcmp(bytes, zeros, PAGE) == 0 ? ZERO_PAGE : page_keep(store, bytes);
}

static size_t checkpoint_size(const struct checkpoint *c)
{
    return sizeof *c + (c->pages[0] + c->pages[1]) * sizeof *c->page;
}

/* What `like` has at an address of this span, or ZERO_PAGE where it has nothing. */
static uint32_t page_at(const struct checkpoint *like, int span, const char *address)
{
    if (!like)
        return ZERO_PAGE;
    const struct region_span *s = &like->spans[span];
    if (address < s->start || address >= s->start + s->size)
        return ZERO_PAGE;
    size_t i = (size_t)(address - s->start) / PAGE;
    return like->page[span == 0 ? i : like->pages[0] + i];
}

struct checkpoint *checkpoint_take(struct page_store *store, const struct region_span spans[2],
                                   const struct checkpoint *like)
{
    size_t n = (spans[0].size + spans[1].size) / PAGE;
    struct checkpoint *c = base_alloc(sizeof *c + n * sizeof *c->page);
    uint32_t *to = c->page;
    for (int s = 0; s < 2; s++) {
        c->spans[s] = spans[s];
        c->pages[s] = spans[s].size / PAGE;
        for (size_t i = 0; i < c->pages[s]; i++) {
            const char *bytes = spans[s].start + i * PAGE;
            *to++ = page_share(store, bytes, page_at(like, s, bytes));
        }
    }
    store->tables += checkpoint_size(c);
    return c;
}

void checkpoint_spans(const struct checkpoint *c, struct region_span spans[2])
{
    spans[0] = c->spans[0];
    spans[1] = c->spans[1];
}

void checkpoint_restore(const struct page_store *store, const struct checkpoint *c)
{
    const uint32_t *from = c->page;
    for (int s = 0; s < 2; s++) {
        for (size_t i = 0; i < c->pages[s]; i++) {
            char *to = c->spans[s].start + i * PAGE;
            uint32_t n = *from++;
            const char *bytes = n == ZERO_PAGE ? zeros : page_bytes(store, n);
            if (memcmp(to, bytes, PAGE) != 0)
                memcpy(to, bytes, PAGE);
        }
    }
}

void checkpoint_drop(struct page_store *store, struct checkpoint *c)
{
    if (!c)
        return;
    for (size_t i = 0; i < c->pages[0] + c->pages[1]; i++)
        page_drop(store, c->page[i]);
    store->tables -= checkpoint_size(c);
    free(c);
}
