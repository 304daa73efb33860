/* run: what python3 would print, as python3 would print it. */
#include "commands.h"
#include "program.h"
#include "streams.h"

#include <pyviz/machine/transcript.h>

#include <unistd.h>

/* What one of the two streams has been given since the last time. */
struct stream {
    struct buffer text;
    uint64_t at;    /* of the stream's bytes, those before text */
    size_t written; /* of text */
    bool error;     /* standard error */
};

/* Writes the stream up to that many of its bytes.  false: standard output cannot be written. */
static bool write_up_to(struct stream *s, uint64_t end)
{
    struct buffer part = {0};
    bool ok = true;
    if (end > s->at + s->text.len)
        end = s->at + s->text.len;
    if (end <= s->at + s->written)
        return true;
    buffer_append(&part, s->text.data + s->written, (size_t)(end - s->at) - s->written);
    s->written += part.len;
    if (s->error)
        streams_complain(&part);
    else if (streams_is_open())
        ok = streams_write(part.data, part.len);
    buffer_free(&part);
    return ok;
}

/* Both streams, in the order of their writing as far as it is remembered. */
static bool write_both(const Machine *m, struct stream *out, struct stream *errors)
{
    const struct TranscriptPiece *pieces[TRANSCRIPT_PIECES];
    size_t n = 0;
    uint64_t at = UINT64_MAX, before = out->at + errors->at;
    bool ok = true;
    while (n < TRANSCRIPT_PIECES && (pieces[n] = transcript_previous(m, &at)) &&
           pieces[n]->after + pieces[n]->bytes > before)
        n++;
    while (ok && n > 0) {
        const struct TranscriptPiece *p = pieces[--n];
        uint64_t of_the_other = p->after - p->from;
        ok = write_up_to(out, p->error ? of_the_other : p->from + p->bytes) &&
             write_up_to(errors, p->error ? p->from + p->bytes : of_the_other);
    }
    return ok && write_up_to(out, UINT64_MAX) && write_up_to(errors, UINT64_MAX);
}

static bool write_output(Machine *m)
{
    struct stream out = {.at = m->out.total - m->out.len};
    struct stream errors = {.at = m->err.total - m->err.len, .error = true};
    machine_take_output(m, &out.text);
    machine_take_errors(m, &errors.text);
    bool ok = write_both(m, &out, &errors) && streams_flush();
    buffer_free(&out.text);
    buffer_free(&errors.text);
    return ok;
}

/* What is printed appears while the program runs, and stays if it is stopped from outside. */
static void run(Machine *m)
{
    enum { SLICE = 1000000 };
    m->out.drained = true;
    while (!machine_ended(m)) {
        machine_run(m, m->clock + SLICE);
        if (!write_output(m))
            break;
    }
}

/* For whoever looks on: what stands on standard error in a pipe is python3's alone. */
static void warn_of_guess(const Machine *m)
{
    if (m->gc.guessed && isatty(STDERR_FILENO))
        streams_complainf("pyviz: from line %d on, what gc tells may not be CPython's: its library "
                          "or its compiler has made containers, too\n",
                          m->gc.guessed);
}

int command_run(const struct cli *cli)
{
    struct program p;
    int status = program_start(&p, cli);
    if (status == EXIT_FINE) {
        struct buffer failure = {0};
        run(p.machine);
        machine_print_failure(p.machine, &failure);
        streams_complain(&failure);
        buffer_free(&failure);
        warn_of_guess(p.machine);
        status = p.machine->exit_status;
    }
    program_free(&p);
    return status;
}
