/* run: what python3 would print, as python3 would print it. */
#include "commands.h"
#include "program.h"
#include "streams.h"

#include <unistd.h>

/* What the program has printed since the last time goes out, and what was warned of. */
static bool write_output(Machine *m)
{
    struct buffer out = {0}, errors = {0};
    machine_take_errors(m, &errors);
    streams_complain(&errors);
    buffer_free(&errors);
    machine_take_output(m, &out);
    bool ok =
        out.len == 0 || !streams_is_open() || (streams_write(out.data, out.len) && streams_flush());
    buffer_free(&out);
    return ok;
}

/* Where somebody is looking, what is printed appears while the program runs. */
static void run(Machine *m)
{
    enum { SLICE = 1000000 };
    bool watched = isatty(STDOUT_FILENO);
    m->out.drained = true;
    while (!machine_ended(m)) {
        machine_run(m, watched ? m->clock + SLICE : UINT64_MAX);
        if (!write_output(m))
            break;
    }
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
        status = p.machine->exit_status;
    }
    program_free(&p);
    return status;
}
