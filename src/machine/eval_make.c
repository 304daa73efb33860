/* Making an instance without packing the arguments: Python/specialize.c: specialize_class_call,
 * Python/bytecodes.c: CALL_ALLOC_AND_ENTER_INIT. */
#include <pyviz/machine/errors.h>
#include <pyviz/machine/instance.h>

#include "class.h"
#include "eval.h"

/* A def with positional parameters only, as many as there are arguments; or NULL: borrowed. */
static FunctionObject *simple_init(Machine *m, const Type *type, size_t nargs)
{
    if (type->ob_base.type != m->types.type || !type->inline_values ||
        type->slots.tp_new != object_default_new)
        return NULL;
    Object *init = type_lookup(m, (Type *)(uintptr_t)type, m->id.__init__);
    if (!init || init->type != m->types.function)
        return NULL;
    const CodeObject *code = (const CodeObject *)((FunctionObject *)init)->code;
    bool simple = !(code->flags & (CODE_VARARGS | CODE_VARKEYWORDS | CODE_GENERATOR)) &&
                  code->kwonlyargcount == 0 && (size_t)code->argcount == nargs + 1;
    return simple ? (FunctionObject *)init : NULL;
}

bool eval_call_is_specialized(Machine *m, Frame *f, const instruction *ip, Object *callable,
                              size_t nargs)
{
    if (!is_type(callable) || !simple_init(m, (const Type *)callable, nargs))
        return false;
    CodeObject *code = f->code;
    if (!code->made_instance &&
        !(code->made_instance =
              heap_try_alloc(m, (size_t)code->size * sizeof *code->made_instance)))
        return false;
    bool *made = &code->made_instance[ip - code->code], before = *made;
    *made = true;
    return before;
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

Object *eval_make_instance(Machine *m, Type *type, Object **args, size_t nargs)
{
    FunctionObject *init = simple_init(m, type, nargs);
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
