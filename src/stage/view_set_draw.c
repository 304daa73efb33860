/* How a set looks: the walk on top, the slots with their keys, and the hashes of the keys below. */
#include "view_set.h"

#include "slots.h"
#include "walk.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { TEXT = 160, MOST_KEY = 7 };

/* ---- slots ----------------------------------------------------------------------------------- */

static int widest(const struct set_table *t)
{
    int most = 1;
    for (int i = 0; i < t->count; i++) {
        const char *text = t->slot[i].text;
        int width = text ? canvas_columns(text, strlen(text)) : 1;
        most = width > most ? width : most;
    }
    return most > MOST_KEY ? MOST_KEY : most;
}

static enum style change_style(const struct set_slot *then, const struct set_slot *now)
{
    bool same = then->state == now->state && then->number == now->number;
    return same                            ? (now->state == SET_KEY_SLOT ? STYLE_TEXT : STYLE_SPARE)
           : now->state == SET_DUMMY_SLOT  ? STYLE_REMOVED
           : now->state == SET_EMPTY_SLOT  ? STYLE_REMOVED
           : then->state == SET_EMPTY_SLOT ? STYLE_ADDED
                                           : STYLE_CHANGED;
}

/* compared: against `before`, or, where that is NULL or another table, against nothing. */
static void fill_slot(const struct set_table *t, const struct set_table *before, bool compared,
                      int i, struct slot *s)
{
    static const struct set_slot empty;
    const struct set_slot *now = &t->slot[i], *then = compared ? &empty : now;
    size_t at = t->first + (size_t)i;
    if (before && before->slots == t->slots && at >= before->first &&
        at < before->first + (size_t)before->count)
        then = &before->slot[at - before->first];
    *s = (struct slot){.style = change_style(then, now)};
    snprintf(s->text, sizeof s->text, "%s",
             now->state == SET_KEY_SLOT     ? now->text
             : now->state == SET_DUMMY_SLOT ? "x"
                                            : "·");
}

static void mark_walk(const struct set_picture *p, struct slot *slot)
{
    const struct set_table *t = &p->table;
    const struct set_walk *walk = &p->walk;
    for (int i = walk->first; walk->active && i < walk->probes; i++) {
        const struct set_probe *probe = &walk->probe[i - walk->first];
        bool last = i + 1 == walk->probes;
        slots_probed(slot, t->first, t->count, probe->slot, i + 1, last,
                     last && p->event == EVENT_SET_FOUND ? STYLE_MATCH : STYLE_PROBE);
    }
}

/* Keys are cut to the cell. */
static void clip_texts(struct slot *slot, int count, int inner)
{
    for (int i = 0; i < count; i++) {
        size_t len = strlen(slot[i].text), next;
        if (canvas_columns(slot[i].text, len) <= inner)
            continue;
        size_t keep = canvas_wrap(slot[i].text, len, inner - 1, &next);
        snprintf(slot[i].text + keep, sizeof slot[i].text - keep, "…");
    }
}

static int draw_table(struct canvas *c, int row, int rows, const char *label,
                      const struct set_table *t, struct slot *slot, size_t focus)
{
    struct slots s = {.label = label};
    slots_fit(&s, canvas_cols(c), t->slots, widest(t));
    slots_window(&s, rows, t->first, t->count, slot, focus);
    clip_texts(slot, t->count, s.inner);
    return slots_draw(c, row, &s);
}

/* ---- the walk -------------------------------------------------------------------------------- */

static void describe_probe(const struct set_picture *p, const struct set_probe *probe, bool last,
                           char *out, size_t room)
{
    const char *verdict = probe->same_key                          ? ", this very key"
                          : !probe->same_hash                      ? ", another hash"
                          : !last || p->event == EVENT_SET_UNEQUAL ? ", same hash, not equal"
                          : p->event == EVENT_SET_FOUND            ? ", same hash, equal"
                                                                   : ", same hash: == must tell";
    if (last && p->event == EVENT_SET_HASH)
        snprintf(out, room, "to be looked at");
    else if (probe->state == SET_EMPTY_SLOT)
        snprintf(out, room, "empty");
    else if (probe->state == SET_DUMMY_SLOT)
        snprintf(out, room,
                 last && p->event == EVENT_SET_DELETE ? "a dummy from now on"
                                                      : "a dummy: a key was here");
    else if (last && (p->event == EVENT_SET_INSERT || p->event == EVENT_SET_REUSE))
        snprintf(out, room, "holds %s from now on", probe->text);
    else
        snprintf(out, room, "holds %s%s", probe->text, verdict);
}

static int draw_step(struct canvas *c, int row, int col, const struct set_picture *p,
                     const struct set_probe *probe, int i)
{
    if (i == 0)
        return canvas_printf(c, row, col, STYLE_TEXT, "slot %zu", probe->slot);
    if (!probe->jumped)
        return canvas_printf(c, row, col, STYLE_TEXT, "slot %zu, next door", probe->slot);
    return canvas_printf(c, row, col, STYLE_TEXT, "slot %zu = (5*%zu + %" PRIu64 " + 1) & %zu",
                         probe->slot, probe->run, probe->perturb, p->table.slots - 1);
}

static void draw_walk(struct canvas *c, const struct set_picture *p, int rows)
{
    const struct set_walk *walk = &p->walk;
    char text[TEXT];
    walk_draw_hash(c, walk->key, walk->hash, __builtin_popcountll(p->table.slots - 1));
    int first = walk->probes - (rows - 1) > walk->first ? walk->probes - (rows - 1) : walk->first;
    for (int i = first; i < walk->probes; i++) {
        const struct set_probe *probe = &walk->probe[i - walk->first];
        bool last = i + 1 == walk->probes;
        int row = 1 + i - first;
        describe_probe(p, probe, last, text, sizeof text);
        int col = canvas_printf(c, row, 0, last ? STYLE_PROBE : STYLE_LABEL, "%d)", i + 1) + 1;
        col += draw_step(c, row, col, p, probe, i);
        col += canvas_puts(c, row, col, STYLE_TEXT, ": ");
        canvas_puts_clipped(c, row, col, STYLE_TEXT, canvas_cols(c) - col, text);
    }
}

static void draw_rules(struct canvas *c, const struct set_picture *p, int rows)
{
    canvas_printf(c, 0, 0, STYLE_TEXT,
                  canvas_cols(c) < 72
                      ? "The last %d bits of a hash tell where to look."
                      : "The last %d bits of a hash tell where to look; the keys lie in the slots.",
                  __builtin_popcountll(p->table.slots - 1));
    if (rows > 1)
        canvas_puts(c, 1, 0, STYLE_TEXT,
                    p->table.slots > SET_MINSIZE
                        ? "A taken slot sends a key next door, up to nine times, then elsewhere."
                        : "A taken slot sends a key elsewhere: the rest of its hash says where.");
    if (rows > 2 && p->fill > p->used)
        canvas_puts(c, 2, 0, STYLE_TEXT, "x is a dummy: a key was removed there, and walks go on.");
}

/* ---- keys ------------------------------------------------------------------------------------ */

static int columns_for(int cols, int keys, int height)
{
    int columns = (keys + height - 1) / height, most = cols / 38;
    return columns < 1 ? 1 : columns > most ? (most < 1 ? 1 : most) : columns;
}

/* The titles of a column of keys, as far as `end`. */
static void draw_key_titles(struct canvas *c, int row, int col, int end)
{
    static const struct {
        int col;
        const char *title;
    } titles[] = {{1, "slot"}, {7, "key"}, {20, "hash"}, {27, "first slot"}};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (col + titles[i].col + (int)strlen(titles[i].title) <= end)
            canvas_puts(c, row, col + titles[i].col, STYLE_LABEL, titles[i].title);
}

/* Each key with its hash and the slot that the hash asks for, slot by slot. */
static void draw_keys(struct canvas *c, int row, int rows, const struct set_picture *p,
                      const struct set_table *t, const struct slot *slot)
{
    int height = rows - 1, keys = 0, ahead = 0, shown = 0;
    if (height < 1)
        return;
    for (int i = 0; i < t->count; i++) {
        keys += t->slot[i].state == SET_KEY_SLOT;
        ahead += t->slot[i].state == SET_KEY_SLOT && t->first + (size_t)i < p->focus;
    }
    int columns = columns_for(canvas_cols(c), keys, height), width = canvas_cols(c) / columns;
    char number[32], text[64] = "";
    int room = height * columns,
        skip = ahead - room / 2 > keys - room ? keys - room : ahead - room / 2;
    for (int i = 0; i < t->count && shown < room; i++) {
        const struct set_slot *key = &t->slot[i];
        if (key->state != SET_KEY_SLOT || skip-- > 0)
            continue;
        int at = row + 1 + shown % height, col = shown / height * width;
        enum style style = slot[i].style == STYLE_SPARE ? STYLE_TEXT : slot[i].style;
        shown++;
        if (style_is_state(style))
            canvas_fill(c, rect_make(at, col, 1, 19), style);
        canvas_puts(c, at, col, style, style_is_state(style) ? style_glyph(style) : " ");
        canvas_printf(c, at, col + 1, style, "%4zu", t->first + (size_t)i);
        canvas_puts_clipped(c, at, col + 7, style, 12, key->text);
        canvas_printf(c, at, col + 20, STYLE_TEXT, "…%04" PRIx64, (uint64_t)key->hash & 0xffff);
        canvas_printf(c, at, col + 27, STYLE_TEXT, "%zu", (size_t)key->hash & (t->slots - 1));
    }
    if (shown < keys || (size_t)t->count < t->slots)
        snprintf(text, sizeof text, "  %s keys in all", grouped(p->used, number));
    int end = canvas_cols(c) - (int)strlen(text);
    for (int column = 0; column < columns && (!column || column * height < keys); column++)
        draw_key_titles(c, row, column * width, end);
    canvas_puts(c, row, end, STYLE_LABEL, text);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static void draw_resize(struct canvas *c, const struct set_picture *p, const struct set_picture *b,
                        double motion)
{
    struct slot old[SET_SLOTS], new[SET_SLOTS];
    int rows = canvas_rows(c);
    canvas_printf(c, 0, 0, STYLE_TEXT, "%zu of %zu keys have a slot in the new table", p->moved,
                  p->total);
    size_t hidden = (size_t)((double)p->moved * motion + 0.5), seen = 0;
    for (int i = 0; i < p->old.count; i++)
        fill_slot(&p->old, NULL, false, i, &old[i]);
    for (int i = 0; i < p->new.count; i++) {
        fill_slot(&p->new, b && b->resizing ? &b->new : NULL, true, i, &new[i]);
        seen += p->new.slot[i].state == SET_KEY_SLOT;
        if (p->new.slot[i].state == SET_KEY_SLOT && seen + hidden > p->moved)
            new[i] = (struct slot){.text = "·", .style = STYLE_SPARE};
    }
    int half = (rows - 1) / 2;
    int taken = draw_table(c, 1, half, "old", &p->old, old, 0);
    taken += draw_table(c, 1 + taken, rows - 1 - taken, "new", &p->new, new, 0);
    draw_keys(c, 1 + taken, rows - 1 - taken, p, &p->new, new);
}

void set_draw(const void *now, const void *before, double motion, struct canvas *c)
{
    const struct set_picture *p = now, *b = before;
    struct slot slot[SET_SLOTS];
    int rows = canvas_rows(c), walk = rows >= 26 ? 5 : rows >= 13 ? 3 : rows >= 10 ? 2 : 1;
    if (p->resizing) {
        draw_resize(c, p, b, motion);
        return;
    }
    for (int i = 0; i < p->table.count; i++)
        fill_slot(&p->table, b ? &b->table : NULL, false, i, &slot[i]);
    mark_walk(p, slot);
    if (p->walk.active)
        draw_walk(c, p, walk);
    else
        draw_rules(c, p, walk);
    int row = walk + (rows >= 20);
    row += draw_table(c, row, rows - row - 4, "table", &p->table, slot, p->focus);
    draw_keys(c, row, rows - row, p, &p->table, slot);
}
