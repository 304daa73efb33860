/* The builtin functions that look at namespaces: Python/bltinmodule.c, Objects/frameobject.c. */
#include "builtins.h"

#include "../class.h"
#include "../frame.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

BUILTIN(builtin_globals)
{
    UNUSED_ONE;
    (void)args;
    return newref(m->frame ? m->frame->globals : m->none);
}

static Object *local_namespace(Machine *m)
{
    return m->frame ? frame_locals_shown(m, m->frame)
                    : error_set(m, EXC_SystemError, "frame does not exist");
}

BUILTIN(builtin_locals)
{
    UNUSED_ONE;
    (void)args;
    Object *hidden = m->profile->locals_looks_for_hidden ? dict_new(m) : NULL;
    Object *names = local_namespace(m);
    xdecref(m, hidden);
    return names;
}

BUILTIN(builtin_vars)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "vars", nargs, 0, 1))
        return NULL;
    if (nargs == 0)
        return local_namespace(m);
    Object *dict;
    int found = object_lookup_attr(m, args[0], m->id.__dict__, &dict);
    if (found > 0)
        return dict;
    return found < 0 ? NULL
                     : error_set(m, EXC_TypeError, "vars() argument must have __dict__ attribute");
}

/* Objects/abstract.c: PyMapping_Keys: a mapping that is not exactly a dict says its keys itself,
 * one by one; it is held meanwhile, as eval() holds it. */
static Object *local_names(Machine *m)
{
    Object *locals = local_namespace(m), *keys, *list;
    if (!locals)
        return NULL;
    keys = is_exact(m, locals, dict) ? newref(locals)
                                     : object_call_method(m, locals, m->id.keys, NULL, 0);
    if (!m->profile->exec_holds_locals)
        clear_ref(m, locals);
    list = keys ? sequence_list(m, keys) : NULL;
    xdecref(m, keys);
    xdecref(m, locals);
    return list;
}

static Object *names_of(Machine *m, Object *o)
{
    Object *names = special_call(m, o, m->id.__dir__, NULL, 0, NULL);
    Object *list = names ? sequence_list(m, names) : NULL;
    xdecref(m, names);
    return list;
}

BUILTIN(builtin_dir)
{
    UNUSED_SELF;
    (void)args;
    (void)kwnames;
    if (!arg_check_positional(m, "dir", nargs, 0, 1))
        return NULL;
    Object *list = nargs ? names_of(m, args[0]) : local_names(m);
    if (list && list_sort(m, list, NULL, false) < 0)
        clear_ref(m, list);
    return list;
}

const MethodDef builtins_name_methods[] = {
    {"globals", builtin_globals, METH_NOARGS, "The names of the module."},
    {"locals", builtin_locals, METH_NOARGS, "The names of the function, or of the module."},
    {"vars", builtin_vars, METH_FASTCALL | METH_PACKED_BUT_12, "The names of an object."},
    {"dir", builtin_dir, METH_FASTCALL | METH_PACKED_BUT_12,
     "The names of the function, or of the module, sorted."},
    {NULL, NULL, 0, NULL},
};
