/* Code objects and their bytecode: Objects/codeobject.c.
 *
 * An instruction is 32 bits: the opcode in the low 8, its argument in the high 24.  Invariants:
 * jumps go to instruction indices; the value stack never holds more than stacksize; every
 * instruction has a position. */
#ifndef PYVIZ_MACHINE_CODE_H
#define PYVIZ_MACHINE_CODE_H

#include <pyviz/lang/ast.h>
#include <pyviz/machine/machine.h>

enum opcode {
#define OPCODE(name, effect) OP_##name,
#include "opcode.def"
#undef OPCODE
    OPCODE_COUNT
};

enum code_flag {
    CODE_OPTIMIZED = 1, /* locals in slots, not in a dict */
    CODE_NEWLOCALS = 2,
    CODE_VARARGS = 4,
    CODE_VARKEYWORDS = 8,
    CODE_NESTED = 16,
    CODE_GENERATOR = 32,
    CODE_COROUTINE = 128,
    CODE_ITERABLE_COROUTINE = 256, /* a generator that types.coroutine() has made awaitable */
    CODE_ASYNC_GENERATOR = 512,
    CODE_OF_C = 1 << 29,    /* of a module that is C in CPython: its frames are nobody's business */
    CODE_LIBRARY = 1 << 30, /* of a module that pyviz brings along: not the program's */
    CODE_KEPT = 1 << 28,    /* of one whose frames hold what CPython's do: ModuleSpec.kept */
    CODE_COUNTED = 1 << 27, /* it allocates as CPython's does, here and in what it calls */
    /* flags that CPython does not have */
    CODE_OURS = CODE_OF_C | CODE_LIBRARY | CODE_KEPT | CODE_COUNTED,
};

/* Where an exception raised in [start, end) goes: the stack is cut to depth, lasti and the
 * exception are pushed, and execution goes on at target.  Objects/exception_handling_notes.txt. */
struct handler {
    int start, end, target, depth;
    bool push_lasti;
};

typedef uint32_t instruction;
#define INSTRUCTION(op, arg) ((instruction)(op) | (instruction)(arg) << 8)
#define INSTRUCTION_OP(i)    ((enum opcode)((i)&0xff))
#define INSTRUCTION_ARG(i)   ((i) >> 8)
enum { INSTRUCTION_ARG_MAX = (1 << 24) - 1 };
enum { TYPE_INTRINSIC_BITS = 4 }; /* TYPE_INTRINSIC: number of arguments << these | which */
enum { YIELD_IN_YIELD_FROM = 1 }; /* YIELD_VALUE's argument: the iterator is below the value */
enum { BINARY_OP_INPLACE = 32 };  /* in BINARY_OP's argument, beside the enum number_op */

struct Frame;
/* What runs in a frame instead of instructions: body.h. */
typedef Object *(*BodyFn)(Machine *m, struct Frame *f);

/* What an instruction is specialized for: from its second run on, for the type that it met then;
 * after many that were of others, for the one met next.  Python/specialize.c. */
struct specialization {
    uint64_t type;    /* its address; 0: none */
    uint32_t version; /* the type's */
    uint8_t misses_left;
    /* begun: where an event comes before the first run, which is not counted */
    bool has_run, has_begun;
    uint8_t failures; /* attempts at what it cannot be specialized for: each makes it wait longer */
    uint16_t waited;  /* runs since the last of them */
};

/* Local slots: varnames (parameters first) and cellvars that are no parameters, then freevars. */
typedef struct CodeObject {
    Object ob_base;
    Object *name, *qualname, *filename;
    Object *consts;          /* tuple */
    Object *names;           /* tuple of str: globals and attributes */
    Object *localsplusnames; /* tuple of str */
    Object *asked_for[3];    /* co_varnames, co_cellvars, co_freevars; NULL: not yet */
    int argcount, posonlyargcount, kwonlyargcount;
    int nlocalsplus, nfreevars, stacksize, flags, firstlineno;
    struct specialization *specializations; /* one an instruction; NULL: none is specialized */
    int co_stacksize; /* CPython's, whose instructions differ here and there */
    int size;         /* instructions */
    instruction *code;
    struct pos *positions; /* one an instruction */
    struct handler *handlers;
    int nhandlers;
    BodyFn body;                     /* NULL: its instructions are all that there is */
    const struct SourceText *source; /* in the region, or NULL: not known */
    uint32_t warmth;                 /* of 3.11: how often it has begun, gone on, or jumped back */
    uint32_t calls;                  /* how often it has begun to run */
    uint16_t *runs;                  /* of each STATEMENT, how often it has; NULL: none has */
    uint32_t *hints; /* two a name: where it was found last in globals and in builtins: names.c */
} CodeObject;

/* The instruction at ip meets a type that it can be specialized for: is it, by now? */
bool code_is_specialized(Machine *m, CodeObject *code, const instruction *ip, const Type *type);
/* It meets one that it cannot be specialized for. */
void code_note_unfit(Machine *m, CodeObject *code, const instruction *ip);
/* Room for the counts; false without memory. */
bool code_make_runs(Machine *m, CodeObject *code);
/* The STATEMENT at ip runs: for the how manieth time, as far as that can be counted. */
static inline uint32_t code_count_run(Machine *m, CodeObject *code, const instruction *ip)
{
    if (__builtin_expect(!code->runs, 0) && !code_make_runs(m, code))
        return 1;
    uint16_t *runs = &code->runs[ip - code->code];
    *runs = (uint16_t)(*runs + (*runs < UINT16_MAX));
    return *runs;
}

struct compile_options {
    const char *filename;          /* co_filename; NULL: the source's name */
    const struct SourceText *text; /* what the code keeps as its source, or NULL */
    bool library;                  /* CODE_LIBRARY: no statements to stop at, no warnings */
    bool kept;                     /* CODE_KEPT, too */
    bool counted;                  /* CODE_COUNTED, too */
    bool of_c;                     /* CODE_OF_C */
    unsigned future;               /* enum symtable_future: as if imported from __future__ */
    int optimize;                  /* as python3 -O: 1 leaves asserts out, 2 docstrings as well */
    /* NULL, or what gets a list of the constants that the syntax tree holds, which lives as long as
     * the caller wants: while code made of text at once runs */
    Object **tree;
    struct compile_leavings
        *leavings; /* NULL, or what gets what CPython's compiler leaves behind */
};
/* Compiles a module, or the expression of an eval().  NULL with *error filled in if something is
 * refused, or with an exception. */
Object *compile_module(Machine *m, const struct module *tree, const struct source *source,
                       const struct compile_options *options, struct diagnostic *error);

#endif
