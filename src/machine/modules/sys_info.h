/* The parts of sys that tell of the interpreter: struct sequences whose types nobody can make more
 * of (Python/sysmodule.c, Objects/structseq.c). */
#ifndef PYVIZ_MACHINE_MODULES_SYS_INFO_H
#define PYVIZ_MACHINE_MODULES_SYS_INFO_H

#include "builtins.h"

/* Puts a value into a namespace; steals it, and takes NULL for an error.  0 or -1. */
int sys_put(Machine *m, Object *dict, const char *name, Object *value);
/* sys.version_info, float_info, int_info and hash_info.  0 or -1. */
int sys_add_info(Machine *m);
/* What sys.unraisablehook gets: a new UnraisableHookArgs; traceback, message and where may be NULL.
 */
Object *sys_unraisable_args(Machine *m, Object *exception, Object *traceback, Object *message,
                            Object *where);

#endif
