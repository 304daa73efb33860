/* deque: its methods, operators and text.  Modules/_collectionsmodule.c */
#include "collections_deque.h"

#include "../compare.h"
#include "../objects/generic_alias.h"
#include "../objects/sequence.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/list.h>

static DequeObject *as_deque(Object *o)
{
    return (DequeObject *)o;
}

static Object *none_if(Machine *m, int status)
{
    return status < 0 ? NULL : newref(m->none);
}

/* ---- the ends -------------------------------------------------------------------------------- */

BUILTIN(method_append)
{
    ONE_ARG;
    return none_if(m, deque_append(m, as_deque(self), args[0]));
}

BUILTIN(method_append_left)
{
    ONE_ARG;
    return none_if(m, deque_append_left(m, as_deque(self), args[0]));
}

BUILTIN(method_extend)
{
    ONE_ARG;
    return none_if(m, deque_extend(m, as_deque(self), args[0]));
}

BUILTIN(method_extend_left)
{
    ONE_ARG;
    return none_if(m, deque_extend_left(m, as_deque(self), args[0]));
}

BUILTIN(method_pop)
{
    NO_ARGS;
    return deque_pop(m, as_deque(self));
}

BUILTIN(method_pop_left)
{
    NO_ARGS;
    return deque_pop_left(m, as_deque(self));
}

BUILTIN(method_clear)
{
    NO_ARGS;
    return none_if(m, deque_clear(m, as_deque(self)));
}

BUILTIN(method_rotate)
{
    (void)kwnames;
    ssize_t n = 1;
    if (!arg_check_positional(m, m->profile->deque_by_clinic ? "rotate" : "deque.rotate", nargs, 0,
                              1) ||
        (nargs && !int_as_c_ssize(m, args[0], &n)))
        return NULL;
    return none_if(m, deque_rotate(m, as_deque(self), n));
}

BUILTIN(method_reverse)
{
    NO_ARGS;
    DequeObject *d = as_deque(self);
    for (ssize_t i = 0; i < d->size >> 1; i++) {
        Object **a = deque_slot(d, i), **b = deque_slot(d, d->size - 1 - i), *o = *a;
        *a = *b;
        *b = o;
    }
    if (d->size)
        EMIT(m, DEQUE_REVERSE, d, d->size);
    return newref(m->none);
}

/* ---- copies ---------------------------------------------------------------------------------- */

/* A subclass makes its copy by calling itself. */
static Object *copy_by_call(Machine *m, DequeObject *d)
{
    Object *max = d->maxlen >= 0 ? int_from_i64(m, d->maxlen) : NULL;
    Object *args[] = {(Object *)d, max}, *type = (Object *)d->ob_base.type;
    if (d->maxlen >= 0 && !max)
        return NULL;
    Object *copy = object_vectorcall(m, type, args, max ? 2 : 1, NULL);
    xdecref(m, max);
    if (copy && !type_is_subtype(copy->type, m->types.deque)) {
        error_set(m, EXC_TypeError, "%.200s() must return a deque, not %.200s",
                  d->ob_base.type->tp_name, type_name(copy));
        clear_ref(m, copy);
    }
    return copy;
}

static Object *deque_copy(Machine *m, DequeObject *d)
{
    if (!is_exact(m, d, deque))
        return copy_by_call(m, d);
    DequeObject *copy = deque_alloc(m, m->types.deque);
    if (!copy)
        return NULL;
    copy->maxlen = d->maxlen;
    int status =
        d->size == 1 ? deque_append(m, copy, deque_item(d, 0)) : deque_extend(m, copy, (Object *)d);
    if (status < 0)
        clear_ref(m, copy);
    return (Object *)copy;
}

BUILTIN(method_copy)
{
    NO_ARGS;
    return deque_copy(m, as_deque(self));
}

Object *deque_concat(Machine *m, Object *o, Object *other)
{
    int is = object_isinstance(m, other, (Object *)m->types.deque);
    if (is < 0)
        return NULL;
    if (!is)
        return error_set(m, EXC_TypeError, "can only concatenate deque (not \"%.200s\") to deque",
                         type_name(other));
    Object *sum = deque_copy(m, as_deque(o));
    if (sum && deque_extend(m, as_deque(sum), other) < 0)
        clear_ref(m, sum);
    return sum;
}

Object *deque_inplace_concat(Machine *m, Object *o, Object *other)
{
    return deque_extend(m, as_deque(o), other) < 0 ? NULL : newref(o);
}

static int repeat_one(Machine *m, DequeObject *d, ssize_t n)
{
    if (d->maxlen >= 0 && n > d->maxlen)
        n = d->maxlen;
    Object *item = deque_item(d, 0);
    for (ssize_t i = 1; i < n; i++)
        if (deque_append(m, d, item) < 0)
            return -1;
    return 0;
}

/* No more rounds than fit between the ends. */
static int repeat_all(Machine *m, DequeObject *d, ssize_t n)
{
    ssize_t size = d->size;
    if (size > PTRDIFF_MAX / n) {
        error_no_memory(m);
        return -1;
    }
    Object *items = sequence_list(m, (Object *)d);
    if (!items)
        return -1;
    if (d->maxlen >= 0 && n * size > d->maxlen)
        n = (d->maxlen + size - 1) / size;
    int status = 0;
    for (ssize_t i = 1; i < n && status == 0; i++)
        status = deque_extend(m, d, items);
    decref(m, items);
    return status;
}

Object *deque_inplace_repeat(Machine *m, Object *o, ssize_t n)
{
    DequeObject *d = as_deque(o);
    int status = 0;
    if (d->size == 0 || n == 1)
        return newref(o);
    if (n <= 0)
        status = deque_clear(m, d);
    else
        status = d->size == 1 ? repeat_one(m, d, n) : repeat_all(m, d, n);
    return status < 0 ? NULL : newref(o);
}

Object *deque_repeat(Machine *m, Object *o, ssize_t n)
{
    Object *copy = deque_copy(m, as_deque(o));
    Object *result = copy ? deque_inplace_repeat(m, copy, n) : NULL;
    xdecref(m, copy);
    return result;
}

/* ---- places ---------------------------------------------------------------------------------- */

static bool in_range(Machine *m, const DequeObject *d, ssize_t i)
{
    if (i >= 0 && i < d->size)
        return true;
    error_set(m, EXC_IndexError, "deque index out of range");
    return false;
}

Object *deque_sq_item(Machine *m, Object *o, ssize_t i)
{
    return in_range(m, as_deque(o), i) ? newref(deque_item(as_deque(o), i)) : NULL;
}

/* The item goes to the left end, leaves there, and the others go back. */
static int delete_item(Machine *m, DequeObject *d, ssize_t i)
{
    if (deque_rotate(m, d, -i) < 0)
        return -1;
    Object *item = deque_pop_left(m, d);
    int status = deque_rotate(m, d, i);
    let_go(m, d, item);
    return status;
}

int deque_ass_item(Machine *m, Object *o, ssize_t i, Object *value)
{
    DequeObject *d = as_deque(o);
    if (!in_range(m, d, i))
        return -1;
    if (!value)
        return delete_item(m, d, i);
    Object **slot = deque_slot(d, i), *old = *slot;
    hold(m, d, value);
    *slot = value;
    EMIT(m, DEQUE_STORE, d, i, value, old);
    let_go(m, d, old);
    return 0;
}

BUILTIN(method_insert)
{
    (void)kwnames;
    DequeObject *d = as_deque(self);
    ssize_t i;
    if (nargs != 2 && !m->profile->deque_by_clinic)
        return error_set(m, EXC_TypeError, "insert() takes exactly 2 arguments (%zd given)",
                         (ssize_t)nargs);
    if (!arg_check_positional(m, "insert", nargs, 2, 2) || !int_as_c_ssize(m, args[0], &i))
        return NULL;
    if (d->maxlen == d->size)
        return error_set(m, EXC_IndexError, "deque already at its maximum size");
    if (i >= d->size)
        return none_if(m, deque_append(m, d, args[1]));
    if (i <= -d->size || i == 0)
        return none_if(m, deque_append_left(m, d, args[1]));
    if (deque_rotate(m, d, -i) < 0)
        return NULL;
    int status = i < 0 ? deque_append(m, d, args[1]) : deque_append_left(m, d, args[1]);
    return status < 0 ? NULL : none_if(m, deque_rotate(m, d, i));
}

/* ---- looking for a value --------------------------------------------------------------------- */

/* Is item i equal to the value?  1, 0, or -1: also when comparing has changed the deque. */
static int compare_item(Machine *m, DequeObject *d, ssize_t i, Object *value, uint64_t state,
                        enum exception_id type, const char *mutated)
{
    Object *item = newref(deque_item(d, i));
    int equal = object_richcompare_bool(m, item, value, COMPARE_EQ);
    EMIT(m, DEQUE_PROBE, d, i, item, value);
    decref(m, item);
    if (equal >= 0 && d->state != state) {
        error_set(m, type, "%s", mutated);
        return -1;
    }
    return equal;
}

static const char while_iterating[] = "deque mutated during iteration";

int deque_contains(Machine *m, Object *o, Object *value)
{
    DequeObject *d = as_deque(o);
    uint64_t state = d->state;
    for (ssize_t i = 0; i < d->size; i++) {
        int equal = compare_item(m, d, i, value, state, EXC_RuntimeError, while_iterating);
        if (equal)
            return equal;
    }
    return 0;
}

BUILTIN(method_count)
{
    ONE_ARG;
    DequeObject *d = as_deque(self);
    uint64_t state = d->state;
    ssize_t count = 0, size = d->size;
    for (ssize_t i = 0; i < size; i++) {
        int equal = compare_item(m, d, i, args[0], state, EXC_RuntimeError, while_iterating);
        if (equal < 0)
            return NULL;
        count += equal;
    }
    return int_from_i64(m, count);
}

/* Up to 3.12 index() only borrows the item. */
static int index_equals(Machine *m, DequeObject *d, ssize_t i, Object *value, uint64_t state)
{
    Object *item = deque_item(d, i);
    if (m->profile->holds_what_it_compares)
        return compare_item(m, d, i, value, state, EXC_RuntimeError, while_iterating);
    int equal = object_equal_borrowed(m, item, value);
    if (equal >= 0 && d->state != state) {
        error_set(m, EXC_RuntimeError, "%s", while_iterating);
        return -1;
    }
    if (equal >= 0)
        EMIT(m, DEQUE_PROBE, d, i, item, value);
    return equal;
}

BUILTIN(method_index)
{
    (void)kwnames;
    DequeObject *d = as_deque(self);
    ssize_t start, stop;
    uint64_t state = d->state;
    if (sequence_index_arguments(m, args, nargs, d->size, &start, &stop) < 0)
        return NULL;
    if (stop > d->size)
        stop = d->size;
    for (ssize_t i = start; i < stop; i++) {
        int equal = index_equals(m, d, i, args[0], state);
        if (equal)
            return equal < 0 ? NULL : int_from_i64(m, i);
    }
    return error_set(m, EXC_ValueError, "%R is not in deque", args[0]);
}

BUILTIN(method_remove)
{
    ONE_ARG;
    DequeObject *d = as_deque(self);
    uint64_t state = d->state;
    ssize_t size = d->size;
    for (ssize_t i = 0; i < size; i++) {
        int equal = compare_item(m, d, i, args[0], state, EXC_IndexError, while_iterating);
        if (equal)
            return equal < 0 ? NULL : none_if(m, delete_item(m, d, i));
    }
    return error_set(m, EXC_ValueError, "%R is not in deque", args[0]);
}

/* ---- text and comparison --------------------------------------------------------------------- */

Object *deque_repr(Machine *m, Object *o)
{
    int under_way = repr_enter(m, o);
    if (under_way)
        return under_way > 0 ? str_from_ascii(m, "[...]") : NULL;
    DequeObject *d = as_deque(o);
    const char *name = native_short_name(o->type);
    Object *list = sequence_list(m, o), *text = NULL;
    if (list)
        text = d->maxlen >= 0 ? str_printf(m, "%s(%R, maxlen=%zd)", name, list, d->maxlen)
                              : str_printf(m, "%s(%R)", name, list);
    repr_leave(m, o);
    xdecref(m, list);
    return text;
}

/* Compares along two iterators: what differs first decides. */
static Object *compare_items(Machine *m, Object *left, Object *right, enum compare_op op)
{
    Object *x, *y = NULL;
    while ((x = iter_next(m, left)) && (y = iter_next(m, right))) {
        int equal = object_richcompare_bool(m, x, y, COMPARE_EQ);
        Object *result = equal == 0 ? object_richcompare(m, x, y, op) : NULL;
        decref(m, x);
        decref(m, y);
        if (equal <= 0)
            return result;
        y = NULL;
    }
    if (!x && !error_occurred(m))
        y = iter_next(m, right);
    bool left_on = x, right_on = y;
    xdecref(m, x);
    xdecref(m, y);
    return error_occurred(m) ? NULL : compare_result(m, compare_sizes(left_on, right_on), op);
}

Object *deque_richcompare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    Type *type = m->types.deque;
    if (!type_is_subtype(a->type, type) || !type_is_subtype(b->type, type))
        return newref(m->not_implemented);
    bool same_size = as_deque(a)->size == as_deque(b)->size;
    if (op == COMPARE_EQ && (a == b || !same_size))
        return newref(bool_of(m, a == b));
    if (op == COMPARE_NE && (a == b || !same_size))
        return newref(bool_of(m, a != b));
    Object *left = object_getiter(m, a), *right = left ? object_getiter(m, b) : NULL;
    Object *result = right ? compare_items(m, left, right, op) : NULL;
    xdecref(m, left);
    xdecref(m, right);
    return result;
}

/* type(), or type((), maxlen), then the attributes, then the items. */
BUILTIN(method_reduce)
{
    NO_ARGS;
    DequeObject *d = as_deque(self);
    Object *state = native_state(m, self), *arguments = NULL, *result = NULL;
    Object *iterator = state ? object_getiter(m, self) : NULL;
    Object *max = iterator && d->maxlen >= 0 ? int_from_i64(m, d->maxlen) : NULL;
    if (iterator)
        arguments = max ? tuple_pack(m, 2, m->empty_tuple, max) : newref(m->empty_tuple);
    if (arguments)
        result = tuple_pack(m, 4, self->type, arguments, state, iterator);
    xdecref(m, arguments);
    xdecref(m, max);
    xdecref(m, iterator);
    xdecref(m, state);
    return result;
}

static Object *get_maxlen(Machine *m, Object *o)
{
    ssize_t maxlen = as_deque(o)->maxlen;
    return maxlen < 0 ? newref(m->none) : int_from_i64(m, maxlen);
}

const GetSetDef deque_getset[] = {
    {"maxlen", get_maxlen, NULL},
    {0},
};

const MethodDef deque_methods[] = {
    {"append", method_append, METH_O, "Adds an item at the right end."},
    {"appendleft", method_append_left, METH_O, "Adds an item at the left end."},
    {"clear", method_clear, METH_NOARGS, "Removes everything."},
    {"__copy__", method_copy, METH_NOARGS, "A shallow copy."},
    {"copy", method_copy, METH_NOARGS, "A shallow copy."},
    {"count", method_count, METH_O, "How many items are equal to a value."},
    {"extend", method_extend, METH_O, "Adds the items of an iterable at the right end."},
    {"extendleft", method_extend_left, METH_O, "Adds them at the left end, one before the other."},
    {"index", method_index, METH_FASTCALL, "Where the first item equal to a value is."},
    {"insert", method_insert, METH_FASTCALL, "Adds an item before an index."},
    {"pop", method_pop, METH_NOARGS, "Removes the rightmost item and returns it."},
    {"popleft", method_pop_left, METH_NOARGS, "Removes the leftmost item and returns it."},
    {"remove", method_remove, METH_O, "Removes the first item equal to a value."},
    {"reverse", method_reverse, METH_NOARGS, "Reverses the items in place."},
    {"__reduce__", method_reduce, METH_NOARGS, NULL},
    {"__reversed__", deque_reversed, METH_NOARGS, "An iterator from right to left."},
    {"rotate", method_rotate, METH_FASTCALL, "Moves the items n steps to the right."},
    {"__class_getitem__", generic_alias_class_getitem, METH_O | METH_CLASS, NULL},
    {0},
};
