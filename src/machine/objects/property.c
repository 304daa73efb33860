/* property: Objects/descrobject.c. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "../eval.h"
#include "../getter.h"
#include "../specs.h"
#include "sequence.h"

typedef struct PropertyObject {
    Object ob_base;
    Object *get, *set, *del, *doc, *name; /* NULL: none */
    bool getter_doc;
} PropertyObject;

void property_functions(const Object *property, Object **get, Object **set)
{
    const PropertyObject *p = (const PropertyObject *)property;
    *get = p->get;
    *set = p->set;
}

static int traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    PropertyObject *p = (PropertyObject *)o;
    return VISIT(p->get, p->set, p->del, p->doc, p->name);
}

static int clear(Machine *m, Object *o)
{
    PropertyObject *p = (PropertyObject *)o;
    clear_ref(m, p->get);
    clear_ref(m, p->set);
    clear_ref(m, p->del);
    clear_ref(m, p->doc);
    clear_ref(m, p->name);
    return 0;
}

static void dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    clear(m, o);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static Object *given(Machine *m, Object *o)
{
    return o && o != m->none ? newref(o) : NULL;
}

/* The docstring of a class derived from property hides property's own attribute: each instance has
 * the text in its dict.  What came from no getter is dropped where there is none. */
static int hand_doc_on(Machine *m, Object *o)
{
    PropertyObject *p = (PropertyObject *)o;
    if (object_setattr(m, o, m->id.__doc__, p->doc ? p->doc : m->none) == 0)
        return 0;
    if (p->getter_doc || m->refusing || !error_matches(m, EXC_AttributeError))
        return -1;
    error_clear(m);
    return 0;
}

static int init(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const names[] = {"fget", "fset", "fdel", "doc", NULL};
    PropertyObject *p = (PropertyObject *)o;
    Object *arg[4];
    if (!arg_parse(m, "property", args, nargs, kwnames, names, 0, 4, arg))
        return -1;
    clear(m, o);
    p->get = given(m, arg[0]);
    p->set = given(m, arg[1]);
    p->del = given(m, arg[2]);
    p->doc = given(m, arg[3]);
    /* the texts of what is built in are not here */
    bool known = p->get && (is_exact(m, p->get, function) || p->get->type->tp_flags & TYPE_HEAP);
    bool found = false;
    if (!p->doc && known) {
        if (object_lookup_attr(m, p->get, m->id.__doc__, &p->doc) < 0)
            return -1;
        found = p->doc != NULL;
        if (p->doc == m->none)
            clear_ref(m, p->doc);
        p->getter_doc = p->doc || !m->profile->property_doc_always_set;
    }
    if (is_exact(m, o, property) || (!m->profile->property_doc_always_set && !found))
        return 0;
    int status = hand_doc_on(m, o);
    clear_ref(m, p->doc);
    return status;
}

/* What it is called: by its class, or since 3.13 by its getter.  1, 0 or -1.
 * Objects/descrobject.c: property_name. */
static int own_name(Machine *m, const PropertyObject *p, Object **name)
{
    *name = NULL;
    if (p->name) {
        *name = newref(p->name);
        return 1;
    }
    return m->profile->property_has_name && p->get
               ? object_lookup_attr(m, p->get, m->id.__name__, name)
               : 0;
}

/* "property 'x' of 'C' object has no setter" */
static void *no_accessor(Machine *m, const PropertyObject *p, Object *o, const char *what)
{
    Object *qualname = NULL, *name;
    if ((o && object_lookup_attr(m, (Object *)o->type, m->id.__qualname__, &qualname) < 0) ||
        own_name(m, p, &name) < 0) {
        xdecref(m, qualname);
        return NULL;
    }
    if (name && qualname)
        error_set(m, EXC_AttributeError, "property %R of %R object has no %s", name, qualname,
                  what);
    else if (qualname)
        error_set(m, EXC_AttributeError, "property of %R object has no %s", qualname, what);
    else
        error_set(m, EXC_AttributeError, "property has no %s", what);
    xdecref(m, name);
    xdecref(m, qualname);
    return NULL;
}

static Object *descr_get(Machine *m, Object *descr, Object *o, Object *type)
{
    (void)type;
    const PropertyObject *p = (const PropertyObject *)descr;
    if (!o || o == m->none)
        return newref(descr);
    eval_note_property(m, o);
    return p->get ? object_call1(m, p->get, o) : no_accessor(m, p, o, "getter");
}

static int descr_set(Machine *m, Object *descr, Object *o, Object *value)
{
    const PropertyObject *p = (const PropertyObject *)descr;
    Object *f = value ? p->set : p->del, *args[] = {o, value};
    if (!f) {
        no_accessor(m, p, o, value ? "setter" : "deleter");
        return -1;
    }
    Object *r = object_vectorcall(m, f, args, value ? 2 : 1, NULL);
    xdecref(m, r);
    return r ? 0 : -1;
}

/* ---- decorators ------------------------------------------------------------------------------ */

/* None stands for what there was, as if it had not been given. */
static Object *either(const Machine *m, Object *given, Object *old)
{
    return given && given != m->none ? given : old;
}

static Object *copy_with(Machine *m, Object *self, Object *get, Object *set, Object *del)
{
    const PropertyObject *p = (const PropertyObject *)self;
    Object *args[] = {either(m, get, p->get), either(m, set, p->set), either(m, del, p->del),
                      p->getter_doc ? NULL : p->doc};
    for (int i = 0; i < 4; i++)
        if (!args[i])
            args[i] = m->none;
    Object *copy = object_vectorcall(m, (Object *)self->type, args, 4, NULL);
    if (copy && p->name && type_is_subtype(copy->type, m->types.property))
        ((PropertyObject *)copy)->name = newref(p->name);
    return copy;
}

#define METHOD(name)                                                                               \
    static Object *name(Machine *m, Object *self, Object *const *args, size_t nargs,               \
                        Object *kwnames)
METHOD(getter)
{
    (void)nargs, (void)kwnames;
    return copy_with(m, self, args[0], NULL, NULL);
}

METHOD(setter)
{
    (void)nargs, (void)kwnames;
    return copy_with(m, self, NULL, args[0], NULL);
}

METHOD(deleter)
{
    (void)nargs, (void)kwnames;
    return copy_with(m, self, NULL, NULL, args[0]);
}

METHOD(set_name)
{
    (void)kwnames;
    if (nargs != 2)
        return error_set(m, EXC_TypeError,
                         "__set_name__() takes 2 positional arguments but %zd were "
                         "given",
                         (ssize_t)nargs);
    PropertyObject *p = (PropertyObject *)self;
    set_ref(m, p->name, newref(args[1]));
    return newref(m->none);
}

GETTER(PropertyObject, get)
GETTER(PropertyObject, set)
GETTER(PropertyObject, del)
GETTER(PropertyObject, doc)

static int set_doc(Machine *m, Object *o, Object *value)
{
    PropertyObject *p = (PropertyObject *)o;
    set_ref(m, p->doc, xnewref(value));
    return 0;
}

static Object *get_name(Machine *m, Object *o)
{
    Object *name;
    if (own_name(m, (PropertyObject *)o, &name) == 0)
        error_set(m, EXC_AttributeError, "'property' object has no attribute '__name__'");
    return name;
}

static int put_name(Machine *m, Object *o, Object *value)
{
    PropertyObject *p = (PropertyObject *)o;
    set_ref(m, p->name, xnewref(value));
    return 0;
}

/* If any of the three is. */
static Object *get_abstract(Machine *m, Object *o)
{
    const PropertyObject *p = (PropertyObject *)o;
    Object *const functions[] = {p->get, p->set, p->del};
    int abstract = 0;
    for (size_t i = 0; abstract == 0 && i < sizeof functions / sizeof *functions; i++) {
        Object *flag = NULL;
        if (!functions[i])
            continue;
        abstract = object_lookup_attr(m, functions[i], m->id.__isabstractmethod__, &flag);
        if (abstract > 0)
            abstract = object_is_true(m, flag);
        xdecref(m, flag);
    }
    return abstract < 0 ? NULL : newref(abstract ? m->true_ : m->false_);
}

static const MethodDef methods[] = {
    {"getter", getter, METH_O, "A copy with another getter."},
    {"setter", setter, METH_O, "A copy with another setter."},
    {"deleter", deleter, METH_O, "A copy with another deleter."},
    {"__set_name__", set_name, METH_FASTCALL | METH_PACKED, "Learns its name."},
    {NULL, NULL, 0, NULL},
};
static const GetSetDef getset[] = {
    {"fget", get_get, sequence_read_only},
    {"fset", get_set, sequence_read_only},
    {"fdel", get_del, sequence_read_only},
    {"__doc__", get_doc, set_doc},
    {"__isabstractmethod__", get_abstract, NULL},
    {"__name__", get_name, put_name},
    {NULL, NULL, NULL},
};

const TypeSpec property_spec = {
    .name = "property",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 64,
    .size = sizeof(PropertyObject),
    .methods = methods,
    .getset = getset,
    .slots =
        {
            .tp_dealloc = dealloc,
            .tp_descr_get = descr_get,
            .tp_descr_set = descr_set,
            .tp_new = type_generic_new,
            .tp_init = init,
            .tp_traverse = traverse,
            .tp_clear = clear,
        },
};
