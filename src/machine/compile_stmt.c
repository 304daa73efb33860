/* Statements: Python/compile.c: compiler_visit_stmt. */
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "compiler.h"
#include "trace.h"
#include "warnings.h"

#include <stdio.h>
#include <string.h>

static bool compile_stmt(struct compiler *c, const struct stmt *s);

bool compile_body(struct compiler *c, const struct stmt_list *body)
{
    for (size_t i = 0; i < body->len; i++)
        if (!compile_stmt(c, body->items[i]))
            return false;
    return true;
}

static bool begin(struct compiler *c, const struct stmt *s)
{
    emit_position(c, s->pos);
    return emit_statement(c, s->pos.line);
}

/* ---- simple statements ----------------------------------------------------------------------- */

static bool has_star(const struct expr_list *list)
{
    for (size_t i = 0; i < list->len; i++)
        if (list->items[i]->kind == EXPR_STARRED)
            return true;
    return false;
}

/* The line begins here, for those who are told of lines, and nothing else. */
static bool mark_line(struct compiler *c, struct pos pos)
{
    struct pos before = emit_position(c, pos);
    bool ok = emit_op(c, OP_NOP, 0);
    emit_position(c, before);
    return ok;
}

/* a, b = x, y: no tuple is made when there are three at most and not all of them constants, their
 * values change places on the stack.  Python/flowgraph.c: optimize_basic_block, of BUILD_TUPLE
 * before UNPACK_SEQUENCE. */
static const struct expr_list *swapped_targets(struct compiler *c, const struct stmt *s)
{
    const struct expr *value = s->u.assign.value, *target = s->u.assign.targets.items[0];
    if (s->u.assign.targets.len != 1 || value->kind != EXPR_TUPLE ||
        (target->kind != EXPR_TUPLE && target->kind != EXPR_LIST))
        return NULL;
    const struct expr_list *from = &value->u.tuple.elts;
    const struct expr_list *to =
        target->kind == EXPR_TUPLE ? &target->u.tuple.elts : &target->u.list.elts;
    bool fits =
        from->len == to->len && from->len && from->len <= 3 && !has_star(from) && !has_star(to);
    return fits && !is_constant(c, value) ? to : NULL;
}

/* What would have made the tuple is a line of its own, and so is what would have taken it apart. */
static bool emit_swap(struct compiler *c, const struct stmt *s, size_t n)
{
    const struct pos *value = &s->u.assign.value->pos, *target = &s->u.assign.targets.items[0]->pos;
    bool spread = target->line != value->end_line;
    if (spread && !mark_line(c, *value))
        return false;
    struct pos before = emit_position(c, *target);
    bool ok = n > 1 ? emit_op(c, OP_SWAP, (int)n) : !spread || mark_line(c, *target);
    emit_position(c, before);
    return ok;
}

static bool compile_swap(struct compiler *c, const struct stmt *s, const struct expr_list *to)
{
    const struct expr_list *from = &s->u.assign.value->u.tuple.elts;
    for (size_t i = 0; i < from->len; i++)
        if (!compile_expr(c, from->items[i]))
            return false;
    if (!emit_swap(c, s, from->len))
        return false;
    for (size_t i = 0; i < to->len; i++)
        if (!compile_store(c, to->items[i]))
            return false;
    return true;
}

static bool compile_assign(struct compiler *c, const struct stmt *s)
{
    const struct expr_list *swapped = swapped_targets(c, s);
    if (swapped)
        return compile_swap(c, s, swapped);
    if (!compile_expr(c, s->u.assign.value))
        return false;
    for (size_t i = 0; i < s->u.assign.targets.len; i++) {
        if (i + 1 < s->u.assign.targets.len && !emit_op(c, OP_COPY, 1))
            return false;
        if (!compile_store(c, s->u.assign.targets.items[i]))
            return false;
    }
    return true;
}

static bool emit_at(struct compiler *c, struct pos pos, enum opcode op, int arg)
{
    struct pos before = emit_position(c, pos);
    bool ok = emit_op(c, op, arg);
    emit_position(c, before);
    return ok;
}

static bool compile_inplace(struct compiler *c, const struct stmt *s)
{
    return compile_expr(c, s->u.aug_assign.value) &&
           emit_op(c, OP_BINARY_OP, (int)number_op_of(s->u.aug_assign.op) | BINARY_OP_INPLACE);
}

static bool compile_aug_assign(struct compiler *c, const struct stmt *s)
{
    const struct expr *t = s->u.aug_assign.target;
    switch (t->kind) {
    case EXPR_NAME: {
        struct pos before = emit_position(c, t->pos);
        bool ok = emit_name(c, t->u.name.id, CONTEXT_LOAD);
        emit_position(c, before);
        return ok && compile_inplace(c, s) && compile_store(c, t);
    }
    case EXPR_ATTRIBUTE: {
        struct pos here = attribute_pos(t->pos, t);
        int name = name_index(c, mangled(c, t->u.attribute.attr));
        return compile_expr(c, t->u.attribute.value) && emit_op(c, OP_COPY, 1) &&
               emit_at(c, here, OP_LOAD_ATTR, name) && compile_inplace(c, s) &&
               emit_op(c, OP_SWAP, 2) && emit_at(c, here, OP_STORE_ATTR, name);
    }
    case EXPR_SUBSCRIPT:
        return compile_expr(c, t->u.subscript.value) && compile_expr(c, t->u.subscript.slice) &&
               emit_op(c, OP_COPY, 2) && emit_op(c, OP_COPY, 2) &&
               emit_at(c, t->pos, OP_BINARY_SUBSCR, 0) && compile_inplace(c, s) &&
               emit_op(c, OP_SWAP, 3) && emit_op(c, OP_SWAP, 2) &&
               emit_at(c, t->pos, OP_STORE_SUBSCR, 0);
    default:
        return syntax_error(c, t->pos, "illegal expression for augmented assignment");
    }
}

static bool evaluate_for_nothing(struct compiler *c, const struct expr *e)
{
    return !e || (compile_expr(c, e) && emit_op(c, OP_POP_TOP, 0));
}

/* The parts of a subscript that nothing is stored in: a slice, or a tuple of them, is not made. */
static bool compile_ann_subscript(struct compiler *c, const struct expr *e)
{
    if (e->kind == EXPR_SLICE)
        return evaluate_for_nothing(c, e->u.slice.lower) &&
               evaluate_for_nothing(c, e->u.slice.upper) &&
               evaluate_for_nothing(c, e->u.slice.step);
    if (e->kind != EXPR_TUPLE)
        return evaluate_for_nothing(c, e);
    for (size_t i = 0; i < e->u.tuple.elts.len; i++)
        if (!compile_ann_subscript(c, e->u.tuple.elts.items[i]))
            return false;
    return true;
}

/* What is annotated and gets no value is evaluated as far as it is no name: Python/compile.c:
 * compiler_annassign. */
static bool compile_ann_target(struct compiler *c, const struct expr *t)
{
    if (t->kind == EXPR_ATTRIBUTE)
        return evaluate_for_nothing(c, t->u.attribute.value);
    if (t->kind != EXPR_SUBSCRIPT)
        return true;
    return evaluate_for_nothing(c, t->u.subscript.value) &&
           compile_ann_subscript(c, t->u.subscript.slice);
}

/* The value first, then the annotation; a simple target at module level is noted in
 * __annotations__. */
static bool compile_ann_assign(struct compiler *c, const struct stmt *s)
{
    const struct expr *t = s->u.ann_assign.target;
    if (s->u.ann_assign.value ? !compile_expr(c, s->u.ann_assign.value) || !compile_store(c, t)
                              : !compile_ann_target(c, t))
        return false;
    if (c->unit->in_function && !s->u.ann_assign.value)
        return emit_op(c, OP_NOP, TRACE_NO_LINE);
    if (c->unit->in_function || (c->symtable->future_annotations && !s->u.ann_assign.simple))
        return true;
    if (!s->u.ann_assign.simple)
        return compile_expr(c, s->u.ann_assign.annotation) && emit_op(c, OP_POP_TOP, 0);
    const char *annotations =
        identifier_intern(c->symtable->identifiers, "__annotations__", strlen("__annotations__"));
    return compile_annotation(c, s->u.ann_assign.annotation) &&
           emit_op(c, OP_LOAD_NAME, name_index(c, annotations)) &&
           emit_const(c, str_of(c, mangled(c, t->u.name.id))) && emit_op(c, OP_STORE_SUBSCR, 0);
}

static bool compile_delete_target(struct compiler *c, const struct expr *t)
{
    const struct expr_list *elts = t->kind == EXPR_TUPLE  ? &t->u.tuple.elts
                                   : t->kind == EXPR_LIST ? &t->u.list.elts
                                                          : NULL;
    if (!elts) {
        struct pos before = emit_position(c, t->pos);
        bool ok =
            t->kind == EXPR_NAME ? emit_name(c, t->u.name.id, CONTEXT_DEL) : compile_expr(c, t);
        emit_position(c, before);
        return ok;
    }
    for (size_t i = 0; i < elts->len; i++)
        if (!compile_delete_target(c, elts->items[i]))
            return false;
    return true;
}

static bool compile_delete(struct compiler *c, const struct stmt *s)
{
    for (size_t i = 0; i < s->u.delete.targets.len; i++)
        if (!compile_delete_target(c, s->u.delete.targets.items[i]))
            return false;
    return true;
}

/* Whatever is around it is left first, the innermost first; a constant is loaded only then. */
static bool compile_return(struct compiler *c, const struct stmt *s)
{
    if (!c->unit->in_function)
        return syntax_error(c, s->pos, "'return' outside function");
    const struct expr *value = s->u.return_.value;
    bool early = value && !is_constant(c, value);
    int protection = c->unit->protection;
    if (early && !compile_expr(c, value))
        return false;
    struct pos before = c->unit->pos;
    if (!early && c->unit->around && !mark_line(c, value ? value->pos : s->pos))
        return false;
    if (value && value->pos.line != s->pos.line && c->unit->around && !mark_line(c, s->pos))
        return false;
    int size = c->unit->size;
    if (!compile_unwind(c, early, false, NULL))
        return false;
    bool unwound = c->unit->size > size; /* to that what comes behind seems to belong */
    emit_position(c, unwound           ? c->unit->positions[c->unit->size - 1]
                     : !early && value ? value->pos
                                       : s->pos);
    Object *constant = early ? NULL : value ? fold_constant(c, value) : newref(c->m->none);
    if (!early && !emit_const(c, constant))
        return false;
    if (!unwound)
        emit_position(c, s->pos);
    bool ok = emit_op(c, OP_RETURN_VALUE, 0);
    emit_position(c, before);
    c->unit->protection = protection;
    return ok;
}

static bool compile_assert(struct compiler *c, const struct stmt *s)
{
    warn_about_assert(c, s);
    if (c->options->optimize)
        return true;
    int end = label_new(c);
    struct pos before = c->unit->pos;
    if (!compile_jump_if(c, s->u.assert_.test, end, true))
        return false;
    if (c->m->profile->assert_points_at_test)
        emit_position(c, s->u.assert_.test->pos);
    if (!emit_op(c, OP_LOAD_ASSERTION_ERROR, 0))
        return false;
    if (s->u.assert_.msg && (!compile_expr(c, s->u.assert_.msg) || !emit_op(c, OP_CALL, 0)))
        return false;
    if (!emit_op(c, OP_RAISE_VARARGS, 1))
        return false;
    emit_position(c, before);
    label_place(c, end);
    return true;
}

static bool compile_raise(struct compiler *c, const struct stmt *s)
{
    int n = 0;
    if (s->u.raise.exc) {
        if (!compile_expr(c, s->u.raise.exc))
            return false;
        n++;
    }
    if (s->u.raise.cause) {
        if (!compile_expr(c, s->u.raise.cause))
            return false;
        n++;
    }
    return emit_op(c, OP_RAISE_VARARGS, n);
}

/* An expression whose value nobody wants; a constant leaves no code at all. */
static bool compile_expr_stmt(struct compiler *c, const struct stmt *s)
{
    if (c->interactive && !c->unit->outer)
        return compile_expr(c, s->u.expr.value) && emit_op(c, OP_PRINT_EXPR, 0);
    if (s->u.expr.value->kind == EXPR_CONSTANT)
        return true;
    return compile_expr(c, s->u.expr.value) && emit_op(c, OP_POP_TOP, 0);
}

/* ---- loops and conditions -------------------------------------------------------------------- */

static bool compile_if(struct compiler *c, const struct stmt *s)
{
    int end = label_new(c), orelse = s->u.if_.orelse.len ? label_new(c) : end;
    if (!compile_jump_if(c, s->u.if_.test, orelse, false) || !compile_body(c, &s->u.if_.body))
        return false;
    if (s->u.if_.orelse.len) {
        if (!emit_op(c, OP_JUMP, end))
            return false;
        label_place(c, orelse);
        if (!compile_body(c, &s->u.if_.orelse))
            return false;
    }
    label_place(c, end);
    return true;
}

static void enter_loop(struct compiler *c, struct around *loop, enum block_kind_around kind)
{
    *loop = (struct around){.continue_label = label_new(c), .break_label = label_new(c)};
    around_push(c, loop, kind);
}

/* CPython compiles the condition twice, before the body and behind it, and warns twice. */
static bool compile_while(struct compiler *c, const struct stmt *s)
{
    const Machine *m = c->m;
    struct around loop;
    enter_loop(c, &loop, AROUND_WHILE);
    int top = label_new(c), orelse = label_new(c);
    label_place(c, top);
    label_place(c, loop.continue_label);
    size_t warned = m->err.len;
    if (!begin(c, s) || !compile_jump_if(c, s->u.while_.test, orelse, false))
        return false;
    size_t warned_up_to = m->err.len;
    bool ok = compile_body(c, &s->u.while_.body);
    around_pop(c, &loop);
    if (!m->profile->syntax_warned_once)
        warn_again(c->m, warned, warned_up_to);
    emit_position(c, s->pos);
    if (!ok || !emit_op(c, OP_JUMP, top))
        return false;
    label_place(c, orelse);
    ok = compile_body(c, &s->u.while_.orelse);
    label_place(c, loop.break_label);
    return ok;
}

/* The header is a statement of its own each time round, as it is to a tracer. */
static bool compile_for(struct compiler *c, const struct stmt *s)
{
    struct around loop;
    int first = label_new(c), end = label_new(c);
    const struct expr *iter = s->u.for_.iter;
    bool async = s->kind == STMT_ASYNC_FOR;
    if (!begin(c, s) || !(async ? compile_expr(c, iter) : compile_iterable(c, iter)))
        return false;
    struct pos pos = c->m->profile->for_points_at_iterable ? iter->pos : s->pos;
    emit_position(c, pos);
    if (!emit_op(c, async ? OP_GET_AITER : OP_GET_ITER, 0) || !emit_op(c, OP_JUMP, first))
        return false;
    enter_loop(c, &loop, AROUND_FOR);
    label_place(c, loop.continue_label);
    if (!begin(c, s))
        return false;
    label_place(c, first);
    emit_position(c, pos);
    if (!(async ? emit_async_next(c, end) : emit_op(c, OP_FOR_ITER, end)) ||
        !compile_store(c, s->u.for_.target))
        return false;
    bool ok = compile_body(c, &s->u.for_.body);
    around_pop(c, &loop);
    if (!ok || !emit_op(c, OP_JUMP, loop.continue_label))
        return false;
    label_place(c, end);
    emit_position(c, pos);
    ok = (!async || emit_op(c, OP_END_ASYNC_FOR, 0)) && compile_body(c, &s->u.for_.orelse);
    label_place(c, loop.break_label);
    return ok;
}

/* The statement has a line of its own, also where another statement is left first. */
static bool mark_way_out(struct compiler *c, const struct stmt *s)
{
    const struct around *around = c->unit->around;
    bool at_once = !around || around->kind == AROUND_WHILE || around->kind == AROUND_FOR;
    return at_once || mark_line(c, s->pos);
}

static bool compile_break(struct compiler *c, const struct stmt *s)
{
    struct around *loop;
    int protection = c->unit->protection;
    if (!mark_way_out(c, s) || !compile_unwind(c, false, true, &loop))
        return false;
    if (!loop)
        return syntax_error(c, s->pos, "'break' outside loop");
    bool ok = (loop->kind != AROUND_FOR || emit_op(c, OP_POP_TOP, 0)) &&
              emit_op(c, OP_JUMP, loop->break_label);
    c->unit->protection = protection;
    return ok;
}

static bool compile_continue(struct compiler *c, const struct stmt *s)
{
    struct around *loop;
    int protection = c->unit->protection;
    if (!mark_way_out(c, s) || !compile_unwind(c, false, true, &loop))
        return false;
    if (!loop)
        return syntax_error(c, s->pos, "'continue' not properly in loop");
    bool ok = emit_op(c, OP_JUMP, loop->continue_label);
    c->unit->protection = protection;
    return ok;
}

/* ---- dispatch -------------------------------------------------------------------------------- */

static bool dispatch(struct compiler *c, const struct stmt *s)
{
    switch (s->kind) {
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF:
        return compile_function_def(c, s);
    case STMT_CLASS_DEF:
        return compile_class_def(c, s);
    case STMT_RETURN:
        return compile_return(c, s);
    case STMT_DELETE:
        return compile_delete(c, s);
    case STMT_ASSIGN:
        return compile_assign(c, s);
    case STMT_AUG_ASSIGN:
        return compile_aug_assign(c, s);
    case STMT_ANN_ASSIGN:
        return compile_ann_assign(c, s);
    case STMT_IF:
        return compile_if(c, s);
    case STMT_RAISE:
        return compile_raise(c, s);
    case STMT_ASSERT:
        return compile_assert(c, s);
    case STMT_IMPORT:
        return compile_import(c, s);
    case STMT_IMPORT_FROM:
        return compile_import_from(c, s);
    case STMT_EXPR:
        return compile_expr_stmt(c, s);
    case STMT_BREAK:
        return compile_break(c, s);
    case STMT_CONTINUE:
        return compile_continue(c, s);
    case STMT_WITH:
    case STMT_ASYNC_WITH:
        return compile_with(c, s);
    case STMT_MATCH:
        return compile_match(c, s);
    case STMT_TYPE_ALIAS:
        return compile_type_alias(c, s);
    default:
        return true;
    }
}

static bool compile_stmt(struct compiler *c, const struct stmt *s)
{
    if (s->kind == STMT_GLOBAL || s->kind == STMT_NONLOCAL)
        return true;
    if (s->kind == STMT_WHILE)
        return compile_while(c, s);
    if (s->kind == STMT_FOR || s->kind == STMT_ASYNC_FOR)
        return compile_for(c, s);
    if (s->kind == STMT_TRY || s->kind == STMT_TRY_STAR)
        return begin(c, s) && compile_try(c, s);
    return begin(c, s) && dispatch(c, s);
}
