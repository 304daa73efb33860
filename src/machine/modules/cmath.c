/* The module cmath: Modules/cmathmodule.c, whose formulas are those of Kahan's "Branch cuts for
 * complex elementary functions".  Arguments that are not finite are left to the C library, which
 * takes them as C's Annex G says, and so does CPython. */
#include "builtins.h"
#include "math_internal.h"

#include <pyviz/machine/float.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include <complex.h>
#include <errno.h>
#include <float.h>
#include <math.h>
#undef I
#undef complex
#ifndef CMPLX /* glibc has it for GCC alone */
#define CMPLX(re, im) __builtin_complex((double)(re), (double)(im))
#endif

typedef struct Complex {
    double re, im;
} Complex;

static const double pi = 3.14159265358979323846, e = 2.7182818284590452354;
static const double ln2 = 0.6931471805599453094, ln10 = 2.302585092994045684;
static const double large = DBL_MAX / 4;
enum { SCALE_UP = 2 * (DBL_MANT_DIG / 2) + 1, SCALE_DOWN = -(SCALE_UP + 1) / 2 };

static bool finite_both(Complex z)
{
    return isfinite(z.re) && isfinite(z.im);
}

static Complex by_library(Complex z, double _Complex (*function)(double _Complex))
{
    double _Complex r = function(CMPLX(z.re, z.im));
    return (Complex){creal(r), cimag(r)};
}

/* Results of finite arguments that are not finite are range errors. */
static Complex checked(Complex r)
{
    if (isinf(r.re) || isinf(r.im))
        errno = ERANGE;
    return r;
}

/* ---- the functions --------------------------------------------------------------------------- */

static Complex c_sqrt(Complex z)
{
    if (!finite_both(z))
        return by_library(z, csqrt);
    if (z.re == 0.0 && z.im == 0.0)
        return (Complex){0.0, z.im};
    double ax = fabs(z.re), ay = fabs(z.im), s;
    if (ax < DBL_MIN && ay < DBL_MIN) {
        ax = ldexp(ax, SCALE_UP);
        s = ldexp(sqrt(ax + hypot(ax, ldexp(ay, SCALE_UP))), SCALE_DOWN);
    } else {
        ax /= 8.0;
        s = 2.0 * sqrt(ax + hypot(ax, ay / 8.0));
    }
    double d = ay / (2.0 * s);
    return z.re >= 0.0 ? (Complex){s, copysign(d, z.im)} : (Complex){d, copysign(s, z.im)};
}

static Complex c_exp(Complex z)
{
    if (!finite_both(z)) {
        if (isinf(z.im) && (isfinite(z.re) || (isinf(z.re) && z.re > 0)))
            errno = EDOM;
        if (isinf(z.re) && z.re < 0 && !isfinite(z.im))
            return (Complex){0.0, 0.0};
        return by_library(z, cexp);
    }
    double l = z.re > log(large) ? exp(z.re - 1.0) : exp(z.re);
    Complex r = {l * cos(z.im), l * sin(z.im)};
    if (z.re > log(large))
        r = (Complex){r.re * e, r.im * e};
    return checked(r);
}

static Complex c_log(Complex z)
{
    if (!finite_both(z))
        return by_library(z, clog);
    double ax = fabs(z.re), ay = fabs(z.im), real;
    if (ax > large || ay > large) {
        real = log(hypot(ax / 2.0, ay / 2.0)) + ln2;
    } else if (ax < DBL_MIN && ay < DBL_MIN) {
        if (ax == 0.0 && ay == 0.0) {
            errno = EDOM;
            return (Complex){-INFINITY, atan2(z.im, z.re)};
        }
        real = log(hypot(ldexp(ax, DBL_MANT_DIG), ldexp(ay, DBL_MANT_DIG))) - DBL_MANT_DIG * ln2;
    } else {
        double h = hypot(ax, ay);
        if (h >= 0.71 && h <= 1.73) {
            double most = ax > ay ? ax : ay, least = ax > ay ? ay : ax;
            real = log1p((most - 1.0) * (most + 1.0) + least * least) / 2.0;
        } else {
            real = log(h);
        }
    }
    return (Complex){real, atan2(z.im, z.re)};
}

static Complex c_log10(Complex z)
{
    Complex r = c_log(z);
    return (Complex){r.re / ln10, r.im / ln10};
}

static Complex c_cosh(Complex z)
{
    if (!finite_both(z)) {
        if (isinf(z.im) && !isnan(z.re))
            errno = EDOM;
        if (isnan(z.re) && z.im == 0.0)
            return (Complex){z.re, 0.0};
        return by_library(z, ccosh);
    }
    if (fabs(z.re) <= log(large))
        return checked((Complex){cos(z.im) * cosh(z.re), sin(z.im) * sinh(z.re)});
    double less = z.re - copysign(1.0, z.re);
    return checked((Complex){cos(z.im) * cosh(less) * e, sin(z.im) * sinh(less) * e});
}

static Complex c_sinh(Complex z)
{
    if (!finite_both(z)) {
        if (isinf(z.im) && !isnan(z.re))
            errno = EDOM;
        return by_library(z, csinh);
    }
    if (fabs(z.re) <= log(large))
        return checked((Complex){cos(z.im) * sinh(z.re), sin(z.im) * cosh(z.re)});
    double less = z.re - copysign(1.0, z.re);
    return checked((Complex){cos(z.im) * sinh(less) * e, sin(z.im) * cosh(less) * e});
}

static Complex c_tanh(Complex z)
{
    if (!finite_both(z)) {
        if (isinf(z.im) && isfinite(z.re))
            errno = EDOM;
        if (isinf(z.re) && !isfinite(z.im))
            return (Complex){copysign(1.0, z.re), 0.0};
        return by_library(z, ctanh);
    }
    if (fabs(z.re) > log(large))
        return (Complex){copysign(1.0, z.re), 4.0 * sin(z.im) * cos(z.im) * exp(-2.0 * fabs(z.re))};
    double tx = tanh(z.re), ty = tan(z.im), cx = 1.0 / cosh(z.re), t = tx * ty, below = 1.0 + t * t;
    return (Complex){tx * (1.0 + ty * ty) / below, ty / below * cx * cx};
}

static Complex c_acos(Complex z)
{
    if (!finite_both(z))
        return by_library(z, cacos);
    if (fabs(z.re) > large || fabs(z.im) > large) {
        double size = log(hypot(z.re / 2.0, z.im / 2.0)) + ln2 * 2.0;
        return (Complex){atan2(fabs(z.im), z.re),
                         z.re < 0.0 ? -copysign(size, z.im) : copysign(size, -z.im)};
    }
    Complex s = c_sqrt((Complex){1.0 - z.re, -z.im}), t = c_sqrt((Complex){1.0 + z.re, z.im});
    return (Complex){2.0 * atan2(s.re, t.re), asinh(t.re * s.im - t.im * s.re)};
}

static Complex c_acosh(Complex z)
{
    if (z.re == 0.0 && isnan(z.im)) /* C99's Annex G has pi/2 there */
        return (Complex){NAN, NAN};
    if (!finite_both(z))
        return by_library(z, cacosh);
    if (fabs(z.re) > large || fabs(z.im) > large)
        return (Complex){log(hypot(z.re / 2.0, z.im / 2.0)) + ln2 * 2.0, atan2(z.im, z.re)};
    Complex s = c_sqrt((Complex){z.re - 1.0, z.im}), t = c_sqrt((Complex){z.re + 1.0, z.im});
    return (Complex){asinh(s.re * t.re + s.im * t.im), 2.0 * atan2(s.im, t.re)};
}

static Complex c_asinh(Complex z)
{
    if (!finite_both(z))
        return by_library(z, casinh);
    if (fabs(z.re) > large || fabs(z.im) > large) {
        double size = log(hypot(z.re / 2.0, z.im / 2.0)) + ln2 * 2.0;
        return (Complex){z.im >= 0.0 ? copysign(size, z.re) : -copysign(size, -z.re),
                         atan2(z.im, fabs(z.re))};
    }
    Complex s = c_sqrt((Complex){1.0 + z.im, -z.re}), t = c_sqrt((Complex){1.0 - z.im, z.re});
    return (Complex){asinh(s.re * t.im - t.re * s.im), atan2(z.im, s.re * t.re - s.im * t.im)};
}

static Complex c_atanh(Complex z)
{
    if (!finite_both(z))
        return by_library(z, catanh);
    if (z.re < 0.0 || (z.re == 0.0 && signbit(z.re))) {
        Complex r = c_atanh((Complex){-z.re, -z.im});
        return (Complex){-r.re, -r.im};
    }
    double ay = fabs(z.im);
    if (z.re > sqrt(large) || ay > sqrt(large)) {
        double h = hypot(z.re / 2.0, z.im / 2.0);
        return (Complex){z.re / 4.0 / h / h, -copysign(pi / 2.0, -z.im)};
    }
    if (z.re == 1.0 && ay < sqrt(DBL_MIN)) {
        if (ay == 0.0) {
            errno = EDOM;
            return (Complex){INFINITY, z.im};
        }
        return (Complex){-log(sqrt(ay) / sqrt(hypot(ay, 2.0))),
                         copysign(atan2(2.0, -ay) / 2.0, z.im)};
    }
    return (Complex){log1p(4.0 * z.re / ((1.0 - z.re) * (1.0 - z.re) + ay * ay)) / 4.0,
                     -atan2(-2.0 * z.im, (1.0 - z.re) * (1.0 + z.re) - ay * ay) / 2.0};
}

/* f(z) as -i g(iz), and as g(iz) for the cosine. */
static Complex turned(Complex z, Complex (*function)(Complex))
{
    Complex r = function((Complex){-z.im, z.re});
    return (Complex){r.im, -r.re};
}
static Complex c_asin(Complex z)
{
    return turned(z, c_asinh);
}
static Complex c_atan(Complex z)
{
    return turned(z, c_atanh);
}
static Complex c_cos(Complex z)
{
    return c_cosh((Complex){-z.im, z.re});
}
static Complex c_sin(Complex z)
{
    return turned(z, c_sinh);
}
static Complex c_tan(Complex z)
{
    return turned(z, c_tanh);
}

/* ---- arguments and results ------------------------------------------------------------------- */

static bool number(Machine *m, Object *o, Complex *z)
{
    if (type_is_subtype(o->type, m->types.complex)) {
        *z = (Complex){((ComplexObject *)o)->real, ((ComplexObject *)o)->imag};
        return true;
    }
    Object *name = is_float(o) || is_int(o) ? NULL : m->id.dunder_complex;
    if (name && type_lookup(m, o->type, name)) {
        Object *c = object_call1(m, (Object *)m->types.complex, o);
        bool ok = c && number(m, c, z);
        xdecref(m, c);
        return ok;
    }
    *z = (Complex){float_as_double(m, o), 0.0};
    return z->re != -1.0 || !error_occurred(m);
}

static Object *result(Machine *m, Complex r)
{
    if (errno == EDOM)
        return math_domain_error(m);
    if (errno == ERANGE)
        return math_range_error(m);
    return complex_from_doubles(m, r.re, r.im);
}

static Object *apply(Machine *m, Object *o, Complex (*function)(Complex))
{
    Complex z;
    if (!number(m, o, &z))
        return NULL;
    errno = 0;
    Complex r = function(z);
    if (errno != EDOM && (finite_both(r) || !finite_both(z)))
        errno = 0; /* a part that underflowed is no error */
    return result(m, r);
}

#define FUNCTION(name)                                                                             \
    BUILTIN(cmath_##name)                                                                          \
    {                                                                                              \
        UNUSED_ONE;                                                                                \
        return apply(m, args[0], c_##name);                                                        \
    }
FUNCTION(acos)
FUNCTION(acosh)
FUNCTION(asin)
FUNCTION(asinh)
FUNCTION(atan)
FUNCTION(atanh)
FUNCTION(cos)
FUNCTION(cosh)
FUNCTION(exp)
FUNCTION(log10)
FUNCTION(sin)
FUNCTION(sinh)
FUNCTION(sqrt)
FUNCTION(tan)
FUNCTION(tanh)

BUILTIN(cmath_log)
{
    UNUSED_SELF;
    (void)kwnames;
    Complex z, base;
    if (!arg_check_positional(m, "log", nargs, 1, 2) || !number(m, args[0], &z) ||
        (nargs == 2 && !number(m, args[1], &base)))
        return NULL;
    errno = 0;
    Complex r = c_log(z);
    if (nargs == 1)
        return result(m, r);
    Complex below = c_log(base);
    Object *a = complex_from_doubles(m, r.re, r.im),
           *b = complex_from_doubles(m, below.re, below.im);
    Object *q = NULL;
    if (errno == EDOM)
        math_domain_error(m);
    else if (a && b && below.re == 0.0 && below.im == 0.0)
        math_domain_error(m);
    else if (a && b)
        q = number_binary(m, a, b, NB_TRUE_DIVIDE);
    xdecref(m, a);
    xdecref(m, b);
    return q;
}

BUILTIN(cmath_phase)
{
    UNUSED_ONE;
    Complex z;
    return number(m, args[0], &z) ? float_from_double(m, atan2(z.im, z.re)) : NULL;
}

static Object *two_floats(Machine *m, double a, double b)
{
    Object *pair[] = {float_from_double(m, a), float_from_double(m, b)};
    if (pair[0] && pair[1])
        return tuple_from_array_steal(m, pair, 2);
    xdecref(m, pair[0]);
    xdecref(m, pair[1]);
    return NULL;
}

BUILTIN(cmath_polar)
{
    UNUSED_ONE;
    Complex z;
    if (!number(m, args[0], &z))
        return NULL;
    double size = hypot(z.re, z.im);
    if (isinf(size) && finite_both(z))
        return math_range_error(m);
    return two_floats(m, size, atan2(z.im, z.re));
}

BUILTIN(cmath_rect)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "rect", nargs, 2, 2))
        return NULL;
    double size = float_as_double(m, args[0]);
    if (size == -1.0 && error_occurred(m))
        return NULL;
    double angle = float_as_double(m, args[1]);
    if (angle == -1.0 && error_occurred(m))
        return NULL;
    if (size != 0.0 && !isnan(size) && isinf(angle))
        return math_domain_error(m);
    if (size == 0.0 && !isfinite(angle))
        return complex_from_doubles(m, 0.0, 0.0);
    if (angle == 0.0) /* the product would be NaN for a size that is not finite */
        return complex_from_doubles(m, size,
                                    isnan(size) ? 0.0 : copysign(0.0, size * copysign(1.0, angle)));
    if (isinf(size) && isnan(angle))
        return complex_from_doubles(m, INFINITY, angle);
    if (isinf(size)) {
        double re = copysign(INFINITY, cos(angle)), im = copysign(INFINITY, sin(angle));
        return size > 0 ? complex_from_doubles(m, re, im) : complex_from_doubles(m, -re, -im);
    }
    return complex_from_doubles(m, size * cos(angle), size * sin(angle));
}

#define PREDICATE(name, test)                                                                      \
    BUILTIN(cmath_##name)                                                                          \
    {                                                                                              \
        UNUSED_ONE;                                                                                \
        Complex z;                                                                                 \
        return number(m, args[0], &z) ? newref(bool_of(m, test)) : NULL;                           \
    }
PREDICATE(isfinite, finite_both(z))
PREDICATE(isinf, isinf(z.re) || isinf(z.im))
PREDICATE(isnan, isnan(z.re) || isnan(z.im))

BUILTIN(cmath_isclose)
{
    static const char *const names[] = {"a", "b", "rel_tol", "abs_tol", NULL};
    UNUSED_SELF;
    Object *out[4];
    Complex a, b;
    double relative = 1e-9, absolute = 0.0;
    if (!arg_parse(m, "isclose", args, nargs, kwnames, names, 2, 2, out) ||
        !number(m, out[0], &a) || !number(m, out[1], &b))
        return NULL;
    if (out[2] && (relative = float_as_double(m, out[2])) == -1.0 && error_occurred(m))
        return NULL;
    if (out[3] && (absolute = float_as_double(m, out[3])) == -1.0 && error_occurred(m))
        return NULL;
    if (relative < 0.0 || absolute < 0.0)
        return error_set(m, EXC_ValueError, "tolerances must be non-negative");
    bool close = a.re == b.re && a.im == b.im;
    if (!close && !isinf(a.re) && !isinf(a.im) && !isinf(b.re) && !isinf(b.im)) {
        double apart = hypot(a.re - b.re, a.im - b.im);
        close = apart <= relative * hypot(b.re, b.im) || apart <= relative * hypot(a.re, a.im) ||
                apart <= absolute;
    }
    return newref(bool_of(m, close));
}

static const MethodDef cmath_methods[] = {
    {"acos", cmath_acos, METH_O, "The inverse of the cosine."},
    {"acosh", cmath_acosh, METH_O, "The inverse of the hyperbolic cosine."},
    {"asin", cmath_asin, METH_O, "The inverse of the sine."},
    {"asinh", cmath_asinh, METH_O, "The inverse of the hyperbolic sine."},
    {"atan", cmath_atan, METH_O, "The inverse of the tangent."},
    {"atanh", cmath_atanh, METH_O, "The inverse of the hyperbolic tangent."},
    {"cos", cmath_cos, METH_O, "The cosine."},
    {"cosh", cmath_cosh, METH_O, "The hyperbolic cosine."},
    {"exp", cmath_exp, METH_O, "e to the power of z."},
    {"isclose", cmath_isclose, METH_KEYWORDS, "Whether two numbers are nearly equal."},
    {"isfinite", cmath_isfinite, METH_O, "Whether both parts are finite."},
    {"isinf", cmath_isinf, METH_O, "Whether a part is infinite."},
    {"isnan", cmath_isnan, METH_O, "Whether a part is NaN."},
    {"log", cmath_log, METH_FASTCALL, "The logarithm to a base, e if none is given."},
    {"log10", cmath_log10, METH_O, "The logarithm to base 10."},
    {"phase", cmath_phase, METH_O, "The angle."},
    {"polar", cmath_polar, METH_O, "The size and the angle."},
    {"rect", cmath_rect, METH_FASTCALL, "The number of a size and an angle."},
    {"sin", cmath_sin, METH_O, "The sine."},
    {"sinh", cmath_sinh, METH_O, "The hyperbolic sine."},
    {"sqrt", cmath_sqrt, METH_O, "The square root."},
    {"tan", cmath_tan, METH_O, "The tangent."},
    {"tanh", cmath_tanh, METH_O, "The hyperbolic tangent."},
    {NULL, NULL, 0, NULL},
};

static int cmath_exec(Machine *m, Object *dict)
{
    return module_add(m, dict, "pi", float_from_double(m, pi)) < 0 ||
                   module_add(m, dict, "e", float_from_double(m, e)) < 0 ||
                   module_add(m, dict, "tau", float_from_double(m, 2.0 * pi)) < 0 ||
                   module_add(m, dict, "inf", float_from_double(m, INFINITY)) < 0 ||
                   module_add(m, dict, "infj", complex_from_doubles(m, 0.0, INFINITY)) < 0 ||
                   module_add(m, dict, "nan", float_from_double(m, (double)NAN)) < 0 ||
                   module_add(m, dict, "nanj", complex_from_doubles(m, 0.0, (double)NAN)) < 0
               ? -1
               : 0;
}

const ModuleSpec cmath_module = {
    .name = "cmath",
    .doc = "Functions of complex numbers.",
    .methods = cmath_methods,
    .exec = cmath_exec,
};
