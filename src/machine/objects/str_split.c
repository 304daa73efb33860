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

/* The last piece: if nothing was cut off, the str itself. */
static Object *rest(Machine *m, Object *s, ssize_t start, ssize_t end, ssize_t count)
{
    if (count == 0 && start == 0 && end == str_len(s) && is_exact(m, s, str))
        return newref(s);
    return piece(m, s, start, end);
}

static Object *split_words(Machine *m, Object *s, ssize_t max)
{
    struct pieces p;
    ssize_t n = str_len(s), i = 0;
    if (!pieces_start(m, &p, likely_word_cuts(m, s, max)))
        return NULL;
    for (;; max--) {
        while (i < n && unicode_is_space(str_at(s, i)))
            i++;
        if (i == n)
            break;
        ssize_t start = i, end = n; /* the last piece keeps the white space behind it */
        if (max > 0) {
            while (i < n && !unicode_is_space(str_at(s, i)))
                i++;
            end = i;
        }
        if (!pieces_add(m, &p, rest(m, s, start, end, p.count)))
            return NULL;
        if (max <= 0)
            break;
    }
    return pieces_finish(&p, false);
}

static Object *rsplit_words(Machine *m, Object *s, ssize_t max)
{
    struct pieces p;
    ssize_t i = str_len(s);
    if (!pieces_start(m, &p, likely_word_cuts(m, s, max)))
        return NULL;
    for (;; max--) {
        while (i > 0 && unicode_is_space(str_at(s, i - 1)))
            i--;
        if (i == 0)
            break;
        ssize_t end = i, start = 0;
        if (max > 0) {
            while (i > 0 && !unicode_is_space(str_at(s, i - 1)))
                i--;
            start = i;
        }
        if (!pieces_add(m, &p, rest(m, s, start, end, p.count)))
            return NULL;
        if (max <= 0)
            break;
    }
    return pieces_finish(&p, true);
}

static Object *split_at(Machine *m, Object *s, const Object *separator, ssize_t max)
{
    struct pieces p;
    ssize_t n = str_len(s), start = 0, at;
    if (!pieces_start(m, &p, likely_separators(m, s, separator, max)))
        return NULL;
    while (max-- > 0 && (at = str_search(s, start, n, separator, false)) >= 0) {
        if (!pieces_add(m, &p, piece(m, s, start, at)))
            return NULL;
        start = at + str_len(separator);
    }
    return pieces_add(m, &p, rest(m, s, start, n, p.count)) ? pieces_finish(&p, false) : NULL;
}

static Object *rsplit_at(Machine *m, Object *s, const Object *separator, ssize_t max)
{
    struct pieces p;
    ssize_t end = str_len(s), at;
    if (!pieces_start(m, &p, likely_separators(m, s, separator, max)))
        return NULL;
    while (max-- > 0 && (at = str_search(s, 0, end, separator, true)) >= 0) {
        if (!pieces_add(m, &p, piece(m, s, at + str_len(separator), end)))
            return NULL;
        end = at;
    }
    return pieces_add(m, &p, rest(m, s, 0, end, p.count)) ? pieces_finish(&p, true) : NULL;
}

typedef Object *(*SplitWords)(Machine *m, Object *s, ssize_t max);
typedef Object *(*SplitAt)(Machine *m, Object *s, const Object *separator, ssize_t max);

static Object *split(Machine *m, const char *name, Object *self, Object *const *args, size_t nargs,
                     Object *kwnames, SplitWords words, SplitAt at)
{
    ssize_t max;
    Object *given;
    if (!pieces_arguments(m, name, args, nargs, kwnames, &given, &max))
        return NULL;
    if (!given)
        return words(m, self, max);
    if (!is_str(given))
        return error_set(m, EXC_TypeError, "must be str or None, not %.100s", type_name(given));
    if (str_len(given) == 0)
        return error_set(m, EXC_ValueError, "empty separator");
    return at(m, self, given, max);
}

STR_METHOD(split)
{
    return split(m, "split", self, args, nargs, kwnames, split_words, split_at);
}
STR_METHOD(rsplit)
{
    return split(m, "rsplit", self, args, nargs, kwnames, rsplit_words, rsplit_at);
}

STR_METHOD(splitlines)
{
    int keep = pieces_keep_ends(m, args, nargs, kwnames);
    Object *list = keep < 0 ? NULL : list_new(m, 0);
    ssize_t n = str_len(self);
    for (ssize_t start = 0, i = 0; list && start < n; start = i) {
        while (i < n && !unicode_is_line_break(str_at(self, i)))
            i++;
        ssize_t end = i;
        if (i < n) {
            i += str_at(self, i) == '\r' && i + 1 < n && str_at(self, i + 1) == '\n' ? 2 : 1;
            if (keep)
                end = i;
        }
        Object *line = rest(m, self, start, end, list_size(list));
        if (!line || list_append_steal(m, list, line) < 0)
            clear_ref(m, list);
    }
    return list;
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
