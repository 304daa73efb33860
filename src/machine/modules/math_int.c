/* The functions of math that work on ints of any size: Modules/mathmodule.c.
 *
 * CPython's shortcuts through tables of small results change nothing that can be seen; here there
 * is one way, on GMP's mpn layer where it has what is needed. */
#include "math_internal.h"

#include "../objects/int_limbs.h"

/* ---- greatest common divisor ----------------------------------------------------------------- */

static size_t trailing_zeros(const uint64_t *limb)
{
    size_t i = 0;
    while (!limb[i])
        i++;
    return i * LIMB_BITS + (size_t)__builtin_ctzl(limb[i]);
}

/* |o| without its factors of two, as an int of its own whose limbs may be overwritten. */
static IntObject *odd_part(Machine *m, Object *o, size_t zeros)
{
    size_t whole = zeros / LIMB_BITS, n = int_limbs(o) - whole;
    IntObject *z = int_alloc(m, n, int_digits(o));
    if (!z)
        return NULL;
    memcpy(z->limb, int_data(o) + whole, n * sizeof(uint64_t));
    if (zeros % LIMB_BITS)
        mpn_rshift(z->limb, z->limb, (mp_size_t)n, (unsigned)(zeros % LIMB_BITS));
    z->size = (ssize_t)n - (z->limb[n - 1] == 0);
    return z;
}

static Object *gcd_of_odds(Machine *m, IntObject *a, IntObject *b)
{
    bool swap =
        limbs_bit_length(a->limb, (size_t)a->size) < limbs_bit_length(b->limb, (size_t)b->size);
    IntObject *large = swap ? b : a, *small = swap ? a : b;
    IntObject *g = int_alloc(m, (size_t)small->size, int_digits(&small->ob_base));
    if (!g)
        return NULL;
    g->size = mpn_gcd(g->limb, large->limb, large->size, small->limb, small->size);
    return int_finish(m, g, false);
}

static Object *int_gcd(Machine *m, Object *a, Object *b)
{
    if (int_sign(a) == 0)
        return int_absolute(m, b);
    if (int_sign(b) == 0)
        return int_absolute(m, a);
    size_t twos_a = trailing_zeros(int_data(a)), twos_b = trailing_zeros(int_data(b));
    IntObject *x = odd_part(m, a, twos_a), *y = x ? odd_part(m, b, twos_b) : NULL;
    Object *odd = y ? gcd_of_odds(m, x, y) : NULL;
    xdecref(m, x);
    xdecref(m, y);
    Object *r = odd ? int_shift_left(m, odd, twos_a < twos_b ? twos_a : twos_b) : NULL;
    xdecref(m, odd);
    return r;
}

static Object *int_lcm(Machine *m, Object *a, Object *b)
{
    if (int_sign(a) == 0 || int_sign(b) == 0)
        return int_from_i64(m, 0);
    Object *g = int_gcd(m, a, b), *part = NULL, *product = NULL, *r = NULL;
    if (g && int_divmod(m, a, g, &part, NULL, "") == 0 && (product = int_mul(m, part, b)))
        r = int_absolute(m, product);
    xdecref(m, product);
    xdecref(m, part);
    xdecref(m, g);
    return r;
}

/* Combines all arguments, from `result` (stolen) on. */
static Object *fold(Machine *m, Object *const *args, size_t nargs, Object *result,
                    Object *(*combine)(Machine *m, Object *a, Object *b))
{
    for (size_t i = 0; i < nargs && result; i++) {
        Object *o = number_index(m, args[i]);
        Object *next = o ? combine(m, result, o) : NULL;
        xdecref(m, o);
        decref(m, result);
        result = next;
    }
    return result;
}

MATH(gcd)
{
    (void)self;
    (void)kwnames;
    return fold(m, args, nargs, int_from_i64(m, 0), int_gcd);
}

MATH(lcm)
{
    (void)self;
    (void)kwnames;
    return fold(m, args, nargs, int_from_i64(m, 1), int_lcm);
}

/* ---- square root ----------------------------------------------------------------------------- */

MATH(isqrt)
{
    (void)self;
    (void)nargs;
    (void)kwnames;
    Object *n = number_index(m, args[0]), *r = NULL;
    if (!n)
        return NULL;
    if (int_sign(n) < 0) {
        error_set(m, EXC_ValueError, "isqrt() argument must be nonnegative");
    } else if (int_sign(n) == 0) {
        r = int_from_i64(m, 0);
    } else {
        size_t limbs = int_limbs(n), half = (limbs + 1) / 2;
        IntObject *z = int_alloc(m, half, digits_for_bits((int_bit_length(n) + 1) / 2));
        if (z) {
            mpn_sqrtrem(z->limb, NULL, int_data(n), (mp_size_t)limbs);
            z->size = (ssize_t)half;
            r = int_finish(m, z, false);
        }
    }
    decref(m, n);
    return r;
}

/* ---- products of ranges ---------------------------------------------------------------------- */

/* (n) (n - 1) ... (n - count + 1), by halves, so that factors of like size meet. */
static Object *falling_product(Machine *m, Object *n, uint64_t from, uint64_t count)
{
    if (count == 1) {
        Object *k = int_from_u64(m, from), *r = k ? int_sub(m, n, k) : NULL;
        xdecref(m, k);
        return r;
    }
    Object *a = falling_product(m, n, from, count / 2);
    Object *b = a ? falling_product(m, n, from + count / 2, count - count / 2) : NULL;
    Object *r = b ? int_mul(m, a, b) : NULL;
    xdecref(m, a);
    xdecref(m, b);
    return r;
}

/* The product has at least so many bits as n has in each factor: refused before it is begun if the
 * memory could not hold it. */
static Object *falling(Machine *m, Object *n, uint64_t count)
{
    if (count == 0)
        return int_from_i64(m, 1);
    if (count > m->limits.memory)
        return error_no_memory(m);
    return falling_product(m, n, 0, count);
}

static Object *factorial(Machine *m, uint64_t n)
{
    Object *o = int_from_u64(m, n), *r = o ? falling(m, o, n) : NULL;
    xdecref(m, o);
    return r;
}

MATH(factorial)
{
    (void)self;
    (void)nargs;
    (void)kwnames;
    Object *n = number_index(m, args[0]);
    if (!n)
        return NULL;
    int overflow;
    int64_t v = int_as_i64(n, &overflow);
    decref(m, n);
    if (overflow > 0)
        return error_set(m, EXC_OverflowError, "factorial() argument should not exceed %lld",
                         (long long)INT64_MAX);
    if (overflow < 0 || v < 0)
        return error_set(m, EXC_ValueError, "factorial() not defined for negative values");
    return factorial(m, (uint64_t)v);
}

/* n and k as ints that are not negative; false with an exception. */
static bool two_counts(Machine *m, Object *const *args, Object **n, Object **k)
{
    *k = NULL;
    if (!(*n = number_index(m, args[0])) || !(*k = number_index(m, args[1])))
        return false;
    if (int_sign(*n) < 0)
        error_set(m, EXC_ValueError, "n must be a non-negative integer");
    else if (int_sign(*k) < 0)
        error_set(m, EXC_ValueError, "k must be a non-negative integer");
    return !error_occurred(m);
}

MATH(perm)
{
    if (!arg_check_positional(m, "perm", nargs, 1, 2))
        return NULL;
    if (nargs == 1 || args[1] == m->none)
        return math_factorial(m, self, args, 1, kwnames);
    Object *n, *k, *r = NULL;
    if (two_counts(m, args, &n, &k)) {
        int overflow;
        int64_t count = int_as_i64(k, &overflow);
        if (int_compare(n, k) < 0)
            r = int_from_i64(m, 0);
        else if (overflow)
            error_set(m, EXC_OverflowError, "k must not exceed %lld", (long long)INT64_MAX);
        else
            r = falling(m, n, (uint64_t)count);
    }
    xdecref(m, n);
    xdecref(m, k);
    return r;
}

/* n choose k for k in 0..n/2. */
static Object *choose(Machine *m, Object *n, uint64_t k)
{
    Object *above = falling(m, n, k), *below = above ? factorial(m, k) : NULL, *r = NULL;
    if (below && int_divmod(m, above, below, &r, NULL, "") < 0)
        r = NULL;
    xdecref(m, above);
    xdecref(m, below);
    return r;
}

MATH(comb)
{
    (void)self;
    (void)kwnames;
    if (!arg_check_positional(m, "comb", nargs, 2, 2))
        return NULL;
    Object *n, *k, *rest = NULL, *r = NULL;
    if (two_counts(m, args, &n, &k) && (rest = int_sub(m, n, k))) {
        int overflow;
        int64_t count = int_as_i64(int_compare(rest, k) < 0 ? rest : k, &overflow);
        if (int_sign(rest) < 0)
            r = int_from_i64(m, 0);
        else if (overflow)
            error_set(m, EXC_OverflowError, "min(n - k, k) must not exceed %lld",
                      (long long)INT64_MAX);
        else
            r = choose(m, n, (uint64_t)count);
    }
    xdecref(m, rest);
    xdecref(m, n);
    xdecref(m, k);
    return r;
}
