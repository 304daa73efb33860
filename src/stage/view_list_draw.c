/* How a list looks: its block of pointers with a ruler under it; while it moves, the old block
 * stands above the new one, and pointers go down from one to the other. */
#include "view_list.h"

#include "slots.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { POINTER_BYTES = 8, TEXT = 200 };

/* ---- cells ----------------------------------------------------------------------------------- */

static int widest(const struct list_block *b)
{
    int most = 1;
    for (int i = 0; i < b->count; i++) {
        int width = canvas_columns(b->slot[i].text, strlen(b->slot[i].text));
        most = width > most ? width : most;
    }
    return most;
}

/* Cells as wide as is good to read, narrower where that puts all slots in one row. */
static void fit(struct slots *s, int cols, ssize_t slots, int text)
{
    enum { LEAST = 3 };
    const int most = cols >= 104 ? 11 : 7;
    int room = cols - SLOTS_LABEL - 2, inner = text + 2 > most ? text + 2 : most;
    int least = text + 1 > LEAST ? text + 1 : LEAST; /* one for the glyph of a change */
    while (inner > least && slots * (inner + 1) > room)
        inner--;
    if (slots * (inner + 1) > room) { /* several rows: of eight, if that is wide enough */
        inner = room / 8 - 1 < most ? room / 8 - 1 : most;
        inner = inner < text + 1 ? text + 1 : inner;
    }
    s->inner = inner;
    s->per_row = room / (inner + 1) > 0 ? room / (inner + 1) : 1;
    if (s->per_row > slots)
        s->per_row = slots > 0 ? (int)slots : 1;
    else if (s->per_row < slots && s->per_row > 4)
        s->per_row -= s->per_row % 4;
    s->total = (size_t)slots;
}

static const struct list_slot *slot_before(const struct list_block *b, ssize_t i)
{
    return b && i >= b->first && i < b->first + b->count ? &b->slot[i - b->first] : NULL;
}

/* moving: pointers are on their way from slot to slot. */
static void fill_slot(const struct list_block *b, const struct list_block *before, bool moving,
                      int i, struct slot *s)
{
    const struct list_slot *now = &b->slot[i], *then = slot_before(before, b->first + i);
    *s = (struct slot){.style = now->used ? STYLE_TEXT : STYLE_SPARE};
    snprintf(s->text, sizeof s->text, "%s", now->text);
    if (!before)
        return;
    ssize_t at = b->first + i;
    if (!then && at < before->used)
        return; /* outside of the window then */
    bool was = then && then->used;
    if (was && !now->used && moving) {
        return; /* it has not left the list, only this slot */
    } else if (was && !now->used) {
        s->style = STYLE_REMOVED;
        snprintf(s->text, sizeof s->text, "%s", then->text);
    } else if (now->used && !was) { /* on its way up it is no new one */
        s->style = moving ? STYLE_CHANGED : STYLE_ADDED;
    } else if (was && now->number != then->number) {
        s->style = STYLE_CHANGED;
    }
}

/* ---- what is written around it --------------------------------------------------------------- */

static ssize_t padded(ssize_t newsize)
{
    return (newsize + (newsize >> 3) + 6) & ~(ssize_t)3;
}

/* `└── len 4 ──┘` under the cells [from, to). */
static void draw_bracket(struct canvas *c, int row, const struct slots *s, ssize_t from, ssize_t to,
                         enum style style, const char *what)
{
    ssize_t first = (ssize_t)s->first;
    from = from < first ? first : from;
    to = to > first + s->count ? first + s->count : to;
    if (to <= from)
        return;
    int left = slots_column(s, (int)(from - first)) + (from > first);
    int right = slots_column(s, (int)(to - first - 1)) + s->inner + 1;
    if (right - left > 1)
        canvas_hline(c, row, left + 1, right - 1, style, LINE_SINGLE);
    canvas_arms(c, row, left, style, LINES_MASK(LINE_SINGLE, LINE_SINGLE, LINE_NONE, LINE_NONE));
    canvas_arms(c, row, right, style, LINES_MASK(LINE_SINGLE, LINE_NONE, LINE_NONE, LINE_SINGLE));
    int width = (int)strlen(what);
    if (width + 4 <= right - left)
        canvas_printf(c, row, left + (right - left - width) / 2, style, " %s ", what);
    else if (width + 1 <= right - left)
        canvas_puts(c, row, left + 1 + (right - left - width) / 2, style, what);
    else if (right - left >= 3) /* the number alone */
        canvas_puts(c, row, left + (right - left) / 2, style, strrchr(what, ' ') + 1);
}

static void draw_ruler(struct canvas *c, int row, const struct slots *s,
                       const struct list_picture *p)
{
    char text[64];
    ssize_t used = p->block.used, spare = p->block.slots - used;
    if (s->count > s->per_row || (size_t)s->count < s->total) {
        char a[32], b[32];
        canvas_printf(c, row, SLOTS_LABEL, STYLE_LABEL, "len %s · spare %s", grouped(used, a),
                      grouped(spare, b));
        return;
    }
    snprintf(text, sizeof text, "len %zd", used);
    draw_bracket(c, row, s, 0, used, STYLE_LABEL, text);
    snprintf(text, sizeof text, "spare %zd", spare);
    draw_bracket(c, row, s, used, p->block.slots, STYLE_SPARE, text);
}

/* Under a list that is being sorted: the run, or the two that are merged. */
static void draw_runs(struct canvas *c, int row, const struct slots *s,
                      const struct list_picture *p)
{
    char text[64];
    ssize_t start = p->sort.start, end = start + p->sort.len, split = p->sort.split;
    bool whole = s->count <= s->per_row && (size_t)s->count == s->total;
    if (p->sort.len <= 0)
        return;
    if (!whole) {
        canvas_printf(c, row, SLOTS_LABEL, STYLE_LABEL,
                      split >= 0 ? "merging %zd-%zd: %zd on the left, %zd on the right"
                                 : "run %zd-%zd: %zd items",
                      start, end - 1, split >= 0 ? split - start : p->sort.len, end - split);
    } else if (split >= 0) {
        snprintf(text, sizeof text, "left %zd", split - start);
        draw_bracket(c, row, s, start, split, STYLE_LABEL, text);
        snprintf(text, sizeof text, "right %zd", end - split);
        draw_bracket(c, row, s, split, end, STYLE_LABEL, text);
    } else {
        snprintf(text, sizeof text, "run %zd", p->sort.len);
        draw_bracket(c, row, s, start, end, STYLE_LABEL, text);
    }
}

/* The rule that gives so many slots for newsize items: which of the two it was, with its values. */
static void format_rule(ssize_t newsize, ssize_t slots, char *out, size_t room)
{
    if (slots == padded(newsize))
        snprintf(out, room, "(%zd + (%zd>>3) + 6) & ~3  =  %zd slots", newsize, newsize, slots);
    else if (slots == ((newsize + 3) & ~(ssize_t)3))
        snprintf(out, room, "(%zd + 3) & ~3  =  %zd slots", newsize, slots);
    else
        snprintf(out, room, "%zd slots", slots);
}

/* What appends make of a full block, again and again. */
static void draw_growth(struct canvas *c, int row, const struct list_picture *p)
{
    char number[32];
    ssize_t slots = p->block.slots;
    int col = canvas_puts(c, row, 0, STYLE_LABEL, "growing by appends: ");
    col += canvas_puts(c, row, col, STYLE_TEXT, grouped(slots, number));
    for (;;) {
        slots = list_overallocate(slots, slots + 1);
        int width = 3 + (int)strlen(grouped(slots, number));
        if (col + width + 4 > canvas_cols(c) || col > 72)
            break;
        col += canvas_printf(c, row, col, STYLE_TEXT, " → %s", number);
    }
    canvas_puts(c, row, col, STYLE_TEXT, " …");
}

static void draw_facts(struct canvas *c, const struct list_picture *p)
{
    char rule[TEXT];
    ssize_t spare = p->block.slots - p->block.used, next = p->block.used + 1;
    if (p->resizing) {
        bool wide = canvas_cols(c) >= 72;
        int col = canvas_printf(c, 0, 0, STYLE_TEXT,
                                wide ? "list_resize(newsize=%zd)" : "for %zd:", p->resize.newsize);
        format_rule(p->resize.newsize, p->resize.new_slots, rule, sizeof rule);
        canvas_puts(c, 0, col + (wide ? 8 : 2), STYLE_PROBE, rule);
    } else if (p->sorting) {
        canvas_puts(c, 0, 0, STYLE_TEXT,
                    p->sort.keyed
                        ? "Sorting the keys; the items go along. The list itself looks empty."
                        : "While it is sorted the list itself looks empty.");
    } else if (p->shifting) {
        canvas_printf(c, 0, 0, STYLE_TEXT,
                      "memmove: %zd pointer%s, from slot %zd on to slot %zd on", p->shift.count,
                      p->shift.count == 1 ? "" : "s", p->shift.from, p->shift.to);
    } else if (spare > 0) {
        canvas_printf(c, 0, 0, STYLE_TEXT,
                      spare == 1 ? "The next append needs no new block."
                                 : "The next %s appends need no new block.",
                      grouped(spare, rule));
    } else {
        format_rule(next, list_overallocate(p->block.used, next), rule, sizeof rule);
        canvas_printf(c, 0, 0, STYLE_TEXT, "%s. The next append: %s",
                      p->block.slots ? "Full" : "No block", rule);
    }
}

static void draw_legend(struct canvas *c, int row, int rows, const struct list_picture *p)
{
    int cols = canvas_cols(c), columns = p->legends > rows && cols >= 76 ? 2 : 1;
    int width = cols / columns;
    for (int i = 0; i < p->legends && i < rows * columns; i++)
        canvas_printf(c, row + i % rows, i / rows * width, STYLE_TEXT, "●%c  %s", 'A' + i,
                      p->legend[i].text);
}

/* 120 B = 56 list + 8x8 slots */
static void draw_size(struct canvas *c, int row, const struct list_picture *p, bool plots)
{
    int64_t block = (int64_t)p->block.slots * POINTER_BYTES;
    char size[32], slots[32];
    int col = 0;
    if (!p->sorting && p->size >= block)
        col = canvas_printf(c, row, 0, STYLE_LABEL, "%s B = %" PRId64 " list + %sx%d slots",
                            grouped(p->size, size), p->size - block, grouped(p->block.slots, slots),
                            POINTER_BYTES);
    col += col ? 4 : 0;
    if (p->resize.moved)
        canvas_printf(c, row, col, STYLE_LABEL, "0x%" PRIx64 " → 0x%" PRIx64, p->old_address,
                      p->address);
    else if (p->copied && !plots)
        canvas_printf(c, row, col, STYLE_LABEL, "%" PRIu32 " copied in %" PRIu32 " append%s",
                      p->copied, p->appends, p->appends == 1 ? "" : "s");
}

/* Pointers copied by the appends of sample i. */
static uint32_t copies_of(const ListPlot *plot, uint32_t i)
{
    return plot->copied[i] - (i ? plot->copied[i - 1] : 0);
}

/* What appending has cost, append by append, and what that is on the average. */
static void draw_plot(struct canvas *c, int row, const struct list_picture *p,
                      const struct list_picture *b)
{
    static const char *const bar[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    enum { HEIGHTS = 8, COST_COLUMNS = 28 };
    const ListPlot *plot = &p->plot;
    uint32_t most = 1;
    char what[64];
    if (plot->stride == 1)
        snprintf(what, sizeof what, "copies per append  ");
    else
        snprintf(what, sizeof what, "copies per %" PRIu32 " appends  ", plot->stride);
    int col = canvas_puts(c, row, 0, STYLE_LABEL, what), room = canvas_cols(c) - col - COST_COLUMNS;
    uint32_t first = room > 0 && plot->count > (uint32_t)room ? plot->count - (uint32_t)room : 0;
    for (uint32_t i = first; i < plot->count; i++)
        most = copies_of(plot, i) > most ? copies_of(plot, i) : most;
    for (uint32_t i = first; room > 0 && i < plot->count; i++)
        col += canvas_puts(c, row, col, STYLE_TEXT, bar[copies_of(plot, i) * (HEIGHTS - 1) / most]);
    bool fresh = b && b->copied != p->copied;
    col += canvas_printf(c, row, col + 2, fresh ? STYLE_CHANGED : STYLE_TEXT,
                         "%" PRIu32 " in %" PRIu32, p->copied, p->appends) +
           2;
    canvas_printf(c, row, col, STYLE_TEXT, ": %.1f each", (double)p->copied / (double)p->appends);
}

/* ---- the whole ------------------------------------------------------------------------------- */

struct layout {
    int old, arrows, block; /* rows; -1: left out */
    int block_rows;         /* at most */
};

/* The block keeps its place whether or not an old one stands above it. */
static struct layout lay_out(int rows)
{
    if (rows >= 12)
        return (struct layout){1, 4, 5, rows - 7};
    return (struct layout){-1, 1, 2, rows >= 9 ? rows - 4 : 3};
}

static void draw_label(struct canvas *c, int row, const struct slots *s, const char *what)
{
    canvas_puts(c, row, 0, STYLE_LABEL, what);
    if (s->form != SLOTS_BARE && s->count <= s->per_row)
        canvas_printf(c, row + 1, 0, STYLE_LABEL, "%zu B", s->total * POINTER_BYTES);
}

static void draw_arrows(struct canvas *c, int row, const struct slots *s, ssize_t copied)
{
    for (int i = 0; i < s->count && i < s->per_row && i < copied; i++) {
        int col = slots_column(s, i) + 1 + s->inner / 2;
        canvas_arms(c, row - 1, col, STYLE_TEXT,
                    LINES_MASK(LINE_NONE, LINE_SINGLE, LINE_SINGLE, LINE_SINGLE));
        canvas_puts(c, row, col, STYLE_TEXT, "▼");
    }
}

/* The old block above, as far as there is room. */
static void draw_old(struct canvas *c, const struct layout *l, const struct list_picture *p,
                     const struct slots *new, ssize_t copied)
{
    struct slot slot[LIST_SLOTS];
    struct slots s = *new;
    const struct list_block *b = &p->resize.old;
    for (int i = 0; i < b->count; i++)
        fill_slot(b, NULL, false, i, &slot[i]);
    s.unnumbered = true;
    s.label = "";
    s.total = (size_t)b->slots;
    s.per_row = s.per_row > b->slots ? (int)b->slots : s.per_row;
    slots_window(&s, 3, (size_t)b->first, b->count, slot, (size_t)p->focus);
    slots_draw(c, l->old, &s);
    draw_label(c, l->old, &s, "old");
    if (s.form == SLOTS_RULED)
        draw_arrows(c, l->arrows, &s, copied);
    char text[64];
    snprintf(text, sizeof text, "%zd pointer%s move%s", p->resize.copied,
             p->resize.copied == 1 ? "" : "s", p->resize.copied == 1 ? "s" : "");
    int col = slots_column(&s, s.count < s.per_row ? s.count - 1 : s.per_row - 1) + s.inner + 4;
    if (col + (int)strlen(text) < canvas_cols(c))
        canvas_puts(c, l->old + 1, col, STYLE_TEXT, text);
}

/* Pointers on their way: each label stands between its old slot and its new one. */
static void slide(struct canvas *c, int row, const struct slots *s, const struct list_picture *p,
                  double motion)
{
    for (ssize_t i = 0; i < p->shift.count; i++) {
        ssize_t to = p->shift.to + i - (ssize_t)s->first;
        ssize_t from = p->shift.from + i - (ssize_t)s->first;
        if (to < 0 || to >= s->count || from < 0 || from >= s->count)
            continue;
        int a = slots_column(s, (int)from), b = slots_column(s, (int)to);
        int at = b + (int)((double)(a - b) * motion + (a > b ? 0.5 : -0.5));
        const char *text = p->block.slot[to + (ssize_t)s->first - p->block.first].text;
        cell_draw_plain(c, row, at + 1, s->inner, STYLE_CHANGED, text);
    }
}

/* Empties the cells that slide() draws over. */
static void empty_moving(const struct list_picture *p, struct slot *slot)
{
    ssize_t first = p->shift.from < p->shift.to ? p->shift.from : p->shift.to;
    ssize_t end = p->shift.from + p->shift.to - first + p->shift.count;
    for (ssize_t at = first; at < end; at++)
        if (at >= p->block.first && at < p->block.first + p->block.count)
            slot[at - p->block.first] = (struct slot){.text = "·", .style = STYLE_SPARE};
}

/* In several rows pointers hop one after the other, the one at the front of the movement first. */
static void hop(const struct list_picture *p, double motion, struct slot *slot)
{
    const struct list_block *b = &p->block;
    ssize_t waiting = (ssize_t)((double)p->shift.count * motion + 0.5);
    bool up = p->shift.to > p->shift.from;
    static const struct slot gap = {.text = "·", .style = STYLE_SPARE};
    for (ssize_t n = 0; n < waiting; n++) {
        ssize_t i = up ? n : p->shift.count - 1 - n;
        ssize_t to = p->shift.to + i - b->first, from = p->shift.from + i - b->first;
        if (from < 0 || from >= b->count || to < 0 || to >= b->count)
            continue;
        snprintf(slot[from].text, sizeof slot[from].text, "%s", b->slot[to].text);
        slot[from].style = STYLE_TEXT;
        if (n + 1 == waiting || labs(to - from) > 1)
            slot[to] = n + labs(to - from) >= waiting ? gap : slot[to];
    }
}

/* What the cells are compared with; NULL: with nothing. */
static const struct list_block *block_before(const struct list_picture *p,
                                             const struct list_picture *b)
{
    static const struct list_block none;
    if (!b || (p->sorting && p->sort.keyed) != (b->sorting && b->sort.keyed))
        return NULL; /* keys then, items now, or the other way round */
    return p->resize.moved && !b->resize.moved ? &none : &b->block;
}

/* Pointers that have been copied so far, as far as the movement has come. */
static ssize_t copied_so_far(const struct list_picture *p, const struct list_picture *b,
                             double motion)
{
    ssize_t was = b && b->resize.moved && p->resize.moved ? b->resize.copied : 0;
    return p->resize.copied - (ssize_t)((double)(p->resize.copied - was) * motion + 0.5);
}

static void fill_slots(const struct list_picture *p, const struct list_picture *b, double motion,
                       struct slot *slot)
{
    const struct list_block *before = block_before(p, b);
    ssize_t copied = copied_so_far(p, b, motion);
    for (int i = 0; i < p->block.count; i++) {
        fill_slot(&p->block, before, p->shifting, i, &slot[i]);
        if (p->resize.moved && motion > 0 && p->block.first + i >= copied)
            slot[i] = (struct slot){.text = "·", .style = STYLE_SPARE};
    }
}

/* The geometry of the block, the same for the old one above it: arrows go straight down. */
static void fit_blocks(const struct list_picture *p, int cols, struct slots *s)
{
    const struct list_block *block = &p->block, *old = &p->resize.old;
    int text = widest(block), old_text = p->resize.moved ? widest(old) : 1;
    ssize_t most = p->resize.moved && old->slots > block->slots ? old->slots : block->slots;
    fit(s, cols, most, text > old_text ? text : old_text);
    s->total = (size_t)block->slots;
    s->per_row = s->per_row > block->slots ? (int)block->slots : s->per_row;
}

/* What stands below the block, from row `end` on. */
static void draw_below(struct canvas *c, int end, const struct slots *s,
                       const struct list_picture *p, const struct list_picture *b)
{
    int last = canvas_rows(c) - 1, room = last - end - 1;
    if (p->sorting)
        draw_runs(c, end, s, p);
    else
        draw_ruler(c, end, s, p);
    bool plots = p->copied && room > p->legends;
    if (plots)
        draw_plot(c, last - 1, p, b);
    if (end + 1 < last)
        draw_legend(c, end + 1, room - plots, p);
    if (end < last)
        draw_size(c, last, p, plots);
}

static void draw_block(struct canvas *c, const struct list_picture *p, const struct list_picture *b,
                       double motion)
{
    enum { LEGEND_ROWS = 3 };
    struct layout l = lay_out(canvas_rows(c));
    struct slot slot[LIST_SLOTS];
    struct slots s = {.label = ""};
    bool above = p->resize.moved && l.old >= 0;
    int legend = p->legends < LEGEND_ROWS ? p->legends : LEGEND_ROWS, row = l.block - !above;
    fill_slots(p, b, motion, slot);
    fit_blocks(p, canvas_cols(c), &s);
    s.unnumbered = above;
    slots_window(&s, l.block_rows + !above - legend, (size_t)p->block.first, p->block.count, slot,
                 (size_t)p->focus);
    if (above)
        draw_old(c, &l, p, &s, copied_so_far(p, b, motion));
    bool sliding = p->shifting && motion > 0 && s.count <= s.per_row;
    if (sliding)
        empty_moving(p, slot);
    else if (p->shifting && motion > 0)
        hop(p, motion, slot);
    int end = row + slots_draw(c, row, &s);
    if (s.form != SLOTS_BARE && s.count <= s.per_row)
        draw_label(c, l.block, &s, p->resize.moved ? "new" : "block");
    if (sliding)
        slide(c, slots_text_row(&s, row, 0), &s, p, motion);
    draw_below(c, end, &s, p, b);
}

void list_draw(const void *now, const void *before, double motion, struct canvas *c)
{
    const struct list_picture *p = now, *b = before;
    draw_facts(c, p);
    if (!p->sorting && !p->resize.moved && canvas_rows(c) >= 12)
        draw_growth(c, 2, p);
    if (p->block.slots > 0) {
        draw_block(c, p, b, motion);
        return;
    }
    if (b && b->block.slots > 0)
        canvas_printf(c, 5, 0, STYLE_REMOVED, "- the block of %zd slots is given back",
                      b->block.slots);
    if (canvas_rows(c) > 4)
        canvas_puts(c, 6, 0, STYLE_TEXT, "No block: an empty list needs no slots.");
    draw_size(c, canvas_rows(c) - 1, p, false);
}
