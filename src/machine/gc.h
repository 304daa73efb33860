/* The cyclic collector: Modules/gcmodule.c.
 *
 * Reference counts free what nobody refers to.  What refers to itself is left to the collector: it
 * copies each container's count (gc_refs), takes off the references that come from the containers
 * it looks at, and so learns who is referred to from outside.  What cannot be reached from those is
 * garbage.
 *
 * Invariants
 *   - A tracked object stands in exactly one list: a generation, the permanent one, or, while
 *     gc.collecting, one of the lists of the collection under way (its Op record names them).
 *   - Outside a collection every gc_state is GC_IDLE.
 *   - head.generation says which generation's list an object is in; garbage keeps the one it had.
 *   - count[0] is what CPython's would be: one more for each block that a GC object gets from the
 *     allocator, one less (not below 0) for each that goes back; free lists do not count. */
#ifndef PYVIZ_MACHINE_GC_H
#define PYVIZ_MACHINE_GC_H

#include <pyviz/machine/op.h>

enum gc_debug {
    GC_DEBUG_STATS = 1,
    GC_DEBUG_COLLECTABLE = 2,
    GC_DEBUG_UNCOLLECTABLE = 4,
    GC_DEBUG_SAVEALL = 32,
    GC_DEBUG_LEAK = GC_DEBUG_COLLECTABLE | GC_DEBUG_UNCOLLECTABLE | GC_DEBUG_SAVEALL,
};

/* Empty generations, thresholds and counts as the profile has them. */
void gc_boot(Machine *m);
/* Where most of what an interpreter has made is when the program begins, and with it the program's
 * own namespace: in the middle generation, but in the oldest if a collection of the middle one has
 * come by.  In a full collection the middle one stands last. */
int gc_boot_home(const int64_t objects[GC_GENERATIONS]);
/* When everything that exists before the program has been made: it is at home, and what CPython has
 * besides is counted as hidden.  0 or -1. */
int gc_boot_done(Machine *m);

/* A GC object has got a block from the allocator: counts it, and collects (3.11) or schedules a
 * collection (3.12) if the threshold is passed. */
void gc_count_allocation(Machine *m);
void gc_count_free(Machine *m);
/* Tuples and dicts of a list that full collections, however many, would no longer track, are
 * untracked: those that have been there for long. */
void gc_untrack_settled(Machine *m, GCHead *list);
/* The evaluation loop's check: runs the scheduled collection, if its threshold is still passed; in
 * 3.12 also where callbacks are told of another one, of which it is forgotten then that it is under
 * way. */
void gc_run_scheduled(Machine *m);
/* One of CPython's looks at its eval breaker: when a function begins, after a call of C code, on
 * every jump back, and in PyErr_CheckSignals, which repr() and str() call. */
static inline void gc_look_at_breaker(Machine *m)
{
    if (__builtin_expect(m->gc.scheduled, 0))
        gc_run_scheduled(m);
}
/* gc.collect(generation), callbacks included: how many unreachable objects were found; 0 while a
 * collection is under way. */
int64_t gc_collect(Machine *m, int generation, enum gc_cause cause);
/* A full collection without callbacks, even while collections are disabled: at the end. */
void gc_collect_last(Machine *m);
/* Collects the oldest generation that is due; does nothing if none is. */
void gc_collect_generations(Machine *m);

/* Is it one of the three streams?  CPython's are objects that its collector knows. */
bool gc_stands_for_tracked(const Machine *m, const Object *o);
/* Could the object be part of a cycle that the collector knows of?  _PyObject_GC_MAY_BE_TRACKED */
bool gc_may_be_tracked(Machine *m, const Object *o);
/* Does CPython give it a GC head?  (Builtin types have none.)  PyObject_IS_GC */
bool gc_is_gc(const Object *o);
/* ---- lists of GCHeads, linked in a ring ---- */

static inline void gc_list_init(GCHead *list)
{
    list->next = list->prev = list;
}
static inline bool gc_list_empty(const GCHead *list)
{
    return list->next == list;
}
static inline void gc_list_remove(GCHead *g)
{
    g->prev->next = g->next;
    g->next->prev = g->prev;
    g->next = g->prev = NULL;
}
static inline void gc_list_append(GCHead *g, GCHead *list)
{
    g->prev = list->prev;
    g->next = list;
    list->prev->next = g;
    list->prev = g;
}
static inline void gc_list_move(GCHead *g, GCHead *list)
{
    gc_list_remove(g);
    gc_list_append(g, list);
}
/* Appends all of `from` to `to`, as members of a generation; `from` is empty then. */
void gc_list_merge(GCHead *from, GCHead *to, int generation);
int64_t gc_list_size(const GCHead *list);

#endif
