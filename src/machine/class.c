/* Making a class: Objects/typeobject.c: type_new, best_base, subtype_dealloc and its like. */
#include "class.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/instance.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>
#include <pyviz/machine/weakref.h>

#include "class_slots.h"
#include "descriptor.h"
#include "eval.h"
#include "exceptions.h"
#include "frame.h"
#include "hush.h"
#include "objects/dict_table.h"
#include "type_cache.h"
#include "warnings.h"

#include <string.h>

/* ---- names ----------------------------------------------------------------------------------- */

Object *class_full_name(Machine *m, const Type *type)
{
    if (!(type->tp_flags & TYPE_HEAP))
        return str_from_ascii(m, type->tp_name);
    Object *module = dict_get_str(m, type->tp_dict, m->id.__module__);
    if (!module || !is_str(module) || str_equals_ascii(module, "builtins"))
        return newref(type->ht_qualname);
    return str_printf(m, "%U.%U", module, type->ht_qualname);
}

/* tp_name: the name as the host reads it, so there can be no null character in it. */
static bool set_tp_name(Machine *m, Type *type, Object *name)
{
    Object *encoded = str_encode(m, name, NULL, NULL);
    if (!encoded)
        return false;
    bool null = memchr(((BytesObject *)encoded)->data, 0, (size_t)((BytesObject *)encoded)->size);
    decref(m, encoded);
    if (null) {
        error_set(m, EXC_ValueError, "type name must not contain null characters");
        return false;
    }
    struct buffer text = {0};
    str_to_utf8(name, &text);
    char *copy = heap_alloc(m, text.len + 1);
    if (copy)
        memcpy(copy, buffer_text(&text), text.len + 1);
    buffer_free(&text);
    if (!copy)
        return false;
    heap_free(m, (void *)(uintptr_t)type->tp_name);
    type->tp_name = copy;
    str_keep_utf8(name);
    return true;
}

bool class_set_name(Machine *m, Type *type, Object *name)
{
    if (!set_tp_name(m, type, name))
        return false;
    set_ref(m, type->ht_name, newref(name));
    return true;
}

/* ---- bases ----------------------------------------------------------------------------------- */

Type *class_builtin_base(Type *type)
{
    while (type->tp_flags & TYPE_HEAP)
        type = type->tp_base;
    return type;
}

Type *class_metatype(Machine *m, Type *metatype, Object *bases)
{
    Type *winner = metatype;
    for (ssize_t i = 0; i < tuple_size(bases); i++) {
        Type *of_base = tuple_item(bases, i)->type;
        if (type_is_subtype(winner, of_base))
            continue;
        if (!type_is_subtype(of_base, winner))
            return error_set(m, EXC_TypeError,
                             "metaclass conflict: the metaclass of a derived class must be a "
                             "(non-strict) subclass of the metaclasses of all its bases");
        winner = of_base;
    }
    return winner;
}

/* Objects/typeobject.c: extra_ivars, shape_differs.  Behind items of any number nothing can be
 * added without a new layout, not even a dict (up to 3.11, where it lies there). */
static bool lays_out_anew(const Type *type, const Type *base)
{
    if (!(type->tp_flags & TYPE_HEAP))
        return type->size != base->size || type->tp_itemsize != base->tp_itemsize ||
               (type->tp_flags & TYPE_EXC_SUBCLASS && type->tp_basicsize != base->tp_basicsize);
    return type->nslots > 0 || (type->tp_itemsize && type->tp_basicsize != base->tp_basicsize);
}

/* The nearest type on the way to object that lays its instances out in a way of its own. */
static Type *solid_base(Type *type)
{
    while (type->tp_base && !lays_out_anew(type, type->tp_base))
        type = type->tp_base;
    return type;
}

bool class_fits_layout(Type *type, Type *base)
{
    return type_is_subtype(solid_base(type), solid_base(base));
}

Type *class_best_base(Machine *m, Object *bases)
{
    Type *winner = NULL, *best = NULL;
    for (ssize_t i = 0; i < tuple_size(bases); i++) {
        Type *base = (Type *)tuple_item(bases, i);
        if (!is_type(base))
            return error_set(m, EXC_TypeError, "bases must be types");
        if (!(base->tp_flags & TYPE_BASETYPE))
            return error_set(m, EXC_TypeError, "type '%.100s' is not an acceptable base type",
                             base->tp_name);
        Type *solid = solid_base(base);
        if (winner && type_is_subtype(winner, solid))
            continue;
        if (winner && !type_is_subtype(solid, winner))
            return error_set(m, EXC_TypeError, "multiple bases have instance lay-out conflict");
        winner = solid;
        best = base;
    }
    return best;
}

/* ---- instances ------------------------------------------------------------------------------- */

/* Of what lies in front of an instance: a slot, not the dict, the values or the weak references. */
static bool is_member(const Type *type, int i)
{
    return i + 1 != type->dict_extra && i + 1 != type->weak_extra &&
           !(type->managed_dict && i == type->dict_extra);
}

/* Those that a class adds, by name, then those of its base: Objects/typeobject.c: traverse_slots,
 * clear_slots. */
struct slot_walk {
    const Type *of;
    int at;
};

static int first_of(const Type *type)
{
    return type->tp_base ? type->tp_base->nextra : 0;
}

static struct slot_walk walk_slots(const Type *type)
{
    return (struct slot_walk){type, first_of(type)};
}

/* The next slot that holds something; NULL past the last. */
static Object **next_slot(struct slot_walk *w, Object *o)
{
    while (w->of) {
        while (w->at < w->of->nextra) {
            int i = w->at++;
            if (is_member(o->type, i) && *type_extra(o, i))
                return type_extra(o, i);
        }
        w->of = w->of->tp_base;
        w->at = w->of ? first_of(w->of) : 0;
    }
    return NULL;
}

int class_visit_slots(Machine *m, Object *o, visitproc visit, void *arg)
{
    int r = 0;
    struct slot_walk walk = walk_slots(o->type);
    for (Object **slot; !r && (slot = next_slot(&walk, o));)
        r = visit(m, *slot, arg);
    return r;
}

/* Objects/typeobject.c: subtype_traverse */
static int instance_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    Type *type = o->type, *base = class_builtin_base(type);
    int r = class_visit_slots(m, o, visit, arg);
    if (!r && type->dict_extra)
        r = instance_visit_attributes(m, o, visit, arg);
    if (!r)
        r = visit(m, (Object *)type, arg);
    return r || !base->slots.tp_traverse ? r : base->slots.tp_traverse(m, o, visit, arg);
}

static int instance_clear(Machine *m, Object *o)
{
    Type *base = class_builtin_base(o->type);
    struct slot_walk walk = walk_slots(o->type);
    for (Object **slot; (slot = next_slot(&walk, o));)
        clear_ref(m, *slot);
    if (o->type->dict_extra)
        instance_clear_attributes(m, o);
    return base->slots.tp_clear ? base->slots.tp_clear(m, o) : 0;
}

/* The slots of the class and of its bases, then the dict, then what the builtin base holds. */
static void instance_dealloc(Machine *m, Object *o)
{
    Type *type = o->type;
    gc_untrack(m, o);
    struct slot_walk walk = walk_slots(type);
    for (Object **slot; (slot = next_slot(&walk, o));) {
        Object *held = *slot;
        *slot = NULL;
        let_go(m, o, held);
    }
    if (type->dict_extra)
        instance_clear_attributes(m, o);
    class_builtin_base(type)->slots.tp_dealloc(m, o);
}

/* ---- subclasses ------------------------------------------------------------------------------ */

/* The bases know a class by a weak reference.  It is the one that weakref.ref(C) gives, too. */
static Object *self_ref_new(Machine *m, Type *type)
{
    int32_t serial = hush_serials(m);
    Object *ref = weakref_new(m, (Object *)type, NULL);
    hush_serials_end(m, serial);
    return ref;
}

static Object *address_of(Machine *m, const Type *type)
{
    return int_from_i64(m, (int64_t)type->ob_base.address);
}

void class_note_subclassed(Machine *m, const char *names)
{
    Object *name, *value;
    for (ssize_t at = 0; dict_next(m->builtins_dict, &at, &name, &value, NULL);) {
        if (!is_type(value))
            continue;
        Type *type = (Type *)value;
        size_t n = strlen(type->tp_name);
        const char *hit = names;
        while ((hit = strstr(hit, type->tp_name)) &&
               ((hit > names && hit[-1] != ',') || (hit[n] && hit[n] != ',')))
            hit++;
        type->subclassed = hit != NULL;
    }
}

/* A class keeps its subclasses in a dict, as weak references by address, which the collector does
 * not come to.  Not made is what builtin types have from the start. */
static bool hold_self_ref(Machine *m, Type *base, Type *type)
{
    if (base->subclassed) {
        incref(type->self_ref);
        type->self_refs_held++;
        return true;
    }
    if (!base->subclass_refs && !(base->subclass_refs = dict_new(m)))
        return false;
    base->subclass_refs->flags |= OBJECT_QUIET;
    Object *key = address_of(m, type);
    int status = key ? dict_set(m, base->subclass_refs, key, type->self_ref) : -1;
    xdecref(m, key);
    return status == 0;
}

static void forget_self_ref(Machine *m, Type *base, Type *type)
{
    Object *key = base->subclass_refs ? address_of(m, type) : NULL;
    if (key && dict_get(m, base->subclass_refs, key))
        dict_del(m, base->subclass_refs, key);
    xdecref(m, key);
    if (base->subclass_refs && ((DictObject *)base->subclass_refs)->ma_used == 0)
        clear_ref(m, base->subclass_refs);
}

bool class_add_subclass(Machine *m, Type *base, Type *type)
{
    bool is_new = !type->self_ref;
    if (is_new && !(type->self_ref = self_ref_new(m, type)))
        return false;
    int32_t serial = hush_serials(m); /* the interpreter's own */
    bool held = hold_self_ref(m, base, type);
    hush_serials_end(m, serial);
    if (is_new)
        decref(m, type->self_ref);
    if (!held)
        return false;
    size_t n = (size_t)base->nsubclasses + 1;
    Type **list = heap_alloc(m, n * sizeof *list);
    if (!list)
        return false;
    if (base->nsubclasses)
        memcpy(list, base->subclasses, (n - 1) * sizeof *list);
    heap_free(m, base->subclasses);
    list[base->nsubclasses++] = type;
    base->subclasses = list;
    return true;
}

/* A class that comes to nothing before its bases know of it is taken out of their dicts all the
 * same: each complains, and nobody hears. */
static void forget_in_vain(Machine *m, const Type *base, const Type *type)
{
    if (!m->profile->errors_made_at_once || (base->tp_flags & TYPE_HEAP && !base->subclass_refs))
        return;
    Object *pending = error_fetch(m), *key = address_of(m, type);
    if (key)
        error_set_object(m, EXC_KeyError, key);
    xdecref(m, key);
    error_clear(m);
    error_restore(m, pending);
}

void class_forget_subclass(Machine *m, Type *type)
{
    bool unknown = !type->self_ref;
    for (ssize_t b = 0; type->tp_bases && b < tuple_size(type->tp_bases); b++) {
        Type *base = (Type *)tuple_item(type->tp_bases, b);
        int kept = 0;
        for (int i = 0; i < base->nsubclasses; i++)
            if (base->subclasses[i] != type)
                base->subclasses[kept++] = base->subclasses[i];
        base->nsubclasses = kept;
        if (unknown)
            forget_in_vain(m, base, type);
        else
            forget_self_ref(m, base, type);
    }
    for (; type->self_refs_held; type->self_refs_held--)
        decref(m, type->self_ref);
    type->self_ref = NULL;
}

/* ---- the layout ------------------------------------------------------------------------------ */

/* Sizes, flags and places of a class from its base and what its own body asks for. */
static void lay_out(Machine *m, Type *type, Type *base, const struct class_slots *s)
{
    bool old = !m->profile->weakrefs_before_object;
    type->spec = base->spec;
    type->tp_base = (Type *)newref(base);
    type->tp_flags = (base->tp_flags & TYPE_INHERITED_FLAGS) | TYPE_HEAP | TYPE_BASETYPE;
    type->tp_basicsize = base->tp_basicsize + (ssize_t)sizeof(Object *) * s->count;
    type->tp_itemsize = base->tp_itemsize;
    type->size = base->size;
    type->dictoffset = base->dictoffset;
    type->dict_extra = base->dict_extra;
    type->nextra = base->nextra + s->count;
    type->nslots = s->count;
    type->preheader = base->preheader;
    type->managed_dict = base->managed_dict;
    type->has_weakrefs = base->has_weakrefs || s->weakrefs;
    type->weak_extra = base->weak_extra;
    type->freelist = -1;
    if (s->dict) {
        type->dict_extra = ++type->nextra;
        type->managed_dict = !(old && base->tp_itemsize);
        if (!type->managed_dict) {
            type->tp_basicsize += (ssize_t)sizeof(Object *);
        } else {
            type->preheader = 16;
            type->nextra++;
        }
    }
    if (s->weakrefs)
        type->weak_extra = ++type->nextra;
    if (s->weakrefs && old)
        type->tp_basicsize += (ssize_t)sizeof(Object *);
    else if (s->weakrefs)
        type->preheader = 16;
    type->inline_values = m->profile->inline_values && type->managed_dict &&
                          type->tp_itemsize == 0 &&
                          type->tp_basicsize == m->types.object->tp_basicsize;
    type->tp_flags |= TYPE_GC; /* also where there is nothing to be visited */
    type->slots = base->slots;
    type->slots.tp_dealloc = instance_dealloc;
    type->slots.tp_traverse = instance_traverse;
    type->slots.tp_clear = instance_clear;
}

/* ---- the namespace --------------------------------------------------------------------------- */

/* Looking up an attribute may ask a name of a class of its own what it is equal to. */
static bool names_are_plain(Machine *m, Object *namespace)
{
    Object *name, *value;
    for (ssize_t i = 0; dict_next(namespace, &i, &name, &value, NULL);)
        if (is_str(name) && !is_exact(m, name, str))
            return error_not_simulated(m, "an attribute whose name is of a class derived from str");
    return true;
}

static int set_default(Machine *m, Object *dict, Object *key, Object *value)
{
    return dict_get_str(m, dict, key) ? 0 : dict_set(m, dict, key, value);
}

static int set_module(Machine *m, Object *dict)
{
    Object *globals = m->frame ? m->frame->globals : NULL;
    Object *name = globals ? dict_get_str(m, globals, m->id.__name__) : NULL;
    return name ? set_default(m, dict, m->id.__module__, name) : 0;
}

static int take_qualname(Machine *m, Type *type, Object *name)
{
    Object *qualname = dict_get_str(m, type->tp_dict, m->id.__qualname__);
    if (!qualname) {
        type->ht_qualname = newref(name);
        return 0;
    }
    if (!is_str(qualname)) {
        error_set(m, EXC_TypeError, "type __qualname__ must be a str, not %s", type_name(qualname));
        return -1;
    }
    type->ht_qualname = newref(qualname);
    return dict_del(m, type->tp_dict, m->id.__qualname__);
}

/* A plain function under a name that is called without an instance. */
static int wrap(Machine *m, Object *dict, Object *name, Type *wrapper)
{
    Object *f = dict_get_str(m, dict, name);
    if (!f || f->type != m->types.function)
        return 0;
    Object *wrapped = wrapper_new(m, wrapper, f);
    int r = wrapped ? dict_set(m, dict, name, wrapped) : -1;
    xdecref(m, wrapped);
    return r;
}

static int take_classcell(Machine *m, Type *type)
{
    Object *cell = dict_get_str(m, type->tp_dict, m->id.__classcell__);
    if (!cell)
        return 0;
    if (!is_exact(m, cell, cell)) {
        error_set(m, EXC_TypeError, "__classcell__ must be a nonlocal cell, not <class '%.200s'>",
                  cell->type->tp_name);
        return -1;
    }
    CellObject *c = (CellObject *)cell;
    xdecref(m, c->value);
    c->value = newref(type);
    return dict_del(m, type->tp_dict, m->id.__classcell__);
}

/* Defining == takes the inherited hash away: type_ready_set_hash. */
static int settle_hash(Machine *m, Object *dict)
{
    return dict_get_str(m, dict, m->id.__eq__) ? set_default(m, dict, m->id.__hash__, m->none) : 0;
}

/* What the body has left in the namespace: Objects/typeobject.c: type_new_set_attrs. */
static int take_namespace(Machine *m, Type *type, Object *name)
{
    Object *dict = type->tp_dict;
    if (!set_tp_name(m, type, name) || set_module(m, dict) < 0 ||
        take_qualname(m, type, name) < 0 ||
        wrap(m, dict, m->id.__new__, m->types.staticmethod) < 0 ||
        wrap(m, dict, m->id.__init_subclass__, m->types.classmethod) < 0 ||
        wrap(m, dict, m->id.__class_getitem__, m->types.classmethod) < 0)
        return -1;
    return take_classcell(m, type);
}

/* ---- what a new class tells others ----------------------------------------------------------- */

/* Says so in a note of the exception, whose reference is taken over; what goes wrong with that is
 * raised instead. */
static int set_name_noted(Machine *m, Type *type, Object *name, Object *value, Object *exception)
{
    Object *note = str_printf(m, "Error calling __set_name__ on '%.100s' instance %R in '%.100s'",
                              value->type->tp_name, name, type->tp_name);
    int status = note ? exception_add_note(m, exception, note) : -1;
    xdecref(m, note);
    if (status == 0) {
        error_restore(m, exception);
        return -1;
    }
    ExceptionObject *e = m->refusing ? NULL : (ExceptionObject *)m->exception;
    if (e && !e->context && (Object *)e != exception)
        e->context = newref(exception);
    decref(m, exception);
    return -1;
}

static int set_name_failed(Machine *m, Type *type, Object *name, Object *value)
{
    if (m->refusing)
        return -1;
    error_make(m);
    Object *cause = error_fetch(m);
    if (m->profile->set_name_errors_noted)
        return set_name_noted(m, type, name, value, cause);
    error_set(m, EXC_RuntimeError, "Error calling __set_name__ on '%.100s' instance %R in '%.100s'",
              value->type->tp_name, name, type->tp_name);
    ExceptionObject *e = (ExceptionObject *)m->exception;
    xdecref(m, e->cause);
    xdecref(m, e->context);
    e->cause = cause;
    e->context = newref(cause);
    e->suppress_context = true;
    return -1;
}

/* value.__set_name__(type, key), bound first; 0 or -1.  Objects/typeobject.c:
 * type_new_set_names. */
static int set_name(Machine *m, Type *type, Object *key, Object *value)
{
    Object *bound = special_method(m, value, m->id.__set_name__);
    if (!bound)
        return m->exception ? -1 : 0;
    Object *args[] = {(Object *)type, key}, *r = object_vectorcall(m, bound, args, 2, NULL);
    int status = r ? 0 : set_name_failed(m, type, key, value);
    xdecref(m, bound);
    xdecref(m, r);
    return status;
}

static int set_names(Machine *m, Type *type)
{
    Object *copy = dict_copy_namespace(m, type->tp_dict), *key, *value;
    if (!copy)
        return -1;
    int status = 0;
    for (ssize_t at = 0; status == 0 && dict_next(copy, &at, &key, &value, NULL);)
        status = set_name(m, type, key, value);
    decref(m, copy);
    return status;
}

/* super(cls, cls).__init_subclass__, found: the super object is there while it is bound, which
 * shows only in addresses and in the count of allocations. */
static Object *bind_init_subclass(Machine *m, Type *type, Object *found)
{
    Object *(*get)(Machine *, Object *, Object *, Object *) = slots_of(found)->tp_descr_get;
    int32_t serial = hush_serials(m);
    Object *super = type_generic_new(m, m->types.super, NULL, 0, NULL);
    hush_serials_end(m, serial);
    if (!super)
        return NULL;
    super->flags |= OBJECT_QUIET;
    Object *bound = get ? get(m, found, NULL, (Object *)type) : newref(found);
    decref(m, super);
    return bound;
}

Object *class_out_of_sight(Machine *m, Object *o, int32_t serial)
{
    if (o) {
        m->next_serial = serial;
        o->serial = 0;
        o->flags |= OBJECT_QUIET;
    }
    return o;
}

/* A metaclass's mro() may leave the class itself out; super(cls, cls) is refused then. */
static bool is_in_own_order(const Type *type)
{
    for (ssize_t i = 0; i < tuple_size(type->tp_mro); i++)
        if (tuple_item(type->tp_mro, i) == (const Object *)type)
            return true;
    return false;
}

/* super(cls, cls).__init_subclass__(**keywords) */
static int init_subclass(Machine *m, Type *type, Object *const *values, Object *kwnames)
{
    if (!is_in_own_order(type)) {
        super_refuse(m, type, (Object *)type);
        return -1;
    }
    for (ssize_t i = 1; i < tuple_size(type->tp_mro); i++) {
        Type *base = (Type *)tuple_item(type->tp_mro, i);
        Object *found = dict_get_str(m, base->tp_dict, m->id.__init_subclass__);
        if (!found)
            continue;
        Object *bound = bind_init_subclass(m, type, found);
        if (!bound)
            return -1;
        struct call_unpacked u = call_unpack(m, bound, NULL, values, 0, kwnames);
        Object *r = object_vectorcall(m, bound, values, 0, kwnames);
        call_unpack_end(m, &u);
        decref(m, bound);
        xdecref(m, r);
        return r ? 0 : -1;
    }
    return 0;
}

/* With room for one descriptor of a slot. */
size_t class_modelled_bytes(Machine *m)
{
    return (size_t)(m->profile->type_size + m->types.type->tp_itemsize);
}

/* ---- type_new -------------------------------------------------------------------------------- */

/* Attributes have names: Objects/typeobject.c: type_new_impl's is_name check (3.13). */
static int warn_of_other_keys(Machine *m, Type *type)
{
    Object *key, *value;
    bool other = false;
    for (ssize_t at = 0; !other && dict_next(type->tp_dict, &at, &key, &value, NULL);)
        other = !is_str(key);
    return other && m->profile->class_keys_warned_of
               ? warn_runtime(m, "non-string key in the __dict__ of class %.200s", type->tp_name)
               : 0;
}

static bool take_order(Machine *m, Type *type)
{
    Object *mro = mro_of(m, type), *old = type->tp_mro; /* set by a mro() that sets __bases__ */
    if (!mro)
        return false;
    type->tp_mro = mro;
    type_cache_forget(m);
    xdecref(m, old);
    return true;
}

/* The type, which takes the namespace and the names of the slots over.
 * Objects/typeobject.c: type_new_alloc. */
static Type *class_alloc(Machine *m, Type *metatype, Type *base, Object *name, Object *bases,
                         Object *dict, const struct class_slots *slots)
{
    Type *type = object_new(m, metatype, sizeof *type, class_modelled_bytes(m));
    if (!type)
        return NULL;
    type_cache_take_dict(m, type, dict);
    type->ht_slots = slots->names;
    type->ht_name = newref(name);
    type->tp_bases = newref(bases);
    lay_out(m, type, base, slots);
    gc_track(m, (Object *)type);
    return type;
}

/* What has to be known before the type is made: a copy of the namespace and its __slots__.
 * Objects/typeobject.c: type_new_init. */
static Type *class_begin(Machine *m, Type *metatype, Type *base, Object *name, Object *bases,
                         Object *namespace_, struct class_slots *slots)
{
    Object *dict = names_are_plain(m, namespace_) ? dict_copy_namespace(m, namespace_) : NULL;
    if (!dict)
        return NULL;
    Type *type = NULL;
    *slots = (struct class_slots){0};
    if (class_slots_collect(m, name, base, bases, dict, slots) == 0)
        type = class_alloc(m, metatype, base, name, bases, dict, slots);
    if (!type) {
        xdecref(m, slots->names);
        decref(m, dict);
    }
    return type;
}

static void inherit_collection(Type *type)
{
    const unsigned collection = TYPE_SEQUENCE | TYPE_MAPPING; /* the first that is either decides */
    type->tp_flags &= ~collection;
    for (ssize_t i = 0; i < tuple_size(type->tp_mro) && !(type->tp_flags & collection); i++)
        type->tp_flags |= ((Type *)tuple_item(type->tp_mro, i))->tp_flags & collection;
}

static int tell_bases(Machine *m, Type *type)
{
    for (ssize_t i = 0; i < tuple_size(type->tp_bases); i++)
        if (!class_add_subclass(m, (Type *)tuple_item(type->tp_bases, i), type))
            return -1;
    return 0;
}

/* Its order, then the descriptors of its slots, then what it inherits: 0 or -1.
 * Objects/typeobject.c: PyType_Ready. */
static int class_ready(Machine *m, Type *type, const struct class_slots *slots)
{
    if (!take_order(m, type) || class_slots_add(m, type, slots) < 0 ||
        set_default(m, type->tp_dict, m->id.__doc__, m->none) < 0 ||
        settle_hash(m, type->tp_dict) < 0)
        return -1;
    inherit_collection(type);
    slot_dispatch_update(m, type);
    if (warn_of_other_keys(m, type) < 0)
        return -1;
    if (type->managed_dict && !(type->ht_cached_keys = dict_keys_for_class(m)))
        return -1;
    return tell_bases(m, type);
}

static Object *class_make(Machine *m, Type *metatype, Type *base, Object *name, Object *bases,
                          Object *namespace_)
{
    struct class_slots slots;
    Type *type = class_begin(m, metatype, base, name, bases, namespace_, &slots);
    if (!type || take_namespace(m, type, name) < 0 || class_ready(m, type, &slots) < 0) {
        xdecref(m, type);
        return NULL;
    }
    return (Object *)type;
}

static bool check_arguments(Machine *m, Object *const *args)
{
    const char *const wanted[] = {"str", "tuple", "dict"};
    for (int i = 0; i < 3; i++)
        if (!(i == 0 ? is_str(args[i]) : i == 1 ? is_tuple(args[i]) : is_dict(args[i]))) {
            error_set(m, EXC_TypeError, "type.__new__() argument %d must be %s, not %.50s", i + 1,
                      wanted[i], args[i] == m->none ? "None" : type_name(args[i]));
            return false;
        }
    return true;
}

/* How many names of a namespace are none of those that every class gets. */
static int64_t own_names(Object *namespace)
{
    static const char *const given[] = {"__module__", "__qualname__", "__firstlineno__",
                                        "__static_attributes__", "__classcell__"};
    int64_t n = dict_size(namespace);
    Object *name, *value;
    for (ssize_t at = 0; dict_next(namespace, &at, &name, &value, NULL);)
        for (size_t i = 0; i < sizeof given / sizeof *given; i++)
            n -= is_str(name) && str_equals_ascii(name, given[i]);
    return n;
}

/* What stands for classes is for class statements only: type_new_get_bases. */
static int refuse_entries(Machine *m, Object *bases)
{
    for (ssize_t i = 0; i < tuple_size(bases); i++) {
        Object *base = tuple_item(bases, i), *method = NULL;
        int found = is_type(base) ? 0 : object_lookup_attr(m, base, m->id.__mro_entries__, &method);
        xdecref(m, method);
        if (found > 0)
            error_set(m, EXC_TypeError,
                      "type() doesn't support MRO entry resolution; use types.new_class()");
        if (found)
            return -1;
    }
    return 0;
}

Object *class_tp_new(Machine *m, Type *metatype, Object *const *args, size_t nargs, Object *kwnames)
{
    if (nargs != 3)
        return error_set(m, EXC_TypeError, "type.__new__() takes exactly 3 arguments (%zd given)",
                         (ssize_t)nargs);
    if (!check_arguments(m, args))
        return NULL;
    Object *bases = tuple_size(args[1]) ? newref(args[1]) : tuple_pack(m, 1, m->types.object);
    if (bases && refuse_entries(m, bases) < 0)
        clear_ref(m, bases);
    if (!bases)
        return NULL;
    Type *winner = class_metatype(m, metatype, bases);
    Object *made = NULL;
    if (winner && winner != metatype && winner->slots.tp_new != class_tp_new) {
        decref(m, bases); /* the arguments hold them */
        return winner->slots.tp_new(m, winner, args, nargs, kwnames);
    }
    Type *base = winner ? class_best_base(m, bases) : NULL;
    if (base)
        made = class_make(m, winner, base, args[0], bases, args[2]);
    if (made) {
        EMIT(m, CLASS_BUILD, made, own_names(args[2]));
        if (set_names(m, (Type *)made) < 0 || init_subclass(m, (Type *)made, args + 3, kwnames) < 0)
            clear_ref(m, made);
    }
    xdecref(m, bases);
    return made;
}

int class_tp_init(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)o, (void)args;
    if (nargs == 1 && kwnames && tuple_size(kwnames)) {
        error_set(m, EXC_TypeError, "type.__init__() takes no keyword arguments");
        return -1;
    }
    if (nargs != 1 && nargs != 3) {
        error_set(m, EXC_TypeError, "type.__init__() takes 1 or 3 arguments");
        return -1;
    }
    return 0;
}

/* ---- the life of a class --------------------------------------------------------------------- */

/* Not its names: they lead nowhere. */
int class_visit(Machine *m, Type *type, visitproc visit, void *arg)
{
    return VISIT(type->tp_dict, type->tp_mro, type->tp_bases, (Object *)type->tp_base);
}

/* Breaks the cycles of a class with its methods, its descriptors and its __mro__: type_clear. */
int class_clear(Machine *m, Type *type)
{
    if (!(type->tp_flags & TYPE_HEAP))
        return 0;
    if (type->tp_dict)
        dict_clear(m, type->tp_dict);
    clear_ref(m, type->tp_mro);
    type_cache_forget(m);
    return 0;
}

void class_release(Machine *m, Type *type)
{
    type_cache_forget(m);
    class_forget_subclass(m, type);
    heap_free(m, type->subclasses);
    type->subclasses = NULL;
    clear_ref(m, type->subclass_refs);
    clear_ref(m, type->tp_dict);
    clear_ref(m, type->tp_mro);
    clear_ref(m, type->tp_bases);
    clear_ref(m, type->tp_base);
    clear_ref(m, type->ht_name);
    clear_ref(m, type->ht_qualname);
    clear_ref(m, type->ht_slots);
    if (type->ht_cached_keys)
        dict_keys_drop(m, type->ht_cached_keys);
    type->ht_cached_keys = NULL;
    heap_free(m, (void *)(uintptr_t)type->tp_name);
    type->tp_name = "?";
}
