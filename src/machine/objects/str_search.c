/* Searching in str: linear in the worst case too.
 *
 * One-byte text is left to libc's memmem and memchr.  Wider text goes through the two-way algorithm
 * of Crochemore and Perrin (1991), which needs no memory: the needle is cut at a critical position,
 * its right part is compared from left to right and then its left part from right to left, and what
 * the right part tells about periods is what each shift is made of. */
#include "str_private.h"

#include <string.h>

/* A run of code points, read forwards or (reverse) from its end. */
struct run {
    const void *data;
    int kind;
    ssize_t start, length;
    bool reverse;
};

static inline uint32_t run_at(const struct run *r, ssize_t i)
{
    return unit_at(r->data, r->kind, r->reverse ? r->start + r->length - 1 - i : r->start + i);
}

/* The start of the needle's maximal suffix, in the order of code points or in the opposite one, and
 * that suffix's period. */
static ssize_t maximal_suffix(const struct run *needle, bool opposite, ssize_t *period)
{
    ssize_t suffix = 0, candidate = 1, k = 0;
    *period = 1;
    while (candidate + k < needle->length) {
        uint32_t a = run_at(needle, candidate + k), b = run_at(needle, suffix + k);
        if (a == b) {
            if (++k == *period) {
                candidate += *period;
                k = 0;
            }
        } else if (opposite ? b < a : a < b) {
            candidate += k + 1;
            k = 0;
            *period = candidate - suffix;
        } else {
            suffix = candidate++;
            k = 0;
            *period = 1;
        }
    }
    return suffix;
}

static bool left_part_repeats(const struct run *needle, ssize_t cut, ssize_t period)
{
    if (cut + period > needle->length)
        return false;
    for (ssize_t i = 0; i < cut; i++)
        if (run_at(needle, i) != run_at(needle, i + period))
            return false;
    return true;
}

static ssize_t two_way(const struct run *text, const struct run *needle)
{
    ssize_t period, other_period, memory = 0, n = needle->length;
    ssize_t cut = maximal_suffix(needle, false, &period);
    ssize_t other_cut = maximal_suffix(needle, true, &other_period);
    if (other_cut > cut) {
        cut = other_cut;
        period = other_period;
    }
    bool periodic = left_part_repeats(needle, cut, period);
    if (!periodic)
        period = (cut > n - cut ? cut : n - cut) + 1;
    for (ssize_t at = 0; at <= text->length - n;) {
        ssize_t i = cut > memory ? cut : memory;
        while (i < n && run_at(needle, i) == run_at(text, at + i))
            i++;
        if (i < n) {
            at += i - cut + 1;
            memory = 0;
            continue;
        }
        i = cut;
        while (i > memory && run_at(needle, i - 1) == run_at(text, at + i - 1))
            i--;
        if (i <= memory)
            return at;
        at += period;
        memory = periodic ? n - period : 0;
    }
    return -1;
}

static ssize_t search_unit(const void *data, int kind, ssize_t start, ssize_t end, uint32_t c,
                           bool reverse)
{
    if (start >= end || kind_of(c) > kind)
        return -1;
    if (kind == 1) {
        const char *text = data;
        const char *found = reverse ? memrchr(text + start, (int)c, (size_t)(end - start))
                                    : memchr(text + start, (int)c, (size_t)(end - start));
        return found ? found - text : -1;
    }
    if (reverse) {
        while (end-- > start)
            if (unit_at(data, kind, end) == c)
                return end;
        return -1;
    }
    for (; start < end; start++)
        if (unit_at(data, kind, start) == c)
            return start;
    return -1;
}

ssize_t units_search(const void *data, int kind, ssize_t start, ssize_t end, const void *needle,
                     int needle_kind, ssize_t n, bool reverse)
{
    if (start > end || n > end - start)
        return -1;
    if (n == 0)
        return reverse ? end : start;
    if (n == 1)
        return search_unit(data, kind, start, end, unit_at(needle, needle_kind, 0), reverse);
    if (needle_kind > kind)
        return -1;
    if (kind == 1 && !reverse) {
        const char *text = data;
        const char *found = memmem(text + start, (size_t)(end - start), needle, (size_t)n);
        return found ? found - text : -1;
    }
    struct run text = {data, kind, start, end - start, reverse};
    struct run wanted = {needle, needle_kind, 0, n, reverse};
    ssize_t at = two_way(&text, &wanted);
    return at < 0 ? -1 : reverse ? end - at - n : start + at;
}

ssize_t str_search_char(const Object *s, ssize_t start, ssize_t end, uint32_t c, bool reverse)
{
    return search_unit(as_str(s)->data, as_str(s)->kind, start, end, c, reverse);
}

ssize_t str_search(const Object *s, ssize_t start, ssize_t end, const Object *needle, bool reverse)
{
    const StrObject *o = as_str(s), *p = as_str(needle);
    return units_search(o->data, o->kind, start, end, p->data, p->kind, p->length, reverse);
}

ssize_t str_count_in(const Object *s, ssize_t start, ssize_t end, const Object *needle, ssize_t max)
{
    ssize_t n = str_len(needle), count = 0;
    if (start > end)
        return 0;
    if (n == 0)
        return end - start + 1 < max ? end - start + 1 : max;
    while (count < max) {
        ssize_t at = str_search(s, start, end, needle, false);
        if (at < 0)
            break;
        count++;
        start = at + n;
    }
    return count;
}

/* ---- arguments ----------------------------------------------------------------------------------
 */

bool check_search_arguments(Machine *m, const char *name, size_t nargs)
{
    if (m->profile->str_arguments_by_clinic)
        return arg_check_positional(m, name, nargs, 1, 3);
    if (nargs >= 1 && nargs <= 3)
        return true;
    error_set(m, EXC_TypeError, "%s() takes at %s (%zd given)", name,
              nargs < 1 ? "least 1 argument" : "most 3 arguments", (ssize_t)nargs);
    return false;
}

/* start and end brought into [0, length] as slices do. */
static void clip_bounds(ssize_t *start, ssize_t *end, ssize_t length)
{
    if (*end > length)
        *end = length;
    else if (*end < 0)
        *end = *end + length < 0 ? 0 : *end + length;
    if (*start < 0)
        *start = *start + length < 0 ? 0 : *start + length;
}

static int parse_bound(Machine *m, Object *o, ssize_t *value)
{
    if (!o || o == m->none)
        return 0;
    if (!is_int(o) && !slots_of(o)->nb_index) {
        error_set(m, EXC_TypeError,
                  "slice indices must be integers or None or have an __index__ method");
        return -1;
    }
    *value = number_as_ssize(m, o, -1);
    return *value == -1 && error_occurred(m) ? -1 : 0;
}

int parse_bounds(Machine *m, Object *start, Object *end, ssize_t length, ssize_t *from, ssize_t *to)
{
    *from = 0;
    *to = PTRDIFF_MAX;
    if (parse_bound(m, start, from) < 0 || parse_bound(m, end, to) < 0)
        return -1;
    clip_bounds(from, to, length);
    return 0;
}
