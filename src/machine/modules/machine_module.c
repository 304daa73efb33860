/* _machine: what the modules written in Python ask of the machine.  The program cannot import it. */
#include "builtins.h"

#include "../compile_source.h"
#include "../eval.h"
#include "../frame.h"
#include "../objects/int_limbs.h"
#include "../warnings.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/str.h>

#include <string.h>

static Object *globals_of_caller(Machine *m)
{
    const Frame *f = m->frame;
    while (f && frame_is_library(f))
        f = f->previous;
    return f ? f->globals : m->main_dict;
}

BUILTIN(machine_caller_globals)
{
    UNUSED_ONE;
    (void)args;
    return newref(globals_of_caller(m));
}

BUILTIN(machine_caller_name)
{
    UNUSED_ONE;
    (void)args;
    Object *name = dict_get_str(m, globals_of_caller(m), m->id.__name__);
    return newref(name ? name : m->none);
}

/* operator.index */
BUILTIN(machine_index)
{
    UNUSED_ONE;
    Object *o = number_index(m, args[0]), *exact = o ? int_long(m, o) : NULL;
    xdecref(m, o);
    return exact;
}

/* A class that CPython writes in C: messages call it by its module too, as "datetime.date".  Usable as
 * a decorator. */
BUILTIN(machine_named_with_module)
{
    UNUSED_ONE;
    Type *type = (Type *)args[0];
    Object *module = dict_get_str(m, type->tp_dict, m->id.__module__);
    if (!module || !is_str(module))
        return newref(args[0]);
    Object *name = str_printf(m, "%U.%U", module, type->ht_name);
    if (!name)
        return NULL;
    /* ASCII: the text is the data; the type keeps its name for ever */
    char *copy = heap_alloc(m, (size_t)str_len(name) + 1);
    if (copy) {
        memcpy(copy, ((StrObject *)name)->data, (size_t)str_len(name) + 1);
        type->tp_name = copy;
    }
    decref(m, name);
    return copy ? newref(args[0]) : NULL;
}

/* refuse(text): "text is not simulated yet". */
BUILTIN(machine_refuse)
{
    UNUSED_ONE;
    return error_not_simulated(m, "%U", args[0]);
}

/* Warns the program that calls the library. */
BUILTIN(machine_warn_deprecated)
{
    UNUSED_ONE;
    struct Frame *frame = m->frame;
    while (m->frame && frame_is_library(m->frame))
        m->frame = m->frame->previous;
    int status = warn_deprecated(m, ((StrObject *)args[0])->data);
    m->frame = frame;
    return status < 0 ? NULL : newref(m->none);
}

static Object *run_text(Machine *m, Object *const *args, enum compile_mode mode)
{
    struct compile_options options = {.library = true};
    struct buffer text = {0};
    str_to_utf8(args[0], &text);
    Object *code = compile_source(m, "<string>", buffer_text(&text), text.len, mode, &options);
    buffer_free(&text);
    Frame *frame = code ? frame_push(m, (CodeObject *)code, NULL, args[1]) : NULL;
    xdecref(m, code);
    if (!frame)
        return NULL;
    frame->locals = newref(args[2]);
    frame->previous = m->frame;
    frame->entry = true;
    m->frame = frame;
    return eval_frame(m, frame);
}

/* Runs a text that was made for the program, as exec() would: run_source(text, globals, locals).  It
 * shows in tracebacks as "<string>". */
BUILTIN(machine_run_source)
{
    UNUSED_SELF;
    (void)kwnames;
    return arg_check_positional(m, "run_source", nargs, 3, 3) ? run_text(m, args, COMPILE_EXEC) : NULL;
}

/* An expression's value: evaluate(text, globals, locals). */
BUILTIN(machine_evaluate)
{
    UNUSED_SELF;
    (void)kwnames;
    return arg_check_positional(m, "evaluate", nargs, 3, 3) ? run_text(m, args, COMPILE_EVAL) : NULL;
}

static int mark(Type *type, unsigned flag)
{
    type->tp_flags = (type->tp_flags & ~(unsigned)(TYPE_SEQUENCE | TYPE_MAPPING)) | flag;
    for (int i = 0; i < type->nsubclasses; i++)
        mark(type->subclasses[i], flag);
    return 0;
}

/* What `case [...]` and `case {...}` take: mark_collection(cls, "sequence" or "mapping" or None). */
BUILTIN(machine_mark_collection)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "mark_collection", nargs, 2, 2))
        return NULL;
    mark((Type *)args[0], args[1] == m->none                          ? 0
                          : str_equals_ascii(args[1], "sequence") ? TYPE_SEQUENCE
                                                                   : TYPE_MAPPING);
    return newref(m->none);
}

/* A class registered with one of them is such a one too. */
BUILTIN(machine_share_marks)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "share_marks", nargs, 2, 2))
        return NULL;
    unsigned flags = ((Type *)args[0])->tp_flags & (TYPE_SEQUENCE | TYPE_MAPPING);
    Type *type = (Type *)args[1];
    if (flags && type->tp_flags & TYPE_HEAP)
        mark(type, flags);
    return newref(m->none);
}

static const MethodDef machine_methods[] = {
    {"caller_globals", machine_caller_globals, METH_NOARGS, "The namespace of the program's code."},
    {"caller_name", machine_caller_name, METH_NOARGS, "The name of the module that called."},
    {"index", machine_index, METH_O, "operator.index."},
    {"named_with_module", machine_named_with_module, METH_O, "A decorator of classes."},
    {"warn_deprecated", machine_warn_deprecated, METH_O, "A DeprecationWarning of the caller's line."},
    {"evaluate", machine_evaluate, METH_FASTCALL, "eval()."},
    {"mark_collection", machine_mark_collection, METH_FASTCALL, NULL},
    {"share_marks", machine_share_marks, METH_FASTCALL, NULL},
    {"refuse", machine_refuse, METH_O, "Ends the program: this is not simulated."},
    {"run_source", machine_run_source, METH_FASTCALL, "exec()."},
    {NULL, NULL, 0, NULL},
};

extern const ModuleSpec machine_module;
const ModuleSpec machine_module = {.name = "_machine", .methods = machine_methods};
