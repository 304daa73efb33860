/* Whole dicts: copying, updating, comparing, making from keys.  Objects/dictobject.c.
 *
 * Two shortcuts decide what the table of the result looks like: a dict without holes is cloned,
 * slots and dummies included; otherwise the target grows once for all that comes, and each key is
 * inserted. */
#include <pyviz/machine/errors.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/tuple.h>

#include "dict_table.h"

/* ---- merging --------------------------------------------------------------------------------- */

/* Worth cloning: nothing deleted, and no larger than it must be. */
static bool is_clean(const DictObject *d)
{
    const DictKeys *keys = d->ma_keys;
    return d->ma_used == keys->dk_nentries && (keys->dk_log2_size == DICT_LOG_MINSIZE ||
                                               dict_usable(keys->dk_log2_size - 1) < d->ma_used);
}

/* One pair that d does not have, or may lose.  0, -1, or 1 for a duplicate. */
static int merge_pair(Machine *m, DictObject *d, Object *key, hash_t hash, Object *value,
                      enum dict_merge how)
{
    if (how != MERGE_REPLACE) {
        int known = dict_contains_known_hash(m, (Object *)d, key, hash);
        if (known)
            return known < 0 ? -1 : how == MERGE_UNIQUE;
    }
    return dict_insert(m, d, key, hash, value, false);
}

static int merge_entries(Machine *m, DictObject *d, DictObject *other, enum dict_merge how,
                         Object **duplicate)
{
    ssize_t at = 0, nentries = other->ma_keys->dk_nentries;
    Object *key, *value;
    hash_t hash;
    while (dict_next((Object *)other, &at, &key, &value, &hash)) {
        incref(key);
        incref(value);
        int status = merge_pair(m, d, key, hash, value, how);
        decref(m, value);
        if (status > 0) {
            *duplicate = key;
            return 1;
        }
        decref(m, key);
        if (status)
            return -1;
        if (nentries != other->ma_keys->dk_nentries) {
            error_set(m, EXC_RuntimeError, "dict mutated during update");
            return -1;
        }
    }
    return 0;
}

/* Objects/dictobject.c: dict_dict_merge */
static int merge_dict(Machine *m, DictObject *d, DictObject *other, enum dict_merge how,
                      Object **duplicate)
{
    if (other == d || other->ma_used == 0)
        return 0;
    if (d->ma_used == 0) {
        how = MERGE_REPLACE; /* there is nothing to look up */
        bool may = !d->ma_values || m->profile->split_dict_takes_table;
        if (may && !other->ma_values && is_clean(other))
            return dict_clone_table(m, d, other);
    }
    if (dict_usable(d->ma_keys->dk_log2_size) < other->ma_used &&
        dict_presize(m, d, (size_t)other->ma_used, (size_t)(d->ma_used + other->ma_used),
                     other->ma_keys->dk_kind != DICT_KEYS_GENERAL))
        return -1;
    return merge_entries(m, d, other, how, duplicate);
}

/* Objects/abstract.c: PyMapping_Keys: a list of what other.keys() yields. */
static Object *mapping_keys(Machine *m, Object *other)
{
    Object *keys = object_call_method(m, other, m->id.keys, NULL, 0);
    if (!keys)
        return NULL;
    Object *it = object_getiter(m, keys);
    if (!it && error_matches(m, EXC_TypeError)) {
        error_clear(m);
        error_set(m, EXC_TypeError, "%.200s.keys() returned a non-iterable (type %.200s)",
                  type_name(other), type_name(keys));
    }
    decref(m, keys);
    if (!it)
        return NULL;
    Object *list = sequence_list(m, it);
    decref(m, it);
    return list;
}

static int merge_key(Machine *m, Object *d, Object *other, Object *key, enum dict_merge how)
{
    if (how != MERGE_REPLACE) {
        int known = dict_contains(m, d, key);
        if (known)
            return known < 0 ? -1 : how == MERGE_UNIQUE;
    }
    Object *value = object_getitem(m, other, key);
    if (!value)
        return -1;
    int status = dict_set(m, d, key, value);
    decref(m, value);
    return status;
}

static int merge_mapping(Machine *m, Object *d, Object *other, enum dict_merge how,
                         Object **duplicate)
{
    Object *keys = mapping_keys(m, other);
    Object *it = keys ? object_getiter(m, keys) : NULL;
    xdecref(m, keys);
    if (!it)
        return -1;
    int status = 0;
    Object *key;
    while (!status && (key = iter_next(m, it))) {
        status = merge_key(m, d, other, key, how);
        if (status > 0)
            *duplicate = newref(key);
        decref(m, key);
    }
    decref(m, it);
    return status ? status : error_occurred(m) ? -1 : 0;
}

int dict_merge(Machine *m, Object *d, Object *other, enum dict_merge how, Object **duplicate)
{
    if (is_dict(other) && slots_of(other)->tp_iter == dict_iter)
        return merge_dict(m, (DictObject *)d, (DictObject *)other, how, duplicate);
    return merge_mapping(m, d, other, how, duplicate);
}

int dict_merge_mapping(Machine *m, Object *d, Object *other)
{
    return dict_merge(m, d, other, MERGE_REPLACE, NULL);
}

int dict_merge_unique(Machine *m, Object *d, Object *other, Object **duplicate)
{
    return dict_merge(m, d, other, MERGE_UNIQUE, duplicate);
}

/* ---- pairs ----------------------------------------------------------------------------------- */

static int set_pair(Machine *m, Object *d, Object *item, ssize_t i)
{
    Object *fast = sequence_fast(m, item, "");
    if (!fast) {
        if (error_matches(m, EXC_TypeError)) {
            error_clear(m);
            error_set(m, EXC_TypeError,
                      "cannot convert dictionary update sequence element #%zd to a sequence", i);
        }
        return -1;
    }
    int status = -1;
    ssize_t n = sequence_fast_size(fast);
    if (n != 2) {
        error_set(m, EXC_ValueError,
                  "dictionary update sequence element #%zd has length %zd; 2 is required", i, n);
    } else {
        Object *key = newref(sequence_fast_items(fast)[0]);
        Object *value = newref(sequence_fast_items(fast)[1]);
        status = dict_set(m, d, key, value);
        decref(m, key);
        decref(m, value);
    }
    decref(m, fast);
    return status;
}

/* Objects/dictobject.c: PyDict_MergeFromSeq2 */
static int update_from_pairs(Machine *m, Object *d, Object *pairs)
{
    Object *it = object_getiter(m, pairs);
    if (!it)
        return -1;
    int status = 0;
    Object *item;
    for (ssize_t i = 0; !status && (item = iter_next(m, it)); i++) {
        status = set_pair(m, d, item, i);
        decref(m, item);
    }
    decref(m, it);
    return status ? status : error_occurred(m) ? -1 : 0;
}

/* Objects/dictobject.c: dict_update_arg: what has keys() is a mapping. */
int dict_update(Machine *m, Object *d, Object *other)
{
    if (is_exact(m, other, dict))
        return dict_merge(m, d, other, MERGE_REPLACE, NULL);
    Object *keys;
    int found = object_lookup_attr(m, other, m->id.keys, &keys);
    if (found < 0)
        return -1;
    if (!found)
        return update_from_pairs(m, d, other);
    decref(m, keys);
    return dict_merge(m, d, other, MERGE_REPLACE, NULL);
}

/* ---- copying --------------------------------------------------------------------------------- */

/* At most a third of the entries may be holes for the table to be taken over as it is. */
static bool is_worth_cloning(const DictObject *d)
{
    return slots_of(d)->tp_iter == dict_iter && !d->ma_values &&
           d->ma_used >= d->ma_keys->dk_nentries * 2 / 3;
}

static Object *fill_copy(Machine *m, Object *copy, Object *o)
{
    if (!copy || dict_size(o) == 0)
        return copy;
    DictObject *d = (DictObject *)o;
    int status = is_worth_cloning(d) ? dict_clone_table(m, (DictObject *)copy, d)
                                     : dict_merge(m, copy, o, MERGE_REPLACE, NULL);
    if (status)
        clear_ref(m, copy);
    return copy;
}

Object *dict_copy(Machine *m, Object *o)
{
    DictObject *d = (DictObject *)o;
    if (d->ma_used && d->ma_values)
        return dict_copy_split(m, d);
    return fill_copy(m, dict_new(m), o);
}

Object *dict_copy_namespace(Machine *m, Object *o)
{
    Object *copy = dict_new(m);
    if (copy)
        copy->flags |= OBJECT_QUIET;
    return fill_copy(m, copy, o);
}

/* ---- from keys ------------------------------------------------------------------------------- */

static int fill_from_dict(Machine *m, Object *d, Object *keys, Object *value)
{
    bool unicode = ((DictObject *)keys)->ma_keys->dk_kind != DICT_KEYS_GENERAL;
    size_t n = (size_t)dict_size(keys);
    if (dict_presize(m, (DictObject *)d, n, n, unicode))
        return -1;
    ssize_t at = 0;
    Object *key;
    hash_t hash;
    while (dict_next(keys, &at, &key, NULL, &hash))
        if (dict_set_known_hash(m, d, key, hash, value))
            return -1;
    return 0;
}

/* Any key may come out of a set: the table is general from the start. */
static int fill_from_set(Machine *m, Object *d, Object *keys, Object *value)
{
    size_t n = (size_t)set_size(keys);
    if (dict_presize(m, (DictObject *)d, n, n, false))
        return -1;
    ssize_t at = 0;
    Object *key;
    hash_t hash;
    while (set_next(m, keys, &at, &key, &hash))
        if (dict_set_known_hash(m, d, key, hash, value))
            return -1;
    return 0;
}

static int fill_from_iterable(Machine *m, Object *d, Object *iterable, Object *value)
{
    Object *it = object_getiter(m, iterable);
    if (!it)
        return -1;
    bool exact = is_exact(m, d, dict);
    int status = 0;
    Object *key;
    while (!status && (key = iter_next(m, it))) {
        status = exact ? dict_set(m, d, key, value) : object_setitem(m, d, key, value);
        decref(m, key);
    }
    decref(m, it);
    return status ? status : error_occurred(m) ? -1 : 0;
}

Object *dict_from_keys(Machine *m, Object *cls, Object *iterable, Object *value)
{
    Object *d = object_call0(m, cls);
    if (!d)
        return NULL;
    int status;
    if (is_exact(m, d, dict) && is_exact(m, iterable, dict))
        status = fill_from_dict(m, d, iterable, value);
    else if (is_exact(m, d, dict) &&
             (is_exact(m, iterable, set) || is_exact(m, iterable, frozenset)))
        status = fill_from_set(m, d, iterable, value);
    else
        status = fill_from_iterable(m, d, iterable, value);
    if (status)
        clear_ref(m, d);
    return d;
}

/* ---- comparing ------------------------------------------------------------------------------- */

/* Does b have this key with an equal value? */
static int has_equal(Machine *m, Object *b, Object *key, hash_t hash, Object *value)
{
    incref(value);
    incref(key);
    Object *other = dict_get_known_hash(m, b, key, hash);
    int equal = error_occurred(m) ? -1 : 0;
    if (other) {
        incref(other);
        equal = object_richcompare_bool(m, value, other, COMPARE_EQ);
        decref(m, other);
    }
    decref(m, key);
    decref(m, value);
    return equal;
}

/* The entries are counted anew each time: a comparison may change either dict. */
int dict_equal(Machine *m, Object *a, Object *b)
{
    if (dict_size(a) != dict_size(b))
        return 0;
    ssize_t at = 0;
    Object *key, *value;
    hash_t hash;
    while (dict_next(a, &at, &key, &value, &hash)) {
        int equal = has_equal(m, b, key, hash, value);
        if (equal <= 0)
            return equal;
    }
    return 1;
}
