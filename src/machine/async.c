/* Coroutines, and what await, async for and async with ask of an object: Objects/genobject.c,
 * Python/bytecodes.c. */
#include <pyviz/machine/errors.h>
#include <pyviz/machine/str.h>

#include "class.h"
#include "eval_ops.h"
#include "exceptions.h"
#include "generator.h"
#include "specs.h"

/* ---- special methods ------------------------------------------------------------------------- */

Object *async_special(Machine *m, Object *o, Object *name, bool *missing)
{
    return special_call_unbound(m, o, name, NULL, 0, missing);
}

bool async_has_special(Machine *m, Object *o, Object *name)
{
    return type_lookup(m, o->type, name) != NULL;
}

/* A coroutine, or a generator that types.coroutine() declares to be one. */
static bool is_coroutine(const Machine *m, const Object *o)
{
    if (o->type == m->types.coroutine)
        return true;
    const GeneratorObject *g = (const GeneratorObject *)o;
    return o->type == m->types.generator &&
           ((const CodeObject *)g->code)->flags & CODE_ITERABLE_COROUTINE;
}

Object *async_awaitable(Machine *m, Object *o)
{
    bool missing;
    if (is_coroutine(m, o))
        return newref(o);
    Object *iterator = async_special(m, o, m->id.__await__, &missing);
    if (missing)
        return error_set(m, EXC_TypeError, "object %.100s can't be used in 'await' expression",
                         type_name(o));
    if (iterator && is_coroutine(m, iterator)) {
        error_set(m, EXC_TypeError, "__await__() returned a coroutine");
        clear_ref(m, iterator);
    } else if (iterator && !slots_of(iterator)->tp_iternext) {
        error_set(m, EXC_TypeError, "__await__() returned non-iterator of type '%.100s'",
                  type_name(iterator));
        clear_ref(m, iterator);
    }
    return iterator;
}

/* ---- instructions ---------------------------------------------------------------------------- */

Object *eval_get_awaitable(Machine *m, Object *o, unsigned where)
{
    Object *iterator = async_awaitable(m, o);
    if (!iterator && where && !async_has_special(m, o, m->id.__await__)) {
        error_clear(m);
        return error_set(m, EXC_TypeError,
                         "'async with' received an object from %s that does not implement "
                         "__await__: %.100s",
                         where == 1 ? "__aenter__" : "__aexit__", type_name(o));
    }
    if (iterator && iterator->type == m->types.coroutine &&
        generator_delegate((GeneratorObject *)iterator)) {
        clear_ref(m, iterator);
        return error_set(m, EXC_RuntimeError, "coroutine is being awaited already");
    }
    return iterator;
}

Object *eval_get_yield_from_iter(Machine *m, Object *o, int flags)
{
    if (o->type != m->types.coroutine)
        return object_getiter(m, o);
    if (flags & (CODE_COROUTINE | CODE_ITERABLE_COROUTINE))
        return newref(o);
    return error_set(m, EXC_TypeError,
                     "cannot 'yield from' a coroutine object in a non-coroutine generator");
}

Object *eval_get_aiter(Machine *m, Object *o)
{
    bool missing;
    Object *iterator = async_special(m, o, m->id.__aiter__, &missing);
    if (missing)
        return error_set(m, EXC_TypeError,
                         "'async for' requires an object with __aiter__ method, got %.100s",
                         type_name(o));
    if (iterator && !async_has_special(m, iterator, m->id.__anext__)) {
        error_set(m, EXC_TypeError,
                  "'async for' received an object from __aiter__ that does not implement "
                  "__anext__: %.100s",
                  type_name(iterator));
        clear_ref(m, iterator);
    }
    return iterator;
}

Object *eval_get_anext(Machine *m, Object *iterator)
{
    bool missing;
    if (iterator->type == m->types.async_generator)
        return async_generator_anext(m, iterator);
    Object *next = async_special(m, iterator, m->id.__anext__, &missing);
    if (missing)
        return error_set(m, EXC_TypeError,
                         "'async for' requires an iterator with __anext__ method, got %.100s",
                         type_name(iterator));
    if (!next)
        return NULL;
    Object *awaitable = async_awaitable(m, next);
    if (!awaitable)
        error_from_cause(m, EXC_TypeError,
                         "'async for' received an invalid object from __anext__: %.100s",
                         type_name(next));
    decref(m, next);
    return awaitable;
}

bool eval_is_async_end(Machine *m, const Object *exception)
{
    return type_is_subtype(exception->type, m->exc[EXC_StopAsyncIteration]);
}

/* ---- the coroutine --------------------------------------------------------------------------- */

typedef struct CoroutineWrapper { /* what coroutine.__await__() gives */
    Object ob_base;
    Object *coroutine;
} CoroutineWrapper;

static Object *coroutine_await(Machine *m, Object *self, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    const Type *type = m->types.coroutine_wrapper;
    CoroutineWrapper *w =
        object_new(m, m->types.coroutine_wrapper, sizeof *w, (size_t)type->tp_basicsize);
    if (!w)
        return NULL;
    w->coroutine = newref(self);
    gc_track(m, (Object *)w);
    return (Object *)w;
}

static Object *get_origin(Machine *m, Object *o)
{
    (void)o;
    if (m->origins_wanted)
        return error_not_simulated(m, "cr_origin in asyncio's debug mode");
    return newref(m->none);
}

static const MethodDef coroutine_methods[] = {
    {"send", generator_send_method, METH_O, "Resumes the coroutine; its await gives the value."},
    {"throw", generator_throw_method, METH_FASTCALL,
     "Raises an exception where the coroutine paused."},
    {"close", generator_close_method, METH_NOARGS,
     "Raises GeneratorExit where the coroutine paused."},
    {"__await__", coroutine_await, METH_NOARGS, "An iterator that runs the coroutine."},
    {NULL, NULL, 0, NULL},
};
static const GetSetDef coroutine_getset[] = {
    {"__name__", generator_get_name, generator_set_name},
    {"__qualname__", generator_get_qualname, generator_set_qualname},
    {"cr_await", generator_get_delegate, NULL},
    {"cr_code", generator_get_code, NULL},
    {"cr_frame", generator_get_frame, NULL},
    {"cr_origin", get_origin, NULL},
    {"cr_running", generator_get_running, NULL},
    {"cr_suspended", generator_get_suspended, NULL},
    {NULL, NULL, NULL},
};

const TypeSpec coroutine_spec = {
    .name = "coroutine",
    .flags = TYPE_WEAKREFS | TYPE_GC | TYPE_NO_NEW,
    .basicsize = 184,
    .size = sizeof(GeneratorObject),
    .methods = coroutine_methods,
    .getset = coroutine_getset,
    .slots =
        {
            .tp_dealloc = generator_dealloc,
            .tp_finalize = generator_finalize,
            .tp_repr = generator_repr,
            .tp_traverse = generator_traverse,
            .tp_sizeof = generator_sizeof,
        },
};

/* ---- what its __await__() gives -------------------------------------------------------------- */

static GeneratorObject *wrapped(Object *o)
{
    return (GeneratorObject *)((CoroutineWrapper *)o)->coroutine;
}

static void wrapper_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    clear_ref(m, ((CoroutineWrapper *)o)->coroutine);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static int wrapper_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    return VISIT(((CoroutineWrapper *)o)->coroutine);
}

static Object *wrapper_next(Machine *m, Object *o)
{
    return generator_advance(m, wrapped(o), m->none, RESUME_SEND);
}

static Object *wrapper_send(Machine *m, Object *self, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    return generator_send_method(m, (Object *)wrapped(self), args, nargs, kwnames);
}

static Object *wrapper_throw(Machine *m, Object *self, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    return generator_throw_method(m, (Object *)wrapped(self), args, nargs, kwnames);
}

static Object *wrapper_close(Machine *m, Object *self, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    return generator_close_method(m, (Object *)wrapped(self), args, nargs, kwnames);
}

static const MethodDef wrapper_methods[] = {
    {"send", wrapper_send, METH_O, "As the coroutine's."},
    {"throw", wrapper_throw, METH_FASTCALL, "As the coroutine's."},
    {"close", wrapper_close, METH_NOARGS, "As the coroutine's."},
    {NULL, NULL, 0, NULL},
};

const TypeSpec coroutine_wrapper_spec = {
    .name = "coroutine_wrapper",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = 24,
    .size = sizeof(CoroutineWrapper),
    .methods = wrapper_methods,
    .slots =
        {
            .tp_dealloc = wrapper_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = wrapper_next,
            .tp_traverse = wrapper_traverse,
        },
};
