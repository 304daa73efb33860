/* Exception objects and tracebacks: Objects/exceptions.c, Python/traceback.c. */
#ifndef PYVIZ_MACHINE_EXCEPTIONS_H
#define PYVIZ_MACHINE_EXCEPTIONS_H

#include <pyviz/machine/errors.h>

struct Frame;

/* One frame that the exception passed through. */
typedef struct TracebackObject {
    Object ob_base;
    Object *next; /* further in: the frame that raised, or NULL */
    Object *frame; /* FrameObject: keeps the frame's variables alive */
    Object *code; /* the frame's */
    int instruction; /* index into the code's instructions */
    int line;
} TracebackObject;

/* type(*args), without asking a Python-level __init__. */
Object *exception_new(Machine *m, Type *type, Object *const *args, size_t n);
/* Makes `exception` the one under way (steals), its context the one being handled; returns NULL. */
void *error_raise(Machine *m, Object *exception);
/* Whether an exception is one of a class, or of a tuple of classes.
 * Python/errors.c: PyErr_GivenExceptionMatches. */
bool exception_matches(Machine *m, Object *exception, Object *classes);
/* Adds the frame to the traceback of the exception under way: Python/traceback.c: PyTraceBack_Here. */
void traceback_add(Machine *m, struct Frame *frame);
/* Appends "Traceback (most recent call last):" and a block for every frame. */
void traceback_print(Machine *m, Object *traceback, struct buffer *out);
/* Fills in where in the source machine->refusal happened, from the innermost frame. */
void error_locate_refusal(Machine *m);
/* Makes what must exist before memory runs out.  0 or -1. */
int exceptions_boot(Machine *m);

#endif
