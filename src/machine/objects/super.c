/* super: Objects/typeobject.c: super_getattro, super_init. */
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/function.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "../eval.h"
#include "../eval_ops.h"
#include "../frame.h"
#include "../specs.h"
#include "sequence.h"

typedef struct SuperObject {
    Object ob_base;
    Type *type;     /* search behind this one */
    Object *obj;    /* NULL: unbound */
    Type *obj_type; /* whose MRO is walked */
} SuperObject;

static int traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    SuperObject *s = (SuperObject *)o;
    return VISIT(s->obj, (Object *)s->type, (Object *)s->obj_type);
}

static void dealloc(Machine *m, Object *o)
{
    SuperObject *s = (SuperObject *)o;
    gc_untrack(m, o);
    clear_ref(m, s->obj);
    clear_ref(m, s->type);
    clear_ref(m, s->obj_type);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

/* What obj.__class__ is, borrowed from where it is; NULL: no class. */
static Type *claimed_class(Machine *m, Object *obj)
{
    Object *name = str_intern_ascii(m, "__class__"), *found = NULL;
    int r = name ? object_lookup_attr(m, obj, name, &found) : -1;
    xdecref(m, name);
    if (r <= 0 || !is_type(found)) {
        xdecref(m, found);
        return NULL;
    }
    decref(m, found); /* the object, or its class, holds it */
    return (Type *)found;
}

void *super_refuse(Machine *m, const Type *type, Object *obj)
{
    if (m->profile->super_error_names_both)
        return error_set(m, EXC_TypeError,
                         "super(type, obj): obj (%s%.200s) is not an instance or subtype of type "
                         "(%.200s).",
                         is_type(obj) ? "type " : "instance of ",
                         is_type(obj) ? ((Type *)obj)->tp_name : obj->type->tp_name, type->tp_name);
    return error_set(m, EXC_TypeError,
                     "super(type, obj): obj must be an instance or subtype of type");
}

/* The type whose MRO is to be walked: borrowed. */
static Type *check(Machine *m, Type *type, Object *obj)
{
    if (is_type(obj) && type_is_subtype((Type *)obj, type))
        return (Type *)obj;
    if (type_is_subtype(obj->type, type))
        return obj->type;
    Type *claimed = claimed_class(m, obj); /* a proxy may say that it is one */
    if (claimed && claimed != obj->type && type_is_subtype(claimed, type))
        return claimed;
    return error_occurred(m) ? NULL : super_refuse(m, type, obj);
}

/* Since 3.12 super().x is one instruction, LOAD_SUPER_ATTR: its self is loaded as any variable. */
static bool loads_attribute(Machine *m, const Frame *f)
{
    int next = frame_instruction(f) + 1;
    enum opcode op = next < f->code->size ? INSTRUCTION_OP(f->code->code[next]) : OP_NOP;
    return m->profile->super_loads_self && (op == OP_LOAD_ATTR || op == OP_LOAD_METHOD);
}

/* super(): the first argument of the function that runs, and its __class__ cell. */
static bool from_frame(Machine *m, Type **type, Object **obj)
{
    const Frame *f = m->frame;
    if (!f || !f->function) {
        error_set(m, EXC_RuntimeError, "super(): no arguments");
        return false;
    }
    const CodeObject *co = f->code;
    if (co->argcount == 0) {
        error_set(m, EXC_RuntimeError, "super(): no arguments");
        return false;
    }
    *obj = f->slot[0];
    if (*obj && frame_slot_is_cell(m, f, 0))
        *obj = ((CellObject *)*obj)->value;
    if (!*obj) {
        if (loads_attribute(m, f))
            eval_unbound_local(m, m->frame, 0);
        else
            error_set(m, EXC_RuntimeError, "super(): arg[0] deleted");
        return false;
    }
    for (int i = co->nlocalsplus - co->nfreevars; i < co->nlocalsplus; i++) {
        if (!str_equals_ascii(tuple_item(co->localsplusnames, i), "__class__"))
            continue;
        Object *found = ((CellObject *)f->slot[i])->value;
        if (found && is_type(found)) {
            *type = (Type *)found;
            return true;
        }
        error_set(m, EXC_RuntimeError, "super(): empty __class__ cell");
        return false;
    }
    error_set(m, EXC_RuntimeError, "super(): __class__ cell not found");
    return false;
}

static int init(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    SuperObject *s = (SuperObject *)o;
    Type *type = NULL;
    Object *obj = NULL;
    if (!arg_no_keywords(m, "super", kwnames) || !arg_check_positional(m, "super()", nargs, 0, 2))
        return -1;
    if (nargs == 0 && !from_frame(m, &type, &obj))
        return -1;
    if (nargs > 0) {
        if (!is_type(args[0])) {
            error_set(m, EXC_TypeError, "super() argument 1 must be a type, not %.200s",
                      type_name(args[0]));
            return -1;
        }
        type = (Type *)args[0];
        obj = nargs == 2 && args[1] != m->none ? args[1] : NULL;
    }
    Type *obj_type = obj ? check(m, type, obj) : NULL;
    if (obj && !obj_type)
        return -1;
    s->type = (Type *)newref(type);
    s->obj = xnewref(obj);
    s->obj_type = obj_type ? (Type *)newref(obj_type) : NULL;
    return 0;
}

/* What stands behind the type in the MRO; borrowed.  NULL: nothing, or super's own attribute. */
static Object *find(Machine *m, SuperObject *s, Object *name)
{
    if (!s->obj_type || !s->obj_type->tp_mro || str_equals_ascii(name, "__class__"))
        return NULL;
    Object *mro = s->obj_type->tp_mro;
    ssize_t i = 0, n = tuple_size(mro);
    while (i < n && tuple_item(mro, i) != (Object *)s->type)
        i++;
    for (i++; i < n; i++) {
        Object *found = dict_get_str(m, ((Type *)tuple_item(mro, i))->tp_dict, name);
        if (!found)
            continue;
        EMIT(m, SUPER_FOUND, s->obj_type, name, s->type, tuple_item(mro, i), i + 1);
        return found;
    }
    return NULL;
}

/* What find found, bound; or else super's own attribute. */
static Object *bind(Machine *m, SuperObject *s, Object *found, Object *name)
{
    if (!found)
        return object_generic_getattr(m, (Object *)s, name);
    if (!slots_of(found)->tp_descr_get)
        return newref(found);
    return slots_of(found)->tp_descr_get(m, found, s->obj == (Object *)s->obj_type ? NULL : s->obj,
                                         (Object *)s->obj_type);
}

static Object *getattro(Machine *m, Object *o, Object *name)
{
    SuperObject *s = (SuperObject *)o;
    return bind(m, s, find(m, s, name), name);
}

Object *super_unseen(Machine *m, Object *const *args, size_t nargs)
{
    int count = m->gc.count[0];
    bool scheduled = m->gc.scheduled;
    Object *o = object_vectorcall(m, (Object *)m->types.super, args, nargs, NULL);
    if (!o)
        return NULL;
    object_unsee(m, o, (size_t)o->type->tp_basicsize);
    m->gc.count[0] = count;
    m->gc.scheduled = scheduled;
    return o;
}

int super_get_method(Machine *m, Object **o, Object *name, Object **method)
{
    SuperObject *s = (SuperObject *)*o;
    Object *found = find(m, s, name);
    if (found && found->type->tp_flags & TYPE_METHOD_DESCRIPTOR && s->obj &&
        s->obj != (Object *)s->obj_type &&
        slots_of(s->obj)->tp_getattro == object_generic_getattr) {
        *method = newref(found);
        *o = newref(s->obj);
        decref(m, s);
        return 1;
    }
    *method = bind(m, s, found, name);
    return *method ? 0 : -1;
}

/* Unbound, as an attribute of a class, it binds to whatever it is reached through. */
static Object *descr_get(Machine *m, Object *descr, Object *o, Object *of)
{
    (void)of;
    SuperObject *s = (SuperObject *)descr;
    if (!o || s->obj)
        return newref(descr);
    if (descr->type != m->types.super) {
        Object *args[] = {s->type ? (Object *)s->type : m->none, o};
        return object_vectorcall(m, (Object *)descr->type, args, s->type ? 2 : 0, NULL);
    }
    Type *of_obj = check(m, s->type, o);
    SuperObject *bound =
        of_obj ? (SuperObject *)type_generic_new(m, m->types.super, NULL, 0, NULL) : NULL;
    if (!bound)
        return NULL;
    bound->type = (Type *)newref(s->type);
    bound->obj = newref(o);
    bound->obj_type = (Type *)newref(of_obj);
    return (Object *)bound;
}

static Object *repr(Machine *m, Object *o)
{
    SuperObject *s = (SuperObject *)o;
    const char *type = s->type ? s->type->tp_name : "NULL";
    return s->obj_type
               ? str_printf(m, "<super: <class '%s'>, <%s object>>", type, s->obj_type->tp_name)
               : str_printf(m, "<super: <class '%s'>, NULL>", type);
}

static Object *or_none(Machine *m, void *o)
{
    return newref(o ? o : m->none);
}

static Object *get_thisclass(Machine *m, Object *o)
{
    return or_none(m, ((SuperObject *)o)->type);
}

static Object *get_self(Machine *m, Object *o)
{
    return or_none(m, ((SuperObject *)o)->obj);
}

static Object *get_self_class(Machine *m, Object *o)
{
    return or_none(m, ((SuperObject *)o)->obj_type);
}

static const GetSetDef super_getset[] = {
    {"__thisclass__", get_thisclass, sequence_read_only},
    {"__self__", get_self, sequence_read_only},
    {"__self_class__", get_self_class, sequence_read_only},
    {NULL, NULL, NULL},
};

const TypeSpec super_spec = {
    .name = "super",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 40,
    .size = sizeof(SuperObject),
    .getset = super_getset,
    .slots =
        {
            .tp_dealloc = dealloc,
            .tp_repr = repr,
            .tp_getattro = getattro,
            .tp_descr_get = descr_get,
            .tp_new = type_generic_new,
            .tp_init = init,
            .tp_traverse = traverse,
        },
};
