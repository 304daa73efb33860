/* How a dict looks: the walk on top, the index below it, the entries at the bottom; during a resize
 * the old index and the new one share the stage. */
#include "view_dict.h"

#include "slots.h"
#include "walk.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { ENTRY_ROWS = 3, TEXT = 160 };

/* ---- slots ----------------------------------------------------------------------------------- */

/* The slot's content at the preceding stop; false: the table was not there, or the window was
 * elsewhere. */
static bool index_before(const struct dict_table *b, const struct dict_table *t, size_t slot,
                         int32_t *index)
{
    if (!b || b->address != t->address || b->slots != t->slots || slot < b->first ||
        slot >= b->first + (size_t)b->count)
        return false;
    *index = b->index[slot - b->first];
    return true;
}

static enum style change_style(int32_t before, int32_t now)
{
    return now == before          ? (now == DKIX_EMPTY ? STYLE_SPARE : STYLE_TEXT)
           : now == DKIX_DUMMY    ? STYLE_REMOVED
           : before == DKIX_EMPTY ? STYLE_ADDED
                                  : STYLE_CHANGED;
}

static void fill_slot(const struct dict_table *t, const struct dict_table *before, int i,
                      struct slot *slot)
{
    int32_t now = t->index[i], then = now;
    bool same = before && before->address == t->address && before->slots == t->slots;
    if (!index_before(before, t, t->first + (size_t)i, &then) && before &&
        (!same || now >= before->nentries))
        then = DKIX_EMPTY; /* outside of the window then, but of an entry that is new */
    *slot = (struct slot){.style = change_style(then, now)};
    if (now >= 0)
        snprintf(slot->text, sizeof slot->text, "%" PRId32, now);
    else
        snprintf(slot->text, sizeof slot->text, "%s", now == DKIX_DUMMY ? "x" : "·");
}

/* Numbers the slots on the walk, the last eight at most. */
static void mark_walk(const struct dict_table *t, const struct dict_walk *walk, struct slot *slot)
{
    for (int i = walk->first; walk->active && i < walk->probes; i++) {
        const struct dict_probe *probe = &walk->probe[i - walk->first];
        bool last = i + 1 == walk->probes;
        bool match = last && walk->entry >= 0 && walk->entry == probe->index;
        slots_probed(slot, t->first, t->count, probe->slot, i + 1, last,
                     match ? STYLE_MATCH : STYLE_PROBE);
    }
}

/* A table in at most `rows` rows, with the rows of slots around `focus` if not all fit. */
static int draw_table(struct canvas *c, int row, int rows, const char *label,
                      const struct dict_table *t, const struct slot *slot, size_t focus, int digits)
{
    struct slots s = {.label = label};
    slots_fit(&s, canvas_cols(c), t->slots, digits);
    slots_window(&s, rows, t->first, t->count, slot, focus);
    return slots_draw(c, row, &s);
}

static int digits_of(ssize_t n)
{
    return snprintf(NULL, 0, "%zd", n > 1 ? n - 1 : 0);
}

/* ---- the walk -------------------------------------------------------------------------------- */

/* What a probe has found, as far as it is known at this event. */
static void describe_probe(const struct dict_picture *p, const struct dict_probe *probe, bool last,
                           char *out, size_t room)
{
    const struct dict_walk *walk = &p->walk;
    const char *verdict = probe->same_key     ? ", this very key"
                          : !probe->same_hash ? ", another hash"
                                              : ", same hash, not equal";
    if (last && probe->same_hash && !probe->same_key)
        verdict = walk->entry >= 0                 ? ", same hash, equal"
                  : p->event == EVENT_DICT_UNEQUAL ? ", same hash, not equal"
                                                   : ", same hash: == must tell";
    if (last && p->event == EVENT_DICT_HASH)
        snprintf(out, room, "to be looked at");
    else if (probe->index == DKIX_EMPTY)
        snprintf(out, room, "empty");
    else if (probe->index == DKIX_DUMMY)
        snprintf(out, room,
                 last && walk->kind == OP_DICT_DELETE && walk->entry >= 0
                     ? "a dummy from now on"
                     : "a dummy: a key was here");
    else if (last && walk->kind == OP_DICT_INSERT &&
             (p->event == EVENT_DICT_INSERT || p->event == EVENT_DICT_INSERT_REUSE))
        snprintf(out, room, "leads to entry %" PRId32 " from now on", probe->index);
    else
        snprintf(out, room, "entry %" PRId32 ", %s%s", probe->index, probe->key ? probe->key : "·",
                 verdict);
}

/* `slot 3 = (5*2+317331375809373480+1) & 7`: how the walk came there, if there is room for it. */
static void format_step(const struct dict_picture *p, int i, bool with_rule, char *out, size_t room)
{
    const struct dict_probe *probe = &p->walk.probe[i - p->walk.first];
    if (i > p->walk.first && with_rule)
        snprintf(out, room, "slot %zu = (5*%zu+%" PRIu64 "+1) & %zu", probe->slot, probe[-1].slot,
                 probe->perturb, p->table.slots - 1);
    else
        snprintf(out, room, "slot %zu", probe->slot);
}

static void draw_probe(struct canvas *c, int row, const struct dict_picture *p, int i)
{
    const struct dict_walk *walk = &p->walk;
    char what[TEXT], step[TEXT];
    bool last = i + 1 == walk->probes;
    describe_probe(p, &walk->probe[i - walk->first], last, what, sizeof what);
    int col = canvas_printf(c, row, 0, last ? STYLE_PROBE : STYLE_LABEL, "%d)", i + 1) + 1;
    int room = canvas_cols(c) - col - 2 - canvas_columns(what, strlen(what));
    format_step(p, i, true, step, sizeof step);
    if ((int)strlen(step) > room)
        format_step(p, i, false, step, sizeof step);
    col += canvas_printf(c, row, col, STYLE_TEXT, "%s: ", step);
    canvas_puts_clipped(c, row, col, STYLE_TEXT, canvas_cols(c) - col, what);
}

/* The hash and the way from it to a slot, in `rows` rows. */
static void draw_walk(struct canvas *c, const struct dict_picture *p, int rows)
{
    const struct dict_walk *walk = &p->walk;
    walk_draw_hash(c, walk->key, walk->hash, p->has_table ? p->table.log2 : -1);
    int first = walk->probes - (rows - 1);
    if (first < walk->first)
        first = walk->first;
    for (int i = first; p->has_table && i < walk->probes; i++)
        draw_probe(c, 1 + i - first, p, i);
}

/* Between operations: how to read what is below. */
static void draw_rules(struct canvas *c, const struct dict_picture *p, int rows)
{
    ssize_t holes = 0;
    for (int i = 0; i < p->entries; i++)
        holes += p->entry[i].hole;
    canvas_printf(
        c, 0, 0, STYLE_TEXT,
        canvas_cols(c) < 72
            ? "The last %d bits of a hash tell where to look."
            : "The last %d bits of a hash tell where to look; the slot tells which entry.",
        p->table.log2);
    if (rows > 1 && p->table.kind == DICT_KEYS_UNICODE)
        canvas_puts(c, 1, 0, STYLE_TEXT, "All keys are str, which know their own hashes.");
    else if (rows > 1)
        canvas_puts(c, 1, 0, STYLE_TEXT, "Keys of any type: each entry stores the hash too.");
    if (rows > 2 && holes)
        canvas_puts(c, 2, 0, STYLE_TEXT, "x is a dummy: a key was deleted there, and walks go on.");
    else if (rows > 2 && canvas_cols(c) >= 72)
        canvas_printf(c, 2, 0, STYLE_TEXT,
                      "If it is taken: slot (5*slot + (hash >> 5) + 1) & %zu, then hash >> 10 ...",
                      p->table.slots - 1);
}

/* ---- entries --------------------------------------------------------------------------------- */

/* Where the fields of an entry stand.  A narrow one has no place for the end of the hash. */
struct entry_columns {
    int width, number;          /* of the whole; of the entry's number, which ends there */
    int key, hash, home, value; /* hash 0: left out */
    int key_cols, home_cols, value_cols;
    int bits; /* of the hash, 0: its first slot alone */
};

static struct entry_columns entry_columns(int width, const struct dict_picture *p)
{
    struct entry_columns e = {.width = width, .number = 6, .key = 8};
    bool wide = width >= 50;
    if (!wide) {
        e.number = 1 + snprintf(NULL, 0, "%zd", dict_usable(p->table.log2));
        e.number = e.number < 3 ? 3 : e.number;
        e.key = e.number + 2;
    }
    e.bits = p->table.log2 <= (wide ? WALK_MOST_BITS : 6) ? p->table.log2 : 0;
    e.home_cols = e.bits ? e.bits + 6 : 11;
    e.home_cols = e.bits && e.home_cols < 12 ? 12 : e.home_cols;
    int room = width - e.key - e.home_cols - 3 - (wide ? 9 : 0);
    e.key_cols = room * (e.bits ? 11 : 13) / 20; /* of many, keys are more alike than values */
    e.key_cols = e.key_cols > 24 ? 24 : e.key_cols;
    int col = e.key + e.key_cols + 1;
    e.hash = wide ? col : 0;
    e.home = col + (wide ? 9 : 0);
    e.value = e.home + e.home_cols + 1;
    e.value_cols = width - e.value - 1;
    return e;
}

static void draw_entry_titles(struct canvas *c, int row, int col, const struct entry_columns *e)
{
    if (e->width >= 50)
        canvas_puts(c, row, col + e->number - 5, STYLE_LABEL, "entry");
    canvas_puts(c, row, col + e->key, STYLE_LABEL, "key");
    if (e->hash)
        canvas_puts(c, row, col + e->hash, STYLE_LABEL, "hash");
    if (e->bits)
        canvas_printf(c, row, col + e->home, STYLE_LABEL, "last %d bits", e->bits);
    else
        canvas_puts(c, row, col + e->home, STYLE_LABEL, "first slot");
    canvas_puts(c, row, col + e->value, STYLE_LABEL, "value");
}

static const struct dict_entry *entry_at(const struct dict_picture *p, ssize_t i)
{
    return p && i >= p->first_entry && i < p->first_entry + p->entries
               ? &p->entry[i - p->first_entry]
               : NULL;
}

/* What has become of entry i since `b`. */
static enum style entry_style(const struct dict_picture *p, const struct dict_picture *b, ssize_t i)
{
    const struct dict_entry *now = entry_at(p, i);
    if (!b || b->table.address != p->table.address)
        return !b || !b->has_table ? (b ? STYLE_ADDED : STYLE_TEXT) : STYLE_TEXT;
    const struct dict_entry *then = entry_at(b, i);
    bool was = then && !then->hole, is = now && !now->hole;
    if (!then && i < b->table.nentries)
        return STYLE_TEXT; /* outside of the window then */
    return was && !is   ? STYLE_REMOVED
           : is && !was ? STYLE_ADDED
           : is && (now->value_number != then->value_number || now->key_number != then->key_number)
               ? STYLE_CHANGED
               : STYLE_TEXT;
}

static bool is_looked_at(const struct dict_picture *p, ssize_t i)
{
    const struct dict_walk *walk = &p->walk;
    return walk->active && walk->probes && walk->probe[walk->probes - 1 - walk->first].index == i;
}

static void draw_entry(struct canvas *c, int row, int col, const struct entry_columns *e,
                       const struct dict_picture *p, const struct dict_picture *b, ssize_t i)
{
    enum style style = entry_style(p, b, i);
    const struct dict_entry *entry = style == STYLE_REMOVED ? entry_at(b, i) : entry_at(p, i);
    if (style == STYLE_TEXT && is_looked_at(p, i))
        style = p->walk.entry == i ? STYLE_MATCH : STYLE_PROBE;
    if (style_is_state(style))
        canvas_fill(c, rect_make(row, col, 1, e->key + e->key_cols), style);
    canvas_puts(c, row, col, style, style_is_state(style) ? style_glyph(style) : " ");
    canvas_printf(c, row, col + 1, style, "%*zd", e->number - 1, i);
    if (!entry || entry->hole) {
        canvas_puts(c, row, col + e->key, STYLE_SPARE, "·");
        return;
    }
    char bits[WALK_BITS_TEXT];
    size_t slot = (size_t)entry->hash & (p->table.slots - 1);
    canvas_puts_clipped(c, row, col + e->key, style, e->key_cols, entry->key);
    if (e->hash)
        canvas_printf(c, row, col + e->hash, STYLE_TEXT, "…%04" PRIx64,
                      (uint64_t)entry->hash & 0xffff);
    if (e->bits)
        canvas_printf(c, row, col + e->home, STYLE_TEXT, "%s = %zu",
                      walk_bits(entry->hash, e->bits, bits), slot);
    else
        canvas_printf(c, row, col + e->home, STYLE_TEXT, "%zu", slot);
    enum style value = style == STYLE_PROBE || style == STYLE_MATCH ? STYLE_TEXT : style;
    canvas_puts_clipped(c, row, col + e->value, value, e->value_cols, entry->value);
}

/* 184 B = 64 dict + 32 keys + 8 index + 5x16 entries */
static void format_size(const struct dict_picture *p, char *out, size_t room)
{
    int64_t entries = dict_usable(p->table.log2) * p->table.entry_bytes;
    int64_t keys = p->table.bytes - p->table.index_bytes - entries;
    snprintf(out, room,
             "%" PRId64 " B = %" PRId64 " dict + %" PRId64 " keys + %" PRId64
             " index + %zdx%" PRId64 " entries",
             p->size, p->size - p->table.bytes, keys, p->table.index_bytes,
             dict_usable(p->table.log2), p->table.entry_bytes);
}

/* The entries that are still free, and the size. */
static void draw_unused(struct canvas *c, int row, int col, const struct entry_columns *e,
                        const struct dict_picture *p)
{
    char range[48], size[TEXT];
    ssize_t from = p->table.nentries, n = p->table.usable;
    if (n == 1)
        snprintf(range, sizeof range, "%zd", from);
    else
        snprintf(range, sizeof range, "%zd-%zd", from, from + n - 1);
    int width = (int)strlen(range);
    canvas_puts(c, row, col + (width < e->number ? e->number - width : 0), STYLE_SPARE, range);
    canvas_puts(c, row, col + (width < e->key - 1 ? e->key : width + 1), STYLE_SPARE, "·");
    format_size(p, size, sizeof size);
    int at = readable_cols(c) - (int)strlen(size);
    if (at > col + e->key + 8 && e->width >= 50)
        canvas_puts(c, row, at, STYLE_LABEL, size);
}

static ssize_t ghosts_behind(const struct dict_picture *p, const struct dict_picture *b)
{
    return b && b->has_table && b->table.address == p->table.address &&
                   b->table.nentries > p->table.nentries
               ? b->table.nentries
               : p->table.nentries;
}

/* Entries in `rows` rows, titles included, in as many columns as it takes. */
static void draw_entries(struct canvas *c, int row, int rows, const struct dict_picture *p,
                         const struct dict_picture *b)
{
    ssize_t end = ghosts_behind(p, b), all = end + (p->table.usable > 0);
    int cols = canvas_cols(c), columns = 1, height = rows - 1;
    if (height < 1)
        return;
    ssize_t capacity = dict_usable(p->table.log2);
    if (capacity > height && cols >= 76)
        columns = capacity > 2 * height && cols >= 114 ? 3 : 2;
    struct entry_columns e = entry_columns(cols / columns, p);
    ssize_t first = 0, room = (ssize_t)height * columns;
    if (all > room) {
        ssize_t focus = p->walk.active || p->focus_entry < 0 ? p->focus_entry : end;
        first = focus + height / 2 + 1 - room;
        first = first + room > all ? all - room : first < 0 ? 0 : first;
    }
    if (first < p->first_entry && end - p->first_entry >= room)
        first = p->first_entry;
    for (int column = 0; column < columns && first + column * height < all; column++)
        draw_entry_titles(c, row, column * e.width, &e);
    for (ssize_t i = first; i < all && i < first + room; i++) {
        int at = row + 1 + (int)(i - first) % height, col = (int)(i - first) / height * e.width;
        if (i < end)
            draw_entry(c, at, col, &e, p, b, i);
        else
            draw_unused(c, at, col, &e, p);
    }
    if (first > 0 && columns == 1) {
        char text[48];
        int n = snprintf(text, sizeof text, "  %zd before these", first);
        if (e.value + 5 + n <= cols)
            canvas_puts(c, row, cols - n, STYLE_LABEL, text);
    }
}

/* ---- the whole ------------------------------------------------------------------------------- */

static void draw_without_table(struct canvas *c, const struct dict_picture *p,
                               const struct dict_picture *b)
{
    int row = 0;
    if (p->walk.active)
        draw_walk(c, p, 1), row = 2;
    if (b && b->has_table)
        canvas_printf(c, row++, 0, STYLE_REMOVED,
                      "- the table of %zu slots, %" PRId64 " B, is let go", b->table.slots,
                      b->table.bytes);
    canvas_puts(c, row + 1, 0, STYLE_TEXT, "No table: an empty dict owns no slots and no entries.");
    canvas_puts(c, row + 2, 0, STYLE_TEXT,
                "The first key makes one of 8 slots, with room for 5 entries.");
    canvas_printf(c, row + 4, 0, STYLE_LABEL, "%" PRId64 " B = the dict itself", p->size);
}

static void draw_resize(struct canvas *c, const struct dict_picture *p,
                        const struct dict_picture *b, double motion)
{
    struct slot old[DICT_SLOTS], new[DICT_SLOTS];
    int rows = canvas_rows(c), entries = rows >= 24 ? 8 : rows >= 12 ? ENTRY_ROWS + 1 : 0;
    ssize_t was = b && b->resizing ? b->moved : 0;
    ssize_t shown = p->moved - (ssize_t)((double)(p->moved - was) * motion + 0.5);
    canvas_printf(c, 0, 0, STYLE_TEXT,
                  canvas_cols(c) < 56 ? "%zd of %zd moved"
                                      : "%zd of %zd entries have a slot in the new table",
                  motion > 0 ? shown : p->moved, p->total);
    char bytes[64];
    int n =
        snprintf(bytes, sizeof bytes, "%" PRId64 " → %" PRId64 " B", p->old.bytes, p->new.bytes);
    canvas_puts(c, 0, readable_cols(c) - (n - 2), STYLE_TEXT, bytes);
    for (int i = 0; i < p->old.count; i++)
        fill_slot(&p->old, NULL, i, &old[i]);
    static const struct dict_table nothing;
    for (int i = 0; i < p->new.count; i++) {
        fill_slot(&p->new, b && b->resizing ? &b->new : &nothing, i, &new[i]);
        if (motion > 0 && p->new.index[i] >= shown)
            new[i] = (struct slot){.text = "·", .style = STYLE_SPARE};
    }
    int digits = digits_of(p->total), budget = rows - 1 - entries;
    int half = budget / 2;
    int taken = draw_table(c, 1, half, "old", &p->old, old, 0, digits);
    taken += draw_table(c, 1 + taken, budget - taken, "new", &p->new, new, 0, digits);
    draw_entries(c, 1 + taken, rows - 1 - taken, p, NULL);
}

static void draw_normal(struct canvas *c, const struct dict_picture *p,
                        const struct dict_picture *b)
{
    struct slot slot[DICT_SLOTS];
    int rows = canvas_rows(c);
    int walk = rows >= 26 ? 5 : rows >= 13 ? 3 : rows >= 10 ? 2 : 1, gap = rows >= 20;
    for (int i = 0; i < p->table.count; i++)
        fill_slot(&p->table, b ? (b->has_table ? &b->table : &p->table) : NULL, i, &slot[i]);
    mark_walk(&p->table, &p->walk, slot);
    if (p->walk.active)
        draw_walk(c, p, walk);
    else
        draw_rules(c, p, walk);
    int entries = rows >= 16 ? 7 : ENTRY_ROWS + 1;
    int taken = walk + gap;
    taken += draw_table(c, taken, rows - taken - entries, "index", &p->table, slot, p->focus_slot,
                        digits_of(dict_usable(p->table.log2)));
    draw_entries(c, taken + gap, rows - taken - gap, p, b);
}

void dict_draw(const void *now, const void *before, double motion, struct canvas *c)
{
    const struct dict_picture *p = now, *b = before;
    if (!p->has_table)
        draw_without_table(c, p, b);
    else if (p->resizing)
        draw_resize(c, p, b, motion);
    else
        draw_normal(c, p, b);
}
