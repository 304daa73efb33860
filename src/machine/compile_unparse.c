/* An annotation as text, for `from __future__ import annotations`: Python/ast_unparse.c.
 *
 * Each kind of expression binds with a certain strength; where it stands in something that binds
 * more strongly, it gets parentheses.  What was written there, with its blanks, does not matter. */
#include <pyviz/machine/str.h>

#include "compiler.h"

#include <string.h>

enum level {
    BINDS_TUPLE,
    BINDS_TEST, /* if-else, lambda */
    BINDS_OR,
    BINDS_AND,
    BINDS_NOT,
    BINDS_COMPARE,
    BINDS_BIT_OR,
    BINDS_BIT_XOR,
    BINDS_BIT_AND,
    BINDS_SHIFT,
    BINDS_ARITH,
    BINDS_TERM,
    BINDS_FACTOR,
    BINDS_POWER,
    BINDS_AWAIT,
    BINDS_ATOM,
    BINDS_STAR = BINDS_BIT_OR,
};

struct text {
    struct compiler *c;
    struct buffer out;
    bool failed;
};

static void write_expr(struct text *t, const struct expr *e, int level);

static void put(struct text *t, const char *s)
{
    buffer_puts(&t->out, s);
}

static bool open_if(struct text *t, bool needed)
{
    if (needed)
        put(t, "(");
    return needed;
}

static void close_if(struct text *t, bool needed)
{
    if (needed)
        put(t, ")");
}

static void write_list(struct text *t, const struct expr_list *items, int level)
{
    for (size_t i = 0; i < items->len; i++) {
        put(t, i ? ", " : "");
        write_expr(t, items->items[i], level);
    }
}

/* ---- operators ------------------------------------------------------------------------------- */

static void write_bool_op(struct text *t, const struct expr *e, int level)
{
    bool and = e->u.bool_op.op == BOOLOP_AND;
    int own = and? BINDS_AND : BINDS_OR;
    bool parentheses = open_if(t, level > own);
    for (size_t i = 0; i < e->u.bool_op.values.len; i++) {
        put(t, i == 0 ? "" : and? " and " : " or ");
        write_expr(t, e->u.bool_op.values.items[i], own + 1);
    }
    close_if(t, parentheses);
}

static void write_bin_op(struct text *t, const struct expr *e, int level)
{
    static const struct {
        const char *sign;
        int binds;
    } operators[] = {
        [OPERATOR_ADD] = {" + ", BINDS_ARITH},       [OPERATOR_SUB] = {" - ", BINDS_ARITH},
        [OPERATOR_MULT] = {" * ", BINDS_TERM},       [OPERATOR_MAT_MULT] = {" @ ", BINDS_TERM},
        [OPERATOR_DIV] = {" / ", BINDS_TERM},        [OPERATOR_MOD] = {" % ", BINDS_TERM},
        [OPERATOR_POW] = {" ** ", BINDS_POWER},      [OPERATOR_LSHIFT] = {" << ", BINDS_SHIFT},
        [OPERATOR_RSHIFT] = {" >> ", BINDS_SHIFT},   [OPERATOR_BIT_OR] = {" | ", BINDS_BIT_OR},
        [OPERATOR_BIT_XOR] = {" ^ ", BINDS_BIT_XOR}, [OPERATOR_BIT_AND] = {" & ", BINDS_BIT_AND},
        [OPERATOR_FLOOR_DIV] = {" // ", BINDS_TERM},
    };
    int own = operators[e->u.bin_op.op].binds;
    bool from_right = e->u.bin_op.op == OPERATOR_POW;
    bool parentheses = open_if(t, level > own);
    write_expr(t, e->u.bin_op.left, own + from_right);
    put(t, operators[e->u.bin_op.op].sign);
    write_expr(t, e->u.bin_op.right, own + !from_right);
    close_if(t, parentheses);
}

static void write_unary_op(struct text *t, const struct expr *e, int level)
{
    static const char *const signs[] = {
        [UNARYOP_INVERT] = "~", [UNARYOP_NOT] = "not ", [UNARYOP_UADD] = "+", [UNARYOP_USUB] = "-"};
    int own = e->u.unary_op.op == UNARYOP_NOT ? BINDS_NOT : BINDS_FACTOR;
    bool parentheses = open_if(t, level > own);
    put(t, signs[e->u.unary_op.op]);
    write_expr(t, e->u.unary_op.operand, own);
    close_if(t, parentheses);
}

static void write_compare(struct text *t, const struct expr *e, int level)
{
    static const char *const signs[] = {
        [CMPOP_EQ] = " == ",         [CMPOP_NOT_EQ] = " != ",     [CMPOP_LT] = " < ",
        [CMPOP_LT_E] = " <= ",       [CMPOP_GT] = " > ",          [CMPOP_GT_E] = " >= ",
        [CMPOP_IS] = " is ",         [CMPOP_IS_NOT] = " is not ", [CMPOP_IN] = " in ",
        [CMPOP_NOT_IN] = " not in ",
    };
    bool parentheses = open_if(t, level > BINDS_COMPARE);
    write_expr(t, e->u.compare.left, BINDS_COMPARE + 1);
    for (size_t i = 0; i < e->u.compare.comparators.len; i++) {
        put(t, signs[e->u.compare.ops[i]]);
        write_expr(t, e->u.compare.comparators.items[i], BINDS_COMPARE + 1);
    }
    close_if(t, parentheses);
}

static void write_if_exp(struct text *t, const struct expr *e, int level)
{
    bool parentheses = open_if(t, level > BINDS_TEST);
    write_expr(t, e->u.if_exp.body, BINDS_TEST + 1);
    put(t, " if ");
    write_expr(t, e->u.if_exp.test, BINDS_TEST + 1);
    put(t, " else ");
    write_expr(t, e->u.if_exp.orelse, BINDS_TEST);
    close_if(t, parentheses);
}

/* ---- displays and comprehensions ------------------------------------------------------------- */

static void write_dict(struct text *t, const struct expr *e)
{
    put(t, "{");
    for (size_t i = 0; i < e->u.dict.values.len; i++) {
        const struct expr *key = e->u.dict.keys.items[i];
        put(t, i ? ", " : "");
        if (key) {
            write_expr(t, key, BINDS_TEST);
            put(t, ": ");
        } else {
            put(t, "**");
        }
        write_expr(t, e->u.dict.values.items[i], key ? BINDS_TEST : BINDS_STAR);
    }
    put(t, "}");
}

static void write_generators(struct text *t, const struct comprehension_list *generators)
{
    for (size_t i = 0; i < generators->len; i++) {
        const struct comprehension *g = generators->items[i];
        put(t, g->is_async ? " async for " : " for ");
        write_expr(t, g->target, BINDS_TUPLE);
        put(t, " in ");
        write_expr(t, g->iter, BINDS_TEST + 1);
        for (size_t k = 0; k < g->ifs.len; k++) {
            put(t, " if ");
            write_expr(t, g->ifs.items[k], BINDS_TEST + 1);
        }
    }
}

static void write_comprehension(struct text *t, const struct expr *e, const char *open,
                                const char *close)
{
    put(t, open);
    if (e->kind == EXPR_DICT_COMP) {
        write_expr(t, e->u.dict_comp.key, BINDS_TEST);
        put(t, ": ");
        write_expr(t, e->u.dict_comp.value, BINDS_TEST);
        write_generators(t, &e->u.dict_comp.generators);
    } else {
        write_expr(t, e->u.comp.elt, BINDS_TEST);
        write_generators(t, &e->u.comp.generators);
    }
    put(t, close);
}

static void write_tuple(struct text *t, const struct expr *e, int level)
{
    const struct expr_list *elts = &e->u.tuple.elts;
    bool parentheses = open_if(t, elts->len == 0 || level > BINDS_TUPLE);
    write_list(t, elts, BINDS_TEST);
    put(t, elts->len == 1 ? "," : "");
    close_if(t, parentheses);
}

/* ---- what follows a name --------------------------------------------------------------------- */

static void write_call(struct text *t, const struct expr *e)
{
    const struct expr_list *args = &e->u.call.args;
    const struct keyword_list *keywords = &e->u.call.keywords;
    write_expr(t, e->u.call.func, BINDS_ATOM);
    bool bare = args->len == 1 && keywords->len == 0 && args->items[0]->kind == EXPR_GENERATOR_EXP;
    if (bare) { /* brings its own parentheses */
        write_expr(t, args->items[0], BINDS_TEST);
        return;
    }
    put(t, "(");
    write_list(t, args, BINDS_TEST);
    for (size_t i = 0; i < keywords->len; i++) {
        put(t, args->len + i ? ", " : "");
        put(t, keywords->items[i]->arg ? keywords->items[i]->arg : "**");
        put(t, keywords->items[i]->arg ? "=" : "");
        write_expr(t, keywords->items[i]->value, BINDS_TEST);
    }
    put(t, ")");
}

static void write_attribute(struct text *t, const struct expr *e)
{
    const struct expr *value = e->u.attribute.value;
    bool number = value->kind == EXPR_CONSTANT && value->u.constant.kind == CONSTANT_INT;
    write_expr(t, value, BINDS_ATOM);
    put(t, number ? " ." : ".");
    put(t, e->u.attribute.attr);
}

static void write_slice(struct text *t, const struct expr *e)
{
    if (e->u.slice.lower)
        write_expr(t, e->u.slice.lower, BINDS_TEST);
    put(t, ":");
    if (e->u.slice.upper)
        write_expr(t, e->u.slice.upper, BINDS_TEST);
    if (e->u.slice.step) {
        put(t, ":");
        write_expr(t, e->u.slice.step, BINDS_TEST);
    }
}

static void write_constant(struct text *t, const struct expr *e)
{
    Object *value = e->u.constant.kind == CONSTANT_ELLIPSIS ? NULL : fold_constant(t->c, e);
    Object *text = value ? object_repr(t->c->m, value) : NULL;
    put(t, e->u.constant.kind == CONSTANT_ELLIPSIS ? "..." : e->u.constant.kind_u ? "u" : "");
    if (text)
        str_to_utf8(text, &t->out);
    t->failed |= !text && e->u.constant.kind != CONSTANT_ELLIPSIS;
    xdecref(t->c->m, text);
    xdecref(t->c->m, value);
}

static void refuse_here(struct text *t, const struct expr *e, const char *what)
{
    if (!t->failed)
        refuse(t->c, e->pos, what);
    t->failed = true;
}

static void write_enclosed(struct text *t, const char *open, const struct expr_list *elts,
                           const char *close)
{
    put(t, open);
    write_list(t, elts, BINDS_TEST);
    put(t, close);
}

static void write_named_expr(struct text *t, const struct expr *e, int level)
{
    bool parentheses = open_if(t, level > BINDS_TUPLE);
    write_expr(t, e->u.named_expr.target, BINDS_ATOM);
    put(t, " := ");
    write_expr(t, e->u.named_expr.value, BINDS_ATOM);
    close_if(t, parentheses);
}

static void write_subscript(struct text *t, const struct expr *e)
{
    write_expr(t, e->u.subscript.value, BINDS_ATOM);
    put(t, "[");
    write_expr(t, e->u.subscript.slice, BINDS_TUPLE);
    put(t, "]");
}

/* What needs no parentheses, and whatever is refused. */
static void write_atom(struct text *t, const struct expr *e)
{
    switch (e->kind) {
    case EXPR_DICT:
        write_dict(t, e);
        return;
    case EXPR_SET:
        write_enclosed(t, "{", &e->u.set.elts, "}");
        return;
    case EXPR_LIST:
        write_enclosed(t, "[", &e->u.list.elts, "]");
        return;
    case EXPR_LIST_COMP:
        write_comprehension(t, e, "[", "]");
        return;
    case EXPR_SET_COMP:
    case EXPR_DICT_COMP:
        write_comprehension(t, e, "{", "}");
        return;
    case EXPR_GENERATOR_EXP:
        write_comprehension(t, e, "(", ")");
        return;
    case EXPR_CALL:
        write_call(t, e);
        return;
    case EXPR_ATTRIBUTE:
        write_attribute(t, e);
        return;
    case EXPR_SUBSCRIPT:
        write_subscript(t, e);
        return;
    case EXPR_NAME:
        put(t, e->u.name.id);
        return;
    case EXPR_CONSTANT:
        write_constant(t, e);
        return;
    default:
        refuse_here(t, e, "such an annotation under `from __future__ import annotations`");
    }
}

static void write_expr(struct text *t, const struct expr *e, int level)
{
    switch (e->kind) {
    case EXPR_BOOL_OP:
        write_bool_op(t, e, level);
        return;
    case EXPR_BIN_OP:
        write_bin_op(t, e, level);
        return;
    case EXPR_UNARY_OP:
        write_unary_op(t, e, level);
        return;
    case EXPR_COMPARE:
        write_compare(t, e, level);
        return;
    case EXPR_IF_EXP:
        write_if_exp(t, e, level);
        return;
    case EXPR_TUPLE:
        write_tuple(t, e, level);
        return;
    case EXPR_NAMED_EXPR:
        write_named_expr(t, e, level);
        return;
    case EXPR_STARRED:
        put(t, "*");
        write_expr(t, e->u.starred.value, BINDS_STAR);
        return;
    case EXPR_SLICE:
        write_slice(t, e);
        return;
    default:
        write_atom(t, e);
    }
}

bool compile_annotation(struct compiler *c, const struct expr *e)
{
    if (!c->symtable->future_annotations)
        return compile_expr(c, e);
    struct text t = {.c = c};
    write_expr(&t, e, BINDS_TEST);
    Object *text = t.failed ? NULL : str_from_utf8(c->m, t.out.data, t.out.len);
    buffer_free(&t.out);
    c->makes_text = true;
    bool ok = text && emit_const(c, text);
    c->makes_text = false;
    return ok;
}
