/* zip, map and filter: Python/bltinmodule.c.  Iterators over other iterators, which do nothing
 * before they are asked.  zip keeps one result tuple and hands it out again while nobody else holds
 * it. */
#include <pyviz/machine/errors.h>
#include <pyviz/machine/tuple.h>

#include "../specs.h"

#define METHOD_ARGS Machine *m, Object *self, Object *const *args, size_t nargs, Object *kwnames
#define UNUSED_ARGS (void)args, (void)nargs, (void)kwnames

enum { MAP_STACK = 5 };

typedef struct ZipObject {
    Object ob_base;
    Object *iterators, *result; /* tuples of the same size */
    bool strict;
} ZipObject;

typedef struct MapObject {
    Object ob_base;
    Object *iterators, *function;
} MapObject;

typedef struct FilterObject {
    Object ob_base;
    Object *function, *iterator;
} FilterObject;

/* A tuple of the iterators over each argument. */
static Object *get_iterators(Machine *m, Object *const *args, size_t n)
{
    Object *t = tuple_new(m, (ssize_t)n);
    for (size_t i = 0; t && i < n; i++) {
        Object *iterator = object_getiter(m, args[i]);
        if (iterator)
            ((TupleObject *)t)->item[i] = iterator;
        else
            clear_ref(m, t);
    }
    if (t && n)
        gc_track(m, t);
    return t;
}

/* (type(self),) + arguments of the constructor, with a state unless that is NULL.  Steals both. */
static Object *reduce_with(Machine *m, Object *self, Object *arguments, Object *state)
{
    if (!arguments) {
        xdecref(m, state);
        return NULL;
    }
    Object *parts[] = {newref(self->type), arguments, state};
    return tuple_from_array_steal(m, parts, state ? 3 : 2);
}

/* ---- zip ------------------------------------------------------------------------------------- */

static int strict_argument(Machine *m, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const names[] = {"strict", NULL};
    Object *value[1];
    if (!kwnames || tuple_size(kwnames) == 0)
        return 0;
    if (!arg_parse_known(m, "zip", args + nargs, 0, kwnames, names, 0, 0, value))
        return -1;
    return value[0] ? object_is_true(m, value[0]) : 0;
}

static Object *nones(Machine *m, size_t n)
{
    Object *t = tuple_new(m, (ssize_t)n);
    for (size_t i = 0; t && i < n; i++)
        ((TupleObject *)t)->item[i] = newref(m->none);
    if (t && n)
        gc_track(m, t);
    return t;
}

static Object *zip_new(Machine *m, Type *type, Object *const *args, size_t nargs, Object *kwnames)
{
    int strict = strict_argument(m, args, nargs, kwnames);
    Object *iterators = strict < 0 ? NULL : get_iterators(m, args, nargs);
    Object *result = iterators ? nones(m, nargs) : NULL;
    ZipObject *z = result ? object_new_plain(m, type) : NULL;
    if (!z) {
        xdecref(m, iterators);
        xdecref(m, result);
        return NULL;
    }
    z->iterators = iterators;
    z->result = result;
    z->strict = strict;
    gc_track(m, (Object *)z);
    return (Object *)z;
}

static void zip_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    clear_ref(m, ((ZipObject *)o)->iterators);
    clear_ref(m, ((ZipObject *)o)->result);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static int zip_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    return VISIT(((ZipObject *)o)->iterators, ((ZipObject *)o)->result);
}

static Object *uneven(Machine *m, ssize_t i, const char *how)
{
    return error_set(m, EXC_ValueError, "zip() argument %zd is %s than argument%s%zd", i + 1, how,
                     i == 1 ? " " : "s 1-", i);
}

/* Iterator i has ended; a strict zip wants to know that the others end here too. */
static Object *zip_ended(Machine *m, ZipObject *z, ssize_t i)
{
    if (!z->strict)
        return NULL;
    if (error_occurred(m) && (m->refusing || !error_matches(m, EXC_StopIteration)))
        return NULL;
    error_clear(m);
    if (i > 0)
        return uneven(m, i, "shorter");
    for (i = 1; i < tuple_size(z->iterators); i++) {
        Object *item = iter_next(m, tuple_item(z->iterators, i));
        if (item) {
            decref(m, item);
            return uneven(m, i, "longer");
        }
        if (error_occurred(m))
            return NULL;
    }
    return NULL;
}

/* Nobody else has the tuple: its items are replaced one by one. */
static Object *zip_reuse(Machine *m, ZipObject *z)
{
    TupleObject *t = (TupleObject *)newref(z->result);
    for (ssize_t i = 0; i < t->size; i++) {
        Object *item = iter_step(m, tuple_item(z->iterators, i));
        if (!item) {
            decref(m, t);
            return zip_ended(m, z, i);
        }
        Object *old = t->item[i];
        t->item[i] = item;
        let_go(m, t, old);
    }
    if (!object_is_tracked((Object *)t)) /* the collector may have untracked it */
        gc_track(m, (Object *)t);
    return (Object *)t;
}

static Object *zip_next(Machine *m, Object *o)
{
    ZipObject *z = (ZipObject *)o;
    ssize_t n = tuple_size(z->iterators);
    if (n == 0)
        return NULL;
    if (z->result->refcnt == 1)
        return zip_reuse(m, z);
    Object *t = tuple_new(m, n);
    for (ssize_t i = 0; t && i < n; i++) {
        Object *item = iter_step(m, tuple_item(z->iterators, i));
        if (!item) {
            decref(m, t);
            return zip_ended(m, z, i);
        }
        ((TupleObject *)t)->item[i] = item;
    }
    if (t)
        gc_track(m, t);
    return t;
}

static Object *zip_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    ZipObject *z = (ZipObject *)self;
    return reduce_with(m, self, newref(z->iterators), z->strict ? newref(m->true_) : NULL);
}

static Object *zip_setstate(METHOD_ARGS)
{
    (void)nargs, (void)kwnames;
    int strict = object_is_true(m, args[0]);
    if (strict < 0)
        return NULL;
    ((ZipObject *)self)->strict = strict;
    return newref(m->none);
}

static const MethodDef zip_methods[] = {
    {"__reduce__", zip_reduce, METH_NOARGS, NULL},
    {"__setstate__", zip_setstate, METH_O, NULL},
    {0},
};

const TypeSpec zip_spec = {
    .name = "zip",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 48,
    .size = sizeof(ZipObject),
    .methods = zip_methods,
    .doc = "Tuples of one item from each iterable.",
    .slots =
        {
            .tp_dealloc = zip_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = zip_next,
            .tp_new = zip_new,
            .tp_traverse = zip_traverse,
        },
};

/* ---- map ------------------------------------------------------------------------------------- */

static Object *map_new(Machine *m, Type *type, Object *const *args, size_t nargs, Object *kwnames)
{
    if (type->slots.tp_init == m->types.map->slots.tp_init && !arg_no_keywords(m, "map", kwnames))
        return NULL;
    if (nargs < 2)
        return error_set(m, EXC_TypeError, "map() must have at least two arguments.");
    Object *iterators = get_iterators(m, args + 1, nargs - 1);
    MapObject *map = iterators ? object_new_plain(m, type) : NULL;
    if (!map) {
        xdecref(m, iterators);
        return NULL;
    }
    map->iterators = iterators;
    map->function = newref(args[0]);
    gc_track(m, (Object *)map);
    return (Object *)map;
}

static void map_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    clear_ref(m, ((MapObject *)o)->iterators);
    clear_ref(m, ((MapObject *)o)->function);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static int map_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    return VISIT(((MapObject *)o)->iterators, ((MapObject *)o)->function);
}

/* One item of each iterator; how many came before one had ended or failed. */
static ssize_t next_items(Machine *m, Object *iterators, Object **items)
{
    ssize_t n = 0;
    while (n < tuple_size(iterators) && (items[n] = iter_step(m, tuple_item(iterators, n))))
        n++;
    return n;
}

static Object *map_call(Machine *m, MapObject *map, Object **items)
{
    ssize_t n = next_items(m, map->iterators, items);
    Object *result = NULL;
    if (n == tuple_size(map->iterators))
        result = object_vectorcall(m, map->function, items, (size_t)n, NULL);
    for (ssize_t i = 0; i < n; i++)
        decref(m, items[i]);
    return result;
}

static Object *map_next(Machine *m, Object *o)
{
    MapObject *map = (MapObject *)o;
    Object *few[MAP_STACK];
    size_t n = (size_t)tuple_size(map->iterators);
    Object **items = n <= MAP_STACK ? few : heap_alloc(m, n * sizeof *items);
    if (!items)
        return NULL;
    Object *result = map_call(m, map, items);
    if (items != few)
        heap_free(m, items);
    return result;
}

static Object *map_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    MapObject *map = (MapObject *)self;
    ssize_t n = tuple_size(map->iterators);
    Object *arguments = tuple_new(m, n + 1);
    for (ssize_t i = 0; arguments && i <= n; i++)
        ((TupleObject *)arguments)->item[i] =
            newref(i ? tuple_item(map->iterators, i - 1) : map->function);
    if (arguments)
        gc_track(m, arguments);
    return reduce_with(m, self, arguments, NULL);
}

static const MethodDef map_methods[] = {
    {"__reduce__", map_reduce, METH_NOARGS, NULL},
    {0},
};

const TypeSpec map_spec = {
    .name = "map",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 32,
    .size = sizeof(MapObject),
    .methods = map_methods,
    .doc = "What a function makes of each item.",
    .slots =
        {
            .tp_dealloc = map_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = map_next,
            .tp_new = map_new,
            .tp_traverse = map_traverse,
        },
};

/* ---- filter ---------------------------------------------------------------------------------- */

static Object *filter_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                          Object *kwnames)
{
    if (type->slots.tp_init == m->types.filter->slots.tp_init &&
        !arg_no_keywords(m, "filter", kwnames))
        return NULL;
    if (!arg_check_positional(m, "filter", nargs, 2, 2))
        return NULL;
    Object *iterator = object_getiter(m, args[1]);
    FilterObject *f = iterator ? object_new_plain(m, type) : NULL;
    if (!f) {
        xdecref(m, iterator);
        return NULL;
    }
    f->function = newref(args[0]);
    f->iterator = iterator;
    gc_track(m, (Object *)f);
    return (Object *)f;
}

static void filter_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    clear_ref(m, ((FilterObject *)o)->function);
    clear_ref(m, ((FilterObject *)o)->iterator);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static int filter_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    return VISIT(((FilterObject *)o)->iterator, ((FilterObject *)o)->function);
}

/* Without a function (None, or bool, which comes to the same) the item's own truth decides. */
static int accepts(Machine *m, FilterObject *f, Object *item)
{
    if (f->function == m->none || f->function == (Object *)m->types.bool_)
        return object_is_true(m, item);
    Object *verdict = object_call1(m, f->function, item);
    int accepted = verdict ? object_is_true(m, verdict) : -1;
    xdecref(m, verdict);
    return accepted;
}

static Object *filter_next(Machine *m, Object *o)
{
    FilterObject *f = (FilterObject *)o;
    Object *item;
    while ((item = iter_step(m, f->iterator))) {
        int accepted = accepts(m, f, item);
        if (accepted > 0)
            return item;
        if (accepted == 0)
            EMIT(m, FILTER_SKIP, o, item);
        decref(m, item);
        if (accepted < 0)
            return NULL;
    }
    return NULL;
}

static Object *filter_reduce(METHOD_ARGS)
{
    UNUSED_ARGS;
    FilterObject *f = (FilterObject *)self;
    return reduce_with(m, self, tuple_pack(m, 2, f->function, f->iterator), NULL);
}

static const MethodDef filter_methods[] = {
    {"__reduce__", filter_reduce, METH_NOARGS, NULL},
    {0},
};

const TypeSpec filter_spec = {
    .name = "filter",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 32,
    .size = sizeof(FilterObject),
    .methods = filter_methods,
    .doc = "The items that a function accepts.",
    .slots =
        {
            .tp_dealloc = filter_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = filter_next,
            .tp_new = filter_new,
            .tp_traverse = filter_traverse,
        },
};
