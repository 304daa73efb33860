#include <pyviz/machine/errors.h>
#include <pyviz/machine/heap.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "code.h"
#include "objects/sequence.h"
#include "specs.h"

#include <string.h>

static Object **code_field(CodeObject *code, int i)
{
    Object **const fields[] = {&code->name,         &code->qualname,     &code->filename,
                               &code->consts,       &code->names,        &code->localsplusnames,
                               &code->asked_for[0], &code->asked_for[1], &code->asked_for[2]};
    return i < (int)(sizeof fields / sizeof *fields) ? fields[i] : NULL;
}

static int code_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    Object **field;
    for (int i = 0; (field = code_field((CodeObject *)o, i)); i++) {
        int r = *field ? visit(m, *field, arg) : 0;
        if (r)
            return r;
    }
    return 0;
}

/* Lambdas and comprehensions have no statements to be told of, nor has what exec() runs. */
static bool is_monitored(const Machine *m, const CodeObject *code)
{
    if ((const Object *)code == m->main_code)
        return true;
    return code->source == ((const CodeObject *)m->main_code)->source &&
           (str_len(code->name) == 0 || str_at(code->name, 0) != '<');
}

/* 3.11 specializes all of a code object from the eighth time on that it is at work, at once; and
 * what a trace function is told of never. */
static bool is_cold(const Machine *m, const CodeObject *code)
{
    enum { WARM = 8 };
    return m->profile->specializes_when_warm && (code->warmth < WARM || m->gc.traced);
}

static struct specialization *specialization_at(Machine *m, CodeObject *code, const instruction *ip)
{
    if (!code->specializations && !(code->specializations = heap_try_alloc(
                                        m, (size_t)code->size * sizeof *code->specializations)))
        return NULL;
    return &code->specializations[ip - code->code];
}

/* An event comes before an instruction's first run, where that is watched by 3.12: it does not
 * count. */
static bool is_told_of_only(Machine *m, const CodeObject *code, struct specialization *s)
{
    if (!m->gc.monitored || s->has_begun || !is_monitored(m, code))
        return false;
    s->has_begun = true;
    return true;
}

/* A run of what is not specialized yet: is it the one that tries to?  The second is; after the
 * first failure the third from there, and so on. */
static bool is_attempt(struct specialization *s)
{
    unsigned wait = s->failures ? (2u << s->failures) - 2 : 1;
    if (s->waited >= wait)
        return true;
    s->waited++;
    return false;
}

bool code_is_specialized(Machine *m, CodeObject *code, const instruction *ip, const Type *type)
{
    enum { COOLDOWN = 52 };
    struct specialization *s = is_cold(m, code) ? NULL : specialization_at(m, code, ip);
    if (!s)
        return false;
    struct specialization made = {.type = type->ob_base.address,
                                  .version = type->version,
                                  .misses_left = COOLDOWN,
                                  .has_run = true,
                                  .has_begun = s->has_begun};
    if (m->profile->specializes_when_warm && !s->has_run) {
        *s = made;
        s->has_begun = true;
    }
    if (is_told_of_only(m, code, s))
        return false;
    bool hit = s->type == type->ob_base.address && s->version == type->version;
    if (!hit && (s->type ? s->misses_left-- == 0 : is_attempt(s))) {
        *s = made;
        hit = true;
    }
    s->has_run = true;
    return hit;
}

void code_note_unfit(Machine *m, CodeObject *code, const instruction *ip)
{
    enum { MOST = 11 };
    struct specialization *s = specialization_at(m, code, ip);
    if (!s || is_told_of_only(m, code, s))
        return;
    s->has_run = true;
    if (s->type && s->misses_left-- == 0) {
        s->type = 0;
        s->failures = 0;
        s->waited = 1;
    } else if (!s->type && is_attempt(s)) {
        s->failures += s->failures < MOST;
        s->waited = 0;
    }
}

bool code_make_runs(Machine *m, CodeObject *code)
{
    code->runs = heap_try_alloc(m, (size_t)code->size * sizeof *code->runs);
    return code->runs;
}

static void code_dealloc(Machine *m, Object *o)
{
    CodeObject *code = (CodeObject *)o;
    Object **field;
    for (int i = 0; (field = code_field(code, i)); i++)
        clear_ref(m, *field);
    heap_free(m, code->code);
    heap_free(m, code->positions);
    heap_free(m, code->handlers);
    heap_free(m, code->hints);
    heap_free(m, code->specializations);
    heap_free(m, code->runs);
    object_free(m, o, 192 + (size_t)code->size * 4);
}

static Object *code_repr(Machine *m, Object *o)
{
    CodeObject *code = (CodeObject *)o;
    return str_printf(m, "<code object %U at 0x%llx, file \"%U\", line %d>", code->name,
                      (unsigned long long)o->address, code->filename, code->firstlineno);
}

#define TEXT(field)                                                                                \
    static Object *get_##field(Machine *m, Object *o)                                              \
    {                                                                                              \
        (void)m;                                                                                   \
        return newref(((CodeObject *)o)->field);                                                   \
    }
#define NUMBER(field)                                                                              \
    static Object *get_##field(Machine *m, Object *o)                                              \
    {                                                                                              \
        return int_from_i64(m, ((CodeObject *)o)->field);                                          \
    }
TEXT(name)
TEXT(qualname)
TEXT(filename)
TEXT(consts)
TEXT(names)
NUMBER(argcount)
NUMBER(posonlyargcount)
NUMBER(kwonlyargcount)
NUMBER(firstlineno)
#undef TEXT
#undef NUMBER

static Object *get_stacksize(Machine *m, Object *o)
{
    return int_from_i64(m, ((CodeObject *)o)->co_stacksize);
}

static Object *get_flags(Machine *m, Object *o)
{
    return int_from_i64(m, ((CodeObject *)o)->flags & ~CODE_OURS);
}

/* ---- which names are locals, cells and free -------------------------------------------------- */

enum { NAME_LOCAL = 1, NAME_CELL = 2, NAME_FREE = 4 };

/* A cell is made by an instruction; a parameter that is one is a local as well. */
static int name_kind(const CodeObject *code, int slot)
{
    int parameters = code->argcount + code->kwonlyargcount + !!(code->flags & CODE_VARARGS) +
                     !!(code->flags & CODE_VARKEYWORDS);
    if (slot >= code->nlocalsplus - code->nfreevars)
        return NAME_FREE;
    for (int i = 0; i < code->size && INSTRUCTION_OP(code->code[i]) == OP_MAKE_CELL; i++)
        if ((int)INSTRUCTION_ARG(code->code[i]) == slot)
            return slot < parameters ? NAME_LOCAL | NAME_CELL : NAME_CELL;
    return NAME_LOCAL;
}

static Object *names_of_kind(Machine *m, CodeObject *code, int kind)
{
    Object **kept = &code->asked_for[kind / 2];
    int n = 0;
    if (*kept)
        return newref(*kept);
    for (int i = 0; i < code->nlocalsplus; i++)
        n += (name_kind(code, i) & kind) != 0;
    Object *tuple = tuple_new(m, n);
    for (int i = 0, k = 0; tuple && k < n; i++)
        if (name_kind(code, i) & kind)
            ((TupleObject *)tuple)->item[k++] = newref(tuple_item(code->localsplusnames, i));
    if (tuple && n)
        gc_track(m, tuple);
    if (m->profile->code_keeps_names)
        *kept = xnewref(tuple);
    return tuple;
}

/* In what of a class or module is fast: variables of comprehensions inlined there, which CPython
 * numbers in an order of its own. */
static bool has_inlined_names(Machine *m, const CodeObject *code, int kind)
{
    bool found = false;
    for (int i = 0; i < code->nlocalsplus && !(code->flags & CODE_OPTIMIZED); i++)
        found = found || name_kind(code, i) & kind;
    return found && m->profile->comprehensions_inlined;
}

static Object *get_varnames(Machine *m, Object *o)
{
    if (has_inlined_names(m, (CodeObject *)o, NAME_LOCAL))
        return error_not_simulated(
            m, "co_varnames of what inlines a comprehension and is no function");
    return names_of_kind(m, (CodeObject *)o, NAME_LOCAL);
}

static Object *get_cellvars(Machine *m, Object *o)
{
    return names_of_kind(m, (CodeObject *)o, NAME_CELL);
}

static Object *get_freevars(Machine *m, Object *o)
{
    return names_of_kind(m, (CodeObject *)o, NAME_FREE);
}

static Object *get_nlocals(Machine *m, Object *o)
{
    Object *names = get_varnames(m, o), *n = names ? int_from_i64(m, tuple_size(names)) : NULL;
    xdecref(m, names);
    return n;
}

/* ---- replace() ------------------------------------------------------------------------------- */

static bool copy_array(Machine *m, void *field, const void *from, size_t bytes)
{
    void *copy = from ? heap_alloc(m, bytes) : NULL;
    if (copy)
        memcpy(copy, from, bytes);
    memcpy(field, &copy, sizeof copy);
    return copy || !from;
}

static CodeObject *code_copy(Machine *m, const CodeObject *from)
{
    size_t n = (size_t)from->size, names = (size_t)tuple_size(from->names);
    CodeObject *code = object_new(m, m->types.code, sizeof *code, 192 + n * 4);
    if (!code)
        return NULL;
    Object head = code->ob_base;
    *code = *from;
    code->ob_base = head;
    Object **field;
    for (int i = 0; (field = code_field(code, i)); i++)
        xincref(*field);
    bool ok = copy_array(m, &code->code, from->code, n * sizeof *code->code);
    ok = copy_array(m, &code->positions, from->positions, n * sizeof *code->positions) && ok;
    ok = copy_array(m, &code->handlers, from->handlers,
                    (size_t)from->nhandlers * sizeof *code->handlers) &&
         ok;
    ok = copy_array(m, &code->hints, from->hints, (names + 1) * 2 * sizeof *code->hints) && ok;
    if (!ok)
        clear_ref(m, code);
    return code;
}

/* code.replace(co_flags=, co_name=, co_qualname=, co_filename=, co_firstlineno=) */
static Object *code_replace(Machine *m, Object *self, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    static const char *const names[] = {"co_flags",    "co_name",        "co_qualname",
                                        "co_filename", "co_firstlineno", NULL};
    Object *out[5] = {0};
    int overflow;
    for (ssize_t i = 0; kwnames && i < tuple_size(kwnames); i++) {
        bool known = false;
        for (int k = 0; names[k]; k++)
            known = known || str_equals_ascii(tuple_item(kwnames, i), names[k]);
        if (!known)
            return error_not_simulated(m, "code.replace(%S=...)", tuple_item(kwnames, i));
    }
    if (!arg_parse(m, "replace", args, nargs, kwnames, names, 0, 0, out))
        return NULL;
    CodeObject *code = code_copy(m, (CodeObject *)self);
    if (!code)
        return NULL;
    Object **const texts[] = {NULL, &code->name, &code->qualname, &code->filename};
    for (int i = 1; i < 4; i++)
        if (out[i])
            set_ref(m, *texts[i], newref(out[i]));
    if (out[0])
        code->flags = (int)int_as_i64(out[0], &overflow) | (code->flags & CODE_OURS);
    if (out[4])
        code->firstlineno = (int)int_as_i64(out[4], &overflow);
    return (Object *)code;
}

static const MethodDef code_methods[] = {
    {"replace", code_replace, METH_KEYWORDS, "A copy with some things changed."},
    {NULL, NULL, 0, NULL},
};
static const GetSetDef code_getset[] = {
    {"co_name", get_name, sequence_read_only},
    {"co_qualname", get_qualname, sequence_read_only},
    {"co_filename", get_filename, sequence_read_only},
    {"co_argcount", get_argcount, sequence_read_only},
    {"co_posonlyargcount", get_posonlyargcount, sequence_read_only},
    {"co_kwonlyargcount", get_kwonlyargcount, sequence_read_only},
    {"co_firstlineno", get_firstlineno, sequence_read_only},
    {"co_stacksize", get_stacksize, sequence_read_only},
    {"co_flags", get_flags, sequence_read_only},
    {"co_consts", get_consts, sequence_read_only},
    {"co_names", get_names, sequence_read_only},
    {"co_varnames", get_varnames, NULL},
    {"co_cellvars", get_cellvars, NULL},
    {"co_freevars", get_freevars, NULL},
    {"co_nlocals", get_nlocals, NULL},
    {NULL, NULL, NULL},
};

static Object *code_new(Machine *m, Type *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)type, (void)args, (void)nargs, (void)kwnames;
    return error_not_simulated(m, "a code object that a program makes of its parts");
}

const TypeSpec code_spec = {
    .name = "code",
    .basicsize = 192,
    .size = sizeof(CodeObject),
    .methods = code_methods,
    .getset = code_getset,
    .slots =
        {
            .tp_dealloc = code_dealloc,
            .tp_new = code_new,
            .tp_repr = code_repr,
            .tp_traverse = code_traverse,
        },
};
