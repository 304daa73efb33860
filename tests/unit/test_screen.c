/* What all screens share, on the memory backend; the tickit presenter on a mock terminal; colours.
 */
#include <pyviz/canvas/canvas.h>
#include <pyviz/screen/colour.h>
#include <pyviz/screen/screen.h>

#include "../../src/screen/tickit_presenter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <tickit-mockterm.h>

static struct screen *memory(int rows, int cols, bool ascii)
{
    const char *error = NULL;
    struct screen_options options = {
        .backend = SCREEN_MEMORY, .ascii = ascii, .rows = rows, .cols = cols};
    struct screen *s = screen_open(&options, &error);
    assert_non_null(s);
    assert_null(error);
    return s;
}

static struct grid *drawn(int rows, int cols, const char *text)
{
    struct canvas *c = canvas_new(rows, cols);
    struct grid *g = grid_new(1, 1);
    canvas_box(c, rect_make(0, 0, rows, cols), STYLE_HEADER, LINE_SINGLE);
    canvas_puts(c, 1, 1, STYLE_ADDED, text);
    canvas_to_grid(c, g);
    canvas_free(c);
    return g;
}

static void check_shown(const struct screen *s, const char *expected)
{
    struct buffer b = {0};
    grid_text(screen_memory_shown(s), &b);
    assert_string_equal(buffer_text(&b), expected);
    buffer_free(&b);
}

static void feed(struct screen *s, const char *bytes)
{
    screen_memory_feed(s, bytes, strlen(bytes));
}

static void test_present(void **state)
{
    (void)state;
    struct screen *s = memory(3, 6, false);
    struct grid *g = drawn(3, 6, "漢字");
    assert_null(screen_memory_shown(s));
    screen_present(s, g);
    check_shown(s, "┌────┐\n│漢字│\n└────┘\n");
    grid_free(g);
    screen_close(s);
}

static void test_ascii(void **state)
{
    (void)state;
    struct screen *s = memory(3, 6, true);
    struct grid *g = drawn(3, 6, "é·►…");
    screen_present(s, g);
    check_shown(s, "+----+\n|e.>.|\n+----+\n");
    assert_string_equal(grid_cell(g, 0, 0)->text, "┌"); /* the caller's grid is as it was */
    grid_free(g);
    screen_close(s);
}

static void test_frames_of_another_size(void **state)
{
    (void)state;
    struct screen *s = memory(2, 4, false);
    struct grid *large = drawn(3, 8, "a漢b");
    screen_present(s, large);
    check_shown(s, "┌───\n│a漢\n");
    screen_memory_resize(s, 2, 3);
    screen_present(s, large);
    check_shown(s, "┌──\n│a\n"); /* half a character is none */
    screen_memory_resize(s, 4, 9);
    screen_present(s, large);
    check_shown(s, "┌──────┐\n│a漢b  │\n└──────┘\n\n");
    grid_free(large);
    screen_close(s);
}

static void test_events_in_order(void **state)
{
    (void)state;
    struct screen *s = memory(2, 4, false);
    struct screen_event e;
    feed(s, "n\033[C");
    screen_memory_resize(s, 5, 7);
    screen_memory_resize(s, 6, 8);
    assert_true(screen_pending(s));
    screen_wait(s, -1, &e);
    assert_int_equal(e.kind, SCREEN_RESIZE); /* both as one */
    int rows, cols;
    screen_size(s, &rows, &cols);
    assert_true(rows == 6 && cols == 8);
    screen_wait(s, -1, &e);
    assert_true(e.kind == SCREEN_KEY && key_is(&e.key, 'n', 0));
    screen_wait(s, 0, &e);
    assert_true(e.kind == SCREEN_KEY && e.key.sym == KEY_RIGHT);
    assert_false(screen_pending(s));
    screen_wait(s, 0, &e);
    assert_int_equal(e.kind, SCREEN_TICK);
    screen_close(s);
}

static void test_time(void **state)
{
    (void)state;
    struct screen *s = memory(2, 4, false);
    struct screen_event e;
    feed(s, "\033");
    assert_false(screen_pending(s));
    screen_wait(s, 30, &e); /* not known yet */
    assert_int_equal(e.kind, SCREEN_TICK);
    screen_wait(s, 30, &e);
    assert_true(e.kind == SCREEN_KEY && e.key.sym == KEY_ESCAPE);
    feed(s, "\033");
    screen_memory_advance(s, 50);
    assert_true(screen_pending(s));
    screen_wait(s, 0, &e);
    assert_true(e.kind == SCREEN_KEY && e.key.sym == KEY_ESCAPE);
    feed(s, "\033");
    screen_wait(s, -1, &e);
    assert_true(e.kind == SCREEN_KEY && e.key.sym == KEY_ESCAPE);
    screen_wait(s, -1, &e); /* nothing can come any more */
    assert_int_equal(e.kind, SCREEN_HANGUP);
    screen_close(s);
}

/* ---- The tickit presenter ---- */

static void mock_text(TickitMockTerm *mock, int row, int cols, char *text)
{
    size_t n = tickit_mockterm_get_display_text(mock, text, 255, row, 0, cols);
    text[n < 255 ? n : 0] = '\0';
    for (size_t i = strlen(text); i > 0 && text[i - 1] == ' '; i--)
        text[i - 1] = '\0';
}

static void check_mock(TickitMockTerm *mock, const struct grid *g)
{
    char text[256];
    for (int row = 0; row < g->rows; row++) {
        struct buffer b = {0};
        grid_row_text(g, row, true, &b);
        mock_text(mock, row, g->cols, text);
        assert_string_equal(text, buffer_text(&b));
        buffer_free(&b);
    }
}

static size_t printed(TickitMockTerm *mock)
{
    size_t n = 0;
    for (int i = 0; i < tickit_mockterm_loglen(mock); i++)
        if (tickit_mockterm_peeklog(mock, i)->type == LOG_PRINT)
            n += strlen(tickit_mockterm_peeklog(mock, i)->str);
    tickit_mockterm_clearlog(mock);
    return n;
}

static void test_tickit_sends_only_what_changed(void **state)
{
    (void)state;
    TickitMockTerm *mock = tickit_mockterm_new(4, 20);
    struct presenter *p = tickit_presenter_new(mock, COLOUR_256);
    struct grid *a = drawn(4, 20, "12 漢字 x"), *b = drawn(4, 20, "13 漢字 x");
    backend_tickit.set_theme(p, theme_get(THEME_DARK));
    backend_tickit.present(p, a, NULL);
    check_mock(mock, a);
    TickitPen *pen = tickit_mockterm_get_display_pen(mock, 1, 1);
    assert_int_equal(tickit_pen_get_colour_attr(pen, TICKIT_PEN_BG), 36);
    assert_int_equal(tickit_pen_get_colour_attr(pen, TICKIT_PEN_FG), 16);
    printed(mock);
    backend_tickit.present(p, b, a);
    check_mock(mock, b);
    assert_int_equal(printed(mock), 1);
    backend_tickit.present(p, b, b);
    assert_int_equal(printed(mock), 0);
    grid_free(a);
    grid_free(b);
    tickit_presenter_free(p);
}

static void test_tickit_follows_random_frames(void **state)
{
    (void)state;
    static const char *const pieces[] = {"abc", "漢字", "x", "e\xcc\x81", "  ", "►◄"};
    TickitMockTerm *mock = tickit_mockterm_new(5, 30);
    struct presenter *p = tickit_presenter_new(mock, COLOUR_NONE);
    struct canvas *c = canvas_new(5, 30);
    struct grid *before = grid_new(5, 30), *now = grid_new(5, 30);
    srand(3);
    backend_tickit.present(p, before, NULL);
    for (int i = 0; i < 300; i++) {
        for (int k = 0; k < 3; k++)
            canvas_puts(c, rand() % 5, rand() % 30 - 1, (enum style)(rand() % STYLE_COUNT),
                        pieces[rand() % 6]);
        canvas_to_grid(c, now);
        backend_tickit.present(p, now, before);
        check_mock(mock, now);
        grid_copy(before, now);
    }
    canvas_free(c);
    grid_free(before);
    grid_free(now);
    tickit_presenter_free(p);
}

/* ---- Colours ---- */

static enum colour_depth depth(enum colour_wish wish, const char *no_color, const char *term,
                               const char *colorterm, int colours)
{
    struct colour_hints hints = {wish, no_color, term, colorterm, colours};
    return colour_depth(&hints);
}

static void test_depth(void **state)
{
    (void)state;
    assert_int_equal(depth(COLOUR_AUTO, NULL, "xterm-256color", NULL, 256), COLOUR_256);
    assert_int_equal(depth(COLOUR_AUTO, NULL, "xterm-256color", "truecolor", 256), COLOUR_RGB);
    assert_int_equal(depth(COLOUR_AUTO, NULL, "xterm-256color", "24bit", 256), COLOUR_RGB);
    assert_int_equal(depth(COLOUR_AUTO, NULL, "xterm-direct", NULL, 1 << 24), COLOUR_RGB);
    assert_int_equal(depth(COLOUR_AUTO, NULL, "xterm-16color", NULL, 16), COLOUR_16);
    assert_int_equal(depth(COLOUR_AUTO, NULL, "linux", "truecolor", 8), COLOUR_8);
    assert_int_equal(depth(COLOUR_AUTO, NULL, "vt100", NULL, -1), COLOUR_NONE);
    assert_int_equal(depth(COLOUR_AUTO, NULL, "dumb", "truecolor", 256), COLOUR_NONE);
    assert_int_equal(depth(COLOUR_AUTO, NULL, NULL, NULL, -1), COLOUR_NONE);
    assert_int_equal(depth(COLOUR_AUTO, "1", "xterm", NULL, 8), COLOUR_NONE);
    assert_int_equal(depth(COLOUR_AUTO, "", "xterm", NULL, 8), COLOUR_8); /* empty does not count */
    assert_int_equal(depth(COLOUR_ALWAYS, "1", "xterm", NULL, 8), COLOUR_8);
    assert_int_equal(depth(COLOUR_NEVER, NULL, "xterm", "truecolor", 256), COLOUR_NONE);
}

static void test_theme_choice(void **state)
{
    (void)state;
    assert_int_equal(colour_theme(COLOUR_NONE, NULL), THEME_MONO);
    assert_int_equal(colour_theme(COLOUR_256, NULL), THEME_DARK);
    assert_int_equal(colour_theme(COLOUR_256, "15;0"), THEME_DARK);
    assert_int_equal(colour_theme(COLOUR_256, "0;15"), THEME_LIGHT);
    assert_int_equal(colour_theme(COLOUR_256, "0;default;15"), THEME_LIGHT);
    assert_int_equal(colour_theme(COLOUR_256, "0;"), THEME_DARK);
}

static void test_terminfo(void **state)
{
    (void)state;
    static const char *const cup[] = {"cup", NULL}, *const nonsense[] = {"cup", "nonsense", NULL};
    assert_int_equal(terminfo_colours("xterm-256color"), 256);
    assert_int_equal(terminfo_colours("vt100"), -1);
    assert_int_equal(terminfo_colours("no-such-terminal"), -1);
    assert_int_equal(terminfo_colours(NULL), -1);
    assert_true(terminfo_has("xterm", cup));
    assert_false(terminfo_has("xterm", nonsense));
    assert_false(terminfo_has("dumb", cup));
    assert_false(terminfo_has("", cup));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_present),
        cmocka_unit_test(test_ascii),
        cmocka_unit_test(test_frames_of_another_size),
        cmocka_unit_test(test_events_in_order),
        cmocka_unit_test(test_time),
        cmocka_unit_test(test_tickit_sends_only_what_changed),
        cmocka_unit_test(test_tickit_follows_random_frames),
        cmocka_unit_test(test_depth),
        cmocka_unit_test(test_theme_choice),
        cmocka_unit_test(test_terminfo),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
