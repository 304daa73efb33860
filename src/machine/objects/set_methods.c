/* The types set and frozenset: Objects/setobject.c.  set_compare.c has what compares them,
 * set_iterator.c their iterator. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "../gc.h"
#include "dict_table.h"
#include "generic_alias.h"
#include "sequence.h"
#include "set_table.h"

enum { SET_BYTES = 200 };

static Object *none_or_error(Machine *m, int status)
{
    return status ? NULL : newref(m->none);
}

/* A set or a subclass of it, not a frozenset: PySet_Check. */
static bool is_mutable_set(Machine *m, Object *o)
{
    return type_is_subtype(o->type, m->types.set);
}

/* ---- making ---------------------------------------------------------------------------------- */

static int update_from_dict(Machine *m, SetObject *so, Object *dict)
{
    if (set_presize(m, so, dict_size(dict)))
        return -1;
    ssize_t at = 0;
    Object *key;
    hash_t hash;
    while (dict_next(dict, &at, &key, NULL, &hash))
        if (set_add_known_hash(m, so, key, hash))
            return -1;
    return 0;
}

/* Calls verb(so, item) for every item; stops at the first result below zero.  0 or -1. */
static int for_each(Machine *m, Object *so, Object *iterable,
                    int (*verb)(Machine *m, Object *so, Object *item))
{
    Object *it = object_getiter(m, iterable);
    if (!it)
        return -1;
    int status = 0;
    Object *item;
    while (status >= 0 && (item = iter_next(m, it))) {
        status = verb(m, so, item);
        decref(m, item);
    }
    decref(m, it);
    return status < 0 || error_occurred(m) ? -1 : 0;
}

int set_update(Machine *m, Object *so, Object *iterable)
{
    if (is_anyset(iterable))
        return set_merge(m, as_set(so), as_set(iterable));
    if (is_exact(m, iterable, dict))
        return update_from_dict(m, as_set(so), iterable);
    return for_each(m, so, iterable, set_add);
}

static Object *make_new_set(Machine *m, Type *type, Object *iterable)
{
    Object *so = (Object *)set_alloc(m, type);
    if (so && iterable && set_update(m, so, iterable))
        clear_ref(m, so);
    return so;
}

/* Results of operations on a subclass are plain sets or frozensets. */
static Type *basetype(Machine *m, Object *so)
{
    return is_mutable_set(m, so) ? m->types.set : m->types.frozenset;
}

Object *set_new(Machine *m, Object *iterable)
{
    return make_new_set(m, m->types.set, iterable);
}

static Object *make_new_frozenset(Machine *m, Type *type, Object *iterable)
{
    if (type == m->types.frozenset && iterable && is_exact(m, iterable, frozenset))
        return newref(iterable);
    return make_new_set(m, type, iterable);
}

Object *frozenset_new(Machine *m, Object *iterable)
{
    return make_new_frozenset(m, m->types.frozenset, iterable);
}

static Object *set_copy(Machine *m, Object *so)
{
    return make_new_set(m, basetype(m, so), so);
}

static Object *set_tp_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                          Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return make_new_set(m, type, NULL);
}

static int set_tp_init(Machine *m, Object *so, Object *const *args, size_t nargs, Object *kwnames)
{
    if (!arg_no_keywords(m, "set", kwnames) || !arg_check_positional(m, "set", nargs, 0, 1))
        return -1;
    set_clear(m, so);
    return nargs ? set_update(m, so, args[0]) : 0;
}

static Object *frozenset_tp_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                                Object *kwnames)
{
    bool plain = type->slots.tp_init == m->types.frozenset->slots.tp_init;
    if ((plain && !arg_no_keywords(m, "frozenset", kwnames)) ||
        !arg_check_positional(m, type->tp_name, nargs, 0, 1))
        return NULL;
    return make_new_frozenset(m, type, nargs ? args[0] : NULL);
}

/* ---- members --------------------------------------------------------------------------------- */

int set_add(Machine *m, Object *so, Object *key)
{
    hash_t hash = dict_hash_key(m, key);
    return hash == -1 ? -1 : set_add_known_hash(m, as_set(so), key, hash);
}

int set_contains_hashable(Machine *m, Object *so, Object *key)
{
    hash_t hash = dict_hash_key(m, key);
    return hash == -1 ? -1 : set_contains_known_hash(m, as_set(so), key, hash);
}

/* 1 found, 0 not */
static int set_discard(Machine *m, Object *so, Object *key)
{
    hash_t hash = dict_hash_key(m, key);
    return hash == -1 ? -1 : set_discard_known_hash(m, as_set(so), key, hash);
}

/* A set cannot be hashed, but a set of frozensets may be asked for it: it is looked for as a
 * frozenset. */
static int with_frozen_key(Machine *m, Object *so, Object *key,
                           int (*verb)(Machine *m, Object *so, Object *key))
{
    int result = verb(m, so, key);
    if (result >= 0 || !is_mutable_set(m, key) || !error_matches(m, EXC_TypeError))
        return result;
    error_clear(m);
    Object *frozen = make_new_set(m, m->types.frozenset, key);
    if (!frozen)
        return -1;
    result = verb(m, so, frozen);
    decref(m, frozen);
    return result;
}

int set_contains(Machine *m, Object *so, Object *key)
{
    return with_frozen_key(m, so, key, set_contains_hashable);
}

static Object *method_contains(Machine *m, Object *so, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    (void)nargs, (void)kwnames;
    return bool_result(m, set_contains(m, so, args[0]));
}

static Object *method_add(Machine *m, Object *so, Object *const *args, size_t nargs,
                          Object *kwnames)
{
    (void)nargs, (void)kwnames;
    return none_or_error(m, set_add(m, so, args[0]));
}

static Object *method_discard(Machine *m, Object *so, Object *const *args, size_t nargs,
                              Object *kwnames)
{
    (void)nargs, (void)kwnames;
    return none_or_error(m, with_frozen_key(m, so, args[0], set_discard) < 0);
}

static Object *method_remove(Machine *m, Object *so, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    (void)nargs, (void)kwnames;
    int found = with_frozen_key(m, so, args[0], set_discard);
    if (found == 0)
        error_set_object(m, EXC_KeyError, args[0]);
    return none_or_error(m, found <= 0);
}

static Object *method_pop(Machine *m, Object *so, Object *const *args, size_t nargs,
                          Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return set_pop(m, so);
}

static Object *method_clear(Machine *m, Object *so, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    set_clear(m, so);
    return newref(m->none);
}

static Object *method_copy(Machine *m, Object *so, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return is_exact(m, so, frozenset) ? newref(so) : set_copy(m, so);
}

/* ---- union ----------------------------------------------------------------------------------- */

static Object *method_update(Machine *m, Object *so, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    (void)kwnames;
    for (size_t i = 0; i < nargs; i++)
        if (set_update(m, so, args[i]))
            return NULL;
    return newref(m->none);
}

static Object *method_union(Machine *m, Object *so, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)kwnames;
    Object *result = set_copy(m, so);
    for (size_t i = 0; result && i < nargs; i++)
        if (args[i] != so && set_update(m, result, args[i]))
            clear_ref(m, result);
    return result;
}

static Object *set_or(Machine *m, Object *a, Object *b)
{
    if (!is_anyset(a) || !is_anyset(b))
        return newref(m->not_implemented);
    return method_union(m, a, &b, 1, NULL);
}

static Object *set_ior(Machine *m, Object *so, Object *other)
{
    if (!is_anyset(other))
        return newref(m->not_implemented);
    return set_update(m, so, other) ? NULL : newref(so);
}

/* ---- intersection ---------------------------------------------------------------------------- */

/* Puts key into result if so has it: 1, 0, -1. */
static int add_if_common(Machine *m, SetObject *so, SetObject *result, Object *key, hash_t hash)
{
    int found = set_contains_known_hash(m, so, key, hash);
    if (found > 0 && set_add_known_hash(m, result, key, hash))
        return -1;
    return found;
}

/* The smaller set is walked. */
static int intersect_sets(Machine *m, Object *so, Object *other, SetObject *result)
{
    set_order_by_size(&so, &other);
    ssize_t at = 0;
    Object *key;
    hash_t hash;
    while (set_next(m, other, &at, &key, &hash)) {
        incref(key);
        int status = add_if_common(m, as_set(so), result, key, hash);
        decref(m, key);
        if (status < 0)
            return -1;
    }
    return 0;
}

/* Stops as soon as every member has been met. */
static int intersect_iterable(Machine *m, Object *so, Object *iterable, SetObject *result)
{
    Object *it = object_getiter(m, iterable);
    if (!it)
        return -1;
    int status = 0;
    Object *key;
    while (status >= 0 && (key = iter_next(m, it))) {
        hash_t hash = object_hash(m, key);
        status = hash == -1 ? -1 : add_if_common(m, as_set(so), result, key, hash);
        decref(m, key);
        if (status > 0 && result->used >= set_size(so))
            break;
    }
    decref(m, it);
    return status < 0 || error_occurred(m) ? -1 : 0;
}

Object *set_intersection(Machine *m, Object *so, Object *other)
{
    if (so == other)
        return set_copy(m, so);
    SetObject *result = set_alloc(m, basetype(m, so));
    if (!result)
        return NULL;
    int status = is_anyset(other) ? intersect_sets(m, so, other, result)
                                  : intersect_iterable(m, so, other, result);
    if (status)
        clear_ref(m, result);
    return (Object *)result;
}

static Object *method_intersection(Machine *m, Object *so, Object *const *args, size_t nargs,
                                   Object *kwnames)
{
    (void)kwnames;
    if (nargs == 0)
        return set_copy(m, so);
    Object *result = newref(so);
    for (size_t i = 0; result && i < nargs; i++) {
        Object *narrower = set_intersection(m, result, args[i]);
        decref(m, result);
        result = narrower;
    }
    return result;
}

/* so takes over what result holds.  Consumes result. */
static int take_over(Machine *m, Object *so, Object *result)
{
    if (!result)
        return -1;
    set_swap_bodies(m, as_set(so), as_set(result));
    decref(m, result);
    return 0;
}

static Object *method_intersection_update(Machine *m, Object *so, Object *const *args, size_t nargs,
                                          Object *kwnames)
{
    Object *result = method_intersection(m, so, args, nargs, kwnames);
    return none_or_error(m, take_over(m, so, result));
}

static Object *set_and(Machine *m, Object *a, Object *b)
{
    if (!is_anyset(a) || !is_anyset(b))
        return newref(m->not_implemented);
    return set_intersection(m, a, b);
}

static Object *set_iand(Machine *m, Object *so, Object *other)
{
    if (!is_anyset(other))
        return newref(m->not_implemented);
    return take_over(m, so, set_intersection(m, so, other)) ? NULL : newref(so);
}

/* ---- difference ------------------------------------------------------------------------------ */

static int discard_each(Machine *m, Object *so, Object *other)
{
    ssize_t at = 0;
    Object *key;
    hash_t hash;
    while (set_next(m, other, &at, &key, &hash)) {
        incref(key);
        int status = set_discard_known_hash(m, as_set(so), key, hash);
        decref(m, key);
        if (status < 0)
            return -1;
    }
    return 0;
}

/* A set more than eight times as large is narrowed down to what is common first. */
static int discard_set(Machine *m, Object *so, Object *other)
{
    if ((set_size(other) >> 3) <= set_size(so))
        return discard_each(m, so, other);
    Object *common = set_intersection(m, so, other);
    if (!common)
        return -1;
    int status = discard_each(m, so, common);
    decref(m, common);
    return status;
}

/* Objects/setobject.c: set_difference_update_internal */
int set_difference_update(Machine *m, Object *so, Object *other)
{
    if (so == other) {
        set_clear(m, so);
        return 0;
    }
    if (!is_anyset(other))
        return for_each(m, so, other, set_discard) ? -1 : set_purge(m, as_set(so));
    incref(other);
    int status = discard_set(m, so, other);
    decref(m, other);
    return status ? -1 : set_purge(m, as_set(so));
}

static Object *method_difference_update(Machine *m, Object *so, Object *const *args, size_t nargs,
                                        Object *kwnames)
{
    (void)kwnames;
    for (size_t i = 0; i < nargs; i++)
        if (set_difference_update(m, so, args[i]))
            return NULL;
    return newref(m->none);
}

static Object *copy_and_difference(Machine *m, Object *so, Object *other)
{
    Object *result = set_copy(m, so);
    if (result && set_difference_update(m, result, other))
        clear_ref(m, result);
    return result;
}

/* Puts the members that other, a set or a dict, does not have into result. */
static int keep_missing(Machine *m, Object *so, Object *other, SetObject *result)
{
    ssize_t at = 0;
    Object *key;
    hash_t hash;
    while (set_next(m, so, &at, &key, &hash)) {
        incref(key);
        int found = is_anyset(other) ? set_contains_known_hash(m, as_set(other), key, hash)
                                     : dict_contains_known_hash(m, other, key, hash);
        if (found == 0)
            found = set_add_known_hash(m, result, key, hash);
        decref(m, key);
        if (found < 0)
            return -1;
    }
    return 0;
}

/* Objects/setobject.c: set_difference: copy and remove, or collect, whichever is less work. */
static Object *set_difference(Machine *m, Object *so, Object *other)
{
    bool is_set = is_anyset(other);
    if (!is_set && !is_exact(m, other, dict))
        return copy_and_difference(m, so, other);
    if ((set_size(so) >> 2) > (is_set ? set_size(other) : dict_size(other)))
        return copy_and_difference(m, so, other);
    SetObject *result = set_alloc(m, basetype(m, so));
    if (result && keep_missing(m, so, other, result))
        clear_ref(m, result);
    return (Object *)result;
}

static Object *method_difference(Machine *m, Object *so, Object *const *args, size_t nargs,
                                 Object *kwnames)
{
    (void)kwnames;
    if (nargs == 0)
        return set_copy(m, so);
    Object *result = set_difference(m, so, args[0]);
    for (size_t i = 1; result && i < nargs; i++)
        if (set_difference_update(m, result, args[i]))
            clear_ref(m, result);
    return result;
}

static Object *set_sub(Machine *m, Object *a, Object *b)
{
    if (!is_anyset(a) || !is_anyset(b))
        return newref(m->not_implemented);
    return set_difference(m, a, b);
}

static Object *set_isub(Machine *m, Object *so, Object *other)
{
    if (!is_anyset(other))
        return newref(m->not_implemented);
    return set_difference_update(m, so, other) ? NULL : newref(so);
}

/* ---- symmetric difference -------------------------------------------------------------------- */

static int toggle(Machine *m, SetObject *so, Object *key, hash_t hash)
{
    incref(key);
    int found = set_discard_known_hash(m, so, key, hash);
    if (found == 0)
        found = set_add_known_hash(m, so, key, hash);
    decref(m, key);
    return found < 0 ? -1 : 0;
}

static int toggle_dict(Machine *m, SetObject *so, Object *dict)
{
    ssize_t at = 0;
    Object *key;
    hash_t hash;
    while (dict_next(dict, &at, &key, NULL, &hash))
        if (toggle(m, so, key, hash))
            return -1;
    return 0;
}

static int toggle_set(Machine *m, SetObject *so, Object *other)
{
    ssize_t at = 0;
    Object *key;
    hash_t hash;
    while (set_next(m, other, &at, &key, &hash))
        if (toggle(m, so, key, hash))
            return -1;
    return 0;
}

int set_symmetric_difference_update(Machine *m, Object *so, Object *other)
{
    if (so == other) {
        set_clear(m, so);
        return 0;
    }
    if (is_exact(m, other, dict))
        return toggle_dict(m, as_set(so), other);
    bool borrowed = is_anyset(other) && m->profile->set_xor_borrows;
    Object *keys = borrowed           ? other
                   : is_anyset(other) ? newref(other)
                                      : make_new_set(m, basetype(m, so), other);
    if (!keys)
        return -1;
    int status = toggle_set(m, as_set(so), keys);
    if (!borrowed)
        decref(m, keys);
    return status;
}

static Object *method_symmetric_difference_update(Machine *m, Object *so, Object *const *args,
                                                  size_t nargs, Object *kwnames)
{
    (void)nargs, (void)kwnames;
    return none_or_error(m, set_symmetric_difference_update(m, so, args[0]));
}

/* The other's keys come first, then the set's own are put in or taken out. */
static Object *symmetric_difference(Machine *m, Object *so, Object *other)
{
    Object *result = make_new_set(m, basetype(m, so), other);
    if (result && set_symmetric_difference_update(m, result, so))
        clear_ref(m, result);
    return result;
}

static Object *method_symmetric_difference(Machine *m, Object *so, Object *const *args,
                                           size_t nargs, Object *kwnames)
{
    (void)nargs, (void)kwnames;
    return symmetric_difference(m, so, args[0]);
}

static Object *set_xor(Machine *m, Object *a, Object *b)
{
    if (!is_anyset(a) || !is_anyset(b))
        return newref(m->not_implemented);
    return symmetric_difference(m, a, b);
}

static Object *set_ixor(Machine *m, Object *so, Object *other)
{
    if (!is_anyset(other))
        return newref(m->not_implemented);
    return set_symmetric_difference_update(m, so, other) ? NULL : newref(so);
}

/* ---- hash, text, size ------------------------------------------------------------------------ */

static uint64_t shuffle_bits(uint64_t h)
{
    return ((h ^ 89869747) ^ (h << 16)) * 3644798167;
}

/* Objects/setobject.c: frozenset_hash: the order of the slots must not matter, so it is all xor. */
static hash_t frozenset_hash(Machine *m, Object *o)
{
    SetObject *so = as_set(o);
    if (so->hash != -1)
        return so->hash;
    uint64_t h = 0;
    ssize_t at = 0;
    Object *key;
    hash_t hash;
    while (set_next(m, o, &at, &key, &hash))
        h ^= shuffle_bits((uint64_t)hash);
    h ^= ((uint64_t)so->used + 1) * 1927868237;
    h ^= (h >> 11) ^ (h >> 25);
    h = h * 69069 + 907133923;
    return so->hash = h == UINT64_MAX ? 590923713 : (hash_t)h;
}

/* The members as a list that no name will reach. */
static Object *silent_list(Machine *m, Object *so)
{
    Object *list = list_new(m, set_size(so));
    if (!list)
        return NULL;
    list->flags |= OBJECT_QUIET;
    ssize_t at = 0, n = 0;
    Object *key;
    gc_count_allocation(m); /* its iterator */
    while (set_next(m, so, &at, &key, NULL))
        ((ListObject *)list)->item[n++] = newref(key);
    gc_count_free(m);
    return list;
}

static Object *repr_members(Machine *m, Object *so)
{
    bool plain =
        !m->profile->set_repr_iterates || slots_of(so)->tp_iter == m->types.set->slots.tp_iter;
    Object *list = plain ? silent_list(m, so) : sequence_list(m, so);
    Object *text = list ? object_repr(m, list) : NULL;
    xdecref(m, list);
    if (!text)
        return NULL;
    Object *inner = str_substring(m, text, 1, str_len(text) - 1);
    decref(m, text);
    if (!inner)
        return NULL;
    text = is_exact(m, so, set) ? str_printf(m, "{%U}", inner)
                                : str_printf(m, "%s({%U})", so->type->tp_name, inner);
    decref(m, inner);
    return text;
}

static Object *set_repr(Machine *m, Object *so)
{
    int under_way = repr_enter(m, so);
    if (under_way)
        return under_way > 0 ? str_printf(m, "%s(...)", so->type->tp_name) : NULL;
    Object *text = set_size(so) ? repr_members(m, so) : str_printf(m, "%s()", so->type->tp_name);
    repr_leave(m, so);
    return text;
}

static ssize_t set_sizeof(Machine *m, Object *o)
{
    (void)m;
    SetObject *so = as_set(o);
    ssize_t size = o->type->tp_basicsize;
    return so->address ? size + (ssize_t)((so->mask + 1) * sizeof(SetEntry)) : size;
}

static ssize_t set_length(Machine *m, Object *so)
{
    (void)m;
    return set_size(so);
}

static int set_tp_clear(Machine *m, Object *so)
{
    set_clear(m, so);
    return 0;
}

/* ---- the types ------------------------------------------------------------------------------- */

/* Objects/setobject.c: set_reduce: (type, ([members],), state) */
static Object *method_reduce(Machine *m, Object *o, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *members = sequence_list(m, o), *inner = members ? tuple_pack(m, 1, members) : NULL;
    Object *state = inner ? object_call_method(m, o, m->id.__getstate__, NULL, 0) : NULL;
    Object *result = state ? tuple_pack(m, 3, (Object *)o->type, inner, state) : NULL;
    xdecref(m, members);
    xdecref(m, inner);
    xdecref(m, state);
    return result;
}

#define COMMON_METHODS                                                                             \
    {"__reduce__", method_reduce, METH_NOARGS, "What another set like it is made of."},            \
        {"__contains__", method_contains, METH_O | METH_COEXIST, "Is it a member?"},               \
        {"copy", method_copy, METH_NOARGS, "A shallow copy."},                                     \
        {"union", method_union, METH_FASTCALL | METH_PACKED_ONCE | METH_TUPLED,                    \
         "The members of this set and of all others."},                                            \
        {"intersection", method_intersection, METH_FASTCALL | METH_PACKED_ONCE | METH_TUPLED,      \
         "The members common to all."},                                                            \
        {"difference", method_difference, METH_FASTCALL | METH_PACKED_ONCE | METH_TUPLED,          \
         "The members of none of the others."},                                                    \
        {"symmetric_difference", method_symmetric_difference, METH_O,                              \
         "The members of either, but not of both."},                                               \
        {"isdisjoint", set_method_isdisjoint, METH_O, "Is there nothing in common?"},              \
        {"issubset", set_method_issubset, METH_O, "Does the other have every member?"},            \
        {"issuperset", set_method_issuperset, METH_O, "Is every member of the other here?"},       \
    {                                                                                              \
        "__class_getitem__", generic_alias_class_getitem, METH_O | METH_CLASS, NULL                \
    }

static const MethodDef set_methods[] = {
    COMMON_METHODS,
    {"add", method_add, METH_O, "Puts a member in."},
    {"discard", method_discard, METH_O, "Takes a member out if it is there."},
    {"remove", method_remove, METH_O, "Takes a member out; KeyError if it is not there."},
    {"pop", method_pop, METH_NOARGS, "Takes any member out and returns it."},
    {"clear", method_clear, METH_NOARGS, "Takes everything out."},
    {"update", method_update, METH_FASTCALL | METH_PACKED_ONCE | METH_TUPLED,
     "Puts all members of the others in."},
    {"intersection_update", method_intersection_update,
     METH_FASTCALL | METH_PACKED_ONCE | METH_TUPLED, "Keeps what is common."},
    {"difference_update", method_difference_update, METH_FASTCALL | METH_PACKED_ONCE | METH_TUPLED,
     "Takes the others' out."},
    {"symmetric_difference_update", method_symmetric_difference_update, METH_O,
     "Keeps the members of either, but not of both."},
    {0},
};

static const MethodDef frozenset_methods[] = {COMMON_METHODS, {0}};

const TypeSpec set_spec = {
    .name = "set",
    .flags = TYPE_WEAKREFS | TYPE_BASETYPE | TYPE_GC | TYPE_SET_SUBCLASS,
    .basicsize = SET_BYTES,
    .size = sizeof(SetObject),
    .methods = set_methods,
    .doc = "An unordered collection of distinct members.",
    .slots =
        {
            .tp_dealloc = set_dealloc,
            .tp_repr = set_repr,
            .tp_hash = object_hash_not_implemented,
            .tp_richcompare = set_richcompare,
            .tp_iter = set_iter,
            .tp_new = set_tp_new,
            .tp_init = set_tp_init,
            .tp_traverse = set_traverse,
            .tp_clear = set_tp_clear,
            .tp_sizeof = set_sizeof,
            .nb[NB_SUBTRACT] = set_sub,
            .nb[NB_AND] = set_and,
            .nb[NB_XOR] = set_xor,
            .nb[NB_OR] = set_or,
            .nb_inplace[NB_SUBTRACT] = set_isub,
            .nb_inplace[NB_AND] = set_iand,
            .nb_inplace[NB_XOR] = set_ixor,
            .nb_inplace[NB_OR] = set_ior,
            .sq_length = set_length,
            .sq_contains = set_contains,
        },
};

const TypeSpec frozenset_spec = {
    .name = "frozenset",
    .flags = TYPE_WEAKREFS | TYPE_BASETYPE | TYPE_GC | TYPE_SET_SUBCLASS,
    .basicsize = SET_BYTES,
    .size = sizeof(SetObject),
    .methods = frozenset_methods,
    .doc = "An unordered collection of distinct members that never changes.",
    .slots =
        {
            .tp_dealloc = set_dealloc,
            .tp_repr = set_repr,
            .tp_hash = frozenset_hash,
            .tp_richcompare = set_richcompare,
            .tp_iter = set_iter,
            .tp_new = frozenset_tp_new,
            .tp_traverse = set_traverse,
            .tp_clear = set_tp_clear,
            .tp_sizeof = set_sizeof,
            .nb[NB_SUBTRACT] = set_sub,
            .nb[NB_AND] = set_and,
            .nb[NB_XOR] = set_xor,
            .nb[NB_OR] = set_or,
            .sq_length = set_length,
            .sq_contains = set_contains,
        },
};
