#include "uncaught.h"

#include <pyviz/base/buffer.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/heap.h>
#include <pyviz/machine/inspect.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>

#include "exceptions.h"
#include "hush.h"
#include "modules/stdio.h"
#include "modules/sys_info.h"
#include "warnings.h"

#include <string.h>

/* ---- text on sys.stderr ---------------------------------------------------------------------- */

void uncaught_write(Machine *m, struct buffer *text)
{
    size_t n = text->len;
    char *kept = heap_try_alloc(m, n + 1); /* the machine may be frozen from here on */
    if (kept)
        memcpy(kept, buffer_text(text), n);
    buffer_free(text);
    Object *name = kept ? str_intern_ascii(m, "stderr") : NULL;
    Object *file = name ? stdio_redirected(m, name) : NULL;
    xdecref(m, name);
    if (kept && !file)
        warn_write(m, kept, n);
    Object *str = file && file != m->none ? str_from_utf8(m, kept, n) : NULL;
    heap_free(m, kept); /* before the program's own code runs */
    if (str && stdio_write_to(m, file, str) < 0 && !m->refusing)
        error_clear(m);
    xdecref(m, str);
}

static void complain_text(Machine *m, const char *text)
{
    struct buffer b = {0};
    buffer_puts(&b, text);
    uncaught_write(m, &b);
}

/* str() of the exception may run the program's code: hushed, the text grows in the host's
 * memory.  Writing it is to be heard, if the program has put something else in stderr's place. */
static void print_exception(Machine *m, Object *exception)
{
    struct Hush hush;
    struct buffer text = {0};
    hush_begin(m, &hush, true);
    error_print(m, exception, &text);
    hush_end(m);
    if (m->refusing)
        buffer_free(&text);
    else
        uncaught_write(m, &text);
}

/* ---- SystemExit ------------------------------------------------------------------------------ */

static void print_code(Machine *m, Object *code)
{
    struct buffer text = {0};
    Object *str = object_str(m, code);
    if (str) {
        str_to_utf8(str, &text);
        buffer_putc(&text, '\n');
        uncaught_write(m, &text);
        decref(m, str);
    } else if (!m->refusing) {
        error_clear(m);
    }
}

static int report_exit(Machine *m)
{
    Object *name = str_intern_ascii(m, "code");
    Object *code = name ? object_getattr(m, m->uncaught, name) : NULL;
    xdecref(m, name);
    if (!code && !m->refusing)
        error_clear(m);
    int status = code && code != m->none;
    if (code && is_int(code)) {
        int overflow;
        status = (int)(int_as_i64(code, &overflow) & 0xff); /* too large a number: -1 */
    } else if (code && code != m->none) {
        print_code(m, code);
    }
    xdecref(m, code);
    return status;
}

/* ---- sys.excepthook -------------------------------------------------------------------------- */

Object *uncaught_hook(Machine *m, Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)self, (void)kwnames;
    if (!arg_check_positional(m, "excepthook", nargs, 3, 3))
        return NULL;
    ExceptionObject *e = (ExceptionObject *)args[1];
    if (!(args[1]->type->tp_flags & TYPE_EXC_SUBCLASS))
        return error_not_simulated(m, "sys.excepthook() of what is no exception");
    if (!e->traceback && is_exact(m, args[2], traceback))
        e->traceback = newref(args[2]);
    print_exception(m, args[1]);
    return m->refusing ? NULL : newref(m->none);
}

static bool is_default(const Machine *m, const Object *hook)
{
    return is_exact(m, hook, builtin_function) &&
           ((const BuiltinObject *)hook)->def->fn == uncaught_hook;
}

static void call_hook(Machine *m, Object *hook)
{
    Object *e = m->uncaught, *traceback = ((ExceptionObject *)e)->traceback;
    Object *args[] = {(Object *)e->type, e, traceback ? traceback : m->none};
    Object *r = object_vectorcall(m, hook, args, 3, NULL);
    xdecref(m, r);
    if (r || m->refusing)
        return;
    Object *broken = error_fetch(m);
    complain_text(m, "Error in sys.excepthook:\n");
    print_exception(m, broken);
    complain_text(m, "\nOriginal exception was:\n");
    print_exception(m, e);
    decref(m, broken);
}

/* ---- sys.last_exc and its like --------------------------------------------------------------- */

static void set_last(Machine *m, bool set)
{
    Object *e = m->uncaught, *traceback = ((ExceptionObject *)e)->traceback, *none = m->none;
    if (m->profile->sys_has_last_exc)
        sys_put(m, m->sys_dict, "last_exc", newref(set ? e : none));
    sys_put(m, m->sys_dict, "last_type", newref(set ? (Object *)e->type : none));
    sys_put(m, m->sys_dict, "last_value", newref(set ? e : none));
    sys_put(m, m->sys_dict, "last_traceback", newref(set && traceback ? traceback : none));
}

/* ---- the whole ------------------------------------------------------------------------------- */

int uncaught_report(Machine *m)
{
    enum { STATUS_INTERRUPTED = 130 };
    const Type *type = m->uncaught->type;
    m->reported = !type_is_subtype(type, m->exc[EXC_MemoryError]);
    if (type_is_subtype(type, m->exc[EXC_SystemExit]))
        return report_exit(m);
    if (!m->reported)
        return 1;
    if ((m->has_last = m->atexit && list_size(m->atexit))) /* nobody else could see them */
        set_last(m, true);
    Object *key = str_intern_ascii(m, "excepthook");
    Object *hook = key ? dict_get_str(m, m->sys_dict, key) : NULL;
    xdecref(m, key);
    if (hook && !is_default(m, hook)) {
        incref(hook);
        call_hook(m, hook);
        decref(m, hook);
    } else {
        if (!hook)
            complain_text(m, "sys.excepthook is missing\n");
        print_exception(m, m->uncaught);
    }
    return type_is_subtype(type, m->exc[EXC_KeyboardInterrupt]) ? STATUS_INTERRUPTED : 1;
}

void uncaught_release(Machine *m)
{
    ExceptionObject *e = (ExceptionObject *)m->uncaught;
    if (!e || !m->reported)
        return;
    m->uncaught_line = inspect_exception_line(m, m->uncaught);
    if (m->has_last)
        set_last(m, false);
    clear_ref(m, e->traceback);
    clear_ref(m, e->cause);
    clear_ref(m, e->context);
}
