/* From text to tree: a hand-written recursive-descent parser for the whole grammar of Python 3.13
 * (Grammar/python.gram), with CPython's error messages.
 *
 * It reports one error, the first.  What CPython finds only later, when it builds the symbol table
 * or compiles ('return' outside function, duplicate parameters, ...), symtable.h and check.h find
 * in the same words; call parser_parse, symtable_build, check_module in this order.
 *
 * No input crashes it: nesting is limited (200 parentheses as CPython, 100 levels of indentation,
 * and a depth of recursion for everything else), time is linear in the length of the source. */
#ifndef PYVIZ_LANG_PARSER_H
#define PYVIZ_LANG_PARSER_H

#include <pyviz/base/arena.h>
#include <pyviz/base/diagnostic.h>
#include <pyviz/lang/ast.h>
#include <pyviz/lang/source.h>

#include <stdbool.h>

/* Each parses the whole source.  On success *out is the tree, in the arena; the source may be freed
 * then.  Otherwise *error says why, *out is NULL, and the result is false. */

/* A file: any number of statements (mode 'exec'). */
bool parser_parse(const struct source *src, struct arena *arena, struct module **out,
                  struct diagnostic *error);
/* One expression (mode 'eval'). */
bool parser_parse_expression(const struct source *src, struct arena *arena, struct module **out,
                             struct diagnostic *error);
/* One statement, simple or compound, as a prompt reads it (mode 'single'). */
bool parser_parse_interactive(const struct source *src, struct arena *arena, struct module **out,
                              struct diagnostic *error);

#endif
