/* Who is said to have read the program: __main__.__loader__.
 *
 * Nobody is there to load anything again: the object has the class name, the name and the path that
 * CPython's has, and refuses the rest.  Lib/importlib/_bootstrap_external.py: SourceFileLoader. */
#ifndef PYVIZ_MACHINE_MAIN_LOADER_H
#define PYVIZ_MACHINE_MAIN_LOADER_H

#include <pyviz/machine/machine.h>

/* A new reference, or NULL. */
Object *main_loader_new(Machine *m);

#endif
