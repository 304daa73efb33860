/* history: how the counts have gone, statement by statement: the machine's own samples. */
#include "view_history.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const void *capture_history(const Machine *m, Object *subject, struct arena *arena)
{
    (void)subject;
    struct history_picture *p = arena_alloc(arena, sizeof *p);
    const struct History *h = &m->history;
    *p = (struct history_picture){.count = (int)h->count, .stride = h->stride ? h->stride : 1};
    memcpy(p->sample, h->sample, sizeof p->sample);
    p->now = history_sample(m);
    return p;
}

static int64_t value_of(const struct HistorySample *s, int which)
{
    return which == 0 ? s->bytes : which == 1 ? s->blocks : which == 2 ? s->made : s->collections;
}

/* Bars for the range from least to most, as high as `rows` rows, the last of which is `row`.  At
 * the top seven heights of block: the eighth would touch what stands above. */
static void draw_bars(struct canvas *c, int row, int rows, int col, int cols,
                      const struct history_picture *p, int which)
{
    enum { EIGHTHS = 8 };
    static const char *const bar[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    int n = p->count < cols ? p->count : cols;
    int64_t least = value_of(&p->now, which), most = least;
    for (int i = p->count - n; i < p->count; i++) {
        int64_t v = value_of(&p->sample[i], which);
        least = v < least ? v : least;
        most = v > most ? v : most;
    }
    for (int i = 0; i < n; i++) {
        int64_t v = value_of(&p->sample[p->count - n + i], which);
        int height = most > least ? (int)((v - least) * (rows * EIGHTHS - 2) / (most - least)) : 0;
        for (int r = 0; r <= height / EIGHTHS; r++)
            canvas_puts(c, row - r, col + i, STYLE_TEXT,
                        bar[r < height / EIGHTHS ? EIGHTHS - 1 : height % EIGHTHS]);
    }
}

void history_draw_panel(const struct history_picture *p, const struct history_picture *b,
                        struct canvas *c)
{
    static const char *const names[] = {"bytes more", "blocks more", "objects made",
                                        "collections"}; /* than when the program began */
    enum { NAME = 14, NARROW = 60, HIGHEST = 6 };
    int number = canvas_cols(c) < NARROW ? 12 : 22, cols = canvas_cols(c) - NAME - number;
    int each = canvas_rows(c) / HISTORY_LINES;
    each = each < 1 ? 1 : each > HIGHEST ? HIGHEST : each;
    for (int i = 0; i < HISTORY_LINES && (i + 1) * each <= canvas_rows(c); i++) {
        int row = (i + 1) * each - 1;
        int64_t now = value_of(&p->now, i), then = b ? value_of(&b->now, i) : now;
        char a[32], z[32];
        canvas_puts(c, row, 0, STYLE_LABEL, names[i]);
        size_t room = (size_t)number - 2;
        if (now != then && strlen(grouped(then, a)) + strlen(grouped(now, z)) < room)
            canvas_printf(c, row, NAME, STYLE_CHANGED, "%s→%s", a, z);
        else if (now != then)
            canvas_printf(c, row, NAME, STYLE_CHANGED, "→%s", z);
        else
            canvas_puts(c, row, NAME, STYLE_TEXT, grouped(now, z));
        draw_bars(c, row, each > 1 ? each - (each > 2) : 1, NAME + number, cols, p, i);
    }
}

static void draw_history(const void *now, const void *before, double motion, struct canvas *c)
{
    (void)motion;
    const struct history_picture *p = now;
    bool explained = canvas_rows(c) > 10;
    canvas_push(c, rect_make(1, 0, canvas_rows(c) - 1 - 2 * explained, canvas_cols(c)));
    history_draw_panel(p, before, c);
    canvas_pop(c);
    if (explained)
        canvas_printf(c, canvas_rows(c) - 1, 0, STYLE_LABEL,
                      "since the program began, the library aside; one column is %" PRIu32
                      " statement%s",
                      p->stride, p->stride == 1 ? "" : "s");
}

static void header_history(const void *now, const void *before, struct header *h)
{
    const struct history_picture *p = now, *b = before ? before : now;
    header_count(h, b->now.bytes, p->now.bytes, "", " B more");
    header_count(h, b->now.made, p->now.made, "", " objects made");
}

static int needs_history(const void *now)
{
    (void)now;
    return 2 * HISTORY_LINES + 3;
}

const struct view view_history = {
    .name = "history",
    .beside = &view_heap,
    .capture = capture_history,
    .header = header_history,
    .needs = needs_history,
    .draw = draw_history,
};
