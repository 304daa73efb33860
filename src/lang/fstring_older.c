/* f-strings before PEP 701, when each was one string token whose text was searched for fields only
 * then.  Parser/string_parser.c of 3.11: fstring_find_literal, fstring_find_expr,
 * fstring_compile_expr. */
#include <pyviz/base/arena.h>
#include <pyviz/base/ascii.h>
#include <pyviz/base/buffer.h>
#include <pyviz/lang/fstring_older.h>
#include <pyviz/lang/parser.h>

#include <stdio.h>
#include <string.h>

enum { MAX_BRACKETS = 200, MAX_LEVELS = 2 };

struct place {
    size_t start, end;
    int line, end_line;
};

struct walk {
    const struct source *src;
    const char *text;
    size_t len, at;
    int line, brackets;
    bool parse_fields; /* say what is wrong with an expression, too */
    struct diagnostic *error;
    char message[512]; /* "": nothing is wrong */
};

static int peek(const struct walk *w, size_t ahead)
{
    return w->at + ahead < w->len ? (unsigned char)w->text[w->at + ahead] : '\n';
}

static bool in_name(int c)
{
    return c == '_' || c >= 0x80 || ascii_is_alnum(c);
}

/* How long a prefix of a string literal stands here, or -1. */
static int prefix_size(const struct walk *w, bool *format, bool *raw)
{
    int n = 0, seen = 0;
    *format = *raw = false;
    while (n < 3 && peek(w, (size_t)n) != '"' && peek(w, (size_t)n) != '\'') {
        int c = peek(w, (size_t)n++) | 0x20;
        if (!strchr("rbuf", c) || w->at + (size_t)n > w->len)
            return -1;
        *format = *format || c == 'f';
        *raw = *raw || c == 'r';
        seen += c;
    }
    int quote = peek(w, (size_t)n);
    bool pair = seen == 'r' + 'b' || seen == 'r' + 'f';
    return (n < 2 || (n == 2 && pair)) && (quote == '"' || quote == '\'') ? n : -1;
}

/* Passes a string literal; false: it does not end. */
static bool pass_string(struct walk *w, int prefix, int *quotes)
{
    w->at += (size_t)prefix;
    int quote = peek(w, 0), size = peek(w, 1) == quote && peek(w, 2) == quote ? 3 : 1, closing = 0;
    *quotes = size;
    for (w->at += (size_t)size; closing < size; w->at++) {
        int c = peek(w, 0);
        if (w->at >= w->len || (size == 1 && c == '\n'))
            return false;
        closing = c == quote ? closing + 1 : 0;
        if (c == '\\' && w->at + 1 < w->len)
            c = (unsigned char)w->text[++w->at];
        w->line += c == '\n';
    }
    return true;
}

/* ---- the text of one f-string ---------------------------------------------------------------- */

struct body {
    struct walk *w;
    const char *at, *end;
    bool raw;
};

static bool wrong(struct body *b, const char *format, int c, int d)
{
    snprintf(b->w->message, sizeof b->w->message, format, c, d);
    return false;
}

static bool unended(struct body *b)
{
    return wrong(b, "f-string: expecting '}'", 0, 0);
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Whether those brackets belong together. */
static bool is_pair(char open, char close)
{
    return (open == '(' && close == ')') || (open == '[' && close == ']') ||
           (open == '{' && close == '}');
}

/* Passes a character of an expression that ends a string literal, or is in one. */
static bool in_literal(struct body *b, char *quote, int *size)
{
    char c = *b->at;
    bool triple = b->at + 2 < b->end && b->at[1] == c && b->at[2] == c;
    if (*quote) {
        if (c == *quote && (*size == 1 || triple)) {
            b->at += *size - 1;
            *quote = 0;
        }
        return true;
    }
    if (c != '"' && c != '\'')
        return false;
    *quote = c;
    *size = triple ? 3 : 1;
    b->at += *size - 1;
    return true;
}

/* Up to what ends the expression of a field. */
static bool pass_expression(struct body *b)
{
    char stack[MAX_BRACKETS], quote = 0;
    int depth = 0, size = 1;
    for (; b->at < b->end; b->at++) {
        char c = *b->at, next = b->at + 1 < b->end ? b->at[1] : 0;
        if (c == '\\')
            return wrong(b, "f-string expression part cannot include a backslash", 0, 0);
        if (in_literal(b, &quote, &size))
            continue;
        if (c == '[' || c == '{' || c == '(') {
            if (depth >= MAX_BRACKETS)
                return wrong(b, "f-string: too many nested parenthesis", 0, 0);
            stack[depth++] = c;
        } else if (c == '#') {
            return wrong(b, "f-string expression part cannot include '#'", 0, 0);
        } else if (depth == 0 && strchr("!:}=<>", c)) {
            if (next == '=' && strchr("!=<>", c))
                b->at++;
            else if (c != '<' && c != '>')
                break;
        } else if (c == ']' || c == '}' || c == ')') {
            if (depth == 0)
                return wrong(b, "f-string: unmatched '%c'", c, 0);
            if (!is_pair(stack[--depth], c))
                return wrong(
                    b, "f-string: closing parenthesis '%c' does not match opening parenthesis '%c'",
                    c, stack[depth]);
        }
    }
    if (quote)
        return wrong(b, "f-string: unterminated string", 0, 0);
    if (depth)
        return wrong(b, "f-string: unmatched '%c'", stack[depth - 1], 0);
    return b->at < b->end || unended(b);
}

/* What the tokenizer says has no "f-string: " in front. */
static bool is_of_tokenizer(const char *message)
{
    static const char *const known[] = {
        "invalid decimal", "invalid hexadecimal", "invalid octal",         "invalid binary",
        "invalid digit",   "invalid character",   "invalid non-printable", "invalid imaginary",
        "leading zeros",   "unterminated",        "unexpected character"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strncmp(message, known[i], strlen(known[i])) == 0)
            return true;
    return false;
}

/* Parses an expression as it stands in parentheses. */
static bool check_expression(struct body *b, const char *start)
{
    struct walk *w = b->w;
    struct source source = {0};
    struct arena arena = {0};
    struct module *tree = NULL;
    struct diagnostic *d = w->error;
    size_t n = (size_t)(b->at - start);
    char *text = base_alloc(n + 3);
    int line = 1;
    text[0] = '(';
    memcpy(text + 1, start, n);
    text[n + 1] = ')';
    text[n + 2] = '\n';
    bool good = source_from_bytes(&source, w->src->name, text, n + 3, 0, d) &&
                parser_parse_expression(&source, &arena, &tree, d);
    arena_free(&arena);
    source_free(&source);
    base_free(text);
    if (good)
        return true;
    for (const char *p = w->text; p < start; p++)
        line += *p == '\n';
    d->line += line - 1;
    d->text_line = 0; /* the expression alone */
    d->end_line += d->end_line ? line - 1 : 0;
    if (!is_of_tokenizer(d->message)) {
        static const char front[] = "f-string: ";
        size_t size = sizeof front - 1;
        memmove(d->message + size, d->message, sizeof d->message - size);
        memcpy(d->message, front, size);
        d->message[sizeof d->message - 1] = '\0';
    }
    return wrong(b, "-", 0, 0);
}

static bool check_body(struct body *b, int level);

static bool check_field(struct body *b, int level)
{
    if (level >= MAX_LEVELS)
        return wrong(b, "f-string: expressions nested too deeply", 0, 0);
    const char *start = ++b->at, *p = start;
    if (!pass_expression(b))
        return false;
    while (p < b->at && is_space(*p))
        p++;
    if (p == b->at)
        return *b->at == '}' ? wrong(b, "f-string: empty expression not allowed", 0, 0)
                             : wrong(b, "f-string: expression required before '%c'", *b->at, 0);
    if ((b->w->parse_fields || *p == '*') && !check_expression(b, start))
        return false;
    if (*b->at == '=')
        for (b->at++; b->at < b->end && is_space(*b->at);)
            b->at++;
    if (b->at < b->end && *b->at == '!') {
        if (++b->at >= b->end)
            return unended(b);
        if (!strchr("sra", *b->at))
            return wrong(b, "f-string: invalid conversion character: expected 's', 'r', or 'a'", 0,
                         0);
        b->at++;
    }
    if (b->at < b->end && *b->at == ':') {
        if (++b->at >= b->end)
            return unended(b);
        if (!check_body(b, level + 1))
            return false;
    }
    if (b->at >= b->end || *b->at != '}')
        return unended(b);
    b->at++;
    return true;
}

/* Text and fields, up to the end, or in a format spec up to a brace. */
static bool check_body(struct body *b, int level)
{
    while (b->at < b->end) {
        char c = *b->at;
        if (!b->raw && c == '\\' && b->at + 1 < b->end) {
            c = *++b->at;
            if (c == 'N' && b->at + 1 < b->end && b->at[1] == '{')
                while (b->at < b->end && *b->at != '}')
                    b->at++;
            if (c != '{' && c != '}') {
                b->at += b->at < b->end;
                continue;
            }
        }
        bool doubled = level == 0 && b->at + 1 < b->end && b->at[1] == c;
        if ((c == '{' || c == '}') && doubled)
            b->at += 2;
        else if (c == '}')
            return level != 0 || wrong(b, "f-string: single '}' is not allowed", 0, 0);
        else if (c != '{')
            b->at++;
        else if (!check_field(b, level))
            return false;
    }
    return true;
}

/* ---- the token behind, which CPython has already read, and marks ----------------------------- */

static size_t operator_size(const struct walk *w)
{
    static const char *const known[] = {
        "**=", "//=", "<<=", ">>=", "...", "->", ":=", "==", "!=", "<=", ">=", "**",
        "//",  "<<",  ">>",  "+=",  "-=",  "*=", "/=", "%=", "&=", "|=", "^=", "@="};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (w->len - w->at >= strlen(known[i]) &&
            memcmp(w->text + w->at, known[i], strlen(known[i])) == 0)
            return strlen(known[i]);
    return 1;
}

static void tell(struct walk *w, const struct place *p, const char *message)
{
    size_t first = w->src->line_starts[p->line - 1], last = w->src->line_starts[p->end_line - 1];
    source_diagnose(w->src, w->error, DIAGNOSTIC_SYNTAX, p->line, (int)(p->start - first),
                    p->end_line, (int)(p->end - last), "%s", message);
    w->error->in_bytes = source_parser_counts_bytes(w->src);
}

static void tell_unended(struct walk *w, struct place p, int quotes)
{
    char message[100];
    snprintf(message, sizeof message, "unterminated %s literal (detected at line %d)",
             quotes == 3 ? "triple-quoted string" : "string", w->line);
    p.end = p.start;
    p.end_line = p.line;
    tell(w, &p, message);
    w->error->cut = true;
}

static void pass_blanks(struct walk *w)
{
    for (;; w->at++) {
        int c = peek(w, 0);
        bool joined = c == '\\' && peek(w, 1) == '\n';
        if (w->at >= w->len ||
            !(c == ' ' || c == '\t' || c == '\f' || joined || (c == '\n' && w->brackets)))
            return;
        w->line += joined || c == '\n';
        w->at += joined;
    }
}

static void pass_comment(struct walk *w)
{
    while (w->at < w->len && w->text[w->at] != '\n')
        w->at++;
}

/* Passes what is no string literal. */
static void pass_other(struct walk *w)
{
    int c = peek(w, 0);
    if (c == '#') {
        pass_comment(w);
    } else if (in_name(c)) {
        while (w->at < w->len && in_name(peek(w, 0)))
            w->at++;
    } else {
        w->brackets += c == '(' || c == '[' || c == '{';
        w->brackets -= c == ')' || c == ']' || c == '}';
        w->line += c == '\n';
        w->at++;
    }
}

/* An error of the tokenizer's anywhere behind counts more. */
static void prefer_unended(struct walk *w)
{
    bool format, raw;
    int quotes;
    while (w->at < w->len) {
        struct place p = {w->at, w->at, w->line, w->line};
        int size = prefix_size(w, &format, &raw);
        if (size < 0) {
            pass_other(w);
        } else if (!pass_string(w, size, &quotes)) {
            tell_unended(w, p, quotes);
            return;
        }
    }
}

/* The text goes back to where the literal begins that ends on this line. */
static void tell_at_next_token(struct walk *w, int begun)
{
    bool format, raw;
    int size, quotes, ended = w->line;
    for (;;) {
        pass_blanks(w);
        struct place p = {w->at, w->at, w->line, w->line};
        if ((size = prefix_size(w, &format, &raw)) >= 0) {
            begun = p.line == ended ? begun : p.line;
            if (pass_string(w, size, &quotes)) {
                ended = w->line;
                continue;
            }
            tell_unended(w, p, quotes);
            return;
        }
        if (peek(w, 0) == '#') {
            pass_comment(w);
            if (w->brackets)
                continue;
            p.end = w->at;
        } else if (peek(w, 0) == '\\') {
            p.start = p.end = w->at + 1;
            tell(w, &p, "unexpected character after line continuation character");
            return;
        } else if (in_name(peek(w, 0))) {
            while (w->at < w->len && in_name(peek(w, 0)))
                w->at++;
            p.end = w->at;
        } else if (w->at < w->len && peek(w, 0) != '\n') {
            p.end = w->at + operator_size(w);
        }
        tell(w, &p, w->message);
        w->error->text_line = p.line == ended ? begun : p.line;
        prefer_unended(w);
        return;
    }
}

/* ---- the whole source ------------------------------------------------------------------------ */

/* Does an error that was found otherwise stand in front? */
static bool is_before(const struct source *src, const struct diagnostic *d, int line, size_t at)
{
    int col = source_column(src, (size_t)line, at - src->line_starts[line - 1]);
    return d->line < line || (d->line == line && d->col > 0 && d->col < col);
}

static bool is_at(const struct source *src, const struct diagnostic *d, int line, size_t at)
{
    return d->line == line &&
           d->col == source_column(src, (size_t)line, at - src->line_starts[line - 1]);
}

/* An escape that means nothing. */
static bool is_undecodable(const struct diagnostic *d)
{
    return strncmp(d->message, "(unicode error)", 15) == 0 ||
           strncmp(d->message, "(value error)", 13) == 0;
}

static bool check_string(struct walk *w, int prefix, bool raw, const struct diagnostic *found,
                         bool *decided)
{
    size_t start = w->at;
    int line = w->line, quotes;
    bool ends = pass_string(w, prefix, &quotes);
    if (found && is_before(w->src, found, line, start)) {
        *decided = true;
        return true;
    }
    if (!ends) {
        tell_unended(w, (struct place){start, start, line, line}, quotes);
        return false;
    }
    struct body b = {w, w->text + start + prefix + quotes, w->text + w->at - quotes, raw};
    if (check_body(&b, 0)) {
        bool inside = found && is_before(w->src, found, w->line, w->at);
        if (inside && is_undecodable(found)) {
            memcpy(w->message, found->message, sizeof w->message);
            tell_at_next_token(w, line);
            return false;
        }
        /* an error that begins where the literal does is of what it stands in */
        bool around = inside && is_at(w->src, found, line, start) &&
                      strncmp(found->message, "f-string", 8) != 0;
        if (inside && !around) {
            *w->error = *found;
            w->error->kind = DIAGNOSTIC_NOT_SIMULATED;
            snprintf(w->error->message, sizeof w->error->message,
                     "an f-string that Python 3.12 does not take");
            return false;
        }
        return true;
    }
    if (strcmp(w->message, "-") != 0)
        tell_at_next_token(w, line);
    return false;
}

bool fstring_older_check(const struct source *src, const struct diagnostic *found,
                         struct diagnostic *error)
{
    struct diagnostic mine = {0};
    struct walk w = {.src = src,
                     .text = src->text,
                     .len = src->len,
                     .line = 1,
                     .parse_fields = found != NULL,
                     .error = &mine};
    bool decided = false;
    while (w.at < w.len && !decided) {
        bool format, raw;
        int size = prefix_size(&w, &format, &raw), quotes;
        if (size >= 0 && format) {
            if (!check_string(&w, size, raw, found, &decided)) {
                *error = mine;
                return false;
            }
        } else if (size >= 0) {
            bool told = found && is_undecodable(found) && is_at(src, found, w.line, w.at);
            int line = w.line;
            if (!pass_string(&w, size, &quotes))
                return true;
            if (told) {
                memcpy(w.message, found->message, sizeof w.message);
                tell_at_next_token(&w, line);
                *error = mine;
                return false;
            }
        } else {
            pass_other(&w);
        }
    }
    return true;
}
