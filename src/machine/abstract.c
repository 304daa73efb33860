/* Operations on any object, by what its type can do: Objects/abstract.c. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/iter.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "class.h"
#include "modules/stdio.h"
#include "objects/generic_alias.h"
#include "warnings.h"

/* ---- numbers --------------------------------------------------------------------------------- */

static const char *const op_sign[NB_COUNT] = {
    "+", "-", "*", "@", "/", "//", "%", "** or pow()", "<<", ">>", "&", "^", "|", "divmod()",
};
static const char *const inplace_sign[NB_COUNT] = {
    "+=", "-=", "*=", "@=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "^=", "|=", "divmod()",
};

/* binary_op1: the left operand's slot, unless the right one's type is a subtype with its own. */
static Object *binary_op1(Machine *m, Object *a, Object *b, enum number_op op)
{
    BinaryFn left = slots_of(a)->nb[op], right = NULL;
    if (a->type != b->type) {
        right = slots_of(b)->nb[op];
        if (right == left)
            right = NULL;
    }
    if (left) {
        if (right && type_issubtype(b->type, a->type)) {
            Object *r = right(m, a, b);
            if (r != m->not_implemented)
                return r;
            decref(m, r);
            right = NULL;
        }
        Object *r = left(m, a, b);
        if (r != m->not_implemented)
            return r;
        decref(m, r);
    }
    if (right)
        return right(m, a, b);
    return newref(m->not_implemented);
}

static Object *operand_error(Machine *m, Object *a, Object *b, const char *sign)
{
    return error_set(m, EXC_TypeError,
                     "unsupported operand type(s) for %.100s: '%.100s' and '%.100s'", sign,
                     type_name(a), type_name(b));
}

/* Has its type a table of sequence slots in CPython, be it empty?  Classes of programs have. */
static bool has_sequence_table(const Object *o)
{
    const TypeSlots *s = slots_of(o);
    return o->type->tp_flags & TYPE_HEAP || s->sq_length || s->sq_concat || s->sq_repeat ||
           s->sq_item || s->sq_ass_item || s->sq_contains;
}

/* How often, for a sequence times a number. */
static Object *repeat(Machine *m, Object *sequence, Object *count, bool inplace)
{
    if (!slots_of(count)->nb_index)
        return error_set(m, EXC_TypeError, "can't multiply sequence by non-int of type '%.200s'",
                         type_name(count));
    ssize_t n = number_as_ssize(m, count, EXC_OverflowError);
    if (n == -1 && error_occurred(m))
        return NULL;
    const TypeSlots *s = slots_of(sequence);
    return inplace && s->sq_inplace_repeat ? s->sq_inplace_repeat(m, sequence, n)
                                           : s->sq_repeat(m, sequence, n);
}

/* What is left when no number slot took it: concatenation and repetition.  Takes r over. */
static Object *sequence_op(Machine *m, Object *a, Object *b, enum number_op op, bool inplace,
                           Object *r)
{
    if (r != m->not_implemented)
        return r;
    decref(m, r);
    const TypeSlots *left = slots_of(a);
    if (op == NB_ADD && inplace && left->sq_inplace_concat)
        return left->sq_inplace_concat(m, a, b);
    if (op == NB_ADD && left->sq_concat)
        return left->sq_concat(m, a, b);
    if (op == NB_MULTIPLY && left->sq_repeat)
        return repeat(m, a, b, inplace);
    if (op == NB_MULTIPLY && slots_of(b)->sq_repeat && !(inplace && has_sequence_table(a)))
        return repeat(m, b, a, false);
    if (op == NB_RSHIFT && !inplace && is_exact(m, a, builtin_function) &&
        a == dict_get_str(m, m->builtins_dict, m->id.print))
        return error_set(m, EXC_TypeError,
                         "unsupported operand type(s) for >>: '%.100s' and '%.100s'. Did you "
                         "mean \"print(<message>, file=<output_stream>)\"?",
                         type_name(a), type_name(b));
    return operand_error(m, a, b, inplace ? inplace_sign[op] : op_sign[op]);
}

Object *number_binary(Machine *m, Object *a, Object *b, enum number_op op)
{
    return sequence_op(m, a, b, op, false, binary_op1(m, a, b, op));
}

Object *number_inplace(Machine *m, Object *a, Object *b, enum number_op op)
{
    BinaryFn inplace = slots_of(a)->nb_inplace[op];
    if (inplace) {
        Object *r = inplace(m, a, b);
        if (r != m->not_implemented)
            return r;
        decref(m, r);
    }
    return sequence_op(m, a, b, op, true, binary_op1(m, a, b, op));
}

Object *number_power(Machine *m, Object *a, Object *b, Object *modulus)
{
    if (modulus == m->none)
        return number_binary(m, a, b, NB_POWER);
    Object *const operands[] = {a, b, modulus};
    TernaryFn asked[3];
    for (int i = 0; i < 3; i++) {
        TernaryFn power = asked[i] = slots_of(operands[i])->nb_power3;
        if (!power || (i > 0 && power == asked[0]) || (i > 1 && power == asked[1]))
            continue;
        Object *r = power(m, a, b, modulus);
        if (r != m->not_implemented)
            return r;
        decref(m, r);
    }
    return error_set(m, EXC_TypeError,
                     "unsupported operand type(s) for ** or pow(): '%.100s', '%.100s', '%.100s'",
                     type_name(a), type_name(b), type_name(modulus));
}

static Object *unary(Machine *m, Object *o, UnaryFn fn, const char *what)
{
    if (fn)
        return fn(m, o);
    return error_set(m, EXC_TypeError, "bad operand type for %s: '%.200s'", what, type_name(o));
}

Object *number_negative(Machine *m, Object *o)
{
    return unary(m, o, slots_of(o)->nb_negative, "unary -");
}

Object *number_positive(Machine *m, Object *o)
{
    return unary(m, o, slots_of(o)->nb_positive, "unary +");
}

Object *number_invert(Machine *m, Object *o)
{
    return unary(m, o, slots_of(o)->nb_invert, "unary ~");
}

Object *number_absolute(Machine *m, Object *o)
{
    return unary(m, o, slots_of(o)->nb_absolute, "abs()");
}

Object *number_index(Machine *m, Object *o)
{
    if (is_int(o))
        return newref(o);
    if (!slots_of(o)->nb_index)
        return error_set(m, EXC_TypeError, "'%.200s' object cannot be interpreted as an integer",
                         type_name(o));
    Object *r = slots_of(o)->nb_index(m, o);
    if (!r || is_exact(m, r, int_))
        return r;
    if (!is_int(r)) {
        error_set(m, EXC_TypeError, "__index__ returned non-int (type %.200s)", type_name(r));
        clear_ref(m, r);
    } else if (warn_strict_subclass(m, "__index__", "int", r) < 0) {
        clear_ref(m, r);
    }
    return r;
}

ssize_t number_as_ssize(Machine *m, Object *o, int error)
{
    int overflow;
    if (is_exact(m, o, int_)) {
        int64_t word = int_as_i64(o, &overflow);
        if (!overflow)
            return (ssize_t)word;
    }
    Object *index = number_index(m, o);
    if (!index)
        return -1;
    int64_t v = int_as_i64(index, &overflow);
    decref(m, index);
    if (!overflow)
        return (ssize_t)v;
    if (error == -1)
        return overflow < 0 ? INT64_MIN : INT64_MAX;
    error_set(m, (enum exception_id)error, "cannot fit '%.200s' into an index-sized integer",
              type_name(o));
    return -1;
}

/* ---- containers ------------------------------------------------------------------------------ */

ssize_t object_length(Machine *m, Object *o)
{
    const TypeSlots *s = slots_of(o);
    if (s->sq_length)
        return s->sq_length(m, o);
    if (s->mp_length)
        return s->mp_length(m, o);
    error_set(m, EXC_TypeError, "object of type '%.200s' has no len()", type_name(o));
    return -1;
}

static ssize_t hint_from_method(Machine *m, Object *o, ssize_t otherwise)
{
    bool missing;
    Object *r = special_call(m, o, m->id.__length_hint__, NULL, 0, &missing);
    if (missing)
        return otherwise;
    if (!r) {
        if (m->refusing || !error_matches(m, EXC_TypeError))
            return -1;
        error_clear(m);
        return otherwise;
    }
    ssize_t n = otherwise;
    if (is_int(r)) {
        n = int_as_c_ssize(m, r, &n) ? n : -1;
        if (n < 0) {
            if (!error_occurred(m))
                error_set(m, EXC_ValueError, "__length_hint__() should return >= 0");
            n = -1;
        }
    } else if (r != m->not_implemented) {
        error_set(m, EXC_TypeError, "__length_hint__ must be an integer, not %.100s", type_name(r));
        n = -1;
    }
    decref(m, r);
    return n;
}

ssize_t object_length_hint(Machine *m, Object *o, ssize_t otherwise)
{
    if (slots_of(o)->sq_length || slots_of(o)->mp_length) {
        ssize_t n = object_length(m, o);
        if (n >= 0)
            return n;
        if (m->refusing || !error_matches(m, EXC_TypeError))
            return -1;
        error_clear(m);
    }
    return hint_from_method(m, o, otherwise);
}

static ssize_t adjusted(Machine *m, Object *o, ssize_t i)
{
    if (i < 0 && slots_of(o)->sq_length)
        i += slots_of(o)->sq_length(m, o);
    return i;
}

Object *object_getitem(Machine *m, Object *o, Object *key)
{
    const TypeSlots *s = slots_of(o);
    if (s->mp_subscript)
        return s->mp_subscript(m, o, key);
    if (s->sq_item) {
        if (!slots_of(key)->nb_index)
            return error_set(m, EXC_TypeError, "sequence index must be integer, not '%.200s'",
                             type_name(key));
        ssize_t i = number_as_ssize(m, key, EXC_IndexError);
        if (i == -1 && error_occurred(m))
            return NULL;
        return s->sq_item(m, o, adjusted(m, o, i));
    }
    if (is_type(o)) {
        Object *method = type_lookup(m, (Type *)o, m->id.__class_getitem__);
        if (o == (Object *)m->types.type)
            return generic_alias_new(m, o, key);
        if (method)
            return object_call_method(m, o, m->id.__class_getitem__, &key, 1);
        return error_set(m, EXC_TypeError, "type '%.200s' is not subscriptable",
                         ((Type *)o)->tp_name);
    }
    return error_set(m, EXC_TypeError, "'%.200s' object is not subscriptable", type_name(o));
}

int object_setitem(Machine *m, Object *o, Object *key, Object *value)
{
    const TypeSlots *s = slots_of(o);
    if (s->mp_ass_subscript)
        return s->mp_ass_subscript(m, o, key, value);
    if (s->sq_ass_item) {
        ssize_t i = number_as_ssize(m, key, EXC_IndexError);
        if (i == -1 && error_occurred(m))
            return -1;
        return s->sq_ass_item(m, o, adjusted(m, o, i), value);
    }
    /* a sequence turns down only what might be an index */
    bool index = slots_of(key)->nb_index && has_sequence_table(o);
    if (index && number_as_ssize(m, key, EXC_IndexError) == -1 && error_occurred(m))
        return -1;
    error_set(m, EXC_TypeError,
              value   ? "'%.200s' object does not support item assignment"
              : index ? "'%.200s' object doesn't support item deletion"
                      : "'%.200s' object does not support item deletion",
              type_name(o));
    return -1;
}

static int contains_by_iteration(Machine *m, Object *container, Object *value)
{
    Object *iterator = object_getiter(m, container);
    if (!iterator) {
        if (!m->refusing && error_matches(m, EXC_TypeError))
            error_set(m, EXC_TypeError, "argument of type '%.200s' is not iterable",
                      type_name(container));
        return -1;
    }
    int found = 0;
    Object *item;
    while (!found && (item = iter_next(m, iterator))) {
        found = object_richcompare_bool(m, item, value, COMPARE_EQ);
        decref(m, item);
    }
    decref(m, iterator);
    return error_occurred(m) ? -1 : found;
}

int object_contains(Machine *m, Object *container, Object *value)
{
    if (slots_of(container)->sq_contains)
        return slots_of(container)->sq_contains(m, container, value);
    return contains_by_iteration(m, container, value);
}

/* ---- iteration ------------------------------------------------------------------------------- */

Object *object_getiter(Machine *m, Object *o)
{
    const TypeSlots *s = slots_of(o);
    if (s->tp_iter) {
        Object *iterator = s->tp_iter(m, o);
        if (iterator && !slots_of(iterator)->tp_iternext) {
            error_set(m, EXC_TypeError, "iter() returned non-iterator of type '%.100s'",
                      type_name(iterator));
            clear_ref(m, iterator);
        }
        return iterator;
    }
    if (s->sq_item && !is_dict(o))
        return seq_iterator_new(m, o);
    return error_set(m, EXC_TypeError, "'%.200s' object is not iterable", type_name(o));
}

Object *iter_step(Machine *m, Object *iterator)
{
    UnaryFn next = slots_of(iterator)->tp_iternext;
    if (!next) /* its class has lost its __next__ */
        return error_set(m, EXC_TypeError, "'%.200s' object is not iterable", type_name(iterator));
    return next(m, iterator);
}

Object *iter_next(Machine *m, Object *iterator)
{
    Object *item = iter_step(m, iterator);
    if (!item && m->exception && !m->refusing && error_matches(m, EXC_StopIteration))
        error_clear(m);
    return item;
}

Object *sequence_list(Machine *m, Object *iterable)
{
    Object *list = list_new(m, 0);
    if (list && list_extend(m, list, iterable) < 0)
        clear_ref(m, list);
    return list;
}

/* Objects/abstract.c: PySequence_Tuple grows a tuple by a quarter; the items come to the same. */
Object *sequence_tuple(Machine *m, Object *iterable)
{
    if (is_exact(m, iterable, tuple))
        return newref(iterable);
    if (is_exact(m, iterable, list))
        return tuple_from_array(m, ((ListObject *)iterable)->item, list_size(iterable));
    return tuple_from_iterable(m, iterable);
}

Object *sequence_fast(Machine *m, Object *o, const char *message)
{
    if (is_exact(m, o, list) || is_exact(m, o, tuple))
        return newref(o);
    Object *iterator = object_getiter(m, o);
    if (!iterator) {
        if (!m->refusing && error_matches(m, EXC_TypeError))
            error_set(m, EXC_TypeError, "%s", message);
        return NULL;
    }
    Object *list = sequence_list(m, iterator);
    decref(m, iterator);
    return list;
}

ssize_t sequence_fast_size(Object *fast)
{
    return is_list(fast) ? list_size(fast) : tuple_size(fast);
}

Object **sequence_fast_items(Object *fast)
{
    return is_list(fast) ? ((ListObject *)fast)->item : ((TupleObject *)fast)->item;
}

/* ---- types ----------------------------------------------------------------------------------- */

/* Proxies and their like say what they are by their __class__. */
static int claims_class(Machine *m, Object *o, Type *wanted)
{
    if (slots_of(o)->tp_getattro == object_generic_getattr) {
        const Object *own =
            o->type->tp_flags & TYPE_HEAP ? type_lookup(m, o->type, m->id.__class__) : NULL;
        if (!own || is_exact(m, own, getset_descriptor))
            return 0;
    }
    Object *claimed;
    int found = object_lookup_attr(m, o, m->id.__class__, &claimed);
    if (found > 0) {
        found = claimed != (Object *)o->type && is_type(claimed) &&
                type_is_subtype((Type *)claimed, wanted);
        decref(m, claimed);
    }
    return found;
}

/* What is no type may still say which classes it comes from: its __bases__, a new reference.  NULL,
 * without an exception if it has none. */
static Object *claimed_bases(Machine *m, Object *cls)
{
    Object *name = str_intern_ascii(m, "__bases__"), *bases = NULL;
    int found = name ? object_lookup_attr(m, cls, name, &bases) : -1;
    xdecref(m, name);
    if (found > 0 && !is_tuple(bases))
        clear_ref(m, bases);
    return bases;
}

/* Is it a class, in a way?  1, or -1 with an exception: TypeError(message). */
static int check_classlike(Machine *m, Object *cls, const char *message)
{
    Object *bases = claimed_bases(m, cls);
    if (!bases && !error_occurred(m))
        error_set(m, EXC_TypeError, "%s", message);
    xdecref(m, bases);
    return bases ? 1 : -1;
}

/* Walks up by __bases__: Objects/abstract.c: abstract_issubclass. */
static int comes_from(Machine *m, Object *derived, Object *cls)
{
    if (derived == cls)
        return 1;
    Object *bases = claimed_bases(m, derived);
    if (!bases)
        return error_occurred(m) ? -1 : 0;
    int r = recursion_enter(m, " in __issubclass__") ? -1 : 0;
    if (r == 0) {
        for (ssize_t i = 0; r == 0 && i < tuple_size(bases); i++)
            r = comes_from(m, tuple_item(bases, i), cls);
        recursion_leave(m);
    }
    decref(m, bases);
    return r;
}

/* By its type, and by what it says of its class: Objects/abstract.c:
 * object_recursive_isinstance. */
/* A subtype; the type of the standard streams, which is C here, passes for the library's. */
static bool passes_for(Machine *m, Type *type, Type *cls)
{
    return type_is_subtype(type, cls) || (type == m->types.std_stream && stdio_is_kind(m, cls));
}

int object_real_isinstance(Machine *m, Object *o, Object *cls)
{
    if (is_type(cls))
        return passes_for(m, o->type, (Type *)cls) ? 1 : claims_class(m, o, (Type *)cls);
    if (check_classlike(m, cls, "isinstance() arg 2 must be a type, a tuple of types, or a union") <
        0)
        return -1;
    Object *claimed;
    int found = object_lookup_attr(m, o, m->id.__class__, &claimed);
    if (found > 0) {
        found = comes_from(m, claimed, cls);
        decref(m, claimed);
    }
    return found;
}

int object_real_issubclass(Machine *m, Object *derived, Object *cls)
{
    if (is_type(cls) && is_type(derived))
        return passes_for(m, (Type *)derived, (Type *)cls);
    if (check_classlike(m, derived, "issubclass() arg 1 must be a class") < 0 ||
        check_classlike(m, cls,
                        "issubclass() arg 2 must be a class, a tuple of classes, or a union") < 0)
        return -1;
    return comes_from(m, derived, cls);
}

static int check_class(Machine *m, Object *o, Object *class_or_tuple, bool instance)
{
    if (instance && (Object *)o->type == class_or_tuple)
        return 1;
    if (is_exact(m, class_or_tuple, type))
        return instance ? object_real_isinstance(m, o, class_or_tuple)
                        : object_real_issubclass(m, o, class_or_tuple);
    if (is_exact(m, class_or_tuple, union_))
        class_or_tuple = union_args(class_or_tuple);
    if (is_tuple(class_or_tuple)) {
        if (recursion_enter(m, instance ? " in __instancecheck__" : " in __subclasscheck__"))
            return -1;
        int r = 0;
        for (ssize_t i = 0; r == 0 && i < tuple_size(class_or_tuple); i++)
            r = check_class(m, o, tuple_item(class_or_tuple, i), instance);
        recursion_leave(m);
        return r;
    }
    Object *check = instance ? m->id.__instancecheck__ : m->id.__subclasscheck__;
    if (type_lookup(m, class_or_tuple->type, check)) {
        Object *r = special_call(m, class_or_tuple, check, &o, 1, NULL);
        int truth = r ? object_is_true(m, r) : -1;
        xdecref(m, r);
        return truth;
    }
    return instance ? object_real_isinstance(m, o, class_or_tuple)
                    : object_real_issubclass(m, o, class_or_tuple);
}

int object_isinstance(Machine *m, Object *o, Object *class_or_tuple)
{
    if ((Object *)o->type == class_or_tuple)
        return 1;
    return check_class(m, o, class_or_tuple, true);
}

int object_issubclass(Machine *m, Object *derived, Object *class_or_tuple)
{
    return check_class(m, derived, class_or_tuple, false);
}
