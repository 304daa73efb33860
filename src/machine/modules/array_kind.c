/* The C types of array.array: how their values are read and written.  See array.h. */
#include "array.h"

#include "../objects/int_limbs.h"

#include <pyviz/machine/float.h>

#include <string.h>

/* ---- whole numbers --------------------------------------------------------------------------- */

static int out_of_range(Machine *m, const char *message)
{
    error_set(m, EXC_OverflowError, "%s", message);
    return -1;
}

/* A value of a C type that is smaller than a long: *v is what __index__ gives. */
static int small_value(Machine *m, Object *value, int64_t low, int64_t high, const char *name,
                       int64_t *v)
{
    Object *index = number_index(m, value);
    if (!index)
        return -1;
    int overflow;
    *v = int_as_i64(index, &overflow);
    decref(m, index);
    if (!overflow && *v >= low && *v <= high)
        return 0;
    if (overflow)
        return out_of_range(m, "Python int too large to convert to C long");
    error_set(m, EXC_OverflowError, "%s is %s", name,
              *v < low ? "less than minimum" : "greater than maximum");
    return -1;
}

/* Reads a value of a C type. */
#define GET(code, type, object_of)                                                                 \
    static Object *get_##code(Machine *m, const char *at)                                          \
    {                                                                                              \
        type v;                                                                                    \
        memcpy(&v, at, sizeof v);                                                                  \
        return object_of(m, v);                                                                    \
    }

GET(I, uint32_t, int_from_i64)
GET(q, int64_t, int_from_i64)
GET(Q, uint64_t, int_from_u64)
GET(f, float, float_from_double)
GET(d, double, float_from_double)

#define SMALL(code, type, low, high, name)                                                         \
    GET(code, type, int_from_i64)                                                                  \
    static int set_##code(Machine *m, char *at, Object *value)                                     \
    {                                                                                              \
        int64_t n;                                                                                 \
        if (small_value(m, value, (low), (high), (name), &n) < 0)                                  \
            return -1;                                                                             \
        type v = (type)n;                                                                          \
        memcpy(at, &v, sizeof v);                                                                  \
        return 0;                                                                                  \
    }

SMALL(b, int8_t, INT8_MIN, INT8_MAX, "signed char")
SMALL(B, uint8_t, 0, UINT8_MAX, "unsigned byte integer")
SMALL(h, int16_t, INT16_MIN, INT16_MAX, "signed short integer")
SMALL(H, uint16_t, 0, UINT16_MAX, "unsigned short")
SMALL(i, int32_t, INT32_MIN, INT32_MAX, "signed integer")

static int set_signed(Machine *m, char *at, Object *value, const char *too_large)
{
    Object *index = number_index(m, value);
    if (!index)
        return -1;
    int overflow;
    int64_t v = int_as_i64(index, &overflow);
    decref(m, index);
    if (overflow)
        return out_of_range(m, too_large);
    memcpy(at, &v, sizeof v);
    return 0;
}

static int set_l(Machine *m, char *at, Object *value)
{
    return set_signed(m, at, value, "Python int too large to convert to C long");
}

static int set_q(Machine *m, char *at, Object *value)
{
    return set_signed(m, at, value, "int too big to convert");
}

static int unsigned_value(Machine *m, Object *value, const char *negative, const char *too_large,
                          uint64_t *v)
{
    Object *index = number_index(m, value);
    if (!index)
        return -1;
    *v = int_limb_at(index, 0);
    bool below = int_negative(index), above = int_limbs(index) > 1;
    decref(m, index);
    return below ? out_of_range(m, negative) : above ? out_of_range(m, too_large) : 0;
}

static int set_I(Machine *m, char *at, Object *value)
{
    uint64_t n;
    if (unsigned_value(m, value, "can't convert negative value to unsigned int",
                       "Python int too large to convert to C unsigned long", &n) < 0)
        return -1;
    if (n > UINT32_MAX)
        return out_of_range(m, "unsigned int is greater than maximum");
    uint32_t v = (uint32_t)n;
    memcpy(at, &v, sizeof v);
    return 0;
}

static int set_L(Machine *m, char *at, Object *value)
{
    uint64_t v;
    if (unsigned_value(m, value, "can't convert negative value to unsigned int",
                       "Python int too large to convert to C unsigned long", &v) < 0)
        return -1;
    memcpy(at, &v, sizeof v);
    return 0;
}

static int set_Q(Machine *m, char *at, Object *value)
{
    uint64_t v;
    if (unsigned_value(m, value, "can't convert negative int to unsigned", "int too big to convert",
                       &v) < 0)
        return -1;
    memcpy(at, &v, sizeof v);
    return 0;
}

/* ---- floats and characters ------------------------------------------------------------------- */

static int set_f(Machine *m, char *at, Object *value)
{
    double d = float_as_double(m, value);
    if (error_occurred(m))
        return -1;
    float v = (float)d;
    memcpy(at, &v, sizeof v);
    return 0;
}

static int set_d(Machine *m, char *at, Object *value)
{
    double v = float_as_double(m, value);
    if (error_occurred(m))
        return -1;
    memcpy(at, &v, sizeof v);
    return 0;
}

static Object *get_u(Machine *m, const char *at)
{
    uint32_t c;
    memcpy(&c, at, sizeof c);
    if (c <= 0x10ffff)
        return str_from_code_point(m, c);
    return error_set(m, EXC_ValueError, "character U+%x is not in range [U+0000; U+10ffff]", c);
}

static int set_u(Machine *m, char *at, Object *value)
{
    if (!is_str(value) || str_len(value) != 1) {
        error_set(m, EXC_TypeError, "array item must be unicode character");
        return -1;
    }
    uint32_t c = str_at(value, 0);
    memcpy(at, &c, sizeof c);
    return 0;
}

static const struct array_kind kinds[] = {
    {'b', 1, false, get_b, set_b}, {'B', 1, false, get_B, set_B}, {'u', 4, true, get_u, set_u},
    {'w', 4, true, get_u, set_u},  {'h', 2, false, get_h, set_h}, {'H', 2, false, get_H, set_H},
    {'i', 4, false, get_i, set_i}, {'I', 4, false, get_I, set_I}, {'l', 8, false, get_q, set_l},
    {'L', 8, false, get_Q, set_L}, {'q', 8, false, get_q, set_q}, {'Q', 8, false, get_Q, set_Q},
    {'f', 4, false, get_f, set_f}, {'d', 8, false, get_d, set_d}};

const struct array_kind *array_kind_of(Machine *m, uint32_t code)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if ((uint32_t)kinds[i].code == code && (code != 'w' || m->profile->array_has_w))
            return &kinds[i];
    return NULL;
}
