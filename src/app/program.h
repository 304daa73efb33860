/* A scenario, from its name to a machine that is ready to run it. */
#ifndef PYVIZ_APP_PROGRAM_H
#define PYVIZ_APP_PROGRAM_H

#include <pyviz/base/arena.h>
#include <pyviz/base/diagnostic.h>
#include <pyviz/lang/ast.h>
#include <pyviz/lang/source.h>
#include <pyviz/machine/machine.h>

#include "cli.h"

struct program {
    const char *name; /* as the title shows it: the built-in's name, or the file's */
    struct source source;
    struct arena arena;
    struct module *tree;
    Machine *machine;
    struct buffer input; /* standard input, for input() */
};

/* Each of these returns EXIT_FINE, or another exit status with a message on standard error. */
int program_load(struct program *p, const struct cli *cli);  /* source and tree */
int program_boot(struct program *p, const struct cli *cli);  /* and the machine */
void program_free(struct program *p);
/* Prints a diagnostic on standard error, safe for a terminal. */
void program_report(const struct diagnostic *d);

#endif
