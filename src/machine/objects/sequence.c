/* Helpers of the sequence types; see sequence.h. */
#include "sequence.h"

#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>

/* An optional start or stop argument of index(): clipped to the range of ssize_t; TypeError unless
 * it has __index__.  Python/ceval.c: _PyEval_SliceIndexNotNone.  0 or -1. */
static int sequence_slice_index(Machine *m, Object *o, ssize_t *index)
{
    if (!is_int(o) && !slots_of(o)->nb_index) {
        error_set(m, EXC_TypeError, "slice indices must be integers or have an __index__ method");
        return -1;
    }
    *index = number_as_ssize(m, o, -1);
    return *index == -1 && error_occurred(m) ? -1 : 0;
}

Object *sequence_exact_index(Machine *m, Object *o)
{
    Object *index = number_index(m, o);
    if (!index || is_exact(m, index, int_))
        return index;
    Object *exact = int_add(m, index, m->small_ints[-SMALL_INT_MIN]);
    decref(m, index);
    return exact;
}

static int bound_argument(Machine *m, Object *o, ssize_t size, ssize_t *bound)
{
    if (sequence_slice_index(m, o, bound) < 0)
        return -1;
    if (*bound < 0) {
        *bound += size;
        if (*bound < 0)
            *bound = 0;
    }
    return 0;
}

int sequence_index_arguments(Machine *m, Object *const *args, size_t nargs, ssize_t size,
                             ssize_t *start, ssize_t *stop)
{
    *start = 0;
    *stop = PTRDIFF_MAX;
    if (!arg_check_positional(m, "index", nargs, 1, 3))
        return -1;
    if (nargs > 1 && bound_argument(m, args[1], size, start) < 0)
        return -1;
    if (nargs > 2 && bound_argument(m, args[2], size, stop) < 0)
        return -1;
    return 0;
}

int sequence_read_only(Machine *m, Object *o, Object *value)
{
    (void)o, (void)value;
    error_set(m, EXC_AttributeError, "readonly attribute");
    return -1;
}
