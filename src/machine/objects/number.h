/* What the number types share. */
#ifndef PYVIZ_MACHINE_OBJECTS_NUMBER_H
#define PYVIZ_MACHINE_OBJECTS_NUMBER_H

#include <pyviz/machine/errors.h>
#include <pyviz/machine/object.h>

#include <pyviz/base/buffer.h>

#include <stdbool.h>

/* Does `a op b` hold, where a compares to b as order to 0? */
static inline bool compare_holds(int order, enum compare_op op)
{
    switch (op) {
    case COMPARE_LT:
        return order < 0;
    case COMPARE_LE:
        return order <= 0;
    case COMPARE_EQ:
        return order == 0;
    case COMPARE_NE:
        return order != 0;
    case COMPARE_GT:
        return order > 0;
    default:
        return order >= 0;
    }
}

/* The text of a str as numbers are parsed from it (_PyUnicode_TransformDecimalAndSpaceToASCII):
 * blanks of any script become spaces, digits of any script '0' to '9', what else is not ASCII '?';
 * spaces at both ends are left out.  Appends it to out: int_text.c. */
void number_text(const Object *str, struct buffer *out);

#endif
