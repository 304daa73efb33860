/* How C code appears to Python: methods, getsets and slot wrappers in the dicts of the builtin
 * types (Objects/descrobject.c, the slotdefs of Objects/typeobject.c). */
#ifndef PYVIZ_MACHINE_DESCRIPTOR_H
#define PYVIZ_MACHINE_DESCRIPTOR_H

#include <pyviz/machine/function.h>

/* Fills a builtin type's dict: slot wrappers for the slots that its spec sets itself, then its
 * methods and getsets.  0 or -1. */
int descriptor_fill(Machine *m, Type *type, const TypeSpec *spec);

/* A descriptor of the given type, for owner's dict: untracked, its kind's field not set. */
Object *descriptor_new(Machine *m, Type *descriptor_type, Type *owner, const char *name);
void descriptor_dealloc(Machine *m, Object *o);
int descriptor_traverse(Machine *m, Object *o, visitproc visit, void *arg);
extern const GetSetDef descriptor_getset[];
extern const MethodDef descriptor_methods[];

/* For calls: finds o.name.  1: *method is a function to be called with o in front (borrowed o);
 * 0: *method is the attribute itself; -1: error.  *method is a new reference.
 * Objects/object.c: _PyObject_GetMethod. */
int object_get_method(Machine *m, Object *o, Object *name, Object **method);

/* type.c: an attribute of a class.  missing: not NULL where it is no error that there is none, only
 * to be noted. */
Object *type_getattr(Machine *m, Object *o, Object *name, bool *missing);

/* errors.c: notes the object and name of the AttributeError under way; returns NULL. */
Object *error_attribute(Machine *m, Object *o, Object *name);

/* Refuses what CPython's type has, and ours lacks: type_names.c.  NULL. */
void *descriptor_refuse_empty(Machine *m, const DescriptorObject *d);

#endif
