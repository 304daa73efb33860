/* The builtin functions, by file. */
#ifndef PYVIZ_MACHINE_MODULES_BUILTINS_H
#define PYVIZ_MACHINE_MODULES_BUILTINS_H

#include "module_specs.h"

#include <pyviz/machine/errors.h>
#include <pyviz/machine/modules.h>

/* The signature of every function here, and what says that one takes no notice of some of it. */
#define BUILTIN(name)                                                                              \
    static Object *name(Machine *m, Object *self, Object *const *args, size_t nargs,               \
                        Object *kwnames)
#define UNUSED_SELF ((void)self)
#define UNUSED_ONE  ((void)self, (void)nargs, (void)kwnames)

/* exit or quit, by its name. */
Object *quitter_new(Machine *m, const char *name);
Object *helper_new(Machine *m); /* help */
/* Is the str one of these words, which single spaces part?  builtins.c */
bool builtins_word_in(const char *words, const Object *name);

extern const MethodDef builtins_io_methods[]; /* builtins_io.c: print, input */
extern const MethodDef
    builtins_iter_methods[]; /* builtins_iter.c: all, any, max, sorted, sum ... */
extern const MethodDef builtins_name_methods[];  /* builtins_name.c: globals, locals, vars, dir */
extern const MethodDef builtins_exec_methods[];  /* builtins_exec.c: compile, eval, exec */
extern const MethodDef builtins_async_methods[]; /* builtins_async.c: aiter, anext */

/* time.c: nanoseconds since 1970, at which nobody looks: the file system's own clock. */
int64_t time_of_files(const Machine *m);

#endif
