/* The evaluation loop: Python/ceval.c, Python/bytecodes.c. */
#ifndef PYVIZ_MACHINE_EVAL_H
#define PYVIZ_MACHINE_EVAL_H

#include "frame.h"

/* Runs a frame, linked already, and every Python function that it calls.  The result, or NULL with
 * an exception; the frame is gone, unless it is a generator's that yielded. */
Object *eval_frame(Machine *m, Frame *entry);
/* Runs a frame that has just been pushed, with so many arguments, and returns with it. */
Object *eval_run_entry(Machine *m, Frame *frame, size_t nargs);
/* tp_call of functions: for calls from C. */
Object *eval_call_function(Machine *m, Object *function, Object *const *args, size_t nargs,
                           Object *kwnames);
/* Runs a code object, with the cells of its free variables or NULL: exec() and eval().
 * Python/ceval.c: PyEval_EvalCode. */
Object *eval_code(Machine *m, Object *code, Object *globals, Object *locals, Object *closure);
/* Runs a module's code in its namespace. */
Object *eval_module(Machine *m, Object *code, Object *globals);

/* call.c: does CPython call it without packing the arguments into a tuple and a dict? */
bool call_has_vectorcall(Machine *m, const Object *callable);
/* Does it get arguments that are in a tuple and a dict as they are? */
bool call_takes_dict(Machine *m, const Object *callable);
/* type's vectorcall knows type(o) alone: for a new class it makes a tuple of the arguments. */
bool call_makes_class(const Machine *m, const Object *callable, size_t nargs);
/* f(*tuple): do the arguments lie in that tuple? */
bool call_is_packed(const Machine *m, Object *const *args, size_t nargs);
/* Who is called with a tuple and a dict may keep them: new references.  If none were made for this
 * call, they are now. */
Object *call_take_positional(Machine *m, Object *const *args, size_t nargs, Object *kwnames);
/* NULL with the error unset: there are no keywords. */
Object *call_take_keywords(Machine *m, Object *const *values, Object *kwnames);
/* The two while it is called: call_end_packed comes after. */
void call_begin_packed(Machine *m, Object *tuple, Object *dict, Object *const *values,
                       Object *kwnames);
void call_end_packed(Machine *m);
/* descriptor.c: is it a builtin function that gets its arguments in a tuple and a dict? */
bool builtin_packs(const Machine *m, const Object *o);
/* A tuple that only holds arguments: silent. */
Object *call_hold_arguments(Machine *m, Object *const *args, size_t n);
/* Lets go of that tuple, or NULL, when the call is over, whatever came of it. */
void call_release_arguments(Machine *m, Object *tuple);
/* Objects/call.c: _PyStack_UnpackDict: keywords that are in a dict are laid out for what has a
 * vectorcall. All arguments, and self unless NULL, get references of their own, and the names a
 * tuple, which nobody sees, until the call returns. */
struct call_unpacked {
    Object *self, *const *args, *names; /* names NULL: there was nothing to be laid out */
    size_t n;
};
struct call_unpacked call_unpack(Machine *m, const Object *callable, Object *self,
                                 Object *const *args, size_t nargs, Object *kwnames);
void call_unpack_end(Machine *m, const struct call_unpacked *u);
/* A frame for calling the function with args (stolen, self first if not NULL), bound to its
 * parameters.  NULL with TypeError; the arguments are gone either way.
 * Python/ceval.c: _PyEvalFramePushAndInit. */
Frame *call_push_frame(Machine *m, FunctionObject *f, Object *self, Object **args, size_t nargs,
                       Object *kwnames);

/* eval_make.c: what the instruction that the call at ip is specialized to leaves out, as flags. */
enum {
    CALL_UNCHECKED = 1, /* the look at the eval breaker: len(x), type(x), list.append(x) */
    CALL_UNCOUNTED = 2, /* the count of calls within each other: C functions that take an array */
};
unsigned eval_call_shortcuts(Machine *m, Frame *f, const instruction *ip, const Object *callable,
                             size_t nargs, bool named);
/* Is the call at ip specialized for str(x), which then makes no arguments of it? */
bool eval_call_is_str(Machine *m, Frame *f, const instruction *ip, const Object *callable,
                      size_t nargs);
/* eval_make.c: is the call at ip one of `super().name`, from 3.12 on one instruction,
 * LOAD_SUPER_ATTR, that does not look at the eval breaker? */
bool eval_call_is_super(const Machine *m, const Frame *f, const instruction *ip,
                        const Object *callable, size_t nargs);
/* objects/super.c: super(*args), where LOAD_SUPER_ATTR is specialized: CPython makes no such object
 * then, so it is none that counts.  A new reference, or NULL. */
Object *super_unseen(Machine *m, Object *const *args, size_t nargs);
/* objects/super.c: sets TypeError, for an object or class that is none of the type.  NULL. */
void *super_refuse(Machine *m, const Type *type, Object *obj);
/* objects/super.c: 1 with a function and, in place of *o, what it is to be called with; 0 with what
 * is bound already; -1.  Both are new references. */
int super_get_method(Machine *m, Object **o, Object *name, Object **method);
/* eval_make.c: the simple __init__ of a class, where the CALL at ip is specialized for it: it is
 * CPython 3.13's CALL_ALLOC_AND_ENTER_INIT then, which hands the arguments over to the frame.
 * NULL: it is not.  Borrowed. */
FunctionObject *eval_inlined_init(Machine *m, Frame *f, const instruction *ip, Object *callable,
                                  size_t nargs);
/* type(*args) by that __init__: steals the arguments, and lets go of the type below them: None lies
 * there afterwards. */
Object *eval_make_instance(Machine *m, Type *type, FunctionObject *init, Object **args,
                           size_t nargs);

/* eval_make.c: a, b = o makes an iterator even over a tuple or a list of the right size, unless the
 * instruction at ip is specialized for that: ours never does; it is counted all the same. */
void eval_count_unpacking(Machine *m, Frame *f, const instruction *ip, Object *o, ssize_t n);

/* A property's getter is about to be called with o: if a LOAD_ATTR asked for it, that has run
 * now. */
void eval_note_property(Machine *m, const Object *o);
/* The getter, where the LOAD_ATTR at ip is specialized for it; else NULL.  Borrowed.  The code has
 * specializations. */
FunctionObject *eval_inlined_getter(Machine *m, Frame *f, const instruction *ip, Object *o,
                                    Object *name);
/* The same of a class's own __getattribute__, which takes o and the name. */
void eval_note_getattribute(Machine *m, const Object *o);
/* A class with both hooks, for which it is never specialized. */
void eval_note_unfit(Machine *m, const Object *o);
FunctionObject *eval_inlined_getattribute(Machine *m, Frame *f, const instruction *ip, Object *o);
/* The __getitem__ of o's class, where the BINARY_SUBSCR at ip is specialized for it; else NULL.
 * Borrowed. */
FunctionObject *eval_inlined_getitem(Machine *m, Frame *f, const instruction *ip, const Object *o);

/* Is the STORE_SUBSCR at ip specialized for dicts, o one, and the key of a class that may
 * notice? */
bool eval_store_hands_over(Machine *m, Frame *f, const instruction *ip, const Object *o,
                           const Object *key);
/* Value, dict and key from there on: their references go over.  0 or -1. */
int eval_store_in_dict(Machine *m, Object *const *operands);

/* names.c: a name in a namespace, with a hint where it was last.  Borrowed; NULL: not there. */
Object *names_get(Machine *m, Object *dict, Object *name, uint32_t *hint);
int names_set(Machine *m, Object *dict, Object *name, Object *value, uint32_t *hint);
/* NameError, with the name.  NULL. */
void *names_error(Machine *m, Object *name);

#endif
