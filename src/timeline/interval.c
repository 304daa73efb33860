#include "interval.h"

#include <pyviz/base/buffer.h>

#include <stdlib.h>
#include <string.h>

void tally_start(struct tally *tally, uint64_t clock)
{
    *tally = (struct tally){.upto = clock};
}

void tally_join(struct tally *tally, const struct tally *next, uint64_t start)
{
    if (tally->upto != start)
        return;
    tally->upto = next->upto;
    for (int i = 0; i < TALLY_KINDS; i++)
        tally->n[i] += next->n[i];
}

uint64_t tally_stops(const struct tally *tally, enum event_level level, bool references)
{
    uint64_t stops = 0;
    for (int i = TALLY_STATEMENT; i <= TALLY_REFERENCE; i++)
        if (stop_wanted(1u << i, level, references))
            stops += tally->n[i];
    return stops;
}

size_t intervals_find(const struct intervals *list, uint64_t clock)
{
    size_t low = 0, high = list->count - 1;
    while (low < high) {
        size_t middle = (low + high + 1) / 2;
        if (list->at[middle].start <= clock)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

void intervals_append(struct intervals *list, uint64_t start, struct checkpoint *checkpoint)
{
    if (list->count == list->cap) {
        list->cap = list->cap ? list->cap * 2 : 16;
        list->at = base_realloc(list->at, list->cap * sizeof *list->at);
    }
    struct interval *new = &list->at[list->count++];
    *new = (struct interval){.start = start, .checkpoint = checkpoint};
    tally_start(&new->tally, start);
}

void intervals_join(struct intervals *list, size_t i, struct page_store *store)
{
    struct interval *first = &list->at[i - 1], *second = &list->at[i];
    tally_join(&first->tally, &second->tally, second->start);
    first->due = second->due;
    first->us += second->us;
    checkpoint_drop(store, second->checkpoint);
    list->count--;
    memmove(second, second + 1, (list->count - i) * sizeof *second);
}

void intervals_free(struct intervals *list, struct page_store *store)
{
    for (size_t i = 0; i < list->count; i++)
        checkpoint_drop(store, list->at[i].checkpoint);
    free(list->at);
    *list = (struct intervals){0};
}
