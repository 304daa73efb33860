/* What import.c and import_user.c have in common: how a module is made and its code run. */
#ifndef PYVIZ_MACHINE_IMPORT_USER_H
#define PYVIZ_MACHINE_IMPORT_USER_H

#include "import.h"

/* The text of that dotted name beside the program; NULL: there is none, or what CPython has loaded
 * or built in by then goes first. */
const struct UserModule *import_find_user(const Machine *m, const Object *name);
/* Its module, new in sys.modules, after its code has run. */
Object *import_load_user(Machine *m, Object *name, const struct UserModule *user);
/* The text that the program itself has written into a file where its modules are looked for, on
 * sys.path or the `parent`'s __path__ (NULL: a module without one).  NULL: none, or an exception.
 */
const struct UserModule *import_find_written(Machine *m, Object *name, Object *parent);

/* ---- of import.c ---- */
/* Of the words that are apart by blanks. */
bool import_name_in(const char *words, const Object *name);
/* Does CPython look for it before it looks beside the program? */
bool import_goes_first(const Object *name);
/* Whether pyviz brings along a module of that name that the program may import. */
bool import_is_known(const Machine *m, const Object *name);
/* A module with the names that every one has, in `modules`. */
Object *import_new_module(Machine *m, Object *modules, Object *key, Object *name, Object *package);
/* A module whose code failed is not there: NULL. */
Object *import_give_up(Machine *m, Object *modules, Object *key, Object *module);
/* Code of a module (stolen; NULL passes an error on), run in its namespace.  0 or -1. */
int import_run_module(Machine *m, ModuleObject *module, Object *code);
/* __package__ of a module: a new str. */
Object *import_package_of(Machine *m, Object *name, bool package);

#endif
