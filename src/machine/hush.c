#include "hush.h"

#include "gc.h"
#include "stand_in.h"

/* Moves everything from one list to the end of another. */
static void move_all(GCHead *from, GCHead *to, int generation)
{
    if (from->next == from)
        return;
    for (GCHead *g = from->next; g != from; g = g->next)
        g->generation = generation;
    from->next->prev = to->prev;
    from->prev->next = to;
    to->prev->next = from->next;
    to->prev = from->prev;
    from->next = from->prev = from;
}

void hush_begin(Machine *m, struct Hush *hush, bool serials)
{
    struct machine_control *control = machine_control(m);
    *hush = (struct Hush){.outer = m->hush,
                          .clock = m->clock,
                          .hurried = m->hurried,
                          .horizon = control->horizon,
                          .next_serial = m->next_serial,
                          .gc_enabled = m->gc.enabled,
                          .known = m->hush && m->hush->known};
    for (int i = 0; i < GC_GENERATIONS; i++)
        hush->gc_count[i] = m->gc.count[i];
    for (int id = 0; id < FREELIST_COUNT; id++)
        hush->kept[id] = m->pymalloc.freelist[id].len;
    hush->serials = serials;
    hush->young.next = hush->young.prev = &hush->young;
    move_all(&m->gc.generation[0], &hush->young, 0);
    m->gc.unsure = m->gc.unsure || serials;
    m->hush = hush;
    m->gc.enabled = false;
    control->horizon = UINT64_MAX;
    m->next_serial = serials ? m->next_constant : 0;
}

/* The free lists get as long as they were. */
static void restore_free_list(Machine *m, int id, uint32_t length)
{
    struct FreeList *list = &m->pymalloc.freelist[id];
    size_t head, size = freelist_block(id, &head);
    while (list->len > length)
        pymalloc_free(m, freelist_take(m, id) - head, size);
    while (list->len < length) {
        uint64_t address = pymalloc_alloc(m, size);
        if (!address || !freelist_put(m, id, address + head))
            return;
    }
}

/* What the library has made is as full collections leave it.  It has been counted already where
 * CPython has had it from the beginning; a record holds all its modules. */
static void settle(Machine *m, GCHead *new, bool known)
{
    gc_untrack_settled(m, new);
    if (m->gc.recorded || known)
        m->gc.hidden[m->gc.home] -= gc_list_size(new);
}

void hush_end(Machine *m)
{
    struct Hush *hush = m->hush;
    m->hush = hush->outer;
    m->clock = hush->clock;
    m->hurried = hush->hurried;
    machine_control(m)->horizon = hush->horizon;
    if (m->next_serial)
        m->next_constant = m->next_serial;
    m->next_serial = hush->next_serial;
    m->gc.enabled = hush->gc_enabled;
    for (int i = 0; i < GC_GENERATIONS; i++)
        m->gc.count[i] = hush->gc_count[i];
    for (int id = 0; id < FREELIST_COUNT; id++)
        restore_free_list(m, id, hush->kept[id]);
    if (!hush->serials && !hush->outer)
        settle(m, &m->gc.generation[0], hush->known);
    /* The program's own is as young as it looks; what a hush in a hush has made is the outer's. */
    int to = hush->serials || hush->outer ? 0 : m->gc.home;
    move_all(&m->gc.generation[0], to ? &m->gc.generation[to] : &hush->young, to);
    move_all(&hush->young, &m->gc.generation[0], 0);
}

void hush_abandon(Machine *m)
{
    stand_in_interrupt(m);
    while (m->hush)
        hush_end(m);
}
