/* An exception that nobody caught: Python/pythonrun.c: PyErr_PrintEx, handle_system_exit. */
#ifndef PYVIZ_MACHINE_UNCAUGHT_H
#define PYVIZ_MACHINE_UNCAUGHT_H

#include <pyviz/base/buffer.h>
#include <pyviz/machine/machine.h>

/* Writes the text, and frees it: to what the program has put in the place of sys.stderr; nothing is
 * done if that is None, or fails. */
void uncaught_write(Machine *m, struct buffer *text);
/* Reports machine->uncaught as the interpreter does before it takes itself apart: sys.excepthook,
 * or what it prints on sys.stderr; of a SystemExit the code that is no number.  The program's exit
 * status.  A MemoryError is left to machine_print_failure: here there is no memory for its text. */
int uncaught_report(Machine *m);
/* Lets go of what machine->uncaught holds: its traceback, and what it is a consequence of. */
void uncaught_release(Machine *m);
/* sys.excepthook(type, value, traceback): prints it on sys.stderr. */
Object *uncaught_hook(Machine *m, Object *self, Object *const *args, size_t nargs, Object *kwnames);

#endif
