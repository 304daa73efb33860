/* Frames that go into files: text, ANSI, SVG, HTML.
 *
 * Only the ANSI writer ever emits an escape sequence, and of those SGR alone; a row never leaves a
 * look switched on behind its end. */
#ifndef PYVIZ_SCREEN_WRITERS_H
#define PYVIZ_SCREEN_WRITERS_H

#include <pyviz/base/buffer.h>
#include <pyviz/canvas/grid.h>
#include <pyviz/canvas/theme.h>
#include <pyviz/screen/colour.h>

/* The rows as UTF-8, blanks at their ends trimmed. */
void writers_text(struct buffer *out, const struct grid *g);
/* The same, with SGR sequences; every row ends with its looks reset. */
void writers_ansi(struct buffer *out, const struct grid *g, const struct theme *theme,
                  enum colour_depth depth);
/* A picture: one SVG document, no fonts, scripts or links from outside.  Box-drawing characters and
 * blocks are drawn as shapes, so lines meet whatever font is there.  title may be NULL. */
void writers_svg(struct buffer *out, const struct grid *g, const struct theme *theme,
                 const char *title);
/* A whole HTML page of one frame, its text selectable.  title may be NULL. */
void writers_html(struct buffer *out, const struct grid *g, const struct theme *theme,
                  const char *title);

#endif
