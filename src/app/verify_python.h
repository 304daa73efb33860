/* Which CPython it is that `pyviz verify` compares with, and which profile is like it. */
#ifndef PYVIZ_APP_VERIFY_PYTHON_H
#define PYVIZ_APP_VERIFY_PYTHON_H

#include "verify.h"
#include "verify_child.h"
#include "verify_result.h"

/* Asks the interpreter who it is, and takes the profile that is nearest, unless the caller has
 * chosen one.  The child serves for that alone.  False: the result says why not. */
bool python_ask(struct cli *cli, struct child *child, struct verify_result *result);

#endif
