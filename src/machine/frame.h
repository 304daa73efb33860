/* Frames and the stack of frames: Include/internal/pycore_frame.h, Objects/frameobject.c.
 *
 * A function's frame lies in the data stack, a chain of chunks in the heap; a generator's in the
 * generator.  Invariants: slot[0..nlocalsplus) are the locals, NULL while unbound; the value stack
 * lies above them up to top, which is exact whenever an event can be emitted. */
#ifndef PYVIZ_MACHINE_FRAME_H
#define PYVIZ_MACHINE_FRAME_H

#include <pyviz/machine/function.h>

#include "code.h"

enum { FRAME_LOOPS = 4 };

typedef struct Frame {
    struct Frame *previous;
    CodeObject *code;           /* owned */
    FunctionObject *function;   /* owned, NULL for the module */
    Object *globals, *builtins; /* borrowed */
    Object *locals;             /* owned namespace of a module or class; NULL in a function */
    /* Owned, or NULL: what locals() in a function gave, up to 3.12; since then what f_locals was
     * given that is no variable. */
    Object *snapshot;
    struct GeneratorObject *generator; /* borrowed; NULL unless it is a generator's */
    const instruction *next;           /* to be executed next; next - 1 is under way */
    Object **top;
    int line; /* of the statement under way */
    /* of the two statements before it, the last one first; 0: none, or an exception led here */
    int earlier[2];
    bool handles; /* an exception has led from the statement under way to a handler */
    int noted; /* where the exception was raised that a cleaning-up handler has last been given */
    struct FrameObject *object; /* owned; NULL while nobody has asked for one */
    int32_t statement_serial;   /* the next object's when the statement under way began */
    uint64_t statement_began;   /* machine_pace then */
    uint64_t entered;           /* machine_pace when it began to run, or was resumed */
    /* The loops that it is in, or has just left, the outermost first: frame_round. */
    uint64_t loop[FRAME_LOOPS];
    uint64_t loops;
    uint32_t nth;     /* of the calls of its code */
    uint32_t runs;    /* of the statement under way, all in all */
    int traced;       /* what a trace function has been told of: trace.h */
    bool trace_again; /* the line that runs may be about to begin once more: trace.c */
    bool entry;       /* the evaluation loop that runs it returns with it */
    bool names_apart; /* what STORE_NAME binds is no global: a class body's, or exec()'s */
    /* though it is an entry: CPython would run it in the caller's loop */
    bool inlined;
    bool throwing; /* resumed in order to raise machine->exception where it stands */
    bool answered; /* which is what came back from a throw() of what it has handed itself over to */
    Object *slot[];
} Frame;

/* What Python sees of a frame: sys.exception().__traceback__.tb_frame.  It lives as long as
 * somebody refers to it; a frame that ends meanwhile moves into memory of its frame object's. */
typedef struct FrameObject {
    Object ob_base;
    /* while it runs or is suspended: where it is; else the frame object's own copy */
    Frame *frame;
    size_t bytes; /* of CPython's own */
    bool owns;
    Object *back; /* once it owns: the caller's, or NULL */
    /* once it owns, and there is no function: what that holds which CPython makes of the code */
    Object *globals, *builtins, *code;
    Object *trace; /* f_trace, or NULL */
    bool trace_no_lines;
} FrameObject;

/* The frame's object, made if there is none: borrowed.  NULL: MemoryError. */
Object *frame_object(Machine *m, Frame *f);

/* The builtins for code that runs in these globals: borrowed.
 * Objects/frameobject.c: _PyEval_BuiltinsFromGlobals. */
Object *frame_builtins(Machine *m, Object *globals);
/* locals(): the namespace of a module or class body; of a function since 3.13 (PEP 667) a new dict
 * of what its variables are now, before that a dict that the frame keeps, brought up to date.  A
 * new reference. */
Object *frame_locals(Machine *m, Frame *f);
/* The same as locals(), eval() and their like have it: inside a comprehension of a module or class
 * body, which since 3.12 is no function, its variables too; since 3.13 they alone.
 * Objects/frameobject.c: _PyFrame_GetLocals, include_hidden. */
Object *frame_locals_shown(Machine *m, Frame *f);

/* Does the slot hold the cell that the variable's value lies in? */
bool frame_slot_is_cell(Machine *m, const Frame *f, int slot);
/* f_locals of a function's frame since 3.13, of a FrameObject: a new reference.
 * Objects/frameobject.c: _PyFrameLocalsProxy_New. */
Object *frame_locals_proxy(Machine *m, Object *frame);

static inline size_t frame_bytes(const CodeObject *code)
{
    enum { SPARE = 2 }; /* for what the loop puts there within one instruction */
    return sizeof(Frame) + (size_t)(code->nlocalsplus + code->stacksize + SPARE) * sizeof(Object *);
}
static inline int frame_instruction(const Frame *f)
{
    return f->next > f->code->code ? (int)(f->next - f->code->code) - 1 : 0;
}
static inline bool frame_is_library(const Frame *f)
{
    return f->code->flags & CODE_LIBRARY;
}
/* What the variables of a function of the library refer to is marked: its functions are pyviz's
 * own, and what they do besides with an object, CPython's need not do. */
void frame_mark_handled(const Frame *f);
static inline void frame_note_handled(const Frame *f)
{
    if (frame_is_library(f))
        frame_mark_handled(f);
}
/* Is a module of pyviz's library being imported, does its own code run, or what that has called? */
static inline bool frame_of_library_import(const Machine *m)
{
    const Frame *f = m->frame;
    while (f && frame_is_library(f) && f->code->flags & CODE_OPTIMIZED)
        f = f->previous;
    return f && frame_is_library(f);
}
/* Library code that is there to be looked into: its events are its own, none is a Python
 * statement's. */
static inline bool frame_is_glass(const Frame *f)
{
    return f->code->body != NULL;
}
/* The innermost frame of code whose text is known: the program's, or of a module beside it.  NULL
 * outside of it. */
static inline Frame *frame_of_program(const Machine *m)
{
    Frame *f = m->frame;
    while (f && (frame_is_library(f) || !f->code->source))
        f = f->previous;
    return f;
}
/* A frame on the data stack with empty slots, not linked yet.  `function` is stolen.  NULL:
 * MemoryError. */
/* What a trace function's presence makes of it: boot_record.h. */
void frame_trace(Machine *m, Frame *f);
/* A trace function is told of an exception: its arguments are in a tuple. */
void frame_trace_exception(Machine *m);
Frame *frame_push(Machine *m, CodeObject *code, FunctionObject *function, Object *globals);
/* Lets go of everything the frame holds, in CPython's order, and gives its memory back. */
void frame_pop(Machine *m, Frame *f);
/* Gives the memory of the newest frame back and lets go of nothing: its contents have moved. */
void frame_release(Machine *m, Frame *f);
/* Lets go, and keeps the memory: a generator's frame. */
void frame_clear(Machine *m, Frame *f);
/* Lets go of its variables and stack; function and code stay.  Python/frame.c:
 * _PyFrame_ClearLocals. */
void frame_clear_locals(Machine *m, Frame *f);
/* ---- pace: how far a frame has come, for those who watch ------------------------------------- */

/* A loop: the instructions from head to end, entered anew `rounds` times; one word, written
 * whole. */
enum { LOOP_BITS = 20, LOOP_MASK = (1 << LOOP_BITS) - 1, LOOP_ROUNDS_MASK = (1 << 24) - 1 };
static inline int loop_head(uint64_t loop)
{
    return (int)(loop >> 24 & LOOP_MASK);
}
static inline int loop_end(uint64_t loop)
{
    return (int)(loop >> (24 + LOOP_BITS));
}
static inline uint32_t loop_rounds(uint64_t loop)
{
    return (uint32_t)(loop & LOOP_ROUNDS_MASK);
}
/* A jump back from `end` to `head`: one more round, of a loop that is new or known; loops that the
 * jump leaves are forgotten. */
static inline void frame_round(Frame *f, int head, int end)
{
    while (f->loops) {
        uint64_t *top = &f->loop[f->loops - 1];
        if (loop_head(*top) == head && loop_end(*top) >= end) {
            *top += loop_rounds(*top) < LOOP_ROUNDS_MASK;
            return;
        }
        if (loop_head(*top) < head && loop_end(*top) >= end)
            break;
        uint32_t rounds = loop_head(*top) == head ? loop_rounds(*top) : 0;
        f->loops--;
        if (rounds) { /* known by a `continue` before its end */
            f->loop[f->loops++] =
                (uint64_t)end << (24 + LOOP_BITS) | (uint64_t)head << 24 | (rounds + 1);
            return;
        }
    }
    if (f->loops < FRAME_LOOPS && end <= LOOP_MASK)
        f->loop[f->loops++] = (uint64_t)end << (24 + LOOP_BITS) | (uint64_t)head << 24 | 1;
}
static inline void frame_set_line(Frame *f, int line)
{
    f->earlier[1] = f->earlier[0];
    f->earlier[0] = f->handles ? 0 : f->line;
    f->handles = false;
    f->line = line;
}
static inline void frame_statement(const Machine *m, Frame *f)
{
    f->statement_began = machine_pace(m);
    f->statement_serial = m->next_serial;
}
/* Visits every reference the frame owns: locals and the value stack included. */
int frame_traverse(Machine *m, Frame *f, visitproc visit, void *arg);

#endif
