/* What stage.c captures and frame.c draws. */
#ifndef PYVIZ_STAGE_PRIVATE_H
#define PYVIZ_STAGE_PRIVATE_H

#include <pyviz/base/buffer.h>
#include <pyviz/stage/stage.h>

#include "scan.h"
#include "subject.h"
#include "view.h"
#include "view_names.h"

/* The pictures of one event. */
struct capture {
    bool valid;
    uint64_t clock;
    uint64_t printed; /* bytes so far */
    struct arena arena;
    Object *subject; /* only to be compared */
    uint32_t serial;
    const struct view *view; /* of the subject */
    const void *picture;
    struct badge badge; /* if there is a subject */
    const struct names_picture *names;
};

/* The texts around the pictures. */
struct words {
    char version[64];      /* "CPython 3.13 · hash seed 0" */
    int line;              /* being executed, 0: none */
    struct buffer voice;   /* what is said */
    enum style voice_style;
    struct buffer output;  /* the last lines printed */
    const char *chapter;   /* the scenario's */
    struct timeline_place place;
    bool statement;        /* the event is a statement: the line is about to run */
    bool start, ended;
    enum event_level level;
};

struct stage {
    struct timeline *timeline;
    const struct scenario *scenario;
    const struct source *source;
    const char *name;
    struct scan scan;
    struct capture now, before;
    struct words words;
    char **shown; /* by stage_show, owned */
    size_t shown_count;
};

/* Draws everything that was captured: frame.c. */
void frame_draw(const struct stage *s, struct canvas *c, const struct stage_options *options);

#endif
