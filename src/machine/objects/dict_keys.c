/* The dict's keys object: its sizes, its memory here and in the model, its invariants.
 * Objects/dictobject.c. */
#include <pyviz/machine/errors.h>

#include "dict_table.h"

#include <string.h>

enum { KEYS_HEADER_BYTES = 32, ENTRY_BYTES = 24, UNICODE_ENTRY_BYTES = 16 }; /* CPython's */
enum { LOG2_MAX = 31 };

static const int32_t no_index[1] = {DKIX_EMPTY};
const DictKeys dict_no_keys = {
    .dk_refcnt = 1, .dk_kind = DICT_KEYS_UNICODE, .indices = (int32_t *)(uintptr_t)no_index};

/* ---- sizes ----------------------------------------------------------------------------------- */

ssize_t dict_usable(int log2_size)
{
    return (ssize_t)(((size_t)2 << log2_size) / 3);
}

static int bit_length(size_t n)
{
    return n ? 64 - __builtin_clzll(n) : 0;
}

int dict_log2_keysize(const Profile *profile, size_t minsize)
{
    enum { MINSIZE = 1 << DICT_LOG_MINSIZE };
    if (profile->dict_log2_rounding)
        return bit_length(((minsize | MINSIZE) - 1) | (MINSIZE - 1));
    return minsize <= MINSIZE ? DICT_LOG_MINSIZE : bit_length(minsize - 1);
}

int dict_log2_estimate(const Profile *profile, size_t n)
{
    return dict_log2_keysize(profile, (n * 3 + 1) / 2);
}

/* An index entry takes 1, 2, 4 or 8 bytes, as large as it must to number the entries. */
static int log2_index_bytes(int log2_size)
{
    return log2_size < 8 ? log2_size : log2_size < 16 ? log2_size + 1 : log2_size + 2;
}

size_t dict_keys_bytes(const DictKeys *keys)
{
    size_t entry = keys->dk_kind == DICT_KEYS_GENERAL ? ENTRY_BYTES : UNICODE_ENTRY_BYTES;
    return KEYS_HEADER_BYTES + ((size_t)1 << keys->dk_log2_index_bytes) +
           entry * (size_t)dict_usable(keys->dk_log2_size);
}

size_t dict_probe_path(const DictKeys *keys, hash_t hash, size_t *slots, size_t max)
{
    size_t mask = DK_MASK(keys), slot = (size_t)hash & mask, n = 0;
    uint64_t perturb = (uint64_t)hash;
    while (n < max) {
        slots[n++] = slot;
        if (keys->indices[slot] == DKIX_EMPTY)
            break;
        slot = dict_next_slot(slot, &perturb, mask);
    }
    return n;
}

/* ---- the keys object ------------------------------------------------------------------------- */

static DictKeys *keys_alloc(Machine *m, int log2_size)
{
    if (log2_size >= LOG2_MAX)
        return error_no_memory(m);
    size_t slots = (size_t)1 << log2_size, usable = (size_t)dict_usable(log2_size);
    DictKeys *keys = heap_alloc(m, sizeof *keys + slots * sizeof *keys->indices +
                                       usable * sizeof *keys->entries);
    if (!keys)
        return NULL;
    /* At least eight slots: the entries behind the index are aligned. */
    keys->indices = (int32_t *)(void *)(keys + 1);
    keys->entries = (DictEntry *)(void *)(keys->indices + slots);
    keys->dk_refcnt = 1;
    keys->dk_log2_size = (uint8_t)log2_size;
    keys->dk_log2_index_bytes = (uint8_t)log2_index_bytes(log2_size);
    keys->dk_usable = (ssize_t)usable;
    return keys;
}

/* Only small tables for str keys are kept for reuse. */
static bool has_freelist(const DictKeys *keys)
{
    return keys->dk_log2_size == DICT_LOG_MINSIZE && keys->dk_kind != DICT_KEYS_GENERAL;
}

DictKeys *dict_keys_new(Machine *m, int log2_size, bool unicode)
{
    DictKeys *keys = keys_alloc(m, log2_size);
    if (!keys)
        return NULL;
    keys->dk_kind = unicode ? DICT_KEYS_UNICODE : DICT_KEYS_GENERAL;
    memset(keys->indices, 0xff, DK_SIZE(keys) * sizeof *keys->indices);
    if (has_freelist(keys))
        keys->address = freelist_take(m, FREELIST_DICT_KEYS);
    if (!keys->address)
        keys->address = pymalloc_alloc(m, dict_keys_bytes(keys));
    if (keys->address)
        return keys;
    heap_free(m, keys);
    return NULL;
}

/* Gives the block back; what the entries hold is the caller's business. */
void dict_keys_free(Machine *m, DictKeys *keys)
{
    if (keys == EMPTY_KEYS)
        return;
    if (!has_freelist(keys) || !freelist_put(m, FREELIST_DICT_KEYS, keys->address))
        pymalloc_free(m, keys->address, dict_keys_bytes(keys));
    heap_free(m, keys);
}

DictKeys *dict_keys_copy(Machine *m, const DictKeys *from)
{
    DictKeys *keys = keys_alloc(m, from->dk_log2_size);
    if (!keys)
        return NULL;
    keys->dk_kind = from->dk_kind;
    keys->address = pymalloc_alloc(m, dict_keys_bytes(keys));
    if (!keys->address) {
        heap_free(m, keys);
        return NULL;
    }
    memcpy(keys->indices, from->indices, DK_SIZE(from) * sizeof *keys->indices);
    memcpy(keys->entries, from->entries, (size_t)from->dk_nentries * sizeof *keys->entries);
    keys->dk_usable = from->dk_usable;
    keys->dk_nentries = from->dk_nentries;
    return keys;
}

/* ---- what must hold -------------------------------------------------------------------------- */

static const char *entry_broken(const DictKeys *keys, ssize_t ix)
{
    const DictEntry *e = &keys->entries[ix];
    bool split = keys->dk_kind == DICT_KEYS_SPLIT;
    if (!(e->value || split) != !e->key)
        return "dict: an entry has a key or a value, but not both";
    if (!e->key)
        return NULL;
    if (keys->dk_kind != DICT_KEYS_GENERAL && !is_str(e->key))
        return "dict: a key of a unicode table is no str";
    const size_t mask = DK_MASK(keys);
    uint64_t perturb = (uint64_t)e->hash;
    size_t slot = (size_t)e->hash & mask;
    while (keys->indices[slot] != DKIX_EMPTY && keys->indices[slot] != ix)
        slot = dict_next_slot(slot, &perturb, mask);
    return keys->indices[slot] == ix ? NULL : "dict: an entry cannot be reached from its hash";
}

const char *dict_broken(const Object *o)
{
    const DictObject *d = (const DictObject *)o;
    const DictKeys *keys = d->ma_keys;
    size_t empty = 0, active = 0;
    for (size_t slot = 0; slot < DK_SIZE(keys); slot++) {
        int32_t ix = keys->indices[slot];
        if (ix < DKIX_DUMMY || ix >= keys->dk_nentries)
            return "dict: a slot leads nowhere";
        empty += ix == DKIX_EMPTY;
        active += ix >= 0;
    }
    if (!empty)
        return "dict: no slot is empty";
    if (keys->dk_usable + keys->dk_nentries > dict_usable(keys->dk_log2_size))
        return "dict: more entries than fit";
    ssize_t live = 0;
    for (ssize_t i = 0; i < keys->dk_nentries; i++) {
        const char *why = entry_broken(keys, i);
        if (why)
            return why;
        live += keys->entries[i].key != NULL;
    }
    if (d->ma_values)
        return active == (size_t)live ? dict_values_broken(d) : "dict: a shared key has no slot";
    if (live != d->ma_used || active != (size_t)live)
        return "dict: ma_used does not count the live entries";
    return NULL;
}
