/* tuple: Objects/tupleobject.c. */
#ifndef PYVIZ_MACHINE_TUPLE_H
#define PYVIZ_MACHINE_TUPLE_H

#include <pyviz/machine/machine.h>

typedef struct TupleObject {
    Object ob_base;
    ssize_t size;
    Object *item[];
} TupleObject;

/* n NULL items, not tracked yet (the functions below do track); n == 0: the empty tuple. */
Object *tuple_new(Machine *m, ssize_t n);
/* What a call here needs, and CPython does not make: names of keywords that are in a dict there.
 * The collector does not come to it.  Takes references; `items` NULL: they are filled in. */
Object *tuple_unseen(Machine *m, Object *const *items, ssize_t n);
/* object_see of one that tuple_unseen gave; others stay as they are. */
void tuple_see(Machine *m, Object *tuple);
Object *tuple_from_array(Machine *m, Object *const *items, ssize_t n); /* takes references */
Object *tuple_from_iterable(Machine *m, Object *iterable);             /* asks it for its items */
Object *tuple_from_array_steal(Machine *m, Object **items, ssize_t n); /* steals, also on error */
Object *tuple_pack(Machine *m, ssize_t n, ...);                        /* takes references */
static inline ssize_t tuple_size(const Object *t)
{
    return ((const TupleObject *)t)->size;
}
static inline Object *tuple_item(const Object *t, ssize_t i) /* borrowed */
{
    return ((const TupleObject *)t)->item[i];
}
/* In a collection: a tuple that can never be part of a cycle is left alone from now on; true if so:
 * _PyTuple_MaybeUntrack. */
bool tuple_maybe_untrack(Machine *m, Object *o);
void tuple_boot(Machine *m);

#endif
