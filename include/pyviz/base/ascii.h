/* Letters and digits of ASCII, of bytes and of code points alike; whatever else they are given is
 * neither.
 *
 * <ctype.h> asks the locale, and that is the user's, since the terminal needs it: in Turkish the
 * capital of i is not I, in Latin-1 more bytes are letters.  What a program reads and prints must
 * not depend on it, so nobody includes <ctype.h> (tests/layers.sh). */
#ifndef PYVIZ_BASE_ASCII_H
#define PYVIZ_BASE_ASCII_H

#include <stdbool.h>
#include <stddef.h>

static inline bool ascii_is_digit(int c)
{
    return c >= '0' && c <= '9';
}

static inline bool ascii_is_lower(int c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool ascii_is_upper(int c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool ascii_is_letter(int c)
{
    return ascii_is_lower(c) || ascii_is_upper(c);
}

static inline bool ascii_is_alnum(int c)
{
    return ascii_is_letter(c) || ascii_is_digit(c);
}

/* A space, or one of \t \n \v \f \r. */
static inline bool ascii_is_space(int c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The same letter, small or capital; what is no letter stays as it is. */
static inline int ascii_to_lower(int c)
{
    return ascii_is_upper(c) ? c + ('a' - 'A') : c;
}

static inline int ascii_to_upper(int c)
{
    return ascii_is_lower(c) ? c - ('a' - 'A') : c;
}

enum { ASCII_NO_DIGIT = 36 };

/* What c is worth as a digit: c is one of a base if that is less than the base.  ASCII_NO_DIGIT: it
 * is one of none. */
static inline int ascii_digit_value(int c)
{
    if (ascii_is_digit(c))
        return c - '0';
    return ascii_is_letter(c) ? ascii_to_lower(c) - 'a' + 10 : ASCII_NO_DIGIT;
}

static inline bool ascii_is_octal(int c)
{
    return ascii_digit_value(c) < 8;
}

static inline bool ascii_is_hex(int c)
{
    return ascii_digit_value(c) < 16;
}

/* Are n characters of both the same, small and capital letters taken as one? */
static inline bool ascii_alike(const char *a, const char *b, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (ascii_to_lower(a[i]) != ascii_to_lower(b[i]))
            return false;
    return true;
}

#endif
