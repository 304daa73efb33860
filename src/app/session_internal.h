/* What session*.c share. */
#ifndef PYVIZ_APP_SESSION_INTERNAL_H
#define PYVIZ_APP_SESSION_INTERNAL_H

#include <pyviz/canvas/canvas.h>
#include <pyviz/stage/stage.h>
#include <pyviz/timeline/timeline.h>

#include "keymap.h"
#include "program.h"
#include "session.h"

enum { COMMAND_SIZE = 256 };
enum session_overlay { OVERLAY_NONE, OVERLAY_HELP };

struct session {
    struct cli cli;
    struct lesson *lesson;
    struct screen *screen;
    struct canvas *canvas;
    struct grid *grid;
    session_clock now;
    void *clock_context;

    enum event_level detail;
    enum theme_name theme;
    enum session_overlay overlay;
    bool blank, questioning, zoom, playing;
    size_t view; /* which of the stage's views; 0: the one that fits */
    int pace_ms; /* from one step to the next while playing */
    int64_t next_step_at, motion_start;
    int motion_ms;

    uint64_t prefix; /* a number being typed, 0: none */
    char command[COMMAND_SIZE]; /* being typed, its prompt first; "" none */
    char searched[COMMAND_SIZE];
    struct buffer message;
    bool message_is_error;
    int help_row;

    bool dirty, quit;
    int signal;
};

/* lesson.c: everything that a reload makes anew. */
struct lesson {
    struct program program;
    struct timeline *timeline;
    struct stage *stage;
};
struct lesson *lesson_new(const struct cli *cli, enum event_level detail, int *status,
                          struct buffer *why);
void lesson_free(struct lesson *l);

void session_say(struct session *s, bool error, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* After the timeline has moved; forwards by one step, with its movement. */
void session_moved(struct session *s, bool animate);
/* session_command.c: the command line. */
void session_command_key(struct session *s, const struct key *key);
void session_command_open(struct session *s, char prompt);
void session_search_again(struct session *s);
/* session_draw.c */
void session_draw(struct session *s);

#endif
