/* Where names lead to in classes, remembered: what makes o.name quick.
 *
 * Objects/typeobject.c has such a cache, too: _PyType_Lookup, one table for all classes.  CPython's
 * shows, for it holds the names that are in it; type.c models that apart from what is found.  This
 * one shows nowhere: it holds nothing, emits nothing and lies in the region, so that it is rewound
 * with the rest.
 *
 * An entry says in which place of a class's dict the value lies, or that no class along the order
 * has the name; so a new value for a name that is there needs nothing.  All entries go at once,
 * with m->class_epoch, whenever
 *   - the table of a class's dict changes otherwise (OBJECT_CLASS_DICT, see dict_table.h),
 *   - a class gets another order, or goes,
 *   - a name that was looked up dies (OBJECT_LOOKED_UP).
 * Invariant: an entry of the present epoch is what type_cache_seek would find; check.c holds it. */
#ifndef PYVIZ_MACHINE_TYPE_CACHE_H
#define PYVIZ_MACHINE_TYPE_CACHE_H

#include <pyviz/machine/machine.h>

static inline struct type_cache_entry *type_cache_at(Machine *m, const Type *type,
                                                     const Object *name)
{
    /* Both are grains of the heap, 16 bytes and more apart. */
    size_t mixed = ((size_t)type >> 6) ^ ((size_t)name >> 4);
    return &m->type_cache[mixed % TYPE_CACHE_SIZE];
}

/* The place of name, a str, in the dicts along the type's order; NULL: in none.  *lasts: it stays
 * there until the epoch ends. */
Object *const *type_cache_seek(Machine *m, const Type *type, Object *name, bool *lasts);
/* The same, and remembers it: what type_cache_get does if there is no entry.  Borrowed. */
Object *type_cache_fill(Machine *m, const Type *type, Object *name);

/* What name leads to in the type, or NULL: borrowed. */
static inline Object *type_cache_get(Machine *m, const Type *type, Object *name)
{
    const struct type_cache_entry *e = type_cache_at(m, type, name);
    if (e->type == type && e->name == name && e->epoch == m->class_epoch)
        return e->place ? *e->place : NULL;
    return type_cache_fill(m, type, name);
}

/* Nothing that was found is known any more. */
static inline void type_cache_forget(Machine *m)
{
    m->class_epoch++;
}
/* The type has its attributes in `dict` (stolen) from now on: a namespace of the interpreter, whose
 * changes the cache is told of. */
static inline void type_cache_take_dict(Machine *m, Type *type, Object *dict)
{
    dict->flags |= OBJECT_QUIET | OBJECT_CLASS_DICT;
    set_ref(m, type->tp_dict, dict);
    type_cache_forget(m);
}

#endif
