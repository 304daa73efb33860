/* The stage: a stop looks the same whichever way one came, at every size, and costs the same
 * however big what it shows is. */
#include <pyviz/app/builtin.h>
#include <pyviz/base/arena.h>
#include <pyviz/lang/parser.h>
#include <pyviz/lang/scenario.h>
#include <pyviz/stage/stage.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

enum { MOST_STOPS = 2000 };

/* A program on a stage. */
struct show {
    struct source source;
    struct arena arena;
    struct scenario *scenario;
    Machine *machine;
    struct timeline *timeline;
    struct stage *stage;
    struct canvas *canvas;
    struct grid *grid;
};

static void show_open(struct show *s, const char *code, enum event_level level)
{
    struct machine_options options = {
        .profile = &profile_3_13,
        .limits = {.events = 100000000,
                   .memory = (size_t)512 << 20,
                   .output = (size_t)16 << 20,
                   .recursion = 1000},
        .script = "show.py",
    };
    struct diagnostic error = {0};
    struct module *tree = NULL;
    *s = (struct show){0};
    assert_true(source_from_bytes(&s->source, "show.py", code, strlen(code), 0, &error));
    assert_true(parser_parse(&s->source, &s->arena, &tree, &error));
    assert_true(scenario_read(&s->source, tree, &s->arena, &s->scenario, &error));
    s->machine = machine_new(&options, tree, &s->source, &error);
    assert_non_null(s->machine);
    s->timeline = timeline_new(s->machine, &(struct timeline_options){0});
    s->stage = stage_new(s->timeline, s->scenario, &s->source, "show");
    struct stop_filter filter = stage_filter(s->stage, level);
    timeline_set_filter(s->timeline, &filter);
    s->canvas = canvas_new(24, 80);
    s->grid = grid_new(24, 80);
}

static void show_close(struct show *s)
{
    grid_free(s->grid);
    canvas_free(s->canvas);
    stage_free(s->stage);
    timeline_free(s->timeline);
    machine_free(s->machine);
    source_free(&s->source);
    arena_free(&s->arena);
}

static void show_frame(struct show *s, const struct stage_options *options)
{
    stage_update(s->stage);
    stage_draw(s->stage, s->canvas, options);
    canvas_to_grid(s->canvas, s->grid);
}

/* The frame as text; the caller's. */
static char *show_text(struct show *s)
{
    struct buffer text = {0};
    grid_text(s->grid, &text);
    return text.data;
}

static bool sees(struct show *s, const char *what)
{
    char *text = show_text(s);
    bool found = strstr(text, what) != NULL;
    free(text);
    return found;
}

static void resize(struct show *s, int rows, int cols)
{
    canvas_resize(s->canvas, rows, cols);
    grid_resize(s->grid, rows, cols);
}

static const char *const everything = "\"\"\"Title\n\nIntroduction.\n\"\"\"\n"
                                      "# %% One\n# Said of d.\nd = {'pear': 1}\n"
                                      "d['kiwi'] = 2\nd['plum'] = 3\n"
                                      "for i in range(4):\n    d[i] = [i]\n"
                                      "del d['pear']\n"
                                      "# %% Two\na = []\n"
                                      "for i in range(6):\n    a.append(i)\n"
                                      "a.insert(1, d)\na.pop(0)\ndel a[1:3]\n"
                                      "b = a\nb.sort(key=str)\n"
                                      "s = {1, 9, 'x'}\ns.discard(9)\ns.update([17, 25, 33])\n"
                                      "def f(x):\n    y = [x]\n    return y\n"
                                      "print(f(2), d)\na.clear()\nd.clear()\nd[0]\n";

static void both_ways(enum event_level level)
{
    static struct grid *forward[MOST_STOPS];
    struct show s;
    show_open(&s, everything, level);
    int stops = 0;
    while (stops < MOST_STOPS && timeline_next_stop(s.timeline)) {
        show_frame(&s, NULL);
        forward[stops] = grid_new(24, 80);
        grid_copy(forward[stops++], s.grid);
    }
    assert_true(stops > 60);
    /* The footer learns how many stops there are: all frames once more, forwards, then backwards.
     */
    timeline_seek(s.timeline, 0);
    for (int i = 0; i < stops; i++) {
        assert_true(timeline_next_stop(s.timeline));
        show_frame(&s, NULL);
        grid_copy(forward[i], s.grid);
    }
    for (int i = stops - 1; i-- > 0;) {
        assert_true(timeline_previous_stop(s.timeline));
        show_frame(&s, NULL);
        assert_true(grid_equal(forward[i], s.grid));
    }
    for (int n = 0; n < 200; n++) {
        int i = (int)((unsigned)n * 7919u % (unsigned)stops);
        timeline_goto_stop(s.timeline, (uint64_t)i + 1);
        show_frame(&s, NULL);
        assert_true(grid_equal(forward[i], s.grid));
    }
    for (int i = 0; i < stops; i++)
        grid_free(forward[i]);
    show_close(&s);
}

static void operations_look_the_same_both_ways(void **state)
{
    (void)state;
    both_ways(LEVEL_OPERATION);
}

static void everything_looks_the_same_both_ways(void **state)
{
    (void)state;
    both_ways(LEVEL_MICRO);
}

/* Statements that are seen often, in the program and in the library; names, frees, exceptions and
 * collections, of things that lessons are about and of others. */
static const char *const often = "import collections, dataclasses, gc, heapq\n"
                                 "@dataclasses.dataclass\n"
                                 "class P:\n    x: int\n    y: int = 0\n"
                                 "    def move(self, by):\n        self.x += by\n"
                                 "        return self\n"
                                 "    def __del__(self):\n        seen.append(self.x)\n"
                                 "def rounds(n):\n    for i in range(n):\n        yield P(i)\n"
                                 "seen, kept, table = [], collections.OrderedDict(), {}\n"
                                 "for p in rounds(90):\n"
                                 "    p.move(1).move(2)\n"
                                 "    kept[p.x] = [p, p.y]\n"
                                 "    kept.move_to_end(p.x, False)\n"
                                 "    table['key%d' % p.x] = {p.x, p.y}\n"
                                 "    try:\n        [1, 2][p.x]\n"
                                 "    except IndexError as e:\n        name = str(e)\n"
                                 "    class C:\n        value = p.x\n"
                                 "    cycle = [C()]\n    cycle.append(cycle)\n"
                                 "    del cycle\n"
                                 "    if p.x % 40 == 0:\n        print(gc.collect())\n"
                                 "        kept.clear()\n"
                                 "    heapq.heappush(seen, p.x)\n"
                                 "    len(collections.Counter('banana'))\n"
                                 "def deep(n):\n    return 0 if n == 0 else 1 + deep(n - 1)\n"
                                 "for i in range(5):\n    deep(30)\n";

struct glances {
    struct stop_table table;
    struct stop_filter filter;
    uint64_t clear, all;
};

static bool look_closely(Machine *m, void *context)
{
    struct glances *g = context;
    unsigned close = stop_staged(&g->table, m, &g->filter, stop_classify(&g->table, m));
    unsigned glance = stop_glance(&g->table, m, m->event.kind, m->event.field);
    if (glance != STOP_UNCLEAR && glance != close)
        fail_msg("event %llu, %s: %u at a glance, but %u", (unsigned long long)m->clock,
                 event_info[m->event.kind].name, glance, close);
    g->clear += glance != STOP_UNCLEAR;
    g->all++;
    return false;
}

static struct glances glances_of(const char *code)
{
    struct show s;
    show_open(&s, code, LEVEL_OPERATION);
    stage_free(s.stage);
    s.stage = stage_new(s.timeline, NULL, &s.source, "show"); /* nobody asks for a name */
    struct glances g = {.filter = stage_filter(s.stage, LEVEL_OPERATION)};
    assert_true(g.filter.follows(g.filter.context));
    stop_table_init(&g.table, NULL, 0);
    machine_observe(s.machine, look_closely, &g);
    machine_run(s.machine, UINT64_MAX);
    show_close(&s);
    return g;
}

static void a_glance_sees_what_a_look_would(void **state)
{
    (void)state;
    struct glances g = glances_of(often);
    assert_true(g.all > 20000 && g.clear > g.all / 2);
    for (const struct builtin_scenario *b = builtin_scenarios; b->name; b++)
        glances_of(b->text);
}

/* Whether the picture is at rest or moving, whatever the size. */
static void every_size_is_drawn(void **state)
{
    static const int rows[] = {1, 2, 4, 5, 7, 9, 12, 15, 16, 17, 20, 24, 30, 36, 60, 100};
    static const int cols[] = {1, 5, 19, 20, 33, 59, 60, 61, 76, 80, 100, 119, 120, 160, 200, 300};
    (void)state;
    static const char *const rooms[] = {NULL,   "names", NULL,     "references", NULL,
                                        "mro",  NULL,    "gc",     NULL,         "copy",
                                        "heap", NULL,    "frames", "history"};
    struct show s;
    show_open(&s, everything, LEVEL_MICRO);
    for (int n = 0; timeline_next_stop(s.timeline); n++) {
        stage_set_view(s.stage, rooms[n % (sizeof rooms / sizeof *rooms)]);
        stage_update(s.stage);
        struct stage_options o = {.motion = n % 3 * 0.5, .zoom = n % 7 == 0};
        for (int i = 0; i < 3; i++) {
            resize(&s, rows[(n * 3 + i) % 16], cols[(n * 5 + i * 3) % 16]);
            stage_draw(s.stage, s.canvas, &o);
            canvas_to_grid(s.canvas, s.grid);
        }
    }
    show_close(&s);
}

static void too_small_says_so(void **state)
{
    (void)state;
    struct show s;
    show_open(&s, everything, LEVEL_OPERATION);
    resize(&s, 4, 30);
    show_frame(&s, NULL);
    assert_true(sees(&s, "Too small"));
    show_close(&s);
}

static void the_author_speaks_at_statements(void **state)
{
    (void)state;
    struct show s;
    show_open(&s, everything, LEVEL_OPERATION);
    show_frame(&s, NULL);
    assert_true(sees(&s, "Introduction."));
    timeline_next_stop(s.timeline);
    timeline_next_stop(s.timeline);
    show_frame(&s, NULL);
    assert_true(sees(&s, "Said of d."));
    assert_true(sees(&s, "One \xc2\xb7 2/"));
    timeline_next_stop(s.timeline);
    show_frame(&s, NULL);
    assert_false(sees(&s, "Said of d."));
    show_close(&s);
}

/* Goes to the next event of this kind. */
static void to_event(struct show *s, enum event_kind kind)
{
    do
        assert_true(timeline_next_stop(s->timeline));
    while (s->machine->event.kind != kind);
    show_frame(s, NULL);
}

static void a_collision_is_numbered(void **state)
{
    (void)state;
    struct show s;
    show_open(&s, "d = {}\nd['pear'] = 1\nd['kiwi'] = 2\n", LEVEL_OPERATION);
    to_event(&s, EVENT_DICT_PROBE);
    assert_true(sees(&s, "1) slot 2: entry 0, 'pear', another hash"));
    to_event(&s, EVENT_DICT_INSERT);
    assert_true(sees(&s, "2) slot 3 = (5*2+317331375809373480+1) & 7: leads to entry 1"));
    assert_true(sees(&s, "1\xe2\x86\x92"
                         "2 used"));
    assert_true(sees(&s, "184 B = 64 dict + 32 keys + 8 index + 5x16 entries"));
    assert_true(sees(&s, "rc 1+1"));
    show_close(&s);
}

static void a_growing_list_shows_both_blocks(void **state)
{
    (void)state;
    struct show s;
    show_open(&s, "a = [1, 2, 3, 4]\na.append(5)\n", LEVEL_OPERATION);
    to_event(&s, EVENT_LIST_MOVE);
    assert_true(sees(&s, "(5 + (5>>3) + 6) & ~3  =  8 slots"));
    assert_true(sees(&s, "allocated 4\xe2\x86\x92"
                         "8"));
    assert_true(sees(&s, "4 pointers move"));
    assert_true(sees(&s, "88\xe2\x86\x92"
                         "120 B"));
    int ms = stage_motion_ms(s.stage);
    assert_true(ms >= 150 && ms <= 600);
    stage_draw(s.stage, s.canvas, &(struct stage_options){.motion = 1});
    canvas_to_grid(s.canvas, s.grid);
    assert_false(sees(&s, "+ 4"));
    to_event(&s, EVENT_LIST_APPEND);
    assert_true(sees(&s, "+ 5"));
    assert_int_equal(stage_motion_ms(s.stage), 0);
    show_close(&s);
}

static void names_choose_what_is_shown(void **state)
{
    (void)state;
    struct show s;
    show_open(&s, "a = [1]\nb = [2]\n# pyviz: show a\nb.append(3)\na.append(4)\n", LEVEL_OPERATION);
    timeline_seek(s.timeline, UINT64_MAX);
    show_frame(&s, NULL);
    assert_true(sees(&s, " a \xe2\x94\x80\xe2\x94\x80 list"));
    const char *names[] = {"b"};
    stage_show(s.stage, names, 1);
    timeline_stage_changed(s.timeline);
    show_frame(&s, NULL);
    assert_true(sees(&s, " b \xe2\x94\x80\xe2\x94\x80 list"));
    show_close(&s);
}

static void nothing_odd_reaches_the_grid(void **state)
{
    (void)state;
    struct show s;
    show_open(&s, "d = {'a\\x1b[2J': '\\r\\n\\x9b', '\\u202e': [1]}\nprint('\\x1b]0;x\\x07', d)\n",
              LEVEL_MICRO);
    while (timeline_next_stop(s.timeline)) {
        show_frame(&s, NULL);
        for (int i = 0; i < s.grid->rows * s.grid->cols; i++) {
            const unsigned char *t = (const unsigned char *)s.grid->cells[i].text;
            assert_true(t[0] == 0 || t[0] >= 32);
            assert_false(t[0] == 0x7f || (t[0] == 0xc2 && t[1] < 0xa0));
        }
    }
    show_close(&s);
}

static void an_exception_is_told(void **state)
{
    (void)state;
    struct show s;
    show_open(&s, "d = {}\nd['x']\n", LEVEL_OPERATION);
    timeline_seek(s.timeline, UINT64_MAX);
    show_frame(&s, NULL);
    assert_true(sees(&s, "KeyError: 'x'. Raised on line 2"));
    show_close(&s);
}

/* Capturing what a stop before it looked like is the timeline's cost; this is that of a frame. */
static double frame_us(const char *code)
{
    struct show s;
    struct timespec a, b;
    show_open(&s, code, LEVEL_OPERATION);
    timeline_seek(s.timeline, UINT64_MAX);
    stage_update(s.stage);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
    for (int i = 0; i < 20; i++) {
        stage_draw(s.stage, s.canvas, NULL);
        canvas_to_grid(s.canvas, s.grid);
    }
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b);
    show_close(&s);
    return ((double)(b.tv_sec - a.tv_sec) * 1e9 + (double)(b.tv_nsec - a.tv_nsec)) / 20e3;
}

static void big_things_cost_what_small_ones_do(void **state)
{
    (void)state;
    double small = frame_us("d = dict.fromkeys(range(100))\nd[-1] = 1\n");
    double big = frame_us("d = dict.fromkeys(range(20000))\nd[-1] = 1\n");
    double list = frame_us("a = list(range(200000))\n");
    assert_true(big < small * 20 + 4000);
    assert_true(list < small * 20 + 4000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(operations_look_the_same_both_ways),
        cmocka_unit_test(everything_looks_the_same_both_ways),
        cmocka_unit_test(a_glance_sees_what_a_look_would),
        cmocka_unit_test(every_size_is_drawn),
        cmocka_unit_test(too_small_says_so),
        cmocka_unit_test(the_author_speaks_at_statements),
        cmocka_unit_test(a_collision_is_numbered),
        cmocka_unit_test(a_growing_list_shows_both_blocks),
        cmocka_unit_test(names_choose_what_is_shown),
        cmocka_unit_test(nothing_odd_reaches_the_grid),
        cmocka_unit_test(an_exception_is_told),
        cmocka_unit_test(big_things_cost_what_small_ones_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
