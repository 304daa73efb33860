/* What patterns ask of a mapping and of an instance: Python/ceval.c: match_keys, match_class. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "eval_ops.h"
#include "gc.h"

/* ---- mappings -------------------------------------------------------------------------------- */

/* 1: new, and noted; 0: seen before; -1. */
static int note(Machine *m, Object *seen, Object *key)
{
    int known = set_contains(m, seen, key);
    return known ? (known < 0 ? -1 : 0) : set_add(m, seen, key) < 0 ? -1 : 1;
}

/* The key's value, `missing` if it has none. */
static Object *value_of(Machine *m, Object *map, Object *key, Object *seen, Object *missing)
{
    int fresh = note(m, seen, key);
    if (fresh == 0)
        error_set(m, EXC_ValueError, "mapping pattern checks duplicate key (%R)", key);
    return fresh == 1 ? object_call_method(m, map, m->id.get, (Object *[]){key, missing}, 2) : NULL;
}

static Object *values_of(Machine *m, Object *map, Object *keys, Object *seen, Object *missing)
{
    Object *values = tuple_new(m, tuple_size(keys));
    if (values)
        gc_track(m, values);
    for (ssize_t i = 0; values && i < tuple_size(keys); i++) {
        Object *value = value_of(m, map, tuple_item(keys, i), seen, missing);
        if (value == missing) {
            decref(m, value);
            decref(m, values);
            return newref(m->none);
        }
        if (value)
            ((TupleObject *)values)->item[i] = value;
        else
            clear_ref(m, values);
    }
    return values;
}

Object *eval_match_keys(Machine *m, Object *map, Object *keys)
{
    if (tuple_size(keys) == 0)
        return newref(m->empty_tuple);
    Object *seen = set_new(m, NULL), *missing = object_call0(m, (Object *)m->types.object);
    Object *values = seen && missing ? values_of(m, map, keys, seen, missing) : NULL;
    xdecref(m, seen);
    xdecref(m, missing);
    return values;
}

/* ---- classes --------------------------------------------------------------------------------- */

struct class_match {
    Object *subject;
    Type *type;
    Object *seen, *found; /* a set of names, a list of attributes */
};

enum outcome { FOUND, MISSING, FAILED };

static enum outcome take_attribute(Machine *m, struct class_match *match, Object *name)
{
    Object *value;
    int fresh = note(m, match->seen, name);
    if (fresh == 0)
        error_set(m, EXC_TypeError, "%s() got multiple sub-patterns for attribute %R",
                  match->type->tp_name, name);
    if (fresh < 1)
        return FAILED;
    int there = object_lookup_attr(m, match->subject, name, &value);
    if (there < 1)
        return there < 0 ? FAILED : MISSING;
    return list_append_steal(m, match->found, value) < 0 ? FAILED : FOUND;
}

/* bool bytearray bytes dict float frozenset int list set str tuple: one positional pattern stands
 * for the value itself. */
static bool matches_itself(const Machine *m, const Type *type)
{
    return type_is_subtype(type, m->types.bytearray) ||
           type->tp_flags &
               (TYPE_INT_SUBCLASS | TYPE_LIST_SUBCLASS | TYPE_TUPLE_SUBCLASS | TYPE_BYTES_SUBCLASS |
                TYPE_STR_SUBCLASS | TYPE_DICT_SUBCLASS | TYPE_FLOAT_SUBCLASS | TYPE_SET_SUBCLASS);
}

/* type.__match_args__: a new tuple; empty, with *itself, where the type has none. */
static Object *match_args(Machine *m, Type *type, bool *itself)
{
    Object *args = NULL;
    bool missing = false;
    if (m->profile->match_args_optional) {
        missing = object_lookup_attr(m, (Object *)type, m->id.__match_args__, &args) == 0;
    } else {
        args = object_getattr(m, (Object *)type, m->id.__match_args__);
        missing = !args && !m->refusing && error_matches(m, EXC_AttributeError);
        if (missing)
            error_clear(m); /* an exception has been made: the collector counts it */
    }
    *itself = missing && matches_itself(m, type);
    if (missing)
        return newref(m->empty_tuple);
    if (!args)
        return NULL;
    if (!is_exact(m, args, tuple)) {
        error_set(m, EXC_TypeError, "%s.__match_args__ must be a tuple (got %s)", type->tp_name,
                  args->type->tp_name);
        clear_ref(m, args);
    }
    return args;
}

static enum outcome take_named(Machine *m, struct class_match *match, Object *names, ssize_t n)
{
    enum outcome outcome = FOUND;
    for (ssize_t i = 0; i < n && outcome == FOUND; i++) {
        Object *name = tuple_item(names, i);
        if (!is_exact(m, name, str)) {
            error_set(m, EXC_TypeError, "__match_args__ elements must be strings (got %s)",
                      name->type->tp_name);
            return FAILED;
        }
        outcome = take_attribute(m, match, name);
    }
    return outcome;
}

static enum outcome take_positional(Machine *m, struct class_match *match, ssize_t nargs)
{
    bool itself;
    Object *names = nargs ? match_args(m, match->type, &itself) : newref(m->empty_tuple);
    if (!names)
        return FAILED;
    ssize_t allowed = nargs && itself ? 1 : tuple_size(names);
    enum outcome outcome = FOUND;
    if (allowed < nargs) {
        error_set(m, EXC_TypeError, "%s() accepts %zd positional sub-pattern%s (%zd given)",
                  match->type->tp_name, allowed, allowed == 1 ? "" : "s", nargs);
        outcome = FAILED;
    } else if (nargs && itself) {
        outcome = list_append(m, match->found, match->subject) < 0 ? FAILED : FOUND;
    } else {
        outcome = take_named(m, match, names, nargs);
    }
    decref(m, names);
    return outcome;
}

static Object *attributes(Machine *m, struct class_match *match, ssize_t nargs, Object *names)
{
    enum outcome outcome = take_positional(m, match, nargs);
    if (outcome == FOUND)
        outcome = take_named(m, match, names, tuple_size(names));
    if (outcome != FOUND)
        return outcome == MISSING ? newref(m->none) : NULL;
    return tuple_from_array(m, ((ListObject *)match->found)->item, list_size(match->found));
}

Object *eval_match_class(Machine *m, Object *subject, Object *cls, ssize_t nargs, Object *names)
{
    if (!is_type(cls))
        return error_set(m, EXC_TypeError, "%s", m->profile->match_not_class);
    int instance = object_isinstance(m, subject, cls);
    if (instance < 1)
        return instance < 0 ? NULL : newref(m->none);
    struct class_match match = {subject, (Type *)cls, set_new(m, NULL), list_new(m, 0)};
    Object *result = match.seen && match.found ? attributes(m, &match, nargs, names) : NULL;
    xdecref(m, match.seen);
    xdecref(m, match.found);
    return result;
}
