/* heapq: Modules/_heapqmodule.c.
 *
 * A list as a binary heap: item k is never greater than items 2k+1 and 2k+2, so that the first is
 * the least.  Each step that brings this about exchanges two pointers, and counts no reference. */
#include "native.h"

#include <pyviz/machine/function.h>
#include <pyviz/machine/list.h>

/* Does a stand above b?  1, 0 or -1. */
typedef int (*Before)(Machine *m, Object *a, Object *b);

static int less(Machine *m, Object *a, Object *b)
{
    return object_richcompare_bool_held(m, a, b, COMPARE_LT);
}

static int greater(Machine *m, Object *a, Object *b)
{
    return object_richcompare_bool_held(m, b, a, COMPARE_LT);
}

/* A comparison may have run the program's code, which must have left the number of items alone. */
static int still_of_size(Machine *m, const Object *heap, ssize_t size)
{
    if (list_size(heap) == size)
        return 0;
    error_set(m, EXC_RuntimeError, "list changed size during iteration");
    return -1;
}

static void exchange(Machine *m, Object *heap, ssize_t at, ssize_t other)
{
    Object **item = ((ListObject *)heap)->item, *moved = item[other];
    item[other] = item[at];
    item[at] = moved;
    EMIT_ON(m, heap, LIST_EXCHANGE, at, other, moved, item[other]);
}

/* The item rises until its parent stands above it. */
static int rise(Machine *m, Object *heap, ssize_t top, ssize_t at, Before before)
{
    ssize_t size = list_size(heap);
    while (at > top) {
        ssize_t parent = (at - 1) >> 1;
        int higher = before(m, list_item(heap, at), list_item(heap, parent));
        if (higher < 0 || still_of_size(m, heap, size) < 0)
            return -1;
        if (!higher)
            break;
        exchange(m, heap, parent, at);
        at = parent;
    }
    return 0;
}

/* The item sinks to a leaf, below the better child each time, and rises from there: most belong
 * near the leaves, so that this compares less than stopping on the way. */
static int sink(Machine *m, Object *heap, ssize_t at, Before before)
{
    ssize_t size = list_size(heap), top = at;
    while (at < size >> 1) {
        ssize_t child = 2 * at + 1;
        if (child + 1 < size) {
            int left = before(m, list_item(heap, child), list_item(heap, child + 1));
            if (left < 0 || still_of_size(m, heap, size) < 0)
                return -1;
            child += !left;
        }
        exchange(m, heap, at, child);
        at = child;
    }
    return rise(m, heap, top, at, before);
}

/* ---- making a heap --------------------------------------------------------------------------- */

/* This parent, and above it each that has its last child in order now. */
static int sink_chain(Machine *m, Object *heap, ssize_t at)
{
    for (;; at >>= 1) {
        if (sink(m, heap, at, less) < 0)
            return -1;
        if (!(at & 1))
            return 0;
    }
}

/* In another order for long lists, where neighbours should be looked at together. */
static int heapify_long(Machine *m, Object *heap, ssize_t n)
{
    ssize_t parents = n >> 1, half = parents >> 1;
    ssize_t leftmost = ((ssize_t)1 << (63 - __builtin_clzl((size_t)parents + 1))) - 1;
    for (ssize_t i = leftmost - 1; i >= half; i--)
        if (sink_chain(m, heap, i) < 0)
            return -1;
    for (ssize_t i = parents - 1; i >= leftmost; i--)
        if (sink_chain(m, heap, i) < 0)
            return -1;
    return 0;
}

static int heapify(Machine *m, Object *heap, Before before)
{
    enum { LONG = 2500 };
    ssize_t n = list_size(heap);
    if (n > LONG && before == less)
        return heapify_long(m, heap, n);
    for (ssize_t i = (n >> 1) - 1; i >= 0; i--)
        if (sink(m, heap, i, before) < 0)
            return -1;
    return 0;
}

/* ---- taking out ------------------------------------------------------------------------------ */

/* Puts a new reference in front, and returns what stood there. */
static Object *put_first(Machine *m, Object *heap, Object *item)
{
    Object **first = ((ListObject *)heap)->item, *old = *first;
    *first = item;
    EMIT_ON(m, heap, LIST_STORE, 0, item, old);
    return old;
}

static void *empty(Machine *m)
{
    return error_set(m, EXC_IndexError, "index out of range");
}

static Object *pop(Machine *m, Object *heap, Before before)
{
    ssize_t n = list_size(heap);
    if (n == 0)
        return empty(m);
    Object *last = newref(list_item(heap, n - 1));
    if (list_set_slice(m, heap, n - 1, n, NULL) < 0) {
        decref(m, last);
        return NULL;
    }
    if (n == 1)
        return last;
    Object *first = put_first(m, heap, last);
    if (sink(m, heap, 0, before) < 0)
        clear_ref(m, first);
    return first;
}

static Object *replace(Machine *m, Object *heap, Object *item, Before before)
{
    if (list_size(heap) == 0)
        return empty(m);
    Object *first = put_first(m, heap, newref(item));
    if (sink(m, heap, 0, before) < 0)
        clear_ref(m, first);
    return first;
}

/* ---- the functions --------------------------------------------------------------------------- */

static bool check_heap(Machine *m, const char *name, Object *heap)
{
    if (!is_list(heap))
        error_set(m, EXC_TypeError, "%s() argument must be list, not %T", name, heap);
    return is_list(heap);
}

static bool check_pair(Machine *m, const char *name, Object *const *args, size_t nargs)
{
    if (!arg_check_positional(m, name, nargs, 2, 2))
        return false;
    if (!is_list(args[0]))
        error_set(m, EXC_TypeError, "%s() argument 1 must be list, not %T", name, args[0]);
    return is_list(args[0]);
}

BUILTIN(heapq_heappush)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!check_pair(m, "heappush", args, nargs) || list_append(m, args[0], args[1]) < 0 ||
        rise(m, args[0], 0, list_size(args[0]) - 1, less) < 0)
        return NULL;
    return newref(m->none);
}

BUILTIN(heapq_heappop)
{
    UNUSED_ONE;
    return check_heap(m, "heappop", args[0]) ? pop(m, args[0], less) : NULL;
}

BUILTIN(heapq_heappop_max)
{
    UNUSED_ONE;
    return check_heap(m, "_heappop_max", args[0]) ? pop(m, args[0], greater) : NULL;
}

BUILTIN(heapq_heapreplace)
{
    UNUSED_SELF;
    (void)kwnames;
    return check_pair(m, "heapreplace", args, nargs) ? replace(m, args[0], args[1], less) : NULL;
}

BUILTIN(heapq_heapreplace_max)
{
    UNUSED_SELF;
    (void)kwnames;
    return check_pair(m, "_heapreplace_max", args, nargs) ? replace(m, args[0], args[1], greater)
                                                          : NULL;
}

BUILTIN(heapq_heappushpop)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!check_pair(m, "heappushpop", args, nargs))
        return NULL;
    if (list_size(args[0]) == 0)
        return newref(args[1]);
    Object *top = newref(list_item(args[0], 0));
    int sinks = object_richcompare_bool(m, top, args[1], COMPARE_LT);
    decref(m, top);
    if (sinks <= 0)
        return sinks < 0 ? NULL : newref(args[1]);
    return replace(m, args[0], args[1], less);
}

BUILTIN(heapq_heapify)
{
    UNUSED_ONE;
    if (!check_heap(m, "heapify", args[0]) || heapify(m, args[0], less) < 0)
        return NULL;
    return newref(m->none);
}

BUILTIN(heapq_heapify_max)
{
    UNUSED_ONE;
    if (!check_heap(m, "_heapify_max", args[0]) || heapify(m, args[0], greater) < 0)
        return NULL;
    return newref(m->none);
}

static const MethodDef heapq_methods[] = {
    {"heappush", heapq_heappush, METH_FASTCALL, "Adds an item."},
    {"heappop", heapq_heappop, METH_O, "Takes the least item out."},
    {"heapreplace", heapq_heapreplace, METH_FASTCALL, "Takes the least item out, then adds one."},
    {"heappushpop", heapq_heappushpop, METH_FASTCALL, "Adds an item, then takes the least out."},
    {"heapify", heapq_heapify, METH_O, "Makes a heap of a list, from the last parent to the root."},
    {"_heapify_max", heapq_heapify_max, METH_O, NULL},
    {"_heappop_max", heapq_heappop_max, METH_O, NULL},
    {"_heapreplace_max", heapq_heapreplace_max, METH_FASTCALL, NULL},
    {0},
};

static int heapq_exec(Machine *m, Object *dict)
{
    Object *module = str_intern_ascii(m, "_heapq");
    int status = module ? builtin_add_methods(m, dict, heapq_methods, module) : -1;
    xdecref(m, module);
    return status;
}

const ModuleSpec heapq_module = {
    .name = "heapq", .doc = "A list as a binary heap.", .exec = heapq_exec, .python = true};
