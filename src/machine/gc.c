/* Which containers exist, by generation, and when a collection is due: Modules/gcmodule.c. */
#include "gc.h"

#include <pyviz/machine/list.h>

/* ---- lists ----------------------------------------------------------------------------------- */

void gc_list_merge(GCHead *from, GCHead *to, int generation)
{
    for (GCHead *g = from->next; g != from; g = g->next)
        g->generation = generation;
    if (!gc_list_empty(from)) {
        to->prev->next = from->next;
        from->next->prev = to->prev;
        from->prev->next = to;
        to->prev = from->prev;
    }
    gc_list_init(from);
}

int64_t gc_list_size(const GCHead *list)
{
    int64_t n = 0;
    for (const GCHead *g = list->next; g != list; g = g->next)
        n++;
    return n;
}

/* ---- boot ------------------------------------------------------------------------------------ */

void gc_boot(Machine *m)
{
    m->gc.enabled = true;
    gc_list_init(&m->gc.permanent);
    for (int i = 0; i < GC_GENERATIONS; i++) {
        gc_list_init(&m->gc.generation[i]);
        m->gc.threshold[i] = m->profile->gc_threshold[i];
        m->gc.count[i] = m->profile->gc_boot_count[i];
    }
}

int gc_boot_home(const int64_t objects[GC_GENERATIONS])
{
    return objects[2] > objects[1] ? 2 : 1;
}

int gc_boot_done(Machine *m)
{
    m->gc.callbacks = list_new(m, 0);
    m->gc.garbage = list_new(m, 0);
    if (!m->gc.callbacks || !m->gc.garbage)
        return -1;
    int home = m->gc.home = gc_boot_home(m->profile->gc_boot_objects);
    for (int i = 0; i < GC_GENERATIONS; i++)
        if (i != home)
            gc_list_merge(&m->gc.generation[i], &m->gc.generation[home], home);
    gc_untrack_settled(m, &m->gc.generation[home]);
    m->gc.hidden[GC_PERMANENT] = m->profile->gc_boot_objects[GC_PERMANENT];
    m->gc.settling = m->profile->gc_boot_settling;
    for (int i = 0; i < GC_GENERATIONS; i++) {
        m->gc.count[i] = m->profile->gc_boot_count[i];
        m->gc.hidden[i] = m->profile->gc_boot_objects[i];
        m->gc.stats[i].collections = m->profile->gc_boot_collections[i];
        m->gc.stats[i].collected = m->profile->gc_boot_collected[i];
    }
    /* Ours are among the ones that CPython's interpreter has. */
    m->gc.hidden[home] -= gc_list_size(&m->gc.generation[home]);
    return 0;
}

/* ---- objects --------------------------------------------------------------------------------- */

void gc_track(Machine *m, Object *o)
{
    if (o->flags & OBJECT_TRACKED || !(o->flags & OBJECT_GC))
        return;
    GCHead *g = gc_head(o);
    g->generation = 0;
    g->gc_state = GC_IDLE;
    gc_list_append(g, &m->gc.generation[0]);
    o->flags |= OBJECT_TRACKED;
}

void gc_untrack(Machine *m, Object *o)
{
    (void)m;
    if (!(o->flags & OBJECT_TRACKED))
        return;
    gc_head(o)->gc_state = GC_IDLE;
    gc_list_remove(gc_head(o));
    o->flags &= ~(uint32_t)OBJECT_TRACKED;
}

bool gc_is_gc(const Object *o)
{
    return o->flags & OBJECT_GC && (!is_type(o) || ((const Type *)o)->tp_flags & TYPE_HEAP);
}

bool gc_stands_for_tracked(const Machine *m, const Object *o)
{
    return o->type == m->types.std_stream;
}

bool gc_may_be_tracked(Machine *m, const Object *o)
{
    return gc_stands_for_tracked(m, o) ||
           (gc_is_gc(o) && (!is_exact(m, o, tuple) || object_is_tracked(o)));
}

/* ---- when ------------------------------------------------------------------------------------ */

void gc_count_allocation(Machine *m)
{
    int count = ++m->gc.count[0];
    if (__builtin_expect(count <= m->gc.threshold[0], 1))
        return;
    if (!m->gc.enabled || !m->gc.threshold[0] || m->gc.collecting || m->gc.scheduled ||
        m->exception || m->status != MACHINE_RUNNING)
        return;
    if (m->profile->gc_at_eval_breaker)
        m->gc.scheduled = true;
    else
        gc_collect_generations(m);
}

void gc_count_free(Machine *m)
{
    if (m->gc.count[0] > 0)
        m->gc.count[0]--;
}

void gc_run_scheduled(Machine *m)
{
    m->gc.scheduled = false;
    if (m->gc.telling && m->profile->gc_runs_once_due)
        m->gc.collecting = false;
    if (m->gc.enabled || m->profile->gc_runs_once_due)
        gc_collect_generations(m);
}
