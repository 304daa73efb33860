/* Iterators that pass on some of the items of another one: compress, dropwhile, filterfalse,
 * islice, takewhile.  Modules/itertoolsmodule.c */
#include "itertools.h"

/* ---- compress -------------------------------------------------------------------------------- */

typedef struct CompressObject {
    Object ob_base;
    Object *data, *selectors; /* iterators */
} CompressObject;

REFERENCES(compress, 2)

static Object *compress_new(NEW_ARGS)
{
    static const char *const names[] = {"data", "selectors", NULL};
    Object *out[2];
    if (!arg_parse(m, "compress", args, nargs, kwnames, names, 2, 2, out))
        return NULL;
    Object *data = object_getiter(m, out[0]);
    Object *selectors = data ? object_getiter(m, out[1]) : NULL;
    CompressObject *c = selectors ? native_new(m, type) : NULL;
    if (!c) {
        xdecref(m, data);
        xdecref(m, selectors);
        return NULL;
    }
    c->data = data;
    c->selectors = selectors;
    gc_track(m, (Object *)c);
    return (Object *)c;
}

/* An item and its selector are always taken together, the item first. */
static Object *compress_next(Machine *m, Object *o)
{
    CompressObject *c = (CompressObject *)o;
    Object *item;
    while ((item = iter_next(m, c->data))) {
        Object *selector = iter_next(m, c->selectors);
        int chosen = selector ? object_is_true(m, selector) : -1;
        if (chosen > 0) {
            decref(m, selector);
            return item;
        }
        if (chosen == 0)
            EMIT(m, COMPRESS_SKIP, o, item, selector);
        xdecref(m, selector);
        decref(m, item);
        if (chosen < 0)
            return NULL;
    }
    return NULL;
}

const TypeSpec compress_spec = {
    .name = "itertools.compress",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 32,
    .size = sizeof(CompressObject),
    .doc = "The items whose selector is true.",
    .slots =
        {
            .tp_dealloc = compress_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = compress_next,
            .tp_new = compress_new,
            .tp_traverse = compress_traverse,
            .tp_clear = compress_clear,
        },
};

/* ---- dropwhile, takewhile, filterfalse: a function decides ----------------------------------- */

typedef struct DecidingObject {
    Object ob_base;
    Object *function, *iterator;
    bool over; /* the function has said no */
} DecidingObject;

REFERENCES(deciding, 2)

static Object *deciding_new(Machine *m, Type *type, Type *exact, const char *name,
                            Object *const *args, size_t nargs, Object *kwnames)
{
    if (!native_no_keywords(m, type, exact, name, kwnames) ||
        !arg_check_positional(m, name, nargs, 2, 2))
        return NULL;
    Object *iterator = object_getiter(m, args[1]);
    DecidingObject *w = iterator ? native_new(m, type) : NULL;
    if (!w) {
        xdecref(m, iterator);
        return NULL;
    }
    w->function = newref(args[0]);
    w->iterator = iterator;
    gc_track(m, (Object *)w);
    return (Object *)w;
}

static int verdict(Machine *m, Object *function, Object *item)
{
    Object *answer = object_call1(m, function, item);
    int truth = answer ? object_is_true(m, answer) : -1;
    xdecref(m, answer);
    return truth;
}

static Object *dropwhile_new(NEW_ARGS)
{
    return deciding_new(m, type, m->types.dropwhile, "dropwhile", args, nargs, kwnames);
}

static Object *dropwhile_next(Machine *m, Object *o)
{
    DecidingObject *w = (DecidingObject *)o;
    Object *item;
    while ((item = iter_next(m, w->iterator))) {
        int drop = w->over ? 0 : verdict(m, w->function, item);
        if (drop == 0) {
            w->over = true;
            return item;
        }
        if (drop > 0)
            EMIT(m, DROPWHILE_DROP, o, item);
        decref(m, item);
        if (drop < 0)
            return NULL;
    }
    return NULL;
}

const TypeSpec dropwhile_spec = {
    .name = "itertools.dropwhile",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 40,
    .size = sizeof(DecidingObject),
    .doc = "What comes from the first item on of which the function is false.",
    .slots =
        {
            .tp_dealloc = deciding_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = dropwhile_next,
            .tp_new = dropwhile_new,
            .tp_traverse = deciding_traverse,
            .tp_clear = deciding_clear,
        },
};

static Object *takewhile_new(NEW_ARGS)
{
    return deciding_new(m, type, m->types.takewhile, "takewhile", args, nargs, kwnames);
}

static Object *takewhile_next(Machine *m, Object *o)
{
    DecidingObject *w = (DecidingObject *)o;
    Object *item = w->over ? NULL : iter_next(m, w->iterator);
    if (!item)
        return NULL;
    int take = verdict(m, w->function, item);
    if (take > 0)
        return item;
    if (take == 0) {
        w->over = true;
        EMIT(m, TAKEWHILE_STOP, o, item);
    }
    decref(m, item);
    return NULL;
}

const TypeSpec takewhile_spec = {
    .name = "itertools.takewhile",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 40,
    .size = sizeof(DecidingObject),
    .doc = "The items before the first of which the function is false.",
    .slots =
        {
            .tp_dealloc = deciding_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = takewhile_next,
            .tp_new = takewhile_new,
            .tp_traverse = deciding_traverse,
            .tp_clear = deciding_clear,
        },
};

static Object *filterfalse_new(NEW_ARGS)
{
    return deciding_new(m, type, m->types.filterfalse, "filterfalse", args, nargs, kwnames);
}

/* Without a function (None, or bool, which comes to the same) the item's own truth decides. */
static Object *filterfalse_next(Machine *m, Object *o)
{
    DecidingObject *w = (DecidingObject *)o;
    bool own = w->function == m->none || w->function == (Object *)m->types.bool_;
    Object *item;
    while ((item = iter_next(m, w->iterator))) {
        int truth = own ? object_is_true(m, item) : verdict(m, w->function, item);
        if (truth == 0)
            return item;
        if (truth > 0)
            EMIT(m, FILTER_SKIP, o, item);
        decref(m, item);
        if (truth < 0)
            return NULL;
    }
    return NULL;
}

const TypeSpec filterfalse_spec = {
    .name = "itertools.filterfalse",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 32,
    .size = sizeof(DecidingObject),
    .doc = "The items of which the function is false.",
    .slots =
        {
            .tp_dealloc = deciding_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = filterfalse_next,
            .tp_new = filterfalse_new,
            .tp_traverse = deciding_traverse,
            .tp_clear = deciding_clear,
        },
};

/* ---- islice ---------------------------------------------------------------------------------- */

typedef struct IsliceObject {
    Object ob_base;
    Object *iterator;         /* NULL: exhausted */
    ssize_t next, stop, step; /* numbers of items; stop -1: to the end */
    ssize_t count;            /* items taken from the iterator so far */
} IsliceObject;

REFERENCES(islice, 1)

/* None stands for `otherwise`; what is no index, or too large, for -1.  false: refused. */
static bool slice_argument(Machine *m, Object *o, ssize_t otherwise, ssize_t *value)
{
    *value = otherwise;
    if (o == m->none)
        return true;
    *value = number_as_ssize(m, o, EXC_OverflowError);
    if (*value == -1 && error_occurred(m) && !m->refusing)
        error_clear(m);
    return !m->refusing;
}

static bool slice_error(Machine *m, const char *message)
{
    error_set(m, EXC_ValueError, "%s", message);
    return false;
}

#define SLICE_RANGE "must be None or an integer: 0 <= x <= sys.maxsize."
static bool slice_arguments(Machine *m, IsliceObject *s, Object *const *args, size_t nargs)
{
    Object *stop = args[nargs == 2 ? 1 : 2];
    s->step = 1;
    if (nargs > 2 && !slice_argument(m, args[1], 0, &s->next))
        return false;
    if (!slice_argument(m, stop, -1, &s->stop))
        return false;
    if (stop != m->none && s->stop == -1)
        return slice_error(m, "Stop argument for islice() " SLICE_RANGE);
    if (s->next < 0 || s->stop < -1)
        return slice_error(m, "Indices for islice() " SLICE_RANGE);
    if (nargs == 4 && !slice_argument(m, args[3], 1, &s->step))
        return false;
    return s->step >= 1 || slice_error(m, "Step for islice() must be a positive integer or None.");
}

static Object *islice_new(NEW_ARGS)
{
    if (!native_no_keywords(m, type, m->types.islice, "islice", kwnames) ||
        !arg_check_positional(m, "islice", nargs, 2, 4))
        return NULL;
    IsliceObject bounds = {0};
    if (!slice_arguments(m, &bounds, args, nargs))
        return NULL;
    Object *iterator = object_getiter(m, args[0]);
    IsliceObject *s = iterator ? native_new(m, type) : NULL;
    if (!s) {
        xdecref(m, iterator);
        return NULL;
    }
    s->iterator = iterator;
    s->next = bounds.next;
    s->stop = bounds.stop;
    s->step = bounds.step;
    gc_track(m, (Object *)s);
    return (Object *)s;
}

static Object *islice_end(Machine *m, IsliceObject *s)
{
    clear_ref(m, s->iterator);
    return NULL;
}

static Object *islice_next(Machine *m, Object *o)
{
    IsliceObject *s = (IsliceObject *)o;
    Object *item;
    if (!s->iterator)
        return NULL;
    while (s->count < s->next) {
        if (!(item = iter_next(m, s->iterator)))
            return islice_end(m, s);
        s->count++;
        EMIT(m, ISLICE_SKIP, o, item, s->count - 1, s->next);
        decref(m, item);
    }
    if (s->stop != -1 && s->count >= s->stop)
        return islice_end(m, s);
    if (!(item = iter_next(m, s->iterator)))
        return islice_end(m, s);
    s->count++;
    ssize_t from = s->next;
    s->next = from > PTRDIFF_MAX - s->step ? PTRDIFF_MAX : from + s->step;
    if (s->stop != -1 && s->next > s->stop)
        s->next = s->stop;
    return item;
}

const TypeSpec islice_spec = {
    .name = "itertools.islice",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 56,
    .size = sizeof(IsliceObject),
    .doc = "What a slice of the items would hold, one after the other.",
    .slots =
        {
            .tp_dealloc = islice_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = islice_next,
            .tp_new = islice_new,
            .tp_traverse = islice_traverse,
            .tp_clear = islice_clear,
        },
};
