/* `from __future__ import ...`: Python/future.c. */
#include "symtable_internal.h"

#include <string.h>

bool symtable_has_docstring(const struct stmt_list *body)
{
    if (body->len == 0 || body->items[0]->kind != STMT_EXPR)
        return false;
    const struct expr *e = body->items[0]->u.expr.value;
    return e->kind == EXPR_CONSTANT && e->u.constant.kind == CONSTANT_STR;
}

static bool is_future(const struct stmt *s)
{
    return s->kind == STMT_IMPORT_FROM && s->u.import_from.level == 0 && s->u.import_from.module &&
           strcmp(s->u.import_from.module, "__future__") == 0;
}

/* What is wrong with a feature is told of the statement, and of the name itself since 3.13.5. */
static struct pos place_of_feature(const struct symtable_walk *w, const struct stmt *s,
                                   const struct alias *name)
{
    struct pos start = {s->pos.line, s->pos.col, 0, -1};
    return source_before(w->src, 13, 5) ? start : name->pos;
}

static void future_feature(struct symtable_walk *w, const struct stmt *s, const struct alias *name)
{
    static const struct {
        const char *name;
        unsigned flag;
    } features[] = {
        {"nested_scopes", 0},    {"generators", 0},
        {"division", 0},         {"absolute_import", 0},
        {"with_statement", 0},   {"print_function", 0},
        {"unicode_literals", 0}, {"barry_as_FLUFL", FUTURE_BARRY_AS_FLUFL},
        {"generator_stop", 0},   {"annotations", FUTURE_ANNOTATIONS},
    };
    const char *feature = name->name;
    struct pos place = place_of_feature(w, s, name);
    for (size_t i = 0; i < sizeof features / sizeof *features; i++)
        if (strcmp(feature, features[i].name) == 0) {
            w->table->future |= features[i].flag;
            return;
        }
    if (strcmp(feature, "braces") == 0)
        symtable_error(w, place, "not a chance");
    else
        symtable_error(w, place, "future feature %.100s is not defined", feature);
}

/* Up to 3.11 it is here, too, that one behind something else on its line is found; CPython then
 * knows only where it begins, counted from 0. */
static void refuse_late(struct symtable_walk *w, const struct stmt_list *body, size_t from)
{
    for (size_t i = from; i < body->len; i++) {
        const struct stmt *s = body->items[i];
        if (i > 0 && s->pos.line > body->items[i - 1]->pos.line)
            return;
        if (i > from && is_future(s)) {
            symtable_error(w, (struct pos){s->pos.line, s->pos.col - 1, 0, -1},
                           "from __future__ imports must occur at the beginning of the file");
            return;
        }
    }
}

void symtable_find_future(struct symtable_walk *w, const struct module *module)
{
    for (size_t i = 0; i < module->body.len && !w->failed; i++) {
        const struct stmt *s = module->body.items[i];
        if (i == 0 && symtable_has_docstring(&module->body))
            continue;
        if (!is_future(s)) {
            if (w->src->minor == 11)
                refuse_late(w, &module->body, i);
            return;
        }
        w->table->future_line = s->pos.line;
        for (size_t j = 0; j < s->u.import_from.names.len; j++)
            future_feature(w, s, s->u.import_from.names.items[j]);
    }
}
