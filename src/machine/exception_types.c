/* The builtin exceptions with fields of their own: Objects/exceptions.c. */
#include <pyviz/base/utf8.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "exceptions.h"
#include "objects/bytes.h"

#include <string.h>

#define EXTRA(o, i) (((ExceptionObject *)(o))->extra[i])
#define FIELD(name, i)                                                                             \
    static Object *get_##name(Machine *m, Object *o)                                               \
    {                                                                                              \
        return newref(EXTRA(o, i) ? EXTRA(o, i) : m->none);                                        \
    }                                                                                              \
    static int set_##name(Machine *m, Object *o, Object *value)                                    \
    {                                                                                              \
        exception_put(m, &EXTRA(o, i), value);                                                     \
        return 0;                                                                                  \
    }

/* ---- OSError --------------------------------------------------------------------------------- */

enum { OS_ERRNO, OS_STRERROR, OS_FILENAME, OS_FILENAME2 };
FIELD(errno, OS_ERRNO)
FIELD(strerror, OS_STRERROR)
FIELD(filename, OS_FILENAME)
FIELD(filename2, OS_FILENAME2)

/* Which subtype OSError(errno, ...) makes. */
static enum exception_id os_error_of(int64_t number)
{
    static const struct {
        int number;
        enum exception_id id;
    } map[] = {
        {1, EXC_PermissionError},        {2, EXC_FileNotFoundError},
        {3, EXC_ProcessLookupError},     {4, EXC_InterruptedError},
        {10, EXC_ChildProcessError},     {11, EXC_BlockingIOError},
        {13, EXC_PermissionError},       {17, EXC_FileExistsError},
        {20, EXC_NotADirectoryError},    {21, EXC_IsADirectoryError},
        {32, EXC_BrokenPipeError},       {103, EXC_ConnectionAbortedError},
        {104, EXC_ConnectionResetError}, {108, EXC_BrokenPipeError},
        {110, EXC_TimeoutError},         {111, EXC_ConnectionRefusedError},
        {114, EXC_BlockingIOError},      {115, EXC_BlockingIOError},
    };
    for (size_t i = 0; i < sizeof map / sizeof *map; i++)
        if (map[i].number == number)
            return map[i].id;
    return EXC_OSError;
}

static int os_error_fill(Machine *m, Object *o, Object *const *args, size_t nargs)
{
    if (nargs < 2 || nargs > 5)
        return exception_set_args(m, o, args, nargs);
    exception_put(m, &EXTRA(o, OS_ERRNO), args[0]);
    exception_put(m, &EXTRA(o, OS_STRERROR), args[1]);
    if (nargs < 3 || args[2] == m->none)
        return exception_set_args(m, o, args, nargs);
    exception_put(m, &EXTRA(o, OS_FILENAME), args[2]);
    if (nargs == 5 && args[4] != m->none)
        exception_put(m, &EXTRA(o, OS_FILENAME2), args[4]);
    return exception_set_args(m, o, args, 2);
}

static Object *os_error_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                            Object *kwnames);
static int os_error_init(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames);

/* It is filled when it is made, unless a class has an __init__ of its own, but no __new__: then
 * that is to hand the arguments on.  Objects/exceptions.c: oserror_use_init. */
static bool is_filled_by_init(const Type *type)
{
    return type->slots.tp_init != os_error_init && type->slots.tp_new == os_error_new;
}

static Object *os_error_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    int overflow = 0;
    const TypeSlots *base = &m->exc[EXC_BaseException]->slots;
    if (is_filled_by_init(type))
        return base->tp_new(m, type, NULL, 0, NULL);
    if (!arg_no_keywords(m, type->tp_name, kwnames))
        return NULL;
    if (type == m->exc[EXC_OSError] && nargs >= 2 && nargs <= 5 && is_int(args[0])) {
        int64_t number = int_as_i64(args[0], &overflow);
        type = m->exc[overflow ? EXC_OSError : os_error_of(number)];
    }
    Object *o = base->tp_new(m, type, args, nargs, NULL);
    if (o && os_error_fill(m, o, args, nargs) < 0)
        clear_ref(m, o);
    return o;
}

static int os_error_init(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    if (!is_filled_by_init(o->type))
        return 0;
    return arg_no_keywords(m, o->type->tp_name, kwnames) ? os_error_fill(m, o, args, nargs) : -1;
}

static Object *os_error_str(Machine *m, Object *o)
{
    Object *number = EXTRA(o, OS_ERRNO), *text = EXTRA(o, OS_STRERROR);
    Object *file = EXTRA(o, OS_FILENAME), *file2 = EXTRA(o, OS_FILENAME2);
    number = number ? number : m->none;
    if (file && file2)
        return str_printf(m, "[Errno %S] %S: %R -> %R", number, text ? text : m->none, file, file2);
    if (file)
        return str_printf(m, "[Errno %S] %S: %R", number, text ? text : m->none, file);
    if (EXTRA(o, OS_ERRNO) && text)
        return str_printf(m, "[Errno %S] %S", number, text);
    return exception_str(m, o);
}

static const GetSetDef os_error_getset[] = {
    {"errno", get_errno, set_errno},
    {"strerror", get_strerror, set_strerror},
    {"filename", get_filename, set_filename},
    {"filename2", get_filename2, set_filename2},
    {NULL, NULL, NULL},
};
static Object *os_error_reduce(Machine *m, Object *self, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return exception_os_reduce(m, self, EXTRA(self, OS_FILENAME), EXTRA(self, OS_FILENAME2));
}

static const MethodDef os_error_methods[] = {{"__reduce__", os_error_reduce, METH_NOARGS, NULL},
                                             {NULL, NULL, 0, NULL}};
const TypeSpec os_error_spec = EXCEPTION_SPEC(
    "OSError", .getset = os_error_getset, .methods = os_error_methods,
    .slots = {.tp_new = os_error_new, .tp_init = os_error_init, .tp_str = os_error_str});

/* ---- ImportError ----------------------------------------------------------------------------- */

enum { IMPORT_MSG, IMPORT_NAME, IMPORT_PATH };
FIELD(import_msg, IMPORT_MSG)
FIELD(import_name, IMPORT_NAME)
FIELD(import_path, IMPORT_PATH)

static int import_error_init(Machine *m, Object *o, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    static const char *const names[] = {"name", "path", "name_from", NULL}, /* since 3.12 */
        *const older[] = {"name", "path", NULL};
    Object *out[3];
    if (exception_set_args(m, o, args, nargs) < 0 ||
        !exception_keywords(m, "ImportError", args, nargs, kwnames,
                            m->profile->import_error_has_name_from ? names : older, out))
        return -1;
    exception_put(m, &EXTRA(o, IMPORT_MSG), nargs == 1 ? args[0] : NULL);
    exception_put(m, &EXTRA(o, IMPORT_NAME), out[0]);
    exception_put(m, &EXTRA(o, IMPORT_PATH), out[1]);
    return 0;
}

static Object *import_error_str(Machine *m, Object *o)
{
    Object *text = EXTRA(o, IMPORT_MSG);
    return text && is_exact(m, text, str) ? newref(text) : exception_str(m, o);
}

static const GetSetDef import_error_getset[] = {
    {"msg", get_import_msg, set_import_msg},
    {"name", get_import_name, set_import_name},
    {"path", get_import_path, set_import_path},
    {NULL, NULL, NULL},
};
static Object *import_error_reduce(Machine *m, Object *self, Object *const *args, size_t nargs,
                                   Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    static const char *const names[] = {"name", "path", NULL};
    Object *const values[] = {EXTRA(self, IMPORT_NAME), EXTRA(self, IMPORT_PATH)};
    Object *own = ((ExceptionObject *)self)->args, *result = NULL;
    Object *state = exception_named_state(m, self, names, values);
    if (state)
        result = state == m->none ? tuple_pack(m, 2, (Object *)self->type, own)
                                  : tuple_pack(m, 3, (Object *)self->type, own, state);
    xdecref(m, state);
    return result;
}

static const MethodDef import_error_methods[] = {
    {"__reduce__", import_error_reduce, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
const TypeSpec import_error_spec =
    EXCEPTION_SPEC("ImportError", .getset = import_error_getset, .methods = import_error_methods,
                   .slots = {.tp_init = import_error_init, .tp_str = import_error_str});

/* ---- SyntaxError ----------------------------------------------------------------------------- */

enum {
    SYNTAX_MSG,
    SYNTAX_FILENAME,
    SYNTAX_LINENO,
    SYNTAX_OFFSET,
    SYNTAX_TEXT,
    SYNTAX_END_LINENO,
    SYNTAX_END_OFFSET,
    SYNTAX_PRINT
};
FIELD(syntax_msg, SYNTAX_MSG)
FIELD(syntax_filename, SYNTAX_FILENAME)
FIELD(syntax_lineno, SYNTAX_LINENO)
FIELD(syntax_offset, SYNTAX_OFFSET)
FIELD(syntax_text, SYNTAX_TEXT)
FIELD(syntax_end_lineno, SYNTAX_END_LINENO)
FIELD(syntax_end_offset, SYNTAX_END_OFFSET)
FIELD(syntax_print, SYNTAX_PRINT)

static int syntax_error_init(Machine *m, Object *o, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    if (exception_init(m, o, args, nargs, kwnames) < 0)
        return -1;
    if (nargs)
        exception_put(m, &EXTRA(o, SYNTAX_MSG), args[0]);
    if (nargs != 2)
        return 0;
    Object *info = sequence_tuple(m, args[1]);
    if (!info)
        return -1;
    ssize_t n = tuple_size(info);
    if (n != 4 && n != 6)
        error_not_simulated(m, "SyntaxError with details of %zd items", n);
    for (ssize_t i = 0; i < n && i < 6; i++)
        exception_put(m, &EXTRA(o, SYNTAX_FILENAME + i), tuple_item(info, i));
    decref(m, info);
    return m->exception ? -1 : 0;
}

/* The last part of a path. */
static Object *base_name(Machine *m, Object *path)
{
    struct buffer text = {0};
    str_to_utf8(path, &text);
    const char *slash = strrchr(buffer_text(&text), '/'),
               *name = slash ? slash + 1 : buffer_text(&text);
    Object *base = str_from_utf8(m, name, strlen(name));
    buffer_free(&text);
    return base;
}

static Object *syntax_error_str(Machine *m, Object *o)
{
    Object *text = EXTRA(o, SYNTAX_MSG) ? EXTRA(o, SYNTAX_MSG) : m->none;
    Object *file = EXTRA(o, SYNTAX_FILENAME), *line = EXTRA(o, SYNTAX_LINENO), *base, *r;
    bool has_line = line && is_exact(m, line, int_);
    if (!file || !is_str(file))
        return has_line ? str_printf(m, "%S (line %S)", text, line) : object_str(m, text);
    if (!(base = base_name(m, file)))
        return NULL;
    r = has_line ? str_printf(m, "%S (%U, line %S)", text, base, line)
                 : str_printf(m, "%S (%U)", text, base);
    decref(m, base);
    return r;
}

bool exception_has_position(Machine *m, Object *exception)
{
    return type_is_subtype(exception->type, m->exc[EXC_SyntaxError]) &&
           EXTRA(exception, SYNTAX_LINENO) && EXTRA(exception, SYNTAX_LINENO) != m->none;
}

static int int_field(Object *e, int field)
{
    int overflow;
    Object *value = EXTRA(e, field);
    return value && is_int(value) ? (int)int_as_i64(value, &overflow) : -1;
}

/* The line without its indentation, and carets under what is meant: Lib/traceback.py:
 * _format_syntax_error, and before 3.13 Python/pythonrun.c: print_error_text, which knows tabs for
 * indentation.  Columns count from 1: characters, or the bytes that CPython's compiler took for
 * such. */
static void print_syntax_line(Machine *m, Object *e, Object *text, struct buffer *out)
{
    ssize_t n = str_len(text), start = 0;
    bool in_python = m->profile->uncaught_printed_in_python || m->traceback_formats;
    while (n && str_at(text, n - 1) == '\n')
        n--;
    while (start < n && (str_at(text, start) == ' ' || str_at(text, start) == '\f' ||
                         str_at(text, start) == (in_python ? '\n' : '\t')))
        start++;
    buffer_puts(out, "    ");
    for (ssize_t i = start; i < n; i++)
        utf8_append(out, str_at(text, i));
    buffer_putc(out, '\n');
    int offset = int_field(e, SYNTAX_OFFSET), end = int_field(e, SYNTAX_END_OFFSET);
    int line = int_field(e, SYNTAX_LINENO), last = int_field(e, SYNTAX_END_LINENO);
    bool one_line = m->profile->uncaught_printed_in_python ? last == line : last <= line;
    if (offset < 0)
        return;
    if (end == 0 || end == -1)
        end = offset;
    if (!one_line)
        end = in_python ? (int)n + 1 : (int)str_len(text);
    if (!in_python && end > str_len(text) + 1)
        end = (int)str_len(text) + 1;
    if (in_python && offset > n + 1)
        offset = (int)n + 1;
    if (in_python && end > n + 1)
        end = (int)n + 1;
    if (offset >= end)
        end = offset + 1;
    if (offset - 1 < start)
        return;
    buffer_puts(out, "    ");
    for (ssize_t i = start; i < offset - 1; i++)
        buffer_putc(out, in_python && i < n && str_at(text, i) == '\t' ? '\t' : ' ');
    for (int i = offset; i < end; i++)
        buffer_putc(out, '^');
    buffer_putc(out, '\n');
}

Object *exception_print_place(Machine *m, Object *e, struct buffer *out)
{
    Object *name = EXTRA(e, SYNTAX_FILENAME), *text = EXTRA(e, SYNTAX_TEXT);
    Object *message = EXTRA(e, SYNTAX_MSG);
    buffer_puts(out, "  File \"");
    if (name && is_str(name))
        str_to_utf8(name, out);
    else
        buffer_puts(out, "<string>");
    buffer_printf(out, "\", line %d\n", int_field(e, SYNTAX_LINENO));
    if (text && is_str(text))
        print_syntax_line(m, e, text, out);
    return message && is_str(message) ? newref(message)
                                      : str_from_ascii(m, "<no detail available>");
}

static const GetSetDef syntax_error_getset[] = {
    {"msg", get_syntax_msg, set_syntax_msg},
    {"filename", get_syntax_filename, set_syntax_filename},
    {"lineno", get_syntax_lineno, set_syntax_lineno},
    {"offset", get_syntax_offset, set_syntax_offset},
    {"text", get_syntax_text, set_syntax_text},
    {"end_lineno", get_syntax_end_lineno, set_syntax_end_lineno},
    {"end_offset", get_syntax_end_offset, set_syntax_end_offset},
    {"print_file_and_line", get_syntax_print, set_syntax_print},
    {NULL, NULL, NULL},
};
const TypeSpec syntax_error_spec =
    EXCEPTION_SPEC("SyntaxError", .getset = syntax_error_getset,
                   .slots = {.tp_init = syntax_error_init, .tp_str = syntax_error_str});

/* ---- UnicodeError ---------------------------------------------------------------------------- */

enum { UNICODE_ENCODING, UNICODE_OBJECT, UNICODE_START, UNICODE_END, UNICODE_REASON };
FIELD(unicode_encoding, UNICODE_ENCODING)
FIELD(unicode_object, UNICODE_OBJECT)
FIELD(unicode_start, UNICODE_START)
FIELD(unicode_end, UNICODE_END)
FIELD(unicode_reason, UNICODE_REASON)

static bool unicode_argument(Machine *m, Object *o, bool right, size_t i, const char *wanted)
{
    if (!right)
        error_set(m, EXC_TypeError, "argument %zd must be %s, not %s", (ssize_t)i + 1, wanted,
                  o == m->none ? "None" : type_name(o));
    return right;
}

/* encoding (not when translating), object, start, end, reason */
static int unicode_init(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames,
                        size_t first, bool decoding)
{
    size_t wanted = 5 - first;
    if (exception_init(m, o, args, nargs, kwnames) < 0)
        return -1;
    if (nargs != wanted) {
        error_set(m, EXC_TypeError, "function takes exactly %zd arguments (%zd given)",
                  (ssize_t)wanted, (ssize_t)nargs);
        return -1;
    }
    for (size_t i = 0; i < nargs; i++) {
        size_t field = i + first;
        bool right = field == UNICODE_OBJECT ? (decoding ? is_bytes(args[i]) : is_str(args[i]))
                     : field == UNICODE_START || field == UNICODE_END ? is_int(args[i])
                                                                      : is_str(args[i]);
        if (field == UNICODE_OBJECT && decoding && !right) {
            error_set(m, EXC_TypeError, "a bytes-like object is required, not '%s'",
                      type_name(args[i]));
            return -1;
        }
        if ((field == UNICODE_START || field == UNICODE_END) && !right) {
            error_set(m, EXC_TypeError, "'%s' object cannot be interpreted as an integer",
                      type_name(args[i]));
            return -1;
        }
        if (!unicode_argument(m, args[i], right, i, "str"))
            return -1;
        exception_put(m, &EXTRA(o, field), args[i]);
    }
    return 0;
}

static int unicode_decode_init(Machine *m, Object *o, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    return unicode_init(m, o, args, nargs, kwnames, 0, true);
}

static int unicode_encode_init(Machine *m, Object *o, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    return unicode_init(m, o, args, nargs, kwnames, 0, false);
}

static int unicode_translate_init(Machine *m, Object *o, Object *const *args, size_t nargs,
                                  Object *kwnames)
{
    return unicode_init(m, o, args, nargs, kwnames, 1, false);
}

static int64_t number_of(Object *o)
{
    int overflow;
    return o && is_int(o) ? int_as_i64(o, &overflow) : 0;
}

/* "character '\xe9'", for an error of one character: the code in *code. */
static bool one_item(Object *o, int64_t length, int64_t *at)
{
    *at = number_of(EXTRA(o, UNICODE_START));
    return *at >= 0 && *at < length && number_of(EXTRA(o, UNICODE_END)) == *at + 1;
}

static Object *unicode_decode_str(Machine *m, Object *o)
{
    Object *object = EXTRA(o, UNICODE_OBJECT), *reason = EXTRA(o, UNICODE_REASON);
    int64_t at;
    if (!object)
        return newref(m->empty_str);
    if (one_item(o, ((BytesObject *)object)->size, &at))
        return str_printf(m, "'%S' codec can't decode byte 0x%02x in position %zd: %S",
                          EXTRA(o, UNICODE_ENCODING),
                          (unsigned char)((BytesObject *)object)->data[at], (ssize_t)at, reason);
    return str_printf(m, "'%S' codec can't decode bytes in position %zd-%zd: %S",
                      EXTRA(o, UNICODE_ENCODING), (ssize_t)at,
                      (ssize_t)number_of(EXTRA(o, UNICODE_END)) - 1, reason);
}

static Object *character_error(Machine *m, Object *o, const char *verb)
{
    Object *object = EXTRA(o, UNICODE_OBJECT), *reason = EXTRA(o, UNICODE_REASON), *who, *text;
    int64_t at;
    if (!object)
        return newref(m->empty_str);
    Object *encoding = EXTRA(o, UNICODE_ENCODING);
    who = encoding ? str_printf(m, "'%S' codec ", encoding) : newref(m->empty_str);
    if (!who)
        return NULL;
    if (one_item(o, str_len(object), &at)) {
        uint32_t code = str_at(object, (ssize_t)at);
        text = str_printf(m,
                          code < 0x100     ? "%Ucan't %s character '\\x%02x' in position %zd: %S"
                          : code < 0x10000 ? "%Ucan't %s character '\\u%04x' in position %zd: %S"
                                           : "%Ucan't %s character '\\U%08x' in position %zd: %S",
                          who, verb, (unsigned)code, (ssize_t)at, reason);
    } else {
        text = str_printf(m, "%Ucan't %s characters in position %zd-%zd: %S", who, verb,
                          (ssize_t)at, (ssize_t)number_of(EXTRA(o, UNICODE_END)) - 1, reason);
    }
    decref(m, who);
    return text;
}

static Object *unicode_encode_str(Machine *m, Object *o)
{
    return character_error(m, o, "encode");
}

static Object *unicode_translate_str(Machine *m, Object *o)
{
    return character_error(m, o, "translate");
}

static const GetSetDef unicode_getset[] = {
    {"encoding", get_unicode_encoding, set_unicode_encoding},
    {"object", get_unicode_object, set_unicode_object},
    {"start", get_unicode_start, set_unicode_start},
    {"end", get_unicode_end, set_unicode_end},
    {"reason", get_unicode_reason, set_unicode_reason},
    {NULL, NULL, NULL},
};
const TypeSpec unicode_decode_error_spec =
    EXCEPTION_SPEC("UnicodeDecodeError", .getset = unicode_getset,
                   .slots = {.tp_init = unicode_decode_init, .tp_str = unicode_decode_str});
const TypeSpec unicode_encode_error_spec =
    EXCEPTION_SPEC("UnicodeEncodeError", .getset = unicode_getset,
                   .slots = {.tp_init = unicode_encode_init, .tp_str = unicode_encode_str});
const TypeSpec unicode_translate_error_spec =
    EXCEPTION_SPEC("UnicodeTranslateError", .getset = unicode_getset,
                   .slots = {.tp_init = unicode_translate_init, .tp_str = unicode_translate_str});

int error_set_unicode(Machine *m, enum exception_id type, const char *encoding, Object *object,
                      ssize_t start, ssize_t end, const char *reason)
{
    Object *args[] = {str_from_ascii(m, encoding), xnewref(object), int_from_i64(m, start),
                      int_from_i64(m, end), str_from_ascii(m, reason)};
    enum { N = sizeof args / sizeof *args };
    bool ok = true;
    for (size_t i = 0; i < N; i++)
        ok = ok && args[i];
    Object *e = ok ? exception_new(m, m->exc[type], args, N) : NULL;
    for (size_t i = 0; i < N; i++)
        xdecref(m, args[i]);
    if (e)
        error_raise(m, e);
    return -1;
}
