/* A scenario in the terminal, or the menu of them. */
#include <pyviz/app/builtin.h>
#include <pyviz/screen/terminal.h>

#include "commands.h"
#include "menu.h"
#include "session.h"
#include "streams.h"

#include <pyviz/base/buffer.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int64_t monotonic(void *context)
{
    (void)context;
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static enum colour_depth depth_of(const struct cli *cli)
{
    static const enum colour_wish wish[] = {
        [COLOR_AUTO] = COLOUR_AUTO, [COLOR_ALWAYS] = COLOUR_ALWAYS, [COLOR_NEVER] = COLOUR_NEVER};
    struct colour_hints hints = colour_hints_from_environment(wish[cli->color]);
    return colour_depth(&hints);
}

static struct screen *open_screen(const struct cli *cli)
{
    const char *error;
    struct screen_options options = screen_options_default();
    if (cli->backend && !strcmp(cli->backend, "tickit"))
        options.backend = SCREEN_TICKIT;
    options.depth = depth_of(cli);
    options.theme = theme_find(cli->theme);
    options.ascii = options.ascii || cli->ascii;
    options.mouse = cli->mouse;
    struct screen *screen = screen_open(&options, &error);
    if (!screen)
        streams_complainf("pyviz: %s (pyviz run, state and render work without one)\n", error);
    return screen;
}

/* Closes the screen first, so that messages reach a terminal that is as it was. */
static int leave(struct screen *screen, int signal, int status)
{
    screen_close(screen);
    if (signal)
        terminal_die(signal);
    return status;
}

static int show(const struct cli *cli, struct screen *screen, int *signal, struct buffer *why)
{
    int status;
    struct session *s = session_new(cli, &status, why);
    if (!s)
        return status;
    *signal = session_run(s, screen, monotonic, NULL);
    session_free(s);
    return EXIT_FINE;
}

/* The menu comes back when a lesson is left, until it is left itself. */
static int show_from_menu(const struct cli *cli, struct screen *screen, int *signal,
                          struct buffer *why)
{
    struct cli chosen = *cli;
    size_t at = 0;
    int status = EXIT_FINE;
    while (!*signal && status == EXIT_FINE && menu_choose(screen, &at, signal)) {
        chosen.file = builtin_scenarios[at].name;
        status = show(&chosen, screen, signal, why);
    }
    return status;
}

/* What is wrong with a file is said before the screen changes, and whether or not there is one. */
static int show_file(const struct cli *cli, struct buffer *why)
{
    int status, signal;
    struct session *s = session_new(cli, &status, why);
    if (!s)
        return status;
    if (!isatty(STDOUT_FILENO)) {
        buffer_puts(why, "pyviz: standard output is no terminal (pyviz run, state and render work "
                         "without one)\n");
        session_free(s);
        return EXIT_USAGE;
    }
    struct screen *screen = open_screen(cli);
    if (!screen) {
        session_free(s);
        return EXIT_FAILED;
    }
    signal = session_run(s, screen, monotonic, NULL);
    session_free(s);
    return leave(screen, signal, EXIT_FINE);
}

static int show_menu(const struct cli *cli, struct buffer *why)
{
    int signal = 0;
    if (!isatty(STDOUT_FILENO))
        return command_list();
    struct screen *screen = open_screen(cli);
    if (!screen)
        return EXIT_FAILED;
    int status = show_from_menu(cli, screen, &signal, why);
    return leave(screen, signal, status);
}

/* The theme is settled here, so that t goes on from the one that is seen. */
int command_show(const struct cli *asked)
{
    struct buffer why = {0};
    struct cli cli = *asked;
    if (!cli.theme)
        cli.theme = theme_get(colour_theme(depth_of(&cli), getenv("COLORFGBG")))->name;
    int status = cli.file || cli.code ? show_file(&cli, &why) : show_menu(&cli, &why);
    streams_complain(&why);
    buffer_free(&why);
    return status;
}
