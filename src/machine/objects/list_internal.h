/* What the files of list share: list.c (storage and growth), list_methods.c, list_sort.c. */
#ifndef PYVIZ_MACHINE_OBJECTS_LIST_INTERNAL_H
#define PYVIZ_MACHINE_OBJECTS_LIST_INTERNAL_H

#include <pyviz/machine/list.h>

static inline ListObject *as_list(Object *o)
{
    return (ListObject *)o;
}
static inline ssize_t list_spare(const ListObject *l)
{
    return l->allocated - l->size;
}

/* An empty list with exactly n > 0 slots: list_new_prealloc.  Fill it with list_put. */
Object *list_new_exact(Machine *m, ssize_t n);
/* Stores o, a new reference, behind the last item of a list that has room for it. */
void list_put(Machine *m, ListObject *l, Object *o);
/* list *= n.  0 or -1. */
int list_repeat_in_place(Machine *m, Object *list, ssize_t n);
/* Lets go of the references in items[0..n), the last first. */
void list_release(Machine *m, ListObject *l, Object **items, ssize_t n);
/* A block of n pointers apart from any list, and the same in the model: PyMem_Malloc. */
struct list_scratch {
    Object **item;
    uint64_t address; /* 0: CPython would use its stack */
    size_t bytes;
};
int list_scratch_alloc(Machine *m, struct list_scratch *s, ssize_t n, ssize_t on_stack);
void list_scratch_free(Machine *m, struct list_scratch *s);

/* Gives a block of pointers back, in the region and in the model. */
void list_free_block(Machine *m, Object **item, uint64_t address, ssize_t allocated);

#endif
