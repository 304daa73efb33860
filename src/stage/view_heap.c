/* heap: arenas, pools and blocks of CPython's allocator, and the free lists in front of it. */
#include "view.h"

#include <pyviz/machine/pymalloc.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct heap_picture {
    struct pymalloc_usage usage;
    uint32_t freelist[FREELIST_COUNT], freelist_max[FREELIST_COUNT];
};

static const void *capture_heap(const Machine *m, Object *subject, struct arena *arena)
{
    (void)subject;
    struct heap_picture *p = arena_alloc(arena, sizeof *p);
    pymalloc_measure(m, &p->usage);
    for (int i = 0; i < FREELIST_COUNT; i++) {
        p->freelist[i] = m->pymalloc.freelist[i].len;
        p->freelist_max[i] = m->pymalloc.freelist[i].max;
    }
    return p;
}

/* ` again 0x7f5a10056970`, at the right. */
static void draw_next(struct canvas *c, int row, int col, const struct pymalloc_class *now,
                      const struct pymalloc_class *then)
{
    char text[48];
    bool changed = now->next && then->next && now->next != then->next;
    int n = snprintf(text, sizeof text, "%s%s 0x%" PRIx64, changed ? "~ " : "",
                     now->again ? "again" : "fresh", now->next);
    int at = readable_cols(c) - n;
    if (now->next && col < at)
        canvas_puts(c, row, at, changed ? STYLE_CHANGED : STYLE_TEXT, text);
}

/* `  48 B  ■■■■■■····  1,210 of 1,360 in 4 pools   again 0x7f5a10056970` */
static void draw_class(struct canvas *c, int row, int class, const struct heap_picture *p,
                       const struct heap_picture *b)
{
    enum { BAR = 12, BAR_AT = 8, NUMBERS_AT = 22 };
    const struct pymalloc_class *now = &p->usage.class[class], *then = &b->usage.class[class];
    int full = now->capacity ? (int)(now->used * BAR / now->capacity) : 0;
    char used[32], was[32], room[32];
    canvas_printf(c, row, 0, STYLE_LABEL, "%4d B", (class + 1) * PYMALLOC_ALIGN);
    for (int i = 0; i < BAR; i++)
        canvas_puts(c, row, BAR_AT + i, i < full ? STYLE_TEXT : STYLE_SPARE, i < full ? "■" : "·");
    int col = NUMBERS_AT;
    if (now->used != then->used)
        col += canvas_printf(c, row, col, STYLE_CHANGED, "~ %s→%s",
                             grouped((int64_t)then->used, was), grouped((int64_t)now->used, used));
    else
        col += canvas_puts(c, row, col, STYLE_TEXT, grouped((int64_t)now->used, used));
    col += canvas_printf(c, row, col, STYLE_TEXT, " of %s in %" PRIu32 " pool%s",
                         grouped((int64_t)now->capacity, room), now->pools,
                         now->pools == 1 ? "" : "s");
    draw_next(c, row, col, now, then);
}

/* Those whose use has changed first, then those used most: as many as there are rows. */
static int choose(const struct heap_picture *p, const struct heap_picture *b, int rows,
                  bool chosen[PYMALLOC_CLASSES])
{
    int n = 0;
    for (int i = 0; i < PYMALLOC_CLASSES && n < rows; i++)
        if (p->usage.class[i].used != b->usage.class[i].used)
            n += chosen[i] = true;
    while (n < rows) {
        int most = -1;
        for (int i = 0; i < PYMALLOC_CLASSES; i++)
            if (!chosen[i] && p->usage.class[i].used &&
                (most < 0 || p->usage.class[i].used > p->usage.class[most].used))
                most = i;
        if (most < 0)
            break;
        n += chosen[most] = true;
    }
    return n;
}

static void draw_freelists(struct canvas *c, int row, const struct heap_picture *p,
                           const struct heap_picture *b)
{
    static const struct {
        int id;
        const char *name;
    } lists[] = {{FREELIST_FLOAT, "float"},      {FREELIST_LIST, "list"},
                 {FREELIST_DICT, "dict"},        {FREELIST_DICT_KEYS, "dict keys"},
                 {FREELIST_TUPLE, "tuple of 1"}, {FREELIST_TUPLE + 1, "of 2"}};
    int col = canvas_puts(c, row, 0, STYLE_LABEL, "free lists  ");
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        uint32_t now = p->freelist[lists[i].id], then = b->freelist[lists[i].id];
        col += canvas_printf(c, row, col, STYLE_LABEL, "%s ", lists[i].name);
        if (now != then)
            col += canvas_printf(c, row, col, STYLE_CHANGED, "%" PRIu32 "→%" PRIu32, then, now);
        else
            col += canvas_printf(c, row, col, STYLE_TEXT, "%" PRIu32, now);
        col += 2;
    }
}

static void draw_heap(const void *now, const void *before, double motion, struct canvas *c)
{
    (void)motion;
    const struct heap_picture *p = now, *b = before ? before : now;
    bool chosen[PYMALLOC_CLASSES] = {0};
    enum { EXPLAINED = 10 };
    bool explained = canvas_rows(c) >= EXPLAINED;
    int row = 0, rows = canvas_rows(c) - (explained ? 4 : 2);
    choose(p, b, rows, chosen);
    for (int i = 0; i < PYMALLOC_CLASSES; i++)
        if (chosen[i])
            draw_class(c, row++, i, p, b);
    draw_freelists(c, canvas_rows(c) - (explained ? 3 : 1), p, b);
    if (!explained)
        return;
    canvas_puts(c, canvas_rows(c) - 2, 0, STYLE_LABEL,
                "At the right what is handed out next: again, if it was freed before.");
    canvas_puts(c, canvas_rows(c) - 1, 0, STYLE_LABEL,
                "Blocks of this machine. python3 has more modules, and so more blocks.");
}

static void header_heap(const void *now, const void *before, struct header *h)
{
    const struct heap_picture *p = now, *b = before ? before : now;
    header_count(h, p->usage.arenas, p->usage.arenas, "",
                 p->usage.arenas == 1 ? " arena" : " arenas");
    header_count(h, b->usage.pools, p->usage.pools, "", " pools");
    header_count(h, (int64_t)b->usage.blocks, (int64_t)p->usage.blocks, "", " blocks");
}

const struct view view_heap = {
    .name = "heap",
    .beside = &view_references,
    .capture = capture_heap,
    .header = header_heap,
    .draw = draw_heap,
};
