/* What a statement does, in a few words: `it makes the name d`, `it calls a.append`.
 *
 * Read off its text, as scan.h does; whether a name is new, off the frozen machine.  Where the text
 * does not tell for certain, nothing is said. */
#ifndef PYVIZ_STAGE_DEED_H
#define PYVIZ_STAGE_DEED_H

#include <pyviz/base/buffer.h>
#include <pyviz/machine/machine.h>

#include "scan.h"

/* Of the statement that begins `at` bytes into that line and is about to run; nothing, or the words
 * alone. */
void deed_say(const Machine *m, const struct scan *scan, const struct source *source, size_t line,
              size_t at, struct buffer *out);

#endif
