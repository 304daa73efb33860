/* Calling: Objects/call.c, and the binding of arguments to parameters of Python/ceval.c. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/modules.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "class.h"
#include "descriptor.h"
#include "eval.h"
#include "exceptions.h"
#include "gc.h"
#include "modules/functools.h"
#include "objects/dict_table.h"
#include "suggest.h"

#include <stdio.h>
#include <string.h>

/* ---- any callable ---------------------------------------------------------------------------- */

/* The only builtin types with a tp_vectorcall.  (The arguments of an exception become its args:
 * they are held there.) */
static bool type_has_vectorcall(const Machine *m, const Type *type)
{
    const Type *const with[] = {
        m->types.bool_, m->types.dict, m->types.enumerate, m->types.filter,    m->types.float_,
        m->types.list,  m->types.map,  m->types.range,     m->types.reversed,  m->types.set,
        m->types.super, m->types.type, m->types.tuple,     m->types.frozenset,
    };
    for (size_t i = 0; i < sizeof with / sizeof *with; i++)
        if (type == with[i])
            return true;
    if (type == m->types.int_ || type == m->types.str)
        return m->profile->int_and_str_vectorcall;
    return type == m->types.chain; /* what it iterates over is that tuple: it makes it itself */
}

/* Nor have instances with a __call__ one, wrappers of slots, and some others. */
bool call_has_vectorcall(Machine *m, const Object *callable)
{
    const Type *type = callable->type;
    if (is_type(callable))
        return type_has_vectorcall(m, (const Type *)callable);
    if (type == m->types.methodcaller)
        return m->profile->methodcaller_vectorcalls;
    if (type == m->types.partial) {
        const Object *function = partial_function(callable);
        return call_has_vectorcall(m, function) && !builtin_packs(m, function);
    }
    return !(type->tp_flags & TYPE_HEAP) && type != m->types.wrapper_descriptor &&
           type != m->types.method_wrapper && type != m->types.lru_cache &&
           type != m->types.key_wrapper && type != m->types.staticmethod &&
           type != m->types.classmethod_descriptor;
}

bool call_takes_dict(Machine *m, const Object *callable)
{
    return !call_has_vectorcall(m, callable) || builtin_packs(m, callable);
}

bool call_makes_class(const Machine *m, const Object *callable, size_t nargs)
{
    return callable == (const Object *)m->types.type && nargs != 1;
}

bool call_is_packed(const Machine *m, Object *const *args, size_t nargs)
{
    const TupleObject *packed = (const TupleObject *)m->packed_arguments;
    return packed && packed->item == args && (size_t)packed->size == nargs;
}

void call_begin_packed(Machine *m, Object *tuple, Object *dict, Object *const *values,
                       Object *kwnames)
{
    m->packed_positional = tuple;
    m->packed_keywords = dict;
    m->packed_names = kwnames;
    m->packed_values = values;
}

void call_end_packed(Machine *m)
{
    call_begin_packed(m, NULL, NULL, NULL, NULL);
}

static bool has_packed(const Machine *m, Object *const *values, Object *kwnames)
{
    return m->packed_keywords && m->packed_names == kwnames && m->packed_values == values;
}

/* It is an object like others from now on. */
static Object *shown(Object *o)
{
    if (o)
        o->flags &= ~(unsigned)OBJECT_QUIET;
    return o;
}

Object *call_take_positional(Machine *m, Object *const *args, size_t nargs, Object *kwnames)
{
    if (call_is_packed(m, args, nargs))
        return shown(newref(m->packed_arguments));
    if (has_packed(m, args + nargs, kwnames) && m->packed_positional)
        return shown(newref(m->packed_positional));
    return tuple_from_array(m, args, (ssize_t)nargs);
}

Object *call_take_keywords(Machine *m, Object *const *values, Object *kwnames)
{
    if (!kwnames)
        return NULL;
    bool packed = has_packed(m, values, kwnames);
    return shown(packed ? newref(m->packed_keywords) : dict_from_keywords(m, values, kwnames));
}

Object *call_hold_arguments(Machine *m, Object *const *args, size_t n)
{
    Object *tuple = tuple_new(m, (ssize_t)n);
    if (!tuple || n == 0) /* () is everybody's */
        return tuple;
    tuple->flags |= OBJECT_QUIET;
    for (size_t i = 0; i < n; i++)
        ((TupleObject *)tuple)->item[i] = newref(args[i]);
    gc_track(m, tuple);
    return tuple;
}

/* Up to 3.11 an exception raised in C is made only when it is caught: the tuple of its arguments
 * then takes the memory of one that has just been given back. */
static void reuse_for_exception(Machine *m, int id)
{
    ExceptionObject *e = (ExceptionObject *)m->exception;
    if (m->profile->errors_made_at_once || !e || m->refusing || e->traceback || !e->args ||
        tuple_size(e->args) != 1 || e->args->refcnt != 1)
        return;
    freelist_fill(m, id, m->pymalloc.freelist[id].len - 1);
    gc_count_free(m);
}

void call_release_arguments(Machine *m, Object *tuple)
{
    uint32_t kept = m->pymalloc.freelist[FREELIST_TUPLE].len;
    xdecref(m, tuple);
    if (m->exception && m->pymalloc.freelist[FREELIST_TUPLE].len > kept)
        reuse_for_exception(m, FREELIST_TUPLE);
}

struct call_unpacked call_unpack(Machine *m, const Object *callable, Object *self,
                                 Object *const *args, size_t nargs, Object *kwnames)
{
    struct call_unpacked u = {.self = self, .args = args};
    ssize_t n = kwnames ? tuple_size(kwnames) : 0;
    if (!n || call_takes_dict(m, callable))
        return u;
    int32_t serial = m->next_serial;
    u.names = class_out_of_sight(m, tuple_from_array(m, ((TupleObject *)kwnames)->item, n), serial);
    u.n = nargs + (size_t)n;
    xincref(self);
    for (size_t i = 0; i < u.n; i++)
        incref(args[i]);
    return u;
}

void call_unpack_end(Machine *m, const struct call_unpacked *u)
{
    if (!u->n)
        return;
    xdecref(m, u->self);
    for (size_t i = 0; i < u->n; i++)
        decref(m, u->args[i]);
    xdecref(m, u->names);
}

/* A dict's __init__ makes one of its keywords here; in CPython it gets the caller's. */
static bool makes_dict_itself(const Object *callable)
{
    return is_type(callable) && ((const Type *)callable)->tp_flags & TYPE_DICT_SUBCLASS;
}

/* Objects/call.c: _PyObject_MakeTpCall: the arguments lie in a tuple and a dict, which hold
 * references to them while the call lasts. */
static Object *call_packed(Machine *m, Object *callable, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    Object *tuple = nargs ? call_hold_arguments(m, args, nargs) : NULL;
    bool named = kwnames && !makes_dict_itself(callable);
    Object *dict = named ? dict_from_keywords(m, args + nargs, kwnames) : NULL;
    Object *r = NULL;
    if (tuple && !kwnames) {
        m->packed_arguments = tuple;
        r = slots_of(callable)->tp_call(m, callable, ((TupleObject *)tuple)->item, nargs, NULL);
        m->packed_arguments = NULL;
    } else if ((tuple || !nargs) && (dict || !named)) {
        call_begin_packed(m, tuple, dict, args + nargs, kwnames);
        r = slots_of(callable)->tp_call(m, callable, args, nargs, kwnames);
        call_end_packed(m);
    }
    call_release_arguments(m, tuple);
    xdecref(m, dict);
    return r;
}

Object *object_vectorcall(Machine *m, Object *callable, Object *const *args, size_t nargs,
                          Object *kwnames)
{
    return object_call(m, callable, args, nargs, kwnames, false);
}

/* Does a call of it count by itself, not only by the frames that follow? */
static bool runs_in_c(const Machine *m, const Object *callable)
{
    const Type *type = callable->type;
    return type == m->types.builtin_function || type == m->types.method_descriptor ||
           type == m->types.lru_cache;
}

/* A module that has something of its own name is meant to be that, perhaps.
 * Objects/call.c: object_is_not_callable. */
static Object *is_not_callable(Machine *m, Object *callable)
{
    Object *name = NULL, *found = NULL;
    if (m->profile->not_callable_suggests && type_is_subtype(callable->type, m->types.module))
        name = ((ModuleObject *)callable)->name;
    if (name && is_str(name) && !module_is_missing(m, (ModuleObject *)callable, name) &&
        object_lookup_attr(m, callable, name, &found) < 0)
        return NULL;
    bool meant = found && slots_of(found)->tp_call;
    xdecref(m, found);
    if (meant)
        return error_set(m, EXC_TypeError,
                         "'%.200s' object is not callable. Did you mean: '%U.%U(...)'?",
                         type_name(callable), name, name);
    return error_set(m, EXC_TypeError, "'%.200s' object is not callable", type_name(callable));
}

/* long_vectorcall and unicode_vectorcall give calls with keywords to _PyObject_MakeTpCall. */
static bool goes_the_other_way(const Machine *m, const Object *callable)
{
    return callable == (const Object *)m->types.int_ || callable == (const Object *)m->types.str;
}

Object *object_call(Machine *m, Object *callable, Object *const *args, size_t nargs,
                    Object *kwnames, bool packed)
{
    if (!slots_of(callable)->tp_call)
        return is_not_callable(m, callable);
    bool vectorcall =
             call_has_vectorcall(m, callable) && !(kwnames && goes_the_other_way(m, callable)),
         counts = !vectorcall || runs_in_c(m, callable);
    if (counts && recursion_enter(m, " while calling a Python object"))
        return NULL;
    bool packs = !vectorcall || call_makes_class(m, callable, nargs);
    Object *r = packs && !packed && (nargs || kwnames)
                    ? call_packed(m, callable, args, nargs, kwnames)
                    : slots_of(callable)->tp_call(m, callable, args, nargs, kwnames);
    if (counts)
        recursion_leave(m);
    return r;
}

Object *object_call0(Machine *m, Object *callable)
{
    return object_vectorcall(m, callable, NULL, 0, NULL);
}

Object *object_call1(Machine *m, Object *callable, Object *arg)
{
    return object_vectorcall(m, callable, &arg, 1, NULL);
}

Object *object_call_method(Machine *m, Object *o, Object *name, Object *const *args, size_t nargs)
{
    Object *method, *all[8];
    int unbound = object_get_method(m, o, name, &method);
    if (unbound < 0)
        return NULL;
    if (nargs + 1 > sizeof all / sizeof *all) {
        decref(m, method);
        return error_set(m, EXC_SystemError, "too many arguments to a method called from C");
    }
    all[0] = o;
    for (size_t i = 0; i < nargs; i++)
        all[i + 1] = args[i];
    Object *r =
        object_vectorcall(m, method, unbound ? all : all + 1, nargs + (size_t)unbound, NULL);
    decref(m, method);
    return r;
}

bool object_is_callable(Object *o)
{
    return slots_of(o)->tp_call != NULL;
}

/* ---- errors in the words of Python/ceval.c --------------------------------------------------- */

static Object *slot_name(const CodeObject *code, int i)
{
    return tuple_item(code->localsplusnames, i);
}

static void positional_count_error(Machine *m, const FunctionObject *f, Frame *frame, size_t given)
{
    const CodeObject *co = frame->code;
    int defaults = f->defaults ? (int)tuple_size(f->defaults) : 0;
    int keyword_only = 0;
    for (int i = co->argcount; i < co->argcount + co->kwonlyargcount; i++)
        keyword_only += frame->slot[i] != NULL;
    char expected[64], given_text[96] = "";
    bool plural = defaults ? true : co->argcount != 1;
    if (defaults)
        snprintf(expected, sizeof expected, "from %d to %d", co->argcount - defaults, co->argcount);
    else
        snprintf(expected, sizeof expected, "%d", co->argcount);
    if (keyword_only)
        snprintf(given_text, sizeof given_text,
                 " positional argument%s (and %d keyword-only argument%s)", given != 1 ? "s" : "",
                 keyword_only, keyword_only != 1 ? "s" : "");
    error_set(m, EXC_TypeError, "%U() takes %s positional argument%s but %zd%s %s given",
              f->qualname, expected, plural ? "s" : "", (ssize_t)given, given_text,
              given == 1 && !keyword_only ? "was" : "were");
}

/* 'a', 'b', and 'c' */
static void missing_error(Machine *m, const FunctionObject *f, Frame *frame, int from, int to,
                          const char *kind)
{
    int n = 0, done = 0;
    Object *text = newref(m->empty_str);
    for (int i = from; i < to; i++)
        n += frame->slot[i] == NULL;
    for (int i = from; i < to && text; i++) {
        if (frame->slot[i])
            continue;
        const char *before = done == 0 ? "" : n == 2 ? " and " : done + 1 == n ? ", and " : ", ";
        Object *longer = str_printf(m, "%U%s%R", text, before, slot_name(frame->code, i));
        decref(m, text);
        text = longer;
        done++;
    }
    if (text)
        error_set(m, EXC_TypeError, "%U() missing %d required %s argument%s: %U", f->qualname, n,
                  kind, n == 1 ? "" : "s", text);
    xdecref(m, text);
}

/* ---- binding --------------------------------------------------------------------------------- */

static Object *meant_parameter(const Machine *m, const CodeObject *co, Object *keyword)
{
    if (!m->profile->suggests_keywords)
        return NULL;
    Object *const *names = ((TupleObject *)co->localsplusnames)->item;
    return suggest_parameter(keyword, names + co->posonlyargcount,
                             co->argcount + co->kwonlyargcount - co->posonlyargcount);
}

/* Keyword arguments that no parameter takes, when there is no **kwargs: a positional-only name
 * given by keyword has an error of its own. */
static void unexpected_keyword(Machine *m, const FunctionObject *f, const CodeObject *co,
                               Object *kwnames, Object *keyword)
{
    Object *wrong = NULL, *meant;
    for (ssize_t k = 0; k < tuple_size(kwnames); k++)
        for (int i = 0; i < co->posonlyargcount; i++)
            if (str_equal(slot_name(co, i), tuple_item(kwnames, k))) {
                Object *longer = wrong ? str_printf(m, "%U, %U", wrong, slot_name(co, i))
                                       : newref(slot_name(co, i));
                xdecref(m, wrong);
                wrong = longer;
            }
    if (wrong)
        error_set(m, EXC_TypeError,
                  "%U() got some positional-only arguments passed as keyword arguments: '%U'",
                  f->qualname, wrong);
    else if ((meant = meant_parameter(m, co, keyword)))
        error_set(m, EXC_TypeError,
                  "%U() got an unexpected keyword argument '%S'. Did you mean '%U'?", f->qualname,
                  keyword, meant);
    else
        error_set(m, EXC_TypeError, "%U() got an unexpected keyword argument '%S'", f->qualname,
                  keyword);
    xdecref(m, wrong);
}

static int find_parameter(const CodeObject *co, Object *keyword)
{
    int total = co->argcount + co->kwonlyargcount;
    for (int i = co->posonlyargcount; i < total; i++)
        if (slot_name(co, i) == keyword)
            return i;
    for (int i = co->posonlyargcount; i < total; i++)
        if (str_equal(slot_name(co, i), keyword))
            return i;
    return -1;
}

/* Puts the keyword arguments where they belong; takes them over.  That kwdict is filled is part of
 * the call, and no doing of the program's: it is not told. */
static bool bind_keywords(Machine *m, FunctionObject *f, Frame *frame, Object **values,
                          Object *kwnames, Object *kwdict)
{
    const CodeObject *co = frame->code;
    bool ok = true;
    if (kwdict)
        kwdict->flags |= OBJECT_QUIET;
    for (ssize_t k = 0; k < tuple_size(kwnames); k++) {
        Object *keyword = tuple_item(kwnames, k), *value = values[k];
        int i = ok ? find_parameter(co, keyword) : -1;
        if (ok && i >= 0 && !frame->slot[i]) {
            frame->slot[i] = value;
            continue;
        }
        if (ok && i >= 0) {
            error_set(m, EXC_TypeError, "%U() got multiple values for argument '%S'", f->qualname,
                      keyword);
            ok = false;
        } else if (ok && kwdict) {
            ok = dict_set(m, kwdict, keyword, value) == 0;
        } else if (ok) {
            unexpected_keyword(m, f, co, kwnames, keyword);
            ok = false;
        }
        decref(m, value);
    }
    shown(kwdict);
    return ok;
}

static bool fill_defaults(Machine *m, FunctionObject *f, Frame *frame, int given)
{
    const CodeObject *co = frame->code;
    int defaults = f->defaults ? (int)tuple_size(f->defaults) : 0;
    int required = co->argcount - defaults;
    for (int i = given; i < required; i++)
        if (!frame->slot[i]) {
            missing_error(m, f, frame, 0, required, "positional");
            return false;
        }
    for (int i = required > given ? required : given; i < co->argcount; i++)
        if (!frame->slot[i])
            frame->slot[i] = newref(tuple_item(f->defaults, i - required));
    return true;
}

static bool fill_keyword_only(Machine *m, FunctionObject *f, Frame *frame)
{
    const CodeObject *co = frame->code;
    bool missing = false;
    for (int i = co->argcount; i < co->argcount + co->kwonlyargcount; i++) {
        if (frame->slot[i])
            continue;
        Object *value = f->kwdefaults ? dict_get(m, f->kwdefaults, slot_name(co, i)) : NULL;
        if (value)
            frame->slot[i] = newref(value);
        else
            missing = true;
    }
    if (missing)
        missing_error(m, f, frame, co->argcount, co->argcount + co->kwonlyargcount, "keyword-only");
    return !missing;
}

/* Python/ceval.c: initialize_locals.  Takes every argument over, also when it fails. */
static bool bind_arguments(Machine *m, FunctionObject *f, Frame *frame, Object *self, Object **args,
                           size_t nargs, Object *kwnames)
{
    const CodeObject *co = frame->code;
    size_t given = nargs + (self != NULL), room = (size_t)co->argcount, at = 0;
    Object *extra = NULL, *kwdict = NULL;
    bool ok = true;
    int total = co->argcount + co->kwonlyargcount;
    if (co->flags & CODE_VARKEYWORDS) /* the dict comes first */
        ok = (frame->slot[total + !!(co->flags & CODE_VARARGS)] = kwdict = dict_new(m)) != NULL;
    if (ok && co->flags & CODE_VARARGS) {
        extra = tuple_new(m, given > room ? (ssize_t)(given - room) : 0);
        ok = (frame->slot[total] = extra) != NULL;
    }
    for (size_t i = 0; i < given; i++) {
        Object *value = self ? (i == 0 ? self : args[i - 1]) : args[i];
        if (i < room && ok)
            frame->slot[i] = value;
        else if (extra && ok)
            ((TupleObject *)extra)->item[at++] = value;
        else
            decref(m, value);
    }
    if (extra && at)
        gc_track(m, extra);
    if (kwnames) {
        if (ok)
            ok = bind_keywords(m, f, frame, args + nargs, kwnames, kwdict);
        else
            for (ssize_t k = 0; k < tuple_size(kwnames); k++)
                decref(m, args[nargs + (size_t)k]);
    }
    if (ok && given > room && !(co->flags & CODE_VARARGS)) {
        positional_count_error(m, f, frame, given);
        ok = false;
    }
    int filled = (int)(given < room ? given : room);
    return ok && (filled == co->argcount || fill_defaults(m, f, frame, filled)) &&
           (co->kwonlyargcount == 0 || fill_keyword_only(m, f, frame));
}

static void drop_arguments(Machine *m, Object *self, Object **args, size_t n)
{
    xdecref(m, self);
    for (size_t i = 0; i < n; i++)
        decref(m, args[i]);
}

/* The common case: as many positional arguments as parameters and nothing else. */
static bool is_simple(const CodeObject *co, size_t given, Object *kwnames)
{
    return !kwnames && given == (size_t)co->argcount && co->kwonlyargcount == 0 &&
           !(co->flags & (CODE_VARARGS | CODE_VARKEYWORDS));
}

Frame *call_push_frame(Machine *m, FunctionObject *f, Object *self, Object **args, size_t nargs,
                       Object *kwnames)
{
    size_t nkw = kwnames ? (size_t)tuple_size(kwnames) : 0;
    CodeObject *co = (CodeObject *)f->code;
    incref(f);
    Frame *frame = frame_push(m, co, f, f->globals);
    if (!frame) {
        drop_arguments(m, self, args, nargs + nkw);
        return NULL;
    }
    if (is_simple(co, nargs + (self != NULL), kwnames)) {
        Object **slot = frame->slot;
        if (self)
            *slot++ = self;
        memcpy(slot, args, nargs * sizeof *args);
        frame_note_handled(frame);
        return frame;
    }
    if (bind_arguments(m, f, frame, self, args, nargs, kwnames)) {
        frame_note_handled(frame);
        return frame;
    }
    frame_pop(m, frame);
    return NULL;
}

Object *eval_run_entry(Machine *m, Frame *frame, size_t nargs)
{
    frame->previous = m->frame;
    frame->entry = true;
    m->frame = frame;
    EMIT(m, CALL, frame->function, nargs);
    return eval_frame(m, frame);
}

Object *eval_call_function(Machine *m, Object *function, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    size_t total = nargs + (kwnames ? (size_t)tuple_size(kwnames) : 0);
    Object *few[16], **taken = few;
    if (total > sizeof few / sizeof *few && !(taken = heap_alloc(m, total * sizeof *taken)))
        return NULL;
    for (size_t i = 0; i < total; i++)
        taken[i] = newref(args[i]);
    Frame *frame = call_push_frame(m, (FunctionObject *)function, NULL, taken, nargs, kwnames);
    if (taken != few)
        heap_free(m, taken);
    if (!frame)
        return NULL;
    return eval_run_entry(m, frame, nargs);
}

static Object *run_in(Machine *m, Object *code, Object *globals, Object *locals)
{
    Frame *frame = frame_push(m, (CodeObject *)code, NULL, globals);
    if (!frame)
        return NULL;
    frame->locals = newref(locals);
    frame->names_apart = locals != globals || !is_exact(m, globals, dict);
    frame->previous = m->frame;
    frame->entry = true;
    m->frame = frame;
    return eval_frame(m, frame);
}

Object *eval_module(Machine *m, Object *code, Object *globals)
{
    return run_in(m, code, globals, globals);
}

/* The code of a function is run as one, in slots of its own. */
Object *eval_code(Machine *m, Object *code, Object *globals, Object *locals, Object *closure)
{
    CodeObject *co = (CodeObject *)code;
    Object *builtins = frame_builtins(m, globals);
    if (co->flags & CODE_OPTIMIZED) {
        Object *function = function_new(m, code, globals, co->name);
        if (function && closure)
            ((FunctionObject *)function)->closure = newref(closure);
        Object *result = function ? object_call0(m, function) : NULL;
        xdecref(m, function);
        return result;
    }
    incref(builtins); /* the frame only borrows it */
    incref(code);     /* as the function does that CPython makes of it */
    Object *result = run_in(m, code, globals, locals);
    decref(m, code);
    decref(m, builtins);
    return result;
}
