/* The dicts of the builtin types are CPython's: see type_names.h. */
#include "type_names.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/profile.h>
#include <pyviz/machine/str.h>

#include "class.h"
#include "descriptor.h"
#include "docstring.h"
#include "slotdef.h"
#include "type_cache.h"

#include <stdlib.h>
#include <string.h>

/* ---- the table ------------------------------------------------------------------------------- */

struct names {
    int since, until; /* minor versions */
    const char *types, *names;
};

#define NAMES(since, until, types, names) {since, until, types, names},
static const struct names table[] = {
#include "type_names.def"
};
#undef NAMES

struct word {
    const char *text;
    size_t len;
    char kind;
};

static int version_of(const Machine *m)
{
    return m->profile->minor * 100 + m->profile->micro;
}

static bool holds(const char *bound, int version)
{
    char *end;
    int minor = (int)strtol(bound + 1, &end, 10);
    int micro = *end == '.' ? (int)strtol(end + 1, &end, 10) : *bound == '<' ? 99 : 0;
    int limit = minor * 100 + micro;
    return *bound == '>' ? version >= limit : version <= limit;
}

bool type_names_holds(const Machine *m, const char *bound)
{
    return holds(bound, version_of(m));
}

static char usual_kind(const char *text, size_t n)
{
    if (n == 7 && memcmp(text, "__new__", n) == 0)
        return 'b';
    if (n == 7 && memcmp(text, "__doc__", n) == 0)
        return 't';
    return slotdef_has(text, n) ? 'w' : 'm';
}

/* The next word of this version; false at the end. */
static bool next_word(const char **at, int version, struct word *w)
{
    while (**at) {
        const char *end = *at + strcspn(*at, " "), *p = *at + strcspn(*at, " :<>");
        *w = (struct word){*at, (size_t)(p - *at), 0};
        w->kind = *p == ':' ? p[1] : usual_kind(w->text, w->len);
        bool current = true;
        for (; p < end; p++)
            if (*p == '<' || *p == '>')
                current = current && holds(p, version);
        *at = end + (*end == ' ');
        if (current)
            return true;
    }
    return false;
}

static bool has_word(const char *words, const char *wanted)
{
    size_t n = strlen(wanted);
    for (const char *at = words; (at = strstr(at, wanted)); at += n)
        if ((at == words || at[-1] == ' ') && (at[n] == ' ' || at[n] == '\0'))
            return true;
    return false;
}

/* The row of a type, or NULL. */
static const char *names_of(const Machine *m, const Type *type)
{
    int minor = m->profile->minor;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (minor >= table[i].since && minor <= table[i].until &&
            has_word(table[i].types, type->tp_name))
            return table[i].names;
    return NULL;
}

char type_names_kind(const Machine *m, const Type *type, const char *name)
{
    const char *at = names_of(m, type);
    size_t n = strlen(name);
    struct word w;
    while (at && next_word(&at, version_of(m), &w))
        if (w.len == n && memcmp(w.text, name, n) == 0)
            return w.kind;
    return 0;
}

/* ---- what stands under a name ---------------------------------------------------------------- */

static Type *descriptor_type(const Machine *m, char kind)
{
    switch (kind) {
    case 'w':
        return m->types.wrapper_descriptor;
    case 'c':
        return m->types.classmethod_descriptor;
    case 'g':
        return m->types.getset_descriptor;
    case 'v':
        return m->types.member_descriptor;
    default:
        return m->types.method_descriptor;
    }
}

/* Types that are subscripted all make the same of it. */
static const MethodDef *class_getitem_of(Machine *m)
{
    const Object *list = dict_get_str(m, m->types.list->tp_dict, m->id.__class_getitem__);
    return ((const DescriptorObject *)list)->def;
}

static Object *inherited_value(Machine *m, const Type *type, Object *key)
{
    for (const Type *base = type->tp_base; base; base = base->tp_base) {
        Object *found = dict_get_str(m, base->tp_dict, key);
        if (found)
            return found;
    }
    return NULL;
}

/* How it is taken apart is CPython's own recipe; object's would tell less, or that there is none.
 */
static bool is_recipe(const Machine *m, const Object *key)
{
    return key == m->id.__reduce__ || key == m->id.__reduce_ex__;
}

/* What the type inherits here, with itself as its owner; what it has not at all stays empty, and is
 * refused when it is used. */
static Object *own_descriptor(Machine *m, Type *type, const char *name, Object *key, char kind)
{
    DescriptorObject *d =
        (DescriptorObject *)descriptor_new(m, descriptor_type(m, kind), type, name);
    const Object *inherited = d && !is_recipe(m, key) ? inherited_value(m, type, key) : NULL;
    if (d && kind == 'w')
        d->wrapper = slotdef_find(&type->slots, name);
    else if (d && kind == 'c' && key == m->id.__class_getitem__)
        d->def = class_getitem_of(m);
    else if (d && kind == 'm' && key == m->id.__sizeof__)
        d->def = &type_own_sizeof;
    else if (inherited && inherited->type == d->ob_base.type && (kind == 'm' || kind == 'c'))
        d->def = ((const DescriptorObject *)inherited)->def;
    else if (inherited && inherited->type == d->ob_base.type)
        d->getset = ((const DescriptorObject *)inherited)->getset;
    return (Object *)d;
}

static Object *module_part(Machine *m, const Type *type)
{
    const char *dot = strrchr(type->tp_name, '.');
    return dot ? str_from_utf8(m, type->tp_name, (size_t)(dot - type->tp_name))
               : newref(m->id.builtins);
}

/* What the type has of its own already, as CPython shows it. */
static Object *as_shown(Machine *m, Type *type, const char *name, Object *own, char kind)
{
    if (kind == 's' && own->type == m->types.builtin_function)
        return wrapper_new(m, m->types.staticmethod, own);
    if (kind != 'w' || own->type != m->types.method_descriptor)
        return newref(own);
    DescriptorObject *d =
        (DescriptorObject *)descriptor_new(m, m->types.wrapper_descriptor, type, name);
    if (d)
        d->def = ((DescriptorObject *)own)->def;
    return (Object *)d;
}

static Object *value_of(Machine *m, Type *type, const char *name, Object *key, char kind)
{
    Object *own = dict_get_str(m, type->tp_dict, key);
    switch (kind) {
    case 'n':
        return newref(m->none);
    case 't':
        return key == m->id.__doc__ ? docstring_elsewhere(m) : module_part(m, type);
    case 'b':
        return own ? newref(own) : builtin_new(m, &class_new_method, (Object *)type, NULL);
    default:
        return own ? as_shown(m, type, name, own, kind) : own_descriptor(m, type, name, key, kind);
    }
}

static int add_word(Machine *m, Type *type, Object *dict, const struct word *w)
{
    char name[64];
    memcpy(name, w->text, w->len);
    name[w->len] = '\0';
    Object *key = str_intern_ascii(m, name);
    Object *value = key ? value_of(m, type, name, key, w->kind) : NULL;
    int r = value ? dict_set(m, dict, key, value) : -1;
    xdecref(m, value);
    xdecref(m, key);
    return r;
}

int type_names_arrange(Machine *m, Type *type)
{
    const char *at = type == m->types.docstring ? NULL : names_of(m, type);
    if (!at)
        return 0;
    Object *dict = dict_new(m);
    int r = dict ? 0 : -1;
    struct word w;
    while (r == 0 && next_word(&at, version_of(m), &w))
        r = add_word(m, type, dict, &w);
    if (r < 0) {
        xdecref(m, dict);
        return -1;
    }
    type_cache_take_dict(m, type, dict);
    return 0;
}
