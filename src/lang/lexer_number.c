/* Numbers.  A number ends where it can go no further; what follows directly may be an operator or
 * one of the keywords that CPython still allows there (`1if x else y`), no other letter. */
#include "lexer_internal.h"

#include <pyviz/base/ascii.h>

#include <string.h>

static bool is_name_byte(int c)
{
    return ascii_is_alnum(c) || c == '_';
}

/* Is it that word, and the whole of it? */
static bool follows(const struct lexer *lx, const char *word)
{
    size_t n = strlen(word);
    if (lx->len - lx->cur < n || memcmp(lx->text + lx->cur, word, n) != 0)
        return false;
    int behind = lexer_at(lx, lx->cur + n);
    return !is_name_byte(behind) && behind < 128;
}

/* The words with an i are told by two letters: 1ifx passes here.
 * Parser/lexer/lexer.c: verify_end_of_number */
static bool check_end(struct lexer *lx, const char *kind)
{
    static const char *const allowed[] = {"and", "else", "for", "not", "or"};
    int second = lexer_at(lx, lx->cur + 1);
    if (!is_name_byte(lexer_peek(lx)))
        return true;
    if (lexer_peek(lx) == 'i' && (second == 'f' || second == 'n' || second == 's'))
        return true;
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        if (follows(lx, allowed[i]))
            return true;
    return lexer_error(lx, "invalid %s literal", kind);
}

/* Digits with single underscores between them; cur is at a digit. */
static bool decimal_tail(struct lexer *lx)
{
    for (;;) {
        while (ascii_is_digit(lexer_peek(lx)))
            lx->cur++;
        if (lexer_peek(lx) != '_')
            return true;
        lx->cur++;
        if (!ascii_is_digit(lexer_peek(lx)))
            return lexer_error(lx, "invalid decimal literal");
    }
}

/* 0x, 0o, 0b; cur is behind the letter. */
static bool based_number(struct lexer *lx, int base, const char *kind)
{
    do {
        if (lexer_peek(lx) == '_')
            lx->cur++;
        if (ascii_digit_value(lexer_peek(lx)) >= base) {
            if (ascii_is_digit(lexer_peek(lx))) {
                int digit = lexer_at(lx, lx->cur++);
                return lexer_error(lx, "invalid digit '%c' in %s literal", digit, kind);
            }
            return lexer_error(lx, "invalid %s literal", kind);
        }
        while (ascii_digit_value(lexer_peek(lx)) < base)
            lx->cur++;
    } while (lexer_peek(lx) == '_');

    if (ascii_is_digit(lexer_peek(lx))) {
        int digit = lexer_at(lx, lx->cur++);
        return lexer_error(lx, "invalid digit '%c' in %s literal", digit, kind);
    }
    return check_end(lx, kind);
}

/* cur is at the e.  `1else` is a number and a keyword: then *taken is false and cur stays. */
static bool exponent(struct lexer *lx, bool *taken)
{
    int sign = lexer_at(lx, lx->cur + 1);
    *taken = true;
    if (sign == '+' || sign == '-') {
        lx->cur += 2;
        if (!ascii_is_digit(lexer_peek(lx)))
            return lexer_error(lx, "invalid decimal literal");
    } else if (!ascii_is_digit(sign)) {
        *taken = false;
        return check_end(lx, "decimal");
    } else {
        lx->cur++;
    }
    return decimal_tail(lx);
}

/* Fraction, exponent and j, whichever are there; cur is behind the digits of the whole part. */
static bool fraction(struct lexer *lx)
{
    if (lexer_peek(lx) == '.') {
        lx->cur++;
        if (ascii_is_digit(lexer_peek(lx)) && !decimal_tail(lx))
            return false;
    }
    if (lexer_peek(lx) == 'e' || lexer_peek(lx) == 'E') {
        bool taken;
        if (!exponent(lx, &taken))
            return false;
        if (!taken)
            return true;
    }
    if (lexer_peek(lx) == 'j' || lexer_peek(lx) == 'J') {
        lx->cur++;
        return check_end(lx, "imaginary");
    }
    return check_end(lx, "decimal");
}

/* 0, 00, 0_0, 0.5, 0e1, 0j; 07 is refused; cur is behind the first 0. */
static bool leading_zero(struct lexer *lx, uint32_t start)
{
    for (;;) {
        if (lexer_peek(lx) == '_') {
            lx->cur++;
            if (!ascii_is_digit(lexer_peek(lx)))
                return lexer_error(lx, "invalid decimal literal");
        }
        if (lexer_peek(lx) != '0')
            break;
        lx->cur++;
    }
    uint32_t zeros_end = lx->cur;
    bool nonzero = ascii_is_digit(lexer_peek(lx));
    if (nonzero && !decimal_tail(lx))
        return false;
    if (nonzero && (lexer_peek(lx) < 0 || !strchr(".eEjJ", lexer_peek(lx)))) {
        lexer_error_at(lx, DIAGNOSTIC_SYNTAX, lx->line, start, zeros_end,
                       "leading zeros in decimal integer literals are not permitted; "
                       "use an 0o prefix for octal integers");
        lx->out->error.in_bytes = true;
        return false;
    }
    return fraction(lx);
}

static bool scan(struct lexer *lx, uint32_t start)
{
    if (lexer_peek(lx) != '0')
        return (lexer_peek(lx) == '.' || decimal_tail(lx)) && fraction(lx);
    lx->cur++;
    switch (lexer_peek(lx)) {
    case 'x':
    case 'X':
        lx->cur++;
        return based_number(lx, 16, "hexadecimal");
    case 'o':
    case 'O':
        lx->cur++;
        return based_number(lx, 8, "octal");
    case 'b':
    case 'B':
        lx->cur++;
        return based_number(lx, 2, "binary");
    default:
        return leading_zero(lx, start);
    }
}

bool lexer_number(struct lexer *lx)
{
    uint32_t start = lx->cur;
    if (!scan(lx, start))
        return false;
    lexer_emit(lx, TOKEN_NUMBER, start, lx->line);
    return true;
}
