#include "walk.h"

#include "view.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { TEXT = 160 };

const Op *walk_operation(const Machine *m, const Object *subject)
{
    const Op *op = m->op;
    while (op && op->subject != subject)
        op = op->outer;
    return op;
}

const char *walk_bits(hash_t hash, int bits, char out[WALK_BITS_TEXT])
{
    int at = snprintf(out, WALK_BITS_TEXT, "…");
    for (int i = bits < WALK_MOST_BITS ? bits : WALK_MOST_BITS; i-- > 0;)
        out[at++] = (uint64_t)hash >> i & 1 ? '1' : '0';
    out[at] = '\0';
    return out;
}

void walk_draw_hash(struct canvas *c, const char *key, hash_t hash, int log2)
{
    char bits[WALK_BITS_TEXT], left[TEXT], before[48], after[48];
    snprintf(left, sizeof left, "hash(%s) = %" PRId64, key, hash);
    if (log2 < 0) {
        canvas_puts(c, 0, 0, STYLE_TEXT, left);
        return;
    }
    walk_bits(hash, log2, bits);
    snprintf(before, sizeof before, "its last %d bits ", log2);
    snprintf(after, sizeof after, " = slot %" PRIu64, (uint64_t)hash & (((uint64_t)1 << log2) - 1));
    int width = (int)strlen(before) + canvas_columns(bits, strlen(bits)) + (int)strlen(after);
    int col = readable_cols(c) - width;
    if (canvas_columns(left, strlen(left)) >= col)
        snprintf(left, sizeof left, "hash(%s) = …%04" PRIx64, key, (uint64_t)hash & 0xffff);
    canvas_puts_clipped(c, 0, 0, STYLE_TEXT, col - 1, left);
    col += canvas_puts(c, 0, col, STYLE_TEXT, before);
    col += canvas_puts(c, 0, col, STYLE_PROBE, bits);
    canvas_puts(c, 0, col, STYLE_TEXT, after);
}
