/* array.array: the object, its memory, and its behaviour as a sequence.  See array.h. */
#include "array.h"

#include "../compare.h"
#include "../gc.h"
#include "../warnings.h"

#include <pyviz/machine/bytearray.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/iter.h>
#include <pyviz/machine/list.h>

#include <string.h>

/* ---- memory ---------------------------------------------------------------------------------- */

static ssize_t block_size(const ArrayObject *a, ssize_t items)
{
    return items * a->kind->itemsize;
}

static int no_memory(Machine *m)
{
    error_no_memory(m);
    return -1;
}

static int reallocate(Machine *m, ArrayObject *a, ssize_t allocated)
{
    if (allocated > (ssize_t)(m->limits.memory / a->kind->itemsize))
        return no_memory(m);
    char *data = heap_realloc(m, a->data, (size_t)block_size(a, allocated));
    if (!data)
        return -1;
    bool moved;
    a->address = a->data ? pymalloc_realloc(m, a->address, (size_t)block_size(a, a->allocated),
                                            (size_t)block_size(a, allocated), &moved)
                         : pymalloc_alloc(m, (size_t)block_size(a, allocated));
    a->data = data;
    a->allocated = allocated;
    return 0;
}

static void free_block(Machine *m, ArrayObject *a)
{
    if (a->data)
        pymalloc_free(m, a->address, (size_t)block_size(a, a->allocated));
    heap_free(m, a->data);
    a->data = NULL;
    a->address = 0;
    a->size = a->allocated = 0;
}

ArrayObject *array_make(Machine *m, Type *type, const struct array_kind *kind, ssize_t n)
{
    ArrayObject *a = native_new(m, type);
    if (!a)
        return NULL;
    a->kind = kind;
    gc_track(m, &a->ob_base);
    if (n > 0 && reallocate(m, a, n) < 0) {
        decref(m, a);
        return NULL;
    }
    a->size = n > 0 ? n : 0;
    return a;
}

static int check_exports(Machine *m, const ArrayObject *a)
{
    if (!a->exports)
        return 0;
    error_set(m, EXC_BufferError, "cannot resize an array that is exporting buffers");
    return -1;
}

int array_resize(Machine *m, ArrayObject *a, ssize_t size)
{
    enum { FEW = 8, ROOM_FEW = 3, ROOM = 7, SLACK = 16 };
    if (size != a->size && check_exports(m, a) < 0)
        return -1;
    bool fits = a->data && a->allocated >= size && a->size < size + SLACK;
    if (!fits && size == 0)
        free_block(m, a);
    else if (!fits && reallocate(m, a, (size >> 4) + (a->size < FEW ? ROOM_FEW : ROOM) + size) < 0)
        return -1;
    a->size = size;
    return 0;
}

static void array_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    free_block(m, as_array(o));
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static int no_references(Machine *m, Object *o, visitproc visit, void *arg)
{
    (void)m, (void)o, (void)visit, (void)arg;
    return 0;
}

static ssize_t array_sizeof(Machine *m, Object *o)
{
    (void)m;
    return o->type->tp_basicsize + block_size(as_array(o), as_array(o)->allocated);
}

static int lend(Machine *m, Object *o, MemoryLoan *loan)
{
    ArrayObject *a = as_array(o);
    if (a->kind->text) {
        error_not_simulated(m, "a memoryview of an array of characters");
        return -1;
    }
    /* Of no bytes: any address but NULL. */
    *loan = (MemoryLoan){.data = a->data ? a->data : (char *)a,
                         .len = block_size(a, a->size),
                         .itemsize = a->kind->itemsize,
                         .format = {a->kind->code}};
    return 0;
}

/* ---- making ---------------------------------------------------------------------------------- */

static int set_all(Machine *m, ArrayObject *a, Object *values)
{
    for (ssize_t i = 0; i < a->size; i++) {
        if (i >= sequence_fast_size(values))
            break;
        Object *value = newref(sequence_fast_items(values)[i]);
        int status = a->kind->set(m, array_at(a, i), value);
        decref(m, value);
        if (status < 0)
            return -1;
    }
    return 0;
}

static int set_text(Machine *m, ArrayObject *a, Object *text)
{
    ssize_t n = str_len(text), at = a->size;
    if (array_resize(m, a, at + n) < 0)
        return -1;
    for (ssize_t i = 0; i < n; i++) {
        uint32_t c = str_at(text, i);
        memcpy(array_at(a, at + i), &c, sizeof c);
    }
    return 0;
}

static int copy_array(Machine *m, ArrayObject *a, ArrayObject *from)
{
    if (a->kind == from->kind && a->size)
        memcpy(a->data, from->data, (size_t)block_size(a, a->size));
    for (ssize_t i = 0; a->kind != from->kind && i < a->size; i++) {
        Object *value = array_get(m, from, i);
        int status = value ? a->kind->set(m, array_at(a, i), value) : -1;
        xdecref(m, value);
        if (status < 0)
            return -1;
    }
    return 0;
}

static int fill(Machine *m, ArrayObject *a, Object *initial)
{
    MemoryLoan loan;
    if (is_array(m, initial))
        return copy_array(m, a, as_array(initial));
    if (is_list(initial) || is_tuple(initial))
        return set_all(m, a, initial);
    if (is_str(initial))
        return set_text(m, a, initial);
    if ((is_bytes(initial) || is_bytearray(m, initial)) && memory_peek(m, initial, &loan))
        return array_add_bytes(m, a, loan.data, loan.len);
    Object *iterator = object_getiter(m, initial); /* which is asked for its own */
    int status = iterator ? array_extend(m, a, iterator) : -1;
    xdecref(m, iterator);
    return status;
}

static bool check_initial(Machine *m, const struct array_kind *kind, Object *initial)
{
    if (is_str(initial) && !kind->text)
        error_set(m, EXC_TypeError, "cannot use a str to initialize an array with typecode '%c'",
                  kind->code);
    else if (is_array(m, initial) && kind->text != as_array(initial)->kind->text)
        error_set(m, EXC_TypeError,
                  "cannot use a unicode array to initialize an array with typecode '%c'",
                  kind->code);
    return !error_occurred(m);
}

static const struct array_kind *read_kind(Machine *m, Object *code)
{
    if (!is_str(code) || str_len(code) != 1)
        return error_set(m, EXC_TypeError, "array() argument 1 must be a unicode character, not %T",
                         code);
    const struct array_kind *kind = array_kind_of(m, str_at(code, 0));
    if (!kind)
        return error_set(m, EXC_ValueError,
                         "bad typecode (must be b, B, u, %sh, H, i, I, l, L, q, Q, f or d)",
                         m->profile->array_error_names_w ? "w, " : "");
    if (kind->code == 'u' && m->profile->array_has_w &&
        warn_deprecated(m, "The 'u' type code is deprecated and will be removed in Python 3.16") <
            0)
        return NULL;
    return kind;
}

static Object *array_new(NEW_ARGS)
{
    if (!native_no_keywords(m, type, m->types.array, "array.array", kwnames))
        return NULL;
    if (nargs < 1 || nargs > 2)
        return error_set(m, EXC_TypeError, "array() takes at %s argument%s (%zu given)",
                         nargs ? "most 2" : "least 1", nargs ? "s" : "", nargs);
    Object *initial = nargs > 1 ? args[1] : NULL;
    const struct array_kind *kind = read_kind(m, args[0]);
    if (!kind || (initial && !check_initial(m, kind, initial)))
        return NULL;
    ssize_t n = !initial                                ? 0
                : is_array(m, initial)                  ? as_array(initial)->size
                : is_list(initial) || is_tuple(initial) ? sequence_fast_size(initial)
                                                        : 0;
    ArrayObject *a = array_make(m, type, kind, n);
    if (a && initial && fill(m, a, initial) < 0)
        clear_ref(m, a);
    return (Object *)a;
}

/* ---- changing -------------------------------------------------------------------------------- */

int array_insert(Machine *m, ArrayObject *a, ssize_t i, Object *value)
{
    char item[8];
    ssize_t n = a->size;
    if (a->kind->set(m, item, value) < 0 || array_resize(m, a, n + 1) < 0)
        return -1;
    if (i < 0 && (i += n) < 0)
        i = 0;
    if (i > n)
        i = n;
    memmove(array_at(a, i + 1), array_at(a, i), (size_t)block_size(a, n - i));
    memcpy(array_at(a, i), item, a->kind->itemsize);
    return 0;
}

static int add_array(Machine *m, ArrayObject *a, ArrayObject *other)
{
    ssize_t n = a->size, more = other->size;
    if (a->kind != other->kind) {
        error_set(m, EXC_TypeError, "can only extend with array of same kind");
        return -1;
    }
    if (array_resize(m, a, n + more) < 0)
        return -1;
    if (more)
        memcpy(array_at(a, n), other->data, (size_t)block_size(a, more));
    return 0;
}

int array_extend(Machine *m, ArrayObject *a, Object *iterable)
{
    if (is_array(m, iterable))
        return add_array(m, a, as_array(iterable));
    Object *iterator = object_getiter(m, iterable), *value;
    if (!iterator)
        return -1;
    int status = 0;
    while (!status && (value = iter_next(m, iterator))) {
        status = array_insert(m, a, a->size, value);
        decref(m, value);
    }
    decref(m, iterator);
    return status || error_occurred(m) ? -1 : 0;
}

int array_delete(Machine *m, ArrayObject *a, ssize_t low, ssize_t high)
{
    if (low >= high)
        return 0;
    if (check_exports(m, a) < 0)
        return -1;
    memmove(array_at(a, low), array_at(a, high), (size_t)block_size(a, a->size - high));
    return array_resize(m, a, a->size - (high - low));
}

int array_add_bytes(Machine *m, ArrayObject *a, const char *bytes, ssize_t n)
{
    ssize_t size = a->size;
    if (n % a->kind->itemsize) {
        error_set(m, EXC_ValueError, "bytes length not a multiple of item size");
        return -1;
    }
    if (n == 0)
        return 0;
    if (array_resize(m, a, size + n / a->kind->itemsize) < 0)
        return -1;
    memcpy(array_at(a, size), bytes, (size_t)n);
    return 0;
}

/* ---- a sequence ------------------------------------------------------------------------------ */

static ssize_t array_length(Machine *m, Object *o)
{
    (void)m;
    return as_array(o)->size;
}

static Object *array_item(Machine *m, Object *o, ssize_t i)
{
    if (i >= 0 && i < as_array(o)->size)
        return array_get(m, as_array(o), i);
    return error_set(m, EXC_IndexError, "array index out of range");
}

/* The items of a slice, in an array of their own. */
static Object *get_slice(Machine *m, ArrayObject *a, Object *slice)
{
    ssize_t start, stop, step;
    if (slice_unpack(m, slice, &start, &stop, &step) < 0)
        return NULL;
    ssize_t n = slice_adjust(a->size, &start, &stop, step);
    ArrayObject *made = array_make(m, m->types.array, a->kind, n);
    for (ssize_t i = 0; made && i < n; i++)
        memcpy(array_at(made, i), array_at(a, start + i * step), a->kind->itemsize);
    return (Object *)made;
}

/* An index of an item, negative ones counted from the end: false with an exception. */
static bool read_index(Machine *m, const ArrayObject *a, Object *key, const char *message,
                       ssize_t *i)
{
    *i = number_as_ssize(m, key, EXC_IndexError);
    if (*i == -1 && error_occurred(m))
        return false;
    if (*i < 0)
        *i += a->size;
    if (*i < 0 || *i >= a->size)
        error_set(m, EXC_IndexError, "%s", message);
    return *i >= 0 && *i < a->size;
}

static bool is_index(Machine *m, Object *key)
{
    if (!slots_of(key)->nb_index)
        error_set(m, EXC_TypeError, "array indices must be integers");
    return slots_of(key)->nb_index;
}

static Object *array_subscript(Machine *m, Object *o, Object *key)
{
    ArrayObject *a = as_array(o);
    ssize_t i;
    if (is_exact(m, key, slice))
        return get_slice(m, a, key);
    if (!is_index(m, key) || !read_index(m, a, key, "array index out of range", &i))
        return NULL;
    return array_get(m, a, i);
}

/* a[start:stop] = the items of another, or nothing: the rest moves. */
static int replace_range(Machine *m, ArrayObject *a, ssize_t start, ssize_t n,
                         const ArrayObject *by)
{
    ssize_t more = by ? by->size : 0, behind = a->size - start - n, size = a->size + more - n;
    if (more != n && check_exports(m, a) < 0)
        return -1;
    if (more > n && array_resize(m, a, size) < 0)
        return -1;
    if (more != n && behind)
        memmove(array_at(a, start + more), array_at(a, start + n), (size_t)block_size(a, behind));
    if (more)
        memcpy(array_at(a, start), by->data, (size_t)block_size(a, more));
    return more < n ? array_resize(m, a, size) : 0;
}

static int set_every(Machine *m, ArrayObject *a, ssize_t start, ssize_t step, ssize_t n,
                     const ArrayObject *by)
{
    if (by->size != n) {
        error_set(m, EXC_ValueError,
                  "attempt to assign array of size %zd to extended slice of size %zd", by->size, n);
        return -1;
    }
    for (ssize_t i = 0; i < n; i++)
        memcpy(array_at(a, start + i * step), array_at(by, i), a->kind->itemsize);
    return 0;
}

static int delete_every(Machine *m, ArrayObject *a, ssize_t start, ssize_t step, ssize_t n)
{
    if (step < 0) {
        start += (n - 1) * step;
        step = -step;
    }
    if (n && check_exports(m, a) < 0)
        return -1;
    ssize_t to = start;
    for (ssize_t i = start; n && i < a->size; i++)
        if ((i - start) % step || (i - start) / step >= n)
            memcpy(array_at(a, to++), array_at(a, i), a->kind->itemsize);
    return array_resize(m, a, a->size - n);
}

static int set_slice(Machine *m, ArrayObject *a, Object *slice, Object *value)
{
    ssize_t start, stop, step;
    ArrayObject *by = NULL, *copy = NULL;
    if (slice_unpack(m, slice, &start, &stop, &step) < 0)
        return -1;
    ssize_t n = slice_adjust(a->size, &start, &stop, step);
    if (value && !is_array(m, value)) {
        error_set(m, EXC_TypeError, "can only assign array (not \"%T\") to array slice", value);
        return -1;
    }
    if (value && (by = as_array(value))->kind != a->kind) {
        error_set(m, EXC_TypeError, "bad argument type for built-in operation");
        return -1;
    }
    if (by == a) { /* its own items */
        if (!(copy = array_make(m, m->types.array, a->kind, a->size)))
            return -1;
        copy_array(m, copy, a);
        by = copy;
    }
    if (step > 0 && stop < start)
        stop = start;
    int status = step == 1 ? replace_range(m, a, start, n, by)
                 : by      ? set_every(m, a, start, step, n, by)
                           : delete_every(m, a, start, step, n);
    xdecref(m, copy);
    return status;
}

static int array_ass_subscript(Machine *m, Object *o, Object *key, Object *value)
{
    ArrayObject *a = as_array(o);
    ssize_t i;
    char item[8];
    if (is_exact(m, key, slice))
        return set_slice(m, a, key, value);
    if (!is_index(m, key) || !read_index(m, a, key, "array assignment index out of range", &i))
        return -1;
    if (!value)
        return array_delete(m, a, i, i + 1);
    if (a->kind->set(m, item, value) < 0)
        return -1;
    if (i >= a->size) { /* that ran the program's code */
        error_set(m, EXC_IndexError, "array assignment index out of range");
        return -1;
    }
    memcpy(array_at(a, i), item, a->kind->itemsize);
    return 0;
}

static int array_contains(Machine *m, Object *o, Object *value)
{
    int found = 0;
    for (ssize_t i = 0; !found && i < as_array(o)->size; i++) {
        Object *item = array_get(m, as_array(o), i);
        found = item ? object_richcompare_bool(m, item, value, COMPARE_EQ) : -1;
        xdecref(m, item);
    }
    return found;
}

static Object *array_concat(Machine *m, Object *o, Object *other)
{
    if (!is_array(m, other))
        return error_set(m, EXC_TypeError, "can only append array (not \"%T\") to array", other);
    ArrayObject *a = as_array(o), *b = as_array(other);
    if (a->kind != b->kind)
        return error_set(m, EXC_TypeError, "bad argument type for built-in operation");
    ArrayObject *made = array_make(m, m->types.array, a->kind, a->size + b->size);
    if (made && a->size)
        memcpy(made->data, a->data, (size_t)block_size(a, a->size));
    if (made && b->size)
        memcpy(array_at(made, a->size), b->data, (size_t)block_size(b, b->size));
    return (Object *)made;
}

static Object *array_inplace_concat(Machine *m, Object *o, Object *other)
{
    if (!is_array(m, other))
        return error_set(m, EXC_TypeError, "can only extend array with array (not \"%T\")", other);
    return array_extend(m, as_array(o), other) < 0 ? NULL : newref(o);
}

static void copy_times(ArrayObject *to, ssize_t size, ssize_t times)
{
    for (ssize_t i = 1; i < times; i++)
        memcpy(array_at(to, i * size), to->data, (size_t)block_size(to, size));
}

static Object *array_repeat(Machine *m, Object *o, ssize_t n)
{
    ArrayObject *a = as_array(o);
    ssize_t size;
    if (n < 0)
        n = 0;
    if (__builtin_mul_overflow(a->size, n, &size))
        return error_no_memory(m);
    ArrayObject *made = array_make(m, m->types.array, a->kind, size);
    if (made && size) {
        memcpy(made->data, a->data, (size_t)block_size(a, a->size));
        copy_times(made, a->size, n);
    }
    return (Object *)made;
}

static Object *array_inplace_repeat(Machine *m, Object *o, ssize_t n)
{
    ArrayObject *a = as_array(o);
    ssize_t size = a->size, wanted;
    if (size > 0) {
        if (n < 0)
            n = 0;
        if (__builtin_mul_overflow(size, n, &wanted))
            return error_no_memory(m);
        if (array_resize(m, a, wanted) < 0)
            return NULL;
        copy_times(a, size, n);
    }
    return newref(o);
}

/* ---- comparing and showing ------------------------------------------------------------------- */

/* The first place at which they differ: there 0 of what differs, and 1 where they are equal as far
 * as both go; -1. */
static int equal_as_far(Machine *m, ArrayObject *a, ArrayObject *b, Object **x, Object **y)
{
    int equal = 1;
    for (ssize_t i = 0; equal == 1 && i < a->size && i < b->size; i++) {
        xdecref(m, *x);
        xdecref(m, *y);
        *x = array_get(m, a, i);
        *y = *x ? array_get(m, b, i) : NULL;
        equal = *y ? object_richcompare_bool(m, *x, *y, COMPARE_EQ) : -1;
    }
    return equal;
}

static Object *array_compare(Machine *m, Object *o, Object *other, enum compare_op op)
{
    if (!is_array(m, o) || !is_array(m, other))
        return newref(m->not_implemented);
    ArrayObject *a = as_array(o), *b = as_array(other);
    if (a->size != b->size && (op == COMPARE_EQ || op == COMPARE_NE))
        return newref(bool_of(m, op == COMPARE_NE));
    Object *x = NULL, *y = NULL, *result = NULL;
    int equal = equal_as_far(m, a, b, &x, &y);
    if (equal == 1)
        result = newref(bool_of(m, compare_holds(compare_sizes(a->size, b->size), op)));
    else if (equal == 0 && (op == COMPARE_EQ || op == COMPARE_NE))
        result = newref(bool_of(m, op == COMPARE_NE));
    else if (equal == 0)
        result = object_richcompare(m, x, y, op);
    xdecref(m, x);
    xdecref(m, y);
    return result;
}

static Object *array_repr(Machine *m, Object *o)
{
    ArrayObject *a = as_array(o);
    const char *name = native_short_name(o->type);
    if (!a->size)
        return str_printf(m, "%s('%c')", name, a->kind->code);
    Object *method = str_intern_ascii(m, a->kind->text ? "tounicode" : "tolist");
    Object *values = method ? object_call_method(m, o, method, NULL, 0) : NULL;
    Object *text = values ? str_printf(m, "%s('%c', %R)", name, a->kind->code, values) : NULL;
    xdecref(m, method);
    xdecref(m, values);
    return text;
}

/* ---- iterators ------------------------------------------------------------------------------- */

typedef struct ArrayIterator {
    Object ob_base;
    Object *array; /* NULL: at the end */
    ssize_t at;
} ArrayIterator;

REFERENCES(array_iterator, 1)

static Object *array_iter(Machine *m, Object *o)
{
    ArrayIterator *it = object_new_plain(m, m->types.array_iterator);
    if (!it)
        return NULL;
    it->array = newref(o);
    gc_track(m, &it->ob_base);
    return &it->ob_base;
}

static Object *array_iterator_next(Machine *m, Object *o)
{
    ArrayIterator *it = (ArrayIterator *)o;
    if (!it->array)
        return NULL;
    if (it->at < as_array(it->array)->size)
        return array_get(m, as_array(it->array), it->at++);
    clear_ref(m, it->array);
    return NULL;
}

BUILTIN(array_iterator_reduce)
{
    NO_ARGS;
    ArrayIterator *it = (ArrayIterator *)self;
    Object *key = str_intern_ascii(m, "iter"),
           *iter = key ? dict_get_str(m, m->builtins_dict, key) : NULL;
    xdecref(m, key);
    Object *of = it->array ? tuple_pack(m, 1, it->array) : NULL, *at = int_from_i64(m, it->at);
    Object *result = NULL;
    if (iter && of && at)
        result = tuple_pack(m, 3, iter, of, at);
    else if (iter && !it->array) {
        Object *none = tuple_pack(m, 1, m->empty_tuple);
        result = none ? tuple_pack(m, 2, iter, none) : NULL;
        xdecref(m, none);
    }
    xdecref(m, of);
    xdecref(m, at);
    return result;
}

BUILTIN(array_iterator_setstate)
{
    ONE_ARG;
    ArrayIterator *it = (ArrayIterator *)self;
    ssize_t at;
    if (!int_as_c_ssize(m, args[0], &at))
        return NULL;
    if (it->array) {
        ssize_t size = as_array(it->array)->size;
        it->at = at < 0 ? 0 : at > size ? size : at;
    }
    return newref(m->none);
}

static const MethodDef array_iterator_methods[] = {
    {"__reduce__", array_iterator_reduce, METH_NOARGS, NULL},
    {"__setstate__", array_iterator_setstate, METH_O, NULL},
    {0},
};

const TypeSpec array_iterator_spec = {
    .name = "array.arrayiterator",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = 40,
    .size = sizeof(ArrayIterator),
    .methods = array_iterator_methods,
    .slots =
        {
            .tp_dealloc = array_iterator_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = array_iterator_next,
            .tp_traverse = array_iterator_traverse,
            .tp_clear = array_iterator_clear,
        },
};

/* ---- the type -------------------------------------------------------------------------------- */

const TypeSpec array_spec = {
    .name = "array.array",
    .flags = TYPE_BASETYPE | TYPE_GC | TYPE_WEAKREFS | TYPE_SEQUENCE,
    .basicsize = 64,
    .size = sizeof(ArrayObject),
    .methods = array_methods,
    .getset = array_getset,
    .doc = "A sequence of values of one C type.",
    .slots =
        {
            .tp_dealloc = array_dealloc,
            .tp_repr = array_repr,
            .tp_hash = object_hash_not_implemented,
            .tp_richcompare = array_compare,
            .tp_iter = array_iter,
            .tp_new = array_new,
            .tp_traverse = no_references,
            .tp_sizeof = array_sizeof,
            .sq_length = array_length,
            .sq_concat = array_concat,
            .sq_repeat = array_repeat,
            .sq_item = array_item,
            .sq_contains = array_contains,
            .sq_inplace_concat = array_inplace_concat,
            .sq_inplace_repeat = array_inplace_repeat,
            .mp_length = array_length,
            .mp_subscript = array_subscript,
            .mp_ass_subscript = array_ass_subscript,
            .bf_getbuffer = lend,
        },
};

static int array_exec(Machine *m, Object *dict)
{
    Type *type = m->types.array;
    native_heap_type(m, type);
    native_heap_type(m, m->types.array_iterator);
    if (module_add_type(m, dict, type) < 0 || module_add(m, dict, "ArrayType", newref(type)) < 0)
        return -1;
    return module_add_str(m, dict, "typecodes",
                          m->profile->array_has_w ? "bBuwhHiIlLqQfd" : "bBuhHiIlLqQfd");
}

const ModuleSpec array_module = {.name = "array",
                                 .doc = "Sequences of values of one C type.",
                                 .exec = array_exec,
                                 .python = true,
                                 .of_c = true};
