/* How far the program has come, and what will become of what it makes: for those who choose what is
 * worth a stop. */
#include <pyviz/machine/function.h>
#include <pyviz/machine/inspect.h>
#include <pyviz/machine/op.h>

#include "frame.h"

/* ---- loops and calls ------------------------------------------------------------------------- */

static bool is_in_loop(const Frame *f, uint64_t loop)
{
    int at = frame_instruction(f);
    return loop_head(loop) <= at && at <= loop_end(loop);
}

/* The nearest frame whose doings count: the library's are nobody's concern, but for those that are
 * there to be looked into. */
static const Frame *counted(const Frame *f)
{
    while (f && frame_is_library(f) && !frame_is_glass(f))
        f = f->previous;
    return f;
}

uint32_t inspect_rounds(const Machine *m)
{
    uint32_t most = 0;
    for (const Frame *f = counted(m->frame); f; f = counted(f->previous))
        for (uint64_t i = 0; i < f->loops; i++)
            if (is_in_loop(f, f->loop[i]) && loop_rounds(f->loop[i]) > most)
                most = loop_rounds(f->loop[i]);
    return most;
}

bool inspect_library_handles(const Machine *m)
{
    for (const Frame *f = m->frame; f && frame_is_library(f); f = f->previous) {
        int at = frame_instruction(f);
        for (int i = 0; i < f->code->nhandlers; i++)
            if (f->code->handlers[i].start <= at && at < f->code->handlers[i].end)
                return true;
    }
    return false;
}

bool inspect_at_loop_head(const Machine *m)
{
    const Frame *f = m->frame;
    for (uint64_t i = 0; f && i < f->loops; i++)
        if (loop_head(f->loop[i]) == frame_instruction(f))
            return true;
    return false;
}

uint32_t inspect_rounds_done(const Machine *m)
{
    const Frame *f = m->frame;
    if (!f || !f->loops)
        return 0;
    uint64_t loop = f->loop[f->loops - 1];
    if (INSTRUCTION_OP(f->code->code[loop_head(loop)]) != OP_STATEMENT)
        return 0; /* a comprehension's */
    int at = frame_instruction(f), i = loop_end(loop) + 1;
    while (i < at && INSTRUCTION_OP(f->code->code[i]) != OP_STATEMENT)
        i++;
    return i == at ? loop_rounds(loop) : 0;
}

uint32_t inspect_calls(const Machine *m)
{
    uint32_t most = 0;
    for (const Frame *f = counted(m->frame); f; f = counted(f->previous))
        most = f->nth > most && !frame_is_glass(f) ? f->nth : most;
    return most;
}

uint32_t inspect_runs(const Machine *m)
{
    uint32_t most = 0;
    for (const Frame *f = counted(m->frame); f; f = counted(f->previous))
        most = f->runs > most ? f->runs : most;
    return most;
}

uint32_t inspect_runs_here(const Machine *m)
{
    const Frame *f = counted(m->frame);
    while (f && !f->runs) /* a call that begins; a generator expression */
        f = counted(f->previous);
    return f ? f->runs : 0;
}

int inspect_recursion(const Machine *m)
{
    const Frame *innermost = inspect_innermost_frame(m);
    int n = 0;
    for (const Frame *f = innermost; f; f = f->previous)
        n += f->code == innermost->code;
    return n;
}

/* Long ones that consist of many others, each of which counts by itself. */
static bool is_whole(const Op *op)
{
    return op->kind != OP_LIST_SORT && op->kind != OP_GC && op->kind != OP_COPYING;
}

uint64_t inspect_statement_age(const Machine *m, bool innermost)
{
    uint64_t most = 0, until = machine_pace(m);
    const Frame *f = m->frame;
    for (const Op *op = m->op; f && op; op = op->outer)
        if (is_whole(op) && op->since >= f->statement_began)
            until = op->since;
    for (; f; until = f->entered, f = f->previous) {
        uint64_t age = until > f->statement_began ? until - f->statement_began : 0;
        if (counted(f) != f)
            continue; /* it has no statements */
        if (age > most && (innermost || f != m->frame))
            most = age;
    }
    return most;
}

/* ---- fates ----------------------------------------------------------------------------------- */

static int stack_effect(instruction i)
{
    unsigned oparg = INSTRUCTION_ARG(i);
    switch (INSTRUCTION_OP(i)) {
#define OPCODE(name, effect)                                                                       \
    case OP_##name:                                                                                \
        return (int)(effect);
#include "opcode.def"
#undef OPCODE
    case OPCODE_COUNT:
        break;
    }
    (void)oparg;
    return 0;
}

/* A value on its way: where it lies on the stack of a frame, and which instruction comes next. */
struct journey {
    const Machine *m;
    const Frame *frame;
    int next, depth, position;
};

/* PLAIN: the instruction is one of those of which the stack effect says all.  OPEN: the journey
 * goes on. */
enum fate { FATE_PLAIN, FATE_OPEN, FATE_HELD, FATE_DROPPED };

/* The value is an argument: functions of the program hold it by a name, methods of containers put
 * it away, and all others only look at it. */
static enum fate fate_of_argument(const struct journey *j, int args)
{
    const Frame *f = j->frame;
    Object *const *bottom = f->slot + f->code->nlocalsplus;
    int callable_at = j->depth - args - 2;
    if (callable_at < 0 || j->position <= callable_at + 1 || bottom + callable_at >= f->top)
        return FATE_DROPPED;
    const Object *callable = bottom[callable_at];
    const Object *self = bottom + callable_at + 1 < f->top ? bottom[callable_at + 1] : NULL;
    if (!callable)
        return FATE_DROPPED;
    bool program = callable->type == j->m->types.function || callable->type->tp_flags & TYPE_HEAP ||
                   (is_type(callable) && ((const Type *)callable)->tp_flags & TYPE_HEAP);
    bool container = self && (is_list(self) || is_dict(self) || is_anyset(self));
    return program || container ? FATE_HELD : FATE_DROPPED;
}

/* How many values from the top an instruction takes, if it lets go of them all. */
static int takes(instruction i)
{
    switch (INSTRUCTION_OP(i)) {
    case OP_LOAD_ATTR:
    case OP_LOAD_METHOD:
    case OP_GET_ITER:
    case OP_UNARY_NEGATIVE:
    case OP_UNARY_POSITIVE:
    case OP_UNARY_INVERT:
    case OP_UNARY_NOT:
    case OP_FORMAT_VALUE:
    case OP_LIST_TO_TUPLE:
    case OP_UNPACK_SEQUENCE:
    case OP_UNPACK_EX:
        return 1;
    case OP_BINARY_OP:
    case OP_COMPARE_OP:
    case OP_IS_OP:
    case OP_CONTAINS_OP:
    case OP_BINARY_SUBSCR:
    case OP_DELETE_SUBSCR:
        return 2;
    default: {
        int effect = stack_effect(i);
        return effect < 0 ? -effect : 0;
    }
    }
}

/* The values that the instruction gathers become parts of what then lies on top; the value's way is
 * that of its container. */
static enum fate gather(struct journey *j, instruction i, int values)
{
    if (j->position >= j->depth - values)
        j->position = j->depth - values;
    j->depth += stack_effect(i);
    return FATE_OPEN;
}

/* The top `values` values go into a container `below` places under them. */
static enum fate add_to_container(struct journey *j, int values, int below)
{
    if (j->position >= j->depth - values)
        j->position = j->depth - values - below;
    j->depth -= values;
    return FATE_OPEN;
}

static enum fate swap_with_top(struct journey *j, int distance)
{
    if (j->position == j->depth - 1)
        j->position = j->depth - distance;
    else if (j->position == j->depth - distance)
        j->position = j->depth - 1;
    return FATE_OPEN;
}

/* Backwards only to the head of a for, perhaps with its STATEMENT before it: from there the way
 * leads out of the loop. */
static enum fate follow_jump(struct journey *j, int target)
{
    const instruction *code = j->frame->code->code;
    if (target >= j->next || INSTRUCTION_OP(code[target]) == OP_FOR_ITER ||
        INSTRUCTION_OP(code[target + 1]) == OP_FOR_ITER)
        j->next = target;
    if (j->next == target && INSTRUCTION_OP(code[target]) == OP_STATEMENT)
        j->next++;
    return FATE_OPEN;
}

/* The iterator dies with the loop; whatever else there is outlives it. */
static enum fate leave_loop(struct journey *j, int end)
{
    if (j->position == j->depth - 1)
        return FATE_DROPPED;
    j->depth--;
    j->next = end;
    return FATE_OPEN;
}

static enum fate fate_in_call(struct journey *j, instruction i)
{
    int args = (int)INSTRUCTION_ARG(i), names = INSTRUCTION_OP(i) == OP_CALL_KW;
    if (j->position < j->depth - args - 2 - names)
        return FATE_PLAIN;
    j->depth -= names;
    return fate_of_argument(j, args);
}

/* What the instruction does to the value, if that is anything special. */
static enum fate special_fate(struct journey *j, instruction i)
{
    int arg = (int)INSTRUCTION_ARG(i), top = j->depth - 1 - j->position;
    switch (INSTRUCTION_OP(i)) {
    case OP_STATEMENT: /* it is kept on the stack: by a loop or a with */
    case OP_YIELD_VALUE:
        return FATE_HELD;
    case OP_STORE_NAME:
    case OP_STORE_GLOBAL:
    case OP_STORE_FAST:
    case OP_STORE_DEREF:
        return top == 0 ? FATE_HELD : FATE_PLAIN;
    case OP_STORE_ATTR:
        return top == 1 ? FATE_HELD : FATE_PLAIN;
    case OP_STORE_SUBSCR:
        return top == 0 || top == 2 ? FATE_HELD : FATE_PLAIN;
    case OP_CALL:
    case OP_CALL_KW:
        return fate_in_call(j, i);
    case OP_BUILD_LIST:
    case OP_BUILD_TUPLE:
    case OP_BUILD_SET:
        return gather(j, i, arg);
    case OP_BUILD_MAP:
        return gather(j, i, 2 * arg);
    case OP_LIST_APPEND:
    case OP_SET_ADD:
        return add_to_container(j, 1, arg);
    case OP_MAP_ADD:
        return add_to_container(j, 2, arg);
    case OP_SWAP:
        return swap_with_top(j, arg);
    case OP_FOR_ITER:
        return leave_loop(j, arg);
    case OP_JUMP:
        return follow_jump(j, arg);
    default:
        return FATE_PLAIN;
    }
}

static bool start(struct journey *j, const Frame *f, const Object *o)
{
    Object *const *bottom = f->slot + f->code->nlocalsplus;
    int depth = (int)(f->top - bottom);
    j->frame = f;
    j->next = (int)(f->next - f->code->code);
    instruction i = f->code->code[frame_instruction(f)];
    bool popped = INSTRUCTION_OP(i) == OP_LIST_APPEND || INSTRUCTION_OP(i) == OP_MAP_ADD;
    j->depth = depth + (popped ? 0 : stack_effect(i)); /* these take their values off first */
    j->position = j->depth - 1;
    for (int n = 0; o && n < depth; n++)
        if (bottom[n] == o)
            j->position = n;
    return j->position >= 0;
}

bool inspect_is_fresh(const Machine *m, const Object *o)
{
    const Frame *f = inspect_innermost_frame(m);
    return f && o->serial && o->serial >= f->statement_serial;
}

bool inspect_is_passing(const Machine *m, const Object *o)
{
    enum { FAR = 400 };
    struct journey j = {.m = m};
    const Frame *f = m->frame;
    if (!f || frame_is_library(f) || o->serial < f->statement_serial)
        return false;
    if (o->refcnt == 0)
        return true; /* it has gone already; what called for it may be gone from the stack, too */
    if (!start(&j, f, o))
        return false;
    for (int n = 0; n < FAR && j.next < j.frame->code->size; n++) {
        instruction i = j.frame->code->code[j.next++];
        if (INSTRUCTION_OP(i) == OP_RETURN_VALUE) {
            const Frame *caller = j.frame->previous;
            if (!caller || j.frame->generator || !start(&j, caller, NULL))
                return false;
            continue;
        }
        enum fate fate = special_fate(&j, i);
        if (fate == FATE_HELD || fate == FATE_DROPPED)
            return fate == FATE_DROPPED;
        if (fate == FATE_OPEN)
            continue;
        if (j.position >= j.depth - takes(i))
            return true;
        j.depth += stack_effect(i);
    }
    return false;
}
