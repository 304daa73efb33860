/* What the files of OrderedDict show each other. */
#ifndef PYVIZ_MACHINE_MODULES_COLLECTIONS_ODICT_H
#define PYVIZ_MACHINE_MODULES_COLLECTIONS_ODICT_H

#include "native.h"

#include "../specs.h"

#include <pyviz/machine/odict.h>

static inline OrderedDictObject *as_odict(Object *o)
{
    return (OrderedDictObject *)o;
}
static inline bool is_odict(Machine *m, Object *o)
{
    return type_is_subtype(o->type, m->types.ordered_dict);
}

/* ---- collections_odict.c: the list ---- */
/* The node of a key; NULL without an exception if there is none. */
OrderedNode *odict_find(Machine *m, OrderedDictObject *od, Object *key, hash_t hash);

/* ---- collections_odict_methods.c ---- */
extern const MethodDef odict_methods[];
extern const GetSetDef odict_getset[];
int odict_init(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames);
Object *odict_repr(Machine *m, Object *o);
Object *odict_richcompare(Machine *m, Object *a, Object *b, enum compare_op op);
Object *odict_or(Machine *m, Object *a, Object *b);
Object *odict_ior(Machine *m, Object *o, Object *other);

/* ---- collections_odict_views.c ---- */
Object *odict_iter(Machine *m, Object *o);
Object *odict_keys(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames);
Object *odict_values(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames);
Object *odict_items(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames);
Object *odict_reversed(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames);

#endif
