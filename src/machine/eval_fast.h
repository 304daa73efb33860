/* What the loop does without a call where it is simple, which it mostly is.  Private to eval.c. */
#ifndef PYVIZ_MACHINE_EVAL_FAST_H
#define PYVIZ_MACHINE_EVAL_FAST_H

#include <pyviz/machine/float.h>
#include <pyviz/machine/int.h>

#include "code.h"
#include "compare.h"
#include "frame.h"

static inline bool eval_both_ints(const Machine *m, const Object *a, const Object *b)
{
    return a->type == m->types.int_ && b->type == m->types.int_;
}

static inline bool eval_both_floats(const Machine *m, const Object *a, const Object *b)
{
    return a->type == m->types.float_ && b->type == m->types.float_;
}

static inline Object *eval_fast_float(Machine *m, double a, double b, unsigned op)
{
    switch (op) {
    case NB_ADD:
        return float_from_double(m, a + b);
    case NB_SUBTRACT:
        return float_from_double(m, a - b);
    case NB_MULTIPLY:
        return float_from_double(m, a * b);
    default:
        return NULL;
    }
}

static inline Object *eval_fast_binary(Machine *m, Object *a, Object *b, unsigned arg)
{
    if (eval_both_ints(m, a, b)) {
        switch (arg & ~(unsigned)BINARY_OP_INPLACE) {
        case NB_ADD:
            return int_add(m, a, b);
        case NB_SUBTRACT:
            return int_sub(m, a, b);
        case NB_MULTIPLY:
            return int_mul(m, a, b);
        default:
            break;
        }
    }
    if (eval_both_floats(m, a, b)) {
        unsigned op = arg & ~(unsigned)BINARY_OP_INPLACE;
        if (op <= NB_MULTIPLY)
            return eval_fast_float(m, float_value(a), float_value(b), op);
    }
    if (arg & BINARY_OP_INPLACE)
        return number_inplace(m, a, b, (enum number_op)(arg & ~(unsigned)BINARY_OP_INPLACE));
    return number_binary(m, a, b, (enum number_op)arg);
}

static inline Object *eval_fast_compare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if (eval_both_ints(m, a, b))
        return compare_result(m, int_compare(a, b), op);
    return object_richcompare(m, a, b, op);
}

/* Is it about to give a generator, and not to run? */
static inline bool eval_gives_generator(const Frame *f)
{
    return f->code->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR) &&
           !f->generator;
}

/* Is it a generator that stands in a `yield from` or an await? */
static inline bool eval_hands_on(const Frame *f)
{
    return f->next > f->code->code &&
           f->next[-1] == INSTRUCTION(OP_YIELD_VALUE, YIELD_IN_YIELD_FROM);
}

/* Whether a jump is taken: 1, 0, or -1 with an exception. */
static inline int eval_fast_truth(Machine *m, Object *o)
{
    return o == m->true_ ? 1 : o == m->false_ ? 0 : object_is_true(m, o);
}

#endif
