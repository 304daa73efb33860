/* The evaluation loop: Python/ceval.c.
 *
 * Calls between Python functions do not nest on the C stack: CALL links a new frame and goes on in
 * it, RETURN_VALUE goes back.  Invariant: before anything that can emit, frame->next and frame->top
 * are the frame's true state; so they are written at every instruction. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/float.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/iter.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/modules.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "body.h"
#include "descriptor.h"
#include "eval.h"
#include "eval_fast.h"
#include "eval_loop.h"
#include "eval_ops.h"
#include "exceptions.h"
#include "gc.h"
#include "generator.h"
#include "import.h"
#include "trace.h"
#include "what_if.h"

#pragma GCC diagnostic ignored "-Wpedantic" /* labels as values */
/* clang-format off */
Object *eval_frame(Machine *m, Frame *entry)
{
    static const void *const place[] = {
#define OPCODE(name, effect) &&at_##name,
#include "opcode.def"
#undef OPCODE
    };
    Frame *frame = entry;
    Object **sp = frame->top;
    const instruction *ip;
    unsigned oparg;
    FunctionObject *accessor;
    Frame *called;
    size_t given; /* arguments */
    bool stored;
    if (recursion_enter_frame(m, !frame->generator && !frame->inlined)) {
        m->frame = frame->previous;
        if (!frame->generator)
            frame_pop(m, frame);
        return NULL;
    }
    if (frame->throwing) {
        frame->throwing = false;
        if (__builtin_expect(trace_on(m), 0))
            trace_throw(m, frame);
        goto error;
    }
    CHECK_BREAKER_AT_START();
    for (;;) {
    traced:
        FETCH();
        if (__builtin_expect(trace_on(m), 0))
            CHECK(trace_instruction(m, frame));
        switch (INSTRUCTION_OP(*ip)) {
        CASE(NOP)
            NEXT();
        CASE(LOOK_AT_BREAKER)
            CHECK_BREAKER();
            NEXT();
        CASE(NATIVE)
            RESULT(0, body_run(m, frame));
            NEXT();
        CASE(STATEMENT)
            frame_set_line(frame, (int)oparg);
            frame_statement(m, frame);
            frame->runs = code_count_run(m, frame->code, ip);
            history_statement(m, frame->runs);
            EMIT(m, STATEMENT, oparg);
            while (what_if_is_due(m, frame)) {
                CHECK(what_if_run(m, frame) == 0);
                frame_statement(m, frame);
                EMIT(m, STATEMENT, oparg);
            }
            NEXT();
        CASE(POP_TOP)
        {
            Object *o = POP();
            SAVE();
            xdecref(m, o); /* NULL: an exception's lasti */
            NEXT();
        }
        CASE(COPY)
        {
            Object *o = PEEK(oparg);
            PUSH(newref(o));
            NEXT();
        }
        CASE(SWAP)
        {
            Object *o = TOP();
            TOP() = PEEK(oparg);
            PEEK(oparg) = o;
            NEXT();
        }
        CASE(PUSH_NULL)
            PUSH(NULL);
            NEXT();
        CASE(LOAD_CONST)
            PUSH(newref(CONST(oparg)));
            NEXT();

        /* ---- local variables ---- */
        CASE(LOAD_FAST)
        {
            Object *o = frame->slot[oparg];
            if (!o) {
                eval_unbound_local(m, frame, (int)oparg);
                goto error;
            }
            PUSH(newref(o));
            NEXT();
        }
        CASE(LOAD_FAST_AND_CLEAR)
            PUSH(frame->slot[oparg]);
            frame->slot[oparg] = NULL;
            NEXT();
        CASE(STORE_FAST)
        {
            Object *old = frame->slot[oparg];
            frame->slot[oparg] = POP();
            SAVE();
            if (old)
                let_go(m, NULL, old);
            EMIT(m, NAME_BIND, frame->slot[oparg],
                 tuple_item(frame->code->localsplusnames, (ssize_t)oparg));
            NEXT();
        }
        CASE(STORE_FAST_MAYBE_NULL)
        {
            Object *old = frame->slot[oparg];
            frame->slot[oparg] = POP();
            SAVE();
            xdecref(m, old);
            NEXT();
        }
        CASE(DELETE_FAST)
        {
            Object *old = frame->slot[oparg];
            if (!old) {
                eval_unbound_local(m, frame, (int)oparg);
                goto error;
            }
            frame->slot[oparg] = NULL;
            EMIT(m, NAME_UNBIND, old, tuple_item(frame->code->localsplusnames, (ssize_t)oparg));
            let_go(m, NULL, old);
            NEXT();
        }

        /* ---- global and module variables ---- */
        CASE(LOAD_NAME)
            if (frame->names_apart) {
                Object *o = eval_load_name(m, frame, NAME(oparg), HINT(oparg));
                CHECK(o);
                PUSH(o);
                NEXT();
            }
            __attribute__((fallthrough));
        CASE(LOAD_GLOBAL)
        {
            uint32_t *hint = HINT(oparg);
            Object *name = NAME(oparg);
            Object *o = names_get(m, frame->globals, name, hint);
            if (!o)
                o = names_get(m, frame->builtins, name, hint + 1);
            o = o ? newref(o) : eval_missing_global(m, frame, name);
            CHECK(o);
            PUSH(o);
            NEXT();
        }
        CASE(STORE_NAME)
            if (frame->names_apart) {
                CHECK(eval_store_name(m, frame, NAME(oparg), TOP()));
                eval_drop(m, frame, 1);
                sp--;
                NEXT();
            }
            __attribute__((fallthrough));
        CASE(STORE_GLOBAL)
        {
            Object *o = TOP();
            CHECK(names_set(m, frame->globals, NAME(oparg), o, HINT(oparg)) == 0);
            sp--;
            SAVE();
            decref(m, o);
            EMIT(m, NAME_BIND, o, NAME(oparg));
            NEXT();
        }
        CASE(DELETE_NAME)
            if (frame->names_apart) {
                CHECK(eval_delete_name(m, frame, NAME(oparg)));
                NEXT();
            }
            __attribute__((fallthrough));
        CASE(DELETE_GLOBAL)
            CHECK(eval_delete_global(m, frame, NAME(oparg)));
            NEXT();

        /* ---- cells ---- */
        CASE(MAKE_CELL)
        {
            Object *old = frame->slot[oparg], *cell = cell_new(m, old);
            CHECK(cell);
            frame->slot[oparg] = cell;
            xdecref(m, old);
            CHECK_BREAKER_AT_START();
            NEXT();
        }
        CASE(COPY_FREE_VARS)
        {
            Object *closure = frame->function->closure;
            Object **to = frame->slot + frame->code->nlocalsplus - oparg;
            for (unsigned i = 0; i < oparg; i++)
                to[i] = newref(tuple_item(closure, (ssize_t)i));
            CHECK_BREAKER_AT_START();
            NEXT();
        }
        CASE(LOAD_CLOSURE)
            PUSH(newref(frame->slot[oparg]));
            NEXT();
        CASE(LOAD_DEREF)
        {
            Object *o = ((CellObject *)frame->slot[oparg])->value;
            if (!o) {
                eval_unbound_deref(m, frame, (int)oparg);
                goto error;
            }
            PUSH(newref(o));
            NEXT();
        }
        CASE(LOAD_CLASSDEREF)
        {
            Object *o = eval_load_classderef(m, frame, (int)oparg);
            CHECK(o);
            PUSH(o);
            NEXT();
        }
        CASE(STORE_DEREF)
        {
            CellObject *cell = (CellObject *)frame->slot[oparg];
            Object *old = cell->value;
            cell->value = POP();
            SAVE();
            if (old)
                let_go(m, (Object *)cell, old);
            if (cell->value) /* a __del__ may have taken it away */
                EMIT(m, NAME_BIND, cell->value,
                     tuple_item(frame->code->localsplusnames, (ssize_t)oparg));
            NEXT();
        }
        CASE(DELETE_DEREF)
        {
            CellObject *cell = (CellObject *)frame->slot[oparg];
            if (!cell->value) {
                eval_unbound_deref(m, frame, (int)oparg);
                goto error;
            }
            Object *old = cell->value;
            cell->value = NULL;
            let_go(m, (Object *)cell, old);
            NEXT();
        }

        /* ---- attributes and subscripts ---- */
        CASE(LOAD_ATTR)
            if (frame->code->specializations &&
                (accessor = eval_inlined_getter(m, frame, ip, TOP(), NAME(oparg)))) {
                given = 1;
                goto enter_accessor;
            }
            if (frame->code->specializations &&
                (accessor = eval_inlined_getattribute(m, frame, ip, TOP()))) {
                Object *name = newref(NAME(oparg));
                sp--;
                SAVE();
                given = 2;
                called = call_push_frame(m, accessor, *sp, &name, 1, NULL);
                goto enter_called;
            }
            RESULT(1, object_getattr(m, TOP(), NAME(oparg)));
            NEXT();
        CASE(LOAD_METHOD)
        {
            Object *o = TOP(), *method;
            int unbound = o->flags & OBJECT_UNSEEN
                              ? super_get_method(m, &o, NAME(oparg), &method)
                              : object_get_method(m, o, NAME(oparg), &method);
            CHECK(unbound >= 0);
            TOP() = method;
            if (unbound) {
                PUSH(o);
            } else {
                PUSH(NULL);
                SAVE();
                decref(m, o);
            }
            NEXT();
        }
        CASE(STORE_ATTR)
        {
            bool ok = object_setattr(m, TOP(), NAME(oparg), PEEK(2)) == 0;
            eval_release(m, frame, 2);
            sp -= 2;
            CHECK(ok);
            NEXT();
        }
        CASE(DELETE_ATTR)
            CHECK(object_setattr(m, TOP(), NAME(oparg), NULL) == 0);
            eval_drop(m, frame, 1);
            sp--;
            NEXT();
        CASE(BINARY_SUBSCR)
            if (PEEK(2)->type->tp_flags & TYPE_HEAP &&
                (accessor = eval_inlined_getitem(m, frame, ip, PEEK(2)))) {
                given = 2;
                goto enter_accessor;
            }
            RESULT(2, object_getitem(m, PEEK(2), PEEK(1)));
            NEXT();
        enter_accessor: /* its frame takes over the references of the stack */
            sp -= given;
            SAVE();
            called = call_push_frame(m, accessor, NULL, sp, given, NULL);
        enter_called: /* in the same C frame */
            CHECK(called);
            if (recursion_enter_frame(m, false)) {
                frame_pop(m, called);
                goto error;
            }
            called->previous = frame;
            m->frame = frame = called;
            sp = frame->top;
            EMIT(m, CALL, frame->function, given);
            CHECK_BREAKER_AT_START();
            NEXT();
        CASE(STORE_SUBSCR)
            if (TOP()->type->tp_flags & TYPE_HEAP &&
                eval_store_hands_over(m, frame, ip, PEEK(2), PEEK(1))) {
                sp -= 3;
                SAVE();
                CHECK(eval_store_in_dict(m, sp) == 0);
                NEXT();
            }
            stored = object_setitem(m, PEEK(2), PEEK(1), PEEK(3)) == 0;
            eval_release(m, frame, 3);
            sp -= 3;
            CHECK(stored);
            NEXT();
        CASE(DELETE_SUBSCR)
            stored = object_setitem(m, PEEK(2), PEEK(1), NULL) == 0;
            eval_release(m, frame, 2);
            sp -= 2;
            CHECK(stored);
            NEXT();
        CASE(BUILD_SLICE)
            RESULT((int)oparg, slice_new(m, PEEK(oparg), PEEK(oparg - 1),
                                         oparg == 3 ? PEEK(1) : NULL));
            NEXT();

        /* ---- operators ---- */
        CASE(BINARY_OP)
        {
            if (oparg == (NB_ADD | BINARY_OP_INPLACE) && is_exact(m, PEEK(2), str) &&
                is_exact(m, PEEK(1), str)) {
                CHECK(eval_str_append(m, frame));
                sp--;
                NEXT();
            }
            RESULT(2, eval_fast_binary(m, PEEK(2), PEEK(1), oparg));
            NEXT();
        }
        CASE(UNARY_NEGATIVE)
            RESULT(1, number_negative(m, TOP()));
            NEXT();
        CASE(UNARY_POSITIVE)
            RESULT(1, number_positive(m, TOP()));
            NEXT();
        CASE(UNARY_INVERT)
            RESULT(1, number_invert(m, TOP()));
            NEXT();
        CASE(UNARY_NOT)
        {
            int r = eval_fast_truth(m, TOP());
            CHECK(r >= 0);
            RESULT(1, newref(bool_of(m, !r)));
            NEXT();
        }
        CASE(COMPARE_OP)
            RESULT(2, eval_fast_compare(m, PEEK(2), PEEK(1), (enum compare_op)oparg));
            NEXT();
        CASE(IS_OP)
            RESULT(2, newref(bool_of(m, (PEEK(2) == PEEK(1)) != (oparg == 1))));
            NEXT();
        CASE(CONTAINS_OP)
        {
            int r = object_contains(m, PEEK(1), PEEK(2));
            RESULT(2, r < 0 ? NULL : newref(bool_of(m, r != (int)oparg)));
            NEXT();
        }

        /* ---- displays ---- */
        CASE(BUILD_TUPLE)
        {
            Object *o = oparg ? tuple_from_array_steal(m, sp - oparg, (ssize_t)oparg)
                              : newref(m->empty_tuple);
            sp -= oparg;
            SAVE();
            CHECK(o);
            PUSH(o);
            NEXT();
        }
        CASE(BUILD_LIST)
        {
            Object *o = eval_build_list(m, sp - oparg, (ssize_t)oparg);
            CHECK(o);
            sp -= oparg;
            PUSH(o);
            NEXT();
        }
        CASE(BUILD_SET)
            RESULT((int)oparg, eval_build_set(m, sp - oparg, (ssize_t)oparg));
            NEXT();
        CASE(BUILD_MAP)
            DISPLAY(2 * (int)oparg, eval_build_map(m, sp - 2 * (size_t)oparg, (ssize_t)oparg));
            NEXT();
        CASE(BUILD_CONST_KEY_MAP)
            DISPLAY((int)oparg + 1, eval_build_const_key_map(m, sp - oparg - 1, (ssize_t)oparg));
            NEXT();
        CASE(BUILD_STRING)
            RESULT((int)oparg, str_join(m, m->empty_str, sp - oparg, oparg));
            NEXT();
        CASE(LIST_APPEND)
        {
            Object *o = POP();
            SAVE();
            CHECK(list_append_steal(m, PEEK(oparg), o) == 0);
            NEXT();
        }
        CASE(SET_ADD)
            CHECK(set_add(m, PEEK(oparg + 1), TOP()) == 0);
            eval_drop(m, frame, 1);
            sp--;
            NEXT();
        CASE(MAP_ADD)
        {
            Object *key = PEEK(2), *value = TOP();
            sp -= 2;
            SAVE();
            CHECK(dict_set_steal(m, PEEK(oparg), key, value) == 0);
            NEXT();
        }
        CASE(LIST_EXTEND)
            CHECK(eval_list_extend(m, PEEK(oparg + 1), TOP()));
            eval_drop(m, frame, 1);
            sp--;
            NEXT();
        CASE(SET_UPDATE)
            CHECK(set_update(m, PEEK(oparg + 1), TOP()) == 0);
            eval_drop(m, frame, 1);
            sp--;
            NEXT();
        CASE(DICT_UPDATE)
            CHECK(eval_dict_update(m, PEEK(oparg + 1), TOP()));
            eval_drop(m, frame, 1);
            sp--;
            NEXT();
        CASE(DICT_MERGE)
            CHECK(eval_dict_merge(m, PEEK(oparg + 1), TOP(), PEEK(oparg + 4)));
            eval_drop(m, frame, 1);
            sp--;
            NEXT();
        CASE(LIST_TO_TUPLE)
            RESULT(1, tuple_from_array(m, ((ListObject *)TOP())->item, list_size(TOP())));
            NEXT();
        CASE(UNPACK_SEQUENCE)
        {
            Object *o = TOP();
            eval_count_unpacking(m, frame, ip, o, (ssize_t)oparg);
            if (!eval_unpack(m, o, (int)oparg, -1, sp - 1 + oparg)) {
                TOP() = o; /* the items had been written over it */
                goto error;
            }
            sp += (int)oparg - 1;
            SAVE();
            decref(m, o);
            NEXT();
        }
        CASE(UNPACK_EX)
        {
            int before = (int)(oparg & 0xfff), after = (int)(oparg >> 12);
            Object *o = TOP();
            if (!eval_unpack(m, o, before, after, sp + before + after)) {
                TOP() = o;
                goto error;
            }
            sp += before + after;
            SAVE();
            decref(m, o);
            NEXT();
        }
        CASE(FORMAT_VALUE)
            RESULT(oparg & 4 ? 2 : 1, eval_format(m, oparg & 4 ? PEEK(2) : TOP(), oparg,
                                                  oparg & 4 ? TOP() : NULL));
            NEXT();

        /* ---- jumps ---- */
        CASE(JUMP)
            frame->code->warmth += (int)oparg < (int)(ip - frame->code->code);
            JUMP_TO(oparg);
            NEXT();
        CASE(POP_JUMP_IF_FALSE)
        CASE(POP_JUMP_IF_TRUE)
        {
            Object *o = TOP();
            int r = eval_fast_truth(m, o);
            CHECK(r >= 0);
            sp--;
            SAVE();
            decref(m, o);
            if (r == (INSTRUCTION_OP(*ip) == OP_POP_JUMP_IF_TRUE))
                JUMP_TO(oparg);
            NEXT();
        }
        CASE(JUMP_IF_FALSE_OR_POP)
        CASE(JUMP_IF_TRUE_OR_POP)
        {
            Object *o = TOP();
            if (m->profile->truth_of_a_copy)
                incref(o);
            int r = eval_fast_truth(m, o);
            if (m->profile->truth_of_a_copy)
                decref(m, o);
            CHECK(r >= 0);
            if (r == (INSTRUCTION_OP(*ip) == OP_JUMP_IF_TRUE_OR_POP)) {
                frame->next = frame->code->code + oparg;
            } else {
                sp--;
                SAVE();
                decref(m, o);
            }
            NEXT();
        }
        CASE(GET_ITER)
            RESULT(1, object_getiter(m, TOP()));
            NEXT();
        CASE(FOR_ITER)
        {
            Object *iterator = TOP();
            Object *o = iterator->type == m->types.range_iterator
                            ? range_iterator_next(m, iterator)
                        : __builtin_expect(trace_on(m), 0)
                            ? trace_next(m, frame, iterator)
                            : iter_next(m, iterator);
            if (o) {
                PUSH(o);
                NEXT();
            }
            CHECK(!m->exception);
            sp--;
            SAVE();
            decref(m, iterator);
            frame->next = frame->code->code + oparg;
            NEXT();
        }

        /* ---- calls ---- */
        CASE(CALL)
        CASE(CALL_KW)
        {
            Object *names = NULL;
            if (INSTRUCTION_OP(*ip) == OP_CALL_KW)
                names = POP();
            size_t total = oparg, nargs = total - (names ? (size_t)tuple_size(names) : 0);
            Object **args = sp - total, *self = args[-1], *callable = args[-2];
            if (callable->type == m->types.method && !self) {
                MethodObject *bound = (MethodObject *)callable;
                self = args[-1] = newref(bound->self);
                args[-2] = newref(bound->function);
                decref(m, callable);
                callable = args[-2];
            }
            if (callable->type == m->types.function) {
                sp = args - 2;
                SAVE();
                called = call_push_frame(m, (FunctionObject *)callable, self, args, nargs, names);
                given = nargs + (self != NULL);
                decref(m, callable);
                xdecref(m, names);
                goto enter_called;
            }
            Object *r;
            unsigned shortcuts = eval_call_shortcuts(m, frame, ip, callable, nargs, names);
            bool checked = !(shortcuts & CALL_UNCHECKED);
            FunctionObject *init = self || names ? NULL
                                                 : eval_inlined_init(m, frame, ip, callable, nargs);
            if (init) {
                SAVE();
                frame->top -= total;
                r = eval_make_instance(m, (Type *)callable, init, args, nargs);
                total = 0;
                checked = false;
            } else if (!self && !names &&
                       eval_call_is_str(m, frame, ip, callable, nargs)) {
                r = object_str(m, args[0]);
            } else if (!self && !names && eval_call_is_super(m, frame, ip, callable, nargs)) {
                checked = false;
                r = code_is_specialized(m, frame->code, ip, m->types.super)
                        ? super_unseen(m, args, nargs)
                        : object_vectorcall(m, callable, args, nargs, NULL);
                SAVE();
            } else {
                Object **first = self ? args - 1 : args;
                size_t passed = nargs + (self != NULL);
                r = __builtin_expect(trace_on(m), 0)
                        ? trace_vectorcall(m, frame, callable, first, passed, names)
                    : __builtin_expect(m->gc.traced, 0)
                        ? eval_call_bound(m, callable, first, passed, names)
                    : shortcuts & CALL_UNCOUNTED
                        ? slots_of(callable)->tp_call(m, callable, first, passed, names)
                        : object_vectorcall(m, callable, first, passed, names);
                SAVE();
            }
            eval_drop_call(m, frame, total);
            sp = args - 2;
            xdecref(m, names);
            CHECK(r);
            PUSH(r);
            if (checked)
                CHECK_BREAKER();
            NEXT();
        }
        CASE(CALL_FUNCTION_EX)
        {
            int n = oparg & 1 ? 4 : 3;
            Object *callable = sp[-n], **args = &sp[2 - n];
            CHECK(eval_args_to_tuple(m, callable, args));
            if (callable->type == m->types.function && m->profile->call_ex_inlined) {
                called = eval_push_frame_ex(m, frame, n);
                sp = frame->top;
                given = called ? (size_t)called->code->argcount : 0;
                goto enter_called;
            }
            Object *r = __builtin_expect(trace_on(m), 0)
                            ? trace_call_ex(m, frame, callable, *args, oparg & 1 ? TOP() : NULL)
                            : eval_call_ex_bound(m, callable, *args, oparg & 1 ? TOP() : NULL);
            eval_release(m, frame, n);
            sp -= n;
            CHECK(r);
            PUSH(r);
            CHECK_BREAKER();
            NEXT();
        }
        CASE(MAKE_FUNCTION)
        {
            int n = eval_function_parts(oparg);
            Object *f = eval_make_function(m, frame, oparg);
            CHECK(f);
            sp -= n + 1;
            PUSH(f);
            NEXT();
        }
        CASE(RETURN_VALUE)
        {
            Object *value = TOP();
            if (__builtin_expect(trace_on(m), 0))
                CHECK(trace_return(m, frame, value));
            if (frame->function)
                EMIT(m, RETURN, frame->function, value);
            sp--;
            SAVE();
            Frame *done = frame;
            bool leaves = done->entry;
            recursion_leave_frame(m, leaves && !done->generator && !done->inlined);
            m->frame = frame = done->previous;
            if (!done->generator)
                frame_pop(m, done);
            if (leaves)
                return value;
            sp = frame->top;
            PUSH(value);
            NEXT();
        }
        CASE(RETURN_GENERATOR)
        {
            Frame *done = frame;
            Object *g = generator_new(m, done);
            CHECK(g);
            bool leaves = done->entry;
            recursion_leave_frame(m, leaves && !done->inlined);
            m->frame = frame = done->previous;
            frame_release(m, done);
            if (leaves)
                return g;
            sp = frame->top;
            PUSH(g);
            NEXT();
        }
        CASE(YIELD_VALUE)
        {
            if (__builtin_expect(trace_on(m), 0))
                CHECK(trace_return(m, frame, TOP()));
            EMIT(m, GENERATOR_YIELD, frame->generator, TOP());
            Object *value = POP();
            SAVE();
            frame->generator->state = GENERATOR_SUSPENDED;
            recursion_leave_frame(m, false);
            m->frame = frame->previous;
            frame->previous = NULL;
            return value;
        }

        /* ---- the rest ---- */
        CASE(LOAD_ASSERTION_ERROR)
            PUSH(newref(m->exc[EXC_AssertionError]));
            NEXT();
        CASE(RAISE_VARARGS)
            if (eval_raise(m, oparg > 0 ? PEEK(oparg) : NULL, oparg > 1 ? TOP() : NULL))
                goto unwind;
            goto error;
        CASE(RERAISE)
        {
            Object *exception = POP();
            SAVE();
            error_restore(m, exception);
            goto unwind;
        }
        CASE(PUSH_EXC_INFO)
            eval_push_exc_info(m, frame);
            sp = frame->top;
            NEXT();
        CASE(POP_EXCEPT)
            eval_pop_except(m, frame);
            sp = frame->top;
            NEXT();
        CASE(CHECK_EXC_MATCH)
            CHECK(eval_check_match(m, frame));
            NEXT();
        CASE(CHECK_EG_MATCH)
            CHECK(eval_check_group_match(m, frame));
            NEXT();
        CASE(PREP_RERAISE_STAR)
            RESULT(2, eval_prepare_reraise(m, PEEK(2), TOP()));
            NEXT();
        CASE(BEFORE_WITH)
            CHECK(eval_before_with(m, frame, false));
            sp = frame->top;
            NEXT();
        CASE(BEFORE_ASYNC_WITH)
            CHECK(eval_before_with(m, frame, true));
            sp = frame->top;
            NEXT();
        CASE(WITH_EXCEPT_START)
        {
            Object *swallows = eval_with_except_start(m, frame);
            CHECK(swallows);
            PUSH(swallows);
            NEXT();
        }

        /* ---- yield from ---- */
        CASE(GET_YIELD_FROM_ITER)
            if (TOP()->type != m->types.generator)
                RESULT(1, eval_get_yield_from_iter(m, TOP(), frame->code->flags));
            NEXT();
        CASE(SEND)
        {
            bool nothing = TOP() == m->none;
            Object *yielded;
            bool going_on = generator_send(m, PEEK(2), &TOP(), &yielded);
            CHECK(yielded);
            if (__builtin_expect(trace_on(m), 0) && !going_on && nothing)
                trace_delegate_end(m, frame, yielded);
            Object *sent = TOP(); /* None, if the generator has taken it over */
            TOP() = yielded;
            decref(m, sent);
            if (!going_on)
                frame->next = frame->code->code + oparg;
            NEXT();
        }
        CASE(END_SEND)
        {
            Object *value = POP(), *receiver = TOP();
            TOP() = value;
            SAVE();
            decref(m, receiver);
            NEXT();
        }
        CASE(CLEANUP_THROW)
            if (!eval_cleanup_throw(m, frame))
                goto unwind;
            sp = frame->top;
            NEXT();

        /* ---- await ---- */
        CASE(GET_AWAITABLE)
            RESULT(1, eval_get_awaitable(m, TOP(), oparg));
            NEXT();
        CASE(GET_AITER)
            RESULT(1, eval_get_aiter(m, TOP()));
            NEXT();
        CASE(GET_ANEXT)
            RESULT(0, eval_get_anext(m, TOP()));
            NEXT();
        CASE(END_ASYNC_FOR)
        {
            Object *exception = TOP();
            if (eval_is_async_end(m, exception)) {
                eval_drop(m, frame, 2);
                sp -= 2;
                NEXT();
            }
            sp--;
            SAVE();
            error_restore(m, exception);
            goto unwind;
        }
        CASE(ASYNC_GEN_WRAP)
            RESULT(1, async_generator_wrap(m, TOP()));
            NEXT();
        CASE(TYPE_INTRINSIC)
        {
            int n = (int)(oparg >> TYPE_INTRINSIC_BITS);
            RESULT(n, eval_type_intrinsic(m, oparg & ((1 << TYPE_INTRINSIC_BITS) - 1), sp - n, n));
            NEXT();
        }
        CASE(LOAD_LOCALS)
            PUSH(newref(frame->locals));
            NEXT();
        CASE(LOAD_FROM_DICT_OR_GLOBALS)
            RESULT(1, eval_load_from_dict(m, frame, TOP(), NAME(oparg), NULL));
            NEXT();
        CASE(LOAD_FROM_DICT_OR_DEREF)
            RESULT(1, eval_load_from_dict(m, frame, TOP(),
                                          tuple_item(frame->code->localsplusnames, (ssize_t)oparg),
                                          frame->slot[oparg]));
            NEXT();
        CASE(PRINT_EXPR)
            CHECK(eval_display(m, TOP()));
            eval_drop(m, frame, 1);
            sp--;
            NEXT();

        /* ---- match ---- */
        CASE(GET_LEN)
        {
            ssize_t n = object_length(m, TOP());
            CHECK(n >= 0);
            RESULT(0, int_from_i64(m, n));
            NEXT();
        }
        CASE(MATCH_SEQUENCE)
            RESULT(0, newref(bool_of(m, type_has(TOP(), TYPE_SEQUENCE))));
            NEXT();
        CASE(MATCH_MAPPING)
            RESULT(0, newref(bool_of(m, type_has(TOP(), TYPE_MAPPING))));
            NEXT();
        CASE(MATCH_KEYS)
            RESULT(0, eval_match_keys(m, PEEK(2), TOP()));
            NEXT();
        CASE(MATCH_CLASS)
            RESULT(3, eval_match_class(m, PEEK(3), PEEK(2), (ssize_t)oparg, TOP()));
            NEXT();
        CASE(IMPORT_NAME)
            RESULT(2, eval_import(m, frame, NAME(oparg), PEEK(2), TOP()));
            NEXT();
        CASE(IMPORT_FROM)
        {
            Object *o = import_from(m, TOP(), NAME(oparg));
            CHECK(o);
            PUSH(o);
            NEXT();
        }
        CASE(IMPORT_STAR)
            CHECK(import_star(m, TOP(), frame->locals ? frame->locals : frame->globals) == 0);
            eval_drop(m, frame, 1);
            sp--;
            NEXT();
        CASE(LOAD_BUILD_CLASS)
        {
            Object *o = dict_get_str(m, frame->builtins, m->id.__build_class__);
            if (!o) {
                error_set(m, EXC_NameError, "__build_class__ not found");
                goto error;
            }
            PUSH(newref(o));
            NEXT();
        }
        CASE(SETUP_ANNOTATIONS)
            CHECK(eval_setup_annotations(m, frame));
            NEXT();
        case OPCODE_COUNT:
            break;
        }
        error_set(m, EXC_SystemError, "unknown opcode %u", (unsigned)INSTRUCTION_OP(*ip));
    error:
        traceback_add(m, frame);
        if (m->gc.traced)
            frame_trace_exception(m);
        if (__builtin_expect(trace_on(m), 0))
            trace_exception(m, frame);
    unwind:
        /* What is left of the operands still stands below frame->top. */
        while (!eval_find_handler(m, frame)) {
            eval_leave_where_raised(m, frame);
            recursion_leave_frame(m, frame->entry && !frame->generator && !frame->inlined);
            if (__builtin_expect(trace_on(m), 0) && !m->refusing)
                trace_return(m, frame, NULL);
            if (frame->function && !m->refusing)
                EMIT(m, EXCEPTION_UNWIND, m->exception, frame->function);
            if (frame->generator && !m->refusing)
                eval_stop_iteration_to_runtime_error(m, frame);
            Frame *done = frame;
            bool leaves = done->entry;
            m->frame = frame = done->previous;
            if (!done->generator)
                frame_pop(m, done);
            if (leaves)
                return NULL;
            traceback_add(m, frame);
            if (__builtin_expect(trace_on(m), 0))
                trace_exception(m, frame);
        }
        frame->handles = true;
        sp = frame->top;
    }
}
/* clang-format on */
