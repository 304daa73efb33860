/* OrderedDict: its methods, operators and text.  Objects/odictobject.c */
#include "collections_odict.h"

#include "../objects/dict_table.h"

#include <pyviz/machine/list.h>

/* ---- updating: as collections.abc.MutableMapping does ---------------------------------------- */

static Object *unpack_error(Machine *m, int got)
{
    if (got > 2)
        return error_set(m, EXC_ValueError, "too many values to unpack (expected 2)");
    return error_set(m, EXC_ValueError, "need more than %d value%s to unpack", got,
                     got == 1 ? "" : "s");
}

/* o[pair[0]] = pair[1] */
static int add_pair(Machine *m, Object *o, Object *pair)
{
    Object *iterator = object_getiter(m, pair), *part[3] = {NULL, NULL, NULL};
    int n = 0, status = -1;
    if (!iterator)
        return -1;
    while (n < 3 && (part[n] = iter_next(m, iterator)))
        n++;
    if (n == 2 && !error_occurred(m))
        status = object_setitem(m, o, part[0], part[1]);
    else if (!error_occurred(m))
        unpack_error(m, n);
    decref(m, iterator);
    for (int i = 0; i < n; i++)
        decref(m, part[i]);
    return status;
}

static int add_pairs(Machine *m, Object *o, Object *pairs)
{
    Object *iterator = pairs ? object_getiter(m, pairs) : NULL, *pair;
    if (!iterator)
        return -1;
    int status = 0;
    while (!status && (pair = iter_next(m, iterator))) {
        status = add_pair(m, o, pair);
        decref(m, pair);
    }
    decref(m, iterator);
    return status || error_occurred(m) ? -1 : 0;
}

/* The pairs of a plain dict, as they are now. */
static int add_dict(Machine *m, Object *o, Object *dict)
{
    Object *pairs = list_new(m, 0), *key, *value;
    ssize_t at = 0;
    if (pairs)
        pairs->flags |= OBJECT_QUIET;
    while (pairs && dict_next(dict, &at, &key, &value, NULL)) {
        Object *pair = tuple_pack(m, 2, key, value);
        if (!pair || list_append_steal(m, pairs, pair) < 0)
            clear_ref(m, pairs);
    }
    int status = pairs ? add_pairs(m, o, pairs) : -1;
    xdecref(m, pairs);
    return status;
}

static int add_by_keys(Machine *m, Object *o, Object *other, Object *keys)
{
    Object *iterator = keys ? object_getiter(m, keys) : NULL, *key;
    if (!iterator)
        return -1;
    int status = 0;
    while (!status && (key = iter_next(m, iterator))) {
        Object *value = object_getitem(m, other, key);
        status = value ? object_setitem(m, o, key, value) : -1;
        xdecref(m, value);
        decref(m, key);
    }
    decref(m, iterator);
    return status || error_occurred(m) ? -1 : 0;
}

static int update_from(Machine *m, Object *o, Object *other)
{
    if (is_exact(m, other, dict))
        return add_dict(m, o, other);
    Object *method, *result = NULL;
    int found = object_lookup_attr(m, other, m->id.keys, &method);
    if (found > 0) {
        result = object_call0(m, method);
        decref(m, method);
        int status = add_by_keys(m, o, other, result);
        xdecref(m, result);
        return status;
    }
    if (found == 0)
        found = object_lookup_attr(m, other, m->id.items, &method);
    if (found == 0)
        return add_pairs(m, o, other);
    if (found > 0) {
        result = object_call0(m, method);
        decref(m, method);
    }
    int status = add_pairs(m, o, result);
    xdecref(m, result);
    return status;
}

static int update(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    if (nargs > 1) {
        error_set(m, EXC_TypeError, "update() takes at most 1 positional argument (%zd given)",
                  (ssize_t)nargs);
        return -1;
    }
    bool named = kwnames && tuple_size(kwnames) > 0, held = m->held_arguments == args;
    Object *keywords = named && !held ? dict_from_keywords(m, args + nargs, kwnames) : NULL;
    if (named && !held && !keywords)
        return -1;
    Object *other = nargs ? newref(args[0]) : NULL;
    int status = other ? update_from(m, o, other) : 0;
    xdecref(m, other);
    if (!status && named && held && !(keywords = dict_from_keywords(m, args + nargs, kwnames)))
        status = -1;
    if (!status && keywords)
        status = add_dict(m, o, keywords);
    xdecref(m, keywords);
    return status;
}

int odict_init(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    if (nargs <= 1)
        return update(m, o, args, nargs, kwnames);
    error_set(m, EXC_TypeError, "expected at most 1 arguments, got %zd", (ssize_t)nargs);
    return -1;
}

BUILTIN(method_update)
{
    return update(m, self, args, nargs, kwnames) < 0 ? NULL : newref(m->none);
}

Object *odict_or(Machine *m, Object *a, Object *b)
{
    if (!is_dict(a) || !is_dict(b))
        return newref(m->not_implemented);
    Type *type = is_odict(m, a) ? a->type : b->type;
    Object *merged = object_call1(m, (Object *)type, a);
    if (merged && update_from(m, merged, b) < 0)
        clear_ref(m, merged);
    return merged;
}

Object *odict_ior(Machine *m, Object *o, Object *other)
{
    return update_from(m, o, other) < 0 ? NULL : newref(o);
}

/* ---- one key --------------------------------------------------------------------------------- */

/* The two arguments of most methods; a missing second one is NULL. */
static bool key_and(Machine *m, const char *name, const char *second, Object *const *args,
                    size_t nargs, Object *kwnames, Object *out[2])
{
    const char *const names[] = {"key", second, NULL};
    return arg_parse(m, name, args, nargs, kwnames, names, 1, 2, out);
}

BUILTIN(method_setdefault)
{
    Object *out[2];
    if (!key_and(m, "setdefault", "default", args, nargs, kwnames, out))
        return NULL;
    Object *key = out[0], *otherwise = out[1] ? out[1] : m->none;
    if (self->type == m->types.ordered_dict) {
        Object *value = dict_get(m, self, key);
        if (value || error_occurred(m))
            return xnewref(value);
        return odict_set(m, self, key, otherwise) < 0 ? NULL : newref(otherwise);
    }
    int known = object_contains(m, self, key);
    if (known > 0)
        return object_getitem(m, self, key);
    return known < 0 || object_setitem(m, self, key, otherwise) < 0 ? NULL : newref(otherwise);
}

BUILTIN(method_pop)
{
    Object *out[2];
    if (!key_and(m, "pop", "default", args, nargs, kwnames, out))
        return NULL;
    return odict_pop(m, self, out[0], out[1]);
}

BUILTIN(method_popitem)
{
    static const char *const names[] = {"last", NULL};
    OrderedDictObject *od = as_odict(self);
    Object *out[1];
    if (!arg_parse(m, "popitem", args, nargs, kwnames, names, 0, 1, out))
        return NULL;
    int last = out[0] ? object_is_true(m, out[0]) : 1;
    if (last < 0)
        return NULL;
    if (!od->first)
        return error_set(m, EXC_KeyError, "dictionary is empty");
    const OrderedNode *node = last ? od->last : od->first;
    Object *key = newref(node->key);
    Object *value = odict_pop_known_hash(m, self, key, node->hash, NULL);
    Object *pair = value ? tuple_pack(m, 2, key, value) : NULL;
    decref(m, key);
    xdecref(m, value);
    return pair;
}

BUILTIN(method_move_to_end)
{
    Object *out[2];
    if (!key_and(m, "move_to_end", "last", args, nargs, kwnames, out))
        return NULL;
    int last = out[1] ? object_is_true(m, out[1]) : 1;
    if (last < 0 || odict_move_to_end(m, self, out[0], last) < 0)
        return NULL;
    return newref(m->none);
}

/* ---- whole dicts ----------------------------------------------------------------------------- */

BUILTIN(method_fromkeys)
{
    static const char *const names[] = {"iterable", "value", NULL};
    Object *out[2];
    if (!arg_parse(m, "fromkeys", args, nargs, kwnames, names, 1, 2, out))
        return NULL;
    return dict_from_keys(m, self, out[0], out[1] ? out[1] : m->none);
}

BUILTIN(method_clear)
{
    NO_ARGS;
    return odict_clear(m, self) < 0 ? NULL : newref(m->none);
}

/* Each key of the list in turn; a subclass is asked for its values, and told to store them. */
static int copy_into(Machine *m, Object *copy, Object *o, bool exact)
{
    const uint64_t state = as_odict(o)->state;
    for (OrderedNode *node = as_odict(o)->first; node; node = node->next) {
        Object *value = exact ? dict_get(m, o, node->key) : object_getitem(m, o, node->key);
        if (as_odict(o)->state != state) {
            if (value && !exact)
                decref(m, value);
            error_set(m, EXC_RuntimeError, "OrderedDict mutated during iteration");
            return -1;
        }
        if (!value && !error_occurred(m))
            error_set_object(m, EXC_KeyError, node->key);
        if (!value)
            return -1;
        int status = exact ? odict_set_known_hash(m, copy, node->key, node->hash, value)
                           : object_setitem(m, copy, node->key, value);
        if (!exact)
            decref(m, value);
        if (status < 0)
            return -1;
        if (as_odict(o)->state != state) {
            error_set(m, EXC_RuntimeError, "OrderedDict mutated during iteration");
            return -1;
        }
    }
    return 0;
}

BUILTIN(method_copy)
{
    NO_ARGS;
    bool exact = self->type == m->types.ordered_dict;
    Object *copy = exact ? odict_new(m) : object_call0(m, (Object *)self->type);
    if (copy && copy_into(m, copy, self, exact) < 0)
        clear_ref(m, copy);
    return copy;
}

/* type(), then the attributes, then the pairs. */
BUILTIN(method_reduce)
{
    NO_ARGS;
    m->gc.unsure = m->gc.unsure || m->profile->odict_state_is_guessed;
    Object *state = native_state(m, self);
    Object *items = state ? object_call_method(m, self, m->id.items, NULL, 0) : NULL;
    Object *iterator = items ? object_getiter(m, items) : NULL;
    Object *result =
        iterator ? tuple_pack(m, 5, self->type, m->empty_tuple, state, m->none, iterator) : NULL;
    xdecref(m, iterator);
    xdecref(m, items);
    xdecref(m, state);
    return result;
}

/* ---- text and comparison --------------------------------------------------------------------- */

/* The pairs in the order of the list; a subclass is asked for them. */
static Object *pairs_of(Machine *m, Object *o)
{
    if (o->type != m->types.ordered_dict) {
        Object *items = object_call_method(m, o, m->id.items, NULL, 0);
        Object *list = items ? sequence_list(m, items) : NULL;
        xdecref(m, items);
        return list;
    }
    Object *pairs = list_new(m, 0);
    const uint64_t state = as_odict(o)->state;
    for (OrderedNode *node = as_odict(o)->first; pairs && node; node = node->next) {
        Object *value = dict_get(m, o, node->key);
        if (as_odict(o)->state != state) {
            decref(m, pairs);
            return error_set(m, EXC_RuntimeError, "OrderedDict mutated during iteration");
        }
        Object *pair = value ? tuple_pack(m, 2, node->key, value) : NULL;
        if (!value && !error_occurred(m))
            error_set_object(m, EXC_KeyError, node->key);
        if (!pair || list_append_steal(m, pairs, pair) < 0)
            clear_ref(m, pairs);
    }
    return pairs;
}

Object *odict_repr(Machine *m, Object *o)
{
    const char *name = native_short_name(o->type);
    if (dict_size(o) == 0)
        return str_printf(m, "%s()", name);
    int under_way = repr_enter(m, o);
    if (under_way)
        return under_way > 0 ? str_from_ascii(m, "...") : NULL;
    Object *shown = m->profile->odict_shown_as_dict ? dict_copy(m, o) : pairs_of(m, o);
    Object *text = shown ? str_printf(m, "%s(%R)", name, shown) : NULL;
    xdecref(m, shown);
    repr_leave(m, o);
    return text;
}

/* Up to 3.12 they are only borrowed. */
static int equal_keys(Machine *m, Object *x, Object *y)
{
    if (!m->profile->holds_what_it_compares)
        return object_equal_borrowed(m, x, y);
    return object_richcompare_bool_held(m, x, y, COMPARE_EQ);
}

/* Equal keys in the same order? */
static int same_order(Machine *m, OrderedDictObject *a, OrderedDictObject *b)
{
    OrderedNode *left = a->first, *right = b->first;
    uint64_t left_state = a->state, right_state = b->state;
    for (; left && right; left = left->next, right = right->next) {
        int equal = equal_keys(m, left->key, right->key);
        if (equal <= 0)
            return equal;
        if (a->state != left_state || b->state != right_state) {
            error_set(m, EXC_RuntimeError, "OrderedDict mutated during iteration");
            return -1;
        }
    }
    return !left && !right;
}

Object *odict_richcompare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if (!is_dict(b) || (op != COMPARE_EQ && op != COMPARE_NE))
        return newref(m->not_implemented);
    int equal = dict_equal(m, a, b);
    if (equal > 0 && is_odict(m, b))
        equal = same_order(m, as_odict(a), as_odict(b));
    return equal < 0 ? NULL : newref(bool_of(m, equal == (op == COMPARE_EQ)));
}

/* ---- the tables ------------------------------------------------------------------------------ */

static Object *get_dict(Machine *m, Object *o)
{
    Object **dict = type_dict_pointer(o);
    if (!*dict && !(*dict = dict_new(m)))
        return NULL;
    return newref(*dict);
}

const GetSetDef odict_getset[] = {
    {"__dict__", get_dict, NULL},
    {0},
};

const MethodDef odict_methods[] = {
    {"fromkeys", method_fromkeys, METH_KEYWORDS | METH_CLASS, "One value for all keys."},
    {"setdefault", method_setdefault, METH_KEYWORDS, "The key's value; inserts the default."},
    {"pop", method_pop, METH_KEYWORDS, "Removes a key and returns its value."},
    {"popitem", method_popitem, METH_KEYWORDS, "Removes the last pair, or the first."},
    {"keys", odict_keys, METH_NOARGS, "A view of the keys."},
    {"values", odict_values, METH_NOARGS, "A view of the values."},
    {"items", odict_items, METH_NOARGS, "A view of the pairs."},
    {"update", method_update, METH_KEYWORDS | METH_PACKED | METH_OWN_DICT,
     "Sets the pairs of a mapping or an iterable."},
    {"clear", method_clear, METH_NOARGS, "Removes everything."},
    {"copy", method_copy, METH_NOARGS, "A shallow copy."},
    {"__reduce__", method_reduce, METH_NOARGS, NULL},
    {"__reversed__", odict_reversed, METH_NOARGS, "The keys, the last first."},
    {"move_to_end", method_move_to_end, METH_KEYWORDS, "Moves a key to the end, or the front."},
    {0},
};
