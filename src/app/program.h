/* A scenario, from its name to a machine that is ready to run it. */
#ifndef PYVIZ_APP_PROGRAM_H
#define PYVIZ_APP_PROGRAM_H

#include <pyviz/base/arena.h>
#include <pyviz/base/diagnostic.h>
#include <pyviz/lang/ast.h>
#include <pyviz/lang/source.h>
#include <pyviz/machine/machine.h>

#include "cli.h"
#include "modules.h"

struct program {
    const char *name; /* as the title shows it: the built-in's name, or the file's */
    char *script;     /* as python3 calls it: the file's absolute path, or as in source */
    struct source source;
    struct arena arena;
    struct module *tree;
    struct scenario *scenario;
    int *chapter_lines; /* of the chapters' first statements, ascending */
    size_t chapter_count;
    struct modules modules; /* what it imports from its own folder */
    Machine *machine;
    struct buffer input; /* standard input, for input() */
};

/* Each of these returns EXIT_FINE, or another exit status with a message, safe for a terminal,
 * appended to `why`. */
int program_load(struct program *p, const struct cli *cli,
                 struct buffer *why); /* source and tree */
int program_boot(struct program *p, const struct cli *cli,
                 struct buffer *why); /* and the machine */
/* The second half of it, after program_load. */
int program_boot_loaded(struct program *p, const struct cli *cli, struct buffer *why);
/* Another machine in the place of that one, which begins as recorded. */
int program_boot_again(struct program *p, const struct cli *cli, const struct boot_record *record,
                       struct buffer *why);
/* The same program on a machine of its own: `machine` alone is the new one's. */
int program_again(struct program *p, const struct program *of, const struct cli *cli,
                  struct buffer *why);
void program_free(struct program *p);
/* Is it one of the scenarios that pyviz has with it? */
bool program_is_builtin(const struct cli *cli);
/* What a program is known by from one time to the next: the name of a built-in one, the absolute
 * path of a file.  For base_free; NULL for code that has neither. */
char *program_identity(const struct cli *cli);
/* Where the machine stands at an end that is not the program's own (something that is not
 * simulated, a limit), what is to be said of it; a program's exception is its own affair. */
int program_refusal(Machine *m, struct buffer *why);
/* For commands: program_boot, with the message printed on standard error. */
int program_start(struct program *p, const struct cli *cli);

#endif
