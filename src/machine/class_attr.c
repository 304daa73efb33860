/* The attributes of types: Objects/typeobject.c: type_getsets, type_methods, type_setattro. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "class.h"
#include "class_names.h"
#include "class_slots.h"
#include "descriptor.h"
#include "eval.h"
#include "import.h"
#include "objects/sequence.h"
#include "specs.h"
#include "text_signature.h"

#include <string.h>

static bool is_heap(const Object *o)
{
    return ((const Type *)o)->tp_flags & TYPE_HEAP;
}

static Object *bare_name(Machine *m, const Type *type)
{
    const char *dot = strrchr(type->tp_name, '.');
    return str_from_ascii(m, dot ? dot + 1 : type->tp_name);
}

/* ---- getters --------------------------------------------------------------------------------- */

static Object *get_name(Machine *m, Object *o)
{
    const Type *type = (const Type *)o;
    return type->ht_name ? newref(type->ht_name) : bare_name(m, type);
}

static Object *get_qualname(Machine *m, Object *o)
{
    const Type *type = (const Type *)o;
    return type->ht_qualname ? newref(type->ht_qualname) : bare_name(m, type);
}

static Object *get_module(Machine *m, Object *o)
{
    if (is_heap(o)) {
        Object *module = dict_get_str(m, ((Type *)o)->tp_dict, m->id.__module__);
        return module ? newref(module) : error_set(m, EXC_AttributeError, "__module__");
    }
    const char *name = ((Type *)o)->tp_name, *dot = strrchr(name, '.');
    return dot ? str_from_utf8(m, name, (size_t)(dot - name)) : newref(m->id.builtins);
}

static Object *get_bases(Machine *m, Object *o)
{
    (void)m;
    return newref(((Type *)o)->tp_bases);
}

static Object *get_mro(Machine *m, Object *o)
{
    Object *mro = ((Type *)o)->tp_mro;
    return newref(mro ? mro : m->none);
}

static Object *get_base(Machine *m, Object *o)
{
    Type *base = ((Type *)o)->tp_base;
    return newref(base ? (Object *)base : m->none);
}

static Object *get_annotations(Machine *m, Object *o)
{
    Type *type = (Type *)o;
    Object *found =
        type->tp_flags & TYPE_HEAP ? dict_get_str(m, type->tp_dict, m->id.__annotations__) : NULL;
    if (found)
        return newref(found);
    if (!is_heap(o))
        return error_set(m, EXC_AttributeError,
                         "type object '%s' has no attribute '__annotations__'", type->tp_name);
    Object *made = dict_new(m);
    if (made && dict_set(m, type->tp_dict, m->id.__annotations__, made) < 0)
        clear_ref(m, made);
    return made;
}

/* Objects/typeobject.c: type_abstractmethods: not those of a base. */
static Object *get_abstract(Machine *m, Object *o)
{
    Object *found = o == (Object *)m->types.type
                        ? NULL
                        : dict_get_str(m, ((Type *)o)->tp_dict, m->id.__abstractmethods__);
    if (found)
        return newref(found);
    return error_set_object(m, EXC_AttributeError, m->id.__abstractmethods__);
}

static int set_abstract(Machine *m, Object *o, Object *value)
{
    Type *type = (Type *)o;
    int abstract = value ? object_is_true(m, value) : 0;
    if (abstract < 0)
        return -1;
    if (!value && !dict_get_str(m, type->tp_dict, m->id.__abstractmethods__)) {
        error_set_object(m, EXC_AttributeError, m->id.__abstractmethods__);
        return -1;
    }
    if (value ? dict_set(m, type->tp_dict, m->id.__abstractmethods__, value)
              : dict_del(m, type->tp_dict, m->id.__abstractmethods__))
        return -1;
    type->tp_flags = (type->tp_flags & ~(unsigned)TYPE_ABSTRACT) | (abstract ? TYPE_ABSTRACT : 0);
    return 0;
}

static Object *get_basicsize(Machine *m, Object *o)
{
    return int_from_i64(m, ((Type *)o)->tp_basicsize);
}

static Object *get_itemsize(Machine *m, Object *o)
{
    return int_from_i64(m, ((Type *)o)->tp_itemsize);
}

typedef struct ProxyObject {
    Object ob_base;
    Object *mapping;
} ProxyObject;

static Object *get_dict(Machine *m, Object *o)
{
    ProxyObject *p = object_new(m, m->types.mappingproxy, sizeof *p, 24);
    if (!p)
        return NULL;
    p->mapping = newref(((Type *)o)->tp_dict);
    gc_track(m, (Object *)p);
    return (Object *)p;
}

/* ---- setters --------------------------------------------------------------------------------- */

static bool may_set(Machine *m, Object *o, Object *value, const char *name)
{
    if (!is_heap(o))
        error_set(m, EXC_TypeError, "cannot set '%s' attribute of immutable type '%s'", name,
                  ((Type *)o)->tp_name);
    else if (!value)
        error_set(m, EXC_TypeError, "cannot delete '%s' attribute of type '%s'", name,
                  ((Type *)o)->tp_name);
    else
        return true;
    return false;
}

static int set_name(Machine *m, Object *o, Object *value)
{
    if (!may_set(m, o, value, "__name__"))
        return -1;
    if (!is_str(value)) {
        error_set(m, EXC_TypeError, "can only assign string to %s.__name__, not '%s'",
                  ((Type *)o)->tp_name, type_name(value));
        return -1;
    }
    return class_set_name(m, (Type *)o, value) ? 0 : -1;
}

static int set_qualname(Machine *m, Object *o, Object *value)
{
    if (!may_set(m, o, value, "__qualname__"))
        return -1;
    if (!is_str(value)) {
        error_set(m, EXC_TypeError, "can only assign string to %s.__qualname__, not '%s'",
                  ((Type *)o)->tp_name, type_name(value));
        return -1;
    }
    set_ref(m, ((Type *)o)->ht_qualname, newref(value));
    return 0;
}

static int set_module(Machine *m, Object *o, Object *value)
{
    if (!may_set(m, o, value, "__module__"))
        return -1;
    return dict_set(m, ((Type *)o)->tp_dict, m->id.__module__, value);
}

static int set_doc(Machine *m, Object *o, Object *value)
{
    return may_set(m, o, value, "__doc__") ? dict_set(m, ((Type *)o)->tp_dict, m->id.__doc__, value)
                                           : -1;
}

static int set_annotations(Machine *m, Object *o, Object *value)
{
    Object *dict = ((Type *)o)->tp_dict;
    if (!value && is_heap(o) && !dict_get_str(m, dict, m->id.__annotations__)) {
        error_set_object(m, EXC_AttributeError, m->id.__annotations__);
        return -1;
    }
    if (!value)
        return dict_del(m, dict, m->id.__annotations__);
    return may_set(m, o, value, "__annotations__") ? dict_set(m, dict, m->id.__annotations__, value)
                                                   : -1;
}

static Object *get_type_params(Machine *m, Object *o)
{
    Object *name = str_intern_ascii(m, "__type_params__");
    Object *found = name && is_heap(o) ? dict_get_str(m, ((Type *)o)->tp_dict, name) : NULL;
    xdecref(m, name);
    return name ? newref(found ? found : m->empty_tuple) : NULL;
}

static int set_type_params(Machine *m, Object *o, Object *value)
{
    if (!may_set(m, o, value, "__type_params__"))
        return -1;
    Object *name = str_intern_ascii(m, "__type_params__");
    int r = name ? dict_set(m, ((Type *)o)->tp_dict, name, value) : -1;
    xdecref(m, name);
    return r;
}

const GetSetDef class_getset[] = {
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualname, set_qualname},
    {"__module__", get_module, set_module},
    {"__bases__", get_bases, class_set_bases},
    {"__mro__", get_mro, NULL},
    {"__base__", get_base, sequence_read_only},
    {"__dict__", get_dict, NULL},
    {"__doc__", type_get_doc, set_doc},
    {"__annotations__", get_annotations, set_annotations},
    {"__abstractmethods__", get_abstract, set_abstract},
    {"__type_params__", get_type_params, set_type_params},
    {"__text_signature__", text_signature_of_type, NULL},
    {"__basicsize__", get_basicsize, NULL},
    {"__itemsize__", get_itemsize, NULL},
    {NULL, NULL, NULL},
};

/* A dunder that a class gets after it was made changes what its instances can do. */
int class_setattro(Machine *m, Object *o, Object *name, Object *value)
{
    Type *type = (Type *)o;
    if (!is_heap(o) || type->tp_flags & TYPE_IMMUTABLE) {
        error_set(m, EXC_TypeError, "cannot set '%U' attribute of immutable type '%.100s'", name,
                  type->tp_name);
        return -1;
    }
    Object *descr = type_lookup(m, o->type, name);
    if (descr && slots_of(descr)->tp_descr_set && name != m->id.__doc__)
        return slots_of(descr)->tp_descr_set(m, descr, o, value);
    Object *key = str_intern(m, newref(name));
    int r = -1;
    if (key && !value && !dict_get_str(m, type->tp_dict, key)) {
        error_set(m, EXC_AttributeError, "type object '%.100s' has no attribute '%U'",
                  type->tp_name, key);
        if (m->profile->stores_name_attributes)
            error_attribute(m, o, key);
    } else if (key) {
        r = value ? dict_set(m, type->tp_dict, key, value) : dict_del(m, type->tp_dict, key);
    }
    ssize_t n = str_len(name);
    if (r == 0)
        slot_dispatch_modified(type);
    if (r == 0 && n > 4 && str_at(name, 0) == '_' && str_at(name, 1) == '_' &&
        str_at(name, n - 1) == '_' && str_at(name, n - 2) == '_')
        slot_dispatch_update_all(m, type);
    if (r == 0 && value)
        EMIT(m, CLASS_STORE, type, key, value);
    else if (r == 0)
        EMIT(m, CLASS_REMOVE, type, key);
    xdecref(m, key);
    return r;
}

/* ---- methods --------------------------------------------------------------------------------- */

#define METHOD(name)                                                                               \
    static Object *name(Machine *m, Object *self, Object *const *args, size_t nargs,               \
                        Object *kwnames)

/* Where bases are merged, the class begins a list that grows by one after the other:
 * Objects/typeobject.c: pmerge. */
static Object *merged_list(Machine *m, const Object *mro)
{
    Object *list = list_new(m, 1);
    if (!list)
        return NULL;
    list->flags |= OBJECT_QUIET;
    ((ListObject *)list)->item[0] = newref(tuple_item(mro, 0));
    for (ssize_t i = 1; i < tuple_size(mro); i++)
        if (list_append(m, list, tuple_item(mro, i)) < 0) {
            decref(m, list);
            return NULL;
        }
    list->flags &= ~(unsigned)OBJECT_QUIET;
    return list;
}

METHOD(type_mro)
{
    (void)args, (void)nargs, (void)kwnames;
    Type *type = (Type *)self;
    Object *mro = is_heap(self) ? mro_linearize(m, type, type->tp_bases) : newref(type->tp_mro);
    Object *list = !mro                              ? NULL
                   : tuple_size(type->tp_bases) == 1 ? sequence_list(m, mro)
                                                     : merged_list(m, mro);
    xdecref(m, mro);
    return list;
}

static int append_once(Machine *m, Object *list, Object *o)
{
    for (ssize_t i = 0; i < list_size(list); i++)
        if (list_item(list, i) == o)
            return 0;
    return list_append(m, list, o);
}

/* The builtin exceptions right below one, by their names, as CPython makes them. */
static int append_builtin_exceptions(Machine *m, Object *list, const Type *above)
{
    const char *last = "";
    for (;;) {
        Type *next = NULL;
        for (int i = 0; i < EXC_COUNT; i++) {
            Type *t = m->exc[i];
            bool below = t->tp_base == above && t != m->exc[EXC_ExceptionGroup] &&
                         (i != EXC_PythonFinalizationError || m->profile->finalization_error);
            if (below && strcmp(t->tp_name, last) > 0 &&
                (!next || strcmp(t->tp_name, next->tp_name) < 0))
                next = t;
        }
        if (!next)
            return 0;
        last = next->tp_name;
        if (append_once(m, list, (Object *)next) < 0)
            return -1;
    }
}

/* Those that CPython's start has made: python/_startup.py. */
static int append_startup_exceptions(Machine *m, Object *list, Type *above)
{
    Object *module = import_ascii(m, "io"), *name = str_intern_ascii(m, "_startup_exceptions");
    Object *made = module && name ? object_call_method(m, module, name, NULL, 0) : NULL;
    int r = made ? 0 : -1;
    for (ssize_t i = 0; r == 0 && i < list_size(made); i++) {
        Object *bases = ((Type *)list_item(made, i))->tp_bases;
        for (ssize_t k = 0; r == 0 && k < tuple_size(bases); k++)
            if (tuple_item(bases, k) == (Object *)above)
                r = append_once(m, list, list_item(made, i));
    }
    xdecref(m, made);
    xdecref(m, name);
    xdecref(m, module);
    return r;
}

/* Of most builtin types CPython's library has many subclasses, depending on what is imported. */
static bool has_known_subclasses(const Machine *m, const Type *type)
{
    const Type *const known[] = {m->types.bool_, m->types.int_,  m->types.float_, m->types.complex,
                                 m->types.bytes, m->types.range, m->types.slice,  m->types.set};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (type == known[i])
            return true;
    return false;
}

METHOD(type_subclasses)
{
    (void)args, (void)nargs, (void)kwnames;
    Type *type = (Type *)self;
    bool exception = type->tp_flags & TYPE_EXC_SUBCLASS;
    if (!is_heap(self) && !exception && !has_known_subclasses(m, type))
        return error_not_simulated(m, "__subclasses__() of the builtin type %s", type->tp_name);
    Object *list = list_new(m, 0);
    int r = list ? 0 : -1;
    if (r == 0 && !is_heap(self) && exception)
        r = append_builtin_exceptions(m, list, type) < 0 ||
                    append_startup_exceptions(m, list, type) < 0
                ? -1
                : 0;
    if (r == 0 && (type == m->exc[EXC_Exception] || type == m->exc[EXC_BaseExceptionGroup]))
        r = append_once(m, list, (Object *)m->exc[EXC_ExceptionGroup]);
    if (r == 0 && type == m->types.int_)
        r = append_once(m, list, (Object *)m->types.bool_);
    for (int i = 0; r == 0 && i < type->nsubclasses; i++)
        r = append_once(m, list, (Object *)type->subclasses[i]);
    if (r < 0)
        clear_ref(m, list);
    return list;
}

METHOD(type_prepare)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return dict_new(m);
}

METHOD(type_instancecheck)
{
    (void)nargs, (void)kwnames;
    int r = object_real_isinstance(m, args[0], self);
    return r < 0 ? NULL : newref(bool_of(m, r));
}

METHOD(type_subclasscheck)
{
    (void)nargs, (void)kwnames;
    int r = object_real_issubclass(m, args[0], self);
    return r < 0 ? NULL : newref(bool_of(m, r));
}

/* The names of the class and of all its bases: merge_class_dict. */
int class_merge_names(Machine *m, Object *names, Type *type)
{
    const struct class_names *row = NULL; /* of the first class of the library */
    for (ssize_t i = 0; i < tuple_size(type->tp_mro); i++) {
        Type *base = (Type *)tuple_item(type->tp_mro, i);
        Object *name, *value;
        row = row ? row : class_names_of(m, base);
        for (ssize_t at = 0; dict_next(base->tp_dict, &at, &name, &value, NULL);)
            if (!class_names_is_own(m, row, name) && dict_set(m, names, name, value) < 0)
                return -1;
    }
    return class_names_add(m, row, names);
}

METHOD(type_dir)
{
    (void)args, (void)nargs, (void)kwnames;
    Type *type = (Type *)self;
    Object *names = dict_new(m);
    Object *list = NULL;
    if (names) {
        names->flags |= OBJECT_QUIET;
        list = class_merge_names(m, names, type) == 0 ? sequence_list(m, names) : NULL;
    }
    xdecref(m, names);
    return list;
}

const MethodDef class_methods[] = {
    {"mro", type_mro, METH_NOARGS, "The method resolution order, as a list."},
    {"__subclasses__", type_subclasses, METH_NOARGS, "The classes directly derived from it."},
    {"__prepare__", type_prepare, METH_FASTCALL | METH_KEYWORDS | METH_CLASS,
     "The namespace for a class body."},
    {"__instancecheck__", type_instancecheck, METH_O, "isinstance(o, self)"},
    {"__subclasscheck__", type_subclasscheck, METH_O, "issubclass(o, self)"},
    {"__dir__", type_dir, METH_NOARGS, "The names that it has."},
    {NULL, NULL, 0, NULL},
};

/* ---- __new__: tp_new_wrapper ----------------------------------------------------------------- */

METHOD(new_wrapper)
{
    Type *type = (Type *)self;
    if (nargs < 1)
        return error_set(m, EXC_TypeError, "%s.__new__(): not enough arguments", type->tp_name);
    if (!is_type(args[0]))
        return error_set(m, EXC_TypeError, "%s.__new__(X): X is not a type object (%s)",
                         type->tp_name, type_name(args[0]));
    Type *wanted = (Type *)args[0];
    if (!type_is_subtype(wanted, type))
        return error_set(m, EXC_TypeError, "%s.__new__(%s): %s is not a subtype of %s",
                         type->tp_name, wanted->tp_name, wanted->tp_name, type->tp_name);
    Type *base = wanted;
    while (slot_new_is_generic(base))
        base = base->tp_base;
    if (base->slots.tp_new != type->slots.tp_new || base->tp_flags & TYPE_NO_NEW)
        return error_set(m, EXC_TypeError, "%s.__new__(%s) is not safe, use %s.__new__()",
                         type->tp_name, wanted->tp_name, base->tp_name);
    size_t given = nargs - 1 + (kwnames ? (size_t)tuple_size(kwnames) : 0);
    size_t most = type == m->types.int_ ? 2 : type == m->types.str ? 3 : given;
    if (given > most) /* their calls may say it in other words */
        return error_set(m, EXC_TypeError, "%s() takes at most %zd arguments (%zd given)",
                         type->tp_name, (ssize_t)most, (ssize_t)given);
    Object *rest = call_hold_arguments(m, args + 1, nargs - 1); /* a slice of the arguments */
    Object *o = rest ? type->slots.tp_new(m, wanted, args + 1, nargs - 1, kwnames) : NULL;
    xdecref(m, rest);
    return o;
}

const MethodDef class_new_method = {"__new__", new_wrapper, METH_KEYWORDS | METH_PACKED,
                                    "A new object."};

/* ---- mappingproxy: Objects/descrobject.c ----------------------------------------------------- */

static Object *mapping_of(Object *o)
{
    return ((ProxyObject *)o)->mapping;
}

static void proxy_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    clear_ref(m, ((ProxyObject *)o)->mapping);
    object_free(m, o, 24);
}

static int proxy_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    return visit(m, mapping_of(o), arg);
}

static Object *proxy_repr(Machine *m, Object *o)
{
    return str_printf(m, "mappingproxy(%R)", mapping_of(o));
}

static Object *proxy_iter(Machine *m, Object *o)
{
    return object_getiter(m, mapping_of(o));
}

static ssize_t proxy_length(Machine *m, Object *o)
{
    return object_length(m, mapping_of(o));
}

static Object *proxy_subscript(Machine *m, Object *o, Object *key)
{
    return object_getitem(m, mapping_of(o), key);
}

static int proxy_contains(Machine *m, Object *o, Object *key)
{
    return object_contains(m, mapping_of(o), key);
}

#define FORWARD(method)                                                                            \
    METHOD(proxy_##method)                                                                         \
    {                                                                                              \
        (void)kwnames;                                                                             \
        return object_call_method(m, mapping_of(self), m->id.method, args, nargs);                 \
    }
FORWARD(get)
FORWARD(keys)
FORWARD(values)
FORWARD(items)
FORWARD(copy)

METHOD(proxy_reversed)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *name = str_intern_ascii(m, "__reversed__");
    Object *iterator =
        name ? object_call_method(m, ((ProxyObject *)self)->mapping, name, NULL, 0) : NULL;
    xdecref(m, name);
    return iterator;
}

static const MethodDef proxy_methods[] = {
    {"get", proxy_get, METH_FASTCALL, NULL},
    {"keys", proxy_keys, METH_NOARGS, NULL},
    {"values", proxy_values, METH_NOARGS, NULL},
    {"items", proxy_items, METH_NOARGS, NULL},
    {"copy", proxy_copy, METH_NOARGS, NULL},
    {"__reversed__", proxy_reversed, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static Object *proxy_tp_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    static const char *const names[] = {"mapping", NULL};
    Object *mapping;
    if (!arg_parse(m, "mappingproxy", args, nargs, kwnames, names, 1, 1, &mapping))
        return NULL;
    if (!slots_of(mapping)->mp_subscript || is_tuple(mapping) || is_list(mapping))
        return error_set(m, EXC_TypeError, "mappingproxy() argument must be a mapping, not %s",
                         type_name(mapping));
    ProxyObject *p = object_new(m, type, sizeof *p, 24);
    if (!p)
        return NULL;
    p->mapping = newref(mapping);
    gc_track(m, (Object *)p);
    return (Object *)p;
}

static Object *proxy_str(Machine *m, Object *o)
{
    return object_str(m, ((ProxyObject *)o)->mapping);
}

/* Since 3.12, of what it stands for. */
static hash_t proxy_hash(Machine *m, Object *o)
{
    return m->profile->mappingproxy_hashable ? object_hash(m, ((ProxyObject *)o)->mapping)
                                             : object_hash_not_implemented(m, o);
}

static Object *proxy_compare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    return object_richcompare(m, ((ProxyObject *)a)->mapping,
                              is_exact(m, b, mappingproxy) ? ((ProxyObject *)b)->mapping : b, op);
}

/* proxy | other: of what they stand for. */
static Object *proxy_or(Machine *m, Object *a, Object *b)
{
    return number_binary(m, is_exact(m, a, mappingproxy) ? mapping_of(a) : a,
                         is_exact(m, b, mappingproxy) ? mapping_of(b) : b, NB_OR);
}

static Object *proxy_ior(Machine *m, Object *a, Object *b)
{
    (void)b;
    return error_set(m, EXC_TypeError, "'|=' is not supported by %s; use '|' instead",
                     type_name(a));
}

const TypeSpec mappingproxy_spec = {
    .name = "mappingproxy",
    .flags = TYPE_GC | TYPE_MAPPING,
    .basicsize = 24,
    .size = sizeof(ProxyObject),
    .methods = proxy_methods,
    .slots =
        {
            .tp_dealloc = proxy_dealloc,
            .tp_repr = proxy_repr,
            .tp_iter = proxy_iter,
            .tp_hash = proxy_hash,
            .tp_str = proxy_str,
            .tp_new = proxy_tp_new,
            .tp_richcompare = proxy_compare,
            .tp_traverse = proxy_traverse,
            .nb[NB_OR] = proxy_or,
            .nb_inplace[NB_OR] = proxy_ior,
            .mp_length = proxy_length,
            .mp_subscript = proxy_subscript,
            .sq_contains = proxy_contains,
        },
};
