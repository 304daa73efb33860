/* range and its iterators: Objects/rangeobject.c.
 *
 * A range holds ints of any size.  Its iterator is the small one (C integers) if start, stop, step
 * and length fit, as nearly all do; else the long one. */
#include <pyviz/machine/iter.h>

#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "../specs.h"
#include "iterators.h"
#include "sequence.h"

enum { RANGE_BASICSIZE = 48 };

typedef struct LongRangeIterator {
    Object ob_base;
    Object *start, *step, *len; /* start is the next value, len how many are still to come */
    int64_t taken;
} LongRangeIterator;

static RangeObject *as_range(Object *o)
{
    return (RangeObject *)o;
}

static Object *small_int(Machine *m, int v) /* borrowed */
{
    return m->small_ints[v - SMALL_INT_MIN];
}

/* ---- lengths --------------------------------------------------------------------------------- */

/* How many values from start up (down) to stop; 0 if there are none. */
static uint64_t count_small(int64_t start, int64_t stop, int64_t step)
{
    if (step > 0 && start < stop)
        return 1 + ((uint64_t)stop - 1 - (uint64_t)start) / (uint64_t)step;
    if (step < 0 && start > stop)
        return 1 + ((uint64_t)start - 1 - (uint64_t)stop) / (0 - (uint64_t)step);
    return 0;
}

/* (high - low - 1) // step + 1 for low < high and step > 0. */
static Object *count_between(Machine *m, Object *low, Object *high, Object *step)
{
    Object *one = small_int(m, 1), *quotient = NULL, *result = NULL;
    Object *span = int_sub(m, high, low);
    Object *last = span ? int_sub(m, span, one) : NULL;
    if (last && int_divmod(m, last, step, &quotient, NULL, "") == 0)
        result = int_add(m, quotient, one);
    xdecref(m, span);
    xdecref(m, last);
    xdecref(m, quotient);
    return result;
}

static Object *compute_length(Machine *m, Object *start, Object *stop, Object *step)
{
    if (int_fits_i64(start) && int_fits_i64(stop) && int_fits_i64(step)) {
        int ignored;
        return int_from_u64(m, count_small(int_as_i64(start, &ignored), int_as_i64(stop, &ignored),
                                           int_as_i64(step, &ignored)));
    }
    bool down = int_sign(step) < 0;
    Object *low = down ? stop : start, *high = down ? start : stop;
    if (int_compare(low, high) >= 0)
        return int_from_i64(m, 0);
    Object *stride = down ? int_negate(m, step) : newref(step);
    Object *length = stride ? count_between(m, low, high, stride) : NULL;
    xdecref(m, stride);
    return length;
}

/* ---- making and unmaking --------------------------------------------------------------------- */

/* Of exact ints, step not 0; takes references. */
static Object *range_new(Machine *m, Object *start, Object *stop, Object *step)
{
    Object *length = compute_length(m, start, stop, step);
    RangeObject *r = length ? object_new(m, m->types.range, sizeof *r, RANGE_BASICSIZE) : NULL;
    if (!r) {
        xdecref(m, length);
        return NULL;
    }
    r->start = newref(start);
    r->stop = newref(stop);
    r->step = newref(step);
    r->length = length;
    return (Object *)r;
}

/* Steals all three, which may be NULL after an error. */
static Object *range_new_steal(Machine *m, Object *start, Object *stop, Object *step)
{
    Object *r = start && stop && step ? range_new(m, start, stop, step) : NULL;
    xdecref(m, start);
    xdecref(m, stop);
    xdecref(m, step);
    return r;
}

static Object *step_argument(Machine *m, Object *o)
{
    Object *step = sequence_exact_index(m, o);
    if (step && int_sign(step) == 0) {
        error_set(m, EXC_ValueError, "range() arg 3 must not be zero");
        clear_ref(m, step);
    }
    return step;
}

static Object *range_tp_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)type;
    if (!arg_no_keywords(m, "range", kwnames) || !arg_check_positional(m, "range", nargs, 1, 3))
        return NULL;
    if (nargs == 1)
        return range_new_steal(m, newref(small_int(m, 0)), sequence_exact_index(m, args[0]),
                               newref(small_int(m, 1)));
    Object *start = sequence_exact_index(m, args[0]);
    Object *stop = start ? sequence_exact_index(m, args[1]) : NULL;
    Object *step = NULL;
    if (stop)
        step = nargs == 3 ? step_argument(m, args[2]) : newref(small_int(m, 1));
    return range_new_steal(m, start, stop, step);
}

static void range_dealloc(Machine *m, Object *o)
{
    clear_ref(m, as_range(o)->start);
    clear_ref(m, as_range(o)->stop);
    clear_ref(m, as_range(o)->step);
    clear_ref(m, as_range(o)->length);
    object_free(m, o, RANGE_BASICSIZE);
}

static int range_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    RangeObject *r = as_range(o);
    return VISIT(r->start, r->stop, r->step, r->length);
}

/* ---- items ----------------------------------------------------------------------------------- */

/* start + i * step */
static Object *compute_item(Machine *m, RangeObject *r, Object *i)
{
    Object *offset = int_mul(m, i, r->step);
    Object *item = offset ? int_add(m, r->start, offset) : NULL;
    xdecref(m, offset);
    return item;
}

/* Negative i counts from the end. */
static Object *range_item_at(Machine *m, RangeObject *r, Object *i)
{
    Object *at = int_sign(i) < 0 ? int_add(m, i, r->length) : newref(i);
    if (!at)
        return NULL;
    Object *item = NULL;
    if (int_sign(at) < 0 || int_compare(at, r->length) >= 0)
        error_set(m, EXC_IndexError, "range object index out of range");
    else
        item = compute_item(m, r, at);
    decref(m, at);
    return item;
}

static Object *range_sq_item(Machine *m, Object *o, ssize_t i)
{
    Object *index = int_from_i64(m, i);
    Object *item = index ? range_item_at(m, as_range(o), index) : NULL;
    xdecref(m, index);
    return item;
}

static Object *range_slice(Machine *m, RangeObject *r, Object *slice)
{
    Object *start, *stop, *step;
    if (slice_long_indices(m, slice, r->length, &start, &stop, &step) < 0)
        return NULL;
    Object *new_step = int_mul(m, r->step, step);
    Object *new_start = new_step ? compute_item(m, r, start) : NULL;
    Object *new_stop = new_start ? compute_item(m, r, stop) : NULL;
    decref(m, start);
    decref(m, stop);
    decref(m, step);
    return range_new_steal(m, new_start, new_stop, new_step);
}

static Object *range_subscript(Machine *m, Object *o, Object *key)
{
    if (is_int(key) || slots_of(key)->nb_index) {
        Object *i = sequence_exact_index(m, key);
        Object *item = i ? range_item_at(m, as_range(o), i) : NULL;
        xdecref(m, i);
        return item;
    }
    if (is_exact(m, key, slice))
        return range_slice(m, as_range(o), key);
    return error_set(m, EXC_TypeError, "range indices must be integers or slices, not %.200s",
                     type_name(key));
}

static ssize_t range_length(Machine *m, Object *o)
{
    ssize_t n;
    return int_as_c_ssize(m, as_range(o)->length, &n) ? n : -1;
}

static int range_bool(Machine *m, Object *o)
{
    (void)m;
    return int_sign(as_range(o)->length) != 0;
}

/* ---- looking for a value --------------------------------------------------------------------- */

/* Within the bounds, and a whole number of steps from the start?  1, 0 or -1. */
static int contains_int(Machine *m, RangeObject *r, Object *value)
{
    bool down = int_sign(r->step) < 0;
    int from_start = int_compare(value, r->start), to_stop = int_compare(value, r->stop);
    if (down ? from_start > 0 || to_stop <= 0 : from_start < 0 || to_stop >= 0)
        return 0;
    Object *distance = int_sub(m, value, r->start), *rest = NULL;
    int found = -1;
    if (distance && int_divmod(m, distance, r->step, NULL, &rest, "") == 0)
        found = int_sign(rest) == 0;
    xdecref(m, distance);
    xdecref(m, rest);
    return found;
}

static bool is_plain_int(const Machine *m, Object *o)
{
    return is_exact(m, o, int_) || is_exact(m, o, bool_);
}

/* What is no int may still be equal to one, so every value is compared, as for any sequence. *count
 * gets how many are equal, *first the index of the first; ends there if count is NULL. */
static int search_items(Machine *m, Object *o, Object *value, ssize_t *first, ssize_t *count)
{
    Object *iterator = object_getiter(m, o), *item;
    if (!iterator)
        return -1;
    int equal = 0;
    ssize_t found = 0;
    *first = -1;
    for (ssize_t i = 0; (item = iter_next(m, iterator)); i++) {
        equal = object_richcompare_bool(m, item, value, COMPARE_EQ);
        decref(m, item);
        if (equal == 0)
            EMIT(m, RANGE_PROBE, o, i, value);
        if (equal > 0 && found++ == 0)
            *first = i;
        if (equal < 0 || (equal && !count))
            break;
    }
    decref(m, iterator);
    if (count)
        *count = found;
    return equal < 0 || error_occurred(m) ? -1 : 0;
}

static int range_contains(Machine *m, Object *o, Object *value)
{
    ssize_t first;
    if (is_plain_int(m, value))
        return contains_int(m, as_range(o), value);
    return search_items(m, o, value, &first, NULL) < 0 ? -1 : first >= 0;
}

static Object *range_count(Machine *m, Object *self, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    (void)nargs, (void)kwnames;
    ssize_t first, count;
    if (is_plain_int(m, args[0])) {
        int found = contains_int(m, as_range(self), args[0]);
        return found < 0 ? NULL : int_from_i64(m, found);
    }
    return search_items(m, self, args[0], &first, &count) < 0 ? NULL : int_from_i64(m, count);
}

static Object *index_of_int(Machine *m, RangeObject *r, Object *value)
{
    int found = contains_int(m, r, value);
    if (found < 0)
        return NULL;
    if (!found)
        return error_set(m, EXC_ValueError, "%R is not in range", value);
    Object *distance = int_sub(m, value, r->start), *index = NULL;
    if (distance && int_divmod(m, distance, r->step, &index, NULL, "") < 0)
        index = NULL;
    xdecref(m, distance);
    return index;
}

static Object *range_index(Machine *m, Object *self, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    (void)nargs, (void)kwnames;
    ssize_t first;
    if (is_plain_int(m, args[0]))
        return index_of_int(m, as_range(self), args[0]);
    if (search_items(m, self, args[0], &first, NULL) < 0)
        return NULL;
    if (first < 0)
        return error_set(m, EXC_ValueError, "sequence.index(x): x not in sequence");
    return int_from_i64(m, first);
}

/* ---- text, comparison, hash ------------------------------------------------------------------ */

static bool is_one(const Machine *m, const Object *o)
{
    return o == m->small_ints[1 - SMALL_INT_MIN];
}

static Object *range_repr(Machine *m, Object *o)
{
    RangeObject *r = as_range(o);
    if (is_one(m, r->step))
        return str_printf(m, "range(%R, %R)", r->start, r->stop);
    return str_printf(m, "range(%R, %R, %R)", r->start, r->stop, r->step);
}

/* Ranges are equal if their values are. */
static bool range_equals(const Machine *m, RangeObject *a, RangeObject *b)
{
    if (a == b)
        return true;
    if (int_compare(a->length, b->length) != 0)
        return false;
    if (int_sign(a->length) == 0)
        return true;
    if (int_compare(a->start, b->start) != 0)
        return false;
    return is_one(m, a->length) || int_compare(a->step, b->step) == 0;
}

static Object *range_richcompare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if (!is_exact(m, b, range) || (op != COMPARE_EQ && op != COMPARE_NE))
        return newref(m->not_implemented);
    bool equal = range_equals(m, as_range(a), as_range(b));
    return newref(bool_of(m, equal == (op == COMPARE_EQ)));
}

/* hash((length, start, step)) with None for what does not tell equal ranges apart. */
static hash_t range_hash(Machine *m, Object *o)
{
    RangeObject *r = as_range(o);
    bool empty = int_sign(r->length) == 0, single = is_one(m, r->length);
    Object *parts = tuple_pack(m, 3, r->length, empty ? m->none : r->start,
                               empty || single ? m->none : r->step);
    if (!parts)
        return -1;
    hash_t hash = object_hash(m, parts);
    decref(m, parts);
    return hash;
}

/* ---- iterators ------------------------------------------------------------------------------- */

static size_t iterator_size(const Machine *m)
{
    return (size_t)m->profile->range_iterator_size;
}

static Object *small_iterator_new(Machine *m, int64_t start, int64_t step, uint64_t len)
{
    RangeIterator *it = object_new(m, m->types.range_iterator, sizeof *it, iterator_size(m));
    if (!it)
        return NULL;
    it->start = start;
    it->step = step;
    it->len = it->total = (int64_t)len;
    return (Object *)it;
}

/* Steals start and step. */
static Object *long_iterator_new(Machine *m, Object *start, Object *step, Object *len)
{
    LongRangeIterator *it = NULL;
    if (start && step)
        it = object_new(m, m->types.longrange_iterator, sizeof *it, iterator_size(m));
    if (!it) {
        xdecref(m, start);
        xdecref(m, step);
        return NULL;
    }
    it->start = start;
    it->step = step;
    it->len = newref(len);
    it->taken = 0;
    return (Object *)it;
}

/* Do the bounds and the length fit into C integers? */
static bool fits_small(RangeObject *r, int64_t *start, int64_t *stop, int64_t *step, uint64_t *len)
{
    if (!int_fits_i64(r->start) || !int_fits_i64(r->stop) || !int_fits_i64(r->step))
        return false;
    int ignored;
    *start = int_as_i64(r->start, &ignored);
    *stop = int_as_i64(r->stop, &ignored);
    *step = int_as_i64(r->step, &ignored);
    *len = count_small(*start, *stop, *step);
    return *len <= INT64_MAX;
}

static Object *range_iter(Machine *m, Object *o)
{
    RangeObject *r = as_range(o);
    int64_t start, stop, step, beyond;
    uint64_t len;
    /* The value after the last must fit too; CPython looks at the furthest that it could be. */
    if (fits_small(r, &start, &stop, &step, &len) &&
        (len == 0 || !__builtin_add_overflow(stop, step > 0 ? step - 1 : step + 1, &beyond)))
        return small_iterator_new(m, start, step, len);
    return long_iterator_new(m, newref(r->start), newref(r->step), r->length);
}

static Object *long_reversed(Machine *m, RangeObject *r)
{
    Object *last = int_sub(m, r->length, small_int(m, 1));
    Object *start = last ? compute_item(m, r, last) : NULL;
    Object *step = start ? int_negate(m, r->step) : NULL;
    xdecref(m, last);
    return long_iterator_new(m, start, step, r->length);
}

/* Small again if the last value and the one that would follow the first fit as well. */
static Object *range_reversed(Machine *m, Object *self, Object *const *args, size_t nargs,
                              Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    RangeObject *r = as_range(self);
    int64_t start, stop, step, before;
    uint64_t len;
    if (!fits_small(r, &start, &stop, &step, &len) || step == INT64_MIN ||
        __builtin_sub_overflow(start, step, &before))
        return long_reversed(m, r);
    int64_t last = (int64_t)((uint64_t)before + len * (uint64_t)step);
    return small_iterator_new(m, last, -step, len);
}

Object *range_iterator_next(Machine *m, Object *iterator)
{
    RangeIterator *it = (RangeIterator *)iterator;
    if (it->len <= 0)
        return NULL;
    int64_t value = it->start;
    it->start = (int64_t)((uint64_t)value + (uint64_t)it->step);
    it->len--;
    return int_from_i64(m, value);
}

static Object *long_next(Machine *m, Object *o)
{
    LongRangeIterator *it = (LongRangeIterator *)o;
    if (int_sign(it->len) <= 0)
        return NULL;
    Object *len = int_sub(m, it->len, small_int(m, 1));
    Object *start = len ? int_add(m, it->start, it->step) : NULL;
    if (!start) {
        xdecref(m, len);
        return NULL;
    }
    Object *value = it->start;
    it->start = start;
    decref(m, it->len);
    it->len = len;
    it->taken++;
    return value;
}

static void small_dealloc(Machine *m, Object *o)
{
    object_free(m, o, iterator_size(m));
}

static void long_dealloc(Machine *m, Object *o)
{
    LongRangeIterator *it = (LongRangeIterator *)o;
    clear_ref(m, it->start);
    clear_ref(m, it->step);
    clear_ref(m, it->len);
    object_free(m, o, iterator_size(m));
}

static int no_references(Machine *m, Object *o, visitproc visit, void *arg)
{
    (void)m, (void)o, (void)visit, (void)arg;
    return 0;
}

static int long_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    LongRangeIterator *it = (LongRangeIterator *)o;
    return VISIT(it->start, it->step, it->len);
}

static ssize_t iterator_sizeof(Machine *m, Object *o)
{
    (void)o;
    return (ssize_t)iterator_size(m);
}

static Object *small_length_hint(Machine *m, Object *self, Object *const *args, size_t nargs,
                                 Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return int_from_i64(m, ((RangeIterator *)self)->len);
}

static Object *long_length_hint(Machine *m, Object *self, Object *const *args, size_t nargs,
                                Object *kwnames)
{
    (void)m, (void)args, (void)nargs, (void)kwnames;
    return newref(((LongRangeIterator *)self)->len);
}

/* (iter, (range(start, start + len * step, step),), state); steals nothing. */
static Object *reduce_as(Machine *m, Object *start, Object *step, Object *len, Object *state)
{
    Object *span = int_mul(m, len, step);
    Object *stop = span ? int_add(m, start, span) : NULL;
    Object *range = stop ? range_new(m, start, stop, step) : NULL;
    xdecref(m, span);
    xdecref(m, stop);
    return range ? iterator_reduce(m, "iter", range, newref(state)) : NULL;
}

/* Up to 3.11 it is the whole range, and how many have been taken. */
static Object *reduce_whole(Machine *m, Object *start, Object *step, Object *len, int64_t taken)
{
    Object *count = int_from_i64(m, taken), *back = count ? int_mul(m, count, step) : NULL;
    Object *first = back ? int_sub(m, start, back) : NULL;
    Object *all = first ? int_add(m, len, count) : NULL;
    Object *result = all ? reduce_as(m, first, step, all, count) : NULL;
    xdecref(m, count);
    xdecref(m, back);
    xdecref(m, first);
    xdecref(m, all);
    return result;
}

static Object *reduce_iterator(Machine *m, Object *start, Object *step, Object *len, int64_t taken)
{
    return m->profile->range_iterator_counts ? reduce_whole(m, start, step, len, taken)
                                             : reduce_as(m, start, step, len, m->none);
}

static Object *small_reduce(Machine *m, Object *self, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    RangeIterator *it = (RangeIterator *)self;
    Object *start = int_from_i64(m, it->start);
    Object *step = start ? int_from_i64(m, it->step) : NULL;
    Object *len = step ? int_from_i64(m, it->len) : NULL;
    Object *result = len ? reduce_iterator(m, start, step, len, it->total - it->len) : NULL;
    xdecref(m, start);
    xdecref(m, step);
    xdecref(m, len);
    return result;
}

static Object *long_reduce(Machine *m, Object *self, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    LongRangeIterator *it = (LongRangeIterator *)self;
    return reduce_iterator(m, it->start, it->step, it->len, it->taken);
}

static Object *small_setstate(Machine *m, Object *self, Object *const *args, size_t nargs,
                              Object *kwnames)
{
    (void)nargs, (void)kwnames;
    RangeIterator *it = (RangeIterator *)self;
    ssize_t i;
    if (!int_as_c_ssize(m, args[0], &i))
        return NULL;
    if (m->profile->range_iterator_counts) { /* from the start, then */
        int64_t taken = it->total - it->len;
        it->start = (int64_t)((uint64_t)it->start - (uint64_t)taken * (uint64_t)it->step);
        it->len = it->total;
    }
    i = i < 0 ? 0 : i > it->len ? it->len : i;
    it->start = (int64_t)((uint64_t)it->start + (uint64_t)i * (uint64_t)it->step);
    it->len -= i;
    return newref(m->none);
}

/* Goes on by so many values (negative: back). */
static bool long_move(Machine *m, LongRangeIterator *it, Object *count)
{
    int overflow;
    Object *span = int_mul(m, count, it->step);
    Object *start = span ? int_add(m, it->start, span) : NULL;
    Object *len = start ? int_sub(m, it->len, count) : NULL;
    xdecref(m, span);
    if (!len) {
        xdecref(m, start);
        return false;
    }
    decref(m, it->start);
    decref(m, it->len);
    it->start = start;
    it->len = len;
    it->taken += int_as_i64(count, &overflow);
    return true;
}

static Object *long_setstate(Machine *m, Object *self, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    (void)nargs, (void)kwnames;
    LongRangeIterator *it = (LongRangeIterator *)self;
    Object *count = args[0];
    if (!is_int(count))
        return error_set(m, EXC_TypeError, "'%.100s' object cannot be interpreted as an integer",
                         type_name(count));
    if (m->profile->range_iterator_counts) { /* from the start, then */
        Object *back = int_from_i64(m, -it->taken);
        bool ok = back && long_move(m, it, back);
        xdecref(m, back);
        if (!ok)
            return NULL;
    }
    if (int_sign(count) < 0)
        count = small_int(m, 0);
    else if (int_compare(count, it->len) > 0)
        count = it->len;
    incref(count);
    bool ok = long_move(m, it, count);
    decref(m, count);
    return ok ? newref(m->none) : NULL;
}

/* ---- types ----------------------------------------------------------------------------------- */

static Object *get_start(Machine *m, Object *o)
{
    (void)m;
    return newref(as_range(o)->start);
}

static Object *get_stop(Machine *m, Object *o)
{
    (void)m;
    return newref(as_range(o)->stop);
}

static Object *get_step(Machine *m, Object *o)
{
    (void)m;
    return newref(as_range(o)->step);
}

static Object *range_reduce(Machine *m, Object *self, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    RangeObject *r = as_range(self);
    Object *bounds = tuple_pack(m, 3, r->start, r->stop, r->step);
    if (!bounds)
        return NULL;
    Object *pair[] = {newref(self->type), bounds};
    return tuple_from_array_steal(m, pair, 2);
}

static const MethodDef range_methods[] = {
    {"__reversed__", range_reversed, METH_NOARGS, "An iterator from the last value on."},
    {"__reduce__", range_reduce, METH_NOARGS, NULL},
    {"count", range_count, METH_O, "How many values equal a value."},
    {"index", range_index, METH_O, "The index of a value; ValueError if it is absent."},
    {0},
};

static const GetSetDef range_getset[] = {
    {"start", get_start, sequence_read_only},
    {"stop", get_stop, sequence_read_only},
    {"step", get_step, sequence_read_only},
    {0},
};

const TypeSpec range_spec = {
    .name = "range",
    .flags = TYPE_SEQUENCE,
    .basicsize = RANGE_BASICSIZE,
    .size = sizeof(RangeObject),
    .methods = range_methods,
    .getset = range_getset,
    .doc = "The ints from a start up to, not including, a stop.",
    .slots =
        {
            .tp_dealloc = range_dealloc,
            .tp_repr = range_repr,
            .tp_hash = range_hash,
            .tp_richcompare = range_richcompare,
            .tp_iter = range_iter,
            .tp_new = range_tp_new,
            .tp_traverse = range_traverse,
            .nb_bool = range_bool,
            .sq_length = range_length,
            .sq_item = range_sq_item,
            .sq_contains = range_contains,
            .mp_length = range_length,
            .mp_subscript = range_subscript,
        },
};

static const MethodDef small_methods[] = {
    {"__length_hint__", small_length_hint, METH_NOARGS, NULL},
    {"__reduce__", small_reduce, METH_NOARGS, NULL},
    {"__setstate__", small_setstate, METH_O, NULL},
    {0},
};

const TypeSpec range_iterator_spec = {
    .name = "range_iterator",
    .flags = TYPE_NO_NEW,
    .basicsize = 40, /* but see profile.range_iterator_size */
    .size = sizeof(RangeIterator),
    .methods = small_methods,
    .slots =
        {
            .tp_dealloc = small_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = range_iterator_next,
            .tp_traverse = no_references,
            .tp_sizeof = iterator_sizeof,
        },
};

static const MethodDef long_methods[] = {
    {"__length_hint__", long_length_hint, METH_NOARGS, NULL},
    {"__reduce__", long_reduce, METH_NOARGS, NULL},
    {"__setstate__", long_setstate, METH_O, NULL},
    {0},
};

const TypeSpec longrange_iterator_spec = {
    .name = "longrange_iterator",
    .flags = TYPE_NO_NEW,
    .basicsize = 40,
    .size = sizeof(LongRangeIterator),
    .methods = long_methods,
    .slots =
        {
            .tp_dealloc = long_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = long_next,
            .tp_traverse = long_traverse,
            .tp_sizeof = iterator_sizeof,
        },
};
