/* The dunder names of the slots: Objects/typeobject.c: slotdefs. */
#ifndef PYVIZ_MACHINE_SLOTDEF_H
#define PYVIZ_MACHINE_SLOTDEF_H

#include <pyviz/machine/machine.h>

enum slotdef_wrap {
    WRAP_UNARY,     /* repr, neg, iter: f(o) */
    WRAP_BINARY,    /* f(o, other), o on the left */
    WRAP_REFLECTED, /* f(other, o) */
    WRAP_COMPARE,   /* richcompare; argument: the operator */
    WRAP_HASH,
    WRAP_BOOL,
    WRAP_LENGTH,
    WRAP_CONTAINS,
    WRAP_CALL,
    WRAP_NEXT,
    WRAP_ITEM,
    WRAP_SET_ITEM,
    WRAP_DEL_ITEM, /* sq_ and mp_ alike */
    WRAP_SQ_ITEM,
    WRAP_SQ_SET_ITEM,
    WRAP_SQ_DEL_ITEM,
    WRAP_REPEAT,
    WRAP_REPEAT_INPLACE,
    WRAP_POWER,
    WRAP_POWER_REFLECTED,
    WRAP_GETATTR,
    WRAP_SETATTR,
    WRAP_DELATTR,
    WRAP_DESCR_GET,
    WRAP_INIT,
    WRAP_DIVMOD,
    WRAP_DESCR_SET,
    WRAP_DESCR_DELETE,
};

struct slotdef {
    const char *name;
    size_t offset; /* of the slot in TypeSlots */
    enum slotdef_wrap wrap;
    int argument;
};
extern const struct slotdef slotdefs[]; /* ends with a NULL name */

/* Is it the dunder of a slot? */
bool slotdef_has(const char *name, size_t n);
/* The row of that name whose slot is set, or NULL. */
const struct slotdef *slotdef_find(const TypeSlots *slots, const char *name);
bool slotdef_is_set(const struct slotdef *s, const TypeSlots *slots);
/* Calls the owner's slot as its Python-level method is called. */
Object *slotdef_call(Machine *m, const struct slotdef *s, Type *owner, Object *self,
                     Object *const *args, size_t nargs, Object *kwnames);

#endif
