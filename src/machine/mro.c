/* The method resolution order: Objects/typeobject.c: mro_implementation, pmerge.
 *
 * C3: the linearizations of the bases and the list of the bases themselves are merged.  The head of
 * the first list that stands in no other list's tail is taken next, and leaves every list.  With
 * one base there is nothing to merge. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/op.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "class.h"

struct merge {
    Object **list; /* tuples: the MROs of the bases, then the bases */
    ssize_t *at;   /* how much of each has been taken */
    ssize_t n;
};

/* The list in whose tail the candidate stands, or -1. */
static ssize_t in_tail(const struct merge *g, const Object *candidate)
{
    for (ssize_t i = 0; i < g->n; i++)
        for (ssize_t k = g->at[i] + 1; k < tuple_size(g->list[i]); k++)
            if (tuple_item(g->list[i], k) == candidate)
                return i;
    return -1;
}

static void take(struct merge *g, const Object *candidate)
{
    for (ssize_t i = 0; i < g->n; i++)
        if (g->at[i] < tuple_size(g->list[i]) && tuple_item(g->list[i], g->at[i]) == candidate)
            g->at[i]++;
}

/* As much of a text as fits into CPython's buffer for it: so many bytes of UTF-8. */
static Object *cut(Machine *m, Object *text)
{
    enum { MOST = 999 };
    ssize_t n = 0, bytes = 0;
    for (; text && n < str_len(text); n++) {
        uint32_t c = str_at(text, n);
        bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        if (bytes > MOST)
            break;
    }
    Object *shorter = text ? str_substring(m, text, 0, n) : NULL;
    xdecref(m, text);
    return shorter;
}

/* The heads of the lists that are left, each once: CPython collects them in a dict. */
static void conflict(Machine *m, const struct merge *g)
{
    Object *text = str_from_ascii(m, "");
    Object *seen = list_new(m, 0);
    for (ssize_t i = 0; i < g->n && text && seen; i++) {
        if (g->at[i] >= tuple_size(g->list[i]))
            continue;
        Object *head = tuple_item(g->list[i], g->at[i]);
        bool again = false;
        for (ssize_t k = 0; k < list_size(seen); k++)
            again |= list_item(seen, k) == head;
        if (again || list_append(m, seen, head) < 0)
            continue;
        const Type *type = (const Type *)head;
        Object *longer =
            type->ht_name
                ? str_printf(m, "%U%s %U", text, list_size(seen) > 1 ? "," : "", type->ht_name)
                : str_printf(m, "%U%s %s", text, list_size(seen) > 1 ? "," : "", type->tp_name);
        decref(m, text);
        text = longer;
    }
    Object *message =
        text && seen
            ? cut(m, str_printf(
                         m, "Cannot create a consistent method resolution%sorder (MRO) for bases%U",
                         m->profile->mro_error_one_line ? " " : "\n", text))
            : NULL;
    if (message)
        error_set(m, EXC_TypeError, "%U", message);
    xdecref(m, message);
    xdecref(m, text);
    xdecref(m, seen);
}

/* Whose order a list is; the last holds the bases of the class itself. */
static Object *owner_of(const struct merge *g, Type *type, ssize_t list)
{
    return list == g->n - 1 ? (Object *)type : tuple_item(g->list[g->n - 1], list);
}

/* What stands right before the candidate in a list that bars it. */
static Object *standing_before(const struct merge *g, ssize_t list, const Object *candidate)
{
    ssize_t k = g->at[list] + 1;
    while (tuple_item(g->list[list], k) != candidate)
        k++;
    return tuple_item(g->list[list], k - 1);
}

/* One round: 1 took a type, 0 all lists are empty, -1 none can be taken. */
static int round_of(Machine *m, struct merge *g, Op *op, Type *type, Object *result)
{
    bool empty = true;
    for (ssize_t i = 0; i < g->n; i++) {
        if (g->at[i] >= tuple_size(g->list[i]))
            continue;
        empty = false;
        Object *candidate = tuple_item(g->list[i], g->at[i]);
        ssize_t other = in_tail(g, candidate);
        op->u.merge.candidate = candidate;
        op->u.merge.from = i;
        op->u.merge.barred_by = other;
        op->u.merge.verdict = other >= 0 ? MERGE_REJECTED : MERGE_TAKEN;
        if (other >= 0) {
            EMIT(m, MRO_REJECT, type, candidate, owner_of(g, type, i), i + 1,
                 owner_of(g, type, other), standing_before(g, other, candidate));
            continue;
        }
        if (list_append(m, result, candidate) < 0)
            return -2;
        take(g, candidate);
        EMIT(m, MRO_TAKE, type, candidate, owner_of(g, type, i), i + 1, list_size(result));
        return 1;
    }
    return empty ? 0 : -1;
}

/* The whole merge, into `result`.  false with an exception. */
static bool merge_into(Machine *m, struct merge *g, Type *type, Object *bases, Object *result)
{
    for (ssize_t i = 0; i < g->n - 1; i++)
        g->list[i] = ((Type *)tuple_item(bases, i))->tp_mro;
    g->list[g->n - 1] = bases;
    int r = list_append(m, result, (Object *)type) < 0 ? -2 : 1;
    Op op = {.kind = OP_MERGE, .subject = (Object *)type};
    op.u.merge.list = g->list;
    op.u.merge.at = g->at;
    op.u.merge.lists = g->n;
    op.u.merge.result = result;
    op.u.merge.barred_by = -1;
    op_push(m, &op);
    EMIT(m, MRO_START, type, g->n);
    while (r > 0)
        r = round_of(m, g, &op, type, result);
    if (r == -1) {
        op.u.merge.verdict = MERGE_CONFLICT;
        EMIT(m, MRO_CONFLICT, type);
        conflict(m, g);
    }
    op_pop(m, &op);
    return r == 0;
}

static Object *merge(Machine *m, Type *type, Object *bases)
{
    struct merge g = {.n = tuple_size(bases) + 1};
    g.list = heap_alloc(m, (size_t)g.n * sizeof *g.list);
    g.at = heap_alloc(m, (size_t)g.n * sizeof *g.at);
    Object *result = g.list && g.at ? list_new(m, 0) : NULL, *mro = NULL;
    if (result) {
        result->flags |= OBJECT_QUIET;
        if (merge_into(m, &g, type, bases, result))
            mro = tuple_from_array(m, ((ListObject *)result)->item, list_size(result));
    }
    heap_free(m, g.list);
    heap_free(m, g.at);
    xdecref(m, result);
    return mro;
}

static Object *single(Machine *m, Type *type, Object *base_mro)
{
    ssize_t n = tuple_size(base_mro);
    Object *mro = tuple_new(m, n + 1);
    if (!mro)
        return NULL;
    ((TupleObject *)mro)->item[0] = newref(type);
    for (ssize_t i = 0; i < n; i++)
        ((TupleObject *)mro)->item[i + 1] = newref(tuple_item(base_mro, i));
    gc_track(m, mro);
    EMIT(m, MRO_SINGLE, type, tuple_item(base_mro, 0));
    return mro;
}

/* What a metaclass's mro() gives: classes, whose instances are laid out as those of this one.
 * Objects/typeobject.c: mro_check. */
static bool check_custom(Machine *m, Type *type, Object *mro)
{
    if (tuple_size(mro) == 0) {
        error_set(m, EXC_TypeError, "type MRO must not be empty");
        return false;
    }
    for (ssize_t i = 0; i < tuple_size(mro); i++) {
        Object *base = tuple_item(mro, i);
        if (!is_type(base)) {
            error_set(m, EXC_TypeError, "mro() returned a non-class ('%.500s')", type_name(base));
            return false;
        }
        if (!class_fits_layout(type, (Type *)base)) {
            error_set(m, EXC_TypeError, "mro() returned base with unsuitable layout ('%.500s')",
                      ((Type *)base)->tp_name);
            return false;
        }
    }
    return true;
}

/* type.mro() gives a list, of which a tuple is made again: so it is called where a metaclass is the
 * program's.  What is given is taken over. */
static Object *by_way_of_list(Machine *m, Object *mro)
{
    int32_t serial = m->next_serial, own = mro ? mro->serial : 0;
    Object *list = mro ? class_out_of_sight(m, sequence_list(m, mro), serial) : NULL;
    xdecref(m, mro);
    Object *again = list ? tuple_from_array(m, ((ListObject *)list)->item, list_size(list)) : NULL;
    xdecref(m, list);
    m->next_serial = serial;
    if (again)
        again->serial = own;
    return again;
}

Object *mro_of(Machine *m, Type *type)
{
    Type *meta = type->ob_base.type;
    Object *name = meta == m->types.type ? NULL : str_intern_ascii(m, "mro");
    Object *method = name ? type_lookup(m, meta, name) : NULL;
    Object *own = name ? dict_get_str(m, m->types.type->tp_dict, name) : NULL;
    if (method == own) {
        Object *mro = mro_linearize(m, type, type->tp_bases);
        bool merged = tuple_size(type->tp_bases) > 1;
        xdecref(m, name);
        return name && !merged ? by_way_of_list(m, mro) : mro;
    }
    Object *given = object_call_method(m, (Object *)type, name, NULL, 0);
    Object *mro = given ? sequence_tuple(m, given) : NULL;
    xdecref(m, given);
    decref(m, name);
    if (mro && !check_custom(m, type, mro))
        clear_ref(m, mro);
    return mro;
}

Object *mro_linearize(Machine *m, Type *type, Object *bases)
{
    ssize_t n = tuple_size(bases);
    for (ssize_t i = 0; i < n; i++)
        if (!((Type *)tuple_item(bases, i))->tp_mro)
            return error_set(m, EXC_TypeError, "Cannot extend an incomplete type '%.100s'",
                             ((Type *)tuple_item(bases, i))->tp_name);
    for (ssize_t i = 0; i < n; i++)
        for (ssize_t k = i + 1; k < n; k++)
            if (tuple_item(bases, i) == tuple_item(bases, k)) {
                const Type *twice = (const Type *)tuple_item(bases, i);
                return error_set(m, EXC_TypeError, "duplicate base class %s", twice->tp_name);
            }
    if (n == 1)
        return single(m, type, ((Type *)tuple_item(bases, 0))->tp_mro);
    return merge(m, type, bases);
}
