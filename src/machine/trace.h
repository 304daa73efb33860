/* Trace functions and profilers, which the program sets: sys.settrace, sys.setprofile.
 * Python/sysmodule.c: trampolines; Python/ceval.c (3.11), Python/legacy_tracing.c (since).
 *
 * The evaluation loop asks before each instruction whether anybody is to be told, which is one
 * comparison; a line begins where an instruction's line is another than the one's before it, or
 * where a jump has led backwards.  Nobody is told while a trace function runs.
 *
 * Invariant: frame->traced is TRACE_FRESH until the call is told, TRACE_CALLED while it is, then
 * TRACE_BEGUN, or TRACE_INSTRUCTION + the number of the last instruction that has a line. */
#ifndef PYVIZ_MACHINE_TRACE_H
#define PYVIZ_MACHINE_TRACE_H

#include "frame.h"

enum { TRACE_NO_LINE = 1 }; /* the argument of a NOP that CPython has not */
enum { TRACE_FRESH, TRACE_CALLED, TRACE_BEGUN, TRACE_INSTRUCTION };

static inline bool trace_on(const Machine *m)
{
    return m->tracing.on;
}
/* sys.settrace, sys.setprofile: NULL for None. */
void trace_set(Machine *m, Object *function);
void trace_set_profile(Machine *m, Object *function);

/* Each returns false with an exception, which the function that was told has raised. */

/* The instruction at frame->next - 1 is about to run. */
bool trace_instruction(Machine *m, Frame *f);
/* The frame is about to be left, with a value or (NULL) an exception, which is kept. */
bool trace_return(Machine *m, Frame *f, Object *value);
/* An exception is thrown into a generator. */
bool trace_throw(Machine *m, Frame *f);
/* The exception under way has come to this frame. */
bool trace_exception(Machine *m, Frame *f);
/* The next item, as iter_next; a StopIteration that was raised is told of. */
Object *trace_next(Machine *m, Frame *f, Object *iterator);
/* yield from: the generator has returned `value`, of which StopIteration tells, or would. */
bool trace_delegate_end(Machine *m, Frame *f, Object *value);
/* A call of what is written in C, perhaps: object_vectorcall for a profiler. */
Object *trace_vectorcall(Machine *m, Frame *f, Object *callable, Object *const *args, size_t nargs,
                         Object *kwnames);

/* The same of f(*args, **kwargs): eval_call_ex. */
Object *trace_call_ex(Machine *m, Frame *f, Object *callable, Object *args, Object *kwargs);
/* f_lineno: where the frame is; when it is called, where it is defined or has stopped. */
int trace_line(const Frame *f);
/* f_trace and f_trace_lines of a frame's object. */
Object *trace_get_function(Machine *m, Object *frame);
int trace_set_function(Machine *m, Object *frame, Object *function);
Object *trace_get_lines(Machine *m, Object *frame);
int trace_set_lines(Machine *m, Object *frame, Object *value);
Object *trace_get_opcodes(Machine *m, Object *frame);
int trace_set_opcodes(Machine *m, Object *frame, Object *value);

#endif
