/* The timeline against straight runs: whatever the way to an event, the state there is the same,
 * and every step lands where a plain scan of the run says. */
#include "timeline_program.h"

#include <pyviz/app/builtin.h>
#include <pyviz/machine/profile.h>
#include <pyviz/timeline/narrate.h>
#include <pyviz/timeline/state.h>
#include <pyviz/timeline/timeline.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* ---- the programs ---------------------------------------------------------------------------- */

static const char dict_growth[] = "d = {}\n"
                                  "for i in range(12):\n"
                                  "    d['key%d' % i] = i\n"
                                  "    if i % 3 == 2:\n"
                                  "        del d['key%d' % (i - 1)]\n"
                                  "d[5] = 'an int among strs'\n"
                                  "print(len(d))\n";

static const char list_growth[] = "a = []\n"
                                  "for i in range(20):\n"
                                  "    a.append([i])\n"
                                  "b = a[::2] + [a]\n"
                                  "a.insert(0, 'first')\n"
                                  "while a:\n"
                                  "    a.pop()\n"
                                  "del b\n";

static const char calls[] = "def fib(n, memo={}):\n"
                            "    if n < 2:\n"
                            "        return n\n"
                            "    if n not in memo:\n"
                            "        memo[n] = fib(n - 1) + fib(n - 2)\n"
                            "    return memo[n]\n"
                            "def total(*args, **kw):\n"
                            "    return sum(args) + sum(kw.values())\n"
                            "squares = [x * x for x in range(8)]\n"
                            "names = {s: len(s) for s in ('one', 'three', 'five')}\n"
                            "print(fib(12), total(1, 2, three=3), f'{squares!r:>40}', names)\n";

static const char sets[] = "s = {33, 1, 65}\n"
                           "for i in range(30):\n"
                           "    s.add(i * 8)\n"
                           "t = frozenset(s) & {8, 16, 1000}\n"
                           "s.discard(33)\n"
                           "x, *rest, y = sorted(t)\n";

static const char failure[] = "def inner(d):\n"
                              "    return d['missing']\n"
                              "d = {'present': 1}\n"
                              "inner(d)\n";

static const char *const programs[] = {dict_growth, list_growth, calls, sets, failure};
enum { PROGRAMS = sizeof programs / sizeof *programs };

/* ---- a straight run -------------------------------------------------------------------------- */

/* What is known of every event k of a run, from 0 to events. */
struct record {
    uint64_t events;
    uint64_t *machine, *state; /* hashes: of the region, of the JSON */
    unsigned *stop_class;
    bool *shown; /* with the names of the program's first binding on stage */
};

static const char *const shown_names[] = {"d", "a"};
static struct stop_names shown = {shown_names, 2};
static const int chapter_line[] = {2, 6};

static uint64_t text_hash(const struct buffer *b)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < b->len; i++)
        h = (h ^ (unsigned char)b->data[i]) * 1099511628211u;
    return h;
}

static uint64_t state_hash(const Machine *m)
{
    struct buffer b = {0};
    state_write(m, 0, &b);
    uint64_t h = text_hash(&b);
    buffer_free(&b);
    return h;
}

static void assert_healthy(Machine *m)
{
    struct buffer why = {0};
    const char *wrong = machine_check(m, &why);
    if (wrong)
        fail_msg("event %llu: %s", (unsigned long long)m->clock, wrong);
    buffer_free(&why);
}

static void record_event(struct record *r, Machine *m, const struct stop_table *table)
{
    const struct stop_filter by_name = {
        .level = LEVEL_MICRO, .references = true, .shows = stop_shows_names, .context = &shown};
    uint64_t k = m->clock;
    r->machine = realloc(r->machine, (k + 1) * sizeof *r->machine);
    r->state = realloc(r->state, (k + 1) * sizeof *r->state);
    r->stop_class = realloc(r->stop_class, (k + 1) * sizeof *r->stop_class);
    r->shown = realloc(r->shown, (k + 1) * sizeof *r->shown);
    r->machine[k] = machine_hash(m);
    r->state[k] = state_hash(m);
    r->stop_class[k] = k ? stop_classify(table, m) : 0;
    r->shown[k] = k && stop_on_stage(table, m, &by_name);
    assert_true(machine_hash(m) == r->machine[k]); /* to look is not to touch */
    r->events = k;
}

static struct record straight_run(const char *code, const Profile *profile)
{
    struct record r = {0};
    struct stop_table table;
    stop_table_init(&table, chapter_line, 2);
    Machine *m = program_machine(code, profile);
    record_event(&r, m, &table);
    while (!machine_ended(m)) {
        uint64_t before = m->clock;
        machine_run(m, m->clock + 1);
        assert_true(m->clock == before + 1 || machine_ended(m));
        assert_healthy(m);
        record_event(&r, m, &table);
    }
    machine_free(m);
    return r;
}

static void record_free(struct record *r)
{
    free(r->machine);
    free(r->state);
    free(r->stop_class);
    free(r->shown);
}

static void assert_as_recorded(const struct record *r, struct timeline *t)
{
    Machine *m = timeline_machine(t);
    uint64_t k = timeline_clock(t);
    assert_true(k <= r->events);
    assert_healthy(m);
    if (machine_hash(m) != r->machine[k])
        fail_msg("the region differs at event %llu", (unsigned long long)k);
    if (state_hash(m) != r->state[k])
        fail_msg("the JSON differs at event %llu", (unsigned long long)k);
}

/* ---- seeking --------------------------------------------------------------------------------- */

static void seek_at_random(const char *code, const struct timeline_options *options, int seeks)
{
    struct record r = straight_run(code, profile_default);
    Machine *m = program_machine(code, profile_default);
    struct timeline *t = timeline_new(m, options);
    for (int i = 0; i < seeks; i++) {
        uint64_t k = (uint64_t)rand() % (r.events + 5), want = k < r.events ? k : r.events;
        assert_int_equal(timeline_seek(t, k), want);
        assert_as_recorded(&r, t);
    }
    timeline_free(t);
    machine_free(m);
    record_free(&r);
}

static void random_seeks_equal_the_straight_run(void **state)
{
    (void)state;
    const struct timeline_options small = {.spacing = 16, .checkpoints = 1000};
    srand(20);
    for (int i = 0; i < PROGRAMS; i++)
        seek_at_random(programs[i], &small, 400);
}

/* With every event a checkpoint, with few of them, with no room for any. */
static void checkpoints_may_be_anywhere(void **state)
{
    (void)state;
    const struct timeline_options options[] = {
        {.spacing = 1, .checkpoints = 5000},
        {.spacing = 1, .checkpoints = 2},
        {.spacing = 7, .checkpoints = 3},
        {.spacing = 16, .memory = 1},
        {0},
    };
    srand(21);
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        for (int p = 0; p < PROGRAMS; p++)
            seek_at_random(programs[p], &options[i], 60);
}

static void every_event_from_the_end(void **state)
{
    (void)state;
    const struct timeline_options small = {.spacing = 64};
    for (int p = 0; p < PROGRAMS; p++) {
        struct record r = straight_run(programs[p], profile_default);
        Machine *m = program_machine(programs[p], profile_default);
        struct timeline *t = timeline_new(m, &small);
        assert_int_equal(timeline_seek(t, UINT64_MAX), r.events);
        for (uint64_t k = r.events + 1; k-- > 0;) {
            assert_int_equal(timeline_seek(t, k), k);
            assert_as_recorded(&r, t);
        }
        timeline_free(t);
        machine_free(m);
        record_free(&r);
    }
}

/* Every event of every scenario that pyviz brings along, reached from somewhere else; of the
 * longest one, one in several. */
static void scenarios_can_be_entered_anywhere(void **state)
{
    (void)state;
    srand(24);
    for (const struct builtin_scenario *s = builtin_scenarios; s->name; s++) {
        char *code = base_calloc(s->len + 1, 1);
        memcpy(code, s->text, s->len);
        struct record r = straight_run(code, profile_default);
        Machine *m = program_machine(code, profile_default);
        struct timeline *t = timeline_new(m, &(struct timeline_options){.spacing = 50});
        uint64_t stride = r.events / 1000 + 1;
        for (uint64_t k = (uint64_t)rand() % stride; k <= r.events; k += stride) {
            timeline_seek(t, (uint64_t)rand() % (r.events + 1));
            timeline_seek(t, k);
            assert_as_recorded(&r, t);
        }
        timeline_free(t);
        machine_free(m);
        record_free(&r);
        free(code);
    }
}

/* Two machines at once lie at different addresses, and so do the trees that they were compiled
 * from: nothing in the state may depend on that. */
static void a_region_may_lie_anywhere(void **state)
{
    (void)state;
    for (const struct builtin_scenario *s = builtin_scenarios; s->name; s++) {
        char *code = base_calloc(s->len + 1, 1);
        memcpy(code, s->text, s->len);
        Machine *a = program_machine(code, profile_default);
        Machine *b = program_machine(code, profile_default);
        assert_true(a != b && state_hash(a) == state_hash(b));
        machine_run(a, UINT64_MAX);
        machine_run(b, UINT64_MAX);
        assert_true(a->clock == b->clock && state_hash(a) == state_hash(b));
        assert_true(a->next_serial == b->next_serial && a->heap.top == b->heap.top);
        machine_free(a);
        machine_free(b);
        free(code);
    }
}

/* A run long enough for checkpoints to be dropped again and again, with a heap that grows and
 * gives big blocks back. */
static void long_runs_fit_into_little_memory(void **state)
{
    (void)state;
    static const char code[] = "d = {}\n"
                               "for i in range(4000):\n"
                               "    d[i * 7] = [i] * (i % 50)\n"
                               "    if i % 900 == 899:\n"
                               "        d = {}\n"
                               "        big = list(range(9000))\n"
                               "        big = None\n";
    enum { SAMPLES = 40, SEEKS = 150, MEMORY = 6 << 20 };
    uint64_t hash[SAMPLES + 1], every = 2500, n = 0;
    Machine *m = program_machine(code, profile_default);
    for (; n <= SAMPLES && !machine_ended(m); n++) {
        hash[n] = machine_hash(m);
        machine_run(m, (n + 1) * every);
    }
    machine_free(m);
    assert_true(n > SAMPLES / 2);

    m = program_machine(code, profile_default);
    struct timeline *t = timeline_new(m, &(struct timeline_options){.memory = MEMORY});
    timeline_seek(t, UINT64_MAX);
    struct timeline_statistics kept = timeline_statistics(t);
    assert_true(kept.bytes <= MEMORY && kept.checkpoints > 3);
    for (int i = 0; i < SEEKS; i++) {
        uint64_t sample = (uint64_t)rand() % n;
        if (rand() % 2)
            timeline_seek(t, sample * every + (uint64_t)rand() % 1000);
        assert_int_equal(timeline_seek(t, sample * every), sample * every);
        assert_int_equal(machine_hash(m), hash[sample]);
    }
    timeline_free(t);
    machine_free(m);
}

static void profiles_are_as_good(void **state)
{
    (void)state;
    const Profile *const profiles[] = {&profile_3_11, &profile_3_12};
    srand(22);
    for (int i = 0; i < 2; i++) {
        struct record r = straight_run(dict_growth, profiles[i]);
        Machine *m = program_machine(dict_growth, profiles[i]);
        struct timeline *t = timeline_new(m, &(struct timeline_options){.spacing = 32});
        for (int seek = 0; seek < 100; seek++) {
            timeline_seek(t, (uint64_t)rand() % r.events);
            assert_as_recorded(&r, t);
        }
        timeline_free(t);
        machine_free(m);
        record_free(&r);
    }
}

/* ---- steps ----------------------------------------------------------------------------------- */

/* A plain scan of the record, for what the timeline must find by its own ways. */
struct oracle {
    const struct record *r;
    struct stop_filter filter;
};

static bool is_shown(const struct oracle *o, uint64_t k)
{
    return !o->filter.shows || o->r->shown[k];
}

static bool is_stop(const struct oracle *o, uint64_t k)
{
    return is_shown(o, k) &&
           stop_wanted(o->r->stop_class[k], o->filter.level, o->filter.references);
}

static bool is_statement(const struct oracle *o, uint64_t k)
{
    return o->r->stop_class[k] & STOP_STATEMENT;
}

static bool is_landmark(const struct oracle *o, uint64_t k)
{
    return is_shown(o, k) && (o->r->stop_class[k] & STOP_LANDMARK);
}

typedef bool (*sort)(const struct oracle *o, uint64_t k);

static uint64_t scan_forward(const struct oracle *o, uint64_t from, sort is)
{
    for (uint64_t k = from + 1; k <= o->r->events; k++)
        if (is(o, k))
            return k;
    return from;
}

static uint64_t scan_back(const struct oracle *o, uint64_t from, sort is)
{
    for (uint64_t k = from; k-- > 1;)
        if (is(o, k))
            return k;
    return from;
}

static uint64_t stops_upto(const struct oracle *o, uint64_t k)
{
    uint64_t n = 0;
    for (uint64_t i = 1; i <= k; i++)
        n += is_stop(o, i);
    return n;
}

static uint64_t clock_of_stop(const struct oracle *o, uint64_t n)
{
    uint64_t last = 0, seen = 0;
    for (uint64_t k = 1; k <= o->r->events && seen < n; k++) {
        if (!is_stop(o, k))
            continue;
        last = k;
        seen++;
    }
    return last;
}

static void change_filter(struct oracle *o, struct timeline *t)
{
    o->filter.level = rand() % LEVEL_COUNT;
    o->filter.references = rand() % 2;
    if (rand() % 3 == 0) {
        o->filter.shows = rand() % 2 ? stop_shows_names : NULL;
        o->filter.context = &shown;
    }
    timeline_set_filter(t, &o->filter);
}

static void check_numbers(const struct oracle *o, struct timeline *t)
{
    struct timeline_place place = timeline_place(t);
    if (place.number_known)
        assert_int_equal(place.number, stops_upto(o, timeline_clock(t)));
    if (place.total_known)
        assert_int_equal(place.total, stops_upto(o, o->r->events));
    assert_int_equal(timeline_number(t), stops_upto(o, timeline_clock(t)));
}

/* One action at random; returns where it must have led. */
static uint64_t act(const struct oracle *o, struct timeline *t)
{
    uint64_t at = timeline_clock(t), n;
    switch (rand() % 10) {
    case 0:
        timeline_next_stop(t);
        return scan_forward(o, at, is_stop);
    case 1:
        timeline_previous_stop(t);
        return scan_back(o, at, is_stop);
    case 2:
        timeline_next_statement(t);
        return scan_forward(o, at, is_statement);
    case 3:
        timeline_previous_statement(t);
        return scan_back(o, at, is_statement);
    case 4:
        timeline_next_landmark(t);
        return scan_forward(o, at, is_landmark);
    case 5:
        timeline_previous_landmark(t);
        return scan_back(o, at, is_landmark);
    case 6:
        n = (uint64_t)rand() % (stops_upto(o, o->r->events) + 3);
        timeline_goto_stop(t, n);
        return clock_of_stop(o, n);
    case 7:
        timeline_scout(t, (uint64_t)rand() % 500);
        return at;
    case 8:
        assert_int_equal(timeline_stop_before(t),
                         scan_back(o, at, is_stop) == at ? 0 : scan_back(o, at, is_stop));
        return at;
    default:
        n = (uint64_t)rand() % (o->r->events + 1);
        timeline_seek(t, n);
        return n;
    }
}

static void step_at_random(const char *code, const struct timeline_options *options, int steps)
{
    struct record r = straight_run(code, profile_default);
    struct oracle o = {&r, {.level = LEVEL_OPERATION}};
    Machine *m = program_machine(code, profile_default);
    struct timeline *t = timeline_new(m, options);
    for (int i = 0; i < steps; i++) {
        if (i % 7 == 0)
            change_filter(&o, t);
        uint64_t want = act(&o, t);
        assert_int_equal(timeline_clock(t), want);
        assert_as_recorded(&r, t);
        check_numbers(&o, t);
    }
    timeline_free(t);
    machine_free(m);
    record_free(&r);
}

static void steps_land_where_a_scan_says(void **state)
{
    (void)state;
    const struct timeline_options options[] = {
        {.spacing = 16, .chapter_line = chapter_line, .chapters = 2},
        {.spacing = 8, .checkpoints = 4, .chapter_line = chapter_line, .chapters = 2},
    };
    srand(23);
    for (int i = 0; i < 2; i++)
        for (int p = 0; p < PROGRAMS; p++)
            step_at_random(programs[p], &options[i], 300);
}

static void scouting_finds_the_total(void **state)
{
    (void)state;
    Machine *m = program_machine(dict_growth, profile_default);
    struct timeline *t = timeline_new(m, &(struct timeline_options){.spacing = 16});
    timeline_seek(t, 10);
    assert_false(timeline_place(t).total_known);
    int slices = 1;
    while (timeline_scout(t, 50))
        slices++;
    assert_true(slices > 2);
    assert_int_equal(timeline_clock(t), 10);
    struct timeline_place place = timeline_place(t);
    assert_true(place.number_known && place.total_known);
    assert_true(place.number > 0 && place.total > place.number);
    timeline_free(t);
    machine_free(m);
}

static void finishing_leaves_the_operation(void **state)
{
    (void)state;
    Machine *m = program_machine(dict_growth, profile_default);
    struct timeline *t = timeline_new(m, NULL);
    timeline_set_filter(t, &(struct stop_filter){.level = LEVEL_MICRO});
    while (m->event.kind != EVENT_DICT_RESIZE_ENTRY)
        assert_true(timeline_next_stop(t));
    struct Op *resizing = m->op;
    assert_non_null(resizing);
    assert_true(timeline_finish(t));
    assert_ptr_not_equal(m->op, resizing);
    assert_true(m->event.kind != EVENT_DICT_RESIZE_ENTRY);
    timeline_free(t);
    machine_free(m);
}

/* ---- sentences ------------------------------------------------------------------------------- */

/* Every sentence of every program can be said, and says it without braces or control characters. */
static void every_event_has_a_sentence(void **state)
{
    (void)state;
    for (int p = 0; p < PROGRAMS; p++) {
        Machine *m = program_machine(programs[p], profile_default);
        while (!machine_ended(m)) {
            machine_run(m, m->clock + 1);
            struct buffer b = {0};
            uint64_t before = machine_hash(m);
            narrate_event(m, &m->event, &b, NULL);
            assert_true(b.len > 0);
            assert_int_equal(machine_hash(m), before);
            for (size_t i = 0; i < b.len; i++)
                assert_true((unsigned char)b.data[i] >= 0x20);
            buffer_free(&b);
        }
        machine_free(m);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_seeks_equal_the_straight_run),
        cmocka_unit_test(checkpoints_may_be_anywhere),
        cmocka_unit_test(every_event_from_the_end),
        cmocka_unit_test(scenarios_can_be_entered_anywhere),
        cmocka_unit_test(a_region_may_lie_anywhere),
        cmocka_unit_test(long_runs_fit_into_little_memory),
        cmocka_unit_test(profiles_are_as_good),
        cmocka_unit_test(steps_land_where_a_scan_says),
        cmocka_unit_test(scouting_finds_the_total),
        cmocka_unit_test(finishing_leaves_the_operation),
        cmocka_unit_test(every_event_has_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
