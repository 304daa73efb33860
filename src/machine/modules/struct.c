/* What the module struct, which is Python (python/_struct.py), has in C: floats as bits, and back.
 */
#include "builtins.h"

#include "../objects/int_limbs.h"

#include <pyviz/machine/float.h>

#include <math.h>

/* A double rounded to half precision; -1 if it is too large: PyFloat_Pack2. */
static int64_t half_bits(double v)
{
    int exponent;
    int64_t sign = signbit(v) ? 0x8000 : 0;
    if (isnan(v))
        return sign | 0x7e00;
    if (isinf(v) || v == 0.0)
        return sign | (v == 0.0 ? 0 : 0x7c00);
    double fraction = frexp(fabs(v), &exponent) * 2.0; /* 1 <= fraction < 2 */
    exponent--;
    if (exponent >= 16)
        return -1;
    if (exponent < -25)
        return sign;
    if (exponent < -14) {
        fraction = ldexp(fraction, 14 + exponent);
        exponent = -15;
    } else {
        fraction -= 1.0;
    }
    double scaled = rint(fraction * 1024.0); /* half to even */
    int64_t bits = (int64_t)(exponent + 15) * 1024 + (int64_t)scaled;
    return bits >= 0x7c00 ? -1 : sign | bits;
}

/* float_to_bits(v, size, loose): IEEE 754 bits as an int; -1 if v is too large, unless loose. */
BUILTIN(struct_float_to_bits)
{
    UNUSED_SELF;
    (void)nargs;
    (void)kwnames;
    int overflow;
    double v = float_value(args[0]);
    int64_t size = int_as_i64(args[1], &overflow);
    if (size == 2)
        return int_from_i64(m, half_bits(v));
    if (size == 4) {
        float f = (float)v;
        uint32_t bits;
        if (isinf(f) && !isinf(v) && args[2] != m->true_)
            return int_from_i64(m, -1);
        memcpy(&bits, &f, sizeof bits);
        return int_from_u64(m, bits);
    }
    uint64_t bits;
    memcpy(&bits, &v, sizeof bits);
    return int_from_u64(m, bits);
}

static double half_value(uint32_t bits)
{
    int exponent = bits >> 10 & 31;
    double fraction = (bits & 1023) / 1024.0;
    double v = exponent == 31  ? (bits & 1023 ? (double)NAN : INFINITY)
               : exponent == 0 ? ldexp(fraction, -14)
                               : ldexp(1.0 + fraction, exponent - 15);
    return bits & 0x8000 ? -v : v;
}

/* float_from_bits(bits, size) */
BUILTIN(struct_float_from_bits)
{
    UNUSED_SELF;
    (void)nargs;
    (void)kwnames;
    int overflow;
    uint64_t bits = int_limb_at(args[0], 0);
    int64_t size = int_as_i64(args[1], &overflow);
    if (size == 2)
        return float_from_double(m, half_value((uint32_t)bits));
    if (size == 4) {
        float f;
        uint32_t low = (uint32_t)bits;
        memcpy(&f, &low, sizeof f);
        return float_from_double(m, f);
    }
    double v;
    memcpy(&v, &bits, sizeof v);
    return float_from_double(m, v);
}

static const MethodDef struct_methods[] = {
    {"_float_from_bits", struct_float_from_bits, METH_FASTCALL, NULL},
    {"_float_to_bits", struct_float_to_bits, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};

const ModuleSpec struct_core_module = {
    .name = "_struct",
    .doc = "C values as bytes.",
    .methods = struct_methods,
    .python = true,
};
const ModuleSpec struct_module = {
    .name = "struct",
    .doc = "C values as bytes.",
    .python = true,
};
