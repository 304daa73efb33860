/* Which containers exist, by generation: Modules/gcmodule.c. */
#include <pyviz/machine/machine.h>

#include "gc.h"

void gc_boot(Machine *m)
{
    m->gc.enabled = true;
    for (int i = 0; i < GC_GENERATIONS; i++) {
        GCHead *head = &m->gc.generation[i];
        head->next = head->prev = head;
        m->gc.threshold[i] = m->profile->gc_threshold[i];
        m->gc.count[i] = m->profile->gc_boot_count[i];
    }
}

void gc_track(Machine *m, Object *o)
{
    if (o->flags & OBJECT_TRACKED || !(o->flags & OBJECT_GC))
        return;
    GCHead *g = gc_head(o), *young = &m->gc.generation[0];
    g->generation = 0;
    g->prev = young->prev;
    g->next = young;
    young->prev->next = g;
    young->prev = g;
    o->flags |= OBJECT_TRACKED;
}

void gc_untrack(Machine *m, Object *o)
{
    (void)m;
    if (!(o->flags & OBJECT_TRACKED))
        return;
    GCHead *g = gc_head(o);
    g->prev->next = g->next;
    g->next->prev = g->prev;
    g->next = g->prev = NULL;
    o->flags &= ~(uint32_t)OBJECT_TRACKED;
}
