/* The source line under a traceback's frame, and the carets under it. */
#ifndef PYVIZ_MACHINE_CARET_H
#define PYVIZ_MACHINE_CARET_H

#include <pyviz/lang/ast.h>
#include <pyviz/machine/machine.h>

struct buffer;

/* Line n of the program (from 1), without its newline; "" of length 0 if there is none. */
const char *caret_line(const Machine *m, int n, size_t *length);
/* Appends the line, without its indentation, and the carets that the profile's CPython prints. */
void caret_print(const Machine *m, struct pos pos, struct buffer *out);

#endif
