/* The type dict: its slots and methods.  Objects/dictobject.c. */
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "../class.h"
#include "dict_table.h"
#include "generic_alias.h"
#include "sequence.h"

static Object *none(Machine *m)
{
    return newref(m->none);
}

/* ---- making ---------------------------------------------------------------------------------- */

/* Objects/dictobject.c: dict_new.  A plain dict is tracked once it needs to be, a subclass at once.
 */
static Object *dict_tp_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *d = (Object *)dict_alloc(m, type);
    if (d && type != m->types.dict)
        gc_track(m, d);
    return d;
}

static int set_keywords(Machine *m, Object *d, Object *const *values, Object *kwnames)
{
    for (ssize_t i = 0; i < tuple_size(kwnames); i++)
        if (dict_set(m, d, tuple_item(kwnames, i), values[i]))
            return -1;
    return 0;
}

/* Objects/dictobject.c: dict_update_common: keyword arguments arrive as a dict of their own.  Of a
 * call that had them in one already, this one holds nothing while other code may run. */
static int update_common(Machine *m, Object *d, const char *name, Object *const *args, size_t nargs,
                         Object *kwnames)
{
    if (!arg_check_positional(m, name, nargs, 0, 1))
        return -1;
    bool held = m->held_arguments == args;
    Object *keywords = kwnames && !held ? dict_from_keywords(m, args + nargs, kwnames) : NULL;
    if (kwnames && !held && !keywords)
        return -1;
    int status = nargs ? dict_update(m, d, args[0]) : 0;
    if (!status && kwnames && held && !(keywords = dict_from_keywords(m, args + nargs, kwnames)))
        status = -1;
    if (!status && keywords)
        status = dict_merge(m, d, keywords, MERGE_REPLACE, NULL);
    xdecref(m, keywords);
    return status;
}

/* dict(...) itself sets its keyword arguments one by one (dict_vectorcall); subclasses merge them.
 */
static int dict_init(Machine *m, Object *d, Object *const *args, size_t nargs, Object *kwnames)
{
    if (!is_exact(m, d, dict))
        return update_common(m, d, "dict", args, nargs, kwnames);
    if (!arg_check_positional(m, "dict", nargs, 0, 1))
        return -1;
    if (nargs && dict_update(m, d, args[0]))
        return -1;
    return kwnames ? set_keywords(m, d, args + nargs, kwnames) : 0;
}

static Object *dict_fromkeys(Machine *m, Object *cls, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    (void)kwnames;
    if (!arg_check_positional(m, "fromkeys", nargs, 1, 2))
        return NULL;
    return dict_from_keys(m, cls, args[0], nargs > 1 ? args[1] : m->none);
}

/* ---- text, size, comparison ------------------------------------------------------------------ */

static int repr_pair(Machine *m, StrWriter *w, Object *key, Object *value, bool first)
{
    incref(key);
    incref(value);
    int status = 0;
    if ((!first && str_writer_ascii(m, w, ", ")) || str_writer_repr(m, w, key) ||
        str_writer_ascii(m, w, ": ") || str_writer_repr(m, w, value))
        status = -1;
    decref(m, key);
    decref(m, value);
    return status;
}

static Object *repr_entries(Machine *m, Object *d)
{
    StrWriter w = {0};
    ssize_t at = 0;
    bool first = true;
    Object *key, *value;
    int status = str_writer_char(m, &w, '{');
    while (!status && dict_next(d, &at, &key, &value, NULL)) {
        status = repr_pair(m, &w, key, value, first);
        first = false;
    }
    if (!status)
        status = str_writer_char(m, &w, '}');
    if (!status)
        return str_writer_finish(m, &w);
    str_writer_drop(m, &w);
    return NULL;
}

static Object *dict_repr(Machine *m, Object *d)
{
    int under_way = repr_enter(m, d);
    if (under_way)
        return under_way > 0 ? str_from_ascii(m, "{...}") : NULL;
    Object *text = dict_size(d) ? repr_entries(m, d) : str_from_ascii(m, "{}");
    repr_leave(m, d);
    return text;
}

static Object *dict_richcompare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if (!is_dict(a) || !is_dict(b) || (op != COMPARE_EQ && op != COMPARE_NE))
        return newref(m->not_implemented);
    int equal = dict_equal(m, a, b);
    return equal < 0 ? NULL : newref(bool_of(m, equal == (op == COMPARE_EQ)));
}

static ssize_t dict_sizeof(Machine *m, Object *d)
{
    (void)m;
    const DictObject *dict = (const DictObject *)d;
    ssize_t size = d->type->tp_basicsize;
    if (dict->ma_values)
        size += dict_shared_room(dict->ma_keys) * (ssize_t)sizeof(Object *);
    /* Shared keys are the class's business. */
    bool own = dict_has_table(d) && dict->ma_keys->dk_refcnt == 1;
    return own ? size + (ssize_t)dict_keys_bytes(dict->ma_keys) : size;
}

static ssize_t dict_length(Machine *m, Object *d)
{
    (void)m;
    return dict_size(d);
}

static int dict_tp_clear(Machine *m, Object *d)
{
    dict_clear(m, d);
    return 0;
}

/* ---- items ----------------------------------------------------------------------------------- */

/* A subclass may say what a missing key stands for. */
static Object *call_missing(Machine *m, Object *d, Object *key)
{
    bool missing = true;
    Object *result =
        is_exact(m, d, dict) ? NULL : special_call(m, d, m->id.__missing__, &key, 1, &missing);
    return missing ? error_set_object(m, EXC_KeyError, key) : result;
}

static Object *dict_subscript(Machine *m, Object *d, Object *key)
{
    Object *value = dict_get(m, d, key);
    if (value)
        return newref(value);
    return error_occurred(m) ? NULL : call_missing(m, d, key);
}

static int dict_ass_subscript(Machine *m, Object *d, Object *key, Object *value)
{
    return value ? dict_set(m, d, key, value) : dict_del(m, d, key);
}

static Object *method_contains(Machine *m, Object *d, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    (void)nargs, (void)kwnames;
    int found = dict_contains(m, d, args[0]);
    return bool_result(m, found);
}

static Object *method_getitem(Machine *m, Object *d, Object *const *args, size_t nargs,
                              Object *kwnames)
{
    (void)nargs, (void)kwnames;
    return dict_subscript(m, d, args[0]);
}

static Object *method_get(Machine *m, Object *d, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)kwnames;
    if (!arg_check_positional(m, "get", nargs, 1, 2))
        return NULL;
    Object *value = dict_get(m, d, args[0]);
    if (!value && error_occurred(m))
        return NULL;
    return newref(value ? value : nargs > 1 ? args[1] : m->none);
}

static Object *method_setdefault(Machine *m, Object *d, Object *const *args, size_t nargs,
                                 Object *kwnames)
{
    (void)kwnames;
    if (!arg_check_positional(m, "setdefault", nargs, 1, 2))
        return NULL;
    Object *value = dict_setdefault(m, d, args[0], nargs > 1 ? args[1] : m->none);
    return xnewref(value);
}

static Object *method_pop(Machine *m, Object *d, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)kwnames;
    Object *value;
    if (!arg_check_positional(m, "pop", nargs, 1, 2))
        return NULL;
    int found = dict_pop(m, d, args[0], &value);
    if (found)
        return found < 0 ? NULL : value;
    return nargs > 1 ? newref(args[1]) : error_set_object(m, EXC_KeyError, args[0]);
}

static Object *method_popitem(Machine *m, Object *d, Object *const *args, size_t nargs,
                              Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return dict_popitem(m, d);
}

static Object *method_clear(Machine *m, Object *d, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    dict_clear(m, d);
    return none(m);
}

/* ---- whole dicts ----------------------------------------------------------------------------- */

static Object *method_copy(Machine *m, Object *d, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return dict_copy(m, d);
}

static Object *method_update(Machine *m, Object *d, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    return update_common(m, d, "update", args, nargs, kwnames) ? NULL : none(m);
}

static Object *dict_or(Machine *m, Object *a, Object *b)
{
    if (!is_dict(a) || !is_dict(b))
        return newref(m->not_implemented);
    Object *merged = dict_copy(m, a);
    if (merged && dict_update(m, merged, b))
        clear_ref(m, merged);
    return merged;
}

static Object *dict_ior(Machine *m, Object *d, Object *other)
{
    return dict_update(m, d, other) ? NULL : newref(d);
}

/* ---- the type -------------------------------------------------------------------------------- */

static const MethodDef dict_methods[] = {
    {"__contains__", method_contains, METH_O | METH_COEXIST, "Is the key there?"},
    {"__getitem__", method_getitem, METH_O | METH_COEXIST, "self[key]"},
    {"get", method_get, METH_FASTCALL, "The key's value, or a default."},
    {"setdefault", method_setdefault, METH_FASTCALL, "The key's value; inserts the default."},
    {"pop", method_pop, METH_FASTCALL, "Removes a key and returns its value."},
    {"popitem", method_popitem, METH_NOARGS, "Removes the newest pair and returns it."},
    {"keys", dict_keys, METH_NOARGS, "A view of the keys."},
    {"items", dict_items, METH_NOARGS, "A view of the pairs."},
    {"values", dict_values, METH_NOARGS, "A view of the values."},
    {"update", method_update, METH_KEYWORDS | METH_PACKED | METH_OWN_DICT,
     "Sets the pairs of a mapping or an iterable."},
    {"fromkeys", dict_fromkeys, METH_FASTCALL | METH_CLASS, "A dict with one value for all keys."},
    {"clear", method_clear, METH_NOARGS, "Removes everything."},
    {"copy", method_copy, METH_NOARGS, "A shallow copy."},
    {"__reversed__", dict_reversed, METH_NOARGS, "The keys, the newest first."},
    {"__class_getitem__", generic_alias_class_getitem, METH_O | METH_CLASS, NULL},
    {0},
};

const TypeSpec dict_spec = {
    .name = "dict",
    .flags = TYPE_BASETYPE | TYPE_GC | TYPE_DICT_SUBCLASS | TYPE_MAPPING,
    .basicsize = 48,
    .size = sizeof(DictObject),
    .methods = dict_methods,
    .doc = "A mapping from keys to values, in order of insertion.",
    .slots =
        {
            .tp_dealloc = dict_dealloc,
            .tp_repr = dict_repr,
            .tp_hash = object_hash_not_implemented,
            .tp_richcompare = dict_richcompare,
            .tp_iter = dict_iter,
            .tp_new = dict_tp_new,
            .tp_init = dict_init,
            .tp_traverse = dict_traverse,
            .tp_clear = dict_tp_clear,
            .tp_sizeof = dict_sizeof,
            .nb[NB_OR] = dict_or,
            .nb_inplace[NB_OR] = dict_ior,
            .sq_contains = dict_contains,
            .mp_length = dict_length,
            .mp_subscript = dict_subscript,
            .mp_ass_subscript = dict_ass_subscript,
        },
};
