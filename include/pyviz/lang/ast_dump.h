/* Prints a tree as Python's ast.dump does: an instrument of the tests, which compare it with the
 * tree that python3 builds. */
#ifndef PYVIZ_LANG_AST_DUMP_H
#define PYVIZ_LANG_AST_DUMP_H

#include <pyviz/base/buffer.h>
#include <pyviz/lang/ast.h>

#include <stdbool.h>

struct ast_dump_options {
    int minor;               /* the dialect of CPython 3.minor: 11, 12 or 13 */
    bool include_attributes; /* lineno, col_offset, end_lineno, end_col_offset */
};

/* Appends `Module(body=[...], type_ignores=[])`, without a newline. */
void ast_dump(const struct module *module, const struct ast_dump_options *options,
              struct buffer *out);

/* Appends what repr() of a constant gives. */
void ast_repr_constant(const struct constant *c, struct buffer *out);

#endif
