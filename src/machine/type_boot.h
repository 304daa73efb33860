/* The steps by which types come into being at boot, when the types that a type needs do not exist.
 */
#ifndef PYVIZ_MACHINE_TYPE_BOOT_H
#define PYVIZ_MACHINE_TYPE_BOOT_H

#include <pyviz/machine/machine.h>

/* Memory for a type; NULL with MemoryError. */
Type *type_allocate(Machine *m);
/* Slots, sizes and flags, its own and inherited ones; allocates nothing. */
void type_setup(Machine *m, Type *type, const TypeSpec *spec, Type *base);
/* bases, mro, dict.  0 or -1. */
int type_ready(Machine *m, Type *type);

/* The types of exceptions.def into machine->exc. */
int exceptions_setup(Machine *m);
int exceptions_ready(Machine *m);

#endif
