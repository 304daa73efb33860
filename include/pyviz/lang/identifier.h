/* The identifiers of one parse: each name once, NFKC-normalised as PEP 3131 asks, so that two equal
 * names are one pointer.
 *
 * Invariant: for any two strings a and b that identifier_intern returned for one table, a == b if
 * and only if strcmp(a, b) == 0.  The strings live in the arena that the table was made in. */
#ifndef PYVIZ_LANG_IDENTIFIER_H
#define PYVIZ_LANG_IDENTIFIER_H

#include <pyviz/base/arena.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct identifier_table;

/* An empty table; it and its strings live as long as the arena. */
struct identifier_table *identifier_table_new(struct arena *arena);
/* The one copy of the n bytes at s, NUL-terminated.  The bytes are taken as they are. */
const char *identifier_intern(struct identifier_table *table, const char *s, size_t n);
/* The same for the spelling of an identifier in a source: normalised to NFKC first. */
const char *identifier_intern_source(struct identifier_table *table, const char *s, size_t n);
/* The copy that is already there, or NULL. */
const char *identifier_find(const struct identifier_table *table, const char *s, size_t n);

/* Whether a code point may open / continue an identifier (XID_Start or _, XID_Continue). */
bool identifier_is_start(int32_t code_point);
bool identifier_is_continue(int32_t code_point);
/* The private name `__x` as class `class_name` knows it, `_class__x`; any other name is returned as
 * it is (Python/symtable.c: _Py_Mangle).  class_name may be NULL: outside of any class. */
const char *identifier_mangle(struct identifier_table *table, const char *class_name,
                              const char *name);

#endif
