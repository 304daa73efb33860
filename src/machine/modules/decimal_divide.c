/* Quotients and square roots of decimal numbers: see decimal_internal.h. */
#include "decimal_internal.h"

#include <gmp.h>

/* Of an infinity, or by zero. */
static Object *infinite_quotient(Machine *m, const struct decimal_view *a,
                                 const struct decimal_view *b, bool negative, ContextObject *c)
{
    if (a->kind)
        return b->kind ? decimal_invalid(m, c, DECIMAL_INVALID)
                       : decimal_of_kind(m, DECIMAL_INFINITE, negative);
    if (!a->size)
        return decimal_invalid(m, c, DECIMAL_UNDEFINED);
    return decimal_note(m, c, DECIMAL_ZERO) < 0 ? NULL
                                                : decimal_of_kind(m, DECIMAL_INFINITE, negative);
}

/* Not exact, so that a last digit of 0 or 5 must not look so; exact, with as few zeros as the ideal
 * exponent asks for. */
static void set_last_digits(struct decimal_work *w, bool inexact, int64_t ideal)
{
    if (inexact && magnitude_mod5(&w->c) == 0)
        magnitude_increment(&w->c);
    if (!inexact && w->exponent < ideal)
        w->exponent += (int64_t)magnitude_strip_zeros(&w->c, (uint64_t)(ideal - w->exponent));
}

bool decimal_quotient(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                      int64_t prec, struct decimal_work *w)
{
    int64_t ideal = a->exponent - b->exponent;
    int64_t shift = (int64_t)b->digits - (int64_t)a->digits + prec + 1;
    struct magnitude scaled = {0}, rest = {0};
    bool done;
    w->negative = a->negative != b->negative;
    w->exponent = ideal - shift;
    if (shift >= 0)
        done = magnitude_scaled(m, &scaled, a->limb, a->size, (uint64_t)shift) &&
               magnitude_divide(m, &w->c, &rest, scaled.limb, scaled.size, b->limb, b->size);
    else
        done = magnitude_scaled(m, &scaled, b->limb, b->size, (uint64_t)-shift) &&
               magnitude_divide(m, &w->c, &rest, a->limb, a->size, scaled.limb, scaled.size);
    if (done)
        set_last_digits(w, rest.size, ideal);
    magnitude_drop(m, &scaled);
    magnitude_drop(m, &rest);
    return done;
}

Object *decimal_divide(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                       ContextObject *c)
{
    if (decimal_is_nan(a) || decimal_is_nan(b))
        return decimal_nan_of(m, c, a, b);
    bool negative = a->negative != b->negative;
    if (b->kind && !a->kind)
        return decimal_finish_zero(m, negative, c->emin - c->prec + 1, c, DECIMAL_CLAMPED);
    if (a->kind || !b->size)
        return infinite_quotient(m, a, b, negative, c);
    if (!a->size)
        return decimal_finish_zero(m, negative, a->exponent - b->exponent, c, 0);
    struct decimal_work w = {0};
    Object *result = decimal_quotient(m, a, b, c->prec, &w) ? decimal_finish(m, &w, c, 0) : NULL;
    magnitude_drop(m, &w.c);
    return result;
}

/* ---- whole quotients ------------------------------------------------------------------------- */

/* |a| // |b| of finite numbers, b not zero, and what remains of |a|. */
struct whole_quotient {
    struct decimal_work q, r;
    bool impossible; /* the quotient has more digits than there is room for */
};

static void drop_quotient(Machine *m, struct whole_quotient *w)
{
    magnitude_drop(m, &w->q.c);
    magnitude_drop(m, &w->r.c);
}

static bool divide_scaled(Machine *m, struct whole_quotient *w, const struct decimal_view *a,
                          const struct decimal_view *b, int64_t exponent)
{
    struct magnitude x = {0}, y = {0};
    bool done = magnitude_scaled(m, &x, a->limb, a->size, (uint64_t)(a->exponent - exponent)) &&
                magnitude_scaled(m, &y, b->limb, b->size, (uint64_t)(b->exponent - exponent)) &&
                magnitude_divide(m, &w->q.c, &w->r.c, x.limb, x.size, y.limb, y.size);
    magnitude_drop(m, &x);
    magnitude_drop(m, &y);
    return done;
}

static bool divide_whole(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                         const ContextObject *c, struct whole_quotient *w)
{
    int64_t gap = a->size ? decimal_adjusted(a) - decimal_adjusted(b) : 0;
    int64_t exponent = a->exponent < b->exponent ? a->exponent : b->exponent;
    *w = (struct whole_quotient){.r.exponent = exponent,
                                 .q.negative = a->negative != b->negative,
                                 .r.negative = a->negative};
    if (!a->size)
        return true;
    if (gap > c->prec) {
        w->impossible = true;
        return true;
    }
    if (gap < 0) /* the quotient is 0 */
        return magnitude_scaled(m, &w->r.c, a->limb, a->size, (uint64_t)(a->exponent - exponent));
    size_t digits = 0;
    if (!divide_scaled(m, w, a, b, exponent) ||
        !magnitude_digits(m, w->q.c.limb, w->q.c.size, &digits)) {
        drop_quotient(m, w);
        return false;
    }
    w->impossible = digits > (size_t)c->prec;
    return true;
}

Object *decimal_divide_int(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                           ContextObject *c)
{
    if (decimal_is_nan(a) || decimal_is_nan(b))
        return decimal_nan_of(m, c, a, b);
    bool negative = a->negative != b->negative;
    if (b->kind && !a->kind)
        return decimal_make(m, m->types.decimal,
                            &(struct decimal_view){.negative = negative, .digits = 1});
    if (a->kind || !b->size)
        return infinite_quotient(m, a, b, negative, c);
    struct whole_quotient w;
    if (!divide_whole(m, a, b, c, &w))
        return NULL;
    Object *result =
        w.impossible ? decimal_invalid(m, c, DECIMAL_IMPOSSIBLE) : decimal_finish(m, &w.q, c, 0);
    drop_quotient(m, &w);
    return result;
}

Object *decimal_remainder(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                          ContextObject *c)
{
    if (decimal_is_nan(a) || decimal_is_nan(b))
        return decimal_nan_of(m, c, a, b);
    if (a->kind)
        return decimal_invalid(m, c, DECIMAL_INVALID);
    if (b->kind)
        return decimal_finish_view(m, a, a->negative, c);
    if (!b->size)
        return decimal_invalid(m, c, a->size ? DECIMAL_INVALID : DECIMAL_UNDEFINED);
    struct whole_quotient w;
    if (!divide_whole(m, a, b, c, &w))
        return NULL;
    Object *result =
        w.impossible ? decimal_invalid(m, c, DECIMAL_IMPOSSIBLE) : decimal_finish(m, &w.r, c, 0);
    drop_quotient(m, &w);
    return result;
}

/* Steals both; what is one object becomes two. */
static Object *pair(Machine *m, Object *quotient, Object *remainder)
{
    if (quotient && quotient == remainder) {
        struct decimal_view v = decimal_view_of((DecimalObject *)quotient);
        remainder = decimal_with_sign(m, &v, v.negative);
        decref(m, quotient);
    }
    Object *both = quotient && remainder ? tuple_pack(m, 2, quotient, remainder) : NULL;
    xdecref(m, quotient);
    xdecref(m, remainder);
    return both;
}

/* Of an infinity, or by zero: the remainder is none. */
static Object *undefined_divmod(Machine *m, const struct decimal_view *a,
                                const struct decimal_view *b, bool negative, ContextObject *c)
{
    uint32_t condition = a->kind   ? DECIMAL_INVALID
                         : a->size ? DECIMAL_INVALID | DECIMAL_ZERO
                                   : DECIMAL_UNDEFINED;
    Object *nan = decimal_invalid(m, c, condition);
    if (!nan)
        return NULL;
    bool infinite = a->kind ? !b->kind : a->size;
    return pair(m, infinite ? decimal_of_kind(m, DECIMAL_INFINITE, negative) : newref(nan), nan);
}

/* Both rounded, then the conditions of both noted. */
static Object *finish_both(Machine *m, struct whole_quotient *w, ContextObject *c)
{
    struct magnitude room_q = {0}, room_r = {0};
    struct decimal_view q = {.negative = w->q.negative, .limb = w->q.c.limb, .size = w->q.c.size};
    struct decimal_view r = {.negative = w->r.negative,
                             .limb = w->r.c.limb,
                             .size = w->r.c.size,
                             .exponent = w->r.exponent};
    uint32_t status = 0;
    Object *result = NULL;
    if (decimal_round(m, &q, &room_q, c, &status) && decimal_round(m, &r, &room_r, c, &status) &&
        decimal_note(m, c, status) == 0)
        result =
            pair(m, decimal_make(m, m->types.decimal, &q), decimal_make(m, m->types.decimal, &r));
    magnitude_drop(m, &room_q);
    magnitude_drop(m, &room_r);
    return result;
}

/* The quotient by an infinity is 0, and all remains. */
static Object *divmod_by_infinity(Machine *m, const struct decimal_view *a, bool negative,
                                  ContextObject *c)
{
    Object *rest = decimal_finish_view(m, a, a->negative, c);
    Object *zero = rest ? decimal_make(m, m->types.decimal,
                                       &(struct decimal_view){.negative = negative, .digits = 1})
                        : NULL;
    return pair(m, zero, rest);
}

Object *decimal_divmod(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                       ContextObject *c)
{
    if (decimal_is_nan(a) || decimal_is_nan(b)) {
        Object *nan = decimal_nan_of(m, c, a, b);
        return nan ? pair(m, newref(nan), nan) : NULL;
    }
    bool negative = a->negative != b->negative;
    if (a->kind || decimal_is_zero(b))
        return undefined_divmod(m, a, b, negative, c);
    if (b->kind)
        return divmod_by_infinity(m, a, negative, c);
    struct whole_quotient w;
    if (!divide_whole(m, a, b, c, &w))
        return NULL;
    Object *nan = w.impossible ? decimal_invalid(m, c, DECIMAL_IMPOSSIBLE) : NULL;
    Object *result = nan ? pair(m, newref(nan), nan) : w.impossible ? NULL : finish_both(m, &w, c);
    drop_quotient(m, &w);
    return result;
}

/* ---- roots ----------------------------------------------------------------------------------- */

static int64_t half(int64_t exponent)
{
    return exponent >= 0 ? exponent / 2 : -((1 - exponent) / 2);
}

/* The root of a coefficient with enough zeros behind it, rounded down. */
static bool whole_root(Machine *m, struct magnitude *root, const struct decimal_view *a,
                       uint64_t zeros, bool *inexact)
{
    struct magnitude square = {0}, rest = {0};
    bool done = magnitude_scaled(m, &square, a->limb, a->size, zeros) &&
                magnitude_reserve(m, root, square.size / 2 + 2) &&
                magnitude_reserve(m, &rest, square.size + 1);
    if (done) {
        *inexact = mpn_sqrtrem(root->limb, rest.limb, square.limb, (mp_size_t)square.size) != 0;
        root->size = (square.size + 1) / 2;
        magnitude_trim(root);
    }
    magnitude_drop(m, &square);
    magnitude_drop(m, &rest);
    return done;
}

/* Rounds half to even, whatever the context says. */
Object *decimal_sqrt(Machine *m, const struct decimal_view *a, ContextObject *c)
{
    if (decimal_is_nan(a))
        return decimal_nan_of(m, c, a, NULL);
    int64_t ideal = half(a->exponent);
    if (decimal_is_zero(a))
        return decimal_finish_zero(m, a->negative, ideal, c, 0);
    if (a->negative)
        return decimal_invalid(m, c, DECIMAL_INVALID);
    if (a->kind)
        return decimal_of_kind(m, DECIMAL_INFINITE, false);
    bool odd = a->exponent & 1, inexact = false;
    int64_t shift = c->prec + 1 - ((int64_t)a->digits + odd + 1) / 2;
    if (shift < 0)
        shift = 0;
    struct decimal_work w = {.exponent = ideal - shift};
    Object *result = NULL;
    uint8_t rounding = c->rounding;
    c->rounding = ROUND_HALF_EVEN;
    if (whole_root(m, &w.c, a, 2 * (uint64_t)shift + odd, &inexact)) {
        set_last_digits(&w, inexact, ideal);
        result = decimal_finish(m, &w, c, 0);
    }
    c->rounding = rounding;
    magnitude_drop(m, &w.c);
    return result;
}
