/* Runs a program and looks at its heap.
 *
 *     heap_tool STRIDE run [--python VERSION] FILE
 *
 * At every STRIDE-th statement (0: never) and at the end machine_check walks all objects: each has
 * as many references as it counts.  The stride doubles with every LOOKS looks, so that a program of
 * a million statements is looked at closely where it begins, and all through.
 *
 * At the end every block in use must besides be in reach: some word of the Machine, or of a block
 * in reach, is an address in it.  That is all that can be asked of blocks, which do not say what
 * they hold; a number that looks like an address hides a leak, and nothing is taken for one that is
 * none.
 *
 * Prints what is wrong, or nothing; then the status is 1. */
#include <pyviz/base/buffer.h>
#include <pyviz/machine/machine.h>
#include <pyviz/machine/str.h>

#include "app/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct block {
    char *start;
    size_t size;
    bool reached;
};
struct heap {
    struct block *blocks; /* live ones, in the order of their addresses */
    size_t count, capacity;
    size_t *queue; /* reached, and not looked into yet */
    size_t queued;
};

static void collect(void *start, size_t size, int free, void *context)
{
    struct heap *h = context;
    if (free)
        return;
    if (h->count == h->capacity) {
        h->capacity = h->capacity ? h->capacity * 2 : 4096;
        h->blocks = base_realloc(h->blocks, h->capacity * sizeof *h->blocks);
    }
    h->blocks[h->count++] = (struct block){start, size, false};
}

/* A word that may be an address, of a block's start or of what is inside it. */
static void reach(struct heap *h, char *p)
{
    size_t low = 0, high = h->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (h->blocks[middle].start + h->blocks[middle].size <= p)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == h->count || p < h->blocks[low].start || h->blocks[low].reached)
        return;
    h->blocks[low].reached = true;
    h->queue[h->queued++] = low;
}

static void reach_from(struct heap *h, const char *start, size_t size)
{
    for (size_t at = 0; at + sizeof(char *) <= size; at += sizeof(char *)) {
        char *p;
        memcpy(&p, start + at, sizeof p);
        reach(h, p);
    }
}

static const Object *object_in(const Machine *m, const struct block *b)
{
    for (size_t head = 0; head <= sizeof(GCHead); head += sizeof(GCHead)) {
        const Object *o = (const Object *)(const void *)(b->start + head);
        const char *type = (const char *)o->type, *low = (const char *)m;
        if (b->size >= head + sizeof *o && type > low && type < low + m->heap.top &&
            o->type->ob_base.type == m->types.type)
            return o;
    }
    return NULL;
}

static void print_text(const Object *text)
{
    printf("    ");
    for (ssize_t i = 0; i < str_len(text) && i < 60; i++)
        putchar(str_at(text, i) < 127 ? (int)str_at(text, i) : '?');
    printf("\n");
}

static void tell(const Machine *m, const struct block *b)
{
    const Object *o = object_in(m, b);
    if (!o) {
        printf("  a block of %zu bytes: %.16s\n", b->size, b->start);
        return;
    }
    printf("  object #%d (%s), refcount %lld\n", o->serial, o->type->tp_name, (long long)o->refcnt);
    if (o->type == m->types.str)
        print_text(o);
}

/* How many blocks are out of reach; the first few are told of. */
static size_t find_lost(const Machine *m)
{
    enum { SHOWN = 12 };
    struct heap h = {0};
    size_t lost = 0;
    heap_walk(m, collect, &h);
    h.queue = base_calloc(h.count + 1, sizeof *h.queue);
    reach_from(&h, (const char *)m, sizeof *m);
    while (h.queued) {
        const struct block *b = &h.blocks[h.queue[--h.queued]];
        reach_from(&h, b->start, b->size);
    }
    for (size_t i = 0; i < h.count; i++)
        if (!h.blocks[i].reached && lost++ < SHOWN)
            tell(m, &h.blocks[i]);
    base_free(h.blocks);
    base_free(h.queue);
    if (lost)
        printf("%zu blocks that nothing leads to\n", lost);
    return lost;
}

static bool is_healthy(Machine *m)
{
    struct buffer why = {0};
    const char *wrong = machine_check(m, &why);
    if (wrong)
        printf("line %d, event %llu: %s\n", machine_line(m), (unsigned long long)m->clock, wrong);
    buffer_free(&why);
    return !wrong;
}

enum { LOOKS = 250 };

struct stops {
    uint64_t stride; /* in statements, from one look to the next */
    uint64_t since;  /* statements since the last look */
    int looks;       /* with this stride */
};

static bool is_stop(Machine *m, void *context)
{
    struct stops *s = context;
    if (m->event.kind != EVENT_STATEMENT || ++s->since < s->stride)
        return false;
    s->since = 0;
    if (++s->looks == LOOKS) {
        s->looks = 0;
        s->stride *= 2;
    }
    return true;
}

/* Is nothing wrong anywhere? */
static bool look_into(Machine *m, struct stops *stops)
{
    if (stops->stride)
        machine_observe(m, is_stop, stops);
    bool good = is_healthy(m) && find_lost(m) == 0;
    while (good && !machine_ended(m)) {
        machine_run(m, UINT64_MAX);
        good = is_healthy(m);
    }
    return good && find_lost(m) == 0;
}

int main(int argc, char **argv)
{
    struct cli cli;
    struct program p;
    struct stops stops = {.stride = argc > 1 ? strtoull(argv[1], NULL, 10) : 0};
    if (argc < 3) {
        fputs("usage: heap_tool STRIDE run [--python VERSION] FILE\n", stderr);
        return EXIT_USAGE;
    }
    argv[1] = argv[0];
    if (!cli_parse(&cli, argc - 1, argv + 1))
        return EXIT_USAGE;
    /* A program that cannot be compiled has no heap, and says so on standard error. */
    bool good = program_start(&p, &cli) != EXIT_FINE || look_into(p.machine, &stops);
    program_free(&p);
    return good ? EXIT_FINE : EXIT_FAILED;
}
