/* UTF-8 and what a terminal makes of it.  Code points may be lone surrogates (a Python str may hold
 * them), which are encoded in three bytes as CPython's surrogatepass does. */
#ifndef PYVIZ_BASE_UTF8_H
#define PYVIZ_BASE_UTF8_H

#include <pyviz/base/buffer.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Reads one code point at s, n > 0 bytes long.  Returns how many bytes it took and stores it; on a
 * malformed sequence returns 1 and stores -1.  Surrogates are well-formed only if `surrogates`. */
size_t utf8_decode(const char *s, size_t n, bool surrogates, int32_t *code_point);
/* Writes one code point, 1 to 4 bytes; returns how many. */
size_t utf8_encode(uint32_t code_point, char out[4]);
void utf8_append(struct buffer *b, uint32_t code_point);
/* The offset of the first byte that is not well-formed UTF-8, or n. */
size_t utf8_validate(const char *s, size_t n);
/* How many code points the n bytes hold. */
size_t utf8_length(const char *s, size_t n);

/* Columns that a code point takes on a terminal: 0, 1 or 2. */
int utf8_width(uint32_t code_point);
/* Columns of a text that holds no control characters. */
int utf8_columns(const char *s, size_t n);
/* True for what must never reach a terminal as it is: C0, DEL, C1, surrogates, bidirectional
 * controls, line and paragraph separators. */
bool utf8_is_control(uint32_t code_point);
/* Appends s with every control character and malformed byte shown as \n, \x1b, \u202e ... */
void utf8_append_escaped(struct buffer *b, const char *s, size_t n);

#endif
