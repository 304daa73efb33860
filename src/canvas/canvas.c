/* How a style travels through the RenderBuffer: there is one pen for each style, whose foreground
 * "colour" is the style's number; reading a cell back, the number is read from its pen.  Colours
 * proper belong to the theme, which only the presenters ask.
 *
 * The RenderBuffer keeps wide characters as columns of a text; which half is which, and whether the
 * other half is still there, is kept in `halves`, so that half a character never reaches a grid. */
#include <pyviz/canvas/canvas.h>

#include <pyviz/base/utf8.h>

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <tickit.h>
#include <utf8proc.h>

enum half { WHOLE, LEFT_HALF, RIGHT_HALF, BROKEN_HALF };

enum { MAX_DEPTH = 32 };

struct area {
    struct rect asked, clip; /* in the canvas's own coordinates */
};

struct canvas {
    TickitRenderBuffer *rb;
    TickitPen *pens[STYLE_COUNT];
    int rows, cols;
    int depth; /* areas[depth] is the one in force; 0 is the whole canvas */
    struct area areas[MAX_DEPTH + 1];
    enum style pen; /* the style last set, STYLE_COUNT if none */
    int cursor_row, cursor_col;
    uint8_t *halves; /* enum half, rows * cols */
};

static void reset(struct canvas *c)
{
    tickit_renderbuffer_reset(c->rb);
    memset(c->halves, WHOLE, (size_t)c->rows * (size_t)c->cols);
    c->depth = 0;
    c->areas[0].asked = c->areas[0].clip = rect_make(0, 0, c->rows, c->cols);
    c->pen = STYLE_COUNT;
    c->cursor_row = c->cursor_col = -1;
}

struct canvas *canvas_new(int rows, int cols)
{
    struct canvas *c = base_calloc(1, sizeof *c);
    for (int i = 0; i < STYLE_COUNT;
         i++) /* without both colours libtickit reads what it never set */
        c->pens[i] = tickit_pen_new_attrs(TICKIT_PEN_FG, i, TICKIT_PEN_BG, 0, 0);
    canvas_resize(c, rows, cols);
    return c;
}

void canvas_free(struct canvas *c)
{
    if (!c)
        return;
    for (int i = 0; i < STYLE_COUNT; i++)
        tickit_pen_unref(c->pens[i]);
    tickit_renderbuffer_unref(c->rb);
    free(c->halves);
    free(c);
}

void canvas_resize(struct canvas *c, int rows, int cols)
{
    rows = rows < 1 ? 1 : rows;
    cols = cols < 1 ? 1 : cols;
    if (!c->rb || rows != c->rows || cols != c->cols) {
        if (c->rb)
            tickit_renderbuffer_unref(c->rb);
        c->rb = tickit_renderbuffer_new(rows, cols);
        c->halves = base_realloc(c->halves, (size_t)rows * (size_t)cols);
        c->rows = rows;
        c->cols = cols;
    }
    reset(c);
}

void canvas_clear(struct canvas *c)
{
    reset(c);
}

/* Views nest a handful of areas; more than MAX_DEPTH is a pop forgotten in a loop. */
void canvas_push(struct canvas *c, struct rect area)
{
    const struct area *outer = &c->areas[c->depth];
    area.row += outer->asked.row;
    area.col += outer->asked.col;
    area.rows = area.rows < 0 ? 0 : area.rows;
    area.cols = area.cols < 0 ? 0 : area.cols;
    if (c->depth == MAX_DEPTH) {
        fprintf(stderr, "pyviz: canvas_push: nested too deeply\n");
        abort();
    }
    struct area *inner = &c->areas[++c->depth];
    inner->asked = area;
    inner->clip = rect_intersect(outer->clip, area);

    TickitRect clip = {.top = area.row - outer->asked.row,
                       .left = area.col - outer->asked.col,
                       .lines = area.rows,
                       .cols = area.cols};
    tickit_renderbuffer_save(c->rb);
    tickit_renderbuffer_clip(c->rb, &clip);
    tickit_renderbuffer_translate(c->rb, clip.top, clip.left);
}

void canvas_pop(struct canvas *c)
{
    if (c->depth == 0)
        return;
    c->depth--;
    tickit_renderbuffer_restore(c->rb);
    c->pen = STYLE_COUNT; /* restored too */
}

int canvas_rows(const struct canvas *c)
{
    return c->areas[c->depth].asked.rows;
}

int canvas_cols(const struct canvas *c)
{
    return c->areas[c->depth].asked.cols;
}

static void use_style(struct canvas *c, enum style style)
{
    if (style >= STYLE_COUNT)
        style = STYLE_TEXT;
    if (c->pen == style)
        return;
    tickit_renderbuffer_setpen(c->rb, c->pens[style]);
    c->pen = style;
}

/* ---- Wide characters: halves ---- */

static uint8_t *half_at(struct canvas *c, int row, int col)
{
    return &c->halves[row * c->cols + col];
}

/* Cells row, from..end-1 (canvas coordinates, inside) are drawn over by something whole: what stood
 * half inside of them is broken on the other side. */
static void mark_whole(struct canvas *c, int row, int from, int end)
{
    if (from >= end)
        return;
    if (*half_at(c, row, from) == RIGHT_HALF && from > 0)
        *half_at(c, row, from - 1) = BROKEN_HALF;
    if (*half_at(c, row, end - 1) == LEFT_HALF && end < c->cols)
        *half_at(c, row, end) = BROKEN_HALF;
    memset(half_at(c, row, from), WHOLE, (size_t)(end - from));
}

/* The part of an area (in the pushed area's coordinates) that can be drawn upon, in the canvas's.
 */
static struct rect visible(const struct canvas *c, struct rect area)
{
    const struct area *now = &c->areas[c->depth];
    area.row += now->asked.row;
    area.col += now->asked.col;
    return rect_intersect(area, now->clip);
}

static void mark_rect(struct canvas *c, struct rect area)
{
    struct rect seen = visible(c, area);
    for (int row = seen.row; row < seen.row + seen.rows; row++)
        mark_whole(c, row, seen.col, seen.col + seen.cols);
}

/* ---- Text ---- */

enum { GRAPHEME_SIZE = CELL_TEXT_SIZE };

/* One unit of drawing: a base with its combining marks, or one escape for what may not be drawn. */
struct grapheme {
    char text[GRAPHEME_SIZE];
    size_t len;
    int cols;
};

/* True for what takes no column and shows nothing of itself: joiners, variation selectors, tags. */
static bool is_invisible(uint32_t c)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return (category == UTF8PROC_CATEGORY_CF && c != 0xad) || (c >= 0xfe00 && c <= 0xfe0f) ||
           (c >= 0xe0100 && c <= 0xe01ef) || c == 0x034f || c == 0x115f || c == 0x1160 ||
           c == 0x3164 || c == 0xffa0;
}

/* libtickit has width tables of its own.  Where they differ from ours it would place what follows
 * in another column, so such a character is not given to it. */
static bool width_is_agreed(const char *s, size_t len, int width)
{
    TickitStringPos pos;
    return tickit_utf8_ncount(s, len, &pos, NULL) == len && pos.columns == width;
}

static void append_replacement(struct grapheme *g, int cols)
{
    static const char replacement[] = "\xef\xbf\xbd";
    memcpy(g->text, replacement, 3);
    g->len = 3;
    g->cols = cols;
}

static void set_escape(struct grapheme *g, const char *s, size_t len)
{
    struct buffer b = {0};
    utf8_append_escaped(&b, s, len);
    g->len = b.len < GRAPHEME_SIZE ? b.len : GRAPHEME_SIZE - 1;
    memcpy(g->text, b.data, g->len);
    g->cols = (int)g->len;
    buffer_free(&b);
}

/* Appends the combining marks at s, as many as the cell holds; returns the bytes taken. */
static size_t take_marks(struct grapheme *g, const char *s, size_t len)
{
    size_t i = 0;
    while (i < len && (unsigned char)s[i] >= 0x80) {
        int32_t code_point;
        size_t taken = utf8_decode(s + i, len - i, true, &code_point);
        if (code_point < 0 || utf8_is_control((uint32_t)code_point) ||
            utf8_width((uint32_t)code_point) != 0)
            break;
        if (!is_invisible((uint32_t)code_point) && g->len + taken < GRAPHEME_SIZE &&
            width_is_agreed(s + i, taken, 0)) {
            memcpy(g->text + g->len, s + i, taken);
            g->len += taken;
        }
        i += taken;
    }
    return i;
}

/* Reads what is drawn next from s, len > 0; returns the bytes taken.  cols 0 means nothing is
 * drawn. */
static size_t next_grapheme(const char *s, size_t len, struct grapheme *g)
{
    int32_t code_point;
    size_t taken = utf8_decode(s, len, true, &code_point);
    if (code_point < 0 || utf8_is_control((uint32_t)code_point)) {
        set_escape(g, s, taken);
        return taken;
    }
    int width = utf8_width((uint32_t)code_point);
    g->len = 0;
    g->cols = 0;
    if (width == 0)
        return taken;
    if (code_point >= 0x7f && !width_is_agreed(s, taken, width)) {
        append_replacement(g, width);
        return taken + take_marks(&(struct grapheme){.len = GRAPHEME_SIZE}, s + taken, len - taken);
    }
    memcpy(g->text, s, taken);
    g->len = taken;
    g->cols = width;
    return taken + take_marks(g, s + taken, len - taken);
}

static void put_bytes(struct canvas *c, int row, int col, const char *text, size_t len)
{
    tickit_renderbuffer_textn_at(c->rb, row, col, text, len);
}

/* Draws a wide grapheme, or blanks where only one half of it is visible. */
static void put_wide(struct canvas *c, int row, int col, const struct grapheme *g)
{
    struct rect seen = visible(c, rect_make(row, col, 1, 2));
    mark_rect(c, rect_make(row, col, 1, 2));
    if (seen.cols == 1) {
        put_bytes(c, row, col, " ", 1);
        put_bytes(c, row, col + 1, " ", 1);
    } else if (seen.cols == 2 && g->len == 3 && memcmp(g->text, "\xef\xbf\xbd", 3) == 0) {
        put_bytes(c, row, col, g->text, g->len);
        put_bytes(c, row, col + 1, g->text, g->len);
    } else if (seen.cols == 2) {
        put_bytes(c, row, col, g->text, g->len);
        *half_at(c, seen.row, seen.col) = LEFT_HALF;
        *half_at(c, seen.row, seen.col + 1) = RIGHT_HALF;
    }
}

/* A span for each cell: reading one back is quadratic in the length of its span. */
static void put_grapheme(struct canvas *c, int row, int col, const struct grapheme *g)
{
    if (g->cols == 2 && (unsigned char)g->text[0] >= 0x80) {
        put_wide(c, row, col, g);
        return;
    }
    mark_rect(c, rect_make(row, col, 1, g->cols));
    if (g->cols == 1)
        put_bytes(c, row, col, g->text, g->len);
    else
        for (size_t i = 0; i < g->len; i++) /* an escape: ASCII */
            put_bytes(c, row, col + (int)i, &g->text[i], 1);
}

int canvas_text(struct canvas *c, int row, int col, enum style style, const char *s, size_t len)
{
    struct grapheme g;
    int at = col;
    use_style(c, style);
    for (size_t i = 0; i < len;) {
        i += next_grapheme(s + i, len - i, &g);
        if (g.cols > 0)
            put_grapheme(c, row, at, &g);
        at += g.cols;
    }
    return at - col;
}

int canvas_puts(struct canvas *c, int row, int col, enum style style, const char *s)
{
    return canvas_text(c, row, col, style, s, strlen(s));
}

int canvas_printf(struct canvas *c, int row, int col, enum style style, const char *format, ...)
{
    struct buffer b = {0};
    va_list args;
    va_start(args, format);
    buffer_vprintf(&b, format, args);
    va_end(args);
    int cols = canvas_text(c, row, col, style, buffer_text(&b), b.len);
    buffer_free(&b);
    return cols;
}

/* The bytes of s that fit into max columns, whole graphemes only, and their columns. */
static size_t fit(const char *s, size_t len, int max, int *cols)
{
    struct grapheme g;
    size_t i = 0;
    *cols = 0;
    while (i < len) {
        size_t taken = next_grapheme(s + i, len - i, &g);
        if (*cols + g.cols > max)
            break;
        *cols += g.cols;
        i += taken;
    }
    return i;
}

int canvas_text_clipped(struct canvas *c, int row, int col, enum style style, int max,
                        const char *s, size_t len)
{
    int cols;
    if (max <= 0)
        return 0;
    if (fit(s, len, max, &cols) == len)
        return canvas_text(c, row, col, style, s, len);
    size_t shown = fit(s, len, max - 1, &cols);
    canvas_text(c, row, col, style, s, shown);
    return cols + canvas_puts(c, row, col + cols, style, "…");
}

int canvas_puts_clipped(struct canvas *c, int row, int col, enum style style, int max,
                        const char *s)
{
    return canvas_text_clipped(c, row, col, style, max, s, strlen(s));
}

int canvas_columns(const char *s, size_t len)
{
    int cols;
    fit(s, len, INT32_MAX, &cols);
    return cols;
}

/* ---- Paragraphs ---- */

size_t canvas_wrap(const char *s, size_t len, int cols, size_t *next)
{
    const char *newline = memchr(s, '\n', len);
    size_t end = newline ? (size_t)(newline - s) : len;
    int used;
    size_t shown = fit(s, end, cols, &used);
    if (shown == end) {
        *next = newline ? end + 1 : end;
        return end;
    }
    size_t blank = shown;
    while (blank > 0 && s[blank] != ' ')
        blank--;
    if (blank > 0) {
        size_t rest = blank;
        while (blank > 0 && s[blank - 1] == ' ')
            blank--;
        while (rest < end && s[rest] == ' ')
            rest++;
        *next = rest == end && newline ? end + 1 : rest;
        if (blank > 0)
            return blank;
    }
    struct grapheme g;
    if (shown == 0)
        shown = next_grapheme(s, end, &g);
    *next = shown;
    return shown;
}

/* Draws over what stands from byte `from` on in one row what is marked of it. */
static void draw_marks(struct canvas *c, int row, int col, const char *s, size_t from, size_t len,
                       enum style mark, const struct spans *marks)
{
    for (size_t i = 0; marks && i < marks->count; i++) {
        size_t start = marks->at[i].start < from ? from : marks->at[i].start;
        size_t end = marks->at[i].end > from + len ? from + len : marks->at[i].end;
        if (start < end)
            canvas_text(c, row, col + canvas_columns(s + from, start - from), mark, s + start,
                        end - start);
    }
}

int canvas_paragraph(struct canvas *c, struct rect area, enum style style, const char *s,
                     size_t len)
{
    return canvas_paragraph_marked(c, area, style, s, len, style, NULL);
}

int canvas_paragraph_marked(struct canvas *c, struct rect area, enum style style, const char *s,
                            size_t len, enum style mark, const struct spans *marks)
{
    int rows = 0;
    size_t from = 0;
    while (from < len) {
        size_t next, shown = canvas_wrap(s + from, len - from, area.cols, &next);
        bool cut = rows == area.rows - 1 && from + next < len;
        if (rows < area.rows) {
            int cols;
            shown = fit(s + from, shown, area.cols - (cut ? 1 : 0), &cols);
            canvas_text(c, area.row + rows, area.col, style, s + from, shown);
            draw_marks(c, area.row + rows, area.col, s, from, shown, mark, marks);
            if (cut && area.cols > 0)
                canvas_puts(c, area.row + rows, area.col + cols, style, "…");
        }
        rows++;
        from += next;
    }
    return rows;
}

/* ---- Lines and fills ---- */

static TickitLineStyle tickit_line(enum line line)
{
    return line == LINE_DOUBLE  ? TICKIT_LINE_DOUBLE
           : line == LINE_THICK ? TICKIT_LINE_THICK
                                : TICKIT_LINE_SINGLE;
}

/* The mask there, coordinates of the pushed area; 0 if it is no line or out of sight. */
static uint8_t lines_at(struct canvas *c, int row, int col)
{
    TickitRenderBufferLineMask m = tickit_renderbuffer_get_cell_linemask(c->rb, row, col);
    return LINES_MASK((uint8_t)m.north, (uint8_t)m.east, (uint8_t)m.south, (uint8_t)m.west);
}

void canvas_hline(struct canvas *c, int row, int col, int end_col, enum style style, enum line line)
{
    if (line == LINE_NONE || end_col < col)
        return;
    int caps = (lines_at(c, row, col) ? 0 : TICKIT_LINECAP_START) |
               (lines_at(c, row, end_col) ? 0 : TICKIT_LINECAP_END);
    use_style(c, style);
    mark_rect(c, rect_make(row, col, 1, end_col - col + 1));
    tickit_renderbuffer_hline_at(c->rb, row, col, end_col, tickit_line(line), (TickitLineCaps)caps);
}

void canvas_vline(struct canvas *c, int row, int end_row, int col, enum style style, enum line line)
{
    if (line == LINE_NONE || end_row < row)
        return;
    int caps = (lines_at(c, row, col) ? 0 : TICKIT_LINECAP_START) |
               (lines_at(c, end_row, col) ? 0 : TICKIT_LINECAP_END);
    use_style(c, style);
    mark_rect(c, rect_make(row, col, end_row - row + 1, 1));
    tickit_renderbuffer_vline_at(c->rb, row, end_row, col, tickit_line(line), (TickitLineCaps)caps);
}

void canvas_box(struct canvas *c, struct rect area, enum style style, enum line line)
{
    int bottom = area.row + area.rows - 1, right = area.col + area.cols - 1;
    if (line == LINE_NONE || area.rows < 2 || area.cols < 2)
        return;
    TickitLineStyle drawn = tickit_line(line);
    use_style(c, style);
    mark_rect(c, rect_make(area.row, area.col, 1, area.cols));
    mark_rect(c, rect_make(bottom, area.col, 1, area.cols));
    mark_rect(c, rect_make(area.row, area.col, area.rows, 1));
    mark_rect(c, rect_make(area.row, right, area.rows, 1));
    tickit_renderbuffer_hline_at(c->rb, area.row, area.col, right, drawn, 0);
    tickit_renderbuffer_hline_at(c->rb, bottom, area.col, right, drawn, 0);
    tickit_renderbuffer_vline_at(c->rb, area.row, bottom, area.col, drawn, 0);
    tickit_renderbuffer_vline_at(c->rb, area.row, bottom, right, drawn, 0);
}

/* Each arm is the end of a line of two cells whose other cell is clipped away. */
void canvas_arms(struct canvas *c, int row, int col, enum style style, uint8_t lines)
{
    enum line north = LINES_NORTH(lines), east = LINES_EAST(lines);
    enum line south = LINES_SOUTH(lines), west = LINES_WEST(lines);
    mark_rect(c, rect_make(row, col, 1, 1));
    canvas_push(c, rect_make(row, col, 1, 1));
    use_style(c, style);
    if (north)
        tickit_renderbuffer_vline_at(c->rb, -1, 0, 0, tickit_line(north), 0);
    if (east)
        tickit_renderbuffer_hline_at(c->rb, 0, 0, 1, tickit_line(east), 0);
    if (south)
        tickit_renderbuffer_vline_at(c->rb, 0, 1, 0, tickit_line(south), 0);
    if (west)
        tickit_renderbuffer_hline_at(c->rb, 0, -1, 0, tickit_line(west), 0);
    canvas_pop(c);
}

void canvas_fill(struct canvas *c, struct rect area, enum style style)
{
    TickitRect filled = {.top = area.row, .left = area.col, .lines = area.rows, .cols = area.cols};
    if (area.rows <= 0 || area.cols <= 0)
        return;
    use_style(c, style);
    mark_rect(c, area);
    tickit_renderbuffer_eraserect(c->rb, &filled);
}

void canvas_chip(struct canvas *c, int row, int col, int cols, enum style style, const char *s)
{
    canvas_push(c, rect_make(row, col, 1, cols));
    canvas_fill(c, rect_make(0, 0, 1, cols), style);
    canvas_puts(c, 0, 0, style, style_glyph(style));
    canvas_puts_clipped(c, 0, 2, style, cols - 2, s);
    canvas_pop(c);
}

void canvas_cursor(struct canvas *c, int row, int col)
{
    struct rect seen = visible(c, rect_make(row, col, 1, 1));
    c->cursor_row = seen.rows ? seen.row : -1;
    c->cursor_col = seen.rows ? seen.col : -1;
}

/* ---- Reading back ---- */

static enum style style_at(struct canvas *c, int row, int col)
{
    TickitPen *pen = tickit_renderbuffer_get_cell_pen(c->rb, row, col);
    return pen ? (enum style)tickit_pen_get_colour_attr(pen, TICKIT_PEN_FG) : STYLE_TEXT;
}

static void read_cell(struct canvas *c, struct grid *g, int row, int col)
{
    char text[64];
    enum style style = style_at(c, row, col);
    uint8_t half = *half_at(c, row, col);
    size_t len = tickit_renderbuffer_get_cell_text(c->rb, row, col, text, sizeof text - 1);
    bool broken = half == BROKEN_HALF || half == RIGHT_HALF;
    if (len == (size_t)-1 || len == 0 || broken)
        grid_set(g, row, col, " ", 1, 1, style);
    else
        grid_set(g, row, col, text, len, half == LEFT_HALF ? 2 : 1, style);
    grid_at(g, row, col)->lines = lines_at(c, row, col);
}

void canvas_to_grid(struct canvas *c, struct grid *g)
{
    while (c->depth > 0) /* a clip in force would hide cells */
        canvas_pop(c);
    grid_resize(g, c->rows, c->cols);
    for (int row = 0; row < c->rows; row++)
        for (int col = 0; col < c->cols; col++) {
            read_cell(c, g, row, col);
            if (*half_at(c, row, col) == LEFT_HALF)
                col++;
        }
    g->cursor_row = c->cursor_row;
    g->cursor_col = c->cursor_col;
}
