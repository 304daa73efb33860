/* operator: every operator as a function.  Modules/_operator.c; the getters are in
 * operator_getters.c. */
#include "native.h"

#include "../specs.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/function.h>

/* ---- operators ------------------------------------------------------------------------------- */

#define BINARY(name, op)                                                                           \
    BUILTIN(operator_##name)                                                                       \
    {                                                                                              \
        UNUSED_SELF;                                                                               \
        (void)kwnames;                                                                             \
        return arg_check_positional(m, #name, nargs, 2, 2)                                         \
                   ? number_binary(m, args[0], args[1], op)                                        \
                   : NULL;                                                                         \
    }
#define INPLACE(name, op)                                                                          \
    BUILTIN(operator_##name)                                                                       \
    {                                                                                              \
        UNUSED_SELF;                                                                               \
        (void)kwnames;                                                                             \
        return arg_check_positional(m, #name, nargs, 2, 2)                                         \
                   ? number_inplace(m, args[0], args[1], op)                                       \
                   : NULL;                                                                         \
    }
#define COMPARE(name, op)                                                                          \
    BUILTIN(operator_##name)                                                                       \
    {                                                                                              \
        UNUSED_SELF;                                                                               \
        (void)kwnames;                                                                             \
        return arg_check_positional(m, #name, nargs, 2, 2)                                         \
                   ? object_richcompare(m, args[0], args[1], op)                                   \
                   : NULL;                                                                         \
    }
#define UNARY(name, function)                                                                      \
    BUILTIN(operator_##name)                                                                       \
    {                                                                                              \
        UNUSED_ONE;                                                                                \
        return function(m, args[0]);                                                               \
    }

BINARY(add, NB_ADD)
BINARY(sub, NB_SUBTRACT)
BINARY(mul, NB_MULTIPLY)
BINARY(matmul, NB_MATRIX_MULTIPLY)
BINARY(truediv, NB_TRUE_DIVIDE)
BINARY(floordiv, NB_FLOOR_DIVIDE)
BINARY(mod, NB_REMAINDER)
BINARY(lshift, NB_LSHIFT)
BINARY(rshift, NB_RSHIFT)
BINARY(and_, NB_AND)
BINARY(xor, NB_XOR)
BINARY(or_, NB_OR)
BINARY(pow, NB_POWER)
INPLACE(iadd, NB_ADD)
INPLACE(isub, NB_SUBTRACT)
INPLACE(imul, NB_MULTIPLY)
INPLACE(imatmul, NB_MATRIX_MULTIPLY)
INPLACE(itruediv, NB_TRUE_DIVIDE)
INPLACE(ifloordiv, NB_FLOOR_DIVIDE)
INPLACE(imod, NB_REMAINDER)
INPLACE(ilshift, NB_LSHIFT)
INPLACE(irshift, NB_RSHIFT)
INPLACE(iand, NB_AND)
INPLACE(ixor, NB_XOR)
INPLACE(ior, NB_OR)
INPLACE(ipow, NB_POWER)
COMPARE(lt, COMPARE_LT)
COMPARE(le, COMPARE_LE)
COMPARE(eq, COMPARE_EQ)
COMPARE(ne, COMPARE_NE)
COMPARE(gt, COMPARE_GT)
COMPARE(ge, COMPARE_GE)
UNARY(neg, number_negative)
UNARY(pos, number_positive)
UNARY(abs, number_absolute)
UNARY(invert, number_invert)

/* An int itself, of no class derived from it. */
BUILTIN(operator_index)
{
    UNUSED_ONE;
    Object *v = number_index(m, args[0]);
    if (!v || is_exact(m, v, int_))
        return v;
    Object *exact = slots_of(m->true_)->nb_int(m, v);
    decref(m, v);
    return exact;
}

BUILTIN(operator_truth)
{
    UNUSED_ONE;
    int truth = object_is_true(m, args[0]);
    return bool_result(m, truth);
}

BUILTIN(operator_not)
{
    UNUSED_ONE;
    int truth = object_is_true(m, args[0]);
    return truth < 0 ? NULL : newref(bool_of(m, !truth));
}

BUILTIN(operator_is)
{
    UNUSED_SELF;
    (void)kwnames;
    return arg_check_positional(m, "is_", nargs, 2, 2) ? newref(bool_of(m, args[0] == args[1]))
                                                       : NULL;
}

BUILTIN(operator_is_not)
{
    UNUSED_SELF;
    (void)kwnames;
    return arg_check_positional(m, "is_not", nargs, 2, 2) ? newref(bool_of(m, args[0] != args[1]))
                                                          : NULL;
}

/* ---- sequences ------------------------------------------------------------------------------- */

static bool is_sequence(Object *o)
{
    return !is_dict(o) && slots_of(o)->sq_item;
}

static Object *concatenate(Machine *m, Object *a, Object *b, bool inplace)
{
    const TypeSlots *s = slots_of(a);
    if (inplace && s->sq_inplace_concat)
        return s->sq_inplace_concat(m, a, b);
    if (s->sq_concat)
        return s->sq_concat(m, a, b);
    BinaryFn add = inplace && s->nb_inplace[NB_ADD] ? s->nb_inplace[NB_ADD] : s->nb[NB_ADD];
    if (is_sequence(a) && is_sequence(b) && add) {
        Object *sum = add(m, a, b);
        if (sum != m->not_implemented)
            return sum;
        decref(m, sum);
    }
    return error_set(m, EXC_TypeError, "'%.200s' object can't be concatenated", type_name(a));
}

BUILTIN(operator_concat)
{
    UNUSED_SELF;
    (void)kwnames;
    return arg_check_positional(m, "concat", nargs, 2, 2) ? concatenate(m, args[0], args[1], false)
                                                          : NULL;
}

BUILTIN(operator_iconcat)
{
    UNUSED_SELF;
    (void)kwnames;
    return arg_check_positional(m, "iconcat", nargs, 2, 2) ? concatenate(m, args[0], args[1], true)
                                                           : NULL;
}

BUILTIN(operator_contains)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "contains", nargs, 2, 2))
        return NULL;
    int found = object_contains(m, args[0], args[1]);
    return bool_result(m, found);
}

/* How many items are equal to a value, or the index of the first.  -1 with an exception, or, with
 * `first`, -2 if there is none. */
static ssize_t search(Machine *m, Object *o, Object *value, bool first)
{
    Object *iterator = object_getiter(m, o), *item;
    if (!iterator) {
        if (error_matches(m, EXC_TypeError))
            error_set(m, EXC_TypeError, "argument of type '%.200s' is not iterable", type_name(o));
        return -1;
    }
    ssize_t count = 0, at = 0;
    int equal = 0;
    while (!(first && equal) && equal >= 0 && (item = iter_next(m, iterator))) {
        equal = object_richcompare_bool(m, item, value, COMPARE_EQ);
        decref(m, item);
        count += equal > 0;
        at++;
    }
    decref(m, iterator);
    if (error_occurred(m))
        return -1;
    return !first ? count : equal ? at - 1 : -2;
}

BUILTIN(operator_count_of)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "countOf", nargs, 2, 2))
        return NULL;
    ssize_t n = search(m, args[0], args[1], false);
    return n < 0 ? NULL : int_from_i64(m, n);
}

BUILTIN(operator_index_of)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "indexOf", nargs, 2, 2))
        return NULL;
    ssize_t i = search(m, args[0], args[1], true);
    if (i == -2)
        return error_set(m, EXC_ValueError, "sequence.index(x): x not in sequence");
    return i < 0 ? NULL : int_from_i64(m, i);
}

BUILTIN(operator_getitem)
{
    UNUSED_SELF;
    (void)kwnames;
    return arg_check_positional(m, "getitem", nargs, 2, 2) ? object_getitem(m, args[0], args[1])
                                                           : NULL;
}

BUILTIN(operator_setitem)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "setitem", nargs, 3, 3) ||
        object_setitem(m, args[0], args[1], args[2]) < 0)
        return NULL;
    return newref(m->none);
}

BUILTIN(operator_delitem)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "delitem", nargs, 2, 2) ||
        object_setitem(m, args[0], args[1], NULL) < 0)
        return NULL;
    return newref(m->none);
}

BUILTIN(operator_length_hint)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "length_hint", nargs, 1, 2))
        return NULL;
    ssize_t otherwise = nargs > 1 ? number_as_ssize(m, args[1], EXC_OverflowError) : 0;
    if (otherwise == -1 && error_occurred(m))
        return NULL;
    ssize_t n = object_length_hint(m, args[0], otherwise);
    return n == -1 && error_occurred(m) ? NULL : int_from_i64(m, n);
}

BUILTIN(operator_call)
{
    UNUSED_SELF;
    if (!arg_check_positional(m, "call", nargs, 1, SIZE_MAX))
        return NULL;
    return object_vectorcall(m, args[0], args + 1, nargs - 1, kwnames);
}

/* ---- the module ------------------------------------------------------------------------------ */

/* clang-format off */
#define TWO(name, doc) {#name, operator_##name, METH_FASTCALL, doc}
#define ONE(name, doc) {#name, operator_##name, METH_O, doc}
/* clang-format on */
static const MethodDef functions[] = {
    ONE(abs, "abs(a)"),
    TWO(add, "a + b"),
    TWO(and_, "a & b"),
    {"call", operator_call, METH_KEYWORDS, "obj(*args, **kwargs)"},
    TWO(concat, "a + b, of sequences"),
    TWO(contains, "b in a"),
    {"countOf", operator_count_of, METH_FASTCALL, "How often b occurs in a."},
    TWO(delitem, "del a[b]"),
    TWO(eq, "a == b"),
    TWO(floordiv, "a // b"),
    TWO(ge, "a >= b"),
    TWO(getitem, "a[b]"),
    TWO(gt, "a > b"),
    TWO(iadd, "a += b"),
    TWO(iand, "a &= b"),
    TWO(iconcat, "a += b, of sequences"),
    TWO(ifloordiv, "a //= b"),
    TWO(ilshift, "a <<= b"),
    TWO(imatmul, "a @= b"),
    TWO(imod, "a %= b"),
    TWO(imul, "a *= b"),
    ONE(index, "a.__index__()"),
    {"indexOf", operator_index_of, METH_FASTCALL, "Where b first occurs in a."},
    {"inv", operator_invert, METH_O, "~a"},
    ONE(invert, "~a"),
    TWO(ior, "a |= b"),
    TWO(ipow, "a **= b"),
    TWO(irshift, "a >>= b"),
    {"is_", operator_is, METH_FASTCALL, "a is b"},
    TWO(is_not, "a is not b"),
    TWO(isub, "a -= b"),
    TWO(itruediv, "a /= b"),
    TWO(ixor, "a ^= b"),
    TWO(le, "a <= b"),
    TWO(length_hint, "How many items to expect of a."),
    TWO(lshift, "a << b"),
    TWO(lt, "a < b"),
    TWO(matmul, "a @ b"),
    TWO(mod, "a % b"),
    TWO(mul, "a * b"),
    TWO(ne, "a != b"),
    ONE(neg, "-a"),
    {"not_", operator_not, METH_O, "not a"},
    TWO(or_, "a | b"),
    ONE(pos, "+a"),
    TWO(pow, "a ** b"),
    TWO(rshift, "a >> b"),
    TWO(setitem, "a[b] = c"),
    TWO(sub, "a - b"),
    TWO(truediv, "a / b"),
    ONE(truth, "Is a true?"),
    TWO(xor, "a ^ b"),
    {0},
};

/* The same functions under the names of their methods. */
static const char *const dunders[] = {
    "lt",      "le",      "eq",        "ne",       "ge",      "gt",      "not_",    "abs",
    "add",     "and_",    "floordiv",  "index",    "inv",     "invert",  "lshift",  "mod",
    "mul",     "matmul",  "neg",       "or_",      "pos",     "pow",     "rshift",  "sub",
    "truediv", "xor",     "concat",    "contains", "delitem", "getitem", "setitem", "iadd",
    "iand",    "iconcat", "ifloordiv", "ilshift",  "imod",    "imul",    "imatmul", "ior",
    "ipow",    "irshift", "isub",      "itruediv", "ixor",    "call",    NULL,
};

static int add_dunder(Machine *m, Object *dict, const char *name)
{
    int n = 0;
    while (name[n] && name[n] != '_')
        n++;
    Object *plain = str_intern_ascii(m, name);
    Object *dunder = plain ? str_printf(m, "__%.*s__", n, name) : NULL;
    dunder = dunder ? str_intern(m, dunder) : NULL;
    int status = dunder ? dict_set(m, dict, dunder, dict_get_str(m, dict, plain)) : -1;
    xdecref(m, plain);
    xdecref(m, dunder);
    return status;
}

/* The functions say that they come from _operator, the types that they come from operator. */
static int operator_exec(Machine *m, Object *dict)
{
    Object *module = str_intern_ascii(m, "_operator");
    int status = module ? builtin_add_methods(m, dict, functions, module) : -1;
    xdecref(m, module);
    for (int i = 0; status == 0 && dunders[i]; i++)
        status = add_dunder(m, dict, dunders[i]);
    Type *const types[] = {m->types.attrgetter, m->types.itemgetter, m->types.methodcaller};
    if (m->profile->methodcaller_vectorcalls)
        m->types.methodcaller->tp_basicsize = 64;
    for (size_t i = 0; status == 0 && i < sizeof types / sizeof *types; i++) {
        native_heap_type(m, types[i]);
        status = module_add_type(m, dict, types[i]);
    }
    return status;
}

const ModuleSpec operator_module = {
    .name = "operator",
    .doc = "Operators as functions.",
    .exec = operator_exec,
    .python = true,
};
