/* The core of str: making, comparing, joining, cutting.  The type and its methods are in
 * str_type.c and the other str_*.c files. */
#include "../type_cache.h"
#include "str_private.h"

#include <pyviz/base/ascii.h>

#include <string.h>

/* ---- code points in memory ------------------------------------------------------------------- */

void units_copy(void *to, int to_kind, ssize_t at, const void *from, int from_kind, ssize_t start,
                ssize_t n)
{
    if (n <= 0)
        return;
    if (to_kind == from_kind) {
        memcpy((char *)to + at * to_kind, (const char *)from + start * to_kind,
               (size_t)(n * to_kind));
        return;
    }
    for (ssize_t i = 0; i < n; i++)
        unit_put(to, to_kind, at + i, unit_at(from, from_kind, start + i));
}

void units_fill(void *to, int kind, ssize_t at, uint32_t c, ssize_t n)
{
    if (kind == 1 && n > 0) {
        memset((char *)to + at, (int)c, (size_t)n);
        return;
    }
    for (ssize_t i = 0; i < n; i++)
        unit_put(to, kind, at + i, c);
}

/* Eight bytes at a time until one of them is not ASCII: most text is. */
static uint32_t bytes_max(const uint8_t *p, ssize_t n)
{
    ssize_t i = 0;
    for (; i + 8 <= n; i += 8) {
        uint64_t word;
        memcpy(&word, p + i, sizeof word);
        if (word & 0x8080808080808080u)
            return 0xff;
    }
    for (; i < n; i++)
        if (p[i] & 0x80)
            return 0xff;
    return n > 0 ? 0x7f : 0;
}

uint32_t units_max(const void *data, int kind, ssize_t start, ssize_t n)
{
    if (kind == 1)
        return bytes_max((const uint8_t *)data + start, n);
    uint32_t all = 0;
    for (ssize_t i = start; i < start + n; i++)
        all |= unit_at(data, kind, i);
    return all > MAX_CODE_POINT ? MAX_CODE_POINT : all;
}

/* ---- making ---------------------------------------------------------------------------------- */

/* What CPython's object takes: the short header of an ASCII str, or the long one. */
static size_t modelled_size(const Machine *m, bool ascii, int kind, ssize_t n)
{
    if (ascii)
        return (size_t)m->profile->empty_str_ascii_size + (size_t)n;
    return (size_t)m->profile->str_compact_size + (size_t)(n + 1) * (size_t)kind;
}

static size_t our_size(int kind, ssize_t n)
{
    return sizeof(StrObject) + (size_t)(n + 1) * (size_t)kind;
}

size_t str_modelled_size(const Machine *m, const Object *s)
{
    const StrObject *o = as_str(s);
    return modelled_size(m, o->ascii, o->kind, o->length);
}

static Object *allocate(Machine *m, Type *type, ssize_t n, uint32_t max_char)
{
    int kind = kind_of(max_char);
    if (n > (PTRDIFF_MAX - 128) / kind - 1)
        return error_no_memory(m);
    bool ascii = max_char < 0x80;
    StrObject *s = object_new(m, type, our_size(kind, n), modelled_size(m, ascii, kind, n));
    if (!s)
        return NULL;
    s->length = n;
    s->hash = -1;
    s->kind = (uint8_t)kind;
    s->ascii = ascii;
    s->has_utf8 = false;
    return (Object *)s;
}

Object *str_new(Machine *m, ssize_t n, uint32_t max_char)
{
    if (n == 0 && m->empty_str)
        return newref(m->empty_str);
    return allocate(m, m->types.str, n, max_char);
}

Object *str_new_of_type(Machine *m, Type *type, const Object *text)
{
    Object *s = allocate(m, type, str_len(text), str_bound(text));
    if (s)
        str_copy(s, 0, text, 0, str_len(text));
    return s;
}

void str_put(Object *s, ssize_t i, uint32_t code_point)
{
    unit_put(as_str(s)->data, as_str(s)->kind, i, code_point);
}

Object *str_from_units(Machine *m, const void *data, int kind, ssize_t n)
{
    if (n == 1)
        return str_from_code_point(m, unit_at(data, kind, 0));
    Object *s = str_new(m, n, units_max(data, kind, 0, n));
    if (s && n)
        units_copy(as_str(s)->data, as_str(s)->kind, 0, data, kind, 0, n);
    return s;
}

Object *str_from_ascii(Machine *m, const char *s)
{
    return str_from_units(m, s, 1, (ssize_t)strlen(s));
}

Object *str_from_code_point(Machine *m, uint32_t c)
{
    if (c < 0x100 && m->latin1[c])
        return newref(m->latin1[c]);
    Object *s = str_new(m, 1, c);
    if (s)
        str_put(s, 0, c);
    return s;
}

Object *str_from_utf8(Machine *m, const char *s, size_t n)
{
    uint32_t all = 0;
    ssize_t length = 0;
    int32_t c;
    for (size_t i = 0; i < n; length++) {
        i += utf8_decode(s + i, n - i, true, &c);
        all |= c < 0 ? 0xfffd : (uint32_t)c;
    }
    if (all < 0x80)
        return str_from_units(m, s, 1, (ssize_t)n);
    if (length == 1)
        return str_from_code_point(m, all);
    Object *o = str_new(m, length, all > MAX_CODE_POINT ? MAX_CODE_POINT : all);
    if (!o)
        return NULL;
    for (size_t i = 0, at = 0; i < n; at++) {
        i += utf8_decode(s + i, n - i, true, &c);
        str_put(o, (ssize_t)at, c < 0 ? 0xfffd : (uint32_t)c);
    }
    return o;
}

Object *str_unchanged(Machine *m, Object *s)
{
    if (is_exact(m, s, str))
        return newref(s);
    return str_new_of_type(m, m->types.str, s);
}

void str_dealloc(Machine *m, Object *s)
{
    if (s->flags & OBJECT_INTERNED)
        str_forget_interned(m, s);
    if (s->flags & OBJECT_LOOKED_UP)
        type_cache_forget(m);
    object_free(m, s, str_modelled_size(m, s));
}

/* ---- comparing ------------------------------------------------------------------------------- */

bool str_equal(const Object *a, const Object *b)
{
    const StrObject *x = as_str(a), *y = as_str(b);
    if (a == b)
        return true;
    return x->length == y->length && x->kind == y->kind &&
           memcmp(x->data, y->data, (size_t)(x->length * x->kind)) == 0;
}

bool str_equals_ascii(const Object *s, const char *ascii)
{
    size_t n = strlen(ascii);
    return as_str(s)->ascii && (size_t)str_len(s) == n && memcmp(as_str(s)->data, ascii, n) == 0;
}

int str_compare(const Object *a, const Object *b)
{
    const StrObject *x = as_str(a), *y = as_str(b);
    ssize_t n = x->length < y->length ? x->length : y->length;
    if (x->kind == 1 && y->kind == 1) {
        int order = n ? memcmp(x->data, y->data, (size_t)n) : 0;
        if (order)
            return order < 0 ? -1 : 1;
    } else {
        for (ssize_t i = 0; i < n; i++) {
            uint32_t c = unit_at(x->data, x->kind, i), d = unit_at(y->data, y->kind, i);
            if (c != d)
                return c < d ? -1 : 1;
        }
    }
    return (x->length > y->length) - (x->length < y->length);
}

hash_t str_hash(Machine *m, Object *o)
{
    StrObject *s = as_str(o);
    if (s->hash == -1)
        s->hash = hash_bytes(m, s->data, (size_t)(s->length * s->kind));
    return s->hash;
}

/* ---- joining --------------------------------------------------------------------------------- */

static Object *too_large(Machine *m)
{
    return error_set(m, EXC_OverflowError, "strings are too large to concat");
}

static Object *join_two(Machine *m, Object *a, Object *b)
{
    uint32_t x = str_bound(a), y = str_bound(b);
    Object *sum = str_new(m, str_len(a) + str_len(b), x > y ? x : y);
    if (!sum)
        return NULL;
    str_copy(sum, 0, a, 0, str_len(a));
    str_copy(sum, str_len(a), b, 0, str_len(b));
    return sum;
}

Object *str_concat(Machine *m, Object *a, Object *b)
{
    if (!is_str(b))
        return error_set(m, EXC_TypeError, "can only concatenate str (not \"%.200s\") to str",
                         type_name(b));
    if (str_len(a) == 0)
        return str_unchanged(m, b);
    if (str_len(b) == 0)
        return str_unchanged(m, a);
    if (str_len(a) > PTRDIFF_MAX - str_len(b))
        return too_large(m);
    return join_two(m, a, b);
}

/* Nobody else can see it: it may grow where it stands. */
static bool is_modifiable(const Machine *m, const Object *s)
{
    return s->refcnt == 1 && as_str(s)->hash == -1 &&
           !(s->flags & (OBJECT_INTERNED | OBJECT_IMMORTAL)) && is_exact(m, s, str);
}

/* resize_compact: the object may move, in our memory and in the model's.  Room that the block has
 * already is used without asking, for heap_realloc would clear all that is behind. */
static Object *grow(Machine *m, Object *s, ssize_t n)
{
    StrObject *o = as_str(s);
    size_t old_size = modelled_size(m, o->ascii, o->kind, o->length);
    size_t new_size = modelled_size(m, o->ascii, o->kind, n);
    if (!(o = heap_realloc(m, o, our_size(o->kind, n))))
        return NULL;
    heap_note_used(o, our_size(o->kind, n));
    bool moved;
    o->ob_base.address = pymalloc_realloc(m, o->ob_base.address, old_size, new_size, &moved);
    o->length = n;
    o->has_utf8 = false;
    unit_put(o->data, o->kind, n, 0);
    return (Object *)o;
}

int str_append(Machine *m, Object **left, Object *right)
{
    Object *s = *left, *sum;
    ssize_t n = str_len(s), more = str_len(right);
    if (n == 0) {
        sum = str_unchanged(m, right);
    } else if (more == 0) {
        return 0;
    } else if (n > PTRDIFF_MAX - more) {
        sum = too_large(m);
    } else if (is_modifiable(m, s) && is_exact(m, right, str) && str_bound(right) <= str_bound(s) &&
               s != right) {
        sum = grow(m, s, n + more);
        if (sum) {
            str_copy(sum, n, right, 0, more);
            *left = sum;
            return 0;
        }
    } else {
        sum = join_two(m, s, right);
    }
    *left = sum;
    decref(m, s);
    return sum ? 0 : -1;
}

Object *str_repeat(Machine *m, Object *s, ssize_t count)
{
    ssize_t n = str_len(s);
    if (count < 1)
        return newref(m->empty_str);
    if (count == 1)
        return str_unchanged(m, s);
    if (n > PTRDIFF_MAX / count)
        return error_set(m, EXC_OverflowError, "repeated string is too long");
    Object *all = str_new(m, n * count, str_bound(s));
    if (!all || n == 0)
        return all;
    if (n == 1) {
        units_fill(as_str(all)->data, as_str(all)->kind, 0, str_at(s, 0), count);
        return all;
    }
    str_copy(all, 0, s, 0, n);
    for (ssize_t done = n; done < n * count;) { /* what is done is copied behind itself */
        ssize_t more = done < n * count - done ? done : n * count - done;
        str_copy(all, done, all, 0, more);
        done += more;
    }
    return all;
}

/* _PyUnicode_JoinArray: measured first, then copied once. */
Object *str_join(Machine *m, Object *separator, Object *const *items, size_t n)
{
    if (n == 0)
        return newref(m->empty_str);
    if (n == 1 && is_exact(m, items[0], str))
        return newref(items[0]);
    ssize_t total = 0, gap = str_len(separator);
    uint32_t bound = n > 1 ? str_bound(separator) : 0;
    for (size_t i = 0; i < n; i++) {
        ssize_t more = str_len(items[i]) + (i ? gap : 0);
        if (more > PTRDIFF_MAX - total)
            return error_set(m, EXC_OverflowError, "join() result is too long for a Python string");
        total += more;
        if (str_bound(items[i]) > bound)
            bound = str_bound(items[i]);
    }
    if (gap == 0 && total == 0)
        return newref(m->empty_str);
    Object *all = str_new(m, total, bound);
    ssize_t at = 0;
    for (size_t i = 0; all && i < n; i++) {
        if (i && gap) {
            str_copy(all, at, separator, 0, gap);
            at += gap;
        }
        str_copy(all, at, items[i], 0, str_len(items[i]));
        at += str_len(items[i]);
    }
    return all;
}

/* ---- cutting --------------------------------------------------------------------------------- */

Object *str_substring(Machine *m, Object *s, ssize_t start, ssize_t end)
{
    ssize_t n = str_len(s);
    if (end > n)
        end = n;
    if (start == 0 && end == n)
        return str_unchanged(m, s);
    if (start >= end)
        return newref(m->empty_str);
    const StrObject *o = as_str(s);
    if (end - start == 1)
        return str_from_code_point(m, str_at(s, start));
    uint32_t max_char = o->ascii ? 0x7f : units_max(o->data, o->kind, start, end - start);
    Object *part = str_new(m, end - start, max_char);
    if (part)
        str_copy(part, 0, s, start, end - start);
    return part;
}

Object *str_item(Machine *m, Object *s, ssize_t i)
{
    if (i < 0 || i >= str_len(s))
        return error_set(m, EXC_IndexError, "string index out of range");
    return str_from_code_point(m, str_at(s, i));
}

static Object *slice(Machine *m, Object *s, Object *key)
{
    ssize_t start, stop, step;
    ssize_t n = slice_indices(m, key, str_len(s), &start, &stop, &step);
    if (n < 0)
        return NULL;
    if (n == 0)
        return newref(m->empty_str);
    if (step == 1)
        return str_substring(m, s, start, start + n);
    const StrObject *o = as_str(s);
    uint32_t all = 0;
    for (ssize_t i = 0; !o->ascii && i < n; i++)
        all |= unit_at(o->data, o->kind, start + i * step);
    Object *part = str_new(m, n, all > MAX_CODE_POINT ? MAX_CODE_POINT : all);
    for (ssize_t i = 0; part && i < n; i++)
        str_put(part, i, unit_at(o->data, o->kind, start + i * step));
    return part;
}

Object *str_subscript(Machine *m, Object *s, Object *key)
{
    if (key->type == m->types.slice)
        return slice(m, s, key);
    if (!is_int(key) && !slots_of(key)->nb_index)
        return error_set(m, EXC_TypeError, "string indices must be integers, not '%.200s'",
                         type_name(key));
    ssize_t i = number_as_ssize(m, key, EXC_IndexError);
    if (i == -1 && error_occurred(m))
        return NULL;
    return str_item(m, s, i < 0 ? i + str_len(s) : i);
}

/* ---- for the host ---------------------------------------------------------------------------- */

void str_keep_utf8(Object *s)
{
    as_str(s)->has_utf8 = true;
}

void str_to_utf8(const Object *s, struct buffer *out)
{
    const StrObject *o = as_str(s);
    if (o->ascii) {
        buffer_append(out, o->data, (size_t)o->length);
        return;
    }
    for (ssize_t i = 0; i < o->length; i++)
        utf8_append(out, str_at(s, i));
}

/* ---- names ----------------------------------------------------------------------------------- */

/* Python/codegen: all_name_chars: constants of this form are interned. */
bool str_all_name_chars(const Object *s)
{
    const StrObject *o = as_str(s);
    if (!o->ascii)
        return false;
    for (ssize_t i = 0; i < o->length; i++) {
        unsigned char c = (unsigned char)o->data[i];
        if (!ascii_is_alnum(c) && c != '_')
            return false;
    }
    return true;
}

bool str_is_identifier(const Object *s)
{
    if (str_len(s) == 0 || !identifier_is_start((int32_t)str_at(s, 0)))
        return false;
    for (ssize_t i = 1; i < str_len(s); i++)
        if (!identifier_is_continue((int32_t)str_at(s, i)))
            return false;
    return true;
}
