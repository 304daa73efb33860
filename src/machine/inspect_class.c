/* Classes, read without a trace: what stands in them, and what __slots__ gave their instances. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/inspect.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>
#include <pyviz/machine/type.h>

#include "code.h"

/* ---- kinds ----------------------------------------------------------------------------------- */

enum inspect_attribute inspect_attribute_kind(const Machine *m, const Object *value)
{
    const Type *type = value->type;
    const struct {
        const Type *type;
        enum inspect_attribute kind;
    } known[] = {
        {m->types.function, ATTRIBUTE_METHOD},
        {m->types.staticmethod, ATTRIBUTE_STATIC_METHOD},
        {m->types.classmethod, ATTRIBUTE_CLASS_METHOD},
        {m->types.property, ATTRIBUTE_PROPERTY},
        {m->types.member_descriptor, ATTRIBUTE_SLOT},
        {m->types.getset_descriptor, ATTRIBUTE_GETSET},
    };
    if (type == m->types.member_descriptor && ((const DescriptorObject *)value)->getset)
        return ATTRIBUTE_GETSET; /* a field of a C struct */
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (type_is_subtype(type, known[i].type))
            return known[i].kind;
    return is_type(value)             ? ATTRIBUTE_CLASS
           : type->slots.tp_descr_set ? ATTRIBUTE_DATA_DESCRIPTOR
           : type->slots.tp_descr_get ? ATTRIBUTE_DESCRIPTOR
                                      : ATTRIBUTE_VALUE;
}

bool inspect_attribute_is_data(enum inspect_attribute kind)
{
    return kind == ATTRIBUTE_PROPERTY || kind == ATTRIBUTE_SLOT || kind == ATTRIBUTE_GETSET ||
           kind == ATTRIBUTE_DATA_DESCRIPTOR;
}

bool inspect_property_is_settable(const Object *property)
{
    Object *get, *set;
    property_functions(property, &get, &set);
    return set != NULL;
}

/* ---- signatures ------------------------------------------------------------------------------ */

static const FunctionObject *function_in(const Machine *m, const Object *o)
{
    Object *get = NULL, *set;
    enum inspect_attribute kind = inspect_attribute_kind(m, o);
    if (kind == ATTRIBUTE_PROPERTY)
        property_functions(o, &get, &set);
    else if (kind == ATTRIBUTE_STATIC_METHOD || kind == ATTRIBUTE_CLASS_METHOD)
        get = wrapper_callable(o);
    const Object *f = get ? get : o;
    return f->type == m->types.function ? (const FunctionObject *)f : NULL;
}

static void put_parameter(const CodeObject *code, int i, const char *star, bool optional,
                          bool *first, struct buffer *out)
{
    buffer_puts(out, *first ? "" : ", ");
    buffer_puts(out, star);
    str_to_utf8(tuple_item(code->localsplusnames, i), out);
    buffer_puts(out, optional ? "=…" : "");
    *first = false;
}

bool inspect_is_made(const Object *o)
{
    return !is_type(o) || ((const Type *)o)->tp_name;
}

Object *inspect_function_name(const Object *function)
{
    return ((const FunctionObject *)function)->name;
}

void inspect_signature(const Machine *m, const Object *o, struct buffer *out)
{
    const FunctionObject *f = function_in(m, o);
    if (!f)
        return;
    const CodeObject *code = (const CodeObject *)f->code;
    int n = code->argcount, keywords = code->kwonlyargcount, rest = n + keywords;
    int defaults = f->defaults ? (int)tuple_size(f->defaults) : 0;
    bool first = true;
    buffer_putc(out, '(');
    for (int i = 0; i < n; i++) {
        put_parameter(code, i, "", i >= n - defaults, &first, out);
        if (i + 1 == code->posonlyargcount)
            buffer_puts(out, ", /");
    }
    if (code->flags & CODE_VARARGS)
        put_parameter(code, rest++, "*", false, &first, out);
    else if (keywords)
        buffer_puts(out, first ? "*" : ", *"), first = false;
    for (int i = n; i < n + keywords; i++)
        put_parameter(code, i, "",
                      f->kwdefaults && dict_get_str((Machine *)(uintptr_t)m, f->kwdefaults,
                                                    tuple_item(code->localsplusnames, i)),
                      &first, out);
    if (code->flags & CODE_VARKEYWORDS)
        put_parameter(code, rest, "**", false, &first, out);
    buffer_putc(out, ')');
}

const Type *inspect_class_with(const Machine *m, const Type *type, Object *name, ssize_t after)
{
    const Object *mro = type->tp_mro;
    for (ssize_t i = after + 1; mro && i < tuple_size(mro); i++) {
        const Type *class = (const Type *)tuple_item(mro, i);
        if (dict_get_str((Machine *)(uintptr_t)m, class->tp_dict, name))
            return class;
    }
    return NULL;
}

/* ---- __slots__ ------------------------------------------------------------------------------- */

/* The bases have the later places in the order. */
bool inspect_next_slot(const Machine *m, const Object *o, size_t *at, Object **name, Object **value)
{
    const Object *mro = o->type->tp_mro;
    size_t n = 0;
    for (ssize_t c = mro ? tuple_size(mro) - 1 : -1; c >= 0; c--) {
        const Type *type = (const Type *)tuple_item(mro, c);
        Object *key, *found;
        if (!type->nslots)
            continue;
        for (ssize_t i = 0; dict_next(type->tp_dict, &i, &key, &found, NULL);) {
            const DescriptorObject *d = (const DescriptorObject *)found;
            if (found->type != m->types.member_descriptor || d->owner != type || n++ < *at)
                continue;
            *at = n;
            *name = d->name;
            *value = *type_extra((Object *)(uintptr_t)o, d->index);
            return true;
        }
    }
    return false;
}
