/* libtickit owns the terminal (--backend=tickit).
 *
 * Its own flush never compares with what is there, so the grid is compared here and only what
 * changed is printed.  What the library writes when it starts are queries; their answers would come
 * among the keys, and be left for the shell if the program ends soon, so they are thrown away and
 * the capabilities that they would find out are set from the environment instead. */
#include "tickit_presenter.h"

#include <pyviz/base/buffer.h>

#include <stdlib.h>
#include <string.h>

struct presenter {
    struct terminal *terminal; /* NULL in tests */
    TickitTerm *term;
    TickitPen *pens[STYLE_COUNT];
    enum colour_depth depth;
    bool started; /* output goes to the terminal from now on */
};

/* ---- Looks ---- */

static void set_colour(TickitPen *pen, TickitPenAttr attr, const struct colour *c,
                       enum colour_depth depth)
{
    /* The index is set always: it stands for the colour where RGB is not understood. */
    bool rgb = depth == COLOUR_RGB && c->set;
    tickit_pen_set_colour_attr(pen, attr, colour_index(c, rgb ? COLOUR_256 : depth));
    if (rgb)
        tickit_pen_set_colour_attr_rgb8(pen, attr, (TickitPenRGB8){c->red, c->green, c->blue});
}

static void set_attributes(TickitPen *pen, unsigned attributes)
{
    tickit_pen_set_bool_attr(pen, TICKIT_PEN_BOLD, attributes & ATTR_BOLD);
    tickit_pen_set_int_attr(pen, TICKIT_PEN_UNDER, attributes & ATTR_UNDERLINE ? 1 : 0);
    tickit_pen_set_bool_attr(pen, TICKIT_PEN_ITALIC, attributes & ATTR_ITALIC);
    tickit_pen_set_bool_attr(pen, TICKIT_PEN_REVERSE, attributes & ATTR_REVERSE);
}

static void free_pens(struct presenter *p)
{
    for (int i = 0; i < STYLE_COUNT; i++)
        if (p->pens[i])
            tickit_pen_unref(p->pens[i]);
}

static void tickit_set_theme(struct presenter *p, const struct theme *theme)
{
    bool colour = p->depth != COLOUR_NONE && theme->colour;
    free_pens(p);
    for (int i = 0; i < STYLE_COUNT; i++) {
        struct look look = theme_look(theme, (enum style)i);
        p->pens[i] = tickit_pen_new();
        set_colour(p->pens[i], TICKIT_PEN_FG, &look.fg, colour ? p->depth : COLOUR_NONE);
        set_colour(p->pens[i], TICKIT_PEN_BG, &look.bg, colour ? p->depth : COLOUR_NONE);
        set_attributes(p->pens[i], colour ? look.attributes : look.mono_attributes);
    }
}

/* ---- Open and close ---- */

static void on_output(TickitTerm *term, const char *bytes, size_t n, void *user)
{
    (void)term;
    struct presenter *p = user;
    if (bytes && p->started && p->terminal)
        terminal_write(p->terminal, bytes, n);
}

struct presenter *tickit_presenter_new(TickitTerm *term, enum colour_depth depth)
{
    struct presenter *p = base_calloc(1, sizeof *p);
    p->term = term;
    p->depth = depth;
    tickit_set_theme(p, theme_get(THEME_MONO));
    return p;
}

void tickit_presenter_free(struct presenter *p)
{
    free_pens(p);
    tickit_term_unref(p->term);
    free(p);
}

/* The library aborts the process where one of these is missing (dch and ech it can do without). */
static const char *const needed[] = {"cup",   "cuu",   "cud",   "cuf",   "cub", "ich",
                                     "il",    "dl",    "clear", "csr",   "sgr", "sgr0",
                                     "setaf", "setab", "cnorm", "civis", NULL};

static void tell_last_will(struct presenter *p)
{
    static const char will[] = "\033[m\033[?25h\033[?1049l";
    terminal_on_death(p->terminal, will, sizeof will - 1);
}

static void enter(struct presenter *p)
{
    terminal_raw(p->terminal);
    tell_last_will(p);
    tickit_term_setctl_int(p->term, TICKIT_TERMCTL_ALTSCREEN, 1);
    tickit_term_setctl_int(p->term, TICKIT_TERMCTL_CURSORVIS, 0);
    tickit_term_clear(p->term);
    tickit_term_flush(p->term);
}

static struct presenter *tickit_open(const struct backend_options *options, const char **error)
{
    if (!terminfo_has(options->term, needed)) {
        *error = "libtickit cannot drive this kind of terminal (TERM); --backend=ncurses may";
        return NULL;
    }
    struct presenter *p = tickit_presenter_new(NULL, options->depth);
    p->terminal = options->terminal;
    p->term = tickit_term_build(&(struct TickitTermBuilder){
        .termtype = options->term,
        .output_func = on_output,
        .output_func_user = p,
        .output_buffersize = 64 * 1024,
    });
    if (!p->term) {
        *error = "libtickit cannot take this terminal";
        free_pens(p);
        free(p);
        return NULL;
    }
    tickit_term_flush(p->term); /* the queries, into nothing */
    p->started = true;
    int rows, cols;
    terminal_size(p->terminal, &rows, &cols);
    tickit_term_set_size(p->term, rows, cols);
    TickitTermCtl rgb8 = tickit_termctl_lookup("xterm.cap_rgb8");
    if (options->depth == COLOUR_RGB && (int)rgb8 != -1)
        tickit_term_setctl_int(p->term, rgb8, 1);
    enter(p);
    return p;
}

static void leave(struct presenter *p)
{
    int rows;
    tickit_term_get_size(p->term, &rows, NULL);
    tickit_term_setpen(p->term, p->pens[STYLE_TEXT]);
    tickit_term_goto(p->term, rows - 1, 0);
}

static void tickit_suspend(struct presenter *p)
{
    leave(p);
    tickit_term_pause(p->term);
    tickit_term_flush(p->term);
    terminal_on_death(p->terminal, "", 0);
    terminal_cooked(p->terminal);
}

static void tickit_resume(struct presenter *p)
{
    terminal_raw(p->terminal);
    tell_last_will(p);
    tickit_term_resume(p->term);
    tickit_term_clear(p->term);
    tickit_term_flush(p->term);
}

static void tickit_close(struct presenter *p)
{
    struct terminal *t = p->terminal;
    leave(p);
    tickit_presenter_free(p); /* the driver restores cursor and screen, and flushes */
    terminal_on_death(t, "", 0);
    terminal_cooked(t);
}

static void tickit_resize(struct presenter *p, int rows, int cols)
{
    tickit_term_set_size(p->term, rows, cols);
}

/* ---- Presenting ---- */

static void put_run(struct presenter *p, const struct grid *g, int row, int col, int end)
{
    struct buffer text = {0};
    tickit_term_goto(p->term, row, col);
    while (col < end) {
        uint8_t style = grid_cell(g, row, col)->style;
        buffer_clear(&text);
        for (; col < end && grid_cell(g, row, col)->style == style; col++)
            buffer_puts(&text, grid_cell(g, row, col)->text);
        if (text.len == 0)
            continue;
        tickit_term_setpen(p->term, p->pens[style]);
        tickit_term_printn(p->term, text.data, text.len);
    }
    buffer_free(&text);
}

static void show_cursor(struct presenter *p, const struct grid *g)
{
    if (g->cursor_row >= 0)
        tickit_term_goto(p->term, g->cursor_row, g->cursor_col);
    tickit_term_setctl_int(p->term, TICKIT_TERMCTL_CURSORVIS, g->cursor_row >= 0);
}

static void put_changes(struct presenter *p, const struct grid *now, const struct grid *before)
{
    int end;
    for (int row = 0, col = 0; grid_next_change(before, now, &row, &col, &end); col = end)
        put_run(p, now, row, col, end);
}

static void tickit_present(struct presenter *p, const struct grid *now, const struct grid *before)
{
    if (before) {
        put_changes(p, now, before);
    } else {
        struct grid *blank = grid_new(now->rows, now->cols);
        tickit_term_setpen(p->term, p->pens[STYLE_TEXT]);
        tickit_term_clear(p->term);
        put_changes(p, now, blank);
        grid_free(blank);
    }
    show_cursor(p, now);
    tickit_term_flush(p->term);
}

const struct backend backend_tickit = {
    .name = "tickit",
    .open = tickit_open,
    .close = tickit_close,
    .set_theme = tickit_set_theme,
    .present = tickit_present,
    .resize = tickit_resize,
    .suspend = tickit_suspend,
    .resume = tickit_resume,
};
