#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/heap.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/modules.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "frame.h"

#include "generator.h"
#include "specs.h"
#include "stand_in.h"
#include "trace.h"

#include <string.h>

/* A chunk of the data stack: Include/internal/pycore_pystate.h: _PyStackChunk. */
struct DataStack {
    struct DataStack *previous;
    size_t used, size;
    char data[] __attribute__((aligned(16)));
};

enum { CHUNK_SIZE = 16 * 1024 };

static void *datastack_take(Machine *m, size_t n)
{
    struct DataStack *d = m->datastack;
    if (!d || d->size - d->used < n) {
        size_t size = n > CHUNK_SIZE ? n : CHUNK_SIZE;
        d = heap_alloc(m, sizeof *d + size);
        if (!d)
            return NULL;
        d->size = size;
        d->previous = m->datastack;
        m->datastack = d;
    }
    void *p = d->data + d->used;
    d->used += n;
    return p;
}

void frame_release(Machine *m, Frame *f)
{
    struct DataStack *d = m->datastack;
    d->used = (size_t)((char *)f - d->data);
    if (d->used == 0 && d->previous) {
        m->datastack = d->previous;
        heap_free(m, d);
    }
}

Object *frame_builtins(Machine *m, Object *globals)
{
    Object *found = dict_get_str(m, globals, m->id.__builtins__);
    if (found && found->type == m->types.module)
        found = ((ModuleObject *)found)->dict;
    return found && is_dict(found) ? found : m->frame ? m->frame->builtins : m->builtins_dict;
}

/* A call is seen at its def; what can wait before its first statement has its own first line. */
static int line_at_start(const CodeObject *code)
{
    int waits = CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR;
    return code->flags & waits ? code->positions[0].line : code->firstlineno;
}

/* Whose allocations will be counted: the program's; those of the library as CPython's would be. */
static void frame_note_allocations(Machine *m, const Frame *f, bool begins)
{
    if (!(f->code->flags & CODE_LIBRARY))
        stand_in_interrupt(m);
    else if (f->code->flags & CODE_OF_C && begins)
        stand_in_begin(m, f);
    else if (!(f->code->flags & CODE_COUNTED) && !m->gc.stand_in.frame)
        m->gc.unsure = true;
}

Frame *frame_push(Machine *m, CodeObject *code, FunctionObject *function, Object *globals)
{
    size_t bytes = (frame_bytes(code) + 15) & ~(size_t)15;
    Frame *f = datastack_take(m, bytes);
    if (!f) {
        xdecref(m, function);
        return NULL;
    }
    memset(f, 0, sizeof *f + (size_t)code->nlocalsplus * sizeof(Object *));
    f->code = (CodeObject *)newref(code);
    f->function = function;
    f->globals = globals;
    f->builtins = function ? function->builtins : frame_builtins(m, globals);
    f->next = code->code;
    f->top = f->slot + code->nlocalsplus;
    f->line = line_at_start(code);
    f->nth = ++code->calls;
    f->entered = machine_pace(m);
    frame_statement(m, f);
    bool begins = !(code->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR));
    if (m->hush)
        m->calls_unseen += code->source == &m->source;
    else
        frame_note_allocations(m, f, begins);
    code->warmth += begins;
    if ((m->gc.traced && begins) || (m->gc.framed && !m->frame))
        frame_trace(m, f);
    return f;
}

/* A frame that a trace function is told of has an object; the module's had one before it
 * counted. */
void frame_trace(Machine *m, Frame *f)
{
    int count = m->gc.count[0];
    if (!m->frame)
        m->gc.count[0] = 0; /* nor shall this one bring the collector now */
    if (!frame_object(m, f))
        error_clear(m);
    if (!m->frame)
        m->gc.count[0] = count;
}

void frame_trace_exception(Machine *m)
{
    error_make(m);
    Object *pending = error_fetch(m), *told = m->refusing ? NULL : tuple_new(m, 3);
    if (told)
        decref(m, told);
    error_restore(m, pending);
}

/* ---- locals() -------------------------------------------------------------------------------- */

bool frame_slot_is_cell(Machine *m, const Frame *f, int slot)
{
    const CodeObject *code = f->code;
    const Object *value = f->slot[slot];
    if (!value || !is_exact(m, value, cell))
        return false;
    if (slot >= code->nlocalsplus - code->nfreevars)
        return true;
    for (int i = 0; i < code->size; i++)
        if (code->code[i] == INSTRUCTION(OP_MAKE_CELL, slot))
            return true;
    return false; /* a variable that refers to a cell */
}

/* Sets or deletes one name as its slot is, looked up in its cell if it is one.  0 or -1. */
static int show_slot(Machine *m, Object *names, const Frame *f, int slot)
{
    Object *name = tuple_item(f->code->localsplusnames, slot), *value = f->slot[slot];
    if (frame_slot_is_cell(m, f, slot))
        value = ((CellObject *)value)->value;
    if (value)
        return dict_set(m, names, name, value);
    int there = dict_contains(m, names, name);
    return there > 0 ? dict_del(m, names, name) : there;
}

Object *frame_locals(Machine *m, Frame *f)
{
    if (f->locals)
        return newref(f->locals);
    bool anew = m->profile->locals_is_snapshot;
    Object *names = f->snapshot && !anew ? newref(f->snapshot) : dict_new(m);
    for (int i = 0; names && i < f->code->nlocalsplus; i++)
        if (show_slot(m, names, f, i) < 0)
            clear_ref(m, names);
    if (names && !f->snapshot && !anew)
        f->snapshot = newref(names);
    if (names && f->snapshot && anew && dict_update(m, names, f->snapshot) < 0)
        clear_ref(m, names);
    return names;
}

/* Python's own cells of a class body, and ours, are no variables of comprehensions. */
static bool is_hidden_name(const Object *name)
{
    return !str_equals_ascii(name, "__class__") && !str_equals_ascii(name, "__classdict__") &&
           str_len(name) && str_at(name, 0) != '.';
}

/* The variables of comprehensions that are part of the code of a module or class, where they are
 * set. */
static Object *hidden_locals(Machine *m, const Frame *f)
{
    Object *names = dict_new(m);
    int n = f->code->nlocalsplus - f->code->nfreevars;
    for (int i = 0; names && i < n; i++)
        if (f->slot[i] && is_hidden_name(tuple_item(f->code->localsplusnames, i)) &&
            show_slot(m, names, f, i) < 0)
            clear_ref(m, names);
    return names;
}

static bool has_hidden_locals(Machine *m, const Frame *f)
{
    int n = f->code->nlocalsplus - f->code->nfreevars;
    if (!f->locals || !m->profile->comprehensions_inlined)
        return false;
    for (int i = 0; i < n; i++)
        if (f->slot[i] && is_hidden_name(tuple_item(f->code->localsplusnames, i)))
            return true;
    return false;
}

Object *frame_locals_shown(Machine *m, Frame *f)
{
    if (!has_hidden_locals(m, f))
        return frame_locals(m, f);
    Object *hidden = hidden_locals(m, f);
    if (!hidden || m->profile->locals_is_snapshot)
        return hidden;
    Object *all = dict_new(m);
    if (all && (dict_update(m, all, f->locals) < 0 || dict_update(m, all, hidden) < 0))
        clear_ref(m, all);
    decref(m, hidden);
    return all;
}

void frame_mark_handled(const Frame *f)
{
    for (int i = 0; !f->code->body && i < f->code->nlocalsplus; i++)
        if (f->slot[i])
            f->slot[i]->flags |= OBJECT_HANDLED;
}

static void clear_slots(Machine *m, Frame *f)
{
    frame_note_handled(f);
    for (int i = 0; i < f->code->nlocalsplus; i++) {
        Object *o = f->slot[i];
        if (!o)
            continue;
        f->slot[i] = NULL;
        if (frame_is_library(f))
            decref(m, o); /* that one held it, nobody has seen */
        else
            let_go(m, NULL, o);
    }
}

/* The frame that called, as far as the program knows: the library's own are left out. */
static Frame *frame_caller(const Frame *f)
{
    Frame *caller = f->previous;
    if (frame_is_library(f))
        return caller; /* nobody asks one of these; and they may be many */
    while (caller && frame_is_library(caller))
        caller = caller->previous;
    return caller;
}

/* Somebody, a traceback perhaps, still refers to the frame that ends: its object takes over what it
 * holds, and refers to the caller's from now on.  false if nobody does.
 * Python/frame.c: take_ownership. */
static bool give_to_object(Machine *m, Frame *f)
{
    FrameObject *o = f->object;
    f->object = NULL;
    if (o->ob_base.refcnt == 1) {
        decref(m, o);
        return false;
    }
    size_t n = sizeof *f + (size_t)f->code->nlocalsplus * sizeof(Object *);
    Frame *own = heap_try_alloc(m, n);
    if (!own) { /* the locals go; what is left is a frame without them */
        o->frame = NULL;
        o->code = newref(f->code); /* tracebacks count on it */
        decref(m, o);
        return false;
    }
    memcpy(own, f, n);
    if (f->generator && !m->profile->generator_forgets_caller)
        incref(own->code);
    own->top = own->slot + own->code->nlocalsplus;
    own->previous = NULL;
    own->generator = NULL;
    o->frame = own;
    o->owns = true;
    if (!f->function) {
        o->globals = newref(f->globals);
        o->builtins = newref(f->builtins);
        o->code = newref(f->code);
    }
    Frame *caller = f->previous;
    if (!caller || !(caller->code->flags & CODE_KEPT))
        caller = frame_caller(f);
    if (caller && (o->back = frame_object(m, caller)))
        incref(o->back);
    gc_track(m, (Object *)o);
    decref(m, o);
    return true;
}

static void clear_stack(Machine *m, Frame *f)
{
    while (f->top > f->slot + f->code->nlocalsplus) {
        Object *o = *--f->top;
        xdecref(m, o);
    }
}

void frame_clear_locals(Machine *m, Frame *f)
{
    clear_stack(m, f);
    clear_slots(m, f);
    clear_ref(m, f->locals);
    clear_ref(m, f->snapshot);
}

/* Since 3.12 the code of a generator's frame becomes the generator's when the frame ends. */
static bool gives_code_back(const Machine *m, const Frame *f)
{
    return f->generator && !m->profile->generator_forgets_caller;
}

/* Python/frame.c: _PyFrame_ClearExceptCode: the value stack is empty by now; locals in order. */
void frame_clear(Machine *m, Frame *f)
{
    clear_stack(m, f);
    frame_note_handled(f);
    stand_in_end(m, f);
    if (f->code->flags & CODE_OF_C)
        clear_slots(m, f); /* no traceback holds what a function of C was given */
    if (f->object && give_to_object(m, f))
        return;
    frame_clear_locals(m, f);
    clear_ref(m, f->function);
    if (gives_code_back(m, f))
        f->code = NULL;
    else
        clear_ref(m, f->code);
}

void frame_pop(Machine *m, Frame *f)
{
    const Frame *outer = m->leaving;
    machine_step_over(m, f->entered);
    m->leaving = f;
    frame_clear(m, f);
    m->leaving = outer;
    frame_release(m, f);
}

int frame_traverse(Machine *m, Frame *f, visitproc visit, void *arg)
{
    int stop = VISIT((Object *)f->code, (Object *)f->function, f->locals, f->snapshot,
                     (Object *)f->object);
    if (stop)
        return stop;
    for (Object **slot = f->slot; slot < f->top; slot++) {
        int r = *slot ? visit(m, *slot, arg) : 0;
        if (r)
            return r;
    }
    return 0;
}

/* ---- frame objects ----------------------------------------------------------------------------
 */

static size_t frame_object_bytes(const Machine *m, const CodeObject *code)
{
    return (size_t)m->profile->frame_object_size +
           (size_t)(code->nlocalsplus + code->co_stacksize) * 8;
}

Object *frame_object(Machine *m, Frame *f)
{
    if (f->object)
        return (Object *)f->object;
    Object *pending = error_fetch(m); /* a collection may begin here */
    FrameObject *o = object_new(m, m->types.frame, sizeof *o, frame_object_bytes(m, f->code));
    if (!o) {
        xdecref(m, pending);
        return NULL;
    }
    error_restore(m, pending);
    o->bytes = frame_object_bytes(m, f->code);
    if (f->object) { /* a callback of that collection has asked for the frame, too */
        decref(m, o);
        return (Object *)f->object;
    }
    o->frame = f;
    f->object = o;
    return (Object *)o;
}

static void frame_object_dealloc(Machine *m, Object *self)
{
    FrameObject *o = (FrameObject *)self;
    Frame *f = o->owns ? o->frame : NULL;
    gc_untrack(m, self);
    clear_ref(m, o->globals);
    clear_ref(m, o->builtins);
    clear_ref(m, o->code);
    if (f) {
        clear_ref(m, f->function);
        clear_ref(m, f->locals);
        clear_ref(m, f->snapshot);
        clear_slots(m, f);
        clear_ref(m, f->code);
        heap_free(m, f);
    }
    clear_ref(m, o->back);
    clear_ref(m, o->trace);
    object_free(m, self, o->bytes);
}

static int frame_object_clear(Machine *m, Object *self)
{
    FrameObject *o = (FrameObject *)self;
    if (o->owns) {
        clear_slots(m, o->frame);
        clear_ref(m, o->frame->locals);
    }
    return 0;
}

static int frame_object_traverse(Machine *m, Object *self, visitproc visit, void *arg)
{
    FrameObject *o = (FrameObject *)self;
    int r = VISIT(o->back, o->trace, o->globals, o->builtins, o->code);
    return r || !o->owns ? r : frame_traverse(m, o->frame, visit, arg);
}

#define FRAME_OF(f, self)                                                                          \
    Frame *f = ((FrameObject *)(self))->frame;                                                     \
    if (!f)                                                                                        \
    return error_no_memory(m) /* there was none to keep it in */

static Object *frame_object_repr(Machine *m, Object *self)
{
    FRAME_OF(f, self);
    return str_printf(m, "<frame at 0x%llx, file %R, line %d, code %U>",
                      (unsigned long long)self->address, f->code->filename, trace_line(f),
                      f->code->name);
}

static Object *get_code(Machine *m, Object *self)
{
    FRAME_OF(f, self);
    return newref(f->code);
}

static Object *get_globals(Machine *m, Object *self)
{
    FRAME_OF(f, self);
    return newref(f->globals);
}

static Object *get_builtins(Machine *m, Object *self)
{
    FRAME_OF(f, self);
    return newref(f->builtins);
}

static Object *get_lineno(Machine *m, Object *self)
{
    FRAME_OF(f, self);
    int line = trace_line(f);
    return line ? int_from_i64(m, line) : newref(m->none);
}

static Object *get_back(Machine *m, Object *self)
{
    const FrameObject *o = (FrameObject *)self;
    FRAME_OF(f, self);
    Object *back = o->back;
    Frame *caller = o->owns ? NULL : frame_caller(f);
    while (back && !caller && ((FrameObject *)back)->frame &&
           frame_is_library(((FrameObject *)back)->frame)) {
        o = (FrameObject *)back;
        back = o->back;
        caller = o->owns ? NULL : frame_caller(o->frame);
    }
    if (caller && !(back = frame_object(m, caller)))
        return NULL;
    return newref(back ? back : m->none);
}

static Object *get_locals(Machine *m, Object *self)
{
    FRAME_OF(f, self);
    return f->locals || !m->profile->locals_is_snapshot ? frame_locals(m, f)
                                                        : frame_locals_proxy(m, self);
}
#undef FRAME_OF

/* frame.clear(): a generator that waits ends by it up to 3.12, and may not be cleared since.
 * Objects/frameobject.c: frame_clear. */
static Object *clear_method(Machine *m, Object *self, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    FrameObject *o = (FrameObject *)self;
    struct GeneratorObject *g = o->owns || !o->frame ? NULL : o->frame->generator;
    if (o->frame && !o->owns && (!g || g->state == GENERATOR_EXECUTING))
        return error_set(m, EXC_RuntimeError, "cannot clear an executing frame");
    if (g && g->state == GENERATOR_SUSPENDED && m->profile->locals_is_snapshot)
        return error_set(m, EXC_RuntimeError, "cannot clear a suspended frame");
    if (g)
        generator_abandon(m, g);
    else
        frame_object_clear(m, self);
    return newref(m->none);
}

static ssize_t frame_object_sizeof(Machine *m, Object *self)
{
    const Frame *f = ((FrameObject *)self)->frame;
    return f ? (ssize_t)frame_object_bytes(m, f->code) : m->profile->frame_object_size;
}

static const MethodDef frame_object_methods[] = {
    {"clear", clear_method, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};
static const GetSetDef frame_object_getset[] = {
    {"f_back", get_back, NULL},
    {"f_builtins", get_builtins, NULL},
    {"f_code", get_code, NULL},
    {"f_globals", get_globals, NULL},
    {"f_lineno", get_lineno, NULL},
    {"f_locals", get_locals, NULL},
    {"f_trace", trace_get_function, trace_set_function},
    {"f_trace_lines", trace_get_lines, trace_set_lines},
    {"f_trace_opcodes", trace_get_opcodes, trace_set_opcodes},
    {NULL, NULL, NULL},
};

const TypeSpec frame_spec = {
    .name = "frame",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = 120,
    .size = sizeof(FrameObject),
    .methods = frame_object_methods,
    .getset = frame_object_getset,
    .slots =
        {
            .tp_dealloc = frame_object_dealloc,
            .tp_repr = frame_object_repr,
            .tp_traverse = frame_object_traverse,
            .tp_clear = frame_object_clear,
            .tp_sizeof = frame_object_sizeof,
        },
};
