/* Between text and bytes: utf-8, ascii and latin-1 with the error handlers that have names; what
 * str_codec_other.c has, by name.
 * Objects/unicodeobject.c, Python/codecs.c.
 *
 * A codec goes over its input and calls the handler for every stretch that it cannot take. */
#include <pyviz/base/names.h>

#include "../exceptions.h"
#include "str_codec.h"

#include <stdio.h>
#include <string.h>

static const char *const handler_names[HANDLERS] = {
    "strict",        "ignore",           "replace",           "surrogateescape",
    "surrogatepass", "backslashreplace", "xmlcharrefreplace", "namereplace",
};
/* As messages name them. */
static const char *const codec_names[] = {
    [UTF_8] = "utf-8",         [ASCII] = "ascii",
    [LATIN_1] = "latin-1",     [UTF_8_SIG] = "utf-8",
    [UTF_16] = "utf-16",       [UTF_16_LE] = "utf-16-le",
    [UTF_16_BE] = "utf-16-be", [UTF_32] = "utf-32",
    [UTF_32_LE] = "utf-32-le", [UTF_32_BE] = "utf-32-be",
    [CP1252] = "charmap",      [CP437] = "charmap",
    [ISO8859_15] = "charmap",  [UNICODE_ESCAPE] = "unicodeescape",
};

/* ---- names ----------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    enum encoding encoding;
} aliases[] = {
    {"utf_8", UTF_8},
    {"utf8", UTF_8},
    {"u8", UTF_8},
    {"utf", UTF_8},
    {"cp65001", UTF_8},
    {"utf8_ucs2", UTF_8},
    {"utf8_ucs4", UTF_8},
    {"ascii", ASCII},
    {"us_ascii", ASCII},
    {"646", ASCII},
    {"us", ASCII},
    {"ansi_x3.4_1968", ASCII},
    {"iso646_us", ASCII},
    {"cp367", ASCII},
    {"latin_1", LATIN_1},
    {"latin1", LATIN_1},
    {"latin", LATIN_1},
    {"l1", LATIN_1},
    {"iso_8859_1", LATIN_1},
    {"iso8859_1", LATIN_1},
    {"8859", LATIN_1},
    {"iso8859", LATIN_1},
    {"cp819", LATIN_1},
    {"iso_ir_100", LATIN_1},
    {"utf_8_sig", UTF_8_SIG},
    {"utf_16", UTF_16},
    {"utf16", UTF_16},
    {"u16", UTF_16},
    {"utf_16_le", UTF_16_LE},
    {"utf_16le", UTF_16_LE},
    {"unicodelittleunmarked", UTF_16_LE},
    {"utf_16_be", UTF_16_BE},
    {"utf_16be", UTF_16_BE},
    {"unicodebigunmarked", UTF_16_BE},
    {"utf_32", UTF_32},
    {"utf32", UTF_32},
    {"u32", UTF_32},
    {"utf_32_le", UTF_32_LE},
    {"utf_32le", UTF_32_LE},
    {"utf_32_be", UTF_32_BE},
    {"utf_32be", UTF_32_BE},
    {"cp1252", CP1252},
    {"windows_1252", CP1252},
    {"1252", CP1252},
    {"cp437", CP437},
    {"437", CP437},
    {"ibm437", CP437},
    {"iso8859_15", ISO8859_15},
    {"iso_8859_15", ISO8859_15},
    {"latin9", ISO8859_15},
    {"l9", ISO8859_15},
    {"unicode_escape", UNICODE_ESCAPE},
};

/* Codecs that CPython has and the machine has not. */
static const char *const elsewhere[] = {
    "utf_7",  "cp850",     "mac_roman", "koi8_r",     "idna",   "punycode", "raw_unicode_escape",
    "rot13",  "rot_13",    "hex",       "base64",     "zlib",   "bz2",      "gbk",
    "gb2312", "gb18030",   "big5",      "shift_jis",  "euc_jp", "euc_kr",   "cp1251",
    "cp1250", "iso8859_2", "mbcs",      "iso_8859_2", "oem",
};

/* Lower case, with one underscore for every run of what is no letter, digit or point. */
static void normalize(const Object *name, char out[64])
{
    size_t n = 0;
    for (ssize_t i = 0; i < str_len(name) && n < 63; i++) {
        uint32_t c = str_at(name, i);
        bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
        if (c >= 'A' && c <= 'Z')
            out[n++] = (char)(c + 32);
        else if (kept)
            out[n++] = (char)c;
        else if (n && out[n - 1] != '_')
            out[n++] = '_';
    }
    out[n] = '\0';
}

static bool find_encoding(Machine *m, Object *name, enum encoding *encoding)
{
    char wanted[64];
    *encoding = UTF_8;
    if (!name)
        return true;
    normalize(name, wanted);
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
        if (strcmp(wanted, aliases[i].name) == 0) {
            *encoding = aliases[i].encoding;
            return true;
        }
    }
    for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++)
        if (strcmp(wanted, elsewhere[i]) == 0)
            return error_not_simulated(m, "the encoding '%U'", name);
    return error_set(m, EXC_LookupError, "unknown encoding: %U", name);
}

/* An unknown handler is an error only when it is needed. */
static bool resolve_handler(Machine *m, struct codec *c)
{
    if (c->resolved)
        return true;
    c->resolved = true;
    if (!c->errors)
        return true;
    for (c->handler = STRICT; c->handler < HANDLERS; c->handler++)
        if (str_equals_ascii(c->errors, handler_names[c->handler]))
            return true;
    return error_set(m, EXC_LookupError, "unknown error handler name '%U'", c->errors);
}

bool codec_handles(const struct codec *c, enum handler handler)
{
    return c->errors && str_equals_ascii(c->errors, handler_names[handler]);
}

/* ---- decoding -------------------------------------------------------------------------------- */

static int decode_error(Machine *m, const struct codec *c, const struct input *in, ssize_t start,
                        ssize_t end, const char *reason)
{
    Object *bytes = bytes_new(m, (const char *)in->data, in->size);
    int status = error_set_unicode(m, EXC_UnicodeDecodeError, codec_names[c->encoding], bytes,
                                   start, end, reason);
    xdecref(m, bytes);
    return status;
}

static bool is_encoded_surrogate(const struct input *in, ssize_t at)
{
    const unsigned char *s = in->data + at;
    return in->size - at >= 3 && s[0] == 0xed && s[1] >= 0xa0 && s[1] <= 0xbf &&
           (s[2] & 0xc0) == 0x80;
}

static int decode_escapes(Machine *m, StrWriter *w, const struct input *in, ssize_t start,
                          ssize_t end)
{
    static const char digits[] = "0123456789abcdef";
    int status = 0;
    for (ssize_t i = start; status == 0 && i < end; i++) {
        unsigned char byte = in->data[i];
        char text[4] = {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
        status = str_writer_latin1(m, w, text, sizeof text);
    }
    return status;
}

int codec_decode_bad(Machine *m, struct codec *c, StrWriter *w, const struct input *in,
                     ssize_t *start, ssize_t end, const char *reason)
{
    ssize_t from = *start;
    int status = 0;
    *start = end;
    if (!resolve_handler(m, c))
        return -1;
    switch (c->handler) {
    case IGNORE:
        return 0;
    case REPLACE:
        return str_writer_char(m, w, 0xfffd);
    case BACKSLASH_REPLACE:
        return decode_escapes(m, w, in, from, end);
    case SURROGATE_ESCAPE:
        for (ssize_t i = from; status == 0 && i < end; i++) {
            if (in->data[i] < 0x80)
                return decode_error(m, c, in, from, end, reason);
            status = str_writer_char(m, w, 0xdc00u + in->data[i]);
        }
        return status;
    case SURROGATE_PASS:
        if ((c->encoding == UTF_8 || c->encoding == UTF_8_SIG) && is_encoded_surrogate(in, from)) {
            *start = from + 3;
            return str_writer_char(
                m, w, 0xd000u | (in->data[from + 1] & 0x3fu) << 6 | (in->data[from + 2] & 0x3fu));
        }
        return decode_error(m, c, in, from, end, reason);
    case XML_REPLACE:
    case NAME_REPLACE:
        error_set(m, EXC_TypeError,
                  "don't know how to handle UnicodeDecodeError in error callback");
        return -1;
    default:
        return decode_error(m, c, in, from, end, reason);
    }
}

/* How many continuation bytes a first byte asks for, and the range of the first of them: 0 for a
 * byte that cannot be a first one. */
static int continuation(unsigned char first, unsigned char *low, unsigned char *high)
{
    *low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    *high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    return first < 0xc2 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first <= 0xf4 ? 3 : 0;
}

/* One character from *at on: of more than one byte. */
static int decode_sequence(Machine *m, struct codec *c, StrWriter *w, const struct input *in,
                           ssize_t *at)
{
    unsigned char low, high, first = in->data[*at];
    int more = continuation(first, &low, &high);
    if (more == 0)
        return codec_decode_bad(m, c, w, in, at, *at + 1, "invalid start byte");
    uint32_t code = first & (0x3fu >> more);
    ssize_t i = *at + 1;
    for (; more > 0; more--, i++) {
        if (i == in->size)
            return codec_decode_bad(m, c, w, in, at, i, "unexpected end of data");
        if (in->data[i] < low || in->data[i] > high)
            return codec_decode_bad(m, c, w, in, at, i, "invalid continuation byte");
        code = code << 6 | (in->data[i] & 0x3fu);
        low = 0x80;
        high = 0xbf;
    }
    *at = i;
    return str_writer_char(m, w, code);
}

static ssize_t ascii_run(const struct input *in, ssize_t at)
{
    ssize_t i = at;
    while (i < in->size && in->data[i] < 0x80)
        i++;
    return i - at;
}

static int decode_all(Machine *m, struct codec *c, StrWriter *w, const struct input *in)
{
    int status = 0;
    for (ssize_t at = 0; status == 0 && at < in->size;) {
        ssize_t plain = ascii_run(in, at);
        status = str_writer_latin1(m, w, (const char *)in->data + at, (size_t)plain);
        at += plain;
        if (status < 0 || at == in->size)
            break;
        if (c->encoding != ASCII)
            status = decode_sequence(m, c, w, in, &at);
        else
            status = codec_decode_bad(m, c, w, in, &at, at + 1, "ordinal not in range(128)");
    }
    return status;
}

Object *str_decode(Machine *m, const char *data, ssize_t n, Object *encoding, Object *errors)
{
    struct codec c = {.errors = errors};
    struct input in = {(const unsigned char *)data, n};
    if (n == 0) /* whatever it is called */
        return str_from_ascii(m, "");
    if (!find_encoding(m, encoding, &c.encoding))
        return NULL;
    if (n == 0)
        return newref(m->empty_str);
    if (c.encoding == UTF_8_SIG && n >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0) {
        in = (struct input){in.data + 3, n - 3};
        data += 3;
        n -= 3;
    }
    if (c.encoding == LATIN_1 || (c.encoding <= UTF_8_SIG && ascii_run(&in, 0) == n))
        return str_from_units(m, data, 1, n);
    StrWriter w = {0};
    if ((c.encoding > UTF_8_SIG ? codec_decode_other : decode_all)(m, &c, &w, &in) == 0)
        return str_writer_finish(m, &w);
    str_writer_drop(m, &w);
    return NULL;
}

/* ---- encoding -------------------------------------------------------------------------------- */

static int encode_error(Machine *m, const struct codec *c, const Object *s, ssize_t start,
                        ssize_t end, const char *reason)
{
    return error_set_unicode(m, EXC_UnicodeEncodeError, codec_names[c->encoding],
                             (Object *)(uintptr_t)s, start, end, reason);
}

/* The output is a StrWriter that never sees more than bytes. */
static int encode_surrogate(Machine *m, StrWriter *w, uint32_t code)
{
    char text[4];
    return str_writer_latin1(m, w, text, utf8_encode(code, text));
}

int codec_escape(Machine *m, StrWriter *w, uint32_t code)
{
    char text[16];
    int width = code < 0x100 ? 2 : code < 0x10000 ? 4 : 8;
    int n = snprintf(text, sizeof text, "\\%c%0*x",
                     width == 2   ? 'x'
                     : width == 4 ? 'u'
                                  : 'U',
                     width, (unsigned)code);
    return str_writer_latin1(m, w, text, (size_t)n);
}

static int encode_escape(Machine *m, StrWriter *w, enum handler handler, uint32_t code)
{
    char name[NAMES_MAX], text[NAMES_MAX + 8];
    if (handler != XML_REPLACE && !(handler == NAME_REPLACE && names_of(code, name)))
        return codec_escape(m, w, code);
    int n = handler == XML_REPLACE ? snprintf(text, sizeof text, "&#%u;", (unsigned)code)
                                   : snprintf(text, sizeof text, "\\N{%s}", name);
    return str_writer_latin1(m, w, text, (size_t)n);
}

static bool is_surrogate(uint32_t c)
{
    return c >= 0xd800 && c <= 0xdfff;
}

int codec_encode_bad(Machine *m, struct codec *c, StrWriter *w, const Object *s, ssize_t start,
                     ssize_t end, const char *reason)
{
    int status = 0;
    if (!resolve_handler(m, c))
        return -1;
    for (ssize_t i = start; status == 0 && i < end; i++) {
        uint32_t code = str_at(s, i);
        switch (c->handler) {
        case IGNORE:
            break;
        case REPLACE:
            status = str_writer_char(m, w, '?');
            break;
        case BACKSLASH_REPLACE:
        case XML_REPLACE:
        case NAME_REPLACE:
            status = encode_escape(m, w, c->handler, code);
            break;
        case SURROGATE_ESCAPE:
            if (code < 0xdc80 || code > 0xdcff)
                return encode_error(m, c, s, i, i == start ? end : i + 1, reason);
            status = str_writer_char(m, w, code - 0xdc00);
            break;
        case SURROGATE_PASS:
            if ((c->encoding != UTF_8 && c->encoding != UTF_8_SIG) || !is_surrogate(code))
                return encode_error(m, c, s, start, end, reason);
            status = encode_surrogate(m, w, code);
            break;
        default:
            return encode_error(m, c, s, start, end, reason);
        }
    }
    return status;
}

static bool is_encodable(uint32_t code, enum encoding encoding)
{
    return encoding == UTF_8 || encoding == UTF_8_SIG ? !is_surrogate(code)
                                                      : code < (encoding == ASCII ? 0x80 : 0x100);
}

static int encode_all(Machine *m, struct codec *c, StrWriter *w, const Object *s)
{
    static const char *const reasons[] = {"surrogates not allowed", "ordinal not in range(128)",
                                          "ordinal not in range(256)", "surrogates not allowed"};
    int status = c->encoding == UTF_8_SIG ? str_writer_latin1(m, w, "\xef\xbb\xbf", 3) : 0;
    for (ssize_t i = 0; status == 0 && i < str_len(s);) {
        uint32_t code = str_at(s, i);
        if (is_encodable(code, c->encoding)) {
            char text[4] = {(char)code};
            size_t n =
                c->encoding == UTF_8 || c->encoding == UTF_8_SIG ? utf8_encode(code, text) : 1;
            status = str_writer_latin1(m, w, text, n);
            i++;
            continue;
        }
        ssize_t start = i;
        while (i < str_len(s) && !is_encodable(str_at(s, i), c->encoding))
            i++;
        status = codec_encode_bad(m, c, w, s, start, i, reasons[c->encoding]);
    }
    return status;
}

Object *str_encode(Machine *m, Object *s, Object *encoding, Object *errors)
{
    struct codec c = {.errors = errors};
    if (!find_encoding(m, encoding, &c.encoding))
        return NULL;
    const StrObject *o = as_str(s);
    if ((o->ascii && c.encoding <= LATIN_1) || (c.encoding == LATIN_1 && o->kind == 1))
        return bytes_new(m, o->data, o->length);
    StrWriter w = {0};
    Object *b = NULL;
    if ((c.encoding > UTF_8_SIG ? codec_encode_other : encode_all)(m, &c, &w, s) == 0)
        b = bytes_new(m, w.data, w.length);
    str_writer_drop(m, &w);
    return b;
}
