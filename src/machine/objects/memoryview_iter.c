/* The iterator of a memoryview: Objects/memoryobject.c.  How many items there are is settled when
 * it is made; the view may be released meanwhile, which it finds out at the next item. */
#include <pyviz/machine/iter.h>

#include "../specs.h"
#include "iterators.h"

typedef struct MemoryIterator {
    Object ob_base;
    ssize_t index, length;
    Object *view; /* NULL: exhausted */
} MemoryIterator;

Object *memory_iterator_new(Machine *m, Object *view)
{
    ssize_t length = slots_of(view)->mp_length(m, view);
    Type *type = m->types.memory_iterator;
    MemoryIterator *it =
        length < 0 ? NULL : object_new(m, type, sizeof *it, (size_t)type->tp_basicsize);
    if (!it)
        return NULL;
    it->length = length;
    it->view = newref(view);
    gc_track(m, (Object *)it);
    return (Object *)it;
}

static Object *next(Machine *m, Object *o)
{
    MemoryIterator *it = (MemoryIterator *)o;
    if (it->view && it->index < it->length)
        return slots_of(it->view)->sq_item(m, it->view, it->index++);
    clear_ref(m, it->view);
    return NULL;
}

static void dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    clear_ref(m, ((MemoryIterator *)o)->view);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static int traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    return VISIT(((MemoryIterator *)o)->view);
}

const TypeSpec memory_iterator_spec = {
    .name = "memory_iterator",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = 48,
    .size = sizeof(MemoryIterator),
    .slots =
        {
            .tp_dealloc = dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = next,
            .tp_traverse = traverse,
        },
};
