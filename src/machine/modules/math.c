/* The module math: Modules/mathmodule.c.
 *
 * The C library computes; what is Python's is which results are errors.  A NaN that no argument was
 * is a domain error; an infinity from finite arguments is a range error where the function can
 * overflow, and a domain error (a pole) where it cannot. */
#include "math_internal.h"

#include "../class.h"
#include "../objects/int_limbs.h"

#include <pyviz/machine/float.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include <errno.h>
#include <limits.h>
#include <math.h>
#include <string.h>

static const double pi = 3.14159265358979323846, e = 2.7182818284590452354;

void *math_domain_error(Machine *m)
{
    return error_set(m, EXC_ValueError, "math domain error");
}

void *math_range_error(Machine *m)
{
    return error_set(m, EXC_OverflowError, "math range error");
}

/* An argument as a double; false with an exception. */
static bool real(Machine *m, Object *o, double *v)
{
    *v = float_as_double(m, o);
    return *v != -1.0 || !error_occurred(m);
}

/* ---- functions of one number ----------------------------------------------------------------- */

static Object *checked(Machine *m, double x, double r, bool can_overflow)
{
    if (isnan(r) && !isnan(x))
        return math_domain_error(m);
    if (isinf(r) && isfinite(x))
        return can_overflow ? math_range_error(m) : math_domain_error(m);
    return float_from_double(m, r);
}

#define UNARY(name, function, can_overflow)                                                        \
    BUILTIN(name)                                                                                  \
    {                                                                                              \
        UNUSED_ONE;                                                                                \
        double x;                                                                                  \
        return real(m, args[0], &x) ? checked(m, x, function(x), can_overflow) : NULL;             \
    }

static double log1p_signed(double x) /* keeps the sign of a zero */
{
    return x == 0.0 ? x : log1p(x);
}
static double to_degrees(double x)
{
    return x * (180.0 / pi);
}
static double to_radians(double x)
{
    return x * (pi / 180.0);
}

UNARY(math_acos, acos, false)
UNARY(math_acosh, acosh, false)
UNARY(math_asin, asin, false)
UNARY(math_asinh, asinh, false)
UNARY(math_atan, atan, false)
UNARY(math_atanh, atanh, false)
UNARY(math_cbrt, cbrt, false)
UNARY(math_cos, cos, false)
UNARY(math_cosh, cosh, true)
UNARY(math_erf, erf, false)
UNARY(math_erfc, erfc, false)
UNARY(math_exp, exp, true)
UNARY(math_exp2, exp2, true)
UNARY(math_expm1, expm1, true)
UNARY(math_fabs, fabs, false)
UNARY(math_log1p, log1p_signed, false)
UNARY(math_sin, sin, false)
UNARY(math_sinh, sinh, true)
UNARY(math_sqrt, sqrt, false)
UNARY(math_tan, tan, false)
UNARY(math_tanh, tanh, false)

/* These two are never errors. */
#define CONVERSION(name, function)                                                                 \
    BUILTIN(name)                                                                                  \
    {                                                                                              \
        UNUSED_ONE;                                                                                \
        double x;                                                                                  \
        return real(m, args[0], &x) ? float_from_double(m, function(x)) : NULL;                    \
    }
CONVERSION(math_degrees, to_degrees)
CONVERSION(math_radians, to_radians)

/* Those that say by errno what went wrong. */
static Object *by_errno(Machine *m, Object *arg, double (*function)(double))
{
    double x;
    if (!real(m, arg, &x))
        return NULL;
    errno = 0;
    double r = function(x);
    if (errno == EDOM)
        return math_domain_error(m);
    if (errno == ERANGE && fabs(r) >= 1.5)
        return math_range_error(m);
    return float_from_double(m, r);
}

BUILTIN(math_gamma)
{
    UNUSED_ONE;
    return by_errno(m, args[0], math_tgamma);
}

BUILTIN(math_lgamma_)
{
    UNUSED_ONE;
    return by_errno(m, args[0], math_lgamma);
}

#define PREDICATE(name, test)                                                                      \
    BUILTIN(name)                                                                                  \
    {                                                                                              \
        UNUSED_ONE;                                                                                \
        double x;                                                                                  \
        return real(m, args[0], &x) ? newref(bool_of(m, test(x))) : NULL;                          \
    }
PREDICATE(math_isfinite, isfinite)
PREDICATE(math_isinf, isinf)
PREDICATE(math_isnan, isnan)

/* ---- logarithms ------------------------------------------------------------------------------ */

/* A positive int too large for a double: a fraction in [0.5, 1], rounded half to even, times
 * 2**bits.  false with an exception. */
static bool int_fraction(Machine *m, Object *n, double *fraction, size_t *bits)
{
    *bits = int_bit_length(n);
    Object *top = int_shift_right(m, n, *bits - LIMB_BITS);
    Object *back = top ? int_shift_left(m, top, *bits - LIMB_BITS) : NULL;
    if (back) {
        uint64_t q = round_half_even(int_limb_at(top, 0), 11, int_compare(back, n) != 0);
        *fraction = q ? ldexp((double)q, -LIMB_BITS) : 1.0; /* 0: rounded up to 2**64 */
    }
    xdecref(m, top);
    xdecref(m, back);
    return back;
}

static Object *log_of_int(Machine *m, Object *n, double (*function)(double))
{
    if (int_sign(n) <= 0)
        return math_domain_error(m);
    double x = int_as_double(m, n);
    if (x != -1.0 || !error_occurred(m))
        return float_from_double(m, function(x));
    if (!error_matches(m, EXC_OverflowError))
        return NULL;
    error_clear(m);
    size_t bits;
    if (!int_fraction(m, n, &x, &bits))
        return NULL;
    return float_from_double(m, function(x) + function(2.0) * (double)bits);
}

static Object *logarithm(Machine *m, Object *o, double (*function)(double))
{
    if (is_int(o))
        return log_of_int(m, o, function);
    double x;
    return real(m, o, &x) ? checked(m, x, function(x), false) : NULL;
}

BUILTIN(math_log)
{
    UNUSED_SELF;
    (void)kwnames;
    if (m->profile->math_log_by_clinic ? !arg_check_positional(m, "log", nargs, 1, 2)
                                       : nargs < 1 || nargs > 2)
        return error_occurred(m)
                   ? NULL
                   : error_set(m, EXC_TypeError, "math.log requires 1 to 2 arguments");
    Object *number = logarithm(m, args[0], log);
    if (!number || nargs == 1)
        return number;
    Object *base = logarithm(m, args[1], log);
    Object *r = base ? number_binary(m, number, base, NB_TRUE_DIVIDE) : NULL;
    xdecref(m, base);
    decref(m, number);
    return r;
}

BUILTIN(math_log2)
{
    UNUSED_ONE;
    return logarithm(m, args[0], log2);
}

BUILTIN(math_log10)
{
    UNUSED_ONE;
    return logarithm(m, args[0], log10);
}

/* ---- functions of two numbers ---------------------------------------------------------------- */

static bool two(Machine *m, const char *name, Object *const *args, size_t nargs, double *x,
                double *y)
{
    return arg_check_positional(m, name, nargs, 2, 2) && real(m, args[0], x) && real(m, args[1], y);
}

#define BINARY(name, text, function)                                                               \
    BUILTIN(name)                                                                                  \
    {                                                                                              \
        UNUSED_SELF;                                                                               \
        (void)kwnames;                                                                             \
        double x, y;                                                                               \
        if (!two(m, text, args, nargs, &x, &y))                                                    \
            return NULL;                                                                           \
        double r = function(x, y);                                                                 \
        if (isnan(r) && !isnan(x) && !isnan(y))                                                    \
            return math_domain_error(m);                                                           \
        if (isinf(r) && isfinite(x) && isfinite(y))                                                \
            return math_range_error(m);                                                            \
        return float_from_double(m, r);                                                            \
    }
BINARY(math_atan2, "atan2", atan2)
BINARY(math_copysign, "copysign", copysign)
BINARY(math_fmod, "fmod", fmod)
BINARY(math_remainder, "remainder", remainder)

BUILTIN(math_pow)
{
    UNUSED_SELF;
    (void)kwnames;
    double x, y;
    if (!two(m, "pow", args, nargs, &x, &y))
        return NULL;
    double r = pow(x, y);
    if (isfinite(r) || !isfinite(x) || !isfinite(y))
        return float_from_double(m, r);
    return isnan(r) || x == 0.0 ? math_domain_error(m) : math_range_error(m);
}

BUILTIN(math_fma)
{
    UNUSED_SELF;
    (void)kwnames;
    double x, y, z;
    if (!arg_check_positional(m, "fma", nargs, 3, 3) || !real(m, args[0], &x) ||
        !real(m, args[1], &y) || !real(m, args[2], &z))
        return NULL;
    double r = fma(x, y, z);
    if (isnan(r) && !isnan(x) && !isnan(y) && !isnan(z))
        return error_set(m, EXC_ValueError, "invalid operation in fma");
    if (isinf(r) && isfinite(x) && isfinite(y) && isfinite(z))
        return error_set(m, EXC_OverflowError, "overflow in fma");
    return float_from_double(m, r);
}

/* The tolerance behind a keyword; false with an exception. */
static bool tolerance(Machine *m, Object *o, double *v)
{
    return !o || real(m, o, v);
}

BUILTIN(math_isclose)
{
    static const char *const names[] = {"a", "b", "rel_tol", "abs_tol", NULL};
    UNUSED_SELF;
    Object *out[4];
    double a, b, relative = 1e-9, absolute = 0.0;
    if (!arg_parse(m, "isclose", args, nargs, kwnames, names, 2, 2, out) || !real(m, out[0], &a) ||
        !real(m, out[1], &b) || !tolerance(m, out[2], &relative) ||
        !tolerance(m, out[3], &absolute))
        return NULL;
    if (relative < 0.0 || absolute < 0.0)
        return error_set(m, EXC_ValueError, "tolerances must be non-negative");
    double apart = fabs(b - a);
    bool close = a == b;
    if (!close && !isinf(a) && !isinf(b))
        close = apart <= fabs(relative * b) || apart <= fabs(relative * a) || apart <= absolute;
    return newref(bool_of(m, close));
}

/* ---- the bits of a double -------------------------------------------------------------------- */

/* The place of a double among all doubles, counted from zero, and back. */
static uint64_t double_rank(double v)
{
    uint64_t bits;
    v = fabs(v);
    memcpy(&bits, &v, sizeof bits);
    return bits;
}

static double rank_double(uint64_t rank, bool negative)
{
    double v;
    memcpy(&v, &rank, sizeof v);
    return negative ? -v : v;
}

/* x moved by so many doubles towards y, but not past it. */
static double step_towards(double x, double y, uint64_t steps)
{
    if (steps == 1)
        return nextafter(x, y);
    if (steps == 0 || isnan(x))
        return x;
    if (isnan(y) || x == y)
        return y;
    bool negative = signbit(x), crosses = negative != (bool)signbit(y);
    uint64_t from = double_rank(x), to = double_rank(y);
    if (crosses) {
        if (steps >= from + to)
            return y;
        if (steps > from)
            return rank_double(steps - from, signbit(y));
        return rank_double(from - steps, negative);
    }
    if (from > to)
        return from - to <= steps ? y : rank_double(from - steps, negative);
    return to - from <= steps ? y : rank_double(from + steps, negative);
}

/* The argument `steps`: as many as there can be if it is larger.  false with an exception. */
static bool step_count(Machine *m, Object *o, uint64_t *steps)
{
    *steps = 1;
    if (!o || o == m->none)
        return true;
    Object *index = number_index(m, o);
    if (!index)
        return false;
    bool negative = int_negative(index);
    *steps = int_limbs(index) > 1 ? UINT64_MAX : int_limb_at(index, 0);
    decref(m, index);
    if (negative)
        error_set(m, EXC_ValueError, "steps must be a non-negative integer");
    return !negative;
}

BUILTIN(math_nextafter)
{
    static const char *const names[] = {"", "", "steps", NULL};
    UNUSED_SELF;
    Object *out[3] = {NULL, NULL, NULL};
    if (!m->profile->math_nextafter_steps) {
        if (!arg_no_keywords(m, "math.nextafter", kwnames) ||
            !arg_check_positional(m, "nextafter", nargs, 2, 2))
            return NULL;
        out[0] = args[0];
        out[1] = args[1];
    } else if (!arg_parse(m, "nextafter", args, nargs, kwnames, names, 2, 2, out)) {
        return NULL;
    }
    double x, y;
    uint64_t steps;
    if (!real(m, out[0], &x) || !real(m, out[1], &y) || !step_count(m, out[2], &steps))
        return NULL;
    return float_from_double(m, step_towards(x, y, steps));
}

BUILTIN(math_ulp)
{
    UNUSED_ONE;
    double x;
    if (!real(m, args[0], &x))
        return NULL;
    x = fabs(x);
    if (!isfinite(x))
        return float_from_double(m, x);
    double up = nextafter(x, INFINITY);
    return float_from_double(m, isinf(up) ? x - nextafter(x, -INFINITY) : up - x);
}

static Object *pair_steal(Machine *m, Object *a, Object *b)
{
    Object *pair[] = {a, b};
    if (a && b)
        return tuple_from_array_steal(m, pair, 2);
    xdecref(m, a);
    xdecref(m, b);
    return NULL;
}

BUILTIN(math_frexp)
{
    UNUSED_ONE;
    double x;
    int exponent = 0;
    if (!real(m, args[0], &x))
        return NULL;
    if (isfinite(x) && x != 0.0)
        x = frexp(x, &exponent);
    return pair_steal(m, float_from_double(m, x), int_from_i64(m, exponent));
}

BUILTIN(math_modf)
{
    UNUSED_ONE;
    double x, whole;
    if (!real(m, args[0], &x))
        return NULL;
    double part = modf(x, &whole);
    return pair_steal(m, float_from_double(m, part), float_from_double(m, whole));
}

BUILTIN(math_ldexp)
{
    UNUSED_SELF;
    (void)kwnames;
    double x;
    if (!arg_check_positional(m, "ldexp", nargs, 2, 2) || !real(m, args[0], &x))
        return NULL;
    if (!is_int(args[1]))
        return error_set(m, EXC_TypeError, "Expected an int as second argument to ldexp.");
    int overflow;
    int64_t exponent = int_as_i64(args[1], &overflow);
    if (overflow)
        exponent = overflow < 0 ? INT64_MIN : INT64_MAX;
    if (x == 0.0 || !isfinite(x))
        return float_from_double(m, x);
    exponent = exponent > INT_MAX ? INT_MAX : exponent < INT_MIN ? INT_MIN : exponent;
    double r = ldexp(x, (int)exponent);
    return isinf(r) ? math_range_error(m) : float_from_double(m, r);
}

/* ---- rounding to ints ------------------------------------------------------------------------ */

/* o's own method, if its type has one.  NULL with *missing, or an exception. */
static Object *own_method(Machine *m, Object *o, const char *name, bool *missing)
{
    Object *key = str_intern_ascii(m, name);
    Object *r = key ? special_call(m, o, key, NULL, 0, missing) : NULL;
    xdecref(m, key);
    return r;
}

static Object *rounded(Machine *m, Object *o, const char *method, double (*function)(double))
{
    bool missing = true;
    if (!is_exact(m, o, float_)) {
        Object *r = own_method(m, o, method, &missing);
        if (r || !missing)
            return r;
    }
    double x;
    return real(m, o, &x) ? int_from_double(m, function(x)) : NULL;
}

BUILTIN(math_floor)
{
    UNUSED_ONE;
    return rounded(m, args[0], "__floor__", floor);
}

BUILTIN(math_ceil)
{
    UNUSED_ONE;
    return rounded(m, args[0], "__ceil__", ceil);
}

BUILTIN(math_trunc)
{
    UNUSED_ONE;
    bool missing;
    if (is_exact(m, args[0], float_))
        return int_from_double(m, float_value(args[0]));
    Object *r = own_method(m, args[0], "__trunc__", &missing);
    if (!r && missing && !error_occurred(m))
        return error_set(m, EXC_TypeError, "type %.100s doesn't define __trunc__ method",
                         type_name(args[0]));
    return r;
}

/* ---- the module ------------------------------------------------------------------------------ */

static const MethodDef math_methods[] = {
    {"acos", math_acos, METH_O, "The angle, from 0 to pi, that has this cosine."},
    {"acosh", math_acosh, METH_O, "The inverse of the hyperbolic cosine."},
    {"asin", math_asin, METH_O, "The angle, from -pi/2 to pi/2, that has this sine."},
    {"asinh", math_asinh, METH_O, "The inverse of the hyperbolic sine."},
    {"atan", math_atan, METH_O, "The angle, from -pi/2 to pi/2, that has this tangent."},
    {"atan2", math_atan2, METH_FASTCALL, "The angle of the point (x, y), given as y, x."},
    {"atanh", math_atanh, METH_O, "The inverse of the hyperbolic tangent."},
    {"cbrt", math_cbrt, METH_O, "The cube root."},
    {"ceil", math_ceil, METH_O, "The smallest int that is not below x."},
    {"comb", math_comb, METH_FASTCALL, "In how many ways k of n things can be chosen."},
    {"copysign", math_copysign, METH_FASTCALL, "The size of x with the sign of y."},
    {"cos", math_cos, METH_O, "The cosine of an angle in radians."},
    {"cosh", math_cosh, METH_O, "The hyperbolic cosine."},
    {"degrees", math_degrees, METH_O, "An angle in radians as degrees."},
    {"dist", math_dist, METH_FASTCALL, "The distance between two points."},
    {"erf", math_erf, METH_O, "The error function."},
    {"erfc", math_erfc, METH_O, "1 less the error function."},
    {"exp", math_exp, METH_O, "e to the power of x."},
    {"exp2", math_exp2, METH_O, "2 to the power of x."},
    {"expm1", math_expm1, METH_O, "exp(x) - 1, exact for small x."},
    {"fabs", math_fabs, METH_O, "The absolute value as a float."},
    {"factorial", math_factorial, METH_O, "1 * 2 * ... * n."},
    {"floor", math_floor, METH_O, "The largest int that is not above x."},
    {"fmod", math_fmod, METH_FASTCALL, "The remainder as C has it, with the sign of x."},
    {"frexp", math_frexp, METH_O, "x as a pair (fraction, power of two)."},
    {"fsum", math_fsum, METH_O, "The exact sum, rounded once."},
    {"gamma", math_gamma, METH_O, "The gamma function."},
    {"gcd", math_gcd, METH_FASTCALL, "The greatest common divisor."},
    {"hypot", math_hypot, METH_FASTCALL, "The length of the vector with these coordinates."},
    {"isclose", math_isclose, METH_KEYWORDS, "Whether two numbers are nearly equal."},
    {"isfinite", math_isfinite, METH_O, "Whether x is neither infinite nor NaN."},
    {"isinf", math_isinf, METH_O, "Whether x is infinite."},
    {"isnan", math_isnan, METH_O, "Whether x is NaN."},
    {"isqrt", math_isqrt, METH_O, "The square root, rounded down, of an int."},
    {"lcm", math_lcm, METH_FASTCALL, "The least common multiple."},
    {"ldexp", math_ldexp, METH_FASTCALL, "x * 2**i."},
    {"lgamma", math_lgamma_, METH_O, "The logarithm of the gamma function's size."},
    {"log", math_log, METH_FASTCALL, "The logarithm to a base, e if none is given."},
    {"log10", math_log10, METH_O, "The logarithm to base 10."},
    {"log1p", math_log1p, METH_O, "log(1 + x), exact for small x."},
    {"log2", math_log2, METH_O, "The logarithm to base 2."},
    {"modf", math_modf, METH_O, "What is behind the point, and what is before it."},
    {"nextafter", math_nextafter, METH_KEYWORDS, "The next double from x towards y."},
    {"perm", math_perm, METH_FASTCALL, "In how many ways k of n things can be put in a row."},
    {"pow", math_pow, METH_FASTCALL, "x to the power of y, of floats."},
    {"prod", math_prod, METH_KEYWORDS, "The product of all items."},
    {"radians", math_radians, METH_O, "An angle in degrees as radians."},
    {"remainder", math_remainder, METH_FASTCALL, "x less the nearest multiple of y."},
    {"sin", math_sin, METH_O, "The sine of an angle in radians."},
    {"sinh", math_sinh, METH_O, "The hyperbolic sine."},
    {"sqrt", math_sqrt, METH_O, "The square root."},
    {"tan", math_tan, METH_O, "The tangent of an angle in radians."},
    {"tanh", math_tanh, METH_O, "The hyperbolic tangent."},
    {"trunc", math_trunc, METH_O, "x as an int, what is behind the point cut off."},
    {"ulp", math_ulp, METH_O, "The distance to the next larger double."},
    {NULL, NULL, 0, NULL},
};

static const MethodDef sumprod_method[] = {
    {"sumprod", math_sumprod, METH_FASTCALL, "The sum of the products of two sequences."},
    {NULL, NULL, 0, NULL},
};
static const MethodDef fma_method[] = {
    {"fma", math_fma, METH_FASTCALL, "x * y + z, rounded once."},
    {NULL, NULL, 0, NULL},
};

static int math_exec(Machine *m, Object *dict)
{
    Object *name = str_intern_ascii(m, "math");
    int status = !name || module_add(m, dict, "pi", float_from_double(m, pi)) < 0 ||
                 module_add(m, dict, "e", float_from_double(m, e)) < 0 ||
                 module_add(m, dict, "tau", float_from_double(m, 2.0 * pi)) < 0 ||
                 module_add(m, dict, "inf", float_from_double(m, INFINITY)) < 0 ||
                 module_add(m, dict, "nan", float_from_double(m, (double)NAN)) < 0;
    if (!status && m->profile->math_has_sumprod)
        status = builtin_add_methods(m, dict, sumprod_method, name);
    if (!status && m->profile->math_has_fma)
        status = builtin_add_methods(m, dict, fma_method, name);
    xdecref(m, name);
    return status ? -1 : 0;
}

const ModuleSpec math_module = {
    .name = "math",
    .doc = "Functions of real numbers.",
    .methods = math_methods,
    .exec = math_exec,
};
