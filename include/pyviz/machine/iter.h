/* Iterators and the small sequence types: range, slice, enumerate, zip, map, filter, reversed.
 * Objects/rangeobject.c, sliceobject.c, iterobject.c, enumobject.c; Python/bltinmodule.c.
 *
 * Invariant: range.length is max(0, ceil((stop - start) / step)) and step is not 0. */
#ifndef PYVIZ_MACHINE_ITER_H
#define PYVIZ_MACHINE_ITER_H

#include <pyviz/machine/machine.h>

typedef struct SliceObject {
    Object ob_base;
    Object *start, *stop, *step; /* None where absent */
} SliceObject;

typedef struct RangeObject {
    Object ob_base;
    Object *start, *stop, *step, *length; /* ints */
} RangeObject;

typedef struct RangeIterator { /* the bounds fit into C integers */
    Object ob_base;
    int64_t start, step; /* start is the next value */
    int64_t len;         /* how many are still to come */
    int64_t total;       /* and at the start */
} RangeIterator;

/* slice(start, stop, step); takes references; NULL: None. */
Object *slice_new(Machine *m, Object *start, Object *stop, Object *step);
/* Objects/sliceobject.c: PySlice_Unpack and PySlice_AdjustIndices.  Returns the number of items, or
 * -1 on error. */
ssize_t slice_indices(Machine *m, Object *slice, ssize_t length, ssize_t *start, ssize_t *stop,
                      ssize_t *step);
/* The same in two halves, for sequences that the slice's __index__ methods might change: the bounds
 * as they are (0 or -1), and then adjusted to the length there is now. */
int slice_unpack(Machine *m, Object *slice, ssize_t *start, ssize_t *stop, ssize_t *step);
ssize_t slice_adjust(ssize_t length, ssize_t *start, ssize_t *stop, ssize_t step);
/* The same with ints of any size, as new references: _PySlice_GetLongIndices.  0 or -1. */
int slice_long_indices(Machine *m, Object *slice, Object *length, Object **start, Object **stop,
                       Object **step);
/* An iterator that calls o.__getitem__(0), (1), ... until IndexError. */
Object *seq_iterator_new(Machine *m, Object *o);
/* For the evaluation loop: the next value of an exact range_iterator as a new int; NULL: the end.
 */
Object *range_iterator_next(Machine *m, Object *iterator);

/* iter(callable, sentinel): PyCallIter_New. */
Object *callable_iterator_new(Machine *m, Object *callable, Object *sentinel);

#endif
