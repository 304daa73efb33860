/* What an order says of <, <=, ==, !=, > and >=: CPython's Py_RETURN_RICHCOMPARE. */
#ifndef PYVIZ_MACHINE_COMPARE_H
#define PYVIZ_MACHINE_COMPARE_H

#include <pyviz/machine/machine.h>

/* -1, 0 or 1. */
static inline int compare_sizes(ssize_t a, ssize_t b)
{
    return (a > b) - (a < b);
}

/* Does `a op b` hold, where a compares to b as order to 0? */
static inline bool compare_holds(int order, enum compare_op op)
{
    switch (op) {
    case COMPARE_LT:
        return order < 0;
    case COMPARE_LE:
        return order <= 0;
    case COMPARE_EQ:
        return order == 0;
    case COMPARE_NE:
        return order != 0;
    case COMPARE_GT:
        return order > 0;
    default:
        return order >= 0;
    }
}

/* The same as True or False. */
static inline Object *compare_result(Machine *m, int order, enum compare_op op)
{
    return newref(compare_holds(order, op) ? m->true_ : m->false_);
}

#endif
