#include <pyviz/base/buffer.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/heap.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "caret.h"
#include "frame.h"
#include "warnings.h"

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
        char *data = heap_realloc(m, m->err.data, cap);
        if (!data) {
            error_clear(m);
            return;
        }
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
static void show_line(Machine *m, int line)
{
    size_t n;
    const char *text = caret_line(&m->source, line, &n);
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

/* file NULL: the program's. */
static void show(Machine *m, const char *file, const char *category, int line, const char *text,
                 bool with_line)
{
    char number[32];
    snprintf(number, sizeof number, ":%d: ", line);
    puts_error(m, file ? file : m->script);
    puts_error(m, number);
    puts_error(m, category);
    puts_error(m, ": ");
    puts_error(m, text);
    puts_error(m, "\n");
    if (with_line)
        show_line(m, line);
}

/* "<string>" and its like are no files to read a line from. */
static bool is_file(const Machine *m)
{
    size_t n = strlen(m->script);
    return n == 0 || m->script[0] != '<' || m->script[n - 1] != '>';
}

void warn_parser(Machine *m, int line, const char *text)
{
    show(m, NULL, "SyntaxWarning", line, text, is_file(m));
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
    Object *items[3] = {text ? newref(text) : NULL, newref(m->exc[category]),
                        int_from_i64(m, line)};
    Object *key = registry && items[0] && items[2] ? tuple_from_array(m, items, 3) : NULL;
    int known = key ? dict_contains(m, registry, key) : -1;
    if (known == 0 && dict_set(m, registry, key, m->true_) < 0)
        known = -1;
    for (int i = 0; i < 3; i++)
        xdecref(m, items[i]);
    xdecref(m, key);
    return known < 0 ? -1 : !known;
}

/* The registry is the one of the code that compiles, or, where none is running yet, sys's. */
void warn_compiler(Machine *m, int line, const char *text)
{
    int first = 1;
    if (m->profile->syntax_warned_once) {
        Object *said = str_from_utf8(m, text, strlen(text));
        Object *globals = m->frame ? m->frame->globals : m->sys_dict;
        first = first_time(m, globals, EXC_SyntaxWarning, said, line);
        xdecref(m, said);
    }
    if (first > 0)
        warn_parser(m, line, text);
    else if (first < 0)
        error_clear(m);
}

static int warn_once(Machine *m, enum exception_id category, const char *name, const char *text)
{
    const Frame *f = m->frame;
    if (!f)
        return 0;
    int line = f->code->positions[frame_instruction(f)].line;
    Object *said = str_from_ascii(m, text);
    int first = first_time(m, f->globals, category, said, line);
    xdecref(m, said);
    if (first > 0)
        show(m, NULL, name, line, text, is_file(m) || m->profile->warning_line_of_code);
    return first < 0 ? -1 : 0;
}

int warn_deprecated(Machine *m, const char *text)
{
    return warn_once(m, EXC_DeprecationWarning, "DeprecationWarning", text);
}

int warn_future(Machine *m, const char *text)
{
    return warn_once(m, EXC_FutureWarning, "FutureWarning", text);
}

int warn_unawaited(Machine *m, Object *text)
{
    const Frame *f = m->frame;
    int line = f ? f->code->positions[frame_instruction(f)].line : m->profile->line_of_nowhere;
    int first = f ? first_time(m, f->globals, EXC_RuntimeWarning, text, line) : 1;
    if (first < 1)
        return first;
    struct buffer said = {0};
    str_to_utf8(text, &said);
    bool with_line = f && (is_file(m) || m->profile->warning_line_of_code);
    show(m, f ? NULL : m->profile->file_of_nowhere, "RuntimeWarning", line, buffer_text(&said),
         with_line);
    if (f)
        puts_error(m, "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n");
    buffer_free(&said);
    return 0;
}
