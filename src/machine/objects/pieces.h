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

#endif
