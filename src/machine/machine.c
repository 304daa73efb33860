/* The region, booting an interpreter in it, running and freezing it. */
#include <pyviz/base/buffer.h>
#include <pyviz/base/diagnostic.h>
#include <pyviz/lang/source.h>
#include <pyviz/machine/boot_record.h>
#include <pyviz/machine/coroutine.h>
#include <pyviz/machine/dict.h>
#include <pyviz/machine/errors.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/modules.h>
#include <pyviz/machine/set.h>
#include <pyviz/machine/str.h>
#include <pyviz/machine/tuple.h>

#include "boot.h"
#include "caret.h"
#include "class.h"
#include "code.h"
#include "compile_leavings.h"
#include "compile_source.h"
#include "eval.h"
#include "exceptions.h"
#include "frame.h"
#include "hush.h"
#include "import.h"
#include "module_objects.h"
#include "run.h"
#include "shutdown.h"
#include "uncaught.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

enum { PAGE = 4096, STACK_SIZE = 16 * 1024 * 1024, HOST_AT = 2048 };
static const size_t REGION_SLACK = 64 * 1024 * 1024; /* of heap, beyond the limit */

/* ---- the region ------------------------------------------------------------------------------ */

static size_t page_up(size_t n)
{
    return (n + PAGE - 1) & ~(size_t)(PAGE - 1);
}

static struct coroutine_host *host_of(const Machine *m)
{
    return (struct coroutine_host *)(void *)((char *)machine_control(m) + HOST_AT);
}

/* At the same place each time if that is free: nothing depends on it, but a run can then be
 * repeated to the byte, and equal states have equal bytes. */
static Machine *region_reserve(size_t memory)
{
    void *const place = (void *)(uintptr_t)0x200000000000;
    size_t heap = page_up(sizeof(Machine) + memory + REGION_SLACK);
    size_t size = MACHINE_CONTROL_SIZE + heap + PAGE + STACK_SIZE;
    char *base = mmap(place, size, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (base == MAP_FAILED)
        return NULL;
    Machine *m = (Machine *)(void *)(base + MACHINE_CONTROL_SIZE);
    char *guard = (char *)m + heap;
    mprotect(guard, PAGE, PROT_NONE);
    m->region_size = size;
    m->stack_size = STACK_SIZE;
    m->stack = guard + PAGE;
    return m;
}

void machine_free(Machine *m)
{
    if (m)
        munmap(machine_control(m), m->region_size);
}

void machine_spans(const Machine *m, struct region_span spans[2])
{
    spans[0].start = (char *)(uintptr_t)m;
    spans[0].size = page_up(m->heap.top);
    char *low = coroutine_stack_low(m->self), *end = m->stack + m->stack_size;
    spans[1].start = (char *)((uintptr_t)low & ~(uintptr_t)(PAGE - 1));
    spans[1].size = (size_t)(end - spans[1].start);
}

/* Only what lies below the present top is anything but zero.  A little of it is wiped: it will soon
 * be used again, and to clear a page costs less than to get it anew. */
void machine_forget_above(Machine *m, size_t heap_top)
{
    enum { LITTLE = 4 << 20 };
    char *start = (char *)m + page_up(heap_top), *end = (char *)m + page_up(m->heap.top);
    if (start >= end)
        return;
    if (end - start <= LITTLE)
        memset(start, 0, (size_t)(end - start));
    else
        madvise(start, (size_t)(end - start), MADV_DONTNEED);
}

static uint64_t mix(uint64_t h, uint64_t w)
{
    h = (h ^ w) * 0x9E3779B97F4A7C15u;
    return h ^ h >> 29;
}

uint64_t machine_hash(const Machine *m)
{
    const uint64_t *word = (const uint64_t *)(const void *)m;
    const uint64_t *end =
        (const uint64_t *)(const void *)((const char *)m + (m->heap.top & ~(size_t)7));
    /* The saved registers hold what the C library pleases. */
    const uint64_t *skip = (const uint64_t *)(const void *)m->self;
    const uint64_t *resume = skip + coroutine_size() / sizeof *skip;
    uint64_t h = 0;
    for (; word < end; word++) {
        if (word == skip)
            word = resume;
        h = mix(h, *word);
    }
    return h;
}

/* ---- running --------------------------------------------------------------------------------- */

/* On the machine's own stack?  What only reads a frozen machine runs on the host's, and must never
 * come here: there would be nothing to come back to. */
static bool is_running(const Machine *m)
{
    char here = 0;
    uintptr_t at = (uintptr_t)&here, low = (uintptr_t)m->stack;
    return at >= low && at < low + m->stack_size;
}

void run_freeze(Machine *m)
{
    assert(is_running(m));
    coroutine_suspend(m->self, host_of(m));
}

void run_offer_output(Machine *m)
{
    enum { MUCH = 64 * 1024 };
    if (m->out.drained && m->out.len >= MUCH)
        run_freeze(m);
}

static void run_end(Machine *m, enum machine_status status, int exit_status)
{
    m->status = status;
    m->exit_status = exit_status;
    hush_abandon(m);
    machine_control(m)->horizon = 0; /* noted, also where nobody waits for it */
    EMIT(m, PROGRAM_END, exit_status);
    for (;;)
        run_freeze(m);
}

void run_end_at_once(Machine *m, int exit_status)
{
    run_end(m, MACHINE_FINISHED, exit_status);
}

void run_end_at_limit(Machine *m, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(m->refusal.message, sizeof m->refusal.message, format, args);
    va_end(args);
    m->refusal.line = machine_line(m);
    m->limits.events = UINT64_MAX;
    run_end(m, MACHINE_LIMIT, 1);
}

/* What still runs when the program is over: it cannot change how the program has ended. */
static void run_shutdown(Machine *m)
{
    shutdown_run(m);
    if (m->refusing)
        run_end(m, MACHINE_REFUSED, 1);
}

/* What could not be written is told by the status, whatever it is.  Python/pylifecycle.c:
 * Py_Exit. */
static int status_at_end(const Machine *m, int status)
{
    enum { STATUS_UNFLUSHED = 120 };
    return m->unflushed ? STATUS_UNFLUSHED : status;
}

static void run_program(Machine *m)
{
    m->status = MACHINE_RUNNING;
    EMIT(m, PROGRAM_START, 1);
    Object *result = eval_module(m, m->main_code, m->main_dict);
    if (!m->refusing)
        shutdown_flush(m);
    if (result) {
        decref(m, result);
        run_shutdown(m);
        run_end(m, MACHINE_FINISHED, status_at_end(m, 0));
    }
    if (m->refusing)
        run_end(m, MACHINE_REFUSED, 1);
    error_make(m);
    m->uncaught = error_fetch(m);
    int status = uncaught_report(m);
    if (m->refusing)
        run_end(m, MACHINE_REFUSED, 1);
    run_shutdown(m);
    bool quits = type_is_subtype(m->uncaught->type, m->exc[EXC_SystemExit]);
    run_end(m, quits ? MACHINE_FINISHED : MACHINE_RAISED, status_at_end(m, status));
}

/* ---- booting --------------------------------------------------------------------------------- */

struct boot_args {
    Machine *m;
    const struct machine_options *options;
    const struct module *tree;
    const struct source *source;
    struct diagnostic *error;
    bool ok;
};

static bool copy_text(Machine *m, const char *text, size_t n, char **out)
{
    *out = heap_alloc(m, n + 1);
    if (*out && n)
        memcpy(*out, text, n);
    return *out != NULL;
}

static bool copy_args(Machine *m, const char *const *args)
{
    size_t n = 0;
    while (args && args[n])
        n++;
    if (!(m->args = heap_alloc(m, (n + 1) * sizeof *m->args)))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!copy_text(m, args[i], strlen(args[i]), &m->args[i]))
            return false;
    return true;
}

static bool copy_inputs(Machine *m, const struct machine_options *o, const struct source *source)
{
    char *input = NULL, *text = NULL;
    const char *script = o->script ? o->script : source->name,
               *argv0 = o->argv0 ? o->argv0 : script;
    if (!copy_text(m, script, strlen(script), &m->script) ||
        !copy_text(m, argv0, strlen(argv0), &m->argv0) || !copy_args(m, o->args) ||
        !copy_text(m, o->input, o->input_len, &input) ||
        !copy_text(m, source->text, source->len, &text))
        return false;
    m->input = input;
    m->input_len = o->input_len;
    m->source = (struct SourceText){m->script, text, source->len};
    m->refusal.source = &m->source;
    return true;
}

static bool boot(struct boot_args *b)
{
    Machine *m = b->m;
    if (!copy_inputs(m, b->options, b->source) ||
        !import_copy_modules(m, b->options->modules, b->options->nmodules) || boot_objects(m) < 0)
        return false;
    class_note_subclassed(m, m->profile->subclassed);
    module_objects_boot(m);
    m->next_serial = -1;
    struct compile_options options = {.filename = m->script, .text = &m->source};
    struct compile_leavings leavings;
    options.leavings = &leavings;
    m->main_code = compile_module(m, b->tree, b->source, &options, b->error);
    if (m->main_code && !b->options->record)
        boot_record_assume(m, &leavings);
    return m->main_code != NULL;
}

static void machine_main(void *argument)
{
    struct boot_args *b = argument;
    Machine *m = b->m;
    b->ok = boot(b);
    m->clock = m->hurried = 0;
    m->next_constant = m->next_serial;
    m->out.is_terminal = b->options->is_terminal;
    if (b->ok && b->options->record)
        boot_record_apply(m, b->options->record);
    m->next_serial = 1;
    history_begin(m);
    m->status = MACHINE_READY;
    run_freeze(m);
    run_program(m);
}

/* What the host reads at a compile-time refusal, or when memory is too small to boot. */
static void report_boot_failure(Machine *m, struct diagnostic *error)
{
    if (error->kind != DIAGNOSTIC_NONE)
        return;
    error->kind = m->refusing ? DIAGNOSTIC_NOT_SIMULATED : DIAGNOSTIC_LIMIT;
    snprintf(error->message, sizeof error->message, "%s",
             m->refusing ? m->refusal.message
                         : "the memory limit is too small for this program (--max-memory N sets "
                           "another)");
}

Machine *machine_new(const struct machine_options *options, const struct module *tree,
                     const struct source *source, struct diagnostic *error)
{
    Machine *m = region_reserve(options->limits.memory);
    if (!m) {
        error->kind = DIAGNOSTIC_LIMIT;
        snprintf(error->message, sizeof error->message, "cannot reserve memory for the machine");
        return NULL;
    }
    _Static_assert(sizeof(struct machine_control) <= HOST_AT, "the control page is too small");
    machine_control(m)->horizon = UINT64_MAX;
    m->profile = options->profile;
    m->limits = options->limits;
    m->hash_seed = options->hash_seed;
    hash_seed_key(options->hash_seed, m->hash_key);
    heap_init(m, options->limits.memory);
    m->self = heap_alloc(m, coroutine_size());
    struct boot_args b = {m, options, tree, source, error, false};
    coroutine_prepare(m->self, m->stack, m->stack_size, machine_main, &b);
    coroutine_resume(m->self, host_of(m));
    if (b.ok)
        return m;
    report_boot_failure(m, error);
    machine_free(m);
    return NULL;
}

/* ---- the host's verbs ------------------------------------------------------------------------ */

enum machine_status machine_run(Machine *m, uint64_t target)
{
    struct machine_control *control = machine_control(m);
    if (machine_ended(m) || target <= m->clock)
        return m->status;
    uint64_t limit = m->limits.events;
    control->target = target;
    control->edge = target < limit ? target : limit;
    control->horizon = control->observer ? 0 : control->edge;
    coroutine_resume(m->self, host_of(m));
    return m->status;
}

const char machine_what_if_name[] = "<what if>";

void machine_set_what_ifs(Machine *m, const struct machine_what_if *what_if, size_t count)
{
    machine_control(m)->what_if = what_if;
    machine_control(m)->what_ifs = count;
}

void machine_observe(Machine *m, machine_observer observer, void *context)
{
    machine_control(m)->observer = observer;
    machine_control(m)->glance = NULL;
    machine_control(m)->context = context;
}

void machine_pass_by(Machine *m, machine_glance glance)
{
    machine_control(m)->glance = glance;
}

void machine_take_output(Machine *m, struct buffer *to)
{
    buffer_append(to, m->out.data, m->out.len);
    m->out.len = 0;
}

int machine_line(const Machine *m)
{
    const Frame *f = m->frame;
    while (f && f->code->source != &m->source)
        f = f->previous;
    return f ? f->line : 0;
}

static void print_refusal(Machine *m, struct buffer *out)
{
    struct diagnostic d = {.kind = m->status == MACHINE_LIMIT ? DIAGNOSTIC_LIMIT
                                                              : DIAGNOSTIC_NOT_SIMULATED,
                           .line = m->refusal.line,
                           .col = m->refusal.col,
                           .end_line = m->refusal.line,
                           .end_col = m->refusal.end_col};
    size_t n;
    const char *line = caret_line(m->refusal.source, d.line, &n);
    bool elsewhere = m->refusal.source && m->refusal.source != &m->source;
    snprintf(d.file, sizeof d.file, "%s",
             elsewhere             ? m->refusal.source->name
             : m->script[0] == '<' ? m->script
                                   : m->argv0);
    snprintf(d.message, sizeof d.message, "%s", m->refusal.message);
    snprintf(d.text, sizeof d.text, "%.*s", (int)(n < 500 ? n : 500), line);
    diagnostic_print(&d, out);
}

void machine_print_failure(Machine *m, struct buffer *out)
{
    if (m->status == MACHINE_REFUSED || m->status == MACHINE_LIMIT) {
        print_refusal(m, out);
        return;
    }
    if (!m->uncaught || m->reported)
        return;
    /* str() of the exception runs here, on the host's stack, after the last event. */
    machine_observe(m, NULL, NULL);
    machine_control(m)->horizon = UINT64_MAX;
    error_print(m, m->uncaught, out);
    if (type_is_subtype(m->uncaught->type, m->exc[EXC_MemoryError]))
        buffer_printf(out,
                      "pyviz: the memory limit of %zu MiB was reached (--max-memory N "
                      "sets another)\n",
                      m->limits.memory >> 20);
}
