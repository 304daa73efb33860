/* Constants: which expressions are one, and what they come to (Python/ast_opt.c, the constant keys
 * of Objects/codeobject.c). */
#include <pyviz/machine/float.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/iter.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "compiler.h"

#include <math.h>
#include <string.h>

/* CPython's limits on what may be folded: Python/ast_opt.c: safe_multiply and its siblings. */
enum { MAX_INT_BITS = 128, MAX_COLLECTION = 256, MAX_STR = 4096, MAX_TUPLE_DEPTH_ITEMS = 1024 };

/* ---- equality of constants ------------------------------------------------------------------- */

static bool same_bits(double a, double b)
{
    return memcmp(&a, &b, sizeof a) == 0;
}

static bool tuples_equal(Machine *m, Object *a, Object *b)
{
    if (tuple_size(a) != tuple_size(b))
        return false;
    for (ssize_t i = 0; i < tuple_size(a); i++)
        if (!const_equal(m, tuple_item(a, i), tuple_item(b, i)))
            return false;
    return true;
}

static bool sets_equal(Machine *m, Object *a, Object *b)
{
    ssize_t i = 0, j = 0;
    Object *x, *y;
    hash_t h;
    if (set_size(a) != set_size(b))
        return false;
    while (set_next(m, a, &i, &x, &h) && set_next(m, b, &j, &y, &h))
        if (!const_equal(m, x, y))
            return false;
    return true;
}

/* Equal and of one type, all the way down: 1, 1.0 and True differ, and so do 0.0 and -0.0. */
bool const_equal(Machine *m, Object *a, Object *b)
{
    if (a == b)
        return true;
    if (a->type != b->type)
        return false;
    if (is_exact(m, a, str))
        return str_equal(a, b);
    if (is_exact(m, a, int_))
        return int_compare(a, b) == 0;
    if (is_exact(m, a, float_))
        return same_bits(float_value(a), float_value(b));
    if (is_exact(m, a, complex))
        return same_bits(((ComplexObject *)a)->real, ((ComplexObject *)b)->real) &&
               same_bits(((ComplexObject *)a)->imag, ((ComplexObject *)b)->imag);
    if (is_exact(m, a, bytes))
        return ((BytesObject *)a)->size == ((BytesObject *)b)->size &&
               !memcmp(((BytesObject *)a)->data, ((BytesObject *)b)->data,
                       (size_t)((BytesObject *)a)->size);
    if (is_exact(m, a, tuple))
        return tuples_equal(m, a, b);
    if (is_exact(m, a, frozenset))
        return sets_equal(m, a, b);
    return false;
}

/* Equal constants hash equal; types that are rare share a hash. */
uint64_t const_hash(Machine *m, Object *o)
{
    uint64_t h = ((uintptr_t)o->type - (uintptr_t)m) >> 4; /* not of the host's addresses */
    if (is_exact(m, o, str))
        return h + (uint64_t)str_hash(m, o);
    if (is_exact(m, o, bytes))
        return h + (uint64_t)bytes_hash(m, o);
    if (is_exact(m, o, int_) || is_exact(m, o, float_))
        return h + (uint64_t)object_hash(m, o) * 31;
    if (is_exact(m, o, tuple))
        for (ssize_t i = 0; i < tuple_size(o); i++)
            h = h * 1000003 + const_hash(m, tuple_item(o, i));
    return h;
}

/* ---- values ---------------------------------------------------------------------------------- */

static Object *constant_value(struct compiler *c, const struct constant *k)
{
    Machine *m = c->m;
    Object *value;
    switch (k->kind) {
    case CONSTANT_NONE:
        return newref(m->none);
    case CONSTANT_TRUE:
        return newref(m->true_);
    case CONSTANT_FALSE:
        return newref(m->false_);
    case CONSTANT_ELLIPSIS:
        return newref(m->ellipsis);
    case CONSTANT_INT:
        return int_from_digits(m, k->data, k->len, (int)k->base);
    case CONSTANT_FLOAT:
        return float_from_double(m, k->number);
    case CONSTANT_COMPLEX:
        return complex_from_doubles(m, 0.0, k->number);
    case CONSTANT_STR:
        return str_from_utf8(m, k->data, k->len);
    case CONSTANT_BYTES:
        value = bytes_new(m, k->data, (ssize_t)k->len);
        if (value)
            value->flags |= OBJECT_CONSTANT;
        return value;
    }
    return NULL;
}

/* Folding must not raise: what would is left for the program to do. */
static Object *unless_raised(struct compiler *c, Object *value)
{
    if (!value && !c->m->refusing)
        error_clear(c->m);
    return value;
}

static bool small_repeat(Object *sequence, Object *count)
{
    int overflow;
    int64_t n = int_as_i64(count, &overflow);
    if (overflow || n < 0)
        return false;
    int64_t size = is_str(sequence)     ? str_len(sequence)
                   : is_bytes(sequence) ? ((BytesObject *)sequence)->size
                                        : tuple_size(sequence);
    int64_t limit = is_tuple(sequence) ? MAX_COLLECTION : MAX_STR;
    return size == 0 || n <= limit / size;
}

static bool is_sequence(Object *o)
{
    return is_str(o) || is_bytes(o) || is_tuple(o);
}

static bool safe_binary(Object *a, Object *b, enum operator op)
{
    int overflow;
    bool ints = is_int(a) && is_int(b);
    switch (op) {
    case OPERATOR_MULT:
        if (ints)
            return int_bit_length(a) + int_bit_length(b) <= MAX_INT_BITS;
        if (is_int(a) && is_sequence(b))
            return small_repeat(b, a);
        if (is_int(b) && is_sequence(a))
            return small_repeat(a, b);
        return true;
    case OPERATOR_POW:
        if (!ints || int_sign(b) <= 0)
            return true;
        return int_as_i64(b, &overflow) <= MAX_INT_BITS && !overflow &&
               (int64_t)int_bit_length(a) * int_as_i64(b, &overflow) <= MAX_INT_BITS;
    case OPERATOR_LSHIFT:
        return !ints || int_sign(b) < 0 ||
               (int_fits_i64(b) && int_as_i64(b, &overflow) <= MAX_INT_BITS &&
                (int64_t)int_bit_length(a) + int_as_i64(b, &overflow) <= MAX_INT_BITS);
    case OPERATOR_MOD:
        return !is_str(a) && !is_bytes(a);
    default:
        return true;
    }
}

static Object *fold_binary(struct compiler *c, const struct expr *e)
{
    Object *a = fold_constant(c, e->u.bin_op.left), *result = NULL;
    Object *b = a ? fold_constant(c, e->u.bin_op.right) : NULL;
    if (b && e->u.bin_op.op != OPERATOR_MAT_MULT && safe_binary(a, b, e->u.bin_op.op))
        result = unless_raised(c, number_binary(c->m, a, b, number_op_of(e->u.bin_op.op)));
    xdecref(c->m, a);
    xdecref(c->m, b);
    return result;
}

static Object *fold_unary(struct compiler *c, const struct expr *e)
{
    Object *operand = fold_constant(c, e->u.unary_op.operand), *result = NULL;
    if (!operand)
        return NULL;
    int truth;
    switch (e->u.unary_op.op) {
    case UNARYOP_INVERT:
        result = number_invert(c->m, operand);
        break;
    case UNARYOP_NOT:
        truth = object_is_true(c->m, operand);
        result = truth < 0 ? NULL : newref(bool_of(c->m, !truth));
        break;
    case UNARYOP_UADD:
        result = number_positive(c->m, operand);
        break;
    case UNARYOP_USUB:
        result = number_negative(c->m, operand);
        break;
    }
    decref(c->m, operand);
    return unless_raised(c, result);
}

static Object *fold_subscript(struct compiler *c, const struct expr *e)
{
    if (e->u.subscript.ctx != CONTEXT_LOAD || e->u.subscript.slice->kind == EXPR_SLICE)
        return NULL;
    Object *value = fold_constant(c, e->u.subscript.value), *result = NULL;
    Object *key = value ? fold_constant(c, e->u.subscript.slice) : NULL;
    if (key)
        result = unless_raised(c, object_getitem(c->m, value, key));
    xdecref(c->m, value);
    xdecref(c->m, key);
    return result;
}

Object *fold_all(struct compiler *c, const struct expr_list *items)
{
    for (size_t i = 0; i < items->len; i++)
        if (!items->items[i] || items->items[i]->kind == EXPR_STARRED)
            return NULL;
    Object *tuple = tuple_new(c->m, (ssize_t)items->len);
    for (size_t i = 0; tuple && i < items->len; i++) {
        Object *value = fold_constant(c, items->items[i]);
        if (!value)
            clear_ref(c->m, tuple);
        else
            ((TupleObject *)tuple)->item[i] = value;
    }
    if (tuple && items->len)
        gc_track(c->m, tuple);
    return tuple;
}

static Object *fold_debug_name(struct compiler *c, const struct expr *e)
{
    return !strcmp(e->u.name.id, "__debug__")
               ? newref(c->options->optimize ? c->m->false_ : c->m->true_)
               : NULL;
}

static Object *fold_node(struct compiler *c, const struct expr *e)
{
    switch (e->kind) {
    case EXPR_CONSTANT:
        return constant_value(c, &e->u.constant);
    case EXPR_TUPLE:
        return e->u.tuple.ctx == CONTEXT_LOAD ? fold_all(c, &e->u.tuple.elts) : NULL;
    case EXPR_BIN_OP:
        return fold_binary(c, e);
    case EXPR_UNARY_OP:
        return fold_unary(c, e);
    case EXPR_SUBSCRIPT:
        return fold_subscript(c, e);
    case EXPR_NAME:
        return e->u.name.ctx == CONTEXT_LOAD ? fold_debug_name(c, e) : NULL;
    default:
        return NULL;
    }
}

/* ---- once a node ----------------------------------------------------------------------------- */

/* What each node that was asked about folds to.  CPython's tree holds these values, those too that
 * only went into others, as long as a script runs. */
struct fold_table {
    struct folded {
        const struct expr *node; /* NULL: free */
        Object *value;           /* owned; NULL: it is no constant */
    } * slot;
    size_t count, mask;
};

/* By its place in the text: an order by address would differ from run to run. */
static struct folded *slot_of(const struct fold_table *t, const struct expr *node)
{
    size_t i =
        ((size_t)node->pos.line << 32 ^ (size_t)node->pos.end_col << 16 ^ (size_t)node->pos.col) *
            0x9E3779B97F4A7C15u >>
        20;
    while (t->slot[i & t->mask].node && t->slot[i & t->mask].node != node)
        i++;
    return &t->slot[i & t->mask];
}

static void grow_table(struct fold_table *t)
{
    struct folded *old = t->slot;
    size_t n = old ? t->mask + 1 : 0;
    t->mask = n ? n * 2 - 1 : 255;
    t->slot = base_calloc(t->mask + 1, sizeof *t->slot);
    for (size_t i = 0; i < n; i++)
        if (old[i].node)
            *slot_of(t, old[i].node) = old[i];
    base_free(old);
}

/* Is the literal one string in the source, not several side by side? */
static bool is_one_string(const struct compiler *c, const struct expr *e)
{
    size_t n;
    const char *line = source_line(c->source, (size_t)e->pos.line, &n), *s = line + e->pos.col;
    while (*s != '"' && *s != '\'')
        s++;
    char quote = *s;
    int size = s[1] == quote && s[2] == quote ? 3 : 1;
    for (s += size; *s && !(s[0] == quote && (size == 1 || (s[1] == quote && s[2] == quote))); s++)
        s += *s == '\\' && s[1];
    return e->pos.end_line > e->pos.line || s + size == line + e->pos.end_col;
}

/* The parser of 3.12 and later holds a bytes literal twice.  A str is counted where it is placed
 * among the constants, since there the name of the same text takes its place. */
bool fold_hold(struct compiler *c, const struct expr *e, Object *value)
{
    Machine *m = c->m;
    bool twice = e->kind == EXPR_CONSTANT && is_bytes(value) &&
                 m->profile->bytes_literal_held_twice && is_one_string(c, e);
    if (is_str(value) || object_is_immortal(value))
        return true;
    return list_append(m, m->tree_constants, value) == 0 &&
           (!twice || list_append(m, m->tree_constants, value) == 0);
}

static bool can_be_constant(const struct expr *e)
{
    return e->kind == EXPR_CONSTANT || e->kind == EXPR_TUPLE || e->kind == EXPR_BIN_OP ||
           e->kind == EXPR_UNARY_OP || e->kind == EXPR_SUBSCRIPT || e->kind == EXPR_NAME;
}

Object *fold_constant(struct compiler *c, const struct expr *e)
{
    if (!can_be_constant(e))
        return NULL;
    struct fold_table *t = c->folded;
    struct folded *known = t->slot ? slot_of(t, e) : NULL;
    if (known && known->node)
        return xnewref(known->value);
    Object *value = fold_node(c, e);
    if (value && !fold_hold(c, e, value))
        clear_ref(c->m, value);
    if (error_occurred(c->m))
        return NULL;
    if (!t->slot || ++t->count * 2 > t->mask)
        grow_table(t);
    *slot_of(t, e) = (struct folded){e, value};
    return xnewref(value);
}

void fold_begin(struct compiler *c)
{
    c->folded = base_calloc(1, sizeof *c->folded);
}

void fold_end(struct compiler *c)
{
    struct fold_table *t = c->folded;
    for (size_t i = 0; t->slot && i <= t->mask; i++)
        xdecref(c->m, t->slot[i].value);
    base_free(t->slot);
    base_free(t);
}

bool is_constant(struct compiler *c, const struct expr *e)
{
    Object *value = fold_constant(c, e);
    xdecref(c->m, value);
    return value != NULL;
}
