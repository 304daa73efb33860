/* The constant tables that boot makes the builtin types of, one for each line of types.def. */
#ifndef PYVIZ_MACHINE_SPECS_H
#define PYVIZ_MACHINE_SPECS_H

#include <pyviz/machine/type.h>

#define TYPE(field, spec)          extern const TypeSpec spec;
#define SUBTYPE(field, spec, base) extern const TypeSpec spec;
#include <pyviz/machine/types.def>
#undef TYPE
#undef SUBTYPE

#endif
