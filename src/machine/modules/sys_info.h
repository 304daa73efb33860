#ifndef PYVIZ_MACHINE_MODULES_SYS_INFO_H
#define PYVIZ_MACHINE_MODULES_SYS_INFO_H

#include "builtins.h"

/* Puts a value into a namespace; steals it, and takes NULL for an error.  0 or -1. */
int sys_put(Machine *m, Object *dict, const char *name, Object *value);
/* sys.version_info, float_info, int_info and hash_info.  0 or -1. */
int sys_add_info(Machine *m);

#endif
