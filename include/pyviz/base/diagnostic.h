/* What went wrong in a file, and where: syntax errors, unknown directives, constructs that are not
 * simulated.  Printed the way CPython prints a SyntaxError, with file:line:col in front of it. */
#ifndef PYVIZ_BASE_DIAGNOSTIC_H
#define PYVIZ_BASE_DIAGNOSTIC_H

#include <pyviz/base/buffer.h>

#include <stdbool.h>

enum diagnostic_kind {
    DIAGNOSTIC_NONE,
    DIAGNOSTIC_INPUT,         /* the file cannot be read as text: missing, a directory, not UTF-8 */
    DIAGNOSTIC_SYNTAX,        /* SyntaxError, with CPython's message */
    DIAGNOSTIC_INDENTATION,   /* IndentationError */
    DIAGNOSTIC_TAB,           /* TabError */
    DIAGNOSTIC_DIRECTIVE,     /* an unknown or malformed `# pyviz:` line */
    DIAGNOSTIC_NOT_SIMULATED, /* right Python that pyviz does not simulate yet */
    DIAGNOSTIC_LIMIT,         /* too long, too deep: a stated limit was passed */
};

/* What CPython's exception has as its end_offset. */
enum diagnostic_end {
    DIAGNOSTIC_END_COLUMN,  /* the column behind the last character */
    DIAGNOSTIC_END_UNKNOWN, /* -1: the token has no extent */
    DIAGNOSTIC_END_ZERO,    /* 0: it was not asked for */
};

/* Zeroed: nothing is wrong.  line counts from 1, 0 if there is no place; col and end_col count
 * characters from 1, 0 if the whole line is meant; end_col is one past the last character. */
struct diagnostic {
    enum diagnostic_kind kind;
    char file[256];
    int line, col, end_line, end_col;
    /* The columns in bytes, from 1; 0 where there are none.  in_bytes: CPython's exception has
     * these, as those of its compiler always do. */
    int byte_col, end_byte_col;
    bool in_bytes;
    enum diagnostic_end end;
    /* The exception's text begins with this earlier line, from where a token or a backslash leads
     * over to `line`; 0: it is that line alone. */
    int text_line;
    char message[512];
    char text[512];    /* the source line without its newline, whole if it fits */
    int text_start;    /* how many characters of the line are left out in front of text */
    bool placed_later; /* CPython raises the message alone, and then sets where it is */
    bool cut;          /* the exception's text ends before the newline: CPython had read no more,
                     * or was already beyond that line */
};

/* The columns as CPython's exception has them. */
static inline int diagnostic_offset(const struct diagnostic *d)
{
    return d->in_bytes ? d->byte_col : d->col;
}
static inline int diagnostic_end_offset(const struct diagnostic *d)
{
    return d->in_bytes ? d->end_byte_col : d->end_col;
}

/* The exception's name that CPython would print ("SyntaxError"), or a phrase of ours. */
const char *diagnostic_name(enum diagnostic_kind kind);

/* Appends `file:line:col: name: message`, the line and carets under it, with every control
 * character escaped; ends with a newline. */
void diagnostic_print(const struct diagnostic *d, struct buffer *out);

#endif
