/* Inside decimal: Modules/_decimal/_decimal.c and its libmpdec, on GMP's mpn layer.
 *
 * A number is a sign, a kind, a coefficient and an exponent of ten.  CPython keeps coefficients in
 * words of 19 decimal digits; ours are limbs of 64 bits, as ints have them: sums and products are
 * then those of ints, and only rounding divides, by a power of ten.  Sizes are told as CPython's.
 *
 * An operation reads two struct decimal_view (of Decimals or ints; nothing is copied), makes a
 * struct decimal_work that is exact, or as exact as is needed to round it once, and hands it to
 * decimal_finish, which rounds it into the context and notes the conditions that arose.
 *
 * What is seldom used (exp, ln, powers that are not whole, formats, the remaining methods) is
 * Python, in modules/python/decimal.*.py, on top of this; decimal._core is the door between the
 * two.
 *
 * Functions that return bool give false with MemoryError set. */
#ifndef PYVIZ_MACHINE_MODULES_DECIMAL_INTERNAL_H
#define PYVIZ_MACHINE_MODULES_DECIMAL_INTERNAL_H

#include "native.h"

#include <pyviz/machine/int.h>

enum decimal_kind { DECIMAL_FINITE, DECIMAL_INFINITE, DECIMAL_QUIET, DECIMAL_SIGNALING };

enum decimal_rounding {
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_UP,
    ROUND_DOWN,
    ROUND_HALF_UP,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_05UP,
    DECIMAL_ROUNDINGS
};

/* Bits of a status; decimal._signals.py knows them too. */
enum decimal_condition {
    DECIMAL_INVALID = 1,
    DECIMAL_SYNTAX = 2,
    DECIMAL_IMPOSSIBLE = 4,
    DECIMAL_UNDEFINED = 8,
    DECIMAL_BAD_CONTEXT = 16,
    DECIMAL_FLOAT = 32,
    DECIMAL_ZERO = 64,
    DECIMAL_OVERFLOW = 128,
    DECIMAL_UNDERFLOW = 256,
    DECIMAL_SUBNORMAL = 512,
    DECIMAL_INEXACT = 1024,
    DECIMAL_ROUNDED = 2048,
    DECIMAL_CLAMPED = 4096,
    DECIMAL_ANY_INVALID = 31
};

#define DECIMAL_MAX_PREC  INT64_C(999999999999999999)
#define DECIMAL_MIN_ETINY (-INT64_C(1999999999999999997))

/* Invariants: size limbs, the highest not zero; digits is how many decimal digits the coefficient
 * has, 1 for 0.  A NaN's coefficient is its payload. */
typedef struct DecimalObject {
    Object ob_base;
    int64_t exponent;
    uint64_t address; /* modelled: of CPython's words where they lie apart; else 0 */
    size_t digits, size;
    uint8_t kind; /* enum decimal_kind */
    bool negative;
    uint64_t limb[];
} DecimalObject;

typedef struct ContextObject {
    Object ob_base;
    int64_t prec, emax, emin;
    uint32_t flags, traps; /* enum decimal_condition */
    uint8_t rounding;      /* enum decimal_rounding */
    uint8_t capitals, clamp;
} ContextObject;

/* A number to be read: the limbs are those of an object. */
struct decimal_view {
    int64_t exponent;
    const uint64_t *limb;
    size_t size, digits;
    enum decimal_kind kind;
    bool negative;
};

/* A magnitude in the making: zeroed at first, given back by magnitude_drop.  It may not be moved:
 * small ones lie in it. */
enum { MAGNITUDE_FEW = 10 };
struct magnitude {
    uint64_t *limb; /* few, a block of the heap, or NULL */
    size_t size, room;
    uint64_t few[MAGNITUDE_FEW];
};

/* A finite number in the making. */
struct decimal_work {
    struct magnitude c;
    int64_t exponent;
    bool negative;
};

/* ---- decimal_magnitude.c --------------------------------------------------------------------- */

/* What a division leaves, against half of the divisor. */
enum remainder { REMAINDER_NONE, REMAINDER_LESS, REMAINDER_HALF, REMAINDER_MORE };

/* Room for so many limbs; what was there is gone. */
bool magnitude_reserve(Machine *m, struct magnitude *x, size_t limbs);
void magnitude_drop(Machine *m, struct magnitude *x);
void magnitude_trim(struct magnitude *x);
bool magnitude_set(Machine *m, struct magnitude *x, const uint64_t *limb, size_t size);
/* Adds one; there is room for it wherever digits have just been cut off. */
void magnitude_increment(struct magnitude *x);
/* x %= 5, x /= 10 */
unsigned magnitude_mod5(const struct magnitude *x);
void magnitude_tenth(struct magnitude *x);
bool magnitude_power10(Machine *m, struct magnitude *x, uint64_t exponent);
/* x = limb * 10 ** exponent */
bool magnitude_scaled(Machine *m, struct magnitude *x, const uint64_t *limb, size_t size,
                      uint64_t exponent);
/* x = a * b */
bool magnitude_product(Machine *m, struct magnitude *x, const uint64_t *a, size_t na,
                       const uint64_t *b, size_t nb);
/* x = limb ** n, n at least 1 */
bool magnitude_power(Machine *m, struct magnitude *x, const uint64_t *limb, size_t size,
                     uint64_t n);
/* q = a / b, r = a % b; b is not 0. */
bool magnitude_divide(Machine *m, struct magnitude *q, struct magnitude *r, const uint64_t *a,
                      size_t na, const uint64_t *b, size_t nb);
/* q = limb / 10 ** places */
bool magnitude_cut(Machine *m, struct magnitude *q, const uint64_t *limb, size_t size,
                   uint64_t places, enum remainder *rest);
/* How many decimal digits: 1 for 0. */
bool magnitude_digits(Machine *m, const uint64_t *limb, size_t size, size_t *digits);
/* x without zeros at its end, at most so many: how many went. */
uint64_t magnitude_strip_zeros(struct magnitude *x, uint64_t most);
/* The digits as text, in a block of the heap, `digits` of them; NULL with MemoryError. */
char *magnitude_text(Machine *m, const uint64_t *limb, size_t size, size_t digits);
/* The value of so many ASCII digits. */
bool magnitude_from_text(Machine *m, struct magnitude *x, const char *digits, size_t n);
int magnitude_compare(const uint64_t *a, size_t na, const uint64_t *b, size_t nb);

/* ---- decimal_context.c ----------------------------------------------------------------------- */

/* The context in which operators work: borrowed; NULL with MemoryError. */
ContextObject *decimal_context(Machine *m);
/* An optional argument: NULL or None stand for the current context; NULL with TypeError. */
ContextObject *decimal_context_argument(Machine *m, Object *o);
/* An optional argument: false with TypeError. */
bool decimal_rounding_argument(Machine *m, Object *o, const ContextObject *c,
                               enum decimal_rounding *rounding);
/* The conditions arose: 0, or -1 with what is trapped raised. */
int decimal_note(Machine *m, ContextObject *c, uint32_t status);
/* What Python offers the native part: decimal._core.meet(). */
enum decimal_hook {
    HOOK_RAISE,
    HOOK_SIGNAL_BITS,
    HOOK_COMPARABLE,
    HOOK_OF_TUPLE,
    HOOK_POWER,
    HOOK_POWER_MODULO,
    HOOK_CONTEXT_REPR
};
Object *decimal_hook(Machine *m, enum decimal_hook which); /* borrowed */
extern const MethodDef decimal_context_functions[];

/* ---- decimal_number.c: results --------------------------------------------------------------- */

ssize_t decimal_sizeof(Machine *m, Object *o);
void decimal_dealloc(Machine *m, Object *o);
/* A number as it is; digits 0: to be counted. */
Object *decimal_make(Machine *m, Type *type, const struct decimal_view *v);
Object *decimal_of_kind(Machine *m, enum decimal_kind kind, bool negative);
/* The same number, with that sign. */
Object *decimal_with_sign(Machine *m, const struct decimal_view *v, bool negative);
struct decimal_view decimal_view_of(const DecimalObject *d);
/* Of a Decimal or an int: 1, 0 for anything else, -1. */
int decimal_view(Machine *m, Object *o, struct decimal_view *v);
/* The same of an argument: false with an exception for anything else. */
bool decimal_argument(Machine *m, Object *o, struct decimal_view *v);
/* Notes the conditions; a NaN. */
Object *decimal_invalid(Machine *m, ContextObject *c, uint32_t condition);
/* The NaN that comes of operands of which one is a NaN. */
Object *decimal_nan_of(Machine *m, ContextObject *c, const struct decimal_view *a,
                       const struct decimal_view *b);
/* A finite number as the context has it, infinite where it is too large; the conditions that arise
 * are added to *status.  Where digits change, they lie in room. */
bool decimal_round(Machine *m, struct decimal_view *v, struct magnitude *room,
                   const ContextObject *c, uint32_t *status);
/* The same as an object, conditions noted; gives the work's memory back. */
Object *decimal_finish(Machine *m, struct decimal_work *w, ContextObject *c, uint32_t status);
/* The same of a number as it is. */
Object *decimal_finish_view(Machine *m, const struct decimal_view *v, bool negative,
                            ContextObject *c);
Object *decimal_finish_zero(Machine *m, bool negative, int64_t exponent, ContextObject *c,
                            uint32_t status);
/* The view with that exponent, digits cut off as asked: w is it, and whether something was lost. */
bool decimal_rescale(Machine *m, const struct decimal_view *v, int64_t exponent,
                     enum decimal_rounding rounding, struct decimal_work *w, bool *inexact);

/* ---- decimal_arithmetic.c, decimal_divide.c, decimal_power.c --------------------------------- */

typedef Object *(*DecimalUnary)(Machine *m, const struct decimal_view *a, ContextObject *c);
typedef Object *(*DecimalBinary)(Machine *m, const struct decimal_view *a,
                                 const struct decimal_view *b, ContextObject *c);

Object *decimal_add(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                    ContextObject *c);
Object *decimal_subtract(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                         ContextObject *c);
Object *decimal_multiply(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                         ContextObject *c);
Object *decimal_divide(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                       ContextObject *c);
/* divmod(), the quotient cut: a tuple. */
Object *decimal_divmod(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                       ContextObject *c);
Object *decimal_divide_int(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                           ContextObject *c);
Object *decimal_remainder(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                          ContextObject *c);
Object *decimal_plus(Machine *m, const struct decimal_view *a, ContextObject *c);
Object *decimal_minus(Machine *m, const struct decimal_view *a, ContextObject *c);
Object *decimal_absolute(Machine *m, const struct decimal_view *a, ContextObject *c);
Object *decimal_normalize(Machine *m, const struct decimal_view *a, ContextObject *c);
Object *decimal_sqrt(Machine *m, const struct decimal_view *a, ContextObject *c);
Object *decimal_quantize(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                         enum decimal_rounding rounding, ContextObject *c);
/* The quotient of finite numbers that are not 0, to be rounded once.  The caller drops w. */
bool decimal_quotient(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                      int64_t prec, struct decimal_work *w);
/* a ** b where b is a whole number, and neither is 0 or special, nor |a| 1; *known false: not
 * here. */
Object *decimal_power(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                      ContextObject *c, bool *known);
/* Of numbers that are not NaN: -1, 0 or 1. */
bool decimal_compare(Machine *m, const struct decimal_view *a, const struct decimal_view *b,
                     int *order);
/* Is it a whole number? */
bool decimal_is_whole(Machine *m, const struct decimal_view *v, bool *whole);
static inline int64_t decimal_adjusted(const struct decimal_view *v)
{
    return v->exponent + (int64_t)v->digits - 1;
}
static inline bool decimal_is_nan(const struct decimal_view *v)
{
    return v->kind >= DECIMAL_QUIET;
}
static inline bool decimal_is_zero(const struct decimal_view *v)
{
    return v->kind == DECIMAL_FINITE && v->size == 0;
}

/* ---- decimal_text.c, decimal_convert.c ------------------------------------------------------- */

/* str(), to_eng_string() */
Object *decimal_text(Machine *m, const struct decimal_view *v, bool engineering, bool capitals);
/* Decimal(text): nothing is rounded. */
Object *decimal_from_text(Machine *m, Type *type, Object *text, ContextObject *c);
Object *decimal_from_double(Machine *m, Type *type, double v);
/* The part before the point, of a finite number. */
Object *decimal_to_int(Machine *m, const struct decimal_view *v, enum decimal_rounding rounding);
hash_t decimal_hash(Machine *m, Object *o);
/* Decimal(value): nothing is rounded. */
Object *decimal_exactly(Machine *m, Type *type, Object *value, ContextObject *c);

#endif
