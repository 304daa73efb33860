/* What if: statements that are put in between, while a program runs.
 *
 * Each is text and a clock: it runs before the first statement of the program's that begins at that
 * time or later, in that statement's scope, as a prompt would run it.  Which they are is control,
 * outside of the region (machine_set_what_ifs); how many have run is state. */
#ifndef PYVIZ_MACHINE_WHAT_IF_H
#define PYVIZ_MACHINE_WHAT_IF_H

#include <pyviz/machine/machine.h>

#include "frame.h"

/* Is one due now that a statement has begun in this frame? */
static inline bool what_if_is_due(const Machine *m, const Frame *f)
{
    const struct machine_control *control = machine_control(m);
    return __builtin_expect(m->what_ifs < control->what_ifs, 0) &&
           m->clock >= control->what_if[m->what_ifs].clock && f->code->source == &m->source;
}

/* Runs it: -1 with its exception. */
int what_if_run(Machine *m, Frame *f);

#endif
