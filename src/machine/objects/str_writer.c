/* StrWriter: a str built piece by piece in the region. */
#include "str_private.h"

#include <string.h>

static int fail(Machine *m, StrWriter *w)
{
    str_writer_drop(m, w);
    w->failed = true;
    return -1;
}

static char *resize(Machine *m, StrWriter *w, ssize_t capacity, int kind)
{
    if (w->kind == kind)
        return heap_realloc(m, w->data, (size_t)(capacity * kind));
    char *data = heap_alloc(m, (size_t)(capacity * kind));
    if (data && w->data) {
        units_copy(data, kind, 0, w->data, w->kind, 0, w->length);
        heap_free(m, w->data);
    }
    return data;
}

static int make_room(Machine *m, StrWriter *w, ssize_t more, int kind)
{
    ssize_t want = w->length + more;
    if (w->data && want <= w->capacity && kind <= w->kind)
        return 0;
    if (w->length > PTRDIFF_MAX / 8 || more > PTRDIFF_MAX / 8) {
        error_no_memory(m);
        return fail(m, w);
    }
    if (want < w->capacity + w->capacity / 4)
        want = w->capacity + w->capacity / 4;
    if (want < 48)
        want = 48;
    if (kind < w->kind)
        kind = w->kind;
    char *data = resize(m, w, want, kind);
    if (!data)
        return fail(m, w);
    w->data = data;
    w->capacity = want;
    w->kind = (uint8_t)kind;
    return 0;
}

/* The first write was a whole str, and now there is more: it is copied after all. */
static int copy_whole(Machine *m, StrWriter *w)
{
    Object *s = w->whole;
    w->whole = NULL;
    int status = str_writer_range(m, w, s, 0, str_len(s));
    decref(m, s);
    return status;
}

int str_writer_reserve(Machine *m, StrWriter *w, ssize_t more, uint32_t max_char)
{
    if (w->failed || (w->whole && copy_whole(m, w) < 0))
        return -1;
    return make_room(m, w, more, kind_of(max_char));
}

int str_writer_char(Machine *m, StrWriter *w, uint32_t c)
{
    if (str_writer_reserve(m, w, 1, c) < 0)
        return -1;
    unit_put(w->data, w->kind, w->length++, c);
    w->max_char |= c;
    return 0;
}

int str_writer_fill(Machine *m, StrWriter *w, uint32_t c, ssize_t n)
{
    if (n <= 0)
        return w->failed ? -1 : 0;
    if (str_writer_reserve(m, w, n, c) < 0)
        return -1;
    units_fill(w->data, w->kind, w->length, c, n);
    w->length += n;
    w->max_char |= c;
    return 0;
}

static int write_units(Machine *m, StrWriter *w, const void *data, int kind, ssize_t start,
                       ssize_t n, uint32_t max_char)
{
    if (n <= 0)
        return w->failed ? -1 : 0;
    if (str_writer_reserve(m, w, n, max_char) < 0)
        return -1;
    units_copy(w->data, w->kind, w->length, data, kind, start, n);
    w->length += n;
    w->max_char |= max_char;
    return 0;
}

int str_writer_range(Machine *m, StrWriter *w, const Object *s, ssize_t start, ssize_t end)
{
    const StrObject *o = as_str(s);
    uint32_t max_char = o->ascii ? 0x7f : units_max(o->data, o->kind, start, end - start);
    return write_units(m, w, o->data, o->kind, start, end - start, max_char);
}

int str_writer_str(Machine *m, StrWriter *w, Object *s)
{
    if (w->last && !w->failed && !w->whole && w->length == 0 && str_len(s) > 1) {
        w->whole = str_unchanged(m, s);
        return w->whole ? 0 : fail(m, w);
    }
    return write_units(m, w, as_str(s)->data, as_str(s)->kind, 0, str_len(s), str_bound(s));
}

int str_writer_latin1(Machine *m, StrWriter *w, const char *s, size_t n)
{
    return write_units(m, w, s, 1, 0, (ssize_t)n, units_max(s, 1, 0, (ssize_t)n));
}

int str_writer_ascii(Machine *m, StrWriter *w, const char *s)
{
    return write_units(m, w, s, 1, 0, (ssize_t)strlen(s), 0x7f);
}

int str_writer_utf8(Machine *m, StrWriter *w, const char *s, size_t n)
{
    for (size_t i = 0; i < n;) {
        int32_t c;
        i += utf8_decode(s + i, n - i, true, &c);
        if (str_writer_char(m, w, c < 0 ? 0xfffd : (uint32_t)c) < 0)
            return -1;
    }
    return w->failed ? -1 : 0;
}

int str_writer_repr(Machine *m, StrWriter *w, Object *o)
{
    Object *text = w->failed ? NULL : object_repr(m, o);
    if (!text)
        return fail(m, w);
    int status = str_writer_str(m, w, text);
    decref(m, text);
    return status;
}

Object *str_writer_finish(Machine *m, StrWriter *w)
{
    Object *s = NULL;
    if (w->whole) {
        s = w->whole;
        w->whole = NULL;
    } else if (!w->failed) {
        if (w->max_char > MAX_CODE_POINT)
            w->max_char = MAX_CODE_POINT;
        s = w->length == 1 ? str_from_code_point(m, unit_at(w->data, w->kind, 0))
                           : str_new(m, w->length, w->max_char);
        if (s && w->length > 1)
            units_copy(as_str(s)->data, as_str(s)->kind, 0, w->data, w->kind, 0, w->length);
    }
    str_writer_drop(m, w);
    w->failed = false;
    return s;
}

void str_writer_drop(Machine *m, StrWriter *w)
{
    char *data = w->data;
    Object *whole = w->whole;
    bool failed = w->failed;
    *w = (StrWriter){.failed = failed};
    heap_free(m, data);
    xdecref(m, whole);
}
