#include <pyviz/base/buffer.h>
#include <pyviz/base/utf8.h>

#include "cli.h"
#include "streams.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int write_error; /* errno of the first write that failed */
static bool closed;     /* standard output was closed before we came */

void streams_guard(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        if (fcntl(fd, F_GETFD) >= 0 || errno != EBADF)
            continue;
        closed = closed || fd == STDOUT_FILENO;
        /* The lowest that is free, which is this one; writing to it fails, as it would have. */
        if (open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
            _exit(EXIT_FAILED);
    }
}

bool streams_is_open(void)
{
    return !closed;
}

/* ---- escaping -------------------------------------------------------------------------------- */

static void append_escaped(struct buffer *b, const char *text, size_t n)
{
    for (size_t i = 0; i < n;) {
        size_t end = i;
        while (end < n && text[end] != '\n' && text[end] != '\t')
            end++;
        utf8_append_escaped(b, text + i, end - i);
        if (end < n)
            buffer_putc(b, text[end++]);
        i = end;
    }
}

/* ---- standard output ------------------------------------------------------------------------- */

static bool note_error(bool ok)
{
    if (!ok && !write_error)
        write_error = errno ? errno : EIO;
    return ok;
}

bool streams_write_raw(const char *text, size_t n)
{
    errno = 0;
    return note_error(fwrite(text, 1, n, stdout) == n);
}

bool streams_write(const char *text, size_t n)
{
    if (!isatty(STDOUT_FILENO))
        return streams_write_raw(text, n);
    struct buffer safe = {0};
    append_escaped(&safe, text, n);
    bool ok = streams_write_raw(buffer_text(&safe), safe.len);
    buffer_free(&safe);
    return ok;
}

bool streams_flush(void)
{
    errno = 0;
    return note_error(fflush(stdout) == 0);
}

int streams_finish(int status)
{
    streams_flush();
    if (!write_error)
        return status;
    fprintf(stderr, "pyviz: standard output: %s\n", strerror(write_error));
    return EXIT_FAILED;
}

/* ---- standard error -------------------------------------------------------------------------- */

void streams_complain(const struct buffer *why)
{
    struct buffer safe = {0};
    if (!why->len)
        return;
    streams_flush();
    append_escaped(&safe, why->data, why->len);
    fwrite(safe.data, 1, safe.len, stderr);
    buffer_free(&safe);
}

void streams_complainf(const char *format, ...)
{
    struct buffer why = {0};
    va_list args;
    va_start(args, format);
    buffer_vprintf(&why, format, args);
    va_end(args);
    streams_complain(&why);
    buffer_free(&why);
}
