/* Iterators and the small sequence types: range, slice, enumerate, zip, map, filter, reversed. */
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

Object *slice_new(Machine *m, Object *start, Object *stop, Object *step); /* takes references; NULL: None */
/* Objects/sliceobject.c: PySlice_Unpack and PySlice_AdjustIndices.  Returns the number of items, -1 on error. */
ssize_t slice_indices(Machine *m, Object *slice, ssize_t length, ssize_t *start, ssize_t *stop,
                      ssize_t *step);
/* An iterator that calls o.__getitem__(0), (1), ... until IndexError. */
Object *seq_iterator_new(Machine *m, Object *o);
/* For the evaluation loop: the next value of an exact range_iterator as a new int, NULL at its end. */
Object *range_iterator_next(Machine *m, Object *iterator);

#endif
