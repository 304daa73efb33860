/* type and object: Objects/typeobject.c. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/instance.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/modules.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "class.h"
#include "class_names.h"
#include "descriptor.h"
#include "docstring.h"
#include "frame.h"
#include "objects/dict_table.h"
#include "objects/generic_alias.h"
#include "objects/reduce.h"
#include "specs.h"
#include "type_boot.h"
#include "type_cache.h"

#include <string.h>

/* ---- lookup ---------------------------------------------------------------------------------- */

bool type_issubtype(const Type *a, const Type *b)
{
    if (!a->tp_mro) {
        for (; a; a = a->tp_base)
            if (a == b)
                return true;
        return false;
    }
    for (ssize_t i = 0; i < tuple_size(a->tp_mro); i++)
        if ((const Type *)tuple_item(a->tp_mro, i) == b)
            return true;
    return false;
}

static struct method_cache_entry *remembered_at(Machine *m, const Type *type, const Object *name)
{
    return &m->method_cache[(type->cache_tag ^ name->address >> 3) % METHOD_CACHE_SIZE];
}

/* CPython remembers what a name led to in a class, in a table of 4096 places for all classes: each
 * holds its name until another comes to its place, whatever has become of the class meanwhile.
 * Here what was found is in another table (type_cache.h); who holds the name is modelled.
 * Names that are immortal are held by nobody.  Objects/typeobject.c: update_cache. */
static void remember_name(Machine *m, Type *type, Object *name)
{
    enum { LONGEST = 100 };
    struct method_cache_entry *e = remembered_at(m, type, name);
    if (type->cache_tag && e->tag == type->cache_tag && e->name == name)
        return;
    if (!is_exact(m, name, str) || str_len(name) > LONGEST || !type->tp_mro)
        return;
    if (!type->cache_tag)
        type->cache_tag = ++m->last_cache_tag;
    e = remembered_at(m, type, name);
    Object *old = e->name;
    *e = (struct method_cache_entry){type->cache_tag, newref(name)};
    if (old) {
        old->flags |= OBJECT_DISPLACED;
        m->names_displaced++;
        decref(m, old);
    }
}

Object *type_lookup(Machine *m, Type *type, Object *name)
{
    Object *found = type_cache_get(m, type, name);
    if (!object_is_immortal(name))
        remember_name(m, type, name);
    return found;
}

const char *type_name(const Object *o)
{
    return o->type->tp_name;
}

Object *type_full_name(Machine *m, const Object *o)
{
    const Type *type = o->type;
    if (!m->profile->names_types_in_full || !type->ht_qualname)
        return str_from_utf8(m, type->tp_name, strlen(type->tp_name));
    Object *module = dict_get_str(m, type->tp_dict, m->id.__module__);
    bool named = module && is_str(module) && !str_equal(module, m->id.__main__) &&
                 !str_equal(module, m->id.builtins);
    return named ? str_printf(m, "%U.%U", module, type->ht_qualname) : newref(type->ht_qualname);
}

/* ---- making builtin types -------------------------------------------------------------------- */

typedef void (*slot)(void);
enum { SLOTS = sizeof(TypeSlots) / sizeof(slot) };

/* A slot that a type leaves out is its base's.  Hash and comparison go together: who compares in a
 * way of its own cannot be hashed in the base's way. */
static void inherit_slots(TypeSlots *own, const TypeSlots *base)
{
    bool own_equality = own->tp_richcompare || own->tp_hash;
    if (own->tp_richcompare && !own->tp_hash)
        own->tp_hash = object_hash_not_implemented;
    slot mine[SLOTS], theirs[SLOTS];
    memcpy(mine, own, sizeof mine);
    memcpy(theirs, base, sizeof theirs);
    for (size_t i = 0; i < SLOTS; i++)
        if (!mine[i])
            mine[i] = theirs[i];
    TypeSlots merged;
    memcpy(&merged, mine, sizeof merged);
    if (own_equality && !own->tp_richcompare)
        merged.tp_richcompare = NULL;
    *own = merged;
}

void type_setup(Machine *m, Type *type, const TypeSpec *spec, Type *base)
{
    type->ob_base.type = m->types.type;
    type->tp_name = spec->name;
    type->tp_base = base;
    type->tp_flags = spec->flags;
    type->tp_basicsize = spec == &type_spec         ? m->profile->type_size
                         : spec == &str_spec        ? m->profile->str_object_size
                         : spec == &re_scanner_spec ? m->profile->regex_scanner_size
                                                    : spec->basicsize;
    type->tp_itemsize = spec->itemsize;
    type->size = spec->size;
    type->dictoffset = spec->dictoffset;
    type->spec = spec;
    type->freelist = FREELIST_NONE;
    type->slots = spec->slots;
    if (spec->flags & TYPE_WEAKREFS)
        type->weak_extra = ++type->nextra;
    type->has_weakrefs = type->weak_extra || spec->flags & TYPE_TYPE_SUBCLASS;
    if (!base)
        return;
    if (base->weak_extra && !type->weak_extra) {
        type->weak_extra = type->nextra = base->weak_extra;
        type->has_weakrefs = true;
    }
    type->tp_flags |= base->tp_flags & TYPE_INHERITED_FLAGS;
    if (!type->tp_basicsize)
        type->tp_basicsize = base->tp_basicsize;
    if (!type->tp_itemsize)
        type->tp_itemsize = base->tp_itemsize;
    if (!type->size)
        type->size = base->size;
    if (!type->dictoffset)
        type->dictoffset = base->dictoffset;
    inherit_slots(&type->slots, &base->slots);
}

Type *type_allocate(Machine *m)
{
    char *p = heap_alloc(m, sizeof(GCHead) + sizeof(Type));
    if (!p)
        return NULL;
    Type *type = (Type *)(void *)(p + sizeof(GCHead));
    type->ob_base.flags = OBJECT_GC;
    /* static in CPython: beyond pymalloc's pools */
    type->ob_base.address = pymalloc_alloc(m, 1024);
    object_make_immortal((Object *)type);
    return type;
}

/* bases, mro and dict: what needs tuples, strings and dicts to exist. */
int type_ready(Machine *m, Type *type)
{
    Type *base = type->tp_base;
    if (!type->tp_bases &&
        !(type->tp_bases = base ? tuple_pack(m, 1, base) : newref(m->empty_tuple)))
        return -1;
    ssize_t n = base ? tuple_size(base->tp_mro) : 0;
    if (!type->tp_mro) {
        if (!(type->tp_mro = tuple_new(m, n + 1)))
            return -1;
        TupleObject *mro = (TupleObject *)type->tp_mro;
        mro->item[0] = newref(type);
        for (ssize_t i = 0; i < n; i++)
            mro->item[i + 1] = newref(tuple_item(base->tp_mro, i));
    }
    Object *dict = type->tp_dict ? NULL : dict_new(m);
    if (!type->tp_dict && !dict)
        return -1;
    if (dict)
        type_cache_take_dict(m, type, dict);
    return descriptor_fill(m, type, type->spec);
}

/* ---- type ------------------------------------------------------------------------------------ */

static Object *type_repr(Machine *m, Object *o)
{
    Object *name = class_full_name(m, (Type *)o);
    Object *text = name ? str_printf(m, "<class '%U'>", name) : NULL;
    xdecref(m, name);
    return text;
}

/* type(x), and making an instance: tp_new, then tp_init if it is one. */
static Object *type_call(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    Type *type = (Type *)o;
    if (type == m->types.type) {
        if (nargs == 1)
            return arg_no_keywords(m, "type", kwnames) ? newref(docstring_type_seen(m, args[0]))
                                                       : NULL;
        if (nargs != 3)
            return error_set(m, EXC_TypeError, "type() takes 1 or 3 arguments");
    }
    if (type->tp_flags & TYPE_NO_NEW || !type->slots.tp_new)
        return error_set(m, EXC_TypeError, "cannot create '%.100s' instances", type->tp_name);
    Object *instance = type->slots.tp_new(m, type, args, nargs, kwnames);
    if (!instance || !type_is_subtype(instance->type, type))
        return instance;
    if (instance->type->slots.tp_init &&
        instance->type->slots.tp_init(m, instance, args, nargs, kwnames) < 0)
        clear_ref(m, instance);
    return instance;
}

/* The descriptor stays while it runs. */
static Object *get_held(Machine *m, Object *descr, Object *o, Object *type)
{
    incref(descr);
    Object *value = slots_of(descr)->tp_descr_get(m, descr, o, type);
    decref(m, descr);
    return value;
}

Object *type_getattr(Machine *m, Object *o, Object *name, bool *missing)
{
    Type *type = (Type *)o;
    Object *meta = type_lookup(m, o->type, name);
    Object *(*meta_get)(Machine *, Object *, Object *, Object *) = NULL;
    if (meta) {
        meta_get = slots_of(meta)->tp_descr_get;
        if (meta_get && slots_of(meta)->tp_descr_set)
            return get_held(m, meta, o, (Object *)o->type);
    }
    Object *found = type_lookup(m, type, name);
    if (found) {
        if (slots_of(found)->tp_descr_get)
            return get_held(m, found, NULL, o);
        return newref(found);
    }
    if (meta_get)
        return get_held(m, meta, o, (Object *)o->type);
    if (meta)
        return newref(meta);
    if (class_names_refuse(m, type, name) || class_names_refuse(m, o->type, name))
        return NULL;
    if (missing) {
        *missing = true;
        return NULL;
    }
    error_set(m, EXC_AttributeError, "type object '%.100s' has no attribute '%U'", type->tp_name,
              name);
    return error_attribute(m, o, name);
}

static Object *type_getattro(Machine *m, Object *o, Object *name)
{
    return type_getattr(m, o, name, NULL);
}

static ssize_t type_sizeof(Machine *m, Object *o)
{
    const Type *type = (const Type *)o;
    if (!(type->tp_flags & (TYPE_HEAP | TYPE_HEAP_IN_CPYTHON)))
        return m->profile->static_type_size;
    size_t keys = type->ht_cached_keys ? dict_keys_bytes(type->ht_cached_keys) : 0;
    return m->profile->type_size + (ssize_t)keys;
}

static void type_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    class_release(m, (Type *)o);
    object_free(m, o, class_modelled_bytes(m));
}

static int type_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    return class_visit(m, (Type *)o, visit, arg);
}

static int type_clear(Machine *m, Object *o)
{
    return class_clear(m, (Type *)o);
}

const TypeSpec type_spec = {
    .name = "type",
    .flags = TYPE_BASETYPE | TYPE_GC | TYPE_TYPE_SUBCLASS,
    .basicsize = 904, /* and as the profile has it */
    .itemsize = 40,
    .size = sizeof(Type),
    .methods = class_methods,
    .getset = class_getset,
    .slots =
        {
            .tp_dealloc = type_dealloc,
            .tp_repr = type_repr,
            .tp_call = type_call,
            .tp_getattro = type_getattro,
            .tp_setattro = class_setattro,
            .tp_new = class_tp_new,
            .tp_init = class_tp_init,
            .tp_traverse = type_traverse,
            .tp_clear = type_clear,
            .tp_sizeof = type_sizeof,
            .nb = {[NB_OR] = union_or},
        },
};

/* ---- object ---------------------------------------------------------------------------------- */

static Object *object_default_repr(Machine *m, Object *o)
{
    Object *name = class_full_name(m, o->type);
    Object *text =
        name ? str_printf(m, "<%U object at 0x%llx>", name, (unsigned long long)o->address) : NULL;
    xdecref(m, name);
    return text;
}

/* Whatever repr() gives, be it a str or not. */
static Object *object_default_str(Machine *m, Object *o)
{
    return slots_of(o)->tp_repr(m, o);
}

static void object_default_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

Object *object_default_compare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if (op == COMPARE_EQ)
        return newref(a == b ? m->true_ : m->not_implemented);
    if (op == COMPARE_NE) {
        Object *r = slots_of(a)->tp_richcompare ? slots_of(a)->tp_richcompare(m, a, b, COMPARE_EQ)
                                                : object_default_compare(m, a, b, COMPARE_EQ);
        if (!r || r == m->not_implemented)
            return r;
        int truth = object_is_true(m, r);
        decref(m, r);
        return truth < 0 ? NULL : newref(truth ? m->false_ : m->true_);
    }
    return newref(m->not_implemented);
}

/* Objects/typeobject.c: object_new: the abstract methods, sorted. */
static void *refuse_abstract(Machine *m, Type *type)
{
    Object *names = object_getattr(m, (Object *)type, m->id.__abstractmethods__), *joined = NULL;
    Object *list = names ? sequence_list(m, names) : NULL;
    ssize_t n = list && list_sort(m, list, NULL, false) == 0 ? list_size(list) : -1;
    const char *between = m->profile->abstract_error_quotes ? "', '" : ", ";
    Object *separator = n < 0 ? NULL : str_from_ascii(m, between);
    if (separator)
        joined = str_join(m, separator, ((ListObject *)list)->item, (size_t)n);
    if (joined && m->profile->abstract_error_quotes)
        error_set(m, EXC_TypeError,
                  "Can't instantiate abstract class %s without an implementation for abstract "
                  "method%s '%U'",
                  type->tp_name, n == 1 ? "" : "s", joined);
    else if (joined)
        error_set(m, EXC_TypeError, "Can't instantiate abstract class %s with abstract method%s %U",
                  type->tp_name, n == 1 ? "" : "s", joined);
    xdecref(m, joined);
    xdecref(m, separator);
    xdecref(m, list);
    xdecref(m, names);
    return NULL;
}

static int default_init(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args;
    const Type *type = o->type;
    if (!nargs && !(kwnames && tuple_size(kwnames)))
        return 0;
    if (type->slots.tp_init != default_init)
        error_set(m, EXC_TypeError,
                  "object.__init__() takes exactly one argument (the instance to initialize)");
    else if (type->slots.tp_new == object_default_new && !(type->tp_flags & TYPE_NO_NEW))
        error_set(m, EXC_TypeError,
                  "%.200s.__init__() takes exactly one argument (the instance to initialize)",
                  type->tp_name);
    else
        return 0;
    return -1;
}

Object *object_default_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    (void)args;
    if (nargs || (kwnames && tuple_size(kwnames))) {
        if (type->slots.tp_new != object_default_new)
            return error_set(m, EXC_TypeError,
                             "object.__new__() takes exactly one argument (the type to "
                             "instantiate)");
        if (type->slots.tp_init == default_init)
            return error_set(m, EXC_TypeError, "%.200s() takes no arguments", type->tp_name);
    }
    if (type->tp_flags & TYPE_ABSTRACT)
        return refuse_abstract(m, type);
    Object *o = object_new_plain(m, type);
    if (o && type->managed_dict && !m->profile->inline_values && instance_init(m, o) < 0)
        clear_ref(m, o);
    return o;
}

Object *type_generic_new(Machine *m, Type *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *o = object_new_plain(m, type);
    if (o)
        gc_track(m, o);
    return o;
}

static Object *get_class(Machine *m, Object *o)
{
    (void)m;
    return newref(o->type);
}

static bool is_of_library(Machine *m, const Type *type);

bool type_doc_is_known(Machine *m, Object *o)
{
    if (is_exact(m, o, function))
        return !function_of_library(o);
    const Type *type = is_type(o) ? (const Type *)o : o->type;
    return type->tp_flags & TYPE_HEAP && !is_of_library(m, type);
}

Object *type_doc_elsewhere(Machine *m, const char *what, Object *name)
{
    if (m->frame && frame_is_library(m->frame))
        return newref(m->none);
    return name ? error_not_simulated(m, "the docstring of %s %U", what, name)
                : error_not_simulated(m, "the docstring of %s", what);
}

/* Is it one of the library's classes? */
static bool is_of_library(Machine *m, const Type *type)
{
    Object *name = dict_get_str(m, type->tp_dict, m->id.__module__);
    Object *module = name && is_str(name) ? dict_get_str(m, m->modules, name) : NULL;
    return module && is_exact(m, module, module) && ((ModuleObject *)module)->spec;
}

Object *type_get_doc(Machine *m, Object *o)
{
    Type *type = (Type *)o;
    Object *doc = dict_get_str(m, type->tp_dict, m->id.__doc__);
    if (!(type->tp_flags & TYPE_HEAP) && doc != m->none)
        return docstring_elsewhere(m);
    if (is_of_library(m, type))
        return type_doc_elsewhere(m, "the class", type->ht_name);
    if (!doc)
        return newref(m->none);
    return slots_of(doc)->tp_descr_get ? slots_of(doc)->tp_descr_get(m, doc, NULL, (Object *)type)
                                       : newref(doc);
}

/* The instance's own names, in a new dict.  Objects/typeobject.c: object___dir__: a copy of a dict
 * with shared keys shares them too, so that the names of the class go into them as far as there is
 * room. */
static Object *own_names(Machine *m, Object *o)
{
    Object *own = NULL, *names = NULL;
    int found = object_lookup_attr(m, o, m->id.__dict__, &own);
    if (found >= 0)
        names = found && is_dict(own) ? dict_copy(m, own) : dict_new(m);
    if (names)
        names->flags |= OBJECT_QUIET;
    xdecref(m, own);
    return names;
}

static Object *object_dir(Machine *m, Object *self, Object *const *args, size_t nargs,
                          Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *names = own_names(m, self), *list = NULL, *class = NULL;
    if (names && object_lookup_attr(m, self, m->id.__class__, &class) >= 0 &&
        (!class || !is_type(class) || class_merge_names(m, names, (Type *)class) == 0))
        list = sequence_list(m, names);
    xdecref(m, class);
    xdecref(m, names);
    return list;
}

static Object *object_init_subclass(Machine *m, Object *self, Object *const *args, size_t nargs,
                                    Object *kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return newref(m->none);
}

static Object *object_format_method(Machine *m, Object *self, Object *const *args, size_t nargs,
                                    Object *kwnames)
{
    (void)nargs, (void)kwnames;
    if (!is_str(args[0]))
        return error_set(m, EXC_TypeError, "__format__() argument must be str, not %.50s",
                         args[0] == m->none ? "None" : type_name(args[0]));
    if (str_len(args[0]) > 0)
        return error_set(m, EXC_TypeError, "unsupported format string passed to %.200s.__format__",
                         type_name(self));
    return object_str(m, self);
}

static Object *object_subclasshook(Machine *m, Object *self, Object *const *args, size_t nargs,
                                   Object *kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return newref(m->not_implemented);
}

static Object *own_size(Machine *m, Object *self, Object *const *args, size_t nargs,
                        Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    ssize_t own = is_exact(m, self, code) ? -1 : object_own_size(m, self);
    ssize_t n = own < 0 ? object_sizeof(m, self) : own; /* which refuses it */
    return n < 0 ? NULL : int_from_i64(m, n);
}

const MethodDef type_own_sizeof = {"__sizeof__", own_size, METH_NOARGS,
                                   "Its bytes, without what lies in front."};

/* object knows nothing of how an int counts: the digits, negative for a negative one, up to 3.11;
 * then lv_tag.  A bool is a little larger in 3.11. */
static ssize_t int_basic_size(Machine *m, Object *o)
{
    const Type *type = m->types.int_;
    ssize_t digits = (object_own_size(m, o) - type->tp_basicsize) / type->tp_itemsize;
    int sign = int_sign(o);
    if (m->profile->int_has_tag)
        return type->tp_basicsize +
               type->tp_itemsize * (sign == 0 ? 1 : digits * 8 + (sign < 0 ? 2 : 0));
    return type->tp_basicsize + type->tp_itemsize * sign * digits + (is_exact(m, o, bool_) ? 8 : 0);
}

/* What a type with a method of its own adds to the bytes of the object itself, object's does not
 * know. */
static Object *object_sizeof_method(Machine *m, Object *self, Object *const *args, size_t nargs,
                                    Object *kwnames)
{
    const Object *found = type_lookup(m, self->type, m->id.__sizeof__);
    const Type *type = self->type;
    if (is_int(self))
        return int_from_i64(m, int_basic_size(m, self));
    if (found && found->type == m->types.method_descriptor && !type->tp_itemsize &&
        ((const DescriptorObject *)found)->def == &type_own_sizeof)
        return int_from_i64(m, type->tp_basicsize);
    return own_size(m, self, args, nargs, kwnames);
}

static const GetSetDef object_getset[] = {
    {"__class__", get_class, class_set_of_object},
    {NULL, NULL, NULL},
};
static const MethodDef object_methods[] = {
    {"__reduce_ex__", reduce_ex_method, METH_O, "What another object like it is made of."},
    {"__reduce__", reduce_method, METH_NOARGS, "The same, as the oldest protocol has it."},
    {"__getstate__", reduce_getstate_method, METH_NOARGS, "The attributes and slots that it has."},
    {"__format__", object_format_method, METH_O, "Format with an empty specification: str(self)."},
    {"__dir__", object_dir, METH_NOARGS, "The names that it has."},
    {"__subclasshook__", object_subclasshook, METH_FASTCALL | METH_CLASS | METH_PACKED_ONCE,
     "Asked by abstract base classes: is this derived?"},
    {"__sizeof__", object_sizeof_method, METH_NOARGS, "Its bytes, without what lies in front."},
    {"__init_subclass__", object_init_subclass, METH_NOARGS | METH_CLASS,
     "Called when the class is derived from."},
    {NULL, NULL, 0, NULL},
};

const TypeSpec object_spec = {
    .name = "object",
    .flags = TYPE_BASETYPE,
    .basicsize = 16,
    .size = sizeof(Object),
    .methods = object_methods,
    .getset = object_getset,
    .slots =
        {
            .tp_dealloc = object_default_dealloc,
            .tp_repr = object_default_repr,
            .tp_str = object_default_str,
            .tp_hash = object_hash_pointer,
            .tp_richcompare = object_default_compare,
            .tp_getattro = object_generic_getattr,
            .tp_setattro = object_generic_setattr,
            .tp_new = object_default_new,
            .tp_init = default_init,
        },
};
