#include "unraisable.h"

#include <pyviz/base/buffer.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "class.h"
#include "exceptions.h"
#include "modules/sys_info.h"
#include "uncaught.h"
#include "warnings.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void unraisable_write(Machine *m, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    warn_write(m, text, strlen(text));
}

/* str() or repr() of what is to be printed: it may run Python code, and fail. */
static Object *text_of(Machine *m, Object *o, Object *(*to_text)(Machine *, Object *),
                       const char *otherwise)
{
    Object *text = to_text(m, o);
    if (text || m->refusing)
        return text;
    error_clear(m);
    return str_from_ascii(m, otherwise);
}

/* "KeyError", "json.JSONDecodeError": the module is left out for builtins and __main__. */
static Object *type_text(Machine *m, const Type *type)
{
    if (!(type->tp_flags & TYPE_HEAP))
        return str_from_ascii(m, type->tp_name);
    Object *module = dict_get_str(m, type->tp_dict, m->id.__module__);
    if (module && is_str(module) && str_equals_ascii(module, "__main__"))
        return newref(type->ht_qualname);
    return class_full_name(m, type);
}

/* Everything that can run Python code has run: the parts only have to be put one behind the other.
 */
static void put_report(Machine *m, Object *head, Object *traceback, Object *type, Object *text)
{
    struct buffer out = {0};
    if (head)
        str_to_utf8(head, &out);
    if (traceback && traceback != m->none)
        traceback_print(m, traceback, m->profile->unraisable_carets, &out);
    str_to_utf8(type, &out);
    buffer_puts(&out, ": ");
    str_to_utf8(text, &out);
    buffer_putc(&out, '\n');
    uncaught_write(m, &out);
}

/* "Exception ignored in: <function C.__del__ at 0x...>\n" */
static Object *head_of(Machine *m, Object *where, Object *message)
{
    Object *what = where ? text_of(m, where, object_repr, "<object repr() failed>") : NULL;
    Object *head = NULL;
    if (what && message)
        head = str_printf(m, "%U: %U\n", message, what);
    else if (what)
        head = str_printf(m, "Exception ignored in: %U\n", what);
    else if (message)
        head = str_printf(m, "%U:\n", message);
    xdecref(m, what);
    return head;
}

static void print(Machine *m, Object *exception, Object *traceback, Object *message, Object *where)
{
    Object *head = head_of(m, where, message);
    Object *text =
        m->refusing ? NULL : text_of(m, exception, object_str, "<exception str() failed>");
    Object *type = m->refusing ? NULL : type_text(m, exception->type);
    if (type && text)
        put_report(m, head, traceback, type, text);
    xdecref(m, head);
    xdecref(m, text);
    xdecref(m, type);
}

Object *unraisable_hook(Machine *m, Object *self, Object *const *args, size_t nargs,
                        Object *kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    if (args[0]->type != m->types.unraisable_args)
        return error_set(m, EXC_TypeError,
                         "sys.unraisablehook argument type must be UnraisableHookArgs");
    Object *const *of = ((TupleObject *)args[0])->item;
    print(m, of[1], of[2], of[3] == m->none ? NULL : of[3], of[4] == m->none ? NULL : of[4]);
    return m->refusing ? NULL : newref(m->none);
}

/* The program's own hook, borrowed; NULL if the default one stands there. */
static Object *own_hook(Machine *m)
{
    Object *key = str_intern_ascii(m, "unraisablehook");
    Object *hook = key ? dict_get_str(m, m->sys_dict, key) : NULL;
    xdecref(m, key);
    bool default_one = hook && is_exact(m, hook, builtin_function) &&
                       ((BuiltinObject *)hook)->def->fn == unraisable_hook;
    return default_one ? NULL : hook;
}

/* A function stays alive in its own frame; sys alone holds it, as in CPython before 3.13.5. */
static void call_hook(Machine *m, Object *hook, Object *args)
{
    bool is_borrowed = is_exact(m, hook, function) && !m->profile->sys_attributes_held;
    if (!is_borrowed)
        incref(hook);
    Object *r = object_call1(m, hook, args);
    xdecref(m, r);
    if (!r && !m->refusing) {
        Object *broken = error_fetch(m),
               *text = str_from_ascii(m, "Exception ignored in sys.unraisablehook");
        print(m, broken, ((ExceptionObject *)broken)->traceback, text,
              is_borrowed ? own_hook(m) : hook);
        xdecref(m, text);
        decref(m, broken);
    }
    if (!is_borrowed)
        decref(m, hook);
}

void error_unraisable_text(Machine *m, Object *where, Object *message)
{
    if (m->refusing || !error_occurred(m))
        return;
    if (!((ExceptionObject *)m->exception)->traceback && m->frame)
        traceback_add(m, m->frame); /* where it is found out */
    error_make(m);
    Object *exception = error_fetch(m), *type = newref((Object *)exception->type);
    Object *traceback = xnewref(((ExceptionObject *)exception)->traceback);
    Object *args = sys_unraisable_args(m, exception, traceback, message, where);
    Object *hook = args ? own_hook(m) : NULL;
    if (hook)
        call_hook(m, hook, args);
    else if (args)
        print(m, exception, traceback, message, where);
    xdecref(m, args);
    if (error_occurred(m) && !m->refusing)
        error_clear(m);
    xdecref(m, traceback);
    decref(m, type);
    decref(m, exception);
}

void error_unraisable(Machine *m, Object *where, const char *message)
{
    if (m->refusing || !error_occurred(m))
        return;
    Object *pending = error_fetch(m), *text = message ? str_from_ascii(m, message) : NULL;
    error_restore(m, pending);
    error_unraisable_text(m, where, text);
    xdecref(m, text);
}
