#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/instance.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "attribute.h"
#include "class.h"
#include "descriptor.h"
#include "docstring.h"
#include "eval.h"
#include "facade.h"
#include "objects/dict_table.h"
#include "objects/reduce.h"
#include "objects/sequence.h"
#include "slotdef.h"
#include "specs.h"
#include "text_signature.h"
#include "type_names.h"

#include <string.h>

/* ---- calling C functions --------------------------------------------------------------------- */

/* The last part of a builtin type's name: what stands in front of its methods'. */
static const char *short_name(const Type *type)
{
    const char *dot = strrchr(type->tp_name, '.');
    return dot ? dot + 1 : type->tp_name;
}

/* The whole of a class's name, as __qualname__ has it. */
static const char *qualified_name(const Type *type)
{
    const StrObject *name = (const StrObject *)type->ht_qualname;
    return type->tp_flags & TYPE_HEAP && name && name->ascii && !strchr(type->tp_name, '.')
               ? name->data
               : short_name(type);
}

static void full_name(const MethodDef *def, const char *owner, char *name, size_t size)
{
    size_t n = 0;
    if (owner) {
        while (*owner && n + 2 < size)
            name[n++] = *owner++;
        name[n++] = '.';
    }
    for (const char *s = def->name; *s && n + 1 < size; s++)
        name[n++] = *s;
    name[n] = '\0';
}

static bool packs(const Machine *m, const MethodDef *def)
{
    return def->flags & m->profile->packed_methods;
}

bool builtin_packs(const Machine *m, const Object *o)
{
    return is_exact(m, o, builtin_function) && packs(m, ((const BuiltinObject *)o)->def);
}

static Object *call_with_packed(Machine *m, const MethodDef *def, Object *self, Object *const *args,
                                size_t nargs, Object *kwnames)
{
    bool named = kwnames && !(def->flags & (METH_TUPLED | METH_OWN_DICT));
    Object *tuple = nargs ? call_hold_arguments(m, args, nargs) : NULL;
    Object *dict = named ? dict_from_keywords(m, args + nargs, kwnames) : NULL, *r = NULL;
    if ((tuple || !nargs) && (dict || !named))
        r = def->fn(m, self, args, nargs, kwnames);
    call_release_arguments(m, tuple);
    xdecref(m, dict);
    return r;
}

/* Checks arguments as the flags say and calls def->fn. `self` is in args[-1]'s place: passed apart.
 * `owner` is what messages put before the name: a type's name, a module's, or NULL. */
static Object *builtin_call(Machine *m, const MethodDef *def, Object *self, Object *const *args,
                            size_t nargs, Object *kwnames, const char *owner)
{
    char name[160];
    if (kwnames && tuple_size(kwnames) == 0)
        kwnames = NULL;
    if (kwnames && !(def->flags & METH_KEYWORDS)) {
        full_name(def, owner, name, sizeof name);
        return error_set(m, EXC_TypeError, "%.200s() takes no keyword arguments", name);
    }
    if (def->flags & METH_NOARGS && nargs != 0) {
        full_name(def, owner, name, sizeof name);
        return error_set(m, EXC_TypeError, "%.200s() takes no arguments (%zd given)", name,
                         (ssize_t)nargs);
    }
    if (def->flags & METH_O && nargs != 1) {
        full_name(def, owner, name, sizeof name);
        return error_set(m, EXC_TypeError, "%.200s() takes exactly one argument (%zd given)", name,
                         (ssize_t)nargs);
    }
    if (def->flags & METH_FACADE)
        return facade_call(m, def, self, args, nargs, kwnames);
    bool held = nargs && (call_is_packed(m, args, nargs) || m->held_arguments == args);
    return (packs(m, def) ? !held : def->flags & METH_TUPLED)
               ? call_with_packed(m, def, self, args, nargs, kwnames)
               : def->fn(m, self, args, nargs, kwnames);
}

Object *builtin_new(Machine *m, const MethodDef *def, Object *self, Object *module)
{
    BuiltinObject *f = object_new(m, m->types.builtin_function, sizeof *f, 56);
    if (!f)
        return NULL;
    f->def = def;
    f->self = xnewref(self);
    f->module = xnewref(module);
    if (facade_function(def))
        incref(facade_function(def));
    gc_track(m, (Object *)f);
    return (Object *)f;
}

int builtin_add_methods(Machine *m, Object *dict, const MethodDef *methods, Object *module)
{
    for (const MethodDef *def = methods; def && def->name; def++) {
        Object *name = str_intern_ascii(m, def->name);
        Object *f = name ? builtin_new(m, def, NULL, module) : NULL;
        int r = f ? dict_set(m, dict, name, f) : -1;
        xdecref(m, f);
        xdecref(m, name);
        if (r < 0)
            return -1;
    }
    return 0;
}

static const Type *owner_of(const BuiltinObject *f)
{
    if (!f->self || f->module)
        return NULL;
    return is_type(f->self) ? (const Type *)f->self : f->self->type;
}

/* What stands before the dot in messages: the type of a method, the module of a function unless it
 * is builtins.  Objects/object.c: _PyObject_FunctionStr. */
static const char *owner_name(const Machine *m, const BuiltinObject *f)
{
    if (f->module)
        return f->module == m->id.builtins ? NULL : ((const StrObject *)f->module)->data;
    const Type *owner = owner_of(f);
    return owner ? qualified_name(owner) : NULL;
}

/* Modules that are in Python in CPython: what they allocate there is not what they do here. */
static bool is_python_there(const Object *module)
{
    static const char *const names[] = {"copy", "json", "re"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_equals_ascii(module, names[i]))
            return true;
    return false;
}

static Object *builtin_function_call(Machine *m, Object *o, Object *const *args, size_t nargs,
                                     Object *kwnames)
{
    BuiltinObject *f = (BuiltinObject *)o;
    if (f->module && f->module != m->id.builtins && is_python_there(f->module))
        m->gc.unsure = true;
    bool bare = kwnames && f->def->flags & m->profile->barely_named_methods;
    return builtin_call(m, f->def, f->self, args, nargs, kwnames, bare ? NULL : owner_name(m, f));
}

static void builtin_function_dealloc(Machine *m, Object *o)
{
    BuiltinObject *f = (BuiltinObject *)o;
    gc_untrack(m, o);
    xdecref(m, facade_function(f->def));
    clear_ref(m, f->self);
    clear_ref(m, f->module);
    object_free(m, o, 56);
}

static int builtin_function_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    BuiltinObject *f = (BuiltinObject *)o;
    return VISIT(f->self, f->module, facade_function(f->def));
}

static Object *builtin_function_repr(Machine *m, Object *o)
{
    BuiltinObject *f = (BuiltinObject *)o;
    if (!f->self)
        return str_printf(m, "<built-in function %s>", f->def->name);
    return str_printf(m, "<built-in method %s of %s object at 0x%llx>", f->def->name,
                      f->self->type->tp_name, (unsigned long long)f->self->address);
}

static Object *builtin_function_compare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || b->type != a->type)
        return newref(m->not_implemented);
    BuiltinObject *f = (BuiltinObject *)a, *g = (BuiltinObject *)b;
    bool equal = f->self == g->self && f->def == g->def;
    return newref(bool_of(m, equal == (op == COMPARE_EQ)));
}

static hash_t builtin_function_hash(Machine *m, Object *o)
{
    BuiltinObject *f = (BuiltinObject *)o;
    hash_t h = f->self ? object_hash_pointer(m, f->self) : object_hash_pointer(m, o);
    h ^= (hash_t)(f->def->name[0] * 1000003);
    return h == -1 ? -2 : h;
}

static Object *builtin_get_name(Machine *m, Object *o)
{
    return str_from_ascii(m, ((BuiltinObject *)o)->def->name);
}

static Object *builtin_get_self(Machine *m, Object *o)
{
    const BuiltinObject *f = (BuiltinObject *)o;
    Object *module = f->module && is_str(f->module) ? dict_get_str(m, m->modules, f->module) : NULL;
    if (!f->self && !module && f->module)
        return error_not_simulated(m, "%s.__self__", f->def->name);
    return newref(f->self ? f->self : module ? module : m->none);
}

static Object *builtin_get_qualname(Machine *m, Object *o)
{
    BuiltinObject *f = (BuiltinObject *)o;
    const Type *owner = owner_of(f);
    return owner ? str_printf(m, "%s.%s", qualified_name(owner), f->def->name)
                 : builtin_get_name(m, o);
}

static Object *builtin_get_module(Machine *m, Object *o)
{
    Object *module = ((BuiltinObject *)o)->module;
    return newref(module ? module : m->none);
}

static const GetSetDef builtin_getset[] = {
    {"__name__", builtin_get_name, NULL},
    {"__qualname__", builtin_get_qualname, NULL},
    {"__self__", builtin_get_self, NULL},
    {"__text_signature__", text_signature_of_builtin, NULL},
    {"__module__", builtin_get_module, NULL},
    {NULL, NULL, NULL},
};

/* Where pickle and copy find it: (getattr, (object, name)). */
static Object *reduce_to_getattr(Machine *m, Object *of, Object *name)
{
    Object *arguments = name ? tuple_pack(m, 2, of, name) : NULL;
    Object *get = arguments ? reduce_builtin(m, "getattr") : NULL;
    Object *result = get ? tuple_pack(m, 2, get, arguments) : NULL;
    xdecref(m, name);
    xdecref(m, arguments);
    xdecref(m, get);
    return result;
}

/* A function of a module goes by its name, a method by the object that it is bound to. */
static Object *builtin_reduce(Machine *m, Object *o, Object *const *args, size_t nargs,
                              Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *self = ((BuiltinObject *)o)->self, *name = builtin_get_name(m, o);
    return !self || is_exact(m, self, module) ? name : reduce_to_getattr(m, self, name);
}

static const MethodDef builtin_methods[] = {
    {"__reduce__", builtin_reduce, METH_NOARGS, "The name under which pickle finds it."},
    {NULL, NULL, 0, NULL},
};

const TypeSpec builtin_function_spec = {
    .name = "builtin_function_or_method",
    .flags = TYPE_WEAKREFS | TYPE_GC | TYPE_NO_NEW,
    .basicsize = 56,
    .size = sizeof(BuiltinObject),
    .getset = builtin_getset,
    .methods = builtin_methods,
    .slots =
        {
            .tp_dealloc = builtin_function_dealloc,
            .tp_repr = builtin_function_repr,
            .tp_hash = builtin_function_hash,
            .tp_call = builtin_function_call,
            .tp_richcompare = builtin_function_compare,
            .tp_traverse = builtin_function_traverse,
        },
};

/* ---- descriptors ----------------------------------------------------------------------------- */

Object *descriptor_new(Machine *m, Type *descriptor_type, Type *owner, const char *name)
{
    DescriptorObject *d =
        object_new(m, descriptor_type, sizeof *d, (size_t)descriptor_type->tp_basicsize);
    if (!d)
        return NULL;
    d->owner = owner;
    incref(owner);
    d->name = str_intern_ascii(m, name);
    if (!d->name)
        clear_ref(m, d);
    return (Object *)d;
}

void descriptor_dealloc(Machine *m, Object *o)
{
    DescriptorObject *d = (DescriptorObject *)o;
    gc_untrack(m, o);
    xdecref(m, facade_function(d->def));
    xdecref(m, d->owner);
    clear_ref(m, d->name);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

int descriptor_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    DescriptorObject *d = (DescriptorObject *)o;
    return VISIT((Object *)d->owner, d->name, facade_function(d->def));
}

void *descriptor_refuse_empty(Machine *m, const DescriptorObject *d)
{
    return error_not_simulated(m, "%s.%U", d->owner->tp_name, d->name);
}

/* Is it an object that the descriptor is for?  Objects/descrobject.c: descr_check. */
static bool fits(Machine *m, const DescriptorObject *d, Object *o)
{
    if (type_is_subtype(o->type, d->owner))
        return true;
    error_set(m, EXC_TypeError,
              "descriptor '%U' for '%.100s' objects doesn't apply to a '%.100s' object", d->name,
              d->owner->tp_name, type_name(o));
    return false;
}

static Object *method_descriptor_repr(Machine *m, Object *o)
{
    DescriptorObject *d = (DescriptorObject *)o;
    return str_printf(m, "<method '%U' of '%s' objects>", d->name, d->owner->tp_name);
}

/* The first argument of an unbound method must be an instance. */
static bool check_self(Machine *m, DescriptorObject *d, Object *const *args, size_t nargs)
{
    if (nargs < 1) {
        error_set(m, EXC_TypeError, "unbound method %s.%U() needs an argument",
                  short_name(d->owner), d->name);
        return false;
    }
    return fits(m, d, args[0]);
}

static Object *method_descriptor_call(Machine *m, Object *o, Object *const *args, size_t nargs,
                                      Object *kwnames)
{
    DescriptorObject *d = (DescriptorObject *)o;
    if (!check_self(m, d, args, nargs))
        return NULL;
    if (!d->def)
        return descriptor_refuse_empty(m, d);
    return builtin_call(m, d->def, args[0], args + 1, nargs - 1, kwnames, short_name(d->owner));
}

static Object *method_descriptor_get(Machine *m, Object *descr, Object *o, Object *type)
{
    (void)type;
    DescriptorObject *d = (DescriptorObject *)descr;
    if (!o)
        return newref(descr);
    if (!fits(m, d, o))
        return NULL;
    return d->def ? builtin_new(m, d->def, o, NULL) : descriptor_refuse_empty(m, d);
}

static Object *descriptor_get_name(Machine *m, Object *o)
{
    (void)m;
    return newref(((DescriptorObject *)o)->name);
}

static Object *descriptor_get_qualname(Machine *m, Object *o)
{
    DescriptorObject *d = (DescriptorObject *)o;
    return str_printf(m, "%s.%U", short_name(d->owner), d->name);
}

static Object *descriptor_get_objclass(Machine *m, Object *o)
{
    (void)m;
    return newref(((DescriptorObject *)o)->owner);
}

const GetSetDef descriptor_getset[] = {
    {"__name__", descriptor_get_name, sequence_read_only},
    {"__qualname__", descriptor_get_qualname, NULL},
    {"__objclass__", descriptor_get_objclass, sequence_read_only},
    {NULL, NULL, NULL},
};

static const GetSetDef callable_getset[] = {
    {"__name__", descriptor_get_name, sequence_read_only},
    {"__qualname__", descriptor_get_qualname, NULL},
    {"__objclass__", descriptor_get_objclass, sequence_read_only},
    {"__text_signature__", text_signature_of_descriptor, NULL},
    {NULL, NULL, NULL},
};

static Object *descriptor_reduce(Machine *m, Object *o, Object *const *args, size_t nargs,
                                 Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    const DescriptorObject *d = (DescriptorObject *)o;
    return reduce_to_getattr(m, (Object *)d->owner, newref(d->name));
}

const MethodDef descriptor_methods[] = {
    {"__reduce__", descriptor_reduce, METH_NOARGS, "The name under which pickle finds it."},
    {NULL, NULL, 0, NULL},
};

const TypeSpec method_descriptor_spec = {
    .name = "method_descriptor",
    .flags = TYPE_GC | TYPE_NO_NEW | TYPE_METHOD_DESCRIPTOR,
    .basicsize = 56,
    .size = sizeof(DescriptorObject),
    .getset = callable_getset,
    .methods = descriptor_methods,
    .slots =
        {
            .tp_dealloc = descriptor_dealloc,
            .tp_repr = method_descriptor_repr,
            .tp_call = method_descriptor_call,
            .tp_descr_get = method_descriptor_get,
            .tp_traverse = descriptor_traverse,
        },
};

/* Whether this is what the method can be called on; if not, TypeError. */
static bool is_class_for(Machine *m, const DescriptorObject *d, Object *of)
{
    if (!is_type(of))
        error_set(m, EXC_TypeError,
                  "descriptor '%U' for type '%.100s' needs a type, not a '%.100s' as arg 2",
                  d->name, d->owner->tp_name, type_name(of));
    else if (!type_is_subtype((Type *)of, d->owner))
        error_set(m, EXC_TypeError,
                  "descriptor '%U' requires a subtype of '%.100s' but received '%.100s'", d->name,
                  d->owner->tp_name, ((Type *)of)->tp_name);
    else
        return true;
    return false;
}

static Object *classmethod_descriptor_get(Machine *m, Object *descr, Object *o, Object *type)
{
    DescriptorObject *d = (DescriptorObject *)descr;
    Object *of = type ? type : (Object *)o->type;
    if (!is_class_for(m, d, of))
        return NULL;
    return d->def ? builtin_new(m, d->def, of, NULL) : descriptor_refuse_empty(m, d);
}

static Object *classmethod_descriptor_call(Machine *m, Object *o, Object *const *args, size_t nargs,
                                           Object *kwnames)
{
    DescriptorObject *d = (DescriptorObject *)o;
    if (nargs < 1)
        return error_set(m, EXC_TypeError, "descriptor '%U' of '%.100s' object needs an argument",
                         d->name, d->owner->tp_name);
    if (!is_class_for(m, d, args[0]))
        return NULL;
    if (!d->def)
        return descriptor_refuse_empty(m, d);
    return builtin_call(m, d->def, args[0], args + 1, nargs - 1, kwnames, short_name(d->owner));
}

const TypeSpec classmethod_descriptor_spec = {
    .name = "classmethod_descriptor",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = 56,
    .size = sizeof(DescriptorObject),
    .getset = callable_getset,
    .slots =
        {
            .tp_dealloc = descriptor_dealloc,
            .tp_repr = method_descriptor_repr,
            .tp_call = classmethod_descriptor_call,
            .tp_descr_get = classmethod_descriptor_get,
            .tp_traverse = descriptor_traverse,
        },
};

static Object *getset_get(Machine *m, Object *descr, Object *o, Object *type)
{
    (void)type;
    DescriptorObject *d = (DescriptorObject *)descr;
    if (!o)
        return newref(descr);
    if (!fits(m, d, o))
        return NULL;
    if (!d->getset && d->name == m->id.__doc__)
        return docstring_elsewhere(m);
    return d->getset ? d->getset->get(m, o) : descriptor_refuse_empty(m, d);
}

static int getset_set(Machine *m, Object *descr, Object *o, Object *value)
{
    DescriptorObject *d = (DescriptorObject *)descr;
    if (!fits(m, d, o))
        return -1;
    if (!d->getset) {
        descriptor_refuse_empty(m, d);
        return -1;
    }
    if (d->getset->set)
        return d->getset->set(m, o, value);
    error_set(m, EXC_AttributeError, "attribute '%U' of '%.100s' objects is not writable", d->name,
              d->owner->tp_name);
    return -1;
}

static Object *getset_repr(Machine *m, Object *o)
{
    DescriptorObject *d = (DescriptorObject *)o;
    return str_printf(m, "<attribute '%U' of '%s' objects>", d->name, d->owner->tp_name);
}

const TypeSpec getset_descriptor_spec = {
    .name = "getset_descriptor",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = 48,
    .size = sizeof(DescriptorObject),
    .getset = descriptor_getset,
    .slots =
        {
            .tp_dealloc = descriptor_dealloc,
            .tp_repr = getset_repr,
            .tp_descr_get = getset_get,
            .tp_descr_set = getset_set,
            .tp_traverse = descriptor_traverse,
        },
};

/* ---- slot wrappers --------------------------------------------------------------------------- */

static Object *wrapper_repr(Machine *m, Object *o)
{
    DescriptorObject *d = (DescriptorObject *)o;
    return str_printf(m, "<slot wrapper '%U' of '%s' objects>", d->name, d->owner->tp_name);
}

/* Some are methods here, and only look like wrappers. */
static Object *call_wrapped(Machine *m, const DescriptorObject *d, Object *self,
                            Object *const *args, size_t nargs, Object *kwnames)
{
    if (d->wrapper)
        return slotdef_call(m, d->wrapper, d->owner, self, args, nargs, kwnames);
    if (!d->def)
        return descriptor_refuse_empty(m, d);
    return builtin_call(m, d->def, self, args, nargs, kwnames, short_name(d->owner));
}

static Object *wrapper_call(Machine *m, Object *o, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    DescriptorObject *d = (DescriptorObject *)o;
    if (nargs < 1)
        return error_set(m, EXC_TypeError, "descriptor '%U' of '%.100s' object needs an argument",
                         d->name, d->owner->tp_name);
    if (!type_is_subtype(args[0]->type, d->owner))
        return error_set(m, EXC_TypeError,
                         "descriptor '%U' requires a '%.100s' object but received a '%.100s'",
                         d->name, d->owner->tp_name, type_name(args[0]));
    /* Objects/descrobject.c: wrapperdescr_call: the rest of the arguments, in a tuple of its own */
    Object *rest = nargs > 1 ? call_hold_arguments(m, args + 1, nargs - 1) : NULL;
    if (nargs > 1 && !rest)
        return NULL;
    Object *r = call_wrapped(m, d, args[0], args + 1, nargs - 1, kwnames);
    xdecref(m, rest);
    return r;
}

static Object *wrapper_get(Machine *m, Object *descr, Object *o, Object *type)
{
    (void)type;
    if (!o)
        return newref(descr);
    const DescriptorObject *d = (const DescriptorObject *)descr;
    if (!fits(m, d, o))
        return NULL;
    if (!d->wrapper && !d->def)
        return descriptor_refuse_empty(m, d);
    MethodObject *bound = object_new(m, m->types.method_wrapper, sizeof *bound, 32);
    if (!bound)
        return NULL;
    bound->function = newref(descr);
    bound->self = newref(o);
    gc_track(m, (Object *)bound);
    return (Object *)bound;
}

const TypeSpec wrapper_descriptor_spec = {
    .name = "wrapper_descriptor",
    .flags = TYPE_GC | TYPE_NO_NEW | TYPE_METHOD_DESCRIPTOR,
    .basicsize = 56,
    .size = sizeof(DescriptorObject),
    .getset = callable_getset,
    .methods = descriptor_methods,
    .slots =
        {
            .tp_dealloc = descriptor_dealloc,
            .tp_repr = wrapper_repr,
            .tp_call = wrapper_call,
            .tp_descr_get = wrapper_get,
            .tp_traverse = descriptor_traverse,
        },
};

static Object *method_wrapper_call(Machine *m, Object *o, Object *const *args, size_t nargs,
                                   Object *kwnames)
{
    MethodObject *w = (MethodObject *)o;
    DescriptorObject *d = (DescriptorObject *)w->function;
    return call_wrapped(m, d, w->self, args, nargs, kwnames);
}

/* Of the same wrapper and the same object. */
static Object *method_wrapper_compare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || b->type != a->type)
        return newref(m->not_implemented);
    const MethodObject *f = (MethodObject *)a, *g = (MethodObject *)b;
    bool equal = f->function == g->function && f->self == g->self;
    return newref(bool_of(m, equal == (op == COMPARE_EQ)));
}

static hash_t method_wrapper_hash(Machine *m, Object *o)
{
    const MethodObject *w = (MethodObject *)o;
    hash_t h = object_hash_pointer(m, w->self) ^ object_hash_pointer(m, w->function);
    return h == -1 ? -2 : h;
}

static Object *method_wrapper_get_self(Machine *m, Object *o)
{
    (void)m;
    return newref(((MethodObject *)o)->self);
}

#define OF_DESCRIPTOR(name)                                                                        \
    static Object *method_wrapper_get_##name(Machine *m, Object *o)                                \
    {                                                                                              \
        return descriptor_get_##name(m, ((MethodObject *)o)->function);                            \
    }
OF_DESCRIPTOR(name)
OF_DESCRIPTOR(qualname)
OF_DESCRIPTOR(objclass)
#undef OF_DESCRIPTOR

static Object *method_wrapper_get_text_signature(Machine *m, Object *o)
{
    return text_signature_of_descriptor(m, ((MethodObject *)o)->function);
}

static const GetSetDef method_wrapper_getset[] = {
    {"__name__", method_wrapper_get_name, NULL},
    {"__objclass__", method_wrapper_get_objclass, NULL},
    {"__qualname__", method_wrapper_get_qualname, NULL},
    {"__self__", method_wrapper_get_self, NULL},
    {"__text_signature__", method_wrapper_get_text_signature, NULL},
    {NULL, NULL, NULL},
};

static void method_wrapper_dealloc(Machine *m, Object *o)
{
    MethodObject *w = (MethodObject *)o;
    gc_untrack(m, o);
    clear_ref(m, w->function);
    clear_ref(m, w->self);
    object_free(m, o, 32);
}

static int method_wrapper_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    MethodObject *w = (MethodObject *)o;
    return VISIT(w->function, w->self);
}

static Object *method_wrapper_repr(Machine *m, Object *o)
{
    MethodObject *w = (MethodObject *)o;
    return str_printf(m, "<method-wrapper '%U' of %s object at 0x%llx>",
                      ((DescriptorObject *)w->function)->name, w->self->type->tp_name,
                      (unsigned long long)w->self->address);
}

static Object *method_wrapper_reduce(Machine *m, Object *o, Object *const *args, size_t nargs,
                                     Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    const MethodObject *w = (MethodObject *)o;
    return reduce_to_getattr(m, w->self, newref(((DescriptorObject *)w->function)->name));
}

static const MethodDef method_wrapper_methods[] = {
    {"__reduce__", method_wrapper_reduce, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};

const TypeSpec method_wrapper_spec = {
    .name = "method-wrapper",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = 32,
    .size = sizeof(MethodObject),
    .getset = method_wrapper_getset,
    .methods = method_wrapper_methods,
    .slots =
        {
            .tp_dealloc = method_wrapper_dealloc,
            .tp_repr = method_wrapper_repr,
            .tp_hash = method_wrapper_hash,
            .tp_call = method_wrapper_call,
            .tp_richcompare = method_wrapper_compare,
            .tp_traverse = method_wrapper_traverse,
        },
};

/* ---- filling a type's dict ------------------------------------------------------------------- */

/* Puts value (stolen) under name unless something is there already. */
static int add(Machine *m, Type *type, const char *name, Object *value, bool replace)
{
    Object *key = value ? str_intern_ascii(m, name) : NULL;
    int r = -1;
    if (key)
        r = !replace && dict_get_str(m, type->tp_dict, key)
                ? 0
                : dict_set(m, type->tp_dict, key, value);
    xdecref(m, key);
    xdecref(m, value);
    return r;
}

static Object *method_object(Machine *m, Type *type, const MethodDef *def)
{
    if (def->flags & METH_STATIC)
        return builtin_new(m, def, (Object *)type, NULL);
    DescriptorObject *d = (DescriptorObject *)descriptor_new(
        m, def->flags & METH_CLASS ? m->types.classmethod_descriptor : m->types.method_descriptor,
        type, def->name);
    if (d)
        d->def = def;
    return (Object *)d;
}

static int add_slot_wrappers(Machine *m, Type *type, const TypeSpec *spec)
{
    for (const struct slotdef *s = slotdefs; s->name; s++) {
        if (!slotdef_is_set(s, &spec->slots))
            continue;
        if (s->offset == offsetof(TypeSlots, tp_hash) &&
            spec->slots.tp_hash == object_hash_not_implemented)
            continue;
        DescriptorObject *d =
            (DescriptorObject *)descriptor_new(m, m->types.wrapper_descriptor, type, s->name);
        if (d)
            d->wrapper = s;
        if (add(m, type, s->name, (Object *)d, false) < 0)
            return -1;
    }
    if (type->slots.tp_hash == object_hash_not_implemented)
        return add(m, type, "__hash__", newref(m->none), false);
    return 0;
}

int descriptor_fill(Machine *m, Type *type, const TypeSpec *spec)
{
    if (add_slot_wrappers(m, type, spec) < 0)
        return -1;
    if (spec->slots.tp_new && !(type->tp_flags & TYPE_NO_NEW) &&
        add(m, type, "__new__", builtin_new(m, &class_new_method, (Object *)type, NULL), false) < 0)
        return -1;
    for (const MethodDef *def = spec->methods; def && def->name; def++)
        if (add(m, type, def->name, method_object(m, type, def), true) < 0)
            return -1;
    for (const GetSetDef *def = spec->getset; def && def->name; def++) {
        Type *kind = type_names_kind(m, type, def->name) == 'v' ? m->types.member_descriptor
                                                                : m->types.getset_descriptor;
        DescriptorObject *d = (DescriptorObject *)descriptor_new(m, kind, type, def->name);
        if (d)
            d->getset = def;
        if (add(m, type, def->name, (Object *)d, true) < 0)
            return -1;
    }
    return 0;
}

/* ---- methods for calls ----------------------------------------------------------------------- */

int object_get_method(Machine *m, Object *o, Object *name, Object **method)
{
    if (slots_of(o)->tp_getattro != object_generic_getattr) {
        *method = object_getattr(m, o, name);
        return *method ? 0 : -1;
    }
    Object *descr = type_lookup(m, o->type, name);
    if (descr && descr->type->tp_flags & TYPE_METHOD_DESCRIPTOR) {
        attribute_sought(m, o, name);
        Object *own;
        *method = newref(descr); /* a key's __eq__ may take it out of the class */
        int found = instance_get(m, o, name, &own, false);
        if (found) {
            *method = found > 0 ? newref(own) : NULL;
            decref(m, descr);
            return found > 0 ? 0 : -1;
        }
        return 1;
    }
    *method = object_generic_getattr(m, o, name);
    return *method ? 0 : -1;
}
