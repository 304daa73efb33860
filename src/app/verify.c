#include "verify.h"

#include <pyviz/app/builtin.h>
#include <pyviz/machine/boot_record.h>
#include <pyviz/machine/inspect.h>

#include "program.h"
#include "verify_child.h"
#include "verify_collections.h"
#include "verify_held.h"
#include "verify_open.h"
#include "verify_plan.h"
#include "verify_python.h"
#include "verify_result.h"
#include "verify_text.h"
#include "verify_walk.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

struct verify {
    struct cli cli;
    struct verify_result *result;
    struct program program;
    Machine *m;
    struct plan plan;
    struct buffer plan_text, words, imports;
    struct child child;
    int line;       /* of the statement that began last, in the machine */
    size_t printed; /* bytes of CPython's output that have been compared */
    size_t printed_here;
    int lines_printed;
    bool out_of_step;    /* the two no longer run the same statements */
    bool observed;       /* the observer has begun to tell */
    bool waits;          /* the machine stands at a statement to which CPython is yet to come */
    int waiting;         /* that one */
    uint64_t calls_seen; /* of those that were hushed: statements in others may be passed by */
    uint64_t passed;     /* statements of CPython's, there */
    bool at_end;         /* it has told of the module's end */
    int cut_off;         /* the line behind which it told no more, when the program went on; or 0 */
    bool at_statement;   /* the machine stands at one */
    bool sampled;        /* not every statement was looked at */
    bool unwatched;      /* the rest of a long run */
    bool too_deep;       /* it recurses so deep that only its output can be compared */
    bool collected;      /* the collector has run by itself */
    bool half_aged;      /* of the constants the collector knows some, others not */
    bool give_up;        /* the collector has run all the same */
    bool collector_off;  /* while the statements are compared */
    bool untold;         /* of some of its runs the recorder could not be told */
    bool unsure;         /* not all of the collector's counts could be compared */
    bool asks_collector; /* the program imports gc */
    uint64_t miscounted; /* of the collector's counts, where it does not */
    int64_t collections; /* when the program began */
    struct walk_open open;
    struct buffer moment;           /* the observer's lines of one */
    struct verify_difference found; /* at the moment under comparison; text NULL: nothing new */
    bool differs;
    struct held held;  /* since CPython, watched, has printed something else */
    bool prints_alike; /* left alone, it has not, nor ended otherwise */
};

/* ---- differences ----------------------------------------------------------------------------- */

static void note_difference(struct verify *v, const char *text)
{
    v->differs = true;
    if (!result_is_new(v->result, text))
        return;
    if (v->found.text)
        v->found.more++;
    else
        v->found = (struct verify_difference){.line = v->line, .text = base_strdup(text)};
}

static void differs(void *context, const char *text)
{
    note_difference(context, text);
}

/* The end of a moment: what is new about it becomes a difference of the result. */
static void settle(struct verify *v)
{
    struct verify_result *r = v->result;
    r->differing += v->differs;
    v->differs = false;
    if (v->found.text)
        result_add(r, v->found);
    v->found = (struct verify_difference){0};
}

static void differ(struct verify *v, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void differ(struct verify *v, const char *format, ...)
{
    struct buffer text = {0};
    va_list args;
    va_start(args, format);
    buffer_vprintf(&text, format, args);
    va_end(args);
    note_difference(v, buffer_text(&text));
    buffer_free(&text);
}

/* What the collector counts is a figure of the program's where it asks for the collector; elsewhere
 * it is said. */
static void count_differs(struct verify *v, const char *text)
{
    if (v->asks_collector)
        note_difference(v, text);
    else
        v->miscounted++;
}

/* ---- the machine, statement by statement ----------------------------------------------------- */

static bool at_statement(Machine *m, void *context)
{
    struct verify *v = context;
    v->collected = v->collected || m->event.kind == EVENT_GC_START;
    v->at_statement = m->event.kind == EVENT_STATEMENT && inspect_in_program(m);
    return v->at_statement;
}

/* To where the observer stops it, or to the end; a signal meanwhile ends the process, with the
 * status of other interrupts and nothing left behind: the machine may be anywhere. */
static void run_machine(struct verify *v)
{
    enum { SLICE = 1000000 };
    v->at_statement = false;
    while (!v->at_statement && !machine_ended(v->m)) {
        machine_run(v->m, v->m->clock + SLICE);
        int signal = child_signal();
        if (signal) {
            child_finish(&v->child);
            fputs("pyviz: interrupted\n", stderr);
            _exit(128 + signal);
        }
    }
}

enum { AT_END = -1, NOWHERE = -2 };

static int next_statement(struct verify *v)
{
    int line, col;
    if (v->waits) {
        v->waits = false;
        return v->waiting;
    }
    machine_observe(v->m, at_statement, v);
    run_machine(v);
    machine_observe(v->m, NULL, NULL);
    if (machine_ended(v->m))
        return AT_END;
    inspect_frame_place(v->m->frame, &line, &col);
    v->result->statements++;
    int n = plan_find(&v->plan, line, col);
    return n < 0 ? NOWHERE : n;
}

static bool is_refused(const struct verify *v)
{
    return v->m->status == MACHINE_REFUSED || v->m->status == MACHINE_LIMIT;
}

static void say_place(const struct verify *v, int n, struct buffer *out)
{
    if (n == AT_END)
        buffer_puts(out, "the program has ended");
    else if (n < 0 || n >= v->plan.count)
        buffer_puts(out, "another statement begins");
    else
        buffer_printf(out, "line %d begins", v->plan.statement[n].pos.line);
}

/* Near the limit of recursion there is less room for a program that is watched. */
static bool is_deep(const Machine *m)
{
    enum { ROOM = 100 };
    int in_c = m->profile->c_recursion_limit;
    return m->recursion_depth > m->limits.recursion - ROOM ||
           (in_c && m->c_recursion_depth > in_c - ROOM);
}

/* Statements are compared no longer where the program has turned the collector on, and it has run;
 * and where it has met the limit of recursion, which it meets a little earlier when it is
 * watched. */
static bool give_up(struct verify *v)
{
    if (v->m->met_recursion_limit)
        return v->out_of_step = v->too_deep = true;
    if (!v->collector_off || !v->collected)
        return false;
    return v->out_of_step = v->give_up = true;
}

static void fall_out_of_step(struct verify *v, int real, int ours)
{
    if (give_up(v))
        return;
    if (is_deep(v->m)) {
        v->out_of_step = v->too_deep = true;
        return;
    }
    struct buffer a = {0}, b = {0};
    say_place(v, ours, &a);
    say_place(v, real, &b);
    differ(v, "after it %s here, %s in CPython", buffer_text(&a), buffer_text(&b));
    buffer_free(&a);
    buffer_free(&b);
    v->out_of_step = true;
    settle(v);
}

/* Is the module's own code running, or what it has called? */
static bool in_module(const Machine *m)
{
    return inspect_frame_count(m) && inspect_frame_is_module(m, inspect_frame(m, 0));
}

/* Has the program's own code run hushed just now, as __str__ does for a traceback?  CPython's
 * statement is one of there, then; the machine waits at its own. */
static bool is_unseen_here(struct verify *v, int real, int ours)
{
    enum { MOST = 10000 };
    if (v->m->calls_unseen == v->calls_seen || real == AT_END || v->passed >= MOST)
        return false;
    v->passed++;
    v->waiting = ours;
    return v->waits = true;
}

/* Runs the machine to the statement that CPython has come to; AT_END: to its end.  Statements for
 * which CPython has no code are passed by; false: those that are not seen here, as well. */
static bool follow(struct verify *v, int real)
{
    for (;;) {
        int line = v->line, ours = next_statement(v);
        if (v->m->tracing.on) { /* it watches itself, and would watch the observer */
            v->out_of_step = true;
            return false;
        }
        const struct plan_statement *s = ours >= 0 ? &v->plan.statement[ours] : NULL;
        if (ours == real) {
            v->calls_seen = v->m->calls_unseen;
            return true;
        }
        if (real == AT_END && ours >= 0 && !in_module(v->m))
            continue; /* a __del__ that runs when the module has returned */
        if (ours == AT_END && is_refused(v))
            return false;
        if (is_unseen_here(v, real, ours))
            return false;
        if (!s || (s->has_code && !s->may_vanish)) {
            v->line = line;
            fall_out_of_step(v, real, ours);
            return false;
        }
    }
}

/* The statement at which both stand is the last one from now on. */
static void stand(struct verify *v, int n)
{
    if (n >= 0 && n < v->plan.count)
        v->line = v->plan.statement[n].pos.line;
}

/* ---- what has been printed ------------------------------------------------------------------- */

static int lines_in(struct text text)
{
    int lines = 0;
    for (size_t i = 0; i < text.len; i++)
        lines += text.data[i] == '\n';
    return lines;
}

/* The line around a place of a text, for people. */
static void say_line(struct text text, size_t at, struct buffer *out)
{
    size_t start = at < text.len ? at : text.len, end;
    while (start && text.data[start - 1] != '\n')
        start--;
    for (end = start; end < text.len && text.data[end] != '\n' && end - start < 60; end++)
        ;
    buffer_putc(out, '"');
    buffer_append(out, text.data + start, end - start);
    buffer_puts(out, end < text.len && text.data[end] != '\n' ? "..." : "");
    buffer_putc(out, '"');
}

static void say_texts_differ(struct verify *v, const char *what, int line, struct text real,
                             struct text ours, const struct text_match *match)
{
    struct buffer a = {0}, b = {0};
    line += lines_in((struct text){real.data, match->real});
    say_line(ours, match->ours, &a);
    say_line(real, match->real, &b);
    differ(v, "line %d of %s is %s here, %s in CPython", line, what, buffer_text(&a),
           buffer_text(&b));
    buffer_free(&a);
    buffer_free(&b);
}

/* Texts as a whole. */
static void compare_texts(struct verify *v, const char *what, struct text real, struct text ours)
{
    struct text_match match = {.fleeting = true};
    v->result->figures++;
    if (text_compare(real, ours, &match) != TEXT_ALIKE || match.real < real.len ||
        match.ours < ours.len)
        say_texts_differ(v, what, 1, real, ours, &match);
    v->open.addresses += match.addresses;
    v->open.temporaries += match.temporaries;
}

/* Standard output up to now, of which CPython has written so many bytes. */
static void compare_printed(struct verify *v, size_t real_len)
{
    struct buffer more = {0};
    const char *data = v->m->out.data ? v->m->out.data : "";
    size_t len = v->m->out.len - v->m->out.waiting_bytes;
    if (real_len > v->printed)
        child_read(v->child.out, v->printed, real_len - v->printed, &more);
    struct text real = {buffer_text(&more), more.len};
    struct text ours = {data + v->printed_here, len > v->printed_here ? len - v->printed_here : 0};
    struct text_match match = {0};
    v->result->figures++;
    enum text_relation relation = text_compare(real, ours, &match);
    v->open.addresses += match.addresses;
    v->open.temporaries += match.temporaries;
    v->printed_here += match.ours;
    bool waits = relation == TEXT_ALIKE && match.real == real.len &&
                 !memchr(ours.data + match.ours, '\n', ours.len - match.ours);
    if (!waits) { /* or else a part of a line does, further on */
        held_begin(&v->held, v->result, v->line);
        if (relation == TEXT_ADDRESSES)
            differ(v, "what is one address in the output here, is not one in CPython, or the "
                      "other way round");
        else
            say_texts_differ(v, "the output", v->lines_printed + 1, real, ours, &match);
        v->printed_here = len;
    }
    v->printed = real_len;
    v->lines_printed += lines_in(real);
    buffer_free(&more);
}

/* ---- moments --------------------------------------------------------------------------------- */

/* What the observer says at a statement. */
struct moment {
    int statement; /* AT_END: the end of the module */
    size_t printed;
    long collections;
    int counts[GC_GENERATIONS]; /* the collector's; -1: not told */
    char **lines;
    size_t count;
};

/* How often the machine's collector has run. */
static int64_t collections(const Machine *m)
{
    int64_t n = 0;
    for (int i = 0; i < GC_GENERATIONS; i++)
        n += m->gc.stats[i].collections;
    return n;
}

/* Is CPython watched by a trace function, not by its monitoring? */
static bool is_traced(const struct verify *v)
{
    return !strncmp(v->result->version, "3.11.", 5);
}

/* Until the collector has run by itself, which being watched brings about at another time.  At the
 * end of the module its frame is gone here, and still there in CPython. */
static void compare_counts(struct verify *v, const struct moment *moment)
{
    if (moment->statement == AT_END)
        return;
    if (v->m->gc.unsure) {
        v->unsure = true;
        return;
    }
    for (int i = 0; i < GC_GENERATIONS && moment->counts[i] >= 0 && !v->collected; i++) {
        v->result->figures++;
        if (moment->counts[i] != v->m->gc.count[i]) {
            char text[96];
            snprintf(text, sizeof text, "gc.get_count()[%d] is %d here, %d in CPython", i,
                     v->m->gc.count[i], moment->counts[i]);
            count_differs(v, text);
        }
    }
}

static void compare_moment(struct verify *v, const struct moment *moment)
{
    struct walk walk = {
        .m = v->m,
        .traced = is_traced(v),
        .half_aged = v->half_aged,
        .collected = v->collected || moment->collections != collections(v->m) - v->collections,
        .differs = differs,
        .context = v,
        .words = buffer_text(&v->words),
        .open = &v->open,
    };
    v->collected = walk.collected;
    if (give_up(v))
        return;
    /* what a traceback makes the program print is yet to come there */
    if (moment->statement != AT_END)
        compare_printed(v, moment->printed);
    compare_counts(v, moment);
    walk_compare(&walk, moment->lines, moment->count);
    v->result->figures += walk.figures;
    v->result->compared++;
    settle(v);
}

/* The lines up to the one with a dot.  False at the end of the pipe. */
static bool take_lines(struct verify *v, struct moment *moment)
{
    size_t cap = 0, *start = NULL;
    char *line;
    buffer_clear(&v->moment);
    while ((line = child_line(&v->child)) && strcmp(line, ".") != 0) {
        if (moment->count == cap) {
            cap = cap ? cap * 2 : 64;
            start = base_realloc(start, cap * sizeof *start);
        }
        start[moment->count++] = v->moment.len;
        buffer_append(&v->moment, line, strlen(line) + 1);
    }
    moment->lines = base_calloc(moment->count + 1, sizeof *moment->lines);
    for (size_t i = 0; i < moment->count; i++)
        moment->lines[i] = v->moment.data + start[i];
    base_free(start);
    return line != NULL;
}

/* "S n printed collections" and the lines behind it.  False at the end of the pipe. */
static bool take_moment(struct verify *v, const char *head)
{
    struct moment moment = {0};
    sscanf(head, "S %d %zu %ld %d %d %d", &moment.statement, &moment.printed, &moment.collections,
           &moment.counts[0], &moment.counts[1], &moment.counts[2]);
    bool ok = take_lines(v, &moment);
    if (ok && follow(v, moment.statement)) {
        if (moment.statement != AT_END || !v->m->has_finalizers)
            compare_moment(v, &moment);
        stand(v, moment.statement);
    }
    v->at_end = v->at_end || moment.statement == AT_END;
    base_free(moment.lines);
    return ok;
}

static bool next_number(char **line, int *n)
{
    char *end;
    *n = (int)strtol(*line, &end, 10);
    bool found = end != *line;
    *line = end;
    return found;
}

static void take_statements(struct verify *v, char *line)
{
    int real;
    v->sampled = true;
    while (!v->out_of_step && !is_refused(v) && next_number(&line, &real))
        if (follow(v, real))
            stand(v, real);
}

static int64_t next_wide(char **line)
{
    return strtoll(*line, line, 10);
}

static void read_record(struct boot_record *record, char *line)
{
    int64_t *const rows[] = {
        record->count,        record->objects,           record->collections,
        record->collected,    &record->long_lived_total, &record->long_lived_pending,
        &record->free.lists,  &record->free.dicts,       &record->free.dict_keys,
        &record->free.slices, record->free.tuples};
    static const int lengths[] = {
        GC_GENERATIONS, GC_GENERATIONS + 1, GC_GENERATIONS, GC_GENERATIONS, 1, 1, 1, 1, 1, 1,
        FREE_TUPLES};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        for (int k = 0; k < lengths[i]; k++)
            rows[i][k] = next_wide(&line);
    record->shared_clock = strstr(line, " alike ") != NULL;
    const char *tracked = strchr(line, 'c');
    record->tracked = tracked ? tracked + 1 : "";
    char *last = strrchr(line, ' ');
    if (last && tracked && last > tracked) {
        *last = '\0';
        record->subclassed = last + 1;
    }
}

/* The program begins in CPython: here as well, from the same counts and free lists. */
static void take_record(struct verify *v, char *line, bool watched)
{
    struct boot_record record = {
        .watched = watched,
        .traced = !watched && is_traced(v),
        .framed = is_traced(v),
        .disabled = !watched && v->collector_off,
        .monitored = !watched && !strncmp(v->result->version, "3.12.", 5),
    };
    read_record(&record, line);
    v->half_aged = strchr(record.tracked, '0') && strchr(record.tracked, '1');
    if (program_boot_again(&v->program, &v->cli, &record, &v->result->failure) != EXIT_FINE)
        v->result->outcome = VERIFY_STOPPED;
    v->m = v->program.machine;
    if (v->m)
        v->collections = collections(v->m);
}

static void take_codes(struct verify *v, char *line)
{
    for (int n; next_number(&line, &n);)
        if (n >= 0 && n < v->plan.count)
            v->plan.statement[n].has_code = true;
}

/* ---- the real one ---------------------------------------------------------------------------- */

static struct child_options options_of(const struct verify *v, enum child_company company)
{
    const struct source *source = &v->program.source;
    const struct cli *cli = &v->cli;
    bool is_file = !cli->code && strcmp(cli->file, "-") != 0;
    bool is_builtin = is_file && program_is_builtin(cli);
    return (struct child_options){
        .python = cli->with ? cli->with : "python3",
        .company = company,
        .collector_off = v->collector_off && company == CHILD_OBSERVED,
        .script = cli->code ? NULL : cli->file,
        .code = cli->code,
        .name = is_builtin ? source->name : NULL,
        .args = cli->args,
        .text = source->text,
        .text_len = source->len,
        .plan = buffer_text(&v->plan_text),
        .plan_len = v->plan_text.len,
        .words = buffer_text(&v->words),
        .words_len = v->words.len,
        .imports = buffer_text(&v->imports),
        .imports_len = v->imports.len,
        .input = v->program.input.data,
        .input_len = v->program.input.len,
        .hash_seed = cli->hash_seed,
        .max_output = cli->limits.output,
        .seconds = cli->time_limit,
    };
}

/* Tracebacks may name the file by its absolute path: as it was given. */
static void shorten_paths(const struct verify *v, bool is_real, struct buffer *text)
{
    struct buffer found = {0}, out = {0};
    char folder[4096];
    const char *name = v->program.source.name;
    if (v->cli.code || name[0] == '/' || !strcmp(v->cli.file, "-"))
        return;
    if (!getcwd(folder, sizeof folder))
        return;
    if (is_real && program_is_builtin(&v->cli))
        snprintf(folder, sizeof folder, "%s", v->child.folder);
    buffer_printf(&found, "File \"%s/%s\"", folder, !strncmp(name, "./", 2) ? name + 2 : name);
    const char *rest = buffer_text(text), *hit;
    while ((hit = strstr(rest, buffer_text(&found)))) {
        buffer_append(&out, rest, (size_t)(hit - rest));
        buffer_printf(&out, "File \"%s\"", name);
        rest = hit + found.len;
    }
    buffer_puts(&out, rest);
    buffer_free(text);
    buffer_free(&found);
    *text = out;
}

/* What CPython has written to standard error; was the recorder told of all runs of the collector?
 */
static bool read_errors(struct verify *v, struct buffer *err)
{
    struct buffer all = {0};
    child_read(v->child.err, 0, SIZE_MAX, &all);
    size_t untold = text_leave_recorder_out((struct text){buffer_text(&all), all.len}, err);
    buffer_free(&all);
    return untold == 0;
}

/* All that was printed, and what of standard error the program has to answer for. */
static void compare_output(struct verify *v, struct buffer *errors)
{
    struct buffer out = {0}, err = {0}, own = {0}, real = {0}, ours = {0};
    child_read(v->child.out, 0, SIZE_MAX, &out);
    read_errors(v, &err);
    shorten_paths(v, true, &err);
    shorten_paths(v, false, errors);
    compare_texts(v, "the output", (struct text){buffer_text(&out), out.len},
                  (struct text){v->m->out.data ? v->m->out.data : "", v->m->out.len});
    v->open.frames += text_leave_library_out((struct text){buffer_text(&err), err.len}, &own);
    v->open.sizes += text_leave_sizes_out((struct text){buffer_text(&own), own.len}, &real);
    text_leave_sizes_out((struct text){buffer_text(errors), errors->len}, &ours);
    compare_texts(v, "standard error", (struct text){buffer_text(&real), real.len},
                  (struct text){buffer_text(&ours), ours.len});
    static const char lacks[] = "\nModuleNotFoundError: No module named";
    if (strstr(buffer_text(errors), lacks) && !strstr(buffer_text(&own), lacks))
        buffer_puts(&v->result->notes,
                    "a module is installed there that pyviz has not: it has CPython's library, "
                    "and what lies beside the program\n");
    buffer_free(&out);
    buffer_free(&err);
    buffer_free(&own);
    buffer_free(&real);
    buffer_free(&ours);
}

/* When both have ended: what they have printed, and how they ended. */
static void compare_ends(struct verify *v, struct buffer *errors)
{
    int status =
        WIFEXITED(v->child.status) ? WEXITSTATUS(v->child.status) : 128 + WTERMSIG(v->child.status);
    uint64_t differing = v->result->differing;
    v->open.listed = v->m->gc.listed;
    if (!v->m->tracing.ever)
        compare_output(v, errors);
    v->result->figures++;
    if (status != v->m->exit_status)
        differ(v, "the exit status is %d here, %d in CPython", v->m->exit_status, status);
    settle(v);
    v->prints_alike = !v->m->tracing.ever && v->result->differing == differing;
}

/* Did the child come to its end?  If not, the result says why. */
static bool has_ended(struct verify *v)
{
    child_await(&v->child);
    if (v->child.end == CHILD_ENDED)
        return true;
    v->result->signal = v->child.signal;
    if (v->child.end == CHILD_TIMED_OUT)
        result_fail(
            v->result,
            "pyviz: under CPython the program has not ended within %d seconds (--time-limit): "
            "stopped\n",
            v->cli.time_limit);
    else
        result_fail(v->result, "pyviz: interrupted\n");
    return false;
}

/* The machine ended at what it does not simulate, or at a limit. */
static void say_refusal(struct verify *v)
{
    program_refusal(v->m, &v->result->failure);
    buffer_printf(&v->result->notes,
                  "compared until it ended: %" PRIu64 " statements, %" PRIu64 " figures\n",
                  v->result->statements, v->result->figures);
    v->result->outcome = VERIFY_STOPPED;
}

/* Nothing more comes from the observer: CPython has ended there, or the observer alone has. */
static void note_silence(struct verify *v)
{
    if (v->at_end || v->out_of_step || !v->m || is_refused(v))
        return;
    if (next_statement(v) != AT_END)
        v->cut_off = v->line;
}

static bool observe(struct verify *v)
{
    struct child_options options = options_of(v, CHILD_OBSERVED);
    char *line;
    if (!child_start(&v->child, &options, &v->result->failure)) {
        v->result->outcome = VERIFY_STOPPED;
        return false;
    }
    while (!is_refused(v) && (line = child_line(&v->child))) {
        v->observed = true;
        if (line[0] == 'S') {
            if (!take_moment(v, line))
                break;
        } else if (line[0] == 'L') {
            take_statements(v, line + 1);
        } else if (line[0] == 'C') {
            take_codes(v, line + 1);
        } else if (line[0] == 'R') {
            take_record(v, line + 1, false);
        } else if (line[0] == 'Q') {
            v->out_of_step = v->unwatched = true;
        } else if (line[0] == '!') {
            result_fail(v->result, "pyviz: the observer cannot read this interpreter:%s\n",
                        line + 1);
            return false;
        }
        if (v->out_of_step)
            break;
    }
    note_silence(v);
    if (is_refused(v)) {
        say_refusal(v);
        return false;
    }
    if (!v->observed && has_ended(v))
        result_fail(v->result, "pyviz: the observer did not start (is there a site module?)\n");
    return v->observed;
}

static void collection_differs(void *context, int line, const char *text)
{
    struct verify *v = context;
    v->line = line;
    count_differs(v, text);
    settle(v);
}

static void compare_collections(struct verify *v, const struct collections *real,
                                const struct collections *ours)
{
    struct collections_report report = {.differs = collection_differs, .context = v};
    struct buffer errors = {0};
    v->untold = !read_errors(v, &errors);
    buffer_free(&errors);
    if (v->untold)
        return;
    collections_compare(&report, v->m, real, ours);
    v->unsure = v->unsure || report.unsure;
    v->result->figures += report.figures;
    v->result->collections = report.compared;
}

/* Once more, and nobody looks but the collector's own callback. */
static void run_recorded(struct verify *v)
{
    struct child_options options = options_of(v, CHILD_RECORDED);
    struct collections real = {0}, ours = {0};
    struct buffer errors = {0};
    char *line;
    bool recorded = false;
    if (!child_start(&v->child, &options, &v->result->failure)) {
        v->result->outcome = VERIFY_STOPPED;
        return;
    }
    while ((line = child_line(&v->child)) && line[0] != '!') {
        if (line[0] == 'R') {
            take_record(v, line + 1, true);
            recorded = v->m != NULL;
        } else if (line[0] == 'G') {
            collections_read(&real, line + 1);
        }
    }
    if (line || !recorded) {
        result_fail(v->result, "pyviz: the recorder cannot read this interpreter:%s\n",
                    line ? line + 1 : "");
    } else if (has_ended(v)) {
        machine_observe(v->m, collections_note, &ours);
        machine_run(v->m, UINT64_MAX);
        machine_observe(v->m, NULL, NULL);
        if (is_refused(v)) {
            say_refusal(v);
        } else {
            if (!v->m->tracing.ever)
                compare_collections(v, &real, &ours);
            machine_take_errors(v->m, &errors);
            machine_print_failure(v->m, &errors);
            compare_ends(v, &errors);
        }
    }
    collections_free(&real);
    collections_free(&ours);
    buffer_free(&errors);
}

static void say_of_the_collector(const struct verify *v, struct buffer *notes)
{
    if (v->collector_off)
        buffer_puts(
            notes, "statements were compared with the collector off until the program asks for it: "
                   "being watched moves its runs, which were compared apart\n");
    if (v->give_up)
        buffer_puts(notes,
                    "from there on statements were not compared, but what is printed, and the "
                    "collector's runs\n");
    else if (v->collected)
        buffer_puts(notes,
                    "once the collector has run by itself, generations and what it leaves alone "
                    "are not compared: being watched moves its runs\n");
    if (v->miscounted)
        buffer_printf(notes,
                      "%" PRIu64
                      " of the collector's counts %s not CPython's, which is no difference: "
                      "the program does not ask for them\n",
                      v->miscounted, v->miscounted == 1 ? "is" : "are");
    if (v->untold)
        buffer_puts(notes, "the collector's runs not compared: some of them came at the limit of "
                           "recursion, where nobody can be told\n");
    if (v->unsure)
        buffer_puts(notes,
                    "the collector's counts are not compared where CPython's library, or its "
                    "compiler, has run since the last full collection: they allocate, too\n");
}

static void say_what_is_missing(struct verify *v)
{
    struct buffer *notes = &v->result->notes;
    if (v->sampled)
        buffer_printf(notes,
                      "a long run: of %" PRIu64 " statements %" PRIu64
                      " were compared in full, the others by their order\n",
                      v->result->statements, v->result->compared);
    if (v->unwatched)
        buffer_printf(notes,
                      "after %" PRIu64 " statements only what is printed, the collector's runs and "
                      "how the program ends were compared: being watched takes long\n",
                      v->result->statements);
    if (v->passed)
        buffer_printf(notes,
                      "%" PRIu64 " statement%s not compared: they run while a traceback is made "
                      "into text, or a module is imported, which is one step here\n",
                      v->passed, v->passed == 1 ? "" : "s");
    if (v->cut_off)
        buffer_printf(notes,
                      "from line %d on statements were not compared: the observer was ended there, "
                      "and the program was not\n",
                      v->cut_off);
    open_say_counts(&v->open, notes);
    if (v->too_deep)
        buffer_puts(notes,
                    "from the deepest recursion on, only what is printed was compared: being "
                    "watched takes room on the stack\n");
    if (v->m && v->m->tracing.ever)
        buffer_puts(notes,
                    "from where the program sets a trace function or a profiler, only its exit "
                    "status was compared: it would be told of the observer, too\n");
    open_say_objects(&v->open, notes);
    if (v->m && (v->m->clock_looks || v->m->unseeded_randoms))
        buffer_puts(notes, v->m->clock_shared
                               ? "the time, and what random numbers start from, was pyviz's for "
                                 "CPython, too\n"
                               : "the time, and what random numbers start from, is CPython's own "
                                 "there\n");
    say_of_the_collector(v, notes);
    if (v->m && v->m->has_finalizers)
        buffer_puts(notes, "the very end not compared: __del__ runs there\n");
}

static bool is_own_module(const struct verify *v, const char *name, size_t n)
{
    const struct modules *own = &v->program.modules;
    size_t top = strcspn(name, ". \n");
    top = top < n ? top : n;
    for (size_t i = 0; i < own->count; i++)
        if (strcspn(own->items[i].name, ".") == top && !memcmp(own->items[i].name, name, top))
            return true;
    return false;
}

/* What the program imports, but for what lies beside it. */
static void choose_imports(struct verify *v)
{
    const char *line = buffer_text(&v->plan.imports);
    for (size_t n; *line; line += n) {
        n = strcspn(line, "\n") + 1;
        v->asks_collector =
            v->asks_collector || !strncmp(line, "gc\n", n) || !strncmp(line, "gc ", 3);
        if (!is_own_module(v, line, n))
            buffer_append(&v->imports, line, n);
    }
}

/* As if nothing had been compared. */
static void forget_comparison(struct verify *v)
{
    struct verify_result *r = v->result;
    result_clear(r);
    r->statements = r->compared = r->figures = r->differing = 0;
    v->line = 0;
    v->printed = v->printed_here = 0;
    v->lines_printed = 0;
    v->out_of_step = v->observed = v->at_end = v->waits = false;
    v->calls_seen = v->passed = 0;
    v->sampled = v->unwatched = v->too_deep = false;
    v->cut_off = 0;
    v->collected = v->unsure = false;
    v->open = (struct walk_open){0};
    v->held = (struct held){0};
    v->miscounted = 0;
}

/* Being watched moves the runs of the collector.  Where that makes a difference, statement after
 * statement is compared with the collector off on both sides, but where the program asks for it:
 * its own runs are compared in the run that nobody watches. */
static bool observe_all(struct verify *v)
{
    bool ended = observe(v) && (v->out_of_step || has_ended(v));
    child_finish(&v->child);
    if (!ended || !v->collected || !v->result->differing)
        return ended;
    forget_comparison(v);
    v->collector_off = true;
    ended = observe(v) && (v->out_of_step || has_ended(v));
    child_finish(&v->child);
    return ended;
}

/* The program prints here what CPython does when it is left alone: that it did not while it was
 * watched says nothing of either. */
static void decide_held(struct verify *v)
{
    if (v->held.on && v->prints_alike) {
        buffer_printf(&v->result->notes,
                      "from line %d on statements were not compared: being watched, the program "
                      "printed something else there than left alone, when it prints the same\n",
                      v->held.line);
        held_drop(&v->held);
    } else {
        held_give_back(&v->held, v->result);
    }
}

static void compare_all(struct verify *v)
{
    v->m = v->program.machine;
    plan_make(&v->plan, v->program.tree);
    choose_imports(v);
    plan_write(&v->plan, &v->plan_text);
    plan_write_words(&v->program.source, &v->words);
    if (observe_all(v)) {
        held_take(&v->held, v->result);
        run_recorded(v);
        child_finish(&v->child);
        decide_held(v);
    }
    say_what_is_missing(v);
    if (v->result->outcome == VERIFY_MATCHES && v->result->differing)
        v->result->outcome = VERIFY_DIFFERS;
}

void verify_run(const struct cli *cli, struct verify_result *result)
{
    struct verify v = {.cli = *cli, .result = result};
    *result = (struct verify_result){.outcome = VERIFY_MATCHES};
    v.child = (struct child){.pid = -1, .pipe = -1, .out = -1, .err = -1};
    if (python_ask(&v.cli, &v.child, result)) { /* which decides how the program is read */
        if (program_load(&v.program, &v.cli, &result->failure) == EXIT_FINE &&
            program_boot_loaded(&v.program, &v.cli, &result->failure) == EXIT_FINE)
            compare_all(&v);
        else
            result->outcome = VERIFY_STOPPED;
    }
    plan_free(&v.plan);
    buffer_free(&v.plan_text);
    buffer_free(&v.words);
    buffer_free(&v.imports);
    buffer_free(&v.moment);
    program_free(&v.program);
}
