/* The allocator of the region: where our objects really lie.  What CPython's allocator would do is
 * modelled apart, in pymalloc.h.
 *
 * Size classes with free lists: 16 bytes apart up to 3 KiB, powers of two beyond.  Every block has
 * a header of 16 bytes before it that says its class.  Invariant: a free block is on exactly one
 * free list, and its header says so. */
#ifndef PYVIZ_MACHINE_HEAP_H
#define PYVIZ_MACHINE_HEAP_H

#include <stddef.h>
#include <stdint.h>

typedef struct Machine Machine;

enum { HEAP_CLASSES = 256 };

struct Heap {
    size_t top;   /* offset from the Machine of the first byte never used */
    size_t limit; /* offset that top may not pass */
    size_t live;  /* bytes in blocks handed out */
    void *free[HEAP_CLASSES];
};

/* Of a fresh region: nothing handed out; `limit` as in struct Heap. */
void heap_init(Machine *m, size_t limit);
/* Zeroed, aligned to 16.  NULL with MemoryError set when the limit is reached. */
void *heap_alloc(Machine *m, size_t size);
/* Keeps what is there; what is added is zeroed.  p may be NULL. */
void *heap_realloc(Machine *m, void *p, size_t size);
/* The same without an exception: for what can be done without, or happens while an exception is
 * under way that must not be lost. */
void *heap_try_alloc(Machine *m, size_t size);
void *heap_try_realloc(Machine *m, void *p, size_t size);
/* p may be NULL. */
void heap_free(Machine *m, void *p);
/* Whoever writes into the room that a block has beyond what was asked for says so, or the next
 * heap_realloc leaves it behind. */
void heap_note_used(void *p, size_t size);
/* Calls visit for every block, free or live, in address order. */
void heap_walk(const Machine *m, void (*visit)(void *block, size_t size, int free, void *context),
               void *context);

#endif
