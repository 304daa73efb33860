/* Warnings, as CPython prints them on standard error: Python/_warnings.c, Lib/warnings.py.
 *
 * While the program has not imported the module warnings, the filters are the default ones: a
 * SyntaxWarning is shown always, a DeprecationWarning of the program's own code once a line.  From
 * then on the module decides. */
#ifndef PYVIZ_MACHINE_WARNINGS_H
#define PYVIZ_MACHINE_WARNINGS_H

#include <pyviz/machine/errors.h>

/* n bytes on standard error, as they are. */
void warn_write(Machine *m, const char *text, size_t n);
/* Appends to standard error. */
void stderr_write(Machine *m, const char *text, size_t n);
/* The code that a SyntaxWarning is about. */
struct warned_code {
    const char *file;                /* as tracebacks have it */
    const struct SourceText *source; /* or NULL: its lines cannot be shown */
    bool parsing;                    /* the parser has found it, not the compiler */
    bool deprecated;                 /* it is a DeprecationWarning */
};
/* A SyntaxWarning, at a line of the source; what the compiler finds is said once since 3.13.4.
 * What does not fit into memory any more is not said. */
void warn_compiler(Machine *m, const struct warned_code *code, int line, const char *text);
/* Says again what was said from there to there (places in machine->err): code that CPython compiles
 * twice. */
void warn_again(Machine *m, size_t from, size_t to);
/* What the instruction under way does is deprecated; remembered in the module's
 * __warningregistry__.  Does nothing while the compiler folds.  -1 with an exception set on
 * error. */
int warn_deprecated(Machine *m, const char *text);
/* A DeprecationWarning: a method has returned v, of a subclass of its kind, "int" say. */
int warn_strict_subclass(Machine *m, const char *method, const char *kind, const Object *v);
/* A RuntimeWarning, its text as from printf. */
int warn_runtime(Machine *m, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The same for what will change its meaning. */
int warn_future(Machine *m, const char *text);
/* An ImportWarning. */
int warn_import(Machine *m, const char *text);
/* A RuntimeWarning about a coroutine that is being freed and was never run: Lib/warnings.py:
 * _warn_unawaited_coroutine.  0, or -1 with an exception. */
int warn_unawaited(Machine *m, Object *text, Object *coroutine);

#endif
