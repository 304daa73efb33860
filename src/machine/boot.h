#ifndef PYVIZ_MACHINE_BOOT_H
#define PYVIZ_MACHINE_BOOT_H

#include <pyviz/machine/machine.h>

/* Makes everything that exists before a program: types, shared objects, modules, the namespace of
 * __main__.  0, or -1 when memory is too small. */
int boot_objects(Machine *m);

#endif
