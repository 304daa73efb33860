/* int(x) and float(x) of any object: Objects/abstract.c: PyNumber_Long, PyNumber_Float. */
#include "number.h"
#include <pyviz/machine/bytearray.h>

#include "../class.h"
#include "../warnings.h"
#include <pyviz/machine/float.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>

#include <stdio.h>

/* What a conversion gave, as an object of exactly int: takes v over. */
static Object *exact_int(Machine *m, Object *v)
{
    if (!v || is_exact(m, v, int_))
        return v;
    Object *exact = slots_of(m->true_)->nb_int(m, v);
    decref(m, v);
    return exact;
}

/* What __int__ gave: an int, its subclasses' with a warning.  Takes v over. */
static Object *checked_int(Machine *m, Object *v)
{
    if (!v || is_exact(m, v, int_))
        return v;
    if (!is_int(v))
        error_set(m, EXC_TypeError, "__int__ returned non-int (type %.200s)", type_name(v));
    else if (warn_strict_subclass(m, "__int__", "int", v) == 0)
        return exact_int(m, v);
    decref(m, v);
    return NULL;
}

/* int() of what only has __trunc__: Objects/abstract.c: PyNumber_Long. */
static Object *by_trunc(Machine *m, Object *o)
{
    Object *trunc = special_method(m, o, m->id.__trunc__), *v = NULL;
    if (!trunc)
        return NULL;
    if (warn_deprecated(m, "The delegation of int() to __trunc__ is deprecated.") == 0)
        v = object_call0(m, trunc);
    decref(m, trunc);
    if (!v || is_int(v))
        return exact_int(m, v);
    Object *index = slots_of(v)->nb_index ? exact_int(m, number_index(m, v)) : NULL;
    if (!index && !error_occurred(m))
        error_set(m, EXC_TypeError, "__trunc__ returned non-Integral (type %.200s)", type_name(v));
    decref(m, v);
    return index;
}

Object *number_int(Machine *m, Object *o)
{
    if (is_exact(m, o, int_))
        return newref(o);
    const TypeSlots *s = slots_of(o);
    if (s->nb_int)
        return checked_int(m, s->nb_int(m, o));
    if (s->nb_index)
        return exact_int(m, number_index(m, o));
    if (type_lookup(m, o->type, m->id.__trunc__))
        return by_trunc(m, o);
    if (is_str(o))
        return int_from_str(m, o, 10);
    if (is_bytes(o))
        return int_from_bytes_text(m, o, 10);
    Object *lent = memory_bytes(m, o);
    if (lent || error_occurred(m)) {
        Object *v = lent ? int_from_bytes_text(m, lent, 10) : NULL;
        xdecref(m, lent);
        return v;
    }
    return error_set(m, EXC_TypeError,
                     "int() argument must be a string, a bytes-like object or a real number, not "
                     "'%.200s'",
                     type_name(o));
}

static Object *exact_float(Machine *m, Object *o, Object *v)
{
    if (!v || is_exact(m, v, float_))
        return v;
    Object *exact = NULL;
    char method[80];
    snprintf(method, sizeof method, "%.50s.__float__", type_name(o));
    if (is_float(v) && warn_strict_subclass(m, method, "float", v) == 0)
        exact = float_from_double(m, float_value(v));
    else if (!is_float(v))
        error_set(m, EXC_TypeError, "%.50s.__float__ returned non-float (type %.50s)", type_name(o),
                  type_name(v));
    decref(m, v);
    return exact;
}

Object *number_float(Machine *m, Object *o)
{
    if (is_exact(m, o, float_))
        return newref(o);
    const TypeSlots *s = slots_of(o);
    if (s->nb_float)
        return exact_float(m, o, s->nb_float(m, o));
    if (s->nb_index) {
        Object *index = number_index(m, o);
        if (!index)
            return NULL;
        double v = int_as_double(m, index);
        decref(m, index);
        return v == -1.0 && error_occurred(m) ? NULL : float_from_double(m, v);
    }
    if (is_str(o) || is_bytes(o))
        return float_from_str(m, o);
    Object *lent = memory_bytes(m, o);
    if (lent || error_occurred(m)) {
        Object *v = lent ? float_from_str(m, lent) : NULL;
        xdecref(m, lent);
        if (!v && error_matches(m, EXC_ValueError)) { /* it names what it was given */
            error_clear(m);
            error_set(m, EXC_ValueError, "could not convert string to float: %R", o);
        }
        return v;
    }
    return error_set(m, EXC_TypeError,
                     "float() argument must be a string or a real number, not '%.200s'",
                     type_name(o));
}
