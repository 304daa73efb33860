#ifndef PYVIZ_MACHINE_GC_H
#define PYVIZ_MACHINE_GC_H

#include <pyviz/machine/machine.h>

/* Empty generations, thresholds and counts as the profile has them. */
void gc_boot(Machine *m);

#endif
