#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/heap.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "compile_source.h"
#include "eval.h"
#include "exceptions.h"
#include "hush.h"
#include "import_user.h"
#include "module_names.h"
#include "module_objects.h"
#include "modules/module_specs.h"
#include "modules/shell.h"
#include "python_modules.h"
#include "suggest.h"
#include "warnings.h"

#include <stdio.h>
#include <string.h>

/* ---- where modules come from ----------------------------------------------------------------- */

static const ModuleSpec *const specs[] = {
#define MODULE(spec) &spec,
#include "modules.def"
#undef MODULE
};
enum { SPECS = sizeof specs / sizeof *specs };

/* Whether it is hidden or not. */
static const ModuleSpec *any_spec(const Object *name)
{
    for (size_t i = 0; i < SPECS; i++)
        if (str_equals_ascii(name, specs[i]->name))
            return specs[i];
    return NULL;
}

static const ModuleSpec *find_spec(const Machine *m, const Object *name)
{
    bool library = m->frame && frame_is_library(m->frame);
    const ModuleSpec *spec = any_spec(name);
    return !spec ? shell_spec(name) : library || !spec->hidden ? spec : NULL;
}

/* What python3 has loaded, built in or frozen before it looks beside the program. */
static const char before_the_program[] =
    "_abc _ast _codecs _collections _collections_abc _functools _imp _io _locale _operator _signal "
    "_sitebuiltins _sre _stat _string _symtable _thread _tokenize _tracemalloc _typing _warnings "
    "_weakref abc atexit builtins codecs errno faulthandler gc genericpath importlib io itertools "
    "marshal ntpath os posix posixpath pwd site stat sys time zipimport";
static const char built_in[] =
    "_abc _collections _functools _io _operator _thread _weakref atexit "
    "builtins errno gc itertools marshal math cmath sys time array _random";
static const char frozen[] = "_collections_abc abc codecs io os site stat importlib.machinery "
                             "importlib.util posixpath";

/* Blank-separated words. */
static bool word_in(const char *words, const char *word, size_t n)
{
    for (const char *at = words; *at; at += *at == ' ') {
        size_t length = strcspn(at, " ");
        if (length == n && !memcmp(at, word, n))
            return true;
        at += length;
    }
    return false;
}

bool import_name_in(const char *words, const Object *name)
{
    struct buffer text = {0};
    str_to_utf8(name, &text);
    bool found = word_in(words, buffer_text(&text), text.len);
    buffer_free(&text);
    return found;
}

bool import_goes_first(const Object *name)
{
    return import_name_in(before_the_program, name);
}

bool import_is_known(const Machine *m, const Object *name)
{
    return find_spec(m, name) != NULL;
}

bool import_is_frozen(const Object *name)
{
    return import_name_in(frozen, name);
}

static bool is_stdlib(const Profile *profile, const char *name)
{
    static const char *const names[] = {
#define STDLIB(name)      #name,
#define STDLIB_3_12(name) "-" #name,
#include "stdlib_names.def"
#undef STDLIB
#undef STDLIB_3_12
        "__future__",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        bool gone = names[i][0] == '-';
        if (!strcmp(names[i] + gone, name))
            return !gone || profile->minor < 13;
    }
    return profile->minor < 12 &&
           word_in("asynchat asyncore distutils imp smtpd", name, strlen(name));
}

/* Names of the library that are those of other systems: importing them fails. */
static bool is_elsewhere(const char *name)
{
    return word_in("msvcrt winreg winsound nt _winapi _overlapped _wmi _scproxy _android_support "
                   "_ios_support _osx_support _aix_support",
                   name, strlen(name));
}

bool import_is_stdlib(const Machine *m, const char *name)
{
    return is_stdlib(m->profile, name);
}

bool modules_not_simulated(const Profile *profile, const char *name)
{
    char top[64];
    for (size_t i = 0; i < SPECS; i++)
        if (!strcmp(specs[i]->name, name))
            return false;
    if (!strcmp(name, "sys") || !strcmp(name, "builtins"))
        return false;
    snprintf(top, sizeof top, "%.*s", (int)strcspn(name, "."), name);
    return is_stdlib(profile, top) && !is_elsewhere(top);
}

/* CPython has them too, though sys.stdlib_module_names does not say so. */
static bool is_unlisted(const char *top)
{
    return strcmp(top, "test") == 0 || strcmp(top, "__hello__") == 0 ||
           strcmp(top, "__phello__") == 0;
}

static bool top_is_stdlib(const Machine *m, const Object *name)
{
    struct buffer text = {0};
    str_to_utf8(name, &text);
    char *dot = strchr(buffer_text(&text), '.');
    char top[64];
    snprintf(top, sizeof top, "%.*s", dot ? (int)(dot - text.data) : (int)text.len,
             buffer_text(&text));
    buffer_free(&text);
    return (import_is_stdlib(m, top) && !is_elsewhere(top)) || is_unlisted(top);
}

int import_boot(Machine *m)
{
    Object *module = module_new(m, m->id.__main__, m->main_dict, false);
    int r = module ? dict_set(m, m->modules, m->id.__main__, module) : -1;
    xdecref(m, module);
    return r;
}

/* ---- making modules -------------------------------------------------------------------------- */

static Object *quiet_dict(Machine *m)
{
    Object *dict = dict_new(m);
    if (dict)
        dict->flags |= OBJECT_QUIET;
    return dict;
}

/* A module with the names that every one has, in sys.modules or `modules`. */
Object *import_new_module(Machine *m, Object *modules, Object *key, Object *name, Object *package)
{
    Object *dict = quiet_dict(m);
    Object *module = dict ? module_new(m, name, dict, false) : NULL;
    if (!module || dict_set(m, dict, m->id.__name__, name) < 0 ||
        dict_set(m, dict, m->id.__doc__, m->none) < 0 ||
        dict_set(m, dict, m->id.__package__, package) < 0 || dict_set(m, modules, key, module) < 0)
        clear_ref(m, module);
    xdecref(m, dict);
    return module;
}

/* A module whose code failed is not there. */
Object *import_give_up(Machine *m, Object *modules, Object *key, Object *module)
{
    Object *pending = error_fetch(m);
    if (dict_get_str(m, modules, key))
        dict_del(m, modules, key);
    error_restore(m, pending);
    decref(m, module);
    return NULL;
}

/* Code of a module, run in its namespace.  0 or -1. */
int import_run_module(Machine *m, ModuleObject *module, Object *code)
{
    module->initializing = true;
    Object *result = code ? eval_module(m, code, module->dict) : NULL;
    module->initializing = false;
    xdecref(m, code);
    xdecref(m, result);
    return result ? 0 : -1;
}

/* Is the module, or the one that it is a part of, C in CPython? */
static bool is_c(const ModuleSpec *spec)
{
    size_t top = strcspn(spec->name, ".");
    bool of_c = spec->of_c;
    for (size_t i = 0; i < SPECS && !of_c; i++)
        of_c = specs[i]->of_c && !strncmp(specs[i]->name, spec->name, top) && !specs[i]->name[top];
    return of_c;
}

static int run_python(Machine *m, ModuleObject *module, const ModuleSpec *spec)
{
    const struct python_module *source = python_modules;
    while (source->name && strcmp(source->name, spec->name) != 0)
        source++;
    char filename[80];
    snprintf(filename, sizeof filename, "<%s>", spec->name);
    struct compile_options options = {.library = true, .of_c = is_c(spec), .kept = spec->kept};
    Object *code = compile_source(m, filename, source->text, source->len, COMPILE_EXEC, &options);
    return import_run_module(m, module, code);
}

/* Where the file would be: nobody should care, but a module has one. */
static int add_file(Machine *m, Object *dict, const Object *name, bool package)
{
    struct buffer text = {0};
    str_to_utf8(name, &text);
    for (char *dot = text.data; (dot = strchr(dot, '.'));)
        *dot = '/';
    Object *folder = str_printf(m, "/usr/lib/python%d.%d/%s", m->profile->major, m->profile->minor,
                                buffer_text(&text));
    buffer_free(&text);
    Object *file = folder ? str_printf(m, package ? "%U/__init__.py" : "%U.py", folder) : NULL;
    int r = file ? dict_set(m, dict, m->id.__file__, file) : -1;
    if (r == 0 && package)
        r = module_add(m, dict, "__path__", list_from_array(m, &folder, 1));
    xdecref(m, file);
    xdecref(m, folder);
    return r;
}

static bool has_file(const ModuleSpec *spec, const Object *name)
{
    return !spec->hidden && !import_name_in(built_in, name);
}

static int fill_from_spec(Machine *m, ModuleObject *module, const ModuleSpec *spec)
{
    Object *dict = module->dict;
    if (spec->doc &&
        module_add(m, dict, "__doc__", str_from_utf8(m, spec->doc, strlen(spec->doc))) < 0)
        return -1;
    if ((has_file(spec, module->name) && add_file(m, dict, module->name, spec->package) < 0) ||
        (spec->methods && builtin_add_methods(m, dict, spec->methods, module->name) < 0) ||
        (spec->exec && spec->exec(m, dict) < 0))
        return -1;
    return spec->python ? run_python(m, module, spec) : 0;
}

Object *import_package_of(Machine *m, Object *name, bool package)
{
    ssize_t dot = str_len(name);
    if (package)
        return newref(name);
    while (dot > 0 && str_at(name, dot - 1) != '.')
        dot--;
    return str_substring(m, name, 0, dot ? dot - 1 : 0);
}

/* What of CPython's library imports collections.abc makes it an attribute of collections. */
static int bring_collections_abc(Machine *m, const Object *name)
{
    static const char importers[] = "array decimal fractions logging pprint selectors statistics "
                                    "tomllib traceback unittest";
    if (!import_name_in(importers, name))
        return 0;
    Object *module = import_ascii(m, "collections.abc");
    xdecref(m, module);
    return module ? 0 : -1;
}

static Object *make_from_spec(Machine *m, Object *key, const ModuleSpec *spec)
{
    if (spec->hidden && !m->hidden_modules && !(m->hidden_modules = quiet_dict(m)))
        return NULL;
    Object *modules = spec->hidden ? m->hidden_modules : m->modules;
    Object *package = import_package_of(m, key, spec->package);
    if (package && spec->hidden) /* all parts of a module name it by the same object */
        package = str_intern(m, package);
    Object *name = spec->hidden && package && str_len(package) ? package : key, *module = NULL;
    if (package && (module = import_new_module(m, modules, key, name, package))) {
        ((ModuleObject *)module)->spec = spec;
        if (fill_from_spec(m, (ModuleObject *)module, spec) < 0 ||
            bring_collections_abc(m, key) < 0)
            module = import_give_up(m, modules, key, module);
    }
    xdecref(m, package);
    return module;
}

static Object *load_spec(Machine *m, Object *name, const ModuleSpec *spec)
{
    struct Hush hush;
    struct ExcInfo handling = {0}, *outer = m->exc_info;
    bool outermost = !m->hush;
    struct HistorySample before = history_sample(m);
    hush_begin(m, &hush, false);
    bool program = !hush.known, counted = module_objects_known(name);
    hush.known |= counted || import_goes_first(name);
    m->exc_info = &handling; /* nothing in there is a consequence of what the program handles */
    Object *module = make_from_spec(m, name, spec);
    m->exc_info = outer;
    hush_end(m);
    if (program && !m->gc.recorded) {
        int64_t come = counted ? module_objects_come(m, name) : 0;
        m->gc.hidden[m->gc.home] += come;
        module_objects_count(m, name, come);
    }
    if (outermost)
        history_leave_out(m, &before);
    m->modules_loaded++;
    /* Its code may have put something else there. */
    Object *there = module && !spec->hidden ? dict_get_str(m, m->modules, name) : NULL;
    if (there)
        set_ref(m, module, newref(there));
    return module;
}

/* ---- finding --------------------------------------------------------------------------------- */

/* Looking for the modules of what is no package has failed first; nobody shall read of that. */
static void *because_of_path(Machine *m, Object *parent)
{
    ExceptionObject *raised = (ExceptionObject *)m->exception;
    Object *text = str_printf(m, "module %R has no attribute '__path__'", parent);
    Object *why = text ? exception_new(m, m->exc[EXC_AttributeError], &text, 1) : NULL;
    xdecref(m, text);
    if (!why)
        return NULL;
    ((ExceptionObject *)why)->context = raised->context;
    raised->context = why;
    raised->suppress_context = true;
    return NULL;
}

static void *not_found(Machine *m, Object *name, Object *parent)
{
    Object *text = parent ? str_printf(m, "No module named %R; %R is not a package", name, parent)
                          : str_printf(m, "No module named %R", name);
    Object *e = text ? exception_new(m, m->exc[EXC_ModuleNotFoundError], &text, 1) : NULL;
    xdecref(m, text);
    if (e && object_setattr(m, e, m->id.name, name) < 0)
        clear_ref(m, e);
    if (e)
        error_raise(m, e);
    return e && parent ? because_of_path(m, parent) : NULL;
}

static ssize_t last_dot(const Object *name)
{
    ssize_t at = str_len(name);
    while (at > 0 && str_at(name, at - 1) != '.')
        at--;
    return at - 1;
}

/* Has the program put a folder on sys.path that is not its own?  Only what lies beside the program
 * is known here. */
static bool path_leads_elsewhere(Machine *m)
{
    const char *slash = m->script[0] == '<' ? NULL : strrchr(m->script, '/');
    Object *own = str_from_utf8(m, m->script, slash ? (size_t)(slash - m->script) : 0);
    Object *key = str_intern_ascii(m, "path");
    Object *path = own && key ? dict_get_str(m, m->sys_dict, key) : NULL;
    bool elsewhere = false;
    for (ssize_t i = 0; path && is_list(path) && i < list_size(path); i++) {
        const Object *entry = list_item(path, i);
        elsewhere |= is_str(entry) && str_len(entry) && !str_equals_ascii(entry, ".") &&
                     !str_equal(entry, own);
    }
    xdecref(m, key);
    xdecref(m, own);
    return elsewhere;
}

/* Its parent is a module, and no package. */
static void *not_found_in(Machine *m, Object *name)
{
    Object *parent = str_substring(m, name, 0, last_dot(name));
    if (parent)
        not_found(m, name, parent);
    xdecref(m, parent);
    return NULL;
}

/* The parent is imported first, and learns of its child. */
static Object *load(Machine *m, Object *name, Object *parent)
{
    const struct UserModule *user = import_find_written(m, name, parent);
    if (!user && error_occurred(m))
        return NULL;
    if (!user)
        user = import_find_user(m, name);
    const ModuleSpec *spec = user ? NULL : find_spec(m, name);
    if (user)
        return import_load_user(m, name, user);
    if (spec)
        return load_spec(m, name, spec);
    const ModuleSpec *above = parent ? ((ModuleObject *)parent)->spec : NULL;
    if (top_is_stdlib(m, name) && (!parent || (above && above->package)))
        return error_not_simulated(m, "the module %U", name);
    if (parent && !dict_get_str(m, ((ModuleObject *)parent)->dict, m->id.__path__))
        return not_found_in(m, name);
    if (!parent && path_leads_elsewhere(m))
        return error_not_simulated(m, "the module %U, along the program's own sys.path,", name);
    return not_found(m, name, NULL);
}

static Object *import_child(Machine *m, Object *name, ssize_t dot)
{
    Object *parent_name = str_substring(m, name, 0, dot), *module = NULL;
    Object *parent = parent_name ? import_module(m, parent_name) : NULL;
    Object *child = parent ? str_substring(m, name, dot + 1, str_len(name)) : NULL;
    if (child && (child = str_intern(m, child))) {
        module = dict_get_str(m, m->modules, name);
        if (module)
            incref(module);
        else if (is_exact(m, parent, module))
            module = load(m, name, parent);
        else
            not_found(m, name, parent_name);
        if (module && object_setattr(m, parent, child, module) < 0)
            clear_ref(m, module);
    }
    xdecref(m, child);
    xdecref(m, parent);
    xdecref(m, parent_name);
    return module;
}

static Object *load_hidden(Machine *m, Object *name, const ModuleSpec *spec)
{
    Object *key = str_intern(m, newref(name));
    Object *module = key && m->hidden_modules ? dict_get_str(m, m->hidden_modules, key) : NULL;
    if (module)
        incref(module);
    else if (key)
        module = load_spec(m, key, spec);
    xdecref(m, key);
    return module;
}

/* A module of the library's own: whatever the program has under that name is not meant.  NULL
 * without an exception: there is none. */
static Object *import_hidden(Machine *m, Object *name)
{
    const ModuleSpec *spec = find_spec(m, name);
    return spec && spec->hidden ? load_hidden(m, name, spec) : NULL;
}

Object *import_module(Machine *m, Object *name)
{
    Object *module = import_hidden(m, name);
    if (module || error_occurred(m))
        return module;
    module = dict_get(m, m->modules, name);
    if (module && module != m->none)
        return newref(module);
    if (module)
        return error_set(m, EXC_ModuleNotFoundError, "import of %U halted; None in sys.modules",
                         name);
    if (error_occurred(m) || recursion_enter(m, " while importing") < 0)
        return NULL;
    ssize_t dot = last_dot(name);
    Object *key = str_intern(m, newref(name));
    if (key)
        module = dot < 0 ? load(m, key, NULL) : import_child(m, key, dot);
    xdecref(m, key);
    recursion_leave(m);
    return module;
}

Object *import_ascii(Machine *m, const char *name)
{
    Object *text = str_intern_ascii(m, name), *module = text ? import_module(m, text) : NULL;
    xdecref(m, text);
    return module;
}

Object *import_part(Machine *m, const char *name)
{
    Object *text = str_intern_ascii(m, name);
    Object *module = text ? load_hidden(m, text, any_spec(text)) : NULL;
    xdecref(m, text);
    return module;
}

/* ---- relative names -------------------------------------------------------------------------- */

Object *import_resolve(Machine *m, Object *name, Object *package, int level)
{
    ssize_t end = str_len(package);
    for (int i = 1; i < level; i++) {
        while (end > 0 && str_at(package, end - 1) != '.')
            end--;
        if (end == 0)
            return error_set(m, EXC_ImportError,
                             "attempted relative import beyond top-level package");
        end--;
    }
    Object *base = str_substring(m, package, 0, end);
    if (!base || str_len(name) == 0)
        return base;
    Object *whole = str_printf(m, "%U.%U", base, name);
    decref(m, base);
    return whole;
}

/* The package of a namespace that does not say what it is in: by its name.  A new reference. */
static Object *package_by_name(Machine *m, Object *globals)
{
    if (warn_import(m, "can't resolve package from __spec__ or __package__, falling back on "
                       "__name__ and __path__"))
        return NULL;
    Object *name = dict_get_str(m, globals, m->id.__name__);
    if (!name)
        return error_set(m, EXC_KeyError, "'__name__' not in globals");
    if (!is_str(name))
        return error_set(m, EXC_TypeError, "__name__ must be a string");
    if (dict_get_str(m, globals, m->id.__path__))
        return newref(name);
    ssize_t end = str_len(name);
    while (end > 0 && str_at(name, end - 1) != '.')
        end--;
    return str_substring(m, name, 0, end ? end - 1 : 0);
}

static Object *package_of(Machine *m, Object *globals)
{
    Object *package = dict_get_str(m, globals, m->id.__package__);
    Object *spec = dict_get_str(m, globals, m->id.__spec__);
    if (package && package != m->none)
        return is_str(package) ? newref(package)
                               : error_set(m, EXC_TypeError, "package must be a string");
    if (!spec || spec == m->none)
        return package_by_name(m, globals);
    Object *parent = str_intern_ascii(m, "parent");
    package = parent ? object_getattr(m, spec, parent) : NULL;
    xdecref(m, parent);
    if (package && !is_str(package)) {
        decref(m, package);
        return error_set(m, EXC_TypeError, "__spec__.parent must be a string");
    }
    return package;
}

/* Python/import.c: resolve_name */
static Object *resolve(Machine *m, Object *name, Object *globals, int level)
{
    if (level == 0)
        return newref(name);
    if (!globals)
        return error_set(m, EXC_KeyError, "'__name__' not in globals");
    Object *package = package_of(m, globals), *whole = NULL;
    if (package && str_len(package) == 0)
        error_set(m, EXC_ImportError, "attempted relative import with no known parent package");
    else if (package)
        whole = import_resolve(m, name, package, level);
    xdecref(m, package);
    return whole;
}

/* ---- import statements ----------------------------------------------------------------------- */

/* Is it a package?  1, 0 or -1.  A module of the library may be asked by its __getattr__: how it
 * says no is no matter of the program's, and what it allocates is CPython's affair. */
static int has_path(Machine *m, Object *module)
{
    struct Hush hush;
    Object *path = NULL;
    bool ours = is_exact(m, module, module) && ((const ModuleObject *)module)->spec;
    if (ours)
        hush_begin(m, &hush, false);
    int found = object_lookup_attr(m, module, m->id.__path__, &path);
    xdecref(m, path);
    if (ours)
        hush_end(m);
    if (ours && !found && dict_get_str(m, ((ModuleObject *)module)->dict, m->id.__getattr__))
        m->gc.unsure = true;
    return found;
}

/* `from package import module`: what the package has no name for may be a module in it. */
static int import_listed(Machine *m, Object *module, Object *fromlist)
{
    Object *name = ((ModuleObject *)module)->name;
    for (ssize_t i = 0; i < tuple_size(fromlist); i++) {
        Object *item = tuple_item(fromlist, i), *value = NULL;
        if (!is_str(item) || str_equals_ascii(item, "*"))
            continue;
        bool shell = ((ModuleObject *)module)->spec && shell_is_in(name, item);
        int found = shell ? 0 : object_lookup_attr(m, module, item, &value);
        xdecref(m, value);
        if (found < 0)
            return -1;
        if (found)
            continue;
        Object *whole = str_printf(m, "%U.%U", name, item);
        bool there = whole && (import_find_written(m, whole, module) ||
                               import_find_user(m, whole) || find_spec(m, whole));
        there |= error_occurred(m);
        Object *child = there && !error_occurred(m) ? import_module(m, whole) : NULL;
        xdecref(m, whole);
        xdecref(m, child);
        if (!whole || (there && !child))
            return -1;
    }
    return 0;
}

/* `import a.b.c` gives a. */
static Object *top_module(Machine *m, Object *name, Object *whole, Object *module)
{
    ssize_t dot = 0, tail;
    while (dot < str_len(name) && str_at(name, dot) != '.')
        dot++;
    if (dot == str_len(name))
        return module;
    tail = str_len(name) - dot;
    Object *top = str_substring(m, whole, 0, str_len(whole) - tail);
    decref(m, module);
    module = top ? import_module(m, top) : NULL;
    xdecref(m, top);
    return module;
}

Object *import_name(Machine *m, Object *name, Object *globals, Object *fromlist, int level)
{
    if (level == 0 && str_len(name) == 0)
        return error_set(m, EXC_ValueError, "Empty module name");
    Object *whole = resolve(m, name, globals, level);
    Object *module = whole ? import_module(m, whole) : NULL;
    bool listed = fromlist && fromlist != m->none && is_tuple(fromlist) && tuple_size(fromlist);
    if (module && !listed)
        module = top_module(m, name, whole, module);
    else if (module) {
        int package = has_path(m, module);
        if (package < 0 ||
            (package && is_exact(m, module, module) && import_listed(m, module, fromlist) < 0))
            clear_ref(m, module);
    }
    xdecref(m, whole);
    return module;
}

/* ---- from ... import ... --------------------------------------------------------------------- */

bool import_shadows_stdlib(Machine *m, Object *module)
{
    if (!is_exact(m, module, module) || !((ModuleObject *)module)->name)
        return false;
    struct buffer text = {0};
    str_to_utf8(((ModuleObject *)module)->name, &text);
    bool shadows = import_find_user(m, ((ModuleObject *)module)->name) &&
                   !strchr(buffer_text(&text), '.') && import_is_stdlib(m, buffer_text(&text));
    buffer_free(&text);
    return shadows;
}

static Object *import_error_text(Machine *m, Object *module, Object *package, Object *name,
                                 Object *file)
{
    bool initializing = is_exact(m, module, module) && ((ModuleObject *)module)->initializing;
    const char *partly = initializing ? "partially initialized module " : "";
    const char *why = initializing ? " (most likely due to a circular import)" : "";
    return file ? str_printf(m, "cannot import name %R from %s%R%s (%S)", name, partly, package,
                             why, file)
                : str_printf(m, "cannot import name %R from %s%R%s (unknown location)", name,
                             partly, package, why);
}

/* The module whose names may be suggested: since 3.13 that which __import__ gives for the name,
 * which of a dotted one is the first. */
static Object *suggester(Machine *m, Object *module, Object *package)
{
    ssize_t dot = 0, n = str_len(package);
    while (dot < n && str_at(package, dot) != '.')
        dot++;
    Object *top =
        m->profile->suggestions_from_all && dot < n ? str_substring(m, package, 0, dot) : NULL;
    Object *first = top ? dict_get(m, m->modules, top) : NULL;
    xdecref(m, top);
    return first ? first : module;
}

static void *cannot_import(Machine *m, Object *module, Object *name)
{
    Object *package = NULL, *file = NULL, *text, *e = NULL;
    if (object_lookup_attr(m, module, m->id.__name__, &package) < 0 || !package ||
        !is_str(package)) {
        xdecref(m, package);
        package = str_from_ascii(m, "<unknown module name>");
    }
    if (is_exact(m, module, module) && ((ModuleObject *)module)->dict &&
        (file = dict_get_str(m, ((ModuleObject *)module)->dict, m->id.__file__)))
        incref(file);
    text = package ? import_error_text(m, module, package, name, file) : NULL;
    if (text && (e = exception_new(m, m->exc[EXC_ImportError], &text, 1)) &&
        (object_setattr(m, e, m->id.name, package) < 0 ||
         object_setattr(m, e, m->id.path, file ? file : m->none) < 0))
        clear_ref(m, e);
    if (e && m->profile->suggests_imports)
        ((ExceptionObject *)e)->suggestion =
            suggest_of_module(m, name, suggester(m, module, package));
    xdecref(m, text);
    xdecref(m, package);
    xdecref(m, file);
    return e ? error_raise(m, e) : NULL;
}

Object *import_from(Machine *m, Object *module, Object *name)
{
    Object *value;
    int found = object_lookup_attr(m, module, name, &value);
    if (found)
        return found > 0 ? value : NULL;
    Object *package;
    if ((found = object_lookup_attr(m, module, m->id.__name__, &package)) < 0)
        return NULL;
    if (found && is_str(package)) {
        Object *whole = str_printf(m, "%U.%U", package, name);
        value = whole ? dict_get(m, m->modules, whole) : NULL;
        xdecref(m, whole);
        decref(m, package);
        if (value || error_occurred(m))
            return xnewref(value);
    } else if (found) {
        decref(m, package);
    }
    return cannot_import(m, module, name);
}

/* ---- from ... import * ----------------------------------------------------------------------- */

static int bind_one(Machine *m, Object *module, Object *name, Object *namespace)
{
    Object *value = object_getattr(m, module, name);
    int r = !value                         ? -1
            : is_exact(m, namespace, dict) ? dict_set(m, namespace, name, value)
                                           : object_setitem(m, namespace, name, value);
    xdecref(m, value);
    if (r == 0)
        EMIT(m, NAME_BIND, value, name);
    return r;
}

static int bad_item(Machine *m, Object *module, Object *item, bool all)
{
    Object *name = object_getattr(m, module, m->id.__name__);
    if (name && all)
        error_set(m, EXC_TypeError, "Item in %U.__all__ must be str, not %s", name,
                  type_name(item));
    else if (name)
        error_set(m, EXC_TypeError, "Key in %U.__dict__ must be str, not %s", name,
                  type_name(item));
    xdecref(m, name);
    return -1;
}

static bool is_private(const Object *name)
{
    return str_len(name) && str_at(name, 0) == '_';
}

/* A name that only our module has. */
static bool is_helper(Machine *m, Object *module, const Object *name)
{
    return is_exact(m, module, module) && ((ModuleObject *)module)->spec &&
           module_names_is_own(m, ((ModuleObject *)module)->name, name);
}

/* Python/ceval.c: import_all_from. */
int import_star(Machine *m, Object *module, Object *namespace)
{
    Object *all, *dict = NULL, *names;
    int listed = object_lookup_attr(m, module, m->id.__all__, &all);
    if (listed < 0)
        return -1;
    if (!listed && object_lookup_attr(m, module, m->id.__dict__, &dict) <= 0) {
        if (!error_occurred(m))
            error_set(m, EXC_ImportError, "from-import-* object has no __dict__ and no __all__");
        return -1;
    }
    names = sequence_list(m, listed ? all : dict);
    int r = names ? 0 : -1;
    for (ssize_t i = 0; r == 0 && i < list_size(names); i++) {
        Object *name = list_item(names, i);
        if (!is_str(name))
            r = bad_item(m, module, name, listed);
        else if (listed || !(is_private(name) || is_helper(m, module, name)))
            r = bind_one(m, module, name, namespace);
    }
    xdecref(m, names);
    xdecref(m, listed ? all : dict);
    return r;
}
