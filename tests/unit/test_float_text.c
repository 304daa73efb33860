/* floats as text: the shortest repr, the conversions of %-formatting, parsing and rounding.  The
 * expectations are CPython's. */
#include "../../src/machine/objects/number.h"

#include <pyviz/machine/float.h>

#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void expect_format(double v, char conversion, int precision, bool alternate, bool add_dot_0,
                          const char *expected)
{
    struct buffer b = {0};
    float_format(&b, v, conversion, precision, alternate, add_dot_0);
    assert_string_equal(buffer_text(&b), expected);
    buffer_free(&b);
}

static void expect_repr(double v, const char *expected)
{
    expect_format(v, 'r', 0, false, true, expected);
}

static void repr_is_positional_from_1e_minus_4_to_1e16(void **state)
{
    (void)state;
    expect_repr(0.0001, "0.0001");
    expect_repr(0.00001, "1e-05");
    expect_repr(1e15, "1000000000000000.0");
    expect_repr(9999999999999998.0, "9999999999999998.0");
    expect_repr(1e16, "1e+16");
    expect_repr(123456789.0, "123456789.0");
    expect_repr(-0.0, "-0.0");
    expect_repr(INFINITY, "inf");
    expect_repr(-INFINITY, "-inf");
    expect_repr(NAN, "nan");
}

static void repr_takes_as_few_digits_as_read_back(void **state)
{
    (void)state;
    expect_repr(0.1, "0.1");
    expect_repr(0.1 + 0.2, "0.30000000000000004");
    expect_repr(5e-324, "5e-324");
    expect_repr(DBL_MAX, "1.7976931348623157e+308");
    expect_repr(DBL_MIN, "2.2250738585072014e-308");
    expect_repr(9007199254740993.0, "9007199254740992.0");
    expect_repr(2e-323, "2e-323");
}

/* The neighbours of a power of two are at unequal distances, so that the nearest short decimal need
 * not be the one that reads back. */
static void repr_of_every_power_of_two_reads_back(void **state)
{
    (void)state;
    for (int e = -1074; e <= 1023; e++) {
        struct buffer b = {0};
        float_repr(&b, ldexp(1.0, e));
        double v = 0;
        assert_int_equal(float_parse(b.data, b.len, &v), b.len);
        assert_true(v == ldexp(1.0, e));
        buffer_free(&b);
    }
    expect_repr(ldexp(1.0, -44), "5.684341886080802e-14");
    expect_repr(ldexp(1.0, 89), "6.189700196426902e+26");
}

static void conversions_are_those_of_percent_formatting(void **state)
{
    (void)state;
    expect_format(1234.5678, 'f', 2, false, false, "1234.57");
    expect_format(2.5, 'f', 0, false, false, "2");
    expect_format(2.5, 'f', 0, true, false, "2.");
    expect_format(1234.5678, 'e', 3, false, false, "1.235e+03");
    expect_format(0.0, 'e', 0, true, false, "0.e+00");
    expect_format(1e100, 'E', 1, false, false, "1.0E+100");
    expect_format(100000.0, 'g', 6, false, false, "100000");
    expect_format(1000000.0, 'g', 6, false, false, "1e+06");
    expect_format(0.0001, 'g', 6, false, false, "0.0001");
    expect_format(0.00001, 'g', 6, false, false, "1e-05");
    expect_format(0.5, 'g', 3, true, false, "0.500");
    expect_format(NAN, 'F', 1, false, false, "NAN");
    expect_format(-INFINITY, 'E', 1, false, false, "-INF");
    expect_format(12345.0, 'g', 5, false, true, "1.2345e+04");
    expect_format(12345.0, 'g', 6, false, true, "12345.0");
}

static void expect_parse(const char *text, size_t taken, double expected)
{
    double v = -1;
    assert_int_equal(float_parse(text, strlen(text), &v), taken);
    if (taken)
        assert_true(v == expected);
}

static void parsing_stops_where_the_number_does(void **state)
{
    (void)state;
    expect_parse("1.5", 3, 1.5);
    expect_parse("-.5e1x", 5, -5.0);
    expect_parse("5.", 2, 5.0);
    expect_parse("1e", 1, 1.0);
    expect_parse("1e+", 1, 1.0);
    expect_parse("Infinity", 8, INFINITY);
    expect_parse("-infinit", 4, -INFINITY);
    expect_parse("1e99999999999999999999", 22, INFINITY);
    expect_parse("1e-99999999999999999999", 23, 0.0);
    expect_parse("0x10", 1, 0.0);
    expect_parse(".", 0, 0);
    expect_parse("e5", 0, 0);
    expect_parse("+", 0, 0);
}

static void underscores_stand_between_digits_only(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool valid;
    } cases[] = {{"1_0.5_0", true}, {"1e5_0", true}, {"_1", false},  {"1_", false},
                 {"1__0", false},   {"1_.5", false}, {"1._5", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer b = {0};
        assert_int_equal(float_drop_underscores(cases[i].text, strlen(cases[i].text), &b),
                         cases[i].valid);
        buffer_free(&b);
    }
}

static void rounding_looks_at_the_exact_value(void **state)
{
    (void)state;
    assert_true(float_round(2.675, 2) == 2.67);
    assert_true(float_round(0.5, 0) == 0.0);
    assert_true(float_round(1.5, 0) == 2.0);
    assert_true(float_round(15.0, -1) == 20.0);
    assert_true(float_round(25.0, -1) == 20.0);
    assert_true(float_round(25.000001, -1) == 30.0);
    assert_true(float_round(5.0, -1) == 0.0);
    assert_true(float_round(5.1, -1) == 10.0);
    assert_true(float_round(999.0, -2) == 1000.0);
    assert_true(float_round(4.9, -2) == 0.0);
    assert_true(signbit(float_round(-0.1, 0)));
    assert_true(isinf(float_round(DBL_MAX, -308)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(repr_is_positional_from_1e_minus_4_to_1e16),
        cmocka_unit_test(repr_takes_as_few_digits_as_read_back),
        cmocka_unit_test(repr_of_every_power_of_two_reads_back),
        cmocka_unit_test(conversions_are_those_of_percent_formatting),
        cmocka_unit_test(parsing_stops_where_the_number_does),
        cmocka_unit_test(underscores_stand_between_digits_only),
        cmocka_unit_test(rounding_looks_at_the_exact_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
