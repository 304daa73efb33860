/* bytes: Objects/bytesobject.c.  The type, its constructor and its iterator; the methods are in
 * bytes_methods.c and bytes_split.c. */
#include "bytes.h"
#include "../class.h"
#include "../compare.h"
#include "../specs.h"
#include "iterators.h"
#include "str_percent.h"
#include "str_private.h"
#include <pyviz/machine/bytearray.h>

#include <string.h>

enum { BYTES_SIZE = 33 };

/* ---- making ---------------------------------------------------------------------------------- */

static Object *allocate(Machine *m, Type *type, const char *data, ssize_t n)
{
    if (n > PTRDIFF_MAX - 128)
        return error_set(m, EXC_OverflowError, "byte string is too large");
    BytesObject *b = object_new(m, type, sizeof *b + (size_t)n + 1, BYTES_SIZE + (size_t)n);
    if (!b)
        return NULL;
    b->size = n;
    b->hash = -1;
    if (data && n)
        memcpy(b->data, data, (size_t)n);
    return (Object *)b;
}

Object *bytes_new(Machine *m, const char *data, ssize_t n)
{
    if (n == 0 && m->empty_bytes)
        return newref(m->empty_bytes);
    if (n == 1 && data && m->byte_chars[(unsigned char)*data])
        return newref(m->byte_chars[(unsigned char)*data]);
    return allocate(m, m->types.bytes, data, n);
}

Object *bytes_unchanged(Machine *m, Object *b)
{
    if (is_exact(m, b, bytes))
        return newref(b);
    return bytes_new(m, as_bytes(b)->data, as_bytes(b)->size);
}

Object *bytes_substring(Machine *m, Object *b, ssize_t start, ssize_t end)
{
    if (start == 0 && end == as_bytes(b)->size)
        return bytes_unchanged(m, b);
    return bytes_new(m, as_bytes(b)->data + start, end > start ? end - start : 0);
}

void bytes_boot(Machine *m)
{
    m->empty_bytes = allocate(m, m->types.bytes, NULL, 0);
    object_make_immortal(m->empty_bytes);
    for (int c = 0; c < 256; c++) {
        char byte = (char)c;
        m->byte_chars[c] = allocate(m, m->types.bytes, &byte, 1);
        object_make_immortal(m->byte_chars[c]);
    }
}

static void dealloc(Machine *m, Object *b)
{
    object_free(m, b, BYTES_SIZE + (size_t)as_bytes(b)->size);
}

static ssize_t size_of(Machine *m, Object *b)
{
    (void)m;
    return b->type->tp_basicsize + as_bytes(b)->size;
}

static int traverse(Machine *m, Object *b, visitproc visit, void *arg)
{
    (void)m, (void)b, (void)visit, (void)arg;
    return 0;
}

/* ---- repr ------------------------------------------------------------------------------------ */

static char choose_quote(const BytesObject *b)
{
    size_t n = (size_t)b->size;
    return memchr(b->data, '\'', n) && !memchr(b->data, '"', n) ? '"' : '\'';
}

/* What stands for a byte in quotes: up to four characters, never none. */
static size_t escape(unsigned char c, char quote, char out[4])
{
    static const char digits[] = "0123456789abcdef";
    if (c == (unsigned char)quote || c == '\\' || c == '\t' || c == '\n' || c == '\r') {
        out[0] = '\\';
        out[1] = c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : (char)c;
        return 2;
    }
    if (c >= 0x20 && c < 0x7f) {
        out[0] = (char)c;
        return 1;
    }
    memcpy(out, "\\x", 2);
    out[2] = digits[c >> 4];
    out[3] = digits[c & 15];
    return 4;
}

static Object *repr(Machine *m, Object *o)
{
    const BytesObject *b = as_bytes(o);
    char quote = choose_quote(b), text[4];
    StrWriter w = {0};
    str_writer_char(m, &w, 'b');
    str_writer_char(m, &w, (uint32_t)quote);
    for (ssize_t i = 0; !w.failed && i < b->size; i++)
        str_writer_latin1(m, &w, text, escape((unsigned char)b->data[i], quote, text));
    str_writer_char(m, &w, (uint32_t)quote);
    return str_writer_finish(m, &w);
}

void bytes_repr(const Object *o, struct buffer *out)
{
    const BytesObject *b = as_bytes(o);
    char quote = choose_quote(b), text[4];
    buffer_putc(out, 'b');
    buffer_putc(out, quote);
    for (ssize_t i = 0; i < b->size; i++)
        buffer_append(out, text, escape((unsigned char)b->data[i], quote, text));
    buffer_putc(out, quote);
}

/* ---- slots ----------------------------------------------------------------------------------- */

hash_t bytes_hash(Machine *m, Object *o)
{
    BytesObject *b = as_bytes(o);
    if (b->hash == -1)
        b->hash = hash_bytes(m, b->data, (size_t)b->size);
    return b->hash;
}

static int compare(const BytesObject *a, const BytesObject *b)
{
    size_t n = (size_t)(a->size < b->size ? a->size : b->size);
    int order = n ? memcmp(a->data, b->data, n) : 0;
    return order ? order : compare_sizes(a->size, b->size);
}

static Object *richcompare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if (!is_bytes(a) || !is_bytes(b))
        return newref(m->not_implemented);
    int order = a == b ? 0 : compare(as_bytes(a), as_bytes(b));
    return compare_result(m, order, op);
}

static ssize_t length(Machine *m, Object *b)
{
    (void)m;
    return as_bytes(b)->size;
}

static Object *concat(Machine *m, Object *a, Object *b)
{
    MemoryLoan loan;
    if (is_bytes(a) && !is_bytes(b) && memory_peek(m, b, &loan)) {
        Object *copy = bytes_new(m, loan.data, loan.len), *both = copy ? concat(m, a, copy) : NULL;
        xdecref(m, copy);
        return both;
    }
    if (!is_bytes(a) || !is_bytes(b))
        return error_set(m, EXC_TypeError, "can't concat %.100s to %.100s", type_name(b),
                         type_name(a));
    ssize_t x = as_bytes(a)->size, y = as_bytes(b)->size;
    if (x == 0 && is_exact(m, b, bytes))
        return newref(b);
    if (y == 0 && is_exact(m, a, bytes))
        return newref(a);
    if (x > PTRDIFF_MAX - y)
        return error_no_memory(m);
    Object *sum = bytes_new(m, NULL, x + y);
    if (sum) {
        memcpy(as_bytes(sum)->data, as_bytes(a)->data, (size_t)x);
        memcpy(as_bytes(sum)->data + x, as_bytes(b)->data, (size_t)y);
    }
    return sum;
}

static Object *repeat(Machine *m, Object *b, ssize_t count)
{
    ssize_t n = as_bytes(b)->size;
    if (count < 0)
        count = 0;
    if (count && n > PTRDIFF_MAX / count)
        return error_set(m, EXC_OverflowError, "repeated bytes are too long");
    if (n * count == n && is_exact(m, b, bytes))
        return newref(b);
    if ((size_t)n * (size_t)count > m->limits.memory)
        return error_no_memory(m);
    Object *all = bytes_new(m, NULL, n * count);
    for (ssize_t done = 0; all && done < n * count;) { /* what is done is copied behind itself */
        ssize_t more = done == 0 ? n : done < n * count - done ? done : n * count - done;
        char *data = as_bytes(all)->data;
        memcpy(data + done, done == 0 ? as_bytes(b)->data : data, (size_t)more);
        done += more;
    }
    return all;
}

static Object *item(Machine *m, Object *b, ssize_t i)
{
    if (i < 0 || i >= as_bytes(b)->size)
        return error_set(m, EXC_IndexError, "index out of range");
    return int_from_i64(m, (unsigned char)as_bytes(b)->data[i]);
}

static Object *slice(Machine *m, Object *b, Object *key)
{
    ssize_t start, stop, step;
    ssize_t n = slice_indices(m, key, as_bytes(b)->size, &start, &stop, &step);
    if (n < 0)
        return NULL;
    if (step == 1)
        return bytes_substring(m, b, start, start + n);
    Object *part = bytes_new(m, NULL, n);
    for (ssize_t i = 0; part && i < n; i++)
        as_bytes(part)->data[i] = as_bytes(b)->data[start + i * step];
    return part;
}

static Object *subscript(Machine *m, Object *b, Object *key)
{
    if (key->type == m->types.slice)
        return slice(m, b, key);
    if (!is_int(key) && !slots_of(key)->nb_index)
        return error_set(m, EXC_TypeError, "byte indices must be integers or slices, not %.200s",
                         type_name(key));
    ssize_t i = number_as_ssize(m, key, EXC_IndexError);
    if (i == -1 && error_occurred(m))
        return NULL;
    return item(m, b, i < 0 ? i + as_bytes(b)->size : i);
}

static int contains(Machine *m, Object *o, Object *value)
{
    const BytesObject *b = as_bytes(o);
    if (is_bytes(value))
        return units_search(b->data, 1, 0, b->size, as_bytes(value)->data, 1, as_bytes(value)->size,
                            false) >= 0;
    MemoryLoan loan;
    if (memory_is_lent(m, value) && memory_peek(m, value, &loan))
        return units_search(b->data, 1, 0, b->size, loan.data ? loan.data : "", 1, loan.len,
                            false) >= 0;
    ssize_t c = slots_of(value)->nb_index ? number_as_ssize(m, value, -1) : 0;
    if (!slots_of(value)->nb_index || error_occurred(m)) {
        error_clear(m); /* what is no number, for whatever reason */
        error_set(m, EXC_TypeError, "a bytes-like object is required, not '%.100s'",
                  type_name(value));
        return -1;
    }
    if (c < 0 || c > 255) {
        error_set(m, EXC_ValueError, "byte must be in range(0, 256)");
        return -1;
    }
    return memchr(b->data, (int)c, (size_t)b->size) != NULL;
}

static Object *remainder_slot(Machine *m, Object *a, Object *b)
{
    return is_bytes(a) ? bytes_format_percent(m, a, b) : newref(m->not_implemented);
}

/* ---- bytes(source, encoding, errors) --------------------------------------------------------- */

static int byte_from(Machine *m, Object *o, char *byte)
{
    ssize_t c = number_as_ssize(m, o, -1);
    if (c == -1 && error_occurred(m))
        return -1;
    if (c < 0 || c > 255) {
        error_set(m, EXC_ValueError, "bytes must be in range(0, 256)");
        return -1;
    }
    *byte = (char)c;
    return 0;
}

/* The length may change while an item's __index__ runs: it is asked again each time. */
static Object *from_sequence(Machine *m, Object *items)
{
    StrWriter w = {0};
    int status = 0;
    for (ssize_t i = 0; status == 0 && i < sequence_fast_size(items); i++) {
        char byte;
        Object *o = newref(sequence_fast_items(items)[i]);
        status = byte_from(m, o, &byte);
        if (status == 0)
            status = str_writer_char(m, &w, (unsigned char)byte);
        decref(m, o);
    }
    Object *b = status == 0 ? bytes_new(m, w.data, w.length) : NULL;
    str_writer_drop(m, &w);
    return b;
}

/* Item by item: an item that is no byte is the last one asked for.  Takes the iterator over. */
static Object *from_iterator(Machine *m, Object *o, Object *iterator)
{
    StrWriter w = {0};
    int status = object_length_hint(m, o, 64) < 0 ? -1 : 0;
    Object *item;
    while (status == 0 && (item = iter_next(m, iterator))) {
        char byte;
        status = byte_from(m, item, &byte);
        decref(m, item);
        if (status == 0)
            status = str_writer_char(m, &w, (unsigned char)byte);
    }
    decref(m, iterator);
    Object *b = status == 0 && !error_occurred(m) ? bytes_new(m, w.data, w.length) : NULL;
    str_writer_drop(m, &w);
    return b;
}

static Object *from_iterable(Machine *m, Object *o)
{
    if (is_exact(m, o, list) || is_exact(m, o, tuple))
        return from_sequence(m, o);
    Object *iterator = is_str(o) ? NULL : object_getiter(m, o);
    if (iterator)
        return from_iterator(m, o, iterator);
    if (!is_str(o) && (m->refusing || !error_matches(m, EXC_TypeError)))
        return NULL;
    error_clear(m);
    return error_set(m, EXC_TypeError, "cannot convert '%.200s' object to bytes", type_name(o));
}

static Object *from_count(Machine *m, Object *o)
{
    ssize_t n = number_as_ssize(m, o, EXC_OverflowError);
    if (n == -1 && error_occurred(m))
        return NULL;
    if (n < 0)
        return error_set(m, EXC_ValueError, "negative count");
    return bytes_new(m, NULL, n);
}

static Object *from_object(Machine *m, Object *o)
{
    if (is_exact(m, o, bytes))
        return newref(o);
    if (type_lookup(m, o->type, m->id.__bytes__)) {
        Object *b = special_call(m, o, m->id.__bytes__, NULL, 0, NULL);
        if (!b || is_bytes(b))
            return b;
        error_set(m, EXC_TypeError, "__bytes__ returned non-bytes (type %.200s)", type_name(b));
        decref(m, b);
        return NULL;
    }
    if (is_str(o))
        return error_set(m, EXC_TypeError, "string argument without an encoding");
    if (slots_of(o)->nb_index) { /* what gives no int is no count, and perhaps something else */
        Object *counted = from_count(m, o);
        if (counted || m->refusing || !error_matches(m, EXC_TypeError))
            return counted;
        error_clear(m);
    }
    Object *lent = memory_bytes(m, o);
    if (lent || error_occurred(m))
        return lent;
    return from_iterable(m, o);
}

static Object *from_arguments(Machine *m, Object *source, Object *encoding, Object *errors)
{
    if (source && is_str(source) && encoding)
        return str_encode(m, source, encoding, errors);
    if (encoding)
        return error_set(m, EXC_TypeError, "encoding without a string argument");
    if (errors && source && is_str(source))
        return error_set(m, EXC_TypeError, "string argument without an encoding");
    if (errors)
        return error_set(m, EXC_TypeError, "errors without a string argument");
    return source ? from_object(m, source) : newref(m->empty_bytes);
}

static Object *make(Machine *m, Type *type, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const names[] = {"source", "encoding", "errors", NULL};
    Object *arg[3];
    if (!arg_parse(m, "bytes", args, nargs, kwnames, names, 0, 3, arg) ||
        (arg[1] && !str_check_arg(m, arg[1], "bytes", "argument 'encoding'")) ||
        (arg[2] && !str_check_arg(m, arg[2], "bytes", "argument 'errors'")))
        return NULL;
    Object *b = from_arguments(m, arg[0], arg[1], arg[2]);
    if (!b || type == m->types.bytes)
        return b;
    Object *derived = allocate(m, type, as_bytes(b)->data, as_bytes(b)->size);
    decref(m, b);
    return derived;
}

static Object *iterate(Machine *m, Object *b);

#define X(name, flags, doc) {#name, bytes_method_##name, flags, doc},
static const MethodDef methods[] = {BYTES_METHODS(X){0}};
#undef X

const TypeSpec bytes_spec = {
    .name = "bytes",
    .flags = TYPE_BASETYPE | TYPE_BYTES_SUBCLASS,
    .basicsize = BYTES_SIZE,
    .itemsize = 1,
    .size = sizeof(BytesObject),
    .methods = methods,
    .doc = "An immutable sequence of numbers from 0 to 255.",
    .slots =
        {
            .tp_dealloc = dealloc,
            .tp_repr = repr,
            .tp_hash = bytes_hash,
            .tp_richcompare = richcompare,
            .tp_iter = iterate,
            .tp_new = make,
            .tp_traverse = traverse,
            .tp_sizeof = size_of,
            .nb[NB_REMAINDER] = remainder_slot,
            .sq_length = length,
            .sq_concat = concat,
            .sq_repeat = repeat,
            .sq_item = item,
            .sq_contains = contains,
            .mp_length = length,
            .mp_subscript = subscript,
        },
};

/* ---- the iterator ---------------------------------------------------------------------------- */

static Object *iterate(Machine *m, Object *b)
{
    return seq_iterator_hold(m, m->types.bytes_iterator, b);
}

static Object *iterator_next(Machine *m, Object *o)
{
    SeqIterator *it = as_iterator(o);
    if (it->seq && it->index < as_bytes(it->seq)->size)
        return int_from_i64(m, (unsigned char)as_bytes(it->seq)->data[it->index++]);
    return seq_iterator_let_go(m, it);
}

static Object *iterator_length_hint(Machine *m, Object *o, Object *const *args, size_t nargs,
                                    Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    const SeqIterator *it = as_iterator(o);
    return int_from_i64(m, it->seq ? as_bytes(it->seq)->size - it->index : 0);
}

static const MethodDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, METH_NOARGS, "How many bytes are left."},
    {"__reduce__", iterator_indexed_reduce, METH_NOARGS, NULL},
    {"__setstate__", iterator_indexed_setstate, METH_O, NULL},
    {0},
};

const TypeSpec bytes_iterator_spec = {
    .name = "bytes_iterator",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = ITERATOR_BASICSIZE,
    .size = sizeof(SeqIterator),
    .methods = iterator_methods,
    .slots =
        {
            .tp_dealloc = seq_iterator_hold_dealloc,
            .tp_iter = object_self_iter,
            .tp_iternext = iterator_next,
            .tp_traverse = seq_iterator_traverse,
        },
};
