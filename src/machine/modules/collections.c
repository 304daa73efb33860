/* The module collections: Modules/_collectionsmodule.c, Objects/odictobject.c, Lib/collections. */
#include "native.h"

static int collections_exec(Machine *m, Object *dict)
{
    Type *const types[] = {m->types.deque};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (module_add_type(m, dict, types[i]) < 0)
            return -1;
    return 0;
}

const ModuleSpec collections_module = {
    .name = "collections",
    .doc = "Containers for special purposes.",
    .exec = collections_exec,
    .missing = "ChainMap Counter OrderedDict UserDict UserList UserString defaultdict namedtuple",
};
