/* The modules that are part of the machine: src/machine/modules, one file each. */
#ifndef PYVIZ_MACHINE_MODULES_H
#define PYVIZ_MACHINE_MODULES_H

#include <pyviz/machine/machine.h>

/* Fill machine->builtins_dict and sys_dict (made here) at boot, when all types are ready.  0 or
 * -1. */
int builtins_boot(Machine *m);
int sys_boot(Machine *m);
/* Appends to what the program has printed and emits `output`.  Past the limit the program ends.
 * 0, or -1 with MemoryError. */
int output_write(Machine *m, const char *utf8, size_t n);
/* The same for a str; UnicodeEncodeError for lone surrogates. */
int output_write_str(Machine *m, Object *str);
/* What has been written goes on, to where CPython keeps it in a buffer. */
void output_forward(Machine *m);
/* sys.stdout.flush(): all the way. */
void output_through(Machine *m);
/* os._exit(): what the operating system has not got yet is lost. */
void output_lose(Machine *m);
/* A line of standard input without its newline as a new str; NULL with EOFError at the end. */
Object *input_read_line(Machine *m);

/* ---- the modules that are imported ------------------------------------------------------------
 *
 * Each file of src/machine/modules defines `const ModuleSpec xxx_module`, which modules.def lists.
 * A module is made at its first import, out of sight (no event, no time): its dict is filled with
 * the methods, then by exec, then, if it is partly in Python, by modules/python/<name>.py, which
 * runs in the same namespace. */
typedef struct ModuleSpec {
    const char *name;                      /* "itertools", "collections.abc" */
    const char *doc;                       /* __doc__ in our words, or NULL */
    const MethodDef *methods;              /* its functions, or NULL */
    int (*exec)(Machine *m, Object *dict); /* adds types and constants; 0 or -1; or NULL */
    bool python;                           /* there is a modules/python/<name>.py */
    bool package;                          /* a package, with modules of its own */
    bool hidden;                           /* the library's own: see below */
    bool kept;                             /* its frames outlive their calls: see below */
    bool shell;                            /* nothing but its name: what it has is refused */
    bool of_c;                             /* C in CPython, and so are its parts */
    const char *missing; /* blank-separated: names that CPython's module has and we do not */
} ModuleSpec;

/* A hidden module is one that CPython does not have: only the library can import it, and
 * sys.modules knows nothing of it.  Where a module is too long for one file, a hidden
 * "decimal._text" is a part of "decimal": its __name__ is "decimal", so that what it defines says
 * that it is from there. */

/* The frame objects of what a kept module calls refer to its own frames, as in CPython, whose
 * module is Python, too, and whose functions have the same in their variables: a traceback then
 * keeps it alive.  Those of other modules are passed by. */

/* Whether the standard library of that version has the module, and pyviz has not. */
bool modules_not_simulated(const Profile *profile, const char *name);

/* Puts a type into a module's dict, under its __name__.  0 or -1. */
int module_add_type(Machine *m, Object *dict, Type *type);
/* Puts a value there; steals it, and NULL passes an error on. */
int module_add(Machine *m, Object *dict, const char *name, Object *value);
int module_add_int(Machine *m, Object *dict, const char *name, int64_t value);
int module_add_str(Machine *m, Object *dict, const char *name, const char *ascii);

typedef struct ModuleObject {
    Object ob_base;
    Object *dict, *name;    /* both NULL before __init__ */
    const ModuleSpec *spec; /* or NULL */
    bool core;              /* builtins or sys */
    bool initializing;      /* its code is running */
} ModuleObject;
/* Takes references to both. */
Object *module_new(Machine *m, Object *name, Object *dict, bool core);
/* Is the name one that CPython's module has, and this one lacks? */
bool module_is_missing(const Machine *m, const ModuleObject *module, Object *name);
/* What dir() lists, in the order of the namespace: its names but for those that only our module
 * has, then what CPython's module has there, too.  A new list, or NULL with an exception. */
Object *module_listed_names(Machine *m, const ModuleObject *module);

#endif
