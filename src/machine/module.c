/* Module objects: Objects/moduleobject.c. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/modules.h>
#include <pyviz/machine/str.h>

#include "class.h"
#include "descriptor.h"
#include "import.h"
#include "module_names.h"
#include "specs.h"

#include <string.h>

enum { MODULE_SIZE = 56 };

Object *module_new(Machine *m, Object *name, Object *dict, bool core)
{
    ModuleObject *mod = object_new(m, m->types.module, sizeof *mod, MODULE_SIZE);
    if (!mod)
        return NULL;
    mod->name = newref(name);
    mod->dict = newref(dict);
    mod->core = core;
    gc_track(m, (Object *)mod);
    return (Object *)mod;
}

/* ---- what goes into them --------------------------------------------------------------------- */

int module_add(Machine *m, Object *dict, const char *name, Object *value)
{
    Object *key = value ? str_intern_ascii(m, name) : NULL;
    int r = key ? dict_set(m, dict, key, value) : -1;
    xdecref(m, key);
    xdecref(m, value);
    return r;
}

int module_add_int(Machine *m, Object *dict, const char *name, int64_t value)
{
    return module_add(m, dict, name, int_from_i64(m, value));
}

int module_add_str(Machine *m, Object *dict, const char *name, const char *ascii)
{
    return module_add(m, dict, name, str_from_ascii(m, ascii));
}

int module_add_type(Machine *m, Object *dict, Type *type)
{
    const char *dot = strrchr(type->tp_name, '.');
    return module_add(m, dict, dot ? dot + 1 : type->tp_name, newref(type));
}

/* ---- attributes ------------------------------------------------------------------------------ */

static bool is_word(const char *words, const Object *name)
{
    ssize_t n = str_len(name);
    for (const char *at = words; at && *at; at += *at == ' ') {
        const char *word = at;
        ssize_t i = 0;
        at += strcspn(at, " ");
        while (i < n && word + i < at && str_at(name, i) == (unsigned char)word[i])
            i++;
        if (i == n && word + i == at)
            return true;
    }
    return false;
}

bool module_is_missing(const Machine *m, const ModuleObject *mod, Object *name)
{
    if (mod->core)
        return is_word("__loader__ __spec__", name) || module_names_lacks(m, mod->name, name);
    if (!mod->dict || !mod->name || str_equals_ascii(mod->name, "__main__"))
        return false;
    if (mod->spec && mod->spec->shell)
        return name != m->id.__path__;
    return mod->spec &&
           (is_word("__loader__ __spec__ __cached__", name) ||
            (!module_names_is_own(m, mod->name, name) &&
             (is_word(mod->spec->missing, name) || module_names_lacks(m, mod->name, name))));
}

static Object *no_attribute(Machine *m, Object *o, Object *name)
{
    const ModuleObject *mod = (ModuleObject *)o;
    Object *file = dict_get_str(m, mod->dict, m->id.__file__);
    Object *called = dict_get_str(m, mod->dict, m->id.__name__);
    bool warns = m->profile->import_errors_warn_of_shadowing && file;
    if (!called || !is_str(called))
        error_set(m, EXC_AttributeError, "module has no attribute '%U'", name);
    else if (warns && import_shadows_stdlib(m, o))
        error_set(m, EXC_AttributeError,
                  "module '%U' has no attribute '%U' (consider renaming %R since it has the same "
                  "name as the standard library module named '%U' and the import system gives it "
                  "precedence)",
                  mod->name, name, file, mod->name);
    else if (warns && mod->initializing && !mod->spec)
        error_set(m, EXC_AttributeError,
                  "module '%U' has no attribute '%U' (consider renaming %R if it has the same name "
                  "as a third-party module you intended to import)",
                  mod->name, name, file);
    else if (mod->initializing)
        error_set(m, EXC_AttributeError,
                  "partially initialized module '%U' has no attribute '%U' (most likely due to a "
                  "circular import)",
                  mod->name, name);
    else
        error_set(m, EXC_AttributeError, "module '%U' has no attribute '%U'", called, name);
    return error_attribute(m, o, name);
}

static Object *call_own_getattr(Machine *m, Object *getattr, Object *name)
{
    bool held = m->profile->module_getattr_held;
    if (held)
        incref(getattr);
    Object *value = object_call1(m, getattr, name);
    if (held)
        decref(m, getattr);
    return value;
}

/* Objects/moduleobject.c: _Py_module_getattro_impl: what the type says of it, the namespace, the
 * module's own __getattr__. */
static Object *module_getattro(Machine *m, Object *o, Object *name)
{
    ModuleObject *mod = (ModuleObject *)o;
    Object *value = mod->dict && name != m->id.__dict__ ? dict_get_str(m, mod->dict, name) : NULL;
    if (value && name == m->id.__doc__ && mod->spec)
        return type_doc_elsewhere(m, "the module", mod->name);
    if (value) {
        incref(value);
        if (!object_is_immortal(name))
            type_lookup(m, o->type, name); /* which CPython does first: the name is remembered */
        return value;
    }
    if (type_lookup(m, o->type, name))
        return object_generic_getattr(m, o, name);
    if (!mod->dict || !mod->name) {
        error_set(m, EXC_AttributeError, "module has no attribute '%U'", name);
        return error_attribute(m, o, name);
    }
    Object *getattr = dict_get_str(m, mod->dict, m->id.__getattr__);
    bool missing = module_is_missing(m, mod, name);
    Object *made = missing && getattr ? call_own_getattr(m, getattr, name) : NULL;
    if (made || (missing && error_occurred(m) && !error_matches(m, EXC_AttributeError)))
        return made;
    if (missing) {
        error_clear(m);
        return error_not_simulated(m, "%U.%U", mod->name, name);
    }
    return getattr ? call_own_getattr(m, getattr, name) : no_attribute(m, o, name);
}

static Object *module_get_dict(Machine *m, Object *o)
{
    ModuleObject *mod = (ModuleObject *)o;
    if (mod->spec && mod->spec->shell)
        return error_not_simulated(m, "%U.__dict__", mod->name);
    return newref(mod->dict ? mod->dict : m->none);
}

static int append_new(Machine *m, const ModuleObject *mod, Object *list, Object *name)
{
    if (mod->spec && module_names_is_own(m, mod->name, name))
        return 0;
    int there = object_contains(m, list, name);
    return there ? (there < 0 ? -1 : 0) : list_append(m, list, name);
}

/* Appends names, separated by blanks, that the list does not have yet. */
static int append_words(Machine *m, const ModuleObject *mod, Object *list, const char *words)
{
    for (const char *at = words; at && *at; at += *at == ' ') {
        size_t n = strcspn(at, " ");
        Object *text = str_from_utf8(m, at, n), *name = text ? str_intern(m, text) : NULL;
        int r = name ? append_new(m, mod, list, name) : -1;
        xdecref(m, name);
        if (r < 0)
            return -1;
        at += n;
    }
    return 0;
}

/* The names in the namespace, but for those that only our module has. */
static Object *names_in(Machine *m, const ModuleObject *mod)
{
    Object *all = sequence_list(m, mod->dict ? mod->dict : m->empty_tuple);
    if (!all || !mod->spec)
        return all;
    Object *list = list_new(m, 0);
    for (ssize_t i = 0; list && i < list_size(all); i++) {
        Object *name = list_item(all, i);
        bool own = is_str(name) && module_names_is_own(m, mod->name, name);
        if (!own && list_append(m, list, name) < 0)
            clear_ref(m, list);
    }
    decref(m, all);
    return list;
}

Object *module_listed_names(Machine *m, const ModuleObject *mod)
{
    Object *list = names_in(m, mod);
    if (!list || !(mod->spec || mod->core))
        return list;
    const char *parts[] = {"__loader__ __spec__",
                           mod->spec && !mod->spec->package ? mod->spec->missing : NULL};
    int r = module_names_append(m, mod->name, list);
    for (size_t i = 0; r == 0 && i < sizeof parts / sizeof *parts; i++)
        r = append_words(m, mod, list, parts[i]);
    if (r < 0)
        clear_ref(m, list);
    return list;
}

/* Made when it is asked for; what stands in the namespace has been found before. */
static Object *module_get_annotations(Machine *m, Object *o)
{
    ModuleObject *mod = (ModuleObject *)o;
    Object *found = mod->dict ? dict_get_str(m, mod->dict, m->id.__annotations__) : NULL;
    if (found)
        return newref(found);
    Object *empty = dict_new(m);
    if (empty && mod->dict && dict_set(m, mod->dict, m->id.__annotations__, empty) < 0)
        clear_ref(m, empty);
    return empty;
}

static int module_set_annotations(Machine *m, Object *o, Object *value)
{
    ModuleObject *mod = (ModuleObject *)o;
    if (value)
        return dict_set(m, mod->dict, m->id.__annotations__, value);
    if (dict_get_str(m, mod->dict, m->id.__annotations__))
        return dict_del(m, mod->dict, m->id.__annotations__);
    error_set(m, EXC_AttributeError, "__annotations__");
    return -1;
}

/* A class derived from it may say something else of __dict__. */
static bool has_namespace(Machine *m, Object *o)
{
    if (is_exact(m, o, module))
        return true;
    Object *dict = object_getattr(m, o, m->id.__dict__);
    if (dict && !is_dict(dict))
        error_set(m, EXC_TypeError, "<module>.__dict__ is not a dictionary");
    xdecref(m, dict);
    return !error_occurred(m);
}

static Object *module_dir(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    ModuleObject *mod = (ModuleObject *)o;
    if (mod->spec && mod->spec->shell)
        return error_not_simulated(m, "dir() of the module %U", mod->name);
    if (!has_namespace(m, o))
        return NULL;
    Object *key = str_intern_ascii(m, "__dir__");
    Object *function = key && mod->dict ? dict_get_str(m, mod->dict, key) : NULL;
    xdecref(m, key);
    if (function)
        return object_call0(m, function);
    return module_listed_names(m, mod);
}

/* ---- the type -------------------------------------------------------------------------------- */

/* The __file__ of a module; one without a spec is asked like any object. */
static int find_file(Machine *m, const ModuleObject *mod, Object **file)
{
    *file = mod->dict ? dict_get_str(m, mod->dict, m->id.__file__) : NULL;
    if (*file || !mod->dict || mod->spec || mod->core) {
        xincref(*file);
        return 0;
    }
    return object_lookup_attr(m, (Object *)(uintptr_t)mod, m->id.__file__, file) < 0 ? -1 : 0;
}

static Object *repr_of_namespace(Machine *m, const ModuleObject *mod, Object *name)
{
    Object *folders = sequence_list(m, dict_get_str(m, mod->dict, m->id.__path__));
    Object *text = folders ? str_printf(m, "<module %R (namespace) from %R>", name, folders) : NULL;
    xdecref(m, folders);
    return text;
}

/* What a module without a file shows beside its name: where it is from. */
static Object *repr_without_file(Machine *m, const ModuleObject *mod, Object *name,
                                 bool is_namespace)
{
    if (mod->spec || mod->core)
        return str_printf(m, "<module %R (%s)>", name,
                          import_is_frozen(mod->name) ? "frozen" : "built-in");
    Object *loader = mod->dict ? dict_get_str(m, mod->dict, m->id.__loader__) : NULL;
    if (is_namespace && m->profile->namespace_says_where)
        return repr_of_namespace(m, mod, name);
    return loader && loader != m->none ? str_printf(m, "<module %R (%R)>", name, loader)
                                       : str_printf(m, "<module %R>", name);
}

/* A new reference.  What a module was imported as, which its spec knows, whatever became of
 * __name__. */
static Object *name_in_repr(Machine *m, const ModuleObject *mod)
{
    if (mod->spec || mod->core)
        return newref(mod->name);
    Object *spec = mod->dict ? dict_get_str(m, mod->dict, m->id.__spec__) : NULL;
    if (spec && spec != m->none)
        return object_getattr(m, spec, m->id.name);
    Object *name = mod->dict ? dict_get_str(m, mod->dict, m->id.__name__) : NULL;
    return name ? newref(name) : str_from_ascii(m, "?");
}

/* Lib/importlib/_bootstrap.py: _module_repr. */
static Object *module_repr(Machine *m, Object *o)
{
    const ModuleObject *mod = (ModuleObject *)o;
    Object *file, *name;
    if (find_file(m, mod, &file) < 0)
        return NULL;
    if (!(name = name_in_repr(m, mod))) {
        xdecref(m, file);
        return NULL;
    }
    bool is_namespace = file == m->none && dict_get_str(m, mod->dict, m->id.__path__);
    bool is_file = file && !is_namespace && !(mod->spec && import_is_frozen(mod->name));
    Object *text = is_file ? str_printf(m, "<module %R from %R>", name, file)
                           : repr_without_file(m, mod, name, is_namespace);
    xdecref(m, name);
    xdecref(m, file);
    return text;
}

static Object *module_tp_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *o = object_default_new(m, type, NULL, 0, NULL);
    if (o && !(((ModuleObject *)o)->dict = dict_new(m)))
        clear_ref(m, o);
    if (o)
        ((ModuleObject *)o)->dict->flags |= OBJECT_QUIET;
    return o;
}

static int module_init(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const names[] = {"name", "doc", NULL};
    ModuleObject *mod = (ModuleObject *)o;
    Object *out[2];
    if (!arg_parse(m, "module", args, nargs, kwnames, names, 1, 2, out))
        return -1;
    if (!is_str(out[0])) {
        error_set(m, EXC_TypeError, "module() argument 'name' must be str, not %s",
                  out[0] == m->none ? "None" : type_name(out[0]));
        return -1;
    }
    set_ref(m, mod->name, newref(out[0]));
    return dict_set(m, mod->dict, m->id.__name__, out[0]) < 0 ||
                   dict_set(m, mod->dict, m->id.__doc__, out[1] ? out[1] : m->none) < 0 ||
                   dict_set(m, mod->dict, m->id.__package__, m->none) < 0 ||
                   dict_set(m, mod->dict, m->id.__loader__, m->none) < 0 ||
                   dict_set(m, mod->dict, m->id.__spec__, m->none) < 0
               ? -1
               : 0;
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
    return VISIT(mod->name, mod->dict);
}

static int module_clear(Machine *m, Object *o)
{
    ModuleObject *mod = (ModuleObject *)o;
    if (mod->dict)
        dict_clear(m, mod->dict);
    return 0;
}

static const MethodDef module_methods[] = {
    {"__dir__", module_dir, METH_NOARGS, "The names in it."},
    {NULL, NULL, 0, NULL},
};
static const GetSetDef module_getset[] = {
    {"__dict__", module_get_dict, NULL},
    {"__annotations__", module_get_annotations, module_set_annotations},
    {NULL, NULL, NULL},
};

const TypeSpec module_spec = {
    .name = "module",
    .flags = TYPE_WEAKREFS | TYPE_GC | TYPE_BASETYPE,
    .basicsize = MODULE_SIZE,
    .size = sizeof(ModuleObject),
    .dictoffset = offsetof(ModuleObject, dict),
    .methods = module_methods,
    .getset = module_getset,
    .slots =
        {
            .tp_dealloc = module_dealloc,
            .tp_new = module_tp_new,
            .tp_repr = module_repr,
            .tp_getattro = module_getattro,
            .tp_init = module_init,
            .tp_traverse = module_traverse,
            .tp_clear = module_clear,
        },
};
