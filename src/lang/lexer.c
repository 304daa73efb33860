/* Lines, indentation, names, operators, brackets; numbers and strings have files of their own. */
#include "lexer.h"

#include "lexer_internal.h"

#include <pyviz/base/ascii.h>
#include <pyviz/base/utf8.h>
#include <pyviz/lang/identifier.h>

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

static const char *const kind_texts[] = {
#define OTHER(kind, name)    name,
#define OPERATOR(kind, text) text,
#define KEYWORD(kind, text)  text,
#include "token.def"
#undef OTHER
#undef OPERATOR
#undef KEYWORD
};

const char *lexer_kind_text(enum token_kind kind)
{
    return kind_texts[kind];
}

int lexer_column(const struct source *src, int line, uint32_t offset)
{
    return (int)(offset - src->line_starts[line - 1]);
}

/* ---- Tokens and errors --------------------------------------------------------------------- */

static void push_token(struct token_list *out, struct token token)
{
    if (out->len == out->cap) {
        out->cap = out->cap ? out->cap * 2 : 256;
        out->items = base_realloc(out->items, out->cap * sizeof *out->items);
    }
    out->items[out->len++] = token;
}

void lexer_emit(struct lexer *lx, enum token_kind kind, uint32_t start, int line)
{
    push_token(lx->out, (struct token){.kind = (uint8_t)kind,
                                       .level = (uint8_t)lx->level,
                                       .start = start,
                                       .end = lx->cur,
                                       .line = line,
                                       .end_line = lx->line});
}

/* A token without extent: INDENT, DEDENT, END. */
static void emit_mark(struct lexer *lx, enum token_kind kind, uint32_t at)
{
    push_token(lx->out, (struct token){.kind = (uint8_t)kind,
                                       .level = (uint8_t)lx->level,
                                       .start = at,
                                       .end = at,
                                       .line = lx->line,
                                       .end_line = lx->line});
}

static void stop(struct lexer *lx)
{
    lx->out->in_fstring = lx->fstring_count > 0;
    if (lx->level > 0)
        lx->out->unclosed = lx->brackets[lx->level - 1];
    emit_mark(lx, TOKEN_ERROR, lx->cur);
}

/* CPython's tokenizer only notes these errors; the parser reports them when it gets there. */
static bool stop_quietly(struct lexer *lx)
{
    lx->out->quiet = true;
    return false;
}

bool lexer_error_at(struct lexer *lx, enum diagnostic_kind kind, int line, uint32_t start,
                    uint32_t end, const char *format, ...)
{
    char message[256];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    uint32_t line_start = (uint32_t)lx->src->line_starts[line - 1];
    source_diagnose(lx->src, &lx->out->error, kind, line, (int)(start - line_start), line,
                    end > start ? (int)(end - line_start) : -1, "%s", message);
    lx->out->error.cut = kind == DIAGNOSTIC_SYNTAX;
    stop(lx);
    return false;
}

bool lexer_error(struct lexer *lx, const char *format, ...)
{
    char message[256];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    uint32_t at = lx->cur > lx->line_start ? lx->cur - 1 : lx->cur;
    while (at > lx->line_start && at < lx->len && ((unsigned char)lx->text[at] & 0xc0) == 0x80)
        at--;
    return lexer_error_at(lx, DIAGNOSTIC_SYNTAX, lx->line, at, at, "%s", message);
}

void lexer_next_line(struct lexer *lx)
{
    lx->cur++;
    if (lx->cur < lx->len) {
        lx->line++;
        lx->line_start = lx->cur;
    }
}

static void push_comment(struct lexer *lx, uint32_t start)
{
    struct token_list *out = lx->out;
    if (out->comment_count == out->comment_cap) {
        out->comment_cap = out->comment_cap ? out->comment_cap * 2 : 64;
        out->comments = base_realloc(out->comments, out->comment_cap * sizeof *out->comments);
    }
    uint32_t i = lx->line_start;
    while (i < start && strchr(" \t\f", lx->text[i]))
        i++;
    out->comments[out->comment_count++] = (struct comment){
        .start = start, .end = lx->cur, .line = lx->line, .whole_line = i == start};
}

/* ---- White space --------------------------------------------------------------------------- */

/* The source ends inside a bracket. */
static bool refuse_unclosed(struct lexer *lx)
{
    const struct open_bracket *open = &lx->brackets[lx->level - 1];
    lexer_error_at(lx, DIAGNOSTIC_SYNTAX, open->line, open->start, open->start,
                   "'%c' was never closed", open->bracket);
    lx->out->error.cut = (size_t)open->line < lx->src->line_count;
    lx->out->error.in_bytes = source_parser_counts_bytes(lx->src);
    return stop_quietly(lx);
}

static bool end_of_source(struct lexer *lx)
{
    if (lx->level > 0)
        return refuse_unclosed(lx);
    emit_mark(lx, TOKEN_END, lx->cur);
    return false;
}

/* cur is at a backslash: joins the next line to this one. */
static bool continue_line(struct lexer *lx)
{
    if (lexer_at(lx, lx->cur + 1) != '\n') {
        lexer_error_at(lx, DIAGNOSTIC_SYNTAX, lx->line, lx->cur + 1, lx->cur + 1,
                       "unexpected character after line continuation character");
        lx->out->error.cut = false;
        return stop_quietly(lx);
    }
    lx->cur++;
    if (lexer_at(lx, lx->cur + 1) == LEXER_EOF) {
        if (lx->level > 0)
            return refuse_unclosed(lx);
        lexer_error_at(lx, DIAGNOSTIC_SYNTAX, lx->line, lx->cur, lx->cur,
                       "unexpected EOF while parsing");
        lx->out->error.cut = false;
        lx->out->error.end = DIAGNOSTIC_END_UNKNOWN;
        return stop_quietly(lx);
    }
    lexer_next_line(lx);
    return true;
}

static bool tab_error(struct lexer *lx)
{
    lexer_error_at(lx, DIAGNOSTIC_TAB, lx->line, lx->line_start, lx->line_start,
                   "inconsistent use of tabs and spaces in indentation");
    return stop_quietly(lx);
}

/* Compares the line's indentation with the stack (tok_get_normal_mode, "indentation"). */
static bool indent_to(struct lexer *lx, int column, int alt_column)
{
    if (column > lx->columns[lx->indent]) {
        if (lx->indent + 1 >= LEXER_MAX_INDENT) {
            lexer_error_at(lx, DIAGNOSTIC_INDENTATION, lx->line, lx->line_start, lx->line_start,
                           "too many levels of indentation");
            return stop_quietly(lx);
        }
        if (alt_column <= lx->alt_columns[lx->indent])
            return tab_error(lx);
        lx->indent++;
        lx->columns[lx->indent] = column;
        lx->alt_columns[lx->indent] = alt_column;
        emit_mark(lx, TOKEN_INDENT, lx->cur);
        return true;
    }
    int indent = lx->indent;
    while (indent > 0 && column < lx->columns[indent])
        indent--;
    if (column != lx->columns[indent]) {
        size_t len;
        source_line(lx->src, (size_t)lx->line, &len);
        uint32_t end = lx->line_start + (uint32_t)len;
        lexer_error_at(lx, DIAGNOSTIC_INDENTATION, lx->line, end, end,
                       "unindent does not match any outer indentation level");
        return stop_quietly(lx);
    }
    if (alt_column != lx->alt_columns[indent])
        return tab_error(lx);
    for (; lx->indent > indent; lx->indent--)
        emit_mark(lx, TOKEN_DEDENT, lx->cur);
    return true;
}

/* Reads the white space that opens a line.  *blank: nothing but a comment follows. */
static bool read_indentation(struct lexer *lx, bool *blank)
{
    int column = 0, alt_column = 0, continued = 0;
    lx->at_line_start = false;
    for (;; lx->cur++) {
        int c = lexer_peek(lx);
        if (c == ' ') {
            column++;
            alt_column++;
        } else if (c == '\t') {
            column = (column / 8 + 1) * 8;
            alt_column++;
        } else if (c == '\f') {
            column = alt_column = 0;
        } else if (c == '\\') {
            continued = continued ? continued : column; /* the first line's indentation counts */
            if (!continue_line(lx))
                return false;
            lx->cur--;
        } else {
            break;
        }
    }
    *blank = lexer_peek(lx) == '#' || lexer_peek(lx) == '\n';
    if (*blank || lx->level > 0)
        return true;
    return indent_to(lx, continued ? continued : column, continued ? continued : alt_column);
}

static void skip_comment(struct lexer *lx)
{
    uint32_t start = lx->cur;
    const char *newline = memchr(lx->text + start, '\n', lx->len - start);
    lx->cur = newline ? (uint32_t)(newline - lx->text) : lx->len;
    push_comment(lx, start);
}

/* ---- Names and strings --------------------------------------------------------------------- */

static enum token_kind keyword_of(const char *s, size_t n)
{
    if (n < 2 || n > 8)
        return TOKEN_NAME;
    for (int kind = TOKEN_FALSE; kind <= TOKEN_YIELD; kind++)
        if (kind_texts[kind][0] == s[0] && strncmp(kind_texts[kind], s, n) == 0 &&
            kind_texts[kind][n] == '\0')
            return (enum token_kind)kind;
    return TOKEN_NAME;
}

static bool is_printable(int32_t c)
{
    switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return false;
    case UTF8PROC_CATEGORY_ZS:
        return c == ' ';
    default:
        return true;
    }
}

static bool refuse_character(struct lexer *lx, int32_t c, size_t size)
{
    lx->cur += (uint32_t)size;
    if (!is_printable(c))
        return lexer_error(lx, "invalid non-printable character U+%04X", (unsigned)c);
    return lexer_error(lx, "invalid character '%.*s' (U+%04X)", (int)size,
                       lx->text + lx->cur - size, (unsigned)c);
}

static bool starts_name(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
}

/* Passes the bytes of a name; what is above ASCII must be a letter of some script. */
static bool scan_name(struct lexer *lx)
{
    uint32_t start = lx->cur;
    while (lx->cur < lx->len) {
        unsigned char c = (unsigned char)lx->text[lx->cur];
        if (c < 0x80) {
            if (!starts_name(c) && !ascii_is_digit(c))
                break;
            lx->cur++;
            continue;
        }
        int32_t code_point;
        size_t size = utf8_decode(lx->text + lx->cur, lx->len - lx->cur, false, &code_point);
        if (!(lx->cur == start ? identifier_is_start : identifier_is_continue)(code_point))
            return refuse_character(lx, code_point, size);
        lx->cur += (uint32_t)size;
    }
    return true;
}

/* What stands before a quote: some of r, b, u, f in any case and order that Python knows. */
struct string_prefix {
    uint32_t len;
    bool raw, format;
};

/* True if a string literal begins at cur (tok_get_normal_mode, "identifier"). */
static bool find_prefix(const struct lexer *lx, struct string_prefix *prefix)
{
    bool b = false, u = false, r = false, f = false;
    *prefix = (struct string_prefix){0};
    for (;; prefix->len++) {
        int c = lexer_at(lx, lx->cur + prefix->len) | 0x20;
        if (c == 'b' && !b && !u && !f)
            b = true;
        else if (c == 'u' && !b && !u && !r && !f)
            u = true;
        else if (c == 'r' && !r && !u)
            r = true;
        else if (c == 'f' && !f && !b && !u)
            f = true;
        else
            break;
    }
    int quote = lexer_at(lx, lx->cur + prefix->len);
    prefix->raw = r;
    prefix->format = f;
    return quote == '"' || quote == '\'';
}

static bool read_string(struct lexer *lx, const struct string_prefix *prefix)
{
    uint32_t start = lx->cur;
    lx->cur += prefix->len;
    return prefix->format ? lexer_fstring_start(lx, start, prefix->raw) : lexer_string(lx, start);
}

static bool read_name(struct lexer *lx)
{
    uint32_t start = lx->cur;
    if (!scan_name(lx))
        return false;
    lexer_emit(lx, keyword_of(lx->text + start, lx->cur - start), start, lx->line);
    return true;
}

/* ---- Operators and brackets ---------------------------------------------------------------- */

/* The longest operator at cur; TOKEN_UNKNOWN of one byte if there is none. */
static enum token_kind operator_at(const struct lexer *lx, size_t *size)
{
    const char *at = lx->text + lx->cur;
    size_t left = lx->len - lx->cur, longest = 0;
    enum token_kind found = TOKEN_UNKNOWN;
    for (int kind = TOKEN_LPAR; kind <= TOKEN_ELLIPSIS; kind++) {
        const char *text = kind_texts[kind];
        size_t n = text[0] == *at ? strlen(text) : 0;
        if (n > longest && n <= left && memcmp(text, at, n) == 0) {
            found = (enum token_kind)kind;
            longest = n;
        }
    }
    *size = longest ? longest : 1;
    return found;
}

static bool open_bracket(struct lexer *lx, char bracket)
{
    struct fstring_mode *f = lexer_fstring(lx);
    if (lx->level >= LEXER_MAX_BRACKETS) {
        lx->cur++;
        return lexer_error(lx, "too many nested parentheses");
    }
    lx->brackets[lx->level++] =
        (struct open_bracket){.bracket = bracket, .line = lx->line, .start = lx->cur};
    if (f)
        f->depth++;
    return true;
}

static bool brackets_match(char open, char close)
{
    return (open == '(' && close == ')') || (open == '[' && close == ']') ||
           (open == '{' && close == '}');
}

static bool refuse_mismatch(struct lexer *lx, const struct open_bracket *open, char close)
{
    const struct fstring_mode *f = lexer_fstring(lx);
    lx->cur++;
    if (f && open->bracket == '{' && f->depth - 1 == f->field_depth)
        return lexer_error(lx, "f-string: unmatched '%c'", close);
    if (open->line != lx->line)
        return lexer_error(
            lx, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %d",
            close, open->bracket, open->line);
    return lexer_error(lx, "closing parenthesis '%c' does not match opening parenthesis '%c'",
                       close, open->bracket);
}

static bool close_bracket(struct lexer *lx, char bracket)
{
    struct fstring_mode *f = lexer_fstring(lx);
    if (f && f->depth == 0 && bracket == '}') {
        lx->cur++;
        return lexer_error(lx, "f-string: single '}' is not allowed");
    }
    if (lx->level == 0) {
        lx->cur++;
        return lexer_error(lx, "unmatched '%c'", bracket);
    }
    lx->level--;
    if (!brackets_match(lx->brackets[lx->level].bracket, bracket))
        return refuse_mismatch(lx, &lx->brackets[lx->level], bracket);
    if (!f)
        return true;
    if (--f->depth < 0) {
        lx->cur++;
        return lexer_error(lx, "f-string: unmatched '%c'", bracket);
    }
    if (bracket == '}' && f->depth == f->field_depth) {
        f->field_depth--;
        f->in_text = true;
        f->in_format_spec = false;
    }
    return true;
}

static bool read_operator(struct lexer *lx)
{
    struct fstring_mode *f = lexer_fstring(lx);
    uint32_t start = lx->cur;
    int c = lexer_peek(lx);
    size_t size;
    enum token_kind kind = operator_at(lx, &size);
    if (kind == TOKEN_UNKNOWN && !is_printable(c))
        return refuse_character(lx, c, 1);
    if (c == ':' && f && f->field_depth >= 0 && f->depth - 1 == f->field_depth) {
        f->in_text = f->in_format_spec = true; /* not := : a format spec begins */
        kind = TOKEN_COLON;
        size = 1;
    }
    if (strchr("([{", c) && !open_bracket(lx, (char)c))
        return false;
    if (strchr(")]}", c) && !close_bracket(lx, (char)c))
        return false;
    lx->cur += (uint32_t)size;
    lexer_emit(lx, kind, start, lx->line);
    return true;
}

/* ---- The loop ------------------------------------------------------------------------------ */

/* The newline token of a statement stands where its comment begins, if it has one. */
static void end_line(struct lexer *lx, bool blank, uint32_t at)
{
    if (lx->level == 0 && !blank)
        lexer_emit(lx, TOKEN_NEWLINE, at, lx->line);
    lx->at_line_start = lx->level == 0;
    lexer_next_line(lx);
}

static bool read_token(struct lexer *lx)
{
    struct string_prefix prefix;
    int c = lexer_peek(lx), next = lexer_at(lx, lx->cur + 1);
    if (ascii_is_digit(c) || (c == '.' && ascii_is_digit(next)))
        return lexer_number(lx);
    if (find_prefix(lx, &prefix))
        return read_string(lx, &prefix);
    if (starts_name(c))
        return read_name(lx);
    return read_operator(lx);
}

/* Reads up to and including one token.  False at the end, or where the lexer stopped. */
static bool step(struct lexer *lx)
{
    struct fstring_mode *f = lexer_fstring(lx);
    bool blank = false;
    if (f && f->in_text)
        return lexer_fstring_text(lx);
    if (lx->at_line_start && !read_indentation(lx, &blank))
        return false;
    while (lexer_peek(lx) == ' ' || lexer_peek(lx) == '\t' || lexer_peek(lx) == '\f')
        lx->cur++;
    uint32_t at = lx->cur;
    if (lexer_peek(lx) == '#')
        skip_comment(lx);
    switch (lexer_peek(lx)) {
    case LEXER_EOF:
        return end_of_source(lx);
    case '\n':
        end_line(lx, blank, at);
        return true;
    case '\\':
        return continue_line(lx);
    default:
        return read_token(lx);
    }
}

void lexer_run(const struct source *src, struct token_list *tokens)
{
    struct lexer *lx = base_calloc(1, sizeof *lx);
    memset(tokens, 0, sizeof *tokens);
    lx->src = src;
    lx->out = tokens;
    lx->text = src->text;
    lx->len = (uint32_t)src->len;
    lx->adds_newline = src->len > 0 && src->text[src->len - 1] != '\n';
    lx->line = 1;
    lx->at_line_start = true;
    while (step(lx))
        continue;
    free(lx);
}

void lexer_free(struct token_list *tokens)
{
    free(tokens->items);
    free(tokens->comments);
    memset(tokens, 0, sizeof *tokens);
}
