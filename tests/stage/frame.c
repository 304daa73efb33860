/* Frames of a program, for the tests: frame FILE COLSxROWS [STOPS] [options]
 *
 * STOPS are numbers and ranges, 3,10-12; 0 is before the first event, `end` the last stop.
 *
 *   --ascii         as a terminal without UTF-8 shows it
 *   --level N       0 statements, 1 operations (the default), 2 everything
 *   --back          goes to each stop from the one after it
 *   --motion T      how much of the movement is still to come, 0 to 1
 *   --view NAME     another view;  --zoom
 *   --svg FILE, --ansi    instead of text, the last frame only; --style: its styles, a letter a
 * cell
 *   --python V      3.11, 3.12, 3.13
 *   --time          the CPU time of updating and drawing, in microseconds a frame
 *   --count         nothing but the number of stops */
#include <pyviz/base/arena.h>
#include <pyviz/base/diagnostic.h>
#include <pyviz/lang/parser.h>
#include <pyviz/lang/scenario.h>
#include <pyviz/lang/source.h>
#include <pyviz/screen/writers.h>
#include <pyviz/stage/stage.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct options {
    int cols, rows;
    const char *stops;
    bool ascii, back, ansi, styles, time, count;
    const char *svg, *python, *view;
    int level;
    struct stage_options stage;
};

static struct source source;
static struct scenario *scenario;

static Machine *load(const char *path, const char *python)
{
    static struct arena arena;
    struct diagnostic error = {0};
    struct module *tree = NULL;
    bool exact;
    struct machine_options options = {
        .profile = profile_find(python, &exact),
        .limits = {.events = 100000000,
                   .memory = (size_t)512 << 20,
                   .output = (size_t)16 << 20,
                   .recursion = 1000},
        .script = path,
    };
    Machine *m = NULL;
    if (source_load(&source, path, 0, &error) && parser_parse(&source, &arena, &tree, &error) &&
        scenario_read(&source, tree, &arena, &scenario, &error))
        m = machine_new(&options, tree, &source, &error);
    if (!m) {
        struct buffer message = {0};
        diagnostic_print(&error, &message);
        fputs(buffer_text(&message), stderr);
        exit(1);
    }
    return m;
}

static void parse(struct options *o, int argc, char **argv)
{
    sscanf(argv[2], "%dx%d", &o->cols, &o->rows);
    int i = 3;
    if (i < argc && argv[i][0] != '-')
        o->stops = argv[i++];
    for (; i < argc; i++) {
        const char *a = argv[i], *value = i + 1 < argc ? argv[i + 1] : "";
        o->ascii |= !strcmp(a, "--ascii");
        o->back |= !strcmp(a, "--back");
        o->ansi |= !strcmp(a, "--ansi");
        o->styles |= !strcmp(a, "--style");
        o->time |= !strcmp(a, "--time");
        o->count |= !strcmp(a, "--count");
        o->stage.zoom |= !strcmp(a, "--zoom");
        if (!strcmp(a, "--svg"))
            o->svg = value;
        if (!strcmp(a, "--python"))
            o->python = value;
        if (!strcmp(a, "--view"))
            o->view = value;
        if (!strcmp(a, "--level"))
            o->level = atoi(value);
        if (!strcmp(a, "--motion"))
            o->stage.motion = atof(value);
    }
}

static void print_styles(const struct grid *g)
{
    for (int r = 0; r < g->rows; r++) {
        for (int col = 0; col < g->cols; col++)
            putchar('a' + grid_cell(g, r, col)->style);
        putchar('\n');
    }
}

static void print(const struct grid *g, const struct options *o)
{
    struct buffer out = {0};
    if (o->svg) {
        FILE *f = fopen(o->svg, "w");
        writers_svg(&out, g, theme_get(THEME_DARK), NULL);
        fputs(buffer_text(&out), f);
        fclose(f);
    } else if (o->ansi) {
        writers_ansi(&out, g, theme_get(THEME_DARK), COLOUR_RGB);
        fputs(buffer_text(&out), stdout);
    } else {
        writers_text(&out, g);
        fputs(buffer_text(&out), stdout);
        if (o->styles)
            print_styles(g);
    }
    buffer_free(&out);
}

static double now_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

struct frames {
    struct timeline *timeline;
    struct stage *stage;
    struct canvas *canvas;
    struct grid *grid;
    const struct options *options;
    double update, draw, worst;
    int count;
};

static void go(struct timeline *t, uint64_t n)
{
    if (n)
        timeline_goto_stop(t, n);
    else
        timeline_seek(t, 0);
}

/* Who looks at the machine must leave it as it is. */
static void expect_untouched(const struct frames *f, uint64_t hash, uint64_t n)
{
    if (machine_hash(timeline_machine(f->timeline)) == hash)
        return;
    fflush(stdout);
    fprintf(stderr, "stop %lu: the machine is not what it was before it was drawn\n",
            (unsigned long)n);
    exit(1);
}

static void frame(struct frames *f, uint64_t n)
{
    const struct options *o = f->options;
    if (o->back) {
        go(f->timeline, n + 1);
        stage_update(f->stage);
    }
    go(f->timeline, n);
    uint64_t hash = o->time ? 0 : machine_hash(timeline_machine(f->timeline));
    double start = now_us();
    stage_update(f->stage);
    double middle = now_us();
    stage_draw(f->stage, f->canvas, &o->stage);
    canvas_to_grid(f->canvas, f->grid);
    double end = now_us();
    f->update += middle - start;
    f->draw += end - middle;
    f->worst = end - start > f->worst ? end - start : f->worst;
    f->count++;
    if (o->time)
        return;
    expect_untouched(f, hash, n);
    if (o->ascii)
        grid_to_ascii(f->grid);
    if (!o->svg)
        printf("======== %lu\n", (unsigned long)n);
    print(f->grid, o);
}

static uint64_t number(const char **at, uint64_t last)
{
    if (strncmp(*at, "end", 3) == 0) {
        *at += 3;
        return last;
    }
    char *end;
    uint64_t n = strtoull(*at, &end, 10);
    *at = end;
    return n > last ? last : n;
}

static void frames(struct timeline *t, struct stage *stage, const struct options *o)
{
    stage_set_size(stage, o->rows, o->cols);
    struct frames f = {t, stage, canvas_new(o->rows, o->cols), grid_new(o->rows, o->cols), o, 0, 0,
                       0, 0};
    uint64_t all = timeline_goto_stop(t, UINT64_MAX);
    for (const char *at = o->stops ? o->stops : "0-end"; *at; at += *at == ',') {
        uint64_t n = number(&at, all), last = n;
        if (*at == '-') {
            at++;
            last = number(&at, all);
        }
        for (; n <= last; n++)
            frame(&f, n);
    }
    if (o->time)
        printf("update %.0f us, draw %.0f us, worst frame %.0f us\n", f.update / f.count,
               f.draw / f.count, f.worst);
    grid_free(f.grid);
    canvas_free(f.canvas);
}

int main(int argc, char **argv)
{
    struct options o = {.python = "3.13", .level = LEVEL_OPERATION};
    if (argc < 3)
        return 2;
    parse(&o, argc, argv);
    Machine *m = load(argv[1], o.python);
    struct timeline *t = timeline_new(m, &(struct timeline_options){0});
    const char *name = strrchr(argv[1], '/');
    struct stage *stage = stage_new(t, scenario, &source, name ? name + 1 : argv[1]);
    stage_set_view(stage, o.view);
    struct stop_filter filter = stage_filter(stage, (enum event_level)o.level);
    timeline_set_filter(t, &filter);
    if (o.count)
        printf("%lu\n", (unsigned long)timeline_goto_stop(t, UINT64_MAX));
    else
        frames(t, stage, &o);
    stage_free(stage);
    timeline_free(t);
    machine_free(m);
    source_free(&source);
    return 0;
}
