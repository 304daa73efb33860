/* Sums, products, order and exponents of decimal numbers: see decimal_internal.h. */
#include "decimal_internal.h"

#include "../objects/int_limbs.h"

#include <gmp.h>

/* ---- sums ------------------------------------------------------------------------------------ */

/* A zero's exponent counts as far as there is room for zeros. */
static Object *add_to_zero(Machine *m, const struct decimal_view *v, bool negative, int64_t zero,
                           ContextObject *c)
{
    int64_t room = c->prec - (int64_t)v->digits;
    int64_t lowest = v->exponent - (room > 0 ? room : 0) - 1;
    int64_t exponent = zero < v->exponent ? zero : v->exponent;
    struct decimal_work w = {.exponent = exponent > lowest ? exponent : lowest,
                             .negative = negative};
    if (!magnitude_scaled(m, &w.c, v->limb, v->size, (uint64_t)(v->exponent - w.exponent)))
        return NULL;
    return decimal_finish(m, &w, c, 0);
}

/* |a| + |b| or their difference, in units of the same place. */
static bool add_magnitudes(Machine *m, struct decimal_work *w, const uint64_t *a, size_t na,
                           bool negative_a, const uint64_t *b, size_t nb, bool negative_b)
{
    int order = magnitude_compare(a, na, b, nb);
    if (order < 0) {
        const uint64_t *swap = a;
        a = b;
        b = swap;
        size_t n = na;
        na = nb;
        nb = n;
    }
    w->negative = order < 0 ? negative_b : negative_a;
    if (!magnitude_reserve(m, &w->c, na + 1))
        return false;
    if (negative_a == negative_b)
        w->c.limb[na] = mpn_add(w->c.limb, a, (mp_size_t)na, b, (mp_size_t)nb);
    else
        w->c.limb[na] = mpn_sub(w->c.limb, a, (mp_size_t)na, b, (mp_size_t)nb);
    w->c.size = na + 1;
    magnitude_trim(&w->c);
    return true;
}

/* What lies far below the other's digits only decides how these are rounded: then it counts as one
 * unit there. */
static Object *add_apart(Machine *m, const struct decimal_view *large, bool negative_large,
                         struct decimal_view small, bool negative_small, ContextObject *c)
{
    static const uint64_t one = 1;
    int64_t beyond = (int64_t)large->digits - c->prec - 2;
    int64_t lowest = large->exponent + (beyond < -1 ? beyond : -1);
    if (decimal_adjusted(&small) < lowest)
        small = (struct decimal_view){.limb = &one, .size = 1, .digits = 1, .exponent = lowest};
    struct decimal_work w = {.exponent = small.exponent};
    struct magnitude scaled = {0};
    bool done = magnitude_scaled(m, &scaled, large->limb, large->size,
                                 (uint64_t)(large->exponent - small.exponent)) &&
                add_magnitudes(m, &w, scaled.limb, scaled.size, negative_large, small.limb,
                               small.size, negative_small);
    magnitude_drop(m, &scaled);
    if (done && !w.c.size)
        w.negative = c->rounding == ROUND_FLOOR;
    return done ? decimal_finish(m, &w, c, 0) : NULL;
}

static Object *sum(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                   bool negative_b, ContextObject *c)
{
    if (decimal_is_nan(a) || decimal_is_nan(b))
        return decimal_nan_of(m, c, a, b);
    if (a->kind || b->kind) {
        if (a->kind && b->kind && a->negative != negative_b)
            return decimal_invalid(m, c, DECIMAL_INVALID);
        return decimal_of_kind(m, DECIMAL_INFINITE, a->kind ? a->negative : negative_b);
    }
    if (!a->size && !b->size) {
        bool negative = a->negative == negative_b ? negative_b : c->rounding == ROUND_FLOOR;
        return decimal_finish_zero(m, negative,
                                   a->exponent < b->exponent ? a->exponent : b->exponent, c, 0);
    }
    if (!a->size)
        return add_to_zero(m, b, negative_b, a->exponent, c);
    if (!b->size)
        return add_to_zero(m, a, a->negative, b->exponent, c);
    if (a->exponent > b->exponent)
        return add_apart(m, a, a->negative, *b, negative_b, c);
    if (a->exponent < b->exponent)
        return add_apart(m, b, negative_b, *a, a->negative, c);
    struct decimal_work w = {.exponent = a->exponent};
    if (!add_magnitudes(m, &w, a->limb, a->size, a->negative, b->limb, b->size, negative_b))
        return NULL;
    if (!w.c.size)
        w.negative = c->rounding == ROUND_FLOOR;
    return decimal_finish(m, &w, c, 0);
}

Object *decimal_add(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                    ContextObject *c)
{
    return sum(m, a, b, b->negative, c);
}

Object *decimal_subtract(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                         ContextObject *c)
{
    return sum(m, a, b, !b->negative, c);
}

/* ---- products -------------------------------------------------------------------------------- */

Object *decimal_multiply(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                         ContextObject *c)
{
    if (decimal_is_nan(a) || decimal_is_nan(b))
        return decimal_nan_of(m, c, a, b);
    bool negative = a->negative != b->negative;
    if (a->kind || b->kind) {
        if (decimal_is_zero(a) || decimal_is_zero(b))
            return decimal_invalid(m, c, DECIMAL_INVALID);
        return decimal_of_kind(m, DECIMAL_INFINITE, negative);
    }
    struct decimal_work w = {.exponent = a->exponent + b->exponent, .negative = negative};
    if (!magnitude_product(m, &w.c, a->limb, a->size, b->limb, b->size))
        return NULL;
    return decimal_finish(m, &w, c, 0);
}

/* ---- signs ----------------------------------------------------------------------------------- */

/* A zero is negative only where rounding goes down. */
static Object *with_sign(Machine *m, const struct decimal_view *a, bool negative, ContextObject *c)
{
    if (decimal_is_nan(a))
        return decimal_nan_of(m, c, a, NULL);
    if (decimal_is_zero(a))
        negative = negative && c->rounding == ROUND_FLOOR;
    return decimal_finish_view(m, a, negative, c);
}

Object *decimal_plus(Machine *m, const struct decimal_view *a, ContextObject *c)
{
    return with_sign(m, a, a->negative, c);
}

Object *decimal_minus(Machine *m, const struct decimal_view *a, ContextObject *c)
{
    return with_sign(m, a, !a->negative, c);
}

Object *decimal_absolute(Machine *m, const struct decimal_view *a, ContextObject *c)
{
    return decimal_is_nan(a) ? decimal_nan_of(m, c, a, NULL) : decimal_finish_view(m, a, false, c);
}

/* ---- order ----------------------------------------------------------------------------------- */

/* 0 of zeros, else by the sign 1 of finite numbers and 2 of infinities. */
static int rank(const struct decimal_view *v)
{
    int n = v->kind ? 2 : v->size ? 1 : 0;
    return v->negative ? -n : n;
}

/* Two magnitudes whose first digits stand at the same place. */
static bool compare_digits(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                           int *order)
{
    if (a->exponent < b->exponent) {
        bool done = compare_digits(m, b, a, order);
        *order = -*order;
        return done;
    }
    struct magnitude scaled = {0};
    bool done =
        magnitude_scaled(m, &scaled, a->limb, a->size, (uint64_t)(a->exponent - b->exponent));
    *order = done ? magnitude_compare(scaled.limb, scaled.size, b->limb, b->size) : 0;
    magnitude_drop(m, &scaled);
    return done;
}

bool decimal_compare(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                     int *order)
{
    int x = rank(a), y = rank(b);
    int64_t at = decimal_adjusted(a), other = decimal_adjusted(b);
    *order = (x > y) - (x < y);
    if (*order || (x != 1 && x != -1))
        return true;
    *order = (at > other) - (at < other);
    bool done = at != other || compare_digits(m, a, b, order);
    *order *= x;
    return done;
}

/* ---- exponents ------------------------------------------------------------------------------- */

Object *decimal_quantize(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                         enum decimal_rounding rounding, ContextObject *c)
{
    if (decimal_is_nan(a) || decimal_is_nan(b))
        return decimal_nan_of(m, c, a, b);
    if (a->kind || b->kind)
        return a->kind && b->kind ? decimal_of_kind(m, DECIMAL_INFINITE, a->negative)
                                  : decimal_invalid(m, c, DECIMAL_INVALID);
    int64_t exponent = b->exponent;
    if (exponent < c->emin - c->prec + 1 || exponent > c->emax)
        return decimal_invalid(m, c, DECIMAL_INVALID);
    if (!a->size)
        return decimal_finish_zero(m, a->negative, exponent, c, 0);
    if (decimal_adjusted(a) > c->emax || decimal_adjusted(a) - exponent + 1 > c->prec)
        return decimal_invalid(m, c, DECIMAL_INVALID);
    struct decimal_work w = {0};
    bool inexact;
    size_t digits;
    if (!decimal_rescale(m, a, exponent, rounding, &w, &inexact) ||
        !magnitude_digits(m, w.c.limb, w.c.size, &digits)) {
        magnitude_drop(m, &w.c);
        return NULL;
    }
    if (digits > (size_t)c->prec || exponent + (int64_t)digits - 1 > c->emax) {
        magnitude_drop(m, &w.c);
        return decimal_invalid(m, c, DECIMAL_INVALID);
    }
    uint32_t status = exponent > a->exponent ? DECIMAL_ROUNDED : 0;
    return decimal_finish(m, &w, c, status | (inexact ? DECIMAL_INEXACT : 0));
}

/* Rounded, and without the zeros at its end. */
Object *decimal_normalize(Machine *m, const struct decimal_view *a, ContextObject *c)
{
    if (decimal_is_nan(a))
        return decimal_nan_of(m, c, a, NULL);
    Object *rounded = decimal_finish_view(m, a, a->negative, c);
    if (!rounded || a->kind || ((DecimalObject *)rounded)->kind)
        return rounded;
    struct decimal_view v = decimal_view_of((DecimalObject *)rounded);
    struct magnitude digits = {0};
    Object *result = NULL;
    if (magnitude_set(m, &digits, v.limb, v.size)) {
        int64_t top = c->clamp ? c->emax - c->prec + 1 : c->emax;
        uint64_t most = top > v.exponent ? (uint64_t)(top - v.exponent) : 0;
        uint64_t stripped = magnitude_strip_zeros(&digits, most);
        v.exponent = v.size ? v.exponent + (int64_t)stripped : 0;
        v.digits -= stripped;
        v.limb = digits.limb;
        v.size = digits.size;
        result = decimal_make(m, m->types.decimal, &v);
    }
    magnitude_drop(m, &digits);
    decref(m, rounded);
    return result;
}

bool decimal_is_whole(Machine *m, const struct decimal_view *v, bool *whole)
{
    struct magnitude q = {0};
    enum remainder rest = REMAINDER_LESS;
    *whole = v->exponent >= 0 || !v->size;
    if (*whole || -v->exponent >= (int64_t)v->digits)
        return true;
    bool done = magnitude_cut(m, &q, v->limb, v->size, (uint64_t)-v->exponent, &rest);
    magnitude_drop(m, &q);
    *whole = rest == REMAINDER_NONE;
    return done;
}
