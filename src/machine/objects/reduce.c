/* object.__reduce_ex__, __reduce__ and __getstate__: Objects/typeobject.c.
 *
 * Protocols 2 and up: (copyreg.__newobj__, (class, what __new__ needs...), state, items, pairs).
 * The state is the instance's __dict__, or (that or None, {slot: value}) if its class has slots.  A
 * builtin type that holds more than these can tell has a __reduce__ of its own, or it cannot be
 * taken apart; which of the two is seen by the size of its struct. */
#include "reduce.h"

#include "../class.h"
#include "../import.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/instance.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include <string.h>

/* The iterators that CPython cannot take apart either. */
static bool has_no_recipe(const Type *type)
{
    return strcmp(type->tp_name, "itertools.pairwise") == 0 ||
           strcmp(type->tp_name, "itertools.batched") == 0;
}

static Object *cannot_pickle(Machine *m, const Type *type)
{
    if (!has_no_recipe(type) && strncmp(type->tp_name, "itertools.", 10) == 0)
        return error_not_simulated(m, "copying or pickling an %s", type->tp_name);
    return error_set(m, EXC_TypeError, "cannot pickle '%.200s' object", type->tp_name);
}

/* The type, written in C, that gives the instance its struct. */
static const Type *struct_of(const Type *type)
{
    while (type->tp_flags & TYPE_HEAP)
        type = type->tp_base;
    return type;
}

/* Types that CPython can take apart by a __reduce__ of their own, which they lack here. */
static bool lacks_recipe(const Type *type)
{
    static const char *const names[] = {
        "_collections._deque_iterator",
        "_collections._deque_reverse_iterator",
        "collections._deque_iterator",
        "collections._deque_reverse_iterator",
    };
    if (has_no_recipe(type))
        return false;
    if (strncmp(type->tp_name, "itertools.", strlen("itertools.")) == 0)
        return true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(type->tp_name, names[i]) == 0)
            return true;
    return false;
}

/* ---- the state ------------------------------------------------------------------------------- */

static bool is_private(const char *name)
{
    size_t n = strlen(name);
    return n > 2 && !strncmp(name, "__", 2) && (n < 4 || strcmp(name + n - 2, "__") != 0);
}

/* The name that a slot has as an attribute; NULL without an exception: it is no attribute to be
 * kept. */
static Object *attribute_of_slot(Machine *m, const Type *class, Object *slot)
{
    struct buffer text = {0};
    if (is_str(slot))
        str_to_utf8(slot, &text);
    const char *name = buffer_text(&text), *owner = class->tp_name;
    bool private = is_private(name);
    bool special = !strcmp(name, "__dict__") || !strcmp(name, "__weakref__");
    buffer_free(&text);
    while (*owner == '_')
        owner++;
    if (special)
        return NULL;
    return private && *owner ? str_printf(m, "_%s%U", owner, slot) : newref(slot);
}

/* One class's own slots go into the list, under the names that they have as attributes. */
static int add_slots(Machine *m, const Type *class, Object *slots, Object *names)
{
    Object *one = is_str(slots) ? tuple_pack(m, 1, slots) : NULL;
    Object *iterator = object_getiter(m, one ? one : slots), *slot;
    int status = iterator ? 0 : -1;
    xdecref(m, one);
    while (status == 0 && (slot = iter_next(m, iterator))) {
        Object *name = attribute_of_slot(m, class, slot);
        if (name)
            status = list_append(m, names, name);
        xdecref(m, name);
        decref(m, slot);
    }
    xdecref(m, iterator);
    return status || error_occurred(m) ? -1 : 0;
}

/* copyreg._slotnames: the names of all slots along the order of the class, kept in the class
 * itself. */
static Object *find_slot_names(Machine *m, Type *class)
{
    Object *names = list_new(m, 0), *slots = NULL;
    m->gc.unsure = m->gc.unsure || m->profile->slot_names_counted_late;
    int found = names ? object_lookup_attr(m, (Object *)class, m->id.__slots__, &slots) : -1;
    xdecref(m, slots);
    ssize_t n = found > 0 ? tuple_size(class->tp_mro) : 0;
    for (ssize_t i = 0; found > 0 && i < n; i++) {
        const Type *at = (const Type *)tuple_item(class->tp_mro, i);
        Object *own = dict_get_str(m, at->tp_dict, m->id.__slots__);
        if (own && add_slots(m, at, own, names) < 0)
            found = -1;
    }
    if (found < 0) {
        xdecref(m, names);
        return NULL;
    }
    if (object_setattr(m, (Object *)class, m->id.__slotnames__, names) < 0)
        error_clear(m); /* a builtin type refuses, each time anew */
    return names;
}

static Object *slot_names(Machine *m, Type *class)
{
    Object *known = dict_get_str(m, class->tp_dict, m->id.__slotnames__);
    if (!known)
        return find_slot_names(m, class);
    if (known == m->none || is_list(known))
        return newref(known);
    return error_set(m, EXC_TypeError, "%.200s.__slotnames__ should be a list or None, not %.200s",
                     class->tp_name, type_name(known));
}

/* Is there more in the struct than a dict, weak references and slots? */
static bool holds_more(const Type *type)
{
    const Type *base = struct_of(type);
    ssize_t known = 16 + (base->dictoffset ? 8 : 0) + (base->tp_flags & TYPE_WEAKREFS ? 8 : 0);
    return base->tp_basicsize > known;
}

static Object *slot_values(Machine *m, Object *self, Object *names)
{
    Object *values = dict_new(m);
    ssize_t n = list_size(names);
    for (ssize_t i = 0; values && i < list_size(names); i++) {
        Object *name = newref(list_item(names, i)), *value;
        int found = object_lookup_attr(m, self, name, &value);
        if (found < 0 || (found && dict_set(m, values, name, value) < 0))
            clear_ref(m, values);
        if (found > 0)
            decref(m, value);
        decref(m, name);
        if (values && list_size(names) != n) {
            clear_ref(m, values);
            error_set(m, EXC_RuntimeError, "__slotsname__ changed size during iteration");
        }
    }
    return values;
}

/* Its attributes, or None where there are none. */
static Object *attributes(Machine *m, Object *self)
{
    ssize_t at = 0;
    Object *name, *value, *dict = NULL;
    if (!type_dict_pointer(self) || !instance_next(self, &at, &name, &value))
        return newref(m->none);
    if (is_exception(self) || !self->type->managed_dict)
        dict = *type_dict_pointer(self);
    if (!dict)
        dict = instance_dict(m, self);
    return xnewref(dict);
}

/* required: __new__ needs no arguments, so the state is all that there is. */
static Object *default_state(Machine *m, Object *self, bool required)
{
    const Type *base = struct_of(self->type);
    if (required && (base->tp_itemsize || base == m->types.memoryview)) /* its strides are items */
        return error_set(m, EXC_TypeError, "cannot pickle %.200s objects", self->type->tp_name);
    Object *state = attributes(m, self), *names = state ? slot_names(m, self->type) : NULL;
    if (names && required && holds_more(self->type)) {
        clear_ref(m, names);
        cannot_pickle(m, self->type);
    }
    if (!names) {
        xdecref(m, state);
        return NULL;
    }
    if (names != m->none && list_size(names) > 0) {
        Object *values = slot_values(m, self, names), *both = NULL;
        if (values)
            both = dict_size(values) ? tuple_pack(m, 2, state, values) : newref(state);
        xdecref(m, values);
        decref(m, state);
        state = both;
    }
    decref(m, names);
    return state;
}

Object *reduce_getstate_method(Machine *m, Object *self, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return default_state(m, self, false);
}

static Object *state_of(Machine *m, Object *self, bool required)
{
    Object *getstate = object_getattr(m, self, m->id.__getstate__), *state;
    if (!getstate)
        return NULL;
    const BuiltinObject *builtin = (const BuiltinObject *)getstate;
    if (is_exact(m, getstate, builtin_function) && builtin->self == self &&
        builtin->def->fn == reduce_getstate_method)
        state = default_state(m, self, required);
    else
        state = object_call0(m, getstate);
    decref(m, getstate);
    return state;
}

/* ---- what __new__ is given ------------------------------------------------------------------- */

/* Calls a special method of its class: 1 with the result, 0 if there is none, -1. */
static int call_special(Machine *m, Object *self, Object *name, Object **result)
{
    bool missing;
    *result = special_call(m, self, name, NULL, 0, &missing);
    return missing ? 0 : *result ? 1 : -1;
}

static bool check_both(Machine *m, Object *both)
{
    if (!is_tuple(both))
        error_set(m, EXC_TypeError, "__getnewargs_ex__ should return a tuple, not '%.200s'",
                  type_name(both));
    else if (tuple_size(both) != 2)
        error_set(m, EXC_ValueError, "__getnewargs_ex__ should return a tuple of length 2, not %zd",
                  tuple_size(both));
    else if (!is_tuple(tuple_item(both, 0)))
        error_set(
            m, EXC_TypeError,
            "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%.200s'",
            type_name(tuple_item(both, 0)));
    else if (!is_dict(tuple_item(both, 1)))
        error_set(
            m, EXC_TypeError,
            "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%.200s'",
            type_name(tuple_item(both, 1)));
    else
        return true;
    return false;
}

/* New references, or NULL where the class does not say.  0 or -1. */
static int new_arguments(Machine *m, Object *self, Object **args, Object **kwargs)
{
    Object *result;
    *args = *kwargs = NULL;
    int found = call_special(m, self, m->id.__getnewargs_ex__, &result);
    if (found > 0) {
        bool right = check_both(m, result);
        if (right) {
            *args = newref(tuple_item(result, 0));
            *kwargs = newref(tuple_item(result, 1));
        }
        decref(m, result);
        return right ? 0 : -1;
    }
    if (found == 0)
        found = call_special(m, self, m->id.__getnewargs__, &result);
    if (found > 0 && !is_tuple(result)) {
        error_set(m, EXC_TypeError, "__getnewargs__ should return a tuple, not '%.200s'",
                  type_name(result));
        clear_ref(m, result);
        return -1;
    }
    *args = result;
    return found < 0 ? -1 : 0;
}

/* (class, *args), or (class, args, kwargs) */
static Object *arguments_for_new(Machine *m, Object *self, Object *args, Object *kwargs)
{
    Object *class = (Object *)self->type;
    if (kwargs && dict_size(kwargs))
        return tuple_pack(m, 3, class, args, kwargs);
    ssize_t n = args ? tuple_size(args) : 0;
    Object *all = tuple_new(m, n + 1);
    if (!all)
        return NULL;
    ((TupleObject *)all)->item[0] = newref(class);
    for (ssize_t i = 0; i < n; i++)
        ((TupleObject *)all)->item[i + 1] = newref(tuple_item(args, i));
    gc_track(m, all);
    return all;
}

/* iter(self) of a list, iter(self.items()) of a dict; None. */
static int iterators(Machine *m, Object *self, Object **items, Object **pairs)
{
    *items = is_list(self) ? object_getiter(m, self) : newref(m->none);
    if (!*items)
        return -1;
    if (!is_dict(self)) {
        *pairs = newref(m->none);
        return 0;
    }
    Object *view = object_call_method(m, self, m->id.items, NULL, 0);
    *pairs = view ? object_getiter(m, view) : NULL;
    xdecref(m, view);
    if (!*pairs)
        clear_ref(m, *items);
    return *pairs ? 0 : -1;
}

static Object *from_copyreg(Machine *m, Object *name)
{
    Object *copyreg = import_ascii(m, "copyreg");
    Object *value = copyreg ? object_getattr(m, copyreg, name) : NULL;
    xdecref(m, copyreg);
    return value;
}

/* Objects/typeobject.c: reduce_newobj */
static Object *by_new(Machine *m, Object *self)
{
    Object *args, *kwargs, *part[5] = {NULL}, *result = NULL;
    const Type *base = struct_of(self->type);
    if (lacks_recipe(base))
        return error_not_simulated(m, "copying or pickling a %s", base->tp_name);
    if (base->tp_flags & TYPE_NO_NEW || has_no_recipe(base))
        return cannot_pickle(m, self->type);
    if (new_arguments(m, self, &args, &kwargs) < 0)
        return NULL;
    part[0] = from_copyreg(m, kwargs && dict_size(kwargs) ? m->id.__newobj_ex__ : m->id.__newobj__);
    part[1] = part[0] ? arguments_for_new(m, self, args, kwargs) : NULL;
    part[2] = part[1] ? state_of(m, self, !(args || is_list(self) || is_dict(self))) : NULL;
    xdecref(m, args);
    xdecref(m, kwargs);
    if (part[2] && iterators(m, self, &part[3], &part[4]) == 0)
        result = tuple_from_array(m, part, 5);
    for (int i = 0; i < 5; i++)
        xdecref(m, part[i]);
    return result;
}

/* Up to protocol 1 copyreg knows how. */
static Object *by_protocol(Machine *m, Object *self, int64_t protocol)
{
    if (protocol >= 2)
        return by_new(m, self);
    Object *reduce = from_copyreg(m, m->id._reduce_ex), *number = int_from_i64(m, protocol);
    Object *args[] = {self, number};
    Object *result = reduce && number ? object_vectorcall(m, reduce, args, 2, NULL) : NULL;
    xdecref(m, reduce);
    xdecref(m, number);
    return result;
}

Object *reduce_method(Machine *m, Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return by_protocol(m, self, 0);
}

/* A class that has a __reduce__ of its own is asked by that. */
Object *reduce_ex_method(Machine *m, Object *self, Object *const *args, size_t nargs,
                         Object *kwnames)
{
    (void)nargs, (void)kwnames;
    Object *reduce, *of_class;
    int64_t protocol = number_as_ssize(m, args[0], EXC_OverflowError);
    if (protocol == -1 && error_occurred(m))
        return NULL;
    int found = object_lookup_attr(m, self, m->id.__reduce__, &reduce);
    if (found < 0)
        return NULL;
    if (found) {
        of_class = object_getattr(m, (Object *)self->type, m->id.__reduce__);
        if (!of_class) {
            decref(m, reduce);
            return NULL;
        }
        bool own = of_class != dict_get_str(m, m->types.object->tp_dict, m->id.__reduce__);
        decref(m, of_class);
        Object *result = own ? object_call0(m, reduce) : NULL;
        decref(m, reduce);
        if (own)
            return result;
    }
    return by_protocol(m, self, protocol);
}

Object *reduce_builtin(Machine *m, const char *name)
{
    Object *text = str_intern_ascii(m, name);
    Object *found = text ? dict_get_str(m, m->builtins_dict, text) : NULL;
    xdecref(m, text);
    return xnewref(found);
}
