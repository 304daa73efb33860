/* The quick half of Pickler: an object, and all that it leads to, as instructions of a pickle:
 * Modules/_pickle.c: save.
 *
 * What is rare the Pickler does, a Python class (python/_pickle._writer.py), which owns its writer
 * and is called with what is not known here: what is found by name, text protocols, what a program
 * has overridden.  Both write into the writer and share its memo.
 *
 * Invariants: memo.item[i] is the object that instruction i of the memo stands for, held, and
 * slot[] finds i + 1 by its address; slot[] is never full.  While in_frame, data[frame..] begins
 * with room for the frame's header. */
#include "pickle_format.h"

#include "native.h"

#include <pyviz/base/buffer.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/float.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/set.h>

#include <stdio.h>
#include <string.h>

enum {
    BATCH = 1000,           /* items that one instruction appends */
    FRAME_TARGET = 1 << 16, /* a frame this long ends; what is this long stays outside of frames */
    FRAME_MIN = 4,          /* what is shorter needs no frame */
    FRAME_HEADER = 9,       /* the letter, and eight bytes for the length */
    MEMO_LOG_MINSIZE = 5,
};

typedef struct PickleWriter {
    Object ob_base;
    Object *dispatch; /* reducers by class: a dict, or what a program has put in its place */
    Object *pickler;  /* borrowed: it owns the writer, and is there while anything is written */
    struct native_array memo;
    uint32_t *slot;
    int slot_log2;
    char *data;
    size_t size, capacity, frame;
    int protocol;
    bool framing, in_frame, fast;
    bool asks;       /* there is a persistent_id */
    bool overridden; /* there is a reducer_override */
} PickleWriter;

static PickleWriter *as_writer(Object *o)
{
    return (PickleWriter *)o;
}

/* ---- bytes ----------------------------------------------------------------------------------- */

/* Room for n more bytes, or NULL. */
static char *reserve(Machine *m, PickleWriter *w, size_t n)
{
    if (w->size + n > w->capacity) {
        size_t capacity = w->capacity ? w->capacity * 2 : 256;
        while (capacity < w->size + n)
            capacity *= 2;
        char *data = heap_realloc(m, w->data, capacity);
        if (!data)
            return NULL;
        w->data = data;
        w->capacity = capacity;
    }
    w->size += n;
    return w->data + w->size - n;
}

static void put_little(char *to, uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        to[i] = (char)(value >> 8 * i);
}

static void end_frame(PickleWriter *w)
{
    if (!w->in_frame)
        return;
    w->in_frame = false;
    char *frame = w->data + w->frame;
    size_t length = w->size - w->frame - FRAME_HEADER;
    if (length >= FRAME_MIN) {
        frame[0] = (char)PICKLE_FRAME;
        put_little(frame + 1, length, 8);
        return;
    }
    memmove(frame, frame + FRAME_HEADER, length);
    w->size -= FRAME_HEADER;
}

static int write_raw(Machine *m, PickleWriter *w, const char *data, size_t n)
{
    char *to = reserve(m, w, n);
    if (!to)
        return -1;
    memcpy(to, data, n);
    return 0;
}

static int write(Machine *m, PickleWriter *w, const char *data, size_t n)
{
    if (w->framing && !w->in_frame) {
        size_t frame = w->size;
        if (!reserve(m, w, FRAME_HEADER))
            return -1;
        w->frame = frame;
        w->in_frame = true;
    }
    return write_raw(m, w, data, n);
}

static int write_letter(Machine *m, PickleWriter *w, enum pickle_letter letter)
{
    char c = (char)letter;
    return write(m, w, &c, 1);
}

/* An instruction with a number of so many bytes. */
static int write_number(Machine *m, PickleWriter *w, enum pickle_letter letter, uint64_t value,
                        int bytes)
{
    char text[FRAME_HEADER] = {(char)letter};
    put_little(text + 1, value, bytes);
    return write(m, w, text, (size_t)bytes + 1);
}

/* What is long lies between two frames. */
static int write_long(Machine *m, PickleWriter *w, const char *header, size_t header_size,
                      const char *data, size_t n)
{
    if (n < FRAME_TARGET || !w->framing)
        return write(m, w, header, header_size) < 0 ? -1 : write(m, w, data, n);
    end_frame(w);
    return write_raw(m, w, header, header_size) < 0 ? -1 : write_raw(m, w, data, n);
}

/* A text or bytes: `brief` says its length in one byte, `usual` in four. */
static int write_sized(Machine *m, PickleWriter *w, bool brief, enum pickle_letter brief_letter,
                       enum pickle_letter usual, const char *data, size_t n)
{
    char header[5] = {(char)(brief ? brief_letter : usual)};
    put_little(header + 1, n, brief ? 1 : 4);
    return write_long(m, w, header, brief ? 2 : 5, data, n);
}

/* ---- the memo -------------------------------------------------------------------------------- */

static size_t first_slot(const PickleWriter *w, const Object *o)
{
    return (size_t)(((uint64_t)(uintptr_t)o >> 4) * 0x9e3779b97f4a7c15u >> (64 - w->slot_log2));
}

/* Where the object is, or would be. */
static uint32_t *find_slot(const PickleWriter *w, const Object *o)
{
    size_t mask = ((size_t)1 << w->slot_log2) - 1, i = first_slot(w, o);
    while (w->slot[i] && w->memo.item[w->slot[i] - 1] != o)
        i = (i + 1) & mask;
    return &w->slot[i];
}

/* The number by which the object is known, or -1. */
static ssize_t memo_find(const PickleWriter *w, const Object *o)
{
    return w->slot ? (ssize_t)*find_slot(w, o) - 1 : -1;
}

static int memo_grow(Machine *m, PickleWriter *w)
{
    int log2 = w->slot ? w->slot_log2 + 1 : MEMO_LOG_MINSIZE;
    uint32_t *slot = heap_alloc(m, sizeof *slot << log2);
    if (!slot)
        return -1;
    heap_free(m, w->slot);
    w->slot = slot;
    w->slot_log2 = log2;
    for (ssize_t i = 0; i < w->memo.size; i++)
        *find_slot(w, w->memo.item[i]) = (uint32_t)i + 1;
    return 0;
}

static int memo_add(Machine *m, PickleWriter *w, Object *o)
{
    bool full = !w->slot || (size_t)w->memo.size * 2 >= (size_t)1 << w->slot_log2;
    if ((full && memo_grow(m, w) < 0) || native_push(m, &w->memo, newref(o)) < 0)
        return -1;
    *find_slot(w, o) = (uint32_t)w->memo.size;
    return 0;
}

static void memo_clear(Machine *m, PickleWriter *w)
{
    native_drop(m, &w->memo);
    heap_free(m, w->slot);
    w->slot = NULL;
}

/* A number as text, which ends the line: protocol 0. */
static int write_line(Machine *m, PickleWriter *w, char letter, ssize_t number)
{
    char line[32];
    int n = snprintf(line, sizeof line, "%c%zd\n", letter, number);
    return write(m, w, line, (size_t)n);
}

static int memoize(Machine *m, PickleWriter *w, Object *o)
{
    if (w->fast)
        return 0;
    ssize_t i = w->memo.size;
    if (memo_add(m, w, o) < 0)
        return -1;
    if (w->protocol >= 4)
        return write_letter(m, w, PICKLE_MEMOIZE);
    if (w->protocol == 0)
        return write_line(m, w, PICKLE_PUT, i);
    return i < 256 ? write_number(m, w, PICKLE_BINPUT, (uint64_t)i, 1)
                   : write_number(m, w, PICKLE_LONG_BINPUT, (uint64_t)i, 4);
}

static int write_fetch(Machine *m, PickleWriter *w, ssize_t i)
{
    if (w->protocol == 0)
        return write_line(m, w, PICKLE_GET, i);
    return i < 256 ? write_number(m, w, PICKLE_BINGET, (uint64_t)i, 1)
                   : write_number(m, w, PICKLE_LONG_BINGET, (uint64_t)i, 4);
}

/* ---- what the Pickler does ------------------------------------------------------------------- */

/* pickler.name(a[, b]): what it answers. */
static Object *ask_pickler(Machine *m, const PickleWriter *w, const char *name, Object *a,
                           Object *b)
{
    Object *interned = str_intern_ascii(m, name);
    if (!interned)
        return NULL;
    Object *args[] = {a, b};
    Object *r = object_call_method(m, w->pickler, interned, args, b ? 2 : 1);
    decref(m, interned);
    return r;
}

static int leave_to_pickler(Machine *m, const PickleWriter *w, const char *name, Object *a,
                            Object *b)
{
    Object *r = ask_pickler(m, w, name, a, b);
    xdecref(m, r);
    return r ? 0 : -1;
}

/* ---- what has no parts ----------------------------------------------------------------------- */

/* The fewest bytes that hold a number and its sign. */
static int bytes_for(int64_t v)
{
    int bytes = 1;
    while (bytes < 8 && v >> (8 * bytes - 1) != 0 && v >> (8 * bytes - 1) != -1)
        bytes++;
    return bytes;
}

static int save_int(Machine *m, PickleWriter *w, Object *o)
{
    int overflow;
    int64_t v = int_as_i64(o, &overflow);
    if (!overflow && v >= INT32_MIN && v <= INT32_MAX)
        return v >= 0 && v <= 0xff     ? write_number(m, w, PICKLE_BININT1, (uint64_t)v, 1)
               : v >= 0 && v <= 0xffff ? write_number(m, w, PICKLE_BININT2, (uint64_t)v, 2)
                                       : write_number(m, w, PICKLE_BININT, (uint64_t)v, 4);
    if (overflow || w->protocol < 2)
        return leave_to_pickler(m, w, "_save_int", o, NULL);
    char text[10] = {(char)PICKLE_LONG1, (char)bytes_for(v)};
    put_little(text + 2, (uint64_t)v, text[1]);
    return write(m, w, text, 2 + (size_t)text[1]);
}

static int save_float(Machine *m, PickleWriter *w, Object *o)
{
    double v = float_value(o);
    uint64_t bits;
    memcpy(&bits, &v, sizeof bits);
    return write_number(m, w, PICKLE_BINFLOAT, __builtin_bswap64(bits), 8);
}

/* CPython keeps the UTF-8 form of a str where it has one. */
static void note_utf8(Object *o)
{
    for (ssize_t i = 0; i < str_len(o); i++)
        if (str_at(o, i) >= 0xd800 && str_at(o, i) <= 0xdfff)
            return;
    str_keep_utf8(o);
}

static int save_str(Machine *m, PickleWriter *w, Object *o)
{
    const StrObject *s = (const StrObject *)o;
    struct buffer other = {0};
    if (!s->ascii) {
        str_to_utf8(o, &other);
        note_utf8(o);
    }
    size_t n = s->ascii ? (size_t)s->length : other.len;
    int status = write_sized(m, w, n <= 0xff && w->protocol >= 4, PICKLE_SHORT_BINUNICODE,
                             PICKLE_BINUNICODE, s->ascii ? s->data : buffer_text(&other), n);
    buffer_free(&other);
    return status < 0 ? -1 : memoize(m, w, o);
}

static int save_bytes(Machine *m, PickleWriter *w, Object *o)
{
    const BytesObject *b = (const BytesObject *)o;
    if (w->protocol < 3)
        return leave_to_pickler(m, w, "_save_bytes", o, NULL);
    if (write_sized(m, w, b->size <= 0xff, PICKLE_SHORT_BINBYTES, PICKLE_BINBYTES, b->data,
                    (size_t)b->size) < 0)
        return -1;
    return memoize(m, w, o);
}

/* ---- containers ------------------------------------------------------------------------------ */

static int save(Machine *m, PickleWriter *w, Object *o);

/* While it is being written the program may drop it. */
static int save_held(Machine *m, PickleWriter *w, Object *o)
{
    incref(o);
    int status = save(m, w, o);
    decref(m, o);
    return status;
}

static int save_pair(Machine *m, PickleWriter *w, Object *key, Object *value)
{
    incref(value);
    int status = save_held(m, w, key);
    if (status == 0)
        status = save(m, w, value);
    decref(m, value);
    return status;
}

/* It can enter the memo only after what it holds: where that leads back to it, it is there by
 * then, and what was about to become it is thrown away. */
static int save_tuple(Machine *m, PickleWriter *w, Object *o)
{
    static const enum pickle_letter of_few[] = {PICKLE_EMPTY_TUPLE, PICKLE_TUPLE1, PICKLE_TUPLE2,
                                                PICKLE_TUPLE3};
    ssize_t n = tuple_size(o);
    if (n == 0)
        return write_letter(m, w, PICKLE_EMPTY_TUPLE);
    bool few = n <= 3 && w->protocol >= 2;
    if (!few && write_letter(m, w, PICKLE_MARK) < 0)
        return -1;
    for (ssize_t i = 0; i < n; i++)
        if (save(m, w, tuple_item(o, i)) < 0)
            return -1;
    ssize_t made = memo_find(w, o);
    if (made < 0)
        return write_letter(m, w, few ? of_few[n] : PICKLE_TUPLE) < 0 ? -1 : memoize(m, w, o);
    for (ssize_t i = few ? n : 1; i > 0; i--)
        if (write_letter(m, w, few ? PICKLE_POP : PICKLE_POP_MARK) < 0)
            return -1;
    return write_fetch(m, w, made);
}

static int save_list_items(Machine *m, PickleWriter *w, Object *o)
{
    if (list_size(o) == 1)
        return save_held(m, w, list_item(o, 0)) < 0 ? -1 : write_letter(m, w, PICKLE_APPEND);
    for (ssize_t at = 0; at < list_size(o);) {
        if (write_letter(m, w, PICKLE_MARK) < 0)
            return -1;
        for (ssize_t end = at + BATCH; at < end && at < list_size(o); at++)
            if (save_held(m, w, list_item(o, at)) < 0)
                return -1;
        if (write_letter(m, w, PICKLE_APPENDS) < 0)
            return -1;
    }
    return 0;
}

static int save_list(Machine *m, PickleWriter *w, Object *o)
{
    if (write_letter(m, w, PICKLE_EMPTY_LIST) < 0 || memoize(m, w, o) < 0)
        return -1;
    return save_list_items(m, w, o);
}

/* Dict and set: what is saved with each step of a walk.  1, 0 at the end, -1. */
struct table {
    int (*save_next)(Machine *m, PickleWriter *w, Object *o, ssize_t *at);
    ssize_t (*size)(const Object *o);
    enum pickle_letter many; /* puts a batch in */
    const char *changed;     /* if that has changed the table */
};

static int save_next_pair(Machine *m, PickleWriter *w, Object *o, ssize_t *at)
{
    Object *key, *value;
    if (!dict_next(o, at, &key, &value, NULL))
        return 0;
    return save_pair(m, w, key, value) < 0 ? -1 : 1;
}

static int save_next_member(Machine *m, PickleWriter *w, Object *o, ssize_t *at)
{
    Object *key;
    if (!set_next(m, o, at, &key, NULL))
        return 0;
    return save_held(m, w, key) < 0 ? -1 : 1;
}

/* What ends with a full batch is followed by an empty one. */
static int save_table(Machine *m, PickleWriter *w, Object *o, const struct table *table)
{
    ssize_t at = 0, size = table->size(o), n = BATCH;
    while (n == BATCH) {
        int more = 1;
        if (write_letter(m, w, PICKLE_MARK) < 0)
            return -1;
        for (n = 0; n < BATCH && (more = table->save_next(m, w, o, &at)) > 0; n++)
            continue;
        if (more < 0 || write_letter(m, w, table->many) < 0)
            return -1;
        if (table->size(o) != size)
            return error_set(m, EXC_RuntimeError, "%s", table->changed), -1;
    }
    return 0;
}

static int save_dict_items(Machine *m, PickleWriter *w, Object *o)
{
    static const struct table dict = {save_next_pair, dict_size, PICKLE_SETITEMS,
                                      "dictionary changed size during iteration"};
    ssize_t at = 0;
    if (dict_size(o) != 1)
        return save_table(m, w, o, &dict);
    return save_next_pair(m, w, o, &at) < 0 ? -1 : write_letter(m, w, PICKLE_SETITEM);
}

static int save_dict(Machine *m, PickleWriter *w, Object *o)
{
    if (write_letter(m, w, PICKLE_EMPTY_DICT) < 0 || memoize(m, w, o) < 0)
        return -1;
    return dict_size(o) ? save_dict_items(m, w, o) : 0;
}

static int save_set(Machine *m, PickleWriter *w, Object *o)
{
    static const struct table set = {save_next_member, set_size, PICKLE_ADDITEMS,
                                     "set changed size during iteration"};
    if (w->protocol < 4)
        return leave_to_pickler(m, w, "_save_set", o, NULL);
    if (write_letter(m, w, PICKLE_EMPTY_SET) < 0 || memoize(m, w, o) < 0)
        return -1;
    return set_size(o) ? save_table(m, w, o, &set) : 0;
}

/* ---- what an object says that it is made of -------------------------------------------------- */

/* Items of an iterator, whose length nobody knows: a last one alone is not worth a mark. */
struct batch {
    enum pickle_letter one, many;
    int (*save)(Machine *m, PickleWriter *w, Object *item); /* steals the item */
};

static int save_item(Machine *m, PickleWriter *w, Object *item)
{
    int status = save(m, w, item);
    decref(m, item);
    return status;
}

static int save_item_pair(Machine *m, PickleWriter *w, Object *item)
{
    int status = -1;
    if (is_tuple(item) && tuple_size(item) == 2)
        status = save_pair(m, w, tuple_item(item, 0), tuple_item(item, 1));
    else
        error_set(m, EXC_TypeError, "dict items iterator must return 2-tuples");
    decref(m, item);
    return status;
}

/* The first item is at hand: *more says whether the iterator may have others behind the batch. */
static int save_batch(Machine *m, PickleWriter *w, Object *iterator, Object *first,
                      const struct batch *batch, bool *more)
{
    Object *second = iter_next(m, iterator);
    *more = false;
    if (!second) {
        if (error_occurred(m))
            return decref(m, first), -1;
        return batch->save(m, w, first) < 0 ? -1 : write_letter(m, w, batch->one);
    }
    if (write_letter(m, w, PICKLE_MARK) < 0 || batch->save(m, w, first) < 0)
        return decref(m, second), -1;
    int n = 1;
    for (Object *item = second; item; item = n < BATCH ? iter_next(m, iterator) : NULL) {
        if (batch->save(m, w, item) < 0)
            return -1;
        n++;
    }
    *more = n == BATCH;
    return error_occurred(m) ? -1 : write_letter(m, w, batch->many);
}

static int save_batches(Machine *m, PickleWriter *w, Object *iterator, const struct batch *batch)
{
    Object *first;
    for (bool more = true; more;) {
        first = iter_next(m, iterator);
        if (!first)
            return error_occurred(m) ? -1 : 0;
        if (save_batch(m, w, iterator, first, batch, &more) < 0)
            return -1;
    }
    return 0;
}

static const struct batch of_items = {PICKLE_APPEND, PICKLE_APPENDS, save_item};
static const struct batch of_pairs = {PICKLE_SETITEM, PICKLE_SETITEMS, save_item_pair};

/* (function, arguments[, state[, items[, pairs]]]) */
struct recipe {
    Object *function, *arguments, *state, *items, *pairs;
};

static bool is_iterator_or_none(const Machine *m, const Object *o)
{
    return o == m->none || o->type->slots.tp_iternext;
}

/* Is it one of the usual ones, with nothing to complain of? */
static bool read_recipe(const Machine *m, const Object *t, struct recipe *r)
{
    ssize_t n = tuple_size(t);
    if (n < 2 || n > 6 || (n == 6 && tuple_item(t, 5) != m->none))
        return false;
    *r = (struct recipe){
        .function = tuple_item(t, 0),
        .arguments = tuple_item(t, 1),
        .state = n > 2 ? tuple_item(t, 2) : m->none,
        .items = n > 3 ? tuple_item(t, 3) : m->none,
        .pairs = n > 4 ? tuple_item(t, 4) : m->none,
    };
    return object_is_callable(r->function) && is_tuple(r->arguments) &&
           is_iterator_or_none(m, r->items) && is_iterator_or_none(m, r->pairs);
}

enum making { MAKING_BY_CALL, MAKING_BY_NEW, MAKING_OTHER };

/* Does the function stand for cls.__new__?  -1 with an exception. */
static int how_made(Machine *m, const PickleWriter *w, const struct recipe *r, const Object *o)
{
    Object *name = NULL;
    if (w->protocol < 2)
        return MAKING_BY_CALL;
    if (object_lookup_attr(m, r->function, m->id.__name__, &name) < 0)
        return -1;
    int how = MAKING_BY_CALL;
    if (name && is_str(name) && str_equals_ascii(name, "__newobj__")) {
        Object *cls = tuple_size(r->arguments) ? tuple_item(r->arguments, 0) : NULL;
        how = cls == (const Object *)o->type ? MAKING_BY_NEW : MAKING_OTHER;
    } else if (name && is_str(name) && str_equals_ascii(name, "__newobj_ex__")) {
        how = MAKING_OTHER;
    }
    xdecref(m, name);
    return how;
}

static int save_new(Machine *m, PickleWriter *w, Object *arguments)
{
    if (save(m, w, tuple_item(arguments, 0)) < 0)
        return -1;
    TupleObject *t = (TupleObject *)arguments;
    Object *rest = tuple_from_array(m, t->item + 1, t->size - 1);
    return !rest || save_item(m, w, rest) < 0 ? -1 : write_letter(m, w, PICKLE_NEWOBJ);
}

static int save_call(Machine *m, PickleWriter *w, const struct recipe *r)
{
    if (save(m, w, r->function) < 0 || save(m, w, r->arguments) < 0)
        return -1;
    return write_letter(m, w, PICKLE_REDUCE);
}

/* What belongs to the object besides, once it has been made. */
static int save_contents(Machine *m, PickleWriter *w, const struct recipe *r)
{
    if ((r->items != m->none && save_batches(m, w, r->items, &of_items) < 0) ||
        (r->pairs != m->none && save_batches(m, w, r->pairs, &of_pairs) < 0))
        return -1;
    if (r->state == m->none)
        return 0;
    return save(m, w, r->state) < 0 ? -1 : write_letter(m, w, PICKLE_BUILD);
}

static int save_recipe(Machine *m, PickleWriter *w, Object *recipe, Object *o)
{
    struct recipe r;
    int how = MAKING_OTHER;
    if (w->protocol > 0 && read_recipe(m, recipe, &r))
        how = how_made(m, w, &r, o);
    if (how < 0 || how == MAKING_OTHER)
        return how < 0 ? -1 : leave_to_pickler(m, w, "_save_recipe", recipe, o);
    if ((how == MAKING_BY_NEW ? save_new(m, w, r.arguments) : save_call(m, w, &r)) < 0)
        return -1;
    ssize_t made = memo_find(w, o);
    if (made >= 0) /* what it is made of leads back to it */
        return write_letter(m, w, PICKLE_POP) < 0 ? -1 : write_fetch(m, w, made);
    return memoize(m, w, o) < 0 ? -1 : save_contents(m, w, &r);
}

/* By its class: *reduced is what that says, or NULL without an exception: it is not known here. */
static int reduce(Machine *m, const PickleWriter *w, Object *o, Object **reduced)
{
    Type *kind = o->type;
    *reduced = NULL;
    if (w->overridden || !is_exact(m, w->dispatch, dict) || kind == m->types.function ||
        type_is_subtype(kind, m->types.type))
        return 0;
    Object *by_class = dict_get(m, w->dispatch, (Object *)kind);
    if (by_class) {
        *reduced = object_call1(m, by_class, o);
    } else if (!error_occurred(m)) {
        Object *protocol = int_from_i64(m, w->protocol);
        if (protocol)
            *reduced = object_call_method(m, o, m->id.__reduce_ex__, &protocol, 1);
        xdecref(m, protocol);
    }
    return *reduced ? 0 : -1;
}

static int save_by_class(Machine *m, PickleWriter *w, Object *o)
{
    Object *reduced;
    if (reduce(m, w, o, &reduced) < 0)
        return -1;
    if (!reduced)
        return leave_to_pickler(m, w, "_save_reduced", o, (Object *)o->type);
    int status = is_str(reduced)     ? leave_to_pickler(m, w, "_save_global", o, reduced)
                 : is_tuple(reduced) ? save_recipe(m, w, reduced, o)
                                     : leave_to_pickler(m, w, "_save_recipe", reduced, o);
    decref(m, reduced);
    return status;
}

/* ---- any object ------------------------------------------------------------------------------ */

typedef int (*saver)(Machine *m, PickleWriter *w, Object *o);

static int save_none(Machine *m, PickleWriter *w, Object *o)
{
    (void)o;
    return write_letter(m, w, PICKLE_NONE);
}

static int save_bool(Machine *m, PickleWriter *w, Object *o)
{
    return write_letter(m, w, o == m->true_ ? PICKLE_NEWTRUE : PICKLE_NEWFALSE);
}

/* What has no place in the memo. */
static saver saver_of_atom(const Machine *m, const PickleWriter *w, const Type *kind)
{
    return kind == m->types.none                        ? save_none
           : kind == m->types.int_ && w->protocol       ? save_int
           : kind == m->types.float_ && w->protocol     ? save_float
           : kind == m->types.bool_ && w->protocol >= 2 ? save_bool
                                                        : NULL;
}

static saver saver_of(const Machine *m, const PickleWriter *w, const Type *kind)
{
    if (w->protocol == 0)
        return NULL;
    return kind == m->types.str     ? save_str
           : kind == m->types.tuple ? save_tuple
           : kind == m->types.list  ? save_list
           : kind == m->types.dict  ? save_dict
           : kind == m->types.bytes ? save_bytes
           : kind == m->types.set   ? save_set
                                    : NULL;
}

/* Does the Pickler know the class by itself? */
static bool is_left_to_pickler(const Machine *m, const Type *kind)
{
    return kind == m->types.int_ || kind == m->types.float_ || kind == m->types.bool_ ||
           kind == m->types.str || kind == m->types.tuple || kind == m->types.list ||
           kind == m->types.dict || kind == m->types.bytes || kind == m->types.set ||
           kind == m->types.frozenset || kind == m->types.bytearray;
}

static int save_known_or_not(Machine *m, PickleWriter *w, Object *o)
{
    saver atom = saver_of_atom(m, w, o->type);
    if (atom)
        return atom(m, w, o);
    ssize_t known = memo_find(w, o);
    if (known >= 0)
        return write_fetch(m, w, known);
    saver container = saver_of(m, w, o->type);
    if (container)
        return container(m, w, o);
    return is_left_to_pickler(m, o->type) ? leave_to_pickler(m, w, "_save_kind", o, NULL)
                                          : save_by_class(m, w, o);
}

/* Whether persistent_id has a name for the object, which is written then.  -1 with an exception. */
static int save_by_name(Machine *m, const PickleWriter *w, Object *o)
{
    Object *r = ask_pickler(m, w, "_save_by_name", o, NULL);
    int done = r ? r == m->true_ : -1;
    xdecref(m, r);
    return done;
}

static int save_asked(Machine *m, PickleWriter *w, Object *o, bool ask)
{
    if (recursion_enter(m, " while pickling an object") < 0)
        return -1;
    if (w->in_frame && w->size - w->frame - FRAME_HEADER >= FRAME_TARGET)
        end_frame(w);
    int done = ask ? save_by_name(m, w, o) : 0;
    int status = done ? (done < 0 ? -1 : 0) : save_known_or_not(m, w, o);
    recursion_leave(m);
    return status;
}

static int save(Machine *m, PickleWriter *w, Object *o)
{
    return save_asked(m, w, o, w->asks);
}

/* ---- the type -------------------------------------------------------------------------------- */

static Object *done(Machine *m, int status)
{
    return status < 0 ? NULL : newref(m->none);
}

/* save(o, ask): whatever it is; ask: persistent_id, if there is one. */
BUILTIN(writer_save)
{
    (void)kwnames;
    PickleWriter *w = as_writer(self);
    if (!arg_check_positional(m, "save", nargs, 1, 2))
        return NULL;
    bool ask = w->asks && (nargs < 2 || args[1] == m->true_);
    return done(m, save_asked(m, w, args[0], ask));
}

BUILTIN(writer_write)
{
    ONE_ARG;
    if (!is_bytes(args[0]))
        return error_set(m, EXC_TypeError, "bytes expected");
    const BytesObject *b = (const BytesObject *)args[0];
    return done(m, write(m, as_writer(self), b->data, (size_t)b->size));
}

/* write_long(header, data) */
BUILTIN(writer_write_long)
{
    (void)kwnames;
    if (!arg_check_positional(m, "write_long", nargs, 2, 2) || !is_bytes(args[0]) ||
        !is_bytes(args[1]))
        return NULL;
    const BytesObject *header = (const BytesObject *)args[0], *data = (const BytesObject *)args[1];
    return done(m, write_long(m, as_writer(self), header->data, (size_t)header->size, data->data,
                              (size_t)data->size));
}

BUILTIN(writer_memoize)
{
    ONE_ARG;
    return done(m, memoize(m, as_writer(self), args[0]));
}

/* fetch(o): writes that it is in the memo, if it is: that is the answer. */
BUILTIN(writer_fetch)
{
    ONE_ARG;
    PickleWriter *w = as_writer(self);
    ssize_t known = memo_find(w, args[0]);
    if (known >= 0 && write_fetch(m, w, known) < 0)
        return NULL;
    return newref(bool_of(m, known >= 0));
}

BUILTIN(writer_knows)
{
    ONE_ARG;
    return newref(bool_of(m, memo_find(as_writer(self), args[0]) >= 0));
}

BUILTIN(writer_forget)
{
    NO_ARGS;
    memo_clear(m, as_writer(self));
    return newref(m->none);
}

/* begin(pickler, fast, asks, overridden, dispatch): one more object. */
BUILTIN(writer_begin)
{
    (void)kwnames;
    PickleWriter *w = as_writer(self);
    if (!arg_check_positional(m, "begin", nargs, 5, 5))
        return NULL;
    int fast = object_is_true(m, args[1]);
    if (fast < 0)
        return NULL;
    w->pickler = args[0];
    w->fast = fast;
    w->asks = args[2] == m->true_;
    w->overridden = args[3] == m->true_;
    set_ref(m, w->dispatch, newref(args[4]));
    w->framing = w->in_frame = false;
    w->size = 0;
    char proto[] = {(char)PICKLE_PROTO, (char)w->protocol};
    if (w->protocol >= 2 && write(m, w, proto, sizeof proto) < 0)
        return NULL;
    w->framing = w->protocol >= 4;
    return newref(m->none);
}

/* take(): the instructions, with the last one, as bytes. */
BUILTIN(writer_take)
{
    NO_ARGS;
    PickleWriter *w = as_writer(self);
    if (write_letter(m, w, PICKLE_STOP) < 0)
        return NULL;
    end_frame(w);
    return bytes_new(m, w->data, (ssize_t)w->size);
}

static Object *writer_new(NEW_ARGS)
{
    (void)kwnames;
    int protocol;
    if (!arg_check_positional(m, "Writer", nargs, 1, 1) || !int_as_c_int(m, args[0], &protocol))
        return NULL;
    PickleWriter *w = native_new(m, type);
    if (w)
        w->protocol = protocol;
    return (Object *)w;
}

static void writer_dealloc(Machine *m, Object *o)
{
    PickleWriter *w = as_writer(o);
    memo_clear(m, w);
    heap_free(m, w->data);
    clear_ref(m, w->dispatch);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static int writer_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    const PickleWriter *w = as_writer(o);
    int r = VISIT(w->dispatch);
    return r ? r : visit_each(m, w->memo.item, (size_t)w->memo.size, visit, arg);
}

static const MethodDef writer_methods[] = {
    {"begin", writer_begin, METH_FASTCALL, NULL},
    {"fetch", writer_fetch, METH_O, NULL},
    {"forget", writer_forget, METH_NOARGS, NULL},
    {"knows", writer_knows, METH_O, NULL},
    {"memoize", writer_memoize, METH_O, NULL},
    {"save", writer_save, METH_FASTCALL, NULL},
    {"take", writer_take, METH_NOARGS, NULL},
    {"write", writer_write, METH_O, NULL},
    {"write_long", writer_write_long, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};

const TypeSpec pickle_writer_spec = {
    .name = "_pickle.Writer",
    .basicsize = sizeof(PickleWriter),
    .size = sizeof(PickleWriter),
    .methods = writer_methods,
    .slots =
        {
            .tp_new = writer_new,
            .tp_dealloc = writer_dealloc,
            .tp_traverse = writer_traverse,
        },
};
