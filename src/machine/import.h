/* Modules by name: Python/import.c, Lib/importlib/_bootstrap.py.
 *
 * A module comes from one of two places: beside the program (a UserModule: its text was read before
 * the boot, or the program has written it; it runs in sight, as the program itself does), or along
 * with pyviz (a ModuleSpec: runs hushed).  What is beside the program goes first, but for what
 * CPython has built in or frozen.  sys.modules is m->modules. */
#ifndef PYVIZ_MACHINE_IMPORT_H
#define PYVIZ_MACHINE_IMPORT_H

#include <pyviz/machine/modules.h>

struct UserModule {
    char *name; /* dotted */
    struct SourceText text;
    bool package, bare;
    bool written; /* by the program; the latest of a name comes first, those before it stay */
    struct UserModule *next;
};

/* Before the boot: copies the sources into the region. */
bool import_copy_modules(Machine *m, const struct machine_module *modules, size_t n);
/* The text of a module of the program's, or NULL. */
const struct SourceText *import_source(const Machine *m, const Object *module);
/* Puts __main__ into sys.modules. */
int import_boot(Machine *m);

/* The module of an absolute dotted name, the last part of it; imported if it was not.
 * importlib.import_module, PyImport_GetModule and what follows. */
Object *import_module(Machine *m, Object *name);
/* The same for a name in ASCII: for C code. */
Object *import_ascii(Machine *m, const char *name);
/* One that no program sees: PURE_PART. */
Object *import_part(Machine *m, const char *name);
/* __import__(name, globals, locals, fromlist, level); globals may be NULL. */
Object *import_name(Machine *m, Object *name, Object *globals, Object *fromlist, int level);
/* IMPORT_FROM. */
Object *import_from(Machine *m, Object *module, Object *name);
/* IMPORT_STAR: binds in the namespace. */
int import_star(Machine *m, Object *module, Object *namespace);
/* The absolute name of a relative one: importlib.util.resolve_name.  A new str. */
Object *import_resolve(Machine *m, Object *name, Object *package, int level);

/* importlib.reload(): the code of what lies beside the program, or what it has written, runs again
 * in its module.  A new reference to what sys.modules has then. */
Object *import_reload(Machine *m, Object *module);

/* Whether the name is one of the standard library's, in this version. */
bool import_is_stdlib(const Machine *m, const char *name);
/* Does CPython start with this module frozen in? */
bool import_is_frozen(const Object *name);
/* Is this module's file beside the program, under the name of a module of the standard library? */
bool import_shadows_stdlib(Machine *m, Object *module);

#endif
