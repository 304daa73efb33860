/* Weak references: Objects/weakrefobject.c. */
#include <pyviz/machine/weakref.h>

#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "../class.h"
#include "../gc.h"
#include "../specs.h"
#include "../unraisable.h"

enum { WEAKREF_BYTES = 64 };

/* ---- the list of an object ------------------------------------------------------------------- */

static void insert_head(WeakrefObject *w, WeakrefObject **list)
{
    w->previous = NULL;
    w->next = *list;
    if (*list)
        (*list)->previous = w;
    *list = w;
}

static void insert_after(WeakrefObject *w, WeakrefObject *before)
{
    w->previous = before;
    w->next = before->next;
    if (before->next)
        before->next->previous = w;
    before->next = w;
}

/* The two that may be given again: without a callback, and of no subclass. */
static void shared_ones(Machine *m, WeakrefObject *list, WeakrefObject **plain,
                        WeakrefObject **proxy)
{
    *plain = *proxy = NULL;
    if (list && !list->callback && list->ob_base.type == m->types.weakref) {
        *plain = list;
        list = list->next;
    }
    if (list && !list->callback && list->ob_base.type != m->types.weakref &&
        !type_is_subtype(list->ob_base.type, m->types.weakref))
        *proxy = list;
}

void weakref_clear(Machine *m, WeakrefObject *w)
{
    Object *o = w->object;
    if (!o)
        return;
    WeakrefObject **list = weakref_list(o);
    if (*list == w)
        *list = w->next;
    w->object = NULL;
    if (w->previous)
        w->previous->next = w->next;
    if (w->next)
        w->next->previous = w->previous;
    w->previous = w->next = NULL;
    if (o->serial && w->ob_base.serial && w->ob_base.refcnt > 0)
        EMIT(m, WEAKREF_CLEAR, o, w, w->callback != NULL);
}

ssize_t weakref_count(Object *o)
{
    WeakrefObject **list = weakref_list(o);
    ssize_t n = 0;
    for (const WeakrefObject *w = list ? *list : NULL; w; w = w->next)
        n++;
    return n;
}

/* ---- making ---------------------------------------------------------------------------------- */

static bool has_list(Machine *m, Object *o)
{
    if (weakref_list(o))
        return true;
    error_set(m, EXC_TypeError, "cannot create weak reference to '%s' object", type_name(o));
    return false;
}

/* Of the type, not in a list yet. */
static WeakrefObject *make(Machine *m, Type *type, Object *o, Object *callback)
{
    WeakrefObject *w = object_new(m, type, sizeof *w, WEAKREF_BYTES);
    if (!w)
        return NULL;
    w->hash = -1;
    w->object = o;
    w->callback = callback;
    xincref(callback);
    gc_track(m, (Object *)w);
    return w;
}

static Object *link(Machine *m, WeakrefObject *w, WeakrefObject *before)
{
    if (before)
        insert_after(w, before);
    else
        insert_head(w, weakref_list(w->object));
    if (w->object->serial && w->ob_base.serial)
        EMIT(m, WEAKREF_CREATE, w->object, w, w->object->refcnt, w->callback != NULL);
    return (Object *)w;
}

static Object *again(Machine *m, WeakrefObject *w)
{
    incref(w);
    if (w->object->serial)
        EMIT(m, WEAKREF_REUSE, w->object, w);
    return (Object *)w;
}

/* A builtin type but object is known to its base by the weak reference that all share. */
static void share_with_base(Machine *m, Object *o, Object *ref)
{
    Type *type = (Type *)o;
    if (is_type(o) && !(type->tp_flags & TYPE_HEAP) && !type->self_ref && type != m->types.object) {
        ref->serial = 0; /* the interpreter's own, which it has had from the start */
        gc_count_free(m);
        gc_list_move(gc_head(ref), &m->gc.generation[m->gc.home]);
        gc_head(ref)->generation = m->gc.home;
        m->gc.hidden[m->gc.home]--;
        type->self_ref = newref(ref);
        type->self_refs_held++;
    }
}

static Object *new_reference(Machine *m, Type *type, Object *o, Object *callback)
{
    WeakrefObject *plain, *proxy;
    bool shared = !callback && type == m->types.weakref;
    if (!has_list(m, o))
        return NULL;
    shared_ones(m, *weakref_list(o), &plain, &proxy);
    if (shared && plain)
        return again(m, plain);
    WeakrefObject *w = make(m, type, o, callback);
    if (!w)
        return NULL;
    /* A collection may have run meanwhile. */
    shared_ones(m, *weakref_list(o), &plain, &proxy);
    if (shared)
        share_with_base(m, o, (Object *)w);
    return link(m, w, shared ? NULL : proxy ? proxy : plain);
}

Object *weakref_new(Machine *m, Object *o, Object *callback)
{
    return new_reference(m, m->types.weakref, o, callback);
}

Object *weakref_new_proxy(Machine *m, Object *o, Object *callback)
{
    WeakrefObject *plain, *proxy;
    if (!has_list(m, o))
        return NULL;
    shared_ones(m, *weakref_list(o), &plain, &proxy);
    if (!callback && proxy)
        return again(m, proxy);
    Type *type = object_is_callable(o) ? m->types.weakcallableproxy : m->types.weakproxy;
    WeakrefObject *w = make(m, type, o, callback);
    if (!w)
        return NULL;
    shared_ones(m, *weakref_list(o), &plain, &proxy);
    return link(m, w, callback && proxy ? proxy : plain);
}

/* ---- the end of an object -------------------------------------------------------------------- */

void weakref_call_back(Machine *m, WeakrefObject *w, Object *callback)
{
    if (m->refusing)
        return;
    if (w->ob_base.serial)
        EMIT(m, WEAKREF_CALLBACK, w, callback);
    Object *r = object_call1(m, callback, (Object *)w);
    if (!r)
        error_unraisable(m, callback, NULL);
    xdecref(m, r);
}

/* The only one left, with a callback; since 3.13 it waits in a tuple as several do. */
static void end_single(Machine *m, WeakrefObject *w)
{
    Object *callback = w->callback;
    bool alive = w->ob_base.refcnt > 0;
    weakref_clear(m, w);
    w->callback = NULL;
    if (alive)
        weakref_call_back(m, w, callback);
    decref(m, callback);
}

/* All die before the first callback runs.  The pairs wait in a tuple. */
static void end_several(Machine *m, WeakrefObject *w, ssize_t n)
{
    TupleObject *pairs = (TupleObject *)tuple_new(m, 2 * n);
    if (!pairs) {
        error_clear(m);
        return;
    }
    pairs->ob_base.flags |= OBJECT_QUIET;
    gc_track(m, (Object *)pairs);
    for (ssize_t i = 0; i < n; i++) {
        WeakrefObject *next = w->next;
        Object *callback = w->callback;
        bool alive = w->ob_base.refcnt > 0;
        weakref_clear(m, w);
        w->callback = NULL;
        if (alive) {
            pairs->item[2 * i] = newref(w);
            pairs->item[2 * i + 1] = callback;
        } else {
            decref(m, callback);
        }
        w = next;
    }
    for (ssize_t i = 0; i < n; i++)
        if (pairs->item[2 * i])
            weakref_call_back(m, (WeakrefObject *)pairs->item[2 * i], pairs->item[2 * i + 1]);
    decref(m, pairs);
}

void weakref_clear_all(Machine *m, Object *o)
{
    WeakrefObject **list = weakref_list(o);
    for (int shared = 0; shared < 2 && *list && !(*list)->callback; shared++)
        weakref_clear(m, *list);
    if (!*list)
        return;
    Object *pending = error_fetch(m);
    /* What is left without a callback is of a subclass. */
    bool bare = false;
    for (const WeakrefObject *w = *list; w; w = w->next)
        bare |= !w->callback;
    for (WeakrefObject *w = bare ? *list : NULL, *next; w; w = next) {
        next = w->next;
        if (!w->callback)
            weakref_clear(m, w);
    }
    if (*list && !(*list)->next && !m->profile->weakrefs_end_in_tuple)
        end_single(m, *list);
    else if (*list)
        end_several(m, *list, weakref_count(o));
    if (m->refusing)
        xdecref(m, pending);
    else
        error_restore(m, pending);
}

/* ---- the type -------------------------------------------------------------------------------- */

void weakref_dealloc(Machine *m, Object *o)
{
    WeakrefObject *w = (WeakrefObject *)o;
    gc_untrack(m, o);
    weakref_clear(m, w);
    clear_ref(m, w->callback);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

int weakref_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    return VISIT(((WeakrefObject *)o)->callback);
}

int weakref_tp_clear(Machine *m, Object *o)
{
    WeakrefObject *w = (WeakrefObject *)o;
    weakref_clear(m, w);
    clear_ref(m, w->callback);
    return 0;
}

static Object *reference_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    if (type == m->types.weakref && !arg_no_keywords(m, "ref", kwnames))
        return NULL;
    if (!arg_check_positional(m, "__new__", nargs, 1, 2))
        return NULL;
    return new_reference(m, type, args[0], nargs > 1 && args[1] != m->none ? args[1] : NULL);
}

static int reference_init(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args, (void)o;
    return arg_no_keywords(m, "ref", kwnames) && arg_check_positional(m, "__init__", nargs, 1, 2)
               ? 0
               : -1;
}

static Object *reference_call(Machine *m, Object *o, Object *const *args, size_t nargs,
                              Object *kwnames)
{
    (void)args;
    const WeakrefObject *w = (const WeakrefObject *)o;
    if (!arg_no_keywords(m, "weakref", kwnames) || !arg_check_positional(m, "weakref", nargs, 0, 0))
        return NULL;
    Object *object = weakref_object(w);
    if (!object) {
        EMIT(m, WEAKREF_DEAD, w);
        return newref(m->none);
    }
    incref(object);
    if (object->serial)
        EMIT(m, WEAKREF_DEREF, object, w, object->refcnt);
    return object;
}

/* The __name__ of what is referred to: the class's affair, but in the first releases of 3.11. */
static Object *name_to_show(Machine *m, Object *object)
{
    Object *name = NULL;
    if (!m->profile->weakref_repr_asks_object)
        return special_method(m, object, m->id.__name__);
    return object_lookup_attr(m, object, m->id.__name__, &name) > 0 ? name : NULL;
}

static Object *reference_repr(Machine *m, Object *o)
{
    const WeakrefObject *w = (const WeakrefObject *)o;
    unsigned long long at = o->address;
    Object *object = weakref_object(w);
    if (!object)
        return str_printf(m, "<weakref at 0x%llx; dead>", at);
    incref(object);
    unsigned long long there = object->address;
    Object *text = NULL;
    Object *name = name_to_show(m, object);
    if (error_occurred(m) && !m->refusing && !m->profile->weakref_repr_asks_object)
        error_clear(m);
    Object *type = error_occurred(m) ? NULL : type_full_name(m, object);
    if (type && name && is_str(name))
        text = str_printf(m, "<weakref at 0x%llx; to '%U' at 0x%llx (%U)>", at, type, there, name);
    else if (type)
        text = str_printf(m, "<weakref at 0x%llx; to '%U' at 0x%llx>", at, type, there);
    xdecref(m, type);
    xdecref(m, name);
    decref(m, object);
    return text;
}

static hash_t reference_hash(Machine *m, Object *o)
{
    WeakrefObject *w = (WeakrefObject *)o;
    if (w->hash != -1)
        return w->hash;
    Object *object = weakref_object(w);
    if (!object) {
        error_set(m, EXC_TypeError, "weak object has gone away");
        return -1;
    }
    incref(object);
    w->hash = object_hash(m, object);
    decref(m, object);
    return w->hash;
}

/* Living ones compare as what they refer to, dead ones by identity. */
static Object *reference_compare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !type_is_subtype(a->type, m->types.weakref) ||
        !type_is_subtype(b->type, m->types.weakref))
        return newref(m->not_implemented);
    Object *x = weakref_object((WeakrefObject *)a), *y = weakref_object((WeakrefObject *)b);
    if (!x || !y)
        return newref(bool_of(m, (a == b) == (op == COMPARE_EQ)));
    return object_richcompare_held(m, x, y, op);
}

static Object *get_callback(Machine *m, Object *o)
{
    Object *callback = ((WeakrefObject *)o)->callback;
    return newref(callback ? callback : m->none);
}

static const GetSetDef reference_getset[] = {
    {"__callback__", get_callback, NULL},
    {NULL, NULL, NULL},
};

const TypeSpec weakref_spec = {
    .name = "weakref.ReferenceType",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = WEAKREF_BYTES,
    .size = sizeof(WeakrefObject),
    .getset = reference_getset,
    .slots =
        {
            .tp_dealloc = weakref_dealloc,
            .tp_repr = reference_repr,
            .tp_hash = reference_hash,
            .tp_call = reference_call,
            .tp_richcompare = reference_compare,
            .tp_new = reference_new,
            .tp_init = reference_init,
            .tp_traverse = weakref_traverse,
            .tp_clear = weakref_tp_clear,
        },
};
