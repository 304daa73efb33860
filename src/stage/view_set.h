/* The picture of a set: a window on its table, and the walk under way. */
#ifndef PYVIZ_STAGE_VIEW_SET_H
#define PYVIZ_STAGE_VIEW_SET_H

#include <pyviz/machine/op.h>
#include <pyviz/machine/set.h>

#include "view.h"

enum { SET_SLOTS = 128, SET_PROBES = 12 };

enum set_slot_state { SET_EMPTY_SLOT, SET_DUMMY_SLOT, SET_KEY_SLOT };

struct set_slot {
    enum set_slot_state state;
    const char *text; /* short repr of the key; NULL: there is none */
    hash_t hash;
    int64_t number; /* the key's identity */
};

struct set_table {
    size_t slots, first; /* how many there are; which one slot[0] is */
    int count;
    bool in_object; /* the eight slots that lie in the set itself */
    struct set_slot *slot;
};

struct set_probe {
    size_t slot;
    bool jumped; /* the perturbed hash led here, not the slot next door */
    size_t run;  /* the run's first slot before that */
    uint64_t perturb;
    enum set_slot_state state;
    const char *text;
    bool same_hash, same_key;
};

struct set_walk {
    bool active;
    enum op_kind kind;
    const char *key;
    hash_t hash;
    ssize_t free;
    int probes, first; /* probe[0] is number first + 1 */
    struct set_probe probe[SET_PROBES];
};

struct set_picture {
    int event;
    ssize_t used, fill;
    int64_t size;
    size_t focus;
    struct set_table table;
    struct set_walk walk;
    bool resizing;
    size_t moved, total;
    struct set_table old, new;
};

void set_draw(const void *now, const void *before, double motion, struct canvas *c);

#endif
