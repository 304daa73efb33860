/* The stage: what the room sees of a program at the event where its timeline stands.
 *
 * A frame is made in two pure phases.  stage_update *captures*: it works out what is on stage and
 * copies all that a view may draw of it, now and at the preceding stop, into pictures of bounded
 * size in host memory.  stage_draw draws these pictures onto a canvas, as often as wanted: for a
 * resized terminal, for each frame of a movement.
 *
 * Invariants
 *   - What is on stage is a function of the machine's state and the scenario; what is marked as
 *     changed is that and the state at timeline_stop_before.  So a stop looks the same whichever
 * way one came.
 *   - A dict of a million entries costs a frame what one of a hundred does.
 *   - Views read the region and its operation records; nothing is drawn from history or by script.
 */
#ifndef PYVIZ_STAGE_STAGE_H
#define PYVIZ_STAGE_STAGE_H

#include <pyviz/canvas/canvas.h>
#include <pyviz/timeline/timeline.h>

#include <stdbool.h>

struct scenario;
struct source;
struct stage;

/* Zeroed: as at rest. */
struct stage_options {
    double motion; /* how much of the step's movement is still to come: 0 at rest, 1 at its start */
    bool playing;  /* steps come by themselves: the footer says so */
    bool questioning;   /* the voice is silent until the next key */
    bool zoom;          /* the stage takes all the room there is */
    const char *timer;  /* in the title, in front of all that is at its right; NULL: none */
    const char *badge;  /* in the title, in front of the version; NULL: none */
    const char *remark; /* in the voice's place; NULL: the voice speaks */
    const char
        *message; /* instead of the footer's keys; NULL: none.  For the command line's words */
    bool message_is_error;
    bool what_if;        /* a timeline of its own, which Esc leaves: the footer says so */
    const char *command; /* a command line being typed, with its prompt; NULL: none */
    int command_cursor;  /* bytes of it before the cursor */
};

/* Nothing is copied: timeline, scenario (NULL: a program without one), source and name, which the
 * title shows, live longer than the stage. */
struct stage *stage_new(struct timeline *t, const struct scenario *scenario,
                        const struct source *source, const char *name);
void stage_free(struct stage *s);

/* The statements that machine_set_what_ifs puts in between, in its order: what of them runs is
 * shown.  Copied. */
void stage_set_what_ifs(struct stage *s, const char *const *texts, size_t count);

/* The size that it will be drawn at: on a small canvas less is captured.  Until it is called there
 * is room for everything.  True: what is captured changes, so follow it with stage_update. */
bool stage_set_size(struct stage *s, int rows, int cols);
/* After the timeline has moved, or its filter has changed: captures.  Leaves the timeline where it
 * stands. */
void stage_update(struct stage *s);
/* What the voice says of the step that was captured last; the stage's, until the next
 * stage_update. */
const char *stage_voice(const struct stage *s);
/* Draws the whole canvas anew. */
void stage_draw(const struct stage *s, struct canvas *c, const struct stage_options *options);
/* What is drawn at a cell of a canvas of that size; and of the source, which line. */
enum stage_part { STAGE_ELSEWHERE, STAGE_SOURCE, STAGE_HEADER };
enum stage_part stage_part_at(const struct stage *s, struct rect canvas, bool zoom, int row,
                              int col, int *line);
/* How long the movement of this step should take, 0 if there is none: at most 600. */
int stage_motion_ms(const struct stage *s);

/* The filter that makes stops of what is on stage: pass it to timeline_set_filter.  With `# pyviz:
 * show` these names, else whatever is being worked on.  Its context is the stage's. */
struct stop_filter stage_filter(const struct stage *s, enum event_level level);
/* What the command `:show a b` asks for: instead of the scenario's names, until it is called with a
 * count of 0.  Copied.  Follow it with timeline_set_filter and stage_update. */
void stage_show(struct stage *s, const char *const *names, size_t count);
/* The view that is wanted instead of the one that fits, NULL: that one again; false if there is
 * none of that name.  Follow it as stage_show. */
bool stage_set_view(struct stage *s, const char *name);
/* The names of the views that can be shown now, the one that fits first: for Tab.  NULL past the
 * last. */
const char *stage_view_name(const struct stage *s, size_t i);

#endif
