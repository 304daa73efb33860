/* Raising, and the arguments of C functions: Python/errors.c, Python/getargs.c. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "descriptor.h"
#include "exceptions.h"
#include "gc.h"
#include "suggest.h"

#include <stdio.h>
#include <string.h>

void error_restore(Machine *m, Object *exception)
{
    set_ref(m, m->exception, exception);
}

Object *error_fetch(Machine *m)
{
    Object *e = m->exception;
    m->exception = NULL;
    return e;
}

void error_make(Machine *m)
{
    Object *e = error_fetch(m);
    exception_make(m, e);
    error_restore(m, e);
}

void error_settle(Machine *m, Object *exception)
{
    ExceptionObject *e = (ExceptionObject *)exception;
    e->under_way = false;
    clear_ref(m, e->own_traceback);
}

/* What goes unnoticed leaves no traceback behind in an exception that lives on, up to 3.11. */
void error_clear(Machine *m)
{
    ExceptionObject *e = (ExceptionObject *)m->exception;
    Object *traceback = NULL;
    if (e && e->under_way) {
        traceback = e->traceback;
        e->traceback = e->own_traceback;
        e->own_traceback = NULL;
        e->under_way = false;
    }
    clear_ref(m, m->exception);
    xdecref(m, traceback);
}

bool error_matches(Machine *m, enum exception_id type)
{
    return m->exception && !m->refusing && type_is_subtype(m->exception->type, m->exc[type]);
}

Object *error_handled(Machine *m)
{
    const struct ExcInfo *info = m->exc_info;
    while (info && !info->handled)
        info = info->previous;
    return info ? info->handled : NULL;
}

/* A raised exception remembers the one that is being handled, and no chain becomes a ring:
 * Python/errors.c: _PyErr_SetObject. */
static void chain_context(Machine *m, Object *exception)
{
    Object *handled = error_handled(m);
    if (!handled || handled == exception)
        return;
    const ExceptionObject *slow = (ExceptionObject *)handled;
    bool move = false;
    for (ExceptionObject *at = (ExceptionObject *)handled; at->context;
         at = (ExceptionObject *)at->context) {
        if (at->context == exception) {
            clear_ref(m, at->context);
            break;
        }
        if ((const ExceptionObject *)at->context == slow)
            break; /* a ring that is there already */
        if (move)
            slow = (const ExceptionObject *)slow->context;
        move = !move;
    }
    set_ref(m, ((ExceptionObject *)exception)->context, newref(handled));
}

void *error_raise(Machine *m, Object *exception)
{
    chain_context(m, exception);
    error_restore(m, exception);
    return NULL;
}

/* Is it made at once?  What gets fields of its own is, and what remembers another. */
static bool is_made(Machine *m, const Type *type)
{
    static const enum exception_id with_fields[] = {EXC_ImportError, EXC_OSError, EXC_UnicodeError,
                                                    EXC_SyntaxError, EXC_MemoryError};
    bool made = m->profile->errors_made_at_once || m->refusing || error_handled(m);
    for (size_t i = 0; !made && i < sizeof with_fields / sizeof *with_fields; i++)
        made = type_is_subtype(type, m->exc[with_fields[i]]);
    return made;
}

/* packed: the arguments lie in a tuple already, as a key does. */
static void *set_packed(Machine *m, enum exception_id id, Object *const *args, size_t n,
                        bool packed)
{
    Object *pending = error_fetch(m);
    Type *type = m->exc[id];
    Object *e = is_made(m, type) ? exception_new(m, type, args, n)
                                 : exception_new_later(m, type, args, n, packed);
    xdecref(m, pending);
    return e ? error_raise(m, e) : NULL;
}

static void *set_with(Machine *m, enum exception_id type, Object *const *args, size_t n)
{
    return set_packed(m, type, args, n, false);
}

void *error_set_object(Machine *m, enum exception_id type, Object *arg)
{
    return set_packed(m, type, &arg, arg ? 1 : 0, type == EXC_KeyError);
}

void *error_set_value(Machine *m, enum exception_id type, Object *value)
{
    if (value == m->none)
        return set_with(m, type, NULL, 0);
    if (!is_tuple(value))
        return set_with(m, type, &value, 1);
    incref(value);
    set_with(m, type, ((TupleObject *)value)->item, (size_t)tuple_size(value));
    decref(m, value);
    return NULL;
}

void *error_set_none(Machine *m, enum exception_id type)
{
    return set_with(m, type, NULL, 0);
}

void *error_set(Machine *m, enum exception_id type, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Object *pending = error_fetch(m);
    Object *text = str_vprintf(m, format, args);
    va_end(args);
    xdecref(m, pending);
    if (!text)
        return NULL;
    set_with(m, type, &text, 1);
    decref(m, text);
    return NULL;
}

void *error_from_cause(Machine *m, enum exception_id type, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    error_make(m);
    Object *cause = error_fetch(m), *text = str_vprintf(m, format, args);
    va_end(args);
    if (text)
        set_with(m, type, &text, 1);
    error_make(m);
    xdecref(m, text);
    if (!text || m->refusing) {
        decref(m, cause);
        return NULL;
    }
    error_settle(m, cause);
    ExceptionObject *e = (ExceptionObject *)m->exception;
    exception_put(m, &e->cause, cause);
    exception_put(m, &e->context, cause);
    e->suppress_context = true;
    decref(m, cause);
    return NULL;
}

void *error_no_memory(Machine *m)
{
    enum { RESERVE = 1024 * 1024 };
    if (!m->memory_error || m->no_memory)
        return NULL;
    /* What is needed to report it must not fail for the same reason. */
    if (m->heap.limit <= m->limits.memory)
        m->heap.limit += RESERVE;
    m->no_memory = true;
    Object *e = exception_new(m, m->exc[EXC_MemoryError], NULL, 0);
    m->no_memory = false;
    error_restore(m, e ? e : newref(m->memory_error));
    return NULL;
}

void *error_not_simulated(Machine *m, const char *format, ...)
{
    Object *pending = error_fetch(m);
    xdecref(m, pending);
    if (!m->refusing) {
        va_list args;
        va_start(args, format);
        Object *what = str_vprintf(m, format, args);
        va_end(args);
        struct buffer text = {0};
        if (what)
            str_to_utf8(what, &text);
        snprintf(m->refusal.message, sizeof m->refusal.message, "%s is not simulated yet",
                 buffer_text(&text));
        buffer_free(&text);
        xdecref(m, what);
        error_locate_refusal(m);
        m->refusing = true;
    }
    error_restore(m, newref(m->refusal_exception));
    return NULL;
}

Object *error_attribute(Machine *m, Object *o, Object *name)
{
    if (error_matches(m, EXC_AttributeError)) {
        error_make(m);
        ExceptionObject *e = (ExceptionObject *)m->exception;
        if (!e->obj && !e->value) {
            e->obj = newref(o);
            e->value = newref(name);
        }
    }
    return NULL;
}

/* ---- arguments ------------------------------------------------------------------------------- */

bool arg_check_positional(Machine *m, const char *name, size_t nargs, size_t min, size_t max)
{
    if (nargs < min) {
        error_set(m, EXC_TypeError, "%.200s expected %s%zd argument%s, got %zd", name,
                  min == max ? "" : "at least ", (ssize_t)min, min == 1 ? "" : "s", (ssize_t)nargs);
        return false;
    }
    if (nargs > max) {
        error_set(m, EXC_TypeError, "%.200s expected %s%zd argument%s, got %zd", name,
                  min == max ? "" : "at most ", (ssize_t)max, max == 1 ? "" : "s", (ssize_t)nargs);
        return false;
    }
    return true;
}

bool arg_no_keywords(Machine *m, const char *name, Object *kwnames)
{
    if (!kwnames || tuple_size(kwnames) == 0)
        return true;
    error_set(m, EXC_TypeError, "%.200s() takes no keyword arguments", name);
    return false;
}

static bool too_many(Machine *m, const char *name, size_t total, size_t given, size_t required,
                     size_t count, size_t positional)
{
    if (total > count)
        error_set(m, EXC_TypeError, "%.200s() takes at most %zd %sargument%s (%zd given)", name,
                  (ssize_t)count,
                  given == total && positional == count ? ""
                  : given == 0                          ? "keyword "
                                                        : "",
                  count == 1 ? "" : "s", (ssize_t)total);
    else if (positional == 0)
        error_set(m, EXC_TypeError, "%.200s() takes no positional arguments", name);
    else
        error_set(m, EXC_TypeError, "%.200s() takes %s %zd positional argument%s (%zd given)", name,
                  required < positional ? "at most" : "exactly", (ssize_t)positional,
                  positional == 1 ? "" : "s", (ssize_t)given);
    return false;
}

static void too_few_positional(Machine *m, const char *name, size_t given, const char *const *names,
                               size_t required, size_t positional)
{
    size_t least = 0; /* of the required ones, those that have no name */
    while (least < required && !names[least][0])
        least++;
    error_set(m, EXC_TypeError, "%.200s() takes %s %zd positional argument%s (%zd given)", name,
              least < positional ? "at least" : "exactly", (ssize_t)least, least == 1 ? "" : "s",
              (ssize_t)given);
}

static size_t find_name(const char *const *names, const Object *name)
{
    size_t i = 0;
    while (names[i] && !(names[i][0] && str_equals_ascii(name, names[i])))
        i++;
    return i;
}

static bool unexpected_keyword(Machine *m, const char *name, Object *keyword,
                               const char *const *names)
{
    const char *meant = m->profile->suggests_keywords ? suggest_word(keyword, names) : NULL;
    if (meant)
        error_set(m, EXC_TypeError,
                  "%.200s() got an unexpected keyword argument '%U'. Did you mean '%s'?", name,
                  keyword, meant);
    else if (m->profile->keyword_error_names_function)
        error_set(m, EXC_TypeError, "%.200s() got an unexpected keyword argument '%U'", name,
                  keyword);
    else
        error_set(m, EXC_TypeError, "'%U' is an invalid keyword argument for %.200s()", keyword,
                  name);
    return false;
}

/* Once nothing that is required is missing: each keyword must be one of the names, and the only
 * one to give its argument. */
static bool keywords_fit(Machine *m, const char *name, size_t nargs, Object *kwnames,
                         const char *const *names)
{
    for (ssize_t k = 0; kwnames && k < tuple_size(kwnames); k++) {
        Object *keyword = tuple_item(kwnames, k);
        size_t i = find_name(names, keyword);
        if (names[i] && i < nargs) {
            error_set(m, EXC_TypeError,
                      "argument for %.200s() given by name ('%U') and position (%zd)", name,
                      keyword, (ssize_t)i + 1);
            return false;
        }
    }
    for (ssize_t k = 0; kwnames && k < tuple_size(kwnames); k++)
        if (!names[find_name(names, tuple_item(kwnames, k))])
            return unexpected_keyword(m, name, tuple_item(kwnames, k), names);
    return true;
}

static size_t count_names(const char *const *names)
{
    size_t count = 0;
    while (names[count])
        count++;
    return count;
}

static bool has_late_parser(const Machine *m, const char *function, const char *const *names)
{
    for (size_t i = 0; i < m->nlate_parsers; i++)
        if (m->late_parsers[i].names == names && m->late_parsers[i].function == function)
            return true;
    return false;
}

/* Of list.sort() there is one already if a module has been imported that sorts, or compiles a
 * regular expression, as it is made: it is among what is old, and not the program's. */
static bool is_made_by_import(Machine *m, const char *function)
{
    static const char *const modules[] = {
        "argparse", "asyncio",    "cmd",     "dataclasses", "doctest",   "fractions",
        "getopt",   "gettext",    "inspect", "json",        "linecache", "logging",
        "pprint",   "statistics", "string",  "tomllib",     "traceback", "unittest"};
    bool made = false;
    for (size_t i = 0; !made && !strcmp(function, "sort") && i < sizeof modules / sizeof *modules;
         i++) {
        Object *name = str_intern_ascii(m, modules[i]);
        made = name && dict_get(m, m->modules, name);
        xdecref(m, name);
    }
    return made;
}

bool arg_late_parser(Machine *m, const char *function, const char *const *names)
{
    if (has_late_parser(m, function, names) || m->nlate_parsers == LATE_PARSERS)
        return true;
    if (is_made_by_import(m, function)) {
        m->late_parsers[m->nlate_parsers++] = (struct LateParser){function, names, NULL};
        return true;
    }
    size_t unnamed = 0;
    while (names[unnamed] && !names[unnamed][0])
        unnamed++;
    ssize_t count = (ssize_t)count_names(names + unnamed);
    Object *keywords = tuple_new(m, count);
    if (!keywords)
        return false;
    keywords->flags |= OBJECT_QUIET;
    for (ssize_t i = 0; i < count; i++)
        if (!(((TupleObject *)keywords)->item[i] = str_intern_ascii(m, names[unnamed + (size_t)i])))
            break;
    if (error_occurred(m)) {
        decref(m, keywords);
        return false;
    }
    gc_track(m, keywords);
    m->late_parsers[m->nlate_parsers++] = (struct LateParser){function, names, keywords};
    return true;
}

bool arg_parse(Machine *m, const char *name, Object *const *args, size_t nargs, Object *kwnames,
               const char *const *names, size_t required, size_t positional, Object **out)
{
    bool in_place = !kwnames && nargs >= required && nargs <= positional;
    if (m->profile->parsers_made_late && !in_place && !arg_late_parser(m, name, names))
        return false;
    return arg_parse_known(m, name, args, nargs, kwnames, names, required, positional, out);
}

bool arg_parse_known(Machine *m, const char *name, Object *const *args, size_t nargs,
                     Object *kwnames, const char *const *names, size_t required, size_t positional,
                     Object **out)
{
    size_t count = count_names(names), nkw = kwnames ? (size_t)tuple_size(kwnames) : 0;
    memset(out, 0, count * sizeof *out);
    bool rest = !strcmp(name, "print"); /* its other arguments are taken whatever they are */
    if ((nargs + nkw > count && !rest) || nargs > positional)
        return too_many(m, name, nargs + nkw, nargs, required, count, positional);
    for (size_t i = 0; i < nargs; i++)
        out[i] = args[i];
    for (size_t k = 0; k < nkw; k++) {
        size_t i = find_name(names, tuple_item(kwnames, (ssize_t)k));
        if (names[i] && !out[i])
            out[i] = args[nargs + k];
    }
    for (size_t i = 0; i < required; i++) {
        if (out[i])
            continue;
        if (names[i][0])
            error_set(m, EXC_TypeError, "%.200s() missing required argument '%s' (pos %zd)", name,
                      names[i], (ssize_t)i + 1);
        else
            too_few_positional(m, name, nargs, names, required, positional);
        return false;
    }
    return keywords_fit(m, name, nargs, kwnames, names);
}
