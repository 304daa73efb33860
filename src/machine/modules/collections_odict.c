/* OrderedDict: the list of nodes over the dict.  See odict.h for the invariants. */
#include "collections_odict.h"

#include "../objects/dict_table.h"

/* ---- from a key to its node ------------------------------------------------------------------ */

/* The entry of a key in the dict's table, DKIX_EMPTY, or less on error.  The dict has told of its
 * own lookup already: this one is out of sight. */
static ssize_t entry_of(Machine *m, OrderedDictObject *od, Object *key, hash_t hash)
{
    Object *o = (Object *)od;
    uint32_t quiet = o->flags & OBJECT_QUIET;
    o->flags |= OBJECT_QUIET;
    ssize_t ix = dict_entry_index(m, o, key, hash);
    o->flags = (o->flags & ~(uint32_t)OBJECT_QUIET) | quiet;
    return ix;
}

static void fast_free(Machine *m, OrderedDictObject *od)
{
    if (!od->fast)
        return;
    pymalloc_free(m, od->fast_address, (size_t)od->fast_size * sizeof(Object *));
    heap_free(m, od->fast);
    od->fast = NULL;
    od->fast_size = 0;
    od->fast_address = 0;
    od->keys = NULL;
}

/* One place for each slot of the dict's index. */
static int fast_rebuild(Machine *m, OrderedDictObject *od)
{
    const DictKeys *keys = od->dict.ma_keys;
    ssize_t size = (ssize_t)DK_SIZE(keys);
    size_t bytes = (size_t)size * sizeof(OrderedNode *);
    OrderedNode **fast = heap_alloc(m, bytes);
    if (!fast)
        return -1;
    uint64_t address = pymalloc_alloc(m, bytes);
    for (OrderedNode *node = od->first; node; node = node->next) {
        ssize_t ix = entry_of(m, od, node->key, node->hash);
        if (ix < 0) {
            pymalloc_free(m, address, bytes);
            heap_free(m, fast);
            return -1;
        }
        fast[ix] = node;
    }
    fast_free(m, od);
    od->fast = fast;
    od->fast_size = size;
    od->fast_address = address;
    od->keys = keys;
    EMIT_ON(m, od, ODICT_FAST_NODES, size, bytes);
    return 0;
}

/* The place of a key's node in od->fast; -1 if there is no such key, or with an exception. */
static ssize_t place_of(Machine *m, OrderedDictObject *od, Object *key, hash_t hash)
{
    if (od->dict.ma_keys == EMPTY_KEYS)
        return -1;
    if ((od->keys != od->dict.ma_keys || od->fast_size != (ssize_t)DK_SIZE(od->dict.ma_keys)) &&
        fast_rebuild(m, od) < 0)
        return -1;
    ssize_t ix = entry_of(m, od, key, hash);
    return ix < 0 ? -1 : ix;
}

OrderedNode *odict_find(Machine *m, OrderedDictObject *od, Object *key, hash_t hash)
{
    if (!od->first)
        return NULL;
    ssize_t at = place_of(m, od, key, hash);
    return at < 0 ? NULL : od->fast[at];
}

/* ---- the list -------------------------------------------------------------------------------- */

static void link_last(OrderedDictObject *od, OrderedNode *node)
{
    node->previous = od->last;
    node->next = NULL;
    if (od->last)
        od->last->next = node;
    else
        od->first = node;
    od->last = node;
    od->state++;
}

static void link_first(OrderedDictObject *od, OrderedNode *node)
{
    node->next = od->first;
    node->previous = NULL;
    if (od->first)
        od->first->previous = node;
    else
        od->last = node;
    od->first = node;
    od->state++;
}

static void unlink_node(OrderedDictObject *od, OrderedNode *node)
{
    if (node->previous)
        node->previous->next = node->next;
    else
        od->first = node->next;
    if (node->next)
        node->next->previous = node->previous;
    else
        od->last = node->previous;
    node->next = node->previous = NULL;
    od->state++;
}

static void node_free(Machine *m, OrderedDictObject *od, OrderedNode *node)
{
    Object *key = node->key;
    pymalloc_free(m, node->address, ODICT_NODE_BYTES);
    heap_free(m, node);
    let_go(m, od, key);
}

/* A node for the key, which it takes over on success. */
static OrderedNode *node_new(Machine *m, Object *key, hash_t hash)
{
    OrderedNode *node = heap_alloc(m, sizeof *node);
    if (!node)
        return NULL;
    node->address = pymalloc_alloc(m, ODICT_NODE_BYTES);
    node->key = key;
    node->hash = hash;
    return node;
}

/* Behind all others, unless the key has one: then it stays where it is.  The reference for the node
 * is there before the place is looked for. */
static int add_node(Machine *m, OrderedDictObject *od, Object *key, hash_t hash)
{
    incref(key);
    ssize_t at = place_of(m, od, key, hash);
    if (at < 0 && !error_occurred(m))
        error_set_value(m, EXC_KeyError, key);
    bool there = at >= 0 && od->fast[at];
    OrderedNode *node = at >= 0 && !there ? node_new(m, key, hash) : NULL;
    if (!node) {
        decref(m, key);
        return there ? 0 : -1;
    }
    key->refcnt--; /* and told of */
    hold(m, od, key);
    od->fast[at] = node;
    OrderedNode *before = od->last;
    link_last(od, node);
    if (before)
        EMIT_ON(m, od, ODICT_LINK, key, before->key);
    else
        EMIT_ON(m, od, ODICT_FIRST, key);
    return 0;
}

/* The node of a key leaves; one that has none is no error.  0 or -1. */
static int remove_node(Machine *m, OrderedDictObject *od, Object *key, hash_t hash)
{
    if (!od->first)
        return 0;
    ssize_t at = place_of(m, od, key, hash);
    if (at < 0)
        return error_occurred(m) ? -1 : 0;
    OrderedNode *node = od->fast[at];
    if (!node)
        return 0;
    od->fast[at] = NULL;
    Object *before = node->previous ? node->previous->key : NULL;
    Object *after = node->next ? node->next->key : NULL;
    unlink_node(od, node);
    EMIT_ON(m, od, ODICT_UNLINK, node->key, before, after);
    node_free(m, od, node);
    return 0;
}

static void remove_all(Machine *m, OrderedDictObject *od)
{
    OrderedNode *node = od->first;
    fast_free(m, od);
    od->first = od->last = NULL;
    od->state += m->profile->odict_clear_counts;
    while (node) {
        OrderedNode *next = node->next;
        node_free(m, od, node);
        node = next;
    }
}

/* ---- the dict and its list ------------------------------------------------------------------- */

Object *odict_new(Machine *m)
{
    Object *o = (Object *)dict_alloc(m, m->types.ordered_dict);
    if (o)
        gc_track(m, o);
    return o;
}

static int odict_delete(Machine *m, OrderedDictObject *od, Object *key)
{
    hash_t hash = object_hash(m, key);
    if (hash == -1 || remove_node(m, od, key, hash) < 0)
        return -1;
    return dict_del_known_hash(m, (Object *)od, key, hash);
}

int odict_set(Machine *m, Object *o, Object *key, Object *value)
{
    if (!value)
        return odict_delete(m, as_odict(o), key);
    hash_t hash = object_hash(m, key);
    return hash == -1 ? -1 : odict_set_known_hash(m, o, key, hash, value);
}

int odict_set_known_hash(Machine *m, Object *o, Object *key, hash_t hash, Object *value)
{
    if (dict_set_known_hash(m, o, key, hash, value) < 0)
        return -1;
    if (add_node(m, as_odict(o), key, hash) == 0)
        return 0;
    Object *pending = error_fetch(m);
    if (dict_del_known_hash(m, o, key, hash) < 0)
        error_clear(m);
    error_restore(m, pending);
    return -1;
}

/* CPython finds the node, and then forgets where it was: three lookups in all. */
Object *odict_pop_known_hash(Machine *m, Object *o, Object *key, hash_t hash, Object *otherwise)
{
    OrderedNode *node = odict_find(m, as_odict(o), key, hash);
    if (node ? remove_node(m, as_odict(o), key, hash) < 0 : error_occurred(m))
        return NULL;
    Object *value;
    int found = dict_pop_known_hash(m, o, key, hash, &value);
    if (found)
        return found < 0 ? NULL : value;
    return otherwise ? newref(otherwise) : error_set_value(m, EXC_KeyError, key);
}

Object *odict_pop(Machine *m, Object *o, Object *key, Object *otherwise)
{
    hash_t hash = object_hash(m, key);
    return hash == -1 ? NULL : odict_pop_known_hash(m, o, key, hash, otherwise);
}

int odict_move_to_end(Machine *m, Object *o, Object *key, bool last)
{
    OrderedDictObject *od = as_odict(o);
    OrderedNode *node = last ? od->last : od->first;
    if (node && key != node->key) {
        hash_t hash = object_hash(m, key);
        if (hash == -1)
            return -1;
        node = odict_find(m, od, key, hash);
        if (!node && error_occurred(m))
            return -1;
    }
    if (!node) {
        error_set_value(m, EXC_KeyError, key);
        return -1;
    }
    bool there = node == (last ? od->last : od->first);
    if (!there) {
        unlink_node(od, node);
        if (last)
            link_last(od, node);
        else
            link_first(od, node);
        EMIT_ON(m, od, ODICT_MOVE, node->key, last);
    }
    return 0;
}

int odict_clear(Machine *m, Object *o)
{
    dict_clear(m, o);
    remove_all(m, as_odict(o));
    return 0;
}

/* ---- the type -------------------------------------------------------------------------------- */

static void odict_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    clear_ref(m, as_odict(o)->attributes);
    remove_all(m, as_odict(o));
    dict_dealloc(m, o);
}

static int odict_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    OrderedDictObject *od = as_odict(o);
    int stop = od->attributes ? visit(m, od->attributes, arg) : 0;
    for (OrderedNode *node = od->first; node && !stop; node = node->next)
        stop = visit(m, node->key, arg);
    return stop ? stop : dict_traverse(m, o, visit, arg);
}

static int odict_tp_clear(Machine *m, Object *o)
{
    clear_ref(m, as_odict(o)->attributes);
    return odict_clear(m, o);
}

static ssize_t odict_sizeof(Machine *m, Object *o)
{
    OrderedDictObject *od = as_odict(o);
    ssize_t size = m->types.dict->slots.tp_sizeof(m, o);
    size += od->fast_size * (ssize_t)sizeof(OrderedNode *);
    return od->first ? size + dict_size(o) * ODICT_NODE_BYTES : size;
}

const TypeSpec ordered_dict_spec = {
    .name = "collections.OrderedDict",
    .flags = TYPE_BASETYPE | TYPE_GC | TYPE_DICT_SUBCLASS | TYPE_MAPPING | TYPE_WEAKREFS,
    .basicsize = 112,
    .size = sizeof(OrderedDictObject),
    .dictoffset = offsetof(OrderedDictObject, attributes),
    .methods = odict_methods,
    .getset = odict_getset,
    .doc = "A dict whose keys can change their order.",
    .slots =
        {
            .tp_dealloc = odict_dealloc,
            .tp_repr = odict_repr,
            .tp_hash = object_hash_not_implemented,
            .tp_richcompare = odict_richcompare,
            .tp_iter = odict_iter,
            .tp_init = odict_init,
            .tp_traverse = odict_traverse,
            .tp_clear = odict_tp_clear,
            .tp_sizeof = odict_sizeof,
            .nb[NB_OR] = odict_or,
            .nb_inplace[NB_OR] = odict_ior,
            .mp_ass_subscript = odict_set,
        },
};
