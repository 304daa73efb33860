/* Exception objects and tracebacks: Objects/exceptions.c, Python/traceback.c. */
#ifndef PYVIZ_MACHINE_EXCEPTIONS_H
#define PYVIZ_MACHINE_EXCEPTIONS_H

#include <pyviz/machine/errors.h>

#include <stddef.h>

struct Frame;

/* ---- for exceptions.c and exception_types.c -------------------------------------------------- */

enum { EXCEPTION_SIZE = 72 };
#define EXCEPTION_SPEC(exception_name, ...)                                                        \
    {                                                                                              \
        .name = exception_name, .flags = TYPE_BASETYPE | TYPE_GC | TYPE_EXC_SUBCLASS,              \
        .basicsize = EXCEPTION_SIZE, .size = sizeof(ExceptionObject),                              \
        .dictoffset = offsetof(ExceptionObject, dict), __VA_ARGS__                                 \
    }
/* Replaces args, unless the items are the same. */
int exception_set_args(Machine *m, Object *o, Object *const *args, size_t nargs);
int exception_init(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames);
Object *exception_str(Machine *m, Object *o);
int exception_add_note(Machine *m, Object *e, Object *note /* str */);
/* The keyword arguments of an exception's __init__, whose positional ones may be any. */
bool exception_keywords(Machine *m, const char *type, Object *const *args, size_t nargs,
                        Object *kwnames, const char *const *names, Object **out);
/* Sets a field to a new reference to value, which may be NULL. */
void exception_put(Machine *m, Object **field, Object *value);
/* BaseException.__new__ */
Object *exception_tp_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                         Object *kwnames);
/* exception_reduce.c: BaseException.__reduce__ and __setstate__; OSError's; the dict of an
 * exception with fields of its own in it, where any of them is not NULL (else None): a new
 * reference. */
Object *exception_reduce(Machine *m, Object *self, Object *const *args, size_t nargs,
                         Object *kwnames);
Object *exception_setstate(Machine *m, Object *self, Object *const *args, size_t nargs,
                           Object *kwnames);
Object *exception_os_reduce(Machine *m, Object *self, Object *file, Object *file2);
Object *exception_named_state(Machine *m, Object *self, const char *const *names,
                              Object *const *values);
extern const TypeSpec base_exception_group_spec, os_error_spec, import_error_spec,
    syntax_error_spec, unicode_decode_error_spec, unicode_encode_error_spec,
    unicode_translate_error_spec;

/* ---- for all --------------------------------------------------------------------------------- */

/* A SyntaxError with a line number, made by the program. */
bool exception_has_position(Machine *m, Object *exception);
/* Prints where the program text is wrong that a SyntaxError with a position is about: the file, the
 * line, carets.  Its message, a new str. */
Object *exception_print_place(Machine *m, Object *e, struct buffer *out);
/* exception_group.c */
bool exception_is_group(const Machine *m, const Object *o);
Object *exception_group_items(const Object *group); /* a tuple, borrowed */
/* Raises UnicodeDecodeError or UnicodeEncodeError; returns -1. */
int error_set_unicode(Machine *m, enum exception_id type, const char *encoding, Object *object,
                      ssize_t start, ssize_t end, const char *reason);

/* One frame that the exception passed through. */
typedef struct TracebackObject {
    Object ob_base;
    Object *next;    /* further in: the frame that raised, or NULL */
    Object *frame;   /* FrameObject: keeps the frame's variables alive */
    Object *code;    /* the frame's, which holds it; owned once that is gone */
    int instruction; /* index into the code's instructions */
    int line;
} TracebackObject;

/* type(*args), without asking a Python-level __init__. */
Object *exception_new(Machine *m, Type *type, Object *const *args, size_t n);
/* The same where CPython, up to 3.11, keeps only the type and the value until somebody wants the
 * exception: neither it nor the tuple of its arguments (but for a tuple `packed` at once) is in the
 * model yet. Most that C functions raise and C functions catch are never made. */
Object *exception_new_later(Machine *m, Type *type, Object *const *args, size_t n, bool packed);
/* Makes one that exception_new_later gave: Python/errors.c: _PyErr_NormalizeException. */
void exception_make(Machine *m, Object *exception);
/* Makes `exception` the one under way (steals), its context the one being handled; returns NULL. */
void *error_raise(Machine *m, Object *exception);
/* Whether an exception is one of a class, or of a tuple of classes.
 * Python/errors.c: PyErr_GivenExceptionMatches. */
bool exception_matches(Machine *m, Object *exception, Object *classes);
/* Adds the frame to the traceback of an exception, without a word.  false: no memory. */
bool traceback_note(Machine *m, Object *exception, struct Frame *frame);
/* Adds the frame to the traceback of the exception under way: Python/traceback.c:
 * PyTraceBack_Here. */
void traceback_add(Machine *m, struct Frame *frame);
/* Appends what one entry prints; nothing for a frame of the library. */
void traceback_print_entry(Machine *m, const TracebackObject *tb, struct buffer *out);
/* Appends "Traceback (most recent call last):" and a block for every frame. */
void traceback_print(Machine *m, Object *traceback, bool carets, struct buffer *out);
/* Fills in where in the source machine->refusal happened, from the innermost frame. */
void error_locate_refusal(Machine *m);
/* Makes what must exist before memory runs out.  0 or -1. */
int exceptions_boot(Machine *m);

#endif
