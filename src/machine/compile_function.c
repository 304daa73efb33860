/* Functions and comprehensions: Python/compile.c: compiler_function, compiler_comprehension. */
#include <pyviz/base/buffer.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "compiler.h"

#include <stdlib.h>
#include <string.h>

enum { WITH_DEFAULTS = 1, WITH_KWDEFAULTS = 2, WITH_ANNOTATIONS = 4, WITH_CLOSURE = 8 };

/* ---- entering a function --------------------------------------------------------------------- */

/* Parameters take the first slots, cells that are no parameters come next, free variables last; a
 * cell is made at the start, out of the argument if there is one. */
static bool begin_function(struct compiler *c)
{
    struct unit *u = c->unit;
    const struct symtable_block *block = u->block;
    for (size_t i = 0; i < block->varname_count; i++)
        local_index(c, block->varnames[i]);
    return true;
}

/* The block's names that are wanted, sorted; to be freed.  Python/compile.c: dictbytype. */
static const char **sorted_names(const struct symtable_block *block,
                                 bool (*wanted)(const struct symbol *s), size_t *n)
{
    const char **names = base_alloc((block->symbol_count + 1) * sizeof *names);
    *n = 0;
    for (size_t i = 0; i < block->symbol_count; i++) {
        if (!wanted(&block->symbols[i]))
            continue;
        size_t at = (*n)++;
        for (; at && strcmp(names[at - 1], block->symbols[i].name) > 0; at--)
            names[at] = names[at - 1];
        names[at] = block->symbols[i].name;
    }
    return names;
}

static bool is_cell(const struct symbol *s)
{
    return s->scope == SCOPE_CELL;
}

static bool is_free(const struct symbol *s)
{
    return s->scope == SCOPE_FREE || s->flags & SYMBOL_FREE_CLASS;
}

bool emit_free_variables(struct compiler *c)
{
    size_t n;
    const char **names = sorted_names(c->unit->block, is_free, &n);
    for (size_t i = 0; i < n; i++)
        local_index(c, names[i]);
    base_free(names);
    return n == 0 || emit_op(c, OP_COPY_FREE_VARS, (int)n);
}

/* Instructions that must stand first are known only when the body is compiled: which names are
 * cells is the symbol table's knowledge, so they can be emitted at once. */
static bool emit_prologue(struct compiler *c)
{
    const struct symtable_block *block = c->unit->block;
    /* Every local that the body binds gets its slot before the cells and the free variables. */
    for (size_t i = 0; i < block->symbol_count; i++)
        if (block->symbols[i].scope == SCOPE_LOCAL)
            local_index(c, block->symbols[i].name);
    for (size_t i = 0; i < block->inlined_count; i++) {
        enum symtable_scope scope = symtable_scope(block, block->inlined[i]);
        if (scope != SCOPE_CELL && scope != SCOPE_FREE)
            local_index(c, block->inlined[i]);
    }
    size_t n;
    const char **cells = sorted_names(block, is_cell, &n);
    bool ok = true;
    for (size_t i = 0; ok && i < n; i++)
        ok = emit_op(c, OP_MAKE_CELL, local_index(c, cells[i]));
    base_free(cells);
    return ok && emit_free_variables(c);
}

static void set_flags(struct unit *u)
{
    const struct symtable_block *b = u->block;
    u->argcount = b->argcount;
    u->posonlyargcount = b->posonlyargcount;
    u->kwonlyargcount = b->kwonlyargcount;
    u->flags = CODE_OPTIMIZED | CODE_NEWLOCALS | (b->varargs ? CODE_VARARGS : 0) |
               (b->varkeywords ? CODE_VARKEYWORDS : 0) | (b->nested ? CODE_NESTED : 0) |
               (b->generator && b->coroutine ? CODE_ASYNC_GENERATOR
                : b->generator               ? CODE_GENERATOR
                : b->coroutine               ? CODE_COROUTINE
                                             : 0);
}

bool enter_function(struct compiler *c, const void *node, Object *name, int line)
{
    if (!unit_enter(c, symtable_block(c->symtable, node), name, line))
        return false;
    set_flags(c->unit);
    if (!begin_function(c) || !emit_prologue(c))
        return false;
    return !(c->unit->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) ||
           (emit_op(c, OP_RETURN_GENERATOR, 0) && emit_op(c, OP_POP_TOP, 0));
}

/* The class's cell, where a comprehension has been inlined that wanted none: CPython 3.12 and 3.13
 * fail there, each in its own way. */
static bool lost_class_cell(struct compiler *c, const char *name)
{
    const struct symtable_block *block = c->unit->block;
    if (block->kind != BLOCK_CLASS || strcmp(name, class_cell_name) != 0)
        return false;
    const struct symbol *s = symtable_symbol(block, name);
    return !s ||
           (s->scope != SCOPE_FREE && s->scope != SCOPE_CELL && !(s->flags & SYMBOL_FREE_CLASS));
}

/* The cells that the code takes along, as a tuple; counts in *flags. */
static bool push_closure(struct compiler *c, const CodeObject *code, int *flags)
{
    int first = code->nlocalsplus - code->nfreevars, n = 0;
    for (int i = first; i < code->nlocalsplus; i++) {
        const Object *name = tuple_item(code->localsplusnames, i);
        struct buffer text = {0};
        str_to_utf8(name, &text);
        const char *interned =
            identifier_intern(c->symtable->identifiers, buffer_text(&text), text.len);
        buffer_free(&text);
        bool own = c->unit->block->kind == BLOCK_CLASS && c->unit->block->needs_class_closure &&
                   !strcmp(interned, class_cell_name);
        if (!own && lost_class_cell(c, interned))
            return refuse(c, c->unit->pos,
                          "__class__ of a function in a comprehension of a class body");
        if (!emit_op(c, OP_LOAD_CLOSURE, local_index(c, own ? class_cell_name : interned)))
            return false;
        n++;
    }
    if (n == 0)
        return true;
    *flags |= WITH_CLOSURE;
    return emit_op(c, OP_BUILD_TUPLE, n);
}

bool make_function(struct compiler *c, Object *code, int flags)
{
    if (!code)
        return false;
    if (!push_closure(c, (CodeObject *)code, &flags)) {
        decref(c->m, code);
        return false;
    }
    return emit_const(c, code) && emit_op(c, OP_MAKE_FUNCTION, flags);
}

/* ---- def and lambda -------------------------------------------------------------------------- */

static bool push_kwdefaults(struct compiler *c, const struct arguments *args, int *flags)
{
    int n = 0;
    Machine *m = c->m;
    Object *names = NULL;
    for (size_t i = 0; i < args->kwonlyargs.len; i++)
        n += args->kw_defaults.items[i] != NULL;
    if (n == 0)
        return true;
    if (!(names = tuple_new(m, n)))
        return false;
    int k = 0;
    for (size_t i = 0; i < args->kwonlyargs.len; i++) {
        if (!args->kw_defaults.items[i])
            continue;
        Object *name = str_of(c, mangled(c, args->kwonlyargs.items[i]->arg));
        if (name)
            ((TupleObject *)names)->item[k++] = name;
        if (!name || !compile_expr(c, args->kw_defaults.items[i])) {
            decref(m, names);
            return false;
        }
    }
    *flags |= WITH_KWDEFAULTS;
    return emit_const(c, names) && emit_op(c, OP_BUILD_CONST_KEY_MAP, n);
}

static bool push_defaults(struct compiler *c, const struct arguments *args, int *flags)
{
    Object *folded = args->defaults.len ? fold_all(c, &args->defaults) : NULL;
    if (folded) {
        if (!emit_folded_tuple(c, folded))
            return false;
        *flags |= WITH_DEFAULTS;
    } else if (args->defaults.len) {
        if (!compile_display(c, &args->defaults, OP_BUILD_LIST, OP_LIST_APPEND, OP_LIST_EXTEND,
                             true))
            return false;
        *flags |= WITH_DEFAULTS;
    }
    return push_kwdefaults(c, args, flags);
}

bool compile_lambda(struct compiler *c, const struct expr *e)
{
    int flags = 0;
    if (!push_defaults(c, e->u.lambda.args, &flags) ||
        !enter_function(c, e, str_of_nameless(c, "<lambda>"), e->pos.line))
        return false;
    if (const_index(c, newref(c->m->none)) < 0 || !compile_expr(c, e->u.lambda.body))
        return false;
    emit_position(c, c->m->profile->lambdas_return_at_body ? e->u.lambda.body->pos : e->pos);
    return emit_op(c, OP_RETURN_VALUE, 0) && make_function(c, unit_leave(c), flags);
}

static bool push_annotation(struct compiler *c, const char *name, const struct expr *annotation,
                            int *n)
{
    if (!annotation)
        return true;
    *n += 2;
    if (!emit_const(c, str_of(c, mangled(c, name))))
        return false;
    bool star = annotation->kind == EXPR_STARRED && !c->symtable->future_annotations;
    return star ? compile_expr(c, annotation->u.starred.value) && /* *args: *Ts */
                      emit_op(c, OP_UNPACK_SEQUENCE, 1)
                : compile_annotation(c, annotation);
}

static bool push_annotation_list(struct compiler *c, const struct arg_list *args, int *n)
{
    for (size_t i = 0; i < args->len; i++)
        if (!push_annotation(c, args->items[i]->arg, args->items[i]->annotation, n))
            return false;
    return true;
}

/* Names and annotations in turn, as one tuple. */
static bool push_annotations(struct compiler *c, const struct stmt *s, int *flags)
{
    const struct arguments *a = s->u.function_def.args;
    int n = 0;
    if (!push_annotation_list(c, &a->args, &n) || !push_annotation_list(c, &a->posonlyargs, &n) ||
        (a->vararg && !push_annotation(c, a->vararg->arg, a->vararg->annotation, &n)) ||
        !push_annotation_list(c, &a->kwonlyargs, &n) ||
        (a->kwarg && !push_annotation(c, a->kwarg->arg, a->kwarg->annotation, &n)))
        return false;
    if (s->u.function_def.returns) {
        n += 2;
        if (!emit_const(c, str_from_ascii(c->m, "return")) ||
            !compile_annotation(c, s->u.function_def.returns))
            return false;
    }
    if (n == 0)
        return true;
    *flags |= WITH_ANNOTATIONS;
    return emit_tuple(c, n);
}

static bool compile_function_body(struct compiler *c, const struct stmt *s)
{
    const struct stmt_list *body = &s->u.function_def.body;
    struct stmt_list rest = *body;
    bool stripped = c->unit->block->has_docstring && c->options->optimize > 1;
    if (c->unit->block->has_docstring && !stripped) {
        Object *doc = compile_docstring(c, body->items[0]->u.expr.value);
        if (!doc || const_index(c, doc) < 0)
            return false;
        rest.items++, rest.len--;
    } else if (const_index(c, newref(c->m->none)) < 0) {
        return false; /* the docstring's place */
    }
    if (stripped)
        rest.items++, rest.len--;
    return compile_body(c, &rest) && emit_const(c, newref(c->m->none)) &&
           emit_op(c, OP_RETURN_VALUE, 0);
}

/* Code begins where its decorators do. */
static int first_line(const struct stmt *s)
{
    const struct expr_list *decorators = &s->u.function_def.decorator_list;
    return decorators->len ? decorators->items[0]->pos.line : s->pos.line;
}

bool compile_bare_function(struct compiler *c, const struct stmt *s, int flags)
{
    return push_annotations(c, s, &flags) &&
           enter_function(c, s, str_of(c, s->u.function_def.name), first_line(s)) &&
           compile_function_body(c, s) && make_function(c, unit_leave(c), flags);
}

/* From the nearest up, each with the place of the decorator; what is decorated lies in that of
 * self. */
bool compile_decorator_calls(struct compiler *c, const struct expr_list *decorators)
{
    for (size_t i = decorators->len; i-- > 0;) {
        emit_position(c, decorators->items[i]->pos);
        if (!emit_op(c, OP_CALL, 0))
            return false;
    }
    return true;
}

bool compile_function_def(struct compiler *c, const struct stmt *s)
{
    int flags = 0;
    const struct type_param_list *generics = &s->u.function_def.type_params;
    for (size_t i = 0; i < s->u.function_def.decorator_list.len; i++)
        if (!compile_expr(c, s->u.function_def.decorator_list.items[i]))
            return false;
    if (!push_defaults(c, s->u.function_def.args, &flags) ||
        !(generics->len ? compile_generic_function(c, s, flags)
                        : compile_bare_function(c, s, flags)))
        return false;
    if (!compile_decorator_calls(c, &s->u.function_def.decorator_list))
        return false;
    emit_position(c, s->pos);
    return emit_name(c, s->u.function_def.name, CONTEXT_STORE);
}

/* ---- comprehensions -------------------------------------------------------------------------- */

static const struct comprehension_list *generators_of(const struct expr *e)
{
    return e->kind == EXPR_DICT_COMP ? &e->u.dict_comp.generators : &e->u.comp.generators;
}

/* The innermost part: the element is added to the collection `depth` loops below, or yielded. */
static bool compile_element(struct compiler *c, const struct expr *e, int depth)
{
    const struct expr *first = e->kind == EXPR_DICT_COMP ? e->u.dict_comp.key : e->u.comp.elt;
    const struct expr *last = e->kind == EXPR_DICT_COMP ? e->u.dict_comp.value : e->u.comp.elt;
    if (!compile_expr(c, first) || (last != first && !compile_expr(c, last)))
        return false;
    struct pos before = c->unit->pos;
    if (c->m->profile->element_positions)
        emit_position(c, (struct pos){first->pos.line, first->pos.col, last->pos.end_line,
                                      last->pos.end_col});
    bool ok = e->kind == EXPR_GENERATOR_EXP ? emit_yield(c) && emit_op(c, OP_POP_TOP, 0)
                                            : emit_op(c,
                                                      e->kind == EXPR_LIST_COMP  ? OP_LIST_APPEND
                                                      : e->kind == EXPR_SET_COMP ? OP_SET_ADD
                                                                                 : OP_MAP_ADD,
                                                      depth + 1);
    emit_position(c, before);
    return ok;
}

/* `for y in [expr]` is an assignment: Python/compile.c: compiler_sync_comprehension_generator. */
static const struct expr *single_item(const struct comprehension *g)
{
    const struct expr_list *elts = g->iter->kind == EXPR_LIST    ? &g->iter->u.list.elts
                                   : g->iter->kind == EXPR_TUPLE ? &g->iter->u.tuple.elts
                                                                 : NULL;
    return elts && elts->len == 1 && elts->items[0]->kind != EXPR_STARRED ? elts->items[0] : NULL;
}

static bool emit_for_iter(struct compiler *c, const struct comprehension *g, int end)
{
    struct pos before = c->unit->pos;
    if (c->m->profile->iterable_positions)
        emit_position(c, g->iter->pos);
    bool ok = emit_op(c, OP_FOR_ITER, end);
    emit_position(c, before);
    return ok;
}

/* What cannot be iterated over is pointed at since 3.13; before, the whole comprehension is. */
static bool emit_get_iter(struct compiler *c, const struct comprehension *g)
{
    struct pos before = c->unit->pos;
    if (c->m->profile->iterable_positions)
        emit_position(c, g->iter->pos);
    bool ok = emit_op(c, g->is_async ? OP_GET_AITER : OP_GET_ITER, 0);
    emit_position(c, before);
    return ok;
}

/* The way back to the next round is a line of its own to who is told of lines: that of the element
 * since 3.12. */
bool emit_way_back(struct compiler *c, const struct expr *e)
{
    if (c->options->library || e->pos.line == e->pos.end_line)
        return true;
    struct pos before = c->unit->pos;
    if (c->m->profile->element_positions)
        emit_position(c, (e->kind == EXPR_DICT_COMP ? e->u.dict_comp.key : e->u.comp.elt)->pos);
    bool ok = emit_op(c, OP_NOP, 0);
    emit_position(c, before);
    return ok;
}

static bool compile_condition(struct compiler *c, const struct expr *e, const struct expr *test,
                              int otherwise)
{
    const struct expr *outer = c->unit->round;
    int outer_end = c->unit->round_end;
    c->unit->round = e, c->unit->round_end = otherwise;
    bool ok = compile_jump_if(c, test, otherwise, false);
    c->unit->round = outer, c->unit->round_end = outer_end;
    return ok;
}

static bool compile_generator_level(struct compiler *c, const struct expr *e, size_t level,
                                    int depth)
{
    const struct comprehension_list *generators = generators_of(e);
    if (level == generators->len)
        return compile_element(c, e, depth);
    const struct comprehension *g = generators->items[level];
    const struct expr *single = level > 0 && !g->is_async ? single_item(g) : NULL;
    int start = label_new(c), skip = label_new(c), end = label_new(c);
    if (single) {
        if (!compile_expr(c, single))
            return false;
    } else {
        if (level > 0 && (!compile_iterable(c, g->iter) || !emit_get_iter(c, g)))
            return false;
        if (c->m->profile->comprehension_iters_again && !g->is_async && !emit_get_iter(c, g))
            return false;
        depth++;
        label_place(c, start);
        if (!(g->is_async ? emit_async_next(c, end) : emit_for_iter(c, g, end)))
            return false;
    }
    if (!compile_store(c, g->target))
        return false;
    for (size_t i = 0; i < g->ifs.len; i++)
        if (!compile_condition(c, e, g->ifs.items[i], skip))
            return false;
    if (!compile_generator_level(c, e, level + 1, depth))
        return false;
    label_place(c, skip);
    if (!single && (!emit_way_back(c, e) || !emit_op(c, OP_JUMP, start)))
        return false;
    label_place(c, end);
    return !g->is_async || emit_op(c, OP_END_ASYNC_FOR, 0);
}

static enum opcode collection_of(const struct expr *e)
{
    return e->kind == EXPR_LIST_COMP  ? OP_BUILD_LIST
           : e->kind == EXPR_SET_COMP ? OP_BUILD_SET
                                      : OP_BUILD_MAP;
}

static bool compile_outer_iterable(struct compiler *c, const struct expr *e)
{
    const struct comprehension *g = generators_of(e)->items[0];
    return compile_iterable(c, g->iter) && emit_get_iter(c, g);
}

/* A function of its own, with the iterator as its argument: generator expressions, and every
 * comprehension up to 3.11. */
static bool compile_comprehension_function(struct compiler *c, const struct expr *e)
{
    static const char *const names[] = {[EXPR_LIST_COMP] = "<listcomp>",
                                        [EXPR_SET_COMP] = "<setcomp>",
                                        [EXPR_DICT_COMP] = "<dictcomp>",
                                        [EXPR_GENERATOR_EXP] = "<genexpr>"};
    if (!enter_function(c, e, str_of_nameless(c, names[e->kind]), e->pos.line))
        return false;
    emit_position(c, e->pos);
    bool generator = e->kind == EXPR_GENERATOR_EXP;
    if (!generator && !emit_op(c, collection_of(e), 0))
        return false;
    if (!emit_op(c, OP_LOAD_FAST, 0) || !compile_generator_level(c, e, 0, 0))
        return false;
    if (generator) /* it ends where its iterator does */
        emit_position(c, c->m->profile->iterable_positions ? generators_of(e)->items[0]->iter->pos
                                                           : e->pos);
    if (generator && !emit_const(c, newref(c->m->none)))
        return false;
    if (!emit_op(c, OP_RETURN_VALUE, 0) || !make_function(c, unit_leave(c), 0))
        return false;
    bool awaited = symtable_block(c->symtable, e)->coroutine && !generator;
    return compile_outer_iterable(c, e) && emit_op(c, OP_CALL, 0) && (!awaited || emit_await(c, 0));
}

static bool binds(const struct symbol *s)
{
    return s->flags & SYMBOL_BOUND && !(s->flags & SYMBOL_PARAM) &&
           (s->scope == SCOPE_LOCAL || s->scope == SCOPE_CELL);
}

/* Below the value on top lie the variables that were set aside. */
static bool restore_locals(struct compiler *c, const struct symtable_block *block)
{
    for (size_t i = block->symbol_count; i-- > 0;)
        if (binds(&block->symbols[i]) &&
            (!emit_op(c, OP_SWAP, 2) ||
             !emit_op(c, OP_STORE_FAST_MAYBE_NULL, local_index(c, block->symbols[i].name))))
            return false;
    return true;
}

/* PEP 709: the loop runs in the block around it; its variables are set aside on the stack
 * meanwhile. */
static bool compile_inlined(struct compiler *c, const struct expr *e, struct symtable_block *block)
{
    struct unit *u = c->unit;
    int saved = 0;
    if (!compile_outer_iterable(c, e))
        return false;
    u->inlined = base_realloc(u->inlined, (size_t)(u->ninlined + 1) * sizeof *u->inlined);
    u->inlined[u->ninlined++] = block;
    for (size_t i = 0; i < block->symbol_count; i++) {
        const struct symbol *s = &block->symbols[i];
        if (!binds(s))
            continue;
        int slot = local_index(c, s->name);
        if (!emit_op(c, OP_LOAD_FAST_AND_CLEAR, slot) || !emit_op(c, OP_SWAP, 2) ||
            (s->scope == SCOPE_CELL && !emit_op(c, OP_MAKE_CELL, slot)))
            return false;
        saved++;
    }
    int cleanup = label_new(c), end = label_new(c);
    if (saved)
        protection_begin(c, cleanup, false, 0);
    if (!emit_op(c, collection_of(e), 0) || !emit_op(c, OP_SWAP, 2) ||
        !compile_generator_level(c, e, 0, 0))
        return false;
    if (saved)
        protection_end(c);
    u->ninlined--;
    if (!restore_locals(c, block))
        return false;
    if (!saved)
        return true;
    if (!emit_op(c, OP_JUMP, end))
        return false;
    label_place(c, cleanup);
    if (!emit_op(c, OP_SWAP, 2) || !emit_op(c, OP_POP_TOP, 0) || !restore_locals(c, block) ||
        !emit_op(c, OP_RERAISE, 0))
        return false;
    label_place(c, end);
    return true;
}

bool compile_comprehension(struct compiler *c, const struct expr *e)
{
    struct symtable_block *block = symtable_block(c->symtable, e);
    return block->comp_inlined ? compile_inlined(c, e, block)
                               : compile_comprehension_function(c, e);
}
