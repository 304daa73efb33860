/* complex: Objects/complexobject.c. */
#include "../class.h"
#include "number.h"
#include "sequence.h"

#include "../specs.h"
#include "../warnings.h"

#include <pyviz/machine/float.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include <math.h>
#include <stdio.h>

enum { COMPLEX_SIZE = 32, HASH_IMAG = 1000003, SMALL_EXPONENT = 100 };

struct pair {
    double real, imag;
};

static bool is_complex(Machine *m, const Object *o)
{
    return type_is_subtype(o->type, m->types.complex);
}

static struct pair value_of(const Object *o)
{
    const ComplexObject *c = (const ComplexObject *)o;
    return (struct pair){c->real, c->imag};
}

Object *complex_from_doubles(Machine *m, double real, double imag)
{
    ComplexObject *o = object_new(m, m->types.complex, sizeof *o, COMPLEX_SIZE);
    if (o) {
        o->real = real;
        o->imag = imag;
    }
    return (Object *)o;
}

static Object *from_pair(Machine *m, struct pair v)
{
    return complex_from_doubles(m, v.real, v.imag);
}

static void complex_dealloc(Machine *m, Object *o)
{
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

/* ---- arithmetic ------------------------------------------------------------------------------ */

static struct pair product(struct pair a, struct pair b)
{
    return (struct pair){a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

/* Smith's way: divide above and below by the larger part of b.  false: b is 0. */
static bool quotient(struct pair a, struct pair b, struct pair *z)
{
    double real = fabs(b.real), imag = fabs(b.imag);
    *z = (struct pair){0, 0};
    if (isnan(real) || isnan(imag)) {
        *z = (struct pair){NAN, NAN};
    } else if (real >= imag) {
        if (real == 0)
            return false;
        double ratio = b.imag / b.real, denominator = b.real + b.imag * ratio;
        z->real = (a.real + a.imag * ratio) / denominator;
        z->imag = (a.imag - a.real * ratio) / denominator;
    } else {
        double ratio = b.real / b.imag, denominator = b.real * ratio + b.imag;
        z->real = (a.real * ratio + a.imag) / denominator;
        z->imag = (a.imag * ratio - a.real) / denominator;
    }
    return true;
}

static struct pair small_power(struct pair a, int n)
{
    struct pair z = {1, 0};
    for (int bit = 1; n >= bit; bit <<= 1) {
        if (n & bit)
            z = product(z, a);
        a = product(a, a);
    }
    return z;
}

/* By logarithm and angle.  false: 0 to a negative or complex power, or an angle that is infinite:
 * C's cos and sin report both in the same way, and so does CPython. */
static bool polar_power(struct pair a, struct pair b, struct pair *z)
{
    *z = (struct pair){0, 0};
    if (a.real == 0 && a.imag == 0)
        return b.imag == 0 && b.real >= 0;
    double radius = hypot(a.real, a.imag), length = pow(radius, b.real);
    double angle = atan2(a.imag, a.real), phase = angle * b.real;
    if (b.imag != 0) {
        length /= exp(angle * b.imag);
        phase += b.imag * log(radius);
    }
    z->real = length * cos(phase);
    z->imag = length * sin(phase);
    return !isinf(phase);
}

Object *complex_power(Machine *m, double real, double imag, double exponent_real,
                      double exponent_imag)
{
    struct pair a = {real, imag}, b = {exponent_real, exponent_imag}, z = {1, 0};
    bool defined = true;
    if (b.imag == 0 && b.real == floor(b.real) && fabs(b.real) <= SMALL_EXPONENT) {
        z = small_power(a, (int)fabs(b.real));
        if (b.real <= 0)
            defined = quotient((struct pair){1, 0}, z, &z);
    } else {
        defined = polar_power(a, b, &z);
    }
    if (!defined)
        return error_set(m, EXC_ZeroDivisionError, "0.0 to a negative or complex power");
    if (isinf(z.real) || isinf(z.imag))
        return error_set(m, EXC_OverflowError, "complex exponentiation");
    return from_pair(m, z);
}

/* A number beside a complex as one: 1; 0 if it is none; -1 if it is too large. */
static int operand(Machine *m, Object *o, struct pair *z)
{
    *z = (struct pair){0, 0};
    if (is_complex(m, o))
        *z = value_of(o);
    else if (is_float(o))
        z->real = float_value(o);
    else if (is_int(o))
        z->real = int_as_double(m, o);
    else
        return 0;
    return z->real == -1.0 && error_occurred(m) ? -1 : 1;
}

static Object *complex_binary(Machine *m, Object *a, Object *b, enum number_op op)
{
    struct pair x, y, z;
    int status = operand(m, a, &x);
    if (status == 1)
        status = operand(m, b, &y);
    if (status != 1)
        return status < 0 ? NULL : newref(m->not_implemented);
    switch (op) {
    case NB_ADD:
        return complex_from_doubles(m, x.real + y.real, x.imag + y.imag);
    case NB_SUBTRACT:
        return complex_from_doubles(m, x.real - y.real, x.imag - y.imag);
    case NB_MULTIPLY:
        return from_pair(m, product(x, y));
    case NB_POWER:
        return complex_power(m, x.real, x.imag, y.real, y.imag);
    default:
        if (!quotient(x, y, &z))
            return error_set(m, EXC_ZeroDivisionError, "complex division by zero");
        return from_pair(m, z);
    }
}

#define BINARY(name, op)                                                                           \
    static Object *complex_nb_##name(Machine *m, Object *a, Object *b)                             \
    {                                                                                              \
        return complex_binary(m, a, b, op);                                                        \
    }
BINARY(add, NB_ADD)
BINARY(subtract, NB_SUBTRACT)
BINARY(multiply, NB_MULTIPLY)
BINARY(true_divide, NB_TRUE_DIVIDE)
BINARY(power, NB_POWER)
#undef BINARY

static Object *complex_nb_power3(Machine *m, Object *a, Object *b, Object *modulus)
{
    (void)modulus;
    Object *const operands[] = {a, b};
    for (size_t i = 0; i < 2; i++)
        if (!is_complex(m, operands[i]) && !is_int(operands[i]) && !is_float(operands[i]))
            return newref(m->not_implemented);
    return error_set(m, EXC_ValueError, "complex modulo");
}

static Object *complex_negative(Machine *m, Object *o)
{
    struct pair v = value_of(o);
    return complex_from_doubles(m, -v.real, -v.imag);
}

static Object *complex_positive(Machine *m, Object *o)
{
    return is_exact(m, o, complex) ? newref(o) : from_pair(m, value_of(o));
}

static Object *complex_absolute(Machine *m, Object *o)
{
    struct pair v = value_of(o);
    double length = hypot(v.real, v.imag);
    if (isinf(length) && !isinf(v.real) && !isinf(v.imag))
        return error_set(m, EXC_OverflowError, "absolute value too large");
    return float_from_double(m, length);
}

static int complex_bool(Machine *m, Object *o)
{
    (void)m;
    struct pair v = value_of(o);
    return v.real != 0 || v.imag != 0;
}

/* ---- comparing, hashing, text ---------------------------------------------------------------- */

static Object *complex_richcompare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if (op != COMPARE_EQ && op != COMPARE_NE)
        return newref(m->not_implemented);
    struct pair x = value_of(a);
    bool equal;
    if (is_int(b))
        equal = x.imag == 0 && !isnan(x.real) && int_compare_double(b, x.real) == 0;
    else if (is_float(b))
        equal = x.imag == 0 && x.real == float_value(b);
    else if (is_complex(m, b))
        equal = x.real == value_of(b).real && x.imag == value_of(b).imag;
    else
        return newref(m->not_implemented);
    return newref(bool_of(m, equal == (op == COMPARE_EQ)));
}

static hash_t complex_hash(Machine *m, Object *o)
{
    struct pair v = value_of(o);
    uint64_t h = (uint64_t)float_hash_double(m, o, v.real) +
                 (uint64_t)HASH_IMAG * (uint64_t)float_hash_double(m, o, v.imag);
    return (hash_t)h == -1 ? -2 : (hash_t)h;
}

/* The real part is left out where it is +0. */
static Object *complex_repr(Machine *m, Object *o)
{
    struct pair v = value_of(o);
    struct buffer text = {0};
    bool only_imag = v.real == 0 && !signbit(v.real);
    if (!only_imag) {
        buffer_putc(&text, '(');
        float_format(&text, v.real, 'r', 0, false, false);
        if (isnan(v.imag) || !signbit(v.imag))
            buffer_putc(&text, '+');
    }
    float_format(&text, v.imag, 'r', 0, false, false);
    buffer_puts(&text, only_imag ? "j" : "j)");
    Object *s = str_from_ascii(m, text.data);
    buffer_free(&text);
    return s;
}

/* ---- complex(...) ---------------------------------------------------------------------------- */

/* [real](+|-)[imag]j, or one of them alone. */
static bool parse_parts(const char *s, size_t n, struct pair *z)
{
    double first = 0, second = 0;
    size_t used = float_parse(s, n, &first);
    const char *rest = s + used;
    n -= used;
    if (used && n && (*rest == '+' || *rest == '-')) {
        size_t more = float_parse(rest, n, &second);
        if (!more) { /* a sign alone: 1+j */
            second = *rest == '-' ? -1 : 1;
            more = 1;
        }
        *z = (struct pair){first, second};
        rest += more;
        n -= more;
    } else if (used && (n == 0 || (*rest != 'j' && *rest != 'J'))) {
        *z = (struct pair){first, 0};
        return n == 0;
    } else if (used) {
        *z = (struct pair){0, first};
    } else { /* j, +j, -j */
        *z = (struct pair){0, n && *rest == '-' ? -1 : 1};
        bool sign = n && (*rest == '+' || *rest == '-');
        rest += sign;
        n -= sign;
    }
    return n == 1 && (*rest == 'j' || *rest == 'J');
}

static void strip(const char **s, size_t *n)
{
    while (*n && number_is_space(**s)) {
        (*s)++;
        (*n)--;
    }
    while (*n && number_is_space((*s)[*n - 1]))
        (*n)--;
}

static bool parse_complex(const char *s, size_t n, struct pair *z)
{
    strip(&s, &n);
    if (n && *s == '(') {
        if (s[n - 1] != ')')
            return false;
        s++;
        n -= n > 1 ? 2 : 1;
        strip(&s, &n);
    }
    return parse_parts(s, n, z);
}

static int pair_from_str(Machine *m, Object *str, struct pair *z)
{
    struct buffer text = {0}, plain = {0};
    number_text(str, &text);
    bool underscores = float_drop_underscores(buffer_text(&text), text.len, &plain);
    bool valid = underscores && parse_complex(buffer_text(&plain), plain.len, z);
    buffer_free(&text);
    buffer_free(&plain);
    if (!underscores)
        error_set(m, EXC_ValueError, "could not convert string to complex: %R", str);
    else if (!valid)
        error_set(m, EXC_ValueError, "complex() arg is a malformed string");
    return valid ? 0 : -1;
}

/* One argument of complex(): a complex, a number, or something with __complex__ (the
 * first only). */
static int argument(Machine *m, Object *o, bool first, struct pair *z)
{
    Object *method =
        first && !is_exact(m, o, complex) ? type_lookup(m, o->type, m->id.dunder_complex) : NULL;
    if (method) {
        Object *v = special_call(m, o, m->id.dunder_complex, NULL, 0, NULL);
        if (v && !is_complex(m, v)) {
            error_set(m, EXC_TypeError, "__complex__ returned non-complex (type %.200s)",
                      type_name(v));
            clear_ref(m, v);
        }
        if (v && !is_exact(m, v, complex) &&
            warn_strict_subclass(m, "__complex__", "complex", v) < 0)
            clear_ref(m, v);
        if (!v)
            return -1;
        *z = value_of(v);
        decref(m, v);
        return 0;
    }
    if (is_complex(m, o)) {
        *z = value_of(o);
        return 0;
    }
    if (!slots_of(o)->nb_float && !slots_of(o)->nb_index) {
        error_set(m, EXC_TypeError,
                  first ? "complex() first argument must be a string or a number, not '%.200s'"
                        : "complex() second argument must be a number, not '%.200s'",
                  type_name(o));
        return -1;
    }
    /* as float() would have it, of a class derived from it too */
    Object *real = number_float(m, o);
    if (!real)
        return -1;
    *z = (struct pair){float_value(real), 0};
    decref(m, real);
    return 0;
}

static int construct(Machine *m, Object *real, Object *imag, struct pair *z)
{
    struct pair i = {0, 0};
    *z = i;
    if (real && is_str(real)) {
        if (!imag)
            return pair_from_str(m, real, z);
        error_set(m, EXC_TypeError, "complex() can't take second arg if first is a string");
        return -1;
    }
    if (imag && is_str(imag)) {
        error_set(m, EXC_TypeError, "complex() second arg can't be a string");
        return -1;
    }
    if ((real && argument(m, real, true, z) < 0) || (imag && argument(m, imag, false, &i) < 0))
        return -1;
    /* real + imag*1j, where either may be complex; signs of zero are kept where neither is. */
    if (imag && is_complex(m, imag))
        z->real -= i.imag;
    z->imag = imag ? (real && is_complex(m, real) ? z->imag + i.real : i.real) : z->imag;
    return 0;
}

static Object *complex_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    static const char *const names[] = {"real", "imag", NULL};
    Object *out[2];
    if (!arg_parse(m, "complex", args, nargs, kwnames, names, 0, 2, out))
        return NULL;
    if (out[0] && !out[1] && is_exact(m, out[0], complex) && type == m->types.complex)
        return newref(out[0]);
    struct pair z;
    if (construct(m, out[0], out[1], &z) < 0)
        return NULL;
    if (type == m->types.complex)
        return from_pair(m, z);
    ComplexObject *o = object_new_plain(m, type);
    if (o) {
        o->real = z.real;
        o->imag = z.imag;
    }
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
    struct pair v = value_of(self);
    return complex_from_doubles(m, v.real, -v.imag);
}

METHOD(method_complex)
{
    UNUSED_ARGS;
    return complex_positive(m, self);
}

METHOD(method_getnewargs)
{
    UNUSED_ARGS;
    struct pair v = value_of(self);
    Object *parts[2] = {float_from_double(m, v.real), NULL};
    if (!parts[0])
        return NULL;
    parts[1] = float_from_double(m, v.imag);
    if (parts[1])
        return tuple_from_array_steal(m, parts, 2);
    decref(m, parts[0]);
    return NULL;
}

METHOD(method_format)
{
    (void)nargs;
    (void)kwnames;
    if (!is_str(args[0]))
        return error_set(m, EXC_TypeError, "__format__() argument must be str, not %s",
                         args[0] == m->none ? "None" : type_name(args[0]));
    return format_complex(m, self, args[0]);
}

static const MethodDef complex_methods[] = {
    {"conjugate", method_conjugate, METH_NOARGS, "The number with the other imaginary sign."},
    {"__complex__", method_complex, METH_NOARGS, "The number itself."},
    {"__getnewargs__", method_getnewargs, METH_NOARGS, NULL},
    {"__format__", method_format, METH_O, "The number as a format specification wants it."},
    {NULL, NULL, 0, NULL},
};

static Object *get_real(Machine *m, Object *self)
{
    return float_from_double(m, value_of(self).real);
}

static Object *get_imag(Machine *m, Object *self)
{
    return float_from_double(m, value_of(self).imag);
}

static const GetSetDef complex_getset[] = {
    {"real", get_real, sequence_read_only},
    {"imag", get_imag, sequence_read_only},
    {NULL, NULL, NULL},
};

const TypeSpec complex_spec = {
    .name = "complex",
    .flags = TYPE_BASETYPE,
    .basicsize = COMPLEX_SIZE,
    .size = sizeof(ComplexObject),
    .methods = complex_methods,
    .getset = complex_getset,
    .doc = "Two floats: a real and an imaginary part.",
    .slots =
        {
            .tp_dealloc = complex_dealloc,
            .tp_repr = complex_repr,
            .tp_hash = complex_hash,
            .tp_richcompare = complex_richcompare,
            .tp_new = complex_new,
            .nb_negative = complex_negative,
            .nb_positive = complex_positive,
            .nb_absolute = complex_absolute,
            .nb_bool = complex_bool,
            .nb =
                {
                    [NB_ADD] = complex_nb_add,
                    [NB_SUBTRACT] = complex_nb_subtract,
                    [NB_MULTIPLY] = complex_nb_multiply,
                    [NB_TRUE_DIVIDE] = complex_nb_true_divide,
                    [NB_POWER] = complex_nb_power,
                },
            .nb_power3 = complex_nb_power3,
        },
};
