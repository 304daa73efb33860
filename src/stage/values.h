/* What the names in a statement mean just before it runs: `n`, `self.balance`, `items[j + 1]`.
 *
 * Read off the text, as scan.h does, and off the frozen machine, purely: an attribute is followed
 * where the instance keeps it or a class has it as a plain value, an index where a list or a tuple
 * is indexed.  What the statement binds, and what its comprehensions and lambdas call their own,
 * has no meaning yet, and is left out; so is whatever only running it could tell. */
#ifndef PYVIZ_STAGE_VALUES_H
#define PYVIZ_STAGE_VALUES_H

#include <pyviz/machine/machine.h>

#include "scan.h"

enum { VALUES_MOST = 8, VALUE_BYTES = 40 };

struct value {
    char text[VALUE_BYTES]; /* `self.balance` */
    const Object *object;   /* borrowed; an int, a float, a str or None */
};

/* Those in the statement that begins on a line, each once: names first, then paths, in the order of
 * the text.  How many. */
int values_of(const Machine *m, const struct scan *scan, const struct source *source, size_t line,
              struct value out[VALUES_MOST]);
/* What `o.name` gives without running anything, the name being `len` bytes of text; borrowed.
 * NULL: nothing, or only running it could tell. */
Object *value_of_attribute(const Machine *m, const Object *o, const char *text, size_t len);

#endif
