/* Texts that are alike but for addresses. */
#include "../../src/app/verify_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static struct text text(const char *s)
{
    return (struct text){s, strlen(s)};
}

static enum text_relation relation(const char *real, const char *ours, bool fleeting)
{
    struct text_match match = {.fleeting = fleeting};
    enum text_relation found = text_compare(text(real), text(ours), &match);
    if (found == TEXT_ALIKE && (match.real < strlen(real) || match.ours < strlen(ours)))
        return TEXT_DIFFERS;
    return found;
}

static void test_addresses_are_alike(void **state)
{
    (void)state;
    assert_int_equal(relation("<A at 0x7f68506b6ed0>", "<A at 0x7f5a1005b750>", false), TEXT_ALIKE);
    assert_int_equal(relation("140086007773440\n", "140024792590528\n", false), TEXT_ALIKE);
    assert_int_equal(relation("7f68506b6ed0", "7f5a1005b750", false), TEXT_ALIKE);
    assert_int_equal(relation("94371234567890 x", "140024792590528 x", false), TEXT_ALIKE);
}

static void test_other_numbers_are_not(void **state)
{
    (void)state;
    assert_int_equal(relation("12345", "12346", false), TEXT_DIFFERS);
    assert_int_equal(relation("140086007773440", "999999999999999", false), TEXT_DIFFERS);
    assert_int_equal(relation("999999999999999", "140024792590528", false), TEXT_DIFFERS);
    assert_int_equal(relation("0x7f68506b6ed0", "140024792590528", false), TEXT_DIFFERS);
    assert_int_equal(relation("a140086007773440", "a140024792590528", false), TEXT_DIFFERS);
    assert_int_equal(relation("0x7f68506b6ed0!", "0x7f5a1005b750?", false), TEXT_DIFFERS);
}

static void test_what_is_one_stays_one(void **state)
{
    (void)state;
    const char *one = "0x7f5a1005b750 0x7f5a1005b750", *two = "0x7f68506b6ed0 0x7f68506b6ee0";
    assert_int_equal(relation(two, one, false), TEXT_ADDRESSES);
    assert_int_equal(
        relation("0x7f68506b6ed0 0x7f68506b6ed0", "0x7f5a1005b750 0x7f5a1005b760", false),
        TEXT_ADDRESSES);
    assert_int_equal(relation(two, one, true), TEXT_ALIKE);
}

static void test_where_they_part(void **state)
{
    (void)state;
    struct text_match match = {0};
    assert_int_equal(
        text_compare(text("id 140086007773440 a"), text("id 140024792590528 b"), &match),
        TEXT_DIFFERS);
    assert_int_equal(match.real, 19);
    assert_int_equal(match.ours, 19);
    assert_int_equal(match.addresses, 1);
    assert_true(text_has_address(text("id 140024792590528 b")));
    assert_false(text_has_address(text("id 140024792590 b")));
}

static void test_frames_of_the_library(void **state)
{
    static const char real[] = "Traceback (most recent call last):\n"
                               "  File \"lesson.py\", line 2, in <module>\n    f()\n    ^^^\n"
                               "  File \"/usr/lib/python3.12/json/__init__.py\", line 9, in loads\n"
                               "    x\n"
                               "  File \"<frozen posixpath>\", line 76, in join\n"
                               "  [Previous line repeated 3 more times]\n"
                               "TypeError: no\n";
    struct buffer out = {0};
    (void)state;
    assert_int_equal(text_leave_library_out(text(real), &out), 2);
    assert_string_equal(buffer_text(&out),
                        "Traceback (most recent call last):\n"
                        "  File \"lesson.py\", line 2, in <module>\n    f()\n    ^^^\n"
                        "TypeError: no\n");
    buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_addresses_are_alike),   cmocka_unit_test(test_other_numbers_are_not),
        cmocka_unit_test(test_what_is_one_stays_one), cmocka_unit_test(test_where_they_part),
        cmocka_unit_test(test_frames_of_the_library),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
