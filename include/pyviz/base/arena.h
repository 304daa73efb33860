/* Memory that is given back all at once: a syntax tree, a frame's scratch.
 *
 * Invariant: every pointer handed out stays valid, and its memory zeroed until written, until
 * arena_free.  A zeroed struct arena is an empty one. */
#ifndef PYVIZ_BASE_ARENA_H
#define PYVIZ_BASE_ARENA_H

#include <stddef.h>

struct arena {
    struct arena_chunk *chunks;
    size_t used; /* bytes handed out, all chunks together */
};

/* Zeroed memory, aligned for any type. */
void *arena_alloc(struct arena *a, size_t size);
/* A copy of the n bytes at s, with a NUL behind them. */
char *arena_copy(struct arena *a, const char *s, size_t n);
void arena_free(struct arena *a);

#endif
