/* A light reading of the program's text, for colouring it and for finding the names in a line.  It
 * knows where strings, comments, numbers, keywords and names are, and which lines belong together;
 * it is no lexer: whatever it cannot make sense of is plain text.
 *
 * Invariants: tokens stand in the order of the text and never overlap or span lines (a string of
 * three lines is three tokens), but for the names in the fields of an f-string, which lie in no
 * string token. */
#ifndef PYVIZ_STAGE_SCAN_H
#define PYVIZ_STAGE_SCAN_H

#include <pyviz/lang/source.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum scan_kind { SCAN_NAME, SCAN_KEYWORD, SCAN_CONSTANT, SCAN_NUMBER, SCAN_STRING, SCAN_COMMENT };

struct scan_token {
    uint32_t line;       /* from 1 */
    uint32_t start, len; /* bytes in its line */
    uint8_t kind;
    bool attribute; /* a name behind a dot: it is no variable */
};

struct scan_line {
    size_t first;   /* its first token */
    bool continued; /* the statement on it goes on in the next line */
    bool code;      /* it holds something other than a comment or a string that stands alone */
};

struct scan {
    struct scan_token *token;
    size_t count, room;
    struct scan_line *line; /* by number, from 1; one more behind the last */
    size_t lines;
};

void scan_source(struct scan *s, const struct source *source);
void scan_free(struct scan *s);
/* The tokens of line n are token[scan_first(n)] up to token[scan_first(n + 1)]. */
static inline size_t scan_first(const struct scan *s, size_t n)
{
    return s->line[n < s->lines + 1 ? n : s->lines + 1].first;
}
/* The last line of the statement that begins on line n. */
size_t scan_last_line(const struct scan *s, size_t n);

#endif
