#include "what_if.h"

#include <pyviz/lang/symtable.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/heap.h>

#include <string.h>

#include "compile_source.h"
#include "eval.h"

/* The text as the code's source, in the region, for good. */
static struct SourceText *keep_text(Machine *m, const char *text)
{
    size_t n = strlen(text);
    struct SourceText *kept = heap_alloc(m, sizeof *kept + n + sizeof "\n");
    if (!kept)
        return error_no_memory(m);
    char *copy = (char *)(kept + 1);
    memcpy(copy, text, n);
    memcpy(copy + n, "\n", sizeof "\n"); /* a prompt's compound statements end with one */
    *kept = (struct SourceText){machine_what_if_name, copy, n + 1};
    return kept;
}

/* Where its names live: in the module's or the class's namespace, in the function's variables; new
 * ones of a function in a dict beside, which is no lesson. */
static Object *scope_of(Machine *m, Frame *f)
{
    if (f->locals)
        return newref(f->locals);
    if (!f->snapshot && !(f->snapshot = dict_new(m)))
        return NULL;
    f->snapshot->flags |= OBJECT_QUIET;
    Object *frame = frame_object(m, f);
    return frame ? frame_locals_proxy(m, frame) : NULL;
}

int what_if_run(Machine *m, Frame *f)
{
    const struct SourceText *text = keep_text(m, machine_control(m)->what_if[m->what_ifs++].text);
    if (!text)
        return -1;
    struct compile_options options = {.text = text,
                                      .future = (unsigned)f->code->flags & FUTURE_ALL};
    Object *code = compile_source(m, text->name, text->text, text->len, COMPILE_SINGLE, &options);
    Object *scope = code ? scope_of(m, f) : NULL;
    Object *result = scope ? eval_code(m, code, f->globals, scope, NULL) : NULL;
    xdecref(m, scope);
    xdecref(m, code);
    xdecref(m, result);
    return result ? 0 : -1;
}
