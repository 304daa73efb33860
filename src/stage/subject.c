#include "subject.h"

#include "view.h"

#include <pyviz/machine/inspect.h>

#include <string.h>

enum { LINES_UP = 200, LINES_DOWN = 20, NAME_BYTES = 256 };

bool subject_has_view(const Machine *m, const Object *o)
{
    return o && !(o->flags & OBJECT_QUIET) &&
           (is_list(o) || is_dict(o) || is_anyset(o) || view_find(m, o) != &view_names);
}

static Object *subject_of_event(const Machine *m)
{
    const struct event_info *info = &event_info[m->event.kind];
    for (int i = 0; m->clock && info->fields[i].type != FIELD_NONE; i++)
        if (info->fields[i].type == FIELD_OBJECT)
            return (Object *)m->event.field[i];
    return NULL;
}

/* Does the picture of names and frames show what has happened? */
static bool is_about_names(const Machine *m)
{
    switch (m->event.kind) {
    case EVENT_NAME_BIND:
    case EVENT_NAME_UNBIND:
    case EVENT_CALL:
    case EVENT_RETURN:
        return true;
    default:
        return false;
    }
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
        if (subject_has_view(m, o))
            return o;
    }
    return NULL;
}

static size_t indentation(const struct source *source, size_t line)
{
    size_t len, n = 0;
    const char *text = source_line(source, line, &len);
    while (n < len && (text[n] == ' ' || text[n] == '\t'))
        n++;
    return n;
}

/* What the block under a statement that ends on line `head` works on: a loop is there for its body. */
static Object *in_block(const Machine *m, const struct scan *scan, const struct source *source,
                        size_t line, size_t head)
{
    size_t outside = indentation(source, line);
    Object *o = NULL;
    for (size_t n = head + 1; n <= scan->lines && n <= head + LINES_DOWN && !o; n++)
        if (scan->line[n].code) {
            if (indentation(source, n) <= outside)
                break;
            o = in_line(m, scan, source, n);
        }
    return o;
}

/* What the statement that runs now refers to, or else the block under it; `up`: or else the nearest
 * line above it that refers to something. */
static Object *in_source(const Machine *m, const struct scan *scan, const struct source *source,
                         bool up)
{
    int at = machine_line(m);
    size_t line = at > 0 ? (size_t)at : m->event.line > 0 ? (size_t)m->event.line : scan->lines;
    if (line > scan->lines)
        line = scan->lines;
    size_t last = line ? scan_last_line(scan, line) : 0;
    Object *o = NULL;
    for (size_t n = line; n && n <= last && !o; n++)
        o = in_line(m, scan, source, n);
    if (!o && line)
        o = in_block(m, scan, source, line, last);
    for (size_t n = line, lines = 0; up && n > 1 && lines < LINES_UP && !o; lines++)
        o = in_line(m, scan, source, --n);
    return o;
}

static Object *newest_named(const Machine *m)
{
    Object *name, *value, *newest = NULL;
    for (size_t at = 0; inspect_next_name(m, &at, &name, &value);)
        if (subject_has_view(m, value) && (!newest || value->serial > newest->serial))
            newest = value;
    return newest;
}

static bool is_among(const struct subjects *s, const Object *o)
{
    for (int i = 0; i < s->count; i++)
        if (s->at[i] == o)
            return true;
    return false;
}

/* What is worked on is on stage even if it is the fourth. */
static void find_asked_for(const Machine *m, const struct subject_names *names,
                           const Object *worked_on, struct subjects *s)
{
    for (size_t i = 0; i < names->count; i++) {
        Object *o = inspect_lookup(m, names->name[i]);
        if (!subject_has_view(m, o) || is_among(s, o))
            continue;
        if (s->count < SUBJECTS)
            s->at[s->count++] = o;
        else if (o == worked_on)
            s->at[SUBJECTS - 1] = o;
    }
    for (int i = 0; i < s->count; i++)
        if (s->at[i] == worked_on)
            s->main = i;
}

void subjects_find(const Machine *m, const struct scan *scan, const struct source *source,
                   const struct subject_names *names, struct subjects *s)
{
    *s = (struct subjects){0};
    Object *worked_on = subject_of_event(m), *o = NULL;
    if (names->count) {
        find_asked_for(m, names, worked_on, s);
        return;
    }
    bool ended = machine_ended(m);
    if (m->clock && subject_has_view(m, worked_on))
        o = worked_on;
    else if (m->clock && !is_about_names(m))
        o = in_source(m, scan, source, ended);
    if (ended && !o)
        o = newest_named(m);
    s->count = o != NULL;
    s->at[0] = o;
}
