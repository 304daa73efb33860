/* What runs stands in a text: the program's, or that of a statement put in between. */
#ifndef PYVIZ_STAGE_TEXT_H
#define PYVIZ_STAGE_TEXT_H

#include <pyviz/lang/source.h>
#include <pyviz/machine/machine.h>

#include "scan.h"

struct text {
    struct source source;
    struct scan scan;
};

/* Statements that were put in between, in the order in which they run. */
struct what_ifs {
    struct text *text;
    size_t count;
};

/* Takes copies; for what_ifs_free. */
void what_ifs_set(struct what_ifs *w, const char *const *texts, size_t count);
void what_ifs_free(struct what_ifs *w);
/* The one that runs now, NULL: none does. */
const struct text *what_ifs_under_way(const struct what_ifs *w, const Machine *m);

#endif
