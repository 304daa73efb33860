/* The module collections: Modules/_collectionsmodule.c, Objects/odictobject.c; what CPython has in
 * Lib/collections is in python/collections.py. */
#include "native.h"

#include "../specs.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/function.h>

/* ---- a field of a namedtuple ----------------------------------------------------------------- */

typedef struct TupleGetter {
    Object ob_base;
    Object *doc;
    ssize_t index;
} TupleGetter;

REFERENCES(tuplegetter, 1)

static Object *tuplegetter_new(NEW_ARGS)
{
    if (!arg_no_keywords(m, "_tuplegetter", kwnames) ||
        !arg_check_positional(m, "_tuplegetter", nargs, 2, 2))
        return NULL;
    ssize_t index = number_as_ssize(m, args[0], EXC_OverflowError);
    if (index == -1 && error_occurred(m))
        return NULL;
    TupleGetter *g = native_new(m, type);
    if (!g)
        return NULL;
    g->index = index;
    g->doc = newref(args[1]);
    gc_track(m, (Object *)g);
    return (Object *)g;
}

static Object *tuplegetter_get(Machine *m, Object *descr, Object *o, Object *type)
{
    (void)type;
    ssize_t index = ((TupleGetter *)descr)->index;
    if (!o || o == m->none)
        return newref(descr);
    if (!is_tuple(o))
        return error_set(m, EXC_TypeError,
                         "descriptor for index '%zd' for tuple subclasses doesn't apply to '%s' "
                         "object",
                         index, type_name(o));
    if (index < 0 || index >= tuple_size(o))
        return error_set(m, EXC_IndexError, "tuple index out of range");
    return newref(tuple_item(o, index));
}

static int tuplegetter_set(Machine *m, Object *descr, Object *o, Object *value)
{
    (void)descr, (void)o;
    error_set(m, EXC_AttributeError, value ? "can't set attribute" : "can't delete attribute");
    return -1;
}

static Object *tuplegetter_repr(Machine *m, Object *o)
{
    TupleGetter *g = (TupleGetter *)o;
    return str_printf(m, "%s(%zd, %R)", native_short_name(o->type), g->index, g->doc);
}

static Object *get_doc(Machine *m, Object *o)
{
    (void)m;
    return newref(((TupleGetter *)o)->doc);
}

static int set_doc(Machine *m, Object *o, Object *value)
{
    TupleGetter *g = (TupleGetter *)o;
    set_ref(m, g->doc, newref(value ? value : m->none));
    return 0;
}

static const GetSetDef tuplegetter_getset[] = {
    {"__doc__", get_doc, set_doc},
    {0},
};

BUILTIN(tuplegetter_reduce)
{
    NO_ARGS;
    TupleGetter *g = (TupleGetter *)self;
    Object *index = int_from_i64(m, g->index);
    Object *arguments = index ? tuple_pack(m, 2, index, g->doc) : NULL;
    Object *result = arguments ? tuple_pack(m, 2, self->type, arguments) : NULL;
    xdecref(m, arguments);
    xdecref(m, index);
    return result;
}

static const MethodDef tuplegetter_methods[] = {
    {"__reduce__", tuplegetter_reduce, METH_NOARGS, NULL},
    {0},
};

const TypeSpec tuplegetter_spec = {
    .name = "collections._tuplegetter",
    .flags = TYPE_GC,
    .basicsize = 32,
    .size = sizeof(TupleGetter),
    .methods = tuplegetter_methods,
    .getset = tuplegetter_getset,
    .slots =
        {
            .tp_dealloc = tuplegetter_dealloc,
            .tp_repr = tuplegetter_repr,
            .tp_descr_get = tuplegetter_get,
            .tp_descr_set = tuplegetter_set,
            .tp_new = tuplegetter_new,
            .tp_traverse = tuplegetter_traverse,
            .tp_clear = tuplegetter_clear,
        },
};

/* ---- counting -------------------------------------------------------------------------------- */

static int count_in_dict(Machine *m, Object *counts, Object *key)
{
    hash_t hash = object_hash(m, key);
    if (hash == -1)
        return -1;
    Object *old = dict_get_known_hash(m, counts, key, hash);
    if (!old && error_occurred(m))
        return -1;
    Object *one = m->small_ints[1 - SMALL_INT_MIN];
    Object *count = old ? number_binary(m, old, one, NB_ADD) : newref(one);
    int status = count ? dict_set_known_hash(m, counts, key, hash, count) : -1;
    xdecref(m, count);
    return status;
}

static int count_by_methods(Machine *m, Object *counts, Object *get, Object *key)
{
    Object *zero = m->small_ints[-SMALL_INT_MIN], *one = m->small_ints[1 - SMALL_INT_MIN];
    Object *args[] = {key, zero};
    Object *old = object_vectorcall(m, get, args, 2, NULL);
    Object *count = old ? number_binary(m, old, one, NB_ADD) : NULL;
    int status = count ? object_setitem(m, counts, key, count) : -1;
    xdecref(m, old);
    xdecref(m, count);
    return status;
}

/* Are get and __setitem__ dict's own? */
static bool is_plain(Machine *m, Object *counts)
{
    Type *dict = m->types.dict;
    return is_dict(counts) &&
           type_lookup(m, counts->type, m->id.get) == type_lookup(m, dict, m->id.get) &&
           type_lookup(m, counts->type, m->id.__setitem__) ==
               type_lookup(m, dict, m->id.__setitem__);
}

/* counts[x] += 1 for every x: the heart of Counter. */
BUILTIN(collections_count_elements)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "_count_elements", nargs, 2, 2))
        return NULL;
    Object *counts = args[0], *iterator = object_getiter(m, args[1]), *get = NULL, *key;
    int status = iterator ? 0 : -1;
    if (iterator && !is_plain(m, counts) && !(get = object_getattr(m, counts, m->id.get)))
        status = -1;
    while (status == 0 && (key = iter_next(m, iterator))) {
        status = get ? count_by_methods(m, counts, get, key) : count_in_dict(m, counts, key);
        decref(m, key);
    }
    xdecref(m, get);
    xdecref(m, iterator);
    return status < 0 || error_occurred(m) ? NULL : newref(m->none);
}

static const MethodDef collections_methods[] = {
    {"_count_elements", collections_count_elements, METH_FASTCALL, "Counts in a mapping."},
    {0},
};

static int collections_exec(Machine *m, Object *dict)
{
    Type *const types[] = {m->types.deque, m->types.deque_iterator, m->types.defaultdict,
                           m->types.ordered_dict, m->types.tuplegetter};
    Object *module = str_intern_ascii(m, "_collections");
    int status = module ? builtin_add_methods(m, dict, collections_methods, module) : -1;
    xdecref(m, module);
    if (status < 0)
        return -1;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (module_add_type(m, dict, types[i]) < 0)
            return -1;
    if (m->profile->collections_types_by_c_module) {
        m->types.deque_iterator->tp_name = "_collections._deque_iterator";
        m->types.deque_reverse_iterator->tp_name = "_collections._deque_reverse_iterator";
        m->types.tuplegetter->tp_name = "_collections._tuplegetter";
    }
    Type *const on_heap[] = {m->types.deque, m->types.deque_iterator,
                             m->types.deque_reverse_iterator, m->types.defaultdict,
                             m->types.tuplegetter};
    if (m->profile->collections_types_on_heap)
        for (size_t i = 0; i < sizeof on_heap / sizeof *on_heap; i++)
            native_heap_type(m, on_heap[i]);
    return 0;
}

const ModuleSpec collections_module = {
    .name = "collections",
    .package = true,
    .doc = "Containers for special purposes.",
    .exec = collections_exec,
    .python = true,
};
