#include <pyviz/base/buffer.h>
#include <pyviz/base/utf8.h>

#include "caret.h"

#include <string.h>

const char *caret_line(const struct SourceText *source, int n, size_t *length)
{
    const char *at = source ? source->text : NULL, *end = at ? at + source->len : NULL;
    for (int i = 1; at && i < n; i++) {
        at = memchr(at, '\n', (size_t)(end - at));
        if (at)
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

static void put(struct buffer *out, char c, int n)
{
    while (n-- > 0)
        buffer_putc(out, c);
}

int caret_width(const char *s, size_t n)
{
    int width = 0;
    for (size_t i = 0; i < n;) {
        int32_t code_point;
        i += utf8_decode(s + i, n - i, true, &code_point);
        width += code_point >= 0 && utf8_width((uint32_t)code_point) == 2 ? 2 : 1;
    }
    return width;
}

static int columns(const Machine *m, const char *s, size_t from, size_t to)
{
    return m->profile->carets_count_characters ? (int)utf8_length(s + from, to - from)
                                               : caret_width(s + from, to - from);
}

void caret_print_line(const struct SourceText *source, int number, struct buffer *out)
{
    size_t n, indent = 0;
    const char *line = caret_line(source, number, &n);
    while (indent < n && is_blank(line[indent]))
        indent++;
    if (indent == n)
        return;
    buffer_puts(out, "    ");
    buffer_append(out, line + indent, n - indent);
    buffer_putc(out, '\n');
}

static struct caret_anchors anchors_of(const Machine *m, const char *segment, size_t n)
{
    return m->profile->carets_count_characters ? caret_find_anchors_early(segment, n)
                                               : caret_find_anchors(segment, n, false);
}

/* One line and, unless the whole of it is meant, carets: Python/traceback.c: tb_displayline. */
static void print_line(const Machine *m, const struct SourceText *source, struct pos pos,
                       struct buffer *out)
{
    size_t n, indent = 0, start = (size_t)pos.col;
    const char *line = caret_line(source, pos.line, &n);
    bool one_line = pos.end_line == pos.line;
    while (indent < n && is_blank(line[indent]))
        indent++;
    if (indent == n)
        return;
    caret_print_line(source, pos.line, out);
    size_t text_end = n;
    while (text_end && is_blank(line[text_end - 1]))
        text_end--;
    size_t end = one_line && (size_t)pos.end_col < n ? (size_t)pos.end_col : text_end;
    if (start >= end || start < indent)
        return;
    struct caret_anchors a = {0};
    if (one_line)
        a = anchors_of(m, line + start, end - start);
    if (!a.found && start == indent && end >= n)
        return;
    put(out, ' ', 4 + columns(m, line, indent, start));
    if (a.found) {
        put(out, '~', columns(m, line, start, start + a.from));
        put(out, '^', columns(m, line, start + a.from, start + a.to));
        put(out, '~', columns(m, line, start + a.to, end));
    } else {
        put(out, '^', columns(m, line, start, end));
    }
    buffer_putc(out, '\n');
}

/* ---- Lib/traceback.py, up to 3.12 ------------------------------------------------------------ */

/* The next whole character's end from a place in the middle of one. */
static size_t whole(const char *s, size_t n, size_t at)
{
    while (at < n && ((unsigned char)s[at] & 0xc0) == 0x80)
        at++;
    return at < n ? at : n;
}

/* Looking for an operator it takes bytes for characters. */
static void mistake_bytes(struct caret_anchors *a, const char *segment, size_t n)
{
    size_t from = a->from, length = utf8_length(segment, n), at = 0;
    for (size_t i = 0; i < from && at < n; i++)
        at = whole(segment, n, at + 1);
    for (; from < length && (is_blank(segment[at]) || segment[at] == ')' || segment[at] == '#');
         from++)
        at = whole(segment, n, at + 1);
    a->to = whole(segment, n, a->to + from - a->from);
    a->from = whole(segment, n, from);
}

/* Marks from `from` to `to`, `before` columns from where the text begins. */
static void print_marks(const Machine *m, const char *line, size_t from, size_t to, int before,
                        const struct caret_anchors *a, struct buffer *out)
{
    put(out, ' ', 4);
    put(out, ' ', before);
    put(out, a->found ? '~' : '^', columns(m, line, from, a->found ? from + a->from : to));
    if (a->found) {
        put(out, '^', columns(m, line, from + a->from, from + a->to));
        put(out, '~', columns(m, line, from + a->to, to));
    }
    buffer_putc(out, '\n');
}

/* Blanks behind the text of a line it counts to the indentation. */
static void print_line_as_module(const Machine *m, const struct SourceText *source, struct pos pos,
                                 struct buffer *out)
{
    size_t n, indent = 0, start = (size_t)pos.col;
    const char *line = caret_line(source, pos.line, &n);
    bool one_line = pos.end_line == pos.line;
    size_t text_end = n;
    while (text_end && is_blank(line[text_end - 1]))
        text_end--;
    while (indent < text_end && is_blank(line[indent]))
        indent++;
    if (indent == text_end)
        return;
    buffer_puts(out, "    ");
    buffer_append(out, line + indent, text_end - indent);
    buffer_putc(out, '\n');
    bool early = m->profile->carets_count_characters;
    size_t end = one_line && (size_t)pos.end_col < n ? (size_t)pos.end_col : early ? n : text_end;
    if (start >= end || start < indent)
        return;
    struct caret_anchors a = {0};
    if (one_line)
        a = anchors_of(m, line + start, end - start);
    if (a.found && !early && line[start + a.from] != '[') {
        a = caret_find_anchors_early(line + start, end - start);
        mistake_bytes(&a, line + start, end - start);
    }
    if (a.found ||
        utf8_length(line + start, end - start) < utf8_length(line + indent, text_end - indent))
        print_marks(m, line, start, end, columns(m, line, indent, start) - (int)(n - text_end), &a,
                    out);
}

void caret_print(const Machine *m, const struct SourceText *source, struct pos pos,
                 struct buffer *out)
{
    if (m->profile->carets_on_every_line)
        caret_print_block(m, source, pos, out);
    else if (m->traceback_formats)
        print_line_as_module(m, source, pos, out);
    else
        print_line(m, source, pos, out);
}
