/* The source on a frame: the line that runs, and its neighbours.
 *
 * Where there are few rows, comments and blank lines are left out: the voice speaks the comments.
 * The line that runs is shown whole, on as many rows as it takes; others end with `…`. */
#ifndef PYVIZ_STAGE_LISTING_H
#define PYVIZ_STAGE_LISTING_H

#include "stage_private.h"

void listing_draw(const struct stage *s, struct canvas *c, struct rect area);
/* The line that is drawn on a row of the canvas; 0: none. */
int listing_line_at(const struct stage *s, struct rect area, int row);

#endif
