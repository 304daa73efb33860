/* Type parameters: def f[T], class C[T], type X = ...  PEP 695; Python/compile.c:
 * compiler_type_params.
 *
 * The parameters live in a scope of their own around what they belong to: a function without
 * arguments but the defaults, which is called at once.  Bounds, defaults and the value of a type
 * statement are functions that run when somebody asks. */
#include <pyviz/machine/str.h>

#include "compiler.h"

#include <stdio.h>
#include <string.h>

static bool emit_intrinsic(struct compiler *c, enum type_intrinsic kind, int nargs)
{
    return emit_op(c, OP_TYPE_INTRINSIC, nargs << TYPE_INTRINSIC_BITS | (int)kind);
}

static const char *interned(struct compiler *c, const char *name)
{
    return identifier_intern(c->symtable->identifiers, name, strlen(name));
}

/* A function that gives the expression's value: pushed. */
static bool push_lazily(struct compiler *c, const void *node, const char *name,
                        const struct expr *e)
{
    if (!enter_function(c, node, str_of(c, name), e->pos.line))
        return false;
    emit_position(c, e->pos);
    bool starred = e->kind == EXPR_STARRED; /* a default: *tuple[int] */
    return const_index(c, newref(c->m->none)) >= 0 &&
           compile_expr(c, starred ? e->u.starred.value : e) &&
           (!starred || emit_op(c, OP_UNPACK_SEQUENCE, 1)) && emit_op(c, OP_RETURN_VALUE, 0) &&
           make_function(c, unit_leave(c), 0);
}

static bool compile_parameter(struct compiler *c, const struct type_param *t)
{
    bool constraints = t->bound && t->bound->kind == EXPR_TUPLE;
    enum type_intrinsic kind = t->kind == TYPE_PARAM_PARAM_SPEC       ? TYPE_PARAM_SPEC_NEW
                               : t->kind == TYPE_PARAM_TYPE_VAR_TUPLE ? TYPE_VAR_TUPLE_NEW
                               : constraints                          ? TYPE_VAR_WITH_CONSTRAINTS
                               : t->bound                             ? TYPE_VAR_WITH_BOUND
                                                                      : TYPE_VAR_NEW;
    emit_position(c, t->pos);
    if (!emit_const(c, str_of(c, t->name)) || (t->bound && !push_lazily(c, t, t->name, t->bound)) ||
        !emit_intrinsic(c, kind, t->bound ? 2 : 1))
        return false;
    if (t->default_value && (!push_lazily(c, &t->default_value, t->name, t->default_value) ||
                             !emit_intrinsic(c, TYPE_SET_DEFAULT, 2)))
        return false;
    return emit_op(c, OP_COPY, 1) && emit_name(c, t->name, CONTEXT_STORE);
}

/* Pushes the tuple of them. */
static bool compile_parameters(struct compiler *c, const struct type_param_list *list)
{
    for (size_t i = 0; i < list->len; i++)
        if (!compile_parameter(c, list->items[i]))
            return false;
    return emit_op(c, OP_BUILD_TUPLE, (int)list->len);
}

static Object *scope_name(struct compiler *c, const char *name)
{
    return str_printf(c->m, "<generic parameters of %s>", name);
}

/* What has been compiled since is the scope: called with the n values below it. */
static bool call_scope(struct compiler *c, int n)
{
    if (!emit_op(c, OP_RETURN_VALUE, 0))
        return false;
    c->unit->argcount = n;
    if (!make_function(c, unit_leave(c), 0))
        return false;
    for (int k = n + 1; k > 1; k--) /* the function below its arguments */
        if (!emit_op(c, OP_SWAP, k))
            return false;
    if (!emit_op(c, OP_PUSH_NULL, 0))
        return false;
    for (int k = n + 1; k > 1; k--)
        if (!emit_op(c, OP_SWAP, k))
            return false;
    return emit_op(c, OP_CALL, n);
}

bool compile_generic_function(struct compiler *c, const struct stmt *s, int flags)
{
    const struct type_param_list *list = &s->u.function_def.type_params;
    int n = (flags & 1) + (flags >> 1 & 1);
    if (!enter_function(c, list, scope_name(c, s->u.function_def.name), s->pos.line))
        return false;
    emit_position(c, s->pos);
    if (const_index(c, newref(c->m->none)) < 0 || !compile_parameters(c, list))
        return false;
    emit_position(c, s->pos);
    for (int i = 0; i < n; i++)
        if (!emit_op(c, OP_LOAD_FAST, i))
            return false;
    return compile_bare_function(c, s, flags) && emit_op(c, OP_SWAP, 2) &&
           emit_intrinsic(c, TYPE_SET_PARAMS, 2) && call_scope(c, n);
}

bool compile_generic_class(struct compiler *c, const struct stmt *s)
{
    const struct type_param_list *list = &s->u.class_def.type_params;
    const char *params = interned(c, ".type_params"), *base = interned(c, ".generic_base");
    const struct expr_list *bases = &s->u.class_def.bases;
    if (!enter_function(c, list, scope_name(c, s->u.class_def.name), s->pos.line))
        return false;
    emit_position(c, s->pos);
    if (const_index(c, newref(c->m->none)) < 0 || !compile_parameters(c, list) ||
        !emit_name(c, params, CONTEXT_STORE))
        return false;
    emit_position(c, s->pos);
    if (!emit_name(c, params, CONTEXT_LOAD) || !emit_intrinsic(c, TYPE_SUBSCRIPT_GENERIC, 1) ||
        !emit_name(c, base, CONTEXT_STORE))
        return false;
    struct expr name = {.kind = EXPR_NAME, .pos = s->pos};
    name.u.name.id = base;
    name.u.name.ctx = CONTEXT_LOAD;
    struct expr_list all = {base_alloc((bases->len + 1) * sizeof *all.items), bases->len + 1};
    if (bases->len)
        memcpy(all.items, bases->items, bases->len * sizeof *all.items);
    all.items[bases->len] = &name;
    bool ok = compile_bare_class(c, s, &all) && call_scope(c, 0);
    base_free(all.items);
    return ok;
}

/* name, parameters, value -> the alias */
static bool push_alias(struct compiler *c, const struct stmt *s)
{
    const char *name = s->u.type_alias.name->u.name.id;
    return push_lazily(c, s, name, s->u.type_alias.value) && emit_intrinsic(c, TYPE_ALIAS_NEW, 3);
}

bool compile_type_alias(struct compiler *c, const struct stmt *s)
{
    const struct type_param_list *list = &s->u.type_alias.type_params;
    const char *name = s->u.type_alias.name->u.name.id;
    bool ok;
    if (list->len == 0) {
        ok =
            emit_const(c, str_of(c, name)) && emit_const(c, newref(c->m->none)) && push_alias(c, s);
    } else {
        ok = enter_function(c, list, scope_name(c, name), s->pos.line) &&
             const_index(c, newref(c->m->none)) >= 0 && emit_const(c, str_of(c, name)) &&
             compile_parameters(c, list) && push_alias(c, s) && call_scope(c, 0);
    }
    emit_position(c, s->pos);
    return ok && emit_name(c, name, CONTEXT_STORE);
}
