/* The module sys: Python/sysmodule.c.
 *
 * What of it depends on the machine it runs on (paths, streams, how Python was built) is refused by
 * name. */
#include "stdio.h"
#include "sys_info.h"

#include "../frame.h"
#include "../unraisable.h"

#include <pyviz/machine/inspect.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/function.h>
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
    if (!arg_parse(m, "getsizeof", args, nargs, kwnames, names, 1, 2, out))
        return NULL;
    ssize_t n = object_sizeof(m, out[0]);
    if (n >= 0)
        return int_from_i64(m, n);
    if (!out[1] || !error_matches(m, EXC_TypeError))
        return NULL;
    error_clear(m);
    return newref(out[1]);
}

/* The count that an immortal shows is a constant since 3.12; before, how often the interpreter
 * refers to its own objects depends on how it was started. */
/* Functions and modules that were there before the program: CPython's own modules hold them, too. */
static bool others_hold(const Machine *m, const Object *o)
{
    return !o->serial && (o->type == m->types.builtin_function || o->type == m->types.module);
}

BUILTIN(sys_getrefcount)
{
    UNUSED_ONE;
    Object *o = args[0];
    if (!object_is_immortal(o) && !others_hold(m, o))
        return int_from_i64(m, o->refcnt);
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
    return str_intern(m, newref(args[0]));
}

/* ---- limits ---------------------------------------------------------------------------------- */

/* A C int from an argument; false with an exception. */
static bool as_int(Machine *m, Object *o, int *v)
{
    Object *index = number_index(m, o);
    if (!index)
        return false;
    int overflow;
    int64_t wide = int_as_i64(index, &overflow);
    decref(m, index);
    *v = (int)wide;
    if (!overflow && wide == *v)
        return true;
    error_set(m, EXC_OverflowError, "Python int too large to convert to C int");
    return false;
}

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
    if (!as_int(m, args[0], &limit))
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
        !as_int(m, out[0], &digits))
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
    if (!arg_check_positional(m, "_getframe", nargs, 0, 1) || (nargs && !as_int(m, args[0], &depth)))
        return NULL;
    Frame *f = m->frame;
    while (f && (frame_is_library(f) || depth-- > 0))
        f = f->previous;
    if (!f)
        return error_set(m, EXC_ValueError, "call stack is not deep enough");
    Object *frame = frame_object(m, f);
    return frame ? newref(frame) : NULL;
}

/* ---- constants asked for by call ------------------------------------------------------------- */

BUILTIN(sys_encoding)
{
    UNUSED_ONE;
    (void)args;
    return str_intern_ascii(m, "utf-8");
}

BUILTIN(sys_is_finalizing)
{
    UNUSED_ONE;
    (void)args;
    return newref(m->false_);
}

static const MethodDef sys_methods[] = {
    {"_getframe", sys_getframe, METH_FASTCALL, "The frame of a call under way."},
    {"exc_info", sys_exc_info, METH_NOARGS, "Type, value and traceback of what is being handled."},
    {"exception", sys_exception, METH_NOARGS, "The exception being handled."},
    {"exit", sys_exit, METH_FASTCALL, "Ends the program by raising SystemExit."},
    {"get_int_max_str_digits", sys_get_int_max_str_digits, METH_NOARGS, NULL},
    {"getdefaultencoding", sys_encoding, METH_NOARGS, NULL},
    {"getfilesystemencoding", sys_encoding, METH_NOARGS, NULL},
    {"getrecursionlimit", sys_getrecursionlimit, METH_NOARGS, NULL},
    {"getrefcount", sys_getrefcount, METH_O, "References to an object, this call's included."},
    {"getsizeof", sys_getsizeof, METH_KEYWORDS, "Bytes that an object itself takes."},
    {"intern", sys_intern, METH_O, "The one shared copy of a text."},
    {"is_finalizing", sys_is_finalizing, METH_NOARGS, NULL},
    {"set_int_max_str_digits", sys_set_int_max_str_digits, METH_KEYWORDS, NULL},
    {"setrecursionlimit", sys_setrecursionlimit, METH_O, NULL},
    {"unraisablehook", unraisable_hook, METH_O, "Prints an exception that can go nowhere."},
    {NULL, NULL, 0, NULL},
};

/* ---- the namespace --------------------------------------------------------------------------- */

static const char missing_names[] =
    "__breakpointhook__ __displayhook__ __doc__ __excepthook__ __interactivehook__ "
    "__loader__ __package__ __spec__ "
    "_base_executable _clear_type_cache _current_exceptions _current_frames "
    "_debugmallocstats _framework _getframemodulename _git _home _is_gil_enabled "
    "_is_interned _setprofileallthreads _settraceallthreads _stdlib_dir _xoptions abiflags "
    "activate_stack_trampoline addaudithook audit base_exec_prefix base_prefix "
    "breakpointhook builtin_module_names call_tracing copyright deactivate_stack_trampoline "
    "displayhook dont_write_bytecode excepthook exec_prefix executable flags "
    "get_asyncgen_hooks get_coroutine_origin_tracking_depth getallocatedblocks "
    "getdlopenflags getfilesystemencodeerrors getprofile getswitchinterval gettrace "
    "getunicodeinternedsize implementation is_stack_trampoline_active meta_path "
    "monitoring orig_argv path path_hooks path_importer_cache platlibdir prefix "
    "pycache_prefix set_asyncgen_hooks set_coroutine_origin_tracking_depth setdlopenflags "
    "setprofile setswitchinterval settrace stdlib_module_names "
    "thread_info version warnoptions";

bool sys_is_known_but_missing(Object *name)
{
    return builtins_word_in(missing_names, name);
}

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
    return argv;
}

static int put_constants(Machine *m)
{
    const Profile *p = m->profile;
    /* the last byte: a final release */
    int64_t version = p->major << 24 | p->minor << 16 | p->micro << 8 | 0xf0;
    Object *d = m->sys_dict;
    return sys_put(m, d, "argv", argv_new(m)) < 0 ||
                   sys_put(m, d, "api_version", int_from_i64(m, 1013)) < 0 ||
                   sys_put(m, d, "byteorder", str_intern_ascii(m, "little")) < 0 ||
                   sys_put(m, d, "float_repr_style", str_intern_ascii(m, "short")) < 0 ||
                   sys_put(m, d, "hexversion", int_from_i64(m, version)) < 0 ||
                   sys_put(m, d, "maxsize", int_from_i64(m, INT64_MAX)) < 0 ||
                   sys_put(m, d, "maxunicode", int_from_i64(m, 0x10ffff)) < 0 ||
                   sys_put(m, d, "platform", str_intern_ascii(m, "linux")) < 0
               ? -1
               : 0;
}

int sys_boot(Machine *m)
{
    if (!m->sys_dict) {
        m->sys_dict = dict_new(m);
        if (!m->sys_dict)
            return -1;
        m->sys_dict->flags |= OBJECT_QUIET;
    }
    if (dict_set(m, m->sys_dict, m->id.__name__, m->id.sys) < 0 ||
        builtin_add_methods(m, m->sys_dict, sys_methods, m->id.sys) < 0 || put_constants(m) < 0)
        return -1;
    Object *key = str_intern_ascii(m, "unraisablehook");
    if (!key || sys_put(m, m->sys_dict, "__unraisablehook__",
                        newref(dict_get_str(m, m->sys_dict, key))) < 0)
        return -1;
    decref(m, key);
    return stdio_boot(m) < 0 ? -1 : sys_add_info(m);
}
