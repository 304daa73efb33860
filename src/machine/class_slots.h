/* __slots__, and whether instances get a dict and weak references: type_new_slots. */
#ifndef PYVIZ_MACHINE_CLASS_SLOTS_H
#define PYVIZ_MACHINE_CLASS_SLOTS_H

#include <pyviz/machine/machine.h>

struct class_slots {
    Object *names; /* tuple of str, mangled and sorted, owned; NULL: no __slots__ */
    int count;
    bool dict, weakrefs; /* that this class adds */
};

/* Reads __slots__ of the namespace of a class that is not made yet.  0, or -1 with an exception and
 * without names. */
int class_slots_collect(Machine *m, Object *name, const Type *base, Object *bases, Object *dict,
                        struct class_slots *s);
/* Puts the member descriptors, __dict__ and __weakref__ into the type's dict, once it is laid out.
 */
int class_slots_add(Machine *m, Type *type, const struct class_slots *s);

bool class_set_name(Machine *m, Type *type, Object *name);

#endif
