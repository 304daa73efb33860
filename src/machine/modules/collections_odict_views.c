/* OrderedDict: iterators, and views that iterate along the list.  Objects/odictobject.c */
#include "collections_odict.h"

#include "../objects/dict_table.h"
#include "../objects/iterators.h"

/* ---- iterators ------------------------------------------------------------------------------- */

enum { WITH_KEYS = 1, WITH_VALUES = 2, BACKWARDS = 4 };

typedef struct OrderedIterator {
    Object ob_base;
    Object *odict;   /* NULL: exhausted */
    Object *current; /* the next key; NULL: the end */
    Object *result;  /* of items: the pair handed out last; else NULL */
    ssize_t size;    /* of the dict at the start */
    uint64_t state;
    int kind;
} OrderedIterator;

REFERENCES(iterator, 3)

static Object *iterator_of(Machine *m, Object *o, int kind)
{
    OrderedIterator *it = object_new_fresh(m, m->types.odict_iterator, sizeof *it, 64);
    if (!it)
        return NULL;
    OrderedNode *node = kind & BACKWARDS ? as_odict(o)->last : as_odict(o)->first;
    it->odict = newref(o);
    it->current = node ? newref(node->key) : NULL;
    it->size = dict_size(o);
    it->state = as_odict(o)->state;
    it->kind = kind;
    if ((kind & (WITH_KEYS | WITH_VALUES)) == (WITH_KEYS | WITH_VALUES) &&
        !(it->result = tuple_pack(m, 2, m->none, m->none))) {
        decref(m, it);
        return NULL;
    }
    gc_track(m, (Object *)it);
    return (Object *)it;
}

static Object *iterator_error(Machine *m, OrderedIterator *it, const char *what)
{
    it->size = -1; /* and so it stays */
    return error_set(m, EXC_RuntimeError, "OrderedDict %s during iteration", what);
}

/* The key that is due, and the iterator moves on to the next. */
static Object *next_key(Machine *m, OrderedIterator *it)
{
    if (!it->odict)
        return NULL;
    OrderedDictObject *od = as_odict(it->odict);
    Object *key = it->current;
    if (!key) {
        clear_ref(m, it->odict);
        return NULL;
    }
    if (od->state != it->state)
        return iterator_error(m, it, "mutated");
    if (dict_size(it->odict) != it->size)
        return iterator_error(m, it, "changed size");
    hash_t hash = object_hash(m, key);
    OrderedNode *node = hash == -1 ? NULL : odict_find(m, od, key, hash);
    if (!node) {
        if (!error_occurred(m))
            error_set_object(m, EXC_KeyError, key);
        clear_ref(m, it->current);
        return NULL;
    }
    node = it->kind & BACKWARDS ? node->previous : node->next;
    it->current = node ? newref(node->key) : NULL;
    return key;
}

/* The pair is filled anew if only the iterator holds it.  Steals both. */
static Object *hand_out_pair(Machine *m, OrderedIterator *it, Object *key, Object *value)
{
    TupleObject *pair = (TupleObject *)it->result;
    if (pair->ob_base.refcnt != 1) {
        Object *both[] = {key, value};
        return tuple_from_array_steal(m, both, 2);
    }
    incref(pair);
    Object *old_key = pair->item[0], *old_value = pair->item[1];
    pair->item[0] = key;
    pair->item[1] = value;
    decref(m, old_key);
    decref(m, old_value);
    if (!object_is_tracked((Object *)pair))
        gc_track(m, (Object *)pair);
    return (Object *)pair;
}

static Object *iterator_next(Machine *m, Object *o)
{
    OrderedIterator *it = (OrderedIterator *)o;
    Object *key = next_key(m, it);
    if (!key || !(it->kind & WITH_VALUES))
        return key;
    Object *value = dict_get(m, it->odict, key);
    if (!value) {
        if (!error_occurred(m))
            error_set_object(m, EXC_KeyError, key);
        decref(m, key);
        clear_ref(m, it->current);
        return NULL;
    }
    incref(value);
    if (it->kind & WITH_KEYS)
        return hand_out_pair(m, it, key, value);
    decref(m, key);
    return value;
}

/* Objects/odictobject.c: odictiter_reduce: iter() of what is left; this one stays where it is,
 * but the pair that it hands out anew is the first. */
BUILTIN(iterator_reduce_method)
{
    NO_ARGS;
    const OrderedIterator *from = (OrderedIterator *)self;
    OrderedIterator *it = object_new_fresh(m, m->types.odict_iterator, sizeof *it, 64);
    if (!it)
        return NULL;
    it->odict = xnewref(from->odict);
    it->current = xnewref(from->current);
    it->size = from->size;
    it->state = from->state;
    it->kind = from->kind;
    it->result = from->result;
    return iterator_reduce_to_list(m, (Object *)it, &it->result);
}

static const MethodDef iterator_methods[] = {
    {"__reduce__", iterator_reduce_method, METH_NOARGS, NULL}, {0}};

const TypeSpec odict_iterator_spec = {
    .name = "odict_iterator",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = 64,
    .size = sizeof(OrderedIterator),
    .methods = iterator_methods,
    .slots =
        {
            .tp_dealloc = iterator_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = iterator_next,
            .tp_traverse = iterator_traverse,
            .tp_clear = iterator_clear,
        },
};

Object *odict_iter(Machine *m, Object *o)
{
    return iterator_of(m, o, WITH_KEYS);
}

Object *odict_reversed(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    NO_ARGS;
    return iterator_of(m, o, WITH_KEYS | BACKWARDS);
}

/* ---- views ----------------------------------------------------------------------------------- */

Object *odict_keys(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    NO_ARGS;
    return dict_view_new(m, o, m->types.odict_keys);
}

Object *odict_values(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    NO_ARGS;
    return dict_view_new(m, o, m->types.odict_values);
}

Object *odict_items(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    NO_ARGS;
    return dict_view_new(m, o, m->types.odict_items);
}

#define ORDERED_VIEW(view, kind)                                                                   \
    static Object *view##_view_iter(Machine *m, Object *o)                                         \
    {                                                                                              \
        return iterator_of(m, dict_view_dict(o), kind);                                            \
    }                                                                                              \
    BUILTIN(view##_view_reversed)                                                                  \
    {                                                                                              \
        NO_ARGS;                                                                                   \
        return iterator_of(m, dict_view_dict(self), (kind) | BACKWARDS);                           \
    }                                                                                              \
    static const MethodDef view##_view_methods[] = {                                               \
        {"__reversed__", view##_view_reversed, METH_NOARGS, "The last first."},                    \
        {0},                                                                                       \
    };                                                                                             \
    const TypeSpec odict_##view##_spec = {                                                         \
        .name = "odict_" #view,                                                                    \
        .flags = TYPE_GC | TYPE_NO_NEW,                                                            \
        .methods = view##_view_methods,                                                            \
        .slots = {.tp_iter = view##_view_iter},                                                    \
    }
ORDERED_VIEW(keys, WITH_KEYS);
ORDERED_VIEW(values, WITH_VALUES);
ORDERED_VIEW(items, WITH_KEYS | WITH_VALUES);
