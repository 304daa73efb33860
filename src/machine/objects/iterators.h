/* The plain iterators over sequences and callables: Objects/listobject.c, tupleobject.c,
 * iterobject.c.  Invariant: an exhausted iterator has let go of what it walked (its field is NULL)
 * and stays exhausted. */
#ifndef PYVIZ_MACHINE_OBJECTS_ITERATORS_H
#define PYVIZ_MACHINE_OBJECTS_ITERATORS_H

#include <pyviz/machine/machine.h>

typedef struct SeqIterator { /* list, tuple, reversed list, __getitem__ */
    Object ob_base;
    ssize_t index;
    Object *seq; /* NULL: exhausted */
} SeqIterator;

Object *tuple_iterator_new(Machine *m, Object *tuple);
Object *list_iterator_new(Machine *m, Object *list);
Object *list_reverse_iterator_new(Machine *m, Object *list);
/* iter(callable, sentinel) */
Object *callable_iterator_new(Machine *m, Object *callable, Object *sentinel);

#endif
