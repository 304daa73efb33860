#include <pyviz/base/buffer.h>
#include <pyviz/lang/parser.h>

#include "caret.h"

#include <string.h>

/* ---- walking in a segment of several lines --------------------------------------------------- */

struct place {
    int line;
    size_t col;
};

static const char *line_of(const char *s, size_t n, int line, size_t *length)
{
    const char *end = s + n;
    while (line-- > 0) {
        const char *newline = memchr(s, '\n', (size_t)(end - s));
        if (!newline) {
            *length = 0;
            return end;
        }
        s = newline + 1;
    }
    const char *newline = memchr(s, '\n', (size_t)(end - s));
    *length = (size_t)((newline ? newline : end) - s);
    return s;
}

static int line_count(const char *s, size_t n)
{
    int count = 1;
    for (size_t i = 0; i < n; i++)
        count += s[i] == '\n';
    return count;
}

/* On to the first character at or behind the place; false past the end. */
static bool settle(const char *s, size_t n, struct place *p)
{
    size_t length;
    while (p->line < line_count(s, n)) {
        line_of(s, n, p->line, &length);
        if (p->col < length)
            return true;
        p->col = 0;
        p->line++;
    }
    return false;
}

static bool blank_or_closing(char c)
{
    return c == ' ' || c == '\t' || c == '\f' || c == ')';
}

/* On to the first character that is `wanted`, or (0) neither blank nor a closing parenthesis;
 * comments and continuation marks are passed over. */
static bool advance(const char *s, size_t n, struct place *p, char wanted)
{
    size_t length;
    while (settle(s, n, p)) {
        char c = line_of(s, n, p->line, &length)[p->col];
        if (c == '\\' || c == '#') {
            p->line++;
            p->col = 0;
        } else if (wanted ? c == wanted : !blank_or_closing(c)) {
            return true;
        } else {
            p->col++;
        }
    }
    return false;
}

/* ---- anchors --------------------------------------------------------------------------------- */

/* The segment is parsed in parentheses on lines of their own, so lines count from 2. */
static struct place end_of(const struct expr *e)
{
    return (struct place){e->pos.end_line - 2, (size_t)e->pos.end_col};
}

static struct caret_anchors operator_anchors(const char *s, size_t n, const struct expr *e)
{
    struct caret_anchors none = {0};
    struct place p = end_of(e->u.bin_op.left);
    size_t length;
    if (!advance(s, n, &p, 0))
        return none;
    const struct pos *right = &e->u.bin_op.right->pos;
    const char *line = line_of(s, n, p.line, &length);
    size_t to = p.col + 1;
    bool before_right = right->line - 2 > p.line || to < (size_t)right->col;
    if (to < length && before_right && line[to] != ' ' && line[to] != '\t' && line[to] != '\\' &&
        line[to] != '#')
        to++;
    return (struct caret_anchors){true, p.line, p.line, p.col, to};
}

static struct caret_anchors bracket_anchors(const char *s, size_t n, const struct expr *inner,
                                            const struct expr *whole, char open)
{
    struct caret_anchors none = {0};
    struct place p = end_of(inner), end = end_of(whole);
    if (!advance(s, n, &p, open))
        return none;
    return (struct caret_anchors){true, p.line, end.line, p.col, end.col};
}

static const struct expr *parse_segment(const char *s, size_t n, struct arena *arena)
{
    struct source source = {0};
    struct diagnostic error = {0};
    struct module *tree = NULL;
    struct buffer text = {0};
    buffer_puts(&text, "(\n");
    buffer_append(&text, s, n);
    buffer_puts(&text, "\n)");
    bool ok = source_from_bytes(&source, "", text.data, text.len, 0, &error) &&
              parser_parse_expression(&source, arena, &tree, &error);
    source_free(&source);
    buffer_free(&text);
    return ok ? tree->expression : NULL;
}

struct caret_anchors caret_find_anchors(const char *segment, size_t n, bool calls)
{
    struct caret_anchors found = {0};
    struct arena arena = {0};
    const struct expr *e = parse_segment(segment, n, &arena);
    if (e && e->kind == EXPR_BIN_OP)
        found = operator_anchors(segment, n, e);
    else if (e && e->kind == EXPR_SUBSCRIPT)
        found = bracket_anchors(segment, n, e->u.subscript.value, e, '[');
    else if (e && e->kind == EXPR_CALL && calls)
        found = bracket_anchors(segment, n, e->u.call.func, e, '(');
    arena_free(&arena);
    return found;
}

struct caret_anchors caret_find_anchors_early(const char *segment, size_t n)
{
    struct caret_anchors found = {0};
    struct arena arena = {0};
    const struct expr *e = parse_segment(segment, n, &arena);
    if (e && e->kind == EXPR_BIN_OP) {
        size_t from = end_of(e->u.bin_op.left).col, right = (size_t)e->u.bin_op.right->pos.col;
        while (from < right && (segment[from] == ' ' || segment[from] == '\t'))
            from++;
        bool two = from + 1 < right && segment[from + 1] != ' ' && segment[from + 1] != '\t';
        found = (struct caret_anchors){true, 0, 0, from, from + 1 + two};
    } else if (e && e->kind == EXPR_SUBSCRIPT) {
        size_t to = end_of(e->u.subscript.slice).col + 1;
        found = (struct caret_anchors){true, 0, 0, end_of(e->u.subscript.value).col, to};
    }
    arena_free(&arena);
    return found;
}

bool caret_is_whole_call(const char *text, size_t n, size_t start, int end_line, size_t end)
{
    struct source source = {0};
    struct diagnostic error = {0};
    struct arena arena = {0};
    struct module *tree = NULL;
    const struct expr *value = NULL;
    if (source_from_bytes(&source, "", text, n, 0, &error) &&
        parser_parse(&source, &arena, &tree, &error) && tree->body.len) {
        const struct stmt *s = tree->body.items[0];
        if (s->kind == STMT_RETURN && s->u.return_.value && s->u.return_.value->kind == EXPR_CALL &&
            s->u.return_.value->u.call.func->kind == EXPR_NAME)
            value = s->u.return_.value;
        else if (s->kind == STMT_ASSIGN && s->u.assign.value->kind == EXPR_CALL &&
                 s->u.assign.targets.len == 1 && s->u.assign.targets.items[0]->kind == EXPR_NAME)
            value = s->u.assign.value;
    }
    bool whole = value && value->pos.line == 1 && value->pos.end_line == end_line &&
                 (size_t)value->pos.col == start && (size_t)value->pos.end_col == end;
    source_free(&source);
    arena_free(&arena);
    return whole;
}
