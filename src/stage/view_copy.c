/* copy: two object graphs side by side, path by path: what is one object, what are two. */
#include "graph.h"
#include "view.h"

#include <pyviz/machine/inspect.h>
#include <pyviz/machine/str.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { COPY_ROWS = 48, COPY_CHILDREN = 12, COPY_TEXT = 48, COPY_LABEL = 24, COPY_DEPTH = 6 };

/* What stands at one path on both sides. */
struct copy_row {
    int depth;
    uint64_t path; /* a hash of the labels that lead here */
    char label[COPY_LABEL];
    struct copy_side {
        int64_t number; /* 0: nothing is there */
        char text[COPY_TEXT];
    } side[2];
    bool again; /* this pair stands further up, too: a cycle, or a part that is shared within */
};

struct copy_picture {
    char name[2][COPY_LABEL]; /* "" where there is none */
    int count, left_out, shared, own;
    struct copy_row row[COPY_ROWS];
};

/* ---- capture --------------------------------------------------------------------------------- */

struct child {
    char label[COPY_LABEL];
    Object *target;
};

struct children {
    const Machine *m;
    int count, left_out;
    struct child child[COPY_CHILDREN];
};

static void short_repr(const Machine *m, const Object *o, int columns, char *out, size_t room)
{
    struct buffer text = {0};
    inspect_short_repr(m, o, columns, &text);
    snprintf(out, room, "%s", buffer_text(&text));
    buffer_free(&text);
}

static bool add_child(const struct inspect_link *link, void *context)
{
    enum { KEY_COLUMNS = 12 };
    struct children *c = context;
    char key[COPY_LABEL] = "";
    if (link->kind == LINK_KEY || link->kind == LINK_PART)
        return true;
    if (c->count == COPY_CHILDREN) {
        c->left_out++;
        return c->left_out < COPY_ROWS;
    }
    struct child *child = &c->child[c->count++];
    child->target = link->target;
    if (link->name)
        short_repr(c->m, link->name, KEY_COLUMNS, key, sizeof key);
    size_t n = strlen(key);
    if (link->kind == LINK_ITEM)
        snprintf(child->label, sizeof child->label, "[%zd]", link->index);
    else if (link->kind == LINK_ATTRIBUTE && n >= 2) /* a str's quotes */
        snprintf(child->label, sizeof child->label, ".%.*s", (int)n - 2, key + 1);
    else
        snprintf(child->label, sizeof child->label, "[%.20s]", key);
    return true;
}

static Object *child_named(const struct children *c, const char *label)
{
    for (int i = 0; c && i < c->count; i++)
        if (!strcmp(c->child[i].label, label))
            return c->child[i].target;
    return NULL;
}

static void describe(const Machine *m, const Object *o, bool whole, struct copy_side *side)
{
    enum { REPR_COLUMNS = 18 };
    char text[COPY_TEXT], title[TITLE_BYTES];
    if (!o)
        return;
    object_title(type_name(o), o->serial, 20, title);
    side->number = inspect_number(m, o);
    short_repr(m, o, REPR_COLUMNS, text, sizeof text);
    if (!graph_boxes(o))
        snprintf(side->text, sizeof side->text, "%.40s", text);
    else if (whole)
        snprintf(side->text, sizeof side->text, "%.20s %.26s", title, text);
    else
        snprintf(side->text, sizeof side->text, "%.40s", title);
}

/* A side that has nothing here (0) agrees with anything. */
static bool stands_above(const struct copy_picture *p, int64_t left, int64_t right)
{
    for (int i = 0; i < p->count; i++)
        if ((!left || p->row[i].side[0].number == left) &&
            (!right || p->row[i].side[1].number == right))
            return true;
    return false;
}

static void pair(const Machine *m, struct copy_picture *p, const Object *left, const Object *right,
                 const struct copy_row *parent, const char *label);

static uint64_t path_below(uint64_t path, const char *label)
{
    for (; *label; label++)
        path = (path ^ (unsigned char)*label) * 1099511628211u;
    return path;
}

static void pair_children(const Machine *m, struct copy_picture *p, const Object *left,
                          const Object *right, struct copy_row parent)
{
    struct children l = {.m = m}, r = {.m = m};
    if (left && graph_boxes(left))
        inspect_links(m, left, add_child, &l);
    if (right && graph_boxes(right))
        inspect_links(m, right, add_child, &r);
    for (int i = 0; i < l.count; i++)
        pair(m, p, l.child[i].target, child_named(&r, l.child[i].label), &parent, l.child[i].label);
    for (int i = 0; i < r.count; i++)
        if (!child_named(&l, r.child[i].label))
            pair(m, p, NULL, r.child[i].target, &parent, r.child[i].label);
    p->left_out += l.left_out > r.left_out ? l.left_out : r.left_out;
}

static void pair(const Machine *m, struct copy_picture *p, const Object *left, const Object *right,
                 const struct copy_row *parent, const char *label)
{
    int depth = parent ? parent->depth + 1 : 0;
    if (p->count == COPY_ROWS) {
        p->left_out++;
        return;
    }
    bool boxed = (left && graph_boxes(left)) || (right && graph_boxes(right));
    bool again = boxed && stands_above(p, left ? inspect_number(m, left) : 0,
                                       right ? inspect_number(m, right) : 0);
    bool leaf = left == right || again || depth == COPY_DEPTH;
    struct copy_row *row = &p->row[p->count++];
    *row = (struct copy_row){
        .depth = depth, .path = path_below(parent ? parent->path : 0, label), .again = again};
    snprintf(row->label, sizeof row->label, "%s", label);
    describe(m, left, leaf, &row->side[0]);
    describe(m, right, leaf, &row->side[1]);
    if (boxed && left && left == right)
        p->shared++;
    else if (boxed && right && !again)
        p->own++;
    if (!leaf)
        pair_children(m, p, left, right, *row);
}

/* The first container that a name refers to is the original; the last one is what has been made of
 * it. */
static void find_roots(const Machine *m, Object *root[2], char name[2][COPY_LABEL])
{
    Object *key, *value;
    for (int frames = 0; frames < 2; frames++) {
        size_t at = 0;
        while (frames ? m->frame && inspect_next_local(m, m->frame, &at, &key, &value)
                      : inspect_next_name(m, &at, &key, &value)) {
            if (!graph_boxes(value))
                continue;
            int side = root[0] != NULL;
            struct buffer text = {0};
            str_to_utf8(key, &text);
            root[side] = value;
            snprintf(name[side], COPY_LABEL, "%s", buffer_text(&text));
            buffer_free(&text);
        }
    }
}

static const void *capture_copy(const Machine *m, Object *subject, struct arena *arena)
{
    (void)subject;
    struct copy_picture *p = arena_alloc(arena, sizeof *p);
    Object *root[2] = {NULL, NULL};
    *p = (struct copy_picture){0};
    find_roots(m, root, p->name);
    if (root[0])
        pair(m, p, root[0], root[1], NULL, "");
    return p;
}

/* ---- drawing --------------------------------------------------------------------------------- */

static const struct copy_row *row_before(const struct copy_picture *b, const struct copy_row *row)
{
    for (int i = 0; b && i < b->count; i++)
        if (b->row[i].depth == row->depth && b->row[i].path == row->path)
            return &b->row[i];
    return NULL;
}

static void draw_side(struct canvas *c, int row, int col, int cols, const struct copy_row *now,
                      const struct copy_row *then, bool compared, int side)
{
    enum { STEP = 2 };
    const struct copy_side *s = &now->side[side];
    char text[COPY_LABEL + COPY_TEXT + 8];
    if (!s->number && !(then && then->side[side].number))
        return;
    bool gone = !s->number;
    bool fresh = compared && !gone && (!then || !then->side[side].number);
    const struct copy_side *was = then ? &then->side[side] : NULL;
    bool changed = was && !gone && was->number &&
                   (was->number != s->number || (now->side[0].number == now->side[1].number &&
                                                 then->side[0].number == then->side[1].number &&
                                                 strcmp(was->text, s->text) != 0));
    enum style style = gone      ? STYLE_REMOVED
                       : fresh   ? STYLE_ADDED
                       : changed ? STYLE_CHANGED
                                 : STYLE_TEXT;
    snprintf(text, sizeof text, "%s%s%s%s%s", style_is_state(style) ? style_glyph(style) : "",
             style_is_state(style) ? " " : "", now->label, *now->label ? " " : "",
             gone ? then->side[side].text : s->text);
    int indent = STEP * now->depth;
    canvas_puts_clipped(c, row, col + indent, style, cols - indent, text);
}

/* Between the two: one object, or two. */
static void draw_between(struct canvas *c, int row, int col, const struct copy_row *now)
{
    const struct copy_side *l = &now->side[0], *r = &now->side[1];
    if (!l->number || !r->number)
        return;
    if (l->number == r->number)
        canvas_puts(c, row, col, STYLE_MATCH, "= one ");
    else
        canvas_puts(c, row, col, STYLE_LABEL, now->again ? " again" : "  two");
}

static void draw_copy(const void *now, const void *before, double motion, struct canvas *c)
{
    (void)motion;
    const struct copy_picture *p = now, *b = before;
    int cols = readable_cols(c), width = (cols - 10) / 2, rows = canvas_rows(c) - 2;
    if (!p->count) {
        canvas_puts(c, 1, 0, STYLE_TEXT, "No containers yet.");
        return;
    }
    canvas_puts(c, 0, 0, STYLE_HEADER, p->name[0]);
    canvas_puts(c, 0, width + 10, STYLE_HEADER, p->name[1]);
    for (int i = 0; i < p->count && i < rows; i++) {
        const struct copy_row *row = &p->row[i], *then = row_before(b, row);
        draw_side(c, 1 + i, 0, width, row, then, b != NULL, 0);
        draw_side(c, 1 + i, width + 10, width, row, then, b != NULL, 1);
        draw_between(c, 1 + i, width + 2, row);
    }
    int more = p->left_out + (p->count > rows ? p->count - rows : 0);
    if (more)
        canvas_printf(c, 1 + rows, 0, STYLE_LABEL, "… %d more", more);
}

static void header_copy(const void *now, const void *before, struct header *h)
{
    const struct copy_picture *p = now, *b = before ? before : now;
    if (!*p->name[1])
        return;
    header_add(h, STYLE_HEADER, "%s and %s", p->name[0], p->name[1]);
    header_count(h, b->shared, p->shared, "", " shared");
    header_count(h, b->own, p->own, "", " of its own");
}

const struct view view_copy = {
    .name = "copy",
    .beside = &view_references,
    .theme = STOP_THEME_COPIES,
    .capture = capture_copy,
    .header = header_copy,
    .draw = draw_copy,
};
