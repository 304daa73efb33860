/* Mistakes in expressions: what students write, recognised so that the message can say what is
 * wrong.  Each function stands for the rule of CPython's grammar that has its name (invalid_...),
 * tries its alternatives in the same order, and fails the parser if one of them fits.  Where p->pos
 * is afterwards does not matter: callers put it back. */
#include "parser_internal.h"

#include <string.h>

static const char *constant_name(enum constant_kind kind)
{
    switch (kind) {
    case CONSTANT_NONE:
        return "None";
    case CONSTANT_TRUE:
        return "True";
    case CONSTANT_FALSE:
        return "False";
    case CONSTANT_ELLIPSIS:
        return "ellipsis";
    default:
        return "literal";
    }
}

/* Parser/pegen.c: _PyPegen_get_expr_name. */
static const char *parser_expr_name(const struct expr *e)
{
    static const char *const names[] = {
        [EXPR_ATTRIBUTE] = "attribute",
        [EXPR_SUBSCRIPT] = "subscript",
        [EXPR_STARRED] = "starred",
        [EXPR_NAME] = "name",
        [EXPR_LIST] = "list",
        [EXPR_TUPLE] = "tuple",
        [EXPR_LAMBDA] = "lambda",
        [EXPR_CALL] = "function call",
        [EXPR_BOOL_OP] = "expression",
        [EXPR_BIN_OP] = "expression",
        [EXPR_UNARY_OP] = "expression",
        [EXPR_GENERATOR_EXP] = "generator expression",
        [EXPR_YIELD] = "yield expression",
        [EXPR_YIELD_FROM] = "yield expression",
        [EXPR_AWAIT] = "await expression",
        [EXPR_LIST_COMP] = "list comprehension",
        [EXPR_SET_COMP] = "set comprehension",
        [EXPR_DICT_COMP] = "dict comprehension",
        [EXPR_DICT] = "dict literal",
        [EXPR_SET] = "set display",
        [EXPR_JOINED_STR] = "f-string expression",
        [EXPR_FORMATTED_VALUE] = "f-string expression",
        [EXPR_COMPARE] = "comparison",
        [EXPR_IF_EXP] = "conditional expression",
        [EXPR_NAMED_EXPR] = "named expression",
        [EXPR_SLICE] = "slice",
    };
    return e->kind == EXPR_CONSTANT ? constant_name(e->u.constant.kind) : names[e->kind];
}

/* ---- Targets ------------------------------------------------------------------------------- */

static const struct expr *invalid_part(const struct expr *e, enum target_kind kind)
{
    const struct expr_list *parts = NULL;
    switch (e->kind) {
    case EXPR_NAME:
    case EXPR_ATTRIBUTE:
    case EXPR_SUBSCRIPT:
        return NULL;
    case EXPR_STARRED:
        return kind == TARGET_DEL ? e : invalid_part(e->u.starred.value, kind);
    case EXPR_COMPARE: /* `a in b` of `for a in b` */
        if (kind != TARGET_FOR)
            return e;
        return e->u.compare.ops[0] == CMPOP_IN ? invalid_part(e->u.compare.left, kind) : NULL;
    case EXPR_LIST:
        parts = &e->u.list.elts;
        break;
    case EXPR_TUPLE:
        parts = &e->u.tuple.elts;
        break;
    default:
        return e;
    }
    for (size_t i = 0; i < parts->len; i++) {
        const struct expr *part = invalid_part(parts->items[i], kind);
        if (part)
            return part;
    }
    return NULL;
}

void *parser_invalid_target(struct parser *p, enum target_kind kind, const struct expr *e)
{
    const struct expr *part = invalid_part(e, kind);
    if (part)
        parser_error(p, part->pos, "cannot %s %s", kind == TARGET_DEL ? "delete" : "assign to",
                     parser_expr_name(part));
    return NULL;
}

void parser_invalid_for_target(struct parser *p)
{
    parser_accept(p, TOKEN_ASYNC);
    struct expr *e = parser_accept(p, TOKEN_FOR) ? parser_star_expressions(p) : NULL;
    if (e)
        parser_invalid_target(p, TARGET_FOR, e);
}

/* for a b: */
void parser_invalid_for_if_clause(struct parser *p)
{
    parser_accept(p, TOKEN_ASYNC);
    if (!parser_accept(p, TOKEN_FOR) || !parser_bitwise_or(p))
        return;
    while (parser_accept(p, TOKEN_COMMA) && parser_bitwise_or(p))
        continue;
    if (!p->failed && !parser_before(p, 13) && parser_peek(p) != TOKEN_IN)
        parser_error_last(p, "'in' expected after for-loop variables");
}

/* ---- Expressions --------------------------------------------------------------------------- */

static bool is_legacy(const struct expr *e)
{
    return e->kind == EXPR_NAME &&
           (strcmp(e->u.name.id, "print") == 0 || strcmp(e->u.name.id, "exec") == 0);
}

/* CPython takes any beginning of a soft keyword for it here: `m`, `ma` ... are `match`. */
static bool at_soft_keyword(struct parser *p)
{
    static const char *const words[] = {"_", "case", "match", "type"};
    size_t n = sizeof words / sizeof *words - parser_before(p, 12);
    const struct token *t = parser_token(p, p->pos);
    if (parser_peek(p) != TOKEN_NAME)
        return false;
    for (size_t i = 0; i < n; i++)
        if (strncmp(words[i], p->src->text + t->start, t->end - t->start) == 0)
            return true;
    return false;
}

/* (a b): two expressions side by side, in brackets */
static void missing_comma(struct parser *p)
{
    size_t start = p->pos;
    if (parser_peek(p) == TOKEN_NAME && parser_peek_next(p) == TOKEN_STRING)
        return;
    if (p->failed || at_soft_keyword(p))
        return;
    struct expr *a = parser_disjunction(p);
    struct expr *b = a ? parser_expression_without_invalid(p) : NULL;
    if (b && !is_legacy(a) && parser_token(p, p->pos - 1)->level > 0)
        parser_error_range(p, a->pos, b->pos, "invalid syntax. Perhaps you forgot a comma?");
    p->pos = start;
}

/* a if b, without an else */
static void missing_else(struct parser *p)
{
    size_t start = p->pos;
    struct expr *a = parser_disjunction(p);
    struct expr *b = a && parser_accept(p, TOKEN_IF) ? parser_disjunction(p) : NULL;
    if (b && !p->failed && parser_peek(p) != TOKEN_ELSE && parser_peek(p) != TOKEN_COLON)
        parser_error_range(p, a->pos, b->pos, "expected 'else' after 'if' expression");
    p->pos = start;
}

/* f'{lambda x: x}' */
static void bare_lambda(struct parser *p)
{
    size_t start = p->pos;
    if (parser_accept(p, TOKEN_LAMBDA) && parser_parameters(p, TOKEN_COLON) &&
        parser_accept(p, TOKEN_COLON) && parser_peek(p) == TOKEN_FSTRING_MIDDLE)
        parser_error_range(p, parser_token_pos(p, start), parser_token_pos(p, p->pos - 1),
                           "f-string: lambda expressions are not allowed without parentheses");
    p->pos = start;
}

/* print x */
static void legacy_statement(struct parser *p)
{
    size_t start = p->pos;
    struct expr *a = parser_name_node(p, CONTEXT_LOAD);
    if (a && !p->failed && parser_peek(p) != TOKEN_LPAR) {
        struct expr *b = parser_star_expressions(p);
        if (b && is_legacy(a))
            parser_error_range(p, a->pos, b->pos,
                               "Missing parentheses in call to '%s'. Did you mean %s(...)?",
                               a->u.name.id, a->u.name.id);
    }
    p->pos = start;
}

void parser_invalid_expression(struct parser *p)
{
    missing_comma(p);
    missing_else(p);
    bare_lambda(p);
    legacy_statement(p);
}

/* a + not b */
void parser_invalid_not(struct parser *p)
{
    size_t start = p->pos;
    if (!p->failed && parser_peek(p) == TOKEN_NOT) {
        struct expr *e = parser_inversion(p);
        if (e)
            parser_error(p, e->pos, "'not' after an operator must be parenthesized");
    }
    p->pos = start;
}

/* !(list | tuple | genexp | 'True' | 'None' | 'False') */
static bool at_literal_target(struct parser *p)
{
    size_t start = p->pos;
    bool found = false;
    switch (p->failed ? TOKEN_END : parser_peek(p)) {
    case TOKEN_TRUE:
    case TOKEN_FALSE:
    case TOKEN_NONE:
        return true;
    case TOKEN_LSQB:
        found = parser_list_display(p);
        break;
    case TOKEN_LPAR:
        found = parser_tuple(p) || (!p->failed && parser_genexp(p));
        break;
    default:
        break;
    }
    p->pos = start;
    return found;
}

static bool at_assignment(struct parser *p)
{
    return parser_peek(p) == TOKEN_EQUAL || parser_peek(p) == TOKEN_COLONEQUAL;
}

/* if x = 3: */
static void equals_for_comparison(struct parser *p)
{
    size_t start = p->pos;
    struct expr *a = parser_name_node(p, CONTEXT_LOAD);
    struct expr *b = a && parser_accept(p, TOKEN_EQUAL) ? parser_bitwise_or(p) : NULL;
    if (b && !p->failed && !at_assignment(p))
        parser_error_range(p, a->pos, b->pos,
                           "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    p->pos = start;
    if (p->failed || at_literal_target(p))
        return;
    a = parser_bitwise_or(p);
    b = a && parser_accept(p, TOKEN_EQUAL) ? parser_bitwise_or(p) : NULL;
    if (b && !p->failed && !at_assignment(p))
        parser_error(p, a->pos, "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                     parser_expr_name(a));
    p->pos = start;
}

void parser_invalid_named_expression(struct parser *p)
{
    void *known;
    size_t start = p->pos;
    if (parser_recall(p, RULE_INVALID_NAMED_EXPRESSION, &known))
        return;
    struct expr *a = parser_expression(p);
    if (a && parser_accept(p, TOKEN_COLONEQUAL) && parser_expression(p))
        parser_error(p, a->pos, "cannot use assignment expressions with %s", parser_expr_name(a));
    p->pos = start;
    equals_for_comparison(p);
    parser_remember(p, RULE_INVALID_NAMED_EXPRESSION, start, NULL);
}

/* ---- Assignments --------------------------------------------------------------------------- */

/* list | tuple | '(' invalid_ann_assign_target ')' */
static struct expr *bracketed_target(struct parser *p)
{
    size_t start = p->pos;
    struct expr *e = NULL;
    if (p->failed)
        return NULL;
    if (parser_peek(p) == TOKEN_LSQB)
        return parser_list_display(p);
    if (parser_peek(p) != TOKEN_LPAR)
        return NULL;
    e = parser_tuple(p);
    if (e || p->failed)
        return e;
    if (!parser_enter(p))
        return NULL;
    p->pos++;
    e = bracketed_target(p);
    parser_leave(p);
    if (e && parser_accept(p, TOKEN_RPAR))
        return e;
    p->pos = start;
    return NULL;
}

/* [a]: int, (a, b): int, a, b: int, f(): int */
static void invalid_annotation(struct parser *p)
{
    size_t start = p->pos;
    struct expr *a = bracketed_target(p);
    if (a && parser_accept(p, TOKEN_COLON) && parser_expression(p))
        parser_error(p, a->pos, "only single target (not %s) can be annotated",
                     parser_expr_name(a));
    p->pos = start;
    a = parser_star_named_expression(p);
    if (a && parser_accept(p, TOKEN_COMMA)) {
        while (parser_star_named_expression(p))
            parser_accept(p, TOKEN_COMMA); /* or not: the grammar lets lists follow lists */
        if (parser_accept(p, TOKEN_COLON) && parser_expression(p))
            parser_error(p, a->pos, "only single target (not tuple) can be annotated");
    }
    p->pos = start;
    a = parser_expression(p);
    if (a && parser_accept(p, TOKEN_COLON) && parser_expression(p))
        parser_error(p, a->pos, "illegal target for annotation");
    p->pos = start;
}

/* (star_targets '=')*, as far as it goes */
static void pass_good_targets(struct parser *p)
{
    size_t behind = p->pos;
    while (parser_star_targets(p) && parser_accept(p, TOKEN_EQUAL))
        behind = p->pos;
    p->pos = behind;
}

void parser_invalid_assignment(struct parser *p)
{
    size_t start = p->pos;
    invalid_annotation(p);
    pass_good_targets(p);
    size_t last = p->pos;
    struct expr *a = parser_star_expressions(p);
    if (a && parser_accept(p, TOKEN_EQUAL))
        parser_invalid_target(p, TARGET_STAR, a);
    p->pos = last;
    a = parser_yield_expr(p);
    if (a && parser_accept(p, TOKEN_EQUAL))
        parser_error(p, a->pos, "assignment to yield expression not possible");
    p->pos = start;
    a = parser_star_expressions(p);
    if (a && parser_augmented_operator(p) && parser_annotated_rhs(p))
        parser_error(p, a->pos, "'%s' is an illegal expression for augmented assignment",
                     parser_expr_name(a));
    p->pos = start;
}

/* ---- Calls --------------------------------------------------------------------------------- */

/* The place of the last thing in a list of comprehension clauses. */
static struct pos last_of(const struct parser_list *clauses)
{
    const struct comprehension *last = clauses->items[clauses->len - 1];
    return last->ifs.len ? last->ifs.items[last->ifs.len - 1]->pos : last->iter->pos;
}

static void *unparenthesised(struct parser *p, const struct expr *elt,
                             const struct parser_list *clauses)
{
    return parser_error_range(p, elt->pos, last_of(clauses),
                              "Generator expression must be parenthesized");
}

/* f(**a, *b); the first 3.11s say it of any arguments before a lone star. */
static void star_behind_double_star(struct parser *p)
{
    size_t start = p->pos;
    struct call_arguments *args = parser_args(p);
    bool early = p->src->minor == 11 && p->src->micro < 4;
    if (early && args && parser_peek(p) == TOKEN_COMMA && parser_peek_next(p) == TOKEN_STAR)
        parser_error(p, parser_span(p, start),
                     "iterable argument unpacking follows keyword argument unpacking");
    if (args && args->keywords.len > 0 && parser_accept(p, TOKEN_COMMA)) {
        size_t comma = p->pos - 1;
        if (parser_before(p, 13) && parser_peek(p) == TOKEN_STAR)
            parser_error_next(p, "iterable argument unpacking follows keyword argument unpacking");
        struct expr *e = parser_starred_expression(p);
        if (e && parser_peek(p) != TOKEN_EQUAL) {
            while (parser_accept(p, TOKEN_COMMA) && parser_starred_expression(p))
                continue;
            parser_error_from(p, parser_token_pos(p, comma),
                              "iterable argument unpacking follows keyword argument unpacking");
        }
    }
    p->pos = start;
}

/* f(a for a in b, c) */
static void bare_genexp_first(struct parser *p)
{
    size_t start = p->pos;
    struct expr *a = parser_expression(p);
    struct parser_list *clauses = a ? parser_for_if_clauses(p) : NULL;
    if (clauses && parser_accept(p, TOKEN_COMMA)) {
        size_t behind = p->pos;
        if (!parser_args(p)) {
            p->pos = behind;
            if (parser_expression(p))
                parser_for_if_clauses(p);
        }
        unparenthesised(p, a, clauses);
    }
    p->pos = start;
}

/* f(a = b for b in c) */
static void equals_before_for(struct parser *p)
{
    size_t start = p->pos;
    struct expr *a = parser_name_node(p, CONTEXT_LOAD);
    size_t equal = p->pos;
    if (a && parser_accept(p, TOKEN_EQUAL) && parser_expression(p) && parser_for_if_clauses(p))
        parser_error_range(p, a->pos, parser_token_pos(p, equal),
                           "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    p->pos = start;
}

/* NAME '=' &(',' | ')') */
static void missing_value(struct parser *p)
{
    size_t start = p->pos;
    if (!parser_before(p, 12) && parser_name(p) && parser_accept(p, TOKEN_EQUAL) &&
        (parser_peek(p) == TOKEN_COMMA || parser_peek(p) == TOKEN_RPAR))
        parser_error_range(p, parser_token_pos(p, start), parser_token_pos(p, p->pos - 1),
                           "expected argument value expression");
    p->pos = start;
}

/* What follows good arguments: for, or a comma and something. */
static void behind_args(struct parser *p)
{
    struct call_arguments *args = parser_args(p);
    if (!args)
        return;
    size_t behind = p->pos;
    struct parser_list *clauses = parser_for_if_clauses(p);
    if (clauses && args->args.len > 1)
        unparenthesised(p, args->args.items[args->args.len - 1], clauses);
    p->pos = behind;
    if (!parser_accept(p, TOKEN_COMMA))
        return;
    struct expr *a = parser_expression(p);
    clauses = a ? parser_for_if_clauses(p) : NULL;
    if (clauses)
        unparenthesised(p, a, clauses);
    p->pos = behind + 1;
    if (!parser_args(p))
        return;
    bool unpacking = false;
    for (size_t i = 0; i < args->keywords.len; i++)
        unpacking = unpacking || !((struct keyword *)args->keywords.items[i])->arg;
    parser_error_last(p, unpacking ? "positional argument follows keyword argument unpacking"
                                   : "positional argument follows keyword argument");
}

void parser_invalid_arguments(struct parser *p)
{
    size_t start = p->pos;
    star_behind_double_star(p);
    bare_genexp_first(p);
    equals_before_for(p);
    if (parser_args(p) && parser_accept(p, TOKEN_COMMA))
        missing_value(p);
    p->pos = start;
    missing_value(p);
    behind_args(p);
}

void parser_invalid_kwarg(struct parser *p)
{
    size_t start = p->pos;
    enum token_kind kind = parser_peek(p);
    if ((kind == TOKEN_TRUE || kind == TOKEN_FALSE || kind == TOKEN_NONE) &&
        parser_peek_next(p) == TOKEN_EQUAL)
        parser_error_range(p, parser_token_pos(p, start), parser_token_pos(p, start + 1),
                           "cannot assign to %s", lexer_kind_text(kind));
    equals_before_for(p);
    if (p->failed)
        return;
    if (kind != TOKEN_NAME || parser_peek_next(p) != TOKEN_EQUAL) {
        struct expr *a = parser_expression(p);
        if (a && parser_accept(p, TOKEN_EQUAL))
            parser_error_range(p, a->pos, parser_token_pos(p, p->pos - 1),
                               "expression cannot contain assignment, perhaps you meant \"==\"?");
    }
    p->pos = start;
    if (parser_accept(p, TOKEN_DOUBLESTAR) && parser_expression(p) &&
        parser_accept(p, TOKEN_EQUAL)) {
        struct expr *b = parser_expression(p);
        if (b)
            parser_error_range(p, parser_token_pos(p, start), b->pos,
                               "cannot assign to keyword argument unpacking");
    }
    p->pos = start;
}

/* ---- Displays ------------------------------------------------------------------------------ */

/* At an opening bracket of any kind. */
void parser_invalid_comprehension(struct parser *p)
{
    size_t start = p->pos;
    enum token_kind open = parser_peek(p);
    p->pos = start + 1;
    struct expr *a = parser_starred_expression(p);
    if (a && parser_for_if_clauses(p))
        parser_error(p, a->pos, "iterable unpacking cannot be used in comprehension");
    p->pos = start + 1;
    if (open == TOKEN_LPAR || p->failed)
        return;
    a = parser_star_named_expression(p);
    if (!a || !parser_accept(p, TOKEN_COMMA))
        return;
    size_t comma = p->pos - 1;
    struct expr *b = NULL, *last = NULL;
    while ((b = parser_star_named_expression(p))) {
        last = b;
        if (!parser_accept(p, TOKEN_COMMA))
            break;
    }
    if (last && parser_for_if_clauses(p))
        parser_error_range(p, a->pos, last->pos,
                           "did you forget parentheses around the comprehension target?");
    p->pos = comma + 1;
    if (parser_for_if_clauses(p))
        parser_error_range(p, a->pos, parser_token_pos(p, comma),
                           "did you forget parentheses around the comprehension target?");
}

void parser_invalid_dict_comprehension(struct parser *p)
{
    size_t star = p->pos + 1;
    p->pos++;
    if (parser_accept(p, TOKEN_DOUBLESTAR) && parser_bitwise_or(p) && parser_for_if_clauses(p) &&
        parser_accept(p, TOKEN_RBRACE))
        parser_error(p, parser_token_pos(p, star),
                     "dict unpacking cannot be used in dict comprehension");
}

/* expression ':' with nothing good behind it */
static void invalid_value(struct parser *p)
{
    size_t start = p->pos;
    if (parser_expression(p) && parser_accept(p, TOKEN_COLON)) {
        size_t behind = p->pos;
        if (parser_accept(p, TOKEN_STAR) && parser_bitwise_or(p))
            parser_error_from(p, parser_token_pos(p, behind),
                              "cannot use a starred expression in a dictionary value");
        p->pos = behind;
        if (!p->failed && (parser_peek(p) == TOKEN_RBRACE || parser_peek(p) == TOKEN_COMMA))
            parser_error(p, parser_token_pos(p, behind - 1),
                         "expression expected after dictionary key and ':'");
    }
    p->pos = start;
}

static void parser_invalid_kvpair(struct parser *p)
{
    size_t start = p->pos;
    struct expr *a = parser_expression(p);
    if (a && parser_peek(p) != TOKEN_COLON && !p->failed) {
        parser_error(p, (struct pos){a->pos.line, a->pos.end_col - 1, a->pos.end_line, -1},
                     "':' expected after dictionary key");
        p->error->end = DIAGNOSTIC_END_ZERO;
    }
    p->pos = start;
    invalid_value(p);
}

/* '**' bitwise_or | expression ':' expression */
static bool good_pair(struct parser *p)
{
    if (parser_accept(p, TOKEN_DOUBLESTAR))
        return parser_bitwise_or(p);
    return parser_expression(p) && parser_accept(p, TOKEN_COLON) && parser_expression(p);
}

void parser_invalid_double_starred_kvpairs(struct parser *p)
{
    size_t start = p->pos, behind = start;
    bool any = false;
    while (good_pair(p)) {
        behind = p->pos;
        any = true;
        if (!parser_accept(p, TOKEN_COMMA))
            break;
    }
    p->pos = behind;
    if (any && parser_accept(p, TOKEN_COMMA))
        parser_invalid_kvpair(p);
    p->pos = start;
    invalid_value(p);
}

void parser_invalid_group(struct parser *p)
{
    size_t start = p->pos++;
    struct expr *a = parser_starred_expression(p);
    if (a && parser_accept(p, TOKEN_RPAR))
        parser_error(p, a->pos, "cannot use starred expression here");
    p->pos = start + 1;
    if (parser_accept(p, TOKEN_DOUBLESTAR) && parser_expression(p) && parser_accept(p, TOKEN_RPAR))
        parser_error(p, parser_token_pos(p, start + 1),
                     "cannot use double starred expression here");
}

/* ---- f-strings ----------------------------------------------------------------------------- */

static bool ends_field(enum token_kind kind)
{
    return kind == TOKEN_EXCLAMATION || kind == TOKEN_COLON || kind == TOKEN_RBRACE;
}

/* Behind the expression and its equals sign. */
static void invalid_conversion(struct parser *p)
{
    size_t start = p->pos;
    if (parser_accept(p, TOKEN_EXCLAMATION)) {
        enum token_kind kind = parser_peek(p);
        if (kind == TOKEN_COLON || kind == TOKEN_RBRACE)
            parser_error_next(p, "f-string: missing conversion character");
        else if (kind != TOKEN_NAME)
            parser_error_next(p, "f-string: invalid conversion character");
        p->pos++;
    }
    if (p->failed)
        return;
    if (parser_peek(p) != TOKEN_COLON && parser_peek(p) != TOKEN_RBRACE)
        parser_error_next(p, "f-string: expecting ':' or '}'");
    if (!parser_accept(p, TOKEN_COLON)) {
        p->pos = start;
        return;
    }
    struct parser_list parts = {0};
    while (!p->failed && (parser_accept(p, TOKEN_FSTRING_MIDDLE) ||
                          (parser_peek(p) == TOKEN_LBRACE && parser_replacement_field(p, &parts))))
        continue;
    if (!p->failed && parser_peek(p) != TOKEN_RBRACE)
        parser_error_next(p, "f-string: expecting '}', or format specs");
}

void parser_invalid_replacement_field(struct parser *p)
{
    size_t open = p->pos++;
    enum token_kind kind = parser_peek(p);
    if (kind == TOKEN_EQUAL || ends_field(kind))
        parser_error(p, parser_token_pos(p, open + 1),
                     "f-string: valid expression required before '%s'", lexer_kind_text(kind));
    if (p->failed)
        return;
    if (!parser_annotated_rhs(p)) {
        p->pos = open + 1;
        parser_error_next(p, "f-string: expecting a valid expression after '{'");
        return;
    }
    kind = parser_peek(p);
    if (kind != TOKEN_EQUAL && !ends_field(kind))
        parser_error_next(p, "f-string: expecting '=', or '!', or ':', or '}'");
    if (parser_accept(p, TOKEN_EQUAL) && !ends_field(parser_peek(p)))
        parser_error_next(p, "f-string: expecting '!', or ':', or '}'");
    if (!p->failed)
        invalid_conversion(p);
}
