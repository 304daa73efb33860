/* The heap checker: walks everything that can be reached and checks every invariant that can be
 * stated.  Tests run it after every step. */
#include <pyviz/base/buffer.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/instance.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "frame.h"
#include "generator.h"
#include "type_cache.h"

/* Every object found so far, with how many references to it were seen. */
struct seen {
    Object *object;
    int64_t references;
};
struct check {
    Machine *m;
    struct buffer *why;
    struct seen *table;
    size_t mask, count;
    Object **queue; /* found and not looked into yet */
    size_t queued, queue_capacity;
    const DictKeys **shared; /* the shared keys found so far */
    size_t nshared;
};

static size_t slot_of(const struct check *k, const Object *o)
{
    size_t i = ((uintptr_t)o >> 4) * 0x9E3779B97F4A7C15u >> 20;
    while (k->table[i & k->mask].object && k->table[i & k->mask].object != o)
        i++;
    return i & k->mask;
}

static void grow(struct check *k)
{
    struct seen *old = k->table;
    size_t n = k->mask + 1;
    k->mask = n * 2 - 1;
    k->table = base_calloc(n * 2, sizeof *k->table);
    for (size_t i = 0; i < n; i++)
        if (old[i].object)
            k->table[slot_of(k, old[i].object)] = old[i];
    base_free(old);
}

static bool complain(struct check *k, const Object *o, const char *what)
{
    if (k->why->len == 0)
        buffer_printf(k->why, "object #%d (%s) at %p: %s", o->serial,
                      o->type ? o->type->tp_name : "?", (const void *)o, what);
    return false;
}

static bool in_region(const struct check *k, const Object *o)
{
    const char *start = (const char *)k->m, *p = (const char *)o;
    return p >= start && p < start + k->m->heap.top;
}

static int visit(Machine *m, Object *o, void *context)
{
    (void)m;
    struct check *k = context;
    if (!in_region(k, o)) {
        buffer_printf(k->why, "a reference leads out of the heap: %p", (void *)o);
        return 1;
    }
    size_t i = slot_of(k, o);
    if (!k->table[i].object) {
        k->table[i].object = o;
        if (k->queued == k->queue_capacity) {
            k->queue_capacity = k->queue_capacity ? k->queue_capacity * 2 : 1024;
            k->queue = base_realloc(k->queue, k->queue_capacity * sizeof *k->queue);
        }
        k->queue[k->queued++] = o;
        k->table[i].references++;
        if (++k->count * 2 > k->mask)
            grow(k);
        return 0;
    }
    k->table[i].references++;
    return 0;
}

/* ---- one type's invariants ------------------------------------------------------------------- */

static bool check_list(struct check *k, const ListObject *l)
{
    if (l->allocated == -1) /* being sorted: the items are elsewhere */
        return true;
    if (l->size < 0 || l->size > l->allocated || (!l->item && l->allocated))
        return complain(k, &l->ob_base, "size, allocated and item do not fit");
    for (ssize_t i = 0; i < l->size; i++)
        if (!l->item[i] && k->m->event.kind == EVENT_STATEMENT)
            return complain(k, &l->ob_base, "a slot below size is empty");
    return true;
}

static bool check_dict(struct check *k, const DictObject *d)
{
    const DictKeys *keys = d->ma_keys;
    ssize_t used = 0;
    if (!keys || k->m->event.kind != EVENT_STATEMENT)
        return true;
    if (d->ma_values)
        return dict_broken(&d->ob_base) ? complain(k, &d->ob_base, dict_broken(&d->ob_base)) : true;
    if (keys->dk_usable < 0 ||
        keys->dk_usable + keys->dk_nentries > dict_usable(keys->dk_log2_size))
        return complain(k, &d->ob_base, "more entries than usable");
    for (ssize_t i = 0; i < keys->dk_nentries; i++)
        used += keys->entries[i].value != NULL;
    if (used != d->ma_used)
        return complain(k, &d->ob_base, "ma_used does not count the entries");
    for (size_t i = 0; i < DK_SIZE(keys); i++)
        if (keys->indices[i] < DKIX_DUMMY || keys->indices[i] >= keys->dk_nentries)
            return complain(k, &d->ob_base, "an index leads to no entry");
    return true;
}

static bool check_object(struct check *k, Object *o)
{
    if (o->refcnt <= 0)
        return complain(k, o, "is referred to with a refcount of 0");
    if (!o->type || !in_region(k, (Object *)o->type))
        return complain(k, o, "has no type");
    if (is_exact(k->m, o, list))
        return check_list(k, (ListObject *)o);
    if (is_exact(k->m, o, dict))
        return check_dict(k, (DictObject *)o);
    if (is_exact(k->m, o, str) && str_len(o) < 0)
        return complain(k, o, "has a negative length");
    return true;
}

/* ---- what no tp_traverse tells of ------------------------------------------------------------ */

/* Shared keys hold their names once, however many dicts share them. */
static void visit_shared_keys(struct check *k, const DictKeys *keys)
{
    if (!keys || keys->dk_kind != DICT_KEYS_SPLIT)
        return;
    for (size_t i = 0; i < k->nshared; i++)
        if (k->shared[i] == keys)
            return;
    k->shared = base_realloc(k->shared, (k->nshared + 1) * sizeof *k->shared);
    k->shared[k->nshared++] = keys;
    for (ssize_t i = 0; i < keys->dk_nentries; i++)
        visit(k->m, keys->entries[i].key, k);
}

static void visit_optional(struct check *k, Object *o)
{
    if (o)
        visit(k->m, o, k);
}

static void visit_class(struct check *k, const Type *type)
{
    visit_optional(k, type->ht_name);
    visit_optional(k, type->ht_qualname);
    visit_optional(k, type->ht_slots);
    visit_shared_keys(k, type->ht_cached_keys);
}

/* Of what the collector need not know. */
static void visit_untold(struct check *k, Object *o)
{
    if (is_type(o))
        visit_class(k, (const Type *)o);
    if (is_dict(o))
        visit_shared_keys(k, ((DictObject *)o)->ma_keys);
    if (instance_values(o) && instance_dict_if_any(o))
        visit(k->m, instance_dict_if_any(o), k);
}

/* ---- roots ----------------------------------------------------------------------------------- */

static void visit_frames(struct check *k)
{
    /* A generator's frame is not its generator's while it runs. */
    for (Frame *f = k->m->frame; f; f = f->previous)
        frame_traverse(k->m, f, visit, k);
}

/* Cycles that nobody reaches hold references too, until they are collected. */
static void visit_garbage(struct check *k)
{
    for (int i = 0; i < GC_GENERATIONS; i++) {
        GCHead *head = &k->m->gc.generation[i];
        for (GCHead *g = head->next; g && g != head; g = g->next) {
            if (gc_object(g)->refcnt <= 0) /* about to be freed */
                continue;
            visit(k->m, gc_object(g), k);
            k->table[slot_of(k, gc_object(g))].references--;
        }
    }
}

static void visit_roots(struct check *k)
{
    Machine *m = k->m;
    Object *roots[] = {m->none,
                       m->true_,
                       m->false_,
                       m->not_implemented,
                       m->ellipsis,
                       m->empty_tuple,
                       m->empty_str,
                       m->empty_bytes,
                       m->empty_frozenset,
                       m->exception,
                       m->handling.handled,
                       m->uncaught,
                       m->memory_error,
                       m->refusal_exception,
                       m->repr_stack,
                       m->thread_dict,
                       m->out.pieces,
                       m->main_dict,
                       m->builtins_dict,
                       m->sys_dict,
                       m->modules,
                       m->hidden_modules,
                       m->main_code,
                       m->tree_constants,
                       m->tracing.function,
                       m->tracing.profile,
                       m->gc.callbacks,
                       m->gc.garbage,
                       m->atexit,
                       m->decimal.context,
                       m->decimal.initial,
                       m->decimal.hooks};
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
        visit_optional(k, roots[i]);
    for (size_t i = 0; i < m->out.nheld; i++)
        visit_optional(k, m->out.held[i]);
    for (size_t i = 0; i < m->nlate_parsers; i++)
        visit_optional(k, m->late_parsers[i].keywords);
    for (size_t i = 0; i < sizeof m->exc / sizeof *m->exc; i++)
        visit_optional(k, (Object *)m->exc[i]);
    for (size_t i = 0; i < METHOD_CACHE_SIZE; i++)
        visit_optional(k, m->method_cache[i].name);
    visit_frames(k);
    visit_garbage(k);
}

/* References that only C functions hold are not seen, so a count may be higher than what was found;
 * between statements of a program that is not inside a C function there are none. */
static bool nothing_hidden(const Machine *m)
{
    if (m->event.kind != EVENT_STATEMENT || m->op || m->exception)
        return false;
    for (const Frame *f = m->frame; f; f = f->previous)
        if (f->entry && (f->previous || f->function)) /* __del__ at the end has none below it */
            return false;
    return true;
}

static bool check_counts(struct check *k)
{
    bool exact = nothing_hidden(k->m);
    for (size_t i = 0; i <= k->mask; i++) {
        const struct seen *s = &k->table[i];
        if (!s->object || s->object->flags & OBJECT_IMMORTAL || !s->object->serial)
            continue;
        if (s->references > s->object->refcnt || (exact && s->references < s->object->refcnt)) {
            buffer_printf(k->why, "object #%d (%s): refcount %lld, but %lld references were found",
                          s->object->serial, s->object->type->tp_name, (long long)s->object->refcnt,
                          (long long)s->references);
            return false;
        }
    }
    return true;
}

static bool check_generations(struct check *k)
{
    for (int i = 0; i < GC_GENERATIONS; i++) {
        GCHead *head = &k->m->gc.generation[i];
        for (GCHead *g = head->next; g != head; g = g->next) {
            if (g->next->prev != g || g->prev->next != g)
                return complain(k, gc_object(g), "its generation's list is broken");
            if (!object_is_tracked(gc_object(g)))
                return complain(k, gc_object(g), "is in a generation but not tracked");
        }
    }
    return true;
}

/* What the type cache knows is what seeking anew would find. */
static bool check_type_cache(struct check *k)
{
    Machine *m = k->m;
    for (size_t i = 0; i < TYPE_CACHE_SIZE; i++) {
        const struct type_cache_entry *e = &m->type_cache[i];
        bool lasts;
        if (e->type && e->epoch == m->class_epoch &&
            type_cache_seek(m, e->type, e->name, &lasts) != e->place)
            return complain(k, e->name, "the type cache has it elsewhere than the classes");
    }
    return true;
}

static void check_block(void *block, size_t size, int free, void *context)
{
    struct check *k = context;
    (void)size;
    if (free < 0 && k->why->len == 0)
        buffer_printf(k->why, "the header of the heap block at %p is damaged", block);
}

const char *machine_check(Machine *m, struct buffer *why)
{
    struct check k = {.m = m, .why = why, .mask = 4095};
    k.table = base_calloc(k.mask + 1, sizeof *k.table);
    heap_walk(m, check_block, &k);
    bool ok = why->len == 0;
    if (ok) {
        visit_roots(&k);
        while (ok && why->len == 0 && k.queued) {
            Object *o = k.queue[--k.queued];
            ok = check_object(&k, o);
            if (ok && slots_of(o)->tp_traverse)
                slots_of(o)->tp_traverse(m, o, visit, &k);
            visit_untold(&k, o);
        }
        ok = ok && why->len == 0 && check_counts(&k) && check_generations(&k) &&
             check_type_cache(&k);
    }
    base_free(k.table);
    base_free(k.queue);
    base_free(k.shared);
    return ok ? NULL : buffer_text(why);
}
