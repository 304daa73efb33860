#include "subject.h"

#include <pyviz/machine/inspect.h>

#include <string.h>

enum { LINES_UP = 200, NAME_BYTES = 256 };

bool subject_has_view(const Object *o)
{
    return o && (is_list(o) || is_dict(o) || is_anyset(o)) && !(o->flags & OBJECT_QUIET);
}

static Object *subject_of_event(const Machine *m)
{
    const struct event_info *info = &event_info[m->event.kind];
    for (int i = 0; m->clock && info->fields[i].type != FIELD_NONE; i++)
        if (info->fields[i].type == FIELD_OBJECT)
            return (Object *)m->event.field[i];
    return NULL;
}

/* What the first name in a line refers to that has a view. */
static Object *in_line(const Machine *m, const struct scan *scan, const struct source *source,
                       size_t line)
{
    size_t len;
    const char *text = source_line(source, line, &len);
    for (size_t i = scan_first(scan, line); i < scan_first(scan, line + 1); i++) {
        const struct scan_token *t = &scan->token[i];
        char name[NAME_BYTES];
        if (t->kind != SCAN_NAME || t->attribute || t->len >= sizeof name)
            continue;
        memcpy(name, text + t->start, t->len);
        name[t->len] = '\0';
        Object *o = inspect_lookup(m, name);
        if (subject_has_view(o))
            return o;
    }
    return NULL;
}

static Object *in_source(const Machine *m, const struct scan *scan, const struct source *source)
{
    int at = machine_line(m);
    size_t line = at > 0 ? (size_t)at : m->event.line > 0 ? (size_t)m->event.line : scan->lines;
    if (line > scan->lines)
        line = scan->lines;
    Object *o = NULL;
    for (size_t n = line; n <= scan_last_line(scan, line) && !o; n++)
        o = in_line(m, scan, source, n);
    for (size_t n = line, up = 0; n > 1 && up < LINES_UP && !o; up++)
        o = in_line(m, scan, source, --n);
    return o;
}

static Object *newest_named(const Machine *m)
{
    Object *name, *value, *newest = NULL;
    for (size_t at = 0; inspect_next_name(m, &at, &name, &value);)
        if (subject_has_view(value) && (!newest || value->serial > newest->serial))
            newest = value;
    return newest;
}

static Object *asked_for(const Machine *m, const struct subject_names *names, const Object *worked_on)
{
    Object *first = NULL;
    for (size_t i = 0; i < names->count; i++) {
        Object *o = inspect_lookup(m, names->name[i]);
        if (o && o == worked_on)
            return o;
        if (!first && subject_has_view(o))
            first = o;
    }
    return first;
}

Object *subject_find(const Machine *m, const struct scan *scan, const struct source *source,
                     const struct subject_names *names)
{
    Object *worked_on = subject_of_event(m), *o = NULL;
    if (!subject_has_view(worked_on))
        worked_on = NULL;
    if (names->count)
        return asked_for(m, names, worked_on);
    if (m->clock == 0)
        return NULL;
    if (worked_on)
        return worked_on;
    o = in_source(m, scan, source);
    return o ? o : newest_named(m);
}
