#include <pyviz/canvas/canvas.h>

#include <pyviz/base/utf8.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

/* Compares the whole canvas with rows joined by newlines, trimmed; then frees it. */
static void check(struct canvas *c, const char *expected)
{
    struct grid *g = grid_new(1, 1);
    struct buffer b = {0};
    canvas_to_grid(c, g);
    grid_text(g, &b);
    assert_string_equal(buffer_text(&b), expected);
    buffer_free(&b);
    grid_free(g);
    canvas_free(c);
}

static void test_text(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(2, 10);
    assert_int_equal(canvas_puts(c, 0, 1, STYLE_TEXT, "abc"), 3);
    assert_int_equal(canvas_printf(c, 1, 0, STYLE_TEXT, "%d-%s", 12, "é"), 4);
    check(c, " abc\n12-é\n");
}

static void test_clipping(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(3, 6);
    assert_int_equal(canvas_puts(c, 0, 4, STYLE_TEXT, "abcdef"), 6);
    canvas_puts(c, 1, -2, STYLE_TEXT, "abcdef");
    canvas_puts(c, 3, 0, STYLE_TEXT, "below");
    canvas_puts(c, -1, 0, STYLE_TEXT, "above");
    check(c, "    ab\ncdef\n\n");
}

static void test_areas(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(4, 8);
    canvas_push(c, rect_make(1, 2, 2, 4));
    assert_int_equal(canvas_rows(c), 2);
    assert_int_equal(canvas_cols(c), 4);
    canvas_puts(c, 0, 0, STYLE_TEXT, "abcdefgh");
    canvas_puts(c, -1, 0, STYLE_TEXT, "no");
    canvas_push(c, rect_make(1, 1, 5, 9)); /* reaches out of the area around it */
    assert_int_equal(canvas_cols(c), 9);
    canvas_puts(c, 0, 0, STYLE_TEXT, "ijklmnop");
    canvas_puts(c, 0, -1, STYLE_TEXT, "no");
    canvas_pop(c);
    canvas_pop(c);
    canvas_puts(c, 3, 0, STYLE_TEXT, "last");
    check(c, "\n  abcd\n   ojk\nlast\n");
}

static void test_styles_come_back(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(2, STYLE_COUNT);
    struct grid *g = grid_new(1, 1);
    for (int i = 0; i < STYLE_COUNT; i++) {
        canvas_puts(c, 0, i, (enum style)i, "x");
        canvas_fill(c, rect_make(1, i, 1, 1), (enum style)i);
    }
    canvas_to_grid(c, g);
    for (int i = 0; i < STYLE_COUNT; i++) {
        assert_int_equal(grid_cell(g, 0, i)->style, i);
        assert_int_equal(grid_cell(g, 1, i)->style, i);
        assert_string_equal(grid_cell(g, 1, i)->text, " ");
    }
    grid_free(g);
    canvas_free(c);
}

static void test_style_after_pop(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(1, 4);
    struct grid *g = grid_new(1, 1);
    canvas_puts(c, 0, 0, STYLE_ADDED, "a");
    canvas_push(c, rect_make(0, 1, 1, 1));
    canvas_puts(c, 0, 0, STYLE_MATCH, "b");
    canvas_pop(c);
    canvas_puts(c, 0, 2, STYLE_MATCH, "c");
    canvas_puts(c, 0, 3, STYLE_TEXT, "d");
    canvas_to_grid(c, g);
    assert_int_equal(grid_cell(g, 0, 0)->style, STYLE_ADDED);
    assert_int_equal(grid_cell(g, 0, 1)->style, STYLE_MATCH);
    assert_int_equal(grid_cell(g, 0, 2)->style, STYLE_MATCH);
    assert_int_equal(grid_cell(g, 0, 3)->style, STYLE_TEXT);
    grid_free(g);
    canvas_free(c);
}

static void test_controls_are_shown(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(1, 60);
    static const char s[] = "a\033[31m\tb\n\x9b\xff\xc2\x9b\xe2\x80\xae\xed\xa0\x80\0z";
    assert_int_equal(canvas_text(c, 0, 0, STYLE_TEXT, s, sizeof s - 1),
                     canvas_columns(s, sizeof s - 1));
    check(c, "a\\x1b[31m\\tb\\n\\x9b\\xff\\x9b\\u202e\\ud800\\x00z\n");
}

static void test_zero_width(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(1, 20);
    /* a mark without a base, a joiner, a variation selector: nothing; a mark on a base stays */
    assert_int_equal(canvas_puts(c, 0, 0, STYLE_TEXT,
                                 "\xcc\x81"
                                 "e\xcc\x81\xe2\x80\x8d\xef\xb8\x8fx"),
                     2);
    check(c, "e\xcc\x81x\n");
}

static void test_wide(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(5, 6);
    assert_int_equal(canvas_puts(c, 0, 0, STYLE_TEXT, "漢字x"), 5);
    canvas_puts(c, 1, 5, STYLE_TEXT, "漢"); /* the right half is cut off */
    canvas_puts(c, 2, -1, STYLE_TEXT, "漢x");
    canvas_puts(c, 3, 0, STYLE_TEXT, "漢字");
    canvas_puts(c, 3, 1, STYLE_TEXT, "漢"); /* over two halves */
    canvas_puts(c, 4, 0, STYLE_TEXT, "漢字");
    canvas_puts(c, 4, 2, STYLE_TEXT, "-");
    check(c, "漢字x\n\n x\n 漢\n漢-\n");
}

static void test_wide_neighbours_of_lines_and_fills(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(4, 6);
    for (int row = 0; row < 4; row++)
        canvas_puts(c, row, 0, STYLE_TEXT, "漢字漢");
    canvas_vline(c, 0, 3, 2, STYLE_TEXT, LINE_SINGLE);
    canvas_fill(c, rect_make(1, 1, 1, 1), STYLE_ADDED);
    canvas_hline(c, 3, 1, 4, STYLE_TEXT, LINE_SINGLE);
    check(c, "漢│ 漢\n  │ 漢\n漢│ 漢\n ─┼──\n");
}

/* Every cell of a grid is what the header promises. */
static void check_invariants(const struct grid *g)
{
    for (int row = 0; row < g->rows; row++)
        for (int col = 0; col < g->cols; col++) {
            const struct cell *cell = grid_cell(g, row, col);
            size_t len = strlen(cell->text);
            assert_true(len < CELL_TEXT_SIZE);
            for (size_t i = len; i < CELL_TEXT_SIZE; i++)
                assert_int_equal(cell->text[i], 0);
            assert_int_equal(utf8_validate(cell->text, len), len);
            assert_int_equal(utf8_columns(cell->text, len), cell->width);
            if (cell->width == 0)
                assert_true(col > 0 && cell[-1].width == 2 && len == 0);
            if (cell->width == 2)
                assert_true(col + 1 < g->cols && cell[1].width == 0);
            if (cell->width == 1)
                assert_true((unsigned char)cell->text[0] >= 0x20 && cell->text[0] != 0x7f);
        }
}

static void test_random_drawing_keeps_the_invariants(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a", "漢字", "e\xcc\x81", "\033[1m", "\xff\xfe",
                                         "👍", "x漢",  "\xe2\x80",  "……",      "\xcc\x81"};
    struct canvas *c = canvas_new(8, 20);
    struct grid *g = grid_new(1, 1);
    srand(1);
    for (int round = 0; round < 3000; round++) {
        int row = rand() % 10 - 1, col = rand() % 26 - 3, n = rand() % 8;
        switch (rand() % 8) {
        case 0:
            canvas_fill(c, rect_make(row, col, rand() % 3, n), STYLE_ADDED);
            break;
        case 1:
            canvas_box(c, rect_make(row, col, 2 + rand() % 4, 2 + n), STYLE_TEXT,
                       (enum line)(1 + rand() % 3));
            break;
        case 2:
            canvas_push(c, rect_make(row, col, 4, n));
            canvas_puts(c, 0, -1, STYLE_MATCH, "漢字漢字漢字");
            canvas_pop(c);
            break;
        case 3:
            canvas_puts_clipped(c, row, col, STYLE_TEXT, n, "a漢字b漢");
            break;
        default:
            canvas_puts(c, row, col, STYLE_TEXT, pieces[rand() % 10]);
        }
        canvas_to_grid(c, g);
        check_invariants(g);
    }
    grid_free(g);
    canvas_free(c);
}

static void test_every_code_point_takes_its_columns(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(1, 24);
    struct grid *g = grid_new(1, 1);
    for (uint32_t code_point = 0; code_point < 0x30000; code_point++) {
        char s[8];
        size_t n = utf8_encode(code_point, s);
        s[n] = '|';
        canvas_clear(c);
        int cols = canvas_text(c, 0, 0, STYLE_TEXT, s, n + 1);
        assert_int_equal(cols, canvas_columns(s, n + 1));
        canvas_to_grid(c, g);
        check_invariants(g);
        assert_string_equal(grid_cell(g, 0, cols - 1)->text, "|");
        if (!utf8_is_control(code_point))
            assert_int_equal(cols - 1, utf8_width(code_point));
    }
    grid_free(g);
    canvas_free(c);
}

static void test_clipped_text(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(6, 10);
    assert_int_equal(canvas_puts_clipped(c, 0, 0, STYLE_TEXT, 5, "abcde"), 5);
    assert_int_equal(canvas_puts_clipped(c, 1, 0, STYLE_TEXT, 5, "abcdef"), 5);
    assert_int_equal(canvas_puts_clipped(c, 2, 0, STYLE_TEXT, 4, "漢字漢"), 3);
    assert_int_equal(canvas_puts_clipped(c, 3, 0, STYLE_TEXT, 1, "abc"), 1);
    assert_int_equal(canvas_puts_clipped(c, 4, 0, STYLE_TEXT, 0, "abc"), 0);
    assert_int_equal(canvas_puts_clipped(c, 5, 0, STYLE_TEXT, 4, "a\033b"), 2); /* escapes whole */
    check(c, "abcde\nabcd…\n漢…\n…\n\na…\n");
}

static void test_wrap(void **state)
{
    (void)state;
    size_t next;
    assert_int_equal(canvas_wrap("one two three", 13, 7, &next), 7);
    assert_int_equal(next, 8);
    assert_int_equal(canvas_wrap("one two", 7, 7, &next), 7);
    assert_int_equal(next, 7);
    assert_int_equal(canvas_wrap("abcdefgh", 8, 3, &next), 3);
    assert_int_equal(next, 3);
    assert_int_equal(canvas_wrap("ab\ncd", 5, 9, &next), 2);
    assert_int_equal(next, 3);
    assert_int_equal(canvas_wrap("one   two", 9, 4, &next), 3);
    assert_int_equal(next, 6);
    assert_int_equal(canvas_wrap("漢", 3, 1, &next), 3); /* something is always taken */
    assert_int_equal(next, 3);
    assert_int_equal(canvas_wrap("one \ntwo", 8, 3, &next), 3); /* no empty row in between */
    assert_int_equal(next, 5);
}

static void test_paragraph(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(3, 12);
    static const char s[] = "Slot 3 was empty, so this key is new.";
    assert_int_equal(canvas_paragraph(c, rect_make(0, 1, 3, 10), STYLE_TEXT, s, sizeof s - 1), 4);
    check(c, " Slot 3 was\n empty, so\n this key…\n");
    c = canvas_new(4, 12);
    assert_int_equal(canvas_paragraph(c, rect_make(0, 0, 4, 12), STYLE_TEXT, "ab cd", 5), 1);
    check(c, "ab cd\n\n\n\n");
}

/* What is marked stands out wherever the lines are broken, wide characters or not. */
static void test_marked_paragraph(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(3, 12);
    static const char s[] = "\u5b57 is new: 12,345 here";
    struct spans marks = {.count = 2,
                          .at = {{0, 3}, {9, 22}}}; /* the character; from "w:" to "her" */
    canvas_paragraph_marked(c, rect_make(0, 1, 3, 11), STYLE_TEXT, s, sizeof s - 1, STYLE_VALUE,
                            &marks);
    struct grid *g = grid_new(3, 12);
    canvas_to_grid(c, g);
    char styles[3][13] = {{0}};
    for (int row = 0; row < 3; row++)
        for (int col = 0; col < 12; col++)
            styles[row][col] = grid_cell(g, row, col)->style == STYLE_VALUE ? 'V' : '.';
    assert_string_equal(styles[0], ".VV......VV.");
    assert_string_equal(styles[1], ".VVVVVVVVVV.");
    assert_string_equal(styles[2], "............");
    grid_free(g);
    canvas_free(c);
}

static void test_lines_join(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(5, 9);
    canvas_box(c, rect_make(0, 0, 5, 9), STYLE_TEXT, LINE_SINGLE);
    canvas_hline(c, 2, 0, 8, STYLE_TEXT, LINE_SINGLE);
    canvas_vline(c, 0, 4, 4, STYLE_TEXT, LINE_SINGLE);
    check(c, "┌───┬───┐\n│   │   │\n├───┼───┤\n│   │   │\n└───┴───┘\n");
}

static void test_line_kinds(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(4, 7);
    canvas_box(c, rect_make(0, 0, 2, 3), STYLE_TEXT, LINE_DOUBLE);
    canvas_box(c, rect_make(0, 4, 2, 3), STYLE_TEXT, LINE_THICK);
    canvas_hline(c, 2, 0, 6, STYLE_TEXT, LINE_SINGLE); /* to the edges where it meets nothing */
    canvas_arms(c, 3, 0, STYLE_TEXT, LINES_MASK(LINE_SINGLE, LINE_SINGLE, 0, 0));
    canvas_arms(c, 3, 2, STYLE_TEXT, LINES_MASK(0, LINE_SINGLE, LINE_SINGLE, LINE_SINGLE));
    check(c, "╔═╗ ┏━┓\n╚═╝ ┗━┛\n───────\n└ ┬\n");
}

static void test_shared_edges_and_masks(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(3, 5);
    struct grid *g = grid_new(1, 1);
    canvas_box(c, rect_make(0, 0, 3, 3), STYLE_TEXT, LINE_SINGLE);
    canvas_box(c, rect_make(0, 2, 3, 3), STYLE_ADDED, LINE_SINGLE);
    canvas_to_grid(c, g);
    assert_int_equal(grid_cell(g, 0, 2)->lines,
                     LINES_MASK(0, LINE_SINGLE, LINE_SINGLE, LINE_SINGLE));
    assert_int_equal(grid_cell(g, 1, 2)->lines, LINES_MASK(LINE_SINGLE, 0, LINE_SINGLE, 0));
    assert_int_equal(grid_cell(g, 1, 1)->lines, 0);
    assert_int_equal(grid_cell(g, 0, 2)->style, STYLE_ADDED); /* the last one to draw there */
    grid_free(g);
    check(c, "┌─┬─┐\n│ │ │\n└─┴─┘\n");
}

static void test_chip(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(1, 12);
    struct grid *g = grid_new(1, 1);
    canvas_chip(c, 0, 1, 6, STYLE_ADDED, "kiwi!");
    canvas_to_grid(c, g);
    for (int col = 1; col < 7; col++)
        assert_int_equal(grid_cell(g, 0, col)->style, STYLE_ADDED);
    assert_int_equal(grid_cell(g, 0, 7)->style, STYLE_TEXT);
    grid_free(g);
    check(c, " + kiw…\n");
}

static void test_cursor(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(4, 12);
    struct grid *g = grid_new(1, 1);
    canvas_push(c, rect_make(1, 2, 2, 5));
    canvas_cursor(c, 1, 3);
    canvas_pop(c);
    canvas_to_grid(c, g);
    assert_true(g->cursor_row == 2 && g->cursor_col == 5);
    canvas_cursor(c, 9, 9);
    canvas_to_grid(c, g);
    assert_int_equal(g->cursor_row, -1);
    grid_free(g);
    canvas_free(c);
}

static void test_resize_and_clear(void **state)
{
    (void)state;
    struct canvas *c = canvas_new(1, 1);
    canvas_resize(c, 2, 5);
    canvas_puts(c, 1, 0, STYLE_TEXT, "abc");
    canvas_push(c, rect_make(1, 1, 1, 1));
    canvas_clear(c);
    canvas_puts(c, 0, 0, STYLE_TEXT, "xyz");
    check(c, "xyz\n\n");
}

/* ---- Theme ---- */

static bool same_look(const struct look *a, const struct look *b, enum theme_name theme, int depth)
{
    if (theme == THEME_MONO)
        return a->mono_attributes == b->mono_attributes;
    if (a->attributes != b->attributes || a->fg.set != b->fg.set || a->bg.set != b->bg.set)
        return false;
    return depth == 8    ? a->fg.index8 == b->fg.index8 && a->bg.index8 == b->bg.index8
           : depth == 16 ? a->fg.index16 == b->fg.index16 && a->bg.index16 == b->bg.index16
                         : a->fg.index256 == b->fg.index256 && a->bg.index256 == b->bg.index256;
}

static void test_states_never_look_alike(void **state)
{
    (void)state;
    static const int depths[] = {8, 16, 256};
    for (int theme = 0; theme < THEME_COUNT; theme++)
        for (int d = 0; d < 3; d++)
            for (int i = 0; i < STYLE_COUNT; i++)
                for (int j = 0; j < STYLE_COUNT; j++) {
                    if (i == j || !style_is_state((enum style)i))
                        continue;
                    if (!style_is_state((enum style)j) && j != STYLE_TEXT)
                        continue;
                    const struct theme *t = theme_get((enum theme_name)theme);
                    struct look a = theme_look(t, (enum style)i), b = theme_look(t, (enum style)j);
                    assert_false(same_look(&a, &b, (enum theme_name)theme, depths[d]));
                    assert_string_not_equal(style_glyph((enum style)i), style_glyph((enum style)j));
                }
}

static void test_contrast(void **state)
{
    (void)state;
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        const struct theme *t = theme_get((enum theme_name)theme);
        assert_true(theme_contrast(&t->page, &t->ink) >= 4.5);
        for (int i = 0; i < STYLE_COUNT; i++) {
            struct look look = theme_look(t, (enum style)i);
            const struct colour *fg = look.fg.set ? &look.fg : &t->ink;
            const struct colour *bg = look.bg.set ? &look.bg : &t->page;
            assert_true(theme_contrast(fg, bg) >= 4.5);
        }
    }
}

static void test_nearest_256(void **state)
{
    (void)state;
    assert_int_equal(theme_nearest_256(0, 0, 0), 16);
    assert_int_equal(theme_nearest_256(255, 255, 255), 231);
    assert_int_equal(theme_nearest_256(8, 8, 8), 232);
    assert_int_equal(theme_nearest_256(238, 238, 238), 255);
    assert_int_equal(theme_nearest_256(95, 135, 175), 67);
    for (int theme = 0; theme < THEME_COUNT; theme++)
        for (int i = 0; i < STYLE_COUNT; i++) {
            const struct theme *t = theme_get((enum theme_name)theme);
            struct look look = theme_look(t, (enum style)i);
            const struct colour *colours[] = {&look.fg, &look.bg, &t->page, &t->ink};
            for (int k = 0; k < 4; k++)
                if (colours[k]->set)
                    assert_int_equal(
                        colours[k]->index256,
                        theme_nearest_256(colours[k]->red, colours[k]->green, colours[k]->blue));
        }
}

static void test_theme_names(void **state)
{
    (void)state;
    assert_ptr_equal(theme_find("light"), theme_get(THEME_LIGHT));
    assert_null(theme_find("purple"));
    for (int i = 0; i < STYLE_COUNT; i++) {
        assert_non_null(style_name((enum style)i));
        assert_int_equal(
            utf8_columns(style_glyph((enum style)i), strlen(style_glyph((enum style)i))), 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_clipping),
        cmocka_unit_test(test_areas),
        cmocka_unit_test(test_styles_come_back),
        cmocka_unit_test(test_style_after_pop),
        cmocka_unit_test(test_controls_are_shown),
        cmocka_unit_test(test_zero_width),
        cmocka_unit_test(test_wide),
        cmocka_unit_test(test_wide_neighbours_of_lines_and_fills),
        cmocka_unit_test(test_random_drawing_keeps_the_invariants),
        cmocka_unit_test(test_every_code_point_takes_its_columns),
        cmocka_unit_test(test_clipped_text),
        cmocka_unit_test(test_wrap),
        cmocka_unit_test(test_paragraph),
        cmocka_unit_test(test_marked_paragraph),
        cmocka_unit_test(test_lines_join),
        cmocka_unit_test(test_line_kinds),
        cmocka_unit_test(test_shared_edges_and_masks),
        cmocka_unit_test(test_chip),
        cmocka_unit_test(test_cursor),
        cmocka_unit_test(test_resize_and_clear),
        cmocka_unit_test(test_states_never_look_alike),
        cmocka_unit_test(test_contrast),
        cmocka_unit_test(test_nearest_256),
        cmocka_unit_test(test_theme_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
