/* Operation records: what a view needs to know in the middle of an operation.
 *
 * A record is a local of the C function that does the work, and so lies on the machine's stack, in
 * the region; records of nested operations are linked, innermost first, from machine->op.
 * Invariant: a record is unlinked before its function returns, whichever way it returns. */
#ifndef PYVIZ_MACHINE_OP_H
#define PYVIZ_MACHINE_OP_H

#include <pyviz/machine/machine.h>

enum op_kind {
    OP_LIST_RESIZE,
    OP_LIST_SHIFT,
    OP_LIST_SORT,
    OP_DICT_LOOKUP,
    OP_DICT_INSERT,
    OP_DICT_RESIZE,
    OP_SET_LOOKUP,
    OP_SET_RESIZE,
    OP_DICT_DELETE,
    OP_SET_INSERT,
    OP_SET_DELETE,
    OP_MERGE,
    OP_GC,
    OP_COPYING,
    OP_LIST_FILLING, /* by the items of an iterator, one by one */
};

/* How an object is copied, as far as that is known. */
enum copy_way {
    COPY_OPEN,
    COPY_BY_ATOM,   /* not at all: the same object is used */
    COPY_BY_MEMO,   /* it was copied before */
    COPY_BY_TABLE,  /* by the function that the type has in the table of copiers */
    COPY_BY_HOOK,   /* by its own __copy__ or __deepcopy__ */
    COPY_BY_RECIPE, /* made anew as __reduce_ex__ or copyreg tell */
};

/* Why a collection runs. */
enum gc_cause {
    GC_BY_COUNT, /* a threshold was passed */
    GC_ASKED,    /* gc.collect() */
    GC_AT_END,   /* the interpreter takes down what the program has left */
};

/* Where a collection stands; in this order. */
enum gc_phase {
    GC_PHASE_START,
    GC_PHASE_UPDATE_REFS,      /* gc_refs becomes a copy of the reference count */
    GC_PHASE_SUBTRACT_REFS,    /* references from inside are taken off */
    GC_PHASE_MOVE_UNREACHABLE, /* who is left with none, and cannot be reached */
    GC_PHASE_PROMOTE,          /* the survivors change their generation */
    GC_PHASE_WEAKREFS,
    GC_PHASE_FINALIZERS,
    GC_PHASE_RESURRECT, /* the first three again, for the garbage alone */
    GC_PHASE_CLEAR,
    GC_PHASE_END,
};

struct DictKeys;
struct SetEntry;

typedef struct Op {
    struct Op *outer;
    uint64_t since; /* machine_pace when it began */
    enum op_kind kind;
    Object *subject;
    union {
        struct {
            Object **old_item, **new_item; /* NULL new_item: not allocated yet */
            ssize_t old_allocated, new_allocated, newsize, copied;
            uint64_t old_address, new_address;
            bool moved;
        } list_resize;
        struct {
            ssize_t from, to, count, done; /* memmove: items [from, from+count) go to [to, ...) */
        } list_shift;
        struct {
            Object **keys;    /* what is compared, `count` of them */
            Object **values;  /* the items, in the same order; NULL: the keys are the items */
            Object **scratch; /* merging: the copy of the shorter run's keys, else NULL */
            ssize_t count, scratch_count;
            ssize_t start, len; /* the stretch now worked on: a run, or two that are merged */
            ssize_t split;      /* merging: where the right one of the two began, else -1 */
            int64_t comparisons;
        } list_sort; /* meanwhile the list itself looks empty */
        struct {
            Object *key;
            hash_t hash;
            uint64_t perturb; /* as it is for the slot now looked at */
            size_t slot;      /* now looked at */
            int probes;       /* slots looked at so far, this one included; 0: none yet */
            bool for_empty;   /* dict: the second walk, find_empty_slot */
            ssize_t entry;    /* dict: the entry found or written; -1: not known yet */
            Object *value;    /* dict: being written; NULL: none */
            ssize_t free;     /* set: the last dummy passed; -1: none */
            size_t run;       /* set: the slot where this run of linear probes began */
        } lookup; /* of OP_DICT_LOOKUP, _INSERT, _DELETE and OP_SET_LOOKUP, _INSERT, _DELETE */
        struct {
            struct DictKeys *old_keys, *new_keys; /* NULL new_keys: not allocated yet */
            ssize_t moved;                        /* entries already indexed in the new table */
            ssize_t total;
        } dict_resize;
        struct {
            struct SetEntry *old_table, *new_table; /* NULL new_table: not allocated yet */
            size_t old_mask, new_mask;
            size_t at;           /* the slot of the old table being looked at */
            size_t moved, total; /* keys already in the new table; all of them */
        } set_resize;
        struct {
            Object *const *list; /* tuples: the orders of the bases, then the bases */
            const ssize_t *at;   /* how much of each has been taken */
            ssize_t lists;
            Object *result;    /* list: what has been taken so far, the class first */
            Object *candidate; /* being tried, or tried last; NULL: none yet */
            ssize_t from;      /* the list at whose head it stood */
            ssize_t barred_by; /* the list in whose tail it stands; -1: none */
            enum merge_verdict { MERGE_OPEN, MERGE_TAKEN, MERGE_REJECTED, MERGE_CONFLICT } verdict;
        } merge; /* the subject is the class */
        struct {
            enum gc_phase phase;
            int generation;
            enum gc_cause cause;
            bool again; /* at the start: not the first at the end; later: the garbage is worked out
                         * once more, for finalizers may have run */
            int count, threshold; /* that decided; as they were */
            /* the list looked at; its survivors leave it at GC_PHASE_PROMOTE */
            GCHead *young;
            GCHead *unreachable; /* what is put aside, then: the garbage */
            Object *at, *to;     /* the object whose references are followed, and the referent */
            int64_t objects, survivors; /* of the program's */
            int64_t garbage, cleared;
        } gc; /* subject: NULL.  gc_refs and gc_state stand in each object's GCHead. */
        struct {
            bool deep;
            Object *memo; /* what it is now, or NULL */
            Object *copy; /* as far as it has come, or NULL */
            enum copy_way way;
            ssize_t parts; /* items, keys, values, attributes whose turn has come */
            int64_t atoms; /* how many of them were not copied because of their type */
            Object *state; /* recipe: what the copy is to be given, or NULL */
        } copy; /* the subject is the original; references are those of the frames under way */
    } u;
} Op;

static inline void op_push(Machine *m, Op *op)
{
    op->outer = m->op;
    op->since = machine_pace(m);
    m->op = op;
}
static inline void op_pop(Machine *m, Op *op)
{
    m->op = op->outer;
    machine_step_over(m, op->since);
}

#endif
