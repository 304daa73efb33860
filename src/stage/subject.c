#include "subject.h"

#include "values.h"
#include "view.h"

#include <pyviz/base/ascii.h>
#include <pyviz/machine/inspect.h>
#include <pyviz/machine/op.h>
#include <pyviz/machine/str.h>

#include <string.h>

enum { LINES_UP = 200, LINES_DOWN = 20, NAME_BYTES = 256 };

/* Is there a view for it, other than that of names? */
static bool subject_has_view(const Machine *m, const Object *o)
{
    return o && !(o->flags & OBJECT_QUIET) &&
           (is_list(o) || is_dict(o) || is_anyset(o) || view_find(m, o) != &view_names);
}

/* A class is there for its instances, but where it is made or changed. */
static bool is_seen_at_event(const Machine *m, const Object *o)
{
    int kind = m->event.kind;
    bool of_class =
        kind == EVENT_CLASS_BUILD || kind == EVENT_CLASS_STORE || kind == EVENT_CLASS_REMOVE;
    return subject_has_view(m, o) && (!is_type(o) || of_class);
}

/* What is worked on: a container or an instance; a class only where it is what happens. */
static Object *pick_worked_on(const Machine *m, Object *o)
{
    return subject_has_view(m, o) && !is_type(o) ? o : NULL;
}

Object *subject_of_event(const Machine *m)
{
    const struct event_info *info = &event_info[m->event.kind];
    for (int i = 0; m->clock && info->fields[i].type != FIELD_NONE; i++)
        if (info->fields[i].type == FIELD_OBJECT) {
            Object *o = (Object *)m->event.field[i];
            return o && inspect_is_made(o) ? o : NULL;
        }
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

/* A class where nothing else is worked on, and one of its attributes is named. */
static Object *pick_class(const Machine *m, Object *o)
{
    return subject_has_view(m, o) && is_type(o) ? o : NULL;
}

/* Where to look, and for what. */
struct search {
    const Machine *m;
    const struct scan *scan;
    const struct source *source;
    subject_picks pick;
    bool dotted; /* only a name that a dot follows */
};

static bool has_dot_behind(const char *text, size_t len, const struct scan_token *t)
{
    return t->start + t->len < len && text[t->start + t->len] == '.';
}

/* Is it stored into what ends there, and not read? */
static bool is_stored(const char *text, size_t at, size_t len)
{
    while (at < len && text[at] == ' ')
        at++;
    return at < len && text[at] == '=' && (at + 1 == len || text[at + 1] != '=');
}

static size_t name_length(const char *text, size_t len)
{
    size_t n = 0;
    while (n < len && (ascii_is_alnum((unsigned char)text[n]) || text[n] == '_' ||
                       (unsigned char)text[n] >= 0x80))
        n++;
    return n;
}

/* Of `self.items.append(x)` the list, which is what is worked on: the last container on the way
 * that the text from `at` on goes; else o itself. */
static Object *along_attributes(const Machine *m, Object *o, const char *text, size_t at,
                                size_t len)
{
    Object *found = o;
    while (o && at < len && text[at] == '.') {
        size_t n = name_length(text + at + 1, len - at - 1);
        o = value_of_attribute(m, o, text + at + 1, n);
        at += n + 1;
        if (pick_worked_on(m, o) && view_find(m, o) != &view_instance && !is_stored(text, at, len))
            found = o;
    }
    return found;
}

/* What the first name in a line refers to that is looked for. */
static Object *in_line(const struct search *s, size_t line)
{
    const struct scan *scan = s->scan;
    size_t len;
    const char *text = source_line(s->source, line, &len);
    for (size_t i = scan_first(scan, line); i < scan_first(scan, line + 1); i++) {
        const struct scan_token *t = &scan->token[i];
        char name[NAME_BYTES];
        if (t->kind != SCAN_NAME || t->attribute || t->len >= sizeof name ||
            (s->dotted && !has_dot_behind(text, len, t)))
            continue;
        memcpy(name, text + t->start, t->len);
        name[t->len] = '\0';
        Object *named = inspect_lookup(s->m, name);
        Object *last = along_attributes(s->m, named, text, t->start + t->len, len);
        Object *o = s->pick(s->m, last);
        if (!o && last != named)
            o = s->pick(s->m, named);
        if (o)
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

/* What the block under a statement that ends on line `head` works on: a loop is there for its body.
 */
static Object *in_block(const struct search *s, size_t line, size_t head)
{
    const struct scan *scan = s->scan;
    size_t outside = indentation(s->source, line);
    Object *o = NULL;
    for (size_t n = head + 1; n <= scan->lines && n <= head + LINES_DOWN && !o; n++)
        if (scan->line[n].code) {
            if (indentation(s->source, n) <= outside)
                break;
            o = in_line(s, n);
        }
    return o;
}

/* What the statement that runs now refers to, or else the block under it; `up`: or else the nearest
 * line above it that refers to something. */
static Object *in_source(const struct search *s, bool up)
{
    const Machine *m = s->m;
    const struct scan *scan = s->scan;
    int at = inspect_what_if(m) ? 1 : machine_line(m);
    size_t line = at > 0 ? (size_t)at : m->event.line > 0 ? (size_t)m->event.line : scan->lines;
    if (line > scan->lines)
        line = scan->lines;
    size_t last = line ? scan_last_line(scan, line) : 0;
    Object *o = NULL;
    for (size_t n = line; n && n <= last && !o; n++)
        o = in_line(s, n);
    if (!o && line)
        o = in_block(s, line, last);
    for (size_t n = line, lines = 0; up && n > 1 && lines < LINES_UP && !o; lines++)
        o = in_line(s, --n);
    return o;
}

static Object *newest_named(const struct search *s)
{
    Object *name, *value, *newest = NULL;
    for (size_t at = 0; inspect_next_name(s->m, &at, &name, &value);) {
        Object *o = s->pick(s->m, value);
        if (o && (!newest || o->serial > newest->serial))
            newest = o;
    }
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

/* What the innermost operation under way works on while a generator expression or a lambda runs for
 * it: what has statements of its own is followed itself. */
static Object *being_worked_on(const Machine *m)
{
    const Object *function = m->frame ? inspect_frame_function(m->frame) : NULL;
    if (!function || str_at(function, 0) != '<' || inspect_frame_is_module(m, m->frame))
        return NULL;
    for (const Op *op = m->op; op; op = op->outer)
        if (pick_worked_on(m, op->subject))
            return op->subject;
    return NULL;
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
    struct search search = {m, scan, source, pick_worked_on, false};
    if (m->clock && is_seen_at_event(m, worked_on))
        o = worked_on;
    else if (m->clock && !is_about_names(m))
        o = in_source(&search, ended);
    if (!o && !is_about_names(m))
        o = being_worked_on(m);
    if (!o && m->clock && !ended && m->event.kind == EVENT_STATEMENT) {
        struct search classes = {m, scan, source, pick_class, true};
        size_t line = (size_t)m->event.field[0];
        size_t last = line <= scan->lines ? scan_last_line(scan, line) : 0;
        for (; line && line <= last && !o; line++)
            o = in_line(&classes, line);
    }
    if (ended && !o)
        o = newest_named(&search);
    s->count = o != NULL;
    s->at[0] = o;
}

/* The first argument of the innermost method that runs, or of a caller's. */
static Object *of_running_method(const struct search *s)
{
    Object *name, *value;
    for (const struct Frame *f = inspect_innermost_frame(s->m); f; f = inspect_outer_frame(f)) {
        size_t at = 0;
        if (!inspect_frame_is_module(s->m, f) && !inspect_frame_is_class(s->m, f) &&
            inspect_next_local(s->m, f, &at, &name, &value) && s->pick(s->m, value))
            return s->pick(s->m, value);
    }
    return NULL;
}

void subject_pick(const Machine *m, const struct scan *scan, const struct source *source,
                  subject_picks pick, struct subjects *s)
{
    struct search search = {m, scan, source, pick, false};
    Object *worked_on = subject_of_event(m);
    Object *o = m->clock && worked_on ? pick(m, worked_on) : NULL;
    if (!o && m->clock)
        o = in_source(&search, false);
    if (!o)
        o = of_running_method(&search);
    if (!o)
        o = newest_named(&search);
    *s = (struct subjects){.count = o != NULL, .at = {o}};
}

int subjects_ahead(const Machine *m, const struct scan *scan, const struct source *source, int most,
                   Object **out)
{
    enum { LINES_AHEAD = 8 };
    struct search search = {m, scan, source, pick_worked_on, false};
    int count = 0, line = machine_line(m);
    for (int n = 1; line > 0 && n <= LINES_AHEAD && count < most; n++) {
        size_t at = (size_t)(line + n);
        Object *o = at <= scan->lines && scan->line[at].code ? in_line(&search, at) : NULL;
        if (o && (!count || out[count - 1] != o))
            out[count++] = o;
    }
    return count;
}
