/* match, case and their patterns. */
#include "parser_internal.h"

static struct pattern *pattern(struct parser *p);

static struct pattern *new_pattern(struct parser *p, enum pattern_kind kind)
{
    struct pattern *pat = parser_alloc(p, sizeof *pat);
    pat->kind = kind;
    return pat;
}

static struct pattern *done(struct parser *p, struct pattern *pat, size_t start)
{
    pat->pos = parser_span(p, start);
    return p->failed ? NULL : pat;
}

/* ---- Literals ------------------------------------------------------------------------------ */

/* ['-'] NUMBER */
static struct expr *signed_number(struct parser *p)
{
    size_t start = p->pos;
    bool minus = parser_accept(p, TOKEN_MINUS);
    if (p->failed || parser_peek(p) != TOKEN_NUMBER) {
        p->pos = start;
        return NULL;
    }
    struct expr *number = parser_number(p);
    if (!number || !minus)
        return number;
    struct expr *e = parser_expr(p, EXPR_UNARY_OP, start);
    e->u.unary_op.op = UNARYOP_USUB;
    e->u.unary_op.operand = number;
    return parser_done(p, e);
}

static bool is_imaginary(const struct expr *e)
{
    if (e->kind == EXPR_UNARY_OP)
        e = e->u.unary_op.operand;
    return e->u.constant.kind == CONSTANT_COMPLEX;
}

/* signed_number, or signed_real_number ('+' | '-') imaginary_number */
static struct expr *number(struct parser *p)
{
    size_t start = p->pos;
    struct expr *real = signed_number(p);
    if (!real || p->failed)
        return NULL;
    enum token_kind sign = parser_peek(p);
    if (sign != TOKEN_PLUS && sign != TOKEN_MINUS)
        return real;
    if (is_imaginary(real))
        return parser_error(p, real->pos, "real number required in complex literal");
    p->pos++;
    if (parser_peek(p) != TOKEN_NUMBER) {
        p->pos = start;
        return NULL;
    }
    struct expr *imaginary = parser_number(p);
    if (!imaginary)
        return NULL;
    if (!is_imaginary(imaginary))
        return parser_error(p, imaginary->pos, "imaginary number required in complex literal");
    struct expr *e = parser_expr(p, EXPR_BIN_OP, start);
    e->u.bin_op.left = real;
    e->u.bin_op.op = sign == TOKEN_PLUS ? OPERATOR_ADD : OPERATOR_SUB;
    e->u.bin_op.right = imaginary;
    return parser_done(p, e);
}

static struct pattern *value(struct parser *p, size_t start, struct expr *e)
{
    if (!e)
        return NULL;
    struct pattern *pat = new_pattern(p, PATTERN_MATCH_VALUE);
    pat->u.match_value.value = e;
    return done(p, pat, start);
}

static struct pattern *singleton(struct parser *p, enum constant_kind kind)
{
    size_t start = p->pos++;
    struct pattern *pat = new_pattern(p, PATTERN_MATCH_SINGLETON);
    pat->u.match_singleton.value = kind;
    return done(p, pat, start);
}

/* ---- Names --------------------------------------------------------------------------------- */

/* NAME ('.' NAME)* */
static struct expr *name_or_attr(struct parser *p)
{
    size_t start = p->pos;
    struct expr *e = parser_name_node(p, CONTEXT_LOAD);
    while (e && parser_accept(p, TOKEN_DOT)) {
        const char *attr = parser_name(p);
        if (!attr) {
            p->pos--;
            break;
        }
        struct expr *next = parser_expr(p, EXPR_ATTRIBUTE, start);
        next->u.attribute.value = e;
        next->u.attribute.attr = attr;
        e = parser_done(p, next);
    }
    return p->failed ? NULL : e;
}

/* A capture; NULL in *name for `_`. */
static struct pattern *capture(struct parser *p)
{
    size_t start = p->pos;
    bool wildcard = parser_at_word(p, "_");
    struct pattern *pat = new_pattern(p, PATTERN_MATCH_AS);
    pat->u.match_as.name = parser_name(p);
    if (wildcard)
        pat->u.match_as.name = NULL;
    return done(p, pat, start);
}

/* ---- Classes ------------------------------------------------------------------------------- */

struct class_arguments {
    struct parser_list patterns, names, values;
};

/* NAME '=' pattern */
static bool keyword_pattern(struct parser *p, struct class_arguments *out)
{
    size_t start = p->pos;
    const char *name = parser_name(p);
    struct pattern *pat = name && parser_accept(p, TOKEN_EQUAL) ? pattern(p) : NULL;
    if (!pat) {
        p->pos = start;
        return false;
    }
    parser_push(p, &out->names, (void *)name);
    parser_push(p, &out->values, pat);
    return true;
}

static bool at_keyword(struct parser *p)
{
    return !p->failed && parser_peek(p) == TOKEN_NAME && parser_peek_next(p) == TOKEN_EQUAL;
}

/* Positional patterns, then keyword ones; reads as far as they are good. */
static void class_arguments(struct parser *p, struct class_arguments *out)
{
    size_t behind = p->pos;
    bool more = true;
    while (more && !at_keyword(p)) {
        struct pattern *pat = pattern(p);
        if (!pat)
            break;
        parser_push(p, &out->patterns, pat);
        behind = p->pos;
        more = parser_accept(p, TOKEN_COMMA);
    }
    while (more && keyword_pattern(p, out)) {
        behind = p->pos;
        more = parser_accept(p, TOKEN_COMMA);
    }
    p->pos = behind;
}

/* A(b=1, c): behind good arguments, and the comma if there is one */
static void invalid_class_arguments(struct parser *p, const struct class_arguments *good)
{
    struct pattern *first = NULL, *last = NULL, *next;
    if (good->values.len == 0 || parser_token(p, p->pos - 1)->kind != TOKEN_COMMA)
        return;
    while (!at_keyword(p) && (next = pattern(p))) {
        first = first ? first : next;
        last = next;
        if (!parser_accept(p, TOKEN_COMMA))
            break;
    }
    if (first)
        parser_error_range(p, first->pos, last->pos, "positional patterns follow keyword patterns");
}

/* name_or_attr '(' ... ')'; p->pos is at the bracket. */
static struct pattern *class_pattern(struct parser *p, size_t start, struct expr *cls)
{
    struct class_arguments arguments = {0};
    p->pos++;
    class_arguments(p, &arguments);
    if (arguments.patterns.len + arguments.values.len > 0)
        parser_accept(p, TOKEN_COMMA);
    if (!parser_accept(p, TOKEN_RPAR)) {
        if (p->diagnose && !p->failed)
            invalid_class_arguments(p, &arguments);
        p->pos = start;
        return NULL;
    }
    struct pattern *pat = new_pattern(p, PATTERN_MATCH_CLASS);
    pat->u.match_class.cls = cls;
    pat->u.match_class.patterns = PARSER_LIST(pattern_list, arguments.patterns);
    pat->u.match_class.kwd_attrs = PARSER_LIST(identifier_list, arguments.names);
    pat->u.match_class.kwd_patterns = PARSER_LIST(pattern_list, arguments.values);
    return done(p, pat, start);
}

/* A capture, a dotted value or a class. */
static struct pattern *named(struct parser *p)
{
    size_t start = p->pos;
    enum token_kind next = parser_peek_next(p);
    if (next != TOKEN_DOT && next != TOKEN_LPAR)
        return next == TOKEN_EQUAL ? NULL : capture(p);
    struct expr *e = name_or_attr(p);
    if (!e)
        return NULL;
    if (parser_peek(p) == TOKEN_LPAR)
        return class_pattern(p, start, e);
    if (e->kind != EXPR_ATTRIBUTE || parser_peek(p) == TOKEN_DOT || parser_peek(p) == TOKEN_EQUAL)
        return NULL;
    return value(p, start, e);
}

/* ---- Sequences ----------------------------------------------------------------------------- */

/* '*' (NAME | '_') | pattern */
static struct pattern *maybe_star_pattern(struct parser *p)
{
    size_t start = p->pos;
    if (!parser_accept(p, TOKEN_STAR))
        return pattern(p);
    bool wildcard = parser_at_word(p, "_");
    struct pattern *pat = new_pattern(p, PATTERN_MATCH_STAR);
    pat->u.match_star.name = parser_name(p);
    if (!pat->u.match_star.name) {
        p->pos = start;
        return NULL;
    }
    if (wildcard)
        pat->u.match_star.name = NULL;
    return done(p, pat, start);
}

/* ','.maybe_star_pattern+ [','] behind `first`, or from the start; *comma: there is a comma. */
static void sequence(struct parser *p, struct parser_list *list, struct pattern *first, bool *comma)
{
    struct pattern *next = first ? first : maybe_star_pattern(p);
    *comma = false;
    while (next) {
        parser_push(p, list, next);
        if (!parser_accept(p, TOKEN_COMMA))
            break;
        *comma = true;
        next = maybe_star_pattern(p);
    }
}

static struct pattern *sequence_of(struct parser *p, size_t start, const struct parser_list *list)
{
    struct pattern *pat = new_pattern(p, PATTERN_MATCH_SEQUENCE);
    pat->u.match_sequence.patterns = PARSER_LIST(pattern_list, *list);
    return done(p, pat, start);
}

static struct pattern *bracketed(struct parser *p)
{
    struct parser_list list = {0};
    size_t start = p->pos++;
    bool comma;
    sequence(p, &list, NULL, &comma);
    return parser_accept(p, TOKEN_RSQB) ? sequence_of(p, start, &list) : NULL;
}

/* A sequence, or one pattern in brackets, which keeps its own place. */
static struct pattern *parenthesised(struct parser *p)
{
    struct parser_list list = {0};
    size_t start = p->pos++;
    bool comma;
    sequence(p, &list, NULL, &comma);
    if (!parser_accept(p, TOKEN_RPAR))
        return NULL;
    if (comma || list.len == 0)
        return sequence_of(p, start, &list);
    struct pattern *only = list.items[0];
    return only->kind == PATTERN_MATCH_STAR ? NULL : only;
}

/* ---- Mappings ------------------------------------------------------------------------------ */

/* (literal_expr | attr) ':' pattern */
static bool key_value(struct parser *p, struct parser_list *keys, struct parser_list *patterns)
{
    size_t start = p->pos;
    struct expr *key = NULL;
    switch (p->failed ? TOKEN_END : parser_peek(p)) {
    case TOKEN_NAME:
        key = name_or_attr(p);
        key = key && key->kind == EXPR_ATTRIBUTE ? key : NULL;
        break;
    case TOKEN_MINUS:
    case TOKEN_NUMBER:
        key = number(p);
        break;
    case TOKEN_STRING:
    case TOKEN_FSTRING_START:
    case TOKEN_NONE:
    case TOKEN_TRUE:
    case TOKEN_FALSE:
        key = parser_atom(p);
        break;
    default:
        break;
    }
    struct pattern *pat = key && parser_accept(p, TOKEN_COLON) ? pattern(p) : NULL;
    if (!pat) {
        p->pos = start;
        return false;
    }
    parser_push(p, keys, key);
    parser_push(p, patterns, pat);
    return true;
}

static struct pattern *mapping(struct parser *p)
{
    struct parser_list keys = {0}, patterns = {0};
    size_t start = p->pos++;
    struct pattern *pat = new_pattern(p, PATTERN_MATCH_MAPPING);
    while (key_value(p, &keys, &patterns))
        if (!parser_accept(p, TOKEN_COMMA))
            break;
    if (parser_accept(p, TOKEN_DOUBLESTAR)) {
        if (parser_at_word(p, "_"))
            return NULL;
        pat->u.match_mapping.rest = parser_name(p);
        if (!pat->u.match_mapping.rest)
            return NULL;
        parser_accept(p, TOKEN_COMMA);
    }
    if (!parser_accept(p, TOKEN_RBRACE))
        return NULL;
    pat->u.match_mapping.keys = PARSER_LIST(expr_list, keys);
    pat->u.match_mapping.patterns = PARSER_LIST(pattern_list, patterns);
    return done(p, pat, start);
}

/* ---- Patterns ------------------------------------------------------------------------------ */

static struct pattern *closed_pattern(struct parser *p)
{
    size_t start = p->pos;
    switch (parser_peek(p)) {
    case TOKEN_NAME:
        return named(p);
    case TOKEN_MINUS:
    case TOKEN_NUMBER:
        return value(p, start, number(p));
    case TOKEN_STRING:
    case TOKEN_FSTRING_START:
        return value(p, start, parser_strings(p));
    case TOKEN_NONE:
        return singleton(p, CONSTANT_NONE);
    case TOKEN_TRUE:
        return singleton(p, CONSTANT_TRUE);
    case TOKEN_FALSE:
        return singleton(p, CONSTANT_FALSE);
    case TOKEN_LPAR:
        return parenthesised(p);
    case TOKEN_LSQB:
        return bracketed(p);
    case TOKEN_LBRACE:
        return mapping(p);
    default:
        return NULL;
    }
}

struct pattern *parser_or_pattern(struct parser *p)
{
    size_t start = p->pos, behind;
    struct parser_list list = {0};
    if (!parser_enter(p))
        return NULL;
    struct pattern *pat = closed_pattern(p);
    for (behind = start; pat && !p->failed;) {
        parser_push(p, &list, pat);
        behind = p->pos;
        if (!parser_accept(p, TOKEN_VBAR))
            break;
        pat = closed_pattern(p);
    }
    parser_leave(p);
    if (p->failed || list.len == 0) {
        p->pos = start;
        return NULL;
    }
    p->pos = behind;
    if (list.len == 1)
        return list.items[0];
    pat = new_pattern(p, PATTERN_MATCH_OR);
    pat->u.match_or.patterns = PARSER_LIST(pattern_list, list);
    return done(p, pat, start);
}

/* or_pattern ['as' NAME] */
static struct pattern *pattern(struct parser *p)
{
    size_t start = p->pos;
    struct pattern *inner = parser_or_pattern(p);
    size_t behind = p->pos;
    if (!inner || !parser_accept(p, TOKEN_AS))
        return inner;
    const char *name = parser_at_word(p, "_") ? NULL : parser_name(p);
    enum token_kind next = p->failed ? TOKEN_END : parser_peek(p);
    if (!name || next == TOKEN_DOT || next == TOKEN_LPAR || next == TOKEN_EQUAL) {
        if (p->diagnose && !p->failed) {
            p->pos = start;
            parser_invalid_as_pattern(p);
        }
        p->pos = behind;
        return p->failed ? NULL : inner;
    }
    struct pattern *pat = new_pattern(p, PATTERN_MATCH_AS);
    pat->u.match_as.pattern = inner;
    pat->u.match_as.name = name;
    return done(p, pat, start);
}

/* open_sequence_pattern | pattern */
struct pattern *parser_patterns(struct parser *p)
{
    struct parser_list list = {0};
    size_t start = p->pos;
    bool comma;
    sequence(p, &list, NULL, &comma);
    if (p->failed || list.len == 0)
        return NULL;
    if (comma)
        return sequence_of(p, start, &list);
    struct pattern *only = list.items[0];
    if (only->kind != PATTERN_MATCH_STAR)
        return only;
    p->pos = start;
    return NULL;
}

/* ---- match --------------------------------------------------------------------------------- */

/* "case" patterns ['if' named_expression] ':' block */
static struct match_case *case_block(struct parser *p)
{
    size_t start = p->pos;
    struct match_case *c = parser_alloc(p, sizeof *c);
    if (!parser_at_word(p, "case"))
        return NULL;
    if (p->diagnose)
        parser_invalid_case_block(p);
    p->pos = start + 1;
    c->pattern = p->failed ? NULL : parser_patterns(p);
    bool good = c->pattern != NULL;
    if (good && parser_accept(p, TOKEN_IF)) {
        c->guard = parser_named_expression(p);
        good = c->guard != NULL;
    }
    if (good && parser_accept(p, TOKEN_COLON) && parser_block(p, &c->body))
        return c;
    p->pos = start;
    return NULL;
}

/* star_named_expression ',' star_named_expressions? | named_expression */
struct expr *parser_subject_expr(struct parser *p)
{
    size_t start = p->pos;
    struct parser_list list = {0};
    struct expr *first = parser_star_named_expression(p);
    if (!first)
        return NULL;
    parser_push(p, &list, first);
    if (!parser_accept(p, TOKEN_COMMA)) {
        if (first->kind != EXPR_STARRED)
            return first;
        p->pos = start;
        return NULL;
    }
    for (struct expr *e; (e = parser_star_named_expression(p));) {
        parser_push(p, &list, e);
        if (!parser_accept(p, TOKEN_COMMA))
            break;
    }
    struct expr *e = parser_expr(p, EXPR_TUPLE, start);
    e->u.tuple.elts = PARSER_LIST(expr_list, list);
    return p->failed ? NULL : parser_done(p, e);
}

/* "match" is a name like any other unless all of this follows. */
struct stmt *parser_match_stmt(struct parser *p)
{
    size_t start = p->pos;
    struct parser_list cases = {0};
    if (!parser_at_word(p, "match"))
        return NULL;
    p->pos++;
    struct stmt *s = parser_stmt(p, STMT_MATCH, start);
    s->u.match.subject = parser_subject_expr(p);
    bool good = s->u.match.subject && parser_accept(p, TOKEN_COLON) &&
                parser_accept(p, TOKEN_NEWLINE) && parser_accept(p, TOKEN_INDENT);
    for (struct match_case *c; good && (c = case_block(p));)
        parser_push(p, &cases, c);
    if (good && cases.len > 0 && parser_accept(p, TOKEN_DEDENT)) {
        s->u.match.cases = PARSER_LIST(match_case_list, cases);
        return parser_stmt_done(p, s);
    }
    p->pos = start;
    if (p->diagnose && !p->failed)
        parser_invalid_match_stmt(p);
    p->pos = start;
    return NULL;
}
