/* Exceptions in the evaluation loop: Python/ceval.c, Python/bytecodes.c. */
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "class.h"
#include "descriptor.h"
#include "eval_ops.h"
#include "exceptions.h"

/* ---- raising --------------------------------------------------------------------------------- */

/* An instance of a class, or the instance itself.  Anything else: TypeError(message). */
static Object *as_instance(Machine *m, Object *o, const char *message)
{
    if (!is_type(o) || !(((Type *)o)->tp_flags & TYPE_EXC_SUBCLASS))
        return is_exception(o) ? newref(o) : error_set(m, EXC_TypeError, "%s", message);
    Object *made = object_call0(m, o);
    if (made && !is_exception(made)) {
        error_set(m, EXC_TypeError,
                  "calling %R should have returned an instance of BaseException, not %R", o,
                  (Object *)made->type);
        clear_ref(m, made);
    }
    return made;
}

static bool set_cause(Machine *m, Object *exception, Object *cause)
{
    Object *c = NULL;
    if (cause != m->none &&
        !(c = as_instance(m, cause, "exception causes must derive from BaseException")))
        return false;
    ExceptionObject *e = (ExceptionObject *)exception;
    e->suppress_context = true;
    set_ref(m, e->cause, c);
    return true;
}

bool eval_raise(Machine *m, Object *exception, Object *cause)
{
    if (!exception) {
        Object *handled = error_handled(m);
        if (!handled) {
            error_set(m, EXC_RuntimeError, "No active exception to reraise");
            return false;
        }
        error_restore(m, newref(handled));
        return true;
    }
    Object *e = as_instance(m, exception, "exceptions must derive from BaseException");
    if (!e)
        return false;
    if (cause && !set_cause(m, e, cause))
        decref(m, e);
    else
        error_raise(m, e);
    return false;
}

/* PEP 479: what ends an iteration may not come out of a generator's body. */
void eval_stop_iteration_to_runtime_error(Machine *m, const Frame *f)
{
    Object *generator = (Object *)f->generator;
    if (m->profile->generator_stops_by_handlers &&
        INSTRUCTION_OP(f->next[-1]) == OP_RETURN_GENERATOR)
        return;
    bool async = generator->type == m->types.async_generator;
    const char *kind = async                                   ? "async generator"
                       : generator->type == m->types.coroutine ? "coroutine"
                                                               : "generator";
    if (error_matches(m, EXC_StopIteration))
        error_from_cause(m, EXC_RuntimeError, "%s raised StopIteration", kind);
    else if (async && error_matches(m, EXC_StopAsyncIteration))
        error_from_cause(m, EXC_RuntimeError, "%s raised StopAsyncIteration", kind);
}

/* ---- handlers -------------------------------------------------------------------------------- */

/* The stretch that the instruction lies in: they do not overlap. */
static const struct handler *handler_of(const CodeObject *code, int instruction_index)
{
    for (int i = 0; i < code->nhandlers; i++)
        if (instruction_index >= code->handlers[i].start &&
            instruction_index < code->handlers[i].end)
            return &code->handlers[i];
    return NULL;
}

/* Where the exception under way was raised in the frame: what only passes it on, from a handler
 * that noted the place, does not count. */
static int raised_at(const Frame *f)
{
    int at = frame_instruction(f);
    instruction last = f->code->code[at];
    return INSTRUCTION_OP(last) == OP_RERAISE && INSTRUCTION_ARG(last) ? f->noted : at;
}

bool eval_find_handler(Machine *m, Frame *f)
{
    const struct handler *h =
        f->code->nhandlers && !m->refusing ? handler_of(f->code, frame_instruction(f)) : NULL;
    if (!h)
        return false;
    Object **level = f->slot + f->code->nlocalsplus + h->depth;
    while (f->top > level) {
        Object *o = *--f->top;
        xdecref(m, o);
    }
    Object *exception = error_fetch(m);
    exception_make(m, exception);
    if (h->push_lasti) {
        f->noted = raised_at(f);
        *f->top++ = NULL; /* its place */
    }
    *f->top++ = exception;
    f->next = f->code->code + h->target;
    EMIT(m, EXCEPTION_HANDLER, exception);
    return true;
}

void eval_leave_where_raised(Machine *m, Frame *f)
{
    if (!m->refusing)
        f->next = f->code->code + raised_at(f) + 1;
}

void eval_push_exc_info(Machine *m, Frame *f)
{
    Object *exception = f->top[-1], *before = m->exc_info->handled;
    error_settle(m, exception);
    f->top[-1] = before ? before : newref(m->none);
    *f->top++ = exception;
    m->exc_info->handled = newref(exception);
}

void eval_pop_except(Machine *m, Frame *f)
{
    Object *before = *--f->top, *done = m->exc_info->handled;
    if (before == m->none) {
        decref(m, before);
        before = NULL;
    }
    m->exc_info->handled = before;
    if (done)
        EMIT(m, EXCEPTION_DONE, done);
    xdecref(m, done);
}

bool exception_matches(Machine *m, Object *exception, Object *classes)
{
    if (!is_tuple(classes))
        return is_type(classes) && type_is_subtype(exception->type, (Type *)classes);
    for (ssize_t i = 0; i < tuple_size(classes); i++)
        if (exception_matches(m, exception, tuple_item(classes, i)))
            return true;
    return false;
}

static bool is_exception_class(const Object *o)
{
    return is_type(o) && ((const Type *)o)->tp_flags & TYPE_EXC_SUBCLASS;
}

static bool all_exception_classes(Object *classes)
{
    if (!is_tuple(classes))
        return is_exception_class(classes);
    for (ssize_t i = 0; i < tuple_size(classes); i++)
        if (!is_exception_class(tuple_item(classes, i)))
            return false;
    return true;
}

static bool check_classes(Machine *m, Object *classes)
{
    if (all_exception_classes(classes))
        return true;
    error_set(m, EXC_TypeError,
              "catching classes that do not inherit from BaseException is not allowed");
    return false;
}

bool eval_check_star_types(Machine *m, Object *classes)
{
    if (!check_classes(m, classes))
        return false;
    bool group =
        is_type(classes) && type_is_subtype((Type *)classes, m->exc[EXC_BaseExceptionGroup]);
    for (ssize_t i = 0; is_tuple(classes) && i < tuple_size(classes); i++)
        group = group ||
                type_is_subtype((Type *)tuple_item(classes, i), m->exc[EXC_BaseExceptionGroup]);
    if (group)
        error_set(m, EXC_TypeError,
                  "catching ExceptionGroup with except* is not allowed. Use except instead.");
    return !group;
}

bool eval_check_match(Machine *m, Frame *f)
{
    Object *classes = f->top[-1], *exception = f->top[-2];
    if (!check_classes(m, classes))
        return false;
    bool matches = exception_matches(m, exception, classes);
    EMIT(m, EXCEPTION_MATCH, exception, classes, matches);
    f->top[-1] = newref(bool_of(m, matches));
    decref(m, classes);
    return true;
}

/* ---- with ------------------------------------------------------------------------------------ */

static Object *manager_method(Machine *m, Object *o, const char *name)
{
    Object *key = str_intern_ascii(m, name);
    Object *method = key ? special_method(m, o, key) : NULL;
    xdecref(m, key);
    return method;
}

static void no_protocol(Machine *m, Object *manager, bool async, const char *missed)
{
    if (!m->exception)
        error_set(m, EXC_TypeError,
                  "'%.200s' object does not support the %scontext manager protocol%s",
                  manager->type->tp_name, async ? "asynchronous " : "", missed);
}

bool eval_before_with(Machine *m, Frame *f, bool async)
{
    Object *manager = f->top[-1], *exit = NULL;
    Object *enter = manager_method(m, manager, async ? "__aenter__" : "__enter__");
    if (!enter) {
        no_protocol(m, manager, async, "");
        return false;
    }
    if (!(exit = manager_method(m, manager, async ? "__aexit__" : "__exit__"))) {
        no_protocol(m, manager, async,
                    async ? " (missed __aexit__ method)" : " (missed __exit__ method)");
        decref(m, enter);
        return false;
    }
    f->top[-1] = exit;
    decref(m, manager);
    Object *entered = object_call0(m, enter);
    decref(m, enter);
    if (!entered)
        return false;
    *f->top++ = entered;
    return true;
}

Object *eval_with_except_start(Machine *m, Frame *f)
{
    Object *exception = f->top[-1], *exit = f->top[-4];
    Object *traceback = ((ExceptionObject *)exception)->traceback;
    Object *args[] = {(Object *)exception->type, exception, traceback ? traceback : m->none};
    return object_vectorcall(m, exit, args, 3, NULL);
}

/* ---- yield from ------------------------------------------------------------------------------ */

bool eval_cleanup_throw(Machine *m, Frame *f)
{
    Object *exception = f->top[-1];
    bool value_there = f->answered || m->profile->generator_stops_by_handlers;
    f->answered = false;
    if (!value_there || !type_is_subtype(exception->type, m->exc[EXC_StopIteration])) {
        error_restore(m, newref(exception));
        return false;
    }
    Object *value = ((ExceptionObject *)exception)->value;
    *f->top++ = newref(value ? value : m->none);
    Object *top = *--f->top;
    for (int i = 0; i < 3; i++) {
        Object *o = *--f->top;
        xdecref(m, o);
    }
    *f->top++ = newref(m->none);
    *f->top++ = top;
    return true;
}
