/* deque: its blocks of 64 pointers as rows of marks, and the items at both ends. */
#include "view.h"

#include <pyviz/machine/deque.h>
#include <pyviz/machine/inspect.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { DEQUE_ROWS = 6, DEQUE_ENDS = 5, DEQUE_TEXT = 14 };

struct deque_block {
    uint64_t address;
    int64_t number;                  /* of the block, from 1 */
    int64_t item[DEQUE_BLOCK_SLOTS]; /* the numbers of the objects; 0: empty */
};

struct deque_item {
    int64_t index, number;
    const char *text;
};

struct deque_picture {
    int64_t size, maxlen, blocks, spare;
    int rows, gap; /* blocks shown; behind `gap` of them some are left out */
    struct deque_block block[DEQUE_ROWS];
    int items, items_gap; /* items shown, in the same way */
    struct deque_item item[2 * DEQUE_ENDS];
};

static bool shows_deque(const Machine *m, const Object *subject)
{
    return subject && type_is_subtype(subject->type, m->types.deque);
}

/* ---- capture --------------------------------------------------------------------------------- */

static void capture_block(const Machine *m, const DequeObject *d, const DequeBlock *from,
                          int64_t number, struct deque_block *block)
{
    *block = (struct deque_block){.address = from->address, .number = number};
    ssize_t before = (number - 1) * DEQUE_BLOCK_SLOTS;
    for (ssize_t i = 0; i < DEQUE_BLOCK_SLOTS; i++) {
        ssize_t at = before + i - d->left_index; /* the item's index */
        if (at >= 0 && at < d->size && from->data[i])
            block->item[i] = inspect_number(m, from->data[i]);
    }
}

static void capture_items(const Machine *m, const DequeObject *d, struct deque_picture *p,
                          struct arena *arena)
{
    struct deque_place at = deque_begin(d);
    const Object *o;
    for (int64_t i = 0; (o = deque_walk(&at)); i++) {
        if (d->size > 2 * DEQUE_ENDS && i >= DEQUE_ENDS && i < d->size - DEQUE_ENDS)
            continue;
        p->item[p->items++] = (struct deque_item){
            .index = i,
            .number = inspect_number(m, o),
            .text = picture_repr(m, o, DEQUE_TEXT, arena),
        };
    }
    p->items_gap = d->size > p->items ? DEQUE_ENDS : p->items;
}

static const void *capture_deque(const Machine *m, Object *subject, struct arena *arena)
{
    const DequeObject *d = (const DequeObject *)subject;
    struct deque_picture *p = arena_alloc(arena, sizeof *p);
    *p = (struct deque_picture){.size = d->size, .maxlen = d->maxlen, .spare = d->free_count};
    for (const DequeBlock *b = d->left; b; b = b->right)
        p->blocks++;
    int64_t number = 1;
    for (const DequeBlock *b = d->left; b; b = b->right, number++) {
        bool middle = p->blocks > DEQUE_ROWS && number > DEQUE_ROWS / 2 &&
                      number <= p->blocks - DEQUE_ROWS / 2;
        if (!middle && p->rows < DEQUE_ROWS)
            capture_block(m, d, b, number, &p->block[p->rows++]);
    }
    p->gap = p->blocks > p->rows ? DEQUE_ROWS / 2 : p->rows;
    capture_items(m, d, p, arena);
    return p;
}

/* ---- header ---------------------------------------------------------------------------------- */

static void header_deque(const void *now, const void *before, struct header *h)
{
    const struct deque_picture *p = now, *b = before ? before : now;
    header_count(h, b->size, p->size, "len ", "");
    if (p->maxlen >= 0)
        header_add(h, STYLE_HEADER, "maxlen %" PRId64, p->maxlen);
    header_count(h, b->blocks, p->blocks, "", p->blocks == 1 ? " block" : " blocks");
    if (p->spare || b->spare)
        header_count(h, b->spare, p->spare, "", " kept for reuse");
}

/* ---- drawing --------------------------------------------------------------------------------- */

static const struct deque_block *same_block(const struct deque_picture *b, uint64_t address)
{
    for (int i = 0; b && i < b->rows; i++)
        if (b->block[i].address == address)
            return &b->block[i];
    return NULL;
}

static void draw_slot(struct canvas *c, int row, int col, int64_t was, int64_t is, bool known)
{
    enum style style = !known || was == is ? STYLE_TEXT
                       : !was              ? STYLE_ADDED
                       : !is               ? STYLE_REMOVED
                                           : STYLE_CHANGED;
    if (style_is_state(style))
        canvas_puts(c, row, col, style, style_glyph(style));
    else
        canvas_puts(c, row, col, is ? STYLE_TEXT : STYLE_SPARE, is ? "#" : "·");
}

/* A line of 64 marks, and under the last one the numbers of the slots. */
static int draw_blocks(struct canvas *c, const struct deque_picture *p,
                       const struct deque_picture *b)
{
    enum { LEFT = 10 };
    static const struct deque_block nothing;
    int row = 0;
    for (int i = 0; i < p->rows; i++, row++) {
        const struct deque_block *block = &p->block[i], *old = same_block(b, block->address);
        if (i && i == p->gap)
            canvas_printf(c, row++, LEFT, STYLE_LABEL, "… %" PRId64 " more", p->blocks - p->rows);
        canvas_printf(c, row, 2, STYLE_LABEL, "block %" PRId64, block->number);
        for (int s = 0; s < DEQUE_BLOCK_SLOTS; s++)
            draw_slot(c, row, LEFT + s, (old ? old : &nothing)->item[s], block->item[s], b != NULL);
    }
    for (int s = 0; s < DEQUE_BLOCK_SLOTS; s += 8)
        canvas_printf(c, row, LEFT + s, STYLE_LABEL, "%d", s);
    return row + 1;
}

/* Has the item at this end of the picture come since then? */
static enum style end_style(const struct deque_picture *p, const struct deque_picture *b, int i)
{
    if (!b || (i != 0 && i != p->items - 1))
        return STYLE_TEXT;
    bool last = i == p->items - 1;
    if (p->size == b->size + 1 && b->items == 0)
        return STYLE_ADDED;
    int64_t was = b->items ? b->item[last ? b->items - 1 : 0].number : 0;
    bool grew = p->size > b->size || (p->size == b->size && p->size == p->maxlen);
    return grew && was != p->item[i].number ? STYLE_ADDED : STYLE_TEXT;
}

static void draw_items(struct canvas *c, int row, const struct deque_picture *p,
                       const struct deque_picture *b)
{
    int col = 2, inner = 5;
    for (int i = 0; i < p->items; i++) {
        int columns = canvas_columns(p->item[i].text, strlen(p->item[i].text)) + 2;
        inner = columns > inner ? columns : inner;
    }
    for (int i = 0; i < p->items; i++) {
        if (i && i == p->items_gap) {
            canvas_puts(c, row + 1, col + 1, STYLE_LABEL, "…");
            col += 3;
        }
        canvas_box(c, rect_make(row, col, 3, inner + 2), STYLE_TEXT, LINE_SINGLE);
        cell_draw(c, row + 1, col + 1, inner, end_style(p, b, i), p->item[i].text);
        canvas_printf(c, row + 3, col + 1 + inner / 2, STYLE_LABEL, "%" PRId64, p->item[i].index);
        col += inner + 1;
    }
    if (p->items == 0)
        canvas_puts(c, row + 1, 4, STYLE_SPARE, "no items");
}

static void draw_deque(const void *now, const void *before, double motion, struct canvas *c)
{
    (void)motion;
    int row = draw_blocks(c, now, before);
    draw_items(c, row + 1, now, before);
}

static int needs_deque(const void *now)
{
    enum { ITEM_ROWS = 6 };
    return ((const struct deque_picture *)now)->rows + ITEM_ROWS;
}

const struct view view_deque = {
    .name = "deque",
    .beside = &view_references,
    .shows = shows_deque,
    .capture = capture_deque,
    .header = header_deque,
    .needs = needs_deque,
    .draw = draw_deque,
};
