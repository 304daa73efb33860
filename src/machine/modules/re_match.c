/* re.Match: Modules/_sre/sre.c. */
#include "re_internal.h"

#include "../specs.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/tuple.h>

enum { MATCH_SIZE = 88 };

static MatchObject *as_match(Object *o)
{
    return (MatchObject *)o;
}

static size_t match_size(ssize_t groups)
{
    return MATCH_SIZE + 2 * (size_t)groups * sizeof(ssize_t);
}

Object *re_match_new(Machine *m, PatternObject *p, Object *string, const struct re_run *r,
                     ssize_t pos)
{
    ssize_t groups = (ssize_t)p->program.groups + 1;
    MatchObject *o = object_new(
        m, m->types.re_match, sizeof *o + 2 * (size_t)groups * sizeof(ssize_t), match_size(groups));
    if (!o)
        return NULL;
    o->string = newref(string);
    o->pattern = (PatternObject *)newref(p);
    o->groups = groups;
    o->pos = pos;
    o->endpos = r->end;
    o->mark[0] = r->start;
    o->mark[1] = r->position;
    for (ssize_t i = 2; i < 2 * groups; i += 2) {
        bool took_part = r->slot[i - 2] >= 0 && r->slot[i - 1] >= r->slot[i - 2];
        o->mark[i] = took_part ? r->slot[i - 2] : -1;
        o->mark[i + 1] = took_part ? r->slot[i - 1] : -1;
    }
    o->last_group = r->slot[re_last_group_slot(&p->program)];
    gc_track(m, &o->ob_base);
    return &o->ob_base;
}

static void match_dealloc(Machine *m, Object *o)
{
    MatchObject *match = as_match(o);
    gc_untrack(m, o);
    clear_ref(m, match->string);
    clear_ref(m, match->pattern);
    object_free(m, o, match_size(match->groups));
}

static int match_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    const MatchObject *match = as_match(o);
    return VISIT(match->string, (Object *)match->pattern);
}

static ssize_t match_sizeof(Machine *m, Object *o)
{
    (void)m;
    return (ssize_t)match_size(as_match(o)->groups);
}

/* ---- groups ---------------------------------------------------------------------------------- */

/* The number of a group given by number or name; -1 with IndexError. */
static ssize_t group_number(Machine *m, const MatchObject *match, Object *key)
{
    ssize_t n = -1;
    int overflow;
    if (is_int(key) || slots_of(key)->nb_index) {
        Object *index = number_index(m, key);
        if (!index)
            return -1;
        int64_t wide = int_as_i64(index, &overflow);
        n = overflow ? -1 : (ssize_t)wide;
        decref(m, index);
    } else {
        Object *number = dict_get(m, match->pattern->groupindex, key);
        if (number)
            n = (ssize_t)int_as_i64(number, &overflow);
        else if (error_occurred(m))
            return -1;
    }
    if (n >= 0 && n < match->groups)
        return n;
    error_set(m, EXC_IndexError, "no such group");
    return -1;
}

static Object *group_or(Machine *m, const MatchObject *match, ssize_t n, Object *otherwise)
{
    if (match->mark[2 * n] < 0)
        return newref(otherwise);
    return re_slice(m, match->string, match->mark[2 * n], match->mark[2 * n + 1]);
}

static Object *group_of(Machine *m, Object *o, Object *key)
{
    ssize_t n = group_number(m, as_match(o), key);
    return n < 0 ? NULL : group_or(m, as_match(o), n, m->none);
}

BUILTIN(match_group)
{
    (void)kwnames;
    if (nargs == 0)
        return group_or(m, as_match(self), 0, m->none);
    if (nargs == 1)
        return group_of(m, self, args[0]);
    Object *all = tuple_new(m, (ssize_t)nargs);
    for (size_t i = 0; all && i < nargs; i++)
        if (!(((TupleObject *)all)->item[i] = group_of(m, self, args[i])))
            clear_ref(m, all);
    if (all)
        gc_track(m, all);
    return all;
}

static bool default_argument(Machine *m, const char *name, Object *const *args, size_t nargs,
                             Object *kwnames, Object **out)
{
    static const char *const names[] = {"default", NULL};
    if (!arg_parse(m, name, args, nargs, kwnames, names, 0, 1, out))
        return false;
    if (!*out)
        *out = m->none;
    return true;
}

BUILTIN(match_groups)
{
    const MatchObject *match = as_match(self);
    Object *otherwise;
    if (!default_argument(m, "groups", args, nargs, kwnames, &otherwise))
        return NULL;
    Object *all = tuple_new(m, match->groups - 1);
    for (ssize_t i = 1; all && i < match->groups; i++)
        if (!(((TupleObject *)all)->item[i - 1] = group_or(m, match, i, otherwise)))
            clear_ref(m, all);
    if (all && match->groups > 1)
        gc_track(m, all);
    return all;
}

BUILTIN(match_groupdict)
{
    const MatchObject *match = as_match(self);
    Object *otherwise, *name, *number, *all;
    if (!default_argument(m, "groupdict", args, nargs, kwnames, &otherwise) || !(all = dict_new(m)))
        return NULL;
    ssize_t at = 0;
    int overflow, status = 0;
    while (status == 0 && dict_next(match->pattern->groupindex, &at, &name, &number, NULL)) {
        Object *text = group_or(m, match, (ssize_t)int_as_i64(number, &overflow), otherwise);
        status = text ? dict_set(m, all, name, text) : -1;
        xdecref(m, text);
    }
    if (status < 0)
        clear_ref(m, all);
    return all;
}

/* ---- places ---------------------------------------------------------------------------------- */

static Object *span_of(Machine *m, const MatchObject *match, ssize_t n)
{
    Object *pair[2] = {int_from_i64(m, match->mark[2 * n]), NULL};
    if (!pair[0])
        return NULL;
    if (!(pair[1] = int_from_i64(m, match->mark[2 * n + 1]))) {
        decref(m, pair[0]);
        return NULL;
    }
    return tuple_from_array_steal(m, pair, 2);
}

/* The optional group argument; -1 with an exception. */
static ssize_t group_argument(Machine *m, const char *name, Object *self, Object *const *args,
                              size_t nargs)
{
    if (!arg_check_positional(m, name, nargs, 0, 1))
        return -1;
    return nargs ? group_number(m, as_match(self), args[0]) : 0;
}

BUILTIN(match_start)
{
    (void)kwnames;
    ssize_t n = group_argument(m, "start", self, args, nargs);
    return n < 0 ? NULL : int_from_i64(m, as_match(self)->mark[2 * n]);
}
BUILTIN(match_end)
{
    (void)kwnames;
    ssize_t n = group_argument(m, "end", self, args, nargs);
    return n < 0 ? NULL : int_from_i64(m, as_match(self)->mark[2 * n + 1]);
}
BUILTIN(match_span)
{
    (void)kwnames;
    ssize_t n = group_argument(m, "span", self, args, nargs);
    return n < 0 ? NULL : span_of(m, as_match(self), n);
}

/* Up to 3.11 the pieces are joined by an empty part of what was searched. Steals the bytes. */
static Object *as_searched(Machine *m, const MatchObject *match, Object *bytes)
{
    if (!bytes || !is_bytes(bytes) || !m->profile->re_joins_by_subject ||
        !is_bytearray(m, match->string))
        return bytes;
    const BytesObject *b = (const BytesObject *)bytes;
    Object *array = bytearray_new(m, b->data, b->size);
    decref(m, bytes);
    return array;
}

BUILTIN(match_expand)
{
    (void)nargs;
    (void)kwnames;
    MatchObject *match = as_match(self);
    Object *template = re_template_parse(m, match->pattern, args[0]);
    if (!template || !is_list(template))
        return as_searched(m, match, template);
    Object *list = list_new(m, 0), *r = NULL;
    if (list && re_template_expand(m, template, match, list) == 0)
        r = re_join(m, match->string, list);
    xdecref(m, list);
    decref(m, template);
    return as_searched(m, match, r);
}

BUILTIN(match_itself)
{
    UNUSED_ONE;
    (void)args;
    (void)m;
    return newref(self);
}

static Object *match_get_regs(Machine *m, Object *o)
{
    const MatchObject *match = as_match(o);
    Object *all = tuple_new(m, match->groups);
    for (ssize_t i = 0; all && i < match->groups; i++)
        if (!(((TupleObject *)all)->item[i] = span_of(m, match, i)))
            clear_ref(m, all);
    if (all)
        gc_track(m, all);
    return all;
}

static Object *match_get_lastindex(Machine *m, Object *o)
{
    ssize_t n = as_match(o)->last_group;
    return n < 0 ? newref(m->none) : int_from_i64(m, n);
}

static Object *match_get_lastgroup(Machine *m, Object *o)
{
    const MatchObject *match = as_match(o);
    Object *name, *number;
    ssize_t at = 0;
    int overflow;
    while (dict_next(match->pattern->groupindex, &at, &name, &number, NULL))
        if (int_as_i64(number, &overflow) == match->last_group)
            return newref(name);
    return newref(m->none);
}

static Object *match_get_string(Machine *m, Object *o)
{
    (void)m;
    return newref(as_match(o)->string);
}
static Object *match_get_re(Machine *m, Object *o)
{
    (void)m;
    return newref(as_match(o)->pattern);
}
static Object *match_get_pos(Machine *m, Object *o)
{
    return int_from_i64(m, as_match(o)->pos);
}
static Object *match_get_endpos(Machine *m, Object *o)
{
    return int_from_i64(m, as_match(o)->endpos);
}

static Object *match_repr(Machine *m, Object *o)
{
    const MatchObject *match = as_match(o);
    Object *text = group_or(m, match, 0, m->none);
    Object *r = text ? str_printf(m, "<re.Match object; span=(%zd, %zd), match=%R>", match->mark[0],
                                  match->mark[1], text)
                     : NULL;
    xdecref(m, text);
    return r;
}

static const MethodDef match_methods[] = {
    {"end", match_end, METH_FASTCALL, "Where a group ended."},
    {"expand", match_expand, METH_O, "A template with the groups filled in."},
    {"group", match_group, METH_FASTCALL | METH_PACKED, "What groups matched."},
    {"groupdict", match_groupdict, METH_KEYWORDS, "What the named groups matched."},
    {"groups", match_groups, METH_KEYWORDS, "What all groups matched."},
    {"span", match_span, METH_FASTCALL, "Where a group began and ended."},
    {"start", match_start, METH_FASTCALL, "Where a group began."},
    {"__copy__", match_itself, METH_NOARGS, NULL},
    {"__deepcopy__", match_itself, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
static const GetSetDef match_getset[] = {
    {"endpos", match_get_endpos, NULL},
    {"lastgroup", match_get_lastgroup, NULL},
    {"lastindex", match_get_lastindex, NULL},
    {"pos", match_get_pos, NULL},
    {"re", match_get_re, NULL},
    {"regs", match_get_regs, NULL},
    {"string", match_get_string, NULL},
    {NULL, NULL, NULL},
};

const TypeSpec re_match_spec = {
    .name = "re.Match",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = MATCH_SIZE,
    .itemsize = 8,
    .size = sizeof(MatchObject),
    .methods = match_methods,
    .getset = match_getset,
    .doc = "Where a pattern was found, and what its groups took.",
    .slots =
        {
            .tp_dealloc = match_dealloc,
            .tp_traverse = match_traverse,
            .tp_repr = match_repr,
            .tp_sizeof = match_sizeof,
            .mp_subscript = group_of,
        },
};
