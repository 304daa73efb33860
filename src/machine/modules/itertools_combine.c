/* product, permutations, combinations: every way to choose.  Modules/itertoolsmodule.c
 *
 * Each holds its pool as a tuple, and an array of indices into it that says which choice comes
 * next; the next one differs from the last as little as lexicographic order allows. */
#include "itertools.h"

/* An array of indices in the region; never NULL but with MemoryError. */
static ssize_t *indices_new(Machine *m, ssize_t n)
{
    if (n > (ssize_t)(m->limits.memory / sizeof(ssize_t)))
        return error_no_memory(m);
    return heap_alloc(m, (size_t)(n ? n : 1) * sizeof(ssize_t));
}

/* ---- product --------------------------------------------------------------------------------- */

typedef struct ProductObject {
    Object ob_base;
    Object *pools, *result; /* result NULL: nothing handed out yet */
    ssize_t *indices;       /* one for each pool */
    bool stopped;
} ProductObject;

static int product_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    return native_traverse(o, 2, m, visit, arg);
}

static int product_clear(Machine *m, Object *o)
{
    return native_clear(m, o, 2);
}

static void product_dealloc(Machine *m, Object *o)
{
    ssize_t *indices = ((ProductObject *)o)->indices;
    native_dealloc(m, o, 2);
    heap_free(m, indices);
}

static bool repeat_argument(Machine *m, Object *const *args, size_t nargs, Object *kwnames,
                            ssize_t *repeat)
{
    static const char *const names[] = {"repeat", NULL};
    Object *out[1] = {NULL};
    *repeat = 1;
    if (kwnames && tuple_size(kwnames) &&
        !arg_parse_known(m, "product", args + nargs, 0, kwnames, names, 0, 1, out))
        return false;
    if (!out[0])
        return true;
    if (!int_as_c_ssize(m, out[0], repeat))
        return false;
    if (*repeat >= 0)
        return true;
    error_set(m, EXC_ValueError, "repeat argument cannot be negative");
    return false;
}

/* The pools of the arguments as tuples, the whole row `repeat` times. */
static Object *pools_of(Machine *m, Object *const *args, size_t nargs, ssize_t repeat)
{
    ssize_t n = (ssize_t)nargs;
    Object *pools = tuple_new(m, n * repeat);
    for (ssize_t i = 0; pools && repeat && i < n; i++) {
        Object *pool = sequence_tuple(m, args[i]);
        if (!pool)
            clear_ref(m, pools);
        for (ssize_t k = 0; pool && k < repeat; k++)
            ((TupleObject *)pools)->item[k * n + i] = newref(pool);
        xdecref(m, pool);
    }
    if (pools && tuple_size(pools))
        gc_track(m, pools);
    return pools;
}

static Object *product_new(NEW_ARGS)
{
    ssize_t repeat;
    if (!repeat_argument(m, args, nargs, kwnames, &repeat))
        return NULL;
    if (nargs && repeat > (ssize_t)(m->limits.memory / sizeof(Object *) / nargs))
        return repeat > PTRDIFF_MAX / (ssize_t)(nargs * sizeof(Object *))
                   ? error_set(m, EXC_OverflowError, "repeat argument too large")
                   : error_no_memory(m);
    if (nargs == 0)
        repeat = 0;
    Object *pools = pools_of(m, args, nargs, repeat);
    ssize_t *indices = pools ? indices_new(m, tuple_size(pools)) : NULL;
    ProductObject *p = indices ? native_new(m, type) : NULL;
    if (!p) {
        heap_free(m, indices);
        xdecref(m, pools);
        return NULL;
    }
    p->pools = pools;
    p->indices = indices;
    gc_track(m, (Object *)p);
    return (Object *)p;
}

static Object *pool_item(const ProductObject *p, ssize_t i)
{
    return tuple_item(tuple_item(p->pools, i), p->indices[i]);
}

/* The first item of every pool; NULL without an exception if one is empty. */
static Object *product_first(Machine *m, ProductObject *p)
{
    ssize_t n = tuple_size(p->pools);
    for (ssize_t i = 0; i < n; i++)
        if (tuple_size(tuple_item(p->pools, i)) == 0) {
            p->stopped = true;
            return NULL;
        }
    Object *first = tuple_new(m, n);
    for (ssize_t i = 0; first && i < n; i++)
        ((TupleObject *)first)->item[i] = newref(pool_item(p, i));
    if (first && n)
        gc_track(m, first);
    p->result = xnewref(first);
    return first;
}

/* Counts up the last index, and carries: as a kilometre counter does. */
static Object *product_next(Machine *m, Object *o)
{
    ProductObject *p = (ProductObject *)o;
    if (p->stopped)
        return NULL;
    if (!p->result)
        return product_first(m, p);
    TupleObject *t = (TupleObject *)itertools_fresh_result(m, &p->result);
    if (!t)
        return NULL;
    ssize_t i = tuple_size(p->pools) - 1;
    for (; i >= 0; i--) {
        bool carry = ++p->indices[i] == tuple_size(tuple_item(p->pools, i));
        if (carry)
            p->indices[i] = 0;
        set_ref(m, t->item[i], newref(pool_item(p, i)));
        if (!carry)
            return (Object *)t;
    }
    p->stopped = true;
    decref(m, t);
    return NULL;
}

static ssize_t product_sizeof(Machine *m, Object *o)
{
    (void)m;
    return o->type->tp_basicsize +
           tuple_size(((ProductObject *)o)->pools) * (ssize_t)sizeof(ssize_t);
}

const TypeSpec product_spec = {
    .name = "itertools.product",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 48,
    .size = sizeof(ProductObject),
    .doc = "Every tuple of one item from each pool.",
    .slots =
        {
            .tp_dealloc = product_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = product_next,
            .tp_new = product_new,
            .tp_traverse = product_traverse,
            .tp_clear = product_clear,
            .tp_sizeof = product_sizeof,
        },
};

/* ---- what chooses r items from one pool ------------------------------------------------------ */

typedef struct ChooseObject {
    Object ob_base;
    Object *pool, *result; /* result NULL: nothing handed out yet */
    ssize_t *indices;      /* r of them; permutations: one for each item of the pool */
    ssize_t *cycles;       /* permutations: r counters; else NULL */
    ssize_t r;
    bool stopped;
} ChooseObject;

static int choose_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    return native_traverse(o, 2, m, visit, arg);
}

static int choose_clear(Machine *m, Object *o)
{
    return native_clear(m, o, 2);
}

static void choose_dealloc(Machine *m, Object *o)
{
    ssize_t *indices = ((ChooseObject *)o)->indices, *cycles = ((ChooseObject *)o)->cycles;
    native_dealloc(m, o, 2);
    heap_free(m, indices);
    heap_free(m, cycles);
}

/* Steals pool. */
static ChooseObject *choose_new(Machine *m, Type *type, Object *pool, ssize_t n, ssize_t r)
{
    ssize_t *indices = indices_new(m, n);
    ChooseObject *c = indices ? native_new(m, type) : NULL;
    if (!c) {
        heap_free(m, indices);
        decref(m, pool);
        return NULL;
    }
    c->pool = pool;
    c->indices = indices;
    c->r = r;
    gc_track(m, (Object *)c);
    return c;
}

/* The items that the first r indices choose. */
static Object *choose_first(Machine *m, ChooseObject *c)
{
    Object *first = tuple_new(m, c->r);
    for (ssize_t i = 0; first && i < c->r; i++)
        ((TupleObject *)first)->item[i] = newref(tuple_item(c->pool, c->indices[i]));
    if (first && c->r)
        gc_track(m, first);
    c->result = xnewref(first);
    return first;
}

/* Items from index i on are chosen anew. */
static void choose_update(Machine *m, ChooseObject *c, Object *result, ssize_t i)
{
    TupleObject *t = (TupleObject *)result;
    for (; i < c->r; i++)
        set_ref(m, t->item[i], newref(tuple_item(c->pool, c->indices[i])));
}

static Object *choose_stop(Machine *m, ChooseObject *c, Object *result)
{
    c->stopped = true;
    xdecref(m, result);
    return NULL;
}

static ssize_t choose_sizeof(Machine *m, Object *o)
{
    ChooseObject *c = (ChooseObject *)o;
    ssize_t n = is_exact(m, o, permutations) ? tuple_size(c->pool) + c->r : c->r;
    return o->type->tp_basicsize + n * (ssize_t)sizeof(ssize_t);
}

/* ---- permutations ---------------------------------------------------------------------------- */

static bool permutation_length(Machine *m, Object *o, ssize_t *r)
{
    if (!o || o == m->none)
        return true;
    if (!is_int(o)) {
        error_set(m, EXC_TypeError, "Expected int as r");
        return false;
    }
    if (!int_as_c_ssize(m, o, r))
        return false;
    if (*r >= 0)
        return true;
    error_set(m, EXC_ValueError, "r must be non-negative");
    return false;
}

static Object *permutations_new(NEW_ARGS)
{
    static const char *const names[] = {"iterable", "r", NULL};
    Object *out[2];
    if (!arg_parse(m, "permutations", args, nargs, kwnames, names, 1, 2, out))
        return NULL;
    Object *pool = sequence_tuple(m, out[0]);
    if (!pool)
        return NULL;
    ssize_t n = tuple_size(pool), r = n;
    if (!permutation_length(m, out[1], &r)) {
        decref(m, pool);
        return NULL;
    }
    ChooseObject *c = choose_new(m, type, pool, n, r);
    if (!c)
        return NULL;
    c->stopped = r > n;
    if (!(c->cycles = indices_new(m, r))) { /* where nothing is to be counted, too */
        decref(m, c);
        return NULL;
    }
    for (ssize_t i = 0; i < n; i++)
        c->indices[i] = i;
    for (ssize_t i = 0; !c->stopped && i < r; i++)
        c->cycles[i] = n - i;
    return (Object *)c;
}

/* The index at i has been everywhere: it goes to the end, the others move up. */
static void rotate_tail(ssize_t *indices, ssize_t i, ssize_t n)
{
    ssize_t first = indices[i];
    for (ssize_t k = i; k + 1 < n; k++)
        indices[k] = indices[k + 1];
    indices[n - 1] = first;
}

static Object *permutations_next(Machine *m, Object *o)
{
    ChooseObject *c = (ChooseObject *)o;
    if (c->stopped)
        return NULL;
    if (!c->result)
        return choose_first(m, c);
    ssize_t n = tuple_size(c->pool);
    Object *result = n ? itertools_fresh_result(m, &c->result) : NULL;
    if (n && !result)
        return NULL;
    for (ssize_t i = c->r - 1; n && i >= 0; i--) {
        if (--c->cycles[i] == 0) {
            rotate_tail(c->indices, i, n);
            c->cycles[i] = n - i;
            continue;
        }
        ssize_t other = n - c->cycles[i], swapped = c->indices[i];
        c->indices[i] = c->indices[other];
        c->indices[other] = swapped;
        choose_update(m, c, result, i);
        return result;
    }
    return choose_stop(m, c, result);
}

const TypeSpec permutations_spec = {
    .name = "itertools.permutations",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 64,
    .size = sizeof(ChooseObject),
    .doc = "Every ordered choice of r items.",
    .slots =
        {
            .tp_dealloc = choose_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = permutations_next,
            .tp_new = permutations_new,
            .tp_traverse = choose_traverse,
            .tp_clear = choose_clear,
            .tp_sizeof = choose_sizeof,
        },
};

/* ---- combinations ---------------------------------------------------------------------------- */

static ChooseObject *combinations_of(Machine *m, Type *type, const char *name, Object *const *args,
                                     size_t nargs, Object *kwnames)
{
    static const char *const names[] = {"iterable", "r", NULL};
    Object *out[2];
    ssize_t r;
    if (!arg_parse(m, name, args, nargs, kwnames, names, 2, 2, out) ||
        !int_as_c_ssize(m, out[1], &r))
        return NULL;
    Object *pool = sequence_tuple(m, out[0]);
    if (!pool)
        return NULL;
    if (r >= 0)
        return choose_new(m, type, pool, r, r);
    decref(m, pool);
    return error_set(m, EXC_ValueError, "r must be non-negative");
}

static Object *combinations_new(NEW_ARGS)
{
    ChooseObject *c = combinations_of(m, type, "combinations", args, nargs, kwnames);
    for (ssize_t i = 0; c && i < c->r; i++)
        c->indices[i] = i;
    if (c)
        c->stopped = c->r > tuple_size(c->pool);
    return (Object *)c;
}

/* The rightmost index that can still grow does so; those after it follow close behind. */
static Object *combinations_next(Machine *m, Object *o)
{
    ChooseObject *c = (ChooseObject *)o;
    if (c->stopped)
        return NULL;
    if (!c->result)
        return choose_first(m, c);
    ssize_t n = tuple_size(c->pool), i = c->r - 1;
    Object *result = itertools_fresh_result(m, &c->result);
    if (!result)
        return NULL;
    while (i >= 0 && c->indices[i] == i + n - c->r)
        i--;
    if (i < 0)
        return choose_stop(m, c, result);
    c->indices[i]++;
    for (ssize_t k = i + 1; k < c->r; k++)
        c->indices[k] = c->indices[k - 1] + 1;
    choose_update(m, c, result, i);
    return result;
}

const TypeSpec combinations_spec = {
    .name = "itertools.combinations",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 56,
    .size = sizeof(ChooseObject),
    .doc = "Every choice of r items in the pool's order.",
    .slots =
        {
            .tp_dealloc = choose_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = combinations_next,
            .tp_new = combinations_new,
            .tp_traverse = choose_traverse,
            .tp_clear = choose_clear,
            .tp_sizeof = choose_sizeof,
        },
};

static Object *combinations_with_replacement_new(NEW_ARGS)
{
    ChooseObject *c =
        combinations_of(m, type, "combinations_with_replacement", args, nargs, kwnames);
    if (c)
        c->stopped = tuple_size(c->pool) == 0 && c->r > 0;
    return (Object *)c;
}

/* The rightmost index that can still grow does so; those after it take its new value. */
static Object *combinations_with_replacement_next(Machine *m, Object *o)
{
    ChooseObject *c = (ChooseObject *)o;
    if (c->stopped)
        return NULL;
    if (!c->result)
        return choose_first(m, c);
    ssize_t n = tuple_size(c->pool), i = c->r - 1;
    Object *result = itertools_fresh_result(m, &c->result);
    if (!result)
        return NULL;
    while (i >= 0 && c->indices[i] == n - 1)
        i--;
    if (i < 0)
        return choose_stop(m, c, result);
    ssize_t index = c->indices[i] + 1;
    for (ssize_t k = i; k < c->r; k++)
        c->indices[k] = index;
    choose_update(m, c, result, i);
    return result;
}

const TypeSpec combinations_with_replacement_spec = {
    .name = "itertools.combinations_with_replacement",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 56,
    .size = sizeof(ChooseObject),
    .doc = "Every choice of r items in the pool's order, each as often as one likes.",
    .slots =
        {
            .tp_dealloc = choose_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = combinations_with_replacement_next,
            .tp_new = combinations_with_replacement_new,
            .tp_traverse = choose_traverse,
            .tp_clear = choose_clear,
            .tp_sizeof = choose_sizeof,
        },
};
