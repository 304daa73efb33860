#include <pyviz/lang/ast.h>

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

void ast_visit_children(const struct expr *e, ast_visitor *visit, void *context)
{
    const struct visit visitor = {visit, context}, *v = &visitor;
    switch (e->kind) {
    case EXPR_BOOL_OP:
        each(v, &e->u.bool_op.values);
        break;
    case EXPR_NAMED_EXPR:
        one(v, e->u.named_expr.target);
        one(v, e->u.named_expr.value);
        break;
    case EXPR_BIN_OP:
        one(v, e->u.bin_op.left);
        one(v, e->u.bin_op.right);
        break;
    case EXPR_UNARY_OP:
        one(v, e->u.unary_op.operand);
        break;
    case EXPR_LAMBDA:
        each(v, &e->u.lambda.args->defaults);
        each(v, &e->u.lambda.args->kw_defaults);
        one(v, e->u.lambda.body);
        break;
    case EXPR_IF_EXP:
        one(v, e->u.if_exp.test);
        one(v, e->u.if_exp.body);
        one(v, e->u.if_exp.orelse);
        break;
    case EXPR_DICT:
        dict_children(v, e);
        break;
    case EXPR_SET:
        each(v, &e->u.set.elts);
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
    case EXPR_AWAIT:
        one(v, e->u.await.value);
        break;
    case EXPR_YIELD:
        one(v, e->u.yield.value);
        break;
    case EXPR_YIELD_FROM:
        one(v, e->u.yield_from.value);
        break;
    case EXPR_COMPARE:
        one(v, e->u.compare.left);
        each(v, &e->u.compare.comparators);
        break;
    case EXPR_CALL:
        call_children(v, e);
        break;
    case EXPR_FORMATTED_VALUE:
        one(v, e->u.formatted_value.value);
        one(v, e->u.formatted_value.format_spec);
        break;
    case EXPR_JOINED_STR:
        each(v, &e->u.joined_str.values);
        break;
    case EXPR_ATTRIBUTE:
        one(v, e->u.attribute.value);
        break;
    case EXPR_SUBSCRIPT:
        one(v, e->u.subscript.value);
        one(v, e->u.subscript.slice);
        break;
    case EXPR_STARRED:
        one(v, e->u.starred.value);
        break;
    case EXPR_LIST:
        each(v, &e->u.list.elts);
        break;
    case EXPR_TUPLE:
        each(v, &e->u.tuple.elts);
        break;
    case EXPR_SLICE:
        one(v, e->u.slice.lower);
        one(v, e->u.slice.upper);
        one(v, e->u.slice.step);
        break;
    case EXPR_CONSTANT:
    case EXPR_NAME:
        break;
    }
}
