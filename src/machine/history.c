/* The counts over time: kept by the machine, so that they are the same whichever way one came. */
#include <pyviz/machine/machine.h>

struct HistorySample history_sample(const Machine *m)
{
    struct HistorySample s = {.bytes = m->pymalloc.live_bytes - m->history.bytes,
                              .blocks = m->pymalloc.live_blocks - m->history.blocks,
                              .made = m->next_serial > 0 ? m->next_serial - 1 : 0,
                              .collections = -m->history.collections};
    for (int i = 0; i < GC_GENERATIONS; i++)
        s.collections += m->gc.stats[i].collections;
    return s;
}

void history_begin(Machine *m)
{
    m->history = (struct History){
        .stride = 1, .bytes = m->pymalloc.live_bytes, .blocks = m->pymalloc.live_blocks};
    m->history.collections = history_sample(m).collections;
}

void history_leave_out(Machine *m, const struct HistorySample *before)
{
    struct HistorySample now = history_sample(m);
    m->history.bytes += now.bytes - before->bytes;
    m->history.blocks += now.blocks - before->blocks;
}

static void thin_out(struct History *h)
{
    for (uint32_t i = 0; i < HISTORY_SAMPLES / 2; i++)
        h->sample[i] = h->sample[2 * i];
    h->count = HISTORY_SAMPLES / 2;
    h->stride *= 2;
}

void history_take(Machine *m)
{
    struct History *h = &m->history;
    h->waiting = 0;
    if (h->count == HISTORY_SAMPLES)
        thin_out(h);
    h->sample[h->count++] = history_sample(m);
}
