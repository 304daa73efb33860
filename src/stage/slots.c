#include "slots.h"

#include "view.h"

#include <stdio.h>
#include <string.h>

static int slots_rows(enum slots_form form, int n)
{
    return form == SLOTS_RULED ? 2 * n + 2 : form == SLOTS_BOXED ? n + 3 : n + 1;
}

/* The richest form with which n rows of slots fit into `rows`; SLOTS_BARE if none does. */
static enum slots_form slots_form_for(int rows, int n)
{
    return slots_rows(SLOTS_RULED, n) <= rows   ? SLOTS_RULED
           : slots_rows(SLOTS_BOXED, n) <= rows ? SLOTS_BOXED
                                                : SLOTS_BARE;
}

int slots_kept(size_t slots, int most, size_t row, size_t focus, size_t *first)
{
    size_t kept = (size_t)most, half = kept / 2, start = focus / row * row;
    *first = 0;
    if (slots <= kept)
        return (int)slots;
    if (start >= half)
        *first = start - half;
    if (*first > slots - kept)
        *first = slots - kept;
    return most;
}

void slots_probed(struct slot *slot, size_t first, int count, size_t at, int probe, bool current,
                  enum style style)
{
    if (at < first || at >= first + (size_t)count)
        return;
    struct slot *s = &slot[at - first];
    s->probe = probe;
    s->current = current;
    if (s->style == STYLE_TEXT || s->style == STYLE_SPARE)
        s->style = style;
}

void slots_fit(struct slots *s, int cols, size_t total, int text)
{
    const int most = cols >= 104 ? 11 : 7;
    int room = cols - SLOTS_LABEL - 2;
    s->per_row = total >= 16 && room >= 16 * ((text > 3 ? text : 3) + 1) ? 16 : 8;
    if (total > 64 && cols >= 2 * 16 * 5 && text <= 4)
        s->per_row = 32;
    s->inner = room / s->per_row - 1;
    if (s->inner > most && s->inner > text + 2)
        s->inner = text + 2 > most ? text + 2 : most;
    if (s->inner < 1)
        s->inner = 1;
    s->total = total;
}

int slots_column(const struct slots *s, int i)
{
    return SLOTS_LABEL + i % s->per_row * (s->inner + 1);
}

int slots_text_row(const struct slots *s, int row, int i)
{
    int first = row + !s->unnumbered + (s->form != SLOTS_BARE);
    return first + i / s->per_row * (s->form == SLOTS_RULED ? 2 : 1);
}

static void draw_numbers(struct canvas *c, int row, const struct slots *s)
{
    char number[24];
    canvas_puts(c, row, 0, STYLE_LABEL, "slot");
    for (int i = 0; i < s->per_row && i < s->count; i++) {
        snprintf(number, sizeof number, "%zu",
                 s->count > s->per_row || s->first ? (size_t)i : s->first + (size_t)i);
        cell_draw_plain(c, row, slots_column(s, i) + 1, s->inner, STYLE_LABEL, number);
    }
}

/* In front of a row: what it is, or the number that its columns are added to. */
static void draw_row_label(struct canvas *c, int row, const struct slots *s, int i)
{
    if (s->count <= s->per_row && !s->first)
        canvas_puts(c, row, 0, STYLE_LABEL, s->label);
    else
        canvas_printf(c, row, 0, STYLE_LABEL, "%6zu+", s->first + (size_t)i);
}

/* Each row of a ruled table has a box of its own; they join where they meet. */
static void draw_lines(struct canvas *c, int row, const struct slots *s, int rows)
{
    bool ruled = s->form == SLOTS_RULED;
    for (int r = 0; r < (ruled ? rows : 1); r++) {
        int cells = ruled && s->count - r * s->per_row < s->per_row ? s->count - r * s->per_row
                                                                    : s->per_row;
        int top = row + 2 * r, bottom = ruled ? top + 2 : row + rows + 1;
        int right = SLOTS_LABEL + cells * (s->inner + 1);
        canvas_box(c, rect_make(top, SLOTS_LABEL, bottom - top + 1, right - SLOTS_LABEL + 1),
                   STYLE_TEXT, LINE_SINGLE);
        for (int i = 1; i < cells; i++)
            canvas_vline(c, top, bottom, slots_column(s, i), STYLE_TEXT, LINE_SINGLE);
    }
}

static void draw_slot(struct canvas *c, int row, const struct slots *s, int i)
{
    const struct slot *slot = &s->slot[i];
    int col = slots_column(s, i) + 1;
    if (slot->current || slot->style != STYLE_PROBE)
        cell_draw(c, row, col, s->inner, slot->style, slot->text);
    else
        cell_draw_plain(c, row, col, s->inner, slot->style, slot->text);
    if (slot->probe && s->form == SLOTS_RULED) {
        char number[16];
        int width = snprintf(number, sizeof number, "%d", slot->probe);
        canvas_puts(c, row + 1, col + (s->inner - width) / 2, STYLE_PROBE, number);
    }
}

void slots_window(struct slots *s, int rows, size_t first, int count, const struct slot *slot,
                  size_t focus)
{
    enum { BOXED_FROM = 6 };
    int n = (count + s->per_row - 1) / s->per_row, skip = 0;
    rows += s->unnumbered;
    s->form = slots_form_for(rows, n);
    if (slots_rows(s->form, n) > rows) {
        s->form = rows >= BOXED_FROM ? SLOTS_BOXED : SLOTS_BARE;
        int most = rows - (slots_rows(s->form, n) - n),
            at = (int)((focus - first) / (size_t)s->per_row);
        most = most < 1 ? 1 : most > n ? n : most;
        skip = at - most / 2;
        skip = skip > n - most ? n - most : skip < 0 ? 0 : skip;
        n = most;
    }
    int from = skip * s->per_row;
    s->first = first + (size_t)from;
    s->slot = slot + from;
    s->count = count - from < n * s->per_row ? count - from : n * s->per_row;
}

/* ` slots 4,096-4,127 of 65,536 ` in the upper border, at its right end; without a border only the
 * numbers in front of the rows tell. */
static void draw_range(struct canvas *c, int row, const struct slots *s)
{
    char text[128], from[32], to[32], all[32];
    snprintf(text, sizeof text, " slots %s-%s of %s ", grouped((int64_t)s->first, from),
             grouped((int64_t)s->first + s->count - 1, to), grouped((int64_t)s->total, all));
    int right = slots_column(s, s->per_row - 1) + s->inner;
    canvas_puts(c, row + 1, right - (int)strlen(text), STYLE_LABEL, text);
}

int slots_draw(struct canvas *c, int row, const struct slots *s)
{
    int rows = (s->count + s->per_row - 1) / s->per_row;
    if (!s->unnumbered)
        draw_numbers(c, row, s);
    if (s->form != SLOTS_BARE)
        draw_lines(c, row + !s->unnumbered, s, rows);
    for (int i = 0; i < s->count; i++) {
        int at = slots_text_row(s, row, i);
        if (i % s->per_row == 0)
            draw_row_label(c, at, s, i);
        draw_slot(c, at, s, i);
    }
    if ((size_t)s->count < s->total && !s->unnumbered && s->form != SLOTS_BARE)
        draw_range(c, row, s);
    return slots_rows(s->form, rows) - s->unnumbered;
}
