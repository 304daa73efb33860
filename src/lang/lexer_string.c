/* String literals, and f-strings as PEP 701 has them: the text between the fields is a token, the
 * expressions in the fields are ordinary tokens.
 *
 * Invariant: while an f-string's in_text is false, a field of it is being read, and the ordinary
 * tokens go on until the bracket that closes the field, or the colon that opens its format spec. */
#include "lexer_internal.h"

static int quote_size_at(const struct lexer *lx, uint32_t at)
{
    int quote = lexer_at(lx, at);
    return lexer_at(lx, at + 1) == quote && lexer_at(lx, at + 2) == quote ? 3 : 1;
}

/* Inside a field the quote of the f-string itself ends it: `f"{x"` lacks a brace, not a quote. */
static bool unterminated(struct lexer *lx, uint32_t start, int start_line, int quote, int size,
                         bool escaped)
{
    const struct fstring_mode *f = lexer_fstring(lx);
    int detected = lx->line;
    if (f && f->quote == quote && f->quote_size == size)
        return lexer_error_at(lx, DIAGNOSTIC_SYNTAX, start_line, start, start,
                              "f-string: expecting '}'");
    if (size == 3)
        return lexer_error_at(lx, DIAGNOSTIC_SYNTAX, start_line, start, start,
                              "unterminated triple-quoted string literal (detected at line %d)",
                              detected);
    return lexer_error_at(lx, DIAGNOSTIC_SYNTAX, start_line, start, start,
                          "unterminated string literal (detected at line %d)%s", detected,
                          escaped && (!lx->src->minor || lx->src->minor >= 13)
                              ? "; perhaps you escaped the end quote?"
                              : "");
}

bool lexer_string(struct lexer *lx, uint32_t start)
{
    int line = lx->line, quote = lexer_peek(lx), size = quote_size_at(lx, lx->cur), closing = 0;
    bool escaped = false;                                  /* there is a quote behind a backslash */
    if (size == 1 && lexer_at(lx, lx->cur + 1) == quote) { /* the empty string */
        lx->cur += 2;
        lexer_emit(lx, TOKEN_STRING, start, line);
        return true;
    }
    lx->cur += (uint32_t)size;
    while (closing < size) {
        int c = lexer_peek(lx);
        if (c == LEXER_EOF || (size == 1 && c == '\n'))
            return unterminated(lx, start, line, quote, size, escaped);
        closing = c == quote ? closing + 1 : 0;
        if (c == '\\' && lexer_at(lx, lx->cur + 1) != LEXER_EOF) {
            c = lexer_at(lx, ++lx->cur);
            escaped = escaped || c == quote;
        }
        if (c == '\n')
            lexer_next_line(lx);
        else
            lx->cur++;
    }
    lexer_emit(lx, TOKEN_STRING, start, line);
    return true;
}

bool lexer_fstring_start(struct lexer *lx, uint32_t start, bool raw)
{
    int quote = lexer_peek(lx), size = quote_size_at(lx, lx->cur);
    lx->cur += (uint32_t)size;
    if (lx->fstring_count + 1 >= LEXER_MAX_FSTRINGS)
        return lexer_error(lx, "too many nested f-strings");
    lx->fstrings[lx->fstring_count++] = (struct fstring_mode){
        .quote = (char)quote,
        .quote_size = size,
        .raw = raw,
        .in_text = true,
        .field_depth = -1,
        .start = start,
        .line = lx->line,
    };
    lexer_emit(lx, TOKEN_FSTRING_START, start, lx->line);
    return true;
}

static bool at_closing_quote(const struct lexer *lx, const struct fstring_mode *f)
{
    for (int i = 0; i < f->quote_size; i++)
        if (lexer_at(lx, lx->cur + (uint32_t)i) != f->quote)
            return false;
    return true;
}

static bool unterminated_fstring(struct lexer *lx, const struct fstring_mode *f)
{
    return lexer_error_at(lx, DIAGNOSTIC_SYNTAX, f->line, f->start, f->start,
                          f->quote_size == 3
                              ? "unterminated triple-quoted f-string literal (detected at line %d)"
                              : "unterminated f-string literal (detected at line %d)",
                          lx->line);
}

/* Ends the text before a brace that belongs to a field.  A doubled brace stands for itself: it ends
 * the token too, both halves within it. */
static bool end_text(struct lexer *lx, struct fstring_mode *f, uint32_t start, int line,
                     bool doubled)
{
    if (doubled)
        lx->cur += 2;
    lexer_emit(lx, TOKEN_FSTRING_MIDDLE, start, line);
    f->in_text = doubled;
    return true;
}

static bool open_field(struct lexer *lx, struct fstring_mode *f, uint32_t start, int line)
{
    if (++f->field_depth >= LEXER_MAX_NESTED_FIELDS)
        return lexer_error(lx, "f-string: expressions nested too deeply");
    return end_text(lx, f, start, line, false);
}

/* Passes a backslash and what it escapes.  A brace is never escaped by it; of \N{...} the braces
 * are the escape's own, which *named remembers until the closing one. */
static void pass_backslash(struct lexer *lx, const struct fstring_mode *f, bool *named)
{
    lx->cur++;
    int c = lexer_peek(lx);
    if (c == '{' || c == '}' || c == LEXER_EOF)
        return;
    if (c == '\n') {
        lexer_next_line(lx);
        return;
    }
    lx->cur++;
    if (!f->raw && c == 'N' && lexer_peek(lx) == '{') {
        lx->cur++;
        *named = true;
    }
}

bool lexer_fstring_text(struct lexer *lx)
{
    struct fstring_mode *f = lexer_fstring(lx);
    uint32_t start = lx->cur;
    int line = lx->line;
    bool named = false;
    if (at_closing_quote(lx, f)) {
        lx->cur += (uint32_t)f->quote_size;
        lexer_emit(lx, TOKEN_FSTRING_END, start, line);
        lx->fstring_count--;
        return true;
    }
    if (lexer_peek(lx) == '{' && lexer_at(lx, lx->cur + 1) != '{') {
        f->field_depth++;
        if (f->field_depth >= LEXER_MAX_NESTED_FIELDS)
            return lexer_error(lx, "f-string: expressions nested too deeply");
        f->in_text = false;
        return true;
    }
    for (;;) {
        int c = lexer_peek(lx);
        bool in_spec = f->in_format_spec && f->field_depth >= 0;
        if (c == LEXER_EOF || (c == '\n' && f->quote_size == 1)) {
            if (!in_spec || c == LEXER_EOF)
                return unterminated_fstring(lx, f);
            f->in_format_spec = false;
            return end_text(lx, f, start, line, false);
        }
        if (at_closing_quote(lx, f)) {
            lexer_emit(lx, TOKEN_FSTRING_MIDDLE, start, line);
            return true;
        }
        bool doubled = lexer_at(lx, lx->cur + 1) == c && !in_spec;
        if (c == '{')
            return doubled ? end_text(lx, f, start, line, true) : open_field(lx, f, start, line);
        if (c == '}' && named) {
            lx->cur++;
            lexer_emit(lx, TOKEN_FSTRING_MIDDLE, start, line);
            return true;
        }
        if (c == '}')
            return end_text(lx, f, start, line, doubled && f->depth == 0);
        if (c == '\\')
            pass_backslash(lx, f, &named);
        else if (c == '\n')
            lexer_next_line(lx);
        else
            lx->cur++;
    }
}
