/* copy: Lib/copy.py.
 *
 * deepcopy walks what it is given and keeps a memo, a dict from the id of each object met to its
 * copy; under the memo's own id it keeps a list of the originals, so that none of them goes, and
 * leaves its id to another, before all is done.  How an object is copied is sought in this order:
 * the memo; the table of copiers, by its exact type; classes are left alone; its own hook;
 * copyreg's table; __reduce_ex__(4).
 *
 * The functions run in frames of their own (body.h): what CPython's hold, they hold. */
#include "copy.h"

#include "../exceptions.h"
#include "../gc.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/list.h>

#include <string.h>

/* ---- what the parts share -------------------------------------------------------------------- */

Object *copy_id(Machine *m, Object *o)
{
    if (recursion_enter(m, " while calling a Python object"))
        return NULL;
    recursion_leave(m);
    gc_look_at_breaker(m);
    return int_from_u64(m, o->address);
}

int copy_note(Machine *m, Frame *f, Object *memo, Object *key, Object *value)
{
    if (!is_exact(m, memo, dict))
        return body_setitem(m, f, memo, key, newref(value));
    int status = dict_set(m, memo, key, value);
    decref(m, key);
    return status;
}

int64_t copy_entries(const Object *memo)
{
    return is_dict(memo) ? dict_size(memo) : 0;
}

Op *copy_under_way(Machine *m, const Object *x)
{
    return m->op && m->op->kind == OP_COPYING && m->op->subject == x ? m->op : NULL;
}

Object *copy_part(Machine *m, Frame *f, Object *deepcopy, Object *part, Object *memo)
{
    Object *const args[] = {part, newref(memo)};
    return body_call(m, f, deepcopy, args, 2);
}

static BodyFn body_of(const Machine *m, Object *function)
{
    return is_exact(m, function, function)
               ? ((CodeObject *)((FunctionObject *)function)->code)->body
               : NULL;
}

/* table.get(cls, None): a new reference. */
static Object *in_table(Machine *m, Frame *f, Object *table_name, Object *cls)
{
    Object *table = body_global(m, f, table_name);
    if (!table)
        return NULL;
    if (!is_exact(m, table, dict))
        return body_call_method(m, f, table, m->id.get, &(Object *){newref(cls)}, 1);
    Object *found = dict_get(m, table, cls);
    gc_look_at_breaker(m);
    return found ? newref(found) : error_occurred(m) ? NULL : newref(m->none);
}

/* Takes a frame for itself and lets it go again: a call of a function that does nothing. */
static bool could_call(Machine *m)
{
    if (recursion_enter_frame(m, false))
        return false;
    recursion_leave_frame(m, false);
    return true;
}

/* ---- an object that tells what another is made of -------------------------------------------- */

/* Error("un(deep)copyable object of type ...") */
static Object *not_copyable(Machine *m, Frame *f, bool deep, Object *cls)
{
    Object *type = body_global(m, f, m->id.Error);
    Object *text =
        type ? str_printf(m, "un(%s)copyable object of type %S", deep ? "deep" : "shallow", cls)
             : NULL;
    Object *error = text ? object_call1(m, type, text) : NULL;
    xdecref(m, text);
    return error ? error_raise(m, error) : NULL;
}

/* x.__reduce_ex__(4), or where there is none, x.__reduce__(); *name says which. */
static Object *ask_itself(Machine *m, Frame *f, int reductor, Object **name)
{
    Object *x = f->slot[0], *method, *four;
    *name = m->id.__reduce_ex__;
    if (!(method = body_getattr(m, f, x, *name)))
        return NULL;
    body_set_local(m, f, reductor, method);
    if (method != m->none)
        return (four = int_from_i64(m, 4)) ? body_call(m, f, method, &four, 1) : NULL;
    *name = m->id.__reduce__;
    if (!(method = body_getattr(m, f, x, *name)))
        return NULL;
    body_set_local(m, f, reductor, method);
    int truth = body_is_true(m, f, method);
    if (truth > 0)
        return body_call(m, f, method, NULL, 0);
    bool deep = reductor == DEEP_REDUCTOR;
    return truth == 0 ? not_copyable(m, f, deep, f->slot[deep ? DEEP_CLS : COPY_CLS]) : NULL;
}

/* What copyreg or the object itself say, bound to the variable behind `reductor`; *name says
 * who. */
static int ask_recipe(Machine *m, Frame *f, int reductor, Object **name)
{
    bool deep = reductor == DEEP_REDUCTOR;
    Object *x = f->slot[0], *rv;
    Object *function = in_table(m, f, m->id.dispatch_table, f->slot[deep ? DEEP_CLS : COPY_CLS]);
    if (!function)
        return -1;
    body_set_local(m, f, reductor, function);
    int registered = deep ? body_is_true(m, f, function) : function != m->none;
    if (registered < 0)
        return -1;
    *name = m->id.dispatch_table;
    if (registered)
        EMIT(m, COPY_REGISTERED, x, function);
    rv = registered ? body_call(m, f, function, &(Object *){newref(x)}, 1)
                    : ask_itself(m, f, reductor, name);
    if (rv)
        body_set_local(m, f, reductor + 1, rv);
    return rv ? 0 : -1;
}

/* _reconstruct(x, memo, *rv) */
static Object *rebuild(Machine *m, Frame *f, Object *x, Object *memo, Object *rv)
{
    Object *function = body_global(m, f, m->id._reconstruct), *const front[] = {x, memo};
    Object *list = function ? list_from_array(m, front, 2) : NULL, *all = NULL;
    if (!list)
        return NULL;
    list->flags |= OBJECT_QUIET;
    if (list_extend(m, list, rv) == 0)
        all = sequence_tuple(m, list);
    else if (!m->refusing && error_matches(m, EXC_TypeError) && !slots_of(rv)->tp_iter &&
             !slots_of(rv)->sq_item)
        error_set(m, EXC_TypeError, "Value after * must be an iterable, not %.200s", type_name(rv));
    decref(m, list);
    return all ? body_call_ex(m, f, function, all) : NULL;
}

static Object *by_recipe(Machine *m, Frame *f, int reductor, Object *memo)
{
    Object *x = f->slot[0], *name;
    if (ask_recipe(m, f, reductor, &name) < 0)
        return NULL;
    Object *rv = f->slot[reductor + 1];
    if (is_str(rv)) {
        EMIT(m, COPY_NAMED, x, rv);
        return newref(x);
    }
    m->op->u.copy.way = COPY_BY_RECIPE;
    if (is_tuple(rv) && tuple_size(rv) >= 2)
        EMIT(m, COPY_RECIPE, x, name, tuple_item(rv, 0), tuple_item(rv, 1),
             tuple_size(rv) > 2 && tuple_item(rv, 2) != m->none);
    return rebuild(m, f, x, memo, rv);
}

/* ---- copy() ---------------------------------------------------------------------------------- */

/* Its class's __copy__, or how another is made. */
static Object *copy_by_itself(Machine *m, Frame *f)
{
    Object *x = f->slot[COPY_X], *hook = body_getattr(m, f, f->slot[COPY_CLS], m->id.__copy__);
    if (!hook)
        return NULL;
    body_set_local(m, f, COPY_COPIER, hook);
    if (hook == m->none)
        return by_recipe(m, f, COPY_REDUCTOR, m->none);
    m->op->u.copy.way = COPY_BY_HOOK;
    EMIT(m, COPY_HOOK, x, m->id.__copy__, hook);
    return body_call(m, f, hook, &(Object *){newref(x)}, 1);
}

static Object *copy_of(Machine *m, Frame *f)
{
    Object *x = f->slot[COPY_X], *cls = newref(x->type);
    body_set_local(m, f, COPY_CLS, cls);
    Object *copier = in_table(m, f, m->id._copy_dispatch, cls);
    if (!copier)
        return NULL;
    body_set_local(m, f, COPY_COPIER, copier);
    int known = body_is_true(m, f, copier);
    if (known < 0)
        return NULL;
    if (!known && !type_is_subtype((Type *)cls, m->types.type))
        return copy_by_itself(m, f);
    m->op->u.copy.way = COPY_BY_ATOM;
    if (!known || body_of(m, copier) == copy_atomic_body)
        return could_call(m) ? newref(x) : NULL;
    m->op->u.copy.way = COPY_BY_TABLE;
    EMIT(m, COPY_DISPATCH, x, copier);
    return body_call(m, f, copier, &(Object *){newref(x)}, 1);
}

/* Is it part of another copy? */
static bool under_copy(const Op *op)
{
    for (op = op->outer; op; op = op->outer)
        if (op->kind == OP_COPYING)
            return true;
    return false;
}

static void note_last(Machine *m, const Object *x, const Object *y)
{
    m->copied.source = x->serial;
    m->copied.copy = y->serial;
    m->copied.until = (int32_t)m->next_serial;
}

static Object *copy_body(Machine *m, Frame *f)
{
    Object *x = f->slot[COPY_X];
    Op op = {.kind = OP_COPYING, .subject = x};
    op_push(m, &op);
    EMIT(m, COPY_SHALLOW, x);
    Object *y = copy_of(m, f);
    op.u.copy.copy = y;
    if (y && !under_copy(&op))
        note_last(m, x, y);
    if (y == x && op.u.copy.way == COPY_BY_ATOM)
        EMIT(m, COPY_ATOMIC, x, (int64_t)1);
    else if (y == x)
        EMIT(m, COPY_SAME, x);
    else if (y)
        EMIT(m, COPY_MADE, x, y, op.u.copy.way == COPY_BY_HOOK);
    op_pop(m, &op);
    return y;
}

/* ---- deepcopy() ------------------------------------------------------------------------------ */

/* memo.get(d, _nil), bound to `y`: 1 found, 0 not, -1. */
static int look_up(Machine *m, Frame *f)
{
    Object *memo = f->slot[DEEP_MEMO], *nil = f->slot[DEEP_NIL], *d = f->slot[DEEP_D], *y;
    if (is_exact(m, memo, dict)) {
        y = dict_get(m, memo, d);
        gc_look_at_breaker(m);
        if (!y && error_occurred(m))
            return -1;
        y = newref(y ? y : nil);
    } else {
        Object *const args[] = {newref(d), newref(nil)};
        y = body_call_method(m, f, memo, m->id.get, args, 2);
        if (!y)
            return -1;
    }
    body_set_local(m, f, DEEP_Y, y);
    return y != nil;
}

/* The memo, made if none came along, and what it says: 1 it has the copy, 0 it has not, -1. */
static int in_memo(Machine *m, Frame *f)
{
    bool fresh = f->slot[DEEP_MEMO] == m->none;
    if (fresh) {
        Object *memo = dict_new(m);
        if (!memo)
            return -1;
        body_set_local(m, f, DEEP_MEMO, memo);
    }
    Object *d = copy_id(m, f->slot[DEEP_X]);
    if (!d)
        return -1;
    body_set_local(m, f, DEEP_D, d);
    return fresh && !m->profile->deepcopy_reads_new_memo ? 0 : look_up(m, f);
}

/* Its own __deepcopy__, or how another is made. */
static Object *deepcopy_by_itself(Machine *m, Frame *f)
{
    Object *x = f->slot[DEEP_X], *memo = f->slot[DEEP_MEMO];
    Object *hook = body_getattr(m, f, x, m->id.__deepcopy__);
    if (!hook)
        return NULL;
    body_set_local(m, f, DEEP_COPIER, hook);
    if (hook == m->none)
        return by_recipe(m, f, DEEP_REDUCTOR, memo);
    m->op->u.copy.way = COPY_BY_HOOK;
    EMIT(m, COPY_HOOK, x, m->id.__deepcopy__, hook);
    Object *y = body_call(m, f, hook, &(Object *){newref(memo)}, 1);
    if (y) {
        m->op->u.copy.copy = y;
        EMIT(m, COPY_HOOKED, x, y, y == x);
    }
    return y;
}

/* The same object will do. */
static Object *leave_alone(Machine *m, Object *x)
{
    Op *op = m->op, *outer = op->outer;
    if (!could_call(m))
        return NULL;
    op->u.copy.way = COPY_BY_ATOM;
    op->u.copy.copy = x;
    if (outer && outer->kind == OP_COPYING)
        outer->u.copy.atoms++;
    EMIT(m, COPY_ATOMIC, x, outer && outer->kind == OP_COPYING ? outer->u.copy.atoms : (int64_t)1);
    return newref(x);
}

static Object *deepcopy_of(Machine *m, Frame *f)
{
    Object *x = f->slot[DEEP_X], *cls = newref(x->type), *memo = f->slot[DEEP_MEMO];
    body_set_local(m, f, DEEP_CLS, cls);
    Object *copier = in_table(m, f, m->id._deepcopy_dispatch, cls);
    if (!copier)
        return NULL;
    body_set_local(m, f, DEEP_COPIER, copier);
    if (copier == m->none)
        return type_is_subtype((Type *)cls, m->types.type) ? leave_alone(m, x)
                                                           : deepcopy_by_itself(m, f);
    if (body_of(m, copier) == copy_atomic_body)
        return leave_alone(m, x);
    m->op->u.copy.way = COPY_BY_TABLE;
    EMIT(m, COPY_DISPATCH, x, copier);
    Object *const args[] = {newref(x), newref(memo)};
    return body_call(m, f, copier, args, 2);
}

/* What is no copy of itself goes into the memo, and the original with it.  0 or -1. */
static int remember(Machine *m, Frame *f)
{
    Object *x = f->slot[DEEP_X], *memo = f->slot[DEEP_MEMO], *y = f->slot[DEEP_Y];
    int64_t before = copy_entries(memo);
    if (copy_note(m, f, memo, newref(f->slot[DEEP_D]), y) < 0)
        return -1;
    if (copy_entries(memo) > before)
        EMIT(m, COPY_NOTE, x, y, copy_entries(memo));
    Object *keep = body_global(m, f, m->id._keep_alive);
    if (!keep)
        return -1;
    Object *const args[] = {newref(x), newref(memo)};
    Object *done = body_call(m, f, keep, args, 2);
    xdecref(m, done);
    return done ? 0 : -1;
}

static Object *deepcopy_steps(Machine *m, Frame *f, Op *op, bool outermost)
{
    Object *x = f->slot[DEEP_X];
    bool given = f->slot[DEEP_MEMO] != m->none;
    if (op->outer && op->outer->kind == OP_COPYING)
        op->outer->u.copy.parts++;
    int known = in_memo(m, f);
    if (known < 0)
        return NULL;
    op->u.copy.memo = f->slot[DEEP_MEMO];
    if (outermost)
        EMIT(m, COPY_DEEP, x, copy_entries(op->u.copy.memo), given);
    if (known) {
        op->u.copy.way = COPY_BY_MEMO;
        op->u.copy.copy = f->slot[DEEP_Y];
        EMIT(m, COPY_HIT, x, f->slot[DEEP_Y]);
        return newref(f->slot[DEEP_Y]);
    }
    EMIT(m, COPY_MISS, x, copy_entries(op->u.copy.memo));
    Object *y = deepcopy_of(m, f);
    if (!y)
        return NULL;
    op->u.copy.copy = y;
    body_set_local(m, f, DEEP_Y, y);
    if (y != x && remember(m, f) < 0)
        return NULL;
    if (outermost)
        note_last(m, x, y);
    if (outermost && y != x)
        EMIT(m, COPY_FINISHED, x, y, copy_entries(op->u.copy.memo), given);
    return newref(y);
}

static Object *deepcopy_body(Machine *m, Frame *f)
{
    Op op = {.kind = OP_COPYING, .subject = f->slot[DEEP_X], .u.copy.deep = true};
    op_push(m, &op);
    Object *y = deepcopy_steps(m, f, &op, !under_copy(&op));
    op_pop(m, &op);
    return y;
}

/* ---- the module ------------------------------------------------------------------------------ */

static const struct copy_function {
    const char *name;
    BodyFn body;
    /* CPython's; where comprehensions have no frame, if that is another */
    int co_stacksize, inlined;
} functions[] = {
    {"copy", copy_body, 5, 0},
    {"deepcopy", deepcopy_body, 5, 0},
    {"_copy_immutable", copy_atomic_body, 1, 0},
    {"_deepcopy_atomic", copy_atomic_body, 1, 0},
    {"_deepcopy_list", copy_list_body, 7, 0},
    {"_deepcopy_tuple", copy_tuple_body, 4, 7},
    {"_deepcopy_dict", copy_dict_body, 7, 0},
    {"_deepcopy_method", copy_method_body, 7, 0},
    {"_keep_alive", copy_keep_alive_body, 6, 0},
    {"_reconstruct", copy_reconstruct_body, 6, 0},
};

/* The decorator of modules/python/copy.py. */
BUILTIN(copy_in_c)
{
    UNUSED_ONE;
    Object *name = ((FunctionObject *)args[0])->name;
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        const struct copy_function *f = &functions[i];
        if (!str_equals_ascii(name, f->name))
            continue;
        bool inlined = f->inlined && m->profile->comprehensions_inlined;
        int status = body_set(m, args[0], f->body, inlined ? f->inlined : f->co_stacksize);
        return status < 0 ? NULL : newref(args[0]);
    }
    return error_set(m, EXC_SystemError, "%U() has no body", name);
}

/* The tables are looked into at every step: that is no event. */
BUILTIN(copy_quiet)
{
    (void)m;
    UNUSED_ONE;
    args[0]->flags |= OBJECT_QUIET;
    return newref(args[0]);
}

static const MethodDef methods[] = {
    {"_in_c", copy_in_c, METH_O, "Gives a function its body."},
    {"_quiet", copy_quiet, METH_O, "Work on this dict is no event."},
    {NULL, NULL, 0, NULL},
};

const ModuleSpec copy_module = {
    .name = "copy",
    .doc = "Copies: of an object alone, or of everything that it leads to.",
    .methods = methods,
    .python = true,
};
