#include "scan.h"

#include <pyviz/base/ascii.h>
#include <pyviz/base/buffer.h>

#include <stdlib.h>
#include <string.h>

enum { MAX_FIELD_DEPTH = 8 };

struct scanner {
    struct scan *out;
    const char *text;
    size_t len, at;
    size_t line, line_start; /* where `at` is */
    int depth;               /* brackets open */
    bool after_dot;
    bool code;   /* this line holds code */
    int nesting; /* fields of f-strings within each other */
};

static const char *const keywords[] = {
    "and",    "as",   "assert", "async",  "await",  "break",   "class",    "continue",
    "def",    "del",  "elif",   "else",   "except", "finally", "for",      "from",
    "global", "if",   "import", "in",     "is",     "lambda",  "nonlocal", "not",
    "or",     "pass", "raise",  "return", "try",    "while",   "with",     "yield",
};
static const char *const constants[] = {"None", "True", "False"};

static bool is_one_of(const char *s, size_t n, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(words[i]) == n && memcmp(words[i], s, n) == 0)
            return true;
    return false;
}

static void add(struct scanner *s, enum scan_kind kind, size_t start, size_t end)
{
    struct scan *out = s->out;
    if (end <= start)
        return;
    if (out->count == out->room) {
        out->room = out->room ? out->room * 2 : 256;
        out->token = base_realloc(out->token, out->room * sizeof *out->token);
    }
    out->token[out->count++] =
        (struct scan_token){(uint32_t)s->line, (uint32_t)(start - s->line_start),
                            (uint32_t)(end - start), (uint8_t)kind, s->after_dot};
}

/* The newline at s->at is passed. */
static void end_line(struct scanner *s, bool continued)
{
    s->out->line[s->line].continued = continued;
    s->out->line[s->line].code = s->code;
    s->at++;
    s->line++;
    s->line_start = s->at;
    s->out->line[s->line].first = s->out->count;
    s->code = false;
}

static char peek(const struct scanner *s, size_t ahead)
{
    return s->at + ahead < s->len ? s->text[s->at + ahead] : '\0';
}

static bool is_name_byte(char c)
{
    return ascii_is_alnum(c) || c == '_' || (unsigned char)c >= 0x80;
}

static void scan_expression(struct scanner *s, bool field);

/* The field of an f-string: `{` has been passed; ends behind its `}`. */
static void scan_field(struct scanner *s)
{
    int depth = s->depth;
    s->depth = 0;
    s->nesting++;
    scan_expression(s, true);
    s->nesting--;
    s->depth = depth;
    if (peek(s, 0) == '}')
        s->at++;
}

/* A string whose quotes begin at s->at; `start` is where its prefix does. */
static void scan_string(struct scanner *s, size_t start, bool raw, bool formatted)
{
    char quote = s->text[s->at];
    size_t quotes = peek(s, 1) == quote && peek(s, 2) == quote ? 3 : 1;
    s->at += quotes;
    while (s->at < s->len) {
        char c = s->text[s->at];
        if (c == '\n') {
            add(s, SCAN_STRING, start, s->at);
            if (quotes == 1)
                return; /* not closed: no good Python, and not our business */
            end_line(s, true);
            start = s->at;
        } else if (c == '\\' && s->at + 1 < s->len && s->text[s->at + 1] != '\n' &&
                   (!raw || s->text[s->at + 1] == quote || s->text[s->at + 1] == '\\')) {
            s->at += 2;
        } else if (c == quote && (quotes == 1 || (peek(s, 1) == quote && peek(s, 2) == quote))) {
            s->at += quotes;
            break;
        } else if (formatted && c == '{' && peek(s, 1) == '{') {
            s->at += 2;
        } else if (formatted && c == '{' && s->nesting < MAX_FIELD_DEPTH) {
            add(s, SCAN_STRING, start, ++s->at);
            s->code = true;
            scan_field(s);
            start = s->at - (s->at > s->line_start && s->text[s->at - 1] == '}');
        } else {
            s->at++;
        }
    }
    add(s, SCAN_STRING, start, s->at);
}

static void scan_word(struct scanner *s)
{
    size_t start = s->at;
    while (s->at < s->len && is_name_byte(s->text[s->at]))
        s->at++;
    size_t n = s->at - start;
    const char *word = s->text + start;
    char next = peek(s, 0);
    if (n <= 2 && (next == '"' || next == '\'')) {
        bool raw = memchr(word, 'r', n) || memchr(word, 'R', n);
        bool formatted = memchr(word, 'f', n) || memchr(word, 'F', n);
        scan_string(s, start, raw, formatted);
        return;
    }
    enum scan_kind kind = SCAN_NAME;
    if (is_one_of(word, n, keywords, sizeof keywords / sizeof *keywords))
        kind = SCAN_KEYWORD;
    else if (is_one_of(word, n, constants, sizeof constants / sizeof *constants))
        kind = SCAN_CONSTANT;
    s->code = true;
    add(s, kind, start, s->at);
}

static void scan_number(struct scanner *s)
{
    size_t start = s->at;
    while (s->at < s->len) {
        char c = s->text[s->at];
        bool exponent_sign = (c == '+' || c == '-') && s->at > start &&
                             (s->text[s->at - 1] | 32) == 'e' && (s->text[start + 1] | 32) != 'x';
        if (!is_name_byte(c) && c != '.' && !exponent_sign)
            break;
        s->at++;
    }
    s->code = true;
    add(s, SCAN_NUMBER, start, s->at);
}

static void scan_comment(struct scanner *s)
{
    size_t start = s->at;
    while (s->at < s->len && s->text[s->at] != '\n')
        s->at++;
    add(s, SCAN_COMMENT, start, s->at);
}

/* The whole text; or, within an f-string, up to what ends the field. */
static void scan_expression(struct scanner *s, bool field)
{
    while (s->at < s->len) {
        char c = s->text[s->at];
        if (field && s->depth == 0 && (c == '}' || (c == '!' && peek(s, 1) != '=') || c == ':')) {
            while (s->at < s->len && s->text[s->at] != '}' && s->text[s->at] != '\n')
                s->at++;
            return;
        }
        if (c == '\n') {
            if (field)
                return;
            end_line(s, s->depth > 0);
        } else if (c == '\\' && peek(s, 1) == '\n') {
            s->at++;
            end_line(s, true);
        } else if (c == '#') {
            scan_comment(s);
        } else if (c == '"' || c == '\'') {
            scan_string(s, s->at, false, false);
        } else if (ascii_is_digit(c) || (c == '.' && ascii_is_digit(peek(s, 1)))) {
            scan_number(s);
        } else if (is_name_byte(c)) {
            scan_word(s);
        } else {
            s->depth += (c == '(' || c == '[' || c == '{') - (c == ')' || c == ']' || c == '}');
            s->depth = s->depth < 0 ? 0 : s->depth;
            s->code |= c != ' ' && c != '\t' && c != '\f';
            s->at++;
        }
        if (c != ' ' && c != '\t')
            s->after_dot = c == '.' && s->text[s->at - 1] == '.';
    }
}

void scan_source(struct scan *s, const struct source *source)
{
    *s = (struct scan){.lines = source->line_count};
    s->line = base_calloc(s->lines + 3, sizeof *s->line);
    struct scanner scanner = {.out = s, .text = source->text, .len = source->len, .line = 1};
    scan_expression(&scanner, false);
    s->line[scanner.line].code = scanner.code;
    for (size_t n = scanner.line + 1; n < s->lines + 3; n++)
        s->line[n].first = s->count;
}

void scan_free(struct scan *s)
{
    free(s->token);
    free(s->line);
    *s = (struct scan){0};
}

size_t scan_last_line(const struct scan *s, size_t n)
{
    while (n < s->lines && s->line[n].continued)
        n++;
    return n;
}
