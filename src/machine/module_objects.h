/* How many objects CPython's modules bring along that the collector looks at.
 *
 * Full collections wait until a quarter of what there was has come anew: what a module of CPython's
 * consists of is among what there is, though ours is made of less.  The numbers are data, in
 * module_objects.def. */
#ifndef PYVIZ_MACHINE_MODULE_OBJECTS_H
#define PYVIZ_MACHINE_MODULE_OBJECTS_H

#include <pyviz/machine/machine.h>

/* When the machine boots: what the profile's interpreter has loaded by itself. */
void module_objects_boot(Machine *m);
/* Is it known of a module, or of the package that it is a part of, how many they are? */
bool module_objects_known(const Object *name);
/* The program imports it, and with it what CPython's module imports: how many objects come that
 * have not come yet. */
int64_t module_objects_come(Machine *m, const Object *name);
/* So many have: what has been allocated for them in CPython counts towards the next collection.
 * Where that is not known, the counts are unsure from here on. */
void module_objects_count(Machine *m, const Object *name, int64_t come);

#endif
