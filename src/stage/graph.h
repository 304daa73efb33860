/* Objects and references: what the names lead to, who holds each object, and what it holds.  The
 * groundwork of the rooms of references, of copies and of the collector.
 *
 * Invariants: the picture is bounded, what does not fit is counted; objects stand in the order in
 * which they were made, what existed before the program last; an object's holders account for every
 * reference to it, the last of them being whatever no other holder explains. */
#ifndef PYVIZ_STAGE_GRAPH_H
#define PYVIZ_STAGE_GRAPH_H

#include <pyviz/base/arena.h>
#include <pyviz/machine/machine.h>

#include <stdbool.h>
#include <stdint.h>

enum { GRAPH_OBJECTS = 32, GRAPH_SLOTS = 12, GRAPH_HOLDERS = 10, GRAPH_TEXT = 40 };

enum graph_holder_kind {
    HOLDER_NAME,    /* of the module, or of a frame */
    HOLDER_SLOT,    /* of another object */
    HOLDER_CODE,    /* the constants of the program */
    HOLDER_STACK,   /* a frame's value stack: in the middle of a statement */
    HOLDER_MACHINE, /* C code at work */
};

struct graph_holder {
    enum graph_holder_kind kind;
    int64_t count;
    int from;              /* HOLDER_SLOT: of which object[]; -1: of one that is not shown */
    int64_t number;        /* HOLDER_SLOT: of the object whose slot it is */
    char slot[GRAPH_TEXT]; /* which of its slots: "[0]"; of other kinds the whole text */
    char text[GRAPH_TEXT];
};

/* `#6`, `'k': 2`, `.next #7` */
struct graph_slot {
    char label[GRAPH_TEXT], text[GRAPH_TEXT];
    int64_t number; /* of the object */
};

struct graph_object {
    int64_t number;
    uint64_t address;
    int32_t serial;
    char type[GRAPH_TEXT];
    const char *repr;
    bool boxed; /* it has insides that are shown; else it is an atom, shown for its name's sake */
    bool immortal, counted;
    bool reachable; /* from something else than an island of its own */
    int64_t refs;
    int generation; /* -1: the collector does not know of it */
    int gc_state;   /* enum gc_state; gc_refs means something in the middle of a collection */
    int64_t gc_refs;
    int holders, slots;
    int64_t slots_left_out;
    struct graph_holder holder[GRAPH_HOLDERS];
    struct graph_slot slot[GRAPH_SLOTS];
};

struct graph {
    int count, left_out, names;
    int64_t focus; /* the number of what the event is about; 0: nothing here */
    struct graph_object *object[GRAPH_OBJECTS];
};

/* Is it an object that such a room shows for its own sake: a container or an instance? */
bool graph_boxes(const Object *o);
/* Without atoms, names refer to boxed objects only. */
struct graph *graph_capture(const Machine *m, bool atoms, struct arena *arena);
/* The order in which they stand, by their numbers: oldest first, as inspect.h numbers them; what
 * the interpreter was born with stands behind. */
static inline bool graph_older(int64_t a, int64_t b)
{
    bool born_a = a <= 0 && a % 2 == 0, born_b = b <= 0 && b % 2 == 0;
    if (born_a != born_b)
        return born_b;
    if ((a > 0) != (b > 0))
        return b > 0;
    return a > 0 ? a < b : a > b;
}
/* NULL: it is not there. */
const struct graph_object *graph_find(const struct graph *g, int64_t number);
/* References that names and containers hold; the rest is the machine's own. */
int64_t graph_held(const struct graph_object *o);
/* The same holder in another picture, whatever it is called there; NULL: it is none. */
const struct graph_holder *graph_find_holder(const struct graph_object *o,
                                             const struct graph_holder *like);

#endif
