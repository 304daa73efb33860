/* Slots that call dunder methods: Objects/typeobject.c: slot_tp_*, update_one_slot.
 *
 * A class that defines `__len__` gets slot_length in its sq_length and mp_length, and so on; a slot
 * whose methods all are the wrappers of one builtin type's slot gets that slot itself. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/iter.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "class.h"
#include "eval.h"
#include "exceptions.h"
#include "gc.h"
#include "hush.h"
#include "specs.h"
#include "unraisable.h"

#include <string.h>

/* ---- calling a dunder method ----------------------------------------------------------------- */

static Object *call_with_self(Machine *m, Object *method, Object *o, Object *const *args,
                              size_t nargs, Object *kwnames)
{
    size_t total = nargs + (kwnames ? (size_t)tuple_size(kwnames) : 0);
    Object *few[8], **all = few;
    if (total + 1 > sizeof few / sizeof *few && !(all = heap_alloc(m, (total + 1) * sizeof *all)))
        return NULL;
    all[0] = o;
    for (size_t i = 0; i < total; i++)
        all[i + 1] = args[i];
    Object *r = object_vectorcall(m, method, all, nargs + 1, kwnames);
    if (all != few)
        heap_free(m, all);
    return r;
}

/* What a class has, bound to o: from 3.13 on it is held for as long. */
static Object *bind_found(Machine *m, Object *found, Object *o)
{
    bool held = m->profile->lookups_hold;
    if (held)
        incref(found);
    Object *bound = slots_of(found)->tp_descr_get(m, found, o, (Object *)o->type);
    if (held)
        decref(m, found);
    return bound;
}

static bool is_bound_first(const Object *method)
{
    return !(method->type->tp_flags & TYPE_METHOD_DESCRIPTOR) && slots_of(method)->tp_descr_get;
}

static Object *call_bound(Machine *m, Object *bound, Object *const *args, size_t nargs,
                          Object *kwnames)
{
    Object *r = bound ? object_vectorcall(m, bound, args, nargs, kwnames) : NULL;
    xdecref(m, bound);
    return r;
}

/* A method that is held, or stays where it was found. */
static Object *call_held(Machine *m, Object *method, Object *o, Object *const *args, size_t nargs,
                         Object *kwnames)
{
    if (method->type->tp_flags & TYPE_METHOD_DESCRIPTOR)
        return call_with_self(m, method, o, args, nargs, kwnames);
    if (!slots_of(method)->tp_descr_get)
        return object_vectorcall(m, method, args, nargs, kwnames);
    Object *bound = slots_of(method)->tp_descr_get(m, method, o, (Object *)o->type);
    return call_bound(m, bound, args, nargs, kwnames);
}

/* typeobject.c: lookup_maybe_method, vectorcall_unbound */
static Object *call_found(Machine *m, Object *method, Object *o, Object *const *args, size_t nargs,
                          Object *kwnames)
{
    if (is_bound_first(method))
        return call_bound(m, bind_found(m, method, o), args, nargs, kwnames);
    incref(method);
    Object *r = call_held(m, method, o, args, nargs, kwnames);
    decref(m, method);
    return r;
}

/* Objects/call.c: _PyObject_Call_Prepend */
static Object *call_prepend(Machine *m, Object *method, Object *o, Object *const *args,
                            size_t nargs, Object *kwnames)
{
    struct call_unpacked u = call_unpack(m, method, o, args, nargs, kwnames);
    Object *r = call_found(m, method, o, args, nargs, kwnames);
    call_unpack_end(m, &u);
    return r;
}

/* typeobject.c: lookup_maybe_method, then PyErr_Clear: a method that cannot be bound is none. */
static Object *call_if_bound(Machine *m, Object *method, Object *o, Object *const *args,
                             size_t nargs, bool *missing)
{
    *missing = false;
    if (!is_bound_first(method))
        return call_found(m, method, o, args, nargs, NULL);
    Object *bound = bind_found(m, method, o);
    if (!bound && !m->refusing) {
        error_clear(m);
        *missing = true;
    }
    return call_bound(m, bound, args, nargs, NULL);
}

Object *special_call_unbound(Machine *m, Object *o, Object *name, Object *const *args, size_t nargs,
                             bool *missing)
{
    Object *method = type_lookup(m, o->type, name);
    if (missing)
        *missing = !method;
    if (method)
        return call_found(m, method, o, args, nargs, NULL);
    return missing ? NULL : error_set(m, EXC_AttributeError, "%U", name);
}

Object *special_method(Machine *m, Object *o, Object *name)
{
    Object *found = type_lookup(m, o->type, name);
    if (!found)
        return NULL;
    return slots_of(found)->tp_descr_get ? bind_found(m, found, o) : newref(found);
}

Object *special_call(Machine *m, Object *o, Object *name, Object *const *args, size_t nargs,
                     bool *missing)
{
    Object *method = special_method(m, o, name);
    if (missing)
        *missing = !method && !m->exception;
    if (!method)
        return missing || m->exception ? NULL : error_set(m, EXC_AttributeError, "%U", name);
    Object *r = object_vectorcall(m, method, args, nargs, NULL);
    decref(m, method);
    return r;
}

/* NotImplemented if there is no such method. */
static Object *maybe_call(Machine *m, Object *o, Object *name, Object *arg)
{
    bool missing;
    Object *r = special_call_unbound(m, o, name, &arg, 1, &missing);
    return missing ? newref(m->not_implemented) : r;
}

/* ---- objects --------------------------------------------------------------------------------- */

#define UNARY(slot, name)                                                                          \
    static Object *slot_##slot(Machine *m, Object *o)                                              \
    {                                                                                              \
        return special_call_unbound(m, o, m->id.name, NULL, 0, NULL);                              \
    }
UNARY(str, __str__)

/* One that cannot be bound is none; what is shown instead has no module. */
static Object *slot_repr(Machine *m, Object *o)
{
    Object *method = type_lookup(m, o->type, m->id.__repr__);
    bool missing = !method;
    Object *r = method ? call_if_bound(m, method, o, NULL, 0, &missing) : NULL;
    return missing ? str_printf(m, "<%s object at 0x%llx>", o->type->tp_name,
                                (unsigned long long)o->address)
                   : r;
}

UNARY(next, __next__)
UNARY(negative, __neg__)
UNARY(positive, __pos__)
UNARY(absolute, __abs__)
UNARY(invert, __invert__)
UNARY(int, __int__)
UNARY(float, __float__)
UNARY(index, __index__)
#undef UNARY

static hash_t slot_hash(Machine *m, Object *o)
{
    Object *method = type_lookup(m, o->type, m->id.__hash__);
    if (!method || method == m->none)
        return object_hash_not_implemented(m, o);
    bool missing;
    Object *r = call_if_bound(m, method, o, NULL, 0, &missing);
    if (missing)
        return object_hash_not_implemented(m, o);
    if (!r)
        return -1;
    if (!is_int(r)) {
        error_set(m, EXC_TypeError, "__hash__ method should return an integer");
        decref(m, r);
        return -1;
    }
    int overflow;
    hash_t h = int_as_i64(r, &overflow);
    if (overflow)
        h = m->types.int_->slots.tp_hash(m, r);
    decref(m, r);
    return h == -1 ? -2 : h;
}

static Object *slot_call(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *method = type_lookup(m, o->type, m->id.__call__);
    if (!method)
        return error_set(m, EXC_TypeError, "'%.200s' object is not callable", type_name(o));
    return call_prepend(m, method, o, args, nargs, kwnames);
}

/* typeobject.c: call_attribute, of a hook that is held: 3.11 binds it first, which holds both once
 * more, and is an object that the collector counts. */
static Object *call_hook(Machine *m, Object *hook, Object *o, Object *name)
{
    bool binds = m->profile->attribute_hooks_bind && hook->type->tp_flags & TYPE_METHOD_DESCRIPTOR;
    if (binds && hook->type == m->types.wrapper_descriptor) {
        Object *bound = slots_of(hook)->tp_descr_get(m, hook, o, (Object *)(uintptr_t)o->type);
        Object *found = bound ? object_call1(m, bound, name) : NULL;
        xdecref(m, bound);
        return found;
    }
    if (binds) {
        incref(hook);
        incref(o);
        gc_count_allocation(m);
    }
    Object *found = call_held(m, hook, o, &name, 1, NULL);
    if (binds) {
        decref(m, o);
        decref(m, hook);
        gc_count_free(m);
    }
    return found;
}

/* __getattribute__, and __getattr__ where that finds nothing: slot_tp_getattr_hook. */
static Object *slot_getattro(Machine *m, Object *o, Object *name)
{
    Object *first = type_lookup(m, o->type, m->id.__getattribute__);
    Object *otherwise = type_lookup(m, o->type, m->id.__getattr__);
    if (!otherwise) {
        eval_note_getattribute(m, o);
        return special_call_unbound(m, o, m->id.__getattribute__, &name, 1, NULL);
    }
    bool generic = !first || first == type_lookup(m, m->types.object, m->id.__getattribute__);
    if (!generic)
        eval_note_unfit(m, o);
    bool silent = generic && !m->profile->attribute_hooks_bind;
    incref(otherwise); /* the class may have others meanwhile */
    if (!generic)
        incref(first);
    Object *found = silent    ? object_find_generic(m, o, name)
                    : generic ? object_generic_getattr(m, o, name)
                              : call_hook(m, first, o, name);
    if (!generic)
        decref(m, first);
    bool missing = silent && !found && !error_occurred(m);
    if (!found && !m->refusing && (missing || error_matches(m, EXC_AttributeError))) {
        error_clear(m);
        found = call_hook(m, otherwise, o, name);
    }
    decref(m, otherwise);
    return found;
}

static int done(Machine *m, Object *r)
{
    xdecref(m, r);
    return r ? 0 : -1;
}

static int slot_setattro(Machine *m, Object *o, Object *name, Object *value)
{
    Object *args[] = {name, value};
    return done(m, special_call_unbound(m, o, value ? m->id.__setattr__ : m->id.__delattr__, args,
                                        value ? 2 : 1, NULL));
}

static Object *slot_richcompare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    Object *const names[] = {m->id.__lt__, m->id.__le__, m->id.__eq__,
                             m->id.__ne__, m->id.__gt__, m->id.__ge__};
    Object *method = type_lookup(m, a->type, names[op]);
    bool missing = !method;
    Object *r = method ? call_if_bound(m, method, a, &b, 1, &missing) : NULL;
    return missing ? newref(m->not_implemented) : r;
}

/* typeobject.c: lookup_maybe_method, then PyErr_Clear: can __getitem__ be bound? */
static bool has_items(Machine *m, Object *o)
{
    Object *method = type_lookup(m, o->type, m->id.__getitem__);
    if (!method || (method->type->tp_flags & TYPE_METHOD_DESCRIPTOR) ||
        !slots_of(method)->tp_descr_get)
        return method != NULL;
    incref(method);
    Object *bound = slots_of(method)->tp_descr_get(m, method, o, (Object *)o->type);
    if (!bound && !m->refusing)
        error_clear(m);
    xdecref(m, bound);
    decref(m, method);
    return bound != NULL;
}

static Object *slot_iter(Machine *m, Object *o)
{
    Object *method = type_lookup(m, o->type, m->id.__iter__);
    bool missing = !method || method == m->none;
    Object *it = missing ? NULL : call_if_bound(m, method, o, NULL, 0, &missing);
    if (!missing || m->refusing)
        return it;
    if (method != m->none && has_items(m, o))
        return seq_iterator_new(m, o);
    return m->refusing
               ? NULL
               : error_set(m, EXC_TypeError, "'%.200s' object is not iterable", type_name(o));
}

/* __get__ itself is called as it was found: nothing binds it first, nor holds it up to 3.12. */
static Object *slot_descr_get(Machine *m, Object *descr, Object *o, Object *type)
{
    Object *get = type_lookup(m, descr->type, m->id.__get__);
    if (!get)
        return newref(descr);
    Object *args[] = {descr, o ? o : m->none, type ? type : m->none};
    bool held = m->profile->lookups_hold;
    if (held)
        incref(get);
    Object *r = object_vectorcall(m, get, args, 3, NULL);
    if (held)
        decref(m, get);
    return r;
}

static int slot_descr_set(Machine *m, Object *descr, Object *o, Object *value)
{
    Object *args[] = {o, value};
    return done(m, special_call_unbound(m, descr, value ? m->id.__set__ : m->id.__delete__, args,
                                        value ? 2 : 1, NULL));
}

static int slot_init(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *method = type_lookup(m, o->type, m->id.__init__);
    Object *r = method ? call_prepend(m, method, o, args, nargs, kwnames) : newref(m->none);
    if (r && r != m->none)
        error_set(m, EXC_TypeError, "__init__() should return None, not '%.200s'", type_name(r));
    bool ok = r == m->none;
    xdecref(m, r);
    return ok ? 0 : -1;
}

static Object *slot_new(Machine *m, Type *type, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *f = object_getattr(m, (Object *)type, m->id.__new__);
    if (!f)
        return NULL;
    struct call_unpacked u = call_unpack(m, f, (Object *)type, args, nargs, kwnames);
    Object *r = call_with_self(m, f, (Object *)type, args, nargs, kwnames);
    call_unpack_end(m, &u);
    decref(m, f);
    return r;
}

/* PEP 442: what __del__ raises can go nowhere. */
static void slot_finalize(Machine *m, Object *o)
{
    Object *pending = error_fetch(m), *method = type_lookup(m, o->type, m->id.__del__);
    if (method) {
        incref(method);
        Object *r = call_held(m, method, o, NULL, 0, NULL);
        if (!r)
            error_unraisable(m, method, NULL);
        xdecref(m, r);
        decref(m, method);
    }
    if (m->refusing)
        xdecref(m, pending);
    else
        error_restore(m, pending);
}

bool slot_repr_holds(Machine *m, const Object *o)
{
    const Type *const containers[] = {m->types.tuple, m->types.list, m->types.dict, m->types.set,
                                      m->types.frozenset};
    for (size_t i = 0; i < sizeof containers / sizeof *containers; i++)
        if (o->type == containers[i])
            return true;
    if (slots_of(o)->tp_repr != slot_repr)
        return false;
    const Object *method = type_lookup(m, o->type, m->id.__repr__);
    return method && is_exact(m, method, function);
}

/* ---- numbers --------------------------------------------------------------------------------- */

static int slot_bool(Machine *m, Object *o)
{
    Object *r = special_call_unbound(m, o, m->id.__bool__, NULL, 0, NULL);
    if (!r)
        return -1;
    int truth = r == m->true_;
    if (r != m->true_ && r != m->false_) {
        error_set(m, EXC_TypeError, "__bool__ should return bool, returned %s", type_name(r));
        truth = -1;
    }
    decref(m, r);
    return truth;
}

/* Does the right operand's class have a reflected method of its own? */
static bool overloads(Machine *m, Object *left, Object *right, Object *name)
{
    Object *own = type_lookup(m, right->type, name);
    return own && own != type_lookup(m, left->type, name);
}

static Object *binary(Machine *m, Object *a, Object *b, enum number_op op, BinaryFn self,
                      Object *name, Object *reflected)
{
    bool other = a->type != b->type && slots_of(b)->nb[op] == self;
    if (slots_of(a)->nb[op] == self) {
        if (other && type_issubtype(b->type, a->type) && overloads(m, a, b, reflected)) {
            Object *r = maybe_call(m, b, reflected, a);
            if (r != m->not_implemented)
                return r;
            decref(m, r);
            other = false;
        }
        Object *r = maybe_call(m, a, name, b);
        if (r != m->not_implemented || a->type == b->type)
            return r;
        decref(m, r);
    }
    return other ? maybe_call(m, b, reflected, a) : newref(m->not_implemented);
}

/* clang-format off */
#define BINARY_OPS(X)                                                                              \
    X(NB_ADD, add) X(NB_SUBTRACT, sub) X(NB_MULTIPLY, mul) X(NB_MATRIX_MULTIPLY, matmul)           \
    X(NB_TRUE_DIVIDE, truediv) X(NB_FLOOR_DIVIDE, floordiv) X(NB_REMAINDER, mod)                   \
    X(NB_POWER, pow) X(NB_LSHIFT, lshift) X(NB_RSHIFT, rshift) X(NB_AND, and) X(NB_XOR, xor)       \
    X(NB_OR, or)
/* clang-format on */
#define BINARY(op, name)                                                                           \
    static Object *slot_##name(Machine *m, Object *a, Object *b)                                   \
    {                                                                                              \
        return binary(m, a, b, op, slot_##name, m->id.__##name##__, m->id.__r##name##__);          \
    }                                                                                              \
    static Object *slot_i##name(Machine *m, Object *a, Object *b)                                  \
    {                                                                                              \
        return special_call_unbound(m, a, m->id.__i##name##__, &b, 1, NULL);                       \
    }
BINARY_OPS(BINARY)
#undef BINARY
static Object *slot_divmod(Machine *m, Object *a, Object *b)
{
    return binary(m, a, b, NB_DIVMOD, slot_divmod, m->id.__divmod__, m->id.__rdivmod__);
}

static Object *slot_pow3(Machine *m, Object *a, Object *b, Object *modulus)
{
    Object *args[] = {b, modulus};
    if (slots_of(a)->nb_power3 != slot_pow3)
        return newref(m->not_implemented);
    return special_call_unbound(m, a, m->id.__pow__, args, 2, NULL);
}

/* ---- containers ------------------------------------------------------------------------------ */

static ssize_t slot_length(Machine *m, Object *o)
{
    Object *r = special_call_unbound(m, o, m->id.__len__, NULL, 0, NULL);
    Object *index = r ? number_index(m, r) : NULL;
    xdecref(m, r);
    if (!index)
        return -1;
    ssize_t n = -1;
    if (int_sign(index) < 0)
        error_set(m, EXC_ValueError, "__len__() should return >= 0");
    else
        n = number_as_ssize(m, index, EXC_OverflowError);
    decref(m, index);
    return n;
}

static Object *slot_subscript(Machine *m, Object *o, Object *key)
{
    return special_call_unbound(m, o, m->id.__getitem__, &key, 1, NULL);
}

static int slot_ass_subscript(Machine *m, Object *o, Object *key, Object *value)
{
    Object *args[] = {key, value};
    return done(m, special_call_unbound(m, o, value ? m->id.__setitem__ : m->id.__delitem__, args,
                                        value ? 2 : 1, NULL));
}

static Object *slot_item(Machine *m, Object *o, ssize_t i)
{
    Object *index = int_from_i64(m, i);
    Object *r = index ? slot_subscript(m, o, index) : NULL;
    xdecref(m, index);
    return r;
}

static int slot_ass_item(Machine *m, Object *o, ssize_t i, Object *value)
{
    Object *index = int_from_i64(m, i);
    int r = index ? slot_ass_subscript(m, o, index, value) : -1;
    xdecref(m, index);
    return r;
}

static int slot_contains(Machine *m, Object *o, Object *value)
{
    Object *method = type_lookup(m, o->type, m->id.__contains__);
    if (!method || method == m->none) {
        error_set(m, EXC_TypeError, "'%.200s' object is not a container", type_name(o));
        return -1;
    }
    Object *r = call_found(m, method, o, &value, 1, NULL);
    int truth = r ? object_is_true(m, r) : -1;
    xdecref(m, r);
    return truth;
}

/* ---- which slot calls which method ----------------------------------------------------------- */

typedef void (*slot)(void);
struct dispatch {
    const char *name;
    size_t offset;
    slot generic;
};
#define AT(slot)          offsetof(TypeSlots, slot)
#define ROW(name, at, fn) {name, AT(at), (slot)(fn)},
#define NUMBER(op, name)                                                                           \
    ROW("__" #name "__", nb[op], slot_##name) ROW("__r" #name "__", nb[op], slot_##name)
#define INPLACE(op, name) ROW("__i" #name "__", nb_inplace[op], slot_i##name)
/* clang-format off */
/* Rows of one slot stand together. */
static const struct dispatch table[] = {
    ROW("__repr__", tp_repr, slot_repr)
    ROW("__str__", tp_str, slot_str)
    ROW("__hash__", tp_hash, slot_hash)
    ROW("__call__", tp_call, slot_call)
    ROW("__getattribute__", tp_getattro, slot_getattro)
    ROW("__getattr__", tp_getattro, slot_getattro)
    ROW("__setattr__", tp_setattro, slot_setattro)
    ROW("__delattr__", tp_setattro, slot_setattro)
    ROW("__lt__", tp_richcompare, slot_richcompare)
    ROW("__le__", tp_richcompare, slot_richcompare)
    ROW("__eq__", tp_richcompare, slot_richcompare)
    ROW("__ne__", tp_richcompare, slot_richcompare)
    ROW("__gt__", tp_richcompare, slot_richcompare)
    ROW("__ge__", tp_richcompare, slot_richcompare)
    ROW("__iter__", tp_iter, slot_iter)
    ROW("__next__", tp_iternext, slot_next)
    ROW("__get__", tp_descr_get, slot_descr_get)
    ROW("__set__", tp_descr_set, slot_descr_set)
    ROW("__delete__", tp_descr_set, slot_descr_set)
    ROW("__init__", tp_init, slot_init)
    ROW("__del__", tp_finalize, slot_finalize)
    ROW("__neg__", nb_negative, slot_negative)
    ROW("__pos__", nb_positive, slot_positive)
    ROW("__abs__", nb_absolute, slot_absolute)
    ROW("__invert__", nb_invert, slot_invert)
    ROW("__int__", nb_int, slot_int)
    ROW("__float__", nb_float, slot_float)
    ROW("__index__", nb_index, slot_index)
    ROW("__bool__", nb_bool, slot_bool)
    BINARY_OPS(NUMBER)
    NUMBER(NB_DIVMOD, divmod)
    ROW("__pow__", nb_power3, slot_pow3)
    ROW("__rpow__", nb_power3, slot_pow3)
    BINARY_OPS(INPLACE)
    ROW("__len__", sq_length, slot_length)
    ROW("__len__", mp_length, slot_length)
    ROW("__getitem__", mp_subscript, slot_subscript)
    ROW("__getitem__", sq_item, slot_item)
    ROW("__setitem__", mp_ass_subscript, slot_ass_subscript)
    ROW("__delitem__", mp_ass_subscript, slot_ass_subscript)
    ROW("__setitem__", sq_ass_item, slot_ass_item)
    ROW("__delitem__", sq_ass_item, slot_ass_item)
    ROW("__contains__", sq_contains, slot_contains)
    ROW("__add__", sq_concat, NULL)
    ROW("__mul__", sq_repeat, NULL)
    ROW("__rmul__", sq_repeat, NULL)
    ROW("__iadd__", sq_inplace_concat, NULL)
    ROW("__imul__", sq_inplace_repeat, NULL)
    {NULL, 0, NULL},
};
/* clang-format on */

static slot slot_get(const TypeSlots *slots, size_t offset)
{
    slot f;
    memcpy(&f, (const char *)slots + offset, sizeof f);
    return f;
}

/* What the slot of these rows is to be: NULL if no class of the MRO has such a method. */
static slot choose(Machine *m, Type *type, const struct dispatch **row)
{
    size_t offset = (*row)->offset;
    slot specific = NULL, generic = NULL;
    bool use_generic = false;
    for (; (*row)->name && (*row)->offset == offset; ++*row) {
        Object *name = str_intern_ascii(m, (*row)->name);
        Object *found = name ? type_lookup(m, type, name) : NULL;
        xdecref(m, name);
        if (!found)
            continue;
        generic = (*row)->generic;
        if (found == m->none && offset == AT(tp_hash)) {
            specific = (slot)object_hash_not_implemented;
            continue;
        }
        const DescriptorObject *d = (const DescriptorObject *)found;
        if (found->type != m->types.wrapper_descriptor || !type_is_subtype(type, d->owner) ||
            !str_equals_ascii(d->name, (*row)->name)) {
            use_generic = true;
            continue;
        }
        slot wrapped = slot_get(&d->owner->slots, offset);
        use_generic |= specific && wrapped != specific;
        if (wrapped)
            specific = wrapped;
    }
    return use_generic ? generic : specific;
}

bool slot_new_is_generic(const Type *type)
{
    return type->slots.tp_new == slot_new;
}

/* object.__new__ and its like are functions that know their type.  Objects/typeobject.c:
 * update_one_slot: where one of them is found, the slot stays as it is; a __new__ of the program
 * that the class or its base has had is remembered so, and object.__new__() takes no arguments. */
static void update_new(Machine *m, Type *type)
{
    Object *found = type_lookup(m, type, m->id.__new__);
    const BuiltinObject *f = (const BuiltinObject *)found;
    bool builtin =
        found && found->type == m->types.builtin_function && f->def == &class_new_method && f->self;
    bool had = slot_new_is_generic(type) || (type->tp_base && slot_new_is_generic(type->tp_base));
    if (builtin && !had)
        type->slots.tp_new = ((Type *)f->self)->slots.tp_new;
    else
        type->slots.tp_new = found ? slot_new : NULL;
}

void slot_dispatch_update(Machine *m, Type *type)
{
    int32_t serial = hush_serials(m); /* the names that are sought are the interpreter's own */
    for (const struct dispatch *row = table; row->name;) {
        size_t offset = row->offset;
        slot f = choose(m, type, &row);
        memcpy((char *)&type->slots + offset, &f, sizeof f);
    }
    hush_serials_end(m, serial);
    /* Classes derived from lists add in place before anything else is tried: update_one_slot takes
     * list's own __iadd__ for a number's. */
    if (type->slots.sq_inplace_concat && !type->slots.nb_inplace[NB_ADD])
        type->slots.nb_inplace[NB_ADD] = type->slots.sq_inplace_concat;
    update_new(m, type);
    if (type->slots.tp_finalize)
        m->has_finalizers = true;
}

void slot_dispatch_modified(Type *type)
{
    type->version++;
    type->cache_tag = 0;
    for (int i = 0; i < type->nsubclasses; i++)
        slot_dispatch_modified(type->subclasses[i]);
}

void slot_dispatch_update_all(Machine *m, Type *type)
{
    slot_dispatch_update(m, type);
    for (int i = 0; i < type->nsubclasses; i++)
        slot_dispatch_update_all(m, type->subclasses[i]);
}
