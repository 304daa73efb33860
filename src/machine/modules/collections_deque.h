/* What the two halves of deque show each other. */
#ifndef PYVIZ_MACHINE_MODULES_COLLECTIONS_DEQUE_H
#define PYVIZ_MACHINE_MODULES_COLLECTIONS_DEQUE_H

#include "native.h"

#include <pyviz/machine/deque.h>

/* ---- collections_deque.c ---- */
DequeObject *deque_alloc(Machine *m, Type *type);
int deque_extend_left(Machine *m, DequeObject *d, Object *iterable);
int deque_rotate(Machine *m, DequeObject *d, ssize_t n);
int deque_clear(Machine *m, DequeObject *d);
/* Where item i lies. */
Object **deque_slot(const DequeObject *d, ssize_t i);

Object *deque_reversed(Machine *m, Object *self, Object *const *args, size_t nargs,
                       Object *kwnames);

/* ---- collections_deque_methods.c ---- */
extern const MethodDef deque_methods[];
extern const GetSetDef deque_getset[];
Object *deque_concat(Machine *m, Object *o, Object *other);
Object *deque_repeat(Machine *m, Object *o, ssize_t n);
Object *deque_inplace_concat(Machine *m, Object *o, Object *other);
Object *deque_inplace_repeat(Machine *m, Object *o, ssize_t n);
Object *deque_sq_item(Machine *m, Object *o, ssize_t i);
int deque_ass_item(Machine *m, Object *o, ssize_t i, Object *value);
int deque_contains(Machine *m, Object *o, Object *value);
Object *deque_richcompare(Machine *m, Object *a, Object *b, enum compare_op op);
Object *deque_repr(Machine *m, Object *o);

#endif
