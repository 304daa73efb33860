/* What stands in the dicts of the builtin types, name by name. */
#ifndef PYVIZ_MACHINE_TYPE_NAMES_H
#define PYVIZ_MACHINE_TYPE_NAMES_H

#include <pyviz/machine/machine.h>

/* How CPython's dict of the type has the name: a letter of type_names.def; 0: it is not there, or
 * nothing is known of the type. */
char type_names_kind(const Machine *m, const Type *type, const char *name);

/* ">12", "<11.2", at its sign: is the profile's version within? */
bool type_names_holds(const Machine *m, const char *bound);

/* Gives a builtin type's dict the names that CPython's has, in its order.  Those that are inherited
 * here get descriptors of their own; those that are lacking are there, but refuse to be used; those
 * of another version go.  Types that CPython has not stay as they are.  0 or -1.
 * Objects/typeobject.c: type_ready_fill_dict. */
int type_names_arrange(Machine *m, Type *type);

#endif
