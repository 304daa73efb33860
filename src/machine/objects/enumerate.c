/* enumerate and reversed: Objects/enumobject.c.
 *
 * enumerate keeps one pair and hands it out again as long as nobody else has kept it: `for i, x in
 * enumerate(...)` allocates a single tuple. */
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "../class.h"
#include "../specs.h"
#include "generic_alias.h"
#include "sequence.h"

#define METHOD_ARGS Machine *m, Object *self, Object *const *args, size_t nargs, Object *kwnames
#define UNUSED_ARGS (void)args, (void)nargs, (void)kwnames

typedef struct EnumerateObject {
    Object ob_base;
    int64_t index;     /* of the next item, while it fits */
    Object *longindex; /* then this one; NULL before */
    Object *iterator, *result;
} EnumerateObject;

typedef struct ReversedObject {
    Object ob_base;
    ssize_t index; /* of the next item; -1: exhausted */
    Object *seq;   /* NULL: exhausted */
} ReversedObject;

/* ---- enumerate ------------------------------------------------------------------------------- */

static int set_start(Machine *m, EnumerateObject *e, Object *start)
{
    Object *index = start ? sequence_exact_index(m, start) : NULL;
    if (!start)
        return 0;
    if (!index)
        return -1;
    int overflow;
    e->index = int_as_i64(index, &overflow);
    if (overflow) {
        e->index = INT64_MAX;
        e->longindex = index;
    } else {
        decref(m, index);
    }
    return 0;
}

/* Is keyword k called `name`?  If not, TypeError. */
static bool check_keyword(Machine *m, Object *kwnames, ssize_t k, const char *name)
{
    if (str_equals_ascii(tuple_item(kwnames, k), name))
        return true;
    error_set(m, EXC_TypeError, "'%U' is an invalid keyword argument for enumerate()",
              tuple_item(kwnames, k));
    return false;
}

/* enumerate(iterable, start), read as CPython's fast path for calls does: value[1] is NULL if there
 * is no start. */
static bool parse_arguments(Machine *m, Object *const *args, size_t nargs, Object *kwnames,
                            Object *value[2])
{
    size_t nkw = kwnames ? (size_t)tuple_size(kwnames) : 0, given = nargs + nkw;
    if (nargs == 0 && (given == 0 || given > 2)) {
        error_set(m, EXC_TypeError, "enumerate() missing required argument 'iterable'");
        return false;
    }
    if (given > 2) {
        error_set(m, EXC_TypeError, "enumerate() takes at most 2 arguments (%zd given)",
                  (ssize_t)given);
        return false;
    }
    bool swapped = nkw == 2 && str_equals_ascii(tuple_item(kwnames, 0), "start");
    value[0] = args[swapped];
    value[1] = given == 2 ? args[!swapped] : NULL;
    static const char *const names[] = {"iterable", "start"};
    for (size_t k = 0; k < nkw; k++)
        if (!check_keyword(m, kwnames, (ssize_t)k, names[swapped ? 1 - k : nargs + k]))
            return false;
    return true;
}

static Object *enumerate_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    Object *value[2];
    if (!parse_arguments(m, args, nargs, kwnames, value))
        return NULL;
    EnumerateObject *e = object_new_plain(m, type);
    if (!e)
        return NULL;
    if (set_start(m, e, value[1]) < 0 || !(e->iterator = object_getiter(m, value[0])) ||
        !(e->result = tuple_pack(m, 2, m->none, m->none))) {
        decref(m, e);
        return NULL;
    }
    gc_track(m, (Object *)e);
    return (Object *)e;
}

static void enumerate_dealloc(Machine *m, Object *o)
{
    EnumerateObject *e = (EnumerateObject *)o;
    gc_untrack(m, o);
    clear_ref(m, e->iterator);
    clear_ref(m, e->result);
    clear_ref(m, e->longindex);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static int enumerate_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    EnumerateObject *e = (EnumerateObject *)o;
    return VISIT(e->iterator, e->result, e->longindex);
}

static Object *next_index(Machine *m, EnumerateObject *e)
{
    if (e->index < INT64_MAX)
        return int_from_i64(m, e->index++);
    if (!e->longindex && !(e->longindex = int_from_i64(m, INT64_MAX)))
        return NULL;
    Object *next = int_add(m, e->longindex, m->small_ints[1 - SMALL_INT_MIN]);
    if (!next)
        return NULL;
    Object *index = e->longindex;
    e->longindex = next;
    return index;
}

/* The pair again, with new items; steals both. */
static Object *reuse_pair(Machine *m, Object *pair, Object *index, Object *item)
{
    TupleObject *t = (TupleObject *)newref(pair);
    Object *old_index = t->item[0], *old_item = t->item[1];
    t->item[0] = index;
    t->item[1] = item;
    let_go(m, t, old_index);
    let_go(m, t, old_item);
    if (!object_is_tracked(pair)) /* the collector may have untracked it */
        gc_track(m, pair);
    return pair;
}

static Object *enumerate_next(Machine *m, Object *o)
{
    EnumerateObject *e = (EnumerateObject *)o;
    Object *item = iter_step(m, e->iterator);
    if (!item)
        return NULL;
    Object *index = next_index(m, e);
    if (!index) {
        decref(m, item);
        return NULL;
    }
    if (e->result->refcnt == 1)
        return reuse_pair(m, e->result, index, item);
    return tuple_from_array_steal(m, (Object *[]){index, item}, 2);
}

static Object *enumerate_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    EnumerateObject *e = (EnumerateObject *)self;
    Object *index = e->longindex ? newref(e->longindex) : int_from_i64(m, e->index);
    Object *pair = index ? tuple_pack(m, 2, e->iterator, index) : NULL;
    xdecref(m, index);
    if (!pair)
        return NULL;
    return tuple_from_array_steal(m, (Object *[]){newref(self->type), pair}, 2);
}

static const MethodDef enumerate_methods[] = {
    {"__reduce__", enumerate_reduce, METH_NOARGS, NULL},
    {"__class_getitem__", generic_alias_class_getitem, METH_O | METH_CLASS, NULL},
    {0},
};

const TypeSpec enumerate_spec = {
    .name = "enumerate",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 56,
    .size = sizeof(EnumerateObject),
    .methods = enumerate_methods,
    .doc = "Pairs of a running number and an item.",
    .slots =
        {
            .tp_dealloc = enumerate_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = enumerate_next,
            .tp_new = enumerate_new,
            .tp_traverse = enumerate_traverse,
        },
};

/* ---- reversed -------------------------------------------------------------------------------- */

static Object *reversed_tp_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    bool plain = type->slots.tp_init == m->types.reversed->slots.tp_init;
    if ((plain && !arg_no_keywords(m, "reversed", kwnames)) ||
        !arg_check_positional(m, "reversed", nargs, 1, 1))
        return NULL;
    Object *seq = args[0], *method = type_lookup(m, seq->type, m->id.__reversed__);
    if (method && method != m->none)
        return special_call(m, seq, m->id.__reversed__, NULL, 0, NULL);
    if (method || !slots_of(seq)->sq_item || is_dict(seq))
        return error_set(m, EXC_TypeError, "'%.200s' object is not reversible", type_name(seq));
    ssize_t n = object_length(m, seq);
    ReversedObject *r = n < 0 ? NULL : object_new_plain(m, type);
    if (!r)
        return NULL;
    r->index = n - 1;
    r->seq = newref(seq);
    gc_track(m, (Object *)r);
    return (Object *)r;
}

static void reversed_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    clear_ref(m, ((ReversedObject *)o)->seq);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static int reversed_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    ReversedObject *r = (ReversedObject *)o;
    return VISIT(r->seq);
}

static Object *reversed_next(Machine *m, Object *o)
{
    ReversedObject *r = (ReversedObject *)o;
    if (r->index >= 0 && r->seq) {
        Object *item = slots_of(r->seq)->sq_item(m, r->seq, r->index);
        if (item) {
            r->index--;
            return item;
        }
        if (m->refusing ||
            (!error_matches(m, EXC_IndexError) && !error_matches(m, EXC_StopIteration)))
            return NULL;
        error_clear(m);
    }
    r->index = -1;
    clear_ref(m, r->seq);
    return NULL;
}

static Object *reversed_length_hint(METHOD_ARGS)
{
    UNUSED_ARGS;
    ReversedObject *r = (ReversedObject *)self;
    if (!r->seq)
        return int_from_i64(m, 0);
    ssize_t n = object_length(m, r->seq);
    return n < 0 ? NULL : int_from_i64(m, n < r->index + 1 ? 0 : r->index + 1);
}

static Object *reversed_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    ReversedObject *r = (ReversedObject *)self;
    Object *arguments = r->seq ? tuple_pack(m, 1, r->seq) : tuple_pack(m, 1, m->empty_tuple);
    Object *index = arguments && r->seq ? int_from_i64(m, r->index) : NULL;
    if (!arguments || (r->seq && !index)) {
        xdecref(m, arguments);
        return NULL;
    }
    Object *parts[] = {newref(self->type), arguments, index};
    return tuple_from_array_steal(m, parts, index ? 3 : 2);
}

static Object *reversed_setstate(METHOD_ARGS)
{
    (void)nargs, (void)kwnames;
    ReversedObject *r = (ReversedObject *)self;
    ssize_t i;
    if (!int_as_c_ssize(m, args[0], &i))
        return NULL;
    if (r->seq) {
        ssize_t n = object_length(m, r->seq);
        if (n < 0)
            return NULL;
        r->index = i < -1 ? -1 : i > n - 1 ? n - 1 : i;
    }
    return newref(m->none);
}

static const MethodDef reversed_methods[] = {
    {"__length_hint__", reversed_length_hint, METH_NOARGS, NULL},
    {"__reduce__", reversed_reduce, METH_NOARGS, NULL},
    {"__setstate__", reversed_setstate, METH_O, NULL},
    {0},
};

const TypeSpec reversed_spec = {
    .name = "reversed",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 32,
    .size = sizeof(ReversedObject),
    .methods = reversed_methods,
    .doc = "The items of a sequence from the last to the first.",
    .slots =
        {
            .tp_dealloc = reversed_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = reversed_next,
            .tp_new = reversed_tp_new,
            .tp_traverse = reversed_traverse,
        },
};
