/* Names in a class body: LOAD_NAME and its like where the namespace is not the module's. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "eval.h"
#include "eval_ops.h"
#include "import.h"

/* In the names only: a new reference; NULL, without an exception if it is not there. */
static Object *in_names(Machine *m, Object *names, Object *name)
{
    if (is_exact(m, names, dict)) {
        Object *o = dict_get_str(m, names, name);
        return xnewref(o);
    }
    Object *o = object_getitem(m, names, name);
    if (!o && !m->refusing && error_matches(m, EXC_KeyError))
        error_clear(m);
    return o;
}

static Object *in_namespace(Machine *m, Frame *f, Object *name)
{
    return in_names(m, f->locals, name);
}

Object *eval_load_from_dict(Machine *m, Frame *f, Object *names, Object *name, Object *cell)
{
    Object *o = in_names(m, names, name);
    if (o || error_occurred(m))
        return o;
    if (cell)
        o = ((CellObject *)cell)->value;
    else if (!(o = dict_get_str(m, f->globals, name)))
        o = dict_get_str(m, f->builtins, name);
    return o ? newref(o) : names_error(m, name);
}

/* Names of typing.py's helpers, by enum type_intrinsic. */
static const char *const intrinsic_names[] = {
    "_type_var",   "_type_var_with_bound", "_type_var_with_constraints",
    "_param_spec", "_type_var_tuple",      "_set_default",
    "_type_alias", "_subscript_generic",
};

Object *eval_type_intrinsic(Machine *m, unsigned which, Object *const *args, int n)
{
    /* the function, its parameters */
    if (which >= sizeof intrinsic_names / sizeof *intrinsic_names) {
        FunctionObject *f = (FunctionObject *)args[0];
        set_ref(m, f->type_params, newref(args[1]));
        return newref(args[0]);
    }
    Object *name = str_intern_ascii(m, "typing"), *typing = name ? import_module(m, name) : NULL;
    Object *key = typing ? str_intern_ascii(m, intrinsic_names[which]) : NULL;
    Object *maker = key ? object_getattr(m, typing, key) : NULL;
    Object *made = maker ? object_vectorcall(m, maker, args, (size_t)n, NULL) : NULL;
    xdecref(m, name);
    xdecref(m, typing);
    xdecref(m, key);
    xdecref(m, maker);
    return made;
}

Object *eval_load_name(Machine *m, Frame *f, Object *name, uint32_t *hint)
{
    Object *o = in_namespace(m, f, name);
    if (o || error_occurred(m))
        return o;
    if (!(o = names_get(m, f->globals, name, hint)))
        o = names_get(m, f->builtins, name, hint + 1);
    return o ? newref(o) : names_error(m, name);
}

Object *eval_missing_global(Machine *m, Frame *f, Object *name)
{
    Object *o = is_exact(m, f->globals, dict) ? NULL : in_names(m, f->globals, name);
    return o || error_occurred(m) ? o : names_error(m, name);
}

Object *eval_load_classderef(Machine *m, Frame *f, int slot)
{
    Object *o = in_namespace(m, f, tuple_item(f->code->localsplusnames, slot));
    if (o || error_occurred(m))
        return o;
    if ((o = ((CellObject *)f->slot[slot])->value))
        return newref(o);
    eval_unbound_deref(m, f, slot);
    return NULL;
}

/* What the compiler itself binds is no step of the program. */
static bool is_own(const Machine *m, const Object *name)
{
    return name == m->id.__module__ || name == m->id.__qualname__ ||
           name == m->id.__firstlineno__ || name == m->id.__static_attributes__ ||
           name == m->id.__classcell__;
}

bool eval_store_name(Machine *m, Frame *f, Object *name, Object *value)
{
    int r = is_exact(m, f->locals, dict) ? dict_set(m, f->locals, name, value)
                                         : object_setitem(m, f->locals, name, value);
    if (r < 0)
        return false;
    if (!is_own(m, name))
        EMIT(m, NAME_BIND, value, name);
    return true;
}

bool eval_delete_name(Machine *m, Frame *f, Object *name)
{
    if (!is_exact(m, f->locals, dict)) { /* whatever goes wrong, the name is not there */
        bool gone = object_setitem(m, f->locals, name, NULL) == 0;
        if (!gone && !m->refusing) {
            error_clear(m);
            names_error(m, name);
        }
        return gone;
    }
    Object *old = dict_get_str(m, f->locals, name);
    if (!old)
        return names_error(m, name) != NULL;
    incref(old);
    bool ok = dict_del(m, f->locals, name) == 0;
    if (ok)
        EMIT(m, NAME_UNBIND, old, name);
    let_go(m, NULL, old);
    return ok;
}
