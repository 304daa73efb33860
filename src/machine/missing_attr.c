#include "missing_attr.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include <string.h>

struct missing {
    const char *type;  /* NULL ends the table */
    int since;         /* 3.since */
    const char *names; /* blank-separated */
};

/* tests/lang/dir_of_builtins.py compares the lists that come out. */
static const struct missing table[] = {
    {"type", 11, "__dictoffset__ __flags__ __text_signature__ __weakrefoffset__"},
    {"bytes", 12, "__buffer__"},
    {"property", 13, "__name__"},
    {"BaseException", 11, "__setstate__"},
    {"OSError", 11, "characters_written"},
    {"builtin_function_or_method", 11, "__text_signature__"},
    {"method_descriptor", 11, "__text_signature__"},
    {"wrapper_descriptor", 11, "__text_signature__"},
    {"method-wrapper", 11, "__text_signature__"},
    {"mappingproxy", 11, "__class_getitem__"},
    {"function", 11, "__builtins__"},
    {"method", 13, "__get__"},
    {"bytearray", 12, "__buffer__ __release_buffer__"},
    {"memoryview", 11, "__iter__"},
    {"memoryview", 12, "__buffer__ __release_buffer__ _from_flags"},
    {"frame", 11, "f_lasti"},
    {"traceback", 11, "tb_lasti"},
    {"coroutine", 11, "__del__"},
    {"coroutine", 13, "__class_getitem__"},
    {"async_generator", 11, "__class_getitem__ __del__"},
    {"generator", 11, "__del__"},
    {"generator", 13, "__class_getitem__"},
    {"code", 11,
     "_co_code_adaptive _varname_from_oparg co_code co_exceptiontable co_lines co_linetable "
     "co_lnotab co_positions replace"},
    {"code", 13, "__replace__"},
    {NULL, 0, NULL},
};

static size_t word_length(const char *names)
{
    return strcspn(names, " ");
}

static bool has_word(const char *names, Object *wanted)
{
    for (size_t n; *names; names += n + (names[n] == ' ')) {
        n = word_length(names);
        size_t i = 0;
        while (i < n && i < (size_t)str_len(wanted) &&
               str_at(wanted, (ssize_t)i) == (unsigned char)names[i])
            i++;
        if (i == n && i == (size_t)str_len(wanted))
            return true;
    }
    return false;
}

static bool belongs(const Machine *m, const struct missing *row, const Type *type)
{
    return !(type->tp_flags & TYPE_HEAP) && strcmp(row->type, type->tp_name) == 0 &&
           m->profile->minor >= row->since;
}

bool missing_attr_is_known(Machine *m, const Type *type, Object *name)
{
    /* object's are last; programs may ask whether there are any, and do without. */
    ssize_t n = type->tp_mro ? tuple_size(type->tp_mro) - 1 : 0;
    for (ssize_t i = 0; i < n; i++)
        for (const struct missing *row = table; row->type; row++)
            if (belongs(m, row, (const Type *)tuple_item(type->tp_mro, i)) &&
                has_word(row->names, name))
                return true;
    return false;
}

int missing_attr_add(Machine *m, const Type *type, Object *names)
{
    for (const struct missing *row = table; row->type; row++) {
        const char *at = belongs(m, row, type) ? row->names : "";
        for (size_t n; *at; at += n + (at[n] == ' ')) {
            n = word_length(at);
            Object *name = str_from_utf8(m, at, n);
            int status = name ? dict_set(m, names, name, m->none) : -1;
            xdecref(m, name);
            if (status < 0)
                return -1;
        }
    }
    return 0;
}
