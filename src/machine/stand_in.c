#include "stand_in.h"

#include "gc.h"

#include <pyviz/machine/tuple.h>

/* One list behind the other, in O(1): both are of the youngest generation. */
static void splice(GCHead *from, GCHead *to)
{
    if (gc_list_empty(from))
        return;
    to->prev->next = from->next;
    from->next->prev = to->prev;
    to->prev = from->prev;
    from->prev->next = to;
    gc_list_init(from);
}

void stand_in_begin(Machine *m, const Frame *f)
{
    struct StandIn *s = &m->gc.stand_in;
    if (s->frame || m->hush || m->gc.collecting)
        return;
    s->frame = f;
    s->enabled = m->gc.enabled;
    s->scheduled = m->gc.scheduled;
    for (int i = 0; i < GC_GENERATIONS; i++)
        s->count[i] = m->gc.count[i];
    for (int id = 0; id < FREELIST_COUNT; id++)
        s->kept[id] = m->pymalloc.freelist[id].len;
    gc_list_init(&s->young);
    splice(&m->gc.generation[0], &s->young);
    m->gc.enabled = m->gc.scheduled = false;
}

static int freelist_of(const Object *o)
{
    if (o->type->freelist != FREELIST_TUPLE)
        return o->type->freelist;
    ssize_t n = tuple_size(o);
    return n >= 1 && n <= 20 ? FREELIST_TUPLE + (int)n - 1 : FREELIST_NONE;
}

/* As if its memory were asked for now. */
static void count_survivor(Machine *m, const Object *o)
{
    int id = freelist_of(o);
    uint32_t kept = id == FREELIST_NONE ? 0 : m->pymalloc.freelist[id].len;
    if (kept)
        freelist_fill(m, id, kept - 1);
    else
        gc_count_allocation(m);
}

static void settle(Machine *m)
{
    struct StandIn *s = &m->gc.stand_in;
    GCHead made;
    s->frame = NULL;
    m->gc.enabled = s->enabled;
    m->gc.scheduled = s->scheduled;
    for (int i = 0; i < GC_GENERATIONS; i++)
        m->gc.count[i] = s->count[i];
    for (int id = 0; id < FREELIST_COUNT; id++)
        freelist_fill(m, id, s->kept[id]);
    gc_list_init(&made);
    splice(&m->gc.generation[0], &made);
    splice(&s->young, &m->gc.generation[0]);
    while (!gc_list_empty(&made)) {
        GCHead *g = made.next;
        gc_list_remove(g);
        gc_list_append(g, &m->gc.generation[0]);
        count_survivor(m, gc_object(g));
    }
}

/* Variables that are no parameters, the tuple of *args and the dict of **kwargs among them. */
static void clear_own(Machine *m, const Frame *f)
{
    for (int i = f->code->argcount + f->code->kwonlyargcount; i < f->code->nlocalsplus; i++)
        clear_ref(m, ((Frame *)(uintptr_t)f)->slot[i]);
}

void stand_in_end(Machine *m, Frame *f)
{
    if (m->gc.stand_in.frame != f)
        return;
    clear_own(m, f);
    settle(m);
}

void stand_in_interrupt(Machine *m)
{
    if (!m->gc.stand_in.frame)
        return;
    m->gc.unsure = true;
    settle(m);
}
