/* A model of CPython's small-object allocator (Objects/obmalloc.c) and of the free lists in front
 * of it: which address an object gets.  No bytes are stored at these addresses.
 *
 * Up to 512 bytes: arenas of 1 MiB, pools of 16 KiB (3.10 and later), 32 size classes of 16 bytes,
 * the last freed block of a pool is the first to be handed out again.  Above, libc decides; the
 * model is a first-fit heap whose blocks grow in place where the room behind them is free. */
#ifndef PYVIZ_MACHINE_PYMALLOC_H
#define PYVIZ_MACHINE_PYMALLOC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Machine Machine;
typedef struct Type Type;

enum { PYMALLOC_SMALL = 512, PYMALLOC_ALIGN = 16, PYMALLOC_CLASSES = 32 };

/* Objects that CPython keeps for reuse instead of giving their memory back. */
enum freelist_id {
    FREELIST_NONE = -1,
    FREELIST_FLOAT,
    FREELIST_LIST,
    FREELIST_DICT,
    FREELIST_DICT_KEYS, /* keys objects of 8 slots */
    FREELIST_SLICE,
    FREELIST_ASYNC_VALUE,  /* what an asynchronous generator yields, wrapped */
    FREELIST_ASYNC_SEND,   /* its __anext__() and asend() */
    FREELIST_MEMORY_ERROR, /* made before there is need of them: Objects/exceptions.c */
    FREELIST_TUPLE,        /* FREELIST_TUPLE + n - 1 for n items, n from 1 to 20 */
    FREELIST_COUNT = FREELIST_TUPLE + 20
};

struct FreeList {
    uint32_t len, max; /* max comes from the profile */
    uint64_t *address; /* the newest last */
};

/* What the model has handed out: for views. */
struct pymalloc_class {
    uint64_t used, capacity; /* blocks */
    uint32_t pools;
    uint64_t next; /* the address handed out next; 0: a pool must be found first */
    bool again;    /* it was freed before */
};
struct pymalloc_usage {
    uint32_t arenas, pools;
    uint64_t blocks; /* in use, of all size classes */
    struct pymalloc_class class[PYMALLOC_CLASSES];
};
void pymalloc_measure(const Machine *m, struct pymalloc_usage *usage);

struct Pymalloc {
    int64_t live_bytes, live_blocks; /* handed out and not given back, as asked for; big ones too */
    struct FreeList freelist[FREELIST_COUNT];
    struct PymallocState *state; /* arenas, pools, big blocks: pymalloc.c */
};

/* No arena yet; before the first allocation. */
void pymalloc_init(Machine *m);
/* The address of a block of n bytes; never 0. */
uint64_t pymalloc_alloc(Machine *m, size_t n);
void pymalloc_free(Machine *m, uint64_t address, size_t n);
/* As realloc does: the same size class stays (a shrink stays unless a quarter would be saved);
 * small blocks move by allocate, copy, free; big ones grow in place where they can.  Returns the
 * address; *moved says whether the bytes would have been copied. */
uint64_t pymalloc_realloc(Machine *m, uint64_t address, size_t old_size, size_t new_size,
                          bool *moved);

/* Free lists: 0 if the list is empty; false if it is full. */
uint64_t freelist_take(Machine *m, int id);
bool freelist_put(Machine *m, int id, uint64_t address);
/* Until it holds n, no more and no less: of memory that nobody has counted. */
void freelist_fill(Machine *m, int id, int64_t n);
/* What CPython asks the allocator for, for an object of the list, its GC head (*head bytes)
 * included. */
size_t freelist_block(int id, size_t *head);
/* A full collection gives back what the free lists keep. */
void freelists_clear(Machine *m);

#endif
