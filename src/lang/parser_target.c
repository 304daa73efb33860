/* What may be assigned to, deleted, looped over.
 *
 * Targets look like expressions, so they are parsed as primaries and displays, and looked at then.
 */
#include "parser_internal.h"

bool parser_is_single_target(const struct expr *e)
{
    return e->kind == EXPR_NAME || e->kind == EXPR_ATTRIBUTE || e->kind == EXPR_SUBSCRIPT;
}

static bool are_targets(const struct expr_list *list)
{
    for (size_t i = 0; i < list->len; i++)
        if (!parser_is_target(list->items[i]))
            return false;
    return true;
}

bool parser_is_target(const struct expr *e)
{
    switch (e->kind) {
    case EXPR_STARRED:
        return e->u.starred.value->kind != EXPR_STARRED && parser_is_target(e->u.starred.value);
    case EXPR_LIST:
        return are_targets(&e->u.list.elts);
    case EXPR_TUPLE:
        return are_targets(&e->u.tuple.elts);
    default:
        return parser_is_single_target(e);
    }
}

void parser_set_context(struct expr *e, enum expr_context context)
{
    switch (e->kind) {
    case EXPR_NAME:
        e->u.name.ctx = context;
        break;
    case EXPR_ATTRIBUTE:
        e->u.attribute.ctx = context;
        break;
    case EXPR_SUBSCRIPT:
        e->u.subscript.ctx = context;
        break;
    case EXPR_STARRED:
        e->u.starred.ctx = context;
        parser_set_context(e->u.starred.value, context);
        break;
    case EXPR_LIST:
        e->u.list.ctx = context;
        for (size_t i = 0; i < e->u.list.elts.len; i++)
            parser_set_context(e->u.list.elts.items[i], context);
        break;
    case EXPR_TUPLE:
        e->u.tuple.ctx = context;
        for (size_t i = 0; i < e->u.tuple.elts.len; i++)
            parser_set_context(e->u.tuple.elts.items[i], context);
        break;
    default:
        break;
    }
}

/* In the second attempt nodes are shared between rules, and the tree is thrown away. */
static struct expr *as_target(struct parser *p, struct expr *e, enum expr_context context)
{
    if (!e || p->failed || !parser_is_target(e))
        return NULL;
    if (!p->memos)
        parser_set_context(e, context);
    return e;
}

struct expr *parser_star_target(struct parser *p)
{
    size_t start = p->pos;
    if (p->failed)
        return NULL;
    if (!parser_accept(p, TOKEN_STAR)) {
        struct expr *e = as_target(p, parser_primary(p), CONTEXT_STORE);
        p->pos = e ? p->pos : start;
        return e;
    }
    struct expr *value = NULL;
    if (!p->failed && parser_peek(p) != TOKEN_STAR)
        value = as_target(p, parser_primary(p), CONTEXT_STORE);
    if (!value) {
        p->pos = start;
        return NULL;
    }
    struct expr *e = parser_expr(p, EXPR_STARRED, start);
    e->u.starred.value = value;
    e->u.starred.ctx = CONTEXT_STORE;
    return parser_done(p, e);
}

struct expr *parser_star_targets(struct parser *p)
{
    size_t start = p->pos;
    struct expr *first = parser_star_target(p);
    if (!first || p->failed || parser_peek(p) != TOKEN_COMMA)
        return p->failed ? NULL : first;
    struct parser_list list = {0};
    parser_push(p, &list, first);
    while (parser_accept(p, TOKEN_COMMA)) {
        struct expr *next = parser_star_target(p);
        if (!next)
            break;
        parser_push(p, &list, next);
    }
    struct expr *e = parser_expr(p, EXPR_TUPLE, start);
    e->u.tuple.elts = PARSER_LIST(expr_list, list);
    e->u.tuple.ctx = CONTEXT_STORE;
    return parser_done(p, e);
}

static bool has_star(const struct expr *e)
{
    const struct expr_list *list = NULL;
    if (e->kind == EXPR_STARRED)
        return true;
    if (e->kind == EXPR_LIST)
        list = &e->u.list.elts;
    else if (e->kind == EXPR_TUPLE)
        list = &e->u.tuple.elts;
    for (size_t i = 0; list && i < list->len; i++)
        if (has_star(list->items[i]))
            return true;
    return false;
}

bool parser_del_targets(struct parser *p, struct expr_list *targets)
{
    struct parser_list list = {0};
    do {
        size_t start = p->pos;
        struct expr *e = p->failed ? NULL : parser_primary(p);
        if (!e || has_star(e) || !as_target(p, e, CONTEXT_DEL)) {
            p->pos = start;
            break;
        }
        parser_push(p, &list, e);
    } while (parser_accept(p, TOKEN_COMMA));
    *targets = PARSER_LIST(expr_list, list);
    return list.len > 0 && !p->failed;
}
