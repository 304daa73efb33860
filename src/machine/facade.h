/* Functions that CPython has in C and the library here in Python: they look like those.
 *
 * A facade is a MethodDef of its own, with the Python function behind it; who has it as its `def`
 * is a builtin function or a method of a builtin type to everybody: to type() and repr(), where it
 * is found in a class, and in what it says of arguments that do not fit.  The parameters are read
 * off the function's code; the function itself is only called with what fits.
 *
 * Invariant: each object whose def is a facade holds a reference to the function behind it. */
#ifndef PYVIZ_MACHINE_FACADE_H
#define PYVIZ_MACHINE_FACADE_H

#include <pyviz/machine/function.h>

/* How CPython's function takes its arguments apart. */
enum facade_parser {
    FACADE_CLINIC, /* Argument Clinic, as most do */
    FACADE_TUPLE,  /* PyArg_ParseTuple, without keywords */
};

/* Never freed: the library stays, and keeps the name.  `method`: the first parameter is self.
 * NULL: MemoryError. */
const MethodDef *facade_new(Machine *m, Object *function, Object *name, bool method,
                            enum facade_parser parser);
/* The function behind it: borrowed, NULL if def is no facade. */
Object *facade_function(const MethodDef *def);
/* Called when the flags of def have been looked at.  self: that of a method. */
Object *facade_call(Machine *m, const MethodDef *def, Object *self, Object *const *args,
                    size_t nargs, Object *kwnames);

/* A function of a module, its own if that is NULL: a new reference. */
Object *facade_builtin(Machine *m, Object *function, enum facade_parser parser, Object *module);
/* The public functions that a module has made become builtin ones; `module`: what they say where
 * they are from, or NULL.  0 or -1. */
int facade_module(Machine *m, Object *namespace, Object *module);
/* The public methods that stand in a class become a builtin type's.  0 or -1. */
int facade_class(Machine *m, Type *type);

#endif
