/* Methods of str that look for, replace, strip and pad.  Objects/unicodeobject.c. */
#include "str_methods.h"
#include "str_private.h"
#include "unicode.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/float.h>

#include <limits.h>

static const char *argument_name(Machine *m, Object *o)
{
    return o == m->none ? "None" : type_name(o);
}

Object *str_check_arg(Machine *m, Object *o, const char *function, const char *which)
{
    if (is_str(o))
        return o;
    return error_set(m, EXC_TypeError, "%s() %s must be str, not %.50s", function, which,
                     argument_name(m, o));
}

bool str_arg_number(Machine *m, Object *o, ssize_t max, ssize_t *value)
{
    Object *i = number_index(m, o);
    if (!i)
        return false;
    int overflow;
    *value = int_as_i64(i, &overflow);
    decref(m, i);
    if (!overflow && *value <= max && *value >= -max - 1)
        return true;
    error_set(m, EXC_OverflowError, "Python int too large to convert to C %s",
              max == INT_MAX ? "int" : "ssize_t");
    return false;
}

/* ---- finding --------------------------------------------------------------------------------- */

/* (sub[, start[, end]]) of find, count and their like. */
struct search {
    Object *needle;
    ssize_t start, end;
};

static bool parse_search(Machine *m, const char *name, Object *self, Object *const *args,
                         size_t nargs, struct search *s)
{
    if (!check_search_arguments(m, name, nargs))
        return false;
    bool clinic = m->profile->str_arguments_by_clinic;
    if (clinic && !str_check_arg(m, args[0], name, "argument 1"))
        return false;
    s->needle = args[0];
    if (parse_bounds(m, nargs > 1 ? args[1] : NULL, nargs > 2 ? args[2] : NULL, str_len(self),
                     &s->start, &s->end) < 0)
        return false;
    if (!clinic && !is_str(args[0]))
        error_set(m, EXC_TypeError, "must be str, not %.100s", type_name(args[0]));
    return is_str(args[0]);
}

static Object *find(Machine *m, const char *name, Object *self, Object *const *args, size_t nargs,
                    bool reverse, bool must)
{
    struct search s;
    if (!parse_search(m, name, self, args, nargs, &s))
        return NULL;
    ssize_t at = str_search(self, s.start, s.end, s.needle, reverse);
    if (at < 0 && must)
        return error_set(m, EXC_ValueError, "substring not found");
    return int_from_i64(m, at);
}

STR_METHOD(find)
{
    (void)kwnames;
    return find(m, "find", self, args, nargs, false, false);
}
STR_METHOD(rfind)
{
    (void)kwnames;
    return find(m, "rfind", self, args, nargs, true, false);
}
STR_METHOD(index)
{
    (void)kwnames;
    return find(m, "index", self, args, nargs, false, true);
}
STR_METHOD(rindex)
{
    (void)kwnames;
    return find(m, "rindex", self, args, nargs, true, true);
}
STR_METHOD(count)
{
    (void)kwnames;
    struct search s;
    if (!parse_search(m, "count", self, args, nargs, &s))
        return NULL;
    return int_from_i64(m, str_count_in(self, s.start, s.end, s.needle, PTRDIFF_MAX));
}

/* Does needle stand at one end of s[start:end]? */
static bool tail_matches(const Object *s, ssize_t start, ssize_t end, const Object *needle,
                         bool at_end)
{
    ssize_t n = str_len(needle);
    if (start > end || n > end - start)
        return false;
    ssize_t at = at_end ? end - n : start;
    for (ssize_t i = 0; i < n; i++)
        if (str_at(s, at + i) != str_at(needle, i))
            return false;
    return true;
}

static Object *tail_match(Machine *m, const char *name, Object *self, Object *const *args,
                          size_t nargs, bool at_end)
{
    ssize_t start, end;
    if (!check_search_arguments(m, name, nargs) ||
        parse_bounds(m, nargs > 1 ? args[1] : NULL, nargs > 2 ? args[2] : NULL, str_len(self),
                     &start, &end) < 0)
        return NULL;
    if (is_str(args[0]))
        return newref(bool_of(m, tail_matches(self, start, end, args[0], at_end)));
    if (!is_tuple(args[0]))
        return error_set(m, EXC_TypeError, "%s first arg must be str or a tuple of str, not %.100s",
                         name, type_name(args[0]));
    for (ssize_t i = 0; i < tuple_size(args[0]); i++) {
        Object *needle = tuple_item(args[0], i);
        if (!is_str(needle))
            return error_set(m, EXC_TypeError, "tuple for %s must only contain str, not %.100s",
                             name, type_name(needle));
        if (tail_matches(self, start, end, needle, at_end))
            return newref(m->true_);
    }
    return newref(m->false_);
}

STR_METHOD(startswith)
{
    (void)kwnames;
    return tail_match(m, "startswith", self, args, nargs, false);
}
STR_METHOD(endswith)
{
    (void)kwnames;
    return tail_match(m, "endswith", self, args, nargs, true);
}

STR_METHOD(removeprefix)
{
    (void)nargs, (void)kwnames;
    Object *prefix = str_check_arg(m, args[0], "removeprefix", "argument");
    if (!prefix)
        return NULL;
    ssize_t n = str_len(self);
    if (!tail_matches(self, 0, n, prefix, false))
        return str_unchanged(m, self);
    return str_substring(m, self, str_len(prefix), n);
}
STR_METHOD(removesuffix)
{
    (void)nargs, (void)kwnames;
    Object *suffix = str_check_arg(m, args[0], "removesuffix", "argument");
    if (!suffix)
        return NULL;
    ssize_t n = str_len(self);
    if (!tail_matches(self, 0, n, suffix, true))
        return str_unchanged(m, self);
    return str_substring(m, self, 0, n - str_len(suffix));
}

/* ---- replacing ------------------------------------------------------------------------------- */

/* Steals s: if its kind is wider than it need be, a copy of the right one. */
static Object *narrowed(Machine *m, Object *s)
{
    StrObject *o = as_str(s);
    uint32_t max_char = units_max(o->data, o->kind, 0, o->length);
    if (kind_of(max_char) == o->kind && (max_char < 0x80) == o->ascii)
        return s;
    Object *copy = str_new(m, o->length, max_char);
    if (copy)
        str_copy(copy, 0, s, 0, o->length);
    decref(m, s);
    return copy;
}

/* An empty `old` is found before every character and at the end. */
static void fill_replaced(Object *result, const Object *s, const Object *old, const Object *with,
                          ssize_t count)
{
    ssize_t n = str_len(s), gap = str_len(old), at = 0, from = 0;
    for (; count > 0; count--) {
        ssize_t found = gap ? str_search(s, from, n, old, false) : from;
        str_copy(result, at, s, from, found - from);
        at += found - from;
        str_copy(result, at, with, 0, str_len(with));
        at += str_len(with);
        from = found + gap;
        if (gap == 0 && count > 1)
            str_put(result, at++, str_at(s, from++));
    }
    str_copy(result, at, s, from, n - from);
}

static Object *replace(Machine *m, Object *s, const Object *old, const Object *with, ssize_t max)
{
    ssize_t n = str_len(s), shrink = str_len(old), more = str_len(with);
    if (max == 0 || n < shrink || old == with || (shrink == 0 && more == 0))
        return str_unchanged(m, s);
    ssize_t count = str_count_in(s, 0, n, old, max < 0 ? PTRDIFF_MAX : max);
    if (count == 0)
        return str_unchanged(m, s);
    if (more > shrink && more - shrink > (PTRDIFF_MAX - n) / count)
        return error_set(m, EXC_OverflowError, "replace string is too long");
    uint32_t bound = str_bound(s), other = str_bound(with);
    Object *result = str_new(m, n + count * (more - shrink), bound > other ? bound : other);
    if (!result || str_len(result) == 0)
        return result;
    fill_replaced(result, s, old, with, count);
    return bound > 0x7f && other < bound ? narrowed(m, result) : result;
}

STR_METHOD(replace)
{
    static const char *const names[] = {"", "", "count", NULL};
    Object *arg[3];
    if (!m->profile->str_arguments_by_clinic && (!arg_no_keywords(m, "str.replace", kwnames) ||
                                                 !arg_check_positional(m, "replace", nargs, 2, 3)))
        return NULL;
    if (!arg_parse(m, "replace", args, nargs, kwnames, names, 2, 3, arg) ||
        !str_check_arg(m, arg[0], "replace", "argument 1") ||
        !str_check_arg(m, arg[1], "replace", "argument 2"))
        return NULL;
    ssize_t max = -1;
    if (arg[2] && !str_arg_number(m, arg[2], PTRDIFF_MAX, &max))
        return NULL;
    return replace(m, self, arg[0], arg[1], max);
}

/* The replacement that a translation table gives for a character. */
static int lookup_translation(Machine *m, Object *table, uint32_t c, Object **found)
{
    Object *key = int_from_i64(m, c);
    *found = key ? object_getitem(m, table, key) : NULL;
    xdecref(m, key);
    if (*found)
        return 0;
    if (!error_matches(m, EXC_LookupError))
        return -1;
    error_clear(m);
    return 0;
}

static int write_translation(Machine *m, StrWriter *w, Object *to)
{
    if (to == m->none)
        return 0;
    if (is_str(to))
        return str_writer_range(m, w, to, 0, str_len(to));
    if (is_int(to)) {
        int overflow;
        int64_t c = int_as_i64(to, &overflow);
        if (!overflow && c >= 0 && c <= MAX_CODE_POINT)
            return str_writer_char(m, w, (uint32_t)c);
        error_set(m, EXC_ValueError, "character mapping must be in range(0x%x)",
                  MAX_CODE_POINT + 1);
        return -1;
    }
    error_set(m, EXC_TypeError, "character mapping must return integer, None or str");
    return -1;
}

STR_METHOD(translate)
{
    (void)nargs, (void)kwnames;
    StrWriter w = {0};
    for (ssize_t i = 0; i < str_len(self); i++) {
        Object *to;
        if (lookup_translation(m, args[0], str_at(self, i), &to) < 0)
            goto fail;
        int status = to ? write_translation(m, &w, to) : str_writer_char(m, &w, str_at(self, i));
        xdecref(m, to);
        if (status < 0)
            goto fail;
    }
    return str_writer_finish(m, &w);
fail:
    str_writer_drop(m, &w);
    return NULL;
}

static int map_pairs(Machine *m, Object *table, const Object *from, const Object *to)
{
    int status = 0;
    if (str_len(from) != str_len(to)) {
        error_set(m, EXC_ValueError, "the first two maketrans arguments must have equal length");
        return -1;
    }
    for (ssize_t i = 0; status == 0 && i < str_len(from); i++) {
        Object *key = int_from_i64(m, str_at(from, i));
        Object *value = key ? int_from_i64(m, str_at(to, i)) : NULL;
        status = value ? dict_set(m, table, key, value) : -1;
        xdecref(m, key);
        xdecref(m, value);
    }
    return status;
}

static int map_to_none(Machine *m, Object *table, const Object *from)
{
    int status = 0;
    for (ssize_t i = 0; status == 0 && i < str_len(from); i++) {
        Object *key = int_from_i64(m, str_at(from, i));
        status = key ? dict_set(m, table, key, m->none) : -1;
        xdecref(m, key);
    }
    return status;
}

/* The table from a dict: keys of one character become their code points. */
static int map_dict(Machine *m, Object *table, Object *from)
{
    ssize_t at = 0;
    Object *key, *value;
    hash_t hash;
    int status = 0;
    while (status == 0 && dict_next(from, &at, &key, &value, &hash)) {
        Object *code = NULL;
        if (is_str(key) && str_len(key) == 1)
            code = int_from_i64(m, str_at(key, 0));
        else if (is_str(key))
            error_set(m, EXC_ValueError, "string keys in translate table must be of length 1");
        else if (is_int(key))
            code = newref(key);
        else
            error_set(m, EXC_TypeError, "keys in translate table must be strings or integers");
        status = code ? dict_set(m, table, code, value) : -1;
        xdecref(m, code);
    }
    return status;
}

static int fill_table(Machine *m, Object *table, Object *const *args, size_t nargs)
{
    if (nargs == 1) {
        if (is_exact(m, args[0], dict))
            return map_dict(m, table, args[0]);
        error_set(m, EXC_TypeError, "if you give only one argument to maketrans it must be a dict");
        return -1;
    }
    if (!str_check_arg(m, args[1], "maketrans", "argument 2") ||
        (nargs > 2 && !str_check_arg(m, args[2], "maketrans", "argument 3")))
        return -1;
    if (!is_str(args[0])) {
        error_set(m, EXC_TypeError,
                  "first maketrans argument must be a string if there is a second argument");
        return -1;
    }
    if (map_pairs(m, table, args[0], args[1]) < 0)
        return -1;
    return nargs > 2 ? map_to_none(m, table, args[2]) : 0;
}

STR_METHOD(maketrans)
{
    (void)self, (void)kwnames;
    if (!arg_check_positional(m, "maketrans", nargs, 1, 3))
        return NULL;
    Object *table = dict_new(m);
    if (table && fill_table(m, table, args, nargs) < 0)
        clear_ref(m, table);
    return table;
}

STR_METHOD(join)
{
    (void)nargs, (void)kwnames;
    Object *fast = sequence_fast(m, args[0], "can only join an iterable");
    if (!fast)
        return NULL;
    ssize_t n = sequence_fast_size(fast);
    Object **items = sequence_fast_items(fast), *result = NULL;
    ssize_t i = 0;
    while (i < n && is_str(items[i]))
        i++;
    if (i < n)
        error_set(m, EXC_TypeError, "sequence item %zd: expected str instance, %.80s found", i,
                  type_name(items[i]));
    else
        result = str_join(m, self, items, (size_t)n);
    decref(m, fast);
    return result;
}

/* ---- stripping ------------------------------------------------------------------------------- */

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

static bool is_stripped(uint32_t c, const Object *chars)
{
    if (!chars)
        return unicode_is_space(c);
    return str_search_char(chars, 0, str_len(chars), c, false) >= 0;
}

static Object *strip(Machine *m, const char *name, Object *self, Object *const *args, size_t nargs,
                     int ends)
{
    if (!arg_check_positional(m, name, nargs, 0, 1))
        return NULL;
    const Object *chars = nargs && args[0] != m->none ? args[0] : NULL;
    if (chars && !is_str(chars))
        return error_set(m, EXC_TypeError, "%s arg must be None or str", name);
    ssize_t start = 0, end = str_len(self);
    while (ends & STRIP_LEFT && start < end && is_stripped(str_at(self, start), chars))
        start++;
    while (ends & STRIP_RIGHT && end > start && is_stripped(str_at(self, end - 1), chars))
        end--;
    return str_substring(m, self, start, end);
}

STR_METHOD(strip)
{
    (void)kwnames;
    return strip(m, "strip", self, args, nargs, STRIP_LEFT | STRIP_RIGHT);
}
STR_METHOD(lstrip)
{
    (void)kwnames;
    return strip(m, "lstrip", self, args, nargs, STRIP_LEFT);
}
STR_METHOD(rstrip)
{
    (void)kwnames;
    return strip(m, "rstrip", self, args, nargs, STRIP_RIGHT);
}

/* ---- padding --------------------------------------------------------------------------------- */

static Object *pad(Machine *m, Object *s, ssize_t left, ssize_t right, uint32_t fill)
{
    ssize_t n = str_len(s);
    left = left < 0 ? 0 : left;
    right = right < 0 ? 0 : right;
    if (left == 0 && right == 0)
        return str_unchanged(m, s);
    if (left > PTRDIFF_MAX - n || right > PTRDIFF_MAX - (left + n))
        return error_set(m, EXC_OverflowError, "padded string is too long");
    uint32_t bound = str_bound(s);
    Object *padded = str_new(m, left + n + right, bound > fill ? bound : fill);
    if (!padded)
        return NULL;
    StrObject *p = as_str(padded);
    units_fill(p->data, p->kind, 0, fill, left);
    str_copy(padded, left, s, 0, n);
    units_fill(p->data, p->kind, left + n, fill, right);
    return padded;
}

struct padding {
    ssize_t width;
    uint32_t fill;
};

static bool parse_padding(Machine *m, const char *name, Object *const *args, size_t nargs,
                          struct padding *p)
{
    if (!arg_check_positional(m, name, nargs, 1, 2))
        return false;
    if (!str_arg_number(m, args[0], PTRDIFF_MAX, &p->width))
        return false;
    p->fill = ' ';
    if (nargs < 2)
        return true;
    if (!is_str(args[1]))
        return error_set(m, EXC_TypeError,
                         "The fill character must be a unicode character, not %.100s",
                         type_name(args[1]));
    if (str_len(args[1]) != 1)
        return error_set(m, EXC_TypeError, "The fill character must be exactly one character long");
    p->fill = str_at(args[1], 0);
    return true;
}

STR_METHOD(ljust)
{
    (void)kwnames;
    struct padding p;
    if (!parse_padding(m, "ljust", args, nargs, &p))
        return NULL;
    return pad(m, self, 0, p.width > str_len(self) ? p.width - str_len(self) : 0, p.fill);
}
STR_METHOD(rjust)
{
    (void)kwnames;
    struct padding p;
    if (!parse_padding(m, "rjust", args, nargs, &p))
        return NULL;
    return pad(m, self, p.width > str_len(self) ? p.width - str_len(self) : 0, 0, p.fill);
}

/* The odd space goes to the left if the width is odd too. */
STR_METHOD(center)
{
    (void)kwnames;
    struct padding p;
    if (!parse_padding(m, "center", args, nargs, &p))
        return NULL;
    ssize_t room = p.width > str_len(self) ? p.width - str_len(self) : 0;
    ssize_t left = room / 2 + (room & p.width & 1);
    return pad(m, self, left, room - left, p.fill);
}

STR_METHOD(zfill)
{
    (void)nargs, (void)kwnames;
    ssize_t width;
    if (!str_arg_number(m, args[0], PTRDIFF_MAX, &width))
        return NULL;
    ssize_t room = width > str_len(self) ? width - str_len(self) : 0;
    Object *filled = pad(m, self, room, 0, '0');
    if (filled && room && str_len(self)) {
        uint32_t sign = str_at(self, 0);
        if (sign == '+' || sign == '-') {
            str_put(filled, 0, sign);
            str_put(filled, room, '0');
        }
    }
    return filled;
}

Object *str_expand_tabs(Machine *m, Object *s, ssize_t size)
{
    if (str_search_char(s, 0, str_len(s), '\t', false) < 0)
        return str_unchanged(m, s);
    StrWriter w = {0};
    ssize_t column = 0;
    int status = 0;
    for (ssize_t i = 0; status == 0 && i < str_len(s); i++) {
        uint32_t c = str_at(s, i);
        if (c == '\t') {
            ssize_t gap = size > 0 ? size - column % size : 0;
            status = str_writer_fill(m, &w, ' ', gap);
            column += gap;
        } else {
            status = str_writer_char(m, &w, c);
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
    }
    return str_writer_finish(m, &w);
}

STR_METHOD(expandtabs)
{
    static const char *const names[] = {"tabsize", NULL};
    Object *arg[1];
    ssize_t size = 8;
    if (!arg_parse(m, "expandtabs", args, nargs, kwnames, names, 0, 1, arg) ||
        (arg[0] && !str_arg_number(m, arg[0], INT_MAX, &size)))
        return NULL;
    return str_expand_tabs(m, self, size);
}

/* ---- the rest -------------------------------------------------------------------------------- */

STR_METHOD(encode)
{
    static const char *const names[] = {"encoding", "errors", NULL};
    Object *arg[2];
    if (!arg_parse(m, "encode", args, nargs, kwnames, names, 0, 2, arg) ||
        (arg[0] && !str_check_arg(m, arg[0], "encode", "argument 'encoding'")) ||
        (arg[1] && !str_check_arg(m, arg[1], "encode", "argument 'errors'")))
        return NULL;
    return str_encode(m, self, arg[0], arg[1]);
}

STR_METHOD(__format__)
{
    (void)nargs, (void)kwnames;
    if (!str_check_arg(m, args[0], "__format__", "argument"))
        return NULL;
    return format_str(m, self, args[0]);
}

STR_METHOD(__getnewargs__)
{
    STR_UNUSED_ARGS;
    Object *copy = str_len(self) ? str_new_of_type(m, m->types.str, self) /* also of a str */
                                 : newref(m->empty_str);
    Object *t = copy ? tuple_pack(m, 1, copy) : NULL;
    xdecref(m, copy);
    return t;
}
