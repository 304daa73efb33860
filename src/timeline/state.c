#include <pyviz/timeline/state.h>

#include <pyviz/base/utf8.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/inspect.h>
#include <pyviz/machine/instance.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- an event, by hand: a trace has millions ------------------------------------------------- */

/* A JSON string.  What JSON cannot hold (lone surrogates) is written as Python would escape it. */
static void write_string(const char *s, size_t n, struct buffer *out)
{
    buffer_putc(out, '"');
    for (size_t at = 0; at < n;) {
        int32_t c;
        size_t len = utf8_decode(s + at, n - at, true, &c);
        if (c < 0 || (c >= 0xd800 && c < 0xe000))
            buffer_printf(out, c < 0 ? "\\\\x%02x" : "\\\\u%04x",
                          c < 0 ? (unsigned)(unsigned char)s[at] : (unsigned)c);
        else if (c == '"' || c == '\\')
            buffer_printf(out, "\\%c", (char)c);
        else if (c < 0x20 || c == 0x7f)
            buffer_printf(out, "\\u%04x", (unsigned)c);
        else
            buffer_append(out, s + at, len);
        at += len;
    }
    buffer_putc(out, '"');
}

static void write_name(const Object *name, struct buffer *out)
{
    struct buffer text = {0};
    str_to_utf8(name, &text);
    write_string(buffer_text(&text), text.len, out);
    buffer_free(&text);
}

static void write_field(const Machine *m, enum event_field_type type, intptr_t value,
                        struct buffer *out)
{
    const Object *o = (const Object *)value;
    switch (type) {
    case FIELD_OBJECT:
        if (o)
            buffer_printf(out, "%" PRId64, inspect_number(m, o));
        else
            buffer_puts(out, "null");
        break;
    case FIELD_NAME:
        if (o)
            write_name(o, out);
        else
            buffer_puts(out, "null");
        break;
    case FIELD_BOOL:
        buffer_puts(out, value ? "true" : "false");
        break;
    case FIELD_ADDRESS:
        buffer_printf(out, "\"0x%" PRIxPTR "\"", (uintptr_t)value);
        break;
    default:
        buffer_printf(out, "%" PRIdPTR, value);
        break;
    }
}

/* Appends {"k":17,"kind":"dict.insert","line":8, fields...}: the event where the machine stands. */
static void write_event(const Machine *m, struct buffer *out)
{
    const struct event_info *info = &event_info[m->event.kind];
    buffer_printf(out, "{\"k\":%" PRIu64 ",\"kind\":\"%s\",\"line\":%" PRId32, m->clock, info->name,
                  m->event.line);
    for (int i = 0; info->fields[i].type != FIELD_NONE; i++) {
        buffer_printf(out, ",\"%s\":", info->fields[i].name);
        write_field(m, info->fields[i].type, m->event.field[i], out);
    }
    buffer_putc(out, '}');
}

struct trace {
    struct buffer text;
    void (*take)(const char *text, size_t n, void *context);
    void *context;
};

static void trace_flush(struct trace *trace)
{
    if (trace->text.len)
        trace->take(trace->text.data, trace->text.len, trace->context);
    buffer_clear(&trace->text);
}

static bool trace_event(Machine *m, void *context)
{
    enum { ENOUGH = 64 * 1024 };
    struct trace *trace = context;
    write_event(m, &trace->text);
    buffer_putc(&trace->text, '\n');
    return trace->text.len >= ENOUGH;
}

void state_trace(Machine *m, void (*take)(const char *text, size_t n, void *context), void *context)
{
    struct trace trace = {.take = take, .context = context};
    machine_observe(m, trace_event, &trace);
    while (!machine_ended(m)) {
        machine_run(m, UINT64_MAX);
        trace_flush(&trace);
    }
    machine_observe(m, NULL, NULL);
    buffer_free(&trace.text);
}

/* ---- what is reached ------------------------------------------------------------------------- */

/* Objects in the order of being met, each once; `table` holds 1 + the place in `list`. */
struct reached {
    const Machine *m;
    const Object **list;
    size_t count, cap;
    size_t *table, mask;
};

static size_t reached_slot(const struct reached *r, const Object *o)
{
    size_t slot = ((uintptr_t)o >> 4) * 0x9e3779b97f4a7c15u >> 20 & r->mask;
    while (r->table[slot] && r->list[r->table[slot] - 1] != o)
        slot = (slot + 1) & r->mask;
    return slot;
}

static void reached_grow(struct reached *r)
{
    r->cap = r->cap ? r->cap * 2 : 256;
    r->list = base_realloc(r->list, r->cap * sizeof *r->list);
    free(r->table);
    r->mask = r->cap * 2 - 1;
    r->table = base_calloc(r->mask + 1, sizeof *r->table);
    for (size_t i = 0; i < r->count; i++)
        r->table[reached_slot(r, r->list[i])] = i + 1;
}

static int reach(struct reached *r, const Object *o)
{
    if (!o)
        return 0;
    if (r->count == r->cap)
        reached_grow(r);
    size_t slot = reached_slot(r, o);
    if (r->table[slot])
        return 0;
    r->list[r->count++] = o;
    r->table[slot] = r->count;
    return 0;
}

static int reach_visit(Machine *m, Object *o, void *reached)
{
    (void)m;
    return reach(reached, o);
}

static Object *module_of_builtin(const Machine *m, const Object *o)
{
    Object *self = ((const BuiltinObject *)o)->self;
    return self && self->type == m->types.module ? self : NULL;
}

/* Keys that a dict shares are not its own to traverse, but they stand in its entries. */
static void visit_shared_keys(Machine *m, const Object *o, visitproc visit, void *context)
{
    const DictObject *d = is_dict(o) ? (const DictObject *)o : NULL;
    if (!d || d->ma_keys->dk_kind != DICT_KEYS_SPLIT)
        return;
    for (ssize_t i = 0; i < d->ma_keys->dk_nentries; i++)
        if (dict_value_at(d, i))
            visit(m, d->ma_keys->entries[i].key, context);
}

/* Calls visit for what o refers to, as far as a lesson follows it. */
static void visit_referents(const Machine *m, const Object *o, visitproc visit, void *context)
{
    Machine *machine = (Machine *)(uintptr_t)m;
    if (o->type == m->types.function) {
        const FunctionObject *f = (const FunctionObject *)o;
        Object *const followed[] = {f->defaults, f->kwdefaults, f->closure, f->dict,
                                    f->annotations};
        for (size_t i = 0; i < sizeof followed / sizeof *followed; i++)
            if (followed[i])
                visit(machine, followed[i], context);
    } else if (o->type == m->types.builtin_function) {
        Object *self = ((const BuiltinObject *)o)->self;
        if (self && !module_of_builtin(m, o))
            visit(machine, self, context);
    } else if (o->type == m->types.code || o->type == m->types.module ||
               (is_type(o) && !(((const Type *)o)->tp_flags & TYPE_HEAP))) {
        return;
    } else if (o->type->slots.tp_traverse) {
        o->type->slots.tp_traverse(machine, (Object *)(uintptr_t)o, visit, context);
        visit_shared_keys(machine, o, visit, context);
    }
}

static void reach_all(struct reached *r)
{
    const Machine *m = r->m;
    Object *name, *value;
    for (size_t at = 0; inspect_next_name(m, &at, &name, &value);)
        reach(r, value);
    for (size_t i = 0; i < inspect_frame_count(m); i++) {
        const struct Frame *frame = inspect_frame(m, i);
        for (size_t at = 0; inspect_next_local(m, frame, &at, &name, &value);)
            reach(r, value);
        for (size_t at = 0; inspect_next_on_stack(frame, &at, &value);)
            reach(r, value);
    }
    for (size_t i = 0; i < r->count; i++)
        visit_referents(m, r->list[i], reach_visit, r);
}

/* ---- JSON ------------------------------------------------------------------------------------ */

static json_t *number(const Machine *m, const Object *o)
{
    return o ? json_integer(inspect_number(m, o)) : json_null();
}

/* Text from a buffer, which is freed: valid UTF-8 whatever the text. */
static json_t *text(struct buffer *b)
{
    json_t *s = json_stringn(buffer_text(b), b->len);
    if (!s) {
        struct buffer escaped = {0};
        write_string(b->data, b->len, &escaped);
        s = json_loadb(escaped.data, escaped.len, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
        buffer_free(&escaped);
    }
    buffer_free(b);
    return s;
}

static json_t *str_text(const Object *str)
{
    struct buffer b = {0};
    str_to_utf8(str, &b);
    return text(&b);
}

static void set_by_name(json_t *object, const Object *name, json_t *value)
{
    struct buffer b = {0};
    str_to_utf8(name, &b);
    json_object_set_new(object, buffer_text(&b), value);
    buffer_free(&b);
}

static json_t *numbers(const Machine *m, Object *const *items, ssize_t n)
{
    json_t *array = json_array();
    for (ssize_t i = 0; i < n; i++)
        json_array_append_new(array, number(m, items[i]));
    return array;
}

static json_t *describe_list(const Machine *m, const Object *o)
{
    const ListObject *l = (const ListObject *)o;
    json_t *list = json_object();
    json_object_set_new(list, "allocated", json_integer(l->allocated));
    json_object_set_new(list, "items", numbers(m, l->item, l->size));
    return list;
}

static json_t *describe_tuple(const Machine *m, const Object *o)
{
    const TupleObject *t = (const TupleObject *)o;
    json_t *tuple = json_object();
    json_object_set_new(tuple, "items", numbers(m, t->item, t->size));
    return tuple;
}

static json_t *dict_entry(const Machine *m, const DictObject *d, ssize_t i)
{
    const DictEntry *entry = &d->ma_keys->entries[i];
    const Object *value = dict_value_at(d, i);
    if (!value)
        return json_null();
    json_t *object = json_object();
    hash_t hash = is_str(entry->key) ? ((const StrObject *)entry->key)->hash : entry->hash;
    json_object_set_new(object, "hash", json_integer(hash));
    json_object_set_new(object, "key", number(m, entry->key));
    json_object_set_new(object, "value", number(m, value));
    return object;
}

static json_t *describe_dict(const Machine *m, const Object *o)
{
    static const char *const kinds[] = {[DICT_KEYS_GENERAL] = "general",
                                        [DICT_KEYS_UNICODE] = "unicode",
                                        [DICT_KEYS_SPLIT] = "split"};
    const DictObject *d = (const DictObject *)o;
    const DictKeys *keys = d->ma_keys;
    json_t *dict = json_object(), *indices = json_array(), *entries = json_array();
    for (size_t i = 0; i < DK_SIZE(keys); i++)
        json_array_append_new(indices, json_integer(keys->indices[i]));
    for (ssize_t i = 0; i < keys->dk_nentries; i++)
        json_array_append_new(entries, dict_entry(m, d, i));
    json_object_set_new(dict, "kind", json_string(kinds[keys->dk_kind]));
    json_object_set_new(dict, "log2_size", json_integer(keys->dk_log2_size));
    json_object_set_new(dict, "usable", json_integer(keys->dk_usable));
    json_object_set_new(dict, "nentries", json_integer(keys->dk_nentries));
    json_object_set_new(dict, "used", json_integer(d->ma_used));
    json_object_set_new(dict, "indices", indices);
    json_object_set_new(dict, "entries", entries);
    return dict;
}

static json_t *set_entry(const Machine *m, const SetEntry *entry)
{
    if (!entry->key)
        return json_null();
    if (entry->key == set_dummy(m))
        return json_string("dummy");
    json_t *object = json_object();
    json_object_set_new(object, "hash", json_integer(entry->hash));
    json_object_set_new(object, "key", number(m, entry->key));
    return object;
}

static json_t *describe_set(const Machine *m, const Object *o)
{
    const SetObject *s = (const SetObject *)o;
    json_t *set = json_object(), *table = json_array();
    for (size_t i = 0; i <= s->mask; i++)
        json_array_append_new(table, set_entry(m, &s->table[i]));
    json_object_set_new(set, "mask", json_integer((json_int_t)s->mask));
    json_object_set_new(set, "fill", json_integer(s->fill));
    json_object_set_new(set, "used", json_integer(s->used));
    json_object_set_new(set, "table", table);
    return set;
}

static json_t *type_names(const Object *tuple)
{
    json_t *names = json_array();
    for (ssize_t i = 0; tuple && i < tuple_size(tuple); i++)
        json_array_append_new(names, json_string(inspect_type_name(tuple_item(tuple, i))));
    return names;
}

static void describe_type(json_t *object, const Object *o)
{
    const Type *type = (const Type *)o;
    json_object_set_new(object, "name", json_string(inspect_type_name(o)));
    json_object_set_new(object, "bases", type_names(type->tp_bases));
    json_object_set_new(object, "mro", type_names(type->tp_mro));
}

static void describe_instance(json_t *object, const Machine *m, const Object *o)
{
    json_t *attrs = json_object();
    Object *name, *value;
    for (ssize_t at = 0; instance_next(o, &at, &name, &value);)
        if (is_str(name))
            set_by_name(attrs, name, number(m, value));
    json_object_set_new(object, "class", number(m, (const Object *)o->type));
    json_object_set_new(object, "attrs", attrs);
}

static int add_referent(Machine *m, Object *o, void *context)
{
    json_array_append_new(context, number(m, o));
    return 0;
}

static void describe_other(json_t *object, const Machine *m, const Object *o)
{
    json_t *refers = json_array();
    visit_referents(m, o, add_referent, refers);
    json_object_set_new(object, "refers", refers);
}

static json_t *describe_gc(const Object *o)
{
    json_t *gc = json_object();
    bool tracked = object_is_tracked(o);
    json_object_set_new(gc, "tracked", json_boolean(tracked));
    json_object_set_new(gc, "generation",
                        tracked ? json_integer(gc_head((Object *)(uintptr_t)o)->generation)
                                : json_null());
    return gc;
}

static void describe_contents(json_t *object, const Machine *m, const Object *o)
{
    struct buffer repr = {0};
    if (inspect_repr(m, o, &repr))
        json_object_set_new(object, "repr", text(&repr));
    buffer_free(&repr);
    if (is_list(o))
        json_object_set_new(object, "list", describe_list(m, o));
    else if (is_tuple(o))
        json_object_set_new(object, "tuple", describe_tuple(m, o));
    else if (is_dict(o))
        json_object_set_new(object, "dict", describe_dict(m, o));
    else if (is_anyset(o))
        json_object_set_new(object, "set", describe_set(m, o));
    else if (is_type(o))
        describe_type(object, o);
    else if (!json_object_get(object, "repr") && !(o->type->tp_flags & TYPE_HEAP))
        describe_other(object, m, o);
    if (o->type->tp_flags & TYPE_HEAP)
        describe_instance(object, m, o);
}

static json_t *describe(const Machine *m, const Object *o)
{
    json_t *object = json_object();
    int64_t refcount;
    bool known = inspect_refcount(m, o, &refcount);
    json_object_set_new(object, "type", json_string(inspect_type_title(o)));
    json_object_set_new(object, "refcount", known ? json_integer(refcount) : json_null());
    json_object_set_new(object, "immortal", json_boolean(inspect_is_immortal(m, o)));
    ssize_t size = inspect_sizeof(m, o);
    json_object_set_new(object, "sizeof", size < 0 ? json_null() : json_integer(size));
    json_object_set_new(object, "address", json_sprintf("0x%" PRIx64, o->address));
    json_object_set_new(object, "gc", describe_gc(o));
    describe_contents(object, m, o);
    return object;
}

static json_t *describe_frame(const Machine *m, const struct Frame *frame)
{
    json_t *object = json_object(), *locals = json_object(), *stack = json_array();
    Object *name, *value;
    for (size_t at = 0; inspect_next_local(m, frame, &at, &name, &value);)
        set_by_name(locals, name, number(m, value));
    for (size_t at = 0; inspect_next_on_stack(frame, &at, &value);)
        json_array_append_new(stack, number(m, value));
    json_object_set_new(object, "function", str_text(inspect_frame_function(frame)));
    json_object_set_new(object, "line", json_integer(inspect_frame_line(frame)));
    json_object_set_new(object, "locals", locals);
    json_object_set_new(object, "stack", stack);
    return object;
}

static json_t *describe_frames(const Machine *m)
{
    json_t *frames = json_array();
    for (const struct Frame *f = inspect_innermost_frame(m); f; f = inspect_outer_frame(f))
        json_array_insert_new(frames, 0, describe_frame(m, f));
    return frames;
}

static json_t *describe_names(const Machine *m)
{
    json_t *names = json_object();
    Object *name, *value;
    for (size_t at = 0; inspect_next_name(m, &at, &name, &value);)
        set_by_name(names, name, number(m, value));
    return names;
}

static json_t *describe_collector(const Machine *m)
{
    json_t *gc = json_object(), *threshold = json_array(), *count = json_array();
    for (int i = 0; i < GC_GENERATIONS; i++) {
        json_array_append_new(threshold, json_integer(m->gc.threshold[i]));
        json_array_append_new(count, json_integer(m->gc.count[i]));
    }
    json_object_set_new(gc, "enabled", json_boolean(m->gc.enabled));
    json_object_set_new(gc, "threshold", threshold);
    json_object_set_new(gc, "count", count);
    json_object_set_new(gc, "unsure", json_boolean(m->gc.unsure));
    return gc;
}

static json_t *describe_exception(const Machine *m)
{
    const Object *exception = m->uncaught ? m->uncaught : m->refusing ? NULL : m->exception;
    if (!exception)
        return json_null();
    json_t *object = json_object();
    struct buffer message = {0};
    inspect_exception_message(m, exception, &message);
    int line = inspect_exception_line(m, exception);
    json_object_set_new(object, "type", json_string(inspect_type_title(exception)));
    json_object_set_new(object, "message", text(&message));
    json_object_set_new(object, "line", json_integer(line ? line : machine_line(m)));
    return object;
}

static json_t *describe_refusal(const Machine *m)
{
    json_t *object = json_object();
    json_object_set_new(object, "message", json_string(m->refusal.message));
    json_object_set_new(object, "line", json_integer(m->refusal.line));
    json_object_set_new(object, "col", json_integer(m->refusal.col));
    return object;
}

static json_t *describe_event(const Machine *m)
{
    if (m->clock == 0)
        return json_null();
    struct buffer b = {0};
    write_event(m, &b);
    json_t *event = json_loadb(b.data, b.len, JSON_ALLOW_NUL, NULL);
    buffer_free(&b);
    return event;
}

static json_t *describe_output(const Machine *m)
{
    struct buffer b = {0};
    buffer_append(&b, m->out.data, m->out.len);
    return text(&b);
}

/* What only the very end can tell. */
struct state_closing {
    json_t *event, *stdout_text;
};

struct state_closing *state_closing(const Machine *m)
{
    struct state_closing *c = base_alloc(sizeof *c);
    *c = (struct state_closing){describe_event(m), describe_output(m)};
    return c;
}

static json_t *describe_objects(const Machine *m)
{
    struct reached reached = {.m = m};
    json_t *objects = json_object();
    reach_all(&reached);
    for (size_t i = 0; i < reached.count; i++) {
        char key[24];
        snprintf(key, sizeof key, "%" PRId64, inspect_number(m, reached.list[i]));
        json_object_set_new(objects, key, describe(m, reached.list[i]));
    }
    free(reached.list);
    free(reached.table);
    return objects;
}

static int append_chunk(const char *chunk, size_t n, void *buffer)
{
    buffer_append(buffer, chunk, n);
    return 0;
}

static void write(const Machine *m, uint64_t events, json_t *event, json_t *stdout_text,
                  struct buffer *out)
{
    json_t *state = json_object();
    json_object_set_new(state, "python",
                        json_sprintf("%d.%d", m->profile->major, m->profile->minor));
    json_object_set_new(state, "event", event);
    json_object_set_new(state, "events", json_integer((json_int_t)events));
    json_object_set_new(state, "line", json_integer(machine_line(m)));
    json_object_set_new(state, "stdout", stdout_text);
    json_object_set_new(state, "exception", describe_exception(m));
    if (m->status == MACHINE_REFUSED || m->status == MACHINE_LIMIT)
        json_object_set_new(state, "refusal", describe_refusal(m));
    json_object_set_new(state, "names", describe_names(m));
    json_object_set_new(state, "frames", describe_frames(m));
    json_object_set_new(state, "gc", describe_collector(m));
    json_object_set_new(state, "objects", describe_objects(m));
    json_dump_callback(state, append_chunk, out, JSON_COMPACT);
    buffer_putc(out, '\n');
    json_decref(state);
}

void state_write(const Machine *m, uint64_t events, struct buffer *out)
{
    write(m, events, describe_event(m), describe_output(m), out);
}

void state_write_closed(const Machine *m, uint64_t events, struct state_closing *closing,
                        struct buffer *out)
{
    write(m, events, closing->event, closing->stdout_text, out);
    free(closing);
}
