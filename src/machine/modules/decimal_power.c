/* Whole powers of decimal numbers: see decimal_internal.h.
 *
 * As libmpdec, so that the last digit and the conditions are the same: the base is squared and
 * multiplied with some more digits than the result has room for, each product rounded; a negative
 * exponent begins with the base's reciprocal.  What is certain to overflow is not computed. */
#include "decimal_internal.h"

#include <gmp.h>

static const uint64_t one_limb = 1;
static const struct decimal_view one = {.limb = &one_limb, .size = 1, .digits = 1};

/* A number under way: its limbs are its own. */
struct factor {
    struct decimal_view v;
    struct magnitude own;
};

static bool keep(Machine *m, struct factor *f, const struct decimal_view *v)
{
    f->v = *v;
    if (!magnitude_set(m, &f->own, v->limb, v->size))
        return false;
    f->v.limb = f->own.limb;
    return true;
}

/* x *= y, rounded; nothing changes once x is infinite. */
static bool multiply(Machine *m, struct factor *x, const struct factor *y, const ContextObject *c,
                     uint32_t *status)
{
    if (x->v.kind)
        return true;
    struct magnitude product = {0}, room = {0};
    struct decimal_view v = {.exponent = x->v.exponent + y->v.exponent};
    bool done = magnitude_product(m, &product, x->v.limb, x->v.size, y->v.limb, y->v.size);
    v.limb = product.limb;
    v.size = product.size;
    done = done && decimal_round(m, &v, &room, c, status) && keep(m, x, &v);
    magnitude_drop(m, &product);
    magnitude_drop(m, &room);
    return done;
}

static bool raise_to(Machine *m, struct factor *x, const struct factor *base, uint64_t n,
                     const ContextObject *c, uint32_t *status)
{
    uint32_t arisen = 0;
    bool done = keep(m, x, &base->v);
    for (int bit = 62 - __builtin_clzl(n); done && bit >= 0; bit--) {
        done = multiply(m, x, x, c, &arisen);
        if (done && n >> bit & 1)
            done = multiply(m, x, base, c, &arisen);
        if (x->v.kind || (!x->v.size && arisen & DECIMAL_CLAMPED))
            break;
    }
    *status |= arisen;
    return done;
}

static bool reciprocal(Machine *m, struct factor *f, const struct decimal_view *a,
                       const ContextObject *c, uint32_t *status)
{
    struct decimal_work w = {0};
    struct magnitude room = {0};
    bool done = decimal_quotient(m, &one, a, c->prec, &w);
    struct decimal_view v = {.limb = w.c.limb, .size = w.c.size, .exponent = w.exponent};
    done = done && decimal_round(m, &v, &room, c, status) && keep(m, f, &v);
    magnitude_drop(m, &w.c);
    magnitude_drop(m, &room);
    return done;
}

/* ---- bounds ---------------------------------------------------------------------------------- */

static int64_t count_of_digits(int64_t n)
{
    int64_t digits = 1;
    for (n = n < 0 ? -n : n; n >= 10; n /= 10)
        digits++;
    return digits;
}

/* Where the first digit of | |a| - 1 | stands, for 1/10 <= |a| < 10. */
static bool distance_from_one(Machine *m, const struct decimal_view *a, int64_t *adjusted)
{
    struct magnitude unit = {0}, x = {0};
    size_t digits = 0;
    int64_t exponent = a->exponent < 0 ? a->exponent : 0;
    bool done =
        magnitude_power10(m, &unit, (uint64_t)-exponent) && magnitude_set(m, &x, a->limb, a->size);
    if (done && magnitude_compare(x.limb, x.size, unit.limb, unit.size) > 0) {
        mpn_sub(x.limb, x.limb, (mp_size_t)x.size, unit.limb, (mp_size_t)unit.size);
        magnitude_trim(&x);
        done = magnitude_digits(m, x.limb, x.size, &digits);
    } else if (done) {
        mpn_sub(unit.limb, unit.limb, (mp_size_t)unit.size, x.limb, (mp_size_t)x.size);
        magnitude_trim(&unit);
        done = magnitude_digits(m, unit.limb, unit.size, &digits);
    }
    *adjusted = exponent + (int64_t)digits - 1;
    magnitude_drop(m, &unit);
    magnitude_drop(m, &x);
    return done;
}

/* A lower bound of the logarithm of |log10 |a||. */
static bool bound_of_log(Machine *m, const struct decimal_view *a, int64_t *bound)
{
    int64_t at = decimal_adjusted(a), distance;
    if (at > 0 || at < -1) {
        *bound = count_of_digits(at > 0 ? at : at + 1) - 1;
        return true;
    }
    if (!distance_from_one(m, a, &distance))
        return false;
    *bound = at == 0 ? distance - 2 : distance - 1;
    return true;
}

/* Is the power certain to lie outside of the context?  Then v is some number out there. */
static bool check_bounds(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                         const ContextObject *c, struct decimal_view *v, bool *outside)
{
    int64_t bound;
    if (!bound_of_log(m, a, &bound))
        return false;
    bool shrinks = (decimal_adjusted(a) < 0) != b->negative;
    int64_t tiny = c->emin - c->prec + 1;
    *outside = count_of_digits(shrinks ? tiny : c->emax) < bound + decimal_adjusted(b);
    v->exponent = shrinks ? tiny - 1 : 2 * DECIMAL_MAX_PREC;
    v->limb = &one_limb;
    v->size = v->digits = 1;
    return true;
}

/* ---- powers ---------------------------------------------------------------------------------- */

/* The whole number as a C number; 0: it is none, or too long. */
static bool whole_exponent(Machine *m, const struct decimal_view *b, uint64_t *n)
{
    enum { MOST_DIGITS = 18 };
    bool whole;
    *n = 0;
    if (decimal_adjusted(b) >= MOST_DIGITS)
        return true;
    if (!decimal_is_whole(m, b, &whole))
        return false;
    if (!whole)
        return true;
    struct decimal_work w = {0};
    bool done = decimal_rescale(m, b, 0, ROUND_DOWN, &w, &whole);
    if (done)
        *n = w.c.limb[0];
    magnitude_drop(m, &w.c);
    return done;
}

static bool compute(Machine *m, struct factor *x, const struct decimal_view *a,
                    const struct decimal_view *b, uint64_t n, const ContextObject *c,
                    uint32_t *status)
{
    ContextObject work = *c; /* nobody else sees it */
    struct factor base = {0};
    struct decimal_view magnitude = *a;
    magnitude.negative = false;
    work.prec += (int64_t)b->digits + b->exponent + 2 + b->negative;
    work.rounding = ROUND_HALF_EVEN;
    work.clamp = 0;
    bool done =
        b->negative ? reciprocal(m, &base, &magnitude, &work, status) : keep(m, &base, &magnitude);
    done = done && raise_to(m, x, &base, n, &work, status);
    if (x->v.kind)
        x->v = (struct decimal_view){
            .limb = &one_limb, .size = 1, .digits = 1, .exponent = 2 * DECIMAL_MAX_PREC};
    magnitude_drop(m, &base.own);
    return done;
}

Object *decimal_power(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                      ContextObject *c, bool *known)
{
    struct decimal_view magnitude = *a;
    struct factor x = {0};
    struct magnitude room = {0};
    Object *result = NULL;
    uint64_t n;
    uint32_t status = 0;
    int order;
    bool outside = false;
    magnitude.negative = *known = false;
    if (a->kind || b->kind || !a->size || !b->size)
        return NULL;
    if (!whole_exponent(m, b, &n) || !decimal_compare(m, &magnitude, &one, &order))
        return NULL;
    *known = n && order;
    if (*known && check_bounds(m, a, b, c, &x.v, &outside) &&
        (outside || compute(m, &x, a, b, n, c, &status))) {
        x.v.negative = a->negative && n & 1;
        if (decimal_round(m, &x.v, &room, c, &status) && decimal_note(m, c, status) == 0)
            result = decimal_make(m, m->types.decimal, &x.v);
    }
    magnitude_drop(m, &room);
    magnitude_drop(m, &x.own);
    return result;
}
