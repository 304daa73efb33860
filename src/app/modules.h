/* The modules beside a scenario: the files that its import statements name, and theirs in turn.
 * They are read before the machine boots, which from then on sees no file. */
#ifndef PYVIZ_APP_MODULES_H
#define PYVIZ_APP_MODULES_H

#include <pyviz/base/diagnostic.h>
#include <pyviz/lang/ast.h>
#include <pyviz/machine/machine.h>

struct modules {
    struct machine_module *items;
    size_t count, capacity;
    char *folder; /* absolute: sys.path[0] */
    size_t max_source;
};

/* Finds and reads what the tree imports from the folder of `path` (NULL: the current one).  false
 * with *error: a file that cannot be read as text. */
bool modules_find(struct modules *found, const char *path, const struct module *tree, const char *text,
                  size_t max_source, struct diagnostic *error);
void modules_free(struct modules *found);

#endif
