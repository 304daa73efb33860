#include <pyviz/base/utf8.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "compiler.h"

#include <string.h>

enum number_op number_op_of(enum operator op)
{
    static const enum number_op table[] = {
        [OPERATOR_ADD] = NB_ADD,
        [OPERATOR_SUB] = NB_SUBTRACT,
        [OPERATOR_MULT] = NB_MULTIPLY,
        [OPERATOR_MAT_MULT] = NB_MATRIX_MULTIPLY,
        [OPERATOR_DIV] = NB_TRUE_DIVIDE,
        [OPERATOR_MOD] = NB_REMAINDER,
        [OPERATOR_POW] = NB_POWER,
        [OPERATOR_LSHIFT] = NB_LSHIFT,
        [OPERATOR_RSHIFT] = NB_RSHIFT,
        [OPERATOR_BIT_OR] = NB_OR,
        [OPERATOR_BIT_XOR] = NB_XOR,
        [OPERATOR_BIT_AND] = NB_AND,
        [OPERATOR_FLOOR_DIV] = NB_FLOOR_DIVIDE,
    };
    return table[op];
}

/* ---- boolean operators, conditions ----------------------------------------------------------- */

static bool compile_bool_op(struct compiler *c, const struct expr *e)
{
    enum opcode jump =
        e->u.bool_op.op == BOOLOP_AND ? OP_JUMP_IF_FALSE_OR_POP : OP_JUMP_IF_TRUE_OR_POP;
    int end = label_new(c);
    const struct expr_list *values = &e->u.bool_op.values;
    for (size_t i = 0; i < values->len; i++) {
        if (!compile_expr(c, values->items[i]))
            return false;
        if (i + 1 < values->len && !emit_op(c, jump, end))
            return false;
    }
    label_place(c, end);
    return true;
}

static bool emit_compare(struct compiler *c, enum cmpop op)
{
    switch (op) {
    case CMPOP_IS:
    case CMPOP_IS_NOT:
        return emit_op(c, OP_IS_OP, op == CMPOP_IS_NOT);
    case CMPOP_IN:
    case CMPOP_NOT_IN:
        return emit_op(c, OP_CONTAINS_OP, op == CMPOP_NOT_IN);
    default: {
        static const enum compare_op table[] = {
            [CMPOP_EQ] = COMPARE_EQ,   [CMPOP_NOT_EQ] = COMPARE_NE, [CMPOP_LT] = COMPARE_LT,
            [CMPOP_LT_E] = COMPARE_LE, [CMPOP_GT] = COMPARE_GT,     [CMPOP_GT_E] = COMPARE_GE,
        };
        return emit_op(c, OP_COMPARE_OP, (int)table[op]);
    }
    }
}

static bool has_starred(const struct expr_list *items)
{
    for (size_t i = 0; i < items->len; i++)
        if (items->items[i]->kind == EXPR_STARRED)
            return true;
    return false;
}

/* A constant in the place of a node, in CPython's tree too. */
static bool emit_held(struct compiler *c, const struct expr *e, Object *folded)
{
    if (fold_hold(c, e, folded))
        return emit_tree_const(c, folded);
    decref(c->m, folded);
    return false;
}

static bool compile_constant_set(struct compiler *c, const struct expr *e)
{
    Object *tuple = fold_all(c, &e->u.set.elts);
    Object *folded = tuple ? frozenset_new(c->m, tuple) : NULL;
    xdecref(c->m, tuple);
    if (!folded && !c->m->refusing)
        error_clear(c->m);
    return folded ? emit_held(c, e, folded) : compile_expr(c, e);
}

/* What is only walked or searched need not be a list: [a, b] is a tuple here, a set of constants a
 * frozenset.  Python/ast_opt.c: fold_iter. */
static bool compile_iterable_display(struct compiler *c, const struct expr *e)
{
    if (e->kind == EXPR_SET)
        return compile_constant_set(c, e);
    Object *folded = fold_all(c, &e->u.list.elts);
    if (folded)
        return emit_held(c, e, folded);
    struct expr *tuple = arena_alloc(c->arena, sizeof *tuple);
    *tuple = *e;
    tuple->kind = EXPR_TUPLE;
    tuple->u.tuple.elts = e->u.list.elts;
    return !error_occurred(c->m) && compile_expr(c, tuple);
}

bool compile_iterable(struct compiler *c, const struct expr *e)
{
    if (e->kind != EXPR_SET && (e->kind != EXPR_LIST || has_starred(&e->u.list.elts)))
        return compile_expr(c, e);
    struct pos before = emit_position(c, e->pos);
    bool ok = compile_iterable_display(c, e);
    emit_position(c, before);
    return ok;
}

/* Only the last of a chain is known to be searched when the tree is folded. */
static bool compile_comparator(struct compiler *c, const struct expr *e, size_t i)
{
    enum cmpop op = e->u.compare.ops[i];
    const struct expr *comparator = e->u.compare.comparators.items[i];
    bool last = i + 1 == e->u.compare.comparators.len;
    return last && (op == CMPOP_IN || op == CMPOP_NOT_IN) ? compile_iterable(c, comparator)
                                                          : compile_expr(c, comparator);
}

/* a < b < c: b is computed once and kept below the result of the first comparison. */
static bool compile_compare_chain(struct compiler *c, const struct expr *e)
{
    size_t n = e->u.compare.comparators.len;
    int cleanup = label_new(c), end = label_new(c);
    for (size_t i = 0; i + 1 < n; i++)
        if (!compile_comparator(c, e, i) || !emit_op(c, OP_SWAP, 2) || !emit_op(c, OP_COPY, 2) ||
            !emit_compare(c, e->u.compare.ops[i]) || !emit_op(c, OP_JUMP_IF_FALSE_OR_POP, cleanup))
            return false;
    if (!compile_comparator(c, e, n - 1) || !emit_compare(c, e->u.compare.ops[n - 1]) ||
        !emit_op(c, OP_JUMP, end))
        return false;
    label_place(c, cleanup);
    if (!emit_op(c, OP_SWAP, 2) || !emit_op(c, OP_POP_TOP, 0))
        return false;
    label_place(c, end);
    return true;
}

static bool compile_compare(struct compiler *c, const struct expr *e)
{
    warn_about_compare(c, e);
    if (!compile_expr(c, e->u.compare.left))
        return false;
    if (e->u.compare.comparators.len > 1)
        return compile_compare_chain(c, e);
    return compile_comparator(c, e, 0) && emit_compare(c, e->u.compare.ops[0]);
}

static bool jump_if_bool_op(struct compiler *c, const struct expr *test, int label, bool condition)
{
    const struct expr_list *values = &test->u.bool_op.values;
    bool shorted = test->u.bool_op.op == BOOLOP_OR; /* this truth value decides the whole at once */
    int here = shorted == condition ? label : label_new(c);
    for (size_t i = 0; i + 1 < values->len; i++)
        if (!compile_jump_if(c, values->items[i], here, shorted))
            return false;
    if (!compile_jump_if(c, values->items[values->len - 1], label, condition))
        return false;
    if (here != label)
        label_place(c, here);
    return true;
}

static bool jump_if_conditional(struct compiler *c, const struct expr *test, int label,
                                bool condition)
{
    int end = label_new(c), orelse = label_new(c);
    if (!compile_jump_if(c, test->u.if_exp.test, orelse, false) ||
        !compile_jump_if(c, test->u.if_exp.body, label, condition) || !emit_op(c, OP_JUMP, end))
        return false;
    label_place(c, orelse);
    if (!compile_jump_if(c, test->u.if_exp.orelse, label, condition))
        return false;
    label_place(c, end);
    return true;
}

bool compile_jump_if(struct compiler *c, const struct expr *test, int label, bool condition)
{
    if (test->kind == EXPR_UNARY_OP && test->u.unary_op.op == UNARYOP_NOT)
        return compile_jump_if(c, test->u.unary_op.operand, label, !condition);
    if (test->kind == EXPR_BOOL_OP)
        return jump_if_bool_op(c, test, label, condition);
    if (test->kind == EXPR_IF_EXP)
        return jump_if_conditional(c, test, label, condition);
    if (test->kind == EXPR_COMPARE && c->m->profile->comparisons_leave_position)
        emit_position(c, test->pos); /* for what follows, too */
    Object *value = fold_constant(c, test);
    if (value) {
        bool truth = object_is_true(c->m, value) == 1;
        decref(c->m, value);
        return truth != condition || emit_op(c, OP_JUMP, label);
    }
    if (error_occurred(c->m) || !compile_expr(c, test))
        return false;
    struct pos before = c->unit->pos;
    if (c->m->profile->jumps_at_test)
        emit_position(c, test->pos);
    bool ok = emit_op(c, condition ? OP_POP_JUMP_IF_TRUE : OP_POP_JUMP_IF_FALSE, label);
    if (c->m->profile->iterable_positions && c->unit->round && label == c->unit->round_end)
        ok = ok && emit_way_back(c, c->unit->round); /* of one line with the jump over it */
    emit_position(c, before);
    return ok;
}

static bool compile_conditional(struct compiler *c, const struct expr *e)
{
    int end = label_new(c), orelse = label_new(c);
    if (!compile_jump_if(c, e->u.if_exp.test, orelse, false) ||
        !compile_expr(c, e->u.if_exp.body) || !emit_op(c, OP_JUMP, end))
        return false;
    label_place(c, orelse);
    if (!compile_expr(c, e->u.if_exp.orelse))
        return false;
    label_place(c, end);
    return true;
}

/* ---- operators ------------------------------------------------------------------------------- */

static bool compile_unary(struct compiler *c, const struct expr *e)
{
    static const enum opcode table[] = {[UNARYOP_INVERT] = OP_UNARY_INVERT,
                                        [UNARYOP_NOT] = OP_UNARY_NOT,
                                        [UNARYOP_UADD] = OP_UNARY_POSITIVE,
                                        [UNARYOP_USUB] = OP_UNARY_NEGATIVE};
    return compile_expr(c, e->u.unary_op.operand) && emit_op(c, table[e->u.unary_op.op], 0);
}

static bool compile_named(struct compiler *c, const struct expr *e)
{
    return compile_expr(c, e->u.named_expr.value) && emit_op(c, OP_COPY, 1) &&
           compile_store(c, e->u.named_expr.target);
}

/* ---- dict displays: Python/compile.c: compiler_dict, compiler_subdict ------------------------ */

static Object *constant_keys(struct compiler *c, const struct expr *e, size_t begin, size_t end)
{
    struct expr_list keys = {e->u.dict.keys.items + begin, end - begin};
    return fold_all(c, &keys);
}

static bool compile_subdict(struct compiler *c, const struct expr *e, size_t begin, size_t end)
{
    size_t n = end - begin;
    bool big = n * 2 > STACK_USE_GUIDELINE;
    struct expr **keys = e->u.dict.keys.items, **values = e->u.dict.values.items;
    Object *names = n > 1 && !big ? constant_keys(c, e, begin, end) : NULL;
    if (names) {
        bool ok = true;
        for (size_t i = begin; ok && i < end; i++)
            ok = compile_expr(c, values[i]);
        if (!ok) {
            decref(c->m, names);
            return false;
        }
        return emit_const(c, names) && emit_op(c, OP_BUILD_CONST_KEY_MAP, (int)n);
    }
    if (error_occurred(c->m) || (big && !emit_op(c, OP_BUILD_MAP, 0)))
        return false;
    for (size_t i = begin; i < end; i++)
        if (!compile_expr(c, keys[i]) || !compile_expr(c, values[i]) ||
            (big && !emit_op(c, OP_MAP_ADD, 1)))
            return false;
    return big || emit_op(c, OP_BUILD_MAP, (int)n);
}

/* Adds the pairs gathered so far to the dict on the stack, or makes it of them. */
static bool flush_pairs(struct compiler *c, const struct expr *e, size_t begin, size_t end,
                        bool *have)
{
    if (begin == end)
        return true;
    if (!compile_subdict(c, e, begin, end) || (*have && !emit_op(c, OP_DICT_UPDATE, 1)))
        return false;
    *have = true;
    return true;
}

static bool compile_dict(struct compiler *c, const struct expr *e)
{
    bool have = false;
    size_t n = e->u.dict.values.len, begin = 0;
    for (size_t i = 0; i < n; i++) {
        if (!e->u.dict.keys.items[i]) {
            if (!flush_pairs(c, e, begin, i, &have))
                return false;
            begin = i + 1;
            if (!have && !emit_op(c, OP_BUILD_MAP, 0))
                return false;
            have = true;
            if (!compile_expr(c, e->u.dict.values.items[i]) || !emit_op(c, OP_DICT_UPDATE, 1))
                return false;
        } else if ((i - begin) * 2 > STACK_USE_GUIDELINE) {
            if (!flush_pairs(c, e, begin, i + 1, &have))
                return false;
            begin = i + 1;
        }
    }
    if (!flush_pairs(c, e, begin, n, &have))
        return false;
    return have || emit_op(c, OP_BUILD_MAP, 0);
}

/* ---- f-strings ------------------------------------------------------------------------------- */

static bool compile_formatted(struct compiler *c, const struct expr *e)
{
    enum { NONE, STR, REPR, ASCII, WITH_SPEC };
    int conversion = e->u.formatted_value.conversion, arg = NONE;
    if (!compile_expr(c, e->u.formatted_value.value))
        return false;
    if (conversion == 's')
        arg = STR;
    else if (conversion == 'r')
        arg = REPR;
    else if (conversion == 'a')
        arg = ASCII;
    if (e->u.formatted_value.format_spec) {
        if (!compile_expr(c, e->u.formatted_value.format_spec))
            return false;
        arg |= WITH_SPEC;
    }
    struct pos before = c->unit->pos;
    if (!c->m->profile->fstring_positions)
        emit_position(c, c->unit->fstring);
    bool ok = emit_op(c, OP_FORMAT_VALUE, arg);
    emit_position(c, before);
    return ok;
}

static bool compile_joined(struct compiler *c, const struct expr *e)
{
    const struct expr_list *values = &e->u.joined_str.values;
    struct pos outer = c->unit->fstring;
    if (!outer.line)
        c->unit->fstring = e->pos;
    for (size_t i = 0; i < values->len; i++)
        if (!compile_expr(c, values->items[i]))
            return false;
    c->unit->fstring = outer;
    if (values->len == 0)
        return emit_const(c, newref(c->m->empty_str));
    return values->len == 1 || emit_op(c, OP_BUILD_STRING, (int)values->len);
}

/* ---- text % tuple ---------------------------------------------------------------------------- */

enum { MOST_DIGITS = 2, SPEC_SIZE = sizeof ">99.99" };

/* One %s, %r or %a, and what it asks for as a format specification: "" if it asks for nothing. */
struct conversion {
    char letter, spec[SPEC_SIZE];
};

/* Copies digits; false if they are too many. */
static bool copy_digits(const Object *format, ssize_t *at, char **spec)
{
    int n = 0;
    for (; *at < str_len(format) && str_at(format, *at) - '0' < 10u; ++*at, n++)
        if (n < MOST_DIGITS)
            *(*spec)++ = (char)str_at(format, *at);
    return n <= MOST_DIGITS;
}

/* What stands behind a %: flags, a width, a precision, a letter (Python/ast_opt.c: parse_format).
 * False: no plain conversion. */
static bool read_conversion(const Object *format, ssize_t *at, struct conversion *one)
{
    ssize_t n = str_len(format);
    bool left = false;
    char *spec = one->spec;
    for (; *at < n && str_at(format, *at) < 0x80 && strchr("-+ #0", (int)str_at(format, *at));
         ++*at)
        left = left || str_at(format, *at) == '-';
    if (!left)
        *spec++ = '>';
    char *width = spec;
    if (!copy_digits(format, at, &spec))
        return false;
    if (spec == width)
        spec = one->spec; /* without a width nothing is aligned */
    if (*at < n && str_at(format, *at) == '.') {
        char *point = spec;
        ++*at;
        *spec++ = '.';
        if (!copy_digits(format, at, &spec))
            return false;
        if (spec == point + 1)
            *spec++ = '0';
    }
    *spec = '\0';
    one->letter = *at < n && str_at(format, *at) < 0x80 ? (char)str_at(format, *at) : '\0';
    ++*at;
    return one->letter == 's' || one->letter == 'r' || one->letter == 'a';
}

/* Splits off the text before the next conversion, %% made one.  1, 0 at the end, -1 for one that is
 * not plain. */
static int next_conversion(const Object *format, ssize_t *at, struct buffer *text,
                           struct conversion *one)
{
    buffer_clear(text);
    while (*at < str_len(format)) {
        uint32_t c = str_at(format, (*at)++);
        if (c == '%' && *at < str_len(format) && str_at(format, *at) == '%')
            ++*at;
        else if (c == '%')
            return read_conversion(format, at, one) ? 1 : -1;
        utf8_append(text, c);
    }
    return 0;
}

/* As many conversions as there are values, and nothing that would need a look at one? */
static bool is_plain_format(const Object *format, size_t values)
{
    struct buffer text = {0};
    struct conversion one;
    ssize_t at = 0;
    size_t n = 0;
    int found;
    while ((found = next_conversion(format, &at, &text, &one)) > 0)
        n++;
    buffer_free(&text);
    return found == 0 && n == values;
}

/* The format of 'text' % (a, b), where CPython makes an f-string of it (Python/ast_opt.c:
 * optimize_format): then there is no tuple.  One of constants has become a constant before.  A new
 * reference, or NULL. */
static Object *plain_format(struct compiler *c, const struct expr *e)
{
    const struct expr *left = e->u.bin_op.left, *right = e->u.bin_op.right;
    if (e->u.bin_op.op != OPERATOR_MOD || right->kind != EXPR_TUPLE ||
        left->kind != EXPR_CONSTANT || left->u.constant.kind != CONSTANT_STR ||
        has_starred(&right->u.tuple.elts))
        return NULL;
    Object *constant = fold_constant(c, right);
    xdecref(c->m, constant);
    if (constant || error_occurred(c->m))
        return NULL;
    Object *format = fold_constant(c, left);
    bool plain = format && is_str(format) && is_plain_format(format, right->u.tuple.elts.len);
    if (plain)
        return format;
    xdecref(c->m, format);
    return NULL;
}

static bool emit_text(struct compiler *c, const struct buffer *text, int *pieces)
{
    if (!text->len)
        return true;
    ++*pieces;
    return emit_const(c, str_from_utf8(c->m, text->data, text->len));
}

static bool emit_conversion(struct compiler *c, const struct conversion *one)
{
    enum { STR = 1, REPR, ASCII, WITH_SPEC };
    int arg = one->letter == 's' ? STR : one->letter == 'r' ? REPR : ASCII;
    if (!*one->spec)
        return emit_op(c, OP_FORMAT_VALUE, arg);
    return emit_const(c, str_from_ascii(c->m, one->spec)) &&
           emit_op(c, OP_FORMAT_VALUE, arg | WITH_SPEC);
}

/* Steals the format. */
static bool compile_plain_format(struct compiler *c, const struct expr *e, Object *format)
{
    struct buffer text = {0};
    struct conversion one;
    ssize_t at = 0;
    int pieces = 0;
    bool ok = true;
    struct expr *const *value = e->u.bin_op.right->u.tuple.elts.items;
    while (ok && next_conversion(format, &at, &text, &one) > 0) {
        ok = emit_text(c, &text, &pieces) && compile_expr(c, *value++) && emit_conversion(c, &one);
        pieces++;
    }
    ok = ok && emit_text(c, &text, &pieces);
    buffer_free(&text);
    decref(c->m, format);
    return ok && (pieces == 1 || emit_op(c, OP_BUILD_STRING, pieces));
}

static bool compile_binary(struct compiler *c, const struct expr *e)
{
    Object *format = plain_format(c, e);
    if (format)
        return compile_plain_format(c, e, format);
    return compile_expr(c, e->u.bin_op.left) && compile_expr(c, e->u.bin_op.right) &&
           emit_op(c, OP_BINARY_OP, number_op_of(e->u.bin_op.op));
}

/* ---- subscripts ------------------------------------------------------------------------------ */

static bool compile_slice(struct compiler *c, const struct expr *e)
{
    struct expr *parts[] = {e->u.slice.lower, e->u.slice.upper, e->u.slice.step};
    int n = parts[2] ? 3 : 2;
    for (int i = 0; i < n; i++)
        if (!(parts[i] ? compile_expr(c, parts[i]) : emit_const(c, newref(c->m->none))))
            return false;
    return emit_op(c, OP_BUILD_SLICE, n);
}

static bool compile_subscript(struct compiler *c, const struct expr *e)
{
    static const enum opcode table[] = {OP_BINARY_SUBSCR, OP_STORE_SUBSCR, OP_DELETE_SUBSCR};
    if (e->u.subscript.ctx == CONTEXT_LOAD)
        warn_about_subscript(c, e);
    return compile_expr(c, e->u.subscript.value) && compile_expr(c, e->u.subscript.slice) &&
           emit_op(c, table[e->u.subscript.ctx], 0);
}

struct pos attribute_pos(struct pos pos, const struct expr *attribute)
{
    const struct pos *own = &attribute->pos;
    const char *name = attribute->u.attribute.attr;
    int n = (int)utf8_length(name, strlen(name));
    if (pos.line != own->end_line && n <= own->end_col) {
        pos.line = own->end_line;
        pos.col = own->end_col - n;
    }
    return pos;
}

static bool compile_attribute(struct compiler *c, const struct expr *e)
{
    static const enum opcode table[] = {OP_LOAD_ATTR, OP_STORE_ATTR, OP_DELETE_ATTR};
    if (!compile_expr(c, e->u.attribute.value))
        return false;
    if (e->u.attribute.ctx == CONTEXT_STORE && !note_static_attribute(c, e))
        return false;
    emit_position(c, attribute_pos(e->pos, e));
    return emit_op(c, table[e->u.attribute.ctx], name_index(c, mangled(c, e->u.attribute.attr)));
}

/* ---- storing --------------------------------------------------------------------------------- */

static bool compile_unpack(struct compiler *c, const struct expr_list *targets)
{
    size_t n = targets->len, star = n;
    for (size_t i = 0; i < n; i++)
        if (targets->items[i]->kind == EXPR_STARRED)
            star = i;
    bool ok = star == n ? emit_op(c, OP_UNPACK_SEQUENCE, (int)n)
                        : emit_op(c, OP_UNPACK_EX, (int)star | (int)(n - star - 1) << 12);
    for (size_t i = 0; ok && i < n; i++) {
        const struct expr *target = targets->items[i];
        ok = compile_store(c, target->kind == EXPR_STARRED ? target->u.starred.value : target);
    }
    return ok;
}

/* Stores the top of the stack; Delete targets, whose context says so, are compiled as
 * expressions. */
bool compile_store(struct compiler *c, const struct expr *target)
{
    struct pos before = emit_position(c, target->pos);
    bool ok;
    if (target->kind == EXPR_TUPLE)
        ok = compile_unpack(c, &target->u.tuple.elts);
    else if (target->kind == EXPR_LIST)
        ok = compile_unpack(c, &target->u.list.elts);
    else if (target->kind == EXPR_NAME)
        ok = emit_name(c, target->u.name.id, CONTEXT_STORE);
    else
        ok = compile_expr(c, target);
    emit_position(c, before);
    return ok;
}

/* ---- expressions ----------------------------------------------------------------------------- */

static bool compile_list(struct compiler *c, const struct expr *e)
{
    return compile_display(c, &e->u.list.elts, OP_BUILD_LIST, OP_LIST_APPEND, OP_LIST_EXTEND,
                           false);
}

static bool compile_tuple(struct compiler *c, const struct expr *e)
{
    return compile_display(c, &e->u.tuple.elts, OP_BUILD_LIST, OP_LIST_APPEND, OP_LIST_EXTEND,
                           true);
}

static bool compile_set(struct compiler *c, const struct expr *e)
{
    return compile_display(c, &e->u.set.elts, OP_BUILD_SET, OP_SET_ADD, OP_SET_UPDATE, false);
}

static bool dispatch(struct compiler *c, const struct expr *e)
{
    switch (e->kind) {
    case EXPR_BOOL_OP:
        return compile_bool_op(c, e);
    case EXPR_NAMED_EXPR:
        return compile_named(c, e);
    case EXPR_BIN_OP:
        return compile_binary(c, e);
    case EXPR_UNARY_OP:
        return compile_unary(c, e);
    case EXPR_LAMBDA:
        return compile_lambda(c, e);
    case EXPR_IF_EXP:
        return compile_conditional(c, e);
    case EXPR_DICT:
        return compile_dict(c, e);
    case EXPR_SET:
        return compile_set(c, e);
    case EXPR_LIST_COMP:
    case EXPR_SET_COMP:
    case EXPR_DICT_COMP:
    case EXPR_GENERATOR_EXP:
        return compile_comprehension(c, e);
    case EXPR_COMPARE:
        return compile_compare(c, e);
    case EXPR_CALL:
        return compile_call(c, e);
    case EXPR_FORMATTED_VALUE:
        return compile_formatted(c, e);
    case EXPR_JOINED_STR:
        return compile_joined(c, e);
    case EXPR_ATTRIBUTE:
        return compile_attribute(c, e);
    case EXPR_SUBSCRIPT:
        return compile_subscript(c, e);
    case EXPR_NAME:
        return emit_name(c, e->u.name.id, e->u.name.ctx);
    case EXPR_LIST:
        return compile_list(c, e);
    case EXPR_TUPLE:
        return compile_tuple(c, e);
    case EXPR_SLICE:
        return compile_slice(c, e);
    case EXPR_AWAIT:
        return compile_await(c, e);
    case EXPR_YIELD:
    case EXPR_YIELD_FROM:
        return compile_yield(c, e);
    case EXPR_STARRED:
        return syntax_error(c, e->pos, "can't use starred expression here");
    case EXPR_CONSTANT:
        break;
    }
    return false;
}

/* The positions of what is emitted for an expression are the expression's, as CPython's are. */
bool compile_expr(struct compiler *c, const struct expr *e)
{
    struct pos before = emit_position(c, e->pos);
    Object *value = fold_constant(c, e);
    bool ok = value ? emit_tree_const(c, value) : error_occurred(c->m) ? false : dispatch(c, e);
    emit_position(c, before);
    return ok;
}
