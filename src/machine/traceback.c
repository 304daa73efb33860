/* Tracebacks, and how an uncaught exception is printed: Python/traceback.c, Python/pythonrun.c. */
#include <pyviz/base/utf8.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/heap.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "caret.h"
#include "exceptions.h"
#include "frame.h"
#include "specs.h"
#include "suggest.h"

#include <limits.h>
#include <string.h>

/* ---- traceback objects ----------------------------------------------------------------------- */

static void traceback_dealloc(Machine *m, Object *o)
{
    TracebackObject *tb = (TracebackObject *)o;
    bool owns_code = !tb->frame;
    gc_untrack(m, o);
    clear_ref(m, tb->next);
    clear_ref(m, tb->frame);
    if (owns_code)
        clear_ref(m, tb->code);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static int traceback_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    TracebackObject *tb = (TracebackObject *)o;
    return VISIT(tb->next, tb->frame ? tb->frame : tb->code);
}

static int traceback_clear(Machine *m, Object *o)
{
    TracebackObject *tb = (TracebackObject *)o;
    clear_ref(m, tb->next);
    if (tb->frame)
        incref(tb->code);
    clear_ref(m, tb->frame);
    return 0;
}

static Object *get_tb_next(Machine *m, Object *o)
{
    Object *next = ((TracebackObject *)o)->next;
    return newref(next ? next : m->none);
}

static int set_tb_next(Machine *m, Object *o, Object *value)
{
    if (!value || (value != m->none && !is_exact(m, value, traceback))) {
        if (value)
            error_set(m, EXC_TypeError, "expected traceback object, got '%s'", type_name(value));
        else
            error_set(m, EXC_TypeError, "can't delete tb_next attribute");
        return -1;
    }
    for (const Object *at = value; at != m->none && at; at = ((const TracebackObject *)at)->next)
        if (at == o) {
            error_set(m, EXC_ValueError, "traceback loop detected");
            return -1;
        }
    set_ref(m, ((TracebackObject *)o)->next, value == m->none ? NULL : newref(value));
    return 0;
}

static Object *get_tb_frame(Machine *m, Object *o)
{
    (void)m;
    return newref(((TracebackObject *)o)->frame);
}

static Object *get_tb_lineno(Machine *m, Object *o)
{
    return int_from_i64(m, ((TracebackObject *)o)->line);
}

static const GetSetDef traceback_getset[] = {
    {"tb_frame", get_tb_frame, NULL},
    {"tb_lineno", get_tb_lineno, NULL},
    {"tb_next", get_tb_next, set_tb_next},
    {NULL, NULL, NULL},
};

static Object *traceback_tp_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                                Object *kwnames)
{
    (void)type, (void)args, (void)nargs, (void)kwnames;
    return error_not_simulated(m, "a traceback that a program makes of its parts");
}

const TypeSpec traceback_spec = {
    .name = "traceback",
    .flags = TYPE_GC,
    .basicsize = 40,
    .size = sizeof(TracebackObject),
    .getset = traceback_getset,
    .slots = {.tp_dealloc = traceback_dealloc,
              .tp_new = traceback_tp_new,
              .tp_traverse = traceback_traverse,
              .tp_clear = traceback_clear},
};

bool traceback_note(Machine *m, Object *exception, struct Frame *frame)
{
    Object *holder = frame_object(m, frame);
    TracebackObject *tb = holder ? object_new(m, m->types.traceback, sizeof *tb,
                                              (size_t)m->types.traceback->tp_basicsize)
                                 : NULL;
    if (!tb) {
        error_clear(m);
        return false;
    }
    ExceptionObject *e = (ExceptionObject *)exception;
    tb->frame = newref(holder);
    tb->code = (Object *)frame->code;
    tb->instruction = frame_instruction(frame);
    tb->line = frame->code->positions[tb->instruction].line;
    if (m->profile->traceback_beside_exception && !e->under_way) {
        e->under_way = true;
        e->own_traceback = e->traceback;
        xincref(e->own_traceback);
    }
    tb->next = e->traceback;
    e->traceback = (Object *)tb;
    gc_track(m, (Object *)tb);
    return true;
}

void traceback_add(Machine *m, struct Frame *frame)
{
    if (m->refusing || !m->exception)
        return;
    Object *pending = error_fetch(m);
    bool first = ((ExceptionObject *)pending)->traceback == NULL;
    if (traceback_note(m, pending, frame) && first)
        EMIT(m, RAISE, pending);
    error_restore(m, pending);
}

void error_locate_refusal(Machine *m)
{
    const Frame *f = frame_of_program(m);
    if (!f)
        return;
    m->refusal.source = f->code->source;
    struct pos pos = f->code->positions[frame_instruction(f)];
    size_t length;
    const char *line = caret_line(f->code->source, pos.line, &length);
    m->refusal.line = pos.line;
    m->refusal.col =
        (int)utf8_length(line, (size_t)pos.col < length ? (size_t)pos.col : length) + 1;
    m->refusal.end_col = pos.end_line == pos.line && (size_t)pos.end_col <= length
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

/* What a library compiles for the program, a dataclass's methods, is as much the program's. */
static bool is_hidden(const CodeObject *code)
{
    return code->flags & CODE_LIBRARY && !str_equals_ascii(code->filename, "<string>");
}

/* Frames of the library are left out: what they do is no business of the program's reader. */
static void print_frame(Machine *m, const TracebackObject *tb, bool carets, struct buffer *out)
{
    const CodeObject *code = (const CodeObject *)tb->code;
    buffer_puts(out, "  File \"");
    str_to_utf8(code->filename, out);
    buffer_printf(out, "\", line %d, in ", tb->line);
    str_to_utf8(m->profile->traceback_qualnames ? code->qualname : code->name, out);
    buffer_putc(out, '\n');
    if (m->lines_gone)
        return;
    if (carets)
        caret_print(m, code->source, code->positions[tb->instruction], out);
    else
        caret_print_line(code->source, tb->line, out);
}

static int shown_entries(Object *traceback)
{
    int n = 0;
    for (const TracebackObject *tb = (TracebackObject *)traceback; tb;
         tb = (TracebackObject *)tb->next)
        n += !is_hidden((const CodeObject *)tb->code);
    return n;
}

/* How many entries are shown, the last ones: sys.tracebacklimit, else what Python/traceback.c has
 * for it, which printed them before 3.13. */
static int entry_limit(Machine *m)
{
    enum { PRINTED_BY_C = 1000 };
    int overflow;
    bool in_python = m->profile->uncaught_printed_in_python || m->traceback_formats;
    Object *name = str_intern_ascii(m, "tracebacklimit");
    Object *limit = name ? dict_get_str(m, m->sys_dict, name) : NULL;
    xdecref(m, name);
    if (!limit || !is_int(limit))
        return in_python ? INT_MAX : PRINTED_BY_C;
    int64_t n = int_as_i64(limit, &overflow);
    return n <= 0 && overflow <= 0 ? 0 : overflow || n > INT_MAX ? INT_MAX : (int)n;
}

static void print_stack(Machine *m, Object *traceback, bool carets, struct buffer *out)
{
    const TracebackObject *last = NULL;
    int count = 0, skip = shown_entries(traceback) - entry_limit(m);
    for (const TracebackObject *tb = (TracebackObject *)traceback; tb;
         tb = (TracebackObject *)tb->next) {
        if (is_hidden((const CodeObject *)tb->code) || skip-- > 0)
            continue;
        if (!same_place(last, tb)) {
            print_repeats(out, count);
            last = tb;
            count = 0;
        }
        if (++count <= REPEATS_SHOWN)
            print_frame(m, tb, carets, out);
    }
    print_repeats(out, count);
}

void traceback_print_entry(Machine *m, const TracebackObject *tb, struct buffer *out)
{
    if (!is_hidden((const CodeObject *)tb->code))
        print_frame(m, tb, true, out);
}

/* Nothing of it is the program's: unittest cuts all that away. */
static bool all_hidden(const Object *traceback)
{
    const TracebackObject *tb = (const TracebackObject *)traceback;
    while (tb && is_hidden((const CodeObject *)tb->code))
        tb = (const TracebackObject *)tb->next;
    return !tb;
}

void traceback_print(Machine *m, Object *traceback, bool carets, struct buffer *out)
{
    if (entry_limit(m) == 0 || (m->traceback_formats && all_hidden(traceback)))
        return;
    buffer_puts(out, "Traceback (most recent call last):\n");
    print_stack(m, traceback, carets, out);
}

/* The module is left out for __main__ and builtins. */
static void print_type(Machine *m, const Type *type, struct buffer *out)
{
    Object *module = type->ht_qualname ? dict_get_str(m, type->tp_dict, m->id.__module__) : NULL;
    if (module && !is_str(module)) {
        buffer_puts(out, "<unknown>.");
    } else if (module && !str_equal(module, m->id.__main__) && !str_equal(module, m->id.builtins)) {
        str_to_utf8(module, out);
        buffer_putc(out, '.');
    }
    if (type->ht_qualname)
        str_to_utf8(type->ht_qualname, out);
    else
        buffer_puts(out, type->tp_name);
}

/* "KeyError: 'x'": the type, and str() of the exception if it is not empty. */
static void print_exception_line(Machine *m, Object *exception, struct buffer *out)
{
    Object *pending = error_fetch(m);
    Object *text = exception_has_position(m, exception) ? exception_print_place(m, exception, out)
                                                        : object_str(m, exception);
    print_type(m, exception->type, out);
    if (!text)
        error_clear(m);
    struct buffer hint = {0};
    bool in_python = m->profile->uncaught_printed_in_python || m->traceback_formats;
    if (m->profile->traceback_suggests || !m->traceback_formats)
        suggest_print(m, (ExceptionObject *)exception, &hint);
    if (!text || str_len(text) || (hint.len && in_python))
        buffer_puts(out, ": ");
    if (text)
        str_to_utf8(text, out);
    else
        buffer_puts(out, "<exception str() failed>");
    buffer_append(out, hint.data, hint.len);
    buffer_free(&hint);
    buffer_putc(out, '\n');
    xdecref(m, text);
    error_restore(m, pending);
}

static void print_note(Machine *m, Object *note, struct buffer *out)
{
    Object *pending = error_fetch(m), *text = object_str(m, note);
    if (text)
        str_to_utf8(text, out);
    else
        buffer_puts(out, "<note str() failed>");
    if (!text)
        error_clear(m);
    buffer_putc(out, '\n');
    xdecref(m, text);
    error_restore(m, pending);
}

/* add_note()'s texts.  What somebody has put there that is no sequence is shown by its repr. */
static void print_notes(Machine *m, Object *exception, struct buffer *out)
{
    Object *dict = ((ExceptionObject *)exception)->dict, *key = str_intern_ascii(m, "__notes__");
    Object *notes = dict && key ? dict_get_str(m, dict, key) : NULL;
    xdecref(m, key);
    if (!notes || notes == m->none)
        return;
    if (!is_list(notes) && !is_tuple(notes)) {
        Object *pending = error_fetch(m), *text = object_repr(m, notes);
        if (text)
            str_to_utf8(text, out);
        else
            buffer_puts(out, "<__notes__ repr() failed>");
        buffer_putc(out, '\n');
        error_clear(m);
        xdecref(m, text);
        error_restore(m, pending);
        return;
    }
    ssize_t n = is_list(notes) ? list_size(notes) : tuple_size(notes);
    for (ssize_t i = 0; i < n; i++)
        print_note(m, is_list(notes) ? list_item(notes, i) : tuple_item(notes, i), out);
}

/* ---- chains and groups ----------------------------------------------------------------------- */

enum { GROUP_WIDTH = 15, GROUP_DEPTH = 10 }; /* what is shown of a group */

/* The exceptions printed in one go: none is printed twice as a cause or context.  Inside of a group
 * everything stands behind a margin. */
struct printing {
    struct buffer *out;
    Object **seen;
    size_t n, capacity;
    int depth;
    bool open; /* the frame around the last group is not closed yet */
};

static bool see(struct printing *p, Object *exception)
{
    for (size_t i = 0; i < p->n; i++)
        if (p->seen[i] == exception)
            return false;
    if (p->n == p->capacity) {
        p->capacity = p->capacity ? p->capacity * 2 : 16;
        p->seen = base_realloc(p->seen, p->capacity * sizeof *p->seen);
    }
    p->seen[p->n++] = exception;
    return true;
}

static void indent(const struct printing *p)
{
    for (int i = 0; i < 2 * p->depth; i++)
        buffer_putc(p->out, ' ');
}

/* Takes the text over, line by line behind the margin. */
static void emit_block(const struct printing *p, struct buffer *text, char margin)
{
    for (size_t at = 0; at < text->len;) {
        const char *line = text->data + at, *newline = memchr(line, '\n', text->len - at);
        size_t n = newline ? (size_t)(newline - line) + 1 : text->len - at;
        if (p->depth) {
            indent(p);
            buffer_putc(p->out, margin);
            buffer_putc(p->out, ' ');
        }
        buffer_append(p->out, line, n);
        at += n;
    }
    buffer_free(text);
}

static void print_single(Machine *m, struct printing *p, Object *exception)
{
    struct buffer text = {0};
    const ExceptionObject *e = (const ExceptionObject *)exception;
    if (e->traceback)
        traceback_print(m, e->traceback, true, &text);
    print_exception_line(m, exception, &text);
    print_notes(m, exception, &text);
    emit_block(p, &text, '|');
}

static void print_chain(Machine *m, struct printing *p, Object *exception);

static void print_item(Machine *m, struct printing *p, Object *items, ssize_t i)
{
    struct buffer text = {0};
    ssize_t hidden = tuple_size(items) - GROUP_WIDTH;
    indent(p);
    buffer_puts(p->out, i == 0 ? "+-+---------------- " : "  +---------------- ");
    if (i < GROUP_WIDTH)
        buffer_printf(p->out, "%zd ----------------\n", i + 1);
    else
        buffer_puts(p->out, "... ----------------\n");
    p->depth++;
    if (i < GROUP_WIDTH) {
        print_chain(m, p, tuple_item(items, i));
    } else {
        buffer_printf(&text, "and %zd more exception%s\n", hidden, hidden > 1 ? "s" : "");
        emit_block(p, &text, '|');
    }
}

/* Lib/traceback.py: TracebackException.format; Python/pythonrun.c: print_exception_group. */
static void print_group(Machine *m, struct printing *p, Object *group)
{
    struct buffer text = {0};
    const ExceptionObject *e = (const ExceptionObject *)group;
    Object *items = exception_group_items(group);
    bool top = p->depth == 0;
    p->depth += top;
    if (e->traceback) {
        buffer_puts(&text, "Exception Group Traceback (most recent call last):\n");
        emit_block(p, &text, top ? '+' : '|');
        text = (struct buffer){0};
        print_stack(m, e->traceback, true, &text);
    }
    print_exception_line(m, group, &text);
    print_notes(m, group, &text);
    emit_block(p, &text, '|');
    ssize_t n = tuple_size(items) <= GROUP_WIDTH ? tuple_size(items) : GROUP_WIDTH + 1;
    p->open = false;
    for (ssize_t i = 0; i < n; i++) {
        if (i == n - 1)
            p->open = true; /* it may be closed further in */
        print_item(m, p, items, i);
        if (i == n - 1 && p->open) {
            indent(p);
            buffer_puts(p->out, "+------------------------------------\n");
            p->open = false;
        }
        p->depth--;
    }
    p->depth -= top;
}

static void print_one(Machine *m, struct printing *p, Object *exception)
{
    struct buffer text = {0};
    if (p->depth > GROUP_DEPTH && exception_is_group(m, exception)) {
        buffer_printf(&text, "... (max_group_depth is %d)\n", GROUP_DEPTH);
        emit_block(p, &text, '|');
    } else if (exception_is_group(m, exception)) {
        print_group(m, p, exception);
    } else {
        print_single(m, p, exception);
    }
}

static Object *before(const Object *exception)
{
    const ExceptionObject *e = (const ExceptionObject *)exception;
    return e->cause ? e->cause : e->suppress_context ? NULL : e->context;
}

/* What the exception is a consequence of comes first; the whole chain may be long. */
static void print_chain(Machine *m, struct printing *p, Object *exception)
{
    size_t first = p->n, n = 1;
    if (!see(p, exception)) /* twice in a group: shown again, without its past */
        first = p->n, n = 0;
    for (Object *at = before(exception); n && at && see(p, at); n++)
        at = before(at);
    if (n == 0)
        print_one(m, p, exception);
    while (n) {
        Object *at = p->seen[first + --n];
        print_one(m, p, at);
        if (n) {
            struct buffer text = {0};
            buffer_puts(&text, ((ExceptionObject *)p->seen[first + n - 1])->cause
                                   ? "\nThe above exception was the direct cause of the following "
                                     "exception:\n\n"
                                   : "\nDuring handling of the above exception, another exception "
                                     "occurred:\n\n");
            emit_block(p, &text, '|');
        }
    }
}

/* Runs on the host's side of a finished machine too: nothing is emitted, everything is read. */
void error_print(Machine *m, Object *exception, struct buffer *out)
{
    struct printing p = {.out = out};
    print_chain(m, &p, exception);
    base_free(p.seen);
}

void error_print_alone(Machine *m, Object *exception, struct buffer *out)
{
    struct printing p = {.out = out};
    print_one(m, &p, exception);
    base_free(p.seen);
}
