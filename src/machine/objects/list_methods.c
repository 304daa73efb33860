/* list: what programs call.  Objects/listobject.c.
 *
 * Comparing items may run any code, which may change the list: sizes are read again after each
 * comparison, and an item is held while it is compared. */
#include "list_internal.h"

#include <string.h>

#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/iter.h>
#include <pyviz/machine/str.h>

#include "../class.h"
#include "../compare.h"
#include "../specs.h"
#include "generic_alias.h"
#include "iterators.h"
#include "sequence.h"

#define METHOD_ARGS Machine *m, Object *self, Object *const *args, size_t nargs, Object *kwnames
#define NO_KEYWORDS (void)kwnames
#define UNUSED_ARGS (void)args, (void)nargs, (void)kwnames

/* ---- making and unmaking --------------------------------------------------------------------- */

static Object *list_tp_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    UNUSED_ARGS;
    return list_new_of_type(m, type);
}

static int list_tp_init(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    bool plain = o->type->slots.tp_new == m->types.list->slots.tp_new;
    if ((plain && !arg_no_keywords(m, "list", kwnames)) ||
        !arg_check_positional(m, "list", nargs, 0, 1))
        return -1;
    list_clear(m, o);
    return nargs ? list_extend(m, o, args[0]) : 0;
}

static void list_dealloc(Machine *m, Object *o)
{
    ListObject *l = as_list(o);
    gc_untrack(m, o);
    while (l->size > 0) {
        Object *item = l->item[--l->size];
        l->item[l->size] = NULL;
        if (item)
            let_go(m, o, item);
    }
    if (l->item)
        list_free_block(m, l->item, l->address, l->allocated);
    heap_free(m, l->plot);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static int list_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    ListObject *l = as_list(o);
    for (ssize_t i = l->size; --i >= 0;) {
        int stop = l->item[i] ? visit(m, l->item[i], arg) : 0;
        if (stop)
            return stop;
    }
    return 0;
}

static int list_tp_clear(Machine *m, Object *o)
{
    list_clear(m, o);
    return 0;
}

static ssize_t list_sizeof(Machine *m, Object *o)
{
    (void)m;
    return o->type->tp_basicsize + as_list(o)->allocated * (ssize_t)sizeof(Object *);
}

/* ---- text and comparison --------------------------------------------------------------------- */

/* While repr() of an item runs, that holds it; until 3.13.4 nothing else does. */
static int write_items(Machine *m, Object *list, StrWriter *w)
{
    for (ssize_t i = 0; i < list_size(list); i++) {
        if (i > 0 && str_writer_ascii(m, w, ", ") < 0)
            return -1;
        Object *item = list_item(list, i);
        Object *held =
            m->profile->list_repr_holds_item || !slot_repr_holds(m, item) ? newref(item) : NULL;
        int status = str_writer_repr(m, w, item);
        xdecref(m, held);
        if (status < 0)
            return -1;
    }
    return 0;
}

static Object *list_repr(Machine *m, Object *o)
{
    if (list_size(o) == 0)
        return str_from_ascii(m, "[]");
    int under_way = repr_enter(m, o);
    if (under_way)
        return under_way < 0 ? NULL : str_from_ascii(m, "[...]");
    StrWriter w = {0};
    bool written = str_writer_ascii(m, &w, "[") == 0 && write_items(m, o, &w) == 0 &&
                   str_writer_ascii(m, &w, "]") == 0;
    repr_leave(m, o);
    if (written)
        return str_writer_finish(m, &w);
    str_writer_drop(m, &w);
    return NULL;
}

/* item == value, the item held meanwhile: 1, 0 or -1. */
static int item_equals(Machine *m, Object *list, ssize_t i, Object *value)
{
    Object *item = newref(list_item(list, i));
    int equal = object_richcompare_bool(m, item, value, COMPARE_EQ);
    if (equal == 0)
        EMIT_ON(m, list, LIST_PROBE, i, item, value);
    decref(m, item);
    return equal;
}

/* The first index at which two lists differ, or the end of the shorter; -1 on error. */
static ssize_t first_difference(Machine *m, Object *a, Object *b)
{
    ssize_t i = 0;
    for (; i < list_size(a) && i < list_size(b); i++) {
        Object *x = list_item(a, i), *y = list_item(b, i);
        if (x == y)
            continue;
        incref(x);
        incref(y);
        int equal = object_richcompare_bool(m, x, y, COMPARE_EQ);
        decref(m, x);
        decref(m, y);
        if (equal < 0)
            return -1;
        if (!equal)
            break;
    }
    return i;
}

/* Those that differ, by the operator itself.  Up to 3.12 they are only borrowed. */
static Object *compare_last(Machine *m, Object *x, Object *y, enum compare_op op)
{
    if (!m->profile->holds_what_it_compares)
        return object_richcompare_borrowed(m, x, y, op);
    return object_richcompare_held(m, x, y, op);
}

static Object *list_richcompare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    bool equality = op == COMPARE_EQ || op == COMPARE_NE;
    if (!is_list(a) || !is_list(b))
        return newref(m->not_implemented);
    if (equality && list_size(a) != list_size(b))
        return newref(bool_of(m, op == COMPARE_NE));
    ssize_t i = first_difference(m, a, b);
    if (i < 0)
        return NULL;
    if (i >= list_size(a) || i >= list_size(b))
        return compare_result(m, compare_sizes(list_size(a), list_size(b)), op);
    if (equality)
        return newref(bool_of(m, op == COMPARE_NE));
    return compare_last(m, list_item(a, i), list_item(b, i), op);
}

/* ---- looking for a value --------------------------------------------------------------------- */

/* The first index in [start, stop) whose item equals value; -1: none, -2: an exception. */
static ssize_t search(Machine *m, Object *list, Object *value, ssize_t start, ssize_t stop)
{
    ssize_t i = start;
    for (; i < stop && i < list_size(list); i++) {
        int equal = item_equals(m, list, i, value);
        if (equal < 0)
            return -2;
        if (equal) {
            EMIT_ON(m, list, LIST_FOUND, value, i, i - start + 1);
            return i;
        }
    }
    EMIT_ON(m, list, LIST_NOT_FOUND, value, i > start ? i - start : 0);
    return -1;
}

static int list_contains(Machine *m, Object *list, Object *value)
{
    ssize_t i = search(m, list, value, 0, PTRDIFF_MAX);
    return i == -2 ? -1 : i >= 0;
}

static Object *list_index(METHOD_ARGS)
{
    NO_KEYWORDS;
    ssize_t start, stop;
    if (sequence_index_arguments(m, args, nargs, list_size(self), &start, &stop) < 0)
        return NULL;
    ssize_t i = search(m, self, args[0], start, stop);
    if (i == -1)
        return error_set(m, EXC_ValueError, "%R is not in list", args[0]);
    return i < 0 ? NULL : int_from_i64(m, i);
}

static Object *list_count(METHOD_ARGS)
{
    NO_KEYWORDS, (void)nargs;
    ssize_t count = 0;
    for (ssize_t i = 0; i < list_size(self); i++) {
        int equal = item_equals(m, self, i, args[0]);
        if (equal < 0)
            return NULL;
        count += equal;
    }
    return int_from_i64(m, count);
}

static Object *list_remove(METHOD_ARGS)
{
    NO_KEYWORDS, (void)nargs;
    ssize_t i = search(m, self, args[0], 0, PTRDIFF_MAX);
    if (i == -1)
        return error_set(m, EXC_ValueError, "list.remove(x): x not in list");
    if (i < 0 || list_set_slice(m, self, i, i + 1, NULL) < 0)
        return NULL;
    return newref(m->none);
}

/* ---- as a sequence --------------------------------------------------------------------------- */

static ssize_t list_length(Machine *m, Object *o)
{
    (void)m;
    return list_size(o);
}

static Object *list_sq_item(Machine *m, Object *o, ssize_t i)
{
    if (i < 0 || i >= list_size(o))
        return error_set(m, EXC_IndexError, "list index out of range");
    return newref(list_item(o, i));
}

static Object *list_concat(Machine *m, Object *a, Object *b)
{
    if (!is_list(b))
        return error_set(m, EXC_TypeError, "can only concatenate list (not \"%.200s\") to list",
                         type_name(b));
    ssize_t na = list_size(a), nb = list_size(b);
    Object *sum = list_new_exact(m, na + nb);
    if (!sum || na + nb == 0)
        return sum;
    for (ssize_t i = 0; i < na; i++)
        list_put(m, as_list(sum), list_item(a, i));
    for (ssize_t i = 0; i < nb; i++)
        list_put(m, as_list(sum), list_item(b, i));
    EMIT_ON(m, sum, LIST_CONCAT, na + nb, na, nb);
    return sum;
}

static Object *list_repeat(Machine *m, Object *o, ssize_t times)
{
    ssize_t n = list_size(o);
    if (n == 0 || times <= 0)
        return list_new(m, 0);
    if (n > PTRDIFF_MAX / times)
        return error_no_memory(m);
    Object *product = list_new_exact(m, n * times);
    if (!product)
        return NULL;
    for (ssize_t i = 0; i < n * times; i++)
        list_put(m, as_list(product), list_item(o, i % n));
    EMIT_ON(m, product, LIST_REPEATED, n, n * times, times);
    return product;
}

static Object *list_inplace_concat(Machine *m, Object *list, Object *other)
{
    return list_extend(m, list, other) < 0 ? NULL : newref(list);
}

static Object *list_inplace_repeat(Machine *m, Object *list, ssize_t n)
{
    return list_repeat_in_place(m, list, n) < 0 ? NULL : newref(list);
}

/* ---- subscripts ------------------------------------------------------------------------------ */

static bool is_index(Object *key)
{
    return is_int(key) || slots_of(key)->nb_index;
}

static Object *bad_key(Machine *m, Object *key)
{
    return error_set(m, EXC_TypeError, "list indices must be integers or slices, not %.200s",
                     type_name(key));
}

struct range {
    ssize_t start, stop, step, count;
};

static int slice_range(Machine *m, Object *list, Object *slice, struct range *r)
{
    if (slice_unpack(m, slice, &r->start, &r->stop, &r->step) < 0)
        return -1;
    r->count = slice_adjust(list_size(list), &r->start, &r->stop, r->step);
    return 0;
}

static Object *list_subscript(Machine *m, Object *list, Object *key)
{
    struct range r;
    if (is_index(key)) {
        ssize_t i = number_as_ssize(m, key, EXC_IndexError);
        if (i == -1 && error_occurred(m))
            return NULL;
        return list_sq_item(m, list, i < 0 ? i + list_size(list) : i);
    }
    if (!is_exact(m, key, slice))
        return bad_key(m, key);
    if (slice_range(m, list, key, &r) < 0)
        return NULL;
    if (r.count <= 0)
        return list_new(m, 0);
    if (r.step == 1)
        return list_slice(m, list, r.start, r.stop);
    Object *copy = list_new_exact(m, r.count);
    if (!copy)
        return NULL;
    for (ssize_t k = 0; k < r.count; k++)
        list_put(m, as_list(copy), list_item(list, r.start + k * r.step));
    EMIT_ON(m, copy, LIST_COPIED, r.count, list);
    return copy;
}

/* del list[start:stop:step]: those between move down, each stretch on its own. */
static int delete_every(Machine *m, Object *list, struct range r)
{
    ListObject *l = as_list(list);
    struct list_scratch garbage;
    if (r.count <= 0)
        return 0;
    if (r.step < 0) {
        r.start += r.step * (r.count - 1);
        r.step = -r.step;
    }
    if (list_scratch_alloc(m, &garbage, r.count, 0) < 0)
        return -1;
    ssize_t kept = r.start, taken = 0;
    for (ssize_t i = r.start; i < l->size; i++) {
        bool goes = taken < r.count && i == r.start + taken * r.step;
        if (goes)
            garbage.item[taken++] = l->item[i];
        else
            l->item[kept++] = l->item[i];
    }
    memset(l->item + kept, 0, (size_t)(l->size - kept) * sizeof(Object *));
    l->size = kept;
    EMIT_ON(m, l, LIST_DELETE_EVERY, r.count, r.start, r.step, kept);
    int status = list_resize(m, list, kept);
    for (ssize_t i = 0; i < r.count; i++)
        let_go(m, list, garbage.item[i]);
    list_scratch_free(m, &garbage);
    return status;
}

/* Exchanges the slots of the slice for the items, which are as many. */
static int store_every(Machine *m, Object *list, struct range r, Object *items)
{
    ListObject *l = as_list(list);
    struct list_scratch garbage;
    if (r.count <= 0)
        return 0;
    if (list_scratch_alloc(m, &garbage, r.count, 0) < 0)
        return -1;
    for (ssize_t k = 0; k < r.count; k++) {
        ssize_t i = r.start + k * r.step;
        Object *o = sequence_fast_items(items)[k];
        garbage.item[k] = l->item[i];
        l->item[i] = o;
        hold(m, l, o);
        EMIT_ON(m, l, LIST_FILL, i, o);
    }
    EMIT_ON(m, l, LIST_STORE_EVERY, r.count, r.start, r.step);
    for (ssize_t k = 0; k < r.count; k++)
        let_go(m, l, garbage.item[k]);
    list_scratch_free(m, &garbage);
    return 0;
}

static int assign_every(Machine *m, Object *list, Object *key, struct range r, Object *value)
{
    Object *items = value == list
                        ? list_slice(m, value, 0, list_size(value))
                        : sequence_fast(m, value, "must assign iterable to extended slice");
    int status = -1;
    if (!items || slice_range(m, list, key, &r) < 0) { /* iterating may have changed the list */
        xdecref(m, items);
        return -1;
    }
    if (sequence_fast_size(items) != r.count)
        error_set(m, EXC_ValueError,
                  "attempt to assign sequence of size %zd to extended slice of size %zd",
                  sequence_fast_size(items), r.count);
    else
        status = store_every(m, list, r, items);
    decref(m, items);
    return status;
}

static int list_ass_subscript(Machine *m, Object *list, Object *key, Object *value)
{
    struct range r;
    if (is_index(key)) {
        ssize_t i = number_as_ssize(m, key, EXC_IndexError);
        if (i == -1 && error_occurred(m))
            return -1;
        return list_set_item(m, list, i < 0 ? i + list_size(list) : i, value);
    }
    if (!is_exact(m, key, slice)) {
        bad_key(m, key);
        return -1;
    }
    if (slice_range(m, list, key, &r) < 0)
        return -1;
    if (r.step == 1)
        return list_set_slice(m, list, r.start, r.stop, value);
    if (!value)
        return delete_every(m, list, r);
    return assign_every(m, list, key, r, value);
}

/* ---- methods --------------------------------------------------------------------------------- */

static Object *list_method_append(METHOD_ARGS)
{
    NO_KEYWORDS, (void)nargs;
    return list_append(m, self, args[0]) < 0 ? NULL : newref(m->none);
}

static Object *list_method_extend(METHOD_ARGS)
{
    NO_KEYWORDS, (void)nargs;
    return list_extend(m, self, args[0]) < 0 ? NULL : newref(m->none);
}

static Object *list_method_insert(METHOD_ARGS)
{
    NO_KEYWORDS;
    ssize_t i;
    if (!arg_check_positional(m, "insert", nargs, 2, 2) || !int_as_c_ssize(m, args[0], &i) ||
        list_insert(m, self, i, args[1]) < 0)
        return NULL;
    return newref(m->none);
}

static Object *list_method_pop(METHOD_ARGS)
{
    NO_KEYWORDS;
    ssize_t i = -1;
    if (!arg_check_positional(m, "pop", nargs, 0, 1) || (nargs && !int_as_c_ssize(m, args[0], &i)))
        return NULL;
    return list_pop(m, self, i);
}

static Object *list_method_clear(METHOD_ARGS)
{
    UNUSED_ARGS;
    list_clear(m, self);
    return newref(m->none);
}

static Object *list_method_copy(METHOD_ARGS)
{
    UNUSED_ARGS;
    return list_slice(m, self, 0, list_size(self));
}

static Object *list_method_reverse(METHOD_ARGS)
{
    UNUSED_ARGS;
    list_reverse(m, self);
    return newref(m->none);
}

/* -1: error.  Up to 3.11 only what has __index__ will do. */
static int reverse_argument(Machine *m, Object *o)
{
    if (m->profile->list_sort_reverse_is_int) {
        Object *index = number_index(m, o);
        if (!index)
            return -1;
        decref(m, index);
    }
    return object_is_true(m, o);
}

static Object *list_method_sort(METHOD_ARGS)
{
    static const char *const names[] = {"key", "reverse", NULL};
    Object *value[2];
    if (!arg_parse(m, "sort", args, nargs, kwnames, names, 0, 0, value))
        return NULL;
    int reverse = value[1] ? reverse_argument(m, value[1]) : 0;
    Object *key = value[0] == m->none ? NULL : value[0];
    if (reverse < 0 || list_sort(m, self, key, reverse) < 0)
        return NULL;
    return newref(m->none);
}

static Object *list_method_reversed(METHOD_ARGS)
{
    UNUSED_ARGS;
    return list_reverse_iterator_new(m, self);
}

static Object *list_method_getitem(METHOD_ARGS)
{
    UNUSED_ARGS;
    return list_subscript(m, self, args[0]);
}

static const MethodDef list_methods[] = {
    {"__getitem__", list_method_getitem, METH_O | METH_COEXIST, "self[index]"},
    {"__reversed__", list_method_reversed, METH_NOARGS, "An iterator from the last item on."},
    {"clear", list_method_clear, METH_NOARGS, "Removes all items."},
    {"copy", list_method_copy, METH_NOARGS, "A new list of the same items."},
    {"append", list_method_append, METH_O | METH_UNCHECKED, "Adds an item at the end."},
    {"insert", list_method_insert, METH_FASTCALL, "Adds an item before an index."},
    {"extend", list_method_extend, METH_O, "Adds all items of an iterable at the end."},
    {"pop", list_method_pop, METH_FASTCALL, "Removes and returns an item, by default the last."},
    {"remove", list_remove, METH_O, "Removes the first item that equals a value."},
    {"index", list_index, METH_FASTCALL, "The first index of a value; ValueError if it is absent."},
    {"count", list_count, METH_O, "How many items equal a value."},
    {"reverse", list_method_reverse, METH_NOARGS, "Reverses the order of the items in place."},
    {"sort", list_method_sort, METH_FASTCALL | METH_KEYWORDS, "Sorts in place; stable."},
    {"__class_getitem__", generic_alias_class_getitem, METH_O | METH_CLASS, NULL},
    {0},
};

const TypeSpec list_spec = {
    .name = "list",
    .flags = TYPE_BASETYPE | TYPE_GC | TYPE_LIST_SUBCLASS | TYPE_SEQUENCE,
    .basicsize = 40,
    .size = sizeof(ListObject),
    .methods = list_methods,
    .doc = "A mutable sequence.",
    .slots =
        {
            .tp_dealloc = list_dealloc,
            .tp_repr = list_repr,
            .tp_hash = object_hash_not_implemented,
            .tp_richcompare = list_richcompare,
            .tp_iter = list_iterator_new,
            .tp_new = list_tp_new,
            .tp_init = list_tp_init,
            .tp_traverse = list_traverse,
            .tp_clear = list_tp_clear,
            .tp_sizeof = list_sizeof,
            .sq_length = list_length,
            .sq_concat = list_concat,
            .sq_repeat = list_repeat,
            .sq_item = list_sq_item,
            .sq_ass_item = list_set_item,
            .sq_contains = list_contains,
            .sq_inplace_concat = list_inplace_concat,
            .sq_inplace_repeat = list_inplace_repeat,
            .mp_length = list_length,
            .mp_subscript = list_subscript,
            .mp_ass_subscript = list_ass_subscript,
        },
};
