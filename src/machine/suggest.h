/* "Did you mean: 'append'?": Python/suggestions.c. */
#ifndef PYVIZ_MACHINE_SUGGEST_H
#define PYVIZ_MACHINE_SUGGEST_H

#include <pyviz/machine/errors.h>

/* What comes closest to a name that a module has not, among those that it has: a new str, or NULL
 * without an exception. */
Object *suggest_of_module(Machine *m, Object *name, Object *module);
/* The parameter that may have been meant by a keyword argument, or NULL (borrowed): among strs, and
 * among words, of which NULL is the last and "" is none. */
Object *suggest_parameter(Object *wrong, Object *const *names, ssize_t n);
const char *suggest_word(Object *wrong, const char *const *words);
/* Appends what CPython adds to the message of a NameError or AttributeError, if anything. */
void suggest_print(Machine *m, const ExceptionObject *e, struct buffer *out);

#endif
