/* Inside int: its limbs, and results under construction.
 *
 * A result is made by int_alloc, with room for as many limbs as it may need; the limbs are written
 * into limb[], their number into size; int_finish then drops leading zeros, sets the sign, and
 * hands out the shared object where the value has one. */
#ifndef PYVIZ_MACHINE_INT_LIMBS_H
#define PYVIZ_MACHINE_INT_LIMBS_H

#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>

#include "number.h"

#include <gmp.h>
#include <string.h>

enum { DIGIT_BITS = 30, LIMB_BITS = 64, INT_HEADER_SIZE = 24, INT_DIGIT_SIZE = 4 };

_Static_assert(sizeof(mp_limb_t) == sizeof(uint64_t) && GMP_NUMB_BITS == LIMB_BITS,
               "ints are stored in limbs of 64 bits");

static inline size_t int_limbs(const Object *o)
{
    ssize_t n = ((const IntObject *)o)->size;
    return (size_t)(n < 0 ? -n : n);
}
static inline const uint64_t *int_data(const Object *o)
{
    return ((const IntObject *)o)->limb;
}
static inline bool int_negative(const Object *o)
{
    return ((const IntObject *)o)->size < 0;
}
/* The limb at i of the magnitude; 0 beyond its end. */
static inline uint64_t int_limb_at(const Object *o, size_t i)
{
    return i < int_limbs(o) ? int_data(o)[i] : 0;
}
/* The value, if it is one of the signed words that all but never overflow. */
static inline bool int_is_word(const Object *o, int64_t *v)
{
    const IntObject *i = (const IntObject *)o;
    if (i->size == 0)
        *v = 0;
    else if ((i->size != 1 && i->size != -1) || i->limb[0] > INT64_MAX)
        return false;
    else
        *v = i->size < 0 ? -(int64_t)i->limb[0] : (int64_t)i->limb[0];
    return true;
}
static inline size_t limbs_bit_length(const uint64_t *limb, size_t n)
{
    return n ? n * LIMB_BITS - (size_t)__builtin_clzl(limb[n - 1]) : 0;
}
/* CPython's digits of a magnitude of so many bits: 0 for 0. */
static inline size_t digits_for_bits(size_t bits)
{
    return (bits + DIGIT_BITS - 1) / DIGIT_BITS;
}
static inline size_t word_digits(int64_t v)
{
    uint64_t u = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
    return u >> 30 == 0 ? u != 0 : u >> 60 == 0 ? 2 : 3;
}
static inline size_t int_digits(const Object *o)
{
    return digits_for_bits(limbs_bit_length(int_data(o), int_limbs(o)));
}

/* An int of `type` with room for so many limbs and CPython's so many digits: int.c. */
IntObject *int_alloc(Machine *m, size_t limbs, size_t digits);
/* Steals z, whose `size` counts the limbs written. */
Object *int_finish(Machine *m, IntObject *z, bool negative);
/* A word as the result of an operation for which CPython would ask for so many digits. */
Object *int_from_word(Machine *m, int64_t v, size_t digits);
/* A copy of the magnitude with a sign; shares small ints. */
Object *int_copy(Machine *m, Object *o, bool negative);

/* The value as an object of exactly int (for a bool, say): a new reference. */
Object *int_long(Machine *m, Object *o);
extern const MethodDef int_methods[]; /* int_methods.c */
extern const GetSetDef int_getset[];

#endif
