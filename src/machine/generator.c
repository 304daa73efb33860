#include <pyviz/machine/errors.h>
#include <pyviz/machine/heap.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/iter.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "eval.h"
#include "exceptions.h"
#include "generator.h"
#include "run.h"
#include "specs.h"

#include <string.h>

/* What CPython allocates: the generator and its frame in one block. */
static size_t generator_bytes(const Machine *m, const CodeObject *code)
{
    return (size_t)m->profile->generator_size + (size_t)(code->nlocalsplus + code->stacksize) * 8;
}

Object *generator_new(Machine *m, Frame *f)
{
    size_t n = frame_bytes(f->code);
    GeneratorObject *g = object_new(m, m->types.generator, sizeof *g, generator_bytes(m, f->code));
    if (!g)
        return NULL;
    Frame *own = heap_alloc(m, n);
    if (!own) {
        decref(m, g);
        return NULL;
    }
    memcpy(own, f, sizeof *f + (size_t)f->code->nlocalsplus * sizeof(Object *));
    own->top = own->slot + f->code->nlocalsplus;
    own->generator = g;
    own->previous = NULL;
    g->frame = own;
    g->code = newref(f->code);
    g->name = newref(f->function->name);
    g->qualname = newref(f->function->qualname);
    gc_track(m, (Object *)g);
    return (Object *)g;
}

static void finish(Machine *m, GeneratorObject *g)
{
    Frame *frame = g->frame;
    g->state = GENERATOR_DONE;
    g->frame = NULL;
    clear_ref(m, g->exc_info.handled);
    if (!frame)
        return;
    frame_clear(m, frame);
    heap_free(m, frame);
}

/* The iterator that it has handed itself over to with `yield from`, or NULL.  Borrowed. */
static Object *delegate(const GeneratorObject *g)
{
    if (g->state != GENERATOR_SUSPENDED ||
        g->frame->next[-1] != INSTRUCTION(OP_YIELD_VALUE, YIELD_IN_YIELD_FROM))
        return NULL;
    return g->frame->top[-1];
}

/* Resumes with a value (stolen) that its yield gives, or (throwing) with the exception under way,
 * raised where it stands.  What it yields; NULL without an exception: it returned, *returned is
 * what. Objects/genobject.c: gen_send_ex2. */
static Object *resume(Machine *m, GeneratorObject *g, Object *sent, bool throwing,
                      Object **returned)
{
    Frame *frame = g->frame;
    bool created = g->state == GENERATOR_CREATED;
    *returned = NULL;
    *frame->top++ = sent;
    frame->previous = m->frame;
    frame->entry = true;
    frame->throwing = throwing;
    g->state = GENERATOR_EXECUTING;
    m->frame = frame;
    g->exc_info.previous = m->exc_info;
    m->exc_info = &g->exc_info;
    incref(g);
    if (throwing)
        EMIT(m, GENERATOR_THROW, g, m->exception);
    else if (!created)
        EMIT(m, GENERATOR_RESUME, g, sent);
    Object *value = eval_frame(m, frame);
    m->exc_info = g->exc_info.previous;
    g->exc_info.previous = NULL;
    if (g->state != GENERATOR_SUSPENDED) {
        *returned = value;
        value = NULL;
        finish(m, g);
    }
    decref(m, g);
    return value;
}

static bool is_executing(Machine *m, const GeneratorObject *g)
{
    if (g->state == GENERATOR_EXECUTING)
        error_set(m, EXC_ValueError, "generator already executing");
    return g->state == GENERATOR_EXECUTING;
}

/* send(): what it yields, or NULL with StopIteration or another exception. */
static Object *send_ex(Machine *m, GeneratorObject *g, Object *value, bool throwing)
{
    Object *returned = NULL, *yielded = NULL;
    if (is_executing(m, g))
        return NULL;
    if (g->state == GENERATOR_CREATED && !throwing && value != m->none)
        return error_set(m, EXC_TypeError, "can't send non-None value to a just-started generator");
    if (g->state == GENERATOR_DONE)
        return throwing ? NULL : error_set_none(m, EXC_StopIteration);
    if (recursion_enter(m, ""))
        return NULL;
    yielded = resume(m, g, newref(value), throwing, &returned);
    recursion_leave(m);
    if (returned)
        error_set_object(m, EXC_StopIteration, returned == m->none ? NULL : returned);
    xdecref(m, returned);
    return yielded;
}

static Object *generator_iternext(Machine *m, Object *o)
{
    GeneratorObject *g = (GeneratorObject *)o;
    Object *returned = NULL;
    if (is_executing(m, g) || g->state == GENERATOR_DONE || recursion_enter(m, ""))
        return NULL;
    Object *value = resume(m, g, newref(m->none), false, &returned);
    recursion_leave(m);
    if (returned && returned != m->none)
        error_set_object(m, EXC_StopIteration, returned);
    xdecref(m, returned);
    return value;
}

/* The value of the StopIteration under way, which ends here; without an exception None.  NULL: it
 * is another exception, which goes on.  Objects/genobject.c: _PyGen_FetchStopIterationValue. */
static Object *stop_value(Machine *m)
{
    if (!m->exception)
        return newref(m->none);
    if (!error_matches(m, EXC_StopIteration))
        return NULL;
    Object *value = ((ExceptionObject *)m->exception)->value;
    value = newref(value ? value : m->none);
    error_clear(m);
    return value;
}

bool generator_send(Machine *m, Object *receiver, Object *value, Object **result)
{
    if (receiver->type == m->types.generator) {
        GeneratorObject *g = (GeneratorObject *)receiver;
        *result = value == m->none ? generator_iternext(m, receiver) : send_ex(m, g, value, false);
    } else if (value == m->none && slots_of(receiver)->tp_iternext) {
        *result = iter_next(m, receiver);
    } else {
        Object *name = str_intern_ascii(m, "send");
        *result = name ? object_call_method(m, receiver, name, &value, 1) : NULL;
        xdecref(m, name);
    }
    if (*result)
        return true;
    *result = stop_value(m);
    return false;
}

/* ---- throw and close ------------------------------------------------------------------------- */

/* The attribute, or NULL without an exception if there is none. */
static Object *optional_method(Machine *m, Object *o, const char *name)
{
    Object *key = str_intern_ascii(m, name), *method = key ? object_getattr(m, o, key) : NULL;
    xdecref(m, key);
    if (!method && error_matches(m, EXC_AttributeError))
        error_clear(m);
    return method;
}

static Object *close_generator(Machine *m, GeneratorObject *g);

/* Closes what a generator has handed itself over to.  0 or -1. */
static int close_delegate(Machine *m, Object *o)
{
    Object *r;
    if (o->type == m->types.generator) {
        r = close_generator(m, (GeneratorObject *)o);
    } else {
        Object *close = optional_method(m, o, "close");
        if (!close)
            return m->exception ? -1 : 0;
        r = object_call0(m, close);
        decref(m, close);
    }
    xdecref(m, r);
    return r ? 0 : -1;
}

static Object *close_generator(Machine *m, GeneratorObject *g)
{
    if (is_executing(m, g))
        return NULL;
    if (g->state == GENERATOR_CREATED)
        finish(m, g);
    if (g->state == GENERATOR_DONE)
        return newref(m->none);
    Object *to = delegate(g);
    int failed = 0;
    if (to) {
        incref(to);
        g->state = GENERATOR_EXECUTING;
        failed = close_delegate(m, to);
        g->state = GENERATOR_SUSPENDED;
        decref(m, to);
    }
    if (!failed)
        error_set_none(m, EXC_GeneratorExit);
    Object *yielded = send_ex(m, g, m->none, true);
    if (yielded) {
        decref(m, yielded);
        return error_set(m, EXC_RuntimeError, "generator ignored GeneratorExit");
    }
    if (error_matches(m, EXC_GeneratorExit)) {
        error_clear(m);
        return newref(m->none);
    }
    Object *value = stop_value(m);
    if (value && !m->profile->generator_close_returns) {
        decref(m, value);
        value = newref(m->none);
    }
    return value;
}

/* throw()'s arguments as one exception, which becomes the one under way.  false: TypeError. */
static bool set_thrown(Machine *m, Object *type, Object *value, Object *traceback)
{
    Object *exception = NULL;
    if (traceback == m->none)
        traceback = NULL;
    if (traceback && !is_exact(m, traceback, traceback)) {
        error_set(m, EXC_TypeError, "throw() third argument must be a traceback object");
        return false;
    }
    if (is_type(type) && ((Type *)type)->tp_flags & TYPE_EXC_SUBCLASS) {
        if (value && is_exception(value) && type_is_subtype(value->type, (Type *)type))
            exception = newref(value);
        else if (!value || value == m->none)
            exception = object_call0(m, type);
        else if (is_tuple(value))
            exception = object_vectorcall(m, type, ((TupleObject *)value)->item,
                                          (size_t)tuple_size(value), NULL);
        else
            exception = object_vectorcall(m, type, &value, 1, NULL);
        if (!exception)
            return false;
    } else if (is_exception(type)) {
        if (value && value != m->none) {
            error_set(m, EXC_TypeError, "instance exception may not have a separate value");
            return false;
        }
        exception = newref(type);
    } else {
        error_set(m, EXC_TypeError,
                  "exceptions must be classes or instances deriving from BaseException, not %s",
                  type_name(type));
        return false;
    }
    if (traceback) {
        Object *old = ((ExceptionObject *)exception)->traceback;
        ((ExceptionObject *)exception)->traceback = newref(traceback);
        xdecref(m, old);
    }
    error_restore(m, exception);
    return true;
}

static Object *throw_into(Machine *m, GeneratorObject *g, Object *const *args, size_t nargs);

/* Throws into what a generator has handed itself over to.  false: it has no throw(). */
static bool throw_into_delegate(Machine *m, GeneratorObject *g, Object *to, Object *const *args,
                                size_t nargs, Object **result)
{
    g->state = GENERATOR_EXECUTING;
    *result = NULL;
    bool there = true;
    if (to->type == m->types.generator) {
        *result = throw_into(m, (GeneratorObject *)to, args, nargs);
    } else {
        Object *throw = optional_method(m, to, "throw");
        if (throw)
            *result = object_vectorcall(m, throw, args, nargs, NULL);
        else
            there = m->exception != NULL;
        xdecref(m, throw);
    }
    g->state = GENERATOR_SUSPENDED;
    return there;
}

static bool means_exit(Machine *m, const Object *o)
{
    const Type *exit = m->exc[EXC_GeneratorExit];
    return is_type(o) ? type_is_subtype((const Type *)o, exit) : type_is_subtype(o->type, exit);
}

/* Objects/genobject.c: _gen_throw. */
static Object *throw_into(Machine *m, GeneratorObject *g, Object *const *args, size_t nargs)
{
    Object *to = delegate(g), *result;
    if (is_executing(m, g))
        return NULL;
    if (to && means_exit(m, args[0])) {
        incref(to);
        g->state = GENERATOR_EXECUTING;
        int failed = close_delegate(m, to);
        g->state = GENERATOR_SUSPENDED;
        decref(m, to);
        if (failed)
            return send_ex(m, g, m->none, true);
    } else if (to) {
        incref(to);
        bool thrown = throw_into_delegate(m, g, to, args, nargs, &result);
        decref(m, to);
        if (thrown)
            return result ? result : send_ex(m, g, m->none, true);
    }
    if (!set_thrown(m, args[0], nargs > 1 ? args[1] : NULL, nargs > 2 ? args[2] : NULL))
        return NULL;
    return send_ex(m, g, m->none, true);
}

static Object *generator_throw(Machine *m, Object *self, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    (void)kwnames;
    if (!arg_check_positional(m, "throw", nargs, 1, 3))
        return NULL;
    if (nargs > 1 && m->profile->generator_throw_warns)
        return error_not_simulated(m, "the DeprecationWarning for throw() with several arguments");
    return throw_into(m, (GeneratorObject *)self, args, nargs);
}

static Object *generator_close(Machine *m, Object *self, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return close_generator(m, (GeneratorObject *)self);
}

static Object *generator_send_method(Machine *m, Object *self, Object *const *args, size_t nargs,
                                     Object *kwnames)
{
    (void)nargs, (void)kwnames;
    return send_ex(m, (GeneratorObject *)self, args[0], false);
}

/* ---- the end --------------------------------------------------------------------------------- */

/* A generator that nobody refers to any more and that paused inside a try or with is closed: its
 * finally blocks run.  Objects/genobject.c: _PyGen_Finalize. */
static void finalize(Machine *m, GeneratorObject *g)
{
    Object *pending = error_fetch(m), *r = close_generator(m, g);
    if (!r)
        run_end_refused(m,
                        "reporting an exception that a generator raises while it is being freed");
    xdecref(m, r);
    error_restore(m, pending);
}

static void generator_dealloc(Machine *m, Object *o)
{
    GeneratorObject *g = (GeneratorObject *)o;
    size_t bytes = generator_bytes(m, (CodeObject *)g->code);
    if (g->state == GENERATOR_SUSPENDED && !m->refusing) {
        o->refcnt = 1;
        finalize(m, g);
        if (--o->refcnt > 0)
            return; /* it has found somebody who refers to it */
    }
    gc_untrack(m, o);
    finish(m, g);
    clear_ref(m, g->name);
    clear_ref(m, g->qualname);
    clear_ref(m, g->code);
    object_free(m, o, bytes);
}

static int generator_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    GeneratorObject *g = (GeneratorObject *)o;
    Object *held[] = {g->name, g->qualname, g->code, g->exc_info.handled};
    for (size_t i = 0; i < sizeof held / sizeof *held; i++) {
        int r = held[i] ? visit(m, held[i], arg) : 0;
        if (r)
            return r;
    }
    return g->frame && g->state != GENERATOR_EXECUTING ? frame_traverse(m, g->frame, visit, arg)
                                                       : 0;
}

static Object *generator_repr(Machine *m, Object *o)
{
    return str_printf(m, "<generator object %U at 0x%llx>", ((GeneratorObject *)o)->qualname,
                      (unsigned long long)o->address);
}

static ssize_t generator_sizeof(Machine *m, Object *o)
{
    return (ssize_t)generator_bytes(m, (CodeObject *)((GeneratorObject *)o)->code);
}

static int set_text(Machine *m, Object **field, Object *value, const char *name)
{
    if (!value || !is_str(value)) {
        error_set(m, EXC_TypeError, "%s must be set to a string object", name);
        return -1;
    }
    Object *old = *field;
    *field = newref(value);
    decref(m, old);
    return 0;
}

static Object *get_name(Machine *m, Object *o)
{
    (void)m;
    return newref(((GeneratorObject *)o)->name);
}

static int set_name(Machine *m, Object *o, Object *value)
{
    return set_text(m, &((GeneratorObject *)o)->name, value, "__name__");
}

static Object *get_qualname(Machine *m, Object *o)
{
    (void)m;
    return newref(((GeneratorObject *)o)->qualname);
}

static int set_qualname(Machine *m, Object *o, Object *value)
{
    return set_text(m, &((GeneratorObject *)o)->qualname, value, "__qualname__");
}

static Object *get_code(Machine *m, Object *o)
{
    (void)m;
    return newref(((GeneratorObject *)o)->code);
}

static Object *get_frame(Machine *m, Object *o)
{
    Frame *frame = ((GeneratorObject *)o)->frame;
    Object *object = frame ? frame_object(m, frame) : m->none;
    return object ? newref(object) : NULL;
}

static Object *get_running(Machine *m, Object *o)
{
    return newref(bool_of(m, ((GeneratorObject *)o)->state == GENERATOR_EXECUTING));
}

static Object *get_suspended(Machine *m, Object *o)
{
    return newref(bool_of(m, ((GeneratorObject *)o)->state == GENERATOR_SUSPENDED));
}

static Object *get_yieldfrom(Machine *m, Object *o)
{
    Object *to = delegate((GeneratorObject *)o);
    return newref(to ? to : m->none);
}

static const MethodDef generator_methods[] = {
    {"send", generator_send_method, METH_O, "Resumes the generator; its yield gives the value."},
    {"throw", generator_throw, METH_FASTCALL, "Raises an exception where the generator paused."},
    {"close", generator_close, METH_NOARGS, "Raises GeneratorExit where the generator paused."},
    {NULL, NULL, 0, NULL},
};
static const GetSetDef generator_getset[] = {
    {"__name__", get_name, set_name},      {"__qualname__", get_qualname, set_qualname},
    {"gi_code", get_code, NULL},           {"gi_frame", get_frame, NULL},
    {"gi_running", get_running, NULL},     {"gi_suspended", get_suspended, NULL},
    {"gi_yieldfrom", get_yieldfrom, NULL}, {NULL, NULL, NULL},
};

const TypeSpec generator_spec = {
    .name = "generator",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = 184,
    .size = sizeof(GeneratorObject),
    .methods = generator_methods,
    .getset = generator_getset,
    .slots =
        {
            .tp_dealloc = generator_dealloc,
            .tp_repr = generator_repr,
            .tp_iter = object_self_iter,
            .tp_iternext = generator_iternext,
            .tp_traverse = generator_traverse,
            .tp_sizeof = generator_sizeof,
        },
};
