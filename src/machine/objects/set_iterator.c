/* The iterator of sets: Objects/setobject.c: setiter_*. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>

#include "iterators.h"
#include "set_table.h"

enum { ITERATOR_BYTES = 48 };

typedef struct SetIterator {
    Object ob_base;
    Object *set;  /* NULL: exhausted */
    ssize_t used; /* of the set at the start; -1: it has changed */
    ssize_t pos;  /* the next slot to look at */
    ssize_t len;  /* how many are still to come */
} SetIterator;

Object *set_iter(Machine *m, Object *so)
{
    SetIterator *it = object_new(m, m->types.set_iterator, sizeof *it, ITERATOR_BYTES);
    if (!it)
        return NULL;
    it->set = newref(so);
    it->used = it->len = set_size(so);
    gc_track(m, (Object *)it);
    return (Object *)it;
}

static void iterator_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    xdecref(m, ((SetIterator *)o)->set);
    object_free(m, o, ITERATOR_BYTES);
}

static int iterator_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    SetIterator *it = (SetIterator *)o;
    return VISIT(it->set);
}

static Object *iterator_next(Machine *m, Object *o)
{
    SetIterator *it = (SetIterator *)o;
    if (!it->set)
        return NULL;
    if (it->used != set_size(it->set)) {
        it->used = -1; /* and so it stays */
        return error_set(m, EXC_RuntimeError, "Set changed size during iteration");
    }
    Object *key;
    if (set_next(m, it->set, &it->pos, &key, NULL)) {
        it->len--;
        return newref(key);
    }
    clear_ref(m, it->set);
    return NULL;
}

static Object *iterator_length_hint(Machine *m, Object *o, Object *const *args, size_t nargs,
                                    Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    SetIterator *it = (SetIterator *)o;
    return int_from_i64(m, it->set && it->used == set_size(it->set) ? it->len : 0);
}

static Object *iterator_reduce_method(Machine *m, Object *o, Object *const *args, size_t nargs,
                                      Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    const SetIterator *from = (SetIterator *)o;
    SetIterator *it = object_new(m, m->types.set_iterator, sizeof *it, ITERATOR_BYTES);
    if (it) {
        Object head = it->ob_base;
        *it = *from;
        it->ob_base = head;
        xincref(it->set);
        gc_track(m, (Object *)it);
    }
    return iterator_reduce_to_list(m, (Object *)it, NULL);
}

static const MethodDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, METH_NOARGS, "How many are still to come."},
    {"__reduce__", iterator_reduce_method, METH_NOARGS, NULL},
    {0},
};

const TypeSpec set_iterator_spec = {
    .name = "set_iterator",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = ITERATOR_BYTES,
    .size = sizeof(SetIterator),
    .methods = iterator_methods,
    .slots =
        {
            .tp_dealloc = iterator_dealloc,
            .tp_traverse = iterator_traverse,
            .tp_iter = object_self_iter,
            .tp_iternext = iterator_next,
        },
};
