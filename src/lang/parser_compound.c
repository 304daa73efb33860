/* Compound statements and blocks. */
#include "parser_internal.h"

/* ---- Statements and blocks ----------------------------------------------------------------- */

bool parser_statement(struct parser *p, struct parser_list *list)
{
    bool good = false;
    if (!parser_enter(p))
        return false;
    struct stmt *s = parser_compound_stmt(p);
    if (s)
        parser_push(p, list, s);
    good = s || (!p->failed && parser_simple_stmts(p, list));
    parser_leave(p);
    return good && !p->failed;
}

/* statement+ */
static bool parser_statements(struct parser *p, struct parser_list *list)
{
    size_t before = list->len;
    while (!p->failed && parser_peek(p) != TOKEN_DEDENT && parser_peek(p) != TOKEN_END)
        if (!parser_statement(p, list))
            break;
    return list->len > before && !p->failed;
}

static bool indented(struct parser *p, struct parser_list *list)
{
    size_t start = p->pos;
    if (parser_accept(p, TOKEN_NEWLINE) && parser_accept(p, TOKEN_INDENT) &&
        parser_statements(p, list) && parser_accept(p, TOKEN_DEDENT))
        return true;
    list->len = 0;
    p->pos = start;
    return false;
}

/* NEWLINE INDENT statements DEDENT | simple_stmts | invalid_block */
bool parser_block(struct parser *p, struct stmt_list *body)
{
    void *known;
    size_t start = p->pos;
    struct parser_list list = {0};
    struct stmt_list *found = NULL;
    if (p->failed)
        return false;
    if (!parser_recall(p, RULE_BLOCK, &known)) {
        if (indented(p, &list) || (!p->failed && parser_simple_stmts(p, &list))) {
            found = parser_alloc(p, sizeof *found);
            *found = PARSER_LIST(stmt_list, list);
        } else if (p->diagnose && parser_accept(p, TOKEN_NEWLINE) &&
                   parser_peek(p) != TOKEN_INDENT) {
            parser_error_indent(p, "expected an indented block");
        }
        known = parser_remember(p, RULE_BLOCK, start, found);
    }
    if (known)
        *body = *(struct stmt_list *)known;
    return known != NULL;
}

/* 'else' &&':' block, or nothing; false on failure. */
static bool else_block(struct parser *p, struct stmt_list *body)
{
    size_t start = p->pos;
    if (p->failed || parser_peek(p) != TOKEN_ELSE)
        return !p->failed;
    if (p->diagnose)
        parser_invalid_header(p);
    p->pos = start + 1;
    if (p->failed || !parser_force(p, TOKEN_COLON))
        return false;
    if (!parser_block(p, body))
        p->pos = start;
    return !p->failed;
}

/* ---- if, while, for ------------------------------------------------------------------------ */

/* At `if` or `elif`. */
static struct stmt *if_stmt(struct parser *p)
{
    size_t start = p->pos;
    if (!parser_enter(p))
        return NULL;
    if (p->diagnose)
        parser_invalid_header(p);
    p->pos = start + 1;
    struct stmt *s = parser_stmt(p, STMT_IF, start), *elif = NULL;
    s->u.if_.test = parser_named_expression(p);
    bool good = s->u.if_.test && parser_accept(p, TOKEN_COLON) && parser_block(p, &s->u.if_.body);
    if (good && parser_peek(p) == TOKEN_ELIF)
        elif = if_stmt(p);
    if (elif) {
        struct parser_list list = {0};
        parser_push(p, &list, elif);
        s->u.if_.orelse = PARSER_LIST(stmt_list, list);
    } else if (good) {
        good = else_block(p, &s->u.if_.orelse);
    }
    parser_leave(p);
    if (good && !p->failed)
        return parser_stmt_done(p, s);
    p->pos = start;
    return NULL;
}

static struct stmt *while_stmt(struct parser *p)
{
    size_t start = p->pos;
    if (p->diagnose)
        parser_invalid_header(p);
    p->pos = start + 1;
    struct stmt *s = parser_stmt(p, STMT_WHILE, start);
    s->u.while_.test = parser_named_expression(p);
    if (!s->u.while_.test || !parser_accept(p, TOKEN_COLON) ||
        !parser_block(p, &s->u.while_.body) || !else_block(p, &s->u.while_.orelse))
        return NULL;
    return parser_stmt_done(p, s);
}

/* At `for`, or at `async for`. */
static struct stmt *for_stmt(struct parser *p)
{
    size_t start = p->pos;
    if (p->diagnose)
        parser_invalid_header(p);
    p->pos = start;
    bool is_async = parser_accept(p, TOKEN_ASYNC);
    p->pos++;
    struct stmt *s = parser_stmt(p, is_async ? STMT_ASYNC_FOR : STMT_FOR, start);
    s->u.for_.target = p->failed ? NULL : parser_star_targets(p);
    bool in = s->u.for_.target && parser_accept(p, TOKEN_IN);
    s->u.for_.iter = in ? parser_star_expressions(p) : NULL;
    if (s->u.for_.iter && parser_accept(p, TOKEN_COLON) && parser_block(p, &s->u.for_.body) &&
        else_block(p, &s->u.for_.orelse))
        return parser_stmt_done(p, s);
    p->pos = start;
    if (!in && p->diagnose && !p->failed)
        parser_invalid_for_target(p);
    return NULL;
}

/* ---- with ---------------------------------------------------------------------------------- */

static struct withitem *with_item(struct parser *p)
{
    size_t start = p->pos;
    struct withitem *item = parser_alloc(p, sizeof *item);
    item->context_expr = parser_expression(p);
    if (!item->context_expr)
        return NULL;
    size_t behind = p->pos;
    if (parser_accept(p, TOKEN_AS)) {
        item->optional_vars = parser_star_target(p);
        enum token_kind next = p->failed ? TOKEN_END : parser_peek(p);
        if (item->optional_vars &&
            (next == TOKEN_COMMA || next == TOKEN_RPAR || next == TOKEN_COLON))
            return item;
        item->optional_vars = NULL;
    }
    if (p->diagnose && !p->failed) {
        p->pos = start;
        parser_invalid_with_item(p);
    }
    p->pos = behind;
    return p->failed ? NULL : item;
}

static bool with_items(struct parser *p, struct withitem_list *items)
{
    struct parser_list list = {0};
    size_t behind = p->pos;
    do {
        struct withitem *item = with_item(p);
        if (!item)
            break;
        parser_push(p, &list, item);
        behind = p->pos;
    } while (parser_accept(p, TOKEN_COMMA));
    p->pos = behind;
    *items = PARSER_LIST(withitem_list, list);
    return list.len > 0 && !p->failed;
}

/* '(' ','.with_item+ [','] ')' ':' block | ','.with_item+ ':' block: the brackets may also be those
 * of an expression, which shows only behind them. */
static bool with_body(struct parser *p, struct stmt *s)
{
    size_t start = p->pos;
    if (parser_accept(p, TOKEN_LPAR) && with_items(p, &s->u.with.items)) {
        parser_accept(p, TOKEN_COMMA);
        if (parser_accept(p, TOKEN_RPAR) && parser_accept(p, TOKEN_COLON))
            return parser_block(p, &s->u.with.body);
    }
    p->pos = start;
    return !p->failed && with_items(p, &s->u.with.items) && parser_accept(p, TOKEN_COLON) &&
           parser_block(p, &s->u.with.body);
}

static struct stmt *with_stmt(struct parser *p)
{
    size_t start = p->pos;
    if (p->diagnose)
        parser_invalid_with_stmt_indent(p);
    p->pos = start;
    bool is_async = parser_accept(p, TOKEN_ASYNC);
    p->pos++;
    struct stmt *s = parser_stmt(p, is_async ? STMT_ASYNC_WITH : STMT_WITH, start);
    if (!p->failed && with_body(p, s))
        return parser_stmt_done(p, s);
    p->pos = start;
    if (p->diagnose && !p->failed)
        parser_invalid_with_stmt(p);
    return NULL;
}

/* ---- try ----------------------------------------------------------------------------------- */

/* At `except`: 'except' ['*'] [expression ['as' NAME]] ':' block */
struct excepthandler *parser_except_block(struct parser *p, bool star)
{
    size_t start = p->pos;
    struct excepthandler *h = parser_alloc(p, sizeof *h);
    if (p->diagnose)
        parser_invalid_header(p);
    p->pos = start + 1;
    bool good = !p->failed && (!star || parser_accept(p, TOKEN_STAR));
    if (good && (star || parser_peek(p) != TOKEN_COLON)) {
        h->type = parser_expression(p);
        good = h->type != NULL;
        if (good && parser_accept(p, TOKEN_AS)) {
            h->name = parser_name(p);
            good = h->name != NULL;
        }
    }
    if (good && parser_accept(p, TOKEN_COLON) && parser_block(p, &h->body)) {
        h->pos = parser_span(p, start);
        return h;
    }
    p->pos = start;
    if (p->diagnose && !p->failed)
        parser_invalid_except_stmt(p);
    p->pos = start;
    return NULL;
}

static void except_blocks(struct parser *p, bool star, struct excepthandler_list *handlers)
{
    struct parser_list list = {0};
    while (!p->failed && parser_peek(p) == TOKEN_EXCEPT) {
        if ((parser_peek_next(p) == TOKEN_STAR) != star)
            break;
        struct excepthandler *h = parser_except_block(p, star);
        if (!h)
            break;
        parser_push(p, &list, h);
    }
    *handlers = PARSER_LIST(excepthandler_list, list);
}

static bool finally_block(struct parser *p, struct stmt_list *body)
{
    size_t start = p->pos;
    if (p->failed || parser_peek(p) != TOKEN_FINALLY)
        return false;
    if (p->diagnose)
        parser_invalid_header(p);
    p->pos = start + 1;
    if (!p->failed && parser_force(p, TOKEN_COLON) && parser_block(p, body))
        return true;
    p->pos = start;
    return false;
}

static struct stmt *try_stmt(struct parser *p)
{
    size_t start = p->pos;
    if (p->diagnose)
        parser_invalid_try_stmt(p);
    p->pos = start + 1;
    struct stmt *s = parser_stmt(p, STMT_TRY, start);
    if (p->failed || !parser_force(p, TOKEN_COLON) || !parser_block(p, &s->u.try_.body))
        return NULL;
    bool star = parser_peek(p) == TOKEN_EXCEPT && parser_peek_next(p) == TOKEN_STAR;
    s->kind = star ? STMT_TRY_STAR : STMT_TRY;
    except_blocks(p, star, &s->u.try_.handlers);
    if (s->u.try_.handlers.len > 0)
        else_block(p, &s->u.try_.orelse);
    bool finally = finally_block(p, &s->u.try_.finalbody);
    if (p->failed || (s->u.try_.handlers.len == 0 && !finally))
        return NULL;
    return parser_stmt_done(p, s);
}

/* ---- def, class ---------------------------------------------------------------------------- */

/* ('@' named_expression NEWLINE)* */
static bool decorators(struct parser *p, struct expr_list *list)
{
    struct parser_list found = {0};
    while (parser_accept(p, TOKEN_AT)) {
        struct expr *e = parser_named_expression(p);
        if (!e || !parser_accept(p, TOKEN_NEWLINE))
            return false;
        parser_push(p, &found, e);
    }
    *list = PARSER_LIST(expr_list, found);
    return !p->failed;
}

/* At `def`, or at `async def`. */
static struct stmt *function_def(struct parser *p, struct expr_list decorator_list)
{
    size_t start = p->pos;
    if (p->diagnose)
        parser_invalid_header(p);
    p->pos = start;
    bool is_async = parser_accept(p, TOKEN_ASYNC);
    if (p->failed || !parser_accept(p, TOKEN_DEF))
        return NULL;
    struct stmt *s = parser_stmt(p, is_async ? STMT_ASYNC_FUNCTION_DEF : STMT_FUNCTION_DEF, start);
    s->u.function_def.decorator_list = decorator_list;
    s->u.function_def.name = parser_name(p);
    if (!s->u.function_def.name)
        return NULL;
    if (!parser_type_params(p, &s->u.function_def.type_params) && p->failed)
        return NULL;
    if (!parser_force(p, TOKEN_LPAR))
        return NULL;
    s->u.function_def.args = parser_parameters(p, TOKEN_RPAR);
    if (p->failed || !parser_accept(p, TOKEN_RPAR))
        return NULL;
    size_t behind = p->pos;
    if (parser_accept(p, TOKEN_RARROW)) {
        s->u.function_def.returns = parser_expression(p);
        p->pos = s->u.function_def.returns ? p->pos : behind;
    }
    if (!parser_force(p, TOKEN_COLON) || !parser_block(p, &s->u.function_def.body))
        return NULL;
    return parser_stmt_done(p, s);
}

/* At `class`. */
static struct stmt *class_def(struct parser *p, struct expr_list decorator_list)
{
    size_t start = p->pos;
    if (p->diagnose)
        parser_invalid_header(p);
    p->pos = start + 1;
    struct stmt *s = parser_stmt(p, STMT_CLASS_DEF, start);
    s->u.class_def.decorator_list = decorator_list;
    s->u.class_def.name = p->failed ? NULL : parser_name(p);
    if (!s->u.class_def.name)
        return NULL;
    if (!parser_type_params(p, &s->u.class_def.type_params) && p->failed)
        return NULL;
    if (parser_accept(p, TOKEN_LPAR)) {
        struct call_arguments *arguments = parser_arguments(p, NULL);
        if (p->failed || !parser_accept(p, TOKEN_RPAR))
            return NULL;
        if (arguments) {
            s->u.class_def.bases = PARSER_LIST(expr_list, arguments->args);
            s->u.class_def.keywords = PARSER_LIST(keyword_list, arguments->keywords);
        }
    }
    if (!parser_accept(p, TOKEN_COLON) || !parser_block(p, &s->u.class_def.body))
        return NULL;
    return parser_stmt_done(p, s);
}

static struct stmt *decorated(struct parser *p)
{
    struct expr_list list = {0};
    if (!decorators(p, &list))
        return NULL;
    switch (parser_peek(p)) {
    case TOKEN_DEF:
    case TOKEN_ASYNC:
        return function_def(p, list);
    case TOKEN_CLASS:
        return class_def(p, list);
    default:
        return NULL;
    }
}

/* ---- The choice ---------------------------------------------------------------------------- */

static struct stmt *async_stmt(struct parser *p)
{
    switch (parser_peek_next(p)) {
    case TOKEN_DEF:
        return function_def(p, (struct expr_list){0});
    case TOKEN_FOR:
        return for_stmt(p);
    case TOKEN_WITH:
        return with_stmt(p);
    default:
        return NULL;
    }
}

static struct stmt *compound_stmt(struct parser *p)
{
    switch (parser_peek(p)) {
    case TOKEN_IF:
        return if_stmt(p);
    case TOKEN_WHILE:
        return while_stmt(p);
    case TOKEN_FOR:
        return for_stmt(p);
    case TOKEN_TRY:
        return try_stmt(p);
    case TOKEN_WITH:
        return with_stmt(p);
    case TOKEN_DEF:
        return function_def(p, (struct expr_list){0});
    case TOKEN_CLASS:
        return class_def(p, (struct expr_list){0});
    case TOKEN_AT:
        return decorated(p);
    case TOKEN_ASYNC:
        return async_stmt(p);
    case TOKEN_NAME:
        return parser_match_stmt(p);
    default:
        return NULL;
    }
}

struct stmt *parser_compound_stmt(struct parser *p)
{
    size_t start = p->pos;
    struct stmt *s = p->failed ? NULL : compound_stmt(p);
    if (!s)
        p->pos = start;
    return s;
}
