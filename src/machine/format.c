/* Format specifications, [[fill]align][sign][z][#][0][width][grouping][.precision][type]:
 * Python/formatter_unicode.c.
 *
 * A number is laid out as
 *
 *     <left padding> sign prefix <inner padding> digits with separators . rest <right padding>
 *
 * where of the three paddings at most one is not empty, and the digits themselves are padded with
 * zeros where the specification asks for that. */
#include "gc.h"
#include "objects/number.h"
#include "objects/unicode.h"

#include <pyviz/base/ascii.h>
#include <pyviz/base/utf8.h>
#include <pyviz/machine/float.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>

#include <limits.h>
#include <math.h>
#include <string.h>

enum { DEFAULT_PRECISION = 6 };

struct spec {
    uint32_t fill, align, sign, type; /* sign and type: 0 if not given */
    bool no_negative_zero, alternate;
    ssize_t width, precision; /* -1: not given */
    char separator;           /* ',' '_' or 0 */
    int group;                /* digits between separators */
};

/* ---- reading a specification ----------------------------------------------------------------- */

struct reader {
    Machine *m;
    Object *text;
    ssize_t at;
};

static uint32_t peek(const struct reader *r, ssize_t ahead)
{
    return r->at + ahead < str_len(r->text) ? str_at(r->text, r->at + ahead) : 0;
}

static bool take(struct reader *r, uint32_t c)
{
    bool there = r->at < str_len(r->text) && str_at(r->text, r->at) == c;
    r->at += there;
    return there;
}

static bool is_align(uint32_t c)
{
    return c == '<' || c == '>' || c == '=' || c == '^';
}

/* Reads digits, of any script; *n stays as it is if there are none.  false: too many. */
static bool take_integer(struct reader *r, ssize_t *n)
{
    ssize_t v = 0, start = r->at;
    int digit;
    while (r->at < str_len(r->text) && (digit = unicode_decimal_value(peek(r, 0))) >= 0) {
        if (v > (SSIZE_MAX - digit) / 10) {
            error_set(r->m, EXC_ValueError, "Too many decimal digits in format string");
            return false;
        }
        v = v * 10 + digit;
        r->at++;
    }
    if (r->at > start)
        *n = v;
    return true;
}

static void take_alignment(struct reader *r, struct spec *s, char default_align)
{
    bool fill = false, align = false;
    if (str_len(r->text) - r->at >= 2 && is_align(peek(r, 1))) {
        s->fill = peek(r, 0);
        s->align = peek(r, 1);
        r->at += 2;
        fill = align = true;
    } else if (is_align(peek(r, 0))) {
        s->align = peek(r, 0);
        r->at++;
        align = true;
    }
    if (peek(r, 0) == '+' || peek(r, 0) == '-' || peek(r, 0) == ' ')
        s->sign = str_at(r->text, r->at++);
    s->no_negative_zero = take(r, 'z');
    s->alternate = take(r, '#');
    if (!fill && take(r, '0')) {
        s->fill = '0';
        if (!align && default_align == '>')
            s->align = '=';
    }
}

static bool both_separators(struct reader *r)
{
    error_set(r->m, EXC_ValueError, "Cannot specify both ',' and '_'.");
    return false;
}

static bool take_separator(struct reader *r, struct spec *s)
{
    if (take(r, ','))
        s->separator = ',';
    if (take(r, '_')) {
        if (s->separator)
            return both_separators(r);
        s->separator = '_';
    }
    if (peek(r, 0) == ',' && s->separator == '_')
        return both_separators(r);
    return true;
}

static bool take_precision(struct reader *r, struct spec *s)
{
    if (!take(r, '.'))
        return true;
    if (!take_integer(r, &s->precision))
        return false;
    if (s->precision >= 0)
        return true;
    error_set(r->m, EXC_ValueError, "Format specifier missing precision");
    return false;
}

/* Separators go with decimal types, underscores with binary ones too, every four digits there. */
static bool check_separator(struct reader *r, struct spec *s)
{
    uint32_t type = s->type;
    s->group = 3;
    if (!s->separator || type == 0 || (type < 128 && strchr("deEfFgG%", (int)type)))
        return true;
    if (s->separator == '_' && type < 128 && strchr("boxX", (int)type)) {
        s->group = 4;
        return true;
    }
    if (type > 32 && type < 128)
        error_set(r->m, EXC_ValueError, "Cannot specify '%c' with '%c'.", s->separator, (int)type);
    else
        error_set(r->m, EXC_ValueError, "Cannot specify '%c' with '\\x%x'.", s->separator, type);
    return false;
}

static bool parse_spec(Machine *m, Object *text, Object *subject, char default_type,
                       char default_align, struct spec *s)
{
    struct reader r = {m, text, 0};
    *s = (struct spec){.fill = ' ', .align = (uint32_t)default_align, .width = -1, .precision = -1};
    s->type = (uint32_t)default_type;
    take_alignment(&r, s, default_align);
    if (!take_integer(&r, &s->width) || !take_separator(&r, s) || !take_precision(&r, s))
        return false;
    if (str_len(text) - r.at > 1) {
        error_set(m, EXC_ValueError, "Invalid format specifier '%U' for object of type '%.200s'",
                  text, type_name(subject));
        return false;
    }
    if (r.at < str_len(text))
        s->type = str_at(text, r.at);
    if (s->width > (ssize_t)m->limits.memory ||
        (s->precision > (ssize_t)m->limits.memory && s->precision <= INT_MAX)) {
        error_no_memory(m);
        return false;
    }
    return check_separator(&r, s);
}

static Object *unknown_type(Machine *m, uint32_t type, Object *subject)
{
    if (type > 32 && type < 128)
        return error_set(m, EXC_ValueError, "Unknown format code '%c' for object of type '%.200s'",
                         (int)type, type_name(subject));
    return error_set(m, EXC_ValueError, "Unknown format code '\\x%x' for object of type '%.200s'",
                     type, type_name(subject));
}

/* ---- laying out ------------------------------------------------------------------------------ */

static void put_fill(struct buffer *b, uint32_t c, ssize_t n)
{
    while (n-- > 0)
        utf8_append(b, c);
}

/* How much of n columns of padding stands on the left. */
static ssize_t left_padding(uint32_t align, ssize_t n)
{
    return align == '>' ? n : align == '^' ? n / 2 : 0;
}

/* A number in pieces. */
struct number {
    char sign;          /* '-' or 0 */
    const char *prefix; /* "0x" or "" */
    const char *digits; /* before the point */
    ssize_t n_digits;
    const char *rest; /* the point and all behind it, or a word: inf, nan */
    ssize_t n_rest, rest_columns;
};

/* Splits what float_format wrote. */
static struct number split_number(const char *text, size_t n)
{
    struct number num = {.prefix = ""};
    if (n && *text == '-') {
        num.sign = '-';
        text++;
        n--;
    }
    num.digits = text;
    while (num.n_digits < (ssize_t)n && ascii_is_digit(text[num.n_digits]))
        num.n_digits++;
    num.rest = text + num.n_digits;
    num.n_rest = num.rest_columns = (ssize_t)n - num.n_digits;
    return num;
}

static char shown_sign(const struct spec *s, char sign)
{
    if (sign == '-')
        return '-';
    return s->sign == '+' ? '+' : s->sign == ' ' ? ' ' : 0;
}

/* Columns of the digits with separators and zeros up to a least width: a separator never comes
 * first, so that the width may be passed by one. */
static ssize_t grouped_width(const struct spec *s, ssize_t digits, ssize_t least)
{
    if (digits == 0)
        return 0;
    if (!s->separator)
        return digits > least ? digits : least;
    ssize_t width = digits + (digits - 1) / s->group;
    if (width >= least)
        return width;
    bool separator_first = least % (s->group + 1) == 0;
    return least + separator_first;
}

static void put_grouped(struct buffer *b, const struct spec *s, const struct number *num,
                        ssize_t width)
{
    ssize_t digits = width;
    if (s->separator && width)
        digits = width - (width - 1) / (s->group + 1);
    for (ssize_t i = digits; i > 0; i--) {
        buffer_putc(b, i > num->n_digits ? '0' : num->digits[num->n_digits - i]);
        if (s->separator && i > 1 && (i - 1) % s->group == 0)
            buffer_putc(b, s->separator);
    }
}

static void put_number(struct buffer *b, const struct spec *s, const struct number *num)
{
    char sign = shown_sign(s, num->sign);
    ssize_t fixed = (sign != 0) + (ssize_t)strlen(num->prefix) + num->rest_columns;
    bool zeros = s->fill == '0' && s->align == '=';
    ssize_t grouped = grouped_width(s, num->n_digits, zeros ? s->width - fixed : 0);
    ssize_t padding = s->width - fixed - grouped;
    padding = padding > 0 ? padding : 0;
    ssize_t left = left_padding(s->align, padding);
    put_fill(b, s->fill, left);
    if (sign)
        buffer_putc(b, sign);
    buffer_puts(b, num->prefix);
    if (s->align == '=')
        put_fill(b, s->fill, padding);
    put_grouped(b, s, num, grouped);
    buffer_append(b, num->rest, (size_t)num->n_rest);
    if (s->align != '=')
        put_fill(b, s->fill, padding - left);
}

static Object *finish(Machine *m, struct buffer *b)
{
    Object *s = str_from_utf8(m, buffer_text(b), b->len);
    buffer_free(b);
    return s;
}

/* ---- str ------------------------------------------------------------------------------------- */

static const char *refused_for_str(const struct spec *s)
{
    if (s->sign)
        return s->sign == ' ' ? "Space not allowed in string format specifier"
                              : "Sign not allowed in string format specifier";
    if (s->no_negative_zero)
        return "Negative zero coercion (z) not allowed in string format specifier";
    if (s->alternate)
        return "Alternate form (#) not allowed in string format specifier";
    if (s->align == '=')
        return "'=' alignment not allowed in string format specifier";
    return NULL;
}

Object *format_str(Machine *m, Object *o, Object *text)
{
    struct spec s;
    if (str_len(text) == 0)
        return object_str(m, o);
    if (!parse_spec(m, text, o, 's', '<', &s))
        return NULL;
    if (s.type != 's')
        return unknown_type(m, s.type, o);
    const char *refused = refused_for_str(&s);
    if (refused)
        return error_set(m, EXC_ValueError, "%s", refused);
    ssize_t n = str_len(o);
    if (s.precision >= 0 && s.precision < n)
        n = s.precision;
    ssize_t padding = s.width > n ? s.width - n : 0, left = left_padding(s.align, padding);
    if (!padding && n == str_len(o))
        return is_exact(m, o, str) ? newref(o) : str_substring(m, o, 0, n);
    struct buffer b = {0};
    put_fill(&b, s.fill, left);
    for (ssize_t i = 0; i < n; i++)
        utf8_append(&b, str_at(o, i));
    put_fill(&b, s.fill, padding - left);
    return finish(m, &b);
}

/* ---- float ----------------------------------------------------------------------------------- */

/* Does the text show a zero, whatever its sign? */
static bool shows_zero(const char *text)
{
    if (*text == '-')
        text++;
    return ascii_is_digit(*text) && strcspn(text, "123456789") >= strcspn(text, "eE");
}

/* Appends v as the specification's type has it, with default_precision where none is given. */
static void put_float(struct buffer *b, const struct spec *s, double v, bool add_dot_0)
{
    char type = s->type == 0 ? 'r' : s->type == 'n' ? 'g' : s->type == '%' ? 'f' : (char)s->type;
    ssize_t precision = s->precision;
    if (precision < 0)
        precision = type == 'r' ? 0 : DEFAULT_PRECISION;
    else if (type == 'r')
        type = 'g';
    size_t from = b->len;
    float_format(b, v, type, (int)precision, s->alternate, add_dot_0);
    if (s->no_negative_zero && b->data[from] == '-' && shows_zero(b->data + from)) {
        memmove(b->data + from, b->data + from + 1, b->len - from);
        b->len--;
    }
    if (s->type == '%')
        buffer_putc(b, '%');
}

static bool is_float_type(uint32_t type)
{
    return type == 0 || type == 'n' || (type < 128 && strchr("eEfFgG", (int)type));
}

static bool precision_fits(Machine *m, const struct spec *s)
{
    if (s->precision <= INT_MAX)
        return true;
    error_set(m, EXC_ValueError, "precision too big");
    return false;
}

static Object *format_double(Machine *m, double v, const struct spec *s)
{
    if (!precision_fits(m, s))
        return NULL;
    struct buffer text = {0}, b = {0};
    put_float(&text, s, s->type == '%' ? v * 100 : v, s->type == 0);
    struct number num = split_number(text.data, text.len);
    put_number(&b, s, &num);
    buffer_free(&text);
    return finish(m, &b);
}

Object *format_float(Machine *m, Object *o, Object *text)
{
    struct spec s;
    if (str_len(text) == 0)
        return object_str(m, o);
    if (!parse_spec(m, text, o, 0, '>', &s))
        return NULL;
    if (!is_float_type(s.type) && s.type != '%')
        return unknown_type(m, s.type, o);
    return format_double(m, float_value(o), &s);
}

/* ---- int ------------------------------------------------------------------------------------- */

static Object *format_character(Machine *m, Object *o, const struct spec *s)
{
    if (s->sign)
        return error_set(m, EXC_ValueError, "Sign not allowed with integer format specifier 'c'");
    if (s->alternate)
        return error_set(m, EXC_ValueError,
                         "Alternate form (#) not allowed with integer format specifier 'c'");
    int overflow;
    int64_t c = int_as_i64(o, &overflow);
    if (overflow)
        return error_set(m, EXC_OverflowError, "Python int too large to convert to C long");
    if (c < 0 || c > 0x10ffff)
        return error_set(m, EXC_OverflowError, "%%c arg not in range(0x110000)");
    char text[4];
    size_t n = utf8_encode((uint32_t)c, text);
    struct number num = {.prefix = "", .rest = text, .n_rest = (ssize_t)n, .rest_columns = 1};
    struct buffer b = {0};
    put_number(&b, s, &num);
    return finish(m, &b);
}

static Object *format_digits(Machine *m, Object *o, const struct spec *s)
{
    int base = s->type == 'b' ? 2 : s->type == 'o' ? 8 : s->type == 'x' || s->type == 'X' ? 16 : 10;
    Object *digits = int_to_str(m, o, base, false);
    if (!digits)
        return NULL;
    if (base == 10 && int_sign(o)) /* once for each of CPython's digits */
        gc_look_at_breaker(m);
    char prefix[3] = {'0', (char)s->type, '\0'};
    struct buffer text = {0}, b = {0};
    str_to_utf8(digits, &text);
    if (s->type == 'X')
        for (size_t i = 0; i < text.len; i++)
            text.data[i] = (char)ascii_to_upper(text.data[i]);
    struct number num = {.prefix = s->alternate && base != 10 ? prefix : "", .rest = ""};
    bool negative = text.data[0] == '-';
    num.sign = negative ? '-' : 0;
    num.digits = text.data + negative;
    num.n_digits = (ssize_t)text.len - negative;
    put_number(&b, s, &num);
    buffer_free(&text);
    decref(m, digits);
    return finish(m, &b);
}

Object *format_int(Machine *m, Object *o, Object *text)
{
    struct spec s;
    if (str_len(text) == 0)
        return object_str(m, o);
    if (!parse_spec(m, text, o, 'd', '>', &s))
        return NULL;
    if (s.type != 'n' && (is_float_type(s.type) || s.type == '%')) {
        double v = int_as_double(m, o);
        return v == -1.0 && error_occurred(m) ? NULL : format_double(m, v, &s);
    }
    if (s.type >= 128 || !strchr("bcdoxXn", (int)s.type))
        return unknown_type(m, s.type, o);
    if (s.precision >= 0)
        return error_set(m, EXC_ValueError, "Precision not allowed in integer format specifier");
    if (s.no_negative_zero)
        return error_set(m, EXC_ValueError,
                         "Negative zero coercion (z) not allowed in integer format specifier");
    return s.type == 'c' ? format_character(m, o, &s) : format_digits(m, o, &s);
}

/* ---- complex --------------------------------------------------------------------------------- */

static void put_part(struct buffer *b, const struct spec *s, double v)
{
    struct buffer text = {0};
    put_float(&text, s, v, false);
    struct number num = split_number(text.data, text.len);
    put_number(b, s, &num);
    buffer_free(&text);
}

/* Both parts are written without padding first; without a type, in the way of repr. */
static void put_complex(struct buffer *b, const struct spec *s, double real, double imag)
{
    struct spec part = *s;
    part.width = -1;
    part.fill = ' ';
    part.align = '<';
    bool skip_real = s->type == 0 && real == 0 && !signbit(real);
    bool parentheses = s->type == 0 && !skip_real;
    if (parentheses)
        buffer_putc(b, '(');
    if (!skip_real) {
        put_part(b, &part, real);
        part.sign = '+';
    }
    put_part(b, &part, imag);
    buffer_puts(b, parentheses ? "j)" : "j");
}

Object *format_complex(Machine *m, Object *o, Object *text)
{
    struct spec s;
    if (str_len(text) == 0)
        return object_str(m, o);
    if (!parse_spec(m, text, o, 0, '>', &s))
        return NULL;
    if (!is_float_type(s.type))
        return unknown_type(m, s.type, o);
    if (!precision_fits(m, &s))
        return NULL;
    if (s.fill == '0')
        return error_set(m, EXC_ValueError,
                         "Zero padding is not allowed in complex format specifier");
    if (s.align == '=')
        return error_set(m, EXC_ValueError,
                         "'=' alignment flag is not allowed in complex format specifier");
    const ComplexObject *c = (const ComplexObject *)o;
    struct buffer value = {0}, b = {0};
    put_complex(&value, &s, c->real, c->imag);
    ssize_t n = (ssize_t)value.len, padding = s.width > n ? s.width - n : 0;
    ssize_t left = left_padding(s.align, padding);
    put_fill(&b, s.fill, left);
    buffer_append(&b, value.data, value.len);
    put_fill(&b, s.fill, padding - left);
    buffer_free(&value);
    return finish(m, &b);
}
