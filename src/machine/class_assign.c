/* Giving an object another class, and a class other bases: Objects/typeobject.c: object_set_class,
 * type_set_bases. */
#include <pyviz/machine/errors.h>
#include <pyviz/machine/instance.h>
#include <pyviz/machine/tuple.h>

#include "class.h"
#include "objects/dict_table.h"

static bool same_slots(Machine *m, const Type *a, const Type *b)
{
    if (a->nslots != b->nslots || !a->ht_slots || !b->ht_slots)
        return a->nslots == b->nslots;
    int same = object_richcompare_bool(m, a->ht_slots, b->ht_slots, COMPARE_EQ);
    if (same < 0)
        error_clear(m);
    return same > 0;
}

/* Do instances of both look the same in memory?  same_slots_added, compatible_for_assignment. */
static bool same_layout(Machine *m, Type *a, Type *b)
{
    Type *x = class_solid_base(a), *y = class_solid_base(b);
    if (class_builtin_base(a) != class_builtin_base(b) || a->size != b->size ||
        a->tp_basicsize != b->tp_basicsize || a->nextra != b->nextra ||
        a->dict_extra != b->dict_extra || a->managed_dict != b->managed_dict ||
        a->dictoffset != b->dictoffset || a->has_weakrefs != b->has_weakrefs)
        return false;
    return x == y || (x->tp_base == y->tp_base && same_slots(m, x, y));
}

static bool check_layout(Machine *m, Type *now, Type *wanted, const char *what)
{
    if ((now->tp_flags ^ wanted->tp_flags) & TYPE_GC) {
        error_set(m, EXC_TypeError, "%s assignment: '%s' deallocator differs from '%s'", what,
                  wanted->tp_name, now->tp_name);
        return false;
    }
    if (same_layout(m, now, wanted))
        return true;
    error_set(m, EXC_TypeError, "%s assignment: '%s' object layout differs from '%s'", what,
              wanted->tp_name, now->tp_name);
    return false;
}

/* ---- __class__ ------------------------------------------------------------------------------- */

/* The numbers of an instance's values are its class's: they become a dict that stands for itself. */
static int leave_shared_keys(Machine *m, Object *o)
{
    if (!o->type->managed_dict || !instance_values(o))
        return 0;
    Object *dict = instance_dict(m, o);
    if (!dict)
        return -1;
    return o->type->inline_values && !dict_values_detach(m, (DictObject *)dict) ? -1 : 0;
}

int class_set_class(Machine *m, Object *o, Object *value)
{
    if (!value) {
        error_set(m, EXC_TypeError, "can't delete __class__ attribute");
        return -1;
    }
    if (!is_type(value)) {
        error_set(m, EXC_TypeError, "__class__ must be set to a class, not '%s' object",
                  type_name(value));
        return -1;
    }
    Type *now = o->type, *wanted = (Type *)value;
    if (!(now->tp_flags & wanted->tp_flags & TYPE_HEAP)) {
        error_set(m, EXC_TypeError,
                  "__class__ assignment only supported for mutable types or ModuleType subclasses");
        return -1;
    }
    if (!check_layout(m, now, wanted, "__class__") || leave_shared_keys(m, o) < 0)
        return -1;
    o->type = (Type *)newref(wanted);
    decref(m, now);
    return 0;
}

/* ---- __bases__ ------------------------------------------------------------------------------- */

static bool check_bases(Machine *m, Type *type, Object *bases)
{
    if (!is_tuple(bases)) {
        error_set(m, EXC_TypeError, "can only assign tuple to %s.__bases__, not %s", type->tp_name,
                  type_name(bases));
        return false;
    }
    if (tuple_size(bases) == 0) {
        error_set(m, EXC_TypeError, "can only assign non-empty tuple to %s.__bases__, not ()",
                  type->tp_name);
        return false;
    }
    for (ssize_t i = 0; i < tuple_size(bases); i++) {
        Object *base = tuple_item(bases, i);
        if (!is_type(base)) {
            error_set(m, EXC_TypeError, "%s.__bases__ must be tuple of classes, not '%s'",
                      type->tp_name, type_name(base));
            return false;
        }
        if (type_is_subtype((Type *)base, type)) {
            error_set(m, EXC_TypeError, "a __bases__ item causes an inheritance cycle");
            return false;
        }
    }
    return true;
}

/* The orders of the type and of everything derived from it, anew. */
static int relinearize(Machine *m, Type *type)
{
    Object *mro = mro_linearize(m, type, type->tp_bases), *old = type->tp_mro;
    if (!mro)
        return -1;
    type->tp_mro = mro;
    xdecref(m, old);
    for (int i = 0; i < type->nsubclasses; i++)
        if (relinearize(m, type->subclasses[i]) < 0)
            return -1;
    return 0;
}

static int adopt(Machine *m, Type *type)
{
    for (ssize_t i = 0; i < tuple_size(type->tp_bases); i++)
        if (!class_add_subclass(m, (Type *)tuple_item(type->tp_bases, i), type))
            return -1;
    return 0;
}

/* Puts bases and the base in their place; what was there comes back in the same variables. */
static void swap_bases(Type *type, Object **bases, Type **base)
{
    Object *old_bases = type->tp_bases;
    Type *old_base = type->tp_base;
    type->tp_bases = *bases;
    type->tp_base = *base;
    *bases = old_bases;
    *base = old_base;
}

int class_set_bases(Machine *m, Object *o, Object *value)
{
    Type *type = (Type *)o;
    if (!check_bases(m, type, value))
        return -1;
    Type *base = class_best_base(m, value);
    if (!base || !check_layout(m, type->tp_base, base, "__bases__"))
        return -1;
    Object *bases = newref(value);
    incref(base);
    class_forget_subclass(m, type);
    swap_bases(type, &bases, &base);
    int status = relinearize(m, type);
    if (status < 0) { /* back to the orders that there were */
        Object *failure = error_fetch(m);
        swap_bases(type, &bases, &base);
        if (relinearize(m, type) < 0)
            error_clear(m);
        error_restore(m, failure);
    }
    if (adopt(m, type) < 0)
        status = -1;
    slot_dispatch_update_all(m, type);
    decref(m, bases);
    decref(m, base);
    return status;
}
