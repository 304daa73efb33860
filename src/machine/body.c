#include "body.h"

#include "descriptor.h"
#include "eval.h"
#include "eval_ops.h"
#include "exceptions.h"
#include "gc.h"
#include "specs.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include <string.h>

/* Cells are made first; behind that stands NATIVE. */
static int cells_of(const CodeObject *code)
{
    int n = 0;
    while (n < code->size && INSTRUCTION_OP(code->code[n]) == OP_MAKE_CELL)
        n++;
    return n;
}

int body_set(Machine *m, Object *function, BodyFn body, int co_stacksize)
{
    CodeObject *code = (CodeObject *)((FunctionObject *)function)->code;
    int at = cells_of(code);
    if (at + 2 > code->size) {
        error_set(m, EXC_SystemError, "no room for the body of %U()", code->name);
        return -1;
    }
    code->code[at] = INSTRUCTION(OP_NATIVE, 0);
    code->code[at + 1] = INSTRUCTION(OP_RETURN_VALUE, 0);
    code->nhandlers = 0;
    code->body = body;
    code->co_stacksize = co_stacksize;
    if (code->stacksize < BODY_STACK)
        code->stacksize = BODY_STACK;
    return 0;
}

Object *body_run(Machine *m, Frame *f)
{
    Object **base = f->top;
    Object *result = f->code->body(m, f);
    eval_drop(m, f, (int)(f->top - base)); /* the loop knows nothing of what was pushed */
    return result;
}

Object *body_local(Frame *f, int slot)
{
    Object *o = f->slot[slot];
    return o && o->type->spec == &cell_spec ? ((CellObject *)o)->value : o;
}

void body_set_local(Machine *m, Frame *f, int slot, Object *value)
{
    Object **place = &f->slot[slot];
    if (*place && (*place)->type->spec == &cell_spec)
        place = &((CellObject *)*place)->value;
    set_ref(m, *place, value);
}

Object *body_global(Machine *m, Frame *f, Object *name)
{
    Object *found = dict_get_str(m, f->globals, name);
    if (!found)
        found = dict_get_str(m, f->builtins, name);
    if (!found)
        names_error(m, name);
    return found;
}

void body_push(Frame *f, Object *o)
{
    *f->top++ = o;
}

void body_drop(Machine *m, Frame *f, int n)
{
    eval_drop(m, f, n);
}

/* ---- calls ----------------------------------------------------------------------------------- */

/* Runs the body of a frame that is linked by now. */
static Object *run_body(Machine *m, Frame *called)
{
    if (recursion_enter_frame(m, false)) {
        m->frame = called->previous;
        frame_pop(m, called);
        return NULL;
    }
    Object *result = NULL;
    int cells = cells_of(called->code), made = 0;
    for (; made < cells; made++) {
        Object **slot = &called->slot[INSTRUCTION_ARG(called->code->code[made])];
        Object *cell = cell_new(m, *slot), *old = *slot;
        if (!cell)
            break;
        *slot = cell;
        xdecref(m, old);
    }
    if (made == cells) {
        gc_look_at_breaker(m);
        result = called->code->body(m, called);
    }
    if (!result)
        traceback_add(m, called);
    recursion_leave_frame(m, false);
    m->frame = called->previous;
    frame_pop(m, called);
    return result;
}

/* CPython runs it in the loop that runs the caller. */
static Object *run_inlined(Machine *m, Frame *called, size_t nargs)
{
    called->previous = m->frame;
    called->entry = called->inlined = true;
    m->frame = called;
    if (called->code->body)
        return run_body(m, called);
    EMIT(m, CALL, called->function, nargs);
    return eval_frame(m, called);
}

Object *body_call(Machine *m, Frame *f, Object *callable, Object *const *args, size_t n)
{
    Object **at = f->top, *self = NULL;
    at[0] = newref(callable);
    at[1] = NULL;
    if (n)
        memcpy(at + 2, args, n * sizeof *args);
    f->top = at + 2 + n;
    if (callable->type == m->types.method) {
        self = at[1] = newref(((MethodObject *)callable)->self);
        at[0] = newref(((MethodObject *)callable)->function);
        decref(m, callable);
    }
    if (at[0]->type == m->types.function) {
        Object *function = at[0];
        f->top = at;
        Frame *called = call_push_frame(m, (FunctionObject *)function, self, at + 2, n, NULL);
        decref(m, function);
        return called ? run_inlined(m, called, n + (self != NULL)) : NULL;
    }
    Object *result = object_vectorcall(m, at[0], self ? at + 1 : at + 2, n + (self != NULL), NULL);
    eval_drop_call(m, f, n);
    if (result)
        gc_look_at_breaker(m);
    return result;
}

int body_is_true(Machine *m, Frame *f, Object *o)
{
    body_push(f, newref(o));
    int truth = object_is_true(m, o);
    body_drop(m, f, 1);
    return truth;
}

Object *body_getitem(Machine *m, Frame *f, Object *o, Object *key)
{
    body_push(f, newref(o));
    body_push(f, key);
    Object *item = object_getitem(m, o, key);
    body_drop(m, f, 2);
    return item;
}

int body_setitem(Machine *m, Frame *f, Object *o, Object *key, Object *value)
{
    body_push(f, value);
    body_push(f, newref(o));
    body_push(f, key);
    int status = object_setitem(m, o, key, value);
    body_drop(m, f, 3);
    return status;
}

Object *body_call_method(Machine *m, Frame *f, Object *o, Object *name, Object *const *args,
                         size_t n)
{
    Object *method, *all[4];
    int unbound = object_get_method(m, o, name, &method);
    if (unbound < 0) {
        while (n)
            decref(m, args[--n]);
        return NULL;
    }
    size_t total = 0;
    if (unbound)
        all[total++] = newref(o);
    for (size_t i = 0; i < n; i++)
        all[total++] = args[i];
    Object *result = body_call(m, f, method, all, total);
    decref(m, method);
    return result;
}

Object *body_call_ex(Machine *m, Frame *f, Object *callable, Object *iterable)
{
    enum { OPERANDS = 3 };
    body_push(f, newref(callable));
    body_push(f, NULL);
    body_push(f, iterable);
    if (!eval_args_to_tuple(m, callable, f->top - 1))
        return NULL;
    if (callable->type == m->types.function && m->profile->call_ex_inlined) {
        Frame *called = eval_push_frame_ex(m, f, OPERANDS);
        return called ? run_inlined(m, called, (size_t)called->code->argcount) : NULL;
    }
    Object *result = eval_call_ex(m, callable, f->top[-1], NULL);
    eval_release(m, f, OPERANDS);
    if (result)
        gc_look_at_breaker(m);
    return result;
}

Object *body_getattr(Machine *m, Frame *f, Object *o, Object *name)
{
    Object *value;
    body_push(f, newref(o));
    int found = object_lookup_attr(m, o, name, &value);
    if (found >= 0)
        body_drop(m, f, 1);
    return found < 0 ? NULL : found ? value : newref(m->none);
}

/* ---- parts of a function that stay Python ---------------------------------------------------- */

static Object *cell_named(const Frame *f, Object *name)
{
    for (int i = 0; i < f->code->nlocalsplus; i++)
        if (tuple_item(f->code->localsplusnames, i) == name)
            return f->slot[i];
    return NULL;
}

Object *body_inner_function(Machine *m, Frame *f)
{
    CodeObject *code = NULL;
    for (ssize_t i = 0; !code && i < tuple_size(f->code->consts); i++)
        if (is_exact(m, tuple_item(f->code->consts, i), code))
            code = (CodeObject *)tuple_item(f->code->consts, i);
    Object *closure = tuple_new(m, code->nfreevars);
    for (int i = 0; closure && i < code->nfreevars; i++) {
        Object *name = tuple_item(code->localsplusnames, code->nlocalsplus - code->nfreevars + i);
        ((TupleObject *)closure)->item[i] = newref(cell_named(f, name));
    }
    if (!closure)
        return NULL;
    gc_track(m, closure);
    Object *function = function_new(m, (Object *)code, f->globals, code->qualname);
    if (function)
        ((FunctionObject *)function)->closure = closure;
    else
        decref(m, closure);
    return function;
}

Object *body_key_error(Machine *m, Frame *f, Object *key)
{
    Object *e = exception_new(m, m->exc[EXC_KeyError], &key, 1);
    if (e)
        traceback_note(m, e, f);
    return e;
}
