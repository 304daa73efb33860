/* What lists, tuples and ranges have in common: arguments that are indices, and the refusal
 * of list[int]. */
#ifndef PYVIZ_MACHINE_OBJECTS_SEQUENCE_H
#define PYVIZ_MACHINE_OBJECTS_SEQUENCE_H

#include <pyviz/machine/machine.h>

/* o.__index__() as an exact int, bools and other subclasses converted: PyNumber_Index. */
Object *sequence_exact_index(Machine *m, Object *o);

/* The mixing of hashes that tuples, slices and ranges share: xxHash's, as in CPython since 3.8. */
#define SEQUENCE_HASH_START 2870177450012600261u
static inline uint64_t sequence_hash_mix(uint64_t acc, hash_t lane)
{
    acc += (uint64_t)lane * 14029467366897019727u;
    acc = (acc << 31) | (acc >> 33);
    return acc * 11400714785074694791u;
}

/* The (value, start, stop) of list.index and tuple.index: start and stop are made positive and
 * clipped below at 0; stop may lie behind the end.  0 or -1. */
int sequence_index_arguments(Machine *m, Object *const *args, size_t nargs, ssize_t size,
                             ssize_t *start, ssize_t *stop);

/* What assigning to a C field does: AttributeError "readonly attribute".  Python/structmember.c. */
int sequence_read_only(Machine *m, Object *o, Object *value);

#endif
