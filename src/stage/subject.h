/* What is on stage: a pure function of the machine's state and the scenario. */
#ifndef PYVIZ_STAGE_SUBJECT_H
#define PYVIZ_STAGE_SUBJECT_H

#include <pyviz/lang/source.h>
#include <pyviz/machine/machine.h>

#include "scan.h"

enum { SUBJECTS = 3 };

/* Names that were asked for: on stage is what they refer to, in their order, each object once, as
 * far as a view shows it; the main one is that which is worked on, else the first. */
struct subject_names {
    const char *const *name;
    size_t count;
};

struct subjects {
    int count, main; /* 0: nothing in particular, so the names are shown */
    Object *at[SUBJECTS];
};

/* Without names that were asked for it is one object.
 *
 * At an operation it is what is worked on; at a statement the first container that a name in it
 * refers to, or a name in the block under it.  Calls, returns, bindings and statements about
 * anything else show the names.  When the program has ended: what its last lines refer to, else the
 * container bound last. */
void subjects_find(const Machine *m, const struct scan *scan, const struct source *source,
                   const struct subject_names *names, struct subjects *subjects);
/* What a room shows that is about one object: picked out of what is worked on, of what the line
 * refers to, of what the running method belongs to, or of what was bound last. */
typedef Object *(*subject_picks)(const Machine *m, Object *o);
void subject_pick(const Machine *m, const struct scan *scan, const struct source *source,
                  subject_picks pick, struct subjects *subjects);
/* What will probably be worked on next, besides what is now: in the lines behind.  Their number, at
 * most `most`. */
int subjects_ahead(const Machine *m, const struct scan *scan, const struct source *source, int most,
                   Object **out);

/* The first object that the event under way tells of, or NULL: borrowed. */
Object *subject_of_event(const Machine *m);

#endif
