/* Methods of bytes that look for, replace, strip, pad and recode.  Objects/bytesobject.c,
 * Objects/bytes_methods.c, Objects/stringlib.  Letters and white space are ASCII's. */
#include <pyviz/base/ascii.h>
#include <pyviz/machine/bytearray.h>

#include "bytes.h"
#include "str_private.h"

#include <limits.h>
#include <string.h>

/* A stretch of bytes that an argument stands for. */
struct view {
    const char *data;
    ssize_t size;
    char byte; /* data points here if the argument was a number */
};

static bool get_view(Machine *m, Object *o, struct view *v)
{
    MemoryLoan loan;
    if (!memory_peek(m, o, &loan)) {
        if (!error_occurred(m))
            error_set(m, EXC_TypeError, "a bytes-like object is required, not '%.100s'",
                      type_name(o));
        return false;
    }
    v->data = loan.data ? loan.data : "";
    v->size = loan.len;
    return true;
}

static ssize_t search(const BytesObject *b, ssize_t start, ssize_t end, const struct view *v,
                      bool reverse)
{
    return units_search(b->data, 1, start, end, v->data, 1, v->size, reverse);
}

/* ---- finding --------------------------------------------------------------------------------- */

static bool get_part(Machine *m, Object *o, struct view *v)
{
    if (is_bytes(o) || memory_is_lent(m, o))
        return get_view(m, o, v);
    if (!slots_of(o)->nb_index)
        return error_set(m, EXC_TypeError,
                         "argument should be integer or bytes-like object, not '%.200s'",
                         type_name(o));
    ssize_t c = number_as_ssize(m, o, -1);
    if (c == -1 && error_occurred(m))
        return false;
    if (c < 0 || c > 255)
        return error_set(m, EXC_ValueError, "byte must be in range(0, 256)");
    v->byte = (char)c;
    v->data = &v->byte;
    v->size = 1;
    return true;
}

struct range {
    ssize_t start, end;
};

static bool get_range(Machine *m, Object *self, Object *const *args, size_t nargs, struct range *r)
{
    return parse_bounds(m, nargs > 1 ? args[1] : NULL, nargs > 2 ? args[2] : NULL,
                        as_bytes(self)->size, &r->start, &r->end) == 0;
}

static Object *find(Machine *m, const char *name, Object *self, Object *const *args, size_t nargs,
                    bool reverse, bool must)
{
    struct view part;
    struct range r;
    if (!check_search_arguments(m, name, nargs) || !get_range(m, self, args, nargs, &r) ||
        !get_part(m, args[0], &part))
        return NULL;
    ssize_t at = search(as_bytes(self), r.start, r.end, &part, reverse);
    if (at < 0 && must)
        return error_set(m, EXC_ValueError, "subsection not found");
    return int_from_i64(m, at);
}

BYTES_METHOD(find)
{
    (void)kwnames;
    return find(m, "find", self, args, nargs, false, false);
}
BYTES_METHOD(rfind)
{
    (void)kwnames;
    return find(m, "rfind", self, args, nargs, true, false);
}
BYTES_METHOD(index)
{
    (void)kwnames;
    return find(m, "index", self, args, nargs, false, true);
}
BYTES_METHOD(rindex)
{
    (void)kwnames;
    return find(m, "rindex", self, args, nargs, true, true);
}

static ssize_t count_in(const BytesObject *b, ssize_t start, ssize_t end, const struct view *part,
                        ssize_t max)
{
    ssize_t count = 0, at;
    if (start > end)
        return 0;
    if (part->size == 0)
        return end - start + 1 < max ? end - start + 1 : max;
    while (count < max && (at = search(b, start, end, part, false)) >= 0) {
        count++;
        start = at + part->size;
    }
    return count;
}

BYTES_METHOD(count)
{
    (void)kwnames;
    struct view part;
    struct range r;
    if (!check_search_arguments(m, "count", nargs) || !get_range(m, self, args, nargs, &r) ||
        !get_part(m, args[0], &part))
        return NULL;
    return int_from_i64(m, count_in(as_bytes(self), r.start, r.end, &part, PTRDIFF_MAX));
}

static bool tail_matches(const BytesObject *b, ssize_t start, ssize_t end, const struct view *v,
                         bool at_end)
{
    if (start > end || v->size > end - start)
        return false;
    return memcmp(b->data + (at_end ? end - v->size : start), v->data, (size_t)v->size) == 0;
}

static Object *tail_match(Machine *m, const char *name, Object *self, Object *const *args,
                          size_t nargs, bool at_end)
{
    struct view v;
    struct range r;
    if (!check_search_arguments(m, name, nargs) || !get_range(m, self, args, nargs, &r))
        return NULL;
    if (is_bytes(args[0]) || memory_is_lent(m, args[0])) {
        if (!get_view(m, args[0], &v))
            return NULL;
        return newref(bool_of(m, tail_matches(as_bytes(self), r.start, r.end, &v, at_end)));
    }
    if (!is_tuple(args[0]))
        return error_set(m, EXC_TypeError, "%s first arg must be bytes or a tuple of bytes, not %s",
                         name, type_name(args[0]));
    for (ssize_t i = 0; i < tuple_size(args[0]); i++) {
        if (!get_view(m, tuple_item(args[0], i), &v))
            return NULL;
        if (tail_matches(as_bytes(self), r.start, r.end, &v, at_end))
            return newref(m->true_);
    }
    return newref(m->false_);
}

BYTES_METHOD(startswith)
{
    (void)kwnames;
    return tail_match(m, "startswith", self, args, nargs, false);
}
BYTES_METHOD(endswith)
{
    (void)kwnames;
    return tail_match(m, "endswith", self, args, nargs, true);
}

BYTES_METHOD(removeprefix)
{
    (void)nargs, (void)kwnames;
    struct view v;
    ssize_t n = as_bytes(self)->size;
    if (!get_view(m, args[0], &v))
        return NULL;
    bool there = v.size > 0 && tail_matches(as_bytes(self), 0, n, &v, false);
    return bytes_substring(m, self, there ? v.size : 0, n);
}
BYTES_METHOD(removesuffix)
{
    (void)nargs, (void)kwnames;
    struct view v;
    ssize_t n = as_bytes(self)->size;
    if (!get_view(m, args[0], &v))
        return NULL;
    bool there = v.size > 0 && tail_matches(as_bytes(self), 0, n, &v, true);
    return bytes_substring(m, self, 0, there ? n - v.size : n);
}

/* ---- replacing ------------------------------------------------------------------------------- */

static char *put(char *to, const void *data, ssize_t n)
{
    memcpy(to, data, (size_t)n);
    return to + n;
}

/* An empty `old` is found before every byte and at the end. */
static void fill_replaced(char *to, const BytesObject *b, const struct view *old,
                          const struct view *with, ssize_t count)
{
    ssize_t from = 0;
    for (; count > 0; count--) {
        ssize_t found = old->size ? search(b, from, b->size, old, false) : from;
        to = put(to, b->data + from, found - from);
        to = put(to, with->data, with->size);
        from = found + old->size;
        if (old->size == 0 && count > 1)
            *to++ = b->data[from++];
    }
    put(to, b->data + from, b->size - from);
}

BYTES_METHOD(replace)
{
    (void)kwnames;
    struct view old, with;
    if (!arg_check_positional(m, "replace", nargs, 2, 3) || !get_view(m, args[0], &old) ||
        !get_view(m, args[1], &with))
        return NULL;
    ssize_t max = -1;
    if (nargs > 2 && !str_arg_number(m, args[2], PTRDIFF_MAX, &max))
        return NULL;
    const BytesObject *b = as_bytes(self);
    ssize_t n = b->size;
    if (max == 0 || n < old.size || (old.size == 0 && with.size == 0))
        return bytes_unchanged(m, self);
    ssize_t count = count_in(b, 0, n, &old, max < 0 ? PTRDIFF_MAX : max);
    if (count == 0)
        return bytes_unchanged(m, self);
    if (with.size > old.size && with.size - old.size > (PTRDIFF_MAX - n) / count)
        return error_set(m, EXC_OverflowError, "replace bytes is too long");
    Object *result = bytes_new(m, NULL, n + count * (with.size - old.size));
    if (result && as_bytes(result)->size)
        fill_replaced(as_bytes(result)->data, b, &old, &with, count);
    return result;
}

BYTES_METHOD(translate)
{
    static const char *const names[] = {"", "delete", NULL};
    Object *arg[2];
    struct view table = {NULL, 0, 0}, deleted = {"", 0, 0};
    if (!arg_parse(m, "translate", args, nargs, kwnames, names, 1, 2, arg) ||
        (arg[0] != m->none && !get_view(m, arg[0], &table)))
        return NULL;
    if (table.data && table.size != 256)
        return error_set(m, EXC_ValueError, "translation table must be 256 characters long");
    if (arg[1] && !get_view(m, arg[1], &deleted))
        return NULL;
    const BytesObject *b = as_bytes(self);
    ssize_t kept = 0, at = 0;
    bool changed = false, drop[256] = {false};
    for (ssize_t i = 0; i < deleted.size; i++)
        drop[(unsigned char)deleted.data[i]] = true;
    for (ssize_t i = 0; i < b->size; i++) {
        unsigned char c = (unsigned char)b->data[i];
        kept += !drop[c];
        changed = changed || drop[c] || (table.data && table.data[c] != b->data[i]);
    }
    if (!changed)
        return bytes_unchanged(m, self);
    Object *result = bytes_new(m, NULL, kept);
    for (ssize_t i = 0; result && i < b->size; i++) {
        unsigned char c = (unsigned char)b->data[i];
        if (!drop[c])
            as_bytes(result)->data[at++] = table.data ? table.data[c] : (char)c;
    }
    return result;
}

BYTES_METHOD(maketrans)
{
    (void)self, (void)kwnames;
    struct view from, to;
    if (!arg_check_positional(m, "maketrans", nargs, 2, 2) || !get_view(m, args[0], &from) ||
        !get_view(m, args[1], &to))
        return NULL;
    if (from.size != to.size)
        return error_set(m, EXC_ValueError, "maketrans arguments must have same length");
    Object *table = bytes_new(m, NULL, 256);
    for (int c = 0; table && c < 256; c++)
        as_bytes(table)->data[c] = (char)c;
    for (ssize_t i = 0; table && i < from.size; i++)
        as_bytes(table)->data[(unsigned char)from.data[i]] = to.data[i];
    return table;
}

/* The size of all together; -1 with an exception. */
static ssize_t joined_size(Machine *m, const BytesObject *separator, Object *items)
{
    ssize_t total = 0, n = sequence_fast_size(items);
    for (ssize_t i = 0; i < n; i++) {
        Object *o = sequence_fast_items(items)[i];
        MemoryLoan loan;
        if (!memory_peek(m, o, &loan)) {
            error_set(m, EXC_TypeError,
                      "sequence item %zd: expected a bytes-like object, %.80s found", i,
                      type_name(o));
            return -1;
        }
        ssize_t more = loan.len + (i ? separator->size : 0);
        if (more > PTRDIFF_MAX - total) {
            error_set(m, EXC_OverflowError, "join() result is too long for bytes");
            return -1;
        }
        total += more;
    }
    return total;
}

static Object *join(Machine *m, const BytesObject *separator, Object *items)
{
    ssize_t n = sequence_fast_size(items), total = joined_size(m, separator, items);
    if (total < 0)
        return NULL;
    if (n == 1 && is_exact(m, sequence_fast_items(items)[0], bytes))
        return newref(sequence_fast_items(items)[0]);
    Object *all = bytes_new(m, NULL, total);
    char *to = all && total ? as_bytes(all)->data : NULL;
    for (ssize_t i = 0; to && i < n; i++) {
        MemoryLoan loan;
        if (i)
            to = put(to, separator->data, separator->size);
        if (memory_peek(m, sequence_fast_items(items)[i], &loan) && loan.len)
            to = put(to, loan.data, loan.len);
    }
    return all;
}

BYTES_METHOD(join)
{
    (void)nargs, (void)kwnames;
    Object *items = sequence_fast(m, args[0], "can only join an iterable");
    Object *all = items ? join(m, as_bytes(self), items) : NULL;
    xdecref(m, items);
    return all;
}

/* ---- stripping ------------------------------------------------------------------------------- */

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

static Object *strip(Machine *m, const char *name, Object *self, Object *const *args, size_t nargs,
                     int ends)
{
    struct view chars = {" \t\n\r\v\f", 6, 0};
    if (!arg_check_positional(m, name, nargs, 0, 1) ||
        (nargs && args[0] != m->none && !get_view(m, args[0], &chars)))
        return NULL;
    const BytesObject *b = as_bytes(self);
    ssize_t start = 0, end = b->size;
    while (ends & STRIP_LEFT && start < end &&
           memchr(chars.data, b->data[start], (size_t)chars.size))
        start++;
    while (ends & STRIP_RIGHT && end > start &&
           memchr(chars.data, b->data[end - 1], (size_t)chars.size))
        end--;
    return bytes_substring(m, self, start, end);
}

BYTES_METHOD(strip)
{
    (void)kwnames;
    return strip(m, "strip", self, args, nargs, STRIP_LEFT | STRIP_RIGHT);
}
BYTES_METHOD(lstrip)
{
    (void)kwnames;
    return strip(m, "lstrip", self, args, nargs, STRIP_LEFT);
}
BYTES_METHOD(rstrip)
{
    (void)kwnames;
    return strip(m, "rstrip", self, args, nargs, STRIP_RIGHT);
}

/* ---- padding --------------------------------------------------------------------------------- */

static Object *pad(Machine *m, Object *self, ssize_t left, ssize_t right, char fill)
{
    const BytesObject *b = as_bytes(self);
    if (left == 0 && right == 0)
        return bytes_unchanged(m, self);
    Object *padded = bytes_new(m, NULL, left + b->size + right);
    if (padded) {
        char *to = as_bytes(padded)->data;
        memset(to, fill, (size_t)left);
        memcpy(to + left, b->data, (size_t)b->size);
        memset(to + left + b->size, fill, (size_t)right);
    }
    return padded;
}

/* How many bytes are to be added; -1 with an exception. */
static ssize_t parse_padding(Machine *m, const char *name, Object *self, Object *const *args,
                             size_t nargs, char *fill)
{
    if (!arg_check_positional(m, name, nargs, 1, 2))
        return -1;
    ssize_t width;
    if (!str_arg_number(m, args[0], PTRDIFF_MAX, &width))
        return -1;
    *fill = ' ';
    if (nargs > 1) {
        struct view filling = {0};
        if (is_bytes(args[1]) || is_bytearray(m, args[1]))
            get_view(m, args[1], &filling);
        if (filling.size != 1) {
            error_set(m, EXC_TypeError,
                      "%s() argument 2 must be a byte string of length 1, not %.50s", name,
                      args[1] == m->none ? "None" : type_name(args[1]));
            return -1;
        }
        *fill = filling.data[0];
    }
    return width > as_bytes(self)->size ? width - as_bytes(self)->size : 0;
}

BYTES_METHOD(ljust)
{
    (void)kwnames;
    char fill;
    ssize_t room = parse_padding(m, "ljust", self, args, nargs, &fill);
    return room < 0 ? NULL : pad(m, self, 0, room, fill);
}
BYTES_METHOD(rjust)
{
    (void)kwnames;
    char fill;
    ssize_t room = parse_padding(m, "rjust", self, args, nargs, &fill);
    return room < 0 ? NULL : pad(m, self, room, 0, fill);
}
BYTES_METHOD(center)
{
    (void)kwnames;
    char fill;
    ssize_t room = parse_padding(m, "center", self, args, nargs, &fill);
    if (room < 0)
        return NULL;
    ssize_t left = room / 2 + (room & (room + as_bytes(self)->size) & 1);
    return pad(m, self, left, room - left, fill);
}

BYTES_METHOD(zfill)
{
    (void)nargs, (void)kwnames;
    ssize_t width, n = as_bytes(self)->size;
    if (!str_arg_number(m, args[0], PTRDIFF_MAX, &width))
        return NULL;
    ssize_t room = width > n ? width - n : 0;
    Object *filled = pad(m, self, room, 0, '0');
    char sign = n ? as_bytes(self)->data[0] : 0;
    if (filled && room && (sign == '+' || sign == '-')) {
        as_bytes(filled)->data[0] = sign;
        as_bytes(filled)->data[room] = '0';
    }
    return filled;
}

BYTES_METHOD(expandtabs)
{
    static const char *const names[] = {"tabsize", NULL};
    Object *arg[1];
    if (!arg_parse(m, "expandtabs", args, nargs, kwnames, names, 0, 1, arg))
        return NULL;
    ssize_t size = 8, column = 0;
    if (arg[0] && !str_arg_number(m, arg[0], INT_MAX, &size))
        return NULL;
    StrWriter w = {0};
    for (ssize_t i = 0; !w.failed && i < as_bytes(self)->size; i++) {
        char c = as_bytes(self)->data[i];
        if (c == '\t') {
            ssize_t gap = size > 0 ? size - column % size : 0;
            str_writer_fill(m, &w, ' ', gap);
            column += gap;
        } else {
            str_writer_char(m, &w, (unsigned char)c);
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
    }
    Object *result = w.failed ? NULL : bytes_new(m, w.data, w.length);
    str_writer_drop(m, &w);
    return result;
}

/* ---- text and hexadecimal -------------------------------------------------------------------- */

BYTES_METHOD(decode)
{
    static const char *const names[] = {"encoding", "errors", NULL};
    Object *arg[2];
    if (!arg_parse(m, "decode", args, nargs, kwnames, names, 0, 2, arg) ||
        (arg[0] && !str_check_arg(m, arg[0], "decode", "argument 'encoding'")) ||
        (arg[1] && !str_check_arg(m, arg[1], "decode", "argument 'errors'")))
        return NULL;
    return str_decode(m, as_bytes(self)->data, as_bytes(self)->size, arg[0], arg[1]);
}

/* Pairs of digits, white space between pairs; returns where it stopped, -1 if all was well. */
static ssize_t read_hex(Machine *m, StrWriter *w, const Object *s)
{
    ssize_t n = str_len(s);
    for (ssize_t i = 0; !w->failed; i += 2) {
        while (i < n && ascii_is_space((int)str_at(s, i)))
            i++;
        if (i >= n)
            break;
        int high = ascii_digit_value((int)str_at(s, i));
        if (high >= 16)
            return i;
        int low = i + 1 < n ? ascii_digit_value((int)str_at(s, i + 1)) : ASCII_NO_DIGIT;
        if (low >= 16)
            return i + 1;
        str_writer_char(m, w, (uint32_t)(high << 4 | low));
    }
    return -1;
}

BYTES_METHOD(fromhex)
{
    (void)nargs, (void)kwnames;
    if (!str_check_arg(m, args[0], "fromhex", "argument"))
        return NULL;
    StrWriter w = {0};
    ssize_t wrong = read_hex(m, &w, args[0]);
    Object *b = NULL;
    if (wrong >= 0)
        error_set(m, EXC_ValueError,
                  "non-hexadecimal number found in fromhex() arg at position %zd", wrong);
    else if (!w.failed)
        b = bytes_new(m, w.data, w.length);
    str_writer_drop(m, &w);
    if (!b || self == (Object *)m->types.bytes)
        return b;
    Object *derived = object_call1(m, self, b);
    decref(m, b);
    return derived;
}

static bool get_separator(Machine *m, Object *o, uint32_t *c)
{
    ssize_t n = object_length(m, o);
    if (n < 0)
        return false;
    if (n != 1)
        return error_set(m, EXC_ValueError, "sep must be length 1.");
    if (!is_str(o) && !is_bytes(o))
        return error_set(m, EXC_TypeError, "sep must be str or bytes.");
    *c = is_str(o) ? str_at(o, 0) : (unsigned char)as_bytes(o)->data[0];
    if (*c >= 0x80)
        return error_set(m, EXC_ValueError, "sep must be ASCII.");
    return true;
}

/* group: bytes between separators, counted from the right; negative: from the left; 0: none. */
static Object *to_hex(Machine *m, const BytesObject *b, uint32_t separator, ssize_t group)
{
    static const char digits[] = "0123456789abcdef";
    StrWriter w = {0};
    size_t size = group < 0 ? -(size_t)group : (size_t)group;
    for (ssize_t i = 0; !w.failed && i < b->size; i++) {
        size_t place = (size_t)(group < 0 ? i : b->size - i);
        if (i && size && place % size == 0)
            str_writer_char(m, &w, separator);
        str_writer_char(m, &w, (uint32_t)digits[(unsigned char)b->data[i] >> 4]);
        str_writer_char(m, &w, (uint32_t)digits[b->data[i] & 15]);
    }
    return str_writer_finish(m, &w);
}

BYTES_METHOD(hex)
{
    static const char *const names[] = {"sep", "bytes_per_sep", NULL};
    Object *arg[2];
    if (!arg_parse(m, "hex", args, nargs, kwnames, names, 0, 2, arg))
        return NULL;
    ssize_t group = 1;
    if (arg[1] && !str_arg_number(m, arg[1], INT_MAX, &group))
        return NULL;
    uint32_t separator = 0;
    if (arg[0] && !get_separator(m, arg[0], &separator))
        return NULL;
    return to_hex(m, as_bytes(self), separator, arg[0] ? group : 0);
}

BYTES_METHOD(__bytes__)
{
    (void)args, (void)nargs, (void)kwnames;
    return bytes_unchanged(m, self);
}

BYTES_METHOD(__getnewargs__)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *copy = bytes_new(m, as_bytes(self)->data, as_bytes(self)->size); /* always */
    Object *t = copy ? tuple_pack(m, 1, copy) : NULL;
    xdecref(m, copy);
    return t;
}
