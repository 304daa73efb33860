#include <pyviz/base/diagnostic.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void assert_printed(const struct diagnostic *d, const char *expected)
{
    struct buffer out = {0};
    diagnostic_print(d, &out);
    assert_string_equal(buffer_text(&out), expected);
    buffer_free(&out);
}

static void test_line_and_carets(void **state)
{
    (void)state;
    struct diagnostic d = {.kind = DIAGNOSTIC_SYNTAX,
                           .file = "a.py",
                           .line = 2,
                           .col = 5,
                           .end_line = 2,
                           .end_col = 8,
                           .message = "invalid syntax",
                           .text = "    xyz"};
    assert_printed(&d, "a.py:2:5: SyntaxError: invalid syntax\n"
                       "    xyz\n"
                       "    ^^^\n");
}

static void test_carets_run_to_the_end_of_the_line(void **state)
{
    (void)state;
    struct diagnostic d = {.kind = DIAGNOSTIC_SYNTAX,
                           .file = "a.py",
                           .line = 1,
                           .col = 3,
                           .end_line = 4,
                           .end_col = 2,
                           .message = "m",
                           .text = "f(abc,"};
    assert_printed(&d, "a.py:1:3: SyntaxError: m\n"
                       "    f(abc,\n"
                       "      ^^^^\n");
}

static void test_wide_characters_move_the_caret(void **state)
{
    (void)state;
    struct diagnostic d = {.kind = DIAGNOSTIC_SYNTAX,
                           .file = "a.py",
                           .line = 1,
                           .col = 3,
                           .message = "m",
                           .text = "日本x"};
    assert_printed(&d, "a.py:1:3: SyntaxError: m\n"
                       "    日本x\n"
                       "        ^\n");
}

static void test_control_characters_are_escaped(void **state)
{
    (void)state;
    struct diagnostic d = {.kind = DIAGNOSTIC_SYNTAX,
                           .file = "a\x1b.py",
                           .line = 1,
                           .col = 4,
                           .message = "bad \x1b[31m",
                           .text = "x\x1b y"};
    assert_printed(&d, "a\\x1b.py:1:4: SyntaxError: bad \\x1b[31m\n"
                       "    x\\x1b y\n"
                       "          ^\n");
}

static void test_no_place(void **state)
{
    (void)state;
    struct diagnostic d = {
        .kind = DIAGNOSTIC_INPUT, .file = "a.py", .message = "cannot open the file"};
    assert_printed(&d, "a.py: error: cannot open the file\n");
}

static void test_a_whole_line(void **state)
{
    (void)state;
    struct diagnostic d = {.kind = DIAGNOSTIC_NOT_SIMULATED,
                           .file = "a.py",
                           .line = 3,
                           .message = "x",
                           .text = "import y"};
    assert_printed(&d, "a.py:3: not simulated: x\n"
                       "    import y\n");
}

static void test_a_window_of_a_long_line(void **state)
{
    (void)state;
    struct diagnostic d = {.kind = DIAGNOSTIC_SYNTAX,
                           .file = "a.py",
                           .line = 1,
                           .col = 1003,
                           .message = "m",
                           .text = "abcdef",
                           .text_start = 1000};
    assert_printed(&d, "a.py:1:1003: SyntaxError: m\n"
                       "    ...abcdef\n"
                       "         ^\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_line_and_carets),
        cmocka_unit_test(test_carets_run_to_the_end_of_the_line),
        cmocka_unit_test(test_wide_characters_move_the_caret),
        cmocka_unit_test(test_control_characters_are_escaped),
        cmocka_unit_test(test_no_place),
        cmocka_unit_test(test_a_whole_line),
        cmocka_unit_test(test_a_window_of_a_long_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
