/* aiter() and anext(): Python/bltinmodule.c, Objects/iterobject.c. */
#include <pyviz/machine/errors.h>
#include <pyviz/machine/str.h>

#include "../generator.h"
#include "../specs.h"
#include "builtins.h"

BUILTIN(builtin_aiter)
{
    (void)nargs, (void)kwnames;
    UNUSED_SELF;
    bool missing;
    Object *iterator = async_special(m, args[0], m->id.__aiter__, &missing);
    if (missing)
        return error_set(m, EXC_TypeError, "'%.200s' object is not an async iterable",
                         type_name(args[0]));
    if (iterator && !async_has_special(m, iterator, m->id.__anext__)) {
        error_set(m, EXC_TypeError, "aiter() returned not an async iterator of type '%.200s'",
                  type_name(iterator));
        clear_ref(m, iterator);
    }
    return iterator;
}

/* ---- anext(iterator, default) ---------------------------------------------------------------- */

/* Awaits what __anext__() gave; its end is the default. */
typedef struct AnextAwaitable {
    Object ob_base;
    Object *awaitable, *otherwise;
} AnextAwaitable;

static Object *anext_new(Machine *m, Object *awaitable /* stolen */, Object *otherwise)
{
    Type *type = m->types.anext_awaitable;
    AnextAwaitable *a = object_new(m, type, sizeof *a, (size_t)type->tp_basicsize);
    if (!a) {
        decref(m, awaitable);
        return NULL;
    }
    a->awaitable = awaitable;
    a->otherwise = newref(otherwise);
    gc_track(m, (Object *)a);
    return (Object *)a;
}

BUILTIN(builtin_anext)
{
    (void)kwnames;
    UNUSED_SELF;
    bool missing;
    if (!arg_check_positional(m, "anext", nargs, 1, 2))
        return NULL;
    Object *awaitable = async_special(m, args[0], m->id.__anext__, &missing);
    if (missing)
        return error_set(m, EXC_TypeError, "'%.200s' object is not an async iterator",
                         type_name(args[0]));
    return awaitable && nargs == 2 ? anext_new(m, awaitable, args[1]) : awaitable;
}

static void anext_dealloc(Machine *m, Object *o)
{
    AnextAwaitable *a = (AnextAwaitable *)o;
    gc_untrack(m, o);
    clear_ref(m, a->awaitable);
    clear_ref(m, a->otherwise);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static int anext_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    AnextAwaitable *a = (AnextAwaitable *)o;
    return VISIT(a->awaitable, a->otherwise);
}

/* The iterator behind the awaitable, a coroutine's too. */
static Object *iterator_of(Machine *m, const AnextAwaitable *a)
{
    bool missing;
    Object *awaitable = async_awaitable(m, a->awaitable);
    if (!awaitable || slots_of(awaitable)->tp_iternext)
        return awaitable;
    Object *iterator = async_special(m, awaitable, m->id.__await__, &missing);
    decref(m, awaitable);
    if (iterator && !slots_of(iterator)->tp_iternext) {
        decref(m, iterator);
        return error_set(m, EXC_TypeError, "%s",
                         "anext_awaitable.__anext__ returned a non-iterable");
    }
    return iterator;
}

/* The end of the iteration is the awaitable's end, with the default as its result. */
static Object *settle(Machine *m, const AnextAwaitable *a, Object *given)
{
    if (given || !error_matches(m, EXC_StopAsyncIteration))
        return given;
    error_clear(m);
    return error_set_object(m, EXC_StopIteration, a->otherwise);
}

static Object *anext_next(Machine *m, Object *o)
{
    const AnextAwaitable *a = (AnextAwaitable *)o;
    Object *iterator = iterator_of(m, a);
    if (!iterator)
        return NULL;
    Object *given = slots_of(iterator)->tp_iternext(m, iterator);
    decref(m, iterator);
    return settle(m, a, given);
}

static Object *forward(Machine *m, Object *self, const char *method, Object *const *args,
                       size_t nargs)
{
    const AnextAwaitable *a = (AnextAwaitable *)self;
    Object *iterator = iterator_of(m, a), *name = iterator ? str_intern_ascii(m, method) : NULL;
    Object *given = name ? object_call_method(m, iterator, name, args, nargs) : NULL;
    xdecref(m, name);
    xdecref(m, iterator);
    return settle(m, a, given);
}

#define FORWARD(method)                                                                            \
    static Object *anext_##method(Machine *m, Object *self, Object *const *args, size_t nargs,     \
                                  Object *kwnames)                                                 \
    {                                                                                              \
        (void)kwnames;                                                                             \
        return forward(m, self, #method, args, nargs);                                             \
    }
FORWARD(send)
FORWARD(throw)
FORWARD(close)
#undef FORWARD

static Object *anext_await(Machine *m, Object *self, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    (void)m, (void)args, (void)nargs, (void)kwnames;
    return newref(self);
}

static const MethodDef anext_methods[] = {
    {"send", anext_send, METH_FASTCALL, "As the awaitable's."},
    {"throw", anext_throw, METH_FASTCALL, "As the awaitable's."},
    {"close", anext_close, METH_FASTCALL, "As the awaitable's."},
    {"__await__", anext_await, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

const TypeSpec anext_awaitable_spec = {
    .name = "anext_awaitable",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = 32,
    .size = sizeof(AnextAwaitable),
    .methods = anext_methods,
    .slots =
        {
            .tp_dealloc = anext_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = anext_next,
            .tp_traverse = anext_traverse,
        },
};

const MethodDef builtins_async_methods[] = {
    {"aiter", builtin_aiter, METH_O, "An asynchronous iterator over the items."},
    {"anext", builtin_anext, METH_FASTCALL, "An awaitable for the next item."},
    {NULL, NULL, 0, NULL},
};
