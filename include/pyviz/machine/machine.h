/* The machine: everything that the simulated CPython is, in one struct at the start of its region.
 *
 * The region is one reserved stretch of address space that never moves:
 *
 *   control page | struct Machine | heap, growing up | gap | guard page | the machine's C stack
 *
 * Invariants
 *   - The state at event k is the bytes from struct Machine to the heap's top and the live part of
 *     the C stack, and nothing else.  The control page in front is the host's: it says how far to
 *     run and who watches, and is no state.
 *   - Nothing in here depends on the host's time, randomness or addresses.
 *   - The machine only runs inside machine_run, on its own C stack; frozen, it can be read
 *     freely. */
#ifndef PYVIZ_MACHINE_MACHINE_H
#define PYVIZ_MACHINE_MACHINE_H

#include <pyviz/machine/event.h>
#include <pyviz/machine/heap.h>
#include <pyviz/machine/identifiers.h>
#include <pyviz/machine/object.h>
#include <pyviz/machine/profile.h>
#include <pyviz/machine/pymalloc.h>
#include <pyviz/machine/transcript.h>
#include <pyviz/machine/type.h>

struct buffer;
struct module; /* lang's syntax tree */
struct source;
struct diagnostic;
struct Frame;
struct Op;
struct coroutine;
struct boot_record;

enum machine_status {
    MACHINE_READY,    /* booted and compiled; clock 0; nothing has run */
    MACHINE_RUNNING,  /* frozen at an event */
    MACHINE_FINISHED, /* the program ended by itself; the clock stands at the last event */
    MACHINE_RAISED,   /* ended by an uncaught exception: machine->uncaught */
    MACHINE_REFUSED,  /* met something that is not simulated: machine->refusal */
    MACHINE_LIMIT,    /* a limit was passed: machine->refusal says which */
};

struct machine_limits {
    uint64_t events; /* the clock may not pass this; an endless loop ends here */
    size_t memory;   /* bytes of heap in the region */
    size_t output;   /* bytes printed */
    int recursion;   /* sys.getrecursionlimit() */
};

/* A file that the program's import statements name, found by the host before the boot. */
struct machine_module {
    const char *name; /* "tools.shapes" */
    const char *path; /* absolute: __file__ */
    const char *text; /* "" for a package without __init__.py */
    size_t len;
    bool package, bare; /* a folder; one without __init__.py */
};

struct machine_options {
    const Profile *profile;
    uint64_t hash_seed; /* as PYTHONHASHSEED */
    struct machine_limits limits;
    /* __file__, and what tracebacks call the program; NULL: the source's name */
    const char *script;
    const char *argv0;       /* sys.argv[0]; NULL: as script */
    const char *const *args; /* the rest of sys.argv, UTF-8, ending with NULL; or NULL */
    const char *input;       /* what input() reads, whole; NULL: nothing */
    size_t input_len;
    const struct machine_module *modules;
    size_t nmodules;
    bool is_terminal;                 /* standard output goes on line by line, as on a terminal */
    const struct boot_record *record; /* boot_record.h; NULL: the profile's */
};

/* The host's side.  A run stops at the first event with clock >= target, or for which the observer
 * returns true.  Without an observer an event that is not the target costs an increment and a
 * compare.  One that a glance passes by is not noted, and the observer is not asked. */
typedef bool (*machine_observer)(Machine *m, void *context);
typedef bool (*machine_glance)(const Machine *m, enum event_kind kind, const intptr_t *field,
                               void *context);
struct machine_control {
    /* edge, or 0 while there is an observer: events at or past it are looked at */
    uint64_t horizon;
    uint64_t target;
    uint64_t edge; /* the target or the limit of events, whichever comes first */
    /* run on the machine's stack: they may only read, and must not block */
    machine_observer observer;
    machine_glance glance; /* NULL: nothing is passed by */
    void *context;
    /* what is put in between, in the order of the clocks; the host's */
    const struct machine_what_if {
        uint64_t clock;
        const char *text; /* one statement */
    } * what_if;
    size_t what_ifs;
};
enum { MACHINE_CONTROL_SIZE = 4096 };
static inline struct machine_control *machine_control(const Machine *m)
{
    return (struct machine_control *)((uintptr_t)m - MACHINE_CONTROL_SIZE);
}

/* A program's or a module's text, for tracebacks: in the region, for good. */
struct SourceText {
    const char *name; /* as tracebacks have it */
    const char *text;
    size_t len;
};

/* The text of an example that doctest has run, and the one before it. */
struct ShownText {
    struct ShownText *before;
    struct SourceText text;
};

struct refusal {
    char message[256];
    const struct SourceText *source; /* the file it is in */
    int line, col, end_col;
};

enum {
    SMALL_INT_MIN = -5,
    SMALL_INT_MAX = 256,
    GC_GENERATIONS = 3,
    GC_PERMANENT = 3,
    METHOD_CACHE_SIZE = 4096,
    TYPE_CACHE_SIZE = 1024
};

/* What is being handled: an item of a stack, of which every running generator has one of its own.
 * Include/cpython/pystate.h: _PyErr_StackItem. */
struct ExcInfo {
    Object *handled; /* owned; NULL: nothing here, but perhaps in an item before */
    struct ExcInfo *previous;
};

/* How the counts have gone: one sample every `stride` statements of the program, the oldest first.
 * When there is no more room, every second one goes, and the stride doubles. */
enum { HISTORY_SAMPLES = 96, HISTORY_EARLY = 6 };
struct HistorySample {
    /* in use, as CPython's allocator would count them, more than at the start */
    int64_t bytes, blocks;
    int64_t made; /* objects made by the program so far */
    int64_t collections;
};
struct History {
    uint32_t count, stride;
    uint64_t waiting;      /* statements since the last sample */
    uint64_t early;        /* statements so far, of each its first HISTORY_EARLY runs */
    int64_t bytes, blocks; /* in use when the program began */
    int64_t collections;   /* by then */
    struct HistorySample sample[HISTORY_SAMPLES];
};

/* A function in C that has been called with keywords, and the tuple that its parser made of their
 * names: Include/cpython/modsupport.h, struct _PyArg_Parser. */
struct LateParser {
    const char *function;
    const char *const *names;
    Object *keywords;
};
enum { LATE_PARSERS = 128 };

struct Machine {
    /* time */
    uint64_t clock;
    struct Event event; /* the last event looked at; while frozen: the one at clock */
    enum machine_status status;
    int exit_status; /* as python3's, once it has ended */
    uint64_t done;   /* the clock at program.done; 0: not yet, or nothing is taken down */
    size_t what_ifs; /* of the control's, how many have begun */

    /* memory */
    struct Heap heap;
    struct Pymalloc pymalloc;
    size_t region_size, stack_size;
    char *stack;            /* the lowest address of the C stack, above its guard page */
    struct coroutine *self; /* in the region: where the machine stands while frozen */
    int32_t next_serial;    /* 0: what is made now is the interpreter's own */
    int32_t next_constant;  /* the compiler's */
    uint32_t delete_depth;  /* the trashcan: Objects/object.c */
    Object *delete_later;

    const Profile *profile; /* constant data */
    struct machine_limits limits;
    uint64_t hash_key[2];
    uint64_t hash_seed;

    /* objects that always exist */
    Object *none, *true_, *false_, *not_implemented, *ellipsis;
    Object *empty_tuple, *empty_str, *empty_bytes, *empty_frozenset;
    Object *small_ints[SMALL_INT_MAX - SMALL_INT_MIN + 1];
    Object *latin1[256]; /* one-character strings */
    Object *byte_chars[256];
    struct Interned *interned;  /* str.c: every interned string */
    struct method_cache_entry { /* type.c: names that were sought in classes */
        uint32_t tag;           /* of a class as it was then; 0: none yet */
        Object *name;
    } method_cache[METHOD_CACHE_SIZE];
    uint32_t last_cache_tag, names_displaced;
    struct type_cache_entry { /* type_cache.h */
        const Type *type;
        Object *name;
        Object *const *place; /* of the value in the dict of a class; NULL: there is none */
        uint64_t epoch;
    } type_cache[TYPE_CACHE_SIZE];
    uint64_t class_epoch; /* how often all that was found in classes had to be forgotten */
    struct identifiers id;
    struct {
#define TYPE(field, spec)          Type *field;
#define SUBTYPE(field, spec, base) Type *field;
#include <pyviz/machine/types.def>
#undef TYPE
#undef SUBTYPE
    } types;
    Type *exc[80]; /* by enum exception_id */

    /* execution */
    struct Frame *frame;         /* the innermost; NULL outside the program */
    const struct Frame *leaving; /* has ended and lets go of what it holds, or NULL */
    struct Op *op;               /* the innermost operation under way */
    /* events so far that count for nothing where pace is measured: machine_pace */
    uint64_t hurried;
    int recursion_depth;      /* frames of Python code; on 3.11 nested C functions too */
    bool met_recursion_limit; /* frames of Python code have, once */
    int c_recursion_depth;    /* elsewhere those, in units of which an evaluation loop takes two */
    Object *exception;        /* under way */
    struct ExcInfo handling;  /* of everything but generators */
    /* of what runs now: &handling, or the innermost running generator's */
    struct ExcInfo *exc_info;
    Object *uncaught;
    /* f(*tuple): the tuple, while what is called finds its arguments there */
    Object *packed_arguments;
    /* f(a, k=v) of what takes a tuple and a dict: these, and the names and values in the dict */
    Object *packed_positional, *packed_keywords, *packed_names, *const *packed_values;
    Object *const *held_arguments; /* f(*tuple, **dict): these are held by the two alone */
    bool reported;                 /* what it prints is on standard error: uncaught.c */
    bool has_last;                 /* sys.last_value and its like are set */
    bool lines_gone;   /* sys.modules is empty: tracebacks cannot read source any more */
    int uncaught_line; /* where it was raised, once its traceback is gone */
    Object *memory_error, *refusal_exception; /* made at boot, for when nothing can be made */
    bool no_memory;                           /* a MemoryError is being made */
    struct pin *pins;                         /* object_pin */
    struct refusal refusal;
    bool has_finalizers;    /* some class has a __del__ */
    bool traceback_formats; /* the module traceback prints exceptions, not the interpreter */
    /* there, too: along which names that were meant are sought; None: along none; NULL: along the
     * exception's own; borrowed */
    Object *traceback_sought;
    bool unflushed;     /* a standard stream could not be flushed at the end */
    bool refusing;      /* `exception` is not Python's: unwind everything, catch nothing */
    Object *repr_stack; /* list of the objects whose repr is under way, or NULL */
    struct LateParser late_parsers[LATE_PARSERS];
    size_t nlate_parsers;
    Object *thread_dict; /* in which CPython keeps that list; or NULL */
    struct DataStack *datastack;

    /* modules */
    int64_t abc_registrations; /* with abstract base classes, of any class */
    Object *atexit;            /* list: what is to be called at the end; or NULL */
    /* sys.set_asyncgen_hooks(): called with an asynchronous generator when it is first asked for
     * something, and when nobody refers to it any more; or NULL */
    Object *asyncgen_firstiter, *asyncgen_finalizer;
    Object *main_dict, *builtins_dict, *sys_dict, *modules;
    Object *hidden_modules; /* those that sys.modules does not have: ModuleSpec.hidden; or NULL */
    Object *main_code;
    Object *tree_constants; /* list: what CPython's syntax tree holds while a script runs */

    /* Who is told of lines and calls, or NULL; on: somebody is, and none is being told now; ever:
     * somebody has been. */
    struct {
        Object *function, *profile;
        bool on, inside, ever;
    } tracing;

    /* the collector: see gc.h */
    struct {
        bool enabled, collecting;
        bool telling; /* gc.callbacks of the collection */
        bool ending; /* what the program has left is being taken down */
        /* boot_record.h: begun as recorded; somebody listens; a trace function is called */
        bool recorded, watched, traced, framed, monitored;
        /* Since the last full collection something has run that allocates otherwise than CPython's:
         * the library's own Python code, the compiler. */
        bool unsure;
        int guessed; /* the first line that has asked for a count while unsure; or 0 */
        bool listed; /* the program has asked for all objects, or for all old ones */
        /* that of the generation, when callbacks are told of its collection last */
        int heard_count;
        bool scheduled; /* a collection waits for the evaluation loop's next check (3.12) */
        int debug;      /* gc.set_debug() */
        int threshold[GC_GENERATIONS], count[GC_GENERATIONS];
        GCHead generation[GC_GENERATIONS], permanent;
        /* Objects of CPython's interpreter that the machine does without, by generation: they count
         * where sizes of generations decide. */
        int64_t hidden[GC_GENERATIONS + 1];
        int home;           /* the generation of what was there when the program began */
        int64_t settling;   /* how many of those the first full collection no longer looks at */
        uint8_t loaded[32]; /* module_objects.def: a bit for each that CPython would have loaded */
        int64_t long_lived_total, long_lived_pending;
        /* stand_in.h: Python that stands for C runs; how things were before */
        struct StandIn {
            const struct Frame *frame; /* the outermost, or NULL */
            int count[GC_GENERATIONS];
            uint32_t kept[FREELIST_COUNT];
            bool enabled, scheduled;
            GCHead young; /* what was in the youngest generation */
        } stand_in;
        struct {
            int64_t collections, collected, uncollectable;
        } stats[GC_GENERATIONS];
        Object *callbacks, *garbage; /* lists */
    } gc;

    /* standard output and input */
    struct {
        char *data;
        size_t len, cap;
        uint64_t total;   /* bytes printed so far, also those taken out by machine_take_output */
        bool is_terminal; /* standard output goes on with each line, not when there is much */
        int waiting;      /* pieces written that have not gone on: 0, 1, or 2 for more */
        size_t waiting_bytes;
        size_t buffered; /* bytes that have, but that the operating system has not got */
        Object *pieces;  /* the list that CPython keeps several in, or NULL; ours is empty */
        Object **held;   /* the texts among them */
        size_t nheld, held_cap;
        bool drained; /* the host takes the output out as it comes: freeze when there is much */
    } out;
    struct {
        char *data;
        size_t len, cap;
        uint64_t total; /* as out.total */
    } err;              /* standard error: what the program writes there, warnings */
    struct Transcript transcript;
    const char *input; /* a copy in the region */
    size_t input_len, input_at;

    struct {
        int32_t source, copy, until; /* serial numbers; of the first object made afterwards */
    } copied; /* by the copy module last: what it was given, and what it gave; 0: nothing yet */
    struct {
        Object *context; /* in which operators work, or NULL */
        Object *initial; /* what the first one is a copy of: decimal.DefaultContext */
        Object *hooks;   /* tuple: what Python does for the native part */
    } decimal;
    int64_t slept_ns;  /* by time.sleep() */
    bool clock_shared; /* the clocks go on when they are looked at, not with events */
    uint64_t calls_unseen; /* of the program's functions, while all is hushed */
    uint64_t clock_looks;
    uint64_t unseeded_randoms;    /* generators of random numbers that were seeded from nothing */
    struct History history;       /* history.c */
    double switch_interval;       /* sys.setswitchinterval() */
    bool origins_wanted;          /* coroutines would keep where they were made: asyncio.debug */
    int int_max_str_digits;       /* sys.set_int_max_str_digits(); 0: no limit */
    char *script, *argv0, **args; /* copies in the region; the last ends with NULL */
    struct SourceText source;     /* the program's text, for tracebacks */
    struct ShownText *shown;      /* and those of doctest's examples: the latest */
    struct UserModule *user_modules; /* what lies beside the program: import_user.c */
    uint32_t modules_loaded; /* of those that pyviz brings along: each took long, and no event */
    struct Hush *hush;       /* what is restored when the machine may be seen again: hush.h */
};

/* Reserves a region, boots an interpreter in it and compiles the program.  NULL with *error filled
 * in for what the compiler refuses.  The tree and the source may be freed afterwards. */
Machine *machine_new(const struct machine_options *options, const struct module *tree,
                     const struct source *source, struct diagnostic *error);
void machine_free(Machine *m);

/* Runs until the clock reads target (UINT64_MAX: to the end), the observer stops it, or the program
 * ends.  Returns the status; at the end the clock reads the number of events. */
enum machine_status machine_run(Machine *m, uint64_t target);
void machine_observe(Machine *m, machine_observer observer, void *context);
/* For the observer just given, with its context: what it need not be asked about. */
void machine_pass_by(Machine *m, machine_glance glance);
/* Statements that run in between, each before the first statement of the program's that begins at
 * its clock or later: before the machine has come there.  Not copied. */
void machine_set_what_ifs(Machine *m, const struct machine_what_if *what_if, size_t count);
/* The name of their file, in tracebacks. */
extern const char machine_what_if_name[];
static inline bool machine_ended(const Machine *m)
{
    return m->status >= MACHINE_FINISHED;
}
/* Hands the output collected so far to the host and forgets it: for runs without a timeline. */
void machine_take_output(Machine *m, struct buffer *to);
/* The same for standard error: what the compiler and the program have warned of so far. */
void machine_take_errors(Machine *m, struct buffer *to);
/* What an uncaught exception or a refusal prints on standard error, whole. */
void machine_print_failure(Machine *m, struct buffer *out);
/* The counts as they are now. */
struct HistorySample history_sample(const Machine *m);
/* The program is about to begin. */
void history_begin(Machine *m);
/* What has come since that sample is none of the program's: modules that pyviz brings along. */
void history_leave_out(Machine *m, const struct HistorySample *before);
/* A sample is due: takes it. */
void history_take(Machine *m);
/* A statement of the program begins; how often it has, by now. */
static inline void history_statement(Machine *m, uint32_t runs)
{
    struct History *h = &m->history;
    h->early += runs <= HISTORY_EARLY;
    if (++h->waiting >= h->stride)
        history_take(m);
}
/* How long something has taken for those who watch: events, where an operation or a call that is
 * over counts as A_STEP at most, however many it had. */
enum { A_STEP = 8 };
static inline uint64_t machine_pace(const Machine *m)
{
    return m->clock - m->hurried;
}
static inline void machine_step_over(Machine *m, uint64_t since)
{
    uint64_t events = machine_pace(m) - since;
    if (events > A_STEP)
        m->hurried += events - A_STEP;
}
/* The line of the program being executed, not one of the library's (0: none). */
int machine_line(const Machine *m);

/* ---- the region, as the timeline sees it ----------------------------------------------------- */

struct region_span {
    char *start;
    size_t size;
};
/* The parts that make up the state now: [0] Machine and heap up to its top, [1] the live stack.
 * Both are page-aligned. */
void machine_spans(const Machine *m, struct region_span spans[2]);
/* Before pages are copied back: makes fresh (zero) again what lies above the heap's new top. */
void machine_forget_above(Machine *m, size_t heap_top);
/* A hash of the state without the C stack: equal states at the same address hash equal. */
uint64_t machine_hash(const Machine *m);
/* Walks everything and checks every invariant; returns NULL or what is wrong (static text or buffer
 * in `why`). */
const char *machine_check(Machine *m, struct buffer *why);

#endif
