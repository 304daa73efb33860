/* state and trace: the machine as JSON. */
#include <pyviz/timeline/state.h>
#include <pyviz/timeline/timeline.h>

#include "commands.h"
#include "program.h"
#include "streams.h"

#include <stdlib.h>

/* A program that ended badly is told of on standard error, as a run tells it. */
static int report_end(Machine *m)
{
    struct buffer failure = {0};
    machine_print_failure(m, &failure);
    streams_complain(&failure);
    buffer_free(&failure);
    return m->status >= MACHINE_RAISED ? EXIT_FAILED : EXIT_FINE;
}

int command_state(const struct cli *cli)
{
    struct program p;
    int status = program_start(&p, cli);
    if (status == EXIT_FINE) {
        struct timeline *t = timeline_new(p.machine, NULL);
        uint64_t events = timeline_seek(t, UINT64_MAX);
        if (cli->has_at && !cli->end)
            timeline_seek(t, cli->at);
        if (cli->has_stop && !cli->end)
            timeline_goto_stop(t, cli->stop);
        struct buffer out = {0};
        state_write(p.machine, events, &out);
        streams_write(out.data, out.len);
        buffer_free(&out);
        timeline_free(t);
    }
    program_free(&p);
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
        state_trace(p.machine, print_lines, NULL);
        status = report_end(p.machine);
    }
    program_free(&p);
    return status;
}
