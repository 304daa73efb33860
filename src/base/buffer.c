#include <pyviz/base/buffer.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *checked(void *p)
{
    if (!p) {
        fputs("pyviz: out of memory\n", stderr);
        abort();
    }
    return p;
}

void *base_alloc(size_t size)
{
    return checked(malloc(size ? size : 1));
}

void *base_calloc(size_t count, size_t size)
{
    return checked(calloc(count ? count : 1, size ? size : 1));
}

void *base_realloc(void *p, size_t size)
{
    return checked(realloc(p, size ? size : 1));
}

char *base_strdup(const char *s)
{
    return checked(strdup(s));
}

void base_free(void *p)
{
    free(p);
}

char *buffer_reserve(struct buffer *b, size_t more)
{
    if (b->cap - b->len <= more) {
        size_t want = b->cap + b->cap / 2;
        if (want < b->len + more + 1)
            want = b->len + more + 1;
        if (want < 64)
            want = 64;
        b->data = base_realloc(b->data, want);
        b->cap = want;
    }
    b->data[b->len] = '\0';
    return b->data + b->len;
}

void buffer_append(struct buffer *b, const void *data, size_t n)
{
    char *to = buffer_reserve(b, n);
    if (n)
        memcpy(to, data, n);
    b->len += n;
    b->data[b->len] = '\0';
}

void buffer_puts(struct buffer *b, const char *s)
{
    buffer_append(b, s, strlen(s));
}

void buffer_putc(struct buffer *b, char c)
{
    buffer_append(b, &c, 1);
}

void buffer_vprintf(struct buffer *b, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    if (n > 0) {
        char *to = buffer_reserve(b, (size_t)n);
        vsnprintf(to, (size_t)n + 1, format, again);
        b->len += (size_t)n;
    }
    va_end(again);
}

void buffer_printf(struct buffer *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buffer_vprintf(b, format, args);
    va_end(args);
}

const char *buffer_text(const struct buffer *b)
{
    return b->data ? b->data : "";
}

void spans_add(struct spans *spans, const struct buffer *text, size_t start)
{
    if (!spans || spans->count == SPANS_MOST || start == text->len)
        return;
    spans->at[spans->count].start = start;
    spans->at[spans->count++].end = text->len;
}

void buffer_clear(struct buffer *b)
{
    b->len = 0;
    if (b->data)
        b->data[0] = '\0';
}

void buffer_free(struct buffer *b)
{
    free(b->data);
    *b = (struct buffer){0};
}
