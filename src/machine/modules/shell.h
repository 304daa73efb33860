/* Modules of the standard library that are names here and nothing more.
 *
 * Programs import what they use in one function of many, or not at all.  So the import of what is
 * not simulated succeeds where CPython's has no effect that could be seen, and the first thing that
 * is asked of the module is refused, by its name: "socket.gethostname is not simulated yet". */
#ifndef PYVIZ_MACHINE_SHELL_H
#define PYVIZ_MACHINE_SHELL_H

#include <pyviz/machine/modules.h>

/* What such a module of that name is made from; NULL if there is none. */
const ModuleSpec *shell_spec(const Object *name);
/* Is one of that name in the package?  Looks only: makes no object. */
bool shell_is_in(const Object *package, const Object *name);

#endif
