/* The part that all backends share: which frame stands where, events in their order, suspending.
 * The memory backend is here whole: it is this part without a presenter. */
#include <pyviz/screen/screen.h>

#include "backend.h"

#include <pyviz/base/buffer.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct screen {
    const struct backend *backend; /* NULL: memory */
    struct presenter *presenter;
    struct terminal *terminal;
    struct input *input;
    bool ascii, mouse;
    int rows, cols;
    struct grid *next, *shown;
    bool shown_valid; /* `shown` is what stands on the terminal */
    unsigned flags;   /* TERMINAL_..., seen and not reported yet */
    int64_t clock;    /* memory: milliseconds */
    bool ever_shown;
};

/* ---- Open and close ---- */

struct screen_options screen_options_default(void)
{
    struct colour_hints hints = colour_hints_from_environment(COLOUR_AUTO);
    return (struct screen_options){.backend = SCREEN_NCURSES,
                                   .depth = colour_depth(&hints),
                                   .ascii = colour_locale_is_ascii(),
                                   .in_fd = -1,
                                   .out_fd = -1};
}

static void set_size(struct screen *s, int rows, int cols)
{
    s->rows = rows < 1 ? 1 : rows;
    s->cols = cols < 1 ? 1 : cols;
    s->shown_valid = false;
}

static bool open_terminal(struct screen *s, const struct screen_options *o, const char **error)
{
    static const char *const mouse_needed[] = {"kmous", NULL};
    const char *term = getenv("TERM");
    if (!term || !*term) {
        *error = "TERM is not set, so the kind of terminal is unknown";
        return false;
    }
    s->terminal = terminal_open(o->in_fd, o->out_fd, error);
    if (!s->terminal)
        return false;
    s->backend = o->backend == SCREEN_TICKIT ? &backend_tickit : &backend_ncurses;
    s->presenter = s->backend->open(
        &(struct backend_options){.terminal = s->terminal, .term = term, .depth = o->depth}, error);
    if (!s->presenter) {
        terminal_close(s->terminal);
        return false;
    }
    int rows, cols;
    terminal_size(s->terminal, &rows, &cols);
    set_size(s, rows, cols);
    s->backend->resize(s->presenter, s->rows, s->cols);
    s->input = input_new(term);
    s->mouse = o->mouse && terminfo_has(term, mouse_needed);
    terminal_mouse(s->terminal, s->mouse);
    return true;
}

struct screen *screen_open(const struct screen_options *options, const char **error)
{
    const char *ignored;
    struct screen *s = base_calloc(1, sizeof *s);
    s->ascii = options->ascii;
    if (options->backend == SCREEN_MEMORY) {
        s->input = input_new("xterm");
        set_size(s, options->rows, options->cols);
    } else if (!open_terminal(s, options, error ? error : &ignored)) {
        free(s);
        return NULL;
    }
    s->next = grid_new(s->rows, s->cols);
    s->shown = grid_new(s->rows, s->cols);
    enum theme_name suits = colour_theme(options->depth, getenv("COLORFGBG"));
    screen_set_theme(s, options->theme ? options->theme : theme_get(suits));
    return s;
}

void screen_close(struct screen *s)
{
    if (!s)
        return;
    if (s->backend) {
        terminal_mouse(s->terminal, false);
        s->backend->close(s->presenter);
        terminal_close(s->terminal);
    }
    input_free(s->input);
    grid_free(s->next);
    grid_free(s->shown);
    free(s);
}

/* ---- Frames ---- */

void screen_size(const struct screen *s, int *rows, int *cols)
{
    *rows = s->rows;
    *cols = s->cols;
}

/* Copies what of g fits; a wide character that the edge cuts is left out. */
static void fit(struct grid *dst, const struct grid *g)
{
    int rows = g->rows < dst->rows ? g->rows : dst->rows;
    int cols = g->cols < dst->cols ? g->cols : dst->cols;
    grid_clear(dst);
    for (int row = 0; row < rows; row++) {
        memcpy(grid_at(dst, row, 0), grid_cell(g, row, 0), (size_t)cols * sizeof(struct cell));
        struct cell *last = grid_at(dst, row, cols - 1);
        if (last->width == 2)
            grid_set(dst, row, cols - 1, " ", 1, 1, (enum style)last->style);
    }
    if (g->cursor_row < rows && g->cursor_col < cols) {
        dst->cursor_row = g->cursor_row;
        dst->cursor_col = g->cursor_col;
    }
}

void screen_present(struct screen *s, const struct grid *g)
{
    if (s->next->rows != s->rows || s->next->cols != s->cols)
        grid_resize(s->next, s->rows, s->cols);
    fit(s->next, g);
    if (s->ascii)
        grid_to_ascii(s->next);
    if (s->shown_valid && grid_equal(s->next, s->shown))
        return;
    if (s->backend)
        s->backend->present(s->presenter, s->next, s->shown_valid ? s->shown : NULL);
    struct grid *shown = s->next;
    s->next = s->shown;
    s->shown = shown;
    s->shown_valid = s->ever_shown = true;
}

void screen_redraw(struct screen *s)
{
    s->shown_valid = false;
}

void screen_set_theme(struct screen *s, const struct theme *theme)
{
    if (s->backend)
        s->backend->set_theme(s->presenter, theme);
    s->shown_valid = false;
}

/* ---- Suspending ---- */

static void follow_size(struct screen *s)
{
    int rows, cols;
    terminal_size(s->terminal, &rows, &cols);
    set_size(s, rows, cols);
    s->backend->resize(s->presenter, s->rows, s->cols);
}

static void leave(struct screen *s)
{
    terminal_mouse(s->terminal, false);
    s->backend->suspend(s->presenter);
}

static void enter(struct screen *s)
{
    s->backend->resume(s->presenter);
    terminal_mouse(s->terminal, s->mouse);
    follow_size(s);
}

/* The frame that stood there before, so that nothing is black until the next one comes. */
static void show_again(struct screen *s)
{
    if (s->ever_shown && s->shown->rows == s->rows && s->shown->cols == s->cols) {
        s->backend->present(s->presenter, s->shown, NULL);
        s->shown_valid = true;
    }
}

void screen_suspend(struct screen *s, bool group)
{
    if (!s->backend)
        return;
    leave(s);
    terminal_stop(s->terminal, group);
    enter(s);
    show_again(s);
}

/* ---- Events ---- */

static int64_t now(const struct screen *s)
{
    struct timespec t;
    if (!s->backend)
        return s->clock;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Moves bytes from the terminal to the decoder, and remembers signals. */
static void gather(struct screen *s, int timeout_ms)
{
    char bytes[4096];
    if (!s->backend)
        return;
    unsigned flags = terminal_poll(s->terminal, timeout_ms);
    if (flags & TERMINAL_INPUT) {
        long n = terminal_read(s->terminal, bytes, sizeof bytes);
        if (n > 0)
            input_push(s->input, bytes, (size_t)n, now(s));
        else if (n < 0)
            flags |= TERMINAL_HANGUP;
    }
    s->flags |= flags & ~(unsigned)TERMINAL_INPUT;
}

static bool take(struct screen *s, unsigned flag)
{
    bool set = s->flags & flag;
    s->flags &= ~flag;
    return set;
}

/* Someone stopped the process without asking (SIGSTOP), and the shell has had the terminal since.
 */
static void take_back(struct screen *s)
{
    leave(s);
    enter(s);
}

static bool signal_event(struct screen *s, struct screen_event *event)
{
    if (s->flags & (TERMINAL_HANGUP | TERMINAL_QUIT)) { /* they stay: the program is to end */
        event->kind = s->flags & TERMINAL_HANGUP ? SCREEN_HANGUP : SCREEN_QUIT;
        event->signal = s->backend ? terminal_signal(s->terminal) : SIGHUP;
    } else if (take(s, TERMINAL_RESUMED)) {
        s->flags &= ~(unsigned)TERMINAL_RESIZED;
        take_back(s);
        event->kind = SCREEN_RESIZE;
    } else if (take(s, TERMINAL_RESIZED)) {
        if (s->backend)
            follow_size(s);
        event->kind = SCREEN_RESIZE;
    } else if (take(s, TERMINAL_STOP)) {
        event->kind = SCREEN_SUSPEND;
    } else {
        return false;
    }
    return true;
}

static bool key_event(struct screen *s, struct screen_event *event)
{
    event->kind = SCREEN_KEY;
    return input_next(s->input, now(s), &event->key);
}

static int sooner(int a, int b)
{
    return a < 0 ? b : b < 0 ? a : a < b ? a : b;
}

/* Until the deadline (-1: none), or until the decoder knows more; false if nothing can ever come.
 */
static bool sleep_until(struct screen *s, int64_t deadline)
{
    int64_t left = deadline < 0 ? -1 : deadline - now(s);
    int ms = sooner(left > INT32_MAX ? INT32_MAX : (int)left, input_timeout(s->input, now(s)));
    if (s->backend)
        gather(s, ms);
    else if (ms < 0)
        return false;
    else
        s->clock += ms;
    return true;
}

void screen_wait(struct screen *s, int timeout_ms, struct screen_event *event)
{
    int64_t deadline = timeout_ms < 0 ? -1 : now(s) + timeout_ms;
    *event = (struct screen_event){.kind = SCREEN_TICK};
    gather(s, 0);
    while (!signal_event(s, event) && !key_event(s, event)) {
        event->kind = SCREEN_TICK;
        if (deadline >= 0 && now(s) >= deadline)
            return;
        if (!sleep_until(s, deadline))
            s->flags |= TERMINAL_HANGUP;
    }
}

bool screen_pending(struct screen *s)
{
    gather(s, 0);
    return s->flags != 0 || input_timeout(s->input, now(s)) == 0;
}

/* ---- Memory ---- */

void screen_memory_feed(struct screen *s, const char *bytes, size_t n)
{
    input_push(s->input, bytes, n, s->clock);
}

void screen_memory_advance(struct screen *s, int ms)
{
    s->clock += ms;
}

void screen_memory_resize(struct screen *s, int rows, int cols)
{
    set_size(s, rows, cols);
    s->flags |= TERMINAL_RESIZED;
}

const struct grid *screen_memory_shown(const struct screen *s)
{
    return s->ever_shown ? s->shown : NULL;
}
