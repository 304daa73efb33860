/* Where each name lives (Python/symtable.c: analyze_block).
 *
 * Each block is told which names the functions around it bind, and which names are declared global
 * around it; it answers which names are free in it.  A name that is bound here and free in a child
 * is a cell.  A class block passes on what it was told, and adds nothing of its own: its names are
 * not visible in its methods. */
#include "symtable_internal.h"

/* A set of interned names, in order of insertion.  Removing leaves a hole (NULL). */
struct name_set {
    const char **items;
    size_t len, cap;
    struct symtable_index index; /* name -> its position plus one */
};

static bool has(const struct name_set *set, const char *name)
{
    return set && symtable_index_get(&set->index, name);
}

static void add(struct symtable_walk *w, struct name_set *set, const char *name)
{
    if (has(set, name))
        return;
    if (set->len == set->cap) {
        size_t cap = set->cap ? set->cap * 2 : 8;
        const char **items = arena_alloc(w->scratch, cap * sizeof *items);
        for (size_t i = 0; i < set->len; i++)
            items[i] = set->items[i];
        set->items = items;
        set->cap = cap;
    }
    set->items[set->len++] = name;
    symtable_index_put(&set->index, w->scratch, name, (void *)set->len);
}

static void discard(struct name_set *set, const char *name)
{
    size_t position = (size_t)symtable_index_get(&set->index, name);
    if (position == 0)
        return;
    set->items[position - 1] = NULL;
    symtable_index_remove(&set->index, name);
}

static void add_all(struct symtable_walk *w, struct name_set *to, const struct name_set *from)
{
    for (size_t i = 0; from && i < from->len; i++)
        if (from->items[i])
            add(w, to, from->items[i]);
}

/* What a block is told and what it answers. */
struct analysis {
    struct symtable_block *block;
    struct name_set *bound;  /* by functions around; NULL in the module: there are none */
    struct name_set *global; /* declared global around */
    struct name_set *type_params;
    struct name_set *free;  /* the answer */
    struct name_set *local; /* bound in this block */
    struct name_set *inlined_cells;
    const struct symtable_block
        *class_entry; /* the class whose names this block can see, or NULL */
};

static bool error_at_directive(struct symtable_walk *w, const struct symtable_block *block,
                               const char *name, const char *format)
{
    for (const struct directive *d = w->directives; d; d = d->next) {
        if (d->block == block && d->name == name)
            return symtable_error(w, d->pos, format, name);
    }
    return symtable_error(w, block->pos, "%s", name);
}

static bool is_function_like(const struct symtable_block *block)
{
    return block->kind == BLOCK_FUNCTION || block->kind == BLOCK_TYPE_ALIAS ||
           block->kind == BLOCK_TYPE_PARAMETERS || block->kind == BLOCK_TYPE_VARIABLE;
}

/* ---- One name ------------------------------------------------------------------------------ */

static bool nonlocal_name(struct symtable_walk *w, struct analysis *a, struct symbol *symbol)
{
    if (!a->bound)
        return error_at_directive(w, a->block, symbol->name,
                                  "nonlocal declaration not allowed at module level");
    if (!has(a->bound, symbol->name))
        return error_at_directive(w, a->block, symbol->name, "no binding for nonlocal '%s' found");
    if (has(a->type_params, symbol->name))
        return error_at_directive(w, a->block, symbol->name,
                                  "nonlocal binding not allowed for type parameter '%s'");
    symbol->scope = SCOPE_FREE;
    a->block->has_free = true;
    add(w, a->free, symbol->name);
    return true;
}

static void bound_name(struct symtable_walk *w, struct analysis *a, struct symbol *symbol)
{
    symbol->scope = SCOPE_LOCAL;
    add(w, a->local, symbol->name);
    discard(a->global, symbol->name);
    if (symbol->flags & SYMBOL_TYPE_PARAM)
        add(w, a->type_params, symbol->name);
    else
        discard(a->type_params, symbol->name);
}

/* A name that an annotation scope in a class finds in the class: at run time the class is asked,
 * then the globals, but no function around.  False: the class has nothing to say. */
static bool class_name(const struct analysis *a, struct symbol *symbol)
{
    const struct symbol *in_class =
        a->class_entry ? symtable_find(a->class_entry, symbol->name) : NULL;
    if (!in_class)
        return false;
    if (in_class->flags & SYMBOL_GLOBAL)
        symbol->scope = SCOPE_GLOBAL_EXPLICIT;
    else if ((in_class->flags & SYMBOL_BOUND) && !(in_class->flags & SYMBOL_NONLOCAL))
        symbol->scope = SCOPE_GLOBAL_IMPLICIT;
    else
        return false;
    return true;
}

static bool analyze_name(struct symtable_walk *w, struct analysis *a, struct symbol *symbol)
{
    if (symbol->flags & SYMBOL_GLOBAL) {
        if (symbol->flags & SYMBOL_NONLOCAL)
            return error_at_directive(w, a->block, symbol->name,
                                      "name '%s' is nonlocal and global");
        symbol->scope = SCOPE_GLOBAL_EXPLICIT;
        add(w, a->global, symbol->name);
        if (a->bound)
            discard(a->bound, symbol->name);
        return true;
    }
    if (symbol->flags & SYMBOL_NONLOCAL)
        return nonlocal_name(w, a, symbol);
    if (symbol->flags & SYMBOL_BOUND) {
        bound_name(w, a, symbol);
        return true;
    }
    if (class_name(a, symbol))
        return true;
    symbol->scope = SCOPE_GLOBAL_IMPLICIT;
    if (has(a->bound, symbol->name)) {
        symbol->scope = SCOPE_FREE;
        a->block->has_free = true;
        add(w, a->free, symbol->name);
    } else if (!has(a->global, symbol->name) && a->block->nested) {
        a->block->has_free = true;
    }
    return true;
}

/* ---- Comprehensions that run in the block around them (PEP 709) ---------------------------- */

static bool is_free_in_a_child(const struct symtable_block *block, const char *name)
{
    for (size_t i = 0; i < block->child_count; i++)
        if (symtable_scope(block->children[i], name) == SCOPE_FREE)
            return true;
    return false;
}

static void remove_symbol(struct symtable_block *block, const struct symbol *symbol)
{
    size_t at = (size_t)(symbol - block->symbols);
    symtable_index_remove(block->index, symbol->name);
    for (size_t i = at + 1; i < block->symbol_count; i++) {
        block->symbols[i - 1] = block->symbols[i];
        struct symtable_slot *slots = block->index->slots;
        for (size_t s = 0; s < block->index->slot_count; s++)
            if (slots[s].key == block->symbols[i - 1].name)
                slots[s].value = (void *)i;
    }
    block->symbol_count--;
}

/* Merges the names of a comprehension into the block (inline_comprehension). */
static void inline_comprehension(struct symtable_walk *w, struct analysis *a,
                                 struct symtable_block *comp, struct name_set *comp_free)
{
    struct symtable_block *block = a->block;
    const struct symbol *dunder_class = NULL;
    for (size_t i = 0; i < comp->symbol_count; i++) {
        struct symbol symbol = comp->symbols[i];
        if (symbol.flags & SYMBOL_PARAM)
            continue;
        if (symbol.scope == SCOPE_CELL || (symbol.flags & SYMBOL_COMP_CELL))
            add(w, a->inlined_cells, symbol.name);
        const struct symbol *existing = symtable_find(block, symbol.name);
        if (symbol.scope == SCOPE_FREE && block->kind == BLOCK_CLASS &&
            symbol.name == w->names.class) {
            symbol.scope = SCOPE_GLOBAL_IMPLICIT;
            discard(comp_free, symbol.name);
            if (existing) /* the class's own is not seen from within */
                comp->symbols[i].scope = SCOPE_GLOBAL_IMPLICIT;
            else
                dunder_class = &comp->symbols[i];
        }
        if (!existing) {
            struct symbol *copy = symtable_add_symbol(w, block, symbol.name);
            copy->flags = symbol.flags;
            copy->scope = symbol.scope;
        } else if ((existing->flags & SYMBOL_BOUND) && block->kind != BLOCK_CLASS &&
                   !is_free_in_a_child(comp, symbol.name)) {
            discard(comp_free, symbol.name);
        }
    }
    if (dunder_class)
        remove_symbol(comp, dunder_class);
    comp->comp_inlined = true;
}

static bool is_own(const struct symbol *s)
{
    return s->flags & SYMBOL_BOUND && !(s->flags & SYMBOL_PARAM) &&
           (s->scope == SCOPE_LOCAL || s->scope == SCOPE_CELL);
}

/* The variables of inlined comprehensions need slots in the block, whatever their names are
 * there. */
static void collect_inlined(struct symtable_walk *w, struct symtable_block *block)
{
    size_t count = 0;
    for (size_t i = 0; i < block->child_count; i++)
        if (block->children[i]->comp_inlined)
            count += block->children[i]->symbol_count + block->children[i]->inlined_count;
    if (count == 0)
        return;
    block->inlined = arena_alloc(w->arena, count * sizeof *block->inlined);
    for (size_t i = 0; i < block->child_count; i++) {
        const struct symtable_block *child = block->children[i];
        for (size_t j = 0; child->comp_inlined && j < child->symbol_count; j++)
            if (is_own(&child->symbols[j]))
                block->inlined[block->inlined_count++] = child->symbols[j].name;
        for (size_t j = 0; child->comp_inlined && j < child->inlined_count; j++)
            block->inlined[block->inlined_count++] = child->inlined[j];
    }
}

/* The children of inlined comprehensions become the block's own. */
static void splice_children(struct symtable_walk *w, struct symtable_block *block)
{
    size_t count = 0;
    for (size_t i = 0; i < block->child_count; i++)
        count += block->children[i]->comp_inlined ? block->children[i]->child_count : 1;
    struct symtable_block **children = arena_alloc(w->arena, (count + 1) * sizeof *children);
    size_t at = 0;
    for (size_t i = 0; i < block->child_count; i++) {
        struct symtable_block *child = block->children[i];
        if (!child->comp_inlined)
            children[at++] = child;
        for (size_t j = 0; child->comp_inlined && j < child->child_count; j++)
            children[at++] = child->children[j];
    }
    block->children = children;
    block->child_count = count;
}

/* ---- One block ----------------------------------------------------------------------------- */

static bool analyze_block(struct symtable_walk *w, const struct analysis *asked);

/* Analyzes a child with copies of what it is told; its free names are added to *free. */
static bool analyze_child(struct symtable_walk *w, struct analysis *parent,
                          struct symtable_block *child, const struct name_set *bound,
                          const struct name_set *global, struct name_set *free)
{
    struct name_set child_bound = {0}, child_global = {0}, child_params = {0}, child_free = {0};
    add_all(w, &child_bound, bound);
    add_all(w, &child_global, global);
    add_all(w, &child_params, parent->type_params);
    struct analysis a = {.block = child,
                         .bound = &child_bound,
                         .global = &child_global,
                         .type_params = &child_params,
                         .free = &child_free};
    if (child->can_see_class_scope)
        a.class_entry = parent->block->kind == BLOCK_CLASS ? parent->block : parent->class_entry;
    if (!analyze_block(w, &a))
        return false;
    if (w->options->inline_comprehensions && child->comprehension && !child->generator &&
        !parent->block->can_see_class_scope)
        inline_comprehension(w, parent, child, &child_free);
    add_all(w, free, &child_free);
    if (child->has_free || child->child_free)
        parent->block->child_free = true;
    return true;
}

/* A local that a child has free is a cell, and free no longer (analyze_cells). */
static void find_cells(struct analysis *a, struct name_set *free)
{
    for (size_t i = 0; i < a->block->symbol_count; i++) {
        struct symbol *symbol = &a->block->symbols[i];
        if (symbol->scope != SCOPE_LOCAL ||
            (!has(free, symbol->name) && !has(a->inlined_cells, symbol->name)))
            continue;
        symbol->scope = SCOPE_CELL;
        discard(free, symbol->name);
    }
}

/* __class__ and __classdict__ are bound by the class itself (drop_class_free). */
static void drop_class_free(struct symtable_walk *w, struct symtable_block *block,
                            struct name_set *free)
{
    if (has(free, w->names.class))
        block->needs_class_closure = true;
    if (has(free, w->names.classdict))
        block->needs_classdict = true;
    discard(free, w->names.class);
    discard(free, w->names.classdict);
}

/* Names that are free in children and not known here are passed through (update_symbols). */
static void pass_free_names(struct symtable_walk *w, struct analysis *a,
                            const struct name_set *free)
{
    bool class_like = a->block->kind == BLOCK_CLASS || a->block->can_see_class_scope;
    for (size_t i = 0; i < a->block->symbol_count; i++)
        if (has(a->inlined_cells, a->block->symbols[i].name))
            a->block->symbols[i].flags |= SYMBOL_COMP_CELL;
    for (size_t i = 0; i < free->len; i++) {
        const char *name = free->items[i];
        struct symbol *symbol = name ? symtable_find(a->block, name) : NULL;
        if (symbol && class_like)
            symbol->flags |= SYMBOL_FREE_CLASS;
        if (!name || symbol || (a->bound && !has(a->bound, name)))
            continue;
        symtable_add_symbol(w, a->block, name)->scope = SCOPE_FREE;
    }
}

static bool analyze_block(struct symtable_walk *w, const struct analysis *asked)
{
    struct name_set local = {0}, inlined_cells = {0};
    struct analysis own = *asked, *a = &own;
    struct name_set new_bound = {0}, new_global = {0}, new_free = {0};
    struct symtable_block *block = a->block;
    a->local = &local;
    a->inlined_cells = &inlined_cells;

    if (block->kind == BLOCK_CLASS) { /* before its own names can hide any */
        add_all(w, &new_global, a->global);
        add_all(w, &new_bound, a->bound);
    }
    for (size_t i = 0; i < block->symbol_count; i++)
        if (!analyze_name(w, a, &block->symbols[i]))
            return false;
    if (block->kind == BLOCK_CLASS) {
        add(w, &new_bound, w->names.class);
        add(w, &new_bound, w->names.classdict);
    } else {
        if (is_function_like(block))
            add_all(w, &new_bound, &local);
        add_all(w, &new_bound, a->bound);
        add_all(w, &new_global, a->global);
    }

    for (size_t i = 0; i < block->child_count; i++)
        if (!analyze_child(w, a, block->children[i], &new_bound, &new_global, &new_free))
            return false;
    collect_inlined(w, block);
    splice_children(w, block);
    if (is_function_like(block))
        find_cells(a, &new_free);
    else if (block->kind == BLOCK_CLASS)
        drop_class_free(w, block, &new_free);
    pass_free_names(w, a, &new_free);
    add_all(w, a->free, &new_free);
    return true;
}

bool symtable_analyze(struct symtable_walk *w)
{
    struct name_set global = {0}, type_params = {0}, free = {0};
    struct analysis a = {
        .block = w->table->top, .global = &global, .type_params = &type_params, .free = &free};
    return analyze_block(w, &a);
}
