#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "eval.h"
#include "eval_ops.h"
#include "exceptions.h"
#include "gc.h"
#include "import.h"

/* ---- the stack ------------------------------------------------------------------------------- */

void eval_drop(Machine *m, Frame *f, int n)
{
    while (n-- > 0) {
        Object *o = *--f->top;
        xdecref(m, o);
    }
}

void eval_release(Machine *m, Frame *f, int n)
{
    for (int i = n; i > 0; i--) {
        Object *o = f->top[-i];
        f->top[-i] = NULL;
        xdecref(m, o);
    }
    f->top -= n;
}

void eval_drop_call(Machine *m, Frame *f, size_t total)
{
    eval_release(m, f, (int)total + 2);
}

/* ---- names ----------------------------------------------------------------------------------- */

void eval_unbound_local(Machine *m, Frame *f, int slot)
{
    error_set(m, EXC_UnboundLocalError,
              "cannot access local variable '%U' where it is not associated with a value",
              tuple_item(f->code->localsplusnames, slot));
}

void eval_unbound_deref(Machine *m, Frame *f, int slot)
{
    Object *name = tuple_item(f->code->localsplusnames, slot);
    if (slot < f->code->nlocalsplus - f->code->nfreevars)
        error_set(m, EXC_UnboundLocalError,
                  "cannot access local variable '%U' where it is not associated with a value",
                  name);
    else
        error_set(m, EXC_NameError,
                  "cannot access free variable '%U' where it is not associated with a value in "
                  "enclosing scope",
                  name);
}

bool eval_delete_global(Machine *m, Frame *f, Object *name)
{
    Object *old = dict_get_str(m, f->globals, name);
    if (!old) {
        names_error(m, name);
        return false;
    }
    incref(old);
    bool ok = dict_del(m, f->globals, name) == 0;
    if (ok)
        EMIT(m, NAME_UNBIND, old, name);
    let_go(m, NULL, old);
    return ok;
}

/* Where the left operand goes next: if the next instruction stores it back into the name that holds
 * it, that name lets go first, so that the string can grow in place. */
static Object **next_target(Machine *m, Frame *f, Object *left)
{
    Object **place = NULL;
    unsigned arg = INSTRUCTION_ARG(*f->next);
    switch (INSTRUCTION_OP(*f->next)) {
    case OP_STORE_FAST:
        place = &f->slot[arg];
        break;
    case OP_STORE_DEREF:
        place = &((CellObject *)f->slot[arg])->value;
        break;
    default:
        (void)m;
        return NULL;
    }
    return *place == left ? place : NULL;
}

bool eval_str_append(Machine *m, Frame *f)
{
    Object *right = f->top[-1], *left = f->top[-2];
    Object **place = left->refcnt == 2 ? next_target(m, f, left) : NULL;
    if (place) {
        *place = NULL;
        decref(m, left);
    }
    f->top[-2] = NULL;
    str_append(m, &left, right);
    f->top[-2] = left;
    f->top--;
    decref(m, right);
    return left != NULL;
}

/* ---- displays -------------------------------------------------------------------------------- */

Object *eval_build_list(Machine *m, Object **items, ssize_t n)
{
    Object *list = list_new(m, n);
    for (ssize_t i = 0; list && i < n; i++)
        ((ListObject *)list)->item[i] = items[i];
    return list;
}

/* The stack lets go of each item as soon as it is in the set. */
Object *eval_build_set(Machine *m, Object **items, ssize_t n)
{
    Object *set = set_new(m, NULL);
    for (ssize_t i = 0; set && i < n; i++) {
        Object *item = items[i];
        if (set_add(m, set, item) < 0)
            clear_ref(m, set);
        items[i] = newref(m->none);
        decref(m, item);
    }
    return set;
}

Object *eval_build_map(Machine *m, Object *const *pairs, ssize_t n)
{
    return dict_from_items(m, pairs, 2, pairs + 1, 2, (size_t)n);
}

Object *eval_build_const_key_map(Machine *m, Object *const *values, ssize_t n)
{
    return dict_from_items(m, ((TupleObject *)values[n])->item, 1, values, 1, (size_t)n);
}

bool eval_list_extend(Machine *m, Object *list, Object *iterable)
{
    if (list_extend(m, list, iterable) == 0)
        return true;
    if (!m->refusing && error_matches(m, EXC_TypeError) && !slots_of(iterable)->tp_iter &&
        !slots_of(iterable)->sq_item)
        error_set(m, EXC_TypeError, "Value after * must be an iterable, not %.200s",
                  type_name(iterable));
    return false;
}

bool eval_dict_update(Machine *m, Object *dict, Object *other)
{
    if (dict_merge_mapping(m, dict, other) == 0)
        return true;
    if (!m->refusing && error_matches(m, EXC_AttributeError))
        error_set(m, EXC_TypeError, "'%.200s' object is not a mapping", type_name(other));
    return false;
}

static Object *callable_text(Machine *m, Object *callable)
{
    Object *qualname;
    if (object_lookup_attr(m, callable, m->id.__qualname__, &qualname) < 1)
        return object_str(m, callable);
    Object *module = NULL, *text;
    if (object_lookup_attr(m, callable, m->id.__module__, &module) == 1 && is_str(module) &&
        module != m->none && !str_equals_ascii(module, "builtins"))
        text = str_printf(m, "%S.%S()", module, qualname);
    else
        text = str_printf(m, "%S()", qualname);
    xdecref(m, module);
    decref(m, qualname);
    return text;
}

/* Whoever has raised it, a KeyError with one argument is taken for the one that CPython's
 * dict_merge raises. */
static Object *key_of_error(Machine *m)
{
    if (!m->profile->key_errors_are_duplicates || !error_matches(m, EXC_KeyError))
        return NULL;
    error_make(m);
    Object *error = error_fetch(m), *args = ((ExceptionObject *)error)->args;
    if (tuple_size(args) != 1) {
        error_restore(m, error);
        return NULL;
    }
    Object *key = newref(tuple_item(args, 0));
    decref(m, error);
    return key;
}

/* Python/ceval.c: format_kwargs_error */
bool eval_dict_merge(Machine *m, Object *dict, Object *other, Object *callable)
{
    Object *duplicate = NULL;
    int r = dict_merge_unique(m, dict, other, &duplicate);
    if (r == 0)
        return true;
    bool no_mapping = r < 0 && error_matches(m, EXC_AttributeError);
    if (no_mapping)
        error_clear(m);
    else if (r < 0 && !(duplicate = key_of_error(m)))
        return false;
    Object *text = callable_text(m, callable);
    if (text && no_mapping)
        error_set(m, EXC_TypeError, "%U argument after ** must be a mapping, not %.200s", text,
                  type_name(other));
    else if (text)
        error_set(m, EXC_TypeError, "%U got multiple values for keyword argument '%S'", text,
                  duplicate);
    xdecref(m, duplicate);
    xdecref(m, text);
    return false;
}

/* ---- unpacking ------------------------------------------------------------------------------- */

static void put_back(Machine *m, Object **to, int n)
{
    for (int i = 1; i <= n; i++) {
        clear_ref(m, to[-i]);
    }
}

static bool too_few(Machine *m, int expected, int got, bool at_least)
{
    error_set(m, EXC_ValueError, "not enough values to unpack (expected %s%d, got %d)",
              at_least ? "at least " : "", expected, got);
    return false;
}

/* Lists and tuples of the right length need no iterator. */
static bool unpack_fast(Machine *m, Object *o, int n, Object **to)
{
    if (!(is_exact(m, o, tuple) || is_exact(m, o, list)) || sequence_fast_size(o) != n)
        return false;
    Object **items = sequence_fast_items(o);
    for (int i = 0; i < n; i++)
        to[-1 - i] = newref(items[i]);
    return true;
}

static Object *unpack_iterator(Machine *m, Object *o)
{
    Object *iterator = object_getiter(m, o);
    if (!iterator && !m->refusing && error_matches(m, EXC_TypeError) && !slots_of(o)->tp_iter &&
        !slots_of(o)->sq_item)
        error_set(m, EXC_TypeError, "cannot unpack non-iterable %.200s object", type_name(o));
    return iterator;
}

/* Nothing may be left. */
static bool unpack_end(Machine *m, Object *iterator, int n)
{
    Object *more = iter_next(m, iterator);
    if (!more)
        return !error_occurred(m);
    decref(m, more);
    error_set(m, EXC_ValueError, "too many values to unpack (expected %d)", n);
    return false;
}

/* a, *rest, z: the rest becomes a list, whose last items then move out of it. */
static bool unpack_rest(Machine *m, Object *iterator, int n, int after, Object **to)
{
    Object *rest = sequence_list(m, iterator);
    if (!rest)
        return false;
    ListObject *list = (ListObject *)rest;
    if (list->size < after) {
        too_few(m, n + after, n + (int)list->size, true);
        decref(m, rest);
        return false;
    }
    to[-1 - n] = rest;
    for (int i = 0; i < after; i++) {
        ssize_t at = list->size - after + i;
        to[-2 - n - i] = list->item[at];
        list->item[at] = NULL;
    }
    list->size -= after;
    return true;
}

bool eval_unpack(Machine *m, Object *o, int n, int after, Object **to)
{
    if (after < 0 && unpack_fast(m, o, n, to))
        return true;
    Object *iterator = unpack_iterator(m, o);
    if (!iterator)
        return false;
    int got = 0;
    bool ok = true;
    for (; ok && got < n; got++) {
        Object *item = iter_next(m, iterator);
        if (!item) {
            ok = error_occurred(m) ? false : too_few(m, after < 0 ? n : n + after, got, after >= 0);
            break;
        }
        to[-1 - got] = item;
    }
    if (ok)
        ok = after < 0 ? unpack_end(m, iterator, n) : unpack_rest(m, iterator, n, after, to);
    if (!ok)
        put_back(m, to, got);
    decref(m, iterator);
    return ok;
}

/* ---- formatting ------------------------------------------------------------------------------ */

Object *eval_format(Machine *m, Object *value, unsigned conversion, Object *spec)
{
    Object *converted;
    switch (conversion & 3) {
    case 1:
        converted = object_str(m, value);
        break;
    case 2:
        converted = object_repr(m, value);
        break;
    case 3:
        converted = object_ascii(m, value);
        break;
    default:
        return is_exact(m, value, str) && !spec ? newref(value) : object_format(m, value, spec);
    }
    if (!converted)
        return NULL;
    if (is_exact(m, converted, str) && !spec)
        return converted;
    Object *text = object_format(m, converted, spec);
    decref(m, converted);
    return text;
}

/* ---- calls and functions --------------------------------------------------------------------- */

/* The arguments of f(*tuple, **dict) as one array (references taken), the dict's keys as names. */
struct call_ex {
    Object **args, *names; /* names NULL: no keywords */
    ssize_t nargs, total;
};

/* What gets the dict as it is, and does not look into its keys: the making of a partial. */
static bool takes_any_keyword(const Machine *m, const Object *callable)
{
    return is_type(callable) &&
           ((const Type *)callable)->slots.tp_new == m->types.partial->slots.tp_new;
}

/* `laid_out`: CPython does so, too; else the names do not show. */
static bool call_ex_collect(Machine *m, struct call_ex *call, Object *callable, Object *tuple,
                            Object *kwargs, bool laid_out)
{
    ssize_t n = tuple_size(tuple), nkw = kwargs ? dict_size(kwargs) : 0, at = 0;
    Object *key, *value;
    hash_t hash;
    *call = (struct call_ex){.nargs = n};
    if ((nkw && !(call->names = laid_out ? tuple_new(m, nkw) : tuple_unseen(m, NULL, nkw))) ||
        !(call->args = heap_alloc(m, (size_t)(n + nkw + 1) * sizeof *call->args)))
        return false;
    while (call->total < n) {
        call->args[call->total] = newref(tuple_item(tuple, call->total));
        call->total++;
    }
    while (nkw && dict_next(kwargs, &at, &key, &value, &hash)) {
        if (!is_str(key) && !takes_any_keyword(m, callable)) {
            error_set(m, EXC_TypeError, "keywords must be strings");
            return false;
        }
        ((TupleObject *)call->names)->item[call->total - n] = newref(key);
        call->args[call->total++] = newref(value);
    }
    return true;
}

/* `taken`: the array's references belong to somebody else now. */
static void call_ex_free(Machine *m, struct call_ex *call, bool taken)
{
    while (!taken && call->total > 0) {
        Object *o = call->args[--call->total];
        decref(m, o);
    }
    heap_free(m, call->args);
    xdecref(m, call->names);
}

Object *eval_call_ex(Machine *m, Object *callable, Object *tuple, Object *kwargs)
{
    struct call_ex call;
    Object *result = NULL;
    if (!kwargs || dict_size(kwargs) == 0) {
        m->packed_arguments = tuple;
        result = object_call(m, callable, ((TupleObject *)tuple)->item, (size_t)tuple_size(tuple),
                             NULL, !call_makes_class(m, callable, (size_t)tuple_size(tuple)));
        m->packed_arguments = NULL;
        return result;
    }
    bool as_they_are = call_takes_dict(m, callable); /* they alone hold the arguments */
    bool ok = call_ex_collect(m, &call, callable, tuple, kwargs, !as_they_are);
    bool held = ok && as_they_are;
    for (ssize_t i = 0; held && i < call.total; i++)
        call.args[i]->refcnt--;
    m->held_arguments = held ? call.args : NULL;
    if (held)
        call_begin_packed(m, tuple, kwargs, call.args + call.nargs, call.names);
    if (ok)
        result = object_call(m, callable, call.args, (size_t)call.nargs, call.names, true);
    call_end_packed(m);
    m->held_arguments = NULL;
    for (ssize_t i = 0; held && i < call.total; i++)
        incref(call.args[i]);
    call_ex_free(m, &call, false);
    return result;
}

/* The bound method: an object that the collector counts, and that holds its self; NULL: there is
 * none. */
static Object *bind_for_tracer(Machine *m, const Object *callable, Object *const *args,
                               size_t nargs)
{
    if (!m->gc.traced || callable->type != m->types.method_descriptor || !nargs)
        return NULL;
    gc_count_allocation(m);
    return newref(args[0]);
}

static void unbind(Machine *m, Object *self)
{
    if (!self)
        return;
    decref(m, self);
    gc_count_free(m);
}

Object *eval_call_bound(Machine *m, Object *callable, Object *const *args, size_t nargs,
                        Object *kwnames)
{
    Object *self = bind_for_tracer(m, callable, args, nargs);
    Object *r = object_vectorcall(m, callable, args, nargs, kwnames);
    unbind(m, self);
    return r;
}

Object *eval_call_ex_bound(Machine *m, Object *callable, Object *args, Object *kwargs)
{
    const TupleObject *tuple = (const TupleObject *)args;
    Object *self = bind_for_tracer(m, callable, tuple->item, (size_t)tuple->size);
    Object *r = eval_call_ex(m, callable, args, kwargs);
    unbind(m, self);
    return r;
}

bool eval_args_to_tuple(Machine *m, Object *callable, Object **args)
{
    Object *given = *args;
    if (is_exact(m, given, tuple))
        return true;
    if (!slots_of(given)->tp_iter && !slots_of(given)->sq_item) {
        Object *text = callable_text(m, callable);
        if (text)
            error_set(m, EXC_TypeError, "%U argument after * must be an iterable, not %.200s", text,
                      type_name(given));
        xdecref(m, text);
        return false;
    }
    Object *tuple = sequence_tuple(m, given);
    if (!tuple)
        return false;
    *args = tuple;
    decref(m, given);
    return true;
}

Frame *eval_push_frame_ex(Machine *m, Frame *f, int n)
{
    struct call_ex call;
    Object **operand = f->top - n, *callable = newref(operand[0]);
    Object *args = newref(operand[2]), *named = n == 4 ? newref(operand[3]) : NULL;
    Frame *called = NULL;
    bool ok = call_ex_collect(m, &call, callable, operand[2], n == 4 ? operand[3] : NULL, true);
    eval_drop(m, f, n);
    if (ok)
        called = call_push_frame(m, (FunctionObject *)callable, NULL, call.args, (size_t)call.nargs,
                                 call.names);
    call_ex_free(m, &call, ok);
    decref(m, args);
    xdecref(m, named);
    decref(m, callable);
    return called;
}

int eval_function_parts(unsigned flags)
{
    return __builtin_popcount(flags & 15);
}

Object *eval_make_function(Machine *m, Frame *f, unsigned flags)
{
    Object *code = f->top[-1];
    FunctionObject *fn =
        (FunctionObject *)function_new(m, code, f->globals, ((CodeObject *)code)->qualname);
    if (!fn)
        return NULL;
    f->top--;
    decref(m, code);
    if (flags & 8)
        fn->closure = *--f->top;
    if (flags & 4)
        fn->annotations = *--f->top; /* a tuple, until somebody asks */
    if (flags & 2)
        (fn->kwdefaults = *--f->top)->flags |= OBJECT_QUIET; /* looked into at every call */
    if (flags & 1)
        fn->defaults = *--f->top;
    return (Object *)fn;
}

/* ---- annotations ----------------------------------------------------------------------------- */

bool eval_setup_annotations(Machine *m, Frame *f)
{
    Object *name = m->id.__annotations__, *there = NULL;
    if (is_exact(m, f->locals, dict)) {
        if (dict_get_str(m, f->locals, name))
            return true;
    } else if ((there = object_getitem(m, f->locals, name))) {
        decref(m, there);
        return true;
    } else if (m->refusing || !error_matches(m, EXC_KeyError)) {
        return false;
    }
    error_clear(m);
    Object *dict = dict_new(m);
    bool ok = dict && object_setitem(m, f->locals, name, dict) == 0;
    xdecref(m, dict);
    return ok;
}

/* ---- import ---------------------------------------------------------------------------------- */

Object *eval_import(Machine *m, Frame *f, Object *name, Object *level, Object *fromlist)
{
    Object *import = dict_get_str(m, f->builtins, m->id.__import__);
    if (!import)
        return error_set(m, EXC_ImportError, "__import__ not found");
    int overflow;
    if (is_exact(m, import, builtin_function))
        return import_name(m, name, f->globals, fromlist, (int)int_as_i64(level, &overflow));
    Object *args[] = {name, f->globals, f->locals ? f->locals : m->none, fromlist, level};
    return object_vectorcall(m, import, args, sizeof args / sizeof *args, NULL);
}
