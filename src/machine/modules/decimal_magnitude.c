/* The coefficients of decimal numbers: see decimal_internal.h. */
#include "decimal_internal.h"

#include <gmp.h>
#include <math.h>
#include <string.h>

enum { LIMB_DIGITS = 19, FIVES = 27 }; /* 10**19 and 5**27 are the highest powers in a limb */

__extension__ typedef unsigned __int128 wide;

static uint64_t power10(unsigned k)
{
    static const uint64_t table[LIMB_DIGITS + 1] = {UINT64_C(1),
                                                    UINT64_C(10),
                                                    UINT64_C(100),
                                                    UINT64_C(1000),
                                                    UINT64_C(10000),
                                                    UINT64_C(100000),
                                                    UINT64_C(1000000),
                                                    UINT64_C(10000000),
                                                    UINT64_C(100000000),
                                                    UINT64_C(1000000000),
                                                    UINT64_C(10000000000),
                                                    UINT64_C(100000000000),
                                                    UINT64_C(1000000000000),
                                                    UINT64_C(10000000000000),
                                                    UINT64_C(100000000000000),
                                                    UINT64_C(1000000000000000),
                                                    UINT64_C(10000000000000000),
                                                    UINT64_C(100000000000000000),
                                                    UINT64_C(1000000000000000000),
                                                    UINT64_C(10000000000000000000)};
    return table[k];
}

bool magnitude_reserve(Machine *m, struct magnitude *x, size_t limbs)
{
    x->size = 0;
    if (limbs <= MAGNITUDE_FEW && !x->room)
        x->limb = x->few;
    if (limbs <= (x->room ? x->room : MAGNITUDE_FEW))
        return true;
    if (limbs > m->limits.memory / sizeof(uint64_t))
        return error_no_memory(m);
    magnitude_drop(m, x);
    if (!(x->limb = heap_alloc(m, limbs * sizeof(uint64_t))))
        return false;
    x->room = limbs;
    return true;
}

void magnitude_drop(Machine *m, struct magnitude *x)
{
    if (x->room)
        heap_free(m, x->limb);
    x->limb = NULL;
    x->size = x->room = 0;
}

void magnitude_trim(struct magnitude *x)
{
    while (x->size && !x->limb[x->size - 1])
        x->size--;
}

bool magnitude_set(Machine *m, struct magnitude *x, const uint64_t *limb, size_t size)
{
    if (!magnitude_reserve(m, x, size + 1))
        return false;
    if (size)
        memcpy(x->limb, limb, size * sizeof(uint64_t));
    x->size = size;
    return true;
}

void magnitude_increment(struct magnitude *x)
{
    x->limb[x->size] = 0;
    mpn_add_1(x->limb, x->limb, (mp_size_t)x->size + 1, 1);
    x->size++;
    magnitude_trim(x);
}

unsigned magnitude_mod5(const struct magnitude *x)
{
    return x->size ? (unsigned)mpn_mod_1(x->limb, (mp_size_t)x->size, 5) : 0;
}

void magnitude_tenth(struct magnitude *x)
{
    if (x->size)
        mpn_divrem_1(x->limb, 0, x->limb, (mp_size_t)x->size, 10);
    magnitude_trim(x);
}

/* ---- products -------------------------------------------------------------------------------- */

bool magnitude_product(Machine *m, struct magnitude *x, const uint64_t *a, size_t na,
                       const uint64_t *b, size_t nb)
{
    if (!magnitude_reserve(m, x, na + nb))
        return false;
    if (!na || !nb)
        return true;
    if (a == b && na == nb)
        mpn_sqr(x->limb, a, (mp_size_t)na);
    else if (na >= nb)
        mpn_mul(x->limb, a, (mp_size_t)na, b, (mp_size_t)nb);
    else
        mpn_mul(x->limb, b, (mp_size_t)nb, a, (mp_size_t)na);
    x->size = na + nb;
    magnitude_trim(x);
    return true;
}

bool magnitude_power(Machine *m, struct magnitude *x, const uint64_t *limb, size_t size, uint64_t n)
{
    struct magnitude square = {0};
    bool done = magnitude_set(m, x, limb, size);
    for (int bit = 62 - __builtin_clzl(n); done && bit >= 0; bit--) {
        done = magnitude_product(m, &square, x->limb, x->size, x->limb, x->size);
        if (done && n >> bit & 1)
            done = magnitude_product(m, x, square.limb, square.size, limb, size);
        else if (done)
            done = magnitude_set(m, x, square.limb, square.size);
    }
    magnitude_drop(m, &square);
    return done;
}

/* x <<= bits */
static bool shift_left(Machine *m, struct magnitude *x, uint64_t bits)
{
    struct magnitude from = {0};
    size_t whole = bits / 64, part = bits % 64;
    bool done =
        magnitude_set(m, &from, x->limb, x->size) && magnitude_reserve(m, x, from.size + whole + 1);
    if (done) {
        memset(x->limb, 0, whole * sizeof(uint64_t));
        if (part)
            x->limb[whole + from.size] =
                mpn_lshift(x->limb + whole, from.limb, (mp_size_t)from.size, (unsigned)part);
        else
            memcpy(x->limb + whole, from.limb, from.size * sizeof(uint64_t));
        x->size = whole + from.size + (part != 0);
        magnitude_trim(x);
    }
    magnitude_drop(m, &from);
    return done;
}

/* 10**k is 5**k, shifted by k. */
bool magnitude_power10(Machine *m, struct magnitude *x, uint64_t exponent)
{
    if (exponent <= LIMB_DIGITS) {
        uint64_t p = power10((unsigned)exponent);
        return magnitude_set(m, x, &p, 1);
    }
    if (exponent / 20 > m->limits.memory / sizeof(uint64_t))
        return error_no_memory(m);
    if (exponent <= FIVES) {
        uint64_t five = 1;
        for (uint64_t i = 0; i < exponent; i++)
            five *= 5;
        return magnitude_set(m, x, &five, 1) && shift_left(m, x, exponent);
    }
    const uint64_t five = 5;
    return magnitude_power(m, x, &five, 1, exponent) && shift_left(m, x, exponent);
}

bool magnitude_scaled(Machine *m, struct magnitude *x, const uint64_t *limb, size_t size,
                      uint64_t exponent)
{
    if (exponent == 0 || !size)
        return magnitude_set(m, x, limb, size);
    if (exponent <= LIMB_DIGITS) {
        if (!magnitude_reserve(m, x, size + 1))
            return false;
        x->limb[size] = mpn_mul_1(x->limb, limb, (mp_size_t)size, power10((unsigned)exponent));
        x->size = size + 1;
        magnitude_trim(x);
        return true;
    }
    struct magnitude power = {0};
    bool done = magnitude_power10(m, &power, exponent) &&
                magnitude_product(m, x, limb, size, power.limb, power.size);
    magnitude_drop(m, &power);
    return done;
}

/* ---- quotients ------------------------------------------------------------------------------- */

int magnitude_compare(const uint64_t *a, size_t na, const uint64_t *b, size_t nb)
{
    if (na != nb)
        return na < nb ? -1 : 1;
    int order = na ? mpn_cmp(a, b, (mp_size_t)na) : 0;
    return (order > 0) - (order < 0);
}

bool magnitude_divide(Machine *m, struct magnitude *q, struct magnitude *r, const uint64_t *a,
                      size_t na, const uint64_t *b, size_t nb)
{
    if (na < nb)
        return magnitude_reserve(m, q, 1) && magnitude_set(m, r, a, na);
    if (!magnitude_reserve(m, q, na - nb + 2) || !magnitude_reserve(m, r, nb + 1))
        return false;
    mpn_tdiv_qr(q->limb, r->limb, 0, a, (mp_size_t)na, b, (mp_size_t)nb);
    q->size = na - nb + 1;
    r->size = nb;
    magnitude_trim(q);
    magnitude_trim(r);
    return true;
}

static bool cut_short(Machine *m, struct magnitude *q, const uint64_t *limb, size_t size,
                      uint64_t unit, enum remainder *rest)
{
    if (!magnitude_reserve(m, q, size + 1))
        return false;
    uint64_t r = mpn_divrem_1(q->limb, 0, limb, (mp_size_t)size, unit);
    q->size = size;
    magnitude_trim(q);
    *rest = !r              ? REMAINDER_NONE
            : r < unit / 2  ? REMAINDER_LESS
            : r == unit / 2 ? REMAINDER_HALF
                            : REMAINDER_MORE;
    return true;
}

bool magnitude_cut(Machine *m, struct magnitude *q, const uint64_t *limb, size_t size,
                   uint64_t places, enum remainder *rest)
{
    *rest = REMAINDER_NONE;
    if (!size || !places)
        return magnitude_set(m, q, limb, size);
    if (places <= LIMB_DIGITS)
        return cut_short(m, q, limb, size, power10((unsigned)places), rest);
    struct magnitude unit = {0}, r = {0};
    bool done = magnitude_power10(m, &unit, places) &&
                magnitude_divide(m, q, &r, limb, size, unit.limb, unit.size);
    if (done && r.size) {
        mpn_rshift(unit.limb, unit.limb, (mp_size_t)unit.size, 1);
        magnitude_trim(&unit);
        int order = magnitude_compare(r.limb, r.size, unit.limb, unit.size);
        *rest = order < 0 ? REMAINDER_LESS : order > 0 ? REMAINDER_MORE : REMAINDER_HALF;
    }
    magnitude_drop(m, &unit);
    magnitude_drop(m, &r);
    return done;
}

/* A number ends in no more zeros in base ten than in base two. */
uint64_t magnitude_strip_zeros(struct magnitude *x, uint64_t most)
{
    uint64_t stripped = 0;
    for (unsigned step = LIMB_DIGITS; x->size && step;) {
        if (step > most - stripped || mpn_scan1(x->limb, 0) < step ||
            mpn_mod_1(x->limb, (mp_size_t)x->size, power10(step))) {
            step /= 2;
            continue;
        }
        mpn_divrem_1(x->limb, 0, x->limb, (mp_size_t)x->size, power10(step));
        magnitude_trim(x);
        stripped += step;
    }
    return stripped;
}

/* ---- digits ---------------------------------------------------------------------------------- */

/* 2**b has 0.30103 b digits; the fraction that stands for that is near enough for two limbs. */
static size_t digits_of_wide(wide v)
{
    uint64_t high = (uint64_t)(v >> 64);
    unsigned bits = high ? 128 - (unsigned)__builtin_clzl(high)
                         : 64 - (unsigned)__builtin_clzl((uint64_t)v | 1);
    unsigned k = bits * 1233 >> 12;
    wide power =
        k <= LIMB_DIGITS ? power10(k) : (wide)power10(LIMB_DIGITS) * power10(k - LIMB_DIGITS);
    return v >= power ? k + 1 : k ? k : 1;
}

/* The logarithm tells, but near a power of ten, which then is compared with. */
bool magnitude_digits(Machine *m, const uint64_t *limb, size_t size, size_t *digits)
{
    if (size <= 2) {
        *digits = digits_of_wide(size == 2 ? (wide)limb[1] << 64 | limb[0] : size ? limb[0] : 0);
        return true;
    }
    long double top = ldexpl((long double)limb[size - 1], 64) + (long double)limb[size - 2];
    long double log = log10l(top) + (long double)(64 * (size - 2)) * 0.30102999566398119521L;
    long double near = roundl(log);
    if (fabsl(log - near) > 1e-6L) {
        *digits = (size_t)floorl(log) + 1;
        return true;
    }
    struct magnitude power = {0};
    bool done = magnitude_power10(m, &power, (uint64_t)near);
    if (done)
        *digits = (size_t)near + (magnitude_compare(limb, size, power.limb, power.size) >= 0);
    magnitude_drop(m, &power);
    return done;
}

char *magnitude_text(Machine *m, const uint64_t *limb, size_t size, size_t digits)
{
    struct magnitude copy = {0};
    char *text = heap_alloc(m, size * (LIMB_DIGITS + 1) + digits + 2); /* as mpn_get_str asks */
    if (text && !magnitude_set(m, &copy, limb, size)) {
        heap_free(m, text);
        text = NULL;
    }
    if (text && size) { /* it eats its operand, and may begin with zeros */
        size_t n = mpn_get_str((unsigned char *)text, 10, copy.limb, (mp_size_t)size);
        memmove(text, text + (n - digits), digits);
    }
    for (size_t i = 0; text && i < digits; i++)
        text[i] = (char)(text[i] + '0');
    magnitude_drop(m, &copy);
    return text;
}

bool magnitude_from_text(Machine *m, struct magnitude *x, const char *digits, size_t n)
{
    while (n && *digits == '0')
        digits++, n--;
    unsigned char *value = heap_alloc(m, n + 1);
    bool done = value && magnitude_reserve(m, x, n / LIMB_DIGITS + 2);
    for (size_t i = 0; done && i < n; i++)
        value[i] = (unsigned char)(digits[i] - '0');
    if (done && n)
        x->size = (size_t)mpn_set_str(x->limb, value, n, 10);
    if (done)
        magnitude_trim(x);
    heap_free(m, value);
    return done;
}
