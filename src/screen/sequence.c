#include "sequence.h"

#include <pyviz/base/ascii.h>
#include <pyviz/base/utf8.h>

#include <stdbool.h>

enum { ESC = 0x1b, MAX_PARAMETERS = 15, MAX_DIGITS = 6, MAX_CSI = 64, MAX_STRING = 4096 };

static enum sequence unit(enum sequence what, size_t taken, size_t *len)
{
    *len = taken;
    return what;
}

/* ---- Characters ---- */

/* How many bytes a lead byte announces; 1 for what is none. */
static size_t announced(unsigned char lead)
{
    return lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
}

static bool may_go_on(const char *s, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (((unsigned char)s[i] & 0xc0) != 0x80)
            return false;
    return (unsigned char)s[0] < 0xf5 && n < announced((unsigned char)s[0]);
}

/* Bytes that are no UTF-8 are no keys; a bare C1 byte would even begin a sequence. */
static enum sequence character(const char *s, size_t n, size_t *len)
{
    int32_t code_point;
    if (may_go_on(s, n))
        return unit(SEQUENCE_PARTIAL, n, len);
    size_t taken = utf8_decode(s, n, false, &code_point);
    return unit(code_point < 0 ? SEQUENCE_NOTHING : SEQUENCE_KEY, taken, len);
}

/* ---- Control sequences: ESC [ parameters final ---- */

struct parameters {
    int count;                        /* of semicolons */
    int first;                        /* the first number */
    bool present[MAX_PARAMETERS + 1]; /* has a number */
    bool sound;                       /* numbers only, not too many, not too long */
};

static struct parameters parse_parameters(const char *s, size_t n)
{
    struct parameters p = {.sound = true};
    int digits = 0;
    for (size_t i = 0; i < n && p.sound; i++) {
        if (ascii_is_digit(s[i])) {
            p.present[p.count] = true;
            if (p.count == 0)
                p.first = 10 * p.first + s[i] - '0';
            digits++;
        } else if (s[i] == ';') {
            p.count++;
            digits = 0;
        } else {
            p.sound = false;
        }
        p.sound = p.sound && p.count < MAX_PARAMETERS && digits <= MAX_DIGITS;
    }
    return p;
}

/* True for a sequence whose parameters are all there that its final byte makes libtermkey read.  Of
 * those with a private marker (<=>?) only the mouse's is a key; with others it looks outside of its
 * tables. */
static bool is_sound(const char *s, size_t n, char final)
{
    bool mouse = final == 'M' || final == 'm', marked = n > 0 && s[0] == '<';
    if (marked && !mouse)
        return false;
    struct parameters p = parse_parameters(s + marked, n - marked);
    if (!p.sound)
        return false;
    if (mouse)
        return p.present[0] && p.present[1] && p.present[2];
    if (final == '~' && p.first == 27) /* any character, as the third parameter */
        return p.present[2];
    return (final != '~' && final != 'u') || p.present[0];
}

/* s begins with ESC [ */
static enum sequence control(const char *s, size_t n, size_t *len)
{
    size_t end = 2;
    while (end < n && s[end] >= 0x20 && s[end] < 0x40)
        end++;
    if (end > MAX_CSI)
        return unit(SEQUENCE_NOTHING, end, len);
    if (end == n)
        return unit(SEQUENCE_PARTIAL, n, len);
    if (s[end] < 0x40 || s[end] == 0x7f) /* not a sequence after all (s[end] may be negative) */
        return unit(SEQUENCE_ALT, 2, len);
    size_t extra = end > 2       ? 0
                   : s[2] == '[' ? 1
                   : s[2] == 'M' ? 3
                                 : 0; /* linux's F1, X10's mouse */
    if (end + 1 + extra > n)
        return unit(SEQUENCE_PARTIAL, n, len);
    bool sound = extra > 0 || is_sound(s + 2, end - 2, s[end]);
    return unit(sound ? SEQUENCE_KEY : SEQUENCE_NOTHING, end + 1 + extra, len);
}

/* ---- Strings: ESC P ... ST and the like, which are replies ---- */

static enum sequence string(const char *s, size_t n, size_t *len)
{
    for (size_t i = 2; i < n; i++) {
        if (s[i] == '\a')
            return unit(SEQUENCE_NOTHING, i + 1, len);
        if (s[i] == ESC && i + 1 < n && s[i + 1] == '\\')
            return unit(SEQUENCE_NOTHING, i + 2, len);
    }
    return n > MAX_STRING ? unit(SEQUENCE_NOTHING, n, len) : unit(SEQUENCE_PARTIAL, n, len);
}

/* ---- All together ---- */

/* Behind one ESC there may be another, for Alt and a key that is a sequence itself. */
static enum sequence twice_escaped(const char *s, size_t n, size_t *len)
{
    if (n == 2)
        return unit(SEQUENCE_PARTIAL, n, len);
    if (s[2] != '[' && s[2] != 'O')
        return unit(SEQUENCE_ESCAPE, 1, len);
    enum sequence what = sequence_next(s + 1, n - 1, len);
    ++*len;
    return what == SEQUENCE_ALT ? unit(SEQUENCE_ESCAPE, 1, len) : what;
}

enum sequence sequence_next(const char *s, size_t n, size_t *len)
{
    if (s[0] != ESC)
        return character(s, n, len);
    if (n == 1)
        return unit(SEQUENCE_PARTIAL, n, len);
    switch (s[1]) {
    case ESC:
        return twice_escaped(s, n, len);
    case '[':
        return control(s, n, len);
    case 'O':
        if (n == 2)
            return unit(SEQUENCE_PARTIAL, n, len);
        return s[2] >= 0x40 && s[2] < 0x7f ? unit(SEQUENCE_KEY, 3, len)
                                           : unit(SEQUENCE_ALT, 2, len);
    case 'P':
    case ']':
    case 'X':
    case '^':
    case '_':
        return string(s, n, len);
    default: {
        enum sequence what = character(s + 1, n - 1, len);
        ++*len;
        return what;
    }
    }
}

enum sequence sequence_last(const char *s, size_t n, size_t *len)
{
    enum sequence what = sequence_next(s, n, len);
    if (what != SEQUENCE_PARTIAL)
        return what;
    if (s[0] != ESC)
        return unit(SEQUENCE_NOTHING, n, len);
    if (n == 1 || s[1] == ESC)
        return unit(SEQUENCE_ESCAPE, 1, len);
    if ((unsigned char)s[1] >= 0x80)
        return unit(SEQUENCE_NOTHING, n, len);
    return unit(SEQUENCE_ALT, 2, len);
}
