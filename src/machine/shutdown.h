/* The end of the interpreter: Python/pylifecycle.c: Py_FinalizeEx, finalize_modules. */
#ifndef PYVIZ_MACHINE_SHUTDOWN_H
#define PYVIZ_MACHINE_SHUTDOWN_H

#include <pyviz/machine/machine.h>

/* Calls what atexit has registered, takes the program's modules apart and collects what they leave
 * behind, so that every __del__ and every callback runs that CPython would run, in its order.  Does
 * nothing if nobody could notice.  machine->uncaught lets go of its traceback. */
/* Flushes what stands in the place of the standard streams; the exception under way stays. */
void shutdown_flush(Machine *m);
void shutdown_run(Machine *m);
/* The first part of it: atexit._run_exitfuncs(). */
void shutdown_call_atexit(Machine *m);

#endif
