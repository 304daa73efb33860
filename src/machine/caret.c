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
        a = caret_find_anchors(line + start, end - start, false);
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

void caret_print(const Machine *m, const struct SourceText *source, struct pos pos,
                 struct buffer *out)
{
    if (m->profile->carets_on_every_line)
        caret_print_block(m, source, pos, out);
    else
        print_line(m, source, pos, out);
}
