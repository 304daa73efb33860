/* The specs of all modules, declared: modules.def lists them. */
#ifndef PYVIZ_MACHINE_MODULES_MODULE_SPECS_H
#define PYVIZ_MACHINE_MODULES_MODULE_SPECS_H

#include <pyviz/machine/modules.h>

#define MODULE(spec) extern const ModuleSpec spec;
#include "../modules.def"
#undef MODULE

#endif
