/* Calls and displays: Python/compile.c: compiler_call, starunpack_helper. */
#include <pyviz/machine/list.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "compiler.h"

/* ---- displays -------------------------------------------------------------------------------- */

static bool has_star(const struct expr_list *items)
{
    for (size_t i = 0; i < items->len; i++)
        if (items->items[i]->kind == EXPR_STARRED)
            return true;
    return false;
}

/* Three constants and more are one tuple constant (for a set: a frozenset), poured out at once. */
static bool display_of_constants(struct compiler *c, Object *folded, enum opcode build,
                                 enum opcode extend, bool tuple)
{
    if (tuple)
        return emit_const(c, folded);
    if (build == OP_BUILD_SET) {
        Object *set = merge_items(c, folded) ? frozenset_new(c->m, folded) : NULL;
        decref(c->m, folded);
        folded = set;
    }
    if (emit_op(c, build, 0))
        return emit_const(c, folded) && emit_op(c, extend, 1);
    xdecref(c->m, folded);
    return false;
}

static bool display_item_by_item(struct compiler *c, const struct expr_list *items,
                                 enum opcode build, enum opcode add, enum opcode extend, bool tuple)
{
    bool built = items->len > STACK_USE_GUIDELINE;
    if (built && !emit_op(c, build, 0))
        return false;
    for (size_t i = 0; i < items->len; i++) {
        const struct expr *item = items->items[i];
        bool starred = item->kind == EXPR_STARRED;
        if (starred && !built) {
            if (!emit_op(c, build, (int)i))
                return false;
            built = true;
        }
        if (!compile_expr(c, starred ? item->u.starred.value : item) ||
            (built && !emit_op(c, starred ? extend : add, 1)))
            return false;
    }
    return !tuple || emit_op(c, OP_LIST_TO_TUPLE, 0);
}

bool compile_display(struct compiler *c, const struct expr_list *items, enum opcode build,
                     enum opcode add, enum opcode extend, bool tuple)
{
    Object *folded = items->len > 2 ? fold_all(c, items) : NULL;
    if (folded)
        return display_of_constants(c, folded, build, extend, tuple);
    if (error_occurred(c->m))
        return false;
    if (has_star(items) || items->len > STACK_USE_GUIDELINE)
        return display_item_by_item(c, items, build, add, extend, tuple);
    for (size_t i = 0; i < items->len; i++)
        if (!compile_expr(c, items->items[i]))
            return false;
    if (tuple && !items->len)
        return emit_late_const(c, newref(c->m->empty_tuple));
    return emit_op(c, tuple ? OP_BUILD_TUPLE : build, (int)items->len);
}

/* ---- calls ----------------------------------------------------------------------------------- */

static bool has_double_star(const struct keyword_list *keywords)
{
    for (size_t i = 0; i < keywords->len; i++)
        if (!keywords->items[i]->arg)
            return true;
    return false;
}

static bool push_keyword_names(struct compiler *c, const struct keyword_list *keywords)
{
    Object *names = tuple_new(c->m, (ssize_t)keywords->len);
    for (size_t i = 0; names && i < keywords->len; i++) {
        Object *name = str_of(c, keywords->items[i]->arg);
        if (!name)
            clear_ref(c->m, names);
        else
            ((TupleObject *)names)->item[i] = name;
    }
    return emit_const(c, names);
}

/* The keywords in [begin, end) as a dict. */
static bool compile_keyword_dict(struct compiler *c, const struct keyword_list *keywords,
                                 size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++) {
        const struct keyword *k = keywords->items[i];
        if (!emit_const(c, str_of(c, k->arg)) || !compile_expr(c, k->value))
            return false;
    }
    return emit_op(c, OP_BUILD_MAP, (int)(end - begin));
}

static bool compile_keywords_ex(struct compiler *c, const struct keyword_list *keywords)
{
    bool have = false;
    size_t begin = 0;
    for (size_t i = 0; i <= keywords->len; i++) {
        if (i < keywords->len && keywords->items[i]->arg)
            continue;
        if (begin < i) {
            if (!compile_keyword_dict(c, keywords, begin, i) ||
                (have && !emit_op(c, OP_DICT_MERGE, 1)))
                return false;
            have = true;
        }
        begin = i + 1;
        if (i == keywords->len)
            break;
        if (!have && !emit_op(c, OP_BUILD_MAP, 0))
            return false;
        have = true;
        if (!compile_expr(c, keywords->items[i]->value) || !emit_op(c, OP_DICT_MERGE, 1))
            return false;
    }
    return true;
}

static bool compile_call_ex(struct compiler *c, const struct expr_list *args,
                            const struct keyword_list *keywords)
{
    bool alone = args->len == 1 && args->items[0]->kind == EXPR_STARRED;
    if (!(alone ? compile_expr(c, args->items[0]->u.starred.value)
                : compile_display(c, args, OP_BUILD_LIST, OP_LIST_APPEND, OP_LIST_EXTEND, true)))
        return false;
    if (keywords->len && !compile_keywords_ex(c, keywords))
        return false;
    return emit_op(c, OP_CALL_FUNCTION_EX, keywords->len > 0);
}

/* A call of an attribute finds the method without making a bound one. */
static bool compile_callee(struct compiler *c, const struct expr *func, bool as_method)
{
    if (!as_method)
        return compile_expr(c, func) && emit_op(c, OP_PUSH_NULL, 0);
    if (!compile_expr(c, func->u.attribute.value))
        return false;
    struct pos before = emit_position(c, attribute_pos(func->pos, func));
    bool ok = emit_op(c, OP_LOAD_METHOD, name_index(c, mangled(c, func->u.attribute.attr)));
    emit_position(c, before);
    return ok;
}

bool compile_call(struct compiler *c, const struct expr *e)
{
    const struct expr *func = e->u.call.func;
    const struct expr_list *args = &e->u.call.args;
    const struct keyword_list *keywords = &e->u.call.keywords;
    bool ex = has_star(args) || has_double_star(keywords) ||
              args->len + keywords->len * 2 > STACK_USE_GUIDELINE;
    bool as_method = !ex && func->kind == EXPR_ATTRIBUTE;
    warn_about_call(c, func);
    if (!compile_callee(c, func, as_method))
        return false;
    if (ex)
        return compile_call_ex(c, args, keywords);
    for (size_t i = 0; i < args->len; i++)
        if (!compile_expr(c, args->items[i]))
            return false;
    for (size_t i = 0; i < keywords->len; i++)
        if (!compile_expr(c, keywords->items[i]->value))
            return false;
    if (as_method)
        emit_position(c, attribute_pos(e->pos, func));
    if (keywords->len == 0)
        return emit_op(c, OP_CALL, (int)args->len);
    return push_keyword_names(c, keywords) &&
           emit_op(c, OP_CALL_KW, (int)(args->len + keywords->len));
}

/* Bases that hold a star go through a list, with function and name as its first items. */
bool compile_class_arguments(struct compiler *c, const struct expr_list *args,
                             const struct keyword_list *keywords, int before)
{
    bool ex = has_star(args) || has_double_star(keywords);
    if (ex && !emit_op(c, OP_BUILD_LIST, before))
        return false;
    for (size_t i = 0; i < args->len; i++) {
        const struct expr *a = args->items[i];
        bool starred = a->kind == EXPR_STARRED;
        if (!compile_expr(c, starred ? a->u.starred.value : a) ||
            (ex && !emit_op(c, starred ? OP_LIST_EXTEND : OP_LIST_APPEND, 1)))
            return false;
    }
    if (ex)
        return emit_op(c, OP_LIST_TO_TUPLE, 0) &&
               (!keywords->len || compile_keywords_ex(c, keywords)) &&
               emit_op(c, OP_CALL_FUNCTION_EX, keywords->len > 0);
    for (size_t i = 0; i < keywords->len; i++)
        if (!compile_expr(c, keywords->items[i]->value))
            return false;
    int total = before + (int)args->len;
    if (keywords->len == 0)
        return emit_op(c, OP_CALL, total);
    return push_keyword_names(c, keywords) && emit_op(c, OP_CALL_KW, total + (int)keywords->len);
}
