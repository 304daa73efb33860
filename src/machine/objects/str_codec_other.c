/* UTF-16 and UTF-32 in either order of bytes, the code pages that mojibake is made of, and the
 * escapes of string literals.  Objects/unicodeobject.c, Lib/encodings/cp1252.py and its like. */
#include <pyviz/base/ascii.h>
#include <pyviz/base/names.h>
#include <pyviz/machine/errors.h>

#include "../warnings.h"
#include "str_codec.h"

#include <stdio.h>
#include <string.h>

enum { BYTE_ORDER_MARK = 0xfeff, NO_CHARACTER = 0 };

static bool is_high(uint32_t unit)
{
    return unit >= 0xd800 && unit <= 0xdbff;
}

static bool is_low(uint32_t unit)
{
    return unit >= 0xdc00 && unit <= 0xdfff;
}

/* ---- units of two or four bytes -------------------------------------------------------------- */

static bool is_big(enum encoding e)
{
    return e == UTF_16_BE || e == UTF_32_BE;
}

static int unit_size(enum encoding e)
{
    return e == UTF_16 || e == UTF_16_LE || e == UTF_16_BE ? 2 : 4;
}

static uint32_t read_unit(const struct codec *c, const struct input *in, ssize_t at)
{
    int size = unit_size(c->encoding);
    uint32_t unit = 0;
    for (int i = 0; i < size; i++)
        unit = unit << 8 | in->data[at + (is_big(c->encoding) ? i : size - 1 - i)];
    return unit;
}

/* The order that a byte order mark tells; without one it is that of this machine. */
static ssize_t take_mark(struct codec *c, const struct input *in)
{
    bool wide = c->encoding == UTF_32;
    const enum encoding orders[] = {wide ? UTF_32_BE : UTF_16_BE, wide ? UTF_32_LE : UTF_16_LE};
    for (int i = 0; i < 2; i++) {
        c->encoding = orders[i]; /* the last that is tried is this machine's */
        if (in->size >= unit_size(c->encoding) && read_unit(c, in, 0) == BYTE_ORDER_MARK)
            return unit_size(c->encoding);
    }
    return 0;
}

static int decode_unit16(Machine *m, struct codec *c, StrWriter *w, const struct input *in,
                         ssize_t *at)
{
    uint32_t unit = read_unit(c, in, *at);
    const char *reason = "illegal encoding";
    ssize_t end = *at + 2;
    if (is_high(unit)) {
        uint32_t low = in->size - *at >= 4 ? read_unit(c, in, *at + 2) : 0;
        if (is_low(low)) {
            *at += 4;
            return str_writer_char(m, w, 0x10000 + ((unit & 0x3ff) << 10 | (low & 0x3ff)));
        }
        reason = in->size - *at >= 4 ? "illegal UTF-16 surrogate" : "unexpected end of data";
        end = in->size - *at >= 4 ? end : in->size;
    }
    if ((is_high(unit) || is_low(unit)) && !codec_handles(c, SURROGATE_PASS))
        return codec_decode_bad(m, c, w, in, at, end, reason);
    *at += 2;
    return str_writer_char(m, w, unit);
}

static int decode_unit32(Machine *m, struct codec *c, StrWriter *w, const struct input *in,
                         ssize_t *at)
{
    uint32_t unit = read_unit(c, in, *at);
    if (unit > 0x10ffff)
        return codec_decode_bad(m, c, w, in, at, *at + 4, "code point not in range(0x110000)");
    if ((is_high(unit) || is_low(unit)) && !codec_handles(c, SURROGATE_PASS))
        return codec_decode_bad(m, c, w, in, at, *at + 4,
                                "code point in surrogate code point range(0xd800, 0xe000)");
    *at += 4;
    return str_writer_char(m, w, unit);
}

static int decode_units(Machine *m, struct codec *c, StrWriter *w, const struct input *in)
{
    ssize_t at = c->encoding == UTF_16 || c->encoding == UTF_32 ? take_mark(c, in) : 0;
    int size = unit_size(c->encoding), status = 0;
    while (status == 0 && at < in->size) {
        if (in->size - at < size)
            status = codec_decode_bad(m, c, w, in, &at, in->size, "truncated data");
        else
            status = size == 2 ? decode_unit16(m, c, w, in, &at) : decode_unit32(m, c, w, in, &at);
    }
    return status;
}

static int put_unit(Machine *m, const struct codec *c, StrWriter *w, uint32_t unit)
{
    int size = unit_size(c->encoding);
    char bytes[4];
    for (int i = 0; i < size; i++)
        bytes[is_big(c->encoding) ? size - 1 - i : i] = (char)(unit >> 8 * i);
    return str_writer_latin1(m, w, bytes, (size_t)size);
}

static int put_character(Machine *m, const struct codec *c, StrWriter *w, uint32_t code)
{
    if (unit_size(c->encoding) == 4 || code < 0x10000)
        return put_unit(m, c, w, code);
    int status = put_unit(m, c, w, 0xd800 | (code - 0x10000) >> 10);
    return status < 0 ? -1 : put_unit(m, c, w, 0xdc00 | (code & 0x3ff));
}

/* What the handler has to say is text, to be encoded, too. */
static int put_instead(Machine *m, struct codec *c, StrWriter *w, const Object *s, ssize_t at)
{
    StrWriter instead = {0};
    int status = codec_encode_bad(m, c, &instead, s, at, at + 1, "surrogates not allowed");
    for (ssize_t i = 0; status == 0 && i < instead.length; i++)
        status = put_character(m, c, w, (unsigned char)instead.data[i]);
    str_writer_drop(m, &instead);
    return status;
}

static int encode_units(Machine *m, struct codec *c, StrWriter *w, const Object *s)
{
    bool marked = c->encoding == UTF_16 || c->encoding == UTF_32;
    int status = marked ? put_unit(m, c, w, BYTE_ORDER_MARK) : 0;
    for (ssize_t i = 0; status == 0 && i < str_len(s); i++) {
        uint32_t code = str_at(s, i);
        bool bad = (is_high(code) || is_low(code)) && !codec_handles(c, SURROGATE_PASS);
        status = bad ? put_instead(m, c, w, s, i) : put_character(m, c, w, code);
    }
    return status;
}

/* ---- code pages: the upper half of the bytes ------------------------------------------------- */

static const uint16_t cp437[128] = {
    0x00c7, 0x00fc, 0x00e9, 0x00e2, 0x00e4, 0x00e0, 0x00e5, 0x00e7, 0x00ea, 0x00eb, 0x00e8, 0x00ef,
    0x00ee, 0x00ec, 0x00c4, 0x00c5, 0x00c9, 0x00e6, 0x00c6, 0x00f4, 0x00f6, 0x00f2, 0x00fb, 0x00f9,
    0x00ff, 0x00d6, 0x00dc, 0x00a2, 0x00a3, 0x00a5, 0x20a7, 0x0192, 0x00e1, 0x00ed, 0x00f3, 0x00fa,
    0x00f1, 0x00d1, 0x00aa, 0x00ba, 0x00bf, 0x2310, 0x00ac, 0x00bd, 0x00bc, 0x00a1, 0x00ab, 0x00bb,
    0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x2561, 0x2562, 0x2556, 0x2555, 0x2563, 0x2551, 0x2557,
    0x255d, 0x255c, 0x255b, 0x2510, 0x2514, 0x2534, 0x252c, 0x251c, 0x2500, 0x253c, 0x255e, 0x255f,
    0x255a, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256c, 0x2567, 0x2568, 0x2564, 0x2565, 0x2559,
    0x2558, 0x2552, 0x2553, 0x256b, 0x256a, 0x2518, 0x250c, 0x2588, 0x2584, 0x258c, 0x2590, 0x2580,
    0x03b1, 0x00df, 0x0393, 0x03c0, 0x03a3, 0x03c3, 0x00b5, 0x03c4, 0x03a6, 0x0398, 0x03a9, 0x03b4,
    0x221e, 0x03c6, 0x03b5, 0x2229, 0x2261, 0x00b1, 0x2265, 0x2264, 0x2320, 0x2321, 0x00f7, 0x2248,
    0x00b0, 0x2219, 0x00b7, 0x221a, 0x207f, 0x00b2, 0x25a0, 0x00a0,
};
/* From 0x80 to 0x9f; behind that it is latin-1. */
static const uint16_t cp1252[32] = {
    0x20ac,       NO_CHARACTER, 0x201a, 0x0192, 0x201e, 0x2026,       0x2020, 0x2021,
    0x02c6,       0x2030,       0x0160, 0x2039, 0x0152, NO_CHARACTER, 0x017d, NO_CHARACTER,
    NO_CHARACTER, 0x2018,       0x2019, 0x201c, 0x201d, 0x2022,       0x2013, 0x2014,
    0x02dc,       0x2122,       0x0161, 0x203a, 0x0153, NO_CHARACTER, 0x017e, 0x0178,
};
/* Where it is not latin-1. */
static const struct {
    unsigned char byte;
    uint16_t code;
} iso8859_15[] = {{0xa4, 0x20ac}, {0xa6, 0x0160}, {0xa8, 0x0161}, {0xb4, 0x017d},
                  {0xb8, 0x017e}, {0xbc, 0x0152}, {0xbd, 0x0153}, {0xbe, 0x0178}};

/* NO_CHARACTER (of a byte that is not 0): the page has none there. */
static uint32_t page_character(enum encoding page, unsigned char byte)
{
    if (byte < 0x80)
        return byte;
    if (page == CP437)
        return cp437[byte - 0x80];
    if (page == CP1252)
        return byte < 0xa0 ? cp1252[byte - 0x80] : byte;
    for (size_t i = 0; i < sizeof iso8859_15 / sizeof *iso8859_15; i++)
        if (iso8859_15[i].byte == byte)
            return iso8859_15[i].code;
    return byte;
}

/* The byte of a character; -1: the page has none. */
static int page_byte(enum encoding page, uint32_t code)
{
    if (code < 0x80)
        return (int)code;
    for (int byte = 0x80; byte < 0x100; byte++)
        if (page_character(page, (unsigned char)byte) == code)
            return byte;
    return -1;
}

static int decode_page(Machine *m, struct codec *c, StrWriter *w, const struct input *in)
{
    int status = 0;
    for (ssize_t at = 0; status == 0 && at < in->size;) {
        uint32_t code = page_character(c->encoding, in->data[at]);
        if (code == NO_CHARACTER && in->data[at]) {
            status = codec_decode_bad(m, c, w, in, &at, at + 1, "character maps to <undefined>");
            continue;
        }
        status = str_writer_char(m, w, code);
        at++;
    }
    return status;
}

static int encode_page(Machine *m, struct codec *c, StrWriter *w, const Object *s)
{
    int status = 0;
    for (ssize_t i = 0; status == 0 && i < str_len(s);) {
        ssize_t start = i;
        while (i < str_len(s) && page_byte(c->encoding, str_at(s, i)) < 0)
            i++;
        if (i > start) {
            status = codec_encode_bad(m, c, w, s, start, i, "character maps to <undefined>");
            continue;
        }
        status = str_writer_char(m, w, (uint32_t)page_byte(c->encoding, str_at(s, i)));
        i++;
    }
    return status;
}

/* ---- the escapes of string literals ---------------------------------------------------------- */

/* So many hexadecimal digits behind "\x". */
static int decode_hex(Machine *m, struct codec *c, StrWriter *w, const struct input *in,
                      ssize_t *at, int digits)
{
    char reason[40];
    uint32_t code = 0;
    ssize_t i = *at + 2;
    snprintf(reason, sizeof reason, "truncated \\%c%.*s escape", in->data[*at + 1], digits,
             "XXXXXXXX");
    for (int left = digits; left; left--, i++) {
        int digit = i < in->size ? ascii_digit_value(in->data[i]) : ASCII_NO_DIGIT;
        if (digit >= 16)
            return codec_decode_bad(m, c, w, in, at, i, reason);
        code = code << 4 | (uint32_t)digit;
    }
    if (code > 0x10ffff)
        return codec_decode_bad(m, c, w, in, at, i, "illegal Unicode character");
    *at = i;
    return str_writer_char(m, w, code);
}

/* "\N{NAME}" */
static int decode_name(Machine *m, struct codec *c, StrWriter *w, const struct input *in,
                       ssize_t *at)
{
    ssize_t start = *at + 2, end;
    if (start >= in->size || in->data[start] != '{')
        return codec_decode_bad(m, c, w, in, at, start, "malformed \\N character escape");
    for (end = ++start; end < in->size && in->data[end] != '}'; end++)
        ;
    if (end == in->size || end == start)
        return codec_decode_bad(m, c, w, in, at, end, "malformed \\N character escape");
    uint32_t code;
    if (!names_find((const char *)in->data + start, (size_t)(end - start), &code))
        return codec_decode_bad(m, c, w, in, at, end + 1, "unknown Unicode character name");
    *at = end + 1;
    return str_writer_char(m, w, code);
}

/* What stands behind the backslash of the first escape of which a warning tells: up to three
 * characters. */
static void note_invalid(char *invalid, const unsigned char *escape, int n)
{
    if (!*invalid)
        memcpy(invalid, escape, (size_t)n);
}

static int decode_octal(Machine *m, StrWriter *w, const struct input *in, ssize_t *at,
                        char *invalid)
{
    uint32_t code = 0;
    ssize_t i = *at + 1;
    for (; i < in->size && i < *at + 4 && in->data[i] >= '0' && in->data[i] <= '7'; i++)
        code = code * 8 + (in->data[i] - (uint32_t)'0');
    if (code > 0377)
        note_invalid(invalid, in->data + *at + 1, 3);
    *at = i;
    return str_writer_char(m, w, code);
}

/* Two characters that mean one, or themselves. */
static int decode_short(Machine *m, StrWriter *w, const struct input *in, ssize_t *at,
                        char *invalid)
{
    static const char letters[] = "\\'\"abfnrtv", meant[] = "\\'\"\a\b\f\n\r\t\v";
    unsigned char c = in->data[*at + 1];
    const char *found = c ? strchr(letters, c) : NULL;
    if (!found && c != '\n') {
        note_invalid(invalid, &c, 1);
        if (str_writer_char(m, w, '\\') < 0)
            return -1;
    }
    *at += 2;
    return c == '\n' ? 0 : str_writer_char(m, w, found ? (uint32_t)meant[found - letters] : c);
}

static int decode_escape(Machine *m, struct codec *c, StrWriter *w, const struct input *in,
                         ssize_t *at, char *invalid)
{
    if (in->size - *at < 2)
        return codec_decode_bad(m, c, w, in, at, in->size, "\\ at end of string");
    switch (in->data[*at + 1]) {
    case 'x':
        return decode_hex(m, c, w, in, at, 2);
    case 'u':
        return decode_hex(m, c, w, in, at, 4);
    case 'U':
        return decode_hex(m, c, w, in, at, 8);
    case 'N':
        return decode_name(m, c, w, in, at);
    default:
        return in->data[*at + 1] >= '0' && in->data[*at + 1] <= '7'
                   ? decode_octal(m, w, in, at, invalid)
                   : decode_short(m, w, in, at, invalid);
    }
}

static int warn_of_escape(Machine *m, const char *invalid)
{
    char text[60];
    if ((unsigned char)*invalid >= 0x80) /* of Latin-1 */
        snprintf(text, sizeof text, "invalid escape sequence '\\%c%c'",
                 0xc0 | (unsigned char)*invalid >> 6, 0x80 | (*invalid & 0x3f));
    else
        snprintf(text, sizeof text, "invalid %sescape sequence '\\%s'", invalid[1] ? "octal " : "",
                 invalid);
    return warn_deprecated(m, text);
}

static int decode_escapes(Machine *m, struct codec *c, StrWriter *w, const struct input *in)
{
    int status = 0;
    char invalid[4] = "";
    for (ssize_t at = 0; status == 0 && at < in->size;) {
        if (in->data[at] == '\\')
            status = decode_escape(m, c, w, in, &at, invalid);
        else
            status = str_writer_char(m, w, in->data[at++]);
    }
    return status == 0 && *invalid ? warn_of_escape(m, invalid) : status;
}

static int encode_escapes(Machine *m, StrWriter *w, const Object *s)
{
    int status = 0;
    for (ssize_t i = 0; status == 0 && i < str_len(s); i++) {
        uint32_t code = str_at(s, i);
        const char *two = code == '\\'   ? "\\\\"
                          : code == '\t' ? "\\t"
                          : code == '\n' ? "\\n"
                          : code == '\r' ? "\\r"
                                         : NULL;
        if (two)
            status = str_writer_latin1(m, w, two, 2);
        else if (code < ' ' || code >= 0x7f)
            status = codec_escape(m, w, code);
        else
            status = str_writer_char(m, w, code);
    }
    return status;
}

/* ---- which of them --------------------------------------------------------------------------- */

int codec_decode_other(Machine *m, struct codec *c, StrWriter *w, const struct input *in)
{
    return c->encoding == UNICODE_ESCAPE ? decode_escapes(m, c, w, in)
           : c->encoding >= CP1252       ? decode_page(m, c, w, in)
                                         : decode_units(m, c, w, in);
}

int codec_encode_other(Machine *m, struct codec *c, StrWriter *w, const Object *s)
{
    return c->encoding == UNICODE_ESCAPE ? encode_escapes(m, w, s)
           : c->encoding >= CP1252       ? encode_page(m, c, w, s)
                                         : encode_units(m, c, w, s);
}
