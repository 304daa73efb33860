/* print() and input(), and the streams behind them: Python/bltinmodule.c.
 *
 * What the program prints is collected in the machine.  One call of print() is one event, however
 * many pieces it writes. */
#include "builtins.h"
#include "stdio.h"

#include "../exceptions.h"
#include "../gc.h"
#include "../hush.h"
#include "../import.h"
#include "../run.h"

#include <pyviz/base/utf8.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include <string.h>

/* ---- the output ------------------------------------------------------------------------------ */

/* Room for n more bytes; NULL with MemoryError.  Ends the program at its limit. */
static char *output_reserve(Machine *m, size_t n)
{
    if (n > m->limits.output - m->out.total)
        run_end_at_limit(m,
                         "the limit of %zu bytes of output was reached: an endless loop? "
                         "(--max-output N sets another)",
                         m->limits.output);
    if (m->out.len + n > m->out.cap) {
        size_t cap = (m->out.len + n) * 2;
        char *data = heap_realloc(m, m->out.data, cap);
        if (!data)
            return NULL;
        m->out.data = data;
        m->out.cap = cap;
    }
    return m->out.data + m->out.len;
}

/* What is written to sys.stdout waits there: one piece by itself, several in a list, until there
 * are enough bytes; on a terminal until the line ends.  Modules/_io/textio.c:
 * textiowrapper_write. */
static void output_wait(Machine *m, size_t n, bool ends_line)
{
    enum { CHUNK = 8192 };
    bool full = m->profile->writes_gather ? n >= CHUNK : m->out.waiting_bytes + n > CHUNK;
    if (m->out.waiting && full)
        output_forward(m);
    int32_t serial = hush_serials(m); /* nobody will ever see it */
    if (m->out.waiting == 1 && !m->out.pieces && (m->out.pieces = list_new(m, 0)))
        m->out.pieces->flags |= OBJECT_QUIET;
    hush_serials_end(m, serial);
    m->out.waiting += m->out.waiting < 2;
    m->out.waiting_bytes += n;
    if (m->out.waiting_bytes >= CHUNK || (ends_line && m->out.is_terminal))
        output_forward(m);
}

/* The file gets what the buffer holds through a memoryview, of two objects; then signals are
 * looked for: Modules/_io/bufferedio.c: _bufferedwriter_flush_unlocked. */
static void write_through_memoryview(Machine *m)
{
    gc_count_allocation(m);
    gc_count_allocation(m);
    gc_count_free(m);
    gc_count_free(m);
    gc_look_at_breaker(m);
}

/* BufferedWriter keeps what fits behind what it has, or else what fits at all: as much as pipes
 * and files take at once. */
static void output_buffer(Machine *m, size_t n)
{
    enum { BUFFER = 4096 };
    bool fits = m->out.buffered + n <= BUFFER;
    m->out.buffered = fits ? m->out.buffered + n : n <= BUFFER ? n : 0;
    if (m->out.is_terminal)
        m->out.buffered = 0;
}

void output_lose(Machine *m)
{
    size_t lost = m->out.buffered + m->out.waiting_bytes;
    lost = lost < m->out.len ? lost : m->out.len;
    m->out.len -= lost;
    m->out.total -= lost;
    m->out.waiting = 0;
    m->out.waiting_bytes = m->out.buffered = 0;
}

void output_forward(Machine *m)
{
    bool any = m->out.waiting;
    output_buffer(m, m->out.waiting_bytes);
    m->out.waiting = 0;
    m->out.waiting_bytes = 0;
    clear_ref(m, m->out.pieces);
    while (m->out.nheld)
        decref(m, m->out.held[--m->out.nheld]);
    if (any && m->out.is_terminal)
        write_through_memoryview(m);
}

void output_through(Machine *m)
{
    output_forward(m);
    m->out.buffered = 0;
}

/* Text that waits as it is, ASCII and short, is the very object that was written. */
static void output_hold(Machine *m, Object *text)
{
    enum { LONGEST = 8192, FIRST = 16 };
    if (!m->out.waiting || object_is_immortal(text) || str_len(text) > LONGEST)
        return;
    if (m->out.nheld == m->out.held_cap) {
        size_t cap = m->out.held_cap ? m->out.held_cap * 2 : FIRST;
        Object **held = heap_realloc(m, m->out.held, cap * sizeof *held);
        if (!held)
            return;
        m->out.held = held;
        m->out.held_cap = cap;
    }
    m->out.held[m->out.nheld++] = newref(text);
}

static void output_grew(Machine *m, size_t n)
{
    m->out.len += n;
    m->out.total += n;
    if (n)
        transcript_add(m, false, n);
    const char *text = m->out.data + m->out.len - n;
    output_wait(m, n, n && (memchr(text, '\n', n) || memchr(text, '\r', n)));
}

static int output_append(Machine *m, const char *utf8, size_t n)
{
    char *to = n ? output_reserve(m, n) : NULL;
    if (n && !to)
        return -1;
    if (n)
        memcpy(to, utf8, n);
    output_grew(m, n);
    return 0;
}

static bool is_surrogate(uint32_t c)
{
    return c >= 0xd800 && c < 0xe000;
}

/* What the utf-8 codec says of lone surrogates, a run of them at a time. */
static void surrogate_error(Machine *m, Object *s, ssize_t at)
{
    ssize_t end = at + 1;
    while (end < str_len(s) && is_surrogate(str_at(s, end)))
        end++;
    error_set_unicode(m, EXC_UnicodeEncodeError, "utf-8", s, at, end, "surrogates not allowed");
}

static int append_wide(Machine *m, Object *s)
{
    size_t n = 0;
    char utf8[4];
    for (ssize_t i = 0; i < str_len(s); i++) {
        if (is_surrogate(str_at(s, i))) {
            surrogate_error(m, s, i);
            return -1;
        }
        n += utf8_encode(str_at(s, i), utf8);
    }
    char *to = output_reserve(m, n);
    if (!to)
        return -1;
    for (ssize_t i = 0; i < str_len(s); i++)
        to += utf8_encode(str_at(s, i), to);
    output_grew(m, n);
    return 0;
}

static int append_str(Machine *m, Object *s)
{
    const StrObject *text = (const StrObject *)s;
    if (!text->ascii)
        return append_wide(m, s);
    if (output_append(m, text->data, (size_t)text->length) < 0)
        return -1;
    if (text->length)
        output_hold(m, s);
    return 0;
}

int output_write(Machine *m, const char *utf8, size_t n)
{
    if (output_append(m, utf8, n) < 0)
        return -1;
    EMIT(m, OUTPUT, n);
    run_offer_output(m);
    return 0;
}

int output_write_str(Machine *m, Object *str)
{
    uint64_t before = m->out.total;
    if (append_str(m, str) < 0)
        return -1;
    EMIT(m, OUTPUT, m->out.total - before);
    run_offer_output(m);
    return 0;
}

/* ---- print ----------------------------------------------------------------------------------- */

/* None or nothing is the default; `what` is the argument's name. */
static bool text_or_default(Machine *m, Object **o, const char *what)
{
    if (*o == m->none)
        *o = NULL;
    if (!*o || is_str(*o))
        return true;
    error_set(m, EXC_TypeError, "%s must be None or a string, not %.200s", what, type_name(*o));
    return false;
}

/* Each piece is handed to the stream's method write(), an object of its own for as long as that
 * takes, which the collector counts: Objects/fileobject.c: PyFile_WriteObject. */
static int write_object(Machine *m, Object *o)
{
    gc_count_allocation(m);
    Object *text = object_str(m, o);
    int status = text ? append_str(m, text) : -1;
    xdecref(m, text);
    gc_count_free(m);
    return status;
}

static int write_or_default(Machine *m, Object *o, const char *byte)
{
    if (o)
        return write_object(m, o);
    gc_count_allocation(m);
    gc_look_at_breaker(m);
    int status = output_append(m, byte, 1);
    gc_count_free(m);
    return status;
}

static int print_all(Machine *m, Object *const *args, size_t nargs, Object *sep, Object *end)
{
    for (size_t i = 0; i < nargs; i++)
        if ((i > 0 && write_or_default(m, sep, " ") < 0) || write_object(m, args[i]) < 0)
            return -1;
    return write_or_default(m, end, "\n");
}

/* The same to anything with a write(): Python/bltinmodule.c: builtin_print_impl. */
static int print_object_to(Machine *m, Object *file, Object *o)
{
    Object *text = object_str(m, o);
    int status = text ? stdio_write_to(m, file, text) : -1;
    xdecref(m, text);
    return status;
}

static int print_ascii_to(Machine *m, Object *file, const char *ascii)
{
    Object *text = str_from_ascii(m, ascii);
    int status = text ? stdio_write_to(m, file, text) : -1;
    xdecref(m, text);
    return status;
}

static int print_to(Machine *m, Object *file, Object *const *args, size_t nargs, Object *const *out)
{
    for (size_t i = 0; i < nargs; i++) {
        if (i > 0 && (out[0] ? print_object_to(m, file, out[0]) : print_ascii_to(m, file, " ")) < 0)
            return -1;
        if (print_object_to(m, file, args[i]) < 0)
            return -1;
    }
    if ((out[1] ? print_object_to(m, file, out[1]) : print_ascii_to(m, file, "\n")) < 0)
        return -1;
    int flush = out[3] ? object_is_true(m, out[3]) : 0;
    return flush > 0 ? stdio_flush(m, file) : flush;
}

/* Where CPython has always had them, on standard output. */
static int print_here(Machine *m, Object *const *args, size_t nargs, Object *const *out)
{
    int flush = out[3] ? object_is_true(m, out[3]) : 0;
    if (flush < 0)
        return -1;
    uint64_t before = m->out.total;
    int status = print_all(m, args, nargs, out[0], out[1]);
    if (flush)
        output_through(m);
    if (m->out.total > before)
        EMIT(m, OUTPUT, m->out.total - before);
    run_offer_output(m);
    return status;
}

/* A stream, or else the one that sys has under a name: a reference where the version holds it while
 * it is used, or NULL. */
static Object *hold_stream(Machine *m, Object *given, Object *name)
{
    if (!m->profile->sys_attributes_held)
        return NULL;
    return xnewref(given ? given : dict_get_str(m, m->sys_dict, name));
}

BUILTIN(builtin_print)
{
    static const char *const names[] = {"sep", "end", "file", "flush", NULL};
    UNUSED_SELF;
    Object *out[4] = {0};
    if (m->profile->parsers_made_late && !arg_late_parser(m, "print", names))
        return NULL;
    if (kwnames && !arg_parse_known(m, "print", args + nargs, 0, kwnames, names, 0, 0, out))
        return NULL;
    bool is_given = out[2] && out[2] != m->none;
    Object *file = is_given ? out[2] : stdio_redirected(m, m->id.name_stdout);
    if (!is_given && !dict_get_str(m, m->sys_dict, m->id.name_stdout))
        return error_set(m, EXC_RuntimeError, "lost sys.stdout");
    if (!text_or_default(m, &out[0], "sep") || !text_or_default(m, &out[1], "end"))
        return NULL;
    Object *held = hold_stream(m, is_given ? file : NULL, m->id.name_stdout);
    int status = file == m->none ? 0
                 : file          ? print_to(m, file, args, nargs, out)
                                 : print_here(m, args, nargs, out);
    xdecref(m, held);
    return status < 0 ? NULL : newref(m->none);
}

/* ---- input ----------------------------------------------------------------------------------- */

/* Lines end with \n and nothing else: Python does not translate what standard input holds. */
Object *input_read_line(Machine *m)
{
    if (m->input_at >= m->input_len)
        return error_set(m, EXC_EOFError, "EOF when reading a line");
    const char *line = m->input + m->input_at;
    size_t left = m->input_len - m->input_at;
    const char *newline = memchr(line, '\n', left);
    size_t n = newline ? (size_t)(newline - line) : left;
    if (utf8_validate(line, n) != n)
        return error_not_simulated(m, "input() of bytes that are not UTF-8");
    m->input_at += newline ? n + 1 : n;
    return str_from_utf8(m, line, n);
}

/* A line of what has taken the place of sys.stdin. */
static Object *read_line_of(Machine *m, Object *file)
{
    Object *line = object_call_method(m, file, m->id.readline, NULL, 0);
    if (!line)
        return NULL;
    ssize_t n = is_str(line) ? str_len(line) : -1;
    Object *text = NULL;
    if (n < 0)
        error_set(m, EXC_TypeError, "object.readline() returned non-string");
    else if (n == 0)
        error_set(m, EXC_EOFError, "EOF when reading a line");
    else
        text = str_substring(m, line, 0, str_at(line, n - 1) == '\n' ? n - 1 : n);
    decref(m, line);
    return text;
}

static int write_prompt(Machine *m, Object *to, Object *prompt)
{
    Object *text = object_str(m, prompt);
    int status = !text ? -1 : to ? stdio_write_to(m, to, text) : output_write_str(m, text);
    xdecref(m, text);
    return status;
}

BUILTIN(builtin_input)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "input", nargs, 0, 1))
        return NULL;
    Object *from = stdio_redirected(m, m->id.name_stdin),
           *to = stdio_redirected(m, m->id.name_stdout);
    if (from == m->none || to == m->none)
        return error_set(m, EXC_RuntimeError, "input(): lost sys.%s",
                         from == m->none ? "stdin" : "stdout");
    Object *held_in = hold_stream(m, NULL, m->id.name_stdin),
           *held_out = hold_stream(m, NULL, m->id.name_stdout), *line = NULL;
    if (!nargs || write_prompt(m, to, args[0]) == 0) {
        output_forward(m);
        line = from ? read_line_of(m, from) : input_read_line(m);
    }
    xdecref(m, held_in);
    xdecref(m, held_out);
    return line;
}

/* open(): io's. */
BUILTIN(builtin_open)
{
    UNUSED_SELF;
    static const char *const names[] = {"file",    "mode",    "buffering", "encoding", "errors",
                                        "newline", "closefd", "opener",    NULL};
    Object *out[8];
    if (!arg_parse(m, "open", args, nargs, kwnames, names, 1, 8, out))
        return NULL;
    Object *name = str_intern_ascii(m, "io"), *io = name ? import_module(m, name) : NULL;
    Object *key = io ? str_intern_ascii(m, "_open") : NULL;
    Object *open = key ? object_getattr(m, io, key) : NULL;
    Object *file = open ? object_vectorcall(m, open, args, nargs, kwnames) : NULL;
    xdecref(m, name);
    xdecref(m, io);
    xdecref(m, key);
    xdecref(m, open);
    return file;
}

const MethodDef builtins_io_methods[] = {
    {"print", builtin_print, METH_KEYWORDS | METH_TUPLED,
     "Writes its arguments as text, and a newline."},
    {"open", builtin_open, METH_KEYWORDS, "A stream that reads or writes a file, in memory."},
    {"input", builtin_input, METH_FASTCALL, "Writes a prompt and reads a line."},
    {NULL, NULL, 0, NULL},
};
