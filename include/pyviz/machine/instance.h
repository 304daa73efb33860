/* Where instances of classes keep their attributes: Objects/dictobject.c, Objects/object.c.
 *
 * An instance of a plain class has no dict.  It has values (DictValues), numbered by the keys that
 * its class keeps for all its instances; a dict is made of them when somebody asks for `__dict__`.
 *   3.11, 3.12: the values lie in a block of their own, and move into that dict: from then on the
 *     instance has the dict only.
 *   3.13: they lie behind the object itself, as long as there is room for nothing else there; the
 * dict only shows them, and both see every change.  They become invalid when the dict gets a table
 * of its own or is replaced. Instances of subclasses of list, int, ... have no values at birth;
 * their dict comes with the first attribute, and shares its keys, too.  Exceptions and functions
 * have plain dicts.
 *
 * Invariant: type_extra(o, dict_extra) is the DictValues of a managed_dict type's instance; with
 * valid inline values and a dict, the dict's ma_values are these. */
#ifndef PYVIZ_MACHINE_INSTANCE_H
#define PYVIZ_MACHINE_INSTANCE_H

#include <pyviz/machine/dict.h>
#include <pyviz/machine/type.h>

/* The values that hold o's attributes; NULL: a dict does, or nothing. */
static inline DictValues *instance_values(const Object *o)
{
    if (!o->type->managed_dict)
        return NULL;
    DictValues *v = (DictValues *)(void *)*type_extra((Object *)(uintptr_t)o, o->type->dict_extra);
    return v && v->valid ? v : NULL;
}
/* The dict, if there is one by now: borrowed. */
static inline Object *instance_dict_if_any(const Object *o)
{
    Object **place = type_dict_pointer((Object *)(uintptr_t)o);
    return place ? *place : NULL;
}
/* Walks the instance's own attributes in the order in which it got them: *at starts at 0; false at
 * the end; borrowed.  Changes nothing. */
bool instance_next(const Object *o, ssize_t *at, Object **name, Object **value);

/* Values for a new instance: _PyObject_InitializeDict (3.11, 3.12), _PyObject_InitInlineValues. */
int instance_init(Machine *m, Object *o);
/* Its __dict__, made if there is none: borrowed; NULL with an exception.  PyObject_GenericGetDict.
 */
Object *instance_dict(Machine *m, Object *o);
/* o.__dict__ = dict, which may be NULL to delete it.  PyObject_GenericSetDict. */
int instance_set_dict(Machine *m, Object *o, Object *dict);
/* Whether it may become a __dict__: false with TypeError if it is no dict, or NULL. */
bool instance_dict_fits(Machine *m, Object *dict);
/* The same, as the setter of a __dict__ that cannot be deleted. */
int instance_exchange_dict(Machine *m, Object *o, Object *dict);
/* Its class is about to change: attributes that its values hold go into a dict. */
int instance_keep_own_dict(Machine *m, Object *o);
/* The instance's own attribute: 1 with the value (borrowed), 0 if it has none, -1.  make: an
 * instance that has neither values nor a dict may get one (_PyObject_GenericGetAttrWithDict does
 * so, a call of a method does not). */
int instance_get(Machine *m, Object *o, Object *name, Object **value, bool make);
/* Has it one of this name, a str?  Asks without a trace. */
bool instance_has(Machine *m, const Object *o, Object *name);
/* Writes it, or deletes it if value is NULL: 1 done, 0 there is none to delete, -1.  o may keep
 * attributes (type_dict_pointer is not NULL). */
int instance_set(Machine *m, Object *o, Object *name, Object *value);

/* For the type's tp_traverse, tp_clear and tp_dealloc. */
int instance_visit_attributes(Machine *m, Object *o, visitproc visit, void *arg);
void instance_clear_attributes(Machine *m, Object *o);

#endif
