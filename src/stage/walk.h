/* What dict and set share of a walk through their slots. */
#ifndef PYVIZ_STAGE_WALK_H
#define PYVIZ_STAGE_WALK_H

#include <pyviz/canvas/canvas.h>
#include <pyviz/machine/op.h>

enum { WALK_MOST_BITS = 10, WALK_BITS_TEXT = 64 };

/* The innermost operation under way on this object, or NULL. */
const Op *walk_operation(const Machine *m, const Object *subject);
/* The last bits of a hash, ten at most: "…010". */
const char *walk_bits(hash_t hash, int bits, char out[WALK_BITS_TEXT]);
/* `hash('kiwi') = -8292140047809600230        its last 3 bits …010 = slot 2` on the first row;
 * without the right half where there is no table: log2 -1. */
void walk_draw_hash(struct canvas *c, const char *key, hash_t hash, int log2);

#endif
