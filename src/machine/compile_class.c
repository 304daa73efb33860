/* The class statement: Python/compile.c: compiler_class. */
#include <pyviz/base/buffer.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "compiler.h"

#include <string.h>

const char class_cell_name[] = "__class__";

static const char *interned(struct compiler *c, const char *name)
{
    return identifier_intern(c->symtable->identifiers, name, strlen(name));
}

static bool store(struct compiler *c, const char *name)
{
    return emit_op(c, OP_STORE_NAME, name_index(c, interned(c, name)));
}

/* ---- __static_attributes__: the names that methods assign to self (3.13) --------------------- */

/* Python/compile.c: maybe_add_static_attribute_to_class: of the class around the code that
 * assigns. */
bool note_static_attribute(struct compiler *c, const struct expr *attribute)
{
    const struct expr *object = attribute->u.attribute.value;
    if (object->kind != EXPR_NAME || strcmp(object->u.name.id, "self") != 0)
        return true;
    struct unit *u = c->unit->outer;
    while (u && !u->static_attributes)
        u = u->outer;
    Object *name = u ? str_of(c, attribute->u.attribute.attr) : NULL;
    bool ok = !u || (name && set_add(c->m, u->static_attributes, name) == 0);
    xdecref(c->m, name);
    return ok;
}

static bool emit_static_attributes(struct compiler *c)
{
    Machine *m = c->m;
    Object *list = sequence_list(m, c->unit->static_attributes);
    Object *names = list && list_sort(m, list, NULL, false) == 0 ? sequence_tuple(m, list) : NULL;
    xdecref(m, list);
    return emit_const(c, names) && store(c, "__static_attributes__");
}

/* ---- the body -------------------------------------------------------------------------------- */

/* That of a class within another scope is made here; else it is the name, which the tree holds. */
static bool emit_qualname(struct compiler *c)
{
    c->makes_text = c->unit->qualname != c->unit->name;
    bool ok = emit_const(c, newref(c->unit->qualname));
    c->makes_text = false;
    return ok;
}

static bool prologue(struct compiler *c)
{
    Machine *m = c->m;
    if (c->unit->block->needs_class_closure &&
        !emit_op(c, OP_MAKE_CELL, local_index(c, class_cell_name)))
        return false;
    if (!emit_op(c, OP_LOAD_NAME, name_index(c, interned(c, "__name__"))) ||
        !store(c, "__module__") || !emit_qualname(c) || !store(c, "__qualname__"))
        return false;
    if (!m->profile->classes_know_source)
        return true;
    return emit_const(c, int_from_i64(m, c->unit->firstlineno)) && store(c, "__firstlineno__");
}

static bool epilogue(struct compiler *c)
{
    if (c->m->profile->classes_know_source && !emit_static_attributes(c))
        return false;
    if (!c->unit->block->needs_class_closure)
        return emit_const(c, newref(c->m->none)) && emit_op(c, OP_RETURN_VALUE, 0);
    return emit_op(c, OP_LOAD_CLOSURE, local_index(c, class_cell_name)) && emit_op(c, OP_COPY, 1) &&
           store(c, "__classcell__") && emit_op(c, OP_RETURN_VALUE, 0);
}

/* A code object that stores into its namespace; its cells and free variables as a function's. */
static bool note_type_params(struct compiler *c)
{
    return emit_name(c, interned(c, ".type_params"), CONTEXT_LOAD) &&
           emit_name(c, interned(c, "__type_params__"), CONTEXT_STORE);
}

/* Annotation scopes inside see the names of the body. */
static bool keep_namespace(struct compiler *c)
{
    int slot = local_index(c, interned(c, "__classdict__"));
    return emit_op(c, OP_MAKE_CELL, slot) && emit_op(c, OP_LOAD_LOCALS, 0) &&
           emit_op(c, OP_STORE_DEREF, slot);
}

static bool compile_class_body(struct compiler *c, const struct stmt *s, int firstlineno)
{
    struct symtable_block *block = symtable_block(c->symtable, s);
    if (!unit_enter(c, block, str_of(c, s->u.class_def.name), firstlineno) ||
        !(c->unit->static_attributes = set_new(c->m, NULL)))
        return false;
    struct pos begins = s->pos;
    begins.line = firstlineno;
    emit_position(c, begins);
    if (block->needs_class_closure)
        local_index(c, class_cell_name);
    if (block->needs_classdict)
        local_index(c, interned(c, "__classdict__"));
    for (size_t i = 0; i < block->symbol_count; i++)
        if (block->symbols[i].scope == SCOPE_CELL &&
            !emit_op(c, OP_MAKE_CELL, local_index(c, block->symbols[i].name)))
            return false;
    /* Variables of comprehensions that run in this body get their slots before the free ones; the
     * table does not tell them from the names of the body, which need none. */
    for (size_t i = 0; block->inlined_count && i < block->symbol_count; i++)
        if (block->symbols[i].scope == SCOPE_LOCAL &&
            !(block->symbols[i].flags & SYMBOL_FREE_CLASS))
            local_index(c, block->symbols[i].name);
    for (size_t i = 0; i < block->inlined_count; i++) {
        enum symtable_scope scope = symtable_scope(block, block->inlined[i]);
        if (scope != SCOPE_CELL && scope != SCOPE_FREE)
            local_index(c, block->inlined[i]);
    }
    if (!emit_free_variables(c))
        return false;
    struct stmt_list body = s->u.class_def.body;
    if (!prologue(c) || (s->u.class_def.type_params.len && !note_type_params(c)) ||
        (block->needs_classdict && !keep_namespace(c)) || !emit_annotations(c))
        return false;
    return emit_docstring(c, &body) && compile_body(c, &body) && epilogue(c);
}

static int first_line(const struct stmt *s)
{
    const struct expr_list *decorators = &s->u.class_def.decorator_list;
    return decorators->len ? decorators->items[0]->pos.line : s->pos.line;
}

bool compile_bare_class(struct compiler *c, const struct stmt *s, const struct expr_list *bases)
{
    return emit_op(c, OP_LOAD_BUILD_CLASS, 0) && emit_op(c, OP_PUSH_NULL, 0) &&
           compile_class_body(c, s, first_line(s)) && make_function(c, unit_leave(c), 0) &&
           emit_const(c, str_of(c, s->u.class_def.name)) &&
           compile_class_arguments(c, bases, &s->u.class_def.keywords, 2);
}

bool compile_class_def(struct compiler *c, const struct stmt *s)
{
    const struct expr_list *decorators = &s->u.class_def.decorator_list;
    const struct type_param_list *generics = &s->u.class_def.type_params;
    for (size_t i = 0; i < decorators->len; i++)
        if (!compile_expr(c, decorators->items[i]))
            return false;
    emit_position(c, s->pos);
    if (!(generics->len ? compile_generic_class(c, s)
                        : compile_bare_class(c, s, &s->u.class_def.bases)))
        return false;
    if (!compile_decorator_calls(c, decorators))
        return false;
    emit_position(c, s->pos);
    return emit_name(c, s->u.class_def.name, CONTEXT_STORE);
}
