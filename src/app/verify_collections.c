#include "verify_collections.h"

#include <pyviz/base/buffer.h>
#include <pyviz/machine/inspect.h>
#include <pyviz/machine/op.h>

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

static struct collection *add(struct collections *c)
{
    if (c->count == c->cap) {
        c->cap = c->cap ? c->cap * 2 : 32;
        c->item = base_realloc(c->item, c->cap * sizeof *c->item);
    }
    c->item[c->count] = (struct collection){0};
    return &c->item[c->count++];
}

void collections_read(struct collections *real, const char *line)
{
    struct collection c = {0};
    if (sscanf(line, "%d %d %" SCNd64 " %" SCNd64, &c.generation, &c.line, &c.count, &c.found) ==
            4 &&
        c.line > 0)
        *add(real) = c;
}

bool collections_note(Machine *m, void *context)
{
    struct collections *ours = context;
    if (!inspect_frame_count(m))
        return false;
    if (m->event.kind == EVENT_GC_START || m->event.kind == EVENT_GC_START_ASKED) {
        struct collection *c = add(ours);
        c->generation = m->op->u.gc.generation;
        c->line = inspect_line_under_way(m);
        c->count =
            m->gc.heard_count; /* what the program's own callbacks have made then is no matter */
        c->asked = m->op->u.gc.cause != GC_BY_COUNT;
        c->unsure = m->gc.unsure;
    } else if (m->event.kind == EVENT_GC_END && ours->count) {
        ours->item[ours->count - 1].found = m->event.field[1];
    }
    return false;
}

static void differ(struct collections_report *report, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
static void differ(struct collections_report *report, int line, const char *format, ...)
{
    struct buffer text = {0};
    va_list args;
    va_start(args, format);
    buffer_vprintf(&text, format, args);
    va_end(args);
    report->differs(report->context, line, buffer_text(&text));
    buffer_free(&text);
}

static bool is_alike(const struct collection *a, const struct collection *b)
{
    return a->generation == b->generation && a->line == b->line;
}

static void compare_one(struct collections_report *report, size_t number,
                        const struct collection *real, const struct collection *ours)
{
    report->compared++;
    report->figures += 2;
    if (ours->unsure)
        return;
    report->figures += 2;
    if (real->count != ours->count)
        differ(report, ours->line,
               "the count at which collection %zu begins is %" PRId64 " here, %" PRId64
               " in CPython",
               number, ours->count, real->count);
    if (real->found != ours->found)
        differ(report, ours->line,
               "what collection %zu finds is %" PRId64 " here, %" PRId64 " in CPython", number,
               ours->found, real->found);
}

/* Where CPython's library has allocated what the machine knows nothing of, collections come at
 * other times; a full one that the program asks for makes them even again.  False: there is
 * none. */
static bool catch_up(const struct collections *real, size_t *r, const struct collections *ours,
                     size_t *o)
{
    for (; *o < ours->count; ++*o)
        for (size_t i = *r; ours->item[*o].asked && i < real->count; i++)
            if (ours->item[*o].generation == GC_GENERATIONS - 1 &&
                is_alike(&real->item[i], &ours->item[*o])) {
                *r = i;
                return true;
            }
    return false;
}

static void report_rest(struct collections_report *report, const struct collections *real, size_t r,
                        const struct collections *ours, size_t o)
{
    int line = o < ours->count ? ours->item[o].line : 0;
    if (r < real->count && o < ours->count)
        differ(report, line,
               "collection %zu is one of generation %d in line %d here, one of generation %d in "
               "line %d "
               "in CPython",
               o + 1, ours->item[o].generation, line, real->item[r].generation, real->item[r].line);
    else if (r < real->count || o < ours->count)
        differ(report, line, "the number of collections is %zu here, %zu in CPython", ours->count,
               real->count);
}

void collections_compare(struct collections_report *report, const Machine *m,
                         const struct collections *real, const struct collections *ours)
{
    size_t r = 0, o = 0;
    while (r < real->count && o < ours->count) {
        const struct collection *a = &real->item[r], *b = &ours->item[o];
        if (is_alike(a, b)) {
            compare_one(report, ++o, a, b);
            r++;
            continue;
        }
        if (!b->unsure)
            break;
        report->unsure = true;
        if (!catch_up(real, &r, ours, &o))
            return;
    }
    if (m->gc.unsure)
        report->unsure = report->unsure || r < real->count || o < ours->count;
    else
        report_rest(report, real, r, ours, o);
}

void collections_free(struct collections *c)
{
    base_free(c->item);
    *c = (struct collections){0};
}
