/* Pointers to values by open addressing with linear probing, at most two thirds full. */
#include "symtable_internal.h"

#include <stdint.h>

static size_t first_slot(const struct symtable_index *index, const void *key)
{
    uint64_t hash = (uint64_t)(uintptr_t)key * 0x9e3779b97f4a7c15u;
    return (size_t)(hash >> 32) & (index->slot_count - 1);
}

/* Where the key is, or the free slot where it belongs. */
static struct symtable_slot *find_slot(const struct symtable_index *index, const void *key)
{
    for (size_t i = first_slot(index, key);; i = (i + 1) & (index->slot_count - 1))
        if (!index->slots[i].key || index->slots[i].key == key)
            return &index->slots[i];
}

void *symtable_index_get(const struct symtable_index *index, const void *key)
{
    return index->slot_count ? find_slot(index, key)->value : NULL;
}

void symtable_index_put(struct symtable_index *index, struct arena *arena, const void *key,
                        void *value)
{
    if ((index->used + 1) * 3 > index->slot_count * 2) {
        struct symtable_index old = *index;
        index->slot_count = old.slot_count ? old.slot_count * 2 : 8;
        index->slots = arena_alloc(arena, index->slot_count * sizeof *index->slots);
        for (size_t i = 0; i < old.slot_count; i++)
            if (old.slots[i].key)
                *find_slot(index, old.slots[i].key) = old.slots[i];
    }
    struct symtable_slot *slot = find_slot(index, key);
    if (!slot->key)
        index->used++;
    *slot = (struct symtable_slot){key, value};
}

/* The key stays, so that no probe sequence breaks; its value is gone. */
void symtable_index_remove(struct symtable_index *index, const void *key)
{
    if (index->slot_count)
        find_slot(index, key)->value = NULL;
}
