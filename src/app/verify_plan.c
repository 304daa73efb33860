#include "verify_plan.h"

#include <pyviz/base/ascii.h>

#include <string.h>

struct around {
    int parent, final, scope;
};

static void add_body(struct plan *plan, const struct stmt_list *body, struct around around);

static bool is_constant(const struct expr *e)
{
    return e->kind == EXPR_CONSTANT;
}

/* Is it a str alone, where a docstring may stand? */
static bool is_docstring(const struct stmt *s)
{
    return s->kind == STMT_EXPR && s->u.expr.value->kind == EXPR_CONSTANT &&
           s->u.expr.value->u.constant.kind == CONSTANT_STR;
}

static const char *kind_of(const struct stmt *s)
{
    switch (s->kind) {
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF:
    case STMT_CLASS_DEF:
        return "def";
    case STMT_RETURN:
        return "return";
    case STMT_BREAK:
        return "break";
    case STMT_CONTINUE:
        return "continue";
    case STMT_WITH:
    case STMT_ASYNC_WITH:
        return "with";
    case STMT_FOR:
    case STMT_ASYNC_FOR:
        return "for";
    default:
        return "-";
    }
}

static bool may_vanish(const struct stmt *s)
{
    switch (s->kind) {
    case STMT_PASS:
    case STMT_BREAK:
    case STMT_CONTINUE:
    case STMT_TRY:
    case STMT_TRY_STAR:
    case STMT_GLOBAL:
    case STMT_NONLOCAL:
        return true;
    case STMT_WHILE:
        return is_constant(s->u.while_.test);
    case STMT_IF:
        return is_constant(s->u.if_.test);
    case STMT_EXPR:
        return is_constant(s->u.expr.value);
    case STMT_ANN_ASSIGN:
        return !s->u.ann_assign.value;
    default:
        return false;
    }
}

static const struct expr_list *decorators(const struct stmt *s)
{
    if (s->kind == STMT_FUNCTION_DEF || s->kind == STMT_ASYNC_FUNCTION_DEF)
        return &s->u.function_def.decorator_list;
    return s->kind == STMT_CLASS_DEF ? &s->u.class_def.decorator_list : NULL;
}

static int add(struct plan *plan, const char *kind, struct pos pos, struct pos first,
               struct around around, bool vanishing)
{
    if (plan->count == plan->cap) {
        plan->cap = plan->cap ? plan->cap * 2 : 64;
        plan->statement =
            base_realloc(plan->statement, (size_t)plan->cap * sizeof *plan->statement);
    }
    plan->statement[plan->count] = (struct plan_statement){
        .kind = kind,
        .pos = pos,
        .first = first,
        .parent = around.parent,
        .final = around.final,
        .scope = around.scope,
        .may_vanish = vanishing,
    };
    return plan->count++;
}

static void add_definition(struct plan *plan, const struct stmt *s, int self)
{
    struct stmt_list body =
        s->kind == STMT_CLASS_DEF ? s->u.class_def.body : s->u.function_def.body;
    if (body.len && is_docstring(body.items[0])) {
        body.items++;
        body.len--;
    }
    add_body(plan, &body, (struct around){.parent = -1, .final = -1, .scope = self});
}

static void add_try(struct plan *plan, const struct stmt *s, struct around inside)
{
    int self = inside.parent;
    add_body(plan, &s->u.try_.body, inside);
    for (size_t i = 0; i < s->u.try_.handlers.len; i++) {
        const struct excepthandler *h = s->u.try_.handlers.items[i];
        struct around clause = inside;
        clause.parent = add(plan, "handler", h->pos, h->pos, inside, false);
        add_body(plan, &h->body, clause);
    }
    add_body(plan, &s->u.try_.orelse, inside);
    inside.final = self;
    add_body(plan, &s->u.try_.finalbody, inside);
}

/* A case begins where its pattern does; one that takes anything leaves no code. */
static void add_case(struct plan *plan, const struct match_case *c, struct around inside)
{
    struct pos pos = c->pattern->pos, last = c->body.items[c->body.len - 1]->pos;
    pos.end_line = last.end_line;
    pos.end_col = last.end_col;
    inside.parent = add(plan, "case", pos, pos, inside, true);
    add_body(plan, &c->body, inside);
}

static void add_import(struct plan *plan, const struct stmt *s)
{
    bool from = s->kind == STMT_IMPORT_FROM;
    const struct alias_list *names = from ? &s->u.import_from.names : &s->u.import.names;
    if (from && (s->u.import_from.level || !s->u.import_from.module))
        return;
    for (size_t i = 0; i < names->len; i++) {
        const char *name = names->items[i]->name;
        if (!from)
            buffer_printf(&plan->imports, "%s\n", name);
        else
            buffer_printf(&plan->imports, "%s %s\n", s->u.import_from.module, name);
    }
}

static void add_statement(struct plan *plan, const struct stmt *s, struct around around)
{
    const struct expr_list *decorated = decorators(s);
    struct pos first = decorated && decorated->len ? decorated->items[0]->pos : s->pos;
    int self = add(plan, kind_of(s), s->pos, first, around, may_vanish(s));
    struct around inside = {.parent = self, .final = around.final, .scope = around.scope};
    switch (s->kind) {
    case STMT_IMPORT:
    case STMT_IMPORT_FROM:
        add_import(plan, s);
        break;
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF:
    case STMT_CLASS_DEF:
        add_definition(plan, s, self);
        break;
    case STMT_FOR:
    case STMT_ASYNC_FOR:
        add_body(plan, &s->u.for_.body, inside);
        add_body(plan, &s->u.for_.orelse, inside);
        break;
    case STMT_WHILE:
        add_body(plan, &s->u.while_.body, inside);
        add_body(plan, &s->u.while_.orelse, inside);
        break;
    case STMT_IF:
        add_body(plan, &s->u.if_.body, inside);
        add_body(plan, &s->u.if_.orelse, inside);
        break;
    case STMT_WITH:
    case STMT_ASYNC_WITH:
        add_body(plan, &s->u.with.body, inside);
        break;
    case STMT_MATCH:
        for (size_t i = 0; i < s->u.match.cases.len; i++)
            add_case(plan, s->u.match.cases.items[i], inside);
        break;
    case STMT_TRY:
    case STMT_TRY_STAR:
        add_try(plan, s, inside);
        break;
    default:
        break;
    }
}

static void add_body(struct plan *plan, const struct stmt_list *body, struct around around)
{
    for (size_t i = 0; i < body->len; i++)
        add_statement(plan, body->items[i], around);
}

void plan_make(struct plan *plan, const struct module *tree)
{
    *plan = (struct plan){0};
    struct stmt_list body = tree->body;
    if (body.len && is_docstring(body.items[0])) {
        body.items++;
        body.len--;
    }
    add_body(plan, &body, (struct around){.parent = -1, .final = -1, .scope = -1});
}

void plan_free(struct plan *plan)
{
    base_free(plan->statement);
    buffer_free(&plan->imports);
    *plan = (struct plan){0};
}

int plan_find(const struct plan *plan, int line, int col)
{
    int low = 0, high = plan->count;
    while (low < high) {
        int middle = (low + high) / 2;
        const struct pos *pos = &plan->statement[middle].pos;
        if (pos->line < line || (pos->line == line && pos->col < col))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == plan->count)
        return -1;
    const struct pos *pos = &plan->statement[low].pos;
    return pos->line == line && pos->col == col ? low : -1;
}

void plan_write(const struct plan *plan, struct buffer *out)
{
    for (int i = 0; i < plan->count; i++) {
        const struct plan_statement *s = &plan->statement[i];
        buffer_printf(out, "%s %d %d %d %d %d %d %d\n", s->kind, s->first.line, s->first.col,
                      s->pos.end_line, s->pos.end_col, s->parent, s->final, s->scope);
    }
}

static bool is_word_byte(unsigned char c)
{
    return c == '_' || c >= 0x80 || ascii_is_alnum(c);
}

void plan_write_words(const struct source *source, struct buffer *out)
{
    for (size_t at = 0; at < source->len;) {
        size_t n = 0;
        while (at + n < source->len && is_word_byte((unsigned char)source->text[at + n]))
            n++;
        if (n > 1) {
            buffer_append(out, source->text + at, n);
            buffer_putc(out, '\n');
        }
        at += n ? n : 1;
    }
}
