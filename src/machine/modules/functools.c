/* functools: partial, reduce, cmp_to_key.  Modules/_functoolsmodule.c */
#include "functools.h"

#include "../class.h"
#include "../eval.h"
#include "../eval_ops.h"
#include "../objects/generic_alias.h"
#include "../warnings.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/instance.h>

#include <string.h>

/* ---- partial --------------------------------------------------------------------------------- */

typedef struct PartialObject {
    Object ob_base;
    Object *function, *args, *keywords; /* callable, tuple, dict */
    Object *attributes;                 /* __dict__, or NULL */
} PartialObject;

REFERENCES(partial, 4)

static PartialObject *as_partial(Object *o)
{
    return (PartialObject *)o;
}

Object *partial_function(const Object *partial)
{
    return ((const PartialObject *)partial)->function;
}

static Object *partial_call(Machine *m, Object *o, Object *const *args, size_t nargs,
                            Object *kwnames);

/* A partial of a partial calls the function at once. */
static PartialObject *nested(Object *function)
{
    bool flat = slots_of(function)->tp_call == partial_call && !as_partial(function)->attributes;
    return flat ? as_partial(function) : NULL;
}

static Object *joined(Machine *m, Object *first, Object *const *args, size_t nargs)
{
    ssize_t n = first ? tuple_size(first) : 0;
    Object *all = tuple_new(m, n + (ssize_t)nargs);
    for (ssize_t i = 0; all && i < tuple_size(all); i++)
        ((TupleObject *)all)->item[i] = newref(i < n ? tuple_item(first, i) : args[i - n]);
    if (all && tuple_size(all))
        gc_track(m, all);
    return all;
}

/* first's pairs, and then the keyword arguments, as a new dict: for a call, so it is not told. */
static Object *joined_keywords(Machine *m, Object *first, Object *const *values, Object *kwnames)
{
    Object *all = first ? dict_copy_namespace(m, first) : dict_new(m);
    if (all)
        all->flags |= OBJECT_QUIET;
    for (ssize_t i = 0; all && kwnames && i < tuple_size(kwnames); i++)
        if (dict_set(m, all, tuple_item(kwnames, i), values[i]) < 0)
            clear_ref(m, all);
    if (all)
        all->flags &= ~(unsigned)OBJECT_QUIET;
    return all;
}

/* Those of a new partial: of nobody else's, if they are all; partial_new. */
static Object *own_keywords(Machine *m, const PartialObject *inner, Object *const *values,
                            Object *kwnames)
{
    bool none_before = !inner || dict_size(inner->keywords) == 0;
    if (!none_before || !kwnames)
        return joined_keywords(m, inner ? inner->keywords : NULL, values, kwnames);
    return call_take_keywords(m, values, kwnames);
}

static Object *partial_new(NEW_ARGS)
{
    if (nargs < 1)
        return error_set(m, EXC_TypeError, "type 'partial' takes at least one argument");
    Object *function = args[0];
    PartialObject *inner = nested(function);
    if (inner)
        function = inner->function;
    else if (!object_is_callable(function))
        return error_set(m, EXC_TypeError, "the first argument must be callable");
    Object *all = joined(m, inner ? inner->args : NULL, args + 1, nargs - 1);
    Object *keywords = all ? own_keywords(m, inner, args + nargs, kwnames) : NULL;
    PartialObject *p = keywords ? native_new(m, type) : NULL;
    if (!p) {
        xdecref(m, all);
        xdecref(m, keywords);
        return NULL;
    }
    p->function = newref(function);
    p->args = all;
    p->keywords = keywords;
    gc_track(m, (Object *)p);
    return (Object *)p;
}

/* A function that wants a tuple and a dict gets them, made here; `given` has args, or is NULL. */
static Object *call_packed(Machine *m, const PartialObject *p, Object *given, Object *const *args,
                           size_t nargs, Object *kwnames)
{
    Object *all = given && tuple_size(p->args) == 0 ? newref(given)
                  : nargs == 0                      ? newref(p->args)
                                                    : joined(m, p->args, args, nargs);
    bool named = kwnames || dict_size(p->keywords);
    Object *keywords = all && named ? joined_keywords(m, p->keywords, args + nargs, kwnames) : NULL;
    bool ok = all && (keywords || !named);
    Object *result = ok ? eval_call_ex(m, p->function, all, keywords) : NULL;
    xdecref(m, keywords);
    xdecref(m, all);
    return result;
}

/* With stored keywords the arguments are packed first: partial_vectorcall_fallback. */
static Object *call_with_keywords(Machine *m, const PartialObject *p, Object *const *args,
                                  size_t nargs, Object *kwnames)
{
    Object *given = call_hold_arguments(m, args, nargs);
    Object *named = given && kwnames ? joined_keywords(m, NULL, args + nargs, kwnames) : NULL;
    bool ok = given && (named || !kwnames);
    Object *result = ok ? call_packed(m, p, given, args, nargs, kwnames) : NULL;
    xdecref(m, named);
    xdecref(m, given);
    return result;
}

/* The stored arguments stand in front. */
static Object *partial_call(Machine *m, Object *o, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    if (recursion_check_stack(m, "partial objects that call each other") < 0)
        return NULL;
    PartialObject *p = as_partial(o);
    if (!call_has_vectorcall(m, p->function) || builtin_packs(m, p->function)) {
        bool packed = nargs && call_is_packed(m, args, nargs);
        return call_packed(m, p, packed ? m->packed_arguments : NULL, args, nargs, kwnames);
    }
    if (dict_size(p->keywords))
        return call_with_keywords(m, p, args, nargs, kwnames);
    size_t stored = (size_t)tuple_size(p->args), nkw = kwnames ? (size_t)tuple_size(kwnames) : 0;
    size_t total = stored + nargs + nkw;
    Object *few[12], **all = total <= 12 ? few : heap_alloc(m, total * sizeof *all);
    if (!all)
        return NULL;
    memcpy(all, ((TupleObject *)p->args)->item, stored * sizeof *all);
    memcpy(all + stored, args, (nargs + nkw) * sizeof *all);
    Object *result = object_vectorcall(m, p->function, all, stored + nargs, kwnames);
    if (all != few)
        heap_free(m, all);
    return result;
}

/* 3.13 looks ahead: some day a partial in a class will be a method. */
static Object *partial_get(Machine *m, Object *descr, Object *o, Object *type)
{
    (void)type;
    if (o && o != m->none &&
        warn_future(m, "functools.partial will be a method descriptor in future Python versions; "
                       "wrap it in staticmethod() if you want to preserve the old behavior") < 0)
        return NULL;
    return newref(descr);
}

static Object *partial_name(Machine *m, const Object *o)
{
    bool builtin = o->type == m->types.partial;
    return builtin || !m->profile->partial_repr_names_module
               ? str_from_utf8(m, o->type->tp_name, strlen(o->type->tp_name))
               : class_full_name(m, o->type);
}

/* ", 1, x=2" */
static Object *partial_arguments(Machine *m, const PartialObject *p)
{
    StrWriter w = {0};
    Object *key, *value;
    int status = 0;
    for (ssize_t i = 0; !status && i < tuple_size(p->args); i++)
        status = str_writer_ascii(m, &w, ", ") || str_writer_repr(m, &w, tuple_item(p->args, i));
    for (ssize_t i = 0; !status && dict_next(p->keywords, &i, &key, &value, NULL);) {
        incref(value);
        Object *text = object_str(m, key);
        status = !text || str_writer_ascii(m, &w, ", ") || str_writer_str(m, &w, text) ||
                 str_writer_char(m, &w, '=') || str_writer_repr(m, &w, value);
        xdecref(m, text);
        decref(m, value);
    }
    if (!status)
        return str_writer_finish(m, &w);
    str_writer_drop(m, &w);
    return NULL;
}

/* functools.partial(f, 1, x=2); the function is asked last. */
static Object *partial_text(Machine *m, Object *o)
{
    const PartialObject *p = as_partial(o);
    Object *arguments = partial_arguments(m, p), *name = arguments ? partial_name(m, o) : NULL;
    Object *text = name ? str_printf(m, "%U(%R%U)", name, p->function, arguments) : NULL;
    xdecref(m, name);
    xdecref(m, arguments);
    return text;
}

static Object *partial_repr(Machine *m, Object *o)
{
    int under_way = repr_enter(m, o);
    if (under_way)
        return under_way > 0 ? str_from_ascii(m, "...") : NULL;
    Object *text = partial_text(m, o);
    repr_leave(m, o);
    return text;
}

static Object *get_function(Machine *m, Object *o)
{
    (void)m;
    return newref(as_partial(o)->function);
}

static Object *get_args(Machine *m, Object *o)
{
    (void)m;
    return newref(as_partial(o)->args);
}

static Object *get_keywords(Machine *m, Object *o)
{
    (void)m;
    return newref(as_partial(o)->keywords);
}

static int read_only(Machine *m, Object *o, Object *value)
{
    (void)o, (void)value;
    error_set(m, EXC_AttributeError, "readonly attribute");
    return -1;
}

static Object *get_dict(Machine *m, Object *o)
{
    Object **dict = type_dict_pointer(o);
    if (!*dict && !(*dict = dict_new(m)))
        return NULL;
    return newref(*dict);
}

static const GetSetDef partial_getset[] = {
    {"func", get_function, read_only},
    {"args", get_args, read_only},
    {"keywords", get_keywords, read_only},
    {"__dict__", get_dict, instance_exchange_dict},
    {0},
};

BUILTIN(partial_reduce)
{
    NO_ARGS;
    PartialObject *p = as_partial(self);
    Object *construct = tuple_pack(m, 1, p->function);
    Object *state = construct ? tuple_pack(m, 4, p->function, p->args, p->keywords,
                                           p->attributes ? p->attributes : m->none)
                              : NULL;
    Object *result = state ? tuple_pack(m, 3, self->type, construct, state) : NULL;
    xdecref(m, construct);
    xdecref(m, state);
    return result;
}

/* What __reduce__ gave as state: function, arguments, keywords and attributes. */
BUILTIN(partial_setstate)
{
    ONE_ARG;
    PartialObject *p = as_partial(self);
    Object *const *part =
        is_tuple(args[0]) && tuple_size(args[0]) == 4 ? ((TupleObject *)args[0])->item : NULL;
    if (!part || !object_is_callable(part[0]) || !is_tuple(part[1]) ||
        !(is_dict(part[2]) || part[2] == m->none))
        return error_set(m, EXC_TypeError, "invalid partial state");
    Object *keywords = part[2] == m->none           ? dict_new(m)
                       : is_exact(m, part[2], dict) ? newref(part[2])
                                                    : dict_copy(m, part[2]);
    Object *all = keywords ? sequence_tuple(m, part[1]) : NULL;
    if (!all) {
        xdecref(m, keywords);
        return NULL;
    }
    Object *old[] = {p->function, p->args, p->keywords, p->attributes};
    p->function = newref(part[0]);
    p->args = all;
    p->keywords = keywords;
    p->attributes = part[3] == m->none ? NULL : newref(part[3]);
    for (int i = 0; i < 4; i++)
        xdecref(m, old[i]);
    return newref(m->none);
}

static const MethodDef partial_methods[] = {
    {"__setstate__", partial_setstate, METH_O, NULL},
    {"__reduce__", partial_reduce, METH_NOARGS, NULL},
    {"__class_getitem__", generic_alias_class_getitem, METH_O | METH_CLASS, NULL},
    {0},
};

const TypeSpec partial_spec = {
    .name = "functools.partial",
    .flags = TYPE_BASETYPE | TYPE_GC | TYPE_WEAKREFS,
    .basicsize = 64,
    .size = sizeof(PartialObject),
    .dictoffset = offsetof(PartialObject, attributes),
    .methods = partial_methods,
    .getset = partial_getset,
    .doc = "A function with some of its arguments filled in.",
    .slots =
        {
            .tp_dealloc = partial_dealloc,
            .tp_repr = partial_repr,
            .tp_call = partial_call,
            .tp_descr_get = partial_get,
            .tp_new = partial_new,
            .tp_traverse = partial_traverse,
            .tp_clear = partial_clear,
        },
};

/* ---- cmp_to_key ------------------------------------------------------------------------------ */

typedef struct KeyWrapper {
    Object ob_base;
    Object *compare, *object; /* object NULL: this is the key function itself */
} KeyWrapper;

REFERENCES(key_wrapper, 2)

static Object *key_wrapper_of(Machine *m, Object *compare, Object *object)
{
    KeyWrapper *k = object_new(m, m->types.key_wrapper, sizeof *k, 32);
    if (!k)
        return NULL;
    k->compare = newref(compare);
    k->object = xnewref(object);
    gc_track(m, (Object *)k);
    return (Object *)k;
}

static Object *key_wrapper_call(Machine *m, Object *o, Object *const *args, size_t nargs,
                                Object *kwnames)
{
    static const char *const names[] = {"obj", NULL};
    Object *out[1];
    if (!arg_parse_known(m, "K", args, nargs, kwnames, names, 1, 1, out))
        return NULL;
    return key_wrapper_of(m, ((KeyWrapper *)o)->compare, out[0]);
}

/* The function's answer against 0 decides. */
static Object *key_wrapper_compare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if (a->type != b->type)
        return error_set(m, EXC_TypeError, "other argument must be K instance");
    KeyWrapper *x = (KeyWrapper *)a, *y = (KeyWrapper *)b;
    if (!x->object || !y->object)
        return error_set(m, EXC_AttributeError, "object");
    Object *pair[] = {x->object, y->object};
    Object *answer = object_vectorcall(m, x->compare, pair, 2, NULL);
    Object *result =
        answer ? object_richcompare(m, answer, m->small_ints[-SMALL_INT_MIN], op) : NULL;
    xdecref(m, answer);
    return result;
}

static Object *key_wrapper_get(Machine *m, Object *o)
{
    Object *object = ((KeyWrapper *)o)->object;
    return newref(object ? object : m->none);
}

static int key_wrapper_set(Machine *m, Object *o, Object *value)
{
    KeyWrapper *k = (KeyWrapper *)o;
    set_ref(m, k->object, xnewref(value));
    return 0;
}

static const GetSetDef key_wrapper_getset[] = {
    {"obj", key_wrapper_get, key_wrapper_set},
    {0},
};

const TypeSpec key_wrapper_spec = {
    .name = "functools.KeyWrapper",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = 32,
    .size = sizeof(KeyWrapper),
    .getset = key_wrapper_getset,
    .slots =
        {
            .tp_dealloc = key_wrapper_dealloc,
            .tp_call = key_wrapper_call,
            .tp_hash = object_hash_not_implemented,
            .tp_richcompare = key_wrapper_compare,
            .tp_traverse = key_wrapper_traverse,
            .tp_clear = key_wrapper_clear,
        },
};

BUILTIN(functools_cmp_to_key)
{
    static const char *const names[] = {"mycmp", NULL};
    UNUSED_SELF;
    Object *out[1];
    if (!arg_parse_known(m, "cmp_to_key", args, nargs, kwnames, names, 1, 1, out))
        return NULL;
    return key_wrapper_of(m, out[0], NULL);
}

/* ---- reduce ---------------------------------------------------------------------------------- */

/* The arguments' tuple, to be used again unless somebody has kept it.  false: no memory. */
static bool tuple_to_fill(Machine *m, Object **tuple)
{
    if (*tuple && (*tuple)->refcnt == 1)
        return true;
    xdecref(m, *tuple);
    if ((*tuple = tuple_new(m, 2))) {
        (*tuple)->flags |= OBJECT_QUIET;
        gc_track(m, *tuple);
    }
    return *tuple != NULL;
}

static void put_item(Machine *m, Object *tuple, ssize_t i, Object *o)
{
    set_ref(m, ((TupleObject *)tuple)->item[i], o);
}

/* What was there so far and the next item belong to the tuple alone: also once it has been called,
 * until it is filled again. */
static Object *reduce(Machine *m, Object *function, Object *iterator, Object *result)
{
    Object *arguments = NULL, *item = NULL;
    while (tuple_to_fill(m, &arguments) && (item = iter_next(m, iterator))) {
        if (!result) {
            result = item;
            continue;
        }
        put_item(m, arguments, 0, result);
        put_item(m, arguments, 1, item);
        if (!(result = eval_call_ex(m, function, arguments, NULL)))
            break;
        EMIT(m, REDUCE_STEP, function, result);
        if (!object_is_tracked(arguments)) /* the collector may have untracked it */
            gc_track(m, arguments);
    }
    bool failed = error_occurred(m);
    xdecref(m, arguments);
    if (failed)
        clear_ref(m, result);
    else if (!result)
        error_set(m, EXC_TypeError, "reduce() of empty iterable with no initial value");
    return result;
}

BUILTIN(functools_reduce)
{
    UNUSED_SELF;
    if (!arg_no_keywords(m, "reduce", kwnames) || !arg_check_positional(m, "reduce", nargs, 2, 3))
        return NULL;
    Object *iterator = object_getiter(m, args[1]);
    if (!iterator) {
        if (error_matches(m, EXC_TypeError))
            error_set(m, EXC_TypeError, "reduce() arg 2 must support iteration");
        return NULL;
    }
    Object *result = reduce(m, args[0], iterator, nargs > 2 ? newref(args[2]) : NULL);
    decref(m, iterator);
    return result;
}

static const MethodDef functools_methods[] = {
    {"reduce", functools_reduce, METH_KEYWORDS | METH_PACKED,
     "Folds an iterable with a function of two."},
    {"cmp_to_key", functools_cmp_to_key, METH_KEYWORDS | METH_PACKED_IN_11,
     "A key function from a comparing one."},
    {0},
};

static int functools_exec(Machine *m, Object *dict)
{
    native_heap_type(m, m->types.partial);
    native_heap_type(m, m->types.lru_cache);
    native_heap_type(m, m->types.key_wrapper);
    Object *module = str_intern_ascii(m, "_functools");
    int status = module ? builtin_add_methods(m, dict, functools_methods, module) : -1;
    xdecref(m, module);
    if (!m->profile->partial_warns_in_classes)
        m->types.partial->slots.tp_descr_get = NULL;
    if (status < 0)
        return -1;
    return module_add_type(m, dict, m->types.partial) < 0 ||
                   module_add_type(m, dict, m->types.lru_cache) < 0
               ? -1
               : 0;
}

const ModuleSpec functools_module = {
    .name = "functools",
    .doc = "Functions that work on functions.",
    .exec = functools_exec,
    .python = true,
};
