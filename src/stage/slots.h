/* A table of slots as boxes: the index of a dict, the table of a set. */
#ifndef PYVIZ_STAGE_SLOTS_H
#define PYVIZ_STAGE_SLOTS_H

#include <pyviz/canvas/canvas.h>

#include <stdbool.h>
#include <stddef.h>

enum slots_form {
    SLOTS_RULED, /* a line between rows: 2 rows a row of slots, and 2 more */
    SLOTS_BOXED, /* no lines between rows: 1 row a row of slots, and 3 more */
    SLOTS_BARE,  /* no lines at all: 1 row a row of slots, and 1 more */
};

struct slot {
    char text[48];
    enum style style;
    int probe;    /* the number of the probe that looked at it, 0: none */
    bool current; /* the probe that is looking now */
};

struct slots {
    const char *label;  /* "index" */
    size_t first;       /* the number of slot[0], a multiple of per_row */
    size_t total;       /* slots in the whole table */
    int count;          /* of them in slot[] */
    int per_row, inner; /* columns within a cell */
    bool unnumbered;    /* no row of numbers on top */
    enum slots_form form;
    const struct slot *slot;
};

/* Where cell i begins, its left edge, and the row of its text if the table is drawn at `row`. */
int slots_column(const struct slots *s, int i);
int slots_text_row(const struct slots *s, int row, int i);
/* Columns in front of the first cell. */
enum { SLOTS_LABEL = 8 };

/* How many of a table's slots a picture keeps, and from which on: all, or at most `most`, in whole
 * rows of `row` slots, around the one that is of interest. */
int slots_kept(size_t slots, int most, size_t row, size_t focus, size_t *first);
/* Slot `at` of the table, if it is among the `count` that begin with `first`, was looked at by that
 * probe; what is marked as changed stays so. */
void slots_probed(struct slot *slot, size_t first, int count, size_t at, int probe, bool current,
                  enum style style);
/* Slots in a row and their width, for a table of `total` slots with texts of up to `text` columns.
 */
void slots_fit(struct slots *s, int cols, size_t total, int text);
/* Chooses the form and which of the `count` slots in `slot`, from number `first` on, are shown in
 * at most `rows` rows: those around slot `focus` if not all fit. */
void slots_window(struct slots *s, int rows, size_t first, int count, const struct slot *slot,
                  size_t focus);
/* Draws them, and says which they are if they are not all; returns the rows taken. */
int slots_draw(struct canvas *c, int row, const struct slots *s);

#endif
