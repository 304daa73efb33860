/* The builtin functions that walk an iterable: Python/bltinmodule.c. */
#include "builtins.h"

#include <pyviz/machine/bytearray.h>
#include <pyviz/machine/float.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/iter.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "../gc.h"

#include <math.h>

/* ---- all, any -------------------------------------------------------------------------------- */

/* Does any item have the truth that is asked for?  1, 0, -1. */
static int some_item_is(Machine *m, Object *iterable, int truth)
{
    Object *iterator = object_getiter(m, iterable), *item;
    if (!iterator)
        return -1;
    int found = 0;
    while (found == 0 && (item = iter_next(m, iterator))) {
        int value = object_is_true(m, item);
        decref(m, item);
        found = value < 0 ? -1 : value == truth;
    }
    decref(m, iterator);
    return error_occurred(m) ? -1 : found;
}

BUILTIN(builtin_all)
{
    UNUSED_ONE;
    int found = some_item_is(m, args[0], 0);
    return found < 0 ? NULL : newref(bool_of(m, !found));
}

BUILTIN(builtin_any)
{
    UNUSED_ONE;
    int found = some_item_is(m, args[0], 1);
    return bool_result(m, found);
}

/* ---- iter, next ------------------------------------------------------------------------------ */

BUILTIN(builtin_iter)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "iter", nargs, 1, 2))
        return NULL;
    if (nargs == 1)
        return object_getiter(m, args[0]);
    if (!object_is_callable(args[0]))
        return error_set(m, EXC_TypeError, "%s", m->profile->iter_not_callable);
    return callable_iterator_new(m, args[0], args[1]);
}

BUILTIN(builtin_next)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "next", nargs, 1, 2))
        return NULL;
    Object *iterator = args[0];
    if (!slots_of(iterator)->tp_iternext)
        return error_set(m, EXC_TypeError, "'%.200s' object is not an iterator",
                         type_name(iterator));
    Object *item = slots_of(iterator)->tp_iternext(m, iterator);
    if (item)
        return item;
    if (nargs == 1)
        return error_occurred(m) ? NULL : error_set_none(m, EXC_StopIteration);
    if (error_occurred(m)) {
        if (!error_matches(m, EXC_StopIteration))
            return NULL;
        error_clear(m);
    }
    return newref(args[1]);
}

/* ---- max, min -------------------------------------------------------------------------------- */

/* The best so far: the item, and what the key function made of it. */
struct best {
    enum compare_op op;
    Object *key; /* or NULL */
    Object *item, *value;
};

/* The item takes the place of the best if it is better.  Steals item.  0 or -1. */
static int consider(Machine *m, struct best *best, Object *item)
{
    Object *value = best->key ? object_call1(m, best->key, item) : newref(item);
    int better = !value        ? -1
                 : !best->item ? 1
                               : object_richcompare_bool(m, value, best->value, best->op);
    if (better > 0) {
        Object *old_item = best->item, *old_value = best->value;
        best->item = item;
        best->value = value;
        xdecref(m, old_value);
        xdecref(m, old_item);
        return 0;
    }
    xdecref(m, value);
    decref(m, item);
    return better;
}

static int consider_iterable(Machine *m, struct best *best, Object *iterable)
{
    Object *iterator = object_getiter(m, iterable), *item;
    if (!iterator)
        return -1;
    int status = 0;
    while (status == 0 && (item = iter_next(m, iterator)))
        status = consider(m, best, item);
    decref(m, iterator);
    return error_occurred(m) ? -1 : 0;
}

/* Up to 3.12 they are a tuple, with an iterator that the collector counts. */
static int consider_arguments(Machine *m, struct best *best, Object *const *args, size_t nargs)
{
    int status = 0;
    if (m->profile->min_max_pack_arguments)
        gc_count_allocation(m);
    for (size_t i = 0; i < nargs && status == 0; i++)
        status = consider(m, best, newref(args[i]));
    if (m->profile->min_max_pack_arguments)
        gc_count_free(m);
    return status;
}

static Object *min_max(Machine *m, const char *name, enum compare_op op, Object *const *args,
                       size_t nargs, Object *kwnames)
{
    static const char *const names[] = {"key", "default", NULL};
    Object *out[2] = {0};
    if (m->profile->min_max_parser_made_late && kwnames && !arg_late_parser(m, name, names))
        return NULL;
    if (!arg_check_positional(m, name, nargs, 1, SIZE_MAX) ||
        (kwnames && !arg_parse_known(m, name, args + nargs, 0, kwnames, names, 0, 0, out)))
        return NULL;
    if (nargs > 1 && out[1])
        return error_set(m, EXC_TypeError,
                         "Cannot specify a default for %s() with multiple positional arguments",
                         name);
    struct best best = {op, out[0] == m->none ? NULL : out[0], NULL, NULL};
    int status = nargs == 1 ? consider_iterable(m, &best, args[0])
                            : consider_arguments(m, &best, args, nargs);
    xdecref(m, best.value);
    if (status < 0) {
        xdecref(m, best.item);
        return NULL;
    }
    if (best.item)
        return best.item;
    return out[1] ? newref(out[1]) : error_set(m, EXC_ValueError, m->profile->min_max_empty, name);
}

BUILTIN(builtin_max)
{
    UNUSED_SELF;
    return min_max(m, "max", COMPARE_GT, args, nargs, kwnames);
}

BUILTIN(builtin_min)
{
    UNUSED_SELF;
    return min_max(m, "min", COMPARE_LT, args, nargs, kwnames);
}

/* ---- sorted ---------------------------------------------------------------------------------- */

/* A new list, and its method sort with what keywords there are. */
BUILTIN(builtin_sorted)
{
    UNUSED_SELF;
    if (!arg_check_positional(m, "sorted", nargs, 1, 1))
        return NULL;
    Object *list = sequence_list(m, args[0]);
    Object *sort = list ? object_getattr(m, list, m->id.sort) : NULL;
    Object *none = sort ? object_vectorcall(m, sort, args + 1, 0, kwnames) : NULL;
    xdecref(m, sort);
    if (!none) {
        xdecref(m, list);
        return NULL;
    }
    decref(m, none);
    return list;
}

/* ---- sum ------------------------------------------------------------------------------------- */

/* While all items are ints of a machine word, or floats, CPython adds C numbers, and makes objects
 * again when something else comes.  Since 3.12 the float sum carries along what rounding lost
 * (Neumaier's way). */
struct sum {
    Object *iterator;
    Object *total; /* owned */
};

/* total += item, which it steals.  0 or -1. */
static int sum_add(Machine *m, struct sum *s, Object *item)
{
    Object *total = number_binary(m, s->total, item, NB_ADD);
    decref(m, s->total);
    decref(m, item);
    s->total = total;
    return total ? 0 : -1;
}

static int sum_replace(Machine *m, struct sum *s, Object *total)
{
    decref(m, s->total);
    s->total = total;
    return total ? 0 : -1;
}

/* Adds ints up to the first item that is none, which is added too.  1: the end; 0: go on; -1. */
static int sum_ints(Machine *m, struct sum *s)
{
    int overflow;
    int64_t total = int_as_i64(s->total, &overflow), value, next;
    if (overflow)
        return 0;
    Object *item;
    while ((item = iter_next(m, s->iterator))) {
        bool plain = is_exact(m, item, int_) || is_exact(m, item, bool_);
        value = plain ? int_as_i64(item, &overflow) : 0;
        if (!plain || overflow || __builtin_add_overflow(total, value, &next)) {
            if (sum_replace(m, s, int_from_i64(m, total)) == 0)
                return sum_add(m, s, item);
            decref(m, item);
            return -1;
        }
        decref(m, item);
        total = next;
    }
    return error_occurred(m) || sum_replace(m, s, int_from_i64(m, total)) < 0 ? -1 : 1;
}

struct float_sum {
    double total, lost;
    bool compensates;
};

static void float_add(struct float_sum *f, double x)
{
    double t = f->total + x;
    if (f->compensates)
        f->lost += fabs(f->total) >= fabs(x) ? (f->total - t) + x : (x - t) + f->total;
    f->total = t;
}

static double float_total(const struct float_sum *f)
{
    return f->lost != 0 && isfinite(f->lost) ? f->total + f->lost : f->total;
}

static int sum_floats(Machine *m, struct sum *s)
{
    struct float_sum f = {float_value(s->total), 0, m->profile->sum_compensates};
    Object *item;
    while ((item = iter_next(m, s->iterator))) {
        int overflow = 1;
        int64_t value = is_int(item) ? int_as_i64(item, &overflow) : 0;
        if (is_exact(m, item, float_)) {
            float_add(&f, float_value(item));
        } else if (!overflow) {
            f.total += (double)value;
        } else {
            if (sum_replace(m, s, float_from_double(m, float_total(&f))) == 0)
                return sum_add(m, s, item);
            decref(m, item);
            return -1;
        }
        decref(m, item);
    }
    return error_occurred(m) || sum_replace(m, s, float_from_double(m, float_total(&f))) < 0 ? -1
                                                                                             : 1;
}

static int sum_objects(Machine *m, struct sum *s)
{
    Object *item;
    while ((item = iter_next(m, s->iterator)))
        if (sum_add(m, s, item) < 0)
            return -1;
    return error_occurred(m) ? -1 : 1;
}

/* CPython's order: first ints as long as they last, then floats, then anything. */
static Object *sum_all(Machine *m, struct sum *s)
{
    int status = 0;
    if (is_exact(m, s->total, int_))
        status = sum_ints(m, s);
    if (status == 0 && is_exact(m, s->total, float_))
        status = sum_floats(m, s);
    if (status == 0)
        status = sum_objects(m, s);
    decref(m, s->iterator);
    if (status > 0)
        return s->total;
    xdecref(m, s->total);
    return NULL;
}

BUILTIN(builtin_sum)
{
    static const char *const names[] = {"", "start", NULL};
    UNUSED_SELF;
    Object *out[2];
    if (!arg_parse(m, "sum", args, nargs, kwnames, names, 1, 2, out))
        return NULL;
    struct sum s = {object_getiter(m, out[0]), NULL};
    if (!s.iterator)
        return NULL;
    const char *refused = !out[1]            ? NULL
                          : is_str(out[1])   ? "sum() can't sum strings [use ''.join(seq) instead]"
                          : is_bytes(out[1]) ? "sum() can't sum bytes [use b''.join(seq) instead]"
                          : is_bytearray(m, out[1])
                              ? "sum() can't sum bytearray [use b''.join(seq) instead]"
                              : NULL;
    if (refused) {
        decref(m, s.iterator);
        return error_set(m, EXC_TypeError, "%s", refused);
    }
    s.total = out[1] ? newref(out[1]) : int_from_i64(m, 0);
    return sum_all(m, &s);
}

const MethodDef builtins_iter_methods[] = {
    {"all", builtin_all, METH_O, "Is every item true?"},
    {"any", builtin_any, METH_O, "Is some item true?"},
    {"iter", builtin_iter, METH_FASTCALL, "An iterator over the items."},
    {"next", builtin_next, METH_FASTCALL, "The next item of an iterator."},
    {"max", builtin_max, METH_KEYWORDS | METH_PACKED_ONCE, "The largest item."},
    {"min", builtin_min, METH_KEYWORDS | METH_PACKED_ONCE, "The smallest item."},
    {"sorted", builtin_sorted, METH_KEYWORDS, "A new list of the items in order."},
    {"sum", builtin_sum, METH_KEYWORDS, "The items added up."},
    {NULL, NULL, 0, NULL},
};
