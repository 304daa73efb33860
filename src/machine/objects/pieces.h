/* What split and splitlines of str and of bytes share: their arguments, and the list that is
 * filled.  Objects/stringlib/split.h: CPython makes it with room for up to twelve pieces, and what
 * is not needed stays as spare capacity. */
#ifndef PYVIZ_MACHINE_OBJECTS_PIECES_H
#define PYVIZ_MACHINE_OBJECTS_PIECES_H

#include <pyviz/machine/list.h>

enum { MAX_PREALLOC = 12 };

/* How many cuts are made where no number, or a negative one, is given. */
#define PIECES_UNLIMITED (PTRDIFF_MAX - 1)

/* split(sep=None, maxsplit=-1): *separator is borrowed, NULL for None.  false: an exception. */
bool pieces_arguments(Machine *m, const char *method, Object *const *args, size_t nargs,
                      Object *kwnames, Object **separator, ssize_t *cuts);
/* splitlines(keepends=False): 1, 0 or -1. */
int pieces_keep_ends(Machine *m, Object *const *args, size_t nargs, Object *kwnames);

struct pieces {
    Object *list;
    ssize_t count, room;
};

/* Room for the pieces of so many cuts. */
static inline bool pieces_start(Machine *m, struct pieces *p, ssize_t cuts)
{
    p->room = cuts >= MAX_PREALLOC ? MAX_PREALLOC : cuts + 1;
    p->list = list_new(m, p->room);
    p->count = 0;
    return p->list;
}

/* Steals the piece; a NULL one, and whatever else goes wrong, drops the list. */
static inline bool pieces_add(Machine *m, struct pieces *p, Object *piece)
{
    ListObject *list = (ListObject *)p->list;
    if (piece && p->count < p->room) {
        list->item[p->count++] = piece;
        return true;
    }
    if (piece && list_append_steal(m, p->list, piece) == 0) {
        p->count++;
        return true;
    }
    clear_ref(m, p->list);
    return false;
}

static inline Object *pieces_finish(struct pieces *p, bool reversed)
{
    ListObject *list = (ListObject *)p->list;
    list->size = p->count;
    for (ssize_t i = 0, j = p->count - 1; reversed && i < j; i++, j--) {
        Object *other = list->item[i];
        list->item[i] = list->item[j];
        list->item[j] = other;
    }
    return p->list;
}

/* ---- cutting: Objects/stringlib/split.h ------------------------------------------------------ */

/* What str and bytes do each in its way. */
struct text_kind {
    ssize_t (*length)(const Object *s);
    bool (*is_plain)(const Machine *m, const Object *s); /* no subclass */
    bool (*is_space)(const Object *s, ssize_t i);
    bool (*ends_line)(const Object *s, ssize_t i);
    bool (*is_crlf)(const Object *s, ssize_t i); /* at i and i + 1, which are there */
    ssize_t (*search)(const Object *s, ssize_t start, ssize_t end, const Object *part,
                      bool reverse);
    Object *(*piece)(Machine *m, const Object *s, ssize_t start, ssize_t end);
};

/* The piece that is left: if nothing was cut off, the text itself. */
static inline Object *pieces_rest(Machine *m, const struct text_kind *kind, Object *s,
                                  ssize_t start, ssize_t end, ssize_t count)
{
    if (count == 0 && start == 0 && end == kind->length(s) && kind->is_plain(m, s))
        return newref(s);
    return kind->piece(m, s, start, end);
}

/* At white space, `max` times at most; `cuts` are prepared for. */
static inline Object *pieces_words(Machine *m, const struct text_kind *kind, Object *s, ssize_t max,
                                   ssize_t cuts)
{
    struct pieces p;
    ssize_t n = kind->length(s), i = 0;
    if (!pieces_start(m, &p, cuts))
        return NULL;
    for (;; max--) {
        while (i < n && kind->is_space(s, i))
            i++;
        if (i == n)
            break;
        ssize_t start = i, end = n; /* the last piece keeps the white space behind it */
        if (max > 0) {
            while (i < n && !kind->is_space(s, i))
                i++;
            end = i;
        }
        if (!pieces_add(m, &p, pieces_rest(m, kind, s, start, end, p.count)))
            return NULL;
        if (max <= 0)
            break;
    }
    return pieces_finish(&p, false);
}

/* The same from the end. */
static inline Object *pieces_last_words(Machine *m, const struct text_kind *kind, Object *s,
                                        ssize_t max, ssize_t cuts)
{
    struct pieces p;
    ssize_t i = kind->length(s);
    if (!pieces_start(m, &p, cuts))
        return NULL;
    for (;; max--) {
        while (i > 0 && kind->is_space(s, i - 1))
            i--;
        if (i == 0)
            break;
        ssize_t end = i, start = 0;
        if (max > 0) {
            while (i > 0 && !kind->is_space(s, i - 1))
                i--;
            start = i;
        }
        if (!pieces_add(m, &p, pieces_rest(m, kind, s, start, end, p.count)))
            return NULL;
        if (max <= 0)
            break;
    }
    return pieces_finish(&p, true);
}

/* At a separator, which is not empty. */
static inline Object *pieces_between(Machine *m, const struct text_kind *kind, Object *s,
                                     const Object *separator, ssize_t max, ssize_t cuts)
{
    struct pieces p;
    ssize_t n = kind->length(s), start = 0, at;
    if (!pieces_start(m, &p, cuts))
        return NULL;
    while (max-- > 0 && (at = kind->search(s, start, n, separator, false)) >= 0) {
        if (!pieces_add(m, &p, kind->piece(m, s, start, at)))
            return NULL;
        start = at + kind->length(separator);
    }
    Object *rest = pieces_rest(m, kind, s, start, n, p.count);
    return pieces_add(m, &p, rest) ? pieces_finish(&p, false) : NULL;
}

/* The same from the end. */
static inline Object *pieces_last_between(Machine *m, const struct text_kind *kind, Object *s,
                                          const Object *separator, ssize_t max, ssize_t cuts)
{
    struct pieces p;
    ssize_t end = kind->length(s), at;
    if (!pieces_start(m, &p, cuts))
        return NULL;
    while (max-- > 0 && (at = kind->search(s, 0, end, separator, true)) >= 0) {
        if (!pieces_add(m, &p, kind->piece(m, s, at + kind->length(separator), end)))
            return NULL;
        end = at;
    }
    Object *rest = pieces_rest(m, kind, s, 0, end, p.count);
    return pieces_add(m, &p, rest) ? pieces_finish(&p, true) : NULL;
}

/* Its lines, with what ends them if `keep`. */
static inline Object *pieces_lines(Machine *m, const struct text_kind *kind, Object *s, bool keep)
{
    Object *list = list_new(m, 0);
    ssize_t n = kind->length(s);
    for (ssize_t start = 0, i = 0; list && start < n; start = i) {
        while (i < n && !kind->ends_line(s, i))
            i++;
        ssize_t end = i;
        if (i < n) {
            i += i + 1 < n && kind->is_crlf(s, i) ? 2 : 1;
            if (keep)
                end = i;
        }
        Object *line = pieces_rest(m, kind, s, start, end, list_size(list));
        if (!line || list_append_steal(m, list, line) < 0)
            clear_ref(m, list);
    }
    return list;
}

#endif
