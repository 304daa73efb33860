#include <pyviz/machine/dict.h>
#include <pyviz/machine/instance.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "eval.h"
#include "exceptions.h"
#include "getter.h"
#include "type_boot.h"

/* ---- making one ------------------------------------------------------------------------------ */

Object *exception_tp_new(Machine *m, Type *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)kwnames;
    ExceptionObject *e = object_new_plain(m, type);
    if (!e)
        return NULL;
    /* E(*t).args is t */
    e->args = call_is_packed(m, args, nargs) ? newref(m->packed_arguments)
                                             : tuple_from_array(m, args, (ssize_t)nargs);
    if (!e->args)
        clear_ref(m, e);
    if (e)
        gc_track(m, (Object *)e);
    return (Object *)e;
}

static bool same_items(Object *tuple, Object *const *items, size_t n)
{
    if ((size_t)tuple_size(tuple) != n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (tuple_item(tuple, (ssize_t)i) != items[i])
            return false;
    return true;
}

/* Has a class an __init__ of its own, in Python?  Then BaseException's is called by that one. */
static bool inits_itself(const Type *type)
{
    const Type *builtin = type;
    while (builtin->tp_flags & TYPE_HEAP)
        builtin = builtin->tp_base;
    return type->slots.tp_init != builtin->slots.tp_init;
}

/* The tuple of an __init__ called with arguments takes the place of __new__'s even where it has the
 * same items: the call that makes the exception holds the first while it lasts. */
int exception_set_args(Machine *m, Object *o, Object *const *args, size_t nargs)
{
    ExceptionObject *e = (ExceptionObject *)o;
    bool packed = call_is_packed(m, args, nargs);
    if (packed ? e->args == m->packed_arguments
               : !inits_itself(o->type) && same_items(e->args, args, nargs))
        return 0;
    Object *old = e->args, *tuple = packed ? newref(m->packed_arguments)
                                           : tuple_from_array(m, args, (ssize_t)nargs);
    if (!tuple)
        return -1;
    e->args = tuple;
    decref(m, old);
    return 0;
}

void exception_put(Machine *m, Object **field, Object *value)
{
    set_ref(m, *field, xnewref(value));
}

/* BaseException.__init__ */
int exception_init(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    if (!arg_no_keywords(m, o->type->tp_name, kwnames))
        return -1;
    return exception_set_args(m, o, args, nargs);
}

static int stop_iteration_init(Machine *m, Object *o, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    if (exception_init(m, o, args, nargs, kwnames) < 0)
        return -1;
    exception_put(m, &((ExceptionObject *)o)->value, nargs ? args[0] : m->none);
    return 0;
}

static int system_exit_init(Machine *m, Object *o, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    if (exception_init(m, o, args, nargs, kwnames) < 0)
        return -1;
    exception_put(m, &((ExceptionObject *)o)->value,
                  nargs == 0   ? m->none
                  : nargs == 1 ? args[0]
                               : ((ExceptionObject *)o)->args);
    return 0;
}

bool exception_keywords(Machine *m, const char *type, Object *const *args, size_t nargs,
                        Object *kwnames, const char *const *names, Object **out)
{
    return arg_parse_known(m, type, args + nargs, 0, kwnames, names, 0, 0, out);
}

static int name_error_init(Machine *m, Object *o, Object *const *args, size_t nargs,
                           Object *kwnames)
{
    static const char *const names[] = {"name", NULL};
    Object *out[1];
    if (exception_set_args(m, o, args, nargs) < 0 ||
        !exception_keywords(m, "NameError", args, nargs, kwnames, names, out))
        return -1;
    exception_put(m, &((ExceptionObject *)o)->value, out[0]);
    return 0;
}

static int attribute_error_init(Machine *m, Object *o, Object *const *args, size_t nargs,
                                Object *kwnames)
{
    static const char *const names[] = {"name", "obj", NULL};
    Object *out[2];
    if (exception_set_args(m, o, args, nargs) < 0 ||
        !exception_keywords(m, "AttributeError", args, nargs, kwnames, names, out))
        return -1;
    exception_put(m, &((ExceptionObject *)o)->value, out[0]);
    exception_put(m, &((ExceptionObject *)o)->obj, out[1]);
    return 0;
}

Object *exception_new(Machine *m, Type *type, Object *const *args, size_t n)
{
    Object *e = exception_tp_new(m, type, args, n, NULL);
    if (e && type->slots.tp_init && type->slots.tp_init(m, e, args, n, NULL) < 0)
        clear_ref(m, e);
    return e;
}

/* It is made, but out of the model's sight, with a tuple for its arguments. */
static Object *new_unseen(Machine *m, Type *type, Object *tuple)
{
    int count = m->gc.count[0];
    bool enabled = m->gc.enabled;
    m->gc.enabled = false;
    m->packed_arguments = tuple;
    Object *e = exception_new(m, type, ((TupleObject *)tuple)->item, (size_t)tuple_size(tuple));
    m->packed_arguments = NULL;
    if (e) {
        object_unsee(m, e, (size_t)type->tp_basicsize);
        e->flags &= ~(uint32_t)OBJECT_QUIET;
    }
    m->gc.enabled = enabled;
    m->gc.count[0] = count;
    return e;
}

Object *exception_new_later(Machine *m, Type *type, Object *const *args, size_t n, bool packed)
{
    Object *tuple =
        packed || !n ? tuple_from_array(m, args, (ssize_t)n) : tuple_unseen(m, args, (ssize_t)n);
    Object *e = tuple ? new_unseen(m, type, tuple) : NULL;
    xdecref(m, tuple);
    return e;
}

void exception_make(Machine *m, Object *exception)
{
    if (!exception || !(exception->flags & OBJECT_UNSEEN))
        return;
    tuple_see(m, ((ExceptionObject *)exception)->args);
    object_see(m, exception, (size_t)exception->type->tp_basicsize);
}

static int exception_traverse(Machine *m, Object *o, visitproc visit, void *arg)
{
    ExceptionObject *e = (ExceptionObject *)o;
    int stop = VISIT(e->dict, e->args, e->notes, e->traceback, e->context, e->cause, e->value,
                     e->obj, e->suggestion, e->own_traceback);
    return stop ? stop : visit_each(m, e->extra, EXCEPTION_EXTRAS, visit, arg);
}

static int exception_clear(Machine *m, Object *o)
{
    ExceptionObject *e = (ExceptionObject *)o;
    clear_ref(m, e->dict);
    clear_ref(m, e->args);
    clear_ref(m, e->notes);
    clear_ref(m, e->traceback);
    clear_ref(m, e->own_traceback);
    clear_ref(m, e->context);
    clear_ref(m, e->cause);
    clear_ref(m, e->value);
    clear_ref(m, e->obj);
    clear_ref(m, e->suggestion);
    for (size_t i = 0; i < EXCEPTION_EXTRAS; i++)
        clear_ref(m, e->extra[i]);
    return 0;
}

static void exception_dealloc(Machine *m, Object *o)
{
    gc_untrack(m, o);
    exception_clear(m, o);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

Object *exception_str(Machine *m, Object *o)
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

GETTER(ExceptionObject, context)
GETTER(ExceptionObject, cause)
GETTER(ExceptionObject, traceback)
GETTER(ExceptionObject, value)
GETTER(ExceptionObject, obj)

static int set_args(Machine *m, Object *o, Object *value)
{
    if (!value) {
        error_set(m, EXC_TypeError, "args may not be deleted");
        return -1;
    }
    Object *tuple = sequence_tuple(m, value);
    if (!tuple)
        return -1;
    exception_put(m, &((ExceptionObject *)o)->args, tuple);
    decref(m, tuple);
    return 0;
}

static int set_traceback(Machine *m, Object *o, Object *value)
{
    if (!value || (value != m->none && !is_exact(m, value, traceback))) {
        error_set(m, EXC_TypeError, "%s",
                  value ? "__traceback__ must be a traceback or None"
                        : "__traceback__ may not be deleted");
        return -1;
    }
    exception_put(m, &((ExceptionObject *)o)->traceback, value == m->none ? NULL : value);
    return 0;
}

/* __context__ and __cause__ */
static int set_link(Machine *m, Object **field, Object *value, const char *name, const char *what)
{
    if (!value)
        error_set(m, EXC_TypeError, "%s may not be deleted", name);
    else if (value != m->none && !is_exception(value))
        error_set(m, EXC_TypeError, "exception %s must be None or derive from BaseException", what);
    if (!value || (value != m->none && !is_exception(value)))
        return -1;
    exception_put(m, field, value == m->none ? NULL : value);
    return 0;
}

static int set_context(Machine *m, Object *o, Object *value)
{
    return set_link(m, &((ExceptionObject *)o)->context, value, "__context__", "context");
}

static int set_cause(Machine *m, Object *o, Object *value)
{
    if (set_link(m, &((ExceptionObject *)o)->cause, value, "__cause__", "cause") < 0)
        return -1;
    ((ExceptionObject *)o)->suppress_context = true;
    return 0;
}

static Object *get_suppress(Machine *m, Object *o)
{
    return newref(bool_of(m, ((ExceptionObject *)o)->suppress_context));
}

static int set_suppress(Machine *m, Object *o, Object *value)
{
    if (!value || !is_exact(m, value, bool_)) {
        error_set(m, EXC_TypeError, "%s",
                  value ? "attribute value type must be bool"
                        : "can't delete numeric/char attribute");
        return -1;
    }
    ((ExceptionObject *)o)->suppress_context = value == m->true_;
    return 0;
}

static Object *get_dict(Machine *m, Object *o)
{
    ExceptionObject *e = (ExceptionObject *)o;
    if (!e->dict && !(e->dict = dict_new(m)))
        return NULL;
    return newref(e->dict);
}

static int set_dict(Machine *m, Object *o, Object *value)
{
    if (!instance_dict_fits(m, value))
        return -1;
    exception_put(m, &((ExceptionObject *)o)->dict, value);
    return 0;
}

static Object *with_traceback(Machine *m, Object *self, Object *const *args, size_t nargs,
                              Object *kwnames)
{
    (void)nargs, (void)kwnames;
    return set_traceback(m, self, args[0]) < 0 ? NULL : newref(self);
}

/* Notes are a list, an attribute.  Objects/exceptions.c: BaseException_add_note. */
int exception_add_note(Machine *m, Object *e, Object *note)
{
    Object *key = str_intern_ascii(m, "__notes__"), *notes = NULL;
    int status = key ? object_lookup_attr(m, e, key, &notes) : -1;
    if (status == 0) {
        notes = list_new(m, 0);
        status = notes ? object_setattr(m, e, key, notes) : -1;
    }
    xdecref(m, key);
    if (status >= 0 && !is_list(notes)) {
        error_set(m, EXC_TypeError, "Cannot add note: __notes__ is not a list");
        status = -1;
    }
    if (status >= 0)
        status = list_append(m, notes, note);
    xdecref(m, notes);
    return status < 0 ? -1 : 0;
}

static Object *add_note(Machine *m, Object *self, Object *const *args, size_t nargs,
                        Object *kwnames)
{
    (void)nargs, (void)kwnames;
    if (!is_str(args[0]))
        return error_set(m, EXC_TypeError, "note must be a str, not '%s'", type_name(args[0]));
    return exception_add_note(m, self, args[0]) < 0 ? NULL : newref(m->none);
}

static const MethodDef exception_methods[] = {
    {"__reduce__", exception_reduce, METH_NOARGS, "The type, the arguments, the attributes."},
    {"__setstate__", exception_setstate, METH_O, "Takes attributes over from a dict."},
    {"add_note", add_note, METH_O, "Adds a text that is printed below the exception."},
    {"with_traceback", with_traceback, METH_O, "Sets __traceback__ and gives the exception."},
    {NULL, NULL, 0, NULL},
};
static const GetSetDef exception_getset[] = {
    {"args", get_args, set_args},
    {"__context__", get_context, set_context},
    {"__cause__", get_cause, set_cause},
    {"__traceback__", get_traceback, set_traceback},
    {"__suppress_context__", get_suppress, set_suppress},
    {"__dict__", get_dict, set_dict},
    {NULL, NULL, NULL},
};
/* Members in C: what is deleted reads as None. */
static int set_value(Machine *m, Object *o, Object *value)
{
    exception_put(m, &((ExceptionObject *)o)->value, value ? value : m->none);
    return 0;
}

static int set_obj(Machine *m, Object *o, Object *value)
{
    exception_put(m, &((ExceptionObject *)o)->obj, value ? value : m->none);
    return 0;
}

static const GetSetDef stop_iteration_getset[] = {{"value", get_value, set_value},
                                                  {NULL, NULL, NULL}};
static const GetSetDef system_exit_getset[] = {{"code", get_value, set_value}, {NULL, NULL, NULL}};
static const GetSetDef name_error_getset[] = {{"name", get_value, set_value}, {NULL, NULL, NULL}};
static const GetSetDef attribute_error_getset[] = {
    {"name", get_value, set_value}, {"obj", get_obj, set_obj}, {NULL, NULL, NULL}};

/* All but the object, which may not be fit for it. */
static Object *attribute_error_getstate(Machine *m, Object *self, Object *const *args, size_t nargs,
                                        Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    static const char *const names[] = {"name", "args", NULL};
    ExceptionObject *e = (ExceptionObject *)self;
    Object *const values[] = {e->value, e->args};
    return exception_named_state(m, self, names, values);
}

static Object *attribute_error_reduce(Machine *m, Object *self, Object *const *args, size_t nargs,
                                      Object *kwnames)
{
    Object *state = attribute_error_getstate(m, self, args, nargs, kwnames);
    Object *result =
        state ? tuple_pack(m, 3, (Object *)self->type, ((ExceptionObject *)self)->args, state)
              : NULL;
    xdecref(m, state);
    return result;
}

static const MethodDef attribute_error_methods[] = {
    {"__getstate__", attribute_error_getstate, METH_NOARGS, NULL},
    {"__reduce__", attribute_error_reduce, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

#define EXCEPTION_SLOTS(...)                                                                       \
    .slots = {.tp_dealloc = exception_dealloc,                                                     \
              .tp_repr = exception_repr,                                                           \
              .tp_traverse = exception_traverse,                                                   \
              .tp_clear = exception_clear,                                                         \
              .tp_new = exception_tp_new,                                                          \
              __VA_ARGS__}

/* A subtype's spec says what it adds; the rest is inherited. */
static const TypeSpec exception_specs[EXC_COUNT] = {
#define EXCEPTION(name, base) [EXC_##name] = EXCEPTION_SPEC(#name, .doc = NULL),
#include <pyviz/machine/exceptions.def>
#undef EXCEPTION
};
static const TypeSpec base_exception_spec =
    EXCEPTION_SPEC("BaseException", .getset = exception_getset, .methods = exception_methods,
                   EXCEPTION_SLOTS(.tp_str = exception_str, .tp_init = exception_init));
static const TypeSpec key_error_spec =
    EXCEPTION_SPEC("KeyError", .slots = {.tp_str = key_error_str});
static const TypeSpec stop_iteration_spec = EXCEPTION_SPEC(
    "StopIteration", .getset = stop_iteration_getset, .slots = {.tp_init = stop_iteration_init});
static const TypeSpec system_exit_spec = EXCEPTION_SPEC("SystemExit", .getset = system_exit_getset,
                                                        .slots = {.tp_init = system_exit_init});
static const TypeSpec name_error_spec =
    EXCEPTION_SPEC("NameError", .getset = name_error_getset, .slots = {.tp_init = name_error_init});
static const TypeSpec attribute_error_spec =
    EXCEPTION_SPEC("AttributeError", .getset = attribute_error_getset,
                   .methods = attribute_error_methods, .slots = {.tp_init = attribute_error_init});
/* Where its name is no part of its state. */
static const TypeSpec plain_attribute_error_spec = EXCEPTION_SPEC(
    "AttributeError", .getset = attribute_error_getset, .slots = {.tp_init = attribute_error_init});

/* What CPython allocates for each, where a field or two makes it more than BaseException's. */
static ssize_t size_of(const Machine *m, const Type *type, enum exception_id id)
{
    switch (id) {
    case EXC_StopIteration:
    case EXC_SystemExit:
    case EXC_NameError:
        return 80;
    case EXC_AttributeError:
    case EXC_BaseExceptionGroup:
        return 88;
    case EXC_ExceptionGroup: /* a heap type */
        return m->profile->weakrefs_before_object ? 88 : 96;
    case EXC_ImportError:
        return m->profile->import_error_has_name_from ? 104 : 96;
    case EXC_OSError:
    case EXC_UnicodeDecodeError:
    case EXC_UnicodeEncodeError:
    case EXC_UnicodeTranslateError:
        return 112;
    case EXC_SyntaxError:
        return 136;
    default:
        return type->tp_base->tp_basicsize > EXCEPTION_SIZE ? type->tp_base->tp_basicsize
                                                            : EXCEPTION_SIZE;
    }
}

static const TypeSpec *spec_of(const Machine *m, enum exception_id id)
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
        return m->profile->attribute_error_state_has_name ? &attribute_error_spec
                                                          : &plain_attribute_error_spec;
    case EXC_BaseExceptionGroup:
        return &base_exception_group_spec;
    case EXC_OSError:
        return &os_error_spec;
    case EXC_ImportError:
        return &import_error_spec;
    case EXC_SyntaxError:
        return &syntax_error_spec;
    case EXC_UnicodeDecodeError:
        return &unicode_decode_error_spec;
    case EXC_UnicodeEncodeError:
        return &unicode_encode_error_spec;
    case EXC_UnicodeTranslateError:
        return &unicode_translate_error_spec;
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
        type_setup(m, m->exc[i], spec_of(m, (enum exception_id)i), base);
        m->exc[i]->tp_basicsize = size_of(m, m->exc[i], (enum exception_id)i);
    }
    Type *group = m->exc[EXC_ExceptionGroup];
    group->weak_extra = ++group->nextra;
    group->has_weakrefs = true;
    group->preheader = m->profile->weakrefs_before_object ? 16 : 0;
    return 0;
}

/* The one builtin type with two bases. */
static int exception_group_bases(Machine *m)
{
    const Type *group = m->exc[EXC_BaseExceptionGroup], *exception = m->exc[EXC_Exception];
    Type *type = m->exc[EXC_ExceptionGroup];
    type->tp_bases = tuple_pack(m, 2, group, exception);
    type->tp_mro =
        tuple_pack(m, 5, type, group, exception, m->exc[EXC_BaseException], m->types.object);
    return type->tp_bases && type->tp_mro ? 0 : -1;
}

int exceptions_ready(Machine *m)
{
    if (exception_group_bases(m) < 0)
        return -1;
    for (int i = 0; i < EXC_COUNT; i++)
        if (type_ready(m, m->exc[i]) < 0)
            return -1;
    return 0;
}

int exceptions_boot(Machine *m)
{
    Type *group = m->exc[EXC_ExceptionGroup]; /* made as a class is: it keeps its names */
    group->ht_name = str_from_ascii(m, "ExceptionGroup");
    group->ht_qualname = group->ht_name ? newref(group->ht_name) : NULL;
    m->exc_info = &m->handling;
    m->memory_error = exception_new(m, m->exc[EXC_MemoryError], NULL, 0);
    freelist_fill(m, FREELIST_MEMORY_ERROR, m->pymalloc.freelist[FREELIST_MEMORY_ERROR].max);
    m->refusal_exception = exception_new(m, m->exc[EXC_BaseException], NULL, 0);
    return m->memory_error && m->refusal_exception && group->ht_name ? 0 : -1;
}
