/* The module atexit: Modules/atexitmodule.c.  machine->atexit lists (function, arguments,
 * keywords), and None in the place of what has been unregistered, which is still counted. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "../shutdown.h"
#include "builtins.h"

static Object *keywords_dict(Machine *m, Object *const *values, Object *kwnames)
{
    return dict_from_items(m, ((TupleObject *)kwnames)->item, 1, values, 1,
                           (size_t)tuple_size(kwnames));
}

/* Functions and arguments lie in an array of C there: what holds them here is not counted. */
struct uncounted {
    bool enabled;
    int count;
    uint32_t kept[FREELIST_COUNT];
};

static struct uncounted uncounted_begin(Machine *m)
{
    struct uncounted u = {.enabled = m->gc.enabled, .count = m->gc.count[0]};
    for (int id = 0; id < FREELIST_COUNT; id++)
        u.kept[id] = m->pymalloc.freelist[id].len;
    m->gc.enabled = false;
    return u;
}

static void uncounted_end(Machine *m, const struct uncounted *u)
{
    m->gc.enabled = u->enabled;
    m->gc.count[0] = u->count;
    for (int id = 0; id < FREELIST_COUNT; id++)
        freelist_fill(m, id, u->kept[id]);
}

static int note(Machine *m, Object *function, Object *positional, Object *keywords)
{
    struct uncounted u = uncounted_begin(m);
    if (!m->atexit)
        m->atexit = list_new(m, 0);
    Object *entry = m->atexit ? tuple_pack(m, 3, function, positional, keywords) : NULL;
    if (entry)
        m->atexit->flags |= OBJECT_QUIET;
    if (entry) { /* the collector knows neither */
        gc_untrack(m, m->atexit);
        gc_untrack(m, entry);
    }
    int r = entry ? list_append(m, m->atexit, entry) : -1;
    xdecref(m, entry);
    uncounted_end(m, &u);
    return r;
}

BUILTIN(atexit_register)
{
    UNUSED_SELF;
    if (nargs < 1)
        return error_set(m, EXC_TypeError, "register() takes at least 1 argument (0 given)");
    if (!object_is_callable(args[0]))
        return error_set(m, EXC_TypeError, "the first argument must be callable");
    bool named = kwnames && tuple_size(kwnames);
    Object *positional = tuple_from_array(m, args + 1, (ssize_t)nargs - 1);
    Object *keywords = named ? keywords_dict(m, args + nargs, kwnames) : newref(m->none);
    int r = positional && keywords ? note(m, args[0], positional, keywords) : -1;
    xdecref(m, positional);
    xdecref(m, keywords);
    return r < 0 ? NULL : newref(args[0]);
}

BUILTIN(atexit_unregister)
{
    UNUSED_ONE;
    for (ssize_t i = 0; m->atexit && i < list_size(m->atexit); i++) {
        Object *entry = newref(list_item(m->atexit, i));
        bool gone = entry == m->none;
        int same = gone ? 0 : object_richcompare_bool(m, tuple_item(entry, 0), args[0], COMPARE_EQ);
        /* a comparison may have unregistered, too */
        bool there = i < list_size(m->atexit) && list_item(m->atexit, i) == entry;
        decref(m, entry);
        if (same < 0)
            return NULL;
        if (same && there) {
            ((ListObject *)m->atexit)->item[i] = newref(m->none);
            decref(m, entry);
        }
    }
    return newref(m->none);
}

BUILTIN(atexit_clear)
{
    UNUSED_ONE;
    (void)args;
    if (m->atexit)
        list_clear(m, m->atexit);
    return newref(m->none);
}

BUILTIN(atexit_ncallbacks)
{
    UNUSED_ONE;
    (void)args;
    return int_from_i64(m, m->atexit ? list_size(m->atexit) : 0);
}

BUILTIN(atexit_run)
{
    UNUSED_ONE;
    (void)args;
    shutdown_call_atexit(m);
    return m->refusing ? NULL : newref(m->none);
}

static const MethodDef methods[] = {
    {"_clear", atexit_clear, METH_NOARGS, "Forgets all that was registered."},
    {"_ncallbacks", atexit_ncallbacks, METH_NOARGS, "How many are registered."},
    {"_run_exitfuncs", atexit_run, METH_NOARGS, "Calls all of them now."},
    {"register", atexit_register, METH_KEYWORDS | METH_PACKED,
     "Will be called when the program ends."},
    {"unregister", atexit_unregister, METH_O, "Will not be called after all."},
    {NULL, NULL, 0, NULL},
};

const ModuleSpec atexit_module = {
    .name = "atexit",
    .doc = "Functions that are called when the program ends, the last registered first.",
    .methods = methods,
};
