/* list: its block of pointers, used and spare, as Objects/listobject.c keeps it. */
#include "view_list.h"

#include <pyviz/machine/inspect.h>

#include "walk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CELL_COLUMNS = 9, LEGEND_COLUMNS = 40 };

static bool shows_list(const Machine *m, const Object *subject)
{
    (void)m;
    return subject && is_list(subject) && !(subject->flags & OBJECT_QUIET);
}

/* ---- labels ---------------------------------------------------------------------------------- */

/* Containers go by letters, the oldest object first, so that each keeps its own as long as it can.
 */
static void add_legend(const Machine *m, struct list_picture *p, const Object *o,
                       struct arena *arena)
{
    int64_t number = inspect_number(m, o);
    int at = 0;
    while (at < p->legends && p->legend[at].number < number)
        at++;
    if (at < p->legends && p->legend[at].number == number)
        return;
    if (p->legends == LIST_LEGEND) {
        p->containers_left_out++;
        return;
    }
    memmove(&p->legend[at + 1], &p->legend[at], (size_t)(p->legends - at) * sizeof *p->legend);
    p->legends++;
    char text[256], title[TITLE_BYTES];
    snprintf(text, sizeof text, "%s %s",
             object_title(inspect_type_title(o), o->serial, TITLE_BYTES, title),
             picture_repr(m, o, LEGEND_COLUMNS, arena));
    p->legend[at] = (struct list_legend){number, arena_copy(arena, text, strlen(text))};
}

static void label_slot(const Machine *m, const struct list_picture *p, const Object *o,
                       struct list_slot *slot)
{
    struct buffer text = {0};
    *slot = (struct list_slot){.used = o != NULL};
    if (!o) {
        snprintf(slot->text, sizeof slot->text, "·");
        return;
    }
    slot->number = inspect_number(m, o);
    for (int i = 0; i < p->legends; i++) {
        if (p->legend[i].number != slot->number)
            continue;
        snprintf(slot->text, sizeof slot->text, "●%c", 'A' + i);
        return;
    }
    inspect_short_repr(m, o, CELL_COLUMNS, &text);
    picture_text(slot->text, sizeof slot->text, &text);
    buffer_free(&text);
}

/* ---- capture --------------------------------------------------------------------------------- */

static void choose_window(struct list_block *b, ssize_t focus)
{
    enum { ALIGNED = 16 };
    b->count = b->slots < LIST_SLOTS ? (int)b->slots : LIST_SLOTS;
    b->first = focus / ALIGNED * ALIGNED - LIST_SLOTS / 2;
    if (b->first > b->slots - b->count)
        b->first = (b->slots - b->count + ALIGNED - 1) / ALIGNED * ALIGNED;
    if (b->first < 0)
        b->first = 0;
    if (b->count > b->slots - b->first)
        b->count = (int)(b->slots - b->first);
}

static void find_containers(const Machine *m, struct list_picture *p, const struct list_block *b,
                            Object *const *item, struct arena *arena)
{
    for (int i = 0; i < b->count; i++) {
        const Object *o = b->first + i < b->used ? item[b->first + i] : NULL;
        if (o && picture_is_container(o))
            add_legend(m, p, o, arena);
    }
}

static void capture_block(const Machine *m, const struct list_picture *p, struct list_block *b,
                          Object *const *item, struct arena *arena)
{
    b->slot = arena_alloc(arena, (size_t)(b->count + 1) * sizeof *b->slot);
    for (int i = 0; i < b->count; i++)
        label_slot(m, p, b->first + i < b->used ? item[b->first + i] : NULL, &b->slot[i]);
}

/* A number of the event that says which slot it is about; -1 if it has none. */
static ssize_t slot_in_event(const Machine *m)
{
    static const char *const names[] = {"index", "to", "start"};
    const struct event_info *info = &event_info[m->event.kind];
    for (size_t n = 0; n < sizeof names / sizeof *names; n++)
        for (int i = 0; info->fields[i].type != FIELD_NONE; i++)
            if (info->fields[i].type == FIELD_INT && !strcmp(info->fields[i].name, names[n]))
                return m->event.field[i];
    return -1;
}

static void capture_resize(const Op *op, struct list_picture *p, const ListObject *l)
{
    p->resizing = true;
    p->resize.newsize = op->u.list_resize.newsize;
    p->resize.old_slots = op->u.list_resize.old_allocated;
    p->resize.new_slots = op->u.list_resize.new_allocated;
    p->resize.copied = op->u.list_resize.copied;
    p->resize.allocated = op->u.list_resize.new_item != NULL;
    p->resize.moved = op->u.list_resize.moved && op->u.list_resize.old_item != NULL &&
                      op->u.list_resize.old_item != op->u.list_resize.new_item &&
                      op->u.list_resize.new_item != NULL;
    if (!p->resize.moved)
        return;
    p->address = op->u.list_resize.new_address;
    p->old_address = op->u.list_resize.old_address;
    p->resize.old.slots = p->resize.old_slots;
    p->resize.old.used = l->size < p->resize.old_slots ? l->size : p->resize.old_slots;
    p->block.slots = p->resize.new_slots;
    p->block.used = p->resize.copied;
}

static void capture_sort(const Op *op, struct list_picture *p)
{
    p->sorting = true;
    p->sort.start = op->u.list_sort.start;
    p->sort.len = op->u.list_sort.len;
    p->sort.split = op->u.list_sort.split;
    p->sort.comparisons = op->u.list_sort.comparisons;
    p->sort.keyed = op->u.list_sort.values != NULL;
    p->block.slots = p->block.used = op->u.list_sort.count;
}

static const void *capture_list(const Machine *m, Object *subject, struct arena *arena)
{
    const ListObject *l = (const ListObject *)subject;
    const Op *op = walk_operation(m, subject);
    struct list_picture *p = arena_alloc(arena, sizeof *p);
    Object *const *item = l->item, *const *old = NULL;
    p->event = picture_event(m, subject);
    p->asking = m->clock && m->event.kind == EVENT_GENERATOR_RESUME;
    p->size = inspect_sizeof(m, subject);
    p->appends = l->appends;
    p->copied = l->copied;
    p->plot = l->plot ? *l->plot : (ListPlot){.stride = 1};
    p->address = l->address;
    p->block.slots = l->item ? l->allocated : 0;
    p->block.used = l->size < p->block.slots ? l->size : p->block.slots;
    if (op && op->kind == OP_LIST_RESIZE) {
        capture_resize(op, p, l);
        if (p->resize.moved) {
            item = op->u.list_resize.new_item;
            old = op->u.list_resize.old_item;
        }
    } else if (op && op->kind == OP_LIST_SORT) {
        capture_sort(op, p);
        item = op->u.list_sort.keys;
    } else if (op && op->kind == OP_LIST_SHIFT) {
        p->shifting = true;
        p->shift.from = op->u.list_shift.from;
        p->shift.to = op->u.list_shift.to;
        p->shift.count = op->u.list_shift.count;
        ssize_t end = p->shift.to + p->shift.count;
        if (end > p->block.used && end <= p->block.slots)
            p->block.used = end;
    }
    p->focus = p->event >= 0 ? slot_in_event(m) : -1;
    if (p->focus < 0)
        p->focus = p->block.used ? p->block.used - 1 : 0;
    choose_window(&p->block, p->focus);
    find_containers(m, p, &p->block, item, arena);
    if (old) {
        choose_window(&p->resize.old, p->focus);
        find_containers(m, p, &p->resize.old, old, arena);
        capture_block(m, p, &p->resize.old, old, arena);
    }
    capture_block(m, p, &p->block, item, arena);
    return p;
}

/* ---- header and movement --------------------------------------------------------------------- */

static void header_list(const void *now, const void *before, struct header *h)
{
    const struct list_picture *p = now, *b = before ? before : now;
    if (p->sorting) {
        header_count(h, p->block.used, p->block.used, "sorting ", "");
        header_count(h, b->sorting ? b->sort.comparisons : 0, p->sort.comparisons, "",
                     p->sort.comparisons == 1 ? " comparison" : " comparisons");
        h->sizeless = true; /* the list itself looks empty */
        return;
    }
    ssize_t was = b->sorting ? p->block.used : b->block.used, is = p->block.used;
    if (p->resize.moved)
        is = p->resize.old.used;
    if (b->resize.moved)
        was = b->resize.old.used;
    header_count(h, was, is, "len ", "");
    header_count(h, b->sorting ? p->block.slots : b->block.slots, p->block.slots, "allocated ", "");
}

/* A list that is filled out of a generator takes each item before it asks for the next one. */
static bool tell_list(const void *now, const void *before, struct buffer *out, struct spans *values)
{
    const struct list_picture *p = now, *b = before;
    ssize_t at = p->block.used - 1;
    if (!p->asking || p->resizing || p->block.used != b->block.used + 1 || at < p->block.first ||
        at >= p->block.first + p->block.count)
        return false;
    buffer_puts(out, "Slot ");
    size_t start = out->len;
    buffer_printf(out, "%zd", at);
    spans_add(values, out, start);
    buffer_puts(out, " now refers to ");
    start = out->len;
    buffer_puts(out, p->block.slot[at - p->block.first].text);
    spans_add(values, out, start);
    buffer_puts(out, ". The generator goes on where it paused, for the next item.");
    return true;
}

static int motion_list(const void *now, const void *before)
{
    enum { A_COPY = 50, LEAST = 200, MOST = 500, SLIDE = 300 };
    const struct list_picture *p = now, *b = before;
    if (p->shifting && (p->event == EVENT_LIST_SHIFT_UP || p->event == EVENT_LIST_SHIFT_DOWN))
        return SLIDE;
    if (!p->resizing || !p->resize.moved)
        return 0;
    ssize_t moves = p->resize.copied - (b && b->resize.moved ? b->resize.copied : 0);
    int ms = moves > MOST / A_COPY ? MOST : (int)moves * A_COPY;
    return moves <= 0 ? 0 : ms < LEAST ? LEAST : ms;
}

static int needs_list(const void *now)
{
    enum { USUAL = 13, MANY = 32 };
    const struct list_picture *p = now;
    return p->block.slots <= MANY && p->legends < 3 ? USUAL : MANY;
}

const struct view view_list = {
    .name = "list",
    .beside = &view_references,
    .shows = shows_list,
    .capture = capture_list,
    .header = header_list,
    .tell = tell_list,
    .needs = needs_list,
    .draw = list_draw,
    .motion = motion_list,
};
