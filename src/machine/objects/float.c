/* float: Objects/floatobject.c.  Its text is in float_text.c. */
#include "number.h"

#include "../compare.h"
#include "../exceptions.h"
#include "../specs.h"

#include <pyviz/machine/float.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include <float.h>
#include <math.h>
#include <stdlib.h>

enum { FLOAT_SIZE = 24, ROUND_MOST_PLACES = 323, ROUND_LEAST_PLACES = -308 };

/* ---- making and reading ---------------------------------------------------------------------- */

Object *float_from_double(Machine *m, double v)
{
    FloatObject *o = object_new(m, m->types.float_, sizeof *o, FLOAT_SIZE);
    if (o)
        o->value = v;
    return (Object *)o;
}

static void float_dealloc(Machine *m, Object *o)
{
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

double float_as_double(Machine *m, Object *o)
{
    if (is_float(o))
        return float_value(o);
    if (is_exact(m, o, int_))
        return int_as_double(m, o);
    if (!slots_of(o)->nb_float && !slots_of(o)->nb_index) {
        error_set(m, EXC_TypeError, "must be real number, not %.50s", type_name(o));
        return -1.0;
    }
    Object *f = number_float(m, o);
    double v = f ? float_value(f) : -1.0;
    xdecref(m, f);
    return v;
}

/* OverflowError: (34, 'Numerical result out of range') */
static void *float_range_error(Machine *m)
{
    Object *args[] = {int_from_i64(m, 34), str_from_ascii(m, "Numerical result out of range")};
    Object *error =
        args[0] && args[1] ? exception_new(m, m->exc[EXC_OverflowError], args, 2) : NULL;
    xdecref(m, args[0]);
    xdecref(m, args[1]);
    return error ? error_raise(m, error) : NULL;
}

/* A number beside a float as a double: 1; 0 if it is none; -1 if it is too large. */
static int operand(Machine *m, Object *o, double *v)
{
    if (is_float(o))
        *v = float_value(o);
    else if (is_int(o))
        *v = int_as_double(m, o);
    else
        return 0;
    return *v == -1.0 && error_occurred(m) ? -1 : 1;
}

static int operands(Machine *m, Object *a, Object *b, double *x, double *y)
{
    int status = operand(m, a, x);
    return status == 1 ? operand(m, b, y) : status;
}

/* ---- arithmetic ------------------------------------------------------------------------------ */

/* The remainder has the divisor's sign, and the quotient is the whole number nearest to what is
 * then left over: _float_div_mod. */
static void floor_divide(double x, double y, double *quotient, double *remainder)
{
    double mod = fmod(x, y), div = (x - mod) / y;
    if (mod == 0) {
        mod = copysign(0.0, y);
    } else if ((y < 0) != (mod < 0)) {
        mod += y;
        div -= 1.0;
    }
    double whole = copysign(0.0, x / y);
    if (div != 0) {
        whole = floor(div);
        if (div - whole > 0.5)
            whole += 1.0;
    }
    *quotient = whole;
    *remainder = mod;
}

static Object *divmod_tuple(Machine *m, double x, double y)
{
    double quotient, remainder;
    floor_divide(x, y, &quotient, &remainder);
    Object *pair[2] = {float_from_double(m, quotient), NULL};
    if (!pair[0])
        return NULL;
    pair[1] = float_from_double(m, remainder);
    if (!pair[1]) {
        decref(m, pair[0]);
        return NULL;
    }
    return tuple_from_array_steal(m, pair, 2);
}

static bool is_odd(double v)
{
    return fmod(fabs(v), 2.0) == 1.0;
}

/* C's pow, but for the cases in which C libraries have been known to differ. */
Object *float_power(Machine *m, double x, double y)
{
    if (y == 0 || x == 1)
        return float_from_double(m, 1.0);
    if (isnan(x) || isnan(y))
        return float_from_double(m, isnan(x) ? x : y);
    if (isinf(y)) {
        bool grows = (y > 0) == (fabs(x) > 1);
        return float_from_double(m, fabs(x) == 1 ? 1.0 : grows ? INFINITY : 0.0);
    }
    if (isinf(x)) {
        double v = y > 0 ? INFINITY : 0.0;
        return float_from_double(m, is_odd(y) ? copysign(v, x) : v);
    }
    if (x == 0) {
        if (y < 0)
            return error_set(m, EXC_ZeroDivisionError, "0.0 cannot be raised to a negative power");
        return float_from_double(m, is_odd(y) ? x : 0.0);
    }
    if (x < 0 && y != floor(y))
        return complex_power(m, x, 0.0, y, 0.0);
    double v = pow(fabs(x), y);
    if (isinf(v))
        return float_range_error(m);
    return float_from_double(m, x < 0 && is_odd(y) ? -v : v);
}

static Object *divide(Machine *m, double x, double y, enum number_op op)
{
    static const char *const zero[NB_COUNT] = {
        [NB_TRUE_DIVIDE] = "float division by zero",
        [NB_FLOOR_DIVIDE] = "float floor division by zero",
        [NB_DIVMOD] = "float divmod()",
    };
    if (y == 0)
        return error_set(m, EXC_ZeroDivisionError, "%s",
                         op == NB_REMAINDER ? m->profile->float_modulo_by_zero : zero[op]);
    if (op == NB_TRUE_DIVIDE)
        return float_from_double(m, x / y);
    if (op == NB_DIVMOD)
        return divmod_tuple(m, x, y);
    double quotient, remainder;
    floor_divide(x, y, &quotient, &remainder);
    return float_from_double(m, op == NB_REMAINDER ? remainder : quotient);
}

static Object *float_binary(Machine *m, Object *a, Object *b, enum number_op op)
{
    double x, y;
    int status = operands(m, a, b, &x, &y);
    if (status != 1)
        return status < 0 ? NULL : newref(m->not_implemented);
    switch (op) {
    case NB_ADD:
        return float_from_double(m, x + y);
    case NB_SUBTRACT:
        return float_from_double(m, x - y);
    case NB_MULTIPLY:
        return float_from_double(m, x * y);
    case NB_POWER:
        return float_power(m, x, y);
    default:
        return divide(m, x, y, op);
    }
}

#define BINARY(name, op)                                                                           \
    static Object *float_nb_##name(Machine *m, Object *a, Object *b)                               \
    {                                                                                              \
        return float_binary(m, a, b, op);                                                          \
    }
BINARY(add, NB_ADD)
BINARY(subtract, NB_SUBTRACT)
BINARY(multiply, NB_MULTIPLY)
BINARY(true_divide, NB_TRUE_DIVIDE)
BINARY(floor_divide, NB_FLOOR_DIVIDE)
BINARY(remainder, NB_REMAINDER)
BINARY(power, NB_POWER)
BINARY(divmod, NB_DIVMOD)
#undef BINARY

static Object *float_nb_power3(Machine *m, Object *a, Object *b, Object *modulus)
{
    (void)a;
    (void)b;
    (void)modulus;
    return error_set(m, EXC_TypeError,
                     "pow() 3rd argument not allowed unless all arguments are integers");
}

static Object *float_negative(Machine *m, Object *o)
{
    return float_from_double(m, -float_value(o));
}

static Object *float_absolute(Machine *m, Object *o)
{
    return float_from_double(m, fabs(float_value(o)));
}

static Object *float_float(Machine *m, Object *o)
{
    return is_exact(m, o, float_) ? newref(o) : float_from_double(m, float_value(o));
}

static Object *float_int(Machine *m, Object *o)
{
    return int_from_double(m, float_value(o));
}

static int float_bool(Machine *m, Object *o)
{
    (void)m;
    return float_value(o) != 0;
}

/* ---- comparing and hashing ------------------------------------------------------------------- */

/* Exactly, also against ints that no double can hold; nan is unequal to everything. */
static Object *float_richcompare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    double x = float_value(a);
    if (!is_float(b) && !is_int(b))
        return newref(m->not_implemented);
    if (isnan(x) || (is_float(b) && isnan(float_value(b))))
        return newref(bool_of(m, op == COMPARE_NE));
    int order;
    if (is_float(b))
        order = (x > float_value(b)) - (x < float_value(b));
    else
        order = -int_compare_double(b, x);
    return compare_result(m, order, op);
}

/* Python/pyhash.c: _Py_HashDouble: the value modulo 2**61 - 1, 28 bits at a time. */
hash_t float_hash_double(Machine *m, Object *o, double v)
{
    enum { BITS = 61, STEP = 28, HASH_INF = 314159 };
    const uint64_t prime = ((uint64_t)1 << BITS) - 1;
    if (isinf(v))
        return v > 0 ? HASH_INF : -HASH_INF;
    if (isnan(v))
        return object_hash_pointer(m, o);
    int exponent;
    double mantissa = frexp(fabs(v), &exponent);
    uint64_t x = 0;
    while (mantissa != 0) {
        x = (x << STEP & prime) | x >> (BITS - STEP);
        mantissa *= (double)(1 << STEP);
        exponent -= STEP;
        uint64_t part = (uint64_t)mantissa;
        mantissa -= (double)part;
        x += part;
        if (x >= prime)
            x -= prime;
    }
    exponent = exponent >= 0 ? exponent % BITS : BITS - 1 - (-1 - exponent) % BITS;
    x = (x << exponent & prime) | x >> (BITS - exponent);
    hash_t h = v < 0 ? -(hash_t)x : (hash_t)x;
    return h == -1 ? -2 : h;
}

static hash_t float_hash(Machine *m, Object *o)
{
    return float_hash_double(m, o, float_value(o));
}

/* ---- text and construction ------------------------------------------------------------------- */

static Object *float_tp_repr(Machine *m, Object *o)
{
    struct buffer text = {0};
    float_repr(&text, float_value(o));
    Object *s = str_from_ascii(m, text.data);
    buffer_free(&text);
    return s;
}

static Object *float_construct(Machine *m, Object *const *args, size_t nargs)
{
    if (nargs == 0)
        return float_from_double(m, 0.0);
    if (is_exact(m, args[0], str))
        return float_from_str(m, args[0]);
    return number_float(m, args[0]);
}

static Object *float_new(Machine *m, Type *type, Object *const *args, size_t nargs, Object *kwnames)
{
    bool plain = type->slots.tp_init == m->types.float_->slots.tp_init;
    if ((plain && !arg_no_keywords(m, "float", kwnames)) ||
        !arg_check_positional(m, "float", nargs, 0, 1))
        return NULL;
    Object *v = float_construct(m, args, nargs);
    if (!v || type == m->types.float_)
        return v;
    FloatObject *o = object_new_plain(m, type);
    if (o)
        o->value = float_value(v);
    decref(m, v);
    return (Object *)o;
}

/* ---- methods --------------------------------------------------------------------------------- */

#define METHOD(name)                                                                               \
    static Object *name(Machine *m, Object *self, Object *const *args, size_t nargs,               \
                        Object *kwnames)
#define UNUSED_ARGS ((void)args, (void)nargs, (void)kwnames)

METHOD(method_conjugate)
{
    UNUSED_ARGS;
    return float_float(m, self);
}

METHOD(method_trunc)
{
    UNUSED_ARGS;
    return float_int(m, self);
}

METHOD(method_floor)
{
    UNUSED_ARGS;
    return int_from_double(m, floor(float_value(self)));
}

METHOD(method_ceil)
{
    UNUSED_ARGS;
    return int_from_double(m, ceil(float_value(self)));
}

METHOD(method_is_integer)
{
    UNUSED_ARGS;
    double v = float_value(self);
    return newref(bool_of(m, isfinite(v) && v == floor(v)));
}

METHOD(method_hex)
{
    UNUSED_ARGS;
    return float_hex(m, float_value(self));
}

METHOD(method_fromhex)
{
    (void)nargs;
    (void)kwnames;
    if (!is_str(args[0]))
        return error_set(m, EXC_TypeError, "bad argument type for built-in operation");
    Object *v = float_from_hex(m, args[0]);
    if (!v || self == (Object *)m->types.float_)
        return v;
    Object *derived = object_call1(m, self, v);
    decref(m, v);
    return derived;
}

METHOD(method_getnewargs)
{
    UNUSED_ARGS;
    Object *v = float_from_double(m, float_value(self));
    return v ? tuple_from_array_steal(m, &v, 1) : NULL;
}

METHOD(method_format)
{
    (void)nargs;
    (void)kwnames;
    if (!is_str(args[0]))
        return error_set(m, EXC_TypeError, "__format__() argument must be str, not %s",
                         args[0] == m->none ? "None" : type_name(args[0]));
    return format_float(m, self, args[0]);
}

/* Every double is a whole number times a power of two. */
METHOD(method_as_integer_ratio)
{
    UNUSED_ARGS;
    double v = float_value(self);
    if (isinf(v))
        return error_set(m, EXC_OverflowError, "cannot convert Infinity to integer ratio");
    if (isnan(v))
        return error_set(m, EXC_ValueError, "cannot convert NaN to integer ratio");
    int exponent;
    double mantissa = frexp(v, &exponent);
    for (int i = 0; i < DBL_MANT_DIG && mantissa != floor(mantissa); i++) {
        mantissa *= 2.0;
        exponent--;
    }
    Object *numerator = int_from_double(m, mantissa), *denominator = int_from_i64(m, 1);
    Object **moved = exponent > 0 ? &numerator : &denominator;
    if (*moved && exponent) {
        Object *shifted = int_shift_left(m, *moved, (size_t)abs(exponent));
        decref(m, *moved);
        *moved = shifted;
    }
    if (!numerator || !denominator) {
        xdecref(m, numerator);
        xdecref(m, denominator);
        return NULL;
    }
    Object *pair[2] = {numerator, denominator};
    return tuple_from_array_steal(m, pair, 2);
}

static Object *round_to_int(Machine *m, double v)
{
    double rounded = round(v);
    if (fabs(v - rounded) == 0.5)
        rounded = 2.0 * round(v / 2.0);
    return int_from_double(m, rounded);
}

METHOD(method_round)
{
    (void)kwnames;
    if (!arg_check_positional(m, "__round__", nargs, 0, 1))
        return NULL;
    double v = float_value(self);
    if (nargs == 0 || args[0] == m->none)
        return round_to_int(m, v);
    ssize_t places = number_as_ssize(m, args[0], -1);
    if (places == -1 && error_occurred(m))
        return NULL;
    if (!isfinite(v) || places > ROUND_MOST_PLACES)
        return float_from_double(m, v);
    if (places < ROUND_LEAST_PLACES)
        return float_from_double(m, 0.0 * v);
    double rounded = float_round(v, (int)places);
    if (isinf(rounded))
        return error_set(m, EXC_OverflowError, "rounded value too large to represent");
    return float_from_double(m, rounded);
}

METHOD(method_getformat)
{
    (void)self;
    (void)nargs;
    (void)kwnames;
    if (!is_str(args[0]))
        return error_set(m, EXC_TypeError, "__getformat__() argument must be str, not %s",
                         args[0] == m->none ? "None" : type_name(args[0]));
    if (!str_equals_ascii(args[0], "double") && !str_equals_ascii(args[0], "float"))
        return error_set(m, EXC_ValueError,
                         "__getformat__() argument 1 must be 'double' or 'float'");
    return str_from_ascii(m, "IEEE, little-endian");
}

static const MethodDef float_methods[] = {
    {"conjugate", method_conjugate, METH_NOARGS, "The number itself: it has no imaginary part."},
    {"__trunc__", method_trunc, METH_NOARGS, "The whole part."},
    {"__floor__", method_floor, METH_NOARGS, "The largest int that is not larger."},
    {"__ceil__", method_ceil, METH_NOARGS, "The smallest int that is not smaller."},
    {"__round__", method_round, METH_FASTCALL, "Rounded to so many places, half to even."},
    {"as_integer_ratio", method_as_integer_ratio, METH_NOARGS, "Two ints whose quotient it is."},
    {"fromhex", method_fromhex, METH_O | METH_CLASS, "The float that hexadecimal text stands for."},
    {"hex", method_hex, METH_NOARGS, "The float in hexadecimal."},
    {"is_integer", method_is_integer, METH_NOARGS, "Is nothing behind the point?"},
    {"__getnewargs__", method_getnewargs, METH_NOARGS, NULL},
    {"__getformat__", method_getformat, METH_O | METH_CLASS, NULL},
    {"__format__", method_format, METH_O, "The number as a format specification wants it."},
    {NULL, NULL, 0, NULL},
};

static Object *get_imag(Machine *m, Object *self)
{
    (void)self;
    return float_from_double(m, 0.0);
}

static const GetSetDef float_getset[] = {
    {"real", float_float, NULL},
    {"imag", get_imag, NULL},
    {NULL, NULL, NULL},
};

const TypeSpec float_spec = {
    .name = "float",
    .flags = TYPE_BASETYPE | TYPE_FLOAT_SUBCLASS,
    .basicsize = FLOAT_SIZE,
    .size = sizeof(FloatObject),
    .methods = float_methods,
    .getset = float_getset,
    .doc = "A number of 53 binary digits and an exponent.",
    .slots =
        {
            .tp_dealloc = float_dealloc,
            .tp_repr = float_tp_repr,
            .tp_hash = float_hash,
            .tp_richcompare = float_richcompare,
            .tp_new = float_new,
            .nb_negative = float_negative,
            .nb_positive = float_float,
            .nb_absolute = float_absolute,
            .nb_int = float_int,
            .nb_float = float_float,
            .nb_bool = float_bool,
            .nb =
                {
                    [NB_ADD] = float_nb_add,
                    [NB_SUBTRACT] = float_nb_subtract,
                    [NB_MULTIPLY] = float_nb_multiply,
                    [NB_TRUE_DIVIDE] = float_nb_true_divide,
                    [NB_FLOOR_DIVIDE] = float_nb_floor_divide,
                    [NB_REMAINDER] = float_nb_remainder,
                    [NB_POWER] = float_nb_power,
                    [NB_DIVMOD] = float_nb_divmod,
                },
            .nb_power3 = float_nb_power3,
        },
};
