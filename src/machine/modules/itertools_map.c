/* Iterators that make something new of what others yield: accumulate, chain, starmap, pairwise,
 * batched, zip_longest.  Modules/itertoolsmodule.c */
#include "../eval.h"
#include "../eval_ops.h"
#include "itertools.h"

Object *itertools_fresh_result(Machine *m, Object **result)
{
    Object *kept = *result;
    if (kept->refcnt == 1) {
        if (!object_is_tracked(kept)) /* the collector may have untracked it */
            gc_track(m, kept);
        return newref(kept);
    }
    Object *copy = tuple_from_array(m, ((TupleObject *)kept)->item, tuple_size(kept));
    if (!copy)
        return NULL;
    *result = newref(copy);
    decref(m, kept);
    return copy;
}

/* ---- accumulate ------------------------------------------------------------------------------ */

typedef struct AccumulateObject {
    Object ob_base;
    Object *function; /* NULL: + */
    Object *total;    /* NULL before the first item */
    Object *iterator;
    Object *initial; /* NULL: none, or handed out already */
} AccumulateObject;

REFERENCES(accumulate, 4)

static Object *accumulate_new(NEW_ARGS)
{
    static const char *const names[] = {"iterable", "func", "initial", NULL};
    Object *out[3];
    if (!arg_parse(m, "accumulate", args, nargs, kwnames, names, 1, 2, out))
        return NULL;
    Object *iterator = object_getiter(m, out[0]);
    AccumulateObject *a = iterator ? native_new(m, type) : NULL;
    if (!a) {
        xdecref(m, iterator);
        return NULL;
    }
    a->iterator = iterator;
    a->function = out[1] && out[1] != m->none ? newref(out[1]) : NULL;
    a->initial = out[2] && out[2] != m->none ? newref(out[2]) : NULL;
    gc_track(m, (Object *)a);
    return (Object *)a;
}

static Object *accumulate_next(Machine *m, Object *o)
{
    AccumulateObject *a = (AccumulateObject *)o;
    if (a->initial) {
        a->total = a->initial;
        a->initial = NULL;
        return newref(a->total);
    }
    Object *item = iter_next(m, a->iterator);
    if (!item)
        return NULL;
    if (!a->total) {
        a->total = newref(item);
        return item;
    }
    Object *pair[] = {a->total, item};
    Object *total = a->function ? object_vectorcall(m, a->function, pair, 2, NULL)
                                : number_binary(m, a->total, item, NB_ADD);
    decref(m, item);
    if (!total)
        return NULL;
    set_ref(m, a->total, newref(total));
    return total;
}

const TypeSpec accumulate_spec = {
    .name = "itertools.accumulate",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 48,
    .size = sizeof(AccumulateObject),
    .doc = "Running totals, or what a function makes of them.",
    .slots =
        {
            .tp_dealloc = accumulate_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = accumulate_next,
            .tp_new = accumulate_new,
            .tp_traverse = accumulate_traverse,
            .tp_clear = accumulate_clear,
        },
};

/* ---- chain ----------------------------------------------------------------------------------- */

typedef struct ChainObject {
    Object ob_base;
    Object *active; /* the iterator under way, or NULL */
    Object *source; /* an iterator of iterables; NULL: all done */
} ChainObject;

REFERENCES(chain, 2)

/* Steals source. */
static Object *chain_of(Machine *m, Type *type, Object *source)
{
    ChainObject *c = source ? native_new(m, type) : NULL;
    if (!c) {
        xdecref(m, source);
        return NULL;
    }
    c->source = source;
    gc_track(m, (Object *)c);
    return (Object *)c;
}

static Object *chain_new(NEW_ARGS)
{
    if (!native_no_keywords(m, type, m->types.chain, "chain", kwnames))
        return NULL;
    Object *all = call_is_packed(m, args, nargs) ? newref(m->packed_arguments) /* chain(*all) */
                                                 : tuple_from_array(m, args, (ssize_t)nargs);
    Object *source = all ? object_getiter(m, all) : NULL;
    xdecref(m, all);
    return chain_of(m, type, source);
}

BUILTIN(chain_from_iterable)
{
    ONE_ARG;
    return chain_of(m, (Type *)self, object_getiter(m, args[0]));
}

static Object *chain_next(Machine *m, Object *o)
{
    ChainObject *c = (ChainObject *)o;
    while (c->source) {
        if (!c->active) {
            Object *iterable = iter_next(m, c->source);
            if (!iterable) {
                clear_ref(m, c->source);
                return NULL;
            }
            c->active = object_getiter(m, iterable);
            if (c->active)
                EMIT(m, CHAIN_NEXT, o, iterable);
            decref(m, iterable);
            if (!c->active) {
                clear_ref(m, c->source);
                return NULL;
            }
        }
        Object *item = iter_next(m, c->active);
        if (item || error_occurred(m))
            return item;
        clear_ref(m, c->active);
    }
    return NULL;
}

static const MethodDef chain_methods[] = {
    {"from_iterable", chain_from_iterable, METH_O | METH_CLASS,
     "A chain of what an iterable yields."},
    {0},
};

const TypeSpec chain_spec = {
    .name = "itertools.chain",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 32,
    .size = sizeof(ChainObject),
    .methods = chain_methods,
    .doc = "The items of one iterable after those of the other.",
    .slots =
        {
            .tp_dealloc = chain_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = chain_next,
            .tp_new = chain_new,
            .tp_traverse = chain_traverse,
            .tp_clear = chain_clear,
        },
};

/* ---- starmap --------------------------------------------------------------------------------- */

typedef struct StarmapObject {
    Object ob_base;
    Object *function, *iterator;
} StarmapObject;

REFERENCES(starmap, 2)

static Object *starmap_new(NEW_ARGS)
{
    if (!native_no_keywords(m, type, m->types.starmap, "starmap", kwnames) ||
        !arg_check_positional(m, "starmap", nargs, 2, 2))
        return NULL;
    Object *iterator = object_getiter(m, args[1]);
    StarmapObject *s = iterator ? native_new(m, type) : NULL;
    if (!s) {
        xdecref(m, iterator);
        return NULL;
    }
    s->function = newref(args[0]);
    s->iterator = iterator;
    gc_track(m, (Object *)s);
    return (Object *)s;
}

static Object *starmap_next(Machine *m, Object *o)
{
    StarmapObject *s = (StarmapObject *)o;
    Object *arguments = iter_next(m, s->iterator);
    if (arguments && !is_exact(m, arguments, tuple)) {
        Object *tuple = sequence_tuple(m, arguments);
        decref(m, arguments);
        arguments = tuple;
    }
    if (!arguments)
        return NULL;
    Object *value = eval_call_ex(m, s->function, arguments, NULL);
    decref(m, arguments);
    return value;
}

const TypeSpec starmap_spec = {
    .name = "itertools.starmap",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 32,
    .size = sizeof(StarmapObject),
    .doc = "What a function makes of tuples of its arguments.",
    .slots =
        {
            .tp_dealloc = starmap_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = starmap_next,
            .tp_new = starmap_new,
            .tp_traverse = starmap_traverse,
            .tp_clear = starmap_clear,
        },
};

/* ---- pairwise -------------------------------------------------------------------------------- */

typedef struct PairwiseObject {
    Object ob_base;
    Object *iterator, *old; /* old: the item before; NULL before the first */
    Object *result;         /* 3.13: the pair handed out last; else NULL */
} PairwiseObject;

REFERENCES(pairwise, 3)

static Object *pairwise_new(NEW_ARGS)
{
    if (!native_no_keywords(m, type, m->types.pairwise, "pairwise", kwnames) ||
        !arg_check_positional(m, "pairwise", nargs, 1, 1))
        return NULL;
    Object *iterator = object_getiter(m, args[0]);
    PairwiseObject *p = iterator ? native_new(m, type) : NULL;
    if (!p) {
        xdecref(m, iterator);
        return NULL;
    }
    p->iterator = iterator;
    if (m->profile->pairwise_reuses_result && !(p->result = tuple_pack(m, 2, m->none, m->none))) {
        decref(m, p);
        return NULL;
    }
    gc_track(m, (Object *)p);
    return (Object *)p;
}

/* Fetching an item may run code that uses this very iterator, and ends it. */
static Object *pairwise_next(Machine *m, Object *o)
{
    PairwiseObject *p = (PairwiseObject *)o;
    Object *old = p->old, *new, *pair;
    if (!p->iterator)
        return NULL;
    if (!old) {
        old = p->old = iter_next(m, p->iterator);
        if (!old) {
            clear_ref(m, p->iterator);
            return NULL;
        }
        if (!p->iterator) {
            clear_ref(m, p->old);
            return NULL;
        }
    }
    incref(old);
    new = iter_next(m, p->iterator);
    if (!new) {
        clear_ref(m, p->iterator);
        clear_ref(m, p->old);
        decref(m, old);
        return NULL;
    }
    if (p->result && p->result->refcnt == 1) {
        TupleObject *t = (TupleObject *)newref(p->result);
        Object *last_old = t->item[0], *last_new = t->item[1];
        t->item[0] = newref(old);
        t->item[1] = newref(new);
        decref(m, last_old);
        decref(m, last_new);
        if (!object_is_tracked((Object *)t))
            gc_track(m, (Object *)t);
        pair = (Object *)t;
    } else {
        pair = tuple_pack(m, 2, old, new);
    }
    set_ref(m, p->old, new);
    decref(m, old);
    return pair;
}

const TypeSpec pairwise_spec = {
    .name = "itertools.pairwise",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 32,
    .size = sizeof(PairwiseObject),
    .doc = "Each item with the one after it.",
    .slots =
        {
            .tp_dealloc = pairwise_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = pairwise_next,
            .tp_new = pairwise_new,
            .tp_traverse = pairwise_traverse,
            .tp_clear = pairwise_clear,
        },
};

/* ---- batched --------------------------------------------------------------------------------- */

typedef struct BatchedObject {
    Object ob_base;
    Object *iterator; /* NULL: exhausted */
    ssize_t size;
    bool strict; /* 3.13 */
} BatchedObject;

REFERENCES(batched, 1)

static Object *batched_new(NEW_ARGS)
{
    static const char *const without_strict[] = {"iterable", "n", NULL};
    static const char *const with_strict[] = {"iterable", "n", "strict", NULL};
    bool may_be_strict = m->profile->batched_strict;
    Object *out[3] = {0};
    if (!arg_parse(m, "batched", args, nargs, kwnames, may_be_strict ? with_strict : without_strict,
                   2, 2, out))
        return NULL;
    ssize_t n;
    if (!int_as_c_ssize(m, out[1], &n))
        return NULL;
    int strict = may_be_strict && out[2] ? object_is_true(m, out[2]) : 0;
    if (strict < 0)
        return NULL;
    if (n < 1)
        return error_set(m, EXC_ValueError, "n must be at least one");
    Object *iterator = object_getiter(m, out[0]);
    BatchedObject *b = iterator ? native_new(m, type) : NULL;
    if (!b) {
        xdecref(m, iterator);
        return NULL;
    }
    b->iterator = iterator;
    b->size = n;
    b->strict = strict;
    gc_track(m, (Object *)b);
    return (Object *)b;
}

static Object *batched_next(Machine *m, Object *o)
{
    BatchedObject *b = (BatchedObject *)o;
    if (!b->iterator)
        return NULL;
    struct native_array items = {0};
    Object *item = NULL, *batch = NULL;
    while (items.size < b->size && b->iterator && (item = iter_next(m, b->iterator)))
        if (native_push(m, &items, item) < 0)
            break;
    bool whole = items.size == b->size;
    if (!whole)
        clear_ref(m, b->iterator);
    if (!error_occurred(m) && !whole && items.size && b->strict)
        error_set(m, EXC_ValueError, "batched(): incomplete batch");
    if (!error_occurred(m) && items.size)
        batch = tuple_from_array(m, items.item, items.size);
    native_drop(m, &items);
    return batch;
}

const TypeSpec batched_spec = {
    .name = "itertools.batched",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 32,
    .size = sizeof(BatchedObject),
    .doc = "Tuples of so many items, the last perhaps shorter.",
    .slots =
        {
            .tp_dealloc = batched_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = batched_next,
            .tp_new = batched_new,
            .tp_traverse = batched_traverse,
            .tp_clear = batched_clear,
        },
};

/* ---- zip_longest ----------------------------------------------------------------------------- */

typedef struct ZipLongestObject {
    Object ob_base;
    Object *iterators; /* a tuple, with NULL for those that have ended */
    Object *result, *fill;
    ssize_t active; /* iterators that have not ended */
} ZipLongestObject;

REFERENCES(zip_longest, 3)

/* The only keyword is fillvalue: borrowed, None if absent, NULL with TypeError. */
static Object *fill_argument(Machine *m, Object *value, Object *kwnames)
{
    ssize_t n = kwnames ? tuple_size(kwnames) : 0;
    if (n == 0)
        return m->none;
    if (n == 1 && str_equals_ascii(tuple_item(kwnames, 0), "fillvalue"))
        return value;
    return error_set(m, EXC_TypeError, "zip_longest() got an unexpected keyword argument");
}

static Object *zip_longest_new(NEW_ARGS)
{
    Object *fill = fill_argument(m, kwnames ? args[nargs] : NULL, kwnames);
    Object *iterators = fill ? tuple_new(m, (ssize_t)nargs) : NULL;
    for (size_t i = 0; iterators && i < nargs; i++) {
        Object *iterator = object_getiter(m, args[i]);
        if (iterator)
            ((TupleObject *)iterators)->item[i] = iterator;
        else
            clear_ref(m, iterators);
    }
    if (iterators && nargs)
        gc_track(m, iterators);
    Object *result = iterators ? tuple_new(m, (ssize_t)nargs) : NULL;
    ZipLongestObject *z = result ? native_new(m, type) : NULL;
    if (!z) {
        xdecref(m, iterators);
        xdecref(m, result);
        return NULL;
    }
    for (size_t i = 0; i < nargs; i++)
        ((TupleObject *)result)->item[i] = newref(m->none);
    if (nargs)
        gc_track(m, result);
    z->iterators = iterators;
    z->result = result;
    z->active = (ssize_t)nargs;
    z->fill = newref(fill);
    gc_track(m, (Object *)z);
    return (Object *)z;
}

/* The next item of iterator i, or what stands for it once that has ended.  NULL at the end of the
 * last one, and on error: then nothing more will come. */
static Object *item_or_fill(Machine *m, ZipLongestObject *z, ssize_t i)
{
    TupleObject *iterators = (TupleObject *)z->iterators;
    if (!iterators->item[i])
        return newref(z->fill);
    Object *item = iter_next(m, iterators->item[i]);
    if (item)
        return item;
    z->active--;
    if (z->active == 0 || error_occurred(m)) {
        z->active = 0;
        return NULL;
    }
    clear_ref(m, iterators->item[i]);
    EMIT(m, ZIP_LONGEST_ENDED, z, i + 1, z->fill);
    return newref(z->fill);
}

static Object *zip_longest_next(Machine *m, Object *o)
{
    ZipLongestObject *z = (ZipLongestObject *)o;
    ssize_t n = tuple_size(z->iterators);
    if (n == 0 || z->active == 0)
        return NULL;
    bool reuse = z->result->refcnt == 1;
    TupleObject *t = (TupleObject *)(reuse ? newref(z->result) : tuple_new(m, n));
    for (ssize_t i = 0; t && i < n; i++) {
        Object *item = item_or_fill(m, z, i);
        if (!item) {
            decref(m, t);
            return NULL;
        }
        set_ref(m, t->item[i], item);
    }
    if (t && !object_is_tracked((Object *)t))
        gc_track(m, (Object *)t);
    return (Object *)t;
}

const TypeSpec zip_longest_spec = {
    .name = "itertools.zip_longest",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 56,
    .size = sizeof(ZipLongestObject),
    .doc = "Tuples of one item from each iterable, until the longest has ended.",
    .slots =
        {
            .tp_dealloc = zip_longest_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = zip_longest_next,
            .tp_new = zip_longest_new,
            .tp_traverse = zip_longest_traverse,
            .tp_clear = zip_longest_clear,
        },
};
