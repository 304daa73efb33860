/* How an object is taken apart, so that another can be made like it: the protocol that copy and
 * pickle share.  Objects/typeobject.c: object.__reduce_ex__ and what it asks. */
#ifndef PYVIZ_MACHINE_OBJECTS_REDUCE_H
#define PYVIZ_MACHINE_OBJECTS_REDUCE_H

#include <pyviz/machine/type.h>

/* Methods of object. */
Object *reduce_method(Machine *m, Object *self, Object *const *args, size_t nargs, Object *kwnames);
Object *reduce_ex_method(Machine *m, Object *self, Object *const *args, size_t nargs,
                         Object *kwnames);
Object *reduce_getstate_method(Machine *m, Object *self, Object *const *args, size_t nargs,
                               Object *kwnames);
/* getattr(builtins, name): what iterators name as their maker.  A new reference. */
Object *reduce_builtin(Machine *m, const char *name);

#endif
