/* Places kept from one time to the next, in a folder of the test's own. */
#include "app/place.h"

#include <pyviz/base/buffer.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char home[] = "/tmp/pyviz-place-XXXXXX";
static char path[128];

static int setup(void **state)
{
    (void)state;
    strcpy(home + strlen(home) - 6, "XXXXXX");
    assert_non_null(mkdtemp(home));
    snprintf(path, sizeof path, "%s/a/b", home);
    setenv("XDG_STATE_HOME", path, 1);
    snprintf(path, sizeof path, "%s/a/b/pyviz/places", home);
    return 0;
}

static int teardown(void **state)
{
    static const char *const parts[] = {"/a/b/pyviz/places", "/a/b/pyviz", "/a/b", "/a", ""};
    char part[128];
    (void)state;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        snprintf(part, sizeof part, "%s%s", home, parts[i]);
        remove(part);
    }
    return access(home, F_OK) == 0; /* something else was left there */
}

static void save(const char *program, uint64_t stop, enum event_level detail)
{
    place_save(program, &(struct place){stop, detail});
}

static void check(const char *program, uint64_t stop, enum event_level detail)
{
    struct place place;
    assert_true(place_load(program, &place));
    assert_int_equal(place.stop, stop);
    assert_int_equal(place.detail, detail);
}

static void check_none(const char *program)
{
    struct place place;
    assert_false(place_load(program, &place));
}

static void check_file(const char *expected)
{
    char text[4096];
    FILE *f = fopen(path, "r");
    assert_non_null(f);
    text[fread(text, 1, sizeof text - 1, f)] = '\0';
    fclose(f);
    assert_string_equal(text, expected);
}

static void write_file(const char *text)
{
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static void test_kept_and_found(void **state)
{
    (void)state;
    check_none("dict-insert");
    save("dict-insert", 17, LEVEL_OPERATION);
    save("/home/a b/c.py", 4, LEVEL_MICRO);
    check("dict-insert", 17, LEVEL_OPERATION);
    check("/home/a b/c.py", 4, LEVEL_MICRO);
    check_none("/home/a");
    save("dict-insert", 18, LEVEL_STATEMENT);
    check_file("18 statements dict-insert\n4 everything /home/a b/c.py\n");
}

static void test_the_start_is_no_place(void **state)
{
    (void)state;
    save("dict-insert", 1, LEVEL_OPERATION);
    assert_int_not_equal(access(path, F_OK), 0); /* nothing is made for nothing */
    save("dict-insert", 5, LEVEL_OPERATION);
    save("list-append", 6, LEVEL_OPERATION);
    save("dict-insert", 1, LEVEL_OPERATION);
    check_none("dict-insert");
    check("list-append", 6, LEVEL_OPERATION);
}

static void test_only_so_many_are_kept(void **state)
{
    char name[32];
    (void)state;
    for (unsigned i = 0; i < 250; i++) {
        snprintf(name, sizeof name, "/p%u.py", i);
        save(name, i + 2, LEVEL_OPERATION);
    }
    check_none("/p0.py");
    check_none("/p49.py");
    check("/p50.py", 52, LEVEL_OPERATION);
    check("/p249.py", 251, LEVEL_OPERATION);
}

static void test_strange_lines_are_left_out(void **state)
{
    (void)state;
    save("dict-insert", 5, LEVEL_OPERATION);
    write_file("nonsense\n\n-3 operations x\n7 loudly x\n8 operations\n9 operations y\n"
               "99999999999999999999999999 operations z\n10 operations last line, cut");
    check_none("x");
    check("y", 9, LEVEL_OPERATION);
    check("last line, cut", 10, LEVEL_OPERATION);
    save("new", 3, LEVEL_MICRO);
    check("new", 3, LEVEL_MICRO);
    check("y", 9, LEVEL_OPERATION);
    check_none("x");
}

static void test_names_with_newlines_are_not_kept(void **state)
{
    (void)state;
    save("/a\nb.py", 5, LEVEL_OPERATION);
    check_none("/a\nb.py");
}

static void test_nowhere_to_keep_it(void **state)
{
    (void)state;
    setenv("XDG_STATE_HOME", "/proc/nowhere", 1);
    save("dict-insert", 5, LEVEL_OPERATION);
    check_none("dict-insert");
    setenv("XDG_STATE_HOME", "relative", 1);
    setenv("HOME", "/proc/nowhere", 1);
    save("dict-insert", 5, LEVEL_OPERATION);
    check_none("dict-insert");
    assert_int_not_equal(access("relative", F_OK), 0);
    unsetenv("XDG_STATE_HOME");
    unsetenv("HOME");
    save("dict-insert", 5, LEVEL_OPERATION);
    check_none("dict-insert");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_kept_and_found),
        TEST(test_the_start_is_no_place),
        TEST(test_only_so_many_are_kept),
        TEST(test_strange_lines_are_left_out),
        TEST(test_names_with_newlines_are_not_kept),
        TEST(test_nowhere_to_keep_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
