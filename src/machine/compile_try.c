/* try, with and what leaving them takes; yield: Python/compile.c: compiler_try_except,
 * compiler_try_finally, compiler_with, compiler_unwind_fblock.
 *
 * Nothing is executed on entering a try: which instructions it protects stands in a table.  A
 * finally is compiled for each way that leads through it: falling off the end, return, break,
 * continue, and an exception. */
#include <pyviz/machine/str.h>

#include "compiler.h"

/* ---- what is around -------------------------------------------------------------------------- */

void around_push(struct compiler *c, struct around *block, enum block_kind_around kind)
{
    block->outer = c->unit->around;
    block->kind = kind;
    c->unit->around = block;
}

void around_pop(struct compiler *c, const struct around *block)
{
    c->unit->around = block->outer;
}

static bool keep(struct compiler *c, bool keep_top)
{
    return !keep_top || emit_op(c, OP_SWAP, 2);
}

static bool pop_below(struct compiler *c, bool keep_top)
{
    return keep(c, keep_top) && emit_op(c, OP_POP_TOP, 0);
}

static bool pop_except(struct compiler *c, bool keep_top)
{
    return keep(c, keep_top) && emit_op(c, OP_POP_EXCEPT, 0);
}

/* The name of `except E as name` ends with the clause. */
static bool forget_name(struct compiler *c, const char *name)
{
    return emit_const(c, newref(c->m->none)) && emit_name(c, name, CONTEXT_STORE) &&
           emit_name(c, name, CONTEXT_DEL);
}

/* exit -> what exit(None, None, None) gives; the first None lies in the place of self, so that a
 * bound method is called as it is. */
static bool call_exit(struct compiler *c)
{
    for (int i = 0; i < 3; i++)
        if (!emit_const(c, newref(c->m->none)))
            return false;
    return emit_op(c, OP_CALL, 2);
}

static bool leave_with(struct compiler *c, const struct around *block, bool keep_top)
{
    struct pos before = emit_position(c, block->pos);
    protection_end(c);
    bool ok = keep(c, keep_top) && call_exit(c) && (!block->async || emit_await(c, 2)) &&
              emit_op(c, OP_POP_TOP, 0);
    emit_position(c, before);
    return ok;
}

static bool leave_finally_try(struct compiler *c, const struct around *block, bool keep_top)
{
    struct around value;
    protection_end(c);
    if (keep_top)
        around_push(c, &value, AROUND_VALUE);
    bool ok = compile_body(c, block->finalbody);
    if (keep_top)
        around_pop(c, &value);
    return ok;
}

static bool leave_handler_body(struct compiler *c, const struct around *block, bool keep_top)
{
    if (block->name)
        protection_end(c);
    protection_end(c);
    return pop_except(c, keep_top) && (!block->name || forget_name(c, block->name));
}

static bool leave(struct compiler *c, const struct around *block, bool keep_top)
{
    switch (block->kind) {
    case AROUND_WHILE:
    case AROUND_HANDLER:
    case AROUND_GROUP_HANDLER:
        return true;
    case AROUND_FOR:
    case AROUND_VALUE:
        return pop_below(c, keep_top);
    case AROUND_TRY:
        protection_end(c);
        return true;
    case AROUND_FINALLY_TRY:
        return leave_finally_try(c, block, keep_top);
    case AROUND_FINALLY:
        if (!pop_below(c, keep_top))
            return false;
        protection_end(c);
        return pop_except(c, keep_top);
    case AROUND_WITH:
        return leave_with(c, block, keep_top);
    case AROUND_HANDLER_BODY:
        return leave_handler_body(c, block, keep_top);
    }
    return false;
}

bool compile_unwind(struct compiler *c, bool keep_top, bool until_loop, struct around **loop)
{
    struct unit *u = c->unit;
    struct around *all = u->around;
    struct pos pos = u->pos;
    bool ok = true;
    if (loop)
        *loop = NULL;
    for (struct around *b = all; ok && b; b = b->outer) {
        if (until_loop && (b->kind == AROUND_WHILE || b->kind == AROUND_FOR)) {
            *loop = b;
            break;
        }
        u->around = b->outer; /* what is compiled on the way out stands outside of it */
        int size = u->size;
        ok = leave(c, b, keep_top);
        if (u->size > size && b->kind != AROUND_WHILE && b->kind != AROUND_FOR)
            pos = u->positions[u->size - 1]; /* to which what comes behind seems to belong */
        emit_position(c, pos);
    }
    u->around = all;
    return ok;
}

/* An exception in a handler: what was handled before is so again, and the exception goes on. */
static bool pop_except_and_reraise(struct compiler *c)
{
    return emit_op(c, OP_COPY, 3) && emit_op(c, OP_POP_EXCEPT, 0) && emit_op(c, OP_RERAISE, 1);
}

/* Does what is compiled stand behind all that runs without an exception? */
static bool is_cold(const struct compiler *c)
{
    for (const struct around *b = c->unit->around; b; b = b->outer)
        if (b->kind == AROUND_HANDLER_BODY || b->kind == AROUND_FINALLY)
            return true;
    return false;
}

/* An exception has been dealt with.  In 3.12 handlers stand at the code's end, and the way out of
 * them leads back: Python/flowgraph.c: push_cold_blocks_to_end. */
static bool jump_from_handler(struct compiler *c, int label)
{
    bool back = c->m->profile->handlers_jump_back && !is_cold(c);
    return (!back || emit_op(c, OP_LOOK_AT_BREAKER, 0)) && emit_op(c, OP_JUMP, label);
}

/* ---- try ... except -------------------------------------------------------------------------- */

/* The body of a clause; what it raises goes to `cleanup`. */
static bool compile_handler_body(struct compiler *c, const struct excepthandler *h, int cleanup)
{
    struct around body = {.name = h->name};
    protection_begin(c, cleanup, true, 0);
    around_push(c, &body, AROUND_HANDLER_BODY);
    if (!compile_body(c, &h->body))
        return false;
    around_pop(c, &body);
    protection_end(c);
    return true;
}

static bool compile_named_handler(struct compiler *c, const struct excepthandler *h, int end)
{
    int cleanup = label_new(c);
    if (!emit_name(c, h->name, CONTEXT_STORE) || !compile_handler_body(c, h, cleanup))
        return false;
    int outer = c->unit->protection;
    protection_end(c);
    if (!emit_op(c, OP_POP_EXCEPT, 0) || !forget_name(c, h->name) || !jump_from_handler(c, end))
        return false;
    c->unit->protection = outer;
    label_place(c, cleanup);
    return forget_name(c, h->name) && emit_op(c, OP_RERAISE, 1);
}

static bool compile_unnamed_handler(struct compiler *c, const struct excepthandler *h, int end)
{
    struct around body = {0};
    if (!emit_op(c, OP_POP_TOP, 0))
        return false;
    around_push(c, &body, AROUND_HANDLER_BODY);
    if (!compile_body(c, &h->body))
        return false;
    around_pop(c, &body);
    int outer = c->unit->protection;
    protection_end(c);
    bool ok = emit_op(c, OP_POP_EXCEPT, 0) && jump_from_handler(c, end);
    c->unit->protection = outer;
    return ok;
}

static bool compile_handler(struct compiler *c, const struct excepthandler *h, int end)
{
    int next = label_new(c);
    emit_position(c, h->pos);
    if (!emit_statement(c, h->pos.line))
        return false;
    if (h->type && (!compile_expr(c, h->type) || !emit_op(c, OP_CHECK_EXC_MATCH, 0) ||
                    !emit_op(c, OP_POP_JUMP_IF_FALSE, next)))
        return false;
    if (!(h->name ? compile_named_handler(c, h, end) : compile_unnamed_handler(c, h, end)))
        return false;
    label_place(c, next);
    return true;
}

/* ---- try ... except* ------------------------------------------------------------------------- */

/* The clause's body, when the part that it takes is on top; what it raises joins the results. */
static bool compile_star_body(struct compiler *c, const struct excepthandler *h, int next)
{
    int cleanup = label_new(c);
    if (!(h->name ? emit_name(c, h->name, CONTEXT_STORE) : emit_op(c, OP_POP_TOP, 0)) ||
        !compile_handler_body(c, h, cleanup))
        return false;
    if ((h->name && !forget_name(c, h->name)) || !emit_op(c, OP_JUMP, next))
        return false;
    label_place(c, cleanup);
    return (!h->name || forget_name(c, h->name)) && emit_op(c, OP_LIST_APPEND, 3) &&
           emit_op(c, OP_POP_TOP, 0) && emit_op(c, OP_JUMP, next);
}

/* group, results, rest -> group, results, a smaller rest; the first clause begins with the group
 * alone. */
static bool compile_star_handler(struct compiler *c, const struct excepthandler *h, bool first)
{
    int next = label_new(c), no_match = label_new(c);
    emit_position(c, h->pos);
    if (!emit_statement(c, h->pos.line) ||
        (first && (!emit_op(c, OP_BUILD_LIST, 0) || !emit_op(c, OP_COPY, 2))) ||
        !compile_expr(c, h->type) || !emit_op(c, OP_CHECK_EG_MATCH, 0) || !emit_op(c, OP_COPY, 1) ||
        !emit_const(c, newref(c->m->none)) || !emit_op(c, OP_IS_OP, 0) ||
        !emit_op(c, OP_POP_JUMP_IF_TRUE, no_match) || !compile_star_body(c, h, next))
        return false;
    label_place(c, no_match);
    emit_position(c, h->pos);
    if (!emit_op(c, OP_POP_TOP, 0))
        return false;
    label_place(c, next);
    return true;
}

/* What none of the clauses took and what they raised goes on as one; that stands on no line. */
static bool compile_star_end(struct compiler *c, int end)
{
    int reraise = label_new(c);
    emit_position(c, (struct pos){0});
    if (!emit_op(c, OP_LIST_APPEND, 1) || !emit_op(c, OP_PREP_RERAISE_STAR, 0) ||
        !emit_op(c, OP_COPY, 1) || !emit_const(c, newref(c->m->none)) || !emit_op(c, OP_IS_OP, 0) ||
        !emit_op(c, OP_POP_JUMP_IF_FALSE, reraise) || !emit_op(c, OP_POP_TOP, 0))
        return false;
    int protection = c->unit->protection;
    protection_end(c);
    if (!emit_op(c, OP_POP_EXCEPT, 0) || !jump_from_handler(c, end))
        return false;
    label_place(c, reraise);
    bool ok = emit_op(c, OP_SWAP, 2) && emit_op(c, OP_POP_EXCEPT, 0) && emit_op(c, OP_RERAISE, 0);
    c->unit->protection = protection;
    return ok;
}

/* ---- both ------------------------------------------------------------------------------------ */

static bool compile_handlers(struct compiler *c, const struct stmt *s, int end)
{
    bool star = s->kind == STMT_TRY_STAR;
    struct around handlers = {0};
    int cleanup = label_new(c);
    struct pos last = {0};
    protection_begin(c, cleanup, true, 0);
    if (!emit_op(c, OP_PUSH_EXC_INFO, 0))
        return false;
    around_push(c, &handlers, star ? AROUND_GROUP_HANDLER : AROUND_HANDLER);
    for (size_t i = 0; i < s->u.try_.handlers.len; i++) {
        const struct excepthandler *h = s->u.try_.handlers.items[i];
        if (!(star ? compile_star_handler(c, h, i == 0) : compile_handler(c, h, end)))
            return false;
        last = h->pos;
    }
    around_pop(c, &handlers);
    struct pos behind = emit_position(c, last); /* the last clause was found not to fit */
    if (!(star ? compile_star_end(c, end) : emit_op(c, OP_RERAISE, 0)))
        return false;
    protection_end(c);
    label_place(c, cleanup);
    bool ok = pop_except_and_reraise(c);
    emit_position(c, behind);
    return ok;
}

static bool compile_try_except(struct compiler *c, const struct stmt *s)
{
    struct around body = {0};
    int except = label_new(c), end = label_new(c);
    protection_begin(c, except, false, 0);
    around_push(c, &body, AROUND_TRY);
    if (!compile_body(c, &s->u.try_.body))
        return false;
    around_pop(c, &body);
    protection_end(c);
    if (!compile_body(c, &s->u.try_.orelse) || !emit_op(c, OP_JUMP, end))
        return false;
    label_place(c, except);
    if (!compile_handlers(c, s, end))
        return false;
    label_place(c, end);
    return true;
}

/* ---- try ... finally ------------------------------------------------------------------------- */

/* The finally when an exception leads to it: it runs, and the exception goes on. */
static bool compile_exceptional_finally(struct compiler *c, const struct stmt *s)
{
    struct around block = {0};
    int cleanup = label_new(c);
    protection_begin(c, cleanup, true, 0);
    if (!emit_op(c, OP_PUSH_EXC_INFO, 0))
        return false;
    around_push(c, &block, AROUND_FINALLY);
    if (!compile_body(c, &s->u.try_.finalbody))
        return false;
    around_pop(c, &block);
    if (!emit_op(c, OP_RERAISE, 0))
        return false;
    protection_end(c);
    label_place(c, cleanup);
    return pop_except_and_reraise(c);
}

static bool compile_try_finally(struct compiler *c, const struct stmt *s)
{
    struct around block = {.finalbody = &s->u.try_.finalbody};
    int exceptional = label_new(c), exit = label_new(c);
    protection_begin(c, exceptional, false, 0);
    around_push(c, &block, AROUND_FINALLY_TRY);
    if (!(s->u.try_.handlers.len ? compile_try_except(c, s) : compile_body(c, &s->u.try_.body)))
        return false;
    around_pop(c, &block);
    protection_end(c);
    if (!compile_body(c, &s->u.try_.finalbody) || !emit_op(c, OP_JUMP, exit))
        return false;
    label_place(c, exceptional);
    if (!compile_exceptional_finally(c, s))
        return false;
    label_place(c, exit);
    return true;
}

bool compile_try(struct compiler *c, const struct stmt *s)
{
    return s->u.try_.finalbody.len ? compile_try_finally(c, s) : compile_try_except(c, s);
}

/* ---- with ------------------------------------------------------------------------------------ */

static bool compile_with_exit(struct compiler *c, int exit, bool async)
{
    int cleanup = label_new(c), swallowed = label_new(c);
    protection_begin(c, cleanup, true, 0);
    if (!emit_op(c, OP_PUSH_EXC_INFO, 0) || !emit_op(c, OP_WITH_EXCEPT_START, 0) ||
        (async && !emit_await(c, 2)) || !emit_op(c, OP_POP_JUMP_IF_TRUE, swallowed) ||
        !emit_op(c, OP_RERAISE, 2))
        return false;
    label_place(c, swallowed);
    if (!emit_op(c, OP_POP_TOP, 0))
        return false;
    protection_end(c);
    if (!emit_op(c, OP_POP_EXCEPT, 0) || !emit_op(c, OP_POP_TOP, 0) || !emit_op(c, OP_POP_TOP, 0) ||
        !jump_from_handler(c, exit))
        return false;
    label_place(c, cleanup);
    return pop_except_and_reraise(c);
}

static bool compile_with_item(struct compiler *c, const struct stmt *s, size_t i)
{
    const struct withitem *item = s->u.with.items.items[i];
    struct pos pos = c->m->profile->with_points_at_manager ? item->context_expr->pos : s->pos;
    bool async = s->kind == STMT_ASYNC_WITH;
    struct around block = {.pos = pos, .async = async};
    int final = label_new(c), exit = label_new(c);
    if (!compile_expr(c, item->context_expr))
        return false;
    emit_position(c, pos);
    if (!(async ? emit_op(c, OP_BEFORE_ASYNC_WITH, 0) && emit_await(c, 1)
                : emit_op(c, OP_BEFORE_WITH, 0)))
        return false;
    protection_begin(c, final, true, -1);
    around_push(c, &block, AROUND_WITH);
    if (!(item->optional_vars ? compile_store(c, item->optional_vars) : emit_op(c, OP_POP_TOP, 0)))
        return false;
    if (!(i + 1 < s->u.with.items.len ? compile_with_item(c, s, i + 1)
                                      : compile_body(c, &s->u.with.body)))
        return false;
    around_pop(c, &block);
    protection_end(c);
    bool empty = INSTRUCTION_OP(c->unit->code[c->unit->size - 1]) == OP_STATEMENT;
    if (empty && !emit_op(c, OP_NOP, 0)) /* who is told of lines is told of a pass */
        return false;
    emit_position(c, pos);
    if (!call_exit(c) || (async && !emit_await(c, 2)) || !emit_op(c, OP_POP_TOP, 0) ||
        !emit_op(c, OP_JUMP, exit))
        return false;
    label_place(c, final);
    if (!compile_with_exit(c, exit, async))
        return false;
    label_place(c, exit);
    return true;
}

bool compile_with(struct compiler *c, const struct stmt *s)
{
    return compile_with_item(c, s, 0);
}

/* ---- yield and await ------------------------------------------------------------------------- */

/* iterator, value -> what the iterator returns, once everything it yields has been passed on. */
static bool emit_delegation(struct compiler *c)
{
    int send = label_new(c), fail = label_new(c), exit = label_new(c);
    label_place(c, send);
    if (!emit_op(c, OP_SEND, exit))
        return false;
    protection_begin(c, fail, false, 0);
    if (!emit_op(c, OP_YIELD_VALUE, YIELD_IN_YIELD_FROM))
        return false;
    protection_end(c);
    if (!emit_op(c, OP_JUMP, send))
        return false;
    label_place(c, fail);
    if (!emit_op(c, OP_CLEANUP_THROW, 0))
        return false;
    label_place(c, exit);
    return emit_op(c, OP_END_SEND, 0);
}

bool emit_await(struct compiler *c, int where)
{
    return emit_op(c, OP_GET_AWAITABLE, where) && emit_const(c, newref(c->m->none)) &&
           emit_delegation(c);
}

bool emit_async_next(struct compiler *c, int label)
{
    protection_begin(c, label, false, 0);
    bool ok =
        emit_op(c, OP_GET_ANEXT, 0) && emit_const(c, newref(c->m->none)) && emit_delegation(c);
    protection_end(c);
    return ok;
}

bool emit_yield(struct compiler *c)
{
    return (!(c->unit->flags & CODE_ASYNC_GENERATOR) || emit_op(c, OP_ASYNC_GEN_WRAP, 0)) &&
           emit_op(c, OP_YIELD_VALUE, 0);
}

bool compile_await(struct compiler *c, const struct expr *e)
{
    return compile_expr(c, e->u.await.value) && emit_await(c, 0);
}

bool compile_yield(struct compiler *c, const struct expr *e)
{
    if (!c->unit->in_function)
        return syntax_error(c, e->pos, "'yield' outside function");
    if (e->kind == EXPR_YIELD_FROM)
        return compile_expr(c, e->u.yield_from.value) && emit_op(c, OP_GET_YIELD_FROM_ITER, 0) &&
               emit_const(c, newref(c->m->none)) && emit_delegation(c);
    const struct expr *value = e->u.yield.value;
    return (value ? compile_expr(c, value) : emit_const(c, newref(c->m->none))) && emit_yield(c);
}
