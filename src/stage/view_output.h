/* The picture of what was printed, and by which lines: a room, and the rows at the foot of a frame.
 */
#ifndef PYVIZ_STAGE_VIEW_OUTPUT_H
#define PYVIZ_STAGE_VIEW_OUTPUT_H

#include "view.h"

enum { OUTPUT_ROWS = 64, OUTPUT_BYTES = 256 };

/* A line of output, its newline left out; of a very long one only its last bytes. */
struct output_row {
    int line;       /* of the program: where its last piece came from; 0: none */
    bool error;     /* standard error */
    bool cut;       /* its beginning is left out */
    uint64_t until; /* bytes of both streams up to its end */
    size_t len;
    char text[OUTPUT_BYTES];
};

/* The last rows, in the order of their writing. */
struct output_picture {
    uint64_t printed, errors; /* bytes, of each stream */
    int count;
    bool more; /* rows before them are left out */
    struct output_row row[OUTPUT_ROWS];
};

/* Fills the area pushed last with the last rows that fit, without their lines' numbers. */
void output_draw_panel(const struct output_picture *p, const struct output_picture *before,
                       struct canvas *c);

#endif
