/* functools, by file: Modules/_functoolsmodule.c; what CPython has in Lib/functools.py is in
 * python/functools.py. */
#ifndef PYVIZ_MACHINE_MODULES_FUNCTOOLS_H
#define PYVIZ_MACHINE_MODULES_FUNCTOOLS_H

#include "native.h"

#include "../specs.h"

Object *partial_function(const Object *partial); /* borrowed */

#endif
