#include "graph.h"
#include "path.h"
#include "subject.h"
#include "view.h"

#include <pyviz/machine/inspect.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/type.h>
#include <pyviz/machine/weakref.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const char cell_text[] = "a closure's cell";

enum { MOST_TRACKED = 4000, MOST_LINKS = 64, SLOT_COLUMNS = 12, REPR_COLUMNS = 40, HIDDEN = 32 };

/* Being captured: the objects beside their pictures. */
struct capture {
    const Machine *m;
    struct arena *arena;
    struct graph *graph;
    bool atoms;
    Object *object[GRAPH_OBJECTS];
    uint64_t bits; /* one of each object's: what has none of these is no object here */
    int count, left_out;
    Object *hidden[HIDDEN]; /* what instances of the library's classes keep to themselves */
    int hiddens;
    bool cut;    /* not every holder was looked at */
    int tracked; /* looked at so far */
};

/* Written in C, and a container all the same. */
static bool is_deque(const Object *o)
{
    return strcmp(o->type->tp_name, "collections.deque") == 0;
}

bool graph_boxes(const Object *o)
{
    bool instance = o->type->tp_flags & TYPE_HEAP && !is_type(o) && !is_exception(o);
    bool container =
        is_list(o) || is_dict(o) || is_anyset(o) || is_deque(o) || (is_tuple(o) && o->serial);
    return (instance || container) && !(o->flags & (OBJECT_QUIET | OBJECT_INSTANCE_DICT));
}

/* What has a row with insides: a weak reference, too, which holds nothing but leads somewhere. */
static bool has_insides(const Machine *m, const Object *o)
{
    return graph_boxes(o) || is_weakref(m, o);
}

static bool is_atom(const Machine *m, const Object *o)
{
    return is_int(o) || is_float(o) || is_str(o) || is_bytes(o) || o == m->none || is_tuple(o);
}

const struct graph_object *graph_find(const struct graph *g, int64_t number)
{
    for (int i = 0; g && i < g->count; i++)
        if (g->object[i]->number == number)
            return g->object[i];
    return NULL;
}

int64_t graph_held(const struct graph_object *o)
{
    int64_t own = 0;
    for (int i = 0; i < o->holders; i++)
        if (o->holder[i].kind >= HOLDER_STACK)
            own += o->holder[i].count;
    return o->refs - own;
}

const struct graph_holder *graph_find_holder(const struct graph_object *o,
                                             const struct graph_holder *like)
{
    for (int i = 0; o && i < o->holders; i++)
        if (o->holder[i].kind == like->kind && o->holder[i].number == like->number &&
            !strcmp(o->holder[i].slot, like->slot))
            return &o->holder[i];
    return NULL;
}

/* ---- which objects --------------------------------------------------------------------------- */

static uint64_t bit_of(const Object *o)
{
    return (uint64_t)1 << ((uint64_t)(uintptr_t)o * 0x9E3779B97F4A7C15u >> 58);
}

static int index_of(const struct capture *c, const Object *o)
{
    if (!(c->bits & bit_of(o)))
        return -1;
    for (int i = 0; i < c->count; i++)
        if (c->object[i] == o)
            return i;
    return -1;
}

static void add(struct capture *c, Object *o)
{
    if (!o || index_of(c, o) >= 0)
        return;
    if (c->count < GRAPH_OBJECTS) {
        c->object[c->count++] = o;
        c->bits |= bit_of(o);
    } else {
        c->left_out++;
    }
}

static void add_named(struct capture *c, Object *o)
{
    if (has_insides(c->m, o) || (c->atoms && is_atom(c->m, o)))
        add(c, o);
}

/* Of the library's instances: `_pending`, not `__slots__`; what has a place of its own. */
static bool is_private(const struct inspect_link *link)
{
    return link->kind == LINK_PART ||
           (link->kind == LINK_ATTRIBUTE && str_len(link->name) > 1 &&
            str_at(link->name, 0) == '_' && str_at(link->name, 1) != '_');
}

struct adding {
    struct capture *capture;
    bool library; /* the holder is of one of its classes: what is private there is no lesson */
    int left;     /* links to be looked at */
};

static void hide(struct capture *c, Object *o)
{
    if (graph_boxes(o) && c->hiddens < HIDDEN)
        c->hidden[c->hiddens++] = o;
}

static bool is_hidden(const struct capture *c, const Object *o)
{
    for (int i = 0; i < c->hiddens; i++)
        if (c->hidden[i] == o)
            return true;
    return false;
}

static bool add_link(const struct inspect_link *link, void *context)
{
    struct adding *adding = context;
    if (adding->library && is_private(link))
        hide(adding->capture, link->target);
    else if (has_insides(adding->capture->m, link->target))
        add(adding->capture, link->target);
    return --adding->left > 0;
}

static void add_held_by(struct capture *c, const Object *o)
{
    struct adding adding = {c, inspect_is_library(c->m, o), MOST_LINKS};
    inspect_links(c->m, o, add_link, &adding);
}

static void add_what_they_hold(struct capture *c)
{
    for (int i = 0; i < c->count; i++)
        add_held_by(c, c->object[i]);
}

static int64_t on_stacks(const Machine *m, const Object *o)
{
    int64_t n = 0;
    Object *value;
    for (const struct Frame *f = m->frame; f; f = inspect_outer_frame(f))
        for (size_t at = 0; inspect_next_on_stack(f, &at, &value);)
            n += value == o;
    return n;
}

/* What no name leads to, but lives: what is garbage and has not been found yet. */
static bool add_island(Object *o, void *context)
{
    struct capture *c = context;
    bool library = inspect_is_library(c->m, o);
    if (library && *inspect_type_title(o) == '_')
        return ++c->tracked < MOST_TRACKED;
    if (o->serial > 0 && graph_boxes(o) && !is_tuple(o) && o != c->m->tree_constants &&
        o->refcnt > on_stacks(c->m, o) && !is_hidden(c, o)) {
        add(c, o);
        if (library)
            add_held_by(c, o);
    }
    return ++c->tracked < MOST_TRACKED;
}

static void find_objects(struct capture *c)
{
    Object *name, *value, *subject = subject_of_event(c->m);
    if (subject && graph_boxes(subject) && subject->serial)
        add(c, subject);
    for (size_t at = 0; inspect_next_name(c->m, &at, &name, &value);)
        add_named(c, value);
    for (const struct Frame *f = inspect_innermost_frame(c->m); f; f = inspect_outer_frame(f))
        for (size_t at = 0; inspect_next_local(c->m, f, &at, &name, &value);)
            add_named(c, value);
    add_what_they_hold(c);
    inspect_tracked(c->m, add_island, c);
}

static bool stands_before(const Machine *m, const Object *a, const Object *b)
{
    if (has_insides(m, a) != has_insides(m, b))
        return has_insides(m, a);
    return graph_older(inspect_number(m, a), inspect_number(m, b));
}

static void sort_objects(struct capture *c)
{
    for (int i = 1; i < c->count; i++) {
        Object *o = c->object[i];
        int at = i;
        for (; at > 0 && stands_before(c->m, o, c->object[at - 1]); at--)
            c->object[at] = c->object[at - 1];
        c->object[at] = o;
    }
}

/* ---- who holds them -------------------------------------------------------------------------- */

static struct graph_holder *add_holder(struct capture *c, int i, enum graph_holder_kind kind,
                                       int64_t count, const char *text)
{
    struct graph_object *o = c->graph->object[i];
    for (int n = 0; n < o->holders; n++) {
        if (o->holder[n].kind != kind || strcmp(o->holder[n].text, text) != 0)
            continue;
        o->holder[n].count += count;
        return &o->holder[n];
    }
    if (o->holders == GRAPH_HOLDERS - 2 && kind <= HOLDER_CODE) {
        c->cut = true;
        return NULL;
    }
    struct graph_holder *h = &o->holder[o->holders++];
    *h = (struct graph_holder){.kind = kind, .count = count, .from = -1};
    snprintf(h->text, sizeof h->text, "%s", text);
    snprintf(h->slot, sizeof h->slot, "%s", text);
    return h;
}

static void text_of(const Object *str, char *out, size_t room)
{
    struct buffer text = {0};
    str_to_utf8(str, &text);
    picture_text(out, room, &text);
    buffer_free(&text);
}

static void add_names(struct capture *c)
{
    Object *name, *value;
    char text[GRAPH_TEXT], function[16], local[GRAPH_TEXT + 24];
    for (size_t at = 0; inspect_next_name(c->m, &at, &name, &value);) {
        int i = index_of(c, value);
        text_of(name, text, sizeof text);
        if (i >= 0)
            add_holder(c, i, HOLDER_NAME, 1, text);
        c->graph->names += i >= 0;
    }
    for (const struct Frame *f = inspect_innermost_frame(c->m); f; f = inspect_outer_frame(f)) {
        text_of(inspect_frame_function(f), function, sizeof function);
        for (size_t at = 0; inspect_next_local(c->m, f, &at, &name, &value);) {
            int i = index_of(c, value);
            text_of(name, text, 16);
            snprintf(local, sizeof local, "%s in %s()", text, function);
            if (i >= 0)
                add_holder(c, i, HOLDER_NAME, 1, local);
            c->graph->names += i >= 0;
        }
    }
}

/* A holder on its way: what its slots are called after is worked out when one of them matters. */
struct holding {
    struct capture *capture;
    const Object *holder;
    int from;
    int64_t number;
    char who[GRAPH_TEXT]; /* "": not yet */
    int left;
};

static void short_repr(const Machine *m, const Object *o, int columns, char *out, size_t room)
{
    struct buffer text = {0};
    inspect_short_repr(m, o, columns, &text);
    picture_text(out, room, &text);
    buffer_free(&text);
}

/* `who[1]`, `who.name`; "a key of who". */
static void name_slot(const Machine *m, const struct inspect_link *link, const char *who, char *out,
                      size_t room)
{
    struct buffer text = {0};
    buffer_puts(&text, link->kind == LINK_KEY ? "a key of " : "");
    buffer_puts(&text, who);
    path_step(m, link, &text);
    picture_text(out, room, &text);
    buffer_free(&text);
}

static struct graph_holder slot_holder(const struct graph_holder *as, const struct holding *h,
                                       const char *slot)
{
    struct graph_holder holder = *as;
    snprintf(holder.slot, sizeof holder.slot, "%.39s", slot);
    holder.from = h->from;
    holder.number = h->number;
    return holder;
}

/* `add.__defaults__`, `Stack.push.__defaults__`: a tuple that a function of the program's keeps its
 * defaults in; false: it is none that a name leads to. */
static bool name_defaults(const Machine *m, const Object *o, char out[GRAPH_TEXT])
{
    Object *name, *value, *method, *of_class;
    struct buffer text = {0};
    for (size_t at = 0; !text.len && inspect_next_name(m, &at, &name, &value);) {
        if (inspect_has_defaults(m, value, o))
            str_to_utf8(name, &text);
        for (size_t i = 0; !text.len && is_type(value) && !inspect_is_library(m, value) &&
                           inspect_next_attribute(m, value, &i, &method, &of_class);)
            if (inspect_has_defaults(m, of_class, o)) {
                str_to_utf8(name, &text);
                buffer_putc(&text, '.');
                str_to_utf8(method, &text);
            }
    }
    snprintf(out, GRAPH_TEXT, "%.24s.__defaults__", buffer_text(&text));
    bool found = text.len > 0;
    buffer_free(&text);
    return found;
}

static void name_holder(struct holding *h)
{
    const struct capture *c = h->capture;
    const Object *o = h->holder;
    const struct graph_object *shown = h->from >= 0 ? c->graph->object[h->from] : NULL;
    if (shown && shown->holders && shown->holder[0].kind == HOLDER_NAME)
        snprintf(h->who, sizeof h->who, "%.30s", shown->holder[0].text);
    else if (shown && o->serial > 0)
        snprintf(h->who, sizeof h->who, "#%" PRId32, o->serial);
    else if (is_type(o))
        snprintf(h->who, sizeof h->who, "%.30s", ((const Type *)o)->tp_name);
    else if (o->type == c->m->types.cell)
        snprintf(h->who, sizeof h->who, "%s", cell_text);
    else if (!is_tuple(o) || !name_defaults(c->m, o, h->who))
        object_title(inspect_type_title(o), o->serial, TITLE_BYTES, h->who);
}

static bool hold_link(const struct inspect_link *link, void *context)
{
    struct holding *h = context;
    int i = index_of(h->capture, link->target);
    char text[2 * GRAPH_TEXT + 16];
    if (i >= 0) {
        if (!*h->who)
            name_holder(h);
        name_slot(h->capture->m, link, h->who, text, sizeof text);
        struct graph_holder *holder = add_holder(h->capture, i, HOLDER_SLOT, 1, text);
        name_slot(h->capture->m, link, "", text, sizeof text);
        if (holder)
            *holder = slot_holder(holder, h, text);
    }
    if (--h->left <= 0)
        h->capture->cut = true;
    return h->left > 0;
}

static void hold_by(struct capture *c, const Object *o)
{
    struct holding h = {.capture = c,
                        .holder = o,
                        .from = index_of(c, o),
                        .number = inspect_number(c->m, o),
                        .left = MOST_LINKS};
    inspect_links(c->m, o, hold_link, &h);
}

static bool hold_by_other(Object *o, void *context)
{
    struct capture *c = context;
    if (o->serial && !(o->flags & (OBJECT_QUIET | OBJECT_INSTANCE_DICT)) && index_of(c, o) < 0 &&
        o != c->m->tree_constants && !inspect_is_constants(c->m, o))
        hold_by(c, o);
    c->cut |= ++c->tracked == MOST_TRACKED;
    return c->tracked < MOST_TRACKED;
}

static void add_slots_of_others(struct capture *c)
{
    for (int i = 0; i < c->count; i++)
        if (has_insides(c->m, c->object[i]))
            hold_by(c, c->object[i]);
    c->tracked = 0;
    inspect_tracked(c->m, hold_by_other, c);
}

/* A local variable that a closure shares lies in a cell: the frame's name and the cell are one
 * reference, which has been found twice. */
static void drop_cells(struct graph_object *o, int64_t *known)
{
    for (int n = 0; n<o->holders && * known> o->refs; n++) {
        if (o->holder[n].kind != HOLDER_SLOT || strcmp(o->holder[n].text, cell_text) != 0)
            continue;
        *known -= o->holder[n].count;
        memmove(&o->holder[n], &o->holder[n + 1], (size_t)(--o->holders - n) * sizeof o->holder[0]);
    }
}

static void add_the_rest(struct capture *c, int i)
{
    const Object *o = c->object[i];
    struct graph_object *shown = c->graph->object[i];
    int64_t code = inspect_held_by_code(c->m, o), stack = on_stacks(c->m, o), known = 0;
    int64_t arguments = inspect_held_by_arguments(c->m, o);
    if (code)
        add_holder(c, i, HOLDER_CODE, code, "the code's constants");
    if (stack)
        add_holder(c, i, HOLDER_STACK, stack, "the stack");
    if (arguments)
        add_holder(c, i, HOLDER_STACK, arguments, "the call's arguments");
    for (int n = 0; n < shown->holders; n++)
        known += shown->holder[n].count;
    if (shown->counted)
        drop_cells(shown, &known);
    if (shown->counted && known < shown->refs)
        add_holder(c, i, HOLDER_MACHINE, shown->refs - known, c->cut ? "others" : "the machine");
}

static bool holder_is_root(const struct graph_holder *h)
{
    return h->kind != HOLDER_SLOT || h->from < 0;
}

/* An object is reachable if anything but a slot of an unreachable one holds it. */
static void find_reachable(struct graph *g)
{
    bool changed = true;
    while (changed) {
        changed = false;
        for (int i = 0; i < g->count; i++) {
            struct graph_object *o = g->object[i];
            for (int n = 0; n < o->holders && !o->reachable; n++) {
                const struct graph_holder *h = &o->holder[n];
                o->reachable = holder_is_root(h) || g->object[h->from]->reachable;
                changed |= o->reachable;
            }
        }
    }
}

/* ---- what they hold -------------------------------------------------------------------------- */

struct filling {
    const Machine *m;
    struct graph_object *object;
    bool library; /* as of struct adding */
    bool weak;    /* it is a weak reference: what it holds is its callback */
};

static bool fill_slot(const struct inspect_link *link, void *context)
{
    struct filling *f = context;
    struct graph_object *o = f->object;
    if ((link->kind == LINK_KEY && strcmp(o->type, "dict") == 0) ||
        (f->library && is_private(link)))
        return true;
    if (o->slots == GRAPH_SLOTS) {
        o->slots_left_out++;
        return o->slots_left_out < MOST_LINKS;
    }
    struct graph_slot *slot = &o->slot[o->slots++];
    char key[GRAPH_TEXT];
    if (link->kind == LINK_VALUE) {
        short_repr(f->m, link->name, SLOT_COLUMNS, key, sizeof key);
        snprintf(slot->label, sizeof slot->label, "%.37s: ", key);
    } else if (link->kind == LINK_ATTRIBUTE) {
        text_of(link->name, key, sizeof key);
        snprintf(slot->label, sizeof slot->label, ".%.37s ", key);
    } else if (f->weak) {
        snprintf(slot->label, sizeof slot->label, "calls ");
    }
    slot->number = inspect_number(f->m, link->target);
    if (has_insides(f->m, link->target) && link->target->serial > 0)
        snprintf(slot->text, sizeof slot->text, "#%" PRId32, link->target->serial);
    else
        short_repr(f->m, link->target, SLOT_COLUMNS, slot->text, sizeof slot->text);
    return true;
}

/* What a value of the library's means stands in its box, instead of what it is made of. */
static void fill_with_value(const struct capture *c, const Object *o, struct graph_object *p)
{
    struct buffer text = {0};
    if (inspect_library_repr(c->m, o, &text)) {
        struct graph_slot *slot = &p->slot[p->slots++];
        short_repr(c->m, o, SLOT_COLUMNS, slot->text, sizeof slot->text);
    }
    buffer_free(&text);
}

/* Where a weak reference leads, which is no link: it holds nothing. */
static void fill_weakly(const struct capture *c, const Object *o, struct graph_object *p)
{
    struct graph_slot *slot = &p->slot[p->slots++];
    const Object *target = weakref_object((const WeakrefObject *)o);
    snprintf(slot->label, sizeof slot->label, "weakly ");
    slot->number = target ? inspect_number(c->m, target) : 0;
    if (!target)
        snprintf(slot->text, sizeof slot->text, "None");
    else if (graph_boxes(target) && target->serial > 0)
        snprintf(slot->text, sizeof slot->text, "#%" PRId32, target->serial);
    else
        short_repr(c->m, target, SLOT_COLUMNS, slot->text, sizeof slot->text);
}

static const char *repr_of(const struct capture *c, const Object *o)
{
    struct buffer text = {0};
    inspect_short_repr(c->m, o, REPR_COLUMNS, &text);
    const char *copy = arena_copy(c->arena, buffer_text(&text), text.len);
    buffer_free(&text);
    return copy;
}

static struct graph_object *picture_of(const struct capture *c, Object *o)
{
    struct graph_object *p = arena_alloc(c->arena, sizeof *p);
    *p = (struct graph_object){
        .number = inspect_number(c->m, o), .address = o->address, .serial = o->serial};
    p->boxed = has_insides(c->m, o);
    p->generation = -1;
    if (o->flags & OBJECT_TRACKED) {
        p->generation = gc_head(o)->generation;
        p->gc_refs = gc_head(o)->gc_refs;
        p->gc_state = gc_head(o)->gc_state;
    }
    p->immortal = inspect_is_immortal(c->m, o);
    p->counted = inspect_refcount(c->m, o, &p->refs) && !p->immortal;
    snprintf(p->type, sizeof p->type, "%s", inspect_type_title(o));
    bool library = inspect_is_library(c->m, o), weak = is_weakref(c->m, o);
    if (weak)
        fill_weakly(c, o, p);
    else if (p->boxed && library)
        fill_with_value(c, o, p);
    if (p->boxed)
        inspect_links(c->m, o, fill_slot, &(struct filling){c->m, p, library, weak && !library});
    else
        p->repr = repr_of(c, o);
    return p;
}

struct graph *graph_capture(const Machine *m, bool atoms, struct arena *arena)
{
    struct graph *g = arena_alloc(arena, sizeof *g);
    struct capture c = {.m = m, .arena = arena, .graph = g, .atoms = atoms};
    const Object *subject = subject_of_event(m);
    *g = (struct graph){0};
    find_objects(&c);
    sort_objects(&c);
    g->count = c.count;
    g->left_out = c.left_out;
    g->focus = subject ? inspect_number(m, subject) : 0;
    for (int i = 0; i < c.count; i++)
        g->object[i] = picture_of(&c, c.object[i]);
    add_names(&c);
    add_slots_of_others(&c);
    for (int i = 0; i < c.count; i++)
        add_the_rest(&c, i);
    find_reachable(g);
    return g;
}
