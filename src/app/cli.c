#include "cli.h"

#include "streams.h"

#include <pyviz/base/ascii.h>
#include <pyviz/base/buffer.h>
#include <pyviz/base/utf8.h>

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the tables ------------------------------------------------------------------------------ */

const char *const cli_levels[] = {"statements", "operations", "everything", NULL};

static const struct {
    const char *name;
    enum cli_command command;
} commands[] = {
    {"run", COMMAND_RUN},       {"trace", COMMAND_TRACE},   {"state", COMMAND_STATE},
    {"render", COMMAND_RENDER}, {"check", COMMAND_CHECK},   {"list", COMMAND_LIST},
    {"cat", COMMAND_CAT},       {"verify", COMMAND_VERIFY}, {"help", COMMAND_HELP},
};

enum option {
    OPTION_CODE,
    OPTION_PYTHON,
    OPTION_HASH_SEED,
    OPTION_MAX_EVENTS,
    OPTION_MAX_MEMORY,
    OPTION_MAX_OUTPUT,
    OPTION_MAX_SOURCE,
    OPTION_AT,
    OPTION_STOP,
    OPTION_END,
    OPTION_DETAIL,
    OPTION_SIZE,
    OPTION_FORMAT,
    OPTION_COLOR,
    OPTION_THEME,
    OPTION_BACKEND,
    OPTION_ASCII,
    OPTION_NO_MOTION,
    OPTION_MOUSE,
    OPTION_WITH,
    OPTION_JSON,
    OPTION_TIME_LIMIT,
    OPTION_HELP,
    OPTION_VERSION,
};

static const struct {
    const char *name;
    enum option option;
    bool takes_value;
} options[] = {
    {"-c", OPTION_CODE, true},
    {"--python", OPTION_PYTHON, true},
    {"--hash-seed", OPTION_HASH_SEED, true},
    {"--max-events", OPTION_MAX_EVENTS, true},
    {"--max-memory", OPTION_MAX_MEMORY, true},
    {"--max-output", OPTION_MAX_OUTPUT, true},
    {"--max-source", OPTION_MAX_SOURCE, true},
    {"--at", OPTION_AT, true},
    {"--stop", OPTION_STOP, true},
    {"--end", OPTION_END, false},
    {"--detail", OPTION_DETAIL, true},
    {"--size", OPTION_SIZE, true},
    {"--format", OPTION_FORMAT, true},
    {"--color", OPTION_COLOR, true},
    {"--theme", OPTION_THEME, true},
    {"--backend", OPTION_BACKEND, true},
    {"--ascii", OPTION_ASCII, false},
    {"--no-motion", OPTION_NO_MOTION, false},
    {"--mouse", OPTION_MOUSE, false},
    {"--with", OPTION_WITH, true},
    {"--json", OPTION_JSON, false},
    {"--time-limit", OPTION_TIME_LIMIT, true},
    {"--help", OPTION_HELP, false},
    {"-h", OPTION_HELP, false},
    {"--version", OPTION_VERSION, false},
    {"-V", OPTION_VERSION, false},
};

void cli_help(void)
{
    fputs("usage: pyviz [OPTIONS] SCENARIO [-- ARGUMENT...]    open it in the terminal\n"
          "       pyviz COMMAND [OPTIONS] SCENARIO [-- ARGUMENT...]\n"
          "\n"
          "SCENARIO is the name of a built-in one (pyviz list), a Python file, - for standard\n"
          "input, or -c CODE.  Without one, pyviz opens a menu.  The arguments are the program's.\n"
          "\n"
          "commands\n"
          "  run      run it and print what python3 would print\n"
          "  trace    one JSON object a line for every event\n"
          "  state    the whole state as one JSON object: --at K, or --end\n"
          "  render   the frame that the room would see: --at K or --stop N\n"
          "  check    syntax, directives, what is not simulated; nothing runs\n"
          "  verify   run it under the real python3, too (twice: watched and not), and compare\n"
          "  list     the built-in scenarios\n"
          "  cat      the source of one\n"
          "\n"
          "options\n"
          "  --python VERSION    3.11, 3.12 or 3.13 (the default): which CPython to be\n"
          "  --hash-seed N       as PYTHONHASHSEED (0)\n"
          "  --at K              event K, counted from 1\n"
          "  --stop N            stop N, as the footer counts at this level of detail\n"
          "  --detail LEVEL      statements, operations (the default) or everything\n"
          "  --size COLSxROWS    of render (80x24)\n"
          "  --format FORMAT     of render: text (the default), ansi, svg or html\n"
          "  --theme NAME        dark, light or mono\n"
          "  --color WHEN        auto, always or never; NO_COLOR is honoured\n"
          "  --ascii             no character above 126\n"
          "  --no-motion         no animation\n"
          "  --mouse             listen to the mouse (text can then not be selected)\n"
          "  --backend NAME      ncurses (the default) or tickit\n"
          "  --with PYTHON       of verify: the interpreter (python3 on PATH)\n"
          "  --time-limit N      of verify: seconds that the program may run there (60)\n"
          "  --json              of verify: the result as one JSON object\n"
          "  --max-events N      end a run after N events (100 million; run: 2 billion)\n"
          "  --max-memory MIB    of the simulated objects (512)\n"
          "  --max-output MIB    printed (16; run: unlimited)\n"
          "  --max-source MIB    length of the file (8)\n"
          "\n"
          "exit status: 0 fine; 1 the program failed or was refused; 2 wrong usage\n",
          stdout);
}

/* ---- values ---------------------------------------------------------------------------------- */

static const char *visible(const char *value)
{
    return *value ? value : "''";
}

static bool wrong(const char *option, const char *value, const char *want)
{
    streams_complainf("pyviz: %s %s: %s\n", option, visible(value), want);
    return false;
}

static bool number(const char *option, const char *value, uint64_t min, uint64_t max, uint64_t *out)
{
    char *end;
    errno = 0;
    unsigned long long n = strtoull(value, &end, 10);
    if (!ascii_is_digit(value[0]) || *end || errno || n < min || n > max) {
        streams_complainf("pyviz: %s %s: a number from %" PRIu64 " to %" PRIu64 " is wanted\n",
                          option, visible(value), min, max);
        return false;
    }
    *out = n;
    return true;
}

static bool mebibytes(const char *option, const char *value, size_t max, size_t *out)
{
    uint64_t n;
    if (!number(option, value, 1, max, &n))
        return false;
    *out = (size_t)n << 20;
    return true;
}

static bool seconds(const char *option, const char *value, int *out)
{
    enum { DAY = 24 * 60 * 60 };
    uint64_t n;
    if (!number(option, value, 1, DAY, &n))
        return false;
    *out = (int)n;
    return true;
}

/* The position of value in a list of words, or -1 with a message that names them. */
static int choice(const char *option, const char *value, const char *const *words)
{
    for (int i = 0; words[i]; i++)
        if (!strcmp(value, words[i]))
            return i;
    struct buffer why = {0};
    buffer_printf(&why, "pyviz: %s %s: wanted is one of", option, visible(value));
    for (int i = 0; words[i]; i++)
        buffer_printf(&why, "%s %s", i ? "," : "", words[i]);
    buffer_putc(&why, '\n');
    streams_complain(&why);
    buffer_free(&why);
    return -1;
}

static bool set_python(struct cli *cli, const char *value)
{
    bool exact;
    cli->has_python = true;
    cli->profile = profile_find(value, &exact);
    if (!cli->profile)
        return wrong("--python", value, "a version such as 3.13 is wanted");
    if (!exact)
        streams_complainf("pyviz: %s has not been measured: CPython %d.%d.%d is simulated, the "
                          "nearest\n",
                          value, cli->profile->major, cli->profile->minor, cli->profile->micro);
    return true;
}

static bool set_size(struct cli *cli, const char *value)
{
    enum { MAX_CELLS = 1000 };
    char end;
    if (sscanf(value, "%dx%d%c", &cli->columns, &cli->rows, &end) != 2 || cli->columns < 1 ||
        cli->rows < 1 || cli->columns > MAX_CELLS || cli->rows > MAX_CELLS)
        return wrong("--size", value, "COLUMNSxROWS is wanted, such as 80x24");
    return true;
}

static bool set_choice(struct cli *cli, enum option option, const char *name, const char *value)
{
    static const char *const formats[] = {"text", "ansi", "svg", "html", NULL};
    static const char *const colors[] = {"auto", "always", "never", NULL};
    static const char *const themes[] = {"dark", "light", "mono", NULL};
    static const char *const backends[] = {"ncurses", "tickit", NULL};
    int i;
    switch (option) {
    case OPTION_DETAIL:
        i = choice(name, value, cli_levels);
        cli->detail = (enum event_level)i;
        cli->has_detail = true;
        return i >= 0;
    case OPTION_FORMAT:
        i = choice(name, value, formats);
        cli->format = (enum cli_format)i;
        return i >= 0;
    case OPTION_COLOR:
        i = choice(name, value, colors);
        cli->color = (enum cli_color)i;
        return i >= 0;
    case OPTION_THEME:
        cli->theme = value;
        return choice(name, value, themes) >= 0;
    default:
        cli->backend = value;
        return choice(name, value, backends) >= 0;
    }
}

static bool apply(struct cli *cli, enum option option, const char *name, const char *value)
{
    switch (option) {
    case OPTION_CODE:
        cli->code = value;
        return true;
    case OPTION_PYTHON:
        return set_python(cli, value);
    case OPTION_HASH_SEED:
        return number(name, value, 0, 4294967295, &cli->hash_seed);
    case OPTION_MAX_EVENTS:
        return number(name, value, 1, UINT64_MAX / 2, &cli->limits.events);
    case OPTION_MAX_MEMORY:
        return mebibytes(name, value, 64 * 1024, &cli->limits.memory);
    case OPTION_MAX_OUTPUT:
        return mebibytes(name, value, 64 * 1024, &cli->limits.output);
    case OPTION_MAX_SOURCE:
        return mebibytes(name, value, 1024, &cli->max_source);
    case OPTION_AT:
        cli->has_at = true;
        return number(name, value, 0, UINT64_MAX / 2, &cli->at);
    case OPTION_STOP:
        cli->has_stop = true;
        return number(name, value, 0, UINT64_MAX / 2, &cli->stop);
    case OPTION_END:
        cli->end = true;
        return true;
    case OPTION_SIZE:
        return set_size(cli, value);
    case OPTION_ASCII:
        cli->ascii = true;
        return true;
    case OPTION_NO_MOTION:
        cli->no_motion = true;
        return true;
    case OPTION_MOUSE:
        cli->mouse = true;
        return true;
    case OPTION_WITH:
        cli->with = value;
        return true;
    case OPTION_JSON:
        cli->json = true;
        return true;
    case OPTION_TIME_LIMIT:
        return seconds(name, value, &cli->time_limit);
    case OPTION_HELP:
        cli->command = COMMAND_HELP;
        return true;
    case OPTION_VERSION:
        cli->command = COMMAND_VERSION;
        return true;
    default:
        return set_choice(cli, option, name, value);
    }
}

/* ---- argv ------------------------------------------------------------------------------------ */

/* One option, its value behind `=` or in the next word.  Returns how many words it took, 0: wrong.
 */
static int parse_option(struct cli *cli, int argc, char **argv, int i)
{
    const char *word = argv[i], *equals = word[1] == '-' ? strchr(word, '=') : NULL;
    size_t n = equals ? (size_t)(equals - word) : strlen(word);
    for (size_t k = 0; k < sizeof options / sizeof *options; k++) {
        if (strlen(options[k].name) != n || strncmp(options[k].name, word, n) != 0)
            continue;
        if (!options[k].takes_value && equals) {
            streams_complainf("pyviz: %s takes no value (pyviz --help)\n", options[k].name);
            return 0;
        }
        if (!options[k].takes_value)
            return apply(cli, options[k].option, options[k].name, NULL);
        const char *value = equals ? equals + 1 : i + 1 < argc ? argv[i + 1] : NULL;
        if (!value) {
            streams_complainf("pyviz: %s wants a value (pyviz --help)\n", word);
            return 0;
        }
        return apply(cli, options[k].option, options[k].name, value) ? (equals ? 1 : 2) : 0;
    }
    streams_complainf("pyviz: unknown option %s (pyviz --help)\n", word);
    return 0;
}

static bool is_command(struct cli *cli, const char *word)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (!strcmp(word, commands[i].name)) {
            cli->command = commands[i].command;
            return true;
        }
    return false;
}

static void set_defaults(struct cli *cli)
{
    *cli = (struct cli){
        .profile = profile_default,
        .limits = {.events = 0, .memory = (size_t)512 << 20, .output = 0, .recursion = 1000},
        .detail = LEVEL_OPERATION,
        .columns = 80,
        .rows = 24,
        .time_limit = 60,
    };
}

/* What a run without a timeline may do is more than what is to be stepped through. */
static void set_limits(struct cli *cli)
{
    bool plain = cli->command == COMMAND_RUN;
    if (!cli->limits.events)
        cli->limits.events = plain ? 2000000000 : 100000000;
    if (!cli->limits.output)
        cli->limits.output = plain ? SIZE_MAX : (size_t)16 << 20;
}

static bool set_args(struct cli *cli, char **args)
{
    for (size_t i = 0; args[i]; i++)
        if (utf8_validate(args[i], strlen(args[i])) < strlen(args[i])) {
            streams_complainf("pyviz: argument %zu for the program is not UTF-8\n", i + 1);
            return false;
        }
    cli->args = (const char *const *)args;
    return true;
}

/* What can be told once all is read. */
static bool finish(struct cli *cli)
{
    if (cli->file && cli->code) {
        streams_complainf("pyviz: -c CODE takes the place of a file\n");
        return false;
    }
    set_limits(cli);
    return true;
}

bool cli_parse(struct cli *cli, int argc, char **argv)
{
    set_defaults(cli);
    cli->args = (const char *const *)(argv + argc); /* none */
    bool command = false, only_files = false;
    for (int i = 1; i < argc;) {
        char *word = argv[i];
        if (!strcmp(word, "--") && (cli->file || cli->code))
            return set_args(cli, argv + i + 1) && finish(cli);
        if (!only_files && !strcmp(word, "--")) {
            only_files = true;
            i++;
        } else if (!only_files && word[0] == '-' && word[1]) {
            int taken = parse_option(cli, argc, argv, i);
            if (!taken)
                return false;
            i += taken;
        } else if (!command && !cli->file && !cli->code && !only_files && is_command(cli, word)) {
            command = true;
            i++;
        } else if (!cli->file) {
            cli->file = word;
            i++;
        } else {
            streams_complainf("pyviz: one scenario at a time: %s or %s?  "
                              "Arguments for the program stand behind --\n",
                              cli->file, word);
            return false;
        }
    }
    return finish(cli);
}
