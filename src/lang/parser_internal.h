/* What the parser's files share.
 *
 * Each rule of the grammar is a function that looks for its construct at p->pos.  It either returns
 * a node and leaves p->pos behind it, or returns NULL and leaves p->pos where it was: the caller
 * may try something else there.  An error that admits no alternative sets p->failed, after which
 * every rule returns NULL.
 *
 * Errors are found the way CPython finds them, so that they read and stand as CPython's do.  The
 * first attempt at a statement only parses.  Where it fails, the statement is parsed once more with
 * p->diagnose set: then the rules of parser_invalid.c are tried at their places in the grammar,
 * each of which recognises one kind of mistake.  If none does, the error is "invalid syntax" at the
 * furthest token that the first attempt looked at.  In the second attempt results are remembered by
 * token and rule, which keeps it from taking exponential time.
 *
 * Invariants: p->pos <= p->furthest < tokens.len; the token at p->furthest is the last that any
 * rule looked at; nothing reads behind a TOKEN_END or TOKEN_ERROR. */
#ifndef PYVIZ_LANG_PARSER_INTERNAL_H
#define PYVIZ_LANG_PARSER_INTERNAL_H

#include "lexer.h"

#include <pyviz/base/arena.h>
#include <pyviz/base/diagnostic.h>
#include <pyviz/lang/ast.h>
#include <pyviz/lang/source.h>

/* How deep rules may call each other; a guarded rule takes well under 1 KiB of stack. */
enum { PARSER_MAX_DEPTH = 3000 };

/* The rules whose results the second attempt remembers.  Those up to RULE_LAST_SHARED are
 * remembered by CPython, too: there a result that was found while no mistakes were looked for is
 * taken where they are, which shows in the messages.  The others are only to save time. */
enum parser_rule {
    RULE_SIMPLE_STMT,
    RULE_BLOCK,
    RULE_STAR_EXPRESSION,
    RULE_EXPRESSION,
    RULE_DISJUNCTION,
    RULE_CONJUNCTION,
    RULE_INVERSION,
    RULE_BITWISE_OR,
    RULE_FACTOR,
    RULE_PRIMARY,
    RULE_STRINGS,
    RULE_ARGUMENTS,
    RULE_INVALID_NAMED_EXPRESSION,
    RULE_LAST_SHARED = RULE_INVALID_NAMED_EXPRESSION,
    RULE_NAMED_EXPRESSION,
    RULE_STAR_NAMED_EXPRESSION,
    RULE_ATOM,
    RULE_ARGS,
    RULE_FOR_IF_CLAUSES,
};

struct memo {
    struct memo *next;
    enum parser_rule rule;
    bool diagnose;
    void *node;
    size_t end;
};

struct parser {
    const struct source *src;
    struct arena *arena;
    struct identifier_table *identifiers;
    struct token_list tokens;
    size_t pos, furthest;
    int depth;
    bool interactive; /* one statement of a dialogue */
    bool diagnose;
    bool forced; /* the first attempt missed a token that had to be there */
    bool failed;
    bool lexer_failed;   /* the error is the lexer's: none can come before it */
    struct memo **memos; /* by token; NULL in the first attempt */
    bool *failed_braces; /* by token: no dict or set begins here; NULL if there is none such */
    struct diagnostic *error;
};

/* Is the source read as a CPython before 3.minor would? */
static inline bool parser_before(const struct parser *p, int minor)
{
    return p->src->minor && p->src->minor < minor;
}

/* ---- Tokens -------------------------------------------------------------------------------- */

/* The kind of the token at p->pos; fails the parser where the lexer failed. */
enum token_kind parser_peek(struct parser *p);
/* The kind of the token after that. */
enum token_kind parser_peek_next(struct parser *p);
const struct token *parser_token(const struct parser *p, size_t index);
/* Passes the token if it is of the kind. */
bool parser_accept(struct parser *p, enum token_kind kind);
/* Passes it; the second attempt fails with "expected '...'" if it is not there. */
bool parser_force(struct parser *p, enum token_kind kind);
/* Whether the token at p->pos is this soft keyword. */
bool parser_at_word(struct parser *p, const char *word);
/* A NAME's identifier, or NULL. */
const char *parser_name(struct parser *p);

/* ---- Places -------------------------------------------------------------------------------- */

struct pos parser_token_pos(const struct parser *p, size_t index);
/* From the token at `start` to the last token passed that is no line break or indentation. */
struct pos parser_span(const struct parser *p, size_t start);
struct pos parser_join(struct pos from, struct pos to);

/* ---- Nodes --------------------------------------------------------------------------------- */

/* A list under construction; its array lies in the arena. */
struct parser_list {
    void **items;
    size_t len, cap;
};
void parser_push(struct parser *p, struct parser_list *list, void *item);
#define PARSER_LIST(type, list) ((struct type){.items = (void *)(list).items, .len = (list).len})

void *parser_alloc(struct parser *p, size_t size);
/* A node that begins at the token `start`; parser_done gives it its end and its height. */
struct expr *parser_expr(struct parser *p, enum expr_kind kind, size_t start);
struct expr *parser_done(struct parser *p, struct expr *e);
struct stmt *parser_stmt(struct parser *p, enum stmt_kind kind, size_t start);
struct stmt *parser_stmt_done(struct parser *p, struct stmt *s);
struct expr *parser_name_node(struct parser *p, enum expr_context context);

/* False and failed if rules call each other too deeply.  Each true one is followed by a leave. */
bool parser_enter(struct parser *p);
void parser_leave(struct parser *p);

/* What a rule found at p->pos before, if it was there before: then true, and p->pos moves. */
bool parser_recall(struct parser *p, enum parser_rule rule, void **node);
void *parser_remember(struct parser *p, enum parser_rule rule, size_t start, void *node);

/* ---- Errors: each fails the parser, unless it has failed already, and returns NULL ---------- */

/* At a place, from one place to another, from a place to the last token looked at. */
void *parser_error(struct parser *p, struct pos at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void *parser_error_range(struct parser *p, struct pos from, struct pos to, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void *parser_error_from(struct parser *p, struct pos from, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* At the last token looked at; at the next token. */
void *parser_error_last(struct parser *p, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void *parser_error_next(struct parser *p, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* An IndentationError at the last token looked at. */
void *parser_error_indent(struct parser *p, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void *parser_error_kind(struct parser *p, enum diagnostic_kind kind, struct pos at,
                        const char *format, ...) __attribute__((format(printf, 4, 5)));

/* ---- Rules: parser_expr.c ------------------------------------------------------------------ */

struct expr *parser_star_expressions(struct parser *p);
struct expr *parser_star_expression(struct parser *p);
struct expr *parser_star_named_expression(struct parser *p);
struct expr *parser_named_expression(struct parser *p);
struct expr *parser_assignment_expression(struct parser *p);
struct expr *parser_expressions(struct parser *p);
struct expr *parser_expression(struct parser *p);
struct expr *parser_expression_without_invalid(struct parser *p);
struct expr *parser_disjunction(struct parser *p);
struct expr *parser_inversion(struct parser *p);
struct expr *parser_bitwise_or(struct parser *p);
struct expr *parser_primary(struct parser *p);
struct expr *parser_starred_expression(struct parser *p); /* '*' expression */
struct expr *parser_yield_expr(struct parser *p);
struct expr *parser_annotated_rhs(struct parser *p); /* yield_expr | star_expressions */

/* parser_atom.c */
struct expr *parser_atom(struct parser *p);
struct expr *parser_tuple(struct parser *p);
struct expr *parser_genexp(struct parser *p);
struct expr *parser_list_display(struct parser *p);
/* for_if_clauses: NULL if there is none. */
struct parser_list *parser_for_if_clauses(struct parser *p);

/* parser_call.c: calls and parameters */
struct call_arguments {
    struct parser_list args, keywords;
};
struct call_arguments *parser_args(struct parser *p);
/* `first`, or NULL, has been read already.  NULL if there is none. */
struct call_arguments *parser_arguments(struct parser *p, struct expr *first);
/* An argument without a star or a name: (assignment_expression | expression !':=') !'=' */
struct expr *parser_positional(struct parser *p);
/* `closing` is what ends them: ) of a def, : of a lambda.  Never NULL but on failure. */
struct arguments *parser_parameters(struct parser *p, enum token_kind closing);
/* One parameter and the comma behind it; none but before a comma or the closing token. */
enum { PARAMETER_PLAIN = 1, PARAMETER_DEFAULT = 2 };
struct arg *parser_parameter(struct parser *p, enum token_kind closing, int allowed,
                             struct expr **default_value);
/* The same, not asking for what follows. */
struct arg *parser_bare_parameter(struct parser *p, enum token_kind closing);
bool parser_type_params(struct parser *p, struct type_param_list *list);

/* parser_target.c */
bool parser_is_target(const struct expr *e);        /* may stand left of = */
bool parser_is_single_target(const struct expr *e); /* may stand left of += and : */
void parser_set_context(struct expr *e, enum expr_context context);
struct expr *parser_star_targets(struct parser *p);
struct expr *parser_star_target(struct parser *p);
bool parser_del_targets(struct parser *p, struct expr_list *targets);

/* parser_string.c */
struct expr *parser_number(struct parser *p);
struct expr *parser_strings(struct parser *p);
/* `{...}` of an f-string: adds its parts; false if there is none. */
bool parser_replacement_field(struct parser *p, struct parser_list *parts);

/* parser_stmt.c, parser_compound.c, parser_pattern.c */
bool parser_statement(struct parser *p, struct parser_list *list);
bool parser_simple_stmts(struct parser *p, struct parser_list *list);
struct stmt *parser_compound_stmt(struct parser *p);
bool parser_block(struct parser *p, struct stmt_list *body);
struct excepthandler *parser_except_block(struct parser *p, bool star);
bool parser_augmented_operator(struct parser *p);
const char *parser_dotted_name(struct parser *p);
bool parser_aliases(struct parser *p, const char *(*read_name)(struct parser *),
                    struct alias_list *list);
struct expr *parser_subject_expr(struct parser *p);
struct stmt *parser_match_stmt(struct parser *p);
struct pattern *parser_patterns(struct parser *p);
struct pattern *parser_or_pattern(struct parser *p);

/* ---- Mistakes: parser_invalid.c, called only while p->diagnose ------------------------------ */

enum target_kind { TARGET_STAR, TARGET_DEL, TARGET_FOR };

/* Fails with "cannot assign to ..." if some part of e cannot be a target. */
void *parser_invalid_target(struct parser *p, enum target_kind kind, const struct expr *e);
void parser_invalid_expression(struct parser *p);
void parser_invalid_not(struct parser *p); /* where an operand is missing */
void parser_invalid_named_expression(struct parser *p);
void parser_invalid_assignment(struct parser *p);
void parser_invalid_arguments(struct parser *p);
void parser_invalid_kwarg(struct parser *p);
void parser_invalid_comprehension(struct parser *p);
void parser_invalid_dict_comprehension(struct parser *p);
void parser_invalid_double_starred_kvpairs(struct parser *p);
void parser_invalid_group(struct parser *p);
void parser_invalid_for_if_clause(struct parser *p);
void parser_invalid_for_target(struct parser *p);
void parser_invalid_replacement_field(struct parser *p);

/* parser_invalid_stmt.c */
void parser_invalid_parameters(struct parser *p, enum token_kind closing);
void parser_invalid_star_etc(struct parser *p, enum token_kind closing);
void parser_invalid_kwds(struct parser *p, enum token_kind closing);
void parser_invalid_type_param(struct parser *p);
void parser_invalid_del_stmt(struct parser *p);
void parser_invalid_with_item(struct parser *p);
void parser_invalid_with_stmt(struct parser *p);
void parser_invalid_with_stmt_indent(struct parser *p);
void parser_invalid_import(struct parser *p);
void parser_invalid_import_from_targets(struct parser *p);
void parser_invalid_header(struct parser *p); /* if, elif, while, for, else, def, class */
void parser_invalid_try_stmt(struct parser *p);
void parser_invalid_except_stmt(struct parser *p);
void parser_invalid_match_stmt(struct parser *p);
void parser_invalid_case_block(struct parser *p);
void parser_invalid_as_pattern(struct parser *p);

#endif
