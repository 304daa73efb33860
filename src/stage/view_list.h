/* The picture of a list: a window on its block of pointers, and the operation under way. */
#ifndef PYVIZ_STAGE_VIEW_LIST_H
#define PYVIZ_STAGE_VIEW_LIST_H

#include <pyviz/machine/list.h>
#include <pyviz/machine/op.h>

#include "view.h"

enum { LIST_SLOTS = 128, LIST_LEGEND = 26, LIST_CELL_TEXT = 40 };

/* What a slot refers to. */
struct list_slot {
    bool used;
    int64_t number;            /* the object's identity */
    char text[LIST_CELL_TEXT]; /* a short repr, or ●A */
};

/* A block of pointers, or the window on it. */
struct list_block {
    ssize_t slots, used; /* how many it has; how many of them are in use */
    ssize_t first;       /* the number of slot[0] */
    int count;           /* in slot[] */
    struct list_slot *slot;
};

struct list_legend {
    int64_t number;
    const char *text; /* "list #6 [2, 3]" */
};

struct list_picture {
    int event;                /* the kind of the present event if it is about this list, else -1 */
    bool asking;              /* a generator is asked to go on */
    int64_t size;             /* sys.getsizeof */
    uint32_t appends, copied; /* so far: appends, and pointers that they copied for want of room */
    ListPlot plot;            /* of these, over time */
    uint64_t address, old_address; /* of the block; of the one that it leaves, if it moves */
    ssize_t focus;                 /* the slot that the event is about, else the last in use */
    struct list_block block;       /* while sorting: of what is sorted */
    bool resizing;
    struct {
        ssize_t newsize, old_slots, new_slots, copied;
        bool allocated, moved; /* there is a new block; it is another one */
        struct list_block old; /* if moved: the block that is left */
    } resize;
    bool shifting;
    struct {
        ssize_t from, to, count;
    } shift;
    bool sorting;
    struct {
        ssize_t start, len, split;
        int64_t comparisons;
        bool keyed; /* keys are compared; the items go along */
    } sort;
    int legends;
    struct list_legend legend[LIST_LEGEND]; /* of the containers in the window, the oldest first */
    int containers_left_out;
};

void list_draw(const void *now, const void *before, double motion, struct canvas *c);

#endif
