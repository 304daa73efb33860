#include <pyviz/canvas/grid.h>

#include <pyviz/base/utf8.h>

#include <stdlib.h>
#include <string.h>

static const struct cell blank = {.text = " ", .width = 1, .style = STYLE_TEXT};

static int max_int(int a, int b)
{
    return a > b ? a : b;
}

static int min_int(int a, int b)
{
    return a < b ? a : b;
}

struct rect rect_intersect(struct rect a, struct rect b)
{
    int row = max_int(a.row, b.row), col = max_int(a.col, b.col);
    int rows = min_int(a.row + a.rows, b.row + b.rows) - row;
    int cols = min_int(a.col + a.cols, b.col + b.cols) - col;
    if (rows <= 0 || cols <= 0)
        return (struct rect){row, col, 0, 0};
    return (struct rect){row, col, rows, cols};
}

struct grid *grid_new(int rows, int cols)
{
    struct grid *g = base_calloc(1, sizeof *g);
    grid_resize(g, rows, cols);
    return g;
}

void grid_free(struct grid *g)
{
    if (g)
        free(g->cells);
    free(g);
}

void grid_resize(struct grid *g, int rows, int cols)
{
    rows = max_int(rows, 1);
    cols = max_int(cols, 1);
    if (rows != g->rows || cols != g->cols) {
        g->rows = rows;
        g->cols = cols;
        g->cells = base_realloc(g->cells, (size_t)rows * (size_t)cols * sizeof *g->cells);
    }
    grid_clear(g);
}

void grid_clear(struct grid *g)
{
    for (int i = 0; i < g->rows * g->cols; i++)
        g->cells[i] = blank;
    g->cursor_row = g->cursor_col = -1;
}

void grid_copy(struct grid *dst, const struct grid *src)
{
    if (dst->rows != src->rows || dst->cols != src->cols)
        grid_resize(dst, src->rows, src->cols);
    memcpy(dst->cells, src->cells, (size_t)src->rows * (size_t)src->cols * sizeof *src->cells);
    dst->cursor_row = src->cursor_row;
    dst->cursor_col = src->cursor_col;
}

static bool inside(const struct grid *g, int row, int col)
{
    return row >= 0 && row < g->rows && col >= 0 && col < g->cols;
}

struct cell *grid_at(struct grid *g, int row, int col)
{
    return inside(g, row, col) ? &g->cells[row * g->cols + col] : NULL;
}

const struct cell *grid_cell(const struct grid *g, int row, int col)
{
    return inside(g, row, col) ? &g->cells[row * g->cols + col] : NULL;
}

/* The longest prefix of whole code points that is at most `limit` bytes long. */
static size_t fitting(const char *text, size_t len, size_t limit)
{
    if (len <= limit)
        return len;
    while (limit > 0 && ((unsigned char)text[limit] & 0xc0) == 0x80)
        limit--;
    return limit;
}

void grid_set(struct grid *g, int row, int col, const char *text, size_t len, int width,
              enum style style)
{
    struct cell *cell = grid_at(g, row, col);
    if (!cell)
        return;
    *cell = (struct cell){.width = (uint8_t)width, .style = (uint8_t)style};
    memcpy(cell->text, text, fitting(text, len, CELL_TEXT_SIZE - 1));
    if (width == 2 && col + 1 < g->cols)
        cell[1] = (struct cell){.width = 0, .style = (uint8_t)style};
}

static bool same_cell(const struct cell *a, const struct cell *b)
{
    return memcmp(a, b, sizeof *a) == 0;
}

bool grid_equal(const struct grid *a, const struct grid *b)
{
    return a->rows == b->rows && a->cols == b->cols && a->cursor_row == b->cursor_row &&
           a->cursor_col == b->cursor_col &&
           memcmp(a->cells, b->cells, (size_t)a->rows * (size_t)a->cols * sizeof *a->cells) == 0;
}

enum { RUN_GAP = 5 };

/* One past the end of the run that begins with the difference at `from`. */
static int run_end(const struct cell *a, const struct cell *b, int from, int cols)
{
    int end = from + 1;
    for (int col = from + 1; col < cols && col < end + RUN_GAP; col++)
        if (!same_cell(&a[col], &b[col]))
            end = col + 1;
    while (end < cols && (a[end].width == 0 || b[end].width == 0))
        end++;
    return end;
}

bool grid_next_change(const struct grid *before, const struct grid *now, int *row, int *col,
                      int *end)
{
    for (; *row < now->rows; (*row)++, *col = 0) {
        const struct cell *a = &before->cells[*row * before->cols];
        const struct cell *b = &now->cells[*row * now->cols];
        while (*col < now->cols && same_cell(&a[*col], &b[*col]))
            (*col)++;
        if (*col >= now->cols)
            continue;
        *end = run_end(a, b, *col, now->cols);
        while (*col > 0 && (a[*col].width == 0 || b[*col].width == 0))
            (*col)--;
        return true;
    }
    return false;
}

void grid_row_text(const struct grid *g, int row, bool trim, struct buffer *out)
{
    if (!inside(g, row, 0))
        return;
    const struct cell *cells = &g->cells[row * g->cols];
    int cols = g->cols;
    while (trim && cols > 0 && strcmp(cells[cols - 1].text, " ") == 0)
        cols--;
    for (int col = 0; col < cols; col++)
        buffer_puts(out, cells[col].text);
}

void grid_text(const struct grid *g, struct buffer *out)
{
    for (int row = 0; row < g->rows; row++) {
        grid_row_text(g, row, true, out);
        buffer_putc(out, '\n');
    }
}

/* What looks most alike in ASCII, for the glyphs that the views use and for common text.  A glyph
 * keeps its one column, so `…` is a single full stop.  Sorted by code point. */
static const struct {
    uint32_t code_point;
    char ascii;
} likenesses[] = {
    {0x00a0, ' '},  {0x00a6, '|'},  {0x00ab, '<'}, {0x00ad, '-'},  {0x00b0, 'o'},  {0x00b1, '+'},
    {0x00b4, '\''}, {0x00b7, '.'},  {0x00b9, '1'}, {0x00b2, '2'},  {0x00b3, '3'},  {0x00bb, '>'},
    {0x00bf, '?'},  {0x00d7, 'x'},  {0x00f7, '/'}, {0x2010, '-'},  {0x2011, '-'},  {0x2012, '-'},
    {0x2013, '-'},  {0x2014, '-'},  {0x2015, '-'}, {0x2018, '\''}, {0x2019, '\''}, {0x201a, ','},
    {0x201c, '"'},  {0x201d, '"'},  {0x201e, '"'}, {0x2020, 'x'},  {0x2021, 'X'},  {0x2022, '*'},
    {0x2026, '.'},  {0x2032, '\''}, {0x2033, '"'}, {0x2039, '<'},  {0x203a, '>'},  {0x2044, '/'},
    {0x2190, '<'},  {0x2191, '^'},  {0x2192, '>'}, {0x2193, 'v'},  {0x2194, '-'},  {0x2195, '|'},
    {0x21b5, '<'},  {0x21d0, '<'},  {0x21d2, '>'}, {0x2208, 'E'},  {0x2212, '-'},  {0x2215, '/'},
    {0x2217, '*'},  {0x2219, '.'},  {0x221e, '8'}, {0x2227, '^'},  {0x2228, 'v'},  {0x2248, '~'},
    {0x2260, '#'},  {0x2261, '='},  {0x2264, '<'}, {0x2265, '>'},  {0x2571, '/'},  {0x2572, '\\'},
    {0x2573, 'X'},  {0x2580, '^'},  {0x2581, '_'}, {0x2582, '_'},  {0x2583, '.'},  {0x2584, '-'},
    {0x2585, '='},  {0x2586, '+'},  {0x2587, '%'}, {0x2588, '#'},  {0x2589, '#'},  {0x258a, '#'},
    {0x258b, '#'},  {0x258c, '|'},  {0x258d, '|'}, {0x258e, '|'},  {0x258f, '|'},  {0x2590, '|'},
    {0x2591, ':'},  {0x2592, '%'},  {0x2593, '#'}, {0x25a0, '#'},  {0x25a1, 'o'},  {0x25aa, '*'},
    {0x25ab, 'o'},  {0x25b2, '^'},  {0x25b3, '^'}, {0x25b6, '>'},  {0x25b7, '>'},  {0x25b8, '>'},
    {0x25ba, '>'},  {0x25bb, '>'},  {0x25bc, 'v'}, {0x25bd, 'v'},  {0x25be, 'v'},  {0x25c0, '<'},
    {0x25c1, '<'},  {0x25c2, '<'},  {0x25c4, '<'}, {0x25c5, '<'},  {0x25c6, '*'},  {0x25c7, 'o'},
    {0x25cb, 'o'},  {0x25cf, 'o'},  {0x25e6, 'o'}, {0x2605, '*'},  {0x2713, 'v'},  {0x2714, 'v'},
    {0x2715, 'x'},  {0x2717, 'x'},  {0x2718, 'x'},
};

/* Box drawing as a block: dashes, solid lines, then everything that has corners. */
static char ascii_box(uint32_t c)
{
    switch (c) {
    case 0x2500: /* ─ and its kin */
    case 0x2501:
    case 0x2504:
    case 0x2505:
    case 0x2508:
    case 0x2509:
    case 0x254c:
    case 0x254d:
    case 0x2574:
    case 0x2576:
    case 0x2578:
    case 0x257a:
    case 0x257c:
    case 0x257e:
        return '-';
    case 0x2550:
        return '=';
    case 0x2502: /* │ and its kin */
    case 0x2503:
    case 0x2506:
    case 0x2507:
    case 0x250a:
    case 0x250b:
    case 0x254e:
    case 0x254f:
    case 0x2551:
    case 0x2575:
    case 0x2577:
    case 0x2579:
    case 0x257b:
    case 0x257d:
    case 0x257f:
        return '|';
    default:
        return '+';
    }
}

/* Letters with marks lose them: é is e.  utf8proc would know, but these few blocks are enough. */
static char ascii_letter(uint32_t c)
{
    static const char latin1[] = "AAAAAAACEEEEIIIIDNOOOOO*OUUUUYPsaaaaaaaceeeeiiiidnooooo/ouuuuypy";
    return c >= 0xc0 && c <= 0xff ? latin1[c - 0xc0] : '?';
}

char grid_ascii(uint32_t code_point)
{
    if (code_point < 0x80)
        return code_point < 0x20 || code_point == 0x7f ? '?' : (char)code_point;
    for (size_t i = 0; i < sizeof likenesses / sizeof *likenesses; i++)
        if (likenesses[i].code_point == code_point)
            return likenesses[i].ascii;
    if (code_point >= 0x2500 && code_point <= 0x257f)
        return ascii_box(code_point);
    return ascii_letter(code_point);
}

static char ascii_lines(uint8_t mask)
{
    bool vertical = LINES_NORTH(mask) || LINES_SOUTH(mask);
    bool horizontal = LINES_EAST(mask) || LINES_WEST(mask);
    if (vertical && horizontal)
        return '+';
    if (vertical)
        return '|';
    return LINES_EAST(mask) == LINE_DOUBLE || LINES_WEST(mask) == LINE_DOUBLE ? '=' : '-';
}

/* In the footer and in the help an arrow is a key, which has a letter, too.  0: it is none. */
static char ascii_key(const struct cell *cell)
{
    static const struct {
        const char *arrow;
        char key;
    } keys[] = {{"←", 'h'}, {"↓", 'j'}, {"↑", 'k'}, {"→", 'l'}};
    for (size_t i = 0; cell->style == STYLE_FOOTER && i < sizeof keys / sizeof *keys; i++)
        if (!strcmp(cell->text, keys[i].arrow))
            return keys[i].key;
    return 0;
}

static char ascii_cell(const struct cell *cell)
{
    if (ascii_key(cell))
        return ascii_key(cell);
    if (cell->lines)
        return ascii_lines(cell->lines);
    int32_t code_point;
    utf8_decode(cell->text, strlen(cell->text), false, &code_point);
    return code_point < 0 ? '?' : grid_ascii((uint32_t)code_point);
}

void grid_to_ascii(struct grid *g)
{
    for (int i = 0; i < g->rows * g->cols; i++) {
        struct cell *cell = &g->cells[i];
        char c = cell->width == 0 ? '?' : ascii_cell(cell);
        if (cell->width == 2)
            c = '?';
        *cell = (struct cell){.text = {c}, .width = 1, .style = cell->style};
    }
}
