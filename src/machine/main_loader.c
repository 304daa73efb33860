#include "main_loader.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/str.h>

#include "specs.h"

#include <string.h>

enum { LOADER_SIZE = 40 }; /* an instance with a dict of its own */

Object *main_loader_new(Machine *m)
{
    return object_new(m, m->types.main_loader, sizeof(Object), LOADER_SIZE);
}

static Object *get_name(Machine *m, Object *o)
{
    (void)o;
    return newref(m->id.__main__);
}

static Object *get_path(Machine *m, Object *o)
{
    (void)o;
    return str_from_utf8(m, m->script, strlen(m->script));
}

static Object *get_filename(Machine *m, Object *o, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)args, (void)kwnames;
    return nargs > 1 ? error_not_simulated(m, "SourceFileLoader.get_filename() of other modules")
                     : get_path(m, o);
}

/* What else the class has reads and compiles. */
static Object *getattro(Machine *m, Object *o, Object *name)
{
    static const char *const missing[] = {
        "__dict__",    "create_module",       "exec_module",    "get_code",
        "get_data",    "get_source",          "is_package",     "load_module",
        "path_mtime",  "get_resource_reader", "path_stats",     "set_data",
        "__weakref__", "__module__",          "source_to_code", "_cache_bytecode"};
    for (size_t i = 0; i < sizeof missing / sizeof *missing; i++)
        if (str_equals_ascii(name, missing[i]))
            return error_not_simulated(m, "SourceFileLoader.%s", missing[i]);
    return object_generic_getattr(m, o, name);
}

static const GetSetDef main_loader_getset[] = {
    {"name", get_name, NULL},
    {"path", get_path, NULL},
    {NULL, NULL, NULL},
};

static const MethodDef main_loader_methods[] = {
    {"get_filename", get_filename, METH_FASTCALL, "The path of the program."},
    {NULL, NULL, 0, NULL},
};

const TypeSpec main_loader_spec = {
    .name = "_frozen_importlib_external.SourceFileLoader",
    .flags = TYPE_NO_NEW,
    .basicsize = LOADER_SIZE,
    .size = sizeof(Object),
    .getset = main_loader_getset,
    .methods = main_loader_methods,
    .slots = {.tp_getattro = getattro},
};
