/* Simple statements. */
#include "parser_internal.h"

#include <string.h>

/* ---- Assignments --------------------------------------------------------------------------- */

/* The operator of += and its kin, passed. */
static bool augmented_operator(struct parser *p, enum operator* op)
{
    static const struct {
        enum token_kind token;
        enum operator op;
    } operators[] = {
        {TOKEN_PLUSEQUAL, OPERATOR_ADD},
        {TOKEN_MINEQUAL, OPERATOR_SUB},
        {TOKEN_STAREQUAL, OPERATOR_MULT},
        {TOKEN_ATEQUAL, OPERATOR_MAT_MULT},
        {TOKEN_SLASHEQUAL, OPERATOR_DIV},
        {TOKEN_PERCENTEQUAL, OPERATOR_MOD},
        {TOKEN_AMPEREQUAL, OPERATOR_BIT_AND},
        {TOKEN_VBAREQUAL, OPERATOR_BIT_OR},
        {TOKEN_CIRCUMFLEXEQUAL, OPERATOR_BIT_XOR},
        {TOKEN_LEFTSHIFTEQUAL, OPERATOR_LSHIFT},
        {TOKEN_RIGHTSHIFTEQUAL, OPERATOR_RSHIFT},
        {TOKEN_DOUBLESTAREQUAL, OPERATOR_POW},
        {TOKEN_DOUBLESLASHEQUAL, OPERATOR_FLOOR_DIV},
    };
    enum token_kind kind = p->failed ? TOKEN_END : parser_peek(p);
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        if (operators[i].token == kind) {
            *op = operators[i].op;
            p->pos++;
            return true;
        }
    }
    return false;
}

bool parser_augmented_operator(struct parser *p)
{
    enum operator op;
    return augmented_operator(p, &op);
}

/* In the second attempt nodes are shared, and the tree is thrown away. */
static void store(struct parser *p, struct expr *target)
{
    if (!p->memos)
        parser_set_context(target, CONTEXT_STORE);
}

/* target ':' annotation ['=' value]; p->pos is at the colon. */
static struct stmt *annotated(struct parser *p, size_t start, struct expr *target)
{
    p->pos++;
    struct expr *annotation = parser_expression(p);
    if (!annotation)
        return NULL;
    struct stmt *s = parser_stmt(p, STMT_ANN_ASSIGN, start);
    store(p, target);
    s->u.ann_assign.target = target;
    s->u.ann_assign.annotation = annotation;
    s->u.ann_assign.simple =
        target->kind == EXPR_NAME && parser_token(p, start)->kind == TOKEN_NAME;
    size_t behind = p->pos;
    if (parser_accept(p, TOKEN_EQUAL)) {
        s->u.ann_assign.value = parser_annotated_rhs(p);
        if (!s->u.ann_assign.value)
            p->pos = behind;
    }
    return parser_stmt_done(p, s);
}

/* target ('=' target)* '=' value; p->pos is at the first equals sign. */
static struct stmt *assigned(struct parser *p, size_t start, struct expr *target)
{
    struct parser_list targets = {0};
    struct expr *value = target;
    while (parser_accept(p, TOKEN_EQUAL)) {
        if (!parser_is_target(value))
            return NULL;
        store(p, value);
        parser_push(p, &targets, value);
        value = parser_annotated_rhs(p);
        if (!value)
            return NULL;
    }
    struct stmt *s = parser_stmt(p, STMT_ASSIGN, start);
    s->u.assign.targets = PARSER_LIST(expr_list, targets);
    s->u.assign.value = value;
    return parser_stmt_done(p, s);
}

static struct stmt *augmented(struct parser *p, size_t start, struct expr *target, enum operator op)
{
    struct expr *value = parser_annotated_rhs(p);
    if (!value)
        return NULL;
    struct stmt *s = parser_stmt(p, STMT_AUG_ASSIGN, start);
    store(p, target);
    s->u.aug_assign.target = target;
    s->u.aug_assign.op = op;
    s->u.aug_assign.value = value;
    return parser_stmt_done(p, s);
}

/* What follows an expression makes it an assignment; NULL if nothing good does. */
static struct stmt *assignment_behind(struct parser *p, size_t start, struct expr *e)
{
    enum operator op;
    if (parser_peek(p) == TOKEN_COLON)
        return parser_is_single_target(e) ? annotated(p, start, e) : NULL;
    if (parser_peek(p) == TOKEN_EQUAL)
        return parser_is_target(e) ? assigned(p, start, e) : NULL;
    if (parser_is_single_target(e) && augmented_operator(p, &op))
        return augmented(p, start, e, op);
    return NULL;
}

static struct stmt *expression_stmt(struct parser *p, size_t start, struct expr *e)
{
    struct stmt *s = parser_stmt(p, STMT_EXPR, start);
    s->u.expr.value = e;
    return parser_stmt_done(p, s);
}

/* (star_targets '=')+ annotated_rhs, behind the first target, each target looked for as such. */
static struct stmt *diagnose_assigned(struct parser *p, size_t start)
{
    size_t behind;
    do {
        p->pos++;
        behind = p->pos;
    } while (parser_star_targets(p) && !p->failed && parser_peek(p) == TOKEN_EQUAL);
    p->pos = behind;
    struct expr *value = p->failed ? NULL : parser_annotated_rhs(p);
    if (!value || parser_peek(p) == TOKEN_EQUAL)
        return NULL;
    return parser_stmt_done(p, parser_stmt(p, STMT_ASSIGN, start));
}

/* The second attempt takes the grammar's rules one by one: the good assignments by their targets,
 * then the mistakes.  Its tree is thrown away. */
static struct stmt *diagnose_assignment(struct parser *p)
{
    size_t start = p->pos;
    enum operator op;
    struct stmt *s = NULL;
    struct expr *target = parser_star_targets(p);
    if (target && parser_peek(p) == TOKEN_EQUAL)
        s = diagnose_assigned(p, start);
    else if (target && parser_is_single_target(target) && parser_peek(p) == TOKEN_COLON)
        s = annotated(p, start, target);
    else if (target && parser_is_single_target(target) && augmented_operator(p, &op))
        s = augmented(p, start, target, op);
    p->pos = s ? p->pos : start;
    if (!s && !p->failed)
        parser_invalid_assignment(p);
    return s;
}

static struct stmt *type_alias(struct parser *p)
{
    size_t start = p->pos;
    if (parser_before(p, 12) || !parser_at_word(p, "type"))
        return NULL;
    p->pos++;
    struct stmt *s = parser_stmt(p, STMT_TYPE_ALIAS, start);
    s->u.type_alias.name = parser_name_node(p, CONTEXT_STORE);
    if (s->u.type_alias.name && parser_type_params(p, &s->u.type_alias.type_params) &&
        parser_accept(p, TOKEN_EQUAL))
        s->u.type_alias.value = parser_expression(p);
    if (s->u.type_alias.value)
        return parser_stmt_done(p, s);
    p->pos = start;
    return NULL;
}

static struct stmt *expression_or_assignment(struct parser *p)
{
    size_t start = p->pos;
    struct stmt *s = p->diagnose ? diagnose_assignment(p) : NULL;
    if (!s && !p->failed)
        s = type_alias(p);
    if (s || p->failed)
        return s;
    struct expr *e = parser_annotated_rhs(p);
    if (!e)
        return NULL;
    size_t behind = p->pos;
    s = p->diagnose ? NULL : assignment_behind(p, start, e);
    if (s || p->failed)
        return s;
    p->pos = behind;
    return expression_stmt(p, start, e);
}

/* ---- Statements with a keyword ------------------------------------------------------------- */

static struct stmt *bare(struct parser *p, enum stmt_kind kind)
{
    size_t start = p->pos++;
    return parser_stmt_done(p, parser_stmt(p, kind, start));
}

static struct stmt *return_stmt(struct parser *p)
{
    struct stmt *s = parser_stmt(p, STMT_RETURN, p->pos++);
    s->u.return_.value = parser_star_expressions(p);
    return parser_stmt_done(p, s);
}

static struct stmt *raise_stmt(struct parser *p)
{
    struct stmt *s = parser_stmt(p, STMT_RAISE, p->pos++);
    s->u.raise.exc = parser_expression(p);
    size_t behind = p->pos;
    if (s->u.raise.exc && parser_accept(p, TOKEN_FROM)) {
        s->u.raise.cause = parser_expression(p);
        if (!s->u.raise.cause)
            p->pos = behind;
    }
    return parser_stmt_done(p, s);
}

static struct stmt *del_stmt(struct parser *p)
{
    size_t start = p->pos++;
    struct stmt *s = parser_stmt(p, STMT_DELETE, start);
    bool good = parser_del_targets(p, &s->u.delete.targets) &&
                (parser_peek(p) == TOKEN_SEMI || parser_peek(p) == TOKEN_NEWLINE);
    if (good || p->failed)
        return parser_stmt_done(p, s);
    p->pos = start;
    if (p->diagnose)
        parser_invalid_del_stmt(p);
    return NULL;
}

static struct stmt *assert_stmt(struct parser *p)
{
    struct stmt *s = parser_stmt(p, STMT_ASSERT, p->pos++);
    s->u.assert_.test = parser_expression(p);
    if (!s->u.assert_.test)
        return NULL;
    size_t behind = p->pos;
    if (parser_accept(p, TOKEN_COMMA)) {
        s->u.assert_.msg = parser_expression(p);
        if (!s->u.assert_.msg)
            p->pos = behind;
    }
    return parser_stmt_done(p, s);
}

/* global, nonlocal: ','.NAME+ */
static struct stmt *names_stmt(struct parser *p, enum stmt_kind kind)
{
    struct parser_list names = {0};
    struct stmt *s = parser_stmt(p, kind, p->pos++);
    size_t behind = p->pos;
    do {
        const char *name = parser_name(p);
        if (!name)
            break;
        parser_push(p, &names, (void *)name);
        behind = p->pos;
    } while (parser_accept(p, TOKEN_COMMA));
    p->pos = behind;
    if (names.len == 0)
        return NULL;
    s->u.global.names = PARSER_LIST(identifier_list, names);
    return parser_stmt_done(p, s);
}

/* ---- Imports ------------------------------------------------------------------------------- */

/* NAME ('.' NAME)*, as one identifier. */
const char *parser_dotted_name(struct parser *p)
{
    const char *name = parser_name(p);
    struct buffer dotted = {0};
    size_t behind = p->pos;
    if (!name)
        return NULL;
    while (parser_accept(p, TOKEN_DOT)) {
        const char *next = parser_name(p);
        if (!next)
            break;
        if (dotted.len == 0)
            buffer_puts(&dotted, name);
        buffer_printf(&dotted, ".%s", next);
        behind = p->pos;
    }
    p->pos = behind;
    if (dotted.len)
        name = identifier_intern(p->identifiers, dotted.data, dotted.len);
    buffer_free(&dotted);
    return name;
}

/* name ['as' NAME], the name dotted or not. */
static struct alias *alias(struct parser *p, const char *(*read_name)(struct parser *))
{
    size_t start = p->pos;
    struct alias *a = parser_alloc(p, sizeof *a);
    a->name = read_name(p);
    if (!a->name)
        return NULL;
    size_t behind = p->pos;
    if (parser_accept(p, TOKEN_AS)) {
        a->asname = parser_name(p);
        if (!a->asname)
            p->pos = behind;
    }
    a->pos = parser_span(p, start);
    return p->failed ? NULL : a;
}

bool parser_aliases(struct parser *p, const char *(*read_name)(struct parser *),
                    struct alias_list *list)
{
    struct parser_list aliases = {0};
    size_t behind = p->pos;
    do {
        struct alias *a = alias(p, read_name);
        if (!a)
            break;
        parser_push(p, &aliases, a);
        behind = p->pos;
    } while (parser_accept(p, TOKEN_COMMA));
    p->pos = behind;
    *list = PARSER_LIST(alias_list, aliases);
    return aliases.len > 0 && !p->failed;
}

static struct stmt *import_name(struct parser *p)
{
    size_t start = p->pos;
    if (p->diagnose)
        parser_invalid_import(p);
    p->pos = start + 1;
    struct stmt *s = parser_stmt(p, STMT_IMPORT, start);
    if (p->failed || !parser_aliases(p, parser_dotted_name, &s->u.import.names))
        return NULL;
    return parser_stmt_done(p, s);
}

static bool import_star(struct parser *p, struct alias_list *list)
{
    struct parser_list aliases = {0};
    struct alias *a = parser_alloc(p, sizeof *a);
    a->name = identifier_intern(p->identifiers, "*", 1);
    a->pos = parser_token_pos(p, p->pos++);
    parser_push(p, &aliases, a);
    *list = PARSER_LIST(alias_list, aliases);
    return true;
}

static bool import_from_targets(struct parser *p, struct alias_list *list)
{
    size_t start = p->pos;
    if (p->failed)
        return false;
    if (parser_peek(p) == TOKEN_STAR)
        return import_star(p, list);
    if (parser_accept(p, TOKEN_LPAR)) {
        if (!parser_aliases(p, parser_name, list))
            return false;
        parser_accept(p, TOKEN_COMMA);
        return parser_accept(p, TOKEN_RPAR);
    }
    if (parser_aliases(p, parser_name, list) && parser_peek(p) != TOKEN_COMMA)
        return true;
    p->pos = start;
    if (p->diagnose && !p->failed)
        parser_invalid_import_from_targets(p);
    return false;
}

static struct stmt *import_from(struct parser *p)
{
    struct stmt *s = parser_stmt(p, STMT_IMPORT_FROM, p->pos++);
    for (;;) {
        if (parser_accept(p, TOKEN_DOT))
            s->u.import_from.level += 1;
        else if (parser_accept(p, TOKEN_ELLIPSIS))
            s->u.import_from.level += 3;
        else
            break;
    }
    s->u.import_from.module = parser_dotted_name(p);
    if (!s->u.import_from.module && s->u.import_from.level == 0)
        return NULL;
    if (!parser_accept(p, TOKEN_IMPORT) || !import_from_targets(p, &s->u.import_from.names))
        return NULL;
    return parser_stmt_done(p, s);
}

/* ---- The choice ---------------------------------------------------------------------------- */

static struct stmt *simple_stmt(struct parser *p)
{
    switch (parser_peek(p)) {
    case TOKEN_RETURN:
        return return_stmt(p);
    case TOKEN_IMPORT:
        return import_name(p);
    case TOKEN_FROM:
        return import_from(p);
    case TOKEN_RAISE:
        return raise_stmt(p);
    case TOKEN_PASS:
        return bare(p, STMT_PASS);
    case TOKEN_DEL:
        return del_stmt(p);
    case TOKEN_ASSERT:
        return assert_stmt(p);
    case TOKEN_BREAK:
        return bare(p, STMT_BREAK);
    case TOKEN_CONTINUE:
        return bare(p, STMT_CONTINUE);
    case TOKEN_GLOBAL:
        return names_stmt(p, STMT_GLOBAL);
    case TOKEN_NONLOCAL:
        return names_stmt(p, STMT_NONLOCAL);
    default:
        return expression_or_assignment(p);
    }
}

static struct stmt *parser_simple_stmt(struct parser *p)
{
    void *known;
    size_t start = p->pos;
    if (p->failed)
        return NULL;
    if (parser_recall(p, RULE_SIMPLE_STMT, &known))
        return known;
    return parser_remember(p, RULE_SIMPLE_STMT, start, p->failed ? NULL : simple_stmt(p));
}

/* simple_stmt (';' simple_stmt)* [';'] NEWLINE */
bool parser_simple_stmts(struct parser *p, struct parser_list *list)
{
    size_t start = p->pos, before = list->len;
    do {
        struct stmt *s = parser_simple_stmt(p);
        if (!s)
            break;
        parser_push(p, list, s);
    } while (parser_accept(p, TOKEN_SEMI));
    if (list->len > before && parser_accept(p, TOKEN_NEWLINE))
        return true;
    list->len = before;
    p->pos = start;
    return false;
}
