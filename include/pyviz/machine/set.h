/* set and frozenset: Objects/setobject.c.  Open addressing with a run of up to nine linear probes
 * before each jump.
 *
 * Keys lie in the slots themselves.  A run of linear probes is made only where all nine slots
 * behind its first one exist; so a table of 8 slots never probes next door.  A removed key leaves a
 * dummy, which an insertion that passes it may take over.
 *
 * Invariants: fill counts used and dummy slots, used the members; a dummy has key set_dummy(m) and
 * hash -1, an empty slot key NULL and hash 0; fill * 5 < mask * 3 but during an insertion, so that
 * an empty slot ends every walk.  Eight slots lie in the object, more in a block of their own. */
#ifndef PYVIZ_MACHINE_SET_H
#define PYVIZ_MACHINE_SET_H

#include <pyviz/machine/machine.h>

enum { SET_MINSIZE = 8, SET_LINEAR_PROBES = 9, SET_PERTURB_SHIFT = 5 };

typedef struct SetEntry {
    Object *key; /* NULL: empty */
    hash_t hash; /* -1 in a dummy */
} SetEntry;

typedef struct SetObject {
    Object ob_base;
    ssize_t fill, used;
    size_t mask;
    SetEntry *table;  /* smalltable, or a block of its own */
    hash_t hash;      /* frozenset: cached; -1 not yet */
    size_t finger;    /* where pop() goes on */
    uint64_t address; /* of the table's block in the model; 0: smalltable */
    SetEntry smalltable[SET_MINSIZE];
} SetObject;

/* The key of a dummy slot: not an object, only its address counts; lies in the Machine. */
static inline Object *set_dummy(const Machine *m)
{
    return (Object *)(uintptr_t)&m->types;
}

Object *set_new(Machine *m, Object *iterable /* or NULL */);
/* A new one even if it is empty; but frozenset(f) of a frozenset is f. */
Object *frozenset_new(Machine *m, Object *iterable /* or NULL: empty */);
int set_add(Machine *m, Object *so, Object *key); /* takes a reference */
int set_contains(Machine *m, Object *so, Object *key);
/* Every key of a set, a dict or another iterable: set_update_internal. */
int set_update(Machine *m, Object *so, Object *iterable);
void set_clear(Machine *m, Object *o);
Object *set_pop(Machine *m, Object *o); /* KeyError if it is empty */
/* Walks the slots in order: *at starts at 0; false at the end; all borrowed.  hash may be NULL. */
bool set_next(const Machine *m, Object *set, ssize_t *at, Object **key, hash_t *hash);
static inline ssize_t set_size(const Object *s)
{
    return ((const SetObject *)s)->used;
}

/* ---- pure functions, for views and tests ----------------------------------------------------- */

/* Does the walk go next door after `slot`, in the run that began at `run`? */
static inline bool set_is_linear(size_t slot, size_t run, size_t mask)
{
    return run + SET_LINEAR_PROBES <= mask && slot < run + SET_LINEAR_PROBES;
}
/* The slot after `slot`; *run and *perturb change if it is a jump. */
static inline size_t set_next_slot(size_t slot, size_t *run, uint64_t *perturb, size_t mask)
{
    if (set_is_linear(slot, *run, mask))
        return slot + 1;
    *perturb >>= SET_PERTURB_SHIFT;
    return *run = (*run * 5 + 1 + *perturb) & mask;
}
/* The slots that looking for hash visits, up to the first empty one, at most max; returns how many.
 */
size_t set_probe_path(const SetEntry *table, size_t mask, hash_t hash, size_t *slots, size_t max);
/* Slots used up, dummies among them, at which a table with this mask grows. */
size_t set_fill_limit(size_t mask);
/* NULL, or which invariant of the table does not hold. */
const char *set_broken(const Machine *m, const Object *o);

#endif
