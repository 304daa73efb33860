/* The picture of names and frames: the view of last resort, and the second column of wide screens.
 */
#ifndef PYVIZ_STAGE_VIEW_NAMES_H
#define PYVIZ_STAGE_VIEW_NAMES_H

#include "view.h"

enum { NAMES_MOST = 64, FRAMES_MOST = 12 };

struct name_row {
    const char *name, *repr, *type;
    int64_t number; /* of the object */
    bool container, function, counted, immortal;
    bool cell; /* functions inside the frame's share the variable */
    int64_t refs, own;
};

struct frame_row {
    const char *function; /* NULL: the module */
    int line;
    uint32_t call;    /* which of that function's it is */
    int first, names; /* its newest names, in names_picture.row */
    int left_out;     /* how many there are before these */
};

struct names_picture {
    int count, left_out; /* names kept; names of all frames that are not */
    bool ended;          /* the program: its names have been taken down */
    struct name_row row[NAMES_MOST];
    int frames, frames_left_out;
    struct frame_row frame[FRAMES_MOST]; /* the innermost first, the module last */
};

/* Walks the names of the innermost frame that are new, or mean another object, since the stop
 * before: *at starts at 0.  *then NULL: new.  None if it was another frame. */
bool names_next_change(const struct names_picture *now, const struct names_picture *before, int *at,
                       const struct name_row **row, const struct name_row **then);
/* Is this name among them? */
bool names_changed(const struct names_picture *now, const struct names_picture *before,
                   const char *name);
/* Draws names and frames into the area pushed last, one column, from its top: for a side panel. */
void names_draw_panel(const struct names_picture *now, const struct names_picture *before,
                      struct canvas *c);

#endif
