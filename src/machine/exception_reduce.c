/* How exceptions are taken apart for copy and pickle: Objects/exceptions.c: (type, args), and what
 * else they hold as a dict that goes back into them through __setstate__. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "exceptions.h"

static Object *with_state(Machine *m, Object *e, Object *args, Object *state)
{
    Object *result = state && state != m->none ? tuple_pack(m, 3, (Object *)e->type, args, state)
                                               : tuple_pack(m, 2, (Object *)e->type, args);
    return result;
}

Object *exception_reduce(Machine *m, Object *self, Object *const *args, size_t nargs,
                         Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return with_state(m, self, ((ExceptionObject *)self)->args, ((ExceptionObject *)self)->dict);
}

Object *exception_setstate(Machine *m, Object *self, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    (void)nargs, (void)kwnames;
    ssize_t at = 0;
    Object *key, *value;
    if (args[0] == m->none)
        return newref(m->none);
    if (!is_dict(args[0]))
        return error_set(m, EXC_TypeError, "state is not a dictionary");
    while (dict_next(args[0], &at, &key, &value, NULL)) {
        incref(key);
        incref(value);
        int status = object_setattr(m, self, key, value);
        decref(m, key);
        decref(m, value);
        if (status < 0)
            return NULL;
    }
    return newref(m->none);
}

/* The file names stand in args again. */
Object *exception_os_reduce(Machine *m, Object *self, Object *file, Object *file2)
{
    ExceptionObject *e = (ExceptionObject *)self;
    Object *args = NULL;
    if (tuple_size(e->args) == 2 && file && file2)
        args =
            tuple_pack(m, 5, tuple_item(e->args, 0), tuple_item(e->args, 1), file, m->none, file2);
    else if (tuple_size(e->args) == 2 && file)
        args = tuple_pack(m, 3, tuple_item(e->args, 0), tuple_item(e->args, 1), file);
    else
        args = newref(e->args);
    Object *result = args ? with_state(m, self, args, e->dict) : NULL;
    xdecref(m, args);
    return result;
}

Object *exception_named_state(Machine *m, Object *self, const char *const *names,
                              Object *const *values)
{
    ExceptionObject *e = (ExceptionObject *)self;
    bool any = false;
    for (int i = 0; names[i]; i++)
        any = any || values[i];
    if (!any)
        return newref(e->dict ? e->dict : m->none);
    Object *state = e->dict ? dict_copy(m, e->dict) : dict_new(m);
    for (int i = 0; state && names[i]; i++) {
        Object *name = str_intern_ascii(m, names[i]);
        if (!name || (values[i] && dict_set(m, state, name, values[i]) < 0))
            clear_ref(m, state);
        xdecref(m, name);
    }
    return state;
}
