/* Equality without running anything: of what is built in, part by part. */
#include "view_copy.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/float.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

enum { DEEPEST = 8, MOST = 64 };

static int equal(const Machine *m, const Object *a, const Object *b, int depth);

static int all_equal(const Machine *m, Object *const *a, Object *const *b, ssize_t n, int depth)
{
    int result = 1;
    for (ssize_t i = 0; i < n; i++) {
        int one = equal(m, a[i], b[i], depth + 1);
        if (one == 0)
            return 0;
        result = one < 0 ? -1 : result;
    }
    return result;
}

static int dicts_equal(const Machine *m, Object *a, Object *b, int depth)
{
    ssize_t at = 0, in_b;
    Object *key, *value, *other, *found;
    int result = 1;
    while (dict_next(a, &at, &key, &value, NULL)) {
        int same = 0;
        for (in_b = 0; same == 0 && dict_next(b, &in_b, &other, &found, NULL);)
            same = equal(m, key, other, depth + 1);
        if (same == 0)
            return 0;
        int one = same < 0 ? -1 : equal(m, value, found, depth + 1);
        if (one == 0)
            return 0;
        result = one < 0 ? -1 : result;
    }
    return result;
}

/* Every member of a must be one of b. */
static int sets_equal(const Machine *m, Object *a, Object *b, int depth)
{
    ssize_t at = 0, in_b;
    Object *member, *other;
    int result = 1;
    if (set_size(a) != set_size(b))
        return 0;
    if (set_size(a) > MOST / 2)
        return -1;
    while (set_next(m, a, &at, &member, NULL)) {
        int same = 0;
        for (in_b = 0; same == 0 && set_next(m, b, &in_b, &other, NULL);)
            same = equal(m, member, other, depth + 1);
        if (same == 0)
            return 0;
        result = same < 0 ? -1 : result;
    }
    return result;
}

static bool is_number(const Object *o)
{
    return is_int(o) || is_float(o);
}

/* Both of the same builtin type. */
static int same_type_equal(const Machine *m, Object *a, Object *b, int depth)
{
    if (is_exact(m, a, int_))
        return int_compare(a, b) == 0;
    if (is_exact(m, a, float_))
        return float_value(a) == float_value(b);
    if (is_exact(m, a, str))
        return str_equal(a, b);
    if (is_exact(m, a, list) || is_exact(m, a, tuple)) {
        bool list = is_exact(m, a, list);
        ssize_t n = list ? list_size(a) : tuple_size(a), k = list ? list_size(b) : tuple_size(b);
        if (n != k)
            return 0;
        if (n > MOST)
            return -1;
        return list ? all_equal(m, ((ListObject *)a)->item, ((ListObject *)b)->item, n, depth)
                    : all_equal(m, ((TupleObject *)a)->item, ((TupleObject *)b)->item, n, depth);
    }
    if (is_exact(m, a, dict)) {
        if (dict_size(a) != dict_size(b))
            return 0;
        return dict_size(a) > MOST / 2 ? -1 : dicts_equal(m, a, b, depth);
    }
    if (is_exact(m, a, set) || is_exact(m, a, frozenset))
        return sets_equal(m, a, b, depth);
    return a->type->slots.tp_richcompare == m->types.object->slots.tp_richcompare ? 0 : -1;
}

static int equal(const Machine *m, const Object *a, const Object *b, int depth)
{
    Object *x = (Object *)(uintptr_t)a, *y = (Object *)(uintptr_t)b;
    if (a == b)
        return 1;
    if (depth > DEEPEST || !a || !b)
        return -1;
    if (a->type == b->type)
        return same_type_equal(m, x, y, depth);
    bool plain = !(a->type->tp_flags & TYPE_HEAP) && !(b->type->tp_flags & TYPE_HEAP);
    return plain && !(is_number(a) && is_number(b)) && !(is_anyset(a) && is_anyset(b)) ? 0 : -1;
}

int view_copy_equal(const Machine *m, const Object *a, const Object *b)
{
    return equal(m, a, b, 0);
}
