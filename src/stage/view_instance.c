/* instance: the keys that a class keeps for all its instances, and the values that each has. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/inspect.h>
#include <pyviz/machine/instance.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "graph.h"
#include "view.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INSTANCE_KEYS = 32, INSTANCES = 8, INSTANCE_TEXT = 40, VISITED = 64 };

enum instance_storage { STORED_INLINE, STORED_BLOCK, STORED_DICT, STORED_SLOTS, STORED_NOWHERE };

/* One of the class, with its values by row. */
struct instance_column {
    int64_t number;
    int32_t serial;
    char name[INSTANCE_TEXT];
    enum instance_storage storage;
    int values;
    int64_t value[INSTANCE_KEYS]; /* numbers of objects; 0: none */
    char text[INSTANCE_KEYS][INSTANCE_TEXT];
};

struct instance_picture {
    char class[INSTANCE_TEXT];
    int keys, slots, shared, left_out; /* rows; first the slots, then the class's shared keys */
    bool dicts;                        /* its instances have a __dict__ */
    ssize_t room;                      /* keys that can still be shared */
    char key[INSTANCE_KEYS][INSTANCE_TEXT];
    int instances, subject;                     /* the column of the subject */
    bool more;                                  /* there are more than these */
    struct instance_column instance[INSTANCES]; /* the oldest first */
};

/* Have its instances places that __slots__ gave them, of this class or a base? */
static bool has_slots(const Type *type)
{
    for (; type; type = type->tp_base)
        if (type->nslots)
            return true;
    return false;
}

/* What the library's instances are made of is not what CPython's are. */
static bool shows_instance(const Machine *m, const Object *subject)
{
    return subject && subject->type->tp_flags & TYPE_HEAP && !is_type(subject) &&
           !is_exception(subject) && !inspect_is_library(m, subject) &&
           (subject->type->managed_dict || has_slots(subject->type));
}

static Object *picks_instance(const Machine *m, Object *o)
{
    return o && shows_instance(m, o) ? o : NULL;
}

/* ---- capture --------------------------------------------------------------------------------- */

static void short_repr(const Machine *m, const Object *o, int columns, char out[INSTANCE_TEXT])
{
    struct buffer text = {0};
    inspect_short_repr(m, o, columns, &text);
    picture_text(out, INSTANCE_TEXT, &text);
    buffer_free(&text);
}

static void name_of(const Machine *m, const Object *o, char out[INSTANCE_TEXT])
{
    struct buffer text = {0};
    Object *name, *value;
    bool found = false;
    for (size_t at = 0; !found && inspect_next_name(m, &at, &name, &value);)
        if ((found = value == o))
            str_to_utf8(name, &text);
    for (size_t at = 0; !found && m->frame && inspect_next_local(m, m->frame, &at, &name, &value);)
        if ((found = value == o))
            str_to_utf8(name, &text);
    picture_text(out, INSTANCE_TEXT, &text);
    buffer_free(&text);
}

/* The row of a key, made if there is none; -1: no more room. */
static int row_of(const Machine *m, struct instance_picture *p, const Object *key)
{
    enum { KEY_COLUMNS = 16 };
    char text[INSTANCE_TEXT];
    short_repr(m, key, KEY_COLUMNS, text);
    for (int i = 0; i < p->keys; i++)
        if (!strcmp(p->key[i], text))
            return i;
    if (p->keys == INSTANCE_KEYS) {
        p->left_out++;
        return -1;
    }
    memcpy(p->key[p->keys], text, sizeof text);
    return p->keys++;
}

static bool has_dict(const Object *o)
{
    Object **dict = type_dict_pointer((Object *)(uintptr_t)o);
    return dict && *dict;
}

static void fill_value(const Machine *m, struct instance_column *c, int row, const Object *value)
{
    enum { VALUE_COLUMNS = 14 };
    if (row < 0 || !value)
        return;
    c->values++;
    c->value[row] = inspect_number(m, value);
    short_repr(m, value, VALUE_COLUMNS, c->text[row]);
}

static void add_instance(const Machine *m, struct instance_picture *p, const Object *o)
{
    Object *name, *value;
    int64_t number = inspect_number(m, o);
    for (int i = 0; i < p->instances; i++)
        if (p->instance[i].number == number)
            return;
    if (p->instances == INSTANCES) {
        p->more = true;
        return;
    }
    struct instance_column *c = &p->instance[p->instances++];
    const DictValues *values = instance_values(o);
    *c = (struct instance_column){.number = number, .serial = o->serial};
    c->storage = !p->dicts         ? STORED_SLOTS
                 : !values         ? has_dict(o) ? STORED_DICT : STORED_NOWHERE
                 : values->address ? STORED_BLOCK
                                   : STORED_INLINE;
    name_of(m, o, c->name);
    for (size_t at = 0; inspect_next_slot(m, o, &at, &name, &value);)
        fill_value(m, c, row_of(m, p, name), value);
    for (size_t at = 0; p->dicts && inspect_next_attribute(m, o, &at, &name, &value);)
        fill_value(m, c, row_of(m, p, name), value);
}

/* What names lead to, by attributes and by items of lists and tuples: as many as are worth a look.
 */
struct visit {
    Object *object[VISITED];
    int count;
};

static void remember(struct visit *v, Object *o)
{
    if (!o || v->count == VISITED || !graph_boxes(o))
        return;
    for (int i = 0; i < v->count; i++)
        if (v->object[i] == o)
            return;
    v->object[v->count++] = o;
}

static void remember_names(const Machine *m, struct visit *v)
{
    Object *name, *value;
    for (const struct Frame *frame = inspect_innermost_frame(m);
         frame && inspect_outer_frame(frame); frame = inspect_outer_frame(frame))
        for (size_t at = 0; inspect_next_local(m, frame, &at, &name, &value);)
            remember(v, value);
    for (size_t at = 0; inspect_next_name(m, &at, &name, &value);)
        remember(v, value);
}

static void remember_parts(const Machine *m, struct visit *v, const Object *o)
{
    enum { ITEMS = 16 };
    Object *name, *value;
    bool list = o->type == m->types.list, tuple = o->type == m->types.tuple;
    ssize_t items = list ? list_size(o) : tuple ? tuple_size(o) : 0;
    for (ssize_t i = 0; i < items && i < ITEMS; i++)
        remember(v, list ? list_item(o, i) : tuple_item(o, i));
    if (!shows_instance(m, o))
        return;
    for (size_t at = 0; inspect_next_slot(m, o, &at, &name, &value);)
        remember(v, value);
    for (size_t at = 0; inspect_next_attribute(m, o, &at, &name, &value);)
        remember(v, value);
}

static void find_others(const Machine *m, struct instance_picture *p, const Type *type)
{
    struct visit v = {.count = 0};
    remember_names(m, &v);
    for (int i = 0; i < v.count; i++) {
        if (v.object[i]->type == type)
            add_instance(m, p, v.object[i]);
        remember_parts(m, &v, v.object[i]);
    }
}

static int by_age(const void *a, const void *b)
{
    int32_t one = ((const struct instance_column *)a)->serial,
            other = ((const struct instance_column *)b)->serial;
    return (one > other) - (one < other);
}

static const void *capture_instance(const Machine *m, Object *subject, struct arena *arena)
{
    struct instance_picture *p = arena_alloc(arena, sizeof *p);
    *p = (struct instance_picture){0};
    if (!subject)
        return p;
    const Type *type = subject->type;
    const DictKeys *keys = type->ht_cached_keys;
    Object *name, *value;
    snprintf(p->class, sizeof p->class, "%s", type_name(subject));
    p->dicts = type->managed_dict;
    for (size_t at = 0; inspect_next_slot(m, subject, &at, &name, &value);)
        row_of(m, p, name);
    p->slots = p->keys;
    for (ssize_t i = 0; keys && i < keys->dk_nentries; i++)
        row_of(m, p, keys->entries[i].key);
    p->shared = p->keys - p->slots;
    p->room = keys ? keys->dk_usable : 0;
    add_instance(m, p, subject);
    find_others(m, p, type);
    qsort(p->instance, (size_t)p->instances, sizeof *p->instance, by_age);
    for (p->subject = 0; p->instance[p->subject].serial != subject->serial;)
        p->subject++;
    return p;
}

/* ---- drawing --------------------------------------------------------------------------------- */

static const struct instance_column *column_before(const struct instance_picture *b, int64_t number)
{
    for (int i = 0; b && i < b->instances; i++)
        if (b->instance[i].number == number)
            return &b->instance[i];
    return NULL;
}

static int row_before(const struct instance_picture *b, const char *key)
{
    for (int i = 0; b && i < b->keys; i++)
        if (!strcmp(b->key[i], key))
            return i;
    return -1;
}

static const char *const storage_text[] = {"in the object", "in a block", "in its dict",
                                           "in its slots", "no dict yet"};

enum { KEY_AT = 10, FIRST_AT = 28, TABLE_ROW = 3 };

static void draw_keys(struct canvas *c, int rows, const struct instance_picture *p,
                      const struct instance_picture *b)
{
    canvas_puts(c, TABLE_ROW - 1, 0, STYLE_LABEL, "number");
    canvas_puts(c, TABLE_ROW - 1, KEY_AT, STYLE_LABEL, "key");
    for (int i = 0; i < p->keys && i < rows; i++) {
        bool slot = i < p->slots, shared = !slot && i < p->slots + p->shared;
        bool fresh = b && shared && row_before(b, p->key[i]) < 0;
        enum style style = fresh ? STYLE_ADDED : STYLE_TEXT;
        if (slot)
            canvas_puts(c, TABLE_ROW + i, 0, STYLE_LABEL, "  slot");
        else if (shared)
            canvas_printf(c, TABLE_ROW + i, 0, STYLE_LABEL, "%6d", i - p->slots);
        else
            canvas_puts(c, TABLE_ROW + i, 0, STYLE_LABEL, "   own");
        canvas_printf(c, TABLE_ROW + i, KEY_AT, style, "%s%s", fresh ? "+ " : "", p->key[i]);
    }
}

static void draw_column(struct canvas *c, int col, int width, int rows,
                        const struct instance_picture *p, const struct instance_picture *b,
                        const struct instance_column *now, bool marked_as_subject)
{
    const struct instance_column *then = column_before(b, now->number);
    char title[2 * INSTANCE_TEXT];
    snprintf(title, sizeof title, "%s%s%s#%" PRId32, marked_as_subject ? "► " : "", now->name,
             *now->name ? " " : "", now->serial);
    canvas_puts_clipped(c, TABLE_ROW - 1, col, STYLE_HEADER, width - 1, title);
    for (int i = 0; i < p->keys && i < rows; i++) {
        int row = then ? row_before(b, p->key[i]) : -1;
        int64_t was = row >= 0 ? then->value[row] : 0;
        enum style style = !then || was == now->value[i] ? STYLE_TEXT
                           : !was                        ? STYLE_ADDED
                           : now->value[i]               ? STYLE_CHANGED
                                                         : STYLE_REMOVED;
        const char *text = now->value[i] ? now->text[i] : was ? then->text[row] : "·";
        char marked[INSTANCE_TEXT + 4];
        snprintf(marked, sizeof marked, "%s%s%s", style_is_state(style) ? style_glyph(style) : "",
                 style_is_state(style) ? " " : "", text);
        canvas_puts_clipped(c, TABLE_ROW + i, col, style, width - 1, marked);
    }
    int end = TABLE_ROW + (p->keys < rows ? p->keys : rows);
    bool moved = then && then->storage != now->storage;
    if (rows > 0)
        canvas_puts_clipped(c, end, col, moved ? STYLE_CHANGED : STYLE_LABEL, width - 1,
                            storage_text[now->storage]);
}

/* How its attributes are kept. */
static void draw_how(struct canvas *c, const struct instance_picture *p)
{
    char text[2 * INSTANCE_TEXT + 96];
    snprintf(text, sizeof text,
             !p->dicts ? "__slots__ of %s fixes the names: each has a place in the object, no dict."
             : p->shared ? "%s keeps the keys once, for all its instances; each has values only."
                         : "%s shares no keys yet.",
             p->class);
    canvas_puts_clipped(c, 0, 0, STYLE_TEXT, canvas_cols(c), text);
}

static void draw_instance(const void *now, const void *before, double motion, struct canvas *c)
{
    enum { WIDTH = 16 };
    (void)motion;
    const struct instance_picture *p = now, *b = before;
    int rows = canvas_rows(c) - TABLE_ROW - 2;
    if (!p->instances) {
        canvas_puts(c, 1, 0, STYLE_TEXT, "No instances yet.");
        return;
    }
    draw_how(c, p);
    draw_keys(c, rows, p, b);
    int cols = canvas_cols(c) + 1;
    int fit = (cols - FIRST_AT) / WIDTH > 1 ? (cols - FIRST_AT) / WIDTH : 1;
    int first = p->subject < fit ? 0 : p->subject - fit + 1;
    for (int i = 0; i < fit && first + i < p->instances; i++) {
        int col = FIRST_AT + i * WIDTH;
        draw_column(c, col, col + WIDTH <= cols ? WIDTH : cols - col, rows, p, b,
                    &p->instance[first + i], p->instances > 1 && first + i == p->subject);
    }
    if (p->more || fit < p->instances)
        canvas_puts(c, 1, FIRST_AT, STYLE_LABEL, "some of its instances:");
    int end = TABLE_ROW + (p->keys < rows ? p->keys : rows);
    if (rows > 0)
        canvas_puts(c, end, KEY_AT, STYLE_LABEL, "values are");
    if (p->left_out)
        canvas_printf(c, end + 1, KEY_AT, STYLE_LABEL, "%d more keys", p->left_out);
}

static void header_instance(const void *now, const void *before, struct header *h)
{
    const struct instance_picture *p = now, *b = before ? before : now;
    if (!p->instances)
        return;
    const struct instance_column *is = &p->instance[p->subject];
    const struct instance_column *was = column_before(b, is->number);
    header_count(h, was ? was->values : is->values, is->values, "",
                 is->values == 1 ? " attribute" : " attributes");
    if (p->slots)
        header_count(h, p->slots, p->slots, "", p->slots == 1 ? " slot" : " slots");
    if (p->dicts)
        header_count(h, b->shared, p->shared, "", p->shared == 1 ? " key shared" : " keys shared");
}

static int needs_instance(const void *now)
{
    return TABLE_ROW + ((const struct instance_picture *)now)->keys + 2;
}

const struct view view_instance = {
    .name = "instance",
    .beside = &view_class,
    .shows = shows_instance,
    .picks = picks_instance,
    .capture = capture_instance,
    .header = header_instance,
    .needs = needs_instance,
    .draw = draw_instance,
};
