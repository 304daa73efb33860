/* floats as text, both ways: Python/pystrtod.c, Python/dtoa.c.
 *
 * glibc rounds correctly in both directions, so that digits come from snprintf("%.*e") and values
 * from strtod.  Neither is ever given or asked for a decimal point, whose form is the locale's: a
 * value is written as whole digits and a power of ten, and of what snprintf writes only the digits
 * are taken. */
#include "number.h"

#include <pyviz/base/ascii.h>
#include <pyviz/machine/float.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include <errno.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    SURE_DIGITS = 15,   /* any decimal of so many digits survives the way to a double and back */
    ENOUGH_DIGITS = 17, /* any double survives the way to so many digits and back */
    REPR_MIN_POINT = -4,
    REPR_MAX_POINT = 16,
    EXPONENT_MAX = 1000000000,
};

/* ---- digits ---------------------------------------------------------------------------------- */

/* |v| = 0.d1d2d3... * 10**point, rounded to n digits, correctly. */
struct decimal {
    char *digits;
    int n, point;
};

/* Room for n digits and what snprintf puts around them. */
enum { DECIMAL_ROOM = 32 };

/* text: n + DECIMAL_ROOM bytes, in which the digits end up. */
static struct decimal to_decimal(double v, int n, char *text)
{
    snprintf(text, (size_t)n + DECIMAL_ROOM, "%.*e", n - 1, fabs(v));
    const char *s = text;
    struct decimal d = {text, 0, 0};
    for (; *s != 'e'; s++)
        if (ascii_is_digit(*s))
            text[d.n++] = *s;
    d.point = (int)strtol(s + 1, NULL, 10) + 1;
    text[d.n] = '\0';
    return d;
}

/* 0.digits * 10**point */
static double from_decimal(const char *digits, int n, int point)
{
    char text[64];
    snprintf(text, sizeof text, "%.*se%d", n, digits, point - n);
    return strtod(text, NULL);
}

/* One more or one less in the last place; false where that would carry. */
static bool neighbour(struct decimal *d, int step)
{
    char *last = &d->digits[d->n - 1];
    if (*last == (step > 0 ? '9' : '0'))
        return false;
    *last = (char)(*last + step);
    return true;
}

/* Does the decimal, or at a power of two (whose neighbours are at unequal distances) one beside it,
 * read back as v? */
static bool reads_back(struct decimal *d, double v)
{
    if (from_decimal(d->digits, d->n, d->point) == v)
        return true;
    int exponent;
    if (frexp(v, &exponent) != 0.5)
        return false;
    for (int step = -1; step <= 1; step += 2) {
        if (!neighbour(d, step))
            continue;
        if (from_decimal(d->digits, d->n, d->point) == v)
            return true;
        neighbour(d, -step);
    }
    return false;
}

/* The fewest digits that read back as v (finite). */
static struct decimal shortest(double v, char text[ENOUGH_DIGITS + DECIMAL_ROOM])
{
    struct decimal d;
    v = fabs(v);
    int n = v != 0 && v < DBL_MIN ? 1 : SURE_DIGITS;
    do
        d = to_decimal(v, n, text);
    while (n++ < ENOUGH_DIGITS && !reads_back(&d, v));
    while (d.n > 1 && d.digits[d.n - 1] == '0')
        d.n--;
    return d;
}

/* ---- float to text --------------------------------------------------------------------------- */

static void put_zeros(struct buffer *b, int n)
{
    while (n-- > 0)
        buffer_putc(b, '0');
}

/* Positional: digits and zeros around a point, which stands there if anything follows or it must.
 */
static void put_fixed(struct buffer *b, const struct decimal *d, bool must_point, bool add_dot_0)
{
    if (d->point <= 0) {
        buffer_puts(b, "0.");
        put_zeros(b, -d->point);
        buffer_append(b, d->digits, (size_t)d->n);
        return;
    }
    int whole = d->n < d->point ? d->n : d->point;
    buffer_append(b, d->digits, (size_t)whole);
    put_zeros(b, d->point - whole);
    if (d->n > whole || must_point || add_dot_0)
        buffer_putc(b, '.');
    buffer_append(b, d->digits + whole, (size_t)(d->n - whole));
    if (d->n <= whole && add_dot_0)
        buffer_putc(b, '0');
}

static void put_scientific(struct buffer *b, const struct decimal *d, bool must_point, char e)
{
    buffer_putc(b, d->digits[0]);
    if (d->n > 1 || must_point)
        buffer_putc(b, '.');
    buffer_append(b, d->digits + 1, (size_t)d->n - 1);
    buffer_printf(b, "%c%c%02d", e, d->point > 0 ? '+' : '-', abs(d->point - 1));
}

static void put_exact(struct buffer *b, double v, int precision, bool alternate)
{
    size_t from = b->len;
    buffer_printf(b, "%.*f", precision, fabs(v));
    size_t whole = strspn(b->data + from, "0123456789"), n = (size_t)precision;
    if (n) { /* the locale's separator may be of several bytes */
        char *point = b->data + from + whole;
        memmove(point + 1, b->data + b->len - n, n + 1);
        *point = '.';
        b->len = from + whole + 1 + n;
    } else if (alternate) {
        buffer_putc(b, '.');
    }
}

static void put_with_digits(struct buffer *b, double v, char conversion, int precision,
                            bool alternate, bool add_dot_0)
{
    char e = (char)(ascii_is_upper(conversion) ? 'E' : 'e');
    bool general = conversion == 'g' || conversion == 'G';
    int n = general ? (precision ? precision : 1) : precision + 1;
    struct buffer text = {0};
    struct decimal d = to_decimal(v, n, buffer_reserve(&text, (size_t)n + DECIMAL_ROOM));
    bool scientific = !general || d.point <= REPR_MIN_POINT || d.point > n - (add_dot_0 ? 1 : 0);
    while (general && !alternate && d.n > 1 && d.digits[d.n - 1] == '0')
        d.n--;
    if (scientific)
        put_scientific(b, &d, alternate, e);
    else
        put_fixed(b, &d, alternate, add_dot_0);
    buffer_free(&text);
}

void float_format(struct buffer *b, double v, char conversion, int precision, bool alternate,
                  bool add_dot_0)
{
    bool upper = ascii_is_upper(conversion);
    if (isnan(v)) {
        buffer_puts(b, upper ? "NAN" : "nan");
        return;
    }
    if (signbit(v))
        buffer_putc(b, '-');
    if (isinf(v)) {
        buffer_puts(b, upper ? "INF" : "inf");
    } else if (conversion == 'r') {
        char text[ENOUGH_DIGITS + DECIMAL_ROOM];
        struct decimal d = shortest(v, text);
        if (d.point <= REPR_MIN_POINT || d.point > REPR_MAX_POINT)
            put_scientific(b, &d, alternate, 'e');
        else
            put_fixed(b, &d, alternate, add_dot_0);
    } else if (conversion == 'f' || conversion == 'F') {
        put_exact(b, v, precision, alternate);
    } else {
        put_with_digits(b, v, conversion, precision, alternate, add_dot_0);
    }
}

void float_repr(struct buffer *b, double v)
{
    float_format(b, v, 'r', 0, false, true);
}

/* ---- text to float --------------------------------------------------------------------------- */

static size_t scan_digits(const char *s, size_t n, size_t at, struct buffer *digits)
{
    size_t from = at;
    while (at < n && ascii_is_digit(s[at]))
        at++;
    buffer_append(digits, s + from, at - from);
    return at;
}

/* The exponent part at s[at], if there is a whole one. */
static size_t scan_exponent(const char *s, size_t n, size_t at, int64_t *exponent)
{
    size_t i = at + 1;
    if (at >= n || (s[at] != 'e' && s[at] != 'E'))
        return at;
    bool negative = i < n && s[i] == '-';
    if (i < n && (s[i] == '+' || s[i] == '-'))
        i++;
    size_t from = i;
    int64_t v = 0;
    for (; i < n && ascii_is_digit(s[i]); i++)
        v = v > EXPONENT_MAX ? v : v * 10 + (s[i] - '0');
    *exponent += negative ? -v : v;
    return i == from ? at : i;
}

static size_t scan_word(const char *s, size_t n, size_t at, const char *word)
{
    size_t len = strlen(word);
    return n - at >= len && ascii_alike(s + at, word, len) ? at + len : at;
}

static size_t parse_special(const char *s, size_t n, size_t at, double *v)
{
    size_t end = scan_word(s, n, at, "infinity");
    if (end == at)
        end = scan_word(s, n, at, "inf");
    if (end > at) {
        *v = INFINITY;
        return end;
    }
    *v = NAN;
    return scan_word(s, n, at, "nan");
}

size_t float_parse(const char *s, size_t n, double *v)
{
    bool negative = n && s[0] == '-';
    size_t at = n && (s[0] == '-' || s[0] == '+');
    size_t end = parse_special(s, n, at, v);
    if (end == at) {
        struct buffer digits = {0};
        int64_t exponent = 0;
        end = scan_digits(s, n, at, &digits);
        if (end < n && s[end] == '.') {
            size_t before = digits.len;
            end = scan_digits(s, n, end + 1, &digits);
            exponent -= (int64_t)(digits.len - before);
        }
        if (digits.len) {
            end = scan_exponent(s, n, end, &exponent);
            buffer_printf(&digits, "e%lld", (long long)exponent);
            *v = strtod(digits.data, NULL);
        } else {
            end = 0;
        }
        buffer_free(&digits);
    }
    if (negative)
        *v = -*v;
    return end == at && at ? 0 : end;
}

bool float_drop_underscores(const char *s, size_t n, struct buffer *out)
{
    for (size_t i = 0; i < n; i++) {
        if (s[i] != '_') {
            buffer_putc(out, s[i]);
            continue;
        }
        if (i == 0 || i + 1 == n || !ascii_is_digit(s[i - 1]) || !ascii_is_digit(s[i + 1]))
            return false;
    }
    return true;
}

static bool parse_whole(const char *s, size_t n, double *v)
{
    while (n && number_is_space(*s)) {
        s++;
        n--;
    }
    while (n && number_is_space(s[n - 1]))
        n--;
    struct buffer plain = {0};
    bool valid = float_drop_underscores(s, n, &plain) && plain.len &&
                 float_parse(plain.data, plain.len, v) == plain.len;
    buffer_free(&plain);
    return valid;
}

Object *float_from_str(Machine *m, Object *o)
{
    struct buffer text = {0};
    if (is_str(o))
        number_text(o, &text);
    else
        buffer_append(&text, ((BytesObject *)o)->data, (size_t)((BytesObject *)o)->size);
    double v = 0;
    bool valid = parse_whole(buffer_text(&text), text.len, &v);
    buffer_free(&text);
    return valid ? float_from_double(m, v)
                 : error_set(m, EXC_ValueError, "could not convert string to float: %R", o);
}

/* ---- rounding -------------------------------------------------------------------------------- */

/* Rounds the digits of |x|'s whole part to tens, hundreds ...; `rest`: x has a fraction. */
static double round_whole(double x, int zeros)
{
    char text[DBL_MAX_10_EXP + DECIMAL_ROOM];
    double whole, fraction = modf(fabs(x), &whole);
    int n = snprintf(text + 1, sizeof text - 1, "%.0f", whole), kept = n - zeros;
    if (kept < 0)
        return 0.0;
    char *digits = text + 1;
    char first = digits[kept];
    bool more = fraction != 0 || strspn(digits + kept + 1, "0") != (size_t)(n - kept - 1);
    bool odd = kept > 0 && (digits[kept - 1] - '0') % 2;
    text[0] = '0';
    if (first > '5' || (first == '5' && (more || odd))) {
        int i = kept; /* in text, one further on than in digits: the last kept digit, or the '0' */
        while (text[i] == '9')
            text[i--] = '0';
        text[i]++;
    }
    snprintf(text + 1 + kept, sizeof text - 1 - (size_t)kept, "e%d", zeros);
    return strtod(text, NULL);
}

static double round_fraction(double x, int places)
{
    struct buffer text = {0};
    put_exact(&text, x, places, false);
    double v;
    float_parse(text.data, text.len, &v);
    buffer_free(&text);
    return v;
}

double float_round(double x, int places)
{
    double v = places >= 0 ? round_fraction(x, places) : round_whole(x, -places);
    return copysign(v, x);
}

/* ---- hexadecimal ----------------------------------------------------------------------------- */

Object *float_hex(Machine *m, double v)
{
    char text[64];
    const char *sign = signbit(v) ? "-" : "";
    if (isnan(v))
        return str_from_ascii(m, "nan");
    if (isinf(v)) {
        snprintf(text, sizeof text, "%sinf", sign);
    } else if (v == 0) {
        snprintf(text, sizeof text, "%s0x0.0p+0", sign);
    } else {
        uint64_t bits;
        memcpy(&bits, &v, sizeof bits);
        uint64_t fraction = bits & (((uint64_t)1 << 52) - 1);
        int exponent = (int)(bits >> 52 & 0x7ff);
        snprintf(text, sizeof text, "%s0x%d.%013llxp%+d", sign, exponent != 0,
                 (unsigned long long)fraction, exponent ? exponent - 1023 : -1022);
    }
    return str_from_ascii(m, text);
}

/* The digits of [0x]h.hhh[p+d]: the top 60 bits or so, what they are multiplied by, and whether
 * more was there. */
struct hex {
    uint64_t bits;
    int64_t exponent;
    bool inexact, any;
};

static const char *scan_hex(const char *s, struct hex *h)
{
    bool point = false;
    for (; ascii_is_hex(*s) || (*s == '.' && !point); s++) {
        if (*s == '.') {
            point = true;
            continue;
        }
        h->any = true;
        if (h->bits >> 56 == 0) {
            h->bits = h->bits * 16 + (unsigned)ascii_digit_value(*s);
            h->exponent -= point ? 4 : 0;
        } else {
            h->inexact |= ascii_digit_value(*s) != 0;
            h->exponent += point ? 0 : 4;
        }
    }
    if (*s != 'p' && *s != 'P')
        return s;
    bool negative = s[1] == '-';
    const char *first = s + 1 + (s[1] == '+' || s[1] == '-');
    int64_t v = 0;
    for (s = first; ascii_is_digit(*s); s++)
        v = v > EXPONENT_MAX ? v : v * 10 + (*s - '0');
    h->any &= s > first;
    h->exponent += negative ? -v : v;
    return s;
}

/* bits * 2**exponent as the nearest double; infinity where it is too large. */
static double from_hex(const struct hex *h)
{
    if (h->bits == 0)
        return 0.0;
    int64_t length = 64 - __builtin_clzll(h->bits), top = length + h->exponent;
    if (top > DBL_MAX_EXP)
        return INFINITY;
    if (top < DBL_MIN_EXP - DBL_MANT_DIG)
        return 0.0;
    int64_t lowest = DBL_MIN_EXP - DBL_MANT_DIG, extra = length - DBL_MANT_DIG;
    if (extra < lowest - h->exponent)
        extra = lowest - h->exponent;
    return ldexp((double)round_half_even(h->bits, (int)extra, h->inexact), (int)h->exponent);
}

static bool parse_hex(const char *s, const char *end, double *v)
{
    while (number_is_space(*s))
        s++;
    bool negative = *s == '-';
    if (*s == '-' || *s == '+')
        s++;
    size_t special = parse_special(s, (size_t)(end - s), 0, v);
    if (special) {
        s += special;
    } else {
        struct hex h = {0};
        if (s[0] == '0' && (s[1] == 'x' || s[1] == 'X'))
            s += 2;
        s = scan_hex(s, &h);
        if (!h.any)
            return false;
        *v = from_hex(&h);
    }
    while (number_is_space(*s))
        s++;
    if (negative)
        *v = -*v;
    return s == end;
}

Object *float_from_hex(Machine *m, Object *str)
{
    struct buffer text = {0};
    str_to_utf8(str, &text);
    const char *s = buffer_text(&text);
    double v = 0;
    bool valid = parse_hex(s, s + text.len, &v);
    bool named = valid && strpbrk(s, "iInN");
    buffer_free(&text);
    if (!valid)
        return error_set(m, EXC_ValueError, "invalid hexadecimal floating-point string");
    if (isinf(v) && !named)
        return error_set(m, EXC_OverflowError,
                         "hexadecimal value too large to represent as a float");
    return float_from_double(m, v);
}
