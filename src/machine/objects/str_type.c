/* The type str and its iterators. */
#include "../compare.h"
#include "../specs.h"
#include "iterators.h"
#include "str_methods.h"
#include "str_private.h"
#include <pyviz/machine/bytearray.h>

#include <stddef.h>

/* ---- slots ----------------------------------------------------------------------------------- */

static Object *repr(Machine *m, Object *s)
{
    StrWriter w = {0};
    str_writer_reserve(m, &w, str_len(s) + 2, str_bound(s));
    str_writer_quoted(m, &w, s, false);
    return str_writer_finish(m, &w);
}

static Object *richcompare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    if (!is_str(a) || !is_str(b))
        return newref(m->not_implemented);
    if (op == COMPARE_EQ || op == COMPARE_NE)
        return newref(bool_of(m, str_equal(a, b) == (op == COMPARE_EQ)));
    int order = a == b ? 0 : str_compare(a, b);
    return compare_result(m, order, op);
}

static Object *remainder_slot(Machine *m, Object *a, Object *b)
{
    return is_str(a) ? str_format_percent(m, a, b) : newref(m->not_implemented);
}

static ssize_t length(Machine *m, Object *s)
{
    (void)m;
    return str_len(s);
}

static int contains(Machine *m, Object *s, Object *value)
{
    if (!is_str(value)) {
        error_set(m, EXC_TypeError, "'in <string>' requires string as left operand, not %.100s",
                  type_name(value));
        return -1;
    }
    return str_search(s, 0, str_len(s), value, false) >= 0;
}

static ssize_t utf8_size(const Object *s)
{
    ssize_t n = 0;
    for (ssize_t i = 0; i < str_len(s); i++) {
        uint32_t c = str_at(s, i);
        n += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }
    return n;
}

/* The shared characters beyond ASCII carry their UTF-8 form with them since 3.12: two bytes, NUL.
 */
static ssize_t size_of(Machine *m, Object *s)
{
    bool shared = str_len(s) == 1 && str_at(s, 0) < 0x100 && m->latin1[str_at(s, 0)] == s;
    bool has_utf8 = as_str(s)->has_utf8 || (shared && m->profile->latin1_immortal);
    ssize_t utf8 = has_utf8 && !as_str(s)->ascii ? utf8_size(s) + 1 : 0;
    if (!is_exact(m, s, str)) /* a subclass's text is a block of its own */
        return m->types.str->tp_basicsize + (str_len(s) + 1) * as_str(s)->kind + utf8;
    return (ssize_t)str_modelled_size(m, s) + utf8;
}

static int traverse(Machine *m, Object *s, visitproc visit, void *arg)
{
    (void)m, (void)s, (void)visit, (void)arg;
    return 0;
}

/* ---- str(object, encoding, errors) ----------------------------------------------------------- */

static Object *from_encoded(Machine *m, Object *o, Object *encoding, Object *errors)
{
    if (is_bytes(o))
        return str_decode(m, ((BytesObject *)o)->data, ((BytesObject *)o)->size, encoding, errors);
    if (is_str(o))
        return error_set(m, EXC_TypeError, "decoding str is not supported");
    Object *lent = memory_bytes(m, o);
    if (lent) {
        Object *text = from_encoded(m, lent, encoding, errors);
        decref(m, lent);
        return text;
    }
    if (error_occurred(m))
        return NULL;
    return error_set(m, EXC_TypeError, "decoding to str: need a bytes-like object, %.80s found",
                     type_name(o));
}

/* As a vectorcall does: the type is named in full. */
static bool are_str(Machine *m, Object *arg, const char *name)
{
    if (!arg || is_str(arg))
        return true;
    Object *full = type_full_name(m, arg);
    if (full)
        error_set(m, EXC_TypeError, "str() argument '%s' must be str, not %U", name, full);
    xdecref(m, full);
    return false;
}

static Object *make(Machine *m, Type *type, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const names[] = {"object", "encoding", "errors", NULL};
    Object *arg[3], *text;
    if (m->profile->str_arguments_by_clinic && !kwnames &&
        !arg_check_positional(m, "str", nargs, 0, 3))
        return NULL;
    if (!arg_parse(m, "str", args, nargs, kwnames, names, 0, 3, arg))
        return NULL;
    if (m->profile->names_types_in_full && !kwnames &&
        !(are_str(m, arg[1], "encoding") && are_str(m, arg[2], "errors")))
        return NULL;
    if ((arg[1] && !str_check_arg(m, arg[1], "str", "argument 'encoding'")) ||
        (arg[2] && !str_check_arg(m, arg[2], "str", "argument 'errors'")))
        return NULL;
    if (!arg[0])
        text = newref(m->empty_str);
    else if (arg[1] || arg[2])
        text = from_encoded(m, arg[0], arg[1], arg[2]);
    else
        text = object_str(m, arg[0]);
    if (!text || type == m->types.str)
        return text;
    Object *derived = str_new_of_type(m, type, text);
    decref(m, text);
    return derived;
}

static Object *iterate(Machine *m, Object *s);

#define X(name, flags, doc) {#name, str_method_##name, flags, doc},
static const MethodDef methods[] = {STR_METHODS(X){0}};
#undef X

const TypeSpec str_spec = {
    .name = "str",
    .flags = TYPE_BASETYPE | TYPE_STR_SUBCLASS,
    .basicsize = 64,
    .size = sizeof(StrObject),
    .methods = methods,
    .doc = "Text: an immutable sequence of Unicode code points.",
    .slots =
        {
            .tp_dealloc = str_dealloc,
            .tp_repr = repr,
            .tp_str = str_unchanged,
            .tp_hash = str_hash,
            .tp_richcompare = richcompare,
            .tp_iter = iterate,
            .tp_new = make,
            .tp_traverse = traverse,
            .tp_sizeof = size_of,
            .nb[NB_REMAINDER] = remainder_slot,
            .sq_length = length,
            .sq_concat = str_concat,
            .sq_repeat = str_repeat,
            .sq_item = str_item,
            .sq_contains = contains,
            .mp_length = length,
            .mp_subscript = str_subscript,
        },
};

/* ---- iterators ------------------------------------------------------------------------------- */

static Object *iterate(Machine *m, Object *s)
{
    bool ascii = as_str(s)->ascii;
    return seq_iterator_hold(m, ascii ? m->types.str_ascii_iterator : m->types.str_iterator, s);
}

static Object *iterator_next(Machine *m, Object *o)
{
    SeqIterator *it = as_iterator(o);
    if (it->seq && it->index < str_len(it->seq))
        return str_from_code_point(m, str_at(it->seq, it->index++));
    return seq_iterator_let_go(m, it);
}

static Object *iterator_length_hint(Machine *m, Object *o, Object *const *args, size_t nargs,
                                    Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    const SeqIterator *it = as_iterator(o);
    return int_from_i64(m, it->seq ? str_len(it->seq) - it->index : 0);
}

static const MethodDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, METH_NOARGS, "How many characters are left."},
    {"__reduce__", iterator_indexed_reduce, METH_NOARGS, NULL},
    {"__setstate__", iterator_indexed_setstate, METH_O, NULL},
    {0},
};

#define ITERATOR_SLOTS                                                                             \
    {                                                                                              \
        .tp_dealloc = seq_iterator_hold_dealloc, .tp_iter = object_self_iter,                      \
        .tp_iternext = iterator_next, .tp_traverse = seq_iterator_traverse,                        \
    }

const TypeSpec str_iterator_spec = {
    .name = "str_iterator",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = ITERATOR_BASICSIZE,
    .size = sizeof(SeqIterator),
    .methods = iterator_methods,
    .slots = ITERATOR_SLOTS,
};

const TypeSpec str_ascii_iterator_spec = {
    .name = "str_ascii_iterator",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = ITERATOR_BASICSIZE,
    .size = sizeof(SeqIterator),
    .methods = iterator_methods,
    .slots = ITERATOR_SLOTS,
};
