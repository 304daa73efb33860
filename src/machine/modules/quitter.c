/* exit and quit, as the module site makes them: Lib/_sitebuiltins.py. */
#include "builtins.h"
#include "sys_info.h"

#include "../specs.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/str.h>

#include <stddef.h>

typedef struct QuitterObject {
    Object ob_base;
    Object *dict; /* name, eof */
} QuitterObject;

enum { QUITTER_SIZE = 32 };

Object *quitter_new(Machine *m, const char *name)
{
    QuitterObject *q = object_new(m, m->types.quitter, sizeof *q, QUITTER_SIZE);
    if (!q || !(q->dict = dict_new(m)))
        return NULL; /* at boot */
    q->dict->flags |= OBJECT_QUIET;
    if (sys_put(m, q->dict, "name", str_intern_ascii(m, name)) < 0 ||
        sys_put(m, q->dict, "eof", str_from_ascii(m, "Ctrl-D (i.e. EOF)")) < 0)
        return NULL;
    gc_track(m, (Object *)q);
    return (Object *)q;
}

static Object *quitter_repr(Machine *m, Object *o)
{
    Object *key = str_intern_ascii(m, "name"), *name = key ? object_getattr(m, o, key) : NULL;
    Object *text = name ? str_printf(m, "Use %S() or Ctrl-D (i.e. EOF) to exit", name) : NULL;
    xdecref(m, key);
    xdecref(m, name);
    return text;
}

static Object *quitter_call(Machine *m, Object *o, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    static const char *const names[] = {"code", NULL};
    Object *out[1];
    (void)o;
    if (!arg_parse_known(m, "Quitter.__call__", args, nargs, kwnames, names, 0, 1, out))
        return NULL;
    Object *code = out[0] ? out[0] : m->none;
    return error_set_object(m, EXC_SystemExit, code);
}

static Object *get_dict(Machine *m, Object *o)
{
    (void)m;
    return newref(((QuitterObject *)o)->dict);
}

static void quitter_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    clear_ref(m, ((QuitterObject *)o)->dict);
    object_free(m, o, QUITTER_SIZE);
}

static int quitter_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    return VISIT(((QuitterObject *)o)->dict);
}

static const GetSetDef quitter_getset[] = {
    {"__dict__", get_dict, NULL},
    {NULL, NULL, NULL},
};

const TypeSpec quitter_spec = {
    .name = "_sitebuiltins.Quitter",
    .flags = TYPE_GC | TYPE_NO_NEW,
    .basicsize = QUITTER_SIZE,
    .size = sizeof(QuitterObject),
    .dictoffset = offsetof(QuitterObject, dict),
    .getset = quitter_getset,
    .slots =
        {
            .tp_dealloc = quitter_dealloc,
            .tp_repr = quitter_repr,
            .tp_call = quitter_call,
            .tp_traverse = quitter_traverse,
        },
};
