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

/* A tuple of what a list has: the list is given up. NULL stays NULL. */
static Object *as_tuple(Machine *m, Object *list)
{
    Object *tuple = list ? tuple_from_array(m, ((ListObject *)list)->item, list_size(list)) : NULL;
    xdecref(m, list);
    return tuple;
}

Object *generic_parameters(Machine *m, Object *args)
{
    Object *list = list_new(m, 0);
    for (ssize_t i = 0; list && i < tuple_size(args); i++)
        if (gather(m, list, tuple_item(args, i)) < 0)
            clear_ref(m, list);
    return as_tuple(m, list);
}

/* A method of an argument or a parameter, called. */
static Object *ask(Machine *m, Object *o, const char *name, Object *const *args, size_t nargs)
{
    Object *key = str_intern_ascii(m, name);
    Object *result = key ? object_call_method(m, o, key, args, nargs) : NULL;
    xdecref(m, key);
    return result;
}

/* What a parameter stands for: borrowed, NULL if it is none. */
static Object *meant_by(Object *parameters, Object *items, Object *variable)
{
    for (ssize_t i = 0; i < tuple_size(parameters); i++)
        if (tuple_item(parameters, i) == variable)
            return tuple_item(items, i);
    return NULL;
}

static int append_all(Machine *m, Object *list, Object *tuple)
{
    for (ssize_t i = 0; i < tuple_size(tuple); i++)
        if (list_append(m, list, tuple_item(tuple, i)) < 0)
            return -1;
    return 0;
}

/* The items of *tuple[int, str] stand for it; those of *tuple[int, ...] are not known. */
static int append_unpacked(Machine *m, Object *list, Object *item)
{
    Object *inner = NULL;
    int r = is_type(item) ? 0 : has_attribute(m, item, "__typing_unpacked_tuple_args__", &inner);
    ssize_t n = r > 0 && is_tuple(inner) ? tuple_size(inner) : -1;
    bool known = n == 0 || (n > 0 && tuple_item(inner, n - 1) != m->ellipsis);
    if (r >= 0)
        r = known ? append_all(m, list, inner) : list_append(m, list, item);
    xdecref(m, inner);
    return r;
}

static Object *unpack_items(Machine *m, Object *items)
{
    Object *list = list_new(m, 0);
    if (list && !is_tuple(items) && append_unpacked(m, list, items) < 0)
        clear_ref(m, list);
    for (ssize_t i = 0; list && is_tuple(items) && i < tuple_size(items); i++)
        if (append_unpacked(m, list, tuple_item(items, i)) < 0)
            clear_ref(m, list);
    return as_tuple(m, list);
}

/* Parameters may want the items otherwise: a TypeVarTuple gathers its own in a tuple. */
static Object *prepare_items(Machine *m, Object *self, Object *parameters, Object *items)
{
    Object *prepared = unpack_items(m, items);
    for (ssize_t i = 0; prepared && i < tuple_size(parameters); i++) {
        Object *parameter = tuple_item(parameters, i), *prepare = NULL, *old = prepared;
        int r = has_attribute(m, parameter, "__typing_prepare_subst__", &prepare);
        if (r < 0) {
            prepared = NULL;
        } else if (r > 0 && prepare != m->none) {
            Object *pair = is_tuple(old) ? newref(old) : tuple_pack(m, 1, old);
            prepared =
                pair ? object_vectorcall(m, prepare, (Object *[]){self, pair}, 2, NULL) : NULL;
            xdecref(m, pair);
        } else {
            newref(old);
        }
        xdecref(m, prepare);
        decref(m, old);
    }
    if (!prepared || is_tuple(prepared))
        return prepared;
    Object *tuple = tuple_pack(m, 1, prepared);
    decref(m, prepared);
    return tuple;
}

/* An argument that has variables of its own is subscripted with what they stand for. */
static Object *substitute_inside(Machine *m, Object *argument, Object *parameters, Object *items)
{
    Object *own = NULL, *result;
    if (has_attribute(m, argument, "__parameters__", &own) < 0)
        return NULL;
    if (!own || !is_tuple(own) || tuple_size(own) == 0) {
        xdecref(m, own);
        return newref(argument);
    }
    Object *inner = list_new(m, 0);
    for (ssize_t i = 0; inner && i < tuple_size(own); i++) {
        Object *variable = tuple_item(own, i), *value = meant_by(parameters, items, variable);
        bool several = value && is_tuple(value) && variable->type->slots.tp_iter;
        if ((several ? append_all(m, inner, value)
                     : list_append(m, inner, value ? value : variable)) < 0)
            clear_ref(m, inner);
    }
    Object *tuple = as_tuple(m, inner);
    result = tuple ? object_getitem(m, argument, tuple) : NULL;
    xdecref(m, tuple);
    decref(m, own);
    return result;
}

/* Whether an argument is *Ts, or Unpack[Ts]; -1 for an error. */
static int is_unpacked_variable(Machine *m, Object *argument)
{
    Object *value = NULL;
    int r = is_type(argument)
                ? 0
                : has_attribute(m, argument, "__typing_is_unpacked_typevartuple__", &value);
    if (r > 0)
        r = object_is_true(m, value);
    xdecref(m, value);
    return r;
}

static int substitute_one(Machine *m, Object *list, Object *argument, Object *parameters,
                          Object *items)
{
    if (is_type(argument))
        return list_append(m, list, argument);
    int spread = is_unpacked_variable(m, argument);
    if (spread < 0)
        return -1;
    Object *value = meant_by(parameters, items, argument);
    Object *result = value ? ask(m, argument, "__typing_subst__", &value, 1)
                           : substitute_inside(m, argument, parameters, items);
    int r = !result                      ? -1
            : spread && is_tuple(result) ? append_all(m, list, result)
                                         : list_append(m, list, result);
    xdecref(m, result);
    return r;
}

Object *generic_substitute(Machine *m, Object *self, Object *args, Object *parameters,
                           Object *items)
{
    ssize_t n = tuple_size(parameters);
    if (n == 0)
        return error_set(m, EXC_TypeError, "%R is not a generic class", self);
    Object *prepared = prepare_items(m, self, parameters, items);
    if (!prepared)
        return NULL;
    ssize_t given = tuple_size(prepared);
    Object *list = NULL;
    if (given != n)
        error_set(m, EXC_TypeError, "Too %s arguments for %R; actual %zd, expected %zd",
                  given > n ? "many" : "few", self, given, n);
    else
        list = list_new(m, 0);
    for (ssize_t i = 0; list && i < tuple_size(args); i++)
        if (substitute_one(m, list, tuple_item(args, i), parameters, prepared) < 0)
            clear_ref(m, list);
    decref(m, prepared);
    return as_tuple(m, list);
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
    if (m->profile->generic_without_bases && str_equals_ascii(name, "__bases__"))
        return object_generic_getattr(m, o, name); /* it has none: an alias is no class */
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

/* What *tuple[int, str] stands for. */
static Object *get_unpacked_args(Machine *m, Object *o)
{
    bool known = as_alias(o)->starred && as_alias(o)->origin == (Object *)m->types.tuple;
    return newref(known ? as_alias(o)->args : m->none);
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
    {"__typing_unpacked_tuple_args__", get_unpacked_args, NULL},
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
