/* chain: what is linked one behind the other: the nodes of an OrderedDict, the results of an
 * lru_cache from the oldest to the newest. */
#include "view.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/inspect.h>
#include <pyviz/machine/lru_cache.h>
#include <pyviz/machine/odict.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { CHAIN_NODES = 24, CHAIN_TEXT = 16, CHAIN_LOOK = 32 };

struct chain_node {
    int64_t number, value_number; /* of key and value */
    const char *key, *value;
    int64_t entry; /* of the dict's table; -1: not shown */
};

struct chain_picture {
    bool cache, ring;                     /* an lru_cache; with links */
    int64_t total, hits, misses, maxsize; /* maxsize -1: none */
    int count; /* shown: the first ones, and behind `gap` of them the last ones */
    int gap;   /* == count if none is left out */
    struct chain_node node[CHAIN_NODES];
};

static bool is_cache(const Machine *m, const Object *o)
{
    return o->type == m->types.lru_cache;
}

static bool shows_chain(const Machine *m, const Object *subject)
{
    return subject &&
           (type_is_subtype(subject->type, m->types.ordered_dict) || is_cache(m, subject));
}

/* ---- capture --------------------------------------------------------------------------------- */

/* Room for one more: all but the first half and the last half of many are counted only. */
static struct chain_node *next_node(struct chain_picture *p, int64_t at)
{
    int half = CHAIN_NODES / 2;
    if (p->total > CHAIN_NODES && at >= half && at < p->total - half)
        return NULL;
    return p->count < CHAIN_NODES ? &p->node[p->count++] : NULL;
}

static void fill_node(const Machine *m, struct chain_node *node, const Object *key,
                      const Object *value, int64_t entry, struct arena *arena)
{
    *node = (struct chain_node){
        .number = inspect_number(m, key),
        .value_number = value ? inspect_number(m, value) : 0,
        .key = picture_repr(m, key, CHAIN_TEXT, arena),
        .value = value ? picture_repr(m, value, CHAIN_TEXT, arena) : "",
        .entry = entry,
    };
}

/* The entry of the very object that is a key: found by looking at all of them, for == may be
 * anything. */
static int64_t entry_of(const DictObject *d, const Object *key, const Object **value)
{
    const DictKeys *keys = d->ma_keys;
    for (ssize_t i = 0; i < keys->dk_nentries; i++)
        if (keys->entries[i].key == key && (*value = keys->entries[i].value))
            return i;
    *value = NULL;
    return -1;
}

static void capture_odict(const Machine *m, const OrderedDictObject *od, struct chain_picture *p,
                          struct arena *arena)
{
    int64_t at = 0;
    for (const OrderedNode *n = od->first; n; n = n->next)
        p->total++;
    for (const OrderedNode *n = od->first; n; n = n->next, at++) {
        const Object *value;
        struct chain_node *node = next_node(p, at);
        int64_t entry = node ? entry_of(&od->dict, n->key, &value) : -1;
        if (node)
            fill_node(m, node, n->key, value, entry, arena);
    }
}

static void capture_cache(const Machine *m, const LruCache *c, struct chain_picture *p,
                          struct arena *arena)
{
    int64_t at = 0;
    p->cache = true;
    p->ring = c->kind == LRU_BOUNDED;
    p->hits = c->hits;
    p->misses = c->misses;
    p->maxsize = c->maxsize;
    if (p->ring) {
        for (const LruLink *l = c->root.next; l && l != &c->root; l = l->next)
            p->total++;
        for (const LruLink *l = c->root.next; l && l != &c->root; l = l->next, at++) {
            struct chain_node *node = next_node(p, at);
            if (node && l->key)
                fill_node(m, node, l->key, l->result, -1, arena);
        }
        return;
    }
    Object *key, *value;
    ssize_t i = 0;
    p->total = c->cache ? dict_size(c->cache) : 0;
    for (; c->cache && dict_next(c->cache, &i, &key, &value, NULL); at++) {
        struct chain_node *node = next_node(p, at);
        if (node)
            fill_node(m, node, key, value, -1, arena);
    }
}

static const void *capture_chain(const Machine *m, Object *subject, struct arena *arena)
{
    struct chain_picture *p = arena_alloc(arena, sizeof *p);
    *p = (struct chain_picture){.maxsize = -1};
    if (is_cache(m, subject))
        capture_cache(m, (const LruCache *)subject, p, arena);
    else
        capture_odict(m, (const OrderedDictObject *)subject, p, arena);
    p->gap = p->total > p->count ? CHAIN_NODES / 2 : p->count;
    return p;
}

/* ---- header ---------------------------------------------------------------------------------- */

static void header_chain(const void *now, const void *before, struct header *h)
{
    const struct chain_picture *p = now, *b = before ? before : now;
    if (!p->cache) {
        header_count(h, b->total, p->total, "", p->total == 1 ? " node" : " nodes");
        return;
    }
    header_count(h, b->total, p->total, "", p->total == 1 ? " result" : " results");
    if (p->maxsize > 0)
        header_add(h, STYLE_HEADER, "at most %" PRId64, p->maxsize);
    else
        header_add(h, STYLE_HEADER, p->maxsize < 0 ? "no limit" : "keeps nothing");
    header_count(h, b->hits, p->hits, "", p->hits == 1 ? " hit" : " hits");
    header_count(h, b->misses, p->misses, "", p->misses == 1 ? " miss" : " misses");
}

/* ---- drawing --------------------------------------------------------------------------------- */

static const struct chain_node *find_node(const struct chain_picture *p, int64_t number, int *at)
{
    for (int i = 0; i < p->count; i++)
        if (p->node[i].number == number) {
            *at = i;
            return &p->node[i];
        }
    return NULL;
}

/* Was the last node not the last one before? */
static bool moved_to_end(const struct chain_picture *p, const struct chain_picture *b, int i)
{
    int was;
    return p->count > 1 && i == p->count - 1 && find_node(b, p->node[i].number, &was) &&
           was < b->count - 1 && b->node[b->count - 1].number != p->node[i].number &&
           b->count >= p->count;
}

/* A node that has come to an end of the chain from elsewhere has moved. */
static enum style style_of(const struct chain_picture *p, const struct chain_picture *b, int i)
{
    int was;
    const struct chain_node *old = b ? find_node(b, p->node[i].number, &was) : NULL;
    if (!old)
        return b ? STYLE_ADDED : STYLE_TEXT;
    bool moved_to_front = i == 0 && was == b->count - 1 && was > 0 && b->count == p->count &&
                          !moved_to_end(p, b, p->count - 1);
    moved_to_front |= i == 0 && was > 0 && was < b->count - 1 && b->count == p->count;
    if (old->value_number != p->node[i].value_number || moved_to_front || moved_to_end(p, b, i))
        return STYLE_CHANGED;
    return STYLE_TEXT;
}

struct chain_layout {
    int inner, per_row; /* columns within a box; boxes in a row */
    bool entries;       /* a line under each box */
};

static void text_of(const struct chain_picture *p, int i, char out[CHAIN_LOOK * 2])
{
    const struct chain_node *node = &p->node[i];
    snprintf(out, CHAIN_LOOK * 2, "%s%s%s", node->key, p->cache ? " → " : ": ", node->value);
}

static struct chain_layout fit(const struct chain_picture *p, const struct canvas *c)
{
    char text[CHAIN_LOOK * 2];
    struct chain_layout l = {.inner = 5, .entries = !p->cache};
    for (int i = 0; i < p->count; i++) {
        text_of(p, i, text);
        int columns = canvas_columns(text, strlen(text)) + 2;
        if (columns > l.inner)
            l.inner = columns < CHAIN_LOOK ? columns : CHAIN_LOOK;
    }
    if (l.entries && l.inner < 9)
        l.inner = 9;
    l.per_row = (readable_cols(c) - 4) / (l.inner + 5);
    if (l.per_row < 1)
        l.per_row = 1;
    return l;
}

static void draw_node(struct canvas *c, int row, int col, const struct chain_picture *p,
                      const struct chain_picture *b, int i, const struct chain_layout *l)
{
    char text[CHAIN_LOOK * 2];
    text_of(p, i, text);
    canvas_box(c, rect_make(row, col, 3, l->inner + 2), STYLE_TEXT, LINE_SINGLE);
    cell_draw(c, row + 1, col + 1, l->inner, style_of(p, b, i), text);
    if (l->entries && p->node[i].entry >= 0)
        canvas_printf(c, row + 3, col + 1, STYLE_LABEL, "entry %" PRId64, p->node[i].entry);
}

/* What was there at the stop before, and has gone. */
static void draw_gone(struct canvas *c, int row, const struct chain_picture *p,
                      const struct chain_picture *b)
{
    int col = 2, at;
    char text[CHAIN_LOOK * 2];
    for (int i = 0; b && i < b->count; i++) {
        if (find_node(p, b->node[i].number, &at))
            continue;
        text_of(b, i, text);
        int columns = canvas_columns(text, strlen(text)) + 4;
        cell_draw(c, row, col, columns, STYLE_REMOVED, text);
        col += columns + 2;
    }
}

static void draw_ends(struct canvas *c, int row, const struct chain_picture *p)
{
    if (!p->cache)
        canvas_puts(c, row, 2, STYLE_LABEL, "first ►");
    else if (p->ring)
        canvas_puts(c, row, 2, STYLE_LABEL,
                    "oldest ►          (a hit moves to the end; who is first goes)");
    else
        canvas_puts(c, row, 2, STYLE_LABEL,
                    "in the order of the calls: nothing ever goes, so no links are needed");
}

static void draw_chain(const void *now, const void *before, double motion, struct canvas *c)
{
    const struct chain_picture *p = now, *b = before;
    (void)motion;
    struct chain_layout l = fit(p, c);
    int height = l.entries ? 4 : 3, row = 1;
    draw_ends(c, 0, p);
    if (p->count == 0)
        canvas_puts(c, row + 1, 4, STYLE_SPARE, p->cache ? "nothing is remembered" : "no nodes");
    for (int i = 0; i < p->count; i++) {
        int place = i % l.per_row, col = 2 + place * (l.inner + 5);
        if (i && place == 0)
            row += height;
        draw_node(c, row, col, p, b, i, &l);
        bool ring = !p->cache || p->ring;
        if (i + 1 < p->count && ring)
            canvas_puts(c, row + 1, col + l.inner + 2, STYLE_LABEL,
                        i + 1 == p->gap ? " … " : "◄─►");
        else if (i + 1 == p->count && ring)
            canvas_puts(c, row + 1, col + l.inner + 3, STYLE_LABEL,
                        p->cache ? "◄ newest" : "◄ last");
    }
    row += p->count ? height : 3;
    draw_gone(c, row, p, b);
    if (p->total > p->count)
        canvas_printf(c, row + 1, 2, STYLE_LABEL, "%" PRId64 " more in the middle",
                      p->total - p->count);
}

static int needs_chain(const void *now)
{
    enum { AROUND = 5, IN_A_ROW = 4 };
    const struct chain_picture *p = now;
    return AROUND + (p->cache ? 3 : 4) * (p->count + IN_A_ROW - 1) / IN_A_ROW;
}

/* The table in which the nodes are found. */
static Object *part_chain(const Machine *m, Object *subject)
{
    return is_cache(m, subject) ? ((const LruCache *)subject)->cache : subject;
}

const struct view view_chain = {
    .name = "chain",
    .beside = &view_dict,
    .part = part_chain,
    .shows = shows_chain,
    .capture = capture_chain,
    .header = header_chain,
    .needs = needs_chain,
    .draw = draw_chain,
};
