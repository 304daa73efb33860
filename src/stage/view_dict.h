/* The picture of a dict: a window on its table, and the walk under way. */
#ifndef PYVIZ_STAGE_VIEW_DICT_H
#define PYVIZ_STAGE_VIEW_DICT_H

#include <pyviz/machine/dict.h>
#include <pyviz/machine/op.h>

#include "view.h"

enum { DICT_SLOTS = 256, DICT_ENTRIES = 64, DICT_PROBES = 8 };

/* Of one DictKeys. */
struct dict_table {
    uint64_t address; /* what tells two tables apart */
    int log2, kind;
    ssize_t usable, nentries;
    int64_t bytes, index_bytes, entry_bytes; /* the whole block, its index, its entries */
    size_t slots, first;                     /* how many there are; which one index[0] is */
    int count;                               /* of slots in index[] */
    int32_t index[DICT_SLOTS];
};

struct dict_entry {
    bool hole;
    const char *key, *value; /* short reprs */
    hash_t hash;
    int64_t key_number, value_number; /* identities */
};

struct dict_probe {
    size_t slot;
    int32_t index;
    uint64_t perturb; /* as it was shifted to choose this slot */
    const char *key;  /* of the entry there; NULL: none */
    bool same_hash, same_key;
};

struct dict_walk {
    bool active;
    enum op_kind kind;
    bool for_empty;
    const char *key, *value; /* value NULL: none is being written */
    hash_t hash;
    ssize_t entry; /* found or written, -1 */
    int probes;    /* made so far */
    int first;     /* probe[0] is number first + 1 */
    struct dict_probe probe[DICT_PROBES];
};

struct dict_picture {
    bool has_table;
    ssize_t used;
    int64_t size; /* sys.getsizeof */
    int event;    /* the kind of the event at which this was taken, if its subject is this dict */
    struct dict_table table;
    ssize_t first_entry; /* the number of entry[0] */
    int entries;         /* in entry[] */
    ssize_t focus_entry; /* that the walk is at, or the newest; -1 */
    size_t focus_slot;
    struct dict_entry *entry;
    struct dict_walk walk;
    bool resizing; /* the old table and the new one exist side by side */
    struct dict_table old, new;
    ssize_t moved, total;
};

void dict_draw(const void *now, const void *before, double motion, struct canvas *c);

#endif
