/* Differences that are held back: from where a program that is watched has printed something else
 * than here, it may be that being watched makes it do so.  The run that nobody watches decides. */
#ifndef PYVIZ_APP_VERIFY_HELD_H
#define PYVIZ_APP_VERIFY_HELD_H

#include "verify.h"

#include <stdbool.h>

struct held {
    bool on;
    int line; /* of the statement after which it began */
    /* of the result, when it began; since held_take: how much was found from there on */
    uint64_t compared, figures, differing;
    size_t differences, nfound;
    size_t before; /* since held_take: the differences that stay in the result */
    struct verify_difference *difference; /* since held_take: owned, as is what is found */
    char **found;
};

/* What the result gets from now on is held back; nothing where that has begun before. */
void held_begin(struct held *h, const struct verify_result *r, int line);
/* Takes it out of the result, at the end of the watched run. */
void held_take(struct held *h, struct verify_result *r);
/* Puts it back, in front of what the other run has found since. */
void held_give_back(struct held *h, struct verify_result *r);
/* Forgets it. */
void held_drop(struct held *h);

#endif
