#include "commands.h"
#include "program.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* What the program printed since the last time goes out as it is, as python3 would write it. */
static bool write_output(Machine *m)
{
    struct buffer out = {0};
    machine_take_output(m, &out);
    bool ok = fwrite(out.data, 1, out.len, stdout) == out.len || out.len == 0;
    buffer_free(&out);
    return ok && fflush(stdout) == 0;
}

int command_run(const struct cli *cli)
{
    struct program p;
    int status = program_start(&p, cli);
    if (status == EXIT_FINE) {
        Machine *m = p.machine;
        m->out.drained = true;
        while (!machine_ended(m)) {
            machine_run(m, UINT64_MAX);
            if (!write_output(m))
                break;
        }
        struct buffer failure = {0};
        machine_print_failure(m, &failure);
        fputs(buffer_text(&failure), stderr);
        buffer_free(&failure);
        status = m->exit_status;
    }
    program_free(&p);
    return status;
}
