/* The copiers that deepcopy has in its table: Lib/copy.py: _deepcopy_list, _deepcopy_tuple,
 * _deepcopy_dict, _deepcopy_method; and _keep_alive. */
#include "copy.h"

#include "../exceptions.h"
#include "../gc.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/list.h>

enum { PART_X, PART_MEMO, PART_DEEPCOPY };
enum { LIST_Y = 3, LIST_APPEND_METHOD, LIST_A };
enum { DICT_Y = 3, DICT_KEY, DICT_VALUE };

Object *copy_atomic_body(Machine *m, Frame *f)
{
    (void)m;
    return newref(f->slot[PART_X]);
}

/* An empty container is there, and in the memo, before anything goes into it.  Steals y; 0 or
 * -1. */
static int begin(Machine *m, Frame *f, Object *y)
{
    Object *x = f->slot[PART_X], *memo = f->slot[PART_MEMO], *key;
    if (!y)
        return -1;
    body_set_local(m, f, LIST_Y, y);
    if (!(key = copy_id(m, x)))
        return -1;
    if (copy_note(m, f, memo, key, y) < 0)
        return -1;
    Op *op = copy_under_way(m, x);
    if (op)
        op->u.copy.copy = y;
    EMIT(m, COPY_EMPTY, x, y, copy_entries(memo));
    return 0;
}

static Object *done(Machine *m, Frame *f, ssize_t parts)
{
    Object *y = f->slot[LIST_Y];
    EMIT(m, COPY_DONE, f->slot[PART_X], y, parts);
    return newref(y);
}

Object *copy_list_body(Machine *m, Frame *f)
{
    if (begin(m, f, list_new(m, 0)) < 0)
        return NULL;
    Object *y = f->slot[LIST_Y], *append = object_getattr(m, y, m->id.append), *a;
    if (!append)
        return NULL;
    body_set_local(m, f, LIST_APPEND_METHOD, append);
    Object *items = object_getiter(m, f->slot[PART_X]);
    if (!items)
        return NULL;
    body_push(f, items);
    ssize_t n = 0;
    while ((a = iter_next(m, items))) {
        body_set_local(m, f, LIST_A, a);
        body_push(f, newref(append));
        Object *part = copy_part(m, f, f->slot[PART_DEEPCOPY], newref(a), f->slot[PART_MEMO]);
        if (!part || list_append_steal(m, y, part) < 0)
            return NULL;
        body_drop(m, f, 1);
        gc_look_at_breaker(m);
        EMIT(m, COPY_ITEM, y, list_item(y, list_size(y) - 1), n++);
    }
    return error_occurred(m) ? NULL : done(m, f, n);
}

/* The value is copied before its key, as an assignment evaluates its right side first. */
Object *copy_dict_body(Machine *m, Frame *f)
{
    if (begin(m, f, dict_new(m)) < 0)
        return NULL;
    Object *y = f->slot[LIST_Y], *deepcopy = f->slot[PART_DEEPCOPY], *memo = f->slot[PART_MEMO];
    Object *view = body_call_method(m, f, f->slot[PART_X], m->id.items, NULL, 0);
    Object *items = view ? object_getiter(m, view) : NULL, *pair;
    xdecref(m, view);
    if (!items)
        return NULL;
    body_push(f, items);
    ssize_t n = 0;
    while ((pair = iter_next(m, items))) {
        Object *key = newref(tuple_item(pair, 0)), *value = newref(tuple_item(pair, 1));
        decref(m, pair);
        body_set_local(m, f, DICT_KEY, key);
        body_set_local(m, f, DICT_VALUE, value);
        value = copy_part(m, f, deepcopy, newref(value), memo);
        if (!value)
            return NULL;
        body_push(f, value);
        body_push(f, newref(y));
        key = copy_part(m, f, deepcopy, newref(key), memo);
        if (!key)
            return NULL;
        body_push(f, key);
        if (dict_set(m, y, key, value) < 0)
            return NULL;
        EMIT(m, COPY_ITEM, y, value, n++);
        body_drop(m, f, 3);
        gc_look_at_breaker(m);
    }
    return error_occurred(m) ? NULL : done(m, f, n);
}

/* ---- tuples ---------------------------------------------------------------------------------- */

/* [deepcopy(a, memo) for a in x]: up to 3.11 a comprehension has a frame of its own. */
static Object *copies_of_items(Machine *m, Frame *f, int variable)
{
    Object *items, *list, *a;
    if (!m->profile->comprehensions_inlined) {
        Object *function = body_inner_function(m, f);
        items = function ? object_getiter(m, f->slot[PART_X]) : NULL;
        list = items ? body_call(m, f, function, &items, 1) : NULL;
        xdecref(m, function);
        return list;
    }
    if (!(items = object_getiter(m, f->slot[PART_X])))
        return NULL;
    body_push(f, items);
    if (!(list = list_new(m, 0)))
        return NULL;
    list->flags |= OBJECT_QUIET;
    body_push(f, list);
    while ((a = iter_next(m, items))) {
        body_set_local(m, f, variable, a);
        a = copy_part(m, f, f->slot[PART_DEEPCOPY], newref(a), f->slot[PART_MEMO]);
        if (!a || list_append_steal(m, list, a) < 0)
            break;
        gc_look_at_breaker(m);
    }
    body_set_local(m, f, variable, NULL); /* in any case: PEP 709 */
    if (error_occurred(m))
        return NULL;
    incref(list);
    body_drop(m, f, 2);
    return list;
}

/* The tuple itself, where none of its items has become another object. */
static Object *tuple_or_itself(Machine *m, Frame *f, int variable)
{
    Object *x = f->slot[PART_X], *y = f->slot[variable];
    Object *const both[] = {x, y};
    Object *pairs = object_vectorcall(m, (Object *)m->types.zip, both, 2, NULL), *pair;
    if (!pairs)
        return NULL;
    gc_look_at_breaker(m);
    body_push(f, pairs);
    for (ssize_t i = 0; (pair = iter_next(m, pairs)); i++) {
        Object *k = newref(tuple_item(pair, 0)), *j = newref(tuple_item(pair, 1));
        decref(m, pair);
        body_set_local(m, f, variable + 1, k);
        body_set_local(m, f, variable + 2, j);
        if (k == j) {
            gc_look_at_breaker(m);
            continue;
        }
        Object *copy = sequence_tuple(m, y);
        if (copy) {
            body_set_local(m, f, variable, newref(copy));
            EMIT(m, COPY_TUPLE_NEW, x, copy, i);
        }
        return copy;
    }
    if (error_occurred(m))
        return NULL;
    EMIT(m, COPY_TUPLE_SAME, x, tuple_size(x));
    return newref(x);
}

Object *copy_tuple_body(Machine *m, Frame *f)
{
    int variable = m->profile->comprehensions_inlined ? LIST_Y : LIST_Y - 1;
    int of_items = variable; /* 3.12: `a` comes before `y` */
    variable++;
    Object *x = f->slot[PART_X], *memo = body_local(f, PART_MEMO);
    Object *y = copies_of_items(m, f, of_items);
    if (!y)
        return NULL;
    body_set_local(m, f, variable, y);
    Object *key = copy_id(m, x), *known = NULL;
    if (!key)
        return NULL;
    if (is_exact(m, memo, dict)) {
        known = dict_get(m, memo, key);
        xincref(known);
        if (!known && !error_occurred(m))
            xdecref(m, body_key_error(m, f, key));
        decref(m, key);
    } else if (!(known = body_getitem(m, f, memo, key)) && !m->refusing &&
               error_matches(m, EXC_KeyError)) {
        error_clear(m);
    }
    if (known)
        EMIT(m, COPY_TUPLE_KNOWN, x, known);
    return known || error_occurred(m) ? known : tuple_or_itself(m, f, variable);
}

/* ---- bound methods --------------------------------------------------------------------------- */

/* The same function, bound to a copy of the object. */
Object *copy_method_body(Machine *m, Frame *f)
{
    Object *x = f->slot[PART_X], *deepcopy;
    Object *function = object_getattr(m, x, m->id.dunder_func);
    if (!function)
        return NULL;
    body_push(f, function);
    Object *self = (deepcopy = body_global(m, f, m->id.deepcopy))
                       ? object_getattr(m, x, m->id.__self__)
                       : NULL;
    Object *copy = self ? copy_part(m, f, deepcopy, self, f->slot[PART_MEMO]) : NULL;
    if (!copy)
        return NULL;
    Object *const args[] = {newref(function), copy};
    Object *method = body_call(m, f, (Object *)x->type, args, 2);
    body_drop(m, f, 1);
    return method;
}

/* ---- what is kept alive ---------------------------------------------------------------------- */

static Object *kept_in_dict(Machine *m, Frame *f, Object *x, Object *memo, Object *key)
{
    Object *kept = dict_get(m, memo, key), *error;
    if (kept || error_occurred(m))
        return xincref(kept), kept;
    error = body_key_error(m, f, key);
    kept = error ? list_new(m, 1) : NULL;
    if (kept) {
        ((ListObject *)kept)->item[0] = newref(x);
        gc_look_at_breaker(m); /* after id(memo), once more */
        if (dict_set(m, memo, key, kept) < 0)
            clear_ref(m, kept);
    }
    xdecref(m, error);
    if (kept)
        EMIT(m, COPY_KEEP, x, (int64_t)1);
    return kept;
}

Object *copy_keep_alive_body(Machine *m, Frame *f)
{
    Object *x = f->slot[PART_X], *memo = f->slot[PART_MEMO], *kept;
    Object *key = copy_id(m, memo);
    bool made = false;
    if (!key)
        return NULL;
    int64_t before = copy_entries(memo);
    if (is_exact(m, memo, dict)) {
        kept = kept_in_dict(m, f, x, memo, key);
        made = kept && copy_entries(memo) > before;
        decref(m, key);
    } else if (!(kept = body_getitem(m, f, memo, key)) && !m->refusing &&
               error_matches(m, EXC_KeyError)) {
        Object *handled = error_fetch(m); /* its traceback holds frames, and they the memo */
        Object *list = list_from_array(m, &x, 1);
        key = list ? copy_id(m, memo) : NULL;
        made = key && body_setitem(m, f, memo, key, list) == 0;
        if (!key)
            xdecref(m, list);
        decref(m, handled);
    }
    if (made) {
        xdecref(m, kept);
        return newref(m->none);
    }
    if (!kept)
        return NULL;
    Object *result = body_call_method(m, f, kept, m->id.append, &(Object *){newref(x)}, 1);
    if (result)
        EMIT(m, COPY_KEEP, x, is_list(kept) ? (int64_t)list_size(kept) : (int64_t)0);
    decref(m, kept);
    return result;
}
