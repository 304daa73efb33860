/* Arithmetic on ints: Objects/longobject.c.
 *
 * Numbers that fit a signed word take the short way, everything else GMP's mpn functions, limbs in,
 * limbs out.  The number of digits that CPython would ask for its result goes along with each. */
#include "int_limbs.h"

#include <pyviz/machine/float.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include <float.h>
#include <math.h>

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* ---- addition, multiplication ---------------------------------------------------------------- */

/* CPython adds numbers of one digit as C integers, longer ones into as many digits as the longer
 * has, one more where the magnitudes add up. */
static size_t sum_digits(size_t a, size_t b, bool grows, int64_t sum)
{
    return a <= 1 && b <= 1 ? word_digits(sum) : larger(a, b) + grows;
}

static Object *add_magnitudes(Machine *m, Object *a, Object *b, bool negative)
{
    if (int_limbs(a) < int_limbs(b)) {
        Object *swap = a;
        a = b;
        b = swap;
    }
    size_t n = int_limbs(a), k = int_limbs(b);
    IntObject *z = int_alloc(m, n + 1, larger(int_digits(a), int_digits(b)) + 1);
    if (!z)
        return NULL;
    if (k)
        z->limb[n] = mpn_add(z->limb, int_data(a), (mp_size_t)n, int_data(b), (mp_size_t)k);
    else
        memcpy(z->limb, int_data(a), n * sizeof(uint64_t));
    z->size = (ssize_t)n + 1;
    return int_finish(m, z, negative);
}

static int compare_magnitudes(Object *a, Object *b)
{
    size_t n = int_limbs(a), k = int_limbs(b);
    if (n != k)
        return n < k ? -1 : 1;
    return n ? mpn_cmp(int_data(a), int_data(b), (mp_size_t)n) : 0;
}

/* |a| - |b|, negated if `negative`. */
static Object *subtract_magnitudes(Machine *m, Object *a, Object *b, bool negative)
{
    int order = compare_magnitudes(a, b);
    if (order == 0)
        return int_from_i64(m, 0);
    if (order < 0) {
        Object *swap = a;
        a = b;
        b = swap;
        negative = !negative;
    }
    size_t n = int_limbs(a), k = int_limbs(b);
    IntObject *z = int_alloc(m, n, int_digits(a));
    if (!z)
        return NULL;
    if (k)
        mpn_sub(z->limb, int_data(a), (mp_size_t)n, int_data(b), (mp_size_t)k);
    else
        memcpy(z->limb, int_data(a), n * sizeof(uint64_t));
    z->size = (ssize_t)n;
    return int_finish(m, z, negative);
}

Object *int_add(Machine *m, Object *a, Object *b)
{
    int64_t x, y, sum;
    bool same_sign = int_negative(a) == int_negative(b);
    if (int_is_word(a, &x) && int_is_word(b, &y) && !__builtin_add_overflow(x, y, &sum))
        return int_from_word(m, sum, sum_digits(word_digits(x), word_digits(y), same_sign, sum));
    return same_sign ? add_magnitudes(m, a, b, int_negative(a))
                     : subtract_magnitudes(m, a, b, int_negative(a));
}

Object *int_sub(Machine *m, Object *a, Object *b)
{
    int64_t x, y, difference;
    bool same_sign = int_negative(a) == int_negative(b);
    if (int_is_word(a, &x) && int_is_word(b, &y) && !__builtin_sub_overflow(x, y, &difference))
        return int_from_word(m, difference,
                             sum_digits(word_digits(x), word_digits(y), !same_sign, difference));
    return same_sign ? subtract_magnitudes(m, a, b, int_negative(a))
                     : add_magnitudes(m, a, b, int_negative(a));
}

Object *int_mul(Machine *m, Object *a, Object *b)
{
    int64_t x, y, product;
    if (int_is_word(a, &x) && int_is_word(b, &y) && !__builtin_mul_overflow(x, y, &product)) {
        size_t i = word_digits(x), j = word_digits(y);
        return int_from_word(m, product, i <= 1 && j <= 1 ? word_digits(product) : i + j);
    }
    if (int_limbs(a) < int_limbs(b)) {
        Object *swap = a;
        a = b;
        b = swap;
    }
    size_t n = int_limbs(a), k = int_limbs(b);
    if (k == 0)
        return int_from_i64(m, 0);
    IntObject *z = int_alloc(m, n + k, int_digits(a) + int_digits(b));
    if (!z)
        return NULL;
    if (a == b)
        mpn_sqr(z->limb, int_data(a), (mp_size_t)n);
    else
        mpn_mul(z->limb, int_data(a), (mp_size_t)n, int_data(b), (mp_size_t)k);
    z->size = (ssize_t)(n + k);
    return int_finish(m, z, int_negative(a) != int_negative(b));
}

Object *int_negate(Machine *m, Object *a)
{
    return int_copy(m, a, !int_negative(a) && int_limbs(a));
}

Object *int_absolute(Machine *m, Object *a)
{
    return int_negative(a) ? int_copy(m, a, false) : int_long(m, a);
}

/* ~a is -(a + 1). */
Object *int_invert(Machine *m, Object *a)
{
    int64_t v;
    if (int_is_word(a, &v))
        return int_from_i64(m, ~v);
    Object *z = int_add(m, a, m->small_ints[1 - SMALL_INT_MIN]);
    if (!z)
        return NULL;
    if (z->refcnt > 1 || object_is_immortal(z)) {
        Object *negated = int_negate(m, z);
        decref(m, z);
        return negated;
    }
    ((IntObject *)z)->size = -((IntObject *)z)->size;
    return z;
}

/* ---- CPython's own copies ---------------------------------------------------------------------
 */

/* Long division and the bitwise operators work on copies of their operands, which are gone when the
 * result is there; until then they have taken addresses that the result might have had. */
struct passing {
    uint64_t address;
    size_t size;
};

static struct passing passing_copy(Machine *m, size_t digits)
{
    size_t size = INT_HEADER_SIZE + INT_DIGIT_SIZE * digits;
    return (struct passing){pymalloc_alloc(m, size), size};
}

static void passing_free(Machine *m, struct passing copy)
{
    if (copy.address)
        pymalloc_free(m, copy.address, copy.size);
}

/* ---- division -------------------------------------------------------------------------------- */

/* Bits [at, at + DIGIT_BITS) of the magnitude. */
static uint64_t bits_at(Object *o, size_t at)
{
    size_t limb = at / LIMB_BITS, bit = at % LIMB_BITS;
    uint64_t bits = int_limb_at(o, limb) >> bit;
    if (bit)
        bits |= int_limb_at(o, limb + 1) << (LIMB_BITS - bit);
    return bits & (((uint64_t)1 << DIGIT_BITS) - 1);
}

static uint64_t top_digit(Object *o)
{
    return bits_at(o, (int_digits(o) - 1) * DIGIT_BITS);
}

/* Does CPython see at a glance (digits and the highest of them) that |a| < |b|? */
static bool plainly_less(Object *a, Object *b)
{
    size_t n = int_digits(a), k = int_digits(b);
    return n == 0 || n < k || (n == k && top_digit(a) < top_digit(b));
}

/* x_divrem shifts both until the divisor's highest digit is full; the quotient has one digit more
 * where the dividend then begins with as much as the divisor. */
static size_t quotient_digits(Object *a, Object *b)
{
    size_t n = int_digits(a), k = int_digits(b), bits = int_bit_length(b);
    size_t shift = k * DIGIT_BITS - bits;
    if (int_bit_length(a) + shift > n * DIGIT_BITS)
        return n + 1 - k;
    bool longer = bits_at(a, (n - 1) * DIGIT_BITS - shift) >= bits_at(b, bits - DIGIT_BITS);
    return n - k + longer;
}

/* |a| / |b| cut towards zero, and what remains, both with the sign that C gives them. */
static int divide_magnitudes(Machine *m, Object *a, Object *b, Object **quotient,
                             Object **remainder)
{
    size_t n = int_limbs(a), k = int_limbs(b);
    struct passing dividend = passing_copy(m, int_digits(a) + 1);
    IntObject *r = int_alloc(m, k, int_digits(b));
    IntObject *q = r ? int_alloc(m, n - k + 1, quotient_digits(a, b)) : NULL;
    passing_free(m, dividend);
    if (!q) {
        xdecref(m, r);
        return -1;
    }
    mpn_tdiv_qr(q->limb, r->limb, 0, int_data(a), (mp_size_t)n, int_data(b), (mp_size_t)k);
    q->size = (ssize_t)(n - k) + 1;
    r->size = (ssize_t)k;
    *quotient = int_finish(m, q, int_negative(a) != int_negative(b));
    *remainder = int_finish(m, r, int_negative(a));
    return 0;
}

/* The same for a divisor of one digit: the quotient (which is not made if it is not asked for) is
 * as long as the dividend, the remainder a C integer. */
static int divide_by_digit(Machine *m, Object *a, Object *b, Object **quotient, Object **remainder)
{
    size_t n = int_limbs(a);
    mp_limb_t divisor = int_data(b)[0], rest;
    Object *q = NULL;
    if (quotient) {
        IntObject *z = int_alloc(m, n, int_digits(a));
        if (!z)
            return -1;
        rest = mpn_divrem_1(z->limb, 0, int_data(a), (mp_size_t)n, divisor);
        z->size = (ssize_t)n;
        q = int_finish(m, z, int_negative(a) != int_negative(b));
    } else {
        rest = mpn_mod_1(int_data(a), (mp_size_t)n, divisor);
    }
    *remainder = int_from_i64(m, int_negative(a) ? -(int64_t)rest : (int64_t)rest);
    if (!*remainder) {
        xdecref(m, q);
        return -1;
    }
    if (quotient)
        *quotient = q;
    return 0;
}

/* Truncating division rounds towards zero; Python's rounds down.  They differ where something
 * remains and the signs do: then the quotient is one less and the remainder one divisor more. */
static int round_down(Machine *m, Object *b, Object **quotient, Object **remainder)
{
    if (int_sign(*remainder) == 0 || int_negative(*remainder) == int_negative(b))
        return 0;
    Object *r = int_add(m, *remainder, b);
    if (!r)
        return -1;
    decref(m, *remainder);
    *remainder = r;
    if (!quotient)
        return 0;
    Object *q = int_sub(m, *quotient, m->small_ints[1 - SMALL_INT_MIN]);
    if (!q)
        return -1;
    decref(m, *quotient);
    *quotient = q;
    return 0;
}

/* Numbers of one digit are divided as C integers. */
static int divmod_digits(Machine *m, int64_t x, int64_t y, Object **quotient, Object **remainder)
{
    int64_t q = x / y, r = x % y;
    if (r && (r < 0) != (y < 0)) {
        q--;
        r += y;
    }
    if (quotient && !(*quotient = int_from_i64(m, q)))
        return -1;
    if (!remainder || (*remainder = int_from_i64(m, r)))
        return 0;
    if (quotient)
        clear_ref(m, *quotient);
    return -1;
}

static int divide(Machine *m, Object *a, Object *b, Object **quotient, Object **remainder)
{
    if (plainly_less(a, b)) {
        if (!(*remainder = int_long(m, a)))
            return -1;
        if (quotient)
            *quotient = int_from_i64(m, 0);
        return 0;
    }
    if (int_digits(b) == 1)
        return divide_by_digit(m, a, b, quotient, remainder);
    Object *unwanted;
    if (divide_magnitudes(m, a, b, quotient ? quotient : &unwanted, remainder) < 0)
        return -1;
    if (!quotient)
        decref(m, unwanted);
    return 0;
}

int int_divmod(Machine *m, Object *a, Object *b, Object **quotient, Object **remainder,
               const char *zero)
{
    if (int_sign(b) == 0) {
        error_set(m, EXC_ZeroDivisionError, "%s", zero);
        return -1;
    }
    int64_t x, y;
    if (int_is_word(a, &x) && int_is_word(b, &y) && word_digits(x) <= 1 && word_digits(y) <= 1)
        return divmod_digits(m, x, y, quotient, remainder);
    Object *q, *r;
    if (divide(m, a, b, quotient ? &q : NULL, &r) < 0)
        return -1;
    if (round_down(m, b, quotient ? &q : NULL, &r) < 0) {
        if (quotient)
            decref(m, q);
        decref(m, r);
        return -1;
    }
    if (quotient)
        *quotient = q;
    if (remainder)
        *remainder = r;
    else
        decref(m, r);
    return 0;
}

static Object *divmod_tuple(Machine *m, Object *a, Object *b)
{
    Object *pair[2];
    if (int_divmod(m, a, b, &pair[0], &pair[1], "integer division or modulo by zero") < 0)
        return NULL;
    return tuple_from_array_steal(m, pair, 2);
}

/* The whole part of |a| * 2**-shift / |b|, which has at most 64 bits; *inexact: something remained.
 * false: no memory. */
static bool scaled_quotient(Machine *m, Object *a, Object *b, ssize_t shift, uint64_t *quotient,
                            bool *inexact)
{
    size_t n = int_limbs(a), k = int_limbs(b);
    size_t left = shift < 0 ? (size_t)-shift : 0, right = shift > 0 ? (size_t)shift : 0;
    size_t whole = left / LIMB_BITS, room = n + whole + 1;
    uint64_t *x = heap_alloc(m, (room + (room + 1) + k) * sizeof *x);
    if (!x)
        return false;
    uint64_t *q = x + room, *r = q + room + 1;
    *inexact = false;
    if (right) {
        size_t drop = right / LIMB_BITS;
        for (size_t i = 0; i < drop && i < n; i++)
            *inexact |= int_data(a)[i] != 0;
        n = n > drop ? n - drop : 0;
        if (n && right % LIMB_BITS)
            *inexact |= mpn_rshift(x, int_data(a) + drop, (mp_size_t)n, right % LIMB_BITS) != 0;
        else
            memcpy(x, int_data(a) + drop, n * sizeof *x);
    } else {
        if (left % LIMB_BITS)
            x[n + whole] = mpn_lshift(x + whole, int_data(a), (mp_size_t)n, left % LIMB_BITS);
        else
            memcpy(x + whole, int_data(a), n * sizeof *x);
        n += whole + 1;
    }
    while (n && x[n - 1] == 0)
        n--;
    *quotient = 0;
    if (n >= k) {
        mpn_tdiv_qr(q, r, 0, x, (mp_size_t)n, int_data(b), (mp_size_t)k);
        *quotient = q[0];
        *inexact |= !mpn_zero_p(r, (mp_size_t)k);
    } else {
        *inexact |= n != 0;
    }
    heap_free(m, x);
    return true;
}

/* long_true_divide: the quotient is computed to a few bits more than a double has, and then rounded
 * once. */
static double int_true_divide(Machine *m, Object *a, Object *b)
{
    bool negative = int_negative(a) != int_negative(b);
    size_t a_bits = int_bit_length(a), b_bits = int_bit_length(b);
    if (b_bits == 0) {
        error_set(m, EXC_ZeroDivisionError, "division by zero");
        return -1.0;
    }
    if (a_bits == 0)
        return negative ? -0.0 : 0.0;
    if (a_bits <= DBL_MANT_DIG && b_bits <= DBL_MANT_DIG) {
        double v = (double)int_data(a)[0] / (double)int_data(b)[0];
        return negative ? -v : v;
    }
    ssize_t difference = (ssize_t)a_bits - (ssize_t)b_bits;
    double v = INFINITY;
    if (difference < DBL_MIN_EXP - DBL_MANT_DIG - 1)
        return negative ? -0.0 : 0.0;
    if (difference <= DBL_MAX_EXP) {
        ssize_t least = difference > DBL_MIN_EXP ? difference : DBL_MIN_EXP;
        ssize_t shift = least - DBL_MANT_DIG - 2;
        uint64_t q;
        bool inexact;
        if (!scaled_quotient(m, a, b, shift, &q, &inexact))
            return -1.0;
        ssize_t bits = q ? LIMB_BITS - __builtin_clzl(q) : 0;
        ssize_t kept = bits > DBL_MIN_EXP - shift ? bits : DBL_MIN_EXP - shift;
        q = round_half_even(q, (int)(kept - DBL_MANT_DIG), inexact);
        v = ldexp((double)q, (int)shift);
    }
    if (isinf(v)) {
        error_set(m, EXC_OverflowError, "integer division result too large for a float");
        return -1.0;
    }
    return negative ? -v : v;
}

/* ---- powers ---------------------------------------------------------------------------------- */

static bool bit_is_set(Object *o, size_t i)
{
    return int_limb_at(o, i / LIMB_BITS) >> (i % LIMB_BITS) & 1;
}

/* *z = *z * factor, modulo what is not NULL. */
static int multiply_into(Machine *m, Object **z, Object *factor, Object *modulus)
{
    Object *product = int_mul(m, *z, factor), *rest = product;
    if (!product)
        return -1;
    if (modulus) {
        int status = int_divmod(m, product, modulus, NULL, &rest, "pow() 3rd argument cannot be 0");
        decref(m, product);
        if (status < 0)
            return -1;
    }
    decref(m, *z);
    *z = rest;
    return 0;
}

/* From the highest bit of the exponent down: square, and multiply where the bit is set. */
static Object *power_by_squaring(Machine *m, Object *a, Object *b, Object *modulus)
{
    size_t bits = int_bit_length(b);
    Object *z = int_from_i64(m, 1);
    if (bits == 0)
        return z;
    decref(m, z);
    z = int_long(m, a);
    for (size_t i = bits - 1; z && i-- > 0;) {
        if (multiply_into(m, &z, z, modulus) < 0 ||
            (bit_is_set(b, i) && multiply_into(m, &z, a, modulus) < 0))
            clear_ref(m, z);
    }
    return z;
}

/* A power that could not be stored is refused before it is computed. */
static bool power_fits(Machine *m, Object *a, Object *b)
{
    size_t bits = int_bit_length(a);
    if (bits <= 1) /* 0, 1, -1 */
        return true;
    uint64_t total;
    if (int_limbs(b) > 1 || __builtin_mul_overflow((uint64_t)(bits - 1), int_limb_at(b, 0), &total))
        return false;
    return total / 8 <= m->limits.memory;
}

static Object *power_of_unit(Machine *m, Object *a, Object *b)
{
    bool odd = bit_is_set(b, 0);
    return odd ? int_long(m, a) : int_from_i64(m, int_sign(b) == 0 || int_sign(a) != 0);
}

Object *int_power(Machine *m, Object *a, Object *b)
{
    if (int_negative(b)) {
        double x = int_as_double(m, a),
               y = x == -1.0 && error_occurred(m) ? -1 : int_as_double(m, b);
        if (error_occurred(m))
            return NULL;
        return float_power(m, x, y);
    }
    if (int_bit_length(a) <= 1)
        return power_of_unit(m, a, b);
    return power_fits(m, a, b) ? power_by_squaring(m, a, b, NULL) : error_no_memory(m);
}

/* The number x with a * x = 1 modulo n: Euclid's algorithm, following one coefficient. */
static Object *inverse_modulo(Machine *m, Object *a, Object *n)
{
    Object *b = int_from_i64(m, 1), *c = int_from_i64(m, 0);
    a = newref(a);
    n = newref(n);
    while (a && b && c && n && int_sign(n) != 0) {
        Object *q = NULL, *r = NULL, *product = NULL, *next = NULL;
        if (int_divmod(m, a, n, &q, &r, "") == 0 && (product = int_mul(m, q, c)))
            next = int_sub(m, b, product);
        xdecref(m, q);
        xdecref(m, product);
        decref(m, a);
        a = n;
        n = r;
        decref(m, b);
        b = c;
        c = next;
    }
    bool coprime = a && n && c && int_compare(a, m->small_ints[1 - SMALL_INT_MIN]) == 0;
    xdecref(m, a);
    xdecref(m, n);
    xdecref(m, c);
    if (coprime)
        return b;
    xdecref(m, b);
    if (error_occurred(m))
        return NULL;
    return error_set(m, EXC_ValueError, "base is not invertible for the given modulus");
}

/* a ** b modulo n > 1 */
static Object *power_modulo_positive(Machine *m, Object *a, Object *b, Object *n)
{
    Object *base, *exponent = NULL, *z = NULL;
    if (int_negative(b)) {
        base = inverse_modulo(m, a, n);
        exponent = base ? int_negate(m, b) : NULL;
    } else {
        base = newref(a);
        exponent = newref(b);
    }
    Object *reduced = NULL;
    if (exponent && int_divmod(m, base, n, NULL, &reduced, "") == 0)
        z = power_by_squaring(m, reduced, exponent, n);
    xdecref(m, reduced);
    xdecref(m, base);
    xdecref(m, exponent);
    return z;
}

Object *int_power_modulo(Machine *m, Object *a, Object *b, Object *modulus)
{
    if (int_sign(modulus) == 0)
        return error_set(m, EXC_ValueError, "pow() 3rd argument cannot be 0");
    Object *n = int_absolute(m, modulus);
    if (!n)
        return NULL;
    Object *z = int_compare(n, m->small_ints[1 - SMALL_INT_MIN]) == 0
                    ? int_from_i64(m, 0)
                    : power_modulo_positive(m, a, b, n);
    if (z && int_negative(modulus) && int_sign(z) != 0) {
        Object *negative = int_sub(m, z, n);
        decref(m, z);
        z = negative;
    }
    decref(m, n);
    return z;
}

/* ---- bits ------------------------------------------------------------------------------------ */

Object *int_shift_left(Machine *m, Object *a, size_t bits)
{
    int64_t x;
    if (int_is_word(a, &x) && bits < 32 && word_digits(x) <= 1)
        return int_from_i64(m, x * ((int64_t)1 << bits));
    size_t n = int_limbs(a), whole = bits / LIMB_BITS, part = bits % LIMB_BITS;
    if (n == 0)
        return int_from_i64(m, 0);
    size_t digits = int_digits(a) + bits / DIGIT_BITS + (bits % DIGIT_BITS != 0);
    IntObject *z = int_alloc(m, n + whole + 1, digits);
    if (!z)
        return NULL;
    if (part)
        z->limb[n + whole] = mpn_lshift(z->limb + whole, int_data(a), (mp_size_t)n, (unsigned)part);
    else
        memcpy(z->limb + whole, int_data(a), n * sizeof(uint64_t));
    z->size = (ssize_t)(n + whole) + 1;
    return int_finish(m, z, int_negative(a));
}

/* Bits that fall off a negative number pull it down: -5 >> 1 is -3. */
static bool bits_lost(Object *a, size_t whole, size_t part)
{
    for (size_t i = 0; i < whole; i++)
        if (int_data(a)[i])
            return true;
    return part && int_data(a)[whole] << (LIMB_BITS - part);
}

Object *int_shift_right(Machine *m, Object *a, size_t bits)
{
    int64_t x;
    if (int_is_word(a, &x))
        return int_from_i64(m, bits < LIMB_BITS ? x >> bits : x < 0 ? -1 : 0);
    size_t n = int_limbs(a), whole = bits / LIMB_BITS, part = bits % LIMB_BITS;
    bool negative = int_negative(a);
    if (whole >= n)
        return int_from_i64(m, negative ? -1 : 0);
    size_t digits = int_digits(a), dropped = bits / DIGIT_BITS;
    IntObject *z = int_alloc(m, n - whole + 1, digits > dropped ? digits - dropped : 1);
    if (!z)
        return NULL;
    n -= whole;
    if (part)
        mpn_rshift(z->limb, int_data(a) + whole, (mp_size_t)n, (unsigned)part);
    else
        memcpy(z->limb, int_data(a) + whole, n * sizeof(uint64_t));
    if (negative && bits_lost(a, whole, part))
        z->limb[n] = mpn_add_1(z->limb, z->limb, (mp_size_t)n, 1);
    z->size = (ssize_t)n + 1;
    return int_finish(m, z, negative);
}

static Object *shift(Machine *m, Object *a, Object *count, bool left)
{
    if (int_negative(count))
        return error_set(m, EXC_ValueError, "negative shift count");
    int64_t bits;
    bool word = int_is_word(count, &bits);
    if (int_sign(a) == 0)
        return int_from_i64(m, 0);
    if (!left)
        return int_shift_right(m, a, word ? (size_t)bits : SIZE_MAX);
    enum { COUNTABLE = 67 }; /* bits of a shift whose number of digits is still a C number */
    if (!word && int_bit_length(count) <= COUNTABLE)
        return error_no_memory(m);
    if (!word)
        return error_set(m, EXC_OverflowError, "too many digits in integer");
    if ((uint64_t)bits / 8 > m->limits.memory)
        return error_no_memory(m);
    return int_shift_left(m, a, (size_t)bits);
}

/* The limbs of a number in two's complement, one after the other: a negative number's are those of
 * its magnitude inverted, plus one. */
struct twos {
    Object *o;
    size_t at;
    bool negative, carry;
};

static uint64_t twos_next(struct twos *t)
{
    uint64_t limb = int_limb_at(t->o, t->at++);
    if (!t->negative)
        return limb;
    limb = ~limb + t->carry;
    t->carry = t->carry && limb == 0;
    return limb;
}

static uint64_t apply(uint64_t x, uint64_t y, enum number_op op)
{
    return op == NB_AND ? x & y : op == NB_OR ? x | y : x ^ y;
}

/* long_bitwise: how many digits it asks for. */
static size_t bitwise_digits(Object *a, Object *b, enum number_op op, bool negative)
{
    if (int_digits(a) < int_digits(b)) {
        Object *swap = a;
        a = b;
        b = swap;
    }
    bool b_matters = op == NB_XOR || (op == NB_AND) == int_negative(b);
    return (b_matters ? int_digits(a) : int_digits(b)) + negative;
}

static Object *bitwise(Machine *m, Object *a, Object *b, enum number_op op)
{
    int64_t x, y;
    if (int_is_word(a, &x) && int_is_word(b, &y) && word_digits(x) <= 1 && word_digits(y) <= 1)
        return int_from_i64(m, (int64_t)apply((uint64_t)x, (uint64_t)y, op));
    bool negative = apply(int_negative(a), int_negative(b), op) & 1;
    size_t n = larger(int_limbs(a), int_limbs(b)) + 1;
    struct passing copy_a = {0}, copy_b = {0};
    if (int_negative(a))
        copy_a = passing_copy(m, int_digits(a));
    if (int_negative(b))
        copy_b = passing_copy(m, int_digits(b));
    IntObject *z = int_alloc(m, n, bitwise_digits(a, b, op, negative));
    passing_free(m, copy_a);
    passing_free(m, copy_b);
    if (!z)
        return NULL;
    struct twos s = {a, 0, int_negative(a), true}, t = {b, 0, int_negative(b), true};
    for (size_t i = 0; i < n; i++)
        z->limb[i] = apply(twos_next(&s), twos_next(&t), op);
    if (negative)
        mpn_neg(z->limb, z->limb, (mp_size_t)n);
    z->size = (ssize_t)n;
    return int_finish(m, z, negative);
}

/* ---- the operators --------------------------------------------------------------------------- */

Object *int_binary(Machine *m, Object *a, Object *b, enum number_op op)
{
    Object *z = NULL;
    switch (op) {
    case NB_ADD:
        return int_add(m, a, b);
    case NB_SUBTRACT:
        return int_sub(m, a, b);
    case NB_MULTIPLY:
        return int_mul(m, a, b);
    case NB_TRUE_DIVIDE: {
        double v = int_true_divide(m, a, b);
        return error_occurred(m) ? NULL : float_from_double(m, v);
    }
    case NB_FLOOR_DIVIDE:
        int_divmod(m, a, b, &z, NULL, "integer division or modulo by zero");
        return z;
    case NB_REMAINDER:
        int_divmod(m, a, b, NULL, &z, "integer modulo by zero");
        return z;
    case NB_DIVMOD:
        return divmod_tuple(m, a, b);
    case NB_POWER:
        return int_power(m, a, b);
    case NB_LSHIFT:
        return shift(m, a, b, true);
    case NB_RSHIFT:
        return shift(m, a, b, false);
    case NB_AND:
    case NB_OR:
    case NB_XOR:
        return bitwise(m, a, b, op);
    default:
        return newref(m->not_implemented);
    }
}
