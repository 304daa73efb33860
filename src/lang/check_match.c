/* Patterns that can never match, or that bind a name twice (Python/codegen.c: codegen_pattern_...).
 */
#include "check_internal.h"

#include <pyviz/lang/ast_dump.h>

#include <stdlib.h>
#include <string.h>

/* The names that a pattern has bound so far. */
struct names {
    const char **items;
    size_t len, cap;
};

struct pattern_check {
    struct check *c;
    struct names names;
    bool allow_irrefutable; /* a pattern that always matches may stand here */
};

static bool has_name(const struct names *names, const char *name)
{
    for (size_t i = 0; i < names->len; i++)
        if (names->items[i] == name)
            return true;
    return false;
}

static void push_name(struct names *names, const char *name)
{
    if (names->len == names->cap) {
        names->cap = names->cap ? names->cap * 2 : 8;
        names->items = base_realloc(names->items, names->cap * sizeof *names->items);
    }
    names->items[names->len++] = name;
}

static void bind(struct pattern_check *pc, const char *name, struct pos pos)
{
    if (!name)
        return;
    check_stored_name(pc->c, name, pos);
    if (has_name(&pc->names, name))
        check_error(pc->c, pos, "multiple assignments to name '%s' in pattern", name);
    push_name(&pc->names, name);
}

static void check_pattern(struct pattern_check *pc, const struct pattern *p);

/* A pattern inside another may always match. */
static void check_subpattern(struct pattern_check *pc, const struct pattern *p)
{
    bool allowed = pc->allow_irrefutable;
    pc->allow_irrefutable = true;
    check_pattern(pc, p);
    pc->allow_irrefutable = allowed;
}

static void check_subpatterns(struct pattern_check *pc, const struct pattern_list *list)
{
    for (size_t i = 0; i < list->len; i++)
        check_subpattern(pc, list->items[i]);
}

/* Numbers (with a sign, or complex), strings, bytes, and dotted names. */
static bool may_match(const struct expr *e)
{
    return e->kind == EXPR_CONSTANT || e->kind == EXPR_ATTRIBUTE || e->kind == EXPR_UNARY_OP ||
           e->kind == EXPR_BIN_OP;
}

static void check_as(struct pattern_check *pc, const struct pattern *p)
{
    if (p->u.match_as.pattern) {
        bind(pc, p->u.match_as.name, p->pos);
        check_pattern(pc, p->u.match_as.pattern);
        return;
    }
    if (!pc->allow_irrefutable) {
        if (p->u.match_as.name)
            check_error(pc->c, p->pos, "name capture '%s' makes remaining patterns unreachable",
                        p->u.match_as.name);
        else
            check_error(pc->c, p->pos, "wildcard makes remaining patterns unreachable");
    }
    bind(pc, p->u.match_as.name, p->pos);
}

static void check_sequence(struct pattern_check *pc, const struct pattern *p)
{
    const struct pattern_list *list = &p->u.match_sequence.patterns;
    bool star = false;
    for (size_t i = 0; i < list->len; i++) {
        if (list->items[i]->kind != PATTERN_MATCH_STAR)
            continue;
        if (star)
            check_error(pc->c, p->pos, "multiple starred names in sequence pattern");
        star = true;
    }
    check_subpatterns(pc, list);
}

/* -1, 0.0, 0j, False: numbers that fit into doubles, which may be equal although of different
 * kinds. */
static bool small_number(const struct expr *e, double *value)
{
    if (e->kind == EXPR_UNARY_OP && e->u.unary_op.op == UNARYOP_USUB) {
        bool known = small_number(e->u.unary_op.operand, value);
        *value = -*value;
        return known;
    }
    const struct constant *c = &e->u.constant;
    if (e->kind != EXPR_CONSTANT)
        return false;
    switch (c->kind) {
    case CONSTANT_TRUE:
    case CONSTANT_FALSE:
        *value = c->kind == CONSTANT_TRUE;
        return true;
    case CONSTANT_INT:
        *value = c->len <= 10 ? (double)strtoull(c->data, NULL, (int)c->base) : 0;
        return c->len <= 10;
    case CONSTANT_FLOAT:
        *value = c->number;
        return true;
    case CONSTANT_COMPLEX: /* that of an imaginary number */
        *value = 0;
        return c->number == 0;
    default:
        return false;
    }
}

/* Only keys that are surely equal: small numbers, or the same kind of constant, spelt out the
 * same. */
static bool same_key(const struct expr *a, const struct expr *b)
{
    const struct constant *x = &a->u.constant, *y = &b->u.constant;
    double p, q;
    if (small_number(a, &p) && small_number(b, &q))
        return p == q;
    if (a->kind != EXPR_CONSTANT || b->kind != EXPR_CONSTANT || x->kind != y->kind)
        return false;
    if (x->kind == CONSTANT_FLOAT || x->kind == CONSTANT_COMPLEX)
        return x->number == y->number;
    return x->base == y->base && x->len == y->len &&
           (x->len == 0 || memcmp(x->data, y->data, x->len) == 0);
}

static void duplicate_key(struct pattern_check *pc, const struct pattern *p, const struct expr *key)
{
    struct buffer text = {0};
    bool negative = key->kind == EXPR_UNARY_OP;
    const struct constant *c = &(negative ? key->u.unary_op.operand : key)->u.constant;
    if (negative && !(c->kind == CONSTANT_INT && strcmp(c->data, "0") == 0))
        buffer_putc(&text, '-');
    ast_repr_constant(c, &text);
    check_error(pc->c, p->pos, "mapping pattern checks duplicate key (%s)", buffer_text(&text));
    buffer_free(&text);
}

static void check_mapping(struct pattern_check *pc, const struct pattern *p)
{
    const struct expr_list *keys = &p->u.match_mapping.keys;
    for (size_t i = 0; i < keys->len; i++) {
        for (size_t j = 0; j < i; j++)
            if (same_key(keys->items[i], keys->items[j]))
                duplicate_key(pc, p, keys->items[i]);
        if (!may_match(keys->items[i]))
            check_error(pc->c, p->pos,
                        "mapping pattern keys may only match literals and attribute lookups");
    }
    check_subpatterns(pc, &p->u.match_mapping.patterns);
    bind(pc, p->u.match_mapping.rest, p->pos);
}

static void check_class(struct pattern_check *pc, const struct pattern *p)
{
    const struct identifier_list *attrs = &p->u.match_class.kwd_attrs;
    for (size_t i = 0; i < attrs->len; i++) {
        check_stored_name(pc->c, attrs->items[i], p->u.match_class.kwd_patterns.items[i]->pos);
        for (size_t j = i + 1; j < attrs->len; j++)
            if (attrs->items[i] == attrs->items[j])
                check_error(pc->c, p->u.match_class.kwd_patterns.items[j]->pos,
                            "attribute name repeated in class pattern: %s", attrs->items[j]);
    }
    check_subpatterns(pc, &p->u.match_class.patterns);
    check_subpatterns(pc, &p->u.match_class.kwd_patterns);
}

static bool bind_the_same(const struct names *a, const struct names *b, size_t from)
{
    if (a->len != b->len)
        return false;
    for (size_t i = from; i < a->len; i++)
        if (!has_name(b, a->items[i]))
            return false;
    return true;
}

/* The innermost one that comes last: where 3.11's compiler stands behind an alternative. */
static const struct pattern *last_inside(const struct pattern *p)
{
    const struct pattern_list *list = NULL;
    switch (p->kind) {
    case PATTERN_MATCH_SEQUENCE:
        list = &p->u.match_sequence.patterns;
        break;
    case PATTERN_MATCH_MAPPING:
        list = &p->u.match_mapping.patterns;
        break;
    case PATTERN_MATCH_CLASS:
        list = p->u.match_class.kwd_patterns.len ? &p->u.match_class.kwd_patterns
                                                 : &p->u.match_class.patterns;
        break;
    case PATTERN_MATCH_OR:
        list = &p->u.match_or.patterns;
        break;
    case PATTERN_MATCH_AS:
        return p->u.match_as.pattern ? last_inside(p->u.match_as.pattern) : p;
    default:
        return p;
    }
    return list->len ? last_inside(list->items[list->len - 1]) : p;
}

/* Each alternative starts with the names bound before, and must end with the same set. */
static void check_or(struct pattern_check *pc, const struct pattern *p)
{
    const struct pattern_list *list = &p->u.match_or.patterns;
    struct names before = pc->names, first = {0};
    bool allowed = pc->allow_irrefutable;
    bool before_12 = pc->c->src->minor && pc->c->src->minor < 12;
    for (size_t i = 0; i < list->len; i++) {
        pc->names = (struct names){0};
        for (size_t j = 0; j < before.len; j++)
            push_name(&pc->names, before.items[j]);
        pc->allow_irrefutable = i + 1 == list->len && allowed;
        check_pattern(pc, list->items[i]);
        if (i == 0)
            first = pc->names;
        else if (!bind_the_same(&first, &pc->names, before.len))
            check_error(pc->c, before_12 ? last_inside(list->items[i])->pos : p->pos,
                        "alternative patterns bind different names");
        if (i > 0)
            free(pc->names.items);
    }
    free(before.items);
    pc->names = first;
    pc->allow_irrefutable = allowed;
}

static void check_pattern(struct pattern_check *pc, const struct pattern *p)
{
    switch (p->kind) {
    case PATTERN_MATCH_VALUE:
        if (!may_match(p->u.match_value.value))
            check_error(pc->c, p->pos, "patterns may only match literals and attribute lookups");
        check_expr(pc->c, p->u.match_value.value);
        break;
    case PATTERN_MATCH_SINGLETON:
        break;
    case PATTERN_MATCH_SEQUENCE:
        check_sequence(pc, p);
        break;
    case PATTERN_MATCH_STAR:
        bind(pc, p->u.match_star.name, p->pos);
        break;
    case PATTERN_MATCH_MAPPING:
        check_mapping(pc, p);
        break;
    case PATTERN_MATCH_CLASS:
        check_class(pc, p);
        break;
    case PATTERN_MATCH_AS:
        check_as(pc, p);
        break;
    case PATTERN_MATCH_OR:
        check_or(pc, p);
        break;
    }
}

void check_match(struct check *c, const struct stmt *s)
{
    const struct match_case_list *cases = &s->u.match.cases;
    check_expr(c, s->u.match.subject);
    for (size_t i = 0; i < cases->len && !c->failed; i++) {
        const struct match_case *item = cases->items[i];
        struct pattern_check pc = {.c = c};
        pc.allow_irrefutable = item->guard || i + 1 == cases->len;
        check_pattern(&pc, item->pattern);
        free(pc.names.items);
        check_expr(c, item->guard);
        check_statements(c, &item->body);
    }
}
