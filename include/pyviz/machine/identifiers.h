/* The strings of identifiers.def as fields: machine->id.__len__ is the interned str "__len__". */
#ifndef PYVIZ_MACHINE_IDENTIFIERS_H
#define PYVIZ_MACHINE_IDENTIFIERS_H

typedef struct Object Object;

struct identifiers {
#define ID(name)           Object *name;
#define ID_AS(field, text) Object *field;
#include <pyviz/machine/identifiers.def>
#undef ID
#undef ID_AS
};

#endif
