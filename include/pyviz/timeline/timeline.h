/* The timeline: a machine that can be sent to any event, by seek, the only primitive.
 *
 * To seek k is to restore the nearest checkpoint at or before k (or to stay, if the machine stands
 * nearer) and to run until the clock reads k.  Nothing is ever undone.  A timeline is its root
 * checkpoint and what the machine makes of it; another timeline over the same program starts from
 * another root.
 *
 * The run is cut into intervals, each with a checkpoint at its start.  The first time an interval
 * is run its events are counted by class, so that steps back, numbers of stops and jumps need not
 * scan the whole run.  Checkpoints are taken every so many events, fewer in a large heap, more
 * where events take long; when their number or the memory budget is exceeded, those go that are
 * missed least, and the spacing grows.  Where they lie is nobody's business: no state depends on
 * it.
 *
 * Invariants
 *   - The state at event k does not depend on the way by which it was reached.
 *   - Between calls the machine is frozen at timeline_clock and may be read, not changed.
 *   - Numbers count stops up to and with the present event: 1 is the first, 0 before it. */
#ifndef PYVIZ_TIMELINE_TIMELINE_H
#define PYVIZ_TIMELINE_TIMELINE_H

#include <pyviz/timeline/stop.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct timeline;

/* Zeroed: the defaults. */
struct timeline_options {
    size_t memory;      /* bytes for checkpoints; 0: 58 MiB */
    uint64_t spacing;   /* events from checkpoint to checkpoint at first; 0: 4,096, or so many that
                         * comparing the pages of the heap costs no more than running them, or
                         * some 10 ms of CPU, whatever comes first */
    size_t checkpoints; /* at most so many; 0: 512 */
    const int *chapter_line; /* of the chapters' first statements, ascending; not copied */
    size_t chapters;
};

/* The machine stays the caller's; where it stands now is the root.  At first the stage follows what
 * is being worked on, at the level of operations. */
struct timeline *timeline_new(Machine *m, const struct timeline_options *options);
void timeline_free(struct timeline *t);

/* The machine, frozen at the clock: to be read; running it is the timeline's. */
Machine *timeline_machine(const struct timeline *t);
uint64_t timeline_clock(const struct timeline *t);

/* Goes to event k, or to the end where that comes earlier; returns the clock. */
uint64_t timeline_seek(struct timeline *t, uint64_t k);

/* ---- what is a stop -------------------------------------------------------------------------- */

/* Another level, or references or not, costs nothing; another stage is counted anew, when a number
 * is asked for or by timeline_scout.  The context stays the caller's. */
void timeline_set_filter(struct timeline *t, const struct stop_filter *filter);
const struct stop_filter *timeline_filter(const struct timeline *t);
/* What is on stage has changed though filter->shows and its context have not. */
void timeline_stage_changed(struct timeline *t);

/* ---- steps ----------------------------------------------------------------------------------- */

/* Each goes to the nearest event of its sort in its direction and returns true; or returns false
 * and stays.  The end of the run counts as a stop, so that one can always go there. */
bool timeline_next_stop(struct timeline *t);
bool timeline_previous_stop(struct timeline *t);
bool timeline_next_statement(struct timeline *t);
bool timeline_previous_statement(struct timeline *t);
bool timeline_next_landmark(struct timeline *t);
bool timeline_previous_landmark(struct timeline *t);
/* Out of the operation under way: to the first stop with fewer operation records than now; to the
 * next statement where there is none under way. */
bool timeline_finish(struct timeline *t);

/* The clock at the stop before the present event, 0: none.  It is what a frame compares with. */
uint64_t timeline_stop_before(struct timeline *t);

/* ---- numbers --------------------------------------------------------------------------------- */

struct timeline_place {
    uint64_t number, total; /* stops up to here; stops in the whole run, or seen so far */
    bool number_known; /* false: the stage has changed, and timeline_scout has not counted yet */
    bool total_known;  /* false: at least so many */
};
/* At once, from what has been counted. */
struct timeline_place timeline_place(const struct timeline *t);
/* The same, with the number counted if need be. */
uint64_t timeline_number(struct timeline *t);
/* Goes to stop n as the footer counts; beyond the last, to the last.  Returns its number. */
uint64_t timeline_goto_stop(struct timeline *t, uint64_t n);
/* Works ahead for about so many events, rounded up to whole intervals (counts what is uncounted,
 * then explores towards the end), and comes back.  Returns true while there is more to do: for idle
 * moments. */
bool timeline_scout(struct timeline *t, uint64_t events);

/* ---- for measurements ------------------------------------------------------------------------ */

struct timeline_statistics {
    size_t checkpoints, bytes; /* kept now, and the host memory that they take */
    uint64_t spacing;          /* events */
    uint64_t restored, run;    /* checkpoints restored, events run, so far */
};
struct timeline_statistics timeline_statistics(const struct timeline *t);

#endif
