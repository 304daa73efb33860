/* o.__class__ = C and C.__bases__ = (...): Objects/typeobject.c: object_set_class, type_set_bases.
 *
 * Both change what an object is while it lives, so the new type must lay it out as the old one
 * did. */
#include <pyviz/machine/errors.h>
#include <pyviz/machine/instance.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "class.h"
#include "type_cache.h"

/* ---- layouts --------------------------------------------------------------------------------- */

static bool is_heap(const Type *type)
{
    return type->tp_flags & TYPE_HEAP;
}

static bool adds_nothing(const Type *type)
{
    const Type *base = type->tp_base;
    return base && is_heap(type) && type->nextra == base->nextra &&
           type->tp_basicsize == base->tp_basicsize && type->preheader == base->preheader &&
           type->has_weakrefs == base->has_weakrefs;
}

static const Type *solid(const Type *type)
{
    while (adds_nothing(type))
        type = type->tp_base;
    return type;
}

/* Objects/typeobject.c: same_slots_added: a dict behind items of any number (up to 3.11) is not
 * among what may be the same. */
static bool same_slots(Machine *m, const Type *a, const Type *b)
{
    if (a->tp_itemsize && a->tp_basicsize != a->tp_base->tp_basicsize)
        return false;
    if (!is_heap(a) || !is_heap(b) || a->nextra != b->nextra || a->dict_extra != b->dict_extra ||
        a->has_weakrefs != b->has_weakrefs || a->nslots != b->nslots)
        return false;
    return a->nslots == 0 || object_richcompare_bool(m, a->ht_slots, b->ht_slots, COMPARE_EQ) == 1;
}

/* Objects/typeobject.c: compatible_for_assignment */
static bool compatible(Machine *m, const Type *old, const Type *new, const char *attribute)
{
    const Type *a = solid(old), *b = solid(new);
    if (a == b || (a->tp_base == b->tp_base && same_slots(m, a, b)))
        return true;
    if ((old->tp_flags ^ new->tp_flags) & TYPE_GC)
        error_set(m, EXC_TypeError, "%s assignment: '%s' deallocator differs from '%s'", attribute,
                  new->tp_name, old->tp_name);
    else
        error_set(m, EXC_TypeError, "%s assignment: '%s' object layout differs from '%s'",
                  attribute, new->tp_name, old->tp_name);
    return false;
}

/* ---- __class__ ------------------------------------------------------------------------------- */

int class_set_of_object(Machine *m, Object *o, Object *value)
{
    Type *old = o->type, *new = (Type *)value;
    if (!value)
        error_set(m, EXC_TypeError, "can't delete __class__ attribute");
    else if (!is_type(value))
        error_set(m, EXC_TypeError, "__class__ must be set to a class, not '%s' object",
                  type_name(value));
    else if ((!is_heap(old) || !is_heap(new)) &&
             (!type_is_subtype(old, m->types.module) || !type_is_subtype(new, m->types.module)))
        error_set(m, EXC_TypeError,
                  "__class__ assignment only supported for mutable types or ModuleType subclasses");
    if (error_occurred(m) || !compatible(m, old, new, "__class__") ||
        instance_keep_own_dict(m, o) < 0)
        return -1;
    o->type = (Type *)newref(new);
    decref(m, old);
    return 0;
}

/* ---- __bases__ ------------------------------------------------------------------------------- */

/* Its order may be out of date while mro() of a metaclass runs; what its layout rests upon is
 * not. */
static bool rests_upon(const Type *type, const Type *base)
{
    while (type && type != base)
        type = type->tp_base;
    return type;
}

static bool check_bases(Machine *m, Type *type, Object *value)
{
    if (!is_heap(type))
        error_set(m, EXC_TypeError, "cannot set '__bases__' attribute of immutable type '%s'",
                  type->tp_name);
    else if (!value)
        error_set(m, EXC_TypeError, "cannot delete '__bases__' attribute of type '%s'",
                  type->tp_name);
    else if (!is_tuple(value))
        error_set(m, EXC_TypeError, "can only assign tuple to %s.__bases__, not %s", type->tp_name,
                  type_name(value));
    else if (tuple_size(value) == 0)
        error_set(m, EXC_TypeError, "can only assign non-empty tuple to %s.__bases__, not ()",
                  type->tp_name);
    for (ssize_t i = 0; !error_occurred(m) && i < tuple_size(value); i++) {
        Object *base = tuple_item(value, i);
        if (!is_type(base))
            error_set(m, EXC_TypeError, "%s.__bases__ must be tuple of classes, not '%s'",
                      type->tp_name, type_name(base));
        else if (type_is_subtype((Type *)base, type) || rests_upon((Type *)base, type))
            error_set(m, EXC_TypeError, "a __bases__ item causes an inheritance cycle");
    }
    return !error_occurred(m);
}

/* Gives the class and all derived from it their new orders; `before` gets pairs of class and old
 * order.  Objects/typeobject.c: mro_hierarchy. */
static bool order_anew(Machine *m, Type *type, Object *before)
{
    Object *mro = mro_of(m, type);
    if (!mro)
        return false;
    bool ok =
        !type->tp_mro || /* it is being made: there was none */
        (list_append(m, before, (Object *)type) == 0 && list_append(m, before, type->tp_mro) == 0);
    set_ref(m, type->tp_mro, mro);
    type_cache_forget(m);
    for (int i = 0; ok && i < type->nsubclasses; i++)
        ok = order_anew(m, type->subclasses[i], before);
    return ok;
}

static void restore_orders(Machine *m, Object *before)
{
    for (ssize_t i = list_size(before) - 2; i >= 0; i -= 2) {
        Type *type = (Type *)list_item(before, i);
        set_ref(m, type->tp_mro, newref(list_item(before, i + 1)));
    }
    type_cache_forget(m);
}

static bool take_bases(Machine *m, Type *type, Object *bases, Type *base)
{
    class_forget_subclass(m, type);
    Object *old_bases = type->tp_bases;
    Type *old_base = type->tp_base;
    type->tp_bases = newref(bases);
    type->tp_base = (Type *)newref(base);
    decref(m, old_bases);
    decref(m, old_base);
    for (ssize_t i = 0; i < tuple_size(bases); i++)
        if (!class_add_subclass(m, (Type *)tuple_item(bases, i), type))
            return false;
    return true;
}

int class_set_bases(Machine *m, Object *o, Object *value)
{
    Type *type = (Type *)o;
    if (!check_bases(m, type, value))
        return -1;
    Type *base = class_best_base(m, value);
    if (!base || !compatible(m, type->tp_base, base, "__bases__"))
        return -1;
    Object *before = list_new(m, 0), *old_bases = newref(type->tp_bases);
    Type *old_base = (Type *)newref(type->tp_base);
    if (before)
        before->flags |= OBJECT_QUIET;
    bool ok = before && take_bases(m, type, value, base) && order_anew(m, type, before);
    Object *exception = error_fetch(m); /* if there is one, it is nothing to do with the slots */
    if (!ok && before && type->tp_bases == value) { /* mro() may have set others meanwhile */
        restore_orders(m, before);
        take_bases(m, type, old_bases, old_base);
    }
    slot_dispatch_modified(type);
    slot_dispatch_update_all(m, type);
    if (!ok)
        error_restore(m, exception);
    xdecref(m, before);
    decref(m, old_bases);
    decref(m, old_base);
    return ok ? 0 : -1;
}
