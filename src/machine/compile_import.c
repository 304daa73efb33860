/* import statements: Python/compile.c: compiler_import, compiler_from_import. */
#include <pyviz/lang/identifier.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "compiler.h"

#include <string.h>

/* The part of a dotted name up to, not including, `end`. */
static const char *part(struct compiler *c, const char *from, const char *end)
{
    return identifier_intern(c->symtable->identifiers, from,
                             end ? (size_t)(end - from) : strlen(from));
}

static bool emit_import(struct compiler *c, int level, Object *fromlist /* stolen */,
                        const char *name)
{
    return emit_const(c, int_from_i64(c->m, level)) && emit_const(c, fromlist) &&
           emit_op(c, OP_IMPORT_NAME, name_index(c, name));
}

/* `import a.b.c as d` binds c, which is found by way of a and b. */
static bool import_as(struct compiler *c, const struct alias *a)
{
    const char *dot = strchr(a->name, '.');
    if (!dot)
        return emit_name(c, a->asname, CONTEXT_STORE);
    while (dot) {
        const char *start = dot + 1;
        dot = strchr(start, '.');
        if (!emit_op(c, OP_IMPORT_FROM, name_index(c, part(c, start, dot))) ||
            (dot && (!emit_op(c, OP_SWAP, 2) || !emit_op(c, OP_POP_TOP, 0))))
            return false;
    }
    return emit_name(c, a->asname, CONTEXT_STORE) && emit_op(c, OP_POP_TOP, 0);
}

bool compile_import(struct compiler *c, const struct stmt *s)
{
    for (size_t i = 0; i < s->u.import.names.len; i++) {
        const struct alias *a = s->u.import.names.items[i];
        if (!emit_import(c, 0, newref(c->m->none), a->name))
            return false;
        bool ok = a->asname ? import_as(c, a)
                            : emit_name(c, part(c, a->name, strchr(a->name, '.')), CONTEXT_STORE);
        if (!ok)
            return false;
    }
    return true;
}

static Object *names_of(struct compiler *c, const struct alias_list *names)
{
    Object *tuple = tuple_new(c->m, (ssize_t)names->len);
    for (size_t i = 0; tuple && i < names->len; i++) {
        Object *name = str_of(c, names->items[i]->name);
        if (!name)
            clear_ref(c->m, tuple);
        else
            ((TupleObject *)tuple)->item[i] = name;
    }
    return tuple;
}

bool compile_import_from(struct compiler *c, const struct stmt *s)
{
    const struct alias_list *names = &s->u.import_from.names;
    const char *module = s->u.import_from.module;
    if (!emit_import(c, s->u.import_from.level, names_of(c, names),
                     module ? module : part(c, "", NULL)))
        return false;
    for (size_t i = 0; i < names->len; i++) {
        const struct alias *a = names->items[i];
        if (!strcmp(a->name, "*"))
            return emit_op(c, OP_IMPORT_STAR, 0);
        if (!emit_op(c, OP_IMPORT_FROM, name_index(c, a->name)) ||
            !emit_name(c, a->asname ? a->asname : a->name, CONTEXT_STORE))
            return false;
    }
    return emit_op(c, OP_POP_TOP, 0);
}
