/* class: a class as the object that it is: its bases, its order, its namespace, and who finds what
 * in it. */
#include "view.h"

#include <pyviz/machine/inspect.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { CLASS_ENTRIES = 32, CLASS_ORDER = 16, CLASS_TEXT = 40, CLASS_LIST = 160 };

/* A name in the class's __dict__. */
struct class_entry {
    int place; /* in the order of the dict */
    int64_t number;
    bool given; /* the class statement puts it there by itself */
    bool runs;  /* a method under way */
    enum inspect_attribute kind;
    char name[CLASS_TEXT], text[CLASS_TEXT]; /* parameters, or the value */
    char hides[CLASS_TEXT];                  /* the class that would have it otherwise; "": none */
};

/* An attribute being sought on an instance: PyObject_GenericGetAttr; or along super(). */
struct class_lookup {
    bool active, own, super;
    int first, found; /* places in the order: where it began; -1: no class has it */
    enum inspect_attribute kind;
    char object[CLASS_TEXT], name[CLASS_TEXT], value[CLASS_TEXT];
};

struct class_picture {
    char name[CLASS_TEXT], metaclass[CLASS_TEXT];
    char bases[CLASS_LIST], subclasses[CLASS_LIST], inherited[CLASS_LIST];
    int nsubclasses, names, left_out, entries;
    int order_count, order_left_out;
    char order[CLASS_ORDER][CLASS_TEXT],
        runs[CLASS_ORDER][CLASS_TEXT]; /* a method of it; "": none */
    struct class_entry entry[CLASS_ENTRIES];
    struct class_lookup lookup;
};

static bool shows_class(const Machine *m, const Object *subject)
{
    (void)m;
    return subject && is_type(subject) && ((const Type *)subject)->tp_flags & TYPE_HEAP &&
           subject->serial > 0;
}

/* A class goes for itself, an instance for its class. */
static Object *picks_class(const Machine *m, Object *o)
{
    if (shows_class(m, o))
        return o;
    Object *type = o ? (Object *)o->type : NULL;
    return shows_class(m, type) ? type : NULL;
}

/* ---- capture --------------------------------------------------------------------------------- */

static void put_str(const Object *str, char *out, size_t room)
{
    struct buffer text = {0};
    str_to_utf8(str, &text);
    picture_text(out, room, &text);
    buffer_free(&text);
}

static void name_of(const Type *type, char out[CLASS_TEXT])
{
    if (type->ht_name)
        put_str(type->ht_name, out, CLASS_TEXT);
    else
        snprintf(out, CLASS_TEXT, "%s", type->tp_name);
}

/* "A, B, …": what does not fit any more is left out. */
static void append_to(char list[CLASS_LIST], const char *text)
{
    size_t len = strlen(list);
    if (len + strlen(text) + 8 < CLASS_LIST)
        snprintf(list + len, CLASS_LIST - len, "%s%s", len ? ", " : "", text);
    else if (len >= 3 && strcmp(list + len - 3, "…") != 0)
        snprintf(list + len, CLASS_LIST - len, ", …");
}

/* Is it a name that every class gets, whatever its body says? */
static bool is_given(const char *name)
{
    static const char *const names[] = {
        "__module__",  "__qualname__", "__firstlineno__", "__static_attributes__", "__dict__",
        "__weakref__", "__doc__",      "__annotations__", "__classcell__"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(name, names[i]))
            return true;
    return false;
}

static void describe_value(const Machine *m, const Object *value, struct class_entry *e)
{
    enum { VALUE_COLUMNS = 26 };
    struct buffer text = {0};
    inspect_signature(m, value, &text);
    if (e->kind == ATTRIBUTE_PROPERTY) {
        buffer_clear(&text);
        buffer_puts(&text, inspect_property_is_settable(value) ? "get, set" : "get");
    }
    if (!text.len && e->kind != ATTRIBUTE_SLOT && e->kind != ATTRIBUTE_GETSET)
        inspect_short_repr(m, value, VALUE_COLUMNS, &text);
    picture_text(e->text, sizeof e->text, &text);
    buffer_free(&text);
}

static void add_entry(const Machine *m, struct class_picture *p, const Type *type, Object *name,
                      const Object *value)
{
    int place = p->names++;
    if (p->entries == CLASS_ENTRIES) {
        p->left_out++;
        return;
    }
    struct class_entry *e = &p->entry[p->entries++];
    *e = (struct class_entry){.place = place,
                              .number = inspect_number(m, value),
                              .kind = inspect_attribute_kind(m, value)};
    put_str(name, e->name, sizeof e->name);
    e->given = is_given(e->name);
    describe_value(m, value, e);
    const Type *behind = e->given ? NULL : inspect_class_with(m, type, name, 0);
    if (behind && behind->tp_base) /* what object has is there to be hidden */
        name_of(behind, e->hides);
}

/* What the classes behind it have that it finds there, those written in C left out. */
static void add_inherited(const Machine *m, struct class_picture *p, const Type *type)
{
    Object *name, *value;
    for (ssize_t i = 1; type->tp_mro && i < tuple_size(type->tp_mro); i++) {
        const Type *class = (const Type *)tuple_item(type->tp_mro, i);
        if (!(class->tp_flags & TYPE_HEAP))
            continue;
        for (size_t at = 0; inspect_next_attribute(m, (const Object *)class, &at, &name, &value);) {
            char text[CLASS_TEXT], of[CLASS_TEXT], whole[2 * CLASS_TEXT + 8];
            put_str(name, text, sizeof text);
            if (is_given(text) || inspect_class_with(m, type, name, -1) != class)
                continue;
            name_of(class, of);
            snprintf(whole, sizeof whole, "%s (%s)", text, of);
            append_to(p->inherited, whole);
        }
    }
}

static int place_of(const Type *type, const Object *class)
{
    for (ssize_t i = 0; type->tp_mro && i < tuple_size(type->tp_mro); i++)
        if (tuple_item(type->tp_mro, i) == class)
            return (int)i;
    return -1;
}

/* The methods under way: a method's qualified name begins with its class's. */
static void capture_running(const Machine *m, struct class_picture *p)
{
    for (const struct Frame *f = inspect_innermost_frame(m); f; f = inspect_outer_frame(f)) {
        char text[2 * CLASS_TEXT];
        put_str(inspect_frame_qualname(f), text, sizeof text);
        char *dot = strrchr(text, '.');
        if (!dot)
            continue;
        *dot++ = '\0';
        char *class = strrchr(text, '.') ? strrchr(text, '.') + 1 : text;
        for (int i = 0; i < p->order_count; i++)
            if (!strcmp(class, p->order[i]) && !*p->runs[i])
                snprintf(p->runs[i], CLASS_TEXT, "%.39s", dot);
        for (int i = 0; i < p->entries; i++)
            p->entry[i].runs |= !strcmp(class, p->name) && !strcmp(dot, p->entry[i].name);
    }
}

static void capture_super(const Machine *m, struct class_picture *p, const Type *type)
{
    struct class_lookup *l = &p->lookup;
    const intptr_t *field = m->event.field;
    if (m->clock && m->event.kind == EVENT_SUPER_FOUND && (const Type *)field[0] == type) {
        *l = (struct class_lookup){.active = true, .super = true};
        l->first = place_of(type, (const Object *)field[2]) + 1;
        l->found = place_of(type, (const Object *)field[3]);
        put_str((const Object *)field[1], l->name, sizeof l->name);
    }
}

static void capture_lookup(const Machine *m, struct class_picture *p, const Type *type)
{
    struct class_lookup *l = &p->lookup;
    const intptr_t *field = m->event.field;
    bool own = m->event.kind == EVENT_ATTRIBUTE_OWN;
    if (!m->clock || (const Type *)field[0] != type ||
        (!own && m->event.kind != EVENT_ATTRIBUTE_FOUND &&
         m->event.kind != EVENT_ATTRIBUTE_MISSING))
        return;
    Object *name = (Object *)field[1], *object = (Object *)field[2], *key, *value;
    struct buffer text = {0};
    *l = (struct class_lookup){.active = true, .own = own, .found = -1};
    put_str(name, l->name, sizeof l->name);
    inspect_short_repr(m, object, 18, &text);
    picture_text(l->object, sizeof l->object, &text);
    buffer_clear(&text);
    const Type *class = inspect_class_with(m, type, name, -1);
    l->found = place_of(type, (const Object *)class);
    const Object *from = own ? object : (const Object *)class;
    for (size_t at = 0; from && inspect_next_attribute(m, from, &at, &key, &value);)
        if (key == name && own)
            inspect_short_repr(m, value, 24, &text);
    for (size_t at = 0;
         class && inspect_next_attribute(m, (const Object *)class, &at, &key, &value);)
        if (key == name) {
            l->kind = inspect_attribute_kind(m, value);
            if (!own && l->kind == ATTRIBUTE_VALUE)
                inspect_short_repr(m, value, 24, &text);
        }
    picture_text(l->value, sizeof l->value, &text);
    buffer_free(&text);
}

static void capture_order(struct class_picture *p, const Type *type)
{
    for (ssize_t i = 0; type->tp_mro && i < tuple_size(type->tp_mro); i++)
        if (p->order_count < CLASS_ORDER)
            name_of((const Type *)tuple_item(type->tp_mro, i), p->order[p->order_count++]);
        else
            p->order_left_out++;
}

static const void *capture_class(const Machine *m, Object *subject, struct arena *arena)
{
    struct class_picture *p = arena_alloc(arena, sizeof *p);
    const Type *type = (const Type *)subject;
    Object *name, *value;
    char text[CLASS_TEXT];
    *p = (struct class_picture){0};
    if (!type)
        return p;
    name_of(type, p->name);
    name_of(subject->type, p->metaclass);
    for (ssize_t i = 0; type->tp_bases && i < tuple_size(type->tp_bases); i++) {
        name_of((const Type *)tuple_item(type->tp_bases, i), text);
        append_to(p->bases, text);
    }
    p->nsubclasses = type->nsubclasses;
    for (int i = 0; i < type->nsubclasses; i++) {
        name_of(type->subclasses[i], text);
        append_to(p->subclasses, text);
    }
    capture_order(p, type);
    for (size_t at = 0; inspect_next_attribute(m, subject, &at, &name, &value);)
        add_entry(m, p, type, name, value);
    add_inherited(m, p, type);
    capture_lookup(m, p, type);
    capture_super(m, p, type);
    capture_running(m, p);
    return p;
}

/* ---- drawing --------------------------------------------------------------------------------- */

static const char *const kind_text[] = {
    [ATTRIBUTE_VALUE] = "value",
    [ATTRIBUTE_METHOD] = "method",
    [ATTRIBUTE_STATIC_METHOD] = "static method",
    [ATTRIBUTE_CLASS_METHOD] = "class method",
    [ATTRIBUTE_PROPERTY] = "property",
    [ATTRIBUTE_SLOT] = "slot",
    [ATTRIBUTE_GETSET] = "getset",
    [ATTRIBUTE_CLASS] = "class",
    [ATTRIBUTE_DESCRIPTOR] = "descriptor",
    [ATTRIBUTE_DATA_DESCRIPTOR] = "data descriptor",
};

static int draw_relatives(struct canvas *c, int row, const struct class_picture *p)
{
    int cols = canvas_cols(c), col;
    col = canvas_printf(c, row, 0, STYLE_TEXT, "class %s(%s)", p->name, p->bases);
    if (strcmp(p->metaclass, "type") != 0)
        col += canvas_printf(c, row, col + 3, STYLE_TEXT, "made by %s", p->metaclass) + 3;
    if (*p->subclasses && col + 14 < cols) {
        col += canvas_puts(c, row, col + 3, STYLE_LABEL, "subclasses ") + 3;
        canvas_puts_clipped(c, row, col, STYLE_TEXT, cols - col, p->subclasses);
    }
    return row + 1;
}

/* The order, as far as a lookup walked it. */
static int draw_order(struct canvas *c, int row, const struct class_picture *p)
{
    const struct class_lookup *l = &p->lookup;
    int cols = canvas_cols(c), col = canvas_puts(c, row, 0, STYLE_LABEL, "__mro__ ");
    for (int i = 0; i < p->order_count && col < cols; i++) {
        bool looked = l->active && i >= l->first && (l->found < 0 || i <= l->found);
        enum style style = !looked ? STYLE_TEXT : i == l->found ? STYLE_MATCH : STYLE_PROBE;
        if (i)
            col += canvas_puts_clipped(c, row, col, STYLE_LABEL, cols - col, " → ");
        if (looked)
            col += canvas_printf(c, row, col, style, "%s ", style_glyph(style));
        col += canvas_puts_clipped(c, row, col, style, cols - col, p->order[i]);
        if (i && *p->runs[i] && col + 1 < cols)
            col += canvas_printf(c, row, col + 1, STYLE_LABEL, "(%s runs)", p->runs[i]) + 1;
    }
    if (p->order_left_out)
        canvas_printf(c, row, col, STYLE_LABEL, " … %d more", p->order_left_out);
    if (!p->order_count)
        canvas_puts_clipped(c, row, col, STYLE_LABEL, cols - col, "is not known yet");
    return row + 1;
}

static const struct class_entry *entry_before(const struct class_picture *b, const char *name)
{
    for (int i = 0; b && i < b->entries; i++)
        if (!strcmp(b->entry[i].name, name))
            return &b->entry[i];
    return NULL;
}

enum { PLACE_AT = 0, NAME_AT = 4, KIND_AT = 22, TEXT_AT = 39 };

static enum style entry_style(const struct class_picture *p, const struct class_picture *b,
                              const struct class_entry *e)
{
    const struct class_entry *then = entry_before(b, e->name);
    bool sought = p->lookup.active && p->lookup.found == 0 && !strcmp(p->lookup.name, e->name);
    return b && !then                       ? STYLE_ADDED
           : b && then->number != e->number ? STYLE_CHANGED
           : sought                         ? STYLE_MATCH
           : e->runs                        ? STYLE_PROBE
                                            : STYLE_TEXT;
}

static void draw_entry(struct canvas *c, int row, const struct class_picture *p,
                       const struct class_picture *b, const struct class_entry *e)
{
    enum style style = entry_style(p, b, e);
    char name[CLASS_TEXT + 8];
    int cols = canvas_cols(c), hides = cols - 20;
    snprintf(name, sizeof name, "%s%s%s", style_is_state(style) ? style_glyph(style) : "",
             style_is_state(style) ? " " : "", e->name);
    canvas_printf(c, row, PLACE_AT, STYLE_LABEL, "%2d", e->place);
    canvas_puts_clipped(c, row, NAME_AT, style, KIND_AT - NAME_AT - 1, name);
    canvas_puts(c, row, KIND_AT, STYLE_LABEL, kind_text[e->kind]);
    canvas_puts_clipped(c, row, TEXT_AT, STYLE_TEXT, (*e->hides ? hides : cols) - TEXT_AT - 1,
                        e->text);
    if (*e->hides) {
        int col = hides + canvas_puts(c, row, hides, STYLE_LABEL, "hides ");
        canvas_puts_clipped(c, row, col, STYLE_TEXT, cols - col, e->hides);
    }
}

/* Those that its body bound, and of these the one that the step is about: the last one, if it is
 * about none. */
static int find_bound(const struct class_picture *p, const struct class_picture *b,
                      const struct class_entry *bound[CLASS_ENTRIES], int *focus)
{
    int n = 0;
    *focus = -1;
    for (int i = 0; i < p->entries; i++) {
        const struct class_entry *e = &p->entry[i];
        if (e->given)
            continue;
        if (entry_style(p, b, e) != STYLE_TEXT)
            *focus = n;
        bound[n++] = e;
    }
    *focus = *focus < 0 ? n - 1 : *focus;
    return n;
}

static void draw_given(struct canvas *c, int row, const struct class_picture *p, int left_out)
{
    int col = NAME_AT;
    if (left_out)
        col += canvas_printf(c, row, col, STYLE_LABEL, "… %d more name%s, ", left_out,
                             left_out == 1 ? "" : "s");
    col += canvas_puts(c, row, col, STYLE_LABEL, "and given to every class: ");
    for (int i = 0; i < p->entries && col < canvas_cols(c); i++)
        if (p->entry[i].given)
            col += canvas_puts_clipped(c, row, col, STYLE_LABEL, canvas_cols(c) - col,
                                       p->entry[i].name) +
                   1;
}

/* The names that its body bound, a row each, as far as there are rows; in one row those that every
 * class is given. */
static int draw_entries(struct canvas *c, int row, int last, const struct class_picture *p,
                        const struct class_picture *b)
{
    const struct class_entry *bound[CLASS_ENTRIES];
    int focus, n = find_bound(p, b, bound, &focus);
    canvas_puts(c, row++, 0, STYLE_LABEL, "__dict__");
    int rows = last - row + 1, shown = n, first = 0;
    if (n > rows) {
        shown = rows > 1 ? rows - 1 : rows; /* the last row tells of the others */
        first = focus - shown + 1 > 0 ? focus - shown + 1 : 0;
    }
    for (int i = 0; i < shown; i++)
        draw_entry(c, row++, p, b, bound[first + i]);
    if (row <= last)
        draw_given(c, row++, p, n - shown + p->left_out);
    return row;
}

/* What the class has of that name, and whether it comes before the instance's own. */
static void draw_lookup(struct canvas *c, int row, const struct class_picture *p)
{
    const struct class_lookup *l = &p->lookup;
    if (l->super) {
        canvas_printf(c, row, 0, STYLE_TEXT, "super().%s is sought behind %s: %s has it", l->name,
                      p->order[l->first - 1], p->order[l->found]);
        return;
    }
    enum { NARROW = 76 };
    bool data = l->found >= 0 && inspect_attribute_is_data(l->kind);
    int col = 0;
    if (canvas_cols(c) >= NARROW) /* else the voice alone says what is sought */
        col = canvas_printf(c, row, 0, STYLE_TEXT, "%s.%s", l->object, l->name) + 2;
    if (l->found < 0)
        canvas_puts(c, row, col, STYLE_TEXT, "1) no class in the order has it");
    else
        canvas_printf(c, row, col, STYLE_TEXT, "1) %s has it: a %s%s", p->order[l->found],
                      kind_text[l->kind], data ? ", which comes first" : "");
    if (data)
        canvas_puts(c, row + 1, col, STYLE_TEXT, "2) so the object's own names are not looked at");
    else if (l->own)
        canvas_printf(c, row + 1, col, STYLE_MATCH, "2) the object's own: %s", l->value);
    else
        canvas_puts(c, row + 1, col, STYLE_TEXT, "2) the object itself has none of that name");
    const char *end = l->own && l->found < 0               ? ""
                      : l->own                             ? "3) so what the class has is hidden"
                      : l->found < 0                       ? "3) AttributeError, or __getattr__"
                      : l->kind == ATTRIBUTE_METHOD        ? "3) bound to the object: a method"
                      : l->kind == ATTRIBUTE_CLASS_METHOD  ? "3) bound to the class: a method"
                      : l->kind == ATTRIBUTE_PROPERTY      ? "3) its getter is called"
                      : l->kind == ATTRIBUTE_SLOT          ? "3) the value in the object's slot"
                      : l->kind == ATTRIBUTE_STATIC_METHOD ? "3) the function as it is"
                      : l->kind >= ATTRIBUTE_DESCRIPTOR || l->kind == ATTRIBUTE_GETSET
                          ? "3) its __get__ is called"
                          : "3) the class's value";
    canvas_puts(c, row + 2, col, STYLE_TEXT, end);
    if (*l->value && !l->own)
        canvas_printf(c, row + 2, col + (int)strlen(end), STYLE_TEXT, ": %s", l->value);
}

static void draw_class(const void *now, const void *before, double motion, struct canvas *c)
{
    enum { LOOKUP_ROWS = 3 };
    (void)motion;
    const struct class_picture *p = now, *b = before;
    int rows = canvas_rows(c);
    int foot = p->lookup.super ? 1 : p->lookup.active ? LOOKUP_ROWS : *p->inherited != 0;
    if (!*p->name) {
        canvas_puts(c, 1, 0, STYLE_TEXT, "No classes yet.");
        return;
    }
    int row = draw_order(c, draw_relatives(c, 0, p), p);
    row += rows > 16;
    row = draw_entries(c, row, rows - foot - 1, p, b) + (rows > 16);
    row = row > rows - foot ? rows - foot : row;
    if (p->lookup.active) {
        draw_lookup(c, row, p);
    } else if (foot) {
        int col = canvas_puts(c, row, 0, STYLE_LABEL, "inherits ");
        canvas_puts_clipped(c, row, col, STYLE_TEXT, canvas_cols(c) - col, p->inherited);
    }
}

static void header_class(const void *now, const void *before, struct header *h)
{
    const struct class_picture *p = now, *b = before ? before : now;
    if (!*p->name)
        return;
    header_count(h, b->names, p->names, "", p->names == 1 ? " name" : " names");
    int order = p->order_count + p->order_left_out;
    if (order)
        header_count(h, order, order, "", " classes in its order");
    if (p->nsubclasses || b->nsubclasses)
        header_count(h, b->nsubclasses, p->nsubclasses, "",
                     p->nsubclasses == 1 ? " subclass" : " subclasses");
}

static int needs_class(const void *now)
{
    enum { AROUND = 8 };
    const struct class_picture *p = now;
    int bound = 0;
    for (int i = 0; i < p->entries; i++)
        bound += !p->entry[i].given;
    return AROUND + bound;
}

const struct view view_class = {
    .name = "class",
    .beside = &view_instance,
    .shows = shows_class,
    .picks = picks_class,
    .theme = STOP_THEME_CLASSES,
    .capture = capture_class,
    .header = header_class,
    .needs = needs_class,
    .draw = draw_class,
};
