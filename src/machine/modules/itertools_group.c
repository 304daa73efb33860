/* groupby and tee: iterators that share one source.  Modules/itertoolsmodule.c */
#include "itertools.h"

/* ---- groupby ---------------------------------------------------------------------------------
 *
 * The groupby and its group read from the same source: asking the groupby for the next group first
 * reads past what is left of the group before, which then is at its end. */

typedef struct GroupbyObject {
    Object ob_base;
    Object *iterator, *key_function; /* None: the items are their own keys */
    Object *group_key;               /* of the group handed out last; NULL before the first */
    Object *key, *value;             /* of the item read last; value NULL: handed out already */
    Object *group;                   /* borrowed: the only one that may go on; NULL: none */
} GroupbyObject;

typedef struct GrouperObject {
    Object ob_base;
    Object *parent, *key;
} GrouperObject;

REFERENCES(groupby, 5)
REFERENCES(grouper, 2)

static Object *groupby_new(NEW_ARGS)
{
    static const char *const names[] = {"iterable", "key", NULL};
    Object *out[2];
    if (!arg_parse(m, "groupby", args, nargs, kwnames, names, 1, 2, out))
        return NULL;
    Object *iterator = object_getiter(m, out[0]);
    GroupbyObject *g = iterator ? native_new(m, type) : NULL;
    if (!g) {
        xdecref(m, iterator);
        return NULL;
    }
    g->iterator = iterator;
    g->key_function = newref(out[1] ? out[1] : m->none);
    gc_track(m, (Object *)g);
    return (Object *)g;
}

/* Reads one more item and its key: 0, or -1 at the end and on error. */
static int groupby_step(Machine *m, GroupbyObject *g)
{
    Object *value = iter_next(m, g->iterator);
    if (!value)
        return -1;
    Object *key =
        g->key_function == m->none ? newref(value) : object_call1(m, g->key_function, value);
    if (!key) {
        decref(m, value);
        return -1;
    }
    set_ref(m, g->value, value);
    set_ref(m, g->key, key);
    return 0;
}

/* Does the item read last belong to the group of this key?  1, 0, -1. */
static int same_group(Machine *m, GroupbyObject *g, Object *group_key)
{
    return object_equal_borrowed(m, group_key, g->key);
}

static Object *grouper_of(Machine *m, GroupbyObject *g)
{
    GrouperObject *group = object_new_fresh(m, m->types.grouper, sizeof *group, 32);
    if (!group)
        return NULL;
    group->parent = newref(g);
    group->key = newref(g->group_key);
    g->group = (Object *)group;
    gc_track(m, (Object *)group);
    return (Object *)group;
}

static Object *groupby_next(Machine *m, Object *o)
{
    GroupbyObject *g = (GroupbyObject *)o;
    g->group = NULL;
    for (;;) {
        if (g->key && !g->group_key)
            break;
        if (g->key) {
            int same = same_group(m, g, g->group_key);
            if (same < 0)
                return NULL;
            if (!same)
                break;
            if (g->value)
                EMIT(m, GROUPBY_SKIP, o, g->value, g->group_key);
        }
        if (groupby_step(m, g) < 0)
            return NULL;
    }
    set_ref(m, g->group_key, newref(g->key));
    Object *group = grouper_of(m, g);
    Object *pair = group ? tuple_pack(m, 2, g->key, group) : NULL;
    xdecref(m, group);
    if (pair)
        EMIT(m, GROUPBY_GROUP, o, g->key);
    return pair;
}

const TypeSpec groupby_spec = {
    .name = "itertools.groupby",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 64,
    .size = sizeof(GroupbyObject),
    .doc = "Pairs of a key and an iterator over the neighbours that have it.",
    .slots =
        {
            .tp_dealloc = groupby_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = groupby_next,
            .tp_new = groupby_new,
            .tp_traverse = groupby_traverse,
            .tp_clear = groupby_clear,
        },
};

static Object *grouper_new(NEW_ARGS)
{
    (void)type, (void)args, (void)nargs, (void)kwnames;
    return error_not_simulated(m, "itertools._grouper(...)");
}

static Object *grouper_next(Machine *m, Object *o)
{
    GrouperObject *group = (GrouperObject *)o;
    GroupbyObject *g = (GroupbyObject *)group->parent;
    if (g->group != o)
        return NULL;
    if (!g->value && groupby_step(m, g) < 0)
        return NULL;
    if (same_group(m, g, group->key) <= 0)
        return NULL;
    Object *value = g->value;
    g->value = NULL;
    clear_ref(m, g->key);
    return value;
}

const TypeSpec grouper_spec = {
    .name = "itertools._grouper",
    .flags = TYPE_GC,
    .basicsize = 32,
    .size = sizeof(GrouperObject),
    .slots =
        {
            .tp_dealloc = grouper_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = grouper_next,
            .tp_new = grouper_new,
            .tp_traverse = grouper_traverse,
            .tp_clear = grouper_clear,
        },
};

/* ---- tee -------------------------------------------------------------------------------------
 *
 * What the source has yielded lies in a linked list of links with 57 items each.  A tee holds the
 * link where it stands; a link that every tee has passed is freed. */

enum { TEE_LINK_CELLS = 57, TEE_LINK_BYTES = 496, TEE_BYTES = 40 };

typedef struct TeeLink {
    Object ob_base;
    Object *iterator;
    struct TeeLink *next;
    int read;     /* how many of value[] are there */
    bool running; /* the source is being asked */
    Object *value[TEE_LINK_CELLS];
} TeeLink;

typedef struct TeeObject {
    Object ob_base;
    TeeLink *link;
    int index; /* of the next item in its link */
} TeeObject;

static TeeLink *tee_link_new(Machine *m, Object *iterator)
{
    TeeLink *link = object_new_fresh(m, m->types.tee_dataobject, sizeof *link, TEE_LINK_BYTES);
    if (!link)
        return NULL;
    link->iterator = newref(iterator);
    gc_track(m, (Object *)link);
    return link;
}

static int tee_link_clear(Machine *m, Object *o)
{
    TeeLink *link = (TeeLink *)o;
    int n = link->read;
    link->read = 0;
    clear_ref(m, link->iterator);
    for (int i = 0; i < n; i++)
        clear_ref(m, link->value[i]);
    clear_ref(m, link->next);
    return 0;
}

static void tee_link_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    tee_link_clear(m, o);
    object_free(m, o, TEE_LINK_BYTES);
}

static int tee_link_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    TeeLink *link = (TeeLink *)o;
    int stop = link->iterator ? visit(m, link->iterator, arg) : 0;
    for (int i = 0; !stop && i < link->read; i++)
        stop = visit(m, link->value[i], arg);
    return stop || !link->next ? stop : visit(m, (Object *)link->next, arg);
}

static Object *tee_link_tp_new(NEW_ARGS)
{
    (void)type, (void)args, (void)nargs, (void)kwnames;
    return error_not_simulated(m, "itertools._tee_dataobject(...)");
}

/* The item at an index that is at most `read`: read from the source if it is not there yet. */
static Object *tee_link_item(Machine *m, TeeLink *link, int i)
{
    if (i < link->read)
        return newref(link->value[i]);
    if (link->running)
        return error_set(m, EXC_RuntimeError, "cannot re-enter the tee iterator");
    link->running = true;
    Object *value = iter_next(m, link->iterator);
    link->running = false;
    if (value)
        link->value[link->read++] = newref(value);
    return value;
}

static TeeLink *tee_link_next(Machine *m, TeeLink *link)
{
    if (!link->next)
        link->next = tee_link_new(m, link->iterator);
    return link->next ? (TeeLink *)newref(link->next) : NULL;
}

const TypeSpec tee_dataobject_spec = {
    .name = "itertools._tee_dataobject",
    .flags = TYPE_GC,
    .basicsize = TEE_LINK_BYTES,
    .size = sizeof(TeeLink),
    .slots =
        {
            .tp_dealloc = tee_link_dealloc,
            .tp_new = tee_link_tp_new,
            .tp_traverse = tee_link_traverse,
            .tp_clear = tee_link_clear,
        },
};

REFERENCES(tee, 1)

/* Steals link. */
static Object *tee_at(Machine *m, TeeLink *link, int index)
{
    Type *type = m->types.tee;
    TeeObject *t = link ? object_new_fresh(m, type, sizeof *t, (size_t)type->tp_basicsize) : NULL;
    if (!t) {
        xdecref(m, link);
        return NULL;
    }
    t->link = link;
    t->index = index;
    gc_track(m, (Object *)t);
    return (Object *)t;
}

static Object *tee_next(Machine *m, Object *o)
{
    TeeObject *t = (TeeObject *)o;
    if (t->index >= TEE_LINK_CELLS) {
        TeeLink *link = tee_link_next(m, t->link);
        if (!link)
            return NULL;
        t->index = 0;
        set_ref(m, t->link, link);
    }
    bool fresh = t->index == t->link->read;
    Object *value = tee_link_item(m, t->link, t->index);
    if (!value)
        return NULL;
    t->index++;
    if (fresh)
        EMIT(m, TEE_READ, o, value);
    else
        EMIT(m, TEE_SAVED, o, value);
    return value;
}

static Object *tee_copy(Machine *m, Object *o)
{
    TeeObject *t = (TeeObject *)o;
    return tee_at(m, (TeeLink *)newref(t->link), t->index);
}

/* A tee of a tee shares its links. */
static Object *tee_from_iterable(Machine *m, Object *iterable)
{
    Object *iterator = object_getiter(m, iterable);
    if (!iterator)
        return NULL;
    Object *t = is_exact(m, iterator, tee) ? tee_copy(m, iterator)
                                           : tee_at(m, tee_link_new(m, iterator), 0);
    decref(m, iterator);
    return t;
}

static Object *tee_tp_new(NEW_ARGS)
{
    if (!native_no_keywords(m, type, type, "_tee", kwnames) ||
        !arg_check_positional(m, "_tee", nargs, 1, 1))
        return NULL;
    return tee_from_iterable(m, args[0]);
}

BUILTIN(tee_copy_method)
{
    NO_ARGS;
    return tee_copy(m, self);
}

static const MethodDef tee_methods[] = {
    {"__copy__", tee_copy_method, METH_NOARGS, "Another one that stands where this one stands."},
    {0},
};

const TypeSpec tee_spec = {
    .name = "itertools._tee",
    .flags = TYPE_WEAKREFS | TYPE_GC,
    .basicsize = TEE_BYTES,
    .size = sizeof(TeeObject),
    .methods = tee_methods,
    .slots =
        {
            .tp_dealloc = tee_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = tee_next,
            .tp_new = tee_tp_new,
            .tp_traverse = tee_traverse,
            .tp_clear = tee_clear,
        },
};

/* What has a __copy__ is asked for its copies; everything else is read through links.  Since 3.13.1
 * everything is, and a tee's first is a new one, too. */
static int first_and_copier(Machine *m, Object *iterable, Object **first, Object **copier)
{
    *first = object_getiter(m, iterable);
    if (!*first)
        return -1;
    Object *name = str_intern_ascii(m, "__copy__");
    bool asks = m->profile->tee_gives_itself;
    int found = !name ? -1 : asks ? object_lookup_attr(m, *first, name, copier) : 0;
    if (found == 0) {
        Object *t = tee_from_iterable(m, *first);
        decref(m, *first);
        *first = t;
        found = t ? object_lookup_attr(m, t, name, copier) : -1;
    }
    xdecref(m, name);
    if (found < 0 && *first)
        clear_ref(m, *first);
    return found < 0 ? -1 : 0;
}

BUILTIN(itertools_tee)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "tee", nargs, 1, 2))
        return NULL;
    ssize_t n = 2;
    if (nargs > 1 && !int_as_c_ssize(m, args[1], &n))
        return NULL;
    if (n < 0)
        return error_set(m, EXC_ValueError, "n must be >= 0");
    if (n == 0)
        return newref(m->empty_tuple);
    Object *first, *copier;
    if (first_and_copier(m, args[0], &first, &copier) < 0)
        return NULL;
    TupleObject *all = (TupleObject *)tuple_new(m, n);
    if (!all) {
        decref(m, first);
        decref(m, copier);
        return NULL;
    }
    all->item[0] = first;
    for (ssize_t i = 1; i < n; i++)
        if (!(all->item[i] = object_call0(m, copier))) {
            decref(m, copier);
            decref(m, all);
            return NULL;
        }
    decref(m, copier);
    gc_track(m, (Object *)all);
    return (Object *)all;
}

const MethodDef itertools_tee_methods[] = {
    {"tee", itertools_tee, METH_FASTCALL, "Independent iterators over one source."},
    {0},
};
