#include <pyviz/base/utf8.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static void check_decode(const char *s, size_t n, bool surrogates, size_t taken, int32_t expected)
{
    int32_t code_point = 12345;
    assert_int_equal(utf8_decode(s, n, surrogates, &code_point), taken);
    assert_int_equal(code_point, expected);
}

static void test_decode(void **state)
{
    (void)state;
    check_decode("a", 1, false, 1, 'a');
    check_decode("\0", 1, false, 1, 0);
    check_decode("é", 2, false, 2, 0xe9);
    check_decode("€", 3, false, 3, 0x20ac);
    check_decode("😀", 4, false, 4, 0x1f600);
    check_decode("\xf4\x8f\xbf\xbf", 4, false, 4, 0x10ffff);
}

static void test_decode_malformed(void **state)
{
    (void)state;
    check_decode("\x80", 1, true, 1, -1);             /* a tail without a head */
    check_decode("\xc3", 1, true, 1, -1);             /* cut off */
    check_decode("\xc3(", 2, true, 1, -1);            /* a head without a tail */
    check_decode("\xc0\x80", 2, true, 1, -1);         /* overlong NUL */
    check_decode("\xe0\x80\xaf", 3, true, 1, -1);     /* overlong slash */
    check_decode("\xf4\x90\x80\x80", 4, true, 1, -1); /* past U+10FFFF */
    check_decode("\xff", 1, true, 1, -1);
    check_decode("\xf0\x9f\x98", 3, true, 1, -1);
}

static void test_surrogates(void **state)
{
    (void)state;
    check_decode("\xed\xa0\x80", 3, true, 3, 0xd800);
    check_decode("\xed\xbf\xbf", 3, true, 3, 0xdfff);
    check_decode("\xed\xa0\x80", 3, false, 1, -1);
    check_decode("\xed\xa0", 2, true, 1, -1);
    check_decode("\xed\x9f\xbf", 3, true, 3, 0xd7ff); /* the last before them is no surrogate */
    char out[4];
    assert_int_equal(utf8_encode(0xd800, out), 3);
    assert_memory_equal(out, "\xed\xa0\x80", 3);
}

static void test_every_code_point_comes_back(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x10ffff; c++) {
        char out[4];
        int32_t back;
        size_t n = utf8_encode(c, out);
        assert_int_equal(utf8_decode(out, n, true, &back), n);
        assert_int_equal(back, (int32_t)c);
    }
}

static void test_validate_and_length(void **state)
{
    (void)state;
    assert_int_equal(utf8_validate("aé€😀", 10), 10);
    assert_int_equal(utf8_validate("aé\xff", 4), 3);
    assert_int_equal(utf8_validate("\xed\xa0\x80", 3), 0);
    assert_int_equal(utf8_validate("", 0), 0);
    assert_int_equal(utf8_length("aé€😀", 10), 4);
    assert_int_equal(utf8_length("\xed\xa0\x80", 3), 1);
    assert_int_equal(utf8_length("a\xff", 2), 2);
}

static void test_width(void **state)
{
    (void)state;
    assert_int_equal(utf8_width('a'), 1);
    assert_int_equal(utf8_width(0x6f22), 2);  /* 漢 */
    assert_int_equal(utf8_width(0x1f600), 2); /* an emoji */
    assert_int_equal(utf8_width(0x301), 0);   /* a combining acute */
    assert_int_equal(utf8_width(0x200d), 0);  /* zero width joiner */
    assert_int_equal(utf8_width(0xad), 1);    /* soft hyphen */
    assert_int_equal(utf8_width(0xff21), 2);  /* fullwidth A */
    assert_int_equal(utf8_width(0x25ba), 1);  /* ►, a glyph of ours */
    assert_int_equal(utf8_width(0x2026), 1);  /* … */
    assert_int_equal(utf8_width(0x378), 1);   /* not assigned: a terminal draws something */
    assert_int_equal(utf8_width('\n'), 0);
    assert_int_equal(utf8_columns("e\xcc\x81漢", 6), 3);
    assert_int_equal(utf8_columns("a\xff", 2), 2);
}

static void check_escaped(const char *s, size_t n, const char *expected)
{
    struct buffer b = {0};
    utf8_append_escaped(&b, s, n);
    assert_string_equal(buffer_text(&b), expected);
    buffer_free(&b);
}

static void test_escapes(void **state)
{
    (void)state;
    check_escaped("plain é", 8, "plain é");
    check_escaped("\n\r\t", 3, "\\n\\r\\t");
    check_escaped("\033[2J", 4, "\\x1b[2J");
    check_escaped("\0", 1, "\\x00");
    check_escaped("\x7f", 1, "\\x7f");
    check_escaped("\xc2\x9b", 2, "\\x9b");       /* C1: a CSI in one character */
    check_escaped("\xe2\x80\xae", 3, "\\u202e"); /* right-to-left override */
    check_escaped("\xe2\x80\xa8", 3, "\\u2028"); /* line separator */
    check_escaped("\xed\xa0\x80", 3, "\\ud800"); /* lone surrogate */
    check_escaped("\x9b\xff", 2, "\\x9b\\xff");  /* malformed bytes */
    check_escaped("\xe2\x80", 2, "\\xe2\\x80");  /* cut off */
    check_escaped("\xf4\x90\x80\x80", 4, "\\xf4\\x90\\x80\\x80");
}

static void test_nothing_escaped_is_a_control(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x10ffff; c++) {
        char in[4];
        struct buffer b = {0};
        utf8_append_escaped(&b, in, utf8_encode(c, in));
        for (size_t i = 0; i < b.len;) {
            int32_t shown;
            i += utf8_decode(b.data + i, b.len - i, false, &shown);
            assert_true(shown >= 0x20 && !utf8_is_control((uint32_t)shown));
        }
        buffer_free(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decode),
        cmocka_unit_test(test_decode_malformed),
        cmocka_unit_test(test_surrogates),
        cmocka_unit_test(test_every_code_point_comes_back),
        cmocka_unit_test(test_validate_and_length),
        cmocka_unit_test(test_width),
        cmocka_unit_test(test_escapes),
        cmocka_unit_test(test_nothing_escaped_is_a_control),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
