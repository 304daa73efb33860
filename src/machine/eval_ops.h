/* The work of single instructions that is too long for the loop's switch.  Private to eval*.c.
 * Those that return bool return false with an exception set. */
#ifndef PYVIZ_MACHINE_EVAL_OPS_H
#define PYVIZ_MACHINE_EVAL_OPS_H

#include "frame.h"

/* Takes n values (NULLs allowed) off the frame's stack, the top first. */
void eval_drop(Machine *m, Frame *f, int n);
/* The same, the lowest first: as instructions let go of their operands (Python/generated_cases.c.h:
 * DECREF_INPUTS). */
void eval_release(Machine *m, Frame *f, int n);
/* After a call of C code: the callable, self, the arguments. */
void eval_drop_call(Machine *m, Frame *f, size_t total);

void eval_unbound_local(Machine *m, Frame *f, int slot);
void eval_unbound_deref(Machine *m, Frame *f, int slot);
bool eval_delete_global(Machine *m, Frame *f, Object *name);
/* The two values on top are str: replaced by their sum, in place where nobody else holds the left
 * one (Python/ceval.c: unicode_concatenate).  The frame's stack is one shorter. */
bool eval_str_append(Machine *m, Frame *f);

Object *eval_build_list(Machine *m, Object **items, ssize_t n); /* steals unless it fails */
Object *eval_build_set(Machine *m, Object **items, ssize_t n);
Object *eval_build_map(Machine *m, Object *const *pairs, ssize_t n);
/* keys behind them */
Object *eval_build_const_key_map(Machine *m, Object *const *values, ssize_t n);
bool eval_list_extend(Machine *m, Object *list, Object *iterable);
bool eval_dict_update(Machine *m, Object *dict, Object *other);
bool eval_dict_merge(Machine *m, Object *dict, Object *other, Object *callable);
/* n items, then (after >= 0) a list of the rest and `after` items more, written downwards from
 * `to`: the first item ends on top.  Python/ceval.c: unpack_iterable. */
bool eval_unpack(Machine *m, Object *iterable, int n, int after, Object **to);
Object *eval_format(Machine *m, Object *value, unsigned conversion, Object *spec);
/* Replaces the iterable behind f(*iterable) by a tuple. */
bool eval_args_to_tuple(Machine *m, Object *callable, Object **args);
/* CALL_FUNCTION_EX of a Python function: binds the arguments, takes the n operands off the frame's
 * stack, and returns the new frame, not linked yet. */
Frame *eval_push_frame_ex(Machine *m, Frame *f, int n);
Object *eval_call_ex(Machine *m, Object *callable, Object *tuple, Object *kwargs);
/* Calls as the evaluation loop makes them while a trace function is told of everything (3.11): the
 * method of a builtin type is bound first.  Python/ceval.c: trace_call_function, do_call_core. */
Object *eval_call_bound(Machine *m, Object *callable, Object *const *args, size_t nargs,
                        Object *kwnames);
Object *eval_call_ex_bound(Machine *m, Object *callable, Object *args, Object *kwargs);
int eval_function_parts(unsigned flags);
/* Consumes the code and its parts from the stack above. */
Object *eval_make_function(Machine *m, Frame *f, unsigned flags);
/* IMPORT_NAME: through builtins.__import__, should the program have put another one there. */
Object *eval_import(Machine *m, Frame *f, Object *name, Object *level, Object *fromlist);
bool eval_setup_annotations(Machine *m, Frame *f);

/* ---- eval_exceptions.c ---- */
/* raise, raise exception, raise exception from cause.  true: the exception under way is one that
 * has been raised before, and its traceback gets no entry here. */
bool eval_raise(Machine *m, Object *exception, Object *cause);
/* The exception raised at the frame's instruction is handled by the frame: its stack is cut, the
 * exception is on it, and what is to be executed next is the handler.  false: it has none. */
bool eval_find_handler(Machine *m, Frame *f);
/* Nobody handles it: what only passed an exception on has left off where that was raised.
 * Python/bytecodes.c: RERAISE. */
void eval_leave_where_raised(Machine *m, Frame *f);
/* The exception on top is being handled from now on; what was before goes below it. */
void eval_push_exc_info(Machine *m, Frame *f);
/* What was handled before, on top, is so again. */
void eval_pop_except(Machine *m, Frame *f);
/* exception, classes -> exception, bool. */
bool eval_check_match(Machine *m, Frame *f);
/* What except* may name; false with TypeError. */
bool eval_check_star_types(Machine *m, Object *classes);
/* exception_group.c: exception, classes -> the rest, the matching part, either None if there is
 * none; the part is what is being handled from now on. */
bool eval_check_group_match(Machine *m, Frame *f);
/* The group that was caught, and the list of what its clauses raised and of what none took -> what
 * goes on, or None. */
Object *eval_prepare_reraise(Machine *m, Object *original, Object *results);
/* manager -> its bound __exit__, what __enter__() returned; __aexit__ and __aenter__. */
bool eval_before_with(Machine *m, Frame *f, bool async);
/* Calls __exit__ with the exception on top; NULL with an exception. */
Object *eval_with_except_start(Machine *m, Frame *f);
/* yield from: the exception thrown in at the yield, on top, is the end of the iterator below: its
 * value takes their places, receiver, value, exception -> None, value. */
bool eval_cleanup_throw(Machine *m, Frame *f);
/* What leaves a generator's frame: no StopIteration (PEP 479). */
void eval_stop_iteration_to_runtime_error(Machine *m, const Frame *f);

/* What the typing module makes for type parameters; which: enum type_intrinsic. */
Object *eval_type_intrinsic(Machine *m, unsigned which, Object *const *args, int n);
/* A name as an annotation scope in a class sees it: in the class's namespace, then in the cell, or
 * (cell NULL) among the globals. */
Object *eval_load_from_dict(Machine *m, Frame *f, Object *names, Object *name, Object *cell);
/* Shows a value as the interactive interpreter does. */
bool eval_display(Machine *m, Object *value);

/* ---- async.c ---- */
Object *eval_get_awaitable(Machine *m, Object *o, unsigned where);
/* flags: of the code that delegates. */
Object *eval_get_yield_from_iter(Machine *m, Object *o, int flags);
Object *eval_get_aiter(Machine *m, Object *o);
Object *eval_get_anext(Machine *m, Object *iterator);
bool eval_is_async_end(Machine *m, const Object *exception);

/* ---- eval_match.c ---- */
/* The values that a mapping has for the keys, as a tuple; None if one is missing. */
Object *eval_match_keys(Machine *m, Object *map, Object *keys);
/* The attributes that a class pattern asks for, nargs of them by __match_args__, as a tuple; None
 * if the subject is no instance or lacks one. */
Object *eval_match_class(Machine *m, Object *subject, Object *cls, ssize_t nargs, Object *names);

/* eval_class.c: names in a class body, whose namespace is frame->locals. */
Object *eval_load_name(Machine *m, Frame *f, Object *name, uint32_t *hint);
/* A name that lies neither in the globals nor in the builtins, unless the globals are a dict of a
 * kind of its own, with __missing__ perhaps.  A new reference, or NameError. */
Object *eval_missing_global(Machine *m, Frame *f, Object *name);
Object *eval_load_classderef(Machine *m, Frame *f, int slot);
bool eval_store_name(Machine *m, Frame *f, Object *name, Object *value);
bool eval_delete_name(Machine *m, Frame *f, Object *name);

#endif
