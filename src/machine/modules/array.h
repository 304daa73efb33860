/* array.array: Modules/arraymodule.c.
 *
 * A block of C values of one type, which grows as list's block of pointers does, but by another
 * rule.  An item is made an object each time that somebody asks for it.
 *
 * Invariants
 *   - 0 <= size <= allocated; data is NULL, and address 0, exactly if allocated is 0.
 *   - While somebody looks at the memory (exports), size does not change. */
#ifndef PYVIZ_MACHINE_MODULES_ARRAY_H
#define PYVIZ_MACHINE_MODULES_ARRAY_H

#include "native.h"

/* How values of a type code are kept: a row of array_kinds. */
struct array_kind {
    char code;
    uint8_t itemsize;
    bool text; /* characters */
    Object *(*get)(Machine *m, const char *at);
    int (*set)(Machine *m, char *at, Object *value); /* 0, or -1 with an exception */
};

typedef struct ArrayObject {
    Object ob_base;
    const struct array_kind *kind;
    ssize_t size, allocated; /* items */
    ssize_t exports;         /* how many views there are */
    uint64_t address;        /* of the block, in the model */
    char *data;
} ArrayObject;

static inline ArrayObject *as_array(Object *o)
{
    return (ArrayObject *)o;
}
static inline bool is_array(Machine *m, const Object *o)
{
    return type_is_subtype(o->type, m->types.array);
}

/* ---- array_kind.c ---- */

/* NULL: there is no such code in this version. */
const struct array_kind *array_kind_of(Machine *m, uint32_t code);

/* ---- array.c ---- */

/* With exactly n items, which are zeros. */
ArrayObject *array_make(Machine *m, Type *type, const struct array_kind *kind, ssize_t n);
/* Arrays keep some room behind their last item: array_resize. */
int array_resize(Machine *m, ArrayObject *a, ssize_t size);
static inline char *array_at(const ArrayObject *a, ssize_t i)
{
    return a->data + i * a->kind->itemsize;
}
static inline Object *array_get(Machine *m, const ArrayObject *a, ssize_t i)
{
    return a->kind->get(m, array_at(a, i));
}
/* Before index i, clipped: 0 or -1. */
int array_insert(Machine *m, ArrayObject *a, ssize_t i, Object *value);
int array_extend(Machine *m, ArrayObject *a, Object *iterable);
/* Takes out [low, high). */
int array_delete(Machine *m, ArrayObject *a, ssize_t low, ssize_t high);
/* Adds the values that n bytes hold. */
int array_add_bytes(Machine *m, ArrayObject *a, const char *bytes, ssize_t n);

/* ---- array_methods.c ---- */

extern const MethodDef array_methods[];
extern const GetSetDef array_getset[];

#endif
