/* ast.dump: `Name(field=value, ...)` for each node, in the order of Python.asdl. */
#include <pyviz/lang/ast_dump.h>

#include <pyviz/base/utf8.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

struct dump {
    struct buffer *out;
    const struct ast_dump_options *options;
    bool first; /* no field of the current node has been written */
    /* the f-string whose parts are being written; NULL behind an expression */
    const struct expr *text;
};

/* ---- Fields -------------------------------------------------------------------------------- */

static void open_node(struct dump *d, const char *name)
{
    buffer_printf(d->out, "%s(", name);
    d->first = true;
}

static void field(struct dump *d, const char *name)
{
    if (!d->first)
        buffer_puts(d->out, ", ");
    d->first = false;
    buffer_printf(d->out, "%s=", name);
}

static void int_field(struct dump *d, const char *name, int value)
{
    field(d, name);
    buffer_printf(d->out, "%d", value);
}

static void close_plain(struct dump *d)
{
    buffer_putc(d->out, ')');
    d->first = false;
}

static void close_node(struct dump *d, struct pos pos)
{
    if (d->options->include_attributes) {
        int_field(d, "lineno", pos.line);
        int_field(d, "col_offset", pos.col);
        int_field(d, "end_lineno", pos.end_line);
        int_field(d, "end_col_offset", pos.end_col);
    }
    close_plain(d);
}

/* ---- repr() -------------------------------------------------------------------------------- */

static bool is_printable(int32_t c)
{
    utf8proc_category_t category = utf8proc_category(c);
    return c == ' ' || !(category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
                         category == UTF8PROC_CATEGORY_CS || category == UTF8PROC_CATEGORY_CO ||
                         category == UTF8PROC_CATEGORY_CN || category == UTF8PROC_CATEGORY_ZL ||
                         category == UTF8PROC_CATEGORY_ZP || category == UTF8PROC_CATEGORY_ZS);
}

static void repr_code_point(struct buffer *out, int32_t c, char quote, bool bytes)
{
    if (c == quote || c == '\\')
        buffer_printf(out, "\\%c", (char)c);
    else if (c == '\n' || c == '\r' || c == '\t')
        buffer_puts(out, c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
    else if (c < ' ' || c == 0x7f || (bytes && c > 0x7f))
        buffer_printf(out, "\\x%02x", (unsigned)c);
    else if (c < 0x7f || is_printable(c))
        utf8_append(out, (uint32_t)c);
    else
        buffer_printf(out,
                      c < 0x100     ? "\\x%02x"
                      : c < 0x10000 ? "\\u%04x"
                                    : "\\U%08x",
                      (unsigned)c);
}

static void repr_text(struct buffer *out, const char *s, size_t n, bool bytes)
{
    char quote = memchr(s, '\'', n) && !memchr(s, '"', n) ? '"' : '\'';
    if (bytes)
        buffer_putc(out, 'b');
    buffer_putc(out, quote);
    for (size_t i = 0; i < n;) {
        int32_t c = (unsigned char)s[i];
        i += bytes ? 1 : utf8_decode(s + i, n - i, true, &c);
        repr_code_point(out, c, quote, bytes);
    }
    buffer_putc(out, quote);
}

/* The shortest digits that give the double back, laid out as repr does. */
static void repr_double(struct buffer *out, double value, bool point)
{
    char digits[40];
    if (isinf(value)) {
        buffer_puts(out, "inf");
        return;
    }
    for (int precision = 0; precision < 18; precision++) {
        snprintf(digits, sizeof digits, "%.*e", precision, value);
        if (strtod(digits, NULL) == value)
            break;
    }
    int exponent = atoi(strchr(digits, 'e') + 1);
    *strchr(digits, 'e') = '\0';
    if (digits[1] == '.')
        memmove(digits + 1, digits + 2, strlen(digits + 2) + 1);
    int n = (int)strlen(digits);
    if (exponent < -4 || exponent >= 16) {
        buffer_printf(out, "%c%s%s", digits[0], n > 1 ? "." : "", digits + 1);
        buffer_printf(out, "e%c%02d", exponent < 0 ? '-' : '+', abs(exponent));
    } else if (exponent < 0) {
        buffer_printf(out, "0.%.*s%s", -exponent - 1, "0000", digits);
    } else if (n <= exponent + 1) {
        buffer_printf(out, "%s%.*s%s", digits, exponent + 1 - n, "0000000000000000",
                      point ? ".0" : "");
    } else {
        buffer_printf(out, "%.*s.%s", exponent + 1, digits, digits + exponent + 1);
    }
}

/* Decimal text of digits in a power-of-two base, by repeated multiplication. */
static void repr_int(struct buffer *out, const struct constant *c)
{
    if (c->base == 10) {
        buffer_puts(out, c->data);
        return;
    }
    size_t len = 1, room = c->len * 4 / 3 + 2;
    unsigned char *decimal = base_calloc(room, 1); /* least significant digit first */
    for (const char *s = c->data; *s; s++) {
        unsigned carry = (unsigned)(*s <= '9' ? *s - '0' : *s - 'a' + 10);
        for (size_t i = 0; i < len || carry; i++) {
            carry += decimal[i] * c->base;
            decimal[i] = (unsigned char)(carry % 10);
            carry /= 10;
            len = i >= len ? i + 1 : len;
        }
    }
    while (len > 0)
        buffer_putc(out, (char)('0' + decimal[--len]));
    free(decimal);
}

void ast_repr_constant(const struct constant *c, struct buffer *out)
{
    switch (c->kind) {
    case CONSTANT_NONE:
        buffer_puts(out, "None");
        break;
    case CONSTANT_TRUE:
        buffer_puts(out, "True");
        break;
    case CONSTANT_FALSE:
        buffer_puts(out, "False");
        break;
    case CONSTANT_ELLIPSIS:
        buffer_puts(out, "Ellipsis");
        break;
    case CONSTANT_INT:
        repr_int(out, c);
        break;
    case CONSTANT_FLOAT:
        repr_double(out, c->number, true);
        break;
    case CONSTANT_COMPLEX:
        repr_double(out, c->number, false);
        buffer_putc(out, 'j');
        break;
    case CONSTANT_STR:
    case CONSTANT_BYTES:
        repr_text(out, c->data, c->len, c->kind == CONSTANT_BYTES);
        break;
    }
}

static void identifier_field(struct dump *d, const char *name, const char *value)
{
    if (!value)
        return;
    field(d, name);
    repr_text(d->out, value, strlen(value), false);
}

/* ---- Nodes --------------------------------------------------------------------------------- */

static void dump_expr(struct dump *d, const struct expr *e);
static void dump_stmt(struct dump *d, const struct stmt *s);
static void dump_pattern(struct dump *d, const struct pattern *p);
static void dump_arguments(struct dump *d, const struct arguments *a);

static void expr_field(struct dump *d, const char *name, const struct expr *e)
{
    if (!e)
        return;
    field(d, name);
    dump_expr(d, e);
}

/* Since 3.13 an empty list is not shown. */
static bool open_list(struct dump *d, const char *name, size_t len)
{
    if (len == 0 && d->options->minor >= 13)
        return false;
    field(d, name);
    buffer_putc(d->out, '[');
    return true;
}

#define DUMP_LIST(d, name, list, dump_item)                                                        \
    do {                                                                                           \
        if (!open_list((d), (name), (list).len))                                                   \
            break;                                                                                 \
        for (size_t index_ = 0; index_ < (list).len; index_++) {                                   \
            buffer_puts((d)->out, index_ ? ", " : "");                                             \
            dump_item((d), (list).items[index_]);                                                  \
        }                                                                                          \
        buffer_putc((d)->out, ']');                                                                \
        (d)->first = false;                                                                        \
    } while (0)

static void dump_expr_or_none(struct dump *d, const struct expr *e)
{
    if (e)
        dump_expr(d, e);
    else
        buffer_puts(d->out, "None");
}

static void dump_identifier(struct dump *d, const char *name)
{
    repr_text(d->out, name, strlen(name), false);
}

static void dump_comprehension(struct dump *d, const struct comprehension *c)
{
    open_node(d, "comprehension");
    expr_field(d, "target", c->target);
    expr_field(d, "iter", c->iter);
    DUMP_LIST(d, "ifs", c->ifs, dump_expr);
    int_field(d, "is_async", c->is_async);
    close_plain(d);
}

static void dump_keyword(struct dump *d, const struct keyword *k)
{
    open_node(d, "keyword");
    identifier_field(d, "arg", k->arg);
    expr_field(d, "value", k->value);
    close_node(d, k->pos);
}

static void dump_arg(struct dump *d, const struct arg *a)
{
    open_node(d, "arg");
    identifier_field(d, "arg", a->arg);
    expr_field(d, "annotation", a->annotation);
    close_node(d, a->pos);
}

static void dump_alias(struct dump *d, const struct alias *a)
{
    open_node(d, "alias");
    identifier_field(d, "name", a->name);
    identifier_field(d, "asname", a->asname);
    close_node(d, a->pos);
}

static void dump_withitem(struct dump *d, const struct withitem *w)
{
    open_node(d, "withitem");
    expr_field(d, "context_expr", w->context_expr);
    expr_field(d, "optional_vars", w->optional_vars);
    close_plain(d);
}

static void dump_handler(struct dump *d, const struct excepthandler *h)
{
    open_node(d, "ExceptHandler");
    expr_field(d, "type", h->type);
    identifier_field(d, "name", h->name);
    DUMP_LIST(d, "body", h->body, dump_stmt);
    close_node(d, h->pos);
}

static void dump_case(struct dump *d, const struct match_case *c)
{
    open_node(d, "match_case");
    field(d, "pattern");
    dump_pattern(d, c->pattern);
    expr_field(d, "guard", c->guard);
    DUMP_LIST(d, "body", c->body, dump_stmt);
    close_plain(d);
}

static void dump_type_param(struct dump *d, const struct type_param *t)
{
    static const char *const names[] = {"TypeVar", "ParamSpec", "TypeVarTuple"};
    open_node(d, names[t->kind]);
    identifier_field(d, "name", t->name);
    expr_field(d, "bound", t->bound);
    expr_field(d, "default_value", t->default_value);
    close_node(d, t->pos);
}

static void type_params_field(struct dump *d, const struct type_param_list *list)
{
    if (d->options->minor >= 12)
        DUMP_LIST(d, "type_params", *list, dump_type_param);
}

static void dump_arguments(struct dump *d, const struct arguments *a)
{
    open_node(d, "arguments");
    DUMP_LIST(d, "posonlyargs", a->posonlyargs, dump_arg);
    DUMP_LIST(d, "args", a->args, dump_arg);
    if (a->vararg) {
        field(d, "vararg");
        dump_arg(d, a->vararg);
    }
    DUMP_LIST(d, "kwonlyargs", a->kwonlyargs, dump_arg);
    DUMP_LIST(d, "kw_defaults", a->kw_defaults, dump_expr_or_none);
    if (a->kwarg) {
        field(d, "kwarg");
        dump_arg(d, a->kwarg);
    }
    DUMP_LIST(d, "defaults", a->defaults, dump_expr);
    close_plain(d);
}

/* ---- Expressions --------------------------------------------------------------------------- */

static const char *const expr_names[] = {
    [EXPR_BOOL_OP] = "BoolOp",
    [EXPR_NAMED_EXPR] = "NamedExpr",
    [EXPR_BIN_OP] = "BinOp",
    [EXPR_UNARY_OP] = "UnaryOp",
    [EXPR_LAMBDA] = "Lambda",
    [EXPR_IF_EXP] = "IfExp",
    [EXPR_DICT] = "Dict",
    [EXPR_SET] = "Set",
    [EXPR_LIST_COMP] = "ListComp",
    [EXPR_SET_COMP] = "SetComp",
    [EXPR_DICT_COMP] = "DictComp",
    [EXPR_GENERATOR_EXP] = "GeneratorExp",
    [EXPR_AWAIT] = "Await",
    [EXPR_YIELD] = "Yield",
    [EXPR_YIELD_FROM] = "YieldFrom",
    [EXPR_COMPARE] = "Compare",
    [EXPR_CALL] = "Call",
    [EXPR_FORMATTED_VALUE] = "FormattedValue",
    [EXPR_JOINED_STR] = "JoinedStr",
    [EXPR_CONSTANT] = "Constant",
    [EXPR_ATTRIBUTE] = "Attribute",
    [EXPR_SUBSCRIPT] = "Subscript",
    [EXPR_STARRED] = "Starred",
    [EXPR_NAME] = "Name",
    [EXPR_LIST] = "List",
    [EXPR_TUPLE] = "Tuple",
    [EXPR_SLICE] = "Slice",
};

static const char *const operator_names[] = {
    [OPERATOR_ADD] = "Add",
    [OPERATOR_SUB] = "Sub",
    [OPERATOR_MULT] = "Mult",
    [OPERATOR_MAT_MULT] = "MatMult",
    [OPERATOR_DIV] = "Div",
    [OPERATOR_MOD] = "Mod",
    [OPERATOR_POW] = "Pow",
    [OPERATOR_LSHIFT] = "LShift",
    [OPERATOR_RSHIFT] = "RShift",
    [OPERATOR_BIT_OR] = "BitOr",
    [OPERATOR_BIT_XOR] = "BitXor",
    [OPERATOR_BIT_AND] = "BitAnd",
    [OPERATOR_FLOOR_DIV] = "FloorDiv",
};

static const char *const unaryop_names[] = {"Invert", "Not", "UAdd", "USub"};

static const char *const cmpop_names[] = {
    [CMPOP_EQ] = "Eq", [CMPOP_NOT_EQ] = "NotEq", [CMPOP_LT] = "Lt", [CMPOP_LT_E] = "LtE",
    [CMPOP_GT] = "Gt", [CMPOP_GT_E] = "GtE",     [CMPOP_IS] = "Is", [CMPOP_IS_NOT] = "IsNot",
    [CMPOP_IN] = "In", [CMPOP_NOT_IN] = "NotIn",
};

static void name_field(struct dump *d, const char *field_name, const char *node)
{
    field(d, field_name);
    buffer_printf(d->out, "%s()", node);
}

static void ctx_field(struct dump *d, enum expr_context ctx)
{
    static const char *const names[] = {"Load", "Store", "Del"};
    name_field(d, "ctx", names[ctx]);
}

static void compare_fields(struct dump *d, const struct expr *e)
{
    expr_field(d, "left", e->u.compare.left);
    field(d, "ops");
    for (size_t i = 0; i < e->u.compare.comparators.len; i++)
        buffer_printf(d->out, "%s%s()", i ? ", " : "[", cmpop_names[e->u.compare.ops[i]]);
    buffer_putc(d->out, ']');
    DUMP_LIST(d, "comparators", e->u.compare.comparators, dump_expr);
}

static void operation_fields(struct dump *d, const struct expr *e)
{
    switch (e->kind) {
    case EXPR_BOOL_OP:
        name_field(d, "op", e->u.bool_op.op == BOOLOP_AND ? "And" : "Or");
        DUMP_LIST(d, "values", e->u.bool_op.values, dump_expr);
        break;
    case EXPR_NAMED_EXPR:
        expr_field(d, "target", e->u.named_expr.target);
        expr_field(d, "value", e->u.named_expr.value);
        break;
    case EXPR_BIN_OP:
        expr_field(d, "left", e->u.bin_op.left);
        name_field(d, "op", operator_names[e->u.bin_op.op]);
        expr_field(d, "right", e->u.bin_op.right);
        break;
    case EXPR_UNARY_OP:
        name_field(d, "op", unaryop_names[e->u.unary_op.op]);
        expr_field(d, "operand", e->u.unary_op.operand);
        break;
    case EXPR_LAMBDA:
        field(d, "args");
        dump_arguments(d, e->u.lambda.args);
        expr_field(d, "body", e->u.lambda.body);
        break;
    case EXPR_IF_EXP:
        expr_field(d, "test", e->u.if_exp.test);
        expr_field(d, "body", e->u.if_exp.body);
        expr_field(d, "orelse", e->u.if_exp.orelse);
        break;
    case EXPR_COMPARE:
        compare_fields(d, e);
        break;
    case EXPR_CALL:
        expr_field(d, "func", e->u.call.func);
        DUMP_LIST(d, "args", e->u.call.args, dump_expr);
        DUMP_LIST(d, "keywords", e->u.call.keywords, dump_keyword);
        break;
    case EXPR_AWAIT:
        expr_field(d, "value", e->u.await.value);
        break;
    case EXPR_YIELD:
        expr_field(d, "value", e->u.yield.value);
        break;
    case EXPR_YIELD_FROM:
        expr_field(d, "value", e->u.yield_from.value);
        break;
    default:
        break;
    }
}

/* What stands between the braces has a place of its own. */
static void formatted_field(struct dump *d, const struct expr *value)
{
    const struct expr *text = d->text;
    d->text = NULL;
    expr_field(d, "value", value);
    d->text = text;
}

/* In 3.12 a specification that ends with a field has an empty text behind it. */
static void format_spec_field(struct dump *d, const struct expr *spec)
{
    const struct expr_list *values = spec ? &spec->u.joined_str.values : NULL;
    if (!spec || d->options->minor != 12 || values->len == 0 ||
        values->items[values->len - 1]->kind != EXPR_FORMATTED_VALUE) {
        expr_field(d, "format_spec", spec);
        return;
    }
    struct pos end = {spec->pos.end_line, spec->pos.end_col, spec->pos.end_line, spec->pos.end_col};
    struct expr empty = {.kind = EXPR_CONSTANT, .pos = end};
    struct expr whole = *spec;
    empty.u.constant.kind = CONSTANT_STR;
    empty.u.constant.data = "";
    whole.u.joined_str.values.len++;
    whole.u.joined_str.values.items = base_calloc(values->len + 1, sizeof *values->items);
    memcpy(whole.u.joined_str.values.items, values->items, values->len * sizeof *values->items);
    whole.u.joined_str.values.items[values->len] = &empty;
    expr_field(d, "format_spec", &whole);
    base_free(whole.u.joined_str.values.items);
}

static void display_fields(struct dump *d, const struct expr *e)
{
    switch (e->kind) {
    case EXPR_DICT:
        DUMP_LIST(d, "keys", e->u.dict.keys, dump_expr_or_none);
        DUMP_LIST(d, "values", e->u.dict.values, dump_expr);
        break;
    case EXPR_SET:
        DUMP_LIST(d, "elts", e->u.set.elts, dump_expr);
        break;
    case EXPR_LIST_COMP:
    case EXPR_SET_COMP:
    case EXPR_GENERATOR_EXP:
        expr_field(d, "elt", e->u.comp.elt);
        DUMP_LIST(d, "generators", e->u.comp.generators, dump_comprehension);
        break;
    case EXPR_DICT_COMP:
        expr_field(d, "key", e->u.dict_comp.key);
        expr_field(d, "value", e->u.dict_comp.value);
        DUMP_LIST(d, "generators", e->u.dict_comp.generators, dump_comprehension);
        break;
    case EXPR_FORMATTED_VALUE:
        formatted_field(d, e->u.formatted_value.value);
        int_field(d, "conversion", e->u.formatted_value.conversion);
        format_spec_field(d, e->u.formatted_value.format_spec);
        break;
    case EXPR_JOINED_STR:
        DUMP_LIST(d, "values", e->u.joined_str.values, dump_expr);
        break;
    case EXPR_CONSTANT:
        field(d, "value");
        ast_repr_constant(&e->u.constant, d->out);
        identifier_field(d, "kind", e->u.constant.kind_u ? "u" : NULL);
        break;
    default:
        break;
    }
}

static void target_fields(struct dump *d, const struct expr *e)
{
    switch (e->kind) {
    case EXPR_ATTRIBUTE:
        expr_field(d, "value", e->u.attribute.value);
        identifier_field(d, "attr", e->u.attribute.attr);
        ctx_field(d, e->u.attribute.ctx);
        break;
    case EXPR_SUBSCRIPT:
        expr_field(d, "value", e->u.subscript.value);
        expr_field(d, "slice", e->u.subscript.slice);
        ctx_field(d, e->u.subscript.ctx);
        break;
    case EXPR_STARRED:
        expr_field(d, "value", e->u.starred.value);
        ctx_field(d, e->u.starred.ctx);
        break;
    case EXPR_NAME:
        identifier_field(d, "id", e->u.name.id);
        ctx_field(d, e->u.name.ctx);
        break;
    case EXPR_LIST:
        DUMP_LIST(d, "elts", e->u.list.elts, dump_expr);
        ctx_field(d, e->u.list.ctx);
        break;
    case EXPR_TUPLE:
        DUMP_LIST(d, "elts", e->u.tuple.elts, dump_expr);
        ctx_field(d, e->u.tuple.ctx);
        break;
    case EXPR_SLICE:
        expr_field(d, "lower", e->u.slice.lower);
        expr_field(d, "upper", e->u.slice.upper);
        expr_field(d, "step", e->u.slice.step);
        break;
    default:
        break;
    }
}

/* Each of the three writes the fields of the kinds that it knows. */
static void dump_expr(struct dump *d, const struct expr *e)
{
    const struct expr *outer = d->text;
    bool is_part =
        e->kind == EXPR_JOINED_STR || e->kind == EXPR_FORMATTED_VALUE || e->kind == EXPR_CONSTANT;
    /* Up to 3.11 CPython says of all parts of an f-string that they are where it is. */
    if (!is_part || d->options->minor > 11)
        d->text = NULL;
    else if (!d->text && e->kind == EXPR_JOINED_STR)
        d->text = e;
    struct pos pos = d->text ? d->text->pos : e->pos;
    open_node(d, expr_names[e->kind]);
    operation_fields(d, e);
    display_fields(d, e);
    target_fields(d, e);
    close_node(d, pos);
    d->text = outer;
}

/* ---- Statements ---------------------------------------------------------------------------- */

static const char *const stmt_names[] = {
    [STMT_FUNCTION_DEF] = "FunctionDef",
    [STMT_ASYNC_FUNCTION_DEF] = "AsyncFunctionDef",
    [STMT_CLASS_DEF] = "ClassDef",
    [STMT_RETURN] = "Return",
    [STMT_DELETE] = "Delete",
    [STMT_ASSIGN] = "Assign",
    [STMT_TYPE_ALIAS] = "TypeAlias",
    [STMT_AUG_ASSIGN] = "AugAssign",
    [STMT_ANN_ASSIGN] = "AnnAssign",
    [STMT_FOR] = "For",
    [STMT_ASYNC_FOR] = "AsyncFor",
    [STMT_WHILE] = "While",
    [STMT_IF] = "If",
    [STMT_WITH] = "With",
    [STMT_ASYNC_WITH] = "AsyncWith",
    [STMT_MATCH] = "Match",
    [STMT_RAISE] = "Raise",
    [STMT_TRY] = "Try",
    [STMT_TRY_STAR] = "TryStar",
    [STMT_ASSERT] = "Assert",
    [STMT_IMPORT] = "Import",
    [STMT_IMPORT_FROM] = "ImportFrom",
    [STMT_GLOBAL] = "Global",
    [STMT_NONLOCAL] = "Nonlocal",
    [STMT_EXPR] = "Expr",
    [STMT_PASS] = "Pass",
    [STMT_BREAK] = "Break",
    [STMT_CONTINUE] = "Continue",
};

static void definition_fields(struct dump *d, const struct stmt *s)
{
    switch (s->kind) {
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF:
        identifier_field(d, "name", s->u.function_def.name);
        field(d, "args");
        dump_arguments(d, s->u.function_def.args);
        DUMP_LIST(d, "body", s->u.function_def.body, dump_stmt);
        DUMP_LIST(d, "decorator_list", s->u.function_def.decorator_list, dump_expr);
        expr_field(d, "returns", s->u.function_def.returns);
        type_params_field(d, &s->u.function_def.type_params);
        break;
    case STMT_CLASS_DEF:
        identifier_field(d, "name", s->u.class_def.name);
        DUMP_LIST(d, "bases", s->u.class_def.bases, dump_expr);
        DUMP_LIST(d, "keywords", s->u.class_def.keywords, dump_keyword);
        DUMP_LIST(d, "body", s->u.class_def.body, dump_stmt);
        DUMP_LIST(d, "decorator_list", s->u.class_def.decorator_list, dump_expr);
        type_params_field(d, &s->u.class_def.type_params);
        break;
    case STMT_TYPE_ALIAS:
        expr_field(d, "name", s->u.type_alias.name);
        type_params_field(d, &s->u.type_alias.type_params);
        expr_field(d, "value", s->u.type_alias.value);
        break;
    default:
        break;
    }
}

static void assignment_fields(struct dump *d, const struct stmt *s)
{
    switch (s->kind) {
    case STMT_DELETE:
        DUMP_LIST(d, "targets", s->u.delete.targets, dump_expr);
        break;
    case STMT_ASSIGN:
        DUMP_LIST(d, "targets", s->u.assign.targets, dump_expr);
        expr_field(d, "value", s->u.assign.value);
        break;
    case STMT_AUG_ASSIGN:
        expr_field(d, "target", s->u.aug_assign.target);
        name_field(d, "op", operator_names[s->u.aug_assign.op]);
        expr_field(d, "value", s->u.aug_assign.value);
        break;
    case STMT_ANN_ASSIGN:
        expr_field(d, "target", s->u.ann_assign.target);
        expr_field(d, "annotation", s->u.ann_assign.annotation);
        expr_field(d, "value", s->u.ann_assign.value);
        int_field(d, "simple", s->u.ann_assign.simple);
        break;
    default:
        break;
    }
}

static void compound_fields(struct dump *d, const struct stmt *s)
{
    switch (s->kind) {
    case STMT_FOR:
    case STMT_ASYNC_FOR:
        expr_field(d, "target", s->u.for_.target);
        expr_field(d, "iter", s->u.for_.iter);
        DUMP_LIST(d, "body", s->u.for_.body, dump_stmt);
        DUMP_LIST(d, "orelse", s->u.for_.orelse, dump_stmt);
        break;
    case STMT_WHILE:
    case STMT_IF: /* the same fields */
        expr_field(d, "test", s->u.if_.test);
        DUMP_LIST(d, "body", s->u.if_.body, dump_stmt);
        DUMP_LIST(d, "orelse", s->u.if_.orelse, dump_stmt);
        break;
    case STMT_WITH:
    case STMT_ASYNC_WITH:
        DUMP_LIST(d, "items", s->u.with.items, dump_withitem);
        DUMP_LIST(d, "body", s->u.with.body, dump_stmt);
        break;
    case STMT_MATCH:
        expr_field(d, "subject", s->u.match.subject);
        DUMP_LIST(d, "cases", s->u.match.cases, dump_case);
        break;
    case STMT_TRY:
    case STMT_TRY_STAR:
        DUMP_LIST(d, "body", s->u.try_.body, dump_stmt);
        DUMP_LIST(d, "handlers", s->u.try_.handlers, dump_handler);
        DUMP_LIST(d, "orelse", s->u.try_.orelse, dump_stmt);
        DUMP_LIST(d, "finalbody", s->u.try_.finalbody, dump_stmt);
        break;
    default:
        break;
    }
}

static void simple_fields(struct dump *d, const struct stmt *s)
{
    switch (s->kind) {
    case STMT_RETURN:
        expr_field(d, "value", s->u.return_.value);
        break;
    case STMT_RAISE:
        expr_field(d, "exc", s->u.raise.exc);
        expr_field(d, "cause", s->u.raise.cause);
        break;
    case STMT_ASSERT:
        expr_field(d, "test", s->u.assert_.test);
        expr_field(d, "msg", s->u.assert_.msg);
        break;
    case STMT_IMPORT:
        DUMP_LIST(d, "names", s->u.import.names, dump_alias);
        break;
    case STMT_IMPORT_FROM:
        identifier_field(d, "module", s->u.import_from.module);
        DUMP_LIST(d, "names", s->u.import_from.names, dump_alias);
        int_field(d, "level", s->u.import_from.level);
        break;
    case STMT_GLOBAL:
        DUMP_LIST(d, "names", s->u.global.names, dump_identifier);
        break;
    case STMT_NONLOCAL:
        DUMP_LIST(d, "names", s->u.nonlocal.names, dump_identifier);
        break;
    case STMT_EXPR:
        expr_field(d, "value", s->u.expr.value);
        break;
    default:
        break;
    }
}

/* Each of the four writes the fields of the kinds that it knows. */
static void dump_stmt(struct dump *d, const struct stmt *s)
{
    open_node(d, stmt_names[s->kind]);
    definition_fields(d, s);
    assignment_fields(d, s);
    compound_fields(d, s);
    simple_fields(d, s);
    close_node(d, s->pos);
}

static void dump_pattern(struct dump *d, const struct pattern *p)
{
    static const char *const names[] = {"MatchValue",   "MatchSingleton", "MatchSequence",
                                        "MatchMapping", "MatchClass",     "MatchStar",
                                        "MatchAs",      "MatchOr"};
    open_node(d, names[p->kind]);
    switch (p->kind) {
    case PATTERN_MATCH_VALUE:
        expr_field(d, "value", p->u.match_value.value);
        break;
    case PATTERN_MATCH_SINGLETON:
        field(d, "value");
        ast_repr_constant(&(struct constant){.kind = p->u.match_singleton.value}, d->out);
        break;
    case PATTERN_MATCH_SEQUENCE:
        DUMP_LIST(d, "patterns", p->u.match_sequence.patterns, dump_pattern);
        break;
    case PATTERN_MATCH_MAPPING:
        DUMP_LIST(d, "keys", p->u.match_mapping.keys, dump_expr);
        DUMP_LIST(d, "patterns", p->u.match_mapping.patterns, dump_pattern);
        identifier_field(d, "rest", p->u.match_mapping.rest);
        break;
    case PATTERN_MATCH_CLASS:
        expr_field(d, "cls", p->u.match_class.cls);
        DUMP_LIST(d, "patterns", p->u.match_class.patterns, dump_pattern);
        DUMP_LIST(d, "kwd_attrs", p->u.match_class.kwd_attrs, dump_identifier);
        DUMP_LIST(d, "kwd_patterns", p->u.match_class.kwd_patterns, dump_pattern);
        break;
    case PATTERN_MATCH_STAR:
        identifier_field(d, "name", p->u.match_star.name);
        break;
    case PATTERN_MATCH_AS:
        if (p->u.match_as.pattern) {
            field(d, "pattern");
            dump_pattern(d, p->u.match_as.pattern);
        }
        identifier_field(d, "name", p->u.match_as.name);
        break;
    case PATTERN_MATCH_OR:
        DUMP_LIST(d, "patterns", p->u.match_or.patterns, dump_pattern);
        break;
    }
    close_node(d, p->pos);
}

void ast_dump(const struct module *module, const struct ast_dump_options *options,
              struct buffer *out)
{
    struct dump dump = {.out = out, .options = options}, *d = &dump;
    switch (module->kind) {
    case MODULE_EXEC:
        open_node(d, "Module");
        DUMP_LIST(d, "body", module->body, dump_stmt);
        if (open_list(d, "type_ignores", 0))
            buffer_putc(out, ']');
        break;
    case MODULE_INTERACTIVE:
        open_node(d, "Interactive");
        DUMP_LIST(d, "body", module->body, dump_stmt);
        break;
    case MODULE_EXPRESSION:
        open_node(d, "Expression");
        expr_field(d, "body", module->expression);
        break;
    }
    close_plain(d);
}
