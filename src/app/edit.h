/* A line of text being typed, its cursor, and the lines typed before it.
 *
 * Invariants: the text begins with its prompt, which no key changes; the cursor stands behind the
 * prompt and never inside a character.  A line recalled is a copy: what was kept stays as it was
 * typed. */
#ifndef PYVIZ_APP_EDIT_H
#define PYVIZ_APP_EDIT_H

#include <pyviz/screen/input.h>

#include <stdbool.h>
#include <stddef.h>

enum { EDIT_SIZE = 256, EDIT_KEPT = 32 };

/* Zeroed: nothing is being typed. */
struct edit {
    char text[EDIT_SIZE];   /* "" nothing is being typed */
    char draft[EDIT_SIZE];  /* what was being typed before an older line was recalled */
    size_t prompt, cursor;  /* bytes of the text: its prompt's, those before the cursor */
    char *kept[EDIT_KEPT];  /* the oldest first */
    size_t count, recalled; /* recalled < count: that one is shown */
};

enum edit_outcome {
    EDIT_GOES_ON,
    EDIT_DONE, /* Enter: the line is kept, for next time, and `text` still there */
    EDIT_LEFT, /* nothing is being typed any more */
};

/* Begins an empty line. */
void edit_open(struct edit *e, const char *prompt);
/* Nothing is being typed any more; what was kept stays. */
void edit_close(struct edit *e);
/* Only while something is being typed. */
enum edit_outcome edit_key(struct edit *e, const struct key *key);
/* Frees what was kept. */
void edit_free(struct edit *e);

#endif
