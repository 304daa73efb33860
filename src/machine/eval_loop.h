/* The words that the evaluation loop is written in.  Private to eval.c.
 *
 * Every instruction ends with a jump of its own to the next one, NEXT(): the processor learns what
 * mostly follows each, as in CPython's loop with computed gotos (Python/ceval_macros.h).  The
 * switch remains for how the loop begins, for what follows an exception, and for a program that is
 * traced; and for the compiler, which sees that no instruction is left out.
 *
 * All of them use the loop's variables: m, frame, sp, ip, oparg. */
#ifndef PYVIZ_MACHINE_EVAL_LOOP_H
#define PYVIZ_MACHINE_EVAL_LOOP_H

#define CASE(op)                                                                                   \
    case OP_##op:                                                                                  \
        at_##op:
/* Before anything that can emit, frame->next and frame->top are the frame's true state. */
#define FETCH()                                                                                    \
    do {                                                                                           \
        ip = frame->next++;                                                                        \
        oparg = INSTRUCTION_ARG(*ip);                                                              \
        SAVE();                                                                                    \
    } while (0)
#define NEXT()                                                                                     \
    do {                                                                                           \
        if (__builtin_expect(trace_on(m), 0))                                                      \
            goto traced;                                                                           \
        FETCH();                                                                                   \
        goto *place[INSTRUCTION_OP(*ip)];                                                          \
    } while (0)

#define PUSH(o)  (*sp++ = (o))
#define POP()    (*--sp)
#define TOP()    (sp[-1])
#define PEEK(n)  (sp[-(ptrdiff_t)(n)])
#define NAME(i)  (((TupleObject *)frame->code->names)->item[i])
#define CONST(i) (((TupleObject *)frame->code->consts)->item[i])
#define HINT(i)  (&frame->code->hints[2 * (i)])
#define SAVE()   (frame->top = sp)
#define CHECK(ok)                                                                                  \
    do {                                                                                           \
        if (__builtin_expect(!(ok), 0))                                                            \
            goto error;                                                                            \
    } while (0)

/* Replaces the n values on top by the result; the values go after the result is there, as the last
 * act of the instruction, the lowest first, also where there is none. */
#define RESULT(n, expression)                                                                      \
    do {                                                                                           \
        Object *result_ = (expression);                                                            \
        for (int i_ = (n); i_ > 0; i_--) {                                                         \
            Object *gone_ = PEEK(i_);                                                              \
            PEEK(i_) = NULL;                                                                       \
            decref(m, gone_);                                                                      \
        }                                                                                          \
        sp -= (n);                                                                                 \
        SAVE();                                                                                    \
        CHECK(result_);                                                                            \
        PUSH(result_);                                                                             \
    } while (0)
/* The same for a display, which lets go of its n values from the top on. */
#define DISPLAY(n, expression)                                                                     \
    do {                                                                                           \
        Object *result_ = (expression);                                                            \
        CHECK(result_);                                                                            \
        eval_drop(m, frame, (n));                                                                  \
        sp -= (n);                                                                                 \
        PUSH(result_);                                                                             \
    } while (0)

/* The eval breaker: CPython 3.12 and later look at it when a function begins, after a call of C
 * code, and on every jump back but one: to what hands on what was sent. */
#define CHECK_BREAKER()                                                                            \
    do {                                                                                           \
        if (__builtin_expect(m->gc.scheduled, 0)) {                                                \
            SAVE();                                                                                \
            gc_run_scheduled(m);                                                                   \
        }                                                                                          \
    } while (0)
/* A function begins when its cells are made, a generator's when it is resumed, but not when it only
 * hands on what it is sent. */
#define CHECK_BREAKER_AT_START()                                                                   \
    do {                                                                                           \
        unsigned op_ = INSTRUCTION_OP(*frame->next);                                               \
        if (op_ != OP_MAKE_CELL && op_ != OP_COPY_FREE_VARS && !eval_gives_generator(frame) &&     \
            !eval_hands_on(frame))                                                                 \
            CHECK_BREAKER();                                                                       \
    } while (0)
#define JUMP_TO(target)                                                                            \
    do {                                                                                           \
        const instruction *to_ = frame->code->code + (target);                                     \
        if (to_ < ip) {                                                                            \
            frame_round(frame, (int)(target), (int)(ip - frame->code->code));                      \
            if (INSTRUCTION_OP(*to_) != OP_SEND)                                                   \
                CHECK_BREAKER();                                                                   \
        }                                                                                          \
        frame->next = to_;                                                                         \
    } while (0)

#endif
