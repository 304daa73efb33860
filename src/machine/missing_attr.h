/* Attributes that CPython's builtin types have and ours have not. */
#ifndef PYVIZ_MACHINE_MISSING_ATTR_H
#define PYVIZ_MACHINE_MISSING_ATTR_H

#include <pyviz/machine/machine.h>

/* Is it one of the type or of a base, object aside?  Then looking it up is refused: there is no
 * AttributeError. */
bool missing_attr_is_known(Machine *m, const Type *type, Object *name);
/* Adds those of this type itself to a dict of names, for dir().  0 or -1. */
int missing_attr_add(Machine *m, const Type *type, Object *names);

#endif
