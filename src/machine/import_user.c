#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/heap.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "compile_source.h"
#include "exceptions.h"
#include "hush.h"
#include "import_user.h"

#include <string.h>

/* ---- the texts ------------------------------------------------------------------------------- */

static bool is_called(const struct UserModule *u, const Object *name)
{
    struct buffer text = {0};
    str_to_utf8(name, &text);
    bool equal = !strcmp(u->name, buffer_text(&text));
    buffer_free(&text);
    return equal;
}

static const struct UserModule *text_of(const Machine *m, const Object *name, bool written)
{
    const struct UserModule *u = m->user_modules;
    while (u && (u->written != written || !is_called(u, name)))
        u = u->next;
    return u;
}

const struct UserModule *import_find_user(const Machine *m, const Object *name)
{
    const struct UserModule *found = text_of(m, name, false);
    bool hidden =
        found && (import_goes_first(name) ||
                  (found->bare && (import_is_known(m, name) || import_is_stdlib(m, found->name))));
    return hidden ? NULL : found;
}

static char *copy_bytes(Machine *m, const char *text, size_t n)
{
    char *copy = heap_alloc(m, n + 1);
    if (copy && n)
        memcpy(copy, text, n);
    return copy;
}

/* A text to go in there. */
static struct UserModule *new_text(Machine *m, const struct machine_module *from)
{
    struct UserModule *u = heap_alloc(m, sizeof *u);
    char *path = copy_bytes(m, from->path, strlen(from->path));
    char *text = copy_bytes(m, from->text, from->len), *name;
    if (!u || !path || !text || !(name = copy_bytes(m, from->name, strlen(from->name))))
        return NULL;
    *u = (struct UserModule){.name = name,
                             .text = {path, text, from->len},
                             .package = from->package,
                             .bare = from->bare};
    return u;
}

bool import_copy_modules(Machine *m, const struct machine_module *modules, size_t n)
{
    struct UserModule **end = &m->user_modules;
    for (size_t i = 0; i < n; i++) {
        if (!(*end = new_text(m, &modules[i])))
            return false;
        end = &(*end)->next;
    }
    return true;
}

const struct SourceText *import_source(const Machine *m, const Object *module)
{
    Object *dict = ((const ModuleObject *)module)->dict;
    Object *name = ((const ModuleObject *)module)->name;
    if (dict == m->main_dict)
        return &m->source;
    if (!name || !is_str(name))
        return NULL;
    const struct UserModule *found = text_of(m, name, true);
    if (!found)
        found = text_of(m, name, false);
    return found ? &found->text : NULL;
}

/* ---- what the program has written ------------------------------------------------------------ */

static Object *call_found(Machine *m, const char *function, Object *const *args, size_t n)
{
    Object *found = import_part(m, "_found"), *name = str_intern_ascii(m, function);
    Object *value = found && name ? object_call_method(m, found, name, args, n) : NULL;
    xdecref(m, name);
    xdecref(m, found);
    return value;
}

/* The latest text under that name, if it still is what the file has. */
static const struct UserModule *keep_written(Machine *m, const Object *name, Object *const *parts)
{
    struct buffer key = {0}, path = {0};
    str_to_utf8(name, &key);
    str_to_utf8(parts[0], &path);
    struct machine_module from = {.name = buffer_text(&key),
                                  .path = buffer_text(&path),
                                  .text = ((BytesObject *)parts[1])->data,
                                  .len = (size_t)((BytesObject *)parts[1])->size,
                                  .package = parts[2] == m->true_};
    if (from.len >= 3 && !memcmp(from.text, "\xef\xbb\xbf", 3)) /* the mark of the byte order */
        from.text += 3, from.len -= 3;
    const struct UserModule *same = text_of(m, name, true), *beside = text_of(m, name, false);
    if (!same || same->text.len != from.len || memcmp(same->text.text, from.text, from.len) ||
        strcmp(same->text.name, from.path))
        same = beside && beside->text.len == from.len &&
                       !memcmp(beside->text.text, from.text, from.len)
                   ? beside
                   : NULL;
    struct UserModule *new = same ? NULL : new_text(m, &from);
    if (new) {
        new->written = true;
        new->next = m->user_modules;
        m->user_modules = new;
    }
    buffer_free(&path);
    buffer_free(&key);
    return same ? same : new;
}

/* sys.path, or the __path__ of a package: a borrowed reference. */
static Object *search_path(Machine *m, Object *parent)
{
    Object *key = str_intern_ascii(m, "path");
    Object *path = !key     ? NULL
                   : parent ? dict_get_str(m, ((ModuleObject *)parent)->dict, m->id.__path__)
                            : dict_get_str(m, m->sys_dict, key);
    xdecref(m, key);
    return path;
}

const struct UserModule *import_find_written(Machine *m, Object *name, Object *parent)
{
    struct Hush hush;
    hush_begin(m, &hush, false);
    Object *files = str_intern_ascii(m, "_files"), *parts = NULL;
    bool any = files && m->hidden_modules && dict_get_str(m, m->hidden_modules, files);
    Object *path = any && !import_goes_first(name) ? search_path(m, parent) : NULL;
    Object *args[] = {name, path};
    if (path)
        parts = call_found(m, "written", args, 2);
    xdecref(m, files);
    hush_end(m);
    const struct UserModule *found =
        parts && parts != m->none ? keep_written(m, name, ((TupleObject *)parts)->item) : NULL;
    xdecref(m, parts);
    return found;
}

/* ---- their modules --------------------------------------------------------------------------- */

static Object *path_of(Machine *m, const struct UserModule *u)
{
    const char *slash = strrchr(u->text.name, '/');
    size_t n = u->bare || !slash ? strlen(u->text.name) : (size_t)(slash - u->text.name);
    Object *folder = str_from_utf8(m, u->text.name, n);
    Object *path = folder ? list_from_array(m, &folder, 1) : NULL;
    xdecref(m, folder);
    return path;
}

static int set_name(Machine *m, Object *dict, const char *name, Object *value)
{
    Object *key = str_intern_ascii(m, name);
    int r = key ? dict_set(m, dict, key, value) : -1;
    xdecref(m, key);
    return r;
}

/* The names that the import system gives it, in the order of _init_module_attrs
 * (Lib/importlib/_bootstrap.py). */
static int fill_user_names(Machine *m, Object *dict, Object *name, const struct UserModule *u)
{
    Object *file = u->bare ? newref(m->none) : str_from_utf8(m, u->text.name, strlen(u->text.name));
    Object *path = u->package || u->bare ? path_of(m, u) : newref(m->none), *parts = NULL;
    struct Hush hush;
    if (file && path) {
        Object *args[] = {name, file, path};
        hush_begin(m, &hush, false);
        parts = call_found(m, "described", args, 3);
        hush_end(m);
    }
    xdecref(m, path);
    Object **part = parts ? ((TupleObject *)parts)->item : NULL; /* loader, spec, path, cached */
    int r = !part || dict_set(m, dict, m->id.__loader__, part[0]) < 0 ||
                    dict_set(m, dict, m->id.__spec__, part[1]) < 0 ||
                    (u->bare && dict_set(m, dict, m->id.__file__, file) < 0) ||
                    (part[2] != m->none && dict_set(m, dict, m->id.__path__, part[2]) < 0) ||
                    (!u->bare && (dict_set(m, dict, m->id.__file__, file) < 0 ||
                                  set_name(m, dict, "__cached__", part[3]) < 0 ||
                                  dict_set(m, dict, m->id.__builtins__, m->builtins_dict) < 0))
                ? -1
                : 0;
    xdecref(m, parts);
    xdecref(m, file);
    return r;
}

static int run_user(Machine *m, Object *module, const struct UserModule *u)
{
    struct compile_options options = {.text = &u->text};
    return import_run_module(
        m, (ModuleObject *)module,
        compile_source(m, u->text.name, u->text.text, u->text.len, COMPILE_EXEC, &options));
}

Object *import_load_user(Machine *m, Object *name, const struct UserModule *u)
{
    Object *package = import_package_of(m, name, u->package);
    Object *module = package ? import_new_module(m, m->modules, name, name, package) : NULL;
    xdecref(m, package);
    if (!module)
        return NULL;
    if (fill_user_names(m, ((ModuleObject *)module)->dict, name, u) < 0 ||
        (!u->bare && run_user(m, module, u) < 0))
        return import_give_up(m, m->modules, name, module);
    /* Its code may have put something else there. */
    Object *there = dict_get_str(m, m->modules, name);
    if (!there) {
        decref(m, module);
        return error_set_object(m, EXC_KeyError, name);
    }
    incref(there);
    decref(m, module);
    return there;
}

/* ---- importlib.reload ------------------------------------------------------------------------ */

/* The name that its spec has, or that it has itself: a new reference. */
static Object *name_of(Machine *m, Object *module)
{
    Object *spec = NULL, *name = NULL;
    if (object_lookup_attr(m, module, m->id.__spec__, &spec) < 0)
        return NULL;
    int found = spec ? object_lookup_attr(m, spec, m->id.name, &name) : 0;
    xdecref(m, spec);
    if (found == 0)
        found = object_lookup_attr(m, module, m->id.__name__, &name);
    if (found == 0)
        error_set(m, EXC_TypeError, "reload() argument must be a module");
    return name;
}

/* An ImportError about the name, which is kept there. */
static void *cannot_reload(Machine *m, enum exception_id type, const char *format, Object *name)
{
    Object *text = str_printf(m, format, name);
    Object *e = text ? exception_new(m, m->exc[type], &text, 1) : NULL;
    xdecref(m, text);
    if (e && object_setattr(m, e, m->id.name, name) < 0)
        clear_ref(m, e);
    return e ? error_raise(m, e) : NULL;
}

/* The module of a module's package; NULL: it has none, or an exception. */
static Object *parent_of(Machine *m, Object *name)
{
    Object *above = import_package_of(m, name, false), *parent = NULL;
    if (above && str_len(above) && !(parent = dict_get(m, m->modules, above)) && !error_occurred(m))
        cannot_reload(m, EXC_ImportError, "parent %R not in sys.modules", above);
    xdecref(m, above);
    return parent && is_exact(m, parent, module) ? parent : NULL;
}

/* The code runs again, in the names that are there; what its first run left and this one does not
 * bind stays. */
static Object *run_again(Machine *m, Object *module, Object *name, const struct UserModule *u)
{
    Object *dict = ((ModuleObject *)module)->dict, *there;
    if (fill_user_names(m, dict, name, u) < 0 || (!u->bare && run_user(m, module, u) < 0))
        return NULL;
    there = dict_get(m, m->modules, name);
    if (!there)
        return error_occurred(m) ? NULL : error_set_object(m, EXC_KeyError, name);
    incref(there);
    if (dict_del(m, m->modules, name) < 0 || dict_set(m, m->modules, name, there) < 0)
        clear_ref(m, there);
    return there;
}

Object *import_reload(Machine *m, Object *module)
{
    Object *name = name_of(m, module), *result = NULL;
    if (!name || !is_str(name)) {
        xdecref(m, name);
        return error_occurred(m) ? NULL : error_not_simulated(m, "importlib.reload");
    }
    const struct UserModule *u = NULL;
    Object *parent = NULL;
    bool ours = is_exact(m, module, module) &&
                (((ModuleObject *)module)->spec || ((ModuleObject *)module)->core);
    if (dict_get(m, m->modules, name) != module)
        cannot_reload(m, EXC_ImportError, "module %U not in sys.modules", name);
    else if (ours || !is_exact(m, module, module))
        error_not_simulated(m, "importlib.reload of %U", name);
    else if ((parent = parent_of(m, name)) || !error_occurred(m))
        u = import_find_written(m, name, parent);
    if (!u && !error_occurred(m) && !(u = import_find_user(m, name)))
        cannot_reload(m, EXC_ModuleNotFoundError, "spec not found for the module %R", name);
    if (u && !error_occurred(m))
        result = run_again(m, module, name, u);
    decref(m, name);
    return result;
}
