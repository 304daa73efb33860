#include <pyviz/machine/boot_record.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/tuple.h>

#include "class.h"
#include "code.h"
#include "gc.h"

/* Blocks that somebody has had and given back.  None of them counts for the collector: the counts
 * are the record's. */
static void fill_free_lists(Machine *m, const struct boot_record *record)
{
    freelist_fill(m, FREELIST_LIST, record->lists);
    freelist_fill(m, FREELIST_DICT, record->dicts);
    freelist_fill(m, FREELIST_DICT_KEYS, record->dict_keys);
    freelist_fill(m, FREELIST_SLICE, record->slices);
    for (int i = 0; i < RECORD_TUPLES; i++)
        freelist_fill(m, FREELIST_TUPLE + i, record->tuples[i]);
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
    fill_free_lists(m, record);
    for (int i = 0; i < GC_GENERATIONS; i++)
        m->gc.count[i] = (int)record->count[i];
}
