#include "class_slots.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/instance.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>
#include <pyviz/machine/weakref.h>

#include "class.h"
#include "descriptor.h"
#include "specs.h"

enum { MEMBER_BYTES = 48 };

static bool has_dict(const Type *type)
{
    return type->dict_extra || type->dictoffset || type->tp_flags & TYPE_TYPE_SUBCLASS;
}

static bool has_weakrefs(const Type *type)
{
    return type->has_weakrefs;
}

/* "__x" of class _C becomes "_C__x": Python/compile.c: _Py_Mangle. */
static Object *mangle(Machine *m, Object *class_name, Object *name)
{
    ssize_t n = str_len(name), strip = 0;
    bool private = n > 2 && str_at(name, 0) == '_' && str_at(name, 1) == '_' &&
                   !(str_at(name, n - 1) == '_' && str_at(name, n - 2) == '_');
    while (strip < str_len(class_name) && str_at(class_name, strip) == '_')
        strip++;
    if (!private || strip == str_len(class_name)) {
        Object *plain = is_exact(m, name, str) ? newref(name) : str_printf(m, "%U", name);
        return plain ? str_intern(m, plain) : NULL;
    }
    Object *rest = str_substring(m, class_name, strip, str_len(class_name));
    Object *mangled = rest ? str_printf(m, "_%U%U", rest, name) : NULL;
    xdecref(m, rest);
    return mangled ? str_intern(m, mangled) : NULL;
}

static bool is_dict_slot(Object *name)
{
    return str_equals_ascii(name, "__dict__");
}

static bool is_weakref_slot(Object *name)
{
    return str_equals_ascii(name, "__weakref__");
}

/* An identifier, and not twice what makes an instance's dict or weak references: 0 or -1.
 * Objects/typeobject.c: type_new_visit_slots. */
static int check_slot(Machine *m, const Type *base, Object *name, struct class_slots *s)
{
    if (!is_str(name)) {
        error_set(m, EXC_TypeError, "__slots__ items must be strings, not '%.200s'",
                  type_name(name));
        return -1;
    }
    if (!str_is_identifier(name)) {
        error_set(m, EXC_TypeError, "__slots__ must be identifiers");
        return -1;
    }
    bool dict = is_dict_slot(name);
    if (!dict && !is_weakref_slot(name))
        return 0;
    if (dict ? has_dict(base) || s->dict : has_weakrefs(base) || s->weakrefs) {
        error_set(m, EXC_TypeError, "%s slot disallowed: %s", dict ? "__dict__" : "__weakref__",
                  dict || !m->profile->weakref_slot_two_reasons
                      ? "we already got one"
                      : "either we already got one, or __itemsize__ != 0");
        return -1;
    }
    *(dict ? &s->dict : &s->weakrefs) = true;
    return 0;
}

static int check_slots(Machine *m, const Type *base, Object *given, struct class_slots *s)
{
    if (tuple_size(given) > 0 && base->tp_itemsize != 0) {
        error_set(m, EXC_TypeError, "nonempty __slots__ not supported for subtype of '%s'",
                  base->tp_name);
        return -1;
    }
    for (ssize_t i = 0; i < tuple_size(given); i++)
        if (check_slot(m, base, tuple_item(given, i), s) < 0)
            return -1;
    return 0;
}

static bool shadows_variable(Machine *m, Object *dict, Object *name)
{
    return dict_get_str(m, dict, name) && name != m->id.__qualname__ && name != m->id.__classcell__;
}

/* The names that become members, mangled, into a list that has room for them all: 0 or -1. */
static int mangle_slots(Machine *m, Object *class_name, Object *dict, Object *given, Object *list)
{
    ssize_t n = 0;
    for (ssize_t i = 0; i < tuple_size(given); i++) {
        Object *slot = tuple_item(given, i);
        if (is_dict_slot(slot) || is_weakref_slot(slot))
            continue;
        Object *mangled = mangle(m, class_name, slot);
        if (!mangled)
            return -1;
        ((ListObject *)list)->item[n++] = mangled;
        if (shadows_variable(m, dict, mangled)) {
            error_set(m, EXC_ValueError, "%R in __slots__ conflicts with class variable", mangled);
            return -1;
        }
    }
    return 0;
}

/* A tuple of them, sorted, by way of a list: Objects/typeobject.c: type_new_copy_slots. */
static Object *copy_slots(Machine *m, Object *class_name, Object *dict, Object *given,
                          const struct class_slots *s)
{
    Object *names = NULL, *list = list_new(m, tuple_size(given) - s->dict - s->weakrefs);
    if (!list)
        return NULL;
    list->flags |= OBJECT_QUIET;
    if (mangle_slots(m, class_name, dict, given, list) == 0 && list_sort(m, list, NULL, false) == 0)
        names = tuple_from_array(m, ((ListObject *)list)->item, list_size(list));
    decref(m, list);
    return names;
}

static int read_slots(Machine *m, Object *class_name, const Type *base, Object *dict, Object *value,
                      struct class_slots *s)
{
    Object *given = is_str(value) ? tuple_pack(m, 1, value) : sequence_tuple(m, value);
    if (given && check_slots(m, base, given, s) == 0)
        s->names = copy_slots(m, class_name, dict, given, s);
    xdecref(m, given);
    s->count = s->names ? (int)tuple_size(s->names) : 0;
    return s->names ? 0 : -1;
}

int class_slots_collect(Machine *m, Object *name, const Type *base, Object *bases, Object *dict,
                        struct class_slots *s)
{
    *s = (struct class_slots){0};
    bool may_dict = !has_dict(base), may_weak = !has_weakrefs(base) && base->tp_itemsize == 0;
    Object *value = dict_get_str(m, dict, m->id.__slots__);
    if (!value) {
        s->dict = may_dict;
        s->weakrefs = may_weak;
        return 0;
    }
    if (read_slots(m, name, base, dict, value, s) < 0)
        return -1;
    /* Another base may bring what the layout's base lacks. */
    for (ssize_t i = 0; i < tuple_size(bases); i++) {
        const Type *other = (const Type *)tuple_item(bases, i);
        s->dict |= may_dict && has_dict(other);
        s->weakrefs |= may_weak && has_weakrefs(other);
    }
    return 0;
}

/* ---- descriptors ----------------------------------------------------------------------------- */

static Object *get_dict(Machine *m, Object *o)
{
    Object *dict = instance_dict(m, o);
    return xnewref(dict);
}

static Object *get_weakref(Machine *m, Object *o)
{
    WeakrefObject **list = weakref_list(o);
    return newref(list && *list ? (Object *)*list : m->none);
}

static const GetSetDef dict_def = {"__dict__", get_dict, instance_set_dict};
static const GetSetDef weakref_def = {"__weakref__", get_weakref, NULL};

static int put(Machine *m, Type *type, const char *name, Object *descriptor)
{
    Object *key = descriptor ? str_intern_ascii(m, name) : NULL;
    int r = !key                                  ? -1
            : dict_get_str(m, type->tp_dict, key) ? 0 /* the body has one of its own */
                                                  : dict_set(m, type->tp_dict, key, descriptor);
    xdecref(m, key);
    xdecref(m, descriptor);
    return r;
}

static Object *getset_new(Machine *m, Type *type, const GetSetDef *def)
{
    DescriptorObject *d =
        (DescriptorObject *)descriptor_new(m, m->types.getset_descriptor, type, def->name);
    if (d) {
        d->getset = def;
        gc_track(m, (Object *)d);
    }
    return (Object *)d;
}

static int add_member(Machine *m, Type *type, Object *name, int index)
{
    DescriptorObject *d = object_new(m, m->types.member_descriptor, sizeof *d, MEMBER_BYTES);
    if (!d)
        return -1;
    d->owner = (Type *)newref(type);
    d->name = newref(name);
    d->index = index;
    gc_track(m, (Object *)d);
    int r = dict_set(m, type->tp_dict, name, (Object *)d);
    decref(m, d);
    return r;
}

int class_slots_add(Machine *m, Type *type, const struct class_slots *s)
{
    for (int i = 0; i < s->count; i++)
        if (add_member(m, type, tuple_item(type->ht_slots, i), type->tp_base->nextra + i) < 0)
            return -1;
    if (s->dict && put(m, type, "__dict__", getset_new(m, type, &dict_def)) < 0)
        return -1;
    return s->weakrefs ? put(m, type, "__weakref__", getset_new(m, type, &weakref_def)) : 0;
}

/* ---- member descriptors: Objects/descrobject.c: member_get, member_set ----------------------- */

static bool fits(Machine *m, const DescriptorObject *d, Object *o)
{
    if (type_is_subtype(o->type, d->owner))
        return true;
    error_set(m, EXC_TypeError,
              "descriptor '%U' for '%.100s' objects doesn't apply to a '%.100s' object", d->name,
              d->owner->tp_name, o->type->tp_name);
    return false;
}

/* A builtin type has no slots of a class: its members are all fields of the C struct. */
static bool is_empty(const DescriptorObject *d)
{
    return !d->getset && !(d->owner->tp_flags & TYPE_HEAP);
}

static Object *empty_slot(Machine *m, Object *o, Object *name)
{
    Object *type = type_full_name(m, o);
    if (type)
        error_set(m, EXC_AttributeError, "'%.200U' object has no attribute '%U'", type, name);
    xdecref(m, type);
    return error_attribute(m, o, name);
}

static Object *member_get(Machine *m, Object *descr, Object *o, Object *type)
{
    (void)type;
    const DescriptorObject *d = (const DescriptorObject *)descr;
    if (!o)
        return newref(descr);
    if (!fits(m, d, o))
        return NULL;
    if (d->getset)
        return d->getset->get(m, o);
    if (is_empty(d))
        return descriptor_refuse_empty(m, d);
    Object *value = *type_extra(o, d->index);
    if (value)
        return newref(value);
    return empty_slot(m, o, d->name);
}

static int member_set(Machine *m, Object *descr, Object *o, Object *value)
{
    const DescriptorObject *d = (const DescriptorObject *)descr;
    if (!fits(m, d, o))
        return -1;
    if (d->getset && d->getset->set)
        return d->getset->set(m, o, value);
    if (d->getset) {
        error_set(m, EXC_AttributeError, "readonly attribute");
        return -1;
    }
    if (is_empty(d)) {
        descriptor_refuse_empty(m, d);
        return -1;
    }
    Object **place = type_extra(o, d->index), *old = *place;
    if (!value && !old) {
        error_set(m, EXC_AttributeError, "%U", d->name);
        return -1;
    }
    *place = value;
    if (value)
        hold(m, o, value);
    if (value)
        EMIT(m, INSTANCE_SLOT, o, d->name, value);
    else
        EMIT(m, INSTANCE_SLOT_EMPTY, o, d->name);
    if (old)
        let_go(m, o, old);
    return 0;
}

static Object *member_repr(Machine *m, Object *o)
{
    const DescriptorObject *d = (const DescriptorObject *)o;
    return str_printf(m, "<member '%U' of '%s' objects>", d->name, d->owner->tp_name);
}

const TypeSpec member_descriptor_spec = {
    .name = "member_descriptor",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = MEMBER_BYTES,
    .size = sizeof(DescriptorObject),
    .getset = descriptor_getset,
    .methods = descriptor_methods,
    .slots =
        {
            .tp_dealloc = descriptor_dealloc,
            .tp_repr = member_repr,
            .tp_descr_get = member_get,
            .tp_descr_set = member_set,
            .tp_traverse = descriptor_traverse,
        },
};
