/* Tracebacks, and how an uncaught exception is printed: Python/traceback.c, Python/pythonrun.c. */
#include <pyviz/base/utf8.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/heap.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "caret.h"
#include "exceptions.h"
#include "frame.h"
#include "specs.h"
#include "suggest.h"

#include <string.h>

/* ---- traceback objects ----------------------------------------------------------------------- */

static void traceback_dealloc(Machine *m, Object *o)
{
    TracebackObject *tb = (TracebackObject *)o;
    gc_untrack(m, o);
    clear_ref(m, tb->next);
    clear_ref(m, tb->code);
    object_free(m, o, 48);
}

static int traceback_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    TracebackObject *tb = (TracebackObject *)o;
    int r = tb->next ? visit(m, tb->next, arg) : 0;
    return r ? r : visit(m, tb->code, arg);
}

const TypeSpec traceback_spec = {
    .name = "traceback",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = 48,
    .size = sizeof(TracebackObject),
    .slots = {.tp_dealloc = traceback_dealloc, .tp_traverse = traceback_traverse},
};

void traceback_add(Machine *m, struct Frame *frame)
{
    if (m->refusing || !m->exception)
        return;
    Object *pending = error_fetch(m);
    TracebackObject *tb = object_new(m, m->types.traceback, sizeof *tb, 48);
    if (tb) {
        ExceptionObject *e = (ExceptionObject *)pending;
        tb->code = newref(frame->code);
        tb->instruction = frame_instruction(frame);
        tb->line = frame->code->positions[tb->instruction].line;
        tb->next = e->traceback;
        e->traceback = (Object *)tb;
        gc_track(m, (Object *)tb);
        if (!tb->next)
            EMIT(m, RAISE, pending);
    } else {
        error_clear(m);
    }
    error_restore(m, pending);
}

void error_locate_refusal(Machine *m)
{
    const Frame *f = m->frame;
    if (!f)
        return;
    struct pos pos = f->code->positions[frame_instruction(f)];
    size_t length;
    const char *line = caret_line(m, pos.line, &length);
    m->refusal.line = pos.line;
    m->refusal.col = (int)utf8_length(line, (size_t)pos.col < length ? (size_t)pos.col : length) + 1;
    m->refusal.end_col =
        pos.end_line == pos.line && (size_t)pos.end_col <= length
            ? (int)utf8_length(line, (size_t)pos.end_col) + 1
            : (int)utf8_length(line, length) + 1;
}

/* ---- printing -------------------------------------------------------------------------------- */

enum { REPEATS_SHOWN = 3 };

static bool same_place(const TracebackObject *a, const TracebackObject *b)
{
    return a && b && a->code == b->code && a->line == b->line;
}

static void print_repeats(struct buffer *out, int count)
{
    int hidden = count - REPEATS_SHOWN;
    if (hidden > 0)
        buffer_printf(out, "  [Previous line repeated %d more time%s]\n", hidden,
                      hidden == 1 ? "" : "s");
}

static void print_frame(Machine *m, const TracebackObject *tb, struct buffer *out)
{
    const CodeObject *code = (const CodeObject *)tb->code;
    buffer_puts(out, "  File \"");
    str_to_utf8(code->filename, out);
    buffer_printf(out, "\", line %d, in ", tb->line);
    str_to_utf8(m->profile->traceback_qualnames ? code->qualname : code->name, out);
    buffer_putc(out, '\n');
    caret_print(m, code->positions[tb->instruction], out);
}

void traceback_print(Machine *m, Object *traceback, struct buffer *out)
{
    const TracebackObject *last = NULL;
    int count = 0;
    buffer_puts(out, "Traceback (most recent call last):\n");
    for (const TracebackObject *tb = (TracebackObject *)traceback; tb;
         tb = (TracebackObject *)tb->next) {
        if (!same_place(last, tb)) {
            print_repeats(out, count);
            last = tb;
            count = 0;
        }
        if (++count <= REPEATS_SHOWN)
            print_frame(m, tb, out);
    }
    print_repeats(out, count);
}

/* The module is left out for __main__ and builtins. */
static void print_type(const Type *type, struct buffer *out)
{
    if (type->ht_qualname)
        str_to_utf8(type->ht_qualname, out);
    else
        buffer_puts(out, type->tp_name);
}

/* "KeyError: 'x'": the type, and str() of the exception if it is not empty. */
static void print_exception_line(Machine *m, Object *exception, struct buffer *out)
{
    Object *pending = error_fetch(m), *text = object_str(m, exception);
    print_type(exception->type, out);
    if (!text) {
        error_clear(m);
        buffer_puts(out, ": <exception str() failed>");
    } else if (str_len(text)) {
        buffer_puts(out, ": ");
        str_to_utf8(text, out);
        suggest_print(m, (ExceptionObject *)exception, out);
    }
    buffer_putc(out, '\n');
    xdecref(m, text);
    error_restore(m, pending);
}

static void print_chain(Machine *m, Object *exception, struct buffer *out, int depth)
{
    enum { DEPTH_LIMIT = 100 };
    const ExceptionObject *e = (const ExceptionObject *)exception;
    Object *before = e->cause ? e->cause : e->suppress_context ? NULL : e->context;
    if (before && depth < DEPTH_LIMIT) {
        print_chain(m, before, out, depth + 1);
        buffer_puts(out, e->cause ? "\nThe above exception was the direct cause of the following "
                                    "exception:\n\n"
                                  : "\nDuring handling of the above exception, another exception "
                                    "occurred:\n\n");
    }
    if (e->traceback)
        traceback_print(m, e->traceback, out);
    print_exception_line(m, exception, out);
}

/* Runs on the host's side of a finished machine too: nothing is emitted, everything is read. */
void error_print(Machine *m, Object *exception, struct buffer *out)
{
    print_chain(m, exception, out, 0);
}
