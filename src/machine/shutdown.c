#include "shutdown.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/modules.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>
#include <pyviz/machine/weakref.h>

#include "eval_ops.h"
#include "exceptions.h"
#include "frame.h"
#include "gc.h"
#include "generator.h"
#include "modules/stdio.h"
#include "uncaught.h"
#include "unraisable.h"

/* ---- is there anything to be noticed? -------------------------------------------------------- */

static bool has_callback(const Machine *m, const GCHead *list)
{
    for (const GCHead *g = list->next; g != list; g = g->next) {
        const Object *o = gc_object((GCHead *)(uintptr_t)g);
        if (o->serial && is_weakref(m, o) && ((const WeakrefObject *)o)->callback)
            return true;
    }
    return false;
}

static bool is_noticed(const Machine *m)
{
    if (m->has_finalizers || (m->atexit && list_size(m->atexit)) || m->gc.debug ||
        list_size(m->gc.callbacks) || generator_any_unfinished(m))
        return true;
    for (int i = 0; i < GC_GENERATIONS; i++)
        if (has_callback(m, &m->gc.generation[i]))
            return true;
    return false;
}

/* ---- atexit: Modules/atexitmodule.c: atexit_callfuncs ---------------------------------------- */

static void report_callback(Machine *m, Object *function)
{
    if (!m->profile->ending_errors_say_more || m->refusing) {
        error_unraisable(m, function, "Exception ignored in atexit callback");
        return;
    }
    Object *pending = error_fetch(m);
    Object *text = str_printf(m, "Exception ignored in atexit callback %R", function);
    error_restore(m, pending);
    error_unraisable_text(m, NULL, text);
    xdecref(m, text);
}

/* The last registered goes first; what is registered meanwhile comes too late. */
void shutdown_call_atexit(Machine *m)
{
    if (!m->atexit)
        return;
    for (ssize_t i = list_size(m->atexit) - 1; i >= 0 && !m->refusing; i--) {
        if (i >= list_size(m->atexit)) /* one of them has cleared the list */
            continue;
        Object *entry = list_item(m->atexit, i); /* function, arguments, keywords */
        if (entry == m->none)
            continue;
        incref(entry);
        Object *function = tuple_item(entry, 0), *keywords = tuple_item(entry, 2);
        Object *r =
            eval_call_ex(m, function, tuple_item(entry, 1), keywords == m->none ? NULL : keywords);
        if (!r)
            report_callback(m, function);
        xdecref(m, r);
        decref(m, entry);
    }
    list_clear(m, m->atexit);
}

/* ---- modules: finalize_modules --------------------------------------------------------------- */

static bool is_programs(const Machine *m, Object *module)
{
    const ModuleObject *mod = (const ModuleObject *)module;
    return is_exact(m, module, module) && !mod->spec && mod->dict &&
           mod->dict != m->builtins_dict && mod->dict != m->sys_dict;
}

/* Weak references to the program's modules, in the order of their import. */
static Object *remember_modules(Machine *m)
{
    Object *list = list_new(m, 0), *name, *module;
    if (list)
        list->flags |= OBJECT_QUIET;
    for (ssize_t at = 0; list && dict_next(m->modules, &at, &name, &module, NULL);) {
        Object *w = is_programs(m, module) ? weakref_new(m, module, NULL) : NULL;
        if (w && list_append(m, list, w) < 0)
            clear_ref(m, list);
        xdecref(m, w);
    }
    return list;
}

static void forget_modules(Machine *m)
{
    Object *name, *module;
    for (ssize_t at = 0; !m->refusing && dict_next(m->modules, &at, &name, &module, NULL);)
        if (is_programs(m, module))
            dict_set(m, m->modules, name, m->none);
}

static bool is_private(const Object *name)
{
    return str_len(name) && str_at(name, 0) == '_' &&
           !(str_len(name) > 1 && str_at(name, 1) == '_');
}

/* Names become None: the private ones (_x) first, then all but __builtins__.
 * Objects/moduleobject.c: _PyModule_ClearDict. */
static void clear_names(Machine *m, Object *dict)
{
    Object *name, *value;
    for (int private = 1; private >= 0; private --)
        for (ssize_t at = 0; !m->refusing && dict_next(dict, &at, &name, &value, NULL);)
            if (value != m->none && is_str(name) &&
                (private ? is_private(name) : name != m->id.__builtins__))
                dict_set(m, dict, name, m->none);
}

/* Modules that somebody still refers to, the last imported first. */
static void clear_living(Machine *m, Object *references)
{
    for (ssize_t i = list_size(references) - 1; i >= 0 && !m->refusing; i--) {
        Object *module = ((WeakrefObject *)list_item(references, i))->object;
        if (!module)
            continue;
        incref(module);
        if (((ModuleObject *)module)->dict)
            clear_names(m, ((ModuleObject *)module)->dict);
        decref(m, module);
    }
}

/* What the program has put into sys: its hooks. */
static void clear_sys(Machine *m)
{
    Object *name, *value;
    for (ssize_t at = 0; !m->refusing && dict_next(m->sys_dict, &at, &name, &value, NULL);)
        if (value->serial)
            dict_set(m, m->sys_dict, name, m->none);
}

/* The main module goes as any other; what looks at the machine afterwards finds an empty one. */
static bool replace_main(Machine *m)
{
    Object *empty = dict_new(m), *old = m->main_dict;
    if (!empty)
        return false;
    empty->flags |= OBJECT_QUIET;
    m->main_dict = empty;
    decref(m, old);
    return true;
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* An object whose __del__ has not run is held by something of the interpreter that we keep. */
static void refuse_leftovers(Machine *m)
{
    for (int i = 0; i < GC_GENERATIONS && !m->refusing; i++) {
        GCHead *head = &m->gc.generation[i];
        for (GCHead *g = head->next; g != head && !m->refusing; g = g->next) {
            Object *o = gc_object(g);
            if (slots_of(o)->tp_finalize && !(o->flags & OBJECT_FINALIZED) &&
                o->type->tp_flags & TYPE_HEAP)
                error_not_simulated(m, "the __del__ of an object that is still referred to when "
                                       "the program ends");
        }
    }
}

static void take_apart(Machine *m)
{
    Object *references = remember_modules(m);
    if (!references)
        return;
    m->lines_gone = true;
    forget_modules(m);
    if (!m->refusing && replace_main(m)) {
        gc_collect_last(m);
        clear_living(m, references);
        clear_sys(m);
        gc_collect_last(m);
    }
    decref(m, references);
}

/* What stands in the place of a standard stream may hold something back.  Python/pylifecycle.c:
 * flush_std_files. */
static void flush_stream(Machine *m, Object *name, bool reports)
{
    Object *file = stdio_redirected(m, name), *closed = NULL;
    if (!file || file == m->none)
        return;
    incref(file);
    Object *key = str_intern_ascii(m, "closed");
    bool is_closed =
        key && object_lookup_attr(m, file, key, &closed) > 0 && object_is_true(m, closed) > 0;
    xdecref(m, closed);
    xdecref(m, key);
    if (error_occurred(m) && !m->refusing)
        error_clear(m);
    if (!is_closed && !m->refusing && stdio_flush(m, file) < 0 && !m->refusing) {
        m->unflushed = true;
        if (reports && m->profile->ending_errors_say_more)
            error_unraisable(m, NULL, "Exception ignored on flushing sys.stdout");
        else if (reports)
            error_unraisable(m, file, NULL);
        else
            error_clear(m);
    }
    decref(m, file);
}

static void flush_streams(Machine *m)
{
    if (!m->refusing)
        flush_stream(m, m->id.name_stdout, true);
    if (!m->refusing)
        flush_stream(m, m->id.name_stderr, false);
}

/* Python/pythonrun.c: flush_io: as soon as the program's last line has run, or has failed. */
void shutdown_flush(Machine *m)
{
    Object *pending = error_fetch(m);
    if (!m->refusing)
        flush_stream(m, m->id.name_stderr, false);
    if (!m->refusing)
        flush_stream(m, m->id.name_stdout, false);
    if (m->refusing)
        xdecref(m, pending);
    else
        error_restore(m, pending);
    m->unflushed = false; /* it will be tried again */
}

void shutdown_run(Machine *m)
{
    if (!is_noticed(m)) {
        flush_streams(m);
        return;
    }
    m->done = m->clock + 1;
    EMIT(m, PROGRAM_DONE, m->uncaught != NULL);
    shutdown_call_atexit(m);
    flush_streams(m);
    if (m->gc.enabled && !m->refusing)
        gc_collect(m, GC_GENERATIONS - 1, GC_AT_END);
    uncaught_release(m);
    if (!m->refusing)
        take_apart(m);
    if (!m->refusing)
        refuse_leftovers(m);
}
