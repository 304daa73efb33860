/* list[int] and int | str: Objects/genericaliasobject.c, Objects/unionobject.c. */
#ifndef PYVIZ_MACHINE_OBJECTS_GENERIC_ALIAS_H
#define PYVIZ_MACHINE_OBJECTS_GENERIC_ALIAS_H

#include <pyviz/machine/machine.h>
#include <pyviz/machine/str.h>

typedef struct GenericAliasObject {
    Object ob_base;
    Object *origin, *args, *parameters; /* parameters: NULL until someone asks */
    bool starred;                       /* *tuple[int] */
} GenericAliasObject;

/* origin[args]; args are made a tuple of. */
Object *generic_alias_new(Machine *m, Object *origin, Object *args);
/* For method tables: {"__class_getitem__", generic_alias_class_getitem, METH_O | METH_CLASS, NULL}.
 */
Object *generic_alias_class_getitem(Machine *m, Object *cls, Object *const *args, size_t nargs,
                                    Object *kwnames);
/* The type variables in arguments, each once: a tuple. */
Object *generic_parameters(Machine *m, Object *args);
/* args with `items` in the places of the parameters: a tuple. */
Object *generic_substitute(Machine *m, Object *self, Object *args, Object *parameters,
                           Object *items);
/* One argument as repr() has it. */
int generic_write(Machine *m, StrWriter *w, Object *o);

typedef struct UnionObject {
    Object ob_base;
    Object *args, *parameters;
} UnionObject;

/* Its types, in a tuple that is borrowed: isinstance() takes them as it takes a tuple. */
Object *union_args(Object *o);
/* a | b for types; NotImplemented if one of them cannot be part of a union. */
Object *union_or(Machine *m, Object *a, Object *b);

#endif
