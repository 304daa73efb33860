/* Results of decimal operations: made, rounded into a context.  See decimal_internal.h. */
#include "decimal_internal.h"

#include "../gc.h"
#include "../objects/int_limbs.h"

#include <string.h>

enum { WORD_DIGITS = 19, WORDS_INSIDE = 4, WORD_BYTES = 8 }; /* of CPython's libmpdec */

/* ---- numbers --------------------------------------------------------------------------------- */

static size_t words_apart(size_t digits)
{
    size_t words = (digits + WORD_DIGITS - 1) / WORD_DIGITS;
    return words > WORDS_INSIDE ? words * WORD_BYTES : 0;
}

ssize_t decimal_sizeof(Machine *m, Object *o)
{
    (void)m;
    return o->type->tp_basicsize + (ssize_t)words_apart(((DecimalObject *)o)->digits);
}

void decimal_dealloc(Machine *m, Object *o)
{
    DecimalObject *d = (DecimalObject *)o;
    if (o->flags & OBJECT_GC)
        gc_untrack(m, o);
    if (d->address)
        pymalloc_free(m, d->address, words_apart(d->digits));
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

Object *decimal_make(Machine *m, Type *type, const struct decimal_view *v)
{
    size_t digits = v->digits;
    if (!digits && !magnitude_digits(m, v->limb, v->size, &digits))
        return NULL;
    size_t size = type->size > sizeof(DecimalObject) ? type->size : sizeof(DecimalObject);
    DecimalObject *d =
        object_new(m, type, size + v->size * sizeof(uint64_t), (size_t)type->tp_basicsize);
    if (!d)
        return NULL;
    d->exponent = v->exponent;
    d->digits = digits;
    d->kind = (uint8_t)v->kind;
    d->negative = v->negative;
    d->size = v->size;
    if (v->size)
        memcpy(d->limb, v->limb, v->size * sizeof(uint64_t));
    if (words_apart(digits))
        d->address = pymalloc_alloc(m, words_apart(digits));
    if (d->ob_base.flags & OBJECT_GC)
        gc_track(m, &d->ob_base);
    return &d->ob_base;
}

Object *decimal_of_kind(Machine *m, enum decimal_kind kind, bool negative)
{
    return decimal_make(m, m->types.decimal,
                        &(struct decimal_view){.kind = kind, .negative = negative, .digits = 1});
}

Object *decimal_with_sign(Machine *m, const struct decimal_view *v, bool negative)
{
    struct decimal_view copy = *v;
    copy.negative = negative;
    return decimal_make(m, m->types.decimal, &copy);
}

struct decimal_view decimal_view_of(const DecimalObject *d)
{
    return (struct decimal_view){.kind = d->kind,
                                 .negative = d->negative,
                                 .exponent = d->exponent,
                                 .limb = d->limb,
                                 .size = d->size,
                                 .digits = d->digits};
}

int decimal_view(Machine *m, Object *o, struct decimal_view *v)
{
    if (type_is_subtype(o->type, m->types.decimal)) {
        *v = decimal_view_of((DecimalObject *)o);
        return 1;
    }
    if (!is_int(o))
        return 0;
    *v = (struct decimal_view){
        .negative = int_negative(o), .limb = int_data(o), .size = int_limbs(o)};
    return magnitude_digits(m, v->limb, v->size, &v->digits) ? 1 : -1;
}

bool decimal_argument(Machine *m, Object *o, struct decimal_view *v)
{
    int known = decimal_view(m, o, v);
    if (!known)
        error_set(m, EXC_TypeError, "conversion from %T to Decimal is not supported", o);
    return known > 0;
}

Object *decimal_invalid(Machine *m, ContextObject *c, uint32_t condition)
{
    return decimal_note(m, c, condition) < 0 ? NULL : decimal_of_kind(m, DECIMAL_QUIET, false);
}

/* ---- NaNs ------------------------------------------------------------------------------------ */

static const struct decimal_view *
first_of_kind(enum decimal_kind kind, const struct decimal_view *a, const struct decimal_view *b)
{
    return a->kind == kind ? a : b && b->kind == kind ? b : NULL;
}

/* A payload keeps as many of its last digits as there is room for. */
static Object *with_payload(Machine *m, const struct decimal_view *nan, const ContextObject *c)
{
    struct decimal_view v = {.kind = DECIMAL_QUIET,
                             .negative = nan->negative,
                             .limb = nan->limb,
                             .size = nan->size,
                             .digits = nan->digits};
    uint64_t most = (uint64_t)(c->prec - c->clamp);
    if (nan->digits <= most && (most || !nan->size))
        return decimal_make(m, m->types.decimal, &v);
    struct magnitude unit = {0}, q = {0}, rest = {0};
    Object *result = NULL;
    if (magnitude_power10(m, &unit, most) &&
        magnitude_divide(m, &q, &rest, nan->limb, nan->size, unit.limb, unit.size)) {
        v.limb = rest.limb;
        v.size = rest.size;
        v.digits = 0;
        result = decimal_make(m, m->types.decimal, &v);
    }
    magnitude_drop(m, &unit);
    magnitude_drop(m, &q);
    magnitude_drop(m, &rest);
    return result;
}

Object *decimal_nan_of(Machine *m, ContextObject *c, const struct decimal_view *a,
                       const struct decimal_view *b)
{
    const struct decimal_view *nan = first_of_kind(DECIMAL_SIGNALING, a, b);
    if (nan && decimal_note(m, c, DECIMAL_INVALID) < 0)
        return NULL;
    return with_payload(m, nan ? nan : first_of_kind(DECIMAL_QUIET, a, b), c);
}

/* ---- rounding -------------------------------------------------------------------------------- */

/* Does the last digit kept go up by one? */
static bool rounds_up(enum decimal_rounding rounding, const struct magnitude *kept,
                      enum remainder rest, bool negative)
{
    if (rest == REMAINDER_NONE)
        return false;
    switch (rounding) {
    case ROUND_HALF_EVEN:
        return rest == REMAINDER_MORE ||
               (rest == REMAINDER_HALF && kept->size && kept->limb[0] & 1);
    case ROUND_HALF_UP:
        return rest >= REMAINDER_HALF;
    case ROUND_HALF_DOWN:
        return rest == REMAINDER_MORE;
    case ROUND_UP:
        return true;
    case ROUND_CEILING:
        return !negative;
    case ROUND_FLOOR:
        return negative;
    case ROUND_05UP:
        return magnitude_mod5(kept) == 0;
    default:
        return false;
    }
}

/* Without its last digits, rounded. */
static bool drop_digits(Machine *m, struct magnitude *q, const struct decimal_view *v,
                        uint64_t places, enum decimal_rounding rounding, bool *inexact, bool *up)
{
    enum remainder rest;
    if (places > v->digits + 1) { /* all are lost, and less than half of the last place */
        rest = v->size ? REMAINDER_LESS : REMAINDER_NONE;
        if (!magnitude_reserve(m, q, 1))
            return false;
    } else if (!magnitude_cut(m, q, v->limb, v->size, places, &rest)) {
        return false;
    }
    *inexact = rest != REMAINDER_NONE;
    *up = rounds_up(rounding, q, rest, v->negative);
    if (*up)
        magnitude_increment(q);
    return true;
}

/* The largest number: as many nines as there is room for. */
static bool set_largest(Machine *m, struct decimal_view *v, struct magnitude *room,
                        const ContextObject *c)
{
    if (!magnitude_power10(m, room, (uint64_t)c->prec))
        return false;
    for (size_t i = 0; room->limb[i]-- == 0;)
        i++;
    magnitude_trim(room);
    v->exponent = c->emax - c->prec + 1;
    v->digits = (size_t)c->prec;
    v->limb = room->limb;
    v->size = room->size;
    return true;
}

static bool set_overflow(Machine *m, struct decimal_view *v, struct magnitude *room,
                         const ContextObject *c, uint32_t *status)
{
    enum decimal_rounding rounding = (enum decimal_rounding)c->rounding;
    *status |= DECIMAL_OVERFLOW | DECIMAL_INEXACT | DECIMAL_ROUNDED;
    if (rounding == ROUND_DOWN || rounding == ROUND_05UP ||
        rounding == (v->negative ? ROUND_CEILING : ROUND_FLOOR))
        return set_largest(m, v, room, c);
    *v = (struct decimal_view){.kind = DECIMAL_INFINITE, .negative = v->negative, .digits = 1};
    return true;
}

static void round_zero(struct decimal_view *v, const ContextObject *c, uint32_t *status)
{
    int64_t tiny = c->emin - c->prec + 1, most = c->clamp ? c->emax - c->prec + 1 : c->emax;
    int64_t exponent = v->exponent < tiny ? tiny : v->exponent;
    if (exponent > most)
        exponent = most;
    if (v->exponent != exponent)
        *status |= DECIMAL_CLAMPED;
    v->exponent = exponent;
    v->digits = 1;
}

/* More digits than there is room for, or below the smallest exponent, `least` being the exponent
 * that the last digit kept has. */
static bool round_off(Machine *m, struct decimal_view *v, struct magnitude *room,
                      const ContextObject *c, int64_t least, bool subnormal, uint32_t *status)
{
    bool inexact, up;
    if (!drop_digits(m, room, v, (uint64_t)(least - v->exponent), c->rounding, &inexact, &up))
        return false;
    size_t digits = (size_t)c->prec;
    if ((up || subnormal) && !magnitude_digits(m, room->limb, room->size, &digits))
        return false;
    if (digits > (size_t)c->prec) {
        magnitude_tenth(room);
        digits--;
        least++;
    }
    if (least > c->emax - c->prec + 1)
        return set_overflow(m, v, room, c, status);
    *status |= DECIMAL_ROUNDED | (inexact ? DECIMAL_INEXACT : 0);
    if (subnormal)
        *status |= DECIMAL_SUBNORMAL | (inexact ? DECIMAL_UNDERFLOW : 0) |
                   (room->size ? 0 : DECIMAL_CLAMPED);
    v->exponent = least;
    v->digits = digits;
    v->limb = room->limb;
    v->size = room->size;
    return true;
}

/* The exponent comes down to the highest that a full coefficient may have. */
static bool clamp_exponent(Machine *m, struct decimal_view *v, struct magnitude *room, int64_t top,
                           uint32_t *status)
{
    *status |= DECIMAL_CLAMPED;
    if (!magnitude_scaled(m, room, v->limb, v->size, (uint64_t)(v->exponent - top)))
        return false;
    v->digits += (size_t)(v->exponent - top);
    v->limb = room->limb;
    v->size = room->size;
    v->exponent = top;
    return true;
}

bool decimal_round(Machine *m, struct decimal_view *v, struct magnitude *room,
                   const ContextObject *c, uint32_t *status)
{
    if (!v->size) {
        round_zero(v, c, status);
        return true;
    }
    if (!v->digits && !magnitude_digits(m, v->limb, v->size, &v->digits))
        return false;
    int64_t tiny = c->emin - c->prec + 1, top = c->emax - c->prec + 1;
    int64_t least = (int64_t)v->digits + v->exponent - c->prec;
    if (least > top)
        return set_overflow(m, v, room, c, status);
    bool subnormal = least < tiny;
    if (subnormal)
        least = tiny;
    if (v->exponent < least)
        return round_off(m, v, room, c, least, subnormal, status);
    if (subnormal && decimal_adjusted(v) < c->emin)
        *status |= DECIMAL_SUBNORMAL;
    return !c->clamp || v->exponent <= top || clamp_exponent(m, v, room, top, status);
}

/* ---- results --------------------------------------------------------------------------------- */

static Object *finish(Machine *m, struct decimal_view *v, ContextObject *c, uint32_t status)
{
    struct magnitude room = {0};
    Object *result = NULL;
    if (decimal_round(m, v, &room, c, &status) && decimal_note(m, c, status) == 0)
        result = decimal_make(m, m->types.decimal, v);
    magnitude_drop(m, &room);
    return result;
}

Object *decimal_finish(Machine *m, struct decimal_work *w, ContextObject *c, uint32_t status)
{
    struct decimal_view v = {
        .negative = w->negative, .exponent = w->exponent, .limb = w->c.limb, .size = w->c.size};
    Object *result = finish(m, &v, c, status);
    magnitude_drop(m, &w->c);
    return result;
}

Object *decimal_finish_zero(Machine *m, bool negative, int64_t exponent, ContextObject *c,
                            uint32_t status)
{
    struct decimal_view v = {.negative = negative, .exponent = exponent};
    return finish(m, &v, c, status);
}

Object *decimal_finish_view(Machine *m, const struct decimal_view *v, bool negative,
                            ContextObject *c)
{
    struct decimal_view copy = *v;
    copy.negative = negative;
    return copy.kind == DECIMAL_FINITE ? finish(m, &copy, c, 0)
                                       : decimal_make(m, m->types.decimal, &copy);
}

bool decimal_rescale(Machine *m, const struct decimal_view *v, int64_t exponent,
                     enum decimal_rounding rounding, struct decimal_work *w, bool *inexact)
{
    bool up;
    *inexact = false;
    w->exponent = exponent;
    w->negative = v->negative;
    if (v->exponent >= exponent)
        return magnitude_scaled(m, &w->c, v->limb, v->size, (uint64_t)(v->exponent - exponent));
    return drop_digits(m, &w->c, v, (uint64_t)(exponent - v->exponent), rounding, inexact, &up);
}
