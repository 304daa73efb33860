/* What the module struct, which is Python (python/_struct.py), has in C: floats as bits, and back;
 * and whole records of plain values. */
#include "builtins.h"

#include "../objects/int_limbs.h"

#include <pyviz/machine/float.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

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

/* ---- plain values ---------------------------------------------------------------------------- */

/* An item of a format as _struct.py has read it: (code, count, size, padding before). */
struct item {
    char code;
    int64_t count, size, padding;
};

static struct item item_of(Object *tuple)
{
    int overflow;
    return (struct item){.code = (char)str_at(tuple_item(tuple, 0), 0),
                         .count = int_as_i64(tuple_item(tuple, 1), &overflow),
                         .size = int_as_i64(tuple_item(tuple, 2), &overflow),
                         .padding = int_as_i64(tuple_item(tuple, 3), &overflow)};
}

/* The bytes of a number, the lowest first or last. */
static void put_bits(char *at, uint64_t bits, int64_t size, bool big)
{
    for (int64_t i = 0; i < size; i++)
        at[big ? size - 1 - i : i] = (char)(bits >> 8 * i);
}

static uint64_t get_bits(const char *at, int64_t size, bool big)
{
    uint64_t bits = 0;
    for (int64_t i = 0; i < size; i++)
        bits |= (uint64_t)(unsigned char)at[big ? size - 1 - i : i] << 8 * i;
    return bits;
}

static bool is_signed(char code)
{
    return strchr("bhilqn", code) != NULL;
}

/* An int that the item has room for. */
static bool int_bits(Machine *m, const struct item *item, Object *value, uint64_t *bits)
{
    if (!is_exact(m, value, int_) || int_limbs(value) > 1)
        return false;
    *bits = int_limb_at(value, 0);
    uint64_t room =
        (uint64_t)1 << (8 * item->size - 1); /* numbers from 0 that the signed type has */
    if (is_signed(item->code)) {
        bool fits = *bits < room || (int_negative(value) && *bits == room);
        if (int_negative(value))
            *bits = 0 - *bits;
        return fits;
    }
    return !int_negative(value) && *bits <= room - 1 + room;
}

static bool float_bits(Machine *m, const struct item *item, Object *value, uint64_t *bits)
{
    if (!is_exact(m, value, float_) || item->size == 2)
        return false;
    double v = float_value(value);
    memcpy(bits, &v, sizeof v);
    if (item->size == 8)
        return true;
    float f = (float)v;
    uint32_t low;
    memcpy(&low, &f, sizeof f);
    *bits = low;
    return !isinf(f) || isinf(v);
}

/* pack_plain(items, values, big, size): None where a value is not as plain as this expects, or
 * wrong. */
BUILTIN(struct_pack_plain)
{
    UNUSED_ONE;
    Object *items = args[0], *values = args[1];
    bool big = args[2] == m->true_;
    int overflow;
    Object *result = bytes_new(m, NULL, int_as_i64(args[3], &overflow));
    char *at = result ? ((BytesObject *)result)->data : NULL;
    ssize_t next = 0;
    for (ssize_t i = 0; result && i < list_size(items); i++) {
        struct item item = item_of(list_item(items, i));
        at += item.padding;
        bool plain = !strchr("sp", item.code);
        for (int64_t k = 0; k < item.count && plain; k++, at += item.size) {
            uint64_t bits = 0;
            Object *value = item.code == 'x' ? NULL : tuple_item(values, next++);
            plain = !value || (strchr("fd", item.code) ? float_bits(m, &item, value, &bits)
                                                       : !strchr("?cspeP", item.code) &&
                                                             int_bits(m, &item, value, &bits));
            put_bits(at, bits, item.size, big);
        }
        if (!plain) {
            decref(m, result);
            return newref(m->none);
        }
    }
    return result;
}

static Object *value_of(Machine *m, const struct item *item, const char *at, bool big)
{
    uint64_t bits = get_bits(at, item->size, big);
    if (item->size == 8 && item->code == 'd') {
        double v;
        memcpy(&v, &bits, sizeof v);
        return float_from_double(m, v);
    }
    if (item->code == 'f') {
        uint32_t low = (uint32_t)bits;
        float f;
        memcpy(&f, &low, sizeof f);
        return float_from_double(m, f);
    }
    if (!is_signed(item->code))
        return int_from_u64(m, bits);
    unsigned unused = (unsigned)(64 - 8 * item->size);
    return int_from_i64(m, (int64_t)(bits << unused) >> unused);
}

/* unpack_plain(items, bytes, big, values): None where there is more than numbers and text. */
BUILTIN(struct_unpack_plain)
{
    UNUSED_ONE;
    Object *items = args[0];
    const char *at = ((BytesObject *)args[1])->data;
    bool big = args[2] == m->true_;
    int overflow;
    Object *values = tuple_new(m, int_as_i64(args[3], &overflow));
    ssize_t next = 0;
    for (ssize_t i = 0; values && i < list_size(items); i++) {
        struct item item = item_of(list_item(items, i));
        at += item.padding;
        if (strchr("?cpe", item.code)) {
            decref(m, values);
            return newref(m->none);
        }
        if (item.code == 's') {
            ((TupleObject *)values)->item[next] = bytes_new(m, at, item.count);
            if (!((TupleObject *)values)->item[next++])
                clear_ref(m, values);
        }
        for (int64_t k = 0; !strchr("sx", item.code) && values && k < item.count; k++) {
            Object *value = value_of(m, &item, at + k * item.size, big);
            ((TupleObject *)values)->item[next++] = value;
            if (!value)
                clear_ref(m, values);
        }
        at += item.count * item.size;
    }
    if (next && values)
        gc_track(m, values);
    return values;
}

static const MethodDef struct_methods[] = {
    {"_pack_plain", struct_pack_plain, METH_FASTCALL, NULL},
    {"_unpack_plain", struct_unpack_plain, METH_FASTCALL, NULL},
    {"_float_from_bits", struct_float_from_bits, METH_FASTCALL, NULL},
    {"_float_to_bits", struct_float_to_bits, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};

const ModuleSpec struct_core_module = {
    .name = "_struct",
    .doc = "C values as bytes.",
    .methods = struct_methods,
    .python = true,
    .of_c = true,
};
const ModuleSpec struct_module = {
    .name = "struct",
    .doc = "C values as bytes.",
    .python = true,
};
