/* Functions of Python whose bodies are C.
 *
 * What CPython has in Python, and a lesson wants to look into, is written in C here, but for its
 * heading: modules/python/<name>.py defines the function with its parameters and variables, and
 * body_set puts a BodyFn in the place of its instructions.  It runs in the frame that a call has
 * made, as they would: parameters and variables lie in the frame's slots, what is handed to others
 * on its value stack; so reference counts, tracebacks and the depth of recursion are those of
 * CPython's function.
 *
 * Invariants: a body keeps every reference that can be seen while other code runs in a slot or on
 * the value stack; what it leaves on the stack when it returns goes with the frame. */
#ifndef PYVIZ_MACHINE_BODY_H
#define PYVIZ_MACHINE_BODY_H

#include "frame.h"

/* co_stacksize is CPython's; the body itself may push up to BODY_STACK values. */
enum { BODY_STACK = 16 };
/* 0, or -1 with an exception. */
int body_set(Machine *m, Object *function, BodyFn body, int co_stacksize);
/* The instruction NATIVE: a new reference, or NULL. */
Object *body_run(Machine *m, Frame *f);

/* A slot's value, that of its cell if it is one: borrowed; NULL while unbound. */
Object *body_local(Frame *f, int slot);
/* Binds a variable; steals the value. */
void body_set_local(Machine *m, Frame *f, int slot, Object *value);
/* A global name, or a builtin: borrowed; NULL with NameError. */
Object *body_global(Machine *m, Frame *f, Object *name);
/* Steals; takes the topmost n off again. */
void body_push(Frame *f, Object *o);
void body_drop(Machine *m, Frame *f, int n);

/* As CALL does from this frame: callable(*args).  Steals the arguments; f's innermost. */
Object *body_call(Machine *m, Frame *f, Object *callable, Object *const *args, size_t n);
/* Is it true, as POP_JUMP_IF_FALSE asks what lies on f's stack?  1, 0 or -1. */
int body_is_true(Machine *m, Frame *f, Object *o);
/* o[key], as BINARY_SUBSCR does, and o[key] = value, as STORE_SUBSCR.  They steal the key and the
 * value. */
Object *body_getitem(Machine *m, Frame *f, Object *o, Object *key);
int body_setitem(Machine *m, Frame *f, Object *o, Object *key, Object *value);
/* o.name(*args), as LOAD_METHOD and CALL do.  Steals the arguments, not o. */
Object *body_call_method(Machine *m, Frame *f, Object *o, Object *name, Object *const *args,
                         size_t n);
/* callable(*iterable), as CALL_FUNCTION_EX does.  Steals the iterable. */
Object *body_call_ex(Machine *m, Frame *f, Object *callable, Object *iterable);
/* getattr(o, name, None) from this frame: a new reference, None if it is missing; NULL: an
 * error. */
Object *body_getattr(Machine *m, Frame *f, Object *o, Object *name);
/* A function made of the i-th code object among the frame's constants, over the frame's cells. */
Object *body_inner_function(Machine *m, Frame *f);
/* What an except clause of this frame would hold while it handles KeyError(key): a new reference.
 * The error was never seen by anybody, so there is no event. */
Object *body_key_error(Machine *m, Frame *f, Object *key);

#endif
