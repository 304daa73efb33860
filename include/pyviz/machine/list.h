/* list: Objects/listobject.c.
 *
 * Invariants: 0 <= size <= allocated; item[size..allocated) is NULL; item is NULL only if
 * allocated is 0 (the reverse does not hold: on 3.11 an emptied list keeps its block). */
#ifndef PYVIZ_MACHINE_LIST_H
#define PYVIZ_MACHINE_LIST_H

#include <pyviz/machine/machine.h>

typedef struct ListObject {
    Object ob_base;
    ssize_t size;
    ssize_t allocated;
    Object **item;
    uint64_t address; /* of the block of pointers, in the model; 0: none */
} ListObject;

/* n NULL items in exactly n slots (BUILD_LIST, PyList_New). */
Object *list_new(Machine *m, ssize_t n);
Object *list_from_array(Machine *m, Object *const *items, ssize_t n); /* takes references */
int list_append(Machine *m, Object *list, Object *v);                 /* takes a reference */
int list_append_steal(Machine *m, Object *list, Object *v);           /* steals, also on error */
int list_insert(Machine *m, Object *list, ssize_t i, Object *v);
/* Objects/listobject.c: list_extend.  0 or -1. */
int list_extend(Machine *m, Object *list, Object *iterable);
Object *list_slice(Machine *m, Object *list, ssize_t low, ssize_t high);
int list_set_slice(Machine *m, Object *list, ssize_t low, ssize_t high, Object *v /* NULL deletes */);
int list_sort(Machine *m, Object *list, Object *key /* or NULL */, bool reverse);
int list_reverse(Machine *m, Object *list);
void list_clear(Machine *m, Object *list);
static inline ssize_t list_size(const Object *l)
{
    return ((const ListObject *)l)->size;
}
static inline Object *list_item(const Object *l, ssize_t i) /* borrowed */
{
    return ((const ListObject *)l)->item[i];
}
/* The capacity that the growth rule of this profile gives for newsize, with its working. */
ssize_t list_overallocate(ssize_t size, ssize_t newsize);

#endif
