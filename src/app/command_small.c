/* check, list, cat. */
#include <pyviz/app/builtin.h>
#include <pyviz/base/utf8.h>

#include "commands.h"
#include "program.h"
#include "streams.h"

#include <string.h>

int command_check(const struct cli *cli)
{
    struct program p;
    int status = program_start(&p, cli);
    if (status == EXIT_FINE) {
        struct buffer line = {0};
        utf8_append_escaped(&line, p.source.name, strlen(p.source.name));
        buffer_puts(&line, ": fine\n");
        streams_write(line.data, line.len);
        buffer_free(&line);
    }
    program_free(&p);
    return status;
}

/* The first line of the docstring, which is the scenario's title. */
static void append_title(struct buffer *line, const char *text)
{
    if (strncmp(text, "\"\"\"", 3) == 0)
        buffer_append(line, text + 3, strcspn(text + 3, "\n\""));
}

int command_list(void)
{
    for (const struct builtin_scenario *b = builtin_scenarios; b->name; b++) {
        struct buffer line = {0};
        buffer_printf(&line, "%-20s ", b->name);
        append_title(&line, b->text);
        buffer_putc(&line, '\n');
        streams_write(line.data, line.len);
        buffer_free(&line);
    }
    return EXIT_FINE;
}

int command_cat(const struct cli *cli)
{
    struct program p;
    struct buffer why = {0};
    int status = program_load(&p, cli, &why);
    if (p.source.text)
        streams_write(p.source.text, p.source.len);
    streams_complain(&why);
    buffer_free(&why);
    program_free(&p);
    return status;
}
