/* Exceptions that can go nowhere, as those of a __del__: Python/errors.c:
 * _PyErr_WriteUnraisableMsg. */
#ifndef PYVIZ_MACHINE_UNRAISABLE_H
#define PYVIZ_MACHINE_UNRAISABLE_H

#include <pyviz/machine/machine.h>

struct buffer;

/* Reports the exception under way, which is gone then: to sys.unraisablehook if the program has set
 * one, else on standard error.  `where`: what raised it, or NULL; `message` stands before it, NULL:
 * "Exception ignored in".  Does nothing while the program is being refused. */
void error_unraisable(Machine *m, Object *where, const char *message);
/* The same with a str, or NULL, for the message. */
void error_unraisable_text(Machine *m, Object *where, Object *message);
/* The default hook: prints what UnraisableHookArgs has. */
Object *unraisable_hook(Machine *m, Object *self, Object *const *args, size_t nargs,
                        Object *kwnames);
/* Text on standard error, as from printf. */
void unraisable_write(Machine *m, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
