/* defaultdict: a dict that makes what is missing.  Modules/_collectionsmodule.c */
#include <pyviz/machine/tuple.h>

#include "native.h"

#include "../objects/dict_table.h"

typedef struct DefaultDict {
    DictObject dict;
    Object *factory; /* NULL: none */
} DefaultDict;

static DefaultDict *as_default(Object *o)
{
    return (DefaultDict *)o;
}

/* The first argument is the factory; the others are dict's. */
static int defaultdict_init(Machine *m, Object *o, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    DefaultDict *d = as_default(o);
    Object *old = d->factory, *factory = nargs ? args[0] : NULL;
    if (factory && factory != m->none && !object_is_callable(factory)) {
        error_set(m, EXC_TypeError, "first argument must be callable or None");
        return -1;
    }
    d->factory = factory && factory != m->none ? newref(factory) : NULL;
    size_t skip = nargs ? 1 : 0;
    Object *rest = tuple_from_array(m, args + skip, (ssize_t)(nargs - skip)); /* dict's, a slice */
    int status = rest ? m->types.dict->slots.tp_init(m, o, args + skip, nargs - skip, kwnames) : -1;
    xdecref(m, rest);
    xdecref(m, old);
    return status;
}

static void defaultdict_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    clear_ref(m, as_default(o)->factory);
    dict_dealloc(m, o);
}

static int defaultdict_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    int stop = VISIT(as_default(o)->factory);
    return stop ? stop : dict_traverse(m, o, visit, arg);
}

static int defaultdict_clear(Machine *m, Object *o)
{
    clear_ref(m, as_default(o)->factory);
    dict_clear(m, o);
    return 0;
}

/* A factory that is a bound method may lead back here. */
static Object *factory_repr(Machine *m, Object *o)
{
    Object *factory = as_default(o)->factory;
    if (!factory)
        return str_from_ascii(m, "None");
    int under_way = repr_enter(m, factory);
    if (under_way)
        return under_way > 0 ? str_from_ascii(m, "...") : NULL;
    Object *text = object_repr(m, factory);
    repr_leave(m, factory);
    return text;
}

static Object *defaultdict_repr(Machine *m, Object *o)
{
    Object *base = m->types.dict->slots.tp_repr(m, o);
    Object *factory = base ? factory_repr(m, o) : NULL;
    Object *text =
        factory ? str_printf(m, "%s(%U, %U)", native_short_name(o->type), factory, base) : NULL;
    xdecref(m, base);
    xdecref(m, factory);
    return text;
}

BUILTIN(defaultdict_missing)
{
    ONE_ARG;
    Object *key = args[0], *factory = as_default(self)->factory;
    if (!factory) {
        Object *pack = tuple_pack(m, 1, key);
        if (pack)
            error_set_object(m, EXC_KeyError, key);
        xdecref(m, pack);
        return NULL;
    }
    EMIT(m, DEFAULTDICT_MISSING, self, key, factory);
    Object *value = object_call0(m, factory);
    if (value && object_setitem(m, self, key, value) < 0)
        clear_ref(m, value);
    return value;
}

static Object *like(Machine *m, Object *self, Object *other)
{
    Object *factory = as_default(self)->factory;
    Object *args[] = {factory ? factory : m->none, other};
    return object_vectorcall(m, (Object *)self->type, args, 2, NULL);
}

BUILTIN(defaultdict_copy)
{
    NO_ARGS;
    return like(m, self, self);
}

BUILTIN(defaultdict_reduce)
{
    NO_ARGS;
    Object *factory = as_default(self)->factory;
    Object *arguments = factory ? tuple_pack(m, 1, factory) : newref(m->empty_tuple);
    Object *items = arguments ? object_call_method(m, self, m->id.items, NULL, 0) : NULL;
    Object *iterator = items ? object_getiter(m, items) : NULL;
    Object *result =
        iterator ? tuple_pack(m, 5, self->type, arguments, m->none, m->none, iterator) : NULL;
    xdecref(m, iterator);
    xdecref(m, items);
    xdecref(m, arguments);
    return result;
}

/* dict | defaultdict is one too. */
static Object *defaultdict_or(Machine *m, Object *a, Object *b)
{
    Object *self = type_is_subtype(a->type, m->types.defaultdict) ? a : b;
    if (!is_dict(a) || !is_dict(b))
        return newref(m->not_implemented);
    Object *merged = like(m, self, a);
    if (merged && dict_update(m, merged, b) < 0)
        clear_ref(m, merged);
    return merged;
}

static Object *get_factory(Machine *m, Object *o)
{
    Object *factory = as_default(o)->factory;
    return newref(factory ? factory : m->none);
}

static int set_factory(Machine *m, Object *o, Object *value)
{
    set_ref(m, as_default(o)->factory, value && value != m->none ? newref(value) : NULL);
    return 0;
}

static const GetSetDef defaultdict_getset[] = {
    {"default_factory", get_factory, set_factory},
    {0},
};

static const MethodDef defaultdict_methods[] = {
    {"__missing__", defaultdict_missing, METH_O, "Calls the factory, and keeps what it returns."},
    {"copy", defaultdict_copy, METH_NOARGS, "A shallow copy."},
    {"__copy__", defaultdict_copy, METH_NOARGS, "A shallow copy."},
    {"__reduce__", defaultdict_reduce, METH_NOARGS, NULL},
    {0},
};

const TypeSpec defaultdict_spec = {
    .name = "collections.defaultdict",
    .flags = TYPE_BASETYPE | TYPE_GC | TYPE_DICT_SUBCLASS | TYPE_MAPPING,
    .basicsize = 56,
    .size = sizeof(DefaultDict),
    .methods = defaultdict_methods,
    .getset = defaultdict_getset,
    .doc = "A dict that calls a factory for keys it does not have.",
    .slots =
        {
            .tp_dealloc = defaultdict_dealloc,
            .tp_repr = defaultdict_repr,
            .tp_init = defaultdict_init,
            .tp_traverse = defaultdict_traverse,
            .tp_clear = defaultdict_clear,
            .nb[NB_OR] = defaultdict_or,
        },
};
