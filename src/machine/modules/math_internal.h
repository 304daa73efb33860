/* What the files of the module math share. */
#ifndef PYVIZ_MACHINE_MODULES_MATH_INTERNAL_H
#define PYVIZ_MACHINE_MODULES_MATH_INTERNAL_H

#include "builtins.h"

/* The functions of these files have no self of interest. */
#define MATH(name)                                                                                 \
    Object *math_##name(Machine *m, Object *self, Object *const *args, size_t nargs,               \
                        Object *kwnames)

/* ValueError "math domain error", OverflowError "math range error". */
void *math_domain_error(Machine *m);
void *math_range_error(Machine *m);

/* math_gamma.c: both set errno as a C library would. */
double math_tgamma(double x);
double math_lgamma(double x);

/* math_int.c */
MATH(comb);
MATH(factorial);
MATH(gcd);
MATH(isqrt);
MATH(lcm);
MATH(perm);

/* math_sum.c */
MATH(dist);
MATH(fsum);
MATH(hypot);
MATH(prod);
MATH(sumprod);

#endif
