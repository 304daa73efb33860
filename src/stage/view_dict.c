/* dict: its index and its entries, as Objects/dictobject.c keeps them. */
#include "view_dict.h"

#include <pyviz/machine/inspect.h>

#include "slots.h"
#include "walk.h"

#include <stdio.h>
#include <string.h>

enum { KEY_COLUMNS = 24, VALUE_COLUMNS = 32, EVENT_NONE = -1 };

static bool shows_dict(const Machine *m, const Object *subject)
{
    (void)m;
    return subject && is_dict(subject) && !(subject->flags & OBJECT_QUIET);
}

/* ---- tables ---------------------------------------------------------------------------------- */

/* A window of whole rows around `focus`; the whole index if it is small. */
static void capture_table(const DictKeys *keys, size_t focus, struct dict_table *t)
{
    enum { ALIGNED = 32 };
    size_t slots = DK_SIZE(keys);
    *t = (struct dict_table){.address = keys->address,
                             .log2 = keys->dk_log2_size,
                             .kind = keys->dk_kind,
                             .usable = keys->dk_usable,
                             .nentries = keys->dk_nentries,
                             .slots = slots};
    t->bytes = (int64_t)dict_keys_bytes(keys);
    t->index_bytes = (int64_t)1 << keys->dk_log2_index_bytes;
    t->entry_bytes = keys->dk_kind == DICT_KEYS_GENERAL ? 24 : 16;
    t->count = slots_kept(slots, DICT_SLOTS, ALIGNED, focus, &t->first);
    memcpy(t->index, keys->indices + t->first, (size_t)t->count * sizeof *t->index);
}

static void capture_entry(const Machine *m, const DictObject *d, ssize_t ix, struct dict_entry *e,
                          struct arena *arena)
{
    const DictEntry *from = &d->ma_keys->entries[ix];
    const Object *value = dict_value_at(d, ix);
    *e = (struct dict_entry){.hole = !value};
    if (e->hole)
        return;
    e->hash = from->hash;
    e->key = picture_repr(m, from->key, KEY_COLUMNS, arena);
    e->value = picture_repr(m, value, VALUE_COLUMNS, arena);
    e->key_number = inspect_number(m, from->key);
    e->value_number = inspect_number(m, value);
}

static void capture_entries(const Machine *m, const DictObject *d, struct dict_picture *p,
                            struct arena *arena)
{
    ssize_t n = d->ma_keys->dk_nentries, first = 0;
    if (n > DICT_ENTRIES) {
        first = (p->focus_entry < 0 ? n : p->focus_entry) - DICT_ENTRIES / 2;
        if (first > n - DICT_ENTRIES)
            first = n - DICT_ENTRIES;
        if (first < 0)
            first = 0;
    }
    p->first_entry = first;
    p->entries = (int)(n - first < DICT_ENTRIES ? n - first : DICT_ENTRIES);
    p->entry = arena_alloc(arena, sizeof *p->entry * (size_t)(p->entries + 1));
    for (int i = 0; i < p->entries; i++)
        capture_entry(m, d, first + i, &p->entry[i], arena);
}

/* ---- the walk under way ---------------------------------------------------------------------- */

static void capture_probe(const Machine *m, const DictKeys *keys, const Op *op, size_t slot,
                          uint64_t perturb, struct dict_probe *probe, struct arena *arena)
{
    *probe = (struct dict_probe){.slot = slot, .index = keys->indices[slot], .perturb = perturb};
    if (probe->index < 0 || !keys->entries[probe->index].key)
        return;
    const DictEntry *e = &keys->entries[probe->index];
    probe->key = picture_repr(m, e->key, KEY_COLUMNS, arena);
    probe->same_hash = e->hash == op->u.lookup.hash;
    probe->same_key = e->key == op->u.lookup.key;
}

/* The record has the slot now looked at and how many were; the way there follows from the hash. */
static void capture_walk(const Machine *m, const DictKeys *keys, const Op *op,
                         struct dict_walk *walk, struct arena *arena)
{
    *walk = (struct dict_walk){.active = true,
                               .kind = op->kind,
                               .for_empty = op->u.lookup.for_empty,
                               .hash = op->u.lookup.hash,
                               .entry = op->u.lookup.entry,
                               .probes = op->u.lookup.probes};
    walk->key = picture_repr(m, op->u.lookup.key, KEY_COLUMNS, arena);
    if (op->u.lookup.value)
        walk->value = picture_repr(m, op->u.lookup.value, VALUE_COLUMNS, arena);
    walk->first = walk->probes > DICT_PROBES ? walk->probes - DICT_PROBES : 0;
    size_t mask = DK_MASK(keys), slot = (size_t)walk->hash & mask;
    uint64_t perturb = (uint64_t)walk->hash;
    for (int i = 0; i < walk->probes; i++) {
        if (i)
            slot = dict_next_slot(slot, &perturb, mask);
        if (i >= walk->first)
            capture_probe(m, keys, op, slot, perturb, &walk->probe[i - walk->first], arena);
    }
    if (walk->probes && slot != op->u.lookup.slot)
        walk->active = false; /* it was another table that was walked */
}

static bool is_walk(const Op *op)
{
    return op->kind == OP_DICT_LOOKUP || op->kind == OP_DICT_INSERT || op->kind == OP_DICT_DELETE;
}

static size_t slot_of(const DictKeys *keys, ssize_t ix)
{
    const size_t mask = DK_MASK(keys);
    uint64_t perturb = (uint64_t)keys->entries[ix].hash;
    size_t slot = (size_t)perturb & mask;
    while (keys->indices[slot] != ix && keys->indices[slot] != DKIX_EMPTY)
        slot = dict_next_slot(slot, &perturb, mask);
    return slot;
}

/* What a window is laid around: where the walk is; else the newest entry. */
static void find_focus(const DictKeys *keys, const Op *op, struct dict_picture *p)
{
    p->focus_entry = -1;
    if (op && is_walk(op) && op->u.lookup.probes && op->u.lookup.slot < DK_SIZE(keys)) {
        p->focus_slot = op->u.lookup.slot;
        p->focus_entry = keys->indices[p->focus_slot];
        if (op->u.lookup.entry >= 0 && op->u.lookup.entry < keys->dk_nentries)
            p->focus_entry = op->u.lookup.entry;
    }
    ssize_t newest = keys->dk_nentries - 1;
    while (newest >= 0 && !keys->entries[newest].value)
        newest--;
    if (p->focus_entry < 0)
        p->focus_entry = newest;
    if (newest >= 0 && !(op && is_walk(op)))
        p->focus_slot = slot_of(keys, newest);
}

static void capture_resize(const Op *op, struct dict_picture *p)
{
    p->resizing = true;
    p->moved = op->u.dict_resize.moved;
    p->total = op->u.dict_resize.total;
    capture_table(op->u.dict_resize.old_keys, 0, &p->old);
    capture_table(op->u.dict_resize.new_keys, 0, &p->new);
}

static const void *capture_dict(const Machine *m, Object *subject, struct arena *arena)
{
    const DictObject *d = (const DictObject *)subject;
    const Op *op = walk_operation(m, subject);
    struct dict_picture *p = arena_alloc(arena, sizeof *p);
    p->has_table = dict_has_table(subject);
    p->used = d->ma_used;
    p->size = inspect_sizeof(m, subject);
    p->event = picture_event(m, subject);
    if (!p->has_table) {
        p->focus_entry = -1;
        if (op && is_walk(op)) {
            p->walk = (struct dict_walk){
                .active = true, .kind = op->kind, .hash = op->u.lookup.hash, .entry = -1};
            p->walk.key = picture_repr(m, op->u.lookup.key, KEY_COLUMNS, arena);
        }
        return p;
    }
    const DictKeys *keys = d->ma_keys;
    find_focus(keys, op, p);
    capture_table(keys, p->focus_slot, &p->table);
    capture_entries(m, d, p, arena);
    if (op && is_walk(op))
        capture_walk(m, keys, op, &p->walk, arena);
    bool rebuilt = op && op->kind == OP_DICT_RESIZE && op->u.dict_resize.new_keys;
    if (rebuilt && op->u.dict_resize.old_keys->address) /* else there was no table before */
        capture_resize(op, p);
    return p;
}

/* ---- header and movement --------------------------------------------------------------------- */

static void header_dict(const void *now, const void *before, struct header *h)
{
    const struct dict_picture *p = now, *b = before ? before : now;
    char n[32];
    if (!p->has_table) {
        header_add(h, b->has_table ? STYLE_CHANGED : STYLE_HEADER, "no table");
        header_add(h, STYLE_HEADER, "empty");
        return;
    }
    header_count(h, b->has_table ? (int64_t)b->table.slots : 0, (int64_t)p->table.slots, "",
                 " slots");
    header_count(h, b->used, p->used, "", " used");
    header_add(h, STYLE_HEADER, h->cols < 72 ? "%s more" : "%s more before it grows",
               grouped(p->table.usable, n));
}

static int motion_dict(const void *now, const void *before)
{
    enum { A_MOVE = 60, LEAST = 200, MOST = 600 };
    const struct dict_picture *p = now, *b = before;
    if (!p->resizing)
        return 0;
    ssize_t moves = p->moved - (b && b->resizing ? b->moved : 0);
    int ms = moves > MOST / A_MOVE ? MOST : (int)moves * A_MOVE;
    return moves <= 0 ? 0 : ms < LEAST ? LEAST : ms;
}

static int needs_dict(const void *now)
{
    enum { USUAL = 13, BIG = 32, FEW_SLOTS = 8 };
    const struct dict_picture *p = now;
    return p->resizing || (p->has_table && p->table.slots > FEW_SLOTS) ? BIG : USUAL;
}

const struct view view_dict = {
    .name = "dict",
    .beside = &view_references,
    .shows = shows_dict,
    .capture = capture_dict,
    .header = header_dict,
    .needs = needs_dict,
    .draw = dict_draw,
    .motion = motion_dict,
};
