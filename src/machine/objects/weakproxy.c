/* Proxies: whatever is done to one is done to the object that it refers to weakly.
 * Objects/weakrefobject.c: proxy_*. */
#include <pyviz/machine/weakref.h>

#include <pyviz/machine/errors.h>
#include <pyviz/machine/str.h>

#include "../specs.h"

/* The object (a new reference) if o is a proxy, o itself if not; NULL with ReferenceError. */
static Object *unwrap(Machine *m, Object *o)
{
    if (o->type != m->types.weakproxy && o->type != m->types.weakcallableproxy)
        return newref(o);
    Object *object = weakref_object((WeakrefObject *)o);
    return object ? newref(object)
                  : error_set(m, EXC_ReferenceError, "weakly-referenced object no longer exists");
}

/* ---- one operand, two operands
 * --------------------------------------------------------------------- */

#define UNARY(name, function)                                                                      \
    static Object *name(Machine *m, Object *o)                                                     \
    {                                                                                              \
        Object *object = unwrap(m, o), *r = object ? function(m, object) : NULL;                   \
        xdecref(m, object);                                                                        \
        return r;                                                                                  \
    }
UNARY(proxy_str, object_str)
UNARY(proxy_negative, number_negative)
UNARY(proxy_positive, number_positive)
UNARY(proxy_absolute, number_absolute)
UNARY(proxy_invert, number_invert)
UNARY(proxy_int, number_int)
UNARY(proxy_float, number_float)
UNARY(proxy_index, number_index)
UNARY(proxy_iter, object_getiter)
#undef UNARY

static Object *apply(Machine *m, Object *a, Object *b, enum number_op op, bool inplace)
{
    Object *x = unwrap(m, a), *y = x ? unwrap(m, b) : NULL;
    Object *r = !y ? NULL : inplace ? number_inplace(m, x, y, op) : number_binary(m, x, y, op);
    xdecref(m, x);
    xdecref(m, y);
    return r;
}

#define BINARY(op)                                                                                 \
    static Object *proxy_##op(Machine *m, Object *a, Object *b)                                    \
    {                                                                                              \
        return apply(m, a, b, op, false);                                                          \
    }                                                                                              \
    static Object *proxy_inplace_##op(Machine *m, Object *a, Object *b)                            \
    {                                                                                              \
        return apply(m, a, b, op, true);                                                           \
    }
/* clang-format off */
#define EACH_BINARY(X)                                                                             \
    X(NB_ADD) X(NB_SUBTRACT) X(NB_MULTIPLY) X(NB_MATRIX_MULTIPLY) X(NB_TRUE_DIVIDE)                \
    X(NB_FLOOR_DIVIDE) X(NB_REMAINDER) X(NB_LSHIFT) X(NB_RSHIFT) X(NB_AND) X(NB_XOR) X(NB_OR)
/* clang-format on */
EACH_BINARY(BINARY)

static Object *proxy_divmod(Machine *m, Object *a, Object *b)
{
    return apply(m, a, b, NB_DIVMOD, false);
}

static Object *proxy_power(Machine *m, Object *a, Object *b)
{
    return apply(m, a, b, NB_POWER, false);
}

static Object *proxy_inplace_power(Machine *m, Object *a, Object *b)
{
    return apply(m, a, b, NB_POWER, true);
}

static Object *proxy_power3(Machine *m, Object *a, Object *b, Object *c)
{
    Object *x = unwrap(m, a), *y = x ? unwrap(m, b) : NULL, *z = y ? unwrap(m, c) : NULL;
    Object *r = z ? number_power(m, x, y, z) : NULL;
    xdecref(m, x);
    xdecref(m, y);
    xdecref(m, z);
    return r;
}

static Object *proxy_compare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    Object *x = unwrap(m, a), *y = x ? unwrap(m, b) : NULL;
    Object *r = NULL;
    if (y && !m->profile->holds_what_it_compares) {
        decref(m, x); /* somebody else holds it still */
        decref(m, y);
        return object_richcompare_borrowed(m, x, y, op);
    }
    if (y)
        r = object_richcompare(m, x, y, op);
    xdecref(m, x);
    xdecref(m, y);
    return r;
}

/* ---- the rest
 * -------------------------------------------------------------------------------------- */

static Object *proxy_next(Machine *m, Object *o)
{
    Object *object = unwrap(m, o), *r = NULL;
    if (object && !slots_of(object)->tp_iternext)
        error_set(m, EXC_TypeError, "Weakref proxy referenced a non-iterator '%.200s' object",
                  type_name(object));
    else if (object)
        r = iter_next(m, object);
    xdecref(m, object);
    return r;
}

static Object *proxy_repr(Machine *m, Object *o)
{
    Object *object = weakref_object((WeakrefObject *)o);
    unsigned long long at = o->address;
    if (!m->profile->weakproxy_says_dead)
        return str_printf(m, "<weakproxy at 0x%llx to %s at 0x%llx>", at,
                          type_name(object ? object : m->none),
                          (unsigned long long)(object ? object : m->none)->address);
    if (!object)
        return str_printf(m, "<weakproxy at 0x%llx; dead>", at);
    Object *type = type_full_name(m, object), *text = NULL;
    if (type)
        text = str_printf(m, "<weakproxy at 0x%llx; to '%U' at 0x%llx>", at, type,
                          (unsigned long long)object->address);
    xdecref(m, type);
    return text;
}

static Object *proxy_getattro(Machine *m, Object *o, Object *name)
{
    Object *object = unwrap(m, o), *r = object ? object_getattr(m, object, name) : NULL;
    xdecref(m, object);
    return r;
}

static int proxy_setattro(Machine *m, Object *o, Object *name, Object *value)
{
    Object *object = unwrap(m, o);
    int r = object ? object_setattr(m, object, name, value) : -1;
    xdecref(m, object);
    return r;
}

static Object *proxy_call(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *object = unwrap(m, o);
    Object *r = object ? object_vectorcall(m, object, args, nargs, kwnames) : NULL;
    xdecref(m, object);
    return r;
}

static int proxy_bool(Machine *m, Object *o)
{
    Object *object = unwrap(m, o);
    int r = object ? object_is_true(m, object) : -1;
    xdecref(m, object);
    return r;
}

static ssize_t proxy_length(Machine *m, Object *o)
{
    Object *object = unwrap(m, o);
    ssize_t r = object ? object_length(m, object) : -1;
    xdecref(m, object);
    return r;
}

static int proxy_contains(Machine *m, Object *o, Object *value)
{
    Object *object = unwrap(m, o);
    int r = object ? object_contains(m, object, value) : -1;
    xdecref(m, object);
    return r;
}

static Object *proxy_subscript(Machine *m, Object *o, Object *key)
{
    Object *object = unwrap(m, o), *r = object ? object_getitem(m, object, key) : NULL;
    xdecref(m, object);
    return r;
}

static int proxy_ass_subscript(Machine *m, Object *o, Object *key, Object *value)
{
    Object *object = unwrap(m, o);
    int r = object ? object_setitem(m, object, key, value) : -1;
    xdecref(m, object);
    return r;
}

static Object *call_dunder(Machine *m, Object *o, const char *name)
{
    Object *object = unwrap(m, o), *text = str_intern_ascii(m, name);
    Object *r = object && text ? object_call_method(m, object, text, NULL, 0) : NULL;
    xdecref(m, text);
    xdecref(m, object);
    return r;
}

static Object *proxy_bytes(Machine *m, Object *self, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return call_dunder(m, self, "__bytes__");
}

static Object *proxy_reversed(Machine *m, Object *self, Object *const *args, size_t nargs,
                              Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return call_dunder(m, self, "__reversed__");
}

static const MethodDef proxy_methods[] = {
    {"__bytes__", proxy_bytes, METH_NOARGS, NULL},
    {"__reversed__", proxy_reversed, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

#define SLOT(op)         [op] = proxy_##op,
#define INPLACE_SLOT(op) [op] = proxy_inplace_##op,
#define PROXY_SPEC(spec_name, ...)                                                                 \
    {                                                                                              \
        .name = spec_name, .flags = TYPE_GC | TYPE_NO_NEW, .basicsize = 64,                        \
        .size = sizeof(WeakrefObject), .methods = proxy_methods, .slots = {                        \
            .tp_dealloc = weakref_dealloc,                                                         \
            .tp_repr = proxy_repr,                                                                 \
            .tp_str = proxy_str,                                                                   \
            .tp_hash = object_hash_not_implemented,                                                \
            .tp_getattro = proxy_getattro,                                                         \
            .tp_setattro = proxy_setattro,                                                         \
            .tp_richcompare = proxy_compare,                                                       \
            .tp_iter = proxy_iter,                                                                 \
            .tp_iternext = proxy_next,                                                             \
            .tp_traverse = weakref_traverse,                                                       \
            .tp_clear = weakref_tp_clear,                                                          \
            .nb_negative = proxy_negative,                                                         \
            .nb_positive = proxy_positive,                                                         \
            .nb_absolute = proxy_absolute,                                                         \
            .nb_invert = proxy_invert,                                                             \
            .nb_int = proxy_int,                                                                   \
            .nb_float = proxy_float,                                                               \
            .nb_index = proxy_index,                                                               \
            .nb_bool = proxy_bool,                                                                 \
            .nb = {EACH_BINARY(SLOT)[NB_DIVMOD] = proxy_divmod, [NB_POWER] = proxy_power},         \
            .nb_inplace = {EACH_BINARY(INPLACE_SLOT)[NB_POWER] = proxy_inplace_power},             \
            .nb_power3 = proxy_power3,                                                             \
            .sq_length = proxy_length,                                                             \
            .sq_contains = proxy_contains,                                                         \
            .mp_length = proxy_length,                                                             \
            .mp_subscript = proxy_subscript,                                                       \
            .mp_ass_subscript = proxy_ass_subscript,                                               \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }

const TypeSpec weakproxy_spec = PROXY_SPEC("weakref.ProxyType", .tp_call = NULL);
const TypeSpec weakcallableproxy_spec =
    PROXY_SPEC("weakref.CallableProxyType", .tp_call = proxy_call);
