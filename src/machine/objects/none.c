/* The objects that exist once: None, NotImplemented, Ellipsis.  Objects/object.c,
 * Objects/sliceobject.c. */
#include <pyviz/machine/errors.h>
#include <pyviz/machine/str.h>

#include "../specs.h"
#include "../warnings.h"

enum { SINGLETON_SIZE = 16 };

static Object *none_repr(Machine *m, Object *o)
{
    (void)o;
    return str_from_ascii(m, "None");
}

static Object *not_implemented_repr(Machine *m, Object *o)
{
    (void)o;
    return str_from_ascii(m, "NotImplemented");
}

static Object *ellipsis_repr(Machine *m, Object *o)
{
    (void)o;
    return str_from_ascii(m, "Ellipsis");
}

static int none_bool(Machine *m, Object *o)
{
    (void)m;
    (void)o;
    return 0;
}

/* Up to 3.11 None hashed like any object without a hash of its own, by its address. */
static hash_t none_hash(Machine *m, Object *o)
{
    const hash_t none = 0xfca86420;
    return m->profile->hash_none_is_constant ? none : object_hash_pointer(m, o);
}

/* type(None)() gives the one that there is. */
static Object *singleton(Machine *m, const char *type, Object *one, size_t nargs, Object *kwnames)
{
    if (nargs || kwnames)
        return error_set(m, EXC_TypeError, "%s takes no arguments", type);
    return newref(one);
}

static Object *none_new(Machine *m, Type *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)type;
    (void)args;
    return singleton(m, "NoneType", m->none, nargs, kwnames);
}

static Object *not_implemented_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                                   Object *kwnames)
{
    (void)type;
    (void)args;
    return singleton(m, "NotImplementedType", m->not_implemented, nargs, kwnames);
}

static Object *ellipsis_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)type;
    (void)args;
    return singleton(m, "EllipsisType", m->ellipsis, nargs, kwnames);
}

/* True, and deprecated since 3.9. */
static int not_implemented_bool(Machine *m, Object *o)
{
    (void)o;
    if (warn_deprecated(m, "NotImplemented should not be used in a boolean context") < 0)
        return -1;
    return 1;
}

static Object *singleton_reduce_name(Machine *m, Object *self, Object *const *args, size_t nargs,
                                     Object *kwnames)
{
    (void)args;
    (void)nargs;
    (void)kwnames;
    return object_repr(m, self);
}

static const MethodDef singleton_methods[] = {
    {"__reduce__", singleton_reduce_name, METH_NOARGS, "The name under which pickle finds it."},
    {NULL, NULL, 0, NULL},
};

const TypeSpec none_spec = {
    .name = "NoneType",
    .basicsize = SINGLETON_SIZE,
    .size = sizeof(Object),
    .slots = {.tp_repr = none_repr,
              .tp_hash = none_hash,
              .tp_richcompare = object_default_compare,
              .tp_new = none_new,
              .nb_bool = none_bool},
};

const TypeSpec not_implemented_spec = {
    .name = "NotImplementedType",
    .basicsize = SINGLETON_SIZE,
    .size = sizeof(Object),
    .methods = singleton_methods,
    .slots =
        {
            .tp_repr = not_implemented_repr,
            .tp_new = not_implemented_new,
            .nb_bool = not_implemented_bool,
        },
};

const TypeSpec ellipsis_spec = {
    .name = "ellipsis",
    .basicsize = SINGLETON_SIZE,
    .size = sizeof(Object),
    .methods = singleton_methods,
    .slots = {.tp_repr = ellipsis_repr, .tp_new = ellipsis_new},
};
