/* What the lexer's files share: the state between two tokens, and the way to stop with an error. */
#ifndef PYVIZ_LANG_LEXER_INTERNAL_H
#define PYVIZ_LANG_LEXER_INTERNAL_H

#include "lexer.h"

enum {
    LEXER_MAX_BRACKETS = 200,    /* Parser/lexer/state.h: MAXLEVEL */
    LEXER_MAX_INDENT = 100,      /* MAXINDENT */
    LEXER_MAX_FSTRINGS = 150,    /* MAXFSTRINGLEVEL */
    LEXER_MAX_NESTED_FIELDS = 3, /* MAX_EXPR_NESTING: f"{a:{b:{c}}}" */
    LEXER_EOF = -1,
};

/* One f-string that is being read.  `depth` counts the brackets open inside it; `field_depth` is
 * the nesting of replacement fields, -1 outside of any.  A field's own brace is at depth
 * field_depth. */
struct fstring_mode {
    char quote;
    int quote_size; /* 1 or 3 */
    bool raw;
    bool in_text; /* reading literal text or a format spec, not an expression */
    bool in_format_spec;
    int depth, field_depth;
    uint32_t start; /* of the whole literal */
    int line;
};

struct lexer {
    const struct source *src;
    struct token_list *out;
    const char *text;
    uint32_t len;
    bool adds_newline; /* the last line lacks its newline: one is read behind it */
    uint32_t cur;      /* the next byte */
    uint32_t line_start;
    int line;
    bool at_line_start; /* indentation is to be read next */
    int level;
    struct open_bracket brackets[LEXER_MAX_BRACKETS];
    int indent;
    int columns[LEXER_MAX_INDENT];     /* of each indentation, a tab to the next multiple of 8 */
    int alt_columns[LEXER_MAX_INDENT]; /* a tab counting 1: the two must agree */
    int fstring_count;
    struct fstring_mode fstrings[LEXER_MAX_FSTRINGS];
};

/* The byte at an offset, a newline behind a last line without one, LEXER_EOF beyond. */
static inline int lexer_at(const struct lexer *lx, uint32_t offset)
{
    if (offset < lx->len)
        return (unsigned char)lx->text[offset];
    return offset == lx->len && lx->adds_newline ? '\n' : LEXER_EOF;
}

static inline int lexer_peek(const struct lexer *lx)
{
    return lexer_at(lx, lx->cur);
}

static inline struct fstring_mode *lexer_fstring(struct lexer *lx)
{
    return lx->fstring_count ? &lx->fstrings[lx->fstring_count - 1] : NULL;
}

/* Passes a newline at cur: the next line begins. */
void lexer_next_line(struct lexer *lx);
/* Adds a token that starts at `start` on the line given, and ends at cur. */
void lexer_emit(struct lexer *lx, enum token_kind kind, uint32_t start, int line);

/* Each stops the lexer with a SyntaxError and returns false.  The first marks the last byte before
 * cur, as CPython's tokenizer does; the second a range. */
bool lexer_error(struct lexer *lx, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool lexer_error_at(struct lexer *lx, enum diagnostic_kind kind, int line, uint32_t start,
                    uint32_t end, const char *format, ...) __attribute__((format(printf, 6, 7)));

/* Each reads one token from cur and emits it; false if the lexer stopped. */
bool lexer_number(struct lexer *lx);
/* cur is at the quote, the literal (its prefix included) began at `start`. */
bool lexer_string(struct lexer *lx, uint32_t start);
bool lexer_fstring_start(struct lexer *lx, uint32_t start, bool raw);
/* Literal text of the innermost f-string, or its end. */
bool lexer_fstring_text(struct lexer *lx);

#endif
