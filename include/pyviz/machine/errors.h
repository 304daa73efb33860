/* Raising: Python/errors.c.  The exception under way is machine->exception, NULL while there is
 * none; whoever sets it returns NULL or -1, and whoever sees that returns it on, or handles it. */
#ifndef PYVIZ_MACHINE_ERRORS_H
#define PYVIZ_MACHINE_ERRORS_H

#include <pyviz/machine/type.h>

#include <pyviz/base/buffer.h>

enum exception_id {
#define EXCEPTION(name, base) EXC_##name,
#include <pyviz/machine/exceptions.def>
#undef EXCEPTION
    EXC_COUNT
};

enum { EXCEPTION_EXTRAS = 8 };

typedef struct ExceptionObject {
    Object ob_base;
    Object *dict;      /* NULL until someone sets an attribute */
    Object *args;      /* tuple */
    Object *notes;     /* unused until add_note */
    Object *traceback; /* TracebackObject or NULL */
    Object *context, *cause;
    Object *value;      /* StopIteration.value, SystemExit.code, NameError.name, ... or NULL */
    Object *obj;        /* AttributeError.obj, ... or NULL */
    Object *suggestion; /* ImportError: the name that may have been meant, or NULL */
    Object *extra[EXCEPTION_EXTRAS]; /* what only a few types have: exception_types.c names them */
    bool suppress_context;
    /* Up to 3.11 an exception under way has its new traceback beside it, and `traceback` becomes
     * its own only when it is caught: until then this is its own (NULL: none) if `under_way`. */
    bool under_way;
    Object *own_traceback;
} ExceptionObject;

/* It is caught: the traceback that it has got under way is its own. */
void error_settle(Machine *m, Object *exception);

/* Each of these sets the exception and returns NULL, so that `return error_set(...)` reads well.
 * The format knows printf's %s %d %c %zd %ld %lld %x %% with widths and precisions, and
 *   %R repr(Object *)   %S str(Object *)   %T the name of type(Object *)   %U a StrObject * as text
 */
void *error_set(Machine *m, enum exception_id type, const char *format, ...);
/* Raises another exception because of the one under way, its __cause__ and __context__ then:
 * Python/errors.c: _PyErr_FormatFromCause. */
void *error_from_cause(Machine *m, enum exception_id type, const char *format, ...);
/* Raises type(arg): KeyError(key), StopIteration(value); arg NULL: type(). */
void *error_set_object(Machine *m, enum exception_id type, Object *arg);
/* The same as PyErr_SetObject (Python/errors.c) does: None is no argument, a tuple all of them. */
void *error_set_value(Machine *m, enum exception_id type, Object *value);
void *error_set_none(Machine *m, enum exception_id type);
void *error_no_memory(Machine *m);
/* What CPython can do and the machine cannot yet: ends the program, cannot be caught.  The message
 * reads "<what> is not simulated yet". */
void *error_not_simulated(Machine *m, const char *format, ...);

static inline bool error_occurred(Machine *m);
bool error_matches(Machine *m, enum exception_id type); /* isinstance(the one under way, type) */
/* The innermost exception that is being handled (sys.exception()): borrowed, NULL if there is none.
 */
Object *error_handled(Machine *m);
void error_clear(Machine *m);
/* Takes the exception away (NULL: none) / puts one back (steals). */
Object *error_fetch(Machine *m);
/* The pending exception, if any, is wanted as an object: exception_make. */
void error_make(Machine *m);
void error_restore(Machine *m, Object *exception);

/* What CPython prints for an uncaught exception, traceback first; ends with a newline. */
void error_print(Machine *m, Object *exception, struct buffer *out);
/* The same without what it is a consequence of. */
void error_print_alone(Machine *m, Object *exception, struct buffer *out);

/* ---- Python/getargs.c ------------------------------------------------------------------------ */

/* "pop expected at most 1 argument, got 2" */
bool arg_check_positional(Machine *m, const char *name, size_t nargs, size_t min, size_t max);
/* "list.sort() takes no keyword arguments" */
bool arg_no_keywords(Machine *m, const char *name, Object *kwnames);
/* The parser of a function's keywords is asked: if for the first time, there is from then on a
 * tuple of its names, which counts for the collector.  `function` and `names` are constants, one
 * pair for each function.  False: MemoryError.  Python/getargs.c: parser_init. */
bool arg_late_parser(Machine *m, const char *function, const char *const *names);
/* Sorts positional and keyword arguments into out[0..n-1] (borrowed; NULL if absent) as Argument
 * Clinic does.  names[i] is "" for positional-only, NULL ends the list; the first `required` must
 * be there; at most `positional` may come without a name.  false: TypeError set. */
bool arg_parse(Machine *m, const char *name, Object *const *args, size_t nargs, Object *kwnames,
               const char *const *names, size_t required, size_t positional, Object **out);
/* The same for functions whose parser is there when a program begins, since start-up has called
 * them, or which have none (PyArg_ParseTupleAndKeywords). */
bool arg_parse_known(Machine *m, const char *name, Object *const *args, size_t nargs,
                     Object *kwnames, const char *const *names, size_t required, size_t positional,
                     Object **out);

#include <pyviz/machine/machine.h>
static inline bool error_occurred(Machine *m)
{
    return m->exception != NULL;
}

#endif
