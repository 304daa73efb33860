/* attrgetter, itemgetter, methodcaller: calls that wait for their object.  Modules/_operator.c */
#include "native.h"

#include "../descriptor.h"
#include "../eval.h"
#include "../specs.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/list.h>

#include <string.h>

/* The one object that every getter is called with: borrowed, or NULL with TypeError. */
static Object *subject(Machine *m, const char *name, Object *const *args, size_t nargs,
                       Object *kwnames)
{
    return arg_no_keywords(m, name, kwnames) && arg_check_positional(m, name, nargs, 1, 1) ? args[0]
                                                                                           : NULL;
}

/* ---- itemgetter ------------------------------------------------------------------------------ */

typedef struct ItemGetter {
    Object ob_base;
    Object *item; /* the key, or a tuple of them */
    ssize_t count;
} ItemGetter;

REFERENCES(itemgetter, 1)

static Object *itemgetter_new(NEW_ARGS)
{
    if (!arg_no_keywords(m, "itemgetter", kwnames) ||
        (nargs < 1 && !arg_check_positional(m, "itemgetter", nargs, 1, 1)))
        return NULL;
    Object *item = nargs == 1                       ? newref(args[0])
                   : call_is_packed(m, args, nargs) ? newref(m->packed_arguments)
                                                    : tuple_from_array(m, args, (ssize_t)nargs);
    ItemGetter *g = item ? native_new(m, type) : NULL;
    if (!g) {
        xdecref(m, item);
        return NULL;
    }
    g->item = item;
    g->count = (ssize_t)nargs;
    gc_track(m, (Object *)g);
    return (Object *)g;
}

static Object *itemgetter_call(Machine *m, Object *o, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    ItemGetter *g = (ItemGetter *)o;
    Object *from = subject(m, "itemgetter", args, nargs, kwnames);
    if (!from || g->count == 1)
        return from ? object_getitem(m, from, g->item) : NULL;
    Object *all = tuple_new(m, g->count);
    for (ssize_t i = 0; all && i < g->count; i++)
        if (!(((TupleObject *)all)->item[i] = object_getitem(m, from, tuple_item(g->item, i))))
            clear_ref(m, all);
    if (all)
        gc_track(m, all);
    return all;
}

/* name(item) or name(item, item) */
static Object *getter_repr(Machine *m, Object *o, Object *shown, bool one)
{
    int under_way = repr_enter(m, o);
    if (under_way)
        return under_way > 0 ? str_printf(m, "%s(...)", o->type->tp_name) : NULL;
    Object *text = str_printf(m, one ? "%s(%R)" : "%s%R", o->type->tp_name, shown);
    repr_leave(m, o);
    return text;
}

static Object *itemgetter_repr(Machine *m, Object *o)
{
    ItemGetter *g = (ItemGetter *)o;
    return getter_repr(m, o, g->item, g->count == 1);
}

BUILTIN(itemgetter_reduce)
{
    NO_ARGS;
    ItemGetter *g = (ItemGetter *)self;
    if (g->count > 1)
        return tuple_pack(m, 2, self->type, g->item);
    Object *arguments = tuple_pack(m, 1, g->item);
    Object *result = arguments ? tuple_pack(m, 2, self->type, arguments) : NULL;
    xdecref(m, arguments);
    return result;
}

static const MethodDef itemgetter_methods[] = {
    {"__reduce__", itemgetter_reduce, METH_NOARGS, NULL},
    {0},
};

const TypeSpec itemgetter_spec = {
    .name = "operator.itemgetter",
    .flags = TYPE_GC,
    .basicsize = 48,
    .size = sizeof(ItemGetter),
    .methods = itemgetter_methods,
    .doc = "Fetches items of what it is called with.",
    .slots =
        {
            .tp_dealloc = itemgetter_dealloc,
            .tp_repr = itemgetter_repr,
            .tp_call = itemgetter_call,
            .tp_new = itemgetter_new,
            .tp_traverse = itemgetter_traverse,
            .tp_clear = itemgetter_clear,
        },
};

/* ---- attrgetter ------------------------------------------------------------------------------ */

typedef struct AttrGetter {
    Object ob_base;
    Object *names; /* tuple: each a str, or a tuple of the parts of a dotted one */
} AttrGetter;

REFERENCES(attrgetter, 1)

/* "a" itself, interned; the parts of "a.b" as a tuple. */
static Object *parts_of(Machine *m, Object *name)
{
    ssize_t n = str_len(name), dots = 0, start = 0, at = 0;
    for (ssize_t i = 0; i < n; i++)
        dots += str_at(name, i) == '.';
    if (!dots)
        return str_intern(m, newref(name));
    Object *parts = tuple_new(m, dots + 1);
    for (ssize_t i = 0; parts && i <= n; i++) {
        if (i < n && str_at(name, i) != '.')
            continue;
        Object *part = str_substring(m, name, start, i);
        if (part)
            ((TupleObject *)parts)->item[at++] = str_intern(m, part);
        else
            clear_ref(m, parts);
        start = i + 1;
    }
    if (parts)
        gc_track(m, parts);
    return parts;
}

static Object *attrgetter_new(NEW_ARGS)
{
    if (!arg_no_keywords(m, "attrgetter", kwnames) ||
        (nargs < 1 && !arg_check_positional(m, "attrgetter", nargs, 1, 1)))
        return NULL;
    Object *names = tuple_new(m, (ssize_t)nargs);
    for (size_t i = 0; names && i < nargs; i++) {
        if (!is_str(args[i]))
            error_set(m, EXC_TypeError, "attribute name must be a string");
        if (error_occurred(m) || !(((TupleObject *)names)->item[i] = parts_of(m, args[i])))
            clear_ref(m, names);
    }
    AttrGetter *g = names ? native_new(m, type) : NULL;
    if (!g) {
        xdecref(m, names);
        return NULL;
    }
    gc_track(m, names);
    g->names = names;
    gc_track(m, (Object *)g);
    return (Object *)g;
}

static Object *attribute(Machine *m, Object *o, Object *name)
{
    if (!is_tuple(name))
        return object_getattr(m, o, name);
    Object *at = newref(o);
    for (ssize_t i = 0; at && i < tuple_size(name); i++) {
        Object *next = object_getattr(m, at, tuple_item(name, i));
        decref(m, at);
        at = next;
    }
    return at;
}

static Object *attrgetter_call(Machine *m, Object *o, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    Object *names = ((AttrGetter *)o)->names;
    Object *from = subject(m, "attrgetter", args, nargs, kwnames);
    if (!from || tuple_size(names) == 1)
        return from ? attribute(m, from, tuple_item(names, 0)) : NULL;
    Object *all = tuple_new(m, tuple_size(names));
    for (ssize_t i = 0; all && i < tuple_size(names); i++)
        if (!(((TupleObject *)all)->item[i] = attribute(m, from, tuple_item(names, i))))
            clear_ref(m, all);
    if (all)
        gc_track(m, all);
    return all;
}

/* The names as they were given: dots back in place. */
static Object *dotted_names(Machine *m, Object *names)
{
    Object *all = tuple_new(m, tuple_size(names)), *dot = all ? str_from_ascii(m, ".") : NULL;
    for (ssize_t i = 0; dot && all && i < tuple_size(names); i++) {
        Object *name = tuple_item(names, i);
        Object *whole =
            is_tuple(name) ? str_join(m, dot, ((TupleObject *)name)->item, (size_t)tuple_size(name))
                           : newref(name);
        if (whole)
            ((TupleObject *)all)->item[i] = whole;
        else
            clear_ref(m, all);
    }
    xdecref(m, dot);
    if (all)
        gc_track(m, all);
    return all;
}

static Object *attrgetter_repr(Machine *m, Object *o)
{
    Object *names = dotted_names(m, ((AttrGetter *)o)->names);
    if (!names)
        return NULL;
    bool one = tuple_size(names) == 1;
    Object *text = getter_repr(m, o, one ? tuple_item(names, 0) : names, one);
    decref(m, names);
    return text;
}

BUILTIN(attrgetter_reduce)
{
    NO_ARGS;
    Object *names = dotted_names(m, ((AttrGetter *)self)->names);
    Object *result = names ? tuple_pack(m, 2, self->type, names) : NULL;
    xdecref(m, names);
    return result;
}

static const MethodDef attrgetter_methods[] = {
    {"__reduce__", attrgetter_reduce, METH_NOARGS, NULL},
    {0},
};

const TypeSpec attrgetter_spec = {
    .name = "operator.attrgetter",
    .flags = TYPE_GC,
    .basicsize = 40,
    .size = sizeof(AttrGetter),
    .methods = attrgetter_methods,
    .doc = "Fetches attributes of what it is called with.",
    .slots =
        {
            .tp_dealloc = attrgetter_dealloc,
            .tp_repr = attrgetter_repr,
            .tp_call = attrgetter_call,
            .tp_new = attrgetter_new,
            .tp_traverse = attrgetter_traverse,
            .tp_clear = attrgetter_clear,
        },
};

/* ---- methodcaller ---------------------------------------------------------------------------- */

typedef struct MethodCaller {
    Object ob_base;
    /* args: as given, with the name in front where it vectorcalls; keywords: dict or NULL; kwnames:
     * their names, made at the first call of one that does; or NULL */
    Object *name, *args, *keywords, *kwnames;
} MethodCaller;

REFERENCES(methodcaller, 4)

/* The arguments that its method gets. */
static Object **positional(const Machine *m, const MethodCaller *c, size_t *n)
{
    size_t first = m->profile->methodcaller_vectorcalls;
    *n = (size_t)tuple_size(c->args) - first;
    return ((TupleObject *)c->args)->item + first;
}

static size_t count_keywords(const MethodCaller *c)
{
    return c->keywords ? (size_t)dict_size(c->keywords) : 0;
}

static Object *methodcaller_new(NEW_ARGS)
{
    size_t first = !m->profile->methodcaller_vectorcalls;
    if (nargs < 1)
        return error_set(m, EXC_TypeError,
                         "methodcaller needs at least one argument, the method name");
    if (!is_str(args[0]))
        return error_set(m, EXC_TypeError, "method name must be a string");
    Object *all = first ? tuple_from_array(m, args + 1, (ssize_t)nargs - 1)
                        : call_take_positional(m, args, nargs, kwnames);
    Object *keywords = all ? call_take_keywords(m, args + nargs, kwnames) : NULL;
    MethodCaller *c = all && (keywords || !kwnames) ? native_new(m, type) : NULL;
    if (!c) {
        xdecref(m, all);
        xdecref(m, keywords);
        return NULL;
    }
    c->name = str_intern(m, newref(args[0]));
    c->args = all;
    c->keywords = keywords;
    gc_track(m, (Object *)c);
    return (Object *)c;
}

static Object *names_of(Machine *m, const MethodCaller *c)
{
    Object *names = tuple_new(m, (ssize_t)count_keywords(c)), *key, *value;
    for (ssize_t at = 0, i = 0; names && dict_next(c->keywords, &at, &key, &value, NULL); i++)
        ((TupleObject *)names)->item[i] = newref(key);
    return names;
}

/* The arguments and the values of the keywords, behind room for one: in `few`, or to be given back
 * to the heap.  NULL: MemoryError. */
enum { FEW = 16 };
static Object **lay_out(Machine *m, const MethodCaller *c, Object **few)
{
    size_t n, nkw = count_keywords(c);
    Object **items = positional(m, c, &n), *key;
    Object **all = n + nkw < FEW ? few : heap_alloc(m, (1 + n + nkw) * sizeof *all);
    if (!all)
        return NULL;
    memcpy(all + 1, items, n * sizeof *all);
    for (ssize_t at = 0; nkw && dict_next(c->keywords, &at, &key, &all[1 + n], NULL);)
        n++;
    return all;
}

/* The method is called with the object in front, unless it is bound already:
 * PyObject_VectorcallMethod. */
static Object *call_method_of(Machine *m, MethodCaller *c, Object *from)
{
    size_t n;
    Object *method, *few[FEW];
    if (count_keywords(c) && !c->kwnames && !(c->kwnames = names_of(m, c)))
        return NULL;
    Object **all = lay_out(m, c, few);
    if (!all)
        return NULL;
    positional(m, c, &n);
    all[0] = from;
    int unbound = object_get_method(m, from, c->name, &method);
    Object *result = NULL;
    if (unbound >= 0) {
        result = object_vectorcall(m, method, all + !unbound, n + (size_t)unbound, c->kwnames);
        decref(m, method);
    }
    if (all != few)
        heap_free(m, all);
    return result;
}

/* A bound method; with keywords all arguments are held once more: _PyStack_UnpackDict. */
static Object *call_bound_method_of(Machine *m, const MethodCaller *c, Object *from)
{
    size_t n, nkw = count_keywords(c);
    Object *few[FEW], *method = object_getattr(m, from, c->name);
    Object **all = method ? lay_out(m, c, few) : NULL;
    Object *names = all && nkw ? names_of(m, c) : NULL, *result = NULL;
    positional(m, c, &n);
    if (all && (names || !nkw)) {
        for (size_t i = 0; i < (nkw ? n + nkw : 0); i++)
            incref(all[1 + i]);
        result = object_vectorcall(m, method, all + 1, n, names);
        for (size_t i = 0; i < (nkw ? n + nkw : 0); i++)
            decref(m, all[1 + i]);
    }
    xdecref(m, names);
    if (all && all != few)
        heap_free(m, all);
    xdecref(m, method);
    return result;
}

static Object *methodcaller_call(Machine *m, Object *o, Object *const *args, size_t nargs,
                                 Object *kwnames)
{
    bool vectorcalls = m->profile->methodcaller_vectorcalls;
    if (vectorcalls && !arg_check_positional(m, "methodcaller", nargs, 1, 1))
        return NULL;
    Object *from = subject(m, "methodcaller", args, nargs, kwnames);
    if (!from)
        return NULL;
    return vectorcalls ? call_method_of(m, (MethodCaller *)o, from)
                       : call_bound_method_of(m, (MethodCaller *)o, from);
}

static int write_arguments(Machine *m, StrWriter *w, const MethodCaller *c)
{
    size_t n;
    Object **items = positional(m, c, &n), *key, *value;
    int status = str_writer_repr(m, w, c->name);
    for (size_t i = 0; !status && i < n; i++)
        status = str_writer_ascii(m, w, ", ") || str_writer_repr(m, w, items[i]);
    for (ssize_t at = 0; !status && c->keywords && dict_next(c->keywords, &at, &key, &value, NULL);)
        status = str_writer_ascii(m, w, ", ") || str_writer_str(m, w, key) ||
                 str_writer_char(m, w, '=') || str_writer_repr(m, w, value);
    return status;
}

/* CPython has a tuple for the representations of all arguments. */
static Object *told_arguments(Machine *m, const MethodCaller *c)
{
    size_t n;
    positional(m, c, &n);
    return tuple_new(m, (ssize_t)(n + count_keywords(c)));
}

static Object *methodcaller_repr(Machine *m, Object *o)
{
    int under_way = repr_enter(m, o);
    if (under_way)
        return under_way > 0 ? str_printf(m, "%s(...)", o->type->tp_name) : NULL;
    StrWriter w = {0};
    Object *told = told_arguments(m, (MethodCaller *)o);
    int status = !told || str_writer_ascii(m, &w, o->type->tp_name) ||
                 str_writer_char(m, &w, '(') || write_arguments(m, &w, (MethodCaller *)o) ||
                 str_writer_char(m, &w, ')');
    repr_leave(m, o);
    xdecref(m, told);
    if (!status)
        return str_writer_finish(m, &w);
    str_writer_drop(m, &w);
    return NULL;
}

/* partial(type, name, **keywords): PyObject_VectorcallDict. */
static Object *maker_with_keywords(Machine *m, const MethodCaller *c)
{
    size_t nkw = count_keywords(c), n = 2;
    Object **all = heap_alloc(m, (n + nkw) * sizeof *all), *key;
    Object *names = all ? names_of(m, c) : NULL, *maker = NULL;
    if (names) {
        all[0] = (Object *)c->ob_base.type;
        all[1] = c->name;
        for (ssize_t at = 0; dict_next(c->keywords, &at, &key, &all[n], NULL);)
            n++;
        maker = object_vectorcall(m, (Object *)m->types.partial, all, 2, names);
    }
    xdecref(m, names);
    heap_free(m, all);
    return maker;
}

/* type(name, *args), with the keywords filled in by a partial. */
BUILTIN(methodcaller_reduce)
{
    NO_ARGS;
    const MethodCaller *c = (const MethodCaller *)self;
    bool named = count_keywords(c);
    size_t n;
    Object **values = positional(m, c, &n), *arguments = tuple_new(m, (ssize_t)n + !named);
    Object *maker = named ? maker_with_keywords(m, c) : newref(self->type);
    if (!named && arguments)
        ((TupleObject *)arguments)->item[0] = newref(c->name);
    for (size_t i = 0; arguments && i < n; i++)
        ((TupleObject *)arguments)->item[i + !named] = newref(values[i]);
    if (arguments && tuple_size(arguments))
        gc_track(m, arguments);
    Object *result = arguments && maker ? tuple_pack(m, 2, maker, arguments) : NULL;
    xdecref(m, maker);
    xdecref(m, arguments);
    return result;
}

static const MethodDef methodcaller_methods[] = {
    {"__reduce__", methodcaller_reduce, METH_NOARGS, NULL},
    {0},
};

const TypeSpec methodcaller_spec = {
    .name = "operator.methodcaller",
    .flags = TYPE_GC,
    .basicsize = 40,
    .size = sizeof(MethodCaller),
    .methods = methodcaller_methods,
    .doc = "Calls a method of what it is called with.",
    .slots =
        {
            .tp_dealloc = methodcaller_dealloc,
            .tp_repr = methodcaller_repr,
            .tp_call = methodcaller_call,
            .tp_new = methodcaller_new,
            .tp_traverse = methodcaller_traverse,
            .tp_clear = methodcaller_clear,
        },
};
