/* Weak references and proxies: Objects/weakrefobject.c.
 *
 * An object that can be referred to weakly has a list of its weak references: first the plain one
 * without a callback, if there is one, then the plain proxy without one, then the others, the
 * newest first.  The list owns nothing.
 *
 * Invariants: a WeakrefObject is in the list of the object that it refers to, and in none once it
 * is dead (object NULL).  An object's weak references are dead before anything of it is taken
 * apart. */
#ifndef PYVIZ_MACHINE_WEAKREF_H
#define PYVIZ_MACHINE_WEAKREF_H

#include <pyviz/machine/machine.h>

typedef struct WeakrefObject {
    Object ob_base;
    Object *object;   /* borrowed; NULL: dead */
    Object *callback; /* or NULL */
    hash_t hash;      /* the object's, once somebody has asked; else -1 */
    struct WeakrefObject *previous, *next;
} WeakrefObject;

static inline bool is_weakref(const Machine *m, const Object *o)
{
    return type_is_subtype(o->type, m->types.weakref) || o->type == m->types.weakproxy ||
           o->type == m->types.weakcallableproxy;
}

/* What it refers to (borrowed), or NULL: dead, or about to be: an object whose end has been put
 * off, deep in a chain of others, is nobody's any more. */
static inline Object *weakref_object(const WeakrefObject *w)
{
    return w->object && w->object->refcnt ? w->object : NULL;
}

/* Where the object keeps its list; NULL if it cannot be referred to weakly. */
static inline WeakrefObject **weakref_list(Object *o)
{
    if (is_type(o))
        return (WeakrefObject **)(void *)&((Type *)o)->weakrefs;
    return o->type->weak_extra ? (WeakrefObject **)(void *)type_extra(o, o->type->weak_extra - 1)
                               : NULL;
}

/* weakref.ref(o, callback), weakref.proxy(o, callback): a new reference, perhaps to one that
 * exists. callback may be NULL.  TypeError if o cannot be referred to weakly. */
Object *weakref_new(Machine *m, Object *o, Object *callback);
Object *weakref_new_proxy(Machine *m, Object *o, Object *callback);
ssize_t weakref_count(Object *o);
/* Makes it dead, and keeps the callback. */
void weakref_clear(Machine *m, WeakrefObject *w);
/* o is about to be taken apart: its weak references die, then their callbacks are called. */
void weakref_clear_all(Machine *m, Object *o);
/* Calls w's callback with w; reports what it raises. */
void weakref_call_back(Machine *m, WeakrefObject *w, Object *callback);

/* For weakproxy.c. */
void weakref_dealloc(Machine *m, Object *o);
int weakref_traverse(Machine *m, Object *o, visitproc visit, void *arg);
int weakref_tp_clear(Machine *m, Object *o);

#endif
