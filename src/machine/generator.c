#include <pyviz/machine/errors.h>
#include <pyviz/machine/heap.h>
#include <pyviz/machine/str.h>

#include "eval.h"
#include "exceptions.h"
#include "generator.h"
#include "specs.h"

#include <string.h>

/* What CPython allocates: the generator and its frame in one block. */
static size_t generator_bytes(const Machine *m, const CodeObject *code)
{
    return (size_t)m->profile->generator_size + (size_t)(code->nlocalsplus + code->stacksize) * 8;
}

Object *generator_new(Machine *m, Frame *f)
{
    size_t n = frame_bytes(f->code);
    GeneratorObject *g = object_new(m, m->types.generator, sizeof *g, generator_bytes(m, f->code));
    if (!g)
        return NULL;
    Frame *own = heap_alloc(m, n);
    if (!own) {
        decref(m, g);
        return NULL;
    }
    memcpy(own, f, sizeof *f + (size_t)f->code->nlocalsplus * sizeof(Object *));
    own->top = own->slot + f->code->nlocalsplus;
    own->generator = g;
    own->previous = NULL;
    g->frame = own;
    g->code = newref(f->code);
    g->name = newref(f->function->name);
    g->qualname = newref(f->function->qualname);
    gc_track(m, (Object *)g);
    return (Object *)g;
}

static void finish(Machine *m, GeneratorObject *g)
{
    Frame *frame = g->frame;
    g->state = GENERATOR_DONE;
    g->frame = NULL;
    if (!frame)
        return;
    frame_clear(m, frame);
    heap_free(m, frame);
}

/* Resumes with a value on the stack (stolen).  NULL without an exception: it returned. */
static Object *resume(Machine *m, GeneratorObject *g, Object *sent)
{
    Frame *frame = g->frame;
    *frame->top++ = sent;
    frame->previous = m->frame;
    frame->entry = true;
    g->state = GENERATOR_EXECUTING;
    m->frame = frame;
    incref(g);
    Object *value = eval_frame(m, frame);
    if (g->state == GENERATOR_SUSPENDED) {
        decref(m, g);
        return value;
    }
    finish(m, g);
    decref(m, g);
    if (value && value != m->none)
        error_set_object(m, EXC_StopIteration, value);
    xdecref(m, value);
    return NULL;
}

static Object *generator_iternext(Machine *m, Object *o)
{
    GeneratorObject *g = (GeneratorObject *)o;
    if (g->state == GENERATOR_EXECUTING)
        return error_set(m, EXC_ValueError, "generator already executing");
    if (g->state == GENERATOR_DONE)
        return NULL;
    if (recursion_enter(m, ""))
        return NULL;
    Object *value = resume(m, g, newref(m->none));
    recursion_leave(m);
    return value;
}

static void generator_dealloc(Machine *m, Object *o)
{
    GeneratorObject *g = (GeneratorObject *)o;
    size_t bytes = generator_bytes(m, (CodeObject *)g->code);
    gc_untrack(m, o);
    finish(m, g);
    clear_ref(m, g->name);
    clear_ref(m, g->qualname);
    clear_ref(m, g->code);
    object_free(m, o, bytes);
}

static int generator_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    GeneratorObject *g = (GeneratorObject *)o;
    Object *held[] = {g->name, g->qualname, g->code};
    for (size_t i = 0; i < sizeof held / sizeof *held; i++) {
        int r = visit(m, held[i], arg);
        if (r)
            return r;
    }
    return g->frame && g->state != GENERATOR_EXECUTING ? frame_traverse(m, g->frame, visit, arg) : 0;
}

static Object *generator_repr(Machine *m, Object *o)
{
    return str_printf(m, "<generator object %U at 0x%llx>", ((GeneratorObject *)o)->qualname,
                      (unsigned long long)o->address);
}

static ssize_t generator_sizeof(Machine *m, Object *o)
{
    return (ssize_t)generator_bytes(m, (CodeObject *)((GeneratorObject *)o)->code);
}

static Object *refuse_method(Machine *m, Object *self, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return error_not_simulated(m, "send(), throw() or close() of a generator");
}

static Object *get_name(Machine *m, Object *o)
{
    (void)m;
    return newref(((GeneratorObject *)o)->name);
}

static const MethodDef generator_methods[] = {
    {"send", refuse_method, METH_O, NULL},
    {"throw", refuse_method, METH_FASTCALL, NULL},
    {"close", refuse_method, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};
static const GetSetDef generator_getset[] = {{"__name__", get_name, NULL}, {NULL, NULL, NULL}};

const TypeSpec generator_spec = {
    .name = "generator",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = 184,
    .size = sizeof(GeneratorObject),
    .methods = generator_methods,
    .getset = generator_getset,
    .slots = {
        .tp_dealloc = generator_dealloc,
        .tp_repr = generator_repr,
        .tp_iter = object_self_iter,
        .tp_iternext = generator_iternext,
        .tp_traverse = generator_traverse,
        .tp_sizeof = generator_sizeof,
    },
};
