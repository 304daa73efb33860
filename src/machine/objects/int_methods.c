/* The methods of int: Objects/longobject.c, Objects/clinic/longobject.c.h. */
#include "int_limbs.h"

#include <pyviz/machine/bytearray.h>
#include <pyviz/machine/float.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#define NOARGS(name)                                                                               \
    static Object *name(Machine *m, Object *self, Object *const *args, size_t nargs,               \
                        Object *kwnames)
#define UNUSED_ARGS ((void)args, (void)nargs, (void)kwnames)

NOARGS(method_long) /* conjugate, __trunc__, __floor__, __ceil__: the number itself */
{
    UNUSED_ARGS;
    return int_long(m, self);
}

NOARGS(method_bit_length)
{
    UNUSED_ARGS;
    return int_from_i64(m, (int64_t)int_bit_length(self));
}

NOARGS(method_bit_count)
{
    UNUSED_ARGS;
    size_t n = int_limbs(self);
    return int_from_u64(m, n ? mpn_popcount(int_data(self), (mp_size_t)n) : 0);
}

NOARGS(method_as_integer_ratio)
{
    UNUSED_ARGS;
    Object *pair[2] = {int_long(m, self), int_from_i64(m, 1)};
    if (!pair[0]) {
        decref(m, pair[1]);
        return NULL;
    }
    return tuple_from_array_steal(m, pair, 2);
}

NOARGS(method_is_integer)
{
    UNUSED_ARGS;
    (void)self;
    return newref(m->true_);
}

NOARGS(method_getnewargs)
{
    UNUSED_ARGS;
    Object *copy = int_copy(m, self, int_negative(self));
    return copy ? tuple_from_array_steal(m, &copy, 1) : NULL;
}

NOARGS(method_format)
{
    (void)nargs;
    (void)kwnames;
    if (!is_str(args[0]))
        return error_set(m, EXC_TypeError, "__format__() argument must be str, not %s",
                         args[0] == m->none ? "None" : type_name(args[0]));
    return format_int(m, self, args[0]);
}

/* ---- rounding -------------------------------------------------------------------------------- */

/* self less its distance from the nearest multiple of unit, half to the even multiple:
 * _PyLong_DivmodNear. */
static Object *round_to_multiple(Machine *m, Object *self, Object *unit)
{
    Object *q, *r, *rounded = NULL;
    if (int_divmod(m, self, unit, &q, &r, "") < 0)
        return NULL;
    Object *twice = int_shift_left(m, r, 1);
    if (twice) {
        int order = int_compare(twice, unit);
        bool up = order > 0 || (order == 0 && int_limb_at(q, 0) & 1);
        Object *distance = up ? int_sub(m, r, unit) : newref(r);
        rounded = distance ? int_sub(m, self, distance) : NULL;
        xdecref(m, distance);
    }
    xdecref(m, twice);
    decref(m, q);
    decref(m, r);
    return rounded;
}

static Object *round_to_power_of_ten(Machine *m, Object *self, Object *places)
{
    if (int_sign(places) >= 0)
        return int_long(m, self);
    /* 10**k is more than twice |self| where k is more than its bits: that rounds to 0. */
    int64_t k;
    if (!int_is_word(places, &k) || (uint64_t)-k > int_bit_length(self) + 2)
        return int_from_i64(m, 0);
    Object *ten = int_from_i64(m, 10), *exponent = int_from_i64(m, -k);
    Object *unit = exponent ? int_power(m, ten, exponent) : NULL;
    Object *rounded = unit ? round_to_multiple(m, self, unit) : NULL;
    xdecref(m, unit);
    xdecref(m, exponent);
    decref(m, ten);
    return rounded;
}

static Object *method_round(Machine *m, Object *self, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)kwnames;
    if (!arg_check_positional(m, "__round__", nargs, 0, 1))
        return NULL;
    if (nargs == 0)
        return int_long(m, self);
    Object *places = number_index(m, args[0]);
    if (!places)
        return NULL;
    Object *rounded = round_to_power_of_ten(m, self, places);
    decref(m, places);
    return rounded;
}

/* ---- bytes ----------------------------------------------------------------------------------- */

enum byte_order { ORDER_ERROR = -1, ORDER_BIG, ORDER_LITTLE };

static enum byte_order parse_order(Machine *m, Object *o, const char *function)
{
    if (!o)
        return ORDER_BIG;
    if (!is_str(o)) {
        error_set(m, EXC_TypeError, "%s() argument 'byteorder' must be str, not %s", function,
                  o == m->none ? "None" : type_name(o));
        return ORDER_ERROR;
    }
    if (str_equals_ascii(o, "little"))
        return ORDER_LITTLE;
    if (str_equals_ascii(o, "big"))
        return ORDER_BIG;
    error_set(m, EXC_ValueError, "byteorder must be either 'little' or 'big'");
    return ORDER_ERROR;
}

/* Would the number lose its value, or its sign, in n bytes? */
static bool too_big(Object *o, ssize_t n, bool is_signed)
{
    size_t bits = int_bit_length(o), room = (size_t)n > SIZE_MAX / 8 ? SIZE_MAX : (size_t)n * 8;
    if (n == 0 && bits == 1 && int_negative(o)) /* so it is: (-1).to_bytes(0, signed=True) */
        return false;
    if (!is_signed || bits == 0)
        return bits > room;
    if (!int_negative(o))
        return bits + 1 > room;
    bool power_of_two = mpn_popcount(int_data(o), (mp_size_t)int_limbs(o)) == 1;
    return bits + !power_of_two > room;
}

static void write_bytes(Object *o, uint8_t *out, size_t n, bool little)
{
    unsigned carry = 1;
    for (size_t i = 0; i < n; i++) {
        unsigned byte = (unsigned)(int_limb_at(o, i / 8) >> (i % 8 * 8)) & 0xff;
        if (int_negative(o)) {
            byte = (~byte & 0xff) + carry;
            carry = byte >> 8;
        }
        out[little ? i : n - 1 - i] = (uint8_t)byte;
    }
}

static Object *method_to_bytes(Machine *m, Object *self, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    static const char *const names[] = {"length", "byteorder", "signed", NULL};
    Object *out[3];
    if (!arg_parse(m, "to_bytes", args, nargs, kwnames, names, 0, 2, out))
        return NULL;
    ssize_t n = 1;
    if (out[0] && !int_as_c_ssize(m, out[0], &n))
        return NULL;
    enum byte_order order = parse_order(m, out[1], "to_bytes");
    int is_signed = out[2] ? object_is_true(m, out[2]) : 0;
    if (order == ORDER_ERROR || is_signed < 0)
        return NULL;
    if (n < 0)
        return error_set(m, EXC_ValueError, "length argument must be non-negative");
    if (int_negative(self) && !is_signed)
        return error_set(m, EXC_OverflowError, "can't convert negative int to unsigned");
    if (too_big(self, n, is_signed))
        return error_set(m, EXC_OverflowError, "int too big to convert");
    Object *bytes = bytes_new(m, NULL, n);
    if (bytes && n)
        write_bytes(self, (uint8_t *)((BytesObject *)bytes)->data, (size_t)n,
                    order == ORDER_LITTLE);
    return bytes;
}

static Object *read_bytes(Machine *m, const uint8_t *data, size_t n, bool little, bool is_signed)
{
    bool negative = is_signed && n && data[little ? n - 1 : 0] & 0x80;
    size_t limbs = n / 8 + 1;
    IntObject *z = int_alloc(m, limbs, digits_for_bits(n * 8));
    if (!z)
        return NULL;
    for (size_t i = 0; i < limbs * 8; i++) {
        uint64_t byte = i >= n ? (negative ? 0xff : 0) : data[little ? i : n - 1 - i];
        z->limb[i / 8] |= byte << (i % 8 * 8);
    }
    if (negative)
        mpn_neg(z->limb, z->limb, (mp_size_t)limbs);
    z->size = (ssize_t)limbs;
    return int_finish(m, z, negative);
}

/* The items of an iterable as bytes; what is none cannot be converted, be it a number or a str. */
static Object *bytes_of_items(Machine *m, Object *o)
{
    Object *iterator = is_str(o) ? NULL : object_getiter(m, o);
    if (!iterator) {
        if (!is_str(o) && !error_matches(m, EXC_TypeError))
            return NULL;
        return error_set(m, EXC_TypeError, "cannot convert '%.200s' object to bytes", type_name(o));
    }
    Object *list = sequence_list(m, iterator);
    Object *bytes = list ? object_call1(m, (Object *)m->types.bytes, list) : NULL;
    xdecref(m, list);
    decref(m, iterator);
    return bytes;
}

/* Objects/object.c: PyObject_Bytes */
static Object *as_bytes(Machine *m, Object *o)
{
    if (is_exact(m, o, bytes))
        return newref(o);
    bool knows = type_lookup(m, o->type, m->id.__bytes__) || memory_is_lent(m, o);
    return knows ? object_call1(m, (Object *)m->types.bytes, o) : bytes_of_items(m, o);
}

static Object *method_from_bytes(Machine *m, Object *self, Object *const *args, size_t nargs,
                                 Object *kwnames)
{
    static const char *const names[] = {"bytes", "byteorder", "signed", NULL};
    Object *out[3];
    if (!arg_parse(m, "from_bytes", args, nargs, kwnames, names, 1, 2, out))
        return NULL;
    enum byte_order order = parse_order(m, out[1], "from_bytes");
    int is_signed = out[2] ? object_is_true(m, out[2]) : 0;
    Object *bytes = order == ORDER_ERROR || is_signed < 0 ? NULL : as_bytes(m, out[0]);
    if (!bytes)
        return NULL;
    const BytesObject *b = (const BytesObject *)bytes;
    Object *z =
        read_bytes(m, (const uint8_t *)b->data, (size_t)b->size, order == ORDER_LITTLE, is_signed);
    decref(m, bytes);
    if (!z || self == (Object *)m->types.int_)
        return z;
    Object *derived = object_call1(m, self, z);
    decref(m, z);
    return derived;
}

/* ---- the tables ------------------------------------------------------------------------------ */

const MethodDef int_methods[] = {
    {"conjugate", method_long, METH_NOARGS, "The number itself: it has no imaginary part."},
    {"bit_length", method_bit_length, METH_NOARGS, "How many bits the magnitude takes in binary."},
    {"bit_count", method_bit_count, METH_NOARGS, "How many ones the magnitude has in binary."},
    {"to_bytes", method_to_bytes, METH_KEYWORDS, "The number as bytes."},
    {"from_bytes", method_from_bytes, METH_KEYWORDS | METH_CLASS,
     "The number that bytes stand for."},
    {"as_integer_ratio", method_as_integer_ratio, METH_NOARGS, "The number and 1."},
    {"__trunc__", method_long, METH_NOARGS, "The number itself."},
    {"__floor__", method_long, METH_NOARGS, "The number itself."},
    {"__ceil__", method_long, METH_NOARGS, "The number itself."},
    {"__round__", method_round, METH_FASTCALL, "Rounded to a power of ten, half to even."},
    {"__getnewargs__", method_getnewargs, METH_NOARGS, NULL},
    {"__format__", method_format, METH_O, "The number as a format specification wants it."},
    {"is_integer", method_is_integer, METH_NOARGS, "True: as float.is_integer (3.12)."},
    {NULL, NULL, 0, NULL},
};

static Object *get_imag(Machine *m, Object *self)
{
    (void)self;
    return int_from_i64(m, 0);
}

static Object *get_denominator(Machine *m, Object *self)
{
    (void)self;
    return int_from_i64(m, 1);
}

const GetSetDef int_getset[] = {
    {"real", int_long, NULL},
    {"imag", get_imag, NULL},
    {"numerator", int_long, NULL},
    {"denominator", get_denominator, NULL},
    {NULL, NULL, NULL},
};
