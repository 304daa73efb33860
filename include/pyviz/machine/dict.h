/* dict: Objects/dictobject.c.  The compact table: a sparse index of small integers, and the entries
 * in order of insertion.
 *
 * A lookup takes the low bits of the hash for a slot of the index; the slot says which entry to
 * look at; if that is another key, the rest of the hash chooses the next slot.  An insertion walks
 * twice: once to learn that the key is new, once more (after a resize, if one is due) to find a
 * free slot.
 *
 * Invariants: dk_usable + dk_nentries <= usable(dk_log2_size); index[s] is DKIX_EMPTY, DKIX_DUMMY
 * or the number of an entry below dk_nentries; ma_used counts the entries with a value; at least
 * one slot is empty, so that every walk ends.  Entries of a deleted key have a NULL value (and
 * key).  Deleting and popitem() never give dk_usable back.  Index and entries lie behind their
 * DictKeys in one block; a dict that never held a key shares one constant DictKeys of a single
 * empty slot.
 *
 * Split tables: the dicts of a class's instances share one DictKeys (DICT_KEYS_SPLIT), which the
 * class owns, and each has DictValues of its own: the value of entry i is ma_values->value[i], NULL
 * while this dict lacks the key, and entries[i].value is always NULL.  Keys are only ever added to
 * it.  ma_values->order says in which order this dict got them.  What does not fit makes the dict
 * stop sharing: it gets a table of its own.  (instance.h: who makes such dicts, and when.) */
#ifndef PYVIZ_MACHINE_DICT_H
#define PYVIZ_MACHINE_DICT_H

#include <pyviz/machine/machine.h>

enum { DKIX_EMPTY = -1, DKIX_DUMMY = -2, DICT_PERTURB_SHIFT = 5, DICT_LOG_MINSIZE = 3 };
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
    int32_t *indices;
} DictKeys;

/* The values of an instance: Objects/dictobject.c: PyDictValues. */
typedef struct DictValues {
    uint64_t address; /* in the model; 0: they lie in the instance itself (3.13: inline values) */
    uint8_t capacity; /* no key numbered higher will ever be shared */
    uint8_t size;     /* how many there are */
    uint16_t inline_bytes; /* what an instance was made larger by for inline ones; else 0 */
    bool valid;            /* inline ones: not moved into a dict's own table, nor thrown away */
    uint8_t *order;        /* the numbers of their keys, the oldest first */
    Object *value[];
} DictValues;

typedef struct DictObject {
    Object ob_base;
    ssize_t ma_used;
    uint64_t version; /* changes with every change of keys or values */
    DictKeys *ma_keys;
    DictValues *ma_values; /* of a split table, else NULL; inline ones are the instance's */
} DictObject;

#define DK_SIZE(keys) ((size_t)1 << (keys)->dk_log2_size)
#define DK_MASK(keys) (DK_SIZE(keys) - 1)

/* The value of entry ix; NULL: deleted, or a shared key that this dict lacks. */
static inline Object *dict_value_at(const DictObject *d, ssize_t ix)
{
    return d->ma_values ? d->ma_values->value[ix] : d->ma_keys->entries[ix].value;
}

/* Empty, and without keys of its own until the first is set: PyDict_New. */
Object *dict_new(Machine *m);
/* BUILD_MAP n: keys and values at every second place of the stack; BUILD_CONST_KEY_MAP n and
 * **kwargs of a C function: a step of 1.  _PyDict_FromItems; takes references. */
Object *dict_from_items(Machine *m, Object *const *keys, size_t keys_step, Object *const *values,
                        size_t values_step, size_t n);
/* Borrowed; NULL without an exception if the key is missing, NULL with one if hash or == raised. */
Object *dict_get(Machine *m, Object *d, Object *key);
Object *dict_get_known_hash(Machine *m, Object *d, Object *key, hash_t hash);
/* For interned str keys in a namespace of the interpreter: no events, no exceptions. */
Object *dict_get_str(Machine *m, Object *d, Object *name);
/* Likewise the number of its entry, or -1. */
ssize_t dict_str_entry(Machine *m, Object *d, Object *name);
/* d[key] with __missing__ of subclasses and KeyError(key): dict_subscript.  A new reference. */
int dict_set(Machine *m, Object *d, Object *key, Object *value); /* takes references */
int dict_set_known_hash(Machine *m, Object *d, Object *key, hash_t hash, Object *value);
/* MAP_ADD: steals both, also on error: _PyDict_SetItem_Take2. */
int dict_set_steal(Machine *m, Object *d, Object *key, Object *value);
/* The same for who looks on as dict_set: the references that it takes are the caller's. */
int dict_set_take(Machine *m, Object *d, Object *key, Object *value);
/* The value that the key has, or gets now.  Borrowed. */
Object *dict_setdefault(Machine *m, Object *d, Object *key, Object *value);
int dict_del(Machine *m, Object *d, Object *key); /* KeyError(key) */
int dict_del_known_hash(Machine *m, Object *d, Object *key, hash_t hash);
/* Takes the key out: 1 with its value in *value (a new reference), 0 if it is missing, -1. */
int dict_pop(Machine *m, Object *d, Object *key, Object **value);
int dict_pop_known_hash(Machine *m, Object *d, Object *key, hash_t hash, Object **value);
/* The last pair as a new tuple; KeyError if there is none. */
Object *dict_popitem(Machine *m, Object *o);
int dict_contains(Machine *m, Object *d, Object *key);
int dict_contains_known_hash(Machine *m, Object *d, Object *key, hash_t hash);
void dict_clear(Machine *m, Object *o);
Object *dict_copy(Machine *m, Object *o);
/* The same for the namespace of a class, which is silent: it belongs to the machine. */
Object *dict_copy_namespace(Machine *m, Object *o);
int dict_update(Machine *m, Object *d, Object *other); /* dict or mapping or iterable of pairs */
/* {**other}: a dict or a mapping with keys(), else AttributeError: PyDict_Update. */
int dict_merge_mapping(Machine *m, Object *d, Object *other);
/* Function calls: **other into d; TypeError for a repeated key is the caller's. 0, -1, or 1 with
 * *duplicate (a new reference). */
int dict_merge_unique(Machine *m, Object *d, Object *other, Object **duplicate);
/* dict.fromkeys for cls: _PyDict_FromKeys. */
Object *dict_from_keys(Machine *m, Object *cls, Object *iterable, Object *value);
/* The number of the key's entry, DKIX_EMPTY if there is none, less with an exception:
 * _PyDict_Lookup. */
ssize_t dict_entry_index(Machine *m, Object *d, Object *key, hash_t hash);
/* Walks the entries in order: *at starts at 0; false at the end; all borrowed.  key, value and hash
 * may be NULL. */
bool dict_next(Object *d, ssize_t *at, Object **key, Object **value, hash_t *hash);
/* d.keys(), d.values() or d.items(), of a type that may derive from theirs: _PyDictView_New. */
Object *dict_view_new(Machine *m, Object *d, Type *type);
/* The dict that a dict_keys, dict_values or dict_items shows: borrowed. */
Object *dict_view_dict(Object *view);
static inline ssize_t dict_size(const Object *d)
{
    return ((const DictObject *)d)->ma_used;
}
/* Does d own a table yet? */
static inline bool dict_has_table(const Object *d)
{
    return ((const DictObject *)d)->ma_keys->address != 0;
}

/* In a full collection: a dict that holds nothing that could be part of a cycle is left alone by
 * the collector until that changes: _PyDict_MaybeUntrack. */
void dict_maybe_untrack(Machine *m, Object *d);

/* ---- pure functions, for views, sizes and tests ---------------------------------------------- */

/* The slots that looking for hash visits in these keys, in order: the probe sequence up to the
 * first empty slot, at most max; returns how many. */
size_t dict_probe_path(const DictKeys *keys, hash_t hash, size_t *slots, size_t max);
/* The slot after `slot`; *perturb is shifted first, as the walk does. */
static inline size_t dict_next_slot(size_t slot, uint64_t *perturb, size_t mask)
{
    *perturb >>= DICT_PERTURB_SHIFT;
    return (slot * 5 + *perturb + 1) & mask;
}
/* Entries that fit into 2**log2 slots: USABLE_FRACTION. */
ssize_t dict_usable(int log2_size);
/* log2 of the index for at least minsize slots, with the rounding of the profile
 * (calculate_log2_keysize); for n entries (estimate_log2_keysize). */
int dict_log2_keysize(const Profile *profile, size_t minsize);
int dict_log2_estimate(const Profile *profile, size_t n);
/* Bytes of the keys object in CPython's memory. */
size_t dict_keys_bytes(const DictKeys *keys);
/* NULL, or which invariant of the table does not hold. */
const char *dict_broken(const Object *o);

#endif
