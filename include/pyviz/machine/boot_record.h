/* What a real interpreter's collector and free lists hold at the moment at which a script begins.
 *
 * It depends on how that interpreter was built and started, on what `site` imported, and on what
 * its compiler allocated for this very script.  `verify` measures a record and passes it in, so
 * that from then on each allocation counts alike on both sides.  Without one the machine begins as
 * the profile has it from where a script is about to be compiled, and as compiling leaves it, which
 * is reckoned: Modules/gcmodule.c, Include/internal/pycore_gc.h, machine/compile_leavings.h. */
#ifndef PYVIZ_MACHINE_BOOT_RECORD_H
#define PYVIZ_MACHINE_BOOT_RECORD_H

#include <pyviz/machine/machine.h>

struct boot_record {
    int64_t count[GC_GENERATIONS];
    int64_t objects[GC_GENERATIONS + 1]; /* in each generation, the permanent one last */
    int64_t collections[GC_GENERATIONS], collected[GC_GENERATIONS];
    int64_t long_lived_total, long_lived_pending;
    struct boot_free_lists free;
    /* '1' or '0' for each tuple among the constants of the code, those in tuples and in code among
     * them included, as one comes by them: whether the collector knows it still.  NULL: of all. */
    const char *tracked;
    const char
        *subclassed; /* builtin types, as class_note_subclassed takes them; NULL: the profile's */
    bool disabled;   /* no collection by itself, as after gc.disable() */
    /* each instruction has an event before it runs first: it is specialized later */
    bool monitored;
    bool
        shared_clock; /* it goes on when it is looked at, and when the program sleeps: there, too */
    bool traced;      /* by a trace function: every frame has an object */
    bool framed;      /* by one until now: the module's frame has an object */
    bool watched; /* somebody listens to collections: each makes a dict of what it knows, twice */
};

/* Before anything has run: the machine's collector and free lists are as recorded. */
void boot_record_apply(Machine *m, const struct boot_record *record);

struct compile_leavings;
/* When the script has been compiled, and there is no record: as CPython's typically are. */
void boot_record_assume(Machine *m, const struct compile_leavings *leavings);

#endif
