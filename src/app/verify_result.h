/* What a verification has found so far, as it is collected. */
#ifndef PYVIZ_APP_VERIFY_RESULT_H
#define PYVIZ_APP_VERIFY_RESULT_H

#include "verify.h"

#include <stdbool.h>

/* Has nothing been said of this figure yet?  From now on it has. */
bool result_is_new(struct verify_result *r, const char *text);
/* Takes the text. */
void result_add(struct verify_result *r, struct verify_difference d);
/* It cannot be compared, or no further: why. */
void result_fail(struct verify_result *r, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Forgets all differences. */
void result_clear(struct verify_result *r);

#endif
