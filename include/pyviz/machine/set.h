/* set and frozenset: Objects/setobject.c.  Open addressing with a run of up to nine linear probes
 * before each jump.
 *
 * Invariants: fill counts used and dummy slots, used the members; a dummy has key SET_DUMMY. */
#ifndef PYVIZ_MACHINE_SET_H
#define PYVIZ_MACHINE_SET_H

#include <pyviz/machine/machine.h>

enum { SET_MINSIZE = 8, SET_LINEAR_PROBES = 9 };

typedef struct SetEntry {
    Object *key; /* NULL: empty */
    hash_t hash; /* -1 in a dummy */
} SetEntry;

typedef struct SetObject {
    Object ob_base;
    ssize_t fill, used;
    size_t mask;
    SetEntry *table; /* smalltable, or a block of its own */
    hash_t hash;     /* frozenset: cached; -1 not yet */
    size_t finger;   /* where pop() goes on */
    uint64_t address; /* of the table's block in the model; 0: smalltable */
    SetEntry smalltable[SET_MINSIZE];
} SetObject;

/* The key of a dummy slot: not an object, only its address counts; lies in the Machine. */
static inline Object *set_dummy(const Machine *m)
{
    return (Object *)(uintptr_t)&m->types;
}

Object *set_new(Machine *m, Object *iterable /* or NULL */);
Object *frozenset_new(Machine *m, Object *iterable /* or NULL: empty */);
int set_add(Machine *m, Object *set, Object *key); /* takes a reference */
int set_contains(Machine *m, Object *set, Object *key);
int set_discard(Machine *m, Object *set, Object *key); /* 1 found, 0 not */
int set_update(Machine *m, Object *set, Object *iterable);
bool set_next(const Machine *m, Object *set, ssize_t *at, Object **key, hash_t *hash);
static inline ssize_t set_size(const Object *s)
{
    return ((const SetObject *)s)->used;
}

#endif
