/* The clocks behind the module time.  None of them is the host's: an event takes a microsecond, and
 * sleep() takes what it says, so that a program sees the same times in every run.  Under `verify`
 * the real CPython shall see them, too: then a look at a clock takes a millisecond, and nothing
 * else takes time (src/app/outside.py).  The calendar is Python: python/time.py.
 * Modules/timemodule.c. */
#include "builtins.h"

#include <pyviz/machine/float.h>
#include <pyviz/machine/int.h>

#include "../frame.h"

#include <math.h>

enum { NS_PER_EVENT = 1000, NS_PER_LOOK = 1000000 };
static const int64_t ns_per_second = 1000000000;
static const int64_t start_of_time = 1735689600; /* 2025-01-01 00:00:00 UTC */

static int64_t working_ns(const Machine *m)
{
    return m->clock_shared ? (int64_t)m->clock_looks * NS_PER_LOOK
                           : (int64_t)m->clock * NS_PER_EVENT;
}
static int64_t elapsed_ns(const Machine *m)
{
    return working_ns(m) + m->slept_ns;
}
static int64_t wall_ns(const Machine *m)
{
    return start_of_time * ns_per_second + elapsed_ns(m);
}
int64_t time_of_files(const Machine *m)
{
    return wall_ns(m);
}

static Object *seconds(Machine *m, int64_t ns)
{
    return float_from_double(m, (double)ns / (double)ns_per_second);
}

/* What the library looks up while it is imported was there before the program, in CPython. */
static void look(Machine *m)
{
    m->clock_looks += !frame_of_library_import(m);
}

#define CLOCK(name, reading)                                                                       \
    BUILTIN(name)                                                                                  \
    {                                                                                              \
        UNUSED_ONE;                                                                                \
        (void)args;                                                                                \
        look(m);                                                                                   \
        return seconds(m, reading(m));                                                             \
    }                                                                                              \
    BUILTIN(name##_ns)                                                                             \
    {                                                                                              \
        UNUSED_ONE;                                                                                \
        (void)args;                                                                                \
        look(m);                                                                                   \
        return int_from_i64(m, reading(m));                                                        \
    }
CLOCK(time_time, wall_ns)
CLOCK(time_monotonic, elapsed_ns)
CLOCK(time_process, working_ns)

/* A clock by its number: what it tells, without looking; false with an exception. */
static bool clock_reading(Machine *m, Object *number, int64_t *ns)
{
    static int64_t (*const readings[])(const Machine *) = {wall_ns, elapsed_ns, working_ns,
                                                           working_ns};
    enum { CLOCKS = sizeof readings / sizeof *readings, CLOCK_MONOTONIC_NUMBER = 1 };
    Object *index = number_index(m, number);
    int overflow;
    int64_t id = index ? int_as_i64(index, &overflow) : 0;
    xdecref(m, index);
    if (!index && m->profile->clock_id_is_named && error_matches(m, EXC_TypeError)) {
        error_clear(m);
        error_set(m, EXC_TypeError, "clk_id should be integer, not %T", number);
    }
    if (!index)
        return false;
    if (id < 0 || id >= CLOCKS) {
        error_not_simulated(m, "the clock %R", number);
        return false;
    }
    if (id != CLOCK_MONOTONIC_NUMBER) /* which is read without a look: src/app/outside.py */
        look(m);
    *ns = readings[id](m);
    return true;
}

BUILTIN(time_clock_gettime)
{
    UNUSED_ONE;
    int64_t ns;
    if (!clock_reading(m, args[0], &ns))
        return NULL;
    return float_from_double(m, (double)(ns / ns_per_second) + (double)(ns % ns_per_second) * 1e-9);
}

BUILTIN(time_clock_gettime_ns)
{
    UNUSED_ONE;
    int64_t ns;
    return clock_reading(m, args[0], &ns) ? int_from_i64(m, ns) : NULL;
}

/* How long, rounded up to whole nanoseconds; false with an exception. */
static bool duration(Machine *m, Object *o, int64_t *ns)
{
    if (is_float(o)) {
        double v = ceil(float_value(o) * (double)ns_per_second), limit = 0x1p63;
        bool early = m->profile->sleep_takes_two_to_63;
        if (isnan(v))
            error_set(m, EXC_ValueError, "Invalid value NaN (not a number)");
        else if (early && v == limit)
            *ns = INT64_MIN; /* it has let this one through */
        else if (v < -limit || v >= limit)
            error_set(m, EXC_OverflowError,
                      early ? "timestamp too large to convert to C _PyTime_t"
                            : "timestamp out of range for platform time_t");
        else
            *ns = (int64_t)v;
        return !error_occurred(m);
    }
    Object *index = number_index(m, o);
    if (!index)
        return false;
    int overflow;
    int64_t v = int_as_i64(index, &overflow);
    decref(m, index);
    if (overflow || __builtin_mul_overflow(v, ns_per_second, ns)) {
        error_set(m, EXC_OverflowError, "timestamp too large to convert to C %s",
                  m->profile->time_type);
        return false;
    }
    return true;
}

BUILTIN(time_sleep)
{
    UNUSED_ONE;
    int64_t ns = 0;
    if (!duration(m, args[0], &ns))
        return NULL;
    if (ns < 0)
        return error_set(m, EXC_ValueError, "sleep length must be non-negative");
    m->slept_ns += ns;
    return newref(m->none);
}

static const MethodDef time_methods[] = {
    {"clock_gettime", time_clock_gettime, METH_O, "What a clock tells, in seconds."},
    {"clock_gettime_ns", time_clock_gettime_ns, METH_O, "The same in nanoseconds."},
    {"monotonic", time_monotonic, METH_NOARGS, "Seconds since the program began."},
    {"monotonic_ns", time_monotonic_ns, METH_NOARGS, "The same in nanoseconds."},
    {"perf_counter", time_monotonic, METH_NOARGS, "Seconds since the program began."},
    {"perf_counter_ns", time_monotonic_ns, METH_NOARGS, "The same in nanoseconds."},
    {"process_time", time_process, METH_NOARGS, "Seconds of work, sleep left out."},
    {"process_time_ns", time_process_ns, METH_NOARGS, "The same in nanoseconds."},
    {"sleep", time_sleep, METH_O, "Lets the clocks advance by so many seconds."},
    {"thread_time", time_process, METH_NOARGS, "Seconds of work of this thread."},
    {"thread_time_ns", time_process_ns, METH_NOARGS, "The same in nanoseconds."},
    {"time", time_time, METH_NOARGS, "Seconds since 1970."},
    {"time_ns", time_time_ns, METH_NOARGS, "Nanoseconds since 1970."},
    {NULL, NULL, 0, NULL},
};

const ModuleSpec time_module = {
    .name = "time",
    .doc = "Clocks that tell the machine's own time.",
    .methods = time_methods,
    .python = true,
    .of_c = true,
    .missing = "CLOCK_BOOTTIME CLOCK_MONOTONIC_RAW CLOCK_TAI clock_getres clock_settime "
               "clock_settime_ns pthread_getcpuclockid",
};
