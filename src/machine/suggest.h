/* "Did you mean: 'append'?": Python/suggestions.c. */
#ifndef PYVIZ_MACHINE_SUGGEST_H
#define PYVIZ_MACHINE_SUGGEST_H

#include <pyviz/machine/errors.h>

struct Frame;

/* What comes closest to a name that is defined nowhere, among what this frame can see: a new str, or
 * NULL without an exception. */
Object *suggest_name(Machine *m, Object *name, const struct Frame *frame);
/* Appends what CPython adds to the message of a NameError or AttributeError, if anything. */
void suggest_print(Machine *m, const ExceptionObject *e, struct buffer *out);

#endif
