/* _calendar: the native part of modules/python/_calendar.py.  The Gregorian calendar, carried back
 * to year 1; a day's ordinal counts from 0001-01-01, which is 1. */
#include "native.h"

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

static const MethodDef calendar_methods[] = {
    {"to_ordinal", calendar_to_ordinal, METH_FASTCALL, NULL},
    {"from_ordinal", calendar_from_ordinal, METH_O, NULL},
    {0},
};

const ModuleSpec calendar_numbers_module = {
    .name = "_calendar", .hidden = true, .methods = calendar_methods, .python = true};
