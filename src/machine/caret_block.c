/* An expression of one or several lines with carets under each: Lib/traceback.py of 3.13:
 * StackSummary.format_frame_summary. */
#include <pyviz/base/buffer.h>
#include <pyviz/base/utf8.h>

#include "caret.h"

#include <string.h>

struct line {
    const char *text;
    size_t n;
};

struct block {
    struct line *lines;
    int count;
    size_t start, end;            /* bytes into the first and the last line */
    struct caret_anchors anchors; /* in the block's coordinates */
    bool carets;
    struct buffer printed; /* what is shown, before its common indentation goes */
};

static size_t indentation(struct line l)
{
    size_t i = 0;
    while (i < l.n && (l.text[i] == ' ' || l.text[i] == '\t'))
        i++;
    return i;
}

static bool only_blanks(struct line l)
{
    return indentation(l) == l.n;
}

/* The indentation that all lines with text share. */
static size_t margin(const struct line *lines, int count)
{
    size_t least = SIZE_MAX;
    for (int i = 0; i < count; i++)
        if (!only_blanks(lines[i]) && indentation(lines[i]) < least)
            least = indentation(lines[i]);
    return least == SIZE_MAX ? 0 : least;
}

static void dedent(struct line *lines, int count, size_t by)
{
    for (int i = 0; i < count; i++) {
        size_t cut = only_blanks(lines[i]) ? lines[i].n : by;
        lines[i].text += cut;
        lines[i].n -= cut;
    }
}

static size_t minus(size_t a, size_t b)
{
    return a > b ? a - b : 0;
}

static int width(struct line l, size_t upto)
{
    return caret_width(l.text, upto < l.n ? upto : l.n);
}

static struct line without_trailing_blanks(const struct SourceText *source, int number)
{
    struct line l;
    l.text = caret_line(source, number, &l.n);
    while (l.n && (l.text[l.n - 1] == ' ' || l.text[l.n - 1] == '\t' || l.text[l.n - 1] == '\f'))
        l.n--;
    return l;
}

static void read_block(const struct SourceText *source, struct pos pos, struct block *b)
{
    b->count = pos.end_line - pos.line + 1;
    b->lines = base_calloc((size_t)b->count, sizeof *b->lines);
    for (int i = 0; i < b->count; i++)
        b->lines[i] = without_trailing_blanks(source, pos.line + i);
    size_t by = margin(b->lines, b->count);
    dedent(b->lines, b->count, by);
    b->start = minus((size_t)pos.col, by);
    b->end = minus((size_t)pos.end_col, by);
}

static void find_anchors(const Machine *m, struct block *b)
{
    struct buffer text = {0};
    size_t last_at = 0;
    for (int i = 0; i < b->count; i++) {
        if (i)
            buffer_putc(&text, '\n');
        last_at = text.len;
        buffer_append(&text, b->lines[i].text, b->lines[i].n);
    }
    size_t end = last_at + b->end;
    if (b->start < end && end <= text.len)
        b->anchors = caret_find_anchors(text.data + b->start, end - b->start,
                                        m->profile->carets_on_every_line);
    b->carets = !caret_is_whole_call(text.data, text.len, b->start, b->count, b->end);
    if (b->anchors.found && b->anchors.from_line == 0)
        b->anchors.from += b->start;
    if (b->anchors.found && b->anchors.to_line == 0)
        b->anchors.to += b->start;
    buffer_free(&text);
}

/* Carets say something only where not all of the text is meant. */
static bool says_something(const struct block *b)
{
    if (!b->carets || b->anchors.found)
        return b->carets;
    struct line before = {b->lines[0].text, b->start}, last = b->lines[b->count - 1];
    struct line after = {last.text + (b->end < last.n ? b->end : last.n), minus(last.n, b->end)};
    return !only_blanks(before) || !only_blanks(after);
}

static bool between_anchors(const struct block *b, int line, int col)
{
    const struct caret_anchors *a = &b->anchors;
    int from = width(b->lines[a->from_line], a->from), to = width(b->lines[a->to_line], a->to);
    return a->found && (line > a->from_line || (line == a->from_line && col >= from)) &&
           (line < a->to_line || (line == a->to_line && col < to));
}

static void print_line(struct block *b, int i)
{
    struct line l = b->lines[i];
    buffer_append(&b->printed, l.text, l.n);
    buffer_putc(&b->printed, '\n');
    if (!b->carets)
        return;
    int n = i == b->count - 1 ? width(l, b->end) : width(l, l.n);
    for (int col = 0; col < n; col++) {
        bool before = col < (int)indentation(l) || (i == 0 && col < width(l, b->start));
        buffer_putc(&b->printed, before                       ? ' '
                                 : between_anchors(b, i, col) ? '^'
                                 : b->anchors.found           ? '~'
                                                              : '^');
    }
    buffer_putc(&b->printed, '\n');
}

/* The first line, the last, and those around an anchor. */
static bool is_significant(const struct block *b, int i)
{
    const struct caret_anchors *a = &b->anchors;
    return i == 0 || i == b->count - 1 ||
           (a->found && ((i >= a->from_line - 1 && i <= a->from_line + 1) ||
                         (i >= a->to_line - 1 && i <= a->to_line + 1)));
}

static void print_lines(struct block *b)
{
    int last = -1;
    for (int i = 0; i < b->count; i++) {
        if (!is_significant(b, i))
            continue;
        if (i - last == 2)
            print_line(b, i - 1);
        else if (i - last > 2)
            buffer_printf(&b->printed, "...<%d lines>...\n", i - last - 1);
        print_line(b, i);
        last = i;
    }
}

static void print_indented(struct block *b, struct buffer *out)
{
    int count = 0;
    for (size_t i = 0; i < b->printed.len; i++)
        count += b->printed.data[i] == '\n';
    struct line *lines = base_calloc((size_t)count, sizeof *lines);
    const char *at = b->printed.data;
    for (int i = 0; i < count; i++) {
        const char *newline = strchr(at, '\n');
        lines[i] = (struct line){at, (size_t)(newline - at)};
        at = newline + 1;
    }
    dedent(lines, count, margin(lines, count));
    for (int i = 0; i < count; i++) {
        buffer_puts(out, "    ");
        buffer_append(out, lines[i].text, lines[i].n);
        buffer_putc(out, '\n');
    }
    base_free(lines);
}

void caret_print_block(const Machine *m, const struct SourceText *source, struct pos pos,
                       struct buffer *out)
{
    struct block b = {0};
    size_t n;
    const char *line = caret_line(source, pos.line, &n);
    if (only_blanks((struct line){line, n}))
        return;
    read_block(source, pos, &b);
    find_anchors(m, &b);
    b.carets = (pos.line != pos.end_line || pos.col != pos.end_col) && says_something(&b);
    print_lines(&b);
    print_indented(&b, out);
    base_free(b.lines);
    buffer_free(&b.printed);
}
