/* _machine: what the modules written in Python ask of the machine.  The program cannot import
 * it. */
#include "builtins.h"

#include "../caret.h"
#include "../code.h"
#include "../compile_source.h"
#include "../docstring.h"
#include "../eval.h"
#include "../exceptions.h"
#include "../frame.h"
#include "../hush.h"
#include "../import.h"
#include "../objects/generic_alias.h"
#include "../run.h"
#include "../warnings.h"

#include <pyviz/base/buffer.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/heap.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

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

BUILTIN(machine_weak)
{
    UNUSED_ONE;
    return object_call1(m, (Object *)m->types.weakref, args[0]);
}

/* The nearest module on the stack that is not the one that asks: a class or a named tuple made for
 * it says that it is from there.  CPython looks a fixed number of frames up.  caller_name(default)
 * is for code that stands in no module. */
BUILTIN(machine_caller_name)
{
    UNUSED_ONE;
    const Frame *f = m->frame;
    Object *asks = f ? dict_get_str(m, f->globals, m->id.__name__) : NULL, *name = asks;
    for (; f && name == asks; f = f->previous)
        name = dict_get_str(m, f->globals, m->id.__name__);
    return newref(name && name != asks ? name : nargs > 0 ? args[0] : m->id.__main__);
}

/* calling_module(level): the module whose code stands `level` calls above what asks, the library's
 * included; None above the first. */
BUILTIN(machine_calling_module)
{
    UNUSED_ONE;
    int overflow;
    int64_t n = int_as_i64(args[0], &overflow);
    const Frame *f = m->frame;
    while (f && n-- > 0)
        f = f->previous;
    Object *name = f ? dict_get_str(m, f->globals, m->id.__name__) : NULL;
    return newref(!f ? m->none : name ? name : m->id.__main__);
}

/* What an exception would print; hushed, since the text grows in the host's memory meanwhile. */
BUILTIN(machine_format_exception)
{
    UNUSED_SELF;
    (void)kwnames;
    struct Hush hush;
    struct buffer text = {0};
    bool chain = args[1] == m->true_;
    hush_begin(m, &hush, true);
    m->traceback_formats = true;
    m->traceback_sought = nargs > 2 ? args[2] : NULL;
    if (chain)
        error_print(m, args[0], &text);
    else
        error_print_alone(m, args[0], &text);
    m->traceback_formats = false;
    m->traceback_sought = NULL;
    Object *result = text.data ? str_from_utf8(m, text.data, text.len) : newref(m->empty_str);
    buffer_free(&text);
    hush_end(m);
    return result;
}

/* The text that a module's lines are counted in; "" for those of the machine. */
BUILTIN(machine_source_text)
{
    UNUSED_ONE;
    Object *module = dict_get_str(m, m->modules, args[0]);
    const struct SourceText *source =
        module && is_exact(m, module, module) ? import_source(m, module) : NULL;
    return source ? str_from_utf8(m, source->text, source->len) : newref(m->empty_str);
}

/* compile_shown(text, filename), both bytes: a statement of a dialogue, whose lines tracebacks
 * show.  The text is kept for good. */
BUILTIN(machine_compile_shown)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "compile_shown", nargs, 2, 2))
        return NULL;
    const BytesObject *text = (BytesObject *)args[0], *name = (BytesObject *)args[1];
    size_t n = (size_t)text->size, size = (size_t)name->size;
    struct ShownText *kept = heap_alloc(m, sizeof *kept + n + size + 2);
    if (!kept)
        return error_no_memory(m);
    char *copy = (char *)(kept + 1), *named = copy + n + 1;
    memcpy(copy, text->data, n + 1);
    memcpy(named, name->data, size + 1);
    *kept = (struct ShownText){m->shown, {named, copy, n}};
    m->shown = kept;
    struct compile_options options = {.text = &kept->text};
    return compile_source(m, named, copy, n, COMPILE_SINGLE, &options);
}

BUILTIN(machine_file_time)
{
    UNUSED_ONE;
    (void)args;
    return int_from_i64(m, time_of_files(m));
}

/* (how the program was named, its whole path) */
BUILTIN(machine_script)
{
    UNUSED_ONE;
    (void)args;
    Object *name = str_from_utf8(m, m->argv0, strlen(m->argv0));
    Object *path = name ? str_from_utf8(m, m->script, strlen(m->script)) : NULL;
    Object *pair = path ? tuple_pack(m, 2, name, path) : NULL;
    xdecref(m, name);
    xdecref(m, path);
    return pair;
}

/* The traceback module takes whatever has tb_frame and tb_lineno; here it must be what it seems. */
static bool is_genuine(Machine *m, Object *o, const Type *type)
{
    return o->type == type ||
           error_not_simulated(m, "a %s that is an instance of %s", type->tp_name, type_name(o));
}

BUILTIN(machine_source_line)
{
    UNUSED_ONE;
    if (!is_genuine(m, args[0], m->types.code))
        return NULL;
    int overflow;
    size_t len = 0;
    int n = (int)int_as_i64(args[1], &overflow);
    const CodeObject *code = (const CodeObject *)args[0];
    const char *line = code->source ? caret_line(code->source, n, &len) : "";
    while (len && (*line == ' ' || *line == '\t'))
        line++, len--;
    return str_from_utf8(m, line, len);
}

/* The whole text that a code object or module came from; "" if it is not known. */
BUILTIN(machine_code_text)
{
    UNUSED_ONE;
    const struct SourceText *source = NULL;
    if (is_exact(m, args[0], code))
        source = ((const CodeObject *)args[0])->source;
    else if (is_exact(m, args[0], module))
        source = import_source(m, args[0]);
    return source ? str_from_utf8(m, source->text, source->len) : newref(m->empty_str);
}

static Object *position_of(Machine *m, const CodeObject *code, int at)
{
    struct pos pos = code->positions[at];
    int fields[] = {pos.line, pos.end_line, pos.col, pos.end_col};
    Object *tuple = tuple_new(m, 4);
    for (int i = 0; tuple && i < 4; i++)
        if (!(((TupleObject *)tuple)->item[i] = int_from_i64(m, fields[i])))
            clear_ref(m, tuple);
    return tuple;
}

/* (line, end line, column, end column) of what a frame is at; columns are bytes of UTF-8. */
BUILTIN(machine_frame_position)
{
    UNUSED_ONE;
    const Frame *f = ((const FrameObject *)args[0])->frame;
    return f ? position_of(m, f->code, frame_instruction(f)) : error_no_memory(m);
}

BUILTIN(machine_traceback_position)
{
    UNUSED_ONE;
    if (!is_genuine(m, args[0], m->types.traceback))
        return NULL;
    const TracebackObject *tb = (const TracebackObject *)args[0];
    return position_of(m, (const CodeObject *)tb->code, tb->instruction);
}

/* The lines that one entry of a traceback prints. */
BUILTIN(machine_traceback_entry)
{
    UNUSED_ONE;
    if (!is_genuine(m, args[0], m->types.traceback))
        return NULL;
    struct buffer text = {0};
    traceback_print_entry(m, (const TracebackObject *)args[0], &text);
    Object *result = str_from_utf8(m, buffer_text(&text), text.len);
    buffer_free(&text);
    return result;
}

/* Where the program stands, `level` of its calls up; NULL outside of it. */
static const Frame *caller(const Machine *m, Object *level)
{
    int overflow;
    int64_t n = int_as_i64(level, &overflow);
    const Frame *f = m->frame;
    while (f && (frame_is_library(f) || n-- > 1))
        f = f->previous;
    return f;
}

BUILTIN(machine_caller_function)
{
    UNUSED_ONE;
    const Frame *f = caller(m, args[0]);
    return newref(f ? f->code->name : m->none);
}

/* (file, line, globals, code) */
BUILTIN(machine_caller_place)
{
    UNUSED_ONE;
    const Frame *f = caller(m, args[0]);
    if (!f) {
        Object *one = int_from_i64(m, m->profile->line_of_nowhere),
               *file = str_from_ascii(m, m->profile->file_of_nowhere);
        Object *place = one && file ? tuple_pack(m, 4, file, one, m->sys_dict, m->none) : NULL;
        xdecref(m, one);
        xdecref(m, file);
        return place;
    }
    Object *line = int_from_i64(m, f->code->positions[frame_instruction(f)].line);
    Object *place =
        line ? tuple_pack(m, 4, f->code->filename, line, f->globals, (Object *)f->code) : NULL;
    xdecref(m, line);
    return place;
}

static Object *run_text(Machine *m, Object *const *args, enum compile_mode mode,
                        const char *filename)
{
    struct compile_options options = {.library = true, .counted = true};
    struct buffer text = {0};
    m->gc.unsure = true; /* CPython's compiler allocates */
    str_to_utf8(args[0], &text);
    Object *code = compile_source(m, filename, buffer_text(&text), text.len, mode, &options);
    buffer_free(&text);
    Frame *frame = code ? frame_push(m, (CodeObject *)code, NULL, args[1]) : NULL;
    xdecref(m, code);
    if (!frame)
        return NULL;
    frame->locals = newref(args[2]);
    frame->names_apart = args[1] != args[2];
    frame->previous = m->frame;
    frame->entry = true;
    m->frame = frame;
    return eval_frame(m, frame);
}

/* Runs a text that was made for the program, as exec() would: run_source(text, globals, locals) or
 * run_source(text, globals, locals, name): it shows in tracebacks by that, or as "<string>". */
BUILTIN(machine_run_source)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "run_source", nargs, 3, 4))
        return NULL;
    return run_text(m, args, COMPILE_EXEC,
                    nargs > 3 ? ((const StrObject *)args[3])->data : "<string>");
}

/* An expression's value: evaluate(text, globals, locals). */
BUILTIN(machine_evaluate)
{
    UNUSED_SELF;
    (void)kwnames;
    return arg_check_positional(m, "evaluate", nargs, 3, 3)
               ? run_text(m, args, COMPILE_EVAL, "<string>")
               : NULL;
}

static int mark(Type *type, unsigned flag)
{
    type->tp_flags = (type->tp_flags & ~(unsigned)(TYPE_SEQUENCE | TYPE_MAPPING)) | flag;
    for (int i = 0; i < type->nsubclasses; i++)
        mark(type->subclasses[i], flag);
    return 0;
}

/* union(a, b): a | b, of types or aliases of types. */
BUILTIN(machine_union)
{
    UNUSED_SELF;
    (void)kwnames;
    return arg_check_positional(m, "union", nargs, 2, 2) ? union_or(m, args[0], args[1]) : NULL;
}

/* What `case [...]` and `case {...}` take: mark_collection(cls, "sequence" or "mapping" or
 * None). */
BUILTIN(machine_mark_collection)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "mark_collection", nargs, 2, 2))
        return NULL;
    mark((Type *)args[0], args[1] == m->none                      ? 0
                          : str_equals_ascii(args[1], "sequence") ? TYPE_SEQUENCE
                                                                  : TYPE_MAPPING);
    return newref(m->none);
}

/* What is made from here on CPython's C keeps without containers: they are not what is counted. */
BUILTIN(machine_uncounted)
{
    UNUSED_SELF;
    (void)args;
    (void)nargs;
    (void)kwnames;
    m->gc.unsure = true;
    return newref(m->none);
}

/* A class whose instances the collector need not know, as CPython's, in C, are none of its own, and
 * how many bytes those take: untracked(cls, size), before there are any.  Those of classes derived
 * from it are tracked. */
BUILTIN(machine_untracked)
{
    UNUSED_SELF;
    (void)kwnames;
    int overflow;
    if (!arg_check_positional(m, "untracked", nargs, 2, 2))
        return NULL;
    Type *type = (Type *)args[0];
    type->tp_flags &= ~(unsigned)TYPE_GC;
    type->tp_basicsize = (ssize_t)int_as_i64(args[1], &overflow);
    return newref(type);
}

static void mark_counted(Machine *m, Object *o)
{
    if (is_exact(m, o, function)) {
        mark_counted(m, ((FunctionObject *)o)->code);
    } else if (is_exact(m, o, code)) {
        CodeObject *code = (CodeObject *)o;
        code->flags |= CODE_COUNTED;
        for (ssize_t i = 0; i < tuple_size(code->consts); i++)
            mark_counted(m, tuple_item(code->consts, i));
    } else if (o->type == m->types.classmethod || o->type == m->types.staticmethod) {
        mark_counted(m, wrapper_callable(o));
    } else if (is_exact(m, o, property)) {
        Object *get, *set;
        property_functions(o, &get, &set);
        if (get)
            mark_counted(m, get);
        if (set)
            mark_counted(m, set);
    }
}

/* A function of the library allocates what CPython's does, in its order, and so do those in it; of
 * a class, all its methods do. */
BUILTIN(machine_counted)
{
    UNUSED_ONE;
    if (!is_type(args[0])) {
        mark_counted(m, args[0]);
        return newref(args[0]);
    }
    Object *values = sequence_list(m, ((Type *)args[0])->tp_dict);
    for (ssize_t i = 0; values && i < list_size(values); i++)
        mark_counted(m, dict_get(m, ((Type *)args[0])->tp_dict, list_item(values, i)));
    xdecref(m, values);
    return values ? newref(args[0]) : NULL;
}

/* parse_tree(text, file, mode): what ast.dump would say of it. */
BUILTIN(machine_parse_tree)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "parse_tree", nargs, 3, 3))
        return NULL;
    enum compile_mode mode = str_equals_ascii(args[2], "eval")     ? COMPILE_EVAL
                             : str_equals_ascii(args[2], "single") ? COMPILE_SINGLE
                                                                   : COMPILE_EXEC;
    struct buffer text = {0}, file = {0};
    str_to_utf8(args[0], &text);
    str_to_utf8(args[1], &file);
    Object *tree = compile_source_tree(m, buffer_text(&file), buffer_text(&text), text.len, mode);
    buffer_free(&text);
    buffer_free(&file);
    return tree;
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

/* A text on standard error. */
BUILTIN(machine_complain)
{
    UNUSED_ONE;
    struct buffer text = {0};
    str_to_utf8(args[0], &text);
    warn_write(m, buffer_text(&text), text.len);
    buffer_free(&text);
    return newref(m->none);
}

/* asyncio's debug mode: coroutines would keep where they come from. */
BUILTIN(machine_watch_origins)
{
    UNUSED_ONE;
    m->origins_wanted = args[0] == m->true_;
    return newref(m->none);
}

BUILTIN(machine_refuse)
{
    UNUSED_ONE;
    return error_not_simulated(m, "%U", args[0]);
}

/* os._exit(): of the status the last eight bits. */
BUILTIN(machine_exit_at_once)
{
    UNUSED_ONE;
    int status;
    if (int_as_c_int(m, args[0], &status)) {
        output_lose(m);
        run_end_at_once(m, status & 0xff);
    }
    return NULL;
}

/* What stands under __doc__ for one that CPython documents, None for what is the program's. */
BUILTIN(machine_docstring)
{
    UNUSED_ONE;
    return type_doc_is_known(m, args[0]) ? newref(m->none) : docstring_elsewhere(m);
}

/* Is it one of CPython's own types, though perhaps a class in Python here? */
BUILTIN(machine_is_in_c)
{
    UNUSED_ONE;
    const Type *type = (const Type *)args[0];
    return newref(bool_of(m, !(type->tp_flags & TYPE_HEAP) || strchr(type->tp_name, '.')));
}

static const MethodDef machine_methods[] = {
    {"caller_globals", machine_caller_globals, METH_NOARGS, "The namespace of the program's code."},
    {"weak", machine_weak, METH_O, "weakref.ref(o), without the module."},
    {"file_time", machine_file_time, METH_NOARGS,
     "What files are stamped with: nanoseconds, at which no program has looked."},
    {"caller_name", machine_caller_name, METH_FASTCALL, "The name of the module that called."},
    {"calling_module", machine_calling_module, METH_O, "Whose code calls, some calls up."},
    {"caller_function", machine_caller_function, METH_O, "The name of what called."},
    {"caller_place", machine_caller_place, METH_O, "File, line, globals and code."},
    {"code_text", machine_code_text, METH_O, "The text of a code object's or module's file."},
    {"frame_position", machine_frame_position, METH_O, "Lines and columns."},
    {"traceback_position", machine_traceback_position, METH_O, "Lines and columns."},
    {"traceback_entry", machine_traceback_entry, METH_O, "What it prints."},
    {"docstring", machine_docstring, METH_O, "What passes for CPython's docstring, or None."},
    {"complain", machine_complain, METH_O, "Prints on standard error."},
    {"format_exception", machine_format_exception, METH_FASTCALL, "What an exception prints."},
    {"script", machine_script, METH_NOARGS, "What was started: its name, its path."},
    {"compile_shown", machine_compile_shown, METH_FASTCALL, "A statement; tracebacks show it."},
    {"source_text", machine_source_text, METH_O, "The text of the program."},
    {"source_line", machine_source_line, METH_FASTCALL,
     "A line of a code object's file, stripped."},
    {"evaluate", machine_evaluate, METH_FASTCALL, "eval()."},
    {"union", machine_union, METH_FASTCALL, NULL},
    {"mark_collection", machine_mark_collection, METH_FASTCALL, NULL},
    {"share_marks", machine_share_marks, METH_FASTCALL, NULL},
    {"counted", machine_counted, METH_O, "Allocates as CPython's does."},
    {"uncounted", machine_uncounted, METH_NOARGS, "What comes is not counted as in CPython."},
    {"untracked", machine_untracked, METH_FASTCALL, "The collector ignores its instances."},
    {"parse_tree", machine_parse_tree, METH_FASTCALL, "A text as the text of a tree."},
    {"is_in_c", machine_is_in_c, METH_O, "Is the class in C there?"},
    {"exit_at_once", machine_exit_at_once, METH_O, "Ends the program: nothing is called any more."},
    {"watch_origins", machine_watch_origins, METH_O, "Do coroutines keep where they come from?"},
    {"refuse", machine_refuse, METH_O, "Ends the program: this is not simulated."},
    {"run_source", machine_run_source, METH_FASTCALL, "exec()."},
    {NULL, NULL, 0, NULL},
};

static int machine_exec(Machine *m, Object *dict)
{
    return module_add_type(m, dict, m->types.guard) < 0
               ? -1
               : module_add(m, dict, "ref", newref(m->types.weakref));
}

const ModuleSpec machine_module = {
    .name = "_machine", .hidden = true, .methods = machine_methods, .exec = machine_exec};
