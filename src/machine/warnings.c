#include <pyviz/base/buffer.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/heap.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "caret.h"
#include "frame.h"
#include "import.h"
#include "warnings.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* ---- standard error -------------------------------------------------------------------------- */

void machine_take_errors(Machine *m, struct buffer *to)
{
    buffer_append(to, m->err.data, m->err.len);
    m->err.len = 0;
}

/* What does not fit into memory any more is not said. */
void stderr_write(Machine *m, const char *text, size_t n)
{
    if (m->err.len + n > m->err.cap) {
        size_t cap = (m->err.len + n) * 2 + 256;
        char *data = heap_try_realloc(m, m->err.data, cap);
        if (!data)
            return;
        m->err.data = data;
        m->err.cap = cap;
    }
    memcpy(m->err.data + m->err.len, text, n);
    m->err.len += n;
    m->err.total += n;
    if (n)
        transcript_add(m, true, n);
}

void warn_write(Machine *m, const char *text, size_t n)
{
    stderr_write(m, text, n);
}

static void puts_error(Machine *m, const char *text)
{
    stderr_write(m, text, strlen(text));
}

/* ---- one warning ----------------------------------------------------------------------------- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\f';
}

/* The line of source, without its indentation. */
static void show_line(Machine *m, const struct SourceText *source, int line)
{
    size_t n;
    const char *text = caret_line(source, line, &n);
    while (n && is_blank(*text))
        text++, n--;
    while (n && is_blank(text[n - 1]) && !m->profile->warning_line_keeps_end)
        n--;
    if (n == 0)
        return;
    puts_error(m, "  ");
    stderr_write(m, text, n);
    puts_error(m, "\n");
}

/* source NULL: the line is not shown. */
static void show(Machine *m, const char *file, const char *category, int line, const char *text,
                 const struct SourceText *source)
{
    char number[32];
    snprintf(number, sizeof number, ":%d: ", line);
    puts_error(m, file);
    puts_error(m, number);
    puts_error(m, category);
    puts_error(m, ": ");
    puts_error(m, text);
    puts_error(m, "\n");
    if (source)
        show_line(m, source, line);
}

/* "<string>" and its like are no files to read a line from. */
static bool is_file(const char *name)
{
    size_t n = strlen(name);
    return n == 0 || name[0] != '<' || name[n - 1] != '>';
}

void warn_again(Machine *m, size_t from, size_t to)
{
    while (from < to) {
        char chunk[256];
        size_t n = to - from < sizeof chunk ? to - from : sizeof chunk;
        memcpy(chunk, m->err.data + from, n);
        stderr_write(m, chunk, n);
        from += n;
    }
}

/* ---- once a place ---------------------------------------------------------------------------- */

static Object *registry_of(Machine *m, Object *globals)
{
    Object *name = str_intern_ascii(m, "__warningregistry__");
    Object *registry = name ? dict_get_str(m, globals, name) : NULL;
    if (name && !registry && (registry = dict_new(m))) {
        Object *version = str_intern_ascii(m, "version"), *zero = int_from_i64(m, 0);
        bool ok = version && zero && dict_set(m, registry, version, zero) == 0 &&
                  dict_set(m, globals, name, registry) == 0;
        xdecref(m, version);
        xdecref(m, zero);
        decref(m, registry); /* the globals hold it */
        if (!ok)
            registry = NULL;
    }
    xdecref(m, name);
    return registry;
}

/* 1: this place has not warned before, 0: it has, -1: an exception is set. */
static int first_time(Machine *m, Object *globals, enum exception_id category, Object *text,
                      int line)
{
    Object *registry = registry_of(m, globals);
    Object *items[3] = {xnewref(text), newref(m->exc[category]), int_from_i64(m, line)};
    Object *key = registry && items[0] && items[2] ? tuple_from_array(m, items, 3) : NULL;
    int known = key ? dict_contains(m, registry, key) : -1;
    if (known == 0 && dict_set(m, registry, key, m->true_) < 0)
        known = -1;
    for (int i = 0; i < 3; i++)
        xdecref(m, items[i]);
    xdecref(m, key);
    return known < 0 ? -1 : !known;
}

static Object *warnings_module(Machine *m);
static int call_module(Machine *m, Object *module, const char *function, Object *const *args,
                       size_t n);

/* warnings.warn_explicit().  A filter that makes an exception of it is more than a compiler that is
 * in the middle of its work can do. */
static void explain(Machine *m, Object *module, enum exception_id category, const char *file,
                    int line, const char *text)
{
    Object *args[] = {
        str_from_utf8(m, text, strlen(text)),
        newref((Object *)m->exc[category]),
        str_from_utf8(m, file, strlen(file)),
        int_from_i64(m, line),
        newref(m->none),
        NULL,
    };
    Object *registry = registry_of(m, m->frame->globals);
    args[5] = newref(registry ? registry : m->none);
    if (args[0] && args[2] && args[3] && call_module(m, module, "warn_explicit", args, 6) < 0 &&
        !m->refusing) {
        error_clear(m);
        error_not_simulated(m, "a SyntaxWarning as an error");
    }
    for (size_t i = 0; i < sizeof args / sizeof *args; i++)
        xdecref(m, args[i]);
}

/* The registry is the one of the code that compiles, or, where none is running yet, sys's. */
void warn_compiler(Machine *m, const struct warned_code *code, int line, const char *text)
{
    Object *module = m->frame && !m->lines_gone ? warnings_module(m) : NULL;
    if (module)
        explain(m, module, code->deprecated ? EXC_DeprecationWarning : EXC_SyntaxWarning,
                code->file, line, text);
    if (module || code->deprecated) /* by default nobody is told of the latter */
        return;
    int first = 1;
    if (m->profile->syntax_warned_once && !code->parsing) {
        Object *said = str_from_utf8(m, text, strlen(text));
        Object *globals = m->frame ? m->frame->globals : m->sys_dict;
        first = first_time(m, globals, EXC_SyntaxWarning, said, line);
        xdecref(m, said);
    }
    if (first > 0)
        show(m, code->file, "SyntaxWarning", line, text, is_file(code->file) ? code->source : NULL);
    else if (first < 0)
        error_clear(m);
}

/* ---- by the module warnings, whose filters decide -------------------------------------------- */

/* The module, borrowed; NULL while the program has not imported it, and once all modules are
 * gone. */
static Object *warnings_module(Machine *m)
{
    Object *name = str_intern_ascii(m, "warnings");
    Object *module = name ? dict_get_str(m, m->modules, name) : NULL;
    xdecref(m, name);
    return module && is_exact(m, module, module) ? module : NULL;
}

/* module.function(*args): 0, or -1 with an exception: what the filters have made of it. */
static int call_module(Machine *m, Object *module, const char *function, Object *const *args,
                       size_t n)
{
    Object *name = str_intern_ascii(m, function);
    Object *warn = name ? object_getattr(m, module, name) : NULL;
    Object *r = warn ? object_vectorcall(m, warn, args, n, NULL) : NULL;
    xdecref(m, name);
    xdecref(m, warn);
    xdecref(m, r);
    return r ? 0 : -1;
}

static int warn_with(Machine *m, enum exception_id category, const char *text)
{
    if (!m->frame || m->lines_gone)
        return 0;
    Object *module = import_ascii(m, "warnings"), *said = str_from_utf8(m, text, strlen(text));
    Object *args[] = {said, (Object *)m->exc[category]};
    int r = module && said ? call_module(m, module, "warn", args, 2) : -1;
    xdecref(m, said);
    xdecref(m, module);
    return r;
}

int warn_runtime(Machine *m, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return warn_with(m, EXC_RuntimeWarning, text);
}

int warn_deprecated(Machine *m, const char *text)
{
    return warn_with(m, EXC_DeprecationWarning, text);
}

int warn_strict_subclass(Machine *m, const char *method, const char *kind, const Object *v)
{
    char text[512];
    snprintf(text, sizeof text,
             "%s returned non-%s (type %.200s).  The ability to return an instance of a strict "
             "subclass of %s is deprecated, and may be removed in a future version of Python.",
             method, kind, type_name(v), kind);
    return warn_deprecated(m, text);
}

int warn_future(Machine *m, const char *text)
{
    return warn_with(m, EXC_FutureWarning, text);
}

int warn_import(Machine *m, const char *text)
{
    return warn_with(m, EXC_ImportWarning, text);
}

int warn_unawaited(Machine *m, Object *text, Object *coroutine)
{
    const Frame *f = m->frame;
    Object *module = f && !m->lines_gone ? warnings_module(m) : NULL;
    if (module) {
        Object *one = int_from_i64(m, 1);
        Object *args[] = {text, (Object *)m->exc[EXC_RuntimeWarning], one, coroutine};
        int r = one ? call_module(m, module, "warn", args, 4) : -1;
        xdecref(m, one);
        return r;
    }
    int line = f ? f->code->positions[frame_instruction(f)].line : m->profile->line_of_nowhere;
    int first = first_time(m, f ? f->globals : m->sys_dict, EXC_RuntimeWarning, text, line);
    if (first < 1)
        return first;
    struct buffer said = {0}, file = {0};
    const struct SourceText *source = f ? f->code->source : NULL;
    str_to_utf8(text, &said);
    if (f)
        str_to_utf8(f->code->filename, &file);
    else
        buffer_puts(&file, m->profile->file_of_nowhere);
    if (!is_file(buffer_text(&file)) && !m->profile->warning_line_of_code)
        source = NULL;
    show(m, buffer_text(&file), "RuntimeWarning", line, buffer_text(&said), source);
    buffer_free(&file);
    if (f)
        puts_error(m,
                   "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n");
    buffer_free(&said);
    return 0;
}
