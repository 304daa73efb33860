/* Standard output and standard error, as the commands write them.
 *
 * Invariants: no control character of a program, a file or an argument reaches a terminal or
 * standard error as it is; a program's output in a pipe or a file is unchanged; what cannot be
 * written is told of, once, and makes the exit status 1. */
#ifndef PYVIZ_APP_STREAMS_H
#define PYVIZ_APP_STREAMS_H

#include <stdbool.h>
#include <stddef.h>

struct buffer;

/* Call first.  Takes the place of standard descriptors that are closed, so that no file is opened
 * in their stead and written to. */
void streams_guard(void);
/* False if standard output was closed from the start: python3 prints nothing then. */
bool streams_is_open(void);
/* Text on standard output; on a terminal with its control characters escaped, newlines and tabs
 * aside.  False if it cannot be written. */
bool streams_write(const char *text, size_t n);
/* The same as it is: for escape sequences of ours. */
bool streams_write_raw(const char *text, size_t n);
/* Lets out what is held.  False if it cannot be written. */
bool streams_flush(void);
/* At the end: what is still held goes out.  Returns status, or 1 with a message on standard error
 * if something could not be written. */
int streams_finish(int status);

/* Messages on standard error, escaped; standard output goes out before them. */
void streams_complain(const struct buffer *why);
void streams_complainf(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
