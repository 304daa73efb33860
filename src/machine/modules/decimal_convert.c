/* Decimal numbers of ints and floats, and as these: see decimal_internal.h. */
#include "decimal_internal.h"

#include "../objects/int_limbs.h"

#include <pyviz/machine/float.h>

#include <float.h>
#include <math.h>
#include <string.h>

/* A double is a whole number times a power of two: n * 2**-k is n * 5**k * 10**-k. */
Object *decimal_from_double(Machine *m, Type *type, double value)
{
    struct decimal_view v = {.negative = signbit(value), .digits = 1};
    if (!isfinite(value)) {
        v.kind = isnan(value) ? DECIMAL_QUIET : DECIMAL_INFINITE;
        v.negative = v.kind == DECIMAL_INFINITE && v.negative;
        return decimal_make(m, type, &v);
    }
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(fabs(value), &exponent), DBL_MANT_DIG);
    if (!mantissa)
        return decimal_make(m, type, &v);
    int zeros = __builtin_ctzl(mantissa);
    mantissa >>= zeros;
    exponent += zeros - DBL_MANT_DIG;
    struct magnitude power = {0}, c = {0};
    const uint64_t base = exponent >= 0 ? 2 : 5;
    uint64_t n = (uint64_t)(exponent >= 0 ? exponent : -exponent);
    bool done = n ? magnitude_power(m, &power, &base, 1, n) &&
                        magnitude_product(m, &c, power.limb, power.size, &mantissa, 1)
                  : magnitude_set(m, &c, &mantissa, 1);
    v.exponent = exponent < 0 ? exponent : 0;
    v.digits = 0;
    v.limb = c.limb;
    v.size = c.size;
    Object *result = done ? decimal_make(m, type, &v) : NULL;
    magnitude_drop(m, &power);
    magnitude_drop(m, &c);
    return result;
}

Object *decimal_to_int(Machine *m, const struct decimal_view *v, enum decimal_rounding rounding)
{
    if (v->kind == DECIMAL_INFINITE)
        return error_set(m, EXC_OverflowError, "cannot convert Infinity to integer");
    if (v->kind)
        return error_set(m, EXC_ValueError, "cannot convert NaN to integer");
    struct decimal_work w = {0};
    bool inexact;
    IntObject *z = NULL;
    if (decimal_rescale(m, v, 0, rounding, &w, &inexact) &&
        (z = int_alloc(m, w.c.size, digits_for_bits(limbs_bit_length(w.c.limb, w.c.size))))) {
        memcpy(z->limb, w.c.limb, w.c.size * sizeof(uint64_t));
        z->size = (ssize_t)w.c.size;
    }
    magnitude_drop(m, &w.c);
    return int_finish(m, z, v->negative);
}

/* ---- hashes ---------------------------------------------------------------------------------- */

enum { HASH_BITS = 61 };
static const uint64_t hash_modulus = ((uint64_t)1 << HASH_BITS) - 1;

__extension__ typedef unsigned __int128 wide;

static uint64_t times_modulo(uint64_t a, uint64_t b)
{
    return (uint64_t)((wide)a * b % hash_modulus);
}

static uint64_t power_modulo(uint64_t base, uint64_t n)
{
    uint64_t result = 1;
    for (; n; n >>= 1) {
        if (n & 1)
            result = times_modulo(result, base);
        base = times_modulo(base, base);
    }
    return result;
}

/* Equal numbers of any type have equal hashes: the value modulo 2**61 - 1. */
hash_t decimal_hash(Machine *m, Object *o)
{
    const DecimalObject *d = (const DecimalObject *)o;
    if (d->kind == DECIMAL_SIGNALING) {
        error_set(m, EXC_TypeError, "Cannot hash a signaling NaN value");
        return -1;
    }
    if (d->kind == DECIMAL_QUIET)
        return object_hash_pointer(m, o);
    if (d->kind == DECIMAL_INFINITE)
        return d->negative ? -314159 : 314159;
    uint64_t ten = d->exponent >= 0 ? 10 : power_modulo(10, hash_modulus - 2);
    uint64_t n = (uint64_t)(d->exponent >= 0 ? d->exponent : -d->exponent), value = 0;
    for (size_t i = d->size; i--;) { /* 2**64 is 8 */
        value = times_modulo(value, 8) + d->limb[i] % hash_modulus;
        value %= hash_modulus;
    }
    value = times_modulo(value, power_modulo(ten, n));
    hash_t hash = d->negative ? -(hash_t)value : (hash_t)value;
    return hash == -1 ? -2 : hash;
}

/* ---- Decimal(value) -------------------------------------------------------------------------- */

static Object *converted(Machine *m, Type *type, Object *o)
{
    struct decimal_view v;
    int known = o ? decimal_view(m, o, &v) : -1;
    Object *result = known > 0 ? decimal_make(m, type, &v) : NULL;
    xdecref(m, o);
    return result;
}

Object *decimal_exactly(Machine *m, Type *type, Object *value, ContextObject *c)
{
    struct decimal_view v;
    if (type == m->types.decimal && value->type == type)
        return newref(value);
    int known = decimal_view(m, value, &v);
    if (known)
        return known < 0 ? NULL : decimal_make(m, type, &v);
    if (is_str(value))
        return decimal_from_text(m, type, value, c);
    if (is_float(value))
        return decimal_note(m, c, DECIMAL_FLOAT) < 0
                   ? NULL
                   : decimal_from_double(m, type, float_value(value));
    if (is_tuple(value) || is_list(value))
        return converted(m, type, object_call1(m, decimal_hook(m, HOOK_OF_TUPLE), value));
    return error_set(m, EXC_TypeError, "conversion from %T to Decimal is not supported", value);
}
