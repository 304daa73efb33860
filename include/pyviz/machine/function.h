/* Functions, methods, cells and the callables written in C: Objects/funcobject.c, classobject.c,
 * methodobject.c, descrobject.c, cellobject.c. */
#ifndef PYVIZ_MACHINE_FUNCTION_H
#define PYVIZ_MACHINE_FUNCTION_H

#include <pyviz/machine/machine.h>

typedef struct FunctionObject {
    Object ob_base;
    Object *globals, *builtins, *name, *qualname, *code;
    Object *defaults, *kwdefaults; /* tuple, dict, or NULL */
    Object *closure;               /* tuple of cells, or NULL */
    Object *doc, *dict, *module, *annotations;
    Object *type_params; /* tuple, or NULL: none */
} FunctionObject;

typedef struct CellObject {
    Object ob_base;
    Object *value; /* NULL: empty */
} CellObject;

typedef struct MethodObject {
    Object ob_base;
    Object *function, *self;
} MethodObject;

typedef struct BuiltinObject { /* builtin_function_or_method */
    Object ob_base;
    const MethodDef *def;
    Object *self;   /* bound object, module, or NULL */
    Object *module; /* str or NULL */
} BuiltinObject;

typedef struct DescriptorObject { /* of C types: methods, getsets, slot wrappers */
    Object ob_base;
    Type *owner;
    Object *name;
    const MethodDef *def;    /* methods */
    const GetSetDef *getset; /* getsets */
    const void *wrapper;     /* slot wrappers: descriptor.c */
    int index;               /* members: which of type_extra */
} DescriptorObject;

bool function_of_library(const Object *function); /* of a module that comes with Python */
Object *function_new(Machine *m, Object *code, Object *globals, Object *qualname);
Object *cell_new(Machine *m, Object *value /* takes a reference; NULL: empty */);
/* A property's functions, borrowed; NULL: none.  Objects/descrobject.c: propertyobject. */
void property_functions(const Object *property, Object **get, Object **set);
/* What a classmethod or staticmethod wraps: borrowed, NULL before __init__. */
Object *wrapper_callable(const Object *wrapper);
/* A new one of that type, which takes nothing over from what it wraps: Objects/funcobject.c:
 * PyStaticMethod_New, PyClassMethod_New. */
Object *wrapper_new(Machine *m, Type *type, Object *callable);
Object *method_new(Machine *m, Object *function, Object *self);
Object *builtin_new(Machine *m, const MethodDef *def, Object *self, Object *module);
/* Puts every method of the table into a namespace dict as functions of the module. */
int builtin_add_methods(Machine *m, Object *dict, const MethodDef *methods, Object *module);

#endif
