/* check, list, cat. */
#include <pyviz/app/builtin.h>

#include "commands.h"
#include "program.h"

#include <stdio.h>
#include <string.h>

int command_check(const struct cli *cli)
{
    struct program p;
    int status = program_start(&p, cli);
    if (status == EXIT_FINE)
        printf("%s: fine\n", p.source.name);
    program_free(&p);
    return status;
}

/* The first line of the docstring, which is the scenario's title. */
static void print_title(const char *text)
{
    if (strncmp(text, "\"\"\"", 3) != 0)
        return;
    text += 3;
    printf("%.*s", (int)strcspn(text, "\n\""), text);
}

int command_list(void)
{
    for (const struct builtin_scenario *b = builtin_scenarios; b->name; b++) {
        printf("%-20s ", b->name);
        print_title(b->text);
        putchar('\n');
    }
    return EXIT_FINE;
}

int command_cat(const struct cli *cli)
{
    struct program p;
    struct buffer why = {0};
    int status = program_load(&p, cli, &why);
    if (p.source.text)
        fwrite(p.source.text, 1, p.source.len, stdout);
    else
        fputs(buffer_text(&why), stderr);
    buffer_free(&why);
    program_free(&p);
    return status;
}
