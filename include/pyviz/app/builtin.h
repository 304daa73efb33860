/* The scenarios that are part of the program: the files of scenarios/, embedded when it is built. */
#ifndef PYVIZ_APP_BUILTIN_H
#define PYVIZ_APP_BUILTIN_H

#include <stddef.h>

struct builtin_scenario {
    const char *name; /* "dict-insert"; NULL ends the table */
    const char *text; /* UTF-8 */
    size_t len;
};
extern const struct builtin_scenario builtin_scenarios[];

#endif
