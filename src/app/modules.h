/* The modules beside a scenario: the files that its import statements name, and theirs in turn.
 * They are read before the machine boots, which from then on sees no file. */
#ifndef PYVIZ_APP_MODULES_H
#define PYVIZ_APP_MODULES_H

#include <pyviz/base/diagnostic.h>
#include <pyviz/lang/ast.h>
#include <pyviz/lang/source.h>
#include <pyviz/machine/machine.h>

/* An import of something that is not in the folder. */
struct elsewhere {
    char *name;              /* dotted */
    struct diagnostic where; /* without a message */
};

struct modules {
    struct machine_module *items;
    size_t count, capacity;
    struct elsewhere *others;
    size_t other_count, other_capacity;
    char *folder; /* absolute: sys.path[0] */
    size_t max_source;
    bool everything; /* some import is computed: whatever lies in the folder may be meant */
};

/* Finds and reads what the tree imports from the folder of `path` (NULL: the current one).  false
 * with *error: a file that cannot be read as text. */
bool modules_find(struct modules *found, const char *path, const struct module *tree,
                  const struct source *source, size_t max_source, struct diagnostic *error);
/* What is wrong with the modules found, and with those that are not: one that does not parse, one
 * that pyviz does not simulate.  false with *error. */
bool modules_check(const struct modules *found, const Profile *profile, struct diagnostic *error);
void modules_free(struct modules *found);

#endif
