/* Cutting strings into pieces: split, rsplit, splitlines, partition.  Objects/stringlib/split.h and
 * partition.h. */
#include "pieces.h"
#include "str_methods.h"
#include "str_private.h"
#include "unicode.h"

/* The number of cuts that an unlimited split is prepared for: Objects/unicodeobject.c: split. */
static ssize_t likely_cuts(Machine *m, ssize_t max, ssize_t most)
{
    return max == PIECES_UNLIMITED && m->profile->str_split_presizes_by_length ? most : max;
}

static ssize_t likely_word_cuts(Machine *m, const Object *s, ssize_t max)
{
    return likely_cuts(m, max, (str_len(s) - 1) / 2 + 1);
}

/* A separator that cannot be there: a list of one. */
static ssize_t likely_separators(Machine *m, const Object *s, const Object *separator, ssize_t max)
{
    if (str_len(separator) > str_len(s) || as_str(separator)->kind > as_str(s)->kind)
        return 0;
    return likely_cuts(m, max, str_len(s) / str_len(separator) + 1);
}

static Object *piece(Machine *m, const Object *s, ssize_t start, ssize_t end)
{
    const StrObject *o = as_str(s);
    return str_from_units(m, o->data + start * o->kind, o->kind, end - start);
}

static bool is_exact_str(const Machine *m, const Object *s)
{
    return is_exact(m, s, str);
}

static bool is_space(const Object *s, ssize_t i)
{
    return unicode_is_space(str_at(s, i));
}

static bool ends_line(const Object *s, ssize_t i)
{
    return unicode_is_line_break(str_at(s, i));
}

static bool is_crlf(const Object *s, ssize_t i)
{
    return str_at(s, i) == '\r' && str_at(s, i + 1) == '\n';
}

static const struct text_kind text = {str_len, is_exact_str, is_space, ends_line,
                                      is_crlf, str_search,   piece};

static Object *split(Machine *m, Object *s, const Object *separator, ssize_t max, bool last)
{
    if (!separator) {
        ssize_t cuts = likely_word_cuts(m, s, max);
        return last ? pieces_last_words(m, &text, s, max, cuts)
                    : pieces_words(m, &text, s, max, cuts);
    }
    if (!is_str(separator))
        return error_set(m, EXC_TypeError, "must be str or None, not %.100s", type_name(separator));
    if (str_len(separator) == 0)
        return error_set(m, EXC_ValueError, "empty separator");
    ssize_t cuts = likely_separators(m, s, separator, max);
    return last ? pieces_last_between(m, &text, s, separator, max, cuts)
                : pieces_between(m, &text, s, separator, max, cuts);
}

STR_METHOD(split)
{
    ssize_t max;
    Object *separator;
    if (!pieces_arguments(m, "split", args, nargs, kwnames, &separator, &max))
        return NULL;
    return split(m, self, separator, max, false);
}

STR_METHOD(rsplit)
{
    ssize_t max;
    Object *separator;
    if (!pieces_arguments(m, "rsplit", args, nargs, kwnames, &separator, &max))
        return NULL;
    return split(m, self, separator, max, true);
}

STR_METHOD(splitlines)
{
    int keep = pieces_keep_ends(m, args, nargs, kwnames);
    return keep < 0 ? NULL : pieces_lines(m, &text, self, keep);
}

/* ---- partition ------------------------------------------------------------------------------- */

static Object *pack(Machine *m, Object *before, Object *middle, Object *after)
{
    Object *t = before && after ? tuple_pack(m, 3, before, middle, after) : NULL;
    xdecref(m, before);
    xdecref(m, after);
    return t;
}

static Object *partition(Machine *m, Object *s, Object *separator, bool reverse)
{
    if (!is_str(separator))
        return error_set(m, EXC_TypeError, "must be str, not %.100s", type_name(separator));
    if (str_len(separator) == 0)
        return error_set(m, EXC_ValueError, "empty separator");
    ssize_t n = str_len(s), at = str_search(s, 0, n, separator, reverse);
    if (at < 0)
        return reverse ? tuple_pack(m, 3, m->empty_str, m->empty_str, s)
                       : tuple_pack(m, 3, s, m->empty_str, m->empty_str);
    Object *before = piece(m, s, 0, at);
    return pack(m, before, separator, before ? piece(m, s, at + str_len(separator), n) : NULL);
}

STR_METHOD(partition)
{
    (void)nargs, (void)kwnames;
    return partition(m, self, args[0], false);
}
STR_METHOD(rpartition)
{
    (void)nargs, (void)kwnames;
    return partition(m, self, args[0], true);
}
