/* A screen shows grids and gives back what the user does.
 *
 * Three backends, one behaviour: ncurses (the default), tickit (--backend=tickit), and memory,
 * which is no terminal at all: tests feed it keys and a clock and read what it shows.
 *
 * Invariants: only what differs from the frame shown before is sent; after screen_open fails, and
 * after screen_close, the terminal is as it was found; while nothing happens and no timeout is
 * asked for, the process sleeps. */
#ifndef PYVIZ_SCREEN_SCREEN_H
#define PYVIZ_SCREEN_SCREEN_H

#include <pyviz/canvas/grid.h>
#include <pyviz/canvas/theme.h>
#include <pyviz/screen/colour.h>
#include <pyviz/screen/input.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum screen_backend { SCREEN_NCURSES, SCREEN_TICKIT, SCREEN_MEMORY };

struct screen_options {
    enum screen_backend backend;
    const struct theme *theme; /* NULL: the one that suits the colours (colour_theme) */
    enum colour_depth depth;
    bool ascii;        /* --ascii, or colour_locale_is_ascii() */
    bool mouse;        /* --mouse: otherwise people can select text */
    int in_fd, out_fd; /* -1: see terminal_open */
    int rows, cols;    /* of a memory screen */
};

enum screen_event_kind {
    SCREEN_TICK,    /* the timeout passed */
    SCREEN_KEY,     /* key */
    SCREEN_RESIZE,  /* the size may have changed: ask, lay out, present */
    SCREEN_SUSPEND, /* SIGTSTP from outside: call screen_suspend.  Ctrl-Z is a key */
    SCREEN_QUIT,    /* signal: TERM, INT or QUIT.  Close, save, then terminal_die(signal) */
    SCREEN_HANGUP,  /* the terminal is gone; the same, signal is SIGHUP */
};

struct screen_event {
    enum screen_event_kind kind;
    struct key key;
    int signal;
};

struct screen;

/* The options that the environment suggests: ncurses, colours and locale found out, no mouse.  Call
 * setlocale(LC_ALL, "") first. */
struct screen_options screen_options_default(void);
/* Takes over the terminal.  NULL, with a sentence in *error (static, or valid until the next call),
 * if there is no terminal or this backend cannot drive it. */
struct screen *screen_open(const struct screen_options *options, const char **error);
void screen_close(struct screen *s);

/* In cells, as of the last resize that was heard of. */
void screen_size(const struct screen *s, int *rows, int *cols);
/* Shows a frame.  One that is smaller or larger than the screen is cut, or stands in its corner. */
void screen_present(struct screen *s, const struct grid *g);
/* Ctrl-L: forgets what is on the terminal, so that the next frame is sent whole. */
void screen_redraw(struct screen *s);
/* Another theme from the next frame on. */
void screen_set_theme(struct screen *s, const struct theme *theme);
/* Gives the terminal back, stops the process (with its group if the user pressed Ctrl-Z: `group`),
 * and takes the terminal again when it is continued.  The frame is shown again as it was; ask for
 * the size. */
void screen_suspend(struct screen *s, bool group);

/* Waits for what comes next, at most timeout_ms (-1: for ever, 0: not at all).  Keys come before
 * SCREEN_TICK, signals before keys, and any number of resizes as one. */
void screen_wait(struct screen *s, int timeout_ms, struct screen_event *event);
/* True if screen_wait would return something else than SCREEN_TICK at once: what an animation or a
 * long seek asks, to give way. */
bool screen_pending(struct screen *s);

/* Memory screens only: the bytes of keys to come, the clock going on by ms, a new size, and the
 * frame shown, NULL before the first.  screen_wait never sleeps there: it moves the clock by its
 * timeout, and with none to wait for and no keys left it reports a hangup, as at the end of a file.
 */
void screen_memory_feed(struct screen *s, const char *bytes, size_t n);
void screen_memory_advance(struct screen *s, int ms);
void screen_memory_resize(struct screen *s, int rows, int cols);
const struct grid *screen_memory_shown(const struct screen *s);

#endif
