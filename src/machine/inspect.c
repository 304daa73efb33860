#include <pyviz/machine/inspect.h>

#include <pyviz/base/utf8.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/modules.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>
#include <pyviz/machine/type.h>

#include "exceptions.h"
#include "frame.h"

#include <string.h>

enum { BLOCK = 16 };

static Object *object(const Object *o)
{
    return (Object *)(uintptr_t)o;
}

static Machine *machine(const Machine *m)
{
    return (Machine *)(uintptr_t)m;
}

int64_t inspect_number(const Machine *m, const Object *o)
{
    int64_t place = ((const char *)o - (const char *)m) / BLOCK;
    return o->serial > 0 ? o->serial : o->serial < 0 ? 2 * (int64_t)o->serial + 1 : -2 * place;
}

bool inspect_is_immortal(const Machine *m, const Object *o)
{
    bool mortal_there = is_type(o) && ((const Type *)o)->tp_flags & TYPE_HEAP_IN_CPYTHON;
    return m->profile->immortal_refcount && object_is_immortal(o) && !mortal_there;
}

bool inspect_refcount(const Machine *m, const Object *o, int64_t *refcount)
{
    if (inspect_is_immortal(m, o)) {
        *refcount = m->profile->immortal_refcount;
        return true;
    }
    *refcount = o->refcnt;
    /* Without immortality, an interned name may be shared with modules that CPython has loaded. */
    bool shared = o->flags & OBJECT_INTERNED && m->profile->immortal_refcount == 0;
    return o->serial && !object_is_immortal(o) && !shared;
}

ssize_t inspect_sizeof(const Machine *m, const Object *o)
{
    ssize_t own = o->type == m->types.code ? -1 : object_own_size(machine(m), object(o));
    return own < 0 ? -1 : own + object_head_size(m, o);
}

/* ---- names ----------------------------------------------------------------------------------- */

static bool is_born_with(const Object *name)
{
    static const char *const names[] = {
        "__name__",        "__doc__",      "__package__", "__loader__", "__spec__",
        "__annotations__", "__builtins__", "__file__",    "__cached__", "__path__",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_equals_ascii(name, names[i]))
            return true;
    return false;
}

bool inspect_next_name(const Machine *m, size_t *at, Object **name, Object **value)
{
    ssize_t i = (ssize_t)*at;
    hash_t hash;
    bool more = false;
    while (m->main_dict && (more = dict_next(m->main_dict, &i, name, value, &hash)))
        if (is_str(*name) && !is_born_with(*name))
            break;
    *at = (size_t)i;
    return more;
}

bool inspect_str_is(const Object *str, const char *utf8)
{
    size_t left = strlen(utf8);
    for (ssize_t i = 0; i < str_len(str); i++) {
        int32_t c = -1;
        size_t n = left ? utf8_decode(utf8, left, true, &c) : 0;
        if (n == 0 || c < 0 || (uint32_t)c != str_at(str, i))
            return false;
        utf8 += n;
        left -= n;
    }
    return left == 0;
}

Object *inspect_lookup(const Machine *m, const char *wanted)
{
    Object *name, *value;
    const struct Frame *frame = inspect_innermost_frame(m);
    for (size_t at = 0; frame && inspect_next_local(m, frame, &at, &name, &value);)
        if (inspect_str_is(name, wanted))
            return value;
    for (size_t at = 0; inspect_next_name(m, &at, &name, &value);)
        if (inspect_str_is(name, wanted))
            return value;
    return NULL;
}

int inspect_exception_line(const Machine *m, const Object *exception)
{
    int line = 0;
    const Object *at = ((const ExceptionObject *)exception)->traceback;
    if (!at && exception == m->uncaught)
        return m->uncaught_line;
    for (; at; at = ((const TracebackObject *)at)->next) {
        const CodeObject *code = (const CodeObject *)((const TracebackObject *)at)->code;
        if (code->source == &m->source)
            line = ((const TracebackObject *)at)->line;
    }
    return line;
}

static bool is_library_class(const Machine *m, const Type *type)
{
    if (!(type->tp_flags & TYPE_HEAP))
        return false;
    Object *name = dict_get_str(machine(m), type->tp_dict, m->id.__module__);
    if (!name || !is_str(name) || str_equals_ascii(name, "__main__"))
        return false;
    const Object *module = dict_get_str(machine(m), m->modules, name);
    return !module || (module->type == m->types.module && ((const ModuleObject *)module)->spec);
}

const char *inspect_type_name(const Object *type)
{
    const Type *t = (const Type *)type;
    const char *dot = strrchr(t->tp_name, '.');
    bool dotted = dot && (!t->ht_name || inspect_str_is(t->ht_name, dot + 1));
    return dotted ? dot + 1 : t->tp_name;
}

const char *inspect_type_title(const Object *o)
{
    return inspect_type_name((const Object *)o->type);
}

bool inspect_is_library(const Machine *m, const Object *o)
{
    if (o->type == m->types.method)
        o = ((const MethodObject *)o)->function;
    if (o->type != m->types.function)
        return is_library_class(m, is_type(o) ? (const Type *)o : o->type);
    const CodeObject *code = (const CodeObject *)((const FunctionObject *)o)->code;
    return code->flags & CODE_LIBRARY && !code->body;
}

static bool is_one_of(const char *words, const char *name)
{
    size_t n = strlen(name);
    for (const char *at = words; at && (at = strstr(at, name)); at++)
        if ((at == words || at[-1] == ' ') && (at[n] == ' ' || !at[n]))
            return true;
    return false;
}

bool inspect_is_missing(const Machine *m, const char *name)
{
    ssize_t at = 0;
    Object *value;
    while (dict_next(m->modules, &at, NULL, &value, NULL)) {
        const ModuleObject *mod = (const ModuleObject *)value;
        if (is_exact(m, value, module) && mod->spec && is_one_of(mod->spec->missing, name))
            return true;
    }
    return false;
}

/* ---- frames ---------------------------------------------------------------------------------- */

static bool is_closed_library(const Frame *f)
{
    return f && f->code && frame_is_library(f) && !frame_is_glass(f);
}

/* What such a frame lets go of when it ends is its business, too. */
bool inspect_in_library(const Machine *m)
{
    const Frame *leaving = m->leaving && m->leaving->previous == m->frame ? m->leaving : NULL;
    return is_closed_library(m->frame) || is_closed_library(leaving);
}

bool inspect_in_glass(const Machine *m)
{
    return m->frame && frame_is_glass(m->frame);
}

bool inspect_in_either(const Machine *m)
{
    return (m->frame && frame_is_library(m->frame)) || inspect_in_glass(m) ||
           (m->leaving && inspect_in_library(m));
}

bool inspect_in_program(const Machine *m)
{
    return m->frame && m->frame->code->source == &m->source;
}

static bool is_what_if(const Frame *f)
{
    return f->code->source && f->code->source->name == machine_what_if_name;
}

/* Frames of the library are nobody's business; what is put in between runs as if in the frame
 * below. */
static const Frame *visible(const Frame *f)
{
    while (f && (frame_is_library(f) || is_what_if(f)))
        f = f->previous;
    return f;
}

const char *inspect_other_file(const Machine *m)
{
    const Frame *f = visible(m->frame);
    if (!f || !f->code->source || f->code->source == &m->source)
        return NULL;
    const char *name = f->code->source->name, *slash = strrchr(name, '/');
    return slash ? slash + 1 : name;
}

const char *inspect_what_if(const Machine *m)
{
    const Frame *f = m->frame;
    while (f && frame_is_library(f))
        f = f->previous;
    return f && is_what_if(f) ? f->code->source->text : NULL;
}

const struct Frame *inspect_innermost_frame(const Machine *m)
{
    return visible(m->frame);
}

size_t inspect_frame_count(const Machine *m)
{
    size_t n = 0;
    for (const Frame *f = visible(m->frame); f; f = visible(f->previous))
        n++;
    return n;
}

const struct Frame *inspect_frame(const Machine *m, size_t i)
{
    const Frame *f = visible(m->frame);
    for (size_t above = inspect_frame_count(m) - i - 1; above > 0; above--)
        f = visible(f->previous);
    return f;
}

const struct Frame *inspect_outer_frame(const struct Frame *frame)
{
    return visible(frame->previous);
}

Object *inspect_frame_function(const struct Frame *frame)
{
    return frame->code->name;
}

Object *inspect_frame_qualname(const struct Frame *frame)
{
    return frame->code->qualname;
}

bool inspect_frame_is_module(const Machine *m, const struct Frame *frame)
{
    return frame->locals && frame->locals == m->main_dict;
}

bool inspect_frame_is_class(const Machine *m, const struct Frame *frame)
{
    return frame->locals && frame->locals != m->main_dict && !is_what_if(frame);
}

int inspect_frame_line(const struct Frame *frame)
{
    return frame->line;
}

uint32_t inspect_frame_call(const struct Frame *frame)
{
    return frame->nth;
}

int inspect_frame_earlier_line(const struct Frame *frame, int n)
{
    return frame->earlier[n];
}

int inspect_line_under_way(const Machine *m)
{
    const Frame *f = m->frame;
    while (f && f->code->source != &m->source)
        f = f->previous;
    if (!f || f->next == f->code->code) /* a function that is about to begin is in its first line */
        return f ? f->line : 0;
    return f->code->positions[frame_instruction(f)].line;
}

void inspect_frame_place(const struct Frame *frame, int *line, int *col)
{
    const struct pos *pos = &frame->code->positions[frame_instruction(frame)];
    *line = pos->line;
    *col = pos->col;
}

bool inspect_frame_has_statements(const Machine *m, const struct Frame *frame)
{
    const Object *name = frame->code->name;
    return frame->code->source == &m->source &&
           (str_at(name, 0) != '<' || str_equals_ascii(name, "<module>"));
}

static bool next_in_namespace(const struct Frame *frame, size_t *at, Object **name, Object **value)
{
    ssize_t i = (ssize_t)*at;
    hash_t hash;
    if (!is_dict(frame->locals)) /* some other mapping: only the program can tell what is in it */
        return false;
    bool module = frame->locals == frame->globals, more;
    do
        more = dict_next(frame->locals, &i, name, value, &hash);
    while (more && module && is_str(*name) && is_born_with(*name));
    *at = (size_t)i;
    return more;
}

size_t inspect_frame_parameters(const struct Frame *frame)
{
    const CodeObject *code = frame->code;
    bool rest = code->flags & CODE_VARARGS, keywords = code->flags & CODE_VARKEYWORDS;
    return (size_t)(code->argcount + code->kwonlyargcount + rest + keywords);
}

/* The cell of a variable that the function shares with one around it, also before the frame has
 * taken it; NULL: it is none. */
static Object *free_variable(const struct Frame *frame, size_t i)
{
    Object *cells = frame->function ? frame->function->closure : NULL;
    size_t own = (size_t)frame->code->nlocalsplus - (cells ? (size_t)tuple_size(cells) : 0);
    return i >= own ? tuple_item(cells, (ssize_t)(i - own)) : NULL;
}

bool inspect_next_local(const Machine *m, const struct Frame *frame, size_t *at, Object **name,
                        Object **value)
{
    if (frame->locals)
        return !inspect_frame_is_module(m, frame) && next_in_namespace(frame, at, name, value);
    while (*at < (size_t)frame->code->nlocalsplus) {
        size_t i = (*at)++;
        *name = tuple_item(frame->code->localsplusnames, (ssize_t)i);
        *value = frame->slot[i] ? frame->slot[i] : free_variable(frame, i);
        if (*value && (*value)->type == m->types.cell)
            *value = ((const CellObject *)*value)->value;
        if (*value)
            return true;
    }
    return false;
}

bool inspect_next_on_stack(const struct Frame *frame, size_t *at, Object **value)
{
    Object *const *bottom = frame->slot + frame->code->nlocalsplus;
    while (bottom + *at < frame->top) {
        *value = bottom[(*at)++];
        if (*value)
            return true;
    }
    return false;
}
