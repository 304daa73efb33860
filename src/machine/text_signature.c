#include "text_signature.h"

#include <pyviz/machine/errors.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "class.h"
#include "type_names.h"

#include <stdio.h>
#include <string.h>

#define SIGNATURE(text, names) {text, names},
static const struct {
    const char *text, *names;
} signatures[] = {
#include "text_signatures.def"
};
#undef SIGNATURE

/* Are all the bounds behind a name held? */
static bool is_of_version(const Machine *m, const char *bounds)
{
    for (const char *at = bounds; *at == '<' || *at == '>'; at += 1 + strcspn(at + 1, " <>"))
        if (!type_names_holds(m, at))
            return false;
    return true;
}

static bool has_name(const Machine *m, const char *names, const char *name)
{
    size_t n = strlen(name);
    for (const char *at = names; at; at = strchr(at, ' ')) {
        at += *at == ' ';
        if (strcspn(at, " <>") == n && !memcmp(at, name, n) && is_of_version(m, at + n))
            return true;
    }
    return false;
}

/* NULL: there is none. */
static const char *find(const Machine *m, const char *owner, const char *between, const char *name)
{
    char key[160];
    snprintf(key, sizeof key, "%s%s%s", owner, between, name);
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
        if (has_name(m, signatures[i].names, key))
            return signatures[i].text;
    return NULL;
}

static Object *text_or_none(Machine *m, const char *text)
{
    return text ? str_from_utf8(m, text, strlen(text)) : newref(m->none);
}

/* A method that is found in the type or in one that it is derived from. */
static const char *find_in_bases(const Machine *m, const Type *type, const char *name)
{
    const char *text = NULL;
    for (ssize_t i = 0; !text && i < tuple_size(type->tp_mro); i++)
        text = find(m, ((const Type *)tuple_item(type->tp_mro, i))->tp_name, ".", name);
    return text;
}

Object *text_signature_of_builtin(Machine *m, Object *builtin)
{
    const BuiltinObject *f = (const BuiltinObject *)builtin;
    const char *name = f->def->name;
    if (f->def == &class_new_method)
        return text_or_none(m, find(m, "*", ".", name));
    if (f->module && is_str(f->module))
        return text_or_none(m, find(m, ((const StrObject *)f->module)->data, ":", name));
    if (!f->self)
        return newref(m->none);
    const Type *type = is_type(f->self) ? (const Type *)f->self : f->self->type;
    const char *text = find_in_bases(m, type, name);
    return text_or_none(m,
                        text || !is_type(f->self) ? text : find_in_bases(m, f->self->type, name));
}

Object *text_signature_of_descriptor(Machine *m, Object *descriptor)
{
    const DescriptorObject *d = (const DescriptorObject *)descriptor;
    const char *name = ((const StrObject *)d->name)->data;
    const char *text = find(m, d->owner->tp_name, ".", name);
    if (!text && descriptor->type == m->types.wrapper_descriptor)
        text = find(m, "*", ".", name);
    return text_or_none(m, text);
}

/* Those of CPython's have a module in front, or are builtin. */
Object *text_signature_of_type(Machine *m, Object *type)
{
    const Type *t = (const Type *)type;
    bool told = !(t->tp_flags & TYPE_HEAP) || strchr(t->tp_name, '.');
    return text_or_none(m, told ? find(m, "=", t->tp_name, "") : NULL);
}
