/* decimal._core: what Python's part of decimal works with.  Contexts are not checked here. */
#include "decimal_internal.h"

#include "../objects/int_limbs.h"
#include <pyviz/machine/function.h>

#include <pyviz/machine/dict.h>
#include <pyviz/machine/float.h>

static struct decimal_view view_of(Object *o)
{
    return decimal_view_of((DecimalObject *)o);
}

static ContextObject *as_context(Object *o)
{
    return (ContextObject *)o;
}

static int64_t whole(Object *o)
{
    int overflow;
    return int_as_i64(o, &overflow);
}

/* ---- the parts of a number ------------------------------------------------------------------- */

BUILTIN(core_sign_of)
{
    UNUSED_ONE;
    return int_from_i64(m, view_of(args[0]).negative);
}

BUILTIN(core_kind_of)
{
    UNUSED_ONE;
    return int_from_i64(m, view_of(args[0]).kind);
}

BUILTIN(core_exponent_of)
{
    UNUSED_ONE;
    return int_from_i64(m, view_of(args[0]).exponent);
}

BUILTIN(core_coefficient_of)
{
    UNUSED_ONE;
    struct decimal_view v = view_of(args[0]);
    v.kind = DECIMAL_FINITE;
    v.exponent = 0;
    v.negative = false;
    return decimal_to_int(m, &v, ROUND_DOWN);
}

BUILTIN(core_digits_of)
{
    UNUSED_ONE;
    return int_from_i64(m, (int64_t)view_of(args[0]).digits);
}

/* An exponent that a C number can hold: what is beyond has its sign. */
static int64_t bounded(Object *o)
{
    const int64_t most = 4 * DECIMAL_MAX_PREC;
    int overflow;
    int64_t n = int_as_i64(o, &overflow);
    if (overflow)
        return overflow > 0 ? most : -most;
    return n > most ? most : n < -most ? -most : n;
}

/* make(sign, coefficient, exponent, kind=0) */
BUILTIN(core_make)
{
    UNUSED_SELF;
    (void)kwnames;
    return decimal_make(m, m->types.decimal,
                        &(struct decimal_view){.negative = int_sign(args[0]),
                                               .limb = int_data(args[1]),
                                               .size = int_limbs(args[1]),
                                               .exponent = bounded(args[2]),
                                               .kind = nargs > 3 ? (enum decimal_kind)whole(args[3])
                                                                 : DECIMAL_FINITE});
}

/* finish(sign, coefficient, exponent, context, status=0): rounded into the context. */
BUILTIN(core_finish)
{
    UNUSED_SELF;
    (void)kwnames;
    struct decimal_work w = {.negative = int_sign(args[0]), .exponent = bounded(args[2])};
    if (!magnitude_set(m, &w.c, int_data(args[1]), int_limbs(args[1])))
        return NULL;
    return decimal_finish(m, &w, as_context(args[3]), nargs > 4 ? (uint32_t)whole(args[4]) : 0);
}

/* finish_decimal(d, context) */
BUILTIN(core_finish_decimal)
{
    UNUSED_ONE;
    struct decimal_view v = view_of(args[0]);
    return decimal_finish_view(m, &v, v.negative, as_context(args[1]));
}

/* exactly(value, context) */
BUILTIN(core_exactly)
{
    UNUSED_ONE;
    Object *d = decimal_exactly(m, m->types.decimal, args[0], as_context(args[1]));
    return d;
}

/* argument(value): a Decimal of a Decimal or an int. */
BUILTIN(core_argument)
{
    UNUSED_ONE;
    struct decimal_view v;
    if (type_is_subtype(args[0]->type, m->types.decimal))
        return newref(args[0]);
    return decimal_argument(m, args[0], &v) ? decimal_make(m, m->types.decimal, &v) : NULL;
}

BUILTIN(core_of_float)
{
    UNUSED_ONE;
    return decimal_from_double(m, m->types.decimal, float_value(args[0]));
}

/* ---- digits ---------------------------------------------------------------------------------- */

BUILTIN(core_count_digits)
{
    UNUSED_ONE;
    size_t digits;
    return magnitude_digits(m, int_data(args[0]), int_limbs(args[0]), &digits)
               ? int_from_i64(m, (int64_t)digits)
               : NULL;
}

/* str(n), of any length. */
BUILTIN(core_digit_text)
{
    UNUSED_ONE;
    struct decimal_view v = {.limb = int_data(args[0]), .size = int_limbs(args[0])};
    return magnitude_digits(m, v.limb, v.size, &v.digits) ? decimal_text(m, &v, false, true) : NULL;
}

/* number_text(d, engineering, capitals) */
BUILTIN(core_number_text)
{
    UNUSED_ONE;
    struct decimal_view v = view_of(args[0]);
    return decimal_text(m, &v, args[1] == m->true_, int_sign(args[2]));
}

/* ---- operations ------------------------------------------------------------------------------ */

#define CORE_UNARY(name)                                                                           \
    BUILTIN(core_##name)                                                                           \
    {                                                                                              \
        UNUSED_ONE;                                                                                \
        struct decimal_view a = view_of(args[0]);                                                  \
        return decimal_##name(m, &a, as_context(args[1]));                                         \
    }

CORE_UNARY(plus)
CORE_UNARY(minus)
CORE_UNARY(absolute)
CORE_UNARY(normalize)
CORE_UNARY(sqrt)

#define CORE_BINARY(name)                                                                          \
    BUILTIN(core_##name)                                                                           \
    {                                                                                              \
        UNUSED_ONE;                                                                                \
        struct decimal_view a = view_of(args[0]), b = view_of(args[1]);                            \
        return decimal_##name(m, &a, &b, as_context(args[2]));                                     \
    }

CORE_BINARY(add)
CORE_BINARY(subtract)
CORE_BINARY(multiply)
CORE_BINARY(divide)
CORE_BINARY(divide_int)
CORE_BINARY(divmod)
CORE_BINARY(remainder)

/* quantize(a, b, context) */
BUILTIN(core_quantize)
{
    UNUSED_ONE;
    ContextObject *c = as_context(args[2]);
    struct decimal_view a = view_of(args[0]), b = view_of(args[1]);
    return decimal_quantize(m, &a, &b, (enum decimal_rounding)c->rounding, c);
}

/* whole_power(a, b, context): None where it is not done here. */
BUILTIN(core_whole_power)
{
    UNUSED_ONE;
    struct decimal_view a = view_of(args[0]), b = view_of(args[1]);
    bool known;
    Object *result = decimal_power(m, &a, &b, as_context(args[2]), &known);
    return known || error_occurred(m) ? result : newref(m->none);
}

/* compare(a, b) of numbers that are not NaN: -1, 0 or 1. */
BUILTIN(core_compare)
{
    UNUSED_ONE;
    struct decimal_view a = view_of(args[0]), b = view_of(args[1]);
    int order;
    return decimal_compare(m, &a, &b, &order) ? int_from_i64(m, order) : NULL;
}

/* rescaled(d, exponent, rounding): a finite number with this exponent, and whether digits were
 * lost. */
BUILTIN(core_rescaled)
{
    UNUSED_ONE;
    struct decimal_view v = view_of(args[0]);
    enum decimal_rounding rounding;
    struct decimal_work w = {0};
    bool inexact;
    ContextObject *c = decimal_context(m);
    if (!c || !decimal_rounding_argument(m, args[2], c, &rounding) ||
        !decimal_rescale(m, &v, bounded(args[1]), rounding, &w, &inexact))
        return NULL;
    v.exponent = w.exponent;
    v.limb = w.c.limb;
    v.size = w.c.size;
    v.digits = 0;
    Object *d = decimal_make(m, m->types.decimal, &v);
    magnitude_drop(m, &w.c);
    Object *pair = d ? tuple_pack(m, 2, d, bool_of(m, inexact)) : NULL;
    xdecref(m, d);
    return pair;
}

BUILTIN(core_is_whole)
{
    UNUSED_ONE;
    struct decimal_view v = view_of(args[0]);
    bool is_whole;
    return decimal_is_whole(m, &v, &is_whole) ? newref(bool_of(m, is_whole)) : NULL;
}

static const MethodDef core_functions[] = {
    {"sign_of", core_sign_of, METH_O, NULL},
    {"kind_of", core_kind_of, METH_O, NULL},
    {"exponent_of", core_exponent_of, METH_O, NULL},
    {"coefficient_of", core_coefficient_of, METH_O, NULL},
    {"digits_of", core_digits_of, METH_O, NULL},
    {"make", core_make, METH_FASTCALL, NULL},
    {"finish", core_finish, METH_FASTCALL, NULL},
    {"finish_decimal", core_finish_decimal, METH_FASTCALL, NULL},
    {"exactly", core_exactly, METH_FASTCALL, NULL},
    {"argument", core_argument, METH_O, NULL},
    {"of_float", core_of_float, METH_O, NULL},
    {"count_digits", core_count_digits, METH_O, NULL},
    {"digit_text", core_digit_text, METH_O, NULL},
    {"number_text", core_number_text, METH_FASTCALL, NULL},
    {"plus", core_plus, METH_FASTCALL, NULL},
    {"negated", core_minus, METH_FASTCALL, NULL},
    {"absolute", core_absolute, METH_FASTCALL, NULL},
    {"normalized", core_normalize, METH_FASTCALL, NULL},
    {"sqrt", core_sqrt, METH_FASTCALL, NULL},
    {"add", core_add, METH_FASTCALL, NULL},
    {"subtract", core_subtract, METH_FASTCALL, NULL},
    {"multiply", core_multiply, METH_FASTCALL, NULL},
    {"divide", core_divide, METH_FASTCALL, NULL},
    {"divide_floor", core_divide_int, METH_FASTCALL, NULL},
    {"divide_whole", core_divmod, METH_FASTCALL, NULL},
    {"remainder", core_remainder, METH_FASTCALL, NULL},
    {"quantize", core_quantize, METH_FASTCALL, NULL},
    {"whole_power", core_whole_power, METH_FASTCALL, NULL},
    {"compare", core_compare, METH_FASTCALL, NULL},
    {"rescaled", core_rescaled, METH_FASTCALL, NULL},
    {"is_whole", core_is_whole, METH_O, NULL},
    {0},
};

static int core_exec(Machine *m, Object *dict)
{
    Type *types[] = {m->types.decimal, m->types.decimal_context};
    for (int i = 0; i < 2; i++) {
        if (m->profile->decimal_types_on_heap)
            native_heap_type(m, types[i]);
        else
            types[i]->tp_flags &= ~(unsigned)TYPE_GC;
        if (module_add_type(m, dict, types[i]) < 0)
            return -1;
    }
    Object *name = str_intern_ascii(m, "decimal");
    int status = name ? builtin_add_methods(m, dict, decimal_context_functions, name) : -1;
    xdecref(m, name);
    return status;
}

const ModuleSpec decimal_core_module = {
    .name = "decimal._core", .hidden = true, .methods = core_functions, .exec = core_exec};
