/* The dict's table: Objects/dictobject.c.  See dict.h for the invariants.
 *
 * Every function that looks a key up fills an operation record as it goes, so that whoever looks at
 * the frozen machine finds the key, its hash, the slot, what is left of the hash and the number of
 * probes.  Events come after what they tell of; the namespaces of the interpreter stay silent. */
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "../gc.h"
#include "dict_table.h"

#include <string.h>

enum { DKIX_ERROR = -3, DKIX_KEY_CHANGED = -4 };
enum { LOG2_MAX_PRESIZE = 17 };

static inline bool is_loud(const DictObject *d)
{
    return !(d->ob_base.flags & OBJECT_QUIET);
}

/* ---- making and unmaking --------------------------------------------------------------------- */

DictObject *dict_alloc(Machine *m, Type *type)
{
    DictObject *d = object_new_fresh(m, type, type->size, (size_t)type->tp_basicsize);
    if (d)
        d->ma_keys = EMPTY_KEYS;
    return d;
}

Object *dict_new(Machine *m)
{
    DictObject *d = object_new(m, m->types.dict, sizeof *d, DICT_BYTES);
    if (d)
        d->ma_keys = EMPTY_KEYS;
    return (Object *)d;
}

/* The table is allocated before the dict. */
static Object *new_presized(Machine *m, size_t n, bool unicode)
{
    if (n <= (size_t)dict_usable(DICT_LOG_MINSIZE))
        return dict_new(m);
    int log2_size = n > (size_t)dict_usable(LOG2_MAX_PRESIZE) ? LOG2_MAX_PRESIZE
                                                              : dict_log2_estimate(m->profile, n);
    DictKeys *keys = dict_keys_new(m, log2_size, unicode);
    Object *d = keys ? dict_new(m) : NULL;
    if (d)
        ((DictObject *)d)->ma_keys = keys;
    else if (keys)
        dict_keys_free(m, keys);
    return d;
}

static bool all_str(Machine *m, Object *const *keys, size_t step, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!is_exact(m, keys[i * step], str))
            return false;
    return true;
}

/* Consumes d; NULL if one could not be set. */
static Object *set_items(Machine *m, Object *d, Object *const *keys, size_t keys_step,
                         Object *const *values, size_t values_step, size_t n)
{
    for (size_t i = 0; d && i < n; i++)
        if (dict_set(m, d, keys[i * keys_step], values[i * values_step]))
            clear_ref(m, d);
    return d;
}

Object *dict_from_items(Machine *m, Object *const *keys, size_t keys_step, Object *const *values,
                        size_t values_step, size_t n)
{
    Object *d = new_presized(m, n, all_str(m, keys, keys_step, n));
    if (d && dict_has_table(d))
        EMIT_ON(m, d, DICT_PRESIZE, n, DK_SIZE(((DictObject *)d)->ma_keys), 0);
    return set_items(m, d, keys, keys_step, values, values_step, n);
}

/* No name will ever reach this dict: it is silent. */
Object *dict_from_keywords(Machine *m, Object *const *values, Object *kwnames)
{
    Object *const *keys = ((TupleObject *)kwnames)->item;
    size_t n = (size_t)tuple_size(kwnames);
    Object *d = new_presized(m, n, all_str(m, keys, 1, n));
    if (d)
        d->flags |= OBJECT_QUIET;
    return set_items(m, d, keys, 1, values, 1, n);
}

/* Inline values are the instance's, whether they are still used or not. */
static void values_drop(Machine *m, DictValues *v)
{
    if (v->address)
        dict_values_free(m, v);
    else
        v->valid = false;
}

/* Lets go of keys and values, the first entry first.  Nobody can reach the table any more. */
static void keys_release(Machine *m, Object *holder, DictKeys *keys, DictValues *values)
{
    if (keys == EMPTY_KEYS)
        return;
    if (values) {
        dict_values_release(m, holder, values);
        values_drop(m, values);
        dict_keys_drop(m, keys);
        return;
    }
    for (ssize_t i = 0; i < keys->dk_nentries; i++) {
        DictEntry *e = &keys->entries[i];
        if (!e->value)
            continue;
        let_go(m, holder, e->key);
        let_go(m, holder, e->value);
    }
    dict_keys_free(m, keys);
}

void dict_dealloc(Machine *m, Object *o)
{
    DictObject *d = (DictObject *)o;
    gc_untrack(m, o);
    DictKeys *keys = d->ma_keys;
    DictValues *values = d->ma_values;
    d->ma_keys = EMPTY_KEYS;
    d->ma_values = NULL;
    d->ma_used = 0;
    dict_keys_changed(m, d);
    keys_release(m, o, keys, values);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

int dict_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    const DictKeys *keys = ((DictObject *)o)->ma_keys;
    const DictValues *v = ((DictObject *)o)->ma_values;
    int status = 0;
    if (v && !v->address) /* the instance itself visits inline values */
        return 0;
    if (v)
        status = visit_each(m, v->value, (size_t)v->capacity, visit, arg);
    for (ssize_t i = 0; i < keys->dk_nentries && !status; i++) {
        const DictEntry *e = &keys->entries[i];
        if (e->value && !(status = visit(m, e->key, arg)))
            status = visit(m, e->value, arg);
    }
    return status;
}

/* ---- looking a key up ------------------------------------------------------------------------ */

hash_t dict_hash_key(Machine *m, Object *key)
{
    if (is_exact(m, key, str) && ((StrObject *)key)->hash != -1)
        return ((StrObject *)key)->hash;
    return object_hash(m, key);
}

static void op_begin(Machine *m, Op *op, enum op_kind kind, DictObject *d, Object *key, hash_t hash)
{
    op->kind = kind;
    op->subject = (Object *)d;
    op->u.lookup.key = key;
    op->u.lookup.hash = hash;
    op->u.lookup.perturb = (uint64_t)hash;
    op->u.lookup.slot = 0;
    op->u.lookup.probes = 0;
    op->u.lookup.for_empty = false;
    op->u.lookup.entry = -1;
    op->u.lookup.value = NULL;
    op_push(m, op);
}

/* Where the walk goes from its slot; the record moves along with op_advance, after the event that
 * explains it. */
static inline size_t op_next(const Op *op, size_t mask, uint64_t *perturb)
{
    *perturb = op->u.lookup.perturb;
    return dict_next_slot(op->u.lookup.slot, perturb, mask);
}

static inline void op_first(Op *op, size_t mask, bool for_empty)
{
    op->u.lookup.perturb = (uint64_t)op->u.lookup.hash;
    op->u.lookup.slot = (size_t)op->u.lookup.hash & mask;
    op->u.lookup.probes = 1;
    op->u.lookup.for_empty = for_empty;
}

static inline void op_advance(Op *op, size_t next, uint64_t perturb)
{
    op->u.lookup.slot = next;
    op->u.lookup.perturb = perturb;
    op->u.lookup.probes++;
}

/* Entry ix has the hash of key but is not the same object. */
static ssize_t compare_entry(Machine *m, DictObject *d, ssize_t ix, Op *op)
{
    DictKeys *keys = d->ma_keys;
    Object *startkey = keys->entries[ix].key, *key = op->u.lookup.key;
    incref(startkey);
    EMIT_ON(m, d, DICT_COMPARE, op->u.lookup.slot, ix, startkey, key);
    int equal = dict_keys_equal(m, startkey, key);
    bool changed =
        keys != d->ma_keys || ix >= keys->dk_nentries || keys->entries[ix].key != startkey;
    if (equal == 0 && !changed) {
        uint64_t perturb;
        size_t next = op_next(op, DK_MASK(keys), &perturb);
        EMIT_ON(m, d, DICT_UNEQUAL, op->u.lookup.slot, startkey, key, next, perturb);
    }
    decref(m, startkey);
    return equal < 0 ? DKIX_ERROR : changed ? DKIX_KEY_CHANGED : equal ? ix : DKIX_EMPTY;
}

/* One walk.  The entry's number, DKIX_EMPTY, DKIX_ERROR, or DKIX_KEY_CHANGED: start over. */
static ssize_t walk(Machine *m, DictObject *d, Op *op)
{
    const DictKeys *keys = d->ma_keys;
    const size_t mask = DK_MASK(keys);
    Object *const key = op->u.lookup.key;
    const hash_t hash = op->u.lookup.hash;
    op_first(op, mask, false);
    EMIT_ON(m, d, DICT_HASH, key, hash, op->u.lookup.slot, keys->dk_log2_size);
    for (;;) {
        size_t slot = op->u.lookup.slot;
        ssize_t ix = keys->indices[slot];
        if (ix == DKIX_EMPTY) {
            EMIT_ON(m, d, DICT_EMPTY, key, slot);
            return DKIX_EMPTY;
        }
        uint64_t perturb;
        size_t next = op_next(op, mask, &perturb);
        if (ix == DKIX_DUMMY) {
            EMIT_ON(m, d, DICT_DUMMY, slot, next, perturb);
        } else {
            const DictEntry *e = &keys->entries[ix];
            ssize_t found = ix;
            if (e->key != key && e->hash == hash)
                found = compare_entry(m, d, ix, op);
            else if (e->key != key) {
                EMIT_ON(m, d, DICT_PROBE, slot, ix, e->key, next, perturb);
                found = DKIX_EMPTY;
            }
            if (found >= 0) {
                op->u.lookup.entry = ix;
                Object *value = dict_value_at(d, ix);
                if (value && keys->entries[ix].key == key)
                    EMIT_ON(m, d, DICT_FOUND, key, slot, ix, value);
                else if (value)
                    EMIT_ON(m, d, DICT_FOUND_EQUAL, key, slot, ix, value, keys->entries[ix].key);
                else
                    EMIT_ON(m, d, DICT_UNSET, key, slot, ix);
            }
            if (found != DKIX_EMPTY)
                return found;
        }
        op_advance(op, next, perturb);
    }
}

/* Objects/dictobject.c: _Py_dict_lookup.  The record's slot is where the walk ended.  The entry of
 * a split table may have no value here. */
static ssize_t lookup(Machine *m, DictObject *d, Op *op)
{
    for (;;) {
        if (d->ma_keys == EMPTY_KEYS) {
            EMIT_ON(m, d, DICT_NO_TABLE, op->u.lookup.key, op->u.lookup.hash);
            return DKIX_EMPTY;
        }
        ssize_t ix = walk(m, d, op);
        if (ix != DKIX_KEY_CHANGED)
            return ix;
        EMIT_ON(m, d, DICT_RESTART, op->u.lookup.key);
    }
}

/* 1 with the value borrowed in *value, 0, -1. */
static int look(Machine *m, Object *o, Object *key, hash_t hash, Object **value)
{
    DictObject *d = (DictObject *)o;
    Op op;
    op_begin(m, &op, OP_DICT_LOOKUP, d, key, hash);
    ssize_t ix = lookup(m, d, &op);
    *value = ix >= 0 ? dict_value_at(d, ix) : NULL;
    op_pop(m, &op);
    return ix == DKIX_ERROR ? -1 : *value != NULL;
}

ssize_t dict_entry_index(Machine *m, Object *d, Object *key, hash_t hash)
{
    Op op;
    op_begin(m, &op, OP_DICT_LOOKUP, (DictObject *)d, key, hash);
    ssize_t ix = lookup(m, (DictObject *)d, &op);
    op_pop(m, &op);
    return ix;
}

Object *dict_get_known_hash(Machine *m, Object *d, Object *key, hash_t hash)
{
    Object *value;
    look(m, d, key, hash, &value);
    return value;
}

Object *dict_get(Machine *m, Object *d, Object *key)
{
    hash_t hash = dict_hash_key(m, key);
    return hash == -1 ? NULL : dict_get_known_hash(m, d, key, hash);
}

int dict_contains_known_hash(Machine *m, Object *d, Object *key, hash_t hash)
{
    Object *value;
    return look(m, d, key, hash, &value);
}

int dict_contains(Machine *m, Object *d, Object *key)
{
    hash_t hash = dict_hash_key(m, key);
    return hash == -1 ? -1 : dict_contains_known_hash(m, d, key, hash);
}

/* The entry of a str in a namespace: silent, and without a record.  A key that is no str is passed.
 */
static inline DictEntry *find_str(Machine *m, const DictKeys *keys, Object *name)
{
    hash_t hash = ((StrObject *)name)->hash;
    if (hash == -1)
        hash = str_hash(m, name);
    const size_t mask = DK_MASK(keys);
    uint64_t perturb = (uint64_t)hash;
    for (size_t slot = (size_t)hash & mask;; slot = dict_next_slot(slot, &perturb, mask)) {
        ssize_t ix = keys->indices[slot];
        if (ix >= 0) {
            DictEntry *e = &keys->entries[ix];
            if (e->key == name ||
                (e->hash == hash && is_exact(m, e->key, str) && str_equal(e->key, name)))
                return e;
        } else if (ix == DKIX_EMPTY) {
            return NULL;
        }
    }
}

ssize_t dict_str_entry(Machine *m, Object *d, Object *name)
{
    const DictKeys *keys = ((const DictObject *)d)->ma_keys;
    const DictEntry *e = find_str(m, keys, name);
    return e ? e - keys->entries : -1;
}

Object *dict_get_str(Machine *m, Object *d, Object *name)
{
    const DictObject *dict = (const DictObject *)d;
    const DictEntry *e = find_str(m, dict->ma_keys, name);
    return e ? dict_value_at(dict, e - dict->ma_keys->entries) : NULL;
}

/* A split table: in the order in which this dict got its keys. */
static bool next_shared(const DictObject *d, ssize_t *at, Object **key, Object **value,
                        hash_t *hash)
{
    const DictValues *v = d->ma_values;
    if (*at >= v->size)
        return false;
    ssize_t ix = v->order[(*at)++];
    if (key)
        *key = d->ma_keys->entries[ix].key;
    if (value)
        *value = v->value[ix];
    if (hash)
        *hash = d->ma_keys->entries[ix].hash;
    return true;
}

bool dict_next(Object *o, ssize_t *at, Object **key, Object **value, hash_t *hash)
{
    const DictKeys *keys = ((DictObject *)o)->ma_keys;
    if (((DictObject *)o)->ma_values)
        return next_shared((const DictObject *)o, at, key, value, hash);
    while (*at < keys->dk_nentries && !keys->entries[*at].value)
        ++*at;
    if (*at >= keys->dk_nentries)
        return false;
    const DictEntry *e = &keys->entries[(*at)++];
    if (key)
        *key = e->key;
    if (value)
        *value = e->value;
    if (hash)
        *hash = e->hash;
    return true;
}

/* ---- rebuilding the table -------------------------------------------------------------------- */

/* Gives entry ix a slot in an index that has no dummies. */
static void index_entry(Machine *m, DictObject *d, DictKeys *keys, ssize_t ix)
{
    const size_t mask = DK_MASK(keys);
    const hash_t hash = keys->entries[ix].hash;
    uint64_t perturb = (uint64_t)hash;
    size_t slot = (size_t)hash & mask;
    while (keys->indices[slot] != DKIX_EMPTY) {
        size_t next = dict_next_slot(slot, &perturb, mask);
        EMIT_ON(m, d, DICT_RESIZE_PROBE, slot, keys->indices[slot], next);
        slot = next;
    }
    keys->indices[slot] = (int32_t)ix;
    EMIT_ON(m, d, DICT_RESIZE_ENTRY, keys->entries[ix].key, ix, slot);
}

/* The live entries in their order; the references move along. */
static void copy_live_entries(DictKeys *to, const DictKeys *from, ssize_t live)
{
    if (from->dk_nentries == live) {
        if (live)
            memcpy(to->entries, from->entries, (size_t)live * sizeof *to->entries);
    } else {
        DictEntry *e = to->entries;
        for (ssize_t i = 0; i < from->dk_nentries; i++)
            if (from->entries[i].value)
                *e++ = from->entries[i];
    }
    to->dk_nentries = live;
    to->dk_usable -= live;
}

/* The same from a split table: the keys stay where they are, too. */
static void copy_shared_entries(DictKeys *to, const DictKeys *from, const DictValues *values)
{
    for (int i = 0; i < values->size; i++) {
        const DictEntry *e = &from->entries[values->order[i]];
        to->entries[i] = (DictEntry){e->hash, newref(e->key), values->value[values->order[i]]};
    }
    to->dk_nentries = values->size;
    to->dk_usable -= values->size;
}

/* Objects/dictobject.c: dictresize.  The old table stays in place until the new one is whole. */
int dict_resize(Machine *m, DictObject *d, int log2_size, bool unicode)
{
    DictKeys *old = d->ma_keys;
    DictValues *values = d->ma_values;
    if (old->dk_kind == DICT_KEYS_GENERAL)
        unicode = false;
    DictKeys *new = dict_keys_new(m, log2_size, unicode);
    if (!new)
        return -1;
    Op op = {.kind = OP_DICT_RESIZE, .subject = (Object *)d};
    op.u.dict_resize.old_keys = old;
    op.u.dict_resize.new_keys = new;
    op.u.dict_resize.total = d->ma_used;
    op_push(m, &op);
    EMIT_ON(m, d, DICT_RESIZE_ALLOC, DK_SIZE(new), new->dk_usable, dict_keys_bytes(new));
    if (values)
        copy_shared_entries(new, old, values);
    else
        copy_live_entries(new, old, d->ma_used);
    if (values)
        EMIT_ON(m, d, DICT_UNSHARE, d->ma_used, DK_SIZE(new));
    else if (d->ma_used)
        EMIT_ON(m, d, DICT_RESIZE_COPY, d->ma_used, old->dk_nentries - d->ma_used);
    for (ssize_t i = 0; i < new->dk_nentries; i++) {
        op.u.dict_resize.moved = i;
        index_entry(m, d, new, i);
    }
    op.u.dict_resize.moved = new->dk_nentries;
    d->ma_keys = new;
    d->ma_values = NULL;
    dict_keys_moved(m, d);
    EMIT_ON(m, d, DICT_RESIZE_DONE, d->ma_used, DK_SIZE(new), new->dk_usable,
            old == EMPTY_KEYS ? 0 : DK_SIZE(old));
    op_pop(m, &op);
    if (values) {
        memset(values->value, 0, values->capacity * sizeof *values->value);
        values->size = 0;
        values_drop(m, values);
    }
    dict_keys_drop(m, old);
    return 0;
}

int dict_presize(Machine *m, DictObject *d, size_t coming, size_t total, bool unicode)
{
    int log2_size = dict_log2_estimate(m->profile, total);
    EMIT_ON(m, d, DICT_PRESIZE, coming, (size_t)1 << log2_size,
            d->ma_keys == EMPTY_KEYS ? 0 : DK_SIZE(d->ma_keys));
    return dict_resize(m, d, log2_size, unicode);
}

/* Objects/dictobject.c: insertion_resize: to three times the keys in use. */
static int grow(Machine *m, DictObject *d, Object *key)
{
    size_t wanted = (size_t)d->ma_used * 3;
    int log2_size = dict_log2_keysize(m->profile, wanted);
    EMIT_ON(m, d, DICT_GROW, d->ma_used, wanted, (size_t)1 << log2_size, DK_SIZE(d->ma_keys));
    return dict_resize(m, d, log2_size, is_exact(m, key, str));
}

/* A key that is no str meets a table without hashes, and is about to be written. */
static int make_general(Machine *m, DictObject *d, Object *key)
{
    int log2_size = dict_log2_keysize(m->profile, (size_t)d->ma_used * 3);
    EMIT_ON(m, d, DICT_CONVERT, key, d->ma_used, (size_t)1 << log2_size, DK_SIZE(d->ma_keys));
    return dict_resize(m, d, log2_size, false);
}

/* ---- writing --------------------------------------------------------------------------------- */

static bool may_be_tracked(Machine *m, const Object *o)
{
    return gc_may_be_tracked(m, o);
}

/* A dict is left to the collector only once it holds something that could be part of a cycle. */
static inline void maintain_tracking(Machine *m, DictObject *d, Object *key, Object *value)
{
    Object *o = (Object *)d;
    if (!object_is_tracked(o) && (may_be_tracked(m, key) || may_be_tracked(m, value)))
        gc_track(m, o);
}

void dict_maybe_untrack(Machine *m, Object *d)
{
    if (!is_exact(m, d, dict) || !object_is_tracked(d))
        return;
    ssize_t at = 0;
    Object *key, *value;
    while (dict_next(d, &at, &key, &value, NULL))
        if (may_be_tracked(m, key) || may_be_tracked(m, value))
            return;
    gc_untrack(m, d);
}

/* The reference that the operation took for itself becomes the table's; the caller still holds one.
 */
static inline void settle(Machine *m, DictObject *d, Object *o, bool stolen)
{
    if (stolen || !is_loud(d))
        return;
    o->refcnt--;
    hold(m, d, o);
}

static int drop_both(Machine *m, Object *key, Object *value)
{
    decref(m, value);
    decref(m, key);
    return -1;
}

/* Objects/dictobject.c: find_empty_slot: the second walk; a dummy will do. */
static size_t find_empty_slot(Machine *m, DictObject *d, Op *op)
{
    const DictKeys *keys = d->ma_keys;
    const size_t mask = DK_MASK(keys);
    op_first(op, mask, true);
    ssize_t ix;
    while ((ix = keys->indices[op->u.lookup.slot]) >= 0) {
        uint64_t perturb;
        size_t next = op_next(op, mask, &perturb);
        EMIT_ON(m, d, DICT_FIND_EMPTY_PROBE, op->u.lookup.slot, ix, next);
        op_advance(op, next, perturb);
    }
    EMIT_ON(m, d, DICT_FIND_EMPTY_SLOT, op->u.lookup.slot, ix == DKIX_DUMMY);
    return op->u.lookup.slot;
}

/* Writes the new entry behind the others.  Consumes both references. */
static void append_entry(Machine *m, DictObject *d, Op *op, bool stolen)
{
    DictKeys *keys = d->ma_keys;
    Object *key = op->u.lookup.key, *value = op->u.lookup.value;
    ssize_t ix = keys->dk_nentries;
    DictValues *v = d->ma_values;
    bool reuses = keys->indices[op->u.lookup.slot] == DKIX_DUMMY;
    keys->indices[op->u.lookup.slot] = (int32_t)ix;
    keys->entries[ix] = (DictEntry){op->u.lookup.hash, key, v ? NULL : value};
    if (v) {
        v->value[ix] = value;
        dict_values_note(v, ix);
    }
    keys->dk_nentries++;
    keys->dk_usable--;
    d->ma_used++;
    dict_keys_changed(m, d);
    op->u.lookup.entry = ix;
    settle(m, d, key, stolen);
    settle(m, d, value, stolen);
    if (v)
        EMIT_ON(m, d, DICT_SHARE_KEY, key, op->u.lookup.slot, ix, value);
    else if (reuses)
        EMIT_ON(m, d, DICT_INSERT_REUSE, key, op->u.lookup.slot, ix, keys->dk_usable, value);
    else
        EMIT_ON(m, d, DICT_INSERT, key, op->u.lookup.slot, ix, keys->dk_usable, value);
}

/* The key is among the shared ones, but this dict had no value for it.  Consumes both
 * references. */
static void add_value(Machine *m, DictObject *d, Op *op, bool stolen)
{
    Object *key = op->u.lookup.key, *value = op->u.lookup.value;
    ssize_t ix = op->u.lookup.entry;
    d->ma_values->value[ix] = value;
    dict_values_note(d->ma_values, ix);
    d->ma_used++;
    dict_keys_changed(m, d);
    settle(m, d, value, stolen);
    EMIT_ON(m, d, DICT_VALUE, key, ix, value);
    decref(m, key);
}

static Object **value_place(DictObject *d, ssize_t ix)
{
    return d->ma_values ? &d->ma_values->value[ix] : &d->ma_keys->entries[ix].value;
}

/* Consumes both references.  What was there is let go when the new value is in. */
static void replace_value(Machine *m, DictObject *d, Op *op, bool stolen)
{
    Object **place = value_place(d, op->u.lookup.entry);
    Object *old = *place, *key = op->u.lookup.key, *value = op->u.lookup.value;
    *place = value;
    d->version++;
    settle(m, d, value, stolen);
    EMIT_ON(m, d, DICT_REPLACE, key, op->u.lookup.entry, value, old);
    let_go(m, d, old);
    decref(m, key);
}

static int insert_new(Machine *m, DictObject *d, Op *op, bool stolen)
{
    Object *key = op->u.lookup.key;
    if (d->ma_keys->dk_usable <= 0 && grow(m, d, key))
        return drop_both(m, key, op->u.lookup.value);
    find_empty_slot(m, d, op);
    append_entry(m, d, op, stolen);
    return 0;
}

/* Objects/dictobject.c: insertdict.  Consumes both references. */
static int insert(Machine *m, DictObject *d, Op *op, bool stolen)
{
    Object *key = op->u.lookup.key, *value = op->u.lookup.value;
    if (d->ma_keys->dk_kind != DICT_KEYS_GENERAL && !is_exact(m, key, str) &&
        make_general(m, d, key))
        return drop_both(m, key, value);
    ssize_t ix = lookup(m, d, op);
    if (ix == DKIX_ERROR)
        return drop_both(m, key, value);
    maintain_tracking(m, d, key, value);
    if (ix == DKIX_EMPTY)
        return insert_new(m, d, op, stolen);
    if (dict_value_at(d, ix))
        replace_value(m, d, op, stolen);
    else
        add_value(m, d, op, stolen);
    return 0;
}

/* Objects/dictobject.c: insert_to_emptydict.  Consumes both references. */
static int insert_first(Machine *m, DictObject *d, Op *op, bool stolen)
{
    Object *key = op->u.lookup.key, *value = op->u.lookup.value;
    DictKeys *keys = dict_keys_new(m, DICT_LOG_MINSIZE, is_exact(m, key, str));
    if (!keys)
        return drop_both(m, key, value);
    maintain_tracking(m, d, key, value);
    d->ma_keys = keys;
    EMIT_ON(m, d, DICT_TABLE, DK_SIZE(keys), keys->dk_usable, dict_keys_bytes(keys));
    op_first(op, DK_MASK(keys), false);
    EMIT_ON(m, d, DICT_HASH, key, op->u.lookup.hash, op->u.lookup.slot, keys->dk_log2_size);
    append_entry(m, d, op, stolen);
    return 0;
}

static int set_item(Machine *m, DictObject *d, Object *key, hash_t hash, Object *value, bool stolen)
{
    Op op;
    op_begin(m, &op, OP_DICT_INSERT, d, key, hash);
    op.u.lookup.value = value;
    int status =
        d->ma_keys == EMPTY_KEYS ? insert_first(m, d, &op, stolen) : insert(m, d, &op, stolen);
    op_pop(m, &op);
    return status;
}

int dict_insert(Machine *m, DictObject *d, Object *key, hash_t hash, Object *value, bool stolen)
{
    if (!stolen) {
        incref(key);
        incref(value);
    }
    return set_item(m, d, key, hash, value, stolen);
}

int dict_set_known_hash(Machine *m, Object *d, Object *key, hash_t hash, Object *value)
{
    return dict_insert(m, (DictObject *)d, key, hash, value, false);
}

/* A name bound anew in a namespace: nobody watches, and nothing can go wrong. */
static bool rebind(Machine *m, DictObject *d, Object *name, Object *value)
{
    if (is_loud(d) || d->ma_keys->dk_kind == DICT_KEYS_GENERAL || !is_exact(m, name, str))
        return false;
    DictEntry *e = find_str(m, d->ma_keys, name);
    if (!e)
        return false;
    maintain_tracking(m, d, name, value);
    Object *old = e->value;
    if (!old) /* a split table */
        return false;
    e->value = newref(value);
    d->version++;
    decref(m, old);
    return true;
}

static int set_owned(Machine *m, Object *d, Object *key, Object *value, bool stolen)
{
    hash_t hash = dict_hash_key(m, key);
    if (hash == -1)
        return drop_both(m, key, value);
    return set_item(m, (DictObject *)d, key, hash, value, stolen);
}

/* The references are taken before the key is hashed, as CPython does. */
int dict_set(Machine *m, Object *d, Object *key, Object *value)
{
    if (rebind(m, (DictObject *)d, key, value))
        return 0;
    incref(key);
    incref(value);
    return set_owned(m, d, key, value, false);
}

int dict_set_steal(Machine *m, Object *d, Object *key, Object *value)
{
    return set_owned(m, d, key, value, true);
}

int dict_set_take(Machine *m, Object *d, Object *key, Object *value)
{
    return set_owned(m, d, key, value, false);
}

/* Objects/dictobject.c: PyDict_SetDefault: converts before it looks, as an insertion does. */
static Object *setdefault(Machine *m, DictObject *d, Op *op)
{
    Object *key = op->u.lookup.key, *value = op->u.lookup.value;
    if (d->ma_keys == EMPTY_KEYS) {
        incref(key);
        incref(value);
        return insert_first(m, d, op, false) ? NULL : value;
    }
    if (d->ma_keys->dk_kind != DICT_KEYS_GENERAL && !is_exact(m, key, str) &&
        make_general(m, d, key))
        return NULL;
    ssize_t ix = lookup(m, d, op);
    if (ix == DKIX_ERROR)
        return NULL;
    if (ix >= 0 && dict_value_at(d, ix))
        return dict_value_at(d, ix);
    maintain_tracking(m, d, key, value);
    incref(key);
    incref(value);
    if (ix == DKIX_EMPTY)
        return insert_new(m, d, op, false) ? NULL : value;
    add_value(m, d, op, false);
    return value;
}

Object *dict_setdefault(Machine *m, Object *d, Object *key, Object *value)
{
    hash_t hash = dict_hash_key(m, key);
    if (hash == -1)
        return NULL;
    Op op;
    op_begin(m, &op, OP_DICT_INSERT, (DictObject *)d, key, hash);
    op.u.lookup.value = value;
    Object *result = setdefault(m, (DictObject *)d, &op);
    op_pop(m, &op);
    return result;
}

/* ---- deleting -------------------------------------------------------------------------------- */

/* Empties the entry and leaves a dummy in the slot; the references are the caller's now. */
static DictEntry take_entry(Machine *m, DictObject *d, size_t slot, ssize_t ix)
{
    DictEntry taken = d->ma_keys->entries[ix];
    d->ma_keys->entries[ix] = (DictEntry){0};
    d->ma_keys->indices[slot] = DKIX_DUMMY;
    d->ma_used--;
    dict_keys_changed(m, d);
    return taken;
}

/* Of a split table: the key stays.  The reference is the caller's now. */
static Object *take_value(Machine *m, DictObject *d, ssize_t ix)
{
    Object *value = d->ma_values->value[ix];
    d->ma_values->value[ix] = NULL;
    dict_values_forget(d->ma_values, ix);
    d->ma_used--;
    dict_keys_changed(m, d);
    return value;
}

/* 1 and the value (a new reference) in *value; 0 if the key is missing; -1. */
static int remove_key(Machine *m, DictObject *d, Object *key, hash_t hash, Object **value)
{
    Op op;
    op_begin(m, &op, OP_DICT_DELETE, d, key, hash);
    ssize_t ix = lookup(m, d, &op);
    bool found = ix >= 0 && dict_value_at(d, ix);
    if (found && d->ma_values) {
        *value = take_value(m, d, ix);
        EMIT_ON(m, d, DICT_VALUE_DELETE, key, ix);
    } else if (found) {
        DictEntry taken = take_entry(m, d, op.u.lookup.slot, ix);
        EMIT_ON(m, d, DICT_DELETE, taken.key, op.u.lookup.slot, ix);
        *value = taken.value;
        let_go(m, d, taken.key);
    }
    op_pop(m, &op);
    return ix == DKIX_ERROR ? -1 : found;
}

int dict_del_known_hash(Machine *m, Object *d, Object *key, hash_t hash)
{
    Object *value;
    int found = remove_key(m, (DictObject *)d, key, hash, &value);
    if (found == 0)
        error_set_object(m, EXC_KeyError, key);
    if (found <= 0)
        return -1;
    let_go(m, d, value);
    return 0;
}

int dict_del(Machine *m, Object *d, Object *key)
{
    hash_t hash = dict_hash_key(m, key);
    return hash == -1 ? -1 : dict_del_known_hash(m, d, key, hash);
}

int dict_pop_known_hash(Machine *m, Object *d, Object *key, hash_t hash, Object **value)
{
    *value = NULL;
    return dict_size(d) == 0 ? 0 : remove_key(m, (DictObject *)d, key, hash, value);
}

int dict_pop(Machine *m, Object *d, Object *key, Object **value)
{
    *value = NULL;
    if (dict_size(d) == 0)
        return 0; /* not even hashed */
    hash_t hash = dict_hash_key(m, key);
    return hash == -1 ? -1 : remove_key(m, (DictObject *)d, key, hash, value);
}

/* The slot that leads to entry ix: lookdict_index. */
static size_t slot_of_entry(const DictKeys *keys, hash_t hash, ssize_t ix)
{
    const size_t mask = DK_MASK(keys);
    uint64_t perturb = (uint64_t)hash;
    size_t slot = (size_t)hash & mask;
    while (keys->indices[slot] != ix)
        slot = dict_next_slot(slot, &perturb, mask);
    return slot;
}

/* dk_nentries goes back, so that the entry is used again; dk_usable does not, for the dummy stays.
 */
Object *dict_popitem(Machine *m, Object *o)
{
    DictObject *d = (DictObject *)o;
    Object *pair = tuple_new(m, 2);
    if (!pair)
        return NULL;
    if (d->ma_used == 0) {
        decref(m, pair);
        return error_set(m, EXC_KeyError, "popitem(): dictionary is empty");
    }
    if (d->ma_values && dict_resize(m, d, d->ma_keys->dk_log2_size, true)) {
        decref(m, pair);
        return NULL;
    }
    DictKeys *keys = d->ma_keys;
    ssize_t ix = keys->dk_nentries - 1;
    while (!keys->entries[ix].value)
        ix--;
    size_t slot = slot_of_entry(keys, keys->entries[ix].hash, ix);
    DictEntry taken = take_entry(m, d, slot, ix);
    keys->dk_nentries = ix;
    ((TupleObject *)pair)->item[0] = taken.key;
    ((TupleObject *)pair)->item[1] = taken.value;
    gc_track(m, pair);
    EMIT_ON(m, d, DICT_POPITEM, taken.key, slot, ix);
    return pair;
}

void dict_clear(Machine *m, Object *o)
{
    DictObject *d = (DictObject *)o;
    DictKeys *old = d->ma_keys;
    if (old == EMPTY_KEYS)
        return;
    DictValues *values = d->ma_values;
    ssize_t used = d->ma_used;
    d->ma_used = 0;
    dict_keys_changed(m, d);
    if (values && !values->address) { /* the dict goes on showing what is in the instance */
        EMIT_ON(m, d, DICT_CLEAR_VALUES, used);
        dict_values_release(m, o, values);
        return;
    }
    d->ma_keys = EMPTY_KEYS;
    d->ma_values = NULL;
    EMIT_ON(m, d, DICT_CLEAR, used, DK_SIZE(old));
    keys_release(m, o, old, values);
}

/* ---- copying a whole table ------------------------------------------------------------------- */

/* Objects/dictobject.c: clone_combined_dict_keys: dummies and deleted entries come along. */
int dict_clone_table(Machine *m, DictObject *d, DictObject *source)
{
    DictKeys *keys = dict_keys_copy(m, source->ma_keys);
    if (!keys)
        return -1;
    DictKeys *old = d->ma_keys;
    DictValues *values = d->ma_values; /* of an empty dict: nothing is in them */
    for (ssize_t i = 0; i < keys->dk_nentries; i++) {
        if (!keys->entries[i].value)
            continue;
        hold(m, d, keys->entries[i].key);
        hold(m, d, keys->entries[i].value);
    }
    d->ma_keys = keys;
    d->ma_values = NULL;
    d->ma_used = source->ma_used;
    dict_keys_changed(m, d);
    if (object_is_tracked((Object *)source) && !object_is_tracked((Object *)d))
        gc_track(m, (Object *)d);
    EMIT_ON(m, d, DICT_CLONE, source, DK_SIZE(keys), d->ma_used, keys->dk_nentries - d->ma_used);
    if (values)
        values_drop(m, values);
    dict_keys_drop(m, old);
    return 0;
}
