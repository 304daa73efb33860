/* The first walk: which names each block mentions, and how. */
#include <pyviz/lang/symtable.h>

#include "symtable_internal.h"

#include <stdio.h>
#include <string.h>

/* ---- Looking up ---------------------------------------------------------------------------- */

struct symbol *symtable_find(const struct symtable_block *block, const char *name)
{
    size_t position = (size_t)symtable_index_get(block->index, name);
    return position ? &block->symbols[position - 1] : NULL;
}

const struct symbol *symtable_symbol(const struct symtable_block *block, const char *name)
{
    return symtable_find(block, name);
}

enum symtable_scope symtable_scope(const struct symtable_block *block, const char *name)
{
    const struct symbol *symbol = symtable_find(block, name);
    return symbol ? symbol->scope : SCOPE_UNKNOWN;
}

struct symtable_block *symtable_block(const struct symtable *table, const void *node)
{
    return symtable_index_get(table->index, node);
}

const char *symtable_mangle(const struct symtable *table, const struct symtable_block *block,
                            const char *name)
{
    const struct identifier_list *only = block->only_mangled;
    bool mangled = !only;
    for (size_t i = 0; only && i < only->len; i++)
        mangled = mangled || only->items[i] == name;
    return mangled ? identifier_mangle(table->identifiers, block->private_class, name) : name;
}

/* ---- Building ------------------------------------------------------------------------------ */

/* What matters of a block only while it is walked. */
struct block_state {
    struct block_state *outer;
    size_t child_cap, varname_cap;
    int iterable_depth;     /* inside the iterable of a comprehension */
    bool in_target;         /* inside the target of a comprehension */
    const char *scope_info; /* what a BLOCK_TYPE_VARIABLE is, for messages */
};

bool symtable_error(struct symtable_walk *w, struct pos pos, const char *format, ...)
{
    char message[sizeof w->error->message];
    if (w->failed)
        return false;
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    source_diagnose(w->src, w->error, DIAGNOSTIC_SYNTAX, pos.line, pos.col, pos.end_line,
                    pos.end_col, "%s", message);
    w->error->in_bytes = w->error->placed_later = true;
    w->failed = true;
    return false;
}

/* Appends a pointer to an array in the arena. */
static void append(struct arena *arena, void *array_pointer, size_t *len, size_t *cap, void *item)
{
    void ***array = array_pointer;
    if (*len == *cap) {
        *cap = *cap ? *cap * 2 : 4;
        void **grown = arena_alloc(arena, *cap * sizeof *grown);
        if (*len)
            memcpy(grown, *array, *len * sizeof *grown);
        *array = grown;
    }
    (*array)[(*len)++] = item;
}

struct symbol *symtable_add_symbol(struct symtable_walk *w, struct symtable_block *block,
                                   const char *name)
{
    size_t n = block->symbol_count;
    if ((n & (n - 1)) == 0) { /* 0 or a power of two: full */
        struct symbol *grown = arena_alloc(w->arena, (n ? n * 2 : 1) * sizeof *grown);
        if (n)
            memcpy(grown, block->symbols, n * sizeof *grown);
        block->symbols = grown;
    }
    struct symbol *symbol = &block->symbols[block->symbol_count++];
    *symbol = (struct symbol){.name = name};
    symtable_index_put(block->index, w->arena, name, (void *)block->symbol_count);
    return symbol;
}

static const char *mangle(struct symtable_walk *w, const char *name)
{
    return symtable_mangle(w->table, w->current, name);
}

static struct symbol *find_or_add(struct symtable_walk *w, struct symtable_block *block,
                                  const char *name)
{
    struct symbol *symbol = symtable_find(block, name);
    return symbol ? symbol : symtable_add_symbol(w, block, name);
}

static void add_only_mangled(struct symtable_walk *w, const char *name)
{
    struct identifier_list *only = w->current->only_mangled;
    size_t cap = only->len; /* short lists: grown by one */
    append(w->arena, &only->items, &only->len, &cap, (void *)name);
}

/* Notes a use or a binding of a name in a block (symtable_add_def_helper). */
static bool add_def_in(struct symtable_walk *w, struct symtable_block *block, const char *name,
                       unsigned flags, struct pos pos)
{
    if (w->failed)
        return false;
    if ((flags & SYMBOL_TYPE_PARAM) && block->only_mangled)
        add_only_mangled(w, name);
    name = mangle(w, name);
    struct symbol *symbol = find_or_add(w, block, name);
    if ((flags & SYMBOL_PARAM) && (symbol->flags & SYMBOL_PARAM))
        return symtable_error(w, pos, "duplicate argument '%s' in function definition", name);
    if ((flags & SYMBOL_TYPE_PARAM) && (symbol->flags & SYMBOL_TYPE_PARAM))
        return symtable_error(w, pos, "duplicate type parameter '%s'", name);
    symbol->flags |= flags;
    if (w->state->in_target) {
        if (symbol->flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL))
            return symtable_error(
                w, pos, "comprehension inner loop cannot rebind assignment expression target '%s'",
                name);
        symbol->flags |= SYMBOL_COMP_ITER;
    }
    if (flags & SYMBOL_PARAM)
        append(w->arena, &block->varnames, &block->varname_count, &w->state->varname_cap,
               (void *)name);
    else if ((flags & SYMBOL_GLOBAL) && block != w->table->top)
        find_or_add(w, w->table->top, name)->flags |= flags;
    return true;
}

static bool add_def(struct symtable_walk *w, const char *name, unsigned flags, struct pos pos)
{
    return add_def_in(w, w->current, name, flags, pos);
}

static void add_directive(struct symtable_walk *w, const char *name, struct pos pos)
{
    struct directive *d = arena_alloc(w->scratch, sizeof *d);
    *d = (struct directive){.block = w->current, .name = mangle(w, name), .pos = pos};
    w->table->declaring += !w->current->declares;
    w->current->declares = true;
    *w->last_directive = d;
    w->last_directive = &d->next;
}

static bool is_function_like(const struct symtable_block *block)
{
    return block->kind == BLOCK_FUNCTION || block->kind == BLOCK_TYPE_ALIAS ||
           block->kind == BLOCK_TYPE_PARAMETERS || block->kind == BLOCK_TYPE_VARIABLE;
}

static void enter(struct symtable_walk *w, const char *name, enum symtable_block_kind kind,
                  const void *node, struct pos pos)
{
    struct symtable_block *block = arena_alloc(w->arena, sizeof *block), *outer = w->current;
    struct block_state *state = arena_alloc(w->scratch, sizeof *state);
    block->kind = kind;
    block->name = name;
    block->node = node;
    block->pos = pos;
    block->parent = outer;
    block->index = arena_alloc(w->arena, sizeof *block->index);
    block->private_class = w->private_class;
    if (outer) {
        block->nested = outer->nested || is_function_like(outer);
        if (kind != BLOCK_CLASS)
            block->only_mangled = outer->only_mangled;
        state->iterable_depth = w->state->iterable_depth;
        /* an annotation that becomes a string has no say in its surroundings: nobody's child */
        if (kind != BLOCK_ANNOTATION)
            append(w->arena, &outer->children, &outer->child_count, &w->state->child_cap, block);
    }
    state->outer = w->state;
    symtable_index_put(w->table->index, w->arena, node, block);
    w->table->blocks++;
    w->current = block;
    w->state = state;
}

static void leave(struct symtable_walk *w)
{
    w->current = w->current->parent;
    w->state = w->state->outer;
}

/* ---- Visiting ------------------------------------------------------------------------------ */

static void visit_expr(struct symtable_walk *w, const struct expr *e);
static void visit_stmt(struct symtable_walk *w, const struct stmt *s);
static void visit_pattern(struct symtable_walk *w, const struct pattern *p);

static void visit_exprs(struct symtable_walk *w, const struct expr_list *list)
{
    for (size_t i = 0; i < list->len; i++)
        visit_expr(w, list->items[i]);
}

static void visit_body(struct symtable_walk *w, const struct stmt_list *list)
{
    for (size_t i = 0; i < list->len; i++)
        visit_stmt(w, list->items[i]);
}

static void visit_keywords(struct symtable_walk *w, const struct keyword_list *list)
{
    for (size_t i = 0; i < list->len; i++)
        visit_expr(w, list->items[i]->value);
}

/* yield, await and := mean nothing in annotation scopes (symtable_raise_if_annotation_block). */
static bool refuse_in_annotation(struct symtable_walk *w, const char *what, const struct expr *e)
{
    switch (w->current->kind) {
    case BLOCK_ANNOTATION:
        return symtable_error(w, e->pos, "%s cannot be used within an annotation", what);
    case BLOCK_TYPE_VARIABLE:
        return symtable_error(w, e->pos, "%s cannot be used within %s", what, w->state->scope_info);
    case BLOCK_TYPE_ALIAS:
        return symtable_error(w, e->pos, "%s cannot be used within a type alias", what);
    case BLOCK_TYPE_PARAMETERS:
        return symtable_error(w, e->pos, "%s cannot be used within the definition of a generic",
                              what);
    default:
        return true;
    }
}

/* ---- Parameters ---------------------------------------------------------------------------- */

static void add_params(struct symtable_walk *w, const struct arg_list *list)
{
    for (size_t i = 0; i < list->len; i++)
        add_def(w, list->items[i]->arg, SYMBOL_PARAM, list->items[i]->pos);
}

/* Of the function that has just been entered. */
static void visit_arguments(struct symtable_walk *w, const struct arguments *a)
{
    struct symtable_block *block = w->current;
    block->posonlyargcount = (int)a->posonlyargs.len;
    block->argcount = (int)(a->posonlyargs.len + a->args.len);
    block->kwonlyargcount = (int)a->kwonlyargs.len;
    add_params(w, &a->posonlyargs);
    add_params(w, &a->args);
    add_params(w, &a->kwonlyargs);
    if (a->vararg) {
        add_def(w, a->vararg->arg, SYMBOL_PARAM, a->vararg->pos);
        block->varargs = true;
    }
    if (a->kwarg) {
        add_def(w, a->kwarg->arg, SYMBOL_PARAM, a->kwarg->pos);
        block->varkeywords = true;
    }
}

static void visit_annotation(struct symtable_walk *w, const struct expr *annotation)
{
    if (!annotation)
        return;
    if (w->table->future_annotations)
        enter(w, w->names.annotation, BLOCK_ANNOTATION, annotation, annotation->pos);
    visit_expr(w, annotation);
    if (w->table->future_annotations)
        leave(w);
}

static void visit_arg_annotations(struct symtable_walk *w, const struct arg_list *list)
{
    for (size_t i = 0; i < list->len; i++)
        visit_expr(w, list->items[i]->annotation);
}

static void visit_annotations(struct symtable_walk *w, const struct stmt *s)
{
    const struct arguments *a = s->u.function_def.args;
    if (w->table->future_annotations)
        enter(w, w->names.annotation, BLOCK_ANNOTATION, &s->u.function_def.args, s->pos);
    visit_arg_annotations(w, &a->posonlyargs);
    visit_arg_annotations(w, &a->args);
    if (a->vararg)
        visit_expr(w, a->vararg->annotation);
    if (a->kwarg)
        visit_expr(w, a->kwarg->annotation);
    visit_arg_annotations(w, &a->kwonlyargs);
    if (w->table->future_annotations)
        leave(w);
    visit_annotation(w, s->u.function_def.returns);
}

/* ---- Type parameters ----------------------------------------------------------------------- */

static bool has_kwonly_default(const struct arguments *a)
{
    for (size_t i = 0; i < a->kw_defaults.len; i++)
        if (a->kw_defaults.items[i])
            return true;
    return false;
}

/* symtable_enter_type_param_block: with the hidden names that the compiler needs there */
static void enter_type_params(struct symtable_walk *w, const struct stmt *s, const char *name,
                              const struct type_param_list *params)
{
    bool in_class = w->current->kind == BLOCK_CLASS;
    enter(w, name, BLOCK_TYPE_PARAMETERS, params, s->pos);
    if (in_class) {
        w->current->can_see_class_scope = true;
        add_def(w, w->names.classdict, SYMBOL_USE, s->pos);
    }
    if (s->kind == STMT_CLASS_DEF) {
        add_def(w, w->names.dot_type_params, SYMBOL_LOCAL | SYMBOL_USE, s->pos);
        add_def(w, w->names.generic_base, SYMBOL_LOCAL | SYMBOL_USE, s->pos);
    } else if (s->kind != STMT_TYPE_ALIAS) {
        add_def(w, w->names.defaults, SYMBOL_PARAM, s->pos);
        if (has_kwonly_default(s->u.function_def.args))
            add_def(w, w->names.kwdefaults, SYMBOL_PARAM, s->pos);
    }
}

/* A bound or a default is evaluated when it is asked for, in a scope of its own. */
static void visit_lazily(struct symtable_walk *w, const struct type_param *t, const void *node,
                         const struct expr *e, const char *scope_info)
{
    if (!e)
        return;
    bool in_class = w->current->can_see_class_scope;
    enter(w, t->name, BLOCK_TYPE_VARIABLE, node, e->pos);
    w->current->can_see_class_scope = in_class;
    w->state->scope_info = scope_info;
    if (in_class)
        add_def(w, w->names.classdict, SYMBOL_USE, e->pos);
    visit_expr(w, e);
    leave(w);
}

static void visit_type_params(struct symtable_walk *w, const struct type_param_list *list)
{
    static const char *const default_info[] = {"a TypeVar default", "a ParamSpec default",
                                               "a TypeVarTuple default"};
    for (size_t i = 0; i < list->len; i++) {
        const struct type_param *t = list->items[i];
        add_def(w, t->name, SYMBOL_TYPE_PARAM | SYMBOL_LOCAL, t->pos);
        visit_lazily(w, t, t, t->bound,
                     t->bound && t->bound->kind == EXPR_TUPLE ? "a TypeVar constraint"
                                                              : "a TypeVar bound");
        visit_lazily(w, t, &t->default_value, t->default_value, default_info[t->kind]);
    }
}

/* ---- Comprehensions ------------------------------------------------------------------------ */

static void visit_target(struct symtable_walk *w, const struct expr *target)
{
    w->state->in_target = true;
    visit_expr(w, target);
    w->state->in_target = false;
}

static void visit_comprehension(struct symtable_walk *w, const struct comprehension *c)
{
    visit_target(w, c->target);
    w->state->iterable_depth++;
    visit_expr(w, c->iter);
    w->state->iterable_depth--;
    visit_exprs(w, &c->ifs);
    if (c->is_async)
        w->current->coroutine = true;
}

/* The first iterable belongs to the block around; everything else is a function of its own, which
 * gets the iterator as its only argument, ".0". */
static void visit_comp(struct symtable_walk *w, const struct expr *e, const char *name,
                       enum symtable_comprehension kind,
                       const struct comprehension_list *generators, const struct expr *elt,
                       const struct expr *value)
{
    const struct comprehension *outermost = generators->items[0];
    w->state->iterable_depth++;
    visit_expr(w, outermost->iter);
    w->state->iterable_depth--;

    enter(w, name, BLOCK_FUNCTION, e, e->pos);
    struct symtable_block *block = w->current;
    block->comprehension = kind;
    block->coroutine = outermost->is_async;
    block->argcount = 1;
    add_def(w, w->names.dot_zero, SYMBOL_PARAM, e->pos);
    visit_target(w, outermost->target);
    visit_exprs(w, &outermost->ifs);
    for (size_t i = 1; i < generators->len; i++)
        visit_comprehension(w, generators->items[i]);
    visit_expr(w, value);
    visit_expr(w, elt);
    block->generator = kind == COMPREHENSION_GENERATOR;
    leave(w);
    if (block->coroutine && kind != COMPREHENSION_GENERATOR)
        w->current->coroutine = true;
}

/* The target of a := in a comprehension belongs to the function or module around it
 * (symtable_extend_namedexpr_scope). */
static bool bind_outside(struct symtable_walk *w, const struct expr *target)
{
    const char *name = target->u.name.id;
    for (struct symtable_block *block = w->current; block; block = block->parent) {
        const struct symbol *symbol = symtable_find(block, mangle(w, name));
        unsigned flags = symbol ? symbol->flags : 0;
        if (block->comprehension) {
            if ((flags & SYMBOL_COMP_ITER) && (flags & (SYMBOL_LOCAL | SYMBOL_GLOBAL)))
                return symtable_error(w, target->pos,
                                      "assignment expression cannot rebind comprehension "
                                      "iteration variable '%s'",
                                      name);
            continue;
        }
        switch (block->kind) {
        case BLOCK_FUNCTION:
            add_def(w, name, flags & SYMBOL_GLOBAL ? SYMBOL_GLOBAL : SYMBOL_NONLOCAL, target->pos);
            add_directive(w, name, target->pos);
            return add_def_in(w, block, name, SYMBOL_LOCAL, target->pos);
        case BLOCK_MODULE:
            add_def(w, name, SYMBOL_GLOBAL, target->pos);
            add_directive(w, name, target->pos);
            return add_def_in(w, block, name, SYMBOL_GLOBAL, target->pos);
        case BLOCK_CLASS:
            return symtable_error(w, target->pos,
                                  "assignment expression within a comprehension cannot be used in "
                                  "a class body");
        case BLOCK_TYPE_PARAMETERS:
            return symtable_error(w, target->pos,
                                  "assignment expression within a comprehension cannot be used "
                                  "within the definition of a generic");
        case BLOCK_TYPE_ALIAS:
            return symtable_error(w, target->pos,
                                  "assignment expression within a comprehension cannot be used in "
                                  "a type alias");
        case BLOCK_TYPE_VARIABLE:
            return symtable_error(w, target->pos,
                                  "assignment expression within a comprehension cannot be used in "
                                  "a TypeVar bound");
        case BLOCK_ANNOTATION:
            break;
        }
    }
    return true;
}

static void visit_named_expr(struct symtable_walk *w, const struct expr *e)
{
    if (!refuse_in_annotation(w, "named expression", e))
        return;
    if (w->state->iterable_depth > 0) {
        symtable_error(
            w, e->pos,
            "assignment expression cannot be used in a comprehension iterable expression");
        return;
    }
    if (w->current->comprehension && !bind_outside(w, e->u.named_expr.target))
        return;
    visit_expr(w, e->u.named_expr.value);
    visit_expr(w, e->u.named_expr.target);
}

/* ---- Expressions --------------------------------------------------------------------------- */

static void visit_lambda(struct symtable_walk *w, const struct expr *e)
{
    visit_exprs(w, &e->u.lambda.args->defaults);
    visit_exprs(w, &e->u.lambda.args->kw_defaults);
    enter(w, w->names.lambda, BLOCK_FUNCTION, e, e->pos);
    visit_arguments(w, e->u.lambda.args);
    visit_expr(w, e->u.lambda.body);
    leave(w);
}

static void visit_yield(struct symtable_walk *w, const struct expr *e, const struct expr *value)
{
    static const char *const where[] = {
        [COMPREHENSION_LIST] = "list comprehension",
        [COMPREHENSION_SET] = "set comprehension",
        [COMPREHENSION_DICT] = "dict comprehension",
        [COMPREHENSION_GENERATOR] = "generator expression",
    };
    if (!refuse_in_annotation(w, "yield expression", e))
        return;
    visit_expr(w, value);
    w->current->generator = true;
    if (w->current->comprehension)
        symtable_error(w, e->pos, "'yield' inside %s", where[w->current->comprehension]);
}

static void visit_await(struct symtable_walk *w, const struct expr *e)
{
    if (!refuse_in_annotation(w, "await expression", e))
        return;
    visit_expr(w, e->u.await.value);
    w->current->coroutine = true;
}

static void visit_name(struct symtable_walk *w, const struct expr *e)
{
    bool load = e->u.name.ctx == CONTEXT_LOAD;
    add_def(w, e->u.name.id, load ? SYMBOL_USE : SYMBOL_LOCAL, e->pos);
    if (load && e->u.name.id == w->names.super && is_function_like(w->current))
        add_def(w, w->names.class, SYMBOL_USE, e->pos); /* super() needs __class__ */
}

static void visit_comp_expr(struct symtable_walk *w, const struct expr *e)
{
    const struct comprehension_list *generators = &e->u.comp.generators;
    const struct expr *elt = e->u.comp.elt;
    switch (e->kind) {
    case EXPR_LIST_COMP:
        visit_comp(w, e, w->names.listcomp, COMPREHENSION_LIST, generators, elt, NULL);
        break;
    case EXPR_SET_COMP:
        visit_comp(w, e, w->names.setcomp, COMPREHENSION_SET, generators, elt, NULL);
        break;
    case EXPR_GENERATOR_EXP:
        visit_comp(w, e, w->names.genexpr, COMPREHENSION_GENERATOR, generators, elt, NULL);
        break;
    default:
        visit_comp(w, e, w->names.dictcomp, COMPREHENSION_DICT, &e->u.dict_comp.generators,
                   e->u.dict_comp.key, e->u.dict_comp.value);
    }
}

static void visit_child(void *walk, struct expr *e)
{
    visit_expr(walk, e);
}

static void visit_expr(struct symtable_walk *w, const struct expr *e)
{
    if (!e || w->failed)
        return;
    switch (e->kind) {
    case EXPR_NAMED_EXPR:
        visit_named_expr(w, e);
        break;
    case EXPR_LAMBDA:
        visit_lambda(w, e);
        break;
    case EXPR_DICT: /* first all keys */
        visit_exprs(w, &e->u.dict.keys);
        visit_exprs(w, &e->u.dict.values);
        break;
    case EXPR_LIST_COMP:
    case EXPR_SET_COMP:
    case EXPR_DICT_COMP:
    case EXPR_GENERATOR_EXP:
        visit_comp_expr(w, e);
        break;
    case EXPR_AWAIT:
        visit_await(w, e);
        break;
    case EXPR_YIELD:
        visit_yield(w, e, e->u.yield.value);
        break;
    case EXPR_YIELD_FROM:
        visit_yield(w, e, e->u.yield_from.value);
        break;
    case EXPR_NAME:
        visit_name(w, e);
        break;
    default:
        ast_visit_children(e, visit_child, w);
    }
}

/* ---- Statements ---------------------------------------------------------------------------- */

static void visit_function(struct symtable_walk *w, const struct stmt *s)
{
    const struct type_param_list *params = &s->u.function_def.type_params;
    add_def(w, s->u.function_def.name, SYMBOL_LOCAL, s->pos);
    visit_exprs(w, &s->u.function_def.args->defaults);
    visit_exprs(w, &s->u.function_def.args->kw_defaults);
    if (!w->options->decorators_last)
        visit_exprs(w, &s->u.function_def.decorator_list);
    if (params->len > 0) {
        enter_type_params(w, s, s->u.function_def.name, params);
        visit_type_params(w, params);
    }
    visit_annotations(w, s);
    if (w->options->decorators_last)
        visit_exprs(w, &s->u.function_def.decorator_list);
    enter(w, s->u.function_def.name, BLOCK_FUNCTION, s, s->pos);
    w->current->coroutine = s->kind == STMT_ASYNC_FUNCTION_DEF;
    w->current->has_docstring = symtable_has_docstring(&s->u.function_def.body);
    visit_arguments(w, s->u.function_def.args);
    visit_body(w, &s->u.function_def.body);
    leave(w);
    if (params->len > 0)
        leave(w);
}

static void visit_class(struct symtable_walk *w, const struct stmt *s)
{
    const struct type_param_list *params = &s->u.class_def.type_params;
    const char *outer_class = w->private_class;
    add_def(w, s->u.class_def.name, SYMBOL_LOCAL, s->pos);
    if (!w->options->decorators_last)
        visit_exprs(w, &s->u.class_def.decorator_list);
    if (params->len > 0) {
        enter_type_params(w, s, s->u.class_def.name, params);
        w->private_class = w->current->private_class = s->u.class_def.name;
        w->current->only_mangled = arena_alloc(w->arena, sizeof *w->current->only_mangled);
        visit_type_params(w, params);
    }
    visit_exprs(w, &s->u.class_def.bases);
    visit_keywords(w, &s->u.class_def.keywords);
    if (w->options->decorators_last)
        visit_exprs(w, &s->u.class_def.decorator_list);
    w->private_class = s->u.class_def.name;
    enter(w, s->u.class_def.name, BLOCK_CLASS, s, s->pos);
    w->current->has_docstring = symtable_has_docstring(&s->u.class_def.body);
    if (params->len > 0) {
        add_def(w, w->names.type_params, SYMBOL_LOCAL, s->pos);
        add_def(w, w->names.dot_type_params, SYMBOL_USE, s->pos);
    }
    visit_body(w, &s->u.class_def.body);
    leave(w);
    if (params->len > 0)
        leave(w);
    w->private_class = outer_class;
}

static void visit_type_alias(struct symtable_walk *w, const struct stmt *s)
{
    const struct type_param_list *params = &s->u.type_alias.type_params;
    const char *name = s->u.type_alias.name->u.name.id;
    visit_expr(w, s->u.type_alias.name);
    bool in_class = w->current->kind == BLOCK_CLASS;
    if (params->len > 0) {
        enter_type_params(w, s, name, params);
        visit_type_params(w, params);
    }
    enter(w, name, BLOCK_TYPE_ALIAS, s, s->pos);
    w->current->can_see_class_scope = in_class;
    if (in_class)
        add_def(w, w->names.classdict, SYMBOL_USE, s->u.type_alias.value->pos);
    visit_expr(w, s->u.type_alias.value);
    leave(w);
    if (params->len > 0)
        leave(w);
}

static void visit_ann_assign(struct symtable_walk *w, const struct stmt *s)
{
    const struct expr *target = s->u.ann_assign.target;
    w->current->annotates = true;
    if (target->kind == EXPR_NAME) {
        const char *name = target->u.name.id;
        const struct symbol *symbol = symtable_find(w->current, mangle(w, name));
        unsigned flags = symbol ? symbol->flags : 0;
        if ((flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL)) && w->current != w->table->top &&
            s->u.ann_assign.simple)
            symtable_error(w, s->pos, "annotated name '%s' can't be %s", name,
                           flags & SYMBOL_GLOBAL ? "global" : "nonlocal");
        if (s->u.ann_assign.simple)
            add_def(w, name, SYMBOL_ANNOT | SYMBOL_LOCAL, target->pos);
        else if (s->u.ann_assign.value)
            add_def(w, name, SYMBOL_LOCAL, target->pos);
    } else {
        visit_expr(w, target);
    }
    visit_annotation(w, s->u.ann_assign.annotation);
    visit_expr(w, s->u.ann_assign.value);
}

/* global and nonlocal must stand before every other mention of the name. */
static void visit_declaration(struct symtable_walk *w, const struct stmt *s, const char *what,
                              enum symbol_flag flag)
{
    const struct identifier_list *names = &s->u.global.names;
    for (size_t i = 0; i < names->len; i++) {
        const char *name = names->items[i];
        const struct symbol *symbol = symtable_find(w->current, mangle(w, name));
        unsigned flags = symbol ? symbol->flags : 0;
        if (flags & SYMBOL_PARAM)
            symtable_error(w, s->pos, "name '%s' is parameter and %s", name, what);
        else if (flags & SYMBOL_USE)
            symtable_error(w, s->pos, "name '%s' is used prior to %s declaration", name, what);
        else if (flags & SYMBOL_ANNOT)
            symtable_error(w, s->pos, "annotated name '%s' can't be %s", name, what);
        else if (flags & SYMBOL_LOCAL)
            symtable_error(w, s->pos, "name '%s' is assigned to before %s declaration", name, what);
        add_def(w, name, flag, s->pos);
        add_directive(w, name, s->pos);
    }
}

static void visit_aliases(struct symtable_walk *w, const struct alias_list *list)
{
    for (size_t i = 0; i < list->len; i++) {
        const struct alias *a = list->items[i];
        if (strcmp(a->name, "*") == 0) {
            if (w->current->kind != BLOCK_MODULE)
                symtable_error(w, a->pos, "import * only allowed at module level");
            continue;
        }
        const char *name = a->asname;
        if (!name)
            name = identifier_intern(w->table->identifiers, a->name, strcspn(a->name, "."));
        add_def(w, name, SYMBOL_IMPORT, a->pos);
    }
}

static void visit_handlers(struct symtable_walk *w, const struct excepthandler_list *handlers)
{
    for (size_t i = 0; i < handlers->len; i++) {
        const struct excepthandler *h = handlers->items[i];
        visit_expr(w, h->type);
        if (h->name)
            add_def(w, h->name, SYMBOL_LOCAL, h->pos);
        visit_body(w, &h->body);
    }
}

static void visit_try(struct symtable_walk *w, const struct stmt *s)
{
    visit_body(w, &s->u.try_.body);
    if (w->options->else_before_handlers)
        visit_body(w, &s->u.try_.orelse);
    visit_handlers(w, &s->u.try_.handlers);
    if (!w->options->else_before_handlers)
        visit_body(w, &s->u.try_.orelse);
    visit_body(w, &s->u.try_.finalbody);
}

static void visit_with(struct symtable_walk *w, const struct stmt *s)
{
    for (size_t i = 0; i < s->u.with.items.len; i++) {
        visit_expr(w, s->u.with.items.items[i]->context_expr);
        visit_expr(w, s->u.with.items.items[i]->optional_vars);
    }
    visit_body(w, &s->u.with.body);
}

static void visit_patterns(struct symtable_walk *w, const struct pattern_list *list)
{
    for (size_t i = 0; i < list->len; i++)
        visit_pattern(w, list->items[i]);
}

static void visit_pattern(struct symtable_walk *w, const struct pattern *p)
{
    if (!p || w->failed)
        return;
    switch (p->kind) {
    case PATTERN_MATCH_VALUE:
        visit_expr(w, p->u.match_value.value);
        break;
    case PATTERN_MATCH_SINGLETON:
        break;
    case PATTERN_MATCH_SEQUENCE:
        visit_patterns(w, &p->u.match_sequence.patterns);
        break;
    case PATTERN_MATCH_STAR:
        if (p->u.match_star.name)
            add_def(w, p->u.match_star.name, SYMBOL_LOCAL, p->pos);
        break;
    case PATTERN_MATCH_MAPPING:
        visit_exprs(w, &p->u.match_mapping.keys);
        visit_patterns(w, &p->u.match_mapping.patterns);
        if (p->u.match_mapping.rest)
            add_def(w, p->u.match_mapping.rest, SYMBOL_LOCAL, p->pos);
        break;
    case PATTERN_MATCH_CLASS:
        visit_expr(w, p->u.match_class.cls);
        visit_patterns(w, &p->u.match_class.patterns);
        visit_patterns(w, &p->u.match_class.kwd_patterns);
        break;
    case PATTERN_MATCH_AS:
        visit_pattern(w, p->u.match_as.pattern);
        if (p->u.match_as.name)
            add_def(w, p->u.match_as.name, SYMBOL_LOCAL, p->pos);
        break;
    case PATTERN_MATCH_OR:
        visit_patterns(w, &p->u.match_or.patterns);
        break;
    }
}

static void visit_match(struct symtable_walk *w, const struct stmt *s)
{
    visit_expr(w, s->u.match.subject);
    for (size_t i = 0; i < s->u.match.cases.len; i++) {
        const struct match_case *c = s->u.match.cases.items[i];
        visit_pattern(w, c->pattern);
        visit_expr(w, c->guard);
        visit_body(w, &c->body);
    }
}

static void visit_simple_stmt(struct symtable_walk *w, const struct stmt *s)
{
    switch (s->kind) {
    case STMT_TYPE_ALIAS:
        visit_type_alias(w, s);
        break;
    case STMT_RETURN:
        visit_expr(w, s->u.return_.value);
        w->current->returns_value = w->current->returns_value || s->u.return_.value;
        break;
    case STMT_DELETE:
        visit_exprs(w, &s->u.delete.targets);
        break;
    case STMT_ASSIGN:
        visit_exprs(w, &s->u.assign.targets);
        visit_expr(w, s->u.assign.value);
        break;
    case STMT_AUG_ASSIGN:
        visit_expr(w, s->u.aug_assign.target);
        visit_expr(w, s->u.aug_assign.value);
        break;
    case STMT_ANN_ASSIGN:
        visit_ann_assign(w, s);
        break;
    case STMT_RAISE:
        visit_expr(w, s->u.raise.exc);
        visit_expr(w, s->u.raise.cause);
        break;
    case STMT_ASSERT:
        visit_expr(w, s->u.assert_.test);
        visit_expr(w, s->u.assert_.msg);
        break;
    case STMT_IMPORT:
        visit_aliases(w, &s->u.import.names);
        break;
    case STMT_IMPORT_FROM:
        visit_aliases(w, &s->u.import_from.names);
        break;
    case STMT_GLOBAL:
        visit_declaration(w, s, "global", SYMBOL_GLOBAL);
        break;
    case STMT_NONLOCAL:
        visit_declaration(w, s, "nonlocal", SYMBOL_NONLOCAL);
        break;
    case STMT_EXPR:
        visit_expr(w, s->u.expr.value);
        break;
    default: /* pass, break, continue */
        break;
    }
}

static void visit_stmt(struct symtable_walk *w, const struct stmt *s)
{
    if (w->failed)
        return;
    switch (s->kind) {
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF:
        visit_function(w, s);
        break;
    case STMT_CLASS_DEF:
        visit_class(w, s);
        break;
    case STMT_FOR:
    case STMT_ASYNC_FOR:
        visit_expr(w, s->u.for_.target);
        visit_expr(w, s->u.for_.iter);
        visit_body(w, &s->u.for_.body);
        visit_body(w, &s->u.for_.orelse);
        break;
    case STMT_WHILE:
    case STMT_IF: /* the same fields */
        visit_expr(w, s->u.if_.test);
        visit_body(w, &s->u.if_.body);
        visit_body(w, &s->u.if_.orelse);
        break;
    case STMT_WITH:
    case STMT_ASYNC_WITH:
        visit_with(w, s);
        break;
    case STMT_MATCH:
        visit_match(w, s);
        break;
    case STMT_TRY:
    case STMT_TRY_STAR:
        visit_try(w, s);
        break;
    default:
        visit_simple_stmt(w, s);
    }
}

/* ---- The way in ---------------------------------------------------------------------------- */

static const char *intern(struct symtable_walk *w, const char *s)
{
    return identifier_intern(w->table->identifiers, s, strlen(s));
}

static void intern_names(struct symtable_walk *w)
{
    w->names = (struct symtable_names){
        .top = intern(w, "top"),
        .lambda = intern(w, "lambda"),
        .listcomp = intern(w, "listcomp"),
        .setcomp = intern(w, "setcomp"),
        .dictcomp = intern(w, "dictcomp"),
        .genexpr = intern(w, "genexpr"),
        .annotation = intern(w, "_annotation"),
        .dot_zero = intern(w, ".0"),
        .super = intern(w, "super"),
        .class = intern(w, "__class__"),
        .classdict = intern(w, "__classdict__"),
        .type_params = intern(w, "__type_params__"),
        .dot_type_params = intern(w, ".type_params"),
        .generic_base = intern(w, ".generic_base"),
        .defaults = intern(w, ".defaults"),
        .kwdefaults = intern(w, ".kwdefaults"),
    };
}

static void build(struct symtable_walk *w, const struct module *module)
{
    w->table->future = w->options->future;
    symtable_find_future(w, module);
    w->table->future_annotations = w->table->future & FUTURE_ANNOTATIONS;
    enter(w, w->names.top, BLOCK_MODULE, module, (struct pos){0});
    w->table->top = w->current;
    w->current->has_docstring = symtable_has_docstring(&module->body);
    visit_body(w, &module->body);
    visit_expr(w, module->expression);
    if (!w->failed)
        symtable_analyze(w);
}

bool symtable_build(const struct module *module, const struct source *src, struct arena *arena,
                    const struct symtable_options *options, struct symtable **out,
                    struct diagnostic *error)
{
    static const struct symtable_options latest = {.inline_comprehensions = true};
    struct arena scratch = {0};
    struct symtable_walk w = {.src = src, .arena = arena, .scratch = &scratch, .error = error};
    w.options = options ? options : &latest;
    w.table = arena_alloc(arena, sizeof *w.table);
    w.table->identifiers = module->identifiers;
    w.table->index = arena_alloc(arena, sizeof *w.table->index);
    memset(error, 0, sizeof *error);
    w.last_directive = &w.directives;
    intern_names(&w);
    build(&w, module);
    arena_free(&scratch);
    *out = w.failed ? NULL : w.table;
    return !w.failed;
}
