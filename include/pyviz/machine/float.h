/* float and complex: Objects/floatobject.c, Python/pystrtod.c. */
#ifndef PYVIZ_MACHINE_FLOAT_H
#define PYVIZ_MACHINE_FLOAT_H

#include <pyviz/machine/machine.h>

#include <pyviz/base/buffer.h>

typedef struct FloatObject {
    Object ob_base;
    double value;
} FloatObject;
typedef struct ComplexObject {
    Object ob_base;
    double real, imag;
} ComplexObject;

Object *float_from_double(Machine *m, double v);
Object *complex_from_doubles(Machine *m, double real, double imag);
/* What float(str) reads, blanks around and underscores allowed; ValueError "could not convert
 * string to float: ...". */
Object *float_from_str(Machine *m, Object *o);
static inline double float_value(Object *o)
{
    return ((FloatObject *)o)->value;
}
/* The double of an int, float or object with __float__/__index__; -1.0 with an exception. */
double float_as_double(Machine *m, Object *o);
hash_t float_hash_double(Machine *m, Object *o, double v);
/* Appends repr(v): the shortest text that reads back as v. */
void float_repr(struct buffer *b, double v);

/* Formatting with a specification, Python/formatter_unicode.c: format(o, spec) for exact and
 * derived int, float, complex, str.  Errors: "Unknown format code 'd' for object of type 'str'" ...
 */
Object *format_int(Machine *m, Object *o, Object *text);
Object *format_float(Machine *m, Object *o, Object *text);
Object *format_complex(Machine *m, Object *o, Object *text);
Object *format_str(Machine *m, Object *o, Object *text);
/* Objects/floatobject.c: float_pow, of two doubles: a complex for a negative base and a fraction.
 */
Object *float_power(Machine *m, double x, double y);
/* Objects/complexobject.c: complex_pow. */
Object *complex_power(Machine *m, double real, double imag, double exponent_real,
                      double exponent_imag);
/* One double as PyOS_double_to_string writes it.  conversion: e E f F g G with a precision, or r
 * for the shortest text that reads back; add_dot_0: a whole number gets ".0" (or an exponent). */
void float_format(struct buffer *b, double v, char conversion, int precision, bool alternate,
                  bool add_dot_0);

#endif
