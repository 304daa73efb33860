/* repr without a running machine: whole, as Python gives it, and cut to size for people. */
#include <pyviz/machine/bytearray.h>
#include <pyviz/machine/inspect.h>

#include <pyviz/base/utf8.h>
#include <pyviz/machine/deque.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/float.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/iter.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/lru_cache.h>
#include <pyviz/machine/modules.h>
#include <pyviz/machine/odict.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "generator.h"

#include <gmp.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- whole ----------------------------------------------------------------------------------- */

/* A tuple in a tuple in ...: beyond this its repr is of no use to anybody. */
enum { MAX_DEPTH = 200, MAX_TUPLE_REPR = 1 << 20 };

/* Digits of the magnitude, on copies: GMP destroys what it converts. */
static void append_int(const IntObject *i, struct buffer *out)
{
    size_t n = (size_t)(i->size < 0 ? -i->size : i->size);
    if (i->size < 0)
        buffer_putc(out, '-');
    if (n <= 1) {
        buffer_printf(out, "%llu", (unsigned long long)(n ? i->limb[0] : 0));
        return;
    }
    struct buffer limbs = {0};
    mp_limb_t *copy = (mp_limb_t *)(void *)buffer_reserve(&limbs, (n + 1) * sizeof *copy);
    memcpy(copy, i->limb, n * sizeof *copy);
    size_t room = mpn_sizeinbase(copy, (mp_size_t)n, 10) + 1;
    unsigned char *digits = (unsigned char *)buffer_reserve(out, room);
    size_t len = mpn_get_str(digits, 10, copy, (mp_size_t)n), zeros = 0;
    while (zeros + 1 < len && digits[zeros] == 0)
        zeros++;
    for (size_t d = zeros; d < len; d++)
        digits[d - zeros] = (unsigned char)(digits[d] + '0');
    out->len += len - zeros;
    out->data[out->len] = '\0';
    buffer_free(&limbs);
}

/* A part of a complex number: a float without its ".0". */
static void append_part(double v, struct buffer *out)
{
    float_repr(out, v);
    if (out->len >= 2 && memcmp(out->data + out->len - 2, ".0", 2) == 0) {
        out->len -= 2;
        out->data[out->len] = '\0';
    }
}

/* Objects/complexobject.c: complex_repr */
static void append_complex(const ComplexObject *c, struct buffer *out)
{
    bool imaginary_only = c->real == 0 && !signbit(c->real);
    if (!imaginary_only) {
        buffer_putc(out, '(');
        append_part(c->real, out);
        if (isnan(c->imag) || !signbit(c->imag))
            buffer_putc(out, '+');
    }
    append_part(c->imag, out);
    buffer_puts(out, imaginary_only ? "j" : "j)");
}

static bool is_one(const IntObject *i)
{
    return i->size == 1 && i->limb[0] == 1;
}

static void append_range(const RangeObject *r, struct buffer *out)
{
    buffer_puts(out, "range(");
    append_int((const IntObject *)r->start, out);
    buffer_puts(out, ", ");
    append_int((const IntObject *)r->stop, out);
    if (!is_one((const IntObject *)r->step)) {
        buffer_puts(out, ", ");
        append_int((const IntObject *)r->step, out);
    }
    buffer_putc(out, ')');
}

/* As repr() has it, but what is long is cut. */
static void append_bytearray(const ByteArrayObject *a, struct buffer *out)
{
    enum { SHOWN = 256 };
    const unsigned char *data = (const unsigned char *)bytearray_data(a);
    buffer_puts(out, "bytearray(b'");
    for (ssize_t i = 0; i < a->size && i < SHOWN; i++) {
        if (data[i] == '\'' || data[i] == '\\')
            buffer_printf(out, "\\%c", data[i]);
        else if (data[i] == '\t' || data[i] == '\n' || data[i] == '\r')
            buffer_puts(out, data[i] == '\t' ? "\\t" : data[i] == '\n' ? "\\n" : "\\r");
        else
            buffer_printf(out, data[i] < ' ' || data[i] > '~' ? "\\x%02x" : "%c", data[i]);
    }
    buffer_puts(out, a->size > SHOWN ? "...')" : "')");
}

static bool append_scalar(const Machine *m, const Object *o, struct buffer *out)
{
    const Type *type = o->type;
    if (o == m->none)
        buffer_puts(out, "None");
    else if (o == m->true_ || o == m->false_)
        buffer_puts(out, o == m->true_ ? "True" : "False");
    else if (o == m->ellipsis)
        buffer_puts(out, "Ellipsis");
    else if (type == m->types.int_)
        append_int((const IntObject *)o, out);
    else if (type == m->types.float_)
        float_repr(out, ((const FloatObject *)o)->value);
    else if (type == m->types.complex)
        append_complex((const ComplexObject *)o, out);
    else if (type == m->types.str)
        str_repr(o, out);
    else if (type == m->types.bytes)
        bytes_repr(o, out);
    else if (type == m->types.bytearray)
        append_bytearray((const ByteArrayObject *)o, out);
    else if (type == m->types.range)
        append_range((const RangeObject *)o, out);
    else
        return false;
    return true;
}

static bool append_repr(const Machine *m, const Object *o, int depth, struct buffer *out)
{
    if (o->type != m->types.tuple)
        return append_scalar(m, o, out);
    if (depth == MAX_DEPTH || out->len > MAX_TUPLE_REPR)
        return false;
    buffer_putc(out, '(');
    for (ssize_t i = 0; i < tuple_size(o); i++) {
        if (i)
            buffer_puts(out, ", ");
        if (!tuple_item(o, i) || !append_repr(m, tuple_item(o, i), depth + 1, out))
            return false;
    }
    buffer_puts(out, tuple_size(o) == 1 ? ",)" : ")");
    return true;
}

bool inspect_repr(const Machine *m, const Object *o, struct buffer *out)
{
    size_t start = out->len;
    if (append_repr(m, o, 0, out))
        return true;
    out->len = start;
    if (out->data)
        out->data[start] = '\0';
    return false;
}

/* ---- cut to size ----------------------------------------------------------------------------- */

/* Nested containers are opened so deep. */
enum { SHORT_DEPTH = 2, ELLIPSIS_COLUMNS = 1, SHORT_INT_LIMBS = 8 };

struct cut {
    const Machine *m;
    struct buffer *out;
    bool cut; /* something was left out */
};

static int append_short(struct cut *c, const Object *o, int room, int depth);

static int put(struct cut *c, const char *text)
{
    buffer_puts(c->out, text);
    return utf8_columns(text, strlen(text));
}

/* The first characters of a text that take at most `room` columns: bytes. */
static size_t fitting(const char *s, size_t n, int room, int *columns)
{
    size_t at = 0;
    *columns = 0;
    while (at < n) {
        int32_t c;
        size_t len = utf8_decode(s + at, n - at, true, &c);
        int width = c < 0 ? 1 : utf8_width((uint32_t)c);
        if (*columns + width > room)
            break;
        *columns += width;
        at += len;
    }
    return at;
}

/* A text, cut at the end if need be or if it is only the beginning of one, in front of its last
 * `tail` bytes (a closing quote). */
static int put_beginning(struct cut *c, const char *s, size_t n, int room, size_t tail, bool more)
{
    int columns;
    if (fitting(s, n, room, &columns) == n && !more) {
        buffer_append(c->out, s, n);
        return columns;
    }
    c->cut = true;
    int keep = room - ELLIPSIS_COLUMNS - (int)tail;
    size_t bytes = fitting(s, n - tail, keep > 0 ? keep : 0, &columns);
    buffer_append(c->out, s, bytes);
    buffer_puts(c->out, "…");
    buffer_append(c->out, s + n - tail, tail);
    return columns + ELLIPSIS_COLUMNS + (int)tail;
}

static int put_cut(struct cut *c, const char *s, size_t n, int room, size_t tail)
{
    return put_beginning(c, s, n, room, tail, false);
}

/* A long str or bytes is cut before its repr is made: a stand-in holds its beginning. */
static void append_beginning(const Object *o, bool bytes, ssize_t n, struct buffer *out)
{
    size_t unit = bytes ? 1 : ((const StrObject *)o)->kind;
    size_t header = bytes ? offsetof(BytesObject, data) : offsetof(StrObject, data);
    struct buffer memory = {0};
    Object *copy = (Object *)(void *)buffer_reserve(&memory, header + ((size_t)n + 1) * unit);
    memcpy(copy, o, header + (size_t)n * unit);
    if (bytes) {
        ((BytesObject *)copy)->size = n;
        bytes_repr(copy, out);
    } else {
        ((StrObject *)copy)->length = n;
        str_repr(copy, out);
    }
    buffer_free(&memory);
}

static int append_text(struct cut *c, const Object *o, int room)
{
    bool bytes = o->type == c->m->types.bytes;
    ssize_t n = bytes ? ((const BytesObject *)o)->size : str_len(o);
    struct buffer repr = {0};
    bool more = n > room + 1; /* combining marks take no room */
    append_beginning(o, bytes, more ? room + 1 : n, &repr);
    int columns = put_beginning(c, buffer_text(&repr), repr.len, room, 1, more);
    buffer_free(&repr);
    return columns;
}

static int append_number(struct cut *c, const Object *o, int room)
{
    struct buffer text = {0};
    size_t n = o->type == c->m->types.int_ ? (size_t)llabs(((const IntObject *)o)->size) : 0;
    if (n > SHORT_INT_LIMBS) {
        size_t bits = n * 64 - (size_t)__builtin_clzll(((const IntObject *)o)->limb[n - 1]);
        buffer_printf(&text, "<int of %zu bits>", bits);
        c->cut = true;
    } else {
        append_scalar(c->m, o, &text);
    }
    int columns = put_cut(c, buffer_text(&text), text.len, room, 0);
    buffer_free(&text);
    return columns;
}

/* The at-th item of a deque; the at-th pair of an OrderedDict, in the order of its list. */
static Object *deque_at(const Object *o, ssize_t at)
{
    struct deque_place place = deque_begin((const DequeObject *)o);
    while (at-- > 0 && deque_walk(&place)) {
    }
    return deque_walk(&place);
}

static bool odict_at(const Object *o, ssize_t at, Object **key, Object **value)
{
    const OrderedNode *node = ((const OrderedDictObject *)o)->first;
    const DictKeys *keys = ((const DictObject *)o)->ma_keys;
    while (node && at-- > 0)
        node = node->next;
    for (ssize_t i = 0; node && i < keys->dk_nentries; i++)
        if (keys->entries[i].key == node->key && keys->entries[i].value) {
            *key = node->key;
            *value = keys->entries[i].value;
            return true;
        }
    return false;
}

/* The next item of a container; *value only of a dict.  NULL items are slots not filled yet. */
static bool next_item(const Machine *m, const Object *o, ssize_t *at, Object **item, Object **value)
{
    hash_t hash;
    *value = NULL;
    if (type_is_subtype(o->type, m->types.deque))
        return (*item = deque_at(o, (*at)++)) != NULL;
    if (type_is_subtype(o->type, m->types.ordered_dict))
        return odict_at(o, (*at)++, item, value);
    if (is_dict(o))
        return dict_next((Object *)(uintptr_t)o, at, item, value, &hash);
    if (is_anyset(o))
        return set_next(m, (Object *)(uintptr_t)o, at, item, &hash);
    if (*at >= (is_list(o) ? list_size(o) : tuple_size(o)))
        return false;
    *item = is_list(o) ? list_item(o, *at) : tuple_item(o, *at);
    ++*at;
    return true;
}

static int append_item(struct cut *c, Object *item, Object *value, int room, int depth)
{
    enum { FOR_VALUE = 2 + 4 }; /* `: 12…` */
    int used =
        append_short(c, item, value && room > 2 * FOR_VALUE ? room - FOR_VALUE : room, depth);
    if (!value)
        return used;
    used += put(c, ": ");
    return used + append_short(c, value, room > used ? room - used : 1, depth);
}

/* Items between brackets.  Each is tried in a buffer of its own; the first that does not fit whole,
 * unless it is the only one, gives way to an ellipsis. */
static int append_items(struct cut *c, const Object *o, const char *open, const char *close,
                        int room, int depth)
{
    int used = put(c, open), closing = utf8_columns(close, strlen(close));
    ssize_t at = 0;
    Object *item, *value;
    for (bool first = true; next_item(c->m, o, &at, &item, &value); first = false) {
        ssize_t peek = at;
        Object *more, *more_value;
        int rest = next_item(c->m, o, &peek, &more, &more_value) ? 2 + ELLIPSIS_COLUMNS : 0;
        struct buffer text = {0};
        struct cut part = {c->m, &text, false};
        int here = room - used - closing - rest - (first ? 0 : 2);
        int columns = 0;
        bool deep = depth == SHORT_DEPTH;
        if (!deep && here > 0)
            columns = append_item(&part, item, value, here, depth + 1);
        bool fits = !deep && here > 0 && columns <= here && (!part.cut || first);
        if (!first)
            used += put(c, ", ");
        if (fits) {
            buffer_append(c->out, text.data, text.len);
            used += columns;
            c->cut |= part.cut;
        } else {
            used += put(c, "…");
            c->cut = true;
        }
        buffer_free(&text);
        if (!fits)
            break;
    }
    return used + put(c, close);
}

static int append_container(struct cut *c, const Object *o, int room, int depth)
{
    const Machine *m = c->m;
    if (o->type == m->types.list)
        return append_items(c, o, "[", "]", room, depth);
    if (o->type == m->types.tuple)
        return append_items(c, o, "(", tuple_size(o) == 1 ? ",)" : ")", room, depth);
    if (o->type == m->types.dict)
        return append_items(c, o, "{", "}", room, depth);
    if (o->type == m->types.set)
        return set_size(o) ? append_items(c, o, "{", "}", room, depth) : put(c, "set()");
    return set_size(o) ? append_items(c, o, "frozenset({", "})", room, depth)
                       : put(c, "frozenset()");
}

/* The names of a namedtuple's fields, one for each item; NULL: it is none. */
static Object *fields_of(const Machine *m, const Object *o)
{
    Object *name, *value;
    if (!is_tuple(o) || !(o->type->tp_flags & TYPE_HEAP))
        return NULL;
    for (size_t at = 0; inspect_next_attribute(m, (const Object *)o->type, &at, &name, &value);)
        if (inspect_str_is(name, "_fields"))
            return is_tuple(value) && tuple_size(value) == tuple_size(o) ? value : NULL;
    return NULL;
}

/* Point(x=1, y=2), if that fits whole, which the caller tries with a buffer of its own. */
static int append_fields(struct cut *c, const Object *o, Object *fields, int room, int depth)
{
    int used = put(c, "(");
    for (ssize_t i = 0; i < tuple_size(o); i++) {
        struct buffer name = {0};
        buffer_puts(&name, i ? ", " : "");
        if (is_str(tuple_item(fields, i)))
            str_to_utf8(tuple_item(fields, i), &name);
        buffer_putc(&name, '=');
        used += put(c, buffer_text(&name));
        buffer_free(&name);
        int left = room - used - 1;
        used += append_short(c, tuple_item(o, i), left > 1 ? left : 1, depth + 1);
    }
    return used + put(c, ")");
}

/* A subclass with its name in front: OrderedDict({1: 2}), deque([1]), Point(x=1, y=2) or, where
 * that is too long, Point(1, 2). */
static int append_named_container(struct cut *c, const Object *o, int room, int depth)
{
    const char *name = o->type->tp_name, *dot = strrchr(name, '.');
    int used = put(c, dot ? dot + 1 : name);
    if (is_dict(o))
        return used + append_items(c, o, "({", "})", room - used, depth);
    Object *fields = depth < SHORT_DEPTH ? fields_of(c->m, o) : NULL;
    if (fields) {
        struct buffer text = {0};
        struct cut whole = {c->m, &text, false};
        int columns = append_fields(&whole, o, fields, room - used, depth);
        bool fits = !whole.cut && columns <= room - used;
        if (fits)
            buffer_append(c->out, text.data, text.len);
        buffer_free(&text);
        if (fits)
            return used + columns;
    }
    if (is_tuple(o))
        return used + append_items(c, o, "(", ")", room - used, depth);
    return used + append_items(c, o, "([", "])", room - used, depth);
}

static bool is_named_container(const Machine *m, const Object *o)
{
    return type_is_subtype(o->type, m->types.deque) || is_dict(o) ||
           (is_tuple(o) && o->type->tp_flags & TYPE_HEAP);
}

static int append_called(struct cut *c, const Object *name, int room)
{
    struct buffer text = {0};
    str_to_utf8(name, &text);
    buffer_puts(&text, "()");
    int columns = put_cut(c, buffer_text(&text), text.len, room, 2);
    buffer_free(&text);
    return columns;
}

/* `<function f>`, so that it does not look like what a call of it gives; where that is too long,
 * `f()`. */
static int append_function(struct cut *c, const FunctionObject *f, int room)
{
    struct buffer text = {0};
    buffer_puts(&text, "<function ");
    str_to_utf8(f->name, &text);
    buffer_putc(&text, '>');
    bool fits = utf8_columns(buffer_text(&text), text.len) <= room;
    int columns =
        fits ? put_cut(c, buffer_text(&text), text.len, room, 1) : append_called(c, f->name, room);
    buffer_free(&text);
    return columns;
}

/* `list.copy()` */
static int append_method(struct cut *c, const DescriptorObject *d, int room)
{
    struct buffer text = {0};
    const char *owner = d->owner->tp_name, *dot = strrchr(owner, '.');
    buffer_printf(&text, "%s.", dot ? dot + 1 : owner);
    str_to_utf8(d->name, &text);
    buffer_puts(&text, "()");
    int columns = put_cut(c, buffer_text(&text), text.len, room, 2);
    buffer_free(&text);
    return columns;
}

static int append_exception(struct cut *c, const Object *o, int room, int depth)
{
    int used = put_cut(c, type_name(o), strlen(type_name(o)), room, 0);
    const Object *args = ((const ExceptionObject *)o)->args;
    if (!args || room - used < 4)
        return used;
    return used + append_items(c, args, "(", ")", room - used, depth);
}

/* What it is named after: a generator after its function; NULL: it has no such name. */
static const Object *namesake(const Machine *m, const Object *o)
{
    if (o->type == m->types.generator || o->type == m->types.coroutine)
        return ((const GeneratorObject *)o)->name;
    return NULL;
}

static int append_other(struct cut *c, const Object *o, int room)
{
    struct buffer text = {0};
    size_t tail = 1; /* the number tells it from others: it is not cut */
    const Object *name = namesake(c->m, o);
    const ModuleObject *module = o->type == c->m->types.module ? (const ModuleObject *)o : NULL;
    if (module && module->name && is_str(module->name)) {
        buffer_puts(&text, "<module ");
        str_repr(module->name, &text);
        buffer_putc(&text, '>');
    } else if (o->serial > 0) {
        buffer_printf(&text, "<%s ", inspect_type_title(o));
        if (name && is_str(name)) {
            str_to_utf8(name, &text);
            buffer_putc(&text, ' ');
        }
        tail = text.len;
        buffer_printf(&text, "#%" PRId32 ">", o->serial);
        tail = (int)(text.len - tail) + 2 < room ? text.len - tail : 1;
    } else {
        buffer_printf(&text, "<%s>", inspect_type_title(o));
    }
    int columns = put_cut(c, buffer_text(&text), text.len, room, tail);
    buffer_free(&text);
    return columns;
}

/* Functions as a call of them. */
static int append_call(struct cut *c, const Object *o, int room, int depth)
{
    if (o && o->type == c->m->types.function)
        return append_called(c, ((const FunctionObject *)o)->name, room);
    return append_short(c, o, room, depth);
}

/* `Color.RED`: a member of an enumeration goes by its name. */
static int append_member(struct cut *c, const Object *o, int room)
{
    Object *name, *value;
    struct buffer text = {0};
    int columns = 0;
    if (strcmp(inspect_type_title((const Object *)o->type), "EnumType") != 0)
        return 0;
    for (size_t at = 0; !columns && inspect_next_attribute(c->m, o, &at, &name, &value);) {
        if (!inspect_str_is(name, "_name_") || !is_str(value))
            continue;
        buffer_printf(&text, "%s.", o->type->tp_name);
        str_to_utf8(value, &text);
        columns = put_cut(c, buffer_text(&text), text.len, room, 0);
    }
    buffer_free(&text);
    return columns;
}

/* A date, a Decimal, a path ...: as repr() has it.  Where that is too long, without the module's
 * name; then with as much of its type's name as there is room for: `D…('1.10')`. */
static int append_library(struct cut *c, const Object *o, int room)
{
    static const char prefix[] = "datetime.";
    struct buffer text = {0};
    int columns = 0;
    if (inspect_library_repr(c->m, o, &text)) {
        const char *s = buffer_text(&text), *open = strchr(s, '(');
        int width = utf8_columns(s, text.len);
        size_t cut = width > room && strncmp(s, prefix, strlen(prefix)) == 0 ? strlen(prefix) : 0;
        s += cut;
        width -= (int)cut;
        int left = open ? (int)(open - s) - (width - room) - ELLIPSIS_COLUMNS : 0;
        if (width > room && open) {
            columns = put_beginning(c, s, left > 1 ? (size_t)left : 1, room, 0, false);
            columns += put(c, "…");
            s = open;
        }
        size_t len = strlen(s);
        columns += put_cut(c, s, len, room - columns, s[len - 1] == ')');
    }
    buffer_free(&text);
    return columns;
}

/* slice(1, 2, None) */
static int append_slice(struct cut *c, const SliceObject *s, int room, int depth)
{
    Object *const parts[] = {s->start, s->stop, s->step};
    int used = put(c, "slice(");
    for (int i = 0; i < 3; i++) {
        int left = room - used - 1;
        used += append_short(c, parts[i], left > 4 ? left : 4, depth + 1);
        used += put(c, i < 2 ? ", " : ")");
    }
    return used;
}

static int append_short(struct cut *c, const Object *o, int room, int depth)
{
    const Machine *m = c->m;
    if (!o)
        return put_cut(c, "nothing", strlen("nothing"), room, 0);
    const Type *type = o->type;
    if (type == m->types.str || type == m->types.bytes)
        return append_text(c, o, room);
    if (type == m->types.list || type == m->types.tuple || type == m->types.dict ||
        type == m->types.set || type == m->types.frozenset)
        return append_container(c, o, room, depth);
    if (type == m->types.function)
        return append_function(c, (const FunctionObject *)o, room);
    if (type == m->types.lru_cache && ((const LruCache *)o)->function && room > 16)
        return put(c, "cached ") + append_call(c, ((const LruCache *)o)->function, room - 7, depth);
    if (is_named_container(m, o) && room > (int)strlen(inspect_type_title(o)) + 4)
        return append_named_container(c, o, room, depth);
    if (type == m->types.method)
        return append_call(c, ((const MethodObject *)o)->function, room, depth);
    if (type == m->types.method_descriptor)
        return append_method(c, (const DescriptorObject *)o, room);
    if (type == m->types.builtin_function) {
        const char *name = ((const BuiltinObject *)o)->def->name;
        int used = put_cut(c, name, strlen(name), room > 2 ? room - 2 : room, 0);
        return used + (used + 2 <= room ? put(c, "()") : 0);
    }
    if (is_type(o))
        return put_cut(c, inspect_type_name(o), strlen(inspect_type_name(o)), room, 0);
    if (is_exception(o))
        return append_exception(c, o, room, depth);
    if (type == m->types.slice && room > (int)strlen("slice(0, 0, None)"))
        return append_slice(c, (const SliceObject *)o, room, depth);
    int special = append_member(c, o, room);
    if (!special)
        special = append_library(c, o, room);
    if (special)
        return special;
    struct buffer probe = {0};
    bool scalar = append_scalar(m, o, &probe);
    buffer_free(&probe);
    return scalar ? append_number(c, o, room) : append_other(c, o, room);
}

void inspect_short_repr(const Machine *m, const Object *o, int columns, struct buffer *out)
{
    struct cut c = {m, out, false};
    append_short(&c, o, columns < 4 ? 4 : columns, 0);
}

void inspect_call_repr(const Machine *m, const Object *o, int columns, struct buffer *out)
{
    struct cut c = {m, out, false};
    append_call(&c, o, columns < 4 ? 4 : columns, 0);
}

/* `[Errno 2] No such file or directory: 'x'`; false: it is none of these.  Objects/exceptions.c:
 * OSError_str. */
static bool append_os_error(const Machine *m, const ExceptionObject *e, struct buffer *out)
{
    enum { NUMBER, TEXT, FILE, FILE2, COLUMNS = 60 };
    Object *const *of = e->extra;
    if (!type_is_subtype(e->ob_base.type, m->exc[EXC_OSError]) || !of[NUMBER] || !of[TEXT] ||
        !is_str(of[TEXT]))
        return false;
    buffer_puts(out, "[Errno ");
    inspect_short_repr(m, of[NUMBER], COLUMNS, out);
    buffer_puts(out, "] ");
    str_to_utf8(of[TEXT], out);
    for (int i = FILE; i <= FILE2 && of[i]; i++) {
        buffer_puts(out, i == FILE ? ": " : " -> ");
        inspect_short_repr(m, of[i], COLUMNS, out);
    }
    return true;
}

/* Objects/exceptions.c: BaseException_str, KeyError_str */
void inspect_exception_message(const Machine *m, const Object *exception, struct buffer *out)
{
    enum { COLUMNS = 200 };
    const Object *args = ((const ExceptionObject *)exception)->args;
    if (!args || tuple_size(args) == 0)
        return;
    const Object *only = tuple_size(args) == 1 ? tuple_item(args, 0) : NULL;
    if (append_os_error(m, (const ExceptionObject *)exception, out))
        return;
    if (type_is_subtype(exception->type, m->exc[EXC_SyntaxError]))
        only = tuple_item(args, 0); /* where it is stands behind */
    if (only && is_str(only) && exception->type != m->exc[EXC_KeyError])
        str_to_utf8(only, out);
    else if (!inspect_repr(m, only ? only : args, out))
        inspect_short_repr(m, only ? only : args, COLUMNS, out);
}
