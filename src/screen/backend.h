/* What stands behind a screen: a table of functions, one table for each library that can own a
 * terminal.  screen.c has done the common part: the grid is complete, of the terminal's size, and
 * already ASCII if it must be.
 *
 * This header is included by the one file that knows curses, so it includes nothing whose names
 * clash with curses's macros (input.h does). */
#ifndef PYVIZ_SCREEN_BACKEND_H
#define PYVIZ_SCREEN_BACKEND_H

#include <pyviz/canvas/grid.h>
#include <pyviz/canvas/theme.h>
#include <pyviz/screen/colour.h>
#include <pyviz/screen/terminal.h>

#include <stdbool.h>

struct presenter; /* each backend's own */

struct backend_options {
    struct terminal *terminal;
    const char *term; /* TERM, not empty */
    enum colour_depth depth;
};

struct backend {
    const char *name;
    /* Takes the terminal: raw mode, alternate screen, cursor hidden, and tells terminal_on_death
     * how to undo it.  NULL with a sentence in *error if this terminal type cannot be driven. */
    struct presenter *(*open)(const struct backend_options *options, const char **error);
    /* Gives the terminal back, and the memory. */
    void (*close)(struct presenter *p);
    /* The looks of the frames to come. */
    void (*set_theme)(struct presenter *p, const struct theme *theme);
    /* Shows `now`.  before is what stands on the terminal, of the same size, or NULL if that is not
     * known: then everything is sent. */
    void (*present)(struct presenter *p, const struct grid *now, const struct grid *before);
    /* The terminal has that size from now on; its contents are unknown. */
    void (*resize)(struct presenter *p, int rows, int cols);
    /* Gives the terminal back for a while, and takes it again. */
    void (*suspend)(struct presenter *p);
    void (*resume)(struct presenter *p);
};

extern const struct backend backend_ncurses, backend_tickit;

/* What terminfo says about a terminal type: its colours, -1 if nothing is known. */
int terminfo_colours(const char *term);
/* True if terminfo has all of these string capabilities (a NULL ends the list). */
bool terminfo_has(const char *term, const char *const *capabilities);

#endif
