/* bool: the two ints True and False.  Objects/boolobject.c. */
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>

#include "../specs.h"
#include "../warnings.h"

static Object *bool_repr(Machine *m, Object *o)
{
    return str_intern_ascii(m, o == m->true_ ? "True" : "False");
}

static Object *bool_new(Machine *m, Type *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)type;
    if (!arg_no_keywords(m, "bool", kwnames) || !arg_check_positional(m, "bool", nargs, 0, 1))
        return NULL;
    int truth = nargs ? object_is_true(m, args[0]) : 0;
    return bool_result(m, truth);
}

/* Of two bools and, or and xor make a bool; with an int among them, an int. */
static Object *bool_bitwise(Machine *m, Object *a, Object *b, enum number_op op)
{
    if (!is_exact(m, a, bool_) || !is_exact(m, b, bool_))
        return m->types.int_->slots.nb[op](m, a, b);
    bool x = a == m->true_, y = b == m->true_;
    return newref(bool_of(m, op == NB_AND ? x && y : op == NB_OR ? x || y : x != y));
}

static Object *bool_and(Machine *m, Object *a, Object *b)
{
    return bool_bitwise(m, a, b, NB_AND);
}

static Object *bool_xor(Machine *m, Object *a, Object *b)
{
    return bool_bitwise(m, a, b, NB_XOR);
}

static Object *bool_or(Machine *m, Object *a, Object *b)
{
    return bool_bitwise(m, a, b, NB_OR);
}

static Object *bool_invert(Machine *m, Object *o)
{
    const char *warning = m->profile->invert_bool_warning;
    if (warning && warn_deprecated(m, warning) < 0)
        return NULL;
    return m->types.int_->slots.nb_invert(m, o);
}

const TypeSpec bool_spec = {
    .name = "bool",
    .flags = TYPE_INT_SUBCLASS,
    .basicsize = 24,
    .itemsize = 4,
    .size = sizeof(IntObject),
    .doc = "True or False: the ints 1 and 0 with other names.",
    .slots =
        {
            .tp_repr = bool_repr,
            .tp_new = bool_new,
            .nb_invert = bool_invert,
            .nb = {[NB_AND] = bool_and, [NB_XOR] = bool_xor, [NB_OR] = bool_or},
        },
};
