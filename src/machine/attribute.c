#include "attribute.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/instance.h>
#include <pyviz/machine/tuple.h>

/* Which class along the order has the name, from 0; its length if none has. */
static ssize_t find_along(Machine *m, const Object *mro, Object *name)
{
    ssize_t i = 0, n = tuple_size(mro);
    while (i < n && !dict_get_str(m, ((const Type *)tuple_item(mro, i))->tp_dict, name))
        i++;
    return i;
}

static bool is_own(Machine *m, const Object *o, Object *name)
{
    if (is_type(o))
        return dict_get_str(m, ((const Type *)o)->tp_dict, name);
    return is_str(name) && instance_has(m, o, name);
}

/* At a glance the three are alike. */
void attribute_tell(Machine *m, Object *o, Object *name)
{
    if (event_is_passed_by(m, EVENT_ATTRIBUTE_OWN, (intptr_t[]){(intptr_t)o->type}))
        return;
    const Object *mro = o->type->tp_mro;
    ssize_t i = find_along(m, mro, name), n = tuple_size(mro);
    Object *found = i < n ? tuple_item(mro, i) : NULL;
    Object *descr = found ? dict_get_str(m, ((Type *)found)->tp_dict, name) : NULL;
    intptr_t fields[] = {(intptr_t)o->type, (intptr_t)name, (intptr_t)o, (intptr_t)found, i + 1};
    if (!(descr && slots_of(descr)->tp_descr_set) && is_own(m, o, name)) {
        event_emit(m, EVENT_ATTRIBUTE_OWN, fields, 3);
    } else if (found) {
        event_emit(m, EVENT_ATTRIBUTE_FOUND, fields, 5);
    } else {
        fields[3] = n;
        event_emit(m, EVENT_ATTRIBUTE_MISSING, fields, 4);
    }
}
