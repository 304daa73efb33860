/* UTF-8 over utf8proc, which knows Unicode's tables; what is ours is the place of lone surrogates,
 * and what counts as fit for a terminal. */
#include <pyviz/base/utf8.h>

#include <utf8proc.h>

/* Lone surrogates have the form of a three-byte sequence: ED, A0..BF, 80..BF. */
static bool is_surrogate_sequence(const unsigned char *s, size_t n)
{
    return n >= 3 && s[0] == 0xed && s[1] >= 0xa0 && s[1] <= 0xbf && s[2] >= 0x80 && s[2] <= 0xbf;
}

static bool is_surrogate(uint32_t code_point)
{
    return code_point >= 0xd800 && code_point <= 0xdfff;
}

size_t utf8_decode(const char *s, size_t n, bool surrogates, int32_t *code_point)
{
    const unsigned char *u = (const unsigned char *)s;
    if (u[0] < 0x80) {
        *code_point = u[0];
        return 1;
    }
    if (surrogates && is_surrogate_sequence(u, n)) {
        *code_point = 0xd000 | (u[1] & 0x3f) << 6 | (u[2] & 0x3f);
        return 3;
    }
    utf8proc_int32_t decoded = -1;
    utf8proc_ssize_t taken = utf8proc_iterate(u, n > 4 ? 4 : (utf8proc_ssize_t)n, &decoded);
    *code_point = taken > 0 ? decoded : -1;
    return taken > 0 ? (size_t)taken : 1;
}

size_t utf8_encode(uint32_t code_point, char out[4])
{
    if (is_surrogate(code_point)) {
        out[0] = (char)0xed;
        out[1] = (char)(0x80 | (code_point >> 6 & 0x3f));
        out[2] = (char)(0x80 | (code_point & 0x3f));
        return 3;
    }
    if (code_point > 0x10ffff)
        code_point = 0xfffd;
    return (size_t)utf8proc_encode_char((utf8proc_int32_t)code_point, (utf8proc_uint8_t *)out);
}

void utf8_append(struct buffer *b, uint32_t code_point)
{
    char encoded[4];
    buffer_append(b, encoded, utf8_encode(code_point, encoded));
}

size_t utf8_validate(const char *s, size_t n)
{
    size_t i = 0;
    while (i < n) {
        int32_t code_point;
        size_t taken = utf8_decode(s + i, n - i, false, &code_point);
        if (code_point < 0)
            break;
        i += taken;
    }
    return i;
}

size_t utf8_length(const char *s, size_t n)
{
    size_t length = 0;
    for (size_t i = 0; i < n; length++) {
        int32_t code_point;
        i += utf8_decode(s + i, n - i, true, &code_point);
    }
    return length;
}

/* What no version of Unicode has assigned yet, and what an application assigns for itself, is drawn
 * by terminals as one replacement glyph; utf8proc calls the former nothing at all. */
int utf8_width(uint32_t code_point)
{
    if (code_point >= 0x20 && code_point < 0x7f)
        return 1;
    if (code_point < 0xa0)
        return 0;
    switch (utf8proc_category((utf8proc_int32_t)code_point)) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CO:
        return 1;
    case UTF8PROC_CATEGORY_CF:
        return code_point == 0xad ? 1 : 0; /* the soft hyphen is drawn */
    default:
        return utf8proc_charwidth((utf8proc_int32_t)code_point);
    }
}

int utf8_columns(const char *s, size_t n)
{
    int columns = 0;
    for (size_t i = 0; i < n;) {
        int32_t code_point;
        i += utf8_decode(s + i, n - i, true, &code_point);
        columns += code_point < 0 ? 1 : utf8_width((uint32_t)code_point);
    }
    return columns;
}

bool utf8_is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || is_surrogate(c) || c > 0x10ffff || c == 0x061c ||
           c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x206f) || (c >= 0xfff9 && c <= 0xfffb);
}

static void append_escape(struct buffer *b, uint32_t c)
{
    switch (c) {
    case '\n':
        buffer_puts(b, "\\n");
        break;
    case '\r':
        buffer_puts(b, "\\r");
        break;
    case '\t':
        buffer_puts(b, "\\t");
        break;
    default:
        buffer_printf(b, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", (unsigned)c);
    }
}

void utf8_append_escaped(struct buffer *b, const char *s, size_t n)
{
    for (size_t i = 0; i < n;) {
        int32_t code_point;
        size_t taken = utf8_decode(s + i, n - i, true, &code_point);
        if (code_point < 0)
            append_escape(b, (unsigned char)s[i]);
        else if (utf8_is_control((uint32_t)code_point))
            append_escape(b, (uint32_t)code_point);
        else
            buffer_append(b, s + i, taken);
        i += taken;
    }
}
