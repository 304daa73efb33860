#include <pyviz/timeline/narrate.h>

#include <pyviz/base/utf8.h>
#include <pyviz/machine/inspect.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/type.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { VALUE_COLUMNS = 30, WHOLE_COLUMNS = 120, MAX_BITS = 64 };

struct text {
    const char *at;
    size_t n;
};

/* What stands between braces. */
struct placeholder {
    struct text name, form;
    struct text yes, no; /* of {field?yes|no} */
    bool choice;
    struct text whole; /* braces included */
};

static bool text_is(struct text t, const char *s)
{
    return t.n == strlen(s) && memcmp(t.at, s, t.n) == 0;
}

static bool text_starts(struct text t, const char *s)
{
    return t.n >= strlen(s) && memcmp(t.at, s, strlen(s)) == 0;
}

static struct text until(const char *from, const char *end, char c)
{
    const char *at = memchr(from, c, (size_t)(end - from));
    return (struct text){from, (size_t)((at ? at : end) - from)};
}

/* Reads the placeholder that begins at s, "{".  False: it has no end. */
static bool parse(const char *s, struct placeholder *p)
{
    const char *end = strchr(s, '}');
    if (!end)
        return false;
    *p = (struct placeholder){.whole = {s, (size_t)(end + 1 - s)}};
    p->name = until(s + 1, end, ':');
    struct text condition = until(s + 1, end, '?');
    if (condition.n < p->name.n) {
        p->name = condition;
        p->choice = true;
        p->yes = until(p->name.at + p->name.n + 1, end, '|');
        const char *rest = p->yes.at + p->yes.n;
        p->no =
            rest < end ? (struct text){rest + 1, (size_t)(end - rest - 1)} : (struct text){end, 0};
    } else if (p->name.at + p->name.n < end) {
        const char *form = p->name.at + p->name.n + 1;
        p->form = (struct text){form, (size_t)(end - form)};
    }
    return true;
}

static int find_field(const struct event_info *info, struct text name)
{
    for (int i = 0; info->fields[i].type != FIELD_NONE; i++)
        if (text_is(name, info->fields[i].name))
            return i;
    return -1;
}

/* ---- values ---------------------------------------------------------------------------------- */

static void append_grouped(int64_t v, struct buffer *out)
{
    char digits[32];
    uint64_t magnitude = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
    int n = snprintf(digits, sizeof digits, "%" PRIu64, magnitude);
    if (v < 0)
        buffer_putc(out, '-');
    for (int i = 0; i < n; i++) {
        if (i && n >= 5 && n <= 9 && (n - i) % 3 == 0)
            buffer_putc(out, ',');
        buffer_putc(out, digits[i]);
    }
}

static void append_value(const Machine *m, enum event_field_type type, intptr_t value,
                         struct buffer *out)
{
    switch (type) {
    case FIELD_OBJECT:
        inspect_short_repr(m, (const Object *)value, VALUE_COLUMNS, out);
        break;
    case FIELD_NAME:
        if (value)
            str_to_utf8((const Object *)value, out);
        break;
    case FIELD_BOOL:
        buffer_puts(out, value ? "yes" : "no");
        break;
    case FIELD_HASH:
        buffer_printf(out, "%" PRIdPTR, value);
        break;
    case FIELD_ADDRESS:
        buffer_printf(out, "0x%" PRIxPTR, (uintptr_t)value);
        break;
    case FIELD_INT:
    case FIELD_SIZE:
        append_grouped(value, out);
        break;
    case FIELD_NONE:
        break;
    }
}

static void append_id(const Object *o, struct buffer *out)
{
    if (is_type(o)) {
        buffer_printf(out, "class %s", ((const Type *)o)->tp_name);
        return;
    }
    buffer_puts(out, inspect_type_title(o));
    if (o->serial > 0)
        buffer_printf(out, " #%" PRId32, o->serial);
}

/* Up to three names; the fourth is "...", so that the sentence stays a sentence. */
static void append_names(const Machine *m, const Object *o, struct buffer *out)
{
    enum { MAX_NAMES = 3 };
    Object *name, *value, *found[MAX_NAMES + 1];
    size_t n = 0;
    const struct Frame *frame = inspect_innermost_frame(m);
    for (size_t at = 0; frame && inspect_next_local(m, frame, &at, &name, &value);)
        if (value == o && n <= MAX_NAMES)
            found[n++] = name;
    for (size_t at = 0; inspect_next_name(m, &at, &name, &value);)
        if (value == o && n <= MAX_NAMES)
            found[n++] = name;
    if (n == 0)
        append_id(o, out);
    for (size_t i = 0; i < n; i++) {
        if (i)
            buffer_puts(out, i + 1 == n ? " and " : ", ");
        if (i < MAX_NAMES)
            str_to_utf8(found[i], out);
        else
            buffer_puts(out, "others");
    }
}

static void append_bits(uint64_t value, int64_t bits, struct buffer *out)
{
    for (int64_t i = bits < MAX_BITS ? bits : MAX_BITS; i-- > 0;)
        buffer_putc(out, value >> i & 1 ? '1' : '0');
}

static void append_times(int64_t n, struct buffer *out)
{
    if (n == 1 || n == 2) {
        buffer_puts(out, n == 1 ? "once" : "twice");
        return;
    }
    append_grouped(n, out);
    buffer_puts(out, " times");
}

static const struct {
    const char *form, *one, *many;
} agreement[] = {
    {"s", "", "s"},         {"es", "", "es"},       {"is", "is", "are"},
    {"has", "has", "have"}, {"was", "was", "were"}, {"ies", "y", "ies"},
};

/* Numbers as words, where that reads better. */
static bool append_number_as(intptr_t value, struct text form, struct buffer *out)
{
    bool no = text_is(form, "no"), capital = text_is(form, "No"), many = text_is(form, "many");
    if (!no && !capital && !many)
        return false;
    if (many && value == 1)
        return true;
    if (!many && value == 0)
        buffer_puts(out, capital ? "No" : "no");
    else
        append_grouped(value, out);
    buffer_puts(out, many ? " " : "");
    return true;
}

/* The field that {n:bits(field)} names, -1 if the form is none of that. */
static int bits_field(const struct event_info *info, struct text form)
{
    if (!text_starts(form, "bits(") || form.at[form.n - 1] != ')')
        return -1;
    return find_field(info, (struct text){form.at + 5, form.n - 6});
}

/* False: there is no such form for this type. */
static bool append_form(const Machine *m, const struct event_info *info, const intptr_t *fields,
                        int i, struct text form, struct buffer *out)
{
    intptr_t value = fields[i];
    if (form.n == 0) {
        append_value(m, info->fields[i].type, value, out);
    } else if (info->fields[i].type == FIELD_OBJECT) {
        const Object *o = (const Object *)value;
        if (!text_is(form, "type") && !text_is(form, "id") && !text_is(form, "who") &&
            !text_is(form, "whole") && !text_is(form, "what") && !text_is(form, "call"))
            return false;
        if (text_is(form, "call")) {
            inspect_call_repr(m, o, VALUE_COLUMNS, out);
            return true;
        }
        if (o && text_is(form, "whole"))
            inspect_short_repr(m, o, WHOLE_COLUMNS, out);
        else if (text_is(form, "what") && !(o && is_type(o)))
            inspect_short_repr(m, o, VALUE_COLUMNS, out);
        else if (!o)
            buffer_puts(out, "nothing");
        else if (text_is(form, "type"))
            buffer_puts(out, inspect_type_title(o));
        else if (text_is(form, "id") || text_is(form, "what"))
            append_id(o, out);
        else
            append_names(m, o, out);
    } else if (append_number_as(value, form, out)) {
        return true;
    } else if (text_is(form, "times")) {
        append_times(value, out);
    } else if (text_is(form, "log2")) {
        append_grouped(value > 0 ? 63 - __builtin_clzll((uint64_t)value) : 0, out);
    } else if (text_is(form, "hex")) {
        buffer_printf(out, "0x%" PRIxPTR, (uintptr_t)value);
    } else if (bits_field(info, form) >= 0) {
        append_bits((uint64_t)value, fields[bits_field(info, form)], out);
    } else if (text_starts(form, "bits") && form.n > 4 && strchr("123456789", form.at[4])) {
        append_bits((uint64_t)value, strtol(form.at + 4, NULL, 10), out);
    } else {
        for (size_t a = 0; a < sizeof agreement / sizeof *agreement; a++) {
            if (text_is(form, agreement[a].form)) {
                buffer_puts(out, value == 1 ? agreement[a].one : agreement[a].many);
                return true;
            }
        }
        return false;
    }
    return true;
}

/* Is it the value itself, not a word that agrees with it? */
static bool is_value(const struct placeholder *p)
{
    for (size_t i = 0; i < sizeof agreement / sizeof *agreement; i++)
        if (text_is(p->form, agreement[i].form))
            return false;
    return !p->choice && !text_is(p->form, "type");
}

static void append_placeholder(const Machine *m, const struct Event *event,
                               const struct placeholder *p, struct buffer *out,
                               struct spans *values)
{
    const struct event_info *info = &event_info[event->kind];
    int i = find_field(info, p->name);
    size_t start = out->len;
    if (i >= 0 && p->choice) {
        struct text chosen = event->field[i] ? p->yes : p->no;
        buffer_append(out, chosen.at, chosen.n);
    } else if (i < 0 || !append_form(m, info, event->field, i, p->form, out)) {
        buffer_append(out, p->whole.at, p->whole.n);
    }
    if (is_value(p))
        spans_add(values, out, start);
}

void narrate_event(const Machine *m, const struct Event *event, struct buffer *out,
                   struct spans *values)
{
    struct placeholder p;
    for (const char *s = event_info[event->kind].sentence; *s;) {
        if (*s == '{' && parse(s, &p)) {
            append_placeholder(m, event, &p, out, values);
            s += p.whole.n;
        } else {
            buffer_putc(out, *s++);
        }
    }
}

bool narrate_check(const struct event_info *info, struct buffer *why)
{
    static const intptr_t nothing[EVENT_FIELDS];
    struct placeholder p;
    struct buffer scratch = {0};
    bool fine = true;
    for (const char *s = strchr(info->sentence, '{'); s; s = strchr(s + 1, '{')) {
        int i = parse(s, &p) ? find_field(info, p.name) : -1;
        if (i >= 0 &&
            (p.choice || !p.form.n || append_form(NULL, info, nothing, i, p.form, &scratch)))
            continue;
        buffer_printf(why, "%s: %.24s\n", info->name, s);
        fine = false;
    }
    buffer_free(&scratch);
    return fine;
}
