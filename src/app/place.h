/* Where people were when they left: kept from one time to the next.
 *
 * One small text file, $XDG_STATE_HOME/pyviz/places (~/.local/state without that), a line a
 * program, the latest first:
 *
 *     17 operations /home/ada/lists.py
 *     4 everything dict-insert
 *
 * Invariants: it is replaced whole, by a rename, so that no reader sees half of it; nothing that
 * goes wrong here is an error: the place is a convenience. */
#ifndef PYVIZ_APP_PLACE_H
#define PYVIZ_APP_PLACE_H

#include <pyviz/machine/event.h>

#include <stdbool.h>
#include <stdint.h>

struct place {
    uint64_t stop; /* as the footer counts at this level of detail */
    enum event_level detail;
};

/* The place kept for a program: an absolute path or the name of a built-in one.  False: none. */
bool place_load(const char *program, struct place *place);
/* Keeps it; a stop of 0 or 1 forgets the program. */
void place_save(const char *program, const struct place *place);

#endif
