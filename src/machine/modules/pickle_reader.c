/* The quick half of Unpickler: the stack machine that runs a pickle: Modules/_pickle.c: load.
 *
 * What is rare the Unpickler does, a Python class (python/_pickle._reader.py), which owns its
 * reader and is called with the letter of what is not known here: texts of old protocols, what is
 * made by name.  Both work on the reader's stack.
 *
 * Invariants: the marks are numbers of values, ascending; what lies above the last one is what an
 * instruction may take.  The pickle is `data`, read up to `at`, and then what the file gives. */
#include "pickle_format.h"

#include "native.h"

#include "../exceptions.h"

#include <pyviz/machine/bytearray.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/float.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/set.h>

#include <stdio.h>
#include <string.h>

typedef struct PickleReader {
    Object ob_base;
    Object *error;     /* the class UnpicklingError */
    Object *data;      /* bytes, or NULL */
    Object *file;      /* NULL: all is in data */
    Object *unpickler; /* borrowed: it owns the reader, and is there while anything is read */
    ssize_t at;        /* in data */
    struct native_array stack, memo; /* items of the memo may be NULL */
    ssize_t *mark;
    size_t marks, marks_room;
    bool loading;
} PickleReader;

static PickleReader *as_reader(Object *o)
{
    return (PickleReader *)o;
}

/* ---- complaints ------------------------------------------------------------------------------ */

static void *fail(Machine *m, const PickleReader *r, const char *message)
{
    Object *text = str_from_ascii(m, message);
    Object *error = text ? object_call1(m, r->error, text) : NULL;
    xdecref(m, text);
    return error ? error_raise(m, error) : NULL;
}

static void *fail_empty(Machine *m, const PickleReader *r)
{
    return fail(m, r, r->marks ? "unexpected MARK found" : "unpickling stack underflow");
}

static Object *ask_unpickler(Machine *m, const PickleReader *r, const char *name,
                             Object *const *args, size_t n)
{
    Object *interned = str_intern_ascii(m, name);
    Object *answer = interned ? object_call_method(m, r->unpickler, interned, args, n) : NULL;
    xdecref(m, interned);
    return answer;
}

/* ---- reading --------------------------------------------------------------------------------- */

/* What the file's method gives, as bytes; NULL with an exception. */
static Object *from_file(Machine *m, const PickleReader *r, const char *method, Object *size)
{
    Object *name = str_intern_ascii(m, method);
    Object *data = name ? object_call_method(m, r->file, name, &size, size ? 1 : 0) : NULL;
    xdecref(m, name);
    if (data && !is_bytes(data)) {
        Object *bytes = memory_bytes(m, data);
        if (!bytes && !error_occurred(m))
            error_set(m, EXC_TypeError, "a bytes-like object is required, not '%T'", data);
        decref(m, data);
        data = bytes;
    }
    return data;
}

static ssize_t left_in_data(const PickleReader *r)
{
    return r->data ? ((const BytesObject *)r->data)->size - r->at : 0;
}

/* More of the pickle: at least n bytes, where the file has so many. */
static int refill(Machine *m, PickleReader *r, ssize_t n)
{
    Object *size = int_from_i64(m, n);
    Object *data = size ? from_file(m, r, "read", size) : NULL;
    xdecref(m, size);
    if (!data)
        return -1;
    r->at = 0;
    set_ref(m, r->data, data);
    return 0;
}

/* The next n bytes, valid until more is read; fewer at the end of the pickle: *got says how many.
 * NULL with an exception. */
static const char *take_some(Machine *m, PickleReader *r, ssize_t n, ssize_t *got)
{
    if (r->file && n > 0 && left_in_data(r) == 0 && refill(m, r, n) < 0)
        return NULL;
    ssize_t left = left_in_data(r);
    *got = n < left ? n : left;
    r->at += *got;
    return r->data ? ((const BytesObject *)r->data)->data + r->at - *got : "";
}

/* All of the next n bytes. */
static const char *take(Machine *m, PickleReader *r, ssize_t n)
{
    ssize_t got;
    const char *data = take_some(m, r, n, &got);
    if (data && got < n)
        return fail(m, r, "pickle data was truncated");
    return data;
}

/* An unsigned number of so many bytes. */
static bool take_number(Machine *m, PickleReader *r, int bytes, uint64_t *value)
{
    const char *data = take(m, r, bytes);
    *value = 0;
    for (int i = 0; data && i < bytes; i++)
        *value |= (uint64_t)(uint8_t)data[i] << 8 * i;
    return data;
}

/* Bytes, their number before them. */
static const char *take_sized(Machine *m, PickleReader *r, int bytes, ssize_t *n)
{
    uint64_t size;
    if (!take_number(m, r, bytes, &size))
        return NULL;
    if (size > INT64_MAX)
        return error_set(m, EXC_OverflowError, "size exceeds system's maximum");
    *n = (ssize_t)size;
    return take(m, r, *n);
}

/* What lies in memory needs no frames; of a file a frame is read at once. */
static int enter_frame(Machine *m, PickleReader *r)
{
    uint64_t size;
    if (!take_number(m, r, 8, &size))
        return -1;
    if (size > INT64_MAX) {
        error_set(m, EXC_OverflowError, "FRAME length exceeds system's maximum of %lld bytes",
                  (long long)INT64_MAX);
        return -1;
    }
    if (r->file && left_in_data(r) == 0 && refill(m, r, (ssize_t)size) < 0)
        return -1;
    return left_in_data(r) < (ssize_t)size ? (fail(m, r, "pickle data was truncated"), -1) : 0;
}

/* ---- the stack ------------------------------------------------------------------------------- */

static ssize_t fence(const PickleReader *r)
{
    return r->marks ? r->mark[r->marks - 1] : 0;
}

/* Steals; NULL passes an error on. */
static int push(Machine *m, PickleReader *r, Object *o)
{
    return o ? native_push(m, &r->stack, o) : -1;
}

static Object *top(Machine *m, const PickleReader *r)
{
    return r->stack.size > fence(r) ? r->stack.item[r->stack.size - 1] : fail_empty(m, r);
}

static Object *pop(Machine *m, PickleReader *r)
{
    Object *o = top(m, r);
    if (o)
        r->stack.size--;
    return o;
}

static int set_mark(Machine *m, PickleReader *r)
{
    if (r->marks == r->marks_room) {
        size_t room = r->marks_room ? r->marks_room * 2 : 16;
        ssize_t *mark = heap_realloc(m, r->mark, room * sizeof *mark);
        if (!mark)
            return -1;
        r->mark = mark;
        r->marks_room = room;
    }
    r->mark[r->marks++] = r->stack.size;
    return 0;
}

/* Takes the last mark away: where the values above it begin, or -1. */
static ssize_t take_mark(Machine *m, PickleReader *r)
{
    if (!r->marks)
        return fail(m, r, "could not find MARK"), -1;
    return r->mark[--r->marks];
}

static void drop_above(Machine *m, PickleReader *r, ssize_t from)
{
    while (r->stack.size > from)
        decref(m, r->stack.item[--r->stack.size]);
}

/* The values from `from` on leave the stack and become those of a new tuple or list. */
static Object *gather_tuple(Machine *m, PickleReader *r, ssize_t from)
{
    ssize_t n = r->stack.size - from;
    r->stack.size = from;
    return tuple_from_array_steal(m, r->stack.item + from, n);
}

static Object *gather_list(Machine *m, PickleReader *r, ssize_t from)
{
    Object *list = list_from_array(m, r->stack.item + from, r->stack.size - from);
    drop_above(m, r, from);
    return list;
}

/* ---- the memo -------------------------------------------------------------------------------- */

static int remember(Machine *m, PickleReader *r, uint64_t index)
{
    Object *o = top(m, r);
    if (!o)
        return -1;
    if (index > INT32_MAX)
        return error_no_memory(m), -1;
    while ((uint64_t)r->memo.size < index)
        if (native_push(m, &r->memo, NULL) < 0)
            return -1;
    if ((uint64_t)r->memo.size == index)
        return native_push(m, &r->memo, newref(o));
    set_ref(m, r->memo.item[index], newref(o));
    return 0;
}

static int recall(Machine *m, PickleReader *r, uint64_t index)
{
    Object *o = index < (uint64_t)r->memo.size ? r->memo.item[index] : NULL;
    if (o)
        return push(m, r, newref(o));
    char message[64];
    snprintf(message, sizeof message, "Memo value not found at index %llu",
             (unsigned long long)index);
    return fail(m, r, message), -1;
}

/* ---- containers ------------------------------------------------------------------------------ */

static int call_dropping(Machine *m, Object *o, const char *method, Object *arg)
{
    Object *name = str_intern_ascii(m, method);
    Object *r = name ? object_call_method(m, o, name, &arg, 1) : NULL;
    xdecref(m, name);
    xdecref(m, r);
    return r ? 0 : -1;
}

/* By its method, once for each. */
static int add_one_by_one(Machine *m, Object *target, const char *method, Object *items)
{
    for (ssize_t i = 0; i < list_size(items); i++)
        if (call_dropping(m, target, method, list_item(items, i)) < 0)
            return -1;
    return 0;
}

static int extend(Machine *m, Object *target, Object *items)
{
    if (is_exact(m, target, list)) /* which grows it as appending does */
        return list_set_slice(m, target, list_size(target), list_size(target), items);
    Object *method = NULL, *name = str_intern_ascii(m, "extend");
    int found = name ? object_lookup_attr(m, target, name, &method) : -1;
    xdecref(m, name);
    if (found <= 0)
        return found < 0 ? -1 : add_one_by_one(m, target, "append", items);
    Object *r = object_call1(m, method, items);
    decref(m, method);
    xdecref(m, r);
    return r ? 0 : -1;
}

/* The values from `from` on go into what lies under them. */
static int append_from(Machine *m, PickleReader *r, ssize_t from)
{
    if (from <= fence(r))
        return fail_empty(m, r), -1;
    Object *items = gather_list(m, r, from);
    int status = items ? extend(m, r->stack.item[from - 1], items) : -1;
    xdecref(m, items);
    return status;
}

static int set_pairs_from(Machine *m, PickleReader *r, ssize_t from)
{
    if (from <= fence(r))
        return fail_empty(m, r), -1;
    if ((r->stack.size - from) % 2)
        return fail(m, r, "odd number of items for SETITEMS"), -1;
    Object *target = r->stack.item[from - 1];
    bool plain = is_exact(m, target, dict);
    int status = 0;
    for (ssize_t i = from; status == 0 && i < r->stack.size; i += 2) {
        Object *key = r->stack.item[i], *value = r->stack.item[i + 1];
        status = plain ? dict_set(m, target, key, value) : object_setitem(m, target, key, value);
    }
    drop_above(m, r, from);
    return status;
}

static int add_from(Machine *m, PickleReader *r, ssize_t from)
{
    if (from <= fence(r))
        return fail_empty(m, r), -1;
    Object *target = r->stack.item[from - 1], *items = gather_list(m, r, from);
    int status = !items ? -1
                 : type_is_subtype(target->type, m->types.set)
                     ? set_update(m, target, items)
                     : add_one_by_one(m, target, "add", items);
    xdecref(m, items);
    return status;
}

static Object *dict_of(Machine *m, PickleReader *r, ssize_t from)
{
    Object *dict = dict_new(m);
    if ((r->stack.size - from) % 2) {
        xdecref(m, dict);
        return fail(m, r, "odd number of items for DICT");
    }
    for (ssize_t i = from; dict && i < r->stack.size; i += 2)
        if (dict_set(m, dict, r->stack.item[i], r->stack.item[i + 1]) < 0)
            clear_ref(m, dict);
    drop_above(m, r, from);
    return dict;
}

static Object *frozenset_of(Machine *m, PickleReader *r, ssize_t from)
{
    Object *items = gather_list(m, r, from);
    Object *set = items ? frozenset_new(m, items) : NULL;
    xdecref(m, items);
    return set;
}

/* What all from the mark on becomes. */
static int replace_marked(Machine *m, PickleReader *r,
                          Object *(*make)(Machine *, PickleReader *, ssize_t))
{
    ssize_t from = take_mark(m, r);
    return from < 0 ? -1 : push(m, r, make(m, r, from));
}

static int with_marked(Machine *m, PickleReader *r, int (*act)(Machine *, PickleReader *, ssize_t))
{
    ssize_t from = take_mark(m, r);
    return from < 0 ? -1 : act(m, r, from);
}

/* The last n become a tuple. */
static int make_tuple(Machine *m, PickleReader *r, ssize_t n)
{
    if (r->stack.size - fence(r) < n)
        return fail_empty(m, r), -1;
    return push(m, r, gather_tuple(m, r, r->stack.size - n));
}

static int drop_one(Machine *m, PickleReader *r)
{
    if (r->marks && r->stack.size == fence(r)) {
        r->marks--;
        return 0;
    }
    Object *o = pop(m, r);
    xdecref(m, o);
    return o ? 0 : -1;
}

static int drop_marked(Machine *m, PickleReader *r)
{
    ssize_t from = take_mark(m, r);
    if (from < 0)
        return -1;
    drop_above(m, r, from);
    return 0;
}

/* ---- making ---------------------------------------------------------------------------------- */

/* Two values from the top: false with an exception, where there are none. */
static bool pop_two(Machine *m, PickleReader *r, Object **under, Object **over)
{
    *over = pop(m, r);
    *under = *over ? pop(m, r) : NULL;
    if (!*under)
        xdecref(m, *over);
    return *under;
}

static int reduce(Machine *m, PickleReader *r)
{
    Object *function, *arguments, *made = NULL;
    if (!pop_two(m, r, &function, &arguments))
        return -1;
    Object *t = is_tuple(arguments) ? newref(arguments) : sequence_tuple(m, arguments);
    if (t)
        made =
            object_call(m, function, ((TupleObject *)t)->item, (size_t)tuple_size(t), NULL, true);
    xdecref(m, t);
    decref(m, arguments);
    decref(m, function);
    return push(m, r, made);
}

static Object *new_of(Machine *m, const PickleReader *r, Object *cls, Object *arguments)
{
    if (!is_type(cls) || !is_tuple(arguments)) {
        Object *message = !is_type(cls)
                              ? str_printf(m, "NEWOBJ class argument must be a type, not %T", cls)
                              : str_printf(m, "NEWOBJ expected an arg tuple, got %T", arguments);
        Object *error = message ? object_call1(m, r->error, message) : NULL;
        xdecref(m, message);
        return error ? error_raise(m, error) : NULL;
    }
    Type *type = (Type *)cls;
    if (!type->slots.tp_new)
        return fail(m, r, "NEWOBJ class argument has NULL tp_new");
    TupleObject *t = (TupleObject *)arguments;
    return type->slots.tp_new(m, type, t->item, (size_t)t->size, NULL);
}

static int make_new(Machine *m, PickleReader *r)
{
    Object *cls, *arguments;
    if (!pop_two(m, r, &cls, &arguments))
        return -1;
    Object *made = new_of(m, r, cls, arguments);
    decref(m, arguments);
    decref(m, cls);
    return push(m, r, made);
}

/* Attributes go into the instance's dict, their names interned. */
static int set_state_dict(Machine *m, const PickleReader *r, Object *made, Object *state)
{
    if (!is_dict(state))
        return fail(m, r, "state is not a dictionary"), -1;
    Object *into = object_getattr(m, made, m->id.__dict__), *key, *value;
    int status = into ? 0 : -1;
    for (ssize_t at = 0; status == 0 && dict_next(state, &at, &key, &value, NULL);) {
        incref(value);
        Object *name = is_exact(m, key, str) ? str_intern(m, newref(key)) : newref(key);
        status = name ? object_setitem(m, into, name, value) : -1;
        xdecref(m, name);
        decref(m, value);
    }
    xdecref(m, into);
    return status;
}

static int set_state_slots(Machine *m, const PickleReader *r, Object *made, Object *slots)
{
    Object *key, *value;
    if (!is_dict(slots))
        return fail(m, r, "slot state is not a dictionary"), -1;
    for (ssize_t at = 0; dict_next(slots, &at, &key, &value, NULL);)
        if (object_setattr(m, made, key, value) < 0)
            return -1;
    return 0;
}

static int set_state(Machine *m, const PickleReader *r, Object *made, Object *state)
{
    Object *method;
    int found = object_lookup_attr(m, made, m->id.__setstate__, &method);
    if (found < 0)
        return -1;
    if (found) {
        Object *answer = object_call1(m, method, state);
        decref(m, method);
        xdecref(m, answer);
        return answer ? 0 : -1;
    }
    Object *slots = m->none;
    if (is_tuple(state) && tuple_size(state) == 2) {
        slots = tuple_item(state, 1);
        state = tuple_item(state, 0);
    }
    if (state != m->none && set_state_dict(m, r, made, state) < 0)
        return -1;
    return slots == m->none ? 0 : set_state_slots(m, r, made, slots);
}

static int build(Machine *m, PickleReader *r)
{
    Object *state = pop(m, r), *made = state ? top(m, r) : NULL;
    int status = made ? set_state(m, r, made, state) : -1;
    xdecref(m, state);
    return status;
}

static int find_class(Machine *m, PickleReader *r)
{
    Object *args[2];
    if (!pop_two(m, r, &args[0], &args[1]))
        return -1;
    Object *found = is_exact(m, args[0], str) && is_exact(m, args[1], str)
                        ? ask_unpickler(m, r, "find_class", args, 2)
                        : fail(m, r, "STACK_GLOBAL requires str");
    decref(m, args[0]);
    decref(m, args[1]);
    return push(m, r, found);
}

/* ---- instructions ---------------------------------------------------------------------------- */

static int push_number(Machine *m, PickleReader *r, int bytes, bool is_signed)
{
    uint64_t v;
    if (!take_number(m, r, bytes, &v))
        return -1;
    return push(m, r, int_from_i64(m, is_signed ? (int32_t)v : (int64_t)v));
}

static int push_float(Machine *m, PickleReader *r)
{
    uint64_t bits;
    double v;
    if (!take_number(m, r, 8, &bits))
        return -1;
    bits = __builtin_bswap64(bits);
    memcpy(&v, &bits, sizeof v);
    return push(m, r, float_from_double(m, v));
}

static int push_str(Machine *m, PickleReader *r, int bytes)
{
    ssize_t n;
    const char *data = take_sized(m, r, bytes, &n);
    if (!data)
        return -1;
    for (ssize_t i = 0; i < n; i++)
        if (data[i] & 0x80) {
            Object *encoded = bytes_new(m, data, n);
            Object *text = encoded ? ask_unpickler(m, r, "_utf8", &encoded, 1) : NULL;
            xdecref(m, encoded);
            return push(m, r, text);
        }
    return push(m, r, str_from_utf8(m, data, (size_t)n));
}

static int push_bytes(Machine *m, PickleReader *r, int bytes)
{
    ssize_t n;
    const char *data = take_sized(m, r, bytes, &n);
    return data ? push(m, r, bytes_new(m, data, n)) : -1;
}

/* An integer of up to 255 bytes, in two's complement. */
static int push_long(Machine *m, PickleReader *r)
{
    ssize_t n;
    const char *data = take_sized(m, r, 1, &n);
    if (!data)
        return -1;
    if (n > 8) {
        Object *encoded = bytes_new(m, data, n);
        Object *v = encoded ? ask_unpickler(m, r, "_long", &encoded, 1) : NULL;
        xdecref(m, encoded);
        return push(m, r, v);
    }
    uint64_t v = n && data[n - 1] & 0x80 ? UINT64_MAX : 0;
    for (ssize_t i = n; i-- > 0;)
        v = v << 8 | (uint8_t)data[i];
    return push(m, r, int_from_i64(m, (int64_t)v));
}

static int read_protocol(Machine *m, PickleReader *r)
{
    uint64_t protocol;
    if (!take_number(m, r, 1, &protocol))
        return -1;
    Object *number = int_from_u64(m, protocol);
    Object *done = number ? ask_unpickler(m, r, "_begin_protocol", &number, 1) : NULL;
    xdecref(m, number);
    xdecref(m, done);
    return done ? 0 : -1;
}

static int with_index(Machine *m, PickleReader *r, int bytes,
                      int (*act)(Machine *, PickleReader *, uint64_t))
{
    uint64_t index;
    return take_number(m, r, bytes, &index) ? act(m, r, index) : -1;
}

/* The Unpickler knows it, or says that it is no instruction. */
static int leave_to_unpickler(Machine *m, const PickleReader *r, int letter)
{
    char byte = (char)letter;
    Object *key = bytes_new(m, &byte, 1);
    Object *done = key ? ask_unpickler(m, r, "_step", &key, 1) : NULL;
    xdecref(m, key);
    xdecref(m, done);
    return done ? 0 : -1;
}

/* Instructions by what they are for; each function hands on what is not its own. */
static int run_stack(Machine *m, PickleReader *r, int letter)
{
    Object *o;
    switch (letter) {
    case PICKLE_PROTO:
        return read_protocol(m, r);
    case PICKLE_FRAME:
        return enter_frame(m, r);
    case PICKLE_MARK:
        return set_mark(m, r);
    case PICKLE_POP:
        return drop_one(m, r);
    case PICKLE_POP_MARK:
        return drop_marked(m, r);
    case PICKLE_DUP:
        o = top(m, r);
        return o ? push(m, r, newref(o)) : -1;
    case PICKLE_BINPUT:
        return with_index(m, r, 1, remember);
    case PICKLE_LONG_BINPUT:
        return with_index(m, r, 4, remember);
    case PICKLE_MEMOIZE:
        return remember(m, r, (uint64_t)r->memo.size);
    case PICKLE_BINGET:
        return with_index(m, r, 1, recall);
    case PICKLE_LONG_BINGET:
        return with_index(m, r, 4, recall);
    case PICKLE_STACK_GLOBAL:
        return find_class(m, r);
    case PICKLE_REDUCE:
        return reduce(m, r);
    case PICKLE_NEWOBJ:
        return make_new(m, r);
    case PICKLE_BUILD:
        return build(m, r);
    default:
        return leave_to_unpickler(m, r, letter);
    }
}

static int run_container(Machine *m, PickleReader *r, int letter)
{
    switch (letter) {
    case PICKLE_EMPTY_TUPLE:
        return push(m, r, tuple_new(m, 0));
    case PICKLE_EMPTY_LIST:
        return push(m, r, list_new(m, 0));
    case PICKLE_EMPTY_DICT:
        return push(m, r, dict_new(m));
    case PICKLE_EMPTY_SET:
        return push(m, r, set_new(m, NULL));
    case PICKLE_TUPLE:
        return replace_marked(m, r, gather_tuple);
    case PICKLE_LIST:
        return replace_marked(m, r, gather_list);
    case PICKLE_DICT:
        return replace_marked(m, r, dict_of);
    case PICKLE_FROZENSET:
        return replace_marked(m, r, frozenset_of);
    case PICKLE_TUPLE1:
    case PICKLE_TUPLE2:
    case PICKLE_TUPLE3:
        return make_tuple(m, r, letter - PICKLE_TUPLE1 + 1);
    case PICKLE_APPEND:
        return append_from(m, r, r->stack.size - 1);
    case PICKLE_APPENDS:
        return with_marked(m, r, append_from);
    case PICKLE_SETITEM:
        return set_pairs_from(m, r, r->stack.size - 2);
    case PICKLE_SETITEMS:
        return with_marked(m, r, set_pairs_from);
    case PICKLE_ADDITEMS:
        return with_marked(m, r, add_from);
    default:
        return run_stack(m, r, letter);
    }
}

static int run(Machine *m, PickleReader *r, int letter)
{
    switch (letter) {
    case PICKLE_NONE:
        return push(m, r, newref(m->none));
    case PICKLE_NEWTRUE:
        return push(m, r, newref(m->true_));
    case PICKLE_NEWFALSE:
        return push(m, r, newref(m->false_));
    case PICKLE_BININT:
        return push_number(m, r, 4, true);
    case PICKLE_BININT1:
        return push_number(m, r, 1, false);
    case PICKLE_BININT2:
        return push_number(m, r, 2, false);
    case PICKLE_LONG1:
        return push_long(m, r);
    case PICKLE_BINFLOAT:
        return push_float(m, r);
    case PICKLE_SHORT_BINUNICODE:
        return push_str(m, r, 1);
    case PICKLE_BINUNICODE:
        return push_str(m, r, 4);
    case PICKLE_BINUNICODE8:
        return push_str(m, r, 8);
    case PICKLE_SHORT_BINBYTES:
        return push_bytes(m, r, 1);
    case PICKLE_BINBYTES:
        return push_bytes(m, r, 4);
    case PICKLE_BINBYTES8:
        return push_bytes(m, r, 8);
    default:
        return run_container(m, r, letter);
    }
}

static Object *load(Machine *m, PickleReader *r)
{
    for (;;) {
        ssize_t got;
        const char *letter = take_some(m, r, 1, &got);
        if (!letter)
            return NULL;
        if (!got)
            return error_set(m, EXC_EOFError, "Ran out of input");
        if (*letter == PICKLE_STOP)
            return pop(m, r);
        if (run(m, r, (uint8_t)*letter) < 0)
            return NULL;
    }
}

/* ---- the type -------------------------------------------------------------------------------- */

static Object *done(Machine *m, int status)
{
    return status < 0 ? NULL : newref(m->none);
}

/* load(unpickler, file, data): the next pickle of the file, or of the bytes where file is None. */
BUILTIN(reader_load)
{
    (void)kwnames;
    PickleReader *r = as_reader(self);
    if (!arg_check_positional(m, "load", nargs, 3, 3))
        return NULL;
    if (r->loading)
        return error_not_simulated(m, "Unpickler.load() while the same one is loading");
    r->loading = true;
    r->unpickler = args[0];
    Object *file = r->file, *data = r->data;
    r->file = args[1] == m->none ? NULL : newref(args[1]);
    r->data = args[2] == m->none ? NULL : newref(args[2]);
    r->at = 0;
    r->marks = 0;
    xdecref(m, file);
    xdecref(m, data);
    drop_above(m, r, 0);
    Object *o = load(m, r);
    r->marks = 0;
    drop_above(m, r, 0);
    r->loading = false;
    return o;
}

/* read(n): that many bytes of the pickle. */
BUILTIN(reader_read)
{
    ONE_ARG;
    ssize_t n;
    if (!int_as_c_ssize(m, args[0], &n))
        return NULL;
    const char *data = take(m, as_reader(self), n);
    return data ? bytes_new(m, data, n) : NULL;
}

/* The rest of the line, without its end: from what is at hand, else from the file. */
BUILTIN(reader_line)
{
    NO_ARGS;
    PickleReader *r = as_reader(self);
    if (r->file && left_in_data(r) == 0) {
        Object *line = from_file(m, r, "readline", NULL);
        if (!line)
            return NULL;
        r->at = 0;
        set_ref(m, r->data, line);
    }
    ssize_t left = left_in_data(r);
    const char *data = left ? ((const BytesObject *)r->data)->data + r->at : "";
    const char *end = memchr(data, '\n', (size_t)left);
    if (!end)
        return fail(m, r, "pickle data was truncated");
    r->at += end + 1 - data;
    return bytes_new(m, data, end - data);
}

BUILTIN(reader_push)
{
    ONE_ARG;
    return done(m, push(m, as_reader(self), newref(args[0])));
}

BUILTIN(reader_pop)
{
    NO_ARGS;
    return pop(m, as_reader(self));
}

/* from_mark(): all from the mark on, as a list. */
BUILTIN(reader_from_mark)
{
    NO_ARGS;
    PickleReader *r = as_reader(self);
    ssize_t from = take_mark(m, r);
    return from < 0 ? NULL : gather_list(m, r, from);
}

static Object *with_number(Machine *m, PickleReader *r, Object *number,
                           int (*act)(Machine *, PickleReader *, uint64_t))
{
    ssize_t i;
    return int_as_c_ssize(m, number, &i) ? done(m, act(m, r, (uint64_t)i)) : NULL;
}

BUILTIN(reader_remember)
{
    ONE_ARG;
    return with_number(m, as_reader(self), args[0], remember);
}

BUILTIN(reader_recall)
{
    ONE_ARG;
    return with_number(m, as_reader(self), args[0], recall);
}

static Object *reader_new(NEW_ARGS)
{
    (void)kwnames;
    if (!arg_check_positional(m, "Reader", nargs, 1, 1))
        return NULL;
    PickleReader *r = native_new(m, type);
    if (r)
        r->error = newref(args[0]);
    return (Object *)r;
}

static void reader_dealloc(Machine *m, Object *o)
{
    PickleReader *r = as_reader(o);
    native_drop(m, &r->stack);
    for (ssize_t i = 0; i < r->memo.size; i++)
        clear_ref(m, r->memo.item[i]);
    heap_free(m, r->memo.item);
    heap_free(m, r->mark);
    clear_ref(m, r->data);
    clear_ref(m, r->file);
    clear_ref(m, r->error);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static int reader_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    const PickleReader *r = as_reader(o);
    int stop = VISIT(r->error, r->data, r->file);
    stop = stop ? stop : visit_each(m, r->stack.item, (size_t)r->stack.size, visit, arg);
    return stop ? stop : visit_each(m, r->memo.item, (size_t)r->memo.size, visit, arg);
}

static const MethodDef reader_methods[] = {
    {"from_mark", reader_from_mark, METH_NOARGS, NULL},
    {"line", reader_line, METH_NOARGS, NULL},
    {"load", reader_load, METH_FASTCALL, NULL},
    {"pop", reader_pop, METH_NOARGS, NULL},
    {"push", reader_push, METH_O, NULL},
    {"read", reader_read, METH_O, NULL},
    {"recall", reader_recall, METH_O, NULL},
    {"remember", reader_remember, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

const TypeSpec pickle_reader_spec = {
    .name = "_pickle.Reader",
    .basicsize = sizeof(PickleReader),
    .size = sizeof(PickleReader),
    .methods = reader_methods,
    .slots =
        {
            .tp_new = reader_new,
            .tp_dealloc = reader_dealloc,
            .tp_traverse = reader_traverse,
        },
};

static int pickle_exec(Machine *m, Object *dict)
{
    if (module_add(m, dict, "Writer", newref((Object *)m->types.pickle_writer)) < 0)
        return -1;
    return module_add(m, dict, "Reader", newref((Object *)m->types.pickle_reader));
}

const ModuleSpec pickle_engine_module = {
    .name = "_pickle._engine",
    .exec = pickle_exec,
    .hidden = true,
};
