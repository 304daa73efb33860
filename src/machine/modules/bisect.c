/* bisect: Modules/_bisectmodule.c.  Places in sorted sequences, found by halving. */
#include "native.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/list.h>

/* What a search was asked for. */
struct search {
    Object *sequence, *x, *key; /* key NULL: the items themselves */
    ssize_t low, high;          /* high -1: the end */
    bool left;                  /* in front of those that are equal */
};

/* Does x go in front of the item (or, to the left, the item in front of x)?  1, 0 or -1.  Steals
 * the item. */
static int before(Machine *m, const struct search *s, Object *x, Object *item)
{
    Object *value = item;
    if (s->key) {
        value = object_call1(m, s->key, item);
        decref(m, item);
    }
    if (!value)
        return -1;
    Object *answer = s->left ? object_richcompare(m, value, x, COMPARE_LT)
                             : object_richcompare(m, x, value, COMPARE_LT);
    int less = answer ? object_is_true(m, answer) : -1;
    xdecref(m, answer);
    decref(m, value);
    return less;
}

static Object *item_at(Machine *m, Object *sequence, ssize_t i)
{
    Object *(*item)(Machine *, Object *, ssize_t) = slots_of(sequence)->sq_item;
    if (item)
        return item(m, sequence, i);
    return error_set(m, EXC_TypeError,
                     slots_of(sequence)->mp_subscript ? "%T is not a sequence"
                                                      : "'%T' object does not support indexing",
                     sequence);
}

/* The place; -1 with an exception. */
static ssize_t find(Machine *m, const struct search *s, Object *x)
{
    ssize_t low = s->low, high = s->high;
    if (low < 0) {
        error_set(m, EXC_ValueError, "lo must be non-negative");
        return -1;
    }
    if (high == -1 && (high = object_length(m, s->sequence)) < 0)
        return -1;
    while (low < high) {
        ssize_t middle = (ssize_t)(((size_t)low + (size_t)high) / 2);
        Object *item = item_at(m, s->sequence, middle);
        int answer = item ? before(m, s, x, item) : -1;
        if (answer < 0)
            return -1;
        if (answer == s->left)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Modules/_bisectmodule.c: ssize_t_optional_converter, which words its errors in its own way. */
static bool read_end(Machine *m, Object *o, ssize_t *end)
{
    if (!slots_of(o)->nb_index) {
        error_set(m, EXC_TypeError, "argument should be integer or None, not '%.200s'",
                  type_name(o));
        return false;
    }
    *end = number_as_ssize(m, o, EXC_OverflowError);
    return *end != -1 || !error_occurred(m);
}

/* name(a, x, lo=0, hi=None, *, key=None) */
static bool read_search(Machine *m, const char *name, Object *const *args, size_t nargs,
                        Object *kwnames, struct search *s)
{
    static const char *const names[] = {"a", "x", "lo", "hi", "key", NULL};
    Object *out[5];
    if (!arg_parse(m, name, args, nargs, kwnames, names, 2, 4, out))
        return false;
    s->sequence = out[0];
    s->x = out[1];
    s->key = out[4] == m->none ? NULL : out[4];
    s->low = 0;
    s->high = -1;
    return (!out[2] || int_as_c_ssize(m, out[2], &s->low)) &&
           (!out[3] || out[3] == m->none || read_end(m, out[3], &s->high));
}

static Object *bisect(Machine *m, const char *name, Object *const *args, size_t nargs,
                      Object *kwnames, bool left)
{
    struct search s = {.left = left};
    if (!read_search(m, name, args, nargs, kwnames, &s))
        return NULL;
    ssize_t at = find(m, &s, s.x);
    return at < 0 ? NULL : int_from_i64(m, at);
}

static Object *insert(Machine *m, const struct search *s, ssize_t at)
{
    if (is_exact(m, s->sequence, list))
        return list_insert(m, s->sequence, at, s->x) < 0 ? NULL : newref(m->none);
    Object *name = str_intern_ascii(m, "insert"), *args[] = {int_from_i64(m, at), s->x};
    Object *result = name && args[0] ? object_call_method(m, s->sequence, name, args, 2) : NULL;
    xdecref(m, name);
    xdecref(m, args[0]);
    xdecref(m, result);
    return result ? newref(m->none) : NULL;
}

static Object *insort(Machine *m, const char *name, Object *const *args, size_t nargs,
                      Object *kwnames, bool left)
{
    struct search s = {.left = left};
    if (!read_search(m, name, args, nargs, kwnames, &s))
        return NULL;
    Object *x = s.key ? object_call1(m, s.key, s.x) : s.x;
    ssize_t at = x ? find(m, &s, x) : -1;
    if (s.key)
        xdecref(m, x);
    return at < 0 ? NULL : insert(m, &s, at);
}

BUILTIN(bisect_bisect_right)
{
    UNUSED_SELF;
    return bisect(m, "bisect_right", args, nargs, kwnames, false);
}

BUILTIN(bisect_bisect_left)
{
    UNUSED_SELF;
    return bisect(m, "bisect_left", args, nargs, kwnames, true);
}

BUILTIN(bisect_insort_right)
{
    UNUSED_SELF;
    return insort(m, "insort_right", args, nargs, kwnames, false);
}

BUILTIN(bisect_insort_left)
{
    UNUSED_SELF;
    return insort(m, "insort_left", args, nargs, kwnames, true);
}

static const MethodDef bisect_methods[] = {
    {"bisect_right", bisect_bisect_right, METH_KEYWORDS,
     "Where x goes in a sorted list, behind those that are equal."},
    {"bisect_left", bisect_bisect_left, METH_KEYWORDS,
     "Where x goes in a sorted list, in front of those that are equal."},
    {"insort_right", bisect_insort_right, METH_KEYWORDS, "Puts x there."},
    {"insort_left", bisect_insort_left, METH_KEYWORDS, "Puts x there."},
    {0},
};

static int bisect_exec(Machine *m, Object *dict)
{
    Object *module = str_intern_ascii(m, "_bisect");
    int status = module ? builtin_add_methods(m, dict, bisect_methods, module) : -1;
    xdecref(m, module);
    for (int i = 0; i < 2 && status == 0; i++) {
        const char *name = i ? "insort_right" : "bisect_right", *other = i ? "insort" : "bisect";
        Object *key = str_intern_ascii(m, name), *f = key ? dict_get_str(m, dict, key) : NULL;
        status = f ? module_add(m, dict, other, newref(f)) : -1;
        xdecref(m, key);
    }
    return status;
}

const ModuleSpec bisect_module = {
    .name = "bisect", .doc = "Places in sorted lists.", .exec = bisect_exec};
