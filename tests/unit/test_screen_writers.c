#include <pyviz/canvas/canvas.h>
#include <pyviz/screen/writers.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

/* Two rows: a title with a chip and, below, what markup and JSON must escape. */
static struct grid *frame(void)
{
    struct canvas *c = canvas_new(3, 12);
    struct grid *g = grid_new(1, 1);
    canvas_puts(c, 0, 0, STYLE_TITLE, "ab");
    canvas_chip(c, 0, 4, 5, STYLE_ADDED, "1");
    canvas_puts(c, 1, 0, STYLE_TEXT, "<&>\"\\漢");
    canvas_hline(c, 2, 0, 3, STYLE_HEADER, LINE_SINGLE);
    canvas_to_grid(c, g);
    canvas_free(c);
    return g;
}

static void check(struct buffer *b, const char *expected)
{
    assert_string_equal(buffer_text(b), expected);
    buffer_free(b);
}

static void test_text(void **state)
{
    (void)state;
    struct grid *g = frame();
    struct buffer b = {0};
    writers_text(&b, g);
    check(&b, "ab  + 1\n<&>\"\\漢\n────\n");
    grid_free(g);
}

static void test_ansi(void **state)
{
    (void)state;
    struct grid *g = frame();
    struct buffer b = {0};
    writers_ansi(&b, g, theme_get(THEME_DARK), COLOUR_256);
    check(&b, "\033[0;1mab\033[0m  \033[0;38;5;16;48;5;36m+ 1  \033[0m\n"
              "<&>\"\\漢\n"
              "\033[0;1;38;5;74m────\033[0m\n");
    writers_ansi(&b, g, theme_get(THEME_DARK), COLOUR_8);
    assert_non_null(strstr(buffer_text(&b), "\033[0;30;42m+ 1  \033[0m\n"));
    buffer_free(&b);
    writers_ansi(&b, g, theme_get(THEME_DARK), COLOUR_RGB);
    assert_non_null(strstr(buffer_text(&b), "\033[0;38;2;0;0;0;48;2;0;158;115m+ 1  \033[0m\n"));
    buffer_free(&b);
    grid_free(g);
}

static void test_ansi_without_colour(void **state)
{
    (void)state;
    static const char expected[] = "\033[0;1mab\033[0m  \033[0;1;7m+ 1  \033[0m\n"
                                   "<&>\"\\漢\n\033[0;1m────\033[0m\n";
    struct grid *g = frame();
    struct buffer b = {0};
    writers_ansi(&b, g, theme_get(THEME_DARK), COLOUR_NONE);
    check(&b, expected);
    writers_ansi(&b, g, theme_get(THEME_MONO), COLOUR_256);
    check(&b, expected);
    grid_free(g);
}

static void test_ansi_rows_end_reset(void **state)
{
    (void)state;
    struct grid *g = grid_new(STYLE_COUNT, 4);
    for (int row = 0; row < STYLE_COUNT; row++)
        for (int col = 0; col < 4; col++)
            grid_set(g, row, col, "x", 1, 1, (enum style)row);
    struct buffer b = {0};
    writers_ansi(&b, g, theme_get(THEME_LIGHT), COLOUR_256);
    for (char *line = b.data, *end; (end = strchr(line, '\n')); line = end + 1)
        if (memchr(line, '\033', (size_t)(end - line)))
            assert_memory_equal(end - 4, "\033[0m", 4);
    buffer_free(&b);
    grid_free(g);
}

static void test_svg(void **state)
{
    (void)state;
    struct grid *g = frame();
    struct buffer b = {0};
    writers_svg(&b, g, theme_get(THEME_DARK), "a <b> & \033c");
    const char *svg = buffer_text(&b);
    assert_memory_equal(svg, "<svg xmlns=", 11);
    assert_non_null(strstr(svg, "<title>a &lt;b&gt; &amp; c</title>"));
    assert_non_null(strstr(svg, "&lt;&amp;&gt;&quot;\\</text>"));
    assert_non_null(strstr(svg, ">漢</text>"));
    assert_non_null(strstr(svg, "fill=\"#009e73\"")); /* the chip */
    assert_non_null(strstr(svg, "<path"));            /* the line */
    assert_null(strstr(svg, "─"));
    assert_null(strchr(svg, '\033'));
    buffer_free(&b);
    grid_free(g);
}

static void test_html(void **state)
{
    (void)state;
    struct grid *g = frame();
    struct buffer b = {0};
    writers_html(&b, g, theme_get(THEME_LIGHT), NULL);
    const char *html = buffer_text(&b);
    assert_memory_equal(html, "<!DOCTYPE html>", 15);
    assert_non_null(strstr(html, "<pre>\n<span class=\"title\">ab</span>  "
                                 "<span class=\"added\">+ 1  </span>\n"
                                 "&lt;&amp;&gt;&quot;\\漢\n"
                                 "<span class=\"header\">────</span>\n</pre>"));
    assert_non_null(strstr(html, ".added{color:#000000;background:#009e73}"));
    assert_null(strstr(html, "<script"));
    buffer_free(&b);
    grid_free(g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_ansi),
        cmocka_unit_test(test_ansi_without_colour),
        cmocka_unit_test(test_ansi_rows_end_reset),
        cmocka_unit_test(test_svg),
        cmocka_unit_test(test_html),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
