/* _calendar: the native part of modules/python/_calendar.py.  The Gregorian calendar, carried back
 * to year 1; a day's ordinal counts from 0001-01-01, which is 1. */
#include "native.h"

#include <pyviz/base/ascii.h>

#include <stdio.h>
#include <string.h>

enum { YEARS_400 = 146097, YEARS_100 = 36524, YEARS_4 = 1461, YEAR = 365, DECEMBER = 12 };

static bool is_leap(int64_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* a // b for b > 0 */
static int64_t whole_part(int64_t a, int64_t b)
{
    return a >= 0 ? a / b : -((b - 1 - a) / b);
}

static int64_t days_before_year(int64_t year)
{
    year--;
    return year * YEAR + whole_part(year, 4) - whole_part(year, 100) + whole_part(year, 400);
}

static int64_t days_before_month(int64_t year, int64_t month)
{
    static const int16_t before[] = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    return before[month] + (month > 2 && is_leap(year));
}

static int64_t number(Object *o)
{
    int overflow;
    return int_as_i64(o, &overflow);
}

/* to_ordinal(year, month, day) */
BUILTIN(calendar_to_ordinal)
{
    UNUSED_ONE;
    int64_t year = number(args[0]), month = number(args[1]);
    return int_from_i64(m,
                        days_before_year(year) + days_before_month(year, month) + number(args[2]));
}

static Object *date_tuple(Machine *m, int64_t year, int64_t month, int64_t day)
{
    Object *date[] = {int_from_i64(m, year), int_from_i64(m, month), int_from_i64(m, day)};
    if (date[0] && date[1] && date[2])
        return tuple_from_array_steal(m, date, 3);
    for (int i = 0; i < 3; i++)
        xdecref(m, date[i]);
    return NULL;
}

/* from_ordinal(n): (year, month, day).  Cycles of 400, 100, 4 and 1 years; the last day of the
 * longer ones belongs to the cycle before. */
BUILTIN(calendar_from_ordinal)
{
    UNUSED_ONE;
    int overflow;
    int64_t n = int_as_i64(args[0], &overflow) - 1, cycle = whole_part(n, YEARS_400);
    if (overflow)
        return error_set(m, EXC_OverflowError, "Python int too large to convert to C long");
    int64_t year = cycle * 400 + 1, days = n - cycle * YEARS_400, centuries = days / YEARS_100;
    days %= YEARS_100;
    year += centuries * 100 + days / YEARS_4 * 4;
    days %= YEARS_4;
    int64_t years = days / YEAR;
    year += years;
    days %= YEAR;
    if (years == 4 || centuries == 4)
        return date_tuple(m, year - 1, DECEMBER, 31);
    int64_t month = (days + 50) >> 5;
    if (days_before_month(year, month) > days)
        month--;
    return date_tuple(m, year, month, days - days_before_month(year, month) + 1);
}

enum { LAST_ORDINAL = 3652059, MOMENT_FIELDS = 7 };
static const int64_t hour_us = 3600000000, minute_us = 60000000, second_us = 1000000;
static const int64_t day_us = 24 * 3600000000;

/* moment_us(year, month, day, hour, minute, second, microsecond): since the day before 0001-01-01
 */
BUILTIN(calendar_moment_us)
{
    UNUSED_ONE;
    int64_t v[MOMENT_FIELDS];
    if (!arg_check_positional(m, "moment_us", nargs, MOMENT_FIELDS, MOMENT_FIELDS))
        return NULL;
    for (int i = 0; i < MOMENT_FIELDS; i++)
        v[i] = number(args[i]);
    int64_t days = days_before_year(v[0]) + days_before_month(v[0], v[1]) + v[2];
    return int_from_i64(m, days * day_us + v[3] * hour_us + v[4] * minute_us + v[5] * second_us +
                               v[6]);
}

/* moment_fields(us): the seven of them, the inverse; None if no year has it. */
BUILTIN(calendar_moment_fields)
{
    UNUSED_ONE;
    int overflow;
    int64_t us = int_as_i64(args[0], &overflow), days = us / day_us;
    if (overflow || us < day_us || days > LAST_ORDINAL)
        return newref(m->none);
    Object *ordinal = int_from_i64(m, days), *date = NULL;
    if (ordinal)
        date = calendar_from_ordinal(m, self, &ordinal, 1, NULL);
    xdecref(m, ordinal);
    if (!date)
        return NULL;
    us %= day_us;
    Object *field[MOMENT_FIELDS] = {
        newref(tuple_item(date, 0)),          newref(tuple_item(date, 1)),
        newref(tuple_item(date, 2)),          int_from_i64(m, us / hour_us),
        int_from_i64(m, us / minute_us % 60), int_from_i64(m, us / second_us % 60),
        int_from_i64(m, us % second_us),
    };
    decref(m, date);
    return tuple_from_array_steal(m, field, MOMENT_FIELDS);
}

/* set_fields(o, names, values...): attributes of one that no program has seen yet. */
BUILTIN(calendar_set_fields)
{
    UNUSED_SELF;
    (void)kwnames;
    if (nargs < 2 || !is_tuple(args[1]) || tuple_size(args[1]) != (ssize_t)nargs - 2)
        return error_set(m, EXC_TypeError, "set_fields(o, names, values...)");
    for (size_t i = 2; i < nargs; i++)
        if (object_generic_setattr(m, args[0], tuple_item(args[1], (ssize_t)i - 2), args[i]) < 0)
            return NULL;
    return newref(m->none);
}

/* The number of so many digits, or -1. */
static int64_t digits(const char *s, int n)
{
    int64_t v = 0;
    for (int i = 0; i < n; i++) {
        if (!ascii_is_digit(s[i]))
            return -1;
        v = v * 10 + (s[i] - '0');
    }
    return v;
}

/* iso_moment(text): the fields of YYYY-MM-DDThh:mm:ss[.ffffff], the usual form; else None. */
BUILTIN(calendar_iso_moment)
{
    UNUSED_ONE;
    enum { PLAIN = 19, WITH_FRACTION = 26 };
    const StrObject *text = (const StrObject *)args[0];
    if (!is_str(args[0]) || !text->ascii ||
        (text->length != PLAIN && text->length != WITH_FRACTION))
        return newref(m->none);
    const char *s = text->data;
    bool fraction = text->length == WITH_FRACTION;
    int64_t v[MOMENT_FIELDS] = {digits(s, 4),
                                digits(s + 5, 2),
                                digits(s + 8, 2),
                                digits(s + 11, 2),
                                digits(s + 14, 2),
                                digits(s + 17, 2),
                                fraction ? digits(s + 20, 6) : 0};
    bool right = s[4] == '-' && s[7] == '-' && s[13] == ':' && s[16] == ':' &&
                 (!fraction || s[19] == '.' || s[19] == ',') && (s[10] == 'T' || s[10] == ' ');
    for (int i = 0; i < MOMENT_FIELDS; i++)
        right = right && v[i] >= 0;
    if (!right)
        return newref(m->none);
    Object *field[MOMENT_FIELDS];
    for (int i = 0; i < MOMENT_FIELDS; i++)
        if (!(field[i] = int_from_i64(m, v[i]))) {
            while (i-- > 0)
                decref(m, field[i]);
            return NULL;
        }
    return tuple_from_array_steal(m, field, MOMENT_FIELDS);
}

/* ---- as text --------------------------------------------------------------------------------- */

static const char *const day_names[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday"};
static const char *const month_names[] = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};

/* What one directive of strftime gives, at most so long; false: it is not known here. */
enum { DIRECTIVE_MOST = 16 };
static bool directive(char letter, const int64_t *v, char *out)
{
    enum { YEAR_, MONTH_, DAY_, HOUR_, MINUTE_, SECOND_, US_ };
    int64_t yday = days_before_month(v[YEAR_], v[MONTH_]) + v[DAY_];
    int64_t weekday = (days_before_year(v[YEAR_]) + yday + 6) % 7;
    static const char simple[] = "dHMSmy";
    const int64_t value[] = {v[DAY_], v[HOUR_], v[MINUTE_], v[SECOND_], v[MONTH_], v[YEAR_] % 100};
    const char *found = strchr(simple, letter);
    switch (letter) {
    case 'Y':
        return snprintf(out, DIRECTIVE_MOST, "%lld", (long long)v[YEAR_]) > 0;
    case 'I':
        return snprintf(out, DIRECTIVE_MOST, "%02d", (int)((v[HOUR_] + 11) % 12 + 1)) > 0;
    case 'p':
        return snprintf(out, DIRECTIVE_MOST, "%s", v[HOUR_] < 12 ? "AM" : "PM") > 0;
    case 'j':
        return snprintf(out, DIRECTIVE_MOST, "%03d", (int)yday) > 0;
    case 'f':
        return snprintf(out, DIRECTIVE_MOST, "%06d", (int)v[US_]) > 0;
    case 'a':
        return snprintf(out, DIRECTIVE_MOST, "%.3s", day_names[weekday]) > 0;
    case 'A':
        return snprintf(out, DIRECTIVE_MOST, "%s", day_names[weekday]) > 0;
    case 'b':
        return snprintf(out, DIRECTIVE_MOST, "%.3s", month_names[v[MONTH_] - 1]) > 0;
    case 'B':
        return snprintf(out, DIRECTIVE_MOST, "%s", month_names[v[MONTH_] - 1]) > 0;
    case '%':
        return snprintf(out, DIRECTIVE_MOST, "%%") > 0;
    default:
        return found && letter &&
               snprintf(out, DIRECTIVE_MOST, "%02d", (int)value[found - simple]) > 0;
    }
}

/* format_moment(format, year, month, day, hour, minute, second, microsecond): strftime of what is
 * usual; None: the format, or the year, is not. */
BUILTIN(calendar_format_moment)
{
    UNUSED_SELF;
    (void)kwnames;
    int64_t v[MOMENT_FIELDS];
    if (!arg_check_positional(m, "format_moment", nargs, 1 + MOMENT_FIELDS, 1 + MOMENT_FIELDS))
        return NULL;
    for (int i = 0; i < MOMENT_FIELDS; i++)
        v[i] = number(args[i + 1]);
    const StrObject *format = (const StrObject *)args[0];
    if (!is_str(args[0]) || !format->ascii || v[0] < 1000)
        return newref(m->none);
    StrWriter out = {0};
    const char *end = format->data + format->length;
    for (const char *s = format->data; s < end; s++) {
        char text[DIRECTIVE_MOST] = {*s};
        if (!*s || (*s == '%' && (++s == end || !directive(*s, v, text)))) {
            str_writer_drop(m, &out);
            return newref(m->none);
        }
        if (str_writer_ascii(m, &out, text) < 0)
            break;
    }
    return str_writer_finish(m, &out);
}

static const MethodDef calendar_methods[] = {
    {"format_moment", calendar_format_moment, METH_FASTCALL, NULL},
    {"iso_moment", calendar_iso_moment, METH_O, NULL},
    {"moment_fields", calendar_moment_fields, METH_O, NULL},
    {"moment_us", calendar_moment_us, METH_FASTCALL, NULL},
    {"set_fields", calendar_set_fields, METH_FASTCALL, NULL},
    {"to_ordinal", calendar_to_ordinal, METH_FASTCALL, NULL},
    {"from_ordinal", calendar_from_ordinal, METH_O, NULL},
    {0},
};

const ModuleSpec calendar_numbers_module = {
    .name = "_calendar", .hidden = true, .methods = calendar_methods, .python = true};
