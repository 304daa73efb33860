/* Modules that are Python alone: modules/python/<name>.py, embedded.  Their code runs as the
 * program's does, but its lines are no stops. */
#ifndef PYVIZ_MACHINE_MODULES_PURE_H
#define PYVIZ_MACHINE_MODULES_PURE_H

#include "module_specs.h"

#define PURE(symbol, module, text, names)                                                          \
    const ModuleSpec symbol = {.name = module, .doc = text, .python = true, .missing = names}

/* One that is C in CPython: its frames are not to be seen. */
#define PURE_OF_C(symbol, module, text, names)                                                     \
    const ModuleSpec symbol = {                                                                    \
        .name = module, .doc = text, .python = true, .of_c = true, .missing = names}

/* One whose frames are kept: modules.h. */
#define PURE_KEPT(symbol, module, text, names)                                                     \
    const ModuleSpec symbol = {                                                                    \
        .name = module, .doc = text, .python = true, .kept = true, .missing = names}

/* One with modules of its own. */
#define PURE_PACKAGE(symbol, module, text, names)                                                  \
    const ModuleSpec symbol = {                                                                    \
        .name = module, .doc = text, .python = true, .package = true, .missing = names}

/* A part of a module that would be too long in one file; no program sees it. */
#define PURE_PART(symbol, module)                                                                  \
    const ModuleSpec symbol = {.name = module, .python = true, .hidden = true}

#endif
