/* _abc: what an abstract base class knows of other classes: Modules/_abc.c.
 *
 * Each has up to three sets of weak references to classes: those registered with it, those that it
 * has found to be its subclasses, and those that are not.  A registration anywhere may make a "no"
 * wrong, never a "yes": so the noes carry the number of registrations at the time, and are
 * forgotten when it has grown.  A set is made when its first class comes; a class that goes takes
 * itself out.
 * The classes themselves, and when they ask, are Python: python/abc.py. */
#include "native.h"

#include "../objects/set_table.h"
#include "../specs.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/heap.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/weakref.h>

typedef struct AbcData {
    Object ob_base;
    Object *registered, *yes, *no; /* sets of weak references, or NULL */
    int64_t learnt;                /* the registrations that were known to the noes */
} AbcData;

REFERENCES(abc_data, 3)

const TypeSpec abc_data_spec = {
    .name = "_abc._abc_data",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = 48,
    .size = sizeof(AbcData),
    .slots =
        {
            .tp_dealloc = abc_data_dealloc,
            .tp_traverse = abc_data_traverse,
            .tp_clear = abc_data_clear,
        },
};

static AbcData *data_of(Machine *m, Object *cls)
{
    Object *data = object_getattr(m, cls, m->id._abc_impl);
    if (data && data->type != m->types.abc_data) {
        decref(m, data);
        return error_set(m, EXC_TypeError, "_abc_impl is set to a wrong type");
    }
    return (AbcData *)data;
}

/* ---- sets of classes ------------------------------------------------------------------------- */

/* A class has gone; self: a weak reference to the set that it was in. */
BUILTIN(abc_destroy)
{
    ONE_ARG;
    Object *set = weakref_object((const WeakrefObject *)self);
    if (set) {
        incref(set);
        hash_t hash = object_hash(m, args[0]);
        int status = hash == -1 ? -1 : set_discard_known_hash(m, (SetObject *)set, args[0], hash);
        decref(m, set);
        if (status < 0)
            return NULL;
    }
    return newref(m->none);
}

static const MethodDef destroy_def = {"_destroy", abc_destroy, METH_O, NULL};

static int add(Machine *m, Object **set, Object *cls)
{
    if (!*set && !(*set = set_new(m, NULL)))
        return -1;
    Object *to_set = weakref_new(m, *set, NULL);
    Object *destroy = to_set ? builtin_new(m, &destroy_def, to_set, NULL) : NULL;
    Object *reference = destroy ? weakref_new(m, cls, destroy) : NULL;
    int status = reference ? set_add(m, *set, reference) : -1;
    xdecref(m, reference);
    xdecref(m, destroy);
    xdecref(m, to_set);
    return status;
}

/* By identity: what CPython looks up is the plain weak reference that every class has. */
static bool knows(Machine *m, Object *set, const Object *cls)
{
    ssize_t at = 0;
    Object *reference;
    while (set && set_next(m, set, &at, &reference, NULL))
        if (weakref_object((const WeakrefObject *)reference) == cls)
            return true;
    return false;
}

/* ---- what is abstract ------------------------------------------------------------------------ */

/* 1, 0 or -1.  Objects/object.c: _PyObject_IsAbstract. */
static int is_abstract(Machine *m, Object *o)
{
    Object *flag = NULL;
    int found = object_lookup_attr(m, o, m->id.__isabstractmethod__, &flag);
    int yes = found > 0 ? object_is_true(m, flag) : found;
    xdecref(m, flag);
    return yes;
}

/* The items of a class's __dict__, as a list of pairs. */
static Object *items_of(Machine *m, Object *cls)
{
    Object *proxy = object_getattr(m, cls, m->id.__dict__);
    Object *view = proxy ? object_call_method(m, proxy, m->id.items, NULL, 0) : NULL;
    Object *iterator = view ? object_getiter(m, view) : NULL;
    xdecref(m, view);
    Object *items = iterator ? sequence_list(m, iterator) : NULL;
    xdecref(m, iterator);
    xdecref(m, proxy);
    return items;
}

static int find_own(Machine *m, Object *cls, Object *names)
{
    Object *items = items_of(m, cls);
    int status = items ? 0 : -1;
    for (ssize_t i = 0; status == 0 && i < list_size(items); i++) {
        Object *pair = list_item(items, i);
        int yes = is_abstract(m, tuple_item(pair, 1));
        status = yes > 0 ? set_add(m, names, tuple_item(pair, 0)) : yes;
    }
    xdecref(m, items);
    return status;
}

/* Names that are abstract in a base, and still so in the class. */
static int find_inherited(Machine *m, Object *cls, Object *base, Object *names)
{
    Object *of_base = NULL, *name, *value = NULL;
    int status = object_lookup_attr(m, base, m->id.__abstractmethods__, &of_base);
    Object *iterator = status > 0 ? object_getiter(m, of_base) : NULL;
    status = status > 0 && !iterator ? -1 : status < 0 ? -1 : 0;
    while (status == 0 && iterator && (name = iter_next(m, iterator))) {
        int found = object_lookup_attr(m, cls, name, &value);
        int yes = found > 0 ? is_abstract(m, value) : found;
        clear_ref(m, value);
        status = yes > 0 ? set_add(m, names, name) : yes;
        decref(m, name);
    }
    xdecref(m, iterator);
    xdecref(m, of_base);
    return status < 0 || error_occurred(m) ? -1 : 0;
}

static int find_abstract(Machine *m, Object *cls)
{
    Object *names = frozenset_new(m, NULL), *bases = ((Type *)cls)->tp_bases;
    int status = names ? find_own(m, cls, names) : -1;
    for (ssize_t i = 0; status == 0 && i < tuple_size(bases); i++)
        status = find_inherited(m, cls, tuple_item(bases, i), names);
    if (status == 0)
        status = object_setattr(m, cls, m->id.__abstractmethods__, names);
    xdecref(m, names);
    return status;
}

/* ---- the functions --------------------------------------------------------------------------- */

BUILTIN(abc_init)
{
    UNUSED_ONE;
    if (find_abstract(m, args[0]) < 0)
        return NULL;
    AbcData *data = object_new(m, m->types.abc_data, sizeof *data, 48);
    if (!data)
        return NULL;
    data->learnt = m->abc_registrations;
    gc_track(m, (Object *)data);
    int status = object_setattr(m, args[0], m->id._abc_impl, (Object *)data);
    decref(m, data);
    return status < 0 ? NULL : newref(m->none);
}

BUILTIN(abc_register)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "_abc_register", nargs, 2, 2))
        return NULL;
    Object *cls = args[0], *subclass = args[1];
    if (!is_type(subclass))
        return error_set(m, EXC_TypeError, "Can only register classes");
    int known = object_issubclass(m, subclass, cls);
    if (known)
        return known < 0 ? NULL : newref(subclass);
    int cycle = object_issubclass(m, cls, subclass);
    if (cycle)
        return cycle < 0
                   ? NULL
                   : error_set(m, EXC_RuntimeError, "Refusing to create an inheritance cycle");
    AbcData *data = data_of(m, cls);
    int status = data ? add(m, &data->registered, subclass) : -1;
    xdecref(m, data);
    if (status < 0)
        return NULL;
    m->abc_registrations++;
    return newref(subclass);
}

static Object *ask(Machine *m, Object *cls, Object *subclass)
{
    return object_call_method(m, cls, m->id.__subclasscheck__, &subclass, 1);
}

static Object *check_kind(Machine *m, const AbcData *data, Object *cls, Object *kind,
                          Object *actual)
{
    if (knows(m, data->yes, kind))
        return newref(m->true_);
    if (actual == kind)
        return data->learnt == m->abc_registrations && knows(m, data->no, kind) ? newref(m->false_)
                                                                                : ask(m, cls, kind);
    Object *answer = ask(m, cls, kind);
    int yes = answer ? object_is_true(m, answer) : -1;
    if (yes > 0)
        return answer;
    xdecref(m, answer);
    return yes < 0 ? NULL : ask(m, cls, actual);
}

BUILTIN(abc_instancecheck)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "_abc_instancecheck", nargs, 2, 2))
        return NULL;
    AbcData *data = data_of(m, args[0]);
    Object *kind = data ? object_getattr(m, args[1], m->id.__class__) : NULL;
    Object *answer =
        kind ? check_kind(m, data, args[0], kind, (Object *)(uintptr_t)args[1]->type) : NULL;
    xdecref(m, kind);
    xdecref(m, data);
    return answer;
}

/* One that was registered, or one that derives from it?  1, 0 or -1. */
static int is_registered(Machine *m, AbcData *data, Object *subclass)
{
    ssize_t n = data->registered ? set_size(data->registered) : 0, at = 0, count = 0;
    if (knows(m, data->registered, subclass))
        return 1;
    Object **copy = n ? heap_alloc(m, (size_t)n * sizeof *copy) : NULL, *reference;
    int yes = n && !copy ? -1 : 0;
    while (copy && count < n && set_next(m, data->registered, &at, &reference, NULL))
        copy[count++] = newref(reference);
    for (ssize_t i = 0; yes == 0 && i < count; i++) {
        Object *known = weakref_object((const WeakrefObject *)copy[i]);
        if (!known)
            continue;
        incref(known);
        yes = object_issubclass(m, subclass, known);
        decref(m, known);
        if (yes > 0 && add(m, &data->yes, subclass) < 0)
            yes = -1;
    }
    for (ssize_t i = 0; i < count; i++)
        decref(m, copy[i]);
    if (copy)
        heap_free(m, copy);
    return yes;
}

/* Does it count as one of the classes that derive from cls?  1, 0 or -1. */
static int is_of_derived(Machine *m, AbcData *data, Object *cls, Object *subclass)
{
    Object *derived = object_call_method(m, cls, m->id.__subclasses__, NULL, 0);
    int yes = derived ? 0 : -1;
    if (derived && !cls->serial) /* which there are, CPython's modules decide */
        m->gc.unsure = true;
    if (derived && !is_list(derived)) {
        error_set(m, EXC_TypeError, "__subclasses__() must return a list");
        yes = -1;
    }
    for (ssize_t i = 0; yes == 0 && i < list_size(derived); i++) {
        Object *one = newref(list_item(derived, i));
        yes = object_issubclass(m, subclass, one);
        decref(m, one);
        if (yes > 0 && add(m, &data->yes, subclass) < 0)
            yes = -1;
    }
    xdecref(m, derived);
    return yes;
}

/* What the class itself says: 1, 0, -1, or 2: it does not know. */
static int ask_hook(Machine *m, Object *cls, Object *subclass)
{
    Object *answer = object_call_method(m, cls, m->id.__subclasshook__, &subclass, 1);
    int said = !answer ? -1 : answer == m->true_ ? 1 : answer == m->false_ ? 0 : 2;
    bool wrong = said == 2 && answer != m->not_implemented;
    xdecref(m, answer);
    if (!wrong)
        return said;
    error_set(m, EXC_AssertionError,
              "__subclasshook__ must return either False, True, or NotImplemented");
    return -1;
}

/* A new answer: 1, 0 or -1. */
static int find_out(Machine *m, AbcData *data, Object *cls, Object *subclass)
{
    int said = ask_hook(m, cls, subclass);
    if (said < 0)
        return -1;
    if (said == 1 || (said == 2 && type_is_subtype((Type *)subclass, (Type *)cls)))
        return add(m, &data->yes, subclass) < 0 ? -1 : 1;
    int yes = said == 2 ? is_registered(m, data, subclass) : 0;
    if (said == 2 && yes == 0)
        yes = is_of_derived(m, data, cls, subclass);
    if (yes == 0 && add(m, &data->no, subclass) < 0)
        return -1;
    return yes;
}

BUILTIN(abc_subclasscheck)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "_abc_subclasscheck", nargs, 2, 2))
        return NULL;
    if (!is_type(args[1]))
        return error_set(m, EXC_TypeError, "issubclass() arg 1 must be a class");
    AbcData *data = data_of(m, args[0]);
    if (!data)
        return NULL;
    bool current = data->learnt == m->abc_registrations;
    int yes = knows(m, data->yes, args[1]) ? 1 : current && knows(m, data->no, args[1]) ? 0 : 2;
    if (yes == 2 && !current) {
        if (data->no)
            set_clear(m, data->no);
        data->learnt = m->abc_registrations;
    }
    if (yes == 2)
        yes = find_out(m, data, args[0], args[1]);
    decref(m, data);
    return yes < 0 ? NULL : newref(bool_of(m, yes));
}

BUILTIN(abc_get_cache_token)
{
    UNUSED_ONE;
    (void)args;
    return int_from_i64(m, m->abc_registrations);
}

/* The sets themselves are never given away. */
static Object *copy_of(Machine *m, Object *set)
{
    return set_new(m, set);
}

BUILTIN(abc_get_dump)
{
    UNUSED_ONE;
    AbcData *data = data_of(m, args[0]);
    if (!data)
        return NULL;
    Object *registered = copy_of(m, data->registered), *yes = copy_of(m, data->yes),
           *no = copy_of(m, data->no), *learnt = int_from_i64(m, data->learnt), *dump = NULL;
    if (registered && yes && no && learnt)
        dump = tuple_pack(m, 4, registered, yes, no, learnt);
    xdecref(m, registered);
    xdecref(m, yes);
    xdecref(m, no);
    xdecref(m, learnt);
    xdecref(m, data);
    return dump;
}

BUILTIN(abc_reset_registry)
{
    UNUSED_ONE;
    AbcData *data = data_of(m, args[0]);
    if (!data)
        return NULL;
    if (data->registered)
        set_clear(m, data->registered);
    decref(m, data);
    return newref(m->none);
}

BUILTIN(abc_reset_caches)
{
    UNUSED_ONE;
    AbcData *data = data_of(m, args[0]);
    if (!data)
        return NULL;
    if (data->yes)
        set_clear(m, data->yes);
    if (data->no)
        set_clear(m, data->no);
    decref(m, data);
    return newref(m->none);
}

static const MethodDef methods[] = {
    {"get_cache_token", abc_get_cache_token, METH_NOARGS, "How often classes were registered."},
    {"_abc_init", abc_init, METH_O, "Sets a class up: what is abstract in it."},
    {"_abc_register", abc_register, METH_FASTCALL, "A class counts as a subclass."},
    {"_abc_instancecheck", abc_instancecheck, METH_FASTCALL, "isinstance()."},
    {"_abc_subclasscheck", abc_subclasscheck, METH_FASTCALL, "issubclass()."},
    {"_get_dump", abc_get_dump, METH_O, "What a class knows of others."},
    {"_reset_registry", abc_reset_registry, METH_O, "Forgets who was registered."},
    {"_reset_caches", abc_reset_caches, METH_O, "Forgets what it has found out."},
    {0},
};

const ModuleSpec abc_core_module = {
    .name = "_abc", .doc = "What abstract base classes know of others.", .methods = methods};
