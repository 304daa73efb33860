#include "unicode.h"

#include <pyviz/base/ascii.h>

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

struct range {
    uint32_t first, last;
};
struct special_case {
    uint32_t from, upper[UNICODE_CASE_MAX], title[UNICODE_CASE_MAX]; /* 0 ends */
};

#include "unicode_tables.h"

#define IN_TABLE(c, table) in_ranges((c), (table), sizeof(table) / sizeof *(table))

static bool in_ranges(uint32_t c, const struct range *ranges, size_t n)
{
    size_t low = 0;
    while (low < n) {
        size_t middle = low + (n - low) / 2;
        if (c > ranges[middle].last)
            low = middle + 1;
        else if (c < ranges[middle].first)
            n = middle;
        else
            return true;
    }
    return false;
}

/* Unicode 15.1's additions, which older tables of utf8proc do not know. */
static utf8proc_category_t category(uint32_t c)
{
    utf8proc_category_t of = utf8proc_category((utf8proc_int32_t)c);
    if (of != UTF8PROC_CATEGORY_CN)
        return of;
    if (c >= 0x2ebf0 && c <= 0x2ee5d)
        return UTF8PROC_CATEGORY_LO;
    return (c >= 0x2ffc && c <= 0x2fff) || c == 0x31ef ? UTF8PROC_CATEGORY_SO : of;
}

#define BIT(name) (1u << UTF8PROC_CATEGORY_##name)

static bool has_category(uint32_t c, unsigned set)
{
    return set >> category(c) & 1;
}

bool unicode_is_printable(uint32_t c)
{
    if (c < 0x7f)
        return c >= 0x20;
    return !has_category(c, BIT(CC) | BIT(CF) | BIT(CS) | BIT(CO) | BIT(CN) | BIT(ZL) | BIT(ZP) |
                                BIT(ZS));
}

bool unicode_is_space(uint32_t c)
{
    if (c < 0x80)
        return c == ' ' || (c >= 0x09 && c <= 0x0d) || (c >= 0x1c && c <= 0x1f);
    return c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 ||
           c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

bool unicode_is_line_break(uint32_t c)
{
    return (c >= 0x0a && c <= 0x0d) || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 ||
           c == 0x2029;
}

bool unicode_is_alpha(uint32_t c)
{
    if (c < 0x80)
        return ascii_is_letter((int)c);
    return has_category(c, BIT(LU) | BIT(LL) | BIT(LT) | BIT(LM) | BIT(LO));
}

bool unicode_is_alnum(uint32_t c)
{
    return unicode_is_alpha(c) || unicode_is_numeric(c);
}

bool unicode_is_decimal(uint32_t c)
{
    if (c < 0x80)
        return ascii_is_digit((int)c);
    return has_category(c, BIT(ND));
}

bool unicode_is_digit(uint32_t c)
{
    return unicode_is_decimal(c) || (c >= 0x80 && IN_TABLE(c, digits));
}

bool unicode_is_numeric(uint32_t c)
{
    if (c < 0x80)
        return unicode_is_decimal(c);
    return has_category(c, BIT(ND) | BIT(NO) | BIT(NL)) || IN_TABLE(c, numerals);
}

bool unicode_is_lower(uint32_t c)
{
    if (c < 0x80)
        return ascii_is_lower((int)c);
    return has_category(c, BIT(LL)) || IN_TABLE(c, other_lowercase);
}

bool unicode_is_upper(uint32_t c)
{
    if (c < 0x80)
        return ascii_is_upper((int)c);
    return has_category(c, BIT(LU)) || IN_TABLE(c, other_uppercase);
}

bool unicode_is_title(uint32_t c)
{
    return c >= 0x80 && has_category(c, BIT(LT));
}

bool unicode_is_cased(uint32_t c)
{
    return unicode_is_lower(c) || unicode_is_upper(c) || unicode_is_title(c);
}

bool unicode_is_case_ignorable(uint32_t c)
{
    return has_category(c, BIT(MN) | BIT(ME) | BIT(CF) | BIT(LM) | BIT(SK)) ||
           IN_TABLE(c, case_ignorable);
}

/* Decimal digits stand in unbroken runs of tens, each from zero to nine. */
int unicode_decimal_value(uint32_t c)
{
    if (c < 0x80)
        return ascii_is_digit((int)c) ? (int)(c - '0') : -1;
    if (!unicode_is_decimal(c))
        return -1;
    uint32_t first = c;
    while (unicode_is_decimal(first - 1))
        first--;
    return (int)((c - first) % 10);
}

/* ---- case ------------------------------------------------------------------------------------ */

static int compare_special(const void *key, const void *row)
{
    uint32_t c = *(const uint32_t *)key, from = ((const struct special_case *)row)->from;
    return (c > from) - (c < from);
}

static const struct special_case *find_special(uint32_t c)
{
    return bsearch(&c, special_cases, sizeof special_cases / sizeof *special_cases,
                   sizeof *special_cases, compare_special);
}

static int take(const uint32_t from[UNICODE_CASE_MAX], uint32_t out[UNICODE_CASE_MAX])
{
    int n = 0;
    for (; n < UNICODE_CASE_MAX && from[n]; n++)
        out[n] = from[n];
    return n;
}

int unicode_to_lower(uint32_t c, uint32_t out[UNICODE_CASE_MAX])
{
    if (c == 0x130) /* the only one that grows: a dotted capital I */
        return take((const uint32_t[UNICODE_CASE_MAX]){'i', 0x307, 0}, out);
    out[0] = c < 0x80 ? (c >= 'A' && c <= 'Z' ? c + 32 : c)
                      : (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
    return 1;
}

int unicode_to_upper(uint32_t c, uint32_t out[UNICODE_CASE_MAX])
{
    const struct special_case *special = c < 0x80 ? NULL : find_special(c);
    if (special)
        return take(special->upper, out);
    out[0] = c < 0x80 ? (c >= 'a' && c <= 'z' ? c - 32 : c)
                      : (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
    return 1;
}

int unicode_to_title(uint32_t c, uint32_t out[UNICODE_CASE_MAX])
{
    const struct special_case *special = c < 0x80 ? NULL : find_special(c);
    if (special)
        return take(special->title, out);
    out[0] = c < 0x80 ? (c >= 'a' && c <= 'z' ? c - 32 : c)
                      : (uint32_t)utf8proc_totitle((utf8proc_int32_t)c);
    return 1;
}

int unicode_to_folded(uint32_t c, uint32_t out[UNICODE_CASE_MAX])
{
    if (c < 0x80)
        return unicode_to_lower(c, out);
    utf8proc_int32_t folded[8];
    int boundary = 0;
    utf8proc_ssize_t n =
        utf8proc_decompose_char((utf8proc_int32_t)c, folded, 8, UTF8PROC_CASEFOLD, &boundary);
    if (n < 1 || n > UNICODE_CASE_MAX) {
        out[0] = c;
        return 1;
    }
    for (utf8proc_ssize_t i = 0; i < n; i++)
        out[i] = (uint32_t)folded[i];
    return (int)n;
}
