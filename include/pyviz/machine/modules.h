/* The modules that are part of the machine: src/machine/modules, one file each. */
#ifndef PYVIZ_MACHINE_MODULES_H
#define PYVIZ_MACHINE_MODULES_H

#include <pyviz/machine/machine.h>

/* Fill machine->builtins_dict / sys_dict at boot. 0 or -1. */
int builtins_boot(Machine *m);
int sys_boot(Machine *m);
/* Appends to what the program has printed and emits `output`; -1 when the limit is passed. */
int output_write(Machine *m, const char *utf8, size_t n);
/* A line of standard input without its newline as a new str; NULL with EOFError at the end. */
Object *input_read_line(Machine *m);

#endif
