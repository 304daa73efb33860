/* The object model: what every value of the simulated Python is made of.
 *
 * An Object is a header of 32 bytes, followed by what its type needs.  A container has a GCHead in
 * front of that (as in CPython, so that `Object *` always points at the header).  All of it lies in
 * the machine's region; plain C pointers between objects are fine, and pointers out of the region
 * are not, but to code and constants.
 *
 * Invariants
 *   - refcnt is the number of references that CPython would count at this point.  Immortal objects
 *     (OBJECT_IMMORTAL) start so high that they never reach zero; what they show is the profile's.
 *   - A function that returns an Object * returns a new reference, or NULL with an exception set,
 *     unless its comment says "borrowed".  A function that returns int returns -1 with one set.
 *     A function that returns a hash never returns -1 but for an error.
 *   - Arguments are borrowed, unless the comment says "steals".
 *   - serial numbers count allocations from the program's first statement, are never reused, and
 *     are how people see objects.  What the compiler makes counts downward from -1, so that a
 *     change of it changes no number that anybody sees; what the interpreter was born with has
 *     none.
 *   - address is where CPython's allocator would have put the object: a model, see pymalloc.h. */
#ifndef PYVIZ_MACHINE_OBJECT_H
#define PYVIZ_MACHINE_OBJECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

typedef struct Machine Machine;
typedef struct Object Object;
typedef struct Type Type;
typedef int64_t hash_t;

enum object_flag {
    OBJECT_IMMORTAL = 1 << 0,
    OBJECT_GC = 1 << 1,       /* has a GCHead in front */
    OBJECT_TRACKED = 1 << 2,  /* linked into a generation */
    OBJECT_QUIET = 1 << 3,    /* a namespace of the interpreter: operations on it emit no events */
    OBJECT_INTERNED = 1 << 4, /* str: the one copy of its text */
    OBJECT_CONSTANT = 1 << 5, /* made by the compiler */
    OBJECT_FINALIZED = 1 << 6,
    OBJECT_INSTANCE_DICT = 1 << 7, /* an instance's __dict__ that the machine made */
    OBJECT_HANDLED =
        1 << 8, /* a function of the library, not CPython's own, has had it in a variable */
    OBJECT_UNSEEN = 1 << 9,      /* CPython makes no such object: it has no block in the model */
    OBJECT_DISPLACED = 1 << 10,  /* a name: another has come to its place in the method cache */
    OBJECT_CLASS_DICT = 1 << 11, /* a dict: a type's tp_dict; type_cache.h */
    OBJECT_LOOKED_UP = 1 << 12,  /* a name: it is, or was, in the type cache */
};

struct Object {
    int64_t refcnt;
    Type *type;
    int32_t serial; /* 1 and up: made by the program; -1 and down: by the compiler; 0: before */
    uint32_t flags;
    uint64_t address;
};

typedef struct GCHead {
    struct GCHead *next, *prev;
    int64_t gc_refs;    /* during a collection: references not yet known to come from inside */
    int32_t generation; /* 0, 1 or 2; GC_PERMANENT: frozen */
    int32_t gc_state;   /* enum gc_state */
} GCHead;

enum gc_state {
    GC_IDLE,        /* not looked at, or known to be reachable */
    GC_COLLECTING,  /* in the list that is looked at, not reached yet */
    GC_UNREACHABLE, /* put aside */
};

static inline GCHead *gc_head(Object *o)
{
    return (GCHead *)(void *)o - 1;
}
static inline Object *gc_object(GCHead *g)
{
    return (Object *)(void *)(g + 1);
}

/* ---- references ------------------------------------------------------------------------------ */

static inline void object_incref(Object *o)
{
    o->refcnt++;
}
/* Frees what nobody holds any more: Objects/object.c: _Py_Dealloc, trashcan included. */
void object_dealloc(Machine *m, Object *o);
/* Where CPython calls the program with an object that it has only borrowed, nobody counts it here
 * either: should the program let go of it meanwhile, it goes when it is no longer pinned. */
struct pin {
    Object *object;
    struct pin *outer;
};
void object_pin(Machine *m, struct pin *pin, Object *o);
void object_unpin(Machine *m, struct pin *pin); /* the innermost one */
static inline void object_decref(Machine *m, Object *o)
{
    if (--o->refcnt == 0)
        object_dealloc(m, o);
}
#define incref(o)    object_incref((Object *)(o))
#define xincref(o)   ((o) ? object_incref((Object *)(o)) : (void)0)
#define decref(m, o) object_decref((m), (Object *)(o))
#define xdecref(m, o)                                                                              \
    do {                                                                                           \
        Object *xdecref_ = (Object *)(o);                                                          \
        if (xdecref_)                                                                              \
            object_decref((m), xdecref_);                                                          \
    } while (0)
/* Forgets a reference: the variable is NULL before anything can run because of it. */
#define clear_ref(m, variable)                                                                     \
    do {                                                                                           \
        Object *clear_ref_ = (Object *)(variable);                                                 \
        (variable) = NULL;                                                                         \
        if (clear_ref_)                                                                            \
            object_decref((m), clear_ref_);                                                        \
    } while (0)
/* Puts a reference, which it takes over, where there may be another: the new one is there before
 * anything can run because of the old one. */
#define set_ref(m, variable, reference)                                                            \
    do {                                                                                           \
        Object *set_ref_ = (Object *)(variable);                                                   \
        (variable) = (reference);                                                                  \
        xdecref(m, set_ref_);                                                                      \
    } while (0)
static inline Object *object_newref(Object *o)
{
    o->refcnt++;
    return o;
}
static inline Object *object_xnewref(Object *o)
{
    return o ? object_newref(o) : NULL;
}
#define newref(o)  object_newref((Object *)(o))
#define xnewref(o) object_xnewref((Object *)(o)) /* NULL stays NULL */

/* The references that a teacher counts: a container's items, keys and values; a name; an argument.
 * hold() takes one for `holder` (NULL: a name or a frame) and emits ref.inc; let_go() gives one
 * back and emits ref.dec, before the object is freed if it was the last.  References that live only
 * inside one C function are plain incref/decref. */
void object_hold(Machine *m, Object *holder, Object *o);
void object_let_go(Machine *m, Object *holder, Object *o);
#define hold(m, holder, o)   object_hold((m), (Object *)(holder), (Object *)(o))
#define let_go(m, holder, o) object_let_go((m), (Object *)(holder), (Object *)(o))

/* ---- making and unmaking --------------------------------------------------------------------- */

/* A zeroed object of `size` bytes of ours (header included, GCHead not), refcnt 1, with a serial
 * and an address for the `modelled` bytes that CPython would ask for (GC head not included; it is
 * added for GC types).  Takes the address from the type's free list if CPython would.  A GC object
 * is counted as a young allocation, not yet tracked.  NULL with MemoryError when the limit is
 * reached. */
void *object_new(Machine *m, Type *type, size_t size, size_t modelled);
/* The same, but never from a free list: what list() and dict() get, unlike [] and {}:
 * PyType_GenericAlloc. */
void *object_new_fresh(Machine *m, Type *type, size_t size, size_t modelled);
/* One that CPython does not make, of a builtin type that the collector knows: nothing of it shows
 * in the model. */
void *object_new_unseen(Machine *m, Type *type, size_t size);
/* The last act of every tp_dealloc: gives the object's memory back (to a free list of the model, if
 * CPython would keep it).  `modelled` as given to object_new. */
void object_free(Machine *m, Object *o, size_t modelled);
/* Gives the object's block back to the model at once: object_free will not. */
void object_unsee(Machine *m, Object *o, size_t modelled);
/* The other way about: now CPython makes it. It gets its block, is counted and tracked. */
void object_see(Machine *m, Object *o, size_t modelled);
/* Modules/gcmodule.c: PyObject_GC_Track / UnTrack. */
void gc_track(Machine *m, Object *o);
void gc_untrack(Machine *m, Object *o);
void object_make_immortal(Object *o);
static inline bool object_is_immortal(const Object *o)
{
    return o->flags & OBJECT_IMMORTAL;
}
static inline bool object_is_tracked(const Object *o)
{
    return o->flags & OBJECT_TRACKED;
}

/* ---- Objects/object.c, Objects/abstract.c: the protocols ------------------------------------- */

enum compare_op { COMPARE_LT, COMPARE_LE, COMPARE_EQ, COMPARE_NE, COMPARE_GT, COMPARE_GE };

enum number_op {
    NB_ADD,
    NB_SUBTRACT,
    NB_MULTIPLY,
    NB_MATRIX_MULTIPLY,
    NB_TRUE_DIVIDE,
    NB_FLOOR_DIVIDE,
    NB_REMAINDER,
    NB_POWER,
    NB_LSHIFT,
    NB_RSHIFT,
    NB_AND,
    NB_XOR,
    NB_OR,
    NB_DIVMOD,
    NB_COUNT
};

Object *object_repr(Machine *m, Object *o);  /* a StrObject */
Object *object_str(Machine *m, Object *o);   /* a StrObject */
Object *object_ascii(Machine *m, Object *o); /* a StrObject */
Object *object_format(Machine *m, Object *o, Object *spec /* str, or NULL */);
hash_t object_hash(Machine *m, Object *o); /* TypeError "unhashable type: 'list'" */
Object *object_richcompare(Machine *m, Object *a, Object *b, enum compare_op op);
/* 1, 0 or -1; identity counts as equal, as PyObject_RichCompareBool has it. */
int object_richcompare_bool(Machine *m, Object *a, Object *b, enum compare_op op);
/* The same, both held meanwhile. */
Object *object_richcompare_held(Machine *m, Object *a, Object *b, enum compare_op op);
int object_richcompare_bool_held(Machine *m, Object *a, Object *b, enum compare_op op);
/* The same for two that CPython has only borrowed: object_pin. */
Object *object_richcompare_borrowed(Machine *m, Object *a, Object *b, enum compare_op op);
int object_equal_borrowed(Machine *m, Object *a, Object *b);
int object_is_true(Machine *m, Object *o);

/* o.name, o.name = value, o[key] ...: each with the dunders, the order of calls and the messages of
 * CPython's PyObject_ functions of the same name (Objects/object.c, Objects/abstract.c). */
Object *object_getattr(Machine *m, Object *o, Object *name);
/* As object_getattr, but a missing attribute is no error: 1 found, 0 missing, -1 another error. */
int object_lookup_attr(Machine *m, Object *o, Object *name, Object **result);
int object_setattr(Machine *m, Object *o, Object *name, Object *value /* NULL deletes */);
Object *object_generic_getattr(Machine *m, Object *o, Object *name);
/* The same, but NULL without an exception: there is no such attribute.
 * Objects/object.c: _PyObject_GenericGetAttrWithDict. */
Object *object_find_generic(Machine *m, Object *o, Object *name);
int object_generic_setattr(Machine *m, Object *o, Object *name, Object *value);
Object *object_self_iter(Machine *m, Object *o); /* a tp_iter that returns o itself */
hash_t object_hash_not_implemented(Machine *m, Object *o);
/* object's own: equal is who is the same */
Object *object_default_compare(Machine *m, Object *a, Object *b, enum compare_op op);
hash_t object_hash_pointer(Machine *m, Object *o); /* from the modelled address */

Object *object_getitem(Machine *m, Object *o, Object *key);
int object_setitem(Machine *m, Object *o, Object *key, Object *value /* NULL deletes */);
ssize_t object_length(Machine *m, Object *o); /* -1: error */
ssize_t object_length_hint(Machine *m, Object *o, ssize_t otherwise);
int object_contains(Machine *m, Object *container, Object *value);
Object *object_getiter(Machine *m, Object *o);
/* The next item; NULL with no exception set at the end. */
Object *iter_next(Machine *m, Object *iterator);
/* The same with what the iterator says at its end: a StopIteration that it raised stays set, as
 * where CPython calls tp_iternext itself. */
Object *iter_step(Machine *m, Object *iterator);
/* Everything that an iterable yields, as a new list / tuple. */
Object *sequence_list(Machine *m, Object *iterable);
Object *sequence_tuple(Machine *m, Object *iterable);
/* A list or tuple to index quickly; `message` is the TypeError's if o is not iterable. */
Object *sequence_fast(Machine *m, Object *o, const char *message);
ssize_t sequence_fast_size(Object *fast);
Object **sequence_fast_items(Object *fast);

/* a op b, with the reflected method where that comes first or the other gives NotImplemented;
 * inplace: a op= b.  TypeError "unsupported operand type(s) for ...": Objects/abstract.c. */
Object *number_binary(Machine *m, Object *a, Object *b, enum number_op op);
Object *number_inplace(Machine *m, Object *a, Object *b, enum number_op op);
Object *number_power(Machine *m, Object *a, Object *b,
                     Object *modulus /* None for two arguments */);
Object *number_negative(Machine *m, Object *o);
Object *number_positive(Machine *m, Object *o);
Object *number_invert(Machine *m, Object *o);
Object *number_absolute(Machine *m, Object *o);
/* an exact int; TypeError "'str' object cannot be interpreted as an integer" */
Object *number_index(Machine *m, Object *o);
/* int(o) with one argument: Objects/abstract.c: PyNumber_Long */
Object *number_int(Machine *m, Object *o);
Object *number_float(Machine *m, Object *o); /* float(o) */
/* An index as a C integer, clipped to its range if `clip` (slices), else OverflowError / IndexError
 * with `error`.  -1 with an exception set on error. */
ssize_t number_as_ssize(Machine *m, Object *o, int error /* enum exception_id, or -1: clip */);

/* kwnames: a tuple of str naming the last of the values behind the nargs positional ones, or
 * NULL. */
Object *object_vectorcall(Machine *m, Object *callable, Object *const *args, size_t nargs,
                          Object *kwnames);
/* The same; packed: the caller holds the arguments in a tuple (and a dict), as f(*args) does. */
Object *object_call(Machine *m, Object *callable, Object *const *args, size_t nargs,
                    Object *kwnames, bool packed);
Object *object_call0(Machine *m, Object *callable);
Object *object_call1(Machine *m, Object *callable, Object *arg);
/* Calls o.name(args...); args do not include o. */
Object *object_call_method(Machine *m, Object *o, Object *name, Object *const *args, size_t nargs);
bool object_is_callable(Object *o);

/* sys.getsizeof(o): Python/sysmodule.c: _PySys_GetSizeOf, GC head included.  -1: error */
ssize_t object_sizeof(Machine *m, Object *o);
/* object.__sizeof__: without what lies in front of it, and without asking the program; and that:
 * the GC head, and a managed dict's and weak references' place. */
ssize_t object_own_size(Machine *m, Object *o);
ssize_t object_head_size(const Machine *m, const Object *o);
int object_isinstance(Machine *m, Object *o, Object *class_or_tuple);
int object_issubclass(Machine *m, Object *derived, Object *class_or_tuple);
/* The same without asking __instancecheck__ and __subclasscheck__: what type's own do. */
int object_real_isinstance(Machine *m, Object *o, Object *cls);
int object_real_issubclass(Machine *m, Object *derived, Object *cls);

/* C functions that can nest (repr, compare, tp_call) enter on their way in: -1 with
 * RecursionError("maximum recursion depth exceeded" + where).  3.11 counts them together with the
 * frames of Python code; later versions have a limit of their own for them
 * (profile->c_recursion_limit).  Python/ceval.c: _Py_EnterRecursiveCall. */
int recursion_enter(Machine *m, const char *where);
/* A frame of Python code enters: 0 or -1 with RecursionError.  from_c: CPython runs it in a new
 * evaluation loop, which counts among the C functions too, where those are counted apart;
 * generators it resumes in the loop that asks. */
int recursion_enter_frame(Machine *m, bool from_c);
void recursion_leave_frame(Machine *m, bool from_c);
void recursion_leave(Machine *m);
/* C functions that nest uncounted, until CPython's stack overflows: refused in time.  0 or -1. */
int recursion_check_stack(Machine *m, const char *what);
/* Objects/object.c: Py_ReprEnter: 1 if o's repr is already under way, 0 if not, -1 on error. */
int repr_enter(Machine *m, Object *o);
void repr_leave(Machine *m, Object *o);

#endif
