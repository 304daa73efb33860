/* What session*.c share. */
#ifndef PYVIZ_APP_SESSION_INTERNAL_H
#define PYVIZ_APP_SESSION_INTERNAL_H

#include <pyviz/canvas/canvas.h>
#include <pyviz/stage/stage.h>
#include <pyviz/timeline/timeline.h>

#include "edit.h"
#include "keymap.h"
#include "program.h"
#include "session.h"

#include <sys/types.h>

enum { VIEW_NAME_SIZE = 32 };
enum session_overlay { OVERLAY_NONE, OVERLAY_HELP };
/* A key that has been pressed and waits for the name of a mark. */
enum session_asking { ASKING_NOTHING, ASKING_MARK, ASKING_WHERE };

struct session {
    struct cli cli;
    struct lesson *lesson;
    struct screen *screen;
    struct canvas *canvas;
    struct grid *grid;
    session_clock now;
    void *clock_context;
    char *program; /* what its place is kept under; NULL: it is not kept */

    enum event_level detail;
    enum theme_name theme;
    enum session_overlay overlay;
    bool blank, questioning, zoom, playing;
    char view[VIEW_NAME_SIZE]; /* the view asked for; "" the one that fits */
    int pace_ms;               /* from one step to the next while playing */
    int64_t next_step_at, motion_start;
    bool timing; /* the minutes since timer_start are shown */
    int64_t timer_start;
    int motion_ms;
    uint64_t jumped_from; /* the clock where the last jump began, 0: there was none */
    uint64_t slice;       /* events to work ahead at a time; 0: not known yet */
    uint64_t explored;
    int64_t explored_ms; /* worked ahead so far */

    uint64_t prefix;     /* a number being typed, 0: none */
    struct edit command; /* being typed: commands, searches, what-ifs */
    enum session_asking asking;
    int mouse_row, mouse_col; /* of the last click */
    char searched[EDIT_SIZE];
    bool searched_back;    /* towards the start */
    char shown[EDIT_SIZE]; /* what :show has put on stage; "" nothing */
    struct buffer message;
    bool message_is_error;
    int help_row;

    pid_t verifying; /* the process that does, or 0; its verdict comes through the pipe */
    int verify_pipe;
    struct buffer verdict;
    char badge[64];       /* "= CPython 3.13.0", in the title; "" none */
    struct buffer remark; /* in the voice's place until the next key; empty: none */

    bool dirty, quit;
    int signal;
};

/* A place with a name; clock 0: none. */
enum { MARKS = 26 };
struct mark {
    uint64_t clock;
    int line; /* that runs there; 0: none does, at the start and at the end */
};

/* lesson.c: everything that a reload makes anew. */
struct lesson {
    struct program program;
    struct timeline *timeline;
    struct stage *stage;
    enum event_level detail;  /* what the command line asks for, or the scenario, or operations */
    struct mark marks[MARKS]; /* a to z */
    /* A what-if: the lesson that it leaves, whose program it shares, and all that is put in
     * between, the outer lesson's first.  NULL: the lesson itself. */
    struct lesson *outer;
    struct machine_what_if *what_if;
    size_t what_ifs;
};
struct lesson *lesson_new(const struct cli *cli, int *status, struct buffer *why);
/* Another run of the same program, in which one more statement stands in between where this one
 * stands now: there, or NULL with a message.  The outer one stays, and is lesson_leave's. */
struct lesson *lesson_what_if(struct lesson *outer, const struct cli *cli, const char *text,
                              struct buffer *why);
/* Back to the outer lesson: this one is freed. */
struct lesson *lesson_leave(struct lesson *l);
void lesson_set_detail(struct lesson *l, enum event_level detail);
void lesson_free(struct lesson *l);

void session_say(struct session *s, bool error, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* In the voice's place, until a key is pressed. */
void session_set_remark(struct session *s, const char *text);

/* session_move.c.  After the timeline has moved; forwards by one step, with its movement. */
void session_moved(struct session *s, bool animate);
void session_finish_motion(struct session *s);
/* What began at `start` has taken so long that it gives way to a key, and there is one. */
bool session_gives_way(const struct session *s, int64_t start);
/* To the next stop; false where there is none, or a key came before it was found. */
bool session_step(struct session *s);
void session_go(struct session *s, uint64_t number);
void session_go_last(struct session *s);
/* The same, and session_moved is still to be called; false: a key came before it was found. */
bool session_seek_end(struct session *s);
/* What was done since the clock read `from`, in this lesson, was a jump: jump_back undoes it. */
void session_note_jump(struct session *s, const struct lesson *lesson, uint64_t from);
void session_jump_back(struct session *s);
void session_set_detail(struct session *s, enum event_level detail);
/* The view of that name, "": the one that fits; and the steps that go with it. */
void session_set_view(struct session *s, const char *name);
void session_reload(struct session *s);
/* From here on as if this statement stood in between; and back. */
void session_what_if(struct session *s, const char *text);
void session_leave_what_if(struct session *s);
/* Is there work to do ahead, for the footer's total?  session_scout does a slice of it. */
bool session_may_scout(const struct session *s);
void session_scout(struct session *s);

/* session_mark.c.  m and ' wait for the next key: a name, or ' itself for where the last jump
 * began. */
void session_ask(struct session *s, enum session_asking what);
void session_answer(struct session *s, const struct key *key);

/* session_search.c.  The text, "": the one before, is sought in statements and their narration, in
 * what is said otherwise; again: once more in that direction, or in the other one. */
void session_search(struct session *s, const char *text, bool back);
void session_search_again(struct session *s, bool other_way);
/* To the next time that a line's statement runs, or the next statement below the line. */
void session_go_to_line(struct session *s, uint64_t number);

/* session_command.c: the command line. */
void session_command_key(struct session *s, const struct key *key);
void session_command_open(struct session *s, char prompt);
/* Puts on stage the names in `words`, blank-separated; none: whatever is being worked on. */
void session_show(struct session *s, const char *words);

/* session_verify.c.  Starts; or stops, where it is under way. */
void session_verify(struct session *s);
void session_verify_stop(struct session *s);
/* Takes what there is by now of the verdict; at its end tells of it. */
void session_verify_poll(struct session *s);

/* session_draw.c */
void session_draw(struct session *s);
/* What is seen at a cell of the screen, and of which line of the source. */
enum stage_part session_part_at(const struct session *s, int row, int col, int *line);

#endif
