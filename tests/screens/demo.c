/* A screen with one of everything, to be driven by hand or in tmux: boxes, wide and combining
 * characters, every style; the last row says the size, the last key and a count, so that a script
 * can wait for it.
 *
 *     demo [--backend=ncurses|tickit] [--theme=NAME] [--depth=none|8|16|256|rgb] [--ascii]
 * [--mouse]
 *          [--frames=N]      N whole frames and N small changes as fast as possible, times on
 * stderr
 *          [--busy]          never comes back to wait once a key was pressed
 *          [--crash]         `c` writes through a null pointer, on a small stack of its own
 */
#include <pyviz/canvas/canvas.h>
#include <pyviz/screen/screen.h>
#include <pyviz/screen/terminal.h>

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <ucontext.h>

struct demo {
    struct canvas *canvas;
    struct grid *grid;
    struct screen *screen;
    char last[64];
    int count, theme;
    bool busy;
};

static void draw_styles(struct canvas *c)
{
    for (int i = 0; i < STYLE_COUNT; i++)
        canvas_chip(c, 1 + i / 4, 2 + i % 4 * 19, 18, (enum style)i, style_name((enum style)i));
}

static void draw_boxes(struct canvas *c)
{
    for (int line = LINE_SINGLE; line <= LINE_THICK; line++) {
        struct rect box = rect_make(8, 2 + (line - 1) * 26, 5, 25);
        canvas_box(c, box, STYLE_TEXT, (enum line)line);
        canvas_vline(c, box.row, box.row + 4, box.col + 12, STYLE_TEXT, (enum line)line);
        canvas_hline(c, box.row + 2, box.col, box.col + 24, STYLE_TEXT, (enum line)line);
    }
    canvas_puts(c, 9, 4, STYLE_ADDED, "+ 1");
    canvas_puts(c, 9, 30, STYLE_TEXT, "漢字 é");
    canvas_puts(c, 9, 56, STYLE_TEXT, "e\xcc\x81 ♥ 👍");
    canvas_puts(c, 11, 4, STYLE_TEXT, "esc \033[31m\t\xff");
    canvas_puts(c, 13, 2, STYLE_TEXT, "► ◄ † · ■ ▁▂▃▄▅▆▇█ → ← ↑ ↓ ● ○ … ∞ » ╱╲");
}

static void draw(struct demo *d)
{
    struct canvas *c = d->canvas;
    int rows, cols;
    screen_size(d->screen, &rows, &cols);
    canvas_resize(c, rows, cols);
    canvas_puts(c, 0, 0, STYLE_TITLE, "pyviz demo");
    draw_styles(c);
    draw_boxes(c);
    canvas_box(c, rect_make(14, 0, rows - 15, cols), STYLE_HEADER, LINE_SINGLE);
    canvas_fill(c, rect_make(rows - 1, 0, 1, cols), STYLE_FOOTER);
    canvas_printf(c, rows - 1, 0, STYLE_FOOTER, "[%dx%d] key %s count %d.", cols, rows, d->last,
                  d->count);
    canvas_to_grid(c, d->grid);
    screen_present(d->screen, d->grid);
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void bench(struct demo *d, int frames)
{
    double drawing = 0, sending = 0;
    for (int i = 0; i < frames; i++) {
        double a = seconds();
        canvas_clear(d->canvas);
        for (int row = 0; row < d->grid->rows; row++)
            for (int col = 0; col + 10 <= d->grid->cols; col += 10)
                canvas_printf(d->canvas, row, col, (enum style)((row + col / 10 + i) % STYLE_COUNT),
                              "%9d", i * 7 + row * col);
        canvas_to_grid(d->canvas, d->grid);
        double b = seconds();
        screen_present(d->screen, d->grid);
        drawing += b - a;
        sending += seconds() - b;
    }
    double small = 0;
    for (int i = 0; i < frames; i++) {
        char digit = (char)('0' + i % 10);
        grid_set(d->grid, 2, 5, &digit, 1, 1, STYLE_TEXT);
        double b = seconds();
        screen_present(d->screen, d->grid);
        small += seconds() - b;
    }
    screen_close(d->screen);
    fprintf(stderr, "draw and read back %.2f ms, present all %.2f ms, present a digit %.3f ms\n",
            drawing / frames * 1e3, sending / frames * 1e3, small / frames * 1e3);
    exit(0);
}

static char small_stack[32 * 1024];
static ucontext_t here, there;

static void write_nowhere(void)
{
    volatile int *volatile nowhere = NULL;
    *nowhere = 1;
}

static void crash(void)
{
    getcontext(&there);
    there.uc_stack.ss_sp = small_stack;
    there.uc_stack.ss_size = sizeof small_stack;
    there.uc_link = &here;
    makecontext(&there, write_nowhere, 0);
    swapcontext(&here, &there);
}

/* Returns false at the end. */
static bool handle(struct demo *d, const struct screen_event *event)
{
    d->count++;
    switch (event->kind) {
    case SCREEN_KEY:
        key_name(&event->key, d->last, sizeof d->last);
        break;
    case SCREEN_RESIZE:
        strcpy(d->last, "(resize)");
        return true;
    case SCREEN_SUSPEND:
        screen_suspend(d->screen, false);
        strcpy(d->last, "(resumed)");
        return true;
    case SCREEN_QUIT:
    case SCREEN_HANGUP:
        return false;
    default:
        return true;
    }
    if (d->busy)
        for (volatile unsigned long i = 0;; i++)
            ;
    if (key_is(&event->key, 'z', KEYMOD_CTRL))
        screen_suspend(d->screen, true);
    else if (key_is(&event->key, 'l', KEYMOD_CTRL))
        screen_redraw(d->screen);
    else if (key_is(&event->key, 't', 0))
        screen_set_theme(d->screen, theme_get((enum theme_name)(++d->theme % THEME_COUNT)));
    else if (key_is(&event->key, 'c', 0))
        crash();
    return !key_is(&event->key, 'q', 0) && !key_is(&event->key, 'c', KEYMOD_CTRL);
}

static const char *option(int argc, char **argv, const char *name)
{
    for (int i = 1; i < argc; i++)
        if (strncmp(argv[i], name, strlen(name)) == 0)
            return argv[i] + strlen(name);
    return NULL;
}

static enum colour_depth parse_depth(const char *s)
{
    return strcmp(s, "none") == 0  ? COLOUR_NONE
           : strcmp(s, "8") == 0   ? COLOUR_8
           : strcmp(s, "16") == 0  ? COLOUR_16
           : strcmp(s, "256") == 0 ? COLOUR_256
                                   : COLOUR_RGB;
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    struct screen_options options = screen_options_default();
    const char *value, *error;
    if ((value = option(argc, argv, "--backend=")) && strcmp(value, "tickit") == 0)
        options.backend = SCREEN_TICKIT;
    if ((value = option(argc, argv, "--theme=")))
        options.theme = theme_find(value);
    if ((value = option(argc, argv, "--depth=")))
        options.depth = parse_depth(value);
    options.ascii = options.ascii || option(argc, argv, "--ascii");
    options.mouse = option(argc, argv, "--mouse") != NULL;

    struct demo d = {.busy = option(argc, argv, "--busy") != NULL, .last = "(none)"};
    d.screen = screen_open(&options, &error);
    if (!d.screen) {
        fprintf(stderr, "demo: %s\n", error);
        return 2;
    }
    d.canvas = canvas_new(1, 1);
    d.grid = grid_new(1, 1);
    struct screen_event event = {.kind = SCREEN_TICK};
    draw(&d);
    if ((value = option(argc, argv, "--frames=")))
        bench(&d, atoi(value));
    do {
        draw(&d);
        screen_wait(d.screen, -1, &event);
    } while (handle(&d, &event));
    screen_close(d.screen);
    canvas_free(d.canvas);
    grid_free(d.grid);
    if (event.kind == SCREEN_QUIT || event.kind == SCREEN_HANGUP)
        terminal_die(event.signal);
    return 0;
}
