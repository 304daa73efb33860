/* What the compiler finds suspicious: Python/compile.c: check_compare, check_caller,
 * check_subscripter, check_index. */
#include <pyviz/lang/warning.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "compiler.h"
#include "warnings.h"

#include <stdarg.h>
#include <stdio.h>

static void warn(struct compiler *c, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static const char *file_of(const struct compiler *c)
{
    return c->options->filename ? c->options->filename : c->source->name;
}

static void warn(struct compiler *c, int line, const char *format, ...)
{
    char text[256];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    struct warned_code code = {file_of(c), c->options->text, false, false};
    warn_compiler(c->m, &code, line, text);
}

/* infer_type: the type of the value, as far as the expression alone tells; or NULL. */
static const Type *type_of(struct compiler *c, const struct expr *e, const Type *of_constant)
{
    const Machine *m = c->m;
    if (of_constant)
        return of_constant;
    switch (e->kind) {
    case EXPR_TUPLE:
        return m->types.tuple;
    case EXPR_LIST:
    case EXPR_LIST_COMP:
        return m->types.list;
    case EXPR_DICT:
    case EXPR_DICT_COMP:
        return m->types.dict;
    case EXPR_SET:
    case EXPR_SET_COMP:
        return m->types.set;
    case EXPR_GENERATOR_EXP:
        return m->types.generator;
    case EXPR_LAMBDA:
        return m->types.function;
    case EXPR_JOINED_STR:
    case EXPR_FORMATTED_VALUE:
        return m->types.str;
    default:
        return NULL;
    }
}

/* The type of what the expression folds to, or NULL. */
static const Type *constant_type(struct compiler *c, const struct expr *e)
{
    Object *value = fold_constant(c, e);
    const Type *type = value ? value->type : NULL;
    xdecref(c->m, value);
    return type;
}

/* ---- is -------------------------------------------------------------------------------------- */

/* None, True, False and ... are compared by identity with good reason. */
static const Type *literal_type(struct compiler *c, const struct expr *e)
{
    const Type *type = constant_type(c, e);
    return type == c->m->types.none || type == c->m->types.bool_ || type == c->m->types.ellipsis
               ? NULL
               : type;
}

void warn_about_compare(struct compiler *c, const struct expr *e)
{
    const struct expr_list *right = &e->u.compare.comparators;
    const struct expr *before = e->u.compare.left;
    for (size_t i = 0; i < right->len; before = right->items[i++]) {
        enum cmpop op = e->u.compare.ops[i];
        if (op != CMPOP_IS && op != CMPOP_IS_NOT)
            continue;
        const Type *type = literal_type(c, before);
        if (!type)
            type = literal_type(c, right->items[i]);
        if (!type)
            continue;
        const char *is = op == CMPOP_IS ? "is" : "is not", *equals = op == CMPOP_IS ? "==" : "!=";
        if (c->m->profile->is_warning_names_type)
            warn(c, e->pos.line, "\"%s\" with '%.200s' literal. Did you mean \"%s\"?", is,
                 type->tp_name, equals);
        else
            warn(c, e->pos.line, "\"%s\" with a literal. Did you mean \"%s\"?", is, equals);
        return;
    }
}

/* ---- a comma that was forgotten -------------------------------------------------------------- */

void warn_about_call(struct compiler *c, const struct expr *callee)
{
    const Type *constant = constant_type(c, callee);
    if (callee->kind == EXPR_LAMBDA)
        return;
    const Type *type = type_of(c, callee, constant);
    if (type)
        warn(c, callee->pos.line, "'%.200s' object is not callable; perhaps you missed a comma?",
             type->tp_name);
}

static bool is_subscriptable(struct compiler *c, const struct expr *value, const Type *constant)
{
    const Machine *m = c->m;
    if (constant)
        return constant == m->types.str || constant == m->types.bytes || constant == m->types.tuple;
    return value->kind != EXPR_SET && value->kind != EXPR_SET_COMP &&
           value->kind != EXPR_GENERATOR_EXP && value->kind != EXPR_LAMBDA;
}

static bool takes_integers(const struct expr *value, const Type *constant)
{
    return constant || value->kind == EXPR_TUPLE || value->kind == EXPR_LIST ||
           value->kind == EXPR_LIST_COMP || value->kind == EXPR_JOINED_STR ||
           value->kind == EXPR_FORMATTED_VALUE;
}

void warn_about_subscript(struct compiler *c, const struct expr *e)
{
    const struct expr *value = e->u.subscript.value, *index = e->u.subscript.slice;
    const Type *constant = constant_type(c, value), *type = type_of(c, value, constant);
    if (type && !is_subscriptable(c, value, constant)) {
        warn(c, value->pos.line,
             "'%.200s' object is not subscriptable; perhaps you missed a comma?", type->tp_name);
        return;
    }
    if (!type || !takes_integers(value, constant) || index->kind == EXPR_SLICE)
        return;
    const Type *given = type_of(c, index, constant_type(c, index));
    if (given && !type_issubtype(given, c->m->types.int_))
        warn(c, value->pos.line,
             "%.200s indices must be integers or slices, not %.200s; perhaps you missed a comma?",
             type->tp_name, given->tp_name);
}

/* assert (condition, "message") */
void warn_about_assert(struct compiler *c, const struct stmt *s)
{
    const struct expr *test = s->u.assert_.test;
    Object *value = fold_constant(c, test);
    bool full = value ? is_tuple(value) && tuple_size(value) > 0
                      : test->kind == EXPR_TUPLE && test->u.tuple.elts.len > 0;
    xdecref(c->m, value);
    if (full)
        warn(c, s->pos.line, "assertion is always true, perhaps remove parentheses?");
}

/* ---- what the lexer and the reader of literals find ------------------------------------------ */

struct warned_source {
    Machine *m;
    struct warned_code code;
};

/* Before 3.12 escapes that mean nothing are told of to those alone who ask for all warnings. */
static void take(int kind, int line, const char *text, void *context)
{
    struct warned_source *s = context;
    s->code.deprecated = kind == WARNING_ESCAPES && !s->m->profile->invalid_escapes_warn;
    warn_compiler(s->m, &s->code, line, text);
}

void warn_about_literals(Machine *m, const struct source *source, const char *filename,
                         const struct SourceText *text)
{
    const Profile *p = m->profile;
    int kinds = WARNING_NUMBERS | WARNING_ESCAPES | (p->invalid_escapes_warn ? WARNING_OCTALS : 0) |
                (p->escape_warned_where_it_is ? WARNING_OWN_LINES : 0);
    struct warned_source context = {m, {filename, text, true, false}};
    warning_find(source, kinds, take, &context);
}
