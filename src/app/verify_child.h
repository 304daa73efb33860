/* The real CPython that `verify` runs the program under.
 *
 * It is started as `python3 FILE` in a process of its own, with the observer (observe.py) found as
 * sitecustomize.  What it prints goes into memory, so that it never waits for us; what the observer
 * tells comes through a pipe.  A folder for the observer's files lives as long as the child; a
 * signal that ends pyviz meanwhile removes it too. */
#ifndef PYVIZ_APP_VERIFY_CHILD_H
#define PYVIZ_APP_VERIFY_CHILD_H

#include <pyviz/base/buffer.h>

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum child_end {
    CHILD_RUNNING,
    CHILD_ENDED,       /* the process is over: status */
    CHILD_TIMED_OUT,   /* stopped by us */
    CHILD_INTERRUPTED, /* a signal asks us to end: signal */
};

/* Who is there with the program: app/observe.py, app/record.py. */
enum child_company { CHILD_ALONE, CHILD_OBSERVED, CHILD_RECORDED };

struct child_options {
    const char *python; /* a path, or a name to be looked for on PATH */
    enum child_company company;
    bool collector_off;      /* when the program begins */
    const char *script;      /* the path of the file, or "-" with `text` on standard input */
    const char *code;        /* -c CODE, in its place */
    const char *const *args; /* the program's, ending with NULL; or NULL */
    const char *name;        /* a file of that name with `text` is made and run; or NULL */
    const char *text;
    size_t text_len;
    const char *plan; /* for the observer */
    size_t plan_len;
    const char *words;
    size_t words_len;
    const char *imports; /* what it will import of CPython's library */
    size_t imports_len;
    const char *input; /* standard input; not with script "-" */
    size_t input_len;
    uint64_t hash_seed;
    size_t max_output; /* bytes */
    int seconds;       /* it may run */
};

struct child {
    pid_t pid;
    int pipe, out, err; /* files in memory, the last two */
    char folder[64];    /* "" once it is gone */
    char script[128];   /* a file made in it, or "" */
    int64_t deadline;   /* milliseconds */
    enum child_end end;
    int status; /* as waitpid tells */
    int signal;
    struct buffer text; /* from the pipe */
    size_t at;
};

/* False with a message appended to `why`. */
bool child_start(struct child *c, const struct child_options *options, struct buffer *why);
/* The next line that the observer tells, without its newline, ended by a NUL; valid until the next
 * call.  NULL when there is no more: c->end says why. */
char *child_line(struct child *c);
/* Appends what is in `out` or `err`: at most n bytes from an offset on. */
void child_read(int fd, size_t offset, size_t n, struct buffer *to);
/* Waits for its end, or for whatever ends it: c->end. */
void child_await(struct child *c);
/* The signal that has come since child_start and asks us to end; 0: none. */
int child_signal(void);
/* Ends it, if need be, and removes what it left. */
void child_finish(struct child *c);

#endif
