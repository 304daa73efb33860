/* The modules, or parts of modules, that are written in Python: modules/python, embedded. */
#ifndef PYVIZ_MACHINE_PYTHON_MODULES_H
#define PYVIZ_MACHINE_PYTHON_MODULES_H

#include <stddef.h>

struct python_module {
    const char *name, *text;
    size_t len;
};
extern const struct python_module python_modules[]; /* ends with a NULL name and an empty text */

#endif
