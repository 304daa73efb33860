#include "hush.h"

/* Moves everything from one list to the end of another. */
static void move_all(GCHead *from, GCHead *to, int generation)
{
    if (from->next == from)
        return;
    for (GCHead *g = from->next; g != from; g = g->next)
        g->generation = generation;
    from->next->prev = to->prev;
    from->prev->next = to;
    to->prev->next = from->next;
    to->prev = from->prev;
    from->next = from->prev = from;
}

void hush_begin(Machine *m, struct Hush *hush, bool serials)
{
    struct machine_control *control = machine_control(m);
    *hush = (struct Hush){.outer = m->hush,
                          .clock = m->clock,
                          .hurried = m->hurried,
                          .horizon = control->horizon,
                          .next_serial = m->next_serial,
                          .gc_enabled = m->gc.enabled};
    for (int i = 0; i < GC_GENERATIONS; i++)
        hush->gc_count[i] = m->gc.count[i];
    hush->young.next = hush->young.prev = &hush->young;
    move_all(&m->gc.generation[0], &hush->young, 0);
    m->hush = hush;
    m->gc.enabled = false;
    control->horizon = UINT64_MAX;
    m->next_serial = serials ? m->next_constant : 0;
}

void hush_end(Machine *m)
{
    struct Hush *hush = m->hush;
    m->hush = hush->outer;
    m->clock = hush->clock;
    m->hurried = hush->hurried;
    machine_control(m)->horizon = hush->horizon;
    if (m->next_serial)
        m->next_constant = m->next_serial;
    m->next_serial = hush->next_serial;
    m->gc.enabled = hush->gc_enabled;
    for (int i = 0; i < GC_GENERATIONS; i++)
        m->gc.count[i] = hush->gc_count[i];
    GCHead *old = &m->gc.generation[GC_GENERATIONS - 1];
    move_all(&m->gc.generation[0], old, GC_GENERATIONS - 1);
    move_all(&hush->young, &m->gc.generation[0], 0);
}

void hush_abandon(Machine *m)
{
    while (m->hush)
        hush_end(m);
}
