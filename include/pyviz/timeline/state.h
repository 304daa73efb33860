/* `pyviz state` and `pyviz trace`: the machine as JSON, for scripts and tests.
 *
 * The form of a state is a contract:
 *
 *   python     "3.13"
 *   event      the last event, as in a trace; null at clock 0
 *   events     how many the whole run has
 *   line       being executed, 0 outside the program
 *   stdout     everything printed so far
 *   exception  null, or type, message and line of what ended the program or is under way
 *   refusal    only if the machine has stopped at something it does not simulate, or at a limit
 *   names      the module's names, in the order of their binding, to numbers of objects
 *   frames     outermost first: function, line, locals, stack (numbers of objects, bottom first);
 *              the module's frame has no locals, they are the names
 *   gc         enabled, threshold, count
 *   objects    by number: what can be reached from names and frames; __globals__, code, modules and
 *              builtin types are not followed
 *
 * An object has type, refcount (null where CPython's depends on how it was started), immortal,
 * sizeof, address, gc {tracked, generation or null}, and by type: repr; list {allocated, items};
 * tuple {items}; dict {kind, log2_size, usable, nentries, used, indices, entries}; set {mask, fill,
 * used, table} for set and frozenset; name, bases, mro for types; class, attrs for instances;
 * refers, the numbers of the objects it refers to, for all others.  Numbers are inspect.h's. */
#ifndef PYVIZ_TIMELINE_STATE_H
#define PYVIZ_TIMELINE_STATE_H

#include <pyviz/base/buffer.h>
#include <pyviz/machine/machine.h>

#include <stddef.h>
#include <stdint.h>

/* Appends the state of the frozen machine as one line of JSON, newline included. */
void state_write(const Machine *m, uint64_t events, struct buffer *out);
/* A program whose end runs more of it, its __del__ or what atexit knows, has lost its names by
 * then.  Of such a one the end is told as it was at program.done, m->done, when all names were
 * there; but the event, and what has been printed, are those of the very end, where closing was
 * taken. */
struct state_closing;
struct state_closing *state_closing(const Machine *m);
/* Frees closing. */
void state_write_closed(const Machine *m, uint64_t events, struct state_closing *closing,
                        struct buffer *out);
/* Runs the machine to its end and hands over one such object a line, many lines at a time, in text
 * that is valid during the call only. */
void state_trace(Machine *m, void (*take)(const char *text, size_t n, void *context),
                 void *context);

#endif
