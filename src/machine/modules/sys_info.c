/* The tuples with names of the module sys: Objects/structseq.c, Python/sysmodule.c.
 *
 * Each is of a type of its own, a subtype of tuple; its fields' names stand in a table here. */
#include "sys_info.h"
#include "../objects/sequence.h"

#include "../specs.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/float.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include <float.h>

enum { FIELDS_MAX = 18, HEADER_SIZE = 24 };

struct info {
    const TypeSpec *spec;
    const char *name; /* in sys */
    const char *field[FIELDS_MAX + 1];
};

static const struct info infos[] = {
    {&version_info_spec, "version_info", {"major", "minor", "micro", "releaselevel", "serial"}},
    {&float_info_spec,
     "float_info",
     {"max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon",
      "radix", "rounds"}},
    {&int_info_spec,
     "int_info",
     {"bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"}},
    {&hash_info_spec,
     "hash_info",
     {"width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"}},
    {&flags_info_spec,
     "flags",
     {"debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site",
      "no_site", "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization",
      "isolated", "dev_mode", "utf8_mode", "warn_default_encoding", "safe_path",
      "int_max_str_digits"}},
};
enum { INFOS = sizeof infos / sizeof *infos };

/* What sys.unraisablehook is called with; no constant of the module. */
static const struct info unraisable_info = {
    &unraisable_args_spec,
    "UnraisableHookArgs",
    {"exc_type", "exc_value", "exc_traceback", "err_msg", "object"}};

static const struct info *info_of(const Type *type)
{
    const struct info *info = infos;
    if (type->spec == &unraisable_args_spec)
        return &unraisable_info;
    while (info->spec != type->spec)
        info++;
    return info;
}

/* ---- the types ------------------------------------------------------------------------------- */

static ssize_t info_sizeof(Machine *m, Object *o)
{
    (void)m;
    return o->type->tp_basicsize + tuple_size(o) * (ssize_t)sizeof(Object *);
}

static Object *info_repr(Machine *m, Object *o)
{
    const struct info *info = info_of(o->type);
    Object *text = str_printf(m, "%s(", info->spec->name);
    for (ssize_t i = 0; text && i < tuple_size(o); i++) {
        Object *longer =
            str_printf(m, "%U%s%s=%R", text, i ? ", " : "", info->field[i], tuple_item(o, i));
        decref(m, text);
        text = longer;
    }
    Object *closed = text ? str_printf(m, "%U)", text) : NULL;
    xdecref(m, text);
    return closed;
}

#define FIELD(i)                                                                                   \
    static Object *field_##i(Machine *m, Object *o)                                                \
    {                                                                                              \
        (void)m;                                                                                   \
        return newref(tuple_item(o, i));                                                           \
    }
FIELD(0)
FIELD(1)
FIELD(2)
FIELD(3)
FIELD(4)
FIELD(5)
FIELD(6)
FIELD(7)
FIELD(8)
FIELD(9)
FIELD(10)
FIELD(11)
FIELD(12)
FIELD(13)
FIELD(14)
FIELD(15)
FIELD(16)
FIELD(17)
#undef FIELD

#define INFO_SPEC(spec_name, fields)                                                               \
    {                                                                                              \
        .name = spec_name, .flags = TYPE_GC | TYPE_TUPLE_SUBCLASS | TYPE_NO_NEW,                   \
        .basicsize = HEADER_SIZE, .itemsize = sizeof(Object *), .size = sizeof(TupleObject),       \
        .getset = fields, .slots = {.tp_repr = info_repr, .tp_sizeof = info_sizeof},               \
    }

static const GetSetDef version_fields[] = {
    {"major", field_0, sequence_read_only},  {"minor", field_1, sequence_read_only},
    {"micro", field_2, sequence_read_only},  {"releaselevel", field_3, sequence_read_only},
    {"serial", field_4, sequence_read_only}, {NULL, NULL, NULL},
};
const TypeSpec version_info_spec = INFO_SPEC("sys.version_info", version_fields);

static const GetSetDef float_fields[] = {
    {"max", field_0, sequence_read_only},        {"max_exp", field_1, sequence_read_only},
    {"max_10_exp", field_2, sequence_read_only}, {"min", field_3, sequence_read_only},
    {"min_exp", field_4, sequence_read_only},    {"min_10_exp", field_5, sequence_read_only},
    {"dig", field_6, sequence_read_only},        {"mant_dig", field_7, sequence_read_only},
    {"epsilon", field_8, sequence_read_only},    {"radix", field_9, sequence_read_only},
    {"rounds", field_10, sequence_read_only},    {NULL, NULL, NULL},
};
const TypeSpec float_info_spec = INFO_SPEC("sys.float_info", float_fields);

static const GetSetDef int_fields[] = {
    {"bits_per_digit", field_0, sequence_read_only},
    {"sizeof_digit", field_1, sequence_read_only},
    {"default_max_str_digits", field_2, sequence_read_only},
    {"str_digits_check_threshold", field_3, sequence_read_only},
    {NULL, NULL, NULL},
};
const TypeSpec int_info_spec = INFO_SPEC("sys.int_info", int_fields);

static const GetSetDef hash_fields[] = {
    {"width", field_0, sequence_read_only},     {"modulus", field_1, sequence_read_only},
    {"inf", field_2, sequence_read_only},       {"nan", field_3, sequence_read_only},
    {"imag", field_4, sequence_read_only},      {"algorithm", field_5, sequence_read_only},
    {"hash_bits", field_6, sequence_read_only}, {"seed_bits", field_7, sequence_read_only},
    {"cutoff", field_8, sequence_read_only},    {NULL, NULL, NULL},
};
const TypeSpec hash_info_spec = INFO_SPEC("sys.hash_info", hash_fields);

/* No item of the tuple.  From 3.13 on. */
static Object *flags_gil(Machine *m, Object *o)
{
    (void)o;
    return int_from_i64(m, 1);
}

static const GetSetDef flags_fields[] = {
    {"debug", field_0, sequence_read_only},
    {"inspect", field_1, sequence_read_only},
    {"interactive", field_2, sequence_read_only},
    {"optimize", field_3, sequence_read_only},
    {"dont_write_bytecode", field_4, sequence_read_only},
    {"no_user_site", field_5, sequence_read_only},
    {"no_site", field_6, sequence_read_only},
    {"ignore_environment", field_7, sequence_read_only},
    {"verbose", field_8, sequence_read_only},
    {"bytes_warning", field_9, sequence_read_only},
    {"quiet", field_10, sequence_read_only},
    {"hash_randomization", field_11, sequence_read_only},
    {"isolated", field_12, sequence_read_only},
    {"dev_mode", field_13, sequence_read_only},
    {"utf8_mode", field_14, sequence_read_only},
    {"warn_default_encoding", field_15, sequence_read_only},
    {"safe_path", field_16, sequence_read_only},
    {"int_max_str_digits", field_17, sequence_read_only},
    {"gil", flags_gil, NULL},
    {NULL, NULL, NULL},
};
const TypeSpec flags_info_spec = INFO_SPEC("sys.flags", flags_fields);

static const GetSetDef unraisable_fields[] = {
    {"exc_type", field_0, sequence_read_only},      {"exc_value", field_1, sequence_read_only},
    {"exc_traceback", field_2, sequence_read_only}, {"err_msg", field_3, sequence_read_only},
    {"object", field_4, sequence_read_only},        {NULL, NULL, NULL},
};
const TypeSpec unraisable_args_spec = INFO_SPEC("UnraisableHookArgs", unraisable_fields);

/* ---- the values ------------------------------------------------------------------------------ */

/* A tuple of the type with these items, which it steals; NULL if one of them is. */
static Object *info_new(Machine *m, Type *type, Object *const *item, ssize_t n)
{
    size_t items = (size_t)n * sizeof(Object *);
    TupleObject *o = object_new(m, type, sizeof *o + items, HEADER_SIZE + items);
    for (ssize_t i = 0; o && i < n; i++)
        if (!(o->item[i] = item[i]))
            return NULL; /* at boot: nothing is cleaned up where nothing can run */
    if (o)
        o->size = n; /* and the collector knows nothing of it: Objects/structseq.c */
    return (Object *)o;
}

#define INT(v)   int_from_i64(m, v)
#define FLOAT(v) float_from_double(m, v)
#define TEXT(s)  str_intern_ascii(m, s)
#define NEW(type, ...)                                                                             \
    info_new(m, m->types.type, (Object *const[]){__VA_ARGS__},                                     \
             (ssize_t)(sizeof((Object *const[]){__VA_ARGS__}) / sizeof(Object *)))

static Object *version_info_new(Machine *m)
{
    const Profile *p = m->profile;
    return NEW(version_info, INT(p->major), INT(p->minor), INT(p->micro),
               str_from_ascii(m, "final"), INT(0));
}

static Object *float_info_new(Machine *m)
{
    return NEW(float_info, FLOAT(DBL_MAX), INT(DBL_MAX_EXP), INT(DBL_MAX_10_EXP), FLOAT(DBL_MIN),
               INT(DBL_MIN_EXP), INT(DBL_MIN_10_EXP), INT(DBL_DIG), INT(DBL_MANT_DIG),
               FLOAT(DBL_EPSILON), INT(FLT_RADIX), INT(1));
}

static Object *int_info_new(Machine *m)
{
    return NEW(int_info, INT(30), INT(4), INT(INT_DEFAULT_MAX_STR_DIGITS), INT(640));
}

static Object *hash_info_new(Machine *m)
{
    const Profile *p = m->profile;
    Object *name = str_printf(m, "siphash%d%d", p->siphash_c, p->siphash_d);
    return NEW(hash_info, INT(64), INT(((int64_t)1 << 61) - 1), INT(314159), INT(0), INT(1000003),
               name, INT(64), INT(128), INT(0));
}

/* As without any option; hashes are as under PYTHONHASHSEED. */
static Object *flags_info_new(Machine *m)
{
    int64_t digits = m->profile->flags_tell_max_digits ? INT_DEFAULT_MAX_STR_DIGITS : -1;
    return NEW(flags_info, INT(0), INT(0), INT(0), INT(0), INT(0), INT(0), INT(0), INT(0), INT(0),
               INT(0), INT(0), INT(m->hash_seed != 0), INT(0), newref(m->false_), INT(0), INT(0),
               newref(m->false_), INT(digits));
}

/* sys.implementation */
static Object *implementation_new(Machine *m)
{
    const Profile *p = m->profile;
    Object *key = str_intern_ascii(m, "version_info");
    Object *values[] = {
        TEXT("cpython"),
        str_printf(m, "cpython-%d%d", p->major, p->minor),
        newref(dict_get_str(m, m->sys_dict, key)),
        INT(p->major << 24 | p->minor << 16 | p->micro << 8 | 0xf0),
        TEXT("x86_64-linux-gnu"),
    };
    Object *names = tuple_pack(m, 5, TEXT("name"), TEXT("cache_tag"), TEXT("version"),
                               TEXT("hexversion"), TEXT("_multiarch"));
    Object *made = object_vectorcall(m, (Object *)m->types.namespace_, values, 0, names);
    for (int i = 0; i < 5; i++)
        xdecref(m, values[i]);
    xdecref(m, names);
    xdecref(m, key);
    return made;
}

Object *sys_unraisable_args(Machine *m, Object *exception, Object *traceback, Object *message,
                            Object *where)
{
    return NEW(unraisable_args, newref(exception->type), newref(exception),
               newref(traceback ? traceback : m->none), newref(message ? message : m->none),
               newref(where ? where : m->none));
}

/* How many fields there are, as attributes of the type. */
static int add_counts(Machine *m, const struct info *info, Type *type)
{
    int n = 0;
    Object *names[FIELDS_MAX];
    for (; info->field[n]; n++)
        names[n] = TEXT(info->field[n]);
    Object *fields = tuple_from_array_steal(m, names, n);
    if (!fields || sys_put(m, type->tp_dict, "__match_args__", fields) < 0)
        return -1;
    int hidden = type == m->types.flags_info && m->profile->sys_tells_gil;
    type->tp_basicsize += hidden * (ssize_t)sizeof(Object *); /* the field gil is no item */
    return sys_put(m, type->tp_dict, "n_fields", INT(n + hidden)) < 0 ||
                   sys_put(m, type->tp_dict, "n_sequence_fields", INT(n)) < 0 ||
                   sys_put(m, type->tp_dict, "n_unnamed_fields", INT(0)) < 0
               ? -1
               : 0;
}

int sys_add_info(Machine *m)
{
    Type *const types[INFOS] = {m->types.version_info, m->types.float_info, m->types.int_info,
                                m->types.hash_info, m->types.flags_info};
    Object *const values[INFOS] = {version_info_new(m), float_info_new(m), int_info_new(m),
                                   hash_info_new(m), flags_info_new(m)};
    for (int i = 0; i < INFOS; i++)
        if (add_counts(m, &infos[i], types[i]) < 0 ||
            sys_put(m, m->sys_dict, infos[i].name, values[i]) < 0)
            return -1;
    return sys_put(m, m->sys_dict, "implementation", implementation_new(m));
}
