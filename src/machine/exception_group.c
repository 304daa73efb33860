/* BaseExceptionGroup and ExceptionGroup, and what except* does with them: Objects/exceptions.c,
 * Python/ceval.c: exception_group_match. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "eval.h"
#include "eval_ops.h"
#include "exceptions.h"
#include "objects/generic_alias.h"

#include <string.h>

enum { GROUP_MESSAGE, GROUP_EXCEPTIONS };

#define MESSAGE(o)    (((ExceptionObject *)(o))->extra[GROUP_MESSAGE])
#define EXCEPTIONS(o) (((ExceptionObject *)(o))->extra[GROUP_EXCEPTIONS])

bool exception_is_group(const Machine *m, const Object *o)
{
    return type_is_subtype(o->type, m->exc[EXC_BaseExceptionGroup]);
}

Object *exception_group_items(const Object *group)
{
    return EXCEPTIONS(group);
}

/* ---- making one ------------------------------------------------------------------------------ */

/* The exceptions as a tuple; *beyond: some are no Exceptions. */
static Object *checked_items(Machine *m, Object *exceptions, bool *beyond)
{
    const TypeSlots *slots = slots_of(exceptions);
    if (is_dict(exceptions) || !(slots->sq_item || (slots->mp_subscript && slots->sq_length)))
        return error_set(m, EXC_TypeError, "second argument (exceptions) must be a sequence");
    Object *items = sequence_tuple(m, exceptions);
    if (items && tuple_size(items) == 0) {
        error_set(m, EXC_ValueError, "second argument (exceptions) must be a non-empty sequence");
        clear_ref(m, items);
    }
    *beyond = false;
    for (ssize_t i = 0; items && i < tuple_size(items); i++) {
        const Object *item = tuple_item(items, i);
        if (!is_exception(item)) {
            error_set(m, EXC_ValueError,
                      "Item %zd of second argument (exceptions) is not an exception", i);
            clear_ref(m, items);
            break;
        }
        *beyond = *beyond || !type_is_subtype(item->type, m->exc[EXC_Exception]);
    }
    return items;
}

/* A group of Exceptions only is an ExceptionGroup; NULL with TypeError where a type promises
 * that. */
static Type *type_for(Machine *m, Type *type, bool beyond)
{
    if (type == m->exc[EXC_BaseExceptionGroup])
        return beyond ? type : m->exc[EXC_ExceptionGroup];
    if (!beyond || !type_is_subtype(type, m->exc[EXC_Exception]))
        return type;
    if (type == m->exc[EXC_ExceptionGroup])
        return error_set(m, EXC_TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
    return error_set(m, EXC_TypeError, "Cannot nest BaseExceptions in '%.200s'", type->tp_name);
}

static Object *group_new(Machine *m, Type *type, Object *const *args, size_t nargs, Object *kwnames)
{
    bool beyond = false;
    if (nargs != 2)
        return error_set(m, EXC_TypeError,
                         "BaseExceptionGroup.__new__() takes exactly 2 arguments (%zu given)",
                         nargs);
    if (!is_str(args[0]))
        return error_set(m, EXC_TypeError,
                         "BaseExceptionGroup.__new__() argument 1 must be str, not %s",
                         type_name(args[0]));
    Object *items = checked_items(m, args[1], &beyond);
    type = items ? type_for(m, type, beyond) : NULL;
    Object *group = type ? exception_tp_new(m, type, args, nargs, kwnames) : NULL;
    if (group) {
        MESSAGE(group) = newref(args[0]);
        EXCEPTIONS(group) = newref(items);
    }
    xdecref(m, items);
    return group;
}

static Object *group_str(Machine *m, Object *o)
{
    ssize_t n = tuple_size(EXCEPTIONS(o));
    return str_printf(m, "%S (%zd sub-exception%s)", MESSAGE(o), n, n == 1 ? "" : "s");
}

static Object *make_group(Machine *m, Object *message, Object *exceptions)
{
    Object *args[] = {message, exceptions};
    return object_vectorcall(m, (Object *)m->exc[EXC_BaseExceptionGroup], args, 2, NULL);
}

static bool check_one(Machine *m, const Object *self, const char *name, size_t nargs)
{
    if (nargs == 1)
        return true;
    if (m->profile->group_methods_take_one)
        error_set(m, EXC_TypeError, "%.100s.%s() takes exactly one argument (%zd given)",
                  type_name(self), name, (ssize_t)nargs);
    else if (strcmp(name, "derive") == 0)
        error_set(m, EXC_TypeError, "function takes exactly 1 argument (%zd given)",
                  (ssize_t)nargs);
    else
        error_set(m, EXC_TypeError, "%s expected 1 argument, got %zd", name, (ssize_t)nargs);
    return false;
}

static Object *group_derive(Machine *m, Object *self, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)kwnames;
    if (!check_one(m, self, "derive", nargs))
        return NULL;
    return make_group(m, MESSAGE(self), args[0]);
}

/* ---- parts of a group ------------------------------------------------------------------------ */

static int copy_notes(Machine *m, Object *from, Object *to)
{
    Object *name = str_intern_ascii(m, "__notes__"), *notes = NULL;
    int there = name ? object_lookup_attr(m, from, name, &notes) : -1, status = there < 0 ? -1 : 0;
    if (there > 0 && (is_list(notes) || is_tuple(notes))) {
        Object *copy = sequence_list(m, notes);
        status = copy ? object_setattr(m, to, name, copy) : -1;
        xdecref(m, copy);
    }
    xdecref(m, notes);
    xdecref(m, name);
    return status;
}

/* Objects/call.c: PyObject_CallMethod(o, name, "(O)", argument): by a bound method and a tuple. */
static Object *call_bound(Machine *m, Object *o, const char *name, Object *argument)
{
    Object *text = str_intern_ascii(m, name);
    Object *method = text ? object_getattr(m, o, text) : NULL;
    Object *arguments = method ? call_hold_arguments(m, &argument, 1) : NULL;
    Object *result = arguments ? object_call1(m, method, argument) : NULL;
    xdecref(m, arguments);
    xdecref(m, method);
    xdecref(m, text);
    return result;
}

/* group.derive(items) with the group's traceback, cause, context and notes; None of no items.
 * exceptiongroup_subset. */
static Object *subset(Machine *m, Object *group, Object *items)
{
    if (list_size(items) == 0)
        return newref(m->none);
    Object *part = call_bound(m, group, "derive", items);
    if (!part)
        return NULL;
    if (!exception_is_group(m, part)) {
        decref(m, part);
        return error_set(m, EXC_TypeError, "derive must return an instance of BaseExceptionGroup");
    }
    const ExceptionObject *from = (ExceptionObject *)group;
    ExceptionObject *to = (ExceptionObject *)part;
    exception_put(m, &to->traceback, from->traceback);
    exception_put(m, &to->context, from->context);
    exception_put(m, &to->cause, from->cause);
    to->suppress_context = to->suppress_context || from->cause;
    if (copy_notes(m, group, part) < 0)
        clear_ref(m, part);
    return part;
}

/* What is looked for in a group: exceptions of a type, those that a function picks, or these very
 * ones. */
struct matcher {
    Object *types, *function; /* one of them, or neither */
    Object *these;            /* list */
};

static bool is_exception_type(const Object *o)
{
    return is_type(o) && ((const Type *)o)->tp_flags & TYPE_EXC_SUBCLASS;
}

static bool matcher_of(Machine *m, Object *value, struct matcher *matcher)
{
    bool types = is_exception_type(value);
    *matcher = (struct matcher){0};
    if (is_exact(m, value, tuple)) {
        types = true;
        for (ssize_t i = 0; i < tuple_size(value); i++)
            types = types && is_exception_type(tuple_item(value, i));
    }
    bool any_callable = m->profile->group_takes_callables;
    if (types)
        matcher->types = value;
    else if (any_callable ? object_is_callable(value) && !is_type(value)
                          : is_exact(m, value, function))
        matcher->function = value;
    else
        error_set(m, EXC_TypeError, "%s",
                  any_callable ? "expected an exception type, a tuple of exception types, or a "
                                 "callable (other than a class)"
                               : "expected a function, exception type or tuple of exception types");
    return types || matcher->function;
}

/* 1, 0 or -1. */
static int matches(Machine *m, const struct matcher *matcher, Object *exception)
{
    if (matcher->types)
        return exception_matches(m, exception, matcher->types);
    if (matcher->function) {
        Object *answer = object_call1(m, matcher->function, exception);
        int r = answer ? object_is_true(m, answer) : -1;
        xdecref(m, answer);
        return r;
    }
    for (ssize_t i = 0; i < list_size(matcher->these); i++)
        if (list_item(matcher->these, i) == exception)
            return 1;
    return 0;
}

struct split {
    Object *match, *rest; /* None where empty; rest NULL if nobody asks for it */
};

static bool split(Machine *m, Object *exception, const struct matcher *matcher, bool want_rest,
                  struct split *out);

/* Splits each item of a group and gathers the halves in two lists. */
static bool split_items(Machine *m, Object *group, const struct matcher *matcher, Object *match,
                        Object *rest)
{
    bool ok = true;
    for (ssize_t i = 0; ok && i < tuple_size(EXCEPTIONS(group)); i++) {
        struct split part;
        if (recursion_enter(m, " in exceptiongroup_split_recursive") < 0)
            return false;
        ok = split(m, tuple_item(EXCEPTIONS(group), i), matcher, rest != NULL, &part);
        recursion_leave(m);
        if (!ok)
            break;
        ok = (part.match == m->none || list_append(m, match, part.match) == 0) &&
             (!part.rest || part.rest == m->none || list_append(m, rest, part.rest) == 0);
        decref(m, part.match);
        xdecref(m, part.rest);
    }
    return ok;
}

static bool split_group(Machine *m, Object *group, const struct matcher *matcher, bool want_rest,
                        struct split *out)
{
    Object *match = list_new(m, 0), *rest = want_rest ? list_new(m, 0) : NULL;
    *out = (struct split){0};
    if (match && (rest || !want_rest) && split_items(m, group, matcher, match, rest) &&
        (out->match = subset(m, group, match)) && want_rest &&
        !(out->rest = subset(m, group, rest)))
        clear_ref(m, out->match);
    xdecref(m, match);
    xdecref(m, rest);
    return out->match != NULL;
}

static bool split(Machine *m, Object *exception, const struct matcher *matcher, bool want_rest,
                  struct split *out)
{
    int whole = matches(m, matcher, exception);
    if (whole < 0)
        return false;
    if (!whole && exception_is_group(m, exception))
        return split_group(m, exception, matcher, want_rest, out);
    out->match = newref(whole ? exception : m->none);
    out->rest = want_rest ? newref(whole ? m->none : exception) : NULL;
    return true;
}

static Object *group_split(Machine *m, Object *self, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    struct matcher matcher;
    struct split parts;
    (void)kwnames;
    if (!check_one(m, self, "split", nargs) || !matcher_of(m, args[0], &matcher) ||
        !split(m, self, &matcher, true, &parts))
        return NULL;
    return tuple_from_array_steal(m, (Object *[]){parts.match, parts.rest}, 2);
}

static Object *group_subgroup(Machine *m, Object *self, Object *const *args, size_t nargs,
                              Object *kwnames)
{
    struct matcher matcher;
    struct split parts;
    (void)kwnames;
    if (!check_one(m, self, "subgroup", nargs))
        return NULL;
    return matcher_of(m, args[0], &matcher) && split(m, self, &matcher, false, &parts) ? parts.match
                                                                                       : NULL;
}

/* ---- except* --------------------------------------------------------------------------------- */

/* A single exception that a clause names is handed to it as a group of one. */
static bool match_naked(Machine *m, Object *exception, struct split *out)
{
    Object *items = tuple_pack(m, 1, exception);
    out->match = items ? make_group(m, m->empty_str, items) : NULL;
    xdecref(m, items);
    if (out->match && m->profile->except_star_adds_frame)
        traceback_note(m, out->match, m->frame);
    out->rest = out->match ? newref(m->none) : NULL;
    return out->match != NULL;
}

static bool match_clause(Machine *m, Object *exception, Object *types, struct split *out)
{
    struct matcher matcher = {.types = types};
    if (exception == m->none) {
        *out = (struct split){newref(m->none), newref(m->none)};
        return true;
    }
    if (!exception_is_group(m, exception) && exception_matches(m, exception, types))
        return match_naked(m, exception, out);
    if (!exception_is_group(m, exception) || exception_matches(m, exception, types))
        return split(m, exception, &matcher, true, out);
    Object *pair = call_bound(m, exception, "split", types);
    if (!pair)
        return false;
    if (!is_exact(m, pair, tuple) || tuple_size(pair) < 2) {
        error_set(m, EXC_TypeError, "%.200s.split must return a %s", type_name(exception),
                  is_exact(m, pair, tuple) ? "2-tuple, got tuple of size too small" : "tuple");
        decref(m, pair);
        return false;
    }
    *out = (struct split){newref(tuple_item(pair, 0)), newref(tuple_item(pair, 1))};
    decref(m, pair);
    return true;
}

bool eval_check_group_match(Machine *m, Frame *f)
{
    Object *types = f->top[-1], *exception = f->top[-2];
    struct split parts;
    if (!eval_check_star_types(m, types) || !match_clause(m, exception, types, &parts))
        return false;
    f->top[-2] = parts.rest;
    f->top[-1] = parts.match;
    if (exception != m->none)
        EMIT(m, EXCEPTION_MATCH, exception, types, parts.match != m->none);
    if (parts.match != m->none)
        set_ref(m, m->exc_info->handled, newref(parts.match));
    decref(m, types);
    decref(m, exception);
    return true;
}

/* Raised again as it came, and not by a clause: is_same_exception_metadata. */
static bool is_part_of(Machine *m, Object *exception, Object *original)
{
    const ExceptionObject *a = (ExceptionObject *)exception, *b = (ExceptionObject *)original;
    Object *name = str_intern_ascii(m, "__notes__");
    Object *notes = a->dict && name ? dict_get_str(m, a->dict, name) : NULL;
    Object *other = b->dict && name ? dict_get_str(m, b->dict, name) : NULL;
    xdecref(m, name);
    return notes == other && a->traceback == b->traceback && a->cause == b->cause &&
           a->context == b->context;
}

static int collect_leaves(Machine *m, Object *exception, Object *leaves)
{
    if (!exception_is_group(m, exception))
        return list_append(m, leaves, exception);
    for (ssize_t i = 0; i < tuple_size(EXCEPTIONS(exception)); i++)
        if (collect_leaves(m, tuple_item(EXCEPTIONS(exception), i), leaves) < 0)
            return -1;
    return 0;
}

/* The part of the original that was raised again, in its shape: exception_group_projection. */
static Object *projection(Machine *m, Object *original, Object *again)
{
    struct matcher matcher = {.these = list_new(m, 0)};
    struct split parts = {0};
    bool ok = matcher.these != NULL;
    for (ssize_t i = 0; ok && i < list_size(again); i++)
        ok = collect_leaves(m, list_item(again, i), matcher.these) == 0;
    ok = ok && split(m, original, &matcher, false, &parts);
    xdecref(m, matcher.these);
    return ok ? parts.match : NULL;
}

/* Parts the results of the clauses into what was raised in them and what only goes on. */
static bool part_results(Machine *m, Object *original, Object *results, Object *raised,
                         Object *again)
{
    for (ssize_t i = 0; i < list_size(results); i++) {
        Object *e = list_item(results, i);
        if (e != m->none && list_append(m, is_part_of(m, e, original) ? again : raised, e) < 0)
            return false;
    }
    return true;
}

static Object *combine(Machine *m, Object *original, Object *raised, Object *again)
{
    Object *rest = list_size(again) ? projection(m, original, again) : newref(m->none);
    if (!rest || list_size(raised) == 0)
        return rest;
    bool ok = rest == m->none || list_append(m, raised, rest) == 0;
    decref(m, rest);
    if (!ok)
        return NULL;
    return list_size(raised) == 1 && !m->profile->except_star_wraps_raise
               ? newref(list_item(raised, 0))
               : make_group(m, m->empty_str, raised);
}

Object *eval_prepare_reraise(Machine *m, Object *original, Object *results)
{
    if (list_size(results) == 0)
        return newref(m->none);
    if (!exception_is_group(m, original))
        return newref(list_item(results, 0));
    Object *raised = list_new(m, 0), *again = list_new(m, 0), *result = NULL;
    if (raised && again && part_results(m, original, results, raised, again))
        result = combine(m, original, raised, again);
    xdecref(m, raised);
    xdecref(m, again);
    return result;
}

/* ---- the type -------------------------------------------------------------------------------- */

static Object *get_message(Machine *m, Object *o)
{
    return newref(MESSAGE(o) ? MESSAGE(o) : m->none);
}

static Object *get_exceptions(Machine *m, Object *o)
{
    return newref(EXCEPTIONS(o) ? EXCEPTIONS(o) : m->none);
}

static int set_readonly(Machine *m, Object *o, Object *value)
{
    (void)o, (void)value;
    error_set(m, EXC_AttributeError, "readonly attribute");
    return -1;
}

static const MethodDef group_methods[] = {
    {"__class_getitem__", generic_alias_class_getitem, METH_O | METH_CLASS, NULL},
    {"derive", group_derive, METH_FASTCALL | METH_PACKED_ONCE,
     "A group like this one of other exceptions."},
    {"split", group_split, METH_FASTCALL | METH_PACKED_ONCE,
     "The part that matches, and the rest."},
    {"subgroup", group_subgroup, METH_FASTCALL | METH_PACKED_ONCE, "The part that matches."},
    {NULL, NULL, 0, NULL},
};
static const GetSetDef group_getset[] = {
    {"message", get_message, set_readonly},
    {"exceptions", get_exceptions, set_readonly},
    {NULL, NULL, NULL},
};

const TypeSpec base_exception_group_spec =
    EXCEPTION_SPEC("BaseExceptionGroup", .getset = group_getset, .methods = group_methods,
                   .slots = {.tp_new = group_new, .tp_str = group_str});
