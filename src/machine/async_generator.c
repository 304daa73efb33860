/* Asynchronous generators and the awaitables that their methods give: Objects/genobject.c.
 *
 * `yield v` inside hands a wrapped v to whoever drives the generator, while what an `await` inside
 * yields passes through as it is.  The awaitable of __anext__() and asend() turns a wrapped value
 * into its own end, StopIteration(v); that of athrow() and aclose() does the same after raising an
 * exception where the generator paused. */
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>

#include "generator.h"
#include "specs.h"
#include "warnings.h"

/* ---- wrapped values -------------------------------------------------------------------------- */

typedef struct WrappedValue {
    Object ob_base;
    Object *value;
} WrappedValue;

Object *async_generator_wrap(Machine *m, Object *value)
{
    Type *type = m->types.async_generator_wrapped_value;
    WrappedValue *w = object_new(m, type, sizeof *w, (size_t)type->tp_basicsize);
    if (!w)
        return NULL;
    w->value = newref(value);
    gc_track(m, (Object *)w);
    return (Object *)w;
}

static void wrapped_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    clear_ref(m, ((WrappedValue *)o)->value);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static int wrapped_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    return VISIT(((WrappedValue *)o)->value);
}

const TypeSpec async_generator_wrapped_value_spec = {
    .name = "async_generator_wrapped_value",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = 24,
    .size = sizeof(WrappedValue),
    .slots = {.tp_dealloc = wrapped_dealloc, .tp_traverse = wrapped_traverse},
};

static bool is_wrapped(const Machine *m, const Object *o)
{
    return o && o->type == m->types.async_generator_wrapped_value;
}

static bool is_end(Machine *m)
{
    return m->exception && !m->refusing &&
           (error_matches(m, EXC_StopAsyncIteration) || error_matches(m, EXC_GeneratorExit));
}

/* What the generator gave (stolen): passes on what an await in it yields; a value of its own is the
 * awaitable's result.  NULL in the end always with an exception.
 * Objects/genobject.c: async_gen_unwrap_value. */
static Object *unwrap(Machine *m, GeneratorObject *g, Object *given)
{
    if (given && !is_wrapped(m, given))
        return given;
    if (!given) {
        if (!m->exception)
            error_set_none(m, EXC_StopAsyncIteration);
        if (is_end(m))
            g->closed = true;
    } else {
        error_set_object(m, EXC_StopIteration, ((WrappedValue *)given)->value);
        decref(m, given);
    }
    g->running_async = false;
    return NULL;
}

/* ---- awaitables ------------------------------------------------------------------------------ */

enum awaitable_state { AWAITABLE_NEW, AWAITABLE_RUNNING, AWAITABLE_CLOSED };

typedef struct Awaitable {
    Object ob_base;
    GeneratorObject *generator;
    Object *value;   /* asend: what is sent first, or NULL */
    Object *args[3]; /* athrow: what is thrown */
    size_t nargs;    /* 0: aclose */
    enum awaitable_state state;
} Awaitable;

static Object *awaitable_new(Machine *m, Type *type, Object *generator, Object *value,
                             Object *const *args, size_t nargs)
{
    Awaitable *a = object_new(m, type, sizeof *a, (size_t)type->tp_basicsize);
    if (!a)
        return NULL;
    a->generator = (GeneratorObject *)newref(generator);
    a->value = xnewref(value);
    for (a->nargs = 0; a->nargs < nargs; a->nargs++)
        a->args[a->nargs] = newref(args[a->nargs]);
    gc_track(m, (Object *)a);
    return (Object *)a;
}

/* Objects/genobject.c: async_gen_asend_finalize. */
static void warn_never_awaited(Machine *m, const Awaitable *a, const char *method)
{
    Object *pending = error_fetch(m);
    Object *text = str_printf(m, "coroutine method '%s' of '%U' was never awaited", method,
                              a->generator->qualname);
    if (!text || warn_unawaited(m, text, m->none) < 0)
        error_clear(m);
    xdecref(m, text);
    error_restore(m, pending);
}

static void awaitable_dealloc(Machine *m, Object *o)
{
    Awaitable *a = (Awaitable *)o;
    if (a->state == AWAITABLE_NEW && m->profile->asend_warns && !m->refusing)
        warn_never_awaited(m, a,
                           o->type == m->types.async_generator_asend ? "asend"
                           : a->nargs                                ? "athrow"
                                                                     : "aclose");
    gc_untrack(m, o);
    clear_ref(m, a->generator);
    clear_ref(m, a->value);
    for (size_t i = 0; i < 3; i++)
        clear_ref(m, a->args[i]);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static int awaitable_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    Awaitable *a = (Awaitable *)o;
    return VISIT((Object *)a->generator, a->value, a->args[0], a->args[1], a->args[2]);
}

static bool is_asend(const Machine *m, const Awaitable *a)
{
    return a->ob_base.type == m->types.async_generator_asend;
}

static Object *refuse_again(Machine *m, const Awaitable *a)
{
    return error_set(m, EXC_RuntimeError, "cannot reuse already awaited %s",
                     is_asend(m, a) ? "__anext__()/asend()" : "aclose()/athrow()");
}

/* The first use; false: another awaitable of the same generator is under way. */
static bool start(Machine *m, Awaitable *a)
{
    if (!a->generator->running_async)
        return true;
    a->state = AWAITABLE_CLOSED;
    error_set(m, EXC_RuntimeError, "%s: asynchronous generator is already running",
              is_asend(m, a) ? "anext()"
              : a->nargs     ? "athrow()"
                             : "aclose()");
    return false;
}

/* ---- __anext__() and asend() ----------------------------------------------------------------- */

/* What the generator gave (stolen). */
static Object *asend_given(Machine *m, Awaitable *a, Object *given)
{
    given = unwrap(m, a->generator, given);
    if (!given)
        a->state = AWAITABLE_CLOSED;
    return given;
}

static Object *asend_advance(Machine *m, Awaitable *a, Object *value)
{
    if (a->state == AWAITABLE_NEW) {
        if (!start(m, a))
            return NULL;
        if (value == m->none && a->value)
            value = a->value;
        a->state = AWAITABLE_RUNNING;
    }
    a->generator->running_async = true;
    return asend_given(m, a, generator_advance(m, a->generator, value, RESUME_SEND));
}

/* ---- athrow() and aclose() ------------------------------------------------------------------- */

static Object *ignored_exit(Machine *m, Awaitable *a, Object *value)
{
    decref(m, value);
    a->generator->running_async = false;
    a->state = AWAITABLE_CLOSED;
    return error_set(m, EXC_RuntimeError, "async generator ignored GeneratorExit");
}

/* What aclose() wanted: the generator has ended with an exception that says so. */
static void end_quietly(Machine *m)
{
    if (is_end(m)) {
        error_clear(m);
        error_set_none(m, EXC_StopIteration);
    }
}

/* What the generator gave (stolen). */
static Object *athrow_given(Machine *m, Awaitable *a, Object *given)
{
    if (a->nargs)
        given = unwrap(m, a->generator, given);
    else if (is_wrapped(m, given))
        return ignored_exit(m, a, given);
    if (given)
        return given;
    a->generator->running_async = false;
    a->state = AWAITABLE_CLOSED;
    if (a->nargs == 0)
        end_quietly(m);
    return NULL;
}

static Object *athrow_begin(Machine *m, Awaitable *a, const Object *value)
{
    GeneratorObject *g = a->generator;
    if (!start(m, a))
        return NULL;
    if (g->closed) {
        a->state = AWAITABLE_CLOSED;
        return error_set_none(m, EXC_StopAsyncIteration);
    }
    if (value != m->none)
        return error_set(m, EXC_RuntimeError,
                         "can't send non-None value to a just-started coroutine");
    a->state = AWAITABLE_RUNNING;
    g->running_async = true;
    if (a->nargs)
        return athrow_given(m, a, generator_throw(m, g, false, a->args, a->nargs));
    g->closed = true;
    Object *exit = (Object *)m->exc[EXC_GeneratorExit];
    return athrow_given(m, a, generator_throw(m, g, false, &exit, 1));
}

static Object *athrow_advance(Machine *m, Awaitable *a, Object *value)
{
    if (a->generator->state == GENERATOR_DONE) {
        a->state = AWAITABLE_CLOSED;
        return error_set_none(m, EXC_StopIteration);
    }
    if (a->state == AWAITABLE_NEW)
        return athrow_begin(m, a, value);
    return athrow_given(m, a, generator_advance(m, a->generator, value, RESUME_SEND));
}

/* What the generator gave (stolen) when an exception was thrown into the awaitable; unlike
 * athrow_given, this leaves the awaitable as it is: async_gen_athrow_throw. */
static Object *athrow_thrown(Machine *m, Awaitable *a, Object *given)
{
    if (a->nargs)
        return unwrap(m, a->generator, given);
    if (is_wrapped(m, given))
        return ignored_exit(m, a, given);
    if (!given)
        end_quietly(m);
    return given;
}

/* ---- the methods of both --------------------------------------------------------------------- */

static Object *awaitable_advance(Machine *m, Awaitable *a, Object *value)
{
    if (a->state == AWAITABLE_CLOSED)
        return refuse_again(m, a);
    return is_asend(m, a) ? asend_advance(m, a, value) : athrow_advance(m, a, value);
}

static Object *awaitable_next(Machine *m, Object *o)
{
    return awaitable_advance(m, (Awaitable *)o, m->none);
}

static Object *awaitable_send(Machine *m, Object *self, Object *const *args, size_t nargs,
                              Object *kwnames)
{
    (void)nargs, (void)kwnames;
    return awaitable_advance(m, (Awaitable *)self, args[0]);
}

/* An event loop wants to know which generators have begun, and ends them itself.
 * Objects/genobject.c: async_gen_init_hooks. */
static bool tell_hooks(Machine *m, Object *o)
{
    GeneratorObject *g = (GeneratorObject *)o;
    if (g->hooked)
        return true;
    g->hooked = true;
    g->finalizer = xnewref(m->asyncgen_finalizer);
    Object *first = xnewref(m->asyncgen_firstiter);
    Object *r = first ? object_call1(m, first, o) : NULL;
    bool told = !first || r;
    xdecref(m, first);
    xdecref(m, r);
    return told;
}

static Object *awaitable_throw(Machine *m, Object *self, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    Awaitable *a = (Awaitable *)self;
    (void)kwnames;
    if (!generator_check_throw(m, nargs))
        return NULL;
    if (a->state == AWAITABLE_CLOSED)
        return refuse_again(m, a);
    if (a->state == AWAITABLE_NEW && m->profile->athrow_begins) {
        if (!start(m, a))
            return NULL;
        a->state = AWAITABLE_RUNNING;
        a->generator->running_async = true;
    }
    Object *given = generator_throw(m, a->generator, true, args, nargs);
    return is_asend(m, a)              ? asend_given(m, a, given)
           : m->profile->athrow_begins ? athrow_given(m, a, given)
                                       : athrow_thrown(m, a, given);
}

static Object *awaitable_close(Machine *m, Object *self, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    ((Awaitable *)self)->state = AWAITABLE_CLOSED;
    return newref(m->none);
}

static Object *return_self(Machine *m, Object *self, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    (void)m, (void)args, (void)nargs, (void)kwnames;
    return newref(self);
}

static const MethodDef awaitable_methods[] = {
    {"send", awaitable_send, METH_O, "Goes on with the generator."},
    {"throw", awaitable_throw, METH_FASTCALL, "Raises an exception where the generator waits."},
    {"close", awaitable_close, METH_NOARGS, "Gives the step up."},
    {"__await__", return_self, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

#define AWAITABLE_SPEC(title)                                                                      \
    const TypeSpec title##_spec = {                                                                \
        .name = #title,                                                                            \
        .flags = TYPE_GC | TYPE_NO_NEW,                                                            \
        .basicsize = 40,                                                                           \
        .size = sizeof(Awaitable),                                                                 \
        .methods = awaitable_methods,                                                              \
        .slots =                                                                                   \
            {                                                                                      \
                .tp_dealloc = awaitable_dealloc,                                                   \
                .tp_iter = object_self_iter,                                                       \
                .tp_iternext = awaitable_next,                                                     \
                .tp_traverse = awaitable_traverse,                                                 \
            },                                                                                     \
    }

AWAITABLE_SPEC(async_generator_asend);
AWAITABLE_SPEC(async_generator_athrow);

/* ---- the generator --------------------------------------------------------------------------- */

Object *async_generator_anext(Machine *m, Object *o)
{
    if (!tell_hooks(m, o))
        return NULL;
    return awaitable_new(m, m->types.async_generator_asend, o, NULL, NULL, 0);
}

static Object *method_anext(Machine *m, Object *self, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return async_generator_anext(m, self);
}

static Object *method_asend(Machine *m, Object *self, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)nargs, (void)kwnames;
    if (!tell_hooks(m, self))
        return NULL;
    return awaitable_new(m, m->types.async_generator_asend, self, args[0], NULL, 0);
}

static Object *method_athrow(Machine *m, Object *self, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    (void)kwnames;
    if (!generator_check_throw(m, nargs) || !tell_hooks(m, self))
        return NULL;
    return awaitable_new(m, m->types.async_generator_athrow, self, NULL, args, nargs);
}

static Object *method_aclose(Machine *m, Object *self, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    if (!tell_hooks(m, self))
        return NULL;
    return awaitable_new(m, m->types.async_generator_athrow, self, NULL, NULL, 0);
}

static Object *get_ag_running(Machine *m, Object *o)
{
    return newref(bool_of(m, ((GeneratorObject *)o)->running_async));
}

static const MethodDef async_generator_methods[] = {
    {"__aiter__", return_self, METH_NOARGS, "The generator itself."},
    {"__anext__", method_anext, METH_NOARGS, "An awaitable for the next value."},
    {"asend", method_asend, METH_O, "An awaitable that sends a value and gives the next one."},
    {"athrow", method_athrow, METH_FASTCALL, "An awaitable that raises where it paused."},
    {"aclose", method_aclose, METH_NOARGS, "An awaitable that ends the generator."},
    {NULL, NULL, 0, NULL},
};
static const GetSetDef async_generator_getset[] = {
    {"__name__", generator_get_name, generator_set_name},
    {"__qualname__", generator_get_qualname, generator_set_qualname},
    {"ag_await", generator_get_delegate, NULL},
    {"ag_code", generator_get_code, NULL},
    {"ag_frame", generator_get_frame, NULL},
    {"ag_running", get_ag_running, NULL},
    {"ag_suspended", generator_get_suspended, NULL},
    {NULL, NULL, NULL},
};

const TypeSpec async_generator_spec = {
    .name = "async_generator",
    .flags = TYPE_WEAKREFS | TYPE_GC | TYPE_NO_NEW,
    .basicsize = 184,
    .size = sizeof(GeneratorObject),
    .methods = async_generator_methods,
    .getset = async_generator_getset,
    .slots =
        {
            .tp_dealloc = generator_dealloc,
            .tp_finalize = generator_finalize,
            .tp_repr = generator_repr,
            .tp_traverse = generator_traverse,
            .tp_sizeof = generator_sizeof,
        },
};
