/* _machine: what the modules written in Python ask of the machine.  The program cannot import it. */
#include "builtins.h"

#include "../frame.h"
#include "../objects/int_limbs.h"
#include "../warnings.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/str.h>

#include <string.h>

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

/* operator.index */
BUILTIN(machine_index)
{
    UNUSED_ONE;
    Object *o = number_index(m, args[0]), *exact = o ? int_long(m, o) : NULL;
    xdecref(m, o);
    return exact;
}

/* A class that CPython writes in C: messages call it by its module too, as "datetime.date".  Usable as
 * a decorator. */
BUILTIN(machine_named_with_module)
{
    UNUSED_ONE;
    Type *type = (Type *)args[0];
    Object *module = dict_get_str(m, type->tp_dict, m->id.__module__);
    if (!module || !is_str(module))
        return newref(args[0]);
    Object *name = str_printf(m, "%U.%U", module, type->ht_name);
    if (!name)
        return NULL;
    /* ASCII: the text is the data; the type keeps its name for ever */
    char *copy = heap_alloc(m, (size_t)str_len(name) + 1);
    if (copy) {
        memcpy(copy, ((StrObject *)name)->data, (size_t)str_len(name) + 1);
        type->tp_name = copy;
    }
    decref(m, name);
    return copy ? newref(args[0]) : NULL;
}

/* Warns the program that calls the library. */
BUILTIN(machine_warn_deprecated)
{
    UNUSED_ONE;
    struct Frame *frame = m->frame;
    while (m->frame && frame_is_library(m->frame))
        m->frame = m->frame->previous;
    int status = warn_deprecated(m, ((StrObject *)args[0])->data);
    m->frame = frame;
    return status < 0 ? NULL : newref(m->none);
}

static const MethodDef machine_methods[] = {
    {"caller_globals", machine_caller_globals, METH_NOARGS, "The namespace of the program's code."},
    {"caller_name", machine_caller_name, METH_NOARGS, "The name of the module that called."},
    {"index", machine_index, METH_O, "operator.index."},
    {"named_with_module", machine_named_with_module, METH_O, "A decorator of classes."},
    {"warn_deprecated", machine_warn_deprecated, METH_O, "A DeprecationWarning of the caller's line."},
    {NULL, NULL, 0, NULL},
};

extern const ModuleSpec machine_module;
const ModuleSpec machine_module = {.name = "_machine", .methods = machine_methods};
