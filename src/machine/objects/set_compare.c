/* Sets compared: Objects/setobject.c: set_issubset, set_issuperset, set_isdisjoint,
 * set_richcompare. */
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>

#include "set_table.h"

/* Looks for the keys of `so` in `other` until one gives `until`: 1 if one did, 0 if not, -1. */
static int any_key_found(Machine *m, Object *so, Object *other, int until)
{
    ssize_t at = 0;
    Object *key;
    hash_t hash;
    while (set_next(m, so, &at, &key, &hash)) {
        incref(key);
        int found = set_contains_known_hash(m, as_set(other), key, hash);
        decref(m, key);
        if (found < 0 || found == until)
            return found < 0 ? -1 : 1;
    }
    return 0;
}

static int is_subset_of_set(Machine *m, Object *so, Object *other)
{
    if (set_size(so) > set_size(other))
        return 0;
    int missing = any_key_found(m, so, other, 0);
    return missing < 0 ? -1 : !missing;
}

static int is_subset(Machine *m, Object *so, Object *other)
{
    if (is_anyset(other))
        return is_subset_of_set(m, so, other);
    bool whole = m->profile->issubset_reads_all;
    Object *common = whole ? (Object *)set_alloc(m, m->types.set) : set_intersection(m, so, other);
    if (!common || (whole && set_update(m, common, other))) {
        xdecref(m, common);
        return -1;
    }
    int result = whole ? is_subset_of_set(m, so, common) : set_size(common) == set_size(so);
    decref(m, common);
    return result;
}

/* Goes through an iterable until contains_key gives `until`: 1 if it did, 0 if not, -1. */
static int any_contained(Machine *m, Object *so, Object *iterable, int until)
{
    Object *it = object_getiter(m, iterable);
    if (!it)
        return -1;
    int found = !until;
    Object *key;
    while (found == !until && (key = iter_next(m, it))) {
        found = set_contains_hashable(m, so, key);
        decref(m, key);
    }
    decref(m, it);
    return found < 0 || error_occurred(m) ? -1 : found == until;
}

static int is_superset(Machine *m, Object *so, Object *other)
{
    if (is_anyset(other))
        return is_subset_of_set(m, other, so);
    int missing = any_contained(m, so, other, 0);
    return missing < 0 ? -1 : !missing;
}

static int sets_disjoint(Machine *m, Object *so, Object *other)
{
    set_order_by_size(&so, &other);
    int common = any_key_found(m, other, so, 1);
    return common < 0 ? -1 : !common;
}

static int is_disjoint(Machine *m, Object *so, Object *other)
{
    if (so == other)
        return set_size(so) == 0;
    if (set_is_exact(m, other))
        return sets_disjoint(m, so, other);
    int common = any_contained(m, so, other, 1);
    return common < 0 ? -1 : !common;
}

Object *set_method_issubset(Machine *m, Object *so, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)nargs, (void)kwnames;
    return bool_result(m, is_subset(m, so, args[0]));
}

Object *set_method_issuperset(Machine *m, Object *so, Object *const *args, size_t nargs,
                              Object *kwnames)
{
    (void)nargs, (void)kwnames;
    return bool_result(m, is_superset(m, so, args[0]));
}

Object *set_method_isdisjoint(Machine *m, Object *so, Object *const *args, size_t nargs,
                              Object *kwnames)
{
    (void)nargs, (void)kwnames;
    return bool_result(m, is_disjoint(m, so, args[0]));
}

static int sets_equal(Machine *m, SetObject *a, SetObject *b)
{
    if (a->used != b->used || (a->hash != -1 && b->hash != -1 && a->hash != b->hash))
        return 0;
    return is_subset_of_set(m, (Object *)a, (Object *)b);
}

Object *set_richcompare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if (!is_anyset(b))
        return newref(m->not_implemented);
    int result;
    switch (op) {
    case COMPARE_EQ:
    case COMPARE_NE:
        result = sets_equal(m, as_set(a), as_set(b));
        if (result >= 0 && op == COMPARE_NE)
            result = !result;
        break;
    case COMPARE_LE:
        result = is_subset_of_set(m, a, b);
        break;
    case COMPARE_GE:
        result = is_subset_of_set(m, b, a);
        break;
    case COMPARE_LT:
        result = set_size(a) < set_size(b) ? is_subset_of_set(m, a, b) : 0;
        break;
    default:
        result = set_size(a) > set_size(b) ? is_subset_of_set(m, b, a) : 0;
    }
    return bool_result(m, result);
}
