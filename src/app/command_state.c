/* state and trace: the machine as JSON. */
#include <pyviz/timeline/state.h>

#include "commands.h"
#include "session_internal.h"
#include "streams.h"

#include <stdlib.h>

/* The end, as far as there is something left to be seen. */
static void write_end(struct timeline *t, uint64_t events, struct buffer *out)
{
    const Machine *m = timeline_machine(t);
    if (!m->done || m->status > MACHINE_RAISED) {
        state_write(m, events, out);
        return;
    }
    struct state_closing *closing = state_closing(m);
    timeline_seek(t, m->done);
    state_write_closed(m, events, closing, out);
}

static void go_there(struct timeline *t, const struct cli *cli)
{
    if (cli->end)
        return;
    if (cli->has_at)
        timeline_seek(t, cli->at);
    if (cli->has_stop)
        timeline_goto_stop(t, cli->stop);
}

int command_state(const struct cli *cli)
{
    int status;
    struct buffer why = {0}, out = {0};
    struct lesson *l = lesson_new(cli, &status, &why);
    if (l) {
        Machine *m = l->program.machine;
        uint64_t events = timeline_seek(l->timeline, UINT64_MAX);
        go_there(l->timeline, cli);
        if (cli->end || (!cli->has_at && !cli->has_stop))
            write_end(l->timeline, events, &out);
        else
            state_write(m, events, &out);
        streams_write(out.data, out.len);
        status = program_refusal(m, &why);
        lesson_free(l);
    }
    streams_complain(&why);
    buffer_free(&out);
    buffer_free(&why);
    return status;
}

/* A trace may be long: nobody waits for the rest of one that cannot be written. */
static void print_lines(const char *text, size_t n, void *context)
{
    (void)context;
    if (!streams_write(text, n))
        exit(streams_finish(EXIT_FAILED));
}

int command_trace(const struct cli *cli)
{
    struct program p;
    int status = program_start(&p, cli);
    if (status == EXIT_FINE) {
        struct buffer failure = {0};
        state_trace(p.machine, print_lines, NULL);
        machine_take_errors(p.machine, &failure);
        machine_print_failure(p.machine, &failure);
        streams_complain(&failure);
        buffer_free(&failure);
        status = p.machine->status >= MACHINE_RAISED ? EXIT_FAILED : EXIT_FINE;
    }
    program_free(&p);
    return status;
}
