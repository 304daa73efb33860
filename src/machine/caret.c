#include <pyviz/base/buffer.h>
#include <pyviz/base/utf8.h>

#include "caret.h"

#include <string.h>

const char *caret_line(const Machine *m, int n, size_t *length)
{
    const char *at = m->source, *end = m->source + m->source_len;
    for (int i = 1; at && i < n; i++) {
        at = memchr(at, '\n', (size_t)(end - at));
        if (!at)
            break;
        at++;
    }
    if (!at || n < 1) {
        *length = 0;
        return "";
    }
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    *length = (size_t)((newline ? newline : end) - at);
    return at;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\f';
}

static size_t columns(const Machine *m, const char *s, size_t n)
{
    return m->profile->carets_count_columns ? (size_t)utf8_columns(s, n) : utf8_length(s, n);
}

/* Where ^ stand between ~: under the operator of a binary operation, the brackets of a subscript, the
 * parentheses of a call (3.12). */
struct anchors {
    size_t from, to; /* byte offsets in the segment; from == to: none */
};

static bool is_operator(char c)
{
    return c && strchr("+-*/%@&|^<>", c);
}

static size_t skip_string(const char *s, size_t n, size_t i)
{
    char quote = s[i];
    for (i++; i < n && s[i] != quote; i++)
        if (s[i] == '\\')
            i++;
    return i;
}

/* The operator of a segment that is one binary operation.  The segment is balanced, so the operator
 * is found outside brackets and strings; the lowest-binding rightmost one is the tree's root. */
static int binding(const char *s, size_t n, size_t i, size_t *width)
{
    char c = s[i], next = i + 1 < n ? s[i + 1] : '\0';
    *width = 1;
    if ((c == '*' || c == '/' || c == '<' || c == '>') && next == c)
        *width = 2;
    switch (c) {
    case '|':
        return 1;
    case '^':
        return 2;
    case '&':
        return 3;
    case '<':
    case '>':
        return *width == 2 ? 4 : 0;
    case '+':
    case '-':
        return 5;
    case '*':
        return *width == 2 ? 7 : 6;
    case '/':
    case '%':
    case '@':
        return 6;
    default:
        return 0;
    }
}

static bool is_operand_end(const char *s, size_t i)
{
    while (i > 0 && is_blank(s[i - 1]))
        i--;
    return i > 0 && !is_operator(s[i - 1]) && s[i - 1] != '(' && s[i - 1] != ',' &&
           s[i - 1] != '~' && s[i - 1] != '=';
}

static struct anchors operator_anchors(const char *s, size_t n)
{
    struct anchors best = {0, 0};
    int depth = 0, lowest = 100;
    for (size_t i = 0; i < n; i++) {
        char c = s[i];
        if (c == '\'' || c == '"') {
            i = skip_string(s, n, i);
        } else if (strchr("([{", c) && c) {
            depth++;
        } else if (strchr(")]}", c) && c) {
            depth--;
        } else if (depth == 0 && is_operator(c) && is_operand_end(s, i)) {
            size_t width;
            int level = binding(s, n, i, &width);
            if (level && (level == 7 ? level < lowest : level <= lowest)) {
                lowest = level;
                best = (struct anchors){i, i + width};
            }
            i += width - 1;
        }
    }
    return best;
}

/* From the last opening bracket at the top level to the end. */
static struct anchors bracket_anchors(const char *s, size_t n, char open)
{
    struct anchors found = {0, 0};
    int depth = 0;
    for (size_t i = 0; i < n; i++) {
        char c = s[i];
        if (c == '\'' || c == '"') {
            i = skip_string(s, n, i);
        } else if (strchr("([{", c) && c) {
            if (depth++ == 0 && c == open && i > 0)
                found = (struct anchors){i, n};
        } else if (strchr(")]}", c) && c) {
            depth--;
        }
    }
    return found;
}

static struct anchors find_anchors(const Machine *m, const char *s, size_t n)
{
    struct anchors none = {0, 0}, a = operator_anchors(s, n);
    if (a.from != a.to)
        return a;
    /* a comparison, a conditional, a lambda ...: no anchors */
    if (n == 0)
        return none;
    if (s[n - 1] == ']')
        return bracket_anchors(s, n, '[');
    if (s[n - 1] == ')' && m->profile->carets_anchor_calls)
        return bracket_anchors(s, n, '(');
    return none;
}

static void put(struct buffer *out, char c, size_t n)
{
    while (n--)
        buffer_putc(out, c);
}

void caret_print(const Machine *m, struct pos pos, struct buffer *out)
{
    size_t n, start, end, indent = 0;
    const char *line = caret_line(m, pos.line, &n);
    while (n && is_blank(line[n - 1]))
        n--;
    while (indent < n && is_blank(line[indent]))
        indent++;
    if (indent == n)
        return;
    buffer_puts(out, "    ");
    buffer_append(out, line + indent, n - indent);
    buffer_putc(out, '\n');
    start = (size_t)pos.col;
    end = pos.end_line == pos.line ? (size_t)pos.end_col : n;
    if (end > n)
        end = n;
    if (start >= end || start < indent)
        return;
    struct anchors a = {0, 0};
    if (pos.end_line == pos.line)
        a = find_anchors(m, line + start, end - start);
    if (a.from == a.to && start == indent && end == n)
        return;
    put(out, ' ', 4 + columns(m, line + indent, start - indent));
    if (a.from == a.to) {
        put(out, '^', columns(m, line + start, end - start));
    } else {
        put(out, '~', columns(m, line + start, a.from));
        put(out, '^', columns(m, line + start + a.from, a.to - a.from));
        put(out, '~', columns(m, line + start + a.to, end - start - a.to));
    }
    buffer_putc(out, '\n');
}
