#include <pyviz/machine/errors.h>
#include <pyviz/machine/heap.h>

#include "frame.h"

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
    f->builtins = m->builtins_dict;
    f->next = code->code;
    f->top = f->slot + code->nlocalsplus;
    f->line = code->firstlineno;
    return f;
}

/* Python/frame.c: _PyFrame_ClearExceptCode: the value stack is empty by now; locals in order. */
void frame_clear(Machine *m, Frame *f)
{
    while (f->top > f->slot + f->code->nlocalsplus) {
        Object *o = *--f->top;
        xdecref(m, o);
    }
    for (int i = 0; i < f->code->nlocalsplus; i++) {
        Object *o = f->slot[i];
        if (!o)
            continue;
        f->slot[i] = NULL;
        let_go(m, NULL, o);
    }
    clear_ref(m, f->locals);
    clear_ref(m, f->function);
    clear_ref(m, f->code);
}

void frame_pop(Machine *m, Frame *f)
{
    frame_clear(m, f);
    frame_release(m, f);
}

int frame_traverse(Machine *m, Frame *f, visitproc visit, void *arg)
{
    Object *held[] = {(Object *)f->code, (Object *)f->function, f->locals};
    for (size_t i = 0; i < sizeof held / sizeof *held; i++) {
        int r = held[i] ? visit(m, held[i], arg) : 0;
        if (r)
            return r;
    }
    for (Object **slot = f->slot; slot < f->top; slot++) {
        int r = *slot ? visit(m, *slot, arg) : 0;
        if (r)
            return r;
    }
    return 0;
}
