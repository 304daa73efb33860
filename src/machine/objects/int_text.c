/* ints as text, both ways: Objects/longobject.c: PyLong_FromString, long_to_decimal_string. */
#include "int_limbs.h"
#include "unicode.h"

#include <pyviz/base/ascii.h>
#include <pyviz/machine/str.h>

#include <math.h>

enum { MAX_BASE = 36, REPR_SHOWN = 200 };

/* ---- characters ------------------------------------------------------------------------------ */

void number_text(const Object *str, struct buffer *out)
{
    bool ascii = ((const StrObject *)str)->ascii;
    for (ssize_t i = 0; i < str_len(str); i++) {
        uint32_t c = str_at(str, i);
        if (ascii || c < 127)
            buffer_putc(out, (char)c);
        else if (unicode_is_space(c))
            buffer_putc(out, ' ');
        else if (unicode_decimal_value(c) >= 0)
            buffer_putc(out, (char)('0' + unicode_decimal_value(c)));
        else
            buffer_putc(out, '?');
    }
}

/* ---- text to int ----------------------------------------------------------------------------- */

static bool is_power_of_two(int base)
{
    return (base & (base - 1)) == 0;
}

/* CPython's estimate of the digits that so many characters take. */
static size_t asked_digits(size_t n, int base)
{
    if (is_power_of_two(base))
        return digits_for_bits(n * (size_t)__builtin_ctz((unsigned)base));
    return (size_t)((double)n * (log(base) / log(1 << DIGIT_BITS))) + 1;
}

/* The number with these digit values, which it overwrites. */
static Object *from_digit_values(Machine *m, uint8_t *digit, size_t n, int base, bool negative)
{
    size_t asked = asked_digits(n, base);
    while (n && *digit == 0) {
        digit++;
        n--;
    }
    if (n <= 12) { /* 36**12 < 2**63 */
        int64_t v = 0;
        for (size_t i = 0; i < n; i++)
            v = v * base + digit[i];
        return int_from_word(m, negative ? -v : v, asked);
    }
    size_t limbs = (size_t)((double)n * log2(base) / LIMB_BITS) + 2;
    IntObject *z = int_alloc(m, limbs, asked);
    if (!z)
        return NULL;
    z->size = (ssize_t)mpn_set_str(z->limb, digit, n, base);
    return int_finish(m, z, negative);
}

/* What PyLong_FromString reads: what it found, digits as values one after the other. */
struct literal {
    int base;
    bool negative, valid, misplaced; /* an underscore that does not stand between two digits */
    struct buffer digits;
};

/* "0x" and its like stand in front of the base that they name, or of base 0. */
static int prefix_base(const char *s, const char *end)
{
    if (end - s < 2 || s[0] != '0')
        return 0;
    char c = s[1];
    return c == 'x' || c == 'X' ? 16 : c == 'o' || c == 'O' ? 8 : c == 'b' || c == 'B' ? 2 : 0;
}

static void read_digits(struct literal *l, const char *s, const char *end)
{
    char before = '_';
    for (; s < end; before = *s++) {
        int v = ascii_digit_value(*s);
        if (*s == '_' ? before == '_' : v >= l->base) {
            l->misplaced = before == '_';
            return;
        }
        if (*s != '_')
            buffer_putc(&l->digits, (char)v);
    }
    l->misplaced = before == '_';
    l->valid = !l->misplaced;
}

static bool all_zero(const struct buffer *digits)
{
    for (size_t i = 0; i < digits->len; i++)
        if (digits->data[i])
            return false;
    return true;
}

static void read_literal(struct literal *l, const char *s, size_t n)
{
    const char *end = s + n;
    while (s < end && number_is_space(*s))
        s++;
    while (end > s && number_is_space(end[-1]))
        end--;
    if (s < end && (*s == '+' || *s == '-'))
        l->negative = *s++ == '-';
    int named = prefix_base(s, end);
    bool only_zero = l->base == 0 && !named && s < end && *s == '0';
    if (l->base == 0)
        l->base = named ? named : 10;
    if (named == l->base) {
        s += 2;
        if (s < end && *s == '_')
            s++;
    }
    read_digits(l, s, end);
    if (only_zero && !all_zero(&l->digits)) /* 010 was octal once, and is nothing now */
        l->valid = false;
}

static Object *limit_error(Machine *m, size_t digits)
{
    return error_set(m, EXC_ValueError,
                     "Exceeds the limit (%d digits) for integer string conversion: value has %zd "
                     "digits; use sys.set_int_max_str_digits() to increase the limit",
                     m->int_max_str_digits, (ssize_t)digits);
}

static Object *invalid_literal(Machine *m, Object *o, int base)
{
    Object *repr = object_repr(m, o);
    Object *shown = repr ? str_substring(m, repr, 0, REPR_SHOWN) : NULL;
    if (shown)
        error_set(m, EXC_ValueError, "invalid literal for int() with base %d: %U", base, shown);
    xdecref(m, repr);
    xdecref(m, shown);
    return NULL;
}

static Object *from_text(Machine *m, Object *o, const char *text, size_t n, int base)
{
    struct literal l = {.base = base};
    read_literal(&l, text, n);
    Object *z = NULL;
    size_t limit = (size_t)m->int_max_str_digits;
    bool counted = limit && l.digits.len > limit && !is_power_of_two(l.base);
    bool early = m->profile->int_digits_counted_first && !l.misplaced;
    if (!l.valid && !(counted && early))
        invalid_literal(m, o, base);
    else if (counted)
        limit_error(m, l.digits.len);
    else
        z = from_digit_values(m, (uint8_t *)l.digits.data, l.digits.len, l.base, l.negative);
    buffer_free(&l.digits);
    return z;
}

Object *int_from_str(Machine *m, Object *str, int base)
{
    struct buffer text = {0};
    number_text(str, &text);
    Object *z = from_text(m, str, buffer_text(&text), text.len, base);
    buffer_free(&text);
    return z;
}

Object *int_from_bytes_text(Machine *m, Object *bytes, int base)
{
    const BytesObject *b = (const BytesObject *)bytes;
    return from_text(m, bytes, b->data, (size_t)b->size, base);
}

Object *int_from_digits(Machine *m, const char *digits, size_t n, int base)
{
    bool negative = n && *digits == '-';
    if (n && (*digits == '-' || *digits == '+')) {
        digits++;
        n--;
    }
    struct buffer values = {0};
    for (size_t i = 0; i < n && ascii_digit_value(digits[i]) < base; i++)
        buffer_putc(&values, (char)ascii_digit_value(digits[i]));
    Object *z = NULL;
    if (n && values.len == n)
        z = from_digit_values(m, (uint8_t *)values.data, n, base, negative);
    buffer_free(&values);
    return z;
}

/* ---- int to text ----------------------------------------------------------------------------- */

static const char digit_char[] = "0123456789abcdefghijklmnopqrstuvwxyz";

/* Writes sign and prefix; returns how many characters. */
static size_t put_head(char *out, bool negative, int base, bool prefix)
{
    size_t n = 0;
    if (negative)
        out[n++] = '-';
    if (prefix && base != 10) {
        out[n++] = '0';
        out[n++] = base == 16 ? 'x' : base == 8 ? 'o' : 'b';
    }
    return n;
}

static Object *word_to_str(Machine *m, int64_t v, int base, bool prefix)
{
    char text[80], digits[64];
    size_t n = 0, len = put_head(text, v < 0, base, prefix);
    uint64_t u = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
    do {
        digits[n++] = digit_char[u % (unsigned)base];
        u /= (unsigned)base;
    } while (u);
    while (n)
        text[len++] = digits[--n];
    text[len] = '\0';
    if (len > 1)
        return str_from_ascii(m, text);
    /* One digit is a str of its own, not the shared one of that character. */
    Object *digit = str_new(m, 1, 127);
    if (digit)
        str_put(digit, 0, (uint32_t)text[0]);
    return digit;
}

/* mpn_get_str destroys its argument, and may write a zero in front. */
static Object *limbs_to_str(Machine *m, Object *o, int base, bool prefix)
{
    size_t n = int_limbs(o), room = (size_t)((double)int_bit_length(o) / log2(base)) + 3;
    if (room > m->limits.memory / 2)
        return error_no_memory(m);
    uint64_t *copy = heap_alloc(m, n * sizeof *copy + room);
    if (!copy)
        return NULL;
    uint8_t *digits = (uint8_t *)(copy + n);
    memcpy(copy, int_data(o), n * sizeof *copy);
    size_t len = mpn_get_str(digits, base, copy, (mp_size_t)n), skip = len > 1 && digits[0] == 0;
    len -= skip;
    char head[4];
    size_t head_len = put_head(head, int_negative(o), base, prefix);
    Object *s = NULL;
    if (base == 10 && m->int_max_str_digits && len > (size_t)m->int_max_str_digits)
        error_set(m, EXC_ValueError,
                  "Exceeds the limit (%d digits) for integer string conversion; use "
                  "sys.set_int_max_str_digits() to increase the limit",
                  m->int_max_str_digits);
    else
        s = str_new(m, (ssize_t)(head_len + len), 127);
    if (s) {
        char *out = ((StrObject *)s)->data;
        memcpy(out, head, head_len);
        for (size_t i = 0; i < len; i++)
            out[head_len + i] = digit_char[digits[skip + i]];
    }
    heap_free(m, copy);
    return s;
}

Object *int_to_str(Machine *m, Object *o, int base, bool prefix)
{
    int64_t v;
    return int_is_word(o, &v) ? word_to_str(m, v, base, prefix) : limbs_to_str(m, o, base, prefix);
}
