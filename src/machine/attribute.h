/* Attributes of instances of the program's classes, sought: what there is to tell of it.
 *
 * The search itself is PyObject_GenericGetAttr's; where it will end is worked out only when
 * somebody looks. */
#ifndef PYVIZ_MACHINE_ATTRIBUTE_H
#define PYVIZ_MACHINE_ATTRIBUTE_H

#include <pyviz/machine/machine.h>

void attribute_tell(Machine *m, Object *o, Object *name);

/* o.name is about to be looked up. */
static inline void attribute_sought(Machine *m, Object *o, Object *name)
{
    if (o->type->tp_flags & TYPE_HEAP &&
        __builtin_expect(++m->clock >= machine_control(m)->horizon, 0))
        attribute_tell(m, o, name);
}

#endif
