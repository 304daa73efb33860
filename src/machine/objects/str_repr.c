/* repr and ascii of str: Objects/unicodeobject.c: unicode_repr.  Once for the machine, into a
 * StrWriter, and once for the host, into a buffer: the rules stand in escape() alone. */
#include "str_private.h"
#include "unicode.h"

#include <stdio.h>
#include <string.h>

/* Single quotes, unless the text has them and no double ones. */
static uint32_t choose_quote(const Object *s)
{
    ssize_t n = str_len(s);
    bool single = str_search_char(s, 0, n, '\'', false) >= 0;
    return single && str_search_char(s, 0, n, '"', false) < 0 ? '"' : '\'';
}

static size_t escape_number(uint32_t c, char out[12])
{
    return (size_t)sprintf(out,
                           c < 0x100     ? "\\x%02x"
                           : c < 0x10000 ? "\\u%04x"
                                         : "\\U%08x",
                           (unsigned)c);
}

/* What stands for c in quotes: its length, or 0 if c stands for itself. */
static size_t escape(uint32_t c, uint32_t quote, bool ascii, char out[12])
{
    if (c == quote || c == '\\' || c == '\n' || c == '\r' || c == '\t') {
        out[0] = '\\';
        out[1] = c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\t' ? 't' : (char)c;
        return 2;
    }
    if (c >= 0x20 && c < 0x7f)
        return 0;
    if (c >= 0x80 && !ascii && unicode_is_printable(c))
        return 0;
    return escape_number(c, out);
}

int str_writer_quoted(Machine *m, StrWriter *w, const Object *s, bool ascii)
{
    uint32_t quote = choose_quote(s);
    char text[12];
    ssize_t plain = 0, n = str_len(s); /* s[plain:i] stands for itself */
    str_writer_char(m, w, quote);
    for (ssize_t i = 0; i < n; i++) {
        size_t len = escape(str_at(s, i), quote, ascii, text);
        if (len == 0)
            continue;
        str_writer_range(m, w, s, plain, i);
        if (str_writer_latin1(m, w, text, len) < 0)
            return -1;
        plain = i + 1;
    }
    str_writer_range(m, w, s, plain, n);
    return str_writer_char(m, w, quote);
}

void str_repr(const Object *s, struct buffer *out)
{
    uint32_t quote = choose_quote(s);
    char text[12];
    buffer_putc(out, (char)quote);
    for (ssize_t i = 0; i < str_len(s); i++) {
        size_t len = escape(str_at(s, i), quote, false, text);
        if (len)
            buffer_append(out, text, len);
        else
            utf8_append(out, str_at(s, i));
    }
    buffer_putc(out, (char)quote);
}
