#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/modules.h>
#include <pyviz/machine/str.h>

#include "descriptor.h"
#include "specs.h"

enum { MODULE_SIZE = 56 };

Object *module_new(Machine *m, Object *name, Object *dict, bool (*known_but_missing)(Object *))
{
    ModuleObject *mod = object_new(m, m->types.module, sizeof *mod, MODULE_SIZE);
    if (!mod)
        return NULL;
    mod->name = newref(name);
    mod->dict = newref(dict);
    mod->known_but_missing = known_but_missing;
    gc_track(m, (Object *)mod);
    return (Object *)mod;
}

static Object *module_getattro(Machine *m, Object *o, Object *name)
{
    ModuleObject *mod = (ModuleObject *)o;
    Object *value = dict_get_str(m, mod->dict, name);
    if (value)
        return newref(value);
    if (mod->known_but_missing && mod->known_but_missing(name))
        return error_not_simulated(m, "%U.%U", mod->name, name);
    if (type_lookup(m, o->type, name))
        return object_generic_getattr(m, o, name);
    error_set(m, EXC_AttributeError, "module '%U' has no attribute '%U'", mod->name, name);
    return error_attribute(m, o, name);
}

static Object *module_repr(Machine *m, Object *o)
{
    return str_printf(m, "<module '%U' (built-in)>", ((ModuleObject *)o)->name);
}

static void module_dealloc(Machine *m, Object *o)
{
    ModuleObject *mod = (ModuleObject *)o;
    gc_untrack(m, o);
    clear_ref(m, mod->name);
    clear_ref(m, mod->dict);
    object_free(m, o, MODULE_SIZE);
}

static int module_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    ModuleObject *mod = (ModuleObject *)o;
    int r = mod->name ? visit(m, mod->name, arg) : 0;
    return r || !mod->dict ? r : visit(m, mod->dict, arg);
}

const TypeSpec module_spec = {
    .name = "module",
    .flags = TYPE_GC | TYPE_BASETYPE,
    .basicsize = MODULE_SIZE,
    .size = sizeof(ModuleObject),
    .dictoffset = offsetof(ModuleObject, dict),
    .slots = {
        .tp_dealloc = module_dealloc,
        .tp_repr = module_repr,
        .tp_getattro = module_getattro,
        .tp_traverse = module_traverse,
    },
};
