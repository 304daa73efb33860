/* itertools: Modules/itertoolsmodule.c, by file.
 *
 * Every type here is an iterator that does nothing before it is asked, and holds what it needs to
 * go on.  Those that hand out tuples keep the last one and fill it anew while nobody else holds it.
 */
#ifndef PYVIZ_MACHINE_MODULES_ITERTOOLS_H
#define PYVIZ_MACHINE_MODULES_ITERTOOLS_H

#include "native.h"

#include "../specs.h"

extern const MethodDef itertools_tee_methods[]; /* itertools_group.c: tee() */

/* The tuple to hand out next: *result itself where nobody else holds it, else a copy of it that
 * takes its place.  A new reference; NULL with MemoryError. */
Object *itertools_fresh_result(Machine *m, Object **result);

#endif
