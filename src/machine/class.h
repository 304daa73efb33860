/* Types made by class statements: Objects/typeobject.c. */
#ifndef PYVIZ_MACHINE_CLASS_H
#define PYVIZ_MACHINE_CLASS_H

#include <pyviz/machine/function.h>

/* ---- class.c ---- */
/* type(name, bases, namespace, **keywords): type_new.  tp_new of type. */
Object *class_tp_new(Machine *m, Type *metatype, Object *const *args, size_t nargs,
                     Object *kwnames);
int class_tp_init(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames);
/* The most derived of the metaclass and the types of the bases; borrowed, NULL with TypeError. */
Type *class_metatype(Machine *m, Type *metatype, Object *bases);
/* The nearest builtin type that a type derives from, or is. */
Type *class_builtin_base(Type *type);
/* The base that decides on the layout of instances: borrowed, NULL with TypeError. */
Type *class_best_base(Machine *m, Object *bases);
bool class_add_subclass(Machine *m, Type *base, Type *type);
/* Which builtin types have subclasses in CPython when a program begins: their names, with commas
 * between them. */
void class_note_subclassed(Machine *m, const char *names);
void class_forget_subclass(Machine *m, Type *type);
/* "module.qualname" of a heap type (module left out for builtins), else tp_name: a new str. */
Object *class_full_name(Machine *m, const Type *type);
/* Its references, for type's tp_traverse, tp_clear and tp_dealloc. */
int class_visit(Machine *m, Type *type, visitproc visit, void *arg);
int class_clear(Machine *m, Type *type);
void class_release(Machine *m, Type *type);
/* What an instance keeps in the slots of its classes. */
int class_visit_slots(Machine *m, Object *o, visitproc visit, void *arg);
/* What CPython allocates for a class, GC head not included. */
size_t class_modelled_bytes(Machine *m);

/* ---- class_attr.c ---- */
extern const GetSetDef class_getset[]; /* of type */
extern const MethodDef class_methods[];
/* type.__doc__ */
Object *type_get_doc(Machine *m, Object *o);
extern const MethodDef type_own_sizeof;  /* __sizeof__ of the types that have their own */
extern const MethodDef class_new_method; /* __new__ of every type that has a tp_new */
int class_setattro(Machine *m, Object *o, Object *name, Object *value);
/* Adds the names that a class and its bases have to a dict, for dir(). */
int class_merge_names(Machine *m, Object *names, Type *type);

/* ---- class_assign.c ---- */
int class_set_of_object(Machine *m, Object *o, Object *value); /* o.__class__ = value */
int class_set_bases(Machine *m, Object *o, Object *value);     /* C.__bases__ = value */

/* ---- mro.c ---- */
/* A new tuple: what the metaclass's mro() gives if it has one of its own, else mro_linearize. */
Object *mro_of(Machine *m, Type *type);
/* The linearization of a type with these bases, itself first: a new tuple, or NULL with
 * TypeError. */
Object *mro_linearize(Machine *m, Type *type, Object *bases);

/* ---- slot_dispatch.c ---- */
/* Is its __new__ looked up in Python, at each call (CPython: slot_tp_new)? */
bool slot_new_is_generic(const Type *type);
/* Sets every slot of a heap type by what its dunder methods are now. */
void slot_dispatch_update(Machine *m, Type *type);
/* An attribute of the type is another now: new versions, for it and for every class derived from
 * it.  Objects/typeobject.c: PyType_Modified. */
void slot_dispatch_modified(Type *type);
/* The slots of the type and of every class derived from it. */
void slot_dispatch_update_all(Machine *m, Type *type);
/* Does repr() of it hold it itself: in the frame of a function of the program's, or, as a
 * container, among those under way? */
bool slot_repr_holds(Machine *m, const Object *o);
/* What o's type has under a name, bound to o; NULL without an exception: nothing.
 * Objects/typeobject.c: _PyObject_LookupSpecial. */
Object *special_method(Machine *m, Object *o, Object *name);
/* Calls it.  *missing set: NULL without an exception. */
Object *special_call(Machine *m, Object *o, Object *name, Object *const *args, size_t nargs,
                     bool *missing);
/* The same as the slots do it: nothing is bound, the object comes before the arguments.
 * Objects/typeobject.c: vectorcall_method, vectorcall_maybe. */
Object *special_call_unbound(Machine *m, Object *o, Object *name, Object *const *args, size_t nargs,
                             bool *missing);

/* ---- build_class.c ---- */
extern const MethodDef build_class_table[];

/* tp_new of object. */
Object *object_default_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                           Object *kwnames);
/* May `base` stand in the order of `type`: are instances of the one laid out as those of the
 * other? */
bool class_fits_layout(Type *type, Type *base);

/* o, or NULL: nobody will ever see it; it shows only in addresses and in the count of allocations.
 * serial: the number that the next object had before it was made. */
Object *class_out_of_sight(Machine *m, Object *o, int32_t serial);

#endif
