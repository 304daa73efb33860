/* classmethod and staticmethod: Objects/funcobject.c. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "../specs.h"
#include "sequence.h"

typedef struct WrapperObject {
    Object ob_base;
    Object *callable; /* NULL before init */
    Object *dict;
} WrapperObject;

Object *wrapper_callable(const Object *wrapper)
{
    return ((const WrapperObject *)wrapper)->callable;
}

Object *wrapper_new(Machine *m, Type *type, Object *callable)
{
    Object *wrapper = type_generic_new(m, type, NULL, 0, NULL);
    if (wrapper)
        ((WrapperObject *)wrapper)->callable = newref(callable);
    return wrapper;
}

static int traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    WrapperObject *w = (WrapperObject *)o;
    return VISIT(w->callable, w->dict);
}

static int clear(Machine *m, Object *o)
{
    clear_ref(m, ((WrapperObject *)o)->callable);
    clear_ref(m, ((WrapperObject *)o)->dict);
    return 0;
}

static void dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    clear(m, o);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

/* __name__, __doc__ and the like are taken over: functools_wraps. */
static int take_over(Machine *m, WrapperObject *w)
{
    Object *const names[] = {m->id.__module__, m->id.__name__, m->id.__qualname__, m->id.__doc__,
                             m->id.__annotations__};
    if (!w->dict && !(w->dict = dict_new(m)))
        return -1;
    w->dict->flags |= OBJECT_QUIET;
    bool documented = type_doc_is_known(m, w->callable) || w->callable == m->none ||
                      is_exact(m, w->callable, builtin_function);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        Object *value;
        if (!documented && names[i] == m->id.__doc__)
            continue; /* nobody asks for it */
        int found = object_lookup_attr(m, w->callable, names[i], &value);
        if (found < 0)
            return -1;
        if (found == 0)
            continue;
        int r = dict_set(m, w->dict, names[i], value);
        decref(m, value);
        if (r < 0)
            return -1;
    }
    return 0;
}

static int init_named(Machine *m, Object *o, const char *name, Object *const *args, size_t nargs,
                      Object *kwnames)
{
    WrapperObject *w = (WrapperObject *)o;
    if (!arg_no_keywords(m, name, kwnames) || !arg_check_positional(m, name, nargs, 1, 1))
        return -1;
    set_ref(m, w->callable, newref(args[0]));
    return take_over(m, w);
}

static Object *get_func(Machine *m, Object *o)
{
    Object *f = ((WrapperObject *)o)->callable;
    return newref(f ? f : m->none);
}

static Object *get_dict(Machine *m, Object *o)
{
    WrapperObject *w = (WrapperObject *)o;
    if (!w->dict)
        w->dict = dict_new(m);
    return xnewref(w->dict);
}

static Object *get_abstract(Machine *m, Object *o)
{
    Object *flag = NULL;
    WrapperObject *w = (WrapperObject *)o;
    int found =
        w->callable ? object_lookup_attr(m, w->callable, m->id.__isabstractmethod__, &flag) : 0;
    if (found < 0)
        return NULL;
    int truth = found ? object_is_true(m, flag) : 0;
    xdecref(m, flag);
    return bool_result(m, truth);
}

static const GetSetDef getset[] = {
    {"__func__", get_func, sequence_read_only},
    {"__wrapped__", get_func, NULL},
    {"__dict__", get_dict, NULL},
    {"__isabstractmethod__", get_abstract, NULL},
    {NULL, NULL, NULL},
};

static Object *repr_named(Machine *m, Object *o, const char *name)
{
    WrapperObject *w = (WrapperObject *)o;
    return str_printf(m, "<%s(%R)>", name, w->callable ? w->callable : m->none);
}

/* ---- classmethod ----------------------------------------------------------------------------- */

static int classmethod_init(Machine *m, Object *o, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    return init_named(m, o, "classmethod", args, nargs, kwnames);
}

static Object *classmethod_repr(Machine *m, Object *o)
{
    return repr_named(m, o, "classmethod");
}

static Object *classmethod_get(Machine *m, Object *descr, Object *o, Object *type)
{
    Object *f = ((WrapperObject *)descr)->callable;
    if (!f)
        return error_set(m, EXC_RuntimeError, "uninitialized classmethod object");
    if (!type)
        type = (Object *)o->type;
    if (m->profile->classmethod_asks_descriptors && slots_of(f)->tp_descr_get)
        return slots_of(f)->tp_descr_get(m, f, type, type);
    return method_new(m, f, type);
}

const TypeSpec classmethod_spec = {
    .name = "classmethod",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 32,
    .size = sizeof(WrapperObject),
    .dictoffset = offsetof(WrapperObject, dict),
    .getset = getset,
    .slots =
        {
            .tp_dealloc = dealloc,
            .tp_repr = classmethod_repr,
            .tp_descr_get = classmethod_get,
            .tp_new = type_generic_new,
            .tp_init = classmethod_init,
            .tp_traverse = traverse,
            .tp_clear = clear,
        },
};

/* ---- staticmethod ---------------------------------------------------------------------------- */

static int staticmethod_init(Machine *m, Object *o, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    return init_named(m, o, "staticmethod", args, nargs, kwnames);
}

static Object *staticmethod_repr(Machine *m, Object *o)
{
    return repr_named(m, o, "staticmethod");
}

static Object *staticmethod_get(Machine *m, Object *descr, Object *o, Object *type)
{
    (void)o, (void)type;
    Object *f = ((WrapperObject *)descr)->callable;
    return f ? newref(f) : error_set(m, EXC_RuntimeError, "uninitialized staticmethod object");
}

static Object *staticmethod_call(Machine *m, Object *o, Object *const *args, size_t nargs,
                                 Object *kwnames)
{
    return object_vectorcall(m, ((WrapperObject *)o)->callable, args, nargs, kwnames);
}

const TypeSpec staticmethod_spec = {
    .name = "staticmethod",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 32,
    .size = sizeof(WrapperObject),
    .dictoffset = offsetof(WrapperObject, dict),
    .getset = getset,
    .slots =
        {
            .tp_dealloc = dealloc,
            .tp_repr = staticmethod_repr,
            .tp_call = staticmethod_call,
            .tp_descr_get = staticmethod_get,
            .tp_new = type_generic_new,
            .tp_init = staticmethod_init,
            .tp_traverse = traverse,
            .tp_clear = clear,
        },
};
