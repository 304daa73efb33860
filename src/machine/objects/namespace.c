/* types.SimpleNamespace: Objects/namespaceobject.c. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "../class.h"
#include "../specs.h"

#include <stddef.h>

enum { NAMESPACE_SIZE = 24 };

typedef struct NamespaceObject {
    Object ob_base;
    Object *dict;
} NamespaceObject;

static Object **dict_of(Object *o)
{
    return &((NamespaceObject *)o)->dict;
}

static Object *namespace_tp_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                                Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *o = object_new_fresh(m, type, type->size, (size_t)type->tp_basicsize);
    if (!o)
        return NULL;
    gc_track(m, o);
    if (!(*dict_of(o) = dict_new(m)))
        clear_ref(m, o);
    return o;
}

/* From 3.13 on a mapping, or pairs, may come first. */
static int take_positional(Machine *m, Object *o, Object *const *args, size_t nargs)
{
    if (nargs == 0)
        return 0;
    if (!m->profile->namespace_takes_mapping) {
        error_set(m, EXC_TypeError, "no positional arguments expected");
        return -1;
    }
    if (!arg_check_positional(m, o->type->tp_name, nargs, 0, 1))
        return -1;
    Object *given = dict_new(m), *key, *value;
    int r = given ? dict_update(m, given, args[0]) : -1;
    for (ssize_t at = 0; r == 0 && dict_next(given, &at, &key, &value, NULL);)
        if (!is_str(key)) {
            error_set(m, EXC_TypeError, "keywords must be strings");
            r = -1;
        }
    if (r == 0)
        r = dict_update(m, *dict_of(o), given);
    xdecref(m, given);
    return r;
}

static int namespace_init(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    if (take_positional(m, o, args, nargs) < 0)
        return -1;
    for (ssize_t i = 0; kwnames && i < tuple_size(kwnames); i++)
        if (dict_set(m, *dict_of(o), tuple_item(kwnames, i), args[nargs + (size_t)i]) < 0)
            return -1;
    return 0;
}

/* The attributes, as far as their names are strs. */
static int write_attributes(Machine *m, StrWriter *w, Object *dict)
{
    Object *key, *value;
    bool first = true;
    for (ssize_t at = 0; dict_next(dict, &at, &key, &value, NULL);) {
        if (!is_str(key) || str_len(key) == 0)
            continue;
        Object *held = slot_repr_holds(m, value) ? NULL : newref(value);
        int r = (!first && str_writer_ascii(m, w, ", ") < 0) || str_writer_str(m, w, key) < 0 ||
                str_writer_char(m, w, '=') < 0 || str_writer_repr(m, w, value) < 0;
        xdecref(m, held);
        if (r)
            return -1;
        first = false;
    }
    return 0;
}

static Object *namespace_repr(Machine *m, Object *o)
{
    StrWriter w = {0};
    Object *name = o->type->ht_name;
    int under_way = repr_enter(m, o);
    if (under_way)
        return under_way < 0 ? NULL
               : name        ? str_printf(m, "%U(...)", name)
                             : str_printf(m, "namespace(...)");
    int r = name ? str_writer_str(m, &w, name) : str_writer_ascii(m, &w, "namespace");
    if (r == 0)
        r = str_writer_char(m, &w, '(');
    if (r == 0)
        r = write_attributes(m, &w, *dict_of(o));
    if (r == 0)
        r = str_writer_char(m, &w, ')');
    repr_leave(m, o);
    if (r == 0)
        return str_writer_finish(m, &w);
    str_writer_drop(m, &w);
    return NULL;
}

static Object *namespace_compare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if (!type_is_subtype(a->type, m->types.namespace_) ||
        !type_is_subtype(b->type, m->types.namespace_))
        return newref(m->not_implemented);
    return object_richcompare(m, *dict_of(a), *dict_of(b), op);
}

static Object *namespace_reduce(Machine *m, Object *o, Object *const *args, size_t nargs,
                                Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return tuple_pack(m, 3, o->type, m->empty_tuple, *dict_of(o));
}

/* From 3.13 on, for copy.replace(): another one with some attributes set anew. */
static Object *namespace_replace(Machine *m, Object *o, Object *const *args, size_t nargs,
                                 Object *kwnames)
{
    if (nargs)
        return error_set(m, EXC_TypeError, "__replace__() takes no positional arguments");
    Object *copy = object_call0(m, (Object *)o->type);
    if (!copy)
        return NULL;
    int status = dict_update(m, *dict_of(copy), *dict_of(o));
    for (ssize_t i = 0; status == 0 && kwnames && i < tuple_size(kwnames); i++)
        status = dict_set(m, *dict_of(copy), tuple_item(kwnames, i), args[i]);
    if (status < 0)
        clear_ref(m, copy);
    return copy;
}

static Object *get_dict(Machine *m, Object *o)
{
    (void)m;
    return newref(*dict_of(o));
}

static void namespace_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    clear_ref(m, *dict_of(o));
    object_free(m, o, NAMESPACE_SIZE);
}

static int namespace_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    return VISIT(*dict_of(o));
}

static const MethodDef namespace_methods[] = {
    {"__reduce__", namespace_reduce, METH_NOARGS, NULL},
    {"__replace__", namespace_replace, METH_KEYWORDS, NULL},
    {NULL, NULL, 0, NULL},
};
static const GetSetDef namespace_getset[] = {
    {"__dict__", get_dict, NULL},
    {NULL, NULL, NULL},
};

const TypeSpec namespace_spec = {
    .name = "types.SimpleNamespace",
    .flags = TYPE_GC | TYPE_BASETYPE,
    .basicsize = NAMESPACE_SIZE,
    .size = sizeof(NamespaceObject),
    .dictoffset = offsetof(NamespaceObject, dict),
    .methods = namespace_methods,
    .getset = namespace_getset,
    .slots =
        {
            .tp_dealloc = namespace_dealloc,
            .tp_repr = namespace_repr,
            .tp_hash = object_hash_not_implemented,
            .tp_richcompare = namespace_compare,
            .tp_new = namespace_tp_new,
            .tp_init = namespace_init,
            .tp_traverse = namespace_traverse,
        },
};
