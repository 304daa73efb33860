/* Stops: the events at which a class should be looking.
 *
 * Whether an event is a stop is a pure function of the event, the level of detail and what is on
 * stage, so that it can be worked out again at any time, in either direction, and so that the same
 * stop has the same number whichever way one came.
 *
 *   - A statement is a stop at every level.
 *   - An event of level `operation` or `micro` is one at its level and above, if its subject (its
 *     first object) is on stage, or if it has none.
 *   - ref.* events are stops only where references are the subject of the lesson, from `operation`
 *     up.
 *   - object.free is an operation where the object is one that a lesson is about: a list, a dict, a
 *     set, an instance of a class; for all others it is micro.  So are name.bind and name.unbind:
 * that a loop's variable is 5 now is no step of a lesson on lists. */
#ifndef PYVIZ_TIMELINE_STOP_H
#define PYVIZ_TIMELINE_STOP_H

#include <pyviz/machine/event.h>
#include <pyviz/machine/machine.h>

#include <stdbool.h>
#include <stddef.h>

/* Is this object on stage now?  Asked at events, on the machine's stack: it only reads, it is
 * quick, and it depends on nothing but the machine's state. */
typedef bool (*stage_shows)(const Machine *m, const Object *subject, void *context);

/* A stage_shows for what a scenario asks for by name (`# pyviz: show d`): the objects that these
 * names mean at the moment, and the names' own comings and goings.  The context is a struct
 * stop_names. */
struct stop_names {
    const char *const *name; /* UTF-8 */
    size_t count;
};
bool stop_shows_names(const Machine *m, const Object *subject, void *names);

/* What a lesson is about, where its author or the audience says so: then only what bears on it is
 * an operation, and everything else is shown at 'everything'. */
enum stop_theme {
    STOP_THEME_NONE,       /* whatever is being worked on */
    STOP_THEME_REFERENCES, /* who holds what: names, references, frees */
    STOP_THEME_CLASSES,    /* classes, their order, attributes sought along it */
    STOP_THEME_COLLECTION, /* the collector, weak references, finalizers, frees */
    STOP_THEME_COPIES,     /* the copy module */
    STOP_THEMES
};

/* What stop_classify says, as the stage sees it: a class that it lowers or drops.  The same demands
 * as on stage_shows. */
typedef unsigned (*stage_adjusts)(const Machine *m, unsigned stop_class, void *context);

struct stop_filter {
    enum event_level level;
    bool references;      /* ref.* events are stops too */
    stage_shows shows;    /* NULL: the stage follows whatever is being worked on */
    void *context;        /* for shows and adjusts */
    stage_adjusts adjust; /* NULL: nothing; only with shows */
    /* Asked before each stretch of a run: does the stage follow whatever is being worked on, and
     * has the lesson no theme?  Then stop_glance says what `adjust` would.  NULL: no. */
    bool (*follows)(const void *context);
};

/* What an event is, whatever the level: at most one of the first four, and perhaps a landmark. */
enum stop_class {
    STOP_STATEMENT = 1 << 0,
    STOP_OPERATION = 1 << 1,
    STOP_MICRO = 1 << 2,
    STOP_REFERENCE = 1 << 3,
    STOP_FOLDED = 1 << 5, /* a statement that is a stop at 'everything' only */
    STOP_LANDMARK =
        1 << 4, /* a chapter, a resize, a collision, a free, a collection, an exception */
    STOP_UNCLEAR = 1 << 6, /* of stop_glance only */
};

/* What event_info says of each kind, ready for asking a million times. */
struct stop_table {
    struct stop_traits {
        uint8_t stop_class;
        int8_t subject; /* the field that is the subject; -1: none */
        uint8_t glance; /* what stop_glance asks about it: enum glance of stop.c */
    } kind[EVENT_COUNT];
    const int *chapter_line; /* lines of the chapters' first statements, ascending */
    size_t chapters;
};

/* The lines on which the chapters begin, ascending; the array stays the caller's, and must outlive
 * the table. */
void stop_table_init(struct stop_table *table, const int *chapter_line, size_t chapters);
/* The class of the event at which the machine stands, with everything on stage. */
unsigned stop_classify(const struct stop_table *table, const Machine *m);
/* Is its subject on stage?  Events without one are everybody's. */
bool stop_on_stage(const struct stop_table *table, const Machine *m,
                   const struct stop_filter *filter);
/* Its class as the stage sees it: 0 if its subject is not there, else adjusted. */
unsigned stop_staged(const struct stop_table *table, const Machine *m,
                     const struct stop_filter *filter, unsigned stop_class);
/* The same of an event that has just happened and is not noted yet, while the stage follows
 * whatever is being worked on: nothing, STOP_MICRO, that and STOP_FOLDED; or STOP_UNCLEAR, where it
 * takes a closer look.  Of a hundred events of
 * a long run ninety-nine are clear: they concern nobody, or what they belong to has been seen
 * often. */
unsigned stop_glance(const struct stop_table *table, const Machine *m, enum event_kind kind,
                     const intptr_t *field);
/* The class where what repeats is folded into one step.
 *
 * Of a loop the first rounds are shown; of a function that calls itself, the first levels; of a
 * statement that does a thousand things, the first ones.  After that only what is rare is a stop
 * for a while, a table or a list that grows, and then nothing.  The head of a loop is a stop once.
 * Containers that the statement under way makes and will not keep are no stops at all. */
unsigned stop_paced(const Machine *m, unsigned stop_class);
/* Is it what nothing can make a step of: a micro event, or one of references, in a lesson without a
 * theme?  Of ten events nine are such.  The first stays what it is, the second is nothing. */
bool stop_is_plain(enum stop_theme theme, const Machine *m, unsigned stop_class);
/* The class where the lesson has a theme. */
unsigned stop_for_theme(enum stop_theme theme, const Machine *m, unsigned stop_class);
/* Is an event of this class, on stage, a stop? */
bool stop_wanted(unsigned stop_class, enum event_level level, bool references);
/* The names of the kinds that are landmarks; ends with NULL. */
extern const char *const stop_landmarks[];

#endif
