/* int and bool: Objects/longobject.c, Objects/boolobject.c.
 *
 * Magnitude in 64-bit limbs of GMP's mpn layer, least significant first; CPython's 30-bit digits
 * matter only for sizes.  Invariant: |size| limbs, the highest not zero; size < 0 for negative
 * numbers, 0 for zero.  Ints from -5 to 256 are the machine's small_ints; True and False are ints of
 * type bool. */
#ifndef PYVIZ_MACHINE_INT_H
#define PYVIZ_MACHINE_INT_H

#include <pyviz/machine/machine.h>

typedef struct IntObject {
    Object ob_base;
    ssize_t size;
    uint64_t limb[];
} IntObject;

Object *int_from_i64(Machine *m, int64_t v);
Object *int_from_u64(Machine *m, uint64_t v);
/* The value of a finite double, truncated; OverflowError / ValueError for inf and nan. */
Object *int_from_double(Machine *m, double v);
/* Digits of base 2 to 36 with an optional sign, no blanks, prefixes or underscores; NULL without an
 * exception if they are malformed. */
Object *int_from_digits(Machine *m, const char *digits, size_t n, int base);
/* int(text, base) with everything int() allows; ValueError "invalid literal for int() ...". */
Object *int_from_str(Machine *m, Object *str, int base);
/* *overflow: 0, or the sign of a value that does not fit (the result is then -1, no exception). */
int64_t int_as_i64(Object *o, int *overflow);
bool int_fits_i64(Object *o);
double int_as_double(Machine *m, Object *o); /* OverflowError "int too large to convert to float" */
int int_sign(Object *o);
size_t int_bit_length(Object *o);
hash_t int_hash(Machine *m, Object *o);
Object *int_to_str(Machine *m, Object *o, int base, bool prefix); /* a StrObject */
/* Arithmetic on two ints that the evaluation loop knows to be ints (exact or bool). */
Object *int_add(Machine *m, Object *a, Object *b);
Object *int_sub(Machine *m, Object *a, Object *b);
Object *int_mul(Machine *m, Object *a, Object *b);
int int_compare(Object *a, Object *b); /* -1, 0, 1 */
/* A borrowed True or False. */
static inline Object *bool_of(Machine *m, bool v)
{
    return v ? m->true_ : m->false_;
}
void int_boot(Machine *m); /* the small ints, True and False */

#endif
