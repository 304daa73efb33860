/* What dict.c shows to the other files of dict: the table's own verbs. */
#ifndef PYVIZ_MACHINE_DICT_TABLE_H
#define PYVIZ_MACHINE_DICT_TABLE_H

#include <pyviz/machine/dict.h>
#include <pyviz/machine/op.h>

#include "../specs.h"

/* A dict of `type`, without a table, not tracked. */
DictObject *dict_alloc(Machine *m, Type *type);
/* hash(key), from the str itself if it knows it. */
hash_t dict_hash_key(Machine *m, Object *key);
/* Writes key: value.  stolen: the references are the caller's to give, also on error. */
int dict_insert(Machine *m, DictObject *d, Object *key, hash_t hash, Object *value, bool stolen);
/* Rebuilds the table with 2**log2_size slots; unicode is ignored if it is general already. */
int dict_resize(Machine *m, DictObject *d, int log2_size, bool unicode);
/* The same, for a number of keys that will come: says so first. */
int dict_presize(Machine *m, DictObject *d, size_t coming, size_t total, bool unicode);
void dict_dealloc(Machine *m, Object *o);
int dict_traverse(Machine *m, Object *o, visitproc visit, void *arg);
/* d, which holds nothing, takes a copy of source's table: clone_combined_dict_keys. */
int dict_clone_table(Machine *m, DictObject *d, DictObject *source);
/* dict_update_arg: a dict, a mapping with keys(), or pairs. */
int dict_update_from(Machine *m, Object *d, Object *arg);
/* _PyStack_AsDict: a dict of the keyword arguments behind args. */
Object *dict_from_keywords(Machine *m, Object *const *values, Object *kwnames);

#endif
