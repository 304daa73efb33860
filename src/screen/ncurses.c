/* ncurses owns the terminal: terminfo, termios, diffing, every TERM.  The one file that knows
 * curses.
 *
 * ncurses never reads: keys are the decoder's (input.c).  It never sees a signal either, for
 * handlers are in place before newterm, which leaves those alone.  Its keypad mode stays off; the
 * decoder understands arrows in both modes, and a mode that is never set needs no restoring. */
#include "backend.h"

#include <pyviz/base/buffer.h>
#include <pyviz/base/utf8.h>

#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

struct presenter {
    struct terminal *terminal;
    SCREEN *screen;
    FILE *in, *out;
    enum colour_depth depth;
    attr_t attributes[STYLE_COUNT];
    bool pairs; /* style s has the colour pair s + 1 */
    cchar_t *cells;
    size_t cells_cap;
};

/* ---- terminfo ---- */

/* Looks a terminal type up beside the one that newterm may have in use: hands that back, for
 * forget_terminfo. */
static bool load_terminfo(const char *term, TERMINAL **in_use)
{
    int found;
    *in_use = set_curterm(NULL);
    return term && *term && setupterm(term, STDOUT_FILENO, &found) == OK;
}

static void forget_terminfo(TERMINAL *in_use)
{
    TERMINAL *looked_up = set_curterm(in_use);
    if (looked_up)
        del_curterm(looked_up);
}

int terminfo_colours(const char *term)
{
    TERMINAL *in_use;
    int colours = load_terminfo(term, &in_use) ? tigetnum("colors") : -1;
    forget_terminfo(in_use);
    return colours;
}

static const char *capability(const char *name)
{
    const char *value = tigetstr(name);
    return value == (char *)-1 ? NULL : value;
}

bool terminfo_has(const char *term, const char *const *capabilities)
{
    TERMINAL *in_use;
    bool all = load_terminfo(term, &in_use);
    for (; all && *capabilities; capabilities++)
        all = capability(*capabilities) != NULL;
    forget_terminfo(in_use);
    return all;
}

static struct buffer collected; /* tputs hands its bytes to a function without an argument for us */

static int collect(int byte)
{
    buffer_putc(&collected, (char)byte);
    return byte;
}

/* What brings the terminal back without ncurses: looks, colours, cursor, keypad, alternate screen;
 * where there is none of that, a line below the frame. */
static void tell_last_will(struct presenter *p)
{
    static const char *const names[] = {"sgr0", "op", "cnorm", "rmkx", "rmcup"};
    buffer_clear(&collected);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (capability(names[i]))
            tputs(capability(names[i]), 1, collect);
    if (!capability("rmcup")) {
        tputs(tiparm(capability("cup"), LINES - 1, 0), 1, collect);
        buffer_puts(&collected, "\r\n");
    }
    terminal_on_death(p->terminal, buffer_text(&collected), collected.len);
    buffer_free(&collected);
}

/* ---- Looks ---- */

/* What this terminal can show of the depth asked for. */
static enum colour_depth real_depth(enum colour_depth wanted)
{
    if (wanted == COLOUR_NONE || !has_colors() || COLORS < 8)
        return COLOUR_NONE;
    enum colour_depth own = COLORS >= 1 << 24 ? COLOUR_RGB
                            : COLORS >= 256   ? COLOUR_256
                            : COLORS >= 16    ? COLOUR_16
                                              : COLOUR_8;
    if (own == COLOUR_RGB) /* direct colour: numbers from 8 up are RGB, whatever was asked for */
        return COLOUR_RGB;
    return wanted < own ? wanted : own;
}

static attr_t attributes_of(unsigned attributes)
{
    return (attributes & ATTR_BOLD ? A_BOLD : 0) | (attributes & ATTR_UNDERLINE ? A_UNDERLINE : 0) |
           (attributes & ATTR_REVERSE ? A_REVERSE : 0) | (attributes & ATTR_ITALIC ? A_ITALIC : 0);
}

static void ncurses_set_theme(struct presenter *p, const struct theme *theme)
{
    p->pairs = p->depth != COLOUR_NONE && theme->colour;
    for (int i = 0; i < STYLE_COUNT; i++) {
        struct look look = theme_look(theme, (enum style)i);
        p->attributes[i] = attributes_of(p->pairs ? look.attributes : look.mono_attributes);
        if (p->pairs)
            init_extended_pair(i + 1, colour_index(&look.fg, p->depth),
                               colour_index(&look.bg, p->depth));
    }
}

/* ---- Open and close ---- */

static void start_colours(struct presenter *p)
{
    p->depth = COLOUR_NONE;
    if (has_colors() && start_color() == OK)
        p->depth = use_default_colors() == OK ? COLOUR_RGB : COLOUR_NONE;
}

static void set_modes(void)
{
    raw();
    noecho();
    nonl();
    typeahead(-1);
    scrollok(stdscr, FALSE);
    leaveok(stdscr, FALSE);
    curs_set(0);
}

static void free_presenter(struct presenter *p)
{
    if (p->in)
        fclose(p->in);
    if (p->out)
        fclose(p->out);
    free(p->cells);
    free(p);
}

static FILE *stream(int fd, const char *mode)
{
    int copy = dup(fd);
    FILE *f = copy < 0 ? NULL : fdopen(copy, mode);
    if (!f && copy >= 0)
        close(copy);
    return f;
}

static struct presenter *ncurses_open(const struct backend_options *options, const char **error)
{
    static const char *const needed[] = {"cup", "clear", NULL};
    if (!terminfo_has(options->term, needed)) {
        *error = "this kind of terminal (TERM) is unknown, or cannot move its cursor";
        return NULL;
    }
    struct presenter *p = base_calloc(1, sizeof *p);
    p->terminal = options->terminal;
    p->in = stream(terminal_input_fd(p->terminal), "r");
    p->out = stream(terminal_output_fd(p->terminal), "w");
    p->screen = p->in && p->out ? newterm(options->term, p->out, p->in) : NULL;
    if (!p->screen) {
        *error = "ncurses cannot take this terminal";
        free_presenter(p);
        return NULL;
    }
    tell_last_will(p); /* newterm has switched to the alternate screen already */
    start_colours(p);
    p->depth = p->depth == COLOUR_NONE ? COLOUR_NONE : real_depth(options->depth);
    set_modes();
    return p;
}

static void ncurses_suspend(struct presenter *p)
{
    endwin();
    terminal_on_death(p->terminal, "", 0);
    terminal_cooked(p->terminal);
}

static void ncurses_resume(struct presenter *p)
{
    tell_last_will(p);
    clearok(curscr, TRUE);
    doupdate();
}

static void ncurses_close(struct presenter *p)
{
    ncurses_suspend(p);
    delscreen(p->screen);
    free_presenter(p);
}

static void ncurses_resize(struct presenter *p, int rows, int cols)
{
    (void)p;
    resize_term(rows, cols);
    clearok(curscr, TRUE);
}

/* ---- Presenting ---- */

/* The code points of a cell as wide characters.  Where the C library's idea of the width differs,
 * what follows would stand in another column, so it is replaced. */
static void wide_text(const struct cell *cell, wchar_t wide[CCHARW_MAX + 1])
{
    size_t len = strlen(cell->text), n = 0;
    for (size_t i = 0; i < len && n < CCHARW_MAX;) {
        int32_t code_point;
        i += utf8_decode(cell->text + i, len - i, false, &code_point);
        wchar_t c = (wchar_t)code_point;
        if (n == 0 && wcwidth(c) != cell->width)
            c = cell->width == 2 ? L'\uff1f' : L'\ufffd'; /* ？ is wide everywhere */
        if (n > 0 && wcwidth(c) != 0)
            continue;
        wide[n++] = c;
    }
    wide[n] = L'\0';
}

static void convert(const struct presenter *p, const struct cell *cell, cchar_t *out)
{
    wchar_t wide[CCHARW_MAX + 1];
    short pair = p->pairs ? (short)(cell->style + 1) : 0;
    wide_text(cell, wide);
    if (setcchar(out, wide, p->attributes[cell->style], pair, NULL) != OK)
        setcchar(out, L"?", p->attributes[cell->style], pair, NULL);
}

static void put_run(struct presenter *p, const struct grid *g, int row, int col, int end)
{
    int n = 0, room = getmaxx(stdscr);
    if (row >= getmaxy(stdscr))
        return;
    for (int i = col; i < end && i < room; i++) {
        const struct cell *cell = grid_cell(g, row, i);
        if (cell->width > 0)
            convert(p, cell, &p->cells[n++]);
    }
    mvwadd_wchnstr(stdscr, row, col, p->cells, n);
}

static void reserve_cells(struct presenter *p, size_t cols)
{
    if (cols > p->cells_cap)
        p->cells = base_realloc(p->cells, (p->cells_cap = cols) * sizeof *p->cells);
}

static void show_cursor(const struct grid *g)
{
    if (g->cursor_row >= 0) {
        move(g->cursor_row, g->cursor_col);
        curs_set(1);
    } else {
        curs_set(0);
    }
}

static void ncurses_present(struct presenter *p, const struct grid *now, const struct grid *before)
{
    reserve_cells(p, (size_t)now->cols);
    if (before) {
        int end;
        for (int row = 0, col = 0; grid_next_change(before, now, &row, &col, &end); col = end)
            put_run(p, now, row, col, end);
    } else {
        werase(stdscr);
        clearok(curscr, TRUE);
        for (int row = 0; row < now->rows; row++)
            put_run(p, now, row, 0, now->cols);
    }
    show_cursor(now);
    wrefresh(stdscr);
}

const struct backend backend_ncurses = {
    .name = "ncurses",
    .open = ncurses_open,
    .close = ncurses_close,
    .set_theme = ncurses_set_theme,
    .present = ncurses_present,
    .resize = ncurses_resize,
    .suspend = ncurses_suspend,
    .resume = ncurses_resume,
};
