/* lru_cache: see lru_cache.h for the dict and the ring.  Modules/_functoolsmodule.c */
#include "../eval.h"
#include "../eval_ops.h"
#include "functools.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/instance.h>
#include <pyviz/machine/lru_cache.h>

enum { LINK_BYTES = 56 };

/* ---- the ring -------------------------------------------------------------------------------- */

static void unlink_link(LruLink *link)
{
    link->previous->next = link->next;
    link->next->previous = link->previous;
}

static void append_link(LruCache *c, LruLink *link)
{
    LruLink *last = c->root.previous;
    last->next = c->root.previous = link;
    link->previous = last;
    link->next = &c->root;
}

static void link_dealloc(Machine *m, Object *o)
{
    LruLink *link = (LruLink *)o;
    clear_ref(m, link->key);
    clear_ref(m, link->result);
    object_free(m, o, LINK_BYTES);
}

/* The cache visits what its links hold: they are no business of the collector's. */
const TypeSpec lru_link_spec = {
    .name = "functools._lru_list_elem",
    .flags = TYPE_NO_NEW,
    .basicsize = LINK_BYTES,
    .size = sizeof(LruLink),
    .slots = {.tp_dealloc = link_dealloc},
};

/* ---- making ---------------------------------------------------------------------------------- */

static int kind_of(Machine *m, Object *maxsize, enum lru_kind *kind, ssize_t *size)
{
    *size = -1;
    *kind = LRU_INFINITE;
    if (maxsize == m->none)
        return 0;
    if (!is_int(maxsize) && !slots_of(maxsize)->nb_index) {
        error_set(m, EXC_TypeError, "maxsize should be integer or None");
        return -1;
    }
    *size = number_as_ssize(m, maxsize, EXC_OverflowError);
    if (*size == -1 && error_occurred(m))
        return -1;
    if (*size < 0)
        *size = 0;
    *kind = *size ? LRU_BOUNDED : LRU_UNCACHED;
    return 0;
}

static Object *lru_cache_new(NEW_ARGS)
{
    static const char *const names[] = {"user_function", "maxsize", "typed", "cache_info_type",
                                        NULL};
    Object *out[4];
    enum lru_kind kind;
    ssize_t maxsize;
    if (!arg_parse_known(m, "lru_cache", args, nargs, kwnames, names, 4, 4, out))
        return NULL;
    if (!object_is_callable(out[0]))
        return error_set(m, EXC_TypeError, "the first argument must be callable");
    int typed = object_is_true(m, out[2]);
    if (typed < 0 || kind_of(m, out[1], &kind, &maxsize) < 0)
        return NULL;
    Object *cache = dict_new(m);
    LruCache *c = cache ? native_new(m, type) : NULL;
    if (!c) {
        xdecref(m, cache);
        return NULL;
    }
    cache->flags |= OBJECT_QUIET;
    c->cache = cache;
    c->root.previous = c->root.next = &c->root;
    c->kind = kind;
    c->typed = typed;
    c->maxsize = maxsize;
    c->function = newref(out[0]);
    c->info_type = newref(out[3]);
    c->marker = newref(m->types.lru_link); /* what nobody passes by accident */
    gc_track(m, (Object *)c);
    return (Object *)c;
}

/* ---- keys ------------------------------------------------------------------------------------ */

/* One argument that hashes fast and equals nothing of another type is its own key. */
static bool is_simple(Machine *m, const LruCache *c, Object *const *args, size_t nargs, size_t nkw)
{
    return !c->typed && nkw == 0 && nargs == 1 &&
           (is_exact(m, args[0], str) || is_exact(m, args[0], int_));
}

/* The arguments, a marker, names and values, and the types if they count. */
static Object *make_key(Machine *m, LruCache *c, Object *const *args, size_t nargs, Object *kwnames)
{
    size_t nkw = kwnames ? (size_t)tuple_size(kwnames) : 0, at = 0;
    if (is_simple(m, c, args, nargs, nkw))
        return newref(args[0]);
    if (!nkw && !c->typed && call_is_packed(m, args, nargs))
        return newref(m->packed_arguments);
    size_t n = nargs + (nkw ? 1 + 2 * nkw : 0) + (c->typed ? nargs + nkw : 0);
    Object *key = tuple_new(m, (ssize_t)n);
    if (!key)
        return NULL;
    Object **item = ((TupleObject *)key)->item;
    for (size_t i = 0; i < nargs; i++)
        item[at++] = newref(args[i]);
    if (nkw)
        item[at++] = newref(c->marker);
    for (size_t i = 0; i < nkw; i++) {
        item[at++] = newref(tuple_item(kwnames, (ssize_t)i));
        item[at++] = newref(args[nargs + i]);
    }
    for (size_t i = 0; c->typed && i < nargs + nkw; i++)
        item[at++] = newref(args[i]->type);
    if (n)
        gc_track(m, key);
    return key;
}

/* ---- calling --------------------------------------------------------------------------------- */

/* What a call of the cache is given: as a tuple and a dict, which the function gets, too. */
struct given {
    Object *const *args;
    size_t nargs;
    Object *kwnames, *tuple; /* tuple: NULL where there are keywords */
};

/* With keywords, a function that wants neither tuple nor dict gets them unpacked, each argument
 * held once more: Objects/call.c: _PyStack_UnpackDict. */
static Object *call_unpacked(Machine *m, Object *function, const struct given *g)
{
    size_t n = g->nargs + (g->kwnames ? (size_t)tuple_size(g->kwnames) : 0);
    bool unpacks = g->kwnames && call_has_vectorcall(m, function);
    for (size_t i = 0; unpacks && i < n; i++)
        incref(g->args[i]);
    Object *names = unpacks ? tuple_new(m, tuple_size(g->kwnames)) : NULL; /* of keywords, anew */
    Object *result = object_call(m, function, g->args, g->nargs, g->kwnames, g->kwnames != NULL);
    xdecref(m, names);
    for (size_t i = 0; unpacks && i < n; i++)
        decref(m, g->args[i]);
    return result;
}

static Object *call_function(Machine *m, const LruCache *c, const struct given *g)
{
    return g->tuple ? eval_call_ex(m, c->function, g->tuple, NULL)
                    : call_unpacked(m, c->function, g);
}

static Object *call_uncached(Machine *m, LruCache *c, const struct given *g)
{
    c->misses++;
    return call_function(m, c, g);
}

/* Every result stays for good. */
static Object *call_infinite(Machine *m, LruCache *c, Object *key, hash_t hash,
                             const struct given *g)
{
    Object *result = dict_get_known_hash(m, c->cache, key, hash);
    if (result) {
        c->hits++;
        EMIT(m, LRU_HIT, c, key, result, c->hits);
        return newref(result);
    }
    if (error_occurred(m))
        return NULL;
    c->misses++;
    EMIT(m, LRU_MISS, c, key, c->function, c->misses);
    result = call_function(m, c, g);
    if (!result)
        return NULL;
    if (dict_set_known_hash(m, c->cache, key, hash, result) < 0)
        clear_ref(m, result);
    else
        EMIT(m, LRU_STORE, c, key, result, dict_size(c->cache), 0);
    return result;
}

static Object *hit(Machine *m, LruCache *c, LruLink *link)
{
    c->hits++;
    EMIT(m, LRU_HIT, c, link->key, link->result, c->hits);
    if (c->root.previous != link) {
        unlink_link(link);
        append_link(c, link);
        EMIT(m, LRU_MOVE, c, link->key, c->root.next->key);
    }
    return newref(link->result);
}

/* A new link for a result; its one reference goes to the ring.  0 or -1. */
static int store_new(Machine *m, LruCache *c, Object *key, hash_t hash, Object *result)
{
    LruLink *link = object_new(m, m->types.lru_link, sizeof *link, LINK_BYTES);
    if (!link)
        return -1;
    link->hash = hash;
    link->key = newref(key);
    link->result = newref(result);
    if (dict_set_known_hash(m, c->cache, key, hash, (Object *)link) < 0) {
        decref(m, link);
        return -1;
    }
    append_link(c, link);
    EMIT(m, LRU_STORE, c, key, result, dict_size(c->cache), c->maxsize);
    return 0;
}

/* The oldest link leaves the ring and the dict, takes the new result and comes back as the newest.
 * What it held goes only when all is in order again: that may run anything. */
static int store_in_oldest(Machine *m, LruCache *c, Object *key, hash_t hash, Object *result)
{
    LruLink *link = c->root.next;
    Object *popped, *old_key, *old_result;
    unlink_link(link);
    int found = dict_del_known_hash(m, c->cache, link->key, link->hash);
    if (found < 0) {
        /* The function has removed the key already, or comparing failed: the link is no use. */
        bool missing = error_matches(m, EXC_KeyError);
        if (missing)
            error_clear(m);
        decref(m, link);
        return missing ? 0 : -1;
    }
    popped = (Object *)link;
    old_key = link->key;
    old_result = link->result;
    link->hash = hash;
    link->key = newref(key);
    link->result = newref(result);
    int status = dict_set_known_hash(m, c->cache, key, hash, (Object *)link);
    if (status < 0) {
        decref(m, popped);
    } else {
        append_link(c, link);
        EMIT(m, LRU_EVICT, c, old_key, old_result, key, c->maxsize);
    }
    decref(m, old_key);
    decref(m, old_result);
    return status;
}

static Object *call_bounded(Machine *m, LruCache *c, Object *key, hash_t hash,
                            const struct given *g)
{
    Object *link = dict_get_known_hash(m, c->cache, key, hash);
    if (link)
        return hit(m, c, (LruLink *)link);
    if (error_occurred(m))
        return NULL;
    c->misses++;
    EMIT(m, LRU_MISS, c, key, c->function, c->misses);
    Object *result = call_function(m, c, g);
    if (!result)
        return NULL;
    /* The function may have called the cache itself, with these very arguments. */
    if (dict_get_known_hash(m, c->cache, key, hash))
        return result;
    int status = error_occurred(m) ? -1
                 : dict_size(c->cache) < c->maxsize || c->root.next == &c->root
                     ? store_new(m, c, key, hash, result)
                     : store_in_oldest(m, c, key, hash, result);
    if (status < 0)
        clear_ref(m, result);
    return result;
}

static Object *lru_cache_call(Machine *m, Object *o, Object *const *args, size_t nargs,
                              Object *kwnames)
{
    LruCache *c = (LruCache *)o;
    Object *tuple = call_is_packed(m, args, nargs) ? m->packed_arguments : NULL;
    const struct given given = {args, nargs, kwnames, tuple};
    if (c->kind == LRU_UNCACHED)
        return call_uncached(m, c, &given);
    Object *key = make_key(m, c, args, nargs, kwnames);
    hash_t hash = key ? object_hash(m, key) : -1;
    Object *result = NULL;
    if (hash != -1)
        result = c->kind == LRU_INFINITE ? call_infinite(m, c, key, hash, &given)
                                         : call_bounded(m, c, key, hash, &given);
    xdecref(m, key);
    return result;
}

static Object *lru_cache_get(Machine *m, Object *descr, Object *o, Object *type)
{
    (void)type;
    return !o || o == m->none ? newref(descr) : method_new(m, descr, o);
}

/* ---- methods --------------------------------------------------------------------------------- */

BUILTIN(cache_info)
{
    NO_ARGS;
    LruCache *c = (LruCache *)self;
    Object *numbers[] = {
        int_from_i64(m, c->hits),
        int_from_i64(m, c->misses),
        c->maxsize == -1 ? newref(m->none) : int_from_i64(m, c->maxsize),
        int_from_i64(m, dict_size(c->cache)),
    };
    Object *info = object_vectorcall(m, c->info_type, numbers, 4, NULL);
    for (int i = 0; i < 4; i++)
        xdecref(m, numbers[i]);
    return info;
}

/* The links as a list that ends with NULL; the ring is empty then.  Letting go of one may run
 * anything, also this very cache. */
static LruLink *take_ring(LruCache *c)
{
    LruLink *first = c->root.next;
    if (!first || first == &c->root)
        return NULL;
    c->root.previous->next = NULL;
    c->root.previous = c->root.next = &c->root;
    return first;
}

static void drop_links(Machine *m, LruLink *link)
{
    while (link) {
        LruLink *next = link->next;
        decref(m, link);
        link = next;
    }
}

BUILTIN(cache_clear)
{
    NO_ARGS;
    LruCache *c = (LruCache *)self;
    ssize_t n = dict_size(c->cache);
    LruLink *links = take_ring(c);
    c->hits = c->misses = 0;
    dict_clear(m, c->cache);
    drop_links(m, links);
    EMIT(m, LRU_CLEAR, c, n);
    return newref(m->none);
}

BUILTIN(return_self)
{
    (void)m, (void)args, (void)nargs, (void)kwnames;
    return newref(self);
}

BUILTIN(lru_cache_reduce)
{
    NO_ARGS;
    return object_getattr(m, self, m->id.__qualname__);
}

static Object *get_dict(Machine *m, Object *o)
{
    Object **dict = type_dict_pointer(o);
    if (!*dict && !(*dict = dict_new(m)))
        return NULL;
    return newref(*dict);
}

static const GetSetDef lru_cache_getset[] = {
    {"__dict__", get_dict, instance_exchange_dict},
    {0},
};

static const MethodDef lru_cache_methods[] = {
    {"cache_info", cache_info, METH_NOARGS, "Hits, misses, the limit and the size."},
    {"cache_clear", cache_clear, METH_NOARGS, "Forgets everything."},
    {"__reduce__", lru_cache_reduce, METH_NOARGS, NULL},
    {"__copy__", return_self, METH_FASTCALL, NULL},
    {"__deepcopy__", return_self, METH_FASTCALL, NULL},
    {0},
};

/* ---- the type -------------------------------------------------------------------------------- */

static int lru_cache_clear(Machine *m, Object *o)
{
    LruCache *c = (LruCache *)o;
    drop_links(m, take_ring(c));
    clear_ref(m, c->cache);
    clear_ref(m, c->function);
    clear_ref(m, c->info_type);
    clear_ref(m, c->marker);
    clear_ref(m, c->attributes);
    return 0;
}

static void lru_cache_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    lru_cache_clear(m, o);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static int lru_cache_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    LruCache *c = (LruCache *)o;
    int stop = VISIT(c->cache, c->function, c->info_type, c->marker, c->attributes);
    for (LruLink *link = c->root.next; link && link != &c->root && !stop; link = link->next) {
        stop = visit(m, (Object *)link, arg);
        if (!stop && link->key)
            stop = visit(m, link->key, arg);
        if (!stop && link->result)
            stop = visit(m, link->result, arg);
    }
    return stop;
}

const TypeSpec lru_cache_spec = {
    .name = "functools._lru_cache_wrapper",
    .flags = TYPE_GC | TYPE_METHOD_DESCRIPTOR | TYPE_WEAKREFS,
    .basicsize = 152,
    .size = sizeof(LruCache),
    .dictoffset = offsetof(LruCache, attributes),
    .methods = lru_cache_methods,
    .getset = lru_cache_getset,
    .doc = "A function that remembers what it returned.",
    .slots =
        {
            .tp_dealloc = lru_cache_dealloc,
            .tp_call = lru_cache_call,
            .tp_descr_get = lru_cache_get,
            .tp_new = lru_cache_new,
            .tp_traverse = lru_cache_traverse,
            .tp_clear = lru_cache_clear,
        },
};
