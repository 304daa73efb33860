/* Split tables: one DictKeys for all instances of a class, DictValues for each.
 * Objects/dictobject.c: _PyDict_NewKeysForClass, insert_split_key,
 * make_dict_from_instance_attributes.
 *
 * The sum dk_nentries + dk_usable of shared keys is how many values an instance has room for.  It
 * falls by one with every instance that is made, so that a class whose instances soon agree on
 * their attributes wastes ever less; it never rises, so that older values are large enough for
 * every key. */
#include <pyviz/machine/errors.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "dict_table.h"

#include <string.h>

enum { SHARED_KEYS_MAX = 30, LOG2_SHARED_KEYS = 6 };
enum { VALUES_PREFIX = 2, POINTER = 8 }; /* CPython's: two bytes of counts in front of the order */

/* ---- values ---------------------------------------------------------------------------------- */

ssize_t dict_shared_room(const DictKeys *keys)
{
    return keys->dk_nentries + keys->dk_usable;
}

static size_t round_to_pointers(size_t n)
{
    return (n + POINTER - 1) / POINTER * POINTER;
}

/* Objects/dictobject.c: new_values */
static size_t values_bytes(size_t capacity)
{
    return round_to_pointers(capacity + VALUES_PREFIX) + capacity * POINTER;
}

/* Include/internal/pycore_dict.h: _PyInlineValuesSize */
size_t dict_inline_bytes(const DictKeys *keys)
{
    size_t room = (size_t)dict_shared_room(keys);
    return round_to_pointers(room) + (room + 1) * POINTER;
}

DictValues *dict_values_new(Machine *m, ssize_t capacity, bool embedded)
{
    size_t n = (size_t)capacity;
    DictValues *v = heap_alloc(m, sizeof *v + n * sizeof *v->value + n);
    if (!v)
        return NULL;
    v->capacity = (uint8_t)capacity;
    v->order = (uint8_t *)(v->value + n);
    v->valid = true;
    if (embedded || (v->address = pymalloc_alloc(m, values_bytes(n))))
        return v;
    heap_free(m, v);
    return NULL;
}

void dict_values_free(Machine *m, DictValues *v)
{
    if (v->address)
        pymalloc_free(m, v->address, values_bytes(v->capacity));
    heap_free(m, v);
}

void dict_values_release(Machine *m, Object *holder, DictValues *v)
{
    v->size = 0;
    for (int i = 0; i < v->capacity; i++) {
        Object *value = v->value[i];
        v->value[i] = NULL;
        if (value)
            let_go(m, holder, value);
    }
}

bool dict_values_detach(Machine *m, DictObject *d)
{
    DictValues *old = d->ma_values;
    DictValues *v = dict_values_new(m, old->capacity, false);
    if (!v)
        return false;
    memcpy(v->order, old->order, old->size);
    memcpy(v->value, old->value, old->capacity * sizeof *v->value);
    v->size = old->size;
    d->ma_values = v;
    memset(old->value, 0, old->capacity * sizeof *old->value);
    old->size = 0;
    old->valid = false;
    return true;
}

void dict_values_cut(Machine *m, DictObject *d)
{
    DictKeys *keys = d->ma_keys;
    d->ma_keys = EMPTY_KEYS;
    d->ma_values = NULL;
    d->ma_used = 0;
    dict_keys_changed(m, d);
    dict_keys_drop(m, keys);
}

void dict_values_note(DictValues *v, ssize_t ix)
{
    v->order[v->size++] = (uint8_t)ix;
}

void dict_values_forget(DictValues *v, ssize_t ix)
{
    uint8_t *at = memchr(v->order, (int)ix, v->size);
    memmove(at, at + 1, (size_t)(v->order + v->size - (at + 1)));
    v->size--;
}

/* ---- keys ------------------------------------------------------------------------------------ */

DictKeys *dict_keys_for_class(Machine *m)
{
    DictKeys *keys = dict_keys_new(m, LOG2_SHARED_KEYS, true);
    if (!keys)
        return NULL;
    keys->dk_usable = SHARED_KEYS_MAX;
    keys->dk_kind = DICT_KEYS_SPLIT;
    return keys;
}

void dict_keys_drop(Machine *m, DictKeys *keys)
{
    if (keys == EMPTY_KEYS || --keys->dk_refcnt > 0)
        return;
    if (keys->dk_kind == DICT_KEYS_SPLIT)
        for (ssize_t i = 0; i < keys->dk_nentries; i++)
            decref(m, keys->entries[i].key);
    dict_keys_free(m, keys);
}

/* Every key is an exact str: no comparison can run anything. */
ssize_t dict_find_shared(Machine *m, const DictKeys *keys, Object *name)
{
    const hash_t hash = str_hash(m, name);
    const size_t mask = DK_MASK(keys);
    uint64_t perturb = (uint64_t)hash;
    for (size_t slot = (size_t)hash & mask;; slot = dict_next_slot(slot, &perturb, mask)) {
        ssize_t ix = keys->indices[slot];
        if (ix == DKIX_EMPTY)
            return DKIX_EMPTY;
        const DictEntry *e = &keys->entries[ix];
        if (e->key == name || (e->hash == hash && str_equal(e->key, name)))
            return ix;
    }
}

ssize_t dict_share_key(Machine *m, DictKeys *keys, Object *name)
{
    ssize_t ix = dict_find_shared(m, keys, name);
    if (ix != DKIX_EMPTY || keys->dk_usable <= 0)
        return ix;
    const hash_t hash = str_hash(m, name);
    const size_t mask = DK_MASK(keys);
    uint64_t perturb = (uint64_t)hash;
    size_t slot = (size_t)hash & mask;
    while (keys->indices[slot] != DKIX_EMPTY)
        slot = dict_next_slot(slot, &perturb, mask);
    ix = keys->dk_nentries++;
    keys->dk_usable--;
    keys->indices[slot] = (int32_t)ix;
    keys->entries[ix] = (DictEntry){.hash = hash, .key = newref(name)};
    return ix;
}

/* ---- dicts ----------------------------------------------------------------------------------- */

static bool may_be_tracked(Machine *m, const Object *o)
{
    return o && o->flags & OBJECT_GC && (!is_exact(m, o, tuple) || object_is_tracked(o));
}

Object *dict_from_values(Machine *m, DictKeys *keys, DictValues *v)
{
    DictObject *d = (DictObject *)dict_new(m);
    if (!d)
        return NULL;
    keys->dk_refcnt++;
    d->ma_keys = keys;
    d->ma_values = v;
    d->ma_used = v->size;
    bool track = false;
    for (int i = 0; i < v->capacity; i++)
        track |= may_be_tracked(m, v->value[i]);
    if (track)
        gc_track(m, (Object *)d);
    return (Object *)d;
}

Object *dict_new_sharing(Machine *m, DictKeys *keys)
{
    DictValues *v = dict_values_new(m, dict_shared_room(keys), false);
    Object *d = v ? dict_from_values(m, keys, v) : NULL;
    if (v && !d)
        dict_values_free(m, v);
    return d;
}

/* The values are allocated before the dict, which never comes from the free list. */
Object *dict_copy_split(Machine *m, DictObject *d)
{
    DictValues *v = dict_values_new(m, dict_shared_room(d->ma_keys), false);
    DictObject *copy = v ? object_new_fresh(m, m->types.dict, sizeof *copy, DICT_BYTES) : NULL;
    if (!copy) {
        if (v)
            dict_values_free(m, v);
        return NULL;
    }
    copy->ma_keys = d->ma_keys;
    copy->ma_keys->dk_refcnt++;
    copy->ma_values = v;
    for (; copy->ma_used < d->ma_used; copy->ma_used++) {
        ssize_t ix = d->ma_values->order[copy->ma_used];
        v->value[ix] = d->ma_values->value[ix];
        dict_values_note(v, ix);
        hold(m, copy, v->value[ix]);
    }
    if (object_is_tracked((Object *)d))
        gc_track(m, (Object *)copy);
    EMIT_ON(m, copy, DICT_SHARE, d, copy->ma_used);
    return (Object *)copy;
}

/* ---- what must hold -------------------------------------------------------------------------- */

const char *dict_values_broken(const DictObject *d)
{
    const DictValues *v = d->ma_values;
    int found = 0;
    for (int i = 0; i < v->capacity; i++)
        found += v->value[i] != NULL;
    if (d->ma_used != v->size || found != v->size)
        return "dict: ma_used does not count the values";
    for (int i = 0; i < v->size; i++)
        if (v->order[i] >= d->ma_keys->dk_nentries || !v->value[v->order[i]])
            return "dict: the order of the values names one that is not there";
    return NULL;
}
