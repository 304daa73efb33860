/* Numbers, strings and f-strings.
 *
 * Literals side by side are one: their parts are collected in a list of constants and formatted
 * values, in which neighbouring constants are then joined (_PyPegen_concatenate_strings). */
#include "parser_internal.h"

#include "literal.h"

#include <string.h>

struct expr *parser_number(struct parser *p)
{
    size_t start = p->pos++;
    const struct token *t = parser_token(p, start);
    struct expr *e = parser_expr(p, EXPR_CONSTANT, start);
    size_t digits = 0;
    if (!literal_number(p->arena, p->src->text + t->start, t->end - t->start, &e->u.constant,
                        &digits))
        return parser_error(p, (struct pos){t->line, -1, 0, -1},
                            "Exceeds the limit (%d digits) for integer string conversion: value "
                            "has %zu digits; use sys.set_int_max_str_digits() to increase the "
                            "limit - Consider hexadecimal for huge integer literals to avoid "
                            "decimal conversion limits.",
                            LITERAL_MAX_DIGITS, digits);
    return parser_done(p, e);
}

/* ---- Constants ----------------------------------------------------------------------------- */

static struct expr *string_constant(struct parser *p, struct pos pos, const char *data, size_t len)
{
    struct expr *e = parser_alloc(p, sizeof *e);
    e->kind = EXPR_CONSTANT;
    e->pos = pos;
    e->height = 1;
    e->u.constant.kind = CONSTANT_STR;
    e->u.constant.data = arena_copy(p->arena, data, len);
    e->u.constant.len = len;
    return e;
}

/* Where CPython says that a piece of text cannot be decoded: at the literal, of an f-string at its
 * end, since it decodes the pieces when it has read them all. */
static struct pos undecoded_pos(const struct parser *p, struct pos literal)
{
    size_t at = p->pos - 1;
    if (parser_token(p, at)->kind != TOKEN_FSTRING_MIDDLE)
        return literal;
    for (int open = 1; open && at + 1 < p->tokens.len;) {
        enum token_kind kind = (enum token_kind)parser_token(p, ++at)->kind;
        open += (kind == TOKEN_FSTRING_START) - (kind == TOKEN_FSTRING_END);
    }
    return parser_token_pos(p, at);
}

/* The constant that the n bytes of text at s stand for. */
static struct expr *decoded(struct parser *p, struct pos pos, const char *s, size_t n, bool raw,
                            bool bytes)
{
    if (raw || !memchr(s, '\\', n))
        return string_constant(p, pos, s, n);
    struct buffer text = {0};
    char message[160];
    struct expr *e = NULL;
    switch (literal_unescape(s, n, bytes, &text, message)) {
    case LITERAL_FINE:
        e = string_constant(p, pos, buffer_text(&text), text.len);
        break;
    case LITERAL_NAMED_CHARACTER:
        parser_error_kind(p, DIAGNOSTIC_NOT_SIMULATED, pos, "%s", message);
        break;
    case LITERAL_BAD_UNICODE:
    case LITERAL_BAD_VALUE:
        parser_error(p, undecoded_pos(p, pos), "%s", message);
        break;
    }
    buffer_free(&text);
    return e;
}

static bool is_ascii(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)s[i] >= 0x80)
            return false;
    return true;
}

/* One STRING token, its prefix and quotes taken off. */
static struct expr *string(struct parser *p)
{
    size_t index = p->pos++;
    const struct token *t = parser_token(p, index);
    const char *s = p->src->text + t->start;
    size_t n = t->end - t->start, quotes = 1;
    bool raw = false, bytes = false, unicode = false;
    for (; *s != '"' && *s != '\''; s++, n--) {
        raw = raw || *s == 'r' || *s == 'R';
        bytes = bytes || *s == 'b' || *s == 'B';
        unicode = unicode || *s == 'u';
    }
    if (n >= 6 && s[1] == s[0] && s[2] == s[0])
        quotes = 3;
    if (bytes && !is_ascii(s, n)) {
        static const char why[] = "bytes can only contain ASCII literal characters";
        bool early = p->src->minor == 11 && p->src->micro < 4;
        return early ? parser_error_next(p, "%s", why)
                     : parser_error(p, parser_token_pos(p, index), "%s", why);
    }
    struct expr *e = decoded(p, parser_token_pos(p, index), s + quotes, n - 2 * quotes, raw, bytes);
    if (e) {
        e->u.constant.kind = bytes ? CONSTANT_BYTES : CONSTANT_STR;
        e->u.constant.kind_u = unicode;
    }
    return e;
}

/* ---- f-strings ----------------------------------------------------------------------------- */

/* A doubled brace ends a token and stands for one. */
static struct expr *middle(struct parser *p, bool raw)
{
    const struct token *t = parser_token(p, p->pos);
    struct pos pos = parser_token_pos(p, p->pos++);
    const char *s = p->src->text + t->start;
    size_t n = t->end - t->start;
    if (n >= 2 && s[n - 1] == s[n - 2] && (s[n - 1] == '{' || s[n - 1] == '}'))
        n--;
    return decoded(p, pos, s, n, raw, false);
}

static bool is_empty(const struct expr *e)
{
    return e->kind == EXPR_CONSTANT && e->u.constant.len == 0;
}

/* ':' (FSTRING_MIDDLE | replacement_field)*; its escapes mean what they mean, even in rf''. */
static struct expr *format_spec(struct parser *p)
{
    struct parser_list parts = {0};
    struct expr *e = parser_expr(p, EXPR_JOINED_STR, p->pos++);
    for (;;) {
        enum token_kind kind = p->failed ? TOKEN_END : parser_peek(p);
        if (kind == TOKEN_FSTRING_MIDDLE) {
            struct expr *text = middle(p, false);
            if (text && !is_empty(text))
                parser_push(p, &parts, text);
        } else if (kind != TOKEN_LBRACE || !parser_replacement_field(p, &parts)) {
            break;
        }
    }
    e->u.joined_str.values = PARSER_LIST(expr_list, parts);
    return p->failed ? NULL : parser_done(p, e);
}

/* '!' NAME, or nothing; *name is the token of the name, 0 if there is none. */
static bool conversion(struct parser *p, size_t *name)
{
    size_t mark = p->pos;
    *name = 0;
    if (!parser_accept(p, TOKEN_EXCLAMATION))
        return true;
    if (p->failed || parser_peek(p) != TOKEN_NAME) {
        p->pos = mark;
        return true;
    }
    if (parser_token(p, p->pos)->start != parser_token(p, mark)->end) {
        /* spelt as CPython spells it */
        parser_error_range(
            p, parser_token_pos(p, mark), parser_token_pos(p, p->pos),
            "f-string: conversion type must come right after the exclamanation mark");
        return false;
    }
    *name = p->pos++;
    return true;
}

/* What the name of a conversion means. */
static bool check_conversion(struct parser *p, size_t name, int *conversion)
{
    const struct token *t = parser_token(p, name);
    const char *text = p->src->text + t->start;
    *conversion = -1;
    if (name == 0)
        return true;
    if (t->end - t->start != 1 || !strchr("sra", *text)) {
        parser_error(p, parser_token_pos(p, name),
                     "f-string: invalid conversion character '%.*s': expected 's', 'r', or 'a'",
                     (int)(t->end - t->start), text);
        return false;
    }
    *conversion = *text;
    return true;
}

/* The first comment at or behind an offset. */
static size_t comment_from(const struct parser *p, uint32_t offset)
{
    size_t low = 0, high = p->tokens.comment_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (p->tokens.comments[middle].start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The text of `{expr=`: as it is written, from behind the brace to what follows the equals sign,
 * without comments. */
static struct expr *debug_text(struct parser *p, size_t brace, size_t end)
{
    struct pos pos = parser_token_pos(p, end);
    uint32_t from = parser_token(p, brace)->end, to = parser_token(p, end)->start;
    struct buffer text = {0};
    for (size_t i = comment_from(p, from); i < p->tokens.comment_count; i++) {
        const struct comment *c = &p->tokens.comments[i];
        if (c->start >= to)
            break;
        buffer_append(&text, p->src->text + from, c->start - from);
        from = c->end < to ? c->end : to;
    }
    buffer_append(&text, p->src->text + from, to - from);
    struct pos start = parser_token_pos(p, brace);
    pos = (struct pos){start.line, start.col + 1, pos.line, pos.col};
    struct expr *e = string_constant(p, pos, buffer_text(&text), text.len);
    buffer_free(&text);
    return e;
}

/* '{' annotated_rhs '='? ['!' NAME] [':' spec] '}': one formatted value, with a constant before it
 * if there is an equals sign. */
static bool field(struct parser *p, struct parser_list *parts)
{
    size_t start = p->pos++;
    struct expr *value = parser_annotated_rhs(p);
    if (!value)
        return false;
    bool debug = parser_accept(p, TOKEN_EQUAL);
    size_t end = p->pos;
    struct expr *e = parser_expr(p, EXPR_FORMATTED_VALUE, start);
    e->u.formatted_value.value = value;
    size_t name;
    if (!conversion(p, &name) || p->failed)
        return false;
    if (parser_peek(p) == TOKEN_COLON) {
        e->u.formatted_value.format_spec = format_spec(p);
        if (!e->u.formatted_value.format_spec)
            return false;
    }
    if (!parser_accept(p, TOKEN_RBRACE) ||
        !check_conversion(p, name, &e->u.formatted_value.conversion) || !parser_done(p, e))
        return false;
    if (debug) {
        parser_push(p, parts, debug_text(p, start, end));
        if (e->u.formatted_value.conversion < 0 && !e->u.formatted_value.format_spec)
            e->u.formatted_value.conversion = 'r';
    }
    parser_push(p, parts, e);
    return true;
}

bool parser_replacement_field(struct parser *p, struct parser_list *parts)
{
    size_t start = p->pos;
    if (!parser_enter(p))
        return false;
    bool good = field(p, parts);
    if (!good && !p->failed && p->diagnose) {
        p->pos = start;
        parser_invalid_replacement_field(p);
    }
    if (!good)
        p->pos = start;
    parser_leave(p);
    return good && !p->failed;
}

static bool fstring(struct parser *p, struct parser_list *parts)
{
    const struct token *t = parser_token(p, p->pos++);
    const char *s = p->src->text + t->start;
    bool raw = s[0] == 'r' || s[0] == 'R' || s[1] == 'r' || s[1] == 'R';
    for (;;) {
        enum token_kind kind = p->failed ? TOKEN_END : parser_peek(p);
        if (kind == TOKEN_FSTRING_MIDDLE) {
            struct expr *text = middle(p, raw);
            if (text)
                parser_push(p, parts, text);
        } else if (kind != TOKEN_LBRACE || !parser_replacement_field(p, parts)) {
            break;
        }
    }
    return parser_accept(p, TOKEN_FSTRING_END);
}

/* ---- Joining ------------------------------------------------------------------------------- */

/* The constants from `first` up to `end` as one; its kind is the first's. */
static struct expr *join(struct parser *p, const struct parser_list *parts, size_t first,
                         size_t end)
{
    struct buffer text = {0};
    const struct expr *head = parts->items[first], *tail = parts->items[end - 1];
    if (end == first + 1)
        return parts->items[first];
    for (size_t i = first; i < end; i++) {
        const struct expr *part = parts->items[i];
        buffer_append(&text, part->u.constant.data, part->u.constant.len);
    }
    struct expr *e =
        string_constant(p, parser_join(head->pos, tail->pos), buffer_text(&text), text.len);
    e->u.constant.kind = head->u.constant.kind;
    e->u.constant.kind_u = head->u.constant.kind_u;
    buffer_free(&text);
    return e;
}

static bool is_constant(const struct expr *e)
{
    return e->kind == EXPR_CONSTANT;
}

/* Every run of constants as one; the empty ones go, if `drop_empty`. */
static struct parser_list fold(struct parser *p, const struct parser_list *parts, bool drop_empty)
{
    struct parser_list folded = {0};
    for (size_t i = 0, end; i < parts->len; i = end) {
        end = i + 1;
        struct expr *e = parts->items[i];
        while (is_constant(e) && end < parts->len && is_constant(parts->items[end]))
            end++;
        if (is_constant(e))
            e = join(p, parts, i, end);
        if (!drop_empty || !is_empty(e))
            parser_push(p, &folded, e);
    }
    return folded;
}

static struct expr *strings(struct parser *p)
{
    size_t start = p->pos;
    struct parser_list parts = {0};
    bool any_fstring = false, any_bytes = false, any_text = false;
    for (;;) {
        enum token_kind kind = p->failed ? TOKEN_END : parser_peek(p);
        if (kind == TOKEN_FSTRING_START) {
            any_fstring = any_text = true;
            if (!fstring(p, &parts))
                return NULL;
        } else if (kind == TOKEN_STRING) {
            struct expr *e = string(p);
            if (!e)
                return NULL;
            bool bytes = e->u.constant.kind == CONSTANT_BYTES;
            any_bytes = any_bytes || bytes;
            any_text = any_text || !bytes;
            parser_push(p, &parts, e);
        } else {
            break;
        }
    }
    if (p->failed)
        return NULL;
    if (any_bytes && any_text)
        return parser_error_last(p, "cannot mix bytes and nonbytes literals");
    struct parser_list folded = fold(p, &parts, any_fstring);
    if (!any_fstring)
        return folded.items[0];
    struct expr *e = parser_expr(p, EXPR_JOINED_STR, start);
    e->u.joined_str.values = PARSER_LIST(expr_list, folded);
    return parser_done(p, e);
}

struct expr *parser_strings(struct parser *p)
{
    void *known;
    size_t start = p->pos;
    if (parser_recall(p, RULE_STRINGS, &known))
        return known;
    return parser_remember(p, RULE_STRINGS, start, strings(p));
}
