/* The beginning of an interpreter, in the order in which CPython's makes its objects: their order
 * in the generations, and their addresses, follow from it (Python/pylifecycle.c: pycore_interp_init
 * and what it calls). */
#ifndef PYVIZ_MACHINE_BOOT_H
#define PYVIZ_MACHINE_BOOT_H

#include <pyviz/machine/machine.h>

/* Makes everything that exists before a program: types, shared objects, modules, the namespace of
 * __main__.  0, or -1 when memory is too small. */
int boot_objects(Machine *m);

#endif
