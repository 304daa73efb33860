#include "layout.h"

enum { LEAST_ROWS = 5, LEAST_COLS = 20, INDENT = 2 };

struct heights {
    int title, source, voice, output;
};

static struct heights heights_for(int rows)
{
    return rows >= 56   ? (struct heights){1, 13, 3, 6}
           : rows >= 44 ? (struct heights){1, 9, 3, 5}
           : rows >= 30 ? (struct heights){1, 5, 3, 3}
           : rows >= 20 ? (struct heights){1, 3, 3, 1}
           : rows >= 18 ? (struct heights){1, 2, 3, 1}
                        : (struct heights){1, 1, 3, 1};
}

/* Takes n rows off the top. */
static struct rect take(int *row, int n, int col, int cols)
{
    struct rect r = rect_make(*row, col, n, cols);
    *row += n;
    return r;
}

static struct layout_plan plan_small(int rows, int cols)
{
    struct layout_plan p = {.size = LAYOUT_SMALL};
    int row = 0, voice = rows >= 10 ? 3 : 2, footer = rows >= 7;
    p.source = take(&row, rows >= 8, 0, cols);
    p.header = take(&row, 1, 0, cols);
    p.stage = take(&row, rows - row - voice - footer, 0, cols);
    p.voice = take(&row, voice, 0, cols);
    p.footer = take(&row, footer, 0, cols);
    return p;
}

/* USUAL: as at 80x24, for which every view is made. */
enum { USUAL_ROWS = 13, AMPLE_ROWS = 17, BESIDE_ROWS = 7 };

/* Three fifths are for the stage, but never less than it has at 80x24. */
static void divide(struct layout_plan *p, int needs)
{
    int main = p->stage.rows - 1 - p->stage.rows * 2 / 5;
    main = main < USUAL_ROWS ? USUAL_ROWS : main;
    int rows = p->stage.rows - 1 - main;
    if (rows < BESIDE_ROWS || (needs > main && main < AMPLE_ROWS))
        return;
    p->stage.rows = main;
    p->beside = p->stage;
    p->beside.row += main + 1;
    p->beside.rows = rows;
}

struct layout_plan layout_plan(int rows, int cols, bool zoom, int needs)
{
    if (rows < LEAST_ROWS || cols < LEAST_COLS)
        return (struct layout_plan){.size = LAYOUT_TOO_SMALL};
    if (rows < 16 || cols < 60)
        return plan_small(rows, cols);
    struct heights h = heights_for(rows);
    struct layout_plan p = {.size = LAYOUT_NORMAL};
    int row = 0, main = cols;
    if (zoom)
        h = (struct heights){0, 0, 2, 0};
    if (cols >= 120 && rows >= 30 && !zoom) {
        int side = cols / 3 > 66 ? 66 : cols / 3;
        p.size = LAYOUT_WIDE;
        main = cols - side - 1;
        p.side = rect_make(0, main + 2, 0, side - 2);
    }
    p.title = take(&row, h.title, 0, cols);
    p.source = take(&row, h.source, 0, cols);
    p.header = take(&row, 1, 0, cols);
    p.stage = take(&row, rows - row - 1 - h.voice - h.output - 1, INDENT, main - 2 * INDENT);
    p.side.row = p.stage.row;
    p.side.rows = p.size == LAYOUT_WIDE ? p.stage.rows : 0;
    p.rule = take(&row, 1, 0, cols);
    p.voice = take(&row, h.voice, 1, cols - 2);
    p.output = take(&row, h.output, 1, cols - 2);
    p.footer = take(&row, 1, 0, cols);
    if (needs != LAYOUT_ALONE && p.size == LAYOUT_WIDE)
        divide(&p, needs);
    return p;
}
