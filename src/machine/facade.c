#include "facade.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "class.h"
#include "descriptor.h"
#include "eval.h"

#include <string.h>

enum { MOST_PARAMETERS = 16 };

struct facade {
    MethodDef def;
    Object *function; /* held by those whose def this is */
    enum facade_parser parser;
    bool method;
    size_t required, positional, count;           /* parameters, self left out */
    const char *const names[MOST_PARAMETERS + 1]; /* "": has no name; NULL behind the last */
};

static const struct facade *facade_of(const MethodDef *def)
{
    return (const struct facade *)(const void *)def;
}

Object *facade_function(const MethodDef *def)
{
    return def && def->flags & METH_FACADE ? facade_of(def)->function : NULL;
}

/* ---- making one ------------------------------------------------------------------------------ */

static int flags_of(const struct facade *f, const CodeObject *code)
{
    bool named = f->count > f->positional || code->flags & CODE_VARKEYWORDS;
    for (size_t i = 0; i < f->count; i++)
        named = named || f->names[i][0];
    if (named)
        return METH_KEYWORDS;
    bool many = f->count > 1 || f->required < f->count || code->flags & CODE_VARARGS;
    if (f->parser == FACADE_TUPLE || many)
        return METH_FASTCALL;
    return f->count ? METH_O : METH_NOARGS;
}

static const char *name_at(const CodeObject *code, int i)
{
    return ((const StrObject *)tuple_item(code->localsplusnames, i))->data; /* ASCII */
}

const MethodDef *facade_new(Machine *m, Object *function, Object *name, bool method,
                            enum facade_parser parser)
{
    const FunctionObject *of = (const FunctionObject *)function;
    const CodeObject *code = (const CodeObject *)of->code;
    int first = method, last = code->argcount + code->kwonlyargcount;
    int defaults = of->defaults ? (int)tuple_size(of->defaults) : 0;
    struct facade *f = heap_alloc(m, sizeof *f);
    if (!f)
        return NULL;
    memset(f, 0, sizeof *f);
    f->function = function;
    f->parser = parser;
    f->method = method;
    f->positional = (size_t)(code->argcount - first);
    f->required = (size_t)(code->argcount - first - defaults);
    f->count = (size_t)(last - first);
    const char **names = (const char **)(uintptr_t)f->names;
    for (int i = first; i < last && i - first < MOST_PARAMETERS; i++)
        names[i - first] = i < code->posonlyargcount ? "" : name_at(code, i);
    f->def.name = ((const StrObject *)name)->data;
    f->def.flags = METH_FACADE | flags_of(f, code) | (parser == FACADE_TUPLE ? METH_PACKED : 0);
    return &f->def;
}

/* ---- calling it ------------------------------------------------------------------------------ */

/* Python/getargs.c: vgetargs1_impl. */
static bool check_tuple(Machine *m, const struct facade *f, size_t nargs)
{
    if (nargs >= f->required && nargs <= f->count)
        return true;
    size_t bound = nargs < f->required ? f->required : f->count;
    if (f->count == 0)
        error_set(m, EXC_TypeError, "%s() takes no arguments", f->def.name);
    else
        error_set(m, EXC_TypeError, "%s() takes %s %zd argument%s (%zd given)", f->def.name,
                  f->required == f->count ? "exactly"
                  : nargs < f->required   ? "at least"
                                          : "at most",
                  (ssize_t)bound, bound == 1 ? "" : "s", (ssize_t)nargs);
    return false;
}

static bool fits(Machine *m, const struct facade *f, Object *const *args, size_t nargs,
                 Object *kwnames)
{
    const CodeObject *code = (const CodeObject *)((const FunctionObject *)f->function)->code;
    Object *out[MOST_PARAMETERS];
    if (code->flags & (CODE_VARARGS | CODE_VARKEYWORDS))
        return true;
    if (f->parser == FACADE_TUPLE)
        return check_tuple(m, f, nargs);
    if (f->def.flags & METH_FASTCALL)
        return arg_check_positional(m, f->def.name, nargs, f->required, f->count);
    return !(f->def.flags & METH_KEYWORDS) ||
           arg_parse_known(m, f->def.name, args, nargs, kwnames, f->names, f->required,
                           f->positional, out);
}

Object *facade_call(Machine *m, const MethodDef *def, Object *self, Object *const *args,
                    size_t nargs, Object *kwnames)
{
    const struct facade *f = facade_of(def);
    size_t nkw = kwnames ? (size_t)tuple_size(kwnames) : 0;
    if (!fits(m, f, args, nargs, kwnames))
        return NULL;
    if (!f->method)
        return eval_call_function(m, f->function, args, nargs, kwnames);
    Object *few[MOST_PARAMETERS + 2], **all = few;
    size_t n = nargs + nkw + 1;
    if (n > sizeof few / sizeof *few && !(all = heap_alloc(m, n * sizeof *all)))
        return NULL;
    all[0] = self;
    if (n > 1)
        memcpy(all + 1, args, (n - 1) * sizeof *all);
    Object *result = eval_call_function(m, f->function, all, nargs + 1, kwnames);
    if (all != few)
        heap_free(m, all);
    return result;
}

/* ---- who has one ----------------------------------------------------------------------------- */

Object *facade_builtin(Machine *m, Object *function, enum facade_parser parser, Object *module)
{
    const FunctionObject *f = (const FunctionObject *)function;
    const MethodDef *def = facade_new(m, function, f->name, false, parser);
    return def ? builtin_new(m, def, NULL, module ? module : f->module) : NULL;
}

int facade_module(Machine *m, Object *namespace, Object *module)
{
    Object *names = sequence_list(m, namespace), *own = dict_get_str(m, namespace, m->id.__name__);
    int r = names && own ? 0 : -1;
    for (ssize_t i = 0; r == 0 && i < list_size(names); i++) {
        Object *name = list_item(names, i), *value = dict_get(m, namespace, name);
        if (!is_exact(m, value, function) || str_at(name, 0) == '_' ||
            !str_equal(((FunctionObject *)value)->module, own))
            continue;
        Object *builtin = facade_builtin(m, value, FACADE_CLINIC, module);
        r = builtin ? dict_set(m, namespace, name, builtin) : -1;
        xdecref(m, builtin);
    }
    xdecref(m, names);
    return r;
}

/* Python code marks a method that is to be FACADE_TUPLE with an attribute. */
static enum facade_parser parser_of(Machine *m, Object *function)
{
    Object *dict = ((FunctionObject *)function)->dict;
    Object *name = dict ? str_intern_ascii(m, "by_tuple") : NULL;
    bool marked = name && dict_get(m, dict, name);
    xdecref(m, name);
    return marked ? FACADE_TUPLE : FACADE_CLINIC;
}

/* Slots have wrappers of their own. */
static bool is_method_name(Object *name)
{
    return is_str(name) && (str_at(name, 0) != '_' || str_equals_ascii(name, "__format__") ||
                            str_equals_ascii(name, "__reduce__"));
}

/* What takes the place of an attribute of the class; NULL without an exception: nothing does. */
static Object *descriptor_for(Machine *m, Type *type, Object *name, Object *value)
{
    bool of_class = value->type == m->types.classmethod;
    Object *function = of_class ? wrapper_callable(value) : value;
    if (!is_exact(m, function, function))
        return NULL;
    const MethodDef *def = facade_new(m, function, name, true, parser_of(m, function));
    DescriptorObject *d =
        def ? (DescriptorObject *)descriptor_new(
                  m, of_class ? m->types.classmethod_descriptor : m->types.method_descriptor, type,
                  def->name)
            : NULL;
    if (d)
        d->def = def, incref(function);
    return (Object *)d;
}

int facade_class(Machine *m, Type *type)
{
    Object *names = sequence_list(m, type->tp_dict);
    int r = names ? 0 : -1;
    for (ssize_t i = 0; r == 0 && i < list_size(names); i++) {
        Object *name = list_item(names, i), *value = dict_get(m, type->tp_dict, name);
        if (!is_method_name(name))
            continue;
        Object *d = descriptor_for(m, type, name, value);
        if (d)
            r = dict_set(m, type->tp_dict, name, d);
        else if (error_occurred(m))
            r = -1;
        xdecref(m, d);
    }
    xdecref(m, names);
    slot_dispatch_modified(type);
    type->tp_flags |= TYPE_IMMUTABLE;
    return r;
}
