/* sys.stdin, sys.stdout and sys.stderr as objects, and writing to what stands in their place:
 * Modules/_io/textio.c, Objects/fileobject.c. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/modules.h>
#include <pyviz/machine/str.h>

#include "../import.h"
#include "../specs.h"
#include "../warnings.h"
#include "stdio.h"

#include <string.h>

enum stream { STREAM_IN, STREAM_OUT, STREAM_ERR };

typedef struct StdStream {
    Object ob_base;
    enum stream stream;
    bool closed;
} StdStream;

static enum stream stream_of(Object *o)
{
    return ((StdStream *)o)->stream;
}

/* ---- what sys names -------------------------------------------------------------------------- */

Object *stdio_redirected(Machine *m, Object *name)
{
    static const char *const names[] = {
        [STREAM_IN] = "stdin", [STREAM_OUT] = "stdout", [STREAM_ERR] = "stderr"};
    Object *o = dict_get_str(m, m->sys_dict, name);
    if (!o)
        return m->none;
    bool original = o->type == m->types.std_stream && !((StdStream *)o)->closed &&
                    str_equals_ascii(name, names[stream_of(o)]);
    return original ? NULL : o;
}

bool stdio_is_kind(Machine *m, const Type *type)
{
    static const char *const names[] = {"TextIOWrapper", "TextIOBase", "IOBase"};
    Object *name = str_intern_ascii(m, "io");
    Object *io = name ? dict_get_str(m, m->modules, name) : NULL;
    bool found = false;
    xdecref(m, name);
    for (size_t i = 0; io && is_exact(m, io, module) && !found && i < 3; i++) {
        Object *key = str_intern_ascii(m, names[i]);
        found = key && dict_get_str(m, ((ModuleObject *)io)->dict, key) == (const Object *)type;
        xdecref(m, key);
    }
    return found;
}

static bool is_open(Machine *m, Object *self)
{
    if (((StdStream *)self)->closed)
        error_set(m, EXC_ValueError, "I/O operation on closed file.");
    return !((StdStream *)self)->closed;
}

int stdio_write_to(Machine *m, Object *file, Object *text)
{
    Object *method = object_getattr(m, file, m->id.write);
    Object *r = method ? object_call1(m, method, text) : NULL;
    bool last = method && method->refcnt == 1 && file->refcnt == 1;
    if (r && last && is_exact(m, method, method) && ((MethodObject *)method)->self == file) {
        decref(m, r);
        r = error_not_simulated(m, "a file that goes away while it is written to");
    }
    xdecref(m, method);
    xdecref(m, r);
    return r ? 0 : -1;
}

int stdio_flush(Machine *m, Object *file)
{
    Object *r = object_call_method(m, file, m->id.flush, NULL, 0);
    xdecref(m, r);
    return r ? 0 : -1;
}

/* ---- reading --------------------------------------------------------------------------------- */

/* The next line of standard input, its newline included; "" at the end. */
static Object *next_line(Machine *m)
{
    if (m->input_at >= m->input_len)
        return newref(m->empty_str);
    bool whole = memchr(m->input + m->input_at, '\n', m->input_len - m->input_at) != NULL;
    Object *line = input_read_line(m), *text = NULL;
    if (line)
        text = whole ? str_printf(m, "%U\n", line) : newref(line);
    xdecref(m, line);
    return text;
}

static bool readable(Machine *m, Object *self)
{
    if (!is_open(m, self))
        return false;
    if (stream_of(self) == STREAM_IN)
        return true;
    error_not_simulated(m, "reading from standard output");
    return false;
}

static Object *stream_readline(Machine *m, Object *self, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    (void)args, (void)kwnames;
    if (nargs)
        return error_not_simulated(m, "sys.stdin.readline() of so many characters");
    return readable(m, self) ? next_line(m) : NULL;
}

static Object *stream_readlines(Machine *m, Object *self, Object *const *args, size_t nargs,
                                Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *lines = readable(m, self) ? list_new(m, 0) : NULL, *line;
    while (lines && (line = next_line(m)) && str_len(line))
        if (list_append_steal(m, lines, line) < 0)
            clear_ref(m, lines);
    if (lines && error_occurred(m))
        clear_ref(m, lines);
    return lines;
}

static Object *stream_read(Machine *m, Object *self, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    (void)args;
    if (nargs)
        return error_not_simulated(m, "sys.stdin.read() of so many characters");
    Object *lines = stream_readlines(m, self, NULL, 0, kwnames);
    Object *text =
        lines ? str_join(m, m->empty_str, ((ListObject *)lines)->item, (size_t)list_size(lines))
              : NULL;
    xdecref(m, lines);
    return text;
}

static Object *stream_next(Machine *m, Object *self)
{
    Object *line = readable(m, self) ? next_line(m) : NULL;
    if (line && str_len(line) == 0)
        clear_ref(m, line);
    return line;
}

/* ---- writing --------------------------------------------------------------------------------- */

static Object *stream_write(Machine *m, Object *self, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)nargs, (void)kwnames;
    if (!is_str(args[0]))
        return error_set(m, EXC_TypeError, "write() argument must be str, not %s",
                         type_name(args[0]));
    if (!is_open(m, self))
        return NULL;
    if (stream_of(self) == STREAM_IN)
        return error_not_simulated(m, "writing to standard input");
    if (stream_of(self) == STREAM_OUT) {
        if (output_write_str(m, args[0]) < 0)
            return NULL;
    } else {
        struct buffer text = {0};
        str_to_utf8(args[0], &text);
        stderr_write(m, buffer_text(&text), text.len);
        buffer_free(&text);
    }
    return int_from_i64(m, str_len(args[0]));
}

static Object *stream_writelines(Machine *m, Object *self, Object *const *args, size_t nargs,
                                 Object *kwnames)
{
    (void)nargs;
    Object *iterator = object_getiter(m, args[0]), *line;
    if (!iterator)
        return NULL;
    while ((line = iter_next(m, iterator))) {
        Object *n = stream_write(m, self, &line, 1, kwnames);
        decref(m, line);
        if (!n)
            break;
        decref(m, n);
    }
    decref(m, iterator);
    return error_occurred(m) ? NULL : newref(m->none);
}

static Object *stream_flush(Machine *m, Object *self, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    if (!is_open(m, self))
        return NULL;
    if (stream_of(self) == STREAM_OUT)
        output_through(m);
    return newref(m->none);
}

static Object *stream_close(Machine *m, Object *self, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    if (stream_of(self) == STREAM_OUT && !((StdStream *)self)->closed)
        output_through(m);
    ((StdStream *)self)->closed = true;
    return newref(m->none);
}

/* ---- what it is ------------------------------------------------------------------------------ */

static Object *stream_isatty(Machine *m, Object *self, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return newref(m->false_);
}

static Object *stream_readable(Machine *m, Object *self, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return newref(bool_of(m, stream_of(self) == STREAM_IN));
}

static Object *stream_writable(Machine *m, Object *self, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return newref(bool_of(m, stream_of(self) != STREAM_IN));
}

static Object *stream_fileno(Machine *m, Object *self, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return int_from_i64(m, stream_of(self));
}

static Object *stream_enter(Machine *m, Object *self, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return is_open(m, self) ? newref(self) : NULL;
}

static Object *get_name(Machine *m, Object *self)
{
    static const char *const names[] = {"<stdin>", "<stdout>", "<stderr>"};
    return str_from_ascii(m, names[stream_of(self)]);
}

static Object *get_mode(Machine *m, Object *self)
{
    return str_from_ascii(m, stream_of(self) == STREAM_IN ? "r" : "w");
}

static Object *get_encoding(Machine *m, Object *self)
{
    (void)self;
    return str_from_ascii(m, "utf-8");
}

static Object *get_errors(Machine *m, Object *self)
{
    return str_from_ascii(m, stream_of(self) == STREAM_ERR ? "backslashreplace" : "strict");
}

static Object *get_closed(Machine *m, Object *self)
{
    return newref(bool_of(m, ((StdStream *)self)->closed));
}

static Object *get_line_buffering(Machine *m, Object *self)
{
    return newref(bool_of(m, stream_of(self) == STREAM_ERR));
}

static Object *get_newlines(Machine *m, Object *self)
{
    (void)self;
    return newref(m->none);
}

/* The bytes under it: python/io._standard.py. */
static Object *get_buffer(Machine *m, Object *self)
{
    Object *io = import_ascii(m, "io"), *name = io ? str_intern_ascii(m, "_buffer_of") : NULL;
    Object *buffer = name ? object_call_method(m, io, name, &self, 1) : NULL;
    xdecref(m, name);
    xdecref(m, io);
    return buffer;
}

static Object *stream_repr(Machine *m, Object *self)
{
    static const char *const texts[] = {
        "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>",
        "<_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>",
        "<_io.TextIOWrapper name='<stderr>' mode='w' encoding='utf-8'>"};
    return str_from_ascii(m, texts[stream_of(self)]);
}

static void stream_dealloc(Machine *m, Object *o)
{
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static const MethodDef stream_methods[] = {
    {"write", stream_write, METH_O, "Writes a str; how many characters that were."},
    {"writelines", stream_writelines, METH_O, "Writes each str."},
    {"flush", stream_flush, METH_NOARGS, "Nothing waits to be written."},
    {"read", stream_read, METH_FASTCALL, "All the rest."},
    {"readline", stream_readline, METH_FASTCALL, "The next line."},
    {"readlines", stream_readlines, METH_FASTCALL, "All the lines that are left."},
    {"isatty", stream_isatty, METH_NOARGS, "Is it a terminal?"},
    {"fileno", stream_fileno, METH_NOARGS, "Its descriptor."},
    {"readable", stream_readable, METH_NOARGS, "Can it be read?"},
    {"writable", stream_writable, METH_NOARGS, "Can it be written?"},
    {"seekable", stream_isatty, METH_NOARGS, "Can it be rewound?"},
    {"close", stream_close, METH_NOARGS, "Nothing more is read or written."},
    {"__enter__", stream_enter, METH_NOARGS, NULL},
    {"__exit__", stream_close, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};
static const GetSetDef stream_getset[] = {
    {"name", get_name, NULL},
    {"mode", get_mode, NULL},
    {"encoding", get_encoding, NULL},
    {"errors", get_errors, NULL},
    {"closed", get_closed, NULL},
    {"line_buffering", get_line_buffering, NULL},
    {"newlines", get_newlines, NULL},
    {"buffer", get_buffer, NULL},
    {NULL, NULL, NULL},
};

static ssize_t stream_sizeof(Machine *m, Object *o)
{
    (void)o;
    return m->profile->text_stream_size;
}

const TypeSpec std_stream_spec = {
    .name = "_io.TextIOWrapper",
    .flags = TYPE_NO_NEW,
    .basicsize = 208, /* but see profile.text_stream_size */
    .size = sizeof(StdStream),
    .methods = stream_methods,
    .getset = stream_getset,
    .slots =
        {
            .tp_dealloc = stream_dealloc,
            .tp_repr = stream_repr,
            .tp_sizeof = stream_sizeof,
            .tp_iter = object_self_iter,
            .tp_iternext = stream_next,
        },
};

int stdio_boot(Machine *m)
{
    static const char *const names[][2] = {
        {"stdin", "__stdin__"}, {"stdout", "__stdout__"}, {"stderr", "__stderr__"}};
    for (int i = 0; i < 3; i++) {
        StdStream *s = object_new(m, m->types.std_stream, sizeof *s,
                                  (size_t)m->types.std_stream->tp_basicsize);
        if (!s)
            return -1;
        s->stream = (enum stream)i;
        int status = 0;
        for (int k = 0; k < 2 && status == 0; k++) {
            Object *key = str_intern_ascii(m, names[i][k]);
            status = key ? dict_set(m, m->sys_dict, key, (Object *)s) : -1;
            xdecref(m, key);
        }
        decref(m, s);
        if (status < 0)
            return -1;
    }
    return 0;
}
