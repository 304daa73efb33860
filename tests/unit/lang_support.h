/* What the tests of the layer lang share: a program given as text, and what became of it. */
#ifndef PYVIZ_TESTS_LANG_SUPPORT_H
#define PYVIZ_TESTS_LANG_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <pyviz/lang/check.h>
#include <pyviz/lang/parser.h>
#include <pyviz/lang/scenario.h>

#include <string.h>

struct program {
    struct source src;
    struct arena arena;
    struct module *module;
    struct symtable *table;
    struct scenario *scenario;
    struct diagnostic error;
};

static inline struct program load_text(const char *text)
{
    struct program p = {0};
    assert_true(source_from_bytes(&p.src, "test.py", text, strlen(text), 0, &p.error));
    return p;
}

/* Parses and checks; false and p->error if the text is no Python. */
static inline bool compile_text(struct program *p, const char *text)
{
    static const struct check_options as_of_3_13 = {.max_blocks = 21, .generator_block = true};
    *p = load_text(text);
    return parser_parse(&p->src, &p->arena, &p->module, &p->error) &&
           symtable_build(p->module, &p->src, &p->arena, NULL, &p->table, &p->error) &&
           check_module(p->module, p->table, &p->src, &as_of_3_13, &p->error);
}

static inline void free_program(struct program *p)
{
    arena_free(&p->arena);
    source_free(&p->src);
}

/* Checks the error that a text gives: "SyntaxError 1:5: message"; "fine" if it is good. */
static inline void assert_error(const char *text, const char *expected)
{
    struct program p;
    char found[700] = "fine";
    if (!compile_text(&p, text))
        snprintf(found, sizeof found, "%s %d:%d: %s", diagnostic_name(p.error.kind), p.error.line,
                 p.error.col, p.error.message);
    free_program(&p);
    assert_string_equal(found, expected);
}

#endif
