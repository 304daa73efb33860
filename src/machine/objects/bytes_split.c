/* Methods of bytes that cut into pieces, and those about the case and class of ASCII letters.
 * Objects/stringlib/split.h, Objects/bytes_methods.c. */
#include <pyviz/base/ascii.h>
#include <pyviz/machine/bytearray.h>

#include "bytes.h"
#include "pieces.h"
#include "str_private.h"

static bool is_ascii(int c)
{
    return !(c & 0x80);
}

/* ---- split ----------------------------------------------------------------------------------- */

static Object *piece(Machine *m, const Object *b, ssize_t start, ssize_t end)
{
    return bytes_new(m, as_bytes(b)->data + start, end - start);
}

static ssize_t length(const Object *b)
{
    return as_bytes(b)->size;
}

static bool is_exact_bytes(const Machine *m, const Object *b)
{
    return is_exact(m, b, bytes);
}

static bool is_space_at(const Object *b, ssize_t i)
{
    return ascii_is_space(as_bytes(b)->data[i]);
}

static bool ends_line(const Object *b, ssize_t i)
{
    return as_bytes(b)->data[i] == '\n' || as_bytes(b)->data[i] == '\r';
}

static bool is_crlf(const Object *b, ssize_t i)
{
    return as_bytes(b)->data[i] == '\r' && as_bytes(b)->data[i + 1] == '\n';
}

static ssize_t search(const Object *b, ssize_t start, ssize_t end, const Object *part, bool reverse)
{
    return units_search(as_bytes(b)->data, 1, start, end, as_bytes(part)->data, 1,
                        as_bytes(part)->size, reverse);
}

static const struct text_kind octets = {length,  is_exact_bytes, is_space_at, ends_line,
                                        is_crlf, search,         piece};

static Object *not_bytes(Machine *m, const Object *o)
{
    return error_set(m, EXC_TypeError, "a bytes-like object is required, not '%.100s'",
                     type_name(o));
}

static Object *split_at(Machine *m, Object *b, const Object *separator, ssize_t max, bool last)
{
    if (length(separator) == 0)
        return error_set(m, EXC_ValueError, "empty separator");
    return last ? pieces_last_between(m, &octets, b, separator, max, max)
                : pieces_between(m, &octets, b, separator, max, max);
}

static Object *split(Machine *m, Object *b, Object *given, ssize_t max, bool last)
{
    if (!given)
        return last ? pieces_last_words(m, &octets, b, max, max)
                    : pieces_words(m, &octets, b, max, max);
    Object *separator = is_bytes(given) ? newref(given) : memory_bytes(m, given);
    if (!separator)
        return error_occurred(m) ? NULL : not_bytes(m, given);
    Object *parts = split_at(m, b, separator, max, last);
    decref(m, separator);
    return parts;
}

BYTES_METHOD(split)
{
    ssize_t max;
    Object *separator;
    if (!pieces_arguments(m, "split", args, nargs, kwnames, &separator, &max))
        return NULL;
    return split(m, self, separator, max, false);
}

BYTES_METHOD(rsplit)
{
    ssize_t max;
    Object *separator;
    if (!pieces_arguments(m, "rsplit", args, nargs, kwnames, &separator, &max))
        return NULL;
    return split(m, self, separator, max, true);
}

BYTES_METHOD(splitlines)
{
    int keep = pieces_keep_ends(m, args, nargs, kwnames);
    return keep < 0 ? NULL : pieces_lines(m, &octets, self, keep);
}

/* The separator in the middle is the very object that was given. */
static Object *partition(Machine *m, Object *b, Object *separator, bool reverse)
{
    Object *part = is_bytes(separator) ? newref(separator) : memory_bytes(m, separator), *t = NULL;
    if (!part)
        return error_occurred(m) ? NULL : not_bytes(m, separator);
    ssize_t n = as_bytes(b)->size, size = as_bytes(part)->size;
    ssize_t at = size ? search(b, 0, n, part, reverse) : 0;
    decref(m, part);
    if (size == 0)
        return error_set(m, EXC_ValueError, "empty separator");
    if (at < 0)
        return reverse ? tuple_pack(m, 3, m->empty_bytes, m->empty_bytes, b)
                       : tuple_pack(m, 3, b, m->empty_bytes, m->empty_bytes);
    Object *before = piece(m, b, 0, at);
    Object *after = before ? piece(m, b, at + size, n) : NULL;
    if (after)
        t = tuple_pack(m, 3, before, separator, after);
    xdecref(m, before);
    xdecref(m, after);
    return t;
}

BYTES_METHOD(partition)
{
    (void)nargs, (void)kwnames;
    return partition(m, self, args[0], false);
}
BYTES_METHOD(rpartition)
{
    (void)nargs, (void)kwnames;
    return partition(m, self, args[0], true);
}

/* ---- classes --------------------------------------------------------------------------------- */

static Object *all_are(Machine *m, const Object *o, bool (*class)(int))
{
    const BytesObject *b = as_bytes(o);
    for (ssize_t i = 0; i < b->size; i++)
        if (!class(b->data[i]))
            return newref(m->false_);
    return newref(bool_of(m, b->size > 0));
}

#define UNUSED_ARGS ((void)args, (void)nargs, (void)kwnames)

BYTES_METHOD(isalnum)
{
    UNUSED_ARGS;
    return all_are(m, self, ascii_is_alnum);
}
BYTES_METHOD(isalpha)
{
    UNUSED_ARGS;
    return all_are(m, self, ascii_is_letter);
}
BYTES_METHOD(isascii)
{
    UNUSED_ARGS;
    return as_bytes(self)->size ? all_are(m, self, is_ascii) : newref(m->true_);
}
BYTES_METHOD(isdigit)
{
    UNUSED_ARGS;
    return all_are(m, self, ascii_is_digit);
}
BYTES_METHOD(isspace)
{
    UNUSED_ARGS;
    return all_are(m, self, ascii_is_space);
}

/* None of the other case, and at least one of this. */
static Object *case_is(Machine *m, const Object *o, bool (*this)(int), bool (*other)(int))
{
    bool found = false;
    for (ssize_t i = 0; i < as_bytes(o)->size; i++) {
        char c = as_bytes(o)->data[i];
        if (other(c))
            return newref(m->false_);
        found = found || this(c);
    }
    return newref(bool_of(m, found));
}

BYTES_METHOD(islower)
{
    UNUSED_ARGS;
    return case_is(m, self, ascii_is_lower, ascii_is_upper);
}
BYTES_METHOD(isupper)
{
    UNUSED_ARGS;
    return case_is(m, self, ascii_is_upper, ascii_is_lower);
}
BYTES_METHOD(istitle)
{
    UNUSED_ARGS;
    bool in_word = false, found = false;
    for (ssize_t i = 0; i < as_bytes(self)->size; i++) {
        char c = as_bytes(self)->data[i];
        if (in_word ? ascii_is_upper(c) : ascii_is_lower(c))
            return newref(m->false_);
        in_word = ascii_is_letter(c);
        found = found || in_word;
    }
    return newref(bool_of(m, found));
}

/* ---- case ------------------------------------------------------------------------------------ */

enum letter_case { LOWER, UPPER, SWAPPED, CAPITALIZED, TITLE };

static char map(char c, enum letter_case how, bool first, bool in_word)
{
    switch (how) {
    case LOWER:
        return ascii_to_lower(c);
    case UPPER:
        return ascii_to_upper(c);
    case SWAPPED:
        return ascii_is_lower(c) ? ascii_to_upper(c) : ascii_to_lower(c);
    case CAPITALIZED:
        return first ? ascii_to_upper(c) : ascii_to_lower(c);
    default:
        return in_word ? ascii_to_lower(c) : ascii_to_upper(c);
    }
}

static Object *map_case(Machine *m, const Object *o, enum letter_case how)
{
    const BytesObject *b = as_bytes(o);
    Object *result = bytes_new(m, NULL, b->size);
    for (ssize_t i = 0; result && i < b->size; i++)
        as_bytes(result)->data[i] =
            map(b->data[i], how, i == 0, i > 0 && ascii_is_letter(b->data[i - 1]));
    return result;
}

BYTES_METHOD(lower)
{
    UNUSED_ARGS;
    return map_case(m, self, LOWER);
}
BYTES_METHOD(upper)
{
    UNUSED_ARGS;
    return map_case(m, self, UPPER);
}
BYTES_METHOD(swapcase)
{
    UNUSED_ARGS;
    return map_case(m, self, SWAPPED);
}
BYTES_METHOD(capitalize)
{
    UNUSED_ARGS;
    return map_case(m, self, CAPITALIZED);
}
BYTES_METHOD(title)
{
    UNUSED_ARGS;
    return map_case(m, self, TITLE);
}
