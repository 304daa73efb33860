/* What happens out of sight: the import of a module that pyviz brings along, compiling at run time.
 *
 * Between hush_begin and hush_end no event can be seen and the machine is never frozen; afterwards
 * the clock, the collector's counts and the serial numbers read as before.  What was made meanwhile
 * belongs to the interpreter: it has no serial number (unless asked for) and lies in the oldest
 * generation, as what is made at boot.  Hushes nest.  A hush_begin without its hush_end is a bug,
 * but for the program's end, which ends them all. */
#ifndef PYVIZ_MACHINE_HUSH_H
#define PYVIZ_MACHINE_HUSH_H

#include <pyviz/machine/machine.h>

struct Hush {
    struct Hush *outer;
    uint64_t clock, hurried, horizon;
    int32_t next_serial;
    int gc_count[GC_GENERATIONS];
    bool gc_enabled, serials;
    bool known;                    /* CPython has loaded it before the program begins */
    uint32_t kept[FREELIST_COUNT]; /* by the free lists */
    GCHead young;                  /* what was in the youngest generation */
};

/* `hush` lies in the caller's frame.  serials: what is made is the program's, its numbers the
 * compiler's: downward from -1. */
void hush_begin(Machine *m, struct Hush *hush, bool serials);
void hush_end(Machine *m);
/* Before the program ends in the middle of it: time goes on. */
void hush_abandon(Machine *m);

/* Less than a hush: time goes on and events are seen, but what is made between the two is the
 * interpreter's own and takes no serial number.  They nest: the second gets what the first
 * returned. */
static inline int32_t hush_serials(Machine *m)
{
    int32_t serial = m->next_serial;
    m->next_serial = 0;
    return serial;
}

static inline void hush_serials_end(Machine *m, int32_t serial)
{
    m->next_serial = serial;
}

#endif
