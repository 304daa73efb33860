/* The plain iterators over sequences and callables: Objects/listobject.c, tupleobject.c,
 * iterobject.c; and what all iterators share. */
#ifndef PYVIZ_MACHINE_OBJECTS_ITERATORS_H
#define PYVIZ_MACHINE_OBJECTS_ITERATORS_H

#include <pyviz/machine/machine.h>

Object *tuple_iterator_new(Machine *m, Object *tuple);
Object *list_iterator_new(Machine *m, Object *list);
Object *list_reverse_iterator_new(Machine *m, Object *list);

/* What __reduce__ of an iterator gives: (builtin, (argument,), state), without the state if it is
 * NULL.  Steals argument and state, also on error. */
Object *iterator_reduce(Machine *m, const char *builtin, Object *argument, Object *state);

#endif
