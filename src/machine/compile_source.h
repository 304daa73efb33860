/* From text to a code object while the program runs: imports, exec(), eval(), compile(). */
#ifndef PYVIZ_MACHINE_COMPILE_SOURCE_H
#define PYVIZ_MACHINE_COMPILE_SOURCE_H

#include <pyviz/machine/machine.h>

#include "code.h"

struct diagnostic;

enum compile_mode { COMPILE_EXEC, COMPILE_EVAL, COMPILE_SINGLE };

/* Compiles `len` bytes of UTF-8.  `filename` is co_filename.  options->text, if not NULL, is what
 * tracebacks show lines of, and must stay in the region.  Nothing is emitted meanwhile and the
 * clock stands still.  A new CodeObject; or NULL with SyntaxError (IndentationError, TabError), or
 * refused for what is not simulated. */
Object *compile_source(Machine *m, const char *filename, const char *text, size_t len,
                       enum compile_mode mode, const struct compile_options *options);

/* The same text only parsed: its tree as ast.dump writes it, attributes included, as a str; or NULL
 * with the exception. */
Object *compile_source_tree(Machine *m, const char *filename, const char *text, size_t len,
                            enum compile_mode mode);

#endif
