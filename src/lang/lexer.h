/* From text to tokens (Parser/lexer/lexer.c).
 *
 * The whole source is cut up at once, which takes linear time.  Where it cannot go on, the last
 * token is a TOKEN_ERROR and `error` says why; the parser decides whether that error or one of its
 * own comes first.
 *
 * Invariants of a finished list: it ends with TOKEN_END or TOKEN_ERROR; INDENT and DEDENT balance
 * before a TOKEN_END; brackets balance before a TOKEN_END; every f-string is a FSTRING_START,
 * FSTRING_MIDDLEs and `{` ... `}` groups, and a FSTRING_END. */
#ifndef PYVIZ_LANG_LEXER_H
#define PYVIZ_LANG_LEXER_H

#include <pyviz/base/diagnostic.h>
#include <pyviz/lang/source.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum token_kind {
#define OTHER(kind, name)    TOKEN_##kind,
#define OPERATOR(kind, text) TOKEN_##kind,
#define KEYWORD(kind, text)  TOKEN_##kind,
#include "token.def"
#undef OTHER
#undef OPERATOR
#undef KEYWORD
};

struct token {
    uint8_t kind;        /* enum token_kind */
    uint8_t level;       /* how many brackets are open behind it */
    uint32_t start, end; /* bytes of the source; of a NEWLINE the comment before it, too */
    int line, end_line;  /* from 1 */
};

struct comment {
    uint32_t start, end; /* from the # up to the end of the line */
    int line;
    bool whole_line; /* nothing but white space stands before it */
};

/* Where the innermost bracket that is still open was opened. */
struct open_bracket {
    char bracket; /* 0: none */
    int line;
    uint32_t start;
};

struct token_list {
    struct token *items;
    size_t len, cap;
    struct comment *comments;
    size_t comment_count, comment_cap;
    struct diagnostic error;      /* of a TOKEN_ERROR */
    bool quiet;                   /* it counts only if the parser gets there */
    bool in_fstring;              /* it lies inside an f-string */
    struct open_bracket unclosed; /* the innermost bracket that is open there */
};

/* Never fails; memory is the list's own, given back by lexer_free. */
void lexer_run(const struct source *src, struct token_list *tokens);
void lexer_free(struct token_list *tokens);

/* The column of an offset on its line, which counts from 1; in bytes from 0. */
int lexer_column(const struct source *src, int line, uint32_t offset);
/* "name", "(", "while" ... */
const char *lexer_kind_text(enum token_kind kind);

#endif
