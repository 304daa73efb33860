/* Types: tables of functions with CPython's slot names.
 *
 * A builtin type is written as a constant TypeSpec in its object's file; boot makes a Type of it in
 * the region, with its methods in its dict.  A slot that a spec leaves NULL is inherited. */
#ifndef PYVIZ_MACHINE_TYPE_H
#define PYVIZ_MACHINE_TYPE_H

#include <pyviz/machine/object.h>

/* ---- functions and methods written in C ------------------------------------------------------ */

/* self: the bound object (the type for METH_CLASS, the module or NULL for functions). */
typedef Object *(*MethodFn)(Machine *m, Object *self, Object *const *args, size_t nargs,
                            Object *kwnames);

enum method_flag {
    METH_NOARGS = 1 << 0,   /* the caller has checked that there are none */
    METH_O = 1 << 1,        /* the caller has checked that there is exactly one */
    METH_FASTCALL = 1 << 2, /* any number of positional ones; keywords were refused */
    METH_KEYWORDS = 1 << 3, /* anything; the function checks */
    METH_CLASS = 1 << 4,
    METH_STATIC = 1 << 5,
    METH_COEXIST = 1 << 6, /* replaces the slot wrapper of the same name */
    /* Who calls packs the arguments into a tuple and a dict, which hold them as long as the call
     * lasts: CPython's METH_VARARGS.  A profile decides where it is not so in all versions. */
    METH_PACKED = 1 << 7,
    METH_PACKED_ONCE = 1 << 8,   /* up to 3.12 */
    METH_PACKED_BUT_12 = 1 << 9, /* in 3.11 and 3.13 */
    /* Who is called packs those without a keyword into a tuple of its own, though it has
     * vectorcall: what Argument Clinic makes of *args.  METH_PACKED_ONCE goes before it. */
    METH_TUPLED = 1 << 10,
    /* where its call is specialized, nobody looks at the eval breaker behind it */
    METH_UNCHECKED = 1 << 11,
    METH_OWN_DICT = 1 << 12, /* METH_PACKED, but the function makes the dict of its keywords */
    METH_PACKED_IN_11 = 1 << 14,
    METH_FACADE = 1 << 13, /* the function behind it is the library's, in Python: facade.h */
};

typedef struct MethodDef {
    const char *name;
    MethodFn fn;
    int flags;
    const char *doc; /* one line of ours, or NULL */
} MethodDef;

typedef struct GetSetDef {
    const char *name;
    Object *(*get)(Machine *m, Object *self);
    int (*set)(Machine *m, Object *self, Object *value); /* NULL: read-only; value NULL: delete */
} GetSetDef;

/* ---- slots ----------------------------------------------------------------------------------- */

typedef int (*visitproc)(Machine *m, Object *o, void *arg);
typedef Object *(*UnaryFn)(Machine *m, Object *o);
typedef Object *(*BinaryFn)(Machine *m, Object *a, Object *b);
typedef Object *(*TernaryFn)(Machine *m, Object *a, Object *b, Object *c);

struct MemoryLoan;
typedef struct TypeSlots {
    void (*tp_dealloc)(Machine *m, Object *o);
    UnaryFn tp_repr, tp_str;
    hash_t (*tp_hash)(Machine *m, Object *o);
    Object *(*tp_call)(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames);
    Object *(*tp_getattro)(Machine *m, Object *o, Object *name);
    int (*tp_setattro)(Machine *m, Object *o, Object *name, Object *value);
    /* NotImplemented (a new reference) where the pair is not known here */
    Object *(*tp_richcompare)(Machine *m, Object *a, Object *b, enum compare_op op);
    UnaryFn tp_iter, tp_iternext;
    Object *(*tp_descr_get)(Machine *m, Object *descr, Object *o, Object *type);
    int (*tp_descr_set)(Machine *m, Object *descr, Object *o, Object *value);
    Object *(*tp_new)(Machine *m, Type *type, Object *const *args, size_t nargs, Object *kwnames);
    int (*tp_init)(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames);
    /* Calls visit for every Object that o holds a reference to; stops at the first non-zero. */
    int (*tp_traverse)(Machine *m, Object *o, visitproc visit, void *arg);
    int (*tp_clear)(Machine *m, Object *o);
    void (*tp_finalize)(Machine *m, Object *o);
    /* Bytes as __sizeof__ gives them, GC head not included; -1: not simulated.  Pure, for those
     * who look into a frozen machine ask, too.  NULL: tp_basicsize + n * tp_itemsize. */
    ssize_t (*tp_sizeof)(Machine *m, Object *o);
    UnaryFn nb_negative, nb_positive, nb_absolute, nb_invert, nb_int, nb_float, nb_index;
    int (*nb_bool)(Machine *m, Object *o);
    BinaryFn nb[NB_COUNT];         /* nb[NB_ADD](m, a, b): either operand may be of this type */
    BinaryFn nb_inplace[NB_COUNT]; /* NULL: the binary one */
    TernaryFn nb_power3;           /* pow(a, b, c) */
    ssize_t (*sq_length)(Machine *m, Object *o);
    BinaryFn sq_concat;
    Object *(*sq_repeat)(Machine *m, Object *o, ssize_t n);
    Object *(*sq_item)(Machine *m, Object *o, ssize_t i);
    int (*sq_ass_item)(Machine *m, Object *o, ssize_t i, Object *value);
    int (*sq_contains)(Machine *m, Object *o, Object *value);
    BinaryFn sq_inplace_concat;
    Object *(*sq_inplace_repeat)(Machine *m, Object *o, ssize_t n);
    ssize_t (*mp_length)(Machine *m, Object *o);
    BinaryFn mp_subscript;
    int (*mp_ass_subscript)(Machine *m, Object *o, Object *key, Object *value);
    /* Lends the object's memory: bytearray.h.  0, or -1, where an exception may be set. */
    int (*bf_getbuffer)(Machine *m, Object *o, struct MemoryLoan *loan);
} TypeSlots;

enum type_flag {
    TYPE_BASETYPE = 1 << 0, /* can be subclassed */
    TYPE_GC = 1 << 1,       /* instances have a GCHead */
    TYPE_INT_SUBCLASS = 1 << 2,
    TYPE_LIST_SUBCLASS = 1 << 3,
    TYPE_TUPLE_SUBCLASS = 1 << 4,
    TYPE_BYTES_SUBCLASS = 1 << 5,
    TYPE_STR_SUBCLASS = 1 << 6,
    TYPE_DICT_SUBCLASS = 1 << 7,
    TYPE_EXC_SUBCLASS = 1 << 8,
    TYPE_TYPE_SUBCLASS = 1 << 9,
    TYPE_HEAP = 1 << 10, /* made by a class statement */
    TYPE_METHOD_DESCRIPTOR = 1 << 11,
    TYPE_NO_NEW = 1 << 12, /* cannot be called: TypeError "cannot create 'x' instances" */
    TYPE_FLOAT_SUBCLASS = 1 << 13,
    TYPE_SET_SUBCLASS = 1 << 14, /* set or frozenset */
    TYPE_SEQUENCE = 1 << 15,
    TYPE_MAPPING = 1 << 16,
    TYPE_WEAKREFS = 1 << 18, /* builtin: instances can be referred to weakly */
    TYPE_ABSTRACT = 1 << 17, /* has __abstractmethods__ that are not empty */
    /* Builtin here, but CPython makes it anew at each import: mortal, and of another size.  Set by
     * native_heap_type. */
    TYPE_HEAP_IN_CPYTHON = 1 << 20,
    TYPE_IMMUTABLE = 1 << 21, /* made by a class statement of the library's; C's in CPython */
    /* inherited by every subclass */
    TYPE_INHERITED_FLAGS = TYPE_GC | (0xff << 2) | TYPE_FLOAT_SUBCLASS | TYPE_SET_SUBCLASS |
                           TYPE_SEQUENCE | TYPE_MAPPING,
};

typedef struct TypeSpec {
    const char *name; /* as repr(type) prints it: "list", "dict_keys", "collections.deque" */
    unsigned flags;
    /* What CPython allocates for an instance, GC head not included (sys.getsizeof adds it). */
    ssize_t basicsize, itemsize;
    size_t size;              /* bytes of ours, for instances made by the default tp_new */
    size_t dictoffset;        /* where in our struct the instance's dict pointer lies; 0: none */
    const MethodDef *methods; /* ends with a NULL name; NULL: none */
    const GetSetDef *getset;
    const char *doc;
    TypeSlots slots;
} TypeSpec;

struct Type {
    Object ob_base;
    const char *tp_name;
    unsigned tp_flags;
    ssize_t tp_basicsize, tp_itemsize;
    size_t size, dictoffset;
    Type *tp_base;
    Object *tp_bases; /* tuple */
    Object *tp_mro;   /* tuple of types, this one first */
    Object *tp_dict;  /* dict: OBJECT_QUIET */
    const TypeSpec *spec;
    int freelist;       /* enum freelist_id, or -1 */
    uint32_t version;   /* changes whenever an attribute of this type or of a base does */
    uint32_t cache_tag; /* in the method cache, of the class as it is now; 0: none yet */
    Object *ht_name, *ht_qualname; /* str, of heap types; else NULL */
    /* Instances of heap types keep what their class adds (dict, slots) as pointers in front of
     * them, and of the GCHead: the k-th at type_extra(o, k), the nearest first, at the same place
     * for subclasses. */
    int nextra;
    int dict_extra;     /* 1 + which of them is the instance's dict; 0: none, or dictoffset's */
    bool managed_dict;  /* the next one is the instance's DictValues, or NULL */
    bool inline_values; /* which lie in the object itself (3.13) */
    struct DictKeys *ht_cached_keys; /* what the dicts of its instances share; NULL: nothing */
    int nslots;                      /* of them, how many come from this class's own __slots__ */
    bool getattribute_settled;       /* its __getattribute__ has been called, with no __getattr__ */
    bool has_weakrefs;               /* instances can be referred to weakly */
    /* 1 + which of them is the list of weak references, which owns nothing; 0: none */
    int weak_extra;
    struct WeakrefObject *weakrefs; /* to this type; borrowed */
    Object *self_ref;               /* the weak reference that its bases know it by: theirs */
    int self_refs_held;             /* by how many builtin bases */
    bool subclassed;                /* builtin: CPython has classes of its own derived from it */
    Object *subclass_refs;          /* dict: those of its own subclasses, or NULL */
    size_t preheader;  /* bytes in front of CPython's GC head: managed dict and weak references */
    Object *ht_slots;  /* the names of this class's own slots: tuple, or NULL */
    Type **subclasses; /* borrowed: the direct ones, the oldest first */
    int nsubclasses;
    TypeSlots slots;
};

#define slots_of(o) (&((Object *)(o))->type->slots)

/* object_new of the type's own sizes: instances that are all alike. */
static inline void *object_new_plain(Machine *m, Type *type)
{
    return object_new(m, type, type->size, (size_t)type->tp_basicsize);
}
/* A tp_new that leaves all to tp_init: PyType_GenericNew. */
Object *type_generic_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                         Object *kwnames);

/* For tp_traverse: visits those of the references that are there, until one gives other than 0,
 * which is then the result.  VISIT(a, b): those of a tp_traverse, whose parameters it names.
 * CPython: Py_VISIT. */
static inline int visit_each(Machine *m, Object *const *held, size_t n, visitproc visit, void *arg)
{
    int stop = 0;
    for (size_t i = 0; i < n && !stop; i++)
        stop = held[i] ? visit(m, held[i], arg) : 0;
    return stop;
}
#define VISIT(...)                                                                                 \
    visit_each(m, (Object *const[]){__VA_ARGS__},                                                  \
               sizeof((Object *const[]){__VA_ARGS__}) / sizeof(Object *), visit, arg)

static inline Object **type_extra(Object *o, int k)
{
    void *front = o->flags & OBJECT_GC ? (void *)gc_head(o) : (void *)o;
    return (Object **)front - 1 - k;
}
/* Where an instance keeps its dict; NULL if it has none. */
static inline Object **type_dict_pointer(Object *o)
{
    const Type *type = o->type;
    if (type->dict_extra)
        return type_extra(o, type->dict_extra - 1);
    return type->dictoffset ? (Object **)(void *)((char *)o + type->dictoffset) : NULL;
}

static inline bool type_is_subtype(const Type *a, const Type *b);
/* The attribute on the type or a base: borrowed, NULL without an exception if there is none. */
Object *type_lookup(Machine *m, Type *type, Object *name);
bool type_issubtype(const Type *a, const Type *b);
static inline bool type_is_subtype(const Type *a, const Type *b)
{
    return a == b || type_issubtype(a, b);
}
/* What messages call o's type: __name__, with the module in front if the type is a builtin one of
 * another module than builtins ("sys.version_info").  Host-readable, never NULL. */
const char *type_name(const Object *o);
/* The same, or since 3.13 the qualified name, with the module in front if it is neither __main__
 * nor builtins: a new str, or NULL.  Objects/typeobject.c: PyType_GetFullyQualifiedName. */
Object *type_full_name(Machine *m, const Object *o);

static inline bool type_has(const Object *o, unsigned flag)
{
    return o->type->tp_flags & flag;
}
#define is_int(o)       type_has((Object *)(o), TYPE_INT_SUBCLASS) /* bool too */
#define is_float(o)     type_has((Object *)(o), TYPE_FLOAT_SUBCLASS)
#define is_list(o)      type_has((Object *)(o), TYPE_LIST_SUBCLASS)
#define is_tuple(o)     type_has((Object *)(o), TYPE_TUPLE_SUBCLASS)
#define is_bytes(o)     type_has((Object *)(o), TYPE_BYTES_SUBCLASS)
#define is_str(o)       type_has((Object *)(o), TYPE_STR_SUBCLASS)
#define is_dict(o)      type_has((Object *)(o), TYPE_DICT_SUBCLASS)
#define is_anyset(o)    type_has((Object *)(o), TYPE_SET_SUBCLASS)
#define is_type(o)      type_has((Object *)(o), TYPE_TYPE_SUBCLASS)
#define is_exception(o) type_has((Object *)(o), TYPE_EXC_SUBCLASS)
/* Exact: is_exact(m, o, list) */
#define is_exact(m, o, name) (((Object *)(o))->type == (m)->types.name)

/* What __doc__ gives of what CPython documents in words of its own, which are not here: the program
 * is refused; the library, which asks to hand it on, gets None. */
Object *type_doc_elsewhere(Machine *m, const char *what, Object *name);
/* of a class, a function or anything else: it is the program's */
bool type_doc_is_known(Machine *m, Object *o);

#endif
