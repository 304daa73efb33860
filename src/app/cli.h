/* The command line: what was asked for, with which options. */
#ifndef PYVIZ_APP_CLI_H
#define PYVIZ_APP_CLI_H

#include <pyviz/machine/machine.h>

enum cli_command {
    COMMAND_SHOW, /* no command: open it in the terminal */
    COMMAND_RUN,
    COMMAND_TRACE,
    COMMAND_STATE,
    COMMAND_RENDER,
    COMMAND_CHECK,
    COMMAND_LIST,
    COMMAND_CAT,
    COMMAND_VERIFY,
    COMMAND_HELP,
    COMMAND_VERSION,
};
enum cli_format { FORMAT_TEXT, FORMAT_ANSI, FORMAT_SVG, FORMAT_HTML };
enum cli_color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

enum { EXIT_FINE = 0, EXIT_FAILED = 1, EXIT_USAGE = 2 };

struct cli {
    enum cli_command command;
    const char *file; /* a path, a built-in name, "-"; NULL: none given */
    const char *code; /* -c CODE, or NULL */
    /* what stands behind the scenario's --, for the program: UTF-8, ending with NULL */
    const char *const *args;
    const Profile *profile;
    uint64_t hash_seed;
    struct machine_limits limits;
    size_t max_source;
    /* a place in the run: an event, a stop, or the end */
    uint64_t at, stop;
    bool has_at, has_stop, end;
    enum event_level detail;
    bool has_detail;
    int columns, rows;
    enum cli_format format;
    enum cli_color color;
    const char *theme, *backend;
    bool ascii, no_motion, mouse;
    /* of verify */
    const char *with; /* the interpreter; NULL: python3 on PATH */
    bool has_python;  /* --python: be this one, whatever that one is */
    bool json;
    int time_limit; /* seconds, under the real CPython */
};

/* What people call the levels of detail, by enum event_level; NULL ends them. */
extern const char *const cli_levels[];

/* Reads argv.  false: what is wrong stands on standard error, exit 2. */
bool cli_parse(struct cli *cli, int argc, char **argv);
void cli_help(void);

#endif
