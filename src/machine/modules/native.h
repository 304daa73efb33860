/* What the native types of the modules share.
 *
 * REFERENCES(name, n) makes tp_dealloc, tp_traverse and tp_clear for a struct whose first n fields
 * behind ob_base are references (or NULL): they are let go in that order. */
#ifndef PYVIZ_MACHINE_MODULES_NATIVE_H
#define PYVIZ_MACHINE_MODULES_NATIVE_H

#include "builtins.h"

#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#define NO_ARGS  ((void)args, (void)nargs, (void)kwnames)
#define ONE_ARG  ((void)nargs, (void)kwnames)
#define NEW_ARGS Machine *m, Type *type, Object *const *args, size_t nargs, Object *kwnames

/* A zeroed instance, not tracked yet: tp_alloc. */
static inline void *native_new(Machine *m, Type *type)
{
    return object_new_fresh(m, type, type->size, (size_t)type->tp_basicsize);
}

static inline Object **native_references(Object *o)
{
    return (Object **)(void *)(o + 1);
}
void native_dealloc(Machine *m, Object *o, int n);
int native_traverse(Object *o, int n, Machine *m, visitproc visit, void *arg);
int native_clear(Machine *m, Object *o, int n);

#define REFERENCES(name, n)                                                                        \
    static void name##_dealloc(Machine *m, Object *o)                                              \
    {                                                                                              \
        native_dealloc(m, o, n);                                                                   \
    }                                                                                              \
    static int name##_traverse(Machine *m, Object *o, visitproc visit, void *arg)                  \
    {                                                                                              \
        return native_traverse(o, n, m, visit, arg);                                               \
    }                                                                                              \
    static int name##_clear(Machine *m, Object *o)                                                 \
    {                                                                                              \
        return native_clear(m, o, n);                                                              \
    }

/* type(args...) refuses keywords, but a subclass with an __init__ of its own may take them: false
 * with TypeError. */
bool native_no_keywords(Machine *m, const Type *type, const Type *exact, const char *name,
                        Object *kwnames);
/* CPython makes this type when its module is imported. */
void native_heap_type(Machine *m, Type *type);
/* What __reduce__ hands on of an instance's own attributes: object.__getstate__, or its __dict__ if
 * there is anything in it, or None.  A new reference. */
Object *native_state(Machine *m, Object *o);
/* The last part of a type's name: "deque" of "collections.deque". */
const char *native_short_name(const Type *type);
/* One more item at the end of a C array in the region that doubles: 0 or -1.  Steals o. */
struct native_array {
    Object **item;
    ssize_t size, capacity;
};
int native_push(Machine *m, struct native_array *a, Object *o);
/* Lets go of every item, and of the block. */
void native_drop(Machine *m, struct native_array *a);

#endif
