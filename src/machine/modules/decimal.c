/* decimal.Decimal: its operators, and the methods that are not Python; see decimal_internal.h. */
#include "decimal_internal.h"

#include "../compare.h"
#include "../objects/number.h"

#include <pyviz/machine/float.h>

#include <math.h>

static struct decimal_view view_of(Object *o)
{
    return decimal_view_of((DecimalObject *)o);
}

/* ---- operators ------------------------------------------------------------------------------- */

/* NotImplemented where one of the two does not mix with Decimals. */
static Object *binary(Machine *m, Object *a, Object *b, DecimalBinary operation)
{
    struct decimal_view x, y;
    int known = decimal_view(m, a, &x);
    if (known > 0)
        known = decimal_view(m, b, &y);
    if (known <= 0)
        return known < 0 ? NULL : newref(m->not_implemented);
    ContextObject *c = decimal_context(m);
    return c ? operation(m, &x, &y, c) : NULL;
}

#define BINARY(name)                                                                               \
    static Object *nb_##name(Machine *m, Object *a, Object *b)                                     \
    {                                                                                              \
        return binary(m, a, b, decimal_##name);                                                    \
    }

BINARY(add)
BINARY(subtract)
BINARY(multiply)
BINARY(divide)
BINARY(divide_int)
BINARY(remainder)
BINARY(divmod)

static Object *unary(Machine *m, Object *a, DecimalUnary operation)
{
    struct decimal_view x = view_of(a);
    ContextObject *c = decimal_context(m);
    return c ? operation(m, &x, c) : NULL;
}

static Object *nb_plus(Machine *m, Object *a)
{
    return unary(m, a, decimal_plus);
}

static Object *nb_minus(Machine *m, Object *a)
{
    return unary(m, a, decimal_minus);
}

static Object *nb_absolute(Machine *m, Object *a)
{
    return unary(m, a, decimal_absolute);
}

static int nb_bool(Machine *m, Object *o)
{
    (void)m;
    const DecimalObject *d = (const DecimalObject *)o;
    return d->kind || d->size;
}

static Object *nb_int(Machine *m, Object *o)
{
    struct decimal_view v = view_of(o);
    return decimal_to_int(m, &v, ROUND_DOWN);
}

static Object *nb_float(Machine *m, Object *o)
{
    struct decimal_view v = view_of(o);
    if (v.kind == DECIMAL_SIGNALING)
        return error_set(m, EXC_ValueError, "cannot convert signaling NaN to float");
    if (v.kind == DECIMAL_QUIET)
        return float_from_double(m, v.negative ? -(double)NAN : (double)NAN);
    Object *text = decimal_text(m, &v, false, true);
    Object *f = text ? float_from_str(m, text) : NULL;
    xdecref(m, text);
    return f;
}

/* ---- powers ---------------------------------------------------------------------------------- */

static Object *power(Machine *m, Object *a, Object *b, ContextObject *c)
{
    struct decimal_view x = view_of(a), y = view_of(b);
    bool known;
    Object *result = decimal_power(m, &x, &y, c, &known);
    Object *args[] = {a, b, (Object *)c};
    return known || error_occurred(m)
               ? result
               : object_vectorcall(m, decimal_hook(m, HOOK_POWER), args, 3, NULL);
}

/* A Decimal of what mixes with Decimals: *d a new reference, or NULL for anything else.  False: no
 * memory. */
static bool operand(Machine *m, Object *o, Object **d)
{
    struct decimal_view v;
    int known = decimal_view(m, o, &v);
    *d = known <= 0                                   ? NULL
         : type_is_subtype(o->type, m->types.decimal) ? newref(o)
                                                      : decimal_make(m, m->types.decimal, &v);
    return *d || known == 0;
}

static Object *power_of(Machine *m, Object *a, Object *b, Object *modulus)
{
    Object *arg[4] = {0}, *result = NULL;
    if (!operand(m, a, &arg[0]) || !operand(m, b, &arg[1]) ||
        (modulus && !operand(m, modulus, &arg[2])))
        goto done;
    ContextObject *c = decimal_context(m);
    arg[3] = (Object *)c;
    xincref(c);
    if (!arg[0] || !arg[1] || (modulus && !arg[2]))
        result = newref(m->not_implemented);
    else if (c)
        result = modulus ? object_vectorcall(m, decimal_hook(m, HOOK_POWER_MODULO), arg, 4, NULL)
                         : power(m, arg[0], arg[1], c);
done:
    for (int i = 0; i < 4; i++)
        xdecref(m, arg[i]);
    return result;
}

static Object *nb_power(Machine *m, Object *a, Object *b)
{
    return power_of(m, a, b, NULL);
}

static Object *nb_power3(Machine *m, Object *a, Object *b, Object *modulus)
{
    return power_of(m, a, b, modulus);
}

/* ---- comparing ------------------------------------------------------------------------------- */

/* What compares with a Decimal: 1, 0 for anything else, -1.  *made is what holds its limbs. */
static int comparable(Machine *m, Object *self, Object *other, bool equality, ContextObject *c,
                      struct decimal_view *v, Object **made)
{
    *made = NULL;
    int known = decimal_view(m, other, v);
    if (known || is_str(other) || other == m->none)
        return known;
    if (is_float(other)) {
        if (equality)
            c->flags |= DECIMAL_FLOAT;
        else if (decimal_note(m, c, DECIMAL_FLOAT) < 0)
            return -1;
        *made = decimal_from_double(m, m->types.decimal, float_value(other));
    } else {
        Object *args[] = {self, other, bool_of(m, equality)};
        *made = object_vectorcall(m, decimal_hook(m, HOOK_COMPARABLE), args, 3, NULL);
        if (*made == m->none) {
            clear_ref(m, *made);
            return 0;
        }
    }
    if (!*made)
        return -1;
    *v = view_of(*made);
    return 1;
}

/* A NaN equals nothing; to ask for its order is invalid. */
static Object *compare_nan(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                           enum compare_op op, ContextObject *c)
{
    bool equality = op == COMPARE_EQ || op == COMPARE_NE;
    bool signals = a->kind == DECIMAL_SIGNALING || b->kind == DECIMAL_SIGNALING;
    if ((!equality || signals) && decimal_note(m, c, DECIMAL_INVALID) < 0)
        return NULL;
    return newref(bool_of(m, op == COMPARE_NE));
}

static Object *compare(Machine *m, Object *self, Object *other, enum compare_op op)
{
    ContextObject *c = decimal_context(m);
    struct decimal_view a = view_of(self), b;
    Object *made, *result = NULL;
    int order,
        known =
            c ? comparable(m, self, other, op == COMPARE_EQ || op == COMPARE_NE, c, &b, &made) : -1;
    if (known <= 0)
        return known < 0 ? NULL : newref(m->not_implemented);
    if (decimal_is_nan(&a) || decimal_is_nan(&b))
        result = compare_nan(m, &a, &b, op, c);
    else if (decimal_compare(m, &a, &b, &order))
        result = compare_result(m, order, op);
    xdecref(m, made);
    return result;
}

/* ---- methods --------------------------------------------------------------------------------- */

static Object *to_str(Machine *m, Object *o)
{
    struct decimal_view v = view_of(o);
    ContextObject *c = decimal_context(m);
    return c ? decimal_text(m, &v, false, c->capitals) : NULL;
}

static Object *to_repr(Machine *m, Object *o)
{
    Object *text = to_str(m, o), *repr = text ? str_printf(m, "Decimal('%U')", text) : NULL;
    xdecref(m, text);
    return repr;
}

static Object *decimal_new(NEW_ARGS)
{
    static const char *const names[] = {"value", "context", NULL};
    Object *out[2];
    if (!arg_parse_known(m, "Decimal", args, nargs, kwnames, names, 0, 2, out))
        return NULL;
    ContextObject *c = decimal_context_argument(m, out[1]);
    if (!c)
        return NULL;
    if (out[0])
        return decimal_exactly(m, type, out[0], c);
    return decimal_make(m, type, &(struct decimal_view){.digits = 1});
}

#define ROUNDED_TO_INT(name, rounding)                                                             \
    BUILTIN(decimal_##name)                                                                        \
    {                                                                                              \
        NO_ARGS;                                                                                   \
        struct decimal_view v = view_of(self);                                                     \
        return decimal_to_int(m, &v, rounding);                                                    \
    }

ROUNDED_TO_INT(trunc, ROUND_DOWN)
ROUNDED_TO_INT(floor, ROUND_FLOOR)
ROUNDED_TO_INT(ceil, ROUND_CEILING)

/* round(d) is an int, round(d, places) a Decimal. */
BUILTIN(decimal_method_round)
{
    struct decimal_view v = view_of(self), unit = {.digits = 1};
    ContextObject *c = decimal_context(m);
    if (!c || !arg_no_keywords(m, "Decimal.__round__", kwnames) ||
        !arg_check_positional(m, "__round__", nargs, 0, 1))
        return NULL;
    if (!nargs)
        return decimal_to_int(m, &v, ROUND_HALF_EVEN);
    if (!is_int(args[0]))
        return error_set(m, EXC_TypeError, "optional arg must be an integer");
    int overflow;
    int64_t places = int_as_i64(args[0], &overflow);
    if (overflow)
        return error_set(m, EXC_OverflowError, "Python int too large to convert to C ssize_t");
    unit.exponent = places > 2 * DECIMAL_MAX_PREC    ? -2 * DECIMAL_MAX_PREC
                    : places < -2 * DECIMAL_MAX_PREC ? 2 * DECIMAL_MAX_PREC
                                                     : -places;
    return decimal_quantize(m, &v, &unit, (enum decimal_rounding)c->rounding, c);
}

BUILTIN(decimal_method_quantize)
{
    static const char *const names[] = {"exp", "rounding", "context", NULL};
    Object *out[3];
    struct decimal_view a = view_of(self), b;
    enum decimal_rounding rounding;
    if (!arg_parse_known(m, "quantize", args, nargs, kwnames, names, 1, 3, out))
        return NULL;
    ContextObject *c = decimal_context_argument(m, out[2]);
    if (!c || !decimal_rounding_argument(m, out[1], c, &rounding) ||
        !decimal_argument(m, out[0], &b))
        return NULL;
    return decimal_quantize(m, &a, &b, rounding, c);
}

static Object *method_of_one(Machine *m, Object *self, const char *name, Object *const *args,
                             size_t nargs, Object *kwnames, DecimalUnary operation)
{
    static const char *const names[] = {"context", NULL};
    struct decimal_view v = view_of(self);
    Object *out[1];
    if (!arg_parse_known(m, name, args, nargs, kwnames, names, 0, 1, out))
        return NULL;
    ContextObject *c = decimal_context_argument(m, out[0]);
    return c ? operation(m, &v, c) : NULL;
}

BUILTIN(decimal_method_sqrt)
{
    return method_of_one(m, self, "sqrt", args, nargs, kwnames, decimal_sqrt);
}

BUILTIN(decimal_method_normalize)
{
    return method_of_one(m, self, "normalize", args, nargs, kwnames, decimal_normalize);
}

static Object *compare_decimals(Machine *m, const struct decimal_view *a,
                                const struct decimal_view *b, ContextObject *c)
{
    static const uint64_t one = 1;
    int order;
    if (decimal_is_nan(a) || decimal_is_nan(b))
        return decimal_nan_of(m, c, a, b);
    if (!decimal_compare(m, a, b, &order))
        return NULL;
    return decimal_make(m, m->types.decimal,
                        &(struct decimal_view){
                            .negative = order < 0, .limb = &one, .size = order != 0, .digits = 1});
}

BUILTIN(decimal_method_compare)
{
    static const char *const names[] = {"other", "context", NULL};
    struct decimal_view a = view_of(self), b;
    Object *out[2];
    if (!arg_parse_known(m, "compare", args, nargs, kwnames, names, 1, 2, out))
        return NULL;
    ContextObject *c = decimal_context_argument(m, out[1]);
    return c && decimal_argument(m, out[0], &b) ? compare_decimals(m, &a, &b, c) : NULL;
}

BUILTIN(decimal_method_adjusted)
{
    NO_ARGS;
    struct decimal_view v = view_of(self);
    return int_from_i64(m, v.kind ? 0 : decimal_adjusted(&v));
}

BUILTIN(decimal_copy_abs)
{
    NO_ARGS;
    struct decimal_view v = view_of(self);
    return decimal_with_sign(m, &v, false);
}

BUILTIN(decimal_copy_negate)
{
    NO_ARGS;
    struct decimal_view v = view_of(self);
    return decimal_with_sign(m, &v, !v.negative);
}

BUILTIN(decimal_self)
{
    NO_ARGS;
    (void)m;
    return newref(self);
}

#define QUESTION(name, answer)                                                                     \
    BUILTIN(decimal_##name)                                                                        \
    {                                                                                              \
        NO_ARGS;                                                                                   \
        struct decimal_view v = view_of(self);                                                     \
        return newref(bool_of(m, (answer)));                                                       \
    }

QUESTION(is_finite, !v.kind)
QUESTION(is_infinite, v.kind == DECIMAL_INFINITE)
QUESTION(is_nan_number, decimal_is_nan(&v))
QUESTION(is_qnan, v.kind == DECIMAL_QUIET)
QUESTION(is_snan, v.kind == DECIMAL_SIGNALING)
QUESTION(is_signed, v.negative)
QUESTION(is_zero_number, decimal_is_zero(&v))

BUILTIN(decimal_is_canonical)
{
    NO_ARGS;
    (void)self;
    return newref(m->true_);
}

static Object *get_real(Machine *m, Object *o)
{
    (void)m;
    return newref(o);
}

static Object *get_imag(Machine *m, Object *o)
{
    (void)o;
    return decimal_make(m, m->types.decimal, &(struct decimal_view){.digits = 1});
}

static const GetSetDef decimal_getset[] = {
    {"real", get_real, NULL},
    {"imag", get_imag, NULL},
    {0},
};

static const MethodDef decimal_methods[] = {
    {"__trunc__", decimal_trunc, METH_NOARGS, NULL},
    {"__floor__", decimal_floor, METH_NOARGS, NULL},
    {"__ceil__", decimal_ceil, METH_NOARGS, NULL},
    {"__round__", decimal_method_round, METH_KEYWORDS, NULL},
    {"__copy__", decimal_self, METH_NOARGS, NULL},
    {"__deepcopy__", decimal_self, METH_O, NULL},
    {"conjugate", decimal_self, METH_NOARGS, "The number itself."},
    {"canonical", decimal_self, METH_NOARGS, "The number itself."},
    {"quantize", decimal_method_quantize, METH_KEYWORDS,
     "This number with the exponent of another."},
    {"sqrt", decimal_method_sqrt, METH_KEYWORDS, "The square root."},
    {"normalize", decimal_method_normalize, METH_KEYWORDS, "Without the zeros at its end."},
    {"compare", decimal_method_compare, METH_KEYWORDS, "-1, 0 or 1 as a Decimal."},
    {"adjusted", decimal_method_adjusted, METH_NOARGS, "The exponent that the first digit has."},
    {"copy_abs", decimal_copy_abs, METH_NOARGS, "This number without its sign."},
    {"copy_negate", decimal_copy_negate, METH_NOARGS, "This number with the other sign."},
    {"is_canonical", decimal_is_canonical, METH_NOARGS, NULL},
    {"is_finite", decimal_is_finite, METH_NOARGS, NULL},
    {"is_infinite", decimal_is_infinite, METH_NOARGS, NULL},
    {"is_nan", decimal_is_nan_number, METH_NOARGS, NULL},
    {"is_qnan", decimal_is_qnan, METH_NOARGS, NULL},
    {"is_snan", decimal_is_snan, METH_NOARGS, NULL},
    {"is_signed", decimal_is_signed, METH_NOARGS, NULL},
    {"is_zero", decimal_is_zero_number, METH_NOARGS, NULL},
    {0},
};

static int no_references(Machine *m, Object *o, visitproc visit, void *arg)
{
    (void)m, (void)o, (void)visit, (void)arg;
    return 0;
}

/* Only CPython 3.13 has its collector see them. */
const TypeSpec decimal_spec = {
    .name = "decimal.Decimal",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 104,
    .size = sizeof(DecimalObject),
    .methods = decimal_methods,
    .getset = decimal_getset,
    .doc = "A number of decimal digits.",
    .slots =
        {
            .tp_dealloc = decimal_dealloc,
            .tp_repr = to_repr,
            .tp_str = to_str,
            .tp_hash = decimal_hash,
            .tp_richcompare = compare,
            .tp_new = decimal_new,
            .tp_traverse = no_references,
            .tp_sizeof = decimal_sizeof,
            .nb_negative = nb_minus,
            .nb_positive = nb_plus,
            .nb_absolute = nb_absolute,
            .nb_bool = nb_bool,
            .nb_int = nb_int,
            .nb_float = nb_float,
            .nb =
                {
                    [NB_ADD] = nb_add,
                    [NB_SUBTRACT] = nb_subtract,
                    [NB_MULTIPLY] = nb_multiply,
                    [NB_TRUE_DIVIDE] = nb_divide,
                    [NB_FLOOR_DIVIDE] = nb_divide_int,
                    [NB_REMAINDER] = nb_remainder,
                    [NB_DIVMOD] = nb_divmod,
                    [NB_POWER] = nb_power,
                },
            .nb_power3 = nb_power3,
        },
};
