/* What the files of dict show each other: the keys object (dict_keys.c), the table's
 * verbs (dict.c), shared keys (dict_split.c), merging (dict_merge.c) and views (dict_views.c). */
#ifndef PYVIZ_MACHINE_DICT_TABLE_H
#define PYVIZ_MACHINE_DICT_TABLE_H

#include <pyviz/machine/dict.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/op.h>
#include <pyviz/machine/str.h>

#include "../specs.h"
#include "../type_cache.h"

/* What a dict that never held a key points at: one slot, empty for ever. */
extern const DictKeys dict_no_keys;
#define EMPTY_KEYS ((DictKeys *)(uintptr_t)&dict_no_keys)

/* dict_keys.c.  A fresh, empty table; from the model's free list of small ones if CPython would. */
DictKeys *dict_keys_new(Machine *m, int log2_size, bool unicode);
/* Index and entries as they are; the references are the caller's business.  Never from a free list.
 */
DictKeys *dict_keys_copy(Machine *m, const DictKeys *from);
/* Gives the block back; what the entries hold is the caller's business. */
void dict_keys_free(Machine *m, DictKeys *keys);

/* startkey == key, whose hashes are equal: 1, 0, or -1; for sets too.  Only the last line runs
 * Python code. */
static inline int dict_keys_equal(Machine *m, Object *startkey, Object *key)
{
    if (is_exact(m, startkey, str) && is_exact(m, key, str))
        return str_equal(startkey, key);
    if (is_exact(m, startkey, int_) && is_exact(m, key, int_))
        return int_compare(startkey, key) == 0;
    return object_richcompare_bool(m, startkey, key, COMPARE_EQ);
}

/* The entries of d lie elsewhere, or are others: where a class has its attributes is sought
 * anew. */
static inline void dict_keys_moved(Machine *m, const DictObject *d)
{
    if (d->ob_base.flags & OBJECT_CLASS_DICT)
        type_cache_forget(m);
}
static inline void dict_keys_changed(Machine *m, DictObject *d)
{
    d->version++;
    dict_keys_moved(m, d);
}

enum { DICT_BYTES = 48 }; /* CPython's PyDictObject */

/* dict_split.c.  What a class's instances share, for type_new. */
DictKeys *dict_keys_for_class(Machine *m);
/* One owner fewer; the last one frees shared keys with the names that they hold. */
void dict_keys_drop(Machine *m, DictKeys *keys);
/* Which shared key a str is, or DKIX_EMPTY. */
ssize_t dict_find_shared(Machine *m, const DictKeys *keys, Object *name);
/* The same, adding it if there is room. */
ssize_t dict_share_key(Machine *m, DictKeys *keys, Object *name);
/* How many values an instance made now has room for: shared_keys_usable_size. */
ssize_t dict_shared_room(const DictKeys *keys);
/* Bytes behind a new instance for its inline values. */
size_t dict_inline_bytes(const DictKeys *keys);
DictValues *dict_values_new(Machine *m, ssize_t capacity, bool embedded);
void dict_values_free(Machine *m, DictValues *v);
/* Lets go of all values, in the order of the keys. */
void dict_values_release(Machine *m, Object *holder, DictValues *v);
/* Inline values that d shows move into a block of its own: the instance dies, or takes another
 * dict. */
bool dict_values_detach(Machine *m, DictObject *d);
/* Where there is no memory for that: d, which shows inline values, is empty from now on. */
void dict_values_cut(Machine *m, DictObject *d);
/* The value of key ix is there now; it is there no longer. */
void dict_values_note(DictValues *v, ssize_t ix);
void dict_values_forget(DictValues *v, ssize_t ix);
/* A dict for values that exist (it takes them over, but for inline ones); one without any. */
Object *dict_from_values(Machine *m, DictKeys *keys, DictValues *v);
Object *dict_new_sharing(Machine *m, DictKeys *keys);
Object *dict_copy_split(Machine *m, DictObject *d);
/* NULL, or which invariant of the values does not hold. */
const char *dict_values_broken(const DictObject *d);

/* A dict of `type`, without a table, not tracked, never from the model's free list: dict(). */
DictObject *dict_alloc(Machine *m, Type *type);
void dict_dealloc(Machine *m, Object *o);
int dict_traverse(Machine *m, Object *o, visitproc visit, void *arg);
/* hash(key), from the str itself if it knows it. */
hash_t dict_hash_key(Machine *m, Object *key);
/* Writes key: value.  stolen: the references are the caller's to give, also on error. */
int dict_insert(Machine *m, DictObject *d, Object *key, hash_t hash, Object *value, bool stolen);
/* Rebuilds the table with 2**log2_size slots; unicode is ignored if it is general already. */
int dict_resize(Machine *m, DictObject *d, int log2_size, bool unicode);
/* The same for `coming` keys that will make it `total`: says so first. */
int dict_presize(Machine *m, DictObject *d, size_t coming, size_t total, bool unicode);
/* d, which holds nothing, takes a copy of source's table: clone_combined_dict_keys. */
int dict_clone_table(Machine *m, DictObject *d, DictObject *source);
/* A silent dict of the keyword arguments: _PyStack_AsDict. */
Object *dict_from_keywords(Machine *m, Object *const *values, Object *kwnames);

/* dict_merge.c */
enum dict_merge { MERGE_KEEP, MERGE_REPLACE, MERGE_UNIQUE };
/* Objects/dictobject.c: dict_merge.  0 or -1; with MERGE_UNIQUE, 1 and the repeated key (a new
 * reference) in *duplicate. */
int dict_merge(Machine *m, Object *d, Object *other, enum dict_merge how, Object **duplicate);
/* 1, 0 or -1. */
int dict_equal(Machine *m, Object *a, Object *b);

/* dict_views.c */
Object *dict_iter(Machine *m, Object *d);
Object *dict_keys(Machine *m, Object *d, Object *const *args, size_t nargs, Object *kwnames);
Object *dict_values(Machine *m, Object *d, Object *const *args, size_t nargs, Object *kwnames);
Object *dict_items(Machine *m, Object *d, Object *const *args, size_t nargs, Object *kwnames);
Object *dict_reversed(Machine *m, Object *d, Object *const *args, size_t nargs, Object *kwnames);

#endif
