/* _machine: what the modules written in Python ask of the machine.  The program cannot import it. */
#include "builtins.h"

#include "../caret.h"
#include "../code.h"
#include "../frame.h"
#include "../hush.h"

#include <pyviz/base/buffer.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>

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

/* What an exception would print; hushed, since the text grows in the host's memory meanwhile. */
BUILTIN(machine_format_exception)
{
    UNUSED_ONE;
    struct Hush hush;
    struct buffer text = {0};
    bool chain = args[1] == m->true_;
    hush_begin(m, &hush, true);
    if (chain)
        error_print(m, args[0], &text);
    else
        error_print_alone(m, args[0], &text);
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
    if (!module || !is_exact(m, module, module) || ((ModuleObject *)module)->dict != m->main_dict)
        return newref(m->empty_str);
    return str_from_utf8(m, m->source.text, m->source.len);
}

BUILTIN(machine_source_line)
{
    UNUSED_ONE;
    int overflow;
    size_t len = 0;
    int n = (int)int_as_i64(args[1], &overflow);
    const CodeObject *code = (const CodeObject *)args[0];
    const char *line = code->source ? caret_line(code->source, n, &len) : "";
    while (len && (*line == ' ' || *line == '\t'))
        line++, len--;
    return str_from_utf8(m, line, len);
}

static const MethodDef machine_methods[] = {
    {"caller_globals", machine_caller_globals, METH_NOARGS, "The namespace of the program's code."},
    {"caller_name", machine_caller_name, METH_NOARGS, "The name of the module that called."},
    {"format_exception", machine_format_exception, METH_FASTCALL, "What an exception prints."},
    {"source_text", machine_source_text, METH_O, "The text of the program."},
    {"source_line", machine_source_line, METH_FASTCALL, "A line of a code object's file, stripped."},
    {NULL, NULL, 0, NULL},
};

extern const ModuleSpec machine_module;
const ModuleSpec machine_module = {.name = "_machine", .methods = machine_methods};
