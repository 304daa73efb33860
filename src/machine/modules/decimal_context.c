/* Contexts of decimal arithmetic: how to round, how large numbers may be, what to raise.  The
 * methods that compute are Python (decimal._context.py). */
#include "decimal_internal.h"

#include "../gc.h"

#include <pyviz/machine/dict.h>

static const char *const rounding_names[DECIMAL_ROUNDINGS] = {
    "ROUND_CEILING", "ROUND_FLOOR",     "ROUND_UP",        "ROUND_DOWN",
    "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"};

static ContextObject *as_context(Object *o)
{
    return (ContextObject *)o;
}

Object *decimal_hook(Machine *m, enum decimal_hook which)
{
    return tuple_item(m->decimal.hooks, which);
}

/* ---- conditions ------------------------------------------------------------------------------ */

int decimal_note(Machine *m, ContextObject *c, uint32_t status)
{
    if (!status)
        return 0;
    c->flags |= status | (status & DECIMAL_ANY_INVALID ? DECIMAL_ANY_INVALID : 0);
    if (!(status & c->traps))
        return 0;
    Object *trapped = int_from_i64(m, status & c->traps);
    Object *none = trapped ? object_call1(m, decimal_hook(m, HOOK_RAISE), trapped) : NULL;
    xdecref(m, trapped);
    xdecref(m, none);
    return -1;
}

/* ---- the current one ------------------------------------------------------------------------- */

static ContextObject *new_context(Machine *m, Type *type)
{
    ContextObject *c = native_new(m, type);
    if (!c)
        return NULL;
    c->prec = 28;
    c->emax = 999999;
    c->emin = -999999;
    c->traps = DECIMAL_ANY_INVALID | DECIMAL_ZERO | DECIMAL_OVERFLOW;
    c->rounding = ROUND_HALF_EVEN;
    c->capitals = 1;
    if (c->ob_base.flags & OBJECT_GC)
        gc_track(m, &c->ob_base);
    return c;
}

static ContextObject *copy_context(Machine *m, const ContextObject *from)
{
    ContextObject *c = new_context(m, m->types.decimal_context);
    if (!c)
        return NULL;
    c->prec = from->prec;
    c->emax = from->emax;
    c->emin = from->emin;
    c->flags = from->flags;
    c->traps = from->traps;
    c->rounding = from->rounding;
    c->capitals = from->capitals;
    c->clamp = from->clamp;
    return c;
}

/* A thread's first context is a copy of DefaultContext. */
ContextObject *decimal_context(Machine *m)
{
    if (!m->decimal.context && m->decimal.initial) {
        ContextObject *c = copy_context(m, as_context(m->decimal.initial));
        if (c)
            c->flags = 0;
        m->decimal.context = (Object *)c;
        m->gc.unsure = true; /* CPython's lies in a context variable, whose tables are made now */
    }
    return as_context(m->decimal.context);
}

ContextObject *decimal_context_argument(Machine *m, Object *o)
{
    if (!o || o == m->none)
        return decimal_context(m);
    if (type_is_subtype(o->type, m->types.decimal_context))
        return as_context(o);
    return error_set(m, EXC_TypeError, "optional argument must be a context");
}

/* ---- rounding modes -------------------------------------------------------------------------- */

static bool find_rounding(Machine *m, Object *name, enum decimal_rounding *rounding)
{
    for (int i = 0; i < DECIMAL_ROUNDINGS; i++)
        if (is_str(name) && str_equals_ascii(name, rounding_names[i])) {
            *rounding = (enum decimal_rounding)i;
            return true;
        }
    error_set(m, EXC_TypeError,
              "valid values for rounding are:\n"
              "  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
              "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n"
              "   ROUND_05UP]");
    return false;
}

bool decimal_rounding_argument(Machine *m, Object *o, const ContextObject *c,
                               enum decimal_rounding *rounding)
{
    *rounding = (enum decimal_rounding)c->rounding;
    return !o || o == m->none || find_rounding(m, o, rounding);
}

static Object *rounding_name(Machine *m, enum decimal_rounding rounding)
{
    return str_intern_ascii(m, rounding_names[rounding]);
}

/* ---- attributes ------------------------------------------------------------------------------ */

static bool whole_number(Machine *m, Object *value, int64_t low, int64_t high, const char *message,
                         int64_t *n)
{
    if (!value) {
        error_set(m, EXC_AttributeError, "context attributes cannot be deleted");
        return false;
    }
    if (!is_int(value)) {
        error_set(m, EXC_TypeError, "an integer is required");
        return false;
    }
    int overflow;
    *n = int_as_i64(value, &overflow);
    if (!overflow && *n >= low && *n <= high)
        return true;
    if (overflow)
        error_set(m, EXC_OverflowError, "Python int too large to convert to C ssize_t");
    else
        error_set(m, EXC_ValueError, "%s", message);
    return false;
}

#define NUMBER_ATTRIBUTE(name, field, low, high, message)                                          \
    static Object *get_##name(Machine *m, Object *o)                                               \
    {                                                                                              \
        return int_from_i64(m, as_context(o)->field);                                              \
    }                                                                                              \
    static int set_##name(Machine *m, Object *o, Object *value)                                    \
    {                                                                                              \
        int64_t n;                                                                                 \
        if (!whole_number(m, value, (low), (high), (message), &n))                                 \
            return -1;                                                                             \
        as_context(o)->field = (__typeof__(as_context(o)->field))n;                                \
        return 0;                                                                                  \
    }

NUMBER_ATTRIBUTE(prec, prec, 1, DECIMAL_MAX_PREC, "valid range for prec is [1, MAX_PREC]")
NUMBER_ATTRIBUTE(emax, emax, 0, DECIMAL_MAX_PREC, "valid range for Emax is [0, MAX_EMAX]")
NUMBER_ATTRIBUTE(emin, emin, -DECIMAL_MAX_PREC, 0, "valid range for Emin is [MIN_EMIN, 0]")
NUMBER_ATTRIBUTE(capitals, capitals, 0, 1, "valid values for capitals are 0 or 1")
NUMBER_ATTRIBUTE(clamp, clamp, 0, 1, "valid values for clamp are 0 or 1")

static Object *get_rounding(Machine *m, Object *o)
{
    return rounding_name(m, (enum decimal_rounding)as_context(o)->rounding);
}

static int set_rounding(Machine *m, Object *o, Object *value)
{
    enum decimal_rounding rounding;
    if (!value) {
        error_set(m, EXC_AttributeError, "context attributes cannot be deleted");
        return -1;
    }
    if (!find_rounding(m, value, &rounding))
        return -1;
    as_context(o)->rounding = (uint8_t)rounding;
    return 0;
}

static const GetSetDef context_getset[] = {
    {"prec", get_prec, set_prec},
    {"Emax", get_emax, set_emax},
    {"Emin", get_emin, set_emin},
    {"rounding", get_rounding, set_rounding},
    {"capitals", get_capitals, set_capitals},
    {"clamp", get_clamp, set_clamp},
    {0},
};

/* ---- the type -------------------------------------------------------------------------------- */

static void context_dealloc(Machine *m, Object *o)
{
    if (o->flags & OBJECT_GC)
        gc_untrack(m, o);
    object_free(m, o, (size_t)o->type->tp_basicsize);
}

static int no_references(Machine *m, Object *o, visitproc visit, void *arg)
{
    (void)m, (void)o, (void)visit, (void)arg;
    return 0;
}

static Object *context_new(NEW_ARGS)
{
    NO_ARGS;
    return (Object *)new_context(m, type);
}

static Object *context_repr(Machine *m, Object *o)
{
    return object_call1(m, decimal_hook(m, HOOK_CONTEXT_REPR), o);
}

/* The bits of a list of signals, or of a dict that says which are on. */
static int read_signals(Machine *m, Object *signals, uint32_t *bits)
{
    if (!signals || signals == m->none)
        return 0;
    Object *n = object_call1(m, decimal_hook(m, HOOK_SIGNAL_BITS), signals);
    if (!n)
        return -1;
    int overflow;
    *bits = (uint32_t)int_as_i64(n, &overflow);
    decref(m, n);
    return 0;
}

static int context_init(Machine *m, Object *o, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const names[] = {"prec",  "rounding", "Emin",  "Emax", "capitals",
                                        "clamp", "flags",    "traps", NULL};
    static int (*const set[])(Machine *, Object *, Object *) = {set_prec, set_rounding, set_emin,
                                                                set_emax, set_capitals, set_clamp};
    Object *out[8];
    if (!arg_parse_known(m, "Context", args, nargs, kwnames, names, 0, 8, out))
        return -1;
    for (size_t i = 0; i < sizeof set / sizeof *set; i++)
        if (out[i] && out[i] != m->none && set[i](m, o, out[i]) < 0)
            return -1;
    return read_signals(m, out[7], &as_context(o)->traps) < 0 ||
                   read_signals(m, out[6], &as_context(o)->flags) < 0
               ? -1
               : 0;
}

BUILTIN(context_copy)
{
    NO_ARGS;
    return (Object *)copy_context(m, as_context(self));
}

BUILTIN(context_clear_flags)
{
    NO_ARGS;
    as_context(self)->flags = 0;
    return newref(m->none);
}

BUILTIN(context_clear_traps)
{
    NO_ARGS;
    as_context(self)->traps = 0;
    return newref(m->none);
}

BUILTIN(context_etiny)
{
    NO_ARGS;
    return int_from_i64(m, as_context(self)->emin - as_context(self)->prec + 1);
}

BUILTIN(context_etop)
{
    NO_ARGS;
    return int_from_i64(m, as_context(self)->emax - as_context(self)->prec + 1);
}

static const MethodDef context_methods[] = {
    {"copy", context_copy, METH_NOARGS, "Another context like this."},
    {"__copy__", context_copy, METH_NOARGS, NULL},
    {"clear_flags", context_clear_flags, METH_NOARGS, "Nothing has been signalled."},
    {"clear_traps", context_clear_traps, METH_NOARGS, "Nothing is raised."},
    {"Etiny", context_etiny, METH_NOARGS, "The smallest exponent of a subnormal number."},
    {"Etop", context_etop, METH_NOARGS, "The largest exponent of a number of full length."},
    {0},
};

const TypeSpec decimal_context_spec = {
    .name = "decimal.Context",
    .flags = TYPE_BASETYPE | TYPE_GC,
    .basicsize = 96,
    .size = sizeof(ContextObject),
    .methods = context_methods,
    .getset = context_getset,
    .doc = "How to round, how large numbers may be, and what to raise.",
    .slots =
        {
            .tp_dealloc = context_dealloc,
            .tp_repr = context_repr,
            .tp_new = context_new,
            .tp_init = context_init,
            .tp_traverse = no_references,
        },
};

/* ---- what Python asks ------------------------------------------------------------------------ */

BUILTIN(core_getcontext)
{
    UNUSED_SELF;
    NO_ARGS;
    ContextObject *c = decimal_context(m);
    return xnewref(c);
}

/* set_current(context) */
BUILTIN(core_set_current)
{
    UNUSED_ONE;
    set_ref(m, m->decimal.context, newref(args[0]));
    return newref(m->none);
}

/* set_initial(context): what the first context is a copy of. */
BUILTIN(core_set_initial)
{
    UNUSED_ONE;
    set_ref(m, m->decimal.initial, newref(args[0]));
    return newref(m->none);
}

/* A context like this in which nothing has been signalled and nothing is raised. */
BUILTIN(core_quiet_copy)
{
    UNUSED_ONE;
    ContextObject *c = copy_context(m, as_context(args[0]));
    if (c)
        c->flags = c->traps = 0;
    return (Object *)c;
}

static uint32_t *status_of(Object *context, Object *traps)
{
    return int_sign(traps) ? &as_context(context)->traps : &as_context(context)->flags;
}

/* signals(context, whether of its traps) */
BUILTIN(core_signals)
{
    UNUSED_ONE;
    return int_from_i64(m, *status_of(args[0], args[1]));
}

/* set_signals(context, whether of its traps, bits) */
BUILTIN(core_set_signals)
{
    UNUSED_ONE;
    int overflow;
    *status_of(args[0], args[1]) = (uint32_t)int_as_i64(args[2], &overflow);
    return newref(m->none);
}

/* note(context, status) */
BUILTIN(core_note)
{
    UNUSED_ONE;
    int overflow;
    return decimal_note(m, as_context(args[0]), (uint32_t)int_as_i64(args[1], &overflow)) < 0
               ? NULL
               : newref(m->none);
}

/* check_rounding(rounding): None stays. */
BUILTIN(core_check_rounding)
{
    UNUSED_ONE;
    enum decimal_rounding rounding;
    return args[0] == m->none || find_rounding(m, args[0], &rounding) ? newref(args[0]) : NULL;
}

/* meet(hooks): enum decimal_hook. */
BUILTIN(core_meet)
{
    UNUSED_SELF;
    (void)kwnames;
    Object *old = m->decimal.hooks;
    if (!(m->decimal.hooks = tuple_from_array(m, args, nargs))) {
        m->decimal.hooks = old;
        return NULL;
    }
    xdecref(m, old);
    return newref(m->none);
}

const MethodDef decimal_context_functions[] = {
    {"getcontext", core_getcontext, METH_NOARGS, "The context in which operators work."},
    {"set_current", core_set_current, METH_O, NULL},
    {"set_initial", core_set_initial, METH_O, NULL},
    {"quiet_copy", core_quiet_copy, METH_O, NULL},
    {"signals", core_signals, METH_FASTCALL, NULL},
    {"set_signals", core_set_signals, METH_FASTCALL, NULL},
    {"note", core_note, METH_FASTCALL, NULL},
    {"check_rounding", core_check_rounding, METH_O, NULL},
    {"meet", core_meet, METH_FASTCALL, NULL},
    {0},
};
