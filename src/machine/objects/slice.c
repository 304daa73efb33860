/* slice: Objects/sliceobject.c.  Three objects, None where a bound is absent; what they mean
 * depends on the length of what is sliced. */
#include <pyviz/machine/iter.h>

#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "../specs.h"
#include "sequence.h"

enum { SLICE_BASICSIZE = 40 };

/* ---- making and unmaking --------------------------------------------------------------------- */

static SliceObject *as_slice(Object *o)
{
    return (SliceObject *)o;
}

Object *slice_new(Machine *m, Object *start, Object *stop, Object *step)
{
    SliceObject *s = object_new(m, m->types.slice, sizeof *s, SLICE_BASICSIZE);
    if (!s)
        return NULL;
    s->start = newref(start ? start : m->none);
    s->stop = newref(stop ? stop : m->none);
    s->step = newref(step ? step : m->none);
    gc_track(m, (Object *)s);
    return (Object *)s;
}

static Object *slice_tp_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)type;
    if (!arg_no_keywords(m, "slice", kwnames) || !arg_check_positional(m, "slice", nargs, 1, 3))
        return NULL;
    if (nargs == 1)
        return slice_new(m, NULL, args[0], NULL);
    return slice_new(m, args[0], args[1], nargs > 2 ? args[2] : NULL);
}

static void slice_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    clear_ref(m, as_slice(o)->step);
    clear_ref(m, as_slice(o)->start);
    clear_ref(m, as_slice(o)->stop);
    object_free(m, o, SLICE_BASICSIZE);
}

static int slice_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    SliceObject *s = as_slice(o);
    return VISIT(s->start, s->stop, s->step);
}

/* ---- bounds ---------------------------------------------------------------------------------- */

static Object *bad_bound(Machine *m)
{
    return error_set(m, EXC_TypeError,
                     "slice indices must be integers or None or have an __index__ method");
}

/* Python/ceval.c: _PyEval_SliceIndex: leaves *bound alone for None. */
static int unpack_bound(Machine *m, Object *o, ssize_t *bound)
{
    if (o == m->none)
        return 0;
    if (!is_int(o) && !slots_of(o)->nb_index) {
        bad_bound(m);
        return -1;
    }
    ssize_t v = number_as_ssize(m, o, -1);
    if (v == -1 && error_occurred(m))
        return -1;
    *bound = v;
    return 0;
}

static int zero_step(Machine *m)
{
    error_set(m, EXC_ValueError, "slice step cannot be zero");
    return -1;
}

int slice_unpack(Machine *m, Object *slice, ssize_t *start, ssize_t *stop, ssize_t *step)
{
    SliceObject *s = as_slice(slice);
    *step = 1;
    if (unpack_bound(m, s->step, step) < 0)
        return -1;
    if (*step == 0)
        return zero_step(m);
    if (*step < -PTRDIFF_MAX) /* so that -step is a number too */
        *step = -PTRDIFF_MAX;
    *start = *step < 0 ? PTRDIFF_MAX : 0;
    *stop = *step < 0 ? PTRDIFF_MIN : PTRDIFF_MAX;
    return unpack_bound(m, s->start, start) < 0 ? -1 : unpack_bound(m, s->stop, stop);
}

static ssize_t adjust_bound(ssize_t bound, ssize_t length, ssize_t step)
{
    if (bound < 0 && (bound += length) < 0)
        return step < 0 ? -1 : 0;
    if (bound >= length)
        return step < 0 ? length - 1 : length;
    return bound;
}

ssize_t slice_adjust(ssize_t length, ssize_t *start, ssize_t *stop, ssize_t step)
{
    *start = adjust_bound(*start, length, step);
    *stop = adjust_bound(*stop, length, step);
    if (step < 0)
        return *stop < *start ? (*start - *stop - 1) / -step + 1 : 0;
    return *start < *stop ? (*stop - *start - 1) / step + 1 : 0;
}

ssize_t slice_indices(Machine *m, Object *slice, ssize_t length, ssize_t *start, ssize_t *stop,
                      ssize_t *step)
{
    if (slice_unpack(m, slice, start, stop, step) < 0)
        return -1;
    return slice_adjust(length, start, stop, *step);
}

/* ---- bounds of any size ---------------------------------------------------------------------- */

/* The bound between lower and upper, negative ones counted from length; None: `otherwise`. */
static Object *long_bound(Machine *m, Object *o, Object *length, Object *lower, Object *upper,
                          Object *otherwise)
{
    if (o == m->none)
        return newref(otherwise);
    if (!is_int(o) && !slots_of(o)->nb_index)
        return bad_bound(m);
    Object *bound = sequence_exact_index(m, o);
    if (bound && int_sign(bound) < 0) {
        Object *sum = int_add(m, bound, length);
        decref(m, bound);
        bound = sum;
        if (bound && int_compare(bound, lower) < 0) {
            decref(m, bound);
            return newref(lower);
        }
    } else if (bound && int_compare(bound, upper) > 0) {
        decref(m, bound);
        return newref(upper);
    }
    return bound;
}

static int long_start_stop(Machine *m, SliceObject *s, Object *length, bool down, Object **start,
                           Object **stop)
{
    Object *one = m->small_ints[1 - SMALL_INT_MIN];
    Object *lower = m->small_ints[(down ? -1 : 0) - SMALL_INT_MIN];
    Object *upper = down ? int_sub(m, length, one) : newref(length);
    if (!upper)
        return -1;
    *start = long_bound(m, s->start, length, lower, upper, down ? upper : lower);
    *stop = *start ? long_bound(m, s->stop, length, lower, upper, down ? lower : upper) : NULL;
    decref(m, upper);
    if (*stop)
        return 0;
    clear_ref(m, *start);
    return -1;
}

int slice_long_indices(Machine *m, Object *slice, Object *length, Object **start, Object **stop,
                       Object **step)
{
    SliceObject *s = as_slice(slice);
    if (s->step == m->none)
        *step = int_from_i64(m, 1);
    else if (is_int(s->step) || slots_of(s->step)->nb_index)
        *step = sequence_exact_index(m, s->step);
    else
        *step = bad_bound(m);
    if (!*step)
        return -1;
    int status = int_sign(*step) == 0
                     ? zero_step(m)
                     : long_start_stop(m, s, length, int_sign(*step) < 0, start, stop);
    if (status < 0)
        clear_ref(m, *step);
    return status;
}

/* ---- text, comparison, hash ------------------------------------------------------------------ */

static Object *slice_repr(Machine *m, Object *o)
{
    SliceObject *s = as_slice(o);
    StrWriter w = {0};
    if (str_writer_ascii(m, &w, "slice(") < 0 || str_writer_repr(m, &w, s->start) < 0 ||
        str_writer_ascii(m, &w, ", ") < 0 || str_writer_repr(m, &w, s->stop) < 0 ||
        str_writer_ascii(m, &w, ", ") < 0 || str_writer_repr(m, &w, s->step) < 0 ||
        str_writer_ascii(m, &w, ")") < 0) {
        str_writer_drop(m, &w);
        return NULL;
    }
    return str_writer_finish(m, &w);
}

static Object *slice_as_tuple(Machine *m, SliceObject *s)
{
    Object *items[] = {newref(s->start), newref(s->stop), newref(s->step)};
    return tuple_from_array_steal(m, items, 3);
}

static Object *slice_richcompare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if (!is_exact(m, a, slice) || !is_exact(m, b, slice))
        return newref(m->not_implemented);
    if (a == b)
        return newref(bool_of(m, op == COMPARE_EQ || op == COMPARE_LE || op == COMPARE_GE));
    Object *x = slice_as_tuple(m, as_slice(a));
    Object *y = x ? slice_as_tuple(m, as_slice(b)) : NULL;
    Object *result = y ? object_richcompare(m, x, y, op) : NULL;
    xdecref(m, x);
    xdecref(m, y);
    return result;
}

/* As a tuple's, but that the length is not mixed in. */
static hash_t slice_hash(Machine *m, Object *o)
{
    SliceObject *s = as_slice(o);
    Object *parts[] = {s->start, s->stop, s->step};
    if (!m->profile->slice_hashable)
        return object_hash_not_implemented(m, o);
    uint64_t acc = SEQUENCE_HASH_START;
    for (int i = 0; i < 3; i++) {
        hash_t lane = object_hash(m, parts[i]);
        if (lane == -1)
            return -1;
        acc = sequence_hash_mix(acc, lane);
    }
    return acc == UINT64_MAX ? 1546275796 : (hash_t)acc;
}

/* ---- attributes and methods ------------------------------------------------------------------ */

static Object *get_start(Machine *m, Object *o)
{
    (void)m;
    return newref(as_slice(o)->start);
}

static Object *get_stop(Machine *m, Object *o)
{
    (void)m;
    return newref(as_slice(o)->stop);
}

static Object *get_step(Machine *m, Object *o)
{
    (void)m;
    return newref(as_slice(o)->step);
}

static Object *slice_method_indices(Machine *m, Object *self, Object *const *args, size_t nargs,
                                    Object *kwnames)
{
    (void)nargs, (void)kwnames;
    Object *length = sequence_exact_index(m, args[0]), *bounds[3];
    if (!length)
        return NULL;
    int status = -1;
    if (int_sign(length) < 0)
        error_set(m, EXC_ValueError, "length should not be negative");
    else
        status = slice_long_indices(m, self, length, &bounds[0], &bounds[1], &bounds[2]);
    decref(m, length);
    return status < 0 ? NULL : tuple_from_array_steal(m, bounds, 3);
}

static Object *slice_reduce(Machine *m, Object *self, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *parts = slice_as_tuple(m, as_slice(self));
    if (!parts)
        return NULL;
    Object *pair[] = {newref(self->type), parts};
    return tuple_from_array_steal(m, pair, 2);
}

static const MethodDef slice_methods[] = {
    {"indices", slice_method_indices, METH_O, "Start, stop and step for a given length."},
    {"__reduce__", slice_reduce, METH_NOARGS, NULL},
    {0},
};

static const GetSetDef slice_getset[] = {
    {"start", get_start, sequence_read_only},
    {"stop", get_stop, sequence_read_only},
    {"step", get_step, sequence_read_only},
    {0},
};

const TypeSpec slice_spec = {
    .name = "slice",
    .flags = TYPE_GC,
    .basicsize = SLICE_BASICSIZE,
    .size = sizeof(SliceObject),
    .methods = slice_methods,
    .getset = slice_getset,
    .doc = "A start, a stop and a step.",
    .slots =
        {
            .tp_dealloc = slice_dealloc,
            .tp_repr = slice_repr,
            .tp_hash = slice_hash,
            .tp_richcompare = slice_richcompare,
            .tp_new = slice_tp_new,
            .tp_traverse = slice_traverse,
        },
};
