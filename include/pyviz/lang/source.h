/* The text of one program, made readable: UTF-8, '\n' at the end of each line, a table of lines.
 *
 * Whatever can be wrong with a file as text is found here, so that the lexer meets only good text:
 * missing file, directory, too long, a byte that is not UTF-8, a NUL, an unknown encoding.
 *
 * Invariants of a loaded source: text is well-formed UTF-8 without NUL, without a byte order mark
 * and without '\r'; text[len] is '\0'; line n (from 1) is the bytes from line_starts[n - 1] up to
 * the next '\n' or the end; there is at least one line.  Only '\n', '\r' and "\r\n" end a line, as
 * for CPython's tokenizer: a form feed, U+2028 or U+0085 do not. */
#ifndef PYVIZ_LANG_SOURCE_H
#define PYVIZ_LANG_SOURCE_H

#include <pyviz/base/diagnostic.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Sources longer than this many bytes are refused unless the caller sets another limit. */
#define SOURCE_DEFAULT_LIMIT ((size_t)8 * 1024 * 1024)

/* A zeroed struct source is empty and may be given to source_free. */
struct source {
    char *name; /* as messages show it: the path as given, "<stdin>", "<string>" */
    char *text; /* owned, as all of this is */
    size_t len; /* bytes */
    size_t *line_starts;
    size_t line_count;
    bool undeclared; /* a file's bytes, and nothing in them says how they are encoded */
    /* the grammar and the words of CPython 3.minor.micro; minor 0: of the newest known */
    int minor, micro;
};

/* Each of these fills *src and returns true; or fills *error, leaves *src empty and returns false.
 * limit: the most bytes to accept, 0 for SOURCE_DEFAULT_LIMIT. */
bool source_load(struct source *src, const char *path, size_t limit, struct diagnostic *error);
/* Reads an open stream up to its end (standard input, as "<stdin>"). */
bool source_read(struct source *src, FILE *stream, const char *name, size_t limit,
                 struct diagnostic *error);
/* Takes a copy of len bytes that are meant as UTF-8 (`-c CODE`, an embedded scenario); as for
 * CPython's -c, a coding declaration in them means nothing. */
bool source_from_bytes(struct source *src, const char *name, const char *bytes, size_t len,
                       size_t limit, struct diagnostic *error);
void source_free(struct source *src);
/* The encoding that the first two lines declare (PEP 263): how long its name is, 0 without one. */
size_t source_declared_encoding(const char *s, size_t n, const char **name);

/* Line n, counted from 1, without its newline; *len is its length in bytes.  "" of length 0 past
 * the last line.  Not NUL-terminated. */
const char *source_line(const struct source *src, size_t n, size_t *len);
/* The column as people count, in characters from 1, of a byte offset in line n. */
int source_column(const struct source *src, size_t n, size_t byte_offset);

/* Is it read as a CPython before 3.minor.micro would? */
static inline bool source_before(const struct source *src, int minor, int micro)
{
    return src->minor && (src->minor < minor || (src->minor == minor && src->micro < micro));
}

/* Before 3.13 CPython's parser made characters of the columns of its errors only if it knew the
 * encoding (Parser/pegen_errors.c: _PyPegen_raise_error_known_location). */
static inline bool source_parser_counts_bytes(const struct source *src)
{
    return src->undeclared && src->minor && src->minor < 13;
}

/* Fills *d for a place in src: file name, positions in characters and the text of the line.  Lines
 * count from 1, col and end_col are byte offsets from 0 as in struct pos; end_line 0 or an end_col
 * below 0: no end is known. */
void source_diagnose(const struct source *src, struct diagnostic *d, enum diagnostic_kind kind,
                     int line, int col, int end_line, int end_col, const char *format, ...)
    __attribute__((format(printf, 8, 9)));

#endif
