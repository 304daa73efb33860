/* The modules that are part of the machine: src/machine/modules, one file each. */
#ifndef PYVIZ_MACHINE_MODULES_H
#define PYVIZ_MACHINE_MODULES_H

#include <pyviz/machine/machine.h>

/* Fill machine->builtins_dict and sys_dict (made here) at boot, when all types are ready.  0 or -1. */
int builtins_boot(Machine *m);
int sys_boot(Machine *m);
/* Appends to what the program has printed and emits `output`.  Past the limit the program ends.
 * 0, or -1 with MemoryError. */
int output_write(Machine *m, const char *utf8, size_t n);
/* The same for a str; UnicodeEncodeError for lone surrogates. */
int output_write_str(Machine *m, Object *str);
/* A line of standard input without its newline as a new str; NULL with EOFError at the end. */
Object *input_read_line(Machine *m);

/* Names that CPython's builtins / sys have and the machine does not simulate yet: looking one up is
 * refused, not answered with a NameError. */
bool builtins_is_known_but_missing(Object *name);
bool sys_is_known_but_missing(Object *name);

typedef struct ModuleObject {
    Object ob_base;
    Object *dict, *name;
    bool (*known_but_missing)(Object *name); /* or NULL */
} ModuleObject;
/* Takes references to both. */
Object *module_new(Machine *m, Object *name, Object *dict, bool (*known_but_missing)(Object *));

#endif
