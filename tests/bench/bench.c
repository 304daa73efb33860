/* What the glass costs: seeking in a run of a million events, and the memory for it.
 *
 * Prints one line a measurement, with the aim beside it.  Times are CPU time; the exit status
 * says nothing about them. */
#include "../unit/timeline_program.h"

#include <pyviz/machine/profile.h>
#include <pyviz/timeline/timeline.h>

#include <time.h>

enum { SEEKS = 1000, STEPS = 300 };

struct program {
    const char *name, *code;
};

/* Each makes more than a million events. */
static const struct program programs[] = {
    {"a dict that grows", "d = {}\n"
                          "for i in range(60000):\n"
                          "    d['key%d' % i] = i\n"
                          "for i in range(0, 60000, 3):\n"
                          "    del d['key%d' % i]\n"},
    {"lists of lists", "a = []\n"
                       "for i in range(60000):\n"
                       "    a.append([i, i + 1])\n"
                       "    if i % 4 == 3:\n"
                       "        a.pop(0)\n"},
    {"calls and numbers", "def f(n, total):\n"
                          "    if n == 0:\n"
                          "        return total\n"
                          "    return f(n - 1, total + n)\n"
                          "x = 0\n"
                          "for i in range(6000):\n"
                          "    x = f(15, x) % 1000003\n"},
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
    printf("  seek anywhere, p99        %8.2f ms   (aim: under 50)\n",
           percentile(took, SEEKS, 99));

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

int main(void)
{
    srand(1);
    for (size_t i = 0; i < sizeof programs / sizeof *programs; i++)
        bench_timeline(&programs[i]);
    return 0;
}
