/* collections.deque: Modules/_collectionsmodule.c.  A doubly linked list of blocks of 64 pointers.
 *
 * Both ends grow and shrink in place; no item ever moves because of what happens at an end.  A
 * block is added when an end has no slot left, and given back when its last item goes; up to 16
 * blocks are kept for reuse.  The first item of a new deque goes to the middle of its block.
 *
 * Invariants
 *   - the items are data[left_index] of left ... data[right_index] of right, without gaps;
 *     left->left and right->right are NULL.
 *   - 0 <= left_index < 64 and 0 <= right_index < 64, but for an empty deque, which has one block
 *     and left_index == right_index + 1, and at deque.block and the pop before deque.block.free:
 *     then the block at that end holds nothing, and left_index is 64 or right_index -1.
 *   - state changes with every change of the items' number or places: iterators compare it. */
#ifndef PYVIZ_MACHINE_DEQUE_H
#define PYVIZ_MACHINE_DEQUE_H

#include <pyviz/machine/machine.h>

enum { DEQUE_BLOCK_SLOTS = 64, DEQUE_FREE_BLOCKS = 16, DEQUE_BLOCK_BYTES = 528 };

typedef struct DequeBlock {
    struct DequeBlock *left, *right;
    uint64_t address; /* in the model of CPython's allocator */
    Object *data[DEQUE_BLOCK_SLOTS];
} DequeBlock;

typedef struct DequeObject {
    Object ob_base;
    ssize_t size;
    DequeBlock *left, *right;
    ssize_t left_index, right_index;
    uint64_t state;
    ssize_t maxlen; /* -1: none */
    bool filling;   /* many items come at once, and are told of together */
    int free_count;
    DequeBlock *free_block[DEQUE_FREE_BLOCKS];
} DequeObject;

/* Each of these is 0 or -1.  The first two take a reference. */
int deque_append(Machine *m, DequeObject *d, Object *o);
int deque_append_left(Machine *m, DequeObject *d, Object *o);
int deque_extend(Machine *m, DequeObject *d, Object *iterable);
/* A new reference; IndexError if there is none. */
Object *deque_pop(Machine *m, DequeObject *d);
Object *deque_pop_left(Machine *m, DequeObject *d);
/* Borrowed; 0 <= i < size. */
Object *deque_item(const DequeObject *d, ssize_t i);

/* Walking from left to right; right at every event, which deque_item is not.  Pure. */
struct deque_place {
    const DequeBlock *block;
    ssize_t slot, left; /* left: how many are still to come */
};
struct deque_place deque_begin(const DequeObject *d);
Object *deque_walk(struct deque_place *at); /* borrowed; NULL behind the last */

#endif
