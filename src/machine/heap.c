#include <pyviz/machine/errors.h>
#include <pyviz/machine/heap.h>
#include <pyviz/machine/machine.h>

#include <string.h>
#include <sys/mman.h>

/* In front of every block.  State tells live from free for the checker.  Invariant: in a big block
 * every byte behind `used` is zero; in any other it may be anything. */
struct header {
    uint32_t class;
    uint32_t state;
    uint64_t used; /* bytes asked for */
};

enum { LIVE = 0x4c495645, FREE = 0x46524545 };
enum {
    GRAIN = 16,
    SMALL_CLASSES = HEAP_CLASSES - 64,
    SMALL_MAX = SMALL_CLASSES * GRAIN,
    PAGE = 4096
};
/* From this size on a freed block's pages are handed back, and so read as zero again. */
enum { BIG = 64 * 1024 };

static struct header *header_of(const void *p)
{
    return (struct header *)(uintptr_t)p - 1;
}

static unsigned class_of(size_t size)
{
    if (size <= SMALL_MAX)
        return size ? (unsigned)((size - 1) / GRAIN) : 0;
    return SMALL_CLASSES + (64 - (unsigned)__builtin_clzl(size - 1)) - 12;
}

static size_t class_size(unsigned class)
{
    if (class < SMALL_CLASSES)
        return ((size_t) class + 1) * GRAIN;
    return ((size_t)1 << (class - SMALL_CLASSES + 12)) - sizeof(struct header);
}

void heap_init(Machine *m, size_t limit)
{
    memset(&m->heap, 0, sizeof m->heap);
    m->heap.top = (sizeof *m + GRAIN - 1) & ~(size_t)(GRAIN - 1);
    m->heap.limit = limit;
}

static void *take_fresh(Machine *m, unsigned class)
{
    size_t size = class_size(class), room = size + sizeof(struct header);
    if (room > m->heap.limit || m->heap.top > m->heap.limit - room)
        return NULL;
    struct header *h = (struct header *)(void *)((char *)m + m->heap.top);
    m->heap.top += room;
    *h = (struct header){class, LIVE, 0};
    return h + 1;
}

/* A block is zeroed by whole words, so that none is left half an address of what was there before:
 * the state must not depend on where the region lies. */
static size_t whole_words(size_t size)
{
    return (size + 7) & ~(size_t)7;
}

/* Most blocks are of a few grains, which no call need clear.  Only where nothing is known of what
 * lies behind `size`: not in big blocks. */
static inline void clear_block(char *p, size_t size)
{
    enum { FEW = 5 };
    if (size > FEW * GRAIN) {
        memset(p, 0, whole_words(size));
        return;
    }
    memset(p, 0, GRAIN);
    if (size > GRAIN)
        memset(p + GRAIN, 0, GRAIN);
    if (size > 2 * GRAIN)
        memset(p + 2 * GRAIN, 0, GRAIN);
    if (size > 3 * GRAIN)
        memset(p + 3 * GRAIN, 0, GRAIN);
    if (size > 4 * GRAIN)
        memset(p + 4 * GRAIN, 0, GRAIN);
}

static inline void *take_free(Machine *m, unsigned class, size_t size)
{
    void *p = m->heap.free[class];
    struct header *h = header_of(p);
    m->heap.free[class] = *(void **)p;
    h->state = LIVE;
    h->used = size;
    m->heap.live += class_size(class);
    if (class < SMALL_CLASSES)
        clear_block(p, size);
    else if (class_size(class) < BIG)
        memset(p, 0, whole_words(size));
    else
        *(void **)p = NULL;
    return p;
}

static void *allocate(Machine *m, size_t size)
{
    if (size > m->heap.limit || size > SIZE_MAX / 2)
        return NULL;
    /* The power-of-two classes hold their header inside, so that blocks stay page-aligned. */
    unsigned class = size <= SMALL_MAX ? class_of(size) : class_of(size + sizeof(struct header));
    if (class >= HEAP_CLASSES)
        return NULL;
    if (m->heap.free[class])
        return take_free(m, class, size);
    void *p = take_fresh(m, class);
    if (!p)
        return NULL;
    header_of(p)->used = size;
    m->heap.live += class_size(class);
    return p;
}

void *heap_try_alloc(Machine *m, size_t size)
{
    size_t class = (size - 1) / GRAIN; /* as class_of has it; of 0, none that there is */
    if (class < SMALL_CLASSES && m->heap.free[class])
        return take_free(m, (unsigned)class, size);
    return allocate(m, size);
}

void *heap_alloc(Machine *m, size_t size)
{
    void *p = heap_try_alloc(m, size);
    return p ? p : error_no_memory(m);
}

/* Invariant for big free blocks: all zero but for the link. */
static void wipe(void *p, size_t size)
{
    uintptr_t start = ((uintptr_t)p + PAGE - 1) & ~(uintptr_t)(PAGE - 1);
    uintptr_t end = ((uintptr_t)p + size) & ~(uintptr_t)(PAGE - 1);
    memset(p, 0, start - (uintptr_t)p);
    if (madvise((void *)start, end - start, MADV_DONTNEED) != 0)
        memset((void *)start, 0, end - start);
    memset((void *)end, 0, (uintptr_t)p + size - end);
}

void heap_free(Machine *m, void *p)
{
    if (!p)
        return;
    struct header *h = header_of(p);
    size_t size = class_size(h->class);
    h->state = FREE;
    m->heap.live -= size;
    if (size >= BIG)
        wipe(p, size);
    *(void **)p = m->heap.free[h->class];
    m->heap.free[h->class] = p;
}

/* Within the block: what goes and what comes both read as zero afterwards. */
static void *resize_in_place(void *p, size_t block, size_t size)
{
    struct header *h = header_of(p);
    if (size < h->used)
        memset((char *)p + size, 0, h->used - size);
    else if (block < BIG)
        memset((char *)p + h->used, 0, whole_words(size) - h->used);
    h->used = size;
    return p;
}

void *heap_try_realloc(Machine *m, void *p, size_t size)
{
    if (!p)
        return heap_try_alloc(m, size);
    size_t block = class_size(header_of(p)->class), used = header_of(p)->used;
    if (size <= block && (size > block / 4 || block < BIG))
        return resize_in_place(p, block, size);
    void *q = heap_try_alloc(m, size);
    if (!q)
        return NULL;
    memcpy(q, p, used < size ? used : size);
    heap_free(m, p);
    return q;
}

void *heap_realloc(Machine *m, void *p, size_t size)
{
    void *q = heap_try_realloc(m, p, size);
    return q ? q : error_no_memory(m);
}

void heap_note_used(void *p, size_t size)
{
    struct header *h = header_of(p);
    if (h->used < size)
        h->used = size;
}

void heap_walk(const Machine *m, void (*visit)(void *block, size_t size, int free, void *context),
               void *context)
{
    size_t at = (sizeof *m + GRAIN - 1) & ~(size_t)(GRAIN - 1);
    while (at < m->heap.top) {
        struct header *h = (struct header *)(void *)((char *)(uintptr_t)m + at);
        size_t size = class_size(h->class);
        visit(h + 1, size, h->state == FREE ? 1 : h->state == LIVE ? 0 : -1, context);
        at += sizeof *h + size;
    }
}
