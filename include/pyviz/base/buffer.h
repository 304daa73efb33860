/* A growable string of bytes on the host's heap, for everything that is built piece by piece:
 * messages, JSON, frames, program output.
 *
 * Invariant: data is NULL while cap is 0; otherwise data[len] is a NUL that len does not count, so
 * that a buffer of text can be printed as it stands.  Running out of memory ends the process with a
 * message: a teaching tool has nothing better to do with it. */
#ifndef PYVIZ_BASE_BUFFER_H
#define PYVIZ_BASE_BUFFER_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

struct buffer {
    char *data;
    size_t len, cap;
};

/* Makes room for `more` bytes and a NUL behind what is there; returns where they go. */
char *buffer_reserve(struct buffer *b, size_t more);
void buffer_append(struct buffer *b, const void *data, size_t n);
void buffer_puts(struct buffer *b, const char *s);
void buffer_putc(struct buffer *b, char c);
void buffer_printf(struct buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_vprintf(struct buffer *b, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));
/* The text so far, "" while there is none; it is the buffer's, valid until the next change. */
const char *buffer_text(const struct buffer *b);
/* Empties the buffer and keeps its memory. */
void buffer_clear(struct buffer *b);
/* Gives the memory back; the buffer is empty and usable afterwards. */
void buffer_free(struct buffer *b);

/* Stretches of a text that are to stand out, [start, end) in bytes, one behind the other; of more
 * than there is room for the last are left out. */
enum { SPANS_MOST = 24 };
struct spans {
    size_t count;
    struct {
        size_t start, end;
    } at[SPANS_MOST];
};

/* From start to the present end of the text.  spans may be NULL. */
void spans_add(struct spans *spans, const struct buffer *text, size_t start);

/* malloc, calloc and realloc that never return NULL, and the free that goes with them. */
void *base_alloc(size_t size);
void *base_calloc(size_t count, size_t size);
void *base_realloc(void *p, size_t size);
char *base_strdup(const char *s);
void base_free(void *p);

#endif
