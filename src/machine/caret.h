/* The source under a traceback's frame, and the carets under it: Python/traceback.c up to 3.12,
 * Lib/traceback.py from 3.13 on, which shows every line of an expression that has several. */
#ifndef PYVIZ_MACHINE_CARET_H
#define PYVIZ_MACHINE_CARET_H

#include <pyviz/base/arena.h>
#include <pyviz/lang/ast.h>
#include <pyviz/machine/machine.h>

struct buffer;

/* Line n of a source (from 1), without its newline; "" of length 0 if there is none,
 * or no source is known (NULL). */
const char *caret_line(const struct SourceText *source, int n, size_t *length);
/* How many carets stand under a text: two for a wide character, one for each other, of no width or
 * a tab though it be. */
int caret_width(const char *s, size_t n);
/* Appends a line without its indentation, and no carets; nothing for a blank one. */
void caret_print_line(const struct SourceText *source, int number, struct buffer *out);
/* Appends the line or lines, without their indentation, and the carets that the profile's CPython
 * prints. */
void caret_print(const Machine *m, const struct SourceText *source, struct pos pos,
                 struct buffer *out);

/* The stretch that gets ^ between ~: from, up to but not including to, as lines from 0 and offsets
 * in bytes within the segment.  found is false where the segment is no operation of that kind. */
struct caret_anchors {
    bool found;
    int from_line, to_line;
    size_t from, to;
};
/* caret_anchor.c: the operator of a binary operation, the brackets of a subscript and, if `calls`,
 * the parentheses of a call.  The segment is one expression, perhaps of several lines. */
struct caret_anchors caret_find_anchors(const char *segment, size_t n, bool calls);
/* The same of an expression on one line as the first 3.11s do it: parentheses around an operand are
 * taken for the operator, or end the brackets. */
struct caret_anchors caret_find_anchors_early(const char *segment, size_t n);
/* Whether the text is `return f(...)` or `x = f(...)` and the call is exactly [start, end): then
 * 3.13 shows no carets. */
bool caret_is_whole_call(const char *text, size_t n, size_t start, int end_line, size_t end);
/* caret_block.c */
void caret_print_block(const Machine *m, const struct SourceText *source, struct pos pos,
                       struct buffer *out);

#endif
