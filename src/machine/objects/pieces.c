/* The arguments of split and splitlines; see pieces.h. */
#include "pieces.h"

#include "str_private.h"

bool pieces_arguments(Machine *m, const char *method, Object *const *args, size_t nargs,
                      Object *kwnames, Object **separator, ssize_t *cuts)
{
    static const char *const names[] = {"sep", "maxsplit", NULL};
    Object *arg[2];
    *cuts = -1;
    if (!arg_parse(m, method, args, nargs, kwnames, names, 0, 2, arg) ||
        (arg[1] && !str_arg_number(m, arg[1], PTRDIFF_MAX, cuts)))
        return false;
    if (*cuts < 0)
        *cuts = PIECES_UNLIMITED;
    *separator = arg[0] == m->none ? NULL : arg[0];
    return true;
}

int pieces_keep_ends(Machine *m, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const names[] = {"keepends", NULL};
    Object *arg[1];
    if (!arg_parse(m, "splitlines", args, nargs, kwnames, names, 0, 1, arg))
        return -1;
    return arg[0] ? int_as_flag(m, arg[0]) : 0;
}
