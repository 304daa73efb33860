/* The abstract syntax tree of a program, complete for the grammar of Python 3.13.
 *
 * Node and field names are those of Python's own `ast` module (Parser/Python.asdl), so whoever
 * knows one knows the other: `BinOp(left, op, right)` is an EXPR_BIN_OP whose u.bin_op has left, op
 * and right.  Where two nodes have the same fields they share one member of the union (For and
 * AsyncFor are both u.for_).  ast_dump.h prints a tree as ast.dump does.
 *
 * Invariants: everything lies in the arena that the parser was given, and lives as long as it.  A
 * list with len 0 may have items NULL.  A pointer marked "or NULL" is an optional field; every
 * other pointer points to something.  Identifiers are interned in module.identifiers: equal names
 * are equal pointers.  Context is set on every node that has one. */
#ifndef PYVIZ_LANG_AST_H
#define PYVIZ_LANG_AST_H

#include <pyviz/base/arena.h>
#include <pyviz/lang/identifier.h>

#include <stdbool.h>
#include <stddef.h>

/* Where a node stands.  Lines count from 1; columns are offsets in UTF-8 bytes from 0, end_col is
 * one past the last byte: CPython's lineno, col_offset, end_lineno, end_col_offset. */
struct pos {
    int line, col, end_line, end_col;
};

struct expr;
struct stmt;
struct comprehension;
struct excepthandler;
struct arguments;
struct arg;
struct keyword;
struct alias;
struct withitem;
struct match_case;
struct pattern;
struct type_param;

struct identifier_list {
    const char **items;
    size_t len;
};
struct expr_list {
    struct expr **items;
    size_t len;
};
struct stmt_list {
    struct stmt **items;
    size_t len;
};
struct comprehension_list {
    struct comprehension **items;
    size_t len;
};
struct excepthandler_list {
    struct excepthandler **items;
    size_t len;
};
struct arg_list {
    struct arg **items;
    size_t len;
};
struct keyword_list {
    struct keyword **items;
    size_t len;
};
struct alias_list {
    struct alias **items;
    size_t len;
};
struct withitem_list {
    struct withitem **items;
    size_t len;
};
struct match_case_list {
    struct match_case **items;
    size_t len;
};
struct pattern_list {
    struct pattern **items;
    size_t len;
};
struct type_param_list {
    struct type_param **items;
    size_t len;
};

/* ---- Modules ------------------------------------------------------------------------------- */

enum module_kind {
    MODULE_EXEC,        /* a file: body */
    MODULE_INTERACTIVE, /* one line of a dialogue: body */
    MODULE_EXPRESSION,  /* eval's argument: expression */
};

struct module {
    enum module_kind kind;
    struct stmt_list body;
    struct expr *expression; /* MODULE_EXPRESSION only, otherwise NULL */
    struct identifier_table *identifiers;
};

/* ---- Expressions --------------------------------------------------------------------------- */

enum expr_kind {
    EXPR_BOOL_OP,
    EXPR_NAMED_EXPR,
    EXPR_BIN_OP,
    EXPR_UNARY_OP,
    EXPR_LAMBDA,
    EXPR_IF_EXP,
    EXPR_DICT,
    EXPR_SET,
    EXPR_LIST_COMP,
    EXPR_SET_COMP,
    EXPR_DICT_COMP,
    EXPR_GENERATOR_EXP,
    EXPR_AWAIT,
    EXPR_YIELD,
    EXPR_YIELD_FROM,
    EXPR_COMPARE,
    EXPR_CALL,
    EXPR_FORMATTED_VALUE,
    EXPR_JOINED_STR,
    EXPR_CONSTANT,
    EXPR_ATTRIBUTE,
    EXPR_SUBSCRIPT,
    EXPR_STARRED,
    EXPR_NAME,
    EXPR_LIST,
    EXPR_TUPLE,
    EXPR_SLICE,
};

enum expr_context { CONTEXT_LOAD, CONTEXT_STORE, CONTEXT_DEL };

enum boolop { BOOLOP_AND, BOOLOP_OR };

/* In the order of CPython's NB_ numbers is not promised; the names are ast's. */
enum operator{
    OPERATOR_ADD,
    OPERATOR_SUB,
    OPERATOR_MULT,
    OPERATOR_MAT_MULT,
    OPERATOR_DIV,
    OPERATOR_MOD,
    OPERATOR_POW,
    OPERATOR_LSHIFT,
    OPERATOR_RSHIFT,
    OPERATOR_BIT_OR,
    OPERATOR_BIT_XOR,
    OPERATOR_BIT_AND,
    OPERATOR_FLOOR_DIV,
};

enum unaryop { UNARYOP_INVERT, UNARYOP_NOT, UNARYOP_UADD, UNARYOP_USUB };

enum cmpop {
    CMPOP_EQ,
    CMPOP_NOT_EQ,
    CMPOP_LT,
    CMPOP_LT_E,
    CMPOP_GT,
    CMPOP_GT_E,
    CMPOP_IS,
    CMPOP_IS_NOT,
    CMPOP_IN,
    CMPOP_NOT_IN,
};

enum constant_kind {
    CONSTANT_NONE,
    CONSTANT_TRUE,
    CONSTANT_FALSE,
    CONSTANT_ELLIPSIS,
    CONSTANT_INT,
    CONSTANT_FLOAT,
    CONSTANT_COMPLEX, /* a literal has an imaginary part only */
    CONSTANT_STR,
    CONSTANT_BYTES,
};

struct constant {
    enum constant_kind kind;
    /* CONSTANT_INT: base 2, 8, 10 or 16 */
    unsigned base;
    /* CONSTANT_INT: the digits in that base, lower case, no underscores, no prefix, no leading
     * zeros ("0" for zero).  CONSTANT_STR: UTF-8, but lone surrogates as three bytes each (WTF-8).
     * CONSTANT_BYTES: the bytes.  A NUL stands behind len in any case; inside, str and bytes may
     * hold NULs of their own. */
    const char *data;
    size_t len;
    /* CONSTANT_FLOAT: the value, CONSTANT_COMPLEX: the imaginary part; correctly rounded */
    double number;
    /* CONSTANT_STR written u"...": Constant.kind is 'u' */
    bool kind_u;
};

/* No tree that the parser returns is higher: whoever walks one recursively needs no other guard.
 * CPython 3.12 gives up ("maximum recursion depth exceeded during compilation") at about 2,990. */
enum { AST_MAX_HEIGHT = 2900 };

struct expr {
    enum expr_kind kind;
    struct pos pos;
    int height; /* 1 for a leaf, otherwise one more than the highest expression inside */
    union {
        struct {
            enum boolop op;
            struct expr_list values; /* two at least */
        } bool_op;
        struct {
            struct expr *target; /* EXPR_NAME */
            struct expr *value;
        } named_expr;
        struct {
            struct expr *left;
            enum operator op;
            struct expr *right;
        } bin_op;
        struct {
            enum unaryop op;
            struct expr *operand;
        } unary_op;
        struct {
            struct arguments *args;
            struct expr *body;
        } lambda;
        struct {
            struct expr *test, *body, *orelse;
        } if_exp;
        struct {
            struct expr_list keys; /* an item is NULL for `**value` */
            struct expr_list values;
        } dict;
        struct {
            struct expr_list elts; /* one at least */
        } set;
        /* EXPR_LIST_COMP, EXPR_SET_COMP, EXPR_GENERATOR_EXP */
        struct {
            struct expr *elt;
            struct comprehension_list generators;
        } comp;
        struct {
            struct expr *key, *value;
            struct comprehension_list generators;
        } dict_comp;
        struct {
            struct expr *value;
        } await;
        struct {
            struct expr *value; /* or NULL */
        } yield;
        struct {
            struct expr *value;
        } yield_from;
        struct {
            struct expr *left;
            enum cmpop *ops; /* as many as comparators */
            struct expr_list comparators;
        } compare;
        struct {
            struct expr *func;
            struct expr_list args;
            struct keyword_list keywords;
        } call;
        struct {
            struct expr *value;
            int conversion;           /* -1, 's', 'r' or 'a' */
            struct expr *format_spec; /* an EXPR_JOINED_STR, or NULL */
        } formatted_value;
        struct {
            struct expr_list values; /* EXPR_CONSTANT (str) and EXPR_FORMATTED_VALUE */
        } joined_str;
        struct constant constant;
        struct {
            struct expr *value;
            const char *attr;
            enum expr_context ctx;
        } attribute;
        struct {
            struct expr *value;
            struct expr *slice;
            enum expr_context ctx;
        } subscript;
        struct {
            struct expr *value;
            enum expr_context ctx;
        } starred;
        struct {
            const char *id;
            enum expr_context ctx;
        } name;
        struct {
            struct expr_list elts;
            enum expr_context ctx;
        } list;
        struct {
            struct expr_list elts;
            enum expr_context ctx;
        } tuple;
        struct {
            struct expr *lower, *upper, *step; /* each or NULL */
        } slice;
    } u;
};

/* Calls visit for each expression directly inside e that is there, in the order of the fields; of a
 * lambda the defaults and the body, of a comprehension its element and then clause by clause. */
typedef void ast_visitor(void *context, struct expr *child);
void ast_visit_children(const struct expr *e, ast_visitor *visit, void *context);

/* One `for target in iter if ...` of a comprehension. */
struct comprehension {
    struct expr *target, *iter;
    struct expr_list ifs;
    bool is_async;
};

/* The parameters of a def or a lambda. */
struct arguments {
    struct arg_list posonlyargs, args;
    struct arg *vararg; /* or NULL */
    struct arg_list kwonlyargs;
    struct expr_list kw_defaults; /* as long as kwonlyargs; an item is NULL where there is none */
    struct arg *kwarg;            /* or NULL */
    struct expr_list defaults;    /* of the last posonlyargs and args */
};

struct arg {
    struct pos pos;
    const char *arg;
    struct expr *annotation; /* or NULL */
};

struct keyword {
    struct pos pos;
    const char *arg; /* NULL for `**value` */
    struct expr *value;
};

/* ---- Statements ---------------------------------------------------------------------------- */

enum stmt_kind {
    STMT_FUNCTION_DEF,
    STMT_ASYNC_FUNCTION_DEF,
    STMT_CLASS_DEF,
    STMT_RETURN,
    STMT_DELETE,
    STMT_ASSIGN,
    STMT_TYPE_ALIAS,
    STMT_AUG_ASSIGN,
    STMT_ANN_ASSIGN,
    STMT_FOR,
    STMT_ASYNC_FOR,
    STMT_WHILE,
    STMT_IF,
    STMT_WITH,
    STMT_ASYNC_WITH,
    STMT_MATCH,
    STMT_RAISE,
    STMT_TRY,
    STMT_TRY_STAR,
    STMT_ASSERT,
    STMT_IMPORT,
    STMT_IMPORT_FROM,
    STMT_GLOBAL,
    STMT_NONLOCAL,
    STMT_EXPR,
    STMT_PASS,
    STMT_BREAK,
    STMT_CONTINUE,
};

struct stmt {
    enum stmt_kind kind;
    struct pos pos; /* of a decorated def or class: from the keyword, not from the @ */
    union {
        /* STMT_FUNCTION_DEF, STMT_ASYNC_FUNCTION_DEF */
        struct {
            const char *name;
            struct arguments *args;
            struct stmt_list body;
            struct expr_list decorator_list;
            struct expr *returns; /* or NULL */
            struct type_param_list type_params;
        } function_def;
        struct {
            const char *name;
            struct expr_list bases;
            struct keyword_list keywords;
            struct stmt_list body;
            struct expr_list decorator_list;
            struct type_param_list type_params;
        } class_def;
        struct {
            struct expr *value; /* or NULL */
        } return_;
        struct {
            struct expr_list targets;
        } delete;
        struct {
            struct expr_list targets; /* one each `=`, left to right */
            struct expr *value;
        } assign;
        struct {
            struct expr *name; /* EXPR_NAME */
            struct type_param_list type_params;
            struct expr *value;
        } type_alias;
        struct {
            struct expr *target;
            enum operator op;
            struct expr *value;
        } aug_assign;
        struct {
            struct expr *target, *annotation;
            struct expr *value; /* or NULL */
            bool simple;        /* the target is a name without parentheses */
        } ann_assign;
        /* STMT_FOR, STMT_ASYNC_FOR */
        struct {
            struct expr *target, *iter;
            struct stmt_list body, orelse;
        } for_;
        struct {
            struct expr *test;
            struct stmt_list body, orelse;
        } while_;
        struct {
            struct expr *test;
            struct stmt_list body, orelse; /* an elif is an orelse of one STMT_IF */
        } if_;
        /* STMT_WITH, STMT_ASYNC_WITH */
        struct {
            struct withitem_list items;
            struct stmt_list body;
        } with;
        struct {
            struct expr *subject;
            struct match_case_list cases;
        } match;
        struct {
            struct expr *exc, *cause; /* each or NULL */
        } raise;
        /* STMT_TRY, STMT_TRY_STAR */
        struct {
            struct stmt_list body;
            struct excepthandler_list handlers;
            struct stmt_list orelse, finalbody;
        } try_;
        struct {
            struct expr *test;
            struct expr *msg; /* or NULL */
        } assert_;
        struct {
            struct alias_list names;
        } import;
        struct {
            const char *module; /* NULL for `from . import x` */
            struct alias_list names;
            int level; /* how many leading dots */
        } import_from;
        struct {
            struct identifier_list names;
        } global;
        struct {
            struct identifier_list names;
        } nonlocal;
        struct {
            struct expr *value;
        } expr;
    } u;
};

struct excepthandler {
    struct pos pos;
    struct expr *type; /* or NULL: a bare except */
    const char *name;  /* or NULL */
    struct stmt_list body;
};

struct alias {
    struct pos pos;
    const char *name;   /* dotted as written, without spaces; "*" */
    const char *asname; /* or NULL */
};

struct withitem {
    struct expr *context_expr;
    struct expr *optional_vars; /* or NULL */
};

/* ---- match --------------------------------------------------------------------------------- */

struct match_case {
    struct pattern *pattern;
    struct expr *guard; /* or NULL */
    struct stmt_list body;
};

enum pattern_kind {
    PATTERN_MATCH_VALUE,
    PATTERN_MATCH_SINGLETON,
    PATTERN_MATCH_SEQUENCE,
    PATTERN_MATCH_MAPPING,
    PATTERN_MATCH_CLASS,
    PATTERN_MATCH_STAR,
    PATTERN_MATCH_AS,
    PATTERN_MATCH_OR,
};

struct pattern {
    enum pattern_kind kind;
    struct pos pos;
    union {
        struct {
            struct expr *value;
        } match_value;
        struct {
            enum constant_kind value; /* CONSTANT_NONE, CONSTANT_TRUE or CONSTANT_FALSE */
        } match_singleton;
        struct {
            struct pattern_list patterns;
        } match_sequence;
        struct {
            struct expr_list keys;
            struct pattern_list patterns;
            const char *rest; /* or NULL */
        } match_mapping;
        struct {
            struct expr *cls;
            struct pattern_list patterns;
            struct identifier_list kwd_attrs;
            struct pattern_list kwd_patterns;
        } match_class;
        struct {
            const char *name; /* NULL for `*_` */
        } match_star;
        struct {
            struct pattern *pattern; /* or NULL */
            const char *name;        /* NULL for `_` */
        } match_as;
        struct {
            struct pattern_list patterns;
        } match_or;
    } u;
};

/* ---- Type parameters (PEP 695, 696) -------------------------------------------------------- */

enum type_param_kind { TYPE_PARAM_TYPE_VAR, TYPE_PARAM_PARAM_SPEC, TYPE_PARAM_TYPE_VAR_TUPLE };

struct type_param {
    enum type_param_kind kind;
    struct pos pos;
    const char *name;
    struct expr *bound;         /* TypeVar only; or NULL */
    struct expr *default_value; /* or NULL */
};

#endif
