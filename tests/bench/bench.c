/* What the glass costs: seeking in a run of a million events, the memory for it, a frame.
 *
 * Prints one line a measurement, with the aim beside it.  Times are CPU time; the exit status
 * says nothing about them. */
#include "../unit/timeline_program.h"

#include <pyviz/app/builtin.h>
#include <pyviz/canvas/canvas.h>
#include <pyviz/machine/profile.h>
#include <pyviz/stage/stage.h>
#include <pyviz/timeline/timeline.h>

#include <time.h>

enum { SEEKS = 400, STEPS = 200, FRAMES = 1000, ROWS = 24, COLUMNS = 80 };

struct program {
    const char *name, *code;
};

/* Each makes more than a million events; the last has few, far apart. */
static const struct program programs[] = {
    {"a dict that grows", "d = {}\n"
                          "for i in range(60000):\n"
                          "    d['key%d' % i] = i\n"
                          "for i in range(0, 60000, 3):\n"
                          "    del d['key%d' % i]\n"},
    {"lists of lists", "a = []\n"
                       "for i in range(110000):\n"
                       "    a.append([i, i + 1])\n"
                       "    if i % 4 == 3:\n"
                       "        a.pop(0)\n"},
    {"calls and numbers", "def f(n, total):\n"
                          "    if n == 0:\n"
                          "        return total\n"
                          "    return f(n - 1, total + n)\n"
                          "x = 0\n"
                          "for i in range(11000):\n"
                          "    x = f(15, x) % 1000003\n"},
    {"a heap that changes everywhere", "class P:\n"
                                       "    def __init__(self, x):\n"
                                       "        self.x = x\n"
                                       "        self.y = [x]\n"
                                       "ps = [P(i) for i in range(60000)]\n"
                                       "for r in range(12):\n"
                                       "    for p in ps:\n"
                                       "        p.x += 1.5\n"},
    {"slow events", "x = 0\n"
                    "for i in range(4000):\n"
                    "    x += 7 ** 9000 % (i + 10**50)\n"},
};

/* Milliseconds of CPU that this process has taken. */
static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec * 1e-6;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double percentile(double *took, int n, int percent)
{
    qsort(took, (size_t)n, sizeof *took, by_value);
    return took[(n - 1) * percent / 100];
}

static uint64_t random_below(uint64_t n)
{
    return ((uint64_t)rand() << 31 | (uint64_t)rand()) % n;
}

/* Bytes of this process that lie in memory. */
static size_t resident(void)
{
    size_t pages = 0;
    FILE *f = fopen("/proc/self/statm", "r");
    if (f && fscanf(f, "%*s %zu", &pages) != 1)
        pages = 0;
    if (f)
        fclose(f);
    return pages * 4096;
}

static double straight_run(const char *code)
{
    Machine *m = program_machine(code, profile_default);
    double start = now();
    machine_run(m, UINT64_MAX);
    double took = now() - start;
    machine_free(m);
    return took;
}

static void bench_timeline(const struct program *program)
{
    double straight = straight_run(program->code), took[SEEKS];
    size_t before = resident();
    Machine *m = program_machine(program->code, profile_default);
    struct timeline *t = timeline_new(m, NULL);
    double start = now();
    uint64_t events = timeline_seek(t, UINT64_MAX);
    double first = now() - start;
    size_t heap = m->heap.top, held = resident() - before;
    struct timeline_statistics s = timeline_statistics(t);
    printf("%s: %.2f M events, heap %.1f MiB\n", program->name, (double)events / 1e6,
           (double)heap / 1048576);
    printf("  straight run              %8.1f ms\n", straight);
    printf("  with time travel          %8.1f ms   %zu checkpoints, one every %llu events or so\n",
           first, s.checkpoints, (unsigned long long)s.spacing);
    printf("  memory beyond the heap    %8.1f MiB  (aim: under 64)\n",
           ((double)held - (double)heap) / 1048576);

    for (int i = 0; i < SEEKS; i++) {
        start = now();
        timeline_seek(t, random_below(events));
        took[i] = now() - start;
    }
    double median = percentile(took, SEEKS, 50);
    printf("  seek anywhere, p50        %8.2f ms\n", median);
    printf("  seek anywhere, p99        %8.2f ms   (aim: under 50)\n", percentile(took, SEEKS, 99));

    for (int i = 0; i < STEPS; i++) {
        if (i % 10 == 0)
            timeline_seek(t, random_below(events));
        start = now();
        timeline_previous_stop(t);
        took[i] = now() - start;
    }
    printf("  a step back, p99          %8.2f ms\n", percentile(took, STEPS, 99));
    for (int i = 0; i < STEPS; i++) {
        start = now();
        timeline_goto_stop(t, random_below(timeline_place(t).total));
        took[i] = now() - start;
    }
    printf("  goto stop, p99            %8.2f ms\n", percentile(took, STEPS, 99));
    timeline_free(t);
    machine_free(m);
}

/* A step and its frame, all but the terminal's share: what changed is worked out, drawn, and read
 * back as cells. */
static void bench_frames(const struct builtin_scenario *scenario)
{
    static double capture[FRAMES], draw[FRAMES];
    struct source source = {0};
    struct diagnostic error = {0};
    if (!source_from_bytes(&source, scenario->name, scenario->text, scenario->len, 0, &error))
        return;
    Machine *m = program_machine(source.text, profile_default);
    struct timeline *t = timeline_new(m, NULL);
    struct stage *stage = stage_new(t, NULL, &source, scenario->name);
    struct canvas *canvas = canvas_new(ROWS, COLUMNS);
    struct grid *grid = grid_new(ROWS, COLUMNS);
    stage_set_size(stage, ROWS, COLUMNS);
    for (int i = 0; i < FRAMES; i++) {
        if (!timeline_next_stop(t))
            timeline_seek(t, 1);
        double start = now();
        stage_update(stage);
        capture[i] = now() - start;
        start = now();
        stage_draw(stage, canvas, &(struct stage_options){0});
        canvas_to_grid(canvas, grid);
        draw[i] = now() - start;
    }
    double captured = percentile(capture, FRAMES, 99), drawn = percentile(draw, FRAMES, 99);
    printf("%s, stop by stop at %dx%d\n", scenario->name, COLUMNS, ROWS);
    printf("  a frame drawn, p50        %8.2f ms   (aim: under 2)\n", percentile(draw, FRAMES, 50));
    printf("  a frame drawn, p99        %8.2f ms\n", drawn);
    printf("  a step captured, p99      %8.2f ms\n", captured);
    grid_free(grid);
    canvas_free(canvas);
    stage_free(stage);
    timeline_free(t);
    machine_free(m);
    source_free(&source);
}

/* Views of big things are windows: a frame of these should cost what one of a lesson does. */
static const char big_things[] = "d = dict.fromkeys(range(100000))\n"
                                 "a = list(range(1000000))\n"
                                 "a[500000] = 'here'\n"
                                 "d['x'] = 1\n"
                                 "a.append(2)\n"
                                 "del d[7]\n"
                                 "a.insert(0, 3)\n"
                                 "print(d.get('x'))\n";

int main(void)
{
    srand(1);
    for (const struct builtin_scenario *s = builtin_scenarios; s->name; s++)
        bench_frames(s);
    bench_frames(&(struct builtin_scenario){"big things", big_things, sizeof big_things - 1});
    for (size_t i = 0; i < sizeof programs / sizeof *programs; i++)
        bench_timeline(&programs[i]);
    return 0;
}
