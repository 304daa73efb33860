/* The arguments of calls, the parameters of functions, and type parameters. */
#include "parser_internal.h"

/* ---- Arguments ----------------------------------------------------------------------------- */

struct expr *parser_positional(struct parser *p)
{
    size_t start = p->pos;
    struct expr *e = parser_assignment_expression(p);
    if (!e && !p->failed) {
        e = parser_expression(p);
        if (e && parser_peek(p) == TOKEN_COLONEQUAL)
            e = NULL;
    }
    if (e && !p->failed && parser_peek(p) != TOKEN_EQUAL)
        return e;
    p->pos = start;
    return NULL;
}

static void push_keyword(struct parser *p, struct call_arguments *out, size_t start,
                         const char *name, struct expr *value)
{
    struct keyword *keyword = parser_alloc(p, sizeof *keyword);
    keyword->pos = parser_span(p, start);
    keyword->arg = name;
    keyword->value = value;
    parser_push(p, &out->keywords, keyword);
}

static bool parser_keyword(struct parser *p, struct call_arguments *out)
{
    size_t start = p->pos;
    const char *name = parser_name(p);
    struct expr *value = name && parser_accept(p, TOKEN_EQUAL) ? parser_expression(p) : NULL;
    if (value)
        push_keyword(p, out, start, name, value);
    else
        p->pos = start;
    return value != NULL;
}

static bool double_starred(struct parser *p, struct call_arguments *out)
{
    size_t start = p->pos;
    struct expr *value = parser_accept(p, TOKEN_DOUBLESTAR) ? parser_expression(p) : NULL;
    if (value)
        push_keyword(p, out, start, NULL, value);
    else
        p->pos = start;
    return value != NULL;
}

typedef bool argument_rule(struct parser *p, struct call_arguments *out);

static bool plain_argument(struct parser *p, struct call_arguments *out)
{
    struct expr *e = parser_starred_expression(p);
    if (!e && !p->failed)
        e = parser_positional(p);
    if (e)
        parser_push(p, &out->args, e);
    return e != NULL;
}

static bool kwarg_or_starred(struct parser *p, struct call_arguments *out)
{
    if (p->failed)
        return false;
    if (p->diagnose)
        parser_invalid_kwarg(p);
    if (parser_keyword(p, out))
        return true;
    struct expr *e = parser_starred_expression(p);
    if (e)
        parser_push(p, &out->args, e);
    return e != NULL;
}

static bool kwarg_or_double_starred(struct parser *p, struct call_arguments *out)
{
    if (p->failed)
        return false;
    if (p->diagnose)
        parser_invalid_kwarg(p);
    return parser_keyword(p, out) || double_starred(p, out);
}

/* ','.rule+, going on behind a comma if `more`; false if there is none at all. */
static bool gather(struct parser *p, argument_rule *rule, struct call_arguments *out, bool more)
{
    size_t behind = p->pos;
    bool any = false;
    while (!more || parser_accept(p, TOKEN_COMMA)) {
        if (!rule(p, out))
            break;
        behind = p->pos;
        any = more = true;
    }
    p->pos = behind;
    return any;
}

/* `first`, or NULL, is what stands before p->pos. */
static struct call_arguments *args(struct parser *p, struct expr *first)
{
    struct call_arguments *out = parser_alloc(p, sizeof *out);
    if (first)
        parser_push(p, &out->args, first);
    bool any = gather(p, plain_argument, out, first != NULL) || first;
    any = gather(p, kwarg_or_starred, out, any) || any;
    any = gather(p, kwarg_or_double_starred, out, any) || any;
    return any && !p->failed ? out : NULL;
}

struct call_arguments *parser_args(struct parser *p)
{
    void *known;
    size_t start = p->pos;
    if (p->failed)
        return NULL;
    if (parser_recall(p, RULE_ARGS, &known))
        return known;
    return parser_remember(p, RULE_ARGS, start, args(p, NULL));
}

struct call_arguments *parser_arguments(struct parser *p, struct expr *first)
{
    void *known;
    size_t start = p->pos;
    if (p->failed)
        return NULL;
    if (!first && parser_recall(p, RULE_ARGUMENTS, &known))
        return known;
    struct call_arguments *out = first ? args(p, first) : parser_args(p);
    if (out) {
        parser_accept(p, TOKEN_COMMA);
        if (!p->failed && parser_peek(p) == TOKEN_RPAR)
            return first ? out : parser_remember(p, RULE_ARGUMENTS, start, out);
    }
    p->pos = start;
    if (p->diagnose && !p->failed) {
        parser_invalid_arguments(p);
        p->pos = start;
    }
    return first ? NULL : parser_remember(p, RULE_ARGUMENTS, start, NULL);
}

/* ---- Parameters ---------------------------------------------------------------------------- */

static struct arg *bare_parameter(struct parser *p, enum token_kind closing, bool star_annotation)
{
    size_t start = p->pos;
    const char *name = parser_name(p);
    if (!name)
        return NULL;
    struct arg *arg = parser_alloc(p, sizeof *arg);
    arg->arg = name;
    if (closing == TOKEN_RPAR && parser_accept(p, TOKEN_COLON)) {
        arg->annotation = star_annotation ? parser_star_expression(p) : parser_expression(p);
        if (!arg->annotation)
            p->pos = start + 1;
    }
    arg->pos = parser_span(p, start);
    return arg;
}

struct arg *parser_bare_parameter(struct parser *p, enum token_kind closing)
{
    return bare_parameter(p, closing, false);
}

/* ',' | &closing */
static bool ends_parameter(struct parser *p, enum token_kind closing)
{
    return parser_accept(p, TOKEN_COMMA) || (!p->failed && parser_peek(p) == closing);
}

static void invalid_default(struct parser *p, enum token_kind closing)
{
    size_t equal = p->pos - 1;
    if (p->failed)
        return;
    bool ends = closing == TOKEN_RPAR && parser_peek(p) == closing; /* not the colon of a lambda */
    if (ends || parser_peek(p) == TOKEN_COMMA)
        parser_error(p, parser_token_pos(p, equal), "expected default value expression");
}

struct arg *parser_parameter(struct parser *p, enum token_kind closing, int allowed,
                             struct expr **default_value)
{
    size_t start = p->pos;
    struct arg *arg = bare_parameter(p, closing, false);
    *default_value = NULL;
    if (arg && (allowed & PARAMETER_DEFAULT) && parser_accept(p, TOKEN_EQUAL)) {
        *default_value = parser_expression(p);
        if (!*default_value && p->diagnose)
            invalid_default(p, closing);
        if (!*default_value)
            arg = NULL;
    } else if (arg && !(allowed & PARAMETER_PLAIN)) {
        arg = NULL;
    }
    if (arg && ends_parameter(p, closing))
        return arg;
    p->pos = start;
    return NULL;
}

/* Positional parameters, with the slash among them. */
static void positional_parameters(struct parser *p, enum token_kind closing, struct arguments *out)
{
    struct parser_list args = {0}, defaults = {0};
    struct expr *default_value;
    bool slash = false;
    for (;;) {
        size_t start = p->pos;
        if (args.len > 0 && !slash && parser_accept(p, TOKEN_SLASH)) {
            if (!ends_parameter(p, closing)) {
                p->pos = start;
                break;
            }
            slash = true;
            out->posonlyargs = PARSER_LIST(arg_list, args);
            args = (struct parser_list){0};
            continue;
        }
        int allowed = PARAMETER_DEFAULT | (defaults.len ? 0 : PARAMETER_PLAIN);
        struct arg *arg = parser_parameter(p, closing, allowed, &default_value);
        if (!arg)
            break;
        parser_push(p, &args, arg);
        if (default_value)
            parser_push(p, &defaults, default_value);
    }
    out->args = PARSER_LIST(arg_list, args);
    out->defaults = PARSER_LIST(expr_list, defaults);
}

static void keyword_only_parameters(struct parser *p, enum token_kind closing,
                                    struct arguments *out)
{
    struct parser_list args = {0}, defaults = {0};
    struct expr *default_value;
    struct arg *arg;
    while (
        (arg = parser_parameter(p, closing, PARAMETER_PLAIN | PARAMETER_DEFAULT, &default_value))) {
        parser_push(p, &args, arg);
        parser_push(p, &defaults, default_value);
    }
    out->kwonlyargs = PARSER_LIST(arg_list, args);
    out->kw_defaults = PARSER_LIST(expr_list, defaults);
}

static void double_star_parameter(struct parser *p, enum token_kind closing, struct arguments *out)
{
    size_t start = p->pos;
    if (p->failed)
        return;
    if (p->diagnose)
        parser_invalid_kwds(p, closing);
    p->pos = start;
    if (!parser_accept(p, TOKEN_DOUBLESTAR))
        return;
    struct expr *default_value;
    out->kwarg = parser_parameter(p, closing, PARAMETER_PLAIN, &default_value);
    if (!out->kwarg)
        p->pos = start;
}

/* star_etc: what a star opens, then the double star. */
static void star_parameters(struct parser *p, enum token_kind closing, struct arguments *out)
{
    size_t start = p->pos;
    if (p->failed)
        return;
    if (p->diagnose)
        parser_invalid_star_etc(p, closing);
    p->pos = start;
    if (parser_accept(p, TOKEN_STAR)) {
        if (parser_accept(p, TOKEN_COMMA)) {
            keyword_only_parameters(p, closing, out);
            if (out->kwonlyargs.len == 0) {
                p->pos = start;
                return;
            }
        } else {
            out->vararg = bare_parameter(p, closing, true);
            if (!out->vararg || !ends_parameter(p, closing)) {
                out->vararg = NULL;
                p->pos = start;
                return;
            }
            keyword_only_parameters(p, closing, out);
        }
    }
    double_star_parameter(p, closing, out);
}

struct arguments *parser_parameters(struct parser *p, enum token_kind closing)
{
    struct arguments *out = parser_alloc(p, sizeof *out);
    size_t start = p->pos;
    if (p->failed)
        return NULL;
    if (p->diagnose)
        parser_invalid_parameters(p, closing);
    p->pos = start;
    positional_parameters(p, closing, out);
    star_parameters(p, closing, out);
    return p->failed ? NULL : out;
}

/* ---- Type parameters ----------------------------------------------------------------------- */

static struct type_param *type_param(struct parser *p)
{
    size_t start = p->pos;
    struct type_param *t = parser_alloc(p, sizeof *t);
    t->kind = TYPE_PARAM_TYPE_VAR;
    if (parser_accept(p, TOKEN_STAR))
        t->kind = TYPE_PARAM_TYPE_VAR_TUPLE;
    else if (parser_accept(p, TOKEN_DOUBLESTAR))
        t->kind = TYPE_PARAM_PARAM_SPEC;
    t->name = parser_name(p);
    if (!t->name) {
        p->pos = start;
        return NULL;
    }
    if (p->diagnose && t->kind != TYPE_PARAM_TYPE_VAR) {
        size_t behind = p->pos;
        p->pos = start;
        parser_invalid_type_param(p);
        p->pos = behind;
    }
    size_t behind = p->pos;
    if (t->kind == TYPE_PARAM_TYPE_VAR && parser_accept(p, TOKEN_COLON)) {
        t->bound = parser_expression(p);
        p->pos = t->bound ? p->pos : behind;
    }
    behind = p->pos;
    if (!parser_before(p, 13) && parser_accept(p, TOKEN_EQUAL)) {
        t->default_value =
            t->kind == TYPE_PARAM_TYPE_VAR_TUPLE ? parser_star_expression(p) : parser_expression(p);
        p->pos = t->default_value ? p->pos : behind;
    }
    t->pos = parser_span(p, start);
    return p->failed ? NULL : t;
}

/* '[' ','.type_param+ [','] ']', or nothing.  False if there is a bracket and no good list. */
bool parser_type_params(struct parser *p, struct type_param_list *list)
{
    struct parser_list params = {0};
    size_t start = p->pos;
    *list = (struct type_param_list){0};
    if (parser_before(p, 12) || !parser_accept(p, TOKEN_LSQB))
        return !p->failed;
    if (p->diagnose && !parser_before(p, 13) && parser_peek(p) == TOKEN_RSQB)
        parser_error_from(p, parser_token_pos(p, p->pos), "Type parameter list cannot be empty");
    for (struct type_param *t = type_param(p); t; t = type_param(p)) {
        parser_push(p, &params, t);
        if (!parser_accept(p, TOKEN_COMMA))
            break;
    }
    if (params.len == 0 || !parser_accept(p, TOKEN_RSQB)) {
        p->pos = start;
        return false;
    }
    *list = PARSER_LIST(type_param_list, params);
    return true;
}
