/* The collections of a run that nobody watches but their own callback, beside the machine's. */
#ifndef PYVIZ_APP_VERIFY_COLLECTIONS_H
#define PYVIZ_APP_VERIFY_COLLECTIONS_H

#include <pyviz/machine/machine.h>

struct collection {
    int generation, line;
    int64_t count, found; /* of its generation, when it begins; objects */
    bool unsure, asked;   /* ours only: machine.h; by gc.collect() */
};

struct collections {
    struct collection *item;
    size_t count, cap;
};

/* What is told of a comparison. */
struct collections_report {
    /* "collection 2 ..."; line: the machine's, 0: none. */
    void (*differs)(void *context, int line, const char *text);
    void *context;
    uint64_t figures, compared;
    bool unsure; /* not all could be compared */
};

/* A line "generation line count found" of app/record.py's. */
void collections_read(struct collections *real, const char *line);
/* An observer of the machine: context is a struct collections.  What the end of a program collects
 * nobody is told of. */
bool collections_note(Machine *m, void *context);
void collections_compare(struct collections_report *report, const Machine *m,
                         const struct collections *real, const struct collections *ours);
void collections_free(struct collections *c);

#endif
