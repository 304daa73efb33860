/* One collection, from the counts to the garbage: Modules/gcmodule.c: gc_collect_main. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/op.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "gc.h"
#include "gc_finish.h"
#include "unraisable.h"

/* ---- what is told ---------------------------------------------------------------------------- */

/* Objects that the program has made and that are no namespaces of the interpreter. */
static bool is_shown(const Object *o)
{
    return o->serial && !(o->flags & OBJECT_QUIET);
}

/* How many of those are in a list: the interpreter's own are another number in every CPython. */
static int64_t count_shown(const GCHead *list)
{
    int64_t n = 0;
    for (const GCHead *g = list->next; g != list; g = g->next)
        n += is_shown(gc_object((GCHead *)(uintptr_t)g));
    return n;
}

/* How many there are at all, and (*shown) how many of them are shown. */
static int64_t count_both(const GCHead *list, int64_t *shown)
{
    int64_t n = 0;
    *shown = 0;
    for (const GCHead *g = list->next; g != list; g = g->next, n++)
        *shown += is_shown(gc_object((GCHead *)(uintptr_t)g));
    return n;
}

/* gc.DEBUG_STATS: what generations hold before the collection. */
static void print_start(Machine *m, int generation)
{
    unraisable_write(m, "gc: collecting generation %d...\n", generation);
    unraisable_write(m, "gc: objects in each generation:");
    for (int i = 0; i < GC_GENERATIONS; i++)
        unraisable_write(m, " %lld",
                         (long long)(gc_list_size(&m->gc.generation[i]) + m->gc.hidden[i]));
    unraisable_write(m, "\ngc: objects in permanent generation: %lld\n",
                     (long long)(gc_list_size(&m->gc.permanent) + m->gc.hidden[GC_PERMANENT]));
}

static void tell_start(Machine *m, const struct GcRun *run, int64_t all)
{
    const Op *op = &run->op;
    int generation = op->u.gc.generation;
    bool others = all + m->gc.hidden[generation] > op->u.gc.objects;
    if (op->u.gc.cause == GC_ASKED)
        EMIT(m, GC_START_ASKED, generation, op->u.gc.objects, others);
    else if (op->u.gc.cause == GC_AT_END)
        EMIT(m, GC_START_LAST, op->u.gc.objects, others, op->u.gc.again);
    else
        EMIT(m, GC_START, generation, op->u.gc.count, op->u.gc.threshold, op->u.gc.objects, others,
             m->gc.unsure);
}

static void traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    if (slots_of(o)->tp_traverse)
        slots_of(o)->tp_traverse(m, o, visit, arg);
}

/* ---- update_refs, subtract_refs -------------------------------------------------------------- */

static void update_refs(Machine *m, struct GcRun *run)
{
    run->op.u.gc.phase = GC_PHASE_UPDATE_REFS;
    for (GCHead *g = run->op.u.gc.young->next; g != run->op.u.gc.young; g = g->next) {
        Object *o = gc_object(g);
        run->op.u.gc.at = o;
        g->gc_refs = o->refcnt;
        g->gc_state = GC_COLLECTING;
        if (is_shown(o))
            EMIT(m, GC_COPY_REFS, o, g->gc_refs);
    }
    run->op.u.gc.at = NULL;
    EMIT(m, GC_COPIED, run->op.u.gc.objects, run->op.u.gc.again);
}

static int visit_subtract(Machine *m, Object *o, void *arg)
{
    struct GcRun *run = arg;
    if (!(o->flags & OBJECT_GC) || gc_head(o)->gc_state != GC_COLLECTING)
        return 0;
    Object *from = run->op.u.gc.at;
    run->op.u.gc.to = o;
    run->subtracted += is_shown(o);
    int64_t refs = --gc_head(o)->gc_refs;
    if (!is_shown(o))
        return 0;
    if (from->flags & OBJECT_QUIET)
        EMIT(m, GC_SUBTRACT_NAME, o, refs);
    else
        EMIT(m, GC_SUBTRACT, o, from, refs);
    return 0;
}

static int64_t count_zero(const GCHead *list)
{
    int64_t zero = 0;
    for (const GCHead *g = list->next; g != list; g = g->next)
        zero += g->gc_refs == 0 && is_shown(gc_object((GCHead *)(uintptr_t)g));
    return zero;
}

static void subtract_refs(Machine *m, struct GcRun *run)
{
    GCHead *young = run->op.u.gc.young;
    run->op.u.gc.phase = GC_PHASE_SUBTRACT_REFS;
    run->subtracted = 0;
    for (GCHead *g = young->next; g != young; g = g->next) {
        run->op.u.gc.at = gc_object(g);
        traverse(m, gc_object(g), visit_subtract, run);
    }
    run->op.u.gc.at = run->op.u.gc.to = NULL;
    if (run->subtracted) /* counted only if somebody looks, as fields of events are */
        EMIT(m, GC_SUBTRACTED, run->subtracted, count_zero(young));
    else
        EMIT(m, GC_SUBTRACTED_NONE, run->subtracted);
}

/* ---- move_unreachable ------------------------------------------------------------------------ */

static int visit_reachable(Machine *m, Object *o, void *arg)
{
    struct GcRun *run = arg;
    GCHead *g = gc_head(o);
    if (!(o->flags & OBJECT_GC) || g->gc_state == GC_IDLE)
        return 0;
    Object *from = run->op.u.gc.at;
    bool nameless = from->flags & OBJECT_QUIET;
    run->op.u.gc.to = o;
    if (g->gc_state == GC_UNREACHABLE) {
        g->gc_refs = 1;
        g->gc_state = GC_COLLECTING;
        gc_list_move(g, run->op.u.gc.young);
        run->rescued++;
        if (is_shown(o) && nameless)
            EMIT(m, GC_RESCUED_NAME, o);
        else if (is_shown(o))
            EMIT(m, GC_RESCUED, o, from);
    } else if (g->gc_refs == 0) {
        g->gc_refs = 1;
        if (is_shown(o) && nameless)
            EMIT(m, GC_SPARED_NAME, o);
        else if (is_shown(o))
            EMIT(m, GC_SPARED, o, from);
    }
    return 0;
}

/* Invariant: what lies before g in young is reachable and idle, and what it refers to has gc_refs
 * above 0 or comes back; what lies behind has not been looked at yet. */
static void move_unreachable(Machine *m, struct GcRun *run)
{
    GCHead *young = run->op.u.gc.young, *unreachable = run->op.u.gc.unreachable;
    run->op.u.gc.phase = GC_PHASE_MOVE_UNREACHABLE;
    run->rescued = 0;
    for (GCHead *g = young->next, *next; g != young; g = next) {
        Object *o = gc_object(g);
        run->op.u.gc.at = o;
        if (g->gc_refs) {
            if (is_shown(o))
                EMIT(m, GC_REACHED, o, g->gc_refs);
            traverse(m, o, visit_reachable, run);
            g->gc_state = GC_IDLE;
            next = g->next; /* only now: the traversal may have appended */
        } else {
            next = g->next;
            gc_list_move(g, unreachable);
            g->gc_state = GC_UNREACHABLE;
            if (is_shown(o))
                EMIT(m, GC_DOUBT, o);
        }
    }
    run->op.u.gc.at = run->op.u.gc.to = NULL;
}

/* Splits young into what can be reached from outside of it and what cannot. */
void gc_deduce_unreachable(Machine *m, struct GcRun *run)
{
    update_refs(m, run);
    subtract_refs(m, run);
    gc_list_init(run->op.u.gc.unreachable);
    move_unreachable(m, run);
}

/* ---- the survivors --------------------------------------------------------------------------- */

/* How many of those that are shown. */
static int64_t untrack_tuples(Machine *m, GCHead *young)
{
    int64_t shown = 0;
    for (GCHead *g = young->next, *next; g != young; g = next) {
        Object *o = gc_object(g);
        next = g->next;
        if (is_exact(m, o, tuple) && tuple_maybe_untrack(m, o) && is_shown(o)) {
            shown++;
            EMIT(m, GC_UNTRACKED, o);
        }
    }
    return shown;
}

/* Only in full collections: a dict that grows would else be untracked and tracked again for
 * ever. */
static int64_t untrack_dicts(Machine *m, GCHead *young)
{
    int64_t shown = 0;
    for (GCHead *g = young->next, *next; g != young; g = next) {
        Object *o = gc_object(g);
        next = g->next;
        dict_maybe_untrack(m, o);
        if (!object_is_tracked(o) && is_shown(o)) {
            shown++;
            EMIT(m, GC_UNTRACKED, o);
        }
    }
    return shown;
}

void gc_untrack_settled(Machine *m, GCHead *list)
{
    for (int64_t before = 0, now = gc_list_size(list); now != before;) {
        before = now;
        untrack_tuples(m, list);
        untrack_dicts(m, list);
        now = gc_list_size(list);
    }
}

static void promote(Machine *m, struct GcRun *run, GCHead *old)
{
    GCHead *young = run->op.u.gc.young;
    int generation = run->op.u.gc.generation;
    run->op.u.gc.phase = GC_PHASE_PROMOTE;
    int64_t untracked = untrack_tuples(m, young), shown;
    if (young == old)
        untracked += untrack_dicts(m, young);
    int64_t n = count_both(young, &shown);
    run->op.u.gc.survivors = shown;
    if (young == old) {
        m->gc.hidden[generation] -= m->gc.settling;
        m->gc.settling = m->gc.long_lived_pending = 0;
        m->gc.long_lived_total = n + m->gc.hidden[generation];
    } else {
        if (generation == GC_GENERATIONS - 2)
            m->gc.long_lived_pending += n + m->gc.hidden[generation];
        gc_list_merge(young, old, generation + 1);
        m->gc.hidden[generation + 1] += m->gc.hidden[generation];
        m->gc.hidden[generation] = 0;
        if (generation == m->gc.home)
            m->gc.home = generation + 1;
    }
    EMIT(m, GC_PROMOTED, shown, young == old ? generation : generation + 1, untracked > 0);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static void begin(Machine *m, struct GcRun *run)
{
    int generation = run->op.u.gc.generation;
    GCHead *young = &m->gc.generation[generation];
    if (m->gc.debug & GC_DEBUG_STATS)
        print_start(m, generation);
    run->op.u.gc.again = m->gc.ending;
    m->gc.ending |= run->op.u.gc.cause == GC_AT_END;
    run->op.u.gc.count = m->gc.count[generation];
    run->op.u.gc.threshold = m->gc.threshold[generation];
    if (generation + 1 < GC_GENERATIONS)
        m->gc.count[generation + 1]++;
    for (int i = 0; i <= generation; i++)
        m->gc.count[i] = 0;
    for (int i = 0; i < generation; i++) {
        gc_list_merge(&m->gc.generation[i], young, generation);
        m->gc.hidden[generation] += m->gc.hidden[i];
        m->gc.hidden[i] = 0;
    }
    if (m->gc.home < generation)
        m->gc.home = generation;
    run->op.u.gc.young = young;
    int64_t all = count_both(young, &run->op.u.gc.objects);
    tell_start(m, run, all);
    run->op.u.gc.again = false;
}

static void tell_deduced(Machine *m, struct GcRun *run)
{
    const GCHead *young = run->op.u.gc.young;
    run->op.u.gc.garbage = gc_list_size(run->op.u.gc.unreachable);
    if (run->op.u.gc.garbage)
        EMIT(m, GC_DEDUCED, count_shown(young), run->op.u.gc.garbage, run->rescued);
    else
        EMIT(m, GC_DEDUCED_NONE, count_shown(young), run->rescued);
    const GCHead *garbage = run->op.u.gc.unreachable;
    for (GCHead *g = garbage->next; g != garbage; g = g->next)
        if (is_shown(gc_object(g)))
            EMIT(m, GC_GARBAGE, gc_object(g), gc_object(g)->refcnt);
}

/* Without callbacks.  Returns how many were unreachable. */
static int64_t collect(Machine *m, int generation, enum gc_cause cause)
{
    GCHead unreachable;
    struct GcRun run = {.op = {.kind = OP_GC}};
    GCHead *old = &m->gc.generation[generation + (generation + 1 < GC_GENERATIONS)];
    gc_list_init(&unreachable);
    run.op.u.gc.generation = generation;
    run.op.u.gc.cause = cause;
    run.op.u.gc.young = &m->gc.generation[generation];
    run.op.u.gc.unreachable = &unreachable;
    run.old = old;
    op_push(m, &run.op);
    begin(m, &run);
    gc_deduce_unreachable(m, &run);
    tell_deduced(m, &run);
    promote(m, &run, old);
    int64_t found = gc_finish(m, &run);
    run.op.u.gc.phase = GC_PHASE_END;
    if (generation == GC_GENERATIONS - 1) {
        freelists_clear(m);
        m->gc.unsure = m->gc.unsure && cause != GC_ASKED;
    }
    m->gc.stats[generation].collections++;
    m->gc.stats[generation].collected += found;
    EMIT(m, GC_END, generation, found);
    op_pop(m, &run.op);
    return found;
}

/* gc.callbacks: each is called with a phase and what is known by then.  What one raises is
 * reported. */
static void invoke_callbacks(Machine *m, const char *phase, int generation, int64_t collected)
{
    if (m->refusing || (!list_size(m->gc.callbacks) && !m->gc.watched))
        return;
    Object *info = gc_info(m, generation, collected), *name = str_from_ascii(m, phase);
    Object *args[] = {name, info};
    bool telling = m->gc.telling;
    m->gc.heard_count = m->gc.count[generation];
    m->gc.telling = true;
    for (ssize_t i = 0; info && name && i < list_size(m->gc.callbacks) && !m->refusing; i++) {
        Object *callback = newref(list_item(m->gc.callbacks, i));
        if (m->profile->gc_builds_arguments)
            incref(info);
        Object *r = object_vectorcall(m, callback, args, 2, NULL);
        if (m->profile->gc_builds_arguments)
            decref(m, info);
        if (!r)
            error_unraisable(m, callback, NULL);
        xdecref(m, r);
        decref(m, callback);
    }
    m->gc.telling = telling;
    if (!info || !name)
        error_unraisable(m, NULL, NULL);
    xdecref(m, info);
    xdecref(m, name);
}

static int64_t collect_with_callbacks(Machine *m, int generation, enum gc_cause cause)
{
    Object *pending = error_fetch(m);
    m->gc.collecting = true;
    invoke_callbacks(m, "start", generation, 0);
    bool forgotten = !m->gc.collecting; /* since another one has run in between */
    m->gc.collecting = true;
    int64_t found = m->refusing ? 0 : collect(m, generation, cause);
    m->gc.collecting = !forgotten;
    invoke_callbacks(m, "stop", generation, found);
    m->gc.collecting = false;
    if (m->refusing)
        xdecref(m, pending);
    else
        error_restore(m, pending);
    return found;
}

int64_t gc_collect(Machine *m, int generation, enum gc_cause cause)
{
    return m->gc.collecting ? 0 : collect_with_callbacks(m, generation, cause);
}

void gc_collect_last(Machine *m)
{
    if (m->gc.collecting || m->refusing)
        return;
    m->gc.collecting = true;
    collect(m, GC_GENERATIONS - 1, GC_AT_END);
    m->gc.collecting = false;
}

/* A full collection costs as much as there are objects: it waits until those that came since the
 * last one are a quarter of what there was. */
static bool is_put_off(const Machine *m, int generation)
{
    return generation == GC_GENERATIONS - 1 &&
           m->gc.long_lived_pending < m->gc.long_lived_total / 4;
}

void gc_collect_generations(Machine *m)
{
    if (m->gc.collecting)
        return;
    for (int i = GC_GENERATIONS - 1; i >= 0; i--) {
        if (m->gc.count[i] <= m->gc.threshold[i])
            continue;
        if (is_put_off(m, i)) {
            EMIT(m, GC_PUT_OFF, m->gc.long_lived_pending, m->gc.long_lived_total);
            continue;
        }
        collect_with_callbacks(m, i, GC_BY_COUNT);
        return;
    }
}
