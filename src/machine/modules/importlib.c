/* importlib: importing by a name that is computed. */
#include "builtins.h"

#include "../import.h"

#include <pyviz/machine/str.h>

BUILTIN(importlib_import_module)
{
    static const char *const names[] = {"name", "package", NULL};
    Object *out[2];
    ssize_t level = 0;
    UNUSED_SELF;
    if (!arg_parse_known(m, "import_module", args, nargs, kwnames, names, 1, 2, out))
        return NULL;
    if (!is_str(out[0]))
        return error_set(m, EXC_AttributeError, "'%s' object has no attribute 'startswith'",
                         type_name(out[0]));
    while (level < str_len(out[0]) && str_at(out[0], level) == '.')
        level++;
    if (level == 0)
        return import_module(m, out[0]);
    if (!out[1] || !is_str(out[1]))
        return error_set(m, EXC_TypeError,
                         "the 'package' argument is required to perform a relative "
                         "import for %R",
                         out[0]);
    Object *tail = str_substring(m, out[0], level, str_len(out[0]));
    Object *whole = tail ? import_resolve(m, tail, out[1], (int)level) : NULL;
    Object *module = whole ? import_module(m, whole) : NULL;
    xdecref(m, tail);
    xdecref(m, whole);
    return module;
}

BUILTIN(importlib_reload)
{
    UNUSED_ONE;
    return import_reload(m, args[0]);
}

BUILTIN(importlib_invalidate_caches)
{
    UNUSED_ONE;
    (void)args;
    return newref(m->none);
}

static const MethodDef importlib_methods[] = {
    {"import_module", importlib_import_module, METH_KEYWORDS, "The module of a dotted name."},
    {"invalidate_caches", importlib_invalidate_caches, METH_NOARGS, NULL},
    {"reload", importlib_reload, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

const ModuleSpec importlib_module = {
    .name = "importlib",
    .package = true,
    .doc = "Importing by name.",
    .methods = importlib_methods,
    .missing = "abc find_loader machinery metadata resources util",
};
