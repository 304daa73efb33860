/* What stage.c captures and frame.c draws. */
#ifndef PYVIZ_STAGE_PRIVATE_H
#define PYVIZ_STAGE_PRIVATE_H

#include <pyviz/base/buffer.h>
#include <pyviz/machine/inspect.h>
#include <pyviz/stage/stage.h>

#include "scan.h"
#include "subject.h"
#include "text.h"
#include "view.h"
#include "view_history.h"
#include "view_names.h"
#include "view_output.h"

/* Where the program was at an event. */
struct moment {
    int kind;            /* of the event; -1: nothing has run */
    int line;            /* of the program; 0: none of it */
    uint64_t statements; /* that have begun */
    size_t frames;
};

/* The pictures of one subject at one event: of these two they are a pure function, so the last few
 * are kept, for steps back and forth. */
struct capture {
    bool valid;
    uint64_t clock, used; /* used: when it was last asked for */
    struct arena arena;
    Object *subject;             /* only to be compared */
    int32_t serial, next_serial; /* its own; what the next object made would have had */
    struct moment moment;
    const struct view *view; /* of the subject, or a room */
    const void *picture;
    struct badge badge; /* if there is a subject */
    const struct names_picture *names;
    const struct history_picture *history;
    const struct output_picture *output;
};

/* The texts around the pictures. */
struct words {
    char version[64];           /* "CPython 3.13 · hash seed 0" */
    int line;                   /* being executed, 0: none */
    struct buffer voice;        /* what is said */
    const struct text *what_if; /* that runs, in front of the line; NULL: none does */
    struct spans values;        /* in it */
    enum style voice_style;
    const char *chapter; /* the scenario's */
    struct timeline_place place;
    bool statement; /* the event is a statement: the line is about to run */
    bool start, ended;
    enum event_level level;
};

enum { CAPTURES = 16 };

/* Where the stage was updated last: a step forward from there has nothing to look for. */
struct footing {
    uint64_t clock, number; /* of stops up to there */
    bool is_stop;
    struct stop_filter filter;
};

struct stage {
    struct timeline *timeline;
    const struct scenario *scenario;
    const struct source *source;
    const char *name;
    struct scan scan;
    struct what_ifs what_ifs;
    struct stop_table stops;
    struct capture capture[CAPTURES];
    uint64_t uses;
    struct exhibit {
        const struct capture *now, *before; /* of the same subject; before NULL: no stop before */
        bool born;         /* it did not exist then: `before` has another one's picture */
    } exhibit[SUBJECTS];   /* at least one after an update, without a subject if there is none */
    struct exhibit beside; /* under a single one, on a large canvas; now NULL: nothing */
    int exhibits, main;
    bool small;  /* the canvas: nothing stands beside */
    bool narrow; /* it has no column for names */
    struct footing footing;
    struct words words;
    const struct view *view; /* by stage_set_view; NULL: the one that fits */
    const struct view *fits; /* at the last update */
    char **shown;            /* by stage_show, owned */
    size_t shown_count;
};

/* What it looked like at the preceding stop; NULL: it did not exist, or there is none. */
const void *exhibit_before(const struct exhibit *e);
/* What the voice says of the present event, into s->words: words.c. */
void words_say(struct stage *s, const Machine *m);
/* Draws everything that was captured: frame.c. */
void frame_draw(const struct stage *s, struct canvas *c, const struct stage_options *options);
enum stage_part frame_part_at(const struct stage *s, struct rect canvas, bool zoom, int row,
                              int col, int *line);

#endif
