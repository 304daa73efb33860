/* The module builtins: Python/bltinmodule.c.  The functions that print, that walk iterables and
 * that look at namespaces have files of their own. */
#include "builtins.h"

#include "../class.h"
#include "../import.h"

#include <pyviz/machine/bytearray.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

/* ---- text ------------------------------------------------------------------------------------ */

BUILTIN(builtin_repr)
{
    UNUSED_ONE;
    return object_repr(m, args[0]);
}

BUILTIN(builtin_ascii)
{
    UNUSED_ONE;
    return object_ascii(m, args[0]);
}

BUILTIN(builtin_format)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "format", nargs, 1, 2))
        return NULL;
    if (nargs == 2 && !is_str(args[1]))
        return error_set(m, EXC_TypeError, "format() argument 2 must be str, not %s",
                         args[1] == m->none ? "None" : type_name(args[1]));
    return object_format(m, args[0], nargs == 2 ? args[1] : NULL);
}

BUILTIN(builtin_chr)
{
    UNUSED_ONE;
    Object *index = number_index(m, args[0]);
    if (!index)
        return NULL;
    int overflow;
    int64_t c = int_as_i64(index, &overflow);
    decref(m, index);
    if ((overflow || c != (int)c) && !m->profile->chr_clips)
        return error_set(m, EXC_OverflowError, "Python int too large to convert to C int");
    if (overflow || c < 0 || c > 0x10ffff)
        return error_set(m, EXC_ValueError, "chr() arg not in range(0x110000)");
    return str_from_code_point(m, (uint32_t)c);
}

BUILTIN(builtin_ord)
{
    UNUSED_ONE;
    ssize_t n;
    if (is_str(args[0])) {
        n = str_len(args[0]);
        if (n == 1)
            return int_from_i64(m, str_at(args[0], 0));
    } else if (is_bytes(args[0])) {
        const BytesObject *b = (const BytesObject *)args[0];
        n = b->size;
        if (n == 1)
            return int_from_i64(m, (uint8_t)b->data[0]);
    } else if (is_bytearray(m, args[0])) {
        n = ((ByteArrayObject *)args[0])->size;
        if (n == 1)
            return int_from_i64(m, (uint8_t)*bytearray_data((ByteArrayObject *)args[0]));
    } else {
        return error_set(m, EXC_TypeError, "ord() expected string of length 1, but %.200s found",
                         type_name(args[0]));
    }
    return error_set(m, EXC_TypeError, "ord() expected a character, but string of length %zd found",
                     n);
}

/* ---- numbers --------------------------------------------------------------------------------- */

BUILTIN(builtin_abs)
{
    UNUSED_ONE;
    return number_absolute(m, args[0]);
}

static Object *in_base(Machine *m, Object *o, int base)
{
    Object *index = number_index(m, o);
    Object *text = index ? int_to_str(m, index, base, true) : NULL;
    xdecref(m, index);
    return text;
}

BUILTIN(builtin_bin)
{
    UNUSED_ONE;
    return in_base(m, args[0], 2);
}

BUILTIN(builtin_oct)
{
    UNUSED_ONE;
    return in_base(m, args[0], 8);
}

BUILTIN(builtin_hex)
{
    UNUSED_ONE;
    return in_base(m, args[0], 16);
}

BUILTIN(builtin_divmod)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "divmod", nargs, 2, 2))
        return NULL;
    return number_binary(m, args[0], args[1], NB_DIVMOD);
}

BUILTIN(builtin_pow)
{
    static const char *const names[] = {"base", "exp", "mod", NULL};
    UNUSED_SELF;
    Object *out[3];
    if (!arg_parse(m, "pow", args, nargs, kwnames, names, 2, 3, out))
        return NULL;
    return number_power(m, out[0], out[1], out[2] ? out[2] : m->none);
}

BUILTIN(builtin_round)
{
    static const char *const names[] = {"number", "ndigits", NULL};
    UNUSED_SELF;
    Object *out[2];
    if (!arg_parse(m, "round", args, nargs, kwnames, names, 1, 2, out))
        return NULL;
    if (!type_lookup(m, out[0]->type, m->id.__round__))
        return error_set(m, EXC_TypeError, "type %.100s doesn't define __round__ method",
                         type_name(out[0]));
    bool places = out[1] && out[1] != m->none;
    return special_call(m, out[0], m->id.__round__, &out[1], places, NULL);
}

/* ---- objects --------------------------------------------------------------------------------- */

BUILTIN(builtin_len)
{
    UNUSED_ONE;
    ssize_t n = object_length(m, args[0]);
    return n < 0 ? NULL : int_from_i64(m, n);
}

BUILTIN(builtin_id)
{
    UNUSED_ONE;
    return int_from_u64(m, args[0]->address);
}

BUILTIN(builtin_hash)
{
    UNUSED_ONE;
    hash_t h = object_hash(m, args[0]);
    return h == -1 ? NULL : int_from_i64(m, h);
}

BUILTIN(builtin_callable)
{
    UNUSED_ONE;
    return newref(bool_of(m, object_is_callable(args[0])));
}

BUILTIN(builtin_isinstance)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "isinstance", nargs, 2, 2))
        return NULL;
    int r = object_isinstance(m, args[0], args[1]);
    return bool_result(m, r);
}

BUILTIN(builtin_issubclass)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "issubclass", nargs, 2, 2))
        return NULL;
    int r = object_issubclass(m, args[0], args[1]);
    return bool_result(m, r);
}

/* ---- attributes ------------------------------------------------------------------------------ */

static bool check_name(Machine *m, Object *name)
{
    if (is_str(name))
        return true;
    error_set(m, EXC_TypeError, "attribute name must be string, not '%.200s'", type_name(name));
    return false;
}

BUILTIN(builtin_getattr)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "getattr", nargs, 2, 3) || !check_name(m, args[1]))
        return NULL;
    if (nargs == 2)
        return object_getattr(m, args[0], args[1]);
    Object *value;
    int found = object_lookup_attr(m, args[0], args[1], &value);
    return found < 0 ? NULL : found ? value : newref(args[2]);
}

BUILTIN(builtin_hasattr)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "hasattr", nargs, 2, 2) || !check_name(m, args[1]))
        return NULL;
    Object *value = NULL;
    int found = object_lookup_attr(m, args[0], args[1], &value);
    if (found > 0)
        decref(m, value);
    return bool_result(m, found);
}

BUILTIN(builtin_setattr)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "setattr", nargs, 3, 3) || !check_name(m, args[1]))
        return NULL;
    Object *name = str_intern(m, newref(args[1])); /* Objects/object.c: PyObject_SetAttr */
    int status = object_setattr(m, args[0], name, args[2]);
    decref(m, name);
    return status < 0 ? NULL : newref(m->none);
}

BUILTIN(builtin_delattr)
{
    UNUSED_SELF;
    (void)kwnames;
    if (!arg_check_positional(m, "delattr", nargs, 2, 2) || !check_name(m, args[1]) ||
        object_setattr(m, args[0], args[1], NULL) < 0)
        return NULL;
    return newref(m->none);
}

BUILTIN(builtin_import)
{
    static const char *const names[] = {"name", "globals", "locals", "fromlist", "level", NULL};
    Object *out[5];
    int overflow = 0;
    UNUSED_SELF;
    if (!arg_parse(m, "__import__", args, nargs, kwnames, names, 1, 5, out))
        return NULL;
    if (!is_str(out[0]))
        return error_set(m, EXC_TypeError, "module name must be a string");
    if (out[4] && !is_int(out[4]))
        return error_set(m, EXC_TypeError, "'%s' object cannot be interpreted as an integer",
                         type_name(out[4]));
    int level = out[4] ? (int)int_as_i64(out[4], &overflow) : 0;
    if (level < 0)
        return error_set(m, EXC_ValueError, "level must be >= 0");
    Object *from = out[3] && out[3] != m->none ? sequence_tuple(m, out[3]) : NULL;
    if (!from && error_occurred(m))
        return NULL;
    Object *module = import_name(m, out[0], out[1] && is_dict(out[1]) ? out[1] : NULL, from, level);
    xdecref(m, from);
    return module;
}

static const MethodDef builtins_methods[] = {
    {"abs", builtin_abs, METH_O, "The distance from zero."},
    {"ascii", builtin_ascii, METH_O, "repr() with everything beyond ASCII escaped."},
    {"bin", builtin_bin, METH_O, "An int in binary."},
    {"callable", builtin_callable, METH_O, "Can it be called?"},
    {"chr", builtin_chr, METH_O, "The character with this number."},
    {"delattr", builtin_delattr, METH_FASTCALL, "del o.name"},
    {"divmod", builtin_divmod, METH_FASTCALL, "(a // b, a % b)"},
    {"format", builtin_format, METH_FASTCALL, "A value as a specification wants it."},
    {"getattr", builtin_getattr, METH_FASTCALL, "o.name"},
    {"hasattr", builtin_hasattr, METH_FASTCALL, "Is there an o.name?"},
    {"hash", builtin_hash, METH_O, "The number by which dicts and sets find an object."},
    {"hex", builtin_hex, METH_O, "An int in hexadecimal."},
    {"id", builtin_id, METH_O, "The object's address."},
    {"__import__", builtin_import, METH_KEYWORDS, "What import statements call."},
    {"isinstance", builtin_isinstance, METH_FASTCALL | METH_UNCHECKED,
     "Is it of this type, or of a derived one?"},
    {"issubclass", builtin_issubclass, METH_FASTCALL, "Is this type derived from that?"},
    {"len", builtin_len, METH_O | METH_UNCHECKED, "How many items it holds."},
    {"oct", builtin_oct, METH_O, "An int in base eight."},
    {"ord", builtin_ord, METH_O, "The number of a character."},
    {"pow", builtin_pow, METH_KEYWORDS, "base ** exp, modulo mod if that is given."},
    {"repr", builtin_repr, METH_O, "The object as a program would write it."},
    {"round", builtin_round, METH_KEYWORDS, "A number rounded to so many places."},
    {"setattr", builtin_setattr, METH_FASTCALL, "o.name = value"},
    {NULL, NULL, 0, NULL},
};

/* ---- the namespace --------------------------------------------------------------------------- */

/* The types that have a name in builtins, whether the machine has them or not. */
static const char public_types[] =
    "bool bytearray bytes classmethod complex dict enumerate filter float frozenset int "
    "list map memoryview object property range reversed set slice staticmethod str super "
    "tuple type zip";

bool builtins_word_in(const char *words, const Object *name)
{
    ssize_t n = str_len(name);
    for (const char *at = words; *at; at += *at == ' ') {
        const char *word = at;
        ssize_t i = 0;
        while (*at && *at != ' ')
            at++;
        while (i < n && word + i < at && str_at(name, i) == (unsigned char)word[i])
            i++;
        if (i == n && word + i == at)
            return true;
    }
    return false;
}

static int add(Machine *m, const char *name, Object *value)
{
    Object *key = str_intern_ascii(m, name);
    int status = key ? dict_set(m, m->builtins_dict, key, value) : -1;
    xdecref(m, key);
    return status;
}

static int add_new(Machine *m, const char *name, Object *value /* stolen */)
{
    int status = value ? add(m, name, value) : -1;
    xdecref(m, value);
    return status;
}

static int add_type(Machine *m, Type *type)
{
    Object *name = str_from_ascii(m, type->tp_name);
    if (!name)
        return -1;
    bool public = type != m->types.docstring && builtins_word_in(public_types, name);
    decref(m, name);
    return public ? add(m, type->tp_name, (Object *)type) : 0;
}

static int add_types(Machine *m)
{
    Type *const types[] = {
#define TYPE(field, spec)          m->types.field,
#define SUBTYPE(field, spec, base) m->types.field,
#include <pyviz/machine/types.def>
#undef TYPE
#undef SUBTYPE
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (add_type(m, types[i]) < 0)
            return -1;
    return 0;
}

static int add_exceptions(Machine *m)
{
    for (int i = 0; i < EXC_COUNT; i++)
        if ((i != EXC_PythonFinalizationError || m->profile->finalization_error) &&
            add(m, m->exc[i]->tp_name, (Object *)m->exc[i]) < 0)
            return -1;
    Object *os_error = (Object *)m->exc[EXC_OSError];
    return add(m, "EnvironmentError", os_error) < 0 ? -1 : add(m, "IOError", os_error);
}

/* open is that of the module io. */
static int place_open(Machine *m)
{
    Object *name = str_intern_ascii(m, "open");
    Object *module = str_intern_ascii(m, m->profile->module_of_open);
    BuiltinObject *open = name ? (BuiltinObject *)dict_get_str(m, m->builtins_dict, name) : NULL;
    xdecref(m, name);
    if (!open || !module)
        return -1;
    decref(m, open->module);
    open->module = module;
    return 0;
}

int builtins_boot(Machine *m)
{
    if (!m->builtins_dict) {
        m->builtins_dict = dict_new(m);
        if (!m->builtins_dict)
            return -1;
        m->builtins_dict->flags |= OBJECT_QUIET;
    }
    const MethodDef *const tables[] = {builtins_methods,       builtins_io_methods,
                                       builtins_iter_methods,  builtins_name_methods,
                                       builtins_async_methods, builtins_exec_methods};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (builtin_add_methods(m, m->builtins_dict, tables[i], m->id.builtins) < 0)
            return -1;
    if (dict_set(m, m->builtins_dict, m->id.__name__, m->id.builtins) < 0 ||
        add(m, "Ellipsis", m->ellipsis) < 0 || add(m, "NotImplemented", m->not_implemented) < 0 ||
        add(m, "None", m->none) < 0 || add(m, "True", m->true_) < 0 ||
        add(m, "False", m->false_) < 0 || add(m, "__debug__", m->true_) < 0)
        return -1;
    const MethodDef *build = build_class_table;
    if (place_open(m) < 0 || builtin_add_methods(m, m->builtins_dict, build, m->id.builtins) < 0 ||
        add_types(m) < 0 || add_exceptions(m) < 0)
        return -1;
    return add_new(m, "exit", quitter_new(m, "exit")) < 0 ||
                   add_new(m, "quit", quitter_new(m, "quit")) < 0 ||
                   add_new(m, "help", helper_new(m)) < 0
               ? -1
               : 0;
}
