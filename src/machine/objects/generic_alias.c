#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "../specs.h"
#include "generic_alias.h"
#include "reduce.h"

#include <string.h>

enum { ALIAS_SIZE = 64 };

static GenericAliasObject *as_alias(Object *o)
{
    return (GenericAliasObject *)o;
}

static Object *alias_of_type(Machine *m, Type *type, Object *origin, Object *args)
{
    GenericAliasObject *alias = object_new_plain(m, type);
    if (!alias)
        return NULL;
    alias->origin = newref(origin);
    alias->args = is_tuple(args) ? newref(args) : tuple_pack(m, 1, args);
    gc_track(m, (Object *)alias);
    if (!alias->args)
        clear_ref(m, alias);
    return (Object *)alias;
}

Object *generic_alias_class_getitem(Machine *m, Object *cls, Object *const *args, size_t nargs,
                                    Object *kwnames)
{
    (void)nargs, (void)kwnames;
    return generic_alias_new(m, cls, args[0]);
}

Object *generic_alias_new(Machine *m, Object *origin, Object *args)
{
    return alias_of_type(m, m->types.generic_alias, origin, args);
}

/* ---- what it looks like ---------------------------------------------------------------------- */

/* An attribute that is a str; 1, 0 or -1. */
static int text_attribute(Machine *m, Object *o, Object *name, Object **text)
{
    int found = object_lookup_attr(m, o, name, text);
    if (found > 0 && !is_str(*text)) {
        clear_ref(m, *text);
        return 0;
    }
    return found;
}

/* module.qualname, without builtins. */
static int write_name(Machine *m, StrWriter *w, Object *o)
{
    Object *module = NULL, *name = NULL;
    int r = text_attribute(m, o, m->id.__qualname__, &name);
    if (r > 0)
        r = text_attribute(m, o, m->id.__module__, &module);
    if (r == 0)
        r = str_writer_repr(m, w, o);
    else if (r > 0 && str_equals_ascii(module, "builtins"))
        r = str_writer_str(m, w, name);
    else if (r > 0)
        r = str_writer_str(m, w, module) < 0 || str_writer_char(m, w, '.') < 0 ||
                    str_writer_str(m, w, name) < 0
                ? -1
                : 0;
    xdecref(m, module);
    xdecref(m, name);
    return r;
}

static int write_list(Machine *m, StrWriter *w, Object *list)
{
    if (str_writer_char(m, w, '[') < 0)
        return -1;
    for (ssize_t i = 0; i < list_size(list); i++)
        if ((i && str_writer_ascii(m, w, ", ") < 0) || generic_write(m, w, list_item(list, i)) < 0)
            return -1;
    return str_writer_char(m, w, ']');
}

int generic_write(Machine *m, StrWriter *w, Object *o)
{
    if (o == m->ellipsis)
        return str_writer_ascii(m, w, "...");
    if (is_exact(m, o, list) && m->profile->generic_lists_by_name)
        return write_list(m, w, o);
    Object *origin_name = str_intern_ascii(m, "__origin__"), *origin = NULL;
    int special = origin_name ? object_lookup_attr(m, o, origin_name, &origin) : -1;
    xdecref(m, origin_name);
    xdecref(m, origin);
    if (special < 0)
        return -1;
    return special ? str_writer_repr(m, w, o) : write_name(m, w, o);
}

static Object *alias_repr(Machine *m, Object *o)
{
    const GenericAliasObject *alias = as_alias(o);
    StrWriter w = {0};
    ssize_t n = tuple_size(alias->args);
    int r = alias->starred ? str_writer_char(m, &w, '*') : 0;
    if (r == 0)
        r = generic_write(m, &w, alias->origin);
    if (r == 0)
        r = str_writer_char(m, &w, '[');
    for (ssize_t i = 0; r == 0 && i < n; i++)
        r = (i && str_writer_ascii(m, &w, ", ") < 0)
                ? -1
                : generic_write(m, &w, tuple_item(alias->args, i));
    if (r == 0 && n == 0)
        r = str_writer_ascii(m, &w, "()");
    if (r == 0)
        r = str_writer_char(m, &w, ']');
    if (r < 0) {
        str_writer_drop(m, &w);
        return NULL;
    }
    return str_writer_finish(m, &w);
}

/* ---- type variables -------------------------------------------------------------------------- */

static int add_once(Machine *m, Object *list, Object *o)
{
    for (ssize_t i = 0; i < list_size(list); i++)
        if (list_item(list, i) == o)
            return 0;
    return list_append(m, list, o);
}

static int has_attribute(Machine *m, Object *o, const char *name, Object **value)
{
    Object *key = str_intern_ascii(m, name);
    int found = key ? object_lookup_attr(m, o, key, value) : -1;
    xdecref(m, key);
    return found;
}

/* Of one argument: it is a variable itself, or has some. */
static int gather(Machine *m, Object *list, Object *argument)
{
    Object *found = NULL;
    if (is_type(argument))
        return 0;
    int r = has_attribute(m, argument, "__typing_subst__", &found);
    xdecref(m, found);
    if (r)
        return r < 0 ? -1 : add_once(m, list, argument);
    if ((r = has_attribute(m, argument, "__parameters__", &found)) <= 0)
        return r;
    for (ssize_t i = 0; is_tuple(found) && r >= 0 && i < tuple_size(found); i++)
        r = add_once(m, list, tuple_item(found, i));
    decref(m, found);
    return r < 0 ? -1 : 0;
}

Object *generic_parameters(Machine *m, Object *args)
{
    Object *list = list_new(m, 0);
    for (ssize_t i = 0; list && i < tuple_size(args); i++)
        if (gather(m, list, tuple_item(args, i)) < 0)
            clear_ref(m, list);
    Object *tuple = list ? tuple_from_array(m, ((ListObject *)list)->item, list_size(list)) : NULL;
    xdecref(m, list);
    return tuple;
}

/* What a parameter stands for: borrowed, NULL if it is none. */
static Object *meant_by(Object *parameters, Object *items, Object *variable)
{
    for (ssize_t i = 0; i < tuple_size(parameters); i++)
        if (tuple_item(parameters, i) == variable)
            return tuple_item(items, i);
    return NULL;
}

/* An argument that has variables of its own is subscripted with what they stand for. */
static Object *substitute_inside(Machine *m, Object *argument, Object *parameters, Object *items)
{
    Object *own = NULL, *result;
    int r = is_type(argument) ? 0 : has_attribute(m, argument, "__parameters__", &own);
    if (r < 0)
        return NULL;
    if (!own || !is_tuple(own) || tuple_size(own) == 0) {
        xdecref(m, own);
        return newref(argument);
    }
    Object *inner = tuple_new(m, tuple_size(own));
    for (ssize_t i = 0; inner && i < tuple_size(own); i++) {
        Object *variable = tuple_item(own, i), *value = meant_by(parameters, items, variable);
        ((TupleObject *)inner)->item[i] = newref(value ? value : variable);
    }
    result = inner ? object_getitem(m, argument, inner) : NULL;
    xdecref(m, inner);
    decref(m, own);
    return result;
}

static Object *substitute_one(Machine *m, Object *argument, Object *parameters, Object *items)
{
    Object *value = meant_by(parameters, items, argument);
    if (!value)
        return substitute_inside(m, argument, parameters, items);
    Object *key = str_intern_ascii(m, "__typing_subst__");
    Object *result = key ? object_call_method(m, argument, key, &value, 1) : NULL;
    xdecref(m, key);
    return result;
}

Object *generic_substitute(Machine *m, Object *self, Object *args, Object *parameters,
                           Object *items)
{
    ssize_t n = tuple_size(parameters), given = is_tuple(items) ? tuple_size(items) : 1;
    if (n == 0)
        return error_set(m, EXC_TypeError, "%R is not a generic class", self);
    bool counts_on = given < n && m->profile->generic_counts_defaults;
    if (n != given)
        return error_set(m, EXC_TypeError, "Too %s arguments for %R; actual %zd, expected %s%zd",
                         given > n ? "many" : "few", self, given, counts_on ? "at least " : "",
                         counts_on ? given + 1 : n);
    Object *tuple = is_tuple(items) ? newref(items) : tuple_pack(m, 1, items);
    Object *list = tuple ? list_new(m, 0) : NULL, *result = NULL;
    for (ssize_t i = 0; list && i < tuple_size(args); i++) {
        Object *one = substitute_one(m, tuple_item(args, i), parameters, tuple);
        if (!one || list_append_steal(m, list, one) < 0)
            clear_ref(m, list);
    }
    if (list)
        result = tuple_from_array(m, ((ListObject *)list)->item, list_size(list));
    xdecref(m, list);
    xdecref(m, tuple);
    return result;
}

static Object *get_parameters(Machine *m, Object *o)
{
    GenericAliasObject *alias = as_alias(o);
    if (!alias->parameters && !(alias->parameters = generic_parameters(m, alias->args)))
        return NULL;
    return newref(alias->parameters);
}

static Object *alias_subscript(Machine *m, Object *o, Object *items)
{
    Object *parameters = get_parameters(m, o), *result = NULL;
    Object *args =
        parameters ? generic_substitute(m, o, as_alias(o)->args, parameters, items) : NULL;
    if (args)
        result = generic_alias_new(m, as_alias(o)->origin, args);
    if (result)
        as_alias(result)->starred = as_alias(o)->starred;
    xdecref(m, args);
    xdecref(m, parameters);
    return result;
}

/* ---- what it does ---------------------------------------------------------------------------- */

/* Makes an instance of the origin, which remembers the alias if it can. */
static Object *alias_call(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *made = object_vectorcall(m, as_alias(o)->origin, args, nargs, kwnames);
    Object *key = made ? str_intern_ascii(m, "__orig_class__") : NULL;
    if (key && object_setattr(m, made, key, o) < 0) {
        if (error_matches(m, EXC_AttributeError) || error_matches(m, EXC_TypeError))
            error_clear(m);
        else
            clear_ref(m, made);
    }
    xdecref(m, key);
    return made;
}

/* These are the alias's own; everything else is the origin's. */
static bool is_own(const Object *name)
{
    static const char *const own[] = {
        "__class__",
        "__origin__",
        "__args__",
        "__parameters__",
        "__unpacked__",
        "__mro_entries__",
        "__reduce_ex__",
        "__reduce__",
        "__copy__",
        "__deepcopy__",
        "__typing_unpacked_tuple_args__",
    };
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (str_equals_ascii(name, own[i]))
            return true;
    return false;
}

static Object *alias_getattro(Machine *m, Object *o, Object *name)
{
    if (o->type != m->types.generic_alias && type_lookup(m, o->type, name) &&
        !str_equals_ascii(name, "__doc__") && !str_equals_ascii(name, "__name__") &&
        !str_equals_ascii(name, "__module__"))
        return object_generic_getattr(m, o, name);
    return is_own(name) ? object_generic_getattr(m, o, name)
                        : object_getattr(m, as_alias(o)->origin, name);
}

static hash_t alias_hash(Machine *m, Object *o)
{
    hash_t a = object_hash(m, as_alias(o)->origin),
           b = a == -1 ? -1 : object_hash(m, as_alias(o)->args);
    return a == -1 || b == -1 ? -1 : (a ^ b) == -1 ? -2 : a ^ b;
}

static Object *alias_compare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if (!type_is_subtype(b->type, m->types.generic_alias) || (op != COMPARE_EQ && op != COMPARE_NE))
        return newref(m->not_implemented);
    int same =
        as_alias(a)->starred == as_alias(b)->starred
            ? object_richcompare_bool(m, as_alias(a)->origin, as_alias(b)->origin, COMPARE_EQ)
            : 0;
    if (same > 0)
        same = object_richcompare_bool(m, as_alias(a)->args, as_alias(b)->args, COMPARE_EQ);
    return same < 0 ? NULL : newref(same == (op == COMPARE_EQ) ? m->true_ : m->false_);
}

static Object *alias_mro_entries(Machine *m, Object *o, Object *const *args, size_t nargs,
                                 Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return tuple_pack(m, 1, as_alias(o)->origin);
}

static Object *alias_instancecheck(Machine *m, Object *o, Object *const *args, size_t nargs,
                                   Object *kwnames)
{
    (void)o, (void)args, (void)nargs, (void)kwnames;
    return error_set(m, EXC_TypeError, "isinstance() argument 2 cannot be a parameterized generic");
}

static Object *alias_subclasscheck(Machine *m, Object *o, Object *const *args, size_t nargs,
                                   Object *kwnames)
{
    (void)o, (void)args, (void)nargs, (void)kwnames;
    return error_set(m, EXC_TypeError, "issubclass() argument 2 cannot be a parameterized generic");
}

/* for x in tuple[int]: yields *tuple[int], once. */
static Object *alias_iter(Machine *m, Object *o)
{
    Object *starred = generic_alias_new(m, as_alias(o)->origin, as_alias(o)->args);
    if (!starred)
        return NULL;
    as_alias(starred)->starred = true;
    Object *tuple = tuple_pack(m, 1, starred), *iterator = tuple ? object_getiter(m, tuple) : NULL;
    decref(m, starred);
    xdecref(m, tuple);
    return iterator;
}

static Object *get_origin(Machine *m, Object *o)
{
    (void)m;
    return newref(as_alias(o)->origin);
}

static Object *get_args(Machine *m, Object *o)
{
    (void)m;
    return newref(as_alias(o)->args);
}

static Object *get_unpacked(Machine *m, Object *o)
{
    return newref(as_alias(o)->starred ? m->true_ : m->false_);
}

static Object *alias_tp_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    if (!arg_no_keywords(m, "GenericAlias", kwnames) ||
        !arg_check_positional(m, "GenericAlias", nargs, 2, 2))
        return NULL;
    return alias_of_type(m, type, args[0], args[1]);
}

static void alias_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    clear_ref(m, as_alias(o)->origin);
    clear_ref(m, as_alias(o)->args);
    clear_ref(m, as_alias(o)->parameters);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static int alias_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    return VISIT(as_alias(o)->origin, as_alias(o)->args, as_alias(o)->parameters);
}

/* Objects/genericaliasobject.c: ga_reduce: *tuple[int] comes out of an iterator over tuple[int]. */
static Object *alias_reduce(Machine *m, Object *o, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    const GenericAliasObject *a = as_alias(o);
    Object *maker = a->starred ? reduce_builtin(m, "next") : newref(o->type), *inner = NULL;
    if (maker && a->starred) {
        Object *plain = generic_alias_new(m, a->origin, a->args);
        Object *iterator = plain ? object_getiter(m, plain) : NULL;
        inner = iterator ? tuple_pack(m, 1, iterator) : NULL;
        xdecref(m, plain);
        xdecref(m, iterator);
    } else if (maker) {
        inner = tuple_pack(m, 2, a->origin, a->args);
    }
    Object *result = inner ? tuple_pack(m, 2, maker, inner) : NULL;
    xdecref(m, maker);
    xdecref(m, inner);
    return result;
}

static const MethodDef alias_methods[] = {
    {"__reduce__", alias_reduce, METH_NOARGS, NULL},
    {"__mro_entries__", alias_mro_entries, METH_O, NULL},
    {"__instancecheck__", alias_instancecheck, METH_O, NULL},
    {"__subclasscheck__", alias_subclasscheck, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
static const GetSetDef alias_getset[] = {
    {"__origin__", get_origin, NULL},
    {"__args__", get_args, NULL},
    {"__parameters__", get_parameters, NULL},
    {"__unpacked__", get_unpacked, NULL},
    {NULL, NULL, NULL},
};

const TypeSpec generic_alias_spec = {
    .name = "types.GenericAlias",
    .flags = TYPE_WEAKREFS | TYPE_GC | TYPE_BASETYPE,
    .basicsize = ALIAS_SIZE,
    .size = sizeof(GenericAliasObject),
    .methods = alias_methods,
    .getset = alias_getset,
    .slots =
        {
            .tp_dealloc = alias_dealloc,
            .tp_repr = alias_repr,
            .tp_hash = alias_hash,
            .tp_call = alias_call,
            .tp_getattro = alias_getattro,
            .tp_richcompare = alias_compare,
            .tp_iter = alias_iter,
            .tp_new = alias_tp_new,
            .tp_traverse = alias_traverse,
            .mp_subscript = alias_subscript,
            .nb = {[NB_OR] = union_or},
        },
};
