/* The module weakref: Modules/_weakref.c; its collections are in python/weakref.py. */
#include <pyviz/machine/weakref.h>

#include <pyviz/machine/dict.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>

#include "builtins.h"

BUILTIN(weakref_getweakrefcount)
{
    UNUSED_ONE;
    return int_from_i64(m, weakref_count(args[0]));
}

BUILTIN(weakref_getweakrefs)
{
    UNUSED_ONE;
    WeakrefObject **first = weakref_list(args[0]);
    Object *list = list_new(m, 0);
    for (WeakrefObject *w = first ? *first : NULL; list && w; w = w->next)
        if (list_append(m, list, (Object *)w) < 0)
            clear_ref(m, list);
    return list;
}

BUILTIN(weakref_proxy)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "proxy", nargs, 1, 2))
        return NULL;
    return weakref_new_proxy(m, args[0], nargs > 1 && args[1] != m->none ? args[1] : NULL);
}

/* Takes a key out of a WeakValueDictionary's dict, unless its value is a living reference. */
BUILTIN(weakref_remove_dead)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "_remove_dead_weakref", nargs, 2, 2))
        return NULL;
    Object *w = dict_get(m, args[0], args[1]);
    if (!w)
        return error_occurred(m) ? NULL : newref(m->none);
    bool dead = is_weakref(m, w) && !weakref_object((WeakrefObject *)w);
    if (dead && dict_del(m, args[0], args[1]) < 0)
        return NULL;
    return newref(m->none);
}

static const MethodDef methods[] = {
    {"_remove_dead_weakref", weakref_remove_dead, METH_FASTCALL, NULL},
    {"getweakrefcount", weakref_getweakrefcount, METH_O, "How many weak references an object has."},
    {"getweakrefs", weakref_getweakrefs, METH_O, "The weak references that an object has."},
    {"proxy", weakref_proxy, METH_FASTCALL, "An object that stands for another, weakly."},
    {NULL, NULL, 0, NULL},
};

static int exec(Machine *m, Object *dict)
{
    return module_add(m, dict, "ref", newref(m->types.weakref)) < 0 ||
                   module_add_type(m, dict, m->types.weakref) < 0 ||
                   module_add_type(m, dict, m->types.weakproxy) < 0 ||
                   module_add_type(m, dict, m->types.weakcallableproxy) < 0
               ? -1
               : 0;
}

const ModuleSpec weakref_module = {
    .name = "weakref",
    .doc = "References that do not keep their objects alive.",
    .methods = methods,
    .exec = exec,
    .python = true,
};
