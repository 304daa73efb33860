/* int: making, reading, comparing, and the type itself.  Arithmetic is in int_arith.c, text in
 * int_text.c. */
#include "int_limbs.h"

#include "../compare.h"
#include "../specs.h"

#include <pyviz/machine/bytearray.h>
#include <pyviz/machine/float.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include <float.h>
#include <math.h>

/* ---- making ---------------------------------------------------------------------------------- */

static size_t modelled_size(size_t digits)
{
    return INT_HEADER_SIZE + INT_DIGIT_SIZE * (digits ? digits : 1);
}

static IntObject *int_alloc_type(Machine *m, Type *type, size_t limbs, size_t digits)
{
    if (limbs > m->limits.memory / sizeof(uint64_t))
        return error_no_memory(m);
    size_t size = type->size > sizeof(IntObject) ? type->size : sizeof(IntObject);
    size_t modelled = modelled_size(digits) + (size_t)type->tp_basicsize - INT_HEADER_SIZE;
    IntObject *z = object_new(m, type, size + limbs * sizeof(uint64_t), modelled);
    if (z)
        z->asked = digits ? digits : 1;
    return z;
}

IntObject *int_alloc(Machine *m, size_t limbs, size_t digits)
{
    return int_alloc_type(m, m->types.int_, limbs, digits);
}

static Object *shared_int(Machine *m, int64_t v)
{
    return v >= SMALL_INT_MIN && v <= SMALL_INT_MAX ? m->small_ints[v - SMALL_INT_MIN] : NULL;
}

Object *int_finish(Machine *m, IntObject *z, bool negative)
{
    if (!z)
        return NULL;
    while (z->size > 0 && z->limb[z->size - 1] == 0)
        z->size--;
    if (negative)
        z->size = -z->size;
    int64_t v;
    Object *shared;
    if (!int_is_word(&z->ob_base, &v) || !(shared = shared_int(m, v)))
        return &z->ob_base;
    decref(m, z);
    return newref(shared);
}

static void set_word(IntObject *z, int64_t v)
{
    z->limb[0] = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
    z->size = (v > 0) - (v < 0);
}

Object *int_from_word(Machine *m, int64_t v, size_t digits)
{
    Object *shared = shared_int(m, v);
    if (shared)
        return newref(shared);
    IntObject *z = int_alloc(m, 1, digits);
    if (z)
        set_word(z, v);
    return (Object *)z;
}

Object *int_from_i64(Machine *m, int64_t v)
{
    return int_from_word(m, v, word_digits(v));
}

Object *int_from_u64(Machine *m, uint64_t v)
{
    if (v <= INT64_MAX)
        return int_from_i64(m, (int64_t)v);
    IntObject *z = int_alloc(m, 1, digits_for_bits(LIMB_BITS));
    if (!z)
        return NULL;
    z->limb[0] = v;
    z->size = 1;
    return &z->ob_base;
}

Object *int_copy(Machine *m, Object *o, bool negative)
{
    size_t n = int_limbs(o);
    IntObject *z = int_alloc(m, n, int_digits(o));
    if (!z)
        return NULL;
    memcpy(z->limb, int_data(o), n * sizeof(uint64_t));
    z->size = (ssize_t)n;
    return int_finish(m, z, negative);
}

/* A double is a whole number of 53 bits times a power of two; what lies behind the point is cut. */
Object *int_from_double(Machine *m, double v)
{
    if (isinf(v))
        return error_set(m, EXC_OverflowError, "cannot convert float infinity to integer");
    if (isnan(v))
        return error_set(m, EXC_ValueError, "cannot convert float NaN to integer");
    if (fabs(v) < 0x1p63)
        return int_from_i64(m, (int64_t)v);
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(fabs(v), &exponent), DBL_MANT_DIG);
    size_t shift = (size_t)exponent - DBL_MANT_DIG, limbs = (size_t)exponent / LIMB_BITS + 1;
    IntObject *z = int_alloc(m, limbs + 1, digits_for_bits((size_t)exponent));
    if (!z)
        return NULL;
    size_t at = shift / LIMB_BITS, bit = shift % LIMB_BITS;
    z->limb[at] = mantissa << bit;
    z->limb[at + 1] = bit ? mantissa >> (LIMB_BITS - bit) : 0;
    z->size = (ssize_t)limbs + 1;
    return int_finish(m, z, v < 0);
}

/* Small ints live as long as the interpreter: before 3.12 their count only starts very high. */
void int_boot(Machine *m)
{
    for (int v = SMALL_INT_MIN; v <= SMALL_INT_MAX; v++) {
        IntObject *z = int_alloc(m, 1, 1);
        set_word(z, v);
        object_make_immortal(&z->ob_base);
        m->small_ints[v - SMALL_INT_MIN] = &z->ob_base;
    }
    for (int v = 0; v <= 1; v++) {
        IntObject *z = int_alloc_type(m, m->types.bool_, 1, 1);
        set_word(z, v);
        object_make_immortal(&z->ob_base);
        *(v ? &m->true_ : &m->false_) = &z->ob_base;
    }
    m->int_max_str_digits = INT_DEFAULT_MAX_STR_DIGITS;
}

/* ---- reading --------------------------------------------------------------------------------- */

int int_sign(Object *o)
{
    ssize_t n = ((IntObject *)o)->size;
    return (n > 0) - (n < 0);
}

size_t int_bit_length(Object *o)
{
    return limbs_bit_length(int_data(o), int_limbs(o));
}

int64_t int_as_i64(Object *o, int *overflow)
{
    int64_t v;
    *overflow = 0;
    if (int_is_word(o, &v))
        return v;
    if (((IntObject *)o)->size == -1 && int_data(o)[0] == (uint64_t)1 << 63)
        return INT64_MIN;
    *overflow = int_sign(o);
    return -1;
}

/* 1; 0 if it is too large for 64 bits; -1 with TypeError. */
static int index_as_i64(Machine *m, Object *o, int64_t *value)
{
    Object *index = number_index(m, o);
    if (!index)
        return -1;
    int overflow;
    *value = int_as_i64(index, &overflow);
    decref(m, index);
    return !overflow;
}

bool int_as_c_int(Machine *m, Object *o, int *value)
{
    int64_t wide = 0;
    int fits = index_as_i64(m, o, &wide);
    *value = (int)wide;
    if (fits == 0 || (fits > 0 && wide != *value))
        error_set(m, EXC_OverflowError, "Python int too large to convert to C int");
    return fits > 0 && wide == *value;
}

int int_as_flag(Machine *m, Object *o)
{
    int value;
    if (m->profile->flags_are_truths)
        return object_is_true(m, o);
    return int_as_c_int(m, o, &value) ? value != 0 : -1;
}

bool int_as_c_ssize(Machine *m, Object *o, ssize_t *value)
{
    int64_t wide = 0;
    int fits = index_as_i64(m, o, &wide);
    *value = (ssize_t)wide;
    if (fits == 0)
        error_set(m, EXC_OverflowError, "Python int too large to convert to C ssize_t");
    return fits > 0;
}

bool int_fits_i64(Object *o)
{
    int overflow;
    int_as_i64(o, &overflow);
    return !overflow;
}

/* The top 64 bits, the lowest of them set if any bit below is: enough to round any number of bits
 * to a double's 53 correctly. */
static uint64_t top_bits(const uint64_t *limb, size_t n, size_t bits)
{
    if (n == 1)
        return limb[0];
    size_t shift = bits - LIMB_BITS, at = shift / LIMB_BITS, bit = shift % LIMB_BITS;
    uint64_t top = limb[at] >> bit;
    bool sticky = bit && limb[at] << (LIMB_BITS - bit);
    if (bit)
        top |= limb[at + 1] << (LIMB_BITS - bit);
    for (size_t i = 0; i < at && !sticky; i++)
        sticky = limb[i] != 0;
    return top | sticky;
}

double int_as_double(Machine *m, Object *o)
{
    size_t n = int_limbs(o);
    if (n == 0)
        return 0.0;
    size_t bits = int_bit_length(o);
    double v = INFINITY;
    if (bits <= DBL_MAX_EXP)
        v = ldexp((double)top_bits(int_data(o), n, bits), n == 1 ? 0 : (int)(bits - LIMB_BITS));
    if (isinf(v)) {
        error_set(m, EXC_OverflowError, "int too large to convert to float");
        return -1.0;
    }
    return int_negative(o) ? -v : v;
}

/* Python/pyhash.c: numbers hash by their value modulo the prime 2**61 - 1. */
static hash_t int_hash(Machine *m, Object *o)
{
    (void)m;
    const uint64_t prime = ((uint64_t)1 << 61) - 1;
    size_t n = int_limbs(o);
    hash_t h = n ? (hash_t)mpn_mod_1(int_data(o), (mp_size_t)n, prime) : 0;
    if (int_negative(o))
        h = -h;
    return h == -1 ? -2 : h;
}

int int_compare(Object *a, Object *b)
{
    ssize_t x = ((IntObject *)a)->size, y = ((IntObject *)b)->size;
    if (x != y)
        return x < y ? -1 : 1;
    if (x == 0)
        return 0;
    int order = mpn_cmp(int_data(a), int_data(b), (mp_size_t)int_limbs(a));
    order = (order > 0) - (order < 0);
    return x < 0 ? -order : order;
}

int int_compare_double(Object *a, double v)
{
    int sign = int_sign(a), other = (v > 0) - (v < 0);
    if (sign != other)
        return sign < other ? -1 : 1;
    if (sign == 0)
        return 0;
    if (isinf(v))
        return -sign;
    int exponent;
    frexp(v, &exponent);
    if (exponent <= 0) /* 0 < |v| < 1 <= |a| */
        return sign;
    size_t bits = int_bit_length(a);
    if (bits != (size_t)exponent)
        return bits < (size_t)exponent ? -sign : sign;
    uint64_t whole[DBL_MAX_EXP / LIMB_BITS + 1] = {0};
    double rest = modf(fabs(v), &v);
    uint64_t mantissa = (uint64_t)ldexp(v, exponent > DBL_MANT_DIG ? DBL_MANT_DIG - exponent : 0);
    size_t shift = exponent > DBL_MANT_DIG ? (size_t)exponent - DBL_MANT_DIG : 0;
    size_t at = shift / LIMB_BITS, bit = shift % LIMB_BITS;
    whole[at] = mantissa << bit;
    if (bit && mantissa >> (LIMB_BITS - bit))
        whole[at + 1] = mantissa >> (LIMB_BITS - bit);
    int order = mpn_cmp(int_data(a), whole, (mp_size_t)int_limbs(a));
    if (order == 0)
        return rest > 0 ? -sign : 0;
    return order > 0 ? sign : -sign;
}

/* ---- the type -------------------------------------------------------------------------------- */

static void int_dealloc(Machine *m, Object *o)
{
    size_t modelled = modelled_size(((IntObject *)o)->asked);
    object_free(m, o, modelled + (size_t)o->type->tp_basicsize - INT_HEADER_SIZE);
}

static Object *int_repr(Machine *m, Object *o)
{
    return int_to_str(m, o, 10, false);
}

static Object *int_richcompare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if (!is_int(a) || !is_int(b))
        return newref(m->not_implemented);
    int order = a == b ? 0 : int_compare(a, b);
    return compare_result(m, order, op);
}

static ssize_t int_sizeof(Machine *m, Object *o)
{
    size_t digits = int_digits(o);
    return m->types.int_->tp_basicsize + (ssize_t)(INT_DIGIT_SIZE * (digits ? digits : 1));
}

/* The value as an object of exactly int: what int() and the methods hand out for a bool. */
Object *int_long(Machine *m, Object *o)
{
    return is_exact(m, o, int_) ? newref(o) : int_copy(m, o, int_negative(o));
}

static Object *int_to_float(Machine *m, Object *o)
{
    double v = int_as_double(m, o);
    return v == -1.0 && error_occurred(m) ? NULL : float_from_double(m, v);
}

static int int_bool(Machine *m, Object *o)
{
    (void)m;
    return int_sign(o) != 0;
}

/* ---- int(...) -------------------------------------------------------------------------------- */

/* int(x) and int(x, base), an object of exactly int. */
static Object *int_construct(Machine *m, Object *x, Object *base)
{
    if (!base)
        return x ? number_int(m, x) : int_from_i64(m, 0);
    if (!x)
        return error_set(m, EXC_TypeError, "int() missing string argument");
    Object *index = number_index(m, base);
    if (!index)
        return NULL;
    int overflow;
    int64_t b = int_as_i64(index, &overflow);
    decref(m, index);
    if (overflow || (b != 0 && b < 2) || b > 36)
        return error_set(m, EXC_ValueError, "int() base must be >= 2 and <= 36, or 0");
    if (is_str(x))
        return int_from_str(m, x, (int)b);
    if (is_bytes(x))
        return int_from_bytes_text(m, x, (int)b);
    if (is_bytearray(m, x)) {
        Object *bytes = memory_bytes(m, x);
        Object *z = bytes ? int_from_bytes_text(m, bytes, (int)b) : NULL;
        xdecref(m, bytes);
        return z;
    }
    return error_set(m, EXC_TypeError, "int() can't convert non-string with explicit base");
}

static Object *int_new(Machine *m, Type *type, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const names[] = {"", "base", NULL};
    Object *out[2];
    if (!kwnames && type == m->types.int_ && m->profile->int_call_checks_positional &&
        !arg_check_positional(m, "int", nargs, 0, 2))
        return NULL;
    if (!arg_parse(m, "int", args, nargs, kwnames, names, 0, 2, out))
        return NULL;
    Object *v = int_construct(m, out[0], out[1]);
    if (!v || type == m->types.int_)
        return v;
    IntObject *z = int_alloc_type(m, type, int_limbs(v) + 1, int_digits(v));
    if (z) {
        memcpy(z->limb, int_data(v), int_limbs(v) * sizeof(uint64_t));
        z->size = ((IntObject *)v)->size;
    }
    decref(m, v);
    return (Object *)z;
}

/* ---- the type's slots ------------------------------------------------------------------------ */

#define BINARY(name, op)                                                                           \
    static Object *int_nb_##name(Machine *m, Object *a, Object *b)                                 \
    {                                                                                              \
        return is_int(a) && is_int(b) ? int_binary(m, a, b, op) : newref(m->not_implemented);      \
    }
BINARY(add, NB_ADD)
BINARY(subtract, NB_SUBTRACT)
BINARY(multiply, NB_MULTIPLY)
BINARY(true_divide, NB_TRUE_DIVIDE)
BINARY(floor_divide, NB_FLOOR_DIVIDE)
BINARY(remainder, NB_REMAINDER)
BINARY(power, NB_POWER)
BINARY(lshift, NB_LSHIFT)
BINARY(rshift, NB_RSHIFT)
BINARY(and, NB_AND)
BINARY(xor, NB_XOR)
BINARY(or, NB_OR)
BINARY(divmod, NB_DIVMOD)
#undef BINARY

/* pow(a, b, c): the other numbers, asked after int, only ever say no. */
static Object *int_nb_power3(Machine *m, Object *a, Object *b, Object *modulus)
{
    if (is_float(a) || is_float(b) || is_float(modulus))
        return error_set(m, EXC_TypeError,
                         "pow() 3rd argument not allowed unless all arguments are integers");
    if (!is_int(a) || !is_int(b) || !is_int(modulus))
        return newref(m->not_implemented);
    return int_power_modulo(m, a, b, modulus);
}

const TypeSpec int_spec = {
    .name = "int",
    .flags = TYPE_BASETYPE | TYPE_INT_SUBCLASS,
    .basicsize = INT_HEADER_SIZE,
    .itemsize = INT_DIGIT_SIZE,
    .size = sizeof(IntObject),
    .methods = int_methods,
    .getset = int_getset,
    .doc = "A whole number of any size.",
    .slots =
        {
            .tp_dealloc = int_dealloc,
            .tp_repr = int_repr,
            .tp_hash = int_hash,
            .tp_richcompare = int_richcompare,
            .tp_new = int_new,
            .tp_sizeof = int_sizeof,
            .nb_negative = int_negate,
            .nb_positive = int_long,
            .nb_absolute = int_absolute,
            .nb_invert = int_invert,
            .nb_int = int_long,
            .nb_float = int_to_float,
            .nb_index = int_long,
            .nb_bool = int_bool,
            .nb =
                {
                    [NB_ADD] = int_nb_add,
                    [NB_SUBTRACT] = int_nb_subtract,
                    [NB_MULTIPLY] = int_nb_multiply,
                    [NB_TRUE_DIVIDE] = int_nb_true_divide,
                    [NB_FLOOR_DIVIDE] = int_nb_floor_divide,
                    [NB_REMAINDER] = int_nb_remainder,
                    [NB_POWER] = int_nb_power,
                    [NB_LSHIFT] = int_nb_lshift,
                    [NB_RSHIFT] = int_nb_rshift,
                    [NB_AND] = int_nb_and,
                    [NB_XOR] = int_nb_xor,
                    [NB_OR] = int_nb_or,
                    [NB_DIVMOD] = int_nb_divmod,
                },
            .nb_power3 = int_nb_power3,
        },
};
