/* The class statement at run time: Python/bltinmodule.c: builtin___build_class__. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "class.h"
#include "eval.h"

struct build {
    Object *name, *bases; /* bases: owned */
    Object *metaclass;    /* owned */
    Object *namespace_;
    Object *kwnames; /* without metaclass, in no dict of the model; owned, or NULL */
    Object *kept[16];
};

/* eval: runs a class body in its namespace. */
static Object *eval_class_body(Machine *m, Object *function, Object *namespace_)
{
    FunctionObject *f = (FunctionObject *)newref(function);
    Frame *frame = frame_push(m, (CodeObject *)f->code, f, f->globals);
    if (!frame)
        return NULL;
    frame->locals = newref(namespace_);
    frame->names_apart = true;
    frame->previous = m->frame;
    frame->entry = true;
    m->frame = frame;
    return eval_frame(m, frame);
}

/* The keywords but for metaclass. */
static bool split_keywords(Machine *m, struct build *b, Object *const *values, Object *kwnames)
{
    ssize_t n = kwnames ? tuple_size(kwnames) : 0, kept = 0;
    Object *names[16];
    if (n > (ssize_t)(sizeof names / sizeof *names)) {
        error_not_simulated(m, "a class statement with more than 16 keywords");
        return false;
    }
    for (ssize_t i = 0; i < n; i++) {
        if (str_equals_ascii(tuple_item(kwnames, i), "metaclass")) {
            b->metaclass = newref(values[i]);
            continue;
        }
        names[kept] = tuple_item(kwnames, i);
        b->kept[kept++] = values[i];
    }
    b->kwnames = kept ? tuple_unseen(m, names, kept) : NULL;
    return !kept || b->kwnames;
}

static bool choose_metaclass(Machine *m, struct build *b)
{
    if (!b->metaclass)
        b->metaclass = newref(tuple_size(b->bases) ? (Object *)tuple_item(b->bases, 0)->type
                                                   : (Object *)m->types.type);
    if (!is_type(b->metaclass))
        return true;
    Type *winner = class_metatype(m, (Type *)b->metaclass, b->bases);
    if (!winner)
        return false;
    decref(m, b->metaclass);
    b->metaclass = newref(winner);
    return true;
}

/* type.__call__ gets its arguments as a tuple. */
static Object *argument_tuple(Machine *m, Object *const *args)
{
    int32_t serial = m->next_serial;
    Object *tuple = class_out_of_sight(m, tuple_new(m, 3), serial);
    for (int i = 0; tuple && i < 3; i++)
        ((TupleObject *)tuple)->item[i] = newref(args[i]);
    return tuple;
}

/* The keywords as a dict: Python/bltinmodule.c: builtin___build_class__ makes one, and
 * Objects/call.c: _PyObject_MakeTpCall another. */
static Object *keyword_dict(Machine *m, const struct build *b)
{
    int32_t serial = m->next_serial;
    Object *dict = class_out_of_sight(m, dict_new(m), serial);
    ssize_t n = b->kwnames ? tuple_size(b->kwnames) : 0;
    for (ssize_t i = 0; dict && i < n; i++)
        if (dict_set(m, dict, tuple_item(b->kwnames, i), b->kept[i]) < 0)
            clear_ref(m, dict);
    return dict;
}

/* Objects/call.c: _PyObject_MakeTpCall of a type: the arguments in a tuple; the keywords are in the
 * statement's dict, unless they have been laid out. */
static Object *call_type(Machine *m, const struct build *b, Object *const *args)
{
    bool laid_out = b->kwnames && call_has_vectorcall(m, b->metaclass);
    Object *tuple = argument_tuple(m, args), *dict = laid_out ? keyword_dict(m, b) : NULL,
           *r = NULL;
    if (tuple && (dict || !laid_out))
        r = object_call(m, b->metaclass, args, 3, b->kwnames, true);
    xdecref(m, tuple);
    xdecref(m, dict);
    return r;
}

/* metaclass(name, bases, namespace, **keywords), or the same of __prepare__ without the
 * namespace: Objects/call.c: PyObject_VectorcallDict. */
static Object *call_with(Machine *m, struct build *b, Object *callable, bool with_namespace)
{
    Object *args[3 + 16] = {b->name, b->bases, b->namespace_};
    size_t n = with_namespace ? 3 : 2;
    for (ssize_t i = 0; b->kwnames && i < tuple_size(b->kwnames); i++)
        args[n + (size_t)i] = b->kept[i];
    struct call_unpacked u = call_unpack(m, callable, NULL, args, n, b->kwnames);
    bool plain =
        with_namespace && is_type(callable) && (b->kwnames || call_has_vectorcall(m, callable));
    Object *r = plain ? call_type(m, b, args) : object_vectorcall(m, callable, args, n, b->kwnames);
    call_unpack_end(m, &u);
    return r;
}

static bool prepare(Machine *m, struct build *b)
{
    Object *f;
    int found = object_lookup_attr(m, b->metaclass, m->id.__prepare__, &f);
    if (found < 0)
        return false;
    b->namespace_ = found ? call_with(m, b, f, false) : dict_new(m);
    if (found)
        decref(m, f);
    if (!b->namespace_)
        return false;
    if (!is_dict(b->namespace_) && !slots_of(b->namespace_)->mp_subscript) {
        error_set(m, EXC_TypeError, "%.200s.__prepare__() must return a mapping, not %.200s",
                  is_type(b->metaclass) ? ((Type *)b->metaclass)->tp_name : "<metaclass>",
                  type_name(b->namespace_));
        return false;
    }
    if (is_exact(m, b->namespace_, dict))
        b->namespace_->flags |= OBJECT_QUIET;
    return true;
}

static bool check_cell(Machine *m, const struct build *b, Object *cell, Object *class)
{
    if (cell == m->none || !is_type(class) || !is_exact(m, cell, cell))
        return true;
    Object *value = ((CellObject *)cell)->value;
    if (value == class)
        return true;
    if (!value)
        error_set(m, EXC_RuntimeError,
                  "__class__ not set defining %R as %R. Was __classcell__ "
                  "propagated to type.__new__?",
                  b->name, class);
    else
        error_set(m, EXC_TypeError, "__class__ set to %R defining %R as %R", value, b->name, class);
    return false;
}

/* What stands for a base that is no class: any number of classes.  1 with a tuple of them, 0 if it
 * stands for itself, -1. */
static int ask_entries(Machine *m, Object *base, Object *bases, Object **entries)
{
    Object *method = NULL;
    int found = is_type(base) ? 0 : object_lookup_attr(m, base, m->id.__mro_entries__, &method);
    if (found <= 0)
        return found;
    *entries = object_call1(m, method, bases);
    decref(m, method);
    if (*entries && !is_tuple(*entries)) {
        error_set(m, EXC_TypeError, "__mro_entries__ must return a tuple");
        clear_ref(m, *entries);
    }
    return *entries ? 1 : -1;
}

/* The bases from the first to the n-th as a list. */
static Object *first_bases(Machine *m, Object *bases, ssize_t n)
{
    Object *list = list_new(m, n);
    for (ssize_t i = 0; list && i < n; i++)
        ((ListObject *)list)->item[i] = newref(tuple_item(bases, i));
    return list;
}

/* Python/bltinmodule.c: update_bases: a list is made once something stands for something else. */
static Object *resolve_bases(Machine *m, Object *bases)
{
    Object *list = NULL;
    for (ssize_t i = 0; i < tuple_size(bases); i++) {
        Object *base = tuple_item(bases, i), *entries = NULL;
        int status = ask_entries(m, base, bases, &entries);
        if (status > 0 && (list || (list = first_bases(m, bases, i))))
            status = list_extend(m, list, entries);
        else if (status == 0 && list)
            status = list_append(m, list, base);
        else if (status > 0)
            status = -1;
        xdecref(m, entries);
        if (status < 0) {
            xdecref(m, list);
            return NULL;
        }
    }
    if (!list)
        return newref(bases);
    Object *result = sequence_tuple(m, list);
    decref(m, list);
    return result;
}

/* The bases; *original are those written down, where they are others. */
static Object *find_bases(Machine *m, Object *const *bases, size_t n, Object **original)
{
    Object *written = tuple_from_array(m, bases, (ssize_t)n);
    bool classes = true;
    *original = NULL;
    for (size_t i = 0; i < n; i++)
        classes = classes && is_type(bases[i]);
    if (!written || classes)
        return written;
    Object *resolved = resolve_bases(m, written);
    if (resolved && resolved != written)
        *original = written;
    else
        decref(m, written);
    return resolved;
}

static Object *build_class(Machine *m, Object *self, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    (void)self;
    if (nargs < 2)
        return error_set(m, EXC_TypeError, "__build_class__: not enough arguments");
    if (!is_exact(m, args[0], function))
        return error_set(m, EXC_TypeError, "__build_class__: func must be a function");
    if (!is_str(args[1]))
        return error_set(m, EXC_TypeError, "__build_class__: name is not a string");
    struct build b = {.name = args[1]};
    Object *cell = NULL, *class = NULL, *original, *keywords = NULL;
    b.bases = find_bases(m, args + 2, nargs - 2, &original);
    if (b.bases && split_keywords(m, &b, args + nargs, kwnames) &&
        (!kwnames || (keywords = keyword_dict(m, &b))) && choose_metaclass(m, &b) && prepare(m, &b))
        cell = eval_class_body(m, args[0], b.namespace_);
    if (cell && original && object_setitem(m, b.namespace_, m->id.__orig_bases__, original) < 0)
        clear_ref(m, cell);
    if (cell)
        class = call_with(m, &b, b.metaclass, true);
    if (class && !check_cell(m, &b, cell, class))
        clear_ref(m, class);
    xdecref(m, original);
    xdecref(m, cell);
    xdecref(m, b.namespace_);
    xdecref(m, b.metaclass);
    xdecref(m, keywords);
    xdecref(m, b.kwnames);
    xdecref(m, b.bases);
    return class;
}

const MethodDef build_class_table[] = {
    {"__build_class__", build_class, METH_FASTCALL | METH_KEYWORDS, "The class statement."},
    {NULL, NULL, 0, NULL},
};
