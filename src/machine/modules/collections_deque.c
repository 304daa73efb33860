/* deque: the blocks and both ends.  See deque.h for the invariants. */
#include "collections_deque.h"

#include "../specs.h"

#include <pyviz/machine/list.h>

enum { LAST = DEQUE_BLOCK_SLOTS - 1, CENTER = (DEQUE_BLOCK_SLOTS - 1) / 2 };

/* ---- blocks ---------------------------------------------------------------------------------- */

static DequeBlock *block_new(Machine *m, DequeObject *d)
{
    DequeBlock *b;
    if (d->free_count) {
        b = d->free_block[--d->free_count];
    } else {
        if (!(b = heap_alloc(m, sizeof *b)))
            return NULL;
        b->address = pymalloc_alloc(m, DEQUE_BLOCK_BYTES);
    }
    b->left = b->right = NULL;
    return b;
}

/* Returns whether the block was kept for reuse. */
static bool block_free(Machine *m, DequeObject *d, DequeBlock *b)
{
    if (d->free_count < DEQUE_FREE_BLOCKS) {
        d->free_block[d->free_count++] = b;
        return true;
    }
    pymalloc_free(m, b->address, DEQUE_BLOCK_BYTES);
    heap_free(m, b);
    return false;
}

/* Where an empty deque begins: when it is new or cleared, and when its last item has left it from
 * the edge of the block; from elsewhere it goes on where it is. */
static void center(DequeObject *d)
{
    d->left_index = CENTER + 1;
    d->right_index = CENTER;
}

/* How many are in use. */
static ssize_t deque_blocks(const DequeObject *d)
{
    return (d->left_index + d->size + LAST) / DEQUE_BLOCK_SLOTS;
}

Object **deque_slot(const DequeObject *d, ssize_t i)
{
    ssize_t at = d->left_index + i, n = at / DEQUE_BLOCK_SLOTS;
    DequeBlock *b;
    if (i < d->size >> 1) {
        for (b = d->left; n > 0; n--)
            b = b->right;
    } else {
        n = (d->left_index + d->size - 1) / DEQUE_BLOCK_SLOTS - n;
        for (b = d->right; n > 0; n--)
            b = b->left;
    }
    return &b->data[at % DEQUE_BLOCK_SLOTS];
}

struct deque_place deque_begin(const DequeObject *d)
{
    bool edge = d->left_index == DEQUE_BLOCK_SLOTS;
    return (struct deque_place){.block = edge ? d->left->right : d->left,
                                .slot = edge ? 0 : d->left_index,
                                .left = d->size};
}

Object *deque_walk(struct deque_place *at)
{
    if (at->left == 0)
        return NULL;
    if (at->slot == DEQUE_BLOCK_SLOTS) {
        at->block = at->block->right;
        at->slot = 0;
    }
    at->left--;
    return at->block->data[at->slot++];
}

Object *deque_item(const DequeObject *d, ssize_t i)
{
    return *deque_slot(d, i);
}

/* ---- the ends -------------------------------------------------------------------------------- */

static bool is_too_long(const DequeObject *d)
{
    return d->maxlen >= 0 && d->size > d->maxlen;
}

static int drop(Machine *m, DequeObject *d, Object *o)
{
    EMIT(m, DEQUE_DROP, d, o, d->maxlen);
    let_go(m, d, o);
    return 0;
}

/* Takes over the reference, also on error. */
static int push_right(Machine *m, DequeObject *d, Object *o)
{
    if (d->right_index == LAST) {
        DequeBlock *b = block_new(m, d);
        if (!b) {
            decref(m, o);
            return -1;
        }
        b->left = d->right;
        d->right = d->right->right = b;
        d->right_index = -1;
        EMIT(m, DEQUE_BLOCK, d, true, b->address, DEQUE_BLOCK_BYTES, deque_blocks(d) + 1);
    }
    d->right->data[++d->right_index] = o;
    d->size++;
    if (d->filling)
        EMIT(m, DEQUE_FILL, d, true, o, d->right_index);
    else
        EMIT(m, DEQUE_APPEND, d, o, d->right_index, LAST - d->right_index);
    if (is_too_long(d))
        return drop(m, d, deque_pop_left(m, d));
    d->state++;
    return 0;
}

static int push_left(Machine *m, DequeObject *d, Object *o)
{
    if (d->left_index == 0) {
        DequeBlock *b = block_new(m, d);
        if (!b) {
            decref(m, o);
            return -1;
        }
        b->right = d->left;
        d->left = d->left->left = b;
        d->left_index = DEQUE_BLOCK_SLOTS;
        EMIT(m, DEQUE_BLOCK, d, false, b->address, DEQUE_BLOCK_BYTES, deque_blocks(d));
    }
    d->left->data[--d->left_index] = o;
    d->size++;
    if (d->filling)
        EMIT(m, DEQUE_FILL, d, false, o, d->left_index);
    else
        EMIT(m, DEQUE_APPEND_LEFT, d, o, d->left_index, d->left_index);
    if (is_too_long(d))
        return drop(m, d, deque_pop(m, d));
    d->state++;
    return 0;
}

int deque_append(Machine *m, DequeObject *d, Object *o)
{
    hold(m, d, o);
    return push_right(m, d, o);
}

int deque_append_left(Machine *m, DequeObject *d, Object *o)
{
    hold(m, d, o);
    return push_left(m, d, o);
}

Object *deque_pop(Machine *m, DequeObject *d)
{
    if (d->size == 0)
        return error_set(m, EXC_IndexError, "pop from an empty deque");
    DequeBlock *b = d->right;
    ssize_t slot = d->right_index--;
    Object *o = b->data[slot];
    b->data[slot] = NULL;
    d->size--;
    d->state++;
    if (d->size == 0 && d->right_index < 0)
        center(d);
    EMIT(m, DEQUE_POP, d, o, slot, d->size);
    if (d->right_index < 0) {
        d->right = b->left;
        d->right->right = NULL;
        d->right_index = LAST;
        bool kept = block_free(m, d, b);
        EMIT(m, DEQUE_BLOCK_FREE, d, true, kept, d->free_count);
    }
    return o;
}

Object *deque_pop_left(Machine *m, DequeObject *d)
{
    if (d->size == 0)
        return error_set(m, EXC_IndexError, "pop from an empty deque");
    DequeBlock *b = d->left;
    ssize_t slot = d->left_index++;
    Object *o = b->data[slot];
    b->data[slot] = NULL;
    d->size--;
    d->state++;
    if (d->size == 0 && d->left_index == DEQUE_BLOCK_SLOTS)
        center(d);
    EMIT(m, DEQUE_POP_LEFT, d, o, slot, d->size);
    if (d->left_index == DEQUE_BLOCK_SLOTS) {
        d->left = b->right;
        d->left->left = NULL;
        d->left_index = 0;
        bool kept = block_free(m, d, b);
        EMIT(m, DEQUE_BLOCK_FREE, d, false, kept, d->free_count);
    }
    return o;
}

/* ---- many items ------------------------------------------------------------------------------ */

/* A deque without room takes every item and keeps none. */
static int consume(Machine *m, DequeObject *d, Object *iterator)
{
    Object *o;
    while ((o = iter_next(m, iterator))) {
        EMIT(m, DEQUE_DROP, d, o, d->maxlen);
        decref(m, o);
    }
    return error_occurred(m) ? -1 : 0;
}

static int push_all(Machine *m, DequeObject *d, Object *iterator, bool left)
{
    Object *o;
    int64_t count = 0;
    int status = 0;
    while (status == 0 && (o = iter_next(m, iterator))) {
        d->filling = true;
        status = left ? push_left(m, d, o) : push_right(m, d, o);
        d->filling = false; /* the iterator may do anything, also to the deque */
        count++;
    }
    if (count)
        EMIT(m, DEQUE_EXTEND, d, !left, count, d->size);
    return status < 0 || error_occurred(m) ? -1 : 0;
}

/* An empty deque starts at the edge that leaves the whole block to what comes. */
static int extend(Machine *m, DequeObject *d, Object *iterable, bool left)
{
    Object *copy = iterable == (Object *)d ? sequence_list(m, iterable) : NULL;
    if (iterable == (Object *)d && !copy)
        return -1;
    Object *iterator = object_getiter(m, copy ? copy : iterable);
    int status = -1;
    if (iterator && d->maxlen == 0) {
        status = consume(m, d, iterator);
    } else if (iterator) {
        if (d->size == 0) {
            d->left_index = left ? LAST : 1;
            d->right_index = left ? LAST - 1 : 0;
        }
        status = push_all(m, d, iterator, left);
    }
    xdecref(m, iterator);
    xdecref(m, copy);
    return status;
}

int deque_extend(Machine *m, DequeObject *d, Object *iterable)
{
    return extend(m, d, iterable, false);
}

int deque_extend_left(Machine *m, DequeObject *d, Object *iterable)
{
    return extend(m, d, iterable, true);
}

/* The items go only after the deque has a block of its own again: letting go may run anything. */
int deque_clear(Machine *m, DequeObject *d)
{
    if (d->size == 0)
        return 0;
    DequeBlock *fresh = block_new(m, d), *b = d->left;
    if (!fresh)
        return -1;
    ssize_t n = d->size, at = d->left_index;
    d->size = 0;
    d->left = d->right = fresh;
    center(d);
    d->state++;
    EMIT(m, DEQUE_CLEAR, d, n);
    while (n-- > 0) {
        Object *o = b->data[at];
        b->data[at++] = NULL;
        let_go(m, d, o);
        if (at == DEQUE_BLOCK_SLOTS && n > 0) {
            DequeBlock *next = b->right;
            block_free(m, d, b);
            b = next;
            at = 0;
        }
    }
    block_free(m, d, b);
    return 0;
}

/* ---- rotating -------------------------------------------------------------------------------- */

/* As many as possible at once from the right end to the left; a block emptied at one end serves at
 * the other. */
static ssize_t rotate_right_some(DequeObject *d, ssize_t n)
{
    ssize_t count = n;
    if (count > d->right_index + 1)
        count = d->right_index + 1;
    if (count > d->left_index)
        count = d->left_index;
    d->right_index -= count;
    d->left_index -= count;
    for (ssize_t i = 0; i < count; i++) {
        d->left->data[d->left_index + i] = d->right->data[d->right_index + 1 + i];
        d->right->data[d->right_index + 1 + i] = NULL;
    }
    return count;
}

static ssize_t rotate_left_some(DequeObject *d, ssize_t n)
{
    ssize_t count = n, room = LAST - d->right_index;
    if (count > DEQUE_BLOCK_SLOTS - d->left_index)
        count = DEQUE_BLOCK_SLOTS - d->left_index;
    if (count > room)
        count = room;
    for (ssize_t i = 0; i < count; i++) {
        d->right->data[d->right_index + 1 + i] = d->left->data[d->left_index + i];
        d->left->data[d->left_index + i] = NULL;
    }
    d->right_index += count;
    d->left_index += count;
    return count;
}

static int rotate_right(Machine *m, DequeObject *d, ssize_t n, DequeBlock **spare)
{
    while (n > 0) {
        if (d->left_index == 0) {
            DequeBlock *b = *spare ? *spare : block_new(m, d);
            if (!b)
                return -1;
            *spare = NULL;
            b->left = NULL;
            b->right = d->left;
            d->left = d->left->left = b;
            d->left_index = DEQUE_BLOCK_SLOTS;
        }
        n -= rotate_right_some(d, n);
        if (d->right_index < 0) {
            *spare = d->right;
            d->right = d->right->left;
            d->right->right = NULL;
            d->right_index = LAST;
        }
    }
    return 0;
}

static int rotate_left(Machine *m, DequeObject *d, ssize_t n, DequeBlock **spare)
{
    while (n > 0) {
        if (d->right_index == LAST) {
            DequeBlock *b = *spare ? *spare : block_new(m, d);
            if (!b)
                return -1;
            *spare = NULL;
            b->right = NULL;
            b->left = d->right;
            d->right = d->right->right = b;
            d->right_index = -1;
        }
        n -= rotate_left_some(d, n);
        if (d->left_index == DEQUE_BLOCK_SLOTS) {
            *spare = d->left;
            d->left = d->left->right;
            d->left->left = NULL;
            d->left_index = 0;
        }
    }
    return 0;
}

/* n steps to the right come to the same as len - n to the left: whichever is shorter. */
int deque_rotate(Machine *m, DequeObject *d, ssize_t n)
{
    ssize_t size = d->size, half = size >> 1;
    if (size <= 1)
        return 0;
    if (n > half || n < -half) {
        n %= size;
        if (n > half)
            n -= size;
        else if (n < -half)
            n += size;
    }
    d->state++;
    DequeBlock *spare = NULL;
    int status = n > 0 ? rotate_right(m, d, n, &spare) : rotate_left(m, d, -n, &spare);
    if (spare)
        block_free(m, d, spare);
    if (status == 0)
        EMIT(m, DEQUE_ROTATE, d, n < 0 ? -n : n, n > 0, deque_item(d, 0));
    return status;
}

/* ---- the type -------------------------------------------------------------------------------- */

DequeObject *deque_alloc(Machine *m, Type *type)
{
    DequeObject *d = native_new(m, type);
    if (!d)
        return NULL;
    d->maxlen = -1;
    center(d);
    DequeBlock *b = block_new(m, d);
    if (!b) {
        decref(m, d);
        return NULL;
    }
    d->left = d->right = b;
    gc_track(m, (Object *)d);
    return d;
}

static Object *deque_new(NEW_ARGS)
{
    (void)args, (void)nargs, (void)kwnames;
    return (Object *)deque_alloc(m, type);
}

static bool maxlen_argument(Machine *m, Object *o, ssize_t *maxlen)
{
    *maxlen = -1;
    if (!o || o == m->none)
        return true;
    if (!is_int(o)) {
        error_set(m, EXC_TypeError, "an integer is required");
        return false;
    }
    int overflow;
    *maxlen = (ssize_t)int_as_i64(o, &overflow);
    if (overflow)
        error_set(m, EXC_OverflowError, "Python int too large to convert to C ssize_t");
    else if (*maxlen < 0)
        error_set(m, EXC_ValueError, "maxlen must be non-negative");
    return !overflow && *maxlen >= 0;
}

static int deque_init(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const names[] = {"iterable", "maxlen", NULL};
    DequeObject *d = (DequeObject *)o;
    Object *out[2];
    ssize_t maxlen;
    if (!arg_parse_known(m, "deque", args, nargs, kwnames, names, 0, 2, out) ||
        !maxlen_argument(m, out[1], &maxlen))
        return -1;
    d->maxlen = maxlen;
    if (d->size > 0 && deque_clear(m, d) < 0)
        return -1;
    return out[0] ? deque_extend(m, d, out[0]) : 0;
}

static int deque_tp_clear(Machine *m, Object *o)
{
    DequeObject *d = (DequeObject *)o;
    return d->left ? deque_clear(m, d) : 0;
}

static void deque_dealloc(Machine *m, Object *o)
{
    DequeObject *d = (DequeObject *)o;
    gc_untrack(m, o);
    if (d->left) {
        while (d->size) {
            Object *item = d->left->data[d->left_index];
            d->left->data[d->left_index] = NULL;
            d->size--;
            if (++d->left_index == DEQUE_BLOCK_SLOTS && d->left->right) {
                DequeBlock *next = d->left->right;
                block_free(m, d, d->left);
                d->left = next;
                next->left = NULL;
                d->left_index = 0;
            }
            let_go(m, d, item);
        }
        block_free(m, d, d->left);
    }
    for (int i = 0; i < d->free_count; i++) {
        pymalloc_free(m, d->free_block[i]->address, DEQUE_BLOCK_BYTES);
        heap_free(m, d->free_block[i]);
    }
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static int deque_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    DequeObject *d = (DequeObject *)o;
    struct deque_place at = deque_begin(d);
    Object *item;
    int stop = 0;
    while (!stop && (item = deque_walk(&at)))
        stop = visit(m, item, arg);
    return stop;
}

static ssize_t deque_sizeof(Machine *m, Object *o)
{
    (void)m;
    return o->type->tp_basicsize + deque_blocks((DequeObject *)o) * DEQUE_BLOCK_BYTES;
}

static ssize_t deque_length(Machine *m, Object *o)
{
    (void)m;
    return ((DequeObject *)o)->size;
}

/* ---- iterators ------------------------------------------------------------------------------- */

typedef struct DequeIterator {
    Object ob_base;
    Object *deque;
    DequeBlock *block;
    ssize_t index;  /* in the block, of the next item */
    ssize_t left;   /* how many are still to come */
    uint64_t state; /* of the deque when the iterator was made */
} DequeIterator;

REFERENCES(iterator, 1)

static Object *iterator_of(Machine *m, Object *o, Type *type)
{
    DequeObject *d = (DequeObject *)o;
    DequeIterator *it = object_new_fresh(m, type, sizeof *it, (size_t)type->tp_basicsize);
    if (!it)
        return NULL;
    bool reverse = type == m->types.deque_reverse_iterator;
    it->deque = newref(o);
    it->block = reverse ? d->right : d->left;
    it->index = reverse ? d->right_index : d->left_index;
    it->left = d->size;
    it->state = d->state;
    gc_track(m, (Object *)it);
    return (Object *)it;
}

static Object *deque_iter(Machine *m, Object *o)
{
    return iterator_of(m, o, m->types.deque_iterator);
}

Object *deque_reversed(Machine *m, Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    NO_ARGS;
    return iterator_of(m, self, m->types.deque_reverse_iterator);
}

static bool may_go_on(Machine *m, DequeIterator *it)
{
    if (((DequeObject *)it->deque)->state != it->state) {
        it->left = 0;
        error_set(m, EXC_RuntimeError, "deque mutated during iteration");
    }
    return it->left > 0;
}

static Object *iterator_next(Machine *m, Object *o)
{
    DequeIterator *it = (DequeIterator *)o;
    if (!may_go_on(m, it))
        return NULL;
    Object *item = newref(it->block->data[it->index++]);
    if (--it->left > 0 && it->index == DEQUE_BLOCK_SLOTS) {
        it->block = it->block->right;
        it->index = 0;
    }
    return item;
}

static Object *reverse_iterator_next(Machine *m, Object *o)
{
    DequeIterator *it = (DequeIterator *)o;
    if (!may_go_on(m, it))
        return NULL;
    Object *item = newref(it->block->data[it->index--]);
    if (--it->left > 0 && it->index < 0) {
        it->block = it->block->left;
        it->index = LAST;
    }
    return item;
}

BUILTIN(iterator_length_hint)
{
    NO_ARGS;
    return int_from_i64(m, ((DequeIterator *)self)->left);
}

/* type(iterator)(deque, index): the iterator after so many items.  Keywords say nothing. */
static Object *iterator_new(NEW_ARGS)
{
    (void)kwnames;
    if (!arg_check_positional(m, type->tp_name, nargs, 1, 2))
        return NULL;
    if (!type_is_subtype(args[0]->type, m->types.deque))
        return error_set(m, EXC_TypeError, "argument 1 must be collections.deque, not %s",
                         type_name(args[0]));
    ssize_t skip = nargs > 1 ? number_as_ssize(m, args[1], EXC_OverflowError) : 0;
    if (skip == -1 && error_occurred(m))
        return NULL;
    Object *it = iterator_of(m, args[0], type);
    while (it && skip-- > 0) {
        Object *item = slots_of(it)->tp_iternext(m, it);
        if (!item && error_occurred(m))
            clear_ref(m, it);
        if (!item)
            break;
        decref(m, item);
    }
    return it;
}

static const MethodDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, METH_NOARGS, "How many are still to come."},
    {0},
};

#define DEQUE_ITERATOR(spec, text, next)                                                           \
    const TypeSpec spec = {                                                                        \
        .name = text,                                                                              \
        .flags = TYPE_GC,                                                                          \
        .basicsize = 56,                                                                           \
        .size = sizeof(DequeIterator),                                                             \
        .methods = iterator_methods,                                                               \
        .slots = {.tp_dealloc = iterator_dealloc,                                                  \
                  .tp_traverse = iterator_traverse,                                                \
                  .tp_clear = iterator_clear,                                                      \
                  .tp_new = iterator_new,                                                          \
                  .tp_iter = object_self_iter,                                                     \
                  .tp_iternext = next},                                                            \
    }
DEQUE_ITERATOR(deque_iterator_spec, "collections._deque_iterator", iterator_next);
DEQUE_ITERATOR(deque_reverse_iterator_spec, "collections._deque_reverse_iterator",
               reverse_iterator_next);

const TypeSpec deque_spec = {
    .name = "collections.deque",
    .flags = TYPE_WEAKREFS | TYPE_BASETYPE | TYPE_GC | TYPE_SEQUENCE,
    .basicsize = 216,
    .size = sizeof(DequeObject),
    .methods = deque_methods,
    .getset = deque_getset,
    .doc = "A list whose two ends are equally fast.",
    .slots =
        {
            .tp_dealloc = deque_dealloc,
            .tp_repr = deque_repr,
            .tp_hash = object_hash_not_implemented,
            .tp_richcompare = deque_richcompare,
            .tp_iter = deque_iter,
            .tp_new = deque_new,
            .tp_init = deque_init,
            .tp_traverse = deque_traverse,
            .tp_clear = deque_tp_clear,
            .tp_sizeof = deque_sizeof,
            .sq_length = deque_length,
            .sq_concat = deque_concat,
            .sq_repeat = deque_repeat,
            .sq_item = deque_sq_item,
            .sq_ass_item = deque_ass_item,
            .sq_contains = deque_contains,
            .sq_inplace_concat = deque_inplace_concat,
            .sq_inplace_repeat = deque_inplace_repeat,
        },
};
