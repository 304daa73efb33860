#include "path.h"

#include "graph.h"

#include <pyviz/machine/str.h>

#include <string.h>

enum { STEPS = 2, LINKS = 64, VISITS = 800, KEY_COLUMNS = 14 };

/* Looking for the target among what one object holds. */
struct seeking {
    const Machine *m;
    const Object *target;
    int steps; /* that may follow this one */
    int links, *visits;
    struct buffer *path;
};

bool path_step(const Machine *m, const struct inspect_link *link, struct buffer *out)
{
    switch (link->kind) {
    case LINK_ITEM:
        buffer_printf(out, "[%zd]", link->index);
        return true;
    case LINK_VALUE:
        buffer_putc(out, '[');
        inspect_short_repr(m, link->name, KEY_COLUMNS, out);
        buffer_putc(out, ']');
        return true;
    case LINK_ATTRIBUTE:
        buffer_putc(out, '.');
        str_to_utf8(link->name, out);
        return true;
    case LINK_KEY:
    case LINK_PART:
        break;
    }
    return false;
}

static void cut(struct buffer *b, size_t len)
{
    b->len = len;
    if (b->data)
        b->data[len] = '\0';
}

static bool seek_in(const struct seeking *from, const Object *o);

static bool try_link(const struct inspect_link *link, void *context)
{
    struct seeking *s = context;
    size_t len = s->path->len;
    bool found = false;
    if (--*s->visits <= 0 || --s->links < 0)
        return false;
    if (!path_step(s->m, link, s->path))
        return true;
    found = link->target == s->target ||
            (s->steps > 0 && graph_boxes(link->target) && seek_in(s, link->target));
    if (!found)
        cut(s->path, len);
    else
        *s->visits = 0; /* enough */
    return !found;
}

static bool seek_in(const struct seeking *from, const Object *o)
{
    struct seeking s = *from;
    size_t len = s.path->len;
    s.steps--;
    s.links = LINKS;
    inspect_links(s.m, o, try_link, &s);
    return s.path->len > len;
}

static bool seek_from(struct seeking *s, const Object *name, const Object *value)
{
    cut(s->path, 0);
    if (!graph_boxes(value) || *s->visits <= 0)
        return false;
    str_to_utf8(name, s->path);
    return seek_in(s, value);
}

/* Nearest first: what takes one step from any name comes before what takes two. */
const char *path_to(const Machine *m, const Object *o, struct arena *arena)
{
    struct buffer path = {0};
    Object *name, *value;
    bool found = false;
    for (int steps = 1; steps <= STEPS && !found; steps++) {
        int visits = VISITS;
        struct seeking s = {.m = m, .target = o, .steps = steps, .visits = &visits, .path = &path};
        const struct Frame *frame = inspect_innermost_frame(m);
        for (size_t at = 0; !found && frame && inspect_next_local(m, frame, &at, &name, &value);)
            found = seek_from(&s, name, value);
        for (size_t at = 0; !found && inspect_next_name(m, &at, &name, &value);)
            found = seek_from(&s, name, value);
    }
    const char *copy = found ? arena_copy(arena, buffer_text(&path), path.len) : NULL;
    buffer_free(&path);
    return copy;
}
