#include "literal.h"

#include <pyviz/base/ascii.h>
#include <pyviz/base/names.h>
#include <pyviz/base/utf8.h>

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Numbers ------------------------------------------------------------------------------- */

/* The digits without underscores, lower case, NUL-terminated, in the arena. */
static char *plain_digits(struct arena *arena, const char *s, size_t n, size_t *len)
{
    char *digits = arena_alloc(arena, n + 1);
    *len = 0;
    for (size_t i = 0; i < n; i++)
        if (s[i] != '_')
            digits[(*len)++] = (char)ascii_to_lower(s[i]);
    return digits;
}

static double to_double(const char *digits)
{
    locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    double value = strtod_l(digits, NULL, c);
    freelocale(c);
    return value;
}

bool literal_number(struct arena *arena, const char *s, size_t n, struct constant *out,
                    size_t *digits)
{
    size_t len, zeros = 0;
    unsigned base = 10;
    if (n > 2 && s[0] == '0' && strchr("xXoObB", s[1])) {
        int letter = ascii_to_lower(s[1]);
        base = letter == 'x' ? 16 : letter == 'o' ? 8 : 2;
        s += 2;
        n -= 2;
    }
    char *plain = plain_digits(arena, s, n, &len);
    if (base == 10 && plain[len - 1] == 'j') {
        plain[len - 1] = '\0';
        *out = (struct constant){.kind = CONSTANT_COMPLEX, .number = to_double(plain)};
        return true;
    }
    if (base == 10 && strpbrk(plain, ".e")) {
        *out = (struct constant){.kind = CONSTANT_FLOAT, .number = to_double(plain)};
        return true;
    }
    *digits = len;
    while (zeros + 1 < len && plain[zeros] == '0')
        zeros++;
    *out = (struct constant){
        .kind = CONSTANT_INT, .base = base, .data = plain + zeros, .len = len - zeros};
    return base != 10 || len <= LITERAL_MAX_DIGITS;
}

/* ---- Escapes ------------------------------------------------------------------------------- */

/* Where we are in a literal.  CPython counts positions in a text in which every character above
 * ASCII has been replaced by an escape of ten; `shift` is how much that adds so far. */
struct unescape {
    const char *s;
    size_t n, i;
    size_t shift;
    bool bytes;
    struct buffer *out;
    char *message;
};

/* Reads up to `count` hex digits; returns how many there are. */
static int read_hex(struct unescape *u, int count, uint32_t *value)
{
    int digits = 0;
    *value = 0;
    while (digits < count && u->i < u->n && ascii_is_hex(u->s[u->i])) {
        *value = *value << 4 | (uint32_t)ascii_digit_value(u->s[u->i++]);
        digits++;
    }
    return digits;
}

static enum literal_error unicode_error(struct unescape *u, size_t start, const char *why)
{
    size_t first = start + u->shift, last = u->i + u->shift - 1;
    if (last > first)
        snprintf(u->message, 160,
                 "(unicode error) 'unicodeescape' codec can't decode bytes in position %zu-%zu: %s",
                 first, last, why);
    else
        snprintf(u->message, 160,
                 "(unicode error) 'unicodeescape' codec can't decode byte 0x5c in position %zu: %s",
                 first, why);
    return LITERAL_BAD_UNICODE;
}

/* \xHH \uHHHH \UHHHHHHHH; u->i is behind the letter. */
static enum literal_error hex_escape(struct unescape *u, char letter, size_t start)
{
    int count = letter == 'x' ? 2 : letter == 'u' ? 4 : 8;
    uint32_t value;
    if (read_hex(u, count, &value) < count) {
        if (!u->bytes)
            return unicode_error(u, start,
                                 letter == 'x'   ? "truncated \\xXX escape"
                                 : letter == 'u' ? "truncated \\uXXXX escape"
                                                 : "truncated \\UXXXXXXXX escape");
        snprintf(u->message, 160, "(value error) invalid \\x escape at position %zu", start);
        return LITERAL_BAD_VALUE;
    }
    if (u->bytes)
        buffer_putc(u->out, (char)value);
    else if (value > 0x10ffff)
        return unicode_error(u, start, "illegal Unicode character");
    else
        utf8_append(u->out, value);
    return LITERAL_FINE;
}

static void octal_escape(struct unescape *u, char first)
{
    uint32_t value = (uint32_t)(first - '0');
    for (int i = 0; i < 2 && u->i < u->n && u->s[u->i] >= '0' && u->s[u->i] <= '7'; i++)
        value = value << 3 | (uint32_t)(u->s[u->i++] - '0');
    if (u->bytes)
        buffer_putc(u->out, (char)value);
    else
        utf8_append(u->out, value);
}

static enum literal_error named_escape(struct unescape *u, size_t start)
{
    const char *close =
        u->i < u->n && u->s[u->i] == '{' ? memchr(u->s + u->i, '}', u->n - u->i) : NULL;
    if (!close || close == u->s + u->i + 1) {
        const char *end = close ? close : u->s + u->n;
        if (u->i < u->n && u->s[u->i] == '{')
            u->i = (size_t)(end - u->s);
        return unicode_error(u, start, "malformed \\N character escape");
    }
    const char *name = u->s + u->i + 1;
    size_t n = (size_t)(close - name);
    uint32_t code;
    if (!names_known()) {
        snprintf(u->message, 160, "the character name in \\N{%.*s} is not simulated",
                 (int)(n > 80 ? 80 : n), name);
        return LITERAL_NAMED_CHARACTER;
    }
    u->i = (size_t)(close + 1 - u->s);
    if (!names_find(name, n, &code))
        return unicode_error(u, start, "unknown Unicode character name");
    utf8_append(u->out, code);
    return LITERAL_FINE;
}

/* u->i is at a backslash. */
static enum literal_error escape(struct unescape *u)
{
    static const char letters[] = "\\'\"abfnrtv", meanings[] = "\\'\"\a\b\f\n\r\t\v";
    size_t start = u->i++;
    if (u->i >= u->n) { /* of an f-string, before a brace */
        buffer_putc(u->out, '\\');
        return LITERAL_FINE;
    }
    char c = u->s[u->i++];
    const char *letter = c ? strchr(letters, c) : NULL;
    if (c == '\n')
        return LITERAL_FINE;
    if (letter)
        buffer_putc(u->out, meanings[letter - letters]);
    else if (c >= '0' && c <= '7')
        octal_escape(u, c);
    else if (c == 'x' || (!u->bytes && (c == 'u' || c == 'U')))
        return hex_escape(u, c, start);
    else if (c == 'N' && !u->bytes)
        return named_escape(u, start);
    else {
        buffer_putc(u->out, '\\'); /* means nothing, so it stays */
        u->i--;
    }
    return LITERAL_FINE;
}

enum literal_error literal_unescape(const char *s, size_t n, bool bytes, struct buffer *out,
                                    char message[160])
{
    struct unescape u = {.s = s, .n = n, .bytes = bytes, .out = out, .message = message};
    while (u.i < n) {
        if (s[u.i] == '\\') {
            enum literal_error error = escape(&u);
            if (error)
                return error;
            continue;
        }
        int32_t code_point;
        size_t size = utf8_decode(s + u.i, n - u.i, false, &code_point);
        buffer_append(out, s + u.i, size);
        u.i += size;
        if (size > 1)
            u.shift += 10 - size;
    }
    return LITERAL_FINE;
}
