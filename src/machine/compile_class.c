/* The class statement: Python/compile.c: compiler_class. */
#include <pyviz/base/buffer.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "compiler.h"

#include <string.h>

static const char *interned(struct compiler *c, const char *name)
{
    return identifier_intern(c->symtable->identifiers, name, strlen(name));
}

static bool store(struct compiler *c, const char *name)
{
    return emit_op(c, OP_STORE_NAME, name_index(c, interned(c, name)));
}

/* ---- __static_attributes__: the names that methods assign to self (3.13) ------------------------ */

struct attributes {
    struct compiler *c;
    Object *names; /* set */
};

static bool note_body(struct attributes *a, const struct stmt_list *body, const char *self);

static bool note_target(struct attributes *a, const struct expr *e, const char *self)
{
    const struct expr_list *elts = e->kind == EXPR_TUPLE  ? &e->u.tuple.elts
                                   : e->kind == EXPR_LIST ? &e->u.list.elts
                                                          : NULL;
    for (size_t i = 0; elts && i < elts->len; i++)
        if (!note_target(a, elts->items[i], self))
            return false;
    if (e->kind == EXPR_STARRED)
        return note_target(a, e->u.starred.value, self);
    if (e->kind != EXPR_ATTRIBUTE || e->u.attribute.value->kind != EXPR_NAME ||
        strcmp(e->u.attribute.value->u.name.id, self) != 0)
        return true;
    Object *name = str_of(a->c, e->u.attribute.attr);
    bool ok = name && set_add(a->c->m, a->names, name) == 0;
    xdecref(a->c->m, name);
    return ok;
}

static bool note_targets(struct attributes *a, const struct expr_list *targets, const char *self)
{
    for (size_t i = 0; i < targets->len; i++)
        if (!note_target(a, targets->items[i], self))
            return false;
    return true;
}

static bool note_stmt(struct attributes *a, const struct stmt *s, const char *self)
{
    switch (s->kind) {
    case STMT_ASSIGN:
        return note_targets(a, &s->u.assign.targets, self);
    case STMT_AUG_ASSIGN:
        return note_target(a, s->u.aug_assign.target, self);
    case STMT_ANN_ASSIGN:
        return !s->u.ann_assign.value || note_target(a, s->u.ann_assign.target, self);
    case STMT_FOR:
        return note_target(a, s->u.for_.target, self) && note_body(a, &s->u.for_.body, self) &&
               note_body(a, &s->u.for_.orelse, self);
    case STMT_WHILE:
        return note_body(a, &s->u.while_.body, self) && note_body(a, &s->u.while_.orelse, self);
    case STMT_IF:
        return note_body(a, &s->u.if_.body, self) && note_body(a, &s->u.if_.orelse, self);
    case STMT_FUNCTION_DEF:
        return note_body(a, &s->u.function_def.body, self);
    default:
        return true;
    }
}

static bool note_body(struct attributes *a, const struct stmt_list *body, const char *self)
{
    for (size_t i = 0; i < body->len; i++)
        if (!note_stmt(a, body->items[i], self))
            return false;
    return true;
}

static bool emit_static_attributes(struct compiler *c, const struct stmt_list *body)
{
    Machine *m = c->m;
    struct attributes a = {c, set_new(m, NULL)};
    bool ok = a.names != NULL;
    for (size_t i = 0; ok && i < body->len; i++)
        if (body->items[i]->kind == STMT_FUNCTION_DEF)
            ok = note_body(&a, &body->items[i]->u.function_def.body, "self");
    Object *list = ok ? sequence_list(m, a.names) : NULL;
    Object *names = list && list_sort(m, list, NULL, false) == 0 ? sequence_tuple(m, list) : NULL;
    xdecref(m, list);
    xdecref(m, a.names);
    return emit_const(c, names) && store(c, "__static_attributes__");
}

/* ---- the body -------------------------------------------------------------------------------- */

static bool prologue(struct compiler *c, const struct stmt *s)
{
    Machine *m = c->m;
    if (c->unit->block->needs_class_closure &&
        !emit_op(c, OP_MAKE_CELL, local_index(c, interned(c, "__class__"))))
        return false;
    if (c->unit->block->needs_classdict)
        return refuse(c, s->pos, "an annotation scope in a class");
    if (!emit_op(c, OP_LOAD_NAME, name_index(c, interned(c, "__name__"))) ||
        !store(c, "__module__") || !emit_const(c, newref(c->unit->qualname)) ||
        !store(c, "__qualname__"))
        return false;
    if (m->profile->minor < 13)
        return true;
    return emit_const(c, int_from_i64(m, c->unit->firstlineno)) && store(c, "__firstlineno__");
}

static bool epilogue(struct compiler *c, const struct stmt *s)
{
    if (c->m->profile->minor >= 13 && !emit_static_attributes(c, &s->u.class_def.body))
        return false;
    if (!c->unit->block->needs_class_closure)
        return emit_const(c, newref(c->m->none)) && emit_op(c, OP_RETURN_VALUE, 0);
    return emit_op(c, OP_LOAD_CLOSURE, local_index(c, interned(c, "__class__"))) &&
           emit_op(c, OP_COPY, 1) && store(c, "__classcell__") && emit_op(c, OP_RETURN_VALUE, 0);
}

/* A code object that stores into its namespace; its cells and free variables as a function's. */
static bool compile_class_body(struct compiler *c, const struct stmt *s, int firstlineno)
{
    struct symtable_block *block = symtable_block(c->symtable, s);
    if (!unit_enter(c, block, str_of(c, s->u.class_def.name), firstlineno))
        return false;
    at(c, s->pos);
    if (block->needs_class_closure)
        local_index(c, interned(c, "__class__"));
    for (size_t i = 0; i < block->symbol_count; i++)
        if (block->symbols[i].scope == SCOPE_CELL &&
            !emit_op(c, OP_MAKE_CELL, local_index(c, block->symbols[i].name)))
            return false;
    /* Variables of comprehensions that run in this body get their slots before the free ones; the
     * table does not tell them from the names of the body, which need none. */
    for (size_t i = 0; c->m->profile->comprehensions_inlined && i < block->symbol_count; i++)
        if (block->symbols[i].scope == SCOPE_LOCAL && !(block->symbols[i].flags & SYMBOL_FREE_CLASS))
            local_index(c, block->symbols[i].name);
    if (!emit_free_variables(c))
        return false;
    struct stmt_list body = s->u.class_def.body;
    if (!prologue(c, s) || !emit_annotations(c))
        return false;
    return emit_docstring(c, &body) && compile_body(c, &body) && epilogue(c, s);
}

static int first_line(const struct stmt *s)
{
    const struct expr_list *decorators = &s->u.class_def.decorator_list;
    return decorators->len ? decorators->items[0]->pos.line : s->pos.line;
}

bool compile_class_def(struct compiler *c, const struct stmt *s)
{
    const struct expr_list *decorators = &s->u.class_def.decorator_list;
    if (s->u.class_def.type_params.len)
        return refuse(c, s->pos, "a generic class");
    for (size_t i = 0; i < decorators->len; i++)
        if (!compile_expr(c, decorators->items[i]) || !emit_op(c, OP_PUSH_NULL, 0))
            return false;
    at(c, s->pos);
    if (!emit_op(c, OP_LOAD_BUILD_CLASS, 0) || !emit_op(c, OP_PUSH_NULL, 0) ||
        !compile_class_body(c, s, first_line(s)) || !make_function(c, unit_leave(c), 0) ||
        !emit_const(c, str_of(c, s->u.class_def.name)) ||
        !compile_class_arguments(c, &s->u.class_def.bases, &s->u.class_def.keywords, 2))
        return false;
    for (size_t i = 0; i < decorators->len; i++)
        if (!emit_op(c, OP_CALL, 1))
            return false;
    return emit_name(c, s->u.class_def.name, CONTEXT_STORE);
}
