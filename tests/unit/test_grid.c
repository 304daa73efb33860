#include <pyviz/canvas/grid.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

/* Puts ASCII text into a row. */
static void put(struct grid *g, int row, int col, const char *text)
{
    for (; *text; text++)
        grid_set(g, row, col++, text, 1, 1, STYLE_TEXT);
}

static void check_text(const struct grid *g, const char *expected)
{
    struct buffer b = {0};
    grid_text(g, &b);
    assert_string_equal(buffer_text(&b), expected);
    buffer_free(&b);
}

static void test_blank(void **state)
{
    (void)state;
    struct grid *g = grid_new(2, 3);
    check_text(g, "\n\n");
    assert_int_equal(g->cursor_row, -1);
    assert_null(grid_cell(g, 2, 0));
    assert_null(grid_cell(g, 0, 3));
    assert_null(grid_at(g, -1, 0));
    grid_free(g);
    g = grid_new(0, -5);
    assert_int_equal(g->rows, 1);
    assert_int_equal(g->cols, 1);
    grid_free(g);
}

static void test_text(void **state)
{
    (void)state;
    struct grid *g = grid_new(2, 6);
    put(g, 0, 1, "ab");
    grid_set(g, 1, 0, "漢", 3, 2, STYLE_MATCH);
    grid_set(g, 1, 2, "e\xcc\x81", 3, 1, STYLE_TEXT);
    check_text(g, " ab\n漢e\xcc\x81\n");
    assert_int_equal(grid_cell(g, 1, 1)->width, 0);
    assert_int_equal(grid_cell(g, 1, 1)->style, STYLE_MATCH);
    struct buffer b = {0};
    grid_row_text(g, 0, false, &b);
    assert_string_equal(buffer_text(&b), " ab   ");
    buffer_free(&b);
    grid_free(g);
}

static void test_too_much_for_a_cell(void **state)
{
    (void)state;
    char zalgo[1 + 2 * 40];
    struct grid *g = grid_new(1, 1);
    zalgo[0] = 'e';
    for (int i = 0; i < 40; i++)
        memcpy(zalgo + 1 + 2 * i, "\xcc\x81", 2);
    grid_set(g, 0, 0, zalgo, sizeof zalgo, 1, STYLE_TEXT);
    size_t len = strlen(grid_cell(g, 0, 0)->text);
    assert_int_equal(len, 27);
    assert_int_equal((unsigned char)grid_cell(g, 0, 0)->text[len - 1],
                     0x81); /* whole code points */
    grid_free(g);
}

static void test_changes(void **state)
{
    (void)state;
    struct grid *a = grid_new(3, 40), *b = grid_new(3, 40);
    int row = 0, col = 0, end;
    assert_true(grid_equal(a, b));
    assert_false(grid_next_change(a, b, &row, &col, &end));

    put(b, 0, 3, "x");
    put(b, 0, 6, "y");  /* near: one run */
    put(b, 0, 30, "z"); /* far: another */
    put(b, 2, 39, "e");
    assert_false(grid_equal(a, b));
    row = col = 0;
    assert_true(grid_next_change(a, b, &row, &col, &end));
    assert_true(row == 0 && col == 3 && end == 7);
    col = end;
    assert_true(grid_next_change(a, b, &row, &col, &end));
    assert_true(row == 0 && col == 30 && end == 31);
    col = end;
    assert_true(grid_next_change(a, b, &row, &col, &end));
    assert_true(row == 2 && col == 39 && end == 40);
    col = end;
    assert_false(grid_next_change(a, b, &row, &col, &end));
    grid_free(a);
    grid_free(b);
}

static void test_changes_keep_wide_characters_whole(void **state)
{
    (void)state;
    struct grid *a = grid_new(1, 8), *b = grid_new(1, 8);
    int row = 0, col = 0, end;
    grid_set(a, 0, 2, "漢", 3, 2, STYLE_TEXT);
    grid_set(b, 0, 3, "字", 3, 2, STYLE_TEXT); /* one further to the right */
    assert_true(grid_next_change(a, b, &row, &col, &end));
    assert_true(col == 2 && end == 5);
    grid_free(a);
    grid_free(b);
}

static void test_style_is_a_change(void **state)
{
    (void)state;
    struct grid *a = grid_new(1, 3), *b = grid_new(1, 3);
    int row = 0, col = 0, end;
    grid_set(b, 0, 1, " ", 1, 1, STYLE_ADDED);
    assert_true(grid_next_change(a, b, &row, &col, &end));
    assert_int_equal(col, 1);
    grid_copy(a, b);
    assert_true(grid_equal(a, b));
    a->cursor_row = a->cursor_col = 0;
    assert_false(grid_equal(a, b));
    grid_free(a);
    grid_free(b);
}

static void test_ascii(void **state)
{
    (void)state;
    struct grid *g = grid_new(2, 16);
    static const char *const glyphs[] = {"►", "◄", "†", "…", "·", "■", "█",
                                         "→", "●", "é", "─", "│", "┼", "═"};
    for (int i = 0; i < 14; i++)
        grid_set(g, 0, i, glyphs[i], strlen(glyphs[i]), 1, STYLE_TEXT);
    grid_set(g, 1, 0, "漢", 3, 2, STYLE_TEXT);
    grid_set(g, 1, 2, "☃", 3, 1, STYLE_TEXT);
    grid_at(g, 1, 3)->lines = LINES_MASK(0, LINE_SINGLE, LINE_SINGLE, 0);
    grid_at(g, 1, 4)->lines = LINES_MASK(0, LINE_SINGLE, 0, LINE_SINGLE);
    grid_at(g, 1, 5)->lines = LINES_MASK(LINE_THICK, 0, LINE_THICK, 0);
    grid_at(g, 1, 6)->lines = LINES_MASK(0, LINE_DOUBLE, 0, LINE_DOUBLE);
    grid_to_ascii(g);
    check_text(g, "><x..##>oe-|+=\n???+-|=\n");
    assert_int_equal(grid_cell(g, 1, 1)->width, 1);
    grid_free(g);
}

/* Without UTF-8 an arrow key goes by its letter, where it is a key and no part of a picture. */
static void test_ascii_keys(void **state)
{
    (void)state;
    struct grid *g = grid_new(1, 8);
    static const char *const arrows[] = {"←", "↓", "↑", "→"};
    for (int i = 0; i < 8; i++)
        grid_set(g, 0, i, arrows[i % 4], strlen(arrows[i % 4]), 1,
                 i < 4 ? STYLE_FOOTER : STYLE_TEXT);
    grid_to_ascii(g);
    struct buffer b = {0};
    grid_row_text(g, 0, true, &b);
    assert_string_equal(buffer_text(&b), "hjkl<v^>");
    buffer_free(&b);
    grid_free(g);
}

static void test_ascii_is_ascii(void **state)
{
    (void)state;
    for (uint32_t c = 0; c < 0x110000; c++) {
        unsigned char ascii = (unsigned char)grid_ascii(c);
        assert_true(ascii >= 0x20 && ascii < 0x7f);
    }
}

static void test_rects(void **state)
{
    (void)state;
    struct rect r = rect_intersect(rect_make(0, 0, 5, 5), rect_make(3, 2, 10, 10));
    assert_true(r.row == 3 && r.col == 2 && r.rows == 2 && r.cols == 3);
    r = rect_intersect(rect_make(0, 0, 5, 5), rect_make(5, 0, 1, 1));
    assert_true(r.rows == 0 && r.cols == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blank),
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_too_much_for_a_cell),
        cmocka_unit_test(test_changes),
        cmocka_unit_test(test_changes_keep_wide_characters_whole),
        cmocka_unit_test(test_style_is_a_change),
        cmocka_unit_test(test_ascii),
        cmocka_unit_test(test_ascii_keys),
        cmocka_unit_test(test_ascii_is_ascii),
        cmocka_unit_test(test_rects),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
