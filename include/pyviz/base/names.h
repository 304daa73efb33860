/* The characters' names, as Unicode has them: "LATIN SMALL LETTER A".
 *
 * The tables come from the system's copy of Unicode's own when pyviz is built (src/base/names.sh);
 * Hangul syllables and the ideographs of East Asia are named by rule.  CPython:
 * Modules/unicodedata.c. */
#ifndef PYVIZ_BASE_NAMES_H
#define PYVIZ_BASE_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { NAMES_MAX = 128 }; /* with its NUL, no name is longer */

/* Were the tables there when pyviz was built? */
bool names_known(void);
/* The character of a name or of an alias; upper and lower case are alike, but where a rule makes
 * the name. False if there is none. */
bool names_find(const char *name, size_t n, uint32_t *code);
/* The name of a character; false if it has none, as control characters. */
bool names_of(uint32_t code, char out[NAMES_MAX]);
/* What a character that is no decimal stands for, as ¼ or Ⅷ do; *digit: it is a digit, as ² is.
 * False if the tables know of nothing. */
bool names_value(uint32_t code, double *value, bool *digit);

#endif
