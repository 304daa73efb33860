/* What CPython's tokenizer and its reader of string literals warn of: escape sequences that mean
 * nothing ('\d'), numbers that run into a keyword (`1if x else y`).  Parser/string_parser.c,
 * Parser/tokenizer.c. */
#ifndef PYVIZ_LANG_WARNING_H
#define PYVIZ_LANG_WARNING_H

#include <pyviz/lang/source.h>

/* WARNING_OCTALS: of escapes, '\400' and above, too.  WARNING_OWN_LINES: an escape sequence is told
 * of at its own line, not at that of its literal. */
enum { WARNING_NUMBERS = 1, WARNING_ESCAPES = 2, WARNING_OWN_LINES = 4, WARNING_OCTALS = 8 };

/* A warning of a kind at a line of the source; the text is valid during the call only. */
typedef void (*warning_taker)(int kind, int line, const char *text, void *context);

/* Hands over every warning of these kinds in CPython's order: an f-string's own come after those of
 * what stands inside its braces. */
void warning_find(const struct source *src, int kinds, warning_taker take, void *context);

#endif
