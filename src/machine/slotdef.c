#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "slotdef.h"

#include <string.h>

#define AT(slot) offsetof(TypeSlots, slot)
/* clang-format off */
#define NUMBER(name, op)                                                                           \
    {"__" name "__", AT(nb[op]), WRAP_BINARY, 0}, {"__r" name "__", AT(nb[op]), WRAP_REFLECTED, 0}
#define INPLACE(name, op) {"__i" name "__", AT(nb_inplace[op]), WRAP_BINARY, 0}
/* clang-format on */

const struct slotdef slotdefs[] = {
    {"__repr__", AT(tp_repr), WRAP_UNARY, 0},
    {"__str__", AT(tp_str), WRAP_UNARY, 0},
    {"__hash__", AT(tp_hash), WRAP_HASH, 0},
    {"__call__", AT(tp_call), WRAP_CALL, 0},
    {"__getattribute__", AT(tp_getattro), WRAP_GETATTR, 0},
    {"__setattr__", AT(tp_setattro), WRAP_SETATTR, 0},
    {"__delattr__", AT(tp_setattro), WRAP_DELATTR, 0},
    {"__lt__", AT(tp_richcompare), WRAP_COMPARE, COMPARE_LT},
    {"__le__", AT(tp_richcompare), WRAP_COMPARE, COMPARE_LE},
    {"__eq__", AT(tp_richcompare), WRAP_COMPARE, COMPARE_EQ},
    {"__ne__", AT(tp_richcompare), WRAP_COMPARE, COMPARE_NE},
    {"__gt__", AT(tp_richcompare), WRAP_COMPARE, COMPARE_GT},
    {"__ge__", AT(tp_richcompare), WRAP_COMPARE, COMPARE_GE},
    {"__iter__", AT(tp_iter), WRAP_UNARY, 0},
    {"__next__", AT(tp_iternext), WRAP_NEXT, 0},
    {"__get__", AT(tp_descr_get), WRAP_DESCR_GET, 0},
    {"__set__", AT(tp_descr_set), WRAP_DESCR_SET, 0},
    {"__delete__", AT(tp_descr_set), WRAP_DESCR_DELETE, 0},
    {"__init__", AT(tp_init), WRAP_INIT, 0},
    {"__neg__", AT(nb_negative), WRAP_UNARY, 0},
    {"__pos__", AT(nb_positive), WRAP_UNARY, 0},
    {"__abs__", AT(nb_absolute), WRAP_UNARY, 0},
    {"__invert__", AT(nb_invert), WRAP_UNARY, 0},
    {"__int__", AT(nb_int), WRAP_UNARY, 0},
    {"__float__", AT(nb_float), WRAP_UNARY, 0},
    {"__index__", AT(nb_index), WRAP_UNARY, 0},
    {"__bool__", AT(nb_bool), WRAP_BOOL, 0},
    NUMBER("add", NB_ADD),
    NUMBER("sub", NB_SUBTRACT),
    NUMBER("mul", NB_MULTIPLY),
    NUMBER("matmul", NB_MATRIX_MULTIPLY),
    NUMBER("truediv", NB_TRUE_DIVIDE),
    NUMBER("floordiv", NB_FLOOR_DIVIDE),
    NUMBER("mod", NB_REMAINDER),
    NUMBER("divmod", NB_DIVMOD),
    NUMBER("lshift", NB_LSHIFT),
    NUMBER("rshift", NB_RSHIFT),
    NUMBER("and", NB_AND),
    NUMBER("xor", NB_XOR),
    NUMBER("or", NB_OR),
    {"__pow__", AT(nb[NB_POWER]), WRAP_POWER, 0},
    {"__rpow__", AT(nb[NB_POWER]), WRAP_POWER_REFLECTED, 0},
    INPLACE("add", NB_ADD),
    INPLACE("sub", NB_SUBTRACT),
    INPLACE("mul", NB_MULTIPLY),
    INPLACE("and", NB_AND),
    INPLACE("xor", NB_XOR),
    INPLACE("or", NB_OR),
    {"__len__", AT(sq_length), WRAP_LENGTH, 0},
    {"__len__", AT(mp_length), WRAP_LENGTH, 0},
    {"__getitem__", AT(mp_subscript), WRAP_BINARY, 0},
    {"__setitem__", AT(mp_ass_subscript), WRAP_SET_ITEM, 0},
    {"__delitem__", AT(mp_ass_subscript), WRAP_DEL_ITEM, 0},
    {"__getitem__", AT(sq_item), WRAP_SQ_ITEM, 0},
    {"__setitem__", AT(sq_ass_item), WRAP_SQ_SET_ITEM, 0},
    {"__delitem__", AT(sq_ass_item), WRAP_SQ_DEL_ITEM, 0},
    {"__contains__", AT(sq_contains), WRAP_CONTAINS, 0},
    {"__add__", AT(sq_concat), WRAP_BINARY, 0},
    {"__mul__", AT(sq_repeat), WRAP_REPEAT, 0},
    {"__rmul__", AT(sq_repeat), WRAP_REPEAT, 0},
    {"__iadd__", AT(sq_inplace_concat), WRAP_BINARY, 0},
    {"__imul__", AT(sq_inplace_repeat), WRAP_REPEAT, 0},
    {NULL, 0, 0, 0},
};

typedef void (*slot)(void);

static slot slot_at(const struct slotdef *s, const TypeSlots *slots)
{
    slot f;
    memcpy(&f, (const char *)slots + s->offset, sizeof f);
    return f;
}

bool slotdef_is_set(const struct slotdef *s, const TypeSlots *slots)
{
    return slot_at(s, slots) != NULL;
}

bool slotdef_has(const char *name, size_t n)
{
    for (const struct slotdef *s = slotdefs; s->name; s++)
        if (strncmp(s->name, name, n) == 0 && s->name[n] == '\0')
            return true;
    return false;
}

const struct slotdef *slotdef_find(const TypeSlots *slots, const char *name)
{
    for (const struct slotdef *s = slotdefs; s->name; s++)
        if (strcmp(s->name, name) == 0 && slotdef_is_set(s, slots))
            return s;
    return NULL;
}

/* How many arguments the method takes; -1: whatever the slot says. */
static int arity(enum slotdef_wrap wrap)
{
    switch (wrap) {
    case WRAP_UNARY:
    case WRAP_HASH:
    case WRAP_BOOL:
    case WRAP_LENGTH:
    case WRAP_NEXT:
        return 0;
    case WRAP_SET_ITEM:
    case WRAP_SQ_SET_ITEM:
    case WRAP_SETATTR:
    case WRAP_DESCR_SET:
        return 2;
    case WRAP_CALL:
    case WRAP_INIT:
    case WRAP_POWER:
    case WRAP_POWER_REFLECTED:
    case WRAP_DESCR_GET:
        return -1;
    default:
        return 1;
    }
}

/* Does its complaint about the number of arguments begin with a name, and that name is empty? */
static bool names_nobody(enum slotdef_wrap wrap)
{
    return arity(wrap) == 2 || wrap == WRAP_REPEAT || wrap == WRAP_REPEAT_INPLACE;
}

static bool is_name(Machine *m, const Object *name)
{
    if (is_str(name))
        return true;
    error_set(m, EXC_TypeError, "attribute name must be string, not '%.200s'", type_name(name));
    return false;
}

/* object.__setattr__(C, ...) would go round what type does about attributes of classes.
 * Objects/typeobject.c: hackcheck. */
static bool bypasses_type(Machine *m, const Type *owner, Object *self, const char *name)
{
    if (!is_type(self) || owner->slots.tp_setattro == slots_of(self)->tp_setattro ||
        owner->slots.tp_setattro != object_generic_setattr)
        return false;
    error_set(m, EXC_TypeError, "can't apply this %s to %s object", name, type_name(self));
    return true;
}

static Object *done(Machine *m, int r)
{
    return r < 0 ? NULL : newref(m->none);
}

static Object *call_next(Machine *m, UnaryFn fn, Object *self)
{
    Object *item = fn(m, self);
    if (!item && !error_occurred(m))
        error_set_none(m, EXC_StopIteration);
    return item;
}

/* Negative ones counted from the end: false with an exception if it is no index. */
static bool as_index(Machine *m, Object *self, Object *index, ssize_t *i)
{
    *i = number_as_ssize(m, index, EXC_IndexError);
    if (*i == -1 && error_occurred(m))
        return false;
    if (*i < 0 && slots_of(self)->sq_length)
        *i += slots_of(self)->sq_length(m, self);
    return true;
}

static Object *call_indexed(Machine *m, slot f, Object *self, Object *index)
{
    ssize_t i;
    if (!as_index(m, self, index, &i))
        return NULL;
    return ((Object * (*)(Machine *, Object *, ssize_t)) f)(m, self, i);
}

static Object *set_indexed(Machine *m, const Type *owner, Object *self, Object *index,
                           Object *value)
{
    ssize_t i;
    return as_index(m, self, index, &i) ? done(m, owner->slots.sq_ass_item(m, self, i, value))
                                        : NULL;
}

static Object *call_repeat(Machine *m, slot f, Object *self, Object *count)
{
    ssize_t n = number_as_ssize(m, count, EXC_OverflowError);
    if (n == -1 && error_occurred(m))
        return NULL;
    return ((Object * (*)(Machine *, Object *, ssize_t)) f)(m, self, n);
}

static Object *call_power(Machine *m, const Type *owner, Object *self, Object *const *args,
                          size_t nargs, bool reflected)
{
    if (!arg_check_positional(m, "", nargs, 1, 2))
        return NULL;
    Object *base = reflected ? args[0] : self, *exponent = reflected ? self : args[0];
    if (nargs == 2 && args[1] != m->none && owner->slots.nb_power3)
        return owner->slots.nb_power3(m, base, exponent, args[1]);
    return owner->slots.nb[NB_POWER](m, base, exponent);
}

static Object *call_get(Machine *m, const Type *owner, Object *self, Object *const *args,
                        size_t nargs)
{
    if (!arg_check_positional(m, "", nargs, 1, 2))
        return NULL;
    if (args[0] == m->none && (nargs == 1 || args[1] == m->none))
        return error_set(m, EXC_TypeError, "__get__(None, None) is invalid");
    return owner->slots.tp_descr_get(m, self, args[0] == m->none ? NULL : args[0],
                                     nargs == 2 && args[1] != m->none ? args[1] : NULL);
}

/* value NULL: deleted. */
static Object *call_setattr(Machine *m, const char *method, const Type *owner, Object *self,
                            Object *name, Object *value)
{
    if (!is_name(m, name) || bypasses_type(m, owner, self, method))
        return NULL;
    return done(m, owner->slots.tp_setattro(m, self, name, value));
}

/* Slots that take nothing but the object. */
static Object *call_alone(Machine *m, const struct slotdef *s, Type *owner, Object *self)
{
    slot f = slot_at(s, &owner->slots);
    switch (s->wrap) {
    case WRAP_NEXT:
        return call_next(m, (UnaryFn)f, self);
    case WRAP_HASH: {
        hash_t h = owner->slots.tp_hash(m, self);
        return h == -1 ? NULL : int_from_i64(m, h);
    }
    case WRAP_BOOL:
        return bool_result(m, owner->slots.nb_bool(m, self));
    case WRAP_LENGTH: {
        ssize_t n = ((ssize_t(*)(Machine *, Object *))f)(m, self);
        return n < 0 ? NULL : int_from_i64(m, n);
    }
    default: /* WRAP_UNARY */
        return ((UnaryFn)f)(m, self);
    }
}

/* Slots that take one argument, or two. */
static Object *call_with(Machine *m, const struct slotdef *s, Type *owner, Object *self,
                         Object *const *args)
{
    slot f = slot_at(s, &owner->slots);
    switch (s->wrap) {
    case WRAP_REFLECTED:
        return ((BinaryFn)f)(m, args[0], self);
    case WRAP_COMPARE:
        return owner->slots.tp_richcompare(m, self, args[0], (enum compare_op)s->argument);
    case WRAP_CONTAINS:
        return bool_result(m, owner->slots.sq_contains(m, self, args[0]));
    case WRAP_SET_ITEM:
        return done(m, owner->slots.mp_ass_subscript(m, self, args[0], args[1]));
    case WRAP_DEL_ITEM:
        return done(m, owner->slots.mp_ass_subscript(m, self, args[0], NULL));
    case WRAP_SQ_SET_ITEM:
        return set_indexed(m, owner, self, args[0], args[1]);
    case WRAP_SQ_DEL_ITEM:
        return set_indexed(m, owner, self, args[0], NULL);
    case WRAP_SQ_ITEM:
        return call_indexed(m, f, self, args[0]);
    case WRAP_REPEAT:
    case WRAP_REPEAT_INPLACE:
        return call_repeat(m, f, self, args[0]);
    case WRAP_GETATTR:
        return is_name(m, args[0]) ? owner->slots.tp_getattro(m, self, args[0]) : NULL;
    case WRAP_SETATTR:
        return call_setattr(m, s->name, owner, self, args[0], args[1]);
    case WRAP_DELATTR:
        return call_setattr(m, s->name, owner, self, args[0], NULL);
    case WRAP_DESCR_SET:
        return done(m, owner->slots.tp_descr_set(m, self, args[0], args[1]));
    case WRAP_DESCR_DELETE:
        return done(m, owner->slots.tp_descr_set(m, self, args[0], NULL));
    default: /* WRAP_BINARY, WRAP_ITEM, WRAP_DIVMOD */
        return ((BinaryFn)f)(m, self, args[0]);
    }
}

Object *slotdef_call(Machine *m, const struct slotdef *s, Type *owner, Object *self,
                     Object *const *args, size_t nargs, Object *kwnames)
{
    int want = arity(s->wrap);
    bool keywords = s->wrap == WRAP_CALL || s->wrap == WRAP_INIT;
    if (!keywords && kwnames && tuple_size(kwnames))
        return error_set(m, EXC_TypeError, "wrapper %s() takes no keyword arguments", s->name);
    if (want >= 0 && nargs != (size_t)want)
        return error_set(m, EXC_TypeError, "%sexpected %d argument%s, got %zd",
                         names_nobody(s->wrap) ? " " : "", want, want == 1 ? "" : "s",
                         (ssize_t)nargs);
    switch (s->wrap) {
    case WRAP_CALL:
        return owner->slots.tp_call(m, self, args, nargs, kwnames);
    case WRAP_INIT:
        return done(m, owner->slots.tp_init(m, self, args, nargs, kwnames));
    case WRAP_POWER:
    case WRAP_POWER_REFLECTED:
        return call_power(m, owner, self, args, nargs, s->wrap == WRAP_POWER_REFLECTED);
    case WRAP_DESCR_GET:
        return call_get(m, owner, self, args, nargs);
    default:
        return want ? call_with(m, s, owner, self, args) : call_alone(m, s, owner, self);
    }
}
