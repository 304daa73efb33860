#include "type_cache.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/tuple.h>

Object *const *type_cache_seek(Machine *m, const Type *type, Object *name, bool *lasts)
{
    ssize_t n = type->tp_mro ? tuple_size(type->tp_mro) : 0; /* none: being taken apart */
    *lasts = n > 0;
    for (ssize_t i = 0; i < n; i++) {
        Object *d = ((Type *)tuple_item(type->tp_mro, i))->tp_dict;
        const DictObject *dict = (const DictObject *)d;
        ssize_t ix = dict_str_entry(m, d, name);
        *lasts = *lasts && !dict->ma_values && d->flags & OBJECT_CLASS_DICT;
        if (ix >= 0 && dict_value_at(dict, ix))
            return dict->ma_values ? &dict->ma_values->value[ix]
                                   : &dict->ma_keys->entries[ix].value;
    }
    return NULL;
}

Object *type_cache_fill(Machine *m, const Type *type, Object *name)
{
    bool lasts;
    Object *const *place = type_cache_seek(m, type, name, &lasts);
    if (lasts && name->flags & OBJECT_INTERNED) {
        name->flags |= OBJECT_LOOKED_UP;
        *type_cache_at(m, type, name) =
            (struct type_cache_entry){type, name, place, m->class_epoch};
    }
    return place ? *place : NULL;
}
