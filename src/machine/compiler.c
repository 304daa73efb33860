#include <pyviz/base/buffer.h>
#include <pyviz/lang/check.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "boot_names.h"
#include "compile_leavings.h"
#include "compiler.h"
#include "trace.h"
#include <stdio.h>
#include <string.h>

/* ---- units ----------------------------------------------------------------------------------- */

/* Does a `global` statement of the block around say where the function or class is bound? */
static bool declared_global(struct compiler *c, const struct symtable_block *around, Object *name)
{
    struct buffer text = {0};
    str_to_utf8(name, &text);
    const char *interned =
        identifier_intern(c->symtable->identifiers, buffer_text(&text), text.len);
    buffer_free(&text);
    return symtable_scope(around, interned) == SCOPE_GLOBAL_EXPLICIT;
}

/* "outer.<locals>.inner": Python/compile.c: compiler_set_qualname. */
static Object *qualified(struct compiler *c, Object *name)
{
    struct unit *outer = c->unit;
    if (outer && outer->block->kind == BLOCK_TYPE_PARAMETERS)
        outer = outer->outer;
    if (!outer || !outer->outer)
        return newref(name);
    struct symtable_block *around = outer->block;
    if (declared_global(c, around, name))
        return newref(name);
    if (outer->block->kind == BLOCK_FUNCTION && !outer->block->comprehension)
        return str_printf(c->m, "%U.<locals>.%U", outer->qualname, name);
    return str_printf(c->m, "%U.%U", outer->qualname, name);
}

bool unit_enter(struct compiler *c, struct symtable_block *block, Object *name, int line)
{
    if (!name)
        return false;
    struct unit *u = base_calloc(1, sizeof *u);
    u->name = name;
    u->qualname = qualified(c, name);
    u->consts = list_new(c->m, 0);
    u->outer = c->unit;
    u->block = block;
    u->firstlineno = line;
    u->in_function = block->kind != BLOCK_MODULE && block->kind != BLOCK_CLASS;
    u->protection = -1;
    u->pos = (struct pos){line, 0, line, 0};
    c->unit = u;
    return u->qualname && u->consts;
}

static void unit_abandon(struct compiler *c)
{
    struct unit *u = c->unit;
    c->unit = u->outer;
    Machine *m = c->m;
    xdecref(m, u->name);
    xdecref(m, u->qualname);
    xdecref(m, u->consts);
    xdecref(m, u->static_attributes);
    base_free(u->code);
    base_free(u->positions);
    base_free(u->protections);
    base_free(u->protected_by);
    base_free(u->labels);
    base_free(u->names);
    base_free(u->name_places.slot);
    base_free(u->localsplus);
    base_free(u->local_places.slot);
    base_free(u->is_cell);
    base_free(u->inlined);
    base_free(u->const_map);
    base_free(u->const_order);
    base_free(u);
}

/* ---- instructions ---------------------------------------------------------------------------- */

bool emit_op(struct compiler *c, enum opcode op, int arg)
{
    struct unit *u = c->unit;
    if (arg < 0 || arg > INSTRUCTION_ARG_MAX) {
        if (!error_occurred(c->m))
            syntax_error(c, u->pos, "too many names, constants or items in one block");
        return false;
    }
    if (u->size == u->capacity) {
        u->capacity = u->capacity ? u->capacity * 2 : 64;
        u->code = base_realloc(u->code, (size_t)u->capacity * sizeof *u->code);
        u->positions = base_realloc(u->positions, (size_t)u->capacity * sizeof *u->positions);
        u->protected_by =
            base_realloc(u->protected_by, (size_t)u->capacity * sizeof *u->protected_by);
    }
    u->code[u->size] = INSTRUCTION(op, arg);
    u->protected_by[u->size] = u->protection;
    u->positions[u->size++] = u->pos;
    return true;
}

struct pos emit_position(struct compiler *c, struct pos pos)
{
    struct pos before = c->unit->pos;
    c->unit->pos = pos;
    return before;
}

int label_new(struct compiler *c)
{
    struct unit *u = c->unit;
    GROW(u->labels, u->nlabels, u->label_capacity);
    u->labels[u->nlabels] = -1;
    return u->nlabels++;
}

void label_place(struct compiler *c, int label)
{
    c->unit->labels[label] = c->unit->size;
}

void protection_begin(struct compiler *c, int label, bool push_lasti, int adjust)
{
    struct unit *u = c->unit;
    GROW(u->protections, u->nprotections, u->protection_capacity);
    u->protections[u->nprotections] =
        (struct protection){u->protection, u->size, label, adjust, push_lasti};
    u->protection = u->nprotections++;
}

void protection_end(struct compiler *c)
{
    c->unit->protection = c->unit->protections[c->unit->protection].outer;
}

/* ---- constants ------------------------------------------------------------------------------- */

/* Where in the list of constants a value stands, by its hash; 0: free, else the place + 1. */
struct const_table {
    uint32_t *slot;
    uint32_t mask;
};

static void const_table_place(struct compiler *c, uint32_t i)
{
    struct const_table *t = c->const_table;
    uint64_t h = const_hash(c->m, list_item(c->const_cache, i));
    while (t->slot[h & t->mask])
        h++;
    t->slot[h & t->mask] = i + 1;
}

static void const_table_grow(struct compiler *c)
{
    struct const_table *t = c->const_table;
    ssize_t n = list_size(c->const_cache);
    if (t->slot && (uint32_t)n * 2 < t->mask)
        return;
    t->mask = t->slot ? t->mask * 2 + 1 : 63;
    base_free(t->slot);
    t->slot = base_calloc(t->mask + 1, sizeof *t->slot);
    for (ssize_t i = 0; i < n; i++)
        const_table_place(c, (uint32_t)i);
}

/* The place of a constant among all of the module's, or -1. */
static ssize_t const_find(struct compiler *c, Object *value)
{
    const struct const_table *t = c->const_table;
    if (!t->slot)
        return -1;
    for (uint64_t h = const_hash(c->m, value); t->slot[h & t->mask]; h++) {
        ssize_t i = (ssize_t)t->slot[h & t->mask] - 1;
        if (const_equal(c->m, list_item(c->const_cache, i), value))
            return i;
    }
    return -1;
}

static ssize_t const_place(struct compiler *c, Object *value, bool in_tree);

/* The items of a new tuple are merged first: Objects/codeobject.c does so in place. */
bool merge_items(struct compiler *c, Object *tuple)
{
    for (ssize_t i = 0; i < tuple_size(tuple); i++) {
        Object **item = &((TupleObject *)tuple)->item[i];
        ssize_t at = const_place(c, newref(*item), true);
        if (at < 0)
            return false;
        set_ref(c->m, *item, newref(list_item(c->const_cache, at)));
    }
    return true;
}

static Object *rebuilt(struct compiler *c, Object *set)
{
    Object *members = sequence_tuple(c->m, set);
    decref(c->m, set);
    set = members && merge_items(c, members) ? frozenset_new(c->m, members) : NULL;
    xdecref(c->m, members);
    return set;
}

/* Is a str of that text interned in CPython before this code is, as another object?  Identifiers of
 * the program are, and names that the interpreter uses itself.  Single characters are shared, but
 * for those that start-up interned as others. */
static bool is_interned_elsewhere(struct compiler *c, Object *member)
{
    if (!is_exact(c->m, member, str) || !str_len(member) || !str_all_name_chars(member))
        return false;
    const char *name = ((StrObject *)member)->data;
    size_t n = (size_t)str_len(member);
    if (n == 1)
        return strchr(c->m->profile->interned_chars, *name) != NULL;
    return identifier_find(c->symtable->identifiers, name, n) ||
           boot_name_is_interned(c->m->profile, name, n);
}

static bool has_name_interned_elsewhere(struct compiler *c, Object *set)
{
    ssize_t at = 0;
    Object *member;
    while (set_next(c->m, set, &at, &member, NULL))
        if (is_interned_elsewhere(c, member))
            return true;
    return false;
}

/* A new frozenset is made again of its merged members, in the order of its table, and so in another
 * order than the source's: Python/compile.c: merge_consts_recursive.  And once more if interning
 * replaces one of them: Objects/codeobject.c: intern_constants.  Steals the set. */
static Object *merge_members(struct compiler *c, Object *set)
{
    set = rebuilt(c, set);
    return set && has_name_interned_elsewhere(c, set) ? rebuilt(c, set) : set;
}

/* Is the text one that the library's code uses here, but CPython's own hardly does?  Then a
 * program's constant of the same text is not to become one object with it. */
static bool is_ours_alone(const struct compiler *c, const Object *text)
{
    const StrObject *s = (const StrObject *)text;
    return c->options->library && !(text->flags & OBJECT_INTERNED) && s->ascii && s->length > 1 &&
           !boot_name_is_interned(c->m->profile, s->data, (size_t)s->length);
}

/* Text that could be a name is interned, also when it was folded (Objects/codeobject.c:
 * intern_string_constants). */
static Object *interned_constant(struct compiler *c, Object *value)
{
    if (!is_exact(c->m, value, str) || !str_all_name_chars(value) || is_ours_alone(c, value))
        return value;
    return str_intern_as_constant(c->m, value);
}

/* A tuple made when a unit's code is optimized (Python/flowgraph.c: fold_tuple_on_constants) is not
 * the first of its value if the unit's source names an equal one anywhere: then it is that one, and
 * held by the tree. */
struct late_const {
    ssize_t place;
    const struct unit *unit;
};

static struct late_const *find_late(struct compiler *c, ssize_t place)
{
    for (int i = 0; i < c->nlate; i++)
        if (c->late[i].place == place)
            return &c->late[i];
    return NULL;
}

/* It has been named before the unit's end.  Was it late? */
static bool no_longer_late(struct compiler *c, ssize_t place)
{
    struct late_const *late = find_late(c, place);
    if (late)
        *late = c->late[--c->nlate];
    return late != NULL;
}

static bool hold_late(struct compiler *c, ssize_t place)
{
    return !no_longer_late(c, place) ||
           list_append(c->m, c->m->tree_constants, list_item(c->const_cache, place)) == 0;
}

static void forget_late(struct compiler *c, const struct unit *u)
{
    for (int i = c->nlate; i-- > 0;)
        if (c->late[i].unit == u)
            c->late[i] = c->late[--c->nlate];
}

/* The value's place (it is stolen) among the module's constants; -1 on error.  Equal ones are one
 * object throughout a module: Python/compile.c: merge_const_one. */
static ssize_t const_place(struct compiler *c, Object *value, bool in_tree)
{
    Machine *m = c->m;
    value = value ? interned_constant(c, value) : NULL;
    ssize_t i = value ? const_find(c, value) : -1;
    if (value && i < 0 && is_exact(m, value, frozenset))
        value = merge_members(c, value);
    if (value && i < 0) {
        const_table_grow(c);
        bool ok = (!is_exact(m, value, tuple) || merge_items(c, value)) &&
                  (!is_exact(m, value, str) || c->makes_text || value == c->cleaned ||
                   list_append(m, m->tree_constants, value) == 0);
        if (is_exact(m, value, tuple) && tuple_size(value) && !object_is_tracked(value))
            gc_track(m, value);
        i = list_size(c->const_cache);
        if (ok && list_append(m, c->const_cache, value) == 0)
            const_table_place(c, (uint32_t)i);
        else
            i = -1;
    } else if (i >= 0 && in_tree && !hold_late(c, i)) {
        i = -1;
    }
    xdecref(m, value);
    return i;
}

/* The index among the unit's constants of one that has its place among the module's.  Until the
 * unit is finished, its constants stand in the order in which they were met here; const_order tells
 * the one of CPython, where those come last that only the optimizer makes. */
static int unit_index(struct compiler *c, ssize_t place, bool late)
{
    struct unit *u = c->unit;
    if (place < 0)
        return -1;
    if (place >= u->const_map_size) {
        ssize_t n = place * 2 + 16;
        u->const_map = base_realloc(u->const_map, (size_t)n * sizeof *u->const_map);
        for (ssize_t i = u->const_map_size; i < n; i++)
            u->const_map[i] = -1;
        u->const_map_size = n;
    }
    if (u->const_map[place] < 0) {
        int n = u->const_map[place] = (int)list_size(u->consts);
        u->const_order = base_realloc(u->const_order, (size_t)(n + 1) * sizeof *u->const_order);
        u->const_order[n] = LATE_CONST;
        if (list_append(c->m, u->consts, list_item(c->const_cache, place)) < 0)
            return -1;
        if (late)
            u->const_order[n] += ++u->consts_met;
    }
    int *order = &u->const_order[u->const_map[place]];
    if (!late && *order >= LATE_CONST)
        *order = ++u->consts_met;
    return u->const_map[place];
}

int const_index(struct compiler *c, Object *value)
{
    return unit_index(c, const_place(c, value, false), false);
}

bool emit_const(struct compiler *c, Object *value)
{
    return emit_op(c, OP_LOAD_CONST, const_index(c, value));
}

bool emit_tree_const(struct compiler *c, Object *value)
{
    return emit_op(c, OP_LOAD_CONST, unit_index(c, const_place(c, value, true), false));
}

bool emit_late_const(struct compiler *c, Object *value)
{
    ssize_t known = list_size(c->const_cache), place = const_place(c, value, false);
    if (place >= known) {
        GROW(c->late, c->nlate, c->late_capacity);
        c->late[c->nlate++] = (struct late_const){place, c->unit};
    } else if (place >= 0 && find_late(c, place)) {
        find_late(c, place)->unit = c->unit; /* the inner unit is optimized first */
    }
    return emit_op(c, OP_LOAD_CONST, unit_index(c, place, true));
}

bool emit_folded_tuple(struct compiler *c, Object *folded)
{
    for (ssize_t i = 0; i < tuple_size(folded); i++)
        if (const_index(c, newref(tuple_item(folded, i))) < 0) {
            decref(c->m, folded);
            return false;
        }
    return emit_late_const(c, folded);
}

bool emit_tuple(struct compiler *c, int n)
{
    struct unit *u = c->unit;
    int first = u->size - n;
    for (int i = first; i < u->size; i++)
        if (INSTRUCTION_OP(u->code[i]) != OP_LOAD_CONST)
            return emit_op(c, OP_BUILD_TUPLE, n);
    Object *folded = tuple_new(c->m, n);
    if (!folded)
        return false;
    for (int i = 0; i < n; i++)
        ((TupleObject *)folded)->item[i] =
            newref(list_item(u->consts, (ssize_t)INSTRUCTION_ARG(u->code[first + i])));
    u->size = first;
    return emit_late_const(c, folded);
}

/* ---- names ----------------------------------------------------------------------------------- */

const char *mangled(struct compiler *c, const char *name)
{
    return symtable_mangle(c->symtable, c->unit->block, name);
}

Object *str_of_nameless(struct compiler *c, const char *name)
{
    Object *s = str_from_ascii(c->m, name);
    s = s ? str_intern(c->m, s) : NULL;
    if (s) {
        object_make_immortal(s);
        s->serial = 0;
    }
    return s;
}

Object *str_of(struct compiler *c, const char *name)
{
    Object *s = str_from_utf8(c->m, name, strlen(name));
    s = s ? str_intern(c->m, s) : NULL;
    if (s && c->m->profile->immortal_refcount)
        object_make_immortal(s);
    if (s && c->options->library && !boot_name_is_interned(c->m->profile, name, strlen(name)))
        s->flags |= OBJECT_HANDLED; /* CPython's library has names of its own */
    return s;
}

/* Where a name lives: first in the comprehensions inlined here that bind it, then in the block. */
static enum symtable_scope scope_of(struct compiler *c, const char *name, bool *inlined)
{
    struct unit *u = c->unit;
    *inlined = false;
    for (int i = u->ninlined - 1; i >= 0; i--) {
        const struct symbol *s = symtable_symbol(u->inlined[i], name);
        if (s && s->flags & SYMBOL_BOUND && (s->scope == SCOPE_LOCAL || s->scope == SCOPE_CELL)) {
            *inlined = true;
            return s->scope;
        }
    }
    enum symtable_scope scope = symtable_scope(u->block, name);
    if (u->ninlined && u->block->kind == BLOCK_CLASS) {
        /* A comprehension does not see the names of the class body around it. */
        enum symtable_scope inner = symtable_scope(u->inlined[u->ninlined - 1], name);
        if (inner == SCOPE_GLOBAL_IMPLICIT || inner == SCOPE_GLOBAL_EXPLICIT)
            return SCOPE_GLOBAL_EXPLICIT;
        if (inner == SCOPE_FREE) {
            *inlined = true;
            return SCOPE_FREE;
        }
    }
    if (scope == SCOPE_UNKNOWN && u->ninlined)
        scope = symtable_scope(u->inlined[u->ninlined - 1], name);
    return scope;
}

bool emit_name(struct compiler *c, const char *id, enum expr_context context)
{
    static const enum opcode fast[] = {OP_LOAD_FAST, OP_STORE_FAST, OP_DELETE_FAST};
    static const enum opcode deref[] = {OP_LOAD_DEREF, OP_STORE_DEREF, OP_DELETE_DEREF};
    static const enum opcode global[] = {OP_LOAD_GLOBAL, OP_STORE_GLOBAL, OP_DELETE_GLOBAL};
    static const enum opcode plain[] = {OP_LOAD_NAME, OP_STORE_NAME, OP_DELETE_NAME};
    bool inlined;
    const char *name = mangled(c, id);
    enum symtable_scope scope = scope_of(c, name, &inlined);
    if (scope == SCOPE_FREE && context == CONTEXT_LOAD && c->unit->block->kind == BLOCK_CLASS &&
        !inlined)
        return emit_op(c, OP_LOAD_CLASSDEREF, local_index(c, name));
    if (c->unit->block->can_see_class_scope && context == CONTEXT_LOAD && !inlined &&
        (scope == SCOPE_FREE || scope == SCOPE_GLOBAL_IMPLICIT) && strcmp(id, "__classdict__") != 0)
        return emit_name(c, identifier_intern(c->symtable->identifiers, "__classdict__", 13),
                         CONTEXT_LOAD) &&
               (scope == SCOPE_FREE
                    ? emit_op(c, OP_LOAD_FROM_DICT_OR_DEREF, local_index(c, name))
                    : emit_op(c, OP_LOAD_FROM_DICT_OR_GLOBALS, name_index(c, name)));
    if (scope == SCOPE_FREE || scope == SCOPE_CELL)
        return emit_op(c, deref[context], local_index(c, name));
    if (scope == SCOPE_LOCAL && (c->unit->in_function || inlined))
        return emit_op(c, fast[context], local_index(c, name));
    if (scope == SCOPE_GLOBAL_EXPLICIT || (scope == SCOPE_GLOBAL_IMPLICIT && c->unit->in_function))
        return emit_op(c, global[context], name_index(c, name));
    return emit_op(c, plain[context], name_index(c, name));
}

/* ---- errors ---------------------------------------------------------------------------------- */

bool refuse(struct compiler *c, struct pos pos, const char *what)
{
    source_diagnose(c->source, c->error, DIAGNOSTIC_NOT_SIMULATED, pos.line, pos.col, pos.end_line,
                    pos.end_col, "%s is not simulated yet", what);
    return false;
}

bool syntax_error(struct compiler *c, struct pos pos, const char *message)
{
    source_diagnose(c->source, c->error, DIAGNOSTIC_SYNTAX, pos.line, pos.col, pos.end_line,
                    pos.end_col, "%s", message);
    c->error->in_bytes = true;
    return false;
}

/* ---- assembling ------------------------------------------------------------------------------ */

static bool is_jump(enum opcode op)
{
    switch (op) {
    case OP_JUMP:
    case OP_POP_JUMP_IF_FALSE:
    case OP_POP_JUMP_IF_TRUE:
    case OP_JUMP_IF_FALSE_OR_POP:
    case OP_JUMP_IF_TRUE_OR_POP:
    case OP_FOR_ITER:
    case OP_SEND:
        return true;
    default:
        return false;
    }
}

static int effect(instruction i)
{
    int oparg = (int)INSTRUCTION_ARG(i);
    (void)oparg;
    switch (INSTRUCTION_OP(i)) {
#define OPCODE(name, n)                                                                            \
    case OP_##name:                                                                                \
        return n;
#include "opcode.def"
#undef OPCODE
    default:
        return 0;
    }
}

/* The depth at a jump's target, from the depth before the jump. */
static int depth_at_target(enum opcode op, int depth)
{
    switch (op) {
    case OP_POP_JUMP_IF_FALSE:
    case OP_POP_JUMP_IF_TRUE:
    case OP_FOR_ITER:
        return depth - 1;
    default:
        return depth;
    }
}

static bool ends_block(enum opcode op)
{
    return op == OP_JUMP || op == OP_RETURN_VALUE || op == OP_RAISE_VARARGS || op == OP_RERAISE;
}

/* The depth of the value stack before every instruction (-1: never reached), and the highest. */
struct depths {
    const CodeObject *code;
    int *before, *work;
    int pending, highest;
};

static void depth_enter(struct depths *d, int at, int depth)
{
    if (d->before[at] >= 0)
        return;
    d->before[at] = depth;
    d->highest = depth > d->highest ? depth : d->highest;
    d->work[d->pending++] = at;
}

/* One walk over the blocks, each from the depth it is entered at. */
static void depth_walk(struct depths *d)
{
    const CodeObject *code = d->code;
    while (d->pending) {
        for (int i = d->work[--d->pending]; i < code->size;) {
            enum opcode op = INSTRUCTION_OP(code->code[i]);
            int here = d->before[i], after = here + effect(code->code[i]);
            d->highest = here > d->highest ? here : d->highest;
            d->highest = after > d->highest ? after : d->highest;
            if (is_jump(op))
                depth_enter(d, (int)INSTRUCTION_ARG(code->code[i]), depth_at_target(op, here));
            if (ends_block(op) || i + 1 == code->size || d->before[i + 1] >= 0)
                break;
            d->before[++i] = after;
        }
    }
}

/* Handlers are entered at the depth of the start of what they protect, with the exception on
 * top. */
static bool depth_enter_handlers(struct depths *d, const struct unit *u)
{
    bool more = false;
    for (int i = 0; i < u->nprotections; i++) {
        const struct protection *p = &u->protections[i];
        int target = u->labels[p->label];
        if (p->start >= u->size || target >= u->size || d->before[p->start] < 0 ||
            d->before[target] >= 0)
            continue;
        depth_enter(d, target, d->before[p->start] + p->adjust + 1 + p->push_lasti);
        more = true;
    }
    return more;
}

static bool is_protected(const struct unit *u, const struct depths *d, int i)
{
    return u->protected_by[i] >= 0 && d->before[i] >= 0;
}

/* The table of handlers, a row for each stretch, in the order of the code. */
static bool fill_handlers(Machine *m, const struct unit *u, const struct depths *d,
                          CodeObject *code)
{
    int n = 0;
    for (int i = 0; i < u->size; i++)
        n += is_protected(u, d, i) &&
             (i == 0 || u->protected_by[i] != u->protected_by[i - 1] || !is_protected(u, d, i - 1));
    if (n == 0)
        return true;
    if (!(code->handlers = heap_alloc(m, (size_t)n * sizeof *code->handlers)))
        return false;
    for (int i = 0; i < u->size; i++) {
        if (!is_protected(u, d, i))
            continue;
        const struct protection *p = &u->protections[u->protected_by[i]];
        struct handler *last = &code->handlers[code->nhandlers - 1];
        if (i && is_protected(u, d, i - 1) && u->protected_by[i] == u->protected_by[i - 1])
            last->end = i + 1;
        else
            code->handlers[code->nhandlers++] = (struct handler){
                i, i + 1, u->labels[p->label], d->before[p->start] + p->adjust, p->push_lasti};
    }
    return true;
}

/* Whether CPython's instruction leaves the stack one lower: the names of keyword arguments may be
 * no operand, and a constant may be returned without being pushed. */
static bool pushes_less(const Machine *m, const CodeObject *code, int i)
{
    if (i < 0 || i + 1 >= code->size || INSTRUCTION_OP(code->code[i]) != OP_LOAD_CONST)
        return false;
    enum opcode next = INSTRUCTION_OP(code->code[i + 1]);
    return (next == OP_CALL_KW && !m->profile->keyword_names_pushed) ||
           (next == OP_RETURN_VALUE && m->profile->constants_returned);
}

/* `and` and `or` copy what they test, and generators have a handler for StopIteration, but for
 * lambdas; in 3.11 they do not, and need none for what is thrown in at `yield from`. */
static int modelled_depth(const Machine *m, const struct depths *d, int i)
{
    bool newer = m->profile->generators_handle_stop;
    enum opcode op = INSTRUCTION_OP(d->code->code[i]);
    int here = d->before[i], after = here + effect(d->code->code[i]);
    if (newer && (op == OP_JUMP_IF_FALSE_OR_POP || op == OP_JUMP_IF_TRUE_OR_POP))
        after = here + 1;
    if (pushes_less(m, d->code, i))
        after--;
    return op == OP_CLEANUP_THROW && !newer ? 0 : here > after ? here : after;
}

static int modelled_stacksize(const Machine *m, const struct depths *d)
{
    const CodeObject *code = d->code;
    bool pausing = code->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR) &&
                   !str_equals_ascii(code->name, "<lambda>");
    int highest = pausing && m->profile->generators_handle_stop ? 2 : m->profile->least_stacksize;
    for (int i = 0; i < code->size; i++) {
        int depth = d->before[i] < 0 || pushes_less(m, code, i - 1) ? 0 : modelled_depth(m, d, i);
        highest = depth > highest ? depth : highest;
    }
    return highest;
}

/* The depths of the stack, and with them the handlers: Python/flowgraph.c: calculate_stackdepth. */
static bool finish_code(Machine *m, const struct unit *u, CodeObject *code)
{
    size_t n = (size_t)code->size;
    struct depths d = {.code = code,
                       .before = base_alloc(n * sizeof *d.before),
                       .work = base_alloc((n + 1) * sizeof *d.work)};
    for (size_t i = 0; i < n; i++)
        d.before[i] = -1;
    depth_enter(&d, 0, 0);
    do
        depth_walk(&d);
    while (depth_enter_handlers(&d, u));
    code->stacksize = d.highest;
    code->co_stacksize = modelled_stacksize(m, &d);
    bool ok = fill_handlers(m, u, &d, code);
    base_free(d.before);
    base_free(d.work);
    return ok;
}

/* The slots as the frame has them: locals and cells, then the free variables, in the order in which
 * the enclosing block pushes them: the symbol table's. */
static void order_free_variables(struct unit *u)
{
    for (size_t i = 0; i < u->block->symbol_count; i++)
        if (u->block->symbols[i].scope == SCOPE_FREE ||
            u->block->symbols[i].flags & SYMBOL_FREE_CLASS)
            u->nfree++;
}

/* A local variable's name, of no argument: in the library's code nobody else's. */
static Object *str_of_local(struct compiler *c, const char *name)
{
    Object *s = c->options->library ? str_from_utf8(c->m, name, strlen(name)) : NULL;
    if (s && is_ours_alone(c, s))
        return s;
    xdecref(c->m, s);
    return str_of(c, name);
}

/* From the place `locals` on they are names of local variables. */
static Object *names_tuple(struct compiler *c, const char *const *names, int n, int locals)
{
    Object *tuple = tuple_new(c->m, n);
    for (int i = 0; tuple && i < n; i++) {
        Object *s = i < locals ? str_of(c, names[i]) : str_of_local(c, names[i]);
        if (!s)
            clear_ref(c->m, tuple);
        else
            ((TupleObject *)tuple)->item[i] = s;
    }
    return tuple;
}

/* Equal tuples of constants or names are one object too, also with a tuple that the program
 * writes. */
static Object *shared(struct compiler *c, Object *tuple)
{
    ssize_t place = const_place(c, tuple, false);
    no_longer_late(c, place);
    return place < 0 ? NULL : newref(list_item(c->const_cache, place));
}

/* ---- what is never used: Python/flowgraph.c: remove_unused_consts ---------------------------- */

/* Marks what can be reached, from the start or as a handler, in a unit whose jumps carry labels. */
static void mark_reachable(const struct unit *u, bool *reached)
{
    size_t room = (size_t)(u->size + u->nprotections + 1);
    int *work = base_alloc(room * sizeof *work), pending = 0;
    work[pending++] = 0;
    for (int i = 0; i < u->nprotections; i++)
        work[pending++] = u->labels[u->protections[i].label];
    while (pending) {
        for (int i = work[--pending]; i < u->size && !reached[i]; i++) {
            enum opcode op = INSTRUCTION_OP(u->code[i]);
            reached[i] = true;
            int target = is_jump(op) ? u->labels[INSTRUCTION_ARG(u->code[i])] : i;
            if (!reached[target])
                work[pending++] = target;
            if (ends_block(op))
                break;
        }
    }
    base_free(work);
}

/* The places of a unit's constants in their order: those that the optimizer makes are the last. */
static int *const_sequence(const struct unit *u, ssize_t n)
{
    int *sequence = base_calloc((size_t)n + 1, sizeof *sequence);
    for (ssize_t k = 0; k < n; k++) {
        ssize_t at = k;
        for (; at > 0 && u->const_order[sequence[at - 1]] > u->const_order[k]; at--)
            sequence[at] = sequence[at - 1];
        sequence[at] = (int)k;
    }
    return sequence;
}

/* Constants of code that is never reached go; the first stays, it may be the docstring.  Up to 3.11
 * only those at the end do.  Steals the list. */
static bool drop_unused_constants(struct compiler *c, struct unit *u)
{
    ssize_t n = list_size(u->consts), last = 0, kept = 0;
    bool *reached = base_calloc((size_t)u->size + 1, sizeof *reached);
    int *place = base_calloc((size_t)n + 1, sizeof *place), *sequence = const_sequence(u, n);
    mark_reachable(u, reached);
    for (int i = 0; i < u->size; i++)
        if (reached[i] && INSTRUCTION_OP(u->code[i]) == OP_LOAD_CONST)
            place[INSTRUCTION_ARG(u->code[i])] = 1;
    for (ssize_t k = 1; k < n; k++)
        last = place[sequence[k]] ? k : last;
    Object *used = list_new(c->m, 0);
    for (ssize_t k = 0; used && k < n; k++) {
        int *at = &place[sequence[k]];
        bool wanted = k == 0 || *at || (k <= last && !c->m->profile->unused_constants_dropped);
        *at = wanted ? (int)kept++ : 0;
        if (wanted && list_append(c->m, used, list_item(u->consts, sequence[k])) < 0)
            clear_ref(c->m, used);
    }
    for (int i = 0; i < u->size; i++)
        if (INSTRUCTION_OP(u->code[i]) == OP_LOAD_CONST)
            u->code[i] = INSTRUCTION(OP_LOAD_CONST, place[INSTRUCTION_ARG(u->code[i])]);
    base_free(reached);
    base_free(place);
    base_free(sequence);
    decref(c->m, u->consts);
    u->consts = used;
    return used != NULL;
}

/* A jump to a few instructions that end the code is not taken: a copy of them stands in its place.
 * Python/flowgraph.c: inline_small_exit_blocks */
static bool leads_to_small_exit(const CodeObject *code, int jump)
{
    enum { MAX_COPY_SIZE = 4 };
    int n = 0;
    for (int i = (int)INSTRUCTION_ARG(code->code[jump]); i < code->size && n < MAX_COPY_SIZE; i++) {
        enum opcode op = INSTRUCTION_OP(code->code[i]);
        n += op != OP_STATEMENT;
        if (op == OP_RETURN_VALUE || op == OP_RAISE_VARARGS)
            return true;
        if (is_jump(op))
            return false;
    }
    return false;
}

static void forget_jumps_back(CodeObject *code)
{
    for (int i = 0; i + 1 < code->size; i++)
        if (INSTRUCTION_OP(code->code[i]) == OP_LOOK_AT_BREAKER && leads_to_small_exit(code, i + 1))
            code->code[i] = INSTRUCTION(OP_NOP, TRACE_NO_LINE);
}

static bool fill_code(struct compiler *c, struct unit *u, CodeObject *code)
{
    Machine *m = c->m;
    code->name = newref(u->name);
    code->qualname =
        m->profile->interns_qualnames ? str_intern(m, newref(u->qualname)) : newref(u->qualname);
    code->filename = newref(c->filename);
    if (!drop_unused_constants(c, u))
        return false;
    code->consts =
        shared(c, tuple_from_array(m, ((ListObject *)u->consts)->item, list_size(u->consts)));
    code->names = shared(c, names_tuple(c, u->names, u->nnames, u->nnames));
    int arguments = u->argcount + u->kwonlyargcount + !!(u->flags & CODE_VARARGS) +
                    !!(u->flags & CODE_VARKEYWORDS);
    code->localsplusnames = shared(c, names_tuple(c, u->localsplus, u->nlocalsplus, arguments));
    if (!code->consts || !code->names || !code->localsplusnames)
        return false;
    code->argcount = u->argcount;
    code->posonlyargcount = u->posonlyargcount;
    code->kwonlyargcount = u->kwonlyargcount;
    code->flags = u->flags | (int)c->symtable->future | (c->options->library ? CODE_LIBRARY : 0) |
                  (c->options->kept ? CODE_KEPT : 0) | (c->options->counted ? CODE_COUNTED : 0) |
                  (c->options->of_c ? CODE_OF_C : 0);
    code->source = c->options->text;
    code->firstlineno = u->firstlineno;
    code->nlocalsplus = u->nlocalsplus;
    code->nfreevars = u->nfree;
    code->size = u->size;
    code->code = heap_alloc(m, (size_t)u->size * sizeof *u->code);
    code->positions = heap_alloc(m, (size_t)u->size * sizeof *u->positions);
    code->hints = heap_alloc(m, (size_t)(u->nnames + 1) * 2 * sizeof *code->hints);
    if (!code->code || !code->positions || !code->hints)
        return false;
    memcpy(code->positions, u->positions, (size_t)u->size * sizeof *u->positions);
    for (int i = 0; i < u->size; i++) {
        enum opcode op = INSTRUCTION_OP(u->code[i]);
        code->code[i] =
            is_jump(op) ? INSTRUCTION(op, u->labels[INSTRUCTION_ARG(u->code[i])]) : u->code[i];
    }
    forget_jumps_back(code);
    return finish_code(m, u, code);
}

/* What CPython allocates for the object: a struct of 192 bytes or so and two bytes a code unit. */
static size_t code_bytes(const struct unit *u)
{
    return 192 + (size_t)u->size * 4;
}

Object *unit_leave(struct compiler *c)
{
    struct unit *u = c->unit;
    Machine *m = c->m;
    order_free_variables(u);
    forget_late(c, u);
    CodeObject *code = object_new(m, m->types.code, sizeof *code, code_bytes(u));
    if (code && !fill_code(c, u, code))
        clear_ref(m, code);
    unit_abandon(c);
    return (Object *)code;
}

/* ---- the module ------------------------------------------------------------------------------ */

bool emit_annotations(struct compiler *c)
{
    return !c->unit->block->annotates || emit_op(c, OP_SETUP_ANNOTATIONS, 0);
}

/* The docstring is bound to __doc__ and is no statement to stop at. */
bool emit_docstring(struct compiler *c, struct stmt_list *body)
{
    const struct stmt *first = body->len ? body->items[0] : NULL;
    if (!first || first->kind != STMT_EXPR || first->u.expr.value->kind != EXPR_CONSTANT ||
        first->u.expr.value->u.constant.kind != CONSTANT_STR || c->options->optimize > 1)
        return true;
    const char *doc = identifier_intern(c->symtable->identifiers, "__doc__", strlen("__doc__"));
    emit_position(c, first->pos);
    body->items++, body->len--;
    return emit_const(c, compile_docstring(c, first->u.expr.value)) &&
           emit_op(c, OP_STORE_NAME, name_index(c, doc));
}

static bool compile_module_body(struct compiler *c, const struct module *tree)
{
    Machine *m = c->m;
    if (!unit_enter(c, c->symtable->top, str_of_nameless(c, "<module>"), 1))
        return false;
    if (tree->expression) {
        emit_position(c, tree->expression->pos);
        return compile_expr(c, tree->expression) && emit_op(c, OP_RETURN_VALUE, 0);
    }
    struct stmt_list body = tree->body;
    c->interactive = tree->kind == MODULE_INTERACTIVE;
    return emit_annotations(c) && (c->interactive || emit_docstring(c, &body)) &&
           compile_body(c, &body) && emit_const(c, newref(m->none)) &&
           emit_op(c, OP_RETURN_VALUE, 0);
}

bool emit_statement(struct compiler *c, int line)
{
    return c->options->library || emit_op(c, OP_STATEMENT, line);
}

Object *compile_module(Machine *m, const struct module *tree, const struct source *source,
                       const struct compile_options *options, struct diagnostic *error)
{
    struct arena arena = {0};
    struct symtable *symtable = NULL;
    struct symtable_options how = {.inline_comprehensions = m->profile->comprehensions_inlined,
                                   .future = options->future};
    struct check_options limits = {.max_blocks = m->profile->max_blocks,
                                   .generator_block = m->profile->generator_block,
                                   .names_yield_from = m->profile->names_yield_from};
    Object *code = NULL;
    if (symtable_build(tree, source, &arena, &how, &symtable, error) &&
        check_module(tree, symtable, source, &limits, error)) {
        struct compiler c = {.m = m,
                             .source = source,
                             .symtable = symtable,
                             .arena = &arena,
                             .error = error,
                             .options = options};
        struct const_table constants = {0};
        c.const_table = &constants;
        m->tree_constants = list_new(m, 0);
        c.const_cache = list_new(m, 0);
        const char *filename = options->filename ? options->filename : source->name;
        c.filename = str_from_utf8(m, filename, strlen(filename));
        fold_begin(&c);
        if (!options->library)
            warn_about_literals(m, source, filename, options->text);
        if (m->tree_constants && c.const_cache && c.filename && compile_module_body(&c, tree))
            code = unit_leave(&c);
        if (code && options->leavings)
            compile_leavings_measure(m, code, symtable, options->leavings);
        while (c.unit)
            unit_abandon(&c);
        fold_end(&c);
        base_free(constants.slot);
        base_free(c.late);
        xdecref(m, c.const_cache);
        xdecref(m, c.filename);
    }
    arena_free(&arena);
    return code;
}
