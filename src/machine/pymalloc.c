#include <pyviz/machine/errors.h>
#include <pyviz/machine/heap.h>
#include <pyviz/machine/machine.h>
#include <pyviz/machine/pymalloc.h>

#include "gc.h"

#include <string.h>

/* Objects/obmalloc.c's sizes for 64-bit builds since 3.10. */
enum {
    POOL_SIZE = 16 * 1024,
    ARENA_SIZE = 1024 * 1024,
    POOLS_PER_ARENA = ARENA_SIZE / POOL_SIZE,
    POOL_OVERHEAD = 48,
    UNITS = POOL_SIZE / PYMALLOC_ALIGN,
    MAX_ARENAS = 4096,
    NO_UNIT = 0,
};

/* Where the model's addresses lie; chosen to look like Linux's and to be told apart. */
static const uint64_t ARENA_BASE = 0x7f5a10000000, LIBC_BASE = 0x55d0c0000000,
                      MMAP_BASE = 0x7f3000000000;
/* glibc: blocks of this size and more are mapped on their own. */
static const size_t MMAP_THRESHOLD = 128 * 1024;

/* One size class's worth of blocks.  Invariant: blocks handed out are those below next_unit that
 * are not on the free chain; used counts them. */
struct Pool {
    struct Pool *next, *prev; /* among the pools of its class with room; NULL if not among them */
    uint64_t address;
    uint16_t class, used, capacity, next_unit, free_unit;
    uint16_t chain[UNITS]; /* chain[u]: the free block behind the one at unit u */
};

struct Arena {
    struct Pool *pool[POOLS_PER_ARENA];
    uint64_t address;
};

struct FreeRange {
    uint64_t address, size;
};

struct PymallocState {
    struct Pool *usable[PYMALLOC_CLASSES]; /* pools with room, the one to use next first */
    struct Pool *empty;                    /* pools with no class */
    struct Arena **arena;
    uint32_t arenas, arena_capacity,
        fresh_pool;          /* fresh_pool: next never used one of the last arena */
    struct FreeRange *range; /* libc's free blocks below top, by address */
    uint32_t ranges, range_capacity;
    uint64_t top, mmap_top;
};

void pymalloc_init(Machine *m)
{
    struct PymallocState *s = heap_alloc(m, sizeof *s);
    m->pymalloc.state = s;
    s->top = LIBC_BASE;
    s->mmap_top = MMAP_BASE;
    s->fresh_pool = POOLS_PER_ARENA;
    for (int i = 0; i < FREELIST_COUNT; i++) {
        enum { ASYNC = 80, MEMORY_ERRORS = 16 };
        struct FreeList *f = &m->pymalloc.freelist[i];
        int max = i >= FREELIST_TUPLE          ? m->profile->tuple_freelist
                  : i == FREELIST_FLOAT        ? m->profile->float_freelist
                  : i == FREELIST_LIST         ? m->profile->list_freelist
                  : i == FREELIST_DICT         ? m->profile->dict_freelist
                  : i == FREELIST_DICT_KEYS    ? m->profile->dict_keys_freelist
                  : i == FREELIST_SLICE        ? 1
                  : i == FREELIST_MEMORY_ERROR ? MEMORY_ERRORS
                                               : ASYNC;
        f->max = (uint32_t)max;
    }
}

/* The size class's block size for a request (n up to 512), else n. */
static size_t pymalloc_block(size_t n)
{
    if (n > PYMALLOC_SMALL)
        return n;
    return n ? (n + PYMALLOC_ALIGN - 1) & ~(size_t)(PYMALLOC_ALIGN - 1) : PYMALLOC_ALIGN;
}

/* ---- pools -------------------------------------------------------------------------------------
 */

static void usable_push(struct PymallocState *s, struct Pool *p)
{
    struct Pool **head = &s->usable[p->class];
    p->prev = NULL;
    p->next = *head;
    if (*head)
        (*head)->prev = p;
    *head = p;
}

static void usable_remove(struct PymallocState *s, struct Pool *p)
{
    if (p->prev)
        p->prev->next = p->next;
    else
        s->usable[p->class] = p->next;
    if (p->next)
        p->next->prev = p->prev;
    p->next = p->prev = NULL;
}

static bool add_arena(Machine *m, struct PymallocState *s)
{
    if (s->arenas == s->arena_capacity) {
        uint32_t want = s->arena_capacity ? s->arena_capacity * 2 : 16;
        struct Arena **bigger = heap_realloc(m, s->arena, want * sizeof *bigger);
        if (!bigger)
            return false;
        s->arena = bigger;
        s->arena_capacity = want;
    }
    struct Arena *a = heap_alloc(m, sizeof *a);
    if (!a)
        return false;
    a->address = ARENA_BASE + (uint64_t)s->arenas * ARENA_SIZE;
    s->arena[s->arenas++] = a;
    s->fresh_pool = 0;
    return true;
}

static struct Pool *fresh_pool(Machine *m, struct PymallocState *s)
{
    if (s->fresh_pool == POOLS_PER_ARENA && !add_arena(m, s))
        return NULL;
    struct Arena *a = s->arena[s->arenas - 1];
    struct Pool *p = heap_alloc(m, sizeof *p);
    if (!p)
        return NULL;
    p->address = a->address + (uint64_t)s->fresh_pool * POOL_SIZE;
    a->pool[s->fresh_pool++] = p;
    return p;
}

static struct Pool *pool_for(Machine *m, struct PymallocState *s, unsigned class)
{
    struct Pool *p = s->empty;
    if (p)
        s->empty = p->next;
    else if (!(p = fresh_pool(m, s)))
        return NULL;
    p->class = (uint16_t) class;
    p->used = 0;
    p->capacity = (uint16_t)((POOL_SIZE - POOL_OVERHEAD) / ((class + 1) * PYMALLOC_ALIGN));
    p->next_unit = POOL_OVERHEAD / PYMALLOC_ALIGN;
    p->free_unit = NO_UNIT;
    usable_push(s, p);
    return p;
}

static uint64_t small_alloc(Machine *m, struct PymallocState *s, size_t n)
{
    unsigned class = n ? (unsigned)((n - 1) / PYMALLOC_ALIGN) : 0;
    struct Pool *p = s->usable[class];
    if (!p && !(p = pool_for(m, s, class)))
        return 0;
    unsigned unit = p->free_unit;
    if (unit != NO_UNIT) {
        p->free_unit = p->chain[unit];
    } else {
        unit = p->next_unit;
        p->next_unit = (uint16_t)(unit + class + 1);
    }
    if (++p->used == p->capacity)
        usable_remove(s, p);
    return p->address + (uint64_t)unit * PYMALLOC_ALIGN;
}

static void small_free(struct PymallocState *s, uint64_t address)
{
    uint64_t at = address - ARENA_BASE;
    struct Pool *p = s->arena[at / ARENA_SIZE]->pool[at % ARENA_SIZE / POOL_SIZE];
    unsigned unit = (unsigned)((address - p->address) / PYMALLOC_ALIGN);
    p->chain[unit] = p->free_unit;
    p->free_unit = (uint16_t)unit;
    if (p->used-- == p->capacity)
        usable_push(s, p);
    if (p->used == 0) {
        usable_remove(s, p);
        p->next = s->empty;
        s->empty = p;
    }
}

/* ---- libc: first fit, neighbours joined --------------------------------------------------------
 */

static uint64_t chunk(size_t n)
{
    uint64_t size = (n + 8 + 15) & ~(uint64_t)15; /* malloc's size field and alignment */
    return size < 32 ? 32 : size;
}

static void range_remove(struct PymallocState *s, uint32_t i)
{
    s->ranges--;
    memmove(s->range + i, s->range + i + 1, (s->ranges - i) * sizeof *s->range);
}

/* The first free range at or behind the address. */
static uint32_t range_at(const struct PymallocState *s, uint64_t address)
{
    uint32_t low = 0, high = s->ranges;
    while (low < high) {
        uint32_t mid = (low + high) / 2;
        if (s->range[mid].address < address)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static uint64_t big_alloc(struct PymallocState *s, size_t n)
{
    if (n >= MMAP_THRESHOLD) {
        uint64_t a = s->mmap_top + 16;
        /* Far apart, so that each can grow where it is, as mremap lets them. */
        s->mmap_top += (uint64_t)1 << 36;
        return a;
    }
    uint64_t size = chunk(n);
    for (uint32_t i = 0; i < s->ranges; i++) {
        struct FreeRange *r = &s->range[i];
        if (r->size < size)
            continue;
        uint64_t a = r->address;
        r->address += size;
        r->size -= size;
        if (r->size == 0)
            range_remove(s, i);
        return a + 16;
    }
    uint64_t a = s->top;
    s->top += size;
    return a + 16;
}

static void range_free(Machine *m, struct PymallocState *s, uint64_t start, uint64_t size)
{
    uint32_t i = range_at(s, start);
    if (i < s->ranges && s->range[i].address == start + size) {
        size += s->range[i].size;
        range_remove(s, i);
    }
    if (i > 0 && s->range[i - 1].address + s->range[i - 1].size == start) {
        i--;
        start = s->range[i].address;
        size += s->range[i].size;
        range_remove(s, i);
    }
    if (start + size == s->top) {
        s->top = start;
        return;
    }
    if (s->ranges == s->range_capacity) {
        uint32_t want = s->range_capacity ? s->range_capacity * 2 : 64;
        struct FreeRange *bigger = heap_try_realloc(m, s->range, want * sizeof *bigger);
        if (!bigger) /* the model forgets a hole; nothing real is lost */
            return;
        s->range = bigger;
        s->range_capacity = want;
    }
    memmove(s->range + i + 1, s->range + i, (s->ranges - i) * sizeof *s->range);
    s->range[i] = (struct FreeRange){start, size};
    s->ranges++;
}

static void big_free(Machine *m, struct PymallocState *s, uint64_t address, size_t n)
{
    if (n < MMAP_THRESHOLD)
        range_free(m, s, address - 16, chunk(n));
}

/* Grows a block of libc's where it stands, if the room behind it is free. */
static bool big_grow(struct PymallocState *s, uint64_t address, size_t old_size, size_t new_size)
{
    if (old_size >= MMAP_THRESHOLD)
        return new_size >= MMAP_THRESHOLD;
    uint64_t end = address - 16 + chunk(old_size), more = chunk(new_size) - chunk(old_size);
    if (new_size >= MMAP_THRESHOLD)
        return false;
    if (end == s->top) {
        s->top += more;
        return true;
    }
    uint32_t i = range_at(s, end);
    if (i == s->ranges || s->range[i].address != end || s->range[i].size < more)
        return false;
    s->range[i].address += more;
    s->range[i].size -= more;
    if (s->range[i].size == 0)
        range_remove(s, i);
    return true;
}

/* ---- the three verbs ---------------------------------------------------------------------------
 */

static void count_blocks(Machine *m, int64_t blocks, int64_t bytes)
{
    m->pymalloc.live_blocks += blocks;
    m->pymalloc.live_bytes += bytes;
}

uint64_t pymalloc_alloc(Machine *m, size_t n)
{
    struct PymallocState *s = m->pymalloc.state;
    uint64_t a = n <= PYMALLOC_SMALL ? small_alloc(m, s, n) : big_alloc(s, n);
    count_blocks(m, 1, (int64_t)n);
    return a;
}

/* Whose the address is; libc's blocks stay libc's even when they shrink to a small size. */
static bool in_arena(const struct PymallocState *s, uint64_t address)
{
    return address >= ARENA_BASE && address < ARENA_BASE + (uint64_t)s->arenas * ARENA_SIZE;
}

void pymalloc_free(Machine *m, uint64_t address, size_t n)
{
    if (!address)
        return;
    struct PymallocState *s = m->pymalloc.state;
    count_blocks(m, -1, -(int64_t)n);
    if (in_arena(s, address))
        small_free(s, address);
    else
        big_free(m, s, address, n);
}

/* Can the block stay where it is? */
static bool realloc_in_place(Machine *m, uint64_t address, size_t old_size, size_t new_size)
{
    struct PymallocState *s = m->pymalloc.state;
    if (in_arena(s, address)) {
        size_t block = pymalloc_block(old_size);
        /* Objects/obmalloc.c: pymalloc_realloc: stay unless a shrink would save a quarter. */
        return new_size <= block && 4 * new_size > 3 * block;
    }
    if (chunk(new_size) == chunk(old_size))
        return true;
    if (new_size > old_size)
        return big_grow(s, address, old_size, new_size);
    if ((old_size < MMAP_THRESHOLD) != (new_size < MMAP_THRESHOLD))
        return false;
    if (old_size < MMAP_THRESHOLD)
        range_free(m, s, address - 16 + chunk(new_size), chunk(old_size) - chunk(new_size));
    return true;
}

uint64_t pymalloc_realloc(Machine *m, uint64_t address, size_t old_size, size_t new_size,
                          bool *moved)
{
    struct PymallocState *s = m->pymalloc.state;
    *moved = false;
    if (!address)
        return pymalloc_alloc(m, new_size);
    if (realloc_in_place(m, address, old_size, new_size)) {
        count_blocks(m, 0, (int64_t)new_size - (int64_t)old_size);
        return address;
    }
    bool small = in_arena(s, address);
    uint64_t to = small ? pymalloc_alloc(m, new_size) : big_alloc(s, new_size);
    if (!to)
        return 0;
    if (!small)
        count_blocks(m, 1, (int64_t)new_size);
    *moved = true;
    pymalloc_free(m, address, old_size);
    return to;
}

uint64_t freelist_take(Machine *m, int id)
{
    struct FreeList *f = &m->pymalloc.freelist[id];
    return f->len ? f->address[--f->len] : 0;
}

bool freelist_put(Machine *m, int id, uint64_t address)
{
    struct FreeList *f = &m->pymalloc.freelist[id];
    if (f->len >= f->max)
        return false;
    if (!f->address && !(f->address = heap_try_alloc(m, f->max * sizeof *f->address)))
        return false;
    f->address[f->len++] = address;
    return true;
}

size_t freelist_block(int id, size_t *head)
{
    enum {
        GC_HEAD = 16,
        FLOAT = 24,
        LIST = 40,
        DICT = 48,
        KEYS = 120,
        TUPLE = 24,
        VALUE = 24,
        SEND = 40,
        EXCEPTION = 72
    };
    *head = id == FREELIST_FLOAT || id == FREELIST_DICT_KEYS ? 0 : GC_HEAD;
    size_t n = id == FREELIST_FLOAT          ? FLOAT
               : id == FREELIST_LIST         ? LIST
               : id == FREELIST_DICT         ? DICT
               : id == FREELIST_DICT_KEYS    ? KEYS
               : id == FREELIST_ASYNC_VALUE  ? VALUE
               : id == FREELIST_ASYNC_SEND   ? SEND
               : id == FREELIST_MEMORY_ERROR ? EXCEPTION
                                             : TUPLE + 8 * ((size_t)(id - FREELIST_TUPLE) + 1);
    return n + *head;
}

void freelist_fill(Machine *m, int id, int64_t n)
{
    size_t head, size = freelist_block(id, &head);
    struct FreeList *list = &m->pymalloc.freelist[id];
    while (list->len > n)
        pymalloc_free(m, list->address[--list->len] - head, size);
    while (list->len < n) {
        uint64_t address = pymalloc_alloc(m, size);
        if (!address || !freelist_put(m, id, address + head)) {
            if (address)
                pymalloc_free(m, address, size);
            return;
        }
    }
}

void freelists_clear(Machine *m)
{
    for (int id = 0; id < FREELIST_COUNT; id++) {
        struct FreeList *f = &m->pymalloc.freelist[id];
        if (id == FREELIST_MEMORY_ERROR || (id == FREELIST_SLICE && !m->profile->gc_clears_slice))
            continue;
        size_t head, n = freelist_block(id, &head);
        while (f->len) {
            pymalloc_free(m, f->address[--f->len] - head, n);
            if (head)
                gc_count_free(m);
        }
    }
}

void pymalloc_measure(const Machine *m, struct pymalloc_usage *usage)
{
    const struct PymallocState *s = m->pymalloc.state;
    *usage = (struct pymalloc_usage){.arenas = s->arenas};
    for (uint32_t a = 0; a < s->arenas; a++)
        for (uint32_t i = 0; i < POOLS_PER_ARENA; i++) {
            const struct Pool *pool = s->arena[a]->pool[i];
            if (!pool || !pool->used)
                continue;
            struct pymalloc_class *class = &usage->class[pool->class];
            class->used += pool->used;
            class->capacity += pool->capacity;
            class->pools++;
            usage->pools++;
            usage->blocks += pool->used;
        }
    for (int i = 0; i < PYMALLOC_CLASSES; i++) {
        const struct Pool *pool = s->usable[i];
        struct pymalloc_class *class = &usage->class[i];
        if (!pool)
            continue;
        class->again = pool->free_unit != NO_UNIT;
        unsigned unit = class->again ? pool->free_unit : pool->next_unit;
        class->next = pool->address + (uint64_t)unit * PYMALLOC_ALIGN;
    }
}
