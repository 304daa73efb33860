/* FrameLocalsProxy: what f_locals of a function's frame is since 3.13 (PEP 667).
 *
 * A view without contents of its own: reading and writing go to the frame's slots, or into the
 * cells that lie in them.  Names that are no variables of the function live in a dict beside, the
 * frame's `snapshot`.  A variable without a value is no member. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "frame.h"
#include "specs.h"

#include <stddef.h>

typedef struct LocalsProxy {
    Object ob_base;
    Object *frame; /* a FrameObject */
} LocalsProxy;

enum { PROXY_SIZE = 24 };

Object *frame_locals_proxy(Machine *m, Object *frame)
{
    LocalsProxy *p = object_new(m, m->types.frame_locals_proxy, sizeof *p, PROXY_SIZE);
    if (!p)
        return NULL;
    p->frame = newref(frame);
    gc_track(m, (Object *)p);
    return (Object *)p;
}

static Frame *frame_of(Object *self)
{
    return ((FrameObject *)((LocalsProxy *)self)->frame)->frame;
}

/* The slot of a variable, whether it has a value or not; -1: there is no such variable, -2: an
 * exception. */
static int slot_of(Machine *m, Frame *f, Object *key)
{
    for (int i = 0; is_exact(m, key, str) && i < f->code->nlocalsplus; i++)
        if (str_equal(key, tuple_item(f->code->localsplusnames, i)))
            return i;
    if (is_exact(m, key, str))
        return -1;
    hash_t hash = object_hash(m, key);
    for (int i = 0; hash != -1 && i < f->code->nlocalsplus; i++) {
        Object *name = tuple_item(f->code->localsplusnames, i);
        int equal =
            object_hash(m, name) == hash ? object_richcompare_bool(m, name, key, COMPARE_EQ) : 0;
        if (equal)
            return equal > 0 ? i : -2;
    }
    return hash == -1 ? -2 : -1;
}

/* Where a variable's value is kept. */
static Object **place_of(Machine *m, Frame *f, int slot)
{
    Object **at = &f->slot[slot];
    return frame_slot_is_cell(m, f, slot) ? &((CellObject *)*at)->value : at;
}

/* Borrowed; NULL without an exception: there is none. */
static Object *find(Machine *m, Frame *f, Object *key)
{
    int slot = slot_of(m, f, key);
    Object *value = slot >= 0 ? *place_of(m, f, slot) : NULL;
    if (value || slot == -2)
        return value;
    return f->snapshot ? dict_get(m, f->snapshot, key) : NULL;
}

static Object *proxy_subscript(Machine *m, Object *self, Object *key)
{
    Object *value = find(m, frame_of(self), key);
    if (value)
        return newref(value);
    if (error_occurred(m))
        return NULL;
    return error_set(m, EXC_KeyError, "local variable '%R' is not defined", key);
}

static int proxy_ass_subscript(Machine *m, Object *self, Object *key, Object *value)
{
    Frame *f = frame_of(self);
    if (!value) {
        error_set(m, EXC_TypeError, "cannot remove variables from FrameLocalsProxy");
        return -1;
    }
    int slot = slot_of(m, f, key);
    if (slot == -2)
        return -1;
    if (slot >= 0) {
        Object **at = place_of(m, f, slot), *old = *at;
        *at = newref(value);
        xdecref(m, old);
        return 0;
    }
    if (!f->snapshot && !(f->snapshot = dict_new(m)))
        return -1;
    return dict_set(m, f->snapshot, key, value);
}

static int proxy_contains(Machine *m, Object *self, Object *key)
{
    return find(m, frame_of(self), key) ? 1 : error_occurred(m) ? -1 : 0;
}

/* A dict of everything, made anew. */
static Object *as_dict(Machine *m, Object *self)
{
    return frame_locals(m, frame_of(self));
}

static ssize_t proxy_length(Machine *m, Object *self)
{
    Object *all = as_dict(m, self);
    ssize_t n = all ? dict_size(all) : -1;
    xdecref(m, all);
    return n;
}

/* Its type's repr is that of a dict of what is in it; it contains itself, often. */
static Object *proxy_repr(Machine *m, Object *self)
{
    int under_way = repr_enter(m, self);
    if (under_way)
        return under_way < 0 ? NULL : str_from_ascii(m, "{...}");
    Object *all = as_dict(m, self), *text = all ? object_repr(m, all) : NULL;
    xdecref(m, all);
    repr_leave(m, self);
    return text;
}

static Object *proxy_richcompare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    bool equality = op == COMPARE_EQ || op == COMPARE_NE;
    if (equality && is_exact(m, a, frame_locals_proxy) && is_exact(m, b, frame_locals_proxy)) {
        bool same = ((LocalsProxy *)a)->frame == ((LocalsProxy *)b)->frame;
        return newref(same == (op == COMPARE_EQ) ? m->true_ : m->false_);
    }
    if (!equality || !is_exact(m, a, frame_locals_proxy) || !is_dict(b))
        return newref(m->not_implemented);
    Object *all = as_dict(m, a), *result = all ? object_richcompare(m, all, b, op) : NULL;
    xdecref(m, all);
    return result;
}

/* The keys, values or items in a list. */
static Object *listed(Machine *m, Object *self, const Type *view)
{
    Object *all = as_dict(m, self);
    Object *seen = all ? dict_view_new(m, all, (Type *)view) : NULL;
    Object *list = seen ? sequence_list(m, seen) : NULL;
    xdecref(m, seen);
    xdecref(m, all);
    return list;
}

static Object *proxy_keys(Machine *m, Object *self, Object *const *args, size_t nargs,
                          Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return listed(m, self, m->types.dict_keys);
}

static Object *proxy_values(Machine *m, Object *self, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return listed(m, self, m->types.dict_values);
}

static Object *proxy_items(Machine *m, Object *self, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return listed(m, self, m->types.dict_items);
}

static Object *proxy_iter(Machine *m, Object *self)
{
    Object *keys = listed(m, self, m->types.dict_keys), *it = keys ? object_getiter(m, keys) : NULL;
    xdecref(m, keys);
    return it;
}

static Object *proxy_reversed(Machine *m, Object *self, Object *const *args, size_t nargs,
                              Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *keys = listed(m, self, m->types.dict_keys);
    if (keys)
        list_reverse(m, keys);
    return keys;
}

static Object *proxy_copy(Machine *m, Object *self, Object *const *args, size_t nargs,
                          Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return as_dict(m, self);
}

static bool one_or_two(Machine *m, const char *name, size_t nargs)
{
    if (nargs == 1 || nargs == 2)
        return true;
    error_set(m, EXC_TypeError, "%s expected 1 or 2 arguments", name);
    return false;
}

static Object *proxy_get(Machine *m, Object *self, Object *const *args, size_t nargs,
                         Object *kwnames)
{
    (void)kwnames;
    if (!one_or_two(m, "get", nargs))
        return NULL;
    Object *value = find(m, frame_of(self), args[0]);
    if (!value && error_occurred(m))
        return NULL;
    return newref(value ? value : nargs == 2 ? args[1] : m->none);
}

static Object *proxy_setdefault(Machine *m, Object *self, Object *const *args, size_t nargs,
                                Object *kwnames)
{
    (void)kwnames;
    if (!one_or_two(m, "setdefault", nargs))
        return NULL;
    Object *value = find(m, frame_of(self), args[0]), *given = nargs == 2 ? args[1] : m->none;
    if (value)
        return newref(value);
    return error_occurred(m) || proxy_ass_subscript(m, self, args[0], given) < 0 ? NULL
                                                                                 : newref(given);
}

/* 1: taken over, 0: not from such an object, -1: an exception. */
static int take_all(Machine *m, Object *self, Object *other)
{
    bool proxy = is_exact(m, other, frame_locals_proxy);
    if (!proxy && !is_dict(other))
        return 0;
    Object *all = proxy ? as_dict(m, other) : dict_copy(m, other), *key, *value;
    int r = all ? 1 : -1;
    for (ssize_t at = 0; r > 0 && dict_next(all, &at, &key, &value, NULL);)
        if (proxy_ass_subscript(m, self, key, value) < 0)
            r = -1;
    xdecref(m, all);
    return r;
}

static Object *proxy_update(Machine *m, Object *self, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)nargs, (void)kwnames;
    int r = take_all(m, self, args[0]);
    if (r == 0)
        return error_set(m, EXC_TypeError,
                         "update() argument must be dict or another FrameLocalsProxy");
    return r < 0 ? NULL : newref(m->none);
}

static Object *proxy_inplace_or(Machine *m, Object *self, Object *other)
{
    int r = take_all(m, self, other);
    return r < 0 ? NULL : newref(r ? self : m->not_implemented);
}

static Object *proxy_or(Machine *m, Object *a, Object *b)
{
    Object *sides[] = {a, b};
    for (int i = 0; i < 2; i++)
        if (!is_exact(m, sides[i], frame_locals_proxy) && !is_dict(sides[i]))
            return newref(m->not_implemented);
    Object *all = dict_new(m);
    for (int i = 0; all && i < 2; i++) {
        Object *side = is_dict(sides[i]) ? newref(sides[i]) : as_dict(m, sides[i]);
        if (!side || dict_update(m, all, side) < 0)
            clear_ref(m, all);
        xdecref(m, side);
    }
    return all;
}

static Object *proxy_make(Machine *m, Type *type, Object *const *args, size_t nargs,
                          Object *kwnames)
{
    (void)type;
    if (nargs != 1)
        return error_set(m, EXC_TypeError, "FrameLocalsProxy expected 1 argument, got %zu", nargs);
    if (kwnames)
        return error_set(m, EXC_TypeError, "FrameLocalsProxy takes no keyword arguments");
    if (!is_exact(m, args[0], frame))
        return error_set(m, EXC_TypeError, "expect frame, not %s", type_name(args[0]));
    return frame_locals_proxy(m, args[0]);
}

static void proxy_dealloc(Machine *m, Object *self)
{
    gc_untrack(m, self);
    clear_ref(m, ((LocalsProxy *)self)->frame);
    object_free(m, self, PROXY_SIZE);
}

static int proxy_traverse(Machine *m, Object *self, visitproc visit, void *arg)
{
    return VISIT(((LocalsProxy *)self)->frame);
}

static int proxy_clear(Machine *m, Object *self)
{
    clear_ref(m, ((LocalsProxy *)self)->frame);
    return 0;
}

static const MethodDef proxy_methods[] = {
    {"__reversed__", proxy_reversed, METH_NOARGS, NULL},
    {"copy", proxy_copy, METH_NOARGS, NULL},
    {"get", proxy_get, METH_FASTCALL, NULL},
    {"items", proxy_items, METH_NOARGS, NULL},
    {"keys", proxy_keys, METH_NOARGS, NULL},
    {"setdefault", proxy_setdefault, METH_FASTCALL, NULL},
    {"update", proxy_update, METH_O, NULL},
    {"values", proxy_values, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

const TypeSpec frame_locals_proxy_spec = {
    .name = "FrameLocalsProxy",
    .flags = TYPE_GC | TYPE_MAPPING,
    .basicsize = PROXY_SIZE,
    .size = sizeof(LocalsProxy),
    .methods = proxy_methods,
    .slots =
        {
            .tp_dealloc = proxy_dealloc,
            .tp_repr = proxy_repr,
            .tp_hash = object_hash_not_implemented,
            .tp_richcompare = proxy_richcompare,
            .tp_iter = proxy_iter,
            .tp_new = proxy_make,
            .tp_traverse = proxy_traverse,
            .tp_clear = proxy_clear,
            .nb[NB_OR] = proxy_or,
            .nb_inplace[NB_OR] = proxy_inplace_or,
            .sq_contains = proxy_contains,
            .mp_length = proxy_length,
            .mp_subscript = proxy_subscript,
            .mp_ass_subscript = proxy_ass_subscript,
        },
};
