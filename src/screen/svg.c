/* A frame as an SVG picture.
 *
 * Three layers, so that no glyph is hidden by its neighbour's background: filled rectangles, then
 * lines and blocks drawn as shapes (they meet, whatever the font), then runs of text.  A run is
 * stretched to its columns, so that the grid holds with any monospaced font. */
#include <pyviz/screen/writers.h>

#include "markup.h"

#include <pyviz/base/utf8.h>

#include <stdlib.h>
#include <string.h>

/* In pixels; a font of 16.6 is ten of them wide. */
enum { CELL_W = 10, CELL_H = 20, MARGIN = 16, BASELINE = 15 };

struct picture {
    struct buffer *out;
    const struct grid *grid;
    const struct theme *theme;
};

static int x_of(int col)
{
    return MARGIN + col * CELL_W;
}

static int y_of(int row)
{
    return MARGIN + row * CELL_H;
}

/* ---- Backgrounds ---- */

static void rectangle(struct picture *p, int x, int y, int w, int h, const struct colour *c)
{
    buffer_printf(p->out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"", x, y, w, h);
    markup_colour(p->out, c);
    buffer_puts(p->out, "\"/>\n");
}

/* Underlines belong here too: they run under blanks, which are no text. */
static void fills_of_row(struct picture *p, int row)
{
    for (int col = 0, end; col < p->grid->cols; col = end) {
        enum style style = (enum style)grid_cell(p->grid, row, col)->style;
        for (end = col + 1; end < p->grid->cols; end++)
            if (grid_cell(p->grid, row, end)->style != (uint8_t)style)
                break;
        struct paint paint = markup_paint(p->theme, style);
        int width = (end - col) * CELL_W;
        if (paint.filled)
            rectangle(p, x_of(col), y_of(row), width, CELL_H, &paint.paper);
        if (paint.attributes & ATTR_UNDERLINE)
            rectangle(p, x_of(col), y_of(row) + BASELINE + 2, width, 1, &paint.ink);
    }
}

/* ---- Lines ---- */

/* Masks of the box-drawing characters that a view may also have written as text. */
static const struct {
    const char *text;
    uint8_t mask;
} typed_lines[] = {
#define LINES_OF(n, h, v, tl, tr, bl, br, l, r, t, b, x)                                           \
    {h, LINES_MASK(0, n, 0, n)}, {v, LINES_MASK(n, 0, n, 0)}, {tl, LINES_MASK(0, n, n, 0)},        \
        {tr, LINES_MASK(0, 0, n, n)}, {bl, LINES_MASK(n, n, 0, 0)}, {br, LINES_MASK(n, 0, 0, n)},  \
        {l, LINES_MASK(n, n, n, 0)}, {r, LINES_MASK(n, 0, n, n)}, {t, LINES_MASK(0, n, n, n)},     \
        {b, LINES_MASK(n, n, 0, n)},                                                               \
    {                                                                                              \
        x, LINES_MASK(n, n, n, n)                                                                  \
    }
    LINES_OF(1, "─", "│", "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼"),
    LINES_OF(2, "═", "║", "╔", "╗", "╚", "╝", "╠", "╣", "╦", "╩", "╬"),
    LINES_OF(3, "━", "┃", "┏", "┓", "┗", "┛", "┣", "┫", "┳", "┻", "╋"),
#undef LINES_OF
};

static uint8_t mask_of(const struct cell *cell)
{
    if (cell->lines || (unsigned char)cell->text[0] != 0xe2)
        return cell->lines;
    for (size_t i = 0; i < sizeof typed_lines / sizeof *typed_lines; i++)
        if (strcmp(typed_lines[i].text, cell->text) == 0)
            return typed_lines[i].mask;
    return 0;
}

/* How far the parallel strokes of a line lie from its middle. */
static int spread(enum line line)
{
    return line == LINE_DOUBLE ? 2 : 0;
}

/* One arm of a cell as a path.  It points along (dx, dy) from the middle; left and right are the
 * arms to both its sides, whose strokes decide where those of a double line begin so that corners
 * close. */
static void arm(struct buffer *path, int x, int y, int dx, int dy, enum line line, enum line left,
                enum line right)
{
    int reach = dx ? CELL_W / 2 : CELL_H / 2;
    if (line == LINE_NONE)
        return;
    for (int side = line == LINE_DOUBLE ? -1 : 0; side <= 1; side += 2) {
        enum line near = side < 0 ? left : right, far = side < 0 ? right : left;
        int start = side == 0 ? 0 : near ? spread(near) : -spread(far);
        int off = 2 * side; /* to the right of the direction: (dx, dy) turned is (-dy, dx) */
        int x0 = x + dx * start - dy * off, y0 = y + dy * start + dx * off;
        buffer_printf(path, "M%d %dl%d %d", x0, y0, dx * (reach - start), dy * (reach - start));
        if (side == 0)
            break;
    }
}

static void lines_of_cell(struct buffer *path, uint8_t mask, int row, int col)
{
    int x = x_of(col) + CELL_W / 2, y = y_of(row) + CELL_H / 2;
    enum line n = LINES_NORTH(mask), e = LINES_EAST(mask);
    enum line s = LINES_SOUTH(mask), w = LINES_WEST(mask);
    arm(path, x, y, 0, -1, n, w, e);
    arm(path, x, y, 1, 0, e, n, s);
    arm(path, x, y, 0, 1, s, e, w);
    arm(path, x, y, -1, 0, w, s, n);
}

static bool has_arm(uint8_t mask, enum line line)
{
    return LINES_NORTH(mask) == line || LINES_EAST(mask) == line || LINES_SOUTH(mask) == line ||
           LINES_WEST(mask) == line;
}

/* All cells of one style whose lines are thick, or are not, as one path. */
static void lines_of_style(struct picture *p, enum style style, bool thick)
{
    struct buffer path = {0};
    for (int row = 0; row < p->grid->rows; row++)
        for (int col = 0; col < p->grid->cols; col++) {
            const struct cell *cell = grid_cell(p->grid, row, col);
            uint8_t mask = cell->style == (uint8_t)style ? mask_of(cell) : 0;
            if (mask && has_arm(mask, LINE_THICK) == thick)
                lines_of_cell(&path, mask, row, col);
        }
    if (path.len > 0) {
        struct paint paint = markup_paint(p->theme, style);
        buffer_puts(p->out, "<path fill=\"none\" stroke-linecap=\"square\" stroke=\"");
        markup_colour(p->out, &paint.ink);
        buffer_printf(p->out, "\" stroke-width=\"%s\" d=\"%s\"/>\n", thick ? "3" : "1.25",
                      path.data);
    }
    buffer_free(&path);
}

/* ---- Blocks ---- */

struct block {
    int x, y, w, h; /* in eighths of a cell */
};

/* The blocks that bars are made of: ▁▂▃▄▅▆▇█, ▏ to ▉, ▐ and ▀. */
static bool block_of(const struct cell *cell, struct block *b)
{
    int32_t c;
    if ((unsigned char)cell->text[0] != 0xe2)
        return false;
    utf8_decode(cell->text, strlen(cell->text), false, &c);
    if (c >= 0x2581 && c <= 0x2588)
        *b = (struct block){0, 0x2588 - c, 8, c - 0x2580};
    else if (c >= 0x2589 && c <= 0x258f)
        *b = (struct block){0, 0, 0x2590 - c, 8};
    else if (c == 0x2590)
        *b = (struct block){4, 0, 4, 8};
    else if (c == 0x2580)
        *b = (struct block){0, 0, 8, 4};
    else
        return false;
    return true;
}

static void blocks_of_row(struct picture *p, int row)
{
    struct block b;
    for (int col = 0; col < p->grid->cols; col++) {
        const struct cell *cell = grid_cell(p->grid, row, col);
        if (!block_of(cell, &b))
            continue;
        struct paint paint = markup_paint(p->theme, (enum style)cell->style);
        buffer_printf(p->out, "<rect x=\"%g\" y=\"%g\" width=\"%g\" height=\"%g\" fill=\"",
                      x_of(col) + b.x * CELL_W / 8.0, y_of(row) + b.y * CELL_H / 8.0,
                      b.w * CELL_W / 8.0, b.h * CELL_H / 8.0);
        markup_colour(p->out, &paint.ink);
        buffer_puts(p->out, "\"/>\n");
    }
}

/* ---- Text ---- */

static bool is_shape(const struct cell *cell)
{
    struct block b;
    return mask_of(cell) || block_of(cell, &b);
}

static bool is_blank(const struct cell *cell)
{
    return strcmp(cell->text, " ") == 0 || is_shape(cell);
}

/* A run holds one style; it is broken by two blanks in a row, and around glyphs that fonts draw at
 * odd widths (all but ASCII), for each of those is placed by itself. */
static int run_end(const struct picture *p, int row, int col)
{
    const struct cell *first = grid_cell(p->grid, row, col);
    if ((unsigned char)first->text[0] >= 0x80)
        return col + (first->width == 2 ? 2 : 1);
    int end = col + 1, blanks = 0;
    for (; end < p->grid->cols; end++) {
        const struct cell *cell = grid_cell(p->grid, row, end);
        if (cell->style != first->style || (unsigned char)cell->text[0] >= 0x80 || cell->width != 1)
            break;
        blanks = is_blank(cell) ? blanks + 1 : 0;
        if (blanks == 2)
            break;
    }
    while (end > col + 1 && is_blank(grid_cell(p->grid, row, end - 1)))
        end--;
    return end;
}

static void text_run(struct picture *p, int row, int col, int end)
{
    struct paint paint = markup_paint(p->theme, (enum style)grid_cell(p->grid, row, col)->style);
    buffer_printf(p->out, "<text x=\"%d\" y=\"%d\" textLength=\"%d\"", x_of(col),
                  y_of(row) + BASELINE, (end - col) * CELL_W);
    if (paint.ink.red != p->theme->ink.red || paint.ink.green != p->theme->ink.green ||
        paint.ink.blue != p->theme->ink.blue) {
        buffer_puts(p->out, " fill=\"");
        markup_colour(p->out, &paint.ink);
        buffer_putc(p->out, '"');
    }
    if (paint.attributes & ATTR_BOLD)
        buffer_puts(p->out, " font-weight=\"bold\"");
    if (paint.attributes & ATTR_ITALIC)
        buffer_puts(p->out, " font-style=\"italic\"");
    buffer_putc(p->out, '>');
    for (; col < end; col++)
        markup_append(p->out, grid_cell(p->grid, row, col)->text);
    buffer_puts(p->out, "</text>\n");
}

static void texts_of_row(struct picture *p, int row)
{
    for (int col = 0; col < p->grid->cols;) {
        const struct cell *cell = grid_cell(p->grid, row, col);
        if (cell->width == 0 || is_blank(cell)) {
            col++;
            continue;
        }
        int end = run_end(p, row, col);
        text_run(p, row, col, end);
        col = end;
    }
}

/* ---- The whole ---- */

static void open_picture(struct picture *p, const char *title)
{
    int width = 2 * MARGIN + p->grid->cols * CELL_W, height = 2 * MARGIN + p->grid->rows * CELL_H;
    buffer_printf(p->out,
                  "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" "
                  "height=\"%d\" role=\"img\">\n<title>",
                  width, height, width, height);
    markup_append(p->out, title ? title : "pyviz");
    buffer_printf(p->out,
                  "</title>\n<rect x=\"0.5\" y=\"0.5\" width=\"%d\" height=\"%d\" rx=\"8\" "
                  "stroke=\"#808890\" fill=\"",
                  width - 1, height - 1);
    markup_colour(p->out, &p->theme->page);
    buffer_puts(p->out, "\"/>\n");
}

static void open_texts(struct picture *p)
{
    buffer_puts(p->out, "<g font-family=\"ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,"
                        "monospace\" font-size=\"16.6\" xml:space=\"preserve\" fill=\"");
    markup_colour(p->out, &p->theme->ink);
    buffer_puts(p->out, "\">\n");
}

void writers_svg(struct buffer *out, const struct grid *g, const struct theme *theme,
                 const char *title)
{
    struct picture p = {out, g, theme};
    open_picture(&p, title);
    for (int row = 0; row < g->rows; row++)
        fills_of_row(&p, row);
    for (int style = 0; style < STYLE_COUNT; style++) {
        lines_of_style(&p, (enum style)style, false);
        lines_of_style(&p, (enum style)style, true);
    }
    for (int row = 0; row < g->rows; row++)
        blocks_of_row(&p, row);
    open_texts(&p);
    for (int row = 0; row < g->rows; row++)
        texts_of_row(&p, row);
    buffer_puts(out, "</g>\n</svg>\n");
}
