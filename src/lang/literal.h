/* What the spelling of a literal stands for. */
#ifndef PYVIZ_LANG_LITERAL_H
#define PYVIZ_LANG_LITERAL_H

#include <pyviz/base/arena.h>
#include <pyviz/base/buffer.h>
#include <pyviz/lang/ast.h>

#include <stdbool.h>
#include <stddef.h>

/* More decimal digits are refused, as by sys.get_int_max_str_digits(). */
enum { LITERAL_MAX_DIGITS = 4300 };

/* A number as the lexer cuts it out.  False if it is a decimal int of too many digits, *digits. */
bool literal_number(struct arena *arena, const char *s, size_t n, struct constant *out,
                    size_t *digits);

enum literal_error {
    LITERAL_FINE,
    LITERAL_BAD_UNICODE,     /* (unicode error) */
    LITERAL_BAD_VALUE,       /* (value error) */
    LITERAL_NAMED_CHARACTER, /* \N{...}: the names are not known here */
};

/* Appends what the n bytes at s mean, backslashes resolved.  `bytes`: of a bytes literal, whose
 * text is ASCII.  An escape that means nothing stays as it is.  On an error message[] says why. */
enum literal_error literal_unescape(const char *s, size_t n, bool bytes, struct buffer *out,
                                    char message[160]);

#endif
