/* In which names the classes of our library differ from CPython's: what each lacks, and what only
 * ours has.
 *
 * The lists are data, in class_names.def; they hold for classes that come with the machine, and
 * through them for those that a program derives from them. */
#ifndef PYVIZ_MACHINE_CLASS_NAMES_H
#define PYVIZ_MACHINE_CLASS_NAMES_H

#include <pyviz/machine/object.h>

#include <stdbool.h>

/* A class's row of the table. */
struct class_names;

/* The row of that class itself, not of its bases; NULL: there is none. */
const struct class_names *class_names_of(const Machine *m, const Type *type);
/* Has only ours the name? */
bool class_names_is_own(const Machine *m, const struct class_names *row, const Object *name);
/* Puts those that ours lacks into a dict, as keys: 0 or -1. */
int class_names_add(Machine *m, const struct class_names *row, Object *names);
/* The program has asked for an attribute that is not there.  Does a class of the MRO have it in
 * CPython?  Then that is refused: true, with the exception. */
bool class_names_refuse(Machine *m, const Type *type, const Object *name);

#endif
