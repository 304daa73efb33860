/* What CPython specializes so that references go over to a frame: making an instance
 * (Python/specialize.c: specialize_class_call, Python/bytecodes.c: CALL_ALLOC_AND_ENTER_INIT), a
 * property's getter (LOAD_ATTR_PROPERTY), a class's own __getattribute__
 * (LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN) or __getitem__ (BINARY_SUBSCR_GETITEM), or to a dict
 * (STORE_SUBSCR_DICT). */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/instance.h>

#include "class.h"
#include "descriptor.h"
#include "eval.h"
#include "gc.h"

#include <string.h>

/* A def with positional parameters only, so many of them; or NULL: borrowed. */
static FunctionObject *simple_function(const Machine *m, Object *o, size_t parameters)
{
    if (!o || o->type != m->types.function)
        return NULL;
    const CodeObject *code = (const CodeObject *)((FunctionObject *)o)->code;
    bool simple = !(code->flags & (CODE_VARARGS | CODE_VARKEYWORDS | CODE_GENERATOR)) &&
                  code->kwonlyargcount == 0 && (size_t)code->argcount == parameters;
    return simple ? (FunctionObject *)o : NULL;
}

/* A class's __init__, if it is a def with positional parameters only; or NULL: borrowed. */
static FunctionObject *simple_init(Machine *m, const Type *type)
{
    if (type->ob_base.type != m->types.type || !type->inline_values ||
        type->slots.tp_new != object_default_new)
        return NULL;
    Object *found = type_lookup(m, (Type *)(uintptr_t)type, m->id.__init__);
    if (!found || found->type != m->types.function)
        return NULL;
    const CodeObject *code = (const CodeObject *)((FunctionObject *)found)->code;
    FunctionObject *init = simple_function(m, found, (size_t)code->argcount);
    return init && !(code->flags & CODE_OF_C) ? init : NULL;
}

static bool takes(const FunctionObject *init, size_t nargs)
{
    return (size_t)((const CodeObject *)init->code)->argcount == nargs;
}

FunctionObject *eval_inlined_init(Machine *m, Frame *f, const instruction *ip, Object *callable,
                                  size_t nargs)
{
    if (!m->profile->class_calls_specialized || !is_type(callable))
        return NULL;
    const Type *type = (const Type *)callable;
    FunctionObject *init = simple_init(m, type);
    if (init && takes(init, nargs + 1))
        return code_is_specialized(m, f->code, ip, type) ? init : NULL;
    if (init)
        code_note_unfit(m, f->code, ip); /* it is tried again */
    else if (type->tp_flags & TYPE_HEAP)
        code_is_specialized(m, f->code, ip, m->types.object); /* CALL_NON_PY_GENERAL */
    return NULL;
}

/* Runs __init__ on o: 0 or -1. */
static int enter_init(Machine *m, FunctionObject *init, Object *o, Object **args, size_t nargs)
{
    incref(init);
    Frame *frame = call_push_frame(m, init, newref(o), args, nargs, NULL);
    decref(m, init);
    if (!frame)
        return -1;
    if (recursion_enter_frame(m, false)) { /* the frame between: _Py_InitCleanup */
        frame_pop(m, frame);
        return -1;
    }
    Object *r = eval_run_entry(m, frame, nargs + 1);
    recursion_leave_frame(m, false);
    if (r && r != m->none)
        error_set(m, EXC_TypeError, "__init__() should return None, not '%.200s'", type_name(r));
    bool ok = r == m->none;
    xdecref(m, r);
    return ok ? 0 : -1;
}

Object *eval_make_instance(Machine *m, Type *type, FunctionObject *init, Object **args,
                           size_t nargs)
{
    Object *o = object_new_plain(m, type);
    if (o) { /* from now on only the instance holds the class */
        decref(m, args[-2]);
        args[-2] = newref(m->none);
    }
    if (!o)
        while (nargs)
            decref(m, args[--nargs]);
    else if (enter_init(m, init, o, args, nargs) < 0)
        clear_ref(m, o);
    return o;
}

/* ---- accessors ------------------------------------------------------------------------------- */

static bool is_generic(const Object *o)
{
    return slots_of(o)->tp_getattro == object_generic_getattr;
}

/* The LOAD_ATTR that asks for something of o, if one does; the code in which it stands. */
static const instruction *attribute_asked(Machine *m, const Object *o, CodeObject **code)
{
    Frame *f = m->frame;
    if (!m->profile->accessors_inlined || !f || f->code->body || f->top[-1] != o)
        return NULL;
    const instruction *ip = f->next - 1;
    *code = f->code;
    return INSTRUCTION_OP(*ip) == OP_LOAD_ATTR ? ip : NULL;
}

/* Where it has run before, eval_inlined_* has noted the run of what is fit. */
static void note_accessor(Machine *m, const Object *o, bool fit)
{
    CodeObject *code;
    const instruction *ip = attribute_asked(m, o, &code);
    if (ip && fit && code->specializations && code->specializations[ip - code->code].has_run)
        return;
    if (ip && fit)
        code_is_specialized(m, code, ip, o->type);
    else if (ip)
        code_note_unfit(m, code, ip);
}

void eval_note_property(Machine *m, const Object *o)
{
    note_accessor(m, o, is_generic(o));
}

/* The __getattribute__ of o's class, where that is a def with two parameters, and no __getattr__
 * stands behind it.  Borrowed. */
static FunctionObject *simple_getattribute(Machine *m, const Object *o)
{
    if (!o->type->getattribute_settled || is_generic(o) ||
        type_lookup(m, o->type, m->id.__getattr__))
        return NULL;
    return simple_function(m, type_lookup(m, o->type, m->id.__getattribute__), 2);
}

void eval_note_unfit(Machine *m, const Object *o)
{
    note_accessor(m, o, false);
}

/* CPython finds out at the first call of a class's __getattribute__ that it has no __getattr__. */
void eval_note_getattribute(Machine *m, const Object *o)
{
    note_accessor(m, o, simple_getattribute(m, o) != NULL);
    o->type->getattribute_settled = true;
}

FunctionObject *eval_inlined_getattribute(Machine *m, Frame *f, const instruction *ip, Object *o)
{
    const struct specialization *s = &f->code->specializations[ip - f->code->code];
    FunctionObject *function = s->has_run ? simple_getattribute(m, o) : NULL;
    return function && code_is_specialized(m, f->code, ip, o->type) ? function : NULL;
}

FunctionObject *eval_inlined_getter(Machine *m, Frame *f, const instruction *ip, Object *o,
                                    Object *name)
{
    const struct specialization *s = &f->code->specializations[ip - f->code->code];
    Object *get, *set, *found = s->has_run && is_generic(o) ? type_lookup(m, o->type, name) : NULL;
    if (!found || !is_exact(m, found, property))
        return NULL;
    property_functions(found, &get, &set);
    FunctionObject *getter = simple_function(m, get, 1);
    return getter && code_is_specialized(m, f->code, ip, o->type) ? getter : NULL;
}

FunctionObject *eval_inlined_getitem(Machine *m, Frame *f, const instruction *ip, const Object *o)
{
    bool ever = m->profile->accessors_inlined || m->profile->specializes_when_warm;
    if (!ever || !(o->type->tp_flags & TYPE_HEAP))
        return NULL;
    FunctionObject *getitem = simple_function(m, type_lookup(m, o->type, m->id.__getitem__), 2);
    return getitem && code_is_specialized(m, f->code, ip, o->type) ? getitem : NULL;
}

/* ---- stores ---------------------------------------------------------------------------------- */

bool eval_store_hands_over(Machine *m, Frame *f, const instruction *ip, const Object *o,
                           const Object *key)
{
    return key->type->tp_flags & TYPE_HEAP && is_exact(m, o, dict) &&
           code_is_specialized(m, f->code, ip, o->type);
}

/* STORE_SUBSCR_DICT: _PyDict_SetItem_Take2 */
int eval_store_in_dict(Machine *m, Object *const *operands)
{
    Object *value = operands[0], *dict = operands[1], *key = operands[2];
    int status = dict_set_take(m, dict, key, value);
    decref(m, dict);
    return status;
}

/* ---- calls ----------------------------------------------------------------------------------- */

/* Of a C function or method: how it takes its arguments; 0: it is neither. */
static int flags_of(const Machine *m, const Object *callable)
{
    if (callable->type == m->types.builtin_function)
        return ((const BuiltinObject *)callable)->def->flags;
    if (callable->type != m->types.method_descriptor || !((const DescriptorObject *)callable)->def)
        return 0;
    return ((const DescriptorObject *)callable)->def->flags;
}

/* CPython's METH_FASTCALL, with keywords or without. */
static bool is_fast(int flags)
{
    int packed =
        METH_PACKED | METH_TUPLED | METH_PACKED_ONCE | METH_PACKED_BUT_12 | METH_PACKED_IN_11;
    return flags & (METH_FASTCALL | METH_KEYWORDS) && !(flags & packed);
}

/* Python/bytecodes.c: CALL_LEN, CALL_ISINSTANCE, CALL_TYPE_1, CALL_LIST_APPEND have no look at the
 * eval breaker; CALL_BUILTIN_FAST and its like do not count as a call. */
unsigned eval_call_shortcuts(Machine *m, Frame *f, const instruction *ip, const Object *callable,
                             size_t nargs, bool named)
{
    int flags = flags_of(m, callable);
    bool type = callable == (const Object *)m->types.type && nargs == 1;
    bool unchecked = !named && (type || flags & METH_UNCHECKED) && m->profile->gc_at_eval_breaker;
    bool uncounted = flags & METH_UNCHECKED || is_fast(flags);
    if ((!unchecked && !uncounted) || !code_is_specialized(m, f->code, ip, callable->type))
        return 0;
    return (unchecked ? CALL_UNCHECKED : 0) | (uncounted ? CALL_UNCOUNTED : 0);
}

/* Python/compile.c: can_optimize_super_call */
bool eval_call_is_super(const Machine *m, const Frame *f, const instruction *ip,
                        const Object *callable, size_t nargs)
{
    if (callable != (const Object *)m->types.super || !m->profile->gc_at_eval_breaker)
        return false;
    unsigned next = INSTRUCTION_OP(ip[1]);
    return (nargs == 2 || (nargs == 0 && f->code->argcount)) && f->function &&
           (next == OP_LOAD_ATTR || next == OP_LOAD_METHOD);
}

/* PRECALL_NO_KW_STR_1, CALL_STR_1 */
bool eval_call_is_str(Machine *m, Frame *f, const instruction *ip, const Object *callable,
                      size_t nargs)
{
    const Type *type = callable->type;
    return callable == (const Object *)m->types.str && nargs == 1 &&
           code_is_specialized(m, f->code, ip, type);
}

/* ---- unpacking ------------------------------------------------------------------------------- */

/* UNPACK_SEQUENCE_TWO_TUPLE, UNPACK_SEQUENCE_TUPLE, UNPACK_SEQUENCE_LIST */
void eval_count_unpacking(Machine *m, Frame *f, const instruction *ip, Object *o, ssize_t n)
{
    if (!(is_exact(m, o, tuple) || is_exact(m, o, list)) || sequence_fast_size(o) != n ||
        code_is_specialized(m, f->code, ip, o->type))
        return;
    gc_count_allocation(m);
    gc_count_free(m);
}
