#include "interval.h"

#include <pyviz/base/buffer.h>
#include <pyviz/machine/op.h>
#include <pyviz/timeline/timeline.h>

#include <stdlib.h>
#include <time.h>

enum {
    DEFAULT_SPACING = 4096,
    DEFAULT_CHECKPOINTS = 512,
    DEFAULT_MEMORY = 58 << 20,
    /* To compare a page, when a checkpoint is taken or restored, takes 1/20 of the time of so
     * many events: what keeps checkpoints from costing much.  But an interval of more than
     * EVENTS_PLENTY is too long for those who wait for a step back; in a large heap a checkpoint
     * may cost half as much as the run. */
    EVENTS_PER_PAGE = 200,
    EVENTS_PER_PAGE_LEAST = 20,
    EVENTS_PLENTY = 40000,
    /* Some events are a long way from the next (a power of a thousand digits): after each slice the
     * CPU time is looked at, and an interval that has taken too long ends there.  A slice is so
     * many events as take about SLICE_US. */
    SLICE_LEAST = 256,
    SLICE_MOST = 32768,
    SLICE_US = 500,
    INTERVAL_US = 10000,
    US_PER_PAGE = 2,
};

enum search_kind { SEARCH_NOTHING, SEARCH_STOP, SEARCH_STATEMENT, SEARCH_LANDMARK, SEARCH_FINISH };

struct timeline {
    Machine *m;
    struct timeline_options options;
    struct stop_table table;
    struct stop_filter filter;
    struct page_store *store;
    struct intervals intervals;
    uint64_t spacing;
    uint64_t frontier;       /* the furthest event that was ever run */
    uint64_t end;            /* the last event, 0 while nobody has been there */
    uint64_t slice;          /* events */
    uint64_t since_us;       /* CPU time spent at the frontier since a checkpoint was taken there */
    uint64_t total_us;       /* ... since the root */
    bool full;               /* a checkpoint had to be dropped */
    uint32_t modules_loaded; /* by the machine, when the last checkpoint was taken */

    /* where the machine stands: in intervals.at[at], and the tally from that one's start to here,
     * whole if its upto is the clock */
    size_t at;
    struct tally here;

    struct tally running; /* of the events run since the machine was last set going */

    /* what the observer looks for */
    enum search_kind search;
    uint64_t skip; /* hits to pass over first */
    size_t depth;  /* SEARCH_FINISH: operation records at the start */
    bool hit;

    struct timeline_statistics statistics;
};

/* ---- watching -------------------------------------------------------------------------------- */

static size_t op_depth(const Machine *m)
{
    size_t depth = 0;
    for (const Op *op = m->op; op; op = op->outer)
        depth++;
    return depth;
}

static bool is_hit(const struct timeline *t, enum search_kind search, unsigned stop_class)
{
    bool stop = stop_wanted(stop_class, t->filter.level, t->filter.references);
    switch (search) {
    case SEARCH_STOP:
        return stop;
    case SEARCH_STATEMENT:
        return stop_class & (STOP_STATEMENT | STOP_FOLDED);
    case SEARCH_LANDMARK:
        return stop_class & STOP_LANDMARK;
    case SEARCH_FINISH:
        return stop && op_depth(t->m) < t->depth;
    case SEARCH_NOTHING:
        break;
    }
    return false;
}

/* Has a module been loaded on the way to the frontier?  Nobody should have to wait for that twice:
 * a checkpoint follows. */
static bool has_loaded(const struct timeline *t)
{
    return t->m->modules_loaded > t->modules_loaded && t->m->clock > t->frontier &&
           !t->options.spacing;
}

/* The observer: runs on the machine's stack at every event that is not passed by. */
static bool watch(Machine *m, void *context)
{
    struct timeline *t = context;
    unsigned stop_class = stop_staged(&t->table, m, &t->filter, stop_classify(&t->table, m));
    tally_count(&t->running, stop_class);
    if (!is_hit(t, t->search, stop_class))
        return has_loaded(t);
    if (t->skip > 0) {
        t->skip--;
        return has_loaded(t);
    }
    t->hit = true;
    return true;
}

/* Counts what can be told without looking closely, and is none of what is looked for. */
static bool pass_by(const Machine *m, enum event_kind kind, const intptr_t *field, void *context)
{
    struct timeline *t = context;
    if (m->modules_loaded != t->modules_loaded)
        return false;
    unsigned stop_class = stop_glance(&t->table, m, kind, field);
    if (stop_class & STOP_UNCLEAR)
        return false;
    if (t->search != SEARCH_NOTHING && is_hit(t, t->search, stop_class))
        return false;
    t->running.n[TALLY_MICRO] += (stop_class & STOP_MICRO) != 0;
    t->running.n[TALLY_FOLDED] += (stop_class & STOP_FOLDED) != 0;
    return true;
}

static void begin_to_watch(struct timeline *t)
{
    machine_observe(t->m, watch, t);
    if (t->filter.follows && t->filter.follows(t->filter.context))
        machine_pass_by(t->m, pass_by);
}

static uint64_t stops_in(const struct timeline *t, const struct tally *tally)
{
    return tally_stops(tally, t->filter.level, t->filter.references);
}

/* ---- checkpoints ----------------------------------------------------------------------------- */

static struct interval *last_interval(const struct timeline *t)
{
    return &t->intervals.at[t->intervals.count - 1];
}

static uint64_t page_cost(const struct timeline *t)
{
    uint64_t pages = t->m->heap.top / CHECKPOINT_PAGE, events = pages * EVENTS_PER_PAGE;
    if (events <= EVENTS_PLENTY)
        return events;
    events = pages * EVENTS_PER_PAGE_LEAST;
    return events > EVENTS_PLENTY ? events : EVENTS_PLENTY;
}

/* A spacing that was asked for is kept, also in a large heap.  It counts from here even if the
 * checkpoint taken here could not be kept: otherwise the next would be due at once. */
static void set_due(struct timeline *t)
{
    uint64_t cost = t->options.spacing ? 0 : page_cost(t);
    last_interval(t)->due = t->frontier + (t->spacing > cost ? t->spacing : cost);
}

/* What the checkpoints may take.  Where the heap alone is larger than that, a whole copy of it
 * comes on top: without one every step back would begin at the beginning. */
static size_t budget(const struct timeline *t)
{
    size_t heap = t->m->heap.top;
    return t->options.memory + (heap > t->options.memory ? heap : 0);
}

static uint64_t cpu_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

/* Is a checkpoint due here?  At event `edge`, or at the frontier of a slow interval. */
static bool is_due(const struct timeline *t, uint64_t edge)
{
    uint64_t enough = INTERVAL_US + t->m->heap.top / CHECKPOINT_PAGE * US_PER_PAGE;
    uint64_t fair = t->full ? t->total_us / (2 * t->intervals.count) : 0;
    bool slow = t->m->clock == t->frontier && t->since_us > (fair > enough ? fair : enough);
    bool loaded = t->m->clock == t->frontier && t->m->modules_loaded > t->modules_loaded;
    return t->m->clock == edge || ((slow || loaded) && !t->options.spacing);
}

static bool too_many(const struct timeline *t)
{
    return t->intervals.count > 1 &&
           (t->intervals.count > t->options.checkpoints || page_store_bytes(t->store) > budget(t));
}

/* What going to an event of interval i may cost: time, or events where placing was asked for. */
static uint64_t interval_cost(const struct timeline *t, size_t i)
{
    const struct interval *interval = &t->intervals.at[i];
    return t->options.spacing ? t->intervals.at[i + 1].start - interval->start : interval->us;
}

/* The checkpoint whose loss makes the least difference; never the root, and the newest only if
 * there is no other. */
static size_t cheapest(const struct timeline *t)
{
    size_t best = 1;
    uint64_t least = UINT64_MAX;
    for (size_t i = 1; i + 1 < t->intervals.count; i++) {
        uint64_t cost = interval_cost(t, i - 1) + interval_cost(t, i);
        if (cost < least) {
            least = cost;
            best = i;
        }
    }
    return best;
}

/* Once the store is full, new checkpoints come half as far apart as the kept ones lie: so their
 * number grows with the logarithm of the run only.
 * Invariant at call: the machine stands at the frontier, at the start of the last interval. */
static void drop_cheapest(struct timeline *t)
{
    uint64_t clock = t->m->clock;
    intervals_join(&t->intervals, cheapest(t), t->store);
    t->at = t->intervals.count - 1;
    if (last_interval(t)->start != clock)
        t->here = last_interval(t)->tally;
    uint64_t fair = (clock - t->intervals.at[0].start) / (2 * t->intervals.count);
    if (t->spacing < fair)
        t->spacing = fair;
    t->full = true;
}

static void take_checkpoint(struct timeline *t)
{
    struct region_span spans[2];
    machine_spans(t->m, spans);
    struct checkpoint *like = t->intervals.count ? last_interval(t)->checkpoint : NULL;
    struct checkpoint *c = checkpoint_take(t->store, spans, like);
    intervals_append(&t->intervals, t->m->clock, c);
    t->at = t->intervals.count - 1;
    t->modules_loaded = t->m->modules_loaded;
    t->since_us = 0;
    tally_start(&t->here, t->m->clock);
    while (too_many(t))
        drop_cheapest(t);
    set_due(t);
}

static void restore(struct timeline *t, size_t i)
{
    const struct interval *interval = &t->intervals.at[i];
    if (t->m->clock != interval->start) {
        struct region_span spans[2];
        checkpoint_spans(interval->checkpoint, spans);
        machine_forget_above(t->m, spans[0].size);
        checkpoint_restore(interval->checkpoint);
        t->statistics.restored++;
    }
    t->at = i;
    tally_start(&t->here, interval->start);
}

/* ---- running --------------------------------------------------------------------------------- */

/* The clock at which interval i ends, so far. */
static uint64_t interval_end(const struct timeline *t, size_t i)
{
    return i + 1 < t->intervals.count ? t->intervals.at[i + 1].start : t->frontier;
}

/* Into the next interval, which begins where the machine stands. */
static void cross(struct timeline *t)
{
    if (t->at + 1 == t->intervals.count)
        take_checkpoint(t);
    else
        restore(t, t->at + 1);
}

static void adjust_slice(struct timeline *t, uint64_t took)
{
    if (took < SLICE_US / 2 && t->slice < SLICE_MOST)
        t->slice *= 2;
    else if (took > SLICE_US * 2 && t->slice > SLICE_LEAST)
        t->slice /= 2;
}

/* Runs to `target` at most, in the interval where the machine stands, and counts what it runs; but
 * not from what is counted already into what is not. */
static void run_slice(struct timeline *t, uint64_t target)
{
    uint64_t from = t->m->clock, began = cpu_us();
    struct tally *tally = &t->intervals.at[t->at].tally;
    tally_start(&t->running, from);
    machine_run(t->m, from < tally->upto && tally->upto < target ? tally->upto : target);
    t->running.upto = t->m->clock;
    tally_join(tally, &t->running, from);
    tally_join(&t->here, &t->running, from);
    t->statistics.run += t->m->clock - from;
    if (t->m->clock > t->frontier) {
        t->frontier = t->m->clock;
        uint64_t took = cpu_us() - began;
        t->intervals.at[t->at].us += took;
        t->since_us += took;
        t->total_us += took;
        adjust_slice(t, took);
    }
}

/* Runs to event k, or to the first hit, or to the end.  True at a hit. */
static bool advance(struct timeline *t, uint64_t k)
{
    Machine *m = t->m;
    t->hit = false;
    begin_to_watch(t);
    while (!t->hit && m->clock < k && !machine_ended(m)) {
        bool last = t->at + 1 == t->intervals.count;
        uint64_t edge = last ? last_interval(t)->due : interval_end(t, t->at);
        uint64_t target = k < edge ? k : edge, slice = m->clock + t->slice;
        run_slice(t, last && slice < target ? slice : target);
        if (machine_ended(m))
            t->end = m->clock;
        else if (last ? is_due(t, edge) : m->clock == edge)
            cross(t);
    }
    machine_observe(m, NULL, NULL);
    return t->hit;
}

static void look_for(struct timeline *t, enum search_kind search, uint64_t skip)
{
    t->search = search;
    t->skip = skip;
}

uint64_t timeline_seek(struct timeline *t, uint64_t k)
{
    if (t->end && k > t->end)
        k = t->end;
    size_t i = intervals_find(&t->intervals, k);
    uint64_t start = t->intervals.at[i].start, clock = t->m->clock;
    if (k < clock || (start > clock && start - clock > page_cost(t)))
        restore(t, i);
    look_for(t, SEARCH_NOTHING, 0);
    advance(t, k);
    return t->m->clock;
}

/* ---- making ---------------------------------------------------------------------------------- */

struct timeline *timeline_new(Machine *m, const struct timeline_options *options)
{
    struct timeline *t = base_calloc(1, sizeof *t);
    t->m = m;
    if (options)
        t->options = *options;
    if (!t->options.memory)
        t->options.memory = DEFAULT_MEMORY;
    if (!t->options.checkpoints)
        t->options.checkpoints = DEFAULT_CHECKPOINTS;
    t->spacing = t->options.spacing ? t->options.spacing : DEFAULT_SPACING;
    t->filter.level = LEVEL_OPERATION;
    t->frontier = m->clock;
    t->slice = SLICE_LEAST;
    stop_table_init(&t->table, t->options.chapter_line, t->options.chapters);
    t->store = page_store_new();
    take_checkpoint(t);
    return t;
}

void timeline_free(struct timeline *t)
{
    if (!t)
        return;
    intervals_free(&t->intervals, t->store);
    page_store_free(t->store);
    free(t);
}

Machine *timeline_machine(const struct timeline *t)
{
    return t->m;
}

uint64_t timeline_clock(const struct timeline *t)
{
    return t->m->clock;
}

/* ---- what is a stop -------------------------------------------------------------------------- */

void timeline_stage_changed(struct timeline *t)
{
    for (size_t i = 0; i < t->intervals.count; i++)
        tally_start(&t->intervals.at[i].tally, t->intervals.at[i].start);
    tally_start(&t->here, t->intervals.at[t->at].start);
}

void timeline_set_filter(struct timeline *t, const struct stop_filter *filter)
{
    bool same_stage = filter->shows == t->filter.shows && filter->context == t->filter.context &&
                      filter->adjust == t->filter.adjust;
    t->filter = *filter;
    if (!same_stage)
        timeline_stage_changed(t);
}

const struct stop_filter *timeline_filter(const struct timeline *t)
{
    return &t->filter;
}

/* ---- forwards -------------------------------------------------------------------------------- */

/* Goes to the next hit, or stays. */
static bool next(struct timeline *t, enum search_kind search)
{
    uint64_t home = t->m->clock;
    look_for(t, search, 0);
    if (advance(t, UINT64_MAX))
        return true;
    timeline_seek(t, home);
    return false;
}

bool timeline_next_stop(struct timeline *t)
{
    return next(t, SEARCH_STOP);
}

bool timeline_next_statement(struct timeline *t)
{
    return next(t, SEARCH_STATEMENT);
}

bool timeline_next_landmark(struct timeline *t)
{
    return next(t, SEARCH_LANDMARK);
}

bool timeline_finish(struct timeline *t)
{
    t->depth = op_depth(t->m);
    return next(t, t->depth ? SEARCH_FINISH : SEARCH_STATEMENT);
}

/* ---- counting -------------------------------------------------------------------------------- */

static bool is_counted(const struct timeline *t, size_t i)
{
    return t->intervals.at[i].tally.upto == interval_end(t, i);
}

/* Counts interval i whole.  May move the machine. */
static void count_interval(struct timeline *t, size_t i)
{
    if (is_counted(t, i))
        return;
    restore(t, i);
    look_for(t, SEARCH_NOTHING, 0);
    advance(t, interval_end(t, i));
}

/* Counts from the start of this interval to here. */
static void count_here(struct timeline *t)
{
    uint64_t home = t->m->clock;
    if (t->here.upto == home)
        return;
    restore(t, t->at);
    look_for(t, SEARCH_NOTHING, 0);
    advance(t, home);
}

static uint64_t tally_hits(const struct timeline *t, const struct tally *tally,
                           enum search_kind search)
{
    return search == SEARCH_STOP        ? stops_in(t, tally)
           : search == SEARCH_STATEMENT ? tally->n[TALLY_STATEMENT] + tally->n[TALLY_FOLDED]
                                        : tally->n[TALLY_LANDMARK];
}

/* Goes to a hit of interval i, counted from 0, which must have that many. */
static void go_to_hit(struct timeline *t, size_t i, uint64_t n, enum search_kind search)
{
    restore(t, i);
    look_for(t, search, n);
    advance(t, interval_end(t, i));
}

/* ---- backwards ------------------------------------------------------------------------------- */

/* Is the present event, which a tally that reaches up to here has counted, itself a hit? */
static bool stands_at_hit(const struct timeline *t, enum search_kind search)
{
    unsigned stop_class = stop_classify(&t->table, t->m);
    return is_hit(t, search, stop_staged(&t->table, t->m, &t->filter, stop_class));
}

/* Goes to the last hit before this event, or stays.  The present event belongs to the interval
 * before, where the machine stands at the very start of one. */
static bool previous(struct timeline *t, enum search_kind search)
{
    uint64_t home = t->m->clock;
    if (home <= t->intervals.at[0].start)
        return false;
    bool at_hit = stands_at_hit(t, search);
    count_here(t);
    size_t i = t->at;
    uint64_t hits = tally_hits(t, &t->here, search);
    if (home == t->intervals.at[i].start) {
        count_interval(t, --i);
        hits = tally_hits(t, &t->intervals.at[i].tally, search);
    }
    for (hits -= at_hit; hits == 0 && i > 0;) {
        count_interval(t, --i);
        hits = tally_hits(t, &t->intervals.at[i].tally, search);
    }
    if (hits)
        go_to_hit(t, i, hits - 1, search);
    else
        timeline_seek(t, home);
    return hits != 0;
}

bool timeline_previous_stop(struct timeline *t)
{
    return previous(t, SEARCH_STOP);
}

bool timeline_previous_statement(struct timeline *t)
{
    return previous(t, SEARCH_STATEMENT);
}

bool timeline_previous_landmark(struct timeline *t)
{
    return previous(t, SEARCH_LANDMARK);
}

uint64_t timeline_stop_before(struct timeline *t)
{
    uint64_t home = t->m->clock;
    uint64_t found = timeline_previous_stop(t) ? t->m->clock : 0;
    timeline_seek(t, home);
    return found;
}

/* ---- numbers --------------------------------------------------------------------------------- */

struct timeline_place timeline_place(const struct timeline *t)
{
    struct timeline_place place = {.number_known = t->here.upto == t->m->clock,
                                   .total_known = t->end != 0};
    for (size_t i = 0; i < t->intervals.count; i++) {
        uint64_t stops = stops_in(t, &t->intervals.at[i].tally);
        bool counted = is_counted(t, i);
        place.total += stops;
        place.total_known &= counted;
        if (i < t->at) {
            place.number += stops;
            place.number_known &= counted;
        }
    }
    place.number += stops_in(t, &t->here);
    return place;
}

uint64_t timeline_number(struct timeline *t)
{
    if (!timeline_place(t).number_known) {
        uint64_t home = t->m->clock;
        size_t at = t->at;
        for (size_t i = 0; i < at; i++)
            count_interval(t, i);
        restore(t, at);
        timeline_seek(t, home);
    }
    return timeline_place(t).number;
}

uint64_t timeline_goto_stop(struct timeline *t, uint64_t n)
{
    uint64_t before = 0, stops;
    if (n == 0)
        return timeline_seek(t, t->intervals.at[0].start), 0;
    for (size_t i = 0; i < t->intervals.count; i++, before += stops) {
        count_interval(t, i);
        stops = stops_in(t, &t->intervals.at[i].tally);
        if (before + stops >= n) {
            go_to_hit(t, i, n - before - 1, SEARCH_STOP);
            return n;
        }
    }
    if (!t->end) {
        timeline_seek(t, t->frontier);
        look_for(t, SEARCH_STOP, n - before - 1);
        if (advance(t, UINT64_MAX))
            return n;
    }
    return timeline_goto_stop(t, timeline_place(t).total);
}

/* Counts intervals until `events` are used up; false: all are counted. */
static bool count_some(struct timeline *t, uint64_t *events)
{
    for (size_t i = 0; i < t->intervals.count; i++) {
        uint64_t length = interval_end(t, i) - t->intervals.at[i].start;
        if (is_counted(t, i))
            continue;
        if (*events == 0)
            return true;
        count_interval(t, i);
        *events -= length < *events ? length : *events;
    }
    return false;
}

bool timeline_scout(struct timeline *t, uint64_t events)
{
    uint64_t home = t->m->clock;
    bool more = count_some(t, &events);
    if (!more && !t->end) {
        uint64_t goal = t->frontier + events;
        restore(t, t->intervals.count - 1);
        look_for(t, SEARCH_NOTHING, 0);
        while (!t->end && t->frontier < goal)
            advance(t, last_interval(t)->due);
        more = !t->end;
    }
    timeline_seek(t, home);
    return more;
}

struct timeline_statistics timeline_statistics(const struct timeline *t)
{
    struct timeline_statistics s = t->statistics;
    s.checkpoints = t->intervals.count;
    s.bytes = page_store_bytes(t->store);
    s.spacing = t->spacing;
    return s;
}
