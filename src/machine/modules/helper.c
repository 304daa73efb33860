/* help, as the module site makes it: Lib/_sitebuiltins.py.  What it prints is Python: _help.py. */
#include "builtins.h"
#include "pure.h"

#include "../import.h"
#include "../specs.h"

#include <pyviz/machine/str.h>

enum { HELPER_SIZE = 16 };

Object *helper_new(Machine *m)
{
    return object_new(m, m->types.helper, sizeof(Object), HELPER_SIZE);
}

static Object *helper_repr(Machine *m, Object *o)
{
    (void)o;
    return str_from_ascii(m, "Type help() for interactive help, or help(object) for help about "
                             "object.");
}

static Object *helper_call(Machine *m, Object *o, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    (void)o;
    Object *part = import_part(m, "_help"), *name = str_intern_ascii(m, "show");
    Object *show = part && name ? object_getattr(m, part, name) : NULL;
    Object *result = show ? object_vectorcall(m, show, args, nargs, kwnames) : NULL;
    xdecref(m, part);
    xdecref(m, name);
    xdecref(m, show);
    return result;
}

const TypeSpec helper_spec = {
    .name = "_sitebuiltins._Helper",
    .flags = TYPE_NO_NEW,
    .basicsize = HELPER_SIZE,
    .size = sizeof(Object),
    .slots = {.tp_repr = helper_repr, .tp_call = helper_call},
};

PURE_PART(help_module, "_help");
