/* bytearray: Objects/bytearrayobject.c.  A block that grows by an eighth where it grows a little,
 * and to the exact size where it grows much; what is deleted at the front is only skipped. */
#include <pyviz/machine/bytearray.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/heap.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/iter.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/tuple.h>

#include "../compare.h"
#include "../specs.h"
#include "bytes.h"
#include "iterators.h"
#include "str_percent.h"
#include "str_private.h"

#include <stdio.h>
#include <string.h>

enum { BYTEARRAY_SIZE = 56 };

static ByteArrayObject *as_bytearray(const Object *o)
{
    return (ByteArrayObject *)(uintptr_t)o;
}

/* ---- memory that is lent --------------------------------------------------------------------- */

bool memory_peek(Machine *m, Object *o, MemoryLoan *loan)
{
    if (is_bytes(o)) {
        *loan = (MemoryLoan){as_bytes(o)->data, as_bytes(o)->size, 1, "B", true};
        return true;
    }
    if (!slots_of(o)->bf_getbuffer)
        return memory_peek_lent(m, o, loan);
    return slots_of(o)->bf_getbuffer(m, o, loan) == 0;
}

static int getbuffer(Machine *m, Object *o, MemoryLoan *loan)
{
    (void)m;
    const ByteArrayObject *a = as_bytearray(o);
    *loan = (MemoryLoan){bytearray_data(a), a->size, 1, "B", false};
    return 0;
}

/* ---- the block ------------------------------------------------------------------------------- */

static bool can_resize(Machine *m, const ByteArrayObject *a)
{
    if (a->exports)
        error_set(m, EXC_BufferError, "Existing exports of data: object cannot be re-sized");
    return a->exports == 0;
}

/* The block's size for `size` bytes where the present one does not fit or is much too large;
 * unsigned, for it may be more than there can be. */
static size_t new_alloc(size_t size, size_t alloc, bool shrinks)
{
    if (!shrinks && (double)size <= (double)alloc * 1.125)
        return size + (size >> 3) + (size < 9 ? 3 : 6);
    return size + 1;
}

/* PyByteArray_Resize */
static int resize(Machine *m, ByteArrayObject *a, ssize_t size)
{
    if (size == a->size)
        return 0;
    if (!can_resize(m, a))
        return -1;
    bool fits = size < a->alloc - a->start;
    if (fits && size >= a->alloc / 2) {
        a->size = size;
        bytearray_data(a)[size] = '\0';
        return 0;
    }
    size_t alloc = new_alloc((size_t)size, (size_t)a->alloc, fits);
    ssize_t kept = size < a->size ? size : a->size;
    char *block = heap_alloc(m, alloc);
    if (!block)
        return -1;
    if (kept)
        memcpy(block, bytearray_data(a), (size_t)kept);
    heap_free(m, a->block);
    *a = (ByteArrayObject){a->ob_base, size, (ssize_t)alloc, 0, a->exports, block};
    block[size] = '\0';
    return 0;
}

static ByteArrayObject *allocate(Machine *m, Type *type)
{
    return object_new_plain(m, type);
}

Object *bytearray_new(Machine *m, const char *data, ssize_t n)
{
    ByteArrayObject *a = allocate(m, m->types.bytearray);
    if (a && n && resize(m, a, n) < 0)
        clear_ref(m, a);
    if (a && n)
        memcpy(bytearray_data(a), data, (size_t)n);
    return (Object *)a;
}

static void dealloc(Machine *m, Object *o)
{
    heap_free(m, as_bytearray(o)->block);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static ssize_t size_of(Machine *m, Object *o)
{
    (void)m;
    return o->type->tp_basicsize + as_bytearray(o)->alloc;
}

/* Replaces [low, high) by n bytes: bytearray_setslice_linear. */
static int splice(Machine *m, ByteArrayObject *a, ssize_t low, ssize_t high, const char *data,
                  ssize_t n)
{
    ssize_t growth = n - (high - low), behind = a->size - high;
    if (growth < 0) {
        if (!can_resize(m, a))
            return -1;
        if (low == 0)
            a->start -= growth; /* the front is given up */
        else
            memmove(bytearray_data(a) + low + n, bytearray_data(a) + high, (size_t)behind);
        if (low == 0) {
            ssize_t size = a->size + growth;
            a->size = size + 1; /* so that the block is looked at */
            if (resize(m, a, size) < 0)
                return -1;
        } else if (resize(m, a, a->size + growth) < 0) {
            return -1;
        }
    } else if (growth > 0) {
        if (resize(m, a, a->size + growth) < 0)
            return -1;
        if (behind)
            memmove(bytearray_data(a) + low + n, bytearray_data(a) + high, (size_t)behind);
    }
    if (n)
        memcpy(bytearray_data(a) + low, data, (size_t)n);
    return 0;
}

/* ---- values ---------------------------------------------------------------------------------- */

/* 0 to 255, or -1 with an exception. */
static int byte_of(Machine *m, Object *o)
{
    ssize_t c = slots_of(o)->nb_index ? number_as_ssize(m, o, -1) : 0;
    if (!slots_of(o)->nb_index)
        error_set(m, EXC_TypeError, "'%.200s' object cannot be interpreted as an integer",
                  type_name(o));
    if (error_occurred(m))
        return -1;
    if (c < 0 || c > 255) {
        error_set(m, EXC_ValueError, "byte must be in range(0, 256)");
        return -1;
    }
    return (int)c;
}

static int append_byte(Machine *m, ByteArrayObject *a, Object *o)
{
    int c = byte_of(m, o);
    if (c < 0 || resize(m, a, a->size + 1) < 0)
        return -1;
    bytearray_data(a)[a->size - 1] = (char)c;
    return 0;
}

/* What is left in an iterator, if there is one.  Takes it over. */
static int append_all(Machine *m, ByteArrayObject *a, Object *iterator)
{
    Object *item;
    int status = iterator ? 0 : -1;
    while (status == 0 && (item = iter_next(m, iterator))) {
        status = append_byte(m, a, item);
        decref(m, item);
    }
    xdecref(m, iterator);
    return status == 0 && error_occurred(m) ? -1 : status;
}

static int set_contents(Machine *m, ByteArrayObject *a, const MemoryLoan *loan)
{
    return splice(m, a, 0, a->size, loan->data, loan->len);
}

static int fill_from_text(Machine *m, ByteArrayObject *a, Object *const *arg)
{
    if (!arg[1]) {
        error_set(m, EXC_TypeError, "string argument without an encoding");
        return -1;
    }
    Object *bytes = str_encode(m, arg[0], arg[1], arg[2]);
    MemoryLoan loan;
    int status = bytes && memory_peek(m, bytes, &loan) ? set_contents(m, a, &loan) : -1;
    xdecref(m, bytes);
    return status;
}

static int fill_from_count(Machine *m, ByteArrayObject *a, Object *count)
{
    ssize_t n = number_as_ssize(m, count, EXC_OverflowError);
    if (n == -1 && error_occurred(m))
        return -1;
    if (n < 0) {
        error_set(m, EXC_ValueError, "negative count");
        return -1;
    }
    if (resize(m, a, n) < 0)
        return -1;
    if (n)
        memset(bytearray_data(a), 0, (size_t)n);
    return 0;
}

static int init(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const names[] = {"source", "encoding", "errors", NULL};
    ByteArrayObject *a = as_bytearray(o);
    Object *arg[3];
    MemoryLoan loan;
    if (!arg_parse(m, "bytearray", args, nargs, kwnames, names, 0, 3, arg) ||
        (arg[1] && !str_check_arg(m, arg[1], "bytearray", "argument 'encoding'")) ||
        (arg[2] && !str_check_arg(m, arg[2], "bytearray", "argument 'errors'")) ||
        (a->size && resize(m, a, 0) < 0))
        return -1;
    if (arg[0] && is_str(arg[0]))
        return fill_from_text(m, a, arg);
    if (arg[1] || arg[2]) {
        error_set(m, EXC_TypeError, "%s without a string argument", arg[1] ? "encoding" : "errors");
        return -1;
    }
    if (!arg[0])
        return 0;
    if (slots_of(arg[0])->nb_index) {
        int status = fill_from_count(m, a, arg[0]);
        if (status == 0 || m->refusing || !error_matches(m, EXC_TypeError))
            return status;
        error_clear(m);
    }
    Object *lent = memory_bytes(m, arg[0]);
    if (lent) {
        int status = memory_peek(m, lent, &loan) ? set_contents(m, a, &loan) : -1;
        decref(m, lent);
        return status;
    }
    if (error_occurred(m))
        return -1;
    Object *iterator = object_getiter(m, arg[0]);
    if (!iterator && !m->refusing && error_matches(m, EXC_TypeError))
        error_set(m, EXC_TypeError, "cannot convert '%.200s' object to bytearray",
                  type_name(arg[0]));
    return append_all(m, a, iterator);
}

static Object *make(Machine *m, Type *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return (Object *)allocate(m, type);
}

/* ---- the methods of bytes -------------------------------------------------------------------- */

static Object *to_bytes(Machine *m, Object *o)
{
    return bytes_new(m, bytearray_data(as_bytearray(o)), as_bytearray(o)->size);
}

static Object *own_copy(Machine *m, Object *o)
{
    Object *bytes = is_bytes(o) ? newref(o) : memory_bytes(m, o);
    Object *made = bytes ? bytearray_new(m, as_bytes(bytes)->data, as_bytes(bytes)->size) : NULL;
    xdecref(m, bytes);
    return made;
}

/* A bytearray for each bytes in a result (stolen); in a tuple, which partition() has made, for the
 * separator that it was given, too. */
static Object *from_bytes(Machine *m, Object *result)
{
    Object *made = result;
    if (!result || !(is_bytes(result) || is_list(result) || is_tuple(result)))
        return result;
    if (is_bytes(result)) {
        made = bytearray_new(m, as_bytes(result)->data, as_bytes(result)->size);
        decref(m, result);
        return made;
    }
    ssize_t n = is_list(result) ? list_size(result) : tuple_size(result);
    for (ssize_t i = 0; made && i < n; i++) {
        Object **item =
            is_list(result) ? &((ListObject *)result)->item[i] : &((TupleObject *)result)->item[i];
        Object *old = *item;
        if (is_bytes(old) || is_tuple(result)) {
            *item = own_copy(m, old);
            if (*item)
                decref(m, old);
            else
                *item = old, made = NULL;
        }
    }
    if (!made)
        decref(m, result);
    return made;
}

/* What bytes of the same contents do, with bytearrays as the result. */
static Object *as_bytes_do(Machine *m, MethodFn method, Object *self, Object *const *args,
                           size_t nargs, Object *kwnames)
{
    if (method == bytes_method_maketrans) /* whoever is asked */
        return method(m, self, args, nargs, kwnames);
    if (is_type(self)) { /* fromhex */
        Object *made = method(m, (Object *)m->types.bytes, args, nargs, kwnames);
        if (self == (Object *)m->types.bytearray)
            return from_bytes(m, made);
        Object *own = made ? object_call1(m, self, made) : NULL;
        xdecref(m, made);
        return own;
    }
    Object *bytes = to_bytes(m, self), *result = NULL;
    if (bytes)
        result = from_bytes(m, method(m, bytes, args, nargs, kwnames));
    xdecref(m, bytes);
    return result;
}

#define X(name, flags, doc)                                                                        \
    static Object *shared_##name(Machine *m, Object *self, Object *const *args, size_t nargs,      \
                                 Object *kwnames)                                                  \
    {                                                                                              \
        return as_bytes_do(m, bytes_method_##name, self, args, nargs, kwnames);                    \
    }
BYTES_SHARED_METHODS(X)
#undef X

/* ---- methods that change it ------------------------------------------------------------------ */

#define METHOD(name)                                                                               \
    static Object *name(Machine *m, Object *self, Object *const *args, size_t nargs,               \
                        Object *kwnames)
#define UNUSED ((void)args, (void)nargs, (void)kwnames)

METHOD(method_append)
{
    UNUSED;
    return append_byte(m, as_bytearray(self), args[0]) < 0 ? NULL : newref(m->none);
}

/* Lends a copy where the source is the array itself. */
static int append_memory(Machine *m, ByteArrayObject *a, Object *o)
{
    MemoryLoan loan;
    Object *copy = o == (Object *)a ? to_bytes(m, o) : newref(o);
    int status = -1;
    if (copy && memory_peek(m, copy, &loan))
        status = splice(m, a, a->size, a->size, loan.data, loan.len);
    xdecref(m, copy);
    return status;
}

METHOD(method_extend)
{
    UNUSED;
    MemoryLoan loan;
    ByteArrayObject *a = as_bytearray(self);
    if (memory_peek(m, args[0], &loan))
        return append_memory(m, a, args[0]) < 0 ? NULL : newref(m->none);
    if (is_str(args[0]) && m->profile->bytearray_extend_names_str)
        return error_set(m, EXC_TypeError, "expected iterable of integers; got: 'str'");
    Object *iterator = object_getiter(m, args[0]);
    if (!iterator && !m->refusing && error_matches(m, EXC_TypeError))
        error_set(m, EXC_TypeError, "can't extend bytearray with %.100s", type_name(args[0]));
    if (!iterator)
        return NULL;
    Object *more = bytearray_new(m, NULL, 0);
    enum { HINT = 32 };
    bool hinted = more && object_length_hint(m, args[0], HINT) >= 0;
    if (!hinted)
        clear_ref(m, iterator);
    int status = append_all(m, (ByteArrayObject *)more, iterator);
    status = status < 0 ? -1 : append_memory(m, a, more);
    xdecref(m, more);
    return status < 0 ? NULL : newref(m->none);
}

METHOD(method_insert)
{
    (void)kwnames;
    if (!arg_check_positional(m, "insert", nargs, 2, 2))
        return NULL;
    ByteArrayObject *a = as_bytearray(self);
    ssize_t i = 0;
    if (!int_as_c_ssize(m, args[0], &i))
        return NULL;
    int c = error_occurred(m) ? -1 : byte_of(m, args[1]);
    if (c < 0)
        return NULL;
    i = i < 0 ? (i + a->size < 0 ? 0 : i + a->size) : i > a->size ? a->size : i;
    char byte = (char)c;
    if (resize(m, a, a->size + 1) < 0)
        return NULL;
    char *data = bytearray_data(a);
    memmove(data + i + 1, data + i, (size_t)(a->size - 1 - i));
    data[i] = byte;
    return newref(m->none);
}

static Object *take(Machine *m, ByteArrayObject *a, ssize_t i)
{
    unsigned char c = (unsigned char)bytearray_data(a)[i];
    if (!can_resize(m, a))
        return NULL;
    memmove(bytearray_data(a) + i, bytearray_data(a) + i + 1, (size_t)(a->size - i - 1));
    return resize(m, a, a->size - 1) < 0 ? NULL : int_from_i64(m, c);
}

METHOD(method_pop)
{
    (void)kwnames;
    if (!arg_check_positional(m, "pop", nargs, 0, 1))
        return NULL;
    ByteArrayObject *a = as_bytearray(self);
    ssize_t i = -1;
    if (nargs && !int_as_c_ssize(m, args[0], &i))
        return NULL;
    if (a->size == 0)
        return error_set(m, EXC_IndexError, "pop from empty bytearray");
    i += i < 0 ? a->size : 0;
    if (i < 0 || i >= a->size)
        return error_set(m, EXC_IndexError, "pop index out of range");
    return take(m, a, i);
}

METHOD(method_remove)
{
    UNUSED;
    ByteArrayObject *a = as_bytearray(self);
    int c = byte_of(m, args[0]);
    if (c < 0)
        return NULL;
    const char *at = a->size ? memchr(bytearray_data(a), c, (size_t)a->size) : NULL;
    if (!at)
        return error_set(m, EXC_ValueError, "value not found in bytearray");
    Object *taken = take(m, a, at - bytearray_data(a));
    xdecref(m, taken);
    return taken ? newref(m->none) : NULL;
}

METHOD(method_reverse)
{
    UNUSED;
    char *data = bytearray_data(as_bytearray(self));
    for (ssize_t i = 0, k = as_bytearray(self)->size - 1; i < k; i++, k--) {
        char c = data[i];
        data[i] = data[k];
        data[k] = c;
    }
    return newref(m->none);
}

METHOD(method_clear)
{
    UNUSED;
    return resize(m, as_bytearray(self), 0) < 0 ? NULL : newref(m->none);
}

METHOD(method_copy)
{
    UNUSED;
    return bytearray_new(m, bytearray_data(as_bytearray(self)), as_bytearray(self)->size);
}

METHOD(method_alloc)
{
    UNUSED;
    return int_from_i64(m, as_bytearray(self)->alloc);
}

/* ---- as a sequence --------------------------------------------------------------------------- */

static ssize_t length(Machine *m, Object *o)
{
    (void)m;
    return as_bytearray(o)->size;
}

static Object *concat(Machine *m, Object *a, Object *b)
{
    MemoryLoan x, y;
    if (!memory_peek(m, a, &x) || !memory_peek(m, b, &y))
        return error_set(m, EXC_TypeError, "can't concat %.100s to %.100s", type_name(b),
                         type_name(a));
    Object *sum = bytearray_new(m, x.data, x.len);
    if (sum && memory_peek(m, b, &y) && append_memory(m, as_bytearray(sum), b) < 0)
        clear_ref(m, sum);
    return sum;
}

static Object *inplace_concat(Machine *m, Object *a, Object *b)
{
    MemoryLoan loan;
    if (!memory_peek(m, b, &loan))
        return error_set(m, EXC_TypeError, "can't concat %.100s to %.100s", type_name(b),
                         type_name(a));
    if (a == b && loan.len) /* it would lend its memory while that grows */
        return error_set(m, EXC_BufferError, "Existing exports of data: object cannot be re-sized");
    return append_memory(m, as_bytearray(a), b) < 0 ? NULL : newref(a);
}

static int repeat_into(Machine *m, ByteArrayObject *a, ssize_t n, ssize_t count)
{
    if (count && n > PTRDIFF_MAX / 2 / count) {
        error_no_memory(m);
        return -1;
    }
    if (resize(m, a, n * count) < 0)
        return -1;
    for (ssize_t i = 1; i < count; i++)
        memcpy(bytearray_data(a) + i * n, bytearray_data(a), (size_t)n);
    return 0;
}

static Object *repeat(Machine *m, Object *o, ssize_t count)
{
    const ByteArrayObject *a = as_bytearray(o);
    if (count <= 0)
        return bytearray_new(m, NULL, 0);
    Object *all = bytearray_new(m, bytearray_data(a), a->size);
    if (all && repeat_into(m, as_bytearray(all), a->size, count) < 0)
        clear_ref(m, all);
    return all;
}

static Object *inplace_repeat(Machine *m, Object *o, ssize_t count)
{
    ByteArrayObject *a = as_bytearray(o);
    return repeat_into(m, a, a->size, count < 0 ? 0 : count) < 0 ? NULL : newref(o);
}

static Object *item(Machine *m, Object *o, ssize_t i)
{
    if (i < 0 || i >= as_bytearray(o)->size)
        return error_set(m, EXC_IndexError, "bytearray index out of range");
    return int_from_i64(m, (unsigned char)bytearray_data(as_bytearray(o))[i]);
}

static Object *subscript(Machine *m, Object *o, Object *key)
{
    const ByteArrayObject *a = as_bytearray(o);
    if (key->type == m->types.slice) {
        ssize_t start, stop, step;
        if (slice_unpack(m, key, &start, &stop, &step) < 0)
            return NULL;
        ssize_t n = slice_adjust(a->size, &start, &stop, step);
        Object *part = bytearray_new(m, bytearray_data(a) + start, step == 1 ? n : 0);
        if (part && step != 1 && resize(m, as_bytearray(part), n) < 0)
            clear_ref(m, part);
        for (ssize_t i = 0; part && step != 1 && i < n; i++)
            bytearray_data(as_bytearray(part))[i] = bytearray_data(a)[start + i * step];
        return part;
    }
    if (!slots_of(key)->nb_index)
        return error_set(m, EXC_TypeError,
                         "bytearray indices must be integers or slices, not %.200s",
                         type_name(key));
    ssize_t i = number_as_ssize(m, key, EXC_IndexError);
    if (i == -1 && error_occurred(m))
        return NULL;
    return item(m, o, i < 0 ? i + a->size : i);
}

/* The value goes first: its __index__ may change how many bytes there are. */
static int set_item(Machine *m, ByteArrayObject *a, Object *key, Object *value)
{
    ssize_t i = number_as_ssize(m, key, EXC_IndexError);
    if (i == -1 && error_occurred(m))
        return -1;
    int c = value ? byte_of(m, value) : 0;
    if (c < 0)
        return -1;
    i += i < 0 ? a->size : 0;
    if (i < 0 || i >= a->size) {
        error_set(m, EXC_IndexError, "bytearray index out of range");
        return -1;
    }
    if (!value)
        return splice(m, a, i, i + 1, NULL, 0);
    bytearray_data(a)[i] = (char)c;
    return 0;
}

/* del a[start::step] */
static int delete_stepped(Machine *m, ByteArrayObject *a, ssize_t start, ssize_t step, ssize_t n)
{
    if (n == 0)
        return 0;
    if (!can_resize(m, a))
        return -1;
    if (step < 0) {
        start += step * (n - 1);
        step = -step;
    }
    char *data = bytearray_data(a);
    ssize_t to = start;
    for (ssize_t i = start, gone = 0; i < a->size; i++) {
        if (gone < n && i == start + gone * step)
            gone++;
        else
            data[to++] = data[i];
    }
    return resize(m, a, a->size - n);
}

/* The bytes of value, or none where it is NULL.  What the indices' __index__ does comes first:
 * sizes and places of bytes are looked at behind it. */
static int set_slice(Machine *m, ByteArrayObject *a, Object *key, Object *value)
{
    ssize_t start, stop, step;
    MemoryLoan loan = {0};
    if (slice_unpack(m, key, &start, &stop, &step) < 0 || (value && !memory_peek(m, value, &loan)))
        return -1;
    ssize_t n = slice_adjust(a->size, &start, &stop, step);
    if (step == 1)
        return splice(m, a, start, start + n, loan.data, loan.len);
    if (!value || (loan.len == 0 && n == 0))
        return delete_stepped(m, a, start, step, n);
    if (loan.len != n) {
        error_set(m, EXC_ValueError,
                  "attempt to assign bytes of size %zd to extended slice of size %zd", loan.len, n);
        return -1;
    }
    for (ssize_t i = 0; i < n; i++)
        bytearray_data(a)[start + i * step] = loan.data[i];
    return 0;
}

static int ass_subscript(Machine *m, Object *o, Object *key, Object *value)
{
    ByteArrayObject *a = as_bytearray(o);
    MemoryLoan loan;
    if (slots_of(key)->nb_index)
        return set_item(m, a, key, value);
    if (key->type != m->types.slice) {
        error_set(m, EXC_TypeError, "bytearray indices must be integers or slices, not %.200s",
                  type_name(key));
        return -1;
    }
    if (!value)
        return set_slice(m, a, key, NULL);
    ssize_t start, stop, step; /* what is no other bytearray has the indices asked twice */
    if ((value == o || !is_bytearray(m, value)) && slice_unpack(m, key, &start, &stop, &step) < 0)
        return -1;
    if (is_str(value) || slots_of(value)->nb_index) {
        error_set(m, EXC_TypeError,
                  "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        return -1;
    }
    /* Bytes of its own, so that nothing moves under the copying. */
    Object *made = value != o && !is_bytearray(m, value) ? NULL : to_bytes(m, value);
    if (!made && !error_occurred(m))
        made = memory_peek(m, value, &loan) ? newref(value)
                                            : object_call1(m, (Object *)m->types.bytearray, value);
    int status = made ? set_slice(m, a, key, made) : -1;
    xdecref(m, made);
    return status;
}

static int contains_byte(Machine *m, const ByteArrayObject *a, Object *value)
{
    int c = byte_of(m, value);
    return c < 0 ? -1 : a->size && memchr(bytearray_data(a), c, (size_t)a->size) != NULL;
}

static int contains(Machine *m, Object *o, Object *value)
{
    const ByteArrayObject *a = as_bytearray(o);
    MemoryLoan loan;
    if (memory_peek(m, value, &loan))
        return units_search(bytearray_data(a), 1, 0, a->size, loan.data, 1, loan.len, false) >= 0;
    if (slots_of(value)->nb_index && number_as_ssize(m, value, -1) == -1 && error_occurred(m))
        error_clear(m); /* then it is no number */
    else if (slots_of(value)->nb_index)
        return contains_byte(m, a, value);
    error_set(m, EXC_TypeError, "a bytes-like object is required, not '%.100s'", type_name(value));
    return -1;
}

static Object *richcompare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    MemoryLoan x, y;
    if (!memory_peek(m, a, &x) || !memory_peek(m, b, &y))
        return newref(m->not_implemented);
    size_t common = (size_t)(x.len < y.len ? x.len : y.len);
    int c = common ? memcmp(x.data, y.data, common) : 0;
    return compare_result(m, c ? c : compare_sizes(x.len, y.len), op);
}

/* Unlike bytes it escapes a single quote between double ones, too. */
static Object *repr(Machine *m, Object *o)
{
    const ByteArrayObject *a = as_bytearray(o);
    const char *data = bytearray_data(a);
    size_t n = (size_t)a->size;
    char quote = n && memchr(data, '\'', n) && !memchr(data, '"', n) ? '"' : '\'';
    StrWriter w = {0};
    str_writer_ascii(m, &w, o->type->tp_name);
    str_writer_ascii(m, &w, "(b");
    str_writer_char(m, &w, (uint32_t)quote);
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)data[i];
        char text[8];
        if (c == '\'' || c == '\\')
            snprintf(text, sizeof text, "\\%c", c);
        else if (c == '\t' || c == '\n' || c == '\r')
            snprintf(text, sizeof text, "\\%c", c == '\t' ? 't' : c == '\n' ? 'n' : 'r');
        else
            snprintf(text, sizeof text, c < ' ' || c > '~' ? "\\x%02x" : "%c", c);
        str_writer_ascii(m, &w, text);
    }
    str_writer_char(m, &w, (uint32_t)quote);
    str_writer_char(m, &w, ')');
    return str_writer_finish(m, &w);
}

static Object *remainder_slot(Machine *m, Object *a, Object *b)
{
    if (!is_bytearray(m, a))
        return newref(m->not_implemented);
    Object *bytes = to_bytes(m, a);
    Object *result = bytes ? from_bytes(m, bytes_format_percent(m, bytes, b)) : NULL;
    xdecref(m, bytes);
    return result;
}

static Object *iterate(Machine *m, Object *o);

/* Objects/bytearrayobject.c: _common_reduce: up to protocol 2 a str carries the bytes. */
static Object *reduce(Machine *m, Object *o, int64_t protocol)
{
    Object *bytes = to_bytes(m, o), *args = NULL, *encoding = NULL, *text = NULL;
    Object *state = bytes ? object_call_method(m, o, m->id.__getstate__, NULL, 0) : NULL;
    if (state && protocol < 3) {
        encoding = str_from_ascii(m, "latin-1");
        Object *name = str_intern_ascii(m, "decode");
        text = encoding && name ? object_call_method(m, bytes, name, &encoding, 1) : NULL;
        xdecref(m, name);
        args = text ? tuple_pack(m, 2, text, encoding) : NULL;
    } else if (state) {
        args = ((ByteArrayObject *)o)->size ? tuple_pack(m, 1, bytes) : newref(m->empty_tuple);
    }
    Object *result = args ? tuple_pack(m, 3, (Object *)o->type, args, state) : NULL;
    xdecref(m, bytes);
    xdecref(m, encoding);
    xdecref(m, text);
    xdecref(m, args);
    xdecref(m, state);
    return result;
}

static Object *method_reduce(Machine *m, Object *o, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return reduce(m, o, 2);
}

static Object *method_reduce_ex(Machine *m, Object *o, Object *const *args, size_t nargs,
                                Object *kwnames)
{
    (void)kwnames;
    if (!arg_check_positional(m, "__reduce_ex__", nargs, 0, 1))
        return NULL;
    ssize_t protocol = nargs ? number_as_ssize(m, args[0], EXC_OverflowError) : 0;
    return protocol == -1 && error_occurred(m) ? NULL : reduce(m, o, protocol);
}

#define X(name, flags, doc) {#name, shared_##name, flags, doc},
static const MethodDef methods[] = {
    BYTES_SHARED_METHODS(X){"append", method_append, METH_O, "Adds a byte at the end."},
    {"extend", method_extend, METH_O, "Adds all bytes of an iterable."},
    {"insert", method_insert, METH_FASTCALL, "Adds a byte before an index."},
    {"pop", method_pop, METH_FASTCALL, "Takes a byte out, the last one by default."},
    {"remove", method_remove, METH_O, "Takes the first byte of that value out."},
    {"reverse", method_reverse, METH_NOARGS, "Turns the order round, in place."},
    {"clear", method_clear, METH_NOARGS, "Takes everything out."},
    {"copy", method_copy, METH_NOARGS, "A bytearray of the same bytes."},
    {"__alloc__", method_alloc, METH_NOARGS, "The size of its block."},
    {"__reduce__", method_reduce, METH_NOARGS, "What another like it is made of."},
    {"__reduce_ex__", method_reduce_ex, METH_FASTCALL, "The same, for a protocol."},
    {NULL, NULL, 0, NULL},
};
#undef X

const TypeSpec bytearray_spec = {
    .name = "bytearray",
    .flags = TYPE_BASETYPE,
    .basicsize = BYTEARRAY_SIZE,
    .size = sizeof(ByteArrayObject),
    .methods = methods,
    .doc = "A mutable sequence of numbers from 0 to 255.",
    .slots =
        {
            .tp_dealloc = dealloc,
            .tp_repr = repr,
            .tp_str = repr,
            .tp_hash = object_hash_not_implemented,
            .tp_richcompare = richcompare,
            .tp_iter = iterate,
            .tp_new = make,
            .tp_init = init,
            .tp_sizeof = size_of,
            .nb[NB_REMAINDER] = remainder_slot,
            .sq_length = length,
            .sq_concat = concat,
            .sq_repeat = repeat,
            .sq_item = item,
            .sq_contains = contains,
            .sq_inplace_concat = inplace_concat,
            .sq_inplace_repeat = inplace_repeat,
            .mp_length = length,
            .mp_subscript = subscript,
            .mp_ass_subscript = ass_subscript,
            .bf_getbuffer = getbuffer,
        },
};

/* ---- the iterator ---------------------------------------------------------------------------- */

static Object *iterate(Machine *m, Object *o)
{
    return seq_iterator_at(m, m->types.bytearray_iterator, o, 0);
}

static Object *iterator_next(Machine *m, Object *o)
{
    SeqIterator *it = as_iterator(o);
    if (it->seq && it->index < as_bytearray(it->seq)->size)
        return item(m, it->seq, it->index++);
    return seq_iterator_end(m, it);
}

METHOD(iterator_length_hint)
{
    UNUSED;
    const SeqIterator *it = as_iterator(self);
    ssize_t left = it->seq ? as_bytearray(it->seq)->size - it->index : 0;
    return int_from_i64(m, left > 0 ? left : 0);
}

static const MethodDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, METH_NOARGS, NULL},
    {"__reduce__", iterator_indexed_reduce, METH_NOARGS, NULL},
    {"__setstate__", iterator_indexed_setstate, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

const TypeSpec bytearray_iterator_spec = {
    .name = "bytearray_iterator",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = ITERATOR_BASICSIZE,
    .size = sizeof(SeqIterator),
    .methods = iterator_methods,
    .slots =
        {
            .tp_dealloc = seq_iterator_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = iterator_next,
            .tp_traverse = seq_iterator_traverse,
        },
};
