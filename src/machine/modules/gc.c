/* The module gc: Modules/gcmodule.c.  The collector itself is machine/gc_collect.c. */
#include "../gc.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/inspect.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "../code.h"
#include "../frame.h"
#include "../gc_finish.h"
#include "builtins.h"

#include <limits.h>
#include <string.h>

static Object *ints_tuple(Machine *m, const int *values)
{
    Object *item[GC_GENERATIONS];
    for (int i = 0; i < GC_GENERATIONS; i++)
        item[i] = int_from_i64(m, values[i]);
    return tuple_from_array_steal(m, item, GC_GENERATIONS);
}

/* The program is told a number that may not be CPython's. */
static void note_guess(Machine *m)
{
    if (m->gc.unsure && !m->gc.guessed)
        m->gc.guessed = inspect_line_under_way(m);
}

/* Nobody asks for what is returned: `gc.collect()` alone is a statement. */
static bool is_told_nobody(const Machine *m)
{
    const Frame *f = m->frame;
    return f && INSTRUCTION_OP(*f->next) == OP_POP_TOP;
}

/* ---- switches -------------------------------------------------------------------------------- */

BUILTIN(gc_enable)
{
    UNUSED_ONE;
    (void)args;
    m->gc.enabled = true;
    return newref(m->none);
}

BUILTIN(gc_disable)
{
    UNUSED_ONE;
    (void)args;
    m->gc.enabled = false;
    return newref(m->none);
}

BUILTIN(gc_isenabled)
{
    UNUSED_ONE;
    (void)args;
    return newref(bool_of(m, m->gc.enabled));
}

BUILTIN(gc_collect_method)
{
    static const char *const names[] = {"generation", NULL};
    UNUSED_SELF;
    Object *out[1];
    int generation = GC_GENERATIONS - 1;
    if (!arg_parse(m, "collect", args, nargs, kwnames, names, 0, 1, out) ||
        (out[0] && !int_as_c_int(m, out[0], &generation)))
        return NULL;
    if (generation < 0 || generation >= GC_GENERATIONS)
        return error_set(m, EXC_ValueError, "invalid generation");
    if (!is_told_nobody(m))
        note_guess(m);
    int64_t found = gc_collect(m, generation, GC_ASKED);
    return m->refusing ? NULL : int_from_i64(m, found);
}

BUILTIN(gc_get_threshold)
{
    UNUSED_ONE;
    (void)args;
    return ints_tuple(m, m->gc.threshold);
}

BUILTIN(gc_set_threshold)
{
    UNUSED_SELF;
    (void)kwnames;
    int value[GC_GENERATIONS];
    if (nargs < 1 || nargs > GC_GENERATIONS)
        return error_set(
            m, EXC_TypeError,
            m->profile->gc_names_itself ? "gc.set_threshold requires 1 to 3 arguments"
                                        : "set_threshold() takes at %s %d argument%s (%zd given)",
            nargs ? "most" : "least", nargs ? GC_GENERATIONS : 1, nargs ? "s" : "", (ssize_t)nargs);
    for (size_t i = 0; i < nargs; i++)
        if (!int_as_c_int(m, args[i], &value[i]))
            return NULL;
    for (size_t i = 0; i < nargs; i++)
        m->gc.threshold[i] = value[i];
    return newref(m->none);
}

BUILTIN(gc_get_count)
{
    UNUSED_ONE;
    (void)args;
    note_guess(m);
    return ints_tuple(m, m->gc.count);
}

BUILTIN(gc_set_debug)
{
    UNUSED_ONE;
    int flags;
    if (!int_as_c_int(m, args[0], &flags))
        return NULL;
    m->gc.debug = flags;
    return newref(m->none);
}

BUILTIN(gc_get_debug)
{
    UNUSED_ONE;
    (void)args;
    return int_from_i64(m, m->gc.debug);
}

static Object *stats_dict(Machine *m, const int64_t *values)
{
    static const char *const names[] = {"collections", "collected", "uncollectable"};
    Object *d = dict_new(m);
    for (int i = 0; d && i < 3; i++) {
        Object *key = str_from_ascii(m, names[i]), *value = int_from_i64(m, values[i]);
        if (!key || !value || dict_set(m, d, key, value) < 0)
            clear_ref(m, d);
        xdecref(m, key);
        xdecref(m, value);
    }
    return d;
}

/* As they are before the result is made, which may bring on a collection. */
BUILTIN(gc_get_stats)
{
    UNUSED_ONE;
    (void)args;
    int64_t stats[GC_GENERATIONS][3];
    for (int i = 0; i < GC_GENERATIONS; i++) {
        stats[i][0] = m->gc.stats[i].collections;
        stats[i][1] = m->gc.stats[i].collected;
        stats[i][2] = m->gc.stats[i].uncollectable;
    }
    Object *list = list_new(m, 0);
    for (int i = 0; list && i < GC_GENERATIONS; i++) {
        Object *d = stats_dict(m, stats[i]);
        if (!d || list_append(m, list, d) < 0)
            clear_ref(m, list);
        xdecref(m, d);
    }
    return list;
}

/* ---- who is there ---------------------------------------------------------------------------- */

static int append_objects(Machine *m, Object *list, int generation)
{
    GCHead *head = &m->gc.generation[generation];
    for (GCHead *g = head->next; g != head; g = g->next)
        if (gc_object(g) != list && list_append(m, list, gc_object(g)) < 0)
            return -1;
    return 0;
}

BUILTIN(gc_get_objects)
{
    static const char *const names[] = {"generation", NULL};
    UNUSED_SELF;
    Object *out[1];
    int only = -1;
    if (!arg_parse(m, "get_objects", args, nargs, kwnames, names, 0, 1, out))
        return NULL;
    if (out[0] && out[0] != m->none) {
        if (!slots_of(out[0])->nb_index)
            return error_set(m, EXC_TypeError, "argument should be integer or None, not '%.200s'",
                             type_name(out[0]));
        if (!int_as_c_int(m, out[0], &only))
            return NULL;
        if (only >= GC_GENERATIONS)
            return error_set(m, EXC_ValueError,
                             "generation parameter must be less than the number of available "
                             "generations (%d)",
                             GC_GENERATIONS);
        if (only < -1)
            return error_set(m, EXC_ValueError, "generation parameter cannot be negative");
    }
    /* those of the library are among them there, and what is done with each may allocate */
    bool old = only < 0 || only == GC_GENERATIONS - 1;
    m->gc.unsure = m->gc.unsure || old;
    m->gc.listed = m->gc.listed || old;
    Object *list = list_new(m, 0);
    for (int i = 0; list && i < GC_GENERATIONS; i++)
        if ((only < 0 || only == i) && append_objects(m, list, i) < 0)
            clear_ref(m, list);
    return list;
}

/* Does the object refer to one of these? */
struct wanted {
    Object *const *object;
    size_t n;
};

static int visit_wanted(Machine *m, Object *o, void *arg)
{
    const struct wanted *w = arg;
    (void)m;
    for (size_t i = 0; i < w->n; i++)
        if (w->object[i] == o)
            return 1;
    return 0;
}

/* The tuple that holds the arguments of this very call. */
static bool is_arguments(const Object *o, const struct wanted *w)
{
    return is_tuple(o) && o->flags & OBJECT_QUIET && (size_t)tuple_size(o) == w->n && w->n &&
           !memcmp(((const TupleObject *)o)->item, w->object, w->n * sizeof *w->object);
}

BUILTIN(gc_get_referrers)
{
    UNUSED_SELF;
    (void)kwnames;
    struct wanted wanted = {args, nargs};
    Object *list = list_new(m, 0);
    for (int i = 0; list && i < GC_GENERATIONS; i++) {
        GCHead *head = &m->gc.generation[i];
        for (GCHead *g = head->next; list && g != head; g = g->next) {
            Object *o = gc_object(g);
            bool asks = o == list || is_arguments(o, &wanted);
            if (!asks && slots_of(o)->tp_traverse &&
                slots_of(o)->tp_traverse(m, o, visit_wanted, &wanted) &&
                list_append(m, list, o) < 0)
                clear_ref(m, list);
        }
    }
    return list;
}

static int visit_append(Machine *m, Object *o, void *list)
{
    return list_append(m, list, o);
}

/* CPython's dicts do not visit keys that are strs. */
static int visit_dict(Machine *m, Object *d, Object *list)
{
    Object *key, *value;
    /* it visits them in the order of the shared keys, if at all */
    if (((DictObject *)d)->ma_values)
        return slots_of(d)->tp_traverse(m, d, visit_append, list);
    bool keys = ((DictObject *)d)->ma_keys->dk_kind == DICT_KEYS_GENERAL;
    for (ssize_t at = 0; dict_next(d, &at, &key, &value, NULL);)
        if (list_append(m, list, value) < 0 || (keys && list_append(m, list, key) < 0))
            return -1;
    return 0;
}

BUILTIN(gc_get_referents)
{
    UNUSED_SELF;
    (void)kwnames;
    Object *list = list_new(m, 0);
    for (size_t i = 0; list && i < nargs; i++) {
        int failed = is_exact(m, args[i], dict) ? visit_dict(m, args[i], list)
                     : gc_is_gc(args[i]) && slots_of(args[i])->tp_traverse
                         ? slots_of(args[i])->tp_traverse(m, args[i], visit_append, list)
                         : 0;
        if (failed)
            clear_ref(m, list);
    }
    return list;
}

BUILTIN(gc_is_tracked)
{
    UNUSED_ONE;
    return newref(bool_of(m, object_is_tracked(args[0]) || gc_stands_for_tracked(m, args[0])));
}

BUILTIN(gc_is_finalized)
{
    UNUSED_ONE;
    return newref(bool_of(m, (args[0]->flags & OBJECT_FINALIZED) != 0));
}

/* ---- freezing -------------------------------------------------------------------------------- */

BUILTIN(gc_freeze)
{
    UNUSED_ONE;
    (void)args;
    for (int i = 0; i < GC_GENERATIONS; i++) {
        gc_list_merge(&m->gc.generation[i], &m->gc.permanent, GC_PERMANENT);
        m->gc.hidden[GC_PERMANENT] += m->gc.hidden[i];
        m->gc.hidden[i] = 0;
        m->gc.count[i] = 0;
    }
    return newref(m->none);
}

BUILTIN(gc_unfreeze)
{
    enum { OLDEST = GC_GENERATIONS - 1 };
    UNUSED_ONE;
    (void)args;
    gc_list_merge(&m->gc.permanent, &m->gc.generation[OLDEST], OLDEST);
    m->gc.hidden[OLDEST] += m->gc.hidden[GC_PERMANENT];
    m->gc.hidden[GC_PERMANENT] = 0;
    return newref(m->none);
}

BUILTIN(gc_get_freeze_count)
{
    UNUSED_ONE;
    (void)args;
    return int_from_i64(m, gc_list_size(&m->gc.permanent) + m->gc.hidden[GC_PERMANENT]);
}

static const MethodDef methods[] = {
    {"collect", gc_collect_method, METH_KEYWORDS, "Runs a collection; how many objects it found."},
    {"disable", gc_disable, METH_NOARGS, "No collection starts by itself any more."},
    {"enable", gc_enable, METH_NOARGS, "Collections start by themselves again."},
    {"freeze", gc_freeze, METH_NOARGS, "Moves everything where no collection looks."},
    {"get_count", gc_get_count, METH_NOARGS, "The counts that the thresholds are compared with."},
    {"get_debug", gc_get_debug, METH_NOARGS, NULL},
    {"get_freeze_count", gc_get_freeze_count, METH_NOARGS, NULL},
    {"get_objects", gc_get_objects, METH_KEYWORDS, "What the collector keeps track of."},
    {"get_referents", gc_get_referents, METH_FASTCALL | METH_TUPLED,
     "What these objects refer to."},
    {"get_referrers", gc_get_referrers, METH_FASTCALL | METH_TUPLED,
     "What refers to these objects."},
    {"get_stats", gc_get_stats, METH_NOARGS, "For each generation, what its collections found."},
    {"get_threshold", gc_get_threshold, METH_NOARGS, NULL},
    {"is_finalized", gc_is_finalized, METH_O, "Has the object's finalizer run?"},
    {"is_tracked", gc_is_tracked, METH_O, "Does the collector keep track of the object?"},
    {"isenabled", gc_isenabled, METH_NOARGS, NULL},
    {"set_debug", gc_set_debug, METH_O, NULL},
    {"set_threshold", gc_set_threshold, METH_FASTCALL | METH_PACKED, NULL},
    {"unfreeze", gc_unfreeze, METH_NOARGS, "Moves what was frozen into the oldest generation."},
    {NULL, NULL, 0, NULL},
};

static int exec(Machine *m, Object *dict)
{
    return module_add(m, dict, "garbage", newref(m->gc.garbage)) < 0 ||
                   module_add(m, dict, "callbacks", newref(m->gc.callbacks)) < 0 ||
                   module_add_int(m, dict, "DEBUG_STATS", GC_DEBUG_STATS) < 0 ||
                   module_add_int(m, dict, "DEBUG_COLLECTABLE", GC_DEBUG_COLLECTABLE) < 0 ||
                   module_add_int(m, dict, "DEBUG_UNCOLLECTABLE", GC_DEBUG_UNCOLLECTABLE) < 0 ||
                   module_add_int(m, dict, "DEBUG_SAVEALL", GC_DEBUG_SAVEALL) < 0 ||
                   module_add_int(m, dict, "DEBUG_LEAK", GC_DEBUG_LEAK) < 0
               ? -1
               : 0;
}

const ModuleSpec gc_module = {
    .name = "gc",
    .doc = "The collector of cycles: when it runs, what it knows, what it finds.",
    .methods = methods,
    .exec = exec,
};
