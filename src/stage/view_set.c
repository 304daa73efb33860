/* set and frozenset: their table, as Objects/setobject.c keeps it. */
#include "view_set.h"

#include <pyviz/machine/inspect.h>

#include "slots.h"
#include "walk.h"

#include <string.h>

enum { KEY_COLUMNS = 24 };

static bool shows_set(const Machine *m, const Object *subject)
{
    (void)m;
    return subject && is_anyset(subject) && !(subject->flags & OBJECT_QUIET);
}

/* ---- capture --------------------------------------------------------------------------------- */

static void capture_key(const Machine *m, const SetEntry *from, struct set_slot *slot,
                        struct arena *arena)
{
    slot->state = !from->key                  ? SET_EMPTY_SLOT
                  : from->key == set_dummy(m) ? SET_DUMMY_SLOT
                                              : SET_KEY_SLOT;
    if (slot->state != SET_KEY_SLOT)
        return;
    slot->hash = from->hash;
    slot->number = inspect_number(m, from->key);
    slot->text = picture_repr(m, from->key, KEY_COLUMNS, arena);
}

static void capture_table(const Machine *m, const SetEntry *table, size_t mask, size_t focus,
                          bool in_object, struct set_table *t, struct arena *arena)
{
    enum { ALIGNED = 16 };
    size_t slots = mask + 1;
    *t = (struct set_table){.slots = slots, .in_object = in_object};
    t->count = slots_kept(slots, SET_SLOTS, ALIGNED, focus, &t->first);
    t->slot = arena_alloc(arena, (size_t)t->count * sizeof *t->slot);
    for (int i = 0; i < t->count; i++)
        capture_key(m, &table[t->first + (size_t)i], &t->slot[i], arena);
}

static bool is_walk(const Op *op)
{
    return op->kind == OP_SET_LOOKUP || op->kind == OP_SET_INSERT || op->kind == OP_SET_DELETE;
}

static void capture_walk(const Machine *m, const SetObject *s, const Op *op, struct set_walk *walk,
                         struct arena *arena)
{
    *walk = (struct set_walk){.active = true,
                              .kind = op->kind,
                              .hash = op->u.lookup.hash,
                              .probes = op->u.lookup.probes,
                              .free = op->u.lookup.free};
    walk->key = picture_repr(m, op->u.lookup.key, KEY_COLUMNS, arena);
    walk->first = walk->probes > SET_PROBES ? walk->probes - SET_PROBES : 0;
    size_t slot = (size_t)walk->hash & s->mask, run = slot;
    uint64_t perturb = (uint64_t)walk->hash;
    for (int i = 0; i < walk->probes; i++) {
        size_t from = run, previous = slot;
        if (i)
            slot = set_next_slot(slot, &run, &perturb, s->mask);
        if (i < walk->first)
            continue;
        struct set_probe *probe = &walk->probe[i - walk->first];
        *probe = (struct set_probe){.slot = slot,
                                    .run = from,
                                    .perturb = perturb,
                                    .jumped = i && (slot != previous + 1 || run != from)};
        struct set_slot there = {0};
        capture_key(m, &s->table[slot], &there, arena);
        probe->state = there.state;
        probe->text = there.text;
        probe->same_hash = there.state == SET_KEY_SLOT && there.hash == walk->hash;
        probe->same_key = s->table[slot].key == op->u.lookup.key;
        if (m->event.kind == EVENT_SET_REUSE && slot == op->u.lookup.slot)
            walk->probes = i + 1; /* what stood behind the dummy is no matter any more */
    }
    if (walk->probes && slot != op->u.lookup.slot)
        walk->active = false;
}

static const void *capture_set(const Machine *m, Object *subject, struct arena *arena)
{
    const SetObject *s = (const SetObject *)subject;
    const Op *op = walk_operation(m, subject);
    struct set_picture *p = arena_alloc(arena, sizeof *p);
    p->used = s->used;
    p->fill = s->fill;
    p->size = inspect_sizeof(m, subject);
    p->event = picture_event(m, subject);
    bool walking = op && is_walk(op) && op->u.lookup.probes && op->u.lookup.slot <= s->mask;
    p->focus = walking ? op->u.lookup.slot : 0;
    capture_table(m, s->table, s->mask, p->focus, !s->address, &p->table, arena);
    if (op && is_walk(op))
        capture_walk(m, s, op, &p->walk, arena);
    if (op && op->kind == OP_SET_RESIZE && op->u.set_resize.new_table) {
        p->resizing = true;
        p->moved = op->u.set_resize.moved;
        p->total = op->u.set_resize.total;
        capture_table(m, op->u.set_resize.old_table, op->u.set_resize.old_mask, op->u.set_resize.at,
                      op->u.set_resize.old_mask < SET_MINSIZE, &p->old, arena);
        capture_table(m, op->u.set_resize.new_table, op->u.set_resize.new_mask, 0, false, &p->new,
                      arena);
    }
    return p;
}

/* ---- header and movement --------------------------------------------------------------------- */

static void header_set(const void *now, const void *before, struct header *h)
{
    const struct set_picture *p = now, *b = before ? before : now;
    char number[32];
    ssize_t limit = (ssize_t)set_fill_limit(p->table.slots - 1);
    header_count(h, (int64_t)b->table.slots, (int64_t)p->table.slots, "", " slots");
    header_count(h, b->used, p->used, "", " used");
    if (p->fill > p->used || b->fill > b->used)
        header_count(h, b->fill - b->used, p->fill - p->used, "",
                     p->fill - p->used == 1 ? " dummy" : " dummies");
    header_add(h, STYLE_HEADER, "grows at %s", grouped(limit, number));
}

static int motion_set(const void *now, const void *before)
{
    enum { A_MOVE = 60, LEAST = 200, MOST = 600 };
    const struct set_picture *p = now, *b = before;
    if (!p->resizing)
        return 0;
    size_t was = b && b->resizing ? b->moved : 0;
    size_t moves = p->moved > was ? p->moved - was : 0;
    int ms = moves > MOST / A_MOVE ? MOST : (int)moves * A_MOVE;
    return moves == 0 ? 0 : ms < LEAST ? LEAST : ms;
}

static int needs_set(const void *now)
{
    enum { USUAL = 13, BIG = 32, FEW_SLOTS = 8 };
    const struct set_picture *p = now;
    return p->resizing || p->table.slots > FEW_SLOTS ? BIG : USUAL;
}

const struct view view_set = {
    .name = "set",
    .beside = &view_references,
    .shows = shows_set,
    .capture = capture_set,
    .header = header_set,
    .needs = needs_set,
    .draw = set_draw,
    .motion = motion_set,
};
