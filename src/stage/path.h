/* How an object without a name of its own can be reached: "grid[1]", "self.moves". */
#ifndef PYVIZ_STAGE_PATH_H
#define PYVIZ_STAGE_PATH_H

#include <pyviz/base/arena.h>
#include <pyviz/machine/inspect.h>

/* From a name of the innermost frame, else of the module, by at most two steps.  In the arena;
 * NULL: there is no such way, or it would take too long to find. */
const char *path_to(const Machine *m, const Object *o, struct arena *arena);
/* Appends the step that a link is: `[1]`, `['k']`, `.name`; false: it has no text. */
bool path_step(const Machine *m, const struct inspect_link *link, struct buffer *out);

#endif
