/* The order in which an interpreter comes into being: Python/pylifecycle.c. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/modules.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "boot.h"

#include "exceptions.h"
#include "gc.h"
#include "import.h"
#include "main_loader.h"
#include "specs.h"
#include "type_boot.h"
#include "type_names.h"

#include <string.h>

/* First every type's memory and slots, so that objects can be made; what refers to tuples and dicts
 * follows. */
static int setup_types(Machine *m)
{
#define TYPE(field, spec)                                                                          \
    if (!(m->types.field = type_allocate(m)))                                                      \
        return -1;
#define SUBTYPE(field, spec, base) TYPE(field, spec)
#include <pyviz/machine/types.def>
#undef TYPE
#undef SUBTYPE
#define TYPE(field, spec)                                                                          \
    type_setup(m, m->types.field, &spec,                                                           \
               m->types.field == m->types.object ? NULL : m->types.object);
#define SUBTYPE(field, spec, base) type_setup(m, m->types.field, &spec, m->types.base);
#include <pyviz/machine/types.def>
#undef TYPE
#undef SUBTYPE
    m->types.list->freelist = FREELIST_LIST;
    m->types.dict->freelist = FREELIST_DICT;
    m->types.float_->freelist = FREELIST_FLOAT;
    m->types.slice->freelist = FREELIST_SLICE;
    m->types.tuple->freelist = FREELIST_TUPLE;
    m->types.async_generator_wrapped_value->freelist = FREELIST_ASYNC_VALUE;
    m->types.async_generator_asend->freelist = FREELIST_ASYNC_SEND;
    if (exceptions_setup(m) < 0)
        return -1;
    m->exc[EXC_MemoryError]->freelist = FREELIST_MEMORY_ERROR;
    return 0;
}

/* For each of the builtin types, exceptions apart: 0, or -1 as soon as one fails. */
static int each_type(Machine *m, int (*visit)(Machine *, Type *))
{
#define TYPE(field, spec)                                                                          \
    if (visit(m, m->types.field) < 0)                                                              \
        return -1;
#define SUBTYPE(field, spec, base) TYPE(field, spec)
#include <pyviz/machine/types.def>
#undef TYPE
#undef SUBTYPE
    return 0;
}

static int ready_types(Machine *m)
{
    return each_type(m, type_ready) < 0 ? -1 : exceptions_ready(m);
}

/* When all types can be used: their dicts as CPython's are. */
static int arrange_types(Machine *m)
{
    if (each_type(m, type_names_arrange) < 0)
        return -1;
    for (int i = 0; i < EXC_COUNT; i++)
        if (type_names_arrange(m, m->exc[i]) < 0)
            return -1;
    return 0;
}

static Object *singleton(Machine *m, Type *type)
{
    Object *o = object_new(m, type, sizeof *o, 16);
    if (o)
        object_make_immortal(o);
    return o;
}

static int make_singletons(Machine *m)
{
    m->none = singleton(m, m->types.none);
    m->not_implemented = singleton(m, m->types.not_implemented);
    m->ellipsis = singleton(m, m->types.ellipsis);
    return m->none && m->not_implemented && m->ellipsis ? 0 : -1;
}

static Object *namespace_new(Machine *m)
{
    Object *d = dict_new(m);
    if (d)
        d->flags |= OBJECT_QUIET;
    return d;
}

static int set_main(Machine *m, Object *key, Object *value)
{
    return dict_set(m, m->main_dict, key, value);
}

/* The names that a script finds in its module, in CPython's order; code from the command line has
 * no file. */
static int fill_main(Machine *m)
{
    bool has_file = strcmp(m->argv0, "-c") != 0;
    Object *file = str_from_utf8(m, m->script, strlen(m->script)), *annotations = dict_new(m);
    Object *name = m->profile->main_name_interned
                       ? newref(m->id.__main__)
                       : str_from_utf8(m, "__main__", strlen("__main__"));
    Object *loader = has_file ? main_loader_new(m) : newref(m->none);
    int r =
        !file || !loader || !name || !annotations || set_main(m, m->id.__name__, name) ||
        set_main(m, m->id.__doc__, m->none) || set_main(m, m->id.__package__, m->none) ||
        set_main(m, m->id.__loader__, loader) || set_main(m, m->id.__spec__, m->none) ||
        set_main(m, m->id.__annotations__, annotations) ||
        set_main(m, m->id.__builtins__, m->none) ||
        (has_file && (set_main(m, m->id.__file__, file) || set_main(m, m->id.__cached__, m->none)));
    xdecref(m, file);
    xdecref(m, name);
    xdecref(m, annotations);
    xdecref(m, loader);
    return r ? -1 : 0;
}

static int add_module(Machine *m, Object *name, Object *dict)
{
    Object *module = module_new(m, name, dict, true);
    int r = module ? dict_set(m, m->modules, name, module) : -1;
    xdecref(m, module);
    return r;
}

static int make_modules(Machine *m)
{
    m->builtins_dict = namespace_new(m);
    m->sys_dict = namespace_new(m);
    m->main_dict = namespace_new(m);
    m->modules = namespace_new(m);
    if (!m->builtins_dict || !m->sys_dict || !m->main_dict || !m->modules)
        return -1;
    if (builtins_boot(m) < 0 || sys_boot(m) < 0 || fill_main(m) < 0 || exceptions_boot(m) < 0)
        return -1;
    if (add_module(m, m->id.builtins, m->builtins_dict) < 0 ||
        add_module(m, m->id.sys, m->sys_dict) < 0)
        return -1;
    if (import_boot(m) < 0 || dict_set(m, m->sys_dict, m->id.modules, m->modules) < 0)
        return -1;
    return set_main(m, m->id.__builtins__, dict_get_str(m, m->modules, m->id.builtins));
}

int boot_objects(Machine *m)
{
    pymalloc_init(m);
    gc_boot(m);
    if (setup_types(m) < 0 || make_singletons(m) < 0)
        return -1;
    int_boot(m);
    tuple_boot(m);
    str_boot(m);
    bytes_boot(m);
    if (ready_types(m) < 0 || arrange_types(m) < 0 || make_modules(m) < 0 || error_occurred(m))
        return -1;
    return gc_boot_done(m);
}
