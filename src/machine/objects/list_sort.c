/* list.sort: Objects/listobject.c and Objects/listsort.txt.
 *
 * An adaptive, stable merge sort.  One pass from left to right finds runs that are in order
 * already, lengthens the short ones by binary insertion to minrun, and pushes each on a stack; the
 * stack is merged by the powersort rule, which keeps the merges nearly balanced.  A merge copies
 * the shorter run aside and works towards the place that this has freed; when one side wins often,
 * it gallops. The only question ever asked is `a < b`, and in CPython's order, since a program can
 * see it asked.
 *
 * Meanwhile the list is empty and its capacity -1, by which an intruder is recognized: any list
 * method that gives it a block sets a capacity.  The pointers are in the record OP_LIST_SORT.
 *
 * Invariants: keys and values move together, so that keys[i] is the key of values[i]; when a
 * function returns, even with an error, both are permutations of what they were. */
#include "list_internal.h"

#include <string.h>

#include <pyviz/machine/errors.h>
#include <pyviz/machine/op.h>

enum {
    TEMPORARY = 256, /* pointers that CPython has on its stack */
    MIN_GALLOP = 7,  /* wins in a row before galloping begins */
    MAX_MINRUN = 64,
    MAX_PENDING = 85, /* runs on the stack: enough for 2**64 items */
};

typedef struct {
    Object **keys, **values; /* values NULL: the keys are the items */
} Slice;

struct run {
    Slice base;
    ssize_t len;
    int power; /* of the boundary to the run above */
};

typedef struct {
    Machine *m;
    Object *list;
    Op op;
    Object **base; /* the keys' first */
    ssize_t count, min_gallop;
    bool one_type; /* all keys are of one class of the program's */
    int n;         /* runs pending */
    struct run pending[MAX_PENDING];
    ssize_t room; /* keys that fit into temporary */
    struct list_scratch temporary;
} Sort;

#define RECORD(s) ((s)->op.u.list_sort)

/* ---- slices ---------------------------------------------------------------------------------- */

static Slice at(Slice s, ssize_t i)
{
    return (Slice){s.keys + i, s.values ? s.values + i : NULL};
}

static void move_many(Slice to, Slice from, ssize_t n)
{
    memmove(to.keys, from.keys, (size_t)n * sizeof *to.keys);
    if (to.values)
        memmove(to.values, from.values, (size_t)n * sizeof *to.values);
}

static void reverse_pointers(Object **p, ssize_t n)
{
    for (ssize_t i = 0, j = n - 1; i < j; i++, j--) {
        Object *o = p[i];
        p[i] = p[j];
        p[j] = o;
    }
}

static void reverse_slice(Slice s, ssize_t n)
{
    reverse_pointers(s.keys, n);
    if (s.values)
        reverse_pointers(s.values, n);
}

static ssize_t index_of(const Sort *s, Slice at_)
{
    return at_.keys - s->base;
}

static Object *item_of(Slice s)
{
    return s.values ? *s.values : *s.keys;
}

/* Keys of one class are compared by its own operator at once; one that does not know the answer is
 * asked again, in the usual order.  Objects/listobject.c: unsafe_object_compare. */
static int less_of_one_type(Machine *m, Object *a, Object *b)
{
    Object *answer = slots_of(a)->tp_richcompare(m, a, b, COMPARE_LT);
    if (answer == m->not_implemented) {
        decref(m, answer);
        return object_richcompare_bool(m, a, b, COMPARE_LT);
    }
    int truth = answer ? object_is_true(m, answer) : -1;
    xdecref(m, answer);
    return truth;
}

static bool of_one_type(Object *const *keys, ssize_t n)
{
    const Type *type = n ? keys[0]->type : NULL;
    if (!type || !(type->tp_flags & TYPE_HEAP) || !slots_of(keys[0])->tp_richcompare)
        return false;
    for (ssize_t i = 1; i < n; i++)
        if (keys[i]->type != type)
            return false;
    return true;
}

/* a < b: 1, 0 or -1. */
static int less(Sort *s, Object *a, Object *b)
{
    int result = s->one_type ? less_of_one_type(s->m, a, b)
                             : object_richcompare_bool(s->m, a, b, COMPARE_LT);
    RECORD(s).comparisons++;
    if (result >= 0)
        EMIT_ON(s->m, s->list, LIST_SORT_COMPARE, a, b, result, RECORD(s).comparisons);
    return result;
}

/* What is worked on, for those who look. */
static void work_on(Sort *s, Slice from, ssize_t len, ssize_t split)
{
    RECORD(s).start = index_of(s, from);
    RECORD(s).len = len;
    RECORD(s).split = split;
}

/* ---- runs ------------------------------------------------------------------------------------ */

/* Lengthens the run at lo from `len` to n: each item is taken to its place by binary search, behind
 * those that equal it.  0 or -1. */
static int binary_insertion(Sort *s, Slice lo, ssize_t n, ssize_t len)
{
    for (ssize_t i = len; i < n; i++) {
        Object *key = lo.keys[i], *value = lo.values ? lo.values[i] : NULL;
        ssize_t left = 0, right = i;
        while (left < right) { /* not less than all before left, less than all from right on */
            ssize_t middle = left + ((right - left) >> 1);
            int before = less(s, key, lo.keys[middle]);
            if (before < 0)
                return -1;
            if (before)
                right = middle;
            else
                left = middle + 1;
        }
        move_many(at(lo, left + 1), at(lo, left), i - left);
        lo.keys[left] = key;
        if (lo.values)
            lo.values[left] = value;
        EMIT_ON(s->m, s->list, LIST_SORT_INSERT, index_of(s, lo) + i, index_of(s, lo) + left,
                item_of(at(lo, left)));
    }
    return 0;
}

/* How far the run goes on from index n, each item compared with the one before it: as long as the
 * answer to `is it less?` is `descending`.  -1: error. */
static ssize_t extend_run(Sort *s, Slice lo, ssize_t n, ssize_t limit, int descending)
{
    for (; n < limit; n++) {
        int smaller = less(s, lo.keys[n], lo.keys[n - 1]);
        if (smaller < 0)
            return -1;
        if (smaller != descending)
            break;
    }
    return n;
}

/* Up to 3.12: a descending run is strictly descending, so that turning it keeps equals in order. */
static ssize_t count_strict_run(Sort *s, Slice lo, ssize_t limit, bool *turned)
{
    *turned = false;
    if (limit == 1)
        return 1;
    int descending = less(s, lo.keys[1], lo.keys[0]);
    if (descending < 0)
        return -1;
    ssize_t n = extend_run(s, lo, 2, limit, descending);
    if (n > 0 && descending) {
        *turned = true;
        reverse_slice(lo, n);
    }
    return n;
}

/* The `equal` + 1 items before index n are equal: turned now, they are in order again once the
 * whole descending run is turned. */
static void turn_equals(Slice lo, ssize_t n, ssize_t *equal)
{
    if (*equal)
        reverse_slice(at(lo, n - *equal - 1), *equal + 1);
    *equal = 0;
}

/* A descending run with stretches of equal items in it, from index n on.  -1: error. */
static ssize_t extend_descending(Sort *s, Slice lo, ssize_t n, ssize_t limit)
{
    ssize_t equal = 0;
    for (; n < limit; n++) {
        int smaller = less(s, lo.keys[n], lo.keys[n - 1]);
        if (smaller > 0)
            turn_equals(lo, n, &equal);
        int larger = smaller ? 0 : less(s, lo.keys[n - 1], lo.keys[n]);
        if (smaller < 0 || larger < 0)
            return -1;
        if (larger)
            break;
        equal += !smaller;
    }
    turn_equals(lo, n, &equal);
    return n;
}

/* Since 3.13: equal items do not end a descending run, and what follows a turned one may go on. */
static ssize_t count_run(Sort *s, Slice lo, ssize_t limit, bool *turned)
{
    *turned = false;
    ssize_t n = extend_run(s, lo, 1, limit, 0);
    if (n < 0 || n == limit)
        return n;
    if (n > 1) { /* the item at n is smaller than those before it: did these ascend? */
        int ascends = less(s, lo.keys[0], lo.keys[n - 1]);
        if (ascends)
            return ascends < 0 ? -1 : n;
        reverse_slice(lo, n); /* no, all are equal */
    }
    n = extend_descending(s, lo, n + 1, limit);
    if (n < 0)
        return -1;
    *turned = true;
    reverse_slice(lo, n);
    return extend_run(s, lo, n, limit, 0);
}

/* The next run, at least as long as minrun asks for; -1: error. */
static ssize_t next_run(Sort *s, Slice lo, ssize_t left, ssize_t minrun)
{
    bool turned;
    work_on(s, lo, left, -1);
    ssize_t n = s->m->profile->list_sort_equal_runs ? count_run(s, lo, left, &turned)
                                                    : count_strict_run(s, lo, left, &turned);
    if (n < 0)
        return -1;
    work_on(s, lo, n, -1);
    if (turned)
        EMIT_ON(s->m, s->list, LIST_SORT_DESCENDING, index_of(s, lo), n);
    else
        EMIT_ON(s->m, s->list, LIST_SORT_RUN, index_of(s, lo), n);
    ssize_t wanted = left < minrun ? left : minrun;
    if (n >= wanted)
        return n;
    work_on(s, lo, wanted, -1);
    if (binary_insertion(s, lo, wanted, n) < 0)
        return -1;
    EMIT_ON(s->m, s->list, LIST_SORT_EXTEND, index_of(s, lo), n, wanted);
    return wanted;
}

/* ---- galloping ------------------------------------------------------------------------------- */

/* Is keys[i] to stay on the left of key?  Of equals: only if after_equals. */
static int stays_left(Sort *s, Object *key, Object **keys, ssize_t i, bool after_equals)
{
    if (!after_equals)
        return less(s, keys[i], key);
    int before = less(s, key, keys[i]);
    return before < 0 ? -1 : !before;
}

/* How many of the n sorted keys belong before key: those that are less, and with after_equals those
 * that equal it.  Looks near `hint` first, then ever further away, doubling the distance, and ends
 * with a binary search.  -1: error.  gallop_left, gallop_right. */
static ssize_t gallop(Sort *s, Object *key, Object **keys, ssize_t n, ssize_t hint,
                      bool after_equals)
{
    ssize_t near = 0, far = 1;
    int left = stays_left(s, key, keys, hint, after_equals);
    if (left < 0)
        return -1;
    ssize_t direction = left ? 1 : -1, limit = left ? n - hint : hint + 1;
    while (far < limit) {
        int on = stays_left(s, key, keys, hint + direction * far, after_equals);
        if (on < 0)
            return -1;
        if (on != left)
            break;
        near = far;
        far = (far << 1) + 1;
    }
    if (far > limit)
        far = limit;
    /* keys[low] stays left, keys[high] does not; -1 and n stand for the ends. */
    ssize_t low = left ? hint + near : hint - far, high = left ? hint + far : hint - near;
    for (low++; low < high;) {
        ssize_t middle = low + ((high - low) >> 1);
        int on = stays_left(s, key, keys, middle, after_equals);
        if (on < 0)
            return -1;
        if (on)
            low = middle + 1;
        else
            high = middle;
    }
    return high;
}

/* ---- merging --------------------------------------------------------------------------------- */

enum outcome { GO_ON, EXHAUSTED, ONE_LEFT, FAILED };

/* A merge under way.  Forwards: a is the copy, dest the next place from the left.  Backwards: b is
 * the copy, dest the next place from the right, and a and b point at the last of each. */
struct merge {
    Sort *s;
    Slice a, b, dest;
    ssize_t na, nb;
    ssize_t wins_a, wins_b; /* in a row */
};

static void emit_take(struct merge *g, Slice from, ssize_t n)
{
    if (n == 1)
        EMIT_ON(g->s->m, g->s->list, LIST_SORT_TAKE, index_of(g->s, from), item_of(from));
    else
        EMIT_ON(g->s->m, g->s->list, LIST_SORT_TAKE_MANY, index_of(g->s, from), n);
}

/* n items of `from` go to the destination, forwards. */
static void take(struct merge *g, Slice *from, ssize_t *left, ssize_t n)
{
    move_many(g->dest, *from, n);
    emit_take(g, g->dest, n);
    g->dest = at(g->dest, n);
    *from = at(*from, n);
    *left -= n;
}

/* The same backwards. */
static void take_back(struct merge *g, Slice *from, ssize_t *left, ssize_t n)
{
    g->dest = at(g->dest, -n);
    *from = at(*from, -n);
    move_many(at(g->dest, 1), at(*from, 1), n);
    emit_take(g, at(g->dest, 1), n);
    *left -= n;
}

static enum outcome pairwise(struct merge *g)
{
    g->wins_a = g->wins_b = 0;
    for (;;) {
        int b_first = less(g->s, *g->b.keys, *g->a.keys);
        if (b_first < 0)
            return FAILED;
        if (b_first) {
            take(g, &g->b, &g->nb, 1);
            g->wins_a = 0;
            if (g->nb == 0)
                return EXHAUSTED;
            if (++g->wins_b >= g->s->min_gallop)
                return GO_ON;
        } else {
            take(g, &g->a, &g->na, 1);
            g->wins_b = 0;
            if (g->na == 1)
                return ONE_LEFT;
            if (++g->wins_a >= g->s->min_gallop)
                return GO_ON;
        }
    }
}

static enum outcome galloping(struct merge *g)
{
    do {
        g->s->min_gallop -= g->s->min_gallop > 1;
        ssize_t n = gallop(g->s, *g->b.keys, g->a.keys, g->na, 0, true);
        if (n < 0)
            return FAILED;
        if (n)
            take(g, &g->a, &g->na, n);
        g->wins_a = n;
        if (g->na <= 1) /* 0: only if the comparisons contradict each other */
            return g->na ? ONE_LEFT : EXHAUSTED;
        take(g, &g->b, &g->nb, 1);
        if (g->nb == 0)
            return EXHAUSTED;
        n = gallop(g->s, *g->a.keys, g->b.keys, g->nb, 0, false);
        if (n < 0)
            return FAILED;
        if (n)
            take(g, &g->b, &g->nb, n);
        g->wins_b = n;
        if (g->nb == 0)
            return EXHAUSTED;
        take(g, &g->a, &g->na, 1);
        if (g->na == 1)
            return ONE_LEFT;
    } while (g->wins_a >= MIN_GALLOP || g->wins_b >= MIN_GALLOP);
    g->s->min_gallop++; /* leaving has its price */
    return GO_ON;
}

static enum outcome pairwise_back(struct merge *g)
{
    g->wins_a = g->wins_b = 0;
    for (;;) {
        int a_last = less(g->s, *g->b.keys, *g->a.keys);
        if (a_last < 0)
            return FAILED;
        if (a_last) {
            take_back(g, &g->a, &g->na, 1);
            g->wins_b = 0;
            if (g->na == 0)
                return EXHAUSTED;
            if (++g->wins_a >= g->s->min_gallop)
                return GO_ON;
        } else {
            take_back(g, &g->b, &g->nb, 1);
            g->wins_a = 0;
            if (g->nb == 1)
                return ONE_LEFT;
            if (++g->wins_b >= g->s->min_gallop)
                return GO_ON;
        }
    }
}

static enum outcome galloping_back(struct merge *g)
{
    do {
        g->s->min_gallop -= g->s->min_gallop > 1;
        ssize_t n = gallop(g->s, *g->b.keys, g->a.keys - (g->na - 1), g->na, g->na - 1, true);
        if (n < 0)
            return FAILED;
        g->wins_a = g->na - n;
        if (g->wins_a)
            take_back(g, &g->a, &g->na, g->wins_a);
        if (g->na == 0)
            return EXHAUSTED;
        take_back(g, &g->b, &g->nb, 1);
        if (g->nb == 1)
            return ONE_LEFT;
        n = gallop(g->s, *g->a.keys, g->b.keys - (g->nb - 1), g->nb, g->nb - 1, false);
        if (n < 0)
            return FAILED;
        g->wins_b = g->nb - n;
        if (g->wins_b)
            take_back(g, &g->b, &g->nb, g->wins_b);
        if (g->nb <= 1) /* 0: only if the comparisons contradict each other */
            return g->nb ? ONE_LEFT : EXHAUSTED;
        take_back(g, &g->a, &g->na, 1);
        if (g->na == 0)
            return EXHAUSTED;
    } while (g->wins_a >= MIN_GALLOP || g->wins_b >= MIN_GALLOP);
    g->s->min_gallop++;
    return GO_ON;
}

/* Room aside for n keys (and values): merge_getmem.  CPython has the first 256 on its stack. */
static int make_room(Sort *s, ssize_t n, bool values)
{
    if (s->temporary.item && n <= s->room)
        return 0;
    list_scratch_free(s->m, &s->temporary);
    s->temporary = (struct list_scratch){0};
    ssize_t stack = values ? (s->count + 1) / 2 : TEMPORARY;
    if (values && stack > TEMPORARY / 2)
        stack = TEMPORARY / 2;
    s->room = n > stack ? n : stack;
    return list_scratch_alloc(s->m, &s->temporary, values ? 2 * s->room : s->room,
                              n > stack ? 0 : PTRDIFF_MAX);
}

/* Copies n items aside; where they are then. */
static Slice set_aside(Sort *s, Slice from, ssize_t n)
{
    Object **room = s->temporary.item;
    Slice aside = {room, from.values ? room + s->room : NULL};
    move_many(aside, from, n);
    RECORD(s).scratch = room;
    RECORD(s).scratch_count = n;
    return aside;
}

static int merge_forwards(Sort *s, Slice a, ssize_t na, Slice b, ssize_t nb)
{
    if (make_room(s, na, a.values) < 0)
        return -1;
    struct merge g = {.s = s, .a = set_aside(s, a, na), .b = b, .dest = a, .na = na, .nb = nb};
    take(&g, &g.b, &g.nb, 1);
    enum outcome outcome = g.nb == 0 ? EXHAUSTED : g.na == 1 ? ONE_LEFT : GO_ON;
    while (outcome == GO_ON) {
        outcome = pairwise(&g);
        if (outcome == GO_ON) {
            s->min_gallop++;
            outcome = galloping(&g);
        }
    }
    if (outcome == ONE_LEFT) { /* the last of a belongs behind all of b */
        if (g.nb)
            take(&g, &g.b, &g.nb, g.nb);
        take(&g, &g.a, &g.na, 1);
    } else if (g.na) {
        take(&g, &g.a, &g.na, g.na);
    }
    return outcome == FAILED ? -1 : 0;
}

static int merge_backwards(Sort *s, Slice a, ssize_t na, Slice b, ssize_t nb)
{
    if (make_room(s, nb, b.values) < 0)
        return -1;
    struct merge g = {.s = s, .a = at(a, na - 1), .dest = at(b, nb - 1), .na = na, .nb = nb};
    g.b = at(set_aside(s, b, nb), nb - 1);
    take_back(&g, &g.a, &g.na, 1);
    enum outcome outcome = g.na == 0 ? EXHAUSTED : g.nb == 1 ? ONE_LEFT : GO_ON;
    while (outcome == GO_ON) {
        outcome = pairwise_back(&g);
        if (outcome == GO_ON) {
            s->min_gallop++;
            outcome = galloping_back(&g);
        }
    }
    if (outcome == ONE_LEFT) { /* the first of b belongs before all of a */
        if (g.na)
            take_back(&g, &g.a, &g.na, g.na);
        take_back(&g, &g.b, &g.nb, 1);
    } else if (g.nb) {
        take_back(&g, &g.b, &g.nb, g.nb);
    }
    return outcome == FAILED ? -1 : 0;
}

/* Merges two neighbours, without the start of a and the end of b, which are in place already. */
static int merge_runs(Sort *s, Slice a, ssize_t na, Slice b, ssize_t nb)
{
    ssize_t k = gallop(s, *b.keys, a.keys, na, 0, true);
    if (k < 0)
        return -1;
    a = at(a, k);
    na -= k;
    if (na == 0)
        return 0;
    nb = gallop(s, a.keys[na - 1], b.keys, nb, nb - 1, false);
    if (nb <= 0)
        return nb < 0 ? -1 : 0;
    return na <= nb ? merge_forwards(s, a, na, b, nb) : merge_backwards(s, a, na, b, nb);
}

/* Merges pending runs i and i + 1. */
static int merge_at(Sort *s, int i)
{
    struct run *left = &s->pending[i], right = s->pending[i + 1];
    ssize_t start = index_of(s, left->base), na = left->len;
    work_on(s, left->base, na + right.len, index_of(s, right.base));
    EMIT_ON(s->m, s->list, LIST_SORT_MERGE, start, na, right.len);
    left->len += right.len;
    if (i == s->n - 3)
        s->pending[i + 1] = s->pending[i + 2];
    s->n--;
    int status = merge_runs(s, left->base, na, right.base, right.len);
    RECORD(s).scratch = NULL;
    RECORD(s).scratch_count = 0;
    if (status == 0)
        EMIT_ON(s->m, s->list, LIST_SORT_MERGED, start, left->len, RECORD(s).comparisons);
    return status;
}

/* The depth of the boundary between two runs in the perfectly balanced tree of merges. */
static int boundary_power(ssize_t start, ssize_t n1, ssize_t n2, ssize_t n)
{
    ssize_t a = 2 * start + n1, b = a + n1 + n2; /* twice the middles of the two runs */
    for (int power = 1;; power++) {
        if (a >= n) {
            a -= n;
            b -= n;
        } else if (b >= n) {
            return power;
        }
        a <<= 1;
        b <<= 1;
    }
}

static int push_run(Sort *s, Slice base, ssize_t len)
{
    if (s->n) {
        struct run *top = &s->pending[s->n - 1];
        int power = boundary_power(index_of(s, top->base), top->len, len, s->count);
        while (s->n > 1 && s->pending[s->n - 2].power > power)
            if (merge_at(s, s->n - 2) < 0)
                return -1;
        s->pending[s->n - 1].power = power;
    }
    s->pending[s->n++] = (struct run){.base = base, .len = len};
    return 0;
}

static int merge_all(Sort *s)
{
    while (s->n > 1) {
        int i = s->n - 2;
        if (i > 0 && s->pending[i - 1].len < s->pending[i + 1].len)
            i--;
        if (merge_at(s, i) < 0)
            return -1;
    }
    return 0;
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* Between 32 and 64, so that count / minrun is a power of two or a little less. */
static ssize_t compute_minrun(ssize_t n)
{
    ssize_t odd = 0;
    while (n >= MAX_MINRUN) {
        odd |= n & 1;
        n >>= 1;
    }
    return n + odd;
}

static int sort_slice(Sort *s, Slice lo)
{
    ssize_t left = s->count, minrun = compute_minrun(left);
    while (left > 0) {
        ssize_t n = next_run(s, lo, left, minrun);
        if (n < 0 || push_run(s, lo, n) < 0)
            return -1;
        lo = at(lo, n);
        left -= n;
    }
    return merge_all(s);
}

/* All keys are computed before the first comparison. */
static int compute_keys(Sort *s, Object **items, Object *function, Object **keys)
{
    for (ssize_t i = 0; i < s->count; i++) {
        keys[i] = object_call1(s->m, function, items[i]);
        if (!keys[i]) {
            while (--i >= 0)
                decref(s->m, keys[i]);
            return -1;
        }
        EMIT_ON(s->m, s->list, LIST_SORT_KEY, i, items[i], keys[i]);
    }
    return 0;
}

/* Sorts the items by their keys.  Descending order is the reverse of an ascending sort of the
 * reverse: so equal items keep their order there too. */
static int sort_items(Sort *s, Object **items, Object **keys, bool reverse)
{
    Slice all = {keys ? keys : items, keys ? items : NULL};
    s->base = all.keys;
    s->min_gallop = MIN_GALLOP;
    s->one_type = s->count > 1 && of_one_type(all.keys, s->count);
    RECORD(s).keys = all.keys;
    RECORD(s).values = all.values;
    if (reverse)
        reverse_slice(all, s->count);
    int status = s->count < 2 ? 0 : sort_slice(s, all);
    if (reverse)
        reverse_slice((Slice){items, NULL}, s->count);
    list_scratch_free(s->m, &s->temporary);
    return status;
}

static int sort_by_key(Sort *s, Object **items, Object *function, bool reverse)
{
    struct list_scratch keys;
    /* CPython keeps fewer than 128 keys on its stack. */
    if (list_scratch_alloc(s->m, &keys, s->count, TEMPORARY / 2 - 1) < 0)
        return -1;
    int status = compute_keys(s, items, function, keys.item);
    if (status == 0) {
        status = sort_items(s, items, keys.item, reverse);
        RECORD(s).keys = items;
        RECORD(s).values = NULL;
        for (ssize_t i = 0; i < s->count; i++)
            decref(s->m, keys.item[i]);
    }
    list_scratch_free(s->m, &keys);
    return status;
}

/* The list gets its block back; what somebody has put into it meanwhile is let go of. */
static void give_back(Machine *m, ListObject *l, const ListObject *saved)
{
    ListObject intruder = *l;
    l->size = saved->size;
    l->allocated = saved->allocated;
    l->item = saved->item;
    l->address = saved->address;
    if (intruder.item) {
        list_release(m, l, intruder.item, intruder.size);
        list_free_block(m, intruder.item, intruder.address, intruder.allocated);
    }
}

int list_sort(Machine *m, Object *list, Object *key, bool reverse)
{
    ListObject *l = as_list(list), saved = *l;
    Sort s = {.m = m, .list = list, .count = l->size};
    s.op = (Op){.kind = OP_LIST_SORT, .subject = list};
    RECORD(&s).keys = saved.item;
    RECORD(&s).count = saved.size;
    RECORD(&s).split = -1;
    op_push(m, &s.op);
    l->size = 0;
    l->item = NULL;
    l->address = 0;
    l->allocated = -1;
    EMIT_ON(m, l, LIST_SORT, s.count, compute_minrun(s.count));
    int status =
        key ? sort_by_key(&s, saved.item, key, reverse) : sort_items(&s, saved.item, NULL, reverse);
    if (status == 0 && l->allocated != -1) {
        error_set(m, EXC_ValueError, "list modified during sort");
        status = -1;
    }
    op_pop(m, &s.op);
    give_back(m, l, &saved);
    if (status == 0)
        EMIT_ON(m, l, LIST_SORT_DONE, saved.size, RECORD(&s).comparisons);
    return status;
}
