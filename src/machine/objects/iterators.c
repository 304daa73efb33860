/* Iterators over list, tuple, anything with __getitem__, and iter(callable, sentinel). */
#include "iterators.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/iter.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "../specs.h"
#include "sequence.h"

#define METHOD_ARGS Machine *m, Object *self, Object *const *args, size_t nargs, Object *kwnames
#define UNUSED_ARGS (void)args, (void)nargs, (void)kwnames

typedef struct CallableIterator {
    Object ob_base;
    Object *callable, *sentinel; /* NULL: exhausted */
} CallableIterator;

/* ---- what they share ------------------------------------------------------------------------- */

static SeqIterator *untracked(Machine *m, Type *type, Object *seq, ssize_t index)
{
    SeqIterator *it = object_new(m, type, sizeof *it, ITERATOR_BASICSIZE);
    if (it) {
        it->index = index;
        it->seq = seq;
    }
    return it;
}

Object *seq_iterator_at(Machine *m, Type *type, Object *seq, ssize_t index)
{
    SeqIterator *it = untracked(m, type, seq, index);
    if (!it)
        return NULL;
    incref(seq);
    gc_track(m, (Object *)it);
    return (Object *)it;
}

Object *seq_iterator_end(Machine *m, SeqIterator *it)
{
    clear_ref(m, it->seq);
    return NULL;
}

void seq_iterator_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    clear_ref(m, as_iterator(o)->seq);
    object_free(m, o, ITERATOR_BASICSIZE);
}

Object *seq_iterator_hold(Machine *m, Type *type, Object *seq)
{
    SeqIterator *it = untracked(m, type, seq, 0);
    if (!it)
        return NULL;
    hold(m, it, seq);
    gc_track(m, (Object *)it);
    return (Object *)it;
}

Object *seq_iterator_let_go(Machine *m, SeqIterator *it)
{
    Object *seq = it->seq;
    it->seq = NULL;
    if (seq)
        let_go(m, it, seq);
    return NULL;
}

void seq_iterator_hold_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    seq_iterator_let_go(m, as_iterator(o));
    object_free(m, o, ITERATOR_BASICSIZE);
}

int seq_iterator_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    return VISIT(as_iterator(o)->seq);
}

Object *iterator_reduce(Machine *m, const char *builtin, Object *argument, Object *state)
{
    Object *name = str_intern_ascii(m, builtin);
    Object *function = name ? dict_get(m, m->builtins_dict, name) : NULL;
    Object *arguments = tuple_from_array_steal(m, &argument, 1);
    xdecref(m, name);
    if (!function || !arguments) {
        xdecref(m, arguments);
        xdecref(m, state);
        return error_occurred(m) ? NULL : error_set_none(m, EXC_AttributeError);
    }
    Object *parts[] = {newref(function), arguments, state};
    return tuple_from_array_steal(m, parts, state ? 3 : 2);
}

/* (iter, ([],)) or (iter, ((),)) */
static Object *reduce_exhausted(Machine *m, Object *empty)
{
    return empty ? iterator_reduce(m, "iter", empty, NULL) : NULL;
}

static Object *reduce_at(Machine *m, const char *builtin, SeqIterator *it)
{
    Object *index = int_from_i64(m, it->index);
    return index ? iterator_reduce(m, builtin, newref(it->seq), index) : NULL;
}

/* Sets the index, clipped to [low, high]. */
static Object *set_index(Machine *m, SeqIterator *it, Object *state, ssize_t low, ssize_t high)
{
    ssize_t i;
    if (!int_as_c_ssize(m, state, &i))
        return NULL;
    if (it->seq)
        it->index = i < low ? low : i > high ? high : i;
    return newref(m->none);
}

Object *iterator_indexed_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    SeqIterator *it = as_iterator(self);
    if (it->seq)
        return reduce_at(m, "iter", it);
    bool of_str = self->type == m->types.str_iterator || self->type == m->types.str_ascii_iterator;
    return reduce_exhausted(m, newref(of_str ? m->empty_str : m->empty_tuple));
}

Object *iterator_indexed_setstate(METHOD_ARGS)
{
    (void)nargs, (void)kwnames;
    SeqIterator *it = as_iterator(self);
    ssize_t n = it->seq ? slots_of(it->seq)->sq_length(m, it->seq) : 0;
    return set_index(m, it, args[0], 0, n);
}

Object *iterator_reduce_to_list(Machine *m, Object *copy, Object **lent)
{
    Object *list = copy ? sequence_list(m, copy) : NULL;
    if (copy && lent)
        *lent = NULL;
    xdecref(m, copy);
    return list ? iterator_reduce(m, "iter", list, NULL) : NULL;
}

/* ---- list ------------------------------------------------------------------------------------ */

Object *list_iterator_new(Machine *m, Object *list)
{
    return seq_iterator_at(m, m->types.list_iterator, list, 0);
}

static Object *list_iterator_next(Machine *m, Object *o)
{
    SeqIterator *it = as_iterator(o);
    if (!it->seq)
        return NULL;
    if (it->index < list_size(it->seq))
        return newref(list_item(it->seq, it->index++));
    return seq_iterator_end(m, it);
}

static Object *list_iterator_length_hint(METHOD_ARGS)
{
    UNUSED_ARGS;
    SeqIterator *it = as_iterator(self);
    ssize_t left = it->seq ? list_size(it->seq) - it->index : 0;
    return int_from_i64(m, left < 0 ? 0 : left);
}

static Object *list_iterator_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    SeqIterator *it = as_iterator(self);
    return it->seq ? reduce_at(m, "iter", it) : reduce_exhausted(m, list_new(m, 0));
}

static Object *list_iterator_setstate(METHOD_ARGS)
{
    (void)nargs, (void)kwnames;
    SeqIterator *it = as_iterator(self);
    return set_index(m, it, args[0], 0, it->seq ? list_size(it->seq) : 0);
}

Object *list_reverse_iterator_new(Machine *m, Object *list)
{
    return seq_iterator_at(m, m->types.list_reverseiterator, list, list_size(list) - 1);
}

static Object *list_reverse_next(Machine *m, Object *o)
{
    SeqIterator *it = as_iterator(o);
    if (!it->seq)
        return NULL;
    if (it->index >= 0 && it->index < list_size(it->seq))
        return newref(list_item(it->seq, it->index--));
    it->index = -1;
    return seq_iterator_end(m, it);
}

static Object *list_reverse_length_hint(METHOD_ARGS)
{
    UNUSED_ARGS;
    SeqIterator *it = as_iterator(self);
    bool shrunk = !it->seq || list_size(it->seq) < it->index + 1;
    return int_from_i64(m, shrunk ? 0 : it->index + 1);
}

static Object *list_reverse_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    SeqIterator *it = as_iterator(self);
    return it->seq ? reduce_at(m, "reversed", it) : reduce_exhausted(m, list_new(m, 0));
}

static Object *list_reverse_setstate(METHOD_ARGS)
{
    (void)nargs, (void)kwnames;
    SeqIterator *it = as_iterator(self);
    return set_index(m, it, args[0], -1, it->seq ? list_size(it->seq) - 1 : -1);
}

/* ---- tuple ----------------------------------------------------------------------------------- */

Object *tuple_iterator_new(Machine *m, Object *tuple)
{
    return seq_iterator_at(m, m->types.tuple_iterator, tuple, 0);
}

static Object *tuple_iterator_next(Machine *m, Object *o)
{
    SeqIterator *it = as_iterator(o);
    if (!it->seq)
        return NULL;
    if (it->index < tuple_size(it->seq))
        return newref(tuple_item(it->seq, it->index++));
    return seq_iterator_end(m, it);
}

static Object *tuple_iterator_length_hint(METHOD_ARGS)
{
    UNUSED_ARGS;
    SeqIterator *it = as_iterator(self);
    return int_from_i64(m, it->seq ? tuple_size(it->seq) - it->index : 0);
}

static Object *tuple_iterator_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    SeqIterator *it = as_iterator(self);
    return it->seq ? reduce_at(m, "iter", it) : reduce_exhausted(m, newref(m->empty_tuple));
}

static Object *tuple_iterator_setstate(METHOD_ARGS)
{
    (void)nargs, (void)kwnames;
    SeqIterator *it = as_iterator(self);
    return set_index(m, it, args[0], 0, it->seq ? tuple_size(it->seq) : 0);
}

/* ---- anything with __getitem__ --------------------------------------------------------------- */

Object *seq_iterator_new(Machine *m, Object *o)
{
    return seq_iterator_at(m, m->types.seq_iterator, o, 0);
}

/* IndexError and StopIteration end it, and nothing else. */
static bool ends_iteration(Machine *m)
{
    return !m->refusing &&
           (error_matches(m, EXC_IndexError) || error_matches(m, EXC_StopIteration));
}

static Object *seq_iterator_next(Machine *m, Object *o)
{
    SeqIterator *it = as_iterator(o);
    if (!it->seq)
        return NULL;
    if (it->index == PTRDIFF_MAX)
        return error_set(m, EXC_OverflowError, "iter index too large");
    Object *item = slots_of(it->seq)->sq_item(m, it->seq, it->index);
    if (item) {
        it->index++;
    } else if (ends_iteration(m)) {
        error_clear(m);
        seq_iterator_end(m, it);
    }
    return item;
}

static Object *seq_iterator_length_hint(METHOD_ARGS)
{
    UNUSED_ARGS;
    SeqIterator *it = as_iterator(self);
    if (!it->seq)
        return int_from_i64(m, 0);
    if (!slots_of(it->seq)->sq_length && !slots_of(it->seq)->mp_length)
        return newref(m->not_implemented);
    ssize_t n = object_length(m, it->seq);
    if (n < 0)
        return NULL;
    return int_from_i64(m, n > it->index ? n - it->index : 0);
}

static Object *seq_iterator_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    SeqIterator *it = as_iterator(self);
    return it->seq ? reduce_at(m, "iter", it) : reduce_exhausted(m, newref(m->empty_tuple));
}

static Object *seq_iterator_setstate(METHOD_ARGS)
{
    (void)nargs, (void)kwnames;
    return set_index(m, as_iterator(self), args[0], 0, PTRDIFF_MAX);
}

/* ---- iter(callable, sentinel) ---------------------------------------------------------------- */

Object *callable_iterator_new(Machine *m, Object *callable, Object *sentinel)
{
    CallableIterator *it =
        object_new(m, m->types.callable_iterator, sizeof *it, ITERATOR_BASICSIZE);
    if (!it)
        return NULL;
    it->callable = newref(callable);
    it->sentinel = newref(sentinel);
    gc_track(m, (Object *)it);
    return (Object *)it;
}

static void callable_end(Machine *m, CallableIterator *it)
{
    clear_ref(m, it->callable);
    clear_ref(m, it->sentinel);
}

/* 1: the value is the sentinel; 0: it is not; -1: an exception. */
static int is_sentinel(Machine *m, CallableIterator *it, Object *value)
{
    if (!it->sentinel) /* the call has exhausted this very iterator */
        return 1;
    return object_equal_borrowed(m, it->sentinel, value);
}

static Object *callable_next(Machine *m, Object *o)
{
    CallableIterator *it = (CallableIterator *)o;
    if (!it->callable)
        return NULL;
    struct pin pin;
    object_pin(m, &pin, it->callable);
    Object *value = object_call0(m, it->callable);
    object_unpin(m, &pin);
    if (!value) {
        if (!m->refusing && error_matches(m, EXC_StopIteration)) {
            error_clear(m);
            callable_end(m, it);
        }
        return NULL;
    }
    int end = is_sentinel(m, it, value);
    if (end == 0) {
        EMIT(m, ITER_CALL, o, value, it->sentinel);
        return value;
    }
    decref(m, value);
    if (end > 0)
        callable_end(m, it);
    return NULL;
}

static Object *callable_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    CallableIterator *it = (CallableIterator *)self;
    if (!it->callable)
        return reduce_exhausted(m, newref(m->empty_tuple));
    Object *name = str_intern_ascii(m, "iter");
    Object *function = name ? dict_get(m, m->builtins_dict, name) : NULL;
    Object *pair = function ? tuple_pack(m, 2, it->callable, it->sentinel) : NULL;
    xdecref(m, name);
    if (!pair)
        return error_occurred(m) ? NULL : error_set_none(m, EXC_AttributeError);
    Object *parts[] = {newref(function), pair};
    return tuple_from_array_steal(m, parts, 2);
}

static void callable_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    callable_end(m, (CallableIterator *)o);
    object_free(m, o, ITERATOR_BASICSIZE);
}

static int callable_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    CallableIterator *it = (CallableIterator *)o;
    return VISIT(it->callable, it->sentinel);
}

/* ---- types ----------------------------------------------------------------------------------- */

#define SEQ_ITERATOR(prefix, type)                                                                 \
    static const MethodDef prefix##_methods[] = {                                                  \
        {"__length_hint__", prefix##_length_hint, METH_NOARGS, NULL},                              \
        {"__reduce__", prefix##_reduce, METH_NOARGS, NULL},                                        \
        {"__setstate__", prefix##_setstate, METH_O, NULL},                                         \
        {0},                                                                                       \
    };                                                                                             \
    const TypeSpec type##_spec = {                                                                 \
        .name = TYPE_NAME_##type,                                                                  \
        .flags = TYPE_GC | TYPE_NO_NEW,                                                            \
        .basicsize = ITERATOR_BASICSIZE,                                                           \
        .size = sizeof(SeqIterator),                                                               \
        .methods = prefix##_methods,                                                               \
        .slots = {.tp_dealloc = seq_iterator_dealloc,                                              \
                  .tp_iter = object_self_iter,                                                     \
                  .tp_iternext = prefix##_next,                                                    \
                  .tp_traverse = seq_iterator_traverse},                                           \
    }

#define TYPE_NAME_list_iterator        "list_iterator"
#define TYPE_NAME_list_reverseiterator "list_reverseiterator"
#define TYPE_NAME_tuple_iterator       "tuple_iterator"
#define TYPE_NAME_seq_iterator         "iterator"

SEQ_ITERATOR(list_iterator, list_iterator);
SEQ_ITERATOR(list_reverse, list_reverseiterator);
SEQ_ITERATOR(tuple_iterator, tuple_iterator);
SEQ_ITERATOR(seq_iterator, seq_iterator);

static const MethodDef callable_methods[] = {
    {"__reduce__", callable_reduce, METH_NOARGS, NULL},
    {0},
};

const TypeSpec callable_iterator_spec = {
    .name = "callable_iterator",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = ITERATOR_BASICSIZE,
    .size = sizeof(CallableIterator),
    .methods = callable_methods,
    .slots =
        {
            .tp_dealloc = callable_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = callable_next,
            .tp_traverse = callable_traverse,
        },
};
