#include <pyviz/lang/ast.h>

#include <stddef.h>

struct visit {
    ast_visitor *visit;
    void *context;
};

static void one(const struct visit *v, struct expr *e)
{
    if (e)
        v->visit(v->context, e);
}

static void each(const struct visit *v, const struct expr_list *list)
{
    for (size_t i = 0; i < list->len; i++)
        one(v, list->items[i]);
}

static void each_generator(const struct visit *v, const struct comprehension_list *list)
{
    for (size_t i = 0; i < list->len; i++) {
        one(v, list->items[i]->target);
        one(v, list->items[i]->iter);
        each(v, &list->items[i]->ifs);
    }
}

static void call_children(const struct visit *v, const struct expr *e)
{
    one(v, e->u.call.func);
    each(v, &e->u.call.args);
    for (size_t i = 0; i < e->u.call.keywords.len; i++)
        one(v, e->u.call.keywords.items[i]->value);
}

static void dict_children(const struct visit *v, const struct expr *e)
{
    for (size_t i = 0; i < e->u.dict.values.len; i++) {
        one(v, e->u.dict.keys.items[i]);
        one(v, e->u.dict.values.items[i]);
    }
}

static void lambda_children(const struct visit *v, const struct expr *e)
{
    each(v, &e->u.lambda.args->defaults);
    each(v, &e->u.lambda.args->kw_defaults);
    one(v, e->u.lambda.body);
}

/* The kinds whose children are fields of theirs: where these lie. */
struct child {
    enum { NO_CHILD, ONE_CHILD, CHILDREN } kind;
    size_t offset;
};
enum { MAX_FIELDS = 3 };
#define ONE(field)                                                                                 \
    {                                                                                              \
        ONE_CHILD, offsetof(struct expr, u.field)                                                  \
    }
#define LIST(field)                                                                                \
    {                                                                                              \
        CHILDREN, offsetof(struct expr, u.field)                                                   \
    }
static const struct child fields[][MAX_FIELDS] = {
    [EXPR_BOOL_OP] = {LIST(bool_op.values)},
    [EXPR_NAMED_EXPR] = {ONE(named_expr.target), ONE(named_expr.value)},
    [EXPR_BIN_OP] = {ONE(bin_op.left), ONE(bin_op.right)},
    [EXPR_UNARY_OP] = {ONE(unary_op.operand)},
    [EXPR_IF_EXP] = {ONE(if_exp.test), ONE(if_exp.body), ONE(if_exp.orelse)},
    [EXPR_SET] = {LIST(set.elts)},
    [EXPR_AWAIT] = {ONE(await.value)},
    [EXPR_YIELD] = {ONE(yield.value)},
    [EXPR_YIELD_FROM] = {ONE(yield_from.value)},
    [EXPR_COMPARE] = {ONE(compare.left), LIST(compare.comparators)},
    [EXPR_FORMATTED_VALUE] = {ONE(formatted_value.value), ONE(formatted_value.format_spec)},
    [EXPR_JOINED_STR] = {LIST(joined_str.values)},
    [EXPR_ATTRIBUTE] = {ONE(attribute.value)},
    [EXPR_SUBSCRIPT] = {ONE(subscript.value), ONE(subscript.slice)},
    [EXPR_STARRED] = {ONE(starred.value)},
    [EXPR_LIST] = {LIST(list.elts)},
    [EXPR_TUPLE] = {LIST(tuple.elts)},
    [EXPR_SLICE] = {ONE(slice.lower), ONE(slice.upper), ONE(slice.step)},
};
#undef ONE
#undef LIST

static void plain_children(const struct visit *v, const struct expr *e)
{
    for (int i = 0; i < MAX_FIELDS && fields[e->kind][i].kind != NO_CHILD; i++) {
        const void *field = (const char *)e + fields[e->kind][i].offset;
        if (fields[e->kind][i].kind == CHILDREN)
            each(v, field);
        else
            one(v, *(struct expr *const *)field);
    }
}

void ast_visit_children(const struct expr *e, ast_visitor *visit, void *context)
{
    const struct visit visitor = {visit, context}, *v = &visitor;
    switch (e->kind) {
    case EXPR_LAMBDA:
        lambda_children(v, e);
        break;
    case EXPR_DICT:
        dict_children(v, e);
        break;
    case EXPR_LIST_COMP:
    case EXPR_SET_COMP:
    case EXPR_GENERATOR_EXP:
        one(v, e->u.comp.elt);
        each_generator(v, &e->u.comp.generators);
        break;
    case EXPR_DICT_COMP:
        one(v, e->u.dict_comp.key);
        one(v, e->u.dict_comp.value);
        each_generator(v, &e->u.dict_comp.generators);
        break;
    case EXPR_CALL:
        call_children(v, e);
        break;
    default:
        plain_children(v, e);
    }
}
