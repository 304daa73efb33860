/* The files that are part of the program, embedded when it is built: the scenarios, and the
 * observer. */
#ifndef PYVIZ_APP_BUILTIN_H
#define PYVIZ_APP_BUILTIN_H

#include <stddef.h>

struct builtin_scenario {
    const char *name; /* "dict-insert"; NULL ends the table */
    const char *text; /* UTF-8 */
    size_t len;
};
extern const struct builtin_scenario builtin_scenarios[];

/* app/observe.py and app/record.py, each behind app/memory.py, which `pyviz verify` has run by the
 * real CPython. */
extern const char *const observer_text;
extern const size_t observer_len;
extern const char *const recorder_text;
extern const size_t recorder_len;

#endif
