/* Who refers to what, read without a trace. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/inspect.h>
#include <pyviz/machine/instance.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/op.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/tuple.h>
#include <pyviz/machine/type.h>

#include "class.h"
#include "code.h"

static Object *object(const Object *o)
{
    return (Object *)(uintptr_t)o;
}

/* ---- attributes ------------------------------------------------------------------------------ */

static Object *namespace_of(const Object *o)
{
    return is_type(o) ? ((const Type *)o)->tp_dict : instance_dict_if_any(o);
}

bool inspect_next_attribute(const Machine *m, const Object *o, size_t *at, Object **name,
                            Object **value)
{
    (void)m;
    Object *dict = is_type(o) ? namespace_of(o) : NULL;
    ssize_t i = (ssize_t)*at;
    bool more = true;
    do
        more = dict ? dict_next(dict, &i, name, value, NULL) : instance_next(o, &i, name, value);
    while (more && !is_str(*name));
    *at = (size_t)i;
    return more;
}

/* ---- links ----------------------------------------------------------------------------------- */

static bool visit_items(Object *const *item, ssize_t n, inspect_visit visit, void *context)
{
    for (ssize_t i = 0; i < n; i++)
        if (item[i] && !visit(&(struct inspect_link){LINK_ITEM, i, NULL, item[i]}, context))
            return false;
    return true;
}

static bool visit_dict(const Object *o, inspect_visit visit, void *context)
{
    Object *key, *value;
    hash_t hash;
    for (ssize_t at = 0; dict_next(object(o), &at, &key, &value, &hash);)
        if (!visit(&(struct inspect_link){LINK_KEY, at, NULL, key}, context) ||
            !visit(&(struct inspect_link){LINK_VALUE, at, key, value}, context))
            return false;
    return true;
}

static bool visit_set(const Machine *m, const Object *o, inspect_visit visit, void *context)
{
    Object *key;
    hash_t hash;
    for (ssize_t at = 0; set_next(m, object(o), &at, &key, &hash);)
        if (!visit(&(struct inspect_link){LINK_KEY, at, NULL, key}, context))
            return false;
    return true;
}

static bool visit_attributes(const Machine *m, const Object *o, inspect_visit visit, void *context)
{
    Object *name, *value;
    for (size_t at = 0; inspect_next_attribute(m, o, &at, &name, &value);)
        if (!visit(&(struct inspect_link){LINK_ATTRIBUTE, 0, name, value}, context))
            return false;
    return true;
}

struct parts {
    inspect_visit visit;
    void *context;
    const Object *except; /* its namespace, whose contents have been visited as attributes */
};

static int visit_part(Machine *m, Object *o, void *arg)
{
    (void)m;
    const struct parts *parts = arg;
    if (o == parts->except || is_type(o))
        return 0;
    return !parts->visit(&(struct inspect_link){LINK_PART, 0, NULL, o}, parts->context);
}

static void visit_parts(const Machine *m, const Object *o, inspect_visit visit, void *context)
{
    struct parts parts = {visit, context, namespace_of(o)};
    Machine *machine = (Machine *)(uintptr_t)m;
    if (instance_values(o)) /* they are its attributes */
        class_visit_slots(machine, object(o), visit_part, &parts);
    else if (o->type->slots.tp_traverse && !is_type(o))
        o->type->slots.tp_traverse(machine, object(o), visit_part, &parts);
}

void inspect_links(const Machine *m, const Object *o, inspect_visit visit, void *context)
{
    bool on = true, container = true;
    if (is_list(o))
        on = visit_items(((const ListObject *)o)->item, ((const ListObject *)o)->size, visit,
                         context);
    else if (is_tuple(o))
        on = visit_items(((const TupleObject *)o)->item, tuple_size(o), visit, context);
    else if (is_dict(o))
        on = visit_dict(o, visit, context);
    else if (is_anyset(o))
        on = visit_set(m, o, visit, context);
    else
        container = false;
    if (on && (is_type(o) || o->type->tp_flags & TYPE_HEAP))
        on = visit_attributes(m, o, visit, context);
    if (on && !container)
        visit_parts(m, o, visit, context);
}

/* ---- holders --------------------------------------------------------------------------------- */

static int64_t held_by_constants(const Machine *m, const Object *code, const Object *o)
{
    const Object *consts = ((const CodeObject *)code)->consts;
    int64_t n = 0;
    for (ssize_t i = 0; consts && i < tuple_size(consts); i++) {
        const Object *constant = tuple_item(consts, i);
        n += constant == o;
        if (constant->type == m->types.code)
            n += held_by_constants(m, constant, o);
    }
    return n;
}

int64_t inspect_held_by_code(const Machine *m, const Object *o)
{
    return m->main_code ? held_by_constants(m, m->main_code, o) : 0;
}

int64_t inspect_held_by_arguments(const Machine *m, const Object *o)
{
    enum { NEWEST = 32 };
    const GCHead *young = &m->gc.generation[0], *g = young->prev;
    int64_t n = 0;
    for (int looked = 0; g && g != young && looked < NEWEST; g = g->prev, looked++) {
        const Object *holder = gc_object((GCHead *)(uintptr_t)g);
        if (!is_tuple(holder) || !(holder->flags & OBJECT_QUIET))
            continue;
        for (ssize_t i = 0; i < tuple_size(holder); i++)
            n += tuple_item(holder, i) == o;
    }
    return n;
}

static bool is_constants_of(const Machine *m, const Object *code, const Object *o)
{
    const Object *consts = ((const CodeObject *)code)->consts;
    bool is = consts == o;
    for (ssize_t i = 0; consts && i < tuple_size(consts) && !is; i++)
        if (tuple_item(consts, i)->type == m->types.code)
            is = is_constants_of(m, tuple_item(consts, i), o);
    return is;
}

bool inspect_is_constants(const Machine *m, const Object *o)
{
    return m->main_code && is_tuple(o) && is_constants_of(m, m->main_code, o);
}

static bool visit_list(const GCHead *list, bool (*visit)(Object *, void *), void *context)
{
    for (const GCHead *at = list->next; at != list; at = at->next)
        if (!visit(gc_object((GCHead *)(uintptr_t)at), context))
            return false;
    return true;
}

static bool is_generation(const Machine *m, const GCHead *list)
{
    return list >= m->gc.generation && list < m->gc.generation + GC_GENERATIONS;
}

void inspect_tracked(const Machine *m, bool (*visit)(Object *o, void *context), void *context)
{
    for (int i = GC_GENERATIONS - 1; i >= 0; i--)
        if (!visit_list(&m->gc.generation[i], visit, context))
            return;
    for (const Op *op = m->op; op; op = op->outer) {
        if (op->kind != OP_GC)
            continue;
        const GCHead *const lists[] = {op->u.gc.young, op->u.gc.unreachable};
        for (int i = 0; i < 2; i++)
            if (lists[i] && lists[i]->next && !is_generation(m, lists[i]) &&
                !visit_list(lists[i], visit, context))
                return;
    }
}
