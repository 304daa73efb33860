/* Where everything goes, for a canvas of any size. */
#ifndef PYVIZ_STAGE_LAYOUT_H
#define PYVIZ_STAGE_LAYOUT_H

#include <pyviz/canvas/grid.h>

#include <stdbool.h>

enum layout_size {
    LAYOUT_TOO_SMALL, /* says so and waits */
    LAYOUT_SMALL,     /* below 60x16: the voice and what is worked on */
    LAYOUT_NORMAL,
    LAYOUT_WIDE, /* from 120x30: names and frames in a second column */
};

/* Rectangles of no rows are left out. */
struct layout_plan {
    enum layout_size size;
    struct rect title, source, header, stage, beside, side, rule, voice, output, footer;
};

/* What the view on stage needs for its picture, if another one shall stand under it. */
enum { LAYOUT_ALONE = 0, LAYOUT_ALL_ROWS = 1000 };

/* Unless `needs` is LAYOUT_ALONE another view stands under the stage, its header in the row above
 * it: if there is room for the needs of the first, or so much that both have enough. */
struct layout_plan layout_plan(int rows, int cols, bool zoom, int needs);

#endif
