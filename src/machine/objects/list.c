/* list: its block of pointers, and everything that makes it grow, shrink or move.
 * Objects/listobject.c; the methods that programs call are in list_methods.c.
 *
 * Every change of capacity goes through reallocate(), which keeps an OP_LIST_RESIZE record while
 * the old block and the new one exist side by side.  Until list.move the list still uses the old
 * block, and its size is the old one until the operation is over, as in CPython. */
#include "list_internal.h"

#include <string.h>

#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/op.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/tuple.h>

enum { POINTER = sizeof(Object *), RECYCLE_ON_STACK = 8 };

/* ---- capacity -------------------------------------------------------------------------------- */

/* The over-allocation of the usual rule: about an eighth more, rounded down to a multiple of 4. */
static ssize_t padded(ssize_t newsize)
{
    return (ssize_t)(((size_t)newsize + (size_t)(newsize >> 3) + 6) & ~(size_t)3);
}

/* Is the step from size to newsize greater than the spare room that the usual rule would leave? */
static bool is_big_step(ssize_t size, ssize_t newsize)
{
    return newsize - size > padded(newsize) - newsize;
}

ssize_t list_overallocate(ssize_t size, ssize_t newsize)
{
    if (newsize == 0)
        return 0;
    if (is_big_step(size, newsize))
        return (ssize_t)(((size_t)newsize + 3) & ~(size_t)3);
    return padded(newsize);
}

/* Our own block for n pointers; there is one even for n == 0, as CPython's realloc gives. */
static Object **allocate_block(Machine *m, ssize_t n)
{
    if (n > PTRDIFF_MAX / POINTER)
        return error_no_memory(m);
    return heap_alloc(m, (size_t)(n ? n : 1) * POINTER);
}

void list_free_block(Machine *m, Object **item, uint64_t address, ssize_t allocated)
{
    pymalloc_free(m, address, (size_t)allocated * POINTER);
    heap_free(m, item);
}

/* Sets the size and makes the slots behind it NULL; a greater size takes NULL slots in. */
static void set_list_size(ListObject *l, ssize_t size)
{
    if (size < l->size)
        memset(l->item + size, 0, (size_t)(l->size - size) * POINTER);
    l->size = size;
}

static void emit_decision(Machine *m, const ListObject *l, ssize_t newsize, ssize_t slots)
{
    if (newsize == 0)
        EMIT_ON(m, l, LIST_SHRINK_EMPTY, l->allocated);
    else if (slots == l->allocated)
        EMIT_ON(m, l, LIST_SAME, newsize, slots);
    else if (newsize < l->allocated)
        EMIT_ON(m, l, LIST_SHRINK, newsize, l->allocated, slots);
    else if (is_big_step(l->size, newsize))
        EMIT_ON(m, l, LIST_GROW_ROUNDED, newsize, l->allocated, slots, newsize - l->size,
                padded(newsize) - newsize);
    else if (l->allocated <= 0)
        EMIT_ON(m, l, LIST_FIRST, newsize, slots);
    else if (newsize == l->allocated + 1 && l->size == l->allocated)
        EMIT_ON(m, l, LIST_GROW, newsize, l->allocated, slots, slots - newsize);
    else
        EMIT_ON(m, l, LIST_GROW_BY, newsize, l->allocated, slots, slots - newsize);
}

static void use_block(ListObject *l, Object **item, uint64_t address, ssize_t allocated)
{
    l->item = item;
    l->address = address;
    l->allocated = allocated;
}

/* Both halves of a block of n pointers: ours, and the model's.  0, or -1 with nothing changed. */
static int new_block(Machine *m, ssize_t n, Object ***item, uint64_t *address)
{
    *item = allocate_block(m, n);
    *address = *item ? pymalloc_alloc(m, (size_t)n * POINTER) : 0;
    if (*address)
        return 0;
    heap_free(m, *item);
    *item = NULL;
    return -1;
}

static int first_block(Machine *m, ListObject *l, Op *op)
{
    ssize_t slots = op->u.list_resize.new_allocated;
    Object **item;
    uint64_t address;
    if (new_block(m, slots, &item, &address) < 0)
        return -1;
    op->u.list_resize.new_item = item;
    op->u.list_resize.new_address = address;
    use_block(l, item, address, slots);
    EMIT_ON(m, l, LIST_FIRST_BLOCK, slots, slots * POINTER, address);
    return 0;
}

/* The pointers that live on go to the new block; the old one stays readable until list.move. */
static void copy_pointers(Machine *m, ListObject *l, Op *op, ssize_t count)
{
    bool one_by_one =
        op->u.list_resize.moved && op->u.list_resize.old_allocated <= LIST_COPY_EVENTS;
    if (!one_by_one) {
        memcpy(op->u.list_resize.new_item, l->item, (size_t)count * POINTER);
        op->u.list_resize.copied = count;
        return;
    }
    for (ssize_t i = 0; i < count; i++) {
        op->u.list_resize.new_item[i] = l->item[i];
        op->u.list_resize.copied = i + 1;
        EMIT_ON(m, l, LIST_COPY, i, l->item[i]);
    }
}

/* ---- what growing costs ---------------------------------------------------------------------- */

/* Begins when a block moves for the first time: up to there nothing was copied. */
static void begin_plot(Machine *m, ListObject *l)
{
    l->plot = heap_try_alloc(m, sizeof *l->plot);
    if (!l->plot)
        return;
    *l->plot = (ListPlot){.stride = 1};
    while (l->appends / l->plot->stride >= LIST_PLOT)
        l->plot->stride *= 2;
    l->plot->count = l->appends / l->plot->stride;
}

static void plot_append(ListObject *l)
{
    ListPlot *p = l->plot;
    if (l->appends % p->stride != 0)
        return;
    if (p->count == LIST_PLOT) {
        for (uint32_t i = 0; i < LIST_PLOT / 2; i++)
            p->copied[i] = p->copied[2 * i + 1];
        p->count = LIST_PLOT / 2;
        p->stride *= 2;
        if (l->appends % p->stride != 0)
            return;
    }
    p->copied[p->count++] = l->copied;
}

static void move_block(Machine *m, ListObject *l, Op *op, ssize_t count)
{
    ssize_t slots = op->u.list_resize.new_allocated;
    ssize_t old_slots = op->u.list_resize.old_allocated;
    uint64_t address = op->u.list_resize.new_address;
    Object **old = l->item;
    EMIT_ON(m, l, LIST_ALLOC, slots * POINTER, address);
    copy_pointers(m, l, op, count);
    if (!l->plot)
        begin_plot(m, l);
    l->moved += (uint32_t)count;
    use_block(l, op->u.list_resize.new_item, address, slots);
    EMIT_ON(m, l, LIST_MOVE, count, slots * POINTER, old_slots * POINTER, address,
            op->u.list_resize.old_address);
    op->u.list_resize.old_item = NULL;
    heap_free(m, old);
}

/* The model lets the block stay where it is; our own may have moved, which nobody sees. */
static void keep_block(Machine *m, ListObject *l, Op *op, ssize_t count)
{
    ssize_t slots = op->u.list_resize.new_allocated;
    ssize_t old_slots = op->u.list_resize.old_allocated;
    uint64_t address = op->u.list_resize.new_address;
    Object **old = l->item;
    copy_pointers(m, l, op, count);
    op->u.list_resize.old_item = op->u.list_resize.new_item;
    use_block(l, op->u.list_resize.new_item, address, slots);
    heap_free(m, old);
    if (slots > old_slots)
        EMIT_ON(m, l, LIST_GROW_IN_PLACE, slots * POINTER, old_slots * POINTER, address);
    else if (slots < old_slots)
        EMIT_ON(m, l, LIST_SHRINK_IN_PLACE, slots * POINTER, old_slots * POINTER, address);
}

/* realloc of the block.  A failure leaves the list as it was. */
static int replace_block(Machine *m, ListObject *l, Op *op)
{
    if (!l->item)
        return first_block(m, l, op);
    ssize_t slots = op->u.list_resize.new_allocated;
    op->u.list_resize.new_item = allocate_block(m, slots);
    if (!op->u.list_resize.new_item)
        return -1;
    op->u.list_resize.new_address =
        pymalloc_realloc(m, l->address, (size_t)l->allocated * POINTER, (size_t)slots * POINTER,
                         &op->u.list_resize.moved);
    if (!op->u.list_resize.new_address) {
        heap_free(m, op->u.list_resize.new_item);
        op->u.list_resize.new_item = NULL;
        return -1;
    }
    ssize_t count = l->size < slots ? l->size : slots;
    if (op->u.list_resize.moved)
        move_block(m, l, op, count);
    else
        keep_block(m, l, op, count);
    return 0;
}

/* The list gives up the items that do not stay before it gives up their slots, so that
 * item[0..size) is there to be read at every event. */
static int reallocate(Machine *m, ListObject *l, ssize_t newsize)
{
    Op op = {.kind = OP_LIST_RESIZE, .subject = (Object *)l};
    ssize_t slots = list_overallocate(l->size, newsize);
    op.u.list_resize.old_item = l->item;
    op.u.list_resize.old_allocated = l->item ? l->allocated : 0;
    op.u.list_resize.old_address = l->address;
    op.u.list_resize.newsize = newsize;
    op.u.list_resize.new_allocated = slots;
    op_push(m, &op);
    if (newsize < l->size)
        set_list_size(l, newsize);
    emit_decision(m, l, newsize, slots);
    int status = replace_block(m, l, &op);
    if (status < 0 && newsize <= l->allocated) { /* what cannot shrink is big enough */
        error_clear(m);
        status = 0;
    }
    if (status == 0)
        l->size = newsize;
    op_pop(m, &op);
    return status;
}

int list_resize(Machine *m, Object *list, ssize_t newsize)
{
    ListObject *l = as_list(list);
    if (l->allocated >= newsize && newsize >= l->allocated >> 1) {
        set_list_size(l, newsize);
        return 0;
    }
    /* with what it keeps spare it would be too many bytes to count */
    if (newsize > PTRDIFF_MAX / 16) {
        error_no_memory(m);
        return -1;
    }
    return reallocate(m, l, newsize);
}

/* The first block of a list that has none, for n > 0 items that are known to come, or guessed:
 * list_preallocate_exact. */
static int preallocate_exact(Machine *m, ListObject *l, ssize_t n, bool guess)
{
    if (n > PTRDIFF_MAX / 16) {
        error_no_memory(m);
        return -1;
    }
    ssize_t slots = (n + 1) & ~(ssize_t)1;
    Object **item;
    uint64_t address;
    if (new_block(m, slots, &item, &address) < 0)
        return -1;
    use_block(l, item, address, slots);
    if (guess)
        EMIT_ON(m, l, LIST_GROW_GUESS, n, slots);
    else
        EMIT_ON(m, l, LIST_GROW_EXACT, n, slots);
    return 0;
}

/* ---- making and unmaking --------------------------------------------------------------------- */

Object *list_new_of_type(Machine *m, Type *type)
{
    ListObject *l = object_new_fresh(m, type, type->size, (size_t)type->tp_basicsize);
    if (l)
        gc_track(m, (Object *)l);
    return (Object *)l;
}

Object *list_new_exact(Machine *m, ssize_t n)
{
    Type *type = m->types.list;
    ListObject *l = object_new(m, type, sizeof *l, (size_t)type->tp_basicsize);
    if (!l)
        return NULL;
    gc_track(m, (Object *)l);
    if (n > 0) {
        Object **item;
        uint64_t address;
        if (new_block(m, n, &item, &address) < 0) {
            decref(m, l);
            return NULL;
        }
        use_block(l, item, address, n);
        EMIT_ON(m, l, LIST_ALLOC, n * POINTER, address);
    }
    return (Object *)l;
}

Object *list_new(Machine *m, ssize_t n)
{
    Object *list = list_new_exact(m, n);
    if (list)
        as_list(list)->size = n;
    return list;
}

void list_put(Machine *m, ListObject *l, Object *o)
{
    ssize_t i = l->size;
    l->item[i] = o;
    l->size = i + 1;
    hold(m, l, o);
    EMIT_ON(m, l, LIST_FILL, i, o);
}

Object *list_from_array(Machine *m, Object *const *items, ssize_t n)
{
    Object *list = list_new_exact(m, n);
    for (ssize_t i = 0; list && i < n; i++)
        list_put(m, as_list(list), items[i]);
    return list;
}

void list_release(Machine *m, ListObject *l, Object **items, ssize_t n)
{
    while (--n >= 0) {
        Object *o = items[n];
        items[n] = NULL;
        if (o)
            let_go(m, l, o);
    }
}

void list_clear(Machine *m, Object *list)
{
    ListObject *l = as_list(list);
    Object **item = l->item;
    ssize_t n = l->size, allocated = l->allocated;
    uint64_t address = l->address;
    if (!item)
        return;
    l->size = 0;
    use_block(l, NULL, 0, 0);
    EMIT_ON(m, l, LIST_CLEAR, n, allocated);
    list_release(m, l, item, n);
    list_free_block(m, item, address, allocated);
}

/* ---- growing at the end ---------------------------------------------------------------------- */

int list_append_steal(Machine *m, Object *list, Object *v)
{
    ListObject *l = as_list(list);
    ssize_t i = l->size;
    uint32_t moved = l->moved;
    if (i < l->allocated) {
        l->size = i + 1;
    } else if (list_resize(m, list, i + 1) < 0) {
        decref(m, v);
        return -1;
    }
    l->item[i] = v;
    l->appends++;
    l->copied += l->moved - moved;
    if (l->plot)
        plot_append(l);
    EMIT_ON(m, l, LIST_APPEND, i, v, list_spare(l));
    return 0;
}

int list_append(Machine *m, Object *list, Object *v)
{
    if (list_append_steal(m, list, newref(v)) < 0)
        return -1;
    v->refcnt--;
    hold(m, list, v); /* told of when the slot has it */
    return 0;
}

static void emit_extend(Machine *m, ListObject *l, ssize_t before)
{
    EMIT_ON(m, l, LIST_EXTEND, l->size - before, l->size, list_spare(l));
}

/* Writes o, a new reference, into slot i, which is empty. */
static void fill(Machine *m, ListObject *l, ssize_t i, Object *o)
{
    l->item[i] = o;
    hold(m, l, o);
    EMIT_ON(m, l, LIST_FILL, i, o);
}

/* By an exact list or tuple other than itself: all the room is made first. */
static int extend_fast(Machine *m, ListObject *l, Object *from)
{
    ssize_t before = l->size, n = sequence_fast_size(from);
    if (n == 0)
        return 0;
    if (!l->item) {
        if (preallocate_exact(m, l, n, false) < 0)
            return -1;
        l->size = n;
    } else if (list_resize(m, (Object *)l, before + n) < 0) {
        return -1;
    }
    for (ssize_t i = 0; i < n; i++)
        fill(m, l, before + i, sequence_fast_items(from)[i]);
    emit_extend(m, l, before);
    return 0;
}

/* Stores an item that the iterator has just made, stealing it. */
static int store_next(Machine *m, ListObject *l, Object *item)
{
    ssize_t i = l->size;
    if (i < l->allocated) {
        l->size = i + 1;
    } else if (list_resize(m, (Object *)l, i + 1) < 0) {
        decref(m, item);
        return -1;
    }
    l->item[i] = item;
    EMIT_ON(m, l, LIST_FILL, i, item);
    return 0;
}

/* Room for as many items as the iterable says it will yield, or for 8 if it does not say; the size
 * stays. */
static int make_room(Machine *m, ListObject *l, Object *iterable)
{
    enum { GUESS = 8, UNKNOWN = -2 };
    ssize_t said = object_length_hint(m, iterable, UNKNOWN);
    ssize_t hint = said == UNKNOWN ? GUESS : said;
    if (hint < 0)
        return -1;
    ssize_t before = l->size;
    if (before > PTRDIFF_MAX - hint)
        return 0; /* it may have lied; if not, memory runs out later */
    if (!l->item)
        return hint ? preallocate_exact(m, l, hint, said == UNKNOWN) : 0;
    if (list_resize(m, (Object *)l, before + hint) < 0)
        return -1;
    l->size = before;
    return 0;
}

static int store_all(Machine *m, ListObject *l, Object *iterator)
{
    for (;;) {
        Object *item = iter_next(m, iterator);
        if (!item)
            return error_occurred(m) ? -1 : 0;
        if (store_next(m, l, item) < 0)
            return -1;
    }
}

static int extend_iterator(Machine *m, ListObject *l, Object *iterable)
{
    ssize_t before = l->size;
    Object *iterator = object_getiter(m, iterable);
    if (!iterator)
        return -1;
    Op op = {.kind = OP_LIST_FILLING, .subject = (Object *)l};
    op_push(m, &op);
    int status = make_room(m, l, iterable);
    if (status == 0)
        status = store_all(m, l, iterator);
    op_pop(m, &op);
    /* What was too much is given back. */
    if (status == 0 && l->size < l->allocated)
        status = list_resize(m, (Object *)l, l->size);
    if (status == 0)
        emit_extend(m, l, before);
    decref(m, iterator);
    return status;
}

static int extend_set(Machine *m, ListObject *l, Object *set)
{
    ssize_t before = l->size, at = 0, i = before;
    Object *key;
    hash_t hash;
    if (list_resize(m, (Object *)l, before + set_size(set)) < 0)
        return -1;
    while (set_next(m, set, &at, &key, &hash))
        fill(m, l, i++, key);
    emit_extend(m, l, before);
    return 0;
}

static int extend_dict(Machine *m, ListObject *l, Object *dict, bool values)
{
    ssize_t before = l->size, at = 0, i = before;
    Object *key, *value;
    if (list_resize(m, (Object *)l, before + dict_size(dict)) < 0)
        return -1;
    while (dict_next(dict, &at, &key, &value, NULL))
        fill(m, l, i++, values ? value : key);
    emit_extend(m, l, before);
    return 0;
}

static int extend_dict_items(Machine *m, ListObject *l, Object *dict)
{
    ssize_t before = l->size, at = 0, i = before;
    Object *key, *value;
    if (list_resize(m, (Object *)l, before + dict_size(dict)) < 0)
        return -1;
    while (dict_next(dict, &at, &key, &value, NULL)) {
        Object *pair = tuple_pack(m, 2, key, value);
        if (!pair) {
            l->size = i;
            return -1;
        }
        l->item[i] = pair;
        EMIT_ON(m, l, LIST_FILL, i, pair);
        i++;
    }
    emit_extend(m, l, before);
    return 0;
}

/* 3.13 knows sets, dicts and their views, and grows by list_resize for them.  1: none of these. */
static int extend_known(Machine *m, ListObject *l, Object *iterable)
{
    if (is_exact(m, iterable, set) || is_exact(m, iterable, frozenset))
        return extend_set(m, l, iterable);
    if (is_exact(m, iterable, dict))
        return extend_dict(m, l, iterable, false);
    if (is_exact(m, iterable, dict_keys))
        return extend_dict(m, l, dict_view_dict(iterable), false);
    if (is_exact(m, iterable, dict_values))
        return extend_dict(m, l, dict_view_dict(iterable), true);
    if (is_exact(m, iterable, dict_items))
        return extend_dict_items(m, l, dict_view_dict(iterable));
    return 1;
}

int list_extend(Machine *m, Object *list, Object *iterable)
{
    ListObject *l = as_list(list);
    if (iterable == list)
        return list_repeat_in_place(m, list, 2);
    if (is_exact(m, iterable, list) || is_exact(m, iterable, tuple))
        return extend_fast(m, l, iterable);
    if (m->profile->list_extend_set_dict_resizes) {
        int status = extend_known(m, l, iterable);
        if (status <= 0)
            return status;
    }
    return extend_iterator(m, l, iterable);
}

int list_repeat_in_place(Machine *m, Object *list, ssize_t n)
{
    ListObject *l = as_list(list);
    ssize_t size = l->size;
    if (size == 0 || n == 1)
        return 0;
    if (n < 1) {
        list_clear(m, list);
        return 0;
    }
    if (size > PTRDIFF_MAX / n) {
        error_no_memory(m);
        return -1;
    }
    if (list_resize(m, list, size * n) < 0)
        return -1;
    for (ssize_t i = size; i < size * n; i++)
        fill(m, l, i, l->item[i % size]);
    EMIT_ON(m, l, LIST_REPEATED, size, size * n, n);
    return 0;
}

/* ---- in the middle --------------------------------------------------------------------------- */

/* Moves the pointers [from, from + count) to begin at `to`, as memmove does, and makes the slots
 * that are left behind NULL. */
static void list_shift(Machine *m, ListObject *l, ssize_t from, ssize_t to, ssize_t count)
{
    if (count <= 0 || from == to)
        return;
    Op op = {.kind = OP_LIST_SHIFT, .subject = (Object *)l};
    op.u.list_shift.from = from;
    op.u.list_shift.to = to;
    op.u.list_shift.count = count;
    op_push(m, &op);
    memmove(l->item + to, l->item + from, (size_t)count * POINTER);
    if (to > from)
        memset(l->item + from, 0, (size_t)(to - from < count ? to - from : count) * POINTER);
    else
        memset(l->item + (from - to < count ? to + count : from), 0,
               (size_t)(from - to < count ? from - to : count) * POINTER);
    op.u.list_shift.done = count;
    if (to > from)
        EMIT_ON(m, l, LIST_SHIFT_UP, count, from, to);
    else
        EMIT_ON(m, l, LIST_SHIFT_DOWN, count, from, to);
    op_pop(m, &op);
}

int list_insert(Machine *m, Object *list, ssize_t i, Object *v)
{
    ListObject *l = as_list(list);
    ssize_t n = l->size;
    if (list_resize(m, list, n + 1) < 0)
        return -1;
    if (i < 0 && (i += n) < 0)
        i = 0;
    if (i > n)
        i = n;
    list_shift(m, l, i, i + 1, n - i);
    l->item[i] = v;
    hold(m, l, v);
    EMIT_ON(m, l, LIST_INSERT, i, v, list_spare(l));
    return 0;
}

Object *list_pop(Machine *m, Object *list, ssize_t i)
{
    ListObject *l = as_list(list);
    if (l->size == 0)
        return error_set(m, EXC_IndexError, "pop from empty list");
    if (i < 0)
        i += l->size;
    if (i < 0 || i >= l->size)
        return error_set(m, EXC_IndexError, "pop index out of range");
    Object *v = l->item[i];
    ssize_t left = l->size - 1;
    if (left == 0 && m->profile->list_pop_to_empty_frees) {
        incref(v);
        list_clear(m, list);
    } else {
        l->item[i] = NULL;
        list_shift(m, l, i + 1, i, left - i);
        if (list_resize(m, list, left) < 0) {
            decref(m, v);
            return NULL;
        }
    }
    EMIT_ON(m, l, LIST_POP, i, v, left);
    return v;
}

int list_scratch_alloc(Machine *m, struct list_scratch *s, ssize_t n, ssize_t on_stack)
{
    s->address = 0;
    s->bytes = (size_t)n * POINTER;
    if (n > on_stack)
        return new_block(m, n, &s->item, &s->address);
    s->item = allocate_block(m, n);
    return s->item ? 0 : -1;
}

void list_scratch_free(Machine *m, struct list_scratch *s)
{
    if (s->address)
        pymalloc_free(m, s->address, s->bytes);
    heap_free(m, s->item);
}

/* The items [low, low + removed) make way for the n in `source`, which does not change meanwhile.
 * What is removed is let go of when the list is in order again: that may run any code. */
static int replace_range(Machine *m, ListObject *l, ssize_t low, ssize_t removed, Object *source)
{
    ssize_t n = source ? sequence_fast_size(source) : 0, change = n - removed, size = l->size;
    struct list_scratch old;
    if (list_scratch_alloc(m, &old, removed, RECYCLE_ON_STACK) < 0)
        return -1;
    if (change > 0 && list_resize(m, (Object *)l, size + change) < 0) {
        list_scratch_free(m, &old);
        return -1;
    }
    if (removed) {
        memcpy(old.item, l->item + low, (size_t)removed * POINTER);
        memset(l->item + low, 0, (size_t)removed * POINTER);
    }
    list_shift(m, l, low + removed, low + n, size - low - removed);
    int status = change < 0 ? list_resize(m, (Object *)l, size + change) : 0;
    for (ssize_t i = 0; i < n; i++)
        fill(m, l, low + i, sequence_fast_items(source)[i]);
    if (n == 0 && removed)
        EMIT_ON(m, l, LIST_DELETE, low, removed, l->size);
    else if (n)
        EMIT_ON(m, l, LIST_REPLACE, low, removed, n);
    list_release(m, l, old.item, removed);
    list_scratch_free(m, &old);
    return status;
}

static ssize_t clip(ssize_t i, ssize_t low, ssize_t high)
{
    return i < low ? low : i > high ? high : i;
}

int list_set_slice(Machine *m, Object *list, ssize_t low, ssize_t high, Object *v)
{
    ListObject *l = as_list(list);
    Object *source = NULL;
    if (v == list) /* a[i:j] = a */
        source = list_slice(m, list, 0, l->size);
    else if (v)
        source = sequence_fast(m, v, m->profile->list_slice_not_iterable);
    if (v && !source)
        return -1;
    low = clip(low, 0, l->size);
    high = clip(high, low, l->size);
    int status = 0;
    if (l->size - (high - low) == 0 && (!source || sequence_fast_size(source) == 0))
        list_clear(m, list);
    else
        status = replace_range(m, l, low, high - low, source);
    xdecref(m, source);
    return status;
}

/* del list[i] as 3.13 does it: those behind move down, and the capacity stays as it was. */
static void close_gap(Machine *m, ListObject *l, ssize_t i)
{
    Object *old = l->item[i];
    ssize_t left = l->size - 1;
    l->item[i] = NULL;
    list_shift(m, l, i + 1, i, left - i);
    l->size = left;
    EMIT_ON(m, l, LIST_DELETE, i, 1, left);
    let_go(m, l, old);
}

int list_set_item(Machine *m, Object *list, ssize_t i, Object *v)
{
    ListObject *l = as_list(list);
    if (i < 0 || i >= l->size) {
        error_set(m, EXC_IndexError, "list assignment index out of range");
        return -1;
    }
    if (!v && m->profile->list_del_item_keeps_slots) {
        close_gap(m, l, i);
        return 0;
    }
    if (!v)
        return list_set_slice(m, list, i, i + 1, NULL);
    Object *old = l->item[i];
    l->item[i] = v;
    hold(m, l, v);
    EMIT_ON(m, l, LIST_STORE, i, v, old);
    let_go(m, l, old);
    return 0;
}

Object *list_slice(Machine *m, Object *list, ssize_t low, ssize_t high)
{
    low = clip(low, 0, list_size(list));
    high = clip(high, low, list_size(list));
    Object *copy = list_new_exact(m, high - low);
    if (!copy || low == high)
        return copy;
    for (ssize_t i = low; i < high; i++)
        list_put(m, as_list(copy), list_item(list, i));
    EMIT_ON(m, copy, LIST_COPIED, high - low, list);
    return copy;
}

int list_reverse(Machine *m, Object *list)
{
    ListObject *l = as_list(list);
    for (ssize_t i = 0, j = l->size - 1; i < j; i++, j--) {
        Object *o = l->item[i];
        l->item[i] = l->item[j];
        l->item[j] = o;
    }
    if (l->size > 1)
        EMIT_ON(m, l, LIST_REVERSE, l->size);
    return 0;
}
