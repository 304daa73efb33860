/* _machine.Guard: calls back when it is freed, unless it has been disarmed.  What a module written
 * in Python uses in the place of a __del__, which would have to run at the program's end too. */
#include "builtins.h"

#include "../specs.h"

typedef struct GuardObject {
    Object ob_base;
    Object *callback; /* NULL: disarmed */
} GuardObject;

enum { GUARD_SIZE = 24 };

static Object *guard_tp_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    if (!arg_no_keywords(m, "Guard", kwnames) || !arg_check_positional(m, "Guard", nargs, 1, 1))
        return NULL;
    GuardObject *g = object_new(m, type, sizeof *g, GUARD_SIZE);
    if (!g)
        return NULL;
    g->callback = newref(args[0]);
    gc_track(m, (Object *)g);
    return (Object *)g;
}

static void guard_dealloc(Machine *m, Object *o)
{
    GuardObject *g = (GuardObject *)o;
    gc_untrack(m, o);
    if (g->callback && !m->refusing) {
        Object *pending = error_fetch(m), *result = object_call0(m, g->callback);
        xdecref(m, result);
        if (!m->refusing)
            error_restore(m, pending);
        else
            xdecref(m, pending);
    }
    clear_ref(m, g->callback);
    object_free(m, o, GUARD_SIZE);
}

static int guard_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    return VISIT(((GuardObject *)o)->callback);
}

BUILTIN(guard_disarm)
{
    (void)args, (void)nargs, (void)kwnames;
    clear_ref(m, ((GuardObject *)self)->callback);
    return newref(m->none);
}

static const MethodDef guard_methods[] = {
    {"disarm", guard_disarm, METH_NOARGS, "Nothing is to be called any more."},
    {NULL, NULL, 0, NULL},
};

const TypeSpec guard_spec = {
    .name = "_machine.Guard",
    .flags = TYPE_GC,
    .basicsize = GUARD_SIZE,
    .size = sizeof(GuardObject),
    .methods = guard_methods,
    .slots = {.tp_dealloc = guard_dealloc, .tp_new = guard_tp_new, .tp_traverse = guard_traverse},
};
