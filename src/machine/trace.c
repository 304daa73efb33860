#include "trace.h"

#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "eval_ops.h"
#include "exceptions.h"
#include "generator.h"

/* ---- who is told ----------------------------------------------------------------------------- */

static void update(Machine *m)
{
    m->tracing.on = (m->tracing.function || m->tracing.profile) && !m->tracing.inside;
}

/* The frames that there are have been called before anybody looked. */
static void begin(Machine *m)
{
    for (Frame *f = m->frame; f; f = f->previous)
        if (f->traced == TRACE_FRESH)
            f->traced = TRACE_BEGUN;
}

static void set(Machine *m, Object **which, Object *function)
{
    if (!m->tracing.function && !m->tracing.profile)
        begin(m);
    Object *before = *which;
    *which = xnewref(function);
    m->tracing.ever = m->tracing.ever || function;
    update(m);
    xdecref(m, before);
}

void trace_set(Machine *m, Object *function)
{
    set(m, &m->tracing.function, function);
}

void trace_set_profile(Machine *m, Object *function)
{
    set(m, &m->tracing.profile, function);
}

/* function(frame, event, value): call_trampoline. */
static Object *tell(Machine *m, Frame *f, Object *function, const char *event, Object *value)
{
    Object *frame = frame_object(m, f), *name = frame ? str_intern_ascii(m, event) : NULL;
    if (!name)
        return NULL;
    Object *args[] = {frame, name, value ? value : m->none};
    incref(function);
    m->tracing.inside = true;
    update(m);
    Object *r = object_vectorcall(m, function, args, 3, NULL);
    m->tracing.inside = false;
    update(m);
    decref(m, function);
    decref(m, name);
    return r;
}

/* Of a call it is the tracer that is told, and says who is to be told of what comes in this frame;
 * of all else that one. */
static bool tell_tracer(Machine *m, Frame *f, const char *event, Object *value, bool call)
{
    FrameObject *frame = (FrameObject *)frame_object(m, f);
    Object *function = !frame ? NULL : call ? m->tracing.function : frame->trace;
    if (!m->tracing.on || !m->tracing.function || !function)
        return frame;
    Object *r = tell(m, f, function, event, value);
    if (!r) {
        Object *raised = error_fetch(m);
        trace_set(m, NULL);
        clear_ref(m, frame->trace);
        error_restore(m, raised);
        return false;
    }
    if (r == m->none) {
        decref(m, r);
        return true;
    }
    set_ref(m, frame->trace, r);
    return true;
}

static bool tell_profiler(Machine *m, Frame *f, const char *event, Object *value)
{
    if (!m->tracing.on || !m->tracing.profile)
        return true;
    Object *r = tell(m, f, m->tracing.profile, event, value);
    if (!r) {
        Object *raised = error_fetch(m);
        trace_set_profile(m, NULL);
        error_restore(m, raised);
        return false;
    }
    decref(m, r);
    return true;
}

/* Since 3.12 both are tools of sys.monitoring's, the profiler the first. */
static bool tell_both(Machine *m, Frame *f, const char *event, Object *value, bool call)
{
    if (m->profile->profiler_told_first)
        return tell_profiler(m, f, event, value) && tell_tracer(m, f, event, value, call);
    return tell_tracer(m, f, event, value, call) && tell_profiler(m, f, event, value);
}

/* ---- calls and lines ------------------------------------------------------------------------- */

static enum opcode op_at(const Frame *f, int at)
{
    return INSTRUCTION_OP(f->code->code[at]);
}

/* A lambda has none, nor has a comprehension. */
static bool code_has_statements(const CodeObject *code)
{
    return str_at(code->name, 0) != '<' || str_equals_ascii(code->name, "<module>");
}

/* While they run a function has not begun: what CPython does in front of its RESUME. */
static bool is_prologue(const Frame *f, int at)
{
    enum opcode op = op_at(f, at);
    return op == OP_MAKE_CELL || op == OP_COPY_FREE_VARS || op == OP_RETURN_GENERATOR ||
           (op == OP_POP_TOP && at > 0 && op_at(f, at - 1) == OP_RETURN_GENERATOR);
}

/* Is it part of the `return None` at the end of a body, which belongs to whatever came last? */
static bool is_implied_return(const Frame *f, int at)
{
    const CodeObject *code = f->code;
    int load = code->size - 2;
    if (at < load || load < 1 || op_at(f, load) != OP_LOAD_CONST ||
        op_at(f, load + 1) != OP_RETURN_VALUE || !code_has_statements(code))
        return false;
    unsigned arg = INSTRUCTION_ARG(code->code[load]);
    return tuple_item(code->consts, (ssize_t)arg)->type->tp_name[0] == 'N'; /* NoneType */
}

/* Has the instruction a line in CPython's code?  A statement without any of its own, such as pass,
 * is a NOP there. */
static bool has_line(const Frame *f, int at)
{
    if (f->code->positions[at].line == 0)
        return false;
    switch (op_at(f, at)) {
    case OP_STATEMENT:
        return op_at(f, at + 1) == OP_STATEMENT || op_at(f, at + 1) == OP_JUMP ||
               is_implied_return(f, at + 1);
    case OP_COPY: /* an exception leaves its handler */
        return op_at(f, at + 1) != OP_POP_EXCEPT || op_at(f, at + 2) != OP_RERAISE;
    case OP_POP_EXCEPT:
        return op_at(f, at + 1) != OP_RERAISE;
    case OP_RERAISE:
        return false;
    case OP_NOP:
        return INSTRUCTION_ARG(f->code->code[at]) != TRACE_NO_LINE;
    case OP_LOAD_CONST:
    case OP_RETURN_VALUE:
        return !is_implied_return(f, at);
    case OP_JUMP:
    case OP_LOOK_AT_BREAKER:
    case OP_PUSH_EXC_INFO:
        return false;
    default:
        return true;
    }
}

/* The call has been told of: a generator goes on where it has stopped. */
static void begin_call(Frame *f)
{
    int at = frame_instruction(f) - 1;
    bool goes_on = at >= 0 && op_at(f, at) == OP_YIELD_VALUE;
    f->traced = goes_on ? TRACE_INSTRUCTION + at : TRACE_BEGUN;
}

static bool tell_call(Machine *m, Frame *f)
{
    if (frame_is_library(f))
        return error_not_simulated(m, "tracing a function of the library");
    f->traced = TRACE_CALLED;
    f->next--; /* what comes next has not begun */
    bool told = tell_both(m, f, "call", NULL, true);
    f->next++;
    begin_call(f);
    return told;
}

/* Is it reached only where no except clause has fitted?  What stands in front leads elsewhere. */
static bool behind_clauses(const Frame *f, int at)
{
    enum opcode before = at > 0 ? op_at(f, at - 1) : OP_RERAISE;
    return before == OP_JUMP || before == OP_RETURN_VALUE || before == OP_RAISE_VARARGS ||
           before == OP_RERAISE;
}

int trace_line(const Frame *f)
{
    int at = frame_instruction(f);
    if (op_at(f, at) == OP_RERAISE && INSTRUCTION_ARG(f->code->code[at]))
        at = f->noted; /* it only passes on what was raised there */
    bool nowhere = f->code->positions[at].line == 0;
    if (op_at(f, at) == OP_RERAISE && !nowhere && !behind_clauses(f, at))
        /* at the end of a finally: the line is that of what it ran */
        while (at > 0 && !has_line(f, at))
            at--;
    if (f->traced >= TRACE_INSTRUCTION && is_implied_return(f, at))
        at = f->traced - TRACE_INSTRUCTION;
    bool begins = (f->traced == TRACE_CALLED && op_at(f, at) != OP_YIELD_VALUE) ||
                  f->next == f->code->code || op_at(f, at) == OP_MAKE_CELL ||
                  op_at(f, at) == OP_COPY_FREE_VARS;
    return begins ? f->code->firstlineno : f->code->positions[at].line;
}

static bool is_conditional_jump(enum opcode op)
{
    return op == OP_POP_JUMP_IF_FALSE || op == OP_POP_JUMP_IF_TRUE;
}

/* Where a jump leads back on the same line it begins anew.  CPython has the condition of a while a
 * second time at its end, from where the jump leads to the body: so it does only when that is
 * known to hold. */
static bool begins_line(Frame *f, int at)
{
    int line = f->code->positions[at].line, before = f->traced - TRACE_INSTRUCTION;
    bool again = f->trace_again;
    f->trace_again = false;
    if (before < 0 || line != f->code->positions[before].line)
        return true;
    if (at < before) {
        bool next = op_at(f, at) == OP_FOR_ITER || op_at(f, at) == OP_GET_ANEXT;
        f->trace_again = !next && op_at(f, at) != OP_SEND;
        return next;
    }
    if (!again || is_conditional_jump(op_at(f, before)))
        return again && at - before <= 2; /* into the body, where a STATEMENT is first */
    f->trace_again = true;
    return false;
}

bool trace_instruction(Machine *m, Frame *f)
{
    int at = frame_instruction(f);
    if (is_prologue(f, at))
        return true;
    if (f->traced == TRACE_FRESH && !tell_call(m, f))
        return false;
    if (!has_line(f, at))
        return true;
    bool begins = begins_line(f, at);
    f->traced = TRACE_INSTRUCTION + at;
    if (!begins || !m->tracing.function || !f->object || f->object->trace_no_lines)
        return true;
    return tell_tracer(m, f, "line", NULL, false);
}

/* ---- returns and exceptions ------------------------------------------------------------------ */

bool trace_return(Machine *m, Frame *f, Object *value)
{
    Object *pending = error_fetch(m);
    bool told = f->traced == TRACE_FRESH || tell_both(m, f, "return", value, false);
    if (pending && told)
        error_restore(m, pending);
    else
        xdecref(m, pending);
    return told;
}

bool trace_throw(Machine *m, Frame *f)
{
    Object *e = error_fetch(m);
    f->next++; /* what would come next, had it been resumed */
    bool told = tell_call(m, f);
    f->next--;
    if (told)
        error_restore(m, e);
    else
        decref(m, e);
    return told;
}

bool trace_exception(Machine *m, Frame *f)
{
    if (!m->tracing.function || m->refusing || f->traced == TRACE_FRESH)
        return true;
    error_make(m);
    Object *e = error_fetch(m), *traceback = ((ExceptionObject *)e)->traceback;
    Object *value = tuple_pack(m, 3, (Object *)e->type, e, traceback ? traceback : m->none);
    bool told = value && tell_tracer(m, f, "exception", value, false);
    xdecref(m, value);
    if (told)
        error_restore(m, e);
    else
        decref(m, e);
    return told;
}

Object *trace_next(Machine *m, Frame *f, Object *iterator)
{
    Object *item = iter_step(m, iterator);
    if (item || !m->exception || m->refusing || !error_matches(m, EXC_StopIteration))
        return item;
    if (trace_exception(m, f))
        error_clear(m);
    return NULL;
}

bool trace_delegate_end(Machine *m, Frame *f, Object *value)
{
    if (value == m->none)
        return true;
    error_set_object(m, EXC_StopIteration, value);
    if (!trace_exception(m, f))
        return false;
    error_clear(m);
    return true;
}

/* ---- what is written in C -------------------------------------------------------------------- */

/* What a profiler is told of: the function, or the method bound to its first argument.  A new
 * reference; NULL without an exception: of no call. */
static Object *profiled(Machine *m, Object *callable, Object *const *args, size_t nargs)
{
    if (callable->type == m->types.builtin_function)
        return newref(callable);
    if (callable->type != m->types.method_descriptor || !nargs)
        return NULL;
    return callable->type->slots.tp_descr_get(m, callable, args[0], (Object *)args[0]->type);
}

/* The call is over: r, or NULL with an exception that goes on unless there is another one. */
static Object *tell_end(Machine *m, Frame *f, Object *function, Object *r)
{
    Object *pending = error_fetch(m);
    if (m->refusing || tell_profiler(m, f, r ? "c_return" : "c_exception", function)) {
        if (pending)
            error_restore(m, pending);
        return r;
    }
    xdecref(m, pending);
    xdecref(m, r);
    return NULL;
}

Object *trace_vectorcall(Machine *m, Frame *f, Object *callable, Object *const *args, size_t nargs,
                         Object *kwnames)
{
    Object *function = m->tracing.profile ? profiled(m, callable, args, nargs) : NULL, *r = NULL;
    if (!function)
        return error_occurred(m) ? NULL : object_vectorcall(m, callable, args, nargs, kwnames);
    if (tell_profiler(m, f, "c_call", function))
        r = tell_end(m, f, function, object_vectorcall(m, callable, args, nargs, kwnames));
    decref(m, function);
    return r;
}

Object *trace_call_ex(Machine *m, Frame *f, Object *callable, Object *args, Object *kwargs)
{
    TupleObject *t = (TupleObject *)args;
    Object *function = NULL, *r = NULL;
    if (m->tracing.profile)
        function = profiled(m, callable, t->item, (size_t)t->size);
    if (!function)
        return error_occurred(m) ? NULL : eval_call_ex(m, callable, args, kwargs);
    if (tell_profiler(m, f, "c_call", function))
        r = tell_end(m, f, function, eval_call_ex(m, callable, args, kwargs));
    decref(m, function);
    return r;
}

/* ---- a frame's attributes -------------------------------------------------------------------- */

Object *trace_get_function(Machine *m, Object *frame)
{
    Object *function = ((FrameObject *)frame)->trace;
    return newref(function ? function : m->none);
}

int trace_set_function(Machine *m, Object *frame, Object *function)
{
    FrameObject *f = (FrameObject *)frame;
    set_ref(m, f->trace, function && function != m->none ? newref(function) : NULL);
    return 0;
}

Object *trace_get_lines(Machine *m, Object *frame)
{
    return newref(bool_of(m, !((FrameObject *)frame)->trace_no_lines));
}

int trace_set_lines(Machine *m, Object *frame, Object *value)
{
    if (!value)
        return error_set(m, EXC_TypeError, "can't delete numeric/char attribute"), -1;
    if (value != m->true_ && value != m->false_)
        return error_set(m, EXC_TypeError, "attribute value type must be bool"), -1;
    ((FrameObject *)frame)->trace_no_lines = value == m->false_;
    return 0;
}

Object *trace_get_opcodes(Machine *m, Object *frame)
{
    (void)frame;
    return newref(m->false_);
}

/* The instructions are not CPython's. */
int trace_set_opcodes(Machine *m, Object *frame, Object *value)
{
    (void)frame;
    if (!value)
        return error_set(m, EXC_TypeError, "cannot delete attribute"), -1;
    if (value != m->true_ && value != m->false_)
        return error_set(m, EXC_TypeError, "attribute value type must be bool"), -1;
    return value == m->false_ ? 0 : (error_not_simulated(m, "tracing single instructions"), -1);
}
