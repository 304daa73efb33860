/* In which names our modules differ from CPython's: what each lacks, and what only ours has.
 *
 * The lists are data, in module_names.def; they hold for the modules that come with the machine,
 * not for the program's own. */
#ifndef PYVIZ_MACHINE_MODULE_NAMES_H
#define PYVIZ_MACHINE_MODULE_NAMES_H

#include <pyviz/machine/object.h>

#include <stdbool.h>

/* Does CPython's module have it, in the profile's version, and ours not? */
bool module_names_lacks(const Machine *m, const Object *module, const Object *name);
/* Does only ours have it? */
bool module_names_is_own(const Machine *m, const Object *module, const Object *name);
/* Appends what module_names_lacks tells of to a list, but what it has already: 0, or -1 with an
 * exception. */
int module_names_append(Machine *m, const Object *module, Object *list);

/* A word of such a list, "name", "name<11" or "name>12<12": the name, and from which version to
 * which it stands for something. */
struct module_word {
    const char *text;
    size_t len;
    int since, until;
};
/* The next word of blank-separated ones at *at, which moves on; false at the end. */
bool module_word_next(const char **at, struct module_word *w);
/* In the profile's version? */
bool module_word_is_current(const Machine *m, const struct module_word *w);
/* Is the name one of the words, in the profile's version?  words may be NULL: there are none. */
bool module_words_have(const Machine *m, const char *words, const Object *name);

#endif
