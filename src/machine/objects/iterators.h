/* The plain iterators over sequences and callables: Objects/listobject.c, tupleobject.c,
 * iterobject.c; and what all iterators share. */
#ifndef PYVIZ_MACHINE_OBJECTS_ITERATORS_H
#define PYVIZ_MACHINE_OBJECTS_ITERATORS_H

#include <pyviz/machine/type.h>

/* An iterator that counts its way through a sequence.  Invariant: an exhausted one has let go of
 * the sequence and stays exhausted, even if that grows again. */
typedef struct SeqIterator {
    Object ob_base;
    ssize_t index; /* of the next item */
    Object *seq;   /* NULL: exhausted */
} SeqIterator;
enum { ITERATOR_BASICSIZE = 32 };

static inline SeqIterator *as_iterator(Object *o)
{
    return (SeqIterator *)o;
}
/* What the types of such iterators share: a new one, the end, which is NULL, and the slots. */
Object *seq_iterator_at(Machine *m, Type *type, Object *seq, ssize_t index);
Object *seq_iterator_end(Machine *m, SeqIterator *it);
void seq_iterator_dealloc(Machine *m, Object *o);
int seq_iterator_traverse(Machine *m, Object *o, visitproc visit, void *arg);
/* The same where the iterator is told of as a holder of its sequence (str, bytes). */
Object *seq_iterator_hold(Machine *m, Type *type, Object *seq);
Object *seq_iterator_let_go(Machine *m, SeqIterator *it);
void seq_iterator_hold_dealloc(Machine *m, Object *o);

/* of a memoryview, which is refused if it was released */
Object *memory_iterator_new(Machine *m, Object *view);
Object *tuple_iterator_new(Machine *m, Object *tuple);
Object *list_iterator_new(Machine *m, Object *list);
Object *list_reverse_iterator_new(Machine *m, Object *list);

/* What __reduce__ of an iterator gives: (builtin, (argument,), state), without the state if it is
 * NULL.  Steals argument and state, also on error. */
Object *iterator_reduce(Machine *m, const char *builtin, Object *argument, Object *state);

/* __reduce__ and __setstate__ of the iterators over str, bytes and bytearray. */
Object *iterator_indexed_reduce(Machine *m, Object *self, Object *const *args, size_t nargs,
                                Object *kwnames);
Object *iterator_indexed_setstate(Machine *m, Object *self, Object *const *args, size_t nargs,
                                  Object *kwnames);
/* __reduce__ of an iterator that cannot be set to a place: iter() of a list of what is left.
 * Steals the copy that the list is taken from; NULL: an exception is set.  `lent` is a field of the
 * copy that is the original's, or NULL. */
Object *iterator_reduce_to_list(Machine *m, Object *copy, Object **lent);

#endif
