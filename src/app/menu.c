#include <pyviz/app/builtin.h>
#include <pyviz/canvas/canvas.h>

#include "keymap.h"
#include "menu.h"

#include <stdio.h>
#include <string.h>

static size_t count(void)
{
    size_t n = 0;
    while (builtin_scenarios[n].name)
        n++;
    return n;
}

/* The first line of its docstring. */
static void title_of(const struct builtin_scenario *b, const char **title, size_t *n)
{
    *title = b->text;
    *n = 0;
    if (strncmp(b->text, "\"\"\"", 3) != 0)
        return;
    *title = b->text + 3;
    *n = strcspn(*title, "\n\"");
}

static void draw_row(struct canvas *c, int row, const struct builtin_scenario *b, bool chosen)
{
    enum { NAME_AT = 4, TITLE_AT = 26 };
    const char *title;
    size_t n;
    enum style style = chosen ? STYLE_CURRENT_LINE : STYLE_TEXT;
    title_of(b, &title, &n);
    if (chosen)
        canvas_fill(c, rect_make(row, 1, 1, canvas_cols(c) - 2), style);
    canvas_puts(c, row, 2, style, chosen ? "►" : " ");
    canvas_puts_clipped(c, row, NAME_AT, style, TITLE_AT - NAME_AT - 1, b->name);
    canvas_text_clipped(c, row, TITLE_AT, style, canvas_cols(c) - TITLE_AT - 2, title, n);
}

static void draw(struct screen *screen, struct canvas *c, struct grid *g, size_t at)
{
    int rows, cols;
    screen_size(screen, &rows, &cols);
    canvas_resize(c, rows, cols);
    canvas_puts(c, 0, 1, STYLE_TITLE, "pyviz");
    canvas_puts_clipped(c, 0, 9, STYLE_TEXT, cols - 18,
                        "a glass CPython: choose what to look into");
    char place[32];
    int n = snprintf(place, sizeof place, "%zu/%zu", at + 1, count());
    canvas_puts(c, 0, cols - n - 1, STYLE_TITLE, place);
    int room = rows - 4;
    size_t first = room > 0 && at >= (size_t)room ? at - (size_t)room + 1 : 0;
    for (int i = 0; i < room && builtin_scenarios[first + (size_t)i].name; i++)
        draw_row(c, 2 + i, &builtin_scenarios[first + (size_t)i], first + (size_t)i == at);
    canvas_puts_clipped(c, rows - 1, 1, STYLE_FOOTER, cols - 2,
                        "↓ ↑ choose · Enter opens · q quits · pyviz FILE.py opens a file of yours");
    canvas_to_grid(c, g);
    screen_present(screen, g);
}

/* What a key makes of the choice: 1 chosen, 0 go on, -1 left. */
static int key_pressed(const struct key *key, size_t *at)
{
    size_t n = count();
    if (key->sym == KEY_ENTER || key_is(key, ' ', 0) || key->sym == KEY_RIGHT)
        return n > 0;
    switch (keymap_action(key)) {
    case ACTION_NEXT_STATEMENT:
    case ACTION_NEXT:
        *at += *at + 1 < n;
        return 0;
    case ACTION_PREVIOUS_STATEMENT:
    case ACTION_PREVIOUS:
        *at -= *at > 0;
        return 0;
    case ACTION_FIRST:
        *at = 0;
        return 0;
    case ACTION_LAST:
    case ACTION_GO:
        *at = n ? n - 1 : 0;
        return 0;
    case ACTION_QUIT:
    case ACTION_ESCAPE:
        return keymap_action(key) == ACTION_QUIT ? -1 : 0;
    default:
        return 0;
    }
}

bool menu_choose(struct screen *screen, size_t *at, int *signal)
{
    struct canvas *c = canvas_new(1, 1);
    struct grid *g = grid_new(1, 1);
    int choice = 0;
    while (choice == 0) {
        struct screen_event event;
        draw(screen, c, g, *at);
        screen_wait(screen, -1, &event);
        if (event.kind == SCREEN_KEY) {
            choice = key_is(&event.key, 'z', KEYMOD_CTRL) ? 0 : key_pressed(&event.key, at);
            if (key_is(&event.key, 'z', KEYMOD_CTRL))
                screen_suspend(screen, true);
        } else if (event.kind == SCREEN_SUSPEND) {
            screen_suspend(screen, false);
        } else if (event.kind == SCREEN_QUIT || event.kind == SCREEN_HANGUP) {
            *signal = event.signal;
            choice = -1;
        }
    }
    grid_free(g);
    canvas_free(c);
    return choice > 0;
}
