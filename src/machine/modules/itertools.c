/* The module itertools; see itertools.h. */
#include "itertools.h"

#include <pyviz/machine/dict.h>

/* A few of the types grew between versions. */
static void adjust_sizes(Machine *m)
{
    const Profile *p = m->profile;
    if (p->itertools_types_know_module) {
        m->types.accumulate->tp_basicsize = 56;
        m->types.groupby->tp_basicsize = 72;
        m->types.tee->tp_basicsize = 48;
    }
    if (p->pairwise_reuses_result)
        m->types.pairwise->tp_basicsize = 40;
    if (p->batched_strict)
        m->types.batched->tp_basicsize = 40;
}

static int itertools_exec(Machine *m, Object *dict)
{
    Type *const types[] = {
        m->types.accumulate,     m->types.chain,
        m->types.combinations,   m->types.combinations_with_replacement,
        m->types.compress,       m->types.count,
        m->types.cycle,          m->types.dropwhile,
        m->types.filterfalse,    m->types.groupby,
        m->types.islice,         m->types.pairwise,
        m->types.permutations,   m->types.product,
        m->types.repeat,         m->types.starmap,
        m->types.takewhile,      m->types.zip_longest,
        m->types.grouper,        m->types.tee,
        m->types.tee_dataobject,
    };
    adjust_sizes(m);
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (m->profile->collections_types_on_heap)
            native_heap_type(m, types[i]);
        if (module_add_type(m, dict, types[i]) < 0)
            return -1;
    }
    if (!m->profile->itertools_has_batched)
        return 0;
    native_heap_type(m, m->types.batched);
    return module_add_type(m, dict, m->types.batched);
}

const ModuleSpec itertools_module = {
    .name = "itertools",
    .doc = "Iterators made of iterators.",
    .methods = itertools_tee_methods,
    .exec = itertools_exec,
};
