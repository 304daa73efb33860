/* What a real CPython's compiler leaves behind of a script: the tables of its symbols, the dicts of
 * its units and the keys of its constants go into the free lists when it is done, and the program
 * finds them there.  Python/symtable.c, Python/compile.c, Objects/codeobject.c. */
#ifndef PYVIZ_MACHINE_COMPILE_LEAVINGS_H
#define PYVIZ_MACHINE_COMPILE_LEAVINGS_H

#include <pyviz/lang/symtable.h>
#include <pyviz/machine/machine.h>

struct compile_leavings {
    int64_t lists, dicts;        /* most that there are at once */
    int64_t tuples[FREE_TUPLES]; /* of 1 to 20 items, as well */
    int64_t kept[FREE_TUPLES];   /* of those, what stays in the code */
    int64_t others;              /* tuples of more items, and frozensets, that stay */
};

/* Of a module's code, whose equal constants are one object, and its symbols. */
void compile_leavings_measure(Machine *m, const Object *code, const struct symtable *symtable,
                              struct compile_leavings *leavings);

#endif
