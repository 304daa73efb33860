#include <pyviz/machine/boot_record.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/tuple.h>

#include "class.h"
#include "code.h"
#include "compile_leavings.h"
#include "gc.h"

/* Blocks that somebody has had and given back.  None of them counts for the collector: the counts
 * are told apart from them. */
static void fill_free_lists(Machine *m, const struct boot_free_lists *free)
{
    freelist_fill(m, FREELIST_LIST, free->lists);
    freelist_fill(m, FREELIST_DICT, free->dicts);
    freelist_fill(m, FREELIST_DICT_KEYS, free->dict_keys);
    freelist_fill(m, FREELIST_SLICE, free->slices);
    for (int i = 0; i < FREE_TUPLES; i++)
        freelist_fill(m, FREELIST_TUPLE + i, free->tuples[i]);
}

/* Collections have come by while the script was compiled, and have forgotten constants. */
static void forget_constants(Machine *m, const Object *constants, const char **tracked);

static void forget_constant(Machine *m, Object *o, const char **tracked)
{
    Object *member;
    if (is_exact(m, o, code)) {
        forget_constants(m, ((CodeObject *)o)->consts, tracked);
    } else if (is_exact(m, o, tuple) && tuple_size(o)) {
        if (**tracked && *(*tracked)++ == '0')
            gc_untrack(m, o);
        forget_constants(m, o, tracked);
    } else if (is_exact(m, o, frozenset)) {
        for (ssize_t at = 0; set_next(m, o, &at, &member, NULL);)
            forget_constant(m, member, tracked);
    }
}

static void forget_constants(Machine *m, const Object *constants, const char **tracked)
{
    for (ssize_t i = 0; i < tuple_size(constants); i++)
        forget_constant(m, tuple_item(constants, i), tracked);
}

/* What the machine has of its own in a generation is among what CPython has there, where a full
 * collection has just come by. */
void boot_record_apply(Machine *m, const struct boot_record *record)
{
    const char *tracked = record->tracked;
    if (tracked)
        forget_constants(m, ((CodeObject *)m->main_code)->consts, &tracked);
    if (record->subclassed)
        class_note_subclassed(m, record->subclassed);
    int home = gc_boot_home(record->objects);
    if (home != m->gc.home)
        gc_list_merge(&m->gc.generation[m->gc.home], &m->gc.generation[home], home);
    m->gc.home = home;
    gc_untrack_settled(m, &m->gc.generation[home]);
    for (int i = 0; i < GC_GENERATIONS; i++) {
        m->gc.hidden[i] = record->objects[i] - gc_list_size(&m->gc.generation[i]);
        m->gc.stats[i].collections = record->collections[i];
        m->gc.stats[i].collected = record->collected[i];
    }
    m->gc.hidden[GC_PERMANENT] = record->objects[GC_PERMANENT];
    m->gc.long_lived_total = record->long_lived_total;
    m->gc.long_lived_pending = record->long_lived_pending;
    m->gc.watched = record->watched;
    m->gc.enabled = !record->disabled;
    m->gc.traced = record->traced;
    m->gc.framed = record->framed;
    m->gc.monitored = record->monitored;
    m->clock_shared = record->shared_clock;
    m->gc.recorded = true;
    fill_free_lists(m, &record->free);
    for (int i = 0; i < GC_GENERATIONS; i++)
        m->gc.count[i] = (int)record->count[i];
}

/* ---- without a record ------------------------------------------------------------------------ */

static int64_t larger(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

/* Of one sort there are `most` at once, of which `kept` stay; what is given back goes into the free
 * list, which held *free and has room for so many.  *fresh: how many came from the allocator; how
 * many of those still are there, in the list or outside, is the result. */
static int64_t pass_through(int64_t *free, int64_t room, int64_t most, int64_t kept, int64_t *fresh)
{
    int64_t before = *free, all = larger(before, most);
    *fresh += all - before;
    *free = all - kept < room ? all - kept : room;
    return *free + kept - before;
}

/* What compiling leaves in the free lists, and adds to the count of the youngest generation; *fresh
 * is how much it adds to it for a while, at most. */
static int64_t compile(Machine *m, const struct compile_leavings *left,
                       struct boot_free_lists *free, int64_t *fresh)
{
    const Profile *p = m->profile;
    int64_t count = pass_through(&free->lists, p->list_freelist, left->lists, 0, fresh) +
                    pass_through(&free->dicts, p->dict_freelist, left->dicts, 0, fresh);
    for (int i = 0; i < FREE_TUPLES; i++) {
        bool rest = i == FREE_TUPLES - 1 && p->tuples_of_20_rest;
        int64_t resting = rest ? free->tuples[i] : 0;
        free->tuples[i] -= resting;
        count += pass_through(&free->tuples[i], p->tuple_freelist, left->tuples[i], left->kept[i],
                              fresh);
        free->tuples[i] += resting;
    }
    *fresh += left->others;
    return count + left->others;
}

/* The youngest generation has been collected: nothing of it was garbage. */
static void collect_youngest(Machine *m)
{
    gc_untrack_settled(m, &m->gc.generation[0]);
    gc_list_merge(&m->gc.generation[0], &m->gc.generation[1], 1);
    m->gc.hidden[1] += m->gc.hidden[0];
    m->gc.hidden[0] = 0;
    m->gc.count[1]++;
    m->gc.stats[0].collections++;
}

void boot_record_assume(Machine *m, const struct compile_leavings *leavings)
{
    enum { FUNCTION_OF_MODULE = 1 }; /* as which its code is called */
    struct boot_free_lists free = m->profile->boot_free;
    int64_t fresh = 0, count = compile(m, leavings, &free, &fresh);
    int64_t room = m->gc.threshold[0] - m->profile->gc_boot_count[0];
    fill_free_lists(m, &free);
    m->gc.hidden[0] += FUNCTION_OF_MODULE;
    count += FUNCTION_OF_MODULE;
    if (m->profile->gc_at_eval_breaker && count > room) {
        collect_youngest(m); /* when the module begins */
        count = -m->profile->gc_boot_count[0];
    }
    for (; !m->profile->gc_at_eval_breaker && fresh > room; room += m->gc.threshold[0] + 1) {
        collect_youngest(m);
        count -= m->gc.threshold[0] + 1;
    }
    m->gc.count[0] = (int)larger(m->profile->gc_boot_count[0] + count, 0);
}
