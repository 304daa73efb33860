/* Views of dicts and iterators over them: Objects/dictobject.c.
 *
 * A view holds its dict and nothing else: it shows what the dict holds now.  An iterator remembers
 * how many keys there were, and refuses to go on when that has changed; a change that keeps the
 * number may be seen by the count of keys still to come. */
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "dict_table.h"
#include "iterators.h"
#include "set_table.h"

typedef struct DictView {
    Object ob_base;
    Object *dict;
} DictView;

typedef struct DictIterator {
    Object ob_base;
    Object *dict;   /* NULL: exhausted */
    ssize_t used;   /* of the dict at the start; -1: it has changed */
    ssize_t pos;    /* the next entry to look at */
    ssize_t len;    /* how many are still to come */
    Object *result; /* of items: the pair, handed out again if nobody kept it; else NULL */
} DictIterator;

enum { VIEW_BYTES = 24, ITERATOR_BYTES = 56 };

/* ---- iterators ------------------------------------------------------------------------------- */

static ssize_t last_position(const DictObject *d)
{
    return (d->ma_values ? d->ma_values->size : d->ma_keys->dk_nentries) - 1;
}

static Object *iterator_new(Machine *m, Object *dict, Type *type)
{
    DictIterator *it = object_new(m, type, sizeof *it, ITERATOR_BYTES);
    if (!it)
        return NULL;
    it->dict = newref(dict);
    it->used = it->len = dict_size(dict);
    bool pairs = type == m->types.dict_itemiterator || type == m->types.dict_reverseitemiterator;
    if (pairs && !(it->result = tuple_pack(m, 2, m->none, m->none))) {
        decref(m, it);
        return NULL;
    }
    if (type == m->types.dict_reversekeyiterator || type == m->types.dict_reversevalueiterator ||
        type == m->types.dict_reverseitemiterator)
        it->pos = last_position((DictObject *)dict);
    gc_track(m, (Object *)it);
    return (Object *)it;
}

static void iterator_dealloc(Machine *m, Object *o)
{
    DictIterator *it = (DictIterator *)o;
    gc_untrack(m, o);
    xdecref(m, it->dict);
    xdecref(m, it->result);
    object_free(m, o, ITERATOR_BYTES);
}

static int iterator_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    DictIterator *it = (DictIterator *)o;
    return VISIT(it->dict, it->result);
}

static bool finish(Machine *m, DictIterator *it)
{
    clear_ref(m, it->dict);
    return false;
}

/* The first live entry from *at on, in the direction of step; -1 if there is none. */
static ssize_t live_entry(const DictObject *d, ssize_t *at, int step)
{
    ssize_t i = *at;
    if (d->ma_values)
        return i < 0 || i >= d->ma_values->size ? -1 : d->ma_values->order[i];
    const DictKeys *keys = d->ma_keys;
    while (i >= 0 && i < keys->dk_nentries && !keys->entries[i].value)
        i += step;
    *at = i;
    return i >= keys->dk_nentries ? -1 : i;
}

struct pair {
    Object *key, *value;
};

/* The next live entry in the direction of step; false at the end or with RuntimeError. */
static bool next_entry(Machine *m, DictIterator *it, int step, struct pair *pair)
{
    if (!it->dict)
        return false;
    if (it->used != dict_size(it->dict)) {
        it->used = -1; /* and so it stays */
        return error_set(m, EXC_RuntimeError, "dictionary changed size during iteration") != NULL;
    }
    const DictObject *d = (const DictObject *)it->dict;
    ssize_t at = it->pos, i = live_entry(d, &at, step);
    if (i < 0)
        return finish(m, it);
    if (it->len == 0) {
        error_set(m, EXC_RuntimeError, "dictionary keys changed during iteration");
        return finish(m, it);
    }
    it->pos = at + step;
    it->len--;
    *pair = (struct pair){d->ma_keys->entries[i].key, dict_value_at(d, i)};
    return true;
}

/* The pair is filled anew if only the iterator holds it. */
static Object *hand_out_pair(Machine *m, DictIterator *it, Object *key, Object *value)
{
    TupleObject *pair = (TupleObject *)it->result;
    if (pair->ob_base.refcnt != 1)
        return tuple_pack(m, 2, key, value);
    Object *old_key = pair->item[0], *old_value = pair->item[1];
    incref(pair);
    hold(m, pair, key);
    hold(m, pair, value);
    pair->item[0] = key;
    pair->item[1] = value;
    let_go(m, pair, old_key);
    let_go(m, pair, old_value);
    if (!object_is_tracked((Object *)pair))
        gc_track(m, (Object *)pair);
    return (Object *)pair;
}

static Object *next_key(Machine *m, Object *o)
{
    struct pair e;
    return next_entry(m, (DictIterator *)o, 1, &e) ? newref(e.key) : NULL;
}

static Object *next_value(Machine *m, Object *o)
{
    struct pair e;
    return next_entry(m, (DictIterator *)o, 1, &e) ? newref(e.value) : NULL;
}

static Object *next_item(Machine *m, Object *o)
{
    struct pair e;
    return next_entry(m, (DictIterator *)o, 1, &e)
               ? hand_out_pair(m, (DictIterator *)o, e.key, e.value)
               : NULL;
}

static Object *previous_key(Machine *m, Object *o)
{
    struct pair e;
    return next_entry(m, (DictIterator *)o, -1, &e) ? newref(e.key) : NULL;
}

static Object *previous_value(Machine *m, Object *o)
{
    struct pair e;
    return next_entry(m, (DictIterator *)o, -1, &e) ? newref(e.value) : NULL;
}

static Object *previous_item(Machine *m, Object *o)
{
    struct pair e;
    return next_entry(m, (DictIterator *)o, -1, &e)
               ? hand_out_pair(m, (DictIterator *)o, e.key, e.value)
               : NULL;
}

static Object *iterator_length_hint(Machine *m, Object *o, Object *const *args, size_t nargs,
                                    Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    DictIterator *it = (DictIterator *)o;
    bool going = it->dict && it->used == dict_size(it->dict);
    return int_from_i64(m, going ? it->len : 0);
}

/* Another one at the same place, for C code only: the pair that it hands out anew is the
 * original's. */
static DictIterator *iterator_copy(Machine *m, const DictIterator *from)
{
    DictIterator *it = object_new(m, from->ob_base.type, sizeof *it, ITERATOR_BYTES);
    if (!it)
        return NULL;
    Object head = it->ob_base;
    *it = *from;
    it->ob_base = head;
    xincref(it->dict);
    return it;
}

static Object *iterator_reduce_method(Machine *m, Object *o, Object *const *args, size_t nargs,
                                      Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    DictIterator *copy = iterator_copy(m, (DictIterator *)o);
    return copy ? iterator_reduce_to_list(m, (Object *)copy, &copy->result) : NULL;
}

static const MethodDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, METH_NOARGS, "How many are still to come."},
    {"__reduce__", iterator_reduce_method, METH_NOARGS, NULL},
    {0},
};

#define DICT_ITERATOR(spec, text, next)                                                            \
    const TypeSpec spec = {                                                                        \
        .name = text,                                                                              \
        .flags = TYPE_GC | TYPE_NO_NEW,                                                            \
        .basicsize = ITERATOR_BYTES,                                                               \
        .size = sizeof(DictIterator),                                                              \
        .methods = iterator_methods,                                                               \
        .slots = {.tp_dealloc = iterator_dealloc,                                                  \
                  .tp_traverse = iterator_traverse,                                                \
                  .tp_iter = object_self_iter,                                                     \
                  .tp_iternext = next},                                                            \
    }
DICT_ITERATOR(dict_keyiterator_spec, "dict_keyiterator", next_key);
DICT_ITERATOR(dict_valueiterator_spec, "dict_valueiterator", next_value);
DICT_ITERATOR(dict_itemiterator_spec, "dict_itemiterator", next_item);
DICT_ITERATOR(dict_reversekeyiterator_spec, "dict_reversekeyiterator", previous_key);
DICT_ITERATOR(dict_reversevalueiterator_spec, "dict_reversevalueiterator", previous_value);
DICT_ITERATOR(dict_reverseitemiterator_spec, "dict_reverseitemiterator", previous_item);

Object *dict_iter(Machine *m, Object *d)
{
    return iterator_new(m, d, m->types.dict_keyiterator);
}

Object *dict_reversed(Machine *m, Object *d, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return iterator_new(m, d, m->types.dict_reversekeyiterator);
}

/* ---- views ----------------------------------------------------------------------------------- */

Object *dict_view_new(Machine *m, Object *dict, Type *type)
{
    DictView *view = object_new(m, type, sizeof *view, VIEW_BYTES);
    if (!view)
        return NULL;
    view->dict = newref(dict);
    gc_track(m, (Object *)view);
    return (Object *)view;
}

Object *dict_keys(Machine *m, Object *d, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return dict_view_new(m, d, m->types.dict_keys);
}

Object *dict_values(Machine *m, Object *d, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return dict_view_new(m, d, m->types.dict_values);
}

Object *dict_items(Machine *m, Object *d, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return dict_view_new(m, d, m->types.dict_items);
}

static Object *view_dict(Object *view)
{
    return ((DictView *)view)->dict;
}

Object *dict_view_dict(Object *view)
{
    return view_dict(view);
}

static void view_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    xdecref(m, view_dict(o));
    object_free(m, o, VIEW_BYTES);
}

static int view_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    return visit(m, view_dict(o), arg);
}

static ssize_t view_length(Machine *m, Object *o)
{
    (void)m;
    return dict_size(view_dict(o));
}

static Object *view_repr(Machine *m, Object *o)
{
    int under_way = repr_enter(m, o);
    if (under_way)
        return under_way > 0 ? str_from_ascii(m, "...") : NULL;
    Object *list = sequence_list(m, o);
    Object *text = list ? str_printf(m, "%s(%R)", o->type->tp_name, list) : NULL;
    xdecref(m, list);
    repr_leave(m, o);
    return text;
}

/* The types.MappingProxyType of the dict. */
static Object *view_mapping(Machine *m, Object *o)
{
    return object_call1(m, (Object *)m->types.mappingproxy, dict_view_dict(o));
}

static const GetSetDef view_getset[] = {{"mapping", view_mapping, NULL}, {0}};

static Object *keys_iter(Machine *m, Object *o)
{
    return iterator_new(m, view_dict(o), m->types.dict_keyiterator);
}

static Object *values_iter(Machine *m, Object *o)
{
    return iterator_new(m, view_dict(o), m->types.dict_valueiterator);
}

static Object *items_iter(Machine *m, Object *o)
{
    return iterator_new(m, view_dict(o), m->types.dict_itemiterator);
}

static Object *view_reversed(Machine *m, Object *o, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Type *type = is_exact(m, o, dict_keys)     ? m->types.dict_reversekeyiterator
                 : is_exact(m, o, dict_values) ? m->types.dict_reversevalueiterator
                                               : m->types.dict_reverseitemiterator;
    return iterator_new(m, view_dict(o), type);
}

static int keys_contains(Machine *m, Object *o, Object *key)
{
    return dict_contains(m, view_dict(o), key);
}

static int items_contains(Machine *m, Object *o, Object *pair)
{
    if (!is_tuple(pair) || tuple_size(pair) != 2)
        return 0;
    Object *found = dict_get(m, view_dict(o), tuple_item(pair, 0));
    if (!found)
        return error_occurred(m) ? -1 : 0;
    incref(found);
    int equal = object_richcompare_bool(m, found, tuple_item(pair, 1), COMPARE_EQ);
    decref(m, found);
    return equal;
}

/* ---- views as sets: keys and items ----------------------------------------------------------- */

static bool is_view_set(Machine *m, Object *o)
{
    return type_is_subtype(o->type, m->types.dict_keys) ||
           type_is_subtype(o->type, m->types.dict_items);
}

/* A set of what o yields; a dict's own keys are taken from its table. */
static Object *to_set(Machine *m, Object *o)
{
    bool plain = is_exact(m, o, dict_keys) && is_exact(m, view_dict(o), dict);
    return set_new(m, plain ? view_dict(o) : o);
}

static Object *view_or(Machine *m, Object *a, Object *b)
{
    Object *result = to_set(m, a);
    if (result && set_update(m, result, b))
        clear_ref(m, result);
    return result;
}

static Object *view_subtract(Machine *m, Object *a, Object *b)
{
    Object *result = to_set(m, a);
    if (result && set_difference_update(m, result, b))
        clear_ref(m, result);
    return result;
}

/* What iterating over `small` yields, if `large`, a view, contains it. */
static Object *common_items(Machine *m, Object *large, Object *small)
{
    Object *result = set_new(m, NULL);
    Object *it = result ? object_getiter(m, small) : NULL;
    int status = it ? 0 : -1;
    Object *item;
    while (!status && (item = iter_next(m, it))) {
        int found = slots_of(large)->sq_contains(m, large, item);
        status = found <= 0 ? found : set_add(m, result, item);
        decref(m, item);
    }
    xdecref(m, it);
    if (result && (status || error_occurred(m)))
        clear_ref(m, result);
    return result;
}

/* Objects/dictobject.c: _PyDictView_Intersect: the smaller one is walked, where that is safe. */
static Object *view_and(Machine *m, Object *a, Object *b)
{
    Object *self = is_view_set(m, a) ? a : b, *other = self == a ? b : a;
    if (is_exact(m, other, set) && view_length(m, self) <= set_size(other))
        return set_intersection(m, other, self);
    if (is_view_set(m, other) && view_length(m, other) > view_length(m, self))
        return common_items(m, other, self);
    return common_items(m, self, other);
}

/* One pair of the second dict: gone from the first, or new. */
static int xor_pair(Machine *m, Object *rest, Object *result, Object *key, hash_t hash,
                    Object *value)
{
    Object *mine = dict_get_known_hash(m, rest, key, hash);
    int equal = !mine ? (error_occurred(m) ? -1 : 0) : 0;
    if (mine) {
        incref(mine);
        equal = object_richcompare_bool(m, mine, value, COMPARE_EQ);
        decref(m, mine);
    }
    if (equal)
        return equal < 0 ? -1 : dict_del_known_hash(m, rest, key, hash);
    Object *pair = tuple_pack(m, 2, key, value);
    int status = pair ? set_add(m, result, pair) : -1;
    xdecref(m, pair);
    return status;
}

static int xor_into(Machine *m, Object *rest, Object *result, Object *other)
{
    ssize_t at = 0;
    Object *key, *value;
    hash_t hash;
    while (dict_next(other, &at, &key, &value, &hash)) {
        incref(key);
        incref(value);
        int status = xor_pair(m, rest, result, key, hash, value);
        decref(m, key);
        decref(m, value);
        if (status)
            return -1;
    }
    Object *remaining = dict_view_new(m, rest, m->types.dict_items);
    int status = remaining ? set_update(m, result, remaining) : -1;
    xdecref(m, remaining);
    return status;
}

/* Objects/dictobject.c: dictitems_xor: values need not be hashed as long as they are equal. */
static Object *items_xor(Machine *m, Object *a, Object *b)
{
    Object *rest = dict_copy(m, view_dict(a));
    Object *result = rest ? set_new(m, NULL) : NULL;
    if (result && xor_into(m, rest, result, view_dict(b)))
        clear_ref(m, result);
    xdecref(m, rest);
    return result;
}

static Object *view_xor(Machine *m, Object *a, Object *b)
{
    if (is_exact(m, a, dict_items) && is_exact(m, b, dict_items))
        return items_xor(m, a, b);
    Object *result = to_set(m, a);
    if (result && set_symmetric_difference_update(m, result, b))
        clear_ref(m, result);
    return result;
}

/* Is every item of a in b?  1, 0, -1 */
static int all_contained_in(Machine *m, Object *a, Object *b)
{
    Object *it = object_getiter(m, a);
    if (!it)
        return -1;
    int found = 1;
    Object *item;
    while (found > 0 && (item = iter_next(m, it))) {
        found = object_contains(m, b, item);
        decref(m, item);
    }
    decref(m, it);
    return error_occurred(m) ? -1 : found;
}

static int compare_views(Machine *m, Object *a, Object *b, enum compare_op op)
{
    ssize_t n = object_length(m, a), k = n < 0 ? -1 : object_length(m, b);
    if (k < 0)
        return -1;
    switch (op) {
    case COMPARE_EQ:
    case COMPARE_NE: {
        int equal = n == k ? all_contained_in(m, a, b) : 0;
        return equal < 0 || op == COMPARE_EQ ? equal : !equal;
    }
    case COMPARE_LT:
        return n < k ? all_contained_in(m, a, b) : 0;
    case COMPARE_LE:
        return n <= k ? all_contained_in(m, a, b) : 0;
    case COMPARE_GT:
        return n > k ? all_contained_in(m, b, a) : 0;
    default:
        return n >= k ? all_contained_in(m, b, a) : 0;
    }
}

static Object *view_richcompare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if (!is_anyset(b) && !is_view_set(m, b))
        return newref(m->not_implemented);
    int result = compare_views(m, a, b, op);
    return bool_result(m, result);
}

/* The shorter one is walked if the other is a set, for that one is quick to ask. */
static int disjoint(Machine *m, Object *self, Object *other)
{
    if (self == other)
        return view_length(m, self) == 0;
    if (is_exact(m, other, set) || is_exact(m, other, frozenset) || is_view_set(m, other)) {
        ssize_t n = object_length(m, other);
        if (n < 0)
            return -1;
        if (n > view_length(m, self)) {
            Object *tmp = other;
            other = self;
            self = tmp;
        }
    }
    Object *it = object_getiter(m, other);
    if (!it)
        return -1;
    int found = 0;
    Object *item;
    while (!found && (item = iter_next(m, it))) {
        found = object_contains(m, self, item);
        decref(m, item);
    }
    decref(m, it);
    return error_occurred(m) ? -1 : !found;
}

static Object *view_isdisjoint(Machine *m, Object *o, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    (void)nargs, (void)kwnames;
    int result = disjoint(m, o, args[0]);
    return bool_result(m, result);
}

static const MethodDef view_set_methods[] = {
    {"isdisjoint", view_isdisjoint, METH_O, "Is there nothing in common?"},
    {"__reversed__", view_reversed, METH_NOARGS, "The newest first."},
    {0},
};

static const MethodDef values_methods[] = {
    {"__reversed__", view_reversed, METH_NOARGS, "The newest first."},
    {0},
};

#define DICT_VIEW_SET(spec, text, iter, contains)                                                  \
    const TypeSpec spec = {                                                                        \
        .name = text,                                                                              \
        .flags = TYPE_GC | TYPE_NO_NEW,                                                            \
        .basicsize = VIEW_BYTES,                                                                   \
        .size = sizeof(DictView),                                                                  \
        .methods = view_set_methods,                                                               \
        .getset = view_getset,                                                                     \
        .slots = {.tp_dealloc = view_dealloc,                                                      \
                  .tp_repr = view_repr,                                                            \
                  .tp_hash = object_hash_not_implemented,                                          \
                  .tp_richcompare = view_richcompare,                                              \
                  .tp_iter = iter,                                                                 \
                  .tp_traverse = view_traverse,                                                    \
                  .nb[NB_SUBTRACT] = view_subtract,                                                \
                  .nb[NB_AND] = view_and,                                                          \
                  .nb[NB_XOR] = view_xor,                                                          \
                  .nb[NB_OR] = view_or,                                                            \
                  .sq_length = view_length,                                                        \
                  .sq_contains = contains},                                                        \
    }
DICT_VIEW_SET(dict_keys_spec, "dict_keys", keys_iter, keys_contains);
DICT_VIEW_SET(dict_items_spec, "dict_items", items_iter, items_contains);

const TypeSpec dict_values_spec = {
    .name = "dict_values",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = VIEW_BYTES,
    .size = sizeof(DictView),
    .methods = values_methods,
    .getset = view_getset,
    .slots =
        {
            .tp_dealloc = view_dealloc,
            .tp_repr = view_repr,
            .tp_iter = values_iter,
            .tp_traverse = view_traverse,
            .sq_length = view_length,
        },
};
