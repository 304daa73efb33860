/* A view: how one sort of thing is shown on the stage.
 *
 * A view is a table of functions in a file of its own.  `capture` copies what may be drawn of a
 * subject from the frozen machine into a picture, a struct that only the view knows, in an arena;
 * a picture is bounded: what is beyond its window is counted, not copied.  `draw` and the others
 * see pictures only.  What has changed is what differs between two of them. */
#ifndef PYVIZ_STAGE_VIEW_H
#define PYVIZ_STAGE_VIEW_H

#include <pyviz/base/arena.h>
#include <pyviz/canvas/canvas.h>
#include <pyviz/machine/machine.h>
#include <pyviz/timeline/stop.h>

#include <stdbool.h>
#include <stdint.h>

/* The telling numbers of a view's header, each with its style: changed ones stand out. */
enum { HEADER_PARTS = 8, HEADER_TEXT = 64 };
struct header {
    int cols; /* of the whole header: below 72 a view should be brief */
    int count;
    bool sizeless; /* the size means nothing now */
    struct header_part {
        char text[HEADER_TEXT];
        enum style style;
    } part[HEADER_PARTS];
};

struct view {
    const char *name;
    /* Can this be its subject?  NULL for a room, which shows the whole machine under one aspect,
     * and whose subject is NULL. */
    bool (*shows)(const Machine *m, const Object *subject);
    /* Of a room that is about one object: what of o it shows, NULL: nothing.  The stage looks for
     * it as for any subject.  NULL: it shows the whole machine. */
    Object *(*picks)(const Machine *m, Object *o);
    /* the view that stands under it where there are rows enough; or NULL */
    const struct view *beside;
    /* Of its subject, what that one shows.  NULL: it is a room, which finds out by itself. */
    Object *(*part)(const Machine *m, Object *subject);
    /* Of a room: is the present event about it, so that it takes the stage by itself?  May be
     * NULL. */
    bool (*claims)(const Machine *m);
    enum stop_theme theme; /* what the stops are while it is asked for */
    /* The picture, in `arena`. */
    const void *(*capture)(const Machine *m, Object *subject, struct arena *arena);
    /* before: the picture of the same subject at the preceding stop; NULL if it did not exist. */
    void (*header)(const void *now, const void *before, struct header *h);
    /* What the voice says of the present event, instead of its own sentence, and where values stand
     * in it: who it was.  False: that one does.  May be NULL. */
    bool (*tell)(const void *now, const void *before, struct buffer *out, struct spans *values);
    /* How many rows of the area the picture fills; what is beyond them would be empty.  NULL: all
     * that there are. */
    int (*needs)(const void *now);
    /* Fills the area pushed last.  motion: how much of the movement is still to come, 1 to 0. */
    void (*draw)(const void *now, const void *before, double motion, struct canvas *c);
    /* Milliseconds that the step's movement should take, 0: nothing moves.  May be NULL. */
    int (*motion)(const void *now, const void *before);
};

extern const struct view view_dict, view_list, view_set, view_chain, view_deque, view_instance;
extern const struct view view_class, view_names, view_references, view_mro, view_gc;
extern const struct view view_copy, view_frames, view_heap, view_history, view_output;

/* The view that fits a subject best. */
const struct view *view_find(const Machine *m, const Object *subject);
/* The view of that name; NULL: there is none. */
const struct view *view_named(const char *name);
/* The room that claims the present event; NULL: none does. */
const struct view *view_claiming(const Machine *m);
/* The rooms, in the order of Tab; NULL past the last. */
const struct view *view_room(size_t i);

/* Adds a part; what is beyond HEADER_PARTS is dropped. */
void header_add(struct header *h, enum style style, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* `n word`, or `n→m word` in the style of what has changed. */
void header_count(struct header *h, int64_t before, int64_t now, const char *prefix,
                  const char *suffix);

/* ---- for capturing --------------------------------------------------------------------------- */

/* The short repr of an object, at most so many columns, in the arena. */
const char *picture_repr(const Machine *m, const Object *o, int columns, struct arena *arena);
/* A text, as many whole characters of it as there is room for. */
struct buffer;
void picture_text(char *out, size_t room, const struct buffer *text);
/* What people call it: "list #4"; what the program has not made goes by its type alone.  Of more
 * than `bytes` the type's name is cut, never the number. */
enum { TITLE_BYTES = 40 };
const char *object_title(const char *type, int32_t serial, size_t bytes, char out[TITLE_BYTES]);
/* Is it a container whose insides a view can show: better a label than a long repr? */
bool picture_is_container(const Object *o);

/* The kind of the present event if it is about this object, else -1. */
int picture_event(const Machine *m, const Object *subject);

/* Who and what a subject is. */
struct badge {
    const char *names; /* that refer to it, "d" or "a, b", or lead to it, "d[0]"; NULL: none */
    const char *type;  /* NULL after badge_count alone */
    int32_t serial;
    bool counted, immortal;
    int64_t refs; /* held by names and containers */
    int64_t
        own; /* on the stacks of frames, and by the arguments of calls: the machine's own, in the
                   * middle of an operation */
    int64_t size; /* bytes, as sys.getsizeof */
};
/* The same without the names. */
void badge_count(const Machine *m, const Object *subject, struct badge *b);
void badge_capture(const Machine *m, Object *subject, struct badge *b, struct arena *arena);
/* Appends `rc 1+1`, `rc 2→3`, `rc ∞`, `rc 0 †` and `88→120 B`.  before may be NULL. */
void badge_header(const struct badge *now, const struct badge *before, struct header *h);

/* ---- for drawing ----------------------------------------------------------------------------- */

/* A cell's content of `cols` columns: centred, filled if the style is a state's, with the state's
 * glyph in front if there is room. */
void cell_draw(struct canvas *c, int row, int col, int cols, enum style style, const char *text);
/* The same without the glyph. */
void cell_draw_plain(struct canvas *c, int row, int col, int cols, enum style style,
                     const char *text);
/* The columns of the area, as far as an eye follows one row. */
int readable_cols(const struct canvas *c);
/* 12345 as "12,345" from 10,000 on. */
const char *grouped(int64_t n, char out[32]);

#endif
