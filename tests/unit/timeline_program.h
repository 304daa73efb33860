/* A machine for a piece of source: for the tests and benches of the timeline. */
#ifndef PYVIZ_TESTS_UNIT_TIMELINE_PROGRAM_H
#define PYVIZ_TESTS_UNIT_TIMELINE_PROGRAM_H

#include <pyviz/base/arena.h>
#include <pyviz/base/diagnostic.h>
#include <pyviz/lang/parser.h>
#include <pyviz/lang/source.h>
#include <pyviz/machine/machine.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Ready to run, or the end of the process with a message. */
static inline Machine *program_machine(const char *code, const Profile *profile)
{
    struct machine_options options = {
        .profile = profile,
        .limits = {.events = 100000000,
                   .memory = (size_t)512 << 20,
                   .output = (size_t)16 << 20,
                   .recursion = 1000},
        .script = "program.py",
    };
    struct source source = {0};
    struct arena arena = {0};
    struct diagnostic error = {0};
    struct module *tree = NULL;
    Machine *m = NULL;
    if (source_from_bytes(&source, "program.py", code, strlen(code), 0, &error) &&
        parser_parse(&source, &arena, &tree, &error))
        m = machine_new(&options, tree, &source, &error);
    if (!m) {
        struct buffer message = {0};
        diagnostic_print(&error, &message);
        fputs(buffer_text(&message), stderr);
        exit(1);
    }
    arena_free(&arena);
    source_free(&source);
    return m;
}

#endif
