/* Expressions, from the loosest binding to the tightest; atoms have a file of their own.
 *
 * An operator whose right operand is missing is not passed: `a +` is the expression `a`, and it is
 * up to the caller to find the `+` in its way. */
#include "parser_internal.h"

/* ---- Lists without brackets ---------------------------------------------------------------- */

/* element (',' element)* [','], a tuple if there is a comma. */
static struct expr *comma_list(struct parser *p, struct expr *(*element)(struct parser *))
{
    size_t start = p->pos;
    struct expr *first = element(p);
    if (!first || p->failed || parser_peek(p) != TOKEN_COMMA)
        return p->failed ? NULL : first;
    struct parser_list list = {0};
    parser_push(p, &list, first);
    while (parser_accept(p, TOKEN_COMMA)) {
        struct expr *next = element(p);
        if (!next)
            break;
        parser_push(p, &list, next);
    }
    if (p->failed)
        return NULL;
    struct expr *tuple = parser_expr(p, EXPR_TUPLE, start);
    tuple->u.tuple.elts = PARSER_LIST(expr_list, list);
    return parser_done(p, tuple);
}

struct expr *parser_star_expressions(struct parser *p)
{
    return comma_list(p, parser_star_expression);
}

struct expr *parser_expressions(struct parser *p)
{
    return comma_list(p, parser_expression);
}

static struct expr *star_of(struct parser *p, struct expr *(*operand)(struct parser *))
{
    size_t start = p->pos;
    if (!parser_accept(p, TOKEN_STAR))
        return NULL;
    struct expr *value = operand(p);
    if (!value) {
        p->pos = start;
        return NULL;
    }
    struct expr *e = parser_expr(p, EXPR_STARRED, start);
    e->u.starred.value = value;
    return parser_done(p, e);
}

/* f(*a=b) */
static void starred_assignment(struct parser *p)
{
    size_t start = p->pos++;
    if (parser_expression(p) && parser_accept(p, TOKEN_EQUAL) && parser_expression(p))
        parser_error(p, parser_span(p, start), "cannot assign to iterable argument unpacking");
    p->pos = start;
}

/* A star that stands here must have something behind it, whatever may come later. */
struct expr *parser_starred_expression(struct parser *p)
{
    if (p->failed || parser_peek(p) != TOKEN_STAR)
        return NULL;
    if (p->diagnose)
        starred_assignment(p);
    struct expr *e = star_of(p, parser_expression);
    if (!e && !p->failed && !parser_before(p, 13))
        parser_error_last(p, "Invalid star expression");
    return e;
}

struct expr *parser_star_expression(struct parser *p)
{
    void *known;
    if (parser_recall(p, RULE_STAR_EXPRESSION, &known))
        return known;
    size_t start = p->pos;
    struct expr *e = star_of(p, parser_bitwise_or);
    if (!e && !p->failed)
        e = parser_expression(p);
    return parser_remember(p, RULE_STAR_EXPRESSION, start, e);
}

struct expr *parser_star_named_expression(struct parser *p)
{
    void *known;
    if (parser_recall(p, RULE_STAR_NAMED_EXPRESSION, &known))
        return known;
    size_t start = p->pos;
    struct expr *e = star_of(p, parser_bitwise_or);
    if (!e && !p->failed)
        e = parser_named_expression(p);
    return parser_remember(p, RULE_STAR_NAMED_EXPRESSION, start, e);
}

/* ---- := and yield -------------------------------------------------------------------------- */

/* NAME ':=' ~ expression: once the := is there, nothing else is tried. */
struct expr *parser_assignment_expression(struct parser *p)
{
    size_t start = p->pos;
    if (p->failed || parser_peek(p) != TOKEN_NAME || parser_peek_next(p) != TOKEN_COLONEQUAL)
        return NULL;
    struct expr *target = parser_name_node(p, CONTEXT_STORE);
    p->pos++;
    struct expr *value = parser_expression(p);
    if (!value) {
        p->pos = start;
        return NULL;
    }
    struct expr *e = parser_expr(p, EXPR_NAMED_EXPR, start);
    e->u.named_expr.target = target;
    e->u.named_expr.value = value;
    return parser_done(p, e);
}

static struct expr *named_expression(struct parser *p)
{
    struct expr *e = parser_assignment_expression(p);
    if (e || p->failed)
        return e;
    if (p->diagnose)
        parser_invalid_named_expression(p);
    e = parser_expression(p);
    return e && !p->failed && parser_peek(p) != TOKEN_COLONEQUAL ? e : NULL;
}

struct expr *parser_named_expression(struct parser *p)
{
    void *known;
    if (p->failed)
        return NULL;
    if (parser_recall(p, RULE_NAMED_EXPRESSION, &known))
        return known;
    size_t start = p->pos;
    return parser_remember(p, RULE_NAMED_EXPRESSION, start, named_expression(p));
}

struct expr *parser_yield_expr(struct parser *p)
{
    size_t start = p->pos;
    if (!parser_accept(p, TOKEN_YIELD))
        return NULL;
    if (parser_accept(p, TOKEN_FROM)) {
        struct expr *value = parser_expression(p);
        if (value) {
            struct expr *e = parser_expr(p, EXPR_YIELD_FROM, start);
            e->u.yield_from.value = value;
            return parser_done(p, e);
        }
        p->pos = start + 1;
    }
    struct expr *value = parser_star_expressions(p);
    struct expr *e = parser_expr(p, EXPR_YIELD, start);
    e->u.yield.value = value;
    return parser_done(p, e);
}

struct expr *parser_annotated_rhs(struct parser *p)
{
    if (!p->failed && parser_peek(p) == TOKEN_YIELD)
        return parser_yield_expr(p);
    return parser_star_expressions(p);
}

/* ---- Conditional expressions and lambdas --------------------------------------------------- */

static struct expr *lambda(struct parser *p)
{
    size_t start = p->pos;
    if (!parser_accept(p, TOKEN_LAMBDA))
        return NULL;
    struct arguments *args = parser_parameters(p, TOKEN_COLON);
    if (!args || !parser_accept(p, TOKEN_COLON))
        return NULL;
    struct expr *body = parser_expression(p);
    if (!body)
        return NULL;
    struct expr *e = parser_expr(p, EXPR_LAMBDA, start);
    e->u.lambda.args = args;
    e->u.lambda.body = body;
    return parser_done(p, e);
}

static struct expr *conditional(struct parser *p, size_t start, struct expr *body)
{
    size_t behind = p->pos;
    if (!body || !parser_accept(p, TOKEN_IF))
        return body;
    struct expr *test = parser_disjunction(p);
    struct expr *orelse = test && parser_accept(p, TOKEN_ELSE) ? parser_expression(p) : NULL;
    if (!orelse) {
        p->pos = behind;
        return p->failed ? NULL : body;
    }
    struct expr *e = parser_expr(p, EXPR_IF_EXP, start);
    e->u.if_exp.test = test;
    e->u.if_exp.body = body;
    e->u.if_exp.orelse = orelse;
    return parser_done(p, e);
}

struct expr *parser_expression(struct parser *p)
{
    void *known;
    size_t start = p->pos;
    if (!parser_enter(p))
        return NULL;
    if (parser_recall(p, RULE_EXPRESSION, &known)) {
        parser_leave(p);
        return known;
    }
    if (p->diagnose)
        parser_invalid_expression(p);
    struct expr *e = p->failed ? NULL : conditional(p, start, parser_disjunction(p));
    if (!e && !p->failed)
        e = lambda(p);
    parser_leave(p);
    return parser_remember(p, RULE_EXPRESSION, start, e);
}

/* The same, without looking for mistakes; it is not remembered as an expression. */
struct expr *parser_expression_without_invalid(struct parser *p)
{
    bool diagnose = p->diagnose;
    size_t start = p->pos;
    p->diagnose = false;
    struct expr *e = conditional(p, start, parser_disjunction(p));
    if (!e && !p->failed)
        e = lambda(p);
    p->diagnose = diagnose;
    return p->failed ? NULL : e;
}

/* ---- or, and, not, comparisons ------------------------------------------------------------- */

static struct expr *bool_op(struct parser *p, enum token_kind token, enum boolop op,
                            struct expr *(*operand)(struct parser *))
{
    size_t start = p->pos, behind;
    struct expr *first = operand(p);
    if (!first || p->failed || parser_peek(p) != token)
        return p->failed ? NULL : first;
    struct parser_list values = {0};
    parser_push(p, &values, first);
    for (behind = p->pos; parser_accept(p, token); behind = p->pos) {
        struct expr *next = operand(p);
        if (!next)
            break;
        parser_push(p, &values, next);
    }
    p->pos = behind;
    if (p->failed || values.len == 1)
        return p->failed ? NULL : first;
    struct expr *e = parser_expr(p, EXPR_BOOL_OP, start);
    e->u.bool_op.op = op;
    e->u.bool_op.values = PARSER_LIST(expr_list, values);
    return parser_done(p, e);
}

/* The comparison operator at p->pos, passed; false if there is none. */
static bool comparison_operator(struct parser *p, enum cmpop *op)
{
    size_t start = p->pos;
    if (p->failed)
        return false;
    switch (parser_peek(p)) {
    case TOKEN_EQEQUAL:
        *op = CMPOP_EQ;
        break;
    case TOKEN_NOTEQUAL:
        *op = CMPOP_NOT_EQ;
        break;
    case TOKEN_LESS:
        *op = CMPOP_LT;
        break;
    case TOKEN_LESSEQUAL:
        *op = CMPOP_LT_E;
        break;
    case TOKEN_GREATER:
        *op = CMPOP_GT;
        break;
    case TOKEN_GREATEREQUAL:
        *op = CMPOP_GT_E;
        break;
    case TOKEN_IN:
        *op = CMPOP_IN;
        break;
    case TOKEN_NOT:
        *op = CMPOP_NOT_IN;
        p->pos++;
        if (parser_accept(p, TOKEN_IN))
            return true;
        p->pos = start;
        return false;
    case TOKEN_IS:
        p->pos++;
        *op = parser_accept(p, TOKEN_NOT) ? CMPOP_IS_NOT : CMPOP_IS;
        return true;
    default:
        return false;
    }
    p->pos++;
    return true;
}

static struct expr *comparison(struct parser *p)
{
    size_t start = p->pos, behind;
    struct expr *left = parser_bitwise_or(p);
    struct parser_list comparators = {0}, ops = {0};
    enum cmpop op;
    if (!left)
        return NULL;
    for (behind = p->pos; comparison_operator(p, &op); behind = p->pos) {
        struct expr *right = parser_bitwise_or(p);
        if (!right)
            break;
        parser_push(p, &comparators, right);
        parser_push(p, &ops, (void *)(size_t)op);
    }
    p->pos = behind;
    if (p->failed || comparators.len == 0)
        return p->failed ? NULL : left;
    struct expr *e = parser_expr(p, EXPR_COMPARE, start);
    e->u.compare.left = left;
    e->u.compare.comparators = PARSER_LIST(expr_list, comparators);
    e->u.compare.ops = parser_alloc(p, ops.len * sizeof *e->u.compare.ops);
    for (size_t i = 0; i < ops.len; i++)
        e->u.compare.ops[i] = (enum cmpop)(size_t)ops.items[i];
    return parser_done(p, e);
}

static struct expr *unary(struct parser *p, enum unaryop op,
                          struct expr *(*operand)(struct parser *))
{
    size_t start = p->pos++;
    struct expr *value = NULL;
    if (parser_enter(p)) {
        value = operand(p);
        parser_leave(p);
    }
    if (!value) {
        if (p->diagnose && op != UNARYOP_NOT)
            parser_invalid_not(p);
        p->pos = start;
        return NULL;
    }
    struct expr *e = parser_expr(p, EXPR_UNARY_OP, start);
    e->u.unary_op.op = op;
    e->u.unary_op.operand = value;
    return parser_done(p, e);
}

struct expr *parser_inversion(struct parser *p)
{
    void *known;
    size_t start = p->pos;
    if (p->failed)
        return NULL;
    if (parser_recall(p, RULE_INVERSION, &known))
        return known;
    bool negated = parser_peek(p) == TOKEN_NOT;
    return parser_remember(p, RULE_INVERSION, start,
                           negated ? unary(p, UNARYOP_NOT, parser_inversion) : comparison(p));
}

static struct expr *conjunction(struct parser *p)
{
    void *known;
    size_t start = p->pos;
    if (p->failed)
        return NULL;
    if (parser_recall(p, RULE_CONJUNCTION, &known))
        return known;
    return parser_remember(p, RULE_CONJUNCTION, start,
                           bool_op(p, TOKEN_AND, BOOLOP_AND, parser_inversion));
}

struct expr *parser_disjunction(struct parser *p)
{
    void *known;
    if (p->failed)
        return NULL;
    if (parser_recall(p, RULE_DISJUNCTION, &known))
        return known;
    size_t start = p->pos;
    return parser_remember(p, RULE_DISJUNCTION, start,
                           bool_op(p, TOKEN_OR, BOOLOP_OR, conjunction));
}

/* ---- Arithmetic ---------------------------------------------------------------------------- */

/* How tightly a binary operator binds, from | up; 0: it is none. */
static int binary_operator(enum token_kind kind, enum operator* op)
{
    switch (kind) {
    case TOKEN_VBAR:
        *op = OPERATOR_BIT_OR;
        return 1;
    case TOKEN_CIRCUMFLEX:
        *op = OPERATOR_BIT_XOR;
        return 2;
    case TOKEN_AMPER:
        *op = OPERATOR_BIT_AND;
        return 3;
    case TOKEN_LEFTSHIFT:
        *op = OPERATOR_LSHIFT;
        return 4;
    case TOKEN_RIGHTSHIFT:
        *op = OPERATOR_RSHIFT;
        return 4;
    case TOKEN_PLUS:
        *op = OPERATOR_ADD;
        return 5;
    case TOKEN_MINUS:
        *op = OPERATOR_SUB;
        return 5;
    case TOKEN_STAR:
        *op = OPERATOR_MULT;
        return 6;
    case TOKEN_SLASH:
        *op = OPERATOR_DIV;
        return 6;
    case TOKEN_DOUBLESLASH:
        *op = OPERATOR_FLOOR_DIV;
        return 6;
    case TOKEN_PERCENT:
        *op = OPERATOR_MOD;
        return 6;
    case TOKEN_AT:
        *op = OPERATOR_MAT_MULT;
        return 6;
    default:
        return 0;
    }
}

static struct expr *factor(struct parser *p);

static struct expr *binary(struct parser *p, size_t start, struct expr *left, enum operator op,
                           struct expr *right)
{
    struct expr *e = parser_expr(p, EXPR_BIN_OP, start);
    e->u.bin_op.left = left;
    e->u.bin_op.op = op;
    e->u.bin_op.right = right;
    return parser_done(p, e);
}

/* Operators that bind at least as tightly as `level`, by climbing. */
static struct expr *operators_from(struct parser *p, int level)
{
    size_t start = p->pos;
    struct expr *left = factor(p);
    while (left && !p->failed) {
        enum operator op;
        size_t behind = p->pos;
        int binds = binary_operator(parser_peek(p), &op);
        if (binds < level || binds == 0)
            break;
        p->pos++;
        struct expr *right = operators_from(p, binds + 1);
        if (!right && p->diagnose && binds >= 5)
            parser_invalid_not(p);
        if (!right) {
            p->pos = behind;
            break;
        }
        left = binary(p, start, left, op, right);
    }
    return p->failed ? NULL : left;
}

struct expr *parser_bitwise_or(struct parser *p)
{
    void *known;
    if (p->failed)
        return NULL;
    if (parser_recall(p, RULE_BITWISE_OR, &known))
        return known;
    size_t start = p->pos;
    return parser_remember(p, RULE_BITWISE_OR, start, operators_from(p, 1));
}

static struct expr *await_primary(struct parser *p)
{
    size_t start = p->pos;
    if (p->failed || parser_peek(p) != TOKEN_AWAIT)
        return parser_primary(p);
    p->pos++;
    struct expr *value = parser_primary(p);
    if (!value) {
        p->pos = start;
        return NULL;
    }
    struct expr *e = parser_expr(p, EXPR_AWAIT, start);
    e->u.await.value = value;
    return parser_done(p, e);
}

static struct expr *power(struct parser *p)
{
    size_t start = p->pos;
    struct expr *base = await_primary(p);
    size_t behind = p->pos;
    if (!base || !parser_accept(p, TOKEN_DOUBLESTAR))
        return base;
    struct expr *exponent = NULL;
    if (parser_enter(p)) {
        exponent = factor(p);
        parser_leave(p);
    }
    if (!exponent) {
        p->pos = behind;
        return p->failed ? NULL : base;
    }
    return binary(p, start, base, OPERATOR_POW, exponent);
}

static struct expr *unary_or_power(struct parser *p)
{
    switch (parser_peek(p)) {
    case TOKEN_PLUS:
        return unary(p, UNARYOP_UADD, factor);
    case TOKEN_MINUS:
        return unary(p, UNARYOP_USUB, factor);
    case TOKEN_TILDE:
        return unary(p, UNARYOP_INVERT, factor);
    default:
        return power(p);
    }
}

static struct expr *factor(struct parser *p)
{
    void *known;
    size_t start = p->pos;
    if (p->failed)
        return NULL;
    if (parser_recall(p, RULE_FACTOR, &known))
        return known;
    return parser_remember(p, RULE_FACTOR, start, unary_or_power(p));
}

/* ---- Primaries: attributes, calls, subscripts ---------------------------------------------- */

static struct expr *slice(struct parser *p)
{
    size_t start = p->pos;
    struct expr *lower = p->failed || parser_peek(p) == TOKEN_COLON ? NULL : parser_expression(p);
    if (!parser_accept(p, TOKEN_COLON)) {
        p->pos = start;
        return parser_named_expression(p);
    }
    struct expr *e = parser_expr(p, EXPR_SLICE, start);
    e->u.slice.lower = lower;
    e->u.slice.upper = parser_expression(p);
    if (parser_accept(p, TOKEN_COLON))
        e->u.slice.step = parser_expression(p);
    return p->failed ? NULL : parser_done(p, e);
}

static struct expr *slice_or_starred(struct parser *p)
{
    struct expr *e = slice(p);
    return e || p->failed ? e : parser_starred_expression(p);
}

/* slice !',' | ','.(slice | starred_expression)+ [',']: a starred one makes a tuple by itself */
static struct expr *slices(struct parser *p)
{
    size_t start = p->pos;
    struct expr *e = comma_list(p, slice_or_starred);
    if (!e || e->kind != EXPR_STARRED)
        return e;
    struct parser_list list = {0};
    parser_push(p, &list, e);
    struct expr *tuple = parser_expr(p, EXPR_TUPLE, start);
    tuple->u.tuple.elts = PARSER_LIST(expr_list, list);
    return parser_done(p, tuple);
}

static struct expr *attribute(struct parser *p, size_t start, struct expr *value)
{
    p->pos++;
    const char *attr = parser_name(p);
    if (!attr)
        return NULL;
    struct expr *e = parser_expr(p, EXPR_ATTRIBUTE, start);
    e->u.attribute.value = value;
    e->u.attribute.attr = attr;
    return parser_done(p, e);
}

static struct expr *subscript(struct parser *p, size_t start, struct expr *value)
{
    p->pos++;
    struct expr *index = slices(p);
    if (!index || !parser_accept(p, TOKEN_RSQB))
        return NULL;
    struct expr *e = parser_expr(p, EXPR_SUBSCRIPT, start);
    e->u.subscript.value = value;
    e->u.subscript.slice = index;
    return parser_done(p, e);
}

/* A generator expression as the only argument needs no brackets of its own: it takes the call's. */
static struct expr *bare_genexp(struct parser *p, size_t open, struct expr *elt)
{
    struct parser_list *clauses = parser_for_if_clauses(p);
    if (!clauses || !parser_accept(p, TOKEN_RPAR))
        return NULL;
    struct expr *e = parser_expr(p, EXPR_GENERATOR_EXP, open);
    e->u.comp.elt = elt;
    e->u.comp.generators = PARSER_LIST(comprehension_list, *clauses);
    return parser_done(p, e);
}

static struct expr *call_of(struct parser *p, size_t start, struct expr *func,
                            const struct call_arguments *arguments)
{
    struct expr *e = parser_expr(p, EXPR_CALL, start);
    e->u.call.func = func;
    e->u.call.args = PARSER_LIST(expr_list, arguments->args);
    e->u.call.keywords = PARSER_LIST(keyword_list, arguments->keywords);
    return parser_done(p, e);
}

static struct expr *call(struct parser *p, size_t start, struct expr *func)
{
    struct call_arguments alone = {0};
    size_t open = p->pos;
    struct expr *genexp = NULL, *first = NULL;
    if (p->diagnose) {
        genexp = parser_genexp(p);
        p->pos = genexp ? p->pos : open + 1;
    } else {
        p->pos++;
        first = parser_positional(p);
        if (first && (parser_peek(p) == TOKEN_FOR || parser_peek(p) == TOKEN_ASYNC)) {
            genexp = bare_genexp(p, open, first);
            if (!genexp)
                return NULL;
        }
    }
    if (genexp) {
        parser_push(p, &alone.args, genexp);
        return call_of(p, start, func, &alone);
    }
    struct call_arguments *arguments = p->failed ? NULL : parser_arguments(p, first);
    if (p->failed || !parser_accept(p, TOKEN_RPAR))
        return NULL;
    return call_of(p, start, func, arguments ? arguments : &alone);
}

static struct expr *primary(struct parser *p)
{
    size_t start = p->pos;
    struct expr *e = parser_atom(p);
    while (e && !p->failed) {
        struct expr *next = NULL;
        size_t behind = p->pos;
        switch (parser_peek(p)) {
        case TOKEN_DOT:
            next = attribute(p, start, e);
            break;
        case TOKEN_LPAR:
            next = call(p, start, e);
            break;
        case TOKEN_LSQB:
            next = subscript(p, start, e);
            break;
        default:
            break;
        }
        if (!next) {
            p->pos = behind;
            break;
        }
        e = next;
    }
    return p->failed ? NULL : e;
}

struct expr *parser_primary(struct parser *p)
{
    void *known;
    if (p->failed)
        return NULL;
    if (parser_recall(p, RULE_PRIMARY, &known))
        return known;
    size_t start = p->pos;
    return parser_remember(p, RULE_PRIMARY, start, primary(p));
}
