#include "lang_support.h"

static struct program read_scenario(const char *text)
{
    struct program p;
    assert_true(compile_text(&p, text));
    assert_true(scenario_read(&p.src, p.module, &p.arena, &p.scenario, &p.error));
    return p;
}

static void assert_narration(const char *text, int line, const char *expected)
{
    struct program p = read_scenario(text);
    assert_string_equal(scenario_narration(p.scenario, line), expected);
    free_program(&p);
}

static void assert_refused(const char *text, int line, int col, const char *message)
{
    struct program p;
    assert_true(compile_text(&p, text));
    assert_false(scenario_read(&p.src, p.module, &p.arena, &p.scenario, &p.error));
    assert_null(p.scenario);
    assert_int_equal(p.error.kind, DIAGNOSTIC_DIRECTIVE);
    assert_int_equal(p.error.line, line);
    assert_int_equal(p.error.col, col);
    assert_string_equal(p.error.message, message);
    free_program(&p);
}

static void test_title_and_introduction(void **state)
{
    (void)state;
    struct program p = read_scenario("\"\"\"Inserting into a dict\n"
                                     "\n"
                                     "    Keys are hashed:\n"
                                     "      so and so.\n"
                                     "\n"
                                     "    And more.\n"
                                     "    \"\"\"\n"
                                     "d = {}\n");
    assert_string_equal(p.scenario->title, "Inserting into a dict");
    assert_string_equal(p.scenario->introduction, "Keys are hashed:\n  so and so.\n\nAnd more.");
    free_program(&p);
    p = read_scenario("x = 1\n");
    assert_string_equal(p.scenario->title, "");
    assert_string_equal(p.scenario->introduction, "");
    free_program(&p);
}

static void test_chapters(void **state)
{
    (void)state;
    struct program p = read_scenario("a = 1\n# %% One\nb = 2\n#%%\nc = '# %% no'\n"
                                     "# %% [markdown] Three\nd = 4 # %% no\n");
    assert_int_equal(p.scenario->chapter_count, 3);
    assert_string_equal(p.scenario->chapters[0].title, "One");
    assert_string_equal(p.scenario->chapters[1].title, "");
    assert_string_equal(p.scenario->chapters[2].title, "Three");
    assert_int_equal(scenario_chapter_at(p.scenario, 1), -1);
    assert_int_equal(scenario_chapter_at(p.scenario, 3), 0);
    assert_int_equal(scenario_chapter_at(p.scenario, 5), 1);
    assert_int_equal(scenario_chapter_at(p.scenario, 99), 2);
    free_program(&p);
}

static void test_narration(void **state)
{
    (void)state;
    assert_narration("# An empty dict.\n#\n#   It owns nothing.\nd = {}\n", 4,
                     "An empty dict.\n\n  It owns nothing.");
    assert_narration("# detached\n\nd = {}\n", 3, "");
    assert_narration("# of a\na = 1\nb = 2\n", 3, "");
    assert_narration("a = 1 # not whole\nb = 2\n", 2, "");
    assert_narration("# above\n# %% Chapter\n# below\na = 1\n", 4, "below");
    assert_narration("# said\n# pyviz: detail everything\na = 1\n", 3, "said");
    assert_narration("def f():\n    # inside\n    return 1\n", 3, "inside");
    assert_narration("a = [\n    # of an item\n    1,\n]\n", 3, "");
    assert_narration("# of all of it\na = [\n    1,\n]\n", 3, "of all of it");
    assert_narration("# of the def\n@g\ndef f(): pass\n", 3, "of the def");
    assert_narration("if a:\n    b\n# otherwise\nelse:\n    c\n", 5, "otherwise");
    assert_narration("if a:\n    b\n# otherwise\nelse:\n    # own\n    c\n", 6, "own");
    assert_narration("s = '''\n# no\n'''\nx = 1\n", 4, "");
}

static void test_what_is_no_narration(void **state)
{
    (void)state;
    assert_narration("#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\nimport a\n", 3, "");
    assert_narration("#!/usr/bin/python3\n# Says hello.\nprint('hello')\n", 3, "Says hello.");
    assert_narration("# Copyright 2024 X\n# All about it.\nimport a\n", 3, "");
    assert_narration("'''Doc'''\n# SPDX-License-Identifier: MIT\nimport a\n", 3, "");
    assert_narration("x = 1\ny = 2\n# The licence to drive.\nz = 3\n", 4, "The licence to drive.");
    assert_narration("# noqa\n# type: ignore\nx = 1\n", 3, "");
    assert_narration("# --------\n# Part\n# --------\nx = 1\n", 4, "Part");
}

static void test_directives(void **state)
{
    (void)state;
    struct program p = read_scenario("d = e = {}\n"
                                     "# pyviz: show d, e\n"
                                     "d[1] = 2\n"
                                     "# pyviz: detail statements\n"
                                     "# pyviz: detail everything\n"
                                     "x = 1  # pyviz: show x\n"
                                     "# pyviz: input Ada Lovelace \n"
                                     "# pyviz: input\n"
                                     "s = '# pyviz: nonsense'\n");
    assert_null(scenario_show_at(p.scenario, 1));
    assert_int_equal(scenario_show_at(p.scenario, 3)->len, 2);
    assert_string_equal(scenario_show_at(p.scenario, 3)->items[1], "e");
    assert_string_equal(scenario_show_at(p.scenario, 6)->items[0], "x");
    assert_int_equal(scenario_first_detail(p.scenario), SCENARIO_DETAIL_STATEMENTS);
    assert_int_equal(p.scenario->input_count, 2);
    assert_string_equal(p.scenario->inputs[0], "Ada Lovelace");
    assert_string_equal(p.scenario->inputs[1], "");
    free_program(&p);
}

static void test_malformed_directives(void **state)
{
    (void)state;
    assert_refused("x = 1\n# pyviz: shwo x\n", 2, 10,
                   "unknown directive 'shwo'; there are detail, input, show and view");
    assert_refused("# pyviz:\nx = 1\n", 1, 9,
                   "a directive is missing: detail, input, show or view");
    assert_refused(
        "x = 1\n# pyviz: view refs\n", 2, 15,
        "'view' is one of references, mro, class, instance, gc, copy, names, frames, heap, "
        "history, output");
    assert_refused("x = 1\n# pyviz: show\n", 2, 14, "'show' needs one name at least");
    assert_refused("x = 1\n# pyviz: show x 1y\n", 2, 17, "'1y' is no name");
    assert_refused("x = 1\n# pyviz: show y\n", 2, 15, "nothing in this program is called 'y'");
    assert_refused("# pyviz: detail all\nx = 1\n", 1, 17,
                   "'detail' is one of statements, operations, everything");
}

static void test_any_script(void **state)
{
    (void)state;
    struct program p = read_scenario("");
    assert_string_equal(scenario_narration(p.scenario, 1), "");
    assert_int_equal(scenario_chapter_at(p.scenario, 1), -1);
    free_program(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_title_and_introduction),
        cmocka_unit_test(test_chapters),
        cmocka_unit_test(test_narration),
        cmocka_unit_test(test_what_is_no_narration),
        cmocka_unit_test(test_directives),
        cmocka_unit_test(test_malformed_directives),
        cmocka_unit_test(test_any_script),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
