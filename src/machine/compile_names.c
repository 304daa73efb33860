/* The names that a unit's instructions number: globals and attributes, and local variables.
 *
 * Names are interned in the tree, so that their addresses tell them apart.  A few are looked
 * through; from FEW on a table of hashed addresses finds them. */
#include "compiler.h"

#include <stdint.h>

enum { FEW = 16 };

/* The slot that tells where the name is, or the free one where it belongs. */
static int *find_slot(const struct name_places *p, const char *const *names, const char *name)
{
    uint64_t hash = (uint64_t)(uintptr_t)name * 0x9e3779b97f4a7c15u;
    unsigned mask = (unsigned)p->size - 1;
    for (unsigned i = (unsigned)(hash >> 32) & mask;; i = (i + 1) & mask)
        if (!p->slot[i] || names[p->slot[i] - 1] == name)
            return &p->slot[i];
}

static int find(const struct name_places *p, const char *const *names, int n, const char *name)
{
    if (p->size)
        return *find_slot(p, names, name) - 1;
    for (int i = 0; i < n; i++)
        if (names[i] == name)
            return i;
    return -1;
}

/* The last of n names is new.  At most half of the slots are taken. */
static void place_last(struct name_places *p, const char *const *names, int n)
{
    int from = n - 1;
    if (n <= FEW)
        return;
    if (n > p->size / 2) {
        base_free(p->slot);
        p->size = p->size ? p->size * 2 : 4 * FEW;
        p->slot = base_calloc((size_t)p->size, sizeof *p->slot);
        from = 0;
    }
    for (int i = from; i < n; i++)
        *find_slot(p, names, names[i]) = i + 1;
}

int name_index(struct compiler *c, const char *name)
{
    struct unit *u = c->unit;
    int i = find(&u->name_places, u->names, u->nnames, name);
    if (i >= 0)
        return i;
    GROW(u->names, u->nnames, u->name_capacity);
    u->names[u->nnames++] = name;
    place_last(&u->name_places, u->names, u->nnames);
    return u->nnames - 1;
}

int local_index(struct compiler *c, const char *name)
{
    struct unit *u = c->unit;
    int i = find(&u->local_places, u->localsplus, u->nlocalsplus, name);
    if (i >= 0)
        return i;
    if (u->nlocalsplus == u->localsplus_capacity) {
        u->localsplus_capacity = u->localsplus_capacity ? u->localsplus_capacity * 2 : 16;
        size_t n = (size_t)u->localsplus_capacity;
        u->localsplus = base_realloc(u->localsplus, n * sizeof *u->localsplus);
        u->is_cell = base_realloc(u->is_cell, n * sizeof *u->is_cell);
    }
    u->localsplus[u->nlocalsplus] = name;
    u->is_cell[u->nlocalsplus++] = false;
    place_last(&u->local_places, u->localsplus, u->nlocalsplus);
    return u->nlocalsplus - 1;
}
