/* gc: what the collector knows, and what it works out. */
#include "graph.h"
#include "view.h"

#include <pyviz/machine/inspect.h>
#include <pyviz/machine/op.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct gc_picture {
    struct graph *graph;
    bool enabled, collecting;
    bool unsure; /* the counts may not be CPython's: machine.h */
    int event;
    enum gc_phase phase;
    int generation;
    int count[GC_GENERATIONS], threshold[GC_GENERATIONS];
    int64_t collections[GC_GENERATIONS], collected[GC_GENERATIONS];
    int64_t objects, survivors, garbage, cleared;
    int64_t at, to; /* numbers of objects; 0: none */
    int64_t
        unseen; /* objects of the program that are looked at and not drawn: classes, functions */
};

static bool claims_gc(const Machine *m)
{
    return strncmp(event_info[m->event.kind].name, "gc.", 3) == 0 &&
           event_info[m->event.kind].level <= LEVEL_OPERATION;
}

/* ---- capture --------------------------------------------------------------------------------- */

static const Op *collection_under_way(const Machine *m)
{
    const Op *op = m->op;
    while (op && op->kind != OP_GC)
        op = op->outer;
    return op;
}

static int64_t number_in(const struct graph *g, const Object *o)
{
    for (int i = 0; o && i < g->count; i++)
        if (g->object[i]->serial && g->object[i]->serial == o->serial)
            return g->object[i]->number;
    return 0;
}

/* What the program has made, and the room does not show: a class and what it is made of. */
static bool count_unseen(Object *o, void *context)
{
    enum { MOST = 4000 };
    struct gc_picture *p = context;
    bool looked_at = gc_head(o)->gc_state != GC_IDLE || gc_head(o)->generation <= p->generation;
    bool counts = looked_at && o->serial && !(o->flags & OBJECT_QUIET);
    p->unseen += counts && !number_in(p->graph, o);
    return p->unseen < MOST;
}

static const void *capture_gc(const Machine *m, Object *subject, struct arena *arena)
{
    (void)subject;
    struct gc_picture *p = arena_alloc(arena, sizeof *p);
    const Op *op = collection_under_way(m);
    *p = (struct gc_picture){
        .graph = graph_capture(m, false, arena), .enabled = m->gc.enabled, .unsure = m->gc.unsure};
    p->event = m->clock ? m->event.kind : -1;
    for (int i = 0; i < GC_GENERATIONS; i++) {
        p->count[i] = m->gc.count[i];
        p->threshold[i] = m->gc.threshold[i];
        p->collections[i] = m->gc.stats[i].collections;
        p->collected[i] = m->gc.stats[i].collected;
    }
    if (!op)
        return p;
    p->collecting = true;
    p->phase = op->u.gc.phase;
    p->generation = op->u.gc.generation;
    p->objects = op->u.gc.objects;
    p->survivors = op->u.gc.survivors;
    p->garbage = op->u.gc.garbage;
    p->cleared = op->u.gc.cleared;
    p->at = number_in(p->graph, op->u.gc.at);
    p->to = number_in(p->graph, op->u.gc.to);
    if (p->phase <= GC_PHASE_MOVE_UNREACHABLE)
        inspect_tracked(m, count_unseen, p);
    return p;
}

/* ---- drawing --------------------------------------------------------------------------------- */

/* The steps of a collection, the present one marked. */
static void draw_phases(struct canvas *c, const struct gc_picture *p)
{
    static const struct {
        enum gc_phase phase;
        const char *name;
    } steps[] = {
        {GC_PHASE_UPDATE_REFS, "copy counts"},      {GC_PHASE_SUBTRACT_REFS, "subtract"},
        {GC_PHASE_MOVE_UNREACHABLE, "who is left"}, {GC_PHASE_WEAKREFS, "weakrefs"},
        {GC_PHASE_FINALIZERS, "finalizers"},        {GC_PHASE_CLEAR, "clear"},
    };
    enum { STEPS = sizeof steps / sizeof *steps };
    int col = 0, now = -1;
    for (int i = 0; i < STEPS; i++)
        if (p->phase >= steps[i].phase)
            now = i;
    if (p->phase == GC_PHASE_END)
        now = STEPS;
    for (int i = 0; i < STEPS; i++) {
        if (i == now)
            col += canvas_printf(c, 0, col, STYLE_PROBE, "► %s", steps[i].name) + 2;
        else
            col += canvas_puts(c, 0, col, STYLE_LABEL, steps[i].name) + 2;
    }
}

static const char *const generation_names[] = {"young", "middle", "old"};

/* `count 52 of 2000`: what each generation has counted, as gc.get_count() has it, and its
 * threshold; with the generation's name, `0 young 52 of 2000`, where it does not stand above.
 * `≈52` where CPython's library or its compiler has allocated what is not known here. */
static void draw_counts(struct canvas *c, int row, const struct gc_picture *p,
                        const struct gc_picture *b, bool named)
{
    enum { NAMED = 24 }; /* columns that a generation takes with its name */
    int width = canvas_cols(c) / GC_GENERATIONS;
    for (int i = 0; i < GC_GENERATIONS; i++) {
        bool changed = b && b->count[i] != p->count[i];
        int col = i * width;
        if (named)
            col += canvas_puts(c, row, col + 2, STYLE_LABEL, "count ") + 2;
        else if (width >= NAMED)
            col += canvas_printf(c, row, col, STYLE_LABEL, "%d %s ", i, generation_names[i]);
        else
            col += canvas_printf(c, row, col, STYLE_LABEL, "%d: ", i);
        col += canvas_printf(c, row, col, changed ? STYLE_CHANGED : STYLE_TEXT, "%s%d",
                             p->unsure ? "≈" : "", p->count[i]);
        if (p->threshold[0])
            canvas_printf(c, row, col, STYLE_TEXT, " of %d", p->threshold[i]);
    }
}

static int count_in(const struct gc_picture *p, int generation)
{
    int n = 0;
    for (int i = 0; i < p->graph->count; i++)
        n += p->graph->object[i]->generation == generation && p->graph->object[i]->refs > 0;
    return n;
}

/* `0 young ■■■ 3`: of the objects shown, those in each generation, above its count. */
static void draw_generations(struct canvas *c, int row, const struct gc_picture *p,
                             const struct gc_picture *b)
{
    enum { MOST = 12, AROUND = 17 };
    int width = canvas_cols(c) / GC_GENERATIONS;
    int most = width - AROUND < MOST ? width - AROUND : MOST;
    for (int i = 0; i < GC_GENERATIONS; i++) {
        int n = count_in(p, i), was = b ? count_in(b, i) : n, col = i * width;
        col += canvas_printf(c, row, col, STYLE_LABEL, "%d %s ", i, generation_names[i]);
        for (int k = 0; k < n && k < most; k++)
            col += canvas_puts(c, row, col, STYLE_TEXT, "■");
        col += canvas_puts(c, row, col, STYLE_TEXT, n > most ? "… " : n ? " " : "");
        if (n != was)
            canvas_printf(c, row, col, STYLE_CHANGED, "%d→%d", was, n);
        else
            canvas_printf(c, row, col, STYLE_TEXT, "%d", n);
    }
}

struct gc_columns {
    int name, object, refs, copy, state, holds;
};

enum { OBJECT_BYTES = 15 };

static struct gc_columns gc_columns_for(int cols)
{
    return (struct gc_columns){.name = 0,
                               .object = 12,
                               .refs = cols >= 100 ? 36 : 30,
                               .copy = cols >= 100 ? 44 : 36,
                               .state = cols >= 100 ? 56 : 46,
                               .holds = cols >= 100 ? 76 : 60};
}

static const char *state_text(const struct gc_picture *p, const struct graph_object *o,
                              enum style *style)
{
    *style = STYLE_TEXT;
    if (o->counted && o->refs == 0) {
        *style = STYLE_REMOVED;
        return "freed †";
    }
    if (p->collecting && o->gc_state == GC_UNREACHABLE) {
        *style = STYLE_CHANGED;
        return p->phase > GC_PHASE_MOVE_UNREACHABLE ? "garbage" : "put aside";
    }
    if (p->collecting && o->gc_state == GC_COLLECTING)
        return "looked at";
    if (o->generation < 0)
        return "untracked";
    return o->generation < GC_GENERATIONS ? generation_names[o->generation] : "frozen";
}

static bool shows_copies(const struct gc_picture *p)
{
    return p && p->collecting &&
           ((p->phase >= GC_PHASE_UPDATE_REFS && p->phase <= GC_PHASE_MOVE_UNREACHABLE) ||
            p->phase == GC_PHASE_RESURRECT);
}

static void draw_object(struct canvas *c, int row, const struct gc_picture *p,
                        const struct gc_picture *b, const struct graph_object *o)
{
    char title[TITLE_BYTES];
    struct gc_columns w = gc_columns_for(canvas_cols(c));
    const struct graph_object *then = b ? graph_find(b->graph, o->number) : NULL;
    enum style mark = o->number == p->at && p->at ? STYLE_PROBE
                      : !then && b                ? STYLE_ADDED
                                                  : STYLE_TEXT;
    const char *name = o->holders && o->holder[0].kind == HOLDER_NAME ? o->holder[0].text : "";
    canvas_puts_clipped(c, row, w.name, STYLE_TEXT, w.object - 1,
                        *name          ? name
                        : o->reachable ? ""
                                       : "(no way in)");
    if (style_is_state(mark))
        canvas_printf(c, row, w.object, mark, "%s %s", style_glyph(mark),
                      object_title(o->type, o->serial, OBJECT_BYTES, title));
    else
        canvas_printf(c, row, w.object, mark, "  %s",
                      object_title(o->type, o->serial, OBJECT_BYTES, title));
    if (then && then->refs != o->refs)
        canvas_printf(c, row, w.refs, STYLE_CHANGED, "%" PRId64 "→%" PRId64, then->refs, o->refs);
    else
        canvas_printf(c, row, w.refs, STYLE_TEXT, "%" PRId64, o->refs);
    bool copies = shows_copies(p) && o->gc_state != GC_IDLE;
    if (copies && then && shows_copies(b) && then->gc_state != GC_IDLE &&
        then->gc_refs != o->gc_refs)
        canvas_printf(c, row, w.copy, STYLE_CHANGED, "%" PRId64 "→%" PRId64, then->gc_refs,
                      o->gc_refs);
    else if (copies && o->gc_state == GC_COLLECTING)
        canvas_printf(c, row, w.copy, STYLE_TEXT, "%" PRId64, o->gc_refs);
    enum style style, before_style = STYLE_TEXT;
    const char *state = state_text(p, o, &style);
    const char *before_state = then ? state_text(b, then, &before_style) : state;
    if (strcmp(state, before_state) && style == STYLE_TEXT)
        style = STYLE_MATCH;
    canvas_puts(c, row, w.state, style, state);
    int col = w.holds;
    for (int i = 0; i < o->slots && col < canvas_cols(c); i++) {
        char text[2 * GRAPH_TEXT];
        snprintf(text, sizeof text, "%s%s", o->slot[i].label, o->slot[i].text);
        col += canvas_puts_clipped(c, row, col, STYLE_TEXT, canvas_cols(c) - col, text) + 1;
    }
}

static void draw_ghost(struct canvas *c, int row, const struct graph_object *o)
{
    struct gc_columns w = gc_columns_for(canvas_cols(c));
    char title[TITLE_BYTES];
    canvas_printf(c, row, w.object, STYLE_REMOVED, "- %s",
                  object_title(o->type, o->serial, OBJECT_BYTES, title));
    canvas_puts(c, row, w.state, STYLE_REMOVED, "freed †");
}

/* Objects alike follow one another for pages: of a row of them the middle ones are counted. */
static bool is_alike(const struct graph_object *a, const struct graph_object *b)
{
    return a && b && !strcmp(a->type, b->type) && a->refs == b->refs && a->gc_refs == b->gc_refs &&
           a->gc_state == b->gc_state && a->generation == b->generation &&
           a->reachable == b->reachable && a->holders == b->holders && a->slots == b->slots &&
           !(a->holders && a->holder[0].kind == HOLDER_NAME) &&
           !(b->holders && b->holder[0].kind == HOLDER_NAME);
}

static void draw_objects(struct canvas *c, int first, int rows, const struct gc_picture *p,
                         const struct gc_picture *b)
{
    int row = first, alike = 0;
    const struct graph *now = p->graph, *then = b ? b->graph : NULL;
    bool fold = now->count > rows;
    for (int i = 0; i < now->count && row < first + rows; i++) {
        const struct graph_object *o = now->object[i];
        const struct graph_object *previous = i ? now->object[i - 1] : NULL;
        const struct graph_object *next = i + 1 < now->count ? now->object[i + 1] : NULL;
        if (fold && is_alike(previous, o) && is_alike(o, next)) {
            alike++;
            continue;
        }
        if (alike)
            canvas_printf(c, row++, gc_columns_for(canvas_cols(c)).object, STYLE_LABEL,
                          "  … %d alike", alike);
        alike = 0;
        if (row < first + rows)
            draw_object(c, row++, p, b, o);
    }
    for (int i = 0; then && i < then->count && row < first + rows; i++)
        if (!graph_find(now, then->object[i]->number) && then->object[i]->refs)
            draw_ghost(c, row++, then->object[i]);
    if (p->unseen && !now->left_out && row < first + rows)
        canvas_printf(c, row++, gc_columns_for(canvas_cols(c)).object, STYLE_LABEL,
                      "  and %" PRId64 " more: classes, functions, their parts, new objects",
                      p->unseen);
    if (now->left_out && row < first + rows)
        canvas_printf(c, row, gc_columns_for(canvas_cols(c)).object, STYLE_LABEL, "  … %d more",
                      now->left_out);
}

static void draw_gc(const void *now, const void *before, double motion, struct canvas *c)
{
    (void)motion;
    const struct gc_picture *p = now, *b = before;
    enum { LEAST_BARS = 25, LOW = 8 };
    struct gc_columns w = gc_columns_for(canvas_cols(c));
    int rows = canvas_rows(c);
    if (rows < LOW) { /* nothing but the objects */
        draw_objects(c, 0, rows, p, b);
        return;
    }
    if (p->collecting)
        draw_phases(c, p);
    else if (!p->enabled)
        canvas_puts(c, 0, 0, STYLE_TEXT, "The collector is off: gc.collect() alone starts it.");
    else if (!p->threshold[0])
        canvas_puts(c, 0, 0, STYLE_TEXT,
                    "The first threshold is 0: no collection starts by itself.");
    canvas_puts(c, 1, w.object, STYLE_LABEL, "  object");
    canvas_puts(c, 1, w.refs, STYLE_LABEL, "rc");
    canvas_puts(c, 1, w.copy, STYLE_LABEL, shows_copies(p) ? "gc_refs" : "");
    canvas_puts(c, 1, w.state, STYLE_LABEL, "generation");
    canvas_puts(c, 1, w.holds, STYLE_LABEL, "holds");
    bool bars = rows >= 12 && canvas_cols(c) >= GC_GENERATIONS * LEAST_BARS;
    draw_objects(c, 2, rows - 4 - bars, p, b);
    if (bars)
        draw_generations(c, rows - 2, p, b);
    if (!p->graph->count)
        canvas_puts(c, 3, w.object, STYLE_TEXT, "There are no containers of the program's.");
    draw_counts(c, rows - 1, p, b, bars);
}

static void header_gc(const void *now, const void *before, struct header *h)
{
    const struct gc_picture *p = now, *b = before ? before : now;
    if (p->collecting) {
        header_add(h, STYLE_HEADER, "collecting generation %d", p->generation);
        header_add(h, STYLE_HEADER, "%" PRId64 " object%s", p->objects, p->objects == 1 ? "" : "s");
        if (p->phase > GC_PHASE_MOVE_UNREACHABLE)
            header_add(h, STYLE_HEADER, "%" PRId64 " garbage", p->garbage);
        return;
    }
    int had = b->graph->count + b->graph->left_out, has = p->graph->count + p->graph->left_out;
    header_count(h, had, has, "", has == 1 ? " object" : " objects");
    int64_t was = 0, is = 0;
    for (int i = 0; i < GC_GENERATIONS; i++) {
        was += b->collections[i];
        is += p->collections[i];
    }
    header_count(h, was, is, "", is == 1 ? " collection" : " collections");
    header_add(h, STYLE_HEADER, "%s", p->enabled ? "on" : "off");
    if (p->unsure)
        header_add(h, STYLE_HEADER, "≈ the library counts, too");
}

static int needs_gc(const void *now)
{
    enum { AROUND = 5 };
    const struct gc_picture *p = now;
    return AROUND + p->graph->count + (p->unseen > 0);
}

const struct view view_gc = {
    .name = "gc",
    .beside = &view_references,
    .claims = claims_gc,
    .theme = STOP_THEME_COLLECTION,
    .capture = capture_gc,
    .header = header_gc,
    .needs = needs_gc,
    .draw = draw_gc,
};
