#include <pyviz/base/diagnostic.h>

#include <pyviz/base/utf8.h>

#include <string.h>

const char *diagnostic_name(enum diagnostic_kind kind)
{
    switch (kind) {
    case DIAGNOSTIC_SYNTAX:
        return "SyntaxError";
    case DIAGNOSTIC_INDENTATION:
        return "IndentationError";
    case DIAGNOSTIC_TAB:
        return "TabError";
    case DIAGNOSTIC_DIRECTIVE:
        return "directive error";
    case DIAGNOSTIC_NOT_SIMULATED:
        return "not simulated";
    case DIAGNOSTIC_LIMIT:
        return "limit exceeded";
    case DIAGNOSTIC_INPUT:
    case DIAGNOSTIC_NONE:
        break;
    }
    return "error";
}

/* The byte offset in text of character n, counted from 0; the text's length if it has fewer. */
static size_t offset_of(const char *text, size_t len, size_t n)
{
    size_t at = 0;
    int32_t code_point;
    while (n-- > 0 && at < len)
        at += utf8_decode(text + at, len - at, true, &code_point);
    return at;
}

/* Appends the bytes of text from `from` to `to`, escaped; returns how many columns they take. */
static int append_shown(struct buffer *out, const char *text, size_t from, size_t to)
{
    size_t before = out->len;
    utf8_append_escaped(out, text + from, to - from);
    return out->data ? utf8_columns(out->data + before, out->len - before) : 0;
}

/* How many characters are marked: up to end_col, or to the end of the line if the end lies on a
 * later one, and at least one. */
static size_t marked_characters(const struct diagnostic *d, size_t len)
{
    size_t line_end = (size_t)d->text_start + utf8_length(d->text, len) + 1;
    size_t end = (size_t)d->col + 1;
    if (d->end_line > d->line)
        end = line_end;
    else if (d->end_col > d->col)
        end = (size_t)d->end_col;
    if (end > line_end && line_end > (size_t)d->col)
        end = line_end;
    return end - (size_t)d->col;
}

static void append_line(const struct diagnostic *d, struct buffer *out)
{
    size_t len = strlen(d->text), start = 0, first, last;
    while (d->text_start == 0 && start < len && strchr(" \t\f", d->text[start]))
        start++;
    first = d->col > d->text_start ? (size_t)(d->col - 1 - d->text_start) : 0;
    last = d->col > 0 ? first + marked_characters(d, len) : 0;
    first = offset_of(d->text, len, first);
    last = offset_of(d->text, len, last);
    if (first < start)
        first = start;
    if (last < first)
        last = first;

    buffer_puts(out, "    ");
    int indent = 4, width = 0;
    if (d->text_start > 0) {
        buffer_puts(out, "...");
        indent += 3;
    }
    indent += append_shown(out, d->text, start, first);
    width = append_shown(out, d->text, first, last);
    append_shown(out, d->text, last, len);
    buffer_putc(out, '\n');
    if (d->col > 0)
        buffer_printf(out, "%*s", indent, "");
    for (int i = 0; d->col > 0 && (i < width || i == 0); i++)
        buffer_putc(out, '^');
    if (d->col > 0)
        buffer_putc(out, '\n');
}

void diagnostic_print(const struct diagnostic *d, struct buffer *out)
{
    utf8_append_escaped(out, d->file, strlen(d->file));
    buffer_puts(out, d->file[0] ? ":" : "");
    if (d->line > 0)
        buffer_printf(out, "%d:", d->line);
    if (d->line > 0 && d->col > 0)
        buffer_printf(out, "%d:", d->col);
    buffer_puts(out, d->file[0] || d->line > 0 ? " " : "");
    buffer_printf(out, "%s: ", diagnostic_name(d->kind));
    utf8_append_escaped(out, d->message, strlen(d->message));
    buffer_putc(out, '\n');
    if (d->line > 0 && d->text[0])
        append_line(d, out);
}
