/* What becomes of garbage: Modules/gcmodule.c: handle_weakrefs, finalize_garbage,
 * handle_resurrected_objects, delete_garbage.
 *
 * Python code runs in here (callbacks, finalizers), so every loop takes the first of its list until
 * the list is empty, and an object is held while something of it runs. */
#include "gc_finish.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/weakref.h>

#include "gc.h"
#include "unraisable.h"

static bool is_shown(const Object *o)
{
    return o->serial && !(o->flags & OBJECT_QUIET);
}

static void debug_each(Machine *m, const GCHead *list, const char *what)
{
    for (const GCHead *g = list->next; g != list; g = g->next) {
        const Object *o = gc_object((GCHead *)(uintptr_t)g);
        unraisable_write(m, "gc: %s <%s 0x%llx>\n", what, type_name(o),
                         (unsigned long long)o->address);
    }
}

/* ---- weak references ------------------------------------------------------------------------- */

/* All weak references to o die.  Those with a callback that are no garbage themselves wait in
 * `to_call`, held; nobody would notice the callbacks of garbage. */
static int64_t clear_references(Machine *m, Object *o, GCHead *to_call, int64_t *callbacks)
{
    WeakrefObject **list = weakref_list(o);
    int64_t cleared = 0;
    for (WeakrefObject *w = list ? *list : NULL; w; w = *list) {
        weakref_clear(m, w);
        cleared += w->ob_base.serial != 0;
        GCHead *g = gc_head((Object *)w);
        if (!w->callback || g->gc_state == GC_UNREACHABLE || !object_is_tracked((Object *)w))
            continue;
        incref(w);
        gc_list_move(g, to_call);
        ++*callbacks;
    }
    return cleared;
}

static int64_t call_back(Machine *m, struct GcRun *run, GCHead *to_call)
{
    int64_t freed = 0;
    while (!gc_list_empty(to_call)) {
        GCHead *g = to_call->next;
        WeakrefObject *w = (WeakrefObject *)gc_object(g);
        run->op.u.gc.at = (Object *)w;
        weakref_call_back(m, w, w->callback);
        decref(m, w);
        if (to_call->next == g) {
            int generation = run->op.u.gc.generation;
            g->generation = generation + (generation + 1 < GC_GENERATIONS);
            gc_list_move(g, run->old);
        } else {
            freed++;
        }
    }
    run->op.u.gc.at = NULL;
    return freed;
}

/* Before any Python code runs there is no way left to get at garbage by a weak reference. */
static int64_t handle_weakrefs(Machine *m, struct GcRun *run)
{
    GCHead *garbage = run->op.u.gc.unreachable, to_call;
    int64_t cleared = 0, callbacks = 0;
    run->op.u.gc.phase = GC_PHASE_WEAKREFS;
    gc_list_init(&to_call);
    for (GCHead *g = garbage->next; g != garbage; g = g->next) {
        Object *o = gc_object(g);
        run->op.u.gc.at = o;
        if (is_weakref(m, o))
            weakref_clear(m, (WeakrefObject *)o);
        cleared += clear_references(m, o, &to_call, &callbacks);
    }
    run->op.u.gc.at = NULL;
    if (cleared)
        EMIT(m, GC_WEAKREFS, cleared, callbacks);
    return call_back(m, run, &to_call);
}

/* ---- finalizers ------------------------------------------------------------------------------ */

static void finalize(Machine *m, Object *o)
{
    if (!slots_of(o)->tp_finalize || o->flags & OBJECT_FINALIZED)
        return;
    o->flags |= OBJECT_FINALIZED;
    incref(o);
    if (is_shown(o) && o->type->tp_flags & TYPE_HEAP)
        EMIT(m, GC_FINALIZE, o);
    slots_of(o)->tp_finalize(m, o);
    decref(m, o);
}

static void finalize_garbage(Machine *m, struct GcRun *run)
{
    GCHead *garbage = run->op.u.gc.unreachable, seen;
    run->op.u.gc.phase = GC_PHASE_FINALIZERS;
    gc_list_init(&seen);
    run->op.u.gc.young = &seen; /* those that have had their turn */
    while (!gc_list_empty(garbage) && !m->refusing) {
        GCHead *g = garbage->next;
        gc_list_move(g, &seen);
        run->op.u.gc.at = gc_object(g);
        finalize(m, gc_object(g));
    }
    run->op.u.gc.at = NULL;
    while (!gc_list_empty(&seen))
        gc_list_move(seen.next, garbage);
    run->op.u.gc.young = run->old;
}

static bool has_finalizer(const GCHead *list)
{
    for (const GCHead *g = list->next; g != list; g = g->next) {
        const Object *o = gc_object((GCHead *)(uintptr_t)g);
        if (slots_of(o)->tp_finalize && !(o->flags & OBJECT_FINALIZED) &&
            o->type->tp_flags & TYPE_HEAP)
            return true;
    }
    return false;
}

/* What a finalizer or a callback has made reachable again is worked out as the garbage was. */
static void keep_resurrected(Machine *m, struct GcRun *run, GCHead *still, bool tell)
{
    GCHead *garbage = run->op.u.gc.unreachable;
    for (GCHead *g = garbage->next; g != garbage; g = g->next)
        g->gc_state = GC_IDLE;
    run->op.u.gc.young = garbage;
    gc_list_init(still);
    run->op.u.gc.unreachable = still;
    int64_t objects = run->op.u.gc.objects;
    run->op.u.gc.objects = gc_list_size(garbage);
    run->op.u.gc.again = true;
    gc_deduce_unreachable(m, run);
    run->op.u.gc.phase = GC_PHASE_RESURRECT;
    run->op.u.gc.objects = objects;
    int64_t kept = gc_list_size(garbage);
    int generation = run->op.u.gc.generation;
    gc_list_merge(garbage, run->old, generation + (generation + 1 < GC_GENERATIONS));
    run->op.u.gc.young = run->old;
    if (kept)
        EMIT(m, GC_RESURRECTED, kept, run->old->next->generation);
    if (tell)
        EMIT(m, GC_STILL_GARBAGE, gc_list_size(still));
}

/* ---- the end --------------------------------------------------------------------------------- */

static void clear(Machine *m, Object *o)
{
    if (m->gc.debug & GC_DEBUG_SAVEALL) {
        if (list_append(m, m->gc.garbage, o) < 0)
            error_clear(m);
        if (is_shown(o))
            EMIT(m, GC_SAVED, o);
        return;
    }
    if (!slots_of(o)->tp_clear) {
        if (is_shown(o))
            EMIT(m, GC_NO_CLEAR, o);
        return;
    }
    incref(o);
    if (is_shown(o))
        EMIT(m, GC_CLEAR, o);
    slots_of(o)->tp_clear(m, o);
    if (error_occurred(m) && !m->refusing)
        error_unraisable(m, (Object *)o->type, "Exception ignored in tp_clear of");
    decref(m, o);
}

static void delete_garbage(Machine *m, struct GcRun *run)
{
    GCHead *garbage = run->op.u.gc.unreachable;
    int generation = run->op.u.gc.generation;
    run->op.u.gc.phase = GC_PHASE_CLEAR;
    while (!gc_list_empty(garbage) && !m->refusing) {
        GCHead *g = garbage->next;
        run->op.u.gc.at = gc_object(g);
        clear(m, gc_object(g));
        run->op.u.gc.cleared++;
        if (garbage->next != g)
            continue;
        g->gc_state = GC_IDLE; /* still there: it goes when those that refer to it do */
        g->generation = generation + (generation + 1 < GC_GENERATIONS);
        gc_list_move(g, run->old);
    }
    run->op.u.gc.at = NULL;
}

int64_t gc_finish(Machine *m, struct GcRun *run)
{
    GCHead still;
    gc_list_init(&still);
    if (m->gc.debug & GC_DEBUG_COLLECTABLE)
        debug_each(m, run->op.u.gc.unreachable, "collectable");
    int64_t found = 0;
    if (!gc_list_empty(run->op.u.gc.unreachable)) {
        found += handle_weakrefs(m, run);
        bool finalizers = has_finalizer(run->op.u.gc.unreachable);
        finalize_garbage(m, run);
        keep_resurrected(m, run, &still, finalizers);
        found += gc_list_size(&still);
        delete_garbage(m, run);
    }
    if (m->refusing) /* the lists on this stack are about to go */
        gc_list_merge(run->op.u.gc.unreachable, run->old, run->op.u.gc.generation);
    run->op.u.gc.unreachable = NULL; /* it lay here */
    if (m->gc.debug & GC_DEBUG_STATS)
        unraisable_write(m, "gc: done, %lld unreachable, 0 uncollectable, 0.0000s elapsed\n",
                         (long long)found);
    return found;
}

Object *gc_info(Machine *m, int generation, int64_t collected)
{
    static const char *const names[] = {"generation", "collected", "uncollectable"};
    const int64_t values[] = {generation, collected, 0};
    Object *info = dict_new(m);
    for (int i = 0; info && i < 3; i++) {
        Object *key = str_from_ascii(m, names[i]), *value = int_from_i64(m, values[i]);
        if (!key || !value || dict_set(m, info, key, value) < 0)
            clear_ref(m, info);
        xdecref(m, key);
        xdecref(m, value);
    }
    return info;
}
