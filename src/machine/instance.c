#include <pyviz/machine/instance.h>

#include <pyviz/machine/errors.h>
#include <pyviz/machine/str.h>

#include "objects/dict_table.h"

static DictValues **values_place(Object *o)
{
    return (DictValues **)(void *)type_extra(o, o->type->dict_extra);
}

/* Its values, valid or not. */
static DictValues *all_values(Object *o)
{
    return o->type->managed_dict ? *values_place(o) : NULL;
}

bool instance_next(const Object *o, ssize_t *at, Object **name, Object **value)
{
    Object *dict = instance_dict_if_any(o);
    if (dict)
        return dict_next(dict, at, name, value, NULL);
    const DictValues *v = instance_values(o);
    if (!v || *at >= v->size)
        return false;
    ssize_t ix = v->order[(*at)++];
    *name = o->type->ht_cached_keys->entries[ix].key;
    *value = v->value[ix];
    return true;
}

/* Every instance makes the room for the next ones smaller, down to what is in use. */
int instance_init(Machine *m, Object *o)
{
    const Type *type = o->type;
    DictKeys *keys = type->ht_cached_keys;
    size_t inline_bytes = type->inline_values ? dict_inline_bytes(keys) : 0;
    if (keys->dk_usable > 1)
        keys->dk_usable--;
    DictValues *v = dict_values_new(m, dict_shared_room(keys), type->inline_values);
    if (!v)
        return -1;
    v->inline_bytes = (uint16_t)inline_bytes;
    *values_place(o) = v;
    return 0;
}

/* ---- the dict -------------------------------------------------------------------------------- */

static Object *dict_of_values(Machine *m, Object *o, DictValues *v)
{
    Object *d = dict_from_values(m, o->type->ht_cached_keys, v);
    if (!d)
        return NULL;
    d->flags |= OBJECT_INSTANCE_DICT;
    *type_dict_pointer(o) = d;
    if (!o->type->inline_values)
        *values_place(o) = NULL;
    EMIT(m, INSTANCE_DICT, o, d, v->size, o->type->inline_values);
    return d;
}

/* One without attributes. */
static Object *new_dict(Machine *m, const Type *type, bool asked)
{
    bool plain = !type->ht_cached_keys || (asked && m->profile->asked_dict_is_plain);
    Object *d = plain ? dict_new(m) : dict_new_sharing(m, type->ht_cached_keys);
    if (d)
        d->flags |= OBJECT_INSTANCE_DICT;
    return d;
}

Object *instance_dict(Machine *m, Object *o)
{
    Object **place = type_dict_pointer(o);
    if (!place)
        return error_set(m, EXC_AttributeError, "This object has no __dict__");
    if (*place)
        return *place;
    DictValues *v = instance_values(o);
    return v ? dict_of_values(m, o, v) : (*place = new_dict(m, o->type, true));
}

/* The dict goes on without the instance, if somebody else has it. */
static int let_go_of_dict(Machine *m, Object *o, Object *replacement)
{
    Object **place = type_dict_pointer(o), *old = *place;
    DictValues *v = all_values(o);
    if (old && v && ((DictObject *)old)->ma_values == v &&
        !dict_values_detach(m, (DictObject *)old))
        return -1;
    *place = replacement;
    if (replacement)
        incref(replacement);
    xdecref(m, old);
    return 0;
}

bool instance_dict_fits(Machine *m, Object *dict)
{
    if (!dict)
        return error_set(m, EXC_TypeError, "cannot delete __dict__");
    if (!is_dict(dict))
        return error_set(m, EXC_TypeError, "__dict__ must be set to a dictionary, not a '%.200s'",
                         type_name(dict));
    return true;
}

int instance_set_dict(Machine *m, Object *o, Object *dict)
{
    if (!type_dict_pointer(o)) {
        error_set(m, EXC_AttributeError, "This object has no __dict__");
        return -1;
    }
    if (dict && !instance_dict_fits(m, dict))
        return -1;
    /* Before values lay in the object, they moved into a dict first. */
    if (!o->type->inline_values && instance_values(o) && !instance_dict(m, o))
        return -1;
    if (let_go_of_dict(m, o, dict) < 0)
        return -1;
    DictValues *v = instance_values(o);
    if (v) {
        v->valid = false;
        dict_values_release(m, o, v);
    }
    return 0;
}

int instance_exchange_dict(Machine *m, Object *o, Object *dict)
{
    if (dict)
        return instance_set_dict(m, o, dict);
    error_set(m, EXC_TypeError, "cannot delete __dict__");
    return -1;
}

int instance_keep_own_dict(Machine *m, Object *o)
{
    if (!instance_values(o))
        return 0;
    DictObject *d = (DictObject *)instance_dict(m, o);
    if (!d)
        return -1;
    bool shown = d->ma_values && d->ma_values == all_values(o);
    return !shown || dict_values_detach(m, d) ? 0 : -1;
}

/* ---- attributes ------------------------------------------------------------------------------ */

/* A name that is a subclass's str may compare as it likes: it is sought in dicts only. */
static int get_value(Machine *m, Object *o, const DictValues *v, Object *name, Object **value)
{
    const DictKeys *keys = o->type->ht_cached_keys;
    if (!is_exact(m, name, str)) { /* of a class derived from str: found by its text */
        Object *plain = str_printf(m, "%U", name);
        int r = plain ? get_value(m, o, v, plain, value) : -1;
        xdecref(m, plain);
        return r;
    }
    ssize_t ix = dict_find_shared(m, keys, name);
    *value = ix >= 0 ? v->value[ix] : NULL;
    if (*value)
        EMIT(m, INSTANCE_GET, o, name, ix, *value);
    else if (ix >= 0)
        EMIT(m, INSTANCE_UNSET, o, name, ix);
    return *value != NULL;
}

/* 3.13 looks into a dict once the values have been thrown away, and makes one for that. */
static Object *dict_to_look_into(Machine *m, Object *o, bool make)
{
    Object **place = type_dict_pointer(o);
    if (place && !*place && make && o->type->inline_values && (*place = dict_new(m)))
        (*place)->flags |= OBJECT_INSTANCE_DICT;
    return place ? *place : NULL;
}

int instance_get(Machine *m, Object *o, Object *name, Object **value, bool make)
{
    *value = NULL;
    const DictValues *v = instance_values(o);
    if (v)
        return get_value(m, o, v, name, value);
    Object *dict = dict_to_look_into(m, o, make);
    if (!dict)
        return error_occurred(m) ? -1 : 0;
    *value = dict_get(m, dict, name);
    return *value ? 1 : error_occurred(m) ? -1 : 0;
}

bool instance_has(Machine *m, const Object *o, Object *name)
{
    Object *dict = instance_dict_if_any(o);
    if (dict)
        return dict_get_str(m, dict, name) != NULL;
    const DictValues *v = instance_values(o);
    ssize_t ix = v ? dict_find_shared(m, o->type->ht_cached_keys, name) : DKIX_EMPTY;
    return ix >= 0 && v->value[ix];
}

static int set_in_dict(Machine *m, Object *dict, Object *name, Object *value)
{
    if (value)
        return dict_set(m, dict, name, value) < 0 ? -1 : 1;
    if (!dict_get(m, dict, name))
        return error_occurred(m) ? -1 : 0;
    return dict_del(m, dict, name) < 0 ? -1 : 1;
}

/* The shared keys have no room for the name: this instance goes on with a table of its own. */
static int stop_sharing(Machine *m, Object *o, Object *name, Object *value)
{
    EMIT(m, INSTANCE_FULL, o, o->type, name, dict_shared_room(o->type->ht_cached_keys));
    Object *dict = instance_dict(m, o);
    return dict ? set_in_dict(m, dict, name, value) : -1;
}

static void add_value(Machine *m, Object *o, DictValues *v, ssize_t ix, Object *value)
{
    Object *name = o->type->ht_cached_keys->entries[ix].key;
    DictObject *dict = (DictObject *)instance_dict_if_any(o);
    v->value[ix] = value;
    dict_values_note(v, ix);
    if (dict)
        dict->ma_used++;
    hold(m, o, value);
    EMIT(m, INSTANCE_ADD, o, name, ix, value);
}

static void replace_value(Machine *m, Object *o, DictValues *v, ssize_t ix, Object *value)
{
    Object *name = o->type->ht_cached_keys->entries[ix].key, *old = v->value[ix];
    v->value[ix] = value;
    hold(m, o, value);
    EMIT(m, INSTANCE_REPLACE, o, name, ix, value, old);
    let_go(m, o, old);
}

static void delete_value(Machine *m, Object *o, DictValues *v, ssize_t ix)
{
    Object *name = o->type->ht_cached_keys->entries[ix].key, *old = v->value[ix];
    DictObject *dict = (DictObject *)instance_dict_if_any(o);
    v->value[ix] = NULL;
    dict_values_forget(v, ix);
    if (dict)
        dict->ma_used--;
    EMIT(m, INSTANCE_DELETE, o, name, ix);
    let_go(m, o, old);
}

/* Objects/dictobject.c: _PyObject_StoreInstanceAttribute: a name is shared as soon as it is
 * written, or deleted, for the first time. */
static int set_value(Machine *m, Object *o, DictValues *v, Object *name, Object *value)
{
    DictKeys *keys = o->type->ht_cached_keys;
    ssize_t before = keys->dk_nentries;
    ssize_t ix = is_exact(m, name, str) ? dict_share_key(m, keys, name) : DKIX_EMPTY;
    if (ix == DKIX_EMPTY)
        return stop_sharing(m, o, name, value);
    if (keys->dk_nentries > before)
        EMIT(m, INSTANCE_KEY, o->type, name, ix, keys->dk_usable);
    if (!value && !v->value[ix])
        return 0;
    if (!value)
        delete_value(m, o, v, ix);
    else if (v->value[ix])
        replace_value(m, o, v, ix, value);
    else
        add_value(m, o, v, ix, value);
    return 1;
}

int instance_set(Machine *m, Object *o, Object *name, Object *value)
{
    DictValues *v = instance_values(o);
    if (v)
        return set_value(m, o, v, name, value);
    Object **place = type_dict_pointer(o);
    if (!*place && !(*place = new_dict(m, o->type, false)))
        return -1;
    return set_in_dict(m, *place, name, value);
}

/* ---- the collector's view, and the end ------------------------------------------------------- */

/* A dict that only shows the values is not visited: nothing is reached by it alone. */
int instance_visit_attributes(Machine *m, Object *o, visitproc visit, void *arg)
{
    const DictValues *v = instance_values(o);
    int status = 0;
    if (v)
        status = visit_each(m, v->value, (size_t)v->capacity, visit, arg);
    Object *dict = v ? NULL : instance_dict_if_any(o);
    return dict ? visit(m, dict, arg) : status;
}

void instance_clear_attributes(Machine *m, Object *o)
{
    Object *pending = error_fetch(m);
    if (let_go_of_dict(m, o, NULL) < 0) {
        dict_values_cut(m, (DictObject *)*type_dict_pointer(o));
        clear_ref(m, *type_dict_pointer(o));
    }
    error_restore(m, pending);
    DictValues *v = all_values(o);
    if (!v)
        return;
    v->valid = false;
    dict_values_release(m, o, v);
    if (!v->address) /* the object's memory */
        return;
    *values_place(o) = NULL;
    dict_values_free(m, v);
}
