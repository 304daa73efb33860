/* dict: Objects/dictobject.c.  The compact table: a sparse index of small integers, and the entries
 * in order of insertion.
 *
 * Invariants: dk_usable + dk_nentries <= usable(dk_log2_size); index[s] is DKIX_EMPTY, DKIX_DUMMY or
 * the number of an entry below dk_nentries; ma_used counts the entries with a value.  Entries of a
 * deleted key have a NULL value (and key). */
#ifndef PYVIZ_MACHINE_DICT_H
#define PYVIZ_MACHINE_DICT_H

#include <pyviz/machine/machine.h>

enum { DKIX_EMPTY = -1, DKIX_DUMMY = -2, DICT_PERTURB_SHIFT = 5 };
enum dict_kind { DICT_KEYS_GENERAL, DICT_KEYS_UNICODE, DICT_KEYS_SPLIT };

typedef struct DictEntry {
    hash_t hash; /* CPython stores it in general tables only; in unicode ones the str has it */
    Object *key, *value;
} DictEntry;

typedef struct DictKeys {
    int64_t dk_refcnt;
    uint8_t dk_log2_size;        /* of the index */
    uint8_t dk_log2_index_bytes; /* of the index in CPython's memory */
    uint8_t dk_kind;
    ssize_t dk_usable, dk_nentries;
    uint64_t address; /* in the model; 0 for the shared empty keys */
    DictEntry *entries;
    int32_t indices[];
} DictKeys;

typedef struct DictObject {
    Object ob_base;
    ssize_t ma_used;
    uint64_t version; /* changes with every change of keys or values: what iterators check */
    DictKeys *ma_keys;
    Object **ma_values; /* of a split table, else NULL */
} DictObject;

#define DK_SIZE(keys) ((size_t)1 << (keys)->dk_log2_size)
#define DK_MASK(keys) (DK_SIZE(keys) - 1)

Object *dict_new(Machine *m);
Object *dict_new_presized(Machine *m, ssize_t n); /* BUILD_MAP n: _PyDict_NewPresized */
/* Borrowed; NULL without an exception if the key is missing, NULL with one if hash or == raised. */
Object *dict_get(Machine *m, Object *d, Object *key);
Object *dict_get_known_hash(Machine *m, Object *d, Object *key, hash_t hash);
/* For interned str keys in a namespace of the interpreter: no events, no exceptions. */
Object *dict_get_str(Machine *m, Object *d, Object *name);
int dict_set(Machine *m, Object *d, Object *key, Object *value); /* takes references */
int dict_set_known_hash(Machine *m, Object *d, Object *key, hash_t hash, Object *value);
int dict_del(Machine *m, Object *d, Object *key); /* KeyError(key) */
int dict_contains(Machine *m, Object *d, Object *key);
void dict_clear(Machine *m, Object *d);
Object *dict_copy(Machine *m, Object *d);
int dict_update(Machine *m, Object *d, Object *other); /* dict or mapping or iterable of pairs */
/* Function calls: **other into d; TypeError for a repeated key is the caller's. 0, -1, or 1 with *duplicate (borrowed). */
int dict_merge_unique(Machine *m, Object *d, Object *other, Object **duplicate);
/* Walks the entries in order: *at starts at 0; false at the end; all borrowed. */
bool dict_next(Object *d, ssize_t *at, Object **key, Object **value, hash_t *hash);
static inline ssize_t dict_size(const Object *d)
{
    return ((const DictObject *)d)->ma_used;
}
/* The slots that looking for hash visits in these keys, in order: the probe sequence up to the first
 * empty slot, at most max; returns how many.  Pure: what the views draw. */
size_t dict_probe_path(const DictKeys *keys, hash_t hash, size_t *slots, size_t max);
/* Entries that fit into 2**log2 slots: USABLE_FRACTION. */
ssize_t dict_usable(int log2_size);
/* Bytes of the keys object in CPython's memory. */
size_t dict_keys_bytes(const DictKeys *keys);

#endif
