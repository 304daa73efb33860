/* references: names on the left, objects as boxes, who holds each on the right.
 *
 * A name stands beside the object that it refers to, as a tag would: so no two arrows ever cross,
 * and a name that is bound anew is seen to move. */
#include "graph.h"
#include "view.h"

#include <pyviz/machine/inspect.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct references_picture {
    struct graph *graph;
    int event;           /* the kind of the present one */
    int64_t holder;      /* of a ref.* event: the container's number; 0: none */
    const char *falling; /* the container's title, if it is being freed itself; else NULL */
    bool statement; /* nothing is under way: sys.getrefcount would print what is shown, and one */
};

static const void *capture_references(const Machine *m, Object *subject, struct arena *arena)
{
    (void)subject;
    struct references_picture *p = arena_alloc(arena, sizeof *p);
    p->graph = graph_capture(m, true, arena);
    p->event = m->clock ? (int)m->event.kind : -1;
    p->holder = 0;
    p->falling = NULL;
    if ((p->event == EVENT_REF_INC || p->event == EVENT_REF_DEC) && m->event.field[2]) {
        const Object *holder = (const Object *)m->event.field[2];
        char title[TITLE_BYTES];
        p->holder = inspect_number(m, holder);
        object_title(inspect_type_title(holder), holder->serial, TITLE_BYTES, title);
        if (!holder->refcnt)
            p->falling = arena_copy(arena, title, strlen(title));
    }
    p->statement = m->clock && m->event.kind == EVENT_STATEMENT;
    return p;
}

/* ---- what has changed ------------------------------------------------------------------------ */

/* The objects of both pictures, in their order: what is gone leaves a ghost in its place. */
struct row {
    const struct graph_object *now, *before;
    const struct graph_object *place; /* of a new one: what lay at its address just before */
};
struct rows {
    int count;
    struct row row[2 * GRAPH_OBJECTS];
};

static bool is_ghost(const struct row *r)
{
    return !r->now;
}

static void add_row(struct rows *rows, const struct graph_object *now,
                    const struct graph_object *before)
{
    rows->row[rows->count++] = (struct row){now, before, NULL};
}

/* What had fallen to zero already has left its ghost then. */
static bool leaves_ghost(const struct graph *now, const struct graph_object *o)
{
    return o->boxed && !graph_find(now, o->number) && !(o->counted && o->refs == 0);
}

static bool comes_before(const struct graph_object *a, const struct graph_object *b)
{
    if (a->boxed != b->boxed)
        return a->boxed;
    return graph_older(a->number, b->number);
}

static void merge_rows(const struct graph *now, const struct graph *before, struct rows *rows)
{
    *rows = (struct rows){0};
    int b = 0;
    for (int i = 0; i < now->count; i++) {
        for (; before && b < before->count && comes_before(before->object[b], now->object[i]); b++)
            if (leaves_ghost(now, before->object[b]))
                add_row(rows, NULL, before->object[b]);
        add_row(rows, now->object[i], graph_find(before, now->object[i]->number));
    }
    for (; before && b < before->count; b++)
        if (leaves_ghost(now, before->object[b]))
            add_row(rows, NULL, before->object[b]);
    for (int i = 0; before && i < rows->count; i++) {
        struct row *r = &rows->row[i];
        for (b = 0; r->now && r->now->boxed && !r->before && b < before->count; b++)
            if (before->object[b]->address == r->now->address)
                r->place = before->object[b];
    }
}

/* ---- pieces ---------------------------------------------------------------------------------- */

/* Draws a text as a chip if it carries a change; returns the columns taken. */
static int piece(struct canvas *c, int row, int col, int cols, enum style style, const char *text)
{
    char marked[GRAPH_TEXT * 2 + 8];
    if (cols <= 0)
        return 0;
    if (style_is_state(style))
        snprintf(marked, sizeof marked, "%s %s", style_glyph(style), text);
    else
        snprintf(marked, sizeof marked, "%s", text);
    return canvas_puts_clipped(c, row, col, style, cols, marked);
}

/* Beside its object a local goes by its name alone: who holds it is told on the right. */
static const char *short_name(const char *name, char out[GRAPH_TEXT])
{
    const char *end = strstr(name, " in ");
    snprintf(out, GRAPH_TEXT, "%.*s", end ? (int)(end - name) : (int)strlen(name), name);
    return out;
}

static int names_of(struct canvas *c, int row, int col, int cols, const struct row *r)
{
    int at = col;
    bool first = true;
    char name[GRAPH_TEXT];
    for (int i = 0; r->before && i < r->before->holders; i++) {
        const struct graph_holder *h = &r->before->holder[i];
        if (h->kind != HOLDER_NAME || graph_find_holder(r->now, h))
            continue;
        at += piece(c, row, at, col + cols - at, STYLE_REMOVED, short_name(h->text, name)) + 1;
    }
    for (int i = 0; r->now && i < r->now->holders; i++) {
        const struct graph_holder *h = &r->now->holder[i];
        if (h->kind != HOLDER_NAME)
            continue;
        bool fresh = r->before && !graph_find_holder(r->before, h);
        if (!first)
            at += canvas_puts(c, row, at - 1, STYLE_TEXT, ", ") - 1;
        at += piece(c, row, at, col + cols - at, fresh ? STYLE_ADDED : STYLE_TEXT,
                    short_name(h->text, name)) +
              1;
        first = false;
    }
    return first ? 0 : at;
}

static void draw_names(struct canvas *c, int row, int col, int cols, const struct row *r)
{
    enum { ARROW = 3 };
    int at = names_of(c, row, col, cols - ARROW, r);
    if (at) {
        canvas_hline(c, row, at, col + cols - 2, STYLE_LABEL, LINE_SINGLE);
        canvas_puts(c, row, col + cols - 1, STYLE_LABEL, "►");
    } else if (r->now && r->now->boxed && !r->now->reachable && r->now->refs) {
        canvas_puts(c, row, col, STYLE_LABEL, "(no way in)");
    }
}

static enum style count_text(const struct row *r, char *out, size_t room)
{
    if (is_ghost(r)) {
        snprintf(out, room, "† freed");
        return STYLE_REMOVED;
    }
    const struct graph_object *o = r->now;
    int64_t now = graph_held(o), own = o->refs - now,
            then = r->before ? graph_held(r->before) : now;
    char mine[24] = "";
    if (own)
        snprintf(mine, sizeof mine, "+%" PRId64, own);
    if (o->immortal) {
        snprintf(out, room, "rc ∞");
    } else if (!o->counted) {
        snprintf(out, room, "rc ?");
    } else if (o->refs == 0) {
        snprintf(out, room, then ? "rc %" PRId64 "→0 †" : "rc 0 †", then);
        return STYLE_REMOVED;
    } else if (then != now) {
        snprintf(out, room, "rc %" PRId64 "→%" PRId64 "%s", then, now, mine);
        return STYLE_CHANGED;
    } else {
        snprintf(out, room, "rc %" PRId64 "%s", now, mine);
    }
    return STYLE_LABEL;
}

static const struct graph_slot *slot_like(const struct graph_object *o, int i,
                                          const struct graph_slot *like)
{
    if (!like->label[0])
        return o && i < o->slots ? &o->slot[i] : NULL;
    for (int n = 0; o && n < o->slots; n++)
        if (!strcmp(o->slot[n].label, like->label))
            return &o->slot[n];
    return NULL;
}

static enum style slot_style(const struct row *r, int i)
{
    if (is_ghost(r))
        return STYLE_TEXT;
    const struct graph_slot *then = slot_like(r->before, i, &r->now->slot[i]);
    return !r->before                               ? STYLE_TEXT
           : !then                                  ? STYLE_ADDED
           : then->number != r->now->slot[i].number ? STYLE_CHANGED
                                                    : STYLE_TEXT;
}

static int width_of(const char *text)
{
    return canvas_columns(text, strlen(text));
}

static void slot_text(const struct graph_slot *slot, char out[2 * GRAPH_TEXT])
{
    snprintf(out, 2 * GRAPH_TEXT, "%s%s", slot->label, slot->text);
}

/* Is there room for all of them? */
static bool slots_fit(const struct row *r, int cols)
{
    char text[2 * GRAPH_TEXT];
    int width = 0;
    for (int i = 0; i < r->now->slots; i++) {
        slot_text(&r->now->slot[i], text);
        width += width_of(text) + 2 + (style_is_state(slot_style(r, i)) ? 2 : 0);
    }
    return width - 2 <= cols;
}

/* `'k': #6  1  2`, then what it no longer holds.  Where there is not room for all attributes, those
 * that refer to other boxes come first. */
static void draw_slots(struct canvas *c, int row, int col, int cols, const struct row *r)
{
    const struct graph_object *o = r->now ? r->now : r->before;
    char text[2 * GRAPH_TEXT];
    int end = col + cols;
    if (!o->boxed) {
        canvas_puts_clipped(c, row, col, STYLE_TEXT, cols, o->repr);
        return;
    }
    if (!o->slots && !(r->before && r->before->slots))
        canvas_puts_clipped(c, row, col, STYLE_LABEL, cols, "empty");
    bool sorted = r->now && o->slots && o->slot[0].label[0] == '.' && !slots_fit(r, cols);
    for (int pass = !sorted; pass < 2; pass++)
        for (int i = 0; i < o->slots && col < end; i++) {
            if (sorted && (o->slot[i].text[0] == '#') == (pass == 1))
                continue;
            slot_text(&o->slot[i], text);
            col += piece(c, row, col, end - col, slot_style(r, i), text) + 2;
        }
    if (o->slots_left_out && col < end)
        col += canvas_puts_clipped(c, row, col, STYLE_LABEL, end - col, "…") + 2;
    for (int i = 0; r->now && r->before && i < r->before->slots && col < end; i++) {
        const struct graph_slot *gone = &r->before->slot[i];
        if (slot_like(r->now, i, gone))
            continue;
        snprintf(text, sizeof text, "%s%s", gone->label, gone->text);
        col += piece(c, row, col, end - col, STYLE_REMOVED, text) + 2;
    }
}

/* ---- who holds it ---------------------------------------------------------------------------- */

static void holder_text(const struct graph_holder *h, int64_t count, char *out, size_t room)
{
    if (count > 1)
        snprintf(out, room, "%s (%" PRId64 ")", h->text, count);
    else
        snprintf(out, room, "%s", h->text);
}

/* `+1 b  -1 a`: what has come and gone since the stop before. */
static int draw_changes(struct canvas *c, int row, int col, int cols, const struct row *r)
{
    char text[GRAPH_TEXT + 24];
    int at = col;
    if (r->now && r->now->immortal) /* nobody counts */
        return 0;
    for (int side = 0; side < 2; side++) {
        const struct graph_object *from = side ? r->before : r->now,
                                  *in = side ? r->now : r->before;
        for (int i = 0; r->now && r->before && i < from->holders && at < col + cols; i++) {
            const struct graph_holder *h = &from->holder[i], *other = graph_find_holder(in, h);
            int64_t more = h->count - (other ? other->count : 0);
            if (more <= 0 || h->kind >= HOLDER_STACK)
                continue;
            snprintf(text, sizeof text, "%c%" PRId64 " %s", side ? '-' : '+', more, h->text);
            at += canvas_puts_clipped(c, row, at, side ? STYLE_REMOVED : STYLE_ADDED,
                                      col + cols - at, text);
            at += 1;
        }
    }
    return at - col;
}

/* `b and box[0]`: those that hold it in the one picture and not, or less often, in the other. */
static int who(const struct graph_object *from, const struct graph_object *in, struct buffer *out)
{
    int n = 0;
    for (int i = 0; i < from->holders; i++) {
        const struct graph_holder *h = &from->holder[i], *other = graph_find_holder(in, h);
        if (h->kind < HOLDER_STACK && h->count > (other ? other->count : 0))
            buffer_printf(out, "%s%s", n++ ? " and " : "", h->text);
    }
    return n;
}

/* What a container is called: by its name, if it has one. */
static const char *name_of_box(const struct graph_object *o, char out[TITLE_BYTES])
{
    if (o->holders && o->holder[0].kind == HOLDER_NAME)
        return o->holder[0].text;
    return object_title(o->type, o->serial, TITLE_BYTES, out);
}

/* `: 2 references are left, and 1 more while the statement runs.`  The last is what a frame's stack
 * holds, or a container that drops its slots one by one. */
static void tell_count(const struct graph_object *o, bool more, bool falling, struct buffer *out,
                       struct spans *values)
{
    int64_t held = falling ? o->refs : graph_held(o), own = o->refs - held;
    buffer_puts(out, ": ");
    size_t start = out->len;
    if (held || more || !own)
        buffer_printf(out, "%" PRId64, held);
    else
        buffer_puts(out, "no");
    spans_add(values, out, start);
    buffer_printf(out, " reference%s", held == 1 || (!held && own && !more) ? "" : "s");
    if (!more)
        buffer_puts(out, held > 1 || (!held && !own) ? " are left" : " is left");
    if (own) {
        buffer_puts(out, held || more ? ", and " : " but ");
        start = out->len;
        buffer_printf(out, "%" PRId64, own);
        spans_add(values, out, start);
        buffer_puts(out,
                    held || more ? " more while the statement runs" : " while the statement runs");
    }
    buffer_putc(out, '.');
}

/* Who it was: those whose hold on it the pictures tell apart, or the container that holds so many
 * at once that they do not.  False: nobody that has a name. */
static bool tell_who(const struct references_picture *p, const struct graph_object *o,
                     const struct graph_object *then, struct buffer *out, struct spans *values,
                     int *count)
{
    char title[TITLE_BYTES];
    const struct graph_object *holder = p->holder ? graph_find(p->graph, p->holder) : NULL;
    struct buffer names = {0};
    size_t start = out->len;
    *count = 1;
    if (p->falling) {
        buffer_puts(out, p->falling);
        spans_add(values, out, start);
        buffer_puts(out, ", which is being freed,");
        return true;
    }
    *count = p->event == EVENT_REF_INC ? who(o, then, &names) : who(then, o, &names);
    if (*count != 1 &&
        holder) { /* it has let go of all at once, and accounts for one after another */
        *count = 1;
        buffer_clear(&names);
        buffer_puts(&names, name_of_box(holder, title));
    }
    buffer_puts(out, buffer_text(&names));
    buffer_free(&names);
    spans_add(values, out, start);
    return *count > 0;
}

static bool tell_references(const void *now, const void *before, struct buffer *out,
                            struct spans *values)
{
    const struct references_picture *p = now, *b = before;
    const struct graph_object *o = graph_find(p->graph, p->graph->focus);
    const struct graph_object *then = b ? graph_find(b->graph, p->graph->focus) : NULL;
    bool more = p->event == EVENT_REF_INC;
    int n;
    char title[TITLE_BYTES];
    if (!o || !then || !o->counted || (!more && p->event != EVENT_REF_DEC) ||
        !tell_who(p, o, then, out, values, &n))
        return false;
    buffer_puts(out, more     ? n == 1 ? " holds " : " hold "
                     : n == 1 ? " lets go of "
                              : " let go of ");
    size_t start = out->len;
    buffer_puts(out, object_title(o->type, o->serial, TITLE_BYTES, title));
    spans_add(values, out, start);
    buffer_puts(out, more ? " now, too" : "");
    tell_count(o, more, p->falling, out, values);
    return true;
}

static void held_by(const struct graph_object *o, struct buffer *out)
{
    char text[GRAPH_TEXT + 24];
    for (int i = 0; i < o->holders; i++) {
        holder_text(&o->holder[i], o->holder[i].count, text, sizeof text);
        buffer_printf(out, "%s%s", i ? ", " : "", text);
    }
}

static void draw_holders(struct canvas *c, struct rect area, const struct row *r)
{
    struct buffer text = {0};
    if (area.cols <= 0 || is_ghost(r) || r->now->immortal || !r->now->counted)
        return;
    if (r->now->refs == 0)
        buffer_puts(&text, "nobody holds it");
    else
        held_by(r->now, &text);
    canvas_paragraph(c, area, STYLE_LABEL, buffer_text(&text), text.len);
    buffer_free(&text);
}

/* ---- boxes and lines ------------------------------------------------------------------------- */

struct columns {
    int names, box, holders, holders_at;
};

/* Where there are few columns, who holds an object is left to the counts and the names. */
static struct columns columns_for(int cols)
{
    enum { NARROW = 66, NAMES = 11 };
    if (cols < NARROW)
        return (struct columns){.names = NAMES, .box = cols - NAMES - 1, .holders_at = cols};
    struct columns w = {.names = cols >= 100 ? 22 : 17, .holders = cols >= 100 ? 34 : 24};
    w.box = cols - w.names - w.holders - 2;
    w.box = w.box > 60 ? 60 : w.box;
    w.holders_at = w.names + w.box + 2;
    w.holders = cols - w.holders_at;
    return w;
}

enum { BOX_ROWS = 3 };

/* An address that is used again; the columns taken. */
static int draw_place(struct canvas *c, int row, int col, const struct row *r)
{
    char title[TITLE_BYTES];
    if (!r->place)
        return 0;
    return canvas_printf(c, row, col, STYLE_MATCH, "%s in the place of %s",
                         style_glyph(STYLE_MATCH),
                         object_title(r->place->type, r->place->serial, 20, title)) +
           1;
}

static void draw_box(struct canvas *c, int row, const struct columns *w, const struct row *r)
{
    const struct graph_object *o = r->now ? r->now : r->before;
    bool fresh = r->now && !r->before;
    enum style frame = is_ghost(r) || (o->counted && !o->refs) ? STYLE_REMOVED
                       : fresh                                 ? STYLE_ADDED
                                                               : STYLE_HEADER;
    char type[TITLE_BYTES], count[64];
    enum style style = count_text(r, count, sizeof count);
    int room = w->box - width_of(count) - 8; /* corners, the glyph, blanks around both */
    object_title(o->type, o->serial, room > 8 ? (size_t)room : 8, type);
    draw_names(c, row + 1, 0, w->names, r);
    canvas_box(c, rect_make(row, w->names, BOX_ROWS, w->box), STYLE_HEADER, LINE_SINGLE);
    int col = w->names + 1;
    if (style_is_state(frame))
        canvas_printf(c, row, col, frame, "%s %s ", style_glyph(frame), type);
    else
        canvas_printf(c, row, col, frame, " %s ", type);
    canvas_printf(c, row, w->names + w->box - 3 - width_of(count), style, " %s ", count);
    draw_place(c, row + BOX_ROWS - 1, col + 1, r);
    draw_slots(c, row + 1, w->names + 2, w->box - 4, r);
    draw_changes(c, row, w->holders_at, w->holders, r);
    draw_holders(c, rect_make(row + 1, w->holders_at, BOX_ROWS - 1, w->holders), r);
}

static void draw_line(struct canvas *c, int row, const struct columns *w, const struct row *r)
{
    const struct graph_object *o = r->now ? r->now : r->before;
    char type[TITLE_BYTES], count[64];
    bool fresh = r->now && !r->before && o->boxed;
    object_title(o->type, o->serial, TITLE_BYTES, type);
    enum style style = count_text(r, count, sizeof count);
    int col = w->names + 1, end = w->names + w->box, at = end - width_of(count);
    draw_names(c, row, 0, w->names, r);
    col += piece(c, row, col, 20,
                 is_ghost(r) ? STYLE_REMOVED
                 : fresh     ? STYLE_ADDED
                             : STYLE_HEADER,
                 type) +
           1;
    col += draw_place(c, row, col, r);
    draw_slots(c, row, col, at - col - 1, r);
    canvas_puts(c, row, at, style, count);
    int changes = draw_changes(c, row, w->holders_at, w->holders, r);
    draw_holders(c, rect_make(row, w->holders_at + changes, 1, w->holders - changes), r);
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* The object whose count is worth a word: the last whose count has changed, else the one that most
 * hold, of those a newer one.  NULL: no name leads to any. */
static const struct graph_object *most_telling(const struct rows *rows)
{
    const struct graph_object *about = NULL;
    bool has_changed = false;
    for (int i = 0; i < rows->count; i++) {
        const struct graph_object *o = rows->row[i].now;
        if (!o || !o->boxed || !o->counted || !o->holders || o->holder[0].kind != HOLDER_NAME ||
            strchr(o->holder[0].text, ' '))
            continue;
        bool changed = !rows->row[i].before || rows->row[i].before->refs != o->refs;
        if (!about || changed || (!has_changed && o->refs >= about->refs))
            about = o;
        has_changed |= changed;
    }
    return about;
}

/* What sys.getrefcount would print of it: it adds its argument. */
static void draw_getrefcount(struct canvas *c, int row, const struct references_picture *p,
                             const struct rows *rows)
{
    static const char argument[] = ", and its own argument";
    const struct graph_object *about = most_telling(rows);
    if (!p->statement || !about)
        return;
    struct buffer text = {0}, holders = {0};
    held_by(about, &holders);
    buffer_printf(&text, "sys.getrefcount(%s) would print %" PRId64 ": ", about->holder[0].text,
                  about->refs + 1);
    int room = canvas_cols(c) - width_of(buffer_text(&text)) - (int)strlen(argument);
    if (width_of(buffer_text(&holders)) <= room)
        buffer_puts(&text, buffer_text(&holders));
    else
        buffer_printf(&text, "%" PRId64 " holders", about->refs);
    buffer_puts(&text, argument);
    canvas_puts_clipped(c, row, 0, STYLE_TEXT, canvas_cols(c), buffer_text(&text));
    buffer_free(&holders);
    buffer_free(&text);
}

/* The first row shown, so that what has changed is in sight. */
static int first_shown(const struct rows *rows, int fit)
{
    int last = 0;
    for (int i = 0; i < rows->count; i++) {
        const struct row *r = &rows->row[i];
        if (!r->now || !r->before || r->now->refs != r->before->refs)
            last = i;
    }
    int first = last - fit + 1;
    return first < 0 ? 0 : first;
}

static void draw_lines(struct canvas *c, const struct rows *rows, const struct columns *w, int fit)
{
    int first = rows->count > fit ? first_shown(rows, fit) : 0;
    for (int i = 0; i < fit && first + i < rows->count; i++)
        draw_line(c, i, w, &rows->row[first + i]);
}

/* The first of them in boxes, as far as there is room for that; the others in a line each.  So one
 * object more moves those behind the last box alone, and what is older keeps its place. */
static void draw_boxes(struct canvas *c, const struct rows *rows, const struct columns *w,
                       int boxes)
{
    int row = 0;
    for (int i = 0; i < rows->count; i++) {
        const struct row *r = &rows->row[i];
        if ((r->now ? r->now : r->before)->boxed && boxes-- > 0) {
            draw_box(c, row, w, r);
            row += BOX_ROWS;
        } else {
            draw_line(c, row++, w, r);
        }
    }
}

static void draw_references(const void *now, const void *before, double motion, struct canvas *c)
{
    (void)motion;
    const struct references_picture *p = now, *b = before;
    struct columns w = columns_for(canvas_cols(c));
    struct rows rows;
    int room = canvas_rows(c) - 1;
    merge_rows(p->graph, b ? b->graph : NULL, &rows);
    if (!rows.count)
        canvas_puts(c, 1, 0, STYLE_TEXT, "No name refers to a container, an instance or a value.");
    else if (rows.count <= room)
        draw_boxes(c, &rows, &w, (room - rows.count) / (BOX_ROWS - 1));
    else
        draw_lines(c, &rows, &w, room);
    draw_getrefcount(c, room, p, &rows);
}

static void header_references(const void *now, const void *before, struct header *h)
{
    const struct references_picture *p = now, *b = before ? before : now;
    header_count(h, b->graph->names, p->graph->names, "",
                 p->graph->names == 1 ? " name" : " names");
    int was = b->graph->count + b->graph->left_out, is = p->graph->count + p->graph->left_out;
    header_count(h, was, is, "", is == 1 ? " object" : " objects");
}

static int needs_references(const void *now)
{
    const struct graph *g = ((const struct references_picture *)now)->graph;
    int rows = 1; /* what getrefcount would print */
    for (int i = 0; i < g->count; i++)
        rows += g->object[i]->boxed ? BOX_ROWS : 1;
    return rows;
}

const struct view view_references = {
    .name = "references",
    .beside = &view_heap,
    .theme = STOP_THEME_REFERENCES,
    .capture = capture_references,
    .header = header_references,
    .tell = tell_references,
    .needs = needs_references,
    .draw = draw_references,
};
