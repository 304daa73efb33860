#include "cli.h"
#include "commands.h"
#include "streams.h"

#include <locale.h>
#include <stdio.h>

static int dispatch(const struct cli *cli)
{
    switch (cli->command) {
    case COMMAND_HELP:
        cli_help();
        return EXIT_FINE;
    case COMMAND_VERSION:
        puts("pyviz 0.1");
        return EXIT_FINE;
    case COMMAND_RUN:
        return command_run(cli);
    case COMMAND_TRACE:
        return command_trace(cli);
    case COMMAND_STATE:
        return command_state(cli);
    case COMMAND_RENDER:
        return command_render(cli);
    case COMMAND_SHOW:
        return command_show(cli);
    case COMMAND_CHECK:
        return command_check(cli);
    case COMMAND_LIST:
        return command_list();
    case COMMAND_CAT:
        return command_cat(cli);
    case COMMAND_VERIFY:
        return command_verify(cli);
    }
    return EXIT_USAGE;
}

int main(int argc, char **argv)
{
    struct cli cli;
    streams_guard();
    setlocale(LC_CTYPE, "");
    if (!cli_parse(&cli, argc, argv))
        return EXIT_USAGE;
    return streams_finish(dispatch(&cli));
}
