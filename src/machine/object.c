/* What holds for every object: Objects/object.c. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/instance.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>
#include <pyviz/machine/weakref.h>

#include "attribute.h"
#include "class.h"
#include "class_names.h"
#include "descriptor.h"
#include "gc.h"
#include "objects/dict_table.h"

enum {
    CPYTHON_GC_HEAD = 16,
    TRASHCAN_DEPTH = 50,      /* Include/cpython/object.h: _PyTrash_UNWIND_LEVEL */
    STACK_MARGIN = 96 * 1024, /* of the C stack, kept for what runs without asking */
};
static const int64_t IMMORTAL_START = (int64_t)1 << 40;

/* ---- making and unmaking --------------------------------------------------------------------- */

static int freelist_of(const Type *type, size_t modelled)
{
    if (type->freelist != FREELIST_TUPLE)
        return type->freelist;
    size_t n = (modelled - (size_t)type->tp_basicsize) / sizeof(Object *);
    return n >= 1 && n <= 20 ? FREELIST_TUPLE + (int)n - 1 : FREELIST_NONE;
}

static uint64_t model_address(Machine *m, int freelist, size_t modelled, bool gc, size_t preheader)
{
    bool rests = freelist == FREELIST_TUPLE + 19 && m->profile->tuples_of_20_rest;
    uint64_t address = freelist == FREELIST_NONE || rests ? 0 : freelist_take(m, freelist);
    if (address)
        return address;
    address = pymalloc_alloc(m, modelled + preheader + (gc ? CPYTHON_GC_HEAD : 0));
    if (gc && address) {
        gc_count_allocation(m);
        address += CPYTHON_GC_HEAD;
    }
    return address ? address + preheader : 0;
}

/* What an instance of a heap type has in front of its GCHead, kept aligned. */
static size_t front_bytes(const Type *type)
{
    return ((size_t)type->nextra * sizeof(Object *) + 15) & ~(size_t)15;
}

static void *allocate(Machine *m, Type *type, size_t size, size_t modelled, int freelist)
{
    bool gc = type->tp_flags & TYPE_GC;
    size_t front = front_bytes(type);
    if (type->inline_values)
        modelled += dict_inline_bytes(type->ht_cached_keys);
    char *p = heap_alloc(m, front + size + (gc ? sizeof(GCHead) : 0));
    if (!p)
        return NULL;
    Object *o = (Object *)(void *)(p + front + (gc ? sizeof(GCHead) : 0));
    o->refcnt = 1;
    o->type = type;
    o->flags = gc ? OBJECT_GC : 0;
    o->address = model_address(m, freelist, modelled, gc, type->preheader);
    if (!o->address) {
        heap_free(m, p);
        return NULL;
    }
    if (m->next_serial) {
        o->serial = m->next_serial;
        m->next_serial += m->next_serial < 0 ? -1 : m->next_serial < INT32_MAX;
    }
    if (type->tp_flags & TYPE_HEAP) {
        incref(type);
        if (gc && !is_type(o))
            gc_track(m, o); /* PyType_GenericAlloc */
        if (type->inline_values && instance_init(m, o) < 0) {
            decref(m, o);
            return NULL;
        }
    }
    return o;
}

void *object_new(Machine *m, Type *type, size_t size, size_t modelled)
{
    return allocate(m, type, size, modelled, freelist_of(type, modelled));
}

void *object_new_fresh(Machine *m, Type *type, size_t size, size_t modelled)
{
    return allocate(m, type, size, modelled, FREELIST_NONE);
}

void *object_new_unseen(Machine *m, Type *type, size_t size)
{
    char *p = heap_alloc(m, sizeof(GCHead) + size);
    if (!p)
        return NULL;
    Object *o = (Object *)(void *)(p + sizeof(GCHead));
    o->refcnt = 1;
    o->type = type;
    o->flags = OBJECT_GC | OBJECT_UNSEEN | OBJECT_QUIET;
    return o;
}

/* They lie in the object: its memory is as much larger as it was when it was made. */
static size_t free_inline_values(Machine *m, Object *o)
{
    DictValues *v = (DictValues *)(void *)*type_extra(o, o->type->dict_extra);
    size_t bytes = v ? v->inline_bytes : dict_inline_bytes(o->type->ht_cached_keys);
    if (v)
        dict_values_free(m, v);
    return bytes;
}

static void model_free(Machine *m, const Object *o, size_t modelled)
{
    bool gc = o->flags & OBJECT_GC;
    int freelist = freelist_of(o->type, modelled);
    if (freelist == FREELIST_NONE || !freelist_put(m, freelist, o->address)) {
        if (gc)
            gc_count_free(m);
        size_t head = (gc ? CPYTHON_GC_HEAD : 0) + o->type->preheader;
        pymalloc_free(m, o->address - head, modelled + head);
    }
}

void object_unsee(Machine *m, Object *o, size_t modelled)
{
    gc_untrack(m, o);
    model_free(m, o, modelled);
    o->flags |= OBJECT_UNSEEN | OBJECT_QUIET;
}

void object_see(Machine *m, Object *o, size_t modelled)
{
    bool gc = o->flags & OBJECT_GC;
    uint64_t address =
        model_address(m, freelist_of(o->type, modelled), modelled, gc, o->type->preheader);
    if (!address)
        return; /* no memory is left: it stays as it is */
    o->address = address;
    o->flags &= ~(uint32_t)(OBJECT_UNSEEN | OBJECT_QUIET);
    gc_track(m, o);
}

void object_free(Machine *m, Object *o, size_t modelled)
{
    Type *type = o->type;
    bool gc = o->flags & OBJECT_GC;
    if (type->inline_values)
        modelled += free_inline_values(m, o);
    if (!(o->flags & OBJECT_UNSEEN))
        model_free(m, o, modelled);
    heap_free(m, (gc ? (char *)gc_head(o) : (char *)o) - front_bytes(type));
    if (type->tp_flags & TYPE_HEAP)
        decref(m, type);
}

/* __del__ runs once, before anything is taken apart; it may bring the object back to life: true.
 * PEP 442: PyObject_CallFinalizerFromDealloc. */
static bool resurrected(Machine *m, Object *o)
{
    if (o->flags & OBJECT_FINALIZED)
        return false;
    o->refcnt = 1;
    if (object_is_tracked(o)) { /* anew, so that it is young again */
        gc_untrack(m, o);
        gc_track(m, o);
    }
    slots_of(o)->tp_finalize(m, o);
    if (o->flags & OBJECT_GC) /* nothing says of others that it has run: it will again */
        o->flags |= OBJECT_FINALIZED;
    return --o->refcnt > 0;
}

static bool has_weakrefs(Object *o)
{
    WeakrefObject **list = o->type->has_weakrefs ? weakref_list(o) : NULL;
    return list && *list;
}

static void dealloc_now(Machine *m, Object *o)
{
    if (o->type->slots.tp_finalize && resurrected(m, o))
        return;
    m->delete_depth++;
    if (has_weakrefs(o)) {
        gc_untrack(m, o);
        weakref_clear_all(m, o);
    }
    if (!(o->flags & OBJECT_QUIET) && o->serial)
        EMIT(m, OBJECT_FREE, o);
    o->type->slots.tp_dealloc(m, o);
    m->delete_depth--;
}

static bool is_pinned(const Machine *m, const Object *o)
{
    for (const struct pin *pin = m->pins; pin; pin = pin->outer)
        if (pin->object == o)
            return true;
    return false;
}

void object_pin(Machine *m, struct pin *pin, Object *o)
{
    *pin = (struct pin){o, m->pins};
    m->pins = pin;
}

void object_unpin(Machine *m, struct pin *pin)
{
    m->pins = pin->outer;
    if (pin->object->refcnt == 0)
        object_dealloc(m, pin->object);
}

/* Deeply nested containers are taken apart one after the other, not one inside the other. */
void object_dealloc(Machine *m, Object *o)
{
    if (m->pins && is_pinned(m, o))
        return;
    if (m->delete_depth >= TRASHCAN_DEPTH && o->flags & OBJECT_GC) {
        gc_untrack(m, o);
        gc_head(o)->next = (GCHead *)(void *)m->delete_later;
        m->delete_later = o;
        return;
    }
    dealloc_now(m, o);
    while (m->delete_depth == 0 && m->delete_later) {
        Object *next = m->delete_later;
        m->delete_later = (Object *)(void *)gc_head(next)->next;
        gc_head(next)->next = NULL;
        dealloc_now(m, next);
    }
}

void object_hold(Machine *m, Object *holder, Object *o)
{
    o->refcnt++;
    if (!(o->flags & OBJECT_IMMORTAL) && !(holder && holder->flags & OBJECT_QUIET))
        EMIT(m, REF_INC, o, o->refcnt, holder);
}

void object_let_go(Machine *m, Object *holder, Object *o)
{
    --o->refcnt;
    if (!(o->flags & OBJECT_IMMORTAL) && !(holder && holder->flags & OBJECT_QUIET))
        EMIT(m, REF_DEC, o, o->refcnt, holder);
    if (o->refcnt == 0)
        object_dealloc(m, o);
}

void object_make_immortal(Object *o)
{
    if (!(o->flags & OBJECT_IMMORTAL))
        o->refcnt = IMMORTAL_START;
    o->flags |= OBJECT_IMMORTAL;
}

/* ---- recursion ------------------------------------------------------------------------------- */

enum { LOOP_UNITS = 2 }; /* PY_EVAL_C_STACK_UNITS */

/* Below the stack is a page that cannot be touched: whoever is there is on another stack, as tests
 * are that call the machine's functions themselves. */
static bool stack_is_low(const Machine *m)
{
    char here;
    return (uintptr_t)&here - (uintptr_t)m->stack <= STACK_MARGIN;
}

static int too_deep(Machine *m, const char *where)
{
    m->met_recursion_limit = m->met_recursion_limit || m->recursion_depth >= m->limits.recursion;
    error_set(m, EXC_RecursionError, "maximum recursion depth exceeded%s", where);
    return -1;
}

int recursion_enter(Machine *m, const char *where)
{
    int limit = m->profile->c_recursion_limit;
    bool deep = limit ? m->c_recursion_depth >= limit : m->recursion_depth >= m->limits.recursion;
    if (deep || stack_is_low(m))
        return too_deep(m, where);
    ++*(limit ? &m->c_recursion_depth : &m->recursion_depth);
    return 0;
}

int recursion_check_stack(Machine *m, const char *what)
{
    if (!stack_is_low(m))
        return 0;
    error_not_simulated(m, "the crash of CPython, whose C stack overflows in %s,", what);
    return -1;
}

void recursion_leave(Machine *m)
{
    --*(m->profile->c_recursion_limit ? &m->c_recursion_depth : &m->recursion_depth);
}

int recursion_enter_frame(Machine *m, bool from_c)
{
    int limit = m->profile->c_recursion_limit;
    bool loop = from_c && limit;
    if (m->recursion_depth >= m->limits.recursion || stack_is_low(m) ||
        (loop && m->c_recursion_depth + LOOP_UNITS > limit))
        return too_deep(m, "");
    m->recursion_depth++;
    m->c_recursion_depth += loop ? LOOP_UNITS : 0;
    return 0;
}

void recursion_leave_frame(Machine *m, bool from_c)
{
    m->recursion_depth--;
    m->c_recursion_depth -= from_c && m->profile->c_recursion_limit ? LOOP_UNITS : 0;
}

static bool make_repr_stack(Machine *m)
{
    Object *name = str_intern_ascii(m, "Py_Repr");
    if (name && !m->thread_dict && (m->thread_dict = dict_new(m)))
        m->thread_dict->flags |= OBJECT_QUIET;
    Object *stack = name && m->thread_dict ? list_new(m, 0) : NULL;
    if (stack)
        stack->flags |= OBJECT_QUIET;
    if (stack && dict_set(m, m->thread_dict, name, stack) == 0)
        m->repr_stack = newref(stack);
    xdecref(m, stack);
    xdecref(m, name);
    return m->repr_stack != NULL;
}

int repr_enter(Machine *m, Object *o)
{
    if (!m->repr_stack && !make_repr_stack(m))
        return -1;
    for (ssize_t i = 0; i < list_size(m->repr_stack); i++)
        if (list_item(m->repr_stack, i) == o)
            return 1;
    return list_append(m, m->repr_stack, o);
}

void repr_leave(Machine *m, Object *o)
{
    ListObject *stack = (ListObject *)m->repr_stack;
    for (ssize_t i = stack->size - 1; i >= 0; i--) {
        if (stack->item[i] != o)
            continue;
        for (; i + 1 < stack->size; i++)
            stack->item[i] = stack->item[i + 1];
        stack->item[--stack->size] = NULL;
        decref(m, o);
        return;
    }
}

/* ---- text ------------------------------------------------------------------------------------ */

static Object *checked_text(Machine *m, Object *text, const char *what)
{
    if (!text || is_str(text))
        return text;
    error_set(m, EXC_TypeError, "%s returned non-string (type %.200s)", what, type_name(text));
    decref(m, text);
    return NULL;
}

Object *object_repr(Machine *m, Object *o)
{
    gc_look_at_breaker(m);
    if (recursion_enter(m, " while getting the repr of an object"))
        return NULL;
    Object *text = slots_of(o)->tp_repr(m, o);
    recursion_leave(m);
    return checked_text(m, text, "__repr__");
}

Object *object_str(Machine *m, Object *o)
{
    gc_look_at_breaker(m);
    if (is_exact(m, o, str))
        return newref(o);
    if (!slots_of(o)->tp_str)
        return object_repr(m, o);
    if (recursion_enter(m, " while getting the str of an object"))
        return NULL;
    Object *text = slots_of(o)->tp_str(m, o);
    recursion_leave(m);
    return checked_text(m, text, "__str__");
}

Object *object_ascii(Machine *m, Object *o)
{
    Object *repr = object_repr(m, o);
    if (!repr || ((StrObject *)repr)->ascii)
        return repr;
    struct buffer out = {0};
    for (ssize_t i = 0; i < str_len(repr); i++) {
        uint32_t c = str_at(repr, i);
        if (c < 128)
            buffer_putc(&out, (char)c);
        else
            buffer_printf(&out, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    }
    Object *text = str_from_ascii(m, buffer_text(&out));
    buffer_free(&out);
    decref(m, repr);
    return text;
}

Object *object_format(Machine *m, Object *o, Object *spec)
{
    if ((!spec || str_len(spec) == 0) && (is_exact(m, o, str) || is_exact(m, o, int_)))
        return object_str(m, o);
    Object *empty = spec ? spec : m->empty_str;
    bool missing;
    Object *text = special_call(m, o, m->id.__format__, &empty, 1, &missing);
    if (missing)
        return error_set(m, EXC_TypeError, "Type %.100s doesn't define __format__", type_name(o));
    if (text && !is_str(text)) {
        error_set(m, EXC_TypeError, "__format__ must return a str, not %.200s", type_name(text));
        clear_ref(m, text);
    }
    return text;
}

/* ---- hashing and comparing ------------------------------------------------------------------- */

hash_t object_hash_not_implemented(Machine *m, Object *o)
{
    error_set(m, EXC_TypeError, "unhashable type: '%.200s'", type_name(o));
    return -1;
}

/* Python/pyhash.c: _Py_HashPointerRaw: the low bits of an address say nothing, so they go last. */
hash_t object_hash_pointer(Machine *m, Object *o)
{
    (void)m;
    uint64_t a = o->address;
    hash_t h = (hash_t)(a >> 4 | a << 60);
    return h == -1 ? -2 : h;
}

hash_t object_hash(Machine *m, Object *o)
{
    return slots_of(o)->tp_hash(m, o);
}

static Object *try_compare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    static const enum compare_op swapped[] = {COMPARE_GT, COMPARE_GE, COMPARE_EQ,
                                              COMPARE_NE, COMPARE_LT, COMPARE_LE};
    static const char *const sign[] = {"<", "<=", "==", "!=", ">", ">="};
    bool reflected_first = false;
    Object *r;
    if (a->type != b->type && type_issubtype(b->type, a->type) && slots_of(b)->tp_richcompare) {
        reflected_first = true;
        r = slots_of(b)->tp_richcompare(m, b, a, swapped[op]);
        if (r != m->not_implemented)
            return r;
        decref(m, r);
    }
    if (slots_of(a)->tp_richcompare) {
        r = slots_of(a)->tp_richcompare(m, a, b, op);
        if (r != m->not_implemented)
            return r;
        decref(m, r);
    }
    if (!reflected_first && slots_of(b)->tp_richcompare) {
        r = slots_of(b)->tp_richcompare(m, b, a, swapped[op]);
        if (r != m->not_implemented)
            return r;
        decref(m, r);
    }
    if (op == COMPARE_EQ || op == COMPARE_NE)
        return newref(bool_of(m, (a == b) == (op == COMPARE_EQ)));
    return error_set(m, EXC_TypeError,
                     "'%s' not supported between instances of '%.100s' and '%.100s'", sign[op],
                     type_name(a), type_name(b));
}

Object *object_richcompare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if (recursion_enter(m, " in comparison"))
        return NULL;
    Object *r = try_compare(m, a, b, op);
    recursion_leave(m);
    return r;
}

int object_richcompare_bool(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if (a == b && (op == COMPARE_EQ || op == COMPARE_NE))
        return op == COMPARE_EQ;
    Object *r = object_richcompare(m, a, b, op);
    if (!r)
        return -1;
    int truth = object_is_true(m, r);
    decref(m, r);
    return truth;
}

Object *object_richcompare_held(Machine *m, Object *a, Object *b, enum compare_op op)
{
    incref(a);
    incref(b);
    Object *result = object_richcompare(m, a, b, op);
    decref(m, a);
    decref(m, b);
    return result;
}

int object_richcompare_bool_held(Machine *m, Object *a, Object *b, enum compare_op op)
{
    incref(a);
    incref(b);
    int result = object_richcompare_bool(m, a, b, op);
    decref(m, a);
    decref(m, b);
    return result;
}

Object *object_richcompare_borrowed(Machine *m, Object *a, Object *b, enum compare_op op)
{
    struct pin first, second;
    object_pin(m, &first, a);
    object_pin(m, &second, b);
    Object *result = object_richcompare(m, a, b, op);
    object_unpin(m, &second);
    object_unpin(m, &first);
    return result;
}

int object_equal_borrowed(Machine *m, Object *a, Object *b)
{
    struct pin first, second;
    object_pin(m, &first, a);
    object_pin(m, &second, b);
    int equal = object_richcompare_bool(m, a, b, COMPARE_EQ);
    object_unpin(m, &second);
    object_unpin(m, &first);
    return equal;
}

int object_is_true(Machine *m, Object *o)
{
    if (o == m->true_)
        return 1;
    if (o == m->false_ || o == m->none)
        return 0;
    const TypeSlots *s = slots_of(o);
    ssize_t n = 1;
    if (s->nb_bool)
        return s->nb_bool(m, o);
    if (s->mp_length)
        n = s->mp_length(m, o);
    else if (s->sq_length)
        n = s->sq_length(m, o);
    return n > 0 ? 1 : (int)n;
}

/* ---- attributes ------------------------------------------------------------------------------ */

static Object *no_attribute(Machine *m, Object *o, Object *name)
{
    error_set(m, EXC_AttributeError, "'%.100s' object has no attribute '%U'", type_name(o), name);
    return error_attribute(m, o, name);
}

/* Whatever the descriptor's code does, the descriptor stays. */
static Object *get_held(Machine *m, Object *descr, Object *o)
{
    incref(descr);
    Object *value = slots_of(descr)->tp_descr_get(m, descr, o, (Object *)o->type);
    decref(m, descr);
    return value;
}

static int set_held(Machine *m, Object *descr, Object *o, Object *value)
{
    incref(descr);
    int r = slots_of(descr)->tp_descr_set(m, descr, o, value);
    decref(m, descr);
    return r;
}

Object *object_find_generic(Machine *m, Object *o, Object *name)
{
    attribute_sought(m, o, name);
    Object *descr = type_lookup(m, o->type, name);
    bool get = descr && slots_of(descr)->tp_descr_get;
    if (get && slots_of(descr)->tp_descr_set)
        return get_held(m, descr, o);
    Object *value;
    xincref(descr); /* a key's __eq__ may take it out of the class */
    int found = instance_get(m, o, name, &value, true);
    Object *result = found > 0 ? newref(value) : NULL;
    if (!found && !descr)
        class_names_refuse(m, o->type, name);
    if (!found && !get)
        return descr;
    if (!found)
        result = slots_of(descr)->tp_descr_get(m, descr, o, (Object *)o->type);
    xdecref(m, descr);
    return result;
}

Object *object_generic_getattr(Machine *m, Object *o, Object *name)
{
    Object *value = object_find_generic(m, o, name);
    return value || error_occurred(m) ? value : no_attribute(m, o, name);
}

static int set_generic(Machine *m, Object *o, Object *name, Object *value)
{
    Object *descr = type_lookup(m, o->type, name);
    if (descr && slots_of(descr)->tp_descr_set)
        return set_held(m, descr, o, value);
    bool dict = type_dict_pointer(o) != NULL;
    if (dict) {
        int done = instance_set(m, o, name, value);
        if (done)
            return done > 0 ? 0 : -1;
    }
    if (descr && !(dict && !value)) /* what is not in the dict cannot be deleted from it */
        error_set(m, EXC_AttributeError, "'%.100s' object attribute '%U' is read-only",
                  type_name(o), name);
    else
        error_set(
            m, EXC_AttributeError,
            m->profile->no_dict_error_says_so && !dict &&
                    slots_of(o)->tp_setattro == object_generic_setattr
                ? "'%.100s' object has no attribute '%U' and no __dict__ for setting new attributes"
                : "'%.100s' object has no attribute '%U'",
            type_name(o), name);
    if (m->profile->stores_name_attributes && !descr && !(dict && instance_values(o)))
        error_attribute(m, o, name);
    return -1;
}

/* What is replaced may run code when it goes: the class and the name are held meanwhile. */
int object_generic_setattr(Machine *m, Object *o, Object *name, Object *value)
{
    Object *type = (Object *)o->type;
    incref(type);
    incref(name);
    int status = set_generic(m, o, name, value);
    decref(m, name);
    decref(m, type);
    return status;
}

Object *object_getattr(Machine *m, Object *o, Object *name)
{
    if (!is_str(name))
        return error_set(m, EXC_TypeError, "attribute name must be string, not '%.200s'",
                         type_name(name));
    Object *found = slots_of(o)->tp_getattro(m, o, name);
    return found ? found : error_attribute(m, o, name); /* set_attribute_error_context */
}

/* Objects/object.c: _PyObject_LookupAttr: no exception is made where C code alone has looked. */
int object_lookup_attr(Machine *m, Object *o, Object *name, Object **result)
{
    bool generic = slots_of(o)->tp_getattro == object_generic_getattr && is_str(name);
    bool missing = false;
    if (generic)
        *result = object_find_generic(m, o, name);
    else if (slots_of(o)->tp_getattro == m->types.type->slots.tp_getattro && is_str(name))
        *result = type_getattr(m, o, name, &missing);
    else
        *result = object_getattr(m, o, name);
    if (*result)
        return 1;
    if (missing || (generic && !error_occurred(m)))
        return 0; /* nobody has made an exception */
    if (m->refusing || !error_matches(m, EXC_AttributeError))
        return -1;
    error_clear(m);
    return 0;
}

int object_setattr(Machine *m, Object *o, Object *name, Object *value)
{
    if (!is_str(name)) {
        error_set(m, EXC_TypeError, "attribute name must be string, not '%.200s'", type_name(name));
        return -1;
    }
    return slots_of(o)->tp_setattro(m, o, name, value);
}

Object *object_self_iter(Machine *m, Object *o)
{
    (void)m;
    return newref(o);
}

/* ---- sizes ----------------------------------------------------------------------------------- */

ssize_t object_own_size(Machine *m, Object *o)
{
    return slots_of(o)->tp_sizeof ? slots_of(o)->tp_sizeof(m, o) : o->type->tp_basicsize;
}

/* Only a class of the program can have a __sizeof__ of its own.  A code object's size is a matter
 * of CPython's own instructions. */
static ssize_t ask_for_size(Machine *m, Object *o)
{
    Object *method =
        o->type->tp_flags & TYPE_HEAP ? type_lookup(m, o->type, m->id.__sizeof__) : NULL;
    if (is_exact(m, o, code)) {
        error_not_simulated(m, "the size of a code object");
        return -1;
    }
    if (!method || method->type == m->types.method_descriptor) {
        gc_count_allocation(m); /* the bound method __sizeof__ */
        ssize_t own = object_own_size(m, o);
        gc_count_free(m);
        if (own < 0)
            error_not_simulated(m, "the size of a %s", o->type->tp_name);
        return own;
    }
    Object *result = special_call(m, o, m->id.__sizeof__, NULL, 0, &(bool){false});
    ssize_t n = -1;
    if (result && !is_int(result))
        error_set(m, EXC_TypeError, "an integer is required");
    else if (result && !int_as_c_ssize(m, result, &n))
        n = -1;
    if (result && n < 0 && !error_occurred(m))
        error_set(m, EXC_ValueError, "__sizeof__() should return >= 0");
    xdecref(m, result);
    return n;
}

ssize_t object_sizeof(Machine *m, Object *o)
{
    ssize_t n = ask_for_size(m, o);
    if (n < 0)
        return -1;
    return n + object_head_size(m, o);
}

ssize_t object_head_size(const Machine *m, const Object *o)
{
    const Type *type = o->type;
    bool headless = m->profile->static_type_headless && is_type(o) &&
                    !(((Type *)o)->tp_flags & (TYPE_HEAP | TYPE_HEAP_IN_CPYTHON));
    bool head = type->tp_flags & TYPE_GC && !headless;
    return (head ? CPYTHON_GC_HEAD : 0) + (ssize_t)type->preheader;
}
