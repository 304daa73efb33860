/* mro: how the order of a class is merged from the orders of its bases, and how it is walked. */
#include "view.h"

#include <pyviz/machine/inspect.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/op.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { LOW = 9 }; /* an area of fewer rows has none to spare */
enum { MRO_CLASSES = 24, MRO_LISTS = 8, MRO_LIST = 16, MRO_NAME = 20, MRO_BASES = 6 };

/* A class in the hierarchy, or in a list: by its index in the picture's table. */
struct mro_class {
    int64_t number;
    char name[MRO_NAME];
    int rank;  /* how far above it object stands at most; object's is 0 */
    int order; /* its place in the order, as far as that is known, from 1; 0: not taken yet */
    int bases, base[MRO_BASES];
    char running[MRO_NAME]; /* the method of it that runs; "": none */
    bool innermost;         /* that is where the program stands */
};

struct mro_list {
    char label[MRO_NAME + 8];
    int count, taken, left_out;
    int item[MRO_LIST];
};

struct mro_picture {
    int64_t number; /* of the class; 0: there is none */
    char name[MRO_NAME];
    int classes, ranks;
    struct mro_class class[MRO_CLASSES];
    bool merging;
    int lists, lists_left_out;
    struct mro_list list[MRO_LISTS], result;
    int candidate, from, barred_by; /* a class, lists; -1: none */
    enum merge_verdict verdict;
    int steps; /* taken so far */
    /* whose order it gets behind itself, just now; "": it has one already */
    char only_base[MRO_NAME];
    bool walking; /* an attribute is sought along the order */
    char attribute[MRO_NAME];
    int walk_first, found; /* places in the order, from 0; found -1: nowhere */
    bool own;
};

static bool is_event(const Machine *m, const char *family)
{
    return m->clock && strncmp(event_info[m->event.kind].name, family, strlen(family)) == 0;
}

static bool claims_mro(const Machine *m)
{
    return is_event(m, "mro.");
}

/* ---- capture --------------------------------------------------------------------------------- */

static void name_of(const Type *type, char out[MRO_NAME])
{
    struct buffer text = {0};
    if (type->ht_name)
        str_to_utf8(type->ht_name, &text);
    else
        buffer_puts(&text, type->tp_name);
    picture_text(out, MRO_NAME, &text);
    buffer_free(&text);
}

static int find_class(const struct mro_picture *p, int64_t number)
{
    for (int i = 0; i < p->classes; i++)
        if (p->class[i].number == number)
            return i;
    return -1;
}

/* The class and what it derives from; its index, -1 if there is no more room. */
static int add_class(const Machine *m, struct mro_picture *p, const Type *type, const Object *bases)
{
    int at = find_class(p, inspect_number(m, (const Object *)type));
    if (at >= 0 || p->classes == MRO_CLASSES)
        return at;
    at = p->classes++;
    p->class[at] = (struct mro_class){.number = inspect_number(m, (const Object *)type)};
    name_of(type, p->class[at].name);
    for (ssize_t i = 0; bases && i < tuple_size(bases) && i < MRO_BASES; i++) {
        const Type *base = (const Type *)tuple_item(bases, i);
        int b = add_class(m, p, base, base->tp_bases);
        if (b < 0)
            continue;
        p->class[at].base[p->class[at].bases++] = b;
        if (p->class[at].rank <= p->class[b].rank)
            p->class[at].rank = p->class[b].rank + 1;
    }
    if (p->ranks <= p->class[at].rank)
        p->ranks = p->class[at].rank + 1;
    return at;
}

static void fill_list(const Machine *m, const struct mro_picture *p, Object *const *item, ssize_t n,
                      struct mro_list *list)
{
    for (ssize_t i = 0; i < n; i++) {
        int at = find_class(p, inspect_number(m, item[i]));
        if (at >= 0 && list->count < MRO_LIST)
            list->item[list->count++] = at;
        else
            list->left_out++;
    }
}

static void number_order(struct mro_picture *p)
{
    for (int i = 0; i < p->result.count; i++)
        p->class[p->result.item[i]].order = i + 1;
}

static void capture_merge(const Machine *m, const Op *op, struct mro_picture *p)
{
    p->merging = true;
    p->verdict = op->u.merge.verdict;
    p->from = op->u.merge.candidate ? (int)op->u.merge.from : -1;
    p->barred_by = (int)op->u.merge.barred_by;
    if (op->u.merge.candidate)
        p->candidate = find_class(p, inspect_number(m, op->u.merge.candidate));
    for (ssize_t i = 0; i < op->u.merge.lists; i++) {
        if (p->lists == MRO_LISTS) {
            p->lists_left_out++;
            continue;
        }
        struct mro_list *list = &p->list[p->lists++];
        const Object *bases = op->u.merge.list[op->u.merge.lists - 1];
        const Object *order = op->u.merge.list[i];
        char name[MRO_NAME] = "";
        if (i < op->u.merge.lists - 1)
            name_of((const Type *)tuple_item(bases, i), name);
        if (*name)
            snprintf(list->label, sizeof list->label, "L[%s]", name);
        else
            snprintf(list->label, sizeof list->label, "bases");
        list->taken = (int)op->u.merge.at[i];
        fill_list(m, p, ((const TupleObject *)order)->item, tuple_size(order), list);
    }
    const ListObject *result = (const ListObject *)op->u.merge.result;
    fill_list(m, p, result->item, result->size, &p->result);
    p->steps = p->result.count;
}

/* The order that the event tells of, which the class does not have yet. */
static void capture_single(const Machine *m, struct mro_picture *p)
{
    Object *class = (Object *)m->event.field[0];
    const Object *order = ((const Type *)m->event.field[1])->tp_mro;
    name_of((const Type *)m->event.field[1], p->only_base);
    fill_list(m, p, &class, 1, &p->result);
    fill_list(m, p, ((const TupleObject *)order)->item, tuple_size(order), &p->result);
}

static int place_in_order(const Machine *m, const struct mro_picture *p, const Object *o)
{
    int at = o ? find_class(p, inspect_number(m, o)) : -1;
    return at < 0 ? -1 : p->class[at].order - 1;
}

static void capture_walk(const Machine *m, struct mro_picture *p)
{
    const intptr_t *field = m->event.field;
    struct buffer text = {0};
    p->walking = true;
    p->own = m->event.kind == EVENT_ATTRIBUTE_OWN;
    if (m->event.kind == EVENT_ATTRIBUTE_FOUND || m->event.kind == EVENT_SUPER_FOUND)
        p->found = place_in_order(m, p, (const Object *)field[3]);
    if (m->event.kind == EVENT_SUPER_FOUND)
        p->walk_first = place_in_order(m, p, (const Object *)field[2]) + 1;
    str_to_utf8((const Object *)field[1], &text);
    picture_text(p->attribute, sizeof p->attribute, &text);
    buffer_free(&text);
}

static const Op *merge_under_way(const Machine *m)
{
    const Op *op = m->op;
    while (op && op->kind != OP_MERGE)
        op = op->outer;
    return op;
}

/* The class of the first argument of the innermost method that runs; NULL: none does. */
static const Type *class_of_self(const Machine *m)
{
    Object *name, *value;
    for (const struct Frame *f = m->frame; f; f = inspect_outer_frame(f)) {
        size_t at = 0;
        if (!inspect_frame_is_module(m, f) && !inspect_frame_is_class(m, f) &&
            inspect_next_local(m, f, &at, &name, &value) && value->type->tp_flags & TYPE_HEAP &&
            !is_type(value))
            return value->type;
    }
    return NULL;
}

/* Marks the classes whose methods run: a method's qualified name begins with its class's. */
static void mark_running(const Machine *m, struct mro_picture *p)
{
    for (const struct Frame *f = m->frame; f; f = inspect_outer_frame(f)) {
        struct buffer text = {0};
        str_to_utf8(inspect_frame_qualname(f), &text);
        char *dot = strrchr(text.data ? text.data : "", '.');
        for (int i = 0; dot && i < p->classes; i++) {
            struct mro_class *class = &p->class[i];
            size_t n = (size_t)(dot - text.data);
            if (*class->running || strncmp(class->name, text.data, n) || class->name[n])
                continue;
            snprintf(class->running, sizeof class->running, "%s", dot + 1);
            class->innermost = f == m->frame;
        }
        buffer_free(&text);
    }
}

/* The class that the event is about, or the running method's object's, else the one made last. */
static const Type *class_on_stage(const Machine *m)
{
    Object *name, *value;
    const Type *newest = class_of_self(m);
    if (is_event(m, "mro.") || is_event(m, "class.") || is_event(m, "attribute.") ||
        is_event(m, "super."))
        return (const Type *)m->event.field[0];
    if (newest)
        return newest;
    for (size_t at = 0; inspect_next_name(m, &at, &name, &value);)
        if (is_type(value) && value->serial > 0 &&
            (!newest || value->serial > newest->ob_base.serial))
            newest = (const Type *)value;
    return newest;
}

static const void *capture_mro(const Machine *m, Object *subject, struct arena *arena)
{
    (void)subject;
    struct mro_picture *p = arena_alloc(arena, sizeof *p);
    *p = (struct mro_picture){.candidate = -1, .from = -1, .barred_by = -1, .found = -1};
    const Op *op = merge_under_way(m);
    const Type *type = op ? (const Type *)op->subject : class_on_stage(m);
    if (!type)
        return p;
    p->number = inspect_number(m, (const Object *)type);
    name_of(type, p->name);
    add_class(m, p, type, op ? op->u.merge.list[op->u.merge.lists - 1] : type->tp_bases);
    if (op)
        capture_merge(m, op, p);
    else if (type->tp_mro)
        fill_list(m, p, ((const TupleObject *)type->tp_mro)->item, tuple_size(type->tp_mro),
                  &p->result);
    else if (m->event.kind == EVENT_MRO_SINGLE)
        capture_single(m, p);
    number_order(p);
    mark_running(m, p);
    if (is_event(m, "attribute.") || is_event(m, "super."))
        capture_walk(m, p);
    return p;
}

/* ---- the lists ------------------------------------------------------------------------------- */

static int width_of(const char *text)
{
    return canvas_columns(text, strlen(text));
}

static int widest_name(const struct mro_picture *p)
{
    int most = 1;
    for (int i = 0; i < p->classes; i++) {
        int width = width_of(p->class[i].name);
        most = width > most ? width : most;
    }
    return most;
}

static int widest_label(const struct mro_picture *p)
{
    int most = 6;
    for (int i = 0; i < p->lists; i++) {
        int width = width_of(p->list[i].label);
        most = width > most ? width : most;
    }
    return most;
}

/* How cell k of list i looks: what has been taken has left its place; the candidate is looked at at
 * the head of its list, and found again in a tail if there is one that bars it. */
static enum style item_style(const struct mro_picture *p, int i, int k)
{
    const struct mro_list *list = &p->list[i];
    if (p->candidate < 0 || list->item[k] != p->candidate)
        return STYLE_TEXT;
    if (p->verdict == MERGE_TAKEN)
        return k == list->taken - 1 ? STYLE_REMOVED : STYLE_TEXT;
    if (i == p->from && k == list->taken)
        return STYLE_PROBE;
    if (p->verdict == MERGE_REJECTED && i == p->barred_by && k > list->taken)
        return STYLE_MATCH;
    return STYLE_TEXT;
}

static void draw_list(struct canvas *c, int row, int col, int cell, const struct mro_picture *p,
                      int i)
{
    const struct mro_list *list = &p->list[i];
    canvas_puts(c, row, 2, STYLE_LABEL, list->label);
    for (int k = 0; k < list->count; k++, col += cell) {
        enum style style = item_style(p, i, k);
        if (k < list->taken && style != STYLE_REMOVED)
            cell_draw(c, row, col, cell - 1, STYLE_SPARE, "·");
        else
            cell_draw(c, row, col, cell - 1, style, p->class[list->item[k]].name);
    }
    if (list->left_out)
        canvas_printf(c, row, col, STYLE_LABEL, "… %d more", list->left_out);
}

/* Which of a list's classes stands right before the one sought in its tail; -1: it is not there. */
static int before_in_tail(const struct mro_list *list, int class)
{
    for (int k = list->taken + 1; k < list->count; k++)
        if (list->item[k] == class)
            return list->item[k - 1];
    return -1;
}

/* The question as it was put to one list after the other, in as many rows as there are. */
static void draw_tested(struct canvas *c, int row, const struct mro_picture *p)
{
    enum { INDENT = 2 };
    bool waits = p->verdict == MERGE_REJECTED;
    int last = waits ? p->barred_by : p->lists - 1, rows = canvas_rows(c);
    int col = canvas_printf(c, row, 0, STYLE_TEXT, "%s %s. In the tail of",
                            p->class[p->candidate].name, waits ? "waits" : "is taken");
    for (int i = 0; i <= last; i++) {
        char text[MRO_NAME + 24];
        snprintf(text, sizeof text, " %s? %s%s", p->list[i].label,
                 i == last && waits ? "yes" : "no", i < last ? "," : "");
        if (col + width_of(text) > canvas_cols(c) && row + 1 < rows) {
            row++;
            col = INDENT;
        }
        col += canvas_puts(c, row, col, STYLE_TEXT, text);
    }
}

/* Each head that is left, and one that it would have to wait for. */
static void draw_conflict(struct canvas *c, int row, const struct mro_picture *p)
{
    canvas_puts(c, row++, 0, STYLE_ERROR, "No head is left that stands in no tail:");
    for (int i = 0, shown = 0; i < p->lists && row + shown < canvas_rows(c); i++) {
        const struct mro_list *list = &p->list[i];
        if (list->taken >= list->count)
            continue;
        for (int k = 0; k < p->lists; k++) {
            int before = before_in_tail(&p->list[k], list->item[list->taken]);
            if (before < 0)
                continue;
            canvas_printf(c, row + shown++, 2, STYLE_TEXT, "%s of %s waits for %s in %s",
                          p->class[list->item[list->taken]].name, list->label,
                          p->class[before].name, p->list[k].label);
            break;
        }
    }
}

static void draw_verdict(struct canvas *c, int row, const struct mro_picture *p)
{
    if (p->candidate < 0)
        return;
    if (p->verdict == MERGE_TAKEN || p->verdict == MERGE_REJECTED)
        draw_tested(c, row, p);
    else if (p->verdict == MERGE_CONFLICT)
        draw_conflict(c, row, p);
}

static void draw_merge(struct canvas *c, const struct mro_picture *p, const struct mro_picture *b)
{
    int cell = widest_name(p) + 4, col = widest_label(p) + 4, row = canvas_rows(c) < LOW ? 1 : 2;
    int cols = canvas_cols(c);
    while (cell > 4 && col + cell * 4 > cols)
        cell--;
    canvas_printf(c, 0, 0, STYLE_TEXT, "L[%s] = %s + merge(", p->name, p->name);
    for (int i = 0; i < p->lists; i++, row++)
        draw_list(c, row, col, cell, p, i);
    if (p->lists_left_out)
        canvas_printf(c, row++, 2, STYLE_LABEL, "… %d more lists", p->lists_left_out);
    canvas_puts(c, row++, 0, STYLE_TEXT, ")");
    row += row + 3 < canvas_rows(c);
    canvas_puts(c, row, 0, STYLE_LABEL, "result");
    int had = b && b->merging && b->number == p->number ? b->result.count : p->result.count;
    for (int i = 0, at = 8; i < p->result.count; i++) {
        const char *name = p->class[p->result.item[i]].name;
        int width = width_of(name) + (i >= had ? 2 : 0);
        cell_draw(c, row, at, width, i >= had ? STYLE_ADDED : STYLE_TEXT, name);
        at += width + 2;
    }
    draw_verdict(c, row + 2 < canvas_rows(c) ? row + 2 : row + 1, p);
}

/* ---- the order, walked ----------------------------------------------------------------------- */

static enum style walk_style(const struct mro_picture *p, int i)
{
    if (!p->walking || p->own || i < p->walk_first)
        return STYLE_TEXT;
    return i == p->found ? STYLE_MATCH : p->found < 0 || i < p->found ? STYLE_PROBE : STYLE_TEXT;
}

static void draw_order(struct canvas *c, const struct mro_picture *p)
{
    int row = 0, last = canvas_rows(c) - 1;
    if (p->only_base[0])
        canvas_printf(c, row, 0, STYLE_TEXT, "L[%s] = %s + L[%s]", p->name, p->name, p->only_base);
    else
        canvas_printf(c, row, 0, STYLE_TEXT, "%s.__mro__", p->name);
    if (p->walking)
        canvas_printf(c, row, width_of(p->name) + 12, STYLE_TEXT, "%s.%s%s",
                      p->walk_first ? "super()" : "", p->attribute,
                      p->own ? ": the object's own" : " is sought");
    int width = 0;
    for (int i = 0; i < p->result.count; i++) {
        int one = width_of(p->class[p->result.item[i]].name) + 4;
        width = one > width ? one : width;
    }
    row += 2;
    for (int i = 0; i < p->result.count && row <= last; i++, row++) {
        enum style style = walk_style(p, i);
        canvas_printf(c, row, 2, STYLE_LABEL, "%2d", i + 1);
        int cell = width_of(p->class[p->result.item[i]].name) + 4;
        cell_draw(c, row, 5, cell, style, p->class[p->result.item[i]].name);
        if (style == STYLE_MATCH)
            canvas_printf(c, row, 7 + width, STYLE_TEXT, "has .%s", p->attribute);
        else if (style == STYLE_PROBE)
            canvas_puts(c, row, 7 + width, STYLE_LABEL, "no");
        else if (p->class[p->result.item[i]].running[0])
            canvas_printf(c, row, 7 + width, STYLE_TEXT, "%s() %s",
                          p->class[p->result.item[i]].running,
                          p->class[p->result.item[i]].innermost ? "runs" : "waits");
        else if (p->walking && i < p->walk_first)
            canvas_puts(c, row, 7 + width, STYLE_LABEL, "passed over by super()");
    }
}

/* ---- the hierarchy --------------------------------------------------------------------------- */

static int in_rank(const struct mro_picture *p, int rank)
{
    int n = 0;
    for (int i = 0; i < p->classes; i++)
        n += p->class[i].rank == rank;
    return n;
}

/* Can every line be drawn so that none can be read amiss?  Each class must have all classes of the
 * rank above it as bases, and no others. */
static bool lines_are_plain(const struct mro_picture *p)
{
    for (int i = 0; i < p->classes; i++) {
        const struct mro_class *class = &p->class[i];
        if (class->rank && class->bases != in_rank(p, class->rank - 1))
            return false;
        for (int b = 0; b < class->bases; b++)
            if (p->class[class->base[b]].rank != class->rank - 1)
                return false;
    }
    return true;
}

static void class_text(const struct mro_picture *p, int i, bool bases, char *out, size_t room)
{
    const struct mro_class *class = &p->class[i];
    int at = class->order ? snprintf(out, room, "%d %s", class->order, class->name)
                          : snprintf(out, room, "%s", class->name);
    if (!bases || (class->bases == 1 && p->class[class->base[0]].rank == 0))
        return;
    for (int b = 0; b < class->bases && at < (int)room; b++)
        at += snprintf(out + at, room - (size_t)at, "%s%s%s", b ? ", " : "(",
                       p->class[class->base[b]].name, b + 1 == class->bases ? ")" : "");
}

static enum style class_style(const struct mro_picture *p, const struct mro_picture *b, int i)
{
    int was = b && b->number == p->number ? find_class(b, p->class[i].number) : -1;
    if (p->walking)
        return walk_style(p, p->class[i].order - 1);
    if (p->merging && was >= 0 && p->class[i].order && !b->class[was].order)
        return STYLE_ADDED;
    if (p->merging && i == p->candidate && p->verdict == MERGE_REJECTED)
        return STYLE_PROBE;
    return STYLE_TEXT;
}

/* The classes of one rank side by side; fills in the middle column of each. */
static void draw_rank(struct canvas *c, int row, int rank, bool bases, const struct mro_picture *p,
                      const struct mro_picture *b, int *middle)
{
    int n = in_rank(p, rank), width = canvas_cols(c) / (n ? n : 1), k = 0;
    for (int i = 0; i < p->classes; i++) {
        if (p->class[i].rank != rank)
            continue;
        char text[96];
        class_text(p, i, bases, text, sizeof text);
        enum style style = class_style(p, b, i);
        int cols = width_of(text) + (style_is_state(style) ? 2 : 0);
        cols = cols < width ? cols : width;
        middle[i] = k * width + width / 2;
        cell_draw(c, row, middle[i] - cols / 2, cols, style, text);
        k++;
    }
}

/* From the rank below up to the rank above, one bar that all lines meet. */
static void draw_bar(struct canvas *c, int row, int rank, const struct mro_picture *p,
                     const int *middle)
{
    int left = canvas_cols(c), right = 0;
    for (int i = 0; i < p->classes; i++) {
        if (p->class[i].rank != rank && p->class[i].rank != rank - 1)
            continue;
        left = middle[i] < left ? middle[i] : left;
        right = middle[i] > right ? middle[i] : right;
    }
    for (int i = 0; i < p->classes; i++) {
        uint8_t up = LINES_MASK(LINE_SINGLE, LINE_NONE, LINE_NONE, LINE_NONE);
        uint8_t down = LINES_MASK(LINE_NONE, LINE_NONE, LINE_SINGLE, LINE_NONE);
        if (p->class[i].rank == rank - 1)
            canvas_arms(c, row, middle[i], STYLE_LABEL, up);
        if (p->class[i].rank == rank)
            canvas_arms(c, row, middle[i], STYLE_LABEL, down);
    }
    for (int col = left; col <= right && left < right; col++)
        canvas_arms(c, row, col, STYLE_LABEL,
                    LINES_MASK(LINE_NONE, col < right ? LINE_SINGLE : LINE_NONE, LINE_NONE,
                               col > left ? LINE_SINGLE : LINE_NONE));
}

static void draw_hierarchy(struct canvas *c, const struct mro_picture *p,
                           const struct mro_picture *b)
{
    int middle[MRO_CLASSES], rows = canvas_rows(c);
    bool plain = lines_are_plain(p) && 2 * p->ranks - 1 <= rows;
    bool spaced = plain || 2 * p->ranks - 1 <= rows;
    for (int rank = 0; rank < p->ranks; rank++)
        draw_rank(c, rank * (spaced ? 2 : 1), rank, !plain, p, b, middle);
    for (int rank = 1; plain && rank < p->ranks; rank++)
        draw_bar(c, 2 * rank - 1, rank, p, middle);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static void draw_mro(const void *now, const void *before, double motion, struct canvas *c)
{
    (void)motion;
    const struct mro_picture *p = now, *b = before;
    int cols = canvas_cols(c), right = cols >= 100                        ? 44
                                       : p->number && !lines_are_plain(p) ? 34
                                                                          : 28;
    enum { LEAST_LEFT = 34 };
    int left = cols - right - 2;
    bool alone = left < LEAST_LEFT; /* there is no room for the hierarchy */
    if (!p->number) {
        canvas_puts(c, 1, 0, STYLE_TEXT, "No classes yet.");
        return;
    }
    int top = canvas_rows(c) >= LOW;
    canvas_push(c, rect_make(top, 0, canvas_rows(c) - top, alone ? cols : left));
    if (p->merging)
        draw_merge(c, p, b);
    else
        draw_order(c, p);
    canvas_pop(c);
    if (alone)
        return;
    canvas_push(c, rect_make(top, left + 2, canvas_rows(c) - top, right));
    draw_hierarchy(c, p, b);
    canvas_pop(c);
}

static void header_mro(const void *now, const void *before, struct header *h)
{
    const struct mro_picture *p = now, *b = before ? before : now;
    if (!p->number)
        return;
    header_add(h, STYLE_HEADER, "class %s", p->name);
    if (p->merging) {
        header_count(h, p->lists, p->lists, "C3: ", " lists");
        header_count(h, b->number == p->number && b->merging ? b->steps : p->steps, p->steps, "",
                     " in the order");
    } else {
        header_count(h, p->result.count, p->result.count, "", " classes in its order");
    }
}

static int needs_mro(const void *now)
{
    enum { AROUND_LISTS = 8 };
    const struct mro_picture *p = now;
    int rows = p->merging ? p->lists + AROUND_LISTS : p->result.count + 2;
    return rows > p->ranks ? rows : p->ranks;
}

const struct view view_mro = {
    .name = "mro",
    .beside = &view_class,
    .claims = claims_mro,
    .theme = STOP_THEME_CLASSES,
    .capture = capture_mro,
    .header = header_mro,
    .needs = needs_mro,
    .draw = draw_mro,
};
