/* What is on stage: a pure function of the machine's state and the scenario. */
#ifndef PYVIZ_STAGE_SUBJECT_H
#define PYVIZ_STAGE_SUBJECT_H

#include <pyviz/lang/source.h>
#include <pyviz/machine/machine.h>

#include "scan.h"

/* Names that were asked for: on stage is the one that is worked on, else the first that means
 * something a view shows. */
struct subject_names {
    const char *const *name;
    size_t count;
};

/* NULL: nothing in particular, so the names are shown.
 *
 * At an operation it is what is worked on; at a statement the first container that a name in it
 * refers to, then upwards through the lines above it; else the container bound last. */
Object *subject_find(const Machine *m, const struct scan *scan, const struct source *source,
                     const struct subject_names *names);
/* Is there a view for it, other than that of names? */
bool subject_has_view(const Object *o);

#endif
