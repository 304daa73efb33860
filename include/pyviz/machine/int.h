/* int and bool: Objects/longobject.c, Objects/boolobject.c.
 *
 * Magnitude in 64-bit limbs of GMP's mpn layer, least significant first; CPython's 30-bit digits
 * matter only for sizes.  Ints from -5 to 256 are the machine's small_ints; True and False are ints
 * of type bool.
 *
 * Invariants
 *   - |size| limbs, the highest not zero; size < 0 for negative numbers, 0 for zero.
 *   - asked is what CPython's allocation of the same value by the same operation has room for: at
 *     least the digits that the value takes (a sum asks for one more than the longer operand has).
 *     It gives the block its place in the model of the allocator; sys.getsizeof does not see it. */
#ifndef PYVIZ_MACHINE_INT_H
#define PYVIZ_MACHINE_INT_H

#include <pyviz/machine/machine.h>

/* sys.get_int_max_str_digits() at the start. */
enum { INT_DEFAULT_MAX_STR_DIGITS = 4300 };

typedef struct IntObject {
    Object ob_base;
    ssize_t size;
    size_t asked; /* 30-bit digits, at least 1 */
    uint64_t limb[];
} IntObject;

/* The shared object where there is one (SMALL_INT_MIN to SMALL_INT_MAX): PyLong_FromLong. */
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
/* A flag: its truth, but up to 3.11, which wanted a C int, its value.  -1: an exception.
 * Argument Clinic: bool(accept={int}). */
int int_as_flag(Machine *m, Object *o);
/* An argument that CPython keeps in a C int: what __index__ gives.  false with OverflowError or
 * TypeError: PyLong_AsInt. */
bool int_as_c_int(Machine *m, Object *o, int *value);
/* The same in a Py_ssize_t: PyNumber_Index, PyLong_AsSsize_t. */
bool int_as_c_ssize(Machine *m, Object *o, ssize_t *value);
bool int_fits_i64(Object *o);
double int_as_double(Machine *m, Object *o); /* OverflowError "int too large to convert to float" */
/* The same for bytes. */
Object *int_from_bytes_text(Machine *m, Object *bytes, int base);
int int_sign(Object *o);
size_t int_bit_length(Object *o);
Object *int_to_str(Machine *m, Object *o, int base, bool prefix); /* a StrObject */
/* Arithmetic on two ints that the evaluation loop knows to be ints (exact or bool). */
Object *int_add(Machine *m, Object *a, Object *b);
Object *int_sub(Machine *m, Object *a, Object *b);
Object *int_mul(Machine *m, Object *a, Object *b);
int int_compare(Object *a, Object *b); /* -1, 0, 1 */
/* An int against a double that is not nan: -1, 0, 1, exactly. */
int int_compare_double(Object *a, double v);
/* a // b and a % b, rounded down; a result that is not wanted may be NULL.  0, or -1 with an
 * exception, ZeroDivisionError(zero) among them. */
int int_divmod(Machine *m, Object *a, Object *b, Object **quotient, Object **remainder,
               const char *zero);
/* a ** b: a float for b < 0. */
Object *int_power(Machine *m, Object *a, Object *b);
/* pow(a, b, modulus), the inverse of a for b < 0. */
Object *int_power_modulo(Machine *m, Object *a, Object *b, Object *modulus);
Object *int_shift_left(Machine *m, Object *a, size_t bits);
Object *int_shift_right(Machine *m, Object *a, size_t bits);
/* Any operator on two ints: Objects/longobject.c: long_add ... */
Object *int_binary(Machine *m, Object *a, Object *b, enum number_op op);
Object *int_negate(Machine *m, Object *a);
Object *int_absolute(Machine *m, Object *a);
Object *int_invert(Machine *m, Object *a);
/* A borrowed True or False. */
static inline Object *bool_of(Machine *m, bool v)
{
    return v ? m->true_ : m->false_;
}
/* What a question answers: a new reference to True or False, NULL for -1. */
static inline Object *bool_result(Machine *m, int answer)
{
    return answer < 0 ? NULL : newref(bool_of(m, answer));
}
void int_boot(Machine *m); /* the small ints, True and False */

#endif
