/* The standard streams as objects: sys.stdin, sys.stdout, sys.stderr. */
#ifndef PYVIZ_MACHINE_MODULES_STDIO_H
#define PYVIZ_MACHINE_MODULES_STDIO_H

#include <pyviz/machine/machine.h>

/* Puts the three into sys.  0 or -1. */
int stdio_boot(Machine *m);
/* What stands in sys under the name (m->id.name_stdout) instead of the stream that was there at the
 * start: borrowed; None if the name is gone; NULL if nothing does. */
Object *stdio_redirected(Machine *m, Object *name);
/* Is it what the streams are in CPython: io.TextIOWrapper, or one of its bases? */
bool stdio_is_kind(Machine *m, const Type *type);
/* file.write(text), file.flush().  0 or -1. */
int stdio_write_to(Machine *m, Object *file, Object *text);
int stdio_flush(Machine *m, Object *file);

#endif
