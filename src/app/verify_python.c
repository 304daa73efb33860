#include "verify_python.h"

#include <pyviz/base/buffer.h>

#include <stdio.h>
#include <string.h>

/* What an interpreter says of itself. */
struct interpreter {
    char name[32], version[32], wide[8], free_threaded[8];
};

static bool question(const struct cli *cli, struct child *c, struct verify_result *result,
                     const char *python, struct interpreter *it)
{
    struct child_options options = {
        .python = python,
        .code = "import sys; i = sys.implementation; "
                "print(i.name, '%d.%d.%d' % sys.version_info[:3], sys.maxsize > 2**32, "
                "'t' in getattr(sys, 'abiflags', ''))",
        .max_output = 1 << 20,
        .seconds = cli->time_limit,
    };
    struct buffer text = {0};
    if (!child_start(c, &options, &result->failure)) {
        result->outcome = VERIFY_STOPPED;
        return false;
    }
    child_await(c);
    result->signal = c->signal;
    child_read(c->out, 0, SIZE_MAX, &text);
    child_finish(c);
    int n = sscanf(buffer_text(&text), "%31s %31s %7s %7s", it->name, it->version, it->wide,
                   it->free_threaded);
    buffer_free(&text);
    if (n != 4 && result->signal)
        result_fail(result, "pyviz: interrupted\n");
    else if (n != 4)
        result_fail(result, "pyviz: %s does not answer as a Python does\n", python);
    return n == 4;
}

/* Its profile, or else the nearest one of the same 3.x; NULL: no profile is like it. */
static const Profile *profile_of(const struct interpreter *it, bool *exact)
{
    int major = 0, minor = 0;
    sscanf(it->version, "%d.%d", &major, &minor);
    const Profile *nearest = profile_find(it->version, exact);
    bool like = !strcmp(it->name, "cpython") && nearest && nearest->minor == minor &&
                !strcmp(it->wide, "True") && !strcmp(it->free_threaded, "False");
    return like ? nearest : NULL;
}

bool python_ask(struct cli *cli, struct child *child, struct verify_result *result)
{
    const char *python = cli->with ? cli->with : "python3";
    struct interpreter it = {0};
    bool exact;
    if (!question(cli, child, result, python, &it))
        return false;
    const Profile *nearest = profile_of(&it, &exact);
    if (!nearest) {
        result_fail(
            result,
            "pyviz: verify compares with CPython 3.11, 3.12 and 3.13, 64-bit, with the GIL; %s is "
            "%s %s%s\n",
            python, it.name, it.version,
            strcmp(it.wide, "True")             ? ", 32-bit"
            : strcmp(it.free_threaded, "False") ? ", free-threaded"
                                                : "");
        return false;
    }
    snprintf(result->version, sizeof result->version, "%s", it.version);
    if (!cli->has_python) {
        cli->profile = nearest;
        if (!exact)
            buffer_printf(&result->notes,
                          "CPython %s has not been measured: it is compared with CPython %d.%d.%d, "
                          "the nearest that has\n",
                          it.version, nearest->major, nearest->minor, nearest->micro);
    } else if (cli->profile != nearest) {
        buffer_printf(&result->notes, "CPython %d.%d.%d is simulated, as asked for\n",
                      cli->profile->major, cli->profile->minor, cli->profile->micro);
    }
    return true;
}
