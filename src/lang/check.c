/* Errors that CPython's code generator finds, in the order in which it would meet them. */
#include <pyviz/lang/check.h>

#include "check_internal.h"
#include "symtable_internal.h"

#include <stdio.h>
#include <string.h>

bool check_error(struct check *c, struct pos pos, const char *format, ...)
{
    char message[sizeof c->error->message];
    if (c->failed)
        return false;
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    source_diagnose(c->src, c->error, DIAGNOSTIC_SYNTAX, pos.line, pos.col, pos.end_line,
                    pos.end_col, "%s", message);
    c->error->in_bytes = true;
    c->failed = true;
    return false;
}

void check_stored_name(struct check *c, const char *name, struct pos pos)
{
    if (name && strcmp(name, "__debug__") == 0)
        check_error(c, pos, "cannot assign to __debug__");
}

/* ---- Expressions --------------------------------------------------------------------------- */

static void check_body(struct check *c, const struct stmt_list *body);

static void check_child(void *context, struct expr *child)
{
    check_expr(context, child);
}

static void check_exprs(struct check *c, const struct expr_list *list)
{
    for (size_t i = 0; i < list->len; i++)
        check_expr(c, list->items[i]);
}

/* A starred expression is unpacked where its neighbours are: in displays and calls. */
static void check_elements(struct check *c, const struct expr_list *list)
{
    for (size_t i = 0; i < list->len; i++) {
        const struct expr *e = list->items[i];
        check_expr(c, e->kind == EXPR_STARRED ? e->u.starred.value : e);
    }
}

/* The targets of an unpacking: one star at most. */
static void check_targets(struct check *c, const struct expr *e, const struct expr_list *list)
{
    bool star = false;
    for (size_t i = 0; i < list->len; i++) {
        if (list->items[i]->kind != EXPR_STARRED)
            continue;
        if (star)
            check_error(c, e->pos, "multiple starred expressions in assignment");
        else if (i >= 256 || list->len - i - 1 >= (1u << 23))
            check_error(c, e->pos, "too many expressions in star-unpacking assignment");
        star = true;
    }
    check_elements(c, list);
}

static void check_sequence(struct check *c, const struct expr *e, const struct expr_list *list,
                           enum expr_context ctx)
{
    if (ctx == CONTEXT_STORE)
        check_targets(c, e, list);
    else
        check_elements(c, list);
}

/* The first keyword that is repeated, and where it is. */
static void check_repeated(struct check *c, const struct keyword_list *list)
{
    struct arena arena = {0};
    struct symtable_index seen = {0}; /* name -> its place plus one */
    size_t first = list->len, again = 0;
    for (size_t i = 0; i < list->len; i++) {
        const char *name = list->items[i]->arg;
        size_t place = name ? (size_t)symtable_index_get(&seen, name) : 0;
        if (place && place - 1 < first) {
            first = place - 1;
            again = i;
        } else if (name && !place) {
            symtable_index_put(&seen, &arena, name, (void *)(i + 1));
        }
    }
    if (first < list->len)
        check_error(c, list->items[again]->pos, "keyword argument repeated: %s",
                    list->items[first]->arg);
    arena_free(&arena);
}

static void check_keywords(struct check *c, const struct keyword_list *list)
{
    for (size_t i = 0; i < list->len; i++)
        check_stored_name(c, list->items[i]->arg, list->items[i]->pos);
    if (list->len > 1)
        check_repeated(c, list);
}

static void check_call(struct check *c, const struct expr *e)
{
    check_keywords(c, &e->u.call.keywords);
    check_expr(c, e->u.call.func);
    check_elements(c, &e->u.call.args);
    for (size_t i = 0; i < e->u.call.keywords.len; i++)
        check_expr(c, e->u.call.keywords.items[i]->value);
}

static void check_params(struct check *c, const struct arg_list *list)
{
    for (size_t i = 0; i < list->len; i++)
        check_stored_name(c, list->items[i]->arg, list->items[i]->pos);
}

static void check_parameter_names(struct check *c, const struct arguments *a)
{
    check_params(c, &a->posonlyargs);
    check_params(c, &a->args);
    if (a->vararg)
        check_stored_name(c, a->vararg->arg, a->vararg->pos);
    check_params(c, &a->kwonlyargs);
    if (a->kwarg)
        check_stored_name(c, a->kwarg->arg, a->kwarg->pos);
}

static struct check_scope enter(struct check *c, enum check_scope_kind kind)
{
    struct check_scope outer = c->scope;
    c->scope = (struct check_scope){.kind = kind};
    return outer;
}

static void check_lambda(struct check *c, const struct expr *e)
{
    check_parameter_names(c, e->u.lambda.args);
    check_exprs(c, &e->u.lambda.args->defaults);
    check_exprs(c, &e->u.lambda.args->kw_defaults);
    struct check_scope outer = enter(c, CHECK_FUNCTION);
    check_expr(c, e->u.lambda.body);
    c->scope = outer;
}

static bool may_await(const struct check *c)
{
    return c->scope.kind == CHECK_ASYNC_FUNCTION || c->scope.kind == CHECK_COMPREHENSION;
}

static void check_comprehension(struct check *c, const struct expr *e,
                                const struct comprehension_list *generators, const struct expr *elt,
                                const struct expr *value)
{
    const struct symtable_block *block = symtable_block(c->table, e);
    check_expr(c, generators->items[0]->iter);
    if (block && block->coroutine && e->kind != EXPR_GENERATOR_EXP && !may_await(c))
        check_error(c, e->pos, "asynchronous comprehension outside of an asynchronous function");
    struct check_scope outer = enter(c, CHECK_COMPREHENSION);
    for (size_t i = 0; i < generators->len; i++) {
        const struct comprehension *generator = generators->items[i];
        if (i > 0)
            check_expr(c, generator->iter);
        check_expr(c, generator->target);
        check_exprs(c, &generator->ifs);
    }
    check_expr(c, elt);
    check_expr(c, value);
    c->scope = outer;
}

static bool in_function(const struct check *c)
{
    return c->scope.kind != CHECK_MODULE && c->scope.kind != CHECK_CLASS;
}

static void check_await(struct check *c, const struct expr *e)
{
    if (!in_function(c))
        check_error(c, e->pos, "'await' outside function");
    else if (!may_await(c))
        check_error(c, e->pos, "'await' outside async function");
    check_expr(c, e->u.await.value);
}

static void check_yield_from(struct check *c, const struct expr *e)
{
    if (!in_function(c))
        check_error(c, e->pos, "'yield%s' outside function",
                    c->options->names_yield_from ? " from" : "");
    else if (c->scope.kind == CHECK_ASYNC_FUNCTION)
        check_error(c, e->pos, "'yield from' inside async function");
    check_expr(c, e->u.yield_from.value);
}

static void check_name(struct check *c, const struct expr *e)
{
    if (e->u.name.ctx == CONTEXT_DEL && strcmp(e->u.name.id, "__debug__") == 0)
        check_error(c, e->pos, "cannot delete __debug__");
    else if (e->u.name.ctx == CONTEXT_STORE)
        check_stored_name(c, e->u.name.id, e->pos);
}

void check_expr(struct check *c, const struct expr *e)
{
    if (!e || c->failed)
        return;
    switch (e->kind) {
    case EXPR_NAME:
        check_name(c, e);
        break;
    case EXPR_STARRED:
        check_error(c, e->pos,
                    e->u.starred.ctx == CONTEXT_STORE
                        ? "starred assignment target must be in a list or tuple"
                        : "can't use starred expression here");
        break;
    case EXPR_LIST:
        check_sequence(c, e, &e->u.list.elts, e->u.list.ctx);
        break;
    case EXPR_TUPLE:
        check_sequence(c, e, &e->u.tuple.elts, e->u.tuple.ctx);
        break;
    case EXPR_SET:
        check_elements(c, &e->u.set.elts);
        break;
    case EXPR_CALL:
        check_call(c, e);
        break;
    case EXPR_LAMBDA:
        check_lambda(c, e);
        break;
    case EXPR_LIST_COMP:
    case EXPR_SET_COMP:
    case EXPR_GENERATOR_EXP:
        check_comprehension(c, e, &e->u.comp.generators, e->u.comp.elt, NULL);
        break;
    case EXPR_DICT_COMP:
        check_comprehension(c, e, &e->u.dict_comp.generators, e->u.dict_comp.key,
                            e->u.dict_comp.value);
        break;
    case EXPR_AWAIT:
        check_await(c, e);
        break;
    case EXPR_YIELD:
        if (!in_function(c))
            check_error(c, e->pos, "'yield' outside function");
        check_expr(c, e->u.yield.value);
        break;
    case EXPR_YIELD_FROM:
        check_yield_from(c, e);
        break;
    case EXPR_ATTRIBUTE:
        if (e->u.attribute.ctx == CONTEXT_STORE && !c->augmented)
            check_stored_name(c, e->u.attribute.attr, e->pos);
        check_expr(c, e->u.attribute.value);
        break;
    default:
        ast_visit_children(e, check_child, c);
        break;
    }
}

/* ---- Definitions --------------------------------------------------------------------------- */

static void check_type_params(struct check *c, const struct type_param_list *list)
{
    bool has_default = false;
    for (size_t i = 0; i < list->len; i++) {
        const struct type_param *t = list->items[i];
        check_expr(c, t->bound);
        const struct expr *e = t->default_value;
        check_expr(c, e && e->kind == EXPR_STARRED ? e->u.starred.value : e);
        if (has_default && !t->default_value)
            check_error(c, t->pos, "non-default type parameter '%s' follows default type parameter",
                        t->name);
        has_default = has_default || t->default_value;
    }
}

static void check_annotations(struct check *c, const struct arg_list *list)
{
    for (size_t i = 0; i < list->len; i++)
        check_expr(c, list->items[i]->annotation);
}

static void check_signature(struct check *c, const struct stmt *s)
{
    const struct arguments *a = s->u.function_def.args;
    check_annotations(c, &a->args);
    check_annotations(c, &a->posonlyargs);
    if (a->vararg && a->vararg->annotation) {
        const struct expr *e = a->vararg->annotation;
        check_expr(c, e->kind == EXPR_STARRED ? e->u.starred.value : e);
    }
    check_annotations(c, &a->kwonlyargs);
    if (a->kwarg)
        check_expr(c, a->kwarg->annotation);
    check_expr(c, s->u.function_def.returns);
}

static void check_function(struct check *c, const struct stmt *s)
{
    const struct arguments *a = s->u.function_def.args;
    check_exprs(c, &s->u.function_def.decorator_list);
    check_exprs(c, &a->defaults);
    check_exprs(c, &a->kw_defaults);
    check_type_params(c, &s->u.function_def.type_params);
    check_signature(c, s);
    check_parameter_names(c, a);
    bool is_async = s->kind == STMT_ASYNC_FUNCTION_DEF;
    struct check_scope outer = enter(c, is_async ? CHECK_ASYNC_FUNCTION : CHECK_FUNCTION);
    const struct symtable_block *block = c->scope.block = symtable_block(c->table, s);
    c->scope.around = c->options->generator_block && block && (block->generator || is_async);
    check_body(c, &s->u.function_def.body);
    c->scope = outer;
    check_stored_name(c, s->u.function_def.name, s->pos);
}

static void check_class(struct check *c, const struct stmt *s)
{
    check_exprs(c, &s->u.class_def.decorator_list);
    check_type_params(c, &s->u.class_def.type_params);
    struct check_scope outer = enter(c, CHECK_CLASS);
    check_body(c, &s->u.class_def.body);
    c->scope = outer;
    check_keywords(c, &s->u.class_def.keywords);
    check_elements(c, &s->u.class_def.bases);
    for (size_t i = 0; i < s->u.class_def.keywords.len; i++)
        check_expr(c, s->u.class_def.keywords.items[i]->value);
    check_stored_name(c, s->u.class_def.name, s->pos);
}

/* ---- Blocks -------------------------------------------------------------------------------- */

static size_t depth_of(const struct check_scope *scope)
{
    return scope->frames ? scope->frames->depth : scope->around;
}

/* Reads a body inside `count` more blocks, the innermost of a kind: a loop, an except* clause,
 * something else. */
static void check_block(struct check *c, enum check_block_kind kind, size_t count, struct pos pos,
                        const struct stmt_list *body)
{
    struct check_frame frame = {.kind = kind, .outer = c->scope.frames};
    frame.depth = depth_of(&c->scope) + count;
    if (frame.depth > c->options->max_blocks)
        check_error(c, pos, "too many statically nested blocks");
    c->scope.frames = &frame;
    check_body(c, body);
    c->scope.frames = frame.outer;
}

static void check_break(struct check *c, const struct stmt *s)
{
    for (const struct check_frame *f = c->scope.frames; f; f = f->outer) {
        if (f->kind == CHECK_LOOP)
            return;
        if (f->kind == CHECK_EXCEPT_STAR)
            check_error(c, s->pos,
                        "'break', 'continue' and 'return' cannot appear in an except* block");
    }
    check_error(c, s->pos,
                s->kind == STMT_BREAK ? "'break' outside loop" : "'continue' not properly in loop");
}

static void check_return(struct check *c, const struct stmt *s)
{
    const struct symtable_block *block = c->scope.block;
    if (!in_function(c))
        check_error(c, s->pos, "'return' outside function");
    if (s->u.return_.value && block && block->coroutine && block->generator)
        check_error(c, s->pos, "'return' with value in async generator");
    check_expr(c, s->u.return_.value);
    for (const struct check_frame *f = c->scope.frames; f; f = f->outer)
        if (f->kind == CHECK_EXCEPT_STAR)
            check_error(c, s->pos,
                        "'break', 'continue' and 'return' cannot appear in an except* block");
}

/* Without its finally, which would be one more block around it. */
static void check_try_except(struct check *c, const struct stmt *s, size_t around)
{
    const struct excepthandler_list *handlers = &s->u.try_.handlers;
    enum check_block_kind kind = s->kind == STMT_TRY_STAR ? CHECK_EXCEPT_STAR : CHECK_OTHER;
    size_t depth = around + (handlers->len > 0);
    check_block(c, CHECK_OTHER, depth, s->pos, &s->u.try_.body);
    check_block(c, CHECK_OTHER, around, s->pos, &s->u.try_.orelse);
    for (size_t i = 0; i < handlers->len; i++) {
        const struct excepthandler *h = handlers->items[i];
        if (!h->type && i + 1 < handlers->len)
            check_error(c, h->pos, "default 'except:' must be last");
        check_expr(c, h->type);
        check_stored_name(c, h->name, h->pos);
        check_block(c, kind, depth + 1, h->pos, &h->body);
    }
}

static void check_try(struct check *c, const struct stmt *s)
{
    bool finally = s->u.try_.finalbody.len > 0;
    check_try_except(c, s, finally);
    check_block(c, CHECK_OTHER, finally, s->pos, &s->u.try_.finalbody);
}

static void check_with(struct check *c, const struct stmt *s)
{
    const struct withitem_list *items = &s->u.with.items;
    if (s->kind == STMT_ASYNC_WITH && c->scope.kind != CHECK_ASYNC_FUNCTION)
        check_error(c, s->pos, "'async with' outside async function");
    for (size_t i = 0; i < items->len; i++) {
        check_expr(c, items->items[i]->context_expr);
        check_expr(c, items->items[i]->optional_vars);
    }
    size_t room = c->options->max_blocks - depth_of(&c->scope);
    size_t last = room < items->len ? room : items->len - 1; /* the item that is one too many */
    struct pos at = c->options->generator_block ? items->items[last]->context_expr->pos : s->pos;
    check_block(c, CHECK_OTHER, items->len, at, &s->u.with.body);
}

static void check_for(struct check *c, const struct stmt *s)
{
    if (s->kind == STMT_ASYNC_FOR && c->scope.kind != CHECK_ASYNC_FUNCTION)
        check_error(c, s->pos, "'async for' outside async function");
    check_expr(c, s->u.for_.iter);
    check_expr(c, s->u.for_.target);
    check_block(c, CHECK_LOOP, 1, s->pos, &s->u.for_.body);
    check_body(c, &s->u.for_.orelse);
}

/* ---- Statements ---------------------------------------------------------------------------- */

static void check_aug_assign(struct check *c, const struct stmt *s)
{
    c->augmented = s->u.aug_assign.target->kind == EXPR_ATTRIBUTE;
    check_expr(c, s->u.aug_assign.target);
    c->augmented = false;
    check_expr(c, s->u.aug_assign.value);
}

/* `__debug__: int` is reported for the whole statement. */
static void check_ann_assign(struct check *c, const struct stmt *s)
{
    const struct expr *target = s->u.ann_assign.target;
    check_expr(c, s->u.ann_assign.value);
    if (target->kind == EXPR_NAME)
        check_stored_name(c, target->u.name.id, s->u.ann_assign.value ? target->pos : s->pos);
    else
        check_expr(c, target);
    check_expr(c, s->u.ann_assign.annotation);
}

static void check_aliases(struct check *c, const struct stmt *s, const struct alias_list *list)
{
    for (size_t i = 0; i < list->len; i++)
        check_stored_name(c, list->items[i]->asname ? list->items[i]->asname : list->items[i]->name,
                          s->pos);
}

static void check_import_from(struct check *c, const struct stmt *s)
{
    const char *module = s->u.import_from.module;
    if (module && strcmp(module, "__future__") == 0 && s->u.import_from.level == 0 &&
        s->pos.line > c->table->future_line)
        check_error(c, s->pos, "from __future__ imports must occur at the beginning of the file");
    check_aliases(c, s, &s->u.import_from.names);
}

static void check_simple_stmt(struct check *c, const struct stmt *s)
{
    switch (s->kind) {
    case STMT_TYPE_ALIAS:
        check_type_params(c, &s->u.type_alias.type_params);
        check_expr(c, s->u.type_alias.value);
        check_expr(c, s->u.type_alias.name);
        break;
    case STMT_RETURN:
        check_return(c, s);
        break;
    case STMT_DELETE:
        check_exprs(c, &s->u.delete.targets);
        break;
    case STMT_ASSIGN:
        check_expr(c, s->u.assign.value);
        check_exprs(c, &s->u.assign.targets);
        break;
    case STMT_AUG_ASSIGN:
        check_aug_assign(c, s);
        break;
    case STMT_ANN_ASSIGN:
        check_ann_assign(c, s);
        break;
    case STMT_RAISE:
        check_expr(c, s->u.raise.exc);
        check_expr(c, s->u.raise.cause);
        break;
    case STMT_ASSERT:
        check_expr(c, s->u.assert_.test);
        check_expr(c, s->u.assert_.msg);
        break;
    case STMT_IMPORT:
        check_aliases(c, s, &s->u.import.names);
        break;
    case STMT_IMPORT_FROM:
        check_import_from(c, s);
        break;
    case STMT_EXPR:
        check_expr(c, s->u.expr.value);
        break;
    case STMT_BREAK:
    case STMT_CONTINUE:
        check_break(c, s);
        break;
    default: /* global, nonlocal, pass */
        break;
    }
}

static void check_stmt(struct check *c, const struct stmt *s)
{
    switch (s->kind) {
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF:
        check_function(c, s);
        break;
    case STMT_CLASS_DEF:
        check_class(c, s);
        break;
    case STMT_FOR:
    case STMT_ASYNC_FOR:
        check_for(c, s);
        break;
    case STMT_WHILE:
        check_expr(c, s->u.while_.test);
        check_block(c, CHECK_LOOP, 1, s->pos, &s->u.while_.body);
        check_body(c, &s->u.while_.orelse);
        break;
    case STMT_IF:
        check_expr(c, s->u.if_.test);
        check_body(c, &s->u.if_.body);
        check_body(c, &s->u.if_.orelse);
        break;
    case STMT_WITH:
    case STMT_ASYNC_WITH:
        check_with(c, s);
        break;
    case STMT_MATCH:
        check_match(c, s);
        break;
    case STMT_TRY:
    case STMT_TRY_STAR:
        check_try(c, s);
        break;
    default:
        check_simple_stmt(c, s);
    }
}

static void check_body(struct check *c, const struct stmt_list *body)
{
    for (size_t i = 0; i < body->len && !c->failed; i++)
        check_stmt(c, body->items[i]);
}

void check_statements(struct check *c, const struct stmt_list *body)
{
    check_body(c, body);
}

bool check_module(const struct module *module, const struct symtable *table,
                  const struct source *src, const struct check_options *options,
                  struct diagnostic *error)
{
    struct check c = {.src = src, .table = table, .error = error, .options = options};
    memset(error, 0, sizeof *error);
    check_body(&c, &module->body);
    check_expr(&c, module->expression);
    return !c.failed;
}
