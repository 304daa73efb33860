#include "verify_walk.h"

#include <pyviz/base/utf8.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/float.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/inspect.h>
#include <pyviz/machine/instance.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>
#include <pyviz/machine/type.h>

#include "verify_text.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How an object was first come by, from the object with the number `from` (0: from a frame). */
enum way { WAY_NAME, WAY_ITEM, WAY_KEY, WAY_VALUE, WAY_MEMBER, WAY_ATTRIBUTE, WAY_PART };
struct met {
    const Object *object; /* NULL: there is none on our side */
    int from;
    enum way way;
    const char *name;  /* WAY_NAME, WAY_ATTRIBUTE, WAY_PART: as the observer wrote it */
    const Object *key; /* WAY_VALUE */
    bool handled;      /* CPython's library has had it in hand */
    bool shared;       /* WAY_ATTRIBUTE: of an instance to which the library adds what it likes */
    ssize_t index;
};

struct graph {
    struct walk *w;
    struct met *met; /* by number, from 1 */
    int count, cap;
    int *table; /* numbers, by object */
    size_t mask;
    int at; /* the object under comparison */
};

/* ---- words ----------------------------------------------------------------------------------- */

/* Cuts the next word off; "" at the end of the line. */
static char *word(char **line)
{
    char *start = *line, *end = start + strcspn(start, " ");
    *line = *end ? end + 1 : end;
    *end = '\0';
    return start;
}

static int64_t number(char **line)
{
    return strtoll(word(line), NULL, 10);
}

/* A word as the observer writes it: visible ASCII. */
static void walk_escape(const char *utf8, size_t n, struct buffer *out)
{
    if (n == 0)
        buffer_puts(out, "\\.");
    for (size_t at = 0; at < n;) {
        int32_t c;
        at += utf8_decode(utf8 + at, n - at, true, &c);
        if (c > ' ' && c < 0x7f && c != '\\')
            buffer_putc(out, (char)c);
        else
            buffer_printf(out, "\\%" PRIx32 ".", (uint32_t)c);
    }
}

static const char *escaped(const char *text, size_t n, struct buffer *out)
{
    walk_escape(text, n, out);
    return buffer_text(out);
}

/* ---- numbers --------------------------------------------------------------------------------- */

static size_t slot_of(const struct graph *g, const Object *o)
{
    size_t slot = ((uintptr_t)o >> 4) * 0x9e3779b97f4a7c15u >> 20 & g->mask;
    while (g->table[slot] && g->met[g->table[slot]].object != o)
        slot = (slot + 1) & g->mask;
    return slot;
}

static void enter(struct graph *g, int n)
{
    size_t slot = slot_of(g, g->met[n].object);
    if (!g->table[slot])
        g->table[slot] = n;
}

static void grow(struct graph *g)
{
    g->cap = g->cap ? g->cap * 2 : 128;
    g->met = base_realloc(g->met, (size_t)(g->cap + 1) * sizeof *g->met);
    free(g->table);
    g->mask = (size_t)g->cap * 2 - 1;
    g->table = base_calloc(g->mask + 1, sizeof *g->table);
    for (int n = 1; n <= g->count; n++)
        if (g->met[n].object)
            enter(g, n);
}

static int find(const struct graph *g, const Object *o)
{
    return o && g->table ? g->table[slot_of(g, o)] : 0;
}

/* ---- reporting ------------------------------------------------------------------------------- */

static void put_path(const struct graph *g, int n, struct buffer *out)
{
    const struct met *met = &g->met[n];
    if (met->from && met->way != WAY_KEY && met->way != WAY_MEMBER && met->way != WAY_PART)
        put_path(g, met->from, out);
    switch (met->way) {
    case WAY_NAME:
        buffer_puts(out, met->name);
        break;
    case WAY_ATTRIBUTE:
        buffer_printf(out, ".%s", met->name);
        break;
    case WAY_ITEM:
        buffer_printf(out, "[%zd]", met->index);
        break;
    case WAY_VALUE:
        buffer_putc(out, '[');
        if (met->key)
            inspect_short_repr(g->w->m, met->key, 24, out);
        buffer_putc(out, ']');
        break;
    case WAY_KEY:
        buffer_printf(out, "the key of entry %zd of ", met->index);
        put_path(g, met->from, out);
        break;
    case WAY_MEMBER:
        buffer_printf(out, "the member in slot %zd of ", met->index);
        put_path(g, met->from, out);
        break;
    case WAY_PART:
        buffer_printf(out, "%s of ", met->name);
        put_path(g, met->from, out);
        break;
    }
}

static void report(struct graph *g, const char *text)
{
    struct buffer what = {0};
    const Object *o = g->met[g->at].object;
    if (o)
        buffer_printf(&what, "%s ", type_name(o));
    put_path(g, g->at, &what);
    buffer_printf(&what, ": %s", text);
    g->w->differs(g->w->context, buffer_text(&what));
    buffer_free(&what);
}

static void report_figure(struct graph *g, const char *label, const char *real, const char *ours)
{
    struct buffer text = {0};
    buffer_printf(&text, "%s is %s here, %s in CPython", label, ours, real);
    report(g, buffer_text(&text));
    buffer_free(&text);
}

static bool same_text(struct graph *g, const char *label, const char *real, const char *ours)
{
    g->w->figures++;
    if (!strcmp(real, ours))
        return true;
    report_figure(g, label, real, ours);
    return false;
}

static bool same(struct graph *g, const char *label, int64_t real, int64_t ours)
{
    g->w->figures++;
    if (real == ours)
        return true;
    char a[24], b[24];
    snprintf(a, sizeof a, "%" PRId64, real);
    snprintf(b, sizeof b, "%" PRId64, ours);
    report_figure(g, label, a, b);
    return false;
}

/* The same for the n-th of a row. */
static bool same_at(struct graph *g, const char *row, ssize_t n, int64_t real, int64_t ours)
{
    if (real == ours) {
        g->w->figures++;
        return true;
    }
    char label[64];
    snprintf(label, sizeof label, "%s %zd", row, n);
    return same(g, label, real, ours);
}

static void say_sharing(struct buffer *text, const struct graph *g, int n)
{
    if (n) {
        buffer_puts(text, "the object of ");
        put_path(g, n, text);
    } else {
        buffer_puts(text, "one of its own");
    }
}

static void report_sharing(struct graph *g, const struct met *place, int real, int ours)
{
    struct buffer text = {0};
    int at = g->at;
    g->met[0] = *place; /* no number is 0 */
    g->at = 0;
    say_sharing(&text, g, ours);
    buffer_puts(&text, " here, ");
    say_sharing(&text, g, real);
    buffer_puts(&text, " in CPython");
    report(g, buffer_text(&text));
    buffer_free(&text);
    g->at = at;
}

/* The objects that stand at the same place on both sides: the one with the number `real`, 0 for
 * none, and ours. */
static void meet(struct graph *g, int64_t real, struct met place)
{
    if (g->count == g->cap)
        grow(g);
    int known = find(g, place.object);
    bool is_new = real == g->count + 1;
    if (place.object || real)
        g->w->figures++;
    if (is_new) {
        g->met[++g->count] = place;
        if (place.object && !known)
            enter(g, g->count);
        if (known)
            report_sharing(g, &place, 0, known);
    } else if (place.object && real && !known && !g->met[real].object) {
        g->met[real] = place; /* so far only what is not compared led there */
        enter(g, (int)real);
    } else if (place.object && real && known != real) {
        report_sharing(g, &place, (int)real, known);
    }
}

/* ---- addresses ------------------------------------------------------------------------------- */

static struct text text_of(const Object *str, struct buffer *utf8)
{
    str_to_utf8(str, utf8);
    return (struct text){buffer_text(utf8), utf8->len};
}

/* Is it an int that may be what id() gave, or a text with such a number in it?  They are the
 * model's own here. */
static bool is_address(const struct graph *g, const Object *o)
{
    int overflow = 0;
    if (o && is_exact(g->w->m, o, int_))
        return address_is_ours((uint64_t)int_as_i64((Object *)(uintptr_t)o, &overflow)) &&
               !overflow;
    if (!o || !is_exact(g->w->m, o, str) || str_len(o) < 11)
        return false;
    struct buffer utf8 = {0};
    bool has = text_has_address(text_of(o, &utf8));
    buffer_free(&utf8);
    return has;
}

static bool is_hashed_by_address(const struct graph *g, const Object *o);

static bool has_member_by_address(const struct graph *g, const SetObject *s)
{
    for (size_t i = 0; i <= s->mask; i++)
        if (s->table[i].key != set_dummy(g->w->m) && is_hashed_by_address(g, s->table[i].key))
            return true;
    return false;
}

/* Of what has no value of its own the hash comes from the address, which is the model's own here;
 * so do those of tuples and frozensets that hold such. */
static bool is_hashed_by_address(const struct graph *g, const Object *o)
{
    const Machine *m = g->w->m;
    if (!o)
        return false;
    if (o == m->none)
        return !m->profile->hash_none_is_constant;
    if (is_exact(m, o, int_) || is_exact(m, o, str))
        return is_address(g, o);
    if (is_exact(m, o, float_) && isnan(((const FloatObject *)o)->value))
        return true;
    if (is_anyset(o))
        return has_member_by_address(g, (const SetObject *)o);
    if (is_tuple(o)) {
        for (ssize_t i = 0; i < tuple_size(o); i++)
            if (is_hashed_by_address(g, tuple_item(o, i)))
                return true;
        return false;
    }
    const Type *const by_value[] = {m->types.bool_, m->types.float_, m->types.complex,
                                    m->types.bytes, m->types.range,  m->types.slice};
    for (size_t i = 0; i < sizeof by_value / sizeof *by_value; i++)
        if (o->type == by_value[i])
            return false;
    bool has_own = o->type->tp_flags & TYPE_HEAP && slots_of(o)->tp_hash != object_hash_pointer;
    return !has_own;
}

static bool has_keys_by_address(const struct graph *g, const DictKeys *keys)
{
    for (ssize_t i = 0; i < keys->dk_nentries; i++)
        if (is_hashed_by_address(g, keys->entries[i].key))
            return true;
    return false;
}

/* Are the slots of a table to be left open?  Those of keys that are gone by now are not free
 * again. */
static bool is_open_table(struct graph *g, const void *table, bool has_key_by_address)
{
    struct walk_open *open = g->w->open;
    bool remembered = false;
    for (size_t i = 0; i < WALK_KEYED && !remembered; i++)
        remembered = open->keyed[i] == table;
    if (has_key_by_address && !remembered)
        open->keyed[open->nkeyed++ % WALK_KEYED] = table;
    bool is_open = remembered || has_key_by_address;
    open->tables += is_open;
    return is_open;
}

/* ---- what objects hold ----------------------------------------------------------------------- */

/* In each of these, o is NULL where our side has nothing to compare: the line is still read, since
 * what it refers to has numbers. */

static void items(struct graph *g, char **line, Object *const *item, ssize_t size)
{
    ssize_t n = (ssize_t)number(line);
    if (item || size >= 0)
        same(g, "the length", n, size);
    for (ssize_t i = 0; i < n; i++)
        meet(g, number(line),
             (struct met){
                 .object = i < size ? item[i] : NULL, .from = g->at, .way = WAY_ITEM, .index = i});
}

static void compare_list(struct graph *g, char **line, const Object *o)
{
    const ListObject *l = (const ListObject *)o;
    int64_t allocated = number(line);
    if (l)
        same(g, "allocated", allocated, l->allocated);
    items(g, line, l ? l->item : NULL, l ? l->size : -1);
}

static void compare_tuple(struct graph *g, char **line, const Object *o)
{
    const TupleObject *t = (const TupleObject *)o;
    items(g, line, t ? t->item : NULL, t ? t->size : -1);
}

/* In a copy of globals(): what tells how the program was started. */
static bool is_how_it_began(const Object *key)
{
    return is_str(key) && (inspect_str_is(key, "__loader__") || inspect_str_is(key, "__spec__") ||
                           inspect_str_is(key, "__file__") || inspect_str_is(key, "__cached__"));
}

static void compare_entry(struct graph *g, char **line, const DictObject *d, ssize_t i)
{
    const DictEntry *e = d ? &d->ma_keys->entries[i] : NULL;
    const Object *value = d ? dict_value_at(d, i) : NULL;
    char *first = word(line);
    bool is_gone = !strcmp(first, "-");
    if (d)
        same_at(g, "is there an entry", i, !is_gone, value != NULL);
    if (is_gone)
        return;
    if (!value)
        e = NULL;
    int64_t hash = strtoll(first, NULL, 10);
    if (e && !is_hashed_by_address(g, e->key))
        same_at(g, "the hash of entry", i, hash,
                is_str(e->key) ? ((const StrObject *)e->key)->hash : e->hash);
    meet(g, number(line),
         (struct met){.object = e ? e->key : NULL, .from = g->at, .way = WAY_KEY, .index = i});
    meet(g, number(line),
         (struct met){.object = e && !is_how_it_began(e->key) ? value : NULL,
                      .from = g->at,
                      .way = WAY_VALUE,
                      .key = e ? e->key : NULL});
}

static void compare_dict(struct graph *g, char **line, const Object *o)
{
    static const char *const kinds[] = {[DICT_KEYS_GENERAL] = "general",
                                        [DICT_KEYS_UNICODE] = "unicode",
                                        [DICT_KEYS_SPLIT] = "split"};
    const DictObject *d = (const DictObject *)o;
    const DictKeys *keys = d ? d->ma_keys : NULL;
    const char *kind = word(line);
    int64_t log2 = number(line), usable = number(line), count = number(line), used = number(line);
    if (d) {
        same_text(g, "the kind of its keys", kind, kinds[keys->dk_kind]);
        same(g, "usable", usable, keys->dk_usable);
        same(g, "used", used, d->ma_used);
        if (!same(g, "log2 of the slots", log2, keys->dk_log2_size))
            keys = NULL;
        if (!same(g, "the number of entries", count, d->ma_keys->dk_nentries))
            d = NULL;
        else if (is_open_table(g, d->ma_keys, has_keys_by_address(g, d->ma_keys)))
            keys = NULL;
    }
    for (ssize_t i = 0; i < (ssize_t)1 << log2; i++) {
        int64_t index = number(line);
        if (keys)
            same_at(g, "slot", i, index, keys->indices[i]);
    }
    for (ssize_t i = 0; i < count; i++)
        compare_entry(g, line, d, i);
}

static void compare_slot(struct graph *g, char **line, const SetObject *s, ssize_t i)
{
    const SetEntry *e = s ? &s->table[i] : NULL;
    char *first = word(line);
    bool is_empty = !strcmp(first, "."), is_dummy = !strcmp(first, "x");
    if (e) {
        const char *ours = !e->key ? "empty" : e->key == set_dummy(g->w->m) ? "a dummy" : "taken";
        char label[32];
        snprintf(label, sizeof label, "slot %zd", i);
        if (!same_text(g, label, is_empty ? "empty" : is_dummy ? "a dummy" : "taken", ours))
            e = NULL;
    }
    if (is_empty || is_dummy)
        return;
    if (e)
        same_at(g, "the hash in slot", i, strtoll(first, NULL, 10), e->hash);
    meet(g, number(line),
         (struct met){.object = e ? e->key : NULL, .from = g->at, .way = WAY_MEMBER, .index = i});
}

static void compare_set(struct graph *g, char **line, const Object *o)
{
    const SetObject *s = (const SetObject *)o;
    int64_t mask = number(line), fill = number(line), used = number(line);
    if (s) {
        same(g, "fill", fill, s->fill);
        same(g, "used", used, s->used);
        if (!same(g, "the mask", mask, (int64_t)s->mask))
            s = NULL;
        else if (is_open_table(g, s->table, has_member_by_address(g, s)))
            s = NULL;
    }
    for (ssize_t i = 0; i <= mask; i++)
        compare_slot(g, line, s, i);
}

/* What a function, a bound method or a cell refers to. */
static void compare_parts(struct graph *g, char **line, const Object *o)
{
    static const char *const of_function[] = {"the defaults", "the keyword defaults", "the closure",
                                              "the attributes"};
    static const char *const of_method[] = {"the function", "the self"};
    static const char *const of_cell[] = {"what is in the cell"};
    const Machine *m = g->w->m;
    const char *const *name = of_function;
    const Object *part[4] = {NULL};
    int64_t n = number(line);
    if (n == 1)
        name = of_cell;
    else if (n == 2)
        name = of_method;
    if (o && o->type == m->types.function) {
        const FunctionObject *f = (const FunctionObject *)o;
        part[0] = f->defaults;
        part[1] = f->kwdefaults;
        part[2] = f->closure;
        part[3] = f->dict;
    } else if (o && o->type == m->types.method) {
        part[0] = ((const MethodObject *)o)->function;
        part[1] = ((const MethodObject *)o)->self;
    } else if (o && o->type == m->types.cell) {
        part[0] = ((const CellObject *)o)->value;
    }
    for (int64_t i = 0; i < n && i < 4; i++)
        meet(g, number(line),
             (struct met){.object = part[i], .from = g->at, .way = WAY_PART, .name = name[i]});
}

/* Alike but for what is not compared, which is then counted? */
static bool is_alike(struct graph *g, const char *real, const char *ours)
{
    struct text_match match = {0};
    struct text a = {real, strlen(real)}, b = {ours, strlen(ours)};
    if (text_compare(a, b, &match) != TEXT_ALIKE || match.real != a.len || match.ours != b.len)
        return false;
    g->w->open->addresses += match.addresses;
    g->w->open->temporaries += match.temporaries;
    return true;
}

static void compare_atom(struct graph *g, char **line, const Object *o)
{
    const char *real = word(line);
    struct buffer repr = {0}, ours = {0};
    if (o && strcmp(real, "?") != 0 && inspect_repr(g->w->m, o, &repr)) {
        const char *text = escaped(buffer_text(&repr), repr.len, &ours);
        if (!strcmp(real, text) || !is_alike(g, real, text))
            same_text(g, "the value", real, text);
    }
    buffer_free(&repr);
    buffer_free(&ours);
}

static void compare_names(struct graph *g, char **line, const char *label, const Object *tuple)
{
    int64_t n = number(line);
    if (tuple)
        same(g, label, n, tuple_size(tuple));
    for (ssize_t i = 0; i < n; i++) {
        const char *real = word(line);
        struct buffer ours = {0};
        if (tuple && i < tuple_size(tuple)) {
            char place[64];
            const char *name = ((const Type *)tuple_item(tuple, i))->tp_name;
            const char *dot = strrchr(name, '.');
            snprintf(place, sizeof place, "%s, number %zd", label, i);
            name = dot ? dot + 1 : name;
            same_text(g, place, real, escaped(name, strlen(name), &ours));
        }
        buffer_free(&ours);
    }
}

/* Is it a class of the program, derived from one of the library's?  What that one adds to its
 * instances is its own affair. */
static bool has_library_base(const Machine *m, const Type *type)
{
    for (ssize_t i = 1; type->tp_mro && i < tuple_size(type->tp_mro); i++)
        if (inspect_is_library(m, tuple_item(type->tp_mro, i)))
            return true;
    return false;
}

static void compare_class(struct graph *g, char **line, const Object *o)
{
    const Type *type = (const Type *)o;
    compare_names(g, line, "its bases", type ? type->tp_bases : NULL);
    bool shared = type && has_library_base(g->w->m, type); /* whose bases are its own */
    compare_names(g, line, "its MRO", type && !shared ? type->tp_mro : NULL);
}

/* ---- names ----------------------------------------------------------------------------------- */

struct binding {
    char *name; /* escaped */
    const Object *value;
};
struct bindings {
    struct binding *item;
    size_t count, cap;
};

static void bind(struct bindings *b, const Object *name, const Object *value)
{
    struct buffer text = {0}, out = {0};
    if (b->count == b->cap) {
        b->cap = b->cap ? b->cap * 2 : 16;
        b->item = base_realloc(b->item, b->cap * sizeof *b->item);
    }
    str_to_utf8(name, &text);
    escaped(buffer_text(&text), text.len, &out);
    b->item[b->count++] = (struct binding){base_strdup(buffer_text(&out)), value};
    buffer_free(&text);
    buffer_free(&out);
}

static const Object *bound(const struct bindings *b, const char *name)
{
    for (size_t i = 0; i < b->count; i++)
        if (!strcmp(b->item[i].name, name))
            return b->item[i].value;
    return NULL;
}

static void bindings_free(struct bindings *b)
{
    for (size_t i = 0; i < b->count; i++)
        base_free(b->item[i].name);
    free(b->item);
}

/* Is it a name that the program's own text has?  Of what the library puts into instances of its
 * classes' subclasses there are others. */
static bool is_programs_name(const struct walk *w, const char *name)
{
    size_t n = strlen(name);
    if (n < 2 || strchr(name, '\\'))
        return true;
    for (const char *at = w->words; at && (at = strstr(at, name)); at++)
        if (at[n] == '\n' && (at == w->words || at[-1] == '\n'))
            return true;
    return false;
}

/* The observer's names, with numbers, up to the end of the line or `count` of them; ours. */
static void compare_names_of(struct graph *g, char **line, const struct bindings *b, int64_t count,
                             struct met place)
{
    size_t seen = 0;
    for (int64_t i = 0; i < count && **line; i++) {
        place.name = word(line);
        place.object = bound(b, place.name);
        if (place.object)
            seen++;
        if (place.shared && !is_programs_name(g->w, place.name))
            place.object = NULL;
        int64_t real = number(line);
        meet(g, real, place);
        if (!place.object && b->item && inspect_is_missing(g->w->m, place.name)) {
            g->w->open->library++;
        } else if (!place.object && b->item && !place.shared) {
            g->met[0] = place;
            int at = g->at;
            g->at = 0;
            report(g, "is bound in CPython, not here");
            g->at = at;
        }
    }
    if (b->item && seen < b->count && !place.shared) {
        struct buffer text = {0};
        buffer_printf(&text, "pyviz has %zu names here, CPython %zu of them", b->count, seen);
        g->w->differs(g->w->context, buffer_text(&text));
        buffer_free(&text);
    }
}

static void compare_instance(struct graph *g, char **line, const Object *o)
{
    struct bindings ours = {0};
    Object *name, *value;
    int64_t n = number(line);
    for (ssize_t at = 0; o && instance_next(o, &at, &name, &value);)
        if (is_exact(g->w->m, name, str))
            bind(&ours, name, value);
    bool shared = o && has_library_base(g->w->m, o->type);
    struct met place = {.from = g->at, .way = WAY_ATTRIBUTE, .shared = shared};
    g->w->open->library += shared;
    compare_names_of(g, line, &ours, n, place);
    bindings_free(&ours);
}

static void compare_frame(struct graph *g, char *line, const struct Frame *frame)
{
    const Machine *m = g->w->m;
    struct bindings ours = {0};
    Object *name, *value;
    bool is_module = !frame || inspect_frame_is_module(m, frame);
    for (size_t at = 0; is_module ? inspect_next_name(m, &at, &name, &value)
                                  : inspect_next_local(m, frame, &at, &name, &value);)
        if (!is_module || !inspect_str_is(name, "__warningregistry__"))
            bind(&ours, name, value);
    word(&line);
    compare_names_of(g, &line, &ours, INT64_MAX, (struct met){.way = WAY_NAME});
    bindings_free(&ours);
}

/* ---- one object ------------------------------------------------------------------------------ */

static void compare_payload(struct graph *g, char **line, const Object *o)
{
    for (const char *tag = word(line); *tag; tag = word(line)) {
        switch (*tag) {
        case 'L':
            compare_list(g, line, o && is_list(o) ? o : NULL);
            break;
        case 'T':
            compare_tuple(g, line, o && is_tuple(o) ? o : NULL);
            break;
        case 'D':
            compare_dict(g, line, o && is_dict(o) ? o : NULL);
            break;
        case 'S':
            compare_set(g, line, o && is_anyset(o) ? o : NULL);
            break;
        case 'U':
            compare_parts(g, line, o);
            break;
        case 'R':
            compare_atom(g, line, o);
            break;
        case 'C':
            compare_class(g, line, o && is_type(o) ? o : NULL);
            break;
        case 'I':
            compare_instance(g, line, o);
            break;
        default:
            return;
        }
    }
}

static bool has_known_size(const Machine *m, const Object *o)
{
    return o->type != m->types.module && o->type != m->types.builtin_function &&
           o->type != m->types.code && o->type != m->types.re_pattern &&
           !has_library_base(m, o->type) && !(is_type(o) && has_library_base(m, (const Type *)o));
}

/* Is it an operand of a call under way? */
static bool is_on_a_stack(const Machine *m, const Object *o)
{
    Object *value;
    for (size_t i = 0; i < inspect_frame_count(m); i++)
        for (size_t at = 0; inspect_next_on_stack(inspect_frame(m, i), &at, &value);)
            if (value == o)
                return true;
    return false;
}

/* The tracer of 3.11 binds the methods of builtin types that are called: their self is held once
 * more. */
static bool is_held_by_tracer(const struct walk *w, int64_t real, int64_t ours, const Object *o)
{
    return w->traced && real == ours + 1 && is_on_a_stack(w->m, o);
}

/* While an exception is under way, 3.11 holds its class beside it. */
static bool is_class_under_way(const struct walk *w, int64_t real, int64_t ours, const Object *o)
{
    const Object *e = w->m->exception ? w->m->exception : w->m->uncaught;
    return w->traced && real == ours + 1 && e && (const Object *)e->type == o;
}

/* When the module has returned its frame is gone here; CPython's is about to go. */
static bool is_frame_that_goes(const struct walk *w, int64_t real, int64_t ours, const Object *o)
{
    return real == ours + 1 && o->type == w->m->types.frame && inspect_frame_count(w->m) == 0;
}

/* A word of the program that a module of CPython's library uses as a name, too, is immortal from
 * that import on; what names those are the machine does not know. */
static bool is_named_by_library(const struct walk *w, int64_t real, const Object *o)
{
    enum { FROM_THE_START = 3 };
    return real == w->m->profile->immortal_refcount && o->flags & OBJECT_INTERNED &&
           ((const DictObject *)w->m->modules)->ma_used > FROM_THE_START;
}

/* Text that the program has put together and that names an attribute now: whether CPython's library
 * has such a name, too, the machine does not know. */
static bool is_name_made(const Object *o)
{
    return is_str(o) && o->flags & OBJECT_INTERNED && o->serial > 0;
}

/* Has the library had the object under comparison in hand, here or there, or what it belongs to?
 * Whether it holds it still is its own affair: CPython's library is not pyviz's. */
static bool is_handled(const struct graph *g, bool there)
{
    const struct met *met = &g->met[g->at];
    const struct met *owner = met->from ? &g->met[met->from] : met;
    return there || owner->handled || met->object->flags & OBJECT_HANDLED ||
           (owner->object && owner->object->flags & OBJECT_HANDLED);
}

/* Which of the names in CPython's method cache have given way to others, addresses decide: it may
 * have let go of some that are held here, and hold some that are not. */
static bool is_let_go_by_cache(const Machine *m, int64_t real, int64_t ours, const Object *o)
{
    int64_t held = 0;
    if (real > ours)
        return is_str(o) && o->flags & OBJECT_DISPLACED && real <= ours + m->names_displaced;
    for (size_t i = 0; is_str(o) && i < METHOD_CACHE_SIZE; i++)
        held += m->method_cache[i].name == o;
    return real < ours && real >= ours - held;
}

/* Is it a class of the program's that the library has made a part of, with what holds it? */
static bool is_made_by_library(const struct walk *w, const Object *o)
{
    return is_type(o) && has_library_base(w->m, (const Type *)o);
}

/* `told` begins with a tilde if CPython's library has had it in hand. */
static void compare_references(struct graph *g, const char *told, const Object *o)
{
    bool there = *told == '~';
    g->met[g->at].handled = there;
    int64_t ours, real = strtoll(told + there, NULL, 10);
    if (inspect_refcount(g->w->m, o, &ours) && real != ours && *told != '?') {
        bool is_name = is_let_go_by_cache(g->w->m, real, ours, o);
        if (is_name || is_handled(g, there) || is_made_by_library(g->w, o)) {
            *(is_name ? &g->w->open->names : &g->w->open->handled) += 1;
            return;
        }
    }
    if (strcmp(told, "?") != 0 && inspect_refcount(g->w->m, o, &ours) &&
        !is_held_by_tracer(g->w, real, ours, o) && !is_class_under_way(g->w, real, ours, o) &&
        !is_frame_that_goes(g->w, real, ours, o) &&
        (real == ours || !(is_named_by_library(g->w, real, o) || is_name_made(o))))
        same(g, "refcount", real, ours);
    else
        g->w->open->references++;
}

/* What was there before the program, the collector knows as CPython's own start has made it
 * known. */
static void compare_tracking(struct graph *g, const char *tracked, const char *generation,
                             const Object *o)
{
    bool ours = object_is_tracked(o);
    bool lazily = is_tuple(o) || is_dict(o), constant = is_tuple(o) && o->serial <= 0;
    bool goes = o->type == g->w->m->types.frame && inspect_frame_count(g->w->m) == 0;
    if ((g->w->half_aged && constant) || goes)
        return;
    if (o->type == g->w->m->types.module || !o->serial || *tracked == '-' ||
        (g->w->collected && lazily))
        return;
    if (same(g, "gc.is_tracked", *tracked == '1', ours) && ours && !g->w->collected &&
        *generation != '-')
        same(g, "generation", strtoll(generation, NULL, 10),
             gc_head((Object *)(uintptr_t)o)->generation);
}

/* Has the library asked for the UTF-8 form of a text, here or there? */
static bool is_kept_utf8(const struct graph *g, const char *told, int64_t real, const Object *o)
{
    return is_str(o) && !((const StrObject *)o)->ascii && *told != '?' &&
           real != inspect_sizeof(g->w->m, o) && is_handled(g, *told == '~');
}

static void compare_object(struct graph *g, char *line, const Object *o)
{
    word(&line);
    const char *type = word(&line), *refcount = word(&line), *size = word(&line);
    const char *tracked = word(&line), *generation = word(&line);
    struct buffer ours = {0};
    /* by which the script has been found, how it was started, and what is builtin: nobody has all
     * of that */
    bool is_given = !strcmp(type, "SourceFileLoader") || o == g->w->m->builtins_dict ||
                    (o && o->type == g->w->m->types.flags_info);
    if (o && (is_given || inspect_is_library(g->w->m, o))) {
        g->w->open->library++;
        o = NULL;
    }
    if (o && o->type == g->w->m->types.docstring) {
        g->w->open->docstrings++;
        o = NULL;
    }
    if (o) {
        const char *name = type_name(o), *dot = strrchr(name, '.');
        name = dot ? dot + 1 : name;
        if (!same_text(g, "its type", type, escaped(name, strlen(name), &ours)))
            o = NULL;
    }
    if (o) {
        compare_references(g, refcount, o);
        compare_tracking(g, tracked, generation, o);
        g->w->open->patterns += o->type == g->w->m->types.re_pattern;
        if (is_kept_utf8(g, refcount, strtoll(size, NULL, 10), o))
            g->w->open->handled++;
        else if (strcmp(size, "?") != 0 && has_known_size(g->w->m, o) && !is_address(g, o))
            same(g, "sys.getsizeof", strtoll(size, NULL, 10), inspect_sizeof(g->w->m, o));
    }
    compare_payload(g, &line, o);
    buffer_free(&ours);
}

/* The frames of the program's own text, outermost first; NULL past the last. */
static const struct Frame *own_frame(const Machine *m, size_t *i)
{
    while (*i < inspect_frame_count(m)) {
        const struct Frame *frame = inspect_frame(m, (*i)++);
        if (inspect_frame_has_statements(m, frame))
            return frame;
    }
    return NULL;
}

void walk_compare(struct walk *w, char *const *lines, size_t count)
{
    struct graph g = {.w = w};
    size_t frames = 0, i = 0;
    grow(&g);
    for (; i < count && lines[i][0] == 'F'; i++)
        compare_frame(&g, lines[i], own_frame(w->m, &frames));
    for (; i < count && lines[i][0] == 'O'; i++) {
        if (++g.at > g.count)
            break;
        compare_object(&g, lines[i], g.met[g.at].object);
    }
    free(g.met);
    free(g.table);
}
