/* memoryview of one dimension: Objects/memoryobject.c.
 *
 * A view lies on the memory of another object, every `stride`-th item of it.  It and all views made
 * of it share a managed buffer, which alone holds that object; as long as one of them is not
 * released, a bytearray counts the buffer among its exports and cannot change its size.  Invariant:
 * exporter is NULL exactly if the view was released. */
#include <pyviz/machine/bytearray.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/float.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/iter.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/tuple.h>

#include "../code.h"
#include "../modules/array.h"
#include "../specs.h"
#include "bytes.h"
#include "iterators.h"

#include <string.h>

enum { MANAGED_BYTES = 112 };

typedef struct ManagedBuffer {
    Object ob_base;
    Object *exporter; /* whose memory it is; NULL: no view is left */
    Object *shown;    /* the object that had that one lend its memory; or NULL */
    ssize_t views;    /* not yet released */
} ManagedBuffer;

typedef struct MemoryView {
    Object ob_base;
    ManagedBuffer *managed;
    Object *exporter; /* the managed buffer's: borrowed; NULL: released */
    char *data;
    ssize_t length, itemsize, stride; /* items; bytes; bytes from one to the next */
    char format[4];
    bool readonly;
    hash_t hash; /* -1: not computed */
} MemoryView;

static MemoryView *as_view(const Object *o)
{
    return (MemoryView *)(uintptr_t)o;
}

static bool is_released(Machine *m, const MemoryView *v)
{
    if (!v->exporter)
        error_set(m, EXC_ValueError, "operation forbidden on released memoryview object");
    return !v->exporter;
}

static void count_export(Machine *m, Object *exporter, int change)
{
    if (is_bytearray(m, exporter))
        ((ByteArrayObject *)exporter)->exports += change;
    else if (is_array(m, exporter))
        as_array(exporter)->exports += change;
}

static ManagedBuffer *managed_new(Machine *m, Object *exporter, Object *shown)
{
    ManagedBuffer *b = object_new(m, m->types.managed_buffer, sizeof *b, MANAGED_BYTES);
    if (!b)
        return NULL;
    b->exporter = newref(exporter);
    b->shown = shown;
    xincref(shown);
    count_export(m, exporter, 1);
    gc_track(m, (Object *)b);
    return b;
}

static void managed_clear(Machine *m, ManagedBuffer *b)
{
    if (b->exporter)
        count_export(m, b->exporter, -1);
    clear_ref(m, b->exporter);
    clear_ref(m, b->shown);
}

static void managed_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    managed_clear(m, (ManagedBuffer *)o);
    object_free(m, o, MANAGED_BYTES);
}

static int managed_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    const ManagedBuffer *b = (const ManagedBuffer *)o;
    return VISIT(b->exporter, b->shown);
}

const TypeSpec managed_buffer_spec = {
    .name = "managedbuffer",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = MANAGED_BYTES,
    .size = sizeof(ManagedBuffer),
    .slots = {.tp_dealloc = managed_dealloc, .tp_traverse = managed_traverse},
};

/* Steals the buffer; NULL passes an error on. */
static MemoryView *view_new(Machine *m, ManagedBuffer *managed)
{
    Type *type = m->types.memoryview;
    MemoryView *v = managed ? object_new(m, type, sizeof *v, (size_t)type->tp_basicsize) : NULL;
    if (!v) {
        xdecref(m, managed);
        return NULL;
    }
    v->managed = managed;
    v->exporter = managed->exporter;
    managed->views++;
    v->hash = -1;
    gc_track(m, (Object *)v);
    return v;
}

static MemoryView *view_over(Machine *m, ManagedBuffer *managed, const MemoryView *v)
{
    MemoryView *copy = view_new(m, managed);
    if (copy) {
        copy->data = v->data;
        copy->length = v->length;
        copy->itemsize = v->itemsize;
        copy->stride = v->stride;
        copy->readonly = v->readonly;
        memcpy(copy->format, v->format, sizeof v->format);
    }
    return copy;
}

/* Another view of the same memory. */
static MemoryView *view_like(Machine *m, const MemoryView *v)
{
    return view_over(m, (ManagedBuffer *)newref(v->managed), v);
}

/* A class of the library, written in Python, says by _lend() where its memory lies; NULL: it is
 * none. */
static Object *lender_of(Machine *m, const Object *o)
{
    Object *name = o->type->tp_flags & TYPE_HEAP ? str_intern_ascii(m, "_lend") : NULL;
    Object *lend = name ? type_lookup(m, o->type, name) : NULL;
    xdecref(m, name);
    if (!lend || !is_exact(m, lend, function))
        return NULL;
    const CodeObject *code = (CodeObject *)((FunctionObject *)lend)->code;
    return code->flags & CODE_LIBRARY ? lend : NULL;
}

bool memory_peek_lent(Machine *m, Object *o, MemoryLoan *loan)
{
    Object *lend = lender_of(m, o);
    Object *lent = lend ? object_call1(m, lend, o) : NULL;
    bool good = lent && memory_peek(m, lent, loan);
    xdecref(m, lent); /* o keeps it */
    return good;
}

bool memory_is_lent(Machine *m, const Object *o)
{
    return slots_of(o)->bf_getbuffer || lender_of(m, o);
}

static Object *view_lent(Machine *m, Object *o, Object *lend)
{
    Object *lent = object_call1(m, lend, o);
    const MemoryView *v = lent ? as_view(lent) : NULL;
    MemoryView *view = v ? view_over(m, managed_new(m, v->exporter, o), v) : NULL;
    xdecref(m, lent);
    return (Object *)view;
}

static Object *view_make(Machine *m, Type *type, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const names[] = {"object", NULL};
    Object *arg[1];
    MemoryLoan loan;
    (void)type;
    if (!arg_parse(m, "memoryview", args, nargs, kwnames, names, 1, 1, arg))
        return NULL;
    if (is_exact(m, arg[0], memoryview))
        return is_released(m, as_view(arg[0])) ? NULL : (Object *)view_like(m, as_view(arg[0]));
    Object *lend = lender_of(m, arg[0]);
    if (lend)
        return view_lent(m, arg[0], lend);
    if (!memory_peek(m, arg[0], &loan))
        return error_occurred(m)
                   ? NULL
                   : error_set(m, EXC_TypeError,
                               "memoryview: a bytes-like object is required, not '%.200s'",
                               type_name(arg[0]));
    MemoryView *v = view_new(m, managed_new(m, arg[0], NULL));
    if (v) {
        v->data = loan.data;
        v->itemsize = v->stride = loan.itemsize;
        v->length = loan.len / loan.itemsize;
        v->readonly = loan.readonly;
        memcpy(v->format, loan.format, sizeof v->format);
    }
    return (Object *)v;
}

/* The last view releases the memory: mbuf_release. */
static void let_memory_go(Machine *m, MemoryView *v)
{
    if (v->exporter && --v->managed->views == 0)
        managed_clear(m, v->managed);
    v->exporter = NULL;
}

static void view_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    let_memory_go(m, as_view(o));
    clear_ref(m, as_view(o)->managed);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static int view_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    const MemoryView *v = as_view(o);
    return VISIT((Object *)v->managed);
}

static bool is_contiguous(const MemoryView *v)
{
    return v->stride == v->itemsize || v->length <= 1;
}

static int view_getbuffer(Machine *m, Object *o, MemoryLoan *loan)
{
    const MemoryView *v = as_view(o);
    if (is_released(m, v))
        return -1;
    if (!is_contiguous(v)) {
        error_set(m, EXC_BufferError, "memoryview: underlying buffer is not C-contiguous");
        return -1;
    }
    *loan = (MemoryLoan){v->data, v->length * v->itemsize, v->itemsize, "", v->readonly};
    memcpy(loan->format, v->format, sizeof v->format);
    return 0;
}

/* ---- items ----------------------------------------------------------------------------------- */

/* The code of the format, without the @ that says "native". */
static char code_of(const char *format)
{
    return format[0] == '@' ? format[1] : format[0];
}

static ssize_t size_of_code(char code)
{
    switch (code) {
    case 'b':
    case 'B':
    case 'c':
    case '?':
        return 1;
    case 'h':
    case 'H':
        return 2;
    case 'i':
    case 'I':
    case 'f':
        return 4;
    case 'l':
    case 'L':
    case 'q':
    case 'Q':
    case 'n':
    case 'N':
    case 'd':
        return 8;
    default:
        return 0;
    }
}

static bool is_signed(char code)
{
    return strchr("bhilqn", code) != NULL;
}

static Object *unpack_item(Machine *m, const MemoryView *v, ssize_t i)
{
    const char *at = v->data + i * v->stride;
    char code = code_of(v->format);
    uint64_t bits = 0;
    float f;
    double d;
    switch (code) {
    case 'c':
        return bytes_new(m, at, 1);
    case '?':
        return newref(bool_of(m, *at != 0));
    case 'f':
        memcpy(&f, at, sizeof f);
        return float_from_double(m, (double)f);
    case 'd':
        memcpy(&d, at, sizeof d);
        return float_from_double(m, d);
    default:
        break;
    }
    ssize_t n = size_of_code(code);
    if (n == 0)
        return error_set(m, EXC_NotImplementedError, "memoryview: format %s not supported",
                         v->format);
    memcpy(&bits, at, (size_t)n);
    if (!is_signed(code))
        return int_from_u64(m, bits);
    int unused = 64 - 8 * (int)n;
    return int_from_i64(m, (int64_t)(bits << unused) >> unused);
}

static int invalid(Machine *m, const MemoryView *v, bool type)
{
    error_set(m, type ? EXC_TypeError : EXC_ValueError, "memoryview: invalid %s for format '%s'",
              type ? "type" : "value", v->format);
    return -1;
}

static int pack_int(Machine *m, MemoryView *v, char *at, Object *value)
{
    char code = code_of(v->format);
    ssize_t n = size_of_code(code);
    int overflow = 0;
    if (!slots_of(value)->nb_index)
        return invalid(m, v, true);
    Object *index = number_index(m, value);
    if (!index)
        return -1;
    int64_t number = int_as_i64(index, &overflow);
    bool huge = overflow && code != 'Q' && code != 'L' && code != 'N';
    decref(m, index);
    if (overflow && !huge)
        return error_not_simulated(m, "storing numbers past 2**63 in a memoryview"), -1;
    int bits = 8 * (int)n;
    bool fits = is_signed(code) ? bits == 64 || (number >= -(INT64_C(1) << (bits - 1)) &&
                                                 number < INT64_C(1) << (bits - 1))
                                : number >= 0 && (bits == 64 || number < INT64_C(1) << bits);
    if (huge || !fits)
        return invalid(m, v, false);
    if (is_released(m, v)) /* by the number's __index__ */
        return -1;
    memcpy(at, &number, (size_t)n);
    return 0;
}

static int pack_item(Machine *m, MemoryView *v, ssize_t i, Object *value)
{
    char *at = v->data + i * v->stride, code = code_of(v->format);
    if (code == 'c') {
        if (!is_bytes(value))
            return invalid(m, v, true);
        if (as_bytes(value)->size != 1)
            return invalid(m, v, false);
        *at = as_bytes(value)->data[0];
        return 0;
    }
    if (code == '?') {
        int truth = object_is_true(m, value);
        if (truth >= 0)
            *at = (char)truth;
        return truth < 0 ? -1 : 0;
    }
    if (code != 'f' && code != 'd')
        return pack_int(m, v, at, value);
    if (!is_float(value) && !slots_of(value)->nb_float && !slots_of(value)->nb_index)
        return invalid(m, v, true);
    Object *number = number_float(m, value);
    if (!number)
        return -1;
    double d = float_value(number);
    float f = (float)d;
    memcpy(at, code == 'd' ? (const void *)&d : (const void *)&f,
           code == 'd' ? sizeof d : sizeof f);
    decref(m, number);
    return 0;
}

static ssize_t view_length(Machine *m, Object *o)
{
    return is_released(m, as_view(o)) ? -1 : as_view(o)->length;
}

static Object *view_item(Machine *m, Object *o, ssize_t i)
{
    const MemoryView *v = as_view(o);
    if (is_released(m, v))
        return NULL;
    if (i < 0 || i >= v->length)
        return error_set(m, EXC_IndexError, "index out of bounds on dimension 1");
    return unpack_item(m, v, i);
}

static Object *view_slice(Machine *m, const MemoryView *v, Object *key)
{
    MemoryView *part = view_like(m, v); /* before __index__, which may release v */
    if (!part)
        return NULL;
    ssize_t start, stop, step, n = slice_indices(m, key, part->length, &start, &stop, &step);
    if (n < 0) {
        decref(m, part);
        return NULL;
    }
    if (part->length)
        part->data += start * part->stride;
    part->stride *= step;
    part->length = n;
    return (Object *)part;
}

/* The index that a key stands for, or -1 with an exception.  Its __index__ may have released v: who
 * reads is told of that first, who writes last. */
static ssize_t view_index(Machine *m, const MemoryView *v, Object *key, bool reads)
{
    if (!slots_of(key)->nb_index) {
        error_set(m, EXC_TypeError, "memoryview: invalid slice key");
        return -1;
    }
    ssize_t i = number_as_ssize(m, key, EXC_IndexError);
    if ((i == -1 && error_occurred(m)) || (reads && is_released(m, v)))
        return -1;
    i += i < 0 ? v->length : 0;
    if (i < 0 || i >= v->length) {
        error_set(m, EXC_IndexError, "index out of bounds on dimension 1");
        return -1;
    }
    return is_released(m, v) ? -1 : i;
}

static bool is_indices(const Object *tuple)
{
    for (ssize_t i = 0; i < tuple_size(tuple); i++)
        if (!slots_of(tuple_item(tuple, i))->nb_index)
            return false;
    return true;
}

/* The index in a tuple of indices, borrowed, or NULL with an exception: there is one dimension. */
static Object *only_index(Machine *m, const Object *tuple)
{
    if (tuple_size(tuple) == 0)
        return error_set(m, EXC_NotImplementedError, "sub-views are not implemented");
    if (tuple_size(tuple) > 1)
        return error_set(m, EXC_TypeError, "cannot index 1-dimension view with %zd-element tuple",
                         tuple_size(tuple));
    return tuple_item(tuple, 0);
}

/* Objects/memoryobject.c: is_multislice. */
static bool is_slices(const Machine *m, const Object *tuple)
{
    for (ssize_t i = 0; i < tuple_size(tuple); i++)
        if (tuple_item(tuple, i)->type != m->types.slice)
            return false;
    return tuple_size(tuple) > 0;
}

static Object *view_subscript(Machine *m, Object *o, Object *key)
{
    const MemoryView *v = as_view(o);
    if (is_released(m, v))
        return NULL;
    if (key->type == m->types.slice)
        return view_slice(m, v, key);
    if (is_tuple(key) && is_indices(key) && !(key = only_index(m, key)))
        return NULL;
    if (is_tuple(key) && is_slices(m, key))
        return error_set(m, EXC_NotImplementedError,
                         "multi-dimensional slicing is not implemented");
    ssize_t i = view_index(m, v, key, true);
    return i < 0 ? NULL : unpack_item(m, v, i);
}

/* Items of another buffer of the same format and length. */
static int copy_items(Machine *m, MemoryView *to, Object *value)
{
    MemoryLoan loan;
    if (!memory_peek(m, value, &loan)) {
        if (!error_occurred(m))
            error_set(m, EXC_TypeError, "a bytes-like object is required, not '%.100s'",
                      type_name(value));
        return -1;
    }
    if (loan.len != to->length * to->itemsize || code_of(loan.format) != code_of(to->format)) {
        error_set(m, EXC_ValueError,
                  "memoryview assignment: lvalue and rvalue have different structures");
        return -1;
    }
    if (is_contiguous(to)) {
        if (loan.len)
            memmove(to->data, loan.data, (size_t)loan.len);
        return 0;
    }
    for (ssize_t i = 0; i < to->length; i++)
        memcpy(to->data + i * to->stride, loan.data + i * to->itemsize, (size_t)to->itemsize);
    return 0;
}

static int view_ass_subscript(Machine *m, Object *o, Object *key, Object *value)
{
    MemoryView *v = as_view(o);
    if (is_released(m, v))
        return -1;
    if (v->readonly || !value) {
        error_set(m, EXC_TypeError, "%s",
                  v->readonly ? "cannot modify read-only memory" : "cannot delete memory");
        return -1;
    }
    if (key->type == m->types.slice) {
        Object *part = view_slice(m, v, key);
        int status = part && !is_released(m, v) ? copy_items(m, as_view(part), value) : -1;
        xdecref(m, part);
        return status;
    }
    if (is_tuple(key) && is_slices(m, key)) {
        error_set(m, EXC_NotImplementedError,
                  "memoryview slice assignments are currently restricted to ndim = 1");
        return -1;
    }
    if (is_tuple(key) && is_indices(key) && !(key = only_index(m, key)))
        return -1;
    ssize_t i = view_index(m, v, key, false);
    return i < 0 ? -1 : pack_item(m, v, i, value);
}

/* ---- methods --------------------------------------------------------------------------------- */

#define METHOD(name)                                                                               \
    static Object *name(Machine *m, Object *self, Object *const *args, size_t nargs,               \
                        Object *kwnames)
#define UNUSED ((void)args, (void)nargs, (void)kwnames)

/* A new object, even of a single byte. */
static Object *contents(Machine *m, const MemoryView *v)
{
    ssize_t n = v->length * v->itemsize;
    Object *bytes = bytes_new(m, NULL, n);
    if (bytes && v->stride == v->itemsize) {
        memcpy(as_bytes(bytes)->data, v->data, (size_t)n);
        return bytes;
    }
    for (ssize_t i = 0; bytes && i < v->length; i++)
        memcpy(as_bytes(bytes)->data + i * v->itemsize, v->data + i * v->stride,
               (size_t)v->itemsize);
    return bytes;
}

Object *memory_bytes(Machine *m, Object *o)
{
    MemoryLoan loan;
    if (is_exact(m, o, memoryview))
        return is_released(m, as_view(o)) ? NULL : contents(m, as_view(o));
    return memory_peek(m, o, &loan) ? bytes_new(m, loan.data ? loan.data : "", loan.len) : NULL;
}

METHOD(view_tobytes)
{
    static const char *const names[] = {"order", NULL};
    Object *order;
    if (!arg_parse(m, "tobytes", args, nargs, kwnames, names, 0, 1, &order))
        return NULL;
    if (order && order != m->none && !is_str(order))
        return error_set(m, EXC_TypeError,
                         "tobytes() argument 'order' must be str or None, not %.50s",
                         type_name(order));
    /* of what has one dimension every order is the same */
    if (order && order != m->none && !str_equals_ascii(order, "C") &&
        !str_equals_ascii(order, "F") && !str_equals_ascii(order, "A"))
        return error_set(m, EXC_ValueError, "order must be 'C', 'F' or 'A'");
    return is_released(m, as_view(self)) ? NULL : contents(m, as_view(self));
}

METHOD(view_tolist)
{
    UNUSED;
    const MemoryView *v = as_view(self);
    Object *list = is_released(m, v) ? NULL : list_new(m, 0);
    for (ssize_t i = 0; list && i < v->length; i++) {
        Object *item = unpack_item(m, v, i);
        if (!item || list_append_steal(m, list, item) < 0)
            clear_ref(m, list);
    }
    return list;
}

METHOD(view_hex)
{
    Object *bytes = is_released(m, as_view(self)) ? NULL : contents(m, as_view(self));
    Object *text = bytes ? bytes_method_hex(m, bytes, args, nargs, kwnames) : NULL;
    xdecref(m, bytes);
    return text;
}

METHOD(view_release)
{
    UNUSED;
    let_memory_go(m, as_view(self));
    return newref(m->none);
}

METHOD(view_enter)
{
    UNUSED;
    return is_released(m, as_view(self)) ? NULL : newref(self);
}

METHOD(view_toreadonly)
{
    UNUSED;
    if (is_released(m, as_view(self)))
        return NULL;
    MemoryView *v = view_like(m, as_view(self));
    if (v)
        v->readonly = true;
    return (Object *)v;
}

METHOD(view_cast)
{
    static const char *const names[] = {"format", "shape", NULL};
    Object *arg[2];
    MemoryView *v = as_view(self);
    if (!arg_parse(m, "cast", args, nargs, kwnames, names, 1, 2, arg) || is_released(m, v))
        return NULL;
    if (arg[1])
        return error_not_simulated(m, "memoryview.cast() with a shape");
    if (!is_str(arg[0]))
        return error_set(m, EXC_TypeError, "memoryview: format argument must be a string");
    if (!is_contiguous(v))
        return error_set(m, EXC_TypeError,
                         "memoryview: casts are restricted to C-contiguous views");
    char format[4] = "";
    for (ssize_t i = 0; i < str_len(arg[0]) && i < 3; i++)
        format[i] = str_at(arg[0], i) < 128 ? (char)str_at(arg[0], i) : '!';
    ssize_t size = size_of_code(code_of(format));
    if (m->profile->memoryview_has_halves && (!strcmp(format, "e") || !strcmp(format, "@e")))
        return error_not_simulated(m, "memoryview.cast() to half precision");
    if (size == 0 || format[format[0] == '@' ? 2 : 1])
        return error_set(m, EXC_ValueError,
                         "memoryview: destination format must be a native single character format "
                         "prefixed with an optional '@'");
    bool bytes = strchr("bBc", code_of(format)) || strchr("bBc", code_of(v->format));
    if (!bytes)
        return error_set(m, EXC_TypeError, "memoryview: cannot cast between two non-byte formats");
    ssize_t total = v->length * v->itemsize;
    if (total % size)
        return error_set(m, EXC_TypeError, "memoryview: length is not a multiple of itemsize");
    MemoryView *cast = view_like(m, v);
    if (cast) {
        memcpy(cast->format, format, sizeof format);
        cast->itemsize = cast->stride = size;
        cast->length = total / size;
    }
    return (Object *)cast;
}

/* ---- comparing, hashing, showing ------------------------------------------------------------- */

/* Values are compared, whatever the formats; contents of the same format byte by byte. */
static int equal_items(Machine *m, Object *a, Object *b)
{
    const MemoryView *x = as_view(a), *y = as_view(b);
    if (x->length != y->length)
        return 0;
    for (ssize_t i = 0; i < x->length; i++) {
        Object *p = unpack_item(m, x, i), *q = p ? unpack_item(m, y, i) : NULL;
        int same = q ? object_richcompare_bool(m, p, q, COMPARE_EQ) : -1;
        xdecref(m, p);
        xdecref(m, q);
        if (same < 1)
            return same;
    }
    return 1;
}

static Object *view_richcompare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    MemoryLoan loan;
    if (op != COMPARE_EQ && op != COMPARE_NE)
        return newref(m->not_implemented);
    if (!as_view(a)->exporter || (is_exact(m, b, memoryview) && !as_view(b)->exporter))
        return newref(bool_of(m, (a == b) == (op == COMPARE_EQ)));
    Object *other = is_exact(m, b, memoryview) ? newref(b)
                    : lender_of(m, b) || memory_peek(m, b, &loan)
                        ? object_call1(m, (Object *)m->types.memoryview, b)
                        : NULL;
    if (!other)
        return error_occurred(m) ? NULL : newref(m->not_implemented);
    int same = equal_items(m, a, other);
    decref(m, other);
    return same < 0 ? NULL : newref(bool_of(m, same == (op == COMPARE_EQ)));
}

static hash_t view_hash(Machine *m, Object *o)
{
    MemoryView *v = as_view(o);
    if (v->hash != -1)
        return v->hash;
    if (is_released(m, v))
        return -1;
    if (!v->readonly) {
        error_set(m, EXC_ValueError, "cannot hash writable memoryview object");
        return -1;
    }
    if (!strchr("bBc", code_of(v->format))) {
        error_set(m, EXC_ValueError,
                  "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
        return -1;
    }
    Object *bytes = contents(m, v);
    if (bytes)
        v->hash = object_hash(m, bytes);
    xdecref(m, bytes);
    return v->hash;
}

static Object *view_repr(Machine *m, Object *o)
{
    return str_printf(m, "<%s at 0x%llx>", as_view(o)->exporter ? "memory" : "released memory",
                      (unsigned long long)o->address);
}

#define NUMBER(name, value)                                                                        \
    static Object *get_##name(Machine *m, Object *o)                                               \
    {                                                                                              \
        const MemoryView *v = as_view(o);                                                          \
        return is_released(m, v) ? NULL : (value);                                                 \
    }
NUMBER(obj, newref(v->managed->shown ? v->managed->shown : v->exporter))
NUMBER(nbytes, int_from_i64(m, v->length * v->itemsize))
NUMBER(itemsize, int_from_i64(m, v->itemsize))
NUMBER(ndim, int_from_i64(m, 1))
NUMBER(format, str_from_ascii(m, v->format))
NUMBER(readonly, newref(bool_of(m, v->readonly)))
NUMBER(contiguous, newref(bool_of(m, is_contiguous(v))))
NUMBER(suboffsets, newref(m->empty_tuple))
#undef NUMBER

static Object *single(Machine *m, ssize_t n)
{
    Object *number = int_from_i64(m, n), *tuple = number ? tuple_pack(m, 1, number) : NULL;
    xdecref(m, number);
    return tuple;
}

static Object *get_shape(Machine *m, Object *o)
{
    return is_released(m, as_view(o)) ? NULL : single(m, as_view(o)->length);
}

static Object *get_strides(Machine *m, Object *o)
{
    return is_released(m, as_view(o)) ? NULL : single(m, as_view(o)->stride);
}

static const MethodDef view_methods[] = {
    {"tobytes", view_tobytes, METH_KEYWORDS, "The contents as bytes."},
    {"tolist", view_tolist, METH_NOARGS, "The items as a list."},
    {"hex", view_hex, METH_KEYWORDS, "The contents as hexadecimal digits."},
    {"cast", view_cast, METH_KEYWORDS, "The same memory as items of another format."},
    {"release", view_release, METH_NOARGS, "Gives the memory back."},
    {"toreadonly", view_toreadonly, METH_NOARGS, "A view that cannot be written through."},
    {"__enter__", view_enter, METH_NOARGS, NULL},
    {"__exit__", view_release, METH_FASTCALL | METH_PACKED, NULL},
    {NULL, NULL, 0, NULL},
};
static const GetSetDef view_getset[] = {
    {"obj", get_obj, NULL},
    {"nbytes", get_nbytes, NULL},
    {"itemsize", get_itemsize, NULL},
    {"ndim", get_ndim, NULL},
    {"format", get_format, NULL},
    {"readonly", get_readonly, NULL},
    {"shape", get_shape, NULL},
    {"strides", get_strides, NULL},
    {"suboffsets", get_suboffsets, NULL},
    {"c_contiguous", get_contiguous, NULL},
    {"f_contiguous", get_contiguous, NULL},
    {"contiguous", get_contiguous, NULL},
    {NULL, NULL, NULL},
};

const TypeSpec memoryview_spec = {
    .name = "memoryview",
    .flags = TYPE_WEAKREFS | TYPE_GC | TYPE_SEQUENCE,
    .basicsize = 168,
    .size = sizeof(MemoryView),
    .methods = view_methods,
    .getset = view_getset,
    .doc = "A look at the memory of another object.",
    .slots =
        {
            .tp_dealloc = view_dealloc,
            .tp_repr = view_repr,
            .tp_hash = view_hash,
            .tp_richcompare = view_richcompare,
            .tp_iter = memory_iterator_new,
            .tp_new = view_make,
            .tp_traverse = view_traverse,
            .sq_length = view_length,
            .sq_item = view_item,
            .mp_length = view_length,
            .mp_subscript = view_subscript,
            .mp_ass_subscript = view_ass_subscript,
            .bf_getbuffer = view_getbuffer,
        },
};
