#include "compile_leavings.h"

#include "code.h"

#include <pyviz/base/buffer.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

/* The compiler's cache of constants under way.  What has a key in it is known by its address, bytes
 * that CPython alone has by a number that stands for what is in them. */
struct cache {
    Machine *m;
    struct compile_leavings *leavings;
    int64_t alive[FREE_TUPLES]; /* tuples, by size */
    uint64_t *slot;             /* open addressing; 0: free */
    size_t used, mask;
};

static void tuple_comes(struct cache *c, ssize_t size)
{
    if (size < 1 || size > FREE_TUPLES)
        return;
    int64_t n = ++c->alive[size - 1], *most = &c->leavings->tuples[size - 1];
    *most = n > *most ? n : *most;
}

static void tuple_goes(struct cache *c, ssize_t size)
{
    if (size >= 1 && size <= FREE_TUPLES)
        c->alive[size - 1]--;
}

/* ---- what is known --------------------------------------------------------------------------- */

static uint64_t *place_of(const struct cache *c, uint64_t what)
{
    size_t at = (size_t)(what * 0x9e3779b97f4a7c15u >> 20);
    while (c->slot[at & c->mask] && c->slot[at & c->mask] != what)
        at++;
    return &c->slot[at & c->mask];
}

static void grow(struct cache *c)
{
    uint64_t *old = c->slot;
    size_t n = old ? c->mask + 1 : 0;
    c->mask = n ? n * 2 - 1 : 255;
    c->slot = base_calloc(c->mask + 1, sizeof *c->slot);
    for (size_t i = 0; i < n; i++)
        if (old[i])
            *place_of(c, old[i]) = old[i];
    base_free(old);
}

/* True if it is new. */
static bool enter(struct cache *c, uint64_t what)
{
    if (!c->slot || c->used * 2 > c->mask)
        grow(c);
    uint64_t *place = place_of(c, what);
    bool new = !*place;
    *place = what;
    c->used += new;
    return new;
}

/* ---- keys: _PyCode_ConstantKey --------------------------------------------------------------- */

/* The tuples that the key of a constant is made of come, or go. */
static void visit_key(struct cache *c, Object *o, void (*visit)(struct cache *, ssize_t))
{
    Machine *m = c->m;
    Object *member;
    if (o == m->none || o == m->ellipsis || is_exact(m, o, int_) || is_exact(m, o, str) ||
        is_exact(m, o, code))
        return;
    if (is_exact(m, o, tuple)) {
        for (ssize_t i = 0; i < tuple_size(o); i++)
            visit_key(c, tuple_item(o, i), visit);
        visit(c, tuple_size(o));
    } else if (is_exact(m, o, frozenset)) {
        for (ssize_t at = 0; set_next(m, o, &at, &member, NULL);)
            visit_key(c, member, visit);
    }
    visit(c, 2);
}

enum { NO_BYTES = 1 }; /* the table of handlers of code that has none */

static uint64_t identity(const struct cache *c, const Object *o)
{
    return is_exact(c->m, o, bytes) && !((const BytesObject *)o)->size ? NO_BYTES
                                                                       : (uint64_t)(uintptr_t)o;
}

/* A key is made; it stays if it is the first of its value. */
static bool add(struct cache *c, Object *o)
{
    visit_key(c, o, tuple_comes);
    bool new = enter(c, identity(c, o));
    if (!new)
        visit_key(c, o, tuple_goes);
    return new;
}

static void keep(struct cache *c, ssize_t size)
{
    if (size > FREE_TUPLES)
        c->leavings->others++;
    else if (size)
        c->leavings->kept[size - 1]++;
}

/* The tuple stays if it is the first of its value.  merge_const_one */
static bool add_tuple(struct cache *c, Object *tuple)
{
    tuple_comes(c, tuple_size(tuple));
    bool new = add(c, tuple);
    if (new)
        keep(c, tuple_size(tuple));
    else
        tuple_goes(c, tuple_size(tuple));
    return new;
}

/* merge_consts_recursive */
static void add_constant(struct cache *c, Object *o)
{
    Object *member;
    if (o == c->m->none || o == c->m->ellipsis)
        return;
    if (!(is_exact(c->m, o, tuple) ? add_tuple(c, o) : add(c, o)))
        return;
    if (is_exact(c->m, o, tuple)) {
        for (ssize_t i = 0; i < tuple_size(o); i++)
            add_constant(c, tuple_item(o, i));
    } else if (is_exact(c->m, o, frozenset)) {
        tuple_comes(c, set_size(o)); /* of which it is made again */
        tuple_goes(c, set_size(o));
        c->leavings->others++;
        for (ssize_t at = 0; set_next(c->m, o, &at, &member, NULL);)
            add_constant(c, member);
    }
}

static uint64_t mixed(uint64_t h, int64_t with)
{
    return (h ^ (uint64_t)with) * 0x100000001b3;
}

/* The key of bytes that stand for the numbers mixed into h. */
static void add_bytes(struct cache *c, uint64_t h)
{
    tuple_comes(c, 2);
    if (!enter(c, h | 1)) /* odd, as no address is */
        tuple_goes(c, 2);
}

static void add_code_bytes(struct cache *c, const CodeObject *code)
{
    /* A class's body begins by naming itself, which is nowhere on its line, and the return at its
     * end is where what precedes it is. */
    bool placed = code->flags & CODE_OPTIMIZED;
    int end = placed ? code->size : code->size - 2;
    uint64_t handlers = NO_BYTES, lines = 2, instructions = 3;
    for (int i = 0; i < code->nhandlers; i++) {
        const struct handler *h = &code->handlers[i];
        handlers = mixed(mixed(mixed(handlers, h->start), h->end), h->target);
        handlers = mixed(handlers, h->depth * 2 + h->push_lasti);
    }
    if (c->m->profile->generator_stops_by_handlers &&
        code->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR))
        handlers = mixed(handlers, code->size); /* one handler more, around all of it */
    for (int i = 0; i < code->size; i++) {
        const struct pos *p = &code->positions[i];
        if (INSTRUCTION_OP(code->code[i]) == OP_STATEMENT) {
            placed = true;
            continue;
        }
        instructions = mixed(instructions, code->code[i]);
        if (!placed || i >= end)
            continue;
        lines = mixed(mixed(lines, p->line - code->firstlineno), p->end_line - p->line);
        lines = mixed(mixed(lines, p->col), p->end_col);
    }
    add_bytes(c, handlers);
    add_bytes(c, lines);
    add_bytes(c, instructions);
}

/* A unit is finished when those inside it are.  How deep they lie in each other. */
static int add_code(struct cache *c, const CodeObject *code)
{
    int deepest = 0;
    for (ssize_t i = 0; i < tuple_size(code->consts); i++) {
        Object *o = tuple_item(code->consts, i);
        int depth = is_exact(c->m, o, code) ? add_code(c, (CodeObject *)o) : 0;
        deepest = depth > deepest ? depth : deepest;
        if (!depth)
            add_constant(c, o);
    }
    add_code_bytes(c, code);
    add_tuple(c, code->names);
    add_tuple(c, code->consts);
    add_tuple(c, code->localsplusnames);
    return deepest + 1;
}

/* What the syntax tree holds, all the time, though an equal one has become the constant. */
static void add_tree(struct cache *c)
{
    for (ssize_t i = 0; i < list_size(c->m->tree_constants); i++) {
        Object *o = list_item(c->m->tree_constants, i);
        ssize_t size = is_exact(c->m, o, tuple) ? tuple_size(o) : 0;
        if (!size || !enter(c, identity(c, o)))
            continue;
        keep(c, size);
        if (size <= FREE_TUPLES)
            c->leavings->tuples[size - 1]++;
    }
}

void compile_leavings_measure(Machine *m, const Object *code, const struct symtable *symtable,
                              struct compile_leavings *leavings)
{
    enum { LISTS_BESIDE = 3, DICTS_BESIDE = 2, DICTS_OF_UNIT = 5 };
    /* A block has a dict of its symbols, lists of its variables and of the blocks inside, and
     * another one of its declarations if there are any. */
    int64_t blocks = (int64_t)symtable->blocks, declaring = (int64_t)symtable->declaring;
    *leavings = (struct compile_leavings){.lists = LISTS_BESIDE + blocks * 2 + declaring,
                                          .dicts = DICTS_BESIDE + blocks};
    struct cache c = {.m = m, .leavings = leavings};
    int depth = add_code(&c, (const CodeObject *)code);
    add_tree(&c);
    base_free(c.slot);
    leavings->dicts += depth * (DICTS_OF_UNIT + m->profile->comprehensions_inlined);
}
