/* The plain iterators over sequences and callables: Objects/listobject.c, tupleobject.c,
 * iterobject.c; and what all iterators share. */
#ifndef PYVIZ_MACHINE_OBJECTS_ITERATORS_H
#define PYVIZ_MACHINE_OBJECTS_ITERATORS_H

#include <pyviz/machine/machine.h>

/* of a memoryview, which is refused if it was released */
Object *memory_iterator_new(Machine *m, Object *view);
Object *tuple_iterator_new(Machine *m, Object *tuple);
Object *list_iterator_new(Machine *m, Object *list);
Object *list_reverse_iterator_new(Machine *m, Object *list);

/* What __reduce__ of an iterator gives: (builtin, (argument,), state), without the state if it is
 * NULL.  Steals argument and state, also on error. */
Object *iterator_reduce(Machine *m, const char *builtin, Object *argument, Object *state);

/* __reduce__ and __setstate__ of the iterators over str, bytes and bytearray, which keep an index
 * and, until they are exhausted, the sequence, as those here do. */
Object *iterator_indexed_reduce(Machine *m, Object *self, Object *const *args, size_t nargs,
                                Object *kwnames);
Object *iterator_indexed_setstate(Machine *m, Object *self, Object *const *args, size_t nargs,
                                  Object *kwnames);
/* __reduce__ of an iterator that cannot be set to a place: iter() of a list of what is left.
 * Steals the copy that the list is taken from; NULL: an exception is set.  `lent` is a field of the
 * copy that is the original's, or NULL. */
Object *iterator_reduce_to_list(Machine *m, Object *copy, Object **lent);

#endif
