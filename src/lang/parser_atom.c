/* Names, constants, and whatever stands in brackets: displays and comprehensions. */
#include "parser_internal.h"

/* ---- Comprehensions ------------------------------------------------------------------------ */

static struct comprehension *for_if_clause(struct parser *p)
{
    size_t start = p->pos;
    bool is_async = parser_accept(p, TOKEN_ASYNC);
    if (!parser_accept(p, TOKEN_FOR)) {
        p->pos = start;
        return NULL;
    }
    struct comprehension *c = parser_alloc(p, sizeof *c);
    struct parser_list ifs = {0};
    c->is_async = is_async;
    c->target = parser_star_targets(p);
    bool in = c->target && parser_accept(p, TOKEN_IN);
    c->iter = in ? parser_disjunction(p) : NULL;
    if (!c->iter) {
        p->pos = start;
        if (!in && !p->failed) {
            parser_invalid_for_if_clause(p);
            p->pos = start;
            if (p->diagnose)
                parser_invalid_for_target(p);
            p->pos = start;
        }
        return NULL;
    }
    for (size_t behind = p->pos; parser_accept(p, TOKEN_IF); behind = p->pos) {
        struct expr *test = parser_disjunction(p);
        if (!test) {
            p->pos = behind;
            break;
        }
        parser_push(p, &ifs, test);
    }
    c->ifs = PARSER_LIST(expr_list, ifs);
    return p->failed ? NULL : c;
}

struct parser_list *parser_for_if_clauses(struct parser *p)
{
    void *known;
    size_t start = p->pos;
    if (p->failed)
        return NULL;
    if (parser_recall(p, RULE_FOR_IF_CLAUSES, &known))
        return known;
    struct comprehension *clause = for_if_clause(p);
    struct parser_list *list = clause ? parser_alloc(p, sizeof *list) : NULL;
    for (; clause; clause = for_if_clause(p))
        parser_push(p, list, clause);
    return parser_remember(p, RULE_FOR_IF_CLAUSES, start, list);
}

static bool at_for(struct parser *p)
{
    return !p->failed && (parser_peek(p) == TOKEN_FOR || parser_peek(p) == TOKEN_ASYNC);
}

/* The clauses and the closing bracket behind an element. */
static struct expr *comprehension(struct parser *p, enum expr_kind kind, size_t start,
                                  struct expr *elt, enum token_kind closing)
{
    struct parser_list *clauses = parser_for_if_clauses(p);
    if (!clauses || !parser_accept(p, closing))
        return NULL;
    struct expr *e = parser_expr(p, kind, start);
    e->u.comp.elt = elt;
    e->u.comp.generators = PARSER_LIST(comprehension_list, *clauses);
    return parser_done(p, e);
}

/* '(' ( assignment_expression | expression !':=' ) for_if_clauses ')' */
struct expr *parser_genexp(struct parser *p)
{
    size_t start = p->pos;
    struct expr *e = NULL;
    if (!parser_accept(p, TOKEN_LPAR))
        return NULL;
    struct expr *elt = parser_assignment_expression(p);
    if (!elt)
        elt = parser_expression(p);
    if (elt && at_for(p))
        e = comprehension(p, EXPR_GENERATOR_EXP, start, elt, TOKEN_RPAR);
    if (!e && !p->failed && p->diagnose) {
        p->pos = start;
        parser_invalid_comprehension(p);
    }
    if (!e)
        p->pos = start;
    return e;
}

/* ---- Lists, tuples, groups ----------------------------------------------------------------- */

/* star_named_expression (',' star_named_expression)* [','], behind a first element or NULL. */
static void elements(struct parser *p, struct parser_list *list, struct expr *first)
{
    struct expr *next = first ? first : parser_star_named_expression(p);
    while (next) {
        parser_push(p, list, next);
        if (!parser_accept(p, TOKEN_COMMA))
            break;
        next = parser_star_named_expression(p);
    }
}

static struct expr *list_of(struct parser *p, size_t start, struct parser_list *list)
{
    if (!parser_accept(p, TOKEN_RSQB))
        return NULL;
    struct expr *e = parser_expr(p, EXPR_LIST, start);
    e->u.list.elts = PARSER_LIST(expr_list, *list);
    return parser_done(p, e);
}

static struct expr *tuple_of(struct parser *p, size_t start, struct parser_list *list)
{
    if (!parser_accept(p, TOKEN_RPAR))
        return NULL;
    struct expr *e = parser_expr(p, EXPR_TUPLE, start);
    e->u.tuple.elts = PARSER_LIST(expr_list, *list);
    return parser_done(p, e);
}

struct expr *parser_list_display(struct parser *p)
{
    size_t start = p->pos;
    struct parser_list list = {0};
    if (!parser_accept(p, TOKEN_LSQB))
        return NULL;
    elements(p, &list, NULL);
    struct expr *e = p->failed ? NULL : list_of(p, start, &list);
    if (!e)
        p->pos = start;
    return e;
}

/* listcomp, alone; a comprehension's element is a named expression without a star. */
static struct expr *listcomp(struct parser *p)
{
    size_t start = p->pos;
    struct expr *e = NULL;
    p->pos++;
    struct expr *elt = parser_named_expression(p);
    if (elt && at_for(p))
        e = comprehension(p, EXPR_LIST_COMP, start, elt, TOKEN_RSQB);
    if (!e && !p->failed && p->diagnose) {
        p->pos = start;
        parser_invalid_comprehension(p);
    }
    return e;
}

static struct expr *parser_list_or_comp(struct parser *p)
{
    size_t start = p->pos;
    if (p->diagnose) {
        struct expr *e = parser_list_display(p);
        return e || p->failed ? e : listcomp(p);
    }
    p->pos++;
    struct parser_list list = {0};
    struct expr *first = parser_star_named_expression(p);
    if (first && first->kind != EXPR_STARRED && at_for(p))
        return comprehension(p, EXPR_LIST_COMP, start, first, TOKEN_RSQB);
    if (first)
        elements(p, &list, first);
    return p->failed ? NULL : list_of(p, start, &list);
}

/* '(' [star_named_expression ',' [star_named_expressions]] ')' */
struct expr *parser_tuple(struct parser *p)
{
    size_t start = p->pos;
    struct parser_list list = {0};
    struct expr *e = NULL;
    if (!parser_accept(p, TOKEN_LPAR))
        return NULL;
    struct expr *first = parser_star_named_expression(p);
    if (first && !p->failed && parser_peek(p) == TOKEN_COMMA) {
        elements(p, &list, first);
        e = p->failed ? NULL : tuple_of(p, start, &list);
    } else if (!first && !p->failed) {
        e = tuple_of(p, start, &list);
    }
    if (!e)
        p->pos = start;
    return e;
}

/* '(' (yield_expr | named_expression) ')': the node keeps its own place, without the brackets. */
static struct expr *group(struct parser *p)
{
    size_t start = p->pos;
    p->pos++;
    struct expr *e =
        parser_peek(p) == TOKEN_YIELD ? parser_yield_expr(p) : parser_named_expression(p);
    if (e && parser_accept(p, TOKEN_RPAR))
        return e;
    p->pos = start;
    if (!p->failed && p->diagnose)
        parser_invalid_group(p);
    return NULL;
}

static struct expr *parser_parenthesised(struct parser *p)
{
    size_t start = p->pos;
    if (p->diagnose) {
        struct expr *e = parser_tuple(p);
        e = e || p->failed ? e : group(p);
        p->pos = e ? p->pos : start;
        return e || p->failed ? e : parser_genexp(p);
    }
    p->pos++;
    struct parser_list list = {0};
    if (parser_peek(p) == TOKEN_YIELD) {
        struct expr *e = parser_yield_expr(p);
        return e && parser_accept(p, TOKEN_RPAR) ? e : NULL;
    }
    struct expr *first = parser_star_named_expression(p);
    if (!first)
        return p->failed ? NULL : tuple_of(p, start, &list);
    if (first->kind != EXPR_STARRED && at_for(p))
        return comprehension(p, EXPR_GENERATOR_EXP, start, first, TOKEN_RPAR);
    if (parser_peek(p) == TOKEN_COMMA) {
        elements(p, &list, first);
        return p->failed ? NULL : tuple_of(p, start, &list);
    }
    return first->kind != EXPR_STARRED && parser_accept(p, TOKEN_RPAR) ? first : NULL;
}

/* ---- Dicts and sets ------------------------------------------------------------------------ */

/* '**' bitwise_or | expression ':' expression; *key is NULL for the former. */
static bool double_starred_kvpair(struct parser *p, struct expr **key, struct expr **value)
{
    size_t start = p->pos;
    *key = NULL;
    if (parser_accept(p, TOKEN_DOUBLESTAR)) {
        *value = parser_bitwise_or(p);
    } else {
        *key = parser_expression(p);
        *value = *key && parser_accept(p, TOKEN_COLON) ? parser_expression(p) : NULL;
    }
    if (!*value)
        p->pos = start;
    return *value != NULL;
}

static struct expr *dict_display(struct parser *p, size_t start, struct expr *key,
                                 struct expr *value, bool first)
{
    struct parser_list keys = {0}, values = {0};
    while (first || double_starred_kvpair(p, &key, &value)) {
        first = false;
        parser_push(p, &keys, key);
        parser_push(p, &values, value);
        if (!parser_accept(p, TOKEN_COMMA))
            break;
    }
    if (!parser_accept(p, TOKEN_RBRACE))
        return NULL;
    struct expr *e = parser_expr(p, EXPR_DICT, start);
    e->u.dict.keys = PARSER_LIST(expr_list, keys);
    e->u.dict.values = PARSER_LIST(expr_list, values);
    return parser_done(p, e);
}

static struct expr *dict_comprehension(struct parser *p, size_t start, struct expr *key,
                                       struct expr *value)
{
    struct parser_list *clauses = parser_for_if_clauses(p);
    if (!clauses || !parser_accept(p, TOKEN_RBRACE))
        return NULL;
    struct expr *e = parser_expr(p, EXPR_DICT_COMP, start);
    e->u.dict_comp.key = key;
    e->u.dict_comp.value = value;
    e->u.dict_comp.generators = PARSER_LIST(comprehension_list, *clauses);
    return parser_done(p, e);
}

static struct expr *set_display(struct parser *p, size_t start, struct expr *first)
{
    struct parser_list list = {0};
    elements(p, &list, first);
    if (p->failed || list.len == 0 || !parser_accept(p, TOKEN_RBRACE))
        return NULL;
    struct expr *e = parser_expr(p, EXPR_SET, start);
    e->u.set.elts = PARSER_LIST(expr_list, list);
    return parser_done(p, e);
}

/* The four kinds in the grammar's order, each from the start, with what can be wrong in each. */
static struct expr *diagnose_braces(struct parser *p, size_t start)
{
    struct expr *key, *value, *e;
    p->pos = start + 1;
    e = dict_display(p, start, NULL, NULL, false);
    if (e || p->failed)
        return e;
    p->pos = start + 1;
    parser_invalid_double_starred_kvpairs(p);
    p->pos = start + 1;
    e = set_display(p, start, NULL);
    if (e || p->failed)
        return e;
    p->pos = start + 1;
    if (parser_peek(p) != TOKEN_DOUBLESTAR && double_starred_kvpair(p, &key, &value) && at_for(p))
        e = dict_comprehension(p, start, key, value);
    if (e || p->failed)
        return e;
    p->pos = start;
    parser_invalid_dict_comprehension(p);
    p->pos = start + 1;
    struct expr *elt = parser_named_expression(p);
    if (elt && at_for(p))
        e = comprehension(p, EXPR_SET_COMP, start, elt, TOKEN_RBRACE);
    if (e || p->failed)
        return e;
    p->pos = start;
    parser_invalid_comprehension(p);
    return NULL;
}

/* A dict, or a comprehension of one, behind its first key and the colon. */
static struct expr *dict_behind(struct parser *p, size_t start, struct expr *key)
{
    struct expr *value = parser_expression(p);
    if (!value)
        return NULL;
    return at_for(p) ? dict_comprehension(p, start, key, value)
                     : dict_display(p, start, key, value, true);
}

static struct expr *first_attempt_at_braces(struct parser *p, size_t start, bool *dict)
{
    p->pos = start + 1;
    enum token_kind kind = parser_peek(p);
    *dict = kind == TOKEN_RBRACE || kind == TOKEN_DOUBLESTAR;
    if (*dict)
        return dict_display(p, start, NULL, NULL, false);
    bool walrus = kind == TOKEN_NAME && parser_peek_next(p) == TOKEN_COLONEQUAL;
    struct expr *first = parser_star_named_expression(p);
    if (!first)
        return NULL;
    if (first->kind != EXPR_STARRED && at_for(p))
        return comprehension(p, EXPR_SET_COMP, start, first, TOKEN_RBRACE);
    *dict = first->kind != EXPR_STARRED && !walrus && parser_accept(p, TOKEN_COLON);
    return *dict ? dict_behind(p, start, first) : set_display(p, start, first);
}

/* What is wrong with a dict is looked for in the first attempt already; once, wherever it is. */
static struct expr *braces(struct parser *p)
{
    size_t start = p->pos;
    bool dict;
    if (p->diagnose)
        return diagnose_braces(p, start);
    if (p->failed_braces && p->failed_braces[start])
        return NULL;
    struct expr *e = first_attempt_at_braces(p, start, &dict);
    if (e || p->failed)
        return e;
    if (!p->failed_braces)
        p->failed_braces = base_calloc(p->tokens.len, sizeof *p->failed_braces);
    p->failed_braces[start] = true;
    p->pos = start + 1;
    if (dict)
        parser_invalid_double_starred_kvpairs(p);
    return NULL;
}

/* ---- Atoms --------------------------------------------------------------------------------- */

static struct expr *constant(struct parser *p, enum constant_kind kind)
{
    struct expr *e = parser_expr(p, EXPR_CONSTANT, p->pos++);
    e->u.constant.kind = kind;
    return parser_done(p, e);
}

static struct expr *atom(struct parser *p)
{
    switch (parser_peek(p)) {
    case TOKEN_NAME:
        return parser_name_node(p, CONTEXT_LOAD);
    case TOKEN_TRUE:
        return constant(p, CONSTANT_TRUE);
    case TOKEN_FALSE:
        return constant(p, CONSTANT_FALSE);
    case TOKEN_NONE:
        return constant(p, CONSTANT_NONE);
    case TOKEN_ELLIPSIS:
        return constant(p, CONSTANT_ELLIPSIS);
    case TOKEN_STRING:
    case TOKEN_FSTRING_START:
        return parser_strings(p);
    case TOKEN_NUMBER:
        return parser_number(p);
    case TOKEN_LPAR:
        return parser_parenthesised(p);
    case TOKEN_LSQB:
        return parser_list_or_comp(p);
    case TOKEN_LBRACE:
        return braces(p);
    default:
        return NULL;
    }
}

struct expr *parser_atom(struct parser *p)
{
    void *known;
    size_t start = p->pos;
    if (!p->memos) {
        struct expr *e = p->failed ? NULL : atom(p);
        if (!e)
            p->pos = start;
        return p->failed ? NULL : e;
    }
    if (parser_recall(p, RULE_ATOM, &known))
        return known;
    return parser_remember(p, RULE_ATOM, start, atom(p));
}
