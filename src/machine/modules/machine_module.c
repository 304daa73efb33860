/* _machine: what the modules written in Python ask of the machine.  The program cannot import it. */
#include "builtins.h"

#include "../frame.h"

#include <pyviz/machine/dict.h>

static Object *globals_of_caller(Machine *m)
{
    const Frame *f = m->frame;
    while (f && frame_is_library(f))
        f = f->previous;
    return f ? f->globals : m->main_dict;
}

BUILTIN(machine_caller_globals)
{
    UNUSED_ONE;
    (void)args;
    return newref(globals_of_caller(m));
}

BUILTIN(machine_caller_name)
{
    UNUSED_ONE;
    (void)args;
    Object *name = dict_get_str(m, globals_of_caller(m), m->id.__name__);
    return newref(name ? name : m->none);
}

static const MethodDef machine_methods[] = {
    {"caller_globals", machine_caller_globals, METH_NOARGS, "The namespace of the program's code."},
    {"caller_name", machine_caller_name, METH_NOARGS, "The name of the module that called."},
    {NULL, NULL, 0, NULL},
};

extern const ModuleSpec machine_module;
const ModuleSpec machine_module = {.name = "_machine", .methods = machine_methods};
