/* The set's table: Objects/setobject.c.  See set.h for the invariants.
 *
 * As in dict.c, every walk fills an operation record as it goes, and events come after what they
 * tell of. */
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>

#include "dict_table.h"
#include "set_table.h"

#include <string.h>

enum { NOT_FOUND = -1, FAILED = -2, CHANGED = -3 };
enum { GROWTH = 4, GROWTH_OF_LARGE = 2, LARGE = 50000 };

/* ---- pure functions -------------------------------------------------------------------------- */

size_t set_probe_path(const SetEntry *table, size_t mask, hash_t hash, size_t *slots, size_t max)
{
    size_t run = (size_t)hash & mask, slot = run, n = 0;
    uint64_t perturb = (uint64_t)hash;
    while (n < max) {
        slots[n++] = slot;
        if (!table[slot].key)
            break;
        slot = set_next_slot(slot, &run, &perturb, mask);
    }
    return n;
}

size_t set_fill_limit(size_t mask)
{
    return (mask * 3 + 4) / 5;
}

/* The smallest table with more slots than minused. */
static size_t table_size(size_t minused)
{
    size_t size = SET_MINSIZE;
    while (size <= minused)
        size <<= 1;
    return size;
}

static int log2_of(size_t slots)
{
    return __builtin_ctzll(slots);
}

static inline bool is_active(const Machine *m, const SetEntry *e)
{
    return e->key && e->key != set_dummy(m);
}

/* ---- making and unmaking --------------------------------------------------------------------- */

SetObject *set_alloc(Machine *m, Type *type)
{
    SetObject *so = object_new_plain(m, type);
    if (!so)
        return NULL;
    so->mask = SET_MINSIZE - 1;
    so->table = so->smalltable;
    so->hash = -1;
    gc_track(m, (Object *)so);
    return so;
}

static void table_free(Machine *m, SetEntry *table, size_t slots, uint64_t address)
{
    pymalloc_free(m, address, slots * sizeof *table);
    heap_free(m, table);
}

static void release_keys(Machine *m, Object *holder, const SetEntry *table, ssize_t used)
{
    for (const SetEntry *e = table; used > 0; e++) {
        if (!is_active(m, e))
            continue;
        used--;
        let_go(m, holder, e->key);
    }
}

void set_dealloc(Machine *m, Object *o)
{
    SetObject *so = (SetObject *)o;
    gc_untrack(m, o);
    release_keys(m, o, so->table, so->used);
    if (so->table != so->smalltable)
        table_free(m, so->table, so->mask + 1, so->address);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

int set_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    const SetObject *so = (SetObject *)o;
    int status = 0;
    for (size_t i = 0; i <= so->mask && !status; i++)
        if (is_active(m, &so->table[i]))
            status = visit(m, so->table[i].key, arg);
    return status;
}

bool set_next(const Machine *m, Object *o, ssize_t *at, Object **key, hash_t *hash)
{
    const SetObject *so = (const SetObject *)o;
    size_t i = (size_t)*at;
    while (i <= so->mask && !is_active(m, &so->table[i]))
        i++;
    *at = (ssize_t)i + 1;
    if (i > so->mask)
        return false;
    *key = so->table[i].key;
    if (hash)
        *hash = so->table[i].hash;
    return true;
}

/* ---- looking a key up ------------------------------------------------------------------------ */

static void op_begin(Machine *m, Op *op, enum op_kind kind, SetObject *so, Object *key, hash_t hash)
{
    op->kind = kind;
    op->subject = (Object *)so;
    op->u.lookup.key = key;
    op->u.lookup.hash = hash;
    op->u.lookup.for_empty = false;
    op->u.lookup.entry = -1;
    op->u.lookup.value = NULL;
    op->u.lookup.probes = 0;
    op_push(m, op);
}

static inline void op_first(Op *op, size_t mask)
{
    op->u.lookup.perturb = (uint64_t)op->u.lookup.hash;
    op->u.lookup.run = op->u.lookup.slot = (size_t)op->u.lookup.hash & mask;
    op->u.lookup.probes = 1;
    op->u.lookup.free = -1;
}

/* Where a walk goes on: the record takes it over after the event that explains it. */
struct step {
    size_t slot, run;
    uint64_t perturb;
};

static inline struct step next_step(const Op *op, size_t mask)
{
    struct step s = {0, op->u.lookup.run, op->u.lookup.perturb};
    s.slot = set_next_slot(op->u.lookup.slot, &s.run, &s.perturb, mask);
    return s;
}

static inline void op_advance(Op *op, struct step s)
{
    op->u.lookup.slot = s.slot;
    op->u.lookup.run = s.run;
    op->u.lookup.perturb = s.perturb;
    op->u.lookup.probes++;
}

/* The slot's key has the hash of the key sought but is not the same object.  An insertion takes an
 * equal key for found even if the comparison changed the table. */
static ssize_t compare_slot(Machine *m, SetObject *so, size_t slot, Op *op)
{
    const SetEntry *table = so->table;
    const size_t mask = so->mask;
    Object *startkey = table[slot].key, *key = op->u.lookup.key;
    incref(startkey);
    EMIT_ON(m, so, SET_COMPARE, slot, startkey, key);
    int equal = dict_keys_equal(m, startkey, key);
    bool changed = table != so->table || mask != so->mask || table[slot].key != startkey;
    if (equal == 0 && !changed)
        EMIT_ON(m, so, SET_UNEQUAL, slot, startkey, key, next_step(op, mask).slot);
    decref(m, startkey);
    if (equal < 0)
        return FAILED;
    if (changed && !(equal && op->kind == OP_SET_INSERT))
        return CHANGED;
    return equal ? (ssize_t)slot : NOT_FOUND;
}

static void tell_collision(Machine *m, SetObject *so, const Op *op, struct step s)
{
    size_t slot = op->u.lookup.slot, run = op->u.lookup.run;
    Object *other = so->table[slot].key;
    if (set_is_linear(slot, run, so->mask))
        EMIT_ON(m, so, SET_PROBE, slot, other, s.slot, run);
    else
        EMIT_ON(m, so, SET_JUMP, slot, other, s.slot, run, s.perturb);
}

/* One walk.  The key's slot; NOT_FOUND, with the record at an empty slot; FAILED; CHANGED. */
static ssize_t walk(Machine *m, SetObject *so, Op *op)
{
    Object *const key = op->u.lookup.key;
    const hash_t hash = op->u.lookup.hash;
    const size_t mask = so->mask;
    op_first(op, mask);
    EMIT_ON(m, so, SET_HASH, key, hash, op->u.lookup.slot, log2_of(mask + 1));
    for (;;) {
        size_t slot = op->u.lookup.slot;
        const SetEntry *e = &so->table[slot];
        if (!e->key) {
            EMIT_ON(m, so, SET_EMPTY, key, slot);
            return NOT_FOUND;
        }
        ssize_t found = NOT_FOUND;
        if (e->key == key)
            found = (ssize_t)slot;
        else if (e->hash == hash)
            found = compare_slot(m, so, slot, op);
        else if (e->hash == -1)
            EMIT_ON(m, so, SET_DUMMY, slot, next_step(op, mask).slot);
        else
            tell_collision(m, so, op, next_step(op, mask));
        if (found >= 0)
            EMIT_ON(m, so, SET_FOUND, key, found);
        if (found != NOT_FOUND)
            return found;
        if (so->table[slot].hash == -1)
            op->u.lookup.free = (ssize_t)slot;
        op_advance(op, next_step(op, mask));
    }
}

/* Objects/setobject.c: set_lookkey */
static ssize_t lookup(Machine *m, SetObject *so, Op *op)
{
    for (;;) {
        ssize_t slot = walk(m, so, op);
        if (slot != CHANGED)
            return slot;
        EMIT_ON(m, so, SET_RESTART, op->u.lookup.key);
    }
}

int set_contains_known_hash(Machine *m, SetObject *so, Object *key, hash_t hash)
{
    Op op;
    op_begin(m, &op, OP_SET_LOOKUP, so, key, hash);
    ssize_t slot = lookup(m, so, &op);
    op_pop(m, &op);
    return slot == FAILED ? -1 : slot >= 0;
}

/* ---- rebuilding the table -------------------------------------------------------------------- */

/* A slot for a key in a table without dummies that does not have it: set_insert_clean. */
static size_t find_clean(Machine *m, SetObject *so, const SetEntry *table, size_t mask, hash_t hash)
{
    size_t run = (size_t)hash & mask, slot = run;
    uint64_t perturb = (uint64_t)hash;
    while (table[slot].key) {
        size_t next = set_next_slot(slot, &run, &perturb, mask);
        EMIT_ON(m, so, SET_RESIZE_PROBE, slot, table[slot].key, next);
        slot = next;
    }
    return slot;
}

static void move_keys(Machine *m, SetObject *so, Op *op)
{
    const SetEntry *old = op->u.set_resize.old_table;
    SetEntry *table = op->u.set_resize.new_table;
    for (size_t i = 0; i <= op->u.set_resize.old_mask; i++) {
        if (!is_active(m, &old[i]))
            continue;
        op->u.set_resize.at = i;
        size_t slot = find_clean(m, so, table, op->u.set_resize.new_mask, old[i].hash);
        table[slot] = old[i];
        op->u.set_resize.moved++;
        EMIT_ON(m, so, SET_RESIZE_ENTRY, old[i].key, i, slot);
    }
}

/* The new table becomes the set's; small ones go into the object. */
static void install(SetObject *so, Op *op, uint64_t address)
{
    so->mask = op->u.set_resize.new_mask;
    so->fill = so->used;
    so->address = address;
    so->table = op->u.set_resize.new_table;
    if (address)
        return;
    memcpy(so->smalltable, op->u.set_resize.new_table, sizeof so->smalltable);
    op->u.set_resize.new_table = so->table = so->smalltable;
}

/* Objects/setobject.c: set_table_resize, its reason told already.  The old table stays in place
 * until the new one is whole. */
static int resize(Machine *m, SetObject *so, size_t slots)
{
    SetEntry fresh[SET_MINSIZE] = {{0}}, small_copy[SET_MINSIZE];
    SetEntry *old = so->table, *block = NULL;
    uint64_t address = 0, old_address = so->address;
    if (slots > SET_MINSIZE) {
        if (!(block = heap_alloc(m, slots * sizeof *block)))
            return -1;
        if (!(address = pymalloc_alloc(m, slots * sizeof *block))) {
            heap_free(m, block);
            return -1;
        }
    }
    if (old == so->smalltable)
        old = memcpy(small_copy, old, sizeof small_copy);
    Op op = {.kind = OP_SET_RESIZE, .subject = (Object *)so};
    op.u.set_resize.old_table = old;
    op.u.set_resize.new_table = block ? block : fresh;
    op.u.set_resize.old_mask = so->mask;
    op.u.set_resize.new_mask = slots - 1;
    op.u.set_resize.total = (size_t)so->used;
    op_push(m, &op);
    if (block)
        EMIT_ON(m, so, SET_RESIZE_ALLOC, slots, slots * sizeof *block);
    move_keys(m, so, &op);
    install(so, &op, address);
    EMIT_ON(m, so, SET_RESIZE_DONE, so->used, slots, set_fill_limit(so->mask));
    op_pop(m, &op);
    if (old_address)
        table_free(m, old, op.u.set_resize.old_mask + 1, old_address);
    return 0;
}

/* Would a table of this size be the same again? */
static bool is_useless(const SetObject *so, size_t slots)
{
    return slots == SET_MINSIZE && so->table == so->smalltable && so->fill == so->used;
}

static size_t grown_size(const SetObject *so, size_t *factor)
{
    *factor = so->used > LARGE ? GROWTH_OF_LARGE : GROWTH;
    return table_size((size_t)so->used * *factor);
}

static int grow(Machine *m, SetObject *so)
{
    size_t factor, slots = grown_size(so, &factor);
    EMIT_ON(m, so, SET_GROW, so->fill, so->mask + 1, so->used, factor, slots);
    return resize(m, so, slots);
}

int set_presize(Machine *m, SetObject *so, ssize_t coming)
{
    if ((size_t)(so->fill + coming) * 5 < so->mask * 3)
        return 0;
    size_t slots = table_size((size_t)(so->used + coming) * 2);
    if (is_useless(so, slots))
        return 0;
    EMIT_ON(m, so, SET_PRESIZE, coming, so->mask + 1, slots);
    return resize(m, so, slots);
}

int set_purge(Machine *m, SetObject *so)
{
    size_t dummies = (size_t)(so->fill - so->used);
    if (dummies <= so->mask / 4)
        return 0;
    size_t factor, slots = grown_size(so, &factor);
    EMIT_ON(m, so, SET_PURGE, dummies, so->mask + 1, slots);
    return resize(m, so, slots);
}

/* ---- writing --------------------------------------------------------------------------------- */

/* The reference that the operation took becomes the set's; the caller still holds one. */
static void settle(Machine *m, SetObject *so, Object *key)
{
    key->refcnt--;
    hold(m, so, key);
}

static void take_over_dummy(Machine *m, SetObject *so, Op *op)
{
    size_t slot = op->u.lookup.slot = (size_t)op->u.lookup.free;
    so->table[slot] = (SetEntry){op->u.lookup.key, op->u.lookup.hash};
    so->used++;
    settle(m, so, op->u.lookup.key);
    EMIT_ON(m, so, SET_REUSE, op->u.lookup.key, slot, so->fill, so->mask + 1);
}

/* True if the table must grow now. */
static bool take_empty(Machine *m, SetObject *so, Op *op)
{
    size_t slot = op->u.lookup.slot;
    so->table[slot] = (SetEntry){op->u.lookup.key, op->u.lookup.hash};
    so->fill++;
    so->used++;
    settle(m, so, op->u.lookup.key);
    EMIT_ON(m, so, SET_INSERT, op->u.lookup.key, slot, so->fill, so->mask + 1,
            set_fill_limit(so->mask));
    return (size_t)so->fill * 5 >= so->mask * 3;
}

/* Looks the key up; an insertion starts over as well if the dummy it noted is none any more. */
static ssize_t lookup_for_insertion(Machine *m, SetObject *so, Op *op)
{
    for (;;) {
        ssize_t slot = lookup(m, so, op);
        if (slot != NOT_FOUND || op->u.lookup.free < 0 || so->table[op->u.lookup.free].hash == -1)
            return slot;
    }
}

int set_add_known_hash(Machine *m, SetObject *so, Object *key, hash_t hash)
{
    incref(key);
    Op op;
    op_begin(m, &op, OP_SET_INSERT, so, key, hash);
    ssize_t slot = lookup_for_insertion(m, so, &op);
    int status = slot == FAILED ? -1 : 0;
    if (slot != NOT_FOUND)
        decref(m, key);
    else if (op.u.lookup.free >= 0)
        take_over_dummy(m, so, &op);
    else if (take_empty(m, so, &op))
        status = grow(m, so);
    op_pop(m, &op);
    return status;
}

static void make_dummy(const Machine *m, SetObject *so, size_t slot)
{
    so->table[slot] = (SetEntry){set_dummy(m), -1};
    so->used--;
}

int set_discard_known_hash(Machine *m, SetObject *so, Object *key, hash_t hash)
{
    Op op;
    op_begin(m, &op, OP_SET_DELETE, so, key, hash);
    ssize_t slot = lookup(m, so, &op);
    if (slot >= 0) {
        Object *old = so->table[slot].key;
        make_dummy(m, so, (size_t)slot);
        EMIT_ON(m, so, SET_DELETE, old, slot);
        let_go(m, so, old);
    }
    op_pop(m, &op);
    return slot == FAILED ? -1 : slot >= 0;
}

Object *set_pop(Machine *m, Object *o)
{
    SetObject *so = (SetObject *)o;
    if (so->used == 0)
        return error_set(m, EXC_KeyError, "pop from an empty set");
    size_t slot = so->finger & so->mask;
    while (!is_active(m, &so->table[slot]))
        slot = (slot + 1) & so->mask;
    Object *key = so->table[slot].key;
    make_dummy(m, so, slot);
    so->finger = slot + 1;
    EMIT_ON(m, so, SET_POP, key, slot);
    return key;
}

/* The set is empty before the first key is let go: whatever runs then finds it whole. */
void set_clear(Machine *m, Object *o)
{
    SetObject *so = (SetObject *)o;
    SetEntry small_copy[SET_MINSIZE], *table = so->table;
    size_t slots = so->mask + 1;
    ssize_t used = so->used;
    uint64_t address = so->address;
    if (so->fill == 0 && !address)
        return;
    if (!address)
        table = memcpy(small_copy, table, sizeof small_copy);
    memset(so->smalltable, 0, sizeof so->smalltable);
    so->fill = so->used = 0;
    so->mask = SET_MINSIZE - 1;
    so->table = so->smalltable;
    so->address = 0;
    so->hash = -1;
    EMIT_ON(m, so, SET_CLEAR, used, slots);
    release_keys(m, o, table, used);
    if (address)
        table_free(m, table, slots, address);
}

/* ---- whole sets ------------------------------------------------------------------------------ */

static void copy_slots(Machine *m, SetObject *so, const SetObject *other)
{
    for (size_t i = 0; i <= other->mask; i++) {
        if (!other->table[i].key)
            continue;
        so->table[i] = other->table[i];
        so->fill++;
        so->used++;
        hold(m, so, other->table[i].key);
    }
    EMIT_ON(m, so, SET_COPY, other, so->used, so->mask + 1);
}

static void place_keys(Machine *m, SetObject *so, const SetObject *other)
{
    for (size_t i = 0; i <= other->mask; i++) {
        const SetEntry e = other->table[i];
        if (!is_active(m, &e))
            continue;
        size_t slot = find_clean(m, so, so->table, so->mask, e.hash);
        so->table[slot] = e;
        so->fill++;
        so->used++;
        hold(m, so, e.key);
        EMIT_ON(m, so, SET_PLACE, e.key, slot);
    }
    EMIT_ON(m, so, SET_MERGE, other, so->used, so->mask + 1);
}

int set_merge(Machine *m, SetObject *so, SetObject *other)
{
    if (other == so || other->used == 0)
        return 0;
    if (set_presize(m, so, other->used))
        return -1;
    if (so->fill == 0) {
        if (so->mask == other->mask && other->fill == other->used)
            copy_slots(m, so, other);
        else
            place_keys(m, so, other);
        return 0;
    }
    for (size_t i = 0; i <= other->mask; i++)
        if (is_active(m, &other->table[i]) &&
            set_add_known_hash(m, so, other->table[i].key, other->table[i].hash))
            return -1;
    return 0;
}

#define SWAP(type, a, b)                                                                           \
    do {                                                                                           \
        type swap_ = (a);                                                                          \
        (a) = (b);                                                                                 \
        (b) = swap_;                                                                               \
    } while (0)

void set_swap_bodies(Machine *m, SetObject *a, SetObject *b)
{
    SetEntry small[SET_MINSIZE];
    memcpy(small, a->smalltable, sizeof small);
    memcpy(a->smalltable, b->smalltable, sizeof small);
    memcpy(b->smalltable, small, sizeof small);
    SWAP(ssize_t, a->fill, b->fill);
    SWAP(ssize_t, a->used, b->used);
    SWAP(size_t, a->mask, b->mask);
    SWAP(uint64_t, a->address, b->address);
    SWAP(SetEntry *, a->table, b->table);
    if (!a->address)
        a->table = a->smalltable;
    if (!b->address)
        b->table = b->smalltable;
    a->hash = b->hash = -1;
    EMIT_ON(m, a, SET_SWAP, a->used, a->mask + 1);
}

/* ---- what must hold -------------------------------------------------------------------------- */

static const char *slot_broken(const Machine *m, const SetObject *so, size_t slot)
{
    const SetEntry *e = &so->table[slot];
    if (!e->key)
        return e->hash ? "set: an empty slot has a hash" : NULL;
    if (e->key == set_dummy(m))
        return e->hash == -1 ? NULL : "set: a dummy has a hash";
    size_t run = (size_t)e->hash & so->mask, at = run;
    uint64_t perturb = (uint64_t)e->hash;
    while (at != slot && so->table[at].key)
        at = set_next_slot(at, &run, &perturb, so->mask);
    return at == slot ? NULL : "set: a key cannot be reached from its hash";
}

const char *set_broken(const Machine *m, const Object *o)
{
    const SetObject *so = (const SetObject *)o;
    if ((so->mask & (so->mask + 1)) || so->mask < SET_MINSIZE - 1)
        return "set: the number of slots is no power of two";
    if ((so->table == so->smalltable) != !so->address)
        return "set: the small table has an address, or a large one has none";
    ssize_t fill = 0, used = 0;
    for (size_t i = 0; i <= so->mask; i++) {
        const char *why = slot_broken(m, so, i);
        if (why)
            return why;
        fill += so->table[i].key != NULL;
        used += is_active(m, &so->table[i]);
    }
    if (fill != so->fill || used != so->used)
        return "set: fill or used is not what the slots hold";
    return (size_t)fill > so->mask ? "set: no slot is empty" : NULL;
}
