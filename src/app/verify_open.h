/* What `pyviz verify` has left open, in words: how many figures of which kind were not compared,
 * and why they cannot be. */
#ifndef PYVIZ_APP_VERIFY_OPEN_H
#define PYVIZ_APP_VERIFY_OPEN_H

#include <pyviz/base/buffer.h>

#include "verify_walk.h"

/* A line for each kind of which there were any, appended: reference counts; what else objects
 * have. */
void open_say_counts(const struct walk_open *open, struct buffer *notes);
void open_say_objects(const struct walk_open *open, struct buffer *notes);

#endif
