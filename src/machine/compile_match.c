/* match: Python/compile.c: compiler_match.
 *
 * A pattern takes the subject off the stack.  What it captures is left there, the first name
 * lowest, below everything that the pattern still needs; only when the whole pattern has matched
 * are the names bound, and the guard is asked.  Where it fails, `on_top` values and the captures
 * have to go: fail[n] is a label at which n of them are left to be popped. */
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "compiler.h"

#include <string.h>

struct pattern_context {
    const char **captured; /* in the order of the stack, lowest last bound */
    int ncaptured, capacity;
    int *fail;
    int nfail, fail_capacity;
    int on_top; /* values above the captures that belong to the pattern */
};

static bool compile_pattern(struct compiler *c, const struct pattern *p,
                            struct pattern_context *pc);

static void context_free(struct pattern_context *pc)
{
    base_free(pc->captured);
    base_free(pc->fail);
}

static void capture_add(struct pattern_context *pc, const char *name)
{
    if (pc->ncaptured == pc->capacity) {
        pc->capacity = pc->capacity ? pc->capacity * 2 : 8;
        pc->captured = base_realloc(pc->captured, (size_t)pc->capacity * sizeof *pc->captured);
    }
    pc->captured[pc->ncaptured++] = name;
}

/* ---- failing --------------------------------------------------------------------------------- */

/* Where everything that the pattern has put on the stack is popped. */
static int fail_label(struct compiler *c, struct pattern_context *pc)
{
    int pops = pc->on_top + pc->ncaptured;
    while (pc->nfail <= pops) {
        if (pc->nfail == pc->fail_capacity) {
            pc->fail_capacity = pc->fail_capacity ? pc->fail_capacity * 2 : 8;
            pc->fail = base_realloc(pc->fail, (size_t)pc->fail_capacity * sizeof *pc->fail);
        }
        pc->fail[pc->nfail++] = label_new(c);
    }
    return pc->fail[pops];
}

static bool jump_to_fail(struct compiler *c, struct pattern_context *pc, enum opcode op)
{
    return emit_op(c, op, fail_label(c, pc));
}

static bool place_fails(struct compiler *c, struct pattern_context *pc)
{
    for (int n = pc->nfail - 1; n > 0; n--) {
        label_place(c, pc->fail[n]);
        if (!emit_op(c, OP_POP_TOP, 0))
            return false;
    }
    if (pc->nfail)
        label_place(c, pc->fail[0]);
    pc->nfail = 0;
    return true;
}

/* ---- captures -------------------------------------------------------------------------------- */

/* The value on top goes below the count - 1 others. */
static bool sink(struct compiler *c, int count)
{
    for (; count > 1; count--)
        if (!emit_op(c, OP_SWAP, count))
            return false;
    return true;
}

static bool capture(struct compiler *c, const char *name, struct pattern_context *pc)
{
    if (!name)
        return emit_op(c, OP_POP_TOP, 0);
    bool ok = sink(c, pc->on_top + pc->ncaptured + 1);
    capture_add(pc, name);
    return ok;
}

static bool is_wildcard(const struct pattern *p)
{
    return p->kind == PATTERN_MATCH_AS && !p->u.match_as.name;
}

static bool is_star_wildcard(const struct pattern *p)
{
    return p->kind == PATTERN_MATCH_STAR && !p->u.match_star.name;
}

/* ---- sequences ------------------------------------------------------------------------------- */

static bool emit_int(struct compiler *c, size_t n)
{
    return emit_const(c, int_from_i64(c->m, (int64_t)n));
}

/* len(subject) op n, or the pattern fails. */
static bool check_length(struct compiler *c, size_t n, enum compare_op op,
                         struct pattern_context *pc)
{
    return emit_op(c, OP_GET_LEN, 0) && emit_int(c, n) && emit_op(c, OP_COMPARE_OP, (int)op) &&
           jump_to_fail(c, pc, OP_POP_JUMP_IF_FALSE);
}

static bool compile_all(struct compiler *c, const struct pattern_list *list,
                        struct pattern_context *pc)
{
    for (size_t i = 0; i < list->len; i++) {
        pc->on_top--; /* what the next pattern takes */
        if (!compile_pattern(c, list->items[i], pc))
            return false;
    }
    return true;
}

static bool unpack_sequence(struct compiler *c, const struct pattern_list *list, ssize_t star,
                            struct pattern_context *pc)
{
    int n = (int)list->len, before = (int)star, after = n - before - 1;
    if (star >= 0 && (before > 0xfff || after > 0xfff))
        return refuse(c, c->unit->pos, "a pattern of so many parts");
    bool ok = star < 0 ? emit_op(c, OP_UNPACK_SEQUENCE, n)
                       : emit_op(c, OP_UNPACK_EX, before | after << 12);
    pc->on_top += n;
    return ok && compile_all(c, list, pc);
}

/* With a *_ in it nothing is copied: the items that matter are fetched one by one, those behind the
 * star counted from the end. */
static bool subscript_sequence(struct compiler *c, const struct pattern_list *list, ssize_t star,
                               struct pattern_context *pc)
{
    pc->on_top++;
    for (size_t i = 0; i < list->len; i++) {
        if (is_wildcard(list->items[i]) || (ssize_t)i == star)
            continue;
        bool ok = emit_op(c, OP_COPY, 1);
        if ((ssize_t)i < star)
            ok = ok && emit_int(c, i);
        else
            ok = ok && emit_op(c, OP_GET_LEN, 0) && emit_int(c, list->len - i) &&
                 emit_op(c, OP_BINARY_OP, NB_SUBTRACT);
        if (!ok || !emit_op(c, OP_BINARY_SUBSCR, 0) || !compile_pattern(c, list->items[i], pc))
            return false;
    }
    pc->on_top--;
    return emit_op(c, OP_POP_TOP, 0);
}

static bool compile_sequence(struct compiler *c, const struct pattern *p,
                             struct pattern_context *pc)
{
    const struct pattern_list *list = &p->u.match_sequence.patterns;
    ssize_t star = -1;
    bool all_wild = true, star_wild = false;
    for (size_t i = 0; i < list->len; i++) {
        if (list->items[i]->kind == PATTERN_MATCH_STAR) {
            star = (ssize_t)i;
            star_wild = is_star_wildcard(list->items[i]);
        }
        all_wild = all_wild && (is_wildcard(list->items[i]) || is_star_wildcard(list->items[i]));
    }
    pc->on_top++;
    if (!emit_op(c, OP_MATCH_SEQUENCE, 0) || !jump_to_fail(c, pc, OP_POP_JUMP_IF_FALSE))
        return false;
    if (star < 0 ? !check_length(c, list->len, COMPARE_EQ, pc)
                 : list->len > 1 && !check_length(c, list->len - 1, COMPARE_GE, pc))
        return false;
    pc->on_top--;
    if (all_wild)
        return emit_op(c, OP_POP_TOP, 0);
    return star_wild ? subscript_sequence(c, list, star, pc) : unpack_sequence(c, list, star, pc);
}

/* ---- mappings -------------------------------------------------------------------------------- */

/* subject, keys -> a dict of what has no key in the pattern. */
static bool capture_rest(struct compiler *c, const char *name, int nkeys,
                         struct pattern_context *pc)
{
    if (!emit_op(c, OP_BUILD_MAP, 0) || !emit_op(c, OP_SWAP, 3) || !emit_op(c, OP_DICT_UPDATE, 2) ||
        !emit_op(c, OP_UNPACK_SEQUENCE, nkeys))
        return false;
    for (; nkeys; nkeys--)
        if (!emit_op(c, OP_COPY, nkeys + 1) || !emit_op(c, OP_SWAP, 2) ||
            !emit_op(c, OP_DELETE_SUBSCR, 0))
            return false;
    return capture(c, name, pc);
}

/* Constants become one when the unit's code is optimized. */
static bool compile_keys(struct compiler *c, const struct expr_list *keys)
{
    Object *constant = keys->len ? fold_all(c, keys) : NULL;
    if (constant)
        return emit_folded_tuple(c, constant);
    for (size_t i = 0; i < keys->len; i++)
        if (!compile_expr(c, keys->items[i]))
            return false;
    return emit_op(c, OP_BUILD_TUPLE, (int)keys->len);
}

static bool compile_mapping(struct compiler *c, const struct pattern *p, struct pattern_context *pc)
{
    const struct expr_list *keys = &p->u.match_mapping.keys;
    const char *rest = p->u.match_mapping.rest;
    int n = (int)keys->len;
    pc->on_top++; /* the subject stays */
    if (!emit_op(c, OP_MATCH_MAPPING, 0) || !jump_to_fail(c, pc, OP_POP_JUMP_IF_FALSE))
        return false;
    if (n == 0 && !rest) {
        pc->on_top--;
        return emit_op(c, OP_POP_TOP, 0);
    }
    if (n && !check_length(c, keys->len, COMPARE_GE, pc))
        return false;
    if (!compile_keys(c, keys) || !emit_op(c, OP_MATCH_KEYS, 0))
        return false;
    pc->on_top += 2; /* the keys and their values */
    if (!emit_op(c, OP_COPY, 1) || !emit_const(c, newref(c->m->none)) || !emit_op(c, OP_IS_OP, 1) ||
        !jump_to_fail(c, pc, OP_POP_JUMP_IF_FALSE) || !emit_op(c, OP_UNPACK_SEQUENCE, n))
        return false;
    pc->on_top += n - 1;
    if (!compile_all(c, &p->u.match_mapping.patterns, pc))
        return false;
    pc->on_top -= 2;
    return rest ? capture_rest(c, rest, n, pc)
                : emit_op(c, OP_POP_TOP, 0) && emit_op(c, OP_POP_TOP, 0);
}

/* ---- classes --------------------------------------------------------------------------------- */

static Object *attribute_names(struct compiler *c, const struct identifier_list *names)
{
    Object *tuple = tuple_new(c->m, (ssize_t)names->len);
    for (size_t i = 0; tuple && i < names->len; i++)
        if (!(((TupleObject *)tuple)->item[i] = str_of(c, names->items[i])))
            clear_ref(c->m, tuple);
    return tuple;
}

static bool compile_class_parts(struct compiler *c, const struct pattern_list *list,
                                struct pattern_context *pc)
{
    for (size_t i = 0; i < list->len; i++) {
        pc->on_top--;
        if (!(is_wildcard(list->items[i]) ? emit_op(c, OP_POP_TOP, 0)
                                          : compile_pattern(c, list->items[i], pc)))
            return false;
    }
    return true;
}

static bool compile_class(struct compiler *c, const struct pattern *p, struct pattern_context *pc)
{
    const struct pattern_list *positional = &p->u.match_class.patterns,
                              *named = &p->u.match_class.kwd_patterns;
    if (!compile_expr(c, p->u.match_class.cls) ||
        !emit_const(c, attribute_names(c, &p->u.match_class.kwd_attrs)) ||
        !emit_op(c, OP_MATCH_CLASS, (int)positional->len) || !emit_op(c, OP_COPY, 1) ||
        !emit_const(c, newref(c->m->none)) || !emit_op(c, OP_IS_OP, 1))
        return false;
    pc->on_top++;
    int n = (int)(positional->len + named->len);
    if (!jump_to_fail(c, pc, OP_POP_JUMP_IF_FALSE) || !emit_op(c, OP_UNPACK_SEQUENCE, n))
        return false;
    pc->on_top += n - 1;
    return compile_class_parts(c, positional, pc) && compile_class_parts(c, named, pc);
}

/* ---- alternatives ---------------------------------------------------------------------------- */

static int capture_index(const struct pattern_context *pc, const char *name)
{
    for (int i = 0; i < pc->ncaptured; i++)
        if (pc->captured[i] == name)
            return i;
    return -1;
}

/* Brings the captures of an alternative into the order of the first one's. */
static bool reorder(struct compiler *c, const struct pattern_context *first,
                    struct pattern_context *pc)
{
    for (int want = first->ncaptured - 1; want >= 0; want--) {
        int have = capture_index(pc, first->captured[want]);
        if (have == want)
            continue;
        /* The have + 1 names on top go below those above their place. */
        int n = have + 1;
        const char **moved = base_alloc((size_t)n * sizeof *moved);
        memcpy(moved, pc->captured, (size_t)n * sizeof *moved);
        memmove(pc->captured, pc->captured + n, (size_t)(want - have) * sizeof *moved);
        memcpy(pc->captured + (want - have), moved, (size_t)n * sizeof *moved);
        base_free(moved);
        for (int i = 0; i < n; i++)
            if (!sink(c, want + 1))
                return false;
    }
    return true;
}

static bool compile_alternative(struct compiler *c, const struct pattern *p, int end,
                                const struct pattern_context *first, struct pattern_context *pc)
{
    if (!emit_op(c, OP_COPY, 1) || !compile_pattern(c, p, pc))
        return false;
    if (first && !reorder(c, first, pc))
        return false;
    return emit_op(c, OP_JUMP, end) && place_fails(c, pc);
}

static bool compile_or(struct compiler *c, const struct pattern *p, struct pattern_context *pc)
{
    const struct pattern_list *list = &p->u.match_or.patterns;
    struct pattern_context first = {0};
    int end = label_new(c);
    bool ok = compile_alternative(c, list->items[0], end, NULL, &first);
    for (size_t i = 1; ok && i < list->len; i++) {
        struct pattern_context other = {0};
        ok = compile_alternative(c, list->items[i], end, &first, &other);
        context_free(&other);
    }
    ok = ok && emit_op(c, OP_POP_TOP, 0) && jump_to_fail(c, pc, OP_JUMP);
    label_place(c, end);
    /* The captures lie on the subject's copy; they go to where all captures lie. */
    int depth = first.ncaptured + 1 + pc->on_top + pc->ncaptured;
    for (int i = 0; ok && i < first.ncaptured; i++) {
        ok = sink(c, depth);
        capture_add(pc, first.captured[i]);
    }
    context_free(&first);
    return ok && emit_op(c, OP_POP_TOP, 0);
}

/* ---- the others ------------------------------------------------------------------------------ */

static bool compile_as(struct compiler *c, const struct pattern *p, struct pattern_context *pc)
{
    if (p->u.match_as.pattern) {
        pc->on_top++;
        if (!emit_op(c, OP_COPY, 1) || !compile_pattern(c, p->u.match_as.pattern, pc))
            return false;
        pc->on_top--;
    }
    return capture(c, p->u.match_as.name, pc);
}

static bool compile_singleton(struct compiler *c, const struct pattern *p,
                              struct pattern_context *pc)
{
    const Machine *m = c->m;
    enum constant_kind kind = p->u.match_singleton.value;
    Object *value = kind == CONSTANT_NONE ? m->none : kind == CONSTANT_TRUE ? m->true_ : m->false_;
    return emit_const(c, newref(value)) && emit_op(c, OP_IS_OP, 0) &&
           jump_to_fail(c, pc, OP_POP_JUMP_IF_FALSE);
}

static bool compile_by_kind(struct compiler *c, const struct pattern *p, struct pattern_context *pc)
{
    switch (p->kind) {
    case PATTERN_MATCH_VALUE:
        return compile_expr(c, p->u.match_value.value) &&
               emit_op(c, OP_COMPARE_OP, (int)COMPARE_EQ) &&
               jump_to_fail(c, pc, OP_POP_JUMP_IF_FALSE);
    case PATTERN_MATCH_SINGLETON:
        return compile_singleton(c, p, pc);
    case PATTERN_MATCH_SEQUENCE:
        return compile_sequence(c, p, pc);
    case PATTERN_MATCH_MAPPING:
        return compile_mapping(c, p, pc);
    case PATTERN_MATCH_CLASS:
        return compile_class(c, p, pc);
    case PATTERN_MATCH_STAR:
        return capture(c, p->u.match_star.name, pc);
    case PATTERN_MATCH_AS:
        return compile_as(c, p, pc);
    case PATTERN_MATCH_OR:
        return compile_or(c, p, pc);
    }
    return false;
}

static bool compile_pattern(struct compiler *c, const struct pattern *p, struct pattern_context *pc)
{
    struct pos before = emit_position(c, p->pos);
    bool ok = compile_by_kind(c, p, pc);
    emit_position(c, before);
    return ok;
}

/* ---- the statement --------------------------------------------------------------------------- */

/* A case, when the subject is on the stack; unless it is the last one to take it, a copy stays. */
static bool compile_case(struct compiler *c, const struct match_case *item, bool last, int end)
{
    struct pattern_context pc = {0};
    emit_position(c, item->pattern->pos);
    bool ok = emit_statement(c, item->pattern->pos.line) && (last || emit_op(c, OP_COPY, 1)) &&
              compile_pattern(c, item->pattern, &pc);
    for (int i = 0; ok && i < pc.ncaptured; i++)
        ok = emit_name(c, pc.captured[i], CONTEXT_STORE);
    pc.ncaptured = pc.on_top = 0;
    ok = ok && (!item->guard || compile_jump_if(c, item->guard, fail_label(c, &pc), false));
    ok = ok && (last || emit_op(c, OP_POP_TOP, 0)) && compile_body(c, &item->body) &&
         emit_op(c, OP_JUMP, end);
    emit_position(c, item->pattern->pos);
    ok = ok && place_fails(c, &pc);
    context_free(&pc);
    return ok;
}

/* `case _` behind others asks nothing of the subject, which is gone by then. */
static bool compile_default(struct compiler *c, const struct match_case *item, int end)
{
    emit_position(c, item->pattern->pos);
    return emit_statement(c, item->pattern->pos.line) &&
           (!item->guard || compile_jump_if(c, item->guard, end, false)) &&
           compile_body(c, &item->body);
}

bool compile_match(struct compiler *c, const struct stmt *s)
{
    const struct match_case_list *cases = &s->u.match.cases;
    size_t n = cases->len;
    bool has_default = n > 1 && is_wildcard(cases->items[n - 1]->pattern);
    int end = label_new(c);
    if (!compile_expr(c, s->u.match.subject))
        return false;
    for (size_t i = 0; i < n - has_default; i++)
        if (!compile_case(c, cases->items[i], i + 1 == n - has_default, end))
            return false;
    if (has_default && !compile_default(c, cases->items[n - 1], end))
        return false;
    label_place(c, end);
    return true;
}
