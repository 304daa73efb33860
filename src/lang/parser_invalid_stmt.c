/* Mistakes in statements and in parameters, as parser_invalid.c has those in expressions. */
#include "parser_internal.h"

/* ---- Parameters ---------------------------------------------------------------------------- */

static size_t pass_parameters(struct parser *p, enum token_kind closing, int allowed)
{
    struct expr *default_value;
    size_t count = 0;
    while (parser_parameter(p, closing, allowed, &default_value))
        count++;
    return count;
}

static bool ends_slash(struct parser *p, enum token_kind closing)
{
    return parser_accept(p, TOKEN_COMMA) || (!p->failed && parser_peek(p) == closing);
}

/* One or more parameters, those without default first, and a slash. */
static bool slash_group(struct parser *p, enum token_kind closing, bool *has_default)
{
    size_t start = p->pos;
    size_t plain = pass_parameters(p, closing, PARAMETER_PLAIN);
    size_t with = pass_parameters(p, closing, PARAMETER_DEFAULT);
    *has_default = with > 0;
    if (plain + with > 0 && parser_accept(p, TOKEN_SLASH) && ends_slash(p, closing))
        return true;
    p->pos = start;
    return false;
}

/* A second slash, or one behind a star. */
static void misplaced_slash(struct parser *p, enum token_kind closing)
{
    const int any = PARAMETER_PLAIN | PARAMETER_DEFAULT;
    size_t start = p->pos;
    bool has_default;
    bool slash = slash_group(p, closing, &has_default);
    pass_parameters(p, closing, any);
    if (slash && parser_accept(p, TOKEN_SLASH))
        parser_error(p, parser_token_pos(p, p->pos - 1), "/ may appear only once");
    p->pos = start;
}

/* a=1, b */
static void missing_default(struct parser *p, enum token_kind closing)
{
    size_t start = p->pos;
    struct expr *default_value;
    bool has_default;
    if (!slash_group(p, closing, &has_default) || !has_default) {
        pass_parameters(p, closing, PARAMETER_PLAIN);
        has_default = pass_parameters(p, closing, PARAMETER_DEFAULT) > 0;
    }
    struct arg *arg =
        has_default ? parser_parameter(p, closing, PARAMETER_PLAIN, &default_value) : NULL;
    if (arg)
        parser_error(p, arg->pos,
                     parser_before(p, 12)
                         ? "non-default argument follows default argument"
                         : "parameter without a default follows parameter with a default");
    p->pos = start;
}

/* ','.NAME+ */
static bool pass_names(struct parser *p)
{
    size_t behind = p->pos;
    bool any = false;
    while (parser_name(p)) {
        any = true;
        behind = p->pos;
        if (!parser_accept(p, TOKEN_COMMA))
            break;
    }
    p->pos = behind;
    return any;
}

/* a, (b, c) */
static void parenthesised_parameters(struct parser *p, enum token_kind closing)
{
    size_t start = p->pos;
    pass_parameters(p, closing, PARAMETER_PLAIN);
    size_t open = p->pos;
    if (parser_accept(p, TOKEN_LPAR) &&
        (closing == TOKEN_RPAR ? pass_parameters(p, TOKEN_RPAR, PARAMETER_PLAIN) > 0
                               : pass_names(p))) {
        parser_accept(p, TOKEN_COMMA);
        if (parser_accept(p, TOKEN_RPAR))
            parser_error_range(p, parser_token_pos(p, open), parser_token_pos(p, p->pos - 1),
                               closing == TOKEN_RPAR
                                   ? "Function parameters cannot be parenthesized"
                                   : "Lambda expression parameters cannot be parenthesized");
    }
    p->pos = start;
}

static void slash_behind_star(struct parser *p, enum token_kind closing)
{
    const int any = PARAMETER_PLAIN | PARAMETER_DEFAULT;
    size_t start = p->pos;
    struct expr *default_value;
    bool has_default;
    slash_group(p, closing, &has_default);
    pass_parameters(p, closing, any);
    if (parser_accept(p, TOKEN_STAR) &&
        (parser_accept(p, TOKEN_COMMA) ||
         parser_parameter(p, closing, PARAMETER_PLAIN, &default_value))) {
        pass_parameters(p, closing, any);
        if (parser_accept(p, TOKEN_SLASH))
            parser_error(p, parser_token_pos(p, p->pos - 1), "/ must be ahead of *");
    }
    p->pos = start;
}

void parser_invalid_parameters(struct parser *p, enum token_kind closing)
{
    size_t start = p->pos;
    if (parser_accept(p, TOKEN_SLASH) && parser_accept(p, TOKEN_COMMA))
        parser_error(p, parser_token_pos(p, start), "at least one argument must precede /");
    p->pos = start;
    misplaced_slash(p, closing);
    missing_default(p, closing);
    parenthesised_parameters(p, closing);
    slash_behind_star(p, closing);
    if (pass_parameters(p, closing, PARAMETER_PLAIN | PARAMETER_DEFAULT) > 0 &&
        parser_accept(p, TOKEN_SLASH) && parser_accept(p, TOKEN_STAR))
        parser_error(p, parser_token_pos(p, p->pos - 1), "expected comma between / and *");
    p->pos = start;
}

/* '*' (closing | ',' (closing | '**')) */
static void bare_star(struct parser *p, enum token_kind closing)
{
    size_t start = p->pos;
    if (!parser_accept(p, TOKEN_STAR))
        return;
    bool comma = parser_accept(p, TOKEN_COMMA);
    enum token_kind kind = parser_peek(p);
    if (kind == closing || (comma && kind == TOKEN_DOUBLESTAR)) {
        if (closing == TOKEN_RPAR)
            parser_error(p, parser_token_pos(p, start), "named arguments must follow bare *");
        else
            parser_error_last(p, "named arguments must follow bare *");
    }
    p->pos = start;
}

void parser_invalid_star_etc(struct parser *p, enum token_kind closing)
{
    size_t start = p->pos;
    struct expr *default_value;
    bare_star(p, closing);
    if (!parser_accept(p, TOKEN_STAR))
        return;
    if (parser_bare_parameter(p, closing) && parser_accept(p, TOKEN_EQUAL))
        parser_error(p, parser_token_pos(p, p->pos - 1),
                     "var-positional argument cannot have default value");
    p->pos = start + 1;
    if (parser_accept(p, TOKEN_COMMA) ||
        parser_parameter(p, closing, PARAMETER_PLAIN, &default_value)) {
        pass_parameters(p, closing, PARAMETER_PLAIN | PARAMETER_DEFAULT);
        size_t star = p->pos;
        if (parser_accept(p, TOKEN_STAR) &&
            (parser_accept(p, TOKEN_COMMA) ||
             parser_parameter(p, closing, PARAMETER_PLAIN, &default_value)))
            parser_error(p, parser_token_pos(p, star), "* argument may appear only once");
    }
    p->pos = start;
}

void parser_invalid_kwds(struct parser *p, enum token_kind closing)
{
    if (!parser_accept(p, TOKEN_DOUBLESTAR) || !parser_bare_parameter(p, closing))
        return;
    if (parser_accept(p, TOKEN_EQUAL))
        parser_error(p, parser_token_pos(p, p->pos - 1),
                     "var-keyword argument cannot have default value");
    if (!parser_accept(p, TOKEN_COMMA))
        return;
    size_t next = p->pos;
    struct arg *arg = parser_bare_parameter(p, closing);
    if (arg)
        parser_error(p, arg->pos, "arguments cannot follow var-keyword argument");
    p->pos = next;
    if (parser_accept(p, TOKEN_STAR) || parser_accept(p, TOKEN_DOUBLESTAR) ||
        parser_accept(p, TOKEN_SLASH))
        parser_error(p, parser_token_pos(p, next), "arguments cannot follow var-keyword argument");
}

/* *T: int, **P: int */
void parser_invalid_type_param(struct parser *p)
{
    bool pack = parser_accept(p, TOKEN_STAR);
    if (!pack && !parser_accept(p, TOKEN_DOUBLESTAR))
        return;
    if (!parser_name(p) || !parser_accept(p, TOKEN_COLON))
        return;
    size_t colon = p->pos - 1;
    struct expr *e = parser_expression(p);
    if (e)
        parser_error_from(p, parser_token_pos(p, colon), "cannot use %s with %s",
                          e->kind == EXPR_TUPLE ? "constraints" : "bound",
                          pack ? "TypeVarTuple" : "ParamSpec");
}

/* ---- Headers and their blocks -------------------------------------------------------------- */

/* NEWLINE where a colon belongs. */
static void expect_colon(struct parser *p)
{
    if (!p->failed && parser_peek(p) == TOKEN_NEWLINE) {
        p->pos++;
        parser_error_last(p, "expected ':'");
    }
}

/* ':' NEWLINE !INDENT; `what` was on the line of the token `start`. */
static void expect_block(struct parser *p, size_t start, const char *what)
{
    if (parser_accept(p, TOKEN_COLON) && parser_accept(p, TOKEN_NEWLINE) &&
        parser_peek(p) != TOKEN_INDENT)
        parser_error_indent(p, "expected an indented block after %s on line %d", what,
                            parser_token(p, start)->line);
}

/* What stands between the keyword and the colon; true if it is good. */
static bool pass_header(struct parser *p, enum token_kind keyword)
{
    switch (keyword) {
    case TOKEN_IF:
    case TOKEN_ELIF:
    case TOKEN_WHILE:
        return parser_named_expression(p);
    case TOKEN_FOR:
        return parser_star_targets(p) && parser_accept(p, TOKEN_IN) && parser_star_expressions(p);
    default:
        return !p->failed;
    }
}

static bool pass_def_header(struct parser *p)
{
    struct type_param_list type_params;
    if (!parser_name(p))
        return false;
    parser_type_params(p, &type_params);
    if (!parser_accept(p, TOKEN_LPAR) || !parser_parameters(p, TOKEN_RPAR) ||
        !parser_accept(p, TOKEN_RPAR))
        return false;
    return !parser_accept(p, TOKEN_RARROW) || parser_expression(p);
}

static bool pass_class_header(struct parser *p)
{
    struct type_param_list type_params;
    if (!parser_name(p))
        return false;
    parser_type_params(p, &type_params);
    if (parser_accept(p, TOKEN_LPAR)) {
        parser_arguments(p, NULL);
        return parser_accept(p, TOKEN_RPAR);
    }
    return !p->failed;
}

static void invalid_except_header(struct parser *p, size_t start)
{
    bool star = parser_accept(p, TOKEN_STAR);
    if (star || parser_peek(p) != TOKEN_COLON) {
        if (!parser_expression(p))
            return;
        if (parser_accept(p, TOKEN_AS) && !parser_name(p))
            return;
    }
    expect_block(p, start, star ? "'except*' statement" : "'except' statement");
}

/* At the first token of a compound statement or of a clause of one. */
void parser_invalid_header(struct parser *p)
{
    static const struct {
        enum token_kind keyword;
        const char *what;
    } headers[] = {
        {TOKEN_IF, "'if' statement"},     {TOKEN_ELIF, "'elif' statement"},
        {TOKEN_ELSE, "'else' statement"}, {TOKEN_WHILE, "'while' statement"},
        {TOKEN_FOR, "'for' statement"},   {TOKEN_FINALLY, "'finally' statement"},
    };
    parser_accept(p, TOKEN_ASYNC);
    size_t start = p->pos;
    enum token_kind keyword = parser_peek(p);
    p->pos++;
    if (keyword == TOKEN_DEF && pass_def_header(p))
        expect_block(p, start, "function definition");
    if (keyword == TOKEN_CLASS && pass_class_header(p)) {
        expect_colon(p);
        expect_block(p, start, "class definition");
    }
    if (keyword == TOKEN_EXCEPT)
        invalid_except_header(p, start);
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
        if (headers[i].keyword != keyword || !pass_header(p, keyword))
            continue;
        if (keyword != TOKEN_ELSE && keyword != TOKEN_FINALLY)
            expect_colon(p);
        expect_block(p, start, headers[i].what);
    }
}

/* ---- with ---------------------------------------------------------------------------------- */

void parser_invalid_with_item(struct parser *p)
{
    if (!parser_expression(p) || !parser_accept(p, TOKEN_AS))
        return;
    struct expr *a = parser_expression(p);
    enum token_kind next = a ? parser_peek(p) : TOKEN_END;
    if (next == TOKEN_COMMA || next == TOKEN_RPAR || next == TOKEN_COLON)
        parser_invalid_target(p, TARGET_STAR, a);
}

/* ','.(item ['as' star_target])+, the items as `item` reads them */
static bool pass_with_items(struct parser *p, struct expr *(*item)(struct parser *))
{
    bool any = false;
    size_t behind = p->pos;
    do {
        if (!item(p))
            break;
        behind = p->pos;
        any = true;
        if (parser_accept(p, TOKEN_AS))
            behind = parser_star_target(p) ? p->pos : behind;
        p->pos = behind;
    } while (parser_accept(p, TOKEN_COMMA));
    p->pos = behind;
    return any && !p->failed;
}

/* Both forms of the items, with and without brackets; then `check` looks at what follows. */
static void with_header(struct parser *p, void (*check)(struct parser *p, size_t start))
{
    parser_accept(p, TOKEN_ASYNC);
    size_t start = p->pos;
    if (!parser_accept(p, TOKEN_WITH))
        return;
    if (pass_with_items(p, parser_expression))
        check(p, start);
    p->pos = start + 1;
    if (parser_accept(p, TOKEN_LPAR) && pass_with_items(p, parser_expressions)) {
        parser_accept(p, TOKEN_COMMA);
        if (parser_accept(p, TOKEN_RPAR))
            check(p, start);
    }
}

static void with_colon(struct parser *p, size_t start)
{
    (void)start;
    expect_colon(p);
}

static void with_block(struct parser *p, size_t start)
{
    expect_block(p, start, "'with' statement");
}

void parser_invalid_with_stmt(struct parser *p)
{
    with_header(p, with_colon);
}

void parser_invalid_with_stmt_indent(struct parser *p)
{
    with_header(p, with_block);
}

/* ---- try ----------------------------------------------------------------------------------- */

/* except behind except*, or except* behind except; and what is wrong with one of them. */
static void mixed_excepts(struct parser *p)
{
    size_t start = p->pos;
    bool first_star = false;
    if (parser_peek(p) != TOKEN_EXCEPT)
        return;
    first_star = parser_peek_next(p) == TOKEN_STAR;
    while (!p->failed && parser_peek(p) == TOKEN_EXCEPT && parser_except_block(p, first_star))
        start = p->pos;
    p->pos = start;
    if (!parser_accept(p, TOKEN_EXCEPT))
        return;
    struct pos except = parser_token_pos(p, start), star = except;
    bool has_star = parser_accept(p, TOKEN_STAR);
    if (has_star == first_star)
        return;
    if (has_star)
        star = parser_token_pos(p, p->pos - 1);
    bool bare = !has_star && parser_peek(p) == TOKEN_COLON;
    if (!bare && (!parser_expression(p) || (parser_accept(p, TOKEN_AS) && !parser_name(p))))
        return;
    if (!parser_accept(p, TOKEN_COLON) || p->failed)
        return;
    parser_error_range(p, except, star,
                       "cannot have both 'except' and 'except*' on the same 'try'");
    p->error->cut = false;
}

void parser_invalid_try_stmt(struct parser *p)
{
    struct stmt_list body;
    size_t start = p->pos++;
    expect_block(p, start, "'try' statement");
    p->pos = start + 1;
    if (!parser_accept(p, TOKEN_COLON))
        return;
    bool has_body = parser_block(p, &body);
    if (!has_body)
        p->pos = start + 2;
    else if (parser_peek(p) != TOKEN_EXCEPT && parser_peek(p) != TOKEN_FINALLY)
        parser_error_last(p, "expected 'except' or 'finally' block");
    if (!p->failed)
        mixed_excepts(p);
}

void parser_invalid_except_stmt(struct parser *p)
{
    size_t start = p->pos++;
    bool star = parser_accept(p, TOKEN_STAR);
    struct expr *a = parser_expression(p);
    size_t behind = p->pos;
    if (a && parser_accept(p, TOKEN_COMMA) && parser_expressions(p)) {
        bool good = !parser_accept(p, TOKEN_AS) || parser_name(p);
        if (good && parser_accept(p, TOKEN_COLON))
            parser_error_from(p, a->pos, "multiple exception types must be parenthesized");
    }
    p->pos = behind;
    if (a && (!parser_accept(p, TOKEN_AS) || parser_name(p)))
        expect_colon(p);
    p->pos = start + 1;
    if (!star)
        expect_colon(p);
    else if (parser_accept(p, TOKEN_STAR) &&
             (parser_accept(p, TOKEN_NEWLINE) || parser_accept(p, TOKEN_COLON)))
        parser_error_last(p, "expected one or more exception types");
}

/* ---- match --------------------------------------------------------------------------------- */

void parser_invalid_match_stmt(struct parser *p)
{
    size_t start = p->pos++;
    if (!parser_subject_expr(p))
        return;
    expect_colon(p);
    expect_block(p, start, "'match' statement");
}

void parser_invalid_case_block(struct parser *p)
{
    size_t start = p->pos++;
    if (!parser_patterns(p))
        return;
    if (parser_accept(p, TOKEN_IF) && !parser_named_expression(p))
        return;
    expect_colon(p);
    expect_block(p, start, "'case' statement");
}

void parser_invalid_as_pattern(struct parser *p)
{
    if (!parser_or_pattern(p) || !parser_accept(p, TOKEN_AS))
        return;
    if (parser_at_word(p, "_"))
        parser_error_next(p, "cannot use '_' as a target");
    if (p->failed || parser_peek(p) == TOKEN_NAME)
        return;
    struct expr *a = parser_expression(p);
    if (a)
        parser_error(p, a->pos, "invalid pattern target");
}

/* ---- Simple statements --------------------------------------------------------------------- */

void parser_invalid_del_stmt(struct parser *p)
{
    p->pos++;
    struct expr *a = parser_star_expressions(p);
    if (a)
        parser_invalid_target(p, TARGET_DEL, a);
}

void parser_invalid_import(struct parser *p)
{
    size_t start = p->pos++;
    size_t behind = p->pos;
    while (parser_dotted_name(p)) {
        behind = p->pos;
        if (!parser_accept(p, TOKEN_COMMA))
            break;
    }
    p->pos = behind;
    if (behind > start + 1 && parser_accept(p, TOKEN_FROM) && parser_dotted_name(p))
        parser_error_from(p, parser_token_pos(p, start),
                          "Did you mean to use 'from ... import ...' instead?");
    p->pos = start + 1;
    if (!p->failed && !parser_before(p, 13) && parser_peek(p) == TOKEN_NEWLINE)
        parser_error_from(p, parser_token_pos(p, p->pos),
                          "Expected one or more names after 'import'");
}

void parser_invalid_import_from_targets(struct parser *p)
{
    struct alias_list names;
    size_t start = p->pos;
    if (parser_aliases(p, parser_name, &names) && parser_accept(p, TOKEN_COMMA) &&
        parser_accept(p, TOKEN_NEWLINE))
        parser_error_last(p, "trailing comma not allowed without surrounding parentheses");
    p->pos = start;
    if (!p->failed && !parser_before(p, 13) && parser_peek(p) == TOKEN_NEWLINE)
        parser_error_from(p, parser_token_pos(p, p->pos),
                          "Expected one or more names after 'import'");
}
