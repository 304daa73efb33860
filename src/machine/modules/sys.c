/* The module sys: Python/sysmodule.c.
 *
 * What of it depends on the machine it runs on (paths, streams, how Python was built) is refused by
 * name. */
#include "../eval_ops.h"
#include "stdio.h"
#include "sys_info.h"

#include "../boot_names.h"
#include "../frame.h"
#include "../gc.h"
#include "../trace.h"
#include "../uncaught.h"
#include "../unraisable.h"

#include <pyviz/lang/identifier.h>
#include <pyviz/lang/parser.h>
#include <pyviz/lang/source.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/float.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/inspect.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include <limits.h>
#include <string.h>

/* ---- objects --------------------------------------------------------------------------------- */

BUILTIN(sys_getsizeof)
{
    static const char *const names[] = {"object", "default", NULL};
    UNUSED_SELF;
    Object *out[2];
    if (!arg_parse_known(m, "getsizeof", args, nargs, kwnames, names, 1, 2, out))
        return NULL;
    ssize_t n = object_sizeof(m, out[0]);
    if (n >= 0)
        return int_from_i64(m, n);
    if (!out[1] || !error_matches(m, EXC_TypeError))
        return NULL;
    error_clear(m);
    return newref(out[1]);
}

/* Functions and modules that were there before the program: CPython's own modules hold them,
 * too. */
static bool others_hold(const Machine *m, const Object *o)
{
    return !o->serial && (o->type == m->types.builtin_function || o->type == m->types.module);
}

/* Does the text stand in the program as a name?  What lies beside it is another file. */
static bool is_name_of_program(const Machine *m, const StrObject *s)
{
    struct source source = {0};
    struct diagnostic error = {0};
    struct arena arena = {0};
    struct module *tree = NULL;
    bool found = source_from_bytes(&source, "", m->source.text, m->source.len, 0, &error) &&
                 parser_parse(&source, &arena, &tree, &error) &&
                 identifier_find(tree->identifiers, s->data, (size_t)s->length);
    source_free(&source);
    arena_free(&arena);
    return found;
}

/* Before 3.12 a text that is interned may have been so before the program began, and while the
 * program runs its tree holds each name as often as the parser has tried to read it there, which
 * is known to the parser alone (Parser/pegen.c: _PyPegen_new_identifier, Python/pythonrun.c:
 * pyrun_file). */
static bool parser_holds(const Machine *m, const Object *o)
{
    const StrObject *s = (const StrObject *)o;
    return !m->profile->immortal_refcount && o->flags & OBJECT_INTERNED && s->ascii &&
           (boot_name_is_interned(m->profile, s->data, (size_t)s->length) ||
            is_name_of_program(m, s));
}

/* The count that an immortal shows is a constant since 3.12; before, how often the interpreter
 * refers to its own objects depends on how it was started. */
BUILTIN(sys_getrefcount)
{
    UNUSED_ONE;
    Object *o = args[0];
    if (!object_is_immortal(o) && !others_hold(m, o)) {
        if (parser_holds(m, o))
            return error_not_simulated(
                m, "the reference count of %R, which is also a name, under Python %d.%d", o,
                m->profile->major, m->profile->minor);
        return int_from_i64(m, o->refcnt);
    }
    if (inspect_is_immortal(m, o))
        return int_from_i64(m, m->profile->immortal_refcount);
    return error_not_simulated(m, "the reference count of %R, which Python %d.%d itself uses,", o,
                               m->profile->major, m->profile->minor);
}

BUILTIN(sys_intern)
{
    UNUSED_ONE;
    if (!is_str(args[0]))
        return error_set(m, EXC_TypeError, "intern() argument must be str, not %s",
                         args[0] == m->none ? "None" : type_name(args[0]));
    if (!is_exact(m, args[0], str))
        return error_set(m, EXC_TypeError, "can't intern %.400s", type_name(args[0]));
    return str_intern_as_constant(m, newref(args[0]));
}

/* ---- limits ---------------------------------------------------------------------------------- */

BUILTIN(sys_getrecursionlimit)
{
    UNUSED_ONE;
    (void)args;
    return int_from_i64(m, m->limits.recursion);
}

BUILTIN(sys_setrecursionlimit)
{
    UNUSED_ONE;
    int limit;
    if (!int_as_c_int(m, args[0], &limit))
        return NULL;
    if (limit < 1)
        return error_set(m, EXC_ValueError, "recursion limit must be greater or equal than 1");
    if (m->recursion_depth >= limit)
        return error_set(m, EXC_RecursionError,
                         "cannot set the recursion limit to %d at the recursion depth %d: the "
                         "limit is too low",
                         limit, m->recursion_depth);
    m->limits.recursion = limit;
    return newref(m->none);
}

BUILTIN(sys_get_int_max_str_digits)
{
    UNUSED_ONE;
    (void)args;
    return int_from_i64(m, m->int_max_str_digits);
}

BUILTIN(sys_set_int_max_str_digits)
{
    enum { LEAST = 640 };
    static const char *const names[] = {"maxdigits", NULL};
    UNUSED_SELF;
    Object *out[1];
    int digits;
    if (!arg_parse(m, "set_int_max_str_digits", args, nargs, kwnames, names, 1, 1, out) ||
        !int_as_c_int(m, out[0], &digits))
        return NULL;
    if (digits != 0 && digits < LEAST)
        return error_set(m, EXC_ValueError, "maxdigits must be 0 or larger than %d", LEAST);
    m->int_max_str_digits = digits;
    return newref(m->none);
}

/* ---- exceptions and the end ------------------------------------------------------------------ */

BUILTIN(sys_exit)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "exit", nargs, 0, 1))
        return NULL;
    return error_set_object(m, EXC_SystemExit, nargs && args[0] != m->none ? args[0] : NULL);
}

BUILTIN(sys_exception)
{
    UNUSED_ONE;
    (void)args;
    Object *e = error_handled(m);
    return newref(e ? e : m->none);
}

BUILTIN(sys_exc_info)
{
    UNUSED_ONE;
    (void)args;
    Object *e = error_handled(m), *traceback = e ? ((ExceptionObject *)e)->traceback : NULL;
    return tuple_pack(m, 3, e ? (Object *)e->type : m->none, e ? e : m->none,
                      traceback ? traceback : m->none);
}

/* sys._getframe(depth=0): frames of the library do not count, as in tracebacks. */
BUILTIN(sys_getframe)
{
    UNUSED_SELF;
    (void)kwnames;
    int depth = 0;
    if (!arg_check_positional(m, "_getframe", nargs, 0, 1) ||
        (nargs && !int_as_c_int(m, args[0], &depth)))
        return NULL;
    Frame *f = m->frame;
    while (f && (frame_is_library(f) || depth-- > 0))
        f = f->previous;
    if (!f)
        return error_set(m, EXC_ValueError, "call stack is not deep enough");
    Object *frame = frame_object(m, f);
    return xnewref(frame);
}

BUILTIN(sys_displayhook)
{
    UNUSED_ONE;
    return eval_display(m, args[0]) ? newref(m->none) : NULL;
}

/* ---- tracing, and the thread that there is --------------------------------------------------- */

static Object *or_none(Machine *m, Object *o)
{
    return newref(o ? o : m->none);
}

BUILTIN(sys_settrace)
{
    UNUSED_ONE;
    trace_set(m, args[0] == m->none ? NULL : args[0]);
    return newref(m->none);
}

BUILTIN(sys_setprofile)
{
    UNUSED_ONE;
    trace_set_profile(m, args[0] == m->none ? NULL : args[0]);
    return newref(m->none);
}

BUILTIN(sys_gettrace)
{
    UNUSED_ONE;
    (void)args;
    return or_none(m, m->tracing.function);
}

BUILTIN(sys_getprofile)
{
    UNUSED_ONE;
    (void)args;
    return or_none(m, m->tracing.profile);
}

/* *hook becomes what is given: something callable, None (then nothing), or NULL: as it was. */
static bool hook_replaced(Machine *m, Object **hook, const char *name, Object *given)
{
    if (!given)
        return true;
    if (given != m->none && !object_is_callable(given)) {
        error_set(m, EXC_TypeError, "callable %s expected, got %.50s", name, given->type->tp_name);
        return false;
    }
    Object *old = *hook;
    *hook = given == m->none ? NULL : newref(given);
    xdecref(m, old);
    return true;
}

BUILTIN(sys_set_asyncgen_hooks)
{
    static const char *const names[] = {"firstiter", "finalizer", NULL};
    UNUSED_SELF;
    Object *out[2] = {NULL, NULL};
    if (!arg_parse(m, "set_asyncgen_hooks", args, nargs, kwnames, names, 0, 2, out) ||
        !hook_replaced(m, &m->asyncgen_finalizer, names[1], out[1]) ||
        !hook_replaced(m, &m->asyncgen_firstiter, names[0], out[0]))
        return NULL;
    return newref(m->none);
}

BUILTIN(sys_getswitchinterval)
{
    UNUSED_ONE;
    (void)args;
    return float_from_double(m, m->switch_interval);
}

BUILTIN(sys_setswitchinterval)
{
    UNUSED_ONE;
    double seconds = float_as_double(m, args[0]);
    if (error_occurred(m))
        return NULL;
    if (!(seconds > 0))
        return error_set(m, EXC_ValueError, "switch interval must be strictly positive");
    m->switch_interval = seconds;
    return newref(m->none);
}

BUILTIN(sys_is_gil_enabled)
{
    UNUSED_ONE;
    (void)args;
    return newref(m->true_);
}

BUILTIN(sys_zero)
{
    UNUSED_ONE;
    (void)args;
    return int_from_i64(m, 0);
}

BUILTIN(sys_audit)
{
    UNUSED_SELF;
    (void)args, (void)kwnames;
    if (!nargs)
        return error_set(m, EXC_TypeError, "audit expected at least 1 argument, got 0");
    return newref(m->none);
}

/* ---- constants asked for by call ------------------------------------------------------------- */

BUILTIN(sys_encoding)
{
    UNUSED_ONE;
    (void)args;
    return str_intern_ascii(m, "utf-8");
}

BUILTIN(sys_encode_errors)
{
    UNUSED_ONE;
    (void)args;
    return str_intern_ascii(m, "surrogateescape");
}

BUILTIN(sys_is_finalizing)
{
    UNUSED_ONE;
    (void)args;
    return newref(m->false_);
}

static const MethodDef sys_methods[] = {
    {"_getframe", sys_getframe, METH_FASTCALL, "The frame of a call under way."},
    {"_is_gil_enabled", sys_is_gil_enabled, METH_NOARGS, "Always: there is one thread."},
    {"audit", sys_audit, METH_FASTCALL, "Nobody listens."},
    {"displayhook", sys_displayhook, METH_O, "Shows a value, unless it is None."},
    {"exc_info", sys_exc_info, METH_NOARGS, "Type, value and traceback of what is being handled."},
    {"excepthook", uncaught_hook, METH_FASTCALL, "Prints an exception."},
    {"exception", sys_exception, METH_NOARGS, "The exception being handled."},
    {"exit", sys_exit, METH_FASTCALL, "Ends the program by raising SystemExit."},
    {"get_coroutine_origin_tracking_depth", sys_zero, METH_NOARGS, NULL},
    {"get_int_max_str_digits", sys_get_int_max_str_digits, METH_NOARGS, NULL},
    {"getdefaultencoding", sys_encoding, METH_NOARGS, NULL},
    {"getfilesystemencodeerrors", sys_encode_errors, METH_NOARGS, NULL},
    {"getfilesystemencoding", sys_encoding, METH_NOARGS, NULL},
    {"getprofile", sys_getprofile, METH_NOARGS, "Who is told of calls, or None."},
    {"getrecursionlimit", sys_getrecursionlimit, METH_NOARGS, NULL},
    {"getrefcount", sys_getrefcount, METH_O, "References to an object, this call's included."},
    {"getswitchinterval", sys_getswitchinterval, METH_NOARGS, NULL},
    {"gettrace", sys_gettrace, METH_NOARGS, "Who is told of lines, or None."},
    {"getsizeof", sys_getsizeof, METH_KEYWORDS | METH_PACKED, "Bytes that an object itself takes."},
    {"intern", sys_intern, METH_O, "The one shared copy of a text."},
    {"is_finalizing", sys_is_finalizing, METH_NOARGS, NULL},
    {"set_asyncgen_hooks", sys_set_asyncgen_hooks, METH_KEYWORDS, NULL},
    {"set_int_max_str_digits", sys_set_int_max_str_digits, METH_KEYWORDS, NULL},
    {"setrecursionlimit", sys_setrecursionlimit, METH_O, NULL},
    {"setprofile", sys_setprofile, METH_O, "Has a function told of every call and return."},
    {"setswitchinterval", sys_setswitchinterval, METH_O, NULL},
    {"settrace", sys_settrace, METH_O, "Has a function told of every line, call and return."},
    {"unraisablehook", unraisable_hook, METH_O, "Prints an exception that can go nowhere."},
    {NULL, NULL, 0, NULL},
};

/* ---- the namespace --------------------------------------------------------------------------- */

int sys_put(Machine *m, Object *dict, const char *name, Object *value)
{
    Object *key = value ? str_intern_ascii(m, name) : NULL;
    int status = key ? dict_set(m, dict, key, value) : -1;
    xdecref(m, key);
    xdecref(m, value);
    return status;
}

static Object *argv_new(Machine *m)
{
    Object *text = str_from_utf8(m, m->argv0, strlen(m->argv0));
    Object *argv = text ? list_from_array(m, &text, 1) : NULL;
    xdecref(m, text);
    for (char **arg = m->args; argv && *arg; arg++) {
        Object *next = str_from_utf8(m, *arg, strlen(*arg));
        if (!next || list_append(m, argv, next) < 0)
            clear_ref(m, argv);
        xdecref(m, next);
    }
    return argv;
}

/* The program's folder alone: nothing is imported from elsewhere. */
static Object *path_new(Machine *m)
{
    const char *slash = m->script[0] == '<' ? NULL : strrchr(m->script, '/');
    size_t n = slash ? (size_t)(slash - m->script) : 0;
    Object *text = str_from_utf8(m, m->script, n);
    Object *path = text ? list_from_array(m, &text, 1) : NULL;
    xdecref(m, text);
    return path;
}

/* Nobody knows when this interpreter was built, nor by which compiler: it is as made up as the rest
 * of the system that a program sees. */
static Object *version_text(Machine *m)
{
    const Profile *p = m->profile;
    return str_printf(m, "%d.%d.%d (main, Jan  1 2025, 00:00:00) [GCC 12.2.0]", p->major, p->minor,
                      p->micro);
}

/* Where this interpreter lies is made up, too: where Debian has it. */
static int put_places(Machine *m)
{
    static const char *const prefixes[] = {"prefix", "base_prefix", "exec_prefix",
                                           "base_exec_prefix"};
    Object *d = m->sys_dict;
    int r = sys_put(m, d, "executable", str_intern_ascii(m, "/usr/bin/python3"));
    for (size_t i = 0; r == 0 && i < sizeof prefixes / sizeof *prefixes; i++)
        r = sys_put(m, d, prefixes[i], str_intern_ascii(m, "/usr"));
    return r;
}

static int put_constants(Machine *m)
{
    const Profile *p = m->profile;
    /* the last byte: a final release */
    int64_t version = p->major << 24 | p->minor << 16 | p->micro << 8 | 0xf0;
    Object *d = m->sys_dict;
    return sys_put(m, d, "argv", argv_new(m)) < 0 ||
                   sys_put(m, d, "abiflags", newref(m->empty_str)) < 0 ||
                   sys_put(m, d, "dont_write_bytecode", newref(m->false_)) < 0 ||
                   sys_put(m, d, "path", path_new(m)) < 0 ||
                   sys_put(m, d, "platlibdir", str_intern_ascii(m, "lib")) < 0 ||
                   put_places(m) < 0 || sys_put(m, d, "pycache_prefix", newref(m->none)) < 0 ||
                   sys_put(m, d, "warnoptions", list_new(m, 0)) < 0 ||
                   sys_put(m, d, "api_version", int_from_i64(m, 1013)) < 0 ||
                   sys_put(m, d, "byteorder", str_intern_ascii(m, "little")) < 0 ||
                   sys_put(m, d, "float_repr_style", str_intern_ascii(m, "short")) < 0 ||
                   sys_put(m, d, "hexversion", int_from_i64(m, version)) < 0 ||
                   sys_put(m, d, "version", version_text(m)) < 0 ||
                   sys_put(m, d, "maxsize", int_from_i64(m, INT64_MAX)) < 0 ||
                   sys_put(m, d, "maxunicode", int_from_i64(m, 0x10ffff)) < 0 ||
                   sys_put(m, d, "platform", str_intern_ascii(m, "linux")) < 0
               ? -1
               : 0;
}

static int forget_ascii(Machine *m, Object *dict, const char *name)
{
    Object *key = str_intern_ascii(m, name);
    int r = key ? dict_del(m, dict, key) : -1;
    xdecref(m, key);
    return r;
}

/* The hook that CPython begins with can be asked for by another name as well. */
static int keep_hook(Machine *m, const char *name, const char *kept)
{
    Object *key = str_intern_ascii(m, name);
    int r = key ? sys_put(m, m->sys_dict, kept, newref(dict_get_str(m, m->sys_dict, key))) : -1;
    xdecref(m, key);
    return r;
}

int sys_boot(Machine *m)
{
    m->switch_interval = 0.005;
    if (!m->sys_dict) {
        m->sys_dict = dict_new(m);
        if (!m->sys_dict)
            return -1;
        m->sys_dict->flags |= OBJECT_QUIET;
    }
    if (dict_set(m, m->sys_dict, m->id.__name__, m->id.sys) < 0 ||
        builtin_add_methods(m, m->sys_dict, sys_methods, m->id.sys) < 0 || put_constants(m) < 0)
        return -1;
    if (!m->profile->sys_tells_gil && forget_ascii(m, m->sys_dict, "_is_gil_enabled") < 0)
        return -1;
    if (keep_hook(m, "unraisablehook", "__unraisablehook__") < 0 ||
        keep_hook(m, "excepthook", "__excepthook__") < 0 ||
        keep_hook(m, "displayhook", "__displayhook__") < 0)
        return -1;
    return stdio_boot(m) < 0 ? -1 : sys_add_info(m);
}
