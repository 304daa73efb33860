/* What the number types share. */
#ifndef PYVIZ_MACHINE_OBJECTS_NUMBER_H
#define PYVIZ_MACHINE_OBJECTS_NUMBER_H

#include <pyviz/machine/errors.h>
#include <pyviz/machine/object.h>

#include <pyviz/base/buffer.h>

#include <stdbool.h>
#include <stdint.h>

/* Drops the lowest `extra` bits of q, half to even; `inexact`: what was cut off before was not
 * zero, and counts as a little more. */
static inline uint64_t round_half_even(uint64_t q, int extra, bool inexact)
{
    if (extra <= 0)
        return q;
    if (extra > 63)
        return 0;
    uint64_t half = (uint64_t)1 << (extra - 1), rest = q & (2 * half - 1);
    q -= rest;
    if (rest > half || (rest == half && (inexact || q & (2 * half))))
        q += 2 * half;
    return q;
}

/* The blanks that numbers may have around them, once number_text has read them. */
static inline bool number_is_space(char c)
{
    return c == ' ' || (c >= 9 && c <= 13);
}

/* The text of a str as numbers are parsed from it (_PyUnicode_TransformDecimalAndSpaceToASCII):
 * blanks beyond ASCII become spaces, digits of any script '0' to '9', what else is not ASCII '?'.
 * Appends it to out: int_text.c. */
void number_text(const Object *str, struct buffer *out);

/* ---- float_text.c ---------------------------------------------------------------------------- */

/* Reads a float at the start of n characters, as PyOS_string_to_double does: how many it took, 0 if
 * there is none. */
size_t float_parse(const char *s, size_t n, double *v);
/* Copies text without the underscores that stand between two digits; false if one stands
 * elsewhere: Python/pystrtod.c: _Py_string_to_number_with_underscores. */
bool float_drop_underscores(const char *s, size_t n, struct buffer *out);
/* x rounded to so many places behind the point (before it: negative), half to even. */
double float_round(double x, int places);
Object *float_hex(Machine *m, double v);
Object *float_from_hex(Machine *m, Object *str);

#endif
