/* The parser's groundwork: tokens, nodes, memory of results, errors, and the way in. */
#include <pyviz/base/utf8.h>
#include <pyviz/lang/parser.h>

#include "parser_internal.h"

#include <stdlib.h>
#include <string.h>

/* ---- Tokens -------------------------------------------------------------------------------- */

const struct token *parser_token(const struct parser *p, size_t index)
{
    return &p->tokens.items[index];
}

static enum token_kind look_at(struct parser *p, size_t index)
{
    enum token_kind kind = (enum token_kind)p->tokens.items[index].kind;
    if (index > p->furthest)
        p->furthest = index;
    if (kind == TOKEN_ERROR && !p->failed) {
        p->failed = p->lexer_failed = true;
        *p->error = p->tokens.error;
    }
    return kind;
}

enum token_kind parser_peek(struct parser *p)
{
    return look_at(p, p->pos);
}

enum token_kind parser_peek_next(struct parser *p)
{
    enum token_kind kind = parser_peek(p);
    return kind == TOKEN_END || kind == TOKEN_ERROR ? kind : look_at(p, p->pos + 1);
}

bool parser_accept(struct parser *p, enum token_kind kind)
{
    if (p->failed || parser_peek(p) != kind)
        return false;
    p->pos++;
    return true;
}

bool parser_at_word(struct parser *p, const char *word)
{
    if (p->failed || parser_peek(p) != TOKEN_NAME)
        return false;
    const struct token *t = parser_token(p, p->pos);
    size_t n = strlen(word);
    return t->end - t->start == n && memcmp(p->src->text + t->start, word, n) == 0;
}

const char *parser_name(struct parser *p)
{
    if (!parser_accept(p, TOKEN_NAME))
        return NULL;
    const struct token *t = parser_token(p, p->pos - 1);
    return identifier_intern_source(p->identifiers, p->src->text + t->start, t->end - t->start);
}

/* ---- Places -------------------------------------------------------------------------------- */

/* In a dialogue no newline is added to a text that ends without one: the end stands for it. */
static bool lacks_newline(const struct parser *p)
{
    size_t len = p->src->len;
    return p->interactive && (len == 0 || p->src->text[len - 1] != '\n');
}

static bool is_implied_newline(const struct parser *p, size_t index)
{
    return lacks_newline(p) && parser_token(p, index)->end >= p->src->len;
}

/* Where CPython says that an error at a token is: a newline is one character wide, up to
 * 3.11 none behind a comment; tokens without
 * extent stand at the last character before them, or before the line. */
static struct pos error_pos(const struct parser *p, size_t index)
{
    struct pos pos = parser_token_pos(p, index);
    enum token_kind kind = (enum token_kind)parser_token(p, index)->kind;
    bool implied = kind == TOKEN_NEWLINE && is_implied_newline(p, index);
    if (kind == TOKEN_NEWLINE && !(parser_before(p, 12) && pos.end_col > pos.col))
        pos.end_col++;
    if (kind == TOKEN_INDENT || kind == TOKEN_DEDENT || kind == TOKEN_END || implied)
        pos = (struct pos){pos.line, pos.col - 1, 0, -1};
    return pos;
}

struct pos parser_token_pos(const struct parser *p, size_t index)
{
    const struct token *t = parser_token(p, index);
    return (struct pos){.line = t->line,
                        .col = lexer_column(p->src, t->line, t->start),
                        .end_line = t->end_line,
                        .end_col = lexer_column(p->src, t->end_line, t->end)};
}

static bool is_white(enum token_kind kind)
{
    return kind == TOKEN_NEWLINE || kind == TOKEN_INDENT || kind == TOKEN_DEDENT ||
           kind == TOKEN_END;
}

struct pos parser_span(const struct parser *p, size_t start)
{
    size_t last = p->pos > start ? p->pos - 1 : start;
    while (last > start && is_white((enum token_kind)p->tokens.items[last].kind))
        last--;
    return parser_join(parser_token_pos(p, start), parser_token_pos(p, last));
}

struct pos parser_join(struct pos from, struct pos to)
{
    return (struct pos){from.line, from.col, to.end_line, to.end_col};
}

/* ---- Nodes --------------------------------------------------------------------------------- */

void *parser_alloc(struct parser *p, size_t size)
{
    return arena_alloc(p->arena, size);
}

void parser_push(struct parser *p, struct parser_list *list, void *item)
{
    if (list->len == list->cap) {
        size_t cap = list->cap ? list->cap * 2 : 2;
        void **items = parser_alloc(p, cap * sizeof *items);
        if (list->len)
            memcpy(items, list->items, list->len * sizeof *items);
        list->items = items;
        list->cap = cap;
    }
    list->items[list->len++] = item;
}

struct expr *parser_expr(struct parser *p, enum expr_kind kind, size_t start)
{
    struct expr *e = parser_alloc(p, sizeof *e);
    e->kind = kind;
    e->pos = parser_token_pos(p, start);
    return e;
}

static void raise_height(void *height, struct expr *child)
{
    int *highest = height;
    if (child->height > *highest)
        *highest = child->height;
}

static void *too_deep(struct parser *p, struct pos at)
{
    return parser_error_kind(p, DIAGNOSTIC_LIMIT, at,
                             "the source is nested too deeply (more than %d levels)",
                             AST_MAX_HEIGHT);
}

struct expr *parser_done(struct parser *p, struct expr *e)
{
    const struct token *last = parser_token(p, p->pos - 1);
    e->pos.end_line = last->end_line;
    e->pos.end_col = lexer_column(p->src, last->end_line, last->end);
    e->height = 0;
    ast_visit_children(e, raise_height, &e->height);
    e->height++;
    if (e->height > AST_MAX_HEIGHT)
        return too_deep(p, e->pos);
    return p->failed ? NULL : e;
}

struct stmt *parser_stmt(struct parser *p, enum stmt_kind kind, size_t start)
{
    struct stmt *s = parser_alloc(p, sizeof *s);
    s->kind = kind;
    s->pos = parser_token_pos(p, start);
    return s;
}

struct stmt *parser_stmt_done(struct parser *p, struct stmt *s)
{
    size_t last = p->pos - 1;
    while (last > 0 && is_white((enum token_kind)p->tokens.items[last].kind))
        last--;
    s->pos = parser_join(s->pos, parser_token_pos(p, last));
    return p->failed ? NULL : s;
}

struct expr *parser_name_node(struct parser *p, enum expr_context context)
{
    size_t start = p->pos;
    const char *id = parser_name(p);
    if (!id)
        return NULL;
    struct expr *e = parser_expr(p, EXPR_NAME, start);
    e->u.name.id = id;
    e->u.name.ctx = context;
    e->height = 1;
    return e;
}

bool parser_enter(struct parser *p)
{
    if (p->failed)
        return false;
    if (p->depth >= PARSER_MAX_DEPTH) {
        too_deep(p, parser_token_pos(p, p->pos));
        return false;
    }
    p->depth++;
    return true;
}

void parser_leave(struct parser *p)
{
    p->depth--;
}

/* ---- Memory of results --------------------------------------------------------------------- */

bool parser_recall(struct parser *p, enum parser_rule rule, void **node)
{
    if (!p->memos)
        return false;
    for (const struct memo *m = p->memos[p->pos]; m; m = m->next) {
        if (m->rule == rule && (m->diagnose == p->diagnose || rule <= RULE_LAST_SHARED)) {
            p->pos = m->end;
            *node = m->node;
            return true;
        }
    }
    return false;
}

void *parser_remember(struct parser *p, enum parser_rule rule, size_t start, void *node)
{
    if (p->failed)
        return NULL;
    if (!node)
        p->pos = start;
    if (p->memos) {
        struct memo *m = parser_alloc(p, sizeof *m);
        *m = (struct memo){p->memos[start], rule, p->diagnose, node, p->pos};
        p->memos[start] = m;
    }
    return node;
}

/* ---- Errors -------------------------------------------------------------------------------- */

/* CPython makes a character of the last column with the text of the first line, also where the
 * error ends on another (Parser/pegen.c: _PyPegen_byte_offset_to_character_offset). */
static void count_end_on_first_line(struct parser *p, struct pos at)
{
    size_t len, end = (size_t)at.end_col;
    const char *line = source_line(p->src, (size_t)at.line, &len);
    p->error->end_col = (int)utf8_length(line, end < len ? end : len) + 1;
}

/* Is there nothing behind the token on its line but a backslash? */
static bool is_continued(const struct parser *p, const struct token *t)
{
    size_t len, at = (size_t)lexer_column(p->src, t->end_line, t->end);
    const char *text = source_line(p->src, (size_t)t->end_line, &len);
    while (at < len && strchr(" \t\f", text[at]))
        at++;
    return at + 1 == len && text[at] == '\\';
}

/* CPython's tokenizer keeps what it has read since a token began, also when that is many lines: up
 * to 3.11 an f-string was one. */
static int kept_from(const struct parser *p, int line)
{
    const struct token *end = NULL; /* of an f-string */
    for (size_t i = p->furthest; i-- > 0 && line > 1;) {
        const struct token *t = parser_token(p, i);
        if (t->kind == TOKEN_FSTRING_END && parser_before(p, 12) && !end)
            end = t;
        int last = t->kind == TOKEN_FSTRING_START && end ? end->end_line : t->end_line;
        end = t->kind == TOKEN_FSTRING_START ? NULL : end;
        if (!end && last < line - 1)
            break;
        if (t->line < line && (last >= line || (last == line - 1 && is_continued(p, t))))
            line = t->line;
    }
    return line;
}

/* The text of the error goes back to an earlier line, and the columns are counted in it.  CPython
 * 3.13.5 shows the line alone again. */
static void keep_earlier_lines(struct parser *p, struct pos at)
{
    int line = kept_from(p, at.line);
    if (line == at.line || !source_before(p->src, 13, 5))
        return;
    const char *text = p->src->text + p->src->line_starts[line - 1];
    p->error->text_line = line;
    if (at.col >= 0)
        p->error->col = (int)utf8_length(text, (size_t)at.col) + 1;
    if (at.end_line == at.line && at.end_col >= 0)
        p->error->end_col = (int)utf8_length(text, (size_t)at.end_col) + 1;
}

static void *fail(struct parser *p, enum diagnostic_kind kind, struct pos at, const char *format,
                  va_list args) __attribute__((format(printf, 4, 0)));

static void *fail(struct parser *p, enum diagnostic_kind kind, struct pos at, const char *format,
                  va_list args)
{
    if (p->failed)
        return NULL;
    char message[sizeof p->error->message];
    vsnprintf(message, sizeof message, format, args);
    source_diagnose(p->src, p->error, kind, at.line, at.col, at.end_line, at.end_col, "%s",
                    message);
    p->error->cut = at.line && parser_token_pos(p, p->furthest).line > at.line;
    p->error->in_bytes = source_parser_counts_bytes(p->src);
    if (at.line && !p->error->cut)
        keep_earlier_lines(p, at);
    if (at.line && at.end_line > at.line && at.end_col >= 0)
        count_end_on_first_line(p, at);
    p->failed = true;
    return NULL;
}

void *parser_error_kind(struct parser *p, enum diagnostic_kind kind, struct pos at,
                        const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fail(p, kind, at, format, args);
    va_end(args);
    return NULL;
}

void *parser_error(struct parser *p, struct pos at, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fail(p, DIAGNOSTIC_SYNTAX, at, format, args);
    va_end(args);
    return NULL;
}

void *parser_error_range(struct parser *p, struct pos from, struct pos to, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fail(p, DIAGNOSTIC_SYNTAX, parser_join(from, to), format, args);
    va_end(args);
    return NULL;
}

/* Up to the last character of the last token, by CPython's count. */
void *parser_error_from(struct parser *p, struct pos from, const char *format, ...)
{
    struct pos to = error_pos(p, p->furthest);
    to.end_col--;
    va_list args;
    va_start(args, format);
    fail(p, DIAGNOSTIC_SYNTAX, parser_join(from, to), format, args);
    va_end(args);
    return NULL;
}

/* At a token: RAISE_SYNTAX_ERROR. */
static void *fail_at(struct parser *p, enum diagnostic_kind kind, size_t index, const char *format,
                     va_list args) __attribute__((format(printf, 4, 0)));

static void *fail_at(struct parser *p, enum diagnostic_kind kind, size_t index, const char *format,
                     va_list args)
{
    struct pos at = error_pos(p, index);
    if (p->failed)
        return NULL;
    if (at.end_col < 0 && lacks_newline(p))
        at.col--; /* the end of what has been read, which is no newline's */
    fail(p, kind, at, format, args);
    if (at.end_col < 0)
        p->error->end = DIAGNOSTIC_END_UNKNOWN;
    return NULL;
}

void *parser_error_last(struct parser *p, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fail_at(p, DIAGNOSTIC_SYNTAX, p->furthest, format, args);
    va_end(args);
    return NULL;
}

void *parser_error_next(struct parser *p, const char *format, ...)
{
    parser_peek(p);
    va_list args;
    va_start(args, format);
    fail_at(p, DIAGNOSTIC_SYNTAX, p->pos, format, args);
    va_end(args);
    return NULL;
}

void *parser_error_indent(struct parser *p, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fail_at(p, DIAGNOSTIC_INDENTATION, p->furthest, format, args);
    va_end(args);
    return NULL;
}

bool parser_force(struct parser *p, enum token_kind kind)
{
    if (parser_accept(p, kind))
        return true;
    if (p->diagnose)
        parser_error(p, error_pos(p, p->pos), "expected '%s'", lexer_kind_text(kind));
    p->forced = true;
    return false;
}

/* After an error of the parser's, CPython reads on for one of the tokenizer's, which then counts; a
 * bracket that is never closed only if it was opened on an earlier line; nothing inside an f-string
 * (_PyPegen_tokenize_full_source_to_check_for_errors). */
static void prefer_lexer_error(struct parser *p)
{
    const struct token_list *tokens = &p->tokens;
    if (p->lexer_failed || p->error->kind == DIAGNOSTIC_LIMIT || !tokens->error.kind ||
        tokens->in_fstring)
        return;
    if (!tokens->quiet) {
        *p->error = tokens->error;
    } else if (tokens->unclosed.bracket &&
               parser_token(p, p->furthest)->line > tokens->unclosed.line) {
        int col = lexer_column(p->src, tokens->unclosed.line, tokens->unclosed.start);
        source_diagnose(p->src, p->error, DIAGNOSTIC_SYNTAX, tokens->unclosed.line, col, 0, -1,
                        "'%c' was never closed", tokens->unclosed.bracket);
        p->error->cut = true;
        p->error->in_bytes = source_parser_counts_bytes(p->src);
    }
}

/* What to say where no rule of parser_invalid.c knew better. */
static void generic_error(struct parser *p, size_t last)
{
    enum token_kind kind = (enum token_kind)parser_token(p, last)->kind;
    if (kind == TOKEN_INDENT || kind == TOKEN_DEDENT)
        parser_error_kind(p, DIAGNOSTIC_INDENTATION, error_pos(p, last), "unexpected %s",
                          kind == TOKEN_INDENT ? "indent" : "unindent");
    else if (kind == TOKEN_END || (kind == TOKEN_NEWLINE && is_implied_newline(p, last)))
        parser_error(p, (struct pos){error_pos(p, last).line, -1, 0, -1}, "invalid syntax");
    else
        parser_error(p, error_pos(p, last), "invalid syntax");
}

/* ---- The way in ---------------------------------------------------------------------------- */

typedef bool parse_function(struct parser *p, void *result);

/* Tries once, and once more from the token `from` to find out what is wrong; where a token is
 * missing that had to be there, which CPython says at once, from `near`. */
static bool attempt(struct parser *p, size_t from, size_t near, parse_function *parse, void *result)
{
    if (parse(p, result))
        return true;
    bool mark = false;
    if (!p->failed) {
        size_t last = p->furthest;
        p->pos = p->forced ? near : from;
        p->diagnose = true;
        p->memos = base_calloc(p->tokens.len, sizeof *p->memos);
        while (parse(p, result))
            continue;
        free(p->memos);
        p->memos = NULL;
        mark = !p->failed && (parser_token(p, last)->kind == TOKEN_INDENT ||
                              parser_token(p, last)->kind == TOKEN_DEDENT);
        generic_error(p, last);
    }
    if (!mark)
        prefer_lexer_error(p);
    return false;
}

static bool parse_file_statement(struct parser *p, void *result)
{
    return parser_statement(p, result);
}

/* `print -1` is good, but once something else is wrong it is taken for a statement of Python 2. */
static bool looks_legacy(struct parser *p, size_t from, size_t to)
{
    for (size_t i = from; i + 1 < to; i++) {
        const struct token *t = parser_token(p, i);
        const char *text = p->src->text + t->start;
        size_t n = t->end - t->start;
        bool word = t->kind == TOKEN_NAME && ((n == 5 && memcmp(text, "print", n) == 0) ||
                                              (n == 4 && memcmp(text, "exec", n) == 0));
        enum token_kind next = (enum token_kind)parser_token(p, i + 1)->kind;
        if (word &&
            (next == TOKEN_MINUS || next == TOKEN_PLUS || next == TOKEN_STAR || next == TOKEN_LSQB))
            return true;
    }
    return false;
}

/* What is wrong may have begun with the statement before, good as it is: a try, with another kind
 * of except behind it. */
static bool parse_file(struct parser *p, struct module *module)
{
    struct parser_list body = {0};
    size_t from = 0;
    bool legacy = false;
    while (parser_peek(p) != TOKEN_END) {
        size_t start = p->pos;
        if (!attempt(p, from, start, parse_file_statement, &body))
            return false;
        from = legacy ? from : start;
        legacy = legacy || looks_legacy(p, start, p->pos);
    }
    module->body = PARSER_LIST(stmt_list, body);
    return true;
}

/* eval: expressions NEWLINE* ENDMARKER */
static bool parse_eval(struct parser *p, void *result)
{
    struct module *module = result;
    module->expression = parser_expressions(p);
    while (module->expression && parser_accept(p, TOKEN_NEWLINE))
        continue;
    return module->expression && parser_accept(p, TOKEN_END);
}

static bool is_compound(const struct stmt *s)
{
    switch (s->kind) {
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF:
    case STMT_CLASS_DEF:
    case STMT_FOR:
    case STMT_ASYNC_FOR:
    case STMT_WHILE:
    case STMT_IF:
    case STMT_WITH:
    case STMT_ASYNC_WITH:
    case STMT_MATCH:
    case STMT_TRY:
    case STMT_TRY_STAR:
        return true;
    default:
        return false;
    }
}

/* interactive: one line of simple statements, or one compound statement */
static bool parse_interactive(struct parser *p, void *result)
{
    struct module *module = result;
    struct parser_list body = {0};
    if (!parser_accept(p, TOKEN_NEWLINE) && !parser_statement(p, &body))
        return false;
    const struct stmt *last = body.len ? body.items[body.len - 1] : NULL;
    if (parser_peek(p) != TOKEN_END && last && !is_compound(last)) {
        parser_error(p, error_pos(p, p->pos - 1),
                     "multiple statements found while compiling a single statement");
        p->error->cut = false;
        return false;
    }
    if (last && is_compound(last) && parser_token(p, p->pos - 1)->kind == TOKEN_NEWLINE &&
        is_implied_newline(p, p->pos - 1))
        return parser_error(p, (struct pos){parser_token(p, p->pos)->line, -1, 0, -1},
                            "invalid syntax");
    while (parser_accept(p, TOKEN_NEWLINE))
        continue;
    module->body = PARSER_LIST(stmt_list, body);
    return parser_peek(p) == TOKEN_END;
}

static bool parse_module(struct parser *p, struct module *module)
{
    switch (module->kind) {
    case MODULE_EXEC:
        return parse_file(p, module);
    case MODULE_EXPRESSION:
        return attempt(p, 0, 0, parse_eval, module);
    case MODULE_INTERACTIVE:
        return attempt(p, 0, 0, parse_interactive, module);
    }
    return false;
}

static bool run(const struct source *src, struct arena *arena, enum module_kind kind,
                struct module **out, struct diagnostic *error)
{
    struct parser p = {
        .src = src, .arena = arena, .error = error, .interactive = kind == MODULE_INTERACTIVE};
    memset(error, 0, sizeof *error);
    *out = NULL;
    p.identifiers = identifier_table_new(arena);
    lexer_run(src, &p.tokens);
    struct module *module = arena_alloc(arena, sizeof *module);
    module->kind = kind;
    module->identifiers = p.identifiers;
    bool good = parse_module(&p, module) && !p.failed;
    if (good)
        *out = module;
    lexer_free(&p.tokens);
    free(p.failed_braces);
    return good;
}

bool parser_parse(const struct source *src, struct arena *arena, struct module **out,
                  struct diagnostic *error)
{
    return run(src, arena, MODULE_EXEC, out, error);
}

bool parser_parse_expression(const struct source *src, struct arena *arena, struct module **out,
                             struct diagnostic *error)
{
    return run(src, arena, MODULE_EXPRESSION, out, error);
}

bool parser_parse_interactive(const struct source *src, struct arena *arena, struct module **out,
                              struct diagnostic *error)
{
    return run(src, arena, MODULE_INTERACTIVE, out, error);
}
