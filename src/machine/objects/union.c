#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "../specs.h"
#include "generic_alias.h"

enum { UNION_SIZE = 32 };

static UnionObject *as_union(Object *o)
{
    return (UnionObject *)o;
}

/* What a type statement makes: a class of typing's, which says so itself. */
static bool is_type_alias(Machine *m, const Object *o)
{
    Object *mark = str_intern_ascii(m, "_is_type_alias");
    bool marked = mark && type_lookup(m, o->type, mark);
    xdecref(m, mark);
    return marked;
}

static bool may_be_part(Machine *m, const Object *o)
{
    return o == m->none || is_type(o) || type_is_subtype(o->type, m->types.generic_alias) ||
           is_exact(m, o, union_) || is_type_alias(m, o);
}

/* ---- making ---------------------------------------------------------------------------------- */

/* Those that it has by now: borrowed from the operands. */
struct members {
    Object **item;
    ssize_t n;
};

/* None stands for its type. */
static int add_member(Machine *m, struct members *to, Object *o)
{
    if (o == m->none)
        o = (Object *)m->types.none;
    for (ssize_t i = 0; i < to->n; i++) {
        Object *other = to->item[i];
        bool alias = type_is_subtype(o->type, m->types.generic_alias) &&
                     type_is_subtype(other->type, m->types.generic_alias);
        int same = alias ? object_richcompare_bool(m, other, o, COMPARE_EQ) : other == o;
        if (same)
            return same < 0 ? -1 : 0;
    }
    to->item[to->n++] = o;
    return 0;
}

static ssize_t count_members(Machine *m, const Object *o)
{
    return is_exact(m, o, union_) ? tuple_size(((const UnionObject *)o)->args) : 1;
}

static int add_members(Machine *m, struct members *to, Object *o)
{
    if (!is_exact(m, o, union_))
        return add_member(m, to, o);
    Object *args = as_union(o)->args;
    for (ssize_t i = 0; i < tuple_size(args); i++)
        if (add_member(m, to, tuple_item(args, i)) < 0)
            return -1;
    return 0;
}

static Object *union_of(Machine *m, const struct members *members)
{
    if (members->n == 1)
        return newref(members->item[0]);
    UnionObject *u = object_new(m, m->types.union_, sizeof *u, UNION_SIZE);
    if (!u)
        return NULL;
    u->args = tuple_from_array(m, members->item, members->n);
    gc_track(m, (Object *)u);
    if (!u->args)
        clear_ref(m, u);
    return (Object *)u;
}

Object *union_or(Machine *m, Object *a, Object *b)
{
    if (!may_be_part(m, a) || !may_be_part(m, b))
        return newref(m->not_implemented);
    size_t n = (size_t)(count_members(m, a) + count_members(m, b));
    struct members members = {heap_alloc(m, n * sizeof(Object *)), 0};
    Object *made = NULL;
    if (members.item && add_members(m, &members, a) == 0 && add_members(m, &members, b) == 0)
        made = union_of(m, &members);
    heap_free(m, members.item);
    return made;
}

/* ---- what it does ---------------------------------------------------------------------------- */

static Object *union_repr(Machine *m, Object *o)
{
    Object *args = as_union(o)->args;
    StrWriter w = {0};
    int r = 0;
    for (ssize_t i = 0; r == 0 && i < tuple_size(args); i++) {
        Object *item = tuple_item(args, i);
        if (i)
            r = str_writer_ascii(m, &w, " | ");
        if (r == 0)
            r = item == (Object *)m->types.none ? str_writer_ascii(m, &w, "None")
                                                : generic_write(m, &w, item);
    }
    if (r < 0) {
        str_writer_drop(m, &w);
        return NULL;
    }
    return str_writer_finish(m, &w);
}

static Object *as_set(Machine *m, Object *o)
{
    return object_call1(m, (Object *)m->types.frozenset, as_union(o)->args);
}

static hash_t union_hash(Machine *m, Object *o)
{
    Object *set = as_set(m, o);
    hash_t h = set ? object_hash(m, set) : -1;
    xdecref(m, set);
    return h;
}

static Object *union_compare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if (!is_exact(m, b, union_) || (op != COMPARE_EQ && op != COMPARE_NE))
        return newref(m->not_implemented);
    Object *left = as_set(m, a), *right = left ? as_set(m, b) : NULL;
    Object *r = right ? object_richcompare(m, left, right, op) : NULL;
    xdecref(m, left);
    xdecref(m, right);
    return r;
}

Object *union_args(Object *o)
{
    return as_union(o)->args;
}

static Object *get_args(Machine *m, Object *o)
{
    (void)m;
    return newref(as_union(o)->args);
}

static Object *get_parameters(Machine *m, Object *o)
{
    if (!as_union(o)->parameters &&
        !(as_union(o)->parameters = generic_parameters(m, as_union(o)->args)))
        return NULL;
    return newref(as_union(o)->parameters);
}

static Object *union_subscript(Machine *m, Object *o, Object *items)
{
    Object *parameters = get_parameters(m, o), *result = NULL;
    Object *args =
        parameters ? generic_substitute(m, o, as_union(o)->args, parameters, items) : NULL;
    for (ssize_t i = 0; args && i < tuple_size(args); i++) {
        Object *next = tuple_item(args, i), *old = result;
        result = old ? number_binary(m, old, next, NB_OR) : newref(next);
        xdecref(m, old);
        if (!result)
            break;
    }
    xdecref(m, args);
    xdecref(m, parameters);
    return result;
}

/* Its module is the type's. */
static Object *union_getattro(Machine *m, Object *o, Object *name)
{
    return str_equals_ascii(name, "__module__") ? object_getattr(m, (Object *)o->type, name)
                                                : object_generic_getattr(m, o, name);
}

static void union_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    clear_ref(m, as_union(o)->args);
    clear_ref(m, as_union(o)->parameters);
    object_free(m, o, UNION_SIZE);
}

static int union_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    return VISIT(as_union(o)->args, as_union(o)->parameters);
}

static const GetSetDef union_getset[] = {
    {"__args__", get_args, NULL},
    {"__parameters__", get_parameters, NULL},
    {NULL, NULL, NULL},
};

const TypeSpec union_spec = {
    .name = "types.UnionType",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = UNION_SIZE,
    .size = sizeof(UnionObject),
    .getset = union_getset,
    .slots =
        {
            .tp_dealloc = union_dealloc,
            .tp_repr = union_repr,
            .tp_hash = union_hash,
            .tp_getattro = union_getattro,
            .tp_richcompare = union_compare,
            .tp_traverse = union_traverse,
            .mp_subscript = union_subscript,
            .nb = {[NB_OR] = union_or},
        },
};
