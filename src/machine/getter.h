/* Getters that many types have. */
#ifndef PYVIZ_MACHINE_GETTER_H
#define PYVIZ_MACHINE_GETTER_H

#include <pyviz/machine/machine.h>

/* Defines get_FIELD for a GetSetDef: what the field of the struct holds, None for NULL. */
#define GETTER(type, field)                                                                        \
    static Object *get_##field(Machine *m, Object *o)                                              \
    {                                                                                              \
        Object *v = ((type *)o)->field;                                                            \
        return newref(v ? v : m->none);                                                            \
    }

#endif
