/* Docstrings that are CPython's: see docstring.h.  Programs walk through vars(T) and look at the
 * types of what is there; the key and its type are right, the text cannot be read. */
#include "docstring.h"

#include <pyviz/machine/errors.h>
#include <pyviz/machine/str.h>

#include "specs.h"

enum { DOCSTRING_SIZE = 40 };

Object *docstring_elsewhere(Machine *m)
{
    return object_new(m, m->types.docstring, sizeof(Object), DOCSTRING_SIZE);
}

bool docstring_refuse(Machine *m)
{
    error_not_simulated(m, "the text of a docstring that is CPython's own");
    return true;
}

static Object *refuse(Machine *m, Object *o)
{
    (void)o;
    docstring_refuse(m);
    return NULL;
}

static Object *refuse_binary(Machine *m, Object *a, Object *b)
{
    (void)b;
    return refuse(m, a);
}

static int refuse_int(Machine *m, Object *o)
{
    refuse(m, o);
    return -1;
}

static ssize_t refuse_size(Machine *m, Object *o)
{
    return refuse_int(m, o);
}

static Object *refuse_compare(Machine *m, Object *a, Object *b, enum compare_op op)
{
    (void)op;
    return a->type == m->types.docstring ? refuse(m, a) : refuse(m, b);
}

static int refuse_contains(Machine *m, Object *o, Object *value)
{
    (void)value;
    return refuse_int(m, o);
}

static Object *refuse_repeat(Machine *m, Object *o, ssize_t n)
{
    (void)n;
    return refuse(m, o);
}

/* They all have some text. */
static int is_true(Machine *m, Object *o)
{
    (void)m, (void)o;
    return 1;
}

/* Its class is str; what str has, it would have. */
static Object *getattro(Machine *m, Object *o, Object *attribute)
{
    if (attribute == m->id.__class__)
        return newref(m->types.str);
    if (type_lookup(m, m->types.str, attribute))
        return refuse(m, o);
    error_set(m, EXC_AttributeError, "'str' object has no attribute '%U'", attribute);
    return NULL;
}

/* str_printf knows it by its address, which no literal has, and refuses to say it. */
static const char name[] = "str";

const TypeSpec docstring_spec = {
    .name = name,
    .flags = TYPE_NO_NEW,
    .basicsize = DOCSTRING_SIZE,
    .size = sizeof(Object),
    .slots =
        {
            .tp_repr = refuse,
            .tp_str = refuse,
            .tp_hash = refuse_size,
            .tp_richcompare = refuse_compare,
            .tp_getattro = getattro,
            .tp_iter = refuse,
            .tp_sizeof = refuse_size,
            .nb_bool = is_true,
            .nb = {[NB_ADD] = refuse_binary,
                   [NB_MULTIPLY] = refuse_binary,
                   [NB_REMAINDER] = refuse_binary},
            .sq_length = refuse_size,
            .sq_repeat = refuse_repeat,
            .sq_contains = refuse_contains,
            .mp_length = refuse_size,
            .mp_subscript = refuse_binary,
        },
};
