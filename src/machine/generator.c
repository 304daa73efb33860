#include <pyviz/machine/errors.h>
#include <pyviz/machine/heap.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/iter.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "eval.h"
#include "exceptions.h"
#include "generator.h"
#include "specs.h"
#include "trace.h"
#include "unraisable.h"
#include "warnings.h"

#include <string.h>

/* What messages call it. */
static const char *kind_name(const Machine *m, const GeneratorObject *g)
{
    const Type *type = g->ob_base.type;
    return type == m->types.coroutine         ? "coroutine"
           : type == m->types.async_generator ? "async generator"
                                              : "generator";
}

static bool is_async_generator(const Machine *m, const GeneratorObject *g)
{
    return g->ob_base.type == m->types.async_generator;
}

/* What CPython allocates: the generator and its frame in one block. */
static size_t generator_bytes(const Machine *m, const CodeObject *code)
{
    return (size_t)m->profile->generator_size +
           (size_t)(code->nlocalsplus + code->co_stacksize) * 8;
}

Object *generator_new(Machine *m, Frame *f)
{
    size_t n = frame_bytes(f->code);
    Type *type = f->code->flags & CODE_ASYNC_GENERATOR ? m->types.async_generator
                 : f->code->flags & CODE_COROUTINE     ? m->types.coroutine
                                                       : m->types.generator;
    Frame *own = heap_alloc(m, n);
    GeneratorObject *g = own ? object_new(m, type, sizeof *g, generator_bytes(m, f->code)) : NULL;
    if (!g) {
        heap_free(m, own);
        return NULL;
    }
    memcpy(own, f, sizeof *f + (size_t)f->code->nlocalsplus * sizeof(Object *));
    own->top = own->slot + f->code->nlocalsplus;
    own->generator = g;
    own->previous = NULL;
    g->frame = own;
    /* since 3.12 it is the frame's, until that ends */
    g->code = m->profile->generator_forgets_caller ? newref(f->code) : (Object *)f->code;
    g->name = newref(f->function->name);
    g->qualname = newref(f->function->qualname);
    gc_track(m, (Object *)g);
    return (Object *)g;
}

/* coroutine 'f' was never awaited.  None, or NULL. */
static Object *warn_never_awaited(Machine *m, const GeneratorObject *g)
{
    if (m->origins_wanted)
        return error_not_simulated(m, "where '%U' was made, which asyncio's debug mode tells,",
                                   g->qualname);
    Object *text = str_printf(m, "coroutine '%U' was never awaited", g->qualname);
    int failed = text ? warn_unawaited(m, text, (Object *)(uintptr_t)g) : -1;
    xdecref(m, text);
    return failed ? NULL : newref(m->none);
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

Object *generator_delegate(const GeneratorObject *g)
{
    if (g->state != GENERATOR_SUSPENDED ||
        g->frame->next[-1] != INSTRUCTION(OP_YIELD_VALUE, YIELD_IN_YIELD_FROM))
        return NULL;
    return g->frame->top[-1];
}

/* Resumes with a value (stolen) that its yield gives, or (throwing) with the exception under way,
 * raised where it stands.  What it yields; NULL without an exception: it returned, *returned is
 * what.  Whoever calls holds the generator.  Objects/genobject.c: gen_send_ex2. */
static Object *resume(Machine *m, GeneratorObject *g, Object *sent, bool throwing,
                      Object **returned)
{
    Frame *frame = g->frame;
    bool created = g->state == GENERATOR_CREATED;
    *returned = NULL;
    *frame->top++ = sent;
    frame->previous = m->frame;
    frame->entered = machine_pace(m);
    frame->entry = true;
    frame->throwing = throwing;
    frame->traced = TRACE_FRESH;
    frame->code->warmth++;
    g->state = GENERATOR_EXECUTING;
    m->frame = frame;
    if (m->gc.traced)
        frame_trace(m, frame);
    g->exc_info.previous = m->exc_info;
    m->exc_info = &g->exc_info;
    if (throwing && g->exc_info.handled)
        error_raise(m, error_fetch(m)); /* while that is being handled */
    if (throwing)
        EMIT(m, GENERATOR_THROW, g, m->exception);
    else if (!created)
        EMIT(m, GENERATOR_RESUME, g, sent);
    Object *value = eval_frame(m, frame);
    if (g->state == GENERATOR_SUSPENDED)
        machine_step_over(m, frame->entered);
    m->exc_info = g->exc_info.previous;
    g->exc_info.previous = NULL;
    if (g->state != GENERATOR_SUSPENDED) {
        *returned = value;
        value = NULL;
        if (m->profile->generator_forgets_caller)
            frame->previous = NULL;
        finish(m, g);
    }
    return value;
}

static bool is_executing(Machine *m, const GeneratorObject *g)
{
    if (g->state == GENERATOR_EXECUTING)
        error_set(m, EXC_ValueError, "%s already executing", kind_name(m, g));
    return g->state == GENERATOR_EXECUTING;
}

/* It has ended already: only a finished coroutine minds being asked. */
static Object *ask_finished(Machine *m, const GeneratorObject *g, const Object *value,
                            enum resumption how, Object **returned)
{
    if (g->ob_base.type == m->types.coroutine && how != RESUME_CLOSE) {
        error_clear(m);
        return error_set(m, EXC_RuntimeError, "cannot reuse already awaited coroutine");
    }
    if (value && how == RESUME_SEND)
        *returned = newref(m->none);
    return NULL;
}

/* What it yields; NULL with *returned, or with an exception, or, for next() of one that returns
 * None or has ended, without anything.  Objects/genobject.c: gen_send_ex2.
 * `place` (or NULL): where the value stands, whose reference the generator takes over. */
static Object *step_with(Machine *m, GeneratorObject *g, Object *value, enum resumption how,
                         Object **place, Object **returned)
{
    *returned = NULL;
    if (is_executing(m, g))
        return NULL;
    if (g->state == GENERATOR_CREATED && how == RESUME_SEND && value && value != m->none)
        return error_set(m, EXC_TypeError, "can't send non-None value to a just-started %s",
                         kind_name(m, g));
    if (g->state == GENERATOR_DONE)
        return ask_finished(m, g, value, how, returned);
    Object *sent = newref(value ? value : m->none);
    if (place) {
        *place = newref(m->none);
        decref(m, value);
    }
    Object *yielded = resume(m, g, sent, how != RESUME_SEND, returned);
    if (!value && *returned == m->none && !is_async_generator(m, g))
        clear_ref(m, *returned);
    return yielded;
}

static Object *step(Machine *m, GeneratorObject *g, Object *value /* NULL: next() */,
                    enum resumption how, Object **returned)
{
    return step_with(m, g, value, how, NULL, returned);
}

Object *generator_advance(Machine *m, GeneratorObject *g, Object *value, enum resumption how)
{
    Object *returned, *yielded = step(m, g, value, how, &returned);
    if (returned && is_async_generator(m, g))
        error_set_none(m, EXC_StopAsyncIteration);
    else if (returned)
        error_set_object(m, EXC_StopIteration, returned == m->none ? NULL : returned);
    xdecref(m, returned);
    return yielded;
}

static Object *generator_iternext(Machine *m, Object *o)
{
    return generator_advance(m, (GeneratorObject *)o, NULL, RESUME_SEND);
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

/* Generators and coroutines hand over to one another without exceptions in between. */
static bool is_plain(const Machine *m, const Object *o)
{
    return o->type == m->types.generator || o->type == m->types.coroutine;
}

bool generator_send(Machine *m, Object *receiver, Object **place, Object **result)
{
    Object *value = *place;
    if (is_plain(m, receiver)) {
        Object *returned;
        bool takes = m->profile->sent_values_move;
        *result = step_with(m, (GeneratorObject *)receiver, value, RESUME_SEND,
                            takes ? place : NULL, &returned);
        if (*result)
            return true;
        *result = returned;
        return false;
    }
    if (value == m->none && slots_of(receiver)->tp_iternext) {
        *result = slots_of(receiver)->tp_iternext(m, receiver); /* its StopIteration has a value */
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

static Object *generator_close(Machine *m, GeneratorObject *g);

/* Closes what a generator has handed itself over to.  0 or -1. */
static int close_delegate(Machine *m, Object *o)
{
    Object *r;
    if (is_plain(m, o)) {
        r = generator_close(m, (GeneratorObject *)o);
    } else {
        Object *close = optional_method(m, o, "close");
        if (!close && m->exception && !m->refusing)
            error_unraisable(m, o, NULL);
        if (!close)
            return m->exception ? -1 : 0;
        r = object_call0(m, close);
        decref(m, close);
    }
    xdecref(m, r);
    return r ? 0 : -1;
}

/* A trace function is told of the GeneratorExit even where nothing has begun. */
static void trace_unstarted(Machine *m)
{
    Object *pending = error_fetch(m);
    error_set_none(m, EXC_GeneratorExit);
    frame_trace_exception(m);
    error_clear(m);
    error_restore(m, pending);
}

/* Up to 3.11 the GeneratorExit that ends one that has not begun passes through its frame, which
 * gets an object for the traceback. */
static void pass_exit_through(Machine *m, GeneratorObject *g)
{
    if (m->profile->generator_close_keeps_frame || m->refusing)
        return;
    Object *pending = error_fetch(m);
    Type *type = m->types.traceback;
    size_t basic = (size_t)type->tp_basicsize;
    Object *traceback = frame_object(m, g->frame) ? object_new(m, type, type->size, basic) : NULL;
    xdecref(m, traceback);
    if (m->exception)
        error_clear(m);
    error_restore(m, pending);
}

/* Since 3.12 its arguments stay until it goes itself. */
static void close_unstarted(Machine *m, GeneratorObject *g)
{
    if (m->gc.traced)
        trace_unstarted(m);
    if (m->profile->generator_close_keeps_frame)
        g->state = GENERATOR_DONE;
    else
        finish(m, g);
}

static int handlers_around(const GeneratorObject *g)
{
    const CodeObject *code = g->frame->code;
    int at = frame_instruction(g->frame), around = 0;
    for (int i = 0; i < code->nhandlers; i++)
        around += at >= code->handlers[i].start && at < code->handlers[i].end;
    return around;
}

static Object *generator_close(Machine *m, GeneratorObject *g)
{
    if (is_executing(m, g))
        return NULL;
    if (g->state == GENERATOR_CREATED) {
        pass_exit_through(m, g);
        close_unstarted(m, g);
    }
    if (g->state == GENERATOR_SUSPENDED && m->profile->generator_close_at_once &&
        !handlers_around(g)) { /* its function stays until it goes itself */
        g->state = GENERATOR_DONE;
        frame_clear_locals(m, g->frame);
    }
    if (g->state == GENERATOR_DONE)
        return newref(m->none);
    Object *to = generator_delegate(g);
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
    Object *yielded = generator_advance(m, g, m->none, RESUME_CLOSE);
    if (yielded) {
        decref(m, yielded);
        return error_set(m, EXC_RuntimeError, "%s ignored GeneratorExit", kind_name(m, g));
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

/* The exception that throw() makes of a class, which it holds meanwhile, and a value.
 * Python/errors.c: _PyErr_CreateException. */
static Object *make_thrown(Machine *m, Object *type, Object *value)
{
    Object *exception;
    incref(type);
    if (!value || value == m->none)
        exception = object_call0(m, type);
    else if (is_tuple(value))
        exception = object_vectorcall(m, type, ((TupleObject *)value)->item,
                                      (size_t)tuple_size(value), NULL);
    else
        exception = object_vectorcall(m, type, &value, 1, NULL);
    decref(m, type);
    return exception;
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
        else
            exception = make_thrown(m, type, value);
        if (exception && !is_exception(exception)) {
            error_set(m, EXC_TypeError,
                      "calling %R should have returned an instance of BaseException, not %s", type,
                      type_name(exception));
            clear_ref(m, exception);
        }
        if (!exception) /* it is what has gone wrong that is thrown */
            return true;
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
    if (traceback)
        set_ref(m, ((ExceptionObject *)exception)->traceback, newref(traceback));
    error_restore(m, exception);
    return true;
}

/* A generator's frame is part of the stack while one of its own kind is thrown into, no other
 * object. */
static void link_frame(Machine *m, Frame *f)
{
    f->previous = m->frame;
    m->frame = f;
}

static void unlink_frame(Machine *m, Frame *f)
{
    m->frame = f->previous;
    f->previous = NULL;
}

/* Throws into what a generator has handed itself over to.  false: it has no throw(). */
static bool throw_into_delegate(Machine *m, GeneratorObject *g, Object *to, bool exit_closes,
                                Object *const *args, size_t nargs, Object **result)
{
    *result = NULL;
    bool there = true;
    g->state = GENERATOR_EXECUTING;
    if (is_plain(m, to)) {
        link_frame(m, g->frame);
        *result = generator_throw(m, (GeneratorObject *)to, exit_closes, args, nargs);
        unlink_frame(m, g->frame);
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

/* What it handed itself over to is done: it goes on, with the exception or, if that is
 * StopIteration, with its value, which up to 3.11 throw() holds meanwhile. */
static Object *go_on_after_delegate(Machine *m, GeneratorObject *g)
{
    Object *held = NULL;
    g->frame->answered = true;
    if (!m->profile->generator_stops_by_handlers && error_matches(m, EXC_StopIteration))
        held = xnewref(((ExceptionObject *)m->exception)->value);
    Object *yielded = generator_advance(m, g, m->none, RESUME_THROW);
    xdecref(m, held);
    return yielded;
}

Object *generator_throw(Machine *m, GeneratorObject *g, bool exit_closes, Object *const *args,
                        size_t nargs)
{
    Object *to = generator_delegate(g), *result;
    if (is_executing(m, g))
        return NULL;
    if (to && exit_closes && means_exit(m, args[0])) {
        incref(to);
        g->state = GENERATOR_EXECUTING;
        int failed = close_delegate(m, to);
        g->state = GENERATOR_SUSPENDED;
        decref(m, to);
        if (failed)
            return generator_advance(m, g, m->none, RESUME_THROW);
    } else if (to) {
        incref(to);
        bool thrown = throw_into_delegate(m, g, to, exit_closes, args, nargs, &result);
        decref(m, to);
        if (thrown)
            return result ? result : go_on_after_delegate(m, g);
    }
    if (!set_thrown(m, args[0], nargs > 1 ? args[1] : NULL, nargs > 2 ? args[2] : NULL))
        return NULL;
    return generator_advance(m, g, m->none, RESUME_THROW);
}

bool generator_check_throw(Machine *m, size_t nargs)
{
    if (!arg_check_positional(m, "throw", nargs, 1, 3))
        return false;
    return nargs == 1 || !m->profile->generator_throw_warns ||
           warn_deprecated(m, "the (type, exc, tb) signature of throw() is deprecated, use the "
                              "single-arg signature instead.") == 0;
}

Object *generator_throw_method(Machine *m, Object *self, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    (void)kwnames;
    return generator_check_throw(m, nargs)
               ? generator_throw(m, (GeneratorObject *)self, true, args, nargs)
               : NULL;
}

Object *generator_close_method(Machine *m, Object *self, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return generator_close(m, (GeneratorObject *)self);
}

Object *generator_send_method(Machine *m, Object *self, Object *const *args, size_t nargs,
                              Object *kwnames)
{
    (void)nargs, (void)kwnames;
    return generator_advance(m, (GeneratorObject *)self, args[0], RESUME_SEND);
}

/* ---- the end --------------------------------------------------------------------------------- */

/* A generator that nobody refers to any more and that paused inside a try or with is closed: its
 * finally blocks run; a coroutine that was never run is warned of.
 * Objects/genobject.c: _PyGen_Finalize. */
static void finalize(Machine *m, GeneratorObject *g)
{
    Object *pending = error_fetch(m);
    Object *r = g->finalizer                    ? object_call1(m, g->finalizer, (Object *)g)
                : g->state == GENERATOR_CREATED ? warn_never_awaited(m, g)
                                                : generator_close(m, g);
    if (!r)
        error_unraisable(m, g->finalizer ? g->finalizer : (Object *)g, NULL);
    xdecref(m, r);
    if (m->refusing)
        xdecref(m, pending);
    else
        error_restore(m, pending);
}

static bool wants_finalizing(const Machine *m, const GeneratorObject *g)
{
    return !m->refusing && !(g->finalizer && g->closed) &&
           (g->state == GENERATOR_SUSPENDED || (g->state == GENERATOR_CREATED && g->finalizer) ||
            (g->state == GENERATOR_CREATED && g->ob_base.type == m->types.coroutine));
}

void generator_finalize(Machine *m, Object *o)
{
    GeneratorObject *g = (GeneratorObject *)o;
    if (wants_finalizing(m, g))
        finalize(m, g);
    else if (g->state == GENERATOR_CREATED && m->gc.traced && !m->refusing)
        trace_unstarted(m);
    if (g->state == GENERATOR_CREATED && g->frame && g->ob_base.type != m->types.coroutine)
        pass_exit_through(m, g);
}

void generator_abandon(Machine *m, GeneratorObject *g)
{
    generator_finalize(m, (Object *)g);
    if (g->state == GENERATOR_CREATED)
        close_unstarted(m, g);
}

/* Would closing it run code of its own?  A pause that only passes on what another generator yields
 * is protected by one handler at least that does nothing. */
static bool paused_in_try(const GeneratorObject *g)
{
    return handlers_around(g) && (!generator_delegate(g) || g->frame->code->nhandlers > 1);
}

bool generator_any_unfinished(const Machine *m)
{
    for (int i = 0; i < GC_GENERATIONS; i++) {
        const GCHead *head = &m->gc.generation[i];
        for (GCHead *at = head->next; at != head; at = at->next) {
            Object *o = gc_object(at);
            const GeneratorObject *g = (GeneratorObject *)o;
            bool mine = o->type == m->types.generator || o->type == m->types.coroutine ||
                        o->type == m->types.async_generator;
            if (mine && ((g->state == GENERATOR_SUSPENDED && paused_in_try(g)) ||
                         (g->state == GENERATOR_CREATED && o->type == m->types.coroutine)))
                return true;
        }
    }
    return false;
}

void generator_dealloc(Machine *m, Object *o)
{
    GeneratorObject *g = (GeneratorObject *)o;
    size_t bytes = generator_bytes(m, (CodeObject *)g->code);
    gc_untrack(m, o);
    finish(m, g);
    clear_ref(m, g->name);
    clear_ref(m, g->qualname);
    clear_ref(m, g->code);
    clear_ref(m, g->finalizer);
    object_free(m, o, bytes);
}

int generator_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    GeneratorObject *g = (GeneratorObject *)o;
    bool has_code = m->profile->generator_forgets_caller || !g->frame; /* 3.12: it is the frame's */
    int stop =
        VISIT(g->finalizer, g->name, g->qualname, has_code ? g->code : NULL, g->exc_info.handled);
    if (stop)
        return stop;
    return g->frame && g->state != GENERATOR_EXECUTING ? frame_traverse(m, g->frame, visit, arg)
                                                       : 0;
}

Object *generator_repr(Machine *m, Object *o)
{
    return str_printf(m, "<%s object %U at 0x%llx>", o->type->tp_name,
                      ((GeneratorObject *)o)->qualname, (unsigned long long)o->address);
}

ssize_t generator_sizeof(Machine *m, Object *o)
{
    return (ssize_t)generator_bytes(m, (CodeObject *)((GeneratorObject *)o)->code);
}

static int set_text(Machine *m, Object **field, Object *value, const char *name)
{
    if (!value || !is_str(value)) {
        error_set(m, EXC_TypeError, "%s must be set to a string object", name);
        return -1;
    }
    set_ref(m, *field, newref(value));
    return 0;
}

Object *generator_get_name(Machine *m, Object *o)
{
    (void)m;
    return newref(((GeneratorObject *)o)->name);
}

int generator_set_name(Machine *m, Object *o, Object *value)
{
    return set_text(m, &((GeneratorObject *)o)->name, value, "__name__");
}

Object *generator_get_qualname(Machine *m, Object *o)
{
    (void)m;
    return newref(((GeneratorObject *)o)->qualname);
}

int generator_set_qualname(Machine *m, Object *o, Object *value)
{
    return set_text(m, &((GeneratorObject *)o)->qualname, value, "__qualname__");
}

Object *generator_get_code(Machine *m, Object *o)
{
    (void)m;
    return newref(((GeneratorObject *)o)->code);
}

Object *generator_get_frame(Machine *m, Object *o)
{
    Frame *frame = ((GeneratorObject *)o)->frame;
    bool ended = ((GeneratorObject *)o)->state == GENERATOR_DONE;
    Object *object = frame && !ended ? frame_object(m, frame) : m->none;
    return xnewref(object);
}

Object *generator_get_running(Machine *m, Object *o)
{
    return newref(bool_of(m, ((GeneratorObject *)o)->state == GENERATOR_EXECUTING));
}

Object *generator_get_suspended(Machine *m, Object *o)
{
    return newref(bool_of(m, ((GeneratorObject *)o)->state == GENERATOR_SUSPENDED));
}

Object *generator_get_delegate(Machine *m, Object *o)
{
    Object *to = generator_delegate((GeneratorObject *)o);
    return newref(to ? to : m->none);
}

static const MethodDef generator_methods[] = {
    {"send", generator_send_method, METH_O, "Resumes the generator; its yield gives the value."},
    {"throw", generator_throw_method, METH_FASTCALL,
     "Raises an exception where the generator paused."},
    {"close", generator_close_method, METH_NOARGS,
     "Raises GeneratorExit where the generator paused."},
    {NULL, NULL, 0, NULL},
};
static const GetSetDef generator_getset[] = {
    {"__name__", generator_get_name, generator_set_name},
    {"__qualname__", generator_get_qualname, generator_set_qualname},
    {"gi_code", generator_get_code, NULL},
    {"gi_frame", generator_get_frame, NULL},
    {"gi_running", generator_get_running, NULL},
    {"gi_suspended", generator_get_suspended, NULL},
    {"gi_yieldfrom", generator_get_delegate, NULL},
    {NULL, NULL, NULL},
};

const TypeSpec generator_spec = {
    .name = "generator",
    .flags = TYPE_WEAKREFS | TYPE_GC | TYPE_NO_NEW,
    .basicsize = 184,
    .size = sizeof(GeneratorObject),
    .methods = generator_methods,
    .getset = generator_getset,
    .slots =
        {
            .tp_dealloc = generator_dealloc,
            .tp_finalize = generator_finalize,
            .tp_repr = generator_repr,
            .tp_iter = object_self_iter,
            .tp_iternext = generator_iternext,
            .tp_traverse = generator_traverse,
            .tp_sizeof = generator_sizeof,
        },
};
