/* What CPython 3.11 finds wrong with the f-strings of a source, or lets pass where 3.12 does
 * not. */
#ifndef PYVIZ_LANG_FSTRING_OLDER_H
#define PYVIZ_LANG_FSTRING_OLDER_H

#include <pyviz/base/diagnostic.h>
#include <pyviz/lang/source.h>

#include <stdbool.h>

/* found: what the parser, which reads them as 3.12 does, has found; NULL: nothing.  False: the
 * error that counts is *error, which may be *found. */
bool fstring_older_check(const struct source *src, const struct diagnostic *found,
                         struct diagnostic *error);

#endif
