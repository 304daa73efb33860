/* list: Objects/listobject.c.  An array of pointers with room to spare.
 *
 * The list object itself never moves; what grows is the block of pointers that it owns. list_resize
 * is the one place where its capacity changes, and over-allocates in proportion to the size, so
 * that n appends copy a number of pointers that is proportional to n.
 *
 * Invariants
 *   - 0 <= size <= allocated, and item[size..allocated) is NULL.  item[0..size) may hold NULL only
 *     while an operation on the list is under way, or between BUILD_LIST's list_new and its stores.
 *   - item is NULL only if allocated is 0.  The reverse does not hold: list_resize(0) leaves a
 *     block of 0 bytes, and the next extend over-allocates; list_clear leaves none, and the next
 *     extend allocates exactly.
 *   - address is 0 exactly if item is NULL: it is where CPython's allocator would have the block.
 *   - While the list is being sorted it looks empty and allocated is -1: see OP_LIST_SORT. */
#ifndef PYVIZ_MACHINE_LIST_H
#define PYVIZ_MACHINE_LIST_H

#include <pyviz/machine/machine.h>

/* What appends have cost over time: sample i tells how many pointers the first (i + 1) * stride
 * appends have copied.  When it is full every second sample goes, and the stride doubles. */
enum { LIST_PLOT = 64 };
typedef struct ListPlot {
    uint32_t stride, count;
    uint32_t copied[LIST_PLOT];
} ListPlot;

typedef struct ListObject {
    Object ob_base;
    ssize_t size;
    ssize_t allocated;
    Object **item;
    uint64_t address; /* of the block of pointers, in the model; 0: none */
    /* What CPython does not count: pointers copied from block to block; appends so far, and what of
     * that they have copied. */
    uint32_t moved, appends, copied;
    ListPlot *plot; /* NULL: nothing was ever copied */
} ListObject;

/* A list is copied pointer by pointer, each an event, while its old block has at most so many. */
enum { LIST_COPY_EVENTS = 64 };

/* n NULL items in exactly n slots (BUILD_LIST, PyList_New). */
Object *list_new(Machine *m, ssize_t n);
/* list(), of a type that may derive from list: PyType_GenericAlloc.  Empty, without a block. */
Object *list_new_of_type(Machine *m, Type *type);
Object *list_from_array(Machine *m, Object *const *items, ssize_t n); /* takes references */
int list_append(Machine *m, Object *list, Object *v);                 /* takes a reference */
int list_append_steal(Machine *m, Object *list, Object *v);           /* steals, also on error */
/* Before index i, negative ones counted from the end, both clipped: ins1. */
int list_insert(Machine *m, Object *list, ssize_t i, Object *v);
/* Objects/listobject.c: list_extend.  0 or -1. */
int list_extend(Machine *m, Object *list, Object *iterable);
/* A new list of the items [low, high), both clipped to the list: PyList_GetSlice. */
Object *list_slice(Machine *m, Object *list, ssize_t low, ssize_t high);
/* list[low:high] = v: list_ass_slice.  v is any iterable. */
int list_set_slice(Machine *m, Object *list, ssize_t low, ssize_t high,
                   Object *v /* NULL deletes */);
/* list[i] = v with 0 <= i; IndexError behind the end: list_ass_item. */
int list_set_item(Machine *m, Object *list, ssize_t i, Object *v /* NULL deletes */);
/* Removes and returns list[i], negative i counted from the end; IndexError. */
Object *list_pop(Machine *m, Object *list, ssize_t i);
int list_sort(Machine *m, Object *list, Object *key /* or NULL */, bool reverse);
int list_reverse(Machine *m, Object *list);
void list_clear(Machine *m, Object *list);
/* Sets the size, and the capacity with it where it does not suffice or is more than twice too much.
 * Slots that are added are NULL; the references in slots that go are the caller's. */
int list_resize(Machine *m, Object *list, ssize_t newsize);
static inline ssize_t list_size(const Object *l)
{
    return ((const ListObject *)l)->size;
}
static inline Object *list_item(const Object *l, ssize_t i) /* borrowed */
{
    return ((const ListObject *)l)->item[i];
}
/* How many slots list_resize allocates for newsize items when it must change the capacity of a list
 * of `size` items: the rule of 3.9 and later. */
ssize_t list_overallocate(ssize_t size, ssize_t newsize);

#endif
