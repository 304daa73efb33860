/* io: streams over an in-memory file system.  All but a word of it is in python/io.py. */
#include "module_specs.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/str.h>

static Object *io_not_simulated(Machine *m, Object *self, Object *const *args, size_t nargs,
                                Object *kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    return error_not_simulated(m, "%S", args[0]);
}

/* open() is the builtin one. */
static int io_exec(Machine *m, Object *dict)
{
    Object *name = str_intern_ascii(m, "open");
    Object *open = name ? dict_get_str(m, m->builtins_dict, name) : NULL;
    xdecref(m, name);
    return open ? module_add(m, dict, "open", newref(open)) : -1;
}

static const MethodDef io_methods[] = {
    {"_not_simulated", io_not_simulated, METH_O, "Refuses."},
    {NULL, NULL, 0, NULL},
};

const ModuleSpec io_module = {
    .name = "io",
    .doc = "Streams: text and bytes, in memory.",
    .methods = io_methods,
    .exec = io_exec,
    .python = true,
    .missing = "BufferedRWPair IncrementalNewlineDecoder open_code text_encoding",
};
