/* Decimal numbers as text, and text as decimal numbers: see decimal_internal.h. */
#include "decimal_internal.h"

#include "../objects/unicode.h"

#include <pyviz/base/ascii.h>

#include <stdio.h>
#include <string.h>

/* ---- to text --------------------------------------------------------------------------------- */

static Object *special_text(Machine *m, const struct decimal_view *v)
{
    const char *sign = v->negative ? "-" : "";
    if (v->kind == DECIMAL_INFINITE)
        return str_printf(m, "%sInfinity", sign);
    const char *name = v->kind == DECIMAL_QUIET ? "NaN" : "sNaN";
    if (!v->size)
        return str_printf(m, "%s%s", sign, name);
    char *payload = magnitude_text(m, v->limb, v->size, v->digits);
    if (!payload)
        return NULL;
    payload[v->digits] = 0;
    Object *text = str_printf(m, "%s%s%s", sign, name, payload);
    heap_free(m, payload);
    return text;
}

/* Behind how many digits the point stands. */
static int64_t point_of(const struct decimal_view *v, bool engineering)
{
    int64_t left = v->exponent + (int64_t)v->digits;
    if (v->exponent <= 0 && left > -6)
        return left;
    if (!engineering)
        return 1;
    int64_t by3 = v->size ? left - 1 : left + 1;
    int64_t rest = (by3 % 3 + 3) % 3;
    return v->size ? rest + 1 : rest - 1;
}

static int write_digits(Machine *m, StrWriter *w, const char *digits, int64_t n, int64_t point)
{
    if (point <= 0) {
        if (str_writer_ascii(m, w, "0."))
            return -1;
        return str_writer_fill(m, w, '0', -point) || str_writer_latin1(m, w, digits, (size_t)n);
    }
    int64_t whole = point < n ? point : n;
    if (str_writer_latin1(m, w, digits, (size_t)whole) || str_writer_fill(m, w, '0', point - whole))
        return -1;
    if (whole == n)
        return 0;
    return str_writer_char(m, w, '.') ||
           str_writer_latin1(m, w, digits + whole, (size_t)(n - whole));
}

/* A text of its own, even if it is a single digit. */
static Object *finished(Machine *m, StrWriter *w)
{
    Object *text = str_writer_finish(m, w), *own = NULL;
    if (!text || str_len(text) > 1)
        return text;
    if ((own = str_new(m, 1, str_at(text, 0))))
        str_put(own, 0, str_at(text, 0));
    decref(m, text);
    return own;
}

Object *decimal_text(Machine *m, const struct decimal_view *v, bool engineering, bool capitals)
{
    if (v->kind)
        return special_text(m, v);
    char *digits = magnitude_text(m, v->limb, v->size, v->digits);
    if (!digits)
        return NULL;
    int64_t n = (int64_t)v->digits, left = v->exponent + n, point = point_of(v, engineering);
    StrWriter w = {0};
    int status = v->negative ? str_writer_char(m, &w, '-') : 0;
    if (status == 0)
        status = write_digits(m, &w, digits, n, point);
    if (status == 0 && left != point) {
        char exponent[32];
        snprintf(exponent, sizeof exponent, "%c%+lld", capitals ? 'E' : 'e',
                 (long long)(left - point));
        status = str_writer_ascii(m, &w, exponent);
    }
    heap_free(m, digits);
    if (status == 0)
        return finished(m, &w);
    str_writer_drop(m, &w);
    return NULL;
}

/* ---- from text ------------------------------------------------------------------------------- */

/* The text in ASCII: without blanks at its ends, without underscores, with digits of any script as
 * 0 to 9, in small letters, and with what else is not ASCII as '?'.  A block of the heap. */
static char *plain_text(Machine *m, Object *text)
{
    ssize_t start = 0, end = str_len(text);
    while (start < end && unicode_is_space(str_at(text, start)))
        start++;
    while (start < end && unicode_is_space(str_at(text, end - 1)))
        end--;
    char *plain = heap_alloc(m, (size_t)(end - start) + 1);
    size_t len = 0;
    for (ssize_t i = start; plain && i < end; i++) {
        uint32_t c = str_at(text, i);
        int digit = unicode_decimal_value(c);
        if (digit >= 0)
            plain[len++] = (char)('0' + digit);
        else if (c != '_')
            plain[len++] = (char)(c && c < 128 ? ascii_to_lower((int)c) : '?');
    }
    return plain;
}

static size_t count_of_digits(const char *s)
{
    return strspn(s, "0123456789");
}

/* An exponent as it is written; beyond all bounds if it is too long to count. */
static bool read_exponent(const char *s, int64_t *exponent)
{
    const int64_t beyond = 4 * DECIMAL_MAX_PREC;
    bool negative = *s == '-';
    s += *s == '-' || *s == '+';
    size_t n = count_of_digits(s);
    if (!n || s[n])
        return false;
    int64_t value = 0;
    for (; *s; s++)
        value = value < beyond / 10 ? value * 10 + (*s - '0') : beyond;
    *exponent = negative ? -value : value;
    return true;
}

static bool read_special(Machine *m, const char *s, struct decimal_view *v, struct magnitude *c,
                         bool *known)
{
    *known = true;
    if (strcmp(s, "inf") == 0 || strcmp(s, "infinity") == 0) {
        v->kind = DECIMAL_INFINITE;
        return true;
    }
    v->kind = *s == 's' ? DECIMAL_SIGNALING : DECIMAL_QUIET;
    s += *s == 's';
    *known = strncmp(s, "nan", 3) == 0 && !s[3 + count_of_digits(s + 3)];
    return !*known || magnitude_from_text(m, c, s + 3, strlen(s + 3));
}

/* digits [. digits] [e exponent]; the point is taken out of s. */
static bool read_finite(Machine *m, char *s, struct decimal_view *v, struct magnitude *c,
                        bool *known)
{
    size_t n = count_of_digits(s), part = 0;
    char *rest = s + n;
    if (*rest == '.') {
        part = count_of_digits(rest + 1);
        memmove(rest, rest + 1, strlen(rest));
        rest += part;
    }
    *known =
        n + part && (!*rest || *rest == 'e') && (!*rest || read_exponent(rest + 1, &v->exponent));
    if (!*known)
        return true;
    v->exponent -= (int64_t)part;
    return magnitude_from_text(m, c, s, n + part);
}

/* Is it a number that CPython's largest context holds exactly? */
static bool within_bounds(Machine *m, struct decimal_view *v)
{
    if (v->kind)
        return true;
    if (!v->digits && !magnitude_digits(m, v->limb, v->size, &v->digits))
        return false;
    if (v->exponent < DECIMAL_MIN_ETINY)
        return false;
    return v->size ? decimal_adjusted(v) <= DECIMAL_MAX_PREC : v->exponent <= DECIMAL_MAX_PREC;
}

Object *decimal_from_text(Machine *m, Type *type, Object *text, ContextObject *c)
{
    char *plain = plain_text(m, text), *s = plain;
    if (!plain)
        return NULL;
    struct decimal_view v = {.negative = *s == '-'};
    struct magnitude digits = {0};
    bool known = false;
    s += *s == '-' || *s == '+';
    bool letter = ascii_is_lower(*s);
    Object *result = NULL;
    if (letter ? read_special(m, s, &v, &digits, &known) : read_finite(m, s, &v, &digits, &known)) {
        v.limb = digits.limb;
        v.size = digits.size;
        if (!known)
            result = decimal_invalid(m, c, DECIMAL_SYNTAX);
        else if (within_bounds(m, &v))
            result = decimal_make(m, type, &v);
        else if (!error_occurred(m))
            result = decimal_invalid(m, c, DECIMAL_INVALID);
    }
    magnitude_drop(m, &digits);
    heap_free(m, plain);
    return result;
}
