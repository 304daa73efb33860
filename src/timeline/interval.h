/* Intervals: the run cut up, with a checkpoint at the start of each and a tally of its events.
 *
 * Interval i holds the events from start + 1 to the start of the next one; the last is open.
 *
 * A tally counts the events of a stretch that begins somewhere and is whole up to `upto`.
 * Invariant: only a stretch that begins where this one ends is ever added, so that whatever is run,
 * in whatever order and however often, is counted once. */
#ifndef PYVIZ_TIMELINE_INTERVAL_H
#define PYVIZ_TIMELINE_INTERVAL_H

#include <pyviz/timeline/checkpoint.h>
#include <pyviz/timeline/stop.h>

#include <stdint.h>

enum tally_kind {
    TALLY_STATEMENT,
    TALLY_OPERATION,
    TALLY_MICRO,
    TALLY_REFERENCE,
    TALLY_LANDMARK,
    TALLY_FOLDED,
    TALLY_KINDS
};

struct tally {
    uint64_t upto;
    uint64_t n[TALLY_KINDS]; /* by bit of enum stop_class */
};

void tally_start(struct tally *tally, uint64_t clock);
/* Counts an event; its place is upto's, which whoever counts moves when all are. */
static inline void tally_count(struct tally *tally, unsigned stop_class)
{
    for (; stop_class; stop_class &= stop_class - 1)
        tally->n[__builtin_ctz(stop_class)]++;
}
/* Joins the tally of the stretch that begins at `start`, if this one is whole up to there. */
void tally_join(struct tally *tally, const struct tally *next, uint64_t start);
uint64_t tally_stops(const struct tally *tally, enum event_level level, bool references);

struct interval {
    uint64_t start; /* clock at the checkpoint */
    uint64_t due;   /* clock at which the next checkpoint is to be taken; of the last one */
    uint64_t us;    /* CPU time that running it for the first time has taken so far */
    struct checkpoint *checkpoint;
    struct tally tally; /* of what is on stage */
};

struct intervals {
    struct interval *at;
    size_t count, cap;
};

/* The last interval that starts at or before clock. */
size_t intervals_find(const struct intervals *list, uint64_t clock);
void intervals_append(struct intervals *list, uint64_t start, struct checkpoint *checkpoint);
/* Drops the checkpoint of interval i, which is not the first, and joins the interval to the one
 * before. */
void intervals_join(struct intervals *list, size_t i, struct page_store *store);
void intervals_free(struct intervals *list, struct page_store *store);

#endif
