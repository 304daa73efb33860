/* What the views draw on: a surface of character cells with clipping, translation and lines that
 * join.
 *
 * Beneath lies a TickitRenderBuffer, which does the clipping, the stack of areas and the joining of
 * single, double and thick lines; nobody else needs to know.  Coordinates are rows and columns from
 * 0, relative to the area pushed last; whatever falls outside of it is cut away, so a view may draw
 * past its edges.  A wide character cut in half is drawn as a blank.
 *
 * Invariant: no control character, escape sequence, bidirectional control or malformed byte gets
 * onto a canvas.  Text is shown escaped where it has them (\n, \x1b, \u202e).  Zero-width
 * characters without a base, joiners and variation selectors are dropped, and what this machine's
 * libraries cannot agree on the width of becomes U+FFFD: columns here are columns on the terminal.
 */
#ifndef PYVIZ_CANVAS_CANVAS_H
#define PYVIZ_CANVAS_CANVAS_H

#include <pyviz/base/buffer.h>
#include <pyviz/canvas/grid.h>
#include <pyviz/canvas/theme.h>

#include <stddef.h>

struct canvas;

/* A blank one, in cells; the caller frees it.  Never NULL. */
struct canvas *canvas_new(int rows, int cols);
void canvas_free(struct canvas *c);
/* Blank, that size, no area pushed. */
void canvas_resize(struct canvas *c, int rows, int cols);
/* Blank, no area pushed, no cursor. */
void canvas_clear(struct canvas *c);

/* From now on 0, 0 is area's top left corner, and nothing outside of it is drawn upon. */
void canvas_push(struct canvas *c, struct rect area);
/* Back to what was before the matching push. */
void canvas_pop(struct canvas *c);
/* The size of the area pushed last, as it was asked for; of the whole canvas if there is none. */
int canvas_rows(const struct canvas *c);
int canvas_cols(const struct canvas *c);

/* Draws a text on one row.  Returns the columns it takes, whether or not they were visible. */
int canvas_text(struct canvas *c, int row, int col, enum style style, const char *s, size_t len);
int canvas_puts(struct canvas *c, int row, int col, enum style style, const char *s);
int canvas_printf(struct canvas *c, int row, int col, enum style style, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* Draws at most max columns of it; what is longer ends with `…`.  Returns the columns taken. */
int canvas_text_clipped(struct canvas *c, int row, int col, enum style style, int max,
                        const char *s, size_t len);
int canvas_puts_clipped(struct canvas *c, int row, int col, enum style style, int max,
                        const char *s);
/* The columns that canvas_text would take. */
int canvas_columns(const char *s, size_t len);
/* How many bytes of s fill at most `cols` columns of one row, broken at a blank if there is one,
 * else at a grapheme; *next is where the rest begins, behind blanks.  At least one grapheme is
 * taken.  A newline ends a row.  For paragraphs: call until *next is len. */
size_t canvas_wrap(const char *s, size_t len, int cols, size_t *next);
/* Draws a paragraph, wrapped, into area; rows beyond it are left out, and a `…` ends the last one.
 * Returns the rows that the whole paragraph takes. */
int canvas_paragraph(struct canvas *c, struct rect area, enum style style, const char *s,
                     size_t len);
/* The same, with some stretches of it in another style. */
int canvas_paragraph_marked(struct canvas *c, struct rect area, enum style style, const char *s,
                            size_t len, enum style mark, const struct spans *marks);

/* Lines run from the first to the last cell, both drawn upon.  An end that falls on a line drawn
 * before joins it (├ ┴); any other end reaches the edge of its cell.  Lines that cross join as
 * well. */
void canvas_hline(struct canvas *c, int row, int col, int end_col, enum style style,
                  enum line line);
void canvas_vline(struct canvas *c, int row, int end_row, int col, enum style style,
                  enum line line);
/* The frame of area: its corners lie within it.  Boxes that share an edge join there. */
void canvas_box(struct canvas *c, struct rect area, enum style style, enum line line);
/* Sets one cell's arms, for joints that hline and vline do not make: dashed pointers, stubs. */
void canvas_arms(struct canvas *c, int row, int col, enum style style, uint8_t lines);

/* Blanks in that style: the background of a chip, a bar. */
void canvas_fill(struct canvas *c, struct rect area, enum style style);
/* A filled chip `cols` columns wide: the style's own glyph, then the text, clipped:  "+ 1  ". */
void canvas_chip(struct canvas *c, int row, int col, int cols, enum style style, const char *s);
/* Shows the terminal's cursor there (the command line); the last call wins. */
void canvas_cursor(struct canvas *c, int row, int col);

/* Writes everything that was drawn into g, which takes the canvas's size.  No area may be pushed.
 */
void canvas_to_grid(struct canvas *c, struct grid *g);

#endif
