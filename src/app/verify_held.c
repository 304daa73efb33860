#include "verify_held.h"

#include <stdlib.h>
#include <string.h>

void held_begin(struct held *h, const struct verify_result *r, int line)
{
    if (h->on)
        return;
    *h = (struct held){
        .on = true,
        .line = line,
        .compared = r->compared,
        .figures = r->figures,
        .differing = r->differing,
        .differences = r->differences,
        .nfound = r->nfound,
    };
}

/* The last of `count` items, from `from` on, in memory of their own. */
static void *tail(const void *items, size_t from, size_t count, size_t size)
{
    void *copy = base_calloc(count - from + 1, size);
    if (count > from)
        memcpy(copy, (const char *)items + from * size, (count - from) * size);
    return copy;
}

void held_take(struct held *h, struct verify_result *r)
{
    struct held taken = {
        .on = true,
        .line = h->line,
        .before = h->differences,
        .compared = r->compared - h->compared,
        .figures = r->figures - h->figures,
        .differing = r->differing - h->differing,
        .differences = r->differences - h->differences,
        .nfound = r->nfound - h->nfound,
    };
    if (!h->on)
        return;
    taken.difference = tail(r->difference, h->differences, r->differences, sizeof *r->difference);
    taken.found = tail(r->found, h->nfound, r->nfound, sizeof *r->found);
    r->compared = h->compared;
    r->figures = h->figures;
    r->differing = h->differing;
    r->differences = h->differences;
    r->nfound = h->nfound;
    *h = taken;
}

static bool has(const struct held *h, const struct verify_difference *d)
{
    for (size_t i = 0; i < h->differences; i++)
        if (!strcmp(h->difference[i].text, d->text))
            return true;
    return false;
}

/* Those from before, those held back, and what the other run has found besides. */
static void join(const struct held *h, struct verify_result *r)
{
    struct verify_difference *all =
        base_calloc(r->differences + h->differences + 1, sizeof *r->difference);
    size_t n = h->before;
    if (n)
        memcpy(all, r->difference, n * sizeof *all);
    if (h->differences)
        memcpy(all + n, h->difference, h->differences * sizeof *all);
    n += h->differences;
    for (size_t i = h->before; i < r->differences; i++)
        if (has(h, &r->difference[i]))
            base_free(r->difference[i].text);
        else
            all[n++] = r->difference[i];
    base_free(r->difference);
    r->difference = all;
    r->differences = n;
}

void held_give_back(struct held *h, struct verify_result *r)
{
    if (!h->on)
        return;
    join(h, r);
    base_free(h->difference);
    r->found = base_realloc(r->found, (r->nfound + h->nfound + 1) * sizeof *r->found);
    if (h->nfound)
        memcpy(r->found + r->nfound, h->found, h->nfound * sizeof *r->found);
    r->nfound += h->nfound;
    base_free(h->found);
    r->compared += h->compared;
    r->figures += h->figures;
    r->differing += h->differing;
    *h = (struct held){0};
}

void held_drop(struct held *h)
{
    for (size_t i = 0; i < h->differences; i++)
        base_free(h->difference[i].text);
    for (size_t i = 0; i < h->nfound; i++)
        base_free(h->found[i]);
    base_free(h->difference);
    base_free(h->found);
    *h = (struct held){0};
}
