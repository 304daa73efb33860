/* What becomes of garbage: the second half of a collection. */
#ifndef PYVIZ_MACHINE_GC_FINISH_H
#define PYVIZ_MACHINE_GC_FINISH_H

#include <pyviz/machine/op.h>

/* A collection under way. */
struct GcRun {
    Op op;
    GCHead *old; /* the generation that survivors go to */
    int64_t subtracted, rescued;
};

/* update_refs, subtract_refs and move_unreachable over op.u.gc.young. */
void gc_deduce_unreachable(Machine *m, struct GcRun *run);
/* Weak references, finalizers, what they bring back, and the end of the rest.  Returns how many
 * objects count as collected. */
int64_t gc_finish(Machine *m, struct GcRun *run);
/* {"generation": ..., "collected": ..., "uncollectable": 0}, or NULL. */
Object *gc_info(Machine *m, int generation, int64_t collected);

#endif
