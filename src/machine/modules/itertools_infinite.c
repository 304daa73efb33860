/* count, cycle and repeat: the iterators that need not end.  Modules/itertoolsmodule.c */
#include "itertools.h"

#include <pyviz/machine/list.h>

/* ---- count ----------------------------------------------------------------------------------- */

typedef struct CountObject {
    Object ob_base;
    Object *value; /* the next one, once it is no small integer or the step is not 1; else NULL */
    Object *step;
    int64_t fast; /* the next one while value is NULL */
} CountObject;

REFERENCES(count, 2)

static bool is_number(Object *o)
{
    return is_int(o) || is_float(o) || slots_of(o)->nb_int || slots_of(o)->nb_float ||
           slots_of(o)->nb_index || slots_of(o)->nb[NB_SUBTRACT];
}

static bool is_one(Object *o)
{
    return is_int(o) && int_fits_i64(o) && int_as_i64(o, &(int){0}) == 1;
}

static Object *count_new(NEW_ARGS)
{
    static const char *const names[] = {"start", "step", NULL};
    Object *out[2];
    if (!arg_parse(m, "count", args, nargs, kwnames, names, 0, 2, out))
        return NULL;
    if ((out[0] && !is_number(out[0])) || (out[1] && !is_number(out[1])))
        return error_set(m, EXC_TypeError, "a number is required");
    CountObject *c = native_new(m, type);
    if (!c)
        return NULL;
    c->step = out[1] ? newref(out[1]) : int_from_i64(m, 1);
    bool fast = is_one(c->step);
    if (out[0]) {
        int overflow = 1;
        if (is_int(out[0]))
            c->fast = int_as_i64(out[0], &overflow);
        fast = fast && !overflow && c->fast != INT64_MAX;
    }
    if (!fast)
        c->value = out[0] ? newref(out[0]) : int_from_i64(m, 0);
    gc_track(m, (Object *)c);
    return (Object *)c;
}

static Object *count_next(Machine *m, Object *o)
{
    CountObject *c = (CountObject *)o;
    if (!c->value && c->fast != INT64_MAX)
        return int_from_i64(m, c->fast++);
    if (!c->value && !(c->value = int_from_i64(m, c->fast)))
        return NULL;
    Object *value = c->value, *next = number_binary(m, value, c->step, NB_ADD);
    if (!next)
        return NULL;
    c->value = next;
    return value;
}

static Object *count_repr(Machine *m, Object *o)
{
    CountObject *c = (CountObject *)o;
    const char *name = native_short_name(o->type);
    if (!c->value && c->fast == INT64_MAX && m->profile->count_hides_turn)
        return str_printf(m, "%s(<NULL>)", name);
    if (!c->value)
        return str_printf(m, "%s(%lld)", name, (long long)c->fast);
    if (is_one(c->step))
        return str_printf(m, "%s(%R)", name, c->value);
    return str_printf(m, "%s(%R, %R)", name, c->value, c->step);
}

const TypeSpec count_spec = {
    .name = "itertools.count",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 40,
    .size = sizeof(CountObject),
    .doc = "start, start + step, start + 2 * step, and so on without end.",
    .slots =
        {
            .tp_dealloc = count_dealloc,
            .tp_repr = count_repr,
            .tp_iter = object_self_iter,
            .tp_iternext = count_next,
            .tp_new = count_new,
            .tp_traverse = count_traverse,
            .tp_clear = count_clear,
        },
};

/* ---- cycle ----------------------------------------------------------------------------------- */

typedef struct CycleObject {
    Object ob_base;
    Object *saved;    /* list: what the iterator has yielded so far */
    Object *iterator; /* NULL once it has ended */
    ssize_t index;    /* of the next item of saved, then */
} CycleObject;

REFERENCES(cycle, 2)

static Object *cycle_new(NEW_ARGS)
{
    if (!native_no_keywords(m, type, m->types.cycle, "cycle", kwnames) ||
        !arg_check_positional(m, "cycle", nargs, 1, 1))
        return NULL;
    Object *iterator = object_getiter(m, args[0]);
    Object *saved = iterator ? list_new(m, 0) : NULL;
    CycleObject *c = saved ? native_new(m, type) : NULL;
    if (!c) {
        xdecref(m, iterator);
        xdecref(m, saved);
        return NULL;
    }
    saved->flags |= OBJECT_QUIET;
    c->iterator = iterator;
    c->saved = saved;
    gc_track(m, (Object *)c);
    return (Object *)c;
}

static Object *cycle_next(Machine *m, Object *o)
{
    CycleObject *c = (CycleObject *)o;
    if (c->iterator) {
        Object *item = iter_next(m, c->iterator);
        if (item) {
            if (list_append(m, c->saved, item) < 0)
                clear_ref(m, item);
            else
                EMIT(m, CYCLE_SAVE, o, item, list_size(c->saved));
            return item;
        }
        if (error_occurred(m))
            return NULL;
        clear_ref(m, c->iterator);
        if (list_size(c->saved))
            EMIT(m, CYCLE_AGAIN, o, list_size(c->saved));
    }
    if (!c->saved || list_size(c->saved) == 0)
        return NULL;
    Object *item = newref(list_item(c->saved, c->index++));
    if (c->index >= list_size(c->saved))
        c->index = 0;
    return item;
}

const TypeSpec cycle_spec = {
    .name = "itertools.cycle",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 48,
    .size = sizeof(CycleObject),
    .doc = "The items of an iterable, again and again.",
    .slots =
        {
            .tp_dealloc = cycle_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = cycle_next,
            .tp_new = cycle_new,
            .tp_traverse = cycle_traverse,
            .tp_clear = cycle_clear,
        },
};

/* ---- repeat ---------------------------------------------------------------------------------- */

typedef struct RepeatObject {
    Object ob_base;
    Object *element;
    ssize_t left; /* -1: without end */
} RepeatObject;

REFERENCES(repeat, 1)

static Object *repeat_new(NEW_ARGS)
{
    static const char *const names[] = {"object", "times", NULL};
    Object *out[2];
    if (!arg_parse_known(m, "repeat", args, nargs, kwnames, names, 1, 2, out))
        return NULL;
    ssize_t times = -1;
    if (out[1]) {
        if (!int_as_c_ssize(m, out[1], &times))
            return NULL;
        if (times < 0)
            times = 0;
    }
    RepeatObject *r = native_new(m, type);
    if (!r)
        return NULL;
    r->element = newref(out[0]);
    r->left = times;
    gc_track(m, (Object *)r);
    return (Object *)r;
}

static Object *repeat_next(Machine *m, Object *o)
{
    (void)m;
    RepeatObject *r = (RepeatObject *)o;
    if (r->left == 0)
        return NULL;
    if (r->left > 0)
        r->left--;
    return newref(r->element);
}

static Object *repeat_repr(Machine *m, Object *o)
{
    RepeatObject *r = (RepeatObject *)o;
    const char *name = native_short_name(o->type);
    if (r->left == -1)
        return str_printf(m, "%s(%R)", name, r->element);
    return str_printf(m, "%s(%R, %zd)", name, r->element, r->left);
}

BUILTIN(repeat_length_hint)
{
    NO_ARGS;
    ssize_t left = ((RepeatObject *)self)->left;
    if (left == -1)
        return error_set(m, EXC_TypeError, "len() of unsized object");
    return int_from_i64(m, left);
}

static const MethodDef repeat_methods[] = {
    {"__length_hint__", repeat_length_hint, METH_NOARGS, "How many are still to come."},
    {0},
};

const TypeSpec repeat_spec = {
    .name = "itertools.repeat",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 32,
    .size = sizeof(RepeatObject),
    .methods = repeat_methods,
    .doc = "The same object, a number of times or without end.",
    .slots =
        {
            .tp_dealloc = repeat_dealloc,
            .tp_repr = repeat_repr,
            .tp_iter = object_self_iter,
            .tp_iternext = repeat_next,
            .tp_new = repeat_new,
            .tp_traverse = repeat_traverse,
            .tp_clear = repeat_clear,
        },
};
