/* def and lambda, bound methods, cells: Objects/funcobject.c, classobject.c, cellobject.c. */
#include <pyviz/base/buffer.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/instance.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "code.h"
#include "compare.h"
#include "docstring.h"
#include "eval.h"
#include "getter.h"
#include "objects/reduce.h"
#include "objects/sequence.h"
#include "specs.h"
#include "warnings.h"

#include <string.h>

/* ---- function -------------------------------------------------------------------------------- */

static size_t function_bytes(const Machine *m)
{
    return (size_t)m->profile->function_size;
}

/* The docstring; of a class's body, its __qualname__, and of other code that has none whatever text
 * is its first constant. */
static Object *first_text(const Machine *m, const CodeObject *code)
{
    Object *first = tuple_size(code->consts) ? tuple_item(code->consts, 0) : NULL;
    return first && is_str(first) ? first : m->none;
}

Object *function_new(Machine *m, Object *code, Object *globals, Object *qualname)
{
    FunctionObject *f = object_new(m, m->types.function, sizeof *f, function_bytes(m));
    if (!f)
        return NULL;
    CodeObject *co = (CodeObject *)code;
    f->code = newref(code);
    f->globals = newref(globals);
    f->builtins = newref(frame_builtins(m, globals));
    f->name = newref(co->name);
    f->qualname = newref(qualname);
    f->module = dict_get_str(m, globals, m->id.__name__);
    xincref(f->module);
    f->doc = newref(first_text(m, co));
    gc_track(m, (Object *)f);
    return (Object *)f;
}

static Object **function_field(FunctionObject *f, int i)
{
    Object **const fields[] = {&f->code,       &f->globals,  &f->builtins,   &f->name,
                               &f->qualname,   &f->defaults, &f->kwdefaults, &f->closure,
                               &f->doc,        &f->dict,     &f->module,     &f->annotations,
                               &f->type_params};
    return i < (int)(sizeof fields / sizeof *fields) ? fields[i] : NULL;
}

static int function_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    Object **field;
    for (int i = 0; (field = function_field((FunctionObject *)o, i)); i++) {
        int r = *field ? visit(m, *field, arg) : 0;
        if (r)
            return r;
    }
    return 0;
}

static void release_from(Machine *m, FunctionObject *f, int first)
{
    Object **field;
    for (int i = first; (field = function_field(f, i)); i++)
        clear_ref(m, *field);
}

/* What a call of it needs stays: others in the same cycle may still call it. */
static int function_clear(Machine *m, Object *o)
{
    enum { DEFAULTS = 5 };
    release_from(m, (FunctionObject *)o, DEFAULTS);
    return 0;
}

static void function_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    release_from(m, (FunctionObject *)o, 0);
    object_free(m, o, function_bytes(m));
}

static Object *function_repr(Machine *m, Object *o)
{
    return str_printf(m, "<function %U at 0x%llx>", ((FunctionObject *)o)->qualname,
                      (unsigned long long)o->address);
}

static Object *function_descr_get(Machine *m, Object *descr, Object *o, Object *type)
{
    (void)type;
    return o ? method_new(m, descr, o) : newref(descr);
}

static ssize_t function_sizeof(Machine *m, Object *o)
{
    (void)o;
    return (ssize_t)function_bytes(m);
}

GETTER(FunctionObject, code)
GETTER(FunctionObject, globals)
GETTER(FunctionObject, name)
GETTER(FunctionObject, qualname)
GETTER(FunctionObject, defaults)
GETTER(FunctionObject, kwdefaults)
GETTER(FunctionObject, closure)
GETTER(FunctionObject, module)

/* A function of the library; not one that it makes for the program, which may have the program's
 * text: those are made inside of another, "f.<locals>.g", or of a "<lambda>". */
static bool is_of_library(const CodeObject *co)
{
    struct buffer text = {0};
    str_to_utf8(co->qualname, &text);
    bool made = strchr(buffer_text(&text), '<');
    buffer_free(&text);
    return co->flags & CODE_LIBRARY && !made;
}

bool function_of_library(const Object *o)
{
    return is_of_library((CodeObject *)((const FunctionObject *)o)->code);
}

/* One of a module in which CPython documents every public function. */
static bool is_documented(const FunctionObject *f)
{
    static const char *const modules[] = {"bisect",     "contextlib", "copy",     "dataclasses",
                                          "functools",  "heapq",      "operator", "random",
                                          "statistics", "textwrap"};
    if (!f->module || !is_str(f->module) || !str_equal(f->name, f->qualname) ||
        str_at(f->name, 0) == '_')
        return false;
    for (size_t i = 0; i < sizeof modules / sizeof *modules; i++)
        if (str_equals_ascii(f->module, modules[i]))
            return true;
    return false;
}

static Object *get_doc(Machine *m, Object *o)
{
    const FunctionObject *f = (FunctionObject *)o;
    if (function_of_library(o) && is_documented(f))
        return docstring_elsewhere(m);
    if (function_of_library(o))
        return type_doc_elsewhere(m, "the function", f->name);
    return newref(f->doc ? f->doc : m->none);
}

static Object *get_or_make_dict(Machine *m, Object **field)
{
    if (!*field)
        *field = dict_new(m);
    return xnewref(*field);
}

/* A function keeps names and annotations in turn, as MAKE_FUNCTION has found them, until the dict
 * is asked for.  Objects/funcobject.c: func_get_annotation_dict. */
static Object *get_annotations(Machine *m, Object *o)
{
    FunctionObject *f = (FunctionObject *)o;
    Object *pairs = f->annotations, *dict;
    if (!pairs || !is_tuple(pairs))
        return get_or_make_dict(m, &f->annotations);
    dict = dict_new(m);
    for (ssize_t i = 0; dict && i + 1 < tuple_size(pairs); i += 2)
        if (dict_set(m, dict, tuple_item(pairs, i), tuple_item(pairs, i + 1)) < 0)
            clear_ref(m, dict);
    if (!dict)
        return NULL;
    f->annotations = dict;
    decref(m, pairs);
    return newref(dict);
}

static Object *get_dict(Machine *m, Object *o)
{
    return get_or_make_dict(m, &((FunctionObject *)o)->dict);
}

static int set_text(Machine *m, Object **field, Object *value, const char *what)
{
    if (!value || !is_str(value)) {
        error_set(m, EXC_TypeError, "%s must be set to a string object", what);
        return -1;
    }
    set_ref(m, *field, newref(value));
    return 0;
}

static int set_name(Machine *m, Object *o, Object *value)
{
    return set_text(m, &((FunctionObject *)o)->name, value, "__name__");
}

static int set_qualname(Machine *m, Object *o, Object *value)
{
    return set_text(m, &((FunctionObject *)o)->qualname, value, "__qualname__");
}

static int set_doc(Machine *m, Object *o, Object *value)
{
    FunctionObject *f = (FunctionObject *)o;
    set_ref(m, f->doc, newref(value ? value : m->none));
    return 0;
}

static int set_defaults(Machine *m, Object *o, Object *value)
{
    FunctionObject *f = (FunctionObject *)o;
    if (value == m->none)
        value = NULL;
    if (value && !is_tuple(value)) {
        error_set(m, EXC_TypeError, "__defaults__ must be set to a tuple object");
        return -1;
    }
    set_ref(m, f->defaults, xnewref(value));
    return 0;
}

/* A dict, or nothing. */
static int set_optional_dict(Machine *m, Object **field, Object *value, const char *what)
{
    if (value == m->none)
        value = NULL;
    if (value && !is_dict(value)) {
        error_set(m, EXC_TypeError, "%s must be set to a dict object", what);
        return -1;
    }
    set_ref(m, *field, xnewref(value));
    return 0;
}

static int set_kwdefaults(Machine *m, Object *o, Object *value)
{
    return set_optional_dict(m, &((FunctionObject *)o)->kwdefaults, value, "__kwdefaults__");
}

static int set_annotations(Machine *m, Object *o, Object *value)
{
    return set_optional_dict(m, &((FunctionObject *)o)->annotations, value, "__annotations__");
}

static int set_dict(Machine *m, Object *o, Object *value)
{
    if (!instance_dict_fits(m, value))
        return -1;
    set_ref(m, ((FunctionObject *)o)->dict, newref(value));
    return 0;
}

static Object *get_type_params(Machine *m, Object *o)
{
    Object *params = ((FunctionObject *)o)->type_params;
    return newref(params ? params : m->empty_tuple);
}

static int set_type_params(Machine *m, Object *o, Object *value)
{
    FunctionObject *f = (FunctionObject *)o;
    if (!value || !is_tuple(value)) {
        error_set(m, EXC_TypeError, "__type_params__ must be set to a tuple");
        return -1;
    }
    set_ref(m, f->type_params, newref(value));
    return 0;
}

static int set_module(Machine *m, Object *o, Object *value)
{
    FunctionObject *f = (FunctionObject *)o;
    set_ref(m, f->module, newref(value ? value : m->none));
    return 0;
}

/* A function that becomes a generator, or is one no more: Objects/funcobject.c: func_set_code. */
static bool warn_of_kind(Machine *m, const Object *old, const Object *new)
{
    enum { KIND = CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR };
    int differ = ((const CodeObject *)old)->flags ^ ((const CodeObject *)new)->flags;
    return !(differ & KIND) || !m->profile->warns_of_code_kind ||
           warn_deprecated(m, "Assigning a code object of non-matching type is deprecated (e.g., "
                              "from a generator to a plain function)") == 0;
}

static int set_code(Machine *m, Object *o, Object *value)
{
    FunctionObject *f = (FunctionObject *)o;
    if (!value || value->type != m->types.code) {
        error_set(m, EXC_TypeError, "__code__ must be set to a code object");
        return -1;
    }
    int wanted = ((CodeObject *)value)->nfreevars;
    ssize_t have = f->closure ? tuple_size(f->closure) : 0;
    if (wanted != have) {
        error_set(m, EXC_ValueError, "%U() requires a code object with %zd free vars, not %d",
                  f->name, have, wanted);
        return -1;
    }
    if (!warn_of_kind(m, f->code, value))
        return -1;
    set_ref(m, f->code, newref(value));
    return 0;
}

static const GetSetDef function_getset[] = {
    {"__code__", get_code, set_code},
    {"__globals__", get_globals, sequence_read_only},
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualname, set_qualname},
    {"__defaults__", get_defaults, set_defaults},
    {"__kwdefaults__", get_kwdefaults, set_kwdefaults},
    {"__closure__", get_closure, sequence_read_only},
    {"__doc__", get_doc, set_doc},
    {"__module__", get_module, set_module},
    {"__annotations__", get_annotations, set_annotations},
    {"__dict__", get_dict, set_dict},
    {"__type_params__", get_type_params, set_type_params},
    {NULL, NULL, NULL},
};

/* FunctionType(code, globals, name, argdefs, closure): Objects/funcobject.c: func_new_impl. */
static bool check_function_parts(Machine *m, Object *const *part)
{
    if (!is_exact(m, part[0], code))
        error_set(m, EXC_TypeError, "function() argument 'code' must be code, not %s",
                  type_name(part[0]));
    else if (!is_dict(part[1]))
        error_set(m, EXC_TypeError, "function() argument 'globals' must be dict, not %s",
                  type_name(part[1]));
    else if (part[2] != m->none && !is_str(part[2]))
        error_set(m, EXC_TypeError, "arg 3 (name) must be None or string");
    else if (part[3] != m->none && !is_tuple(part[3]))
        error_set(m, EXC_TypeError, "arg 4 (defaults) must be None or tuple");
    else if (part[4] != m->none && !is_tuple(part[4]))
        error_set(m, EXC_TypeError, "arg 5 (closure) must be None or tuple");
    else if ((part[4] == m->none ? 0 : tuple_size(part[4])) != ((CodeObject *)part[0])->nfreevars)
        error_set(m, EXC_ValueError, "%U requires closure of length %zd, not %zd",
                  ((CodeObject *)part[0])->name, (ssize_t)((CodeObject *)part[0])->nfreevars,
                  part[4] == m->none ? (ssize_t)0 : tuple_size(part[4]));
    else
        return true;
    return false;
}

static Object *function_tp_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    static const char *const names[] = {"code", "globals", "name", "argdefs", "closure", NULL};
    Object *part[5];
    (void)type;
    if (!arg_parse(m, "function", args, nargs, kwnames, names, 2, 5, part))
        return NULL;
    for (int i = 2; i < 5; i++)
        part[i] = part[i] ? part[i] : m->none;
    if (!check_function_parts(m, part))
        return NULL;
    FunctionObject *f =
        (FunctionObject *)function_new(m, part[0], part[1], ((CodeObject *)part[0])->qualname);
    if (!f)
        return NULL;
    if (part[2] != m->none)
        set_ref(m, f->name, newref(part[2]));
    f->defaults = part[3] == m->none ? NULL : newref(part[3]);
    f->closure = part[4] == m->none ? NULL : newref(part[4]);
    return (Object *)f;
}

const TypeSpec function_spec = {
    .name = "function",
    .flags = TYPE_WEAKREFS | TYPE_GC | TYPE_METHOD_DESCRIPTOR,
    .basicsize = 144,
    .size = sizeof(FunctionObject),
    .dictoffset = offsetof(FunctionObject, dict),
    .getset = function_getset,
    .slots =
        {
            .tp_dealloc = function_dealloc,
            .tp_repr = function_repr,
            .tp_call = eval_call_function,
            .tp_descr_get = function_descr_get,
            .tp_new = function_tp_new,
            .tp_traverse = function_traverse,
            .tp_clear = function_clear,
            .tp_sizeof = function_sizeof,
        },
};

/* ---- method ---------------------------------------------------------------------------------- */

Object *method_new(Machine *m, Object *function, Object *self)
{
    MethodObject *o = object_new(m, m->types.method, sizeof *o, 48);
    if (!o)
        return NULL;
    o->function = newref(function);
    o->self = newref(self);
    gc_track(m, (Object *)o);
    return (Object *)o;
}

static void method_dealloc(Machine *m, Object *o)
{
    MethodObject *method = (MethodObject *)o;
    gc_untrack(m, o);
    clear_ref(m, method->function);
    clear_ref(m, method->self);
    object_free(m, o, 48);
}

static int method_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    MethodObject *method = (MethodObject *)o;
    return VISIT(method->function, method->self);
}

static Object *method_call(Machine *m, Object *o, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    MethodObject *method = (MethodObject *)o;
    size_t total = nargs + (kwnames ? (size_t)tuple_size(kwnames) : 0);
    Object **all = heap_alloc(m, (total + 1) * sizeof *all);
    if (!all)
        return NULL;
    all[0] = method->self;
    for (size_t i = 0; i < total; i++)
        all[i + 1] = args[i];
    Object *r = object_vectorcall(m, method->function, all, nargs + 1, kwnames);
    heap_free(m, all);
    return r;
}

static Object *method_repr(Machine *m, Object *o)
{
    MethodObject *method = (MethodObject *)o;
    Object *name = NULL;
    int found = object_lookup_attr(m, method->function, m->id.__qualname__, &name);
    if (!found)
        found = object_lookup_attr(m, method->function, m->id.__name__, &name);
    if (found < 0)
        return NULL;
    Object *r = name && is_str(name) ? str_printf(m, "<bound method %S of %R>", name, method->self)
                                     : str_printf(m, "<bound method ? of %R>", method->self);
    xdecref(m, name);
    return r;
}

static Object *method_get_function(Machine *m, Object *o)
{
    (void)m;
    return newref(((MethodObject *)o)->function);
}

static Object *method_get_self(Machine *m, Object *o)
{
    (void)m;
    return newref(((MethodObject *)o)->self);
}

/* A method has what its function has. */
static Object *method_getattro(Machine *m, Object *o, Object *name)
{
    if (type_lookup(m, o->type, name))
        return object_generic_getattr(m, o, name);
    return object_getattr(m, ((MethodObject *)o)->function, name);
}

static Object *method_compare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || b->type != a->type)
        return newref(m->not_implemented);
    MethodObject *f = (MethodObject *)a, *g = (MethodObject *)b;
    int equal = object_richcompare_bool(m, f->function, g->function, COMPARE_EQ);
    if (equal < 0)
        return NULL;
    equal = equal && f->self == g->self;
    return newref(bool_of(m, equal == (op == COMPARE_EQ)));
}

static hash_t method_hash(Machine *m, Object *o)
{
    MethodObject *f = (MethodObject *)o;
    hash_t h = object_hash(m, f->function);
    if (h == -1)
        return -1;
    h ^= object_hash_pointer(m, f->self);
    return h == -1 ? -2 : h;
}

static Object *method_get_doc(Machine *m, Object *o)
{
    return object_getattr(m, ((MethodObject *)o)->function, m->id.__doc__);
}

/* Objects/classobject.c: method___reduce__: getattr(self, name) */
static Object *method_reduce(Machine *m, Object *o, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *name = object_getattr(m, ((MethodObject *)o)->function, m->id.__name__);
    Object *getattr = name ? reduce_builtin(m, "getattr") : NULL;
    Object *inner = getattr ? tuple_pack(m, 2, ((MethodObject *)o)->self, name) : NULL;
    Object *result = inner ? tuple_pack(m, 2, getattr, inner) : NULL;
    xdecref(m, name);
    xdecref(m, getattr);
    xdecref(m, inner);
    return result;
}

static const MethodDef method_methods[] = {{"__reduce__", method_reduce, METH_NOARGS, NULL},
                                           {NULL, NULL, 0, NULL}};
static const GetSetDef method_getset[] = {
    {"__func__", method_get_function, sequence_read_only},
    {"__self__", method_get_self, sequence_read_only},
    {"__doc__", method_get_doc, NULL},
    {NULL, NULL, NULL},
};

static Object *method_tp_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    (void)type;
    if (!arg_no_keywords(m, "method", kwnames) || !arg_check_positional(m, "method", nargs, 2, 2))
        return NULL;
    if (!object_is_callable(args[0]))
        return error_set(m, EXC_TypeError, "first argument must be callable");
    if (args[1] == m->none)
        return error_set(m, EXC_TypeError, "instance must not be None");
    return method_new(m, args[0], args[1]);
}

const TypeSpec method_spec = {
    .name = "method",
    .flags = TYPE_WEAKREFS | TYPE_GC,
    .basicsize = 48,
    .size = sizeof(MethodObject),
    .methods = method_methods,
    .getset = method_getset,
    .slots =
        {
            .tp_dealloc = method_dealloc,
            .tp_repr = method_repr,
            .tp_hash = method_hash,
            .tp_call = method_call,
            .tp_getattro = method_getattro,
            .tp_richcompare = method_compare,
            .tp_new = method_tp_new,
            .tp_traverse = method_traverse,
        },
};

/* ---- cell ------------------------------------------------------------------------------------ */

Object *cell_new(Machine *m, Object *value)
{
    CellObject *cell = object_new(m, m->types.cell, sizeof *cell, 24);
    if (!cell)
        return NULL;
    cell->value = xnewref(value);
    gc_track(m, (Object *)cell);
    return (Object *)cell;
}

static void cell_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    clear_ref(m, ((CellObject *)o)->value);
    object_free(m, o, 24);
}

static int cell_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    return VISIT(((CellObject *)o)->value);
}

static int cell_clear(Machine *m, Object *o)
{
    clear_ref(m, ((CellObject *)o)->value);
    return 0;
}

static Object *cell_repr(Machine *m, Object *o)
{
    Object *value = ((CellObject *)o)->value;
    if (!value)
        return str_printf(m, "<cell at 0x%llx: empty>", (unsigned long long)o->address);
    return str_printf(m, "<cell at 0x%llx: %.80s object at 0x%llx>", (unsigned long long)o->address,
                      value->type->tp_name, (unsigned long long)value->address);
}

static Object *cell_get_contents(Machine *m, Object *o)
{
    Object *value = ((CellObject *)o)->value;
    return value ? newref(value) : error_set(m, EXC_ValueError, "Cell is empty");
}

static int cell_set_contents(Machine *m, Object *o, Object *value)
{
    CellObject *c = (CellObject *)o;
    set_ref(m, c->value, xnewref(value));
    return 0;
}

/* By what they hold; an empty one is less than any other. */
static Object *cell_compare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if (!is_exact(m, a, cell) || !is_exact(m, b, cell))
        return newref(m->not_implemented);
    Object *x = ((CellObject *)a)->value, *y = ((CellObject *)b)->value;
    if (x && y)
        return object_richcompare(m, x, y, op);
    return compare_result(m, !!x - !!y, op);
}

static const GetSetDef cell_getset[] = {
    {"cell_contents", cell_get_contents, cell_set_contents},
    {NULL, NULL, NULL},
};

static Object *cell_tp_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    (void)type;
    if (!arg_no_keywords(m, "cell", kwnames) || !arg_check_positional(m, "cell", nargs, 0, 1))
        return NULL;
    return cell_new(m, nargs ? args[0] : NULL);
}

const TypeSpec cell_spec = {
    .name = "cell",
    .flags = TYPE_GC,
    .basicsize = 24,
    .size = sizeof(CellObject),
    .getset = cell_getset,
    .slots =
        {
            .tp_dealloc = cell_dealloc,
            .tp_repr = cell_repr,
            .tp_hash = object_hash_not_implemented,
            .tp_richcompare = cell_compare,
            .tp_new = cell_tp_new,
            .tp_traverse = cell_traverse,
            .tp_clear = cell_clear,
        },
};
