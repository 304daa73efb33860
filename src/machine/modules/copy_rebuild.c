/* An object made anew from what __reduce_ex__ or copyreg tell of another: Lib/copy.py:
 * _reconstruct: call the function with the arguments; give the result the state; then the items and
 * the pairs. */
#include "copy.h"

#include "../eval_ops.h"

#include <pyviz/machine/dict.h>

enum {
    MADE_X,
    MADE_MEMO,
    MADE_FUNC,
    MADE_ARGS,
    MADE_STATE,
    MADE_LISTITER,
    MADE_DICTITER,
    MADE_DEEPCOPY,
    MADE_DEEP,
    MADE_Y,
    MADE_SLOTSTATE,
    MADE_KEY,
    MADE_VALUE,
    MADE_ITEM
};

static Object *deep_part(Machine *m, Frame *f, Object *part)
{
    return copy_part(m, f, body_local(f, MADE_DEEPCOPY), newref(part), body_local(f, MADE_MEMO));
}

/* A generator hands over copies of the arguments, each when it is asked for. */
static int copy_arguments(Machine *m, Frame *f)
{
    int any = body_is_true(m, f, f->slot[MADE_ARGS]);
    if (any <= 0)
        return any;
    Object *function = body_inner_function(m, f);
    Object *items = function ? object_getiter(m, f->slot[MADE_ARGS]) : NULL;
    Object *copies = items ? body_call(m, f, function, &items, 1) : NULL;
    xdecref(m, function);
    if (copies)
        body_set_local(m, f, MADE_ARGS, copies);
    return copies ? 0 : -1;
}

static int make(Machine *m, Frame *f, bool deep)
{
    Object *x = f->slot[MADE_X], *function = f->slot[MADE_FUNC];
    if (deep && copy_arguments(m, f) < 0)
        return -1;
    Object *y = body_call_ex(m, f, function, newref(f->slot[MADE_ARGS]));
    if (!y)
        return -1;
    body_set_local(m, f, MADE_Y, y);
    if (deep) {
        Object *key = copy_id(m, x);
        if (!key || copy_note(m, f, body_local(f, MADE_MEMO), key, y) < 0)
            return -1;
    }
    Op *op = copy_under_way(m, x);
    if (op)
        op->u.copy.copy = y;
    EMIT(m, COPY_BUILT, x, y, function, deep);
    return 0;
}

/* ---- the state ------------------------------------------------------------------------------- */

/* y.__dict__.update(state) */
static int update_attributes(Machine *m, Frame *f, Object *y, Object *state)
{
    Object *dict = object_getattr(m, y, m->id.__dict__);
    if (!dict)
        return -1;
    body_push(f, dict);
    Object *done = body_call_method(m, f, dict, m->id.update, &(Object *){newref(state)}, 1);
    if (!done)
        return -1;
    decref(m, done);
    body_drop(m, f, 1);
    EMIT(m, COPY_ATTRIBUTES, y, state);
    return 0;
}

/* The next pair of an iterator, unpacked into two variables: 1, 0 at the end, -1. */
static int next_pair(Machine *m, Frame *f, Object *pairs)
{
    Object *pair = iter_next(m, pairs);
    if (!pair)
        return error_occurred(m) ? -1 : 0;
    Object **at = f->top; /* the first of the two ends on top */
    bool two = eval_unpack(m, pair, 2, -1, at + 2);
    decref(m, pair);
    if (!two)
        return -1;
    body_set_local(m, f, MADE_KEY, at[1]);
    body_set_local(m, f, MADE_VALUE, at[0]);
    return 1;
}

static int set_slots(Machine *m, Frame *f, Object *y)
{
    Object *view = body_call_method(m, f, f->slot[MADE_SLOTSTATE], m->id.items, NULL, 0);
    Object *pairs = view ? object_getiter(m, view) : NULL;
    xdecref(m, view);
    if (!pairs)
        return -1;
    body_push(f, pairs);
    int more;
    while ((more = next_pair(m, f, pairs)) > 0) {
        Object *const args[] = {y, f->slot[MADE_KEY], f->slot[MADE_VALUE]}; /* of setattr() */
        for (int i = 0; i < 3; i++)
            body_push(f, newref(args[i]));
        if (object_setattr(m, y, f->slot[MADE_KEY], f->slot[MADE_VALUE]) < 0)
            return -1;
        body_drop(m, f, 3);
        EMIT(m, COPY_SLOT, y, f->slot[MADE_KEY], f->slot[MADE_VALUE]);
    }
    if (more == 0)
        body_drop(m, f, 1);
    return more;
}

/* (attributes, slots) is how a class with slots tells its state. */
static void split_state(Machine *m, Frame *f)
{
    Object *state = f->slot[MADE_STATE], *slots = m->none;
    if (is_tuple(state) && tuple_size(state) == 2) {
        slots = tuple_item(state, 1);
        incref(slots);
        body_set_local(m, f, MADE_STATE, newref(tuple_item(state, 0)));
        body_set_local(m, f, MADE_SLOTSTATE, slots);
    } else {
        body_set_local(m, f, MADE_SLOTSTATE, newref(slots));
    }
}

static int give_state(Machine *m, Frame *f, bool deep)
{
    Object *y = f->slot[MADE_Y], *setstate;
    if (deep) {
        Object *copy = deep_part(m, f, f->slot[MADE_STATE]);
        if (!copy)
            return -1;
        body_set_local(m, f, MADE_STATE, copy);
    }
    body_push(f, newref(y));
    int has = object_lookup_attr(m, y, m->id.__setstate__, &setstate);
    if (has < 0)
        return -1;
    body_drop(m, f, 1);
    if (has) {
        decref(m, setstate);
        Object *done = body_call_method(m, f, y, m->id.__setstate__,
                                        &(Object *){newref(f->slot[MADE_STATE])}, 1);
        if (!done)
            return -1;
        decref(m, done);
        EMIT(m, COPY_SETSTATE, y, f->slot[MADE_STATE]);
        return 0;
    }
    split_state(m, f);
    if (f->slot[MADE_STATE] != m->none && update_attributes(m, f, y, f->slot[MADE_STATE]) < 0)
        return -1;
    return f->slot[MADE_SLOTSTATE] == m->none ? 0 : set_slots(m, f, y);
}

/* ---- what lists and dicts hold --------------------------------------------------------------- */

static int append_items(Machine *m, Frame *f, bool deep)
{
    Object *y = f->slot[MADE_Y], *items = object_getiter(m, f->slot[MADE_LISTITER]), *item;
    if (!items)
        return -1;
    body_push(f, items);
    for (ssize_t n = 0; (item = iter_next(m, items)); n++) {
        body_set_local(m, f, MADE_ITEM, item);
        if (deep) {
            if (!(item = deep_part(m, f, item)))
                return -1;
            body_set_local(m, f, MADE_ITEM, item);
        }
        Object *done = body_call_method(m, f, y, m->id.append, &(Object *){newref(item)}, 1);
        if (!done)
            return -1;
        decref(m, done);
        EMIT(m, COPY_ITEM, y, item, n);
    }
    if (error_occurred(m))
        return -1;
    body_drop(m, f, 1);
    return 0;
}

static int set_pairs(Machine *m, Frame *f, bool deep)
{
    Object *y = f->slot[MADE_Y], *pairs = object_getiter(m, f->slot[MADE_DICTITER]);
    if (!pairs)
        return -1;
    body_push(f, pairs);
    int more;
    for (ssize_t n = 0; (more = next_pair(m, f, pairs)) > 0; n++) {
        for (int i = MADE_KEY; deep && i <= MADE_VALUE; i++) {
            Object *copy = deep_part(m, f, f->slot[i]);
            if (!copy)
                return -1;
            body_set_local(m, f, i, copy);
        }
        Object *key = f->slot[MADE_KEY], *value = f->slot[MADE_VALUE];
        for (int i = 0; i < 3; i++)
            body_push(f, newref(i == 0 ? value : i == 1 ? y : key));
        if (object_setitem(m, y, key, value) < 0)
            return -1;
        body_drop(m, f, 3);
        EMIT(m, COPY_ITEM, y, value, n);
    }
    if (more == 0)
        body_drop(m, f, 1);
    return more;
}

Object *copy_reconstruct_body(Machine *m, Frame *f)
{
    bool deep = body_local(f, MADE_MEMO) != m->none;
    body_set_local(m, f, MADE_DEEP, newref(bool_of(m, deep)));
    if (make(m, f, deep) < 0 || (f->slot[MADE_STATE] != m->none && give_state(m, f, deep) < 0) ||
        (f->slot[MADE_LISTITER] != m->none && append_items(m, f, deep) < 0) ||
        (f->slot[MADE_DICTITER] != m->none && set_pairs(m, f, deep) < 0))
        return NULL;
    return newref(f->slot[MADE_Y]);
}
