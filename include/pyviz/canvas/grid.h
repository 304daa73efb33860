/* A frame as cells: what the views have drawn, before any terminal sees it.
 *
 * Invariants: each cell's text is one printable grapheme, NUL-terminated and padded with NULs, so
 * that two cells are equal exactly if their bytes are.  A grapheme two columns wide owns two cells:
 * the left has width 2 and the text, the right has width 0 and none.  A blank cell's text is " ".
 * No control character, escape or malformed byte is ever in a grid (canvas sees to it).  `lines` is
 * 0 for a cell that is no line; its text is then the box-drawing character of that mask. */
#ifndef PYVIZ_CANVAS_GRID_H
#define PYVIZ_CANVAS_GRID_H

#include <pyviz/base/buffer.h>
#include <pyviz/canvas/theme.h>

#include <stdbool.h>
#include <stdint.h>

struct rect {
    int row, col, rows, cols;
};

static inline struct rect rect_make(int row, int col, int rows, int cols)
{
    return (struct rect){row, col, rows, cols};
}

/* The part that both have; its rows and cols are 0 if there is none. */
struct rect rect_intersect(struct rect a, struct rect b);

enum line { LINE_NONE, LINE_SINGLE, LINE_DOUBLE, LINE_THICK };

/* A mask of lines: which arms a box-drawing cell has, and how thick each is, two bits an arm. */
#define LINES_MASK(north, east, south, west)                                                       \
    ((uint8_t)((north) | (east) << 2 | (south) << 4 | (west) << 6))
#define LINES_NORTH(mask) ((enum line)((mask)&3))
#define LINES_EAST(mask)  ((enum line)((mask) >> 2 & 3))
#define LINES_SOUTH(mask) ((enum line)((mask) >> 4 & 3))
#define LINES_WEST(mask)  ((enum line)((mask) >> 6 & 3))

enum { CELL_TEXT_SIZE = 28 };

struct cell {
    char text[CELL_TEXT_SIZE]; /* UTF-8: a base character and what combines with it */
    uint8_t width;             /* 1, 2, or 0 for the right half of a wide one */
    uint8_t style;             /* enum style */
    uint8_t lines;             /* LINES_MASK */
    uint8_t unused;
};

struct grid {
    int rows, cols;
    int cursor_row, cursor_col; /* -1: no cursor is shown */
    struct cell *cells;         /* rows * cols */
};

/* A grid of blanks in STYLE_TEXT.  Sizes below 1 become 1. */
struct grid *grid_new(int rows, int cols);
void grid_free(struct grid *g);
/* Makes it that size, all blank. */
void grid_resize(struct grid *g, int rows, int cols);
void grid_clear(struct grid *g);
/* dst becomes equal to src, its size too. */
void grid_copy(struct grid *dst, const struct grid *src);

/* The cell there; NULL outside. */
struct cell *grid_at(struct grid *g, int row, int col);
const struct cell *grid_cell(const struct grid *g, int row, int col);
/* Writes a grapheme that is known to be printable, `width` columns wide: the caller minds the right
 * half's neighbour.  Text that does not fit in a cell is cut between code points. */
void grid_set(struct grid *g, int row, int col, const char *text, size_t len, int width,
              enum style style);

/* Of one size, every cell alike, and the cursor in the same place. */
bool grid_equal(const struct grid *a, const struct grid *b);
/* Finds the next run of cells that differ, at or after *row, *col in reading order; false if there
 * is none.  Runs do not span rows and never begin or end within a wide character of either grid;
 * runs less than five cells apart are one, for moving the cursor costs as much.  *end is one past
 * the last column.  Go on from *row, *end.  Both grids have one size. */
bool grid_next_change(const struct grid *before, const struct grid *now, int *row, int *col,
                      int *end);

/* Appends a row as UTF-8, without a newline; with `trim`, without the blanks at its end. */
void grid_row_text(const struct grid *g, int row, bool trim, struct buffer *out);
/* Appends all rows, each trimmed and ended by a newline. */
void grid_text(const struct grid *g, struct buffer *out);

/* Replaces every cell by one or two of ASCII, each column in its place: line masks become + - | =,
 * other glyphs what looks most alike, what has no likeness `?`; the footer's arrows become the
 * letters h j k l, which are the same keys. */
void grid_to_ascii(struct grid *g);
/* The ASCII character for one code point: itself if it is one, '?' if nothing is alike. */
char grid_ascii(uint32_t code_point);

#endif
