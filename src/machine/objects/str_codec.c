/* Between text and bytes: utf-8, ascii and latin-1 with the error handlers that have names; what
 * str_codec_other.c has, by name.
 * Objects/unicodeobject.c, Python/codecs.c.
 *
 * A codec goes over its input and calls the handler for every stretch that it cannot take. */
#include <pyviz/base/ascii.h>
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

/* Codecs that CPython has and the machine has not, by all their names. */
static const char elsewhere[] =
    " "
    "037 1026 1125 1140 1250 1251 1253 1254 1255 1256 1257 1258 273 424 500 775 850 852 855 "
    "857 858 860 861 862 863 864 865 866 869 932 936 949 950 ansi ansi_x3.4_1986 "
    "ansi_x3_4_1968 arabic asmo_708 base64 base64_codec base_64 big5 big5_hkscs big5_tw "
    "big5hkscs bz2 bz2_codec chinese cp037 cp1006 cp1026 cp1051 cp1125 cp1140 cp1250 cp1251 "
    "cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp1361 cp154 cp273 cp424 cp500 cp720 cp737 "
    "cp775 cp850 cp852 cp855 cp856 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 "
    "cp866u cp869 cp874 cp875 cp932 cp936 cp949 cp950 cp_gr cp_is csHPRoman8 csascii csbig5 "
    "csibm037 csibm1026 csibm273 csibm424 csibm500 csibm855 csibm857 csibm858 csibm860 "
    "csibm861 csibm863 csibm864 csibm865 csibm866 csibm869 csiso2022jp csiso2022kr "
    "csiso58gb231280 csisolatin1 csisolatin2 csisolatin3 csisolatin4 csisolatin5 csisolatin6 "
    "csisolatinarabic csisolatincyrillic csisolatingreek csisolatinhebrew cskoi8r "
    "cspc775baltic cspc850multilingual cspc862latinhebrew cspc8codepage437 cspcp852 "
    "csptcp154 csshiftjis cyrillic cyrillic_asian dbcs ebcdic_cp_be ebcdic_cp_ca "
    "ebcdic_cp_ch ebcdic_cp_he ebcdic_cp_nl ebcdic_cp_us ebcdic_cp_wt ecma_114 ecma_118 "
    "elot_928 euc_cn euc_jis2004 euc_jis_2004 euc_jisx0213 euc_jp euc_kr euccn eucgb2312_cn "
    "eucjis2004 eucjisx0213 eucjp euckr gb18030 gb18030_2000 gb2312 gb2312_1980 gb2312_80 "
    "gbk greek greek8 hebrew hex hex_codec hkscs hp_roman8 hz hz_gb hz_gb_2312 hzgb ibm037 "
    "ibm039 ibm1026 ibm1051 ibm1125 ibm1140 ibm273 ibm367 ibm424 ibm500 ibm775 ibm819 ibm850 "
    "ibm852 ibm855 ibm857 ibm858 ibm860 ibm861 ibm862 ibm863 ibm864 ibm865 ibm866 ibm869 "
    "idna iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext "
    "iso2022_kr iso2022jp iso2022jp_1 iso2022jp_2 iso2022jp_2004 iso2022jp_3 iso2022jp_ext "
    "iso2022kr iso8859_10 iso8859_11 iso8859_13 iso8859_14 iso8859_16 iso8859_2 iso8859_3 "
    "iso8859_4 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 iso_2022_jp iso_2022_jp_1 "
    "iso_2022_jp_2 iso_2022_jp_2004 iso_2022_jp_3 iso_2022_jp_ext iso_2022_kr "
    "iso_646.irv_1991 iso_8859_10 iso_8859_10_1992 iso_8859_11 iso_8859_11_2001 iso_8859_13 "
    "iso_8859_14 iso_8859_14_1998 iso_8859_16 iso_8859_16_2001 iso_8859_1_1987 iso_8859_2 "
    "iso_8859_2_1987 iso_8859_3 iso_8859_3_1988 iso_8859_4 iso_8859_4_1988 iso_8859_5 "
    "iso_8859_5_1988 iso_8859_6 iso_8859_6_1987 iso_8859_7 iso_8859_7_1987 iso_8859_8 "
    "iso_8859_8_1988 iso_8859_9 iso_8859_9_1989 iso_celtic iso_ir_101 iso_ir_109 iso_ir_110 "
    "iso_ir_126 iso_ir_127 iso_ir_138 iso_ir_144 iso_ir_148 iso_ir_157 iso_ir_166 iso_ir_199 "
    "iso_ir_226 iso_ir_58 iso_ir_6 jisx0213 johab koi8_r koi8_t koi8_u korean ks_c_5601 "
    "ks_c_5601_1987 ks_x_1001 ksc5601 ksx1001 kz1048 kz_1048 l10 l2 l3 l4 l5 l6 l7 l8 "
    "latin10 latin2 latin3 latin4 latin5 latin6 latin7 latin8 mac_arabic mac_centeuro "
    "mac_croatian mac_cyrillic mac_farsi mac_greek mac_iceland mac_latin2 mac_roman "
    "mac_romanian mac_turkish maccentraleurope maccyrillic macgreek maciceland macintosh "
    "maclatin2 macroman macturkish mbcs ms1361 ms932 ms936 ms949 ms950 ms_kanji mskanji oem "
    "palmos pt154 ptcp154 punycode quopri quopri_codec quoted_printable quotedprintable r8 "
    "raw_unicode_escape rk1048 roman8 rot13 rot_13 ruscii s_jis s_jis_2004 s_jisx0213 "
    "shift_jis shift_jis_2004 shift_jisx0213 shiftjis shiftjis2004 shiftjisx0213 sjis "
    "sjis_2004 sjisx0213 strk1048_2002 thai tis620 tis_620 tis_620_0 tis_620_2529_0 "
    "tis_620_2529_1 u7 u_jis uhc ujis undefined unicode_1_1_utf_7 utf7 utf_7 uu uu_codec "
    "windows_1250 windows_1251 windows_1253 windows_1254 windows_1255 windows_1256 "
    "windows_1257 windows_1258 x_mac_japanese x_mac_korean x_mac_simp_chinese "
    "x_mac_trad_chinese zip zlib zlib_codec ";

/* Lower case, with one underscore for what stands between that is no letter, digit or point. */
static void normalize(const Object *name, char out[64])
{
    size_t n = 0;
    bool between = false;
    for (ssize_t i = 0; i < str_len(name) && n < 62; i++) {
        uint32_t c = str_at(name, i);
        bool kept = ascii_is_alnum((int)c) || c == '.';
        if (kept && between && n)
            out[n++] = '_';
        if (kept)
            out[n++] = (char)ascii_to_lower((int)c);
        between = !kept;
    }
    out[n] = '\0';
}

static bool is_elsewhere(const char *name)
{
    size_t n = strlen(name);
    for (const char *at = elsewhere; n && (at = strstr(at, name)); at++)
        if (at[-1] == ' ' && at[n] == ' ')
            return true;
    return false;
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
    if (is_elsewhere(wanted))
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
