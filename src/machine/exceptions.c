#include <pyviz/machine/dict.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "exceptions.h"
#include "type_boot.h"

enum { EXCEPTION_SIZE = 72 };

Object *exception_new(Machine *m, Type *type, Object *const *args, size_t n)
{
    ExceptionObject *e = object_new(m, type, type->size, (size_t)type->tp_basicsize);
    if (!e)
        return NULL;
    e->args = tuple_from_array(m, args, (ssize_t)n);
    if (!e->args)
        clear_ref(m, e);
    if (!e)
        return NULL;
    bool valued = type_is_subtype(type, m->exc[EXC_StopIteration]) ||
                  type_is_subtype(type, m->exc[EXC_SystemExit]);
    if (valued)
        e->value = newref(n == 0 ? m->none : n == 1 ? args[0] : e->args);
    gc_track(m, (Object *)e);
    return (Object *)e;
}

static Object *exception_tp_new(Machine *m, Type *type, Object *const *args, size_t nargs,
                                Object *kwnames)
{
    if (!(type->tp_flags & TYPE_HEAP) && !arg_no_keywords(m, type->tp_name, kwnames))
        return NULL;
    return exception_new(m, type, args, nargs);
}

static int exception_tp_init(Machine *m, Object *o, Object *const *args, size_t nargs,
                             Object *kwnames)
{
    if (!arg_no_keywords(m, o->type->tp_name, kwnames))
        return -1;
    Object *tuple = tuple_from_array(m, args, (ssize_t)nargs), *old = ((ExceptionObject *)o)->args;
    if (!tuple)
        return -1;
    ((ExceptionObject *)o)->args = tuple;
    xdecref(m, old);
    return 0;
}

static int exception_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    ExceptionObject *e = (ExceptionObject *)o;
    Object *held[] = {e->dict, e->args, e->notes, e->traceback, e->context,
                      e->cause, e->value, e->obj, e->suggestion};
    for (size_t i = 0; i < sizeof held / sizeof *held; i++) {
        int r = held[i] ? visit(m, held[i], arg) : 0;
        if (r)
            return r;
    }
    return 0;
}

static int exception_clear(Machine *m, Object *o)
{
    ExceptionObject *e = (ExceptionObject *)o;
    clear_ref(m, e->dict);
    clear_ref(m, e->args);
    clear_ref(m, e->notes);
    clear_ref(m, e->traceback);
    clear_ref(m, e->context);
    clear_ref(m, e->cause);
    clear_ref(m, e->value);
    clear_ref(m, e->obj);
    clear_ref(m, e->suggestion);
    return 0;
}

static void exception_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    exception_clear(m, o);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static Object *exception_str(Machine *m, Object *o)
{
    Object *args = ((ExceptionObject *)o)->args;
    switch (tuple_size(args)) {
    case 0:
        return newref(m->empty_str);
    case 1:
        return object_str(m, tuple_item(args, 0));
    default:
        return object_str(m, args);
    }
}

static Object *key_error_str(Machine *m, Object *o)
{
    Object *args = ((ExceptionObject *)o)->args;
    return tuple_size(args) == 1 ? object_repr(m, tuple_item(args, 0)) : exception_str(m, o);
}

static Object *exception_repr(Machine *m, Object *o)
{
    Object *args = ((ExceptionObject *)o)->args;
    if (tuple_size(args) == 1)
        return str_printf(m, "%T(%R)", o, tuple_item(args, 0));
    return str_printf(m, "%T%R", o, args);
}

static Object *get_args(Machine *m, Object *o)
{
    (void)m;
    return newref(((ExceptionObject *)o)->args);
}

#define OPTIONAL(field)                                                                            \
    static Object *get_##field(Machine *m, Object *o)                                              \
    {                                                                                              \
        Object *v = ((ExceptionObject *)o)->field;                                                 \
        return newref(v ? v : m->none);                                                            \
    }
OPTIONAL(context)
OPTIONAL(cause)
OPTIONAL(traceback)
OPTIONAL(value)
OPTIONAL(obj)
#undef OPTIONAL

static const GetSetDef exception_getset[] = {
    {"args", get_args, NULL},
    {"__context__", get_context, NULL},
    {"__cause__", get_cause, NULL},
    {"__traceback__", get_traceback, NULL},
    {NULL, NULL, NULL},
};
static const GetSetDef stop_iteration_getset[] = {{"value", get_value, NULL}, {NULL, NULL, NULL}};
static const GetSetDef system_exit_getset[] = {{"code", get_value, NULL}, {NULL, NULL, NULL}};
static const GetSetDef name_error_getset[] = {{"name", get_value, NULL}, {NULL, NULL, NULL}};
static const GetSetDef attribute_error_getset[] = {
    {"name", get_value, NULL}, {"obj", get_obj, NULL}, {NULL, NULL, NULL}};

#define EXCEPTION_SPEC(exception_name, ...)                                                        \
    {                                                                                              \
        .name = exception_name, .flags = TYPE_BASETYPE | TYPE_GC | TYPE_EXC_SUBCLASS,              \
        .basicsize = EXCEPTION_SIZE, .size = sizeof(ExceptionObject),                              \
        .dictoffset = offsetof(ExceptionObject, dict), __VA_ARGS__                                 \
    }
#define EXCEPTION_SLOTS(...)                                                                       \
    .slots = {.tp_dealloc = exception_dealloc, .tp_repr = exception_repr,                          \
              .tp_traverse = exception_traverse, .tp_clear = exception_clear,                      \
              .tp_new = exception_tp_new, .tp_init = exception_tp_init, __VA_ARGS__}

/* A subtype's spec says what it adds; the rest is inherited. */
static const TypeSpec exception_specs[EXC_COUNT] = {
#define EXCEPTION(name, base) [EXC_##name] = EXCEPTION_SPEC(#name, .doc = NULL),
#include <pyviz/machine/exceptions.def>
#undef EXCEPTION
};
static const TypeSpec base_exception_spec =
    EXCEPTION_SPEC("BaseException", .getset = exception_getset, EXCEPTION_SLOTS(.tp_str = exception_str));
static const TypeSpec key_error_spec =
    EXCEPTION_SPEC("KeyError", .slots = {.tp_str = key_error_str});
static const TypeSpec stop_iteration_spec =
    EXCEPTION_SPEC("StopIteration", .getset = stop_iteration_getset);
static const TypeSpec system_exit_spec =
    EXCEPTION_SPEC("SystemExit", .getset = system_exit_getset);
static const TypeSpec name_error_spec = EXCEPTION_SPEC("NameError", .getset = name_error_getset);
static const TypeSpec attribute_error_spec =
    EXCEPTION_SPEC("AttributeError", .getset = attribute_error_getset);

static const TypeSpec *spec_of(enum exception_id id)
{
    switch (id) {
    case EXC_BaseException:
        return &base_exception_spec;
    case EXC_KeyError:
        return &key_error_spec;
    case EXC_StopIteration:
        return &stop_iteration_spec;
    case EXC_SystemExit:
        return &system_exit_spec;
    case EXC_NameError:
        return &name_error_spec;
    case EXC_AttributeError:
        return &attribute_error_spec;
    default:
        return &exception_specs[id];
    }
}

#define EXC_object EXC_COUNT /* BaseException's base stands outside the table */
static const enum exception_id base_of[EXC_COUNT] = {
#define EXCEPTION(name, base) [EXC_##name] = EXC_##base,
#include <pyviz/machine/exceptions.def>
#undef EXCEPTION
};

int exceptions_setup(Machine *m)
{
    _Static_assert(EXC_COUNT <= sizeof m->exc / sizeof *m->exc, "machine->exc is too small");
    for (int i = 0; i < EXC_COUNT; i++) {
        Type *base = base_of[i] == EXC_object ? m->types.object : m->exc[base_of[i]];
        if (!(m->exc[i] = type_allocate(m)))
            return -1;
        type_setup(m, m->exc[i], spec_of((enum exception_id)i), base);
    }
    return 0;
}

int exceptions_ready(Machine *m)
{
    for (int i = 0; i < EXC_COUNT; i++)
        if (type_ready(m, m->exc[i]) < 0)
            return -1;
    return 0;
}

int exceptions_boot(Machine *m)
{
    m->memory_error = exception_new(m, m->exc[EXC_MemoryError], NULL, 0);
    m->refusal_exception = exception_new(m, m->exc[EXC_BaseException], NULL, 0);
    return m->memory_error && m->refusal_exception ? 0 : -1;
}
