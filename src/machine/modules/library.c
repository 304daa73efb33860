/* What the library's Python asks of the machine that the language does not offer. */
#include "builtins.h"
#include "pure.h"

#include "../class.h"
#include "../facade.h"
#include "../frame.h"
#include "../objects/int_limbs.h"
#include "../warnings.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/str.h>

#include <string.h>

/* operator.index */
BUILTIN(library_index)
{
    UNUSED_ONE;
    Object *o = number_index(m, args[0]), *exact = o ? int_long(m, o) : NULL;
    xdecref(m, o);
    return exact;
}

/* A class that CPython writes in C: messages call it by its module too, as "datetime.date".  Usable
 * as a decorator. */
BUILTIN(library_named_with_module)
{
    UNUSED_ONE;
    Type *type = (Type *)args[0];
    Object *module = dict_get_str(m, type->tp_dict, m->id.__module__);
    if (!module || !is_str(module))
        return newref(args[0]);
    Object *name = str_printf(m, "%U.%U", module, type->ht_name);
    if (!name)
        return NULL;
    /* ASCII: the text is the data */
    char *copy = heap_alloc(m, (size_t)str_len(name) + 1);
    if (copy) {
        memcpy(copy, ((StrObject *)name)->data, (size_t)str_len(name) + 1);
        heap_free(m, (void *)(uintptr_t)type->tp_name);
        type->tp_name = copy;
    }
    decref(m, name);
    return copy ? newref(args[0]) : NULL;
}

/* Warns the program that calls the library. */
BUILTIN(library_warn_deprecated)
{
    UNUSED_ONE;
    struct Frame *frame = m->frame;
    while (m->frame && frame_is_library(m->frame))
        m->frame = m->frame->previous;
    int status = warn_deprecated(m, ((StrObject *)args[0])->data);
    m->frame = frame;
    return status < 0 ? NULL : newref(m->none);
}

static bool is_of_class(Object *name)
{
    static const char *const own[] = {
        "__module__",   "__dict__",        "__weakref__",          "__doc__",
        "__qualname__", "__firstlineno__", "__static_attributes__"};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (str_equals_ascii(name, own[i]))
            return true;
    return false;
}

/* adopt(type, class): a native type gets what stands in a class; none of it may be a slot's. */
BUILTIN(library_adopt)
{
    UNUSED_ONE;
    Type *type = (Type *)args[0];
    Object *key, *value;
    for (ssize_t i = 0; dict_next(((Type *)args[1])->tp_dict, &i, &key, &value, NULL);)
        if (!is_of_class(key) && dict_set(m, type->tp_dict, key, value) < 0)
            return NULL;
    return facade_class(m, type) < 0 ? NULL : newref(type);
}

/* final(class): no class can be derived from it. */
BUILTIN(library_final)
{
    UNUSED_ONE;
    (void)m;
    ((Type *)args[0])->tp_flags &= ~(unsigned)TYPE_BASETYPE;
    return newref(args[0]);
}

/* builtin(function): a function that CPython has in C.  tuple_builtin: one whose arguments
 * PyArg_ParseTuple takes.  builtin_class: so are the methods of this class. */
BUILTIN(library_builtin)
{
    UNUSED_ONE;
    return facade_builtin(m, args[0], FACADE_CLINIC, NULL);
}

/* builtin_module(globals()), or builtin_module(globals(), where they say that they are from) */
BUILTIN(library_builtin_module)
{
    UNUSED_SELF;
    (void)kwnames;
    return facade_module(m, args[0], nargs > 1 ? args[1] : NULL) < 0 ? NULL : newref(m->none);
}

BUILTIN(library_tuple_builtin)
{
    UNUSED_ONE;
    return facade_builtin(m, args[0], FACADE_TUPLE, NULL);
}

BUILTIN(library_builtin_class)
{
    UNUSED_ONE;
    return facade_class(m, (Type *)args[0]) < 0 ? NULL : newref(args[0]);
}

static const MethodDef library_methods[] = {
    {"adopt", library_adopt, METH_FASTCALL, NULL},
    {"builtin", library_builtin, METH_O, "A decorator: CPython has it in C."},
    {"builtin_class", library_builtin_class, METH_O, "The same for what stands in a class."},
    {"builtin_module", library_builtin_module, METH_FASTCALL, "The same for what a module has."},
    {"final", library_final, METH_O, "A decorator of classes."},
    {"index", library_index, METH_O, "operator.index."},
    {"named_with_module", library_named_with_module, METH_O, "A decorator of classes."},
    {"tuple_builtin", library_tuple_builtin, METH_O, "builtin, with other messages."},
    {"warn_deprecated", library_warn_deprecated, METH_O,
     "A DeprecationWarning of the caller's line."},
    {NULL, NULL, 0, NULL},
};

const ModuleSpec library_module = {.name = "_library", .hidden = true, .methods = library_methods};

/* ---- modules of values that are written in Python alone: modules/python/<name>.py ------------ */

PURE(base64_module, "base64", "Bytes as letters and digits.", "decode encode");
PURE(calendar_module, "calendar", "Months and years.", "LocaleHTMLCalendar LocaleTextCalendar");
PURE(colorsys_module, "colorsys", "Colours in four systems.", NULL);
PURE_OF_C(datetime_module, "datetime", "Dates and times.", "datetime_CAPI");
PURE_PART(datetime_date_module, "datetime._date");
PURE_PART(datetime_delta_module, "datetime._delta");
PURE_PART(datetime_support_module, "datetime._support");
PURE_PART(datetime_text_module, "datetime._text");
PURE_PART(datetime_time_module, "datetime._time");
PURE_PART(datetime_zone_module, "datetime._zone");
PURE_PART(strftime_module, "_strftime");
PURE_OF_C(decimal_module, "decimal", "Numbers of decimal digits.", NULL);
PURE_PART(decimal_arithmetic_module, "decimal._arithmetic");
PURE_PART(decimal_context_module, "decimal._context");
PURE_PART(decimal_decimal_module, "decimal._decimal");
PURE_PART(decimal_logical_module, "decimal._logical");
PURE_PART(decimal_number_module, "decimal._number");
PURE_PART(decimal_powers_module, "decimal._powers");
PURE_PART(decimal_signals_module, "decimal._signals");
PURE_PART(decimal_text_module, "decimal._text");
PURE(strptime_module, "_strptime", "Dates as text, and back.", NULL);
