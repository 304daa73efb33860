/* tuple: Objects/tupleobject.c.
 *
 * A tuple owns one reference to each of its items.  Only who makes a tuple may write its items,
 * before anyone else has seen it; enumerate and zip write into theirs again while theirs is the
 * only reference.  The empty tuple is one immortal object; a subclass may have others. */
#include <pyviz/machine/tuple.h>

#include <stdarg.h>

#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/iter.h>
#include <pyviz/machine/str.h>

#include "../compare.h"
#include "../gc.h"
#include "../specs.h"
#include "generic_alias.h"
#include "iterators.h"
#include "sequence.h"

enum { TUPLE_BASICSIZE = 24 };

/* ---- making and unmaking --------------------------------------------------------------------- */

static size_t modelled_size(const Type *type, ssize_t n)
{
    return (size_t)(type->tp_basicsize + n * (ssize_t)sizeof(Object *));
}

static TupleObject *tuple_alloc(Machine *m, Type *type, ssize_t n)
{
    if (n > (PTRDIFF_MAX - (ssize_t)sizeof(TupleObject)) / (ssize_t)sizeof(Object *))
        return error_no_memory(m);
    size_t size = type == m->types.tuple ? sizeof(TupleObject) : type->size;
    TupleObject *t =
        object_new(m, type, size + (size_t)n * sizeof(Object *), modelled_size(type, n));
    if (t)
        t->size = n;
    return t;
}

Object *tuple_new(Machine *m, ssize_t n)
{
    if (n == 0)
        return newref(m->empty_tuple);
    return (Object *)tuple_alloc(m, m->types.tuple, n);
}

Object *tuple_unseen(Machine *m, Object *const *items, ssize_t n)
{
    TupleObject *t =
        object_new_unseen(m, m->types.tuple, sizeof(TupleObject) + (size_t)n * sizeof(Object *));
    if (!t)
        return NULL;
    t->size = n;
    for (ssize_t i = 0; items && i < n; i++)
        t->item[i] = newref(items[i]);
    return (Object *)t;
}

void tuple_see(Machine *m, Object *tuple)
{
    if (tuple->flags & OBJECT_UNSEEN)
        object_see(m, tuple, modelled_size(tuple->type, tuple_size(tuple)));
}

/* While nobody else has seen it: the last items go, or there is room for more, to be filled in.
 * False with an exception and *tuple NULL.  Objects/tupleobject.c: _PyTuple_Resize. */
static bool resize(Machine *m, Object **tuple, ssize_t n)
{
    enum { HEAD = 16 };
    TupleObject *t = (TupleObject *)*tuple;
    ssize_t old = t->size;
    if (old == 0 || n == 0) {
        decref(m, t);
        *tuple = tuple_new(m, n);
        return *tuple != NULL;
    }
    gc_untrack(m, *tuple);
    for (ssize_t i = n; i < old; i++)
        clear_ref(m, t->item[i]);
    char *p =
        heap_realloc(m, gc_head(*tuple), sizeof(GCHead) + sizeof *t + (size_t)n * sizeof(Object *));
    if (!p) {
        clear_ref(m, *tuple);
        return false;
    }
    bool moved;
    t = (TupleObject *)(void *)(p + sizeof(GCHead));
    t->ob_base.address = HEAD + pymalloc_realloc(m, t->ob_base.address - HEAD,
                                                 HEAD + modelled_size(m->types.tuple, old),
                                                 HEAD + modelled_size(m->types.tuple, n), &moved);
    for (ssize_t i = old; i < n; i++)
        t->item[i] = NULL;
    t->size = n;
    *tuple = (Object *)t;
    gc_track(m, *tuple);
    return true;
}

/* Room for as many items as the iterable promises, or for ten; it grows by a quarter and twelve. */
Object *tuple_from_iterable(Machine *m, Object *iterable)
{
    enum { GUESS = 10 };
    Object *iterator = object_getiter(m, iterable), *tuple = NULL, *item = NULL;
    ssize_t n = iterator ? object_length_hint(m, iterable, GUESS) : -1, done = 0;
    if (n >= 0 && (tuple = tuple_new(m, n)) && n)
        gc_track(m, tuple);
    while (tuple && (item = iter_next(m, iterator))) {
        if (done >= n) {
            n += GUESS;
            n += n >> 2;
            if (!resize(m, &tuple, n)) {
                decref(m, item);
                break;
            }
        }
        ((TupleObject *)tuple)->item[done++] = item;
    }
    xdecref(m, iterator);
    if (tuple && error_occurred(m))
        clear_ref(m, tuple);
    if (tuple && done < n && !resize(m, &tuple, done))
        return NULL;
    return tuple;
}

Object *tuple_from_array(Machine *m, Object *const *items, ssize_t n)
{
    Object *t = tuple_new(m, n);
    if (!t || n == 0)
        return t;
    for (ssize_t i = 0; i < n; i++) {
        ((TupleObject *)t)->item[i] = items[i];
        hold(m, t, items[i]);
    }
    gc_track(m, t);
    return t;
}

Object *tuple_from_array_steal(Machine *m, Object **items, ssize_t n)
{
    Object *t = tuple_new(m, n);
    for (ssize_t i = 0; i < n; i++) {
        if (t)
            ((TupleObject *)t)->item[i] = items[i];
        else
            decref(m, items[i]);
    }
    if (t && n)
        gc_track(m, t);
    return t;
}

Object *tuple_pack(Machine *m, ssize_t n, ...)
{
    Object *t = tuple_new(m, n);
    if (!t || n == 0)
        return t;
    va_list args;
    va_start(args, n);
    for (ssize_t i = 0; i < n; i++) {
        Object *o = va_arg(args, Object *);
        ((TupleObject *)t)->item[i] = o;
        hold(m, t, o);
    }
    va_end(args);
    gc_track(m, t);
    return t;
}

bool tuple_maybe_untrack(Machine *m, Object *o)
{
    const TupleObject *t = (const TupleObject *)o;
    if (!is_exact(m, o, tuple) || !object_is_tracked(o))
        return false;
    for (ssize_t i = 0; i < t->size; i++)
        if (!t->item[i] || gc_may_be_tracked(m, t->item[i]))
            return false;
    gc_untrack(m, o);
    return true;
}

void tuple_boot(Machine *m)
{
    m->empty_tuple = (Object *)tuple_alloc(m, m->types.tuple, 0);
    if (m->empty_tuple)
        object_make_immortal(m->empty_tuple);
}

/* From the last item to the first, as CPython does. */
static void tuple_dealloc(Machine *m, Object *o)
{
    TupleObject *t = (TupleObject *)o;
    ssize_t n = t->size;
    gc_untrack(m, o);
    while (t->size > 0) {
        Object *item = t->item[--t->size];
        t->item[t->size] = NULL;
        if (item)
            let_go(m, o, item);
    }
    object_free(m, o, modelled_size(o->type, n));
}

static int tuple_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    TupleObject *t = (TupleObject *)o;
    for (ssize_t i = t->size; --i >= 0;) {
        int stop = t->item[i] ? visit(m, t->item[i], arg) : 0;
        if (stop)
            return stop;
    }
    return 0;
}

static ssize_t tuple_sizeof(Machine *m, Object *o)
{
    (void)m;
    return (ssize_t)modelled_size(o->type, tuple_size(o));
}

/* A tuple of a subclass has the items of the tuple that the same arguments make. */
static Object *tuple_subtype_new(Machine *m, Type *type, Object *items)
{
    TupleObject *t = tuple_alloc(m, type, tuple_size(items));
    for (ssize_t i = 0; t && i < t->size; i++) {
        t->item[i] = tuple_item(items, i);
        hold(m, t, t->item[i]);
    }
    if (t)
        gc_track(m, (Object *)t);
    decref(m, items);
    return (Object *)t;
}

static Object *tuple_tp_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    if (type->slots.tp_init == m->types.tuple->slots.tp_init &&
        !arg_no_keywords(m, "tuple", kwnames))
        return NULL;
    if (!arg_check_positional(m, "tuple", nargs, 0, 1))
        return NULL;
    Object *t = nargs ? sequence_tuple(m, args[0]) : newref(m->empty_tuple);
    if (t && type != m->types.tuple)
        return tuple_subtype_new(m, type, t);
    return t;
}

/* ---- text, hash, comparison ------------------------------------------------------------------ */

static int write_items(Machine *m, const TupleObject *t, StrWriter *w)
{
    for (ssize_t i = 0; i < t->size; i++) {
        if (i > 0 && str_writer_ascii(m, w, ", ") < 0)
            return -1;
        if (str_writer_repr(m, w, t->item[i]) < 0)
            return -1;
    }
    return 0;
}

static Object *tuple_repr(Machine *m, Object *o)
{
    TupleObject *t = (TupleObject *)o;
    if (t->size == 0)
        return str_from_ascii(m, "()");
    int under_way = repr_enter(m, o);
    if (under_way)
        return under_way < 0 ? NULL : str_from_ascii(m, "(...)");
    StrWriter w = {0};
    bool written = str_writer_ascii(m, &w, "(") == 0 && write_items(m, t, &w) == 0 &&
                   str_writer_ascii(m, &w, t->size == 1 ? ",)" : ")") == 0;
    repr_leave(m, o);
    if (written)
        return str_writer_finish(m, &w);
    str_writer_drop(m, &w);
    return NULL;
}

static hash_t tuple_hash(Machine *m, Object *o)
{
    const TupleObject *t = (TupleObject *)o;
    uint64_t acc = SEQUENCE_HASH_START;
    for (ssize_t i = 0; i < t->size; i++) {
        hash_t lane = object_hash(m, t->item[i]);
        if (lane == -1)
            return -1;
        acc = sequence_hash_mix(acc, lane);
    }
    acc += (uint64_t)t->size ^ (SEQUENCE_HASH_START ^ 3527539u);
    return acc == UINT64_MAX ? 1546275796 : (hash_t)acc;
}

static Object *tuple_richcompare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if (!is_tuple(a) || !is_tuple(b))
        return newref(m->not_implemented);
    ssize_t na = tuple_size(a), nb = tuple_size(b), i = 0;
    for (; i < na && i < nb; i++) {
        int equal = object_richcompare_bool(m, tuple_item(a, i), tuple_item(b, i), COMPARE_EQ);
        if (equal < 0)
            return NULL;
        if (!equal)
            break;
    }
    if (i >= na || i >= nb)
        return compare_result(m, compare_sizes(na, nb), op);
    if (op == COMPARE_EQ || op == COMPARE_NE)
        return newref(bool_of(m, op == COMPARE_NE));
    return object_richcompare(m, tuple_item(a, i), tuple_item(b, i), op);
}

/* ---- as a sequence --------------------------------------------------------------------------- */

static ssize_t tuple_length(Machine *m, Object *o)
{
    (void)m;
    return tuple_size(o);
}

static int tuple_contains(Machine *m, Object *o, Object *value)
{
    int found = 0;
    for (ssize_t i = 0; !found && i < tuple_size(o); i++)
        found = object_richcompare_bool(m, tuple_item(o, i), value, COMPARE_EQ);
    return found;
}

static Object *tuple_sq_item(Machine *m, Object *o, ssize_t i)
{
    if (i < 0 || i >= tuple_size(o))
        return error_set(m, EXC_IndexError, "tuple index out of range");
    return newref(tuple_item(o, i));
}

static Object *tuple_concat(Machine *m, Object *a, Object *b)
{
    if (tuple_size(a) == 0 && is_exact(m, b, tuple))
        return newref(b);
    if (!is_tuple(b))
        return error_set(m, EXC_TypeError, "can only concatenate tuple (not \"%T\") to tuple", b);
    ssize_t na = tuple_size(a), nb = tuple_size(b);
    if (nb == 0 && is_exact(m, a, tuple))
        return newref(a);
    Object *t = tuple_new(m, na + nb);
    if (!t || na + nb == 0)
        return t;
    for (ssize_t i = 0; i < na + nb; i++) {
        Object *item = i < na ? tuple_item(a, i) : tuple_item(b, i - na);
        ((TupleObject *)t)->item[i] = item;
        hold(m, t, item);
    }
    gc_track(m, t);
    return t;
}

static Object *tuple_repeat(Machine *m, Object *o, ssize_t times)
{
    ssize_t n = tuple_size(o);
    if ((n == 0 || times == 1) && is_exact(m, o, tuple))
        return newref(o);
    if (n == 0 || times <= 0)
        return newref(m->empty_tuple);
    if (n > PTRDIFF_MAX / times)
        return error_no_memory(m);
    Object *t = tuple_new(m, n * times);
    if (!t)
        return NULL;
    for (ssize_t i = 0; i < n * times; i++) {
        ((TupleObject *)t)->item[i] = tuple_item(o, i % n);
        hold(m, t, tuple_item(o, i % n));
    }
    gc_track(m, t);
    return t;
}

static Object *tuple_slice(Machine *m, Object *o, Object *slice)
{
    ssize_t start, stop, step;
    ssize_t n = slice_indices(m, slice, tuple_size(o), &start, &stop, &step);
    if (n < 0)
        return NULL;
    if (n == 0)
        return newref(m->empty_tuple);
    if (start == 0 && step == 1 && n == tuple_size(o) && is_exact(m, o, tuple))
        return newref(o);
    Object *t = tuple_new(m, n);
    if (!t)
        return NULL;
    for (ssize_t i = 0; i < n; i++) {
        Object *item = tuple_item(o, start + i * step);
        ((TupleObject *)t)->item[i] = item;
        hold(m, t, item);
    }
    gc_track(m, t);
    return t;
}

static Object *tuple_subscript(Machine *m, Object *o, Object *key)
{
    if (is_int(key) || slots_of(key)->nb_index) {
        ssize_t i = number_as_ssize(m, key, EXC_IndexError);
        if (i == -1 && error_occurred(m))
            return NULL;
        return tuple_sq_item(m, o, i < 0 ? i + tuple_size(o) : i);
    }
    if (is_exact(m, key, slice))
        return tuple_slice(m, o, key);
    return error_set(m, EXC_TypeError, "tuple indices must be integers or slices, not %T", key);
}

/* ---- methods --------------------------------------------------------------------------------- */

static Object *tuple_index(Machine *m, Object *self, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    (void)kwnames;
    ssize_t start, stop;
    if (sequence_index_arguments(m, args, nargs, tuple_size(self), &start, &stop) < 0)
        return NULL;
    if (stop > tuple_size(self))
        stop = tuple_size(self);
    for (ssize_t i = start; i < stop; i++) {
        int equal = object_richcompare_bool(m, tuple_item(self, i), args[0], COMPARE_EQ);
        if (equal < 0)
            return NULL;
        if (equal)
            return int_from_i64(m, i);
    }
    return error_set(m, EXC_ValueError, "tuple.index(x): x not in tuple");
}

static Object *tuple_count(Machine *m, Object *self, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    (void)nargs, (void)kwnames;
    ssize_t count = 0;
    for (ssize_t i = 0; i < tuple_size(self); i++) {
        int equal = object_richcompare_bool(m, tuple_item(self, i), args[0], COMPARE_EQ);
        if (equal < 0)
            return NULL;
        count += equal;
    }
    return int_from_i64(m, count);
}

/* For pickle and copy: the arguments that make an equal tuple: itself, or a plain copy of it. */
static Object *tuple_getnewargs(Machine *m, Object *self, Object *const *args, size_t nargs,
                                Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *copy = is_exact(m, self, tuple)
                       ? newref(self)
                       : tuple_from_array(m, ((TupleObject *)self)->item, tuple_size(self));
    if (!copy)
        return NULL;
    return tuple_from_array_steal(m, &copy, 1);
}

static const MethodDef tuple_methods[] = {
    {"__getnewargs__", tuple_getnewargs, METH_NOARGS, NULL},
    {"index", tuple_index, METH_FASTCALL,
     "The first index of a value; ValueError if it is absent."},
    {"count", tuple_count, METH_O, "How many items equal a value."},
    {"__class_getitem__", generic_alias_class_getitem, METH_O | METH_CLASS, NULL},
    {0},
};

const TypeSpec tuple_spec = {
    .name = "tuple",
    .flags = TYPE_BASETYPE | TYPE_GC | TYPE_TUPLE_SUBCLASS | TYPE_SEQUENCE,
    .basicsize = TUPLE_BASICSIZE,
    .itemsize = sizeof(Object *),
    .size = sizeof(TupleObject),
    .methods = tuple_methods,
    .doc = "An immutable sequence.",
    .slots =
        {
            .tp_dealloc = tuple_dealloc,
            .tp_repr = tuple_repr,
            .tp_hash = tuple_hash,
            .tp_richcompare = tuple_richcompare,
            .tp_iter = tuple_iterator_new,
            .tp_new = tuple_tp_new,
            .tp_traverse = tuple_traverse,
            .tp_sizeof = tuple_sizeof,
            .sq_length = tuple_length,
            .sq_concat = tuple_concat,
            .sq_repeat = tuple_repeat,
            .sq_item = tuple_sq_item,
            .sq_contains = tuple_contains,
            .mp_length = tuple_length,
            .mp_subscript = tuple_subscript,
        },
};
