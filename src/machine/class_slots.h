/* __slots__, and whether instances get a dict and weak references: type_new_slots. */
#ifndef PYVIZ_MACHINE_CLASS_SLOTS_H
#define PYVIZ_MACHINE_CLASS_SLOTS_H

#include <pyviz/machine/machine.h>

struct class_slots {
    Object *names; /* list of str, mangled and sorted; NULL: no __slots__ */
    int count;
    bool dict, weakrefs; /* that this class adds */
};

/* Reads __slots__ of the type's dict.  0, or -1 with an exception; free in any case. */
int class_slots_collect(Machine *m, Type *type, Type *base, Object *bases, struct class_slots *s);
void class_slots_free(Machine *m, struct class_slots *s);
/* Puts the member descriptors, __dict__ and __weakref__ into the type's dict, once it is laid out.
 */
int class_slots_add(Machine *m, Type *type, const struct class_slots *s);

bool class_set_name(Machine *m, Type *type, Object *name);

#endif
