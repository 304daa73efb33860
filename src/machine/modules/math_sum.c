/* Sums and products of many numbers, and lengths of vectors: Modules/mathmodule.c.
 *
 * A Pair is a sum of two doubles that do not overlap: what one addition or multiplication of
 * doubles gives, and exactly what it lost. */
#include "math_internal.h"

#include <pyviz/machine/float.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/tuple.h>

#include <float.h>
#include <math.h>

typedef struct Pair {
    double high, low;
} Pair;

static Pair pair_sum(double a, double b)
{
    double sum = a + b, part = sum - a;
    return (Pair){sum, (a - (sum - part)) + (b - part)};
}

/* For |a| >= |b|. */
static Pair pair_sum_ordered(double a, double b)
{
    double sum = a + b;
    return (Pair){sum, (a - sum) + b};
}

static Pair pair_product(double a, double b)
{
    double product = a * b;
    return (Pair){product, fma(a, b, -product)};
}

/* ---- fsum ----------------------------------------------------------------------------------- */

/* Shewchuk's exact sum: doubles of growing size that do not overlap. */
struct partials {
    double *item;
    size_t n, room;
    double few[32];
};

static bool partials_push(Machine *m, struct partials *p, double v)
{
    if (p->n == p->room) {
        double *more = heap_alloc(m, 2 * p->room * sizeof *more);
        if (!more)
            return false;
        for (size_t i = 0; i < p->n; i++)
            more[i] = p->item[i];
        if (p->item != p->few)
            heap_free(m, p->item);
        p->item = more;
        p->room *= 2;
    }
    p->item[p->n++] = v;
    return true;
}

/* Adds x; what is not finite is kept apart. */
static bool partials_add(Machine *m, struct partials *p, double x, double *special,
                         double *infinite)
{
    double original = x;
    size_t kept = 0;
    for (size_t j = 0; j < p->n; j++) {
        double y = p->item[j];
        Pair s = fabs(x) < fabs(y) ? pair_sum_ordered(y, x) : pair_sum_ordered(x, y);
        if (s.low != 0.0)
            p->item[kept++] = s.low;
        x = s.high;
    }
    p->n = kept;
    if (x == 0.0)
        return true;
    if (isfinite(x))
        return partials_push(m, p, x);
    if (isfinite(original)) {
        error_set(m, EXC_OverflowError, "intermediate overflow in fsum");
        return false;
    }
    if (isinf(original))
        *infinite += original;
    *special += original;
    p->n = 0;
    return true;
}

/* The partials from the largest down; what does not fit decides whether a tie rounds away. */
static double partials_total(struct partials *p)
{
    double high = 0.0, low = 0.0;
    size_t n = p->n;
    if (n > 0) {
        high = p->item[--n];
        while (n > 0) {
            Pair s = pair_sum_ordered(high, p->item[--n]);
            high = s.high;
            low = s.low;
            if (low != 0.0)
                break;
        }
        if (n > 0 && ((low < 0.0 && p->item[n - 1] < 0.0) || (low > 0.0 && p->item[n - 1] > 0.0))) {
            double twice = low * 2.0, up = high + twice;
            if (twice == up - high)
                high = up;
        }
    }
    return high;
}

MATH(fsum)
{
    (void)self;
    (void)nargs;
    (void)kwnames;
    struct partials p = {.room = sizeof p.few / sizeof *p.few};
    p.item = p.few;
    double special = 0.0, infinite = 0.0;
    Object *iterator = object_getiter(m, args[0]), *item, *r = NULL;
    if (!iterator)
        return NULL;
    bool ok = true;
    while (ok && (item = iter_next(m, iterator))) {
        double x = float_as_double(m, item);
        decref(m, item);
        ok = !(x == -1.0 && error_occurred(m)) && partials_add(m, &p, x, &special, &infinite);
    }
    if (error_occurred(m))
        ;
    else if (special == 0.0)
        r = float_from_double(m, partials_total(&p));
    else if (isnan(infinite))
        error_set(m, EXC_ValueError, "-inf + inf in fsum");
    else
        r = float_from_double(m, special);
    decref(m, iterator);
    if (p.item != p.few)
        heap_free(m, p.item);
    return r;
}

/* ---- prod ------------------------------------------------------------------------------------ */

static Object *multiply_steal(Machine *m, Object *a, Object *b)
{
    Object *r = number_binary(m, a, b, NB_MULTIPLY);
    decref(m, a);
    decref(m, b);
    return r;
}

MATH(prod)
{
    static const char *const names[] = {"", "start", NULL};
    (void)self;
    Object *out[2], *item;
    if (!arg_parse(m, "prod", args, nargs, kwnames, names, 1, 1, out))
        return NULL;
    Object *iterator = object_getiter(m, out[0]);
    if (!iterator)
        return NULL;
    Object *product = out[1] ? newref(out[1]) : int_from_i64(m, 1);
    while (product && (item = iter_next(m, iterator)))
        product = multiply_steal(m, product, item);
    decref(m, iterator);
    if (product && error_occurred(m))
        clear_ref(m, product);
    return product;
}

/* ---- sumprod --------------------------------------------------------------------------------- */

/* A running sum of products of doubles to three times their precision. */
struct triple {
    double high, low, tiny;
};

static struct triple triple_add_product(struct triple t, double x, double y)
{
    Pair product = pair_product(x, y), sum = pair_sum(t.high, product.high);
    Pair rest = pair_sum(t.low, product.low), carried = pair_sum(rest.high, sum.low);
    return (struct triple){sum.high, carried.high, t.tiny + rest.low + carried.low};
}

static double triple_total(struct triple t)
{
    Pair last = pair_sum(t.low, t.high);
    return t.tiny + last.low + last.high;
}

struct sumprod {
    Object *total;
    struct triple floats;
    bool has_floats;
};

static bool sumprod_flush(Machine *m, struct sumprod *s)
{
    if (!s->has_floats)
        return true;
    Object *value = float_from_double(m, triple_total(s->floats));
    Object *sum = value ? number_binary(m, s->total, value, NB_ADD) : NULL;
    xdecref(m, value);
    if (!sum)
        return false;
    decref(m, s->total);
    s->total = sum;
    s->has_floats = false;
    s->floats = (struct triple){0, 0, 0};
    return true;
}

/* A float, or an int beside one, as a double. */
static bool float_operand(Machine *m, Object *o, double *v)
{
    if (is_exact(m, o, float_))
        *v = float_value(o);
    else if (!is_exact(m, o, int_) && !is_exact(m, o, bool_))
        return false;
    else if ((*v = int_as_double(m, o)) == -1.0 && error_occurred(m)) {
        error_clear(m);
        return false;
    }
    return true;
}

/* Both are finite floats, or one is and the other an int: then the product joins the triple. */
static bool sumprod_add_floats(Machine *m, struct sumprod *s, Object *a, Object *b)
{
    double x, y;
    if ((!is_exact(m, a, float_) && !is_exact(m, b, float_)) || !float_operand(m, a, &x) ||
        !float_operand(m, b, &y))
        return false;
    struct triple t = triple_add_product(s->floats, x, y);
    if (!isfinite(t.high))
        return false;
    s->floats = t;
    s->has_floats = true;
    return true;
}

static bool sumprod_add(Machine *m, struct sumprod *s, Object *a, Object *b)
{
    if (sumprod_add_floats(m, s, a, b))
        return true;
    if (!sumprod_flush(m, s))
        return false;
    Object *product = number_binary(m, a, b, NB_MULTIPLY);
    Object *sum = product ? number_binary(m, s->total, product, NB_ADD) : NULL;
    xdecref(m, product);
    if (!sum)
        return false;
    decref(m, s->total);
    s->total = sum;
    return true;
}

MATH(sumprod)
{
    (void)self;
    (void)kwnames;
    if (!arg_check_positional(m, "sumprod", nargs, 2, 2))
        return NULL;
    Object *p = object_getiter(m, args[0]), *q = p ? object_getiter(m, args[1]) : NULL;
    struct sumprod s = {.total = q ? int_from_i64(m, 0) : NULL};
    bool ok = s.total, ended = false;
    while (ok && !ended) {
        Object *a = iter_next(m, p);
        Object *b = a || !error_occurred(m) ? iter_next(m, q) : NULL;
        ok = !error_occurred(m);
        if (ok && !a != !b) {
            error_set(m, EXC_ValueError, "Inputs are not the same length");
            ok = false;
        }
        ended = !a;
        if (ok && !ended)
            ok = sumprod_add(m, &s, a, b);
        xdecref(m, a);
        xdecref(m, b);
    }
    ok = ok && sumprod_flush(m, &s);
    xdecref(m, p);
    xdecref(m, q);
    if (!ok)
        clear_ref(m, s.total);
    return s.total;
}

/* ---- lengths --------------------------------------------------------------------------------- */

/* The squares of numbers scaled to below 1, added to 1 so that the sum is always the larger part;
 * what rounding loses is kept. */
struct squares {
    double sum, lost_product, lost_sum;
};

static void squares_add(struct squares *s, double x, double y)
{
    Pair product = pair_product(x, y), sum = pair_sum_ordered(s->sum, product.high);
    s->sum = sum.high;
    s->lost_product += product.low;
    s->lost_sum += sum.low;
}

static double squares_total(const struct squares *s)
{
    return s->sum - 1.0 + (s->lost_product + s->lost_sum);
}

/* sqrt(v[0]^2 + ... + v[n-1]^2); largest is the largest of these magnitudes: vector_norm.  The root
 * is corrected once by the difference that its square still has. */
static double norm(double *v, size_t n, double largest, bool nan)
{
    int exponent;
    if (isinf(largest))
        return largest;
    if (nan)
        return NAN;
    if (largest == 0.0 || n <= 1)
        return largest;
    frexp(largest, &exponent);
    if (exponent < -1023) {
        for (size_t i = 0; i < n; i++)
            v[i] /= DBL_MIN;
        return DBL_MIN * norm(v, n, largest / DBL_MIN, nan);
    }
    double scale = ldexp(1.0, -exponent);
    struct squares s = {.sum = 1.0};
    for (size_t i = 0; i < n; i++)
        squares_add(&s, v[i] * scale, v[i] * scale);
    double root = sqrt(squares_total(&s));
    squares_add(&s, -root, root);
    root += squares_total(&s) / (2.0 * root);
    return root / scale;
}

/* A vector under way: its memory is the region's, since __float__ may run Python code. */
struct vector {
    double *item, few[16];
    double largest;
    bool nan;
};

static bool vector_new(Machine *m, struct vector *v, size_t n)
{
    *v = (struct vector){.largest = 0.0};
    if (n > sizeof v->few / sizeof *v->few)
        v->item = heap_alloc(m, n * sizeof(double));
    else
        v->item = v->few;
    return v->item;
}

static void vector_put(struct vector *v, size_t i, double x)
{
    x = fabs(x);
    v->item[i] = x;
    v->nan = v->nan || isnan(x);
    if (x > v->largest)
        v->largest = x;
}

static void vector_free(Machine *m, struct vector *v)
{
    if (v->item != v->few)
        heap_free(m, v->item);
}

MATH(hypot)
{
    (void)self;
    (void)kwnames;
    struct vector v;
    if (!vector_new(m, &v, nargs))
        return NULL;
    Object *r = NULL;
    for (size_t i = 0; i < nargs; i++) {
        double x = float_as_double(m, args[i]);
        if (x == -1.0 && error_occurred(m))
            goto out;
        vector_put(&v, i, x);
    }
    r = float_from_double(m, norm(v.item, nargs, v.largest, v.nan));
out:
    vector_free(m, &v);
    return r;
}

static Object *distance(Machine *m, Object *p, Object *q)
{
    size_t n = (size_t)tuple_size(p);
    if (n != (size_t)tuple_size(q))
        return error_set(m, EXC_ValueError, "both points must have the same number of dimensions");
    struct vector v;
    if (!vector_new(m, &v, n))
        return NULL;
    Object *r = NULL;
    for (size_t i = 0; i < n; i++) {
        double x = float_as_double(m, tuple_item(p, (ssize_t)i)), y;
        if (x == -1.0 && error_occurred(m))
            goto out;
        y = float_as_double(m, tuple_item(q, (ssize_t)i));
        if (y == -1.0 && error_occurred(m))
            goto out;
        vector_put(&v, i, x - y);
    }
    r = float_from_double(m, norm(v.item, n, v.largest, v.nan));
out:
    vector_free(m, &v);
    return r;
}

MATH(dist)
{
    (void)self;
    (void)kwnames;
    if (!arg_check_positional(m, "dist", nargs, 2, 2))
        return NULL;
    Object *p = is_tuple(args[0]) ? newref(args[0]) : sequence_tuple(m, args[0]), *q = NULL,
           *r = NULL;
    if (p && (q = is_tuple(args[1]) ? newref(args[1]) : sequence_tuple(m, args[1])))
        r = distance(m, p, q);
    xdecref(m, p);
    xdecref(m, q);
    return r;
}
