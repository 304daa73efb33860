/* What the files of set show each other, and the views of dict: the table's own verbs (set.c) and
 * the operations on whole sets (set_methods.c). */
#ifndef PYVIZ_MACHINE_SET_TABLE_H
#define PYVIZ_MACHINE_SET_TABLE_H

#include <pyviz/machine/op.h>
#include <pyviz/machine/set.h>

#include "../specs.h"

static inline SetObject *as_set(Object *o)
{
    return (SetObject *)o;
}
/* PyAnySet_CheckExact. */
static inline bool set_is_exact(const Machine *m, const Object *o)
{
    return is_exact(m, o, set) || is_exact(m, o, frozenset);
}

/* Other is the smaller of the two from here on: the one that is walked. */
static inline void set_order_by_size(Object **so, Object **other)
{
    if (set_size(*other) > set_size(*so)) {
        Object *smaller = *so;
        *so = *other;
        *other = smaller;
    }
}

/* An empty set of `type`, tracked: make_new_set without an iterable. */
SetObject *set_alloc(Machine *m, Type *type);
void set_dealloc(Machine *m, Object *o);
int set_traverse(Machine *m, Object *o, visitproc visit, void *arg);
/* Takes a reference if the key is new: set_add_entry.  0 or -1. */
int set_add_known_hash(Machine *m, SetObject *so, Object *key, hash_t hash);
/* 1, 0 or -1: set_contains_entry. */
int set_contains_known_hash(Machine *m, SetObject *so, Object *key, hash_t hash);
/* 1 found and removed, 0, -1: set_discard_entry. */
int set_discard_known_hash(Machine *m, SetObject *so, Object *key, hash_t hash);
/* Room for `coming` more keys at once, if they would not fit: the head of set_merge. */
int set_presize(Machine *m, SetObject *so, ssize_t coming);
/* More than a quarter dummies?  Then a table without them: set_difference_update_internal's end. */
int set_purge(Machine *m, SetObject *so);
/* Every key of other into so: set_merge. */
int set_merge(Machine *m, SetObject *so, SetObject *other);
/* Exchanges what two sets hold, tables and all; fingers stay: set_swap_bodies. */
void set_swap_bodies(Machine *m, SetObject *a, SetObject *b);

/* set_methods.c */
/* Is it a member?  1, 0 or -1; unlike set_contains, a set is no key. */
int set_contains_hashable(Machine *m, Object *so, Object *key);
Object *set_intersection(Machine *m, Object *so, Object *other);
int set_difference_update(Machine *m, Object *so, Object *other);
int set_symmetric_difference_update(Machine *m, Object *so, Object *other);

/* set_compare.c: the methods and the slot. */
Object *set_method_issubset(Machine *m, Object *so, Object *const *args, size_t nargs,
                            Object *kwnames);
Object *set_method_issuperset(Machine *m, Object *so, Object *const *args, size_t nargs,
                              Object *kwnames);
Object *set_method_isdisjoint(Machine *m, Object *so, Object *const *args, size_t nargs,
                              Object *kwnames);
Object *set_richcompare(Machine *m, Object *a, Object *b, enum compare_op op);

/* set_iterator.c */
Object *set_iter(Machine *m, Object *so);

#endif
