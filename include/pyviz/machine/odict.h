/* collections.OrderedDict: Objects/odictobject.c.  A dict, and a linked list of its keys.
 *
 * The dict below knows the order of insertion anyway; the list is what lets a key move to either
 * end in constant time.  A second array, as long as the dict's index, finds the node of a key: its
 * place there is the number of the key's entry in the dict's table.
 *
 * Invariants (unless someone goes behind the OrderedDict's back with dict's own methods)
 *   - first ... last, linked by next and previous, are as many nodes as the dict has keys.
 *   - fast[i] is the node of entry i of the table `keys`; when the dict has another table by now,
 * or another size, the array is made anew before it is used.
 *   - state changes with every change of the list: iterators compare it. */
#ifndef PYVIZ_MACHINE_ODICT_H
#define PYVIZ_MACHINE_ODICT_H

#include <pyviz/machine/dict.h>

enum { ODICT_NODE_BYTES = 32 };

typedef struct OrderedNode {
    Object *key; /* owned */
    hash_t hash;
    struct OrderedNode *next, *previous;
    uint64_t address; /* in the model of CPython's allocator */
} OrderedNode;

typedef struct OrderedDictObject {
    DictObject dict;
    OrderedNode *first, *last; /* NULL: empty */
    OrderedNode **fast;        /* NULL: none yet */
    ssize_t fast_size;
    uint64_t fast_address;
    const DictKeys *keys; /* the table that fast belongs to; only compared */
    uint64_t state;
    Object *attributes; /* __dict__, or NULL */
} OrderedDictObject;

/* Empty: OrderedDict(). */
Object *odict_new(Machine *m);
/* Each of these is 0 or -1.  value NULL deletes: KeyError(key). */
int odict_set(Machine *m, Object *o, Object *key, Object *value);
int odict_set_known_hash(Machine *m, Object *o, Object *key, hash_t hash, Object *value);
/* The value of a key that leaves; `otherwise` (or KeyError, if that is NULL) if it is not there. */
Object *odict_pop(Machine *m, Object *o, Object *key, Object *otherwise);
Object *odict_pop_known_hash(Machine *m, Object *o, Object *key, hash_t hash, Object *otherwise);
int odict_move_to_end(Machine *m, Object *o, Object *key, bool last);
int odict_clear(Machine *m, Object *o);

#endif
