/* The proof: a program under the simulated and under the real CPython, compared statement by
 * statement.
 *
 * The machine is walked in step with the observer (observe.py), which stands still at the same
 * statements; verify_walk.h compares what can be seen there.  A second run of the real one, with
 * nothing watched, says what the program prints when nobody looks.
 *
 * What is compared: what has been printed; of every object that the names of the module and of the
 * running functions reach its type, size, reference count, place in the collector, and its insides
 * (capacities, tables slot by slot, attributes, bases, MRO); what is one object and what is not;
 * the final output, errors and exit status.  What could not be compared is said. */
#ifndef PYVIZ_APP_VERIFY_H
#define PYVIZ_APP_VERIFY_H

#include <pyviz/base/buffer.h>

#include "cli.h"

enum verify_outcome {
    VERIFY_MATCHES,
    VERIFY_DIFFERS,
    VERIFY_STOPPED, /* nothing to compare: no python3, refused, interrupted, out of time */
};

struct verify_difference {
    int line; /* of the statement after which it shows; 0: none */
    char *text;
    int more; /* others at the same statement */
};

struct verify_result {
    enum verify_outcome outcome;
    char version[32]; /* of the CPython compared with; "" none */
    uint64_t statements, compared, figures, differing;
    uint64_t collections; /* compared */
    struct verify_difference *difference;
    size_t differences;
    char **found; /* every figure that differs, when it was first found to */
    size_t nfound;
    struct buffer notes;   /* what could not be compared: a line each */
    struct buffer failure; /* why it stopped, safe for a terminal */
    int signal;            /* that asked us to end, or 0 */
};

/* Runs the program under both. */
void verify_run(const struct cli *cli, struct verify_result *result);
void verify_result_free(struct verify_result *result);

#endif
