/* The common part of the native types of the modules; see native.h. */
#include "native.h"

#include <pyviz/machine/dict.h>

#include <string.h>

void native_dealloc(Machine *m, Object *o, int n)
{
    gc_untrack(m, o);
    Object **ref = native_references(o);
    for (int i = 0; i < n; i++)
        clear_ref(m, ref[i]);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

int native_traverse(Object *o, int n, Machine *m, visitproc visit, void *arg)
{
    return visit_each(m, native_references(o), (size_t)n, visit, arg);
}

int native_clear(Machine *m, Object *o, int n)
{
    Object **ref = native_references(o);
    for (int i = 0; i < n; i++)
        clear_ref(m, ref[i]);
    return 0;
}

bool native_no_keywords(Machine *m, const Type *type, const Type *exact, const char *name,
                        Object *kwnames)
{
    if (type != exact && type->slots.tp_init != exact->slots.tp_init)
        return true;
    return arg_no_keywords(m, name, kwnames);
}

void native_heap_type(Machine *m, Type *type)
{
    type->tp_flags |= TYPE_HEAP_IN_CPYTHON;
    gc_track(m, (Object *)type);
}

Object *native_state(Machine *m, Object *o)
{
    Object *name = str_intern_ascii(m, "__getstate__"), *state;
    if (!name)
        return NULL;
    if (type_lookup(m, o->type, name)) {
        state = object_call_method(m, o, name, NULL, 0);
    } else {
        int found = object_lookup_attr(m, o, m->id.__dict__, &state);
        if (found < 0 || (found && dict_size(state) == 0))
            clear_ref(m, state);
        if (found >= 0 && !state)
            state = newref(m->none);
    }
    decref(m, name);
    return state;
}

const char *native_short_name(const Type *type)
{
    const char *dot = strrchr(type->tp_name, '.');
    return dot ? dot + 1 : type->tp_name;
}

int native_push(Machine *m, struct native_array *a, Object *o)
{
    if (a->size == a->capacity) {
        ssize_t capacity = a->capacity ? a->capacity * 2 : 8;
        Object **item = heap_realloc(m, a->item, (size_t)capacity * sizeof *item);
        if (!item) {
            decref(m, o);
            return -1;
        }
        a->item = item;
        a->capacity = capacity;
    }
    a->item[a->size++] = o;
    return 0;
}

void native_drop(Machine *m, struct native_array *a)
{
    Object **item = a->item;
    ssize_t n = a->size;
    *a = (struct native_array){0};
    for (ssize_t i = 0; i < n; i++)
        decref(m, item[i]);
    heap_free(m, item);
}
