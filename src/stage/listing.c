#include "listing.h"

#include <pyviz/base/utf8.h>

#include <stdio.h>
#include <string.h>

enum { NUMBER_COLUMNS = 7, TAB_COLUMNS = 4, CONTINUED = 4, ROWS_MOST = 16 };

/* What stands on a row: a line from one of its bytes on, up to another. */
struct listing_row {
    size_t line; /* 0: the what-if that runs in front of the next one */
    size_t from, to;
};

/* ---- one line -------------------------------------------------------------------------------- */

static enum style token_style(enum scan_kind kind)
{
    return kind == SCAN_KEYWORD                           ? STYLE_KEYWORD
           : kind == SCAN_STRING                          ? STYLE_STRING
           : kind == SCAN_NUMBER || kind == SCAN_CONSTANT ? STYLE_NUMBER
           : kind == SCAN_COMMENT                         ? STYLE_COMMENT
                                                          : STYLE_TEXT;
}

/* The columns of a piece of a line, in which a tab takes four. */
static int piece_columns(const char *text, size_t from, size_t to)
{
    int columns = 0;
    for (size_t at = from; at < to; at++) {
        const char *tab = memchr(text + at, '\t', to - at);
        size_t end = tab ? (size_t)(tab - text) : to;
        columns += canvas_columns(text + at, end - at) + (tab ? TAB_COLUMNS : 0);
        at = end;
    }
    return columns;
}

/* Draws as much of it as there is room for; returns the columns of all. */
static int draw_piece(struct canvas *c, int row, int col, enum style style, const char *text,
                      size_t from, size_t to)
{
    int first = col, cols = canvas_cols(c);
    for (size_t at = from; at < to; at++) {
        const char *tab = memchr(text + at, '\t', to - at);
        size_t end = tab ? (size_t)(tab - text) : to;
        if (end > at && col < cols)
            canvas_text_clipped(c, row, col, style, cols - col, text + at, end - at);
        col += canvas_columns(text + at, end - at) + (tab ? TAB_COLUMNS : 0);
        at = end;
    }
    return col - first;
}

static void draw_line(const struct stage *s, struct canvas *c, int row, size_t line)
{
    size_t len, at = 0;
    int col = NUMBER_COLUMNS;
    const char *text = source_line(s->source, line, &len);
    canvas_printf(c, row, 1, STYLE_LINE_NUMBER, "%4zu", line);
    for (size_t i = scan_first(&s->scan, line); i < scan_first(&s->scan, line + 1); i++) {
        const struct scan_token *t = &s->scan.token[i];
        if (t->start < at)
            continue;
        col += draw_piece(c, row, col, STYLE_TEXT, text, at, t->start);
        at = (size_t)t->start + t->len;
        col += draw_piece(c, row, col, token_style((enum scan_kind)t->kind), text, t->start, at);
    }
    col += draw_piece(c, row, col, STYLE_TEXT, text, at, len);
    if (col > canvas_cols(c))
        canvas_puts(c, row, canvas_cols(c) - 1, STYLE_TEXT, "…");
}

/* ---- the current line ------------------------------------------------------------------------ */

static void draw_current(const struct stage *s, struct canvas *c, int row,
                         const struct listing_row *r)
{
    size_t len;
    const char *text = source_line(s->source, r->line, &len);
    canvas_fill(c, rect_make(row, 0, 1, canvas_cols(c)), STYLE_CURRENT_LINE);
    if (r->from == 0) {
        canvas_puts(c, row, 0, STYLE_CURRENT_LINE, style_glyph(STYLE_CURRENT_LINE));
        canvas_printf(c, row, 1, STYLE_CURRENT_LINE, "%4zu", r->line);
    }
    int col = NUMBER_COLUMNS + (r->from ? CONTINUED : 0);
    col += draw_piece(c, row, col, STYLE_CURRENT_LINE, text, r->from, r->to);
    if (col > canvas_cols(c))
        canvas_puts(c, row, canvas_cols(c) - 1, STYLE_CURRENT_LINE, "…");
}

/* `►    >  d['x'] = 1`: what stands in no line of the program. */
static void draw_what_if(const struct stage *s, struct canvas *c, int row)
{
    const struct source *source = &s->words.what_if->source;
    size_t len;
    const char *text = source_line(source, 1, &len);
    canvas_fill(c, rect_make(row, 0, 1, canvas_cols(c)), STYLE_CURRENT_LINE);
    canvas_puts(c, row, 0, STYLE_CURRENT_LINE, style_glyph(STYLE_CURRENT_LINE));
    canvas_puts(c, row, NUMBER_COLUMNS - 3, STYLE_CURRENT_LINE, ">");
    canvas_text_clipped(c, row, NUMBER_COLUMNS, STYLE_CURRENT_LINE, canvas_cols(c) - NUMBER_COLUMNS,
                        text, len);
}

/* Where the row ends that begins at `from`: behind a blank, if there is one not far from the edge.
 */
static size_t row_end(const char *text, size_t len, size_t from, int cols)
{
    size_t at = from, blank = 0;
    int col = 0, blank_col = 0;
    while (at < len) {
        int32_t code_point;
        size_t bytes = utf8_decode(text + at, len - at, true, &code_point);
        col += piece_columns(text, at, at + bytes);
        if (col > cols)
            break;
        at += bytes;
        if (code_point == ' ')
            blank = at, blank_col = col;
    }
    return at < len && blank > from && blank_col > cols * 2 / 3 ? blank : at;
}

/* The rows of the current line, at most `rows`: the last one has all that is left. */
static int break_current(const struct stage *s, size_t line, int cols, int rows,
                         struct listing_row out[])
{
    size_t len, from = 0;
    const char *text = source_line(s->source, line, &len);
    int n = 0;
    do {
        int room = cols - NUMBER_COLUMNS - (from ? CONTINUED : 0);
        size_t end = n + 1 < rows ? row_end(text, len, from, room) : len;
        out[n++] = (struct listing_row){line, from, end > from ? end : len};
        from = out[n - 1].to;
    } while (from < len);
    return n;
}

/* ---- all ------------------------------------------------------------------------------------- */

/* The next line worth showing from `line` in a direction; 0: none. */
static size_t next_line(const struct stage *s, size_t line, int step, bool all)
{
    for (;;) {
        line += (size_t)step;
        if (line < 1 || line > s->scan.lines)
            return 0;
        if (all || s->scan.line[line].code)
            return line;
    }
}

/* The line at the top, so that the current one has as much above it as below. */
static size_t first_line(const struct stage *s, int rows, bool all)
{
    size_t first = s->words.line > 0 ? (size_t)s->words.line : 0;
    if (!first)
        first =
            s->words.ended ? next_line(s, s->scan.lines + 1, -1, false) : next_line(s, 0, 1, false);
    for (int above = (rows - 1) / 2; above > 0 && first; above--) {
        size_t line = next_line(s, first, -1, all);
        if (!line)
            break;
        first = line;
    }
    return first;
}

static bool is_current(const struct stage *s, size_t line)
{
    return (int)line == s->words.line && !s->words.start && !s->words.what_if;
}

static int lay_out(const struct stage *s, struct rect area, struct listing_row out[ROWS_MOST])
{
    enum { FEW = 5 };
    bool all = area.rows > FEW;
    int n = 0, rows = area.rows < ROWS_MOST ? area.rows : ROWS_MOST;
    for (size_t line = first_line(s, rows, all); n < rows && line;
         line = next_line(s, line, 1, all)) {
        if (is_current(s, line)) {
            n += break_current(s, line, area.cols, rows - n, out + n);
            continue;
        }
        if (s->words.what_if && (int)line == s->words.line)
            out[n++] = (struct listing_row){0};
        if (n < rows)
            out[n++] = (struct listing_row){.line = line};
    }
    return n;
}

void listing_draw(const struct stage *s, struct canvas *c, struct rect area)
{
    struct listing_row rows[ROWS_MOST];
    int n = lay_out(s, area, rows);
    canvas_push(c, area);
    for (int row = 0; row < n; row++) {
        if (!rows[row].line)
            draw_what_if(s, c, row);
        else if (is_current(s, rows[row].line))
            draw_current(s, c, row, &rows[row]);
        else
            draw_line(s, c, row, rows[row].line);
    }
    canvas_pop(c);
}

int listing_line_at(const struct stage *s, struct rect area, int row)
{
    struct listing_row rows[ROWS_MOST];
    int n = lay_out(s, area, rows);
    row -= area.row;
    return row >= 0 && row < n ? (int)rows[row].line : 0;
}
